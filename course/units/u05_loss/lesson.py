# %% [markdown] lang="en"
r"""
# Losses, derivatives and gradient descent

A network holds thousands of numbers, its weights and biases, and so far somebody had to choose them. This unit is about
how a computer chooses them. It takes three ideas: a number that says how wrong the network is, a way to find out in
which direction that number falls, and a rule for how far to go.

After it you will be able to

- write the mean squared error and the cross entropy, also for probabilities of 0 and scores of 1000,
- measure the gradient of any function with nothing but the function itself,
- walk downhill with gradient descent, momentum and Adam, and recognise a learning rate that is too small or too large,
- train a small network on handwritten digits with your own code, and say why nobody trains a large one this way.

You need unit u03 (softmax), unit u04 (a network as a list of pairs of weights and biases) and the derivative of a function
of one variable. Plan about 85 minutes.
"""

# %% [markdown] lang="ko"
r"""
# 손실, 미분, 경사 하강법

신경망에는 가중치와 편향이라는 수가 수천 개씩 들어 있고, 지금까지는 그 값을 누군가 정해 주어야 했습니다. 이 단원에서는
컴퓨터가 그 값을 스스로 정하는 방법을 배웁니다. 세 가지가 필요합니다. 신경망이 얼마나 틀렸는지를 나타내는 수, 그 수가 어느
쪽으로 가야 줄어드는지 알아내는 방법, 그리고 얼마나 멀리 갈지를 정하는 규칙입니다.

이 단원을 마치면 다음을 할 수 있습니다.

- 평균 제곱 오차와 교차 엔트로피를 구현합니다. 확률이 0이거나 점수가 1000이어도 값이 망가지지 않게 만듭니다.
- 함수 하나만 가지고 그 함수의 그래디언트를 잽니다.
- 경사 하강법, 모멘텀, Adam으로 내리막을 걸어 내려가고, 학습률이 너무 작거나 너무 클 때를 알아봅니다.
- 직접 작성한 코드로 작은 신경망에 손글씨 숫자를 학습시키고, 큰 신경망을 왜 이렇게 학습시키지 않는지 설명합니다.

u03(소프트맥스)과 u04(가중치와 편향의 쌍을 리스트로 나타낸 신경망), 그리고 일변수 함수의 미분을 알고 있으면 됩니다.
85분 정도 걸립니다.
"""

# %% setup=true
import time

import matplotlib.pyplot as plt
import numpy as np
from nnlab import Unit, data, plots, widgets
from nnref.activations import tanh
from nnref.mlp import mlp_forward

unit = Unit("u05_loss", lang="en")
check = unit.check

# %% [markdown] lang="en"
r"""
## 1. How wrong? One number

A network predicts three temperatures: 2.5, 0 and 2 degrees. The true ones, the **targets**, are 3, −0.5 and 2. How wrong
is it?

The errors are −0.5, 0.5 and 0. Their sum is 0, which says that nothing is wrong: errors of opposite sign cancel. So
square them first: 0.25, 0.25 and 0. Their mean is $0.5 / 3 = 0.167$.

This is the **mean squared error**. With predictions $y$ and targets $t$, n numbers each:

$$\mathrm{mse}(y, t) = \frac{1}{n} \sum_{i=1}^{n} (y_i - t_i)^2$$

A number of this kind, which is 0 or small when the predictions are good and grows as they get worse, is called a **loss**.
Squaring has two effects. An error of 10 costs a hundred times as much as an error of 1, so large errors are mended first.
And the loss changes smoothly when a prediction changes a little, which section 4 will rely on.

Where $y$ has several columns, say (N, M) for N samples and M outputs, the mean runs over all $N M$ numbers. Some books
write $\frac12$ in front or divide by N only; the best weights are the same, the loss is not. Compare losses only if you know
the formula.

**A trap.** Two predictions, `y = [1, 2]`, and the targets are `[[1], [2]]`: the same numbers, but as a column of the shape
(2, 1). Everything is right, so the loss must be 0. NumPy, however, lays the row (2,) against the column (2, 1) and makes
all pairs:

$$y - t = \begin{pmatrix} 0 & 1 \\ -1 & 0 \end{pmatrix}$$

The mean of the squares is 0.5, and there is no error message. A network trained on this loss learns nonsense. Therefore your
function refuses arrays of different shapes. In Python a function refuses like this:

```python
if age < 0:
    raise ValueError(f"age is {age}; it cannot be negative")
```

**Your turn**, about 3 lines. `y` and `t` have the same shape, any one, and hold floats or integers; the result is a single
number. If the shapes differ, also when NumPy could broadcast them, raise a `ValueError`.
"""

# %% [markdown] lang="ko"
r"""
## 1. 얼마나 틀렸는가: 수 하나로 나타내기

신경망이 기온 세 개를 2.5도, 0도, 2도로 예측했습니다. 실제 값, 곧 **정답**(target)은 3도, −0.5도, 2도입니다. 얼마나 틀린
것일까요?

오차는 −0.5, 0.5, 0입니다. 그대로 더하면 0이 되어 하나도 틀리지 않은 것처럼 보입니다. 부호가 다른 오차끼리 지워지기
때문입니다. 그래서 먼저 제곱합니다. 0.25, 0.25, 0이고, 평균은 $0.5 / 3 = 0.167$입니다.

이것이 **평균 제곱 오차**(mean squared error)입니다. 예측 $y$와 정답 $t$가 각각 n개의 수일 때 식은 다음과 같습니다.

$$\mathrm{mse}(y, t) = \frac{1}{n} \sum_{i=1}^{n} (y_i - t_i)^2$$

이처럼 예측이 좋으면 0이거나 작고, 나빠질수록 커지는 수를 **손실**(loss)이라고 합니다. 제곱에는 두 가지 효과가 있습니다.
오차 10은 오차 1보다 백 배 비싸므로 큰 오차부터 줄이게 됩니다. 그리고 예측이 조금 바뀌면 손실도 매끄럽게 조금 바뀝니다. 이
성질은 4절에서 쓰입니다.

$y$의 열이 여러 개여서 shape이 (N, M)이면, 곧 샘플이 N개이고 출력이 M개이면 $N M$개 모두의 평균을 냅니다. 앞에 $\frac12$을
붙이거나 N으로만 나누는 책도 있습니다. 가장 좋은 가중치는 같아도 손실의 값은 다르므로, 손실을 비교할 때는 어떤 식인지 먼저
확인해야 합니다.

**주의할 점.** 예측은 `y = [1, 2]`이고, 정답은 같은 수를 열로 세운 `[[1], [2]]`, 곧 shape이 (2, 1)인 배열이라고 합시다. 모두
맞혔으니 손실은 0이어야 합니다. 그런데 NumPy는 행 (2,)와 열 (2, 1)을 맞추면서 모든 짝의 차를 구합니다.

$$y - t = \begin{pmatrix} 0 & 1 \\ -1 & 0 \end{pmatrix}$$

제곱의 평균은 0.5가 되고, 오류는 나지 않습니다. 이런 손실로 학습한 신경망은 엉뚱한 것을 배웁니다. 그래서 여러분의 함수는
shape이 다른 배열을 거절해야 합니다. 파이썬에서 함수가 거절하는 방법은 다음과 같습니다.

```python
if age < 0:
    raise ValueError(f"age is {age}; it cannot be negative")
```

빈칸을 채우십시오. 세 줄 정도면 됩니다. `y`와 `t`는 shape이 같은 배열이고(어떤 shape이든 됩니다) 실수나 정수가 들어 있습니다.
결과는 수 하나입니다. shape이 다르면, NumPy가 브로드캐스팅할 수 있는 경우라도, `ValueError`를 내십시오.
"""


# %% exercise="mse"
def mse(y, t):
    """Return the mean of (y - t)² over all elements.

    y : predictions, any shape, floats or integers; not changed.
    t : targets, of the same shape; not changed.
    Returns a single number. Raises ValueError if y and t have different shapes.

    Example: y = [2.5, 0, 2], t = [3, -0.5, 2] gives 0.1667.
    """
    ### BEGIN SOLUTION
    if y.shape != t.shape:
        raise ValueError(f"y has the shape {y.shape}, t has the shape {t.shape}")
    return np.mean((y - t) ** 2)
    ### END SOLUTION


# %% check="mse"
check("mse", mse)

# %% [markdown] lang="en"
r"""
## 2. Cross entropy: the price of being surprised

Now the network tells digits apart. For each image it gives K probabilities, one for each **class**; softmax made them
(unit u03). The target is the number of the right class, its **label**. Which loss fits?

The share of wrong answers would be the obvious one, but nothing can be learnt from it. Turn a weight a little, and almost
always every image keeps its answer: the share stays exactly the same, and there is no direction to go.

So look at the probability that the network gave to the *right* class:

| probability of the right class | 1 | 0.7 | 0.1 | 0.01 | 0.001 |
|---|---|---|---|---|---|
| loss, $-\log p$ | 0 | 0.357 | 2.303 | 4.605 | 6.908 |

Whoever was sure and right pays nothing. Each time the probability gets ten times smaller, 2.303 is added. Log is the natural
logarithm here, `np.log`.

Why the logarithm? The probability that *all* N labels come out as they did is the product of N probabilities, and the
best network is the one that makes it largest. A product of a thousand small numbers is too small for a float. Its logarithm is a
sum, and the minus sign turns "as large as possible" into "as small as possible". Divide by N, so that the size of the batch
does not matter:

$$L = -\frac{1}{N} \sum_{n=1}^{N} \log p_{n, t_n}$$

This is the **cross entropy**. By hand, for two samples with $p = (0.7, 0.2, 0.1)$ and $(0.1, 0.3, 0.6)$ and the labels 0 and
1: the probabilities of the right classes are 0.7 and 0.3, the losses 0.357 and 1.204, their mean is 0.780.

**Two forms of the target.** Labels are integers of the shape (N,), such as `[0, 1]`. Often they come as **one-hot** rows (N, K)
instead: a 1 in the column of the right class, 0 elsewhere. The labels 0 and 1 become `[[1, 0, 0], [0, 1, 0]]`. Your function
takes both; `t.ndim` tells them apart. To pick one number from each row, NumPy wants a list of rows and a list of columns:
`A[[0, 1, 2], [3, 0, 2]]` gives `A[0, 3]`, `A[1, 0]` and `A[2, 2]`. And `np.argmax(A, axis=1)` gives, for each row, the column of
the largest number.

**What is hard about it.** A probability can be exactly 0, because floats end somewhere (unit u03). There are two cases.

- The *right* class has the probability 0. By the formula the loss is infinite, and one such sample would spoil the whole batch.
  Programs put a very small number in its place: raise every probability below $10^{-12}$ to $10^{-12}$, which makes the loss
  27.6. Any value between about $10^{-7}$ and the smallest positive float passes here, and adding it is as good as raising
  to it.
- *Another* class has the probability 0. That is no problem at all and must not become one: whoever multiplies the one-hot row
  by all logarithms gets $0 \cdot (-\infty)$, which is `nan`.

**Your turn**, about 4 lines. The result is a single number, and never `nan` or `inf`.
"""

# %% [markdown] lang="ko"
r"""
## 2. 교차 엔트로피: 놀란 만큼 치르는 값

이번에는 신경망이 숫자를 구별합니다. 이미지마다 확률 K개를 내는데, **클래스**(class)마다 하나씩이고 소프트맥스(u03)가 만든
것입니다. 정답은 맞는 클래스의 번호이며 **레이블**(label)이라고 합니다. 어떤 손실이 알맞을까요?

오답의 비율이 먼저 떠오르지만, 그것으로는 배울 수 없습니다. 가중치를 조금 바꿔도 거의 언제나 모든 이미지의 답이 그대로여서
비율도 똑같습니다. 어느 쪽으로 가야 할지 알 수 없습니다.

그래서 신경망이 *맞는* 클래스에 준 확률을 봅니다.

| 맞는 클래스의 확률 | 1 | 0.7 | 0.1 | 0.01 | 0.001 |
|---|---|---|---|---|---|
| 손실, $-\log p$ | 0 | 0.357 | 2.303 | 4.605 | 6.908 |

확신하고 맞혔으면 아무것도 치르지 않습니다. 확률이 십분의 일로 줄 때마다 손실은 2.303씩 늘어납니다. 여기서 로그는 자연로그,
곧 `np.log`입니다.

왜 로그일까요? 레이블 N개가 *모두* 실제와 같게 나올 확률은 확률 N개의 곱이고, 이 곱이 가장 큰 신경망이 가장 좋은 신경망입니다.
그런데 작은 수 천 개의 곱은 실수로 나타낼 수 없을 만큼 작습니다. 로그를 취하면 합이 되고, 음의 부호를 붙이면 '가장 크게'가
'가장 작게'로 바뀝니다. 배치의 크기와 상관없도록 N으로 나눕니다.

$$L = -\frac{1}{N} \sum_{n=1}^{N} \log p_{n, t_n}$$

이것이 **교차 엔트로피**(cross entropy)입니다. 손으로 계산해 보겠습니다. 샘플이 둘이고 $p = (0.7, 0.2, 0.1)$과
$(0.1, 0.3, 0.6)$, 레이블은 0과 1입니다. 맞는 클래스의 확률은 0.7과 0.3, 손실은 0.357과 1.204이고, 평균은 0.780입니다.

**정답의 두 가지 모양.** 레이블은 `[0, 1]`처럼 shape이 (N,)인 정수입니다. 대신 **원-핫**(one-hot) 행 (N, K)로 주어질 때도
많습니다. 맞는 클래스의 열만 1이고 나머지는 0입니다. 레이블 0과 1은 `[[1, 0, 0], [0, 1, 0]]`이 됩니다. 여러분의 함수는 두
가지를 모두 받아야 하고, `t.ndim`으로 구별할 수 있습니다. 행마다 수 하나씩을 고르려면 NumPy에 행의 목록과 열의 목록을 줍니다.
`A[[0, 1, 2], [3, 0, 2]]`는 `A[0, 3]`, `A[1, 0]`, `A[2, 2]`입니다. 또 `np.argmax(A, axis=1)`은 행마다 가장 큰 수가 있는
열을 알려 줍니다.

**어려운 점.** 실수에는 끝이 있어서 확률이 정확히 0이 될 수 있습니다(u03). 두 경우가 있습니다.

- *맞는* 클래스의 확률이 0인 경우. 식대로라면 손실이 무한대이고, 그런 샘플 하나가 배치 전체를 망칩니다. 그래서 프로그램에서는
  아주 작은 수를 대신 씁니다. $10^{-12}$보다 작은 확률을 $10^{-12}$로 올리면 손실이 27.6이 됩니다. 이 값은 $10^{-7}$쯤부터
  가장 작은 양의 실수까지 무엇이든 통과하고, 올리는 대신 더해도 됩니다.
- *다른* 클래스의 확률이 0인 경우. 이것은 아무 문제가 아니고, 문제가 되어서도 안 됩니다. 원-핫 행에 로그를 모두 곱하면
  $0 \cdot (-\infty)$, 곧 `nan`이 나옵니다.

빈칸을 채우십시오. 네 줄 정도면 됩니다. `p`는 shape이 (N, K)이고 각 행의 합이 1인 확률입니다. `t`는 shape이 (N,)인 정수
레이블이거나 (N, K)인 원-핫이며, 원-핫은 실수일 수도 정수일 수도 있습니다. `p`와 `t`는 바꾸지 않고, 결과는 수 하나입니다.
`nan`이나 `inf`가 나오면 안 됩니다.
"""


# %% exercise="cross_entropy"
def cross_entropy(p, t):
    """Return the mean of -log of the probability of the right class.

    p : (N, K) floats, probabilities, each row sums to 1; not changed.
    t : labels (N,), integers from 0 to K - 1; or one-hot rows (N, K), floats or integers. Not changed.
    Returns a single number, never nan or inf: a right class with the probability 0 counts as one with a very small
    probability, such as 1e-12.

    Example: p = [[0.7, 0.2, 0.1], [0.1, 0.3, 0.6]], t = [0, 1] gives 0.7803, and so does t = [[1, 0, 0], [0, 1, 0]].
    """
    ### BEGIN SOLUTION
    if t.ndim == 2:
        t = t.argmax(axis=1)
    chosen = p[np.arange(len(p)), t]
    return -np.mean(np.log(np.maximum(chosen, 1e-12)))
    ### END SOLUTION


# %% check="cross_entropy"
check("cross_entropy", cross_entropy)

# %% [markdown] lang="en"
r"""
## 3. From scores straight to the loss

Softmax and cross entropy nearly always come together: scores $z$ go in, the loss comes out. Written as one step they are
simpler, and they survive more.

Take the scores 2, 1 and 0, and let class 0 be right. Softmax first: $7.389 / 11.107 = 0.665$, and $-\log 0.665 = 0.408$. In
one step: $\log 11.107 - 2 = 2.408 - 2 = 0.408$. The logarithm of a quotient is a difference, and the logarithm undoes the
exponential of the right class:

$$-\log \frac{e^{z_t}}{\sum_k e^{z_k}} = \log \Big( \sum_k e^{z_k} \Big) - z_t$$

In words: the logarithm of the sum, minus the score of the right class. The loss is the mean of this over the N rows.

A useful number: where all K scores are equal, the loss is $\log K$. A network for ten digits that knows nothing starts near
$\log 10 = 2.303$. If your first loss is far from that, look for a mistake before you train.

**What is hard about it.** Two things can go wrong, and they are different.

1. *The exponential overflows.* $e^{1000}$ is `inf`. As with softmax, subtract from each row its largest score, **everywhere
   in the formula**. Only differences of scores matter, so the loss does not change. Each row needs its own maximum.
2. *The softmax rounds to 0.* With the scores 1000 and −1000, where the second is right, the loss is 2000. The
   softmax of the second score is exactly 0, and its logarithm is gone. Replacing the 0 by $10^{-7}$, as in section 2, only hides
   the damage: the loss stays at 16.1 whether the score is −1000 or −500, so the network is not told that −500 is
   better. It is told nothing exactly where it is most wrong. The formula above has no such problem, because it never computes
   the softmax: after the maximum is subtracted, one term of the sum is $e^0 = 1$, and the logarithm of the sum is
   harmless.

**Your turn**, about 4 lines. Here `t` holds labels only, no one-hot rows.
"""

# %% [markdown] lang="ko"
r"""
## 3. 점수에서 곧바로 손실로

소프트맥스와 교차 엔트로피는 거의 언제나 붙어 다닙니다. 점수 $z$가 들어가고 손실이 나옵니다. 이 둘을 한 단계로 쓰면 식이 더
간단해지고, 더 험한 입력도 견딥니다.

점수가 2, 1, 0이고 클래스 0이 맞는 경우를 보겠습니다. 소프트맥스를 먼저 구하면 $7.389 / 11.107 = 0.665$이고
$-\log 0.665 = 0.408$입니다. 한 단계로 하면 $\log 11.107 - 2 = 2.408 - 2 = 0.408$입니다. 나눗셈의 로그는 뺄셈이 되고, 맞는
클래스의 지수 함수는 로그와 만나 사라집니다.

$$-\log \frac{e^{z_t}}{\sum_k e^{z_k}} = \log \Big( \sum_k e^{z_k} \Big) - z_t$$

말로 하면 합의 로그에서 맞는 클래스의 점수를 뺀 것입니다. 손실은 이 값을 N개의 행에 걸쳐 평균한 것입니다.

알아 두면 쓸모 있는 수가 하나 있습니다. 점수 K개가 모두 같으면 손실은 $\log K$입니다. 숫자 열 개를 구별하는 신경망이 아무것도
모를 때 손실은 $\log 10 = 2.303$ 근처에서 시작합니다. 첫 손실이 이 값과 크게 다르면 학습하기 전에 어디가 틀렸는지 찾아보십시오.

**어려운 점.** 서로 다른 두 가지 문제가 생길 수 있습니다.

1. *지수 함수의 오버플로.* $e^{1000}$은 `inf`입니다. 소프트맥스에서처럼 행마다 가장 큰 점수를 **식의 모든 점수에서** 뺍니다.
   점수의 차이만 중요하므로 손실은 그대로입니다. 최댓값은 행마다 따로 구해야 합니다.
2. *0이 되는 소프트맥스.* 점수가 1000과 −1000이고 둘째가 맞는 클래스이면 손실은 2000입니다. 그런데 둘째의 소프트맥스는 정확히
   0이어서 로그를 구할 수 없습니다. 2절처럼 0을 $10^{-7}$로 바꾸면 문제가 가려질 뿐입니다. 점수가 −1000이든 −500이든 손실이
   16.1이어서, 신경망은 −500이 더 낫다는 것을 알 수 없습니다. 가장 많이 틀린 바로 그곳에서 아무것도 배우지 못하는 것입니다. 위의
   식에는 이런 문제가 없습니다. 소프트맥스를 아예 계산하지 않기 때문입니다. 최댓값을 빼면 합의 항 하나가 $e^0 = 1$이므로 합의
   로그는 안전합니다.

빈칸을 채우십시오. 네 줄 정도면 됩니다. `z`는 shape이 (N, K)인 점수이고 실수나 정수입니다. 여기서 `t`는 shape이 (N,)인 정수
레이블뿐이고 원-핫은 없습니다. `z`와 `t`는 바꾸지 않고, 결과는 수 하나입니다. 점수가 ±1000이어도, 행과 행의 값이 몇천씩 차이
나도 옳은 값이 나와야 합니다. 예를 들어 점수가 (2, 1, 0)과 (1002, 1001, 1000)이고 레이블이 0과 2이면 손실은 0.408과 2.408이고, 결과는
그 평균인 1.408입니다.
"""


# %% exercise="softmax_cross_entropy"
def softmax_cross_entropy(z, t):
    """Return the mean over the rows of log(sum of exp of all scores) - score of the right class.

    z : (N, K) scores, floats or integers, also ±1000; not changed.
    t : (N,) labels, integers from 0 to K - 1; not changed.
    Returns a single number, never nan or inf.

    Example: z = [[2, 1, 0], [1002, 1001, 1000]], t = [0, 2] has the losses 0.4076 and 2.4076, so it gives 1.4076.
    """
    ### BEGIN SOLUTION
    z = z - z.max(axis=1, keepdims=True)
    chosen = z[np.arange(len(z)), t]
    return np.mean(np.log(np.exp(z).sum(axis=1)) - chosen)
    ### END SOLUTION


# %% check="softmax_cross_entropy"
check("softmax_cross_entropy", softmax_cross_entropy)

# %% [markdown] lang="en"
r"""
### Your three losses

The next cell draws your functions; finish the three exercises above first. On the left a network with two classes gives the
right one the probability $p$. The mean squared error compares it with 1; the cross entropy is $-\log p$. On the right the
network gives the right class the score $d$ and the other one 0. The cross marks $\log 2$, the loss of a network that cannot
decide.

![Left: two falling curves over the probability of the right class; the squared error starts at 1 with slope -2, the cross
entropy rises steeply towards 0 and ends at 0 for p = 1. Right: over the difference of the scores from -10 to 10, the cross
entropy is a straight line on the left and flattens out to 0 on the right; the squared error stays below 1 and is flat at both
ends.](attachment:losses.png)

Look at the left end of the right plot. There the network is sure and wrong. The cross entropy falls with the slope −1, so
there is a clear direction. The squared error of the softmax is flat: it is almost 1 and stays almost 1, and a network that
is entirely wrong learns next to nothing. This is why classification uses the cross entropy.
"""

# %% [markdown] lang="ko"
r"""
### 여러분의 손실 세 가지

다음 셀은 여러분의 함수를 그립니다. 먼저 위의 세 문제를 푸십시오. 왼쪽에서는 클래스가 둘인 신경망이 맞는 클래스에 확률 $p$를
줍니다. 평균 제곱 오차는 이 값을 1과 비교하고, 교차 엔트로피는 $-\log p$입니다. 오른쪽에서는 신경망이 맞는 클래스에 점수 $d$,
다른 클래스에 점수 0을 줍니다. × 표시는 어느 쪽인지 정하지 못하는 신경망의 손실 $\log 2$입니다.

![왼쪽: 맞는 클래스의 확률에 따라 내려가는 곡선 두 개. 제곱 오차는 1에서 시작하고, 교차 엔트로피는 0에 가까울수록 가파르게
올라가며 p = 1에서 0이다. 오른쪽: 점수의 차가 −10에서 10까지 변할 때, 교차 엔트로피는 왼쪽에서 직선이고 오른쪽에서 0으로
평평해진다. 제곱 오차는 1보다 작고 양 끝에서 평평하다.](attachment:losses.png)

오른쪽 그래프의 왼쪽 끝을 보십시오. 신경망이 확신하면서 틀린 곳입니다. 교차 엔트로피는 기울기 −1로 내려가므로 가야 할 방향이
뚜렷합니다. 소프트맥스의 제곱 오차는 평평합니다. 거의 1인 채로 머물러서, 완전히 틀린 신경망이 거의 아무것도 배우지 못합니다.
분류에 교차 엔트로피를 쓰는 까닭이 이것입니다.
"""


# %% demo=true figure="losses"
def plot_losses():
    """Draw the student's losses of one sample with two classes, of which the first is right."""
    right = np.array([0])
    p, d = np.linspace(0.001, 1, 400), np.linspace(-10, 10, 201)
    shares = [np.array([[one, 1 - one]]) for one in p]
    scores = [np.array([[one, 0.0]]) for one in d]
    squared = {one: mse(np.array([1 / (1 + np.exp(-one))]), np.array([1.0])) for one in d}
    figure, (left, middle) = plt.subplots(1, 2, figsize=(10, 3.8), layout="constrained")
    curves = {
        "cross_entropy": [cross_entropy(share, right) for share in shares],
        "mse": [mse(share[:, 0], np.array([1.0])) for share in shares],
    }
    plots.curves(left, p, curves, "probability p of the right class", "loss")
    left.set_ylim(-0.2, 5)
    curves = {
        "softmax_cross_entropy": [softmax_cross_entropy(score, right) for score in scores],
        "mse of the softmax": list(squared.values()),
    }
    plots.curves(middle, d, curves, "score d of the right class (the other has 0)", "loss")
    middle.plot(0, np.log(2), "x", color="black", markersize=9, label="log 2 = 0.693")
    middle.legend()


plot_losses()
plt.show()

# %% [markdown] lang="en"
r"""
## 4. Which way is down? Measure it

The loss of a network is a function of all its weights. To make it smaller, we have to know for each weight: does the loss
rise or fall when this weight grows a little, and how fast? That is a **derivative**, and a derivative can be measured
without any calculus.

Take $f(x) = x^3$ at $x = 2$, where the slope is exactly 12. Go 0.1 to the right: $f$ grows from 8 to 9.261, and
$1.261 / 0.1 = 12.61$. That is the **forward difference**. It is too large because the curve bends upwards on the way.

Now go 0.1 to both sides: $f(2.1) = 9.261$ and $f(1.9) = 6.859$. The two points are 0.2 apart, and $2.402 / 0.2 = 12.01$. This is
the **central difference**, and its error is 0.01 instead of 0.61: what the curve adds on one side it takes away on the other.

$$f'(x) \approx \frac{f(x + h) - f(x - h)}{2h}$$

**Several variables.** Let $f(x_1, x_2) = x_1^2 + 3 x_1 x_2$, at the point $(1, 2)$. Move only $x_1$ and hold $x_2$ at 2: the slope is
$2 \cdot 1 + 3 \cdot 2 = 8$. Move only $x_2$ and hold $x_1$ at 1: the slope is 3. These are the **partial derivatives**, and together,
in an array of the same shape as $x$, they are the **gradient**: $(8, 3)$. It points in the direction in which $f$ rises most
steeply; the opposite direction is the way down.

So the recipe is: for each element of $x$, one after the other,

1. make it larger by $h$, compute $f$;
2. make it smaller by $h$, compute $f$;
3. put it back as it was;
4. write the difference of the two, divided by $2h$, into the gradient at the same place.

For D elements that is $2D$ evaluations of $f$. Remember this number; section 7 comes back to it.

**Three details.** `x` may have any shape: `for i in np.ndindex(x.shape)` goes through all positions, and `x[i]` is then a single
number, whatever the shape. `x` may hold integers, and in an integer array $2 + 0.01$ is cut to 2: work on a copy that holds
floats. And such a copy also leaves the caller's `x` as it was.

**How small should $h$ be?** Not as small as possible. Floats have about 16 digits; for $h = 10^{-12}$ the two values of $f$ agree in
the first 12 of them, and only a few digits remain for the slope. Near $10^{-5}$ both errors are small.

![Error against h, both axes logarithmic. The forward difference falls from 1 to about 1e-8 at h = 1e-8 and rises again for
smaller h; the central difference falls faster, to about 1e-10 near h = 1e-5, and rises again.](attachment:step.png)

**Your turn**, about 10 lines. `f` takes an array of the shape of `x` and returns a number.
"""

# %% [markdown] lang="ko"
r"""
## 4. 어느 쪽이 내리막인가: 재어 보기

신경망의 손실은 모든 가중치의 함수입니다. 손실을 줄이려면 가중치마다 알아야 할 것이 있습니다. 이 가중치가 조금 커지면 손실이
늘어나는가, 줄어드는가, 얼마나 빨리 변하는가? 이것이 **미분값**(derivative)이고, 미분 공식을 몰라도 잴 수 있습니다.

$f(x) = x^3$을 $x = 2$에서 보겠습니다. 정확한 기울기는 12입니다. 오른쪽으로 0.1만큼 가면 $f$가 8에서 9.261로 커지고
$1.261 / 0.1 = 12.61$입니다. 이것을 **전방 차분**(forward difference)이라고 합니다. 가는 동안 곡선이 위로 휘기 때문에 실제보다
크게 나왔습니다.

이번에는 양쪽으로 0.1씩 가 봅니다. $f(2.1) = 9.261$, $f(1.9) = 6.859$이고 두 점의 거리는 0.2이므로 $2.402 / 0.2 = 12.01$입니다.
이것이 **중심 차분**(central difference)이고, 오차가 0.61이 아니라 0.01입니다. 곡선이 휘면서 한쪽에서 더한 만큼 다른 쪽에서
빠지기 때문입니다.

$$f'(x) \approx \frac{f(x + h) - f(x - h)}{2h}$$

**변수가 여러 개일 때.** $f(x_1, x_2) = x_1^2 + 3 x_1 x_2$를 점 $(1, 2)$에서 보겠습니다. $x_2$를 2로 두고 $x_1$만 움직이면 기울기는
$2 \cdot 1 + 3 \cdot 2 = 8$입니다. $x_1$을 1로 두고 $x_2$만 움직이면 기울기는 3입니다. 이것을 **편미분**(partial derivative)이라고
하고, $x$와 shape이 같은 배열에 모두 모은 $(8, 3)$이 **그래디언트**(gradient)입니다. 그래디언트는 $f$가 가장 가파르게 올라가는
방향을 가리키므로, 그 반대가 내려가는 길입니다.

방법을 정리하면 다음과 같습니다. $x$의 원소마다 차례로

1. 그 원소를 $h$만큼 키우고 $f$를 계산합니다.
2. 그 원소를 원래보다 $h$만큼 줄이고 $f$를 계산합니다.
3. 원래대로 되돌립니다.
4. 두 값의 차를 $2h$로 나누어 그래디언트의 같은 자리에 적습니다.

원소가 D개이면 $f$를 $2D$번 계산합니다. 이 수를 기억해 두십시오. 7절에서 다시 나옵니다.

**세 가지 주의.** `x`의 shape은 자유입니다. `for i in np.ndindex(x.shape)`로 모든 자리를 지나면, shape이 무엇이든 `x[i]`는 수
하나입니다. `x`는 정수일 수도 있는데, 정수 배열에서 $2 + 0.01$은 2로 잘립니다. 그러니 실수로 된 복사본에서 계산하십시오.
그러면 호출한 쪽의 `x`도 그대로 남습니다.

**$h$는 얼마나 작아야 할까요?** 작을수록 좋은 것은 아닙니다. 실수의 유효 숫자는 16자리쯤입니다. $h = 10^{-12}$이면 $f$의 두 값이
앞의 12자리까지 같아서 기울기에 쓸 자리가 얼마 남지 않습니다. $10^{-5}$ 근처에서는 두 가지 오차가 모두 작습니다.

![h에 따른 오차, 두 축 모두 로그 눈금. 전방 차분은 1에서 h = 1e-8일 때 약 1e-8까지 내려갔다가 h가 더 작아지면 다시 올라간다.
중심 차분은 더 빨리 내려가 h = 1e-5 근처에서 약 1e-10이 되고 다시 올라간다.](attachment:step.png)

빈칸을 채우십시오. 열 줄 정도입니다. `f`는 `x`와 shape이 같은 배열을 받아 수 하나를 반환하는 함수입니다. `x`의 shape은 자유이고
실수나 정수이며, `x`를 바꾸면 안 됩니다. 결과는 `x`와 shape이 같은 새 실수 배열입니다. `h`의 기본값은 $10^{-5}$입니다.
"""


# %% exercise="numerical_gradient"
def numerical_gradient(f, x, h=1e-5):
    """Return the gradient of f at x by central differences, (f(x + h) - f(x - h)) / 2h for one element at a time.

    f : a function that takes an array of the shape of x and returns a number.
    x : array of any shape, floats or integers; not changed when the function has ended.
    h : number > 0, how far to go to each side.
    Returns a new float array of the shape of x.

    Example: f = lambda x: x[0]**2 + 3 * x[0] * x[1] at x = [1.0, 2.0] gives [8.0, 3.0].
    """
    ### BEGIN SOLUTION
    x = np.array(x, dtype=np.float64)  # a copy, of floats
    gradient = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        value = x[i]
        x[i] = value + h
        above = f(x)
        x[i] = value - h
        below = f(x)
        x[i] = value
        gradient[i] = (above - below) / (2 * h)
    return gradient
    ### END SOLUTION


# %% check="numerical_gradient"
check("numerical_gradient", numerical_gradient)

# %% [markdown] lang="en"
r"""
### How exact is it?

The next cell takes the slope of $e^x$ at $x = 1$, which is exactly $e$, once with *your* central difference and once with a
forward difference, for many sizes of $h$. Your line should look like the lower one in the picture above: one tenth of the $h$ gives
one hundredth of the error, down to about $10^{-5}$; then rounding takes over.
"""

# %% [markdown] lang="ko"
r"""
### 얼마나 정확한가

다음 셀은 $x = 1$에서 $e^x$의 기울기를 여러 크기의 $h$로 잽니다. 정확한 값은 $e$입니다. 한 번은 *여러분의* 중심 차분으로, 한
번은 전방 차분으로 잽니다. 여러분의 선은 위 그림의 아래쪽 선처럼 나와야 합니다. $h$가 십분의 일이 되면 오차는 백분의 일이 되고,
$10^{-5}$쯤부터는 반올림 오차가 더 커집니다.
"""


# %% demo=true figure="step"
def plot_errors():
    """Draw how far two measured slopes of exp at 1 lie from the true one."""
    sizes = 10.0 ** np.arange(-12, 0.1, 0.5)
    at = np.array([1.0])
    central = [abs(numerical_gradient(lambda x: np.exp(x[0]), at, h)[0] - np.e) for h in sizes]
    forward = [abs((np.exp(1 + h) - np.exp(1)) / h - np.e) for h in sizes]
    figure, axis = plt.subplots(figsize=(7, 3.8), layout="constrained")
    curves = {"forward difference": forward, "your central difference": central}
    plots.curves(axis, sizes, curves, "h", "error of the slope", markers=True)
    axis.set(xscale="log", yscale="log")


plot_errors()
plt.show()

# %% [markdown] lang="en"
r"""
## 5. Gradient descent: how far to go

The gradient says in which direction to go. How far is left to us. Take $f(x) = x^2$ and start at $x = 4$, where the slope is 8.
Go a quarter of the slope in the opposite direction: $4 - 0.25 \cdot 8 = 2$. There the slope is 4, and the next point is
$2 - 0.25 \cdot 4 = 1$, then 0.5, then 0.25. Each step halves the distance to the lowest point.

$$x_{k+1} = x_k - \eta\, \nabla f(x_k)$$

This is **gradient descent**. $\nabla f$ is the gradient, and $\eta$, "eta", is the **learning rate**, `lr` in the code. The rate
decides everything. With $\eta = 0.01$ the first step goes from 4 to 3.92: right, but slow. With $\eta = 1$ it goes from 4 to
$4 - 8 = -4$, and from there back to 4, for ever. With $\eta = 1.1$ it goes to −4.8, to 5.76, to −6.91: away from the lowest point,
faster and faster.

**Your turn**, about 5 lines. Return the whole path, not only its end: we want to see it. It has `steps + 1` points, because the
start is one of them. Take care that each point is an array of its own. `x -= ...` changes an array where it stands: if
that array already is in the path, all points of the path become the last one; if it is `x0` itself, the caller's numbers are lost.
`x = x - ...` makes a new array.
"""

# %% [markdown] lang="ko"
r"""
## 5. 경사 하강법: 얼마나 멀리 갈 것인가

그래디언트는 어느 쪽으로 갈지 알려 줍니다. 얼마나 멀리 갈지는 우리가 정해야 합니다. $f(x) = x^2$이고 출발점은 $x = 4$라고 합시다.
이곳의 기울기는 8입니다. 기울기의 사분의 일만큼 반대 방향으로 가면 $4 - 0.25 \cdot 8 = 2$입니다. 여기서는 기울기가 4이므로 다음
점은 $2 - 0.25 \cdot 4 = 1$이고, 이어서 0.5, 0.25가 됩니다. 한 걸음마다 가장 낮은 점까지의 거리가 절반으로 줄어듭니다.

$$x_{k+1} = x_k - \eta\, \nabla f(x_k)$$

이것이 **경사 하강법**(gradient descent)입니다. $\nabla f$는 그래디언트이고, $\eta$(에타)는 **학습률**(learning rate), 코드에서는
`lr`입니다. 모든 것이 학습률에 달려 있습니다. $\eta = 0.01$이면 첫걸음이 4에서 3.92로 갑니다. 방향은 옳지만 느립니다. $\eta = 1$이면
4에서 $4 - 8 = -4$로 갔다가 다시 4로 돌아오기를 끝없이 되풀이합니다. $\eta = 1.1$이면 −4.8, 5.76, −6.91로, 가장 낮은 점에서 점점 더
빨리 멀어집니다.

빈칸을 채우십시오. 다섯 줄 정도면 됩니다. 마지막 점만이 아니라 경로 전체를 반환합니다. 경로를 그림으로 보기 위해서입니다. 시작점도
들어가므로 점은 `steps + 1`개입니다. `f_grad`는 점 하나를 받아 shape이 같은 그래디언트를 반환하는 함수입니다. `x0`의 shape은 자유이고
실수나 정수이며, 바꾸면 안 됩니다. 결과는 shape이 (steps + 1, ...)인 실수 배열이고, 배열을 담은 리스트도 됩니다.

점마다 배열이 따로 있어야 한다는 데 주의하십시오. `x -= ...`는 배열을 그 자리에서 바꿉니다. 그 배열이 이미 경로에 들어 있다면
경로의 모든 점이 마지막 점과 같아지고, 그 배열이 `x0`이라면 호출한 쪽의 값이 사라집니다. `x = x - ...`는 새 배열을 만듭니다.
"""


# %% exercise="gradient_descent"
def gradient_descent(f_grad, x0, lr, steps):
    """Return the path of gradient descent: x0, and after each step x - lr * f_grad(x).

    f_grad : a function that takes a point and returns the gradient there, of the same shape.
    x0 : array of any shape, floats or integers, the start; not changed.
    lr : number, the learning rate. steps : integer >= 0.
    Returns an array (steps + 1, ...) of floats, or a list of steps + 1 arrays; the first is x0.

    Example: f_grad = lambda x: 2 * x, x0 = [4.0], lr = 0.25, steps = 3 gives [[4.0], [2.0], [1.0], [0.5]].
    """
    ### BEGIN SOLUTION
    path = [np.array(x0, dtype=np.float64)]
    for _ in range(steps):
        x = path[-1]
        path.append(x - lr * f_grad(x))
    return np.array(path)
    ### END SOLUTION


# %% check="gradient_descent"
check("gradient_descent", gradient_descent)

# %% [markdown] lang="en"
r"""
### A valley

One variable is too easy. The typical difficulty is a long valley, steep across and nearly flat along:

$$f(x_1, x_2) = \tfrac12 \left( x_1^2 + 20\, x_2^2 \right) \qquad \nabla f = (x_1,\ 20\, x_2)$$

Across the valley the slope is 20 times as large as along it, at the same distance from the lowest point $(0, 0)$. But there is only
**one** learning rate for both. Each step multiplies $x_1$ by $1 - \eta$ and $x_2$ by $1 - 20\eta$. The second factor must stay between
−1 and 1, so $\eta$ has to be below 0.1; and for such an $\eta$ the first factor is at least 0.9, which is slow. Steep directions
limit the rate, flat ones suffer for it.

The next cell holds this function, and a helper that draws a path on its contour lines.
"""

# %% [markdown] lang="ko"
r"""
### 골짜기

변수가 하나이면 너무 쉽습니다. 어려움은 대개 긴 골짜기에서 생깁니다. 가로지르는 방향으로는 가파르고, 길이 방향으로는 거의
평평합니다.

$$f(x_1, x_2) = \tfrac12 \left( x_1^2 + 20\, x_2^2 \right) \qquad \nabla f = (x_1,\ 20\, x_2)$$

가장 낮은 점 $(0, 0)$에서 같은 거리만큼 떨어져 있어도, 골짜기를 가로지르는 방향의 기울기가 길이 방향의 20배입니다. 그런데 학습률은
두 방향에 **하나**뿐입니다. 한 걸음마다 $x_1$에는 $1 - \eta$가, $x_2$에는 $1 - 20\eta$가 곱해집니다. 둘째 값이 −1과 1 사이에
있어야 하므로 $\eta$는 0.1보다 작아야 합니다. 그러면 첫째 값은 0.9 이상이어서 느립니다. 가파른 방향이 학습률을 제한하고, 평평한
방향이 그 때문에 손해를 봅니다.

다음 셀에는 이 함수와, 등고선 위에 경로를 그리는 도우미 함수가 들어 있습니다.
"""


# %% given=true
START = np.array([-6.0, 1.5])


def valley(x):
    """Return (x1² + 20 x2²) / 2 for a point x (2,)."""
    return 0.5 * (x[0] ** 2 + 20 * x[1] ** 2)


def valley_gradient(x):
    """Return the gradient of the valley at a point x (2,)."""
    return np.array([x[0], 20 * x[1]])


def follow(optimizer, steps):
    """Return the path (steps + 1, 2) of an optimizer through the valley."""
    x = START.copy()
    path = [x.copy()]
    while len(path) <= steps:
        optimizer.update([x], [valley_gradient(x)])
        path.append(x.copy())
    return np.stack(path)


def draw_path(axis, path, title):
    """Draw a path (steps + 1, 2) on the contour lines of the valley."""
    x1, x2 = np.meshgrid(np.linspace(-7, 4, 111), np.linspace(-3, 3, 61))
    axis.contour(x1, x2, valley([x1, x2]), levels=[0.2, 1, 3, 8, 16, 30, 50, 80], colors="0.75", linewidths=0.8)
    axis.plot(path[:, 0], path[:, 1], "o-", color="tab:blue", markersize=3, linewidth=1)
    axis.plot(*path[0], "s", color="black", label="start")
    axis.plot(0, 0, "*", color="tab:red", markersize=11, label="lowest point")
    end = valley(path[-1])
    axis.set(xlabel="x1", ylabel="x2", xlim=(-7, 4), ylim=(-3, 3), title=f"{title}\nf at the end: {end:.4g}")


# %% [markdown] lang="en"
r"""
Three learning rates, 40 steps each, all from $(-6, 1.5)$, where $f = 40.5$. What should come out:

![Three paths on the elliptic contour lines of the valley. With the rate 0.01 the path drops to the valley floor and then creeps,
ending far left of the lowest point. With 0.09 it jumps from side to side, ever less, and arrives. With 0.102 it jumps from side to
side, ever more, and leaves the picture.](attachment:valley.png)

With 0.01 the path reaches the floor of the valley and then creeps; after 40 steps it is still at $x_1 = -4.01$. With 0.09 it
jumps from one side to the other, since $1 - 20 \cdot 0.09 = -0.8$, but each jump is smaller, and it arrives. With 0.102 each jump
is 4 % longer than the one before, and after 40 steps $f$ is 519, more than at the start. Between a very good rate and one
at which everything breaks down lies about one hundredth.
"""

# %% [markdown] lang="ko"
r"""
학습률 세 가지로 40걸음씩, 모두 $f = 40.5$인 $(-6, 1.5)$에서 출발합니다. 다음과 같이 나와야 합니다.

![골짜기의 타원 등고선 위에 그린 경로 세 개. 학습률이 0.01이면 골짜기 바닥까지 내려간 뒤 느리게 기어가서 가장 낮은 점의 한참
왼쪽에서 끝난다. 0.09이면 양쪽을 오가는 폭이 점점 줄면서 도착한다. 0.102이면 양쪽을 오가는 폭이 점점 커져 그림 밖으로
나간다.](attachment:valley.png)

0.01이면 골짜기 바닥에 이른 뒤 느리게 기어갑니다. 40걸음을 가도 아직 $x_1 = -4.01$입니다. 0.09이면 $1 - 20 \cdot 0.09 = -0.8$이므로
양쪽을 오가지만, 폭이 점점 줄어 도착합니다. 0.102이면 오가는 폭이 매번 4 %씩 커져서 40걸음 뒤에는 $f$가 519로, 출발할 때보다
커집니다. 아주 좋은 학습률과 모든 것이 무너지는 학습률의 차이가 백분의 일쯤밖에 되지 않습니다.
"""


# %% demo=true figure="valley"
def plot_learning_rates(rates=(0.01, 0.09, 0.102), steps=40):
    """Draw the student's gradient descent through the valley for several learning rates."""
    figure, axes = plt.subplots(1, len(rates), figsize=(12, 3.6), sharey=True, layout="constrained")
    for axis, rate in zip(axes, rates, strict=True):
        path = np.array(gradient_descent(valley_gradient, START, rate, steps))
        print(f"lr = {rate}: after {steps} steps at {np.round(path[-1], 3)}, f = {valley(path[-1]):.4g}")
        draw_path(axis, path, f"lr = {rate}")
    axes[-1].legend(loc="lower right")


plot_learning_rates()
plt.show()

# %% [markdown] lang="en"
r"""
## 6. Momentum and Adam

In the picture with the rate 0.09 the steps across the valley cancel each other, while the small steps along it all go the same way.
Two ideas make use of that.

**Momentum** lets the point roll like a heavy ball. It keeps a velocity $v$, which starts at 0. Each gradient $g$ is added to it,
and the old velocity fades by a factor $\mu$, usually 0.9:

$$v \leftarrow \mu v + g \qquad p \leftarrow p - \eta\, v$$

Suppose the gradient is always 1. Then $v$ is 1, then 1.9, then 2.71, and in the end 10: where all gradients agree, the ball becomes
ten times as fast. Where they alternate between 1 and −1, $v$ stays near ±0.5.

**Adam** gives every parameter a step size of its own. It keeps two running means: $m$ of the gradients, $v$ of their squares.

$$m \leftarrow \beta_1 m + (1 - \beta_1)\, g \qquad v \leftarrow \beta_2 v + (1 - \beta_2)\, g^2$$

The step is $m$ divided by $\sqrt v$: a parameter with large gradients gets a large divisor. So it hardly matters how steep a
direction is.

But both means start at 0 and are too small at first. With $\beta_1 = 0.9$ and $\beta_2 = 0.999$ the first update leaves $m = 0.1\,g$ and
$v = 0.001\,g^2$, and the step would be $0.1 / \sqrt{0.001} = 3.16$ times the learning rate. Dividing by $1 - \beta^t$ repairs
that, where $t$ counts the updates, 1, 2, 3, …:

$$m' = \frac{m}{1 - \beta_1^{\,t}} \qquad v' = \frac{v}{1 - \beta_2^{\,t}} \qquad p \leftarrow p - \eta\, \frac{m'}{\sqrt{v'} + \epsilon}$$

In the first update $m' = g$ and $v' = g^2$, so every parameter moves by $\eta$, whether its gradient is 20 or 0.5. The small
$\epsilon$, `eps` in the code, only prevents $0 / 0$. It is added **after** the root.

**Lists of arrays.** A network has many arrays of parameters: weights and biases, of different shapes. So both take two lists,
`params` and `grads`, with one gradient for each parameter. Four rules:

1. Change the arrays in `params` themselves, `p -= ...` and not `p = p - ...`. The layers of the network hold the same arrays; a new
   array would be unknown to them.
2. Each parameter has a $v$ (and an $m$) of its own, as an array of zeros at the start. How many there are, `update` knows only when
   it is called for the first time; therefore the constructor leaves them as `None`.
3. $t$ counts the calls of `update`, not the parameters.
4. The gradients stay as they are.

**Your turn**, about 6 lines for `Momentum`, about 9 for `Adam`. The constructors are there.
"""

# %% [markdown] lang="ko"
r"""
## 6. 모멘텀과 Adam

학습률이 0.09인 그림에서 골짜기를 가로지르는 걸음은 서로 지워지고, 길이 방향의 작은 걸음은 모두 같은 쪽을 향합니다. 두 가지 방법이
이 점을 이용합니다.

**모멘텀**(momentum)은 점을 무거운 공처럼 굴립니다. 0에서 시작하는 속도 $v$를 두고, 그래디언트 $g$를 매번 더합니다. 이전 속도에는
$\mu$(보통 0.9)를 곱해 조금씩 잊습니다.

$$v \leftarrow \mu v + g \qquad p \leftarrow p - \eta\, v$$

그래디언트가 늘 1이라고 합시다. $v$는 1, 1.9, 2.71로 커져 마침내 10이 됩니다. 그래디언트의 방향이 모두 같으면 열 배 빨라지는
것입니다. 그래디언트가 1과 −1을 오가면 $v$는 ±0.5 근처에 머뭅니다.

**Adam**은 매개변수마다 걸음의 크기를 따로 정합니다. 평균 두 개를 유지하는데, $m$은 그래디언트의 평균이고 $v$는 그 제곱의
평균입니다.

$$m \leftarrow \beta_1 m + (1 - \beta_1)\, g \qquad v \leftarrow \beta_2 v + (1 - \beta_2)\, g^2$$

걸음은 $m$을 $\sqrt v$로 나눈 것입니다. 그래디언트가 큰 매개변수는 나누는 수도 큽니다. 그래서 어느 방향이 얼마나 가파른지는 거의
상관없게 됩니다.

그런데 두 평균은 0에서 시작하므로 처음에는 너무 작습니다. $\beta_1 = 0.9$, $\beta_2 = 0.999$이면 첫 갱신 뒤에 $m = 0.1\,g$,
$v = 0.001\,g^2$이고, 걸음은 학습률의 $0.1 / \sqrt{0.001} = 3.16$배가 되어 버립니다. $1 - \beta^t$으로 나누면 바로잡을 수 있습니다.
여기서 $t$는 갱신 횟수 1, 2, 3, …입니다.

$$m' = \frac{m}{1 - \beta_1^{\,t}} \qquad v' = \frac{v}{1 - \beta_2^{\,t}} \qquad p \leftarrow p - \eta\, \frac{m'}{\sqrt{v'} + \epsilon}$$

첫 갱신에서는 $m' = g$, $v' = g^2$이므로 그래디언트가 20이든 0.5이든 모든 매개변수가 $\eta$만큼 움직입니다. 작은 수 $\epsilon$(코드에서는
`eps`)은 $0 / 0$을 막을 뿐이고, 제곱근을 취한 **뒤에** 더합니다.

**배열의 리스트.** 신경망에는 가중치와 편향처럼 shape이 다른 매개변수 배열이 많습니다. 그래서 두 클래스 모두 리스트 `params`와
`grads`를 받습니다. 매개변수마다 그래디언트가 하나씩 있습니다. 규칙은 네 가지입니다.

1. `params`에 든 배열 자체를 바꿉니다. `p = p - ...`가 아니라 `p -= ...`입니다. 신경망의 층들이 같은 배열을 가지고 있어서, 새
   배열을 만들면 층들은 그것을 알지 못합니다.
2. 매개변수마다 $v$(와 $m$)를 따로 두고, 0으로 채운 배열로 시작합니다. 몇 개가 필요한지는 `update`가 처음 불릴 때 비로소 알 수
   있으므로, 생성자에서는 `None`으로 둡니다.
3. $t$는 매개변수가 아니라 `update`를 부른 횟수를 셉니다.
4. 그래디언트는 바꾸지 않습니다.

빈칸을 채우십시오. `Momentum`은 여섯 줄, `Adam`은 아홉 줄 정도입니다. 생성자는 이미 있습니다. `params`는 실수 배열의 리스트이고,
`grads`는 shape이 같은 배열들이 같은 순서로 든 리스트입니다. `update`는 아무것도 반환하지 않습니다.

예를 들어 매개변수가 [1.0]이고 그래디언트가 두 번 모두 [1.0]이면, `lr`가 0.1이고 `momentum`이 0.9인 `Momentum`은 [0.9], [0.71]을 차례로
만듭니다. 매개변수가 [1.0, 1.0]이고 그래디언트가 [20.0, −0.5]이면, `lr`가 0.1인 `Adam`은 첫 갱신에서 [0.9, 1.1]을 만듭니다.
"""


# %% exercise="optimizers"
class Momentum:
    """v <- momentum * v + g, then p <- p - lr * v, for every parameter p with its gradient g; v starts at 0.

    Example: p = [1.0] and the gradient [1.0] twice, with lr = 0.1 and momentum = 0.9: p is [0.9], then [0.71].
    """

    def __init__(self, lr=0.01, momentum=0.9):
        self.lr, self.momentum = lr, momentum
        self.v = None  # at the first update: a list with one array for each parameter

    def update(self, params, grads):
        """Change the arrays in params by one step.

        params : list of float arrays of any shapes, changed in place.
        grads : list of arrays, the gradients, of the same shapes in the same order; not changed.
        """
        ### BEGIN SOLUTION
        if self.v is None:
            self.v = [np.zeros_like(p) for p in params]
        for p, g, v in zip(params, grads, self.v):
            v *= self.momentum
            v += g
            p -= self.lr * v
        ### END SOLUTION


class Adam:
    """m <- beta1 * m + (1 - beta1) * g and v <- beta2 * v + (1 - beta2) * g², then p <- p - lr * m' / (sqrt(v') + eps).

    m' = m / (1 - beta1^t), v' = v / (1 - beta2^t); t is 1 in the first update, 2 in the second; m and v start at 0.

    Example: p = [1.0, 1.0] and the gradient [20.0, -0.5], with lr = 0.1: after the first update p is [0.9, 1.1].
    """

    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m, self.v = None, None  # at the first update: lists with one array for each parameter
        self.t = 0  # updates so far

    def update(self, params, grads):
        """Change the arrays in params by one step.

        params : list of float arrays of any shapes, changed in place.
        grads : list of arrays, the gradients, of the same shapes in the same order; not changed.
        """
        ### BEGIN SOLUTION
        if self.m is None:
            self.m = [np.zeros_like(p) for p in params]
            self.v = [np.zeros_like(p) for p in params]
        self.t += 1
        for p, g, m, v in zip(params, grads, self.m, self.v):
            m += (1 - self.beta1) * (g - m)
            v += (1 - self.beta2) * (g**2 - v)
            m_corrected, v_corrected = m / (1 - self.beta1**self.t), v / (1 - self.beta2**self.t)
            p -= self.lr * m_corrected / (np.sqrt(v_corrected) + self.eps)
        ### END SOLUTION


# %% check="optimizers"
check("optimizers", Momentum, Adam)

# %% [markdown] lang="en"
r"""
### Three ways through the valley

The next cell sends your gradient descent, your `Momentum` and your `Adam` through the valley, 40 steps each.

![Three paths from the same start. Gradient descent with the rate 0.02 goes down to the floor and creeps, still left of the lowest
point at the end. Momentum with the same rate swings across a few times and arrives. Adam goes almost straight at first, overshoots across
the valley a little, and arrives.](attachment:optimizers.png)

With the same rate 0.02 gradient descent ends at $f = 3.58$, momentum at 0.005. Adam with the rate 0.2 also ends at 0.005, and its path
begins diagonally: both coordinates move by 0.2, although one slope is five times the other.

Do not read this as a ranking. With the rate 0.09 of section 5, plain descent reaches 0.0095 in the same 40 steps. What momentum and Adam give
is that more rates work, and in a network with thousands of directions nobody knows the best rate beforehand.
"""

# %% [markdown] lang="ko"
r"""
### 골짜기를 지나는 세 가지 길

다음 셀은 여러분의 경사 하강법, `Momentum`, `Adam`을 각각 40걸음씩 골짜기로 보냅니다.

![같은 곳에서 출발한 경로 세 개. 학습률 0.02인 경사 하강법은 바닥까지 내려간 뒤 느리게 기어가서 끝까지 가장 낮은 점의 왼쪽에 있다.
학습률이 같은 모멘텀은 골짜기를 몇 번 가로지르며 도착한다. Adam은 처음에 거의 곧게 가다가 골짜기를 조금 지나친 뒤
도착한다.](attachment:optimizers.png)

학습률이 똑같이 0.02일 때 경사 하강법은 $f = 3.58$에서 끝나고 모멘텀은 0.005에서 끝납니다. 학습률이 0.2인 Adam도 0.005에서 끝납니다.
Adam의 경로는 대각선으로 시작합니다. 한쪽 기울기가 다른 쪽의 다섯 배인데도 두 좌표가 모두 0.2만큼 움직이기 때문입니다.

이것을 순위로 읽으면 안 됩니다. 5절의 학습률 0.09라면 평범한 경사 하강법도 40걸음에 0.0095까지 갑니다. 모멘텀과 Adam의 장점은 잘
되는 학습률의 폭이 넓다는 것입니다. 방향이 수천 개인 신경망에서는 가장 좋은 학습률을 아무도 미리 알 수 없습니다.
"""


# %% demo=true figure="optimizers"
def plot_optimizers(steps=40):
    """Draw the student's three ways through the valley."""
    paths = {
        "gradient descent, lr = 0.02": np.array(gradient_descent(valley_gradient, START, 0.02, steps)),
        "Momentum, lr = 0.02, momentum = 0.8": follow(Momentum(0.02, 0.8), steps),
        "Adam, lr = 0.2": follow(Adam(0.2), steps),
    }
    figure, axes = plt.subplots(1, 3, figsize=(12, 3.6), sharey=True, layout="constrained")
    for axis, (title, path) in zip(axes, paths.items(), strict=True):
        draw_path(axis, path, title)
    axes[-1].legend(loc="lower right")


plot_optimizers()
plt.show()

# %% [markdown] lang="en"
r"""
### Move the rates yourself

The sliders set the learning rate `lr` of gradient descent and momentum, the `momentum`, the learning rate `adam_lr` of Adam, and the
number of `steps`. (Where sliders do not work: at `lr` = 0.095 gradient descent ends at $f = 0.011$ and at 0.102 at 519; momentum 0.9
with `lr` = 0.05 ends at 0.54, because the ball rolls past the lowest point and back; Adam with 0.02 gets only to 19.3, since no
coordinate can go further than about 0.8 in 40 such steps.)

Three things to try:

- With `momentum` = 0 the first two pictures are the same. Why?
- Set `lr` to 0.105: gradient descent breaks down. Does momentum, at 0.5?
- Which `adam_lr` is too small, and which too large, to arrive in 40 steps? Compare how wide the range of good rates is.
"""

# %% [markdown] lang="ko"
r"""
### 학습률을 직접 움직여 보기

슬라이더로 경사 하강법과 모멘텀의 학습률 `lr`, 모멘텀의 `momentum`, Adam의 학습률 `adam_lr`, 그리고 걸음 수 `steps`를 정합니다.
(슬라이더를 쓸 수 없을 때를 위해 적어 둡니다. `lr`가 0.095이면 경사 하강법은 $f = 0.011$에서, 0.102이면 519에서 끝납니다. `momentum`이
0.9이고 `lr`가 0.05이면 공이 가장 낮은 점을 지나쳤다가 돌아오느라 0.54에서 끝납니다. `adam_lr`가 0.02이면 19.3까지밖에 못 갑니다.
한 좌표가 40걸음에 0.8쯤보다 멀리 갈 수 없기 때문입니다.)

다음 세 가지를 해 보십시오.

- `momentum`이 0이면 처음 두 그림이 똑같습니다. 왜 그렇습니까?
- `lr`를 0.105로 해 보십시오. 경사 하강법은 무너집니다. `momentum`이 0.5인 모멘텀도 무너집니까?
- 40걸음 안에 도착하기에 너무 작은 `adam_lr`와 너무 큰 `adam_lr`는 얼마입니까? 쓸 만한 학습률의 폭을 서로 비교해 보십시오.
"""


# %% demo=true
def draw_valley(lr, momentum, adam_lr, steps):
    """Draw the student's three ways through the valley for one position of the sliders."""
    figure, axes = plt.subplots(1, 3, figsize=(12, 3.6), sharey=True, layout="constrained")
    draw_path(
        axes[0], np.array(gradient_descent(valley_gradient, START, lr, steps)), f"gradient descent, lr = {lr:.3f}"
    )
    draw_path(axes[1], follow(Momentum(lr, momentum), steps), f"Momentum, lr = {lr:.3f}, momentum = {momentum:.2f}")
    draw_path(axes[2], follow(Adam(adam_lr), steps), f"Adam, lr = {adam_lr:.2f}")
    axes[2].legend(loc="lower right")
    plt.show()


widgets.sliders(
    draw_valley,
    lr=(0.001, 0.11, 0.001, 0.02),
    momentum=(0.0, 0.95, 0.05, 0.8),
    adam_lr=(0.02, 2.0, 0.02, 0.2),
    steps=(1, 100, 1, 40),
)

# %% [markdown] lang="en"
r"""
## 7. A network learns, slowly

Now everything comes together. Training a network is always the same six steps:

1. Fill the weights with small random numbers.
2. Draw a batch of samples.
3. Send it forward through the network: scores.
4. Compare the scores with the labels: the loss.
5. Find the gradient of the loss with respect to all weights and biases.
6. Let the optimizer change them a little; go back to 2.

Steps 2 to 4 and 6 you have. For step 5 there is `numerical_gradient`, which needs one array, while the network has a list of weights
and biases. So we keep all numbers in one long array `theta`, and `unpack` cuts it into the pairs $(W, b)$ that `mlp_forward` (unit
u04) takes. A network with 64 inputs, 20 hidden units and 10 outputs has

$$64 \cdot 20 + 20 + 20 \cdot 10 + 10 = 1510$$

numbers. The activation of the hidden layer is tanh.
"""

# %% [markdown] lang="ko"
r"""
## 7. 신경망이 배운다, 천천히

이제 모든 것을 합칩니다. 신경망의 학습은 언제나 같은 여섯 단계입니다.

1. 가중치를 작은 난수로 채웁니다.
2. 샘플에서 배치를 하나 뽑습니다.
3. 배치를 신경망에 통과시켜 점수를 얻습니다.
4. 점수를 레이블과 비교해 손실을 구합니다.
5. 모든 가중치와 편향에 대한 손실의 그래디언트를 구합니다.
6. 옵티마이저가 값을 조금 바꿉니다. 2로 돌아갑니다.

2, 3, 4, 6단계는 이미 있습니다. 5단계에는 `numerical_gradient`를 씁니다. 그런데 이 함수는 배열 하나를 받고, 신경망은 가중치와
편향의 리스트입니다. 그래서 모든 수를 긴 배열 `theta` 하나에 담아 두고, `unpack`으로 잘라서 `mlp_forward`(u04)가 받는 쌍 $(W, b)$를
만듭니다. 입력이 64개, 은닉 유닛이 20개, 출력이 10개인 신경망에는

$$64 \cdot 20 + 20 + 20 \cdot 10 + 10 = 1510$$

개의 수가 있습니다. 은닉층의 활성화 함수는 tanh입니다.
"""


# %% given=true
def count_numbers(sizes):
    """Return how many weights and biases a network has; sizes such as (64, 20, 10)."""
    return sum(D * M + M for D, M in zip(sizes[:-1], sizes[1:]))


def unpack(theta, sizes):
    """Cut the array theta (P,) into a list of pairs: W (D, M) and b (M,) of each layer."""
    params, start = [], 0
    for D, M in zip(sizes[:-1], sizes[1:]):
        W = theta[start : start + D * M].reshape(D, M)
        b = theta[start + D * M : start + D * M + M]
        params.append((W, b))
        start += D * M + M
    return params


def mlp_loss(theta, X, t, sizes):
    """Return the loss of the network theta (P,) on images X (N, D) with labels t (N,)."""
    return softmax_cross_entropy(mlp_forward(X, unpack(theta, sizes), tanh), t)


# %% [markdown] lang="en"
r"""
The next cell trains this network on 1,000 of the handwritten digits of unit u03, 100 in each batch, for 30 steps of *your* Adam. The
gradient comes from *your* `numerical_gradient`, and each one takes $2 \cdot 1510 = 3020$ evaluations of the loss. The other 797 digits are
only used at the end, to see how many the network gets right that it has never seen.

![The loss over 30 steps: it begins near 2.3 and falls, with small ups and downs, to about 0.2; a dotted line marks
log 10.](attachment:training.png)
"""

# %% [markdown] lang="ko"
r"""
다음 셀은 이 신경망에 u03의 손글씨 숫자 1,000개를 학습시킵니다. 배치 하나에 100개씩, *여러분의* Adam으로 30걸음을 갑니다. 그래디언트는
*여러분의* `numerical_gradient`로 구하며, 한 번 구할 때마다 손실을 $2 \cdot 1510 = 3020$번 계산합니다. 나머지 797개는 마지막에만 써서,
신경망이 한 번도 보지 못한 숫자를 얼마나 맞히는지 봅니다.

![30걸음 동안의 손실. 2.3 근처에서 시작해 조금씩 오르내리며 0.2쯤까지 내려간다. 점선은 log 10을 나타낸다.](attachment:training.png)
"""


# %% demo=true figure="training"
def train_by_differences(sizes=(64, 20, 10), steps=30, size=100, seed=0):
    """Train a network with the student's numerical gradient and Adam; return the loss before each step."""
    X, t = data.digits()
    rng = np.random.default_rng(seed)
    order = rng.permutation(len(X))
    train, test = order[:1000], order[1000:]
    theta = rng.normal(0.0, 0.1, count_numbers(sizes))
    optimizer, losses = Adam(lr=0.05), []

    def loss_of(batch):
        return lambda numbers: mlp_loss(numbers, X[batch], t[batch], sizes)

    started = time.perf_counter()
    for step in range(1, steps + 1):
        loss = loss_of(rng.choice(train, size, replace=False))
        losses.append(loss(theta))
        optimizer.update([theta], [numerical_gradient(loss, theta)])
        if step == 1 or step % 5 == 0:
            print(f"step {step:2d}: loss {losses[-1]:.3f}, {(time.perf_counter() - started) / step:.2f} s a step")
    right = mlp_forward(X[test], unpack(theta, sizes), tanh).argmax(axis=1) == t[test]
    print(f"{100 * right.mean():.1f} % of {len(test)} new digits are right")
    return losses


def plot_training():
    """Draw the loss of each batch, as it was before the step."""
    losses = train_by_differences()
    figure, axis = plt.subplots(figsize=(7, 3.4), layout="constrained")
    axis.plot(range(1, len(losses) + 1), losses, "o-", label="loss of the batch")
    axis.axhline(np.log(10), color="0.4", linestyle=":", label="log 10")
    axis.set(xlabel="step", ylabel="loss", ylim=(0, 2.6))
    axis.legend()


plot_training()
plt.show()

# %% [markdown] lang="en"
r"""
The first loss is 2.302, close to $\log 10$, as it should be. In the thirtieth batch it is 0.125, and 95.5 % of the new digits are right.
Your code has learnt to read digits.

But look at the time of a step. When this text was written it was about 0.2 seconds on one core. That is bearable, because the network is
tiny.

### What would it cost for MNIST?

MNIST, the classic collection of handwritten digits, has 60,000 images of 28×28 = 784 pixels. A common small network for it has 50
hidden units, and thus $784 \cdot 50 + 50 + 50 \cdot 10 + 10 = 39{,}760$ numbers. One gradient takes 79,520 evaluations of the loss.

We do not have to wait for them. It is enough to measure one evaluation and multiply. The next cell does so for four
networks: three for the digits and the one for MNIST, for which random pixels will do, since the time does not depend on what the
images show. For the three small ones it also measures one whole gradient, to see whether the calculation can be trusted.

![Seconds for one gradient against the number of weights and biases, both axes logarithmic: three measured points between 0.05 and
1 second lie on their calculated ones; the calculated point for MNIST lies far above, between 10 and 100 seconds.](attachment:cost.png)
"""

# %% [markdown] lang="ko"
r"""
첫 손실은 2.302로 $\log 10$에 가깝습니다. 그래야 맞습니다. 서른째 배치에서는 0.125이고, 새로운 숫자의 95.5 %를 맞힙니다. 여러분의
코드가 숫자 읽는 법을 배웠습니다.

그런데 한 걸음에 걸린 시간을 보십시오. 이 글을 쓸 때는 코어 하나로 약 0.2초였습니다. 신경망이 아주 작아서 견딜 만합니다.

### MNIST라면 얼마나 걸릴까

손글씨 숫자의 고전인 MNIST에는 28×28 = 784픽셀짜리 이미지가 60,000장 있습니다. 흔히 쓰는 작은 신경망은 은닉 유닛이 50개여서 수가
$784 \cdot 50 + 50 + 50 \cdot 10 + 10 = 39{,}760$개입니다. 그래디언트를 한 번 구하려면 손실을 79,520번 계산해야 합니다.

그만큼 기다릴 필요는 없습니다. 한 번 계산하는 시간을 재어 곱하면 됩니다. 다음 셀은 신경망 네 개에서 이 시간을 잽니다. 셋은 앞의
숫자용이고 하나는 MNIST용입니다. 걸리는 시간은 이미지의 내용과 관계가 없으므로 MNIST에는 난수로 만든 픽셀을 씁니다. 작은 세 신경망에서는 그래디언트
하나를 실제로 구하는 시간도 재어, 계산으로 얻은 시간을 믿어도 되는지 확인합니다.

![그래디언트 하나를 구하는 시간(초)과 가중치와 편향의 개수, 두 축 모두 로그 눈금. 0.05초에서 1초 사이에 있는 잰 값 세 개는 계산한
값과 겹친다. MNIST의 계산한 값은 훨씬 위, 10초와 100초 사이에 있다.](attachment:cost.png)
"""


# %% demo=true figure="cost"
def mean_time(work, repeats):
    """Return the mean time of several runs in seconds."""
    started = time.perf_counter()
    for _ in range(repeats):
        work()
    return (time.perf_counter() - started) / repeats


def cost(sizes, X, t):
    """Return the seconds for one loss, and for a whole gradient where the images are small."""
    theta = np.random.default_rng(0).normal(0.0, 0.1, count_numbers(sizes))
    loss = lambda numbers: mlp_loss(numbers, X, t, sizes)
    one = mean_time(lambda: loss(theta), 2000)
    return one, mean_time(lambda: numerical_gradient(loss, theta), 2) if X.shape[1] == 64 else None


def plot_cost():
    """Print and draw what one numerical gradient costs, calculated from one loss and measured."""
    images, labels = data.digits()
    networks = [(64, 10, 10), (64, 20, 10), (64, 40, 10), (784, 50, 10)]
    calculated, measured = {}, {}
    print("network         numbers   one loss   calculated    measured")
    for sizes in networks:
        P = count_numbers(sizes)
        X = images[:100] if sizes[0] == 64 else np.random.default_rng(0).random((100, 784))
        one, whole = cost(sizes, X, labels[:100])
        calculated[P] = 2 * P * one
        if whole is not None:
            measured[P] = whole
        text = "-" if whole is None else f"{whole:.2f} s"
        print(f"{str(sizes):14} {P:8,} {1000 * one:7.3f} ms {calculated[P]:10.2f} s {text:>11}")
    slow = calculated[P]
    print(f"MNIST: {slow:.0f} s a step; 600 steps, once through all 60,000 images: {600 * slow / 3600:.1f} h")
    figure, axis = plt.subplots(figsize=(7, 3.6), layout="constrained")
    axis.plot(calculated.keys(), calculated.values(), "o", markersize=11, fillstyle="none", label="calculated")
    axis.plot(measured.keys(), measured.values(), "x", markersize=8, label="measured")
    for sizes, seconds in zip(networks, calculated.values()):
        name = "-".join(map(str, sizes))
        axis.annotate(name, (count_numbers(sizes), seconds), xytext=(0, -18), textcoords="offset points", ha="center")
    axis.set(xscale="log", yscale="log", xlabel="numbers in the network", ylabel="seconds for one gradient")
    axis.set(xlim=(400, 100_000), ylim=(0.01, max(100, 4 * slow)))
    axis.grid(alpha=0.3)
    axis.legend()


plot_cost()
plt.show()

# %% [markdown] lang="en"
r"""
When this text was written, one gradient for MNIST came out between 20 and 45 seconds in six runs, on one core of a machine that also had
other work. Call it half a minute **for a single step**. Going once through all 60,000 images in
batches of 100 takes 600 steps, or five hours. Twenty times through, which is not unusual, takes more than four days. And this is a
small network: many in daily use hold millions of numbers.

For the small networks the calculated and the measured time should be close, though not equal, above all when the machine does
something else meanwhile. So the calculation for MNIST can be trusted to that degree.

The times of your machine differ, but the reason does not: with P numbers there are 2P evaluations, and each evaluation itself
takes longer the larger the network is. Doubling the network costs more than twice the time.

And it is wasteful. Almost everything in those 79,520 evaluations is the same: when one weight of the last layer moves, the whole first layer
is computed again for nothing. Unit u06 shows **backpropagation**, which finds the same 39,760 slopes in about the time of a few
evaluations of the loss. Then `numerical_gradient` gets its real job: to check that a gradient found in that way is right.
"""

# %% [markdown] lang="ko"
r"""
이 글을 쓸 때 다른 일도 하고 있는 컴퓨터의 코어 하나로 여섯 번 재어 보니, MNIST의 그래디언트 하나에 걸리는 시간이 20초에서 45초
사이로 나왔습니다. **단 한 걸음**에 30초쯤인 셈입니다. 100장짜리 배치로 60,000장을 한 번 다 돌려면
600걸음, 곧 다섯 시간이 걸립니다. 흔히 하듯이 스무 번 돌면 나흘이 넘습니다. 그런데 이것은 작은 신경망입니다. 날마다 쓰이는 신경망에는
수가 수백만 개 든 것도 많습니다.

작은 신경망에서 계산한 시간과 잰 시간은 똑같지는 않아도 비슷해야 합니다. 컴퓨터가 다른 일을 함께 하고 있으면 차이가 더 납니다. MNIST의
계산도 그만큼은 믿을 수 있습니다.

여러분의 컴퓨터에서는 시간이 다르겠지만 까닭은 같습니다. 수가 P개이면 손실을 2P번 계산해야 하고, 신경망이 클수록 한 번 계산하는
시간도 깁니다. 신경망이 두 배가 되면 시간은 두 배보다 더 늘어납니다.

게다가 낭비가 심합니다. 79,520번의 계산은 거의 다 똑같습니다. 마지막 층의 가중치 하나가 움직일 때도 첫 층 전체를 헛되이 다시 계산합니다.
u06에서 배울 **역전파**(backpropagation)는 똑같은 기울기 39,760개를 손실을 몇 번 계산하는 정도의 시간에 구합니다. 그때
`numerical_gradient`는 제 역할을 찾습니다. 그렇게 구한 그래디언트가 옳은지 검사하는 일입니다.
"""

# %% [markdown] lang="en"
r"""
## 8. A question to answer in words

A model was trained three times, from the same start and with three different learning rates. The picture shows the three losses. (The model
is the valley of section 5 and the loss is its $f$; your own gradient descent draws the curves. Judge by the curves, not by the code
that draws them: in a real training you see nothing else.)

![Three losses over 30 steps from about 40, on a logarithmic axis. A falls slowly and is nearly flat at the end, at about 15. B falls steadily
to about 0.06. C hardly falls at first, then rises steadily to about 400.](attachment:three_curves.png)

Write three to eight sentences in the cell below. It is graded by a person, 3 points.

1. Which curve belongs to the smallest, which to the middle and which to the largest learning rate? What in the curve tells you?
2. Explain with one step of gradient descent how the loss can **rise** although every step goes exactly against the gradient.
3. Someone sees only curve A and says: "It is nearly flat, so the training is finished." What is wrong with the argument, and what would
   you try in order to find out?
"""

# %% [markdown] lang="ko"
r"""
## 8. 글로 답하는 문제

모델 하나를 같은 출발점에서 학습률만 바꾸어 세 번 학습시켰습니다. 그림은 그 세 번의 손실입니다. (모델은 5절의 골짜기이고 손실은
$f$이며, 여러분의 경사 하강법이 곡선을 그립니다. 곡선을 그리는 코드가 아니라 곡선만 보고 판단하십시오. 실제로 학습시킬 때 볼 수 있는 것은
곡선뿐입니다.)

![40쯤에서 시작하는 30걸음 동안의 손실 세 개, 세로축은 로그 눈금. A는 천천히 내려가다가 15쯤에서 거의 평평해진다. B는 꾸준히 내려가
0.06쯤이 된다. C는 처음에 거의 그대로이다가 꾸준히 올라가 400쯤이 된다.](attachment:three_curves.png)

아래 셀에 세 문장에서 여덟 문장 정도로 답하십시오. 사람이 채점하며 3점입니다.

1. 학습률이 가장 작은 곡선, 중간인 곡선, 가장 큰 곡선은 각각 어느 것입니까? 곡선의 무엇을 보고 알 수 있습니까?
2. 걸음마다 그래디언트와 정확히 반대로 가는데도 손실이 **커질** 수 있는 까닭을, 경사 하강법의 한 걸음을 들어 설명하십시오.
3. 어떤 사람이 곡선 A만 보고 '거의 평평하니 학습이 끝났다'고 합니다. 이 말은 무엇이 잘못되었습니까? 확인하려면 무엇을 해
   보겠습니까?
"""


# %% demo=true figure="three_curves"
def plot_three_curves(steps=30):
    """Draw the losses of three runs of the student's gradient descent."""
    rates = {"A": 0.003, "B": 0.09, "C": 0.1025}
    losses = {}
    for name, rate in rates.items():
        path = gradient_descent(valley_gradient, START, rate, steps)
        losses[name] = [valley(point) for point in path]
    figure, axis = plt.subplots(figsize=(7, 3.6), layout="constrained")
    plots.curves(axis, np.arange(steps + 1), losses, "step", "loss", markers=True)
    axis.set_yscale("log")


plot_three_curves()
plt.show()

# %% [markdown] answer="learning_rate" points=3 lang="en"
r"""
**Model answer.**

1. A has the smallest rate, B the middle one, C the largest. A falls smoothly but slowly and is still far up at the end: the steps are
   too short. B falls fast and goes on falling. C rises and ends far above its start: the steps are so long that they lead away
   from the lowest point.
2. The gradient tells the slope only at the present point. A long step can jump over the lowest point to the other side and land higher
   up there. For $f(x) = x^2$ at $x = 4$ the slope is 8; with the rate 1.1 the next point is $4 - 8.8 = -4.8$, and $f$ grows from 16 to
   23.04. There the slope is larger still, so the next step is longer still. The direction was right, the length was wrong.
3. A flat curve says that the loss changes little from step to step. That is so at a minimum, but also when the steps are tiny, or on a
   flat stretch such as the floor of a valley. One should look at the loss itself (near $\log K$ for a classifier means that nothing has been
   learnt), repeat the training with a learning rate three or ten times as large and see whether the loss falls further, or let it run
   longer; the size of the gradient also tells.

**Rubric**, 1 point each.

- A smallest, B middle, C largest, with a reason for each of the two bad ones. Half a point for the right order without reasons, or
  if only one of the two bad ones is right and explained.
- The step jumps over the lowest point, because the gradient holds only locally; an example in numbers or a sketch in words is
  enough. Half a point for "the step is too large" without saying why that makes the loss rise. "The gradient is wrong" or "a bug"
  earns nothing.
- Flat does not mean finished, for a tiny step looks the same (half a point), and a way to find out: a larger rate, more steps, or a look
  at the gradient (half a point).
"""

# %% [markdown] answer="learning_rate" points=3 lang="ko"
r"""
**모범 답안.**

1. 학습률은 A가 가장 작고 B가 중간이며 C가 가장 큽니다. A는 매끄럽게 내려가지만 느려서 끝까지 높은 곳에 있습니다. 걸음이 너무
   짧습니다. B는 빨리, 그리고 계속 내려갑니다. C는 올라가서 출발점보다 높은 곳에서 끝납니다. 걸음이 너무 길어 가장 낮은 점에서
   오히려 멀어집니다.
2. 그래디언트는 지금 있는 점의 기울기만 알려 줍니다. 걸음이 길면 가장 낮은 점을 건너뛰어 맞은편의 더 높은 곳에 닿을 수 있습니다.
   $f(x) = x^2$의 $x = 4$에서 기울기는 8이고, 학습률이 1.1이면 다음 점은 $4 - 8.8 = -4.8$이므로 $f$는 16에서 23.04로 커집니다. 그곳의
   기울기는 더 커서 다음 걸음은 더 길어집니다. 방향은 옳았지만 길이가 틀렸습니다.
3. 곡선이 평평하다는 것은 한 걸음 사이에 손실이 조금밖에 변하지 않는다는 뜻입니다. 최저점에서도 그렇지만, 걸음이 아주 작거나 골짜기
   바닥처럼 평평한 곳을 지날 때도 그렇습니다. 손실의 값 자체를 보고(분류에서 $\log K$에 가까우면 아무것도 배우지 못한 것입니다), 학습률을
   세 배나 열 배로 키워 다시 학습시켜 손실이 더 내려가는지 보거나, 더 오래 학습시켜 봅니다. 그래디언트의 크기를 볼 수도 있습니다.

**채점 기준**, 각 1점.

- A가 가장 작고 B가 중간, C가 가장 크며, 잘못된 두 경우에 근거가 있는 것. 순서만 맞고 근거가 없거나, 잘못된 두 경우 중 하나만 맞고
  설명했으면 0.5점.
- 그래디언트는 그 자리에서만 맞는 정보이므로 걸음이 가장 낮은 점을 건너뛴다는 것. 수로 든 예나 말로 그린 그림이면 충분합니다. 왜
  손실이 커지는지 없이 '걸음이 너무 크다'고만 했으면 0.5점. '그래디언트가 틀렸다', '버그다'는 점수가 없습니다.
- 걸음이 아주 작아도 평평해 보이므로 끝났다고 할 수 없다는 것(0.5점), 그리고 확인하는 방법: 더 큰 학습률, 더 많은 걸음, 그래디언트의
  크기 중 하나(0.5점).
"""

# %% demo=true
unit.score()

# %% [markdown] lang="en"
r"""
## What to read next

- Koki Saitoh, *Deep Learning from Scratch*, chapters 4 and 6: losses, numerical gradients and optimizers, in NumPy.
- Ian Goodfellow, Yoshua Bengio, Aaron Courville, *Deep Learning* (MIT Press, 2016), sections 4.3 and 8.3 to 8.5: why valleys are hard, and
  momentum and Adam.
- Gabriel Goh, "Why Momentum Really Works" (Distill, 2017): an article with sliders like those above, and the mathematics behind them.
- Diederik Kingma, Jimmy Ba, "Adam: A Method for Stochastic Optimization" (ICLR 2015): section 3 explains the bias correction.
- Nicholas Higham, *Accuracy and Stability of Numerical Algorithms* (SIAM, 2nd edition, 2002), chapter 1: what rounding
  does to a calculation.

In unit u06 the gradient no longer has to be measured: backpropagation computes it.
"""

# %% [markdown] lang="ko"
r"""
## 더 읽을거리

- 사이토 고키, 『밑바닥부터 시작하는 딥러닝』, 4장과 6장. 손실 함수, 수치 미분, 옵티마이저를 NumPy로 만듭니다.
- Ian Goodfellow, Yoshua Bengio, Aaron Courville, *Deep Learning* (MIT Press, 2016), 4.3절과 8.3–8.5절. 골짜기가 왜 어려운지, 그리고
  모멘텀과 Adam을 다룹니다.
- Gabriel Goh, "Why Momentum Really Works" (Distill, 2017). 위와 같은 슬라이더와 그 뒤의 수학을 함께 보여 주는 글입니다.
- Diederik Kingma, Jimmy Ba, "Adam: A Method for Stochastic Optimization" (ICLR 2015). 3절에서 편향 보정을 설명합니다.
- Nicholas Higham, *Accuracy and Stability of Numerical Algorithms* (SIAM, 2판, 2002), 1장. 반올림이 계산에 어떤 영향을
  주는지 설명합니다.

u06에서는 그래디언트를 더 이상 재지 않습니다. 역전파로 계산합니다.
"""
