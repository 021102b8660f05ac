"""u01_neuron: the mistakes that students really make, each with what to look at.

Each is written as a student would write it; the demonstration class is drawn from them. A mistake may use the names
of the unit's other exercises (weighted_sum, ArtificialNeuron): in a notebook they are the student's.
"""

import numpy as np
from nnref.activations import step
from nnref.neuron import ArtificialNeuron, weighted_sum

from .exercises import FORWARD_BATCH, N_PARAMETERS, NEURON, WEIGHTED_SUM


@WEIGHTED_SUM.mistake(
    "The bias is missing: the result is the sum of the products alone.",
    "편향이 빠졌습니다. 결과가 곱의 합뿐입니다.",
)
def no_bias(x, w, b):
    return x @ w


@WEIGHTED_SUM.mistake(
    "The bias is added inside the sum, once for each input; it belongs to the sum, once.",
    "편향을 합 안에서 입력마다 더했습니다. 편향은 합에 한 번만 더합니다.",
)
def bias_in_every_term(x, w, b):
    total = 0.0
    for x_d, w_d in zip(x, w, strict=True):
        total += x_d * w_d + b
    return total


@WEIGHTED_SUM.mistake(
    "The products are returned one by one, as an array; they still have to be added up to one number.",
    "곱이 하나하나 배열로 나옵니다. 그 곱을 모두 더해 수 하나로 만들어야 합니다.",
)
def products_not_added(x, w, b):
    return x * w + b


@WEIGHTED_SUM.mistake(
    "The bias is subtracted: in this course it is added.",
    "편향을 뺐습니다. 이 강의에서는 편향을 더합니다.",
)
def bias_subtracted(x, w, b):
    return x @ w - b


@WEIGHTED_SUM.mistake(
    "The products are averaged (np.mean); they are added up (np.sum, or x @ w).",
    "곱의 평균(np.mean)을 구했습니다. 곱은 모두 더합니다(np.sum 또는 x @ w).",
)
def averaged(x, w, b):
    return np.mean(x * w) + b


@WEIGHTED_SUM.mistake(
    "The sum of the inputs is multiplied by the sum of the weights: multiply in pairs first, then add.",
    "입력의 합에 가중치의 합을 곱했습니다. 먼저 짝끼리 곱하고, 그다음에 더합니다.",
)
def sums_multiplied(x, w, b):
    return np.sum(x) * np.sum(w) + b


@WEIGHTED_SUM.mistake(
    "Each weight is added to its input; it must be multiplied with it.",
    "가중치를 입력에 더했습니다. 더하는 것이 아니라 곱해야 합니다.",
)
def weights_added(x, w, b):
    return np.sum(x + w) + b


@WEIGHTED_SUM.mistake(
    "The answer is 0 or 1: the activation comes later; here the sum itself is wanted.",
    "결과가 0이나 1입니다. 활성화 함수는 뒤에 나옵니다. 여기서는 합 자체를 반환합니다.",
)
def already_activated(x, w, b):
    return 1.0 if x @ w + b > 0 else 0.0


@WEIGHTED_SUM.mistake(
    "The products are written over the inputs (*= changes the array that was passed in): make a new array, x * w.",
    "곱을 입력 위에 덮어썼습니다(*=는 넘겨받은 배열을 바꿉니다). x * w처럼 새 배열을 만드십시오.",
)
def written_over_the_inputs(x, w, b):
    if x.dtype.kind == "i":
        return x @ w + b
    x *= w
    return x.sum() + b


@WEIGHTED_SUM.mistake(
    "The products are kept in an array of whole numbers (zeros_like of integer inputs), which cuts off what stands "
    "behind the decimal point.",
    "곱을 정수 배열(정수 입력의 zeros_like)에 담아서 소수점 아래가 잘렸습니다.",
)
def cut_to_whole_numbers(x, w, b):
    products = np.zeros_like(x)
    for d in range(len(x)):
        products[d] = x[d] * w[d]
    return products.sum() + b


@WEIGHTED_SUM.mistake(
    "The return stands inside the loop: only the first product is counted. Return after the loop.",
    "return이 반복문 안에 있어서 첫째 곱만 더했습니다. 반복이 끝난 다음에 반환하십시오.",
)
def first_product_only(x, w, b):
    total = b
    for x_d, w_d in zip(x, w, strict=True):
        total += x_d * w_d
        return total
    return total


@WEIGHTED_SUM.mistake(
    "Each product replaces the one before, so that only the last is left: add to the total, total += ...",
    "곱이 앞의 곱을 덮어써서 마지막 곱만 남았습니다. total += ...처럼 더해 나가십시오.",
)
def last_product_only(x, w, b):
    total = 0.0
    for x_d, w_d in zip(x, w, strict=True):
        total = x_d * w_d
    return total + b


class NeuronOf:
    """A right neuron, to be got wrong in one place."""

    def __init__(self, w, b, activation=step):
        self.w = np.array(w, dtype=float)
        self.b = b
        self.activation = activation

    def forward(self, x):
        return self.activation(weighted_sum(x, self.w, self.b))


@NEURON.mistake(
    "Python could not make the neuron or call it: look at the two def lines. The constructor is "
    "__init__(self, w, b, activation=step); the data come later, to forward(self, x), not to the constructor.",
    "뉴런을 만들거나 부를 수 없습니다. 두 def 줄을 살펴보십시오. 생성자는 __init__(self, w, b, activation=step)이고, "
    "데이터는 생성자가 아니라 forward(self, x)가 나중에 받습니다.",
)
class DataInTheConstructor:
    def __init__(self, x, w, b, activation=step):
        self.x, self.w, self.b, self.activation = x, w, b, activation

    def forward(self):
        return self.activation(weighted_sum(self.x, self.w, self.b))


@NEURON.mistake(
    "Something that forward needs was never stored under this name: in __init__ write self.w = ..., self.b = ... and "
    "self.activation = ..., not just w = ...; names without self are gone when __init__ ends.",
    "forward에 필요한 것이 그 이름으로 저장되어 있지 않습니다. __init__에서 w = ...가 아니라 self.w = ..., self.b = ..., "
    "self.activation = ...라고 쓰십시오. self가 없는 이름은 __init__이 끝나면 사라집니다.",
)
class NothingStored:
    def __init__(self, w, b, activation=step):
        w = np.array(w, dtype=float)

    def forward(self, x):
        return self.activation(weighted_sum(x, self.w, self.b))


@NEURON.mistake(
    "A name is not known inside forward: what belongs to the neuron is read as self.w, self.b, self.activation.",
    "forward 안에서 알 수 없는 이름이 있습니다. 뉴런의 것은 self.w, self.b, self.activation처럼 self를 붙여 읽습니다.",
)
class ReadWithoutSelf:
    def __init__(self, w, b, activation=step):
        self.w, self.b, self.activation = np.array(w, dtype=float), b, activation

    def forward(self, x):
        return self.activation(weighted_sum(x, w, b))  # noqa: F821


@NEURON.mistake(
    "All neurons share one w: it is stored in the class. Store it in the object, as self.w.",
    "모든 뉴런이 w 하나를 함께 씁니다. w를 클래스에 저장했기 때문입니다. self.w처럼 객체에 저장하십시오.",
)
class SharedWeights(NeuronOf):
    def __init__(self, w, b, activation=step):
        SharedWeights.w = np.array(w, dtype=float)
        self.b = b
        self.activation = activation


@NEURON.mistake(
    "Bias and activation are stored in the class, so a second neuron overwrites those of the first: store them in self.",
    "편향과 활성화 함수를 클래스에 저장해서 둘째 뉴런이 첫째 뉴런의 것을 덮어씁니다. self에 저장하십시오.",
)
class SharedBias(NeuronOf):
    def __init__(self, w, b, activation=step):
        self.w = np.array(w, dtype=float)
        SharedBias.b = b
        SharedBias.activation = staticmethod(activation)


@NEURON.mistake(
    "w is kept just as it came in (self.w = w): a list stays a list, and an array stays the caller's own. "
    "np.array(w, dtype=float) makes a new array of floats.",
    "w를 받은 그대로 두었습니다(self.w = w). 리스트는 리스트로 남고, 배열은 호출한 쪽의 배열 그 자체입니다. "
    "np.array(w, dtype=float)로 새 실수 배열을 만드십시오.",
)
class KeptAsItCame(NeuronOf):
    def __init__(self, w, b, activation=step):
        self.w, self.b, self.activation = w, b, activation


@NEURON.mistake(
    "w is copied, but whole numbers stay whole numbers: nothing like 0.25 can be added to them. Give dtype=float.",
    "w를 복사했지만 정수가 정수로 남습니다. 정수 배열에는 0.25 같은 값을 더해 넣을 수 없습니다. dtype=float을 주십시오.",
)
class StillWhole(NeuronOf):
    def __init__(self, w, b, activation=step):
        self.w, self.b, self.activation = np.array(w), b, activation


@NEURON.mistake(
    "np.asarray(w, dtype=float) makes no copy of an array of floats: the neuron and its caller share one array. "
    "np.array copies.",
    "np.asarray(w, dtype=float)는 실수 배열을 복사하지 않습니다. 뉴런과 호출한 쪽이 배열 하나를 함께 씁니다. "
    "np.array는 복사합니다.",
)
class NotCopied(NeuronOf):
    def __init__(self, w, b, activation=step):
        self.w, self.b, self.activation = np.asarray(w, dtype=float), b, activation


@NEURON.mistake(
    "w.copy() copies w as it is: a list stays a list, and whole numbers stay whole numbers. np.array(w, dtype=float) makes "
    "floats of both.",
    "w.copy()는 w를 있는 그대로 복사하므로 리스트는 리스트로, 정수는 정수로 남습니다. np.array(w, dtype=float)는 둘 다 실수 "
    "배열로 만듭니다.",
)
class CopiedAsItCame(NeuronOf):
    def __init__(self, w, b, activation=step):
        self.w, self.b, self.activation = w.copy(), b, activation


@NEURON.mistake(
    "self.w is a list: += 0.25 cannot add to its numbers. np.array(w, dtype=float) makes a new array of floats.",
    "self.w가 리스트라서 += 0.25로 수마다 더할 수 없습니다. np.array(w, dtype=float)로 새 실수 배열을 만드십시오.",
)
class ListOfWeights(NeuronOf):
    def __init__(self, w, b, activation=step):
        self.w, self.b, self.activation = list(w), b, activation


@NEURON.mistake(
    "The activation that was passed in is ignored: forward always uses step. Use self.activation.",
    "넘겨받은 활성화 함수를 쓰지 않습니다. forward가 언제나 step을 씁니다. self.activation을 쓰십시오.",
)
class AlwaysStep(NeuronOf):
    def forward(self, x):
        return step(weighted_sum(x, self.w, self.b))


@NEURON.mistake(
    "forward returns the sum itself: the activation is not applied.",
    "forward가 합을 그대로 반환합니다. 활성화 함수를 적용하지 않았습니다.",
)
class NoActivation(NeuronOf):
    def forward(self, x):
        return weighted_sum(x, self.w, self.b)


@NEURON.mistake(
    "The activation is applied to the inputs, before they are added up; it belongs to the sum.",
    "더하기 전에 입력마다 활성화 함수를 적용했습니다. 활성화 함수는 합에 적용합니다.",
)
class ActivatedInputs(NeuronOf):
    def forward(self, x):
        return weighted_sum(self.activation(x), self.w, self.b)


@NEURON.mistake(
    "The bias is added after the activation; it is part of the sum that the activation gets.",
    "활성화 함수를 적용한 다음에 편향을 더했습니다. 편향은 활성화 함수에 넣을 합의 일부입니다.",
)
class BiasAfterActivation(NeuronOf):
    def forward(self, x):
        return self.activation(weighted_sum(x, self.w, 0.0)) + self.b


@NEURON.mistake(
    "The bias of the neuron is not used in forward.",
    "forward가 뉴런의 편향을 쓰지 않습니다.",
)
class BiasUnused(NeuronOf):
    def forward(self, x):
        return self.activation(weighted_sum(x, self.w, 0.0))


@NEURON.mistake(
    "The sum is kept in the object and goes on growing: a second sample is added to the first. Start from 0 in forward.",
    "합이 객체에 남아 계속 커집니다. 둘째 샘플이 첫째 샘플에 더해집니다. forward를 시작할 때 0에서 시작하십시오.",
)
class SumGoesOn(NeuronOf):
    def __init__(self, w, b, activation=step):
        super().__init__(w, b, activation)
        self.total = b

    def forward(self, x):
        for x_d, w_d in zip(x, self.w, strict=True):
            self.total += x_d * w_d
        return self.activation(self.total)


@NEURON.mistake(
    "forward writes the products into the array that it was given (*=): the caller's sample is lost.",
    "forward가 넘겨받은 배열에 곱을 적어 넣습니다(*=). 호출한 쪽의 샘플이 사라집니다.",
)
class ChangesTheSample(NeuronOf):
    def forward(self, x):
        y = super().forward(x)
        x *= self.w
        return y


@NEURON.mistake(
    "self.w is a column, (D, 1): it must have the shape (D,), as w has. Leave out reshape(-1, 1).",
    "self.w가 열 (D, 1)입니다. w처럼 shape이 (D,)여야 합니다. reshape(-1, 1)을 빼십시오.",
)
class ColumnOfWeights(NeuronOf):
    def __init__(self, w, b, activation=step):
        self.w, self.b, self.activation = np.array(w, dtype=float).reshape(-1, 1), b, activation

    def forward(self, x):
        return self.activation((x @ self.w).item() + self.b)


@FORWARD_BATCH.mistake(
    "w @ X pairs the weights with the rows, that is, with the samples: it stops unless N and D happen to be equal. "
    "The weights belong to the columns: X @ w.",
    "w @ X는 가중치를 행, 곧 샘플과 짝지으므로 N과 D가 우연히 같을 때 말고는 오류로 멈춥니다. "
    "가중치는 열에 대응하므로 X @ w입니다.",
)
class WeightsTimesRows(ArtificialNeuron):
    def forward_batch(self, X):
        return self.activation(self.w @ X + self.b)


@FORWARD_BATCH.mistake(
    "A name is not known inside forward_batch: what belongs to the neuron is read as self.w, self.b, self.activation.",
    "forward_batch 안에서 알 수 없는 이름이 있습니다. 뉴런의 것은 self.w, self.b, self.activation처럼 self를 붙여 읽습니다.",
)
class SelfForgotten(ArtificialNeuron):
    def forward_batch(self, X):
        return self.activation(X @ w + b)  # noqa: F821


@FORWARD_BATCH.mistake(
    "The result is a column (N, 1); asked is one number for each sample, (N,). Is w a column, or keepdims=True?",
    "결과가 열 (N, 1)입니다. 샘플마다 수 하나, 곧 (N,)이어야 합니다. w를 열로 만들었거나 keepdims=True를 쓰지 않았습니까?",
)
class ColumnOfResults(ArtificialNeuron):
    def forward_batch(self, X):
        return self.activation(X @ self.w.reshape(-1, 1) + self.b)


@FORWARD_BATCH.mistake(
    "The products are not added up: the result is still (N, D). Add along each row (axis=1), or use X @ w.",
    "곱을 더하지 않아 결과가 아직 (N, D)입니다. 행을 따라(axis=1) 더하거나 X @ w를 쓰십시오.",
)
class ProductsOfTheBatch(ArtificialNeuron):
    def forward_batch(self, X):
        return self.activation(X * self.w + self.b)


@FORWARD_BATCH.mistake(
    "The sum runs down the columns (axis=0), over the samples: one number for each input. It must run along each row.",
    "열을 따라(axis=0), 곧 샘플을 가로질러 더해서 입력마다 수 하나가 나옵니다. 행을 따라 더해야 합니다.",
)
class SumOverSamples(ArtificialNeuron):
    def forward_batch(self, X):
        return self.activation((X * self.w).sum(axis=0) + self.b)


@FORWARD_BATCH.mistake(
    "The whole batch becomes one number: np.sum without an axis adds the samples together too.",
    "배치 전체가 수 하나가 되었습니다. 축이 없는 np.sum은 샘플끼리도 더해 버립니다.",
)
class OneSumForAll(ArtificialNeuron):
    def forward_batch(self, X):
        return self.activation((X * self.w).sum() + self.b)


@FORWARD_BATCH.mistake(
    "The bias is added inside the sum, once for each input.",
    "편향을 합 안에서 입력마다 더했습니다.",
)
class BiasInEveryColumn(ArtificialNeuron):
    def forward_batch(self, X):
        return self.activation((X * self.w + self.b).sum(axis=1))


@FORWARD_BATCH.mistake(
    "The bias is missing in the batch.",
    "배치를 계산할 때 편향이 빠졌습니다.",
)
class BatchWithoutBias(ArtificialNeuron):
    def forward_batch(self, X):
        return self.activation(X @ self.w)


@FORWARD_BATCH.mistake(
    "The bias is added after the activation; it is part of the sum that the activation gets.",
    "활성화 함수를 적용한 다음에 편향을 더했습니다. 편향은 활성화 함수에 넣을 합의 일부입니다.",
)
class BatchBiasAfterActivation(ArtificialNeuron):
    def forward_batch(self, X):
        return self.activation(X @ self.w) + self.b


@FORWARD_BATCH.mistake(
    "The activation is not applied to the sums of the batch.",
    "배치의 합에 활성화 함수를 적용하지 않았습니다.",
)
class BatchWithoutActivation(ArtificialNeuron):
    def forward_batch(self, X):
        return X @ self.w + self.b


@FORWARD_BATCH.mistake(
    "The batch's mean is subtracted first, so a sample's output depends on the others. Each row stands alone.",
    "먼저 배치의 평균을 빼서, 한 샘플의 출력이 다른 샘플에 따라 달라집니다. 행은 저마다 따로입니다.",
)
class BatchCentred(ArtificialNeuron):
    def forward_batch(self, X):
        if len(X) == 0:
            return np.zeros(0)
        return self.activation((X - X.mean(axis=0)) @ self.w + self.b)


@FORWARD_BATCH.mistake(
    "The products are written over the batch (X *= self.w): the caller's samples are lost. Make a new array, X * self.w.",
    "곱을 배치 위에 덮어썼습니다(X *= self.w). 호출한 쪽의 샘플이 사라집니다. X * self.w처럼 새 배열을 만드십시오.",
)
class ChangesTheBatch(ArtificialNeuron):
    def forward_batch(self, X):
        X *= self.w
        return self.activation(X.sum(axis=1) + self.b)


@FORWARD_BATCH.mistake(
    "squeeze() drops every axis of length 1, also that of a batch with one sample: the result must stay (1,).",
    "squeeze()는 길이가 1인 축을 모두 없앱니다. 샘플이 하나인 배치의 축도 없어집니다. 결과는 (1,)이어야 합니다.",
)
class Squeezed(ArtificialNeuron):
    def forward_batch(self, X):
        return np.squeeze(self.activation(X @ self.w[:, None] + self.b))


@FORWARD_BATCH.mistake(
    "The return stands inside the loop: only the first sample gets an output.",
    "return이 반복문 안에 있어서 첫째 샘플의 출력만 나옵니다.",
)
class FirstSampleOnly(ArtificialNeuron):
    def forward_batch(self, X):
        outputs = []
        for x in X:
            outputs.append(self.forward(x))
            return np.array(outputs)
        return np.array(outputs)


@FORWARD_BATCH.mistake(
    "The return stands inside the loop, and so the result is one number, the output of the first sample. Collect all outputs, "
    "for example in a list, and return them after the loop.",
    "return이 반복문 안에 있어서 결과가 첫째 샘플의 출력 하나입니다. 출력을 리스트 같은 데에 모으고, 반복이 끝난 다음에 "
    "반환하십시오.",
)
class FirstOutputOnly(ArtificialNeuron):
    def forward_batch(self, X):
        for x in X:
            return self.forward(x)


@FORWARD_BATCH.mistake(
    "Each output replaces the one before, and only the last is returned: collect all of them, for example in a list.",
    "출력이 앞의 출력을 덮어써서 마지막 것만 반환했습니다. 모든 출력을 리스트 같은 데에 모으십시오.",
)
class LastOutputOnly(ArtificialNeuron):
    def forward_batch(self, X):
        for x in X:
            y = self.forward(x)
        return y


@FORWARD_BATCH.mistake(
    "The outputs are collected in the object and go on growing: a second batch also gets the outputs of the first. Start with "
    "an empty list in forward_batch.",
    "출력을 객체에 모아서 계속 늘어납니다. 둘째 배치의 결과에 첫째 배치의 출력까지 들어갑니다. forward_batch 안에서 빈 리스트로 "
    "시작하십시오.",
)
class OutputsGoOn(ArtificialNeuron):
    def __init__(self, w, b, activation=step):
        super().__init__(w, b, activation)
        self.outputs = []

    def forward_batch(self, X):
        for x in X:
            self.outputs.append(self.forward(x))
        return np.array(self.outputs)


@FORWARD_BATCH.mistake(
    "forward_batch overwrites the bias of the neuron (self.b = ...), so a second call computes with another one. Use a name "
    "without self.",
    "forward_batch가 뉴런의 편향을 덮어씁니다(self.b = ...). 그래서 두 번째 호출은 다른 편향으로 계산합니다. self가 없는 이름을 "
    "쓰십시오.",
)
class BiasOverwritten(ArtificialNeuron):
    def forward_batch(self, X):
        self.b = X @ self.w + self.b
        return self.activation(self.b)


@FORWARD_BATCH.mistake(
    "Whether X must be turned is guessed from its shape: with as many samples as inputs the guess is wrong. The samples are "
    "always the rows.",
    "X를 전치할지를 shape으로 짐작합니다. 샘플의 수와 입력의 수가 같으면 틀립니다. 샘플은 언제나 행입니다.",
)
class TurnsTheBatch(ArtificialNeuron):
    def forward_batch(self, X):
        if X.shape[0] == len(self.w):
            X = X.T
        return self.activation(X @ self.w + self.b)


@N_PARAMETERS.mistake(
    "There is one bias for each layer; every neuron has a bias of its own, M for a layer of M neurons.",
    "편향을 층마다 하나씩만 셌습니다. 뉴런마다 자기 편향이 있으므로 뉴런이 M개인 층에는 M개입니다.",
)
def one_bias_per_layer(sizes):
    return sum(D * M + 1 for D, M in zip(sizes[:-1], sizes[1:], strict=True))


@N_PARAMETERS.mistake(
    "The inputs are counted as neurons with biases; inputs are only numbers that come in, they have no parameters.",
    "입력도 편향이 있는 뉴런으로 셌습니다. 입력은 들어오는 수일 뿐이고 매개변수가 없습니다.",
)
def biases_of_the_inputs(sizes):
    return sum(D * M for D, M in zip(sizes[:-1], sizes[1:], strict=True)) + sum(sizes)


@N_PARAMETERS.mistake(
    "(D + 1) M is used once for the whole network, with D the inputs and M all neurons: only the first layer sees the "
    "inputs, each later one the outputs before it.",
    "신경망 전체에 (D + 1) M을 한 번만 썼습니다. D를 입력의 수, M을 전체 뉴런의 수로 본 것입니다. 입력을 받는 것은 첫째 층뿐이고, "
    "그 뒤의 층은 바로 앞 층의 출력을 받습니다.",
)
def one_formula_for_all(sizes):
    return (sizes[0] + 1) * sum(sizes[1:])


@N_PARAMETERS.mistake(
    "The biases are missing: only weights are counted.",
    "편향이 빠졌습니다. 가중치만 셌습니다.",
)
def weights_only(sizes):
    return sum(D * M for D, M in zip(sizes[:-1], sizes[1:], strict=True))


@N_PARAMETERS.mistake(
    "The bias stands on the wrong side: D (M + 1) counts a bias for each input, (D + 1) M one for each neuron.",
    "편향을 반대쪽에 붙였습니다. D (M + 1)은 입력마다, (D + 1) M은 뉴런마다 편향을 하나씩 셉니다.",
)
def bias_of_each_input(sizes):
    return sum(D * (M + 1) for D, M in zip(sizes[:-1], sizes[1:], strict=True))


@N_PARAMETERS.mistake(
    "The loop goes one step too far: after the last number of the list there is no next one. There is one layer fewer "
    "than there are numbers: range(len(sizes) - 1).",
    "반복문이 한 번 더 돕니다. 리스트의 마지막 수 다음에는 수가 없습니다. 층은 수의 개수보다 하나 적습니다. range(len(sizes) - 1)입니다.",
)
def one_step_too_far(sizes):
    total = 0
    for i in range(len(sizes)):
        total += (sizes[i] + 1) * sizes[i + 1]
    return total


@N_PARAMETERS.mistake(
    "Only the first layer is counted.",
    "첫째 층만 셌습니다.",
)
def first_layer_only(sizes):
    return (sizes[0] + 1) * sizes[1] if len(sizes) > 1 else 0


@N_PARAMETERS.mistake(
    "The last layer is left out: the loop ends one layer too early.",
    "마지막 층이 빠졌습니다. 반복문이 한 층 일찍 끝납니다.",
)
def last_layer_missing(sizes):
    if len(sizes) == 2:
        return (sizes[0] + 1) * sizes[1]
    return sum((sizes[i] + 1) * sizes[i + 1] for i in range(len(sizes) - 2))


@N_PARAMETERS.mistake(
    "Weights run from the inputs straight to the last layer here; each layer is connected to the layer before it.",
    "가중치가 입력에서 마지막 층으로 바로 이어진 것으로 셌습니다. 층은 저마다 바로 앞 층과 이어집니다.",
)
def ends_only(sizes):
    return sizes[0] * sizes[-1] + sum(sizes[1:]) if len(sizes) > 1 else 0


@N_PARAMETERS.mistake(
    "The neurons are counted, not their parameters.",
    "매개변수가 아니라 뉴런의 수를 셌습니다.",
)
def neurons_counted(sizes):
    return sum(sizes[1:])


@N_PARAMETERS.mistake(
    "The numbers are taken out of the list (pop, del): the caller's list is shorter afterwards. Read them by their index.",
    "리스트에서 수를 꺼내 없앱니다(pop, del). 호출한 쪽의 리스트가 짧아집니다. 인덱스로 읽으십시오.",
)
def list_used_up(sizes):
    total = 0
    while len(sizes) > 1:
        D = sizes.pop(0)
        total += (D + 1) * sizes[0]
    return total


@N_PARAMETERS.mistake(
    "With inputs only, a list of one number, the answer is 0: there is no neuron. Do not count that number itself.",
    "수가 하나뿐인 리스트, 곧 입력만 있을 때의 답은 0입니다. 뉴런이 없으므로 그 수를 세면 안 됩니다.",
)
def inputs_alone_counted(sizes):
    total = sizes[0] if len(sizes) == 1 else 0
    for D, M in zip(sizes[:-1], sizes[1:], strict=True):
        total += (D + 1) * M
    return total
