# %% [markdown] lang="en"
r"""
# The artificial neuron

Everything in this course is built from one small part, the **artificial neuron**. It multiplies, adds, and passes the
sum through one function. This unit takes it apart.

After it you will be able to

- compute a weighted sum by hand and in one line of NumPy,
- write a neuron as a Python class that keeps its own numbers,
- send a whole table of samples through a neuron at once,
- say what weights and bias do to the line at which a neuron changes its answer, and set that line by hand so that it
  tells handwritten zeros from nines,
- count the numbers that a network of neurons has to learn.

You need NumPy arrays and their shapes (unit u00), Python functions and classes, and the dot product of two vectors.
Plan about 60 minutes.
"""

# %% [markdown] lang="ko"
r"""
# 인공 뉴런

이 강의에서 배우는 모든 것은 **인공 뉴런**(artificial neuron)이라는 작은 부품으로 이루어집니다. 뉴런은 곱하고, 더하고, 그 합을
함수 하나에 통과시킵니다. 이 단원에서는 뉴런을 하나씩 뜯어봅니다.

이 단원을 마치면 다음을 할 수 있습니다.

- 가중합을 손으로 계산하고, NumPy 한 줄로도 계산합니다.
- 뉴런을 자기 수를 스스로 지니는 파이썬 클래스로 작성합니다.
- 샘플을 모아 놓은 표 전체를 뉴런에 한꺼번에 통과시킵니다.
- 뉴런의 답이 바뀌는 경계선에 가중치와 편향이 어떤 영향을 주는지 설명하고, 손글씨 숫자 0과 9가 나뉘도록 그 선을 직접
  맞춥니다.
- 뉴런으로 만든 신경망이 배워야 할 수가 몇 개인지 셉니다.

NumPy 배열과 shape(u00), 파이썬의 함수와 클래스, 두 벡터의 내적(dot product)을 알고 있으면 됩니다. 60분 정도 걸립니다.
"""

# %% setup=true
import matplotlib.pyplot as plt
import numpy as np
from nnlab import Unit, plots, widgets

unit = Unit("u01_neuron", lang="en")
check = unit.check

# %% [markdown] lang="en"
r"""
## 1. Adding up with weights

A bakery delivers 3 loaves at 2.50 each and 2 bottles of juice at 1.50 each. It takes back 4 empty bottles and pays 0.25
for each of them. Delivery costs 3.00, whatever you order. The bill is

$$3 \cdot 2.5 + 2 \cdot 1.5 + 4 \cdot (-0.25) + 3 = 7.5 + 3 - 1 + 3 = 12.5$$

This is exactly the arithmetic of a neuron, and its parts have names:

- What you order is the **input**, three numbers here: 3, 2 and 4.
- Each input has a **weight**: 2.5, 1.5 and −0.25. A large weight makes its input count a lot. A *negative* weight makes
  the sum smaller when the input grows. With the weight 0 an input would not count at all.
- The delivery fee is the **bias**. It is added once, and it is there even if all inputs are 0.
- The result is the **weighted sum**.

In general there are D inputs $x_1, \ldots, x_D$ and as many weights $w_1, \ldots, w_D$, but only one bias $b$:

$$s = \sum_{d=1}^{D} x_d w_d + b$$

Many books write $\mathbf{w} \cdot \mathbf{x} + b$. That is the same: the dot product of two vectors multiplies in pairs
and adds up.

The last step of a neuron is to put the sum $s$ into a function, the **activation function**; what comes out is the
**output** $y$ of the neuron. The next section comes to it.

![A neuron: three circles with the inputs 3, 2 and 4; arrows with the weights 2.5, 1.5 and −0.25 lead to a circle with
the sum; an arrow from above brings the bias 3; the sum 12.5 goes through a box "activation" and leaves as y.](attachment:neuron.png)

(The name comes from biology: a nerve cell collects signals from other cells, some exciting, some inhibiting, and fires
when they are strong enough together. The likeness goes hardly further than that.)

**Your turn**, about 1 line. `x` and `w` are arrays of the shape (D,), with floats or integers, and `b` is a number. The
result is *one number*, not an array. `x` and `w` stay as they are.

For two arrays of the shape (D,), `x @ w` is the dot product. A loop over the D products is just as right.
"""

# %% [markdown] lang="ko"
r"""
## 1. 가중치를 곱해 더하기

빵집에서 배달을 시킵니다. 단위는 천 원입니다. 하나에 2.5인 빵이 3개, 하나에 1.5인 주스가 2병입니다. 빈 병 4개를 돌려주면
한 병에 0.25씩 빼 줍니다. 배달비는 무엇을 시키든 3입니다. 낼 돈은 다음과 같습니다.

$$3 \cdot 2.5 + 2 \cdot 1.5 + 4 \cdot (-0.25) + 3 = 7.5 + 3 - 1 + 3 = 12.5$$

뉴런이 하는 계산이 바로 이것입니다. 각 부분에는 이름이 있습니다.

- 주문한 개수가 **입력**(input)입니다. 여기서는 3, 2, 4라는 세 수입니다.
- 입력마다 **가중치**(weight)가 있습니다. 2.5, 1.5, −0.25입니다. 가중치가 크면 그 입력이 합에 크게 작용합니다. 가중치가
  *음수*이면 입력이 커질수록 합이 작아집니다. 가중치가 0이면 그 입력은 합에 들어가지 않는 것과 같습니다.
- 배달비가 **편향**(bias)입니다. 편향은 한 번만 더하고, 입력이 모두 0이어도 그대로 남습니다.
- 결과가 **가중합**(weighted sum)입니다.

일반적으로 입력이 $x_1, \ldots, x_D$로 D개이면 가중치도 $w_1, \ldots, w_D$로 D개이지만, 편향 $b$는 하나뿐입니다.

$$s = \sum_{d=1}^{D} x_d w_d + b$$

$\mathbf{w} \cdot \mathbf{x} + b$라고 쓰는 책이 많은데 같은 뜻입니다. 두 벡터의 내적이 바로 짝끼리 곱해서 모두 더하는
계산이기 때문입니다.

뉴런은 마지막으로 합 $s$를 **활성화 함수**(activation function)라는 함수에 넣습니다. 거기서 나온 값이 뉴런의 **출력**(output)
$y$입니다. 활성화 함수는 다음 절에서 다룹니다.

![뉴런 하나. 입력 3, 2, 4가 적힌 원 세 개에서 가중치 2.5, 1.5, −0.25가 적힌 화살표가 합을 나타내는 원으로 이어진다. 위에서
편향 3이 들어온다. 합 12.5가 "activation" 상자를 지나 y로 나온다.](attachment:neuron.png)

(뉴런이라는 이름은 생물학에서 왔습니다. 신경 세포는 다른 세포에서 신호를 모읍니다. 신호에는 흥분시키는 것도 있고 억제하는 것도
있으며, 모인 신호가 충분히 강하면 세포가 반응합니다. 닮은 점은 이 정도까지입니다.)

빈칸을 채우십시오. 한 줄 정도면 됩니다. `x`와 `w`는 shape이 (D,)인 배열이며 원소는 실수일 수도, 정수일 수도 있습니다. `b`는 수
하나입니다. 결과는 배열이 아니라 *수 하나*입니다. `x`와 `w`를 바꾸면 안 됩니다.

shape이 (D,)인 두 배열에서는 `x @ w`가 내적입니다. 곱 D개를 반복문으로 더해도 됩니다.
"""

# %% demo=true figure="neuron"
inputs, weights, bias = [3.0, 2.0, 4.0], [2.5, 1.5, -0.25], 3.0
heights = [6.6, 4.0, 1.4]
arrow = {"arrowstyle": "->"}

fig, ax = plt.subplots(figsize=(8, 3.6), layout="constrained")
ax.set(xlim=(0, 15), ylim=(0, 8), aspect="equal")
ax.axis("off")
for d, (x_d, w_d, height) in enumerate(zip(inputs, weights, heights, strict=True), 1):
    ax.add_patch(plt.Circle((1.2, height), 0.9, fill=False))
    ax.text(1.2, height, f"x{d} = {x_d:g}", ha="center", va="center", fontsize=8)
    end = 4.0 + 0.25 * (height - 4.0)
    ax.annotate("", (5.2, end), (2.1, height), arrowprops=arrow)
    ax.text(3.5, (height + end) / 2, f"w{d} = {w_d:g}", ha="center", va="center", fontsize=8, backgroundcolor="white")
ax.add_patch(plt.Circle((6.2, 4.0), 1.0, fill=False))
ax.text(6.2, 4.0, "sum", ha="center", va="center")
ax.annotate("", (6.2, 5.0), (6.2, 6.9), arrowprops=arrow)
ax.text(6.2, 7.2, f"bias b = {bias:g}", ha="center", va="center", fontsize=8)
total = sum(x_d * w_d for x_d, w_d in zip(inputs, weights, strict=True)) + bias
ax.annotate("", (9.7, 4.0), (7.2, 4.0), arrowprops=arrow)
ax.text(8.4, 4.4, f"s = {total:g}", ha="center", fontsize=8)
ax.add_patch(plt.Rectangle((9.7, 3.2), 2.8, 1.6, fill=False))
ax.text(11.1, 4.0, "activation", ha="center", va="center", fontsize=9)
ax.annotate("", (14.2, 4.0), (12.5, 4.0), arrowprops=arrow)
ax.text(14.6, 4.0, "y", ha="center", va="center")
plt.show()


# %% exercise="weighted_sum"
def weighted_sum(x, w, b):
    """Return x[0] w[0] + x[1] w[1] + ... + b.

    x, w : (D,) arrays of floats or integers; not changed. b : a number.
    Returns one number, not an array.

    Example: x = [3, 2, 4], w = [2.5, 1.5, -0.25] and b = 3 give 12.5.
    """
    ### BEGIN SOLUTION
    return x @ w + b
    ### END SOLUTION


# %% check="weighted_sum"
check("weighted_sum", weighted_sum)

# %% [markdown] lang="en"
r"""
## 2. The neuron as an object

A sum can be any number, but often we want a decision: yes or no, 1 or 0. The simplest activation function makes one. The
**step function** gives 1 if the sum is above 0, else 0 (so a sum of exactly 0 gives 0).

Take $w = (1, -2)$ and $b = 0.5$:

| $x$ | sum | step |
|:-:|:-:|:-:|
| (1, 0.5) | $1 - 1 + 0.5 = 0.5$ | 1 |
| (1, 1) | $1 - 2 + 0.5 = -0.5$ | 0 |
| (0, 0) | $0.5$ | 1 |

Look at the last row: with inputs of 0 the bias alone decides.

Other activation functions hand on more than yes or no. The **identity** returns the sum as it is, the **sigmoid** turns
it into a number between 0 and 1. In unit u03 you will write a whole family of them; here `step`, `identity` and `sigmoid`
are given (the next code cell imports them).

In Python a function can be passed on like any other value, so a neuron can be told which one to use. For short functions
there is a short form: `lambda s: s + 10` is the function that adds 10 to what it gets, `lambda s: s` one that changes
nothing. The check will use such functions.

**What a neuron keeps.** A neuron has two kinds of numbers. Weights and bias *belong to it* and stay the same from one
sample to the next. The inputs only *pass through*. (A **sample** is one set of inputs, such as one order or one image.)
That is what a Python class is made for: the **constructor** `__init__` receives what belongs to the neuron and stores it
in `self`; the method `forward` receives a sample and returns the output.

```python
neuron = ArtificialNeuron([1, -2], 0.5)      # made once
neuron.forward(np.array([1.0, 0.5]))         # 1.0
neuron.forward(np.array([1.0, 1.0]))         # 0.0
```

**Three traps**, all in the line that stores `w`. From the next unit on, neurons will learn, and learning means to change
the weights a little, again and again: `neuron.w += ...`. Then it matters what `neuron.w` is.

- It may come in as a *list*. One cannot calculate with a list: adding 0.25 stops with an error, and `2 * w` repeats the
  list instead of doubling its numbers.
- It may come in as an array of *integers*. NumPy refuses to add 0.25 in place, because an integer array has no room for
  fractions.
- It may be an array that somebody else still uses. If the neuron stores that very array, then two neurons made from it
  change each other's weights.

One expression avoids all three: `np.array(w, dtype=float)` makes a new array of floats, whatever comes in.

**Your turn**, about 4 lines altogether.

- `__init__(self, w, b, activation=step)`: `w` holds D numbers (a list or an array), `b` is a number, `activation` is a
  function of numbers or arrays, such as `step`. Store them as `self.w`, `self.b` and `self.activation`. `self.w` is a
  **new float array** of the shape (D,).
- `forward(self, x)`: `x` is an array of the shape (D,), and is not changed. Compute the weighted sum, bias included, and
  return the activation of it, a number. You may call your `weighted_sum`.
"""

# %% [markdown] lang="ko"
r"""
## 2. 객체로 만든 뉴런

합은 어떤 수든 될 수 있지만, 우리가 원하는 것은 예/아니요나 1/0 같은 판단일 때가 많습니다. 가장 단순한 활성화 함수가 그런 판단을
내립니다. **계단 함수**(step function)는 합이 0보다 크면 1, 그렇지 않으면 0을 냅니다(합이 정확히 0이면 0입니다).

$w = (1, -2)$이고 $b = 0.5$일 때를 보겠습니다.

| $x$ | 합 | step |
|:-:|:-:|:-:|
| (1, 0.5) | $1 - 1 + 0.5 = 0.5$ | 1 |
| (1, 1) | $1 - 2 + 0.5 = -0.5$ | 0 |
| (0, 0) | $0.5$ | 1 |

마지막 행을 보십시오. 입력이 모두 0이면 편향 혼자서 답을 정합니다.

예/아니요보다 더 많은 것을 전하는 활성화 함수도 있습니다. **항등 함수**(identity)는 합을 그대로 내보내고,
**시그모이드**(sigmoid)는 합을 0과 1 사이의 수로 바꿉니다. u03에서 여러 활성화 함수를 직접 만들게 되며, 여기서는 `step`,
`identity`, `sigmoid`가 주어집니다(바로 다음 코드 셀에서 가져옵니다).

파이썬에서는 함수도 다른 값처럼 넘겨줄 수 있으므로, 어느 함수를 쓸지 뉴런에 알려 줄 수 있습니다. 짧은 함수는 짧게 쓰는 방법이
있습니다. `lambda s: s + 10`은 받은 값에 10을 더하는 함수이고, `lambda s: s`는 아무것도 바꾸지 않는 함수입니다. 검사에서는 이런
함수도 씁니다.

**뉴런이 지니는 것.** 뉴런이 다루는 수는 두 가지입니다. 가중치와 편향은 *뉴런의 것*이어서 샘플이 바뀌어도 그대로입니다. 입력은
*지나갈* 뿐입니다. (**샘플**(sample)은 주문 한 건이나 이미지 한 장처럼 입력 한 벌을 말합니다.) 파이썬의 클래스가 바로 이런 일에
알맞습니다. **생성자**(constructor) `__init__`은 뉴런의 것을 받아 `self`에 저장하고, 메서드 `forward`는 샘플을 받아 출력을
반환합니다.

```python
neuron = ArtificialNeuron([1, -2], 0.5)      # made once
neuron.forward(np.array([1.0, 0.5]))         # 1.0
neuron.forward(np.array([1.0, 1.0]))         # 0.0
```

**함정 세 가지.** 모두 `w`를 저장하는 줄에 있습니다. 다음 단원부터 뉴런은 학습을 합니다. 학습이란 `neuron.w += ...`처럼 가중치를
조금씩 거듭 바꾸는 일입니다. 그때 `neuron.w`가 무엇인지가 중요해집니다.

- `w`가 *리스트*로 들어올 수 있습니다. 리스트로는 계산할 수 없습니다. 0.25를 더하면 오류가 나고, `2 * w`는 수를 두 배로 하지 않고
  리스트를 두 번 이어 붙입니다.
- `w`가 *정수* 배열로 들어올 수 있습니다. 정수 배열에는 소수를 담을 자리가 없어서, 0.25를 더해 넣으려고 하면 NumPy가 거부합니다.
- `w`가 다른 곳에서도 쓰는 배열일 수 있습니다. 뉴런이 그 배열을 그대로 저장하면, 같은 배열로 만든 두 뉴런이 서로의 가중치를
  바꾸게 됩니다.

세 가지를 한 번에 피하는 방법이 있습니다. `np.array(w, dtype=float)`는 무엇이 들어오든 새 실수 배열을 만듭니다.

빈칸을 채우십시오. 모두 합해 네 줄 정도면 됩니다.

- `__init__(self, w, b, activation=step)`: `w`는 수 D개를 담은 리스트나 배열이고, `b`는 수 하나이며, `activation`은 `step`처럼
  수와 배열에 모두 쓸 수 있는 함수입니다. 각각 `self.w`, `self.b`, `self.activation`에 저장하십시오. `self.w`는 shape이 (D,)인
  **새 실수 배열**이어야 합니다.
- `forward(self, x)`: `x`는 shape이 (D,)인 배열이며 바꾸면 안 됩니다. 편향까지 더한 가중합을 구하고, 거기에 활성화 함수를
  적용한 수를 반환합니다. 앞에서 만든 `weighted_sum`을 불러 써도 됩니다.
"""

# %% given=true
from nnref.activations import identity, sigmoid, step


# %% exercise="neuron"
class ArtificialNeuron:
    """A neuron with D weights and a bias of its own: activation(x[0] w[0] + x[1] w[1] + ... + b)."""

    def __init__(self, w, b, activation=step):
        """Store what belongs to the neuron, as self.w, self.b and self.activation.

        w : D numbers, a list or an array; not changed. self.w is a new float array (D,).
        b : a number. activation : a function of numbers or arrays, such as step.
        """
        ### BEGIN SOLUTION
        self.w = np.array(w, dtype=float)
        self.b = b
        self.activation = activation
        ### END SOLUTION

    def forward(self, x):
        """Return the output for one sample, a number.

        x : (D,) array; not changed.
        Example: ArtificialNeuron([1, -2], 0.5).forward(np.array([1.0, 0.5])) is 1.0: step of the sum 0.5.
        """
        ### BEGIN SOLUTION
        return self.activation(weighted_sum(x, self.w, self.b))
        ### END SOLUTION


# %% check="neuron"
check("neuron", ArtificialNeuron)

# %% [markdown] lang="en"
r"""
## 3. Many samples at once

One sample is rarely alone. N samples, written one below the other, make a table `X` with N rows and D columns: the shape
(N, D). Such a pile of samples is called a **batch**. The neuron should give N outputs, one for each row.

Put the three samples from above into a batch:

$$X = \begin{pmatrix} 1 & 0.5 \\ 1 & 1 \\ 0 & 0 \end{pmatrix} \qquad
X w + b = \begin{pmatrix} 0.5 \\ -0.5 \\ 0.5 \end{pmatrix} \qquad
y = \begin{pmatrix} 1 \\ 0 \\ 1 \end{pmatrix}$$

A loop over the rows that calls `forward` gives the right result. But there is a shorter way, and with large batches it is
many times faster. In NumPy `X @ w` takes the dot product of *every row* of `X` with `w`. Follow the shapes: (N, D)
@ (D,) gives (N,). The axis of length D, which the two have in common, is summed away. Adding the number `b` then adds it to
each of the N sums.

The other order, `w @ X`, means something else. It pairs the weights with the *rows* of `X`, the samples, and stops with an
error, unless N and D happen to be equal. Then it gives wrong numbers without a word.

**A class that extends another.** We do not want to write the constructor again. `class BatchNeuron(ArtificialNeuron)` has
everything that your `ArtificialNeuron` has, and one method more; Python calls this **inheritance**. In the new method
`self.w`, `self.b` and `self.activation` are there as before.

**Your turn**, about 1 line. `forward_batch(self, X)` gets an array `X` of the shape (N, D), which is not changed, and returns
the N outputs in the shape (N,): not (N, 1), also for one sample. A batch may even be empty, N = 0; then the result has the
shape (0,). You may rely on an activation that works on arrays, as `step` does.
"""

# %% [markdown] lang="ko"
r"""
## 3. 샘플 여러 개를 한꺼번에

샘플이 하나뿐인 경우는 드뭅니다. 샘플 N개를 위에서 아래로 적으면 행이 N개, 열이 D개인 표 `X`가 되고, shape은 (N, D)입니다. 이렇게
모아 놓은 샘플을 **배치**(batch)라고 합니다. 뉴런은 행마다 하나씩, 출력 N개를 내야 합니다.

앞의 샘플 세 개를 배치로 만들면 다음과 같습니다.

$$X = \begin{pmatrix} 1 & 0.5 \\ 1 & 1 \\ 0 & 0 \end{pmatrix} \qquad
X w + b = \begin{pmatrix} 0.5 \\ -0.5 \\ 0.5 \end{pmatrix} \qquad
y = \begin{pmatrix} 1 \\ 0 \\ 1 \end{pmatrix}$$

행마다 `forward`를 부르는 반복문으로도 옳은 결과를 얻습니다. 하지만 더 짧은 방법이 있고, 배치가 크면 훨씬 빠릅니다. NumPy에서
`X @ w`는 `X`의 *모든 행*과 `w`의 내적을 한꺼번에 구합니다. shape을 따라가 보십시오. (N, D) @ (D,)는 (N,)입니다. 둘이 함께 가진
길이 D의 축은 더해져서 사라집니다. 여기에 수 `b`를 더하면 합 N개에 각각 더해집니다.

순서를 바꾼 `w @ X`는 뜻이 다릅니다. 가중치를 `X`의 *행*, 곧 샘플과 짝지으므로 오류가 나서 멈춥니다. 그런데 N과 D가 우연히
같으면 아무 말 없이 틀린 값을 냅니다.

**다른 클래스를 넓힌 클래스.** 생성자를 다시 쓸 필요는 없습니다. `class BatchNeuron(ArtificialNeuron)`이라고 쓰면 여러분의
`ArtificialNeuron`에 있는 것을 모두 물려받고 메서드를 하나 더 갖게 됩니다. 이것을 **상속**(inheritance)이라고 합니다. 새 메서드
안에서도 `self.w`, `self.b`, `self.activation`을 그대로 쓸 수 있습니다.

빈칸을 채우십시오. 한 줄 정도면 됩니다. `forward_batch(self, X)`는 shape이 (N, D)인 배열 `X`를 받아 출력 N개를 shape (N,)으로
반환합니다. 샘플이 하나일 때도 (N, 1)이 아닙니다. `X`를 바꾸면 안 됩니다. 빈 배치, 곧 N = 0도 들어올 수 있으며 그때 결과의 shape은
(0,)입니다. 활성화 함수는 `step`처럼 배열에도 쓸 수 있다고 생각해도 됩니다.
"""


# %% exercise="forward_batch"
class BatchNeuron(ArtificialNeuron):
    """An ArtificialNeuron that also takes many samples at once."""

    def forward_batch(self, X):
        """Return the outputs for N samples.

        X : (N, D) array, one sample in each row; not changed. N may be 1 or 0.
        Returns an array (N,).
        Example: w = [1, -2], b = 0.5 and step give [1.0, 0.0, 1.0] for X = [[1, 0.5], [1, 1], [0, 0]].
        """
        ### BEGIN SOLUTION
        return self.activation(X @ self.w + self.b)
        ### END SOLUTION


# %% check="forward_batch"
check("forward_batch", BatchNeuron)

# %% [markdown] lang="en"
r"""
### What your neuron does with a plane

A neuron with two inputs can be looked at whole: each point of the plane is a sample $(x_1, x_2)$, and the neuron gives each
point an output. The next cell asks *your* `BatchNeuron` for the outputs of 40,401 points, for $w = (1, -2)$, $b = 0.5$ and
three activation functions. It needs the three exercises above. Expect this:

![Three maps of the plane. Identity: straight, parallel, evenly spaced contour lines from −8 to 8, and an arrow in the
direction (1, −2), at right angles to them. Step: the lower right side of a straight line is hatched, output 1; the upper left
side is white, output 0. Sigmoid: contour lines 0.1, 0.5 and 0.9 on both sides of the same line.](attachment:plane.png)

Read the left map first. A **contour line** joins the points that have the same sum.

- **The lines are straight and parallel.** That is all that a weighted sum can do: it rises in one direction like a tilted
  board.
- **The weights are that direction.** The arrow is $w$, drawn from the point (0, 0). It stands at right angles to the lines
  and points to where the sum grows fastest. Larger weights make a steeper board, with the lines closer together.
- **The bias moves the lines** without turning them. The sum is 0 on the thick line. Check one point by hand: for (−0.5, 0)
  the sum is $-0.5 - 0 + 0.5 = 0$.

The other two maps show what an activation makes of the board. The step function cuts it along the thick line into two levels.
The sigmoid makes a smooth edge out of the cut: 0.5 on the line, close to 1 on one side and close to 0 on the other. The
lines stay straight and parallel in all three. Whatever the activation: **one neuron sees the plane along one direction
only.**
"""

# %% [markdown] lang="ko"
r"""
### 뉴런이 평면에서 하는 일

입력이 둘인 뉴런은 전체 모습을 한눈에 볼 수 있습니다. 평면의 점 하나가 샘플 $(x_1, x_2)$ 하나이고, 뉴런은 점마다 출력을 하나씩
냅니다. 다음 셀은 $w = (1, -2)$, $b = 0.5$와 세 가지 활성화 함수에 대해, 점 40,401개의 출력을 *여러분의* `BatchNeuron`으로 구합니다.
위의 세 문제를 모두 풀어야 그려집니다. 다음과 같은 그림이 나와야 합니다.

![평면의 지도 세 장. 항등 함수: −8부터 8까지 간격이 같은 평행한 직선 등고선과, 그 선에 수직인 (1, −2) 방향의 화살표. 계단 함수:
직선의 오른쪽 아래는 빗금이 있고 출력이 1, 왼쪽 위는 흰색이고 출력이 0이다. 시그모이드: 같은 직선의 양쪽에 0.1, 0.5, 0.9 등고선이
있다.](attachment:plane.png)

왼쪽 지도부터 보겠습니다. **등고선**(contour line)은 합이 같은 점을 이은 선입니다.

- **등고선은 평행한 직선입니다.** 가중합이 할 수 있는 일은 이것이 전부입니다. 기울여 놓은 판자처럼 한 방향으로만 올라갑니다.
- **그 방향이 가중치입니다.** 화살표는 점 (0, 0)에서 그린 $w$입니다. 등고선에 수직이고, 합이 가장 빨리 커지는 쪽을 가리킵니다.
  가중치가 크면 판자가 더 가팔라져서 등고선이 촘촘해집니다.
- **편향은 등고선을 옮깁니다.** 방향은 돌리지 않습니다. 굵은 선에서 합이 0입니다. 한 점을 손으로 확인해 보십시오. (−0.5, 0)에서
  합은 $-0.5 - 0 + 0.5 = 0$입니다.

나머지 두 지도는 활성화 함수가 이 판자를 어떻게 바꾸는지 보여 줍니다. 계단 함수는 판자를 굵은 선에서 잘라 두 층으로 만듭니다.
시그모이드는 잘린 자리를 매끄럽게 만듭니다. 선 위에서는 0.5이고, 한쪽에서는 1에, 다른 쪽에서는 0에 가까워집니다. 세 지도 모두
등고선은 평행한 직선입니다. 활성화 함수가 무엇이든 **뉴런 하나는 평면을 한 방향으로만 봅니다.**
"""


# %% demo=true figure="plane"
def plot_plane(w=(1.0, -2.0), b=0.5, size=4.0):
    """Draw the student's neuron over the plane for three activation functions."""
    grid = np.linspace(-size, size, 201)
    x1, x2 = np.meshgrid(grid, grid)
    X = np.column_stack([x1.ravel(), x2.ravel()])  # (40401, 2): each point is a sample
    figure, axes = plt.subplots(1, 3, figsize=(11, 3.9), sharey=True, layout="constrained")
    levels = {"identity": [-8, -4, 0, 4, 8], "step": [], "sigmoid": [0.1, 0.5, 0.9]}
    for axis, activation in zip(axes, (identity, step, sigmoid), strict=True):
        name = activation.__name__
        y = np.reshape(BatchNeuron(w, b, activation).forward_batch(X), x1.shape)
        if name == "step":
            axis.contourf(x1, x2, y, levels=[0.5, 1.5], colors=["#dddddd"], hatches=["//"])
            axis.text(2.0, -2.5, "1", fontsize=14, backgroundcolor="white")
            axis.text(-2.5, 2.5, "0", fontsize=14)
        else:
            middle = 0 if name == "identity" else 0.5
            widths = [3 if level == middle else 1 for level in levels[name]]
            lines = axis.contour(x1, x2, y, levels=levels[name], colors="black", linewidths=widths, linestyles="solid")
            axis.clabel(lines)
        axis.set(title=name, xlabel="x1", aspect="equal")
    axes[0].annotate("", w, (0, 0), arrowprops={"arrowstyle": "->", "color": "tab:red", "linewidth": 2})
    axes[0].text(w[0] + 0.2, w[1] - 0.1, "w", color="tab:red", fontsize=12)
    axes[0].set_ylabel("x2")


plot_plane()
plt.show()

# %% [markdown] lang="en"
r"""
## 4. A line, set by hand

Now something real. `nnlab` holds 1,797 handwritten digits, images of 8×8 pixels. Take the zeros and the nines, 358 images.
Can a *single* neuron tell them apart, if *you* choose its three numbers?

An image has 64 pixels, too many for a picture. So we describe each image by two numbers only: how much ink there is in its
**lower half**, and how much in its **right half**, in per cent (0: blank, 100: all black). Think before you look: where does a
zero have its ink, and where does a nine?

A zero is a ring; its ink is spread evenly. A nine has its loop at the top, and its stroke on the right. So a nine should
have *little ink below* and *much on the right*. What signs should the two weights have, if the output 1 stands for "nine"?

One more thing, for honesty. If you choose the numbers while looking at all the images, you can no longer say how well the
neuron does on images that it has not seen. So we shuffle the images and look at one half of them only, 179 images. The other
179 stay in the drawer until the line is set.

The next cell is given. It prepares the data and holds the code that draws them.
"""

# %% [markdown] lang="ko"
r"""
## 4. 손으로 맞추는 직선

이제 실제 데이터를 다룹니다. `nnlab`에는 8×8 픽셀의 손글씨 숫자 이미지가 1,797장 들어 있습니다. 그중 0과 9를 골라내면 358장입니다.
뉴런 *하나*로 이 둘을 구별할 수 있을까요? 뉴런의 수 세 개는 *여러분*이 정합니다.

이미지 한 장은 픽셀이 64개라서 그림으로 그리기에는 너무 많습니다. 그래서 이미지마다 수 두 개만 씁니다. **아래쪽 절반**에 잉크가
얼마나 있는지, **오른쪽 절반**에 잉크가 얼마나 있는지를 퍼센트로 나타냅니다(0이면 빈 종이, 100이면 모두 검정). 그림을 보기 전에
생각해 보십시오. 0은 잉크가 어디에 있고, 9는 어디에 있습니까?

0은 고리 모양이므로 잉크가 고르게 퍼져 있습니다. 9는 고리가 위에 있고 획이 오른쪽에 있습니다. 그러니 9는 *아래쪽 잉크가 적고
오른쪽 잉크가 많을* 것입니다. 출력 1이 '9'라는 뜻이라면 두 가중치의 부호는 각각 무엇이어야 합니까?

공정하게 하기 위해 한 가지를 더 정합니다. 이미지를 모두 보면서 수를 고르면, 처음 보는 이미지에서 뉴런이 얼마나 잘하는지 말할 수
없게 됩니다. 그래서 이미지를 섞은 다음 절반인 179장만 봅니다. 나머지 179장은 직선을 다 맞출 때까지 서랍에 넣어 둡니다.

다음 셀은 미리 작성되어 있습니다. 데이터를 준비하고 그림을 그리는 코드입니다.
"""


# %% given=true
from nnlab import data


def ink_in_halves(images):
    """Return the mean ink, in per cent, of the upper, lower, left and right half. images : (N, 64). Returns (N, 4)."""
    pictures = images.reshape(-1, 8, 8)
    parts = (pictures[:, :4], pictures[:, 4:], pictures[:, :, :4], pictures[:, :, 4:])
    return 100 * np.stack([part.mean(axis=(1, 2)) for part in parts], axis=1)


pixels, digit = data.digits()
chosen = (digit == 0) | (digit == 9)
halves = ink_in_halves(pixels[chosen])  # (358, 4): upper, lower, left, right
lower_right = halves[:, [1, 3]]  # (358, 2): the two inputs of the neuron
is_nine = (digit[chosen] == 9).astype(int)  # (358,): the answers that are right
shuffled = np.random.default_rng(0).permutation(len(is_nine))
seen, drawer = shuffled[:179], shuffled[179:]


def count_right(neuron, rows, inputs=lower_right):
    """Return for how many of the images `rows` the neuron gives 1 for a nine and 0 for a zero."""
    return int(np.sum(np.asarray(neuron.forward_batch(inputs[rows])) == is_nine[rows]))


def draw_split(ax, w, b):
    """Draw the images that are seen, and the student's neuron with the weights w and the bias b."""
    neuron = BatchNeuron(w, b)
    x1, x2 = np.meshgrid(np.linspace(8, 48, 161), np.linspace(18, 54, 161))
    y = np.reshape(neuron.forward_batch(np.column_stack([x1.ravel(), x2.ravel()])), x1.shape)
    if y.max() > 0.5:
        side = ax.contourf(x1, x2, y, levels=[0.5, 1.5], colors=["#eeeeee"], hatches=["//"])
        side.set(edgecolor="#cccccc", linewidth=0)
    points, target = lower_right[seen], is_nine[seen]
    for value, marker, face, name in ((0, "o", "white", "zero"), (1, "s", "black", "nine")):
        of_class = points[target == value]
        ax.scatter(of_class[:, 0], of_class[:, 1], s=22, marker=marker, facecolors=face, edgecolors="black", label=name)
    wrong = points[np.asarray(neuron.forward_batch(points)) != target]
    ax.scatter(wrong[:, 0], wrong[:, 1], s=70, marker="x", linewidths=1, color="tab:red", label="wrong answer")
    if w[1] != 0:
        plots.line(ax, -w[0] / w[1], -b / w[1])
    elif w[0] != 0:
        plots.line(ax, np.inf, -b / w[0])
    right = count_right(neuron, seen)
    ax.set(xlim=(8, 48), ylim=(18, 54), xlabel="ink in the lower half, %", ylabel="ink in the right half, %")
    ax.set_title(f"w = ({w[0]:g}, {w[1]:g}), b = {b:g}: {right} of {len(seen)} right", fontsize=10)


# %% [markdown] lang="en"
r"""
### Three sliders

The cell below shows the 179 images as points: circles are zeros, squares are nines. On the hatched side *your* neuron answers
1, "nine". A red cross marks each point that it gets wrong.

The sliders start at $w = (0, 1)$ and $b = -32$. This neuron looks at the right half only and says "nine" if there is more
than 32 % ink. Before you go on, get as many right as you can. Move one slider at a time, and say beforehand what will happen:

- Which slider turns the line, and which moves it without turning?
- Multiply all three numbers by −1. What stays, and what turns round?
- Halve all three. Does anything change? (What would change for a sigmoid?)

Where sliders do not work, change the three start values in the last line of the cell and run it again.
"""

# %% [markdown] lang="ko"
r"""
### 슬라이더 세 개

아래 셀은 이미지 179장을 점으로 보여 줍니다. 동그라미가 0이고 네모가 9입니다. 빗금 친 쪽에서 *여러분의* 뉴런은 1, 곧 '9'라고
답합니다. 답이 틀린 점에는 빨간 × 표시가 붙습니다.

슬라이더는 $w = (0, 1)$, $b = -32$에서 시작합니다. 이 뉴런은 오른쪽 절반만 보고, 잉크가 32 %보다 많으면 '9'라고 답합니다. 더
읽기 전에 정답을 최대한 늘려 보십시오. 슬라이더를 한 번에 하나씩 움직이고, 움직이기 전에 어떻게 될지 말해 보십시오.

- 어느 슬라이더가 선을 돌리고, 어느 슬라이더가 선을 돌리지 않고 옮깁니까?
- 세 수에 모두 −1을 곱해 보십시오. 무엇이 그대로이고, 무엇이 뒤집힙니까?
- 세 수를 모두 절반으로 줄여 보십시오. 바뀌는 것이 있습니까? (활성화 함수가 시그모이드라면 무엇이 바뀌겠습니까?)

슬라이더를 쓸 수 없을 때는 셀의 마지막 줄에 있는 시작값 세 개를 바꾸어 다시 실행하십시오.
"""


# %% demo=true
def draw_by_hand(w_lower, w_right, b):
    """Draw the split for one position of the sliders."""
    figure, axis = plt.subplots(figsize=(7, 4.8), layout="constrained")
    draw_split(axis, (w_lower, w_right), b)
    axis.legend(loc="upper right", fontsize=8)
    plt.show()


widgets.sliders(draw_by_hand, w_lower=(-2.0, 2.0, 0.05, 0.0), w_right=(-2.0, 2.0, 0.05, 1.0), b=(-60, 60, 1, -32))

# %% [markdown] lang="en"
r"""
### One way to get there

Here is how the author of this unit went, in three positions:

![Three plots of the same 179 points with a line. First a level line at 32 per cent: 138 right, with many red crosses on both
sides. Then a rising diagonal through (20, 20): 151 right, the wrong ones are zeros just above the line. Then the same
line four points higher: 174 right, five red crosses close to the line.](attachment:split.png)

1. $w = (0, 1)$, $b = -32$: 138 of 179 are right. (Saying "zero" to everything would get 98.) Zeros and nines overlap; neither a level nor an upright line divides them.
2. The two clouds lie along a rising diagonal. So the line has to rise too: lower ink must count *against* a nine. With
   $w = (-1, 1)$ and $b = 0$ the neuron asks whether there is more ink on the right than below: 151 right.
3. Too many zeros are still called nines. So the neuron should be harder to convince, which is what the bias is for. With
   $b = -4$ the right half must lead by more than four percentage points: 174 right, that is 97.2 %.

The next cell draws this with your neuron, and then opens the drawer.
"""

# %% [markdown] lang="ko"
r"""
### 한 가지 방법

이 단원을 쓴 사람은 다음 세 단계로 맞추었습니다.

![같은 점 179개와 직선을 그린 세 그림. 첫째는 32 퍼센트 높이의 수평선으로 138개가 맞고, 빨간 × 표시가 양쪽에 많다. 둘째는 (20, 20)을
지나 올라가는 대각선으로 151개가 맞고, 틀린 점은 선 바로 위의 0들이다. 셋째는 같은 선을 4만큼 올린 것으로 174개가 맞고, 빨간 × 표시
다섯 개가 선 가까이에 있다.](attachment:split.png)

1. $w = (0, 1)$, $b = -32$이면 179장 중 138장이 맞습니다. (무엇이든 '0'이라고만 답해도 98장은 맞습니다.) 0과 9가 겹쳐 있어서 수평선이나 수직선으로는 나뉘지 않습니다.
2. 두 무리가 올라가는 대각선을 따라 놓여 있습니다. 그러니 선도 올라가야 합니다. 아래쪽 잉크는 9가 *아니라는* 근거가 되어야 합니다.
   $w = (-1, 1)$, $b = 0$이면 뉴런은 오른쪽 잉크가 아래쪽보다 많은지를 묻습니다. 151장이 맞습니다.
3. 아직 9라고 잘못 답하는 0이 많습니다. 뉴런이 더 쉽게 넘어가지 않게 해야 하는데, 편향이 그 일을 합니다. $b = -4$이면 오른쪽이
   4 퍼센트포인트 넘게 많아야 9라고 답합니다. 174장, 곧 97.2 %가 맞습니다.

다음 셀은 이것을 여러분의 뉴런으로 그리고, 이어서 서랍을 엽니다.
"""

# %% demo=true figure="split"
positions = [((0.0, 1.0), -32.0), ((-1.0, 1.0), 0.0), ((-1.0, 1.0), -4.0)]
lower_only = ((-1.0, 0.0), 25.0)  # the best whole number b for the lower half alone

fig, axes = plt.subplots(1, 3, figsize=(12, 4), sharey=True, layout="constrained")
for ax, position in zip(axes, positions, strict=True):
    draw_split(ax, *position)
for position in [*positions, lower_only]:
    print("w = {}, b = {:g}:".format(*position))
    for name, rows in (("images seen", seen), ("drawer", drawer)):
        right = count_right(BatchNeuron(*position), rows)
        print(f"    {name:12s}{right} of {len(rows)} right, {100 * right / len(rows):.1f} %")
axes[0].legend(loc="upper right", fontsize=8)


def best_line(directions=360):
    """Try many directions and every place for the line; return the most that are right among `seen`, and the number."""
    best, tried = 0, 0
    for angle in np.linspace(0, 2 * np.pi, directions, endpoint=False):
        sums = lower_right[seen] @ np.array([np.cos(angle), np.sin(angle)])
        answers = sums[:, None] > np.sort(sums)  # (179, 179): one column for each place of the line
        best = max(best, int(np.sum(answers == is_nine[seen][:, None], axis=0).max()))
        tried += answers.shape[1]
    return best, tried


most, tried = best_line()
print(f"best of {tried:,} lines on the images seen: {most} right")
plt.show()

# %% [markdown] lang="en"
r"""
With $w = (-1, 1)$ and $b = -4$, **173 of the 179 images in the drawer are right, 96.6 %**, nearly as many as among those
that we looked at. And the rule can be said aloud: *in a nine the ink of the right half leads that of the lower half
by more than four percentage points.* One cannot often say so plainly what a network does.

Notice how much the second input adds. The right half alone gets 138 of the seen images right, the lower half alone 136 (the
fourth position that the cell prints). Neither is worth much by itself; the two together get 174.

Could the hand be beaten? The last printed line tries 64,440 lines, 360 directions with 179 places each. The best of them
gets 175 right, one more. A few zeros lie among the nines and a few nines among the zeros, and no straight line can help.

Trying out works because there are only three numbers. With 10 values to try for each, there are 1,000 combinations. For
one weight for each of the 64 pixels, and the bias, there would be $10^{65}$. So there has to be a rule that *finds* the
numbers; that is the subject of the next unit.
"""

# %% [markdown] lang="ko"
r"""
$w = (-1, 1)$, $b = -4$이면 **서랍에 있던 179장 중 173장, 96.6 %가 맞습니다.** 보면서 맞춘 이미지에서와 거의 같은 결과입니다.
게다가 이 규칙은 말로 할 수 있습니다. *9는 오른쪽 절반의 잉크가 아래쪽 절반보다 4 퍼센트포인트 넘게 많습니다.* 신경망이 하는 일을 이렇게 분명한 말로
옮길 수 있는 경우는 많지 않습니다.

둘째 입력이 얼마나 큰 도움이 되는지도 보십시오. 서랍에 넣지 않은 179장 가운데 오른쪽 절반만 보면 138장이,
아래쪽 절반만 보면 136장이 맞습니다(셀이 출력한 넷째 경우). 하나씩으로는 모자라지만 둘을 함께 보면 174장이 맞습니다.

손으로 맞춘 것보다 더 잘할 수 있을까요? 출력의 마지막 줄은 360가지 방향과 방향마다 179가지 위치, 모두 64,440개의 직선을 시험한
결과입니다. 그중 가장 좋은 직선은 175장을 맞혀 한 장이 더 많을 뿐입니다. 0 몇 개는 9들 사이에, 9 몇 개는 0들 사이에 놓여 있어서 어떤
직선으로도 어쩔 수 없습니다.

이렇게 시험해 볼 수 있는 것은 수가 세 개뿐이기 때문입니다. 수마다 10가지 값을 시험하면 조합은 1,000가지입니다. 픽셀 64개에
가중치를 하나씩 두고 편향까지 더하면 $10^{65}$가지가 됩니다. 그러니 그 수를 *찾아 주는* 규칙이 있어야 합니다. 그것이 다음 단원의
주제입니다.
"""

# %% [markdown] lang="en"
r"""
## 5. How many numbers is that?

Neurons that take the same inputs side by side form a **layer**. In a **fully connected** network each neuron of a layer gets
*all* outputs of the layer before it, the first layer all inputs. The numbers that belong to the neurons, all weights and
biases together, are the **parameters** of the network. They are what has to be learnt.

Count them for 3 inputs, a layer of 4 neurons, and a layer of 2 neurons, written `[3, 4, 2]`:

- Each of the 4 neurons has 3 weights and 1 bias, so 4 numbers: $4 \cdot 4 = 16$.
- Each of the 2 neurons has 4 weights, one for each neuron before it, and 1 bias, so 5 numbers: $2 \cdot 5 = 10$.

Together 26. The 3 inputs add nothing of their own: they are numbers that come in, not neurons.

In general a layer of M neurons that gets D numbers has

$$(D + 1)\, M$$

parameters. The 1 is the bias: *every* neuron has its own, not every layer.

The neuron of section 4 is `[2, 1]` and has 3 parameters. A neuron that sees all pixels of a digit is `[64, 1]`: 65. A small
network for images of 28×28 pixels, with 50 neurons and then one for each of the ten digits, is `[784, 50, 10]`, and has
$785 \cdot 50 + 51 \cdot 10 = 39{,}760$.

**Your turn**, about 1 to 4 lines. `sizes` is a list of integers, each at least 1: the number of inputs, then the number of
neurons of each layer. Return the number of parameters, an integer; `sizes` is not changed. A list with one number, such as
`[7]`, has inputs only, and no parameters: 0.

Two slices are handy here: `sizes[:-1]` is the list without its last number, `sizes[1:]` without its first. Side by side
they hold D and M of each layer.
"""

# %% [markdown] lang="ko"
r"""
## 5. 수는 모두 몇 개인가

같은 입력을 나란히 받는 뉴런들이 **층**(layer)을 이룹니다. **완전 연결**(fully connected) 신경망에서는 층의 모든 뉴런이 바로 앞 층의
출력을 *모두* 받고, 첫째 층의 뉴런은 입력을 모두 받습니다. 뉴런이 지닌 수, 곧 가중치와 편향을 모두 합해 신경망의
**매개변수**(parameter)라고 합니다. 학습으로 찾아야 하는 것이 바로 이 수들입니다.

입력이 3개이고, 뉴런 4개인 층과 뉴런 2개인 층이 이어진 신경망을 `[3, 4, 2]`라고 쓰고 세어 보겠습니다.

- 뉴런 4개는 저마다 가중치 3개와 편향 1개, 합해서 4개의 수를 가집니다. $4 \cdot 4 = 16$입니다.
- 뉴런 2개는 저마다 앞 층의 뉴런마다 하나씩 가중치 4개와 편향 1개, 합해서 5개의 수를 가집니다. $2 \cdot 5 = 10$입니다.

모두 26개입니다. 입력 3개에는 따로 셀 것이 없습니다. 입력은 들어오는 수일 뿐 뉴런이 아니기 때문입니다.

일반적으로 수 D개를 받는, 뉴런 M개짜리 층의 매개변수는

$$(D + 1)\, M$$

개입니다. 여기서 1은 편향입니다. 편향은 층마다 하나가 아니라 뉴런*마다* 하나입니다.

4절의 뉴런은 `[2, 1]`이고 매개변수가 3개입니다. 숫자 이미지의 픽셀을 모두 보는 뉴런은 `[64, 1]`이고 65개입니다. 28×28 픽셀 이미지를
받아 뉴런 50개를 거친 다음 숫자 열 개에 뉴런을 하나씩 두는 작은 신경망은 `[784, 50, 10]`이고, 매개변수는
$785 \cdot 50 + 51 \cdot 10 = 39{,}760$개입니다.

빈칸을 채우십시오. 한 줄에서 네 줄 정도면 됩니다. `sizes`는 1 이상인 정수의 리스트이며, 입력의 수 다음에 층마다 뉴런의 수가
이어집니다. 매개변수의 수를 정수로 반환하고 `sizes`는 바꾸지 않습니다. `[7]`처럼 수가 하나뿐이면 입력만 있고 매개변수가 없으므로
0입니다.

리스트를 자르는 방법 두 가지가 쓸모 있습니다. `sizes[:-1]`은 마지막 수를 뺀 리스트이고 `sizes[1:]`은 첫 수를 뺀 리스트입니다. 둘을
나란히 놓으면 층마다 D와 M이 짝을 이룹니다.
"""


# %% exercise="n_parameters"
def n_parameters(sizes):
    """Return how many weights and biases a fully connected network has.

    sizes : list of integers >= 1: the number of inputs, then the neurons of each layer; not changed.
    Returns an integer; 0 if there are inputs only.

    Example: [3, 4, 2] has (3 + 1) 4 + (4 + 1) 2 = 26.
    """
    ### BEGIN SOLUTION
    return sum((D + 1) * M for D, M in zip(sizes[:-1], sizes[1:], strict=True))
    ### END SOLUTION


# %% check="n_parameters"
check("n_parameters", n_parameters)

# %% [markdown] lang="en"
r"""
## 6. The same answers, other weights

A last look at zeros and nines, and a surprise. Give the neuron *four* inputs now: the ink in the upper, the lower, the left
and the right half. Here are two neurons, both with $b = -4$:

| | upper | lower | left | right |
|---|:-:|:-:|:-:|:-:|
| neuron A | 0 | −1 | 0 | 1 |
| neuron B | 1 | 0 | −1 | 0 |

A is the neuron of section 4: right minus below. B does not look at these two halves at all; it takes upper minus left. The
next cell compares the sums of both for all 358 images.
"""

# %% [markdown] lang="ko"
r"""
## 6. 가중치가 달라도 같은 답

0과 9를 한 번만 더 보겠습니다. 뜻밖의 결과가 나옵니다. 이번에는 뉴런에 입력을 *네 개* 줍니다. 위쪽, 아래쪽, 왼쪽, 오른쪽 절반의
잉크입니다. 다음 두 뉴런은 모두 $b = -4$입니다.

| | 위쪽 | 아래쪽 | 왼쪽 | 오른쪽 |
|---|:-:|:-:|:-:|:-:|
| 뉴런 A | 0 | −1 | 0 | 1 |
| 뉴런 B | 1 | 0 | −1 | 0 |

A는 4절의 뉴런으로, 오른쪽에서 아래쪽을 뺍니다. B는 이 두 쪽을 아예 보지 않고, 위쪽에서 왼쪽을 뺍니다. 다음 셀은 358장 모두에서
두 뉴런의 합을 비교합니다.
"""

# %% demo=true
weights_of = {"A": [0, -1, 0, 1], "B": [1, 0, -1, 0]}
sums_of = {}
for name, four in weights_of.items():
    sums_of[name] = np.asarray(BatchNeuron(four, -4, identity).forward_batch(halves))
    right = count_right(BatchNeuron(four, -4), np.arange(len(halves)), halves)
    print(f"neuron {name}, weights {four}: {right} of {len(halves)} right; first sums {np.round(sums_of[name][:4], 3)}")
print(f"largest difference of their sums: {np.abs(sums_of['A'] - sums_of['B']).max():.1e}")

# %% [markdown] lang="en"
r"""
The two agree on every image, sum by sum: the largest difference is 0. The reason is simple: upper and lower half
together are the whole image, and so are left and right. For every image

$$\text{upper} + \text{lower} = \text{left} + \text{right}$$

and therefore right − lower = upper − left. The four inputs are not independent of each other: who knows three of them knows
the fourth. Such a strict rule is rare, but *correlated* inputs, where one tells much about another, are the normal case in
real data. Two neighbouring pixels are an example.
"""

# %% [markdown] lang="ko"
r"""
두 뉴런은 모든 이미지에서 합까지 같습니다. 가장 큰 차이가 0입니다. 이유는 간단합니다. 위쪽과 아래쪽을 합하면 이미지
전체이고, 왼쪽과 오른쪽을 합해도 이미지 전체입니다. 그래서 어느 이미지에서나

$$\text{upper} + \text{lower} = \text{left} + \text{right}$$

이고, 따라서 오른쪽 − 아래쪽 = 위쪽 − 왼쪽입니다(식에서 upper, lower, left, right는 차례로 위쪽, 아래쪽, 왼쪽, 오른쪽입니다). 네
입력은 서로 독립이 아닙니다. 셋을 알면 나머지 하나도 압니다. 이렇게 엄격한 관계는 드물지만, 한 입력이 다른 입력에 대해 많은 것을
알려 주는 *상관관계*(correlation)는 실제 데이터에서 흔합니다. 이웃한 두 픽셀이 그 예입니다.
"""

# %% [markdown] lang="en"
r"""
## 7. A question to answer in words

Write three to eight sentences in the cell below. It is graded by a person, 3 points.

1. In a neuron the weight $w_j$ is 0. What exactly does this say about its output?
2. Somebody looks at neuron B of section 6 and says: "The weight of the lower half is 0, so the lower half has nothing to do
   with whether an image is a zero or a nine." Why does this not follow? Use neuron A.
3. How could one find out, by experiment, whether an input can be left out without harm? And why is it not enough, when inputs
   are correlated, to look at one weight?
"""

# %% [markdown] lang="ko"
r"""
## 7. 글로 답하는 문제

아래 셀에 세 문장에서 여덟 문장 정도로 답하십시오. 사람이 채점하며 3점입니다.

1. 어떤 뉴런의 가중치 $w_j$가 0입니다. 이것은 뉴런의 출력에 대해 정확히 무엇을 말해 줍니까?
2. 어떤 사람이 6절의 뉴런 B를 보고 이렇게 말합니다. "아래쪽 절반의 가중치가 0이니, 아래쪽 절반은 이미지가 0인지 9인지와 아무
   관계가 없습니다." 왜 이렇게 결론지을 수 없습니까? 뉴런 A를 들어 설명하십시오.
3. 어떤 입력을 빼도 괜찮은지 실험으로 알아보려면 어떻게 해야 합니까? 그리고 입력 사이에 상관관계가 있을 때는 왜 가중치 하나만
   보아서는 안 됩니까?
"""

# %% [markdown] answer="zero_weight" points=3 lang="en"
r"""
**Model answer.**

1. The product $x_j w_j$ is 0 whatever $x_j$ is. So the output of *this* neuron does not depend on $x_j$: as long as the
   other inputs stay the same, $x_j$ may change at will. It is a statement about this neuron, not about the data.
2. Neuron A has the weight −1 for the lower half and gives the same sums as B for every image. If a weight of 0 meant "has
   nothing to do with it", the lower half would have nothing to do with it by B and a lot by A, though both do the same. In
   B the information about the lower half comes in through the others, as lower = left + right − upper. (By itself, too, the
   lower half tells something: nines have less ink there on average.)
3. Leave the input out, choose the remaining weights and the bias anew (by hand, or by learning), and count the right answers
   on images that were not used for it. If they are as many as before, the input can be spared. One weight is not enough,
   because correlated inputs can stand in for each other: a weight can be moved from one to the others, or become 0, without
   any change of the output. So a small weight may belong to an informative input, and a large one to an input that could be
   spared.

**Rubric**, 1 point each.

- The output does not depend on $x_j$ (the product is 0 for every $x_j$), *for this neuron* or *while the other inputs stay*.
  Half a point if it is only said that "the input is ignored" with no reason.
- It does not follow: A and B give the same answers with the weights −1 and 0 for the lower half, or: the lower half is
  contained in the other three inputs. Half a point for "the inputs are correlated" without using A or the equation.
- An experiment in which the input is left out *and the rest is chosen anew*, with a count of right answers; and the remark
  that correlated inputs can take over each other's part. Half a point if one of the two is missing. Setting one weight to 0
  in a finished neuron, with the others as they are, is not the experiment asked for (in A it would spoil the answers) and
  earns nothing by itself.
"""

# %% [markdown] answer="zero_weight" points=3 lang="ko"
r"""
**모범 답안.**

1. $x_j$가 무엇이든 곱 $x_j w_j$는 0입니다. 따라서 *이* 뉴런의 출력은 $x_j$에 따라 달라지지 않습니다. 다른 입력이 그대로라면
   $x_j$는 어떻게 바뀌어도 됩니다. 이것은 이 뉴런에 대한 말이지 데이터에 대한 말이 아닙니다.
2. 뉴런 A는 아래쪽 절반의 가중치가 −1인데도 모든 이미지에서 B와 합이 같습니다. 가중치 0이 '관계가 없다'는 뜻이라면, 두 뉴런이 똑같은
   일을 하는데도 B로 보면 관계가 없고 A로 보면 관계가 큰 셈이 됩니다. B에는 아래쪽 = 왼쪽 + 오른쪽 − 위쪽이라는 관계를 통해 아래쪽의
   정보가 다른 입력으로 들어옵니다. (아래쪽 절반은 그 자체로도 정보를 줍니다. 9는 평균적으로 아래쪽 잉크가 더 적습니다.)
3. 그 입력을 빼고 나머지 가중치와 편향을 (손으로든 학습으로든) 새로 정한 다음, 그때 쓰지 않은 이미지에서 정답 수를 셉니다. 전과
   비슷하면 그 입력은 없어도 됩니다. 상관관계가 있는 입력은 서로를 대신할 수 있으므로 가중치 하나만 보아서는 안 됩니다. 출력을
   바꾸지 않고도 한 입력의 가중치를 다른 입력들로 옮기거나 0으로 만들 수 있습니다. 그러니 정보가 많은 입력의 가중치가 작을 수도 있고,
   없어도 되는 입력의 가중치가 클 수도 있습니다.

**채점 기준**, 각 1점.

- 출력이 $x_j$에 따라 달라지지 않는다는 것($x_j$가 무엇이든 곱이 0)과, 그것이 *이 뉴런에서* 또는 *다른 입력이 그대로일 때*의
  이야기라는 것. 이유 없이 '그 입력을 무시한다'고만 쓰면 0.5점.
- 결론지을 수 없는 까닭: 아래쪽 가중치가 −1인 A와 0인 B가 같은 답을 낸다는 것, 또는 아래쪽 절반이 나머지 세 입력에 들어 있다는 것.
  A나 등식을 쓰지 않고 '상관관계가 있다'고만 하면 0.5점.
- 입력을 빼고 *나머지를 새로 정한* 다음 정답 수를 세는 실험과, 상관관계가 있는 입력은 서로의 몫을 대신할 수 있다는 설명. 하나가
  빠지면 0.5점. 완성된 뉴런에서 다른 가중치를 그대로 둔 채 가중치 하나만 0으로 만드는 것은 여기서 묻는 실험이 아니며(A에서 그렇게 하면
  답이 망가집니다), 그것만으로는 점수가 없습니다.
"""

# %% demo=true
unit.score()

# %% [markdown] lang="en"
r"""
## What to read next

- Warren McCulloch, Walter Pitts, "A Logical Calculus of the Ideas Immanent in Nervous Activity" (1943): the first artificial
  neuron, with inputs and outputs of 0 and 1 and a threshold.
- Michael Nielsen, *Neural Networks and Deep Learning* (2015, free online), chapter 1: from one neuron to a network that reads
  digits.
- Koki Saitoh, *Deep Learning from Scratch*, chapter 2: the neuron of this unit with weights chosen by hand.
- The page "Broadcasting" of the NumPy manual: why `X @ w + b` adds `b` to every sum.

In unit u02 a neuron finds its weights by itself, from examples.
"""

# %% [markdown] lang="ko"
r"""
## 더 읽을거리

- Warren McCulloch, Walter Pitts, "A Logical Calculus of the Ideas Immanent in Nervous Activity" (1943). 입력과 출력이 0과 1이고
  임계값이 있는, 최초의 인공 뉴런입니다.
- Michael Nielsen, *Neural Networks and Deep Learning* (2015, 온라인 무료 공개), 1장. 뉴런 하나에서 시작해 숫자를 읽는 신경망까지
  나아갑니다.
- 사이토 고키, 『밑바닥부터 시작하는 딥러닝』, 2장. 이 단원의 뉴런에 손으로 고른 가중치를 넣어 봅니다.
- NumPy 설명서의 "Broadcasting" 쪽. `X @ w + b`에서 `b`가 왜 합마다 더해지는지 설명합니다.

u02에서는 뉴런이 예제를 보고 스스로 가중치를 찾습니다.
"""
