# %% [markdown] lang="en"
r"""
# Backpropagation: graphs, local gradients, Jacobians

At the end of unit u05 one step of training took half a minute, because every weight had to be moved twice to find its
slope. This unit replaces the measuring by calculating. All slopes come out of **one** walk backwards through the
calculation, in the time of a few calculations.

After it you will be able to

- draw a calculation as a graph and find every gradient in it by hand;
- write the program that does the same for any graph, and let a network learn XOR with it;
- write down the Jacobian of softmax, and say why nobody computes it in training;
- derive the gradients of a whole layer, and check any backward function against the function itself.

You need unit u03 (softmax, tanh), unit u04 (a layer as a matrix product) and unit u05 (gradient, central difference,
gradient descent). Plan about 90 minutes. Take paper and a pencil: this is the one unit in which calculating by hand
pays.
"""

# %% [markdown] lang="ko"
r"""
# 역전파: 계산 그래프, 국소 기울기, 야코비 행렬

u05의 끝에서는 학습 한 걸음에 30초쯤 걸렸습니다. 가중치마다 두 번씩 움직여 보아야 기울기를 알 수 있었기 때문입니다. 이 단원에서는 재는
대신 계산합니다. 계산 과정을 **한 번** 거꾸로 지나가면 모든 기울기가 나오고, 원래 계산을 몇 번 하는 시간이면 됩니다.

이 단원을 마치면 다음을 할 수 있습니다.

- 계산을 그래프로 그리고, 그 안의 모든 그래디언트를 손으로 구합니다.
- 어떤 그래프에서든 같은 일을 하는 프로그램을 만들고, 그것으로 신경망에 XOR을 학습시킵니다.
- 소프트맥스의 야코비 행렬을 쓰고, 학습할 때 왜 아무도 이 행렬을 만들지 않는지 설명합니다.
- 층 하나의 그래디언트를 유도하고, backward 함수가 옳은지 원래 함수와 비교해 검사합니다.

u03(소프트맥스, tanh), u04(행렬 곱으로 나타낸 층), u05(그래디언트, 중심 차분, 경사 하강법)를 알고 있으면 됩니다. 90분 정도 걸립니다.
종이와 연필을 준비하십시오. 손으로 계산해 볼수록 이해가 잘되는 단원입니다.
"""

# %% setup=true
import math
import time
from functools import partial

import matplotlib.pyplot as plt
import numpy as np
from nnlab import Unit, graphs, plots, widgets
from nnref.activations import softmax

unit = Unit("u06_backprop", lang="en")
check = unit.check

# %% [markdown] lang="en"
r"""
## 1. A calculation, forwards and backwards

Take three numbers, $a = 2$, $b = 3$ and $c = 1$, and compute

$$s = a\,b, \qquad y = (s + c)\, s$$

Forwards that is easy: $s = 6$, $s + c = 7$, $y = 42$. The picture shows it as a **computational graph**. Boxes are the
numbers that were given, circles are operations, and the number above an edge is the value that flows along it.

![A graph from left to right. a = 2 and b = 3 go into a multiplication s = 6. s and c = 1 go into an addition with the
result 7. This and, by a second edge, s go into a multiplication with the result y = 42. Bold numbers below the edges
are gradients: 6 and 7 arrive at s, below it stands 13; a has 39, b has 26, c has 6.](attachment:graph.png)

Now the question of unit u05: if $a$ grows a little, how much does $y$ grow? We could measure it. For $a = 2.01$ we get
$s = 6.03$ and $y = 7.03 \cdot 6.03 = 42.391$. That is 0.391 more for 0.01, a slope of about 39.

But we can also find out **without moving anything**, by walking back from $y$, one operation at a time. We note at each
place how many times as fast $y$ grows as the number there. These are the bold numbers below the edges.

- At $y$ itself: 1. If $y$ grows by 0.01, $y$ grows by 0.01.
- The last operation multiplies 7 and 6. If the 7 grows by 0.01, the product grows by $0.01 \cdot 6$: so the 7 has the
  gradient 6. For the other input it is the other way round: the 6 has the gradient 7.
- The addition: if $c$ grows by 0.01, the sum grows by 0.01 too, and $y$ six times as much. So both inputs of the
  addition get the 6 unchanged.
- Now $s$. It was used **twice**: in the product directly, which reports 7, and in the sum, which reports 6. If $s$
  grows, it acts along both ways at once. So the two add up: 13.
- The first multiplication: $a$ is multiplied by 3, so it has the gradient $13 \cdot 3 = 39$. And $b$ has
  $13 \cdot 2 = 26$.

The 39 is what we measured. And $b$ and $c$ came out in the same walk, without extra work. That is **backpropagation**.
It needs only three rules.

1. **Upstream times local.** Each operation gets one number from behind, the **upstream gradient**: how much $y$ grows
   for its output. It multiplies it by its **local gradient**: how much its output grows for its input. For a product
   the local gradient is the other input, for a sum it is 1. This is the **chain rule**: with two gears in a row, the
   ratios multiply.
2. **Several uses add up.** A number that goes into several operations gets the sum of what they report.
3. **Not before it is complete.** $s$ may hand on its 13 only when both reports have arrived.

Each operation must know only itself. It does not need to know what stands before or behind it.
"""

# %% [markdown] lang="ko"
r"""
## 1. 계산을 앞으로, 그리고 거꾸로

세 수 $a = 2$, $b = 3$, $c = 1$로 다음을 계산해 보겠습니다.

$$s = a\,b, \qquad y = (s + c)\, s$$

앞으로 계산하기는 쉽습니다. $s = 6$, $s + c = 7$, $y = 42$입니다. 그림은 이 계산을 **계산 그래프**(computational graph)로 나타낸
것입니다. 상자는 처음에 주어진 수이고 원은 연산입니다. 간선(edge) 위의 수는 그 간선을 따라 흐르는 값입니다.

![왼쪽에서 오른쪽으로 그린 그래프. a = 2와 b = 3이 곱셈으로 들어가 s = 6이 된다. s와 c = 1이 덧셈으로 들어가 7이 된다. 이 7과, 또
다른 간선으로 온 s가 곱셈으로 들어가 y = 42가 된다. 간선 아래의 굵은 수는 그래디언트이다. s에는 6과 7이 도착하고 s 아래에 13이 적혀
있다. a는 39, b는 26, c는 6이다.](attachment:graph.png)

이제 u05에서처럼 물어보겠습니다. $a$가 조금 커지면 $y$는 얼마나 커질까요? 재어 볼 수도 있습니다. $a = 2.01$이면 $s = 6.03$이고
$y = 7.03 \cdot 6.03 = 42.391$입니다. 0.01만큼 움직여 0.391이 커졌으니 기울기는 39쯤입니다.

그런데 **아무것도 움직이지 않고도** 알아낼 수 있습니다. $y$에서 출발해 연산을 하나씩 거꾸로 지나갑니다. 그러면서 자리마다 그곳의 수가
커질 때 $y$는 몇 배로 커지는지를 적습니다. 간선 아래의 굵은 수가 그것입니다.

- $y$ 자신은 1입니다. $y$가 0.01만큼 커지면 $y$는 0.01만큼 커집니다.
- 마지막 연산은 7과 6의 곱입니다. 7이 0.01만큼 커지면 곱은 $0.01 \cdot 6$만큼 커지므로 7의 그래디언트는 6입니다. 반대쪽 입력인 6의
  그래디언트는 7입니다.
- 덧셈을 봅시다. $c$가 0.01만큼 커지면 합도 0.01만큼 커지고, $y$는 그 여섯 배만큼 커집니다. 그래서 덧셈의 두 입력은 6을 그대로
  받습니다.
- 다음은 $s$입니다. $s$는 **두 번** 쓰였습니다. 곱셈에 바로 쓰인 쪽에서는 7이, 덧셈에 쓰인 쪽에서는 6이 왔습니다. $s$가 커지면 두 길
  모두를 통해 $y$에 영향을 줍니다. 그래서 둘을 더해 13입니다.
- 첫 곱셈에서 $a$에는 3이 곱해지므로 $a$의 그래디언트는 $13 \cdot 3 = 39$입니다. $b$는 $13 \cdot 2 = 26$입니다.

39는 앞에서 잰 값과 같습니다. 게다가 $b$와 $c$의 그래디언트도 한 번에 함께 나왔습니다. 이것이 **역전파**(backpropagation)입니다.
규칙은 세 가지뿐입니다.

1. **상류 × 국소.** 연산마다 뒤에서 수 하나를 받습니다. 이 연산의 출력이 커질 때 $y$가 얼마나 커지는지를 나타내는 **상류
   그래디언트**(upstream gradient)입니다. 여기에 **국소 기울기**(local gradient), 곧 입력이 커질 때 이 연산의 출력이 얼마나
   커지는지를 곱합니다. 곱셈의 국소 기울기는 상대 입력이고, 덧셈의 국소 기울기는 1입니다. 이것이 **연쇄 법칙**(chain rule)입니다.
   톱니바퀴 두 개를 이으면 회전비가 곱해지는 것과 같습니다.
2. **여러 번 쓰이면 더합니다.** 여러 연산에 들어간 수는 각각에서 온 그래디언트의 합을 받습니다.
3. **다 모이기 전에는 넘기지 않습니다.** $s$는 두 곳의 그래디언트를 다 받은 다음에야 13을 앞으로 넘길 수 있습니다.

연산은 자기 자신만 알면 됩니다. 앞뒤에 무엇이 있는지는 몰라도 됩니다.
"""

# %% [markdown] lang="en"
r"""
## 2. Operations that know their local gradient

We write an operation as a class with two methods. `forward` computes the result, and keeps whatever the way back will
need. `backward` takes the upstream gradient `dout` and returns the gradients of the inputs, **as a tuple**: one number
for each input, in the same order.

The next cell shows one with a single input. The local gradient of tanh is $1 - \tanh^2(x)$ (unit u03), so `forward`
keeps the result. The comma in `(... ,)` makes a tuple of one number.
"""

# %% [markdown] lang="ko"
r"""
## 2. 국소 기울기를 아는 연산

연산을 메서드가 둘인 클래스로 만들겠습니다. `forward`는 결과를 계산하고, 되돌아올 때 필요한 것을 저장해 둡니다. `backward`는 상류
그래디언트 `dout`을 받아 입력의 그래디언트를 **튜플로** 반환합니다. 입력마다 수 하나씩이고 순서는 입력과 같습니다.

다음 셀은 입력이 하나인 예입니다. tanh의 국소 기울기는 $1 - \tanh^2(x)$이므로(u03) `forward`에서 결과를 저장합니다. `(... ,)`의
쉼표는 수 하나로 된 튜플을 만듭니다.
"""


# %% given=true
class Tanh:
    """tanh(x), an operation with one input."""

    def forward(self, x):
        """Return tanh(x) for a number x."""
        self.out = math.tanh(x)
        return self.out

    def backward(self, dout):
        """Return the tuple (dx,): upstream times local."""
        return (dout * (1 - self.out**2),)


# %% [markdown] lang="en"
r"""
**Your turn**: the same for a product and for a sum, about 1 to 2 lines for each method. What must `Mul` keep, and what
must `Add`?

An example to check by hand: for $x = 2$ and $y = 3$ the product is 6. With `dout` = 10 the gradients are
$10 \cdot 3 = 30$ for $x$ and $10 \cdot 2 = 20$ for $y$. For the sum both are 10.

Two objects of one class must not disturb each other, for a graph holds many of them. So keep values in `self`. And
`backward` must leave them as they are: it may be called again.
"""

# %% [markdown] lang="ko"
r"""
빈칸을 채우십시오. 곱과 합에 대해 같은 일을 하면 됩니다. 메서드마다 한두 줄입니다. `Mul`은 무엇을 저장해야 하고 `Add`는 무엇을 저장해야
합니까? 입력 `x`, `y`와 `dout`은 모두 수 하나(실수)이고, `backward`는 쌍 `(dx, dy)`를 반환합니다.

손으로 확인할 예를 들겠습니다. $x = 2$, $y = 3$이면 곱은 6입니다. `dout`이 10이면 그래디언트는 $x$가 $10 \cdot 3 = 30$, $y$가
$10 \cdot 2 = 20$입니다. 합에서는 둘 다 10입니다.

그래프 하나에 같은 클래스의 객체가 여러 개 들어가므로, 객체끼리 서로 방해하면 안 됩니다. 값은 `self`에 저장하십시오. `backward`는 다시
불릴 수 있으니 저장한 값을 바꾸면 안 됩니다.
"""


# %% exercise="operations"
class Mul:
    """The product x * y of two numbers.

    Example: forward(2.0, 3.0) gives 6.0; then backward(10.0) gives (30.0, 20.0).
    """

    def forward(self, x, y):
        """Return x * y, and keep what backward needs.

        x, y : single numbers (floats). Returns a single number.
        """
        ### BEGIN SOLUTION
        self.x, self.y = x, y
        return x * y
        ### END SOLUTION

    def backward(self, dout):
        """Return the pair (dx, dy): upstream times local, for each input.

        dout : single number, the upstream gradient. Can be called several times, with the same or another dout.
        """
        ### BEGIN SOLUTION
        return dout * self.y, dout * self.x
        ### END SOLUTION


class Add:
    """The sum x + y of two numbers.

    Example: forward(2.0, 3.0) gives 5.0; then backward(10.0) gives (10.0, 10.0).
    """

    def forward(self, x, y):
        """Return x + y.

        x, y : single numbers (floats). Returns a single number.
        """
        ### BEGIN SOLUTION
        return x + y
        ### END SOLUTION

    def backward(self, dout):
        """Return the pair (dx, dy): upstream times local, for each input.

        dout : single number, the upstream gradient. Can be called several times, with the same or another dout.
        """
        ### BEGIN SOLUTION
        return dout, dout
        ### END SOLUTION


# %% check="operations"
check("operations", Mul, Add)

# %% [markdown] lang="en"
r"""
## 3. Backwards through any graph

To walk back, a number must remember where it came from. So we put it into an object, a **node**, with four attributes:

- `data`, the number;
- `grad`, its gradient: 0.0 at first;
- `inputs`, the nodes that it was computed from, in a tuple; it is empty for a number that was given;
- `operation`, the object that computed it (your `Mul` or `Add`, or `Tanh`); `None` for a number that was given.

The class `Node` in the next cell is finished. Read it: `s = a * b` for two nodes calls `Node.__mul__`, which makes a
new `Mul` object, calls its `forward` with the two numbers, and puts the result into a new node, together with `(a, b)`
and the `Mul` object. So you write a formula as usual, and the graph grows along with it. A plain number in the formula
becomes a node of its own.

**Your turn**: write `graph_backward(output)`, about 12 lines. It sets the `grad` of every node that `output` was
computed from, to the gradient of `output`, and returns nothing.

Three things are to be done.

1. **Find all nodes**, and an order in which each node stands *after* all nodes that use it. This is the hard part. The
   order in which they are found will not do. In the graph above, $y$ has two inputs: the sum, and $s$. Whoever handles
   $s$ right after $y$ hands on a 7, while the 6 is still on its way.

   One way: a function `visit(node)` that does nothing if it has seen the node already, else visits all inputs of the
   node first, and **then** appends the node to a list. In this list each node stands after its inputs. Read backwards,
   each node stands after all nodes that use it. (Another way: count for each node how often it is used, and take a node
   only when all its uses are done.)
2. **Start afresh**: the `grad` of all these nodes becomes 0, since an earlier call may have left something there; that
   of the output becomes 1.
3. **Walk back** in the order found. The operation of a node gets the node's `grad` as upstream gradient and returns one
   number for each input; these are *added* to the `grad` of the inputs. `zip(node.inputs, ...)` runs through both
   together, whether there are two inputs or one. A given number has no operation and nothing to hand on.

By hand: for `a, b, c = Node(2), Node(3), Node(1)`, `s = a * b`, `y = (s + c) * s` the gradients are those of section 1:
39 for a, 26 for b, 6 for c, 13 for s and 1 for y. And for `y = a * a` with a = 3 both inputs are the same node: each
use reports 3, and a gets 6, which is the slope of $a^2$ at 3.
"""

# %% [markdown] lang="ko"
r"""
## 3. 어떤 그래프든 거꾸로

거꾸로 가려면 수가 자신이 어디서 왔는지 기억해야 합니다. 그래서 수를 **노드**(node)라는 객체에 담습니다. 노드의 속성은 네 가지입니다.

- `data`: 수 자체입니다.
- `grad`: 그 수의 그래디언트이고, 처음에는 0.0입니다.
- `inputs`: 이 수를 계산할 때 쓴 노드를 담은 튜플입니다. 주어진 수이면 비어 있습니다.
- `operation`: 이 수를 계산한 객체입니다. 여러분의 `Mul`이나 `Add`, 또는 `Tanh`입니다. 주어진 수이면 `None`입니다.

다음 셀의 `Node` 클래스는 이미 완성되어 있습니다. 읽어 보십시오. 노드 두 개로 `s = a * b`라고 쓰면 `Node.__mul__`이 불립니다. 이
메서드는 새 `Mul` 객체를 만들고, 두 수로 `forward`를 부르고, 결과를 `(a, b)`와 `Mul` 객체와 함께 새 노드에 담습니다. 그러니 식을
평소처럼 쓰면 그래프가 저절로 만들어집니다. 식에 들어 있는 보통 수도 노드가 됩니다.

빈칸을 채우십시오. `graph_backward(output)`을 열두 줄 정도로 만듭니다. `output`을 계산하는 데 쓰인 모든 노드의 `grad`에 `output`의
그래디언트를 적고, 아무것도 반환하지 않습니다.

할 일은 세 가지입니다.

1. **모든 노드를 찾고**, 각 노드가 자신을 쓰는 노드보다 *뒤에* 오도록 순서를 정합니다. 이것이 어려운 부분입니다. 찾은 순서를 그대로
   쓰면 안 됩니다. 위의 그래프에서 $y$의 입력은 합과 $s$ 둘입니다. $y$ 바로 다음에 $s$를 처리하면 7만 넘기게 됩니다. 6은 아직 오는
   중이기 때문입니다.

   한 가지 방법을 소개합니다. 함수 `visit(node)`는 이미 본 노드이면 아무것도 하지 않고, 아니면 그 노드의 입력을 모두 먼저 방문한
   **다음에** 그 노드를 리스트에 넣습니다. 이 리스트에서는 모든 노드가 자신의 입력보다 뒤에 있습니다. 거꾸로 읽으면 모든 노드가 자신을
   쓰는 노드보다 뒤에 옵니다. (노드마다 몇 번 쓰이는지 세어 두고, 쓰는 쪽이 모두 끝난 노드부터 처리하는 방법도 있습니다.)
2. **새로 시작합니다.** 앞서 부를 때의 값이 남아 있을 수 있으므로 이 노드들의 `grad`를 모두 0으로 두고, 출력의 `grad`는 1로 둡니다.
3. 찾은 순서대로 **거꾸로 갑니다.** 노드의 연산은 그 노드의 `grad`를 상류 그래디언트로 받아 입력마다 수 하나씩을 반환합니다. 이것을
   입력의 `grad`에 *더합니다*. `zip(node.inputs, ...)`을 쓰면 입력이 둘이든 하나든 둘을 나란히 돌 수 있습니다. 주어진 수는 연산이
   없으므로 넘길 것도 없습니다.

손으로 확인해 보십시오. `a, b, c = Node(2), Node(3), Node(1)`, `s = a * b`, `y = (s + c) * s`이면 그래디언트는 1절과 같습니다.
a는 39, b는 26, c는 6, s는 13, y는 1입니다. a = 3이고 `y = a * a`이면 두 입력이 같은 노드입니다. 두 번의 쓰임에서 3씩 와서 a의
그래디언트는 6이 되고, 이것은 3에서 $a^2$의 기울기와 같습니다.
"""


# %% exercise="graph_backward"
class Node:
    """A number of a graph. This class is finished; use it as it is.

    data : float, the number. grad : float, its gradient.
    inputs : tuple of the nodes that it was computed from. operation : what computed it, or None.
    """

    def __init__(self, data, inputs=(), operation=None):
        self.data = float(data)
        self.grad = 0.0
        self.inputs = inputs
        self.operation = operation

    def __add__(self, other):
        return apply(Add(), self, other)

    def __mul__(self, other):
        return apply(Mul(), self, other)

    __radd__, __rmul__ = __add__, __mul__

    def tanh(self):
        return apply(Tanh(), self)


def apply(operation, *inputs):
    """Run an operation on nodes (or plain numbers) and return the node of its result. Finished, too."""
    nodes = tuple(x if isinstance(x, Node) else Node(x) for x in inputs)
    return Node(operation.forward(*(node.data for node in nodes)), nodes, operation)


def graph_backward(output):
    """Set grad of every node that output was computed from (itself included) to d output / d node.

    output : Node. Returns None. What an earlier call has left in grad does not count.
    A node that is used several times gets the sum of what its uses report.

    Example: a, b, c = Node(2), Node(3), Node(1), s = a * b, y = (s + c) * s; after graph_backward(y)
    a.grad is 39, b.grad is 26, c.grad is 6, s.grad is 13, y.grad is 1.
    """
    ### BEGIN SOLUTION
    order, seen = [], set()

    def visit(node):
        if node not in seen:
            seen.add(node)
            for source in node.inputs:
                visit(source)
            order.append(node)  # after all its inputs

    visit(output)
    for node in order:
        node.grad = 0.0
    output.grad = 1.0
    for node in reversed(order):
        if node.operation is not None:
            for source, gradient in zip(node.inputs, node.operation.backward(node.grad)):
                source.grad += gradient
    ### END SOLUTION


# %% check="graph_backward"
check("graph_backward", Node, graph_backward)

# %% [markdown] lang="en"
r"""
### Your graph

The next cell builds the graph of section 1 from *your* operations, runs *your* `graph_backward`, and draws what it
finds in the nodes: the values above the edges, below them in bold what each operation reports to its input, and below
each node its own `grad`. It should look like the picture in section 1. Look at $s$: two gradients arrive along its two
edges, 7 and 6, and the node has 13.
"""

# %% [markdown] lang="ko"
r"""
### 여러분의 그래프

다음 셀은 *여러분의* 연산으로 1절의 그래프를 만들고, *여러분의* `graph_backward`를 실행한 다음, 노드에 들어 있는 것을 그립니다. 간선
위는 값, 간선 아래의 굵은 수는 연산이 그 입력에 넘긴 그래디언트, 노드 아래는 노드 자신의 `grad`입니다. 1절의 그림과 같게 나와야 합니다.
$s$를 보십시오. 두 간선으로 7과 6이 도착했고, 노드의 그래디언트는 13입니다.
"""


# %% given=true
def example(a, b, c):
    """Return the output of the graph y = (s + c) * s, s = a * b, and the names of its nodes."""
    a, b, c = Node(a), Node(b), Node(c)
    s = a * b
    y = (s + c) * s
    graph_backward(y)
    return y, {a: "a", b: "b", c: "c", s: "s", y: "y"}


# %% demo=true figure="graph"
def plot_graph():
    """Draw the student's graph, and print the gradients in its nodes."""
    y, names = example(2, 3, 1)
    print(", ".join(f"{name}: {node.data:g}, grad {node.grad:g}" for node, name in names.items()))
    figure, axis = plt.subplots(figsize=(8, 4), layout="constrained")
    graphs.draw(axis, y, names)


plot_graph()
plt.show()

# %% [markdown] lang="en"
r"""
### One step at a time

Now walk through it yourself. The slider `stage` goes through the operations: first forwards, until the value of $y$ is
known, then the gradient 1 appears at $y$, then backwards. The operation at work has a thick border. With `a`, `b` and
`c` you change the numbers.

Four of the stages, for those who read this without sliders:

![Four drawings of the graph. First: only the first product is known. Second: all values are known and y has the
gradient 1. Third: after the last product went back, s shows the unfinished sum 7 + ..., and the addition has 6. Fourth:
after the addition went back, s has 13 and c has 6.](attachment:stages.png)

Look for these:

- In the third drawing $s$ shows "7 + …": one report has arrived, one is missing. What would $a$ get if $s$ handed it on
  now?
- Set $b$ to 0. Which gradients become 0, and which do not? Why can $b$ itself still have one?
- Set $c$ so that $s + c = 0$. What does that do to the two edges of $s$?
"""

# %% [markdown] lang="ko"
r"""
### 한 걸음씩

이제 직접 지나가 보십시오. 슬라이더 `stage`를 움직이면 연산을 하나씩 지나갑니다. 먼저 앞으로 가서 $y$의 값을 구하고, $y$에 그래디언트
1이 나타난 다음, 거꾸로 돌아옵니다. 지금 일하는 연산은 테두리가 굵습니다. `a`, `b`, `c`로 수를 바꿀 수 있습니다.

슬라이더 없이 읽는 사람을 위해 네 단계를 그려 두었습니다.

![그래프 그림 네 개. 첫째는 첫 곱만 계산된 상태. 둘째는 모든 값이 나오고 y의 그래디언트가 1인 상태. 셋째는 마지막 곱을 거꾸로 지난
뒤로, s에는 아직 덜 모인 합 7 + ...이 있고 덧셈은 6이다. 넷째는 덧셈을 거꾸로 지난 뒤로, s는 13이고 c는
6이다.](attachment:stages.png)

다음을 살펴보십시오.

- 셋째 그림에서 $s$에는 '7 + …'이라고 적혀 있습니다. 하나는 도착했고 하나는 아직입니다. 이때 $s$가 앞으로 넘겨 버리면 $a$는 얼마를
  받게 됩니까?
- $b$를 0으로 해 보십시오. 어느 그래디언트가 0이 되고 어느 것은 되지 않습니까? $b$ 자신의 그래디언트는 왜 0이 아닐 수 있습니까?
- $s + c = 0$이 되도록 $c$를 맞춰 보십시오. $s$에서 나가는 두 간선은 어떻게 됩니까?
"""


# %% demo=true figure="stages"
def plot_stages(stages=(1, 4, 5, 6)):
    """Draw four stages of the walk through the student's graph."""
    y, names = example(2, 3, 1)
    figure, axes = plt.subplots(2, 2, figsize=(14, 7), layout="constrained")
    for axis, stage in zip(axes.flat, stages):
        graphs.draw(axis, y, names, stage)
        axis.set_title(f"stage {stage}")


plot_stages()
plt.show()


# %% demo=true
def draw_stage(stage, a, b, c):
    """Draw one stage of the walk through the student's graph."""
    y, names = example(a, b, c)
    figure, axis = plt.subplots(figsize=(9, 4.5), layout="constrained")
    graphs.draw(axis, y, names, stage)
    axis.set_title("forwards" if stage <= 3 else "backwards")
    plt.show()


widgets.sliders(
    draw_stage,
    stage=(0, 7, 1, 0),
    a=(-4.0, 4.0, 0.5, 2.0),
    b=(-4.0, 4.0, 0.5, 3.0),
    c=(-12.0, 12.0, 0.5, 1.0),
)

# %% [markdown] lang="en"
r"""
## 4. XOR, learnt by your own graph

In unit u02 no single neuron could compute XOR, and you put a network together by hand. Now a network shall find the
weights itself, with nothing but your `Mul`, `Add` and `graph_backward`.

The network has two inputs, three hidden neurons with tanh, and one output with tanh: 13 numbers in all, each of them a
node. The targets are 1 (XOR is true) and −1 (false), and the loss is the mean squared error over the four cases. One
step of training is three lines:

1. build the graph of the loss: 144 nodes, anew in each step;
2. `graph_backward(loss)`: now each of the 13 nodes has its gradient;
3. gradient descent: `p.data = p.data - lr * p.grad`.

![Left: the loss over 300 steps for ten starts, on a logarithmic axis; nine of them fall to below 0.01, sooner or later,
and one stays flat at about 0.5. Right: the plane of the two inputs; the region where the network answers true is
hatched, it holds the points (0, 1) and (1, 0), while (0, 0) and (1, 1) lie outside.](attachment:xor.png)
"""

# %% [markdown] lang="ko"
r"""
## 4. 여러분의 그래프로 학습하는 XOR

u02에서는 뉴런 하나로 XOR을 계산할 수 없어서 신경망을 손으로 짜 맞추었습니다. 이번에는 신경망이 가중치를 스스로 찾게 하겠습니다. 쓰는
것은 여러분의 `Mul`, `Add`, `graph_backward`뿐입니다.

신경망에는 입력 둘, tanh를 쓰는 은닉 뉴런 셋, tanh를 쓰는 출력 하나가 있습니다. 수는 모두 13개이고 하나하나가 노드입니다. 정답은 XOR이
참이면 1, 거짓이면 −1이고, 손실은 네 경우에 대한 평균 제곱 오차입니다. 학습 한 걸음은 세 줄입니다.

1. 손실의 그래프를 만듭니다. 노드는 144개이고, 걸음마다 새로 만듭니다.
2. `graph_backward(loss)`를 부릅니다. 이제 노드 13개에 저마다 그래디언트가 있습니다.
3. 경사 하강법으로 `p.data = p.data - lr * p.grad`를 계산합니다.

![왼쪽: 출발점 열 개에 대한 300걸음 동안의 손실, 세로축은 로그 눈금. 아홉 개는 저마다 다른 때에 0.01 아래로 내려가고, 하나는 0.5쯤에서
평평하게 머문다. 오른쪽: 두 입력의 평면. 신경망이 참이라고 답하는 영역에 빗금이 있고, 그 안에 (0, 1)과 (1, 0)이 있으며 (0, 0)과 (1,
1)은 밖에 있다.](attachment:xor.png)
"""


# %% demo=true figure="xor"
CASES = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
TARGETS = np.array([-1.0, 1.0, 1.0, -1.0])


def predict(p, x1, x2):
    """Return the output node of the network with the nodes p (13) for two inputs."""
    out = p[12]
    for k in (0, 4, 8):  # three hidden neurons, each with two weights, a bias and its weight in the output
        h = (p[k] * x1 + p[k + 1] * x2 + p[k + 2]).tanh()
        out = out + p[k + 3] * h
    return out.tanh()


def xor_loss(p):
    """Return the node of the mean squared error over the four cases."""
    total = Node(0.0)
    for (x1, x2), t in zip(CASES, TARGETS):
        error = predict(p, x1, x2) + -t
        total = total + error * error
    return total * 0.25


def learn_xor(seed, steps=300, lr=0.3):
    """Train the network from random numbers; return its nodes and the loss before each step."""
    p = [Node(value) for value in np.random.default_rng(seed).normal(0.0, 1.0, 13)]
    losses = []
    for _ in range(steps):
        loss = xor_loss(p)
        graph_backward(loss)
        for node in p:
            node.data = node.data - lr * node.grad
        losses.append(loss.data)
    return p, losses


def plot_xor(shown=4, seeds=10):
    """Print and draw how the network learns from several starts, and what one of them has learnt."""
    figure, (left, right) = plt.subplots(1, 2, figsize=(11, 4), layout="constrained")
    print("nodes in the graph of one loss:", len(graphs.forward_order(xor_loss([Node(0.0) for _ in range(13)]))))
    for seed in range(seeds):
        p, losses = learn_xor(seed)
        answers = np.array([predict(p, x1, x2).data for x1, x2 in CASES])
        correct = int(np.sum(np.sign(answers) == TARGETS))
        steepest = max(abs(node.grad) for node in p)
        print(
            f"start {seed}: loss {losses[0]:.3f} -> {losses[-1]:.4f}, {correct} of 4 right, "
            f"answers {answers.round(2)}, largest gradient {steepest:.4f}"
        )
        how = {"color": "black", "linewidth": 2, "zorder": 3} if seed == shown else {"color": "0.6", "linewidth": 0.8}
        left.plot(losses, **how, label=f"start {seed}" if seed == shown else None)
        if seed == shown:
            chosen = p
    left.set(xlabel="step", ylabel="loss", yscale="log", title="XOR, ten starts")
    left.legend(loc="lower left")
    grid = np.linspace(-0.5, 1.5, 41)
    field = [[predict(chosen, x1, x2).data for x1 in grid] for x2 in grid]
    right.contourf(grid, grid, field, levels=[0.0, 1.5], colors=["#dddddd"], hatches=["//"])
    plots.points(right, CASES, TARGETS > 0, title=f"start {shown}: hatched where the answer is true")
    right.set(aspect="equal")


plot_xor()
plt.show()

# %% [markdown] lang="en"
r"""
Each line is one start: the loss before and after 300 steps, and the four answers. From nine of the ten starts the loss
falls below 0.005, and all four cases are right: your graph has learnt XOR, from four examples and three rules.

Start 8 has not arrived: its loss is 0.511, and two of its answers are near 0, undecided. The last number of each line
is the largest of the 13 gradients, and there it tells why. For start 8 it is 0.008, so a step moves no weight by more
than 0.0024. The network stands on a stretch that is nearly flat, and gradient descent walks as slowly as the slope is
small. It does get off: `learn_xor(8, steps=20000)` takes a quarter of a minute or so and ends with a loss of about
0.00005. The gradient is right all the while; it is only small. (It is small for the other starts too, but they have
arrived: their loss is nearly 0.)

What stands in these three lines of training is what every framework for deep learning does. What they have besides is
speed: their nodes hold whole arrays instead of single numbers. The rest of this unit is about that step.
"""

# %% [markdown] lang="ko"
r"""
출력의 한 줄이 출발점 하나입니다. 300걸음 전과 후의 손실과 네 가지 답이 적혀 있습니다. 출발점 열 개 가운데 아홉 개에서 손실이 0.005
아래로 내려가고 네 경우를 모두 맞힙니다. 여러분의 그래프가 예 네 개와 규칙 세 가지로 XOR을 배웠습니다.

출발점 8은 아직 도착하지 못했습니다. 손실이 0.511이고 답 두 개가 0 근처여서 어느 쪽도 아닙니다. 그 까닭은 각 줄의 마지막 수, 곧
그래디언트 13개 가운데 가장 큰 값에 있습니다. 출발점 8에서는 0.008이므로 한 걸음에 어떤 가중치도 0.0024보다 많이 움직이지 않습니다.
신경망이 거의 평평한 곳에 있고, 경사 하강법은 기울기가 작은 만큼 느리게 걷습니다. 그래도 결국 벗어납니다.
`learn_xor(8, steps=20000)`을 15초쯤 실행하면 손실이 0.00005쯤이 됩니다. 그래디언트는 내내 옳습니다. 다만 작을 뿐입니다. (다른
출발점에서도 그래디언트는 작지만, 그쪽은 손실이 거의 0이어서 이미 도착한 것입니다.)

학습의 세 줄은 모든 딥러닝 프레임워크가 하는 일과 같습니다. 프레임워크에는 여기에 속도가 더해집니다. 노드에 수 하나가 아니라 배열 전체를
담기 때문입니다. 이 단원의 나머지는 그 이야기입니다.
"""

# %% [markdown] lang="en"
r"""
## 5. Many inputs, many outputs: the Jacobian

A local gradient was one number. What is it if an operation takes three numbers and returns three, and each of the
inputs moves each of the outputs? Then there are nine slopes. They stand in a table, one **row for each output**, one
**column for each input**:

$$J_{ij} = \frac{\partial\, \mathrm{out}_i}{\partial\, x_j}$$

This is the **Jacobian**. For M outputs and D inputs it has the shape (M, D).

Softmax is the standard example (unit u03). For the scores $z = (2, 1, 0)$ it gives $p = (0.665, 0.245, 0.090)$. Raise
the *first* score by 0.01: the probabilities become $(0.6675, 0.2431, 0.0894)$. The first rose by 0.0022, the second
fell by 0.0016, the third by 0.0006. Divide by 0.01, and you have the first column of the Jacobian: about
$(0.22, -0.16, -0.06)$. The three sum to 0. They must: the probabilities sum to 1 before and after.

To find it without measuring, write $p_i = e^{z_i} / S$ with $S = \sum_k e^{z_k}$. The score $z_j$ stands in $S$, and
for $i = j$ also in the numerator. The quotient rule gives

$$\frac{\partial p_i}{\partial z_j} = \begin{cases} p_i\, (1 - p_i) & i = j \\ -\,p_i\, p_j & i \ne j \end{cases}$$

The diagonal looks like the derivative of the sigmoid, and that is no accident. What is new stands beside it: **every
score moves every probability**. Check with the numbers: $0.665 \cdot 0.335 = 0.223$ and $-0.245 \cdot 0.665 = -0.163$.

**Your turn**, about 2 lines. `softmax` is there, from the course. `np.outer(u, v)` holds all products $u_i v_j$ of two
vectors, and `np.diag(u)` is a square matrix with u on the diagonal and 0 beside it.
"""

# %% [markdown] lang="ko"
r"""
## 5. 입력도 여럿, 출력도 여럿: 야코비 행렬

지금까지 국소 기울기는 수 하나였습니다. 연산이 수 세 개를 받아 세 개를 내보내고, 입력 하나하나가 모든 출력을 움직인다면 어떻게 될까요?
기울기가 아홉 개 있어야 합니다. 이것을 **출력마다 한 행**, **입력마다 한 열**인 표에 적습니다.

$$J_{ij} = \frac{\partial\, \mathrm{out}_i}{\partial\, x_j}$$

이것이 **야코비 행렬**(Jacobian)입니다. 출력이 M개이고 입력이 D개이면 shape은 (M, D)입니다.

소프트맥스(u03)가 대표적인 예입니다. 점수가 $z = (2, 1, 0)$이면 $p = (0.665, 0.245, 0.090)$입니다. *첫째* 점수를 0.01만큼 올리면
확률은 $(0.6675, 0.2431, 0.0894)$가 됩니다. 첫째는 0.0022만큼 커졌고, 둘째는 0.0016, 셋째는 0.0006만큼 작아졌습니다. 0.01로
나누면 야코비 행렬의 첫째 열 $(0.22, -0.16, -0.06)$이 됩니다. 셋을 더하면 0입니다. 확률의 합은 전에도 후에도 1이므로 당연한 일입니다.

재지 않고 구하려면 $S = \sum_k e^{z_k}$로 두고 $p_i = e^{z_i} / S$라고 씁니다. 점수 $z_j$는 $S$에 들어 있고, $i = j$이면
분자에도 있습니다. 몫의 미분법을 쓰면 다음과 같습니다.

$$\frac{\partial p_i}{\partial z_j} = \begin{cases} p_i\, (1 - p_i) & i = j \\ -\,p_i\, p_j & i \ne j \end{cases}$$

대각선은 시그모이드의 미분과 모양이 같은데, 우연이 아닙니다. 새로운 것은 대각선 밖입니다. **점수 하나가 모든 확률을 움직입니다.** 수로
확인해 보십시오. $0.665 \cdot 0.335 = 0.223$이고 $-0.245 \cdot 0.665 = -0.163$입니다.

빈칸을 채우십시오. 두 줄 정도면 됩니다. `z`는 shape이 (K,)인 점수이고 실수나 정수이며, 바꾸지 않습니다. 결과는 shape이 (K, K)이고,
점수가 ±1000이어도 `nan`이 나오면 안 됩니다. `softmax`는 강의에서 제공합니다. `np.outer(u, v)`는 두 벡터의 모든 곱 $u_i v_j$를
담은 행렬이고, `np.diag(u)`는 대각선에 u가 있고 나머지가 0인 정사각 행렬입니다.
"""


# %% exercise="softmax_jacobian"
def softmax_jacobian(z):
    """Return J with J[i, j] = d softmax(z)_i / d z_j.

    z : (K,) scores, floats or integers, also ±1000; not changed.
    Returns (K, K), without nan; each row and each column sums to 0.

    Example: z = [2, 1, 0] gives
    [[0.2227, -0.1628, -0.0599], [-0.1628, 0.1848, -0.022], [-0.0599, -0.022, 0.0819]].
    """
    ### BEGIN SOLUTION
    p = softmax(z)
    return np.diag(p) - np.outer(p, p)
    ### END SOLUTION


# %% check="softmax_jacobian"
check("softmax_jacobian", softmax_jacobian)

# %% [markdown] lang="en"
r"""
### Your Jacobian

The next cell draws *your* Jacobian for five scores, beside one that is measured: each score is moved by $10^{-5}$ to
both sides, as in unit u05. The two should look the same.

![Two equal heat maps of 5 by 5 numbers. The diagonal is positive, everything beside it negative; large numbers stand
where both classes are likely, and the class with the smallest probability has a row and a column of nearly
0.](attachment:jacobian.png)
"""

# %% [markdown] lang="ko"
r"""
### 여러분의 야코비 행렬

다음 셀은 점수 다섯 개에 대한 *여러분의* 야코비 행렬을, 재어서 구한 것과 나란히 그립니다. 잴 때는 u05에서처럼 점수를 하나씩 양쪽으로
$10^{-5}$만큼 움직입니다. 두 그림이 같게 나와야 합니다.

![5행 5열의 똑같은 히트맵 두 개. 대각선은 양수이고 나머지는 모두 음수이다. 두 클래스의 확률이 모두 큰 곳의 수가 크고, 확률이 가장 작은
클래스의 행과 열은 거의 0이다.](attachment:jacobian.png)
"""


# %% demo=true figure="jacobian"
def measured_jacobian(f, x, h=1e-5):
    """Return the Jacobian of f at x (D,), column by column, by central differences."""
    columns = []
    for step in h * np.eye(len(x)):
        columns.append((f(x + step) - f(x - step)) / (2 * h))
    return np.stack(columns, axis=1)


def plot_jacobians():
    """Draw the student's Jacobian of softmax beside a measured one."""
    z = np.array([2.0, 1.5, 0.0, 1.0, -1.5])
    both = {"your softmax_jacobian": softmax_jacobian(z), "measured": measured_jacobian(softmax, z)}
    print("p =", softmax(z).round(3), "  largest difference:", f"{np.abs(np.subtract(*both.values())).max():.1e}")
    figure, axes = plt.subplots(1, 2, figsize=(9.5, 4), layout="constrained")
    for axis, (title, J) in zip(axes, both.items()):
        axis.imshow(J, cmap="RdBu_r", vmin=-0.3, vmax=0.3)
        for (i, j), value in np.ndenumerate(J):
            axis.text(j, i, f"{value:.3f}", ha="center", va="center", fontsize=8)
        axis.set(title=title, xlabel="score j that moves", ylabel="probability i")


plot_jacobians()
plt.show()

# %% [markdown] lang="en"
r"""
## 6. The way back needs only a product

Let the loss be $L$, and let every output have its upstream gradient
$\mathrm{dout}_i = \partial L / \partial\, \mathrm{out}_i$. What is the gradient of an input $x_j$? The rules of section
1 are enough. Along the way over output $i$ the gradient is upstream times local, $\mathrm{dout}_i\, J_{ij}$. And $x_j$
moves all outputs, so the ways add up:

$$\mathrm{dx}_j = \sum_i \mathrm{dout}_i\, J_{ij} \qquad \Longleftrightarrow \qquad \mathrm{dx} = J^{\mathsf T}\, \mathrm{dout}$$

This product is called a **vector-Jacobian product**, in short vjp. By hand, with two outputs and three inputs:

$$J = \begin{pmatrix} 1 & 2 & 3 \\ 4 & 5 & 6 \end{pmatrix}, \quad \mathrm{dout} = (1, 10): \qquad
\mathrm{dx} = (1 + 40,\ 2 + 50,\ 3 + 60) = (41, 52, 63)$$

One gradient for each *input*: the sum runs **down the columns** of $J$.

**Why the transpose?** $J$ leads from small changes of the input to those of the output:
$\Delta\mathrm{out} = J\,\Delta x$. Gradients travel in the other direction. Where M and D differ, a mistake shows at
once, since $J\,\mathrm{dout}$ has no shape that fits. But where $M = D$ both products run, and NumPy says nothing. For
softmax they even agree, because its Jacobian is symmetric. So a test with softmax alone proves nothing about your
transpose.

**Your turn**, 1 line.
"""

# %% [markdown] lang="ko"
r"""
## 6. 되돌아갈 때는 곱 하나면 된다

손실이 $L$이고, 출력마다 상류 그래디언트 $\mathrm{dout}_i = \partial L / \partial\, \mathrm{out}_i$가 있다고 합시다. 입력
$x_j$의 그래디언트는 무엇일까요? 1절의 규칙만으로 알 수 있습니다. 출력 $i$를 지나는 길의 그래디언트는 상류 × 국소, 곧
$\mathrm{dout}_i\, J_{ij}$입니다. $x_j$는 모든 출력을 움직이므로 길마다 구한 것을 더합니다.

$$\mathrm{dx}_j = \sum_i \mathrm{dout}_i\, J_{ij} \qquad \Longleftrightarrow \qquad \mathrm{dx} = J^{\mathsf T}\, \mathrm{dout}$$

이 곱을 **벡터-야코비 곱**(vector-Jacobian product), 줄여서 vjp라고 합니다. 출력이 둘이고 입력이 셋인 경우를 손으로 계산해
보겠습니다.

$$J = \begin{pmatrix} 1 & 2 & 3 \\ 4 & 5 & 6 \end{pmatrix}, \quad \mathrm{dout} = (1, 10): \qquad
\mathrm{dx} = (1 + 40,\ 2 + 50,\ 3 + 60) = (41, 52, 63)$$

그래디언트는 *입력*마다 하나이고, 합은 $J$의 **열을 따라** 구합니다.

**왜 전치할까요?** $J$는 입력의 작은 변화를 출력의 변화로 옮깁니다. $\Delta\mathrm{out} = J\,\Delta x$입니다. 그래디언트는 반대
방향으로 갑니다. M과 D가 다르면 $J\,\mathrm{dout}$의 shape이 맞지 않아 실수가 곧바로 드러납니다. 그러나 $M = D$이면 두 곱이 모두
계산되고 NumPy는 아무 말도 하지 않습니다. 소프트맥스에서는 야코비 행렬이 대칭이라 두 값이 같기까지 합니다. 그러니 소프트맥스로만
시험해서는 전치가 옳은지 알 수 없습니다.

빈칸을 채우십시오. 한 줄입니다. `J`는 shape이 (M, D)이고 `dout`은 (M,)이며, 실수나 정수이고 바꾸지 않습니다. 결과는 shape이
(D,)입니다.
"""


# %% exercise="vjp"
def vjp(J, dout):
    """Return the gradient of the input of an operation with the Jacobian J, given that of its output.

    J : (M, D), J[i, j] = d out_i / d x_j. dout : (M,), upstream. Floats or integers; not changed.
    Returns (D,).

    Example: J = [[1, 2, 3], [4, 5, 6]], dout = [1, 10] gives [41, 52, 63].
    """
    ### BEGIN SOLUTION
    return J.T @ dout
    ### END SOLUTION


# %% check="vjp"
check("vjp", vjp)

# %% [markdown] lang="en"
r"""
### Why nobody builds a Jacobian

Put softmax and the cross entropy of unit u05 together. Let class 0 be right, $L = -\log p_0$. Then
$\mathrm{dout} = (-1/p_0, 0, 0)$, and for $z = (2, 1, 0)$ that is $(-1.503, 0, 0)$. Multiply by the Jacobian:

$$\mathrm{dz} = J^{\mathsf T}\, \mathrm{dout} = -1.503 \cdot (0.2227, -0.1628, -0.0599) = (-0.335, 0.245, 0.090)$$

Compare with $p = (0.665, 0.245, 0.090)$: it is $p$ itself, only that 1 has been taken away at the right class. In
general

$$\mathrm{dz} = p - t$$

where $t$ is the one-hot row of the right class.

The division by $p_0$ and the multiplication by $p_0$ cancel. Nine numbers were computed for a result of three that a
subtraction gives.

It gets worse with size. A layer that turns 100 images with 784 pixels into 100 rows of 50 numbers has 78,400 inputs and
5,000 outputs. Its Jacobian would hold 392 million numbers, 3 gigabytes, nearly all of them 0. Its vjp, as you will see
next, is three short lines.

So every operation in a framework has a `backward` that computes $J^{\mathsf T}\mathrm{dout}$ **without** $J$. You have
written two of them already: `Mul` has the Jacobian $(y, x)$, one output and two inputs.
"""

# %% [markdown] lang="ko"
r"""
### 왜 아무도 야코비 행렬을 만들지 않는가

소프트맥스와 u05의 교차 엔트로피를 이어 보겠습니다. 클래스 0이 맞으면 $L = -\log p_0$이고 $\mathrm{dout} = (-1/p_0, 0, 0)$입니다.
$z = (2, 1, 0)$이면 $(-1.503, 0, 0)$입니다. 야코비 행렬을 곱합니다.

$$\mathrm{dz} = J^{\mathsf T}\, \mathrm{dout} = -1.503 \cdot (0.2227, -0.1628, -0.0599) = (-0.335, 0.245, 0.090)$$

$p = (0.665, 0.245, 0.090)$과 비교해 보십시오. $p$에서 맞는 클래스의 자리만 1을 뺀 것입니다. 일반적으로 다음과 같습니다.

$$\mathrm{dz} = p - t$$

여기서 $t$는 맞는 클래스의 원-핫 행입니다.

$p_0$으로 나눈 것과 곱한 것이 지워집니다. 뺄셈 한 번이면 나올 수 세 개를 얻으려고 수 아홉 개를 계산한 셈입니다.

크기가 커지면 더 심해집니다. 픽셀 784개짜리 이미지 100장을 수 50개짜리 행 100개로 바꾸는 층은 입력이 78,400개이고 출력이
5,000개입니다. 야코비 행렬에는 수가 3억 9200만 개, 곧 3기가바이트가 들어가고, 그 대부분은 0입니다. 그런데 이 층의 vjp는, 이제
보겠지만, 짧은 세 줄입니다.

그래서 프레임워크의 모든 연산에는 $J$ **없이** $J^{\mathsf T}\mathrm{dout}$을 계산하는 `backward`가 있습니다. 여러분은 이미 두
개를 만들었습니다. `Mul`은 출력이 하나이고 입력이 둘이며, 야코비 행렬이 $(y, x)$입니다.
"""

# %% [markdown] lang="en"
r"""
## 7. A whole layer: the affine backward

The layer of unit u04 is $Z = X W + b$, with $X$ of the shape (N, D), $W$ (D, M), $b$ (M,) and $Z$ (N, M). Element by
element:

$$Z_{nm} = \sum_d X_{nd}\, W_{dm} + b_m$$

Upstream comes `dout` of the shape of $Z$. Three gradients are wanted, each **of the shape of what it belongs to**: `dX`
(N, D), `dW` (D, M), `db` (M,). Ask for each number: which elements of $Z$ does it move, and by how much? Then upstream
times local, and add up.

**The bias.** $b_m$ stands in all rows of column $m$, each time with the factor 1:

$$\mathrm{db}_m = \sum_n \mathrm{dout}_{nm}$$

It is a sum and not a mean: each row of $Z$ moves by as much as $b_m$ does. If the *loss* is a mean over N samples, the
division by N has already happened there, and is in `dout`.

**The weights.** $W_{dm}$ also moves all rows of column $m$, and row $n$ with the factor $X_{nd}$:

$$\mathrm{dW}_{dm} = \sum_n X_{nd}\, \mathrm{dout}_{nm}$$

**The input.** $X_{nd}$ moves only row $n$, but all its columns, column $m$ with the factor $W_{dm}$:

$$\mathrm{dX}_{nd} = \sum_m \mathrm{dout}_{nm}\, W_{dm}$$

Now turn the last two sums into matrix products. In $(A B)_{ij} = \sum_k A_{ik} B_{kj}$ the index that is summed up
stands *inside*, last in the first factor and first in the second. Where it stands elsewhere, transpose. Do not look for
"whatever fits": with N = D = M everything fits.

By hand, one sample with two features and one output: $X = (1\ \ 2)$, $W$ a column of 3 and 4, $\mathrm{dout} = (10)$.
Then $\mathrm{dX} = (30\ \ 40)$, dW is a column of 10 and 20, and db is 10.

**Your turn**, about 4 lines.
"""

# %% [markdown] lang="ko"
r"""
## 7. 층 하나를 통째로: 아핀 계층의 역전파

u04의 층은 $Z = X W + b$입니다. $X$의 shape은 (N, D), $W$는 (D, M), $b$는 (M,), $Z$는 (N, M)입니다. 원소별로 쓰면 다음과
같습니다. 이런 층을 **아핀 계층**(affine layer)이라고 합니다.

$$Z_{nm} = \sum_d X_{nd}\, W_{dm} + b_m$$

상류에서는 $Z$와 shape이 같은 `dout`이 옵니다. 구할 그래디언트는 셋이고, 저마다 **주인과 shape이 같습니다**. `dX`는 (N, D), `dW`는
(D, M), `db`는 (M,)입니다. 수 하나마다 물어보십시오. 이 수는 $Z$의 어떤 원소를 얼마나 움직이는가? 그다음 상류에 국소를 곱해 더합니다.

**편향.** $b_m$은 $m$열의 모든 행에 들어 있고, 계수는 모두 1입니다.

$$\mathrm{db}_m = \sum_n \mathrm{dout}_{nm}$$

평균이 아니라 합입니다. $b_m$이 움직이면 $Z$의 모든 행이 그만큼 움직이기 때문입니다. *손실*이 샘플 N개의 평균이라면, N으로 나누는 일은
거기서 이미 했고 `dout`에 들어 있습니다.

**가중치.** $W_{dm}$도 $m$열의 모든 행을 움직이고, $n$행의 계수는 $X_{nd}$입니다.

$$\mathrm{dW}_{dm} = \sum_n X_{nd}\, \mathrm{dout}_{nm}$$

**입력.** $X_{nd}$는 $n$행만 움직이지만 그 행의 모든 열을 움직이고, $m$열의 계수는 $W_{dm}$입니다.

$$\mathrm{dX}_{nd} = \sum_m \mathrm{dout}_{nm}\, W_{dm}$$

이제 뒤의 두 합을 행렬 곱으로 바꿉니다. $(A B)_{ij} = \sum_k A_{ik} B_{kj}$에서 더해서 없어지는 첨자는 *안쪽*에, 곧 앞 행렬의 뒤와
뒤 행렬의 앞에 있습니다. 다른 자리에 있으면 전치합니다. 'shape이 맞는 대로' 곱하면 안 됩니다. N = D = M이면 무엇이든 맞습니다.

샘플 하나, 특징 둘, 출력 하나인 경우를 손으로 계산해 보겠습니다. $X = (1\ \ 2)$, $W$는 3과 4로 된 열, $\mathrm{dout} = (10)$이면
$\mathrm{dX} = (30\ \ 40)$, dW는 10과 20으로 된 열, db는 10입니다.

빈칸을 채우십시오. 네 줄 정도면 됩니다. 인수는 `dout` (N, M), `X` (N, D), `W` (D, M)이고 실수나 정수이며, 바꾸지 않습니다. `dX`,
`dW`, `db`를 이 순서의 튜플로 반환하십시오.
"""


# %% exercise="affine_backward"
def affine_backward(dout, X, W):
    """Return the gradients of X, W and b in Z = X W + b, given dout, that of Z.

    dout : (N, M), X : (N, D), W : (D, M), floats or integers; not changed.
    Returns the tuple dX (N, D), dW (D, M), db (M,).

    Example: dout = [[10]], X = [[1, 2]], W = [[3], [4]] gives [[30, 40]], [[10], [20]], [10].
    """
    ### BEGIN SOLUTION
    dX = dout @ W.T
    dW = X.T @ dout
    db = np.sum(dout, axis=0)
    return dX, dW, db
    ### END SOLUTION


# %% check="affine_backward"
check("affine_backward", affine_backward)

# %% [markdown] lang="en"
r"""
## 8. Trust, but check

A wrong gradient raises no error. The network often even learns a little, only worse. So every backward function should
be compared with the function that it belongs to. `numerical_gradient` of unit u05 could do it, one element after the
other. There is a cheaper way: **one random direction** for all elements together.

Let $f$ have the gradient $(8, 3)$ at some point. Go a little in the direction $v = (1, -2)$: per step length, $f$
changes by $1 \cdot 8 + (-2) \cdot 3 = 2$. So the slope along $v$ is $\sum_j v_j\, \mathrm{dx}_j$, and this one number
can be measured by two values of $f$. Where an element of dx is wrong, the sum is wrong too, unless by a rare accident
of the random $v$.

One difficulty is left: $f$ returns an array, while a slope needs a single number. So weight the elements of $f(x)$ with
random numbers, too: let $L(x) = \sum_i \mathrm{dout}_i\, f(x)_i$. The gradient of $L$ by $f(x)$ is `dout`, and so
`df(x, dout)` must return the gradient of $L$ by $x$. Why not simply take ones? A backward function that forgets to
multiply by `dout` would pass then.

The recipe:

1. Make `x` an array of float64. In float32, or in integers, a step of $10^{-5}$ drowns in rounding.
2. Draw from `rng` the upstream gradient `dout`, of the shape of `f(x)`, and a direction `v`, of the shape of `x`:
   `rng.normal(size=...)`.
3. Measured: $a = \big(L(x + h v) - L(x - h v)\big) / 2h$ with $h = 10^{-5}$.
4. Calculated: $b = \sum v \cdot$ `df(x, dout)`.
5. Return the **relative error** $|a - b| \,/\, (|a| + |b|)$. It lies between 0 and 1, whatever the size of the
   gradients. If both are exactly 0, they agree, and the relative error is 0 (not 0 / 0).

What is small? About $10^{-7}$ or less: right. Above $10^{-3}$: wrong. In between, look closer; $f$ may have a corner
near x.

By hand: for $f(x) = x^3$ at $x = 2$ the slope is 12. A `df` that returns `dout * x**2` has lost the factor 3; it says
4, and the relative error is $8 / 16 = 0.5$ whatever dout and v are.

**Your turn**, about 9 lines. Your function is checked on layers that are right and on layers that are broken.
"""

# %% [markdown] lang="ko"
r"""
## 8. 믿되 검사하기

그래디언트가 틀려도 오류는 나지 않습니다. 신경망이 조금 배우기까지 합니다. 다만 잘 배우지 못합니다. 그래서 backward 함수는 언제나 그
주인인 함수와 비교해 보아야 합니다. u05의 `numerical_gradient`로 원소를 하나씩 잴 수도 있지만, 더 싼 방법이 있습니다. 모든 원소를
한꺼번에 **무작위 방향 하나**로 움직이는 것입니다.

어떤 점에서 $f$의 그래디언트가 $(8, 3)$이라고 합시다. 방향 $v = (1, -2)$로 조금 가면 $f$는 걸음의 길이당
$1 \cdot 8 + (-2) \cdot 3 = 2$만큼 변합니다. 곧 $v$ 방향의 기울기는 $\sum_j v_j\, \mathrm{dx}_j$이고, 이 수 하나는 $f$의 값 두
개로 잴 수 있습니다. dx의 원소가 하나라도 틀리면, 무작위로 뽑은 $v$가 아주 드물게 어긋나지 않는 한 합도 틀립니다.

어려움이 하나 남았습니다. $f$는 배열을 반환하는데 기울기를 재려면 수 하나가 필요합니다. 그래서 $f(x)$의 원소에도 난수를 곱해 더합니다.
$L(x) = \sum_i \mathrm{dout}_i\, f(x)_i$라고 하면 $f(x)$에 대한 $L$의 그래디언트가 `dout`이므로, `df(x, dout)`은 $x$에 대한
$L$의 그래디언트를 반환해야 합니다. 왜 그냥 1을 쓰지 않을까요? 그러면 `dout`을 곱하는 것을 잊은 backward 함수도 통과합니다.

순서는 다음과 같습니다.

1. `x`를 float64 배열로 바꿉니다. float32나 정수에서는 $10^{-5}$만큼의 걸음이 반올림에 묻힙니다.
2. `rng`에서 `f(x)`와 shape이 같은 상류 그래디언트 `dout`과, `x`와 shape이 같은 방향 `v`를 뽑습니다. `rng.normal(size=...)`을
   쓰면 됩니다.
3. 잰 값: $h = 10^{-5}$으로 $a = \big(L(x + h v) - L(x - h v)\big) / 2h$를 구합니다.
4. 계산한 값: $b = \sum v \cdot$ `df(x, dout)`을 구합니다.
5. **상대 오차**(relative error) $|a - b| \,/\, (|a| + |b|)$를 반환합니다. 그래디언트의 크기와 관계없이 0과 1 사이입니다. 둘 다
   정확히 0이면 서로 맞으므로 상대 오차는 0입니다(0 / 0이 아닙니다).

얼마면 작은 것일까요? $10^{-7}$쯤이거나 그보다 작으면 옳습니다. $10^{-3}$보다 크면 틀렸습니다. 그 사이라면 더 살펴보십시오. x 근처에서
$f$가 꺾여 있을 수도 있습니다.

손으로 확인해 보겠습니다. $f(x) = x^3$의 기울기는 $x = 2$에서 12입니다. `dout * x**2`를 반환하는 `df`는 3을 빠뜨려서 4라고 말하고,
dout과 v가 무엇이든 상대 오차는 $8 / 16 = 0.5$입니다.

빈칸을 채우십시오. 아홉 줄 정도입니다. `f`는 `x`와 shape이 같은 배열을 받아 배열을 반환하고, `df(x, dout)`은 `x`와 shape이 같은
그래디언트를 반환합니다. `x`의 shape은 자유이고 실수나 정수이며, 바꾸지 않습니다. `rng`는 NumPy의 난수 생성기입니다. 결과는 수
하나입니다. 이 함수는 옳은 층과 고장 난 층 모두에서 검사합니다.
"""


# %% exercise="grad_check"
def grad_check(f, df, x, rng):
    """Return the relative error between df and the slope of f measured along a random direction.

    f : a function that takes an array of the shape of x and returns an array.
    df : a function; df(x, dout) returns the gradient, of the shape of x, of the sum of dout * f(x).
    x : array of any shape, float64, float32 or integers; not changed.
    rng : NumPy random number generator, for dout (shape of f(x)) and the direction v (shape of x).
    Returns |a - b| / (|a| + |b|), a single number from 0 to 1; 0 if a and b are both 0.

    Example: f = lambda x: x**3, df = lambda x, dout: dout * x**2 at x = [2.0] gives 0.5; with
    dout * 3 * x**2 it gives about 1e-11.
    """
    ### BEGIN SOLUTION
    x = np.asarray(x, dtype=np.float64)
    h = 1e-5
    dout = rng.normal(size=f(x).shape)
    v = rng.normal(size=x.shape)
    change = f(x + h * v) - f(x - h * v)
    a = np.sum(dout * change) / (2 * h)
    b = np.sum(v * df(x, dout))
    if a == 0 and b == 0:
        return 0.0
    return abs(a - b) / (abs(a) + abs(b))
    ### END SOLUTION


# %% check="grad_check"
check("grad_check", grad_check)

# %% [markdown] lang="en"
r"""
### Half a minute, once more

Now everything comes together. The next cell holds the network for MNIST from the end of unit u05: 784 inputs, 50 hidden
units with tanh, 10 classes, 39,760 numbers, and a batch of 100 images (of random pixels; the time does not depend on
what they show). Its gradient is a chain of what you have derived: $p - t$, divided by N; your `affine_backward`; the
derivative of tanh; your `affine_backward` again.

Then your `grad_check` looks at all 39,760 numbers at once; and at three broken versions. The times say what unit u05
would have paid.
"""

# %% [markdown] lang="ko"
r"""
### 30초, 다시 한번

이제 모든 것을 합칩니다. 다음 셀에는 u05 끝에 나온 MNIST용 신경망이 있습니다. 입력이 784개, tanh를 쓰는 은닉 유닛이 50개, 클래스가
10개이고, 수는 39,760개이며, 배치는 이미지 100장입니다(걸리는 시간은 이미지의 내용과 관계가 없으므로 픽셀은 난수입니다). 그래디언트는
여러분이 유도한 것을 이은 것입니다. $p - t$를 N으로 나누고, 여러분의 `affine_backward`, tanh의 미분, 다시 여러분의
`affine_backward`를 거칩니다.

그다음 여러분의 `grad_check`로 39,760개를 한꺼번에 검사하고, 일부러 고장 낸 세 가지도 검사합니다. 시간을 보면 u05의 방법이 얼마나
걸렸을지 알 수 있습니다.
"""


# %% demo=true
SIZES = [(784, 50), (50,), (50, 10), (10,)]
X_RANDOM = np.random.default_rng(0).random((100, 784))
LABELS = np.random.default_rng(1).integers(0, 10, 100)


def cut(theta):
    """Cut the array theta (39760,) into W1, b1, W2, b2."""
    ends = np.cumsum([math.prod(shape) for shape in SIZES])
    return [part.reshape(shape) for part, shape in zip(np.split(theta, ends[:-1]), SIZES)]


def network_loss(theta):
    """Return the loss, as an array (1,)."""
    W1, b1, W2, b2 = cut(theta)
    p = softmax(np.tanh(X_RANDOM @ W1 + b1) @ W2 + b2)
    return -np.mean(np.log(p[np.arange(100), LABELS]), keepdims=True)


def network_gradient(theta, dout, broken=""):
    """Return the gradient (39760,) by backpropagation, on request with something broken in it."""
    W1, b1, W2, b2 = cut(theta)
    H = np.tanh(X_RANDOM @ W1 + b1)
    p = softmax(H @ W2 + b2)
    dZ = dout * (p - np.eye(10)[LABELS]) / (1 if broken == "not divided by N" else 100)
    dH, dW2, db2 = affine_backward(dZ, H, W2)
    dA = dH if broken == "tanh left out" else dH * (1 - H**2)
    _, dW1, db1 = affine_backward(dA, X_RANDOM, W1)
    if broken == "db1 a mean":
        db1 = db1 / 100
    return np.concatenate([part.ravel() for part in (dW1, db1, dW2, db2)])


def seconds(*works, repeats=100):
    """Return the shortest time of each; they run in turn, so that other work on the machine disturbs all alike."""
    best = [math.inf] * len(works)
    for _ in range(repeats):
        for k, work in enumerate(works):
            started = time.perf_counter()
            work()
            best[k] = min(best[k], time.perf_counter() - started)
    return best


def compare_with_measuring():
    """Check the gradient of the network, right and broken, and say what it costs."""
    theta, rng = np.random.default_rng(2).normal(0.0, 0.1, 39760), np.random.default_rng(3)
    for broken in ("", "not divided by N", "tanh left out", "db1 a mean"):
        error = grad_check(network_loss, partial(network_gradient, broken=broken), theta, rng)
        print(f"{broken or 'right':17} relative error {error:.1e}")
    one, back = seconds(lambda: network_loss(theta), lambda: network_gradient(theta, 1.0))
    print(f"one loss {1000 * one:.2f} ms; all 39,760 gradients by backpropagation {1000 * back:.2f} ms")
    print(f"by central differences {79520 * one:.0f} s, calculated: {79520 * one / back:,.0f} times as long")


compare_with_measuring()

# %% [markdown] lang="en"
r"""
The right gradient has a relative error of $4 \cdot 10^{-9}$, the broken ones 0.98, 1.0 and 0.04: all three are found
out. The last is small because only 50 of the 39,760 numbers are wrong in it. A threshold of 0.1 would have let it pass.

Now the times. When this text was written, in five runs on a machine with two cores that also had other work, one loss
took 0.22 to 0.24 ms, and all gradients together 0.86 to 0.93 ms: as long as four losses. Measuring would have taken 18
to 19 seconds, about 20,000 times as long. (Unit u05 said half a minute. There the mean of many evaluations was taken,
with its busy moments; here the shortest. The ratio tells more than the seconds.) The more numbers a network has, the
larger this factor becomes: measuring takes two evaluations for each number, walking back takes a few for all of them.
"""

# %% [markdown] lang="ko"
r"""
옳은 그래디언트의 상대 오차는 $4 \cdot 10^{-9}$이고, 고장 낸 것은 0.98, 1.0, 0.04입니다. 셋 다 드러났습니다. 마지막 것이 작은 까닭은
39,760개 가운데 50개만 틀렸기 때문입니다. 기준을 0.1로 잡았다면 그냥 지나갔을 것입니다.

다음은 시간입니다. 이 글을 쓸 때 다른 일도 하고 있는 코어 두 개짜리 컴퓨터에서 다섯 번 실행해 보니, 손실 한 번에 0.22에서 0.24 ms,
그래디언트 전부를 구하는 데 0.86에서 0.93 ms가 걸렸습니다. 손실을 네 번 계산하는 시간입니다. 재는 방법으로는 18초에서 19초, 곧 20,000배쯤
걸렸을 것입니다. (u05에서는 30초라고 했습니다. 거기서는 바쁜 순간까지 넣어 평균을 냈고, 여기서는 가장 짧은 시간을 골랐습니다. 몇 초인지보다
몇 배인지가 더 믿을 만합니다.) 신경망에 수가 많을수록 이 배율은 커집니다. 재는 방법은 수마다 두 번 계산해야 하고, 거꾸로 가는 방법은 모두
합쳐 몇 번이면 되기 때문입니다.
"""

# %% [markdown] lang="en"
r"""
## 9. A question to answer in words

Somebody's study notes say: "In the backward pass of an affine layer you have `dout`, `X` and `W`. Multiply them in
whatever order the shapes fit."

Write three to eight sentences, or a short calculation, in the cell below. It is graded by a person, 3 points. Work with
one of the gradients, `dW`.

1. For which shapes does the rule give the right `dW`, and for which shapes can it give something else? Name a product
   that fits then and is wrong.
2. Give an example with numbers: `X` and `dout` of the shape (2, 2), the right `dW`, and the wrong one.
3. How can you tell, without believing anybody's formula, which of the two is right? Describe it for one element of `W`
   in your example, with the loss $L = \sum \mathrm{dout} \cdot Z$.
"""

# %% [markdown] lang="ko"
r"""
## 9. 글로 답하는 문제

어떤 사람의 공책에 이렇게 적혀 있습니다. '아핀 계층을 거꾸로 지날 때는 `dout`, `X`, `W`가 있다. shape이 맞는 순서로 곱하면 된다.'

아래 셀에 세 문장에서 여덟 문장 정도로, 또는 짧은 계산으로 답하십시오. 사람이 채점하며 3점입니다. 세 그래디언트 가운데 `dW`만 다루면
됩니다.

1. 어떤 shape에서는 이 규칙으로 옳은 `dW`가 나오고, 어떤 shape에서는 다른 것이 나올 수 있습니까? 그때 shape은 맞지만 틀린 곱을 하나
   드십시오.
2. 수로 된 예를 드십시오. `X`와 `dout`은 shape이 (2, 2)이고, 옳은 `dW`와 틀린 것을 모두 적습니다.
3. 누구의 공식도 믿지 않고 둘 중 어느 것이 옳은지 알아내려면 어떻게 합니까? 손실이 $L = \sum \mathrm{dout} \cdot Z$일 때, 여러분의
   예에서 `W`의 원소 하나를 들어 설명하십시오.
"""

# %% [markdown] answer="whatever_fits" points=3 lang="en"
r"""
**Model answer.**

1. dW has the shape (D, M). If N, D and M are all different, only $X^{\mathsf T} \mathrm{dout}$ has this shape, and the
   rule happens to be right. If N = D, then $X\,\mathrm{dout}$ fits as well; if N = D = M, also $\mathrm{dout}\,X$,
   $\mathrm{dout}^{\mathsf T} X$ and so on. All of these are wrong in general.
2. $X = \begin{pmatrix} 1 & 2 \\ 0 & 1 \end{pmatrix}$, $\mathrm{dout} = \begin{pmatrix} 1 & 0 \\ 0 & 3 \end{pmatrix}$:
   right is $X^{\mathsf T}\mathrm{dout} = \begin{pmatrix} 1 & 0 \\ 2 & 3 \end{pmatrix}$, wrong is
   $X\,\mathrm{dout} = \begin{pmatrix} 1 & 6 \\ 0 & 3 \end{pmatrix}$.
3. Move one weight and look at the loss. $W_{01}$ (row 0, column 1) stands in column 1 of $Z$, in row n with the factor
   $X_{n0}$, so 0.01 more raises $Z_{01}$ by 0.01 and $Z_{11}$ by 0. The loss changes by
   $0.01 \cdot \mathrm{dout}_{01} = 0$. The slope is 0, as in the right matrix, and not 6. (`grad_check` does the same
   for all weights at once.)

**Rubric**, 1 point each.

- Different sizes leave one order only; equal sizes (N = D, or all equal) leave several, and one wrong product is named.
  Half a point for "it is wrong for square matrices" without a product.
- An example in which both results are worked out rightly and differ. Half a point with one slip in the arithmetic, or
  if the two results are equal (for example because X is symmetric).
- Moving one weight (or a numerical gradient) and comparing the change of the loss with the element of dW, with the
  numbers. Half a point for "use grad_check" without the calculation.
"""

# %% [markdown] answer="whatever_fits" points=3 lang="ko"
r"""
**모범 답안.**

1. dW의 shape은 (D, M)입니다. N, D, M이 모두 다르면 shape이 맞는 것은 $X^{\mathsf T} \mathrm{dout}$뿐이라 규칙이 우연히
   맞습니다. N = D이면 $X\,\mathrm{dout}$도 맞고, N = D = M이면 $\mathrm{dout}\,X$, $\mathrm{dout}^{\mathsf T} X$ 등도
   맞습니다. 이것들은 일반적으로 모두 틀립니다.
2. $X = \begin{pmatrix} 1 & 2 \\ 0 & 1 \end{pmatrix}$,
   $\mathrm{dout} = \begin{pmatrix} 1 & 0 \\ 0 & 3 \end{pmatrix}$이면 옳은 것은
   $X^{\mathsf T}\mathrm{dout} = \begin{pmatrix} 1 & 0 \\ 2 & 3 \end{pmatrix}$이고, 틀린 것은
   $X\,\mathrm{dout} = \begin{pmatrix} 1 & 6 \\ 0 & 3 \end{pmatrix}$입니다.
3. 가중치 하나를 움직이고 손실을 봅니다. $W_{01}$(0행 1열)은 $Z$의 1열에 들어 있고 n행의 계수는 $X_{n0}$이므로, 0.01만큼 키우면
   $Z_{01}$은 0.01만큼 커지고 $Z_{11}$은 그대로입니다. 손실은 $0.01 \cdot \mathrm{dout}_{01} = 0$만큼 변합니다. 기울기는 옳은
   행렬에서처럼 0이고, 6이 아닙니다. (`grad_check`는 같은 일을 모든 가중치에 대해 한꺼번에 합니다.)

**채점 기준**, 각 1점.

- 크기가 모두 다르면 순서가 하나뿐이고, 크기가 같으면(N = D, 또는 모두) 여럿이라는 것과, 틀린 곱 하나. 곱을 들지 않고 '정사각 행렬이면
  틀린다'고만 했으면 0.5점.
- 두 결과를 옳게 계산했고 서로 다른 예. 계산을 한 군데 틀렸거나, X가 대칭이라든지 해서 두 결과가 같으면 0.5점.
- 가중치 하나를 움직여(또는 수치 미분으로) 손실의 변화를 dW의 원소와 수로 비교하는 것. 계산 없이 'grad_check를 쓴다'고만 했으면 0.5점.
"""

# %% demo=true
unit.score()

# %% [markdown] lang="en"
r"""
## What to read next

- Koki Saitoh, *Deep Learning from Scratch*, chapter 5: the same idea with drawn graphs and layer classes.
- Andrej Karpathy, *micrograd* (GitHub): a graph of single numbers like yours, in about 100 lines, with a video that
  builds it.
- Ian Goodfellow, Yoshua Bengio, Aaron Courville, *Deep Learning* (MIT Press, 2016), section 6.5: backpropagation in
  general, with Jacobians.
- David Rumelhart, Geoffrey Hinton, Ronald Williams, "Learning representations by back-propagating errors" (Nature 323,
  1986): four pages that made the method known.
- Atılım Güneş Baydin and others, "Automatic Differentiation in Machine Learning: a Survey" (JMLR 18, 2018): why going
  backwards is cheap for one output and many inputs, and what else there is.

In unit u07 the functions of this unit become layers with parameters of their own, and the layers become a network.
"""

# %% [markdown] lang="ko"
r"""
## 더 읽을거리

- 사이토 고키, 『밑바닥부터 시작하는 딥러닝』, 5장. 같은 내용을 그래프 그림과 계층 클래스로 설명합니다.
- Andrej Karpathy, *micrograd* (GitHub). 여러분의 것처럼 수 하나하나로 된 그래프를 100줄쯤으로 만든 것이고, 만드는 과정을 담은
  영상도 있습니다.
- Ian Goodfellow, Yoshua Bengio, Aaron Courville, *Deep Learning* (MIT Press, 2016), 6.5절. 일반적인 역전파를 야코비 행렬로
  다룹니다.
- David Rumelhart, Geoffrey Hinton, Ronald Williams, "Learning representations by back-propagating errors" (Nature 323,
  1986). 이 방법을 널리 알린 네 쪽짜리 논문입니다.
- Atılım Güneş Baydin 외, "Automatic Differentiation in Machine Learning: a Survey" (JMLR 18, 2018). 출력이 하나이고 입력이
  많을 때 왜 거꾸로 가는 것이 싼지, 또 어떤 방법이 더 있는지 설명합니다.

u07에서는 이 단원의 함수가 매개변수를 가진 층이 되고, 층이 모여 신경망이 됩니다.
"""
