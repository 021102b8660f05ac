# %% [markdown] lang="en"
r"""
# Recurrent networks and backpropagation through time

A sentence, a melody, the temperature of the last thirty days: these are **sequences**. What comes next depends on what
came before, and often on how long ago. The networks so far take one input of a fixed size and forget it at once. This unit
gives a network a memory, and then asks what learning does with it.

After it you will be able to

- write a recurrent network, forward and backward, and say where each of its gradients comes from,
- measure by how much a gradient shrinks or grows on its way back through time, and name the number that decides it,
- clip gradients, and say what that cures and what it does not,
- train a recurrent network that continues waves it has never seen.

You need unit u06 (backpropagation: upstream times local), unit u07 (layers with `params` and `grads`) and matrix products.
Eigenvalues are explained where they are needed. Plan about 90 minutes; section 4 takes the longest, and paper helps.
"""

# %% [markdown] lang="ko"
r"""
# 순환 신경망과 시간을 거스르는 역전파

문장, 멜로디, 지난 30일의 기온은 모두 **시퀀스**(sequence)입니다. 다음에 무엇이 올지는 앞에 무엇이 있었는지, 또 그것이 얼마나
오래되었는지에 달려 있습니다. 지금까지의 신경망은 크기가 정해진 입력 하나를 받고 곧바로 잊어버렸습니다. 이 단원에서는 신경망에
기억을 주고, 그 기억을 학습시킬 때 무슨 일이 일어나는지 살펴봅니다.

이 단원을 마치면 다음을 할 수 있습니다.

- 순환 신경망의 순전파와 역전파를 직접 구현하고, 그래디언트 하나하나가 어디에서 왔는지 설명합니다.
- 그래디언트가 시간을 거슬러 가면서 얼마나 줄거나 커지는지 재고, 그것을 정하는 수가 무엇인지 말합니다.
- 그래디언트를 클리핑하고, 클리핑이 해결하는 문제와 해결하지 못하는 문제를 구별합니다.
- 처음 보는 파동을 이어서 예측하는 순환 신경망을 학습시킵니다.

u06(역전파: 상류 그래디언트 곱하기 국소 기울기), u07(`params`와 `grads`를 가진 층), 그리고 행렬 곱을 알고 있으면 됩니다. 고윳값은
필요한 곳에서 설명합니다. 90분 정도 걸립니다. 4절이 가장 오래 걸리니 종이를 준비하십시오.
"""

# %% setup=true
import matplotlib.pyplot as plt
import numpy as np
from nnlab import Unit, plots, widgets
from nnref.optimizers import Adam
from nnref.time_affine import TimeAffine

unit = Unit("u20_rnn", lang="en")
check = unit.check

# %% [markdown] lang="en"
r"""
## 1. A number that is handed on

Take one unit that reads a sequence, one number at each **time step**. Beside its input it reads a second number: its own
output of the step before. Let the input have the weight 1, its own output the weight 0.5, and the activation be tanh. The
input is 1 at first and then silence: 1, 0, 0. Before the first step the output counts as 0.

- Step 0: $\tanh(1 + 0.5 \cdot 0) = 0.762$.
- Step 1: $\tanh(0 + 0.5 \cdot 0.762) = 0.363$.
- Step 2: $\tanh(0 + 0.5 \cdot 0.363) = 0.180$.

The input has been silent for two steps, and the unit still answers. It *remembers*, and the memory fades.

The number that is handed on is called the **hidden state** $h$. With D inputs, H units and N sequences side by side, one
step is

$$h_t = \tanh(x_t W_x + h_{t-1} W_h + b)$$

where $x_t$ is (N, D), $W_x$ (D, H), $h_t$ (N, H), $W_h$ (H, H) and $b$ (H,). A network of this kind is called a **recurrent
neural network**, RNN: it meets itself again at every step.

Two things in this formula matter for all that follows. The weights carry no index $t$: **the same** $W_x$, $W_h$ and $b$
serve every step, so a sequence of any length can be read. And $h_{t-1}$ stands inside $h_t$, $h_{t-2}$ inside that, and so
on: written out, a sequence of 100 steps is a network of 100 layers. Drawing it that way is called **unrolling**.

![Four boxes in a row, one for each time step from 0 to 3. Solid arrows lead from each input x up into its box, from box to
box to the right, starting at h0, and up to the state hs[:, t] of each step. Dashed arrows run beside them the other way: down
from each state into the box and from box to box to the left.](attachment:unrolled.png)

Solid arrows are the way forward. The dashed ones are the way back, which section 4 is about. The names are those of the code:
`x[:, t]` is $x_t$, `hs[:, t]` is $h_t$, and `h0` is the state to begin with, before step 0.
"""

# %% [markdown] lang="ko"
r"""
## 1. 다음 시점으로 넘겨주는 수

시퀀스를 한 **시점**(time step)에 수 하나씩 읽는 유닛이 있다고 합시다. 이 유닛은 입력 말고도 수를 하나 더 읽습니다. 바로 앞 시점에
자기가 낸 출력입니다. 입력의 가중치는 1, 자기 출력의 가중치는 0.5이고 활성화 함수는 tanh입니다. 입력은 처음에만 1이고 그 뒤로는
0입니다. 곧 1, 0, 0입니다. 첫 시점 이전의 출력은 0으로 칩니다.

- 시점 0: $\tanh(1 + 0.5 \cdot 0) = 0.762$
- 시점 1: $\tanh(0 + 0.5 \cdot 0.762) = 0.363$
- 시점 2: $\tanh(0 + 0.5 \cdot 0.363) = 0.180$

두 시점째 입력이 없는데도 유닛은 여전히 답합니다. *기억하는* 것입니다. 그리고 그 기억은 점점 희미해집니다.

이렇게 넘겨주는 수를 **은닉 상태**(hidden state) $h$라고 합니다. 입력이 D개, 유닛이 H개이고 시퀀스 N개를 나란히 처리하면, 한 시점의
식은 다음과 같습니다.

$$h_t = \tanh(x_t W_x + h_{t-1} W_h + b)$$

$x_t$는 (N, D), $W_x$는 (D, H), $h_t$는 (N, H), $W_h$는 (H, H), $b$는 (H,)입니다. 시점마다 자기 자신을 다시 만난다고 해서 이런
신경망을 **순환 신경망**(recurrent neural network, RNN)이라고 합니다.

이 식에서 두 가지가 앞으로 계속 중요합니다. 먼저, 가중치에는 $t$가 붙어 있지 않습니다. **똑같은** $W_x$, $W_h$, $b$를 모든 시점에 쓰므로
길이가 얼마든 시퀀스를 읽을 수 있습니다. 또, $h_t$ 안에는 $h_{t-1}$이 들어 있고 그 안에는 $h_{t-2}$가 들어 있습니다. 다 풀어 쓰면
100시점짜리 시퀀스는 100층짜리 신경망입니다. 이렇게 그리는 것을 **펼친다**(unroll)고 합니다.

![시점 0부터 3까지 상자 네 개가 한 줄로 놓여 있다. 실선 화살표는 입력 x에서 위의 상자로, h0에서 시작해 상자에서 오른쪽 상자로, 상자에서
위의 상태 hs[:, t]로 간다. 그 옆의 점선 화살표는 반대로 간다. 상태에서 아래의 상자로, 상자에서 왼쪽 상자로 간다.](attachment:unrolled.png)

실선은 순전파이고, 점선은 4절에서 다룰 역전파입니다. 이름은 코드에서 쓰는 것입니다. `x[:, t]`는 $x_t$, `hs[:, t]`는 $h_t$이고,
`h0`은 시점 0에 앞서 주어지는 시작 상태입니다.
"""


# %% demo=true figure="unrolled"
def plot_unrolled(steps=4):
    """Draw the steps of an RNN side by side, with the way forward and the way back."""
    figure, axis = plt.subplots(figsize=(9, 3.4), layout="constrained")
    axis.set(xlim=(-1.1, steps - 0.2), ylim=(-1.45, 1.45))
    axis.axis("off")
    forth = {"arrowstyle": "-|>", "color": "black", "linewidth": 1.4}
    back = {"arrowstyle": "-|>", "color": "tab:red", "linewidth": 1.4, "linestyle": "--"}
    box = {"boxstyle": "round,pad=0.5", "facecolor": "white", "edgecolor": "black"}
    axis.text(-0.9, 0, "h0", ha="center", va="center", family="monospace")
    for t in range(steps):
        axis.text(t, 0, "tanh", ha="center", va="center", bbox=box)
        axis.text(t, -1.25, f"x[:, {t}]", ha="center", va="center", family="monospace")
        axis.text(t, 1.25, f"hs[:, {t}]", ha="center", va="center", family="monospace")
        axis.annotate("", (t, -0.3), (t, -1.05), arrowprops=forth)
        axis.annotate("", (t - 0.06, 1.05), (t - 0.06, 0.3), arrowprops=forth)
        axis.annotate("", (t + 0.06, 0.3), (t + 0.06, 1.05), arrowprops=back)
        axis.annotate("", (t - 0.27, 0.08), (t - 0.73, 0.08), arrowprops=forth)
        axis.annotate("", (t - 0.73, -0.08), (t - 0.27, -0.08), arrowprops=back)
        axis.text(t - 0.5, 0.16, "$W_h$", ha="center", va="bottom")
        axis.text(t + 0.05, -0.72, "$W_x$", ha="left", va="center")


plot_unrolled()
plt.show()

# %% [markdown] lang="en"
r"""
## 2. One step, there and back

One step is a layer with two inputs, $x$ and $h$, and one output, $h_{\text{next}}$. Its class works like the layers of unit
u07: `params` holds the weights themselves, and `backward` writes into the arrays of `grads`, which are made once.

For the way back, split the step in two: the sum $a = x W_x + h W_h + b$, and $h_{\text{next}} = \tanh(a)$. Upstream comes
the gradient of the output, `dh_next` (N, H).

**Through the tanh.** Its slope is $1 - \tanh^2(a)$ (unit u03), and $\tanh(a)$ is what `forward` returned. So

$$da = dh_{\text{next}} \cdot (1 - h_{\text{next}}^2)$$

element by element. At $h_{\text{next}} = 0.762$ the slope is $1 - 0.58 = 0.42$.

**Through the sum.** It is two affine layers added up, and each has the gradients that you know:

$$dx = da\, W_x^T \qquad dh = da\, W_h^T \qquad dW_x = x^T da \qquad dW_h = h^T da \qquad db = \sum_n da_n$$

Two traps. The slope belongs to $h_{\text{next}}$, while $dW_h$ needs the state *before*, $h$. And $W_h$ is square, so $da\, W_h$
without the transpose has the right shape and the wrong values; NumPy will not warn you.

By hand, with one unit: $x = 1$, $h = 0.5$, $W_x = 1$, $W_h = 2$, $b = 0$. Then $a = 2$ and $h_{\text{next}} = 0.964$. With
`dh_next` = 1, $da = 1 - 0.929 = 0.071$; so $dx = 0.071$, $dh = 0.141$, $dW_x = 0.071$, $dW_h = 0.035$ and $db = 0.071$.

**Your turn**: about 2 lines for the constructor, 3 for `forward` and 6 for `backward`.
"""

# %% [markdown] lang="ko"
r"""
## 2. 한 시점의 순전파와 역전파

한 시점은 입력이 $x$와 $h$ 둘이고 출력이 $h_{\text{next}}$ 하나인 층입니다. 클래스의 모양은 u07의 층과 같습니다. `params`에는 가중치
배열 자체가 들어 있고, `backward`는 처음에 한 번 만들어 둔 `grads`의 배열에 값을 씁니다.

되돌아오는 길은 둘로 나누어 생각합니다. 합 $a = x W_x + h W_h + b$와 $h_{\text{next}} = \tanh(a)$입니다. 위에서는 출력의 그래디언트
`dh_next` (N, H)가 옵니다.

**tanh를 지날 때.** 기울기는 $1 - \tanh^2(a)$이고(u03), $\tanh(a)$는 `forward`가 반환한 값입니다. 따라서 원소마다

$$da = dh_{\text{next}} \cdot (1 - h_{\text{next}}^2)$$

입니다. $h_{\text{next}} = 0.762$이면 기울기는 $1 - 0.58 = 0.42$입니다.

**합을 지날 때.** 이 합은 아핀 계층 두 개를 더한 것이므로, 이미 아는 그래디언트가 그대로 나옵니다.

$$dx = da\, W_x^T \qquad dh = da\, W_h^T \qquad dW_x = x^T da \qquad dW_h = h^T da \qquad db = \sum_n da_n$$

틀리기 쉬운 곳이 두 군데 있습니다. 기울기는 $h_{\text{next}}$로 구하지만 $dW_h$에는 *이전* 상태 $h$가 필요합니다. 또 $W_h$는
정사각 행렬이라서, 전치를 빠뜨린 $da\, W_h$도 shape은 맞고 값만 틀립니다. NumPy는 알려 주지 않습니다.

유닛 하나로 손계산을 해 봅시다. $x = 1$, $h = 0.5$, $W_x = 1$, $W_h = 2$, $b = 0$이면 $a = 2$이고 $h_{\text{next}} = 0.964$입니다.
`dh_next`가 1이면 $da = 1 - 0.929 = 0.071$이고, $dx = 0.071$, $dh = 0.141$, $dW_x = 0.071$, $dW_h = 0.035$, $db = 0.071$입니다.

빈칸을 채우십시오. 생성자는 두 줄, `forward`는 세 줄, `backward`는 여섯 줄 정도입니다.
"""


# %% exercise="rnn_cell"
class RNNCell:
    """One step of a recurrent network: h_next = tanh(x Wx + h Wh + b).

    Wx : (D, H), Wh : (H, H), b : (H,), arrays of floats.
    params : the list [Wx, Wh, b], the arrays themselves, not copies.
    grads : the list [dWx, dWh, db], arrays of the same shapes, made once; every backward writes new numbers into them.

    Example: with Wx = [[1.0]], Wh = [[2.0]], b = [0.0], forward([[1.0]], [[0.5]]) gives [[0.964]]; then
    backward([[1.0]]) gives ([[0.071]], [[0.141]]), and grads is [[[0.071]], [[0.035]], [0.071]].
    """

    def __init__(self, Wx, Wh, b):
        ### BEGIN SOLUTION
        self.params = [Wx, Wh, b]
        self.grads = [np.zeros_like(p) for p in self.params]
        ### END SOLUTION

    def forward(self, x, h):
        """Return h_next (N, H), and keep what backward needs.

        x : (N, D), h : (N, H), the state of the step before; floats, not changed.
        """
        ### BEGIN SOLUTION
        Wx, Wh, b = self.params
        self.x, self.h, self.h_next = x, h, np.tanh(x @ Wx + h @ Wh + b)
        return self.h_next
        ### END SOLUTION

    def backward(self, dh_next):
        """Write dWx, dWh, db into the arrays of grads; return the tuple (dx, dh), of the shapes (N, D) and (N, H).

        dh_next : (N, H), the gradient of h_next; not changed.
        """
        ### BEGIN SOLUTION
        Wx, Wh, b = self.params
        da = dh_next * (1 - self.h_next**2)
        self.grads[0][...] = self.x.T @ da
        self.grads[1][...] = self.h.T @ da
        self.grads[2][...] = np.sum(da, axis=0)
        return da @ Wx.T, da @ Wh.T
        ### END SOLUTION


# %% check="rnn_cell"
check("rnn_cell", RNNCell)

# %% [markdown] lang="en"
r"""
## 3. The walk forward

Now a whole sequence. In this course a batch of sequences is an array `x` of the shape (N, T, D): N sequences of T steps,
each step D numbers. So step t of all sequences at once is `x[:, t]`, of the shape (N, D).

The walk starts from a state `h0` (N, H) that is given, often zeros. Each step makes a new state from its input and the state
before, and all T states are collected in `hs` (N, T, H). Do not let the names mislead you: `hs[:, 0]` is the state *after* the
first input, while `h0` is the one before it and does not stand in `hs`.

An example with one sequence, one input and one unit, $W_x = 1$, $W_h = 0.5$, $b = 0$, `h0` = 0: the input 1, 0, 0 gives the
states 0.762, 0.363, 0.180. These are the numbers of section 1.

**Your turn**, about 5 lines. Write it with the formula or with your cell, as you like.
"""

# %% [markdown] lang="ko"
r"""
## 3. 시퀀스의 순전파

이제 시퀀스 전체를 다룹니다. 이 강의에서 시퀀스의 배치는 shape이 (N, T, D)인 배열 `x`입니다. 시퀀스가 N개, 시점이 T개, 시점마다 수가
D개입니다. 따라서 모든 시퀀스의 시점 t는 `x[:, t]`이고 shape은 (N, D)입니다.

시작 상태 `h0` (N, H)는 주어집니다. 0으로 둘 때가 많습니다. 시점마다 입력과 앞 상태로 새 상태를 만들고, 상태 T개를 모두 `hs`
(N, T, H)에 모읍니다. 이름이 비슷하니 조심하십시오. `hs[:, 0]`은 첫 입력을 읽은 *다음의* 상태이고, `h0`은 그 앞의 상태로 `hs`에 들어가지
않습니다.

시퀀스, 입력, 유닛이 하나씩이고 $W_x = 1$, $W_h = 0.5$, $b = 0$, `h0` = 0인 예를 들겠습니다. 입력 1, 0, 0에서 상태 0.762, 0.363,
0.180이 나옵니다. 1절에서 본 수입니다.

빈칸을 채우십시오. 다섯 줄 정도입니다. 식을 그대로 써도 되고 앞에서 만든 셀을 써도 됩니다.
"""


# %% exercise="rnn_forward"
def rnn_forward(x, h0, Wx, Wh, b):
    """Walk through sequences and return all states hs (N, T, H), a new array.

    x : (N, T, D), T >= 1. h0 : (N, H), the state before the first step. Wx : (D, H), Wh : (H, H), b : (H,).
    All floats, none changed. hs[:, t] follows from x[:, t] and hs[:, t - 1], the first from h0.

    Example: x = [[[1.0], [0.0], [0.0]]], h0 = [[0.0]], Wx = [[1.0]], Wh = [[0.5]], b = [0.0]
    gives [[[0.762], [0.363], [0.180]]].
    """
    ### BEGIN SOLUTION
    h, states = h0, []
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ Wx + h @ Wh + b)
        states.append(h)
    return np.stack(states, axis=1)
    ### END SOLUTION


# %% check="rnn_forward"
check("rnn_forward", rnn_forward)

# %% [markdown] lang="en"
r"""
### How long does your unit remember?

The next cell gives one unit an input of 1 at step 0 and then 35 steps of silence, and draws the states that *your* function
returns, for four values of the single number $W_h$. Guess first: what does a negative $W_h$ do, and one above 1?

![Four curves of the state over 36 steps after one input. With Wh = 0.5 the state is near 0 after about six steps; with 0.9 it
falls slowly; with -0.9 it falls as slowly but changes its sign at each step; with 1.5 it stays at 0.86.](attachment:memory.png)
"""

# %% [markdown] lang="ko"
r"""
### 여러분의 유닛은 얼마나 오래 기억합니까?

다음 셀은 유닛 하나에 시점 0에서 1을 입력하고 그 뒤 35시점 동안은 0을 입력합니다. 그리고 *여러분의* 함수가 반환한 상태를 수 하나짜리
$W_h$의 네 값에 대해 그립니다. 먼저 예상해 보십시오. $W_h$가 음수이면 어떻게 됩니까? 1보다 크면 어떻게 됩니까?

![한 번 입력한 뒤 36시점 동안의 상태를 나타낸 곡선 네 개. Wh가 0.5이면 여섯 시점쯤 뒤에 0에 가까워진다. 0.9이면 천천히 줄고, -0.9이면
천천히 줄면서 시점마다 부호가 바뀐다. 1.5이면 0.86에 머문다.](attachment:memory.png)
"""


# %% demo=true figure="memory"
def plot_memory(values=(0.5, 0.9, -0.9, 1.5), steps=36):
    """Draw the states of one unit after a single input of 1."""
    x = np.zeros((1, steps, 1))
    x[0, 0, 0] = 1.0
    states = {
        f"Wh = {Wh}": rnn_forward(x, np.zeros((1, 1)), np.ones((1, 1)), np.array([[Wh]]), np.zeros(1))[0, :, 0]
        for Wh in values
    }
    figure, axis = plt.subplots(figsize=(7.5, 3.8), layout="constrained")
    plots.curves(axis, np.arange(steps), states, xlabel="time step t", ylabel="state h", markers=True)
    axis.legend(loc="upper left", bbox_to_anchor=(1.02, 1.0))
    print("state at the last step:", ", ".join(f"{name}: {h[-1]:.4f}" for name, h in states.items()))


plot_memory()
plt.show()

# %% [markdown] lang="en"
r"""
With the weight 0.5 the memory is gone after a few steps. With 0.9 it lasts, and with −0.9 it lasts as long while its sign flips at
every step. With 1.5 the unit never forgets: tanh keeps it from growing, and it comes to rest at 0.859, where
$\tanh(1.5 \cdot 0.859) = 0.859$. But it has stopped listening, too: ask it whether the input was 1 or 2, and it answers 0.859.
"""

# %% [markdown] lang="ko"
r"""
가중치가 0.5이면 몇 시점 만에 기억이 사라집니다. 0.9이면 오래 남고, −0.9이면 똑같이 오래 남지만 시점마다 부호가 바뀝니다. 1.5이면 영영
잊지 않습니다. tanh가 더 커지지 못하게 막아서 $\tanh(1.5 \cdot 0.859) = 0.859$인 곳, 곧 0.859에 멈춥니다. 그 대신 무엇을 들었는지는
구별하지 못합니다. 입력이 1이었는지 2였는지 물어도 답은 0.859입니다.
"""

# %% [markdown] lang="en"
r"""
## 4. The walk back

Somewhere above stands a loss $L$. Each state may have been used there, so a gradient arrives for each: `dhs` (N, T, H), where
`dhs[:, t]` is the gradient that reaches $h_t$ *from above*. Look at the picture of section 1 again and follow the dashed arrows
into one box: there are two. The state $h_t$ is used twice, once as an output and once as an input of step $t + 1$. As in the
graphs of unit u06, what comes back along several ways is added:

$$dh_t = \underbrace{dhs_t}_{\text{from above}} + \underbrace{da_{t+1} W_h^T}_{\text{from step } t+1}$$

The second term is known only when step $t + 1$ is done. So the walk starts at the **last** step, where nothing comes from
later, and ends at step 0. What is left over there is the gradient of `h0`.

The weights are used T times, once at each step. For the same reason their gradients are **sums over the steps**:

$$dW_x = \sum_t x_t^T da_t \qquad dW_h = \sum_t h_{t-1}^T da_t \qquad db = \sum_t \sum_n da_{t,n}
\qquad\text{with}\quad da_t = dh_t\,(1 - h_t^2)$$

That is all of **backpropagation through time**, BPTT: ordinary backpropagation through the unrolled network.

**By hand.** One unit, $W_x = 1$, $W_h = 0.5$, $b = 0$, `h0` = 0, and two steps with the input 1, 0. The states are 0.762 and
0.363. Let $L$ be the last state, so `dhs` is 0 for step 0 and 1 for step 1.

- Step 1: $dh = 1$, $da = 1 \cdot (1 - 0.363^2) = 0.868$. It adds $0 \cdot 0.868 = 0$ to $dW_x$, $0.762 \cdot 0.868 = 0.661$ to
  $dW_h$ and 0.868 to $db$. Back to step 0 goes $0.868 \cdot 0.5 = 0.434$.
- Step 0: $dh = 0 + 0.434$, $da = 0.434 \cdot (1 - 0.762^2) = 0.182$. It adds $1 \cdot 0.182$ to $dW_x$, 0 to $dW_h$ (the state
  before was 0) and 0.182 to $db$. Back to `h0` goes $0.182 \cdot 0.5 = 0.091$.

So $dW_x = 0.182$, $dW_h = 0.661$, $db = 1.050$, and $dx$ is 0.182 and 0.868. Read the last two once more: the input of step 1
moves the loss almost five times as much as the input of step 0. One step further back, and most of the gradient is gone.

**Your turn**, about 9 lines. The states are handed to you, so nothing has to be computed again. Mind step 0: before it stands
`h0`, and `hs[:, -1]` would be the *last* state.
"""

# %% [markdown] lang="ko"
r"""
## 4. 시퀀스의 역전파

위쪽 어딘가에 손실 $L$이 있습니다. 상태는 하나하나 그 계산에 쓰였을 수 있으므로 그래디언트도 상태마다 하나씩 옵니다. 그것이 `dhs`
(N, T, H)이고, `dhs[:, t]`는 $h_t$에 *위에서* 도착한 그래디언트입니다. 1절의 그림에서 상자 하나로 들어오는 점선 화살표를 다시 보십시오.
두 개입니다. 상태 $h_t$는 두 번 쓰입니다. 한 번은 출력으로, 한 번은 시점 $t + 1$의 입력으로 쓰입니다. u06의 그래프에서처럼, 여러
길로 돌아온 것은 더합니다.

$$dh_t = \underbrace{dhs_t}_{\text{from above}} + \underbrace{da_{t+1} W_h^T}_{\text{from step } t+1}$$

둘째 항은 시점 $t + 1$을 마쳐야 알 수 있습니다. 그래서 **마지막** 시점에서 출발합니다. 거기에는 뒤에서 오는 것이 없습니다. 시점 0까지
가면 끝나고, 거기서 남은 것이 `h0`의 그래디언트입니다.

가중치는 시점마다 한 번씩 모두 T번 쓰입니다. 같은 이유로 가중치의 그래디언트는 **모든 시점에 걸쳐 더한 것**입니다.

$$dW_x = \sum_t x_t^T da_t \qquad dW_h = \sum_t h_{t-1}^T da_t \qquad db = \sum_t \sum_n da_{t,n}
\qquad\text{with}\quad da_t = dh_t\,(1 - h_t^2)$$

이것이 **시간을 거스르는 역전파**(backpropagation through time, BPTT)의 전부입니다. 펼친 신경망에서 하는 보통의 역전파입니다.

**손계산.** 유닛 하나, $W_x = 1$, $W_h = 0.5$, $b = 0$, `h0` = 0이고 두 시점의 입력은 1, 0입니다. 상태는 0.762와 0.363입니다. 마지막
상태를 $L$이라고 하면 `dhs`는 시점 0에서 0, 시점 1에서 1입니다.

- 시점 1: $dh = 1$, $da = 1 \cdot (1 - 0.363^2) = 0.868$입니다. $dW_x$에는 $0 \cdot 0.868 = 0$을, $dW_h$에는
  $0.762 \cdot 0.868 = 0.661$을, $db$에는 0.868을 더합니다. 시점 0으로는 $0.868 \cdot 0.5 = 0.434$가 돌아갑니다.
- 시점 0: $dh = 0 + 0.434$, $da = 0.434 \cdot (1 - 0.762^2) = 0.182$입니다. $dW_x$에는 $1 \cdot 0.182$를, $dW_h$에는 0을(이전
  상태가 0이므로), $db$에는 0.182를 더합니다. `h0`으로는 $0.182 \cdot 0.5 = 0.091$이 돌아갑니다.

따라서 $dW_x = 0.182$, $dW_h = 0.661$, $db = 1.050$이고 $dx$는 0.182와 0.868입니다. 마지막 두 수를 다시 보십시오. 시점 1의 입력은 시점
0의 입력보다 거의 다섯 배나 손실을 움직입니다. 한 시점 더 거슬러 갔을 뿐인데 그래디언트가 대부분 사라졌습니다.

빈칸을 채우십시오. 아홉 줄 정도입니다. 상태가 주어지므로 다시 계산할 것은 없습니다. 시점 0을 조심하십시오. 그 앞에는 `h0`이 있습니다.
`hs[:, -1]`은 *마지막* 상태입니다.
"""


# %% exercise="rnn_backward"
def rnn_backward(dhs, x, h0, hs, Wx, Wh):
    """Walk back through time; return the tuple (dx, dh0, dWx, dWh, db), new arrays.

    dhs : (N, T, H), the gradient of each state from above. x : (N, T, D) and h0 : (N, H), as rnn_forward had them.
    hs : (N, T, H), what it returned. Wx : (D, H), Wh : (H, H). All floats, none changed.
    Returns dx (N, T, D), dh0 (N, H), and, summed over samples and steps, dWx (D, H), dWh (H, H), db (H,).

    Example: x = [[[1.0], [0.0]]], h0 = [[0.0]], Wx = [[1.0]], Wh = [[0.5]], hs as rnn_forward returns it for b = [0.0], and
    dhs = [[[0.0], [1.0]]] give dx = [[[0.182], [0.868]]], dh0 = [[0.091]], dWx = [[0.182]], dWh = [[0.661]], db = [1.050].
    """
    ### BEGIN SOLUTION
    dx, dh = np.zeros_like(x), np.zeros_like(h0)
    dWx, dWh, db = np.zeros_like(Wx), np.zeros_like(Wh), np.zeros(len(Wh))
    for t in reversed(range(x.shape[1])):
        before = hs[:, t - 1] if t > 0 else h0
        da = (dhs[:, t] + dh) * (1 - hs[:, t] ** 2)
        dWx += x[:, t].T @ da
        dWh += before.T @ da
        db += np.sum(da, axis=0)
        dx[:, t] = da @ Wx.T
        dh = da @ Wh.T
    return dx, dh, dWx, dWh, db
    ### END SOLUTION


# %% check="rnn_backward"
check("rnn_backward", rnn_backward)

# %% [markdown] lang="en"
r"""
### Do your two walks fit together?

The next cell asks in a way that needs no derivation. It makes up a loss, $L = \sum R \cdot hs$ with random numbers $R$, and
measures each gradient by moving one number at a time a little to both sides, as in unit u05. All five differences should be
tiny, near $10^{-9}$ or below.
"""

# %% [markdown] lang="ko"
r"""
### 순전파와 역전파가 서로 맞습니까?

다음 셀은 식을 유도하지 않고 확인합니다. 난수 $R$로 손실 $L = \sum R \cdot hs$를 만들고, u05에서처럼 수를 하나씩 양쪽으로 조금 움직여
그래디언트를 잽니다. 차이 다섯 개가 모두 $10^{-9}$ 이하로 아주 작으면 됩니다.
"""


# %% demo=true
def compare_with_differences(h=1e-5):
    """Print how far each gradient is from central differences."""
    rng = np.random.default_rng(0)
    shapes = {"x": (2, 5, 3), "h0": (2, 4), "Wx": (3, 4), "Wh": (4, 4), "b": (4,)}
    values = {name: 0.5 * rng.normal(size=shape) for name, shape in shapes.items()}
    R = rng.normal(size=(2, 5, 4))
    hs = rnn_forward(**values)
    gradients = rnn_backward(R, values["x"], values["h0"], hs, values["Wx"], values["Wh"])
    for (name, value), gradient in zip(values.items(), gradients, strict=True):
        measured = np.zeros(value.shape)
        for index in np.ndindex(value.shape):
            kept = value[index]
            value[index] = kept + h
            above = np.sum(R * rnn_forward(**values))
            value[index] = kept - h
            measured[index] = (above - np.sum(R * rnn_forward(**values))) / (2 * h)
            value[index] = kept
        print(f"d{name:3s} {gradient.shape!s:10s} largest difference {np.abs(gradient - measured).max():.1e}")


compare_with_differences()

# %% [markdown] lang="en"
r"""
## 5. Does the gradient come through?

Suppose only the last state enters the loss, and the input that mattered was 20 steps earlier. The gradient has to travel
back 20 steps, and at each of them two things happen to it: tanh multiplies it by slopes between 0 and 1, and then it is
multiplied by $W_h^T$. Leave tanh aside for a moment. After k steps the gradient has been multiplied by

$$(W_h^T)^k = W_h^T W_h^T \cdots W_h^T$$

With one unit this is the power of a number. $0.9^{20} = 0.12$ and $1.1^{20} = 6.7$; after 100 steps it is $0.9^{100} = 0.00003$
and $1.1^{100} = 13\,781$. The first is called a **vanishing gradient**: the early input has no say in learning. The second is
an **exploding gradient**: one step of gradient descent throws the weights far away.

**What takes the place of 0.9 when $W_h$ is a matrix?** A tempting answer is "the size of its entries": if all are below 1, the
gradient must vanish. Study notes say so, and it is wrong. Take the 3×3 matrix with 0.4 everywhere and multiply it by the
vector of ones: each entry of the result is $0.4 + 0.4 + 0.4 = 1.2$. The vector has grown to 1.2 times its length, and so it
will at every step, though no entry is above 0.4.

Such a vector, which a matrix only stretches, $W v = \lambda v$, is an **eigenvector**, and the factor $\lambda$ is its
**eigenvalue**: here 1.2. An H×H matrix has H eigenvalues. They may be negative, and even complex: a matrix that turns
the plane by 90° and shrinks it to 0.9 has the eigenvalues $0.9i$ and $-0.9i$. For growth only the distance from 0 counts, which
`np.abs` gives in all these cases. The largest of them is the **spectral radius**:

$$\rho(W) = \max_j |\lambda_j|$$

In the long run powers of $W$ behave like $\rho^k$: for $\rho < 1$ they go to 0, for $\rho > 1$ they grow without limit.

"In the long run" is meant seriously. Take

$$W = \begin{pmatrix} 0.5 & 5 \\ 0 & 0.4 \end{pmatrix}$$

Its eigenvalues are 0.5 and 0.4, the numbers on the diagonal, so $\rho = 0.5$. But it turns the vector (0, 1) into (5, 0.4): one
step makes it five times as long, before the shrinking wins. So we measure two things: the trend $\rho^k$, and by how much the k-th power can stretch a
vector **at most**. This second number is the **spectral norm** of the power, `np.linalg.norm(power, 2)`; the 2 is needed, for
without it NumPy takes another norm.

**Your turn**: `spectral_radius`, about 1 line with `np.linalg.eigvals`, and `gradient_norms`, about 5 lines. `Wh ** 2` is not a
matrix power: it squares each entry.
"""

# %% [markdown] lang="ko"
r"""
## 5. 그래디언트는 끝까지 전해지는가

손실에는 마지막 상태만 들어가고, 정작 중요한 입력은 20시점 전에 있었다고 합시다. 그래디언트는 20시점을 거슬러 가야 합니다. 시점마다 두
가지 일이 일어납니다. tanh가 0과 1 사이의 기울기를 곱하고, 그다음 $W_h^T$가 곱해집니다. tanh는 잠시 제쳐 둡시다. k시점 뒤에
그래디언트에는 다음이 곱해져 있습니다.

$$(W_h^T)^k = W_h^T W_h^T \cdots W_h^T$$

유닛이 하나라면 이것은 수의 거듭제곱입니다. $0.9^{20} = 0.12$, $1.1^{20} = 6.7$입니다. 100시점 뒤에는 $0.9^{100} = 0.00003$,
$1.1^{100} = 13\,781$입니다. 앞의 것을 **그래디언트 소실**(vanishing gradient)이라고 합니다. 오래된 입력이 학습에 아무 영향을 주지
못합니다. 뒤의 것은 **그래디언트 폭발**(exploding gradient)입니다. 경사 하강법 한 걸음에 가중치가 멀리 튕겨 나갑니다.

**$W_h$가 행렬이면 0.9의 자리에 무엇이 옵니까?** '원소의 크기'라고 답하기 쉽습니다. 원소가 모두 1보다 작으면 그래디언트가 사라진다고
적어 둔 노트도 있습니다. 틀린 말입니다. 원소가 모두 0.4인 3×3 행렬에 원소가 모두 1인 벡터를 곱해 보십시오. 결과의 원소는 모두
$0.4 + 0.4 + 0.4 = 1.2$입니다. 벡터가 1.2배로 길어졌고, 앞으로도 시점마다 그렇게 됩니다. 0.4보다 큰 원소는 하나도 없는데도
그렇습니다.

이처럼 행렬을 곱했을 때 늘어나거나 줄기만 하는 벡터, 곧 $W v = \lambda v$인 벡터를 **고유벡터**(eigenvector)라 하고, 그 배수 $\lambda$를
**고윳값**(eigenvalue)이라 합니다. 여기서는 1.2입니다. H×H 행렬의 고윳값은 H개입니다. 음수일 수도 있고 복소수일 수도 있습니다.
평면을 90° 돌리면서 0.9배로 줄이는 행렬의 고윳값은 $0.9i$와 $-0.9i$입니다. 커지는지 줄어드는지는 0까지의 거리로만 정해지고, 어느
경우든 `np.abs`로 구할 수 있습니다. 그중 가장 큰 것이 **스펙트럼 반지름**(spectral radius)입니다.

$$\rho(W) = \max_j |\lambda_j|$$

길게 보면 $W$의 거듭제곱은 $\rho^k$처럼 움직입니다. $\rho < 1$이면 0으로 가고, $\rho > 1$이면 한없이 커집니다.

'길게 보면'이라는 말에는 뜻이 있습니다. 다음 행렬을 봅시다.

$$W = \begin{pmatrix} 0.5 & 5 \\ 0 & 0.4 \end{pmatrix}$$

고윳값은 대각선에 있는 0.5와 0.4이므로 $\rho = 0.5$입니다. 그런데 벡터 (0, 1)은 (5, 0.4)가 됩니다. 한 시점 만에 다섯 배로 길어졌다가 그 뒤에야
줄어듭니다. 그래서 두 가지를 잽니다. 하나는 추세 $\rho^k$이고, 다른 하나는 k제곱한 행렬이 벡터를 **최대** 몇 배로 늘이는가입니다. 이
둘째 수가 거듭제곱한 행렬의 **스펙트럼 노름**(spectral norm)이고, `np.linalg.norm(power, 2)`로 구합니다. 2를 빠뜨리면 NumPy는 다른
노름을 구합니다.

빈칸을 채우십시오. `spectral_radius`는 `np.linalg.eigvals`로 한 줄, `gradient_norms`는 다섯 줄 정도입니다. `Wh ** 2`는 행렬의
제곱이 아니라 원소를 하나씩 제곱한 것입니다.
"""


# %% exercise="gradient_norms"
def spectral_radius(Wh):
    """Return the largest absolute value of an eigenvalue of Wh, a single number.

    Wh : (H, H) floats, not symmetric in general; not changed. np.linalg.eigvals(Wh) gives the H eigenvalues.

    Example: Wh = [[0.5, 5.0], [0.0, 0.4]] gives 0.5.
    """
    ### BEGIN SOLUTION
    return np.max(np.abs(np.linalg.eigvals(Wh)))
    ### END SOLUTION


def gradient_norms(Wh, T):
    """Return by how much 1, 2, ..., T steps back can stretch a gradient at most, an array (T,).

    Wh : (H, H) floats, not changed. T : int >= 1. The k-th number is the spectral norm of the matrix power Wh^k, which is
    that of its transpose too; k starts at 1. tanh is left out.

    Example: Wh = [[0.5, 5.0], [0.0, 0.4]] and T = 3 give [5.041, 4.510, 3.053].
    """
    ### BEGIN SOLUTION
    power, norms = np.eye(len(Wh)), []
    for _ in range(T):
        power = power @ Wh
        norms.append(np.linalg.norm(power, 2))
    return np.array(norms)
    ### END SOLUTION


# %% check="gradient_norms"
check("gradient_norms", spectral_radius, gradient_norms)

# %% [markdown] lang="en"
r"""
### Three matrices, measured

The next cell draws your `gradient_norms` for three matrices, and beside them the powers of your `spectral_radius`. The vertical
axis is logarithmic: a straight line is growth or decay by the same factor at every step.

![Three plots over 1 to 12 steps back. Left, all entries 0.4: norm and power of the radius lie on the same rising line.
Middle, one entry of 5: the norm starts at 5, far above the falling line of the radius, and then falls parallel to it. Right, a
quarter turn times 0.9: both lie on the same falling line.](attachment:powers.png)
"""

# %% [markdown] lang="ko"
r"""
### 행렬 세 개로 재 보기

다음 셀은 행렬 세 개에 대해 여러분의 `gradient_norms`와 `spectral_radius`의 거듭제곱을 함께 그립니다. 세로축은 로그 눈금입니다. 직선은
시점마다 같은 배수로 커지거나 줄어든다는 뜻입니다.

![1시점부터 12시점까지 거슬러 갈 때의 그래프 세 개. 왼쪽은 원소가 모두 0.4인 행렬로, 노름과 반지름의 거듭제곱이 같은 직선을 따라 올라간다.
가운데는 원소 하나가 5인 행렬로, 노름이 반지름의 직선보다 훨씬 위인 5에서 시작해 나중에는 그 직선과 나란히 내려간다. 오른쪽은 0.9를 곱한
90도 회전으로, 둘이 같은 직선을 따라 내려간다.](attachment:powers.png)
"""


# %% demo=true figure="powers"
def plot_powers(T=12):
    """Draw the norms of the powers of three matrices, and the powers of their spectral radius."""
    matrices = {
        "all entries 0.4 (3×3)": np.full((3, 3), 0.4),
        "[[0.5, 5], [0, 0.4]]": np.array([[0.5, 5.0], [0.0, 0.4]]),
        "0.9 times a quarter turn": np.array([[0.0, -0.9], [0.9, 0.0]]),
    }
    k = np.arange(1, T + 1)
    figure, axes = plt.subplots(1, 3, figsize=(11, 3.6), sharey=True, layout="constrained")
    for axis, (name, Wh) in zip(axes, matrices.items(), strict=True):
        rho, norms = spectral_radius(Wh), gradient_norms(Wh, T)
        axis.semilogy(k, norms, "o-", color="tab:blue", label="spectral norm of the power")
        axis.semilogy(k, rho**k, "x--", color="black", label="power of the spectral radius")
        axis.axhline(1, color="0.6", linestyle=":")
        axis.set(title=f"{name}\nspectral radius {rho:.2f}", xlabel="steps back k")
        print(
            f"{name:25s} largest entry {np.abs(Wh).max():.1f}, radius {rho:.2f}, norms", norms[[0, 1, 3, -1]].round(3)
        )
    axes[0].set(ylabel="factor for the gradient")
    axes[1].legend(fontsize=8)


plot_powers()
plt.show()

# %% [markdown] lang="en"
r"""
No entry of the first matrix is above 0.4, and after 12 steps a gradient can be 8.9 times as large. The second has an entry of 5,
and after 12 steps 0.011 is left; but for five steps its norm is above 1, so a short sequence would tell you the opposite of
a long one. The entries decide neither case; the spectral radius decides the long run in all three.

### Your own network, with tanh

Now with tanh. The next cell takes 50 units and random weights, scaled so that $W_h$ has exactly the spectral radius that is
wanted, and lets *your* `rnn_backward` send a gradient of length 1 back from the last of 60 states. It draws the length that
arrives after each number of steps, once for a silent input and once for a random one, and beside it the limit from your
`gradient_norms`.

Guess first: at the spectral radius 1.2, does the gradient explode?

![Three plots with logarithmic axes for the spectral radius 0.8, 1.0 and 1.2, over 60 steps back. The limit falls at 0.8, stays
level at 1.0 and rises at 1.2. The measured length for a silent input runs parallel below it. With a random input the measured
length falls in all three plots, at 1.2 too.](attachment:norms.png)
"""

# %% [markdown] lang="ko"
r"""
첫째 행렬에는 0.4보다 큰 원소가 없는데도 12시점 뒤에는 그래디언트가 8.9배까지 커집니다. 둘째 행렬에는 5가 들어 있지만 12시점 뒤에는
0.011배만 남습니다. 다만 처음 다섯 시점 동안은 노름이 1보다 크므로, 짧은 시퀀스로 재면 긴 시퀀스와 정반대의 답이 나옵니다. 두 경우 모두
원소의 크기로는 알 수 없습니다. 세 행렬 모두 길게 보면 스펙트럼 반지름이 정합니다.

### tanh가 있는 여러분의 신경망

이번에는 tanh도 넣습니다. 다음 셀은 유닛 50개의 가중치를 난수로 뽑고, $W_h$의 스펙트럼 반지름이 정확히 원하는 값이 되도록 조절합니다.
그리고 *여러분의* `rnn_backward`로, 길이가 1인 그래디언트를 60시점의 마지막 상태에서 거슬러 보냅니다. 몇 시점을 거슬러 갔을 때 길이가
얼마인지를 입력이 없을 때와 입력이 난수일 때로 나누어 그리고, 여러분의 `gradient_norms`로 구한 한계도 함께 그립니다.

먼저 예상해 보십시오. 스펙트럼 반지름이 1.2이면 그래디언트가 폭발합니까?

![스펙트럼 반지름이 0.8, 1.0, 1.2일 때 60시점까지 거슬러 간 그래프 세 개. 세로축은 로그 눈금이다. 한계는 0.8에서 내려가고 1.0에서
평평하며 1.2에서 올라간다. 입력이 없을 때 잰 길이는 그 아래에서 나란히 간다. 입력이 난수이면 잰 길이가 세 그래프 모두에서, 1.2에서도
내려간다.](attachment:norms.png)
"""


# %% given=true
def scaled_weights(rng, H, rho):
    """Return a random matrix (H, H) with the spectral radius rho."""
    Wh = rng.normal(size=(H, H))
    return Wh * (rho / np.abs(np.linalg.eigvals(Wh)).max())


def measured_norms(backward, forward, Wh, input_scale, T=60, seed=0):
    """Return how long a gradient of length 1 is after 1, 2, ..., T steps back from the last state, (T,)."""
    rng, H = np.random.default_rng(seed), len(Wh)
    x, Wx = input_scale * rng.normal(size=(1, T, 1)), rng.normal(size=(1, H))
    h0, dhs = np.zeros((1, H)), np.zeros((1, T, H))
    start = rng.normal(size=H)
    dhs[0, -1] = start / np.linalg.norm(start)
    hs = forward(x, h0, Wx, Wh, np.zeros(H))
    states = np.concatenate([h0[:, np.newaxis], hs], axis=1)
    lengths = []
    for t in reversed(range(T)):  # back to the state before step t
        dh = backward(dhs[:, t:], x[:, t:], states[:, t], hs[:, t:], Wx, Wh)[1]
        lengths.append(np.linalg.norm(dh))
    return np.array(lengths)


# %% demo=true figure="norms"
def plot_norms(radii=(0.8, 1.0, 1.2), T=60):
    """Draw how long the gradient is on its way back, for several spectral radii."""
    k = np.arange(1, T + 1)
    figure, axes = plt.subplots(1, len(radii), figsize=(11, 3.8), sharey=True, layout="constrained")
    for axis, rho in zip(axes, radii, strict=True):
        Wh = scaled_weights(np.random.default_rng(0), 50, rho)
        limit = gradient_norms(Wh, T)
        silent, noisy = (measured_norms(rnn_backward, rnn_forward, Wh, scale, T) for scale in (0.0, 1.0))
        axis.semilogy(k, limit, "k--", label="limit: gradient_norms")
        axis.semilogy(k, silent, "s-", color="tab:blue", markevery=6, label="measured, input 0")
        axis.semilogy(k, noisy, "o-", color="tab:red", markevery=6, label="measured, random input")
        axis.set(title=f"spectral radius {rho}", xlabel="steps back", ylim=(1e-18, 1e6))
        print(f"radius {rho}, 60 steps back: limit {limit[-1]:.1e}, input 0 {silent[-1]:.1e}, random {noisy[-1]:.1e}")
    axes[0].set(ylabel="length of the gradient")
    axes[0].legend(fontsize=8, loc="lower left")


plot_norms()
plt.show()

# %% [markdown] lang="en"
r"""
With a silent input all states are 0, all slopes of tanh are 1, and the measured length follows the limit. With a random input
the units saturate, the slopes are far below 1, and they are multiplied into the gradient at each step. At $\rho = 1.2$ the
limit after 60 steps is $1.2 \cdot 10^5$ and the silent input comes to $1.5 \cdot 10^4$; with the random input
$2.5 \cdot 10^{-9}$ is left. The same matrix, and the gradient vanishes.

So $\rho > 1$ is *not* enough for exploding, it only makes it possible, and vanishing is the common case. In the other direction,
$\rho < 1$ makes the powers of $W_h$ vanish, and with them, in practice, the gradient. If you want a guarantee with tanh,
look at the spectral norm of $W_h$ itself: no slope is above 1, so where the norm is below 1 every single step shrinks the gradient.

**Try it.** Move the sliders of the next cell. From which spectral radius on does the gradient grow when the input is silent? At
the input scale 0.5, how far do you have to go for a gradient that neither grows nor fades over 60 steps? Is it still level if
you change the scale a little?
"""

# %% [markdown] lang="ko"
r"""
입력이 없으면 상태가 모두 0이고 tanh의 기울기가 모두 1이므로, 잰 길이가 한계를 따라갑니다. 입력이 난수이면 유닛이 포화되어 기울기가
1보다 훨씬 작아지고, 이것이 시점마다 그래디언트에 곱해집니다. $\rho = 1.2$일 때 60시점 뒤의 한계는 $1.2 \cdot 10^5$이고 입력이 없으면
$1.5 \cdot 10^4$입니다. 입력이 난수이면 $2.5 \cdot 10^{-9}$만 남습니다. 같은 행렬인데도 그래디언트가 소실됩니다.

따라서 $\rho > 1$이라고 해서 *반드시* 폭발하는 것은 아닙니다. 폭발할 수 있게 될 뿐이고, 흔한 것은 소실입니다. 반대로 $\rho < 1$이면
$W_h$의 거듭제곱이 0으로 가고, 실제로는 그래디언트도 함께 소실됩니다. tanh가 있어도 확실한 보장이 필요하면 $W_h$ 자체의 스펙트럼 노름을
보십시오. 기울기는 1을 넘지 않으므로, 이 노름이 1보다 작으면 시점마다 그래디언트가 반드시 줄어듭니다.

**해 보십시오.** 다음 셀의 슬라이더를 움직여 보십시오. 입력이 없을 때 스펙트럼 반지름이 얼마부터 그래디언트가 커집니까? 입력의 크기가
0.5일 때 60시점 동안 커지지도 줄지도 않는 그래디언트를 얻으려면 반지름을 얼마로 해야 합니까? 그 상태에서 입력의 크기를 조금 바꾸어도
그대로입니까?
"""


# %% demo=true
def draw_norms(spectral_radius, input_scale):
    """Draw the length of the gradient for one spectral radius and one size of the random input."""
    T = 60
    k, Wh = np.arange(1, T + 1), scaled_weights(np.random.default_rng(0), 50, spectral_radius)
    figure, axis = plt.subplots(figsize=(7, 3.8), layout="constrained")
    axis.semilogy(k, gradient_norms(Wh, T), "k--", label="limit: gradient_norms")
    axis.semilogy(k, spectral_radius**k, ":", color="0.4", label="power of the spectral radius")
    lengths = measured_norms(rnn_backward, rnn_forward, Wh, input_scale, T)
    axis.semilogy(k, lengths, "o-", color="tab:red", markevery=6, label="measured with your rnn_backward")
    axis.set(xlabel="steps back", ylabel="length of the gradient", ylim=(1e-18, 1e18))
    axis.set_title(f"60 steps back: {lengths[-1]:.1e} of the gradient is left")
    axis.legend(fontsize=8, loc="lower left")
    plt.show()


widgets.sliders(draw_norms, spectral_radius=(0.5, 2.0, 0.05, 1.2), input_scale=(0.0, 1.5, 0.1, 0.5))

# %% [markdown] lang="en"
r"""
## 6. Clipping

A gradient of 1000 says that the loss is steep *here*. It does not say that it stays steep all the way along a step of length 1000.
Against explosions there is a simple remedy: keep the direction of the step and limit its length. This is called
**gradient clipping**.

The length is that of all gradients together, as if all numbers of all arrays stood in one long vector $g$:

$$\lVert g \rVert = \sqrt{\sum g^2} \qquad g \leftarrow g \cdot \frac{\text{max\_norm}}{\lVert g \rVert}
\quad\text{where}\quad \lVert g \rVert > \text{max\_norm}$$

An example: the gradients are [3, 0] and [4], max_norm is 1. The norm is $\sqrt{9 + 0 + 16} = 5$, the factor 0.2, and what is left
is [0.6, 0] and [0.8]. With max_norm = 10 nothing changes.

One factor for all numbers keeps the direction. Clip each array by itself and [3, 0], [4] becomes [1, 0], [1]: another
direction, which is no longer the one in which the loss falls fastest.

**Your turn**, about 5 lines. Change the arrays in place, because the layers hold the same arrays; and return the norm *before*
clipping, which is worth printing during training.
"""

# %% [markdown] lang="ko"
r"""
## 6. 클리핑

그래디언트가 1000이라는 것은 *이 자리에서* 손실이 가파르다는 말입니다. 1000만큼 걸어가는 동안 내내 가파르다는 말은 아닙니다. 폭발을
막는 방법은 간단합니다. 걸음의 방향은 그대로 두고 길이만 제한합니다. 이것을 **그래디언트 클리핑**(gradient clipping)이라고 합니다.

길이는 그래디언트 전체의 길이입니다. 모든 배열의 모든 수를 긴 벡터 $g$ 하나에 늘어놓았다고 생각합니다.

$$\lVert g \rVert = \sqrt{\sum g^2} \qquad g \leftarrow g \cdot \frac{\text{max\_norm}}{\lVert g \rVert}
\quad\text{where}\quad \lVert g \rVert > \text{max\_norm}$$

그래디언트가 [3, 0]과 [4]이고 max_norm이 1인 예를 들겠습니다. 노름은 $\sqrt{9 + 0 + 16} = 5$이고 곱할 수는 0.2이므로, [0.6, 0]과
[0.8]이 됩니다. max_norm이 10이면 아무것도 바뀌지 않습니다.

모두에 같은 수를 곱하므로 방향이 그대로입니다. 배열마다 따로 줄이면 [3, 0], [4]가 [1, 0], [1]이 되어 방향이 달라집니다. 더는 손실이
가장 빨리 줄어드는 방향이 아닙니다.

빈칸을 채우십시오. 다섯 줄 정도입니다. 층들이 같은 배열을 들고 있으므로 배열을 제자리에서 바꾸십시오. 그리고 클리핑하기 *전의* 노름을
반환하십시오. 학습하는 동안 출력해 볼 만한 수입니다.
"""


# %% exercise="clip_grads"
def clip_grads(grads, max_norm):
    """Scale gradients in place so that their common norm is at most max_norm; return the norm before, a single number.

    grads : list of arrays of floats of any shapes; changed in place where the norm, √(sum of all squares in all arrays),
    is above max_norm, else left as they are. max_norm : number > 0. Gradients that are all 0 stay 0.

    Example: grads = [np.array([3.0, 0.0]), np.array([4.0])] and max_norm = 1 become [0.6, 0.0] and [0.8]; returns 5.0.
    """
    ### BEGIN SOLUTION
    norm = np.sqrt(sum(np.sum(g**2) for g in grads))
    if norm > max_norm:
        for g in grads:
            g *= max_norm / norm
    return norm
    ### END SOLUTION


# %% check="clip_grads"
check("clip_grads", clip_grads)

# %% [markdown] lang="en"
r"""
### A cliff

One unit, no input, 50 steps. The state starts at 0.5, and after 50 steps it should be −0.3. Only two numbers are learnt,
$W_h$ (at first 2) and $b$ (at first 0.3), by plain gradient descent with the learning rate 0.02: once as it is, once with
your `clip_grads` and max_norm 5.

![Two plots over 200 updates. Left, the loss: both curves fall together from 1.63 to 0.77 at update 79; then the one without
clipping stays at 0.49 for ever, while the other reaches 0 after two jumps on the way. Right, the norm of the gradient on a
logarithmic axis: both rise to a peak of 3311 at update 79, where the curve without clipping ends; the other has smaller peaks later.](attachment:cliff.png)
"""

# %% [markdown] lang="ko"
r"""
### 절벽

유닛 하나, 입력 없음, 50시점입니다. 상태는 0.5에서 출발하고 50시점 뒤에 −0.3이 되어야 합니다. 학습하는 수는 $W_h$(처음에 2)와
$b$(처음에 0.3) 둘뿐이고, 학습률 0.02로 경사 하강법을 씁니다. 한 번은 그대로, 한 번은 여러분의 `clip_grads`를 max_norm 5로 씁니다.

![갱신 200번의 그래프 두 개. 왼쪽은 손실로, 두 곡선이 1.63에서 갱신 79번의 0.77까지 함께 내려간다. 그다음 클리핑하지 않은 곡선은 계속
0.49에 머물고, 다른 곡선은 두 번 튀어 오른 뒤 0에 이른다. 오른쪽은 그래디언트의 노름으로, 세로축이 로그 눈금이다. 둘 다 갱신 79번에서
3311까지 치솟는다. 클리핑하지 않은 곡선은 거기서 끊기고, 다른 곡선은 뒤에서 더 작게 몇 번 치솟는다.](attachment:cliff.png)
"""


# %% demo=true figure="cliff"
def descend(max_norm, updates=200, lr=0.02, T=50, target=-0.3):
    """Learn Wh and b of one unit; return the losses and the norms of the gradient, (updates,), and Wh, b."""
    Wx, Wh, b = np.zeros((1, 1)), np.array([[2.0]]), np.array([0.3])
    x, h0, dhs = np.zeros((1, T, 1)), np.array([[0.5]]), np.zeros((1, T, 1))
    losses, norms = [], []
    for _ in range(updates):
        hs = rnn_forward(x, h0, Wx, Wh, b)
        error = hs[0, -1, 0] - target
        dhs[0, -1, 0] = 2 * error
        _, _, _, dWh, db = rnn_backward(dhs, x, h0, hs, Wx, Wh)
        losses.append(error**2)
        norms.append(clip_grads([dWh, db], max_norm))
        Wh, b = Wh - lr * dWh, b - lr * db
    return np.array(losses), np.array(norms), Wh[0, 0], b[0]


def plot_cliff():
    """Draw the loss and the norm of the gradient with and without clipping."""
    figure, (left, right) = plt.subplots(1, 2, figsize=(10, 3.8), layout="constrained")
    for name, max_norm, style in (("max_norm 5", 5.0, "-"), ("without clipping", np.inf, "k--x")):
        losses, norms, Wh, b = descend(max_norm)
        left.plot(losses, style, markevery=20, label=name)
        right.semilogy(np.where(norms > 0, norms, np.nan), style, markevery=[79], label=name)
        print(f"{name:17s} loss at 79: {losses[79]:.3f}, at 80: {losses[80]:.3f}, last: {losses[-1]:.1e}", end="; ")
        print(
            f"norm at 79: {norms[79]:.0f}, last: {norms[-1]:.1e}; Wh {Wh:.2f}, b {b:.2f}; norms above 5: {np.sum(norms > 5)}"
        )
    left.set(xlabel="update", ylabel="loss", title="loss")
    right.set(xlabel="update", ylabel="norm before clipping", title="norm of the gradient")
    left.legend()
    right.legend()


plot_cliff()
plt.show()

# %% [markdown] lang="en"
r"""
Both runs are the same up to update 79. There a small change of $W_h$ and $b$ decides on which side of 0 the state ends up after 50
steps, and the gradient, 2.7 shortly before, is 3311. Without clipping this one step takes $W_h$ to −28 and $b$ to −59. There
tanh is saturated, all gradients are exactly 0 (the curve on the right ends, since 0 has no place on a logarithmic axis), and
the network will never learn again: the explosion has become a vanishing. With clipping the step is 0.1 long, and
learning goes on: it meets the cliff again, the loss jumps twice, and at the end it is below $10^{-9}$. Only 4 of the 200
gradients had to be clipped.

Clipping does not make the cliff go away, and it has a limit: a gradient of 0.00003 is below every max_norm, so it is left as it is.
"""

# %% [markdown] lang="ko"
r"""
갱신 79번까지 두 실험은 똑같습니다. 거기서는 $W_h$와 $b$를 조금만 바꾸어도 50시점 뒤의 상태가 0의 어느 쪽으로 가는지가 달라지고, 조금
전까지 2.7이던 그래디언트의 노름이 3311이 됩니다. 클리핑하지 않으면 이 한 걸음으로 $W_h$는 −28, $b$는 −59가 됩니다. 그곳에서는
tanh가 포화되어 그래디언트가 모두 정확히 0이고(로그 눈금에는 0을 그릴 수 없으므로 오른쪽 곡선이 끊깁니다), 신경망은 두 번 다시 학습하지
못합니다. 폭발이 소실로 바뀐 것입니다. 클리핑하면 걸음의 길이가 0.1이 되고 학습이 이어집니다. 절벽을 다시 만나 손실이 두 번 튀어
오르지만 마지막에는 $10^{-9}$보다 작아집니다. 그래디언트 200개 가운데 클리핑된 것은 4개뿐입니다.

클리핑한다고 절벽이 없어지지는 않습니다. 한계도 있습니다. 그래디언트가 0.00003이면 어떤 max_norm보다도 작으므로 그대로 남습니다.
"""

# %% [markdown] lang="en"
r"""
## 7. A layer that keeps its state

Your two walks become a layer, `TimeRNN`, with `params` and `grads` like every layer. One question is new: with which state does
`forward` begin?

Usually with zeros: each batch holds new sequences. But a sequence may be too long for one call, such as a book, or may not be
there yet, such as a wave that the network itself continues. Then it comes in **pieces**, and the second piece must begin
with the state in which the first one ended. A layer that does so is called **stateful**.

- With `stateful=False`, `forward` always begins with zeros.
- With `stateful=True` it begins with the last state of the `forward` before, until `reset_state()` is called.
- The kept state has N rows, one for each sequence. A batch with another N cannot continue them: raise a `ValueError`. (NumPy
  alone does not always notice: a state of one row fits any N, by broadcasting.)

**The gradient does not cross the border.** Going forward, the state passes from piece to piece. Going back, `backward` walks
through the last piece only. What arrives at its beginning is kept as `dh0`, for you to look at, and not used. So the
network learns from at most one piece at a time; this is called **truncated** backpropagation through time. It saves memory and
time, and the price is that nothing further away than one piece can be learnt directly.

An example with the weights of section 1: a stateful layer gets [1, 0] and then [0]. The states are 0.762, 0.363 and then 0.180, as if
the three had come together. After `reset_state()`, [0] gives 0.

**Your turn**: about 4 lines for the constructor, 7 for `forward`, 5 for `backward`, 1 for `reset_state`. `backward` belongs to
the last `forward`, and must begin with the same `h0`: keep it.
"""

# %% [markdown] lang="ko"
r"""
## 7. 상태를 이어 쓰는 층

앞에서 만든 순전파와 역전파를 `TimeRNN`이라는 층으로 묶습니다. 다른 층처럼 `params`와 `grads`가 있습니다. 새로 생기는 질문은 하나입니다.
`forward`는 어떤 상태에서 시작해야 합니까?

보통은 0입니다. 배치마다 새 시퀀스가 들어 있기 때문입니다. 그런데 책처럼 한 번에 넣기에는 너무 긴 시퀀스도 있고, 신경망이 스스로 이어
가는 파동처럼 아직 없는 시퀀스도 있습니다. 그럴 때는 **조각**으로 나누어 넣고, 둘째 조각은 첫째 조각이 끝난 상태에서 시작해야 합니다.
이렇게 상태를 유지하는 층을 **stateful**이라고 합니다.

- `stateful=False`이면 `forward`는 언제나 0에서 시작합니다.
- `stateful=True`이면 바로 앞 `forward`의 마지막 상태에서 시작합니다. `reset_state()`를 부르면 다시 0부터입니다.
- 저장한 상태에는 시퀀스마다 한 행씩 N개의 행이 있습니다. N이 다른 배치는 이어질 수 없으므로 `ValueError`를 일으키십시오. (NumPy가 늘
  알아채 주지는 않습니다. 행이 하나인 상태는 브로드캐스팅되어 어떤 N에도 맞습니다.)

**그래디언트는 경계를 넘지 않습니다.** 앞으로 갈 때는 상태가 조각에서 조각으로 넘어갑니다. 되돌아올 때 `backward`는 마지막 조각만
지나갑니다. 그 조각의 처음에 도착한 그래디언트는 볼 수 있도록 `dh0`에 저장하고, 쓰지는 않습니다. 그래서 신경망은 한 번에 조각 하나에서만
배웁니다. 이것을 **truncated BPTT**(잘라 낸 BPTT)라고 합니다. 메모리와 시간을 아끼는 대신, 조각 하나보다 먼 관계는 직접 배울 수
없습니다.

1절의 가중치로 예를 들겠습니다. stateful인 층에 [1, 0]을 넣고 이어서 [0]을 넣으면 상태는 0.762, 0.363, 그리고 0.180입니다. 셋을 한꺼번에
넣은 것과 같습니다. `reset_state()` 다음에 [0]을 넣으면 0입니다.

빈칸을 채우십시오. 생성자는 네 줄, `forward`는 일곱 줄, `backward`는 다섯 줄, `reset_state`는 한 줄 정도입니다. `backward`는 마지막
`forward`를 거꾸로 가는 것이므로 같은 `h0`에서 시작해야 합니다. `h0`을 저장하십시오.
"""


# %% exercise="time_rnn"
class TimeRNN:
    """A recurrent layer over sequences.

    Wx : (D, H), Wh : (H, H), b : (H,), arrays of floats. stateful : False, every forward begins with zeros; True, with
    the last state of the forward before, or zeros where there was none since reset_state.
    params : the list [Wx, Wh, b], the arrays themselves. grads : the list [dWx, dWh, db], arrays made once, that every
    backward fills anew. dh0 : (N, H), after backward the gradient of the state that forward began with.

    Example: layer = TimeRNN(np.array([[1.0]]), np.array([[0.5]]), np.array([0.0]), stateful=True);
    layer.forward(np.array([[[1.0], [0.0]]])) gives [[[0.762], [0.363]]], then layer.forward(np.array([[[0.0]]])) [[[0.180]]].
    """

    def __init__(self, Wx, Wh, b, stateful=False):
        ### BEGIN SOLUTION
        self.params = [Wx, Wh, b]
        self.grads = [np.zeros_like(p) for p in self.params]
        self.stateful = stateful
        self.h = None
        ### END SOLUTION

    def forward(self, x):
        """Return all states hs (N, T, H). x : (N, T, D), floats, not changed.

        Raises ValueError where a state is kept from a batch with another N.
        """
        ### BEGIN SOLUTION
        h0 = self.h
        if h0 is None or not self.stateful:
            h0 = np.zeros((len(x), len(self.params[1])))
        if len(h0) != len(x):
            raise ValueError(f"found {len(x)} sequences after a state of {len(h0)}; call reset_state first")
        self.x, self.h0, self.hs = x, h0, rnn_forward(x, h0, *self.params)
        self.h = self.hs[:, -1]
        return self.hs
        ### END SOLUTION

    def backward(self, dhs):
        """Walk back through the last forward only: fill grads and dh0; return dx (N, T, D).

        dhs : (N, T, H), the gradient of each state from above; not changed.
        """
        ### BEGIN SOLUTION
        Wx, Wh, b = self.params
        dx, self.dh0, *grads = rnn_backward(dhs, self.x, self.h0, self.hs, Wx, Wh)
        for kept, grad in zip(self.grads, grads, strict=True):
            kept[...] = grad
        return dx
        ### END SOLUTION

    def reset_state(self):
        """Forget the state: the next forward begins with zeros."""
        ### BEGIN SOLUTION
        self.h = None
        ### END SOLUTION


# %% check="time_rnn"
check("time_rnn", TimeRNN)

# %% [markdown] lang="en"
r"""
## 8. Waves that go on

Now the real thing. Each sequence is a sine wave with a speed and a start of its own, $\sin(\omega t + \varphi)$, with $\omega$ between
0.2 and 0.5; one wave takes 13 to 31 steps. At every step the network has to say what the *next* number will be. It sees
one number at a time, so a single input is not enough: at 0.5 the wave may be going up or down, fast or slowly. Only the
past tells.

The network: your `TimeRNN` with 32 units, and above it `TimeAffine`, which turns each state (32 numbers) into one number, with
the same weights at every step. The loss is the mean squared error, the optimizer Adam, and every one of the 1,000 batches
holds 32 waves never seen before.

**Guess first.** The simplest forecast is "the next number is this one". Its mean squared error is 0.064. A better one goes on
in a straight line, $2 x_t - x_{t-1}$, and has 0.010. What can a network reach that sees the whole past? And how well can it do
at the very first step?

![Left, the loss over 1,000 updates on a logarithmic axis falls from above 1 to about 0.002. Right, a wave of 40 known steps
and 40 more: the forecast, dashed, follows the true wave closely at first and then drifts away from it.](attachment:sine.png)
"""

# %% [markdown] lang="ko"
r"""
## 8. 이어지는 파동

이제 실제로 써 봅니다. 시퀀스 하나하나는 빠르기와 시작점이 저마다 다른 사인파 $\sin(\omega t + \varphi)$입니다. $\omega$는 0.2와 0.5
사이이고, 파동 하나는 13시점에서 31시점쯤 걸립니다. 신경망은 시점마다 *다음* 수가 무엇일지 답해야 합니다. 수를 한 번에 하나씩만 보므로
입력 하나로는 부족합니다. 0.5에 있는 파동은 올라가는 중일 수도, 내려가는 중일 수도 있고, 빠를 수도, 느릴 수도 있습니다. 지나온 것을
알아야 답할 수 있습니다.

신경망은 유닛 32개짜리 여러분의 `TimeRNN`과 그 위의 `TimeAffine`입니다. `TimeAffine`은 상태(수 32개)를 시점마다 똑같은 가중치로 수
하나로 바꿉니다. 손실은 평균 제곱 오차, 옵티마이저는 Adam이고, 배치 1,000개에는 매번 처음 보는 파동이 32개씩 들어 있습니다.

**먼저 예상해 보십시오.** 가장 단순한 예측은 '다음 수는 지금 수와 같다'입니다. 평균 제곱 오차가 0.064입니다. 직선으로 이어 가는
$2 x_t - x_{t-1}$은 조금 나아서 0.010입니다. 지나온 것을 모두 본 신경망은 어디까지 갈 수 있을까요? 그리고 맨 첫 시점에서는 얼마나 잘할
수 있을까요?

![왼쪽은 갱신 1,000번 동안의 손실로, 로그 눈금에서 1이 넘는 값에서 0.002쯤까지 내려간다. 오른쪽은 이미 아는 40시점과 그 뒤 40시점의
파동이다. 점선인 예측은 처음에는 실제 파동을 바짝 따라가다가 점점 벗어난다.](attachment:sine.png)
"""


# %% given=true
def waves(rng, N, T):
    """Return N sine waves of T steps, each with its own speed and start, (N, T, 1)."""
    speed = rng.uniform(0.2, 0.5, (N, 1))
    start = rng.uniform(0, 2 * np.pi, (N, 1))
    return np.sin(speed * np.arange(T) + start)[:, :, np.newaxis]


# %% demo=true figure="sine"
def train_on_waves(updates=1000, H=32, N=32, T=40, seed=0):
    """Train a TimeRNN and a TimeAffine to say the next number; return both and the losses."""
    rng = np.random.default_rng(seed)
    rnn = TimeRNN(rng.normal(size=(1, H)), rng.normal(0, 1 / np.sqrt(H), (H, H)), np.zeros(H))
    head = TimeAffine(rng.normal(0, 1 / np.sqrt(H), (H, 1)), np.zeros(1))
    params, grads, optimizer = rnn.params + head.params, rnn.grads + head.grads, Adam(0.005)
    losses = []
    for update in range(updates):
        optimizer.lr = 0.005 if update < 600 else 0.001
        wave = waves(rng, N, T + 1)
        error = head.forward(rnn.forward(wave[:, :-1])) - wave[:, 1:]
        losses.append(np.mean(error**2))
        rnn.backward(head.backward(2 * error / error.size))
        norm = clip_grads(grads, 1.0)
        optimizer.update(params, grads)
        if update % 200 == 0 or update == updates - 1:
            print(f"update {update:4d}: loss {losses[-1]:.5f}, norm of the gradient {norm:.3f}")
    return rnn, head, losses


def go_on(rnn, head, x, steps):
    """Read x (N, T, 1), then feed each forecast back as the next input; return the forecasts (N, steps, 1)."""
    reader = TimeRNN(*rnn.params, stateful=True)
    y = head.forward(reader.forward(x))[:, -1:]
    forecasts = [y]
    for _ in range(steps - 1):
        y = head.forward(reader.forward(y))
        forecasts.append(y)
    return np.concatenate(forecasts, axis=1)


def report_waves(T=40, more=40):
    """Train, print the errors on 500 new waves, and draw the loss and one wave that goes on."""
    rnn, head, losses = train_on_waves(T=T)
    wave = waves(np.random.default_rng(1000), 500, T + more)
    x, t = wave[:, :T], wave[:, 1 : T + 1]
    errors = np.mean((head.forward(rnn.forward(x)) - t) ** 2, axis=(0, 2))
    naive, straight = np.mean((t - x)[:, 10:] ** 2), np.mean((2 * x[:, 10:] - x[:, 9:-1] - t[:, 10:]) ** 2)
    print("by step:", ", ".join(f"{step}: {errors[step]:.4f}" for step in (0, 1, 2, 5)))
    print(
        f"from step 10 on: network {errors[10:].mean():.1e}, straight line {straight:.1e}, the same again {naive:.1e}"
    )
    forecast = go_on(rnn, head, x, more)
    drift = np.mean((forecast - wave[:, T:]) ** 2, axis=(0, 2))
    print("on its own:", ", ".join(f"{step} steps {drift[step - 1]:.4f}" for step in (1, 5, 10, 20, 40)))
    print(f"spectral radius of the trained Wh: {spectral_radius(rnn.params[1]):.2f}")

    figure, (left, right) = plt.subplots(1, 2, figsize=(11, 3.8), layout="constrained", width_ratios=(2, 3))
    left.semilogy(losses, color="tab:blue", label="network, all steps")
    left.axhline(naive, color="black", linestyle="--", label="the same again")
    left.axhline(straight, color="black", linestyle=":", label="straight line")
    left.set(xlabel="update", ylabel="mean squared error", title="loss in training")
    left.legend(fontsize=8)
    right.plot(wave[0, :, 0], "-", color="0.6", linewidth=3, label="true wave")
    right.plot(np.arange(T, T + more), forecast[0, :, 0], "r--", marker="o", markersize=3, label="forecast on its own")
    right.axvline(T - 0.5, color="black", linestyle=":")
    right.set(xlabel="time step", ylabel="value", ylim=(-1.6, 1.6), title="known up to step 39, then on its own")
    right.legend(fontsize=8, loc="upper left", ncols=2)


report_waves()
plt.show()

# %% [markdown] lang="en"
r"""
At step 0 the mean squared error is 0.066, no better than "the same again". It cannot be: one number does not tell whether the
wave goes up or down. With two numbers it falls to 0.010, with six to 0.0008, and from step 10 on it is
$3.3 \cdot 10^{-5}$, against $1.0 \cdot 10^{-2}$ for the straight line and $6.4 \cdot 10^{-2}$ for "the same again". The network finds
the speed of a wave it has never seen, out of its past alone. (The loss on the left stays near 0.002, because the hopeless
first steps count in it.)

Left to itself it does worse. `go_on` feeds each forecast back as the next input, and small errors grow: 0.0011 after 5 steps, 0.053
after 20, 0.40 after 40. That is hardly better than always saying 0, which would give 0.5. The network was trained to look one
step ahead on true waves and has never seen its own errors.

Two lines of the output bear on section 5. The trained $W_h$ has the spectral radius 1.47, and still nothing exploded after the
first updates: the slopes of tanh hold against it. And this task needs only a short memory. Where the answer
stands 40 steps back, among other things to look at, a network of this kind does badly; that is where unit u21 begins.
"""

# %% [markdown] lang="ko"
r"""
시점 0에서는 평균 제곱 오차가 0.066으로 '지금 수와 같다'는 예측보다 나을 것이 없습니다. 당연합니다. 수 하나만 보고는 올라가는 중인지
내려가는 중인지 알 수 없습니다. 수 두 개를 보면 0.010, 여섯 개를 보면 0.0008로 줄고, 시점 10부터는 $3.3 \cdot 10^{-5}$입니다. 직선
예측은 $1.0 \cdot 10^{-2}$, '지금 수와 같다'는 $6.4 \cdot 10^{-2}$입니다. 신경망은 처음 보는 파동의 빠르기를 지나온 것만으로
알아냅니다. (왼쪽 그림의 손실이 0.002쯤에 머무는 것은 어쩔 수 없는 처음 몇 시점이 함께 들어 있기 때문입니다.)

혼자 이어 갈 때는 그만 못합니다. `go_on`은 예측한 수를 다음 입력으로 넣는데, 작은 오차가 점점 커져서 5시점 뒤에는 0.0011, 20시점 뒤에는
0.053, 40시점 뒤에는 0.40입니다. 언제나 0이라고 답할 때의 0.5보다 별로 낫지 않습니다. 이 신경망은 진짜 파동에서 한 시점 앞을 내다보도록
학습했을 뿐, 자신의 오차가 섞인 입력은 본 적이 없습니다.

출력 가운데 두 가지는 5절과 이어집니다. 학습이 끝난 $W_h$의 스펙트럼 반지름은 1.47인데도, 처음 몇 번의 갱신 뒤로는 아무것도 폭발하지
않았습니다. tanh의 기울기가 막아 준 것입니다. 또 이 문제는 기억이 짧아도 풀 수 있습니다. 답이 40시점 전에 있고 그 사이에 다른 것들이
섞여 있으면 이런 신경망으로는 잘되지 않습니다. u21은 거기서 시작합니다.
"""

# %% [markdown] lang="en"
r"""
## 9. A question to answer in words

Write four to eight sentences in the cell below. It is graded by a person, 3 points.

1. Clipping cures one of the two, the vanishing or the exploding gradient. Which one, and how?
2. Why does it not cure the other? Somebody proposes: "Then multiply small gradients until their norm is 1." Why does that not
   help the network to learn from inputs of long ago?
3. A fellow student says: "All entries of my $W_h$ are between −0.5 and 0.5, so my gradients vanish." What do you answer, and what
   would you compute instead?
"""

# %% [markdown] lang="ko"
r"""
## 9. 글로 답하는 문제

아래 셀에 네 문장에서 여덟 문장 정도로 답하십시오. 사람이 채점하며 3점입니다.

1. 클리핑은 그래디언트 소실과 폭발 중 하나를 해결합니다. 어느 쪽이며, 어떻게 해결합니까?
2. 다른 하나는 왜 해결하지 못합니까? 누군가 '그러면 작은 그래디언트를 노름이 1이 되도록 키우면 된다'고 제안합니다. 그래도 오래된 입력에서
   배우는 데 도움이 되지 않는 이유는 무엇입니까?
3. 한 학생이 '내 $W_h$의 원소는 모두 −0.5와 0.5 사이이니 그래디언트가 소실된다'고 말합니다. 뭐라고 답하겠습니까? 그 대신 무엇을
   계산하겠습니까?
"""

# %% [markdown] answer="clipping" points=3 lang="en"
r"""
**Model answer.**

1. The exploding gradient. Where the common norm of all gradients is above a limit, all of them are multiplied by the same
   factor, so the step keeps its direction and cannot be longer than the learning rate times the limit. One step can no longer throw
   the weights away.
2. A vanished gradient is small, so clipping leaves it as it is. Making it larger does not help: the gradient of a weight is a sum
   over the steps, and in it the terms of recent steps are large and those of long ago are tiny. One factor for the
   whole sum enlarges both alike; the share of the early steps stays as tiny as it was. (If the whole gradient is small because
   the loss is, a longer step would only lead away from the minimum.)
3. The entries do not decide. The 3×3 matrix with 0.4 everywhere has the eigenvalue 1.2, and its powers grow; with 50 units
   even entries of 0.03 would do. What decides the long run is the spectral radius, the largest |eigenvalue|: below 1 the
   powers of $W_h$ vanish; above 1 gradients can explode, though the slopes of tanh work against it. Best is to measure: send a gradient back and
   look at its norm after each step.

**Rubric**, 1 point each.

- Exploding, with the reason that the length of the step is limited (one factor, direction kept). Half a point without the reason.
- Small gradients stay below the limit, *and* a common factor does not change the share of early steps in the sum. Half a point
  for one of the two. "The gradient is exactly 0, so nothing can be multiplied" earns half a point.
- No, with the spectral radius (or a measurement) in place of the entries; a counterexample or the reason that many
  small entries add up. Half a point if only "the spectral radius" is named. "The spectral norm" instead, with the remark that
  below 1 it guarantees vanishing, earns full marks.
"""

# %% [markdown] answer="clipping" points=3 lang="ko"
r"""
**모범 답안.**

1. 폭발입니다. 모든 그래디언트의 노름이 한계보다 크면 모두에 같은 수를 곱해 줄입니다. 걸음의 방향은 그대로이고, 길이는 학습률 곱하기
   한계를 넘지 못합니다. 그래서 한 걸음에 가중치가 멀리 튕겨 나가는 일이 없어집니다.
2. 소실된 그래디언트는 작으므로 클리핑해도 그대로입니다. 키워도 소용이 없습니다. 가중치의 그래디언트는 시점에 걸친 합이고, 그 안에서 최근
   시점의 항은 크고 오래된 시점의 항은 아주 작습니다. 합 전체에 같은 수를 곱하면 둘이 똑같이 커질 뿐, 오래된 시점이 차지하는 몫은 여전히
   아주 작습니다. (손실이 작아서 그래디언트 전체가 작은 경우라면, 걸음을 키우는 것은 최솟값에서 멀어지는 일입니다.)
3. 원소의 크기로는 알 수 없습니다. 원소가 모두 0.4인 3×3 행렬의 고윳값은 1.2이고, 거듭제곱하면 커집니다. 유닛이 50개이면 원소가 0.03만
   되어도 그렇습니다. 길게 볼 때 정하는 것은 고윳값의 절댓값 중 가장 큰 것, 곧 스펙트럼 반지름입니다. 1보다 작으면 $W_h$의 거듭제곱이
   0으로 가고, 1보다 크면 그래디언트가 폭발할 수 있지만 tanh의 기울기가 이를 줄입니다. 가장 좋은 것은 재는 것입니다. 그래디언트를 거슬러 보내면서 시점마다 노름을 봅니다.

**채점 기준**, 각 1점.

- 폭발이라는 것과, 걸음의 길이가 제한된다는 이유(같은 수를 곱하므로 방향은 그대로). 이유가 없으면 0.5점.
- 작은 그래디언트는 한계 아래라서 그대로라는 것, *그리고* 같은 수를 곱해도 합에서 오래된 시점의 몫은 달라지지 않는다는 것. 하나만 있으면
  0.5점. '그래디언트가 정확히 0이어서 무엇을 곱해도 0이다'는 0.5점.
- 아니라는 답과, 원소 대신 스펙트럼 반지름(또는 측정)을 본다는 것, 그리고 반례나 작은 원소도 많으면 더해져 커진다는 이유. '스펙트럼
  반지름'이라는 말만 있으면 0.5점. 스펙트럼 노름을 들면서 그것이 1보다 작으면 반드시 소실된다고 쓰면 만점.
"""

# %% demo=true
unit.score()

# %% [markdown] lang="en"
r"""
## What to read next

- Ian Goodfellow, Yoshua Bengio, Aaron Courville, *Deep Learning* (MIT Press, 2016), chapter 10, above all sections 10.2.2
  (backpropagation through time) and 10.7 (why long-term dependencies are hard).
- Koki Saitoh, *Deep Learning from Scratch 2*, chapter 5: an RNN layer and truncated backpropagation through time, in NumPy.
- Razvan Pascanu, Tomas Mikolov, Yoshua Bengio, "On the difficulty of training recurrent neural networks" (ICML 2013): the
  cliff, gradient clipping, and what the spectral radius does and does not decide.
- Yoshua Bengio, Patrice Simard, Paolo Frasconi, "Learning long-term dependencies with gradient descent is difficult" (IEEE
  Transactions on Neural Networks, 1994): the vanishing gradient, before it was common knowledge.
- Jeffrey Elman, "Finding structure in time" (Cognitive Science, 1990): the network of this unit, and what it finds in sentences.

In unit u21 the state gets a second path on which it is not multiplied by a matrix at every step: the LSTM.
"""

# %% [markdown] lang="ko"
r"""
## 더 읽을거리

- Ian Goodfellow, Yoshua Bengio, Aaron Courville, *Deep Learning* (MIT Press, 2016), 10장. 특히 10.2.2절(시간을 거스르는 역전파)과
  10.7절(오래된 입력에서 배우기가 왜 어려운지)을 읽어 보십시오.
- 사이토 고키, 『밑바닥부터 시작하는 딥러닝 2』, 5장. RNN 층과 truncated BPTT를 NumPy로 만듭니다.
- Razvan Pascanu, Tomas Mikolov, Yoshua Bengio, "On the difficulty of training recurrent neural networks" (ICML 2013). 절벽과
  그래디언트 클리핑, 그리고 스펙트럼 반지름이 정하는 것과 정하지 못하는 것을 다룹니다.
- Yoshua Bengio, Patrice Simard, Paolo Frasconi, "Learning long-term dependencies with gradient descent is difficult" (IEEE
  Transactions on Neural Networks, 1994). 그래디언트 소실이 널리 알려지기 전의 논문입니다.
- Jeffrey Elman, "Finding structure in time" (Cognitive Science, 1990). 이 단원의 신경망이 문장에서 무엇을 찾아내는지 보여 줍니다.

u21에서는 상태에 길을 하나 더 냅니다. 시점마다 행렬을 곱하지 않는 길입니다. 그것이 LSTM입니다.
"""
