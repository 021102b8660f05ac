# %% [markdown] lang="en"
r"""
# Initialisation, batch normalisation, dropout, weight decay

A deep network can fail in two ways. It may not learn at all, because its signals die out on the way through the
layers. Or it learns too much: it knows its training data by heart, errors included, and is worse on new data. This
unit has two remedies against each.

After it you will be able to

- say how large random weights have to be, and draw them (Xavier, He),
- write batch normalisation, forward and backward, and say why it behaves differently in training and in prediction,
- write dropout and weight decay, and show on data with wrong labels what they do,
- explain how six layers that get 7.8 % of the digits right come to get 98 % right.

You need layers with `forward`, `backward`, `params` and `grads` (u06, u07) and training in batches, judged on test
data (u08). The affine layer, ReLU, the loss and the optimizers come ready-made here: import what is given, write what
is new. Plan about 90 minutes.
"""

# %% [markdown] lang="ko"
r"""
# 초기화, 배치 정규화, 드롭아웃, 가중치 감소

깊은 신경망(network)은 두 가지로 실패합니다. 하나는 신호가 층을 지나면서 사라져 아예 배우지 못하는 것입니다. 다른 하나는 너무
많이 배우는 것입니다. 학습 데이터를 잘못된 것까지 통째로 외워 버려서 새로운 데이터에서는 오히려 나빠집니다. 이 단원에서는 두
문제를 푸는 방법을 두 가지씩 배웁니다.

이 단원을 마치면 다음을 할 수 있습니다.

- 가중치(weight)의 난수가 얼마나 커야 하는지 설명하고 알맞게 뽑습니다(Xavier, He).
- 배치 정규화의 순전파와 역전파를 구현하고, 학습할 때와 예측할 때 왜 다르게 동작하는지 설명합니다.
- 드롭아웃과 가중치 감소를 구현하고, 레이블(label)이 틀린 데이터에서 무엇을 해 주는지 보입니다.
- 숫자를 7.8 %밖에 못 맞히던 여섯 층짜리 신경망이 어떻게 98 %를 맞히게 되는지 설명합니다.

`forward`, `backward`, `params`, `grads`를 갖춘 층(u06, u07)과, 배치(batch)로 학습하고 테스트 데이터로 평가하는 방법(u08)을 알고
있으면 됩니다. 아핀 계층(affine layer), ReLU, 손실, 옵티마이저(optimizer)는 완성된 것을 가져다 쓰고, 새로운 것만 직접
만듭니다. 90분 정도 걸립니다.
"""

# %% setup=true
import matplotlib.pyplot as plt
import numpy as np
from nnlab import Unit, data, plots, widgets
from nnref.affine import Affine
from nnref.layers import Relu, SoftmaxWithLoss
from nnref.mlp import batch_iter
from nnref.optimizers import SGD, Adam

unit = Unit("u09_regularization", lang="en")
check = unit.check

# %% [markdown] lang="en"
r"""
## 1. Six layers that learn nothing

The next cell is given. It makes a network out of a list of layers and trains it, as in u07 and u08. Three of its
words are still unknown: `BatchNorm`, `Dropout` and `add_decay` are what you will write. Until then the switches
`norm`, `ratio` and `lam` stay off.

The network of this unit has 64 inputs (the pixels of a digit), five hidden layers of 100 units each and 10 scores:
six affine layers. For the weights we take the first idea that comes to mind, normally distributed random numbers with
a small standard deviation, $\sigma = 0.01$. 1,437 digits are for training, 360 for the test.
"""

# %% [markdown] lang="ko"
r"""
## 1. 아무것도 배우지 못하는 여섯 층

다음 셀은 주어진 코드입니다. u07, u08에서처럼 층의 리스트로 신경망을 만들고 학습시킵니다. 아직 없는 이름이 세 개 있습니다.
`BatchNorm`, `Dropout`, `add_decay`는 여러분이 만들 것입니다. 그때까지 `norm`, `ratio`, `lam`은 꺼 둡니다.

이 단원의 신경망은 입력이 64개(숫자 이미지의 픽셀), 100개 유닛짜리 은닉층(hidden layer)이 다섯 개, 점수가 10개입니다. 아핀
계층이 모두 여섯 개입니다. 가중치는 가장 먼저 떠오르는 방법대로, 표준편차(standard deviation)가 $\sigma = 0.01$로 작은
정규분포(normal distribution)에서 뽑습니다. 숫자 1,437개로 학습하고 360개로 테스트합니다.
"""


# %% given=true
def network(sizes, init, rng, norm=False, ratio=0.0):
    """Return a network as a list of layers: affine, [BatchNorm,] ReLU [and Dropout] again and again, affine at the end.

    sizes : numbers of units, inputs first. init(fan_in, fan_out, rng) draws the weights of one layer.
    """
    layers = []
    for D, M in zip(sizes[:-2], sizes[1:-1], strict=True):
        layers.append(Affine(init(D, M, rng), np.zeros(M)))
        if norm:
            layers.append(BatchNorm(np.ones(M), np.zeros(M)))
        layers.append(Relu())
        if ratio:
            layers.append(Dropout(ratio, rng))
    D, K = sizes[-2:]
    return [*layers, Affine(init(D, K, rng), np.zeros(K))]


def scores(layers, X, train=False):
    """Send X (N, D) through all layers; return the scores (N, K)."""
    for layer in layers:
        X = layer.forward(X, train)
    return X


def fit(layers, train, test, optimizer, epochs, rng, size=50, lam=0.0):
    """Train on the pair train = (X, y); return the accuracy on train and on test after each epoch, each (epochs,)."""
    params = [p for layer in layers for p in layer.params]
    grads = [g for layer in layers for g in layer.grads]
    last, history = SoftmaxWithLoss(), []
    for _ in range(epochs):
        for x, t in batch_iter(*train, size, rng):
            last.forward(scores(layers, x, train=True), t)
            dout = last.backward()
            for layer in reversed(layers):
                dout = layer.backward(dout)
            if lam:
                add_decay(params, grads, lam)
            optimizer.update(params, grads)
        history.append([np.mean(scores(layers, X).argmax(axis=1) == y) for X, y in (train, test)])
    return np.transpose(history)


def small_normal(fan_in, fan_out, rng):
    """The first idea: normal random numbers with a standard deviation of 0.01."""
    return rng.normal(0.0, 0.01, (fan_in, fan_out))


X, y = data.digits()
order = np.random.default_rng(0).permutation(len(X))
TRAIN, TEST = (X[order[:1437]], y[order[:1437]]), (X[order[1437:]], y[order[1437:]])
SIZES = [64, 100, 100, 100, 100, 100, 10]

# %% [markdown] lang="en"
r"""
Train it for 20 epochs.
"""

# %% [markdown] lang="ko"
r"""
20에폭(epoch) 동안 학습시켜 보겠습니다.
"""

# %% demo=true
stuck = network(SIZES, small_normal, np.random.default_rng(10))
history = fit(stuck, TRAIN, TEST, SGD(0.01), 20, np.random.default_rng(20))
print(f"accuracy after 20 epochs: training {100 * history[0, -1]:.1f} %, test {100 * history[1, -1]:.1f} %")
a = TEST[0]
print("size of the numbers (root of the mean square), and how much they differ from digit to digit")
for layer in stuck:
    a = layer.forward(a)
    if isinstance(layer, Relu):
        print(f"  after a ReLU: {np.sqrt(np.mean(a**2)):.1e}   {a.std(axis=0).mean():.1e}")
print(f"  scores:       {np.sqrt(np.mean(a**2)):.1e}   {a.std(axis=0).mean():.1e}")
print("answers given to the test digits:", *np.unique(a.argmax(axis=1)))

# %% [markdown] lang="en"
r"""
7.8 % of the test digits are right. Guessing would do as well: the network answers 3 to every image, because 3 is the
most frequent digit of the training data (10.8 %), and 7.8 % of the test digits are threes.

The printed numbers say why. After the first ReLU the numbers have the size 0.027, after the second 0.002: each layer
leaves about a fourteenth of what it gets. The last column is the spread between digits. At the scores it is
$10^{-8}$: whatever the image shows, the scores are the same. (The biases of the last layers did learn; they are what
is left in the sizes at the end.)

It is no better on the way back. The gradient of a weight is a product of the layer's input and of the gradient that
comes from above, and both have been multiplied by small numbers again and again. Training does not fail because 20
epochs were too few: nearly nothing tells the weights which way to go.

### Why a fourteenth?

Follow one unit of the second layer. It adds up 100 products $w_i a_i$. Say each input $a_i$ has the mean square 1.
Each product then has the mean square $0.01^2 \cdot 1 = 0.0001$. The weights are independent with mean 0, so the mean
squares add up, to $100 \cdot 0.0001 = 0.01$. ReLU sets the negative half of the sums to 0, which halves the mean
square: 0.005. Its root is the size of the numbers: 0.07, a fourteenth of 1.

The same with letters. A layer with $n$ inputs and weights of the variance $\sigma^2$ makes of the mean square $q$ of
its inputs

$$q_{\text{after}} = \tfrac12 \, n \, \sigma^2 \, q$$

After five layers $q$ has been multiplied by such a factor five times. A factor of 0.005 gives $3 \cdot 10^{-12}$; a
factor of 5 gives 3125. Only a factor of 1 holds.
"""

# %% [markdown] lang="ko"
r"""
테스트 숫자의 7.8 %를 맞혔습니다. 아무렇게나 찍은 것과 다름없습니다. 이 신경망은 어떤 이미지에나 3이라고 답합니다. 학습
데이터에 가장 많은 숫자가 3이고(10.8 %), 테스트 숫자 가운데 3이 7.8 %입니다.

출력된 수를 보면 까닭을 알 수 있습니다. 첫째 ReLU를 지난 수의 크기는 0.027이고 둘째 ReLU를 지나면 0.002입니다. 층을 하나
지날 때마다 14분의 1쯤만 남습니다. 마지막 열은 숫자마다 값이 얼마나 다른지를 나타냅니다. 점수에서는 $10^{-8}$입니다. 어떤
이미지를 넣든 점수가 같다는 뜻입니다. (뒤쪽 층의 편향(bias)은 조금 배웠습니다. 끝에 남은 크기는 이 편향에서 나온 것입니다.)

거꾸로 가는 길도 마찬가지입니다. 가중치의 그래디언트(gradient)는 그 층의 입력과 위에서 내려온 그래디언트의 곱인데, 둘 다 작은
수를 거듭 곱한 값입니다. 20에폭이 모자라서 실패한 것이 아닙니다. 가중치가 어느 쪽으로 가야 하는지 알려 주는 것이 거의 없습니다.

### 왜 14분의 1인가

둘째 층의 유닛 하나를 따라가 보겠습니다. 이 유닛은 곱 $w_i a_i$를 100개 더합니다. 입력 $a_i$의 제곱평균이 1이라고 하면, 곱
하나의 제곱평균은 $0.01^2 \cdot 1 = 0.0001$입니다. 가중치는 서로 독립이고 평균이 0이므로 제곱평균을 그대로 더해
$100 \cdot 0.0001 = 0.01$이 됩니다. ReLU가 음수인 절반을 0으로 만들면 제곱평균도 절반인 0.005가 됩니다. 그 제곱근이 수의
크기입니다. 0.07, 곧 1의 14분의 1입니다.

문자로 쓰면 다음과 같습니다. 입력이 $n$개이고 가중치의 분산(variance)이 $\sigma^2$인 층은 입력의 제곱평균 $q$를 이렇게
바꿉니다.

$$q_{\text{after}} = \tfrac12 \, n \, \sigma^2 \, q$$

다섯 층을 지나면 $q$에 이 값을 다섯 번 곱하게 됩니다. 0.005를 곱하면 $3 \cdot 10^{-12}$이 되고, 5를 곱하면 3125가 됩니다.
그대로 유지되는 것은 1일 때뿐입니다.
"""

# %% [markdown] lang="en"
r"""
## 2. Weights of the right size

Set the factor to 1: $\frac12 n \sigma^2 = 1$. With $n$ called `fan_in`, the number of inputs that a unit adds up,
this is the rule of **He**:

$$\sigma^2 = \frac{2}{\text{fan\_in}}$$

For 100 inputs $\sigma = \sqrt{0.02} = 0.14$, fourteen times the 0.01 from above. For 64 inputs it is 0.18.

Tanh and sigmoid do not cut off half. Near 0, tanh hardly changes anything, and $n \sigma^2 = 1$ would be right for
the way forward. On the way back a unit's gradient is a sum over the `fan_out` units that it feeds, and the same
argument asks for $\text{fan\_out} \cdot \sigma^2 = 1$. Both cannot hold where the two numbers differ. The rule of
**Xavier** takes the middle:

$$\sigma^2 = \frac{2}{\text{fan\_in} + \text{fan\_out}}$$

For 30 inputs and 20 outputs, $\sigma^2 = 0.04$ and $\sigma = 0.2$.

**Two traps.** The formulas give the *variance*; `rng.normal` wants the *standard deviation*, its root. And the
numbers must come from the generator `rng` that is handed in: only then does the same seed give the same network
again.

**Your turn**, about 1 line each. W has the shape (fan_in, fan_out), as always.
"""

# %% [markdown] lang="ko"
r"""
## 2. 알맞은 크기의 가중치

곱하는 값이 1이 되게 합니다. $\frac12 n \sigma^2 = 1$입니다. 유닛 하나가 더하는 입력의 수 $n$을 `fan_in`이라고 하면, 이것이
**He** 초기화(initialisation) 규칙입니다.

$$\sigma^2 = \frac{2}{\text{fan\_in}}$$

입력이 100개이면 $\sigma = \sqrt{0.02} = 0.14$로, 앞의 0.01의 열네 배입니다. 입력이 64개이면 0.18입니다.

tanh와 시그모이드는 절반을 잘라 내지 않습니다. 0 근처에서 tanh는 값을 거의 바꾸지 않으므로, 순전파만 보면
$n \sigma^2 = 1$이 알맞습니다. 역전파(backpropagation)에서 유닛의 그래디언트는 그 유닛이 값을 보내 준 `fan_out`개 유닛에 걸친
합입니다. 같은 방식으로 따지면 $\text{fan\_out} \cdot \sigma^2 = 1$이어야 합니다. 두 수가 다르면 둘을 함께 만족시킬 수 없습니다.
**Xavier** 초기화 규칙은 그 중간을 택합니다.

$$\sigma^2 = \frac{2}{\text{fan\_in} + \text{fan\_out}}$$

입력이 30개, 출력이 20개이면 $\sigma^2 = 0.04$이고 $\sigma = 0.2$입니다.

**주의할 점 두 가지.** 식이 주는 것은 *분산*인데 `rng.normal`에는 그 제곱근인 *표준편차*를 넣습니다. 또 모든 수는 인수로 받은
난수 생성기(random number generator) `rng`에서 뽑아야 합니다. 그래야 시드(seed)가 같을 때 똑같은 신경망이 다시 나옵니다.

빈칸을 채우십시오. 함수마다 한 줄이면 됩니다. W의 shape은 늘 그렇듯이 (fan_in, fan_out)입니다.
"""


# %% exercise="initializers"
def he_normal(fan_in, fan_out, rng):
    """Return random weights for an affine layer that is followed by a ReLU.

    fan_in, fan_out : whole numbers >= 1, inputs and outputs of the layer. rng : np.random.Generator.
    Returns a new float array (fan_in, fan_out): normal random numbers drawn from rng, mean 0, variance 2 / fan_in.

    Example: fan_in = 50 gives the variance 0.04, a standard deviation of 0.2. About 1 line.
    """
    ### BEGIN SOLUTION
    return rng.normal(0.0, np.sqrt(2 / fan_in), (fan_in, fan_out))
    ### END SOLUTION


def xavier_normal(fan_in, fan_out, rng):
    """Return random weights for an affine layer that is followed by a sigmoid or tanh.

    fan_in, fan_out : whole numbers >= 1, inputs and outputs of the layer. rng : np.random.Generator.
    Returns a new float array (fan_in, fan_out): normal random numbers from rng, mean 0, variance 2 / (fan_in + fan_out).

    Example: fan_in = 30, fan_out = 20 gives the variance 0.04, a standard deviation of 0.2. About 1 line.
    """
    ### BEGIN SOLUTION
    return rng.normal(0.0, np.sqrt(2 / (fan_in + fan_out)), (fan_in, fan_out))
    ### END SOLUTION


# %% check="initializers"
check("initializers", he_normal, xavier_normal)

# %% [markdown] lang="en"
r"""
### Your weights, layer by layer

The figure shows the outputs of the five ReLUs for the test digits, before any training, for four ways to draw the
weights. Each small plot is a histogram: how large a share of the outputs lies where. All outputs above 3 are counted
in the last bar.

![Twenty histograms with a logarithmic vertical axis, four rows and the layers 1 to 5 from left to right. Sigma 0.01:
only the bar at 0 is left. xavier_normal: the histogram shrinks towards 0. he_normal: it keeps its shape. Sigma 0.3:
more and more outputs stand in the last bar.](attachment:depth.png)

Compare the rows. With $\sigma = 0.01$ all is gone after the first layer. With your `he_normal` the size stays about
where it is, between 0.47 and 0.54. `xavier_normal`, made for tanh, loses a factor of about $\sqrt2$ a layer here,
from 0.29 to 0.074, since nothing makes up for the half that ReLU cuts off. With $\sigma = 0.3$ the numbers double
from layer to layer. Does the third row of your figure keep its shape like this?
"""

# %% [markdown] lang="ko"
r"""
### 층마다 살펴보기

다음 그림은 학습하기 전의 신경망에 테스트 숫자를 넣었을 때 ReLU 다섯 개의 출력입니다. 가중치를 네 가지로 뽑았습니다. 작은 그림
하나하나가 히스토그램(histogram)으로, 출력이 어느 값에 얼마나 모여 있는지 보여 줍니다. 3보다 큰 출력은 모두 마지막 막대에 넣었습니다.

![세로축이 로그 눈금인 히스토그램 스무 개. 네 행이고 왼쪽에서 오른쪽으로 1층부터 5층까지. 시그마 0.01에서는 0의 막대만 남는다.
xavier_normal에서는 히스토그램이 0 쪽으로 줄어든다. he_normal에서는 모양이 유지된다. 시그마 0.3에서는 점점 더 많은 출력이 마지막 막대로
간다.](attachment:depth.png)

행을 비교해 보십시오. $\sigma = 0.01$이면 첫째 층 다음부터 신호가 거의 없습니다. 여러분의 `he_normal`에서는 크기가 0.47에서
0.54 사이로 유지됩니다. tanh에 맞춘 `xavier_normal`은 여기서 층마다 $\sqrt2$분의 1쯤으로 줄어 0.29에서 0.074가 됩니다. ReLU가 잘라
내는 절반을 채워 주는 것이 없기 때문입니다. $\sigma = 0.3$이면 층을 지날 때마다 두 배쯤으로 커집니다. 여러분의 그림에서도 셋째 행의 모양이
그대로 유지됩니까?
"""


# %% demo=true figure="depth"
def relu_outputs(init, seed=10):
    """Send the test digits through an untrained network; return the outputs of its five ReLUs."""
    outputs, a = [], TEST[0]
    for layer in network(SIZES, init, np.random.default_rng(seed)):
        a = layer.forward(a)
        if isinstance(layer, Relu):
            outputs.append(a)
    return outputs


def plot_depth():
    """Draw histograms of the activations by depth for four ways to draw the weights."""
    ways = {
        "σ = 0.01": small_normal,
        "xavier_normal": xavier_normal,
        "he_normal": he_normal,
        "σ = 0.3": lambda fan_in, fan_out, rng: rng.normal(0.0, 0.3, (fan_in, fan_out)),
    }
    bins = np.linspace(0, 3, 31)
    figure, axes = plt.subplots(len(ways), 5, figsize=(10, 7), sharex=True, sharey=True, layout="constrained")
    print("root of the mean square after each ReLU")
    for row, (name, init) in zip(axes, ways.items(), strict=True):
        outputs = relu_outputs(init)
        sizes = [np.sqrt(np.mean(a**2)) for a in outputs]
        print(f"{name:>14}:", " ".join(f"{size:9.2g}" for size in sizes))
        for axis, a, size in zip(row, outputs, sizes, strict=True):
            share = np.histogram(np.clip(a, 0, 2.99), bins)[0] / a.size
            axis.stairs(share, bins, fill=True, baseline=1e-5)
            axis.set(yscale="log", ylim=(1e-4, 20))
            axis.text(0.95, 0.93, f"size {size:.2g}", transform=axis.transAxes, ha="right", va="top")
        row[0].set_ylabel(f"{name}\nshare")
    for depth, (top, bottom) in enumerate(zip(axes[0], axes[-1], strict=True), 1):
        top.set_title(f"layer {depth}")
        bottom.set_xlabel("output of ReLU")


plot_depth()
plt.show()

# %% [markdown] lang="en"
r"""
## 3. Batch normalisation

A good start helps, but training changes the weights, and nothing keeps the signal at the right size afterwards.
**Batch normalisation** does: it stands behind an affine layer and brings every column of the batch to mean 0 and
variance 1, at every step.

Take one unit and a batch of four samples, for which the affine layer gave 1, 2, 3 and 6.

- The mean is 3, the squared distances are 4, 1, 0 and 9, their mean, the variance, is 3.5, and its root 1.871.
- Subtract the mean and divide by the root: −1.069, −0.535, 0 and 1.604. This is $\hat x$, read "x hat".
- The network may want another mean and another width, so it gets two numbers for each unit that it can learn,
  $\gamma$ and $\beta$. With $\gamma = 2$ and $\beta = 10$ the result is 7.862, 8.931, 10 and 13.207.

$$\hat x_n = \frac{x_n - \mu}{\sqrt{v + \varepsilon}} \qquad \text{out}_n = \gamma \, \hat x_n + \beta \qquad
\mu = \frac1N \sum_n x_n \qquad v = \frac1N \sum_n (x_n - \mu)^2$$

All this happens **down each column**, axis 0: every unit has its own $\mu, v, \gamma, \beta$. The variance is divided
by $N$, not by $N - 1$. The small $\varepsilon = 10^{-5}$ stands *under* the root; it keeps a column that never varies
from giving 0 / 0.

What is gained: multiply the column by 100, or add 7 to it, and $\hat x$ stays the same (but for $\varepsilon$). How
large the weights before it are no longer matters.

### Training and prediction differ

In training the batch supplies $\mu$ and $v$. When the network is used, that would be wrong: the answer for one image
would depend on which other images happen to stand in the batch, and a single image minus its own mean is always 0. So
the layer keeps a **running mean** and a **running variance** while it trains,

$$\text{running} \leftarrow \text{momentum} \cdot \text{running} + (1 - \text{momentum}) \cdot \text{batch}$$

and prediction takes these and changes nothing. In the example, with momentum 0.9 and the start 0 for the mean and 1
for the variance: $0.9 \cdot 0 + 0.1 \cdot 3 = 0.3$ and $0.9 \cdot 1 + 0.1 \cdot 3.5 = 1.25$. (PyTorch calls *our*
$1 - \text{momentum}$ its momentum, and records a variance divided by $N - 1$. Nothing but convention, but it must be
known.)

**Your turn**, about 8 lines: `forward`. The constructor is given, and so is `backward`; it calls the function of
section 4. Take gamma and beta from `self.params`, where an optimizer changes them.
"""

# %% [markdown] lang="ko"
r"""
## 3. 배치 정규화

시작이 좋으면 도움이 됩니다. 하지만 학습하는 동안 가중치가 바뀌고, 그 뒤로는 신호의 크기를 지켜 주는 것이 없습니다.
**배치 정규화**(batch normalisation)가 그 일을 합니다. 아핀 계층 뒤에 놓여, 걸음마다 배치의 각 열을 평균 0, 분산 1로 맞춥니다.

유닛 하나와 샘플 네 개짜리 배치를 보겠습니다. 아핀 계층이 1, 2, 3, 6을 내놓았습니다.

- 평균은 3입니다. 평균과의 차를 제곱하면 4, 1, 0, 9이고, 그 평균인 분산은 3.5, 분산의 제곱근은 1.871입니다.
- 평균을 빼고 이 제곱근으로 나누면 −1.069, −0.535, 0, 1.604입니다. 이것을 $\hat x$(엑스 햇)이라고 씁니다.
- 신경망에는 다른 평균과 다른 폭이 더 좋을 수도 있습니다. 그래서 유닛마다 학습할 수 있는 수 $\gamma$와 $\beta$를 둡니다.
  $\gamma = 2$, $\beta = 10$이면 결과는 7.862, 8.931, 10, 13.207입니다.

$$\hat x_n = \frac{x_n - \mu}{\sqrt{v + \varepsilon}} \qquad \text{out}_n = \gamma \, \hat x_n + \beta \qquad
\mu = \frac1N \sum_n x_n \qquad v = \frac1N \sum_n (x_n - \mu)^2$$

이 계산은 모두 **열을 따라**(축 0) 합니다. $\mu, v, \gamma, \beta$는 유닛마다 따로 있습니다. 분산은 $N - 1$이 아니라 $N$으로
나눕니다. 작은 수 $\varepsilon = 10^{-5}$은 제곱근 *안에* 있습니다. 값이 모두 같은 열에서 0 / 0이 되지 않게 해 줍니다.

좋은 점은 이것입니다. 열에 100을 곱하거나 7을 더해도 $\hat x$은 ($\varepsilon$을 빼면) 그대로입니다. 앞에 있는 가중치의 크기가
더는 중요하지 않게 됩니다.

### 학습할 때와 예측할 때

학습할 때는 배치에서 $\mu$와 $v$를 구합니다. 신경망을 사용할 때도 그렇게 하면 안 됩니다. 이미지 하나에 대한 답이, 배치에 어떤 다른
이미지가 있느냐에 따라 달라집니다. 게다가 이미지 하나에서 그 자신의 평균을 빼면 언제나 0입니다. 그래서 학습하는 동안
**이동 평균**(running mean)과 **이동 분산**(running variance)을 기록해 둡니다.

$$\text{running} \leftarrow \text{momentum} \cdot \text{running} + (1 - \text{momentum}) \cdot \text{batch}$$

예측할 때는 이 값을 쓰고, 바꾸지는 않습니다. 위의 예에서 momentum이 0.9이고 평균은 0, 분산은 1에서 시작하면
$0.9 \cdot 0 + 0.1 \cdot 3 = 0.3$과 $0.9 \cdot 1 + 0.1 \cdot 3.5 = 1.25$가 됩니다. (PyTorch에서는 *여기의* $1 - \text{momentum}$을
momentum이라고 부르고, $N - 1$로 나눈 분산을 기록합니다. 약속이 다를 뿐이지만 알고 있어야 합니다.)

빈칸을 채우십시오. `forward`이고, 여덟 줄 정도입니다. 생성자(constructor)와 `backward`는 주어져 있습니다. `backward`는 4절에서 만들
함수를 부릅니다. gamma와 beta는 옵티마이저가 바꾸는 `self.params`에서 가져오십시오.
"""


# %% exercise="batch_norm"
class BatchNorm:
    """Batch normalisation of D features, with running values for prediction.

    gamma, beta : (D,), scale and shift, which are learnt. momentum : share of a running value that stays at each step.
    eps : added to the variance under the root.
    params, grads : [gamma, beta] and their gradients. mean, var : (D,), running mean and variance, at first 0 and 1.
    """

    def __init__(self, gamma, beta, momentum=0.9, eps=1e-5):
        self.params = [gamma, beta]
        self.grads = [np.zeros(len(gamma)), np.zeros(len(beta))]
        self.momentum, self.eps = momentum, eps
        self.mean, self.var = np.zeros(len(gamma)), np.ones(len(gamma))

    def forward(self, x, train=False):
        """Return gamma * (x - mean) / root of (var + eps) + beta, column by column.

        x : (N, D), floats or integers, N >= 1; not changed. Returns a new float array (N, D).
        train=True  : mean and var are those of the columns of x, var divided by N. Both are recorded:
                      self.mean becomes momentum * self.mean + (1 - momentum) * mean, self.var likewise.
        train=False : mean and var are self.mean and self.var, and nothing is recorded.

        Example: the column [1, 2, 3, 6] with gamma 2 and beta 10 gives [7.862, 8.931, 10.0, 13.207] in training, and
        then self.mean is 0.3 and self.var 1.25. About 8 lines.
        """
        self.x = x  # backward will need it
        ### BEGIN SOLUTION
        gamma, beta = self.params
        mean, var = self.mean, self.var
        if train:
            mean, var = x.mean(axis=0), x.var(axis=0)
            self.mean = self.momentum * self.mean + (1 - self.momentum) * mean
            self.var = self.momentum * self.var + (1 - self.momentum) * var
        return gamma * (x - mean) / np.sqrt(var + self.eps) + beta
        ### END SOLUTION

    def backward(self, dout):
        """Fill grads in place and return the gradient of x. Given: the work is done by a function of section 4."""
        dx, self.grads[0][...], self.grads[1][...] = batch_norm_backward(dout, self.x, self.params[0], self.eps)
        return dx


# %% check="batch_norm"
check("batch_norm", BatchNorm)

# %% [markdown] lang="en"
r"""
## 4. The way back through a batch

Until now a layer treated every sample by itself. Here the samples are tied together: change one number of a column
and the mean and the variance change, and with them *all* outputs of the column. That is what makes this backward pass
the hardest so far.

The two parameters are easy. $\gamma$ multiplies $\hat x$ and $\beta$ is added, once for each sample, so

$$d\gamma = \sum_n \text{dout}_n \, \hat x_n \qquad d\beta = \sum_n \text{dout}_n$$

For $x$ there are three ways by which it reaches the output: directly, through the mean $\mu$, and through the
variance $v$. If mean and variance were constants, only the direct one would remain,
$\gamma / \sqrt{v + \varepsilon} \cdot \text{dout}$. The other two each subtract something. Written with means over
the column:

$$dx_n = \frac{\gamma}{\sqrt{v + \varepsilon}} \Big( \text{dout}_n - \overline{\text{dout}} - \hat x_n \cdot
\overline{\text{dout} \, \hat x} \Big)$$

Each term can be understood without the calculation:

- **The mean of dout is subtracted.** Add the same number to the whole column: the output does not change. So the
  gradient must not point that way, and $\sum_n dx_n = 0$.
- **The part along $\hat x$ is subtracted.** Stretch the column away from its mean: the output does not change either
  (but for $\varepsilon$). So $\sum_n dx_n \hat x_n \approx 0$.

The example of section 3, with $\text{dout} = (1, 0, 0, 0)$. $d\beta = 1$ and $d\gamma = -1.069$. The mean of dout is
0.25, the mean of $\text{dout} \, \hat x$ is −0.267, and $\gamma / \sqrt v = 1.069$. For the first number:

$$dx_1 = 1.069 \cdot (1 - 0.25 - (-1.069) \cdot (-0.267)) = 0.496$$

The others are −0.420, −0.267 and 0.191, although their dout is 0. The four sum to 0. Whoever takes mean and variance
for constants gets 1.069, 0, 0, 0.

(If you want to derive it: work through the graph $x \to \mu \to x - \mu \to v \to \hat x$ node by node, as in u06,
and add up what arrives at $x$. The result simplifies to the formula.)

**Your turn**, about 5 lines. The function gets $x$ and computes $\hat x$ anew, which keeps it independent of the
class.
"""

# %% [markdown] lang="ko"
r"""
## 4. 배치를 거슬러 가는 길

지금까지의 층은 샘플을 하나씩 따로 다루었습니다. 여기서는 샘플이 서로 묶여 있습니다. 열의 수 하나를 바꾸면 평균과 분산이 바뀌고,
그에 따라 그 열의 출력이 *모두* 바뀝니다. 그래서 이 역전파는 지금까지 가운데 가장 어렵습니다.

두 매개변수(parameter)는 쉽습니다. 샘플마다 $\gamma$는 $\hat x$에 곱하고 $\beta$는 더하므로 다음과 같습니다.

$$d\gamma = \sum_n \text{dout}_n \, \hat x_n \qquad d\beta = \sum_n \text{dout}_n$$

$x$가 출력에 이르는 길은 세 갈래입니다. 곧바로 가는 길, 평균 $\mu$를 지나는 길, 분산 $v$를 지나는 길입니다. 평균과 분산이 상수라면
곧바로 가는 길만 남아 $\gamma / \sqrt{v + \varepsilon} \cdot \text{dout}$이 됩니다. 나머지 두 길은 저마다 무언가를 뺍니다. 열에 걸친
평균으로 쓰면 다음과 같습니다.

$$dx_n = \frac{\gamma}{\sqrt{v + \varepsilon}} \Big( \text{dout}_n - \overline{\text{dout}} - \hat x_n \cdot
\overline{\text{dout} \, \hat x} \Big)$$

유도하지 않아도 각 항의 뜻을 알 수 있습니다.

- **dout의 평균을 뺍니다.** 열 전체에 같은 수를 더해도 출력은 바뀌지 않습니다. 그러므로 그래디언트는 그 방향을 가리키면 안 되고,
  $\sum_n dx_n = 0$입니다.
- **$\hat x$ 방향의 성분을 뺍니다.** 열을 평균에서 멀어지도록 잡아 늘여도 ($\varepsilon$을 빼면) 출력은 바뀌지 않습니다. 그러므로
  $\sum_n dx_n \hat x_n \approx 0$입니다.

3절의 예에서 $\text{dout} = (1, 0, 0, 0)$이라고 하겠습니다. $d\beta = 1$이고 $d\gamma = -1.069$입니다. dout의 평균은 0.25,
$\text{dout} \, \hat x$의 평균은 −0.267, $\gamma / \sqrt v = 1.069$입니다. 첫째 수는 다음과 같습니다.

$$dx_1 = 1.069 \cdot (1 - 0.25 - (-1.069) \cdot (-0.267)) = 0.496$$

나머지는 dout이 0인데도 −0.420, −0.267, 0.191입니다. 넷을 더하면 0입니다. 평균과 분산을 상수로 보면 1.069, 0, 0, 0이 나옵니다.

(직접 유도해 보려면 u06에서처럼 그래프 $x \to \mu \to x - \mu \to v \to \hat x$의 노드를 하나씩 거슬러 가면서 $x$에 이르는 것을 모두
더하십시오. 정리하면 위의 식이 됩니다.)

빈칸을 채우십시오. 다섯 줄 정도입니다. 이 함수는 $x$를 받아 $\hat x$을 다시 계산합니다. 그래서 클래스와 관계없이 쓸 수 있습니다.
"""


# %% exercise="batch_norm_backward"
def batch_norm_backward(dout, x, gamma, eps=1e-5):
    """Return the gradients of batch normalisation in training.

    dout : (N, D), the gradient of the output. x : (N, D), what went forward; gamma : (D,). None of them is changed.
    Returns dx (N, D), dgamma (D,) and dbeta (D,).

    Example: the column x = [1, 2, 3, 6], gamma 2 and dout = [1, 0, 0, 0] give dx = [0.496, -0.420, -0.267, 0.191],
    dgamma = -1.069 and dbeta = 1. About 5 lines.
    """
    ### BEGIN SOLUTION
    std = np.sqrt(x.var(axis=0) + eps)
    xhat = (x - x.mean(axis=0)) / std
    dgamma, dbeta = np.sum(dout * xhat, axis=0), np.sum(dout, axis=0)
    dx = gamma / std * (dout - dbeta / len(x) - xhat * dgamma / len(x))
    return dx, dgamma, dbeta
    ### END SOLUTION


# %% check="batch_norm_backward"
check("batch_norm_backward", batch_norm_backward)

# %% [markdown] lang="en"
r"""
## 5. The same six layers again

Now the network of section 1 once more, with the same tiny weights ($\sigma = 0.01$), the same learning rate and the
same order of the batches. The only difference is your `BatchNorm` behind each of the five hidden affine layers. For
comparison a third network has no batch normalisation, but starts from your `he_normal`.

![Accuracy on the test digits over 20 epochs: sigma 0.01 stays flat below 10 percent; with BatchNorm it is above 90
percent within a few epochs and ends at 98; he_normal rises more slowly and ends at 94.](attachment:rescue.png)
"""

# %% [markdown] lang="ko"
r"""
## 5. 같은 여섯 층을 다시

이제 1절의 신경망을 한 번 더 학습시킵니다. 작은 가중치($\sigma = 0.01$)도, 학습률도, 배치의 순서도 같습니다. 다른 점은 은닉층의
아핀 계층 다섯 개 뒤에 여러분의 `BatchNorm`을 하나씩 놓은 것뿐입니다. 비교를 위해 셋째 신경망은 배치 정규화 없이 여러분의
`he_normal`로 시작합니다.

![20에폭 동안 테스트 숫자에서의 정확도. 시그마 0.01은 10 퍼센트 아래에서 변하지 않는다. BatchNorm을 쓰면 몇 에폭 만에 90 퍼센트를
넘어 98 퍼센트에 이른다. he_normal은 더 천천히 올라가 94 퍼센트에 이른다.](attachment:rescue.png)
"""


# %% demo=true figure="rescue"
def plot_rescue():
    """Train six layers from three starts; print and draw the accuracy after each epoch."""
    runs = {
        "σ = 0.01": (small_normal, False),
        "σ = 0.01 and BatchNorm": (small_normal, True),
        "he_normal": (he_normal, False),
    }
    curves = {}
    print("accuracy on the test digits after 20 epochs, two random starts")
    for name, (init, norm) in runs.items():
        finals = []
        for seed in range(2):
            layers = network(SIZES, init, np.random.default_rng(10 + seed), norm)
            history = fit(layers, TRAIN, TEST, SGD(0.01), 20, np.random.default_rng(20 + seed))
            finals.append(100 * history[1, -1])
            curves.setdefault(name, 100 * history[1])  # the first start is drawn
        print(f"{name:>24}:", " ".join(f"{percent:5.1f} %" for percent in finals))
    figure, axis = plt.subplots(figsize=(7, 4), layout="constrained")
    plots.curves(axis, np.arange(1, 21), curves, "epoch", "accuracy on the test digits, %", markers=True)
    axis.set_ylim(0, 105)
    axis.set_xticks(range(2, 21, 2))


plot_rescue()
plt.show()

# %% [markdown] lang="en"
r"""
From 7.8 % to 98.3 % and 97.5 % in the two runs: nothing was changed but the normalisation. The good start alone
reaches 93.9 and 94.7 % in the same 20 epochs.

Be careful with what this shows. The learning rate is small, and it is the same for all three. Put `SGD(0.1)` into the
cell, and `he_normal` alone reaches 97 to 98 % as well. Batch normalisation does not make a network right that was
wrong; it makes it train with less care about the start and the learning rate.

After its first epoch the second network still has 7.8 %. Not because it has learnt nothing: prediction uses the
running values, and after 29 batches these still hold some of the 0 and 1 that they began with, while the true
variances are far below 1. Later, too, they lag behind the weights a little, and the curve jumps up and down.

### Two sliders

`log10 sigma` is the exponent of σ: −2 stands for $\sigma = 0.01$. `depth` is the number of hidden layers. The curves
show the size of the signal (root of the mean square) in a fresh network, in training. (Where sliders do not work: at
five layers, σ = 0.01 falls from 0.48 to 6.7e-07, σ = 1 rises to 6,700, and with `BatchNorm` both stay at 0.7. At σ =
0.0001 the signal falls even with `BatchNorm`, from 0.049 in the first layer to 5.4e-05 in the fifth.)

Three things to try:

- For which σ does the curve without `BatchNorm` stay level? Compare with He's rule for 100 inputs,
  $\log_{10} 0.14 = -0.85$.
- Give it 12 layers. How far from that value may σ be before the signal changes a thousandfold?
- Make σ so small that even `BatchNorm` fails. Which number in your formula is to blame?
"""

# %% [markdown] lang="ko"
r"""
7.8 %이던 정확도가 두 번의 학습에서 98.3 %와 97.5 %가 되었습니다. 바꾼 것은 정규화뿐입니다. 시작만 좋게 한 신경망은 같은
20에폭 동안 93.9 %와 94.7 %에 이릅니다.

이 결과를 너무 넓게 해석하면 안 됩니다. 학습률이 작고, 셋 모두 같은 학습률을 썼습니다. 셀에 `SGD(0.1)`을 넣으면 `he_normal`만으로도
97–98 %에 이릅니다. 배치 정규화는 틀린 신경망을 옳게 만드는 것이 아니라, 시작과 학습률에 덜 신경 쓰고도 학습할 수 있게 해 줍니다.

첫 에폭이 끝났을 때 둘째 신경망은 아직 7.8 %입니다. 배운 것이 없어서가 아닙니다. 예측할 때는 이동 값을 쓰는데, 배치 29개를 지난
뒤에도 이동 값에는 처음의 0과 1이 조금 남아 있고, 실제 분산은 1보다 훨씬 작기 때문입니다. 그 뒤로도 이동 값은 가중치의 변화를 조금 늦게
따라가므로 곡선이 조금씩 오르내립니다.

### 슬라이더 두 개

`log10 sigma`는 σ의 지수입니다. −2이면 $\sigma = 0.01$입니다. `depth`는 은닉층의 수입니다. 곡선은 학습하기 전의 신경망에서 학습할
때처럼 순전파한 신호의 크기(제곱평균의 제곱근)입니다. (슬라이더를 쓸 수 없을 때를 위해 적어 둡니다. 다섯 층에서 σ = 0.01이면 0.48이
6.7e-07로 줄고, σ = 1이면 6,700으로 커지며, `BatchNorm`을 쓰면 둘 다 0.7로 유지됩니다. σ = 0.0001이면 `BatchNorm`이 있어도 첫째 층의
0.049가 다섯째 층에서 5.4e-05로 줄어듭니다.)

다음 세 가지를 해 보십시오.

- `BatchNorm`이 없는 곡선은 σ가 얼마일 때 수평이 됩니까? 입력이 100개일 때 He 규칙의 값 $\log_{10} 0.14 = -0.85$와 비교해 보십시오.
- 층을 12개로 해 보십시오. σ가 그 값에서 얼마나 벗어나면 신호가 천 배 달라집니까?
- `BatchNorm`이 있어도 소용없을 만큼 σ를 작게 해 보십시오. 식의 어떤 수 때문입니까?
"""


# %% demo=true
def draw_signal(log10_sigma, depth):
    """Draw how large the signal is after each layer, with and without the student's BatchNorm."""
    sizes = [64, *[100] * depth, 10]
    sigma = 10.0**log10_sigma
    figure, axis = plt.subplots(figsize=(7, 4), layout="constrained")
    for norm, style, name in ((False, "o-", "without BatchNorm"), (True, "s--", "with BatchNorm")):
        rng = np.random.default_rng(10)
        a, signal = TEST[0], [np.sqrt(np.mean(TEST[0] ** 2))]
        for layer in network(sizes, lambda D, M, rng: rng.normal(0.0, sigma, (D, M)), rng, norm):
            a = layer.forward(a, train=True)
            if isinstance(layer, Relu):
                signal.append(np.sqrt(np.mean(a**2)))
        axis.semilogy(range(depth + 1), np.maximum(signal, 1e-30), style, label=name)
    axis.set(xlabel="layer (0: the pixels)", ylabel="size after ReLU", title=f"σ = {sigma:.3g}", ylim=(1e-16, 1e16))
    axis.grid(alpha=0.3)
    axis.legend()
    plt.show()


widgets.sliders(draw_signal, log10_sigma=(-4.0, 1.0, 0.1, -2.0), depth=(1, 12, 1, 5))

# %% [markdown] lang="en"
r"""
## 6. Dropout

From here on it is about the other failure: the network learns its training data by heart.

One way in which it does so: a few units agree on recognising one particular image. Such an arrangement breaks if its
members cannot rely on each other. **Dropout** sees to that. In every step of training it sets each output of a layer
to 0 with the probability `ratio`, drawn anew each time.

Take the outputs 1, 2 and 3, and `ratio` = 0.2, and say only the second is dropped. Left are 1, 0 and 3. But on
average a fifth of the sum would now be missing in the next layer, in training only. So what is kept is divided by
$1 - \text{ratio} = 0.8$: the result is 1.25, 0 and 3.75. A number $x$ becomes 0 with probability 0.2 and $x / 0.8$
with probability 0.8, on average $0.8 \cdot x / 0.8 = x$. In prediction nothing is left to do, the numbers pass as
they are. (This is called *inverted* dropout. The first version multiplied by $1 - \text{ratio}$ in prediction
instead.)

The **mask** is the array of what each number was multiplied by, here 1.25, 0 and 1.25. On the way back the gradient
meets the same multiplication, so it is multiplied by the *same* mask: dout = (4, 4, 4) becomes (5, 0, 5).

"Dropout saves computing time, since fewer units take part": no. The zeros are multiplied like all other numbers, and
drawing the mask costs extra.

**Your turn**, about 6 lines. Every number has its own draw, also within a row. In prediction, `backward` passes dout
unchanged. Draw from `self.rng`.
"""

# %% [markdown] lang="ko"
r"""
## 6. 드롭아웃

여기서부터는 다른 실패를 다룹니다. 신경망이 학습 데이터를 외워 버리는 경우입니다.

외우는 방법 하나는, 유닛 몇 개가 짝을 이루어 특정한 이미지 하나를 알아보는 것입니다. 서로를 믿을 수 없게 만들면 이런 짝이 깨집니다.
**드롭아웃**(dropout)이 그 일을 합니다. 학습의 걸음마다 층의 출력을 하나하나 `ratio`의 확률로 0으로 만듭니다. 어느 것을 0으로
만들지는 매번 새로 뽑습니다.

출력이 1, 2, 3이고 `ratio`가 0.2인데 둘째만 빠진다고 하겠습니다. 1, 0, 3이 남습니다. 그런데 이렇게 하면 학습할 때만 다음 층의
합이 평균 오분의 일만큼 모자라게 됩니다. 그래서 남은 수를 $1 - \text{ratio} = 0.8$로 나눕니다. 결과는 1.25, 0, 3.75입니다. 수
$x$는 0.2의 확률로 0이 되고 0.8의 확률로 $x / 0.8$이 되므로, 평균은 $0.8 \cdot x / 0.8 = x$입니다. 예측할 때는 할 일이 없어 수가
그대로 지나갑니다. (이것을 *역*드롭아웃(inverted dropout)이라고 합니다. 처음 나온 방식에서는 대신 예측할 때 $1 - \text{ratio}$를 곱했습니다.)

**마스크**(mask)는 각 수에 무엇을 곱했는지 적은 배열로, 여기서는 1.25, 0, 1.25입니다. 역전파에서 그래디언트도 같은 곱셈을 만나므로
*같은* 마스크를 곱합니다. dout = (4, 4, 4)는 (5, 0, 5)가 됩니다.

'드롭아웃을 쓰면 유닛이 줄어드니 계산도 줄어든다'는 말은 틀렸습니다. 0도 다른 수와 똑같이 곱하고, 마스크를 뽑는 시간이 더 듭니다.

빈칸을 채우십시오. 여섯 줄 정도입니다. 한 행 안에서도 수마다 따로 뽑습니다. 예측한 뒤의 `backward`는 dout을 그대로 통과시킵니다.
난수는 `self.rng`에서 뽑으십시오.
"""


# %% exercise="dropout"
class Dropout:
    """Dropout in training, with a new mask at every call of forward; nothing happens in prediction.

    ratio : the share that is dropped, 0 <= ratio < 1. rng : np.random.Generator.
    """

    def __init__(self, ratio, rng):
        self.params, self.grads = [], []
        self.ratio, self.rng = ratio, rng

    def forward(self, x, train=False):
        """Drop numbers at random, or nothing.

        x : float array of any shape; not changed. Returns an array of the same shape.
        train=True  : each number by itself becomes 0 with probability ratio, drawn from self.rng anew in each call;
                      the others are divided by 1 - ratio.
        train=False : the values of x.

        Example: ratio 0.2 turns [1, 2, 3] into [1.25, 0, 3.75] where only the second number is dropped. About 5 lines.
        """
        ### BEGIN SOLUTION
        self.mask = np.ones(x.shape)
        if train:
            self.mask = (self.rng.random(x.shape) >= self.ratio) / (1 - self.ratio)
        return x * self.mask
        ### END SOLUTION

    def backward(self, dout):
        """Return the gradient of x for the last call of forward, in training or prediction.

        dout : array in the shape of x; not changed. Returns an array of the same shape. About 1 line.

        Example: after the example above, dout = [4, 4, 4] gives [5, 0, 5].
        """
        ### BEGIN SOLUTION
        return dout * self.mask
        ### END SOLUTION


# %% check="dropout"
check("dropout", Dropout)

# %% [markdown] lang="en"
r"""
## 7. Weight decay

A network that follows every single training sample needs outputs that change fast from one image to the next, and for
that it needs large weights. So make large weights cost something. To the loss of the data add

$$\frac{\lambda}{2} \sum W^2$$

summed over all weights of all layers. $\lambda$ (`lam`) says how much a weight costs compared with an error.

For $W = \begin{pmatrix} 1 & 2 \\ 0 & -3 \end{pmatrix}$ and $\lambda = 0.1$ the squares sum to 14, and the cost is
$0.05 \cdot 14 = 0.7$. The derivative of $\frac{\lambda}{2} W^2$ is $\lambda W$: the ½ is there to cancel the 2. So
the extra gradient is $\begin{pmatrix} 0.1 & 0.2 \\ 0 & -0.3 \end{pmatrix}$, and a step of SGD takes a small share off
every weight. Hence the name **weight decay**.

Biases stay out of it, and so do $\gamma$ and $\beta$: a bias shifts the output and makes it no steeper. In code the
two kinds can be told apart by their axes. Weights have two (later, in filters, four), the others have one.

**Your turn**, two functions. `weight_decay` returns the loss and a list with one gradient for *each* array in
`params`, zeros for biases. `add_decay` is what the training loop calls: the arrays in `grads` already hold the
gradients of the data, and the layers hold these same arrays. So add in place; overwriting them would forget the data,
and a new array would never reach the optimizer.
"""

# %% [markdown] lang="ko"
r"""
## 7. 가중치 감소

학습 샘플 하나하나를 다 따라가려면, 이미지가 조금만 달라져도 출력이 크게 바뀌어야 합니다. 그러려면 가중치가 커야 합니다. 그래서 큰
가중치에 값을 치르게 합니다. 데이터의 손실(loss)에 다음을 더합니다.

$$\frac{\lambda}{2} \sum W^2$$

모든 층의 모든 가중치에 걸쳐 더합니다. $\lambda$(`lam`)는 오차에 견주어 가중치에 얼마나 큰 값을 매길지를 정합니다.

$W = \begin{pmatrix} 1 & 2 \\ 0 & -3 \end{pmatrix}$이고 $\lambda = 0.1$이면 제곱의 합은 14이고 손실은 $0.05 \cdot 14 = 0.7$입니다.
$\frac{\lambda}{2} W^2$을 미분하면 $\lambda W$입니다. ½은 2를 없애려고 붙인 것입니다. 그러므로 더해지는 그래디언트는
$\begin{pmatrix} 0.1 & 0.2 \\ 0 & -0.3 \end{pmatrix}$이고, SGD는 걸음마다 모든 가중치를 조금씩 깎습니다. 그래서 **가중치
감소**(weight decay)라고 합니다.

편향에는 적용하지 않습니다. $\gamma$와 $\beta$도 마찬가지입니다. 편향은 출력을 옮길 뿐 더 가파르게 만들지 않기 때문입니다. 코드에서는
축의 수로 구별할 수 있습니다. 가중치는 축이 두 개(나중에 나올 필터는 네 개)이고 나머지는 하나입니다.

빈칸을 채우십시오. 함수가 두 개입니다. `weight_decay`는 손실과 그래디언트의 리스트를 반환합니다. 리스트에는 `params`의 배열*마다*
그래디언트가 하나씩 있고, 편향의 자리에는 0을 넣습니다. `add_decay`는 학습 코드가 부르는 함수입니다. `grads`의 배열에는 데이터의
그래디언트가 이미 들어 있고, 층도 바로 이 배열을 가지고 있습니다. 그러니 그 배열에 더하십시오. 덮어쓰면 데이터를 잊게 되고, 새
배열을 만들면 옵티마이저에 전해지지 않습니다.
"""


# %% exercise="weight_decay"
def weight_decay(params, lam):
    """Return the loss of weight decay and its gradients.

    params : list of float arrays; those with two or more axes are weights, those with one (biases, gamma, beta) are
    left alone. lam : number >= 0. The arrays are not changed.
    Returns loss, a number: lam / 2 times the sum of the squares of all weights; and grads, a list of new arrays in the
    shapes of params: lam * W for weights, zeros for the others.

    Example: params = [W, b] with W = [[1, 2], [0, -3]], b = [5, 5] and lam 0.1 give the loss 0.7 and the gradients
    [[0.1, 0.2], [0, -0.3]] and [0, 0]. About 5 lines.
    """
    ### BEGIN SOLUTION
    loss, grads = 0.0, []
    for p in params:
        rate = lam if p.ndim > 1 else 0.0
        loss += rate / 2 * np.sum(p**2)
        grads.append(rate * p)
    return loss, grads
    ### END SOLUTION


def add_decay(params, grads, lam):
    """Add the gradients of weight decay to those of the data; return the loss of weight decay.

    params, lam : as above. grads : list of arrays in the shapes of params, which hold the gradients of the data; the
    arrays themselves are changed, in place. About 4 lines.

    Example: with W and lam as above, an array [[1, 1], [1, 1]] in grads becomes [[1.1, 1.2], [1, 0.7]].
    """
    ### BEGIN SOLUTION
    loss, extra = weight_decay(params, lam)
    for g, e in zip(grads, extra, strict=True):
        g += e
    return loss
    ### END SOLUTION


# %% check="weight_decay"
check("weight_decay", weight_decay, add_decay)

# %% [markdown] lang="en"
r"""
## 8. Wrong labels

On the clean digits there is nothing to gain: without dropout 97.5 and 97.1 % of new digits are right in two draws,
with it 97.4 and 96.7 % (`plot_labels(share=0.0)` shows it). What can be learnt by heart there is also right. Real
data have errors, and there the difference shows. So we take only 600 digits for training and replace 30 % of their
labels by another digit. The other 1,197 digits, with right labels, are the test.

Whoever only learns what digits look like gets about 70 % of *these* training labels right, for the rest are wrong.
Everything above 70 % has been learnt by heart.

![Two plots over 40 epochs. On the labels trained on, the plain network climbs to 94 percent, those with dropout and
weight decay stay near 70. On new digits all three first reach about 90 percent; the plain network then falls to 75,
the other two stay above 90.](attachment:labels.png)
"""

# %% [markdown] lang="ko"
r"""
## 8. 틀린 레이블

깨끗한 숫자 데이터에서는 드롭아웃으로 얻을 것이 없습니다. 데이터를 두 번 뽑아 보면 새로운 숫자에서 드롭아웃 없이 97.5 %와 97.1 %, 드롭아웃을
쓰면 97.4 %와 96.7 %입니다(`plot_labels(share=0.0)`으로 볼 수 있습니다). 외운 것이 모두 옳은 것이기 때문입니다. 실제 데이터에는 잘못된 것이 섞여
있고, 차이는 거기서 드러납니다. 그래서 학습에는 숫자를 600개만 쓰고, 그 가운데 30 %의 레이블을 다른 숫자로 바꿉니다.
레이블이 올바른 나머지 1,197개로 테스트합니다.

숫자의 생김새만 배운 신경망은 *이* 학습 레이블을 70 %쯤 맞힙니다. 나머지는 레이블이 틀렸기 때문입니다. 70 %를 넘는 만큼은 외운
것입니다.

![40에폭에 걸친 그림 두 개. 학습에 쓴 레이블에서 보통 신경망은 94 퍼센트까지 올라가고, 드롭아웃과 가중치 감소를 쓴 신경망은 70 퍼센트 근처에
머문다. 새로운 숫자에서는 셋 모두 처음에 90 퍼센트쯤 되지만, 보통 신경망은 75 퍼센트로 떨어지고 나머지 둘은 90 퍼센트 위에 머문다.](attachment:labels.png)
"""


# %% demo=true figure="labels"
def wrong_labels(y, share, rng):
    """Return a copy of the labels in which each is, with probability `share`, replaced by another digit."""
    wrong = rng.random(len(y)) < share
    return np.where(wrong, (y + rng.integers(1, 10, len(y))) % 10, y)


def plot_labels(share=0.3, seeds=2, epochs=40, kept=600):
    """Train on 600 digits, a share of them with wrong labels, in three ways; print and draw the accuracies."""
    ways = {"neither": (0.0, 0.0), "dropout": (0.5, 0.0), "weight decay": (0.0, 0.01)}
    X, y = data.digits()
    curves = {}
    print("accuracy on the labels trained on and on new digits, two draws")
    for name, (ratio, lam) in ways.items():
        finals = []
        for seed in range(seeds):
            rng = np.random.default_rng(seed)
            order = rng.permutation(len(X))
            old, new = order[:kept], order[kept:]
            layers = network([64, 200, 200, 10], he_normal, np.random.default_rng(10 + seed), ratio=ratio)
            noisy = X[old], wrong_labels(y[old], share, rng)
            history = fit(layers, noisy, (X[new], y[new]), Adam(0.002), epochs, np.random.default_rng(20), 100, lam)
            finals.append(100 * history[:, -1])
            curves.setdefault(name, 100 * history)  # the first draw is drawn
        print(f"{name:>13}:", "   ".join(f"{a:4.1f} → {b:4.1f} %" for a, b in finals), flush=True)
    figure, axes = plt.subplots(1, 2, figsize=(10, 4), sharey=True, layout="constrained")
    titles = (f"the labels trained on, {100 * share:.0f} % wrong", "new digits with right labels")
    for axis, title, part in zip(axes, titles, (0, 1), strict=True):
        lines = {name: history[part] for name, history in curves.items()}
        plots.curves(axis, np.arange(1, epochs + 1), lines, "epoch", "accuracy, %", title, markers=True)


plot_labels()
plt.show()

# %% [markdown] lang="en"
r"""
Read both plots together. The plain network gets 94.2 % of the training labels right, so it has learnt most of the
wrong ones too, and it pays for it: 74.9 % on new digits, and 82.0 % in the second draw. With dropout it is 92.6 % in
both draws, with weight decay 91.5 % and 91.8 %, and on the training labels both stay near 70 %, where they should.

The plain network was good once, too. After about five epochs it had about 90 % on new digits, before it began to
learn the errors. Stopping there is a third remedy, *early stopping*. It needs data that were not trained on, to see
when.

Your numbers for dropout may differ a little where your `Dropout` draws its random numbers in another way. That is no
error.
"""

# %% [markdown] lang="ko"
r"""
두 그림을 함께 보십시오. 보통 신경망은 학습 레이블의 94.2 %를 맞힙니다. 틀린 레이블까지 거의 다 배운 것입니다. 그 대가로 새로운
숫자에서는 74.9 %, 두 번째로 뽑은 데이터에서는 82.0 %밖에 안 됩니다. 드롭아웃을 쓰면 두 번 다 92.6 %이고, 가중치 감소를 쓰면 91.5 %와 91.8 %입니다.
학습 레이블에서는 둘 다 70 % 근처에 머무는데, 그래야 맞습니다.

보통 신경망도 한때는 좋았습니다. 5에폭쯤에는 새로운 숫자를 90 %쯤 맞혔고, 그 뒤에 틀린 레이블을 배우기 시작했습니다. 거기서 멈추는 것이
셋째 방법인 *조기 종료*(early stopping)입니다. 언제 멈출지 알려면 학습에 쓰지 않은 데이터가 필요합니다.

`Dropout`이 난수를 다른 방식으로 뽑으면 드롭아웃의 수치가 조금 다를 수 있습니다. 틀린 것이 아닙니다.
"""

# %% [markdown] lang="en"
r"""
## 9. A question to answer in words

Write three to eight sentences in the cell below. It is graded by a person, 3 points.

Six layers with weights of $\sigma = 0.01$ got 7.8 % of the test digits right, and with batch normalisation about 98
%.

1. Why did the network without batch normalisation learn nothing? Look at the way forward and at the way back.
2. The weights were just as small with batch normalisation. Why did it learn all the same?
3. Why was it 7.8 %, and why exactly the same in both runs?
"""

# %% [markdown] lang="ko"
r"""
## 9. 글로 답하는 문제

아래 셀에 세 문장에서 여덟 문장 정도로 답하십시오. 사람이 채점하며 3점입니다.

가중치의 표준편차가 $\sigma = 0.01$인 여섯 층은 테스트 숫자의 7.8 %를 맞혔고, 배치 정규화를 쓰자 98 %쯤을 맞혔습니다.

1. 배치 정규화가 없는 신경망은 왜 아무것도 배우지 못했습니까? 순전파와 역전파를 모두 살펴보십시오.
2. 배치 정규화를 쓸 때도 가중치는 똑같이 작았습니다. 그런데 어떻게 배울 수 있었습니까?
3. 왜 하필 7.8 %이고, 왜 두 번 다 똑같았습니까?
"""

# %% [markdown] answer="normalisation" points=3 lang="en"
r"""
**Model answer.**

1. Each layer multiplies the size of the signal by $\sqrt{100 \cdot 0.01^2 / 2} = 0.07$. After five layers about a
   millionth is left, and the scores are practically the same for every image. On the way back the gradient is
   multiplied by the same small weights. The gradient of a weight is the product of its layer's input and of the
   gradient from above; where both are tiny, the weights practically stay where they are. Only the last biases learn.
2. Batch normalisation subtracts the mean of each column and divides by its standard deviation. Whether the weights
   are 0.01 or 1 cancels: $\hat x$ has variance 1 in every layer (as long as the variance is large against
   $\varepsilon$). So the signal reaches the scores. On the way back, dx is divided by the same small standard
   deviation, which makes up for the small weights.
3. The scores do not depend on the image, so the network gives the same answer to every image: the digit that its
   biases learnt to be the most frequent in the training data, a 3. Of the test digits 7.8 % are threes. The random
   start does not matter, since nothing of it reaches the scores.

**Rubric**, 1 point each.

- The signal shrinks by a constant factor a layer, and so does the gradient. Half a point if only one direction is
  mentioned. "Too few epochs" or "the learning rate is too small" earns nothing.
- $\hat x$ does not depend on the scale of the weights. Half a point for "it keeps the activations in a good range"
  without a reason.
- The same answer for all images, namely the most frequent digit. Half a point for "it is guessing" or "about 10 %"
  without saying why it is always the same number.
"""

# %% [markdown] answer="normalisation" points=3 lang="ko"
r"""
**모범 답안.**

1. 층을 하나 지날 때마다 신호의 크기에 $\sqrt{100 \cdot 0.01^2 / 2} = 0.07$이 곱해집니다. 다섯 층을 지나면 백만분의 일쯤만 남아, 어떤
   이미지를 넣든 점수가 거의 같습니다. 역전파에서도 그래디언트에 같은 작은 가중치가 곱해집니다. 가중치의 그래디언트는 그 층의 입력과 위에서
   온 그래디언트의 곱인데 둘 다 아주 작으므로 가중치는 거의 그대로입니다. 마지막 층들의 편향만 배웁니다.
2. 배치 정규화는 열마다 평균을 빼고 표준편차로 나눕니다. 가중치가 0.01이든 1이든 약분되어, $\hat x$의 분산은 어느 층에서나
   1입니다(분산이 $\varepsilon$에 비해 충분히 크다면). 그래서 신호가 점수까지 이릅니다. 역전파에서는 dx를 바로 그 작은 표준편차로 나누므로
   가중치가 작은 것이 상쇄됩니다.
3. 점수가 이미지와 관계없으므로 모든 이미지에 같은 답을 합니다. 편향이 배운, 학습 데이터에 가장 많은 숫자인 3입니다. 테스트 숫자 가운데 3이
   7.8 %입니다. 처음에 뽑은 난수는 점수에 전해지지 않으므로 결과에 영향을 주지 않습니다.

**채점 기준**, 각 1점.

- 층마다 신호가 일정한 비율로 줄고 그래디언트도 그렇게 줄어든다는 것. 한쪽만 말하면 0.5점. '에폭이 부족하다', '학습률이 작다'는 점수가
  없습니다.
- $\hat x$이 가중치의 크기에 좌우되지 않는다는 것. 까닭 없이 '활성화 값을 적당한 범위로 유지한다'고만 하면 0.5점.
- 모든 이미지에 같은 답, 곧 가장 많은 숫자를 답한다는 것. 왜 늘 같은 값인지 말하지 않고 '찍는 것이다'나 '10 %쯤이다'라고만 하면 0.5점.
"""

# %% demo=true
unit.score()

# %% [markdown] lang="en"
r"""
## What to read next

- Xavier Glorot, Yoshua Bengio, "Understanding the difficulty of training deep feedforward neural networks" (AISTATS
  2010), and Kaiming He et al., "Delving deep into rectifiers" (ICCV 2015): the two rules of section 2.
- Sergey Ioffe, Christian Szegedy, "Batch normalization" (ICML 2015); Shibani Santurkar et al., "How does batch
  normalization help optimization?" (NeurIPS 2018) doubts the reason that the first paper gives.
- Nitish Srivastava et al., "Dropout: a simple way to prevent neural networks from overfitting" (JMLR 2014).
- Chiyuan Zhang et al., "Understanding deep learning requires rethinking generalization" (ICLR 2017): networks that
  learn even random labels by heart.
- Ian Goodfellow, Yoshua Bengio, Aaron Courville, *Deep Learning* (MIT Press, 2016), chapter 7 and section 8.7.1.

Units u10 to u13 turn to images: layers that know which pixels are neighbours.
"""

# %% [markdown] lang="ko"
r"""
## 더 읽을거리

- Xavier Glorot, Yoshua Bengio, "Understanding the difficulty of training deep feedforward neural networks" (AISTATS 2010)와 Kaiming He
  et al., "Delving deep into rectifiers" (ICCV 2015). 2절의 두 규칙이 나온 논문입니다.
- Sergey Ioffe, Christian Szegedy, "Batch normalization" (ICML 2015). Shibani Santurkar et al., "How does batch normalization help
  optimization?" (NeurIPS 2018)은 첫 논문이 든 까닭에 의문을 제기합니다.
- Nitish Srivastava et al., "Dropout: a simple way to prevent neural networks from overfitting" (JMLR 2014).
- Chiyuan Zhang et al., "Understanding deep learning requires rethinking generalization" (ICLR 2017). 무작위 레이블까지 외우는 신경망을
  다룹니다.
- Ian Goodfellow, Yoshua Bengio, Aaron Courville, *Deep Learning* (MIT Press, 2016), 7장과 8.7.1절.

u10부터 u13까지는 이미지를 다룹니다. 어떤 픽셀이 서로 이웃인지 아는 층을 만듭니다.
"""
