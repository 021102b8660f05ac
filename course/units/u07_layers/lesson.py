# %% [markdown] lang="en"
r"""
# Layers and the two-layer network

Unit u05 trained a small network, and each step took about 0.2 seconds, because the gradient was measured number by number. Here the same
digits are learnt in 600 steps that take a fraction of a second together. The gradient now comes from the chain rule, and the work is
divided among **layers**: objects that each know one formula and its derivative, and nothing about the rest of the network.

After this unit you will be able to

- write a layer as a class: what it computes, what it must remember, and what it hands back,
- say why `grads[0][...] = dW` and `grads[0] = dW` are different, and what goes wrong silently if you mix them up,
- put layers together to a network that learns to read digits with 97 % right answers,
- check a gradient that you derived against one that is measured.

You need Python classes (units u01 and u02), the affine formula $XW + b$ (u04), and the loss (u05). Backpropagation (u06) helps; what is used
of it is said again here. Plan about 85 minutes.
"""

# %% [markdown] lang="ko"
r"""
# 층을 클래스로: 2층 신경망

u05에서는 작은 신경망을 학습시키는 데 한 걸음에 0.2초쯤 걸렸습니다. 그래디언트를 수 하나하나 재어 구했기 때문입니다. 이번에는 같은
손글씨 숫자를 600걸음에 걸쳐 배우는데, 다 합쳐도 1초가 채 걸리지 않습니다. 그래디언트를 연쇄 법칙(chain rule)으로 구하고, 그 일을
**층**(layer)들이 나누어 맡기 때문입니다. 층은 자기 식 하나와 그 도함수만 알고 신경망의 나머지는 모르는 객체입니다.

이 단원을 마치면 다음을 할 수 있습니다.

- 층을 클래스로 작성합니다. 무엇을 계산하고, 무엇을 기억하고, 무엇을 돌려보내야 하는지 압니다.
- `grads[0][...] = dW`와 `grads[0] = dW`가 왜 다른지, 둘을 혼동하면 무엇이 소리 없이 잘못되는지 설명합니다.
- 층을 이어 신경망을 만들고, 손글씨 숫자를 97 % 맞히도록 학습시킵니다.
- 식으로 구한 그래디언트를 재어서 구한 그래디언트와 비교해 검사합니다.

파이썬 클래스(u01, u02), 아핀 계층의 식 $XW + b$(u04), 손실(u05)을 알고 있으면 됩니다. 역전파(u06)를 알면 도움이 되지만, 여기서 쓰는
내용은 다시 설명합니다. 85분 정도 걸립니다.
"""

# %% setup=true
import time

import matplotlib.pyplot as plt
import numpy as np
from nnlab import Unit, data, plots, widgets
from nnref.activations import sigmoid
from nnref.gradient_check import numerical_gradient

unit = Unit("u07_layers", lang="en")
check = unit.check

# %% [markdown] lang="en"
r"""
## 1. An object that remembers

Take one number, $x = 2$, and send it through a sigmoid: $y = 0.881$. Behind it come more layers, and at the end the loss $L$. Suppose
these later layers report: "if $y$ grows by a little, $L$ changes by $-1$ times as much". In symbols, $\partial L / \partial y = -1$. How
does $L$ change with $x$?

The sigmoid has the slope $y (1 - y) = 0.881 \cdot 0.119 = 0.105$ there. So if $x$ grows by a little, $y$ grows by 0.105 times as much, and
$L$ changes by $-1 \cdot 0.105 = -0.105$ times as much. This is the **chain rule**: multiply the gradient that comes from above by your own
slope.

$$\frac{\partial L}{\partial x} = \frac{\partial L}{\partial y} \cdot y (1 - y)$$

The gradient from above is called `dout`, the result `dx`. Whatever stands behind the sigmoid, one layer or fifty, it need not know: `dout`
says everything about them.

Notice what the way back needs: $y$, a number from the way forward. Therefore a layer is an object. It **remembers** in `forward` what
`backward` will want. All layers have the same form:

| | |
|---|---|
| `forward(x)` | computes the output, and keeps in `self` what `backward` needs |
| `backward(dout)` | takes the gradient of the output and returns that of the input, `dx`, in the shape of `x` |
| `params` | a list of the arrays that are learnt |
| `grads` | a list of their gradients, of the same shapes, in the same order |

A sigmoid learns nothing, so its two lists are empty. They must exist all the same: the network will ask every layer for its lists, and it
is simpler if no layer is an exception.

**What is hard about it.** Three rules, and each is broken easily.

1. What is kept belongs into the **object**: `self.y = ...`. A network has several sigmoid layers, and each remembers its own output.
2. `backward` may be called twice and must give the same both times. So it must not change what `forward` kept.
3. `x` and `dout` belong to the caller. `dout *= ...` would change the caller's array; `dout * ...` makes a new one.

**Your turn**, about 4 lines in all. `sigmoid` has been imported above; it works for arrays of any shape, also for ±1000.
"""

# %% [markdown] lang="ko"
r"""
## 1. 기억하는 객체

수 하나 $x = 2$를 시그모이드에 통과시키면 $y = 0.881$입니다. 그 뒤에 다른 층들이 이어지고 마지막에 손실 $L$이 나옵니다. 뒤쪽 층들이
이렇게 알려 왔다고 합시다. '$y$가 조금 커지면 $L$은 그 $-1$배만큼 변한다.' 기호로 쓰면 $\partial L / \partial y = -1$입니다. 그러면
$x$가 변할 때 $L$은 어떻게 변할까요?

그곳에서 시그모이드의 기울기는 $y (1 - y) = 0.881 \cdot 0.119 = 0.105$입니다. $x$가 조금 커지면 $y$는 그 0.105배만큼 커지고, $L$은
$-1 \cdot 0.105 = -0.105$배만큼 변합니다. 이것이 **연쇄 법칙**입니다. 위에서 온 그래디언트에 자기 기울기를 곱합니다.

$$\frac{\partial L}{\partial x} = \frac{\partial L}{\partial y} \cdot y (1 - y)$$

위에서 온 그래디언트를 `dout`, 결과를 `dx`라고 부릅니다. 시그모이드 뒤에 층이 하나 있든 쉰 개 있든 시그모이드는 알 필요가 없습니다.
필요한 것은 모두 `dout`에 담겨 있습니다.

돌아올 때 무엇이 필요한지 보십시오. 앞으로 갈 때 나온 $y$입니다. 그래서 층은 객체입니다. `backward`에 필요할 것을 `forward`에서
**기억해** 둡니다. 모든 층의 모양은 같습니다.

| | |
|---|---|
| `forward(x)` | 출력을 계산하고, `backward`에 필요한 것을 `self`에 저장합니다 |
| `backward(dout)` | 출력의 그래디언트를 받아 입력의 그래디언트 `dx`를 반환합니다. shape은 `x`와 같습니다 |
| `params` | 학습되는 배열의 리스트입니다 |
| `grads` | 그 그래디언트의 리스트입니다. shape과 순서가 `params`와 같습니다 |

시그모이드는 배우는 것이 없으므로 두 리스트가 비어 있습니다. 그래도 있어야 합니다. 신경망은 모든 층에 리스트를 달라고 하는데, 예외인
층이 없어야 간단하기 때문입니다.

**어려운 점.** 어기기 쉬운 규칙이 세 가지 있습니다.

1. 기억할 것은 **객체**에 저장합니다(`self.y = ...`). 신경망에는 시그모이드 층이 여럿일 수 있고, 저마다 자기 출력을 기억해야 합니다.
2. `backward`는 두 번 불러도 같은 값을 내야 합니다. 그러니 `forward`에서 저장한 것을 바꾸면 안 됩니다.
3. `x`와 `dout`은 호출한 쪽의 것입니다. `dout *= ...`는 호출한 쪽의 배열을 바꾸고, `dout * ...`는 새 배열을 만듭니다.

빈칸을 채우십시오. 모두 합해 네 줄 정도입니다. `params`와 `grads`는 빈 리스트입니다. `x`는 어떤 shape이든 되는 실수 배열이고, `dout`과
두 결과의 shape도 `x`와 같습니다. `x`와 `dout`은 바꾸지 않습니다. `sigmoid`는 위에서 이미 가져왔고, 어떤 shape의 배열에도, ±1000에도
쓸 수 있습니다. 예를 들어 `forward([[0.0, 2.0]])`은 [[0.5, 0.881]]이고, 이어서 `backward([[4.0, -1.0]])`은 [[1.0, −0.105]]입니다.
"""


# %% exercise="sigmoid_layer"
class Sigmoid:
    """The layer y = 1 / (1 + exp(-x)), number by number.

    params, grads : empty lists, since the layer has nothing to learn.

    Example: layer.forward([[0.0, 2.0]]) is [[0.5, 0.881]]; then layer.backward([[4.0, -1.0]]) is [[1.0, -0.105]].
    """

    def __init__(self):
        ### BEGIN SOLUTION
        self.params, self.grads = [], []
        ### END SOLUTION

    def forward(self, x):
        """x : array of any shape, floats; not changed. Returns y, a new array of the same shape."""
        ### BEGIN SOLUTION
        self.y = sigmoid(x)
        return self.y
        ### END SOLUTION

    def backward(self, dout):
        """dout : array of the shape of x, the gradient of y; not changed. Returns dx, a new array of that shape."""
        ### BEGIN SOLUTION
        return dout * self.y * (1 - self.y)
        ### END SOLUTION


# %% check="sigmoid_layer"
check("sigmoid_layer", Sigmoid)

# %% [markdown] lang="en"
r"""
## 2. ReLU: who was awake?

For ReLU the way back is even simpler. Where $x$ was positive, $y = x$ and the slope is 1: `dout` passes unchanged. Elsewhere $y$ is
constantly 0, the slope is 0, and nothing passes. At exactly 0 there is no slope; as in unit u03, this course counts it as 0.

With $x = (1.5, -2, 0)$ and `dout` $= (4, 5, 6)$: $dx = (4, 0, 0)$.

So the layer must remember **which inputs were positive**: an array of true and false, called a **mask**. The comparison `x > 0` makes one.
In arithmetic true counts as 1 and false as 0, so an array can be multiplied by a mask.

A common mistake is to look at the sign of `dout` instead. That sign says in which direction the loss falls, and has nothing to do with
whether the unit was awake.

**Your turn**, about 4 lines in all.
"""

# %% [markdown] lang="ko"
r"""
## 2. ReLU: 누가 깨어 있었는가

ReLU는 돌아오는 길이 더 간단합니다. $x$가 양수였던 곳에서는 $y = x$이고 기울기가 1이므로 `dout`이 그대로 지나갑니다. 나머지
곳에서는 $y$가 늘 0이고 기울기도 0이어서 아무것도 지나가지 못합니다. 정확히 0인 곳에는 기울기가 없는데, u03에서처럼 이 강의에서는
0으로 정합니다.

$x = (1.5, -2, 0)$이고 `dout` $= (4, 5, 6)$이면 $dx = (4, 0, 0)$입니다.

그러니 이 층은 **어느 입력이 양수였는지** 기억해야 합니다. 참과 거짓으로 이루어진 이런 배열을 **마스크**(mask)라고 합니다. 비교
`x > 0`으로 만들 수 있습니다. 계산할 때 참은 1, 거짓은 0으로 치므로 배열에 마스크를 곱할 수 있습니다.

흔한 실수는 `dout`의 부호를 보는 것입니다. `dout`의 부호는 손실이 어느 쪽으로 줄어드는지 알려 줄 뿐, 그 유닛이 깨어 있었는지와는
아무 관계가 없습니다.

빈칸을 채우십시오. 모두 합해 네 줄 정도입니다. `params`와 `grads`는 빈 리스트입니다. `x`는 어떤 shape이든 되는 실수 배열이고, `dout`과
두 결과의 shape도 `x`와 같습니다. `x`와 `dout`은 바꾸지 않고, 결과는 새 배열입니다.
"""


# %% exercise="relu_layer"
class ReLU:
    """The layer y = max(x, 0), number by number.

    params, grads : empty lists, since the layer has nothing to learn.

    Example: layer.forward([[1.5, -2.0, 0.0]]) is [[1.5, 0, 0]]; then layer.backward([[4.0, 5.0, 6.0]]) is [[4, 0, 0]].
    """

    def __init__(self):
        ### BEGIN SOLUTION
        self.params, self.grads = [], []
        ### END SOLUTION

    def forward(self, x):
        """x : array of any shape, floats; not changed. Returns y, a new array of the same shape."""
        ### BEGIN SOLUTION
        self.mask = x > 0
        return np.where(self.mask, x, 0)
        ### END SOLUTION

    def backward(self, dout):
        """dout : array of the shape of x, the gradient of y; not changed. Returns dx, a new array of that shape.

        Where x was exactly 0, the slope counts as 0.
        """
        ### BEGIN SOLUTION
        return dout * self.mask
        ### END SOLUTION


# %% check="relu_layer"
check("relu_layer", ReLU)

# %% [markdown] lang="en"
r"""
### Your two layers

The next cell sends the numbers from −4 to 4 forward through both of your layers, and two upstream gradients back: 1 everywhere, and −2
everywhere.

![Three plots. Left: the sigmoid rises from 0 to 1 in an S; ReLU is 0 up to x = 0, then rises with slope 1. Middle: for dout = 1 the sigmoid
returns a bell with the height 0.25; for dout = −2 the bell hangs down to −0.5. Right: ReLU returns 0 for negative x, and dout itself, 1 or −2,
for positive x.](attachment:two_layers.png)

The second curve is the first one times −2, in both plots: a layer multiplies what comes from above by a factor that depends on $x$ only.
The factor of the sigmoid is at most 0.25, while ReLU passes everything or nothing.
"""

# %% [markdown] lang="ko"
r"""
### 여러분의 두 층

다음 셀은 −4부터 4까지의 수를 여러분의 두 층에 통과시키고, 위에서 온 그래디언트 두 가지를 돌려보냅니다. 하나는 어디서나 1, 다른
하나는 어디서나 −2입니다.

![그림 세 개. 왼쪽: 시그모이드는 S 모양으로 0에서 1로 올라가고, ReLU는 x = 0까지 0이다가 기울기 1로 올라간다. 가운데: dout = 1이면
시그모이드는 높이가 0.25인 종 모양을 반환하고, dout = −2이면 종이 아래로 −0.5까지 매달린다. 오른쪽: ReLU는 x가 음수이면 0을,
양수이면 dout, 곧 1이나 −2를 그대로 반환한다.](attachment:two_layers.png)

두 그림 모두에서 둘째 곡선은 첫째 곡선의 −2배입니다. 층은 위에서 온 값에 $x$에만 달린 수를 곱합니다. 시그모이드가 곱하는 수는 커야
0.25이고, ReLU는 전부 보내거나 전혀 보내지 않습니다.
"""


# %% demo=true figure="two_layers"
def plot_layers():
    """Draw the student's two layers: the output, and what backward makes of two upstream gradients."""
    x = np.linspace(-4, 4, 401)
    figure, axes = plt.subplots(1, 3, figsize=(12, 3.4), layout="constrained")
    layers = {"Sigmoid": Sigmoid(), "ReLU": ReLU()}
    forward = {name: layer.forward(x) for name, layer in layers.items()}
    plots.curves(axes[0], x, forward, "x", "y", "forward(x)")
    axes[0].set_ylim(-0.5, 2)
    for axis, (name, layer) in zip(axes[1:], layers.items()):
        back = {f"dout = {number:g}": layer.backward(np.full(x.shape, number)) for number in (1.0, -2.0)}
        plots.curves(axis, x, back, "x", "dx", f"{name}: backward(dout)")


plot_layers()
plt.show()

# %% [markdown] lang="en"
r"""
## 3. One array, two names

The affine layer is the first one that learns. Before we write it, there is one thing about Python that decides whether a network
learns at all.

A name, or a place in a list, does not *contain* an array. It *points* to one, and several may point to the same. The network will keep one
list of the gradients of all its layers. The layer keeps its own list. Both must point to the same arrays, so that what the layer writes can be
seen by the network.

Now there are two ways to store a new gradient.

- `grads[0][...] = dW` writes the numbers **into the array that is there**. The three dots mean "all elements, whatever the shape".
- `grads[0] = dW` makes the place in the list point to **another array**. Whoever pointed to the old one still does.

![Two pictures with boxes and arrows. Left, under grads[0][...] = dW: layer.grads[0] and net.grads[0] both point to the first array, which
holds 1 2 3. Right, under grads[0] = dW: layer.grads[0] points to a new array with 1 2 3, while net.grads[0] still points to the first array
with 0 0 0.](attachment:arrays.png)

There is no error message in the second case. The network just sees the old numbers for ever. The next cell shows it with three numbers; the
two after it draw the picture.
"""

# %% [markdown] lang="ko"
r"""
## 3. 배열 하나, 이름 둘

아핀 계층은 배우는 것이 있는 첫 번째 층입니다. 작성하기 전에 파이썬에 관해 한 가지를 알아야 합니다. 신경망이 배우느냐 마느냐가 여기에
달려 있습니다.

이름이나 리스트의 한 자리에 배열이 *들어 있는* 것이 아닙니다. 배열을 *가리킬* 뿐이고, 여럿이 같은 배열을 가리킬 수 있습니다.
신경망은 모든 층의 그래디언트를 리스트 하나에 모아 둡니다. 층에도 자기 리스트가 있습니다. 둘이 같은 배열을 가리켜야 층이 쓴 값을
신경망이 볼 수 있습니다.

새 그래디언트를 저장하는 방법은 두 가지입니다.

- `grads[0][...] = dW`는 **거기 있는 배열에** 수를 써넣습니다. 점 세 개는 'shape이 무엇이든 모든 원소'라는 뜻입니다.
- `grads[0] = dW`는 리스트의 그 자리가 **다른 배열**을 가리키게 합니다. 예전 배열을 가리키던 쪽은 그대로 예전 배열을 가리킵니다.

![상자와 화살표로 된 그림 두 개. 왼쪽 grads[0][...] = dW에서는 layer.grads[0]과 net.grads[0]이 모두 1 2 3이 든 첫 번째 배열을
가리킨다. 오른쪽 grads[0] = dW에서는 layer.grads[0]이 1 2 3이 든 새 배열을 가리키고, net.grads[0]은 여전히 0 0 0이 든 첫 번째 배열을
가리킨다.](attachment:arrays.png)

둘째 경우에 오류는 나지 않습니다. 신경망이 언제까지나 예전 값을 볼 뿐입니다. 다음 셀은 수 세 개로 이것을 보여 주고, 그다음 두 셀은 그림을
그립니다.
"""

# %% demo=true
grads = [np.zeros(3)]  # the list of a layer
in_the_network = grads[0]  # the network has noted the same array

grads[0][...] = [1.0, 2.0, 3.0]  # writes numbers into the array
print("after grads[0][...] = dW  the layer has", grads[0], " the network has", in_the_network)

grads[0] = np.array([4.0, 5.0, 6.0])  # puts another array into the list
print("after grads[0] = dW       the layer has", grads[0], " the network has", in_the_network)


# %% given=true
def draw_box(axis, x, y, text, dashed=False):
    """Write text into a box centred at (x, y)."""
    line = "--" if dashed else "-"
    style = {"boxstyle": "round,pad=0.6", "facecolor": "white", "edgecolor": "black", "linestyle": line}
    axis.text(x, y, text, ha="center", va="center", fontsize=11, bbox=style, zorder=3)


def draw_arrow(axis, start, end):
    """Draw an arrow between two points."""
    axis.annotate("", end, start, arrowprops={"arrowstyle": "->", "shrinkA": 0, "shrinkB": 0})


# %% demo=true figure="arrays"
def plot_arrays():
    """Draw which array the layer and the network hold after each of the two assignments."""
    figure, axes = plt.subplots(1, 2, figsize=(12, 2.6), layout="constrained")
    for axis, title in zip(axes, ("grads[0][...] = dW", "grads[0] = dW")):
        axis.set(xlim=(0, 10), ylim=(0, 4), title=title)
        axis.axis("off")
        draw_box(axis, 1.8, 3, "layer.grads[0]")
        draw_box(axis, 1.8, 1, "net.grads[0]")
        draw_arrow(axis, (3.3, 1), (5.9, 1))
    draw_box(axes[0], 7.6, 1, "the first array\n1  2  3")
    draw_arrow(axes[0], (3.3, 3), (6.0, 1.5))
    draw_box(axes[1], 7.6, 1, "the first array\n0  0  0")
    draw_box(axes[1], 7.6, 3, "a new array\n1  2  3", dashed=True)
    draw_arrow(axes[1], (3.3, 3), (6.1, 3))


plot_arrays()
plt.show()

# %% [markdown] lang="en"
r"""
### The affine layer

Forward it computes $Y = XW + b$, with $X$ (N, D), $W$ (D, M) and $b$ (M,). On the way back there are three gradients, since $X$, $W$ and
$b$ all influence the loss:

$$dX = dY\, W^{\mathsf T} \qquad dW = X^{\mathsf T}\, dY \qquad db = \sum_n dY_n$$

One element of each shows where they come from. Take the weight $W_{dm}$. In every sample $n$ it is multiplied by $X_{nd}$ and goes into
$Y_{nm}$. So a little more of it changes $L$ by $\sum_n X_{nd}\, dY_{nm}$, and that is an element of $X^{\mathsf T} dY$. The bias $b_m$ is
multiplied by 1 in every sample, which leaves $\sum_n dY_{nm}$. And $X_{nd}$ is multiplied by $W_{dm}$ for every output $m$:
$\sum_m dY_{nm} W_{dm}$.

Sums over the samples, **not means**. The loss is a mean, and divides by N already. Who divides here again, divides twice.

An example with N = 2, D = 1, M = 2: $W = (1, 2)$, $b = (0.5, 0)$, and the inputs 3 and 1. The outputs are $(3.5, 6)$ and $(1.5, 2)$. With
$dY = \begin{pmatrix} 1 & 0 \\ 0 & 1 \end{pmatrix}$ we get $dW = (3 \cdot 1 + 1 \cdot 0,\ 3 \cdot 0 + 1 \cdot 1) = (3, 1)$, $db = (1, 1)$, and
$dX$ is 1 for the first sample and 2 for the second.

**What is hard about it.**

1. A layer is made from its parameters, once, before there is any input: `Affine(W, b)`. The input comes later, a new one in every step, as
   the argument of `forward`. Study notes sometimes have `__init__(self, x)` and then use a `W` that was never defined.
2. `params` holds `W` and `b` themselves. The optimizer will change these arrays, and `forward` must then compute with the new numbers.
3. `grads` holds two arrays that are made once, of the shapes of `W` and `b`. Each `backward` writes new numbers into them, and does not add
   to the old ones.
4. Samples may be images. For `x` of the shape (N, 1, 8, 8) each sample is lined up to D = 64 numbers first, `x.reshape(len(x), -1)`, and `dx`
   gets the shape (N, 1, 8, 8) back. Keep the shape in `forward`.

**Your turn**, about 9 lines in all.
"""

# %% [markdown] lang="ko"
r"""
### 아핀 계층

앞으로 갈 때는 $Y = XW + b$를 계산합니다. $X$는 (N, D), $W$는 (D, M), $b$는 (M,)입니다. $X$, $W$, $b$가 모두 손실에 영향을 주므로
돌아올 때 구할 그래디언트는 셋입니다.

$$dX = dY\, W^{\mathsf T} \qquad dW = X^{\mathsf T}\, dY \qquad db = \sum_n dY_n$$

원소 하나를 보면 이 식이 어디서 왔는지 알 수 있습니다. 가중치 $W_{dm}$은 샘플 $n$마다 $X_{nd}$와 곱해져 $Y_{nm}$에 들어갑니다.
그래서 이 가중치가 조금 커지면 $L$은 그 $\sum_n X_{nd}\, dY_{nm}$배만큼 변하고, 이것이 $X^{\mathsf T} dY$의 원소입니다. 편향 $b_m$에는
샘플마다 1이 곱해지므로 $\sum_n dY_{nm}$만 남습니다. $X_{nd}$는 출력 $m$마다 $W_{dm}$과 곱해지므로 $\sum_m dY_{nm} W_{dm}$입니다.

샘플에 대한 합이지 **평균이 아닙니다**. 손실이 평균이므로 N으로 나누는 일은 거기서 이미 했습니다. 여기서 또 나누면 두 번 나누게 됩니다.

N = 2, D = 1, M = 2인 예를 보겠습니다. $W = (1, 2)$, $b = (0.5, 0)$이고 입력은 3과 1입니다. 출력은 $(3.5, 6)$과 $(1.5, 2)$입니다.
$dY = \begin{pmatrix} 1 & 0 \\ 0 & 1 \end{pmatrix}$이면 $dW = (3 \cdot 1 + 1 \cdot 0,\ 3 \cdot 0 + 1 \cdot 1) = (3, 1)$, $db = (1, 1)$이고,
$dX$는 첫째 샘플에서 1, 둘째 샘플에서 2입니다.

**어려운 점.**

1. 층은 입력이 들어오기 전에, 매개변수로 한 번 만듭니다(`Affine(W, b)`). 입력은 나중에 걸음마다 새로, `forward`의 인수로 들어옵니다.
   `__init__(self, x)`로 써 놓고 정의한 적도 없는 `W`를 쓰는 필기를 가끔 볼 수 있습니다.
2. `params`에는 복사본이 아니라 `W`와 `b` 자체가 들어갑니다. 옵티마이저가 이 배열들을 바꾸면 `forward`는 바뀐 값으로 계산해야 합니다.
3. `grads`에는 shape이 `W`, `b`와 같은 배열 둘이 들어가고, 이 배열들은 한 번만 만듭니다. `backward`는 부를 때마다 여기에 새 값을 써넣으며,
   예전 값에 더하지 않습니다.
4. 샘플이 이미지일 수도 있습니다. `x`의 shape이 (N, 1, 8, 8)이면 먼저 `x.reshape(len(x), -1)`로 샘플마다 수 D = 64개를 한 줄로 펴고, `dx`는
   다시 (N, 1, 8, 8)로 되돌립니다. `forward`에서 shape을 저장해 두십시오.

빈칸을 채우십시오. 모두 합해 아홉 줄 정도입니다. `forward`의 결과는 (N, M)이고, `backward`는 (N, M)인 `dout`을 받아 `grads`를 채우고
`x`와 shape이 같은 `dx`를 반환합니다. 값은 모두 실수이며 `x`와 `dout`은 바꾸지 않습니다. docstring의 예는 위에서 손으로 계산한 것입니다.
"""


# %% exercise="affine_layer"
class Affine:
    """The layer x W + b.

    W : (D, M) floats. b : (M,) floats.
    params : [W, b], the arrays themselves, not copies.
    grads : [dW, db], arrays of the shapes of W and b, made once; every backward writes new numbers into them.

    Example: W = [[1.0, 2.0]], b = [0.5, 0.0]: layer.forward([[3.0], [1.0]]) is [[3.5, 6.0], [1.5, 2.0]];
    then layer.backward([[1.0, 0.0], [0.0, 1.0]]) is [[1.0], [2.0]], and grads is [[[3.0, 1.0]], [1.0, 1.0]].
    """

    def __init__(self, W, b):
        ### BEGIN SOLUTION
        self.params = [W, b]
        self.grads = [np.zeros_like(W), np.zeros_like(b)]
        ### END SOLUTION

    def forward(self, x):
        """x : (N, D) or, with D numbers in each sample, (N, ...); floats, not changed. Returns (N, M)."""
        ### BEGIN SOLUTION
        W, b = self.params
        self.shape = x.shape
        self.rows = x.reshape(len(x), -1)
        return self.rows @ W + b
        ### END SOLUTION

    def backward(self, dout):
        """dout : (N, M), the gradient of the output; not changed. Fills grads; returns dx, of the shape of x."""
        ### BEGIN SOLUTION
        W, b = self.params
        self.grads[0][...] = self.rows.T @ dout
        self.grads[1][...] = np.sum(dout, axis=0)
        return (dout @ W.T).reshape(self.shape)
        ### END SOLUTION


# %% check="affine_layer"
check("affine_layer", Affine)

# %% [markdown] lang="en"
r"""
## 4. The last layer: softmax with loss

The last layer turns scores into one number. For the scores $(2, 1, 0)$ softmax gives the probabilities $p = (0.665, 0.245, 0.090)$. If
class 0 is right, the loss is $-\log 0.665 = 0.408$ (unit u05). For N rows it is the mean.

Softmax and cross entropy make one layer together because their gradient together is so simple. In unit u05 the loss of a row was
$\log \sum_k e^{x_k} - x_t$. Its derivative by a score $x_k$ has two parts. The logarithm of the sum gives $e^{x_k} / \sum_j e^{x_j}$, which is
$p_k$; and the right class gives another $-1$. Divide by N, since the loss is a mean over the rows:

$$dX = \frac{p - \text{one-hot}(t)}{N}$$

For the example: $(0.665 - 1,\ 0.245,\ 0.090) = (-0.335, 0.245, 0.090)$. The optimizer goes against it. So the score of the right class
rises, the others fall, each by as much as it was wrong, and the three changes cancel: the elements of a row of the gradient always have
the sum 0.

![Three bar charts over the classes 0, 1, 2. The probabilities are 0.665, 0.245, 0.090. The gradient if class 0 is right: −0.335, 0.245, 0.090,
with the loss 0.408. If class 2 is right: 0.665, 0.245, −0.910, with the loss 2.408.](attachment:pull.png)

If class 2 is right, its gradient is $0.090 - 1 = -0.910$: the more wrong, the stronger the pull.

**What is hard about it.**

1. Targets come as labels (N,) or as one-hot rows (N, K). `t.ndim` tells which, and `t.argmax(axis=1)` makes labels of one-hot rows.
2. The probability of the right class can round to 0, and $\log 0$ is lost. So the cell below gives you `log_softmax`, which computes the
   logarithm of the softmax without taking that detour (section 3 of unit u05). `np.exp` of it is $p$.
3. $p$ is needed on the way back. If you subtract the 1 from the kept array itself, a second `backward` subtracts it again. Take a copy.
4. This layer, too, gets a `dout`. It is 1, unless something follows the loss: a loss of $2L$ has twice the gradient.

For an array `A`, `A[[0, 1, 2], [3, 0, 2]]` picks one element from each row: `A[0, 3]`, `A[1, 0]`, `A[2, 2]`. It can be read, and also
changed: `A[[0, 1, 2], [3, 0, 2]] -= 5`.

**Your turn**, about 9 lines in all.
"""

# %% [markdown] lang="ko"
r"""
## 4. 마지막 층: 소프트맥스와 손실

마지막 층은 점수를 수 하나로 바꿉니다. 점수가 $(2, 1, 0)$이면 소프트맥스는 확률 $p = (0.665, 0.245, 0.090)$을 내고, 클래스 0이 맞는
클래스이면 손실은 $-\log 0.665 = 0.408$입니다(u05). 행이 N개이면 그 평균입니다.

소프트맥스와 교차 엔트로피를 한 층으로 묶는 까닭은 그래디언트가 아주 간단해지기 때문입니다. u05에서 한 행의 손실은
$\log \sum_k e^{x_k} - x_t$였습니다. 이것을 점수 $x_k$로 미분하면 두 부분이 나옵니다. 합의 로그에서는 $e^{x_k} / \sum_j e^{x_j}$, 곧
$p_k$가 나오고, 맞는 클래스에서는 $-1$이 더 나옵니다. 손실은 행들의 평균이므로 N으로 나눕니다.

$$dX = \frac{p - \text{one-hot}(t)}{N}$$

위의 예에서는 $(0.665 - 1,\ 0.245,\ 0.090) = (-0.335, 0.245, 0.090)$입니다. 옵티마이저는 이 반대쪽으로 갑니다. 그래서 맞는 클래스의
점수는 올라가고 나머지는 내려가는데, 저마다 틀린 만큼 움직입니다. 그래디언트에서 한 행의 원소를 모두 더하면 언제나 0입니다.

![클래스 0, 1, 2에 대한 막대그래프 세 개. 확률은 0.665, 0.245, 0.090이다. 클래스 0이 맞을 때의 그래디언트는 −0.335, 0.245, 0.090이고
손실은 0.408이다. 클래스 2가 맞을 때는 0.665, 0.245, −0.910이고 손실은 2.408이다.](attachment:pull.png)

클래스 2가 맞는 클래스이면 그 그래디언트는 $0.090 - 1 = -0.910$입니다. 많이 틀릴수록 세게 당깁니다.

**어려운 점.**

1. 정답은 레이블 (N,)이거나 원-핫 행 (N, K)입니다. `t.ndim`으로 구별할 수 있고, `t.argmax(axis=1)`은 원-핫 행을 레이블로 바꿉니다.
2. 맞는 클래스의 확률이 0이 되어 버리면 $\log 0$은 구할 수 없습니다. 그래서 아래 셀에 `log_softmax`를 마련해 두었습니다. 확률을 거치지 않고
   소프트맥스의 로그를 곧바로 계산하는 함수입니다(u05의 3절). 여기에 `np.exp`를 취하면 $p$입니다.
3. $p$는 돌아올 때 필요합니다. 저장해 둔 배열 자체에서 1을 빼면 `backward`를 다시 부를 때 또 빼게 됩니다. 복사본에서 빼십시오.
4. 이 층도 `dout`을 받습니다. 손실 뒤에 아무것도 없으면 1입니다. 손실을 $2L$로 하면 그래디언트도 두 배입니다.

배열 `A`에서 `A[[0, 1, 2], [3, 0, 2]]`는 행마다 원소 하나씩, 곧 `A[0, 3]`, `A[1, 0]`, `A[2, 2]`를 고릅니다. 이 값들을 읽을 수도 있고
`A[[0, 1, 2], [3, 0, 2]] -= 5`처럼 바꿀 수도 있습니다.

빈칸을 채우십시오. 모두 합해 아홉 줄 정도입니다. `params`와 `grads`는 빈 리스트입니다. `x`는 (N, K)인 실수 점수이고 ±1000일 수도 있습니다.
`t`는 0부터 K − 1까지의 정수 레이블 (N,)이거나, 실수나 정수로 된 원-핫 행 (N, K)입니다. 둘 다 바꾸지 않습니다. `forward`는 수 하나를,
`backward`는 (N, K)인 배열을 반환합니다. `backward`의 `dout`은 수 하나이고, 주지 않으면 1입니다.
"""


# %% given=true
def log_softmax(x):
    """Return the logarithm of the softmax of each row of x (N, K), also for scores of ±1000."""
    differences = x - x.max(axis=1, keepdims=True)
    return differences - np.log(np.exp(differences).sum(axis=1, keepdims=True))


# %% exercise="softmax_with_loss"
class SoftmaxWithLoss:
    """The last layer: from scores to the loss, the mean over the rows of -log(probability of the right class).

    params, grads : empty lists.

    Example: layer.forward([[2.0, 1.0, 0.0]], [0]) is 0.408; then layer.backward() is [[-0.335, 0.245, 0.090]].
    """

    def __init__(self):
        ### BEGIN SOLUTION
        self.params, self.grads = [], []
        ### END SOLUTION

    def forward(self, x, t):
        """Return the loss, a single number.

        x : (N, K) scores, floats, also ±1000; not changed.
        t : labels (N,), integers from 0 to K - 1; or one-hot rows (N, K), floats or integers. Not changed.
        """
        ### BEGIN SOLUTION
        if t.ndim == 2:
            t = t.argmax(axis=1)
        log_p = log_softmax(x)
        self.p, self.t = np.exp(log_p), t
        return -np.mean(log_p[np.arange(len(x)), t])
        ### END SOLUTION

    def backward(self, dout=1):
        """dout : a number, the gradient of the loss. Returns dx (N, K) = dout * (p - one-hot) / N."""
        ### BEGIN SOLUTION
        dx = self.p.copy()
        dx[np.arange(len(dx)), self.t] -= 1
        return dout * dx / len(dx)
        ### END SOLUTION


# %% check="softmax_with_loss"
check("softmax_with_loss", SoftmaxWithLoss)


# %% demo=true figure="pull"
def plot_pull():
    """Draw the probabilities of one row of scores and the student's gradient for two targets."""
    scores = np.array([[2.0, 1.0, 0.0]])
    figure, axes = plt.subplots(1, 3, figsize=(12, 3.0), sharey=True, layout="constrained")
    p = np.exp(log_softmax(scores))[0]
    bars = {"probabilities p": (p, "0.7", None)}
    for label in (0, 2):
        layer = SoftmaxWithLoss()
        loss = layer.forward(scores, np.array([label]))
        bars[f"dx, class {label} is right (loss {loss:.3f})"] = (layer.backward()[0], "white", "//")
    for axis, (title, (heights, color, hatch)) in zip(axes, bars.items()):
        axis.bar(range(3), heights, color=color, edgecolor="black", hatch=hatch)
        for k, height in enumerate(heights):
            axis.annotate(
                f"{height:.3f}", (k, height), (0, 3 if height >= 0 else -11), textcoords="offset points", ha="center"
            )
        axis.axhline(0, color="black", linewidth=0.8)
        axis.set(xlabel="class", xticks=range(3), ylim=(-1.15, 0.95), title=title)
    axes[0].set_ylabel("value")


plot_pull()
plt.show()

# %% [markdown] lang="en"
r"""
## 5. TwoLayerNet: a list of layers

Now the network is only a list: affine, ReLU, affine, and the layer of section 4 at the end. Forward runs through the list, backward runs
through it in **reverse**, and each layer hands its result to the next.

![A chain of four boxes, Affine, ReLU, Affine, SoftmaxWithLoss. Arrows to the right carry the shapes (32, 64), (32, 100), (32, 100), (32, 10) and
end in the loss; arrows to the left carry gradients of the same shapes and begin with 1. Below the first Affine hang the arrays [0] of the shape
(64, 100) and [1] of the shape (100,), below the second [2] of (100, 10) and [3] of (10,).](attachment:flow.png)

On each arrow back stands the same shape as on the arrow forward: a gradient has one number for each number that it belongs to. If a shape does
not fit, compare these two rows first.

**The two lists.** `net.params` is `[W1, b1, W2, b2]`, and `net.grads` their gradients in the same order. They are made once, in `__init__`, out
of the lists of the layers. Since lists point to arrays, it is enough to put the layers' lists one after the other: `a.extend(b)`
appends all items of `b` to the list `a`. The arrays themselves are not copied, and that is what matters: `net.params[2] is
net.layers[2].params[0]` must be true. (`is` asks whether two names point to the same object.)

**The first weights.** Biases start at 0. Weights must not: if all are 0, all hidden units compute the same, get the same gradient, and stay
equal for ever. So they are random. How large? A unit that adds up I inputs, each multiplied by a weight of the size $\sigma$, gets a sum of
about $\sigma \sqrt I$ times the size of the inputs. With $\sigma = 1$ the numbers would grow with every layer. With
$\sigma = \sqrt{2 / I}$ their size stays about the same; the 2 makes up for ReLU, which throws away half. Unit u09 looks at this
closely. `rng.normal(0, s, (I, H))` draws an array (I, H) of normal random numbers with mean 0 and standard deviation `s`.

**predict returns scores**, not probabilities. The loss layer applies the softmax itself, and a second one would flatten the differences. For
the most probable class scores are enough: the largest score has the largest probability.

**Your turn**, about 16 lines in all. If one of your layers has not passed yet, the check still tells you what is wrong in the network
itself.
"""

# %% [markdown] lang="ko"
r"""
## 5. TwoLayerNet: 층의 리스트

이제 신경망은 리스트에 지나지 않습니다. 아핀, ReLU, 아핀, 그리고 끝에 4절의 층이 있습니다. 앞으로 갈 때는 리스트를 차례로 지나고, 돌아올
때는 **거꾸로** 지납니다. 층마다 자기 결과를 다음 층에 넘깁니다.

![상자 네 개 Affine, ReLU, Affine, SoftmaxWithLoss가 이어져 있다. 오른쪽 화살표에는 shape (32, 64), (32, 100), (32, 100), (32, 10)이 적혀 있고
손실에서 끝난다. 왼쪽 화살표에는 shape이 같은 그래디언트가 적혀 있고 1에서 시작한다. 첫째 Affine 아래에는 shape이 (64, 100)인 배열 [0]과
(100,)인 [1]이, 둘째 Affine 아래에는 (100, 10)인 [2]와 (10,)인 [3]이 매달려 있다.](attachment:flow.png)

돌아오는 화살표의 shape은 앞으로 가는 화살표의 shape과 같습니다. 그래디언트는 수마다 하나씩 있기 때문입니다. shape이 맞지 않으면 먼저 이 두
줄을 비교해 보십시오.

**두 리스트.** `net.params`는 `[W1, b1, W2, b2]`이고, `net.grads`는 같은 순서로 된 그래디언트입니다. 둘 다 `__init__`에서 층들의 리스트로
한 번만 만듭니다. 리스트는 배열을 가리킬 뿐이므로 층들의 리스트를 이어 붙이면 됩니다. `a.extend(b)`는 리스트 `a`의 끝에 `b`의
항목을 모두 붙입니다. 배열 자체는 복사되지 않는데, 바로 이 점이 중요합니다. `net.params[2] is net.layers[2].params[0]`이 참이어야
합니다. (`is`는 두 이름이 같은 객체를 가리키는지 묻습니다.)

**처음 가중치.** 편향은 0에서 시작합니다. 가중치는 그러면 안 됩니다. 모두 0이면 은닉 유닛들이 모두 같은 것을 계산하고 같은 그래디언트를
받아 언제까지나 똑같습니다. 그래서 난수로 시작합니다. 얼마나 커야 할까요? 입력 I개에 크기가 $\sigma$쯤인 가중치를 곱해 더하면, 그 합의
크기는 입력의 $\sigma \sqrt I$배쯤 됩니다. $\sigma = 1$이면 층을 지날 때마다 값이 커집니다. $\sigma = \sqrt{2 / I}$이면 크기가 비슷하게
유지됩니다. 2는 ReLU가 절반을 버리는 몫을 메웁니다. u09에서 자세히 살펴봅니다. `rng.normal(0, s, (I, H))`는 평균이 0이고 표준편차가
`s`인 정규분포에서 난수를 뽑아 shape이 (I, H)인 배열을 만듭니다.

**predict는** 확률이 아니라 **점수를 반환합니다.** 소프트맥스는 손실 층이 적용합니다. 두 번 적용하면 차이가 뭉개집니다. 가장 그럴듯한
클래스를 고르는 데는 점수로 충분합니다. 점수가 가장 큰 클래스의 확률이 가장 크기 때문입니다.

빈칸을 채우십시오. 모두 합해 열여섯 줄 정도입니다. `I`, `H`, `O`는 입력, 은닉 유닛, 클래스의 수이고 `rng`는 난수 생성기입니다. `layers`는
`[Affine, ReLU, Affine]`인 리스트로, 한 번만 만듭니다. `SoftmaxWithLoss`는 그 옆에 아무 이름으로나 둡니다. `predict`는 shape이 (N, I)인
`x`를 받아 점수 (N, O)를, `loss`는 여기에 레이블 (N,)이나 원-핫 (N, O)인 `t`도 받아 수 하나를 반환합니다. `x`와 `t`는 바꾸지 않습니다.
`backward`는 `loss` 다음에 불리며, 모든 층에 그래디언트를 돌려보내 `grads`를 채웁니다. 반환할 것은 없습니다. 아직 통과하지 못한 층이
있어도, 신경망 자체에서 무엇이 잘못되었는지는 검사가 알려 줍니다.
"""


# %% exercise="two_layer_net"
class TwoLayerNet:
    """Affine, ReLU, Affine, and SoftmaxWithLoss at the end.

    layers : the list [Affine, ReLU, Affine], made once; SoftmaxWithLoss is kept beside it, under any name.
    params : [W1, b1, W2, b2]. grads : [dW1, db1, dW2, db2]. Both hold the arrays of the layers, not copies.

    Example: net = TwoLayerNet(64, 50, 10, np.random.default_rng(0)) has params of the shapes (64, 50), (50,),
    (50, 10), (10,); net.params[2] is net.layers[2].params[0].
    """

    def __init__(self, I, H, O, rng):
        """I inputs, H hidden units, O classes; rng : a generator of random numbers, such as np.random.default_rng(0).

        Weights from rng, normal with mean 0 and the standard deviation sqrt(2 / inputs of the layer); biases 0.
        """
        ### BEGIN SOLUTION
        self.layers = [
            Affine(rng.normal(0, np.sqrt(2 / I), (I, H)), np.zeros(H)),
            ReLU(),
            Affine(rng.normal(0, np.sqrt(2 / H), (H, O)), np.zeros(O)),
        ]
        self.last = SoftmaxWithLoss()
        self.params, self.grads = [], []
        for layer in self.layers:
            self.params.extend(layer.params)
            self.grads.extend(layer.grads)
        ### END SOLUTION

    def predict(self, x):
        """x : (N, I) floats; not changed. Returns the scores (N, O), before any softmax."""
        ### BEGIN SOLUTION
        for layer in self.layers:
            x = layer.forward(x)
        return x
        ### END SOLUTION

    def loss(self, x, t):
        """x : (N, I). t : labels (N,) or one-hot (N, O). Returns the loss, a single number."""
        ### BEGIN SOLUTION
        return self.last.forward(self.predict(x), t)
        ### END SOLUTION

    def backward(self):
        """After loss: send the gradient back through all layers, so that grads is filled. Need not return anything."""
        ### BEGIN SOLUTION
        dout = self.last.backward()
        for layer in reversed(self.layers):
            dout = layer.backward(dout)
        ### END SOLUTION


# %% check="two_layer_net"
check("two_layer_net", TwoLayerNet)


# %% demo=true figure="flow"
def plot_flow(N=32):
    """Draw the student's network: shapes on the way forward and back, and what the lists hold."""
    X, t = data.digits()
    net = TwoLayerNet(64, 100, 10, np.random.default_rng(0))
    loss_layer = SoftmaxWithLoss()
    forward, values = [X[:N].shape], X[:N]
    for layer in net.layers:
        values = layer.forward(values)
        forward.append(values.shape)
    loss_layer.forward(values, t[:N])
    back = [loss_layer.backward()]
    for layer in reversed(net.layers):
        back.append(layer.backward(back[-1]))
    figure, axis = plt.subplots(figsize=(12, 3.6), layout="constrained")
    axis.set(xlim=(0, 24), ylim=(0, 7))
    axis.axis("off")
    names = [type(layer).__name__ for layer in [*net.layers, loss_layer]]
    places = np.array([4.2, 10.0, 15.0, 20.6])
    for x, name in zip(places, names):
        draw_box(axis, x, 5, name)
    for k, (shape, dout) in enumerate(zip(forward, reversed(back))):
        left, right = (0.3 if k == 0 else places[k - 1] + 1.4), places[k] - 1.4
        right = right if names[k] != "SoftmaxWithLoss" else right - 0.6
        draw_arrow(axis, (left, 5.4), (right, 5.4))
        draw_arrow(axis, (right, 4.6), (left, 4.6))
        axis.text((left + right) / 2, 5.7, f"{shape}", ha="center")
        axis.text((left + right) / 2, 3.9, f"{dout.shape}", ha="center")
    draw_arrow(axis, (22.7, 5.4), (23.7, 5.4))
    draw_arrow(axis, (23.7, 4.6), (22.7, 4.6))
    axis.text(23.3, 5.7, "loss", ha="center")
    axis.text(23.3, 3.9, "1", ha="center")
    axis.text(0.3, 6.6, "upper arrows, forward: shapes of the values", ha="left")
    axis.text(23.9, 2.9, "lower arrows, backward: shapes of the gradients", ha="right")
    number = 0
    for x, layer in zip(places, net.layers):
        for p in layer.params:
            place = x - 1.5 + 3.0 * (number % 2)
            draw_box(axis, place, 0.9, f"[{number}]\n{p.shape}")
            axis.plot([place, x], [1.75, 4.4], color="0.5", linewidth=1, linestyle=":", zorder=1)
            number += 1
    axis.text(19.0, 0.9, "[0] to [3]: places in the two lists\nnet.params and net.grads", va="center")


plot_flow()
plt.show()

# %% [markdown] lang="en"
r"""
### Is the gradient right?

You derived the gradient; unit u05 measured one. They must agree, and this is how people make sure that a new layer is right. The
next cell takes the network 64-20-10 of unit u05 and 100 digits. For each of the 1,510 parameters it computes the loss with the parameter a
little larger and a little smaller. Then it calls your `backward` once.

The largest difference should be about $10^{-10}$, which is the rounding of the differences themselves. With a mistake in a layer it
would be near the size of the gradient, about 0.1.

Look at the times, too. When this text was written, one gradient took between 0.1 and 0.5 seconds by differences and less than half a
millisecond with `backward`. Your machine gives other numbers, but the ratio stays large, about a thousand, and for good reason: the differences
need 3,020 evaluations of the loss, while `backward` costs about as much as a few.
"""

# %% [markdown] lang="ko"
r"""
### 그래디언트가 맞는가

여러분은 그래디언트를 식으로 구했고, u05에서는 재어서 구했습니다. 둘은 같아야 합니다. 새로 만든 층이 맞는지 확인할 때 실제로 이렇게
합니다. 다음 셀은 u05의 신경망 64-20-10과 손글씨 숫자 100개를 씁니다. 매개변수 1,510개 하나하나를 조금 크게, 조금 작게 하여 손실을 계산한 다음,
여러분의 `backward`를 한 번 부릅니다.

차이는 커야 $10^{-10}$쯤이어야 합니다. 차분을 계산할 때 생기는 반올림 오차가 그만큼입니다. 층 하나라도 틀렸으면 차이가 그래디언트의 크기, 곧
0.1쯤까지 커집니다.

걸린 시간도 보십시오. 이 글을 쓸 때는 그래디언트 하나에 차분으로 0.1초에서 0.5초, `backward`로는 0.5밀리초가 채 걸리지 않았습니다.
여러분의 컴퓨터에서는 다른 값이 나오겠지만 천 배쯤 되는 큰 차이는 그대로입니다. 차분으로는 손실을 3,020번 계산해야 하고, `backward`에는
손실을 몇 번 계산하는 만큼의 시간만 들기 때문입니다.
"""


# %% demo=true
def numerical(net, x, t):
    """Return the gradients of the loss by differences, one array for each parameter of the network."""

    def loss_at(values, p):
        kept = p.copy()
        p[...] = values
        loss = net.loss(x, t)
        p[...] = kept
        return loss

    return [numerical_gradient(lambda values, p=p: loss_at(values, p), p) for p in net.params]


def compare(sizes=(64, 20, 10), N=100):
    """Print how far the student's backward is from the differences, and how long both take."""
    X, t = data.digits()
    net = TwoLayerNet(*sizes, np.random.default_rng(0))
    started = time.perf_counter()
    measured = numerical(net, X[:N], t[:N])
    slow = time.perf_counter() - started
    started = time.perf_counter()
    for _ in range(100):
        net.loss(X[:N], t[:N])
        net.backward()
    fast = (time.perf_counter() - started) / 100
    for name, g, m in zip(("W1", "b1", "W2", "b2"), net.grads, measured):
        print(
            f"{name} {str(g.shape):8} largest number {np.abs(g).max():.4f}, largest difference {np.abs(g - m).max():.0e}"
        )
    print(
        f"by differences {1000 * slow:.0f} ms, loss and backward {1000 * fast:.2f} ms: {slow / fast:.0f} times as fast"
    )


compare()

# %% [markdown] lang="en"
r"""
## 6. SGD: the loop over the lists

The optimizer does not know what a layer is. It gets two lists and goes against each gradient:

$$p \leftarrow p - \eta\, g$$

This is gradient descent of unit u05. If the gradient comes from a small batch, chosen at random, instead of from all samples, it is called
**stochastic gradient descent**, SGD; stochastic means random.

With $p = (1, 2)$, $g = (10, -10)$ and $\eta = 0.1$ the new $p$ is $(0, 3)$.

It is only a few lines, and section 3 is in them once more. `p -= ...` changes the array that `p` points to. `p = p - ...` makes a new array,
lets the name `p` point to it, and forgets it when the loop goes on. The layers would keep their old weights.

**Your turn**, about 3 lines in all.
"""

# %% [markdown] lang="ko"
r"""
## 6. SGD: 리스트를 도는 반복문

옵티마이저는 층이 무엇인지 모릅니다. 리스트 둘을 받아 그래디언트의 반대쪽으로 갈 뿐입니다.

$$p \leftarrow p - \eta\, g$$

u05의 경사 하강법입니다. 모든 샘플이 아니라 무작위로 고른 작은 배치에서 그래디언트를 구할 때는 **확률적 경사 하강법**(stochastic gradient
descent), 줄여서 SGD라고 합니다.

$p = (1, 2)$, $g = (10, -10)$, $\eta = 0.1$이면 새 $p$는 $(0, 3)$입니다.

몇 줄 되지 않지만 3절의 내용이 여기에도 들어 있습니다. `p -= ...`는 `p`가 가리키는 배열을 바꿉니다. `p = p - ...`는 새 배열을 만들고
이름 `p`가 그것을 가리키게 했다가, 반복이 다음으로 넘어가면 잊어버립니다. 층들은 예전 가중치를 그대로 가지고 있습니다.

빈칸을 채우십시오. 모두 합해 세 줄 정도입니다. `lr`는 학습률입니다. `params`는 실수 배열의 리스트이고 shape은 자유이며, 그 배열들을
제자리에서 바꿉니다. `grads`는 shape이 같은 배열들이 같은 순서로 든 리스트이고 바꾸지 않습니다. `update`는 아무것도 반환하지 않습니다.
"""


# %% exercise="sgd"
class SGD:
    """Stochastic gradient descent: p <- p - lr * g for every parameter p with its gradient g.

    Example: p = [1.0, 2.0] and the gradient [10.0, -10.0], with lr = 0.1: p is [0.0, 3.0] afterwards.
    """

    def __init__(self, lr=0.01):
        ### BEGIN SOLUTION
        self.lr = lr
        ### END SOLUTION

    def update(self, params, grads):
        """Change the arrays in params by one step.

        params : list of float arrays of any shapes, changed in place.
        grads : list of arrays, the gradients, of the same shapes in the same order; not changed.
        """
        ### BEGIN SOLUTION
        for p, g in zip(params, grads):
            p -= self.lr * g
        ### END SOLUTION


# %% check="sgd"
check("sgd", SGD)

# %% [markdown] lang="en"
r"""
## 7. The network reads digits

The next cell holds a training loop. It knows nothing about the inside of the network: loss, backward, update, for each batch of each epoch.
(An epoch is one pass through all training samples.)
"""

# %% [markdown] lang="ko"
r"""
## 7. 신경망이 숫자를 읽는다

다음 셀에는 학습 반복문이 들어 있습니다. 신경망의 속은 전혀 모릅니다. 에폭마다 배치마다 loss, backward, update를 부를 뿐입니다. (에폭은
학습 샘플을 모두 한 번씩 쓰는 것입니다.)
"""


# %% given=true
def train(net, optimizer, X, t, epochs, size, rng):
    """Train a network on batches; return the mean loss of each epoch.

    X : (N, I), t : (N,). size : samples in a batch. rng : the generator that shuffles them anew in each epoch.
    """
    history = []
    for _ in range(epochs):
        order, losses = rng.permutation(len(X)), []
        for start in range(0, len(X), size):
            batch = order[start : start + size]
            losses.append(net.loss(X[batch], t[batch]))
            net.backward()
            optimizer.update(net.params, net.grads)
        history.append(np.mean(losses))
    return history


def split_digits(seed):
    """Return 1,000 digits to train with and 797 others: X, t, X_test, t_test; and the generator that chose them."""
    X, t = data.digits()
    rng = np.random.default_rng(seed)
    order = rng.permutation(len(X))
    train, test = order[:1000], order[1000:]
    return X[train], t[train], X[test], t[test], rng


def percent_right(net, X, t):
    """Return how many of the images X get their own label t, in percent."""
    return 100 * np.mean(net.predict(X).argmax(axis=1) == t)


# %% [markdown] lang="en"
r"""
Now your network 64-100-10 learns: 1,000 of the 8×8 digits, batches of 50, 30 epochs, `SGD(0.5)`. The cell does it twice. The second time the
optimizer gets arrays that were copied when the network was new, which is what happens when a layer or a network breaks the rule of section 3.

![The mean loss over 30 epochs. The loss of your network falls from 1.35 to near 0 within about 10 epochs. The loss with copied gradients is a
level line at 2.57, above the dotted line of log 10.](attachment:training.png)

The mean loss of an epoch falls from 1.348 to 0.029. All but 0.3 % of the digits seen are right, and **97.6 % of 797 new ones**. The 600 steps
took between 0.1 and 0.4 seconds when this text was written. In unit u05 the same division of the digits gave 95.5 % after 30 steps, and those
took about 6 seconds.

97.6 % is a lucky division, though. With the seeds 0 to 7 the new digits come out at 97.6, 96.7, 97.0, 97.1, 97.0, 96.5, 96.2 and 96.1 %: about
97 %. Set `seed=` in the last line to see it.

The copies learn nothing: the loss stays at 2.568, and 5.8 % of the new digits are right, less than by guessing. Remember this picture. **A loss
that does not move at all**, not even a little, means that the numbers computed never reach the numbers used.
"""

# %% [markdown] lang="ko"
r"""
이제 여러분의 신경망 64-100-10이 배웁니다. 8×8 손글씨 숫자 1,000개, 50개짜리 배치, 30에폭, `SGD(0.5)`입니다. 셀은 이것을 두 번 합니다. 두
번째에는 신경망을 만들 때 복사해 둔 배열을 옵티마이저에 줍니다. 층이나 신경망이 3절의 규칙을 어기면 바로 이런 일이 일어납니다.

![30에폭 동안의 평균 손실. 여러분의 신경망의 손실은 1.35에서 10에폭쯤 사이에 0 가까이 내려간다. 복사한 그래디언트를 쓴 손실은 log 10을 나타내는
점선보다 위인 2.57에서 수평이다.](attachment:training.png)

한 에폭의 평균 손실이 1.348에서 0.029로 내려갑니다. 본 적이 있는 숫자는 0.3 %만 틀리고, **새로운 숫자 797개는 97.6 %를 맞힙니다.** 이 글을 쓸
때 600걸음에 0.1초에서 0.4초가 걸렸습니다. u05에서는 숫자를 똑같이 나누어 30걸음을 간 뒤 95.5 %였고, 그 30걸음에 6초쯤 걸렸습니다.

다만 97.6 %는 운 좋게 나뉜 경우입니다. 시드를 0부터 7까지 바꾸면 새로운 숫자를 97.6, 96.7, 97.0, 97.1, 97.0, 96.5, 96.2, 96.1 % 맞혀 평균이
97 %쯤입니다. 마지막 줄에서 `seed=`를 바꾸어 확인해 보십시오.

복사본을 쓴 쪽은 아무것도 배우지 못합니다. 손실은 2.568 그대로이고, 새로운 숫자를 5.8 % 맞히는데 찍는 것보다도 못합니다. 이 그림을 기억해
두십시오. **조금도 움직이지 않는 손실**은 계산한 수가 쓰이는 수에 전달되지 않는다는 뜻입니다.
"""


# %% demo=true figure="training"
class Stale:
    """Your SGD with arrays of its own in the place of the gradients, as a list of copies would hold them."""

    def __init__(self, lr, grads):
        self.sgd, self.copies = SGD(lr), [np.zeros_like(g) for g in grads]

    def update(self, params, grads):
        self.sgd.update(params, self.copies)


def plot_training(seed=0, epochs=30):
    """Train the student's network on digits, rightly and with stale gradients; draw the loss of each epoch."""
    histories = {}
    for name in ("your network", "gradients copied"):
        X, t, X_test, t_test, rng = split_digits(seed)
        net = TwoLayerNet(64, 100, 10, rng)
        optimizer = SGD(0.5) if name == "your network" else Stale(0.5, net.grads)
        started = time.perf_counter()
        losses = histories[name] = train(net, optimizer, X, t, epochs, 50, rng)
        print(f"{name}: {epochs * 20} steps in {time.perf_counter() - started:.2f} s")
        print(f"  mean loss of an epoch: first {losses[0]:.3f}, last {losses[-1]:.3f}")
        seen, new = percent_right(net, X, t), percent_right(net, X_test, t_test)
        print(f"  right: {seen:.1f} % of the 1000 digits seen, {new:.1f} % of 797 new ones")
    figure, axis = plt.subplots(figsize=(7, 3.4), layout="constrained")
    plots.curves(axis, range(1, epochs + 1), histories, "epoch", "mean loss", markers=True)
    axis.axhline(np.log(10), color="0.4", linestyle=":", label="log 10")
    axis.set_ylim(0, 2.9)
    axis.legend(loc="center right")


plot_training()
plt.show()

# %% [markdown] lang="en"
r"""
### What did the hidden units learn?

Each column of $W_1$ holds the 64 weights of one hidden unit, one for each pixel, so it can be drawn as an image of 8×8. The next cell shows the
six units that changed most: above their random weights at the start, below what training has added to them.

![Two rows of six small images of 8×8 pixels, red with a plus where a number is large and positive, blue with a minus where it is large and
negative. Above, random dots. Below, spots of one sign next to spots of the other, often joined to strokes, in the middle of the
image.](attachment:weights.png)

The upper row is noise. In the lower one neighbouring pixels often belong together: a unit asks for ink in one place and no ink beside it, such as
a stroke or an edge. Nobody told the network what a stroke is. Do not expect more: no unit shows a whole digit, and the noise of the
start never goes away, because the loss has no reason to remove it. On average a weight has moved by less than half of its size at the
start.
"""

# %% [markdown] lang="ko"
r"""
### 은닉 유닛은 무엇을 배웠는가

$W_1$의 열 하나에는 은닉 유닛 하나의 가중치 64개가 픽셀마다 하나씩 들어 있습니다. 그래서 8×8 이미지로 그릴 수 있습니다. 다음 셀은 가장 많이 변한
유닛 여섯 개를 보여 줍니다. 위는 시작할 때의 무작위 가중치이고, 아래는 학습하면서 더해진 값입니다.

![8×8 픽셀의 작은 이미지가 여섯 개씩 두 줄 있다. 크고 양수이면 빨간색에 더하기 표시, 크고 음수이면 파란색에 빼기 표시가 있다. 위는 무작위 점들이다.
아래는 이미지 가운데에 한 부호의 얼룩이 다른 부호의 얼룩과 나란히 있고, 이어져 획이 되기도 한다.](attachment:weights.png)

윗줄은 잡음입니다. 아랫줄에서는 이웃한 픽셀들이 함께 움직이는 일이 많습니다. 한 곳에는 잉크가 있고 그 옆에는 없기를 바라는 것으로, 획이나
가장자리 같은 것입니다. 획이 무엇인지 아무도 알려 주지 않았습니다. 그렇다고 더 많은 것을 기대하지는 마십시오. 숫자 하나가 통째로 보이는 유닛은 없고,
처음의 잡음도 사라지지 않습니다. 손실에는 그것을 없앨 까닭이 없기 때문입니다. 가중치는 평균적으로 처음 크기의 절반도 움직이지 않았습니다.
"""


# %% given=true
def draw_weights(axis, w, title, bound):
    """Draw the 64 weights of one hidden unit as an image; large ones also carry their sign."""
    image = w.reshape(8, 8)
    axis.imshow(image, cmap="RdBu_r", vmin=-bound, vmax=bound)
    for row, column in np.argwhere(np.abs(image) > 0.4 * bound):
        axis.text(
            column, row, "+" if image[row, column] > 0 else "\N{MINUS SIGN}", ha="center", va="center", fontsize=7
        )
    axis.set(xticks=[], yticks=[], title=title)


# %% demo=true figure="weights"
def plot_weights(seed=0, units=6):
    """Draw the weights of some hidden units before and after the training."""
    X, t, _, _, rng = split_digits(seed)
    net = TwoLayerNet(64, 100, 10, rng)
    before = net.params[0].copy()
    train(net, SGD(0.5), X, t, 30, 50, rng)
    change = net.params[0] - before
    print(
        f"on average a weight of W1 was {np.abs(before).mean():.3f} from 0 and has moved by {np.abs(change).mean():.3f}"
    )
    chosen = np.argsort(-np.abs(change).sum(axis=0))[:units]
    figure, axes = plt.subplots(2, units, figsize=(12, 4.4), layout="constrained")
    for column, k in enumerate(chosen):
        draw_weights(axes[0, column], before[:, k], f"hidden unit {k}", np.abs(net.params[0]).max())
        draw_weights(axes[1, column], change[:, k], "", np.abs(change).max())
    axes[0, 0].set_ylabel("at the start")
    axes[1, 0].set_ylabel("what training added")


plot_weights()
plt.show()

# %% [markdown] lang="en"
r"""
### Turn the knobs

The sliders set the number of `hidden` units, the learning rate `lr` and the number of `epochs`; `shown` chooses the unit whose weights are drawn.
Each time your network is trained anew. (Where sliders do not work, with the other numbers as in the training above: `lr` = 0.01 reaches
87.1 % of the new digits, 1.0 reaches 98.0 %, 2.0 only 13.0 %. 10 hidden units reach 96.5 %, 5 only 30.2 %, and 1 unit 9.3 %. One epoch gives
80.6 %, five give 95.7 %.)

Three things to try:

- Find the largest `lr` with which the network still learns. How does the loss curve tell you that it is too large?
- One hidden unit cannot tell ten digits apart. How many do you need for 90 %? Is the answer the same for a smaller `lr`?
- With 100 hidden units and `lr` = 0.01, do more epochs help?
"""

# %% [markdown] lang="ko"
r"""
### 직접 돌려 보기

슬라이더로 은닉 유닛의 수 `hidden`, 학습률 `lr`, 에폭의 수 `epochs`를 정하고, `shown`으로 가중치를 그릴 유닛을 고릅니다. 그때마다 여러분의
신경망을 새로 학습시킵니다. (슬라이더를 쓸 수 없을 때를 위해 적어 둡니다. 나머지는 위의 학습과 같게 하고 `lr`를 0.01로 하면 새로운 숫자를 87.1 %,
1.0이면 98.0 %, 2.0이면 13.0 %만 맞힙니다. 은닉 유닛이 10개이면 96.5 %, 5개이면 30.2 %, 1개이면 9.3 %입니다. 에폭이 하나이면 80.6 %,
다섯이면 95.7 %입니다.)

다음 세 가지를 해 보십시오.

- 신경망이 여전히 배우는 가장 큰 `lr`를 찾아보십시오. 너무 크다는 것을 손실 곡선에서 어떻게 알 수 있습니까?
- 은닉 유닛 하나로는 숫자 열 개를 구별할 수 없습니다. 90 %를 맞히려면 몇 개가 필요합니까? `lr`를 줄여도 답이 같습니까?
- 은닉 유닛 100개에 `lr`가 0.01이면, 에폭을 늘리는 것이 도움이 됩니까?
"""


# %% demo=true
def draw_run(hidden, lr, epochs, shown):
    """Train the student's network once and draw the loss and the weights of one hidden unit."""
    X, t, X_test, t_test, rng = split_digits(0)
    net = TwoLayerNet(64, hidden, 10, rng)
    history = train(net, SGD(lr), X, t, epochs, 50, rng)
    figure, (left, right) = plt.subplots(1, 2, figsize=(10, 3.4), width_ratios=(2, 1), layout="constrained")
    left.plot(range(1, epochs + 1), history, "o-", label="mean loss of the epoch")
    left.axhline(np.log(10), color="0.4", linestyle=":", label="log 10")
    left.set(xlabel="epoch", ylabel="loss", ylim=(0, 3.5))
    left.set_title(f"right: {percent_right(net, X_test, t_test):.1f} % of 797 new digits")
    left.legend(loc="upper right")
    unit_number = min(shown, hidden - 1)
    W1 = net.params[0]
    draw_weights(right, W1[:, unit_number], f"W1 of hidden unit {unit_number}", np.abs(W1).max())
    plt.show()


widgets.sliders(
    draw_run,
    hidden=(1, 100, 1, 100),
    lr=(0.01, 3.0, 0.01, 0.5),
    epochs=(1, 40, 1, 30),
    shown=(0, 99, 1, 0),
)

# %% [markdown] lang="en"
r"""
## 8. A question to answer in words

A friend finds the lists unnecessary. Her affine layer has `self.W`, `self.b`, `self.dW` and `self.db`; her network has `affine1` and `affine2`; and
her training loop says

```python
net.affine1.W -= lr * net.affine1.dW
net.affine1.b -= lr * net.affine1.db
net.affine2.W -= lr * net.affine2.dW
net.affine2.b -= lr * net.affine2.db
```

It learns the digits as well as yours. Write three to eight sentences in the cell below. It is graded by a person, 3 points.

1. What has to be changed in her program when she adds a third affine layer, and when she replaces SGD by Adam (unit u05)? What has to be
   changed in yours?
2. Your lists only work under one condition. Which? Describe what you would see during training if a layer broke it.
3. Name one job other than the update that becomes a single loop over `params` or `grads`, and say in a few words how.
"""

# %% [markdown] lang="ko"
r"""
## 8. 글로 답하는 문제

한 친구는 리스트가 필요 없다고 생각합니다. 친구의 아핀 계층에는 `self.W`, `self.b`, `self.dW`, `self.db`가 있고, 신경망에는 `affine1`과
`affine2`가 있으며, 학습 반복문에는 이렇게 쓰여 있습니다.

```python
net.affine1.W -= lr * net.affine1.dW
net.affine1.b -= lr * net.affine1.db
net.affine2.W -= lr * net.affine2.dW
net.affine2.b -= lr * net.affine2.db
```

이 신경망도 여러분의 것만큼 숫자를 잘 배웁니다. 아래 셀에 세 문장에서 여덟 문장 정도로 답하십시오. 사람이 채점하며 3점입니다.

1. 아핀 계층을 하나 더 넣을 때, 그리고 SGD를 Adam(u05)으로 바꿀 때 친구의 프로그램에서는 무엇을 고쳐야 합니까? 여러분의 프로그램에서는
   무엇을 고쳐야 합니까?
2. 여러분의 리스트는 한 가지 조건이 지켜져야 제 역할을 합니다. 어떤 조건입니까? 어떤 층이 그 조건을 어기면 학습하는 동안 무엇을 보게
   될지 설명하십시오.
3. 갱신 말고도 `params`나 `grads`를 도는 반복문 하나로 할 수 있는 일을 하나 들고, 어떻게 하는지 짧게 쓰십시오.
"""

# %% [markdown] answer="one_list" points=3 lang="en"
r"""
**Model answer.**

1. Her training loop names every parameter, so a third layer needs two more lines there, and whoever forgets one gets a layer that never learns,
   without an error. For Adam she has to write its formulas for each of the four (then six) arrays, each with an m and a v of its own. In my program
   the third layer goes into the list `layers`, and Adam takes the place of SGD in one line, because both have `update(params, grads)`.
2. The lists must point to the very arrays that the layers compute with: parameters are changed in place, gradients are written in place. If a
   layer writes `grads[0] = dW`, the network's list keeps the old array. There is no error message; if it happens in all layers the loss
   does not move at all, if in one only that layer stays as it was and the network learns, but worse.
3. Saving: write each array of `params` to a file, and read them back in the same order. Or counting the parameters, `sum(p.size for p in params)`;
   or checking the gradient by differences, parameter by parameter; or limiting the size of all gradients; or weight decay.

**Rubric**, 1 point each.

- Hers: lines for each new array, and Adam written out for each; mine: the list of layers, and one line for the optimizer. Half a point if only one
  of the two changes, or only one of the programs, is treated.
- Same arrays, in place (half a point); the symptom: no error, and a loss, or the weights of that layer, that stay as they are (half a
  point). "The gradient is wrong" without saying why the network does not see it earns nothing.
- A job that really goes over all parameters or gradients, and how. Half a point for the name alone. "Forward" or "predict" earns nothing: they
  run over the layers.
"""

# %% [markdown] answer="one_list" points=3 lang="ko"
r"""
**모범 답안.**

1. 친구의 학습 반복문에는 매개변수의 이름이 하나하나 적혀 있습니다. 층이 하나 늘면 두 줄을 더 써야 하고, 하나라도 빠뜨리면 오류도 없이 배우지 않는
   층이 생깁니다. Adam으로 바꾸려면 배열 네 개(나중에는 여섯 개) 각각에 Adam의 식을 쓰고 m과 v도 따로 두어야 합니다. 내 프로그램에서는 셋째 층을
   `layers` 리스트에 넣으면 되고, 둘 다 `update(params, grads)`를 가지므로 SGD 자리에 Adam을 쓰는 한 줄만 고치면 됩니다.
2. 리스트는 층이 계산에 쓰는 바로 그 배열을 가리켜야 합니다. 매개변수도 그래디언트도 제자리에서 바꾸어야 합니다. 어떤 층이 `grads[0] = dW`로 쓰면
   신경망의 리스트에는 예전 배열이 남습니다. 오류는 나지 않습니다. 모든 층이 그러면 손실이 조금도 움직이지 않고, 한 층만 그러면 그 층만 그대로여서
   신경망이 배우기는 하지만 더 못 배웁니다.
3. 저장: `params`의 배열을 차례로 파일에 쓰고 같은 순서로 읽습니다. 또는 매개변수의 수 세기(`sum(p.size for p in params)`), 매개변수마다 차분으로
   그래디언트를 검사하기, 모든 그래디언트의 크기를 제한하기, 가중치 감소 등.

**채점 기준**, 각 1점.

- 친구: 새 배열마다 줄이 늘고 Adam을 배열마다 써야 함. 나: 층의 리스트와 옵티마이저 한 줄. 두 변경 중 하나만, 또는 두 프로그램 중 하나만 다루었으면
  0.5점.
- 같은 배열을 제자리에서 바꾼다는 조건(0.5점). 증상: 오류 없이 손실이나 그 층의 가중치가 그대로임(0.5점). 신경망이 왜 그것을 보지 못하는지 없이
  '그래디언트가 틀린다'고만 했으면 점수가 없습니다.
- 실제로 모든 매개변수나 그래디언트를 도는 일과 그 방법. 이름만 들었으면 0.5점. forward나 predict는 층을 도는 일이므로 점수가 없습니다.
"""

# %% demo=true
unit.score()

# %% [markdown] lang="en"
r"""
## What to read next

- Koki Saitoh, *Deep Learning from Scratch*, chapter 5: the same layers with the same names. Compare its `Relu.backward` and
  `SoftmaxWithLoss.backward` with yours: the first writes into `dout`, the second ignores it.
- Koki Saitoh, *Deep Learning from Scratch 2*, chapter 1: `params` and `grads` as lists, and why they are filled in place.
- Andrej Karpathy, "Yes you should understand backprop" (2016): what goes wrong in real networks if one does not.
- Stanford CS231n, course notes "Backpropagation, Intuitions": the chain rule as gates that pass numbers back.
- The source text of `torch.nn.Linear` and `torch.optim.SGD` in PyTorch: a layer, its parameters and an optimizer, divided as here.

In unit u08 your layers meet a larger task: read a file of images, split the data, train and measure properly.
"""

# %% [markdown] lang="ko"
r"""
## 더 읽을거리

- 사이토 고키, 『밑바닥부터 시작하는 딥러닝』, 5장. 이름까지 같은 층들이 나옵니다. 그 책의 `Relu.backward`와 `SoftmaxWithLoss.backward`를 여러분의
  것과 비교해 보십시오. 앞의 것은 `dout`에 쓰고, 뒤의 것은 `dout`을 쓰지 않습니다.
- 사이토 고키, 『밑바닥부터 시작하는 딥러닝 2』, 1장. 리스트로 된 `params`와 `grads`, 그리고 왜 제자리에서 채우는지 설명합니다.
- Andrej Karpathy, "Yes you should understand backprop" (2016). 역전파를 모르면 실제 신경망에서 무엇이 잘못되는지 보여 주는 글입니다.
- Stanford CS231n 강의 노트 "Backpropagation, Intuitions". 연쇄 법칙을 수를 되돌려 보내는 게이트로 설명합니다.
- PyTorch의 `torch.nn.Linear`와 `torch.optim.SGD` 소스 코드. 층, 매개변수, 옵티마이저가 여기서처럼 나뉘어 있습니다.

u08에서는 여러분의 층들이 더 큰 과제를 만납니다. 이미지 파일을 읽고, 데이터를 나누고, 학습시키고, 제대로 평가합니다.
"""
