# %% [markdown] lang="en"
r"""
# The perceptron: gates, a learning rule, and where one line ends

After this unit you will be able to

- build AND, OR and NAND from a weighted sum and a threshold, and XOR from three such neurons;
- write the perceptron learning rule and train a neuron with it, one example after the other;
- draw the line at which a neuron changes its mind, and say which problems no single line can solve;
- write a small `Sequential` model with `compile` and `fit`, as Keras has it, and explain what a *linear* unit
  can and cannot learn.

You need Python functions and classes, NumPy arrays and the dot product. Reading and coding take about 80 minutes.
"""

# %% [markdown] lang="ko"
r"""
# 퍼셉트론: 논리 게이트, 학습 규칙, 그리고 직선 하나의 한계

이 단원을 마치면 다음을 할 수 있습니다.

- 가중합(weighted sum)과 임계값(threshold)만으로 AND, OR, NAND를 만들고, 그 뉴런 세 개를 이어 XOR를 만듭니다.
- 퍼셉트론 학습 규칙을 직접 작성하고, 예제를 하나씩 보여 주며 뉴런을 학습시킵니다.
- 뉴런의 판단이 바뀌는 경계선을 그리고, 직선 하나로는 풀 수 없는 문제가 무엇인지 설명합니다.
- Keras처럼 `compile`과 `fit`을 갖춘 작은 `Sequential` 모델을 만들고, *선형* 유닛이 무엇을 배울 수 있고
  무엇을 배울 수 없는지 설명합니다.

파이썬의 함수와 클래스, NumPy 배열, 내적(dot product)을 알고 있어야 합니다. 읽고 코드를 작성하는 데 80분쯤 걸립니다.
"""

# %% setup=true
import matplotlib.pyplot as plt
import numpy as np
from nnlab import Unit, data, plots, widgets

unit = Unit("u02_perceptron", lang="en")
check = unit.check

# %% [markdown] lang="en"
r"""
## 1. One neuron, one yes-or-no question

Suppose you go for a walk when it is sunny ($x_1 = 1$), but not when it is windy ($x_2 = 1$). A neuron can hold this
rule in three numbers. Give sun the weight $1$, wind the weight $-1$, and add $-0.5$ so that a day with neither
counts as "no". For a sunny day without wind the sum is

$$-0.5 + 1 \cdot 1 + (-1) \cdot 0 = 0.5$$

which is above zero: go. On a sunny but windy day it is $-0.5 + 1 - 1 = -0.5$: stay at home.

The number that is always added is the **bias**. To treat it like every other weight, we give each input vector an
extra first entry $x_0 = 1$ and call the bias $w_0$. The whole neuron is then one dot product and one comparison:

$$\mathbf{w} \cdot \mathbf{x} = w_0 x_0 + w_1 x_1 + w_2 x_2$$

$$y = \begin{cases} 1 & \mathbf{w} \cdot \mathbf{x} > 0 \\ 0 & \mathbf{w} \cdot \mathbf{x} \le 0 \end{cases}$$

The sum in the first line is called the **weighted sum**; below, "the sum" always means this one. The value $0$
that it is compared with is called the **threshold**. $y$ is the output, or the answer, of the neuron.

A neuron of this kind is a **perceptron**. Two conventions are hidden in these lines, and books differ in both:

- **A sum of exactly 0 gives 0** here, because we write $>$. Some books write $\ge$, and then it gives 1.
- **$x_0 = +1$** here. Some books use $x_0 = -1$. Then $w_0$ itself is a threshold: the value that the sum of the
  other terms has to exceed. The code is the same; only the sign of $w_0$ turns round.

On the left of the picture is the neuron. On the right is what it does to the plane: on the hatched side it
answers 1, on the other side 0. The border between the two is a straight line, whatever the weights are, unless
$w_1$ and $w_2$ are both 0; then the answer is the same everywhere.

The four marks are the four possible inputs $(0, 0)$, $(0, 1)$, $(1, 0)$ and $(1, 1)$. As points of the plane they
are the corners of a square with sides of length 1. A filled mark means that the answer should be 1, an open circle
that it should be 0.

![Left: a neuron with inputs 1, x1, x2 and weights -0.5, 1, -1. Right: the half plane, hatched, in which it answers 1; only the corner (1, 0) lies in it.](attachment:neuron.png)

The next cell draws this picture. Change the three numbers and run it again; the marks stay as they are. What does
the bias do to the line?
"""

# %% [markdown] lang="ko"
r"""
## 1. 뉴런 하나는 예/아니요 질문 하나

해가 나면($x_1 = 1$) 산책을 가지만, 바람이 불면($x_2 = 1$) 가지 않는 사람이 있습니다. 뉴런은 이 규칙을 숫자 세 개에
담을 수 있습니다. 해에는 가중치(weight) $1$을, 바람에는 가중치 $-1$을 주고, 둘 다 없는 날은 "아니요"가 되도록 $-0.5$를
더합니다. 해가 나고 바람이 없는 날의 합은

$$-0.5 + 1 \cdot 1 + (-1) \cdot 0 = 0.5$$

로 0보다 크므로 산책을 갑니다. 해가 나지만 바람도 부는 날은 $-0.5 + 1 - 1 = -0.5$이므로 집에 있습니다.

입력과 상관없이 늘 더해지는 수를 **편향**(bias)이라고 합니다. 편향도 다른 가중치와 똑같이 다루기 위해, 입력 벡터의
맨 앞에 항상 $x_0 = 1$을 덧붙이고 편향을 $w_0$으로 씁니다. 그러면 뉴런 전체가 내적 한 번과 비교 한 번이 됩니다.

$$\mathbf{w} \cdot \mathbf{x} = w_0 x_0 + w_1 x_1 + w_2 x_2$$

$$y = \begin{cases} 1 & \mathbf{w} \cdot \mathbf{x} > 0 \\ 0 & \mathbf{w} \cdot \mathbf{x} \le 0 \end{cases}$$

첫째 식의 합을 **가중합**(weighted sum)이라고 합니다. 앞으로 그냥 "합"이라고 하면 이 가중합을 가리킵니다. 가중합과
비교하는 값 $0$은 **임계값**(threshold)이라고 합니다. $y$는 뉴런의 출력, 곧 뉴런이 내놓는 답입니다.

이런 뉴런이 **퍼셉트론**(perceptron)입니다. 위 식에는 책마다 다른 약속 두 가지가 들어 있습니다.

- 이 강의에서는 $>$를 쓰므로 **합이 정확히 0이면 출력은 0**입니다. $\ge$를 쓰는 책에서는 이때 1이 됩니다.
- **이 강의에서는 $x_0 = +1$입니다.** $x_0 = -1$로 두는 책에서는 $w_0$ 자체가 임계값, 곧 나머지 항의 합이 넘어야 할
  값이 됩니다. 코드는 똑같고 $w_0$의 부호만 반대가 됩니다.

그림의 왼쪽은 뉴런이고, 오른쪽은 그 뉴런이 평면을 나누는 모습입니다. 빗금 친 쪽에서는 1, 반대쪽에서는 0을 출력합니다.
가중치가 무엇이든 둘 사이의 경계는 직선입니다. 다만 $w_1$과 $w_2$가 모두 0이면 경계가 없고 어디서나 출력이 같습니다.

표시 네 개는 가능한 입력 네 가지 $(0, 0)$, $(0, 1)$, $(1, 0)$, $(1, 1)$입니다. 평면의 점으로 보면 한 변의 길이가 1인
정사각형의 꼭짓점입니다. 속이 찬 표시는 답이 1이어야 한다는 뜻이고, 빈 원은 0이어야 한다는 뜻입니다.

![왼쪽: 입력 1, x1, x2와 가중치 -0.5, 1, -1을 가진 뉴런. 오른쪽: 출력이 1인 반평면(빗금). 꼭짓점 (1, 0)만 그 안에 있다.](attachment:neuron.png)

다음 셀이 이 그림을 그립니다. 숫자 세 개를 바꾸어 다시 실행해 보십시오. 점의 표시는 그대로 남습니다. 편향을 바꾸면
직선은 어떻게 움직입니까?
"""

# %% demo=true figure="neuron"
walk = np.array([-0.5, 1.0, -1.0])  # bias, sun, wind: change these

fig, (left, right) = plt.subplots(1, 2, figsize=(8, 3.4))
plots.neuron(left, walk)
plots.sides(right, walk)
plots.points(right, [[0, 0], [0, 1], [1, 1], [1, 0]], [0, 0, 0, 1], xlabel="x1 (sun)", ylabel="x2 (wind)")
right.set_title("hatched: the neuron answers 1")
fig.tight_layout()
plt.show()

# %% [markdown] lang="en"
r"""
## 2. Gates

With inputs 0 and 1 a neuron becomes a logic **gate**. AND answers 1 only if both inputs are 1, OR if at least one
is, and NAND is the opposite of AND:

| $x_1$ | $x_2$ | AND | OR | NAND |
|:-:|:-:|:-:|:-:|:-:|
| 0 | 0 | 0 | 0 | 1 |
| 0 | 1 | 0 | 1 | 1 |
| 1 | 0 | 0 | 1 | 1 |
| 1 | 1 | 1 | 1 | 0 |

Such a table is called a *truth table*. Each of its rows is one condition on the weights. In the first row, for
instance, both inputs are 0, and the sum is $w_0$ alone. For AND the conditions are

$$w_0 \le 0, \qquad w_0 + w_2 \le 0, \qquad w_0 + w_1 \le 0, \qquad w_0 + w_1 + w_2 > 0$$

Read aloud: neither weight alone may lift the sum above 0, both together must. Try
$w_0 = -0.3$, $w_1 = w_2 = 0.5$: for the input $(0, 1)$ the sum is $-0.3 + 0.5 = 0.2 > 0$, so this neuron
answers 1 where AND must answer 0. The bias is not low enough. Many choices are right; find one for each gate.

**Exercise `gates`.** Write `AND(x1, x2)`, `OR(x1, x2)` and `NAND(x1, x2)`. Each takes two numbers, 0 or 1, and
returns the *int* 0 or 1 (not `True` or `False`, not `1.0`). Use a weighted sum and a threshold, with weights that
you choose by hand. A sum of exactly 0 gives 0. About 2 lines each. Python's `and` gives the right results too, but
it cannot learn, and later in this unit the weights will have to.
"""

# %% [markdown] lang="ko"
r"""
## 2. 논리 게이트

입력이 0과 1뿐이면 뉴런은 **논리 게이트**(gate)가 됩니다. AND는 두 입력이 모두 1일 때만 1, OR는 하나라도 1이면 1을 출력하고,
NAND는 AND의 반대입니다.

| $x_1$ | $x_2$ | AND | OR | NAND |
|:-:|:-:|:-:|:-:|:-:|
| 0 | 0 | 0 | 0 | 1 |
| 0 | 1 | 0 | 1 | 1 |
| 1 | 0 | 0 | 1 | 1 |
| 1 | 1 | 1 | 1 | 0 |

이런 표를 *진리표*(truth table)라고 합니다. 표의 행 하나하나가 가중치에 대한 조건입니다. 예를 들어 첫 행에서는 두 입력이 모두
0이므로 합이 $w_0$뿐입니다. AND라면 조건은 다음과 같습니다.

$$w_0 \le 0, \qquad w_0 + w_2 \le 0, \qquad w_0 + w_1 \le 0, \qquad w_0 + w_1 + w_2 > 0$$

말로 하면, 가중치 하나만으로는 합이 0을 넘지 않아야 하고 둘이 함께일 때는 넘어야 합니다.
예를 들어 $w_0 = -0.3$, $w_1 = w_2 = 0.5$로 정하면, 입력이 $(0, 1)$일 때 합이 $-0.3 + 0.5 = 0.2 > 0$이므로 AND라면 0이어야 할
곳에서 1을 출력합니다. 편향이 충분히 낮지 않은 것입니다. 맞는 값은 여러 가지이니 게이트마다 하나씩 찾아보십시오.

**문제 `gates`.** `AND(x1, x2)`, `OR(x1, x2)`, `NAND(x1, x2)`를 작성합니다. 각 함수는 0 또는 1인 수 두 개를 받아
*int* 0 또는 1을 반환합니다(`True`/`False`나 `1.0`이 아닙니다). 직접 고른 가중치로 가중합을 구하고 임계값과 비교합니다.
합이 정확히 0이면 0입니다. 함수마다 2줄 정도입니다. 파이썬의 `and`를 써도 결과는 맞지만 `and`는 학습할 수 없습니다.
이 단원의 뒤쪽에서는 가중치를 학습으로 찾습니다.
"""


# %% exercise="gates"
def AND(x1, x2):
    """Return 1 if both inputs are 1, else 0, by a weighted sum and a threshold.

    x1, x2 : numbers, 0 or 1. Returns an int, 0 or 1. A sum of exactly 0 gives 0.
    Example: AND(1, 0) is 0, AND(1, 1) is 1.
    """
    ### BEGIN SOLUTION
    w, x = np.array([-0.7, 0.5, 0.5]), np.array([1.0, x1, x2])
    return int(w @ x > 0)
    ### END SOLUTION


def OR(x1, x2):
    """Return 1 if at least one input is 1, else 0, by a weighted sum and a threshold.

    x1, x2 : numbers, 0 or 1. Returns an int, 0 or 1. A sum of exactly 0 gives 0.
    Example: OR(0, 0) is 0, OR(1, 0) is 1.
    """
    ### BEGIN SOLUTION
    w, x = np.array([-0.2, 0.5, 0.5]), np.array([1.0, x1, x2])
    return int(w @ x > 0)
    ### END SOLUTION


def NAND(x1, x2):
    """Return 0 if both inputs are 1, else 1, by a weighted sum and a threshold.

    x1, x2 : numbers, 0 or 1. Returns an int, 0 or 1. A sum of exactly 0 gives 0.
    Example: NAND(1, 0) is 1, NAND(1, 1) is 0.
    """
    ### BEGIN SOLUTION
    w, x = np.array([0.7, -0.5, -0.5]), np.array([1.0, x1, x2])
    return int(w @ x > 0)
    ### END SOLUTION


# %% check="gates"
check("gates", AND, OR, NAND)

# %% [markdown] lang="en"
r"""
## 3. XOR: one line is not enough, three neurons are

XOR ("exclusive or") answers 1 if *exactly one* input is 1. Write down its four conditions as before:

$$w_0 \le 0, \qquad w_0 + w_2 > 0, \qquad w_0 + w_1 > 0, \qquad w_0 + w_1 + w_2 \le 0$$

Add the two in the middle: $2 w_0 + w_1 + w_2 > 0$. Add the first and the last: $2 w_0 + w_1 + w_2 \le 0$. Both
cannot be true, so **no weights exist**. This is not bad luck with the numbers. In the plane, the two corners with
answer 1 lie on one diagonal and the two with answer 0 on the other, and no straight line has the first pair on
one side and the second on the other. Problems for which such a line exists are called **linearly separable**; XOR
is not.

The way out is a second **layer**. Neurons that take the same inputs side by side form a layer, and the neurons of
the second layer take the answers of the first as their inputs. (A layer whose answers are used only inside the
network is called a *hidden layer*.) Put the answers of NAND and OR beside XOR:

| $x_1$ | $x_2$ | NAND | OR | XOR |
|:-:|:-:|:-:|:-:|:-:|
| 0 | 0 | 1 | 0 | 0 |
| 0 | 1 | 1 | 1 | 1 |
| 1 | 0 | 1 | 1 | 1 |
| 1 | 1 | 0 | 1 | 0 |

Cover the first two columns. Which gate turns the columns NAND and OR into the column XOR?

**Exercise `xor`.** Complete `forward(x1, x2)` of the class `XOR`. It takes two numbers, 0 or 1, and returns the
int 0 or 1. The constructor, which takes no arguments, already keeps your three gates as `self.AND`, `self.OR` and
`self.NAND`; `forward` only uses them. About 3 lines. For example, `XOR().forward(1, 0)` is 1 and
`XOR().forward(1, 1)` is 0.

After the check, the next cell draws what your gates answer. Expect this:

![Four panels with the corners of the unit square. AND: only (1, 1) is a filled square. OR: all but (0, 0). NAND: all but (1, 1). XOR: (0, 1) and (1, 0).](attachment:gates.png)
"""

# %% [markdown] lang="ko"
r"""
## 3. XOR: 직선 하나로는 안 되고, 뉴런 셋이면 된다

XOR(배타적 논리합, exclusive or)는 두 입력 중 *정확히 하나만* 1일 때 1을 출력합니다. 앞에서처럼 조건 네 개를 적으면 다음과
같습니다.

$$w_0 \le 0, \qquad w_0 + w_2 > 0, \qquad w_0 + w_1 > 0, \qquad w_0 + w_1 + w_2 \le 0$$

가운데 두 식을 더하면 $2 w_0 + w_1 + w_2 > 0$이고, 첫 식과 마지막 식을 더하면 $2 w_0 + w_1 + w_2 \le 0$입니다. 둘이 동시에
참일 수는 없으므로 **그런 가중치는 존재하지 않습니다.** 숫자를 잘못 골라서가 아닙니다. 평면에서 보면 답이 1인 두 꼭짓점은
한 대각선 위에, 답이 0인 두 꼭짓점은 다른 대각선 위에 있습니다. 어떤 직선도 이 두 쌍을 양쪽으로 갈라놓지 못합니다.
두 답을 직선 하나로 갈라놓을 수 있는 문제를 **선형 분리 가능**(linearly separable)하다고 합니다. XOR는 선형 분리 가능하지
않습니다.

해결책은 **층**(layer)을 하나 더 쌓는 것입니다. 같은 입력을 나란히 받는 뉴런들이 한 층을 이루고, 둘째 층의 뉴런은 첫째 층의
출력을 입력으로 받습니다(출력이 신경망 안에서만 쓰이는 층을 *은닉층*(hidden layer)이라고 합니다). NAND와 OR의 출력을
XOR 옆에 나란히 적으면 다음과 같습니다.

| $x_1$ | $x_2$ | NAND | OR | XOR |
|:-:|:-:|:-:|:-:|:-:|
| 0 | 0 | 1 | 0 | 0 |
| 0 | 1 | 1 | 1 | 1 |
| 1 | 0 | 1 | 1 | 1 |
| 1 | 1 | 0 | 1 | 0 |

앞의 두 열을 가리고 보십시오. NAND 열과 OR 열을 넣었을 때 XOR 열이 나오는 게이트는 무엇입니까?

**문제 `xor`.** 클래스 `XOR`의 `forward(x1, x2)`를 완성합니다. 0 또는 1인 수 두 개를 받아 int 0 또는 1을 반환합니다. 인수가 없는
생성자가 여러분의 게이트 세 개를 이미 `self.AND`, `self.OR`, `self.NAND`로 갖고 있으므로 `forward`는 그것을 쓰기만 하면
됩니다. 3줄 정도입니다. 예를 들어 `XOR().forward(1, 0)`은 1이고 `XOR().forward(1, 1)`은 0입니다.

검사(check) 다음 셀은 여러분의 게이트가 출력한 값을 그립니다. 다음과 같은 그림이 나와야 합니다.

![정사각형의 꼭짓점을 그린 네 그림. AND는 (1, 1)만 채워진 사각형이고, OR는 (0, 0)만 빼고 모두, NAND는 (1, 1)만 빼고 모두, XOR는 (0, 1)과 (1, 0)이 채워진 사각형이다.](attachment:gates.png)
"""


# %% exercise="xor"
class XOR:
    """Two layers of gates: answers 1 if exactly one of two inputs is 1."""

    def __init__(self):
        self.AND, self.OR, self.NAND = AND, OR, NAND

    def forward(self, x1, x2):
        """Return 1 if exactly one input is 1, else 0.

        x1, x2 : numbers, 0 or 1. Returns an int, 0 or 1.
        Example: XOR().forward(1, 0) is 1, XOR().forward(1, 1) is 0.
        """
        ### BEGIN SOLUTION
        not_both = self.NAND(x1, x2)
        at_least_one = self.OR(x1, x2)
        return self.AND(not_both, at_least_one)
        ### END SOLUTION


# %% check="xor"
check("xor", XOR)

# %% demo=true figure="gates"
inputs = [(0, 0), (0, 1), (1, 0), (1, 1)]
gate_of = {"AND": AND, "OR": OR, "NAND": NAND, "XOR (three neurons)": XOR().forward}

fig, axes = plt.subplots(1, 4, figsize=(10, 3.4), sharex=True, sharey=True)
for ax, (gate_name, gate) in zip(axes, gate_of.items(), strict=True):
    plots.points(ax, inputs, [gate(*pair) for pair in inputs], title=gate_name, legend=False)
    ax.set(xlim=(-0.5, 1.5), ylim=(-0.5, 1.5), xticks=[0, 1], yticks=[0, 1], aspect="equal")
fig.legend(*axes[0].get_legend_handles_labels(), loc="lower center", ncols=2, title="answer")
fig.tight_layout(rect=(0, 0.2, 1, 1))
plt.show()

# %% [markdown] lang="en"
r"""
## 4. The learning rule

So far you chose the weights. For two inputs that is easy; for the 64 pixels of an image it is not. In 1958 Frank
Rosenblatt described a rule by which the neuron finds them from examples. An example is an input $\mathbf{x}$
together with its **target** $t$, the answer that is right for this input. Such a pair is called a **sample**.

Take $\mathbf{w} = (0, 0.5, 0.5)$ and the input $\mathbf{x} = (1, 0, 1)$, whose first entry belongs to the bias.
The sum is $0.5$, so $y = 1$. Suppose the target is $t = 0$. The sum was too high, so make it lower: subtract a
small multiple of $\mathbf{x}$ from $\mathbf{w}$. With the factor $\eta = 0.5$ the new weights are

$$(0, 0.5, 0.5) - 0.5 \cdot (1, 0, 1) = (-0.5, 0.5, 0)$$

and the sum for this input is now $-0.5$. The weight $w_1$ did not move: its input was 0, so it had no influence on
this wrong answer.

If the answer is 0 and should be 1, add instead. If it is right, do nothing. The number $t - y$ is $-1$, $+1$ or
$0$ in these three cases, so that one formula covers them all:

$$\mathbf{w} \leftarrow \mathbf{w} + \eta \, (t - y) \, \mathbf{x}$$

The **learning rate** $\eta$ (eta) sets the size of the step. Why does the step go the right way? After an update
the sum for the same input is

$$(\mathbf{w} + \eta \, (t - y) \, \mathbf{x}) \cdot \mathbf{x} = \mathbf{w} \cdot \mathbf{x} + \eta \, (t - y) \, (\mathbf{x} \cdot \mathbf{x})$$

and $\mathbf{x} \cdot \mathbf{x}$ is never negative: the sum rises if it was too low and falls if it was too high.
It may still be wrong for this input, and it may have become wrong for others. That is the hard part, and the next
sections look at it.

**Exercise `perceptron_step`.** Write `perceptron_step(w, x, t, eta)`: one update for one sample.

Here and below, D is the number of inputs and N the number of samples.

- `w` and `x` are float arrays of shape (D+1,), because the bias adds one entry: `w[0]` is the bias weight, and
  `x[0]` belongs to it. Take `x[0]` as it comes ($+1$ in this course, $-1$ in some books).
- `t`, the target, is 0 or 1; `eta`, the learning rate, is a float. A sum of exactly 0 gives $y = 0$.
- It returns the weights after this sample, shape (D+1,). If $y = t$, they equal `w`. The array `w` that was passed
  in is not changed.

About 2 lines. With the numbers from above, `w = [0, 0.5, 0.5]`, `x = [1, 0, 1]`, `t = 0` and `eta = 0.5` give
`[-0.5, 0.5, 0]`.

**By hand, and a surprise.** A well-known textbook exercise starts from $\mathbf{w} = (0.3, 0.4, 0.1)$ with
$\eta = 0.05$ and $x_0 = -1$, and shows the rows of AND in order. The inputs $(0, 0)$ and $(0, 1)$ are right. At
$(1, 0)$ the sum is $-0.3 + 0.4 = 0.1$, so $y = 1$ instead of $0$, and the weights become $(0.35, 0.35, 0.1)$.
Then $(1, 1)$ is right. In the next pass, at $(1, 0)$, the sum on paper is $-0.35 + 0.35 = 0$. Exactly on the
line. With our $>$ the answer 0 is right and learning is over after one update; a book with $\ge$ gets 1, updates
once more and ends at $(0.4, 0.3, 0.1)$.

The computer, up to rounding, also ends at $(0.4, 0.3, 0.1)$, although it uses $>$. In floating point $0.4 - 0.05$
is $0.35000000000000003$, and so the sum is not 0 but about $5.6 \cdot 10^{-17}$. With the final weights the sum for
$(1, 1)$ should be 0 as well, and it too comes out a little above. Sums of exactly 0 are fragile: when your result
differs from a worked example, look for a sum that should have been zero.
"""

# %% [markdown] lang="ko"
r"""
## 4. 학습 규칙

지금까지는 가중치를 직접 골랐습니다. 입력이 둘이면 쉽지만, 이미지의 픽셀 64개라면 그럴 수 없습니다. 1958년 프랭크 로젠블랫
(Frank Rosenblatt)은 뉴런이 예제를 보고 스스로 가중치를 찾아가는 규칙을 발표했습니다. 예제 하나는 입력 $\mathbf{x}$와 그
입력에 맞는 답, 곧 **정답**(target) $t$로 이루어집니다. 이런 쌍을 **샘플**(sample)이라고 합니다.

$\mathbf{w} = (0, 0.5, 0.5)$이고 입력이 $\mathbf{x} = (1, 0, 1)$인 경우를 보겠습니다. 입력의 첫 원소는 편향에 곱해지는 값입니다.
합은 $0.5$이므로 $y = 1$입니다. 그런데 정답이 $t = 0$이라면 합이 너무 컸던 것입니다. 그러니 $\mathbf{w}$에서 $\mathbf{x}$에 작은
수를 곱한 값을 빼서 합을 낮춥니다. 곱하는 수가 $\eta = 0.5$라면 새 가중치는

$$(0, 0.5, 0.5) - 0.5 \cdot (1, 0, 1) = (-0.5, 0.5, 0)$$

이고, 같은 입력에 대한 합은 이제 $-0.5$입니다. $w_1$은 바뀌지 않았습니다. 여기에 곱해지는 입력이 0이어서 이 오답에 영향을 주지
않았기 때문입니다.

거꾸로 출력이 0인데 정답이 1이면 더합니다. 출력이 맞으면 그대로 둡니다. 이 세 경우에 $t - y$는 차례로 $-1$, $+1$, $0$이므로
식 하나로 모두 나타낼 수 있습니다.

$$\mathbf{w} \leftarrow \mathbf{w} + \eta \, (t - y) \, \mathbf{x}$$

**학습률**(learning rate) $\eta$(에타)는 한 걸음의 크기를 정합니다. 왜 옳은 방향으로 움직일까요? 갱신한 뒤 같은 입력에 대한 합은

$$(\mathbf{w} + \eta \, (t - y) \, \mathbf{x}) \cdot \mathbf{x} = \mathbf{w} \cdot \mathbf{x} + \eta \, (t - y) \, (\mathbf{x} \cdot \mathbf{x})$$

이고 $\mathbf{x} \cdot \mathbf{x}$는 음수가 될 수 없습니다. 그래서 합이 너무 작았으면 커지고, 너무 컸으면 작아집니다. 다만 한 번 고친 뒤에도
이 입력의 답이 여전히 틀릴 수 있고, 맞던 다른 입력의 답이 틀리게 될 수도 있습니다. 어려운 점은 바로 여기에 있으며,
다음 절들에서 살펴봅니다.

**문제 `perceptron_step`.** 샘플 하나로 가중치를 한 번 갱신(update)하는 `perceptron_step(w, x, t, eta)`를 작성합니다.

여기서부터 D는 입력의 수, N은 샘플의 수입니다.

- `w`와 `x`는 shape (D+1,)의 실수(float) 배열입니다. 원소가 하나 더 많은 것은 편향 때문입니다. `w[0]`이 편향이고 `x[0]`이 거기에
  곱해집니다. `x[0]`은 들어온 값을 그대로 씁니다(이 강의에서는 $+1$, 어떤 책에서는 $-1$).
- `t`는 정답이며 0 또는 1이고, `eta`는 학습률이며 실수입니다. 합이 정확히 0이면 $y = 0$입니다.
- 이 샘플을 보고 난 뒤의 가중치를 shape (D+1,)의 배열로 반환합니다. $y = t$이면 `w`와 같은 값입니다. 인수로 받은 `w` 자체는
  바꾸지 않습니다.

2줄 정도입니다. 위에서 손으로 계산한 예라면 인수가 `w = [0, 0.5, 0.5]`, `x = [1, 0, 1]`, `t = 0`, `eta = 0.5`이고 결과는
`[-0.5, 0.5, 0]`입니다.

**손으로 계산해 보기, 그리고 뜻밖의 결과.** 교재에 자주 나오는 한 문제는 $\mathbf{w} = (0.3, 0.4, 0.1)$, $\eta = 0.05$,
$x_0 = -1$에서 시작해 AND의 네 행을 차례로 보여 줍니다. $(0, 0)$과 $(0, 1)$은 맞습니다. $(1, 0)$에서는 합이
$-0.3 + 0.4 = 0.1$이라 $0$이어야 할 출력이 $y = 1$이 되고, 가중치는 $(0.35, 0.35, 0.1)$이 됩니다. $(1, 1)$은 맞습니다. 다시 처음부터 보여 주다가
$(1, 0)$을 만나면 종이 위의 합은 $-0.35 + 0.35 = 0$, 정확히 경계 위입니다. 우리의 $>$로는 출력이 0이 되어 맞으므로 갱신 한 번으로
학습이 끝납니다. $\ge$를 쓰는 책에서는 출력이 1이 되어 한 번 더 갱신하고 $(0.4, 0.3, 0.1)$에서 끝납니다.

그런데 컴퓨터는 $>$를 쓰는데도, 반올림 오차를 빼면 $(0.4, 0.3, 0.1)$에서 끝납니다. 부동소수점 계산에서 $0.4 - 0.05$는
$0.35000000000000003$이어서, 합이 0이 아니라 약 $5.6 \cdot 10^{-17}$이 되기 때문입니다. 마지막 가중치로 구한 $(1, 1)$의 합도
종이 위에서는 0이지만 컴퓨터에서는 0보다 조금 큽니다. 합이 정확히 0이 되는 경우는 이렇게 불안정합니다. 결과가 책의 풀이와 다르면
0이 되었어야 할 합이 있는지부터 살펴보십시오.
"""


# %% exercise="perceptron_step"
def perceptron_step(w, x, t, eta):
    """Return the weights after the perceptron rule has seen one sample.

    w : (D+1,) floats, w[0] is the bias weight. x : (D+1,), x[0] belongs to the bias (+1, in some books -1).
    t : 0 or 1, the target. eta : float, the learning rate. A sum of exactly 0 gives the answer y = 0.
    Returns the weights after this sample (D+1,), equal to w where y equals t; w itself is not changed.
    Example: w = [0, .5, .5], x = [1, 0, 1], t = 0, eta = .5 gives [-.5, .5, 0].
    """
    ### BEGIN SOLUTION
    y = 1 if w @ x > 0 else 0
    return w + eta * (t - y) * x
    ### END SOLUTION


# %% check="perceptron_step"
check("perceptron_step", perceptron_step)

# %% [markdown] lang="en"
r"""
## 5. Where the neuron changes its mind

To *see* learning we need the border line. It consists of the points where the sum is exactly zero. For
$\mathbf{w} = (-1, 1, 0.5)$ these are the points with $-1 + x_1 + 0.5 \, x_2 = 0$. Put in $x_1 = 0$ and get
$x_2 = 2$; put in $x_1 = 1$ and get $x_2 = 0$. The line starts at height $2$, its *intercept*, and falls by $2$ for
each step to the right: its *slope* is $-2$. In general, solve for $x_2$:

$$w_0 + w_1 x_1 + w_2 x_2 = 0 \quad \Rightarrow \quad x_2 = -\frac{w_1}{w_2} \, x_1 - \frac{w_0}{w_2}$$

This line is the **decision boundary**. The factor of $x_1$ is its slope, the last term its intercept. If $w_2 = 0$,
the height $x_2$ plays no part, and the boundary is the vertical line $x_1 = -w_0 / w_1$. For
$\mathbf{w} = (-0.5, 0.5, 0)$ it is the vertical line $x_1 = 1$.

The line alone does not tell which side is 1: $\mathbf{w}$ and $-\mathbf{w}$ have the same line and opposite
answers.

**Exercise `decision_boundary`.** Write `decision_boundary(w)` for a float array `w` of shape (3,), the bias weight
first, with $x_0 = +1$. It returns two floats `(slope, intercept)` such that the line is
$x_2 = \text{slope} \cdot x_1 + \text{intercept}$. For a vertical line ($w_2 = 0$) it returns `np.inf` as the slope
and, in place of the intercept, the value of $x_1$ on that line. At least one of $w_1$, $w_2$ is not 0: if both were,
there would be no line. About 4 lines.

For $\mathbf{w} = (-1, 1, 0.5)$ the result is `(-2.0, 2.0)`; for $\mathbf{w} = (-0.5, 0.5, 0)$ it is `(inf, 1.0)`.

The cells after the check use your two functions to learn AND from $\mathbf{w} = (0, 0, 0)$ with $\eta = 0.5$, and
draw the boundary after each update. Expect this:

![Eleven small panels: the start, then ten updates. The line jumps from side to side, three times as a vertical line, and after update 10 only the corner (1, 1) is on the hatched side.](attachment:updates.png)

The hatching does not come from your line but from the sign of the sum, so it is a test of your formula: the line
must run along the edge of the hatched area. In the first panel all weights are 0: there is no line, and the answer
is 0 everywhere. After update 10 the corner $(1, 0)$ lies *on* the line. Its sum is exactly 0, and our convention
decides that the answer is 0.
"""

# %% [markdown] lang="ko"
r"""
## 5. 뉴런의 판단이 바뀌는 곳

학습 과정을 *눈으로 보려면* 경계선이 필요합니다. 경계선은 합이 정확히 0이 되는 점들의 모임입니다.
$\mathbf{w} = (-1, 1, 0.5)$이면 $-1 + x_1 + 0.5 \, x_2 = 0$을 만족하는 점들입니다. $x_1 = 0$을 넣으면 $x_2 = 2$,
$x_1 = 1$을 넣으면 $x_2 = 0$입니다. 높이 $2$에서 출발해 오른쪽으로 한 칸 갈 때마다 $2$씩 내려가는 직선이므로, 절편(intercept)은
2이고 기울기(slope)는 $-2$입니다. 일반적으로는 $x_2$에 대해 풉니다.

$$w_0 + w_1 x_1 + w_2 x_2 = 0 \quad \Rightarrow \quad x_2 = -\frac{w_1}{w_2} \, x_1 - \frac{w_0}{w_2}$$

이 직선을 **결정 경계**(decision boundary)라고 합니다. $x_1$에 곱해진 값이 기울기, 마지막 항이 절편입니다. $w_2 = 0$이면 높이
$x_2$가 판단에 영향을 주지 않으므로 결정 경계는 세로선 $x_1 = -w_0 / w_1$이 됩니다. $\mathbf{w} = (-0.5, 0.5, 0)$이면 세로선
$x_1 = 1$입니다.

직선만 보아서는 어느 쪽이 1인지 알 수 없습니다. $\mathbf{w}$와 $-\mathbf{w}$는 직선이 같지만 출력은 정반대입니다.

**문제 `decision_boundary`.** shape (3,)인 실수(float) 배열 `w`를 받는 `decision_boundary(w)`를 작성합니다. `w`의 맨 앞이 편향이고
$x_0 = +1$입니다. 직선이 $x_2 = \text{slope} \cdot x_1 + \text{intercept}$가 되도록 기울기와 절편을 실수(float) 두 개
`(slope, intercept)`로 반환합니다. 세로선이면($w_2 = 0$) 기울기로 `np.inf`를, 절편 자리에는 그 세로선의 $x_1$ 값을 반환합니다.
$w_1$, $w_2$ 중 적어도 하나는 0이 아닙니다. 둘 다 0이면 직선이 없기 때문입니다. 4줄 정도입니다.

$\mathbf{w} = (-1, 1, 0.5)$의 결과는 `(-2.0, 2.0)`이고, $\mathbf{w} = (-0.5, 0.5, 0)$의 결과는 `(inf, 1.0)`입니다.

검사 다음 셀들은 여러분의 두 함수로 $\mathbf{w} = (0, 0, 0)$, $\eta = 0.5$에서 시작해 AND를 학습하고, 갱신할 때마다 경계를
그립니다. 다음과 같은 그림이 나와야 합니다.

![작은 그림 열한 개: 시작 상태와 열 번의 갱신. 직선이 이쪽저쪽으로 움직이고 세 번은 세로선이 된다. 10번째 갱신 뒤에는 꼭짓점 (1, 1)만 빗금 친 쪽에 있다.](attachment:updates.png)

빗금은 여러분의 직선이 아니라 합의 부호로 그린 것이므로 여러분의 식이 맞는지 알려 줍니다. 직선은 빗금 친 영역의 가장자리를
따라가야 합니다. 첫 그림에서는 가중치가 모두 0이어서 직선이 없고 출력은 어디서나 0입니다. 10번째 갱신 뒤에는 꼭짓점
$(1, 0)$이 직선 *위*에 놓입니다. 합이 정확히 0이므로 우리의 약속에 따라 출력은 0입니다.
"""


# %% exercise="decision_boundary"
def decision_boundary(w):
    """Return slope and intercept of the line on which w[0] + w[1]*x1 + w[2]*x2 is 0.

    w : (3,) floats, the bias weight first (x0 = +1); w[1] and w[2] are not both 0.
    Returns (slope, intercept), two floats: the line is x2 = slope * x1 + intercept.
    Vertical line (w[2] is 0): returns (np.inf, the value of x1 on the line).
    Example: [-1, 1, .5] gives (-2.0, 2.0); [-.5, .5, 0] gives (inf, 1.0).
    """
    ### BEGIN SOLUTION
    w0, w1, w2 = (float(value) for value in w)
    if w2 == 0:
        return np.inf, -w0 / w1
    return -w1 / w2, -w0 / w2
    ### END SOLUTION


# %% check="decision_boundary"
check("decision_boundary", decision_boundary)

# %% [markdown] lang="en"
r"""
The next cell is given. It holds the three truth tables as arrays, with the bias column $x_0 = 1$ first, and a
function that shows the samples to `perceptron_step` one after the other and keeps the weights after every update.
"""

# %% [markdown] lang="ko"
r"""
다음 셀은 미리 작성되어 있습니다. 진리표 세 개를 배열로 담고 있으며 맨 앞 열은 편향을 위한 $x_0 = 1$입니다. 함께 있는 함수는
샘플을 하나씩 차례로 `perceptron_step`에 보여 주고, 갱신이 일어날 때마다 그때의 가중치를 기록합니다.
"""

# %% given=true
X_gate = np.array([[1, 0, 0], [1, 0, 1], [1, 1, 0], [1, 1, 1]], dtype=float)  # (4, 3): x0 = 1, x1, x2
t_and, t_or, t_xor = np.array([0, 0, 0, 1]), np.array([0, 1, 1, 1]), np.array([0, 1, 1, 0])


def record_updates(X, t, eta, visits):
    """Return the list of weights: the zeros at the start, then those after each update.

    X : (N, D+1), bias column first. t : (N,). visits : samples shown in all, in order, over and over.
    """
    path = [np.zeros(X.shape[1])]
    for visit in range(visits):
        n = visit % len(X)
        after = perceptron_step(path[-1], X[n], t[n], eta)
        if not np.array_equal(after, path[-1]):
            path.append(after)
    return path


# %% demo=true figure="updates"
and_path = record_updates(X_gate, t_and, eta=0.5, visits=24)

fig, axes = plt.subplots(2, 6, figsize=(12, 4.6), sharex=True, sharey=True)
for ax in axes.flat[len(and_path) :]:
    ax.axis("off")
for number, (ax, weights) in enumerate(zip(axes.flat, and_path)):  # one panel stays empty
    plots.sides(ax, weights, low=-1.2, high=2.3)
    if weights[1] != 0 or weights[2] != 0:  # at the start there is no line
        plots.line(ax, *decision_boundary(weights), label="boundary")
    plots.points(ax, X_gate[:, 1:], t_and, legend=False)
    ax.set_title(f"{f'update {number}' if number else 'start'}\nw = {weights.tolist()}", fontsize=9)
legend = axes.flat[1].get_legend_handles_labels()
fig.legend(*legend, loc="lower right", bbox_to_anchor=(0.97, 0.15), title="AND")
fig.tight_layout()
plt.show()

# %% [markdown] lang="en"
r"""
Here is the same run with a slider. `update` chooses how many updates have happened (0 is the start, 10 the end).
The title shows the weights, the bars show them as lengths. Watch the bias $w_0$, the first bar. Every update
moves it, because its input is always 1; the other two stand still whenever their input is 0. Where the notebook
cannot run (on paper, on the web), the panels above show the same eleven pictures.
"""

# %% [markdown] lang="ko"
r"""
같은 과정을 슬라이더로 살펴봅니다. `update`는 지금까지 일어난 갱신의 횟수입니다(0은 시작, 10은 끝). 제목에는 가중치의 값이
나오고, 오른쪽에는 같은 값이 막대로 나타납니다. 첫 번째 막대인 편향 $w_0$을 눈여겨보십시오. 편향의 입력은 항상 1이어서 갱신할 때마다
움직이지만, 다른 두 가중치는 자기 입력이 0이면 그대로 있습니다. 노트북을 실행할 수 없는 곳(인쇄물, 웹)에서는 위의 작은 그림
열한 개가 같은 내용을 보여 줍니다.
"""

# %% demo=true
slider_path = record_updates(X_gate, t_and, eta=0.5, visits=24)


def draw_update(update):
    weights = slider_path[min(update, len(slider_path) - 1)]
    fig, (plane, bars) = plt.subplots(1, 2, figsize=(8, 3.4))
    plots.sides(plane, weights, low=-1.2, high=2.3)
    if weights[1] != 0 or weights[2] != 0:
        plots.line(plane, *decision_boundary(weights), label="boundary")
    plots.points(plane, X_gate[:, 1:], t_and, title=f"update {update}: w = {np.round(weights, 2).tolist()}")
    bars.bar(["w0 (bias)", "w1", "w2"], weights, color="lightgray", edgecolor="black")
    bars.axhline(0, color="black", linewidth=0.8)
    bars.set(ylim=(-1.6, 1.6), ylabel="weight")
    fig.tight_layout()
    plt.show()


widgets.sliders(draw_update, update=(0, 10, 1, 4))

# %% [markdown] lang="en"
r"""
## 6. Training until nothing is wrong

One pass over all samples is an **epoch**. The neuron is trained *online*: a wrong answer changes the weights
before the next sample is shown. We count the samples that were answered wrongly *at the moment they were shown*.
If a whole epoch passes without an error, the weights did not change in it, all samples are right with the same
weights, and training is over.

The first two epochs of AND, by hand, from $\mathbf{w} = (0, 0, 0)$ with $\eta = 0.5$:

| epoch | input | sum | $y$ | $t$ | $\mathbf{w}$ afterwards |
|:-:|:-:|:-:|:-:|:-:|:-:|
| 1 | $(0, 0)$ | 0 | 0 | 0 | $(0, 0, 0)$ |
| 1 | $(0, 1)$ | 0 | 0 | 0 | $(0, 0, 0)$ |
| 1 | $(1, 0)$ | 0 | 0 | 0 | $(0, 0, 0)$ |
| 1 | $(1, 1)$ | 0 | 0 | 1 | $(0.5, 0.5, 0.5)$ |
| 2 | $(0, 0)$ | 0.5 | 1 | 0 | $(0, 0.5, 0.5)$ |
| 2 | $(0, 1)$ | 0.5 | 1 | 0 | $(-0.5, 0.5, 0)$ |
| 2 | $(1, 0)$ | 0 | 0 | 0 | $(-0.5, 0.5, 0)$ |
| 2 | $(1, 1)$ | 0 | 0 | 1 | $(0, 1, 0.5)$ |

One error in the first epoch, three in the second. Errors may increase on the way.

If the data are linearly separable, this always ends: the *perceptron convergence theorem* (Novikoff, 1962) bounds
the number of updates, whatever the order of the samples. If they are not, as with XOR, an epoch without an error
cannot occur, and the rule goes on for ever. So there has to be a limit, and the caller has to be told which of
the two happened.

**Exercise `perceptron_fit`.** Write `perceptron_fit(X, t, eta, max_epochs)`, which returns
`(w, errors_per_epoch, converged)`.

- `X` has shape (N, D+1) with the bias column first, `t` has shape (N,) with values 0 and 1. Neither is changed.
  `eta` is a float and `max_epochs` an int, at least 1.
- Start with `w` all zeros, shape (D+1,). Show the samples in order and call your `perceptron_step` for each. The
  `w` that is returned holds the weights at the end.
- `errors_per_epoch` is a list of ints: for each epoch that was run, the number of samples answered wrongly at the
  moment they were shown.
- `converged` is a bool. Stop after the first epoch with 0 errors; its 0 is in the list, and `converged` is `True`.
  If there is no such epoch, stop after `max_epochs` epochs; then `converged` is `False`.

About 12 lines. With AND and $\eta = 0.5$ the result is `w = [-1, 1, 0.5]`, errors `[1, 3, 3, 2, 1, 0]`,
`converged = True`.

After the check your function learns the gates, and then something larger: to tell a handwritten 8 from a 3.
Expect this:

![Left: errors per epoch. OR reaches 0 after 4 epochs, AND after 6, XOR rises to 4 and stays there. Right: the 64 weights as an 8 by 8 image, red and marked + where ink speaks for an 8, blue and marked − where it speaks for a 3.](attachment:learning.png)
"""

# %% [markdown] lang="ko"
r"""
## 6. 오답이 없을 때까지 학습하기

모든 샘플을 한 번씩 보여 주는 것을 **에폭**(epoch)이라고 합니다. 이 뉴런은 *온라인*(online)으로 학습합니다. 곧 샘플을 하나
볼 때마다, 답이 틀렸으면 다음 샘플로 넘어가기 전에 가중치를 고칩니다. 오답은 *그 샘플을 보여 준 순간의* 가중치로 셉니다. 한 에폭 내내
오답이 없었다면 그동안 가중치가 바뀌지 않았고, 같은 가중치로 모든 샘플을 맞힌 것이므로 학습이 끝납니다.

$\mathbf{w} = (0, 0, 0)$, $\eta = 0.5$에서 시작한 AND의 처음 두 에폭을 손으로 따라가면 다음과 같습니다.

| 에폭 | 입력 | 합 | $y$ | $t$ | 이후의 $\mathbf{w}$ |
|:-:|:-:|:-:|:-:|:-:|:-:|
| 1 | $(0, 0)$ | 0 | 0 | 0 | $(0, 0, 0)$ |
| 1 | $(0, 1)$ | 0 | 0 | 0 | $(0, 0, 0)$ |
| 1 | $(1, 0)$ | 0 | 0 | 0 | $(0, 0, 0)$ |
| 1 | $(1, 1)$ | 0 | 0 | 1 | $(0.5, 0.5, 0.5)$ |
| 2 | $(0, 0)$ | 0.5 | 1 | 0 | $(0, 0.5, 0.5)$ |
| 2 | $(0, 1)$ | 0.5 | 1 | 0 | $(-0.5, 0.5, 0)$ |
| 2 | $(1, 0)$ | 0 | 0 | 0 | $(-0.5, 0.5, 0)$ |
| 2 | $(1, 1)$ | 0 | 0 | 1 | $(0, 1, 0.5)$ |

오답이 첫 에폭에는 하나, 둘째 에폭에는 셋입니다. 이처럼 도중에 오답이 늘어날 수도 있습니다.

데이터가 선형 분리 가능하면 이 과정은 반드시 끝납니다. *퍼셉트론 수렴 정리*(perceptron convergence theorem; Novikoff, 1962)에
따르면 샘플을 어떤 순서로 보여 주더라도 갱신 횟수는 어떤 한계를 넘지 않습니다. XOR처럼 선형 분리가 불가능하면 오답 없는 에폭이
나올 수 없으므로 학습이 끝없이 이어집니다. 그래서 에폭 수를 제한해야 하고, 둘 중 어느 쪽으로 끝났는지도 알려 주어야 합니다.

**문제 `perceptron_fit`.** `(w, errors_per_epoch, converged)`를 반환하는 `perceptron_fit(X, t, eta, max_epochs)`를 작성합니다.

- `X`는 맨 앞 열이 편향 열인 shape (N, D+1)의 배열이고, `t`는 값이 0과 1인 shape (N,)의 배열입니다. 둘 다 바꾸지 않습니다. `eta`는
  실수(float), `max_epochs`는 1 이상의 int입니다.
- 0으로 채운 shape (D+1,)의 `w`에서 시작합니다. 샘플을 순서대로 보여 주고, 샘플마다 여러분의 `perceptron_step`을 부릅니다. 반환하는
  `w`는 마지막 가중치입니다.
- `errors_per_epoch`은 int의 리스트입니다. 실행한 에폭마다, 샘플을 보여 준 순간의 가중치로 센 오답 수가 하나씩 들어갑니다.
- `converged`는 bool입니다. 오답 수가 0인 에폭이 처음 나오면 그 에폭까지만 하고 멈춥니다. 그 0도 리스트에 들어가며 `converged`는
  `True`입니다. 그런 에폭이 없으면 `max_epochs`번째 에폭 뒤에 멈추고 `converged`는 `False`입니다.

12줄 정도입니다. AND를 $\eta = 0.5$로 학습하면 `w = [-1, 1, 0.5]`, 오답 수 `[1, 3, 3, 2, 1, 0]`, `converged = True`입니다.

검사 뒤에는 여러분의 함수로 게이트를 학습하고, 이어서 더 큰 문제인 손글씨 숫자 3과 8의 구별을 학습합니다. 다음과 같은 그림이
나와야 합니다.

![왼쪽: 에폭별 오답 수. OR는 4에폭, AND는 6에폭 만에 0이 되고 XOR는 4까지 늘어난 뒤 그대로 머문다. 오른쪽: 가중치 64개를 8×8 이미지로 그린 것. 빨갛고 + 표시가 있는 곳의 잉크는 8이라는 근거, 파랗고 − 표시가 있는 곳의 잉크는 3이라는 근거이다.](attachment:learning.png)
"""


# %% exercise="perceptron_fit"
def perceptron_fit(X, t, eta, max_epochs):
    """Train a perceptron online, starting from zero weights, until an epoch has no error.

    X : (N, D+1), bias column first. t : (N,) of 0 and 1. eta : float. max_epochs : int, at least 1.
    Returns (w, errors_per_epoch, converged): w (D+1,); a list of ints, for each epoch run the number of samples
    answered wrongly at the moment they were shown; True if the last epoch had 0 errors, else False.
    Samples are shown in order. The first epoch with 0 errors is the last one, and its 0 is in the list.
    Example: AND with eta = .5 gives [-1, 1, .5], [1, 3, 3, 2, 1, 0], True.
    """
    ### BEGIN SOLUTION
    w = np.zeros(X.shape[1])
    errors_per_epoch = []
    for _ in range(max_epochs):
        errors = 0
        for x, target in zip(X, t, strict=True):
            y = 1 if w @ x > 0 else 0
            errors += int(y != target)
            w = perceptron_step(w, x, target, eta)
        errors_per_epoch.append(errors)
        if errors == 0:
            return w, errors_per_epoch, True
    return w, errors_per_epoch, False
    ### END SOLUTION


# %% check="perceptron_fit"
check("perceptron_fit", perceptron_fit)

# %% [markdown] lang="en"
r"""
Now the digits. Each image has 8 × 8 = 64 pixels with grey values from 0 to 1, and with the bias there are 65
weights. We keep the threes and eights (357 images), shuffle them with a fixed seed, set 120 aside as test images
that training never sees, and train on the other 237. The *seed* is the number from which the random generator
starts: the same seed gives the same order. The target is 1 for an eight and 0 for a three.
"""

# %% [markdown] lang="ko"
r"""
이제 손글씨 숫자입니다. 이미지 한 장은 8 × 8 = 64개의 픽셀이고 밝기는 0에서 1 사이입니다. 편향까지 더하면 가중치는 65개입니다.
3과 8만 골라(357장) 고정된 시드(seed)로 섞은 뒤, 120장은 학습에 쓰지 않는 테스트 데이터(test data)로 떼어 두고 나머지 237장으로
학습합니다. 시드는 난수 생성기가 출발점으로 삼는 수입니다. 시드가 같으면 섞이는 순서도 같습니다. 정답은 8이면 1, 3이면 0입니다.
"""

# %% demo=true figure="learning"
curve_of = {}
for gate_name, targets in {"AND": t_and, "OR": t_or, "XOR": t_xor}.items():
    weights, errors, converged = perceptron_fit(X_gate, targets, 0.5, 10)
    print(f"{gate_name:4s} converged {converged!s:5s}  errors {errors}  w {weights.tolist()}")
    curve_of[gate_name] = np.pad(np.array(errors, float), (0, 10 - len(errors)), constant_values=np.nan)

pixels, digit = data.digits()
chosen = (digit == 3) | (digit == 8)
X_digits = np.column_stack([np.ones(chosen.sum()), pixels[chosen]])  # (357, 65)
is_eight = (digit[chosen] == 8).astype(int)


def train_and_test(seed):
    order = np.random.default_rng(seed).permutation(len(is_eight))
    train, test = order[:237], order[237:]
    weights, errors, converged = perceptron_fit(X_digits[train], is_eight[train], 0.5, 50)
    right = (X_digits[test] @ weights > 0) == (is_eight[test] == 1)
    return weights, errors, converged, right


digit_weights, errors, converged, right = train_and_test(seed=0)
print(f"3 against 8, seed 0: converged {converged}, errors {errors}")
print(f"test images right: {right.sum()} of {right.size}, {100 * right.mean():.1f} %")
scores = [100 * train_and_test(seed)[3].mean() for seed in range(20)]
print(f"seeds 0 to 19: lowest {min(scores):.1f} %, mean {np.mean(scores):.2f} %, highest {max(scores):.1f} %")

fig, (left, right_axes) = plt.subplots(1, 2, figsize=(9, 3.6))
plots.curves(left, np.arange(1, 11), curve_of, xlabel="epoch", ylabel="errors", markers=True)
plots.image(right_axes, digit_weights[1:], (8, 8), title="weights: red speaks for 8, blue for 3")
fig.tight_layout()
plt.show()

# %% [markdown] lang="en"
r"""
For seed 0, training ends after 4 epochs with the errors `[33, 16, 2, 0]`: some line (in 64 dimensions a
*hyperplane*) separates all 237 training images. Of the 120 test images, 119 are right, 99.2 %. One split is one
number, though. Each seed splits the images differently. Over the seeds 0 to 19 the test accuracy, the share of test
images that are right, lies between 97.5 % and 100 %, on average 98.75 %, and that says more than any single run.

Look at the weight image. Ink on a pixel with a positive weight (red, +) raises the sum and so speaks for an eight;
a negative weight (blue, −) speaks for a three. A three and an eight share their right half; an eight closes its two
loops on the left. Where would you expect ink to speak for an eight, and is the image red there?
"""

# %% [markdown] lang="ko"
r"""
시드 0에서는 4에폭 만에 학습이 끝나고 오답 수는 `[33, 16, 2, 0]`입니다. 학습에 쓴 이미지 237장을 3과 8로 빠짐없이 나누는
직선(64차원에서는 *초평면*, hyperplane)이 있다는 뜻입니다. 테스트 이미지는 120장 중 119장, 99.2 %를 맞혔습니다. 다만 이것은 데이터를
한 가지로 나누어 얻은 숫자 하나일 뿐입니다. 시드가 바뀌면 데이터도 다르게 나뉩니다. 시드를 0부터 19까지 바꾸어 보면 테스트
정확도(accuracy), 곧 테스트 이미지 중 맞힌 것의 비율은 97.5 %에서 100 % 사이이고 평균은 98.75 %입니다. 한 번의 결과보다 이 범위가
더 많은 것을 말해 줍니다.

가중치 이미지를 보십시오. 가중치가 양수인 픽셀(빨간색, +)에 잉크가 있으면 합이 커지므로 8이라는 근거가 되고, 음수인 픽셀(파란색,
−)의 잉크는 3이라는 근거가 됩니다. 3과 8은 오른쪽 절반이 같고, 8은 왼쪽에서 두 고리가 닫힙니다. 그렇다면 어디에 있는 잉크가 8이라는
근거가 되겠습니까? 그곳이 정말 빨간색입니까?
"""

# %% [markdown] lang="en"
r"""
## 7. A linear unit, in the manner of Keras

The perceptron rule only asks *whether* an answer is wrong. Modern training also asks *by how much*, and that
needs an output that is not cut to 0 or 1. The simplest choice is to leave the comparison out. What remains is a
**linear unit**: the weighted sum is the answer. Keras calls a layer of $M$ such units `Dense(M)`.

Here the bias is kept apart from the weights, as in Keras, so there is no column $x_0$. $x$ is (N, D), $W$ is (D,
M), $b$ is (M,), and the prediction has shape (N, M):

$$p = x W + b$$

How wrong is it? If the four predictions for AND are $0, 0, 0, 0$ and the targets $0, 0, 0, 1$, the squared errors
are $0, 0, 0, 1$ and their mean is $0.25$. A number that says how wrong a model is, is called a **loss**. This loss
is the **mean squared error**, a mean over all $N \cdot M$ entries:

$$L = \frac{1}{N M} \sum_{i=1}^{N} \sum_{j=1}^{M} (p_{ij} - y_{ij})^2$$

Here $p_{ij}$ is the prediction of unit $j$ for sample $i$, and $y_{ij}$ is its target. Note that $y$ is now the
*target*, not the output, as in Keras's `fit(x, y)`.

To make $L$ smaller, move each parameter, that is, each number in $W$ and $b$, against its **gradient**. The gradient
is the rate at which $L$ changes when this one number grows. Unit u05 explains why; here we take the two formulas as
given:

$$\frac{\partial L}{\partial W} = \frac{2}{N M} \, x^\top (p - y), \qquad \frac{\partial L}{\partial b} = \frac{2}{N M} \sum_{i=1}^{N} (p_i - y_i)$$

Three of the symbols may be new:

- $\partial L / \partial W$ (read: the derivative of $L$ with respect to $W$) holds the gradients of all weights, in
  an array of the same shape as $W$. $\partial L / \partial b$ does the same for $b$.
- $x^\top$ is the *transpose* of $x$, with rows and columns exchanged: its shape is (D, N).
- $p_i$ and $y_i$ are row $i$ of $p$ and of $y$, the M numbers that belong to sample $i$. So the sum over $i$ has
  shape (M,), like $b$.

In numbers, for AND ($N = 4$, $M = 1$) from $W = 0$, $b = 0$: $p - y = (0, 0, 0, -1)$. Only the last sample, with the
input $(1, 1)$, contributes. With $2 / (N M) = 2/4$ the gradient of both weights is $0.5 \cdot (-1) = -0.5$, and so is that of the bias. With
learning rate $0.5$ the first step gives $W = (0.25, 0.25)$ and $b = 0.25$.

All samples are used for one step (*full batch*), so here an epoch is exactly one update.

The next cell is given. In Keras the **optimizer** is the object in charge of changing the parameters. Ours has the
name that Keras uses, `SGD`, and only carries the learning rate `lr`.
"""

# %% [markdown] lang="ko"
r"""
## 7. Keras 방식으로 만드는 선형 유닛

퍼셉트론 규칙은 답이 틀렸는지 *아닌지만* 묻습니다. 오늘날의 학습은 *얼마나* 틀렸는지도 묻습니다. 그러려면 출력을 0이나 1로
잘라 내지 말아야 합니다. 가장 간단한 방법은 비교를 빼 버리는 것입니다. 그러면 가중합이 그대로 출력인 **선형 유닛**(linear unit)이
남습니다. Keras에서는 이런 유닛 $M$개로 된 층을 `Dense(M)`이라고 부릅니다.

여기서는 Keras처럼 편향을 가중치와 따로 두므로 $x_0$ 열이 없습니다. $x$는 (N, D), $W$는 (D, M), $b$는 (M,)이고 예측의 shape은
(N, M)입니다.

$$p = x W + b$$

예측은 얼마나 틀렸을까요? AND에 대한 예측 네 개가 $0, 0, 0, 0$이고 정답이 $0, 0, 0, 1$이라면 오차의 제곱은
$0, 0, 0, 1$이고 그 평균은 $0.25$입니다. 모델이 얼마나 틀렸는지를 나타내는 수를 **손실**(loss)이라고 합니다. 이 손실의 이름은
**평균 제곱 오차**(mean squared error)이며, 평균은 $N \cdot M$개의 원소 전체에 대해 구합니다.

$$L = \frac{1}{N M} \sum_{i=1}^{N} \sum_{j=1}^{M} (p_{ij} - y_{ij})^2$$

$p_{ij}$는 샘플 $i$에 대한 유닛 $j$의 예측이고 $y_{ij}$는 그 정답입니다. 여기서는 Keras의 `fit(x, y)`처럼 $y$가 출력이 아니라
*정답*이라는 점에 주의하십시오.

$L$을 줄이려면 매개변수(parameter), 곧 $W$와 $b$에 들어 있는 수를 하나하나 **기울기**(gradient)의 반대 방향으로 움직입니다. 여기서
기울기는 그 수 하나가 커질 때 $L$이 변하는 비율을 뜻하며, 5절에서 본 직선의 기울기(slope)와는 다른 말입니다. 왜 반대 방향인지는
단원 u05에서 설명합니다. 여기서는 다음 두 식을 그대로 받아들입니다.

$$\frac{\partial L}{\partial W} = \frac{2}{N M} \, x^\top (p - y), \qquad \frac{\partial L}{\partial b} = \frac{2}{N M} \sum_{i=1}^{N} (p_i - y_i)$$

처음 보는 기호가 있다면 이렇게 읽습니다.

- $\partial L / \partial W$는 $L$을 $W$로 미분한 것으로, 모든 가중치의 기울기를 $W$와 같은 shape의 배열에 담은 것입니다.
  $\partial L / \partial b$도 마찬가지로 $b$의 기울기를 담은 배열입니다.
- $x^\top$는 $x$의 *전치*(transpose), 곧 행과 열을 맞바꾼 배열이며 shape은 (D, N)입니다.
- $p_i$와 $y_i$는 $p$와 $y$의 $i$번째 행, 곧 샘플 $i$에 속한 수 M개입니다. 그래서 $i$에 대해 더한 결과의 shape은 $b$와 같은
  (M,)입니다.

AND($N = 4$, $M = 1$)를 $W = 0$, $b = 0$에서 시작해 숫자로 계산하면 $p - y = (0, 0, 0, -1)$이므로 입력이 $(1, 1)$인 마지막 샘플만
영향을 줍니다. $2 / (N M) = 2/4$이므로 두 가중치의 기울기는 $0.5 \cdot (-1) = -0.5$이고 편향의 기울기도 같습니다. 학습률이 $0.5$이면 한 걸음 뒤에는
$W = (0.25, 0.25)$, $b = 0.25$가 됩니다.

한 걸음마다 모든 샘플을 사용하므로(*전체 배치*, full batch) 여기서는 한 에폭이 곧 갱신 한 번입니다.

다음 셀은 미리 작성되어 있습니다. Keras에서 **옵티마이저**(optimizer)는 매개변수를 바꾸는 일을 맡은 객체입니다. 우리의
옵티마이저는 Keras에서와 같은 이름 `SGD`를 쓰며 학습률 `lr`만 담고 있습니다.
"""


# %% given=true
class SGD:
    """Gradient descent with the learning rate lr, as Sequential.compile takes it."""

    def __init__(self, lr):
        self.lr = lr


# %% [markdown] lang="en"
r"""
**Exercise `sequential`.** Two classes. The constructors, `compile` and `predict` are already there; you write two
methods.

`Dense(D, M)` is a layer of M linear units with D inputs each. It holds `W` (D, M) and `b` (M,), both zeros at the
start. `forward(x)` takes `x` (N, D), without a bias column, and returns the weighted sums, bias included, (N, M).
With `W = [[2], [3]]` and `b = [1]`, `x = [[1, 1]]` gives `[[6]]`. 1 line.

`Sequential(layers)` is a list of layers. In this unit the list holds **one** `Dense` layer; training several
needs backpropagation (unit u06). `compile(optimizer, loss)` keeps the optimizer and accepts only the loss
`'mse'` (any other raises a `ValueError`). `predict(x)` takes (N, D) and returns (N, M). `fit(x, y, epochs)`, where
`epochs` is an int, does this, in about 10 lines:

1. Bring `y` to shape (N, M). With $M = 1$ it may come as (N,). This matters: subtracting an array of shape (4,)
   from one of shape (4, 1) raises no error in NumPy but silently gives (4, 4).
2. Repeat `epochs` times: compute the prediction; append the mean squared error, a float, to the history *before*
   the update; compute both gradients from this same prediction; then change `W` and `b` of the layer with the
   optimizer's `lr`.
3. Return the history, a list of floats, one for each epoch.

`x` and `y` themselves are not changed. For AND with `SGD(0.5)` and 2 epochs, the history is `[0.25, 0.15625]`.

After the check your model is trained on three gates. Expect this:

![Left: the loss of AND and OR falls to 0.0625, that of XOR to 0.25. Right: predictions for the four inputs. AND and OR lie a quarter away from their targets; XOR is 0.5 everywhere.](attachment:linear.png)
"""

# %% [markdown] lang="ko"
r"""
**문제 `sequential`.** 클래스 두 개입니다. 생성자와 `compile`, `predict`는 이미 있고 메서드 두 개를 작성합니다.

`Dense(D, M)`은 입력이 D개인 선형 유닛 M개로 된 층입니다. shape (D, M)의 `W`와 shape (M,)의 `b`를 가지며 처음 값은 모두 0입니다.
`forward(x)`는 편향 열이 없는 shape (N, D)의 `x`를 받아, 편향까지 더한 가중합을 shape (N, M)으로 반환합니다. `W = [[2], [3]]`, `b = [1]`일
때 `x = [[1, 1]]`이면 결과는 `[[6]]`입니다. 1줄입니다.

`Sequential(layers)`는 층의 리스트입니다. 이 단원에서는 리스트에 `Dense` 층이 **하나만** 들어 있습니다. 여러 층을 학습시키려면
역전파(backpropagation, 단원 u06)가 필요합니다. `compile(optimizer, loss)`는 옵티마이저를 저장하고 손실로는 `'mse'`만 받습니다(다른
값이면 `ValueError`가 발생합니다). `predict(x)`는 (N, D)를 받아 (N, M)을 반환합니다. `fit(x, y, epochs)`가 할 일은 다음과 같습니다.
`epochs`는 int입니다. 10줄 정도입니다.

1. `y`의 shape을 (N, M)으로 맞춥니다. $M = 1$이면 (N,)으로 들어올 수도 있습니다. 이 단계는 꼭 필요합니다. shape (4, 1)인 배열에서
   (4,)인 배열을 빼면 NumPy는 오류를 내지 않고 조용히 (4, 4)를 만들어 버립니다.
2. 다음을 `epochs`번 되풀이합니다. 예측을 구하고, 갱신하기 *전의* 평균 제곱 오차를 실수(float)로 기록(history)에 추가하고, 바로 그
   예측으로 두 기울기(gradient)를 모두 구한 다음, 옵티마이저의 `lr`로 층의 `W`와 `b`를 바꿉니다.
3. 기록을 반환합니다. 기록은 에폭마다 실수(float) 하나씩을 담은 리스트입니다.

`x`와 `y` 자체는 바꾸지 않습니다. AND를 `SGD(0.5)`로 2에폭 학습하면 기록은 `[0.25, 0.15625]`입니다.

검사 다음에는 여러분의 모델로 게이트 세 개를 학습합니다. 다음과 같은 그림이 나와야 합니다.

![왼쪽: AND와 OR의 손실은 0.0625로, XOR의 손실은 0.25로 내려간다. 오른쪽: 네 입력에 대한 예측. AND와 OR는 정답에서 4분의 1씩 벗어나고 XOR는 어디서나 0.5이다.](attachment:linear.png)
"""


# %% exercise="sequential"
class Dense:
    """A layer of M linear units with D inputs each: W (D, M) and b (M,), both zeros at the start."""

    def __init__(self, D, M):
        self.W = np.zeros((D, M))
        self.b = np.zeros(M)

    def forward(self, x):
        """Return the weighted sums, bias included.

        x : (N, D), without a bias column. Returns (N, M).
        Example: with W = [[2], [3]] and b = [1], x = [[1, 1]] gives [[6]].
        """
        ### BEGIN SOLUTION
        return x @ self.W + self.b
        ### END SOLUTION


class Sequential:
    """A model made of a list of layers; in this unit the list holds one Dense layer."""

    def __init__(self, layers):
        self.layers = list(layers)

    def compile(self, optimizer, loss):
        """Choose the optimizer (an object with the learning rate `lr`) and the loss, which must be 'mse'."""
        if loss != "mse":
            raise ValueError(f"Sequential.compile: loss is {loss!r}; expected 'mse'")
        self.optimizer = optimizer

    def predict(self, x):
        """Return the output of the last layer. x : (N, D). Returns (N, M)."""
        for layer in self.layers:
            x = layer.forward(x)
        return x

    def fit(self, x, y, epochs):
        """Train the layer by full-batch gradient descent on the mean squared error.

        x : (N, D). y : (N, M), or (N,) where M is 1. epochs : int, one update each. x and y are not changed.
        Returns the history: a list of floats, for each epoch the mean squared error before its update.
        Both gradients of an epoch come from the same prediction.
        Example: AND with SGD(0.5) for 2 epochs gives [0.25, 0.15625].
        """
        layer = self.layers[0]
        ### BEGIN SOLUTION
        # 1. bring y to shape (N, M)
        y = np.reshape(y, (len(x), -1))
        history = []
        for _ in range(epochs):
            # 2. predict, and note the loss before the update
            error = self.predict(x) - y
            history.append(float(np.mean(error**2)))
            # 3. both gradients from the same prediction
            dW = 2 / error.size * x.T @ error
            db = 2 / error.size * error.sum(axis=0)
            # 4. one step against the gradient
            layer.W = layer.W - self.optimizer.lr * dW
            layer.b = layer.b - self.optimizer.lr * db
        return history
        ### END SOLUTION


# %% check="sequential"
check("sequential", Dense, Sequential)

# %% demo=true figure="linear"
corners = X_gate[:, 1:]  # (4, 2): Dense has its own bias
loss_of, prediction_of = {}, {}
for gate_name, targets in {"AND": t_and, "OR": t_or, "XOR": t_xor}.items():
    dense = Dense(2, 1)
    model = Sequential([dense])
    model.compile(SGD(0.5), "mse")
    loss_of[gate_name] = model.fit(corners, targets, epochs=200)
    prediction_of[gate_name] = model.predict(corners)[:, 0]
    found = np.round(np.concatenate([dense.W[:, 0], dense.b, prediction_of[gate_name]]), 6)
    found += 0.0  # turns -0 into 0
    print(f"{gate_name:4s} W {found[:2].tolist()}  b {found[2]}  predictions {found[3:].tolist()}")
    print(f"     loss at the start {loss_of[gate_name][0]}, at the end {loss_of[gate_name][-1]:.4f}")

fig, (left, right_axes) = plt.subplots(1, 2, figsize=(9, 3.6))
first = {gate_name: losses[:31] for gate_name, losses in loss_of.items()}
plots.curves(left, np.arange(31), first, xlabel="epoch", ylabel="mean squared error", markers=True)
plots.curves(right_axes, np.arange(4), prediction_of, ylabel="prediction", markers=True)
right_axes.set_xticks(range(4), ["(0, 0)", "(0, 1)", "(1, 0)", "(1, 1)"])
right_axes.set_xlabel("input (x1, x2)")
right_axes.axhline(0.5, color="gray", linewidth=0.8)
fig.tight_layout()
plt.show()

# %% [markdown] lang="en"
r"""
The output of the linear unit on AND is $-0.25, 0.25, 0.25, 0.75$, with $W = (0.5, 0.5)$ and $b = -0.25$. None of
the four numbers is a 0 or a 1, and more epochs do not help: the loss stays at $0.0625$. Rounded, they are the
right answers. OR is similar. On XOR the unit ends at $W = (0, 0)$ and $b = 0.5$: it says $0.5$ to everything, and
the loss stays at $0.25$.

**The same in Keras.** Keras's `Dense`, `SGD`, `compile` and `fit` mean what yours mean. The next cell trains both
on AND and compares the histories, where Keras is installed; otherwise it says that it skips the comparison.
Nothing depends on it. Keras computes in float32, so expect a tiny difference (below $10^{-6}$), not exactly zero.
"""

# %% [markdown] lang="ko"
r"""
AND에 대한 선형 유닛의 출력은 $-0.25, 0.25, 0.25, 0.75$이고, 이때 $W = (0.5, 0.5)$, $b = -0.25$입니다. 네 수 가운데 0이나 1은 하나도
없으며, 에폭을 늘려도 손실은 $0.0625$에서 더 내려가지 않습니다. 반올림해야 비로소 정답이 됩니다. OR도 비슷합니다. XOR에서는
$W = (0, 0)$, $b = 0.5$로 끝납니다. 무엇을 넣어도 $0.5$라고 답하고 손실은 $0.25$에 머뭅니다.

**Keras로도 똑같이 해 보기.** Keras의 `Dense`, `SGD`, `compile`, `fit`은 여러분이 만든 것과 같은 일을 합니다. 다음 셀은 Keras가 설치되어 있으면
양쪽을 AND로 학습시켜 기록을 비교하고, 없으면 비교를 건너뛴다고 알려 줍니다. 이 비교는 채점과 무관합니다. Keras는 float32로 계산하므로
차이가 정확히 0은 아니고 아주 작은 값($10^{-6}$ 미만)으로 나옵니다.
"""

# %% demo=true
try:
    import keras
except ImportError:
    print("Keras is not installed here: comparison skipped.")
else:
    ours = Sequential([Dense(2, 1)])
    ours.compile(SGD(0.5), "mse")
    our_history = ours.fit(X_gate[:, 1:], t_and, epochs=50)

    theirs = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1, kernel_initializer="zeros")])
    theirs.compile(optimizer=keras.optimizers.SGD(0.5), loss="mse")
    fitted = theirs.fit(X_gate[:, 1:], t_and.reshape(4, 1), batch_size=4, epochs=50, verbose=0)

    difference = np.abs(np.array(our_history) - fitted.history["loss"]).max()
    print(f"Keras {keras.__version__}: largest difference between the two histories {difference:.1e}")

# %% [markdown] lang="en"
r"""
## 8. In your own words

Why does a linear unit trained with the mean squared error "work" for AND and OR only after rounding, and for XOR
not at all? Compare it with the perceptron, which learnt AND without an error. Use the numbers that your model
printed. A hint: for a plane $f(x_1, x_2) = w_1 x_1 + w_2 x_2 + b$, compare $f(0, 0) + f(1, 1)$ with
$f(0, 1) + f(1, 0)$. Five to eight sentences (3 points, marked by your instructor).
"""

# %% [markdown] lang="ko"
r"""
## 8. 자신의 말로 설명하기

평균 제곱 오차로 학습한 선형 유닛은 왜 AND와 OR에서는 반올림해야만 "작동"하고, XOR에서는 아예 작동하지 않습니까? AND를 오답 없이
배운 퍼셉트론과 비교하고, 여러분의 모델이 출력한 숫자를 근거로 드십시오. 힌트: 평면
$f(x_1, x_2) = w_1 x_1 + w_2 x_2 + b$에서 $f(0, 0) + f(1, 1)$과 $f(0, 1) + f(1, 0)$을 비교해 보십시오. 5-8문장으로 쓰십시오(3점,
강사가 직접 채점합니다).
"""

# %% [markdown] answer="linear_limits" points=3 lang="en"
r"""
**Model answer.** A linear unit has no threshold: its output over the inputs is a plane, and training with the
mean squared error finds the plane with the smallest squared distances to the four targets. For every plane
$f(0, 0) + f(1, 1) = f(0, 1) + f(1, 0)$. The targets of AND give $0 + 1 = 1$ on one side and $0 + 0 = 0$ on the
other, so no plane meets them all; the best one spreads the misfit of 1 evenly, a quarter to each corner, and
predicts $-0.25, 0.25, 0.25, 0.75$. OR has a misfit of the same size and also errs by $0.25$ everywhere. An error
of $0.25$ is below $0.5$, so each prediction is on the right side of $0.5$, and rounding, which is a threshold put
in afterwards, gives the right answers. For XOR the two sums are $0$ and $2$: the misfit is twice as large, each
corner gets $0.5$, and the best plane is flat, $W = 0$ and $b = 0.5$. The prediction $0.5$ is equally far from
both answers, so rounding cannot rescue it. No threshold on a weighted sum can: XOR is not linearly separable, so
the perceptron fails too. The perceptron learns AND without an error because it needs only the right *side* of a
line, not the values 0 and 1. A hidden layer with a non-linear function solves XOR.

**Rubric.**

- 1 point: the output is linear (a plane) and the least-squares plane misses the 0/1 targets, with the numbers for
  AND or OR.
- 1 point: rounding works because every error is below 0.5 (equivalently: rounding is a threshold, and AND and OR
  are linearly separable).
- 1 point: XOR: the best plane is 0.5 everywhere ($W = 0$, $b = 0.5$), and no line separates the classes, so no
  threshold helps.
- An answer that blames too few epochs or the learning rate does not get the third point.
"""

# %% [markdown] answer="linear_limits" points=3 lang="ko"
r"""
**모범 답안.** 선형 유닛에는 임계값이 없으므로 입력에 대한 출력은 평면이 됩니다. 평균 제곱 오차로 학습하면 네 정답과의 차이를 제곱해 더한 값이
가장 작은 평면을 찾습니다. 어떤 평면이든 $f(0, 0) + f(1, 1) = f(0, 1) + f(1, 0)$이 성립합니다. 그런데 AND의 정답은 한쪽이
$0 + 1 = 1$, 다른 쪽이 $0 + 0 = 0$이므로 네 정답을 모두 지나는 평면은 없습니다. 가장 좋은 평면은 어긋난 크기 1을 네 꼭짓점에 4분의 1씩 고르게
나누어 $-0.25, 0.25, 0.25, 0.75$를 예측합니다. OR도 어긋난 크기가 같아서 모든 점에서 $0.25$씩 벗어납니다. 오차 $0.25$는
$0.5$보다 작아서 예측은 모두 $0.5$를 기준으로 옳은 쪽에 있습니다. 그래서 나중에 임계값을 적용하는 셈인 반올림을 하면 정답이
됩니다. XOR에서는 두 합이 $0$과 $2$입니다. 어긋난 크기가 두 배여서 꼭짓점마다 오차가 $0.5$이고, 가장 좋은 평면은 기울지 않은
$W = 0$, $b = 0.5$입니다. 예측 $0.5$는 두 답에서 똑같은 거리에 있으므로 반올림도 소용이 없습니다. 가중합에 어떤 임계값을 적용해도
마찬가지입니다. XOR는 선형 분리 가능하지 않아서 퍼셉트론도 실패합니다. 퍼셉트론이 AND를 오답 없이 배우는 것은 0과 1이라는 값을 맞힐 필요 없이
직선의 옳은 *쪽*에 두기만 하면 되기 때문입니다. 비선형 함수를 쓰는 은닉층을 두면 XOR를 풀 수 있습니다.

**채점 기준.**

- 1점: 출력이 선형(평면)이고 최소제곱(least squares) 평면이 정답 0/1에서 벗어난다는 점을 AND나 OR의 숫자로 설명한다.
- 1점: 모든 오차가 0.5보다 작아서 반올림이 통한다고 설명한다(반올림은 임계값이고 AND와 OR는 선형 분리 가능하다는 설명도 된다).
- 1점: XOR에서 가장 좋은 평면은 어디서나 0.5이고($W = 0$, $b = 0.5$), 두 클래스를 나누는 직선이 없어 어떤 임계값도 소용없다고 설명한다.
- 에폭 수가 적거나 학습률이 나빠서라고 답하면 세 번째 점수는 없다.
"""

# %% demo=true
unit.score()

# %% [markdown] lang="en"
r"""
## What to read next

- Frank Rosenblatt, "The Perceptron: A Probabilistic Model for Information Storage and Organization in the Brain",
  *Psychological Review*, 1958: the original. The pages on psychology can be skipped.
- Marvin Minsky and Seymour Papert, *Perceptrons*, 1969: what a single layer cannot do, far beyond XOR.
- A. B. J. Novikoff, "On Convergence Proofs on Perceptrons", 1962: why the learning rule ends.
- Ian Goodfellow, Yoshua Bengio and Aaron Courville, *Deep Learning*, section 6.1: XOR with a linear model and
  with one hidden layer.
- Koki Saitoh, *Deep Learning from Scratch*, chapter 2: gates and XOR, step by step.

XOR needed two layers and a threshold between them. The threshold is the first **activation function**; unit u03
is about the others and about why a step is hard to train.
"""

# %% [markdown] lang="ko"
r"""
## 더 읽을거리

- Frank Rosenblatt, "The Perceptron: A Probabilistic Model for Information Storage and
  Organization in the Brain", *Psychological Review*, 1958. 퍼셉트론을 처음 제안한 논문입니다. 심리학을 다루는 부분은
  건너뛰어도 됩니다.
- Marvin Minsky, Seymour Papert, *Perceptrons*, 1969. XOR를 훨씬 넘어, 단층 퍼셉트론이 할 수 없는 일을 다룹니다.
- A. B. J. Novikoff, "On Convergence Proofs on Perceptrons", 1962. 학습 규칙이 왜 끝나는지를 증명합니다.
- Ian Goodfellow, Yoshua Bengio, Aaron Courville, *Deep Learning*, 6.1절. 선형 모델로 본 XOR와 은닉층 하나로 푼 XOR를 다룹니다.
- 사이토 고키, 『밑바닥부터 시작하는 딥러닝』, 2장. 게이트와 XOR를 차근차근 설명합니다.

XOR에는 두 개의 층과 그 사이의 임계값이 필요했습니다. 이 임계값이 우리가 만난 첫 번째 **활성화 함수**(activation function)입니다. 단원 u03에서는
다른 활성화 함수들과, 계단 함수(step function)가 왜 학습하기 어려운지를 다룹니다.
"""
