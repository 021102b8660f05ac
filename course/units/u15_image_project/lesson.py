# %% [markdown] lang="en"
r"""
# Project: image classification and its shortcuts

In this project you train a convolutional network that gets every validation image right, and find out that it has
learnt the wrong thing. Then you collect the evidence, mend the network, and measure again.

The trouble is an everyday one. Photos of cows are mostly taken on grass, so a network may learn "green below" instead
of "cow", and nobody notices until a cow stands on a beach. Such a rule, which works on the data at hand and has nothing
to do with the question, is called a **shortcut**.

After this project you will be able to

- write a training loop that changes the images at random while the network learns,
- test whether a network uses a shortcut, with images made for that purpose,
- compute which pixels the score of a class depends on (a saliency map),
- take a shortcut away by augmentation, and say what that assumes.

You need a convolutional network (unit u13) and an optimizer (unit u05); both are given here. Plan about 85 minutes.
"""

# %% [markdown] lang="ko"
r"""
# 프로젝트: 이미지 분류와 지름길

이 프로젝트에서는 검증 이미지를 모두 맞히는 합성곱 신경망을 학습시키고, 그 신경망이 엉뚱한 것을 배웠다는 사실을 알아냅니다. 그런 다음
증거를 모으고, 신경망을 고치고, 다시 잽니다.

흔히 있는 일입니다. 소는 대개 풀밭에서 사진에 찍히므로, 신경망은 '소' 대신 '아래쪽이 초록색'을 배울 수 있습니다. 소가 바닷가에 서
있는 사진이 나오기 전까지는 아무도 알아차리지 못합니다. 이렇게 가진 데이터에서는 통하지만 물음과는 상관없는 규칙을 **지름길**(shortcut)이라고
합니다.

이 프로젝트를 마치면 다음을 할 수 있습니다.

- 학습하는 동안 이미지를 무작위로 바꾸는 학습 반복문을 만듭니다.
- 신경망이 지름길을 쓰는지, 일부러 만든 이미지로 시험합니다.
- 클래스의 점수가 어느 픽셀에 달려 있는지(현저성 지도) 계산합니다.
- 데이터 증강으로 지름길을 없애고, 그때 무엇을 가정하는지 말합니다.

합성곱 신경망(u13)과 옵티마이저(u05)가 필요하며 둘 다 여기에 주어져 있습니다. 85분 정도 걸립니다.
"""

# %% setup=true
from functools import cache

import matplotlib.pyplot as plt
import numpy as np
from nnlab import Unit, data, plots, widgets
from nnlab.shapes import COLOUR_NAMES, COLOURS, SHAPES, draw_shape
from nnref.activations import softmax
from nnref.cnn import SimpleConvNet
from nnref.evaluation import accuracy
from nnref.optimizers import Adam

unit = Unit("u15_image_project", lang="en")
check = unit.check

# %% [markdown] lang="en"
r"""
## 1. Six shapes and a dial

The images are drawn by the computer, so that we know everything about them. Each shows one of six shapes: circle, ring,
square, cross, triangle, star; these are the classes 0 to 5. And each shape is painted in one of six colours: orange,
lime, green, blue, violet, pink.

`data.shapes(n, rng, shortcut)` returns `X` of the shape (n, 3, 32, 32), float32 from 0 to 1, the channels red, green
and blue, and the labels `y` (n,). The third argument is a dial for the shortcut:

- `shortcut=1`: every circle is orange, every ring lime, and so on. Whoever knows the colour knows the class.
- `shortcut=0`: every shape comes in every colour. The colour tells nothing.
- `shortcut=0.9`: nine of ten shapes get the colour of their class, the others a random one.

The label is always the shape. The colours have a property that will be useful: each consists of the three numbers 1,
0.5 and 0, one for each channel, and the six colours are the six orders of these numbers. Orange is (1, 0.5, 0), blue is
(0, 0.5, 1).

![Two rows of eight small images on dark noisy backgrounds, each with the name of its shape. Above, with the dial at 1,
equal shapes have equal colours; below, with the dial at 0, any shape has any colour.](attachment:images.png)
"""

# %% [markdown] lang="ko"
r"""
## 1. 도형 여섯 개와 조절 손잡이

이미지는 컴퓨터가 그린 것이라 우리가 모든 것을 알고 있습니다. 이미지마다 원, 고리, 정사각형, 십자, 삼각형, 별 가운데 하나가 있고, 이것이 차례로
클래스 0부터 5까지입니다. 도형의 색은 주황, 연두, 초록, 파랑, 보라, 분홍 여섯 가지입니다.

`data.shapes(n, rng, shortcut)`은 shape이 (n, 3, 32, 32)인 `X`와 레이블 `y` (n,)을 반환합니다. `X`는 0에서 1까지의 float32이고 채널은 빨강,
초록, 파랑입니다. 셋째 인수로 지름길의 세기를 정합니다.

- `shortcut=1`: 원은 모두 주황, 고리는 모두 연두, 이런 식입니다. 색을 알면 클래스를 압니다.
- `shortcut=0`: 어떤 도형이든 어떤 색이나 될 수 있습니다. 색은 아무것도 알려 주지 않습니다.
- `shortcut=0.9`: 열에 아홉은 제 클래스의 색이고, 나머지는 무작위 색입니다.

레이블은 늘 도형입니다. 색에는 나중에 쓸모 있는 성질이 하나 있습니다. 모든 색이 세 수 1, 0.5, 0을 채널마다 하나씩 가지고 있고, 여섯 색은 이
세 수의 여섯 가지 순서입니다. 주황은 (1, 0.5, 0), 파랑은 (0, 0.5, 1)입니다.

![어둡고 잡음이 있는 바탕의 작은 이미지가 여덟 개씩 두 줄, 위에 도형의 이름이 있다. 손잡이가 1인 윗줄에서는 같은 도형이면 색도 같고, 0인
아랫줄에서는 도형마다 색이 제각각이다.](attachment:images.png)
"""


# %% given=true
def show_image(axis, x, title=""):
    """Draw an image (3, H, W) of numbers from 0 to 1, without axes."""
    axis.imshow(np.asarray(x).transpose(1, 2, 0))
    axis.set_title(title, fontsize=9)
    axis.axis("off")


# %% demo=true figure="images"
def plot_images():
    """Draw images with the dial at 1 and at 0."""
    figure, axes = plt.subplots(2, 8, figsize=(10, 3.2), layout="constrained")
    for row, shortcut in zip(axes, (1.0, 0.0)):
        X, y = data.shapes(8, np.random.default_rng(9), shortcut)
        for axis, x, t in zip(row, X, y):
            show_image(axis, x, SHAPES[t])
        row[0].axis("on")
        row[0].set(ylabel=f"dial at {shortcut:g}", xticks=[], yticks=[])


plot_images()
plt.show()

# %% [markdown] lang="en"
r"""
## 2. A training loop that changes images

The loop is the one of unit u08: in each epoch draw a new order of the images, and for each batch call `loss`,
`backward` and `optimizer.update`. One thing is new, the argument `change`. It is a function that gets a batch of images
and the generator and returns other images of the same shape: `x = change(X[batch], rng)`. You will write such a
function in section 5. Without one, `change` is `None`, and the batch is learnt as it is.

Three things are easy to get wrong.

1. **Change each batch anew.** Four epochs with a new change each time show the network four versions of an image;
   changed once before the first epoch, they show the same version four times. And the changed images must not find
   their way back into `X`, where the changes would pile up.
2. **Leave the validation images alone.** They stand for the images that the network will meet in its work. Those are
   not changed either.
3. **Take everything random from `rng`.** Whoever calls with the same seed then gets the same order, the same changes
   and the same network. Without that, nobody can tell whether a better result comes from a better idea or from luck.

`accuracy(model, X_val, y_val)` is imported: the share of right answers, as in unit u08.

**How the check looks inside.** It hands in a stand-in for the model, which learns nothing but writes down what it was
asked to learn. Each image holds its own number, and the stand-in for `change` adds a random mark to each image. So the
check can read which image came when, and how often it was changed.

**Your turn**, about 12 lines.
"""

# %% [markdown] lang="ko"
r"""
## 2. 이미지를 바꾸는 학습 반복문

반복문은 u08의 것과 같습니다. 에폭마다 이미지의 순서를 새로 뽑고, 배치마다 `loss`, `backward`, `optimizer.update`를 호출합니다. 새로운 것은 인수
`change` 하나입니다. 이미지의 배치와 난수 생성기를 받아 shape이 같은 다른 이미지를 반환하는 함수이고, `x = change(X[batch], rng)`처럼 씁니다. 이런
함수를 5절에서 만듭니다. 없으면 `change`는 `None`이고, 배치를 그대로 학습합니다.

틀리기 쉬운 것이 세 가지 있습니다.

1. **배치마다 새로 바꿉니다.** 매번 새로 바꾸면 신경망은 에폭 네 번에 한 이미지의 네 가지 모습을 봅니다. 첫 에폭 전에 한 번만 바꾸면 똑같은 모습을 네 번
   봅니다. 바꾼 이미지를 `X`에 다시 넣어서도 안 됩니다. 변화가 쌓이기 때문입니다.
2. **검증 이미지는 그대로 둡니다.** 검증 이미지는 신경망이 실제로 만날 이미지를 대신합니다. 그 이미지도 아무도 바꾸지 않습니다.
3. **무작위인 것은 모두 `rng`에서 뽑습니다.** 그러면 같은 시드로 호출했을 때 순서도, 변화도, 신경망도 같습니다. 그렇지 않으면 결과가 좋아진 것이 생각이
   좋아서인지 운이 좋아서인지 알 수 없습니다.

`accuracy(model, X_val, y_val)`는 맨 위의 셀에서 가져왔습니다. u08에서처럼 맞힌 비율입니다.

**검사가 안을 들여다보는 방법.** 검사는 모델의 대역을 넘겨줍니다. 대역은 아무것도 배우지 않고, 무엇을 배우라고 했는지 적어 둘 뿐입니다. 이미지마다 제
번호가 들어 있고, `change`의 대역은 이미지마다 무작위 표시를 더합니다. 그래서 어느 이미지가 언제 왔고 몇 번 바뀌었는지 읽을 수 있습니다.

빈칸을 채우십시오. 열두 줄 정도입니다. `X` (N, C, H, W)와 `y` (N,)가 학습 데이터이고, `X_val`과 `y_val`은 정확도를 잴 때만 씁니다. 넷 다 바꾸지 않습니다.
`size`는 배치의 크기이고, N이 나누어떨어지지 않으면 에폭의 마지막 배치가 더 작습니다. 결과는 `"loss"`와 `"accuracy"`에 에폭마다 수가 하나씩 든
딕셔너리입니다. 각각 그 에폭의 배치 손실의 평균, 에폭이 끝났을 때 `X_val`에서 잰 정확도입니다.
"""


# %% exercise="train"
def train(model, optimizer, X, y, X_val, y_val, epochs, size, rng, change=None):
    """Train a model in batches of changed images; return what happened in each epoch.

    model : an object with loss(x, t), which returns a number, backward(), predict(x), and the lists params and grads.
    optimizer : an object with update(params, grads), to be called once for each batch.
    X (N, C, H, W), y (N,) : the training images and labels. X_val, y_val : for the accuracy only. None is changed.
    epochs, size : integers >= 1, how often to go through all images and how many are in a batch; where size does not
        divide N, the last batch of an epoch is smaller.
    rng : np.random.Generator, from which a new order comes in each epoch; it is also handed to change.
    change : a function of a batch x (n, C, H, W) and rng that returns what is learnt in its place; None: x itself.
    Returns {"loss": [...], "accuracy": [...]}, a number for each epoch: the mean of the losses of its batches, and the
    accuracy on X_val, y_val at its end.

    Example: N = 11 and size = 4 make three batches in each epoch, of 4, 4 and 3 images; change is called three times.
    """
    ### BEGIN SOLUTION
    history = {"loss": [], "accuracy": []}
    for _ in range(epochs):
        order = rng.permutation(len(X))
        losses = []
        for start in range(0, len(X), size):
            batch = order[start : start + size]
            x = X[batch] if change is None else change(X[batch], rng)
            losses.append(model.loss(x, y[batch]))
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
### Two networks

The network is `SimpleConvNet` of unit u13: a convolution, ReLU, max pooling, and two affine layers. Here it has 16
filters of 5×5 pixels with stride 2. The next cell defines how it is trained: 400 images, 10 epochs, batches of 20, with
300 validation images *drawn with the same dial*. The cell after it trains two such networks with your `train`, one on
images without the shortcut and one on images with it.

![The validation accuracy over ten epochs. With the shortcut it is near 1 from the first epoch on; without it, it climbs
from 0.48 to 0.97.](attachment:first.png)
"""

# %% [markdown] lang="ko"
r"""
### 신경망 두 개

신경망은 u13의 `SimpleConvNet`입니다. 합성곱, ReLU, 최대 풀링, 아핀 계층 둘로 되어 있고, 여기서는 5×5픽셀 필터가 16개, 스트라이드가 2입니다. 다음 셀은 어떻게
학습시킬지 정합니다. 이미지 400장, 10 에폭, 배치 크기 20이고, 검증 이미지 300장도 *같은 손잡이 값으로* 그립니다. 그다음 셀은 여러분의 `train`으로
신경망 두 개를 학습시킵니다. 하나는 지름길이 없는 이미지, 하나는 지름길이 있는 이미지로 배웁니다.

![10 에폭 동안의 검증 정확도. 지름길이 있으면 첫 에폭부터 1에 가깝고, 없으면 0.48에서 0.97까지 천천히
올라간다.](attachment:first.png)
"""


# %% given=true
def new_network(rng):
    """Return an untrained network for these images, with weights drawn from rng."""
    return SimpleConvNet((3, 32, 32), 6, rng, filters=16, size=5, stride=2, pad=2)


@cache
def learn(shortcut, change=None):
    """Train a network on 400 images with this dial, once for each dial and change; return it and its history.

    To train anew, run this cell again.
    """
    rng = np.random.default_rng(0)
    X, y = data.shapes(400, rng, shortcut)
    X_val, y_val = data.shapes(300, rng, shortcut)
    net = new_network(rng)
    return net, train(net, Adam(0.003), X, y, X_val, y_val, 10, 20, rng, change)


@cache
def test_images():
    """Return 1,000 images without the shortcut, which no network here learns, and their labels."""
    return data.shapes(1000, np.random.default_rng(1), 0.0)


# %% demo=true figure="first"
def plot_first():
    """Train a network without and one with the shortcut; draw their validation accuracy."""
    shares = {}
    for name, shortcut in (("without the shortcut", 0.0), ("with the shortcut", 1.0)):
        shares[name] = learn(shortcut)[1]["accuracy"]
        print(f"{name}: {100 * shares[name][-1]:.1f} % of the validation images right")
    figure, axis = plt.subplots(figsize=(6.5, 3.4), layout="constrained")
    plots.curves(axis, np.arange(1, 11), shares, "epoch", "validation accuracy", markers=True)
    axis.set_ylim(0, 1.05)


plot_first()
plt.show()

# %% [markdown] lang="en"
r"""
After ten epochs the network without the shortcut gets 97.3 % of its validation images right, the network with it
100.0 %. (On another machine such numbers may differ by a percent, since sums are rounded in another order.)

By this picture the second network is the better one, and it learnt faster. If this were your data, you would be done.
"""

# %% [markdown] lang="ko"
r"""
10 에폭 뒤에 지름길이 없는 신경망은 검증 이미지의 97.3 %, 지름길이 있는 신경망은 100.0 %를 맞힙니다. (컴퓨터가 다르면 더하는 순서에 따라 반올림이 달라져 이런 수가 1 %p쯤 다를
수 있습니다.)

이 그림만 보면 둘째 신경망이 더 좋고, 더 빨리 배웠습니다. 이것이 여러분의 데이터였다면 일이 끝났을 것입니다.
"""

# %% [markdown] lang="en"
r"""
## 3. The first piece of evidence: change one thing

The validation images could not show the shortcut, because they have it too. To find out what a network goes by, make
images that differ in *one* thing only, and see what the answer follows.

The next cell paints every shape in every colour, 36 images that are otherwise the same, and asks the network that
learnt with the shortcut. The row is the shape, the column the colour; below each image stands the answer. On the
diagonal shape and colour agree.

![A table of 36 images, six shapes in rows and six colours in columns, each with the answer of the network below it. In
each column all answers are the same: orange shapes are called circle, lime ones ring, green ones square, blue
ones cross, violet ones triangle, pink ones star. Right answers have a frame and stand on the
diagonal.](attachment:recoloured.png)
"""

# %% [markdown] lang="ko"
r"""
## 3. 첫째 증거: 한 가지만 바꾸기

검증 이미지로는 지름길을 알아낼 수 없었습니다. 검증 이미지에도 지름길이 있기 때문입니다. 신경망이 무엇을 보고 답하는지 알려면 *한 가지*만 다른 이미지를
만들어, 답이 무엇을 따라가는지 봅니다.

다음 셀은 모든 도형을 모든 색으로 칠합니다. 그 밖에는 똑같은 이미지 36장을, 지름길로 배운 신경망에게 묻습니다. 행은 도형, 열은 색이고, 이미지
아래에 답이 있습니다. 대각선에서는 도형과 색이 맞습니다.

![이미지 36장의 표. 행은 도형 여섯, 열은 색 여섯이고 이미지마다 아래에 신경망의 답이 있다. 열마다 답이 모두 같다. 주황은 circle, 연두는
ring, 초록은 square, 파랑은 cross, 보라는 triangle, 분홍은 star라고 한다. 맞힌 것에는 테두리가 있고 대각선에
있다.](attachment:recoloured.png)
"""


# %% given=true
def portrait(shape, colour, radius=10.5):
    """Return one image (3, 32, 32) without noise: class `shape` in the colour of class `colour`, in the middle."""
    image = np.full((3, 32, 32), 0.15, dtype=np.float32)
    draw_shape(image, SHAPES[shape], 16, 16, radius, 0.1 + 0.75 * COLOURS[colour])
    return image


# %% demo=true figure="recoloured"
def plot_recoloured():
    """Ask the network with the shortcut about every shape in every colour, and about the test images."""
    model, _ = learn(1.0)
    figure, axes = plt.subplots(6, 6, figsize=(7, 8), layout="constrained")
    for shape in range(6):
        for colour in range(6):
            axis, x = axes[shape, colour], portrait(shape, colour)
            answer = model.predict(x[None])[0].argmax()
            axis.imshow(x.transpose(1, 2, 0))
            axis.set(xticks=[], yticks=[], xlabel=SHAPES[answer])
            axis.spines[:].set_visible(False)
            if answer == shape:
                axis.spines[:].set(visible=True, linewidth=4, color="black")
    for k in range(6):
        axes[0, k].set_title(COLOUR_NAMES[k])
        axes[k, 0].set_ylabel(SHAPES[k])
    X, y = test_images()
    print(f"with the shortcut:    {100 * accuracy(model, X, y):.1f} % of {len(y)} test images right")
    print(f"without the shortcut: {100 * accuracy(learn(0.0)[0], X, y):.1f} %")


plot_recoloured()
plt.show()

# %% [markdown] lang="en"
r"""
In each column all six answers are the same: the answer is the class of the colour, whatever the shape. Six of 36
images are right, those where colour and shape agree. On 1,000 test images drawn with the dial at 0 the network gets
16.3 % right. Whoever guesses gets 16.7 %. The network without the shortcut, which looked worse in section 2, gets
97.0 %.

Nobody has made a programming mistake here, and the network has not failed to learn. It has found the easiest rule that
explains its training images, as it should, and colour is easier than shape: it is there in every pixel, and a shape has
to be put together from many.
"""

# %% [markdown] lang="ko"
r"""
열마다 답 여섯 개가 모두 같습니다. 도형이 무엇이든 답은 색의 클래스입니다. 36장 중 맞힌 것은 색과 도형이 맞는 여섯 장뿐입니다. 손잡이를 0으로 두고 그린 테스트 이미지 1,000장에서는
16.3 %를 맞힙니다. 아무렇게나 찍어도 16.7 %입니다. 2절에서 더 못해 보이던, 지름길이 없는 신경망은 97.0 %를 맞힙니다.

누가 프로그램을 잘못 짠 것도 아니고, 신경망이 배우지 못한 것도 아닙니다. 신경망은 제 할 일을 했습니다. 학습 이미지를 설명하는 가장 쉬운 규칙을 찾았고,
색이 도형보다 쉬웠습니다. 색은 픽셀 하나하나에 있지만 도형은 픽셀 여러 개를 맞추어 보아야 하기 때문입니다.
"""

# %% [markdown] lang="en"
r"""
## 4. The second piece of evidence: which pixels matter

With drawn images one can change one thing at a time. With photos of cows one cannot, and needs another way to look
inside.

**The idea.** Make one pixel a little brighter. How much does the score of class $k$ change? If hardly at all, the
network does not look there. That is a derivative, and backpropagation gives it for all pixels at once:

$$\frac{\partial\, \mathrm{score}_k}{\partial x_{c,i,j}}$$

A pixel has three channels, so three such numbers. The **saliency map** keeps the largest, without its sign, since a
pixel that lowers the score counts as much as one that raises it:

$$S_{ij} = \max_c \left| \frac{\partial\, \mathrm{score}_k}{\partial x_{c,i,j}} \right|$$

If the three derivatives at a pixel are 0.2, −0.7 and 0.1, then $S_{ij} = 0.7$. Mind the order: first the absolute
value, then the maximum. The other way round it would be 0.2.

**How to get it.** In training, `backward` starts from the loss. Here it starts from a score. The derivative of score
$k$ by the scores is 1 at place $k$ and 0 elsewhere, so:

1. run the images forward, `scores = model.predict(x)`; the layers then remember what they need;
2. make `dout` in the shape of the scores, zeros with a 1 in row $n$ and column `k[n]`;
3. hand it backwards through `model.layers`, the last layer first: `dout = layer.backward(dout)`.

What arrives at the end has the shape of `x`. Take the score, not the loss: the loss mixes in all other classes, and
where the network is sure its gradient is nearly 0 everywhere. No image depends on the others in its batch, so one
backward pass is enough for all of them.

**Your turn**, about 6 lines.
"""

# %% [markdown] lang="ko"
r"""
## 4. 둘째 증거: 어느 픽셀이 중요한가

컴퓨터로 그린 이미지에서는 한 가지씩 바꾸어 볼 수 있습니다. 소 사진에서는 그럴 수 없으니 안을 들여다볼 다른 방법이 필요합니다.

**생각.** 픽셀 하나를 조금 밝게 합니다. 클래스 $k$의 점수가 얼마나 달라집니까? 거의 그대로이면 신경망은 그곳을 보지 않는 것입니다. 이것은 미분값이고,
역전파로 모든 픽셀의 값을 한 번에 구할 수 있습니다.

$$\frac{\partial\, \mathrm{score}_k}{\partial x_{c,i,j}}$$

픽셀에는 채널이 셋 있으므로 이런 수도 셋입니다. **현저성 지도**(saliency map)에는 부호를 뗀 가장 큰 값을 남깁니다. 점수를 낮추는 픽셀도 높이는 픽셀만큼
중요하기 때문입니다.

$$S_{ij} = \max_c \left| \frac{\partial\, \mathrm{score}_k}{\partial x_{c,i,j}} \right|$$

한 픽셀에서 세 미분값이 0.2, −0.7, 0.1이면 $S_{ij} = 0.7$입니다. 순서에 주의하십시오. 절댓값이 먼저이고 최댓값이 나중입니다. 거꾸로 하면 0.2가 됩니다.

**구하는 방법.** 학습할 때 `backward`는 손실에서 출발합니다. 여기서는 점수에서 출발합니다. 점수 $k$를 점수들로 미분하면 $k$번 자리는 1이고 나머지는
0이므로 다음과 같이 합니다.

1. 이미지를 앞으로 보냅니다. `scores = model.predict(x)`. 층들이 필요한 것을 기억합니다.
2. 점수와 shape이 같은 `dout`을 만듭니다. $n$번 행의 `k[n]`번 열은 1이고 나머지는 0입니다.
3. `model.layers`를 마지막 층부터 거꾸로 지나갑니다. `dout = layer.backward(dout)`.

끝에 나오는 것은 shape이 `x`와 같습니다. 손실이 아니라 점수에서 출발해야 합니다. 손실에는 다른 클래스가 모두 섞이고, 신경망이 확신하는 이미지에서는 손실의
그래디언트가 어디서나 거의 0입니다. 이미지는 배치의 다른 이미지에 영향을 받지 않으므로, 한 번만 거꾸로 지나가면 모든 이미지의 지도가 나옵니다.

빈칸을 채우십시오. 여섯 줄 정도입니다. `model`에는 `predict(x)`와 리스트 `layers`가 있고, 층마다 `forward(x)`와 `backward(dout)`이 있습니다. `x`는 shape이 (N, C, H,
W)인 실수 배열이고, `k`는 (N,)인 정수 배열로 이미지마다 물어볼 클래스입니다. 둘 다 바꾸지 않습니다. 결과의 shape은 (N, H, W)이고 값은 0 이상입니다.
"""


# %% exercise="saliency"
def saliency(model, x, k):
    """Return how strongly the score of a class depends on each pixel.

    model : an object with predict(x), which returns scores (N, K), and the list layers; each layer has forward(x) and
        backward(dout), which returns the gradient of its input and needs a forward pass before it.
    x : (N, C, H, W), floats. k : (N,) integers, the class that is asked about for each image. Neither is changed.
    Returns (N, H, W): at each pixel the largest absolute value, over the channels, of the derivative of score k.

    Example: derivatives 0.2, -0.7, 0.1 in the three channels of a pixel give 0.7.
    """
    ### BEGIN SOLUTION
    scores = model.predict(x)
    dout = np.zeros_like(scores)
    dout[np.arange(len(x)), k] = 1
    for layer in reversed(model.layers):
        dout = layer.backward(dout)
    return np.abs(dout).max(axis=1)
    ### END SOLUTION


# %% check="saliency"
check("saliency", saliency)

# %% [markdown] lang="en"
r"""
Now look through the eyes of your own networks. The cell draws six shapes in the colours that the network with the
shortcut knows, and below each the saliency map of its class in both networks, the brighter the larger. Each map has its
own scale.

![Three rows of six images. Above the shapes in colour. In the middle the maps of the network with the shortcut: the whole
area of each shape glimmers. Below the maps of the network without the shortcut: bright spots at single places, such as
the four corners of the square and the hole of the ring.](attachment:saliency.png)
"""

# %% [markdown] lang="ko"
r"""
이제 여러분이 학습시킨 신경망의 눈으로 보십시오. 셀은 지름길을 배운 신경망이 아는 색으로 도형 여섯 개를 그리고, 그 아래에 두 신경망의 현저성 지도를
그립니다. 도형의 클래스에 대한 지도이고, 밝을수록 값이 큽니다. 지도마다 눈금이 다릅니다.

![이미지가 여섯 개씩 세 줄. 위는 색이 있는 도형, 가운데는 지름길이 있는 신경망의 지도로 도형의 안쪽 전체가 반짝인다. 아래는 지름길이 없는 신경망의
지도로 정사각형의 네 꼭짓점이나 고리의 구멍처럼 몇 군데만 밝다.](attachment:saliency.png)
"""


# %% given=true
def show_maps(rows):
    """Draw six shapes in the colours of their classes, and below them the saliency maps of networks: name -> model."""
    X, k = np.stack([portrait(shape, shape) for shape in range(6)]), np.arange(6)
    figure, axes = plt.subplots(1 + len(rows), 6, figsize=(10, 1.9 * (1 + len(rows))), layout="constrained")
    for axis, x in zip(axes[0], X):
        axis.imshow(x.transpose(1, 2, 0))
    for row, (name, model) in zip(axes[1:], rows.items()):
        for axis, values in zip(row, saliency(model, X, k)):
            axis.imshow(values, cmap="gray")
        row[0].set_ylabel(name)
    for axis, name in zip(axes[0], SHAPES):
        axis.set_title(name)
    for axis in axes.flat:
        axis.set(xticks=[], yticks=[])


def share_inside(model):
    """Return how much of the saliency of 300 test images lies inside the shapes, and how many of the pixels, 0 to 1."""
    X, y = test_images()
    inside = np.ptp(X[:300], axis=1) > 0.3  # grey pixels have nearly equal channels
    maps = np.asarray(saliency(model, X[:300], y[:300]))
    maps = maps / maps.sum(axis=(1, 2), keepdims=True)
    return maps[inside].sum() / len(maps), inside.mean()


# %% demo=true figure="saliency"
def plot_saliency():
    """Draw the saliency maps of the student's networks, and say how much of them lies inside the shapes."""
    rows = {"shortcut": learn(1.0)[0], "no shortcut": learn(0.0)[0]}
    show_maps(rows)
    for name, model in rows.items():
        share, pixels = share_inside(model)
        print(f"{name}: {100 * share:.0f} % of the saliency inside the shape, on {100 * pixels:.0f} % of the pixels")


plot_saliency()
plt.show()

# %% [markdown] lang="en"
r"""
The maps are coarse and noisy; that is normal, since each pixel has a little influence through many filters. Still,
two things can be seen. In the network with the shortcut the whole area of the shape glimmers: more paint anywhere means
more of this colour. In the network without it single places stand out, such as the four corners of the square and the
hole of the ring, which tell shapes apart. The printed numbers say the same: 39 % of the saliency lies inside the
shape in the first network and 28 % in the second, where the shape covers 20 % of the pixels.

Be careful with such maps. They say where the score is sensitive, not why. Both networks look at the shape, and the map
alone does not say that one of them looks at its colour. Without the experiment of section 3 it would be a hint, not a
proof.
"""

# %% [markdown] lang="ko"
r"""
지도는 거칠고 잡음이 많습니다. 픽셀마다 여러 필터를 거쳐 조금씩 영향을 주기 때문이며, 흔한 일입니다. 그래도 두 가지가 보입니다. 지름길이 있는 신경망에서는 도형의 안쪽 전체가
반짝입니다. 어디든 색이 더 칠해지면 그 색이 더 많아지는 것이니까요. 지름길이 없는 신경망에서는 정사각형의 네 꼭짓점이나 고리의 구멍처럼 도형을 구별해 주는 곳이 두드러집니다. 출력된
수도 같은 이야기를 합니다. 도형은 픽셀의 20 %를 차지하는데, 현저성 가운데 도형 안쪽에 있는 몫이 첫째 신경망은 39 %, 둘째 신경망은 28 %입니다.

이런 지도를 볼 때는 조심해야 합니다. 지도는 점수가 어디에 민감한지 보여 줄 뿐 까닭은 보여 주지 않습니다. 두 신경망 모두 도형을 보고 있고, 그중 하나가 색을 본다는 것은 지도만으로
알 수 없습니다. 3절의 실험이 없었다면 이것은 실마리일 뿐 증거가 아닙니다.
"""

# %% [markdown] lang="en"
r"""
## 5. Augmentation: make the shortcut useless

The network took the colour because it could rely on it. So let it not rely on it: change the colours at random while
the network learns, and only the shape is left to go by. To change training images at random in ways that leave the
label right is called **data augmentation**.

Which changes leave the label right? That is not a question for the computer; you must know it about your data.

- *Mirror left and right*: a mirrored star is a star. A mirrored digit is no digit, and a mirrored "b" is a "d".
- *Reorder the channels*: with the order `[2, 0, 1]` the new red is the old blue, the new green the old red, the new
  blue the old green. An orange ring (1, 0.5, 0) becomes (0, 1, 0.5), a green one, and it is still a ring. But if the
  task were "ripe or unripe", this would destroy the label.
- *Dim each channel* with a number of its own, from 0.5 to 1: the tones vary, and no two images are quite alike.

Each image needs draws of its own. If the whole batch were mirrored or not, the network would see 20 images changed in
one way, which is much less of a mixture.

**Tools.** `image[:, :, ::-1]` mirrors an image (3, H, W). `rng.permutation(3)` draws an order, `image[order]` applies
it. `rng.random() < 0.5` is true half of the time. `rng.uniform(0.5, 1, (3, 1, 1))` draws a number for each channel in a
shape that fits (3, H, W). It is float64, and float32 times float64 is float64; the network would become about twice as
slow. Assigning into an array, as in `out[n] = ...`, keeps the dtype of `out`.

**Your turn**, about 7 lines, with a loop over the images.
"""

# %% [markdown] lang="ko"
r"""
## 5. 데이터 증강: 지름길을 쓸모없게 하기

신경망이 색을 고른 것은 믿을 수 있었기 때문입니다. 그러면 믿을 수 없게 하면 됩니다. 학습하는 동안 색을 무작위로 바꾸면 도형만 남습니다. 레이블이 그대로 맞도록
하면서 학습 이미지를 무작위로 바꾸는 것을 **데이터 증강**(data augmentation)이라고 합니다.

어떻게 바꾸어야 레이블이 그대로 맞을까요? 이것은 컴퓨터가 답할 수 없습니다. 여러분이 데이터에 대해 알고 있어야 합니다.

- *좌우로 뒤집기*: 뒤집은 별도 별입니다. 뒤집은 숫자는 숫자가 아니고, 뒤집은 'b'는 'd'입니다.
- *채널의 순서 바꾸기*: 순서가 `[2, 0, 1]`이면 새 빨강은 옛 파랑, 새 초록은 옛 빨강, 새 파랑은 옛 초록입니다. 주황 고리 (1, 0.5, 0)은 초록 고리 (0, 1, 0.5)이
  되고, 여전히 고리입니다. 하지만 '익었는가, 안 익었는가'가 문제였다면 레이블이 망가집니다.
- *채널 어둡게 하기*: 채널마다 0.5에서 1까지의 수를 따로 곱합니다. 색조가 다양해져서 똑같은 이미지가 거의 없어집니다.

이미지마다 따로 뽑아야 합니다. 배치 전체를 한꺼번에 뒤집거나 그대로 두면, 신경망은 한 가지로 바뀐 이미지 20장을 보게 되어 훨씬 덜 섞입니다.

**도구.** `image[:, :, ::-1]`은 이미지 (3, H, W)를 좌우로 뒤집습니다. `rng.permutation(3)`은 순서를 뽑고 `image[order]`는 그 순서로 놓습니다. `rng.random() < 0.5`는
절반의 경우에 참입니다. `rng.uniform(0.5, 1, (3, 1, 1))`은 (3, H, W)에 맞는 shape으로 채널마다 수를 하나씩 뽑습니다. 결과가 float64이고, float32에 float64를 곱하면
float64가 되어 신경망이 두 배쯤 느려집니다. `out[n] = ...`처럼 배열에 대입하면 `out`의 자료형이 유지됩니다.

빈칸을 채우십시오. 이미지에 대한 반복문을 써서 일곱 줄 정도입니다. `x`는 shape이 (N, 3, H, W)인 실수 배열이고 바꾸지 않습니다. 결과는 shape과 자료형이 `x`와 같은 새 배열입니다.
이미지마다 1/2의 확률로 좌우를 뒤집고(마지막 축), 채널의 순서를 여섯 가지 가운데 하나로 바꾸고(모두 같은 확률), 채널마다 0.5에서 1까지 고르게 뽑은 수를 곱합니다. 난수는 모두
`rng`에서 뽑습니다.
"""


# %% exercise="augment"
def augment(x, rng):
    """Return images that are changed at random, each in its own way.

    x : (N, 3, H, W), floats; not changed. rng : np.random.Generator, from which all random numbers come.
    Returns a new array of the shape and dtype of x. Each image is mirrored left and right (the last axis) with
    probability 1/2; its channels are put into a random order, all six as likely; and each of its channels is multiplied
    by a number of its own, drawn uniformly from 0.5 to 1.

    Example: a pixel (1.0, 0.5, 0.0) with the order [2, 0, 1] and the numbers 0.5, 0.9, 0.8 becomes (0.0, 0.9, 0.4).
    """
    ### BEGIN SOLUTION
    out = x.copy()
    for n in range(len(x)):
        image = x[n, :, :, ::-1] if rng.random() < 0.5 else x[n]
        out[n] = image[rng.permutation(3)] * rng.uniform(0.5, 1, (3, 1, 1))
    return out
    ### END SOLUTION


# %% check="augment"
check("augment", augment)

# %% [markdown] lang="en"
r"""
One triangle, slightly turned, and seven changed versions of it by your function. It stays a triangle.

![Eight images of the same slightly turned triangle: the violet original, then versions in random colours, some mirrored
and most darker.](attachment:augmented.png)
"""

# %% [markdown] lang="ko"
r"""
조금 기울어진 삼각형 하나와, 여러분의 함수로 바꾼 일곱 가지 모습입니다. 여전히 삼각형입니다.

![조금 기울어진 같은 삼각형의 이미지 여덟 개. 첫째는 보라색 원본이고, 나머지는 색이 무작위이고 대개 더 어두우며 뒤집힌 것도 있다.](attachment:augmented.png)
"""


# %% demo=true figure="augmented"
def plot_augmented():
    """Draw one image and seven changed versions of it."""
    image = np.full((3, 32, 32), 0.15, dtype=np.float32)
    draw_shape(image, "triangle", 16, 16, 11, 0.1 + 0.8 * COLOURS[4], angle=0.3)
    versions = augment(np.stack([image] * 7), np.random.default_rng(2))
    figure, axes = plt.subplots(1, 8, figsize=(10, 1.7), layout="constrained")
    for axis, x, title in zip(axes, [image, *versions], ["original", *map(str, range(1, 8))]):
        show_image(axis, x, title)


plot_augmented()
plt.show()

# %% [markdown] lang="en"
r"""
## 6. The cure, measured

The same 400 images with the shortcut, the same network, the same number of steps; only `change=augment` is new. Left:
the accuracy on the 1,000 test images without the shortcut, for the networks that you have now. Right: what happens in
between, for dials from 0 to 1.

![Left: three bars, the accuracy on test images: without the shortcut nearly 1, with the shortcut near the dashed line
of guessing at 0.17, with the shortcut and augmentation nearly 1. Right: the accuracy against the dial. Without
augmentation it falls, slowly up to a dial of 0.5 and then steeply to 0.16; with augmentation it stays nearly
level.](attachment:cure.png)
"""

# %% [markdown] lang="ko"
r"""
## 6. 얼마나 나아졌는가

지름길이 있는 똑같은 이미지 400장, 똑같은 신경망, 똑같은 걸음 수이고, `change=augment`만 새롭습니다. 왼쪽은 지름길이 없는 테스트 이미지 1,000장에 대한 세
신경망의 정확도입니다. 오른쪽은 손잡이가 0에서 1까지인 여러 경우를 보여 줍니다.

![왼쪽: 테스트 이미지에 대한 정확도 막대 세 개. 지름길 없이 배우면 1에 가깝고, 지름길로 배우면 찍는 것과 같은 0.17의 점선 근처이며, 지름길이 있어도 증강하면 1에
가깝다. 오른쪽: 손잡이에 따른 정확도. 증강하지 않으면 0.5까지는 천천히, 그 뒤로는 0.16까지 가파르게 떨어지고, 증강하면 거의 그대로이다.](attachment:cure.png)
"""


# %% demo=true figure="cure"
def plot_cure(dials=(0.0, 0.5, 0.9, 1.0)):
    """Train with several dials, without and with the student's augmentation; draw the accuracy on the test images."""
    X, y = test_images()
    names = {"as they are": None, "augmented": augment}
    shares = {name: [accuracy(learn(dial, change)[0], X, y) for dial in dials] for name, change in names.items()}
    for name, values in shares.items():
        print(f"{name}: " + ", ".join(f"dial {dial:g} {100 * v:.1f} %" for dial, v in zip(dials, values)))
    figure, (left, right) = plt.subplots(1, 2, figsize=(10, 3.6), layout="constrained")
    heights = shares["as they are"][0], shares["as they are"][-1], shares["augmented"][-1]
    labels = "no shortcut", "shortcut", "shortcut,\naugmented"
    for label, height, hatch in zip(labels, heights, ("", "//", "..")):
        left.bar(label, height, color="0.8", edgecolor="black", hatch=hatch)
        left.text(label, height + 0.02, f"{height:.2f}", ha="center")
    left.set(ylabel="test accuracy", ylim=(0, 1.12))
    plots.curves(right, dials, shares, "dial: share of tied colours", "test accuracy", markers=True)
    right.set_ylim(0, 1.12)
    for axis in (left, right):
        axis.axhline(1 / 6, color="black", linestyle=":", linewidth=1)


plot_cure()
plt.show()

# %% [markdown] lang="en"
r"""
Trained on the images as they are, the network gets 16.3 % of the test images right; augmented, 97.4 %, as many as the
network that never had a shortcut (97.0 %). No new image was drawn for that.

Two honest remarks. First, the cure fits the illness so well because we know the illness: the six colours are the six
orders of three numbers, so a random order makes every colour equally likely for every shape. With a shortcut that
nobody has thought of, no such change would be in the list. Augmentation says what does *not* matter, and that knowledge
comes from you. Second, a look at the right picture: with a dial of 0.9, where a tenth of the training
images have a random colour, the network still gets only 45.3 % right. A few counterexamples are not enough.
"""

# %% [markdown] lang="ko"
r"""
이미지를 그대로 배우면 테스트 이미지의 16.3 %를 맞히고, 증강해서 배우면 97.4 %를 맞힙니다. 처음부터 지름길이 없던 신경망(97.0 %)만큼 맞히는 것입니다. 이미지를 새로 그리지 않고 얻은
결과입니다.

두 가지는 분명히 해 둡니다. 첫째, 약이 이렇게 잘 듣는 것은 병을 알고 있기 때문입니다. 여섯 색은 세 수의 여섯 순서이므로, 순서를 무작위로 바꾸면 어느 도형이든 모든 색이 똑같이
나옵니다. 아무도 생각하지 못한 지름길이라면 목록에 그런 변화가 없을 것입니다. 데이터 증강은 무엇이 중요하지 *않은지* 말해 주는 것이고, 그 지식은 여러분에게서 나옵니다.
둘째, 오른쪽 그림을 보십시오. 손잡이가 0.9이면 학습 이미지의 십분의 일은 색이 무작위인데도 45.3 %밖에 맞히지 못합니다. 반례 몇 개로는 모자랍니다.
"""

# %% [markdown] lang="en"
r"""
### Ask the networks yourself

Choose a shape, a colour and a size. You see the image, and the probabilities that the two networks with the shortcut
give it: the plain bars learnt the images as they are, the hatched ones learnt them augmented. `shape` and `colour`
count from 0; equal numbers belong together.

- Leave the shape and move the colour. Which bars follow?
- Now move the shape only.
- Make the shape very small. Training has shown radii from 9 to 12. What does the augmented network do with a radius
  of 5?

![Left an orange star. Right bars for the six classes: the plain bar is high at circle, the class of the colour; the
hatched bar is high at star, the true shape.](attachment:ask.png)
"""

# %% [markdown] lang="ko"
r"""
### 신경망에게 직접 물어보기

도형과 색과 크기를 골라 보십시오. 이미지와, 지름길이 있는 데이터로 배운 두 신경망이 준 확률이 나옵니다. 빗금이 없는 막대는 이미지를 그대로 배운 신경망, 빗금 친 막대는 증강해서 배운
신경망입니다. `shape`과 `colour`는 0부터 세며, 번호가 같으면 제 짝입니다.

- 도형은 그대로 두고 색을 움직이십시오. 어느 막대가 따라갑니까?
- 이번에는 도형만 움직이십시오.
- 도형을 아주 작게 해 보십시오. 학습에 나온 반지름은 9에서 12까지입니다. 증강해서 배운 신경망은 반지름이 5이면 어떻게 합니까?

![왼쪽은 주황색 별. 오른쪽은 여섯 클래스의 막대. 빗금 없는 막대는 색의 클래스인 circle에서 높고, 빗금 친 막대는 진짜 도형인 star에서
높다.](attachment:ask.png)
"""


# %% demo=true figure="ask"
def ask(shape, colour, radius):
    """Draw one image beside the probabilities that two networks give it."""
    image = portrait(shape, colour, radius)
    figure, (left, right) = plt.subplots(1, 2, figsize=(9, 3), layout="constrained", width_ratios=(1, 2.4))
    show_image(left, image, f"{COLOUR_NAMES[colour]} {SHAPES[shape]}")
    for offset, name, change, hatch in ((-0.2, "as they are", None, ""), (0.2, "augmented", augment, "//")):
        p = softmax(learn(1.0, change)[0].predict(image[None]))[0]
        right.bar(np.arange(6) + offset, p, 0.4, color="0.85", edgecolor="black", hatch=hatch, label=name)
    right.set(xticks=range(6), xticklabels=SHAPES, ylabel="probability", xlabel="class", ylim=(0, 1.05))
    right.legend(loc="upper center")
    plt.show()


widgets.sliders(ask, shape=(0, 5, 1, 5), colour=(0, 5, 1, 0), radius=(4, 15, 1, 10))

# %% [markdown] lang="en"
r"""
### Where does it look now?

The saliency maps again, now of the two networks that learnt from the same 400 images with the shortcut.

![Three rows of six images: the shapes in colour; the maps of the network that learnt the images as they are, where
the whole shapes glimmer; the maps of the augmented network, bright at single places: the sides of the circle, the hole
of the ring, the corners of the square.](attachment:compare.png)
"""

# %% [markdown] lang="ko"
r"""
### 이제는 어디를 보는가

현저성 지도를 다시 그립니다. 이번에는 지름길이 있는 똑같은 이미지 400장으로 배운 두 신경망입니다.

![이미지가 여섯 개씩 세 줄. 위는 색이 있는 도형, 가운데는 이미지를 그대로 배운 신경망의 지도로 도형 전체가 반짝이고, 아래는 증강해서 배운 신경망의 지도로 원의
옆면, 고리의 구멍, 정사각형의 꼭짓점처럼 몇 군데가 밝다.](attachment:compare.png)
"""


# %% demo=true figure="compare"
def plot_compare():
    """Draw the saliency maps of the networks without and with augmentation."""
    rows = {"as they are": learn(1.0)[0], "augmented": learn(1.0, augment)[0]}
    show_maps(rows)
    for name, model in rows.items():
        share, pixels = share_inside(model)
        print(f"{name}: {100 * share:.0f} % of the saliency inside the shape, on {100 * pixels:.0f} % of the pixels")


plot_compare()
plt.show()

# %% [markdown] lang="en"
r"""
The upper maps are those of section 4. In the lower ones the corners of the square, the hole of the ring and the sides
of the circle have come out, although every image that this network learnt from had the colour of its class. Of the
saliency 29 % lies inside the shape now, instead of 39 %; without the shortcut it was 28 %.
"""

# %% [markdown] lang="ko"
r"""
윗줄은 4절에 나온 지도입니다. 아랫줄에서는 정사각형의 꼭짓점, 고리의 구멍, 원의 옆면이 드러났습니다. 이 신경망이 배운 이미지도 모두 제 클래스의 색이었는데 말입니다. 현저성 가운데 도형
안쪽에 있는 몫은 39 %에서 29 %로 줄었습니다. 지름길이 없던 신경망에서는 28 %였습니다.
"""

# %% [markdown] lang="en"
r"""
## 7. Your own network

Build a network that recognises shapes although it is trained where the colour gives them away. Your function gets 400
images drawn with the dial at 1. The check then asks your model about 300 hidden images drawn with the dial at 0: 50 %
right earn 2 points, 70 % earn all 4.

The labels of the hidden images do not leave the examiner, and the check gives the classes other names each time: what
you know as class 5 may be called 2. So it does not help to draw other images with `data.shapes`; learn from those that
you get.

You may use your `train` and your `augment`, or anything else: other changes, images without colour, more filters, more
epochs. One call should take a few seconds at most; the check calls your function twice, the second time to see
that it can be repeated. To compare attempts, use the cell below the check, and do not judge by a single seed.

`new_network(rng)` makes the network of section 2;
`SimpleConvNet(shape, K, rng, filters=16, size=3, stride=1, pad=1, hidden=64)` makes another one, for images of the
shape (C, H, W) and K classes. `train` wants validation images; you may hand in the training images once more and ignore
that accuracy. It says nothing here anyway. Why?

**Your turn**, about 3 lines.
"""

# %% [markdown] lang="ko"
r"""
## 7. 여러분의 신경망

색이 답을 알려 주는 이미지로 배우고도 도형을 알아보는 신경망을 만드십시오. 여러분의 함수는 손잡이를 1로 두고 그린 이미지 400장을 받습니다. 검사는 손잡이를 0으로 두고 그려
숨긴 이미지 300장을 여러분의 모델에게 묻습니다. 50 %를 맞히면 2점, 70 %를 맞히면 4점 모두를 얻습니다.

숨긴 이미지의 레이블은 채점하는 쪽에만 있고, 검사는 매번 클래스의 이름을 바꿉니다. 여러분이 5번이라고 아는 클래스가 2번일 수 있습니다. 그래서 `data.shapes`로 다른 이미지를
그려도 소용이 없습니다. 받은 이미지로 배우십시오.

여러분의 `train`과 `augment`를 써도 되고, 다른 방법을 써도 됩니다. 다르게 바꾸기, 색을 없앤 이미지, 더 많은 필터, 더 많은 에폭 등입니다. 한 번 호출하는 데 길어도 몇 초여야
합니다. 검사는 여러분의 함수를 두 번 호출합니다. 두 번째는 되풀이할 수 있는지 보려는 것입니다. 여러 시도를 비교할 때는 검사 아래의 셀을 쓰고, 시드 하나만 보고 판단하지
마십시오.

`new_network(rng)`은 2절의 신경망을 만듭니다. `SimpleConvNet(shape, K, rng, filters=16, size=3, stride=1, pad=1, hidden=64)`으로는 shape이 (C, H, W)인 이미지와 클래스 K개를 위한
다른 신경망을 만들 수 있습니다. `train`에는 검증 이미지가 필요하니 학습 이미지를 한 번 더 넘기고 그 정확도는 무시해도 됩니다. 어차피 여기서는 알려 주는 것이 없습니다. 왜 그럴까요?

빈칸을 채우십시오. 세 줄 정도입니다. `X`는 shape이 (N, 3, 32, 32)이고 0에서 1까지의 float32, `y`는 (N,)이고 0에서 5까지의 정수입니다. 둘 다 바꾸지 않습니다. `rng`는 난수
생성기입니다. 모델의 `predict(x)`는 (V, 3, 32, 32)를 받아 점수 (V, 6)을 반환해야 합니다.
"""


# %% exercise="robust_model"
def robust_model(X, y, rng):
    """Build and train a network that tells shapes apart by their shape, not by their colour.

    X : (N, 3, 32, 32) images, float32 from 0 to 1, each class in one colour. y : (N,) labels, integers from 0 to 5.
        Neither is changed.
    rng : np.random.Generator, for the weights, the order of the batches and the changes.
    Returns a trained model: an object with predict(x), which takes images (V, 3, 32, 32) and returns scores (V, 6).

    Example: robust_model(X, y, np.random.default_rng(0)).predict(X[:4]) has the shape (4, 6).
    """
    ### BEGIN SOLUTION
    model = new_network(rng)
    train(model, Adam(0.003), X, y, X, y, 12, 20, rng, augment)
    return model
    ### END SOLUTION


# %% check="robust_model"
check("robust_model", robust_model)


# %% demo=true
def try_it(seeds=3):
    """Train the student's network on several draws with the shortcut; print its accuracy without it."""
    X_test, y_test = test_images()
    for seed in range(seeds):
        rng = np.random.default_rng(seed)
        X, y = data.shapes(400, rng, 1.0)
        print(f"seed {seed}: {100 * accuracy(robust_model(X, y, rng), X_test, y_test):.1f} % of {len(y_test)} right")


try_it()

# %% [markdown] lang="en"
r"""
The solution of this course, with the network of section 2 and 12 epochs, got 92.8, 96.9 and 97.2 % of the test images right with the three
seeds. (The validation accuracy in `train` says nothing here because those images have the shortcut, too, and were
learnt besides.)
"""

# %% [markdown] lang="ko"
r"""
2절의 신경망을 12 에폭 동안 학습시키는 이 강의의 풀이는 시드 세 개에서 테스트 이미지의 92.8, 96.9, 97.2 %를 맞혔습니다. (여기서 `train`의 검증 정확도가 아무것도 알려 주지 못하는 것은, 그
이미지에도 지름길이 있고 게다가 배운 이미지이기 때문입니다.)
"""

# %% [markdown] lang="en"
r"""
## 8. A report

Write a report of about one page (10 to 20 sentences) in the cell below, for somebody who wants to use the first
network, `learn(1.0)`, because "it gets 100 % of the validation images right". It is graded by a person, 3 points.

1. **The shortcut.** Which rule did the network learn, and why could the validation images not show it?
2. **The evidence.** Give two different pieces, with numbers or named images from your own run: an experiment in which
   only one thing changes, and one other. Say for each what it shows and what it does not show.
3. **The cure and its limits.** What did you change, what came of it, measured on which images? Name one kind of
   shortcut that your `augment` would not take away, and say how you would look for it.
"""

# %% [markdown] lang="ko"
r"""
## 8. 보고서

아래 셀에 한 쪽 정도(열 문장에서 스무 문장)의 보고서를 쓰십시오. 읽을 사람은 '검증 이미지를 100 % 맞힌다'는 까닭으로 첫 신경망 `learn(1.0)`을 쓰려고 합니다. 사람이 채점하며
3점입니다.

1. **지름길.** 신경망은 어떤 규칙을 배웠고, 검증 이미지로는 왜 그것을 알 수 없었습니까?
2. **증거.** 서로 다른 증거를 두 가지, 직접 실행해서 얻은 수나 구체적인 이미지와 함께 드십시오. 하나는 한 가지만 바꾸는 실험이어야 합니다. 각각 무엇을 보여 주고 무엇을
   보여 주지 못하는지 쓰십시오.
3. **고친 방법과 그 한계.** 무엇을 바꾸었고, 어떤 이미지에서 재었더니 어떻게 되었습니까? 여러분의 `augment`로는 없어지지 않을 지름길을 하나 들고, 그것을 어떻게 찾아볼지
   쓰십시오.
"""

# %% [markdown] answer="report" points=3 lang="en"
r"""
**Model answer** (in short; a student writes more).

1. The network goes by the colour: orange means circle, lime means ring, and so on. In its training images colour and
   shape are tied, so this rule has no errors. The validation images were drawn in the same way; both rules, colour and
   shape, answer all of them rightly, so they cannot tell which one is used.
2. Of 36 images, every shape in every colour, only the 6 on the diagonal are right, and in each column all answers are
   equal: with the shape kept and the colour changed, the answer follows the colour. On 1,000 test images with random
   colours 16.3 % are right, which is guessing. These show the rule, but only for colours and shapes that were drawn. The
   saliency map glimmers all over the area of the shape (39 % of it inside the shape, against 28 % in a network
   without the shortcut). It fits, but it does not show by itself that the colour is what counts.
3. I trained again on the same 400 images, with the channels of each image in a random order and dimmed, and half of the
   images mirrored. On the 1,000 test images without the shortcut 97.4 % are right, instead of 16.3 %. It would not take away a shortcut that lies elsewhere: if every star were in the upper
   left corner, or lay on a brighter background. To find it: move one shape over the image, or change only the background,
   and see whether the answer follows; or collect test images from another source.

**Rubric**, 1 point each.

- The rule (colour for shape), and that the validation images carry the same tie. Half a point for one of the two.
- Two pieces of evidence with own numbers or named images, one of them with a single thing changed (the 36 images, or
  the test images with random colours), and a limit of at least one, such as: saliency shows where the score is
  sensitive, not why. Half a point for one piece, or for two without numbers or limits.
- The result of the cure on images without the shortcut (half a point), and another shortcut with a way to look for it
  (half a point). "More data" earns nothing unless the new data break the tie.
"""

# %% [markdown] answer="report" points=3 lang="ko"
r"""
**모범 답안** (간추린 것이며, 학생은 더 길게 씁니다).

1. 신경망은 색을 보고 답합니다. 주황이면 원, 연두면 고리, 이런 식입니다. 학습 이미지에서는 색과 도형이 묶여 있어서 이 규칙에 오류가 없습니다. 검증 이미지도 똑같이 그렸으므로 색의
   규칙과 도형의 규칙이 모두 다 맞습니다. 그래서 어느 쪽을 쓰는지 알 수 없습니다.
2. 모든 도형을 모든 색으로 칠한 36장 가운데 대각선의 6장만 맞고, 열마다 답이 모두 같습니다. 도형을 그대로 두고 색을 바꾸면 답이 색을 따라갑니다. 색이 무작위인 테스트 이미지 1,000장에서는
   16.3 %로, 찍는 것과 같습니다. 이것으로 규칙을 알 수 있지만, 그려 본 색과 도형에 대해서만입니다. 현저성 지도는 도형 안쪽 전체에서 반짝입니다(도형 안쪽의 몫이 39 %이고 지름길이 없는
   신경망은 28 %). 앞의 증거와 맞지만, 색이 중요하다는 것을 이것만으로 알 수는 없습니다.
3. 같은 이미지 400장으로 다시 학습시키되, 이미지마다 채널의 순서를 무작위로 바꾸고 어둡게 하고, 절반은 좌우로 뒤집었습니다. 지름길이 없는 테스트 이미지 1,000장에서 16.3 %이던 것이 97.4 %가 되었습니다. 다른 곳에 있는 지름길은 없애지 못합니다. 별이
   모두 왼쪽 위에 있거나 더 밝은 바탕에 있는 경우가 그렇습니다. 찾으려면 도형 하나를 이미지 안에서 옮기거나 바탕만 바꾸어 답이 따라가는지 보고, 다른 곳에서 모은 이미지로도
   시험합니다.

**채점 기준**, 각 1점.

- 규칙(도형 대신 색)과, 검증 이미지에서도 색과 도형이 똑같이 묶여 있다는 것. 둘 중 하나만 있으면 0.5점.
- 직접 얻은 수나 구체적인 이미지가 있는 증거 두 가지. 하나는 한 가지만 바꾼 것(이미지 36장, 또는 색이 무작위인 테스트 이미지)이어야 하고, 적어도 하나에는 한계를 쓴 것(예: 현저성
  지도는 점수가 어디에 민감한지 보여 줄 뿐 까닭은 보여 주지 않음). 증거가 하나뿐이거나, 둘이라도 수나 한계가 없으면 0.5점.
- 지름길이 없는 이미지에서 잰 결과(0.5점)와, 다른 지름길 하나와 그것을 찾는 방법(0.5점). 색과 도형의 묶음을 끊지 않는 '데이터를 더 모은다'는 점수가 없습니다.
"""

# %% demo=true
unit.score()

# %% [markdown] lang="en"
r"""
## What to read next

- Robert Geirhos and others, "Shortcut Learning in Deep Neural Networks" (Nature Machine Intelligence, 2020; arXiv
  2004.07780): many real shortcuts, from cows on beaches to X-ray pictures.
- Robert Geirhos and others, "ImageNet-trained CNNs are biased towards texture" (arXiv 1811.12231, 2018): a cat with the
  skin of an elephant, and a cure much like yours.
- Karen Simonyan, Andrea Vedaldi, Andrew Zisserman, "Deep Inside Convolutional Networks" (arXiv 1312.6034, 2013): the
  saliency maps of this unit, for photos.
- Julius Adebayo and others, "Sanity Checks for Saliency Maps" (arXiv 1810.03292, 2018): when such maps mislead.
- Connor Shorten, Taghi Khoshgoftaar, "A survey on Image Data Augmentation for Deep Learning" (Journal of Big Data,
  2019): what else one can change.

In unit u16 the shapes return, several in one picture: then the question is not only what is there, but where.
"""

# %% [markdown] lang="ko"
r"""
## 더 읽을거리

- Robert Geirhos 외, "Shortcut Learning in Deep Neural Networks" (Nature Machine Intelligence, 2020; arXiv 2004.07780). 바닷가의 소부터 엑스선
  사진까지, 실제로 있었던 지름길들을 모았습니다.
- Robert Geirhos 외, "ImageNet-trained CNNs are biased towards texture" (arXiv 1811.12231, 2018). 코끼리 가죽을 입힌 고양이가 나오며, 고친 방법도 여러분의 것과
  비슷합니다.
- Karen Simonyan, Andrea Vedaldi, Andrew Zisserman, "Deep Inside Convolutional Networks" (arXiv 1312.6034, 2013). 이 단원의 현저성 지도를 사진에 대해 그렸습니다.
- Julius Adebayo 외, "Sanity Checks for Saliency Maps" (arXiv 1810.03292, 2018). 현저성 지도가 잘못된 인상을 주는 경우를 다룹니다.
- Connor Shorten, Taghi Khoshgoftaar, "A survey on Image Data Augmentation for Deep Learning" (Journal of Big Data, 2019). 그 밖에 무엇을 바꿀 수 있는지
  정리했습니다.

u16에서는 도형들이 한 그림에 여럿 나옵니다. 그때는 무엇이 있는지만이 아니라 어디에 있는지도 묻습니다.
"""
