# %% [markdown] lang="en"
r"""
# Activation functions

A neuron adds up its weighted inputs and then passes the sum through one more function, the
**activation function**. This unit is about that last step.

After it you will be able to

- say why a network without activation functions is no better than a single layer,
- write step, sign, identity, sigmoid, tanh, ReLU, leaky ReLU and softmax so that they also survive inputs such as
  1000 and −1000,
- write the derivatives of four of them, which training will need,
- recognise a *saturated* unit and a *dead* unit, and say what they do to learning.

You need units u01 and u02 (weighted sum, perceptron) and the derivative of a function of one variable.
Plan about 70 minutes.
"""

# %% [markdown] lang="ko"
r"""
# 활성화 함수

뉴런은 입력에 가중치(weight)를 곱해 모두 더한 뒤, 그 합을 함수 하나에 더 통과시킵니다. 이 함수가
**활성화 함수**(activation function)이고, 이번 단원의 주제입니다.

이 단원을 마치면 다음을 할 수 있습니다.

- 활성화 함수가 없는 신경망이 왜 층(layer) 하나짜리와 다를 바 없는지 설명할 수 있습니다.
- 계단 함수, 부호 함수, 항등 함수, 시그모이드, tanh, ReLU, leaky ReLU, 소프트맥스를 직접 구현할 수 있습니다.
  1000이나 −1000 같은 입력이 들어와도 결과가 망가지지 않게 만듭니다.
- 학습에 필요한 도함수 네 개를 구현할 수 있습니다.
- *포화된* 유닛과 *죽은* 유닛을 알아보고, 그것이 학습에 어떤 영향을 주는지 말할 수 있습니다.

u01과 u02 단원(가중합, 퍼셉트론)과 일변수 함수의 미분을 알고 있으면 됩니다. 70분 정도 걸립니다.
"""

# %% setup=true
import matplotlib.pyplot as plt
import numpy as np
from nnlab import Unit, data, widgets

unit = Unit("u03_activation", lang="en")
check = unit.check

# %% [markdown] lang="en"
r"""
## 1. Why a neuron bends its sum

Take two neurons in a row, each with one input. The first computes $2x + 1$, the second multiplies what it gets by 3
and subtracts 4. For $x = 1$ the first gives 3 and the second gives 5.

Now put both into one formula:

$$3\,(2x + 1) - 4 = 6x - 1$$

That is again *one* neuron, with the weight 6 and the bias −1. The second neuron has added nothing. The same happens
with a hundred layers: a straight line put into a straight line is a straight line. (In unit u02 you met the
consequence: nothing straight computes XOR.)

Now let something happen between the two: replace every negative number by 0. At $x = 1$ nothing changes, the result is 5.
At $x = -1$ the first neuron gives −1, which becomes 0, and the result is −4 instead of −7. At $x = -2$ it is −4
again. The line has a bend now, and no single neuron without an activation can do that.

So the activation function is what makes depth worth anything. Which one to take is a question of three properties,
and they are what to look for in the picture below:

- **Which values can come out?** Those between 0 and 1, those between −1 and 1, or has the output no limit?
- **How steep is it?** Learning follows slopes. Where a curve is flat, there is nothing to follow.
- **What does it do at 0?** Some jump there, some have a corner, some run through smoothly.

![Seven small plots: step and sign jump at 0; identity is a straight line; sigmoid and tanh are S-shaped; ReLU is 0
on the left and rises on the right; leaky ReLU has a small slope on the left.](attachment:curves.png)

The lines and dots show finished functions, the open circles mark the values to expect. Later in this unit the same
picture is drawn from *your* functions, and then each dot should sit inside its circle.
"""

# %% [markdown] lang="ko"
r"""
## 1. 활성화 함수는 왜 필요한가

입력이 하나인 뉴런 두 개를 이어 보겠습니다. 첫째 뉴런은 $2x + 1$을 계산하고, 둘째 뉴런은 받은 값에 3을 곱한 뒤 4를 뺍니다.
$x = 1$이면 첫째의 출력은 3, 둘째의 출력은 5입니다.

이 둘을 식 하나로 합치면 다음과 같습니다.

$$3\,(2x + 1) - 4 = 6x - 1$$

결국 가중치가 6이고 편향(bias)이 −1인 뉴런 *하나*와 같습니다. 둘째 뉴런은 아무것도 보태지 못했습니다. 층을 백 개 쌓아도
마찬가지입니다. 직선에 직선을 합성하면 다시 직선이기 때문입니다. (u02에서 그 결과를 이미 보았습니다. 직선만으로는
XOR을 만들 수 없었습니다.)

이번에는 두 뉴런 사이에서 음수를 모두 0으로 바꿔 보겠습니다. $x = 1$일 때는 달라지는 것이 없어 결과가 그대로 5입니다.
$x = -1$일 때는 첫째 뉴런의 출력 −1이 0이 되어, 결과가 −7이 아니라 −4가 됩니다. $x = -2$일 때도 −4입니다. 직선이 꺾인
것입니다. 활성화 함수가 없는 뉴런 하나로는 이렇게 할 수 없습니다.

즉, 층을 깊이 쌓는 일은 활성화 함수가 있어야 의미가 있습니다. 어떤 함수를 고를지는 세 가지 성질에 달려 있습니다.
아래 그림을 볼 때 이 세 가지를 살펴보십시오.

- **어떤 값이 나올 수 있는가?** 0과 1 사이의 값인지, −1과 1 사이의 값인지, 한계가 없는지 봅니다.
- **얼마나 가파른가?** 학습은 경사를 따라갑니다. 곡선이 평평한 곳에는 따라갈 경사가 없습니다.
- **0에서 어떻게 되는가?** 값이 뛰는 함수, 꺾이는 함수, 매끄럽게 지나가는 함수가 있습니다.

![작은 그래프 일곱 개: 계단 함수와 부호 함수는 0에서 값이 뛰고, 항등 함수는 직선이며, 시그모이드와 tanh는 S자 모양이다.
ReLU는 왼쪽에서 0이고 오른쪽에서 올라가며, leaky ReLU는 왼쪽에 작은 기울기가 있다.](attachment:curves.png)

선과 점은 완성된 함수의 것이고, 동그라미는 나와야 할 값을 표시한 것입니다. 이 단원 뒷부분에서 *여러분이 만든* 함수로
같은 그림을 다시 그립니다. 그때 점이 모두 동그라미 안에 들어가면 됩니다.
"""

# %% [markdown] lang="en"
r"""
## 2. Step, sign and identity

The **step function** is the activation of the perceptron: "fire" or "do not fire". The **sign** does the same with the
answers −1 and 1, and says 0 when it cannot decide. The **identity** changes nothing; it stands in the last layer of a
network that predicts a quantity, such as a price, which must not be squeezed between two limits.

For the inputs −2, 0 and 3:

| | −2 | 0 | 3 |
|---|---|---|---|
| step | 0 | 0 | 1 |
| sign | −1 | 0 | 1 |
| identity | −2 | 0 | 3 |

$$\mathrm{step}(x) = \begin{cases} 1 & x > 0 \\ 0 & x \le 0 \end{cases} \qquad
\mathrm{sign}(x) = \begin{cases} 1 & x > 0 \\ 0 & x = 0 \\ -1 & x < 0 \end{cases} \qquad
\mathrm{identity}(x) = x$$

The value at 0 is a convention; here it is 0 in all three.

Three rules hold for every function of this unit:

1. The input `x` is an array of any shape; the result has the same shape, and each element is worked on by itself.
   (Softmax will be the exception to the second half.)
2. The input stays as it was, because somebody else may still need it: put the result into a **new** array.
3. The result holds **floats** (float64; a float32 input may stay float32), also when `x` holds integers. The next layer
   multiplies it by weights such as 0.37, and an integer array would cut off what stands behind the decimal point.

**Your turn**, about 1 line each. `identity` too returns floats: the values of `x`, also when `x` holds integers.
"""

# %% [markdown] lang="ko"
r"""
## 2. 계단 함수, 부호 함수, 항등 함수

**계단 함수**(step function)는 퍼셉트론(perceptron)의 활성화 함수로, '켜짐'과 '꺼짐' 두 가지로만 답합니다.
**부호 함수**(sign)는 −1과 1로 답하고, 어느 쪽도 아니면 0을 냅니다. **항등 함수**(identity)는 입력을 그대로
내보냅니다. 가격처럼 범위를 제한하면 안 되는 양을 예측하는 신경망의 마지막 층에 씁니다.

입력이 −2, 0, 3이면 결과는 다음과 같습니다.

| | −2 | 0 | 3 |
|---|---|---|---|
| step | 0 | 0 | 1 |
| sign | −1 | 0 | 1 |
| identity | −2 | 0 | 3 |

$$\mathrm{step}(x) = \begin{cases} 1 & x > 0 \\ 0 & x \le 0 \end{cases} \qquad
\mathrm{sign}(x) = \begin{cases} 1 & x > 0 \\ 0 & x = 0 \\ -1 & x < 0 \end{cases} \qquad
\mathrm{identity}(x) = x$$

0에서의 값은 약속으로 정합니다. 여기서는 세 함수 모두 0입니다.

이 단원의 모든 함수에는 세 가지 규칙이 있습니다.

1. 입력 `x`의 shape은 무엇이든 될 수 있고, 결과의 shape은 입력과 같습니다. 원소는 하나씩 따로 계산합니다.
   (원소를 따로 계산한다는 점에서 소프트맥스만 예외입니다.)
2. 다른 곳에서 입력을 다시 쓸 수 있으므로 입력은 바꾸지 않습니다. 결과는 **새** 배열에 담습니다.
3. 이 단원의 함수는 모두 **실수**(float) 배열을 반환합니다. `x`가 정수라도 마찬가지입니다. 다음 층에서
   0.37 같은 가중치를 곱하는데, 정수 배열에 담으면 소수점 아래가 잘려 나가기 때문입니다. float64가 기본이고, 입력이
   float32이면 float32로 두어도 됩니다.

빈칸을 채우십시오. 함수마다 한 줄 정도면 됩니다. `identity`도 실수를 반환해야 합니다. `x`가 정수라도 값이 같은 실수 배열을
반환하십시오.
"""


# %% exercise="steps"
def step(x):
    """Return 1.0 where x > 0, else 0.0.

    x : array of any shape, floats or integers; not changed.
    Returns a new float array of the same shape. At 0 the value is 0.0.

    Example: x = [-2, 0, 3] gives [0.0, 0.0, 1.0].
    """
    ### BEGIN SOLUTION
    return np.where(x > 0, 1.0, 0.0)
    ### END SOLUTION


def sign(x):
    """Return -1.0 where x < 0, 0.0 where x = 0, 1.0 where x > 0.

    x : array of any shape, floats or integers; not changed.
    Returns a new float array of the same shape.

    Example: x = [-2, 0, 3] gives [-1.0, 0.0, 1.0].
    """
    ### BEGIN SOLUTION
    return np.where(x > 0, 1.0, 0.0) - np.where(x < 0, 1.0, 0.0)
    ### END SOLUTION


def identity(x):
    """Return the values of x as floats.

    x : array of any shape, floats or integers; not changed.
    Returns a float array of the same shape.

    Example: x = [-2, 0, 3] gives [-2.0, 0.0, 3.0].
    """
    ### BEGIN SOLUTION
    return np.array(x, dtype=np.float64)
    ### END SOLUTION


# %% check="steps"
check("steps", step, sign, identity)

# %% [markdown] lang="en"
r"""
## 3. The sigmoid

The step function has a flaw: it is flat everywhere except at one point. If you turn a weight a little, the output
almost always stays exactly the same, so no learning rule can tell in which direction to turn it. The **sigmoid** is a
step whose edge has been made smooth.

At 0 it gives 0.5: undecided. At 2 it gives 0.881, at −2 it gives 0.119. These two sum to 1, and that is so for every
$x$. At 6 it gives 0.998; at 1000 it gives 1.

$$\sigma(x) = \frac{1}{1 + e^{-x}} \qquad \sigma(-x) = 1 - \sigma(x)$$

By hand, for $x = 2$: $e^{-2} = 0.135$, and $1 / 1.135 = 0.881$.

**What is hard about it.** A float64 ends near $10^{308}$, so $e^{1000}$ does not fit: NumPy warns of an *overflow* and
goes on with `inf`. Whether that hurts depends on where the `inf` lands. $1 / \infty$ is 0, which is right. But the
equally correct formula

$$\sigma(x) = \frac{e^{x}}{1 + e^{x}}$$

becomes $\infty / \infty$ at $x = 1000$, and that is `nan`, "not a number". One `nan` in one unit spreads through the
whole network within one step of training.

There are two formulas, and each is harmless for one sign of $x$: the first for $x \ge 0$, the second for $x < 0$. There
the exponent is never positive, so the exponential lies between 0 and 1. A warning costs no points in this course, a
`nan` does. A function that never takes the exponential of a large positive number has neither.

`np.where` computes both formulas everywhere and only then chooses. The values it chooses are right, but the warning of
the other formula appears all the same. To avoid the warning, use $e^{-|x|}$ in both: for $x \ge 0$ it is the $e^{-x}$ of
the first formula, for $x < 0$ the $e^{x}$ of the second.

**Your turn**, about 3 lines. `x` has any shape, the result is a new float array of the same shape, and for integer `x`
too the result holds floats (the sigmoid of the integer 2 is 0.881, not 0). At ±1000 there is no `nan` and no `inf`.
"""

# %% [markdown] lang="ko"
r"""
## 3. 시그모이드

계단 함수에는 약점이 있습니다. 한 점을 빼고는 어디서나 평평합니다. 가중치를 조금 바꿔도 출력은 거의 항상
그대로이므로, 어느 쪽으로 바꿔야 좋을지 학습 규칙이 알 수 없습니다. **시그모이드**(sigmoid)는 계단의 모서리를 매끄럽게
다듬은 함수입니다.

0에서는 0.5, 곧 '모르겠다'입니다. 2에서는 0.881이고 −2에서는 0.119입니다. 이 둘을 더하면 1이 되는데, 어떤 $x$에서도
그렇습니다. 6에서는 0.998이고, 1000에서는 1입니다.

$$\sigma(x) = \frac{1}{1 + e^{-x}} \qquad \sigma(-x) = 1 - \sigma(x)$$

$x = 2$일 때를 손으로 계산하면 $e^{-2} = 0.135$이고 $1 / 1.135 = 0.881$입니다.

**어려운 점.** float64로 나타낼 수 있는 수는 $10^{308}$ 근처에서 끝나므로 $e^{1000}$은 담을 수 없습니다. 이때 NumPy는
오버플로(overflow) 경고를 내고 `inf`로 계산을 이어 갑니다. 문제가 되는지는 `inf`가 어디에 놓이느냐에 달려 있습니다.
$1 / \infty$는 0이고, 이것은 옳은 값입니다. 그런데 수학적으로 똑같이 옳은 식

$$\sigma(x) = \frac{e^{x}}{1 + e^{x}}$$

에서는 $x = 1000$일 때 $\infty / \infty$가 되고, 결과는 `nan`(수가 아님)입니다. 유닛 하나에서 생긴 `nan`은 학습을 한
단계만 진행해도 신경망 전체로 퍼집니다.

식은 두 가지이고, $x$의 부호에 따라 둘 중 하나는 언제나 안전합니다. $x \ge 0$이면 첫째 식이, $x < 0$이면 둘째 식이
안전합니다. 이때는 지수가 양수가 되지 않아 지수 함수의 값이 0과 1 사이에 있기 때문입니다. 이 강의에서 경고는 감점하지
않지만 `nan`은 감점합니다. 큰 양수의 지수 함수를 아예 계산하지 않으면 경고도 `nan`도 생기지 않습니다.

`np.where`는 모든 원소에서 두 식을 다 계산한 다음에 고릅니다. 고른 값은 옳아도, 고르지 않은 식에서 경고가 나옵니다. 경고를
피하려면 두 식에 모두 $e^{-|x|}$를 쓰면 됩니다. $x \ge 0$이면 이것이 첫째 식의 $e^{-x}$이고, $x < 0$이면 둘째 식의
$e^{x}$입니다.

빈칸을 채우십시오. 세 줄 정도면 됩니다. `x`의 shape은 자유이고, 결과는 shape이 같은 새 실수 배열입니다. `x`가 정수여도
결과는 실수입니다(정수 2의 시그모이드는 0이 아니라 0.881입니다). ±1000에서도 `nan`이나 `inf`가 나오면 안 됩니다.
"""


# %% exercise="sigmoid"
def sigmoid(x):
    """Return 1 / (1 + exp(-x)), element by element.

    x : array of any shape, floats or integers; not changed.
    Returns a new float array of the same shape, values from 0 to 1, no nan and no inf even at x = ±1000.

    Example: x = [-2, 0, 2] gives [0.1192, 0.5, 0.8808]; the first and the last sum to 1.
    """
    ### BEGIN SOLUTION
    x = x * 1.0  # floats, also for integer x
    e = np.exp(-np.abs(x))  # between 0 and 1, so it cannot overflow
    return np.where(x >= 0, 1 / (1 + e), e / (1 + e))
    ### END SOLUTION


# %% check="sigmoid"
check("sigmoid", sigmoid)

# %% [markdown] lang="en"
r"""
## 4. tanh

No output of a sigmoid is negative, so the next layer gets no negative input. That can make learning slower. In the
learning rule of unit u02 a weight changes by a multiple of its input; if all inputs have the same sign, one sample moves
all weights of a neuron up together or down together. Where one weight has to grow and another has to shrink, learning
takes a detour.

The **hyperbolic tangent**, tanh, has the same S-shape but runs from −1 to 1 and passes through 0.

At 0 it gives 0, at 1 it gives 0.762, at −1 it gives −0.762, at 2 already 0.964.

$$\tanh(x) = \frac{e^{x} - e^{-x}}{e^{x} + e^{-x}}$$

By hand, for $x = 1$: $e = 2.718$ and $e^{-1} = 0.368$, so $2.350 / 3.086 = 0.762$.

Compare with the sigmoid at *twice* the input: $\sigma(2) = 0.881$. Stretch it from the range 0 to 1 to the range −1 to
1, that is, double it and subtract 1, and 0.762 comes out. That is no accident:

$$\tanh(x) = 2\,\sigma(2x) - 1$$

**Your turn**, about 1 line. Build it yourself, from the exponential or from your own sigmoid. (NumPy has a `np.tanh`,
and since only results count, it would pass; but then you would not have seen where the formula breaks.) `x` has any
shape; the result is a new float array of the same shape. At ±1000 the result is ±1, not `nan`.
"""

# %% [markdown] lang="ko"
r"""
## 4. tanh

시그모이드의 출력에는 음수가 없으므로 다음 층의 입력에도 음수가 없습니다. 그러면 학습이 느려질 수 있습니다. u02의 학습
규칙에서 가중치는 자기 입력에 비례하여 바뀌었습니다. 입력의 부호가 모두 같으면, 샘플 하나는 한 뉴런의 가중치를 모두 함께
늘리거나 모두 함께 줄입니다. 한 가중치는 늘리고 다른 가중치는 줄여야 할 때는 길을 돌아가게 됩니다.

**쌍곡탄젠트**(tanh)는 똑같이 S자 모양이지만 −1에서 1까지 변하고 0을 지납니다.

0에서는 0, 1에서는 0.762, −1에서는 −0.762, 2에서는 벌써 0.964입니다.

$$\tanh(x) = \frac{e^{x} - e^{-x}}{e^{x} + e^{-x}}$$

$x = 1$일 때를 손으로 계산하면 $e = 2.718$, $e^{-1} = 0.368$이므로 $2.350 / 3.086 = 0.762$입니다.

입력을 *두 배*로 한 시그모이드와 비교해 보겠습니다. $\sigma(2) = 0.881$입니다. 0부터 1까지인 범위를 −1부터 1까지로 늘이면,
곧 두 배로 한 뒤 1을 빼면 0.762가 나옵니다. 우연이 아닙니다.

$$\tanh(x) = 2\,\sigma(2x) - 1$$

빈칸을 채우십시오. 한 줄 정도면 됩니다. 지수 함수나 앞에서 만든 시그모이드를 써서 직접 만들어 보십시오. (NumPy에는
`np.tanh`가 있고, 결과만 채점하므로 그것을 써도 통과합니다. 다만 그러면 식이 어디에서 무너지는지 볼 기회가 없습니다.)
`x`의 shape은 자유이고, 결과는 shape이 같은 새 실수 배열입니다. ±1000에서는 `nan`이 아니라 ±1이 나와야 합니다.
"""


# %% exercise="tanh"
def tanh(x):
    """Return the hyperbolic tangent, element by element.

    x : array of any shape, floats or integers; not changed.
    Returns a new float array of the same shape, values from -1 to 1, no nan and no inf even at x = ±1000.

    Example: x = [-1, 0, 2] gives [-0.7616, 0.0, 0.9640].
    """
    ### BEGIN SOLUTION
    return 2 * sigmoid(2.0 * x) - 1
    ### END SOLUTION


# %% check="tanh"
check("tanh", tanh)

# %% [markdown] lang="en"
r"""
## 5. ReLU and leaky ReLU

Sigmoid and tanh are nearly flat at both ends. At $x = 5$ the slope of the sigmoid is 0.0066, and there is little to
learn from such a slope. The **rectified linear unit**, ReLU, avoids this on one side in the simplest way: negative
numbers become 0, all others stay. It is the bend of section 1.

For the inputs −2, 0 and 3 it gives 0, 0 and 3.

$$\mathrm{relu}(x) = \begin{cases} x & x > 0 \\ 0 & x \le 0 \end{cases}$$

On the negative side its slope is 0, so there the unit learns nothing at all. The **leaky ReLU** keeps a slope
$\alpha$ on that side, usually a small one. For the inputs −2, 0 and 3 and $\alpha = 0.1$ it gives −0.2, 0 and 3:

$$\mathrm{leaky}(x) = \begin{cases} x & x \ge 0 \\ \alpha x & x < 0 \end{cases}$$

Nothing forces $\alpha$ to be small. With $\alpha = 2$ the same inputs give −4, 0 and 3: steeper on the left than on the
right. Your function has to follow the definition for every $\alpha \ge 0$.

One more case is worth a thought: $x = -\infty$, which turns up as the logarithm of a probability 0. By the definition
$\mathrm{relu}(-\infty) = 0$. NumPy, however, computes `-inf * 0` as `nan`.

**Your turn**, about 1 or 2 lines each. `x` has any shape and is not changed; the result is a new float array of the
same shape, for integer `x` too. `alpha` is a number, 0.01 unless said otherwise.
"""

# %% [markdown] lang="ko"
r"""
## 5. ReLU와 leaky ReLU

시그모이드와 tanh는 양 끝이 거의 평평합니다. $x = 5$에서 시그모이드의 기울기는 0.0066인데, 이렇게 작은 기울기로는 거의
배울 수 없습니다. **ReLU**(rectified linear unit)는 가장 단순한 방법으로 한쪽에서 이 문제를 피합니다. 음수는 0으로 바꾸고
나머지는 그대로 둡니다. 1절에서 직선을 꺾은 방법이 바로 ReLU입니다.

입력이 −2, 0, 3이면 결과는 0, 0, 3입니다.

$$\mathrm{relu}(x) = \begin{cases} x & x > 0 \\ 0 & x \le 0 \end{cases}$$

음수 쪽에서는 기울기가 0이므로 그곳에 있는 유닛은 아무것도 배우지 못합니다. **leaky ReLU**는 음수 쪽에도 기울기
$\alpha$를 남겨 두는데, 보통은 작은 값을 씁니다. 입력이 −2, 0, 3이고 $\alpha = 0.1$이면 결과는 −0.2, 0, 3입니다.

$$\mathrm{leaky}(x) = \begin{cases} x & x \ge 0 \\ \alpha x & x < 0 \end{cases}$$

$\alpha$가 꼭 작아야 하는 것은 아닙니다. $\alpha = 2$이면 같은 입력의 결과는 −4, 0, 3이고, 왼쪽이 오른쪽보다 더
가파릅니다. 여러분의 함수는 $\alpha \ge 0$인 모든 값에서 정의대로 계산해야 합니다.

한 가지 더 생각할 경우가 있습니다. $x = -\infty$는 확률(probability) 0의 로그를 취할 때 나타납니다. 정의에 따르면
$\mathrm{relu}(-\infty) = 0$입니다. 하지만 NumPy에서 `-inf * 0`을 계산하면 `nan`이 나옵니다.

빈칸을 채우십시오. 함수마다 한두 줄이면 됩니다. `x`의 shape은 자유이고 `x`를 바꾸면 안 됩니다. `relu`와 `leaky_relu` 모두
shape이 같은 새 실수 배열을 반환하며, `x`가 정수여도 그렇습니다. `alpha`는 수 하나이고 기본값은 0.01입니다.
"""


# %% exercise="relus"
def relu(x):
    """Return x where x > 0, else 0.0.

    x : array of any shape, floats or integers; not changed.
    Returns a new float array of the same shape. relu(-inf) is 0.0.

    Example: x = [-2, 0, 3] gives [0.0, 0.0, 3.0].
    """
    ### BEGIN SOLUTION
    return np.maximum(x, 0.0)
    ### END SOLUTION


def leaky_relu(x, alpha=0.01):
    """Return x where x >= 0, else alpha * x.

    x : array of any shape, floats or integers; not changed.
    alpha : number >= 0, the slope for x < 0; it may be larger than 1.
    Returns a new float array of the same shape.

    Example: x = [-2, 0, 3] with alpha = 0.1 gives [-0.2, 0.0, 3.0], with alpha = 2 it gives [-4.0, 0.0, 3.0].
    """
    ### BEGIN SOLUTION
    x = x * 1.0
    return np.where(x < 0, alpha * x, x)
    ### END SOLUTION


# %% check="relus"
check("relus", relu, leaky_relu)

# %% [markdown] lang="en"
r"""
### Your seven curves

The next cell draws what you have written so far. Finish the four exercises above first: an unwritten function
stops this cell, and nothing is drawn.

The open circles are the values to expect, the same as in the picture of section 1; the dots are your own values at the
same places. A dot outside its circle belongs to a function that is not right yet. At the jump of step and sign the dot
at 0 shows which value you chose there.

Look once more for the three properties: which values come out, where the curve is steep, and what happens at 0. Sigmoid and
tanh differ in height and in steepness: tanh is four times as steep at 0.
"""

# %% [markdown] lang="ko"
r"""
### 여러분의 곡선 일곱 개

다음 셀은 지금까지 작성한 함수로 그래프를 그립니다. 먼저 위의 네 문제를 모두 작성하십시오. 작성하지 않은 함수가 있으면 셀이
중간에 멈추고 아무것도 그려지지 않습니다.

동그라미는 1절의 그림과 똑같이 나와야 할 값이고, 점은 같은 자리에서 여러분의 함수가 낸 값입니다. 점이 동그라미 밖에 있으면
그 함수는 아직 고칠 곳이 있습니다. 값이 뛰는 계단 함수와 부호 함수에서는 0에 찍힌 점이 여러분이 정한 값을 보여 줍니다.

세 가지 성질을 다시 살펴보십시오. 어떤 값이 나오는지, 어디에서 가파른지, 0에서 어떻게 되는지입니다. 시그모이드와
tanh는 높이도 다르고 가파른 정도도 다릅니다. 0에서 tanh의 기울기는 시그모이드의 네 배입니다.
"""


# %% demo=true figure="curves"
def plot_curves():
    """Draw the student's activation functions over circles at values worked out beforehand."""
    panels = [
        ("step", step, [-2, -1, 0, 1, 2], [0, 0, 0, 1, 1]),
        ("sign", sign, [-2, -1, 0, 1, 2], [-1, -1, 0, 1, 1]),
        ("identity", identity, [-2, -1, 0, 1, 2], [-2, -1, 0, 1, 2]),
        ("sigmoid", sigmoid, [-4, -2, 0, 2, 4], [0.018, 0.119, 0.5, 0.881, 0.982]),
        ("tanh", tanh, [-2, -1, 0, 1, 2], [-0.964, -0.762, 0, 0.762, 0.964]),
        ("relu", relu, [-2, -1, 0, 1, 2], [0, 0, 0, 1, 2]),
        ("leaky_relu, alpha=0.2", lambda x: leaky_relu(x, 0.2), [-4, -2, 0, 1, 2], [-0.8, -0.4, 0, 1, 2]),
    ]
    figure, axes = plt.subplots(2, 4, figsize=(11, 5), sharex=True, layout="constrained")
    for axis, (title, function, at, expected) in zip(axes.flat, panels, strict=False):
        jumps = title in ("step", "sign")
        for part in (np.linspace(-5, -1e-9, 200), np.linspace(1e-9, 5, 200)):
            (curve,) = axis.plot(part, function(part), color="tab:blue")
        (dot,) = axis.plot(at, function(np.array(at, dtype=float)), ".", color="tab:red", markersize=6)
        (circle,) = axis.plot(at, expected, "o", color="black", fillstyle="none", markersize=8)
        axis.axhline(0, color="0.8", linewidth=0.8, zorder=0)
        axis.axvline(0, color="0.8", linewidth=0.8, zorder=0)
        axis.set(title=title, xlabel="x", ylabel="y", ylim=(-1.4, 1.4) if jumps or title == "tanh" else None)
    axes.flat[0].set_ylim(-0.2, 1.2)
    axes.flat[3].set_ylim(-0.1, 1.1)
    axes.flat[3].tick_params(labelbottom=True)
    axes.flat[-1].axis("off")
    labels = ["function", "value", "value to expect"]
    axes.flat[-1].legend([curve, dot, circle], labels, loc="center")


plot_curves()
plt.show()

# %% [markdown] lang="en"
r"""
## 6. Softmax

A network that tells ten digits apart ends in ten numbers, one **score** for each digit. Scores can be anything: 2, 1
and 0, or 300, −5 and 8. What we want to say is "this is a 3 with probability 0.67". The **softmax** turns scores into
probabilities: none of them negative, their sum 1, and the largest score keeps the largest share.

Take the scores 2, 1 and 0. Make them positive with the exponential: 7.389, 2.718 and 1. Their sum is 11.107. Divide
by it: 0.665, 0.245 and 0.090.

$$\mathrm{softmax}(x)_k = \frac{e^{x_k}}{\sum_{j=1}^{K} e^{x_j}}$$

Unlike everything before, an output depends on *all* scores of its row, not only on its own.

**Rows.** Usually `x` has the shape (N, K): N samples, K scores for each. Every row is a matter of its own and sums to 1.
The argument `axis` says along which axis the sum runs; −1, the last, is the K scores of a sample.

**What is hard about it.** With the scores 1002, 1001 and 1000 all exponentials are `inf`. But only differences of
scores matter. Add the same number $c$ to every score of a row, and each exponential is multiplied by $e^{c}$, above
and below the fraction line:

$$\frac{e^{x_k + c}}{\sum_j e^{x_j + c}} = \frac{e^{c}\, e^{x_k}}{e^{c} \sum_j e^{x_j}} = \frac{e^{x_k}}{\sum_j e^{x_j}}$$

So on paper every $c$ is right, and the scores 1002, 1001 and 1000 give the same 0.665, 0.245 and 0.090. In floats it
matters which one you take. Subtract the **maximum**: then every exponent is at most 0, every exponential lies between 0
and 1, and the largest is exactly 1, so the sum cannot be 0. The minimum or the mean will not do: for the scores 0 and
2000 they leave the exponents 2000 and 1000, and both overflow.

Find the maximum **separately along `axis`**: with −1 each row has its own, with `axis=0` each column. In an array with
the rows (1000, 1001) and (−3000, −3001), the maximum of the whole array suits the first row and leaves the second with
$0 / 0$.

**Shapes.** For `x` of the shape (N, K) the sums along the last axis have the shape (N,), and NumPy would lay these N
numbers along the K columns. `np.sum(..., axis=axis, keepdims=True)` keeps the summed axis with length 1: the shape is
(N, 1), and the division lines up, row by row. `np.max` knows `keepdims` too.

One consequence of floats remains, and it is harmless. $e^{-1000}$ is smaller than the smallest positive float, so the
softmax of 0 and 1000 is exactly 0 and 1.

The picture shows softmax of four scores, each divided by a number $T$ first, the **temperature**. It is the last
ingredient, and you will move it with a slider.

![Bars for the scores 2, 1, 0 and −1 at three temperatures. At T = 0.5 score 2 gets nearly everything; at T = 1 the
shares are 0.64, 0.24, 0.09 and 0.03; at T = 5 they are 0.33, 0.27, 0.22 and 0.18.](attachment:temperature.png)

**Your turn**, about 3 lines. `x` may have any shape, (N, K) is typical; the result is a new float array of the same
shape, for integer `x` too. It is never negative and sums to 1 along `axis`. It has to hold at scores of 1000, and when
one row is thousands away from the next.
"""

# %% [markdown] lang="ko"
r"""
## 6. 소프트맥스

숫자 열 개를 구별하는 신경망은 마지막에 수 열 개를 냅니다. 숫자마다 하나씩 매긴 **점수**(score)입니다. 점수는 2, 1,
0일 수도 있고 300, −5, 8일 수도 있습니다. 우리가 원하는 것은 '이 그림은 0.67의 확률로 3이다' 같은 답입니다.
**소프트맥스**(softmax)는 점수를 확률로 바꿉니다. 음수가 없고 합이 1이며, 점수가 가장 큰 것이 확률도 가장 큽니다.

점수가 2, 1, 0인 경우를 보겠습니다. 지수 함수로 양수로 만들면 7.389, 2.718, 1이고, 합은 11.107입니다. 이 합으로 나누면 0.665,
0.245, 0.090이 됩니다.

$$\mathrm{softmax}(x)_k = \frac{e^{x_k}}{\sum_{j=1}^{K} e^{x_j}}$$

앞의 함수들과 달리 출력 하나가 자기 점수만이 아니라 같은 행의 *모든* 점수에 따라 정해집니다.

**행.** 보통 `x`의 shape은 (N, K)입니다. 샘플이 N개이고, 샘플마다 점수가 K개라는 뜻입니다. 행마다 따로 계산하며 각 행의 합이
1입니다. 인수 `axis`는 어느 축을 따라 더할지를 정합니다. 기본값 −1은 마지막 축이고, 한 샘플의 점수 K개에 해당합니다.

**어려운 점.** 점수가 1002, 1001, 1000이면 지수 함수의 값이 모두 `inf`가 됩니다. 그런데 소프트맥스에서는 점수의 차이만
중요합니다. 한 행의 모든 점수에 같은 수 $c$를 더하면 지수 함수의 값에 모두 $e^{c}$가 곱해지고, 이것은 분자와 분모에
똑같이 나타나 약분됩니다.

$$\frac{e^{x_k + c}}{\sum_j e^{x_j + c}} = \frac{e^{c}\, e^{x_k}}{e^{c} \sum_j e^{x_j}} = \frac{e^{x_k}}{\sum_j e^{x_j}}$$

따라서 수학적으로는 $c$가 무엇이든 옳고, 점수 1002, 1001, 1000의 결과도 똑같이 0.665, 0.245, 0.090입니다. 하지만 컴퓨터의
실수로 계산할 때는 무엇을 고르느냐가 중요합니다. **최댓값**을 빼십시오. 그러면 지수가 모두 0 이하이고 지수 함수의 값은 모두
0과 1 사이에 있습니다. 그중 가장 큰 값이 정확히 1이므로 합이 0이 될 수도 없습니다. 최솟값이나 평균으로는 안 됩니다. 점수가
0과 2000이면 지수에 각각 2000과 1000이 남아 둘 다 오버플로가 납니다.

최댓값은 **`axis` 방향으로 따로따로** 구해야 합니다. −1이면 행마다, `axis=0`이면 열마다 구합니다. (1000, 1001)과
(−3000, −3001)이라는 두 행이 있는 배열에서 배열 전체의 최댓값을 빼면, 첫째 행은 괜찮지만 둘째 행은 $0 / 0$이 됩니다.

**shape 맞추기.** `x`의 shape이 (N, K)일 때 마지막 축을 따라 더하면 합의 shape은 (N,)이고, NumPy는 이 N개의 수를 K개의 열에
맞추려고 합니다. `np.sum(..., axis=axis, keepdims=True)`는 더한 축을 길이 1로 남겨 둡니다. 그러면 shape이 (N, 1)이 되어
나눗셈이 행마다 들어맞습니다. `np.max`에도 `keepdims`가 있습니다.

실수 계산에서 오는 결과가 하나 더 있지만 문제가 되지는 않습니다. $e^{-1000}$은 실수로 나타낼 수 있는 가장 작은 양수보다도
작습니다. 그래서 점수 0과 1000의 소프트맥스는 정확히 0과 1이 됩니다.

아래 그림은 점수 네 개를 먼저 어떤 수 $T$로 나눈 뒤 소프트맥스를 취한 것입니다. 이 수를 **온도**(temperature)라고
하며, 잠시 뒤에 슬라이더로 움직여 봅니다.

![세 온도에서 점수 2, 1, 0, −1의 확률을 나타낸 막대그래프. T = 0.5에서는 점수 2가 거의 전부를 차지하고, T = 1에서는 0.64,
0.24, 0.09, 0.03, T = 5에서는 0.33, 0.27, 0.22, 0.18이다.](attachment:temperature.png)

빈칸을 채우십시오. 세 줄 정도면 됩니다. `x`의 shape은 자유이고 (N, K)가 전형적입니다. 결과는 shape이 같은 새 실수 배열이며,
`x`가 정수여도 그렇습니다. 결과에는 음수가 없고 `axis` 방향의 합이 1입니다. 점수가 1000이어도,
행과 행의 값이 몇천씩 차이 나도 옳은 값이 나와야 합니다.
"""


# %% exercise="softmax"
def softmax(x, axis=-1):
    """Return exp(x) divided by the sum of exp(x) along one axis.

    x : array of any shape, floats or integers; (N, K), N rows of K scores, is typical. Not changed.
    axis : the axis along which the results sum to 1.
    Returns a new float array of the same shape, never negative, no nan and no inf even at scores of ±1000
    and when the rows of x differ by thousands.

    Example: x = [[2, 1, 0], [1002, 1001, 1000]] gives [0.6652, 0.2447, 0.0900] in both rows.
    """
    ### BEGIN SOLUTION
    x = x * 1.0
    e = np.exp(x - x.max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)
    ### END SOLUTION


# %% check="softmax"
check("softmax", softmax)

# %% [markdown] lang="en"
r"""
### Temperature

The next cell divides the scores 2, 1, 0 and −1 by $T$ and puts them through *your* softmax. Compare with the picture
above. A low temperature sharpens the differences: at $T = 0.5$ the first score gets 0.865. A high one levels them: at
$T = 5$ it gets 0.329, and the last still has 0.181. The order never changes.
"""

# %% [markdown] lang="ko"
r"""
### 온도

다음 셀은 점수 2, 1, 0, −1을 $T$로 나눈 뒤 *여러분의* 소프트맥스에 넣습니다. 위의 그림과 비교해 보십시오. 온도가 낮으면
차이가 뚜렷해집니다. $T = 0.5$에서 첫째 점수의 확률은 0.865입니다. 온도가 높으면 차이가 줄어듭니다. $T = 5$에서 첫째
점수는 0.329이고, 마지막 점수도 0.181이나 됩니다. 순서는 결코 바뀌지 않습니다.
"""


# %% demo=true figure="temperature"
def plot_temperatures(temperatures=(0.5, 1.0, 5.0)):
    """Print and draw the student's softmax of four scores at several temperatures."""
    scores = np.array([2.0, 1.0, 0.0, -1.0])
    figure, axis = plt.subplots(figsize=(8, 3.6), layout="constrained")
    for i, (temperature, hatch) in enumerate(zip(temperatures, ("", "//", ".."), strict=True)):
        p = softmax(scores / temperature)
        print(f"T = {temperature}:", np.round(p, 3), " sum", round(float(p.sum()), 6))
        bars = axis.bar(
            np.arange(4) + 0.27 * (i - 1), p, 0.25, hatch=hatch, edgecolor="white", label=f"T = {temperature:g}"
        )
        axis.bar_label(bars, fmt="%.2f", fontsize=8)
    axis.set_xticks(range(4), [f"score {score:g}" for score in scores])
    axis.set(ylabel="softmax(score / T)", ylim=(0, 1))
    axis.legend()


plot_temperatures()
plt.show()

# %% [markdown] lang="en"
r"""
### Two sliders

Now move things yourself. The left plot is your leaky ReLU with the slope `alpha`; the right plot is your softmax of the
scores 2, 1, 0 and −1 at the temperature `T`. (Where sliders do not work, for example in a printed copy: at `alpha` = 0
the left part lies flat and you see a plain ReLU, at 1 there is no bend left, above 1 the left part is steeper than the
right. At `T` = 0.1 the bars are 1.000, 0.000, 0.000 and 0.000, at 1 they are 0.644, 0.237, 0.087 and 0.032, at 10 they
are 0.289, 0.261, 0.236 and 0.214.)

Three things to try:

- Which `alpha` gives the identity? By section 1, what is a deep network of such units worth?
- Make `T` as small as it gets. Which function of the scores does softmax come close to?
- Make `T` as large as it gets. What would the bars be for an infinite `T`?
"""

# %% [markdown] lang="ko"
r"""
### 슬라이더 두 개

이제 직접 움직여 보십시오. 왼쪽은 음수 쪽 기울기가 `alpha`인 여러분의 leaky ReLU이고, 오른쪽은 온도 `T`에서 점수 2, 1, 0,
−1에 대한 여러분의 소프트맥스입니다. (인쇄물처럼 슬라이더를 쓸 수 없을 때를 위해 적어 둡니다. `alpha`가 0이면 왼쪽이
평평해져 그냥 ReLU가 되고, 1이면 꺾인 곳이 사라지며, 1보다 크면 왼쪽이 오른쪽보다 가파릅니다. `T`가 0.1이면 막대의 높이는
1.000, 0.000, 0.000, 0.000이고, 1이면 0.644, 0.237, 0.087, 0.032이며, 10이면 0.289, 0.261, 0.236, 0.214입니다.)

다음 세 가지를 해 보십시오.

- `alpha`가 얼마일 때 항등 함수가 됩니까? 1절에 따르면, 그런 유닛으로 만든 깊은 신경망은 어떤 신경망과 같습니까?
- `T`를 가장 작게 해 보십시오. 소프트맥스는 점수의 어떤 함수에 가까워집니까?
- `T`를 가장 크게 해 보십시오. `T`가 무한히 크다면 막대는 어떻게 되겠습니까?
"""


# %% demo=true
def draw_alpha_and_temperature(alpha, T):
    """Draw the student's leaky ReLU and the student's softmax for one position of the sliders."""
    x = np.linspace(-4, 4, 201)
    scores = np.array([2.0, 1.0, 0.0, -1.0])
    figure, (left, right) = plt.subplots(1, 2, figsize=(9, 3.6), layout="constrained")
    left.plot(x, x, "--", color="0.6", label="identity")
    left.plot(x, leaky_relu(x, alpha), color="tab:blue", label=f"leaky_relu, alpha = {alpha:.2f}")
    left.set(xlabel="x", ylabel="y", xlim=(-4, 4), ylim=(-8.5, 4.5))
    left.legend(loc="lower right")
    bars = right.bar(
        range(4),
        softmax(scores / T),
        color="tab:orange",
        hatch="//",
        edgecolor="white",
        label=f"softmax(score / T), T = {T:.1f}",
    )
    right.bar_label(bars, fmt="%.3f")
    right.axhline(1 / 4, color="0.4", linestyle=":", label="all equal: 1/4")
    right.set_xticks(range(4), [f"score {score:g}" for score in scores])
    right.set(ylabel="probability", ylim=(0, 1.15))
    right.legend(loc="upper right")
    plt.show()


widgets.sliders(draw_alpha_and_temperature, alpha=(0.0, 2.0, 0.05, 0.2), T=(0.1, 10.0, 0.1, 1.0))

# %% [markdown] lang="en"
r"""
## 7. Derivatives: how much of the signal comes through

In training, an error at the output travels back through the network, from the last layer to the first (unit u06 shows
how). Whenever it passes a unit, it is multiplied by the **derivative** of the activation at the input that this unit
had. A derivative of 1 lets the signal through, 0.01 leaves one hundredth of it, 0 stops it.

How steep is the sigmoid at 0? Step a little to each side: $\sigma(0.1) = 0.52498$ and $\sigma(-0.1) = 0.47502$. It rises
by 0.04996 over a width of 0.2, a slope of 0.2498. The exact value is 0.25, and nowhere is the sigmoid steeper.

The derivatives of sigmoid and tanh are short, because they can be written with the functions themselves:

$$\sigma'(x) = \sigma(x)\,(1 - \sigma(x)) \qquad \tanh'(x) = 1 - \tanh(x)^2$$

By hand, for $x = 2$: $\sigma(2) = 0.881$, so $\sigma'(2) = 0.881 \cdot 0.119 = 0.105$. And $\tanh(2) = 0.964$, so
$\tanh'(2) = 1 - 0.929 = 0.071$.

ReLU and leaky ReLU consist of two straight pieces, so their slope has two values. At the corner, $x = 0$, there is
strictly no derivative. Programs need a number there, and this course takes the one of the left side:

$$\mathrm{relu}'(x) = \begin{cases} 1 & x > 0 \\ 0 & x \le 0 \end{cases} \qquad
\mathrm{leaky}'(x) = \begin{cases} 1 & x > 0 \\ \alpha & x \le 0 \end{cases}$$

For the inputs −2, 0 and 3, relu′ is 0, 0 and 1; leaky′ with $\alpha = 0.1$ is 0.1, 0.1 and 1.

![Four bell-shaped or step-shaped curves: the derivative of the sigmoid peaks at 0.25, that of tanh at 1; those of ReLU
and leaky ReLU jump to 1 at 0.](attachment:slopes.png)

**A trap.** All four functions take the **input** $x$ of the activation, not its output $y$. Some books define them by the
output, since then $y\,(1 - y)$ is all there is to do. A quick test tells the two apart: `d_sigmoid` at 0 is 0.25 here;
whoever takes that 0 for an output gets 0.

**Your turn**, about 1 or 2 lines each; you may call your own functions from above. `x` has any shape and is not
changed; the result is a new **float** array of the same shape (not an array of truth values). `d_relu` at 0 is 0,
`d_leaky` at 0 is `alpha`. `alpha` is 0.01 unless said otherwise.
"""

# %% [markdown] lang="ko"
r"""
## 7. 도함수: 신호가 얼마나 통과하는가

학습할 때는 출력에서 생긴 오차가 마지막 층에서 첫 층 쪽으로 신경망을 거슬러 전달됩니다(자세한 방법은 u06에서 다룹니다).
유닛을 하나 지날 때마다, 그 유닛이 받았던 입력에서의 활성화 함수 **미분값**(derivative)이 곱해집니다. 미분값이 1이면 신호가
그대로 통과하고, 0.01이면 백분의 일만 남으며, 0이면 막힙니다.

시그모이드는 0에서 얼마나 가파를까요? 양쪽으로 조금씩 움직여 보겠습니다. $\sigma(0.1) = 0.52498$이고 $\sigma(-0.1) = 0.47502$입니다.
0.2만큼 가는 동안 0.04996 올라가므로 기울기는 0.2498입니다. 정확한 값은 0.25이고, 시그모이드가 이보다 더 가파른 곳은
없습니다.

시그모이드와 tanh의 도함수는 원래 함수를 써서 짧게 나타낼 수 있습니다.

$$\sigma'(x) = \sigma(x)\,(1 - \sigma(x)) \qquad \tanh'(x) = 1 - \tanh(x)^2$$

$x = 2$일 때를 손으로 계산하면 $\sigma(2) = 0.881$이므로 $\sigma'(2) = 0.881 \cdot 0.119 = 0.105$입니다. 또 $\tanh(2) = 0.964$이므로
$\tanh'(2) = 1 - 0.929 = 0.071$입니다.

ReLU와 leaky ReLU는 직선 두 조각으로 되어 있어서 기울기의 값이 두 가지뿐입니다. 꺾이는 점 $x = 0$에서는 엄밀히 말해
미분할 수 없습니다. 하지만 프로그램에는 값이 필요하므로, 이 강의에서는 왼쪽의 기울기를 쓰기로 약속합니다.

$$\mathrm{relu}'(x) = \begin{cases} 1 & x > 0 \\ 0 & x \le 0 \end{cases} \qquad
\mathrm{leaky}'(x) = \begin{cases} 1 & x > 0 \\ \alpha & x \le 0 \end{cases}$$

입력이 −2, 0, 3이면 relu′은 0, 0, 1이고, $\alpha = 0.1$일 때 leaky′은 0.1, 0.1, 1입니다.

![곡선 네 개: 시그모이드의 도함수는 0.25까지, tanh의 도함수는 1까지 올라가는 종 모양이다. ReLU와 leaky ReLU의 도함수는
0에서 1로 뛴다.](attachment:slopes.png)

**주의할 점.** 네 함수 모두 활성화 함수의 출력 $y$가 아니라 **입력** $x$를 받습니다. 출력을 받도록 정의한 책도 있습니다.
그러면 $y\,(1 - y)$만 계산하면 되기 때문입니다. 어느 쪽인지는 쉽게 가려낼 수 있습니다. 여기서 0에서
`d_sigmoid`의 값은 0.25이지만, 그 0을 출력으로 여기고 계산하면 0이 나옵니다.

빈칸을 채우십시오. 함수마다 한두 줄이면 되고, 앞에서 만든 함수를 불러 써도 됩니다. `x`의 shape은 자유이고 `x`를 바꾸면 안
됩니다. 결과는 shape이 같은 새 **실수** 배열입니다(참·거짓 배열이 아닙니다). 0에서 `d_relu`의 값은 0, `d_leaky`의 값은
`alpha`입니다. `alpha`의 기본값은 0.01입니다.
"""


# %% exercise="derivatives"
def d_sigmoid(x):
    """Return the derivative of the sigmoid at the input x.

    x : array of any shape, floats or integers: what goes into the sigmoid, not what comes out. Not changed.
    Returns a new float array of the same shape, values from 0 to 0.25; 0.0 at x = ±1000, no nan.

    Example: x = [-2, 0, 2] gives [0.1050, 0.25, 0.1050].
    """
    ### BEGIN SOLUTION
    s = sigmoid(x)
    return s * (1 - s)
    ### END SOLUTION


def d_tanh(x):
    """Return the derivative of tanh at the input x.

    x : array of any shape, floats or integers: what goes into tanh, not what comes out. Not changed.
    Returns a new float array of the same shape, values from 0 to 1; 0.0 at x = ±1000, no nan.

    Example: x = [-2, 0, 2] gives [0.0707, 1.0, 0.0707].
    """
    ### BEGIN SOLUTION
    return 1 - tanh(x) ** 2
    ### END SOLUTION


def d_relu(x):
    """Return the derivative of relu at the input x: 1.0 where x > 0, else 0.0.

    x : array of any shape, floats or integers; not changed.
    Returns a new float array of the same shape. At 0, by convention, the value is 0.0.

    Example: x = [-2, 0, 3] gives [0.0, 0.0, 1.0].
    """
    ### BEGIN SOLUTION
    return step(x)
    ### END SOLUTION


def d_leaky(x, alpha=0.01):
    """Return the derivative of leaky_relu at the input x: 1.0 where x > 0, else alpha.

    x : array of any shape, floats or integers; not changed.
    alpha : number >= 0, the slope for x <= 0.
    Returns a new float array of the same shape. At 0, by convention, the value is alpha.

    Example: x = [-2, 0, 3] with alpha = 0.1 gives [0.1, 0.1, 1.0].
    """
    ### BEGIN SOLUTION
    return np.where(x > 0, 1.0, alpha * 1.0)
    ### END SOLUTION


# %% check="derivatives"
check("derivatives", d_sigmoid, d_tanh, d_relu, d_leaky)

# %% [markdown] lang="en"
r"""
### Your slopes

The lines in the next figure are your derivatives. The crosses do not come from them: they are slopes measured on your
*functions*, by stepping 0.001 to each side as above. If a line misses its crosses, either the function or its
derivative is wrong.

Read the figure as a map of what comes through. The sigmoid lets a quarter pass where it is best, tanh everything at 0 and
little beyond ±2. ReLU knows only all or nothing: it is a gate that each sample opens or closes.

Two words for what follows. The signal that travels back is called the **gradient**; what reaches a weight says how much
the error grows when this weight grows a little, and training changes the weight accordingly. A ReLU unit whose gate stays
closed for every sample of the training data is called **dead**.
"""

# %% [markdown] lang="ko"
r"""
### 여러분의 기울기

다음 그림의 선은 여러분이 만든 도함수입니다. × 표시는 도함수에서 나온 것이 아니라, 위에서 한 것처럼 양쪽으로 0.001씩 움직여
여러분의 *함수*에서 잰 기울기입니다. 선이 × 표시를 비껴가면 함수와 도함수 중 하나가 틀린 것입니다.

이 그림에서 신호가 얼마나 통과하는지 읽어 보십시오. 시그모이드는 가장 잘 통과할 때도 사분의 일입니다. tanh는 0에서 모두
통과시키지만 ±2를 넘으면 조금밖에 통과시키지 않습니다. ReLU는 전부 아니면 전무입니다. 샘플마다 열리거나 닫히는 문과 같습니다.

뒤에서 쓸 말 두 가지를 정해 둡니다. 거슬러 전달되는 신호를 **그래디언트**(gradient)라고 합니다. 가중치 하나에 도착한
그래디언트는 그 가중치가 조금 커질 때 오차가 얼마나 커지는지를 나타내고, 학습은 이 값에 따라 가중치를 바꿉니다. 이 단원에서
'기울기'는 곡선의 기울기(slope)만 가리킵니다. 또 학습 데이터의 어떤 샘플에서도 문이 열리지 않는 ReLU 유닛을
**죽었다**(dead)고 합니다.
"""


# %% demo=true figure="slopes"
def plot_slopes(alpha=0.2, h=1e-3):
    """Draw the student's derivatives over slopes measured on the student's functions."""
    panels = [
        (
            "d_sigmoid and d_tanh",
            [
                ("d_sigmoid", sigmoid, d_sigmoid, "-", "tab:blue"),
                ("d_tanh", tanh, d_tanh, "--", "tab:orange"),
            ],
        ),
        (
            f"d_relu and d_leaky, alpha={alpha}",
            [
                ("d_relu", relu, d_relu, "-", "tab:blue"),
                ("d_leaky", lambda x: leaky_relu(x, alpha), lambda x: d_leaky(x, alpha), "--", "tab:orange"),
            ],
        ),
    ]
    at = np.linspace(-5, 5, 20)  # an even number, so that the corner at 0 is left out
    x = np.linspace(-5, 5, 1001)
    figure, axes = plt.subplots(1, 2, figsize=(10, 3.8), sharey=True, layout="constrained")
    for axis, (title, curves) in zip(axes, panels, strict=True):
        for name, function, derivative, style, color in curves:
            axis.plot(x, derivative(x), style, color=color, label=name)
            axis.plot(at, (function(at + h) - function(at - h)) / (2 * h), "x", color="black", markersize=6)
        axis.plot([], [], "x", color="black", label="slope measured on the function")
        axis.set(title=title, xlabel="input x", ylabel="derivative", ylim=(-0.05, 1.35))
    axes[0].axhline(0.25, color="0.6", linestyle=":", linewidth=1, label="0.25")
    for axis in axes:
        axis.legend(loc="upper left", ncols=2, fontsize=8)


plot_slopes()
plt.show()

# %% [markdown] lang="en"
r"""
## 8. A map of saturation

A unit whose input lies far out, where its curve is flat, is called **saturated**. Its output hardly reacts any more, and
the derivative lets hardly any signal back. Here we count a sigmoid unit as saturated when its derivative is below
0.01, which is so for $|x| > 4.585$.

How often does that happen? It depends on the size of the weights. So we send the 1,797 handwritten digits of `nnlab`
(8×8 pixels, grey values from 0 to 1) through five layers of 100 sigmoid units each. Nothing is trained: the weights
are random numbers from a normal distribution, the bell curve, with mean 0. Its width is the standard deviation $s$, here
called the weight scale: about two thirds of the weights lie between $-s$ and $s$. There are no biases. For each layer we
count the share of saturated units over all digits.

**Guess first.** A digit with the grey values $p_1, \ldots, p_{64}$ is a vector of about the length 3.86. A unit of the
first layer adds up 64 weights, each multiplied by its grey value. The weights are independent, so the variances, which
are the squares of the standard deviations, add up:

$$s^2 \sum_i p_i^2 \approx s^2 \cdot 3.86^2$$

So the sums have a standard deviation of about $3.86\,s$. For $s = 1$ that is 3.86, and 4.585 is not far out at all: a
normally distributed number with this deviation lies beyond ±4.585 about a quarter of the time. What do you expect for
$s = 0.1$, what for $s = 10$? And will there be less saturation in deeper layers, or more?

![Heat map with the layers 1 to 5 from left to right and five weight scales from top to bottom: 0 percent saturated at the
scale 0.1; at 1 about a fifth of the first layer and about half of the others; at 10 about 90 percent of the first layer
and about 95 of the others.](attachment:saturation.png)
"""

# %% [markdown] lang="ko"
r"""
## 8. 포화 지도

입력이 0에서 멀리 떨어져 곡선이 평평한 곳에 있는 유닛을 **포화**(saturation)되었다고 합니다. 포화된 유닛의 출력은 입력이
바뀌어도 거의 그대로이고, 미분값이 작아서 되돌아가는 신호도 거의 통과하지 못합니다. 여기서는 시그모이드 유닛의 미분값이
0.01보다 작으면 포화된 것으로 봅니다. $|x| > 4.585$일 때 그렇게 됩니다.

이런 일이 얼마나 자주 일어날까요? 가중치의 크기에 달려 있습니다. `nnlab`에 들어 있는 손글씨 숫자 1,797개(8×8 픽셀, 밝기는
0부터 1까지)를 시그모이드 유닛 100개짜리 층 다섯 개에 차례로 통과시켜 보겠습니다. 학습은 하지 않습니다. 가중치는 평균이 0인
정규분포(normal distribution), 곧 종 모양의 분포에서 뽑은 난수입니다. 이 분포가 퍼진 정도가 표준편차(standard deviation)
$s$이고, 여기서는 가중치 크기(weight scale)라고 부르겠습니다. 가중치의 삼분의 이쯤이 $-s$와 $s$ 사이에 있습니다. 편향은
없습니다. 층마다 모든 숫자에 대해 포화된 유닛의 비율을 구합니다.

**먼저 예상해 보십시오.** 밝기가 $p_1, \ldots, p_{64}$인 숫자 하나를 벡터로 보면 길이가 약 3.86입니다. 첫째 층의 유닛은 가중치
64개에 각각 밝기를 곱해 더합니다. 가중치는 서로 독립이므로 표준편차의 제곱인 분산(variance)을 그대로 더하면 됩니다.

$$s^2 \sum_i p_i^2 \approx s^2 \cdot 3.86^2$$

따라서 합의 표준편차는 약 $3.86\,s$입니다. $s = 1$이면 3.86이고, 4.585는 그리 먼 값이 아닙니다. 표준편차가 이만한
정규분포에서 뽑은 수는 네 번에 한 번꼴로 ±4.585를 벗어납니다. $s = 0.1$이면 어떻게 될까요? $s = 10$이면 어떻게 될까요? 또
깊은 층에서는 포화가 덜할까요, 더 심할까요?

![히트맵. 왼쪽에서 오른쪽으로 1층부터 5층까지, 위에서 아래로 가중치 크기 다섯 가지. 크기가 0.1이면 포화된 유닛이 0 퍼센트,
1이면 첫째 층은 오분의 일쯤이고 나머지 층은 절반쯤, 10이면 첫째 층은 90 퍼센트쯤이고 나머지 층은 95 퍼센트쯤이다.](attachment:saturation.png)
"""


# %% demo=true figure="saturation"
def saturation_map(scales=(0.1, 0.3, 1.0, 3.0, 10.0), layers=5, units=100, seed=0):
    """Return the share of saturated units, (scales, layers), and the spread of the last layer, (scales,)."""
    X, _ = data.digits()
    share, spread = np.zeros((len(scales), layers)), np.zeros(len(scales))
    for i, scale in enumerate(scales):
        rng = np.random.default_rng(seed)  # the same random numbers for every scale
        y = X
        for layer in range(layers):
            W = rng.normal(0.0, scale, (y.shape[1], units))
            x = y @ W
            share[i, layer] = np.mean(d_sigmoid(x) < 0.01)
            y = sigmoid(x)
        spread[i] = y.std(axis=0).mean()  # how much a unit's output differs between digits
    return share, spread


def plot_saturation(scales=(0.1, 0.3, 1.0, 3.0, 10.0)):
    """Print the share of saturated units and draw it as a heat map."""
    share, spread = saturation_map(scales)
    print("saturated units in percent, layers 1 to 5; spread of layer 5 between digits")
    for scale, row, value in zip(scales, 100 * share, spread, strict=True):
        print(f"scale {scale:4g}:", " ".join(f"{percent:5.1f}" for percent in row), f"   {value:.6f}")
    print("the scale 1 once more, with other random weights")
    for seed in range(1, 5):
        row = 100 * saturation_map((1.0,), seed=seed)[0][0]
        print(f"seed {seed:5d}:", " ".join(f"{percent:5.1f}" for percent in row))
    figure, axis = plt.subplots(figsize=(7, 4), layout="constrained")
    image = axis.imshow(100 * share, cmap="viridis", vmin=0, vmax=100, aspect="auto")
    for (i, layer), percent in np.ndenumerate(100 * share):
        ink = "white" if percent < 60 else "black"
        axis.text(layer, i, f"{percent:.0f} %", ha="center", va="center", color=ink)
    axis.set_xticks(range(share.shape[1]), range(1, share.shape[1] + 1))
    axis.set_yticks(range(len(scales)), [f"{scale:g}" for scale in scales])
    axis.set(xlabel="layer", ylabel="weight scale s", title="sigmoid units with a derivative below 0.01")
    figure.colorbar(image, label="share of units and digits, %")


plot_saturation()
plt.show()

# %% [markdown] lang="en"
r"""
Read the map row by row. At the scale 0.1 nothing is saturated, at 0.3 at most 5.3 % of a layer. At 1 it
is 22.4 % of the first layer, close to the guess of a quarter, and about half of the deeper ones. At 10 it is 89.9 % of
the first layer and 94.2 to 95.6 % of the others: there only about one unit in twenty would pass a useful signal back.

At the scale 1 the share goes up and down between the layers 2 and 5: 45.5, 49.3, 42.2 and 55.4 %. That is chance.
The last four printed lines repeat this row with other random weights: the first layer always has the smallest share,
between 22.2 and 25.1 %, but the largest stands in layer 3 once and in layer 4 three times. Averaged over many seeds, the
layers 2 to 5 hardly differ.

The first layer is the least saturated at the three larger scales. About half of its 64 inputs are black pixels, exactly
0, while the deeper layers get 100 inputs that are 0.5 on average, so their sums are larger.

It would be wrong to conclude that weights should be as small as possible. The last number of the first five printed lines says
how much the outputs of the fifth layer differ from one digit to the next: 0.104 at the scale 1, but 0.00015 at the
scale 0.1. There nothing is saturated, yet every digit looks the same. Choosing the scale between these two evils is a
subject of its own (unit u09).

One more limit of this map: it shows random weights before any training. It explains why a network may fail to *begin* to
learn; it does not say what a trained network looks like.
"""

# %% [markdown] lang="ko"
r"""
지도를 한 행씩 읽어 보겠습니다. 가중치 크기가 0.1이면 포화된 유닛이 없고, 0.3이면 많아야 한 층의 5.3 %입니다. 1이면 첫째
층은 22.4 %로 앞에서 예상한 사분의 일에 가깝고, 더 깊은 층은 절반쯤입니다. 10이면 첫째 층은 89.9 %, 나머지 층은 94.2 %에서
95.6 %입니다. 깊은 층에서 쓸 만한 신호를 되돌려 보낼 수 있는 유닛이 스무 개 가운데 하나쯤인 셈입니다.

크기가 1일 때 2층부터 5층까지는 45.5, 49.3, 42.2, 55.4 %로 오르내립니다. 이것은 우연입니다. 출력의 마지막 네 줄은 다른 난수로
뽑은 가중치로 이 행을 다시 구한 것입니다. 첫째 층의 비율은 늘 가장 작아 22.2 %에서 25.1 % 사이이지만, 비율이 가장 큰
층은 한 번은 3층이고 세 번은 4층입니다. 시드를 여러 번 바꾸어 평균을 내면 2층부터 5층까지는 거의 차이가 없습니다.

크기가 큰 세 경우에는 첫째 층이 가장 덜 포화됩니다. 첫째 층의 입력 64개는 절반쯤이 값이 0인 검은 픽셀이지만, 깊은 층은
평균이 0.5쯤인 입력을 100개씩 받으므로 합이 더 커지기 때문입니다.

그렇다고 가중치가 작을수록 좋다고 결론지으면 안 됩니다. 출력된 처음 다섯 줄의 마지막 수는 5층의 출력이 숫자 그림마다 얼마나 다른지를
나타냅니다. 크기가 1이면 0.104이지만 0.1이면 0.00015입니다. 포화된 유닛은 없어도, 어떤 숫자를 넣든 출력이 거의 똑같다는
뜻입니다. 이 두 문제 사이에서 알맞은 크기를 고르는 방법은 따로 배웁니다(u09).

이 지도의 한계도 짚어 둡니다. 이것은 학습하기 전, 무작위 가중치일 때의 모습입니다. 신경망이 왜 학습을 *시작하지* 못하는지는
설명해 주지만, 학습을 마친 신경망이 어떤 모습인지는 알려 주지 않습니다.
"""

# %% [markdown] lang="en"
r"""
## 9. A question to answer in words

Write three to eight sentences in the cell below. It is graded by a person, 3 points.

1. A network has ten sigmoid layers, one after the other. A gradient travels back through all ten. Leave the weights
   aside: by which factor can the ten activations multiply it **at most**? When is that largest value reached?
2. A ReLU unit is called **dead** when no input of the training data gets a signal through it. Which inputs $x$ of the
   activation does such a unit have, and why does training not bring it back?
3. You have the inputs of a ReLU layer for one **batch**, that is, for N samples of the training data at once: an array of
   the shape (N, M), with M units. How do you tell which units may be dead? Can one batch prove it?
"""

# %% [markdown] lang="ko"
r"""
## 9. 글로 답하는 문제

아래 셀에 세 문장에서 여덟 문장 정도로 답하십시오. 사람이 채점하며 3점입니다.

1. 시그모이드 층 열 개가 차례로 이어진 신경망이 있습니다. 그래디언트가 열 층을 모두 거슬러 지나갑니다. 가중치는 빼고
   생각할 때, 활성화 함수 열 개를 지나면서 곱해지는 값은 **최대** 얼마입니까? 그 최댓값은 언제 나옵니까?
2. 학습 데이터의 어떤 입력에서도 신호를 통과시키지 않는 ReLU 유닛을 **죽었다**(dead)고 합니다. 이런 유닛에서 활성화 함수의
   입력 $x$는 어떤 값입니까? 학습을 계속해도 왜 살아나지 않습니까?
3. **배치**(batch) 하나, 곧 학습 데이터의 샘플 N개를 한꺼번에 넣었을 때 ReLU 층의 입력이 shape이 (N, M)인 배열로 주어졌습니다.
   유닛은 M개입니다. 죽었을지도 모르는 유닛을 어떻게 찾습니까? 배치 하나로 확실히 알 수 있습니까?
"""

# %% [markdown] answer="saturation" points=3 lang="en"
r"""
**Model answer.**

1. The derivative of the sigmoid is at most 0.25, and it is 0.25 only at $x = 0$. Ten of them multiply to at most
   $0.25^{10} \approx 9.5 \cdot 10^{-7}$, about one millionth. That is reached only if the sum is exactly 0 in all ten
   units on the way; every other case is smaller. (Large weights could make up for it, but large weights also saturate
   the units.)
2. In a dead unit $x \le 0$ for every sample, so its output is 0 and its derivative is 0. The gradient that reaches its
   weights and its bias is a product with this 0, so it is 0 too, and gradient descent leaves them where they are. (It
   can come back only if the layers before it change, so that its inputs change.)
3. Unit $j$ is a suspect if column $j$ holds no positive number, that is, if the unit's output is 0 for all N samples.
   One batch cannot prove it: another batch may hold a sample for which $x > 0$. One has to look at the whole training
   set, or at least at many batches. The other way round, a single positive number proves that the unit is not dead.

**Rubric**, 1 point each.

- The factor $0.25^{10}$ (or about one millionth) with the reason that 0.25 is the largest derivative. Half a point for a
  right number without the reason, or for the right reason with a slip in the calculation.
- Dead means $x \le 0$ for all inputs, and the derivative 0 stops the gradient of the unit's own weights. Half a point
  if only one of the two is said. "The weights are 0" is wrong.
- A whole column without a positive number, and the remark that a batch shows it for that batch only. Half a point if one
  of the two is missing. "The output is 0 for one sample" earns nothing here: that is ordinary for a ReLU.
"""

# %% [markdown] answer="saturation" points=3 lang="ko"
r"""
**모범 답안.**

1. 시그모이드의 미분값은 최대 0.25이고, $x = 0$일 때만 0.25입니다. 따라서 열 개를 곱하면 최대
   $0.25^{10} \approx 9.5 \cdot 10^{-7}$, 약 백만분의 일입니다. 지나는 유닛 열 개에서 합이 모두 정확히 0일 때만 이 값이 되고,
   나머지 경우에는 모두 더 작습니다. (가중치가 크면 이를 보충할 수도 있지만, 가중치가 크면 유닛이 포화됩니다.)
2. 죽은 유닛에서는 모든 샘플에서 $x \le 0$이므로 출력도 0이고 미분값도 0입니다. 이 유닛의 가중치와 편향에 전달되는
   그래디언트에는 이 0이 곱해지므로 그래디언트도 0이 되고, 경사 하강법은 가중치와 편향을 그대로 둡니다. (앞의 층들이
   바뀌어 이 유닛의 입력이 달라질 때만 살아날 수 있습니다.)
3. $j$번째 열에 양수가 하나도 없으면, 즉 샘플 N개 모두에서 출력이 0이면 유닛 $j$가 죽었다고 의심할 수 있습니다. 배치 하나로는
   확실히 알 수 없습니다. 다른 배치에는 $x > 0$이 되는 샘플이 있을 수 있기 때문입니다. 학습 데이터 전체를, 적어도 많은
   배치를 살펴봐야 합니다. 반대로 양수가 하나라도 있으면 그 유닛은 확실히 죽지 않은 것입니다.

**채점 기준**, 각 1점.

- $0.25^{10}$(또는 약 백만분의 일)이라는 값과, 미분값의 최댓값이 0.25라는 근거. 값은 맞지만 근거가 없거나, 근거는 맞지만 계산을
  틀렸으면 0.5점.
- 모든 입력에서 $x \le 0$이라는 것과, 미분값 0 때문에 그 유닛의 가중치로 가는 그래디언트가 막힌다는 것. 둘 중 하나만 있으면 0.5점.
  '가중치가 0이다'는 틀린 답입니다.
- 열 전체에 양수가 없다는 것과, 배치 하나로는 그 배치에 대해서만 알 수 있다는 것. 하나가 빠지면 0.5점. '한 샘플에서 출력이
  0이다'는 점수가 없습니다. ReLU에서는 흔한 일이기 때문입니다.
"""

# %% demo=true
unit.score()

# %% [markdown] lang="en"
r"""
## What to read next

- Ian Goodfellow, Yoshua Bengio, Aaron Courville, *Deep Learning* (MIT Press, 2016), sections 6.2.2 and 6.3: output units
  and hidden units, and why each was chosen.
- Koki Saitoh, *Deep Learning from Scratch*, chapter 3: the same functions, built step by step in NumPy.
- Xavier Glorot, Yoshua Bengio, "Understanding the difficulty of training deep feedforward neural networks" (AISTATS
  2010): the saturation map of a real training run, layer by layer.
- Andrew Maas, Awni Hannun, Andrew Ng, "Rectifier Nonlinearities Improve Neural Network Acoustic Models" (2013): where the
  leaky ReLU comes from.
- Geoffrey Hinton, Oriol Vinyals, Jeff Dean, "Distilling the Knowledge in a Neural Network" (2015): what a softmax with a
  high temperature is good for.

In unit u04 many neurons become a layer, and whole batches pass through it at once.
"""

# %% [markdown] lang="ko"
r"""
## 더 읽을거리

- Ian Goodfellow, Yoshua Bengio, Aaron Courville, *Deep Learning* (MIT Press, 2016), 6.2.2절과 6.3절. 출력 유닛과 은닉 유닛의
  종류, 그리고 각각을 고르는 까닭을 다룹니다.
- 사이토 고키, 『밑바닥부터 시작하는 딥러닝』, 3장. 같은 함수들을 NumPy로 하나씩 만들어 봅니다.
- Xavier Glorot, Yoshua Bengio, "Understanding the difficulty of training deep feedforward neural networks" (AISTATS 2010).
  실제 학습에서 일어나는 포화를 층마다 보여 줍니다.
- Andrew Maas, Awni Hannun, Andrew Ng, "Rectifier Nonlinearities Improve Neural Network Acoustic Models" (2013). leaky ReLU가
  처음 나온 논문입니다.
- Geoffrey Hinton, Oriol Vinyals, Jeff Dean, "Distilling the Knowledge in a Neural Network" (2015). 온도가 높은 소프트맥스를
  어디에 쓰는지 알 수 있습니다.

u04에서는 여러 뉴런이 모여 층이 되고, 배치 전체가 한꺼번에 층을 통과합니다.
"""
