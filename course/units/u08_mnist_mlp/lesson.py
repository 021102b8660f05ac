# %% [markdown] lang="en"
r"""
# Project: handwritten digits with an MLP

This is a project. No new mathematics comes in it; instead you take a file of bytes, as it lies on a disk, and carry it
all the way to a network that reads handwriting, with every step between your own: reading the file, setting images
aside, training, measuring, looking at the errors. In practice most of the work, and most of the mistakes, are in these
steps.

After it you will be able to

- read a binary file when you know its format, and refuse a damaged one,
- split data so that a result can be believed,
- write a training loop that reports what happens in each epoch,
- say not only how many answers are wrong but which ones, and think about why,
- build a network that reads at least 97 % of images it has never seen.

You need a network with `loss` and `backward` and an optimizer (units u05 to u07); both are given here, so you can start
even if you have not finished those units. Plan about 85 minutes.
"""

# %% [markdown] lang="ko"
r"""
# 프로젝트: MLP로 손글씨 숫자 알아보기

이 단원은 프로젝트입니다. 새로운 수학은 나오지 않습니다. 대신 디스크에 있는 바이트 파일에서 출발해 손글씨를 읽는 신경망까지,
그 사이의 모든 단계를 직접 만듭니다. 파일을 읽고, 이미지를 따로 떼어 두고, 학습시키고, 재고, 오답을 들여다봅니다. 실제로는 일의
대부분이, 그리고 실수의 대부분이 이런 단계에 있습니다.

이 단원을 마치면 다음을 할 수 있습니다.

- 형식을 아는 이진 파일을 읽고, 손상된 파일은 거절합니다.
- 결과를 믿을 수 있도록 데이터를 나눕니다.
- 에폭마다 무슨 일이 있었는지 알려 주는 학습 반복문을 만듭니다.
- 몇 개를 틀렸는지만이 아니라 무엇을 틀렸는지 말하고, 까닭을 생각해 봅니다.
- 한 번도 본 적 없는 이미지의 97 % 이상을 알아보는 신경망을 만듭니다.

`loss`와 `backward`가 있는 신경망, 그리고 옵티마이저(u05–u07)가 필요합니다. 둘 다 여기에 주어져 있으므로 앞 단원을 다 마치지
못했어도 시작할 수 있습니다. 85분 정도 걸립니다.
"""

# %% setup=true
from functools import cache

import matplotlib.pyplot as plt
import numpy as np
from nnlab import Unit, data, plots, widgets
from nnref.activations import softmax
from nnref.initializers import he_normal
from nnref.optimizers import SGD, Adam, Momentum  # noqa: F401  (Adam is for your own network)

unit = Unit("u08_mnist_mlp", lang="en")
check = unit.check

# %% [markdown] lang="en"
r"""
## 1. From bytes to images

MNIST is the classic collection of handwritten digits: images of 28×28 pixels, and for each its label. It comes in files
of a very simple format, called IDX. Such a file is nothing but a row of **bytes**, whole numbers from 0 to 255. Here is
a complete one, of 18 bytes:

| bytes | value | meaning |
|---|---|---|
| 0, 1 | 0, 0 | always 0 |
| 2 | 8 | the type: 8 says that each number takes one byte, 0 to 255 |
| 3 | 2 | the number of axes |
| 4 to 7 | 0, 0, 0, 2 | the length of axis 0 |
| 8 to 11 | 0, 0, 0, 3 | the length of axis 1 |
| 12 to 17 | 10, 20, 30, 40, 50, 60 | the numbers, the last axis fastest |

It holds the array `[[10, 20, 30], [40, 50, 60]]`. With $n$ axes the header takes $4 + 4n$ bytes: 8 for the labels,
which have one axis, and 16 for the images, which have three (images, rows, columns).

**Four bytes for one length.** A byte ends at 255, so a length takes four of them. The first counts most, as with the
digits of a number that we write: 0, 0, 1, 44 means

$$0 \cdot 256^3 + 0 \cdot 256^2 + 1 \cdot 256 + 44 = 300$$

This order is called **big-endian**. Many computers store numbers the other way round, and whoever forgets that reads
738,263,040 instead of 300. Python asks which one is meant: `int.from_bytes(data[4:8], "big")`.

**Tools.** `data[3]` of a `bytes` object is a whole number, `data[:3]` is again `bytes`, and `bytes([0, 0, 8])` makes
one. `np.frombuffer(data, np.uint8, offset=12)` makes an array of all bytes from number 12 on. `uint8` is a whole number
from 0 to 255; `int8` would run from −128 to 127.

**A file that is not what it should be.** A half-finished download, a file that is still compressed: such bytes can
often be made into some array, and the network then learns noise without a word. So refuse with a `ValueError` where the
first three bytes are not 0, 0, 8, and where there are more or fewer numbers than the lengths say. For the second, look
at what `reshape` does when the number does not fit.

**Your turn**, about 6 lines.
"""

# %% [markdown] lang="ko"
r"""
## 1. 바이트에서 이미지로

MNIST는 손글씨 숫자 데이터의 고전입니다. 28×28픽셀짜리 이미지와 그 레이블로 되어 있습니다. 파일은 IDX라는 아주 단순한 형식입니다.
이런 파일은 0에서 255까지의 정수인 **바이트**(byte)를 한 줄로 늘어놓은 것일 뿐입니다. 다음은 18바이트로 된 온전한 파일입니다.

| 바이트 | 값 | 뜻 |
|---|---|---|
| 0, 1 | 0, 0 | 늘 0 |
| 2 | 8 | 자료형. 8은 수 하나가 0에서 255까지의 한 바이트라는 뜻 |
| 3 | 2 | 축의 수 |
| 4–7 | 0, 0, 0, 2 | 축 0의 길이 |
| 8–11 | 0, 0, 0, 3 | 축 1의 길이 |
| 12–17 | 10, 20, 30, 40, 50, 60 | 수. 마지막 축이 가장 빨리 변함 |

이 파일에 든 배열은 `[[10, 20, 30], [40, 50, 60]]`입니다. 축이 $n$개이면 머리 부분이 $4 + 4n$바이트입니다. 축이 하나인 레이블은
8바이트, 축이 세 개(이미지, 행, 열)인 이미지는 16바이트입니다.

**길이 하나에 네 바이트.** 바이트는 255에서 끝나므로 길이에는 네 바이트를 씁니다. 우리가 수를 적을 때처럼 앞에 있는 것이 큰
자리입니다. 0, 0, 1, 44는 다음과 같습니다.

$$0 \cdot 256^3 + 0 \cdot 256^2 + 1 \cdot 256 + 44 = 300$$

이런 순서를 **빅 엔디언**(big-endian)이라고 합니다. 수를 거꾸로 저장하는 컴퓨터가 많아서, 이것을 잊으면 300을 738,263,040으로 읽게
됩니다. 파이썬에서는 순서를 알려 줄 수 있습니다. `int.from_bytes(data[4:8], "big")`입니다.

**도구.** `bytes` 객체에서 `data[3]`은 정수 하나, `data[:3]`은 다시 `bytes`이고, `bytes([0, 0, 8])`로 만들 수도 있습니다.
`np.frombuffer(data, np.uint8, offset=12)`는 12번부터 끝까지의 바이트로 배열을 만듭니다. `uint8`은 0에서 255까지의 정수이고,
`int8`은 −128에서 127까지입니다.

**잘못된 파일.** 받다가 끊긴 파일, 아직 압축된 파일도 어떻게든 배열로 만들 수 있을 때가 많습니다. 그러면 신경망은 말없이 잡음을
배웁니다. 그래서 처음 세 바이트가 0, 0, 8이 아니거나, 들어 있는 수가 길이에 적힌 것보다 많거나 적으면 `ValueError`로 거절합니다. 수의 개수는
맞지 않을 때 `reshape`이 어떻게 하는지 보면 됩니다.

빈칸을 채우십시오. 여섯 줄 정도면 됩니다. `data`는 `bytes`이고, 결과는 파일에 적힌 길이를 shape으로 하는 정수 배열입니다. 값은 0에서
255까지입니다.
"""


# %% exercise="load_idx"
def load_idx(data):
    """Return the array that the bytes of an IDX file hold.

    data : bytes: 0, 0, 8, the number of axes n; then n lengths of 4 bytes each, big-endian; then the numbers, one byte
        each, the last axis fastest.
    Returns an array of these lengths with whole numbers from 0 to 255.
    Raises ValueError unless the first three bytes are 0, 0, 8, and where numbers are missing or left over.

    Example: bytes([0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 3, 10, 20, 30, 40, 50, 60]) gives [[10, 20, 30], [40, 50, 60]].
    """
    ### BEGIN SOLUTION
    if data[:3] != bytes([0, 0, 8]):
        raise ValueError(f"the file begins with {data[:3]!r}; an IDX file of bytes begins with 0, 0, 8")
    start = 4 + 4 * data[3]
    shape = [int.from_bytes(data[i : i + 4], "big") for i in range(4, start, 4)]
    return np.frombuffer(data, np.uint8, offset=start).reshape(shape)
    ### END SOLUTION


# %% check="load_idx"
check("load_idx", load_idx)

# %% [markdown] lang="en"
r"""
### Real images

The next cell reads the test files of MNIST, 10,000 images and labels, with *your* function. They are not part of this
course: the cell looks for them on your machine and, if they are not there, downloads them once (about 2 MB). Where that
is impossible it says so and shows the small digits of 8×8 pixels instead, and so do all later cells; nothing is lost
but the resolution. (If you have the files already, set the environment variable `NNLAB_DATA` to their folder before you
start JupyterLab.)

![Two rows of eight handwritten digits of 28×28 pixels, bright on dark, each with its label above: 7, 2, 1, 0, 4, 1, 4,
9 and 5, 9, 0, 6, 9, 0, 1, 5.](attachment:images.png)
"""

# %% [markdown] lang="ko"
r"""
### 진짜 이미지

다음 셀은 MNIST의 테스트 파일, 곧 이미지와 레이블 10,000개를 *여러분의* 함수로 읽습니다. 이 파일은 강의에 들어 있지 않습니다. 셀이
컴퓨터에서 찾아보고, 없으면 한 번만 내려받습니다(2 MB쯤). 그럴 수 없으면 그렇다고 알려 주고 8×8픽셀짜리 작은 숫자를 대신 보여 줍니다. 뒤의 셀도
마찬가지이며, 해상도 말고는 잃는 것이 없습니다. (파일이 이미 있으면 JupyterLab을 시작하기 전에 환경 변수 `NNLAB_DATA`에 그 폴더를
적어 두십시오.)

![28×28픽셀 손글씨 숫자가 여덟 개씩 두 줄. 어두운 바탕에 밝은 글씨이고 위에 레이블이 있다. 7, 2, 1, 0, 4, 1, 4, 9와 5, 9, 0, 6, 9, 0,
1, 5.](attachment:images.png)
"""


# %% demo=true figure="images"
def read_files():
    """Read the test files of MNIST with the student's function; the digits where they cannot be had."""
    try:
        files = data.mnist_file("t10k-images"), data.mnist_file("t10k-labels")
    except data.DataError as error:
        print(f"{error}; the small digits take its place.")
        X, y = data.digits()
        return X.reshape(-1, 8, 8), y
    images, labels = load_idx(files[0]), load_idx(files[1])
    print(f"images: {len(files[0]):,} bytes, shape {images.shape}, from {images.min()} to {images.max()}")
    print(f"labels: {len(files[1]):,} bytes, shape {labels.shape}")
    return images, labels


def plot_images():
    """Draw the first images, each with its label."""
    images, labels = read_files()
    figure, axes = plt.subplots(2, 8, figsize=(10, 3), layout="constrained")
    for axis, image, label in zip(axes.flat, images, labels):
        axis.imshow(image, cmap="gray")
        axis.set_title(str(label))
        axis.axis("off")


plot_images()
plt.show()

# %% [markdown] lang="en"
r"""
## 2. What the network must not see

Suppose a student gets the exam questions with the answers the evening before, and answers all of them right the next
morning. What do you know about what the student understands? Nothing. With a network it is the same: it has thousands
of numbers to remember with, and on images that it has learnt it can be perfect without having understood anything.

So images are set aside before the training begins. The usual piles are three:

- **training data**: the network learns these,
- **validation data**: never learnt; while you choose the size of the network, the learning rate and so on, you compare
  your attempts on these,
- **test data**: looked at once, at the very end. Whoever tries out a hundred networks and keeps the one that is best on
  the validation data has chosen by them, luck included. Only data that took no part in any choice tell how good it
  really is.

Three mistakes are common, and none of them raises an error.

1. *Cutting without shuffling.* Data are often sorted, say all zeros first. Then the last fifth holds only eights and
   nines, and the network has hardly seen any.
2. *Overlap.* If one image stands in two piles, the exam question was known the evening before.
3. *Shuffling X and y apart.* Every image gets the label of another one.

One order for everything avoids all three: draw the row numbers 0 to N − 1 in random order, once, and cut *them*. With 5
samples, the order `[3, 0, 4, 1, 2]` and the fractions 0.6 and 0.4, the parts are the rows 3, 0, 4 and the rows 1, 2;
`X[[3, 0, 4]]` and `y[[3, 0, 4]]` take the same rows from both.

`rng` is a random number generator of NumPy, made by `np.random.default_rng(seed)`; `rng.permutation(5)` returns such an
order. Because it is handed in, the caller decides about the seed, and a split can be repeated.

**Your turn**, about 6 lines. A part may be a little larger or smaller than its share, since 53 samples cannot be cut at
0.6 exactly; but every sample must be in exactly one part, so let the last part take what is left.
`np.cumsum([0.6, 0.2, 0.2])` gives `[0.6, 0.8, 1.0]`.
"""

# %% [markdown] lang="ko"
r"""
## 2. 신경망이 보면 안 되는 것

어떤 학생이 시험 전날 밤에 문제와 답을 모두 받았고, 다음 날 아침 전부 맞혔다고 합시다. 이 학생이 무엇을 이해했는지 알 수 있을까요?
알 수 없습니다. 신경망도 마찬가지입니다. 기억에 쓸 수 있는 수가 수천 개나 되므로, 배운 이미지라면 아무것도 이해하지 못하고도 다 맞힐 수 있습니다.

그래서 학습을 시작하기 전에 이미지를 떼어 둡니다. 보통 세 무더기로 나눕니다.

- **학습 데이터**(training data): 신경망이 배웁니다.
- **검증 데이터**(validation data): 배우지 않습니다. 신경망의 크기나 학습률을 고르는 동안, 이것으로 여러 시도를 비교합니다.
- **테스트 데이터**(test data): 맨 마지막에 한 번만 봅니다. 신경망 백 개를 시험해 보고 검증 데이터에서 가장 좋은 것을 골랐다면, 운까지 포함해
  그 데이터로 고른 것입니다. 어떤 선택에도 쓰이지 않은 데이터로만 진짜 실력을 알 수 있습니다.

흔한 실수가 세 가지 있고, 어느 것도 오류를 내지 않습니다.

1. *섞지 않고 자르기.* 데이터는 정렬되어 있을 때가 많습니다. 0이 모두 앞에 있는 식입니다. 그러면 마지막 오분의 일에는 8과 9만 있고, 신경망은
   그것을 거의 보지 못합니다.
2. *겹침.* 한 이미지가 두 무더기에 들어 있으면 시험 문제를 전날 밤에 안 것입니다.
3. *X와 y를 따로 섞기.* 이미지마다 다른 이미지의 레이블이 붙습니다.

순서를 하나만 쓰면 셋 다 막을 수 있습니다. 0부터 N − 1까지의 행 번호를 무작위 순서로 한 번 뽑고, *그것을* 자릅니다. 샘플이 5개, 순서가
`[3, 0, 4, 1, 2]`, 비율이 0.6과 0.4이면 한 부분은 3, 0, 4번 행이고 다른 부분은 1, 2번 행입니다. `X[[3, 0, 4]]`와 `y[[3, 0, 4]]`는 둘에서 같은
행을 꺼냅니다.

`rng`는 `np.random.default_rng(seed)`로 만든 NumPy의 난수 생성기이고, `rng.permutation(5)`가 이런 순서를 반환합니다. 밖에서 넘겨받으므로
시드는 호출하는 쪽에서 정하고, 똑같이 다시 나눌 수도 있습니다.

빈칸을 채우십시오. 여섯 줄 정도면 됩니다. `X`는 shape이 (N, D), `y`는 (N,)이고 둘 다 바꾸지 않습니다. `fractions`는 더해서 1이 되는 비율의
튜플이고, 결과는 비율마다 쌍 `(X, y)`가 하나씩 든 리스트입니다. 53개를 정확히 0.6으로 자를 수는 없으므로 부분의 크기가 비율과 조금 달라도 됩니다.
하지만 모든 샘플이 꼭 한 부분에 들어 있어야 하니, 남는 것은 마지막 부분에 넣으십시오. `np.cumsum([0.6, 0.2, 0.2])`는 `[0.6, 0.8, 1.0]`입니다.
"""


# %% exercise="split"
def split(X, y, fractions, rng):
    """Return the samples in several parts, drawn at random.

    X : (N, D). y : (N,), the target of each row of X. Neither is changed.
    fractions : tuple of shares of N with the sum 1, such as (0.8, 0.2).
    rng : np.random.Generator, from which the order comes.
    Returns a list of pairs (X, y), one for each fraction; every sample is in exactly one of them. Sizes may be rounded up or
    down; the last part takes what is left.

    Example: with N = 5, fractions = (0.6, 0.4) and the order [3, 0, 4, 1, 2] the parts are
    [(X[[3, 0, 4]], y[[3, 0, 4]]), (X[[1, 2]], y[[1, 2]])].
    """
    ### BEGIN SOLUTION
    order = rng.permutation(len(X))
    ends = (np.cumsum(fractions) * len(X)).astype(int)
    parts = np.split(order, ends[:-1])
    return [(X[rows], y[rows]) for rows in parts]
    ### END SOLUTION


# %% check="split"
check("split", split)

# %% [markdown] lang="en"
r"""
## 3. A network, and how good it is

The network is that of unit u07 with the layers written out in one class:
$\mathrm{scores} = \mathrm{relu}(x W_1 + b_1) W_2 + b_2$. Its weights are drawn by `he_normal`, normally distributed
with the variance 2 / inputs; unit u09 shows why. What you need of it is how it is used:

- `predict(x)`: images (N, I) in, scores (N, O) out, one column for each class;
- `loss(x, t)`: the mean cross entropy for the labels t (N,), a number;
- `backward()`: after `loss`, fills the list `grads` with the gradients;
- `params` and `grads`: what `optimizer.update(params, grads)` wants.

`predict(x, train=True)` also keeps what `backward` will need. `loss` calls it in this way. To measure, call
`predict(x)`.
"""

# %% [markdown] lang="ko"
r"""
## 3. 신경망과 그 실력

신경망은 u07의 것이고, 계층을 클래스 하나에 모아 적었습니다. $\mathrm{scores} = \mathrm{relu}(x W_1 + b_1) W_2 + b_2$입니다. 가중치는 `he_normal`로
뽑습니다. 분산이 2 / 입력의 수인 정규분포이고, 까닭은 u09에서 나옵니다. 여기서는 쓰는 방법만 알면 됩니다.

- `predict(x)`: 이미지 (N, I)를 받아 점수 (N, O)를 반환합니다. 열 하나가 클래스 하나입니다.
- `loss(x, t)`: 레이블 t (N,)에 대한 교차 엔트로피의 평균, 곧 수 하나입니다.
- `backward()`: `loss` 다음에 호출하면 리스트 `grads`를 그래디언트로 채웁니다.
- `params`와 `grads`: `optimizer.update(params, grads)`에 넘겨줍니다.

`predict(x, train=True)`는 `backward`에 필요한 것도 저장합니다. `loss`가 이렇게 호출합니다. 잴 때는 `predict(x)`를 쓰십시오.
"""


# %% given=true
class TwoLayerNet:
    """A network with one hidden layer of relu units, for class labels."""

    def __init__(self, I, H, O, rng):
        """I inputs, H hidden units, O classes; the weights are drawn from rng, the biases are 0."""
        self.params = [he_normal(I, H, rng), np.zeros(H), he_normal(H, O, rng), np.zeros(O)]
        self.grads = [np.zeros_like(p) for p in self.params]

    def predict(self, x, train=False):
        """x (N, I). Returns the scores (N, O). train : True where `backward` will follow."""
        W1, b1, W2, b2 = self.params
        h = np.maximum(x @ W1 + b1, 0)
        if train:
            self.x, self.h = x, h
        return h @ W2 + b2

    def loss(self, x, t):
        """x (N, I), t (N,) labels. Returns the mean cross entropy."""
        self.p, self.t = softmax(self.predict(x, train=True)), t
        return -np.mean(np.log(np.maximum(self.p[np.arange(len(t)), t], 1e-12)))

    def backward(self):
        """After `loss`: fill grads, in place, with the gradients of the loss."""
        dscores = self.p.copy()
        dscores[np.arange(len(dscores)), self.t] -= 1
        dscores /= len(dscores)
        dh = (dscores @ self.params[2].T) * (self.h > 0)
        grads = self.x.T @ dh, dh.sum(axis=0), self.h.T @ dscores, dscores.sum(axis=0)
        for kept, grad in zip(self.grads, grads):
            kept[...] = grad


# %% [markdown] lang="en"
r"""
The **accuracy** is the share of samples for which the highest score stands in the column of the label. Three samples,
three classes:

$$\begin{pmatrix} 2 & 1 & 0 \\ 0 & 1 & 5 \\ 3 & 4 & 1 \end{pmatrix} \qquad y = (0, 2, 0)$$

The highest scores stand in the columns 0, 2 and 1. The first two are right, the third is not: 2/3. The softmax is not
needed for that. It keeps the order of the scores, so the highest stays the highest.

The loss is for the optimizer, the accuracy is for us. A network that gives 0.4 to the right class and 0.3 to two others
is right, but its loss is still 0.92.

**Your turn**, about 2 lines. `model` is any object with `predict`. If you work through X in batches in order to save
memory, mind that the last one may be smaller.
"""

# %% [markdown] lang="ko"
r"""
**정확도**(accuracy)는 가장 높은 점수가 레이블의 열에 있는 샘플의 비율입니다. 샘플이 셋, 클래스가 셋인 예를 보겠습니다.

$$\begin{pmatrix} 2 & 1 & 0 \\ 0 & 1 & 5 \\ 3 & 4 & 1 \end{pmatrix} \qquad y = (0, 2, 0)$$

가장 높은 점수는 0, 2, 1번 열에 있습니다. 앞의 둘은 맞고 셋째는 틀렸으므로 2/3입니다. 소프트맥스는 필요하지 않습니다. 점수의 순서를 바꾸지 않으므로
가장 높은 점수는 그대로 가장 높습니다.

손실은 옵티마이저를 위한 것이고 정확도는 우리를 위한 것입니다. 맞는 클래스에 0.4, 다른 두 클래스에 0.3씩 준 신경망은 맞혔지만 손실은 아직
0.92입니다.

빈칸을 채우십시오. 두 줄 정도면 됩니다. `model`은 `predict`가 있는 객체이면 무엇이든 되고, `X`는 shape이 (N, D), `y`는 (N,)인 정수 레이블이며 둘 다
바꾸지 않습니다. 결과는 0에서 1까지의 수 하나입니다. 메모리를 아끼려고 X를 배치로 나누어 처리한다면, 마지막 배치가 더 작을 수 있다는 데 주의하십시오.
"""


# %% exercise="accuracy"
def accuracy(model, X, y):
    """Return the share of samples whose highest score stands at the right class.

    model : an object with predict(X), which returns scores (N, K). It is not training now.
    X : (N, D). y : (N,) labels, integers from 0 to K - 1. Neither is changed.
    Returns a number from 0 to 1.

    Example: scores [[2, 1, 0], [0, 1, 5], [3, 4, 1]] and y = [0, 2, 0] give 0.6667.
    """
    ### BEGIN SOLUTION
    scores = model.predict(X)
    return np.mean(scores.argmax(axis=1) == y)
    ### END SOLUTION


# %% check="accuracy"
check("accuracy", accuracy)

# %% [markdown] lang="en"
r"""
## 4. The training loop

Training is the six steps of unit u05, repeated. Going once through all training images is an **epoch**. With 1,437
images and batches of 32 an epoch has 45 steps: 44 full batches and one of 29.

In each epoch:

1. draw a new order of the images;
2. for each batch: `loss`, then `backward`, then `optimizer.update(model.params, model.grads)`;
3. write down the mean of the losses of these batches, and the accuracy on the validation images.

**Why a new order each time?** With the same batches always, the same images are always learnt together, and the order
of the steps becomes part of what is learnt. With data that are sorted it is worse: a batch of zeros only pulls the
network towards zeros, until the ones come.

**Why one number for each epoch?** The loss of a single batch says little; it jumps up and down with the images that
happen to be in it. The mean over an epoch shows where it goes. Mind that the list of losses starts empty in each epoch.

**Why on other images?** The loss on the training images falls nearly always, also when the network merely learns them
by heart. Only images that it does not learn can tell whether it learns to read.

**How the check looks inside.** It hands in a stand-in for the model, which learns nothing but writes down which batches
it was asked to learn and in which order. Its loss after $s$ steps is $1 / (1 + s)$, its `backward` puts a note into
`grads`, and the optimizer collects the notes. If your function fails, you see these lines; read them as "what was
learnt, and when".

**Your turn**, about 12 lines. Use your `accuracy`. A slice such as `order[20:25]` that runs over the end is simply
shorter, so the last batch needs no special treatment.
"""

# %% [markdown] lang="ko"
r"""
## 4. 학습 반복문

학습은 u05의 여섯 단계를 되풀이하는 것입니다. 학습 이미지를 한 번 다 도는 것이 한 **에폭**(epoch)입니다. 이미지가 1,437장이고 배치가 32장이면
한 에폭은 45걸음입니다. 온전한 배치가 44개이고 마지막은 29장짜리입니다.

에폭마다 다음을 합니다.

1. 이미지의 순서를 새로 뽑습니다.
2. 배치마다 `loss`, `backward`, `optimizer.update(model.params, model.grads)`를 차례로 호출합니다.
3. 이 배치들의 손실 평균과, 검증 이미지에 대한 정확도를 적어 둡니다.

**왜 매번 순서를 새로 뽑을까요?** 배치가 늘 같으면 늘 같은 이미지끼리 함께 배우고, 걸음의 순서까지 배우게 됩니다. 정렬된 데이터라면 더 나쁩니다. 0만
든 배치는 1이 나올 때까지 신경망을 0 쪽으로 끌고 갑니다.

**왜 에폭마다 수 하나일까요?** 배치 하나의 손실로는 알 수 있는 것이 적습니다. 어떤 이미지가 들어 있느냐에 따라 오르내리기 때문입니다. 한 에폭의 평균을
보면 어디로 가는지 보입니다. 손실 리스트는 에폭마다 빈 채로 시작해야 합니다.

**왜 다른 이미지에서 잴까요?** 학습 이미지의 손실은 거의 언제나 줄어듭니다. 신경망이 그냥 외울 때도 그렇습니다. 읽는 법을 배우는지는 배우지 않은
이미지로만 알 수 있습니다.

**검사가 안을 들여다보는 방법.** 검사는 모델의 대역을 넘겨줍니다. 대역은 아무것도 배우지 않고, 어떤 배치를 어떤 순서로 배우라고 했는지 적어 둘 뿐입니다.
$s$걸음 뒤의 손실은 $1 / (1 + s)$이고, `backward`는 `grads`에 쪽지를 넣고, 옵티마이저가 쪽지를 모읍니다. 여러분의 함수가 통과하지 못하면 이 줄들이
보입니다. '무엇을 언제 배웠는가'로 읽으십시오.

빈칸을 채우십시오. 열두 줄 정도입니다. 여러분의 `accuracy`를 쓰십시오. `X` (N, D)와 `y` (N,)가 학습 데이터이고, `X_val`과 `y_val`은 정확도를 잴 때만
씁니다. 넷 다 바꾸지 않습니다. `size`는 배치의 크기입니다. 결과는 `"loss"`와 `"accuracy"`에 에폭마다 수가 하나씩 든 딕셔너리입니다.
`order[20:25]` 같은 슬라이스는 끝을 넘어가면 짧아질 뿐이므로, 마지막 배치를 따로 다룰 필요가 없습니다.
"""


# %% exercise="train"
def train(model, optimizer, X, y, X_val, y_val, epochs, size, rng):
    """Train a model in batches; return what happened in each epoch.

    model : an object with loss(x, t), which returns a number, backward(), predict(x), and the lists params and grads.
    optimizer : an object with update(params, grads), to be called once for each batch.
    X (N, D), y (N,) : the training samples. X_val (V, D), y_val (V,) : for the accuracy only. None is changed.
    epochs, size : integers >= 1, how often to go through all samples and how many are in a batch; where size does not
        divide N, the last batch of an epoch is smaller.
    rng : np.random.Generator, which draws a new order for each epoch.
    Returns {"loss": [...], "accuracy": [...]}, a number for each epoch: the mean of the losses of its batches, and the
    accuracy on X_val, y_val at its end.

    Example: N = 11 and size = 4 make three batches in each epoch, of 4, 4 and 3 samples. If their losses are 0.9, 0.6 and
    0.6 in the first epoch, history["loss"][0] is 0.7.
    """
    ### BEGIN SOLUTION
    history = {"loss": [], "accuracy": []}
    for _ in range(epochs):
        order = rng.permutation(len(X))
        losses = []
        for start in range(0, len(X), size):
            batch = order[start : start + size]
            losses.append(model.loss(X[batch], y[batch]))
            model.backward()
            optimizer.update(model.params, model.grads)
        history["loss"].append(np.mean(losses))
        history["accuracy"].append(accuracy(model, X_val, y_val))
    return history
    ### END SOLUTION


# %% check="train"
check("train", train)

# %% [markdown] lang="en"
r"""
### Two optimizers, one start

The next cell trains two networks on four fifths of the 1,797 small digits with your `split` and your `train`, from the
same weights: one with plain gradient descent, one with momentum. Both have the learning rate 0.1.

![Left: the mean loss over 20 epochs; with momentum it falls from about 1 to 0.01, with gradient descent from 1.9 to
0.12, smoothly and later. Right: the validation accuracy; with momentum it is near 0.975 in epoch 3 already, dips below
0.95 in epoch 6 and ends at 0.98; gradient descent rises more slowly and gets there in epoch
20.](attachment:history.png)

Read such a picture from left to right. Is the first loss below $\log 10 = 2.303$, that of a network that knows nothing?
Does it fall? Is it still falling at the end, so that more epochs would help? And does the accuracy on the other images
follow, or does it stand still while the loss goes on falling?

Momentum is after 3 epochs where gradient descent is after 17. At the end they get 98.1 and 98.3 % of the 360 validation
images right, a difference of one image. Look at the dip, too: from epoch 5 to epoch 6 the accuracy with momentum falls
by almost three percent, although the loss hardly moves. Long steps do that; section 7 shows a remedy. Do not read too
much into a single number of such a curve.
"""

# %% [markdown] lang="ko"
r"""
### 옵티마이저 둘, 출발점 하나

다음 셀은 여러분의 `split`과 `train`으로 작은 숫자 1,797개의 오분의 사를 신경망 두 개에 학습시킵니다. 처음 가중치는 같고, 하나는 보통의 경사 하강법, 하나는
모멘텀을 씁니다. 학습률은 둘 다 0.1입니다.

![왼쪽: 20 에폭 동안의 평균 손실. 모멘텀은 1쯤에서 0.01까지, 경사 하강법은 더 늦게 1.9에서 0.12까지 매끄럽게 내려간다. 오른쪽: 검증 정확도. 모멘텀은 3 에폭에 벌써 0.975쯤이고,
6 에폭에 0.95 아래로 떨어졌다가 0.98에서 끝난다. 경사 하강법은 더 천천히 올라가 20 에폭에 0.98에 이른다.](attachment:history.png)

이런 그림은 왼쪽부터 차례로 읽습니다. 첫 손실이 아무것도 모르는 신경망의 $\log 10 = 2.303$보다 작습니까? 줄어듭니까? 끝에서도 아직 줄고 있어서 에폭을 늘리면 좋아질 것 같습니까? 다른
이미지에 대한 정확도도 따라 올라갑니까, 아니면 손실은 계속 주는데 정확도는 멈추어 있습니까?

경사 하강법이 17 에폭에 이르는 곳에 모멘텀은 3 에폭이면 갑니다. 끝에서는 검증 이미지 360장의 98.1 %와 98.3 %를 맞혀 한 장 차이입니다. 중간에 떨어지는 곳도 보십시오. 5 에폭에서 6 에폭으로 갈
때 손실은 거의 그대로인데 모멘텀의 정확도가 3 %p 가까이 떨어집니다. 걸음이 길기 때문이고, 고치는 방법은 7절에 나옵니다. 이런 곡선에서 수 하나에 큰 뜻을 두지 마십시오.
"""


# %% demo=true figure="history"
def plot_history(epochs=20):
    """Train with two optimizers from the same start; draw both histories."""
    (X, y), (X_val, y_val) = split(*data.digits(), (0.8, 0.2), np.random.default_rng(0))
    histories = {}
    for name, optimizer in (("gradient descent", SGD(0.1)), ("momentum", Momentum(0.1))):
        rng = np.random.default_rng(1)
        model = TwoLayerNet(64, 50, 10, rng)
        histories[name] = train(model, optimizer, X, y, X_val, y_val, epochs, 32, rng)
        loss, share = histories[name]["loss"], histories[name]["accuracy"]
        print(
            f"{name}: loss {loss[0]:.2f} in epoch 1, {loss[-1]:.3f} in epoch {epochs}; accuracy {100 * share[-1]:.1f} %"
        )
    figure, axes = plt.subplots(1, 2, figsize=(10, 3.6), layout="constrained")
    for axis, key, label in zip(axes, ("loss", "accuracy"), ("mean loss of the epoch", "validation accuracy")):
        curves = {name: history[key] for name, history in histories.items()}
        plots.curves(axis, np.arange(1, epochs + 1), curves, "epoch", label, markers=True)
        axis.set_xticks(range(0, epochs + 1, 5))


plot_history()
plt.show()

# %% [markdown] lang="en"
r"""
## 5. MNIST

Now the real thing. The next two cells hold no exercise. The first defines how the 10,000 images are used: 8,000 to
learn, 2,000 to be asked about, a network with 100 hidden units. (The other 60,000 images of MNIST stay where they are;
with them it takes longer and gets better, and the code stays the same.) The second cell runs it. If MNIST is not at
hand, it takes the small digits and prints so.
"""

# %% [markdown] lang="ko"
r"""
## 5. MNIST

이제 본격적으로 해 봅니다. 다음 두 셀에는 문제가 없습니다. 첫 셀은 이미지 10,000장을 어떻게 쓸지 정합니다. 8,000장으로 배우고 2,000장으로 시험하며, 신경망의
은닉 유닛은 100개입니다. (MNIST의 나머지 60,000장은 쓰지 않습니다. 쓰면 더 오래 걸리고 더 잘 맞히지만 코드는 똑같습니다.) 둘째 셀이 실행합니다. MNIST가 없으면 작은
숫자를 쓰고 그렇다고 출력합니다.
"""


# %% given=true
@cache
def handwriting():
    """Train a network on four fifths of MNIST, once; return it with the other fifth: model, X_test, y_test.

    Where MNIST cannot be had, the small digits are used. To train anew, run this cell again.
    """
    X, y, name = data.mnist_or_digits()
    rng = np.random.default_rng(0)
    (X, y), (X_test, y_test) = split(X, y, (0.8, 0.2), rng)
    model, optimizer = TwoLayerNet(X.shape[1], 100, 10, rng), Momentum(0.1)
    for epoch in range(1, 11):
        history = train(model, optimizer, X, y, X_test, y_test, 1, 50, rng)
        print(f"epoch {epoch:2d}: loss {history['loss'][0]:.3f}, accuracy {100 * history['accuracy'][0]:.1f} %")
    print(f"{name}: {len(X):,} images learnt, {100 * history['accuracy'][0]:.1f} % of {len(X_test):,} others right")
    return model, X_test, y_test


# %% demo=true
handwriting()
None  # nothing more to show

# %% [markdown] lang="en"
r"""
When this text was written, 95.5 % of the 2,000 images were right, after 1.4 to 1.6 seconds of computing on one core
(three runs; a busy machine takes longer). This is what your code reads, from bytes on a disk to handwriting. The people
who chose the digits for MNIST wrote in 1998 about networks of this kind with errors of 3 to 5 %, trained on 60,000
images.

One honest remark: the accuracy was printed after each epoch, on the same 2,000 images. As long as nobody chooses by it,
say the number of epochs, it stays what it is; if you start to choose, these images are validation data, and you need
others for the test.
"""

# %% [markdown] lang="ko"
r"""
이 글을 쓸 때는 코어 하나로 1.4–1.6초를 계산해(세 번 쟀고, 컴퓨터가 바쁘면 더 걸립니다) 2,000장 중 95.5 %를 맞혔습니다. 디스크의 바이트에서 손글씨까지, 여러분의 코드가 읽어 낸 것입니다.
MNIST를 만든 사람들은 1998년에 이런 신경망을 60,000장으로 학습시켜 오답률이 3–5 %라고 썼습니다.

한 가지는 분명히 해 둡니다. 에폭마다 같은 2,000장에서 정확도를 출력했습니다. 그것을 보고 에폭의 수 같은 것을 고르지 않는 한 문제가 없습니다. 고르기 시작하면 이 이미지는
검증 데이터가 되고, 테스트에는 다른 이미지가 필요합니다.
"""

# %% [markdown] lang="en"
r"""
## 6. Which ones are wrong?

"95 %" hides a lot. Are all digits equally hard? Which are taken for which? The **confusion matrix** shows it: in row
$i$ and column $j$ stands how many samples of class $i$ were called $j$. Right answers stand on the diagonal.

Five samples, three classes: true are $t = (0, 0, 1, 2, 2)$, predicted $p = (0, 1, 1, 1, 1)$.

$$\begin{pmatrix} 1 & 1 & 0 \\ 0 & 1 & 0 \\ 0 & 2 & 0 \end{pmatrix}$$

Row 2 says: both samples of class 2 were called 1. Each row adds up to the number of samples of its class, the whole
matrix to N. Some books exchange rows and columns; look at the labels of the axes before you read one.

**A trap.** `counts[t, p] += 1` looks right and is wrong. NumPy reads all places, adds 1 and writes them back; a place
that occurs twice is written twice with the same number. Above, it would put 1 instead of 2.
`np.add.at(counts, (t, p), 1)` counts every one, and so does a loop.

**Your turn**, about 3 lines. K is handed in, because the largest class need not occur.
"""

# %% [markdown] lang="ko"
r"""
## 6. 무엇을 틀렸는가

'95 %'라는 수에는 가려진 것이 많습니다. 모든 숫자가 똑같이 어려울까요? 무엇을 무엇으로 잘못 볼까요? **혼동 행렬**(confusion matrix)을 보면 알 수 있습니다. $i$번 행, $j$번
열에 클래스 $i$의 샘플을 $j$라고 한 횟수가 있습니다. 맞힌 것은 대각선에 있습니다.

샘플이 다섯, 클래스가 셋인 예를 보겠습니다. 실제는 $t = (0, 0, 1, 2, 2)$, 예측은 $p = (0, 1, 1, 1, 1)$입니다.

$$\begin{pmatrix} 1 & 1 & 0 \\ 0 & 1 & 0 \\ 0 & 2 & 0 \end{pmatrix}$$

2번 행은 클래스 2의 샘플 두 개를 모두 1이라고 했다는 뜻입니다. 행의 합은 그 클래스의 샘플 수이고, 행렬 전체의 합은 N입니다. 행과 열을 바꾸어 쓰는 책도 있으니, 읽기 전에 축의 이름을
보십시오.

**주의할 점.** `counts[t, p] += 1`은 맞아 보이지만 틀립니다. NumPy는 모든 자리를 읽고, 1을 더하고, 다시 씁니다. 두 번 나온 자리에는 같은 수를 두 번 씁니다. 위의 예에서는 2가
아니라 1이 됩니다. `np.add.at(counts, (t, p), 1)`은 빠짐없이 세고, 반복문도 그렇습니다.

빈칸을 채우십시오. 세 줄 정도면 됩니다. `t`와 `p`는 shape이 (N,)이고 0에서 K − 1까지의 정수이며 바꾸지 않습니다. 결과의 shape은 (K, K)입니다. 가장 큰 클래스가 나오지 않을 수도
있으므로 K를 넘겨받습니다.
"""


# %% exercise="confusion_matrix"
def confusion_matrix(t, p, K):
    """Return how often class i was called j, in row i and column j.

    t : (N,) true labels. p : (N,) predicted labels. Integers from 0 to K - 1; not changed.
    Returns (K, K) counts with the sum N.

    Example: t = [0, 0, 1, 2, 2], p = [0, 1, 1, 1, 1], K = 3 gives [[1, 1, 0], [0, 1, 0], [0, 2, 0]].
    """
    ### BEGIN SOLUTION
    counts = np.zeros((K, K), dtype=int)
    np.add.at(counts, (t, p), 1)
    return counts
    ### END SOLUTION


# %% check="confusion_matrix"
check("confusion_matrix", confusion_matrix)

# %% [markdown] lang="en"
r"""
The next cell draws your matrix for the network of section 5. The diagonal is left grey, since its large numbers would
outshine everything else; the darker a cell beside it, the more often this error was made.

![A 10 by 10 matrix, rows true digits, columns predicted digits. The diagonal holds numbers from 163 to 223. Beside it
most numbers are 0 to 3; the largest are 6 for a 3 called 2 and 5 for a 4 called 9, a 5 called 0 and a 6 called 4, in
the darkest cells.](attachment:confusion.png)

Look for the largest numbers beside the diagonal, and at whether they come in pairs: is a 4 taken for a 9 as often as a
9 for a 4?
"""

# %% [markdown] lang="ko"
r"""
다음 셀은 5절의 신경망에 대한 여러분의 행렬을 그립니다. 대각선은 회색으로 남겨 두었습니다. 수가 커서 다른 것이 보이지 않게 되기 때문입니다. 대각선 밖에서는 색이 짙을수록 자주 나온 오답입니다.

![가로세로 10칸인 행렬. 행은 실제 숫자, 열은 예측한 숫자. 대각선에는 163에서 223까지의 수가 있다. 대각선 밖의 수는 대부분 0에서 3이다. 가장 큰 수는 3을 2라고 한 6이고, 4를 9로, 5를
0으로, 6을 4로 본 5가 그다음이며 이 칸들이 가장 짙다.](attachment:confusion.png)

대각선 밖에서 가장 큰 수를 찾아보십시오. 짝을 이루는지도 보십시오. 4를 9로 보는 일이 9를 4로 보는 일만큼 많습니까?
"""


# %% demo=true figure="confusion"
def plot_confusion():
    """Draw the student's confusion matrix of the trained network."""
    model, X, y = handwriting()
    counts = np.array(confusion_matrix(y, model.predict(X).argmax(axis=1), 10))
    errors = counts * (1 - np.eye(10))
    figure, axis = plt.subplots(figsize=(6.4, 5.4), layout="constrained")
    drawn = axis.imshow(errors, cmap="Oranges")
    for i in range(10):
        axis.fill([i - 0.5, i + 0.5, i + 0.5, i - 0.5], [i - 0.5, i - 0.5, i + 0.5, i + 0.5], color="0.85")
        for j in range(10):
            shade = "white" if errors[i, j] > 0.6 * errors.max() else "black"
            axis.text(j, i, f"{counts[i, j]:.0f}", ha="center", va="center", fontsize=9, color=shade)
    figure.colorbar(drawn, ax=axis, label="errors")
    axis.set(xlabel="predicted", ylabel="true", xticks=range(10), yticks=range(10))
    i, j = np.unravel_index(errors.argmax(), errors.shape)
    print(f"most often: {i} was called {j}, {errors[i, j]:.0f} times; {errors.sum():.0f} errors of {len(y):,}")


plot_confusion()
plt.show()

# %% [markdown] lang="en"
r"""
### A gallery of errors

Numbers do not show why. The next cell draws the errors themselves, those first of which the network was most sure.
Above each stand the true digit, what it was called, and the probability that the network gave to its wrong answer.

![Three rows of six handwritten digits, each called wrong with a high probability, such as "9, called 4". Some are
written carelessly or with an extra speck, others are easily read by a person.](attachment:errors.png)
"""

# %% [markdown] lang="ko"
r"""
### 오답 전시장

수로는 까닭을 알 수 없습니다. 다음 셀은 틀린 이미지를 직접 그립니다. 신경망이 가장 확신했던 것부터 나옵니다. 위에는 실제 숫자와 신경망의 답, 그리고 신경망이 그 오답에 준 확률이 있습니다.

![높은 확률로 잘못 본 손글씨 숫자가 여섯 개씩 세 줄. '9, called 4'처럼 적혀 있다. 흘려 쓰거나 특이하게 쓴 것도 있고, 사람이라면 쉽게 읽을 것도
있다.](attachment:errors.png)
"""


# %% given=true
def find_errors(model, X, y):
    """Return the rows of X that the model gets wrong, the surest first, and the probabilities of all of them, (N, K)."""
    p = softmax(model.predict(X))
    wrong = np.flatnonzero(p.argmax(axis=1) != y)
    return wrong[np.argsort(-p[wrong].max(axis=1))], p


def draw_digit(axis, x, title):
    """Draw an image (D,) of as many rows as columns."""
    side = int(len(x) ** 0.5)
    axis.imshow(x.reshape(side, side), cmap="gray")
    axis.set_title(title, fontsize=9)
    axis.axis("off")


# %% demo=true figure="errors"
def plot_errors():
    """Draw the 18 errors of which the network was most sure."""
    model, X, y = handwriting()
    wrong, p = find_errors(model, X, y)
    figure, axes = plt.subplots(3, 6, figsize=(9, 5), layout="constrained")
    for axis in axes.flat:
        axis.axis("off")
    for axis, n in zip(axes.flat, wrong):
        draw_digit(axis, X[n], f"{y[n]}, called {p[n].argmax()} ({p[n].max():.2f})")
    print(f"{len(wrong)} errors; the network gave more than 0.9 to {np.sum(p[wrong].max(axis=1) > 0.9)} of them")


plot_errors()
plt.show()

# %% [markdown] lang="en"
r"""
### One at a time

Move the slider to look at one error after the other, with all ten probabilities. (`error` counts from 1, the surest;
where there are fewer errors, the last one is shown.) The hatched bar is the true digit. In the three rows above you saw
only the surest ones; now go on to the end.

- How often does the true digit come second? For such an image the network was nearly right.
- At the end of the list the bars are level. What is different about these images?
- Write down the numbers of five errors that you can explain. You will need them for the question below.
"""

# %% [markdown] lang="ko"
r"""
### 하나씩 보기

슬라이더를 움직이면 오답을 하나씩, 확률 열 개와 함께 볼 수 있습니다. (`error`는 가장 확신한 것부터 1번입니다. 오답이 그보다 적으면 마지막 것이 나옵니다.) 빗금 친 막대가 실제 숫자입니다. 위의
세 줄에서는 가장 확신한 것만 보았으니, 이제 끝까지 가 보십시오.

- 실제 숫자가 두 번째인 경우가 얼마나 많습니까? 그런 이미지는 거의 맞힌 것입니다.
- 목록의 끝으로 가면 막대의 높이가 비슷해집니다. 그 이미지들은 무엇이 다릅니까?
- 설명할 수 있는 오답 다섯 개의 번호를 적어 두십시오. 아래의 문제에 필요합니다.
"""


# %% demo=true
def draw_error(error):
    """Draw one error of the network beside the ten probabilities."""
    model, X, y = handwriting()
    wrong, p = find_errors(model, X, y)
    n = wrong[min(error, len(wrong)) - 1]
    figure, (left, right) = plt.subplots(1, 2, figsize=(8, 3), layout="constrained", width_ratios=(1, 2))
    draw_digit(left, X[n], f"true {y[n]}, called {p[n].argmax()}")
    bars = right.bar(range(10), p[n], color="0.8", edgecolor="black")
    bars[y[n]].set_hatch("//")
    right.set(xlabel="digit (hatched: the true one)", ylabel="probability", xticks=range(10), ylim=(0, 1))
    plt.show()


widgets.sliders(draw_error, error=(1, 90, 1, 1))

# %% [markdown] lang="en"
r"""
## 7. Your own network

Now build a network for the small digits, as good as you can. Your function gets training images and labels, chooses
everything itself, trains, and returns a model with `predict`. The check then hides a quarter of the 1,797 digits, calls
your function with the other 1,348, and asks your model for the hidden ones. It does so four times, hiding other images
each time, and adds up: 95 % right earn 3 points, 97 % earn 6.

The labels of the hidden images do not leave the examiner. To look them up in `data.digits()` does not help either,
because each time the check gives the classes new names: what you know as a 3 may be called 7, in the training labels
and in the hidden ones alike. A network that learns does not even notice.

What you can turn, roughly in the order of what it brings:

- **the optimizer and its learning rate**: `SGD`, `Momentum` and `Adam` are imported at the top; the picture in section
  4 shows what momentum gains; too large, and the loss jumps or stays near 2.3;
- **epochs and batch size**: is the loss still falling at the end?
- **hidden units**: 50 are few; more cost time;
- **a falling rate**: some epochs with a large rate, then a few with a tenth of it. Long steps get near quickly, short
  ones settle. Call `train` twice for that.

One call should take about a second at most, since the check calls your function eight times (four times, and once more
to see that it can be repeated). To compare attempts, use the cell below the check: it splits anew for each seed and
trains on four fifths. Single results differ by half a percent or more, so never judge by one.

**Your turn**, about 5 lines. `train` wants validation images too; if you want to learn from all images here, hand in
the first hundred training images for these and ignore the accuracy in the history, which then says nothing.
"""

# %% [markdown] lang="ko"
r"""
## 7. 여러분의 신경망

이제 작은 숫자를 알아보는 신경망을 되도록 좋게 만들어 보십시오. 여러분의 함수는 학습 이미지와 레이블을 받아 나머지를 모두 스스로 정하고, 학습시킨 다음, `predict`가 있는 모델을
반환합니다. 검사는 숫자 1,797개의 사분의 일을 숨기고, 나머지 1,348개로 여러분의 함수를 호출한 뒤, 숨긴 것을 모델에게 묻습니다. 매번 다른 이미지를 숨기면서 네 번 하고 모두 더합니다.
95 %를 맞히면 3점, 97 %를 맞히면 6점입니다.

숨긴 이미지의 레이블은 채점하는 쪽에만 있습니다. `data.digits()`에서 찾아보는 것도 소용이 없습니다. 검사가 매번 클래스의 이름을 바꾸기 때문입니다. 여러분이 3이라고 아는 것이 학습
레이블에서도 숨긴 레이블에서도 7일 수 있습니다. 배우는 신경망은 그런 줄도 모릅니다.

바꾸어 볼 수 있는 것을 대체로 효과가 큰 것부터 적으면 다음과 같습니다.

- **옵티마이저와 학습률**: `SGD`, `Momentum`, `Adam`을 맨 위의 셀에서 가져왔습니다. 모멘텀이 얼마나 나은지는 4절의 그림에 있습니다. 너무 크면 손실이 튀거나 2.3 근처에 머무릅니다.
- **에폭과 배치 크기**: 끝에서도 손실이 아직 줄고 있습니까?
- **은닉 유닛**: 50개는 적습니다. 많으면 시간이 더 걸립니다.
- **학습률 낮추기**: 큰 학습률로 몇 에폭, 이어서 그 십분의 일로 몇 에폭을 학습시킵니다. 긴 걸음으로 빨리 다가가고 짧은 걸음으로 자리를 잡습니다. `train`을 두 번
  호출하면 됩니다.

검사가 여러분의 함수를 여덟 번(네 번, 그리고 되풀이할 수 있는지 보려고 한 번 더) 호출하므로, 한 번에 길어도 1초쯤이어야 합니다. 여러 시도를 비교할 때는 검사 아래의 셀을 쓰십시오.
시드마다 새로 나누어 오분의 사로 학습시킵니다. 결과 하나하나는 0.5 %p 넘게 달라지기도 하니, 하나만 보고 판단하지 마십시오.

빈칸을 채우십시오. 다섯 줄 정도면 됩니다. `X`는 shape이 (N, 64)이고 값은 0에서 1까지, `y`는 (N,)이고 0에서 9까지의 정수입니다. 둘 다 바꾸지 않습니다. `rng`는 난수 생성기입니다.
모델의 `predict(x)`는 (V, 64)를 받아 점수 (V, 10)을 반환해야 합니다. `train`에는 검증 이미지도 필요합니다. 여기서 모든 이미지로 배우고 싶으면 학습 이미지의 처음 백 장을 대신 넘기고,
history의 정확도는 아무 뜻이 없으므로 무시하십시오.
"""


# %% exercise="build_model"
def build_model(X, y, rng):
    """Build and train a network for handwritten digits.

    X : (N, 64) images, from 0 to 1. y : (N,) labels, integers from 0 to 9. Neither is changed.
    rng : np.random.Generator, for the weights and the order of the batches.
    Returns a trained model: an object with predict(x), which takes images (V, 64) and returns scores (V, 10).

    Example: build_model(X, y, np.random.default_rng(0)).predict(X[:3]) has the shape (3, 10).
    """
    ### BEGIN SOLUTION
    model = TwoLayerNet(64, 200, 10, rng)
    for lr, epochs in ((0.2, 8), (0.02, 3)):
        train(model, Momentum(lr), X, y, X[:100], y[:100], epochs, 32, rng)
    return model
    ### END SOLUTION


# %% check="build_model"
check("build_model", build_model)


# %% demo=true
def try_it(seeds=5):
    """Train the student's network on several splits of the digits; print its accuracy on the other fifth."""
    shares = []
    for seed in range(seeds):
        rng = np.random.default_rng(seed)
        (X, y), (X_val, y_val) = split(*data.digits(), (0.8, 0.2), rng)
        shares.append(100 * accuracy(build_model(X, y, rng), X_val, y_val))
        print(f"seed {seed}: {shares[-1]:.1f} % of {len(X_val)} others right")
    print(f"mean {np.mean(shares):.1f} %")


try_it()

# %% [markdown] lang="en"
r"""
A network with 200 hidden units and momentum got 98.3 % right on average over these five splits when this text was
written, from 97.8 to 99.2 %. Of the 360 images in one such test, one image is 0.28 %, and a difference of two or three
images is chance. That is why the check asks about 1,796 images instead of 360.
"""

# %% [markdown] lang="ko"
r"""
이 글을 쓸 때는 은닉 유닛이 200개인 신경망에 모멘텀을 써서 다섯 번 나눈 평균이 98.3 %, 하나하나는 97.8 %에서 99.2 %까지 나왔습니다. 시험 이미지가 360장이면 한 장이 0.28 %이므로, 두세
장의 차이는 우연입니다. 검사에서 360장이 아니라 1,796장을 묻는 까닭이 이것입니다.
"""

# %% [markdown] lang="en"
r"""
## 8. A question to answer in words

Choose five errors of the network of section 5, from the gallery or with the slider. (Without MNIST: from the errors
with the small digits.)

Write five to twelve sentences in the cell below. It is graded by a person, 3 points.

1. For each of the five: what is the true digit, what was it called, how sure was the network, and what in the image may
   have led to the error?
2. The network gets an image as a row of 784 (or 64) numbers. Would it notice if all pixels were put into another order,
   the same one for every image? What does that mean for a digit that is written a little further to the left?
3. Propose one change, of the data or the network, that might mend some of the five errors, and say how you would find
   out whether it really helps.
"""

# %% [markdown] lang="ko"
r"""
## 8. 글로 답하는 문제

5절의 신경망이 틀린 이미지 다섯 개를 전시장이나 슬라이더에서 고르십시오. (MNIST가 없으면 작은 숫자의 오답에서 고르십시오.)

아래 셀에 다섯 문장에서 열두 문장 정도로 답하십시오. 사람이 채점하며 3점입니다.

1. 다섯 개 각각에 대해, 실제 숫자는 무엇이고 무엇으로 보았으며 얼마나 확신했습니까? 이미지의 어떤 점 때문에 틀린 것 같습니까?
2. 신경망은 이미지를 784개(또는 64개)의 수로 된 한 행으로 받습니다. 모든 이미지에서 픽셀을 똑같은 다른 순서로 바꾸어 놓으면 신경망이 알아차릴까요? 그렇다면 조금 왼쪽에 쓴 숫자는
   신경망에게 어떤 것일까요?
3. 다섯 개의 오답 중 몇 개를 고칠 수 있을 만한 변화를 데이터나 신경망에서 하나 제안하고, 정말 도움이 되는지 어떻게 알아볼지 쓰십시오.
"""

# %% [markdown] answer="errors" points=3 lang="en"
r"""
**Model answer.**

1. (An example of one; five are wanted.) A 9 was called 4 with 0.99. Its loop is open at the top, so that the strokes
   are those of a 4; I would have hesitated too. Other common causes: a 7 with a bar across looks like a 2 or a 3, a 5
   whose upper stroke is missing like a 3 or a 6, a slanted 1 like a 7, a thick digit whose hole is filled in, a digit
   that is cut off or lies far from the middle. Some images are easy for a person; then the way of writing is rare in
   the training images.
2. It would not notice: each hidden unit has a weight for each pixel, and if the pixels change places, the weights only
   have to change places too. So the network does not know which pixels are neighbours. A digit one pixel further left
   puts its ink on other inputs, and for the network it is another pattern, which it must learn by itself.
3. For example: also learn copies of the training images that are shifted by one pixel or turned a little, or use a
   network that knows about neighbourhood, a convolutional one. To find out: train with and without the change, several
   seeds each, and compare the accuracy on validation images that nobody learns, not only on these five; use the test
   images once at the end.

**Rubric**, 1 point each.

- Five errors with true digit, answer and confidence, and for each a reason that can be seen in the image. Half a point
  for three or four, or for five without reasons.
- It does not notice, with the reason (a weight for each pixel, no neighbourhood), and a shifted digit is another
  pattern. Half a point for one of the two.
- A change that fits an error named above (half a point), and a comparison on images that were not learnt, beyond the
  five (half a point). "Train longer" alone, without a look at whether the loss still falls, earns nothing for the first
  half.
"""

# %% [markdown] answer="errors" points=3 lang="ko"
r"""
**모범 답안.**

1. (다섯 개 중 하나의 예입니다.) 9를 0.99의 확률로 4라고 했습니다. 동그라미의 위쪽이 열려 있어서 획이 4와 같습니다. 사람이 보아도 망설일 만합니다. 그 밖에 흔한 원인은 이렇습니다. 가로줄을
   그은 7은 2나 3처럼 보이고, 위쪽 획이 없는 5는 3이나 6처럼, 기울어진 1은 7처럼 보입니다. 굵게 써서 구멍이 메워진 숫자, 잘린 숫자, 가운데에서 멀리 벗어난 숫자도 있습니다. 사람에게는
   쉬운 이미지도 있는데, 그럴 때는 학습 이미지에 그런 글씨가 드문 것입니다.
2. 알아차리지 못합니다. 은닉 유닛마다 픽셀마다 가중치가 하나씩 있으므로, 픽셀의 자리가 바뀌면 가중치의 자리만 바뀌면 됩니다. 즉 신경망은 어느 픽셀이 서로 이웃인지 모릅니다. 한 픽셀 왼쪽에
   쓴 숫자는 다른 입력에 값이 들어가므로 신경망에게는 다른 무늬이고, 따로 배워야 합니다.
3. 예를 들어 학습 이미지를 한 픽셀 옮기거나 조금 돌린 복사본도 함께 배우게 하거나, 이웃을 아는 신경망, 곧 합성곱 신경망을 씁니다. 확인하려면 변화가 있을 때와 없을 때를 시드 여러 개로
   학습시키고, 이 다섯 장만이 아니라 아무도 배우지 않은 검증 이미지에서 정확도를 비교합니다. 테스트 이미지는 마지막에 한 번만 씁니다.

**채점 기준**, 각 1점.

- 오답 다섯 개의 실제 숫자, 답, 확신한 정도와, 이미지에서 볼 수 있는 까닭을 하나씩 쓴 것. 서너 개이거나, 다섯 개라도 까닭이 없으면 0.5점.
- 알아차리지 못한다는 것과 그 까닭(픽셀마다 가중치가 하나, 이웃을 모름), 그리고 옮겨 쓴 숫자는 다른 무늬라는 것. 둘 중 하나만 있으면 0.5점.
- 위에서 말한 오답에 맞는 변화(0.5점)와, 다섯 장을 넘어 배우지 않은 이미지에서 비교하는 것(0.5점). 손실이 아직 줄고 있는지 보지 않고 '더 오래 학습시킨다'고만 하면 앞의 0.5점은
  없습니다.
"""

# %% demo=true
unit.score()

# %% [markdown] lang="en"
r"""
## What to read next

- Koki Saitoh, *Deep Learning from Scratch*, chapter 5: the same network and the same data, layer by layer.
- Yann LeCun, Léon Bottou, Yoshua Bengio, Patrick Haffner, "Gradient-Based Learning Applied to Document Recognition"
  (Proceedings of the IEEE, 1998): the article from which MNIST comes. Section III compares many methods, and its
  figures show which digits remain wrong.
- Michael Nielsen, *Neural Networks and Deep Learning* (2015, free online), chapter 1: a network for MNIST in 74 lines.
- Andrej Karpathy, "A Recipe for Training Neural Networks" (2019, on his blog): how to look for mistakes that raise no
  error.
- Trevor Hastie, Robert Tibshirani, Jerome Friedman, *The Elements of Statistical Learning* (Springer, 2nd edition,
  2009), sections 7.2 and 7.10: why data are set aside, and how to use few of them well.

In unit u09 you look into the network: why weights must start neither too small nor too large, and how deeper networks
can be trained.
"""

# %% [markdown] lang="ko"
r"""
## 더 읽을거리

- 사이토 고키, 『밑바닥부터 시작하는 딥러닝』, 5장. 같은 신경망과 같은 데이터를 계층별로 다룹니다.
- Yann LeCun, Léon Bottou, Yoshua Bengio, Patrick Haffner, "Gradient-Based Learning Applied to Document Recognition"
  (Proceedings of the IEEE, 1998). MNIST가 나온 논문입니다. 3절에서 여러 방법을 비교하고, 끝까지 틀리는 숫자들을 그림으로 보여 줍니다.
- Michael Nielsen, *Neural Networks and Deep Learning* (2015, 온라인 무료), 1장. MNIST를 읽는 신경망을 74줄로 만듭니다.
- Andrej Karpathy, "A Recipe for Training Neural Networks" (2019, 블로그). 오류가 나지 않는 실수를 찾는 방법입니다.
- Trevor Hastie, Robert Tibshirani, Jerome Friedman, *The Elements of Statistical Learning* (Springer, 2판, 2009), 7.2절과
  7.10절. 데이터를 왜 떼어 두는지, 적은 데이터를 어떻게 잘 쓰는지 설명합니다.

u09에서는 신경망의 안을 들여다봅니다. 가중치가 왜 너무 작아도 너무 커도 안 되는지, 더 깊은 신경망을 어떻게 학습시키는지 배웁니다.
"""
