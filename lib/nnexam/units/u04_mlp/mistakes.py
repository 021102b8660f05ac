"""u04_mlp: the mistakes that students really make, each with what to look at.

Each is written as a student would write it; the demonstration class is drawn from them.
"""

import numpy as np

from .exercises import AFFINE, BATCH_ITER, LAYER_SHAPES, MLP_FORWARD, ONE_HOT, STANDARDIZE


def affine(X, W, b):
    """As students write it: the mistakes below that call it stop with NumPy's error, as theirs do."""
    return X @ W + b


@AFFINE.mistake(
    "W is transposed: its rows already stand for the inputs, so (N, D) @ (D, M) fits as it is. Where D = M the wrong "
    "product raises no error.",
    "W를 전치했습니다. W의 행이 이미 입력에 해당하므로 (N, D) @ (D, M)이 그대로 맞습니다. D = M이면 잘못 곱해도 오류가 "
    "나지 않습니다.",
)
def transposed_weights(X, W, b):
    return X @ W.T + b


@AFFINE.mistake(
    "The factors are exchanged: X stands on the left, (N, D) @ (D, M). A matrix product depends on the order.",
    "곱하는 순서가 바뀌었습니다. X가 왼쪽에 와서 (N, D) @ (D, M)이 됩니다. 행렬 곱은 순서에 따라 달라집니다.",
)
def swapped_factors(X, W, b):
    return W @ X + b


@AFFINE.mistake(
    "b was made a column (M, 1), so it runs along the samples: b[i] is added to row i. Keep its shape (M,): it then "
    "lines up with the M columns.",
    "b를 (M, 1) 열로 바꾸어 b가 샘플 방향으로 늘어섰습니다. i번 행에 b[i]가 더해집니다. (M,) 그대로 두면 M개의 열에 "
    "맞추어집니다.",
)
def column_bias(X, W, b):
    return X @ W + b[:, None]


@AFFINE.mistake("The bias b is not added.", "편향 b를 더하지 않았습니다.")
def no_bias(X, W, b):
    return X @ W


@AFFINE.mistake(
    "b is added to W before the product: X @ (W + b) multiplies the bias by the inputs. Add it to the product.",
    "곱하기 전에 W에 b를 더했습니다. X @ (W + b)에서는 편향에도 입력이 곱해집니다. 곱한 다음에 더하십시오.",
)
def bias_inside(X, W, b):
    return X @ (W + b)


@AFFINE.mistake(
    "The same number is added everywhere: each neuron has a bias of its own, so do not sum b.",
    "어디에나 같은 수를 더했습니다. 편향은 뉴런마다 따로 있으므로 b를 합하지 마십시오.",
)
def summed_bias(X, W, b):
    return X @ W + np.sum(b)


@AFFINE.mistake(
    "* multiplies number by number; a layer needs the matrix product @, which also adds up.",
    "*는 같은 자리의 수끼리 곱하기만 합니다. 층에는 곱해서 더하기까지 하는 행렬 곱 @이 필요합니다.",
)
def number_by_number(X, W, b):
    return X * W + b


@AFFINE.mistake(
    "Samples and neurons are exchanged: W.T @ X.T has a row for each neuron, (M, N), and b no longer lines up. Samples are "
    "the rows.",
    "샘플과 뉴런이 뒤바뀌었습니다. W.T @ X.T는 뉴런마다 한 행인 (M, N)이라 b와도 맞지 않습니다. 샘플이 행이어야 합니다.",
)
def neurons_as_rows(X, W, b):
    return W.T @ X.T + b


@AFFINE.mistake(
    "relu is applied as well: affine returns the sums themselves, also the negative ones.",
    "relu까지 적용했습니다. affine은 음수까지 포함해 합을 그대로 반환합니다.",
)
def relu_applied(X, W, b):
    return np.maximum(X @ W + b, 0)


@LAYER_SHAPES.mistake(
    "W has a row too many: the bias is not in W here, it stands beside it as b with the shape (M,).",
    "W의 행이 하나 더 많습니다. 여기서는 편향이 W 안에 있지 않고, shape이 (M,)인 b로 따로 있습니다.",
)
def bias_in_W(sizes, N):
    return [((N, D), (D + 1, M), (M,), (N, M)) for D, M in zip(sizes[:-1], sizes[1:], strict=True)]


@LAYER_SHAPES.mistake(
    "W is (outputs, inputs): in this course it is (D, M), inputs first, so that X @ W fits.",
    "W가 (출력, 입력) 순서입니다. 이 강의에서는 X @ W가 되도록 입력을 먼저 써서 (D, M)입니다.",
)
def outputs_first(sizes, N):
    return [((N, D), (M, D), (M,), (N, M)) for D, M in zip(sizes[:-1], sizes[1:], strict=True)]


@LAYER_SHAPES.mistake(
    "b is (D,), one bias for each input: each neuron has one, so it is (M,).",
    "b가 (D,)라서 입력마다 편향이 하나씩 있습니다. 편향은 뉴런마다 하나이므로 (M,)입니다.",
)
def bias_of_inputs(sizes, N):
    return [((N, D), (D, M), (D,), (N, M)) for D, M in zip(sizes[:-1], sizes[1:], strict=True)]


@LAYER_SHAPES.mistake(
    "b has a row for each sample: all samples share one b of the shape (M,); broadcasting lays it on every row.",
    "b에 샘플마다 행이 있습니다. 모든 샘플이 (M,) 하나를 함께 쓰고, 브로드캐스팅이 그것을 행마다 더합니다.",
)
def bias_per_sample(sizes, N):
    return [((N, D), (D, M), (N, M), (N, M)) for D, M in zip(sizes[:-1], sizes[1:], strict=True)]


@LAYER_SHAPES.mistake(
    "b is (1, M), a row: here it is (M,), with one axis; broadcasting does not need the 1.",
    "b가 (1, M)인 행입니다. 여기서는 축이 하나인 (M,)입니다. 브로드캐스팅에는 1이 필요하지 않습니다.",
)
def bias_as_row(sizes, N):
    return [((N, D), (D, M), (1, M), (N, M)) for D, M in zip(sizes[:-1], sizes[1:], strict=True)]


@LAYER_SHAPES.mistake(
    "(M) is only a number in brackets: a tuple with one entry needs the comma, (M,).",
    "(M)은 괄호로 묶은 수일 뿐입니다. 원소가 하나인 튜플에는 (M,)처럼 쉼표가 필요합니다.",
)
def comma_missing(sizes, N):
    return [((N, D), (D, M), (M), (N, M)) for D, M in zip(sizes[:-1], sizes[1:], strict=True)]


@LAYER_SHAPES.mistake(
    "The batch is forgotten: what goes in and comes out has N rows, one for each sample.",
    "배치를 빠뜨렸습니다. 층에 들어가고 나오는 배열에는 샘플마다 한 행씩 N개의 행이 있습니다.",
)
def without_batch(sizes, N):
    return [((D,), (D, M), (M,), (M,)) for D, M in zip(sizes[:-1], sizes[1:], strict=True)]


@LAYER_SHAPES.mistake(
    "The loop runs over all sizes: the last one has no neighbour on the right. There is one layer less than sizes.",
    "반복문이 모든 크기를 돕니다. 마지막 크기는 오른쪽 이웃이 없습니다. 층의 수는 크기의 수보다 하나 적습니다.",
)
def one_layer_too_many(sizes, N):
    shapes = []
    for i in range(len(sizes)):
        D, M = sizes[i], sizes[i + 1]
        shapes.append(((N, D), (D, M), (M,), (N, M)))
    return shapes


@LAYER_SHAPES.mistake(
    "Every layer gets the D inputs of the network: from the second layer on it gets the outputs of the layer before.",
    "모든 층이 신경망의 입력 D개를 받습니다. 둘째 층부터는 앞 층의 출력을 받습니다.",
)
def always_first_size(sizes, N):
    D = sizes[0]
    return [((N, D), (D, M), (M,), (N, M)) for M in sizes[1:]]


@LAYER_SHAPES.mistake(
    "Sizes are taken out of the caller's list with pop; afterwards the list is shorter. Read them by index or slice.",
    "pop으로 받은 리스트에서 값을 꺼내서, 호출한 뒤에 리스트가 짧아집니다. 인덱스나 슬라이스로 읽으십시오.",
)
def pops_sizes(sizes, N):
    shapes, D = [], sizes.pop(0)
    while sizes:
        M = sizes.pop(0)
        shapes.append(((N, D), (D, M), (M,), (N, M)))
        D = M
    return shapes


@LAYER_SHAPES.mistake(
    "sizes.index(D) finds the first layer of that size: where two layers have the same size, it is the wrong one. Go by the "
    "place: sizes[i], sizes[i + 1].",
    "sizes.index(D)는 그 크기의 첫 층을 찾습니다. 크기가 같은 층이 둘이면 엉뚱한 층입니다. sizes[i], sizes[i + 1]처럼 자리를 "
    "따라가십시오.",
)
def place_of_the_size(sizes, N):
    shapes = []
    for D in sizes[:-1]:
        M = sizes[sizes.index(D) + 1]
        shapes.append(((N, D), (D, M), (M,), (N, M)))
    return shapes


@MLP_FORWARD.mistake(
    "The activation is also applied after the last layer: scores must stay as they are, negative or above 1.",
    "마지막 층 뒤에도 활성화 함수를 적용했습니다. 점수는 음수이든 1보다 크든 그대로 두어야 합니다.",
)
def activates_the_output(X, params, activation):
    for W, b in params:
        X = activation(affine(X, W, b))
    return X


@MLP_FORWARD.mistake(
    "All layers use the b of the first one: take the pair (W, b) of each layer.",
    "모든 층이 첫 층의 b를 씁니다. 층마다 자기 쌍 (W, b)를 쓰십시오.",
)
def shares_b(X, params, activation):
    b = params[0][1]
    for W, _ in params[:-1]:
        X = activation(affine(X, W, b))
    return affine(X, params[-1][0], b)


@MLP_FORWARD.mistake(
    "The code is written for a fixed number of layers: loop over params, whose length may be any from 1 on.",
    "층의 수가 정해져 있을 때만 맞는 코드입니다. params의 길이는 1 이상 무엇이든 될 수 있으니 params를 따라 반복하십시오.",
)
def three_layers(X, params, activation):
    (W1, b1), (W2, b2), (W3, b3) = params
    h = activation(affine(X, W1, b1))
    h = activation(affine(h, W2, b2))
    return affine(h, W3, b3)


@MLP_FORWARD.mistake(
    "The activation is never called: without it, all layers together are worth one.",
    "활성화 함수를 한 번도 호출하지 않았습니다. 활성화 함수가 없으면 층을 모두 합쳐도 한 층과 같습니다.",
)
def no_activation(X, params, activation):
    for W, b in params:
        X = affine(X, W, b)
    return X


@MLP_FORWARD.mistake(
    "The activation is always relu: call the function that was passed as `activation`.",
    "활성화 함수가 언제나 relu입니다. `activation`으로 받은 함수를 호출하십시오.",
)
def always_relu(X, params, activation):
    for W, b in params[:-1]:
        X = np.maximum(affine(X, W, b), 0)
    W, b = params[-1]
    return affine(X, W, b)


@MLP_FORWARD.mistake(
    "The activation is applied before each layer, so the first one bends X itself: it belongs between two layers.",
    "층마다 앞에서 활성화 함수를 적용해서 첫 층에서는 X 자체가 바뀝니다. 활성화 함수는 층과 층 사이에 들어갑니다.",
)
def activates_the_input(X, params, activation):
    for W, b in params:
        X = affine(activation(X), W, b)
    return X


@MLP_FORWARD.mistake(
    "Every layer is given X: pass on the output of the layer before.",
    "모든 층에 X를 넣었습니다. 앞 층의 출력을 다음 층에 넣으십시오.",
)
def layers_side_by_side(X, params, activation):
    for W, b in params[:-1]:
        h = activation(affine(X, W, b))
    return affine(h, *params[-1])


@MLP_FORWARD.mistake(
    "pop takes the last layer out of the caller's list: the network is a layer shorter afterwards. Use params[-1].",
    "pop이 받은 리스트에서 마지막 층을 꺼내서, 호출한 뒤에 신경망의 층이 하나 줄어듭니다. params[-1]로 읽으십시오.",
)
def pops_the_last(X, params, activation):
    last = params.pop()
    for W, b in params:
        X = activation(affine(X, W, b))
    return affine(X, *last)


@MLP_FORWARD.mistake(
    "softmax is applied at the end: asked are the scores, so return what the last layer gives.",
    "마지막에 소프트맥스를 적용했습니다. 필요한 것은 점수이므로 마지막 층의 출력을 그대로 반환하십시오.",
)
def softmax_at_the_end(X, params, activation):
    for W, b in params[:-1]:
        X = activation(affine(X, W, b))
    scores = affine(X, *params[-1])
    e = np.exp(scores - scores.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


@MLP_FORWARD.mistake(
    "The bias is added after the activation: it belongs into the sum, activation(X @ W + b).",
    "활성화 함수를 적용한 뒤에 편향을 더했습니다. activation(X @ W + b)처럼 편향은 합 안에 들어갑니다.",
)
def bias_after_activation(X, params, activation):
    for W, b in params[:-1]:
        X = activation(X @ W) + b
    W, b = params[-1]
    return X @ W + b


@MLP_FORWARD.mistake(
    "The last layer is missing: the loop ends before it, and nothing comes after the loop.",
    "마지막 층이 빠졌습니다. 반복문이 그 앞에서 끝나고, 반복문 뒤에 아무것도 없습니다.",
)
def last_layer_missing(X, params, activation):
    for i in range(len(params) - 1):
        W, b = params[i]
        X = activation(affine(X, W, b))
    return X


@MLP_FORWARD.mistake(
    "After the loop W and b are still those of the layer before the last: take the last pair, W, b = params[-1].",
    "반복이 끝난 뒤의 W와 b는 아직 마지막 바로 앞 층의 것입니다. W, b = params[-1]로 마지막 쌍을 꺼내십시오.",
)
def last_pair_forgotten(X, params, activation):
    for W, b in params[:-1]:
        X = activation(affine(X, W, b))
    return affine(X, W, b)


@MLP_FORWARD.mistake(
    "The last layer and the return stand inside the loop, so that the first layer is followed by the last: move them out.",
    "마지막 층과 return이 반복문 안에 있어서 첫 층 다음이 곧 마지막 층입니다. 반복문 밖으로 옮기십시오.",
)
def returns_in_the_loop(X, params, activation):
    for W, b in params[:-1]:
        X = activation(affine(X, W, b))
        W, b = params[-1]
        return affine(X, W, b)


@ONE_HOT.mistake(
    "The number of columns is the largest label + 1: a class that does not occur loses its column. There are always K.",
    "열의 수를 가장 큰 레이블 + 1로 정했습니다. y에 나오지 않는 클래스의 열이 사라집니다. 열은 언제나 K개입니다.",
)
def width_of_largest(y, K):
    y = y.reshape(-1).astype(int)
    return np.eye(max(y) + 1)[y]


@ONE_HOT.mistake(
    "The columns are the labels that occur (np.unique): column 2 then no longer means class 2. There are always K.",
    "y에 나오는 레이블만으로(np.unique) 열을 만들었습니다. 그러면 2번 열이 클래스 2를 뜻하지 않습니다. 열은 언제나 K개입니다.",
)
def columns_that_occur(y, K):
    return (y.reshape(-1, 1) == np.unique(y)).astype(float)


@ONE_HOT.mistake(
    "out[:, y] = 1 fills whole columns: name the row of each 1 too, out[np.arange(N), y].",
    "out[:, y] = 1은 열 전체를 채웁니다. out[np.arange(N), y]처럼 1이 놓일 행도 함께 지정하십시오.",
)
def whole_columns(y, K):
    y = y.reshape(-1).astype(int)
    out = np.zeros((len(y), K))
    out[:, y] = 1
    return out


@ONE_HOT.mistake(
    "The labels are counted from 1: label 0 belongs into column 0.",
    "레이블을 1부터 세었습니다. 레이블 0은 0번 열에 들어갑니다.",
)
def counted_from_one(y, K):
    y = y.reshape(-1).astype(int)
    out = np.zeros((len(y), K))
    out[np.arange(len(y)), y - 1] = 1
    return out


@ONE_HOT.mistake(
    "The result is transposed: samples are the rows, (N, K).",
    "결과가 전치되었습니다. 샘플이 행이므로 (N, K)입니다.",
)
def classes_as_rows(y, K):
    return (np.arange(K)[:, None] == y.reshape(-1)).astype(float)


@ONE_HOT.mistake(
    "A column (N, 1) of labels gives a third axis: flatten y with reshape(-1) first.",
    "레이블이 (N, 1)이면 축이 하나 더 생깁니다. 먼저 reshape(-1)로 y를 1차원으로 만드십시오.",
)
def column_not_flattened(y, K):
    return np.eye(K)[y.astype(int)]


@ONE_HOT.mistake(
    "Labels (N,) and classes (K,) are laid on each other, N beside K: make the labels a column with reshape(-1, 1).",
    "레이블 (N,)과 클래스 (K,)가 같은 축에 놓여 N과 K를 비교하게 됩니다. reshape(-1, 1)로 레이블을 열로 만드십시오.",
)
def labels_not_a_column(y, K):
    return (y == np.arange(K)).astype(float)


@ONE_HOT.mistake(
    "Labels such as 2.0 cannot be an index: turn y into whole numbers with astype(int) first.",
    "2.0 같은 레이블은 인덱스로 쓸 수 없습니다. 먼저 astype(int)로 y를 정수로 바꾸십시오.",
)
def floats_as_index(y, K):
    return np.eye(K)[y.reshape(-1)]


@ONE_HOT.mistake(
    "In a column (N, 1), y[n] is not a number but an array with one number: flatten y with reshape(-1) first.",
    "열 (N, 1)에서 y[n]은 수가 아니라 수가 하나 든 배열입니다. 먼저 reshape(-1)로 y를 펴십시오.",
)
def column_in_a_loop(y, K):
    out = np.zeros((len(y), K))
    for n in range(len(y)):
        out[n, int(y[n])] = 1
    return out


@ONE_HOT.mistake(
    "With a column (N, 1) of labels, out[np.arange(N), y] pairs every row with every label: flatten y with reshape(-1) first.",
    "레이블이 열 (N, 1)이면 out[np.arange(N), y]는 모든 행을 모든 레이블과 짝짓습니다. 먼저 reshape(-1)로 y를 펴십시오.",
)
def column_beside_arange(y, K):
    y = y.astype(int)
    out = np.zeros((len(y), K))
    out[np.arange(len(y)), y] = 1
    return out


@ONE_HOT.mistake(
    "squeeze() drops the axis of a single label too: with N = 1 the result must still be (1, K). Use reshape(-1).",
    "squeeze()는 레이블이 하나일 때 그 축까지 없앱니다. N = 1이어도 결과는 (1, K)입니다. reshape(-1)을 쓰십시오.",
)
def labels_squeezed(y, K):
    return np.eye(K)[np.squeeze(y).astype(int)]


@ONE_HOT.mistake(
    "The result holds whole numbers: dtype=int. Make it floats, as np.zeros does when no dtype is given.",
    "dtype=int라서 결과가 정수입니다. dtype을 주지 않은 np.zeros처럼 실수로 만드십시오.",
)
def one_hot_int(y, K):
    return np.eye(K, dtype=int)[y.reshape(-1).astype(int)]


@ONE_HOT.mistake(
    "The result holds True and False: turn the comparison into floats.",
    "결과가 True와 False입니다. 비교한 결과를 실수로 바꾸십시오.",
)
def one_hot_bool(y, K):
    return y.reshape(-1, 1) == np.arange(K)


@ONE_HOT.mistake(
    "The caller's y gets another shape: y.shape = ... changes the array itself, y.reshape(-1) makes a new one.",
    "호출한 쪽의 y의 shape이 바뀝니다. y.shape = ...는 배열 자체를 바꾸니 y.reshape(-1)을 쓰십시오.",
)
def reshapes_y_itself(y, K):
    y.shape = (-1,)
    return np.eye(K)[y.astype(int)]


@STANDARDIZE.mistake(
    "Mean and std run along the rows (axis 1): a sample is compared with itself. A feature is a column: axis 0.",
    "평균과 표준편차를 행을 따라(축 1) 구했습니다. 샘플을 자기 자신과 비교한 셈입니다. 특징은 열이므로 축 0입니다.",
)
def along_rows(X, mean=None, std=None):
    if mean is None:
        mean, std = X.mean(axis=1, keepdims=True), X.std(axis=1, keepdims=True)
        std[std == 0] = 1
    return (X - mean) / std, mean, std


@STANDARDIZE.mistake(
    "One mean and one std of all numbers are used: each column needs its own, axis=0.",
    "모든 수에서 평균과 표준편차를 하나씩만 구했습니다. 열마다 따로 필요합니다. axis=0을 쓰십시오.",
)
def whole_array(X, mean=None, std=None):
    if mean is None:
        mean, std = np.mean(X), np.std(X)
        std = std if std > 0 else 1.0
    return (X - mean) / std, mean, std


@STANDARDIZE.mistake(
    "The mean and std that were given are ignored: test data must be measured with those of the training data.",
    "넘겨받은 mean과 std를 쓰지 않았습니다. 테스트 데이터에는 학습 데이터의 평균과 표준편차를 써야 합니다.",
)
def own_statistics(X, mean=None, std=None):
    mean, std = X.mean(axis=0), X.std(axis=0)
    std[std == 0] = 1
    return (X - mean) / std, mean, std


@STANDARDIZE.mistake(
    "A column that never varies has std 0, and 0 / 0 is nan: put 1 in the place of a std of 0.",
    "값이 모두 같은 열은 std가 0이고 0 / 0은 nan입니다. 0인 std 자리에 1을 넣으십시오.",
)
def zero_over_zero(X, mean=None, std=None):
    if mean is None:
        mean, std = X.mean(axis=0), X.std(axis=0)
    return (X - mean) / std, mean, std


@STANDARDIZE.mistake(
    "A tiny number is added to std, or takes the place of its 0: no nan, but a test value that differs by 0.5 in such a "
    "column becomes 50,000,000. Use 1 there.",
    "std에 아주 작은 수를 더했거나 0을 그런 수로 바꾸었습니다. nan은 나오지 않지만, 그런 열에서 0.5만큼 다른 테스트 값이 50,000,000이 됩니다. "
    "그 자리에는 1을 쓰십시오.",
)
def adds_epsilon(X, mean=None, std=None):
    if mean is None:
        mean, std = X.mean(axis=0), X.std(axis=0) + 1e-8
    return (X - mean) / std, mean, std


@STANDARDIZE.mistake(
    "X is divided by 1 where std is 0, but the std that is returned still holds the 0: return the one that was used.",
    "std가 0인 곳에서 1로 나누었지만, 반환한 std에는 0이 그대로 있습니다. 실제로 쓴 std를 반환하십시오.",
)
def returns_the_zero(X, mean=None, std=None):
    if mean is None:
        mean, std = X.mean(axis=0), X.std(axis=0)
    return (X - mean) / np.where(std == 0, 1, std), mean, std


@STANDARDIZE.mistake(
    "The brackets are missing: X - mean / std divides only the mean. Write (X - mean) / std.",
    "괄호가 빠졌습니다. X - mean / std는 평균만 나눕니다. (X - mean) / std라고 쓰십시오.",
)
def brackets_missing(X, mean=None, std=None):
    if mean is None:
        mean, std = X.mean(axis=0), X.std(axis=0)
        std[std == 0] = 1
    return X - mean / std, mean, std


@STANDARDIZE.mistake(
    "X is divided by the variance: the standard deviation is its square root, X.std(axis=0).",
    "분산으로 나누었습니다. 표준편차는 분산의 제곱근인 X.std(axis=0)입니다.",
)
def variance_for_std(X, mean=None, std=None):
    if mean is None:
        mean, std = X.mean(axis=0), X.var(axis=0)
        std[std == 0] = 1
    return (X - mean) / std, mean, std


@STANDARDIZE.mistake(
    "The std divides by N - 1 (ddof=1): here it divides by N, as np.std does by itself.",
    "표준편차를 N - 1로 나누어 구했습니다(ddof=1). 여기서는 np.std의 기본값처럼 N으로 나눕니다.",
)
def divides_by_n_minus_1(X, mean=None, std=None):
    if mean is None:
        mean, std = X.mean(axis=0), X.std(axis=0, ddof=1)
        std[std == 0] = 1
    return (X - mean) / std, mean, std


@STANDARDIZE.mistake(
    "X -= mean and X /= std write into the caller's array (and fail on whole numbers): make a new one.",
    "X -= mean과 X /= std는 받은 배열에 바로 씁니다(정수 배열에서는 오류가 납니다). 새 배열을 만드십시오.",
)
def standardize_in_place(X, mean=None, std=None):
    if mean is None:
        mean, std = X.mean(axis=0), X.std(axis=0)
        std[std == 0] = 1
    X -= mean
    X /= std
    return X, mean, std


@STANDARDIZE.mistake(
    "mean and std have the shape (1, D): leave keepdims out, (D,) broadcasts over the rows by itself.",
    "mean과 std의 shape이 (1, D)입니다. (D,)는 저절로 행마다 적용되므로 keepdims를 빼십시오.",
)
def statistics_as_row(X, mean=None, std=None):
    if mean is None:
        mean, std = X.mean(axis=0, keepdims=True), X.std(axis=0, keepdims=True)
        std[std == 0] = 1
    return (X - mean) / std, mean, std


@STANDARDIZE.mistake(
    "`if mean`, `mean or …` and `mean == None` ask whether a whole array is true, which NumPy refuses: ask `mean is None`.",
    "`if mean`, `mean or …`, `mean == None`은 배열 전체가 참인지 묻는 셈이라 NumPy가 오류를 냅니다. `mean is None`으로 "
    "물으십시오.",
)
def truth_of_an_array(X, mean=None, std=None):
    mean = mean or X.mean(axis=0)
    std = std or np.where(X.std(axis=0) == 0, 1, X.std(axis=0))
    return (X - mean) / std, mean, std


@STANDARDIZE.mistake(
    "X is copied only where mean and std are worked out; with both given, X -= mean writes into the caller's array.",
    "평균과 표준편차를 구할 때만 X를 복사합니다. 둘을 넘겨받으면 X -= mean이 호출한 쪽의 배열에 씁니다.",
)
def copied_in_one_branch(X, mean=None, std=None):
    if mean is None:
        X = X.astype(float)
        mean, std = X.mean(axis=0), X.std(axis=0)
        std[std == 0] = 1
    X -= mean
    X /= std
    return X, mean, std


@STANDARDIZE.mistake(
    "The means are kept in an array of whole numbers (zeros_like of a row), which cuts 1.5 to 1: np.zeros makes floats.",
    "평균을 정수 배열(행의 zeros_like)에 담아서 1.5가 1로 잘립니다. np.zeros는 실수 배열을 만듭니다.",
)
def means_cut(X, mean=None, std=None):
    if mean is None:
        mean = np.zeros_like(X[0])
        for d in range(X.shape[1]):
            mean[d] = X[:, d].mean()
        std = X.std(axis=0)
        std[std == 0] = 1
    return (X - mean) / std, mean, std


@STANDARDIZE.mistake(
    "A small std is taken for 0: a column that varies a little is divided by its own std. Only one that never varies has 1.",
    "작은 std를 0으로 보았습니다. 조금이라도 달라지는 열은 그 std로 나눕니다. 값이 모두 같은 열만 1입니다.",
)
def small_std_for_zero(X, mean=None, std=None):
    if mean is None:
        mean, std = X.mean(axis=0), X.std(axis=0)
        std = np.where(std < 0.01, 1.0, std)
    return (X - mean) / std, mean, std


@BATCH_ITER.mistake(
    "The last, smaller batch is dropped: its samples are lost. Let start run up to N, not up to N - size.",
    "마지막 작은 배치를 버려서 그 샘플들이 빠집니다. start가 N - size까지가 아니라 N까지 가게 하십시오.",
)
def drops_the_last(X, y, size, rng):
    order = rng.permutation(len(X))
    for i in range(len(X) // size):
        chosen = order[i * size : (i + 1) * size]
        yield X[chosen], y[chosen]


@BATCH_ITER.mistake(
    "The last batch is filled up from the beginning, so these samples come twice: let it be smaller.",
    "마지막 배치를 앞쪽 샘플로 채워서 그 샘플들이 두 번 나옵니다. 마지막 배치는 작아도 됩니다.",
)
def fills_the_last(X, y, size, rng):
    order = rng.permutation(len(X))
    for start in range(0, len(X), size):
        chosen = [order[i % len(X)] for i in range(start, start + size)]
        yield X[chosen], y[chosen]


@BATCH_ITER.mistake(
    "Each batch is drawn from all samples anew, so some come twice and others never: permute once, then cut.",
    "배치마다 전체 샘플에서 새로 뽑아서, 어떤 샘플은 두 번 나오고 어떤 샘플은 나오지 않습니다. 한 번만 섞은 뒤 자르십시오.",
)
def with_replacement(X, y, size, rng):
    for start in range(0, len(X), size):
        chosen = rng.choice(len(X), min(size, len(X) - start))
        yield X[chosen], y[chosen]


@BATCH_ITER.mistake(
    "X and y get an order each, so that images carry the labels of others: draw one order and use it for both.",
    "X와 y를 따로 섞어서 이미지에 다른 이미지의 레이블이 붙습니다. 순서를 한 번만 뽑아 둘 다에 쓰십시오.",
)
def pairs_broken(X, y, size, rng):
    X, y = rng.permutation(X), rng.permutation(y)
    for i in range(0, len(X), size):
        yield X[i : i + size], y[i : i + size]


@BATCH_ITER.mistake(
    "Only X is shuffled: take the rows of y in the same order.",
    "X만 섞었습니다. y도 같은 순서로 꺼내십시오.",
)
def labels_stay(X, y, size, rng):
    X = rng.permutation(X)
    for i in range(0, len(X), size):
        yield X[i : i + size], y[i : i + size]


@BATCH_ITER.mistake(
    "The samples are never shuffled: every epoch runs through X from the top.",
    "샘플을 섞지 않았습니다. 에폭마다 X를 위에서부터 차례로 지나갑니다.",
)
def never_shuffled(X, y, size, rng):
    for i in range(0, len(X), size):
        yield X[i : i + size], y[i : i + size]


@BATCH_ITER.mistake(
    "The function makes a generator of its own with a fixed seed: every epoch has the same order. Draw from rng.",
    "함수 안에서 시드를 고정한 생성기를 새로 만들어서 에폭마다 순서가 같습니다. rng에서 뽑으십시오.",
)
def own_seed(X, y, size, rng):
    order = np.random.default_rng(0).permutation(len(X))
    for i in range(0, len(X), size):
        yield X[order[i : i + size]], y[order[i : i + size]]


@BATCH_ITER.mistake(
    "The order comes from another generator than rng, such as np.random or the module random, which the whole program shares: "
    "with it no run can be repeated. Draw from rng.",
    "순서를 rng가 아닌 다른 난수 생성기에서 뽑았습니다. np.random이나 random 모듈은 프로그램 전체가 함께 쓰는 것이라서 같은 실행을 "
    "되풀이할 수 없습니다. rng에서 뽑으십시오.",
)
def global_generator(X, y, size, rng):
    order = np.random.permutation(len(X))
    for i in range(0, len(X), size):
        yield X[order[i : i + size]], y[order[i : i + size]]


@BATCH_ITER.mistake(
    "Only the order of the batches changes: the samples are cut first and shuffled afterwards. Shuffle, then cut.",
    "배치의 순서만 바뀝니다. 먼저 자르고 나중에 섞었기 때문입니다. 먼저 섞고 나서 자르십시오.",
)
def shuffles_batches(X, y, size, rng):
    for i in rng.permutation(np.arange(0, len(X), size)):
        yield X[i : i + size], y[i : i + size]


@BATCH_ITER.mistake(
    "X and y are shuffled in place: the caller's arrays are in another order afterwards. Shuffle row numbers instead.",
    "X와 y를 제자리에서 섞어서, 호출한 쪽의 배열 순서가 바뀝니다. 배열 대신 행 번호를 섞으십시오.",
)
def shuffles_in_place(X, y, size, rng):
    order = rng.permutation(len(X))
    X[:], y[:] = X[order], y[order]
    for i in range(0, len(X), size):
        yield X[i : i + size], y[i : i + size]


@BATCH_ITER.mistake(
    "return ends the function at the first batch: use yield, which goes on when the next batch is asked for.",
    "return은 첫 배치에서 함수를 끝냅니다. 다음 배치를 달라고 할 때 이어서 실행되는 yield를 쓰십시오.",
)
def returns_the_first(X, y, size, rng):
    order = rng.permutation(len(X))
    for i in range(0, len(X), size):
        return X[order[i : i + size]], y[order[i : i + size]]


@BATCH_ITER.mistake(
    "The function hands out row numbers: pick the rows with them, X[rows] and y[rows].",
    "행 번호를 그대로 내줍니다. 그 번호로 X[rows]와 y[rows]를 꺼내십시오.",
)
def row_numbers(X, y, size, rng):
    order = rng.permutation(len(X))
    for i in range(0, len(X), size):
        yield order[i : i + size]


@BATCH_ITER.mistake(
    "A new order is drawn for every batch, so some samples come twice and others never: draw the order once, before the loop.",
    "배치마다 순서를 새로 뽑아서 어떤 샘플은 두 번 나오고 어떤 샘플은 나오지 않습니다. 순서는 반복문 앞에서 한 번만 뽑으십시오.",
)
def order_for_each_batch(X, y, size, rng):
    for _ in range(0, len(X), size):
        chosen = rng.permutation(len(X))[:size]
        yield X[chosen], y[chosen]


@BATCH_ITER.mistake(
    "start goes on by 1 instead of by size, so the batches overlap: range(0, len(X), size).",
    "start가 size가 아니라 1씩 커져서 배치가 서로 겹칩니다. range(0, len(X), size)라고 쓰십시오.",
)
def batches_overlap(X, y, size, rng):
    order = rng.permutation(len(X))
    for start in range(len(X)):
        chosen = order[start : start + size]
        yield X[chosen], y[chosen]


@BATCH_ITER.mistake(
    "The pairs are the wrong way round, (y, X): the rows of X come first.",
    "쌍의 순서가 (y, X)로 바뀌었습니다. X의 행이 먼저입니다.",
)
def labels_first(X, y, size, rng):
    order = rng.permutation(len(X))
    for start in range(0, len(X), size):
        chosen = order[start : start + size]
        yield y[chosen], X[chosen]


@BATCH_ITER.mistake(
    "np.roll only moves the start: neighbours in X stay neighbours. rng.permutation draws a new order.",
    "np.roll은 시작점만 옮깁니다. X에서 이웃한 샘플이 그대로 이웃합니다. rng.permutation으로 순서를 새로 뽑으십시오.",
)
def start_moved(X, y, size, rng):
    order = np.roll(np.arange(len(X)), rng.integers(1, len(X)))
    for start in range(0, len(X), size):
        chosen = order[start : start + size]
        yield X[chosen], y[chosen]


@BATCH_ITER.mistake(
    "The batches never end: `while True` belongs into the training loop, one call goes through the samples once.",
    "배치가 끝없이 나옵니다. `while True`는 학습 루프에 쓸 것이고, 한 번 호출하면 샘플을 한 번씩만 지나갑니다.",
)
def never_ends(X, y, size, rng):
    while True:
        order = rng.permutation(len(X))
        for start in range(0, len(X), size):
            chosen = order[start : start + size]
            yield X[chosen], y[chosen]


@BATCH_ITER.mistake(
    "y is made whole with astype(int): targets such as 2.5 become 2. Keep the dtype of y.",
    "astype(int)로 y를 정수로 만들어서 2.5 같은 값이 2가 됩니다. y의 자료형을 그대로 두십시오.",
)
def targets_cut(X, y, size, rng):
    table = rng.permutation(np.column_stack([X, y]))
    for start in range(0, len(table), size):
        rows = table[start : start + size]
        yield rows[:, :-1], rows[:, -1].astype(int)


@BATCH_ITER.mistake(
    "The samples are shuffled only inside each batch: the same ones meet in every epoch. Shuffle all, then cut.",
    "배치 안에서만 섞어서 에폭마다 같은 샘플끼리 만납니다. 전체를 섞은 다음 자르십시오.",
)
def shuffles_inside(X, y, size, rng):
    for start in range(0, len(X), size):
        chosen = rng.permutation(np.arange(start, min(start + size, len(X))))
        yield X[chosen], y[chosen]
