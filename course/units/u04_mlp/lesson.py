# %% [markdown] lang="en"
r"""
# The multilayer perceptron: shapes, batches, broadcasting

So far you have built single neurons and the functions that bend their sums. In this unit neurons become layers, layers
become a network, and a whole batch of samples passes through it at once.

After it you will be able to

- compute a whole layer for many samples with one matrix product, and say what each row and each column of the result
  means;
- write down the shape of every array in a network before you run it;
- use NumPy's broadcasting on purpose, and recognise the cases in which it does something else without a word;
- send data through a network of any depth, and get data ready for it: labels as rows of 0 and 1, features on one scale,
  samples in shuffled batches.

You need units u01 to u03 (weighted sum, activation functions) and the product of two matrices. Plan about 75 minutes.
Nothing learns in this unit yet; that begins in u05.
"""

# %% [markdown] lang="ko"
r"""
# 다층 퍼셉트론: shape, 배치, 브로드캐스팅

지금까지는 뉴런 하나와, 그 합을 구부리는 활성화 함수(activation function)를 만들었습니다. 이 단원에서는 뉴런을 모아
층(layer)을 만들고, 층을 이어 신경망을 만들고, 샘플 여러 개를 한꺼번에 통과시킵니다.

이 단원을 마치면 다음을 할 수 있습니다.

- 행렬 곱(matrix product) 한 번으로 여러 샘플에 대한 층 전체의 출력을 계산하고, 결과의 행과 열이 각각 무엇을 뜻하는지
  말할 수 있습니다.
- 신경망에 나오는 모든 배열의 shape을 실행하기 전에 적을 수 있습니다.
- NumPy의 브로드캐스팅(broadcasting)을 알고서 쓰고, 아무 말 없이 엉뚱한 계산을 하는 경우를 알아볼 수 있습니다.
- 층이 몇 개이든 데이터를 신경망에 통과시킬 수 있습니다. 그 전에 필요한 준비, 곧 레이블을 0과 1로 된 행으로 바꾸고, 특징의
  크기를 맞추고, 샘플을 섞어 배치(batch)로 나누는 일도 할 수 있습니다.

u01부터 u03까지의 내용(가중합, 활성화 함수)과 두 행렬의 곱을 알고 있으면 됩니다. 75분 정도 걸립니다. 이 단원에서는 아직
아무것도 학습하지 않습니다. 학습은 u05에서 시작합니다.
"""

# %% setup=true
import time

import matplotlib.pyplot as plt
import numpy as np
from nnlab import Unit, data, plots, widgets
from nnref.activations import relu  # as you wrote it in unit u03

unit = Unit("u04_mlp", lang="en")
check = unit.check

# %% [markdown] lang="en"
r"""
## 1. A layer: many neurons, many samples

Take a sample with two features, $(1, 2)$, and a neuron with the weights $(2, 1)$ and the bias 0. Its weighted sum is
$1 \cdot 2 + 2 \cdot 1 + 0 = 4$. Another neuron looks at the same sample with the weights $(-1, 2)$ and the bias 0.5:
$1 \cdot (-1) + 2 \cdot 2 + 0.5 = 3.5$.

Neurons that look at the same inputs form a **layer**. Stand their weights side by side, **one column for each neuron**,
and the weights of a layer become a matrix $W$. With D inputs and M neurons it has the shape (D, M). The biases are M
numbers, $b$ with the shape (M,).

Now the samples. Lay them one below the other, **one row for each sample**: $X$ with the shape (N, D). Then one matrix
product does all the multiplying and adding:

$$Z = XW + b \qquad Z_{ij} = \sum_{d} X_{id}\, W_{dj} + b_j$$

This step is called an **affine layer**, and also a *dense* or *fully connected* layer. In the picture N = 3, D = 2 and
M = 4. The frames show where one number comes from: row 0 of $X$ meets column 3 of $W$, and 0.5 is added. (Rows and
columns are counted from 0, as in Python.)

![Four tables of numbers: X with 3 rows and 2 columns, W with 2 rows and 4 columns, b with 4 numbers, Z with 3 rows and
4 columns. Row 0 of X, column 3 of W, the last number of b and the number 3.5 in Z are framed.](attachment:affine.png)

The rule for shapes is short. The two sizes in the middle must be equal, and they vanish; the outer two remain:

$$(N, D) \mathbin{@} (D, M) \to (N, M)$$

**What is hard about it.** Where N, D and M are all different, a wrong product raises an error, and you find it at once.
Where D = M, `X @ W.T` runs just as well and gives wrong numbers. So while you write code, use sizes that differ from
one another. The check does so, and then tries a square case too.

### Broadcasting

$XW$ has the shape (N, M), but $b$ has the shape (M,). How can they be added? NumPy **broadcasts**: it writes the two
shapes below each other, aligned **at the right**, and compares them size by size. Two sizes fit if they are equal or if
one of them is 1 or missing. The array that has the 1, or nothing, is repeated along that axis.

| left | right | result | what happens |
|---|---|---|---|
| (3, 4) | (4,) | (3, 4) | the 4 numbers are added to every row |
| (3, 4) | (3, 1) | (3, 4) | the 3 numbers are added to every column |
| (3, 4) | (3,) | error | 4 and 3 stand below each other |
| (3, 3) | (3,) | (3, 3) | added to every row, even if you meant the columns |
| (3, 1) | (3,) | (3, 3) | both are repeated: larger than either of them |

The first line is what a layer needs: all samples share one bias for each neuron. The last two lines raise no error and
are the ones to fear. You can look before you leap: `np.broadcast_shapes((3, 1), (3,))` gives `(3, 3)`.

**Your turn**, about 1 line. `X` is (N, D), `W` is (D, M), `b` is (M,), all arrays of floats; the result is a new array
(N, M), also for a single sample, N = 1. Loops give the right numbers too, but section 7 shows what they cost.
"""

# %% [markdown] lang="ko"
r"""
## 1. 층: 여러 뉴런, 여러 샘플

특징(feature)이 두 개인 샘플 $(1, 2)$와, 가중치가 $(2, 1)$이고 편향이 0인 뉴런이 있습니다. 가중합은
$1 \cdot 2 + 2 \cdot 1 + 0 = 4$입니다. 같은 샘플을 가중치가 $(-1, 2)$이고 편향이 0.5인 다른 뉴런에 넣으면
$1 \cdot (-1) + 2 \cdot 2 + 0.5 = 3.5$가 나옵니다.

같은 입력을 받는 뉴런들이 모여 **층**(layer)이 됩니다. 가중치를 **뉴런마다 한 열씩** 나란히 세우면 층의 가중치는 행렬
$W$가 됩니다. 입력이 D개, 뉴런이 M개이면 shape은 (D, M)입니다. 편향은 수 M개, 곧 shape이 (M,)인 $b$입니다.

이번에는 샘플입니다. **샘플마다 한 행씩** 위에서 아래로 쌓으면 shape이 (N, D)인 $X$가 됩니다. 그러면 곱하고 더하는 일을
행렬 곱 한 번으로 모두 끝낼 수 있습니다.

$$Z = XW + b \qquad Z_{ij} = \sum_{d} X_{id}\, W_{dj} + b_j$$

이 계산을 **아핀 계층**(affine layer)이라고 하고, *완전 연결 계층*(fully connected layer, dense layer)이라고도 합니다. 아래
그림에서는 N = 3, D = 2, M = 4입니다. 테두리는 수 하나가 어디에서 나오는지를 보여 줍니다. $X$의 0번 행과 $W$의 3번 열을
곱해 더하고 0.5를 더했습니다. (파이썬처럼 행과 열을 0부터 셉니다.)

![수를 적은 표 네 개: 3행 2열인 X, 2행 4열인 W, 수 네 개인 b, 3행 4열인 Z. X의 0번 행, W의 3번 열, b의 마지막 수, Z의 3.5에
테두리가 있다.](attachment:affine.png)

shape의 규칙은 간단합니다. 가운데의 두 크기는 같아야 하고 결과에서 사라집니다. 바깥쪽의 두 크기가 남습니다.

$$(N, D) \mathbin{@} (D, M) \to (N, M)$$

**어려운 점.** N, D, M이 모두 다르면 잘못 곱했을 때 오류가 나므로 바로 알 수 있습니다. 그런데 D = M이면 `X @ W.T`도 아무
문제 없이 실행되고 틀린 값이 나옵니다. 그러니 코드를 작성하는 동안에는 크기를 서로 다르게 잡으십시오. 검사도 그렇게 하고,
그다음에 크기가 모두 같은 경우도 확인합니다.

### 브로드캐스팅

$XW$의 shape은 (N, M)인데 $b$의 shape은 (M,)입니다. 어떻게 더할 수 있을까요? NumPy는 **브로드캐스팅**(broadcasting)을 합니다.
두 shape을 **오른쪽 끝을 맞추어** 위아래로 놓고 크기를 하나씩 비교합니다. 두 크기가 같거나, 한쪽이 1이거나, 한쪽에 크기가
없으면 맞는 것으로 봅니다. 크기가 1이거나 없는 쪽의 배열은 그 축을 따라 되풀이됩니다.

| 왼쪽 | 오른쪽 | 결과 | 일어나는 일 |
|---|---|---|---|
| (3, 4) | (4,) | (3, 4) | 수 4개를 모든 행에 더합니다 |
| (3, 4) | (3, 1) | (3, 4) | 수 3개를 모든 열에 더합니다 |
| (3, 4) | (3,) | 오류 | 4와 3이 위아래로 놓입니다 |
| (3, 3) | (3,) | (3, 3) | 열에 더하려고 했더라도 모든 행에 더합니다 |
| (3, 1) | (3,) | (3, 3) | 둘 다 되풀이되어 어느 쪽보다도 커집니다 |

층에 필요한 것은 첫째 줄입니다. 뉴런마다 하나씩 있는 편향을 모든 샘플이 함께 쓰기 때문입니다. 조심해야 할 것은 오류가 나지
않는 마지막 두 줄입니다. 결과가 궁금하면 미리 확인할 수 있습니다. `np.broadcast_shapes((3, 1), (3,))`은 `(3, 3)`입니다.

빈칸을 채우십시오. 한 줄 정도면 됩니다. `X`는 (N, D), `W`는 (D, M), `b`는 (M,)이고 모두 실수 배열입니다. 결과는 shape이
(N, M)인 새 배열이며, 샘플이 하나뿐인 N = 1일 때도 그렇습니다. 반복문을 써도 값은 맞지만 얼마나 느린지는 7절에서 봅니다.
"""


# %% exercise="affine"
def affine(X, W, b):
    """Return the outputs of a layer for a batch of samples: X W + b.

    X : (N, D), one row for each sample. W : (D, M), one column for each neuron. b : (M,). Floats; not changed.
    Returns a new array (N, M), also for N = 1.

    Example: X = [[1, 2], [3, 0]], W = [[2, 0, -1], [1, 3, 2]], b = [0, 1, 0.5]
    gives [[4, 7, 3.5], [6, 1, -2.5]].
    """
    ### BEGIN SOLUTION
    return X @ W + b
    ### END SOLUTION


# %% check="affine"
check("affine", affine)

# %% [markdown] lang="en"
r"""
### Your layer at work

The next cell computes the table Z of the picture with *your* `affine` and draws it. Change `i` and `j` and run it
again: the frames move to another row and another column. Before you look, work out the framed number by hand.
"""

# %% [markdown] lang="ko"
r"""
### 여러분의 층이 하는 일

다음 셀은 그림의 표 Z를 *여러분의* `affine`으로 계산해 그립니다. `i`와 `j`를 바꾸어 다시 실행하면 테두리가 다른 행과 열로
옮겨 갑니다. 결과를 보기 전에 테두리 안의 수를 먼저 손으로 계산해 보십시오.
"""


# %% demo=true figure="affine"
def table(axis, values, title, framed):
    """Write an array as a table of numbers; `framed` is (first row, first column, rows, columns) of the frame."""
    rows, columns = values.shape
    for (row, column), value in np.ndenumerate(values):
        axis.text(column, row, f"{value:g}", ha="center", va="center", fontsize=12)
    for k in range(rows + 1):
        axis.plot([-0.5, columns - 0.5], [k - 0.5, k - 0.5], color="0.7", linewidth=0.8)
    for k in range(columns + 1):
        axis.plot([k - 0.5, k - 0.5], [-0.5, rows - 0.5], color="0.7", linewidth=0.8)
    row, column, height, width = framed
    axis.add_patch(plt.Rectangle((column - 0.5, row - 0.5), width, height, fill=False, linewidth=2.5, zorder=3))
    axis.set(title=title, xticks=range(columns), yticks=range(rows), xlabel="column", ylabel="row")
    axis.set(xlim=(-0.6, columns - 0.4), ylim=(rows - 0.4, -0.6), aspect="equal")
    axis.tick_params(length=0)
    axis.spines[:].set_visible(False)


def plot_affine(i, j):
    """Draw X, W, b and the student's Z, with a frame around what makes up Z[i, j]."""
    X = np.array([[1.0, 2.0], [3.0, 0.0], [-1.0, 2.0]])
    W = np.array([[2.0, 0.0, 1.0, -1.0], [1.0, 3.0, 0.0, 2.0]])
    b = np.array([0.0, 1.0, -2.0, 0.5])
    figure, axes = plt.subplots(1, 4, figsize=(11, 2.8), width_ratios=(2, 4, 4, 4), layout="constrained")
    table(axes[0], X, "X (3, 2): samples", (i, 0, 1, 2))
    table(axes[1], W, "W (2, 4): neurons", (0, j, 2, 1))
    table(axes[2], b[None, :], "b (4,): biases", (0, j, 1, 1))
    table(axes[3], affine(X, W, b), "Z (3, 4)", (i, j, 1, 1))


plot_affine(i=0, j=3)
plt.show()

# %% [markdown] lang="en"
r"""
## 2. Layers in a row: count the shapes first

The outputs of one layer are the inputs of the next. A network whose layers stand in a row like this, each with an
activation function after it except the last, is a **multilayer perceptron**, MLP for short.

It is described by a list of sizes. `[64, 32, 10]` says: 64 inputs (the pixels of a digit), a layer of 32 neurons, a
layer of 10 neurons (a score for each digit). Three sizes, but **two** layers: the inputs are given, nothing computes
them. The layer of 32 is a *hidden* layer, the layer of 10 the *output* layer.

For a batch of N = 5 digits:

| layer | x: goes in | W | b | out: comes out |
|---|---|---|---|---|
| 1 | (5, 64) | (64, 32) | (32,) | (5, 32) |
| 2 | (5, 32) | (32, 10) | (10,) | (5, 10) |

Two things are worth noticing. What comes out of a layer has the shape of what goes into the next. And N stands only in
the shapes of the data: $W$ and $b$ do not know how many samples pass through. So a network that was trained in batches
of 100 can later look at one digit, or at 1,797.

A remark on other books. Some write W as (M, D), a row for each neuron, and compute $XW^\top$; PyTorch stores it so. And
in unit u02 the bias was a weight $w_0$ with the input 1. In this course from here on, W is (D, M), and b stands beside
it.

**Your turn**, about 4 lines. `sizes` is a list of at least two whole numbers, inputs first; `N` is a whole number.
Return a list with one entry for each layer: the four shapes x, W, b, out. Write each shape as a tuple; a shape with a
single size needs the comma, `(M,)`.
"""

# %% [markdown] lang="ko"
r"""
## 2. 이어진 층: shape부터 세기

한 층의 출력은 다음 층의 입력이 됩니다. 이렇게 층을 차례로 잇고, 마지막 층을 뺀 모든 층 뒤에 활성화 함수를 둔 신경망이
**다층 퍼셉트론**(multilayer perceptron), 줄여서 MLP입니다.

MLP는 크기의 리스트로 나타냅니다. `[64, 32, 10]`은 입력 64개(손글씨 숫자의 픽셀), 뉴런 32개인 층, 뉴런 10개인 층(숫자마다
점수 하나)이라는 뜻입니다. 크기는 세 개이지만 층은 **두** 개입니다. 입력은 주어지는 것이지 계산하는 것이 아니기 때문입니다.
뉴런이 32개인 층을 *은닉층*(hidden layer), 10개인 층을 *출력층*(output layer)이라고 합니다.

손글씨 숫자 N = 5개를 넣으면 다음과 같습니다.

| 층 | x: 들어가는 것 | W | b | out: 나오는 것 |
|---|---|---|---|---|
| 1 | (5, 64) | (64, 32) | (32,) | (5, 32) |
| 2 | (5, 32) | (32, 10) | (10,) | (5, 10) |

눈여겨볼 점이 두 가지 있습니다. 한 층에서 나오는 배열의 shape은 다음 층에 들어가는 배열의 shape과 같습니다. 그리고 N은 데이터의
shape에만 나타납니다. $W$와 $b$는 샘플이 몇 개 지나가는지 모릅니다. 그래서 100개씩 배치로 학습한 신경망에 나중에 숫자 하나를
넣을 수도 있고 1,797개를 넣을 수도 있습니다.

다른 책과 다른 점을 적어 둡니다. 뉴런마다 한 행씩 W를 (M, D)로 쓰고 $XW^\top$를 계산하는 책도 있습니다. PyTorch도 이렇게
저장합니다. 또 u02에서는 편향을 입력이 1인 가중치 $w_0$으로 다루었습니다. 이 강의에서는 이제부터 W를 (D, M)으로 쓰고 b를 따로
둡니다.

빈칸을 채우십시오. 네 줄 정도면 됩니다. `sizes`는 정수가 두 개 이상인 리스트이고 입력의 크기가 맨 앞에 있습니다. `N`은
정수입니다. 층마다 x, W, b, out의 네 shape을 담은 리스트를 반환하십시오. shape은 튜플로 씁니다. 크기가 하나뿐인 shape에는
`(M,)`처럼 쉼표가 필요합니다.
"""


# %% exercise="layer_shapes"
def layer_shapes(sizes, N):
    """Return the shapes in each layer of a network, for a batch of N samples.

    sizes : list of at least two ints, the number of inputs first, then the number of neurons of each layer;
        not changed. N : int.
    Returns a list with four tuples for each layer: the shapes of x (N, D), W (D, M), b (M,) and out (N, M).

    Example: sizes = [4, 3, 2] and N = 5 gives
    [((5, 4), (4, 3), (3,), (5, 3)), ((5, 3), (3, 2), (2,), (5, 2))].
    """
    ### BEGIN SOLUTION
    shapes = []
    for D, M in zip(sizes[:-1], sizes[1:], strict=True):
        shapes.append(((N, D), (D, M), (M,), (N, M)))
    return shapes
    ### END SOLUTION


# %% check="layer_shapes"
check("layer_shapes", layer_shapes)

# %% [markdown] lang="en"
r"""
### The flow of shapes

The picture shows what *your* `layer_shapes` says about `[64, 32, 10]` with N = 5. Plain boxes are data, hatched boxes
are parameters. A box is as high as its array has rows and as wide as it has columns, on a logarithmic scale (64 is not
drawn 32 times as long as 2).

![Boxes from left to right: x (5, 64), W (64, 32) with b (32,) below it, out (5, 32), W (32, 10) with b (10,) below it,
out (5, 10). Data are plain, parameters hatched.](attachment:flow.png)
"""

# %% [markdown] lang="ko"
r"""
### shape의 흐름

아래 그림은 *여러분의* `layer_shapes`가 `[64, 32, 10]`과 N = 5에 대해 말해 주는 것입니다. 빗금이 없는 상자는 데이터, 빗금이 있는
상자는 매개변수(parameter)입니다. 상자의 높이는 행의 수, 너비는 열의 수를 로그 눈금으로 나타냅니다(64를 2의 32배 길이로 그리지
않습니다).

![왼쪽에서 오른쪽으로 놓인 상자: x (5, 64), W (64, 32)와 그 아래 b (32,), out (5, 32), W (32, 10)과 그 아래 b (10,),
out (5, 10). 데이터 상자에는 빗금이 없고 매개변수 상자에는 빗금이 있다.](attachment:flow.png)
"""


# %% given=true
def box(axis, left, middle, shape, name, hatch=""):
    """Draw an array as a box with its name and shape; return its width and height."""
    height, width = (0.35 + 0.22 * np.log2(size) for size in ((1, *shape) if len(shape) == 1 else shape))
    color = "0.85" if hatch else "white"
    axis.add_patch(plt.Rectangle((left, middle - height / 2), width, height, fc=color, ec="black", hatch=hatch))
    axis.text(left + width / 2, middle + height / 2 + 0.08, f"{name}\n{shape}", ha="center", va="bottom", fontsize=9)
    return width, height


def draw_flow(sizes, N):
    """Draw the arrays of a network from left to right, as the student's layer_shapes gives them; print parameters."""
    figure, axis = plt.subplots(figsize=(11, 3.6), layout="constrained")
    shapes, left, gap = layer_shapes(sizes, N), 0.0, 0.9
    left += box(axis, left, 0, shapes[0][0], "x")[0] + gap
    for number, (_, W, b, out) in enumerate(shapes, 1):
        axis.text(left - gap / 2, 0, "@", ha="center", va="center", fontsize=14)
        width, height = box(axis, left, 0, W, f"W{number}", "//")
        axis.text(left - 0.2, -height / 2 - 0.85, "+", ha="right", va="center", fontsize=14)
        width = max(width, box(axis, left, -height / 2 - 0.85, b, f"b{number}", "//")[0])
        left += width + gap
        axis.annotate("", (left - 0.15, 0), (left - gap + 0.15, 0), arrowprops={"arrowstyle": "->"})
        left += box(axis, left, 0, out, f"out{number}")[0] + gap
    axis.set(xlim=(-0.3, left - gap + 0.3), ylim=(-2.6, 1.7), aspect="equal")
    axis.axis("off")
    axis.set_title(f"sizes {list(sizes)}, N = {N}")
    print("parameters:", sum(np.prod(W) + np.prod(b) for _, W, b, _ in shapes))


# %% demo=true figure="flow"
draw_flow([64, 32, 10], N=5)
plt.show()

# %% [markdown] lang="en"
r"""
Now move the sizes yourself. (Where sliders do not work, for example in a printed copy: with N = 5 and hidden layers of
32 and 16 neurons the network has 2,778 parameters. With N = 100 it still has 2,778. With 64 and 16 it has 5,370.)

- Which boxes change when you move N, and which do not?
- Which boxes change with `hidden 1`? There are four.
- Double `hidden 1` from 32 to 64. Does the number of parameters double too?
"""

# %% [markdown] lang="ko"
r"""
이제 크기를 직접 바꾸어 보십시오. (인쇄물처럼 슬라이더를 쓸 수 없을 때를 위해 적어 둡니다. N = 5이고 은닉층의 뉴런이 32개와
16개이면 매개변수는 2,778개입니다. N = 100이어도 그대로 2,778개입니다. 은닉층이 64개와 16개이면 5,370개입니다.)

- N을 움직이면 어느 상자가 바뀌고 어느 상자가 그대로입니까?
- `hidden 1`을 움직이면 어느 상자가 바뀝니까? 네 개가 있습니다.
- `hidden 1`을 32에서 64로 두 배 늘려 보십시오. 매개변수의 수도 두 배가 됩니까?
"""


# %% demo=true
def draw_three_layers(N, hidden_1, hidden_2):
    """Draw the flow for one position of the sliders."""
    draw_flow([64, hidden_1, hidden_2, 10], N)
    plt.show()


widgets.sliders(draw_three_layers, N=(1, 128, 1, 5), hidden_1=(1, 128, 1, 32), hidden_2=(1, 128, 1, 16))

# %% [markdown] lang="en"
r"""
## 3. Forward through the network

Sending data through all layers, from the inputs to the scores, is called the **forward pass** (forward propagation).
After each hidden layer comes the activation function. After the **last** layer comes none: what leaves the network are
*scores*, which may be negative or larger than 1. If relu cut them off at 0, all negative scores would look the same.
(When probabilities are wanted, softmax is applied to the scores later, outside of this function.)

Follow one sample through a network of the sizes `[2, 2, 1]` with relu. Its parameters are

$$W_1 = \begin{pmatrix} 1 & 1 \\ 1 & 1 \end{pmatrix} \quad b_1 = (0, -1) \qquad
W_2 = \begin{pmatrix} 1 \\ -2 \end{pmatrix} \quad b_2 = (0)$$

| sample | sums of layer 1 | after relu | score |
|---|---|---|---|
| (0, 0) | (0, −1) | (0, 0) | 0 |
| (0, 1) | (1, 0) | (1, 0) | 1 |
| (1, 0) | (1, 0) | (1, 0) | 1 |
| (1, 1) | (2, 1) | (2, 1) | 2 − 2 · 1 = 0 |

The scores are those of XOR, which no single neuron can compute (unit u02). Only the relu makes it possible. Without it,
the score of (0, 0) would be $0 - 2 \cdot (-1) = 2$, and those of the other samples 1, 1 and 0. That is
$2 - x_1 - x_2$: a plane again.

**Your turn**, about 4 lines. `params` is a list of pairs `(W, b)`, one for each layer, one layer at least.
`activation` is a **function**, such as `relu` or `np.tanh`: you call it with an array and it returns an array of the
same shape. `X` is (N, D), the result is (N, K), K being the number of neurons of the last layer. Leave `X` and the
list `params` as they are.
"""

# %% [markdown] lang="ko"
r"""
## 3. 신경망을 지나 앞으로

데이터를 입력에서 점수까지 모든 층에 차례로 통과시키는 것을 **순전파**(forward propagation)라고 합니다. 은닉층 뒤에는 매번
활성화 함수가 옵니다. **마지막** 층 뒤에는 오지 않습니다. 신경망에서 나오는 것은 음수일 수도, 1보다 클 수도 있는 *점수*(score)
입니다. 여기에 relu를 적용해 0에서 잘라 버리면 음수인 점수가 모두 똑같아집니다. (확률이 필요하면 나중에 이 함수 밖에서 점수에
소프트맥스를 적용합니다.)

크기가 `[2, 2, 1]`이고 relu를 쓰는 신경망에 샘플을 통과시켜 보겠습니다. 매개변수는 다음과 같습니다.

$$W_1 = \begin{pmatrix} 1 & 1 \\ 1 & 1 \end{pmatrix} \quad b_1 = (0, -1) \qquad
W_2 = \begin{pmatrix} 1 \\ -2 \end{pmatrix} \quad b_2 = (0)$$

| 샘플 | 1층의 합 | relu를 거친 값 | 점수 |
|---|---|---|---|
| (0, 0) | (0, −1) | (0, 0) | 0 |
| (0, 1) | (1, 0) | (1, 0) | 1 |
| (1, 0) | (1, 0) | (1, 0) | 1 |
| (1, 1) | (2, 1) | (2, 1) | 2 − 2 · 1 = 0 |

점수를 보면 뉴런 하나로는 계산할 수 없던 XOR입니다(u02). 이것을 가능하게 하는 것은 relu뿐입니다. relu가 없으면 (0, 0)의
점수는 $0 - 2 \cdot (-1) = 2$가 되고 나머지 샘플의 점수는 1, 1, 0이 됩니다. 이것은 $2 - x_1 - x_2$, 곧 다시 평면입니다.

빈칸을 채우십시오. 네 줄 정도면 됩니다. `params`는 층마다 하나씩 쌍 `(W, b)`를 담은 리스트이고, 층은 적어도 하나 있습니다.
`activation`은 `relu`나 `np.tanh` 같은 **함수**입니다. 배열을 넣어 호출하면 shape이 같은 배열을 반환합니다. `X`는 (N, D)이고,
마지막 층의 뉴런이 K개이면 결과는 (N, K)입니다. `X`와 리스트 `params`는 바꾸지 마십시오.
"""


# %% exercise="mlp_forward"
def mlp_forward(X, params, activation):
    """Return the scores of a network for a batch of samples.

    X : (N, D); not changed.
    params : list of pairs (W, b), one for each layer, at least one; W (D, M), b (M,), and M is the D of the next layer;
        not changed.
    activation : function of an array, applied after each layer but the last.
    Returns a new array (N, K), K being the M of the last layer.

    Example: the network of the table above gives [[0], [1], [1], [0]] for X = [[0, 0], [0, 1], [1, 0], [1, 1]].
    """
    ### BEGIN SOLUTION
    for W, b in params[:-1]:
        X = activation(affine(X, W, b))
    W, b = params[-1]
    return affine(X, W, b)
    ### END SOLUTION


# %% check="mlp_forward"
check("mlp_forward", mlp_forward)

# %% [markdown] lang="en"
r"""
### What the bend buys

Both plots come from *your* `mlp_forward` and the parameters of the table. On the left the activation is the identity,
on the right it is relu. The lines join points with the same score; the hatched part has a score above 0.5. On the left
the score only falls from one corner to the opposite one, and (0, 0) lies on the wrong side. On the right the plane is
folded along $x_1 + x_2 = 1$: up to there the score rises, beyond it falls again, and all four corners come out right.

![Two plots of the plane with the corners of the unit square. Left: parallel lines, the score falls from 2 at (0, 0) to
0 at (1, 1), and the hatched part holds (0, 0), (0, 1) and (1, 0). Right: a hatched band along the diagonal from (0, 1)
to (1, 0) holds just these two corners.](attachment:xor.png)
"""

# %% [markdown] lang="ko"
r"""
### 꺾으면 무엇이 달라지는가

두 그래프 모두 표의 매개변수를 넣어 *여러분의* `mlp_forward`로 그린 것입니다. 왼쪽은 활성화 함수가 항등 함수이고 오른쪽은
relu입니다. 선은 점수가 같은 점을 이은 것이고, 빗금 친 곳은 점수가 0.5보다 큰 곳입니다. 왼쪽에서는 점수가 한 꼭짓점에서 맞은편
꼭짓점까지 내려가기만 해서 (0, 0)이 틀린 쪽에 있습니다. 오른쪽에서는 평면이 $x_1 + x_2 = 1$을 따라 접혀 있습니다. 거기까지는
점수가 올라가고 그 너머에서는 다시 내려가서 네 꼭짓점이 모두 맞습니다.

![정사각형의 네 꼭짓점이 있는 평면 그래프 두 개. 왼쪽: 나란한 직선들. 점수가 (0, 0)에서 2, (1, 1)에서 0이고, 빗금 친 곳에 (0, 0),
(0, 1), (1, 0)이 들어 있다. 오른쪽: (0, 1)에서 (1, 0)으로 가는 대각선을 따라 빗금 친 띠가 있고, 그 안에 이 두 꼭짓점만 들어
있다.](attachment:xor.png)
"""


# %% demo=true figure="xor"
def plot_xor():
    """Draw the scores of the student's network over the plane, without and with relu."""
    params = [(np.array([[1.0, 1.0], [1.0, 1.0]]), np.array([0.0, -1.0])), (np.array([[1.0], [-2.0]]), np.zeros(1))]
    corners = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    grid = np.linspace(-0.5, 1.5, 201)
    x1, x2 = np.meshgrid(grid, grid)
    plane = np.column_stack([x1.ravel(), x2.ravel()])
    figure, axes = plt.subplots(1, 2, figsize=(9.5, 4), layout="constrained")
    for axis, (name, bend) in zip(axes, {"identity": lambda z: z, "relu": relu}.items(), strict=True):
        print(f"{name:8s} scores of the corners:", mlp_forward(corners, params, bend)[:, 0])
        scores = mlp_forward(plane, params, bend).reshape(x1.shape)
        axis.contourf(x1, x2, scores, levels=[0.5, 99], colors=["#dddddd"], hatches=["//"])
        lines = axis.contour(x1, x2, scores, levels=[-0.25, 0.25, 0.75, 1.25, 1.75], colors="0.3", linewidths=0.9)
        axis.clabel(lines, fontsize=8, manual=[(at, at) for at in (0.125, 0.375, 0.625, 0.875, 1.125)])
        for label in axis.texts:
            label.set_backgroundcolor("white")
        plots.points(axis, corners, [0, 1, 1, 0], title=f"activation: {name}", legend=axis is axes[1])
        axis.set(xlim=(-0.5, 1.5), ylim=(-0.5, 1.5), aspect="equal")


plot_xor()
plt.show()

# %% [markdown] lang="en"
r"""
## 4. Labels: names, not quantities

The digits come with **labels**: for each image a whole number from 0 to 9, the digit that somebody wrote. Labels look
like numbers, but they are names. A 9 is not three times a 3, and if the network hesitates between 3 and 9, then 6 is
not a sensible compromise.

The network has ten scores for each sample, one for each class. To compare them with a label, the label has to become
ten numbers too: a 1 in the column of its class, 0 in all others. This is called **one-hot** encoding. With K = 4
classes the labels 2, 0 and 2 become

$$\begin{pmatrix} 2 \\ 0 \\ 2 \end{pmatrix} \to
\begin{pmatrix} 0 & 0 & 1 & 0 \\ 1 & 0 & 0 & 0 \\ 0 & 0 & 1 & 0 \end{pmatrix}$$

**Why K is given.** The classes 1 and 3 do not occur above, but their columns are there. A batch of ten digits will
hardly hold each digit once. If the number of columns depended on the labels that happen to occur, column 2 would mean
one thing in one batch and another thing in the next.

**Three forms of labels.** Labels arrive as (N,), or as a column (N, 1) when they were cut out of a table. And files of
numbers are often read as floats, so that a label is 2.0; NumPy refuses floats as an index. Your function takes all of
these.

There are two short ways. One sets a single 1 in each row: it needs N pairs (row, column), and `out[rows, columns]`
with two arrays of the length N names N such places. The other is broadcasting: compare the labels as a column (N, 1)
with the K numbers 0, 1, …, K − 1. Which shape does that comparison have?

**Your turn**, about 2 lines. The result is (N, K), **floats**, not whole numbers and not truth values: in u05 it is
subtracted from probabilities. Leave `y` as it is.
"""

# %% [markdown] lang="ko"
r"""
## 4. 레이블: 양이 아니라 이름

손글씨 숫자에는 **레이블**(label)이 딸려 있습니다. 이미지마다 하나씩 있는 0부터 9까지의 정수로, 누군가 쓴 숫자가 무엇인지를
나타냅니다. 레이블은 수처럼 보이지만 이름입니다. 9는 3의 세 배가 아니고, 신경망이 3과 9 사이에서 망설인다고 해서 6이라고 답하는
것이 적당한 타협도 아닙니다.

신경망은 샘플마다 클래스(class)별로 하나씩 점수 10개를 냅니다. 레이블을 이 점수와 비교하려면 레이블도 수 10개가 되어야
합니다. 자기 클래스의 열에는 1, 나머지 열에는 0을 놓습니다. 이것을 **원-핫**(one-hot) 인코딩이라고 합니다. 클래스가 K = 4개일
때 레이블 2, 0, 2는 다음과 같이 됩니다.

$$\begin{pmatrix} 2 \\ 0 \\ 2 \end{pmatrix} \to
\begin{pmatrix} 0 & 0 & 1 & 0 \\ 1 & 0 & 0 & 0 \\ 0 & 0 & 1 & 0 \end{pmatrix}$$

**K를 따로 받는 까닭.** 위에서 클래스 1과 3은 한 번도 나오지 않지만 그 열은 있습니다. 숫자 열 개짜리 배치에 모든 숫자가 한
번씩 들어 있는 일은 거의 없습니다. 마침 들어 있는 레이블에 따라 열의 수가 정해진다면, 2번 열의 뜻이 배치마다 달라질 것입니다.

**레이블의 세 가지 모습.** 레이블의 shape은 (N,)일 때도 있고, 표에서 한 열을 잘라 낸 (N, 1)일 때도 있습니다. 또 수가 적힌 파일은
실수로 읽는 일이 많아서 레이블이 2.0이기도 합니다. NumPy는 실수를 인덱스로 받지 않습니다. 여러분의 함수는 이 세 가지를 모두
받아야 합니다.

짧은 방법이 두 가지 있습니다. 하나는 행마다 1을 하나씩 놓는 것입니다. (행, 열)의 쌍이 N개 필요한데, 길이가 N인 배열 두 개를
넣은 `out[rows, columns]`가 바로 그런 N개의 자리를 가리킵니다. 다른 하나는 브로드캐스팅입니다. 레이블을 (N, 1)인 열로 만들어
K개의 수 0, 1, …, K − 1과 비교합니다. 비교한 결과의 shape은 무엇일까요?

빈칸을 채우십시오. 두 줄 정도면 됩니다. 결과는 (N, K)이고, 정수나 참·거짓이 아니라 **실수**입니다. u05에서 확률과 뺄셈을 하기
때문입니다. `y`는 바꾸지 마십시오.
"""


# %% exercise="one_hot"
def one_hot(y, K):
    """Return labels as rows of zeros with a single 1.

    y : array of labels, whole numbers from 0 to K - 1, as ints or as floats such as 2.0; (N,) or (N, 1); not changed.
    K : int, the number of classes, also of those that do not occur in y.
    Returns a new float array (N, K) with 1.0 in row n and the column of the n-th label.

    Example: y = [2, 0, 2], K = 4 gives [[0, 0, 1, 0], [1, 0, 0, 0], [0, 0, 1, 0]], as floats.
    """
    ### BEGIN SOLUTION
    labels = y.reshape(-1, 1)
    return (labels == np.arange(K)).astype(np.float64)
    ### END SOLUTION


# %% check="one_hot"
check("one_hot", one_hot)

# %% [markdown] lang="en"
r"""
### Ten sums in one product

One-hot rows are good for more than comparing. Let T be the one-hot labels of all 1,797 digits, (1797, 10), and X the
images, (1797, 64). Row k of $T^\top X$ adds up just the images whose label is k, because all others are multiplied by 0.
Dividing row k by the number of such images needs broadcasting: (10, 64) / (10, 1). The ten rows are the mean images
of the ten digits. Here they are, from *your* `one_hot`:

![Ten small grey images of 8 by 8 pixels: blurred but readable digits from 0 to 9, each with the number of its images
below it, between 174 and 183.](attachment:means.png)
"""

# %% [markdown] lang="ko"
r"""
### 곱 한 번으로 합 열 개

원-핫 행은 비교하는 데에만 쓰이지 않습니다. 손글씨 숫자 1,797개의 원-핫 레이블을 T (1797, 10), 이미지를 X (1797, 64)라고
하겠습니다. $T^\top X$의 k번 행은 레이블이 k인 이미지만 더한 것입니다. 나머지 이미지에는 0이 곱해지기 때문입니다. k번 행을 그런
이미지의 수로 나누려면 브로드캐스팅이 필요합니다. (10, 64) / (10, 1)입니다. 이렇게 얻은 행 열 개가 숫자 열 가지의 평균
이미지입니다. *여러분의* `one_hot`으로 그리면 다음과 같습니다.

![8×8 픽셀의 작은 회색 이미지 열 개. 흐릿하지만 알아볼 수 있는 0부터 9까지의 숫자이고, 아래에 이미지의 수가 적혀 있다. 174개에서
183개 사이이다.](attachment:means.png)
"""


# %% demo=true figure="means"
def plot_means():
    """Draw the mean image of each digit, by one product with the student's one-hot labels."""
    X, y = data.digits()
    T = one_hot(y, 10)
    counts = T.sum(axis=0).reshape(10, 1)
    means = T.T @ X / counts
    print("T", T.shape, " X", X.shape, " T.T @ X", means.shape, " counts", counts.shape)
    figure, axes = plt.subplots(1, 10, figsize=(11, 1.7), sharex=True, sharey=True, layout="constrained")
    for digit, axis in enumerate(axes):
        axis.imshow(means[digit].reshape(8, 8), cmap="gray_r", vmin=0, vmax=1)
        axis.set(title=f"{digit}", xlabel=f"{counts[digit, 0]:.0f} images", xticks=[], yticks=[])


plot_means()
plt.show()

# %% [markdown] lang="en"
r"""
## 5. Features on one scale

A table of people has the columns age, from 20 to 60, and income, from 20,000 to 60,000. With weights of about the same
size, a weighted sum of the two is almost only income: a difference of 10 years moves it by 10, a small rise in salary
by 1,000. And sums of tens of thousands saturate every sigmoid (unit u03).

The remedy is to **standardize** each column: subtract its mean $\mu$, divide by its standard deviation $\sigma$. After
that every column has mean 0 and standard deviation 1.

$$z_{nd} = \frac{x_{nd} - \mu_d}{\sigma_d} \qquad \mu_d = \frac{1}{N} \sum_n x_{nd} \qquad
\sigma_d = \sqrt{\frac{1}{N} \sum_n (x_{nd} - \mu_d)^2}$$

The column 1, 3, 5 has the mean 3. Its distances from the mean are −2, 0 and 2, their squares 4, 0 and 4, with the mean
8 / 3, so $\sigma = \sqrt{8 / 3} = 1.633$. The column becomes −1.225, 0 and 1.225.

Two cases need a thought.

**A column that never varies** has $\sigma = 0$, and $0 / 0$ is `nan`. In the digits this is real: the pixels 0, 32 and
39 are black in all images. Count such a $\sigma$ as **1**; the column becomes 0 everywhere, which is right, since it
tells nothing. Adding a tiny number such as $10^{-8}$ to $\sigma$ also avoids the `nan`, but it sets a trap: if a later
image has the grey value 0.5 at that pixel, then 0.5 is divided by $10^{-8}$, and the network gets a 50,000,000.

**Test data** must be standardized with the mean and the standard deviation **of the training data**. The weights were
learnt for inputs on that scale; the value 5 must mean the same to the network today and tomorrow. A single new sample
makes it plain: by its own mean and standard deviation it would always become a row of zeros. That is why the
function also takes `mean` and `std`, and why it returns those that it used.

**Your turn**, about 4 lines. `X` is (N, D), floats or whole numbers; leave it as it is. Called as `standardize(X)`, it
works out mean and std, both (D,), from the columns of `X`. Called with `mean` and `std`, both (D,), it uses those.
(Either both are given or neither; a std that is given holds no 0.) It returns three things: the standardized array (N,
D), mean and std. Ask for a missing argument with `mean is None`; `if mean` fails on arrays.
"""

# %% [markdown] lang="ko"
r"""
## 5. 특징의 크기 맞추기

사람을 적은 표에 20에서 60까지의 나이 열과 20,000에서 60,000까지의 소득 열이 있습니다. 가중치의 크기가 비슷하다면 둘의 가중합은
거의 소득만으로 정해집니다. 나이가 열 살 달라도 합은 10만큼 움직이는데, 월급이 조금 오르면 1,000만큼 움직이기 때문입니다. 또
합이 몇만이 되면 시그모이드는 모두 포화됩니다(u03).

그래서 열마다 **표준화**(standardization)를 합니다. 열의 평균 $\mu$를 빼고 표준편차(standard deviation) $\sigma$로 나눕니다.
그러면 모든 열의 평균이 0, 표준편차가 1이 됩니다.

$$z_{nd} = \frac{x_{nd} - \mu_d}{\sigma_d} \qquad \mu_d = \frac{1}{N} \sum_n x_{nd} \qquad
\sigma_d = \sqrt{\frac{1}{N} \sum_n (x_{nd} - \mu_d)^2}$$

1, 3, 5로 된 열의 평균은 3입니다. 평균과의 차이는 −2, 0, 2이고, 제곱은 4, 0, 4이며, 제곱의 평균은 8 / 3입니다. 따라서
$\sigma = \sqrt{8 / 3} = 1.633$이고, 이 열은 −1.225, 0, 1.225가 됩니다.

생각해 볼 경우가 두 가지 있습니다.

**값이 모두 같은 열**은 $\sigma = 0$이고, $0 / 0$은 `nan`입니다. 손글씨 숫자에 실제로 이런 열이 있습니다. 픽셀 0, 32, 39는 모든
이미지에서 검은색입니다. 이런 $\sigma$는 **1**로 치십시오. 그 열은 모두 0이 되는데, 아무것도 알려 주지 않는 열이므로 그것이
맞습니다. $\sigma$에 $10^{-8}$ 같은 아주 작은 수를 더해도 `nan`은 피할 수 있지만 함정이 숨어 있습니다. 나중에 들어온 이미지에서
그 픽셀의 밝기가 0.5이면 0.5를 $10^{-8}$으로 나누게 되어, 신경망에 50,000,000이 들어갑니다.

**테스트 데이터**(test data)는 **학습 데이터**(training data)의 평균과 표준편차로 표준화해야 합니다. 가중치는 그 눈금에 맞추어
학습한 것이므로, 값 5의 뜻은 어제도 오늘도 같아야 합니다. 새 샘플이 하나뿐인 경우를 생각하면 분명합니다. 그 샘플 자신의 평균과
표준편차를 쓰면 언제나 0으로만 된 행이 됩니다. 그래서 이 함수는 `mean`과 `std`를 받기도 하고, 계산에 쓴 값을 반환하기도 합니다.

빈칸을 채우십시오. 네 줄 정도면 됩니다. `X`는 (N, D)이고 실수나 정수이며, 바꾸면 안 됩니다. `standardize(X)`로 호출하면 `X`의
열에서 mean과 std를 구하고, 둘 다 shape은 (D,)입니다. shape이 (D,)인 `mean`과 `std`를 넘겨받으면 그 값을 씁니다. (둘 다 주거나 둘
다 주지 않으며, 넘겨받은 std에는 0이 없습니다.) 표준화한 배열 (N, D), mean, std의 세 가지를 반환합니다. 인수가 없는지는
`mean is None`으로 확인하십시오. 배열에 `if mean`을 쓰면 오류가 납니다.
"""


# %% exercise="standardize"
def standardize(X, mean=None, std=None):
    """Return X with each column shifted by its mean and divided by its standard deviation.

    X : (N, D), floats or ints; not changed.
    mean, std : (D,) each, to be used instead of those of X, such as those of the training data; or both None.
    Returns three arrays: the new float array (N, D), and the mean (D,) and std (D,) that were used. The std divides by
    N, as np.std does. A column of X that never varies has std 1, not 0.

    Example: X = [[1, 7], [3, 7], [5, 7]] gives [[-1.2247, 0], [0, 0], [1.2247, 0]], mean [3, 7] and std [1.633, 1].
    Then [[7, 9]] with this mean and std gives [[2.4495, 2]].
    """
    ### BEGIN SOLUTION
    if mean is None:
        mean, std = X.mean(axis=0), X.std(axis=0)
        std = np.where(X.max(axis=0) == X.min(axis=0), 1.0, std)  # rounding can leave a std of 1e-17 where nothing varies
    return (X - mean) / std, mean, std
    ### END SOLUTION


# %% check="standardize"
check("standardize", standardize)

# %% [markdown] lang="en"
r"""
## 6. Shuffled batches

Soon the network will learn, and then it takes one step after looking at some samples. After *all* samples? That is one
step for a lot of work. After *each* sample? Those are many steps, but every one follows the accident of a single
sample, and a loop over single samples is slow, as you will see in a moment. The usual way lies between: cut the data
into **batches** of, say, 32 samples, and take a step after each. One pass through all samples is an **epoch**.

Before each epoch the samples are shuffled anew. Otherwise a file that is sorted by label would show the network only
zeros, then only ones; and the same samples would always meet in the same batch.

With N = 5 samples and batches of 2, an epoch may look like this. Draw an order of the row numbers, say 3, 0, 4, 1, 2,
and cut it:

$$3, 0 \;\mid\; 4, 1 \;\mid\; 2$$

The last batch is smaller. It must not be thrown away, and no sample may come twice. Most important: a row of X and its
label in y stay **together**. That is why one shuffles the row *numbers* and then picks from both arrays with the same
ones.

Two tools. A **generator** is a function with `yield` in the place of `return`: each `yield` hands out one value and
waits until the loop asks for the next.

```python
def countdown(n):
    while n > 0:
        yield n
        n = n - 1

for number in countdown(3):  # 3, then 2, then 1
    print(number)
```

And `rng` is a random number generator, made once with `np.random.default_rng(0)` and passed on to all who need chance.
`rng.permutation(5)` returns the numbers 0 to 4 in random order; the next call returns another order. Whoever starts
again with the same seed gets the same orders again, and so a surprising result can be repeated.
`np.random.permutation` draws from one generator that the whole program shares; with it this is lost.

**Your turn**, about 4 lines. `X` is (N, D), `y` is (N,), `size` a whole number of at least 1 (it may be larger than
N). Yield pairs: `size` rows of X, an array (size, D), and the same rows of y, (size,). A function that returns a list
of all pairs is right too. Leave `X` and `y` as they are.
"""

# %% [markdown] lang="ko"
r"""
## 6. 섞어서 나눈 배치

신경망은 곧 학습을 시작합니다. 그때는 샘플을 얼마쯤 보고 나서 한 걸음씩 나아갑니다. 샘플을 *모두* 보고 나서 한 걸음을 내디디면
많은 계산을 하고도 한 걸음뿐입니다. 샘플 *하나*를 볼 때마다 내디디면 걸음은 많지만, 걸음마다 샘플 하나의 우연에 휘둘립니다.
게다가 샘플을 하나씩 다루는 반복문은 느립니다(곧 재어 봅니다). 그래서 보통은 그 중간을 택합니다. 데이터를 32개쯤씩
**배치**(batch)로 나누고 배치마다 한 걸음을 내디딥니다. 모든 샘플을 한 번 지나가는 것을 **에폭**(epoch)이라고 합니다.

에폭마다 먼저 샘플을 새로 섞습니다. 섞지 않으면, 레이블 순서로 정렬된 파일에서는 신경망이 0만 줄곧 보다가 1만 줄곧 보게 됩니다.
또 늘 같은 샘플끼리 한 배치에서 만나게 됩니다.

샘플이 N = 5개이고 배치의 크기가 2라면 한 에폭은 이런 모습입니다. 행 번호의 순서를 뽑아 3, 0, 4, 1, 2가 나왔다면 이렇게
자릅니다.

$$3, 0 \;\mid\; 4, 1 \;\mid\; 2$$

마지막 배치는 더 작습니다. 버리면 안 되고, 두 번 나오는 샘플이 있어도 안 됩니다. 가장 중요한 것은 X의 행과 y의 레이블이
**짝**을 유지하는 것입니다. 그래서 행 *번호*를 섞은 다음 같은 번호로 두 배열에서 꺼냅니다.

도구 두 가지를 소개합니다. **제너레이터**(generator)는 `return` 자리에 `yield`를 쓴 함수입니다. `yield`를 만날 때마다 값을 하나
내주고, 반복문이 다음 값을 달라고 할 때까지 기다립니다.

```python
def countdown(n):
    while n > 0:
        yield n
        n = n - 1

for number in countdown(3):  # 3, then 2, then 1
    print(number)
```

`rng`는 난수 생성기(random number generator)입니다. `np.random.default_rng(0)`으로 한 번 만들어, 난수가 필요한 곳에 넘겨줍니다.
`rng.permutation(5)`는 0부터 4까지의 수를 무작위 순서로 반환하고, 다시 호출하면 다른 순서를 반환합니다. 같은 시드(seed)로 다시
시작하면 같은 순서가 다시 나오므로, 뜻밖의 결과가 나왔을 때 되풀이해 볼 수 있습니다. `np.random.permutation`은 프로그램 전체가
함께 쓰는 생성기에서 뽑으므로 이렇게 할 수 없습니다.

빈칸을 채우십시오. 네 줄 정도면 됩니다. `X`는 (N, D), `y`는 (N,), `size`는 1 이상의 정수입니다(N보다 클 수도 있습니다). X의 행
`size`개로 된 배열 (size, D)와 y에서 같은 행을 꺼낸 (size,)를 쌍으로 내주십시오. 모든 쌍을 담은 리스트를 반환해도 됩니다. `X`와
`y`는 바꾸지 마십시오.
"""


# %% exercise="batch_iter"
def batch_iter(X, y, size, rng):
    """Go through all samples once, in random order: yield pairs (rows of X, the same rows of y).

    X : (N, D), y : (N,); not changed. size : int, the number of samples in a batch, at least 1, may be above N.
    rng : np.random.Generator; all chance comes from it, and another call gives another order.
    Yields tuples of two arrays, (size, D) and (size,); the last ones are shorter where size does not divide N.

    Example: N = 5, size = 2 and the order [3, 0, 4, 1, 2] give the rows 3 and 0, then 4 and 1, then 2.
    """
    ### BEGIN SOLUTION
    order = rng.permutation(len(X))
    for start in range(0, len(X), size):
        chosen = order[start : start + size]
        yield X[chosen], y[chosen]
    ### END SOLUTION


# %% check="batch_iter"
check("batch_iter", batch_iter)

# %% [markdown] lang="en"
r"""
## 7. Digits through a network that has learnt nothing

### Loop against batch

One layer of 100 neurons, 1,797 digits. The next cell computes its outputs in several ways: number by number with three
loops in Python (for 20 digits only, it would take too long otherwise); one digit at a time through your `affine`; in
batches of 10 and of 100; and all at once. It prints the time for one digit, as a multiple of the time for one digit in
batches of 100.
"""

# %% [markdown] lang="ko"
r"""
## 7. 아무것도 배우지 않은 신경망에 숫자 넣어 보기

### 반복문과 배치

뉴런이 100개인 층 하나에 손글씨 숫자 1,797개를 넣습니다. 다음 셀은 출력을 여러 방법으로 계산합니다. 파이썬 반복문 세 겹으로
수를 하나하나 계산하고(너무 오래 걸리므로 20개만), 여러분의 `affine`에 숫자를 하나씩, 10개씩, 100개씩 넣고, 한꺼번에 모두
넣습니다. 그리고 숫자 하나에 걸린 시간이 100개씩 넣었을 때의 몇 배인지를 출력합니다.
"""


# %% demo=true
def by_loops(X, W, b):
    """The same as affine, number by number."""
    out = np.zeros((len(X), len(b)))
    for n in range(len(X)):
        for m in range(len(b)):
            total = b[m]
            for d in range(len(W)):
                total += X[n, d] * W[d, m]
            out[n, m] = total
    return out


def seconds_for_one(run, count):
    """Return the shortest of five measured times, divided by the number of digits."""
    times = []
    for _ in range(5):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return min(times) / count


def compare_speed():
    """Print how much longer a digit takes in loops, alone and all at once than in batches of 100."""
    X, _ = data.digits()
    rng = np.random.default_rng(0)
    W, b = rng.normal(size=(64, 100)), rng.normal(size=100)
    few, N = X[:20], len(X)
    assert np.allclose(by_loops(few, W, b), affine(few, W, b)), "both ways must give the same numbers"
    spent = {"three loops": seconds_for_one(lambda: by_loops(few, W, b), len(few))}
    for size in (1, 10, 100, N):
        cuts = [X[n : n + size] for n in range(0, N, size)]
        spent[f"batches of {size}"] = seconds_for_one(lambda cuts=cuts: [affine(x, W, b) for x in cuts], N)
    for name, seconds in spent.items():
        print(f"{name:16s} {seconds / spent['batches of 100']:8.1f} times as long for one digit")


compare_speed()

# %% [markdown] lang="en"
r"""
On the machine on which this was written, a digit took 4,000 to 12,800 times as long in three loops as in batches of
100 (eight runs, some while the machine was busy), and 7 to 19 times as long one at a time. In batches of 10 it took
1.5 to 1.8 times as long. The numbers depend on the machine and on what else it is doing, so yours will differ; the
order of the first four lines hardly will.

The reason is not that NumPy calculates differently. Every step of a Python loop costs far more than the multiplication
that it is there for. A call of `affine` has such a price too, but it is paid once for the whole batch. From about 100
digits on, the price hardly counts. That more is always better is not true, though: in seven of the eight runs all
digits at once took 2 to 20 times as long as batches of 100. The product itself is not to blame. When we let NumPy
write into arrays made beforehand, all at once took only 0.4 to 0.6 times as long as the batches (three runs). What
costs is getting memory for large new arrays.

### Ten percent

Now the whole chain: the first 1,000 digits play the training data, the other 797 the test data. They are standardized
with the mean and std of the first 1,000, and go in batches of 100 through a network of the sizes `[64, 50, 30, 10]`
with relu. The answer is the digit with the highest score. The weights are random (normally distributed with the
standard deviation $\sqrt{2 / D}$, which keeps the sums of all layers at about the same size; u09 explains why), the
biases 0. Nobody has shown this network a label.

**Guess first.** Which share of the answers will be right? And will it be the same for twenty such networks, each with
other random weights?

![Left: twenty dots, the accuracy of twenty untrained networks, between 3 and 18 percent, around a line at 10 percent.
Right: bars that show how often one of these networks answers each digit, very unevenly, and circles that show how often
each digit occurs, about 80 times.](attachment:untrained.png)
"""

# %% [markdown] lang="ko"
r"""
이 글을 쓴 컴퓨터에서 여덟 번 재어 보니(몇 번은 다른 일로 바쁠 때였습니다), 숫자 하나에 걸린 시간이 반복문 세 겹에서는
100개씩 넣을 때의 4,000배에서 12,800배였고, 하나씩 넣으면 7배에서 19배였습니다. 10개씩 넣으면 1.5배에서 1.8배였습니다.
이 값은 컴퓨터에 따라, 또 그때 컴퓨터가 다른 일을 얼마나 하고 있는지에 따라 달라지므로 여러분의 값은 다를 것입니다.
하지만 처음 네 줄의 순서는 거의 바뀌지 않습니다.

NumPy가 계산을 다르게 하기 때문이 아닙니다. 파이썬 반복문은 한 번 돌 때마다, 정작 하려던 곱셈보다 훨씬 많은 시간을
씁니다. `affine`을 호출하는 데에도 그런 시간이 들지만 배치 전체에 한 번만 듭니다. 100개쯤부터는 그 시간이 거의 무시할
만합니다. 그렇다고 배치가 클수록 좋은 것은 아닙니다. 여덟 번 가운데 일곱 번은 모든 숫자를 한꺼번에 넣으면 100개씩 넣을
때의 2배에서 20배가 걸렸습니다. 곱셈 자체가 느린 것은 아닙니다. 미리 만들어 둔 배열에 결과를 쓰게 했더니 한꺼번에 넣는
쪽이 오히려 0.4배에서 0.6배밖에 걸리지 않았습니다(세 번 측정). 시간이 드는 것은 큰 배열을 새로 만들 메모리를 얻는
일입니다.

### 십 퍼센트

이제 전체를 이어 보겠습니다. 숫자 이미지의 처음 1,000개를 학습 데이터로, 나머지 797개를 테스트 데이터로 삼습니다. 처음 1,000개의
mean과 std로 표준화한 다음, 크기가 `[64, 50, 30, 10]`이고 relu를 쓰는 신경망에 100개씩 배치로 넣습니다. 점수가 가장 높은 숫자가
답입니다. 가중치는 난수(표준편차가 $\sqrt{2 / D}$인 정규분포. 모든 층에서 합의 크기를 비슷하게 유지하는 값이고, 그 까닭은 u09에서
설명합니다)이고 편향은 0입니다. 이 신경망에 레이블을 보여 준 사람은 아무도 없습니다.

**먼저 예상해 보십시오.** 답의 몇 퍼센트가 맞을까요? 가중치의 난수만 다른 신경망 스무 개를 만들면 모두 비슷할까요?

![왼쪽: 학습하지 않은 신경망 스무 개의 정확도를 나타낸 점들. 10퍼센트 선을 중심으로 3퍼센트에서 18퍼센트 사이이다. 오른쪽:
그중 한 신경망이 각 숫자를 몇 번 답했는지를 나타낸 막대로, 몹시 고르지 않다. 동그라미는 각 숫자가 실제로 나오는 횟수로 80번
안팎이다.](attachment:untrained.png)
"""


# %% demo=true figure="untrained"
def random_network(sizes, rng):
    """Return random weights and zero biases for a network of these sizes."""
    shapes = layer_shapes(sizes, 1)
    return [(rng.normal(0, np.sqrt(2 / W[0]), W), np.zeros(b)) for _, W, b, _ in shapes]


def count_answers(X, y, params, rng):
    """Return how many answers are right, and how often each digit is answered (10,), batch by batch."""
    right, answered = 0, np.zeros(10)
    for x, t in batch_iter(X, y, 100, rng):
        answers = np.argmax(mlp_forward(x, params, relu), axis=1)
        right += np.sum(answers == t)
        answered += one_hot(answers, 10).sum(axis=0)
    return right, answered


def plot_untrained():
    """Print and draw what twenty untrained networks answer on the digits 1,000 to 1,796."""
    X, y = data.digits()
    _, mean, std = standardize(X[:1000])
    X, y = standardize(X[1000:], mean, std)[0], y[1000:]
    found = []
    for seed in range(20):
        rng = np.random.default_rng(seed)
        found.append(count_answers(X, y, random_network([64, 50, 30, 10], rng), rng))
    shares = np.array([100 * right / len(y) for right, _ in found])
    print("accuracy in percent:", " ".join(f"{share:.1f}" for share in shares))
    print(f"mean {shares.mean():.1f}, from {shares.min():.1f} to {shares.max():.1f}")
    print("answers of network 0, digit by digit:", found[0][1].astype(int), " largest input:", np.round(X.max(), 1))
    figure, (left, right) = plt.subplots(1, 2, figsize=(10, 3.4), layout="constrained")
    left.axhline(10, color="0.4", linestyle="--", label="10 %")
    left.plot(shares, "o", label="one network")
    left.set(xlabel="network (seed)", ylabel="right answers, %", ylim=(0, 25), xticks=range(0, 20, 2))
    left.legend()
    right.bar(range(10), found[0][1], color="tab:blue", hatch="//", edgecolor="white", label="answered by network 0")
    counts = one_hot(y, 10).sum(axis=0)
    right.plot(range(10), counts, "o", color="black", fillstyle="none", markersize=9, label="written")
    right.set(xlabel="digit", ylabel="times among 797", xticks=range(10))
    right.legend(loc="upper left")


plot_untrained()
plt.show()

# %% [markdown] lang="en"
r"""
Averaged over the twenty networks, 10.6 % of the answers are right, about one in ten, as with guessing. But single
networks lie between 3.4 and 18.2 %, and chance alone would not scatter that far: 797 fair guesses would nearly always
end between 7 and 13 %.

The bars show why. Network 0 does not guess, it has prejudices: it answers 5 for 327 of the 797 digits, and 0, 3, 4 and
9 never. Random weights favour some outputs, whatever the image is. Whether a prejudice happens to fit the images is
luck, and the luck differs from network to network.

So 10 % is the mark from which learning starts. A program for training that stays there has learnt nothing, however
busy it looked. In unit u07 a network like this one gets 97 to 98 % of the digits right.

The last printed number is a warning. The largest standardized input is 109.7, although more than 99 % lie between −3
and 3. Pixel 47 is black in 997 of the first 1,000 images and nearly black in the other three, so its standard
deviation is only 0.0034. In one test image it has the grey value 0.375, and that is 109.7 standard deviations away
from the mean. Standardizing does not help with features that are almost constant.
"""

# %% [markdown] lang="ko"
r"""
신경망 스무 개를 평균하면 답의 10.6 %가 맞았습니다. 찍을 때처럼 열에 하나쯤입니다. 그런데 신경망 하나하나는 3.4 %에서 18.2 %
사이에 흩어져 있고, 이것은 우연만으로 설명하기에는 너무 넓습니다. 797번을 공정하게 찍는다면 거의 언제나 7 %에서 13 % 사이에
들어옵니다.

까닭은 막대에 나타나 있습니다. 0번 신경망은 찍는 것이 아니라 편견을 갖고 있습니다. 숫자 797개 가운데 327개에 5라고 답하고, 0, 3,
4, 9라고는 한 번도 답하지 않습니다. 무작위 가중치는 어떤 이미지가 들어오든 몇몇 출력을 선호합니다. 그 편견이 이미지와 맞아떨어질지는
운이고, 운은 신경망마다 다릅니다.

그러므로 10 %는 학습이 출발하는 지점입니다. 학습 프로그램이 아무리 바쁘게 돌아갔어도 정확도가 여기에 머물러 있으면 아무것도 배우지
못한 것입니다. u07에서는 이런 신경망이 숫자의 97 %에서 98 %를 맞힙니다.

마지막에 출력된 수는 주의해서 볼 만합니다. 표준화한 입력의 99 % 이상이 −3과 3 사이에 있는데, 가장 큰 값은 109.7입니다. 픽셀
47은 처음 1,000개 이미지 가운데 997개에서 검은색이고 나머지 세 개에서도 거의 검은색이라, 표준편차가 0.0034밖에 되지 않습니다.
그런데 한 테스트 이미지에서 이 픽셀의 밝기가 0.375이고, 이것은 평균에서 표준편차의 109.7배만큼 떨어진 값입니다. 표준화한다고
해서 거의 변하지 않는 특징의 문제까지 풀리지는 않습니다.
"""

# %% [markdown] lang="en"
r"""
## 8. A question to answer in words

Write three to eight sentences in the cell below. It is graded by a person, 3 points.

Ten samples with two features each pass through a layer of four neurons, (10, 2) @ (2, 4), and the biases are added.
Call the result Z. Say **in words**, without a formula, what these are:

1. the number `Z[i, j]`, and which numbers of X, W and b it depends on;
2. the row `Z[i]`;
3. the column `Z[:, j]`.

For each of the last two, say also what happens to it when the *other samples* of the batch are exchanged.
"""

# %% [markdown] lang="ko"
r"""
## 8. 글로 답하는 문제

아래 셀에 세 문장에서 여덟 문장 정도로 답하십시오. 사람이 채점하며 3점입니다.

특징이 두 개씩인 샘플 열 개가 뉴런이 네 개인 층을 지납니다. (10, 2) @ (2, 4)를 계산하고 편향을 더한 결과를 Z라고 하겠습니다. 다음이
각각 무엇인지 식을 쓰지 말고 **말로** 설명하십시오.

1. 수 `Z[i, j]`. 이 수는 X, W, b의 어떤 수에 따라 정해집니까?
2. 행 `Z[i]`
3. 열 `Z[:, j]`

2와 3에 대해서는, 배치의 *다른 샘플*들을 바꾸면 그것이 어떻게 되는지도 쓰십시오.
"""

# %% [markdown] answer="meaning_of_z" points=3 lang="en"
r"""
**Model answer.**

1. `Z[i, j]` is the weighted sum, with bias, that neuron j computes for sample i. It depends on the two features of
   sample i (row i of X), on the two weights of neuron j (column j of W) and on the one bias of neuron j, on five
   numbers in all. No other sample and no other neuron has a part in it.
2. `Z[i]` holds four numbers: what the four neurons say about sample i. It is the description of sample i that the next
   layer gets. If the other samples are exchanged, it stays as it is: the samples of a batch do not see each other.
3. `Z[:, j]` holds ten numbers: what neuron j says about each of the ten samples. If the other samples are exchanged,
   their entries change, and only the entry of the sample that stayed is the same. The weights behind the entries do
   not change.

**Rubric**, 1 point each.

- `Z[i, j]` as the sum of one neuron for one sample, with row i of X, column j of W and `b[j]`. Half a point if the
  bias is missing. "Row i times column j" without saying what a row and a column stand for earns half a point.
- `Z[i]` as all neurons for one sample, and that it does not depend on the other samples. Half a point for one of the
  two.
- `Z[:, j]` as one neuron for all samples, and that only the entries of exchanged samples change. Half a point for one
  of the two. Samples and neurons exchanged throughout: no points for 2 and 3.
"""

# %% [markdown] answer="meaning_of_z" points=3 lang="ko"
r"""
**모범 답안.**

1. `Z[i, j]`는 뉴런 j가 샘플 i에 대해 계산한, 편향까지 더한 가중합입니다. 샘플 i의 특징 두 개(X의 i번 행), 뉴런 j의 가중치 두
   개(W의 j번 열), 뉴런 j의 편향 하나, 모두 다섯 개의 수로 정해집니다. 다른 샘플이나 다른 뉴런은 관계가 없습니다.
2. `Z[i]`에는 수가 네 개 있습니다. 뉴런 네 개가 샘플 i에 대해 낸 값입니다. 다음 층이 샘플 i에 대해 받는 정보가 바로 이
   행입니다. 다른 샘플을 바꾸어도 그대로입니다. 한 배치에 있는 샘플은 서로 영향을 주지 않습니다.
3. `Z[:, j]`에는 수가 열 개 있습니다. 뉴런 j가 샘플 열 개 각각에 대해 낸 값입니다. 다른 샘플을 바꾸면 그 샘플의 값이 바뀌고, 바꾸지
   않은 샘플의 값만 그대로입니다. 값을 만드는 가중치는 바뀌지 않습니다.

**채점 기준**, 각 1점.

- `Z[i, j]`가 뉴런 하나가 샘플 하나에 대해 낸 합이라는 것과, X의 i번 행, W의 j번 열, `b[j]`로 정해진다는 것. 편향이 빠지면 0.5점.
  행과 열이 무엇을 뜻하는지 말하지 않고 'i번 행과 j번 열의 곱'이라고만 하면 0.5점.
- `Z[i]`가 샘플 하나에 대한 모든 뉴런의 값이라는 것과, 다른 샘플과 관계없다는 것. 하나만 있으면 0.5점.
- `Z[:, j]`가 모든 샘플에 대한 뉴런 하나의 값이라는 것과, 바꾼 샘플의 값만 바뀐다는 것. 하나만 있으면 0.5점. 샘플과 뉴런을 줄곧
  뒤바꾸어 답하면 2와 3은 점수가 없습니다.
"""

# %% demo=true
unit.score()

# %% [markdown] lang="en"
r"""
## What to read next

- The NumPy documentation, "Broadcasting": the rule of section 1, with pictures and more examples.
- Ian Goodfellow, Yoshua Bengio, Aaron Courville, *Deep Learning* (MIT Press, 2016), sections 2.1, 2.2 and 6.1:
  matrices, their products, and the XOR network of section 3.
- Koki Saitoh, *Deep Learning from Scratch*, chapter 3: the forward pass of a network with three layers, and batches.
- Yann LeCun, Léon Bottou, Genevieve Orr, Klaus-Robert Müller, "Efficient BackProp" (1998), sections 4.2 and 4.3: why
  samples are shuffled and inputs standardized.

In unit u05 the scores meet the labels: a loss says how wrong a network is, and its slope says which way to go.
"""

# %% [markdown] lang="ko"
r"""
## 더 읽을거리

- NumPy 문서의 "Broadcasting". 1절의 규칙을 그림과 더 많은 예로 설명합니다.
- Ian Goodfellow, Yoshua Bengio, Aaron Courville, *Deep Learning* (MIT Press, 2016), 2.1절, 2.2절, 6.1절. 행렬과 행렬 곱,
  그리고 3절의 XOR 신경망을 다룹니다.
- 사이토 고키, 『밑바닥부터 시작하는 딥러닝』, 3장. 3층 신경망의 순전파와 배치를 다룹니다.
- Yann LeCun, Léon Bottou, Genevieve Orr, Klaus-Robert Müller, "Efficient BackProp" (1998), 4.2절과 4.3절. 샘플을 섞고 입력을
  표준화하는 까닭을 설명합니다.

u05에서는 점수가 레이블을 만납니다. 손실(loss)은 신경망이 얼마나 틀렸는지를 알려 주고, 그 기울기는 어느 쪽으로 가야 하는지를 알려
줍니다.
"""
