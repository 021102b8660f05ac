# %% [markdown] lang="en"
r"""
# SSD: detection in one look

R-CNN finds objects by asking the network again and again: here is a piece of the image, what is it? With 200 proposals
that is 200 forward passes. Yet the pieces overlap, and the network looks at the same pixels dozens of times. SSD, the
**single shot detector** (W. Liu and others, 2016), turns this around. It looks at the image *once*. A fixed set of boxes
lies over every image, always the same; and the network says for each of them what it shows and how the object's box
differs from it. In this unit you write everything of SSD that is not a layer, and train a detector in about half a minute.

After it you will be able to

- lay boxes of several sizes over an image, at the places of several feature maps,
- decide in training which of these boxes answers for which object,
- keep thousands of background boxes from drowning a few objects: hard negative mining,
- write the loss of SSD with its gradients, and turn scores and offsets back into detections,
- measure which sizes of objects a detector misses, and say which feature map is responsible.

You need boxes, IoU, suppression and average precision (unit u16), the offsets of a box and smooth L1 (u18), and what a
convolutional network is (u13). Nothing that you wrote there is used; the cells give what is needed. Plan about 90
minutes. Sections 3 and 6 are the hard part.
"""

# %% [markdown] lang="ko"
r"""
# SSD: 한 번에 하는 탐지

R-CNN은 신경망에게 묻고 또 물어서 물체를 찾습니다. 이미지의 이 조각은 무엇인가? 후보 상자가 200개면 순전파도 200번입니다. 그런데
조각들은 서로 겹치므로 신경망은 같은 픽셀을 수십 번씩 다시 봅니다. **SSD**(single shot detector, W. Liu 등, 2016)는 거꾸로
생각합니다. 이미지를 *한 번만* 봅니다. 어느 이미지에나 똑같은 상자들을 미리 깔아 두고, 신경망은 상자마다 무엇이 보이는지, 물체의 상자가
그 상자와 어떻게 다른지 한꺼번에 답합니다. 이 단원에서는 SSD에서 층을 뺀 나머지를 모두 만들고, 30초쯤 걸려 탐지기를 학습시킵니다.

이 단원을 마치면 다음을 할 수 있습니다.

- 여러 특징 맵의 자리마다 여러 크기의 상자를 깔 수 있습니다.
- 학습할 때 어느 상자가 어느 물체를 맡을지 정할 수 있습니다.
- 수많은 배경 상자에 몇 안 되는 물체가 묻히지 않게 할 수 있습니다(어려운 음성 고르기).
- SSD의 손실과 그래디언트를 구하고, 점수와 오프셋을 다시 탐지 결과로 바꿀 수 있습니다.
- 탐지기가 어떤 크기의 물체를 놓치는지 재고, 어느 특징 맵의 책임인지 말할 수 있습니다.

상자, IoU, 억제, 평균 정밀도(u16), 상자의 오프셋과 smooth L1(u18), 합성곱 신경망(u13)을 알고 있으면 됩니다. 그 단원에서 작성한 코드는
쓰지 않으며 필요한 것은 셀에 들어 있습니다. 90분 정도 걸립니다. 3절과 6절이 가장 어렵습니다.
"""

# %% setup=true
from functools import cache

import matplotlib.pyplot as plt
import numpy as np
from nnlab import Unit, data, plots, widgets
from nnref.activations import softmax
from nnref.boxes import cxcywh_to_xyxy, iou_matrix, match, mean_average_precision, nms, xyxy_to_cxcywh
from nnref.convolution import Convolution
from nnref.layer import Composite
from nnref.layers import Relu
from nnref.optimizers import Adam
from nnref.pooling import MaxPooling
from nnref.ssd_head import SSDHead

unit = Unit("u19_ssd", lang="en")
check = unit.check

# %% [markdown] lang="en"
r"""
## 1. Scenes, and boxes in units of the image

The scenes are drawn by the computer: 32×32 pixels, one to four circles, squares and triangles of any colour, some
behind others. `data.scenes(n, rng)` returns the images `X` (n, 3, 32, 32) and for each scene an array of rows
`x1, y1, x2, y2, class`. The classes are 1 circle, 2 square, 3 triangle; **0 is the background**. Half of the objects are
small: the smallest are 4 pixels wide, the largest 18.

The rows are in pixels. SSD measures in **units of the image** instead: x = 0 is the left border, x = 1 the right one, and
the same for y. An object from x = 8 to x = 16 pixels goes from 0.25 to 0.5. So the same box can be compared with feature
maps of any size. All boxes that your functions get and return are corners (x1, y1, x2, y2) in these units.

From unit u16 you know the tools that are imported above: `xyxy_to_cxcywh` and back, `iou_matrix(A, B)` (a row for each
box of A, a column for each of B), `nms(boxes, scores, t)`, which returns the indices that stay, `match`, and
`mean_average_precision`.
"""

# %% [markdown] lang="ko"
r"""
## 1. 장면, 그리고 이미지를 단위로 하는 상자

장면은 컴퓨터가 그린 것입니다. 32×32 픽셀 안에 원, 정사각형, 삼각형이 하나에서 넷까지 있고, 색은 제각각이며 서로 조금 가리기도 합니다.
`data.scenes(n, rng)`는 이미지 `X` (n, 3, 32, 32)와, 장면마다 `x1, y1, x2, y2, 클래스`인 행들의 배열을 반환합니다. 클래스는 1 원, 2
정사각형, 3 삼각형이고 **0은 배경**입니다. 물체의 절반은 작습니다. 가장 작은 것은 너비가 4픽셀, 가장 큰 것은 18픽셀입니다.

행의 단위는 픽셀입니다. SSD에서는 **이미지를 단위로** 잽니다. x = 0이 왼쪽 끝, x = 1이 오른쪽 끝이고 y도 마찬가지입니다. x가
8픽셀에서 16픽셀까지인 물체는 0.25에서 0.5까지입니다. 이렇게 하면 같은 상자를 어떤 크기의 특징 맵과도 비교할 수 있습니다. 여러분의
함수가 받고 반환하는 상자는 모두 이 단위로 적은 모서리 (x1, y1, x2, y2)입니다.

위의 셀에서 가져온 도구는 u16에서 배운 것입니다. `xyxy_to_cxcywh`와 그 반대, `iou_matrix(A, B)`(A의 상자마다 행 하나, B의 상자마다 열
하나), 남길 번호를 반환하는 `nms(boxes, scores, t)`, 그리고 `match`와 `mean_average_precision`입니다.
"""

# %% given=true
SIDE = 32  # pixels of a scene
NAMES = ("background", "circle", "square", "triangle")
MAPS = ((16, 16), (8, 8), (4, 4))  # rows and columns of the three feature maps of our network
SCALES = (0.2, 0.32, 0.52)  # size of the priors of each map: 6.4, 10.2 and 16.6 pixels
RATIOS = (1.0,)  # width / height


def show_scene(axis, x, title=""):
    """Draw a scene (3, 32, 32) so that the axes count pixels."""
    axis.imshow(x.transpose(1, 2, 0), extent=(0, SIDE, SIDE, 0))
    axis.set_title(title, fontsize=10)
    axis.set(xticks=range(0, 33, 8), yticks=range(0, 33, 8))


def smooth_l1(d):
    """Return d²/2 where |d| < 1 and |d| - 1/2 elsewhere, and the slope of this; both of the shape of d (unit u18)."""
    size = np.abs(d)
    return np.where(size < 1, d * d / 2, size - 0.5), np.clip(d, -1, 1)


# %% [markdown] lang="en"
r"""
## 2. Default boxes

A feature map of 4×6 has 4 rows and 6 columns of places. Think of it as a grid over the image: each place stands for a
cell, 1/4 of the image high and 1/6 wide. In the middle of each cell SSD puts one box or several, its **default boxes**,
also called **priors**: guesses about where objects are, made before anybody has seen the image.

- The place in row i and column j has its middle at $x = (j + 0.5) / W$, $y = (i + 0.5) / H$. Mind which is which: x runs
  along the columns. The place (0, 0) of a 4×6 map has the middle $(0.083, 0.125)$.
- Every map has a **scale** s, the size of its boxes. A fine map with many places gets small boxes, a coarse map large
  ones.
- Every place has one box for each **ratio** r = width / height. All of them have the area s²:

$$w = s \sqrt{r}, \qquad h = \frac{s}{\sqrt{r}}$$

With s = 0.3 and r = 4 the box is 0.6 wide and 0.15 high. Check: 0.6 / 0.15 = 4, and 0.6 · 0.15 = 0.09 = 0.3².

The order matters, because the network writes its answers in the same order: map after map; in a map row after row; in a
row column after column; at a place ratio after ratio. Boxes at the border reach beyond the image. They stay as they
are.

Our network will have three maps of 16×16, 8×8 and 4×4 places with one square box each, since our shapes are about as wide
as high. That makes 256 + 64 + 16 = 336 priors.

![The same scene three times, covered with dots at the places of a map of 16×16, 8×8 and 4×4. In each picture three
priors are drawn: small boxes of 6.4 pixels, middle ones of 10.2, large ones of 16.6.](attachment:priors.png)

**Your turn**, about 8 lines. Four loops one inside the other are fine.
"""

# %% [markdown] lang="ko"
r"""
## 2. 기본 상자

4×6 특징 맵에는 자리가 4행 6열로 있습니다. 이것을 이미지 위에 놓인 격자로 생각합시다. 자리 하나가 높이 1/4, 너비 1/6인 칸 하나를
대표합니다. SSD에서는 칸의 한가운데에 상자를 하나 또는 여러 개 놓습니다. 이것을 **기본 상자**(default box) 또는 **프라이어**(prior)라고 합니다. 이미지를 보기도
전에 '물체가 이쯤 있을 것이다' 하고 짐작해 둔 상자입니다.

- i행 j열 자리의 한가운데는 $x = (j + 0.5) / W$, $y = (i + 0.5) / H$입니다. x가 열을 따라간다는 점에 주의하십시오. 4×6 맵의 자리 (0,
  0)은 한가운데가 $(0.083, 0.125)$입니다.
- 맵마다 상자의 크기인 **스케일**(scale) s가 있습니다. 자리가 많은 촘촘한 맵에는 작은 상자를, 성긴 맵에는 큰 상자를 둡니다.
- 자리마다 **비율**(ratio) r = 너비 / 높이마다 상자가 하나씩 있습니다. 넓이는 모두 s²입니다.

$$w = s \sqrt{r}, \qquad h = \frac{s}{\sqrt{r}}$$

s = 0.3, r = 4이면 너비는 0.6, 높이는 0.15입니다. 확인해 봅시다. 0.6 / 0.15 = 4이고 0.6 · 0.15 = 0.09 = 0.3²입니다.

순서가 중요합니다. 신경망도 같은 순서로 답을 쓰기 때문입니다. 맵 차례대로, 맵 안에서는 행 차례대로, 행 안에서는 열 차례대로, 한 자리
안에서는 비율 차례대로입니다. 가장자리의 상자는 이미지 밖으로 나가지만 그대로 둡니다.

우리 신경망에는 16×16, 8×8, 4×4인 맵이 셋 있고 자리마다 정사각형 상자가 하나씩 있습니다. 도형의 너비와 높이가 비슷하기 때문입니다. 프라이어는
모두 256 + 64 + 16 = 336개입니다.

![같은 장면이 셋 있고 16×16, 8×8, 4×4 맵의 자리마다 점이 찍혀 있다. 그림마다 프라이어가 셋씩 그려져 있는데 차례로 6.4픽셀의 작은 상자,
10.2픽셀의 중간 상자, 16.6픽셀의 큰 상자이다.](attachment:priors.png)

빈칸을 채우십시오. 여덟 줄 정도이고, 반복문 네 개를 겹쳐 써도 됩니다. `maps`는 맵의 (H, W)를 모은 리스트, `scales`는 맵마다의 스케일(1이면
이미지 전체), `ratios`는 모든 맵에 똑같이 쓰는 너비 / 높이의 리스트입니다. 결과는 shape이 (P, 4)인 모서리의 배열이고 P는 H · W · (비율의
수)를 모든 맵에 대해 더한 것입니다. 예를 들어 `default_boxes([(1, 2)], [0.5], [1])`은 [[0, 0.25, 0.5, 0.75], [0.5, 0.25, 1, 0.75]]입니다.
"""


# %% exercise="default_boxes"
def default_boxes(maps, scales, ratios):
    """Return the priors of all feature maps, corners in units of the image.

    maps : the (H, W) of each map. scales : the size s of the boxes of each map, 1 for the whole image.
    ratios : width / height, the same list for every map. All numbers are above 0.
    Returns (P, 4), P = the sum of H · W · len(ratios) over the maps, in the order map, row i, column j, ratio r. A box
    has the centre ((j + 0.5) / W, (i + 0.5) / H), the width s √r and the height s / √r, and is not cut at the border.

    Example: default_boxes([(1, 2)], [0.5], [1]) is [[0, 0.25, 0.5, 0.75], [0.5, 0.25, 1, 0.75]]. About 8 lines.
    """
    ### BEGIN SOLUTION
    boxes = []
    for (H, W), s in zip(maps, scales):
        for i in range(H):
            for j in range(W):
                for r in ratios:
                    boxes.append([(j + 0.5) / W, (i + 0.5) / H, s * np.sqrt(r), s / np.sqrt(r)])
    return cxcywh_to_xyxy(boxes)
    ### END SOLUTION


# %% check="default_boxes"
check("default_boxes", default_boxes)


# %% given=true
def our_priors():
    """Return the student's priors of our three maps (336, 4), and the slice of each map."""
    ends = np.cumsum([H * W * len(RATIOS) for H, W in MAPS])
    parts = [slice(int(end) - H * W * len(RATIOS), int(end)) for end, (H, W) in zip(ends, MAPS)]
    return np.asarray(default_boxes(MAPS, SCALES, RATIOS), dtype=float), parts


def example_scene():
    """Return a scene with small and large objects, and its rows."""
    X, objects = data.scenes(40, np.random.default_rng(5))
    return X[39], objects[39]


# %% demo=true figure="priors"
def plot_priors():
    """Draw the places of each map and three of the student's priors in it."""
    priors, parts = our_priors()
    figure, axes = plt.subplots(1, 3, figsize=(10, 3.7), layout="constrained")
    for axis, part, (H, W), s in zip(axes, parts, MAPS, SCALES):
        boxes = SIDE * priors[part]
        show_scene(axis, example_scene()[0], f"{H}×{W} places, boxes of {SIDE * s:.1f} pixels")
        centres = xyxy_to_cxcywh(boxes)
        axis.plot(centres[:, 0], centres[:, 1], "o", color="white", markersize=20 / H)
        few = [(H // 4) * W + W // 4, (H // 2) * W + W // 2, (H - 1) * W + W - 1]
        plots.boxes(axis, boxes[few], style="--", color="yellow")
        axis.set(xlim=(-9, 41), ylim=(41, -9), xlabel="x in pixels", facecolor="0.35")
    axes[0].set_ylabel("y in pixels")
    print(f"{len(priors)} priors; the first one is {np.round(priors[0], 3).tolist()}")


plot_priors()
plt.show()

# %% [markdown] lang="en"
r"""
## 3. Which prior answers for which object?

For training, every prior needs to be told what it should say: this object, or background. Most priors lie on nothing,
so most are background. Which ones answer for an object?

**The threshold.** A prior answers for the object that it overlaps most, if the IoU is at least t = 0.5. So several
priors may answer for the same object. That is welcome: each of them is another example.

**A prior of its own.** A small object between two places may reach an IoU of 0.45 with its best prior. By the threshold
nobody answers for it, and the network is even taught that there is background. So every object gets its best prior,
however small the IoU. And what if two objects want the same prior? Then the pair with the larger IoU comes first, and
both step aside: this prior is taken, this object is served. Go on with the best pair of what is left, until every object
has a prior. All objects take part in this, also those that the threshold has served already.

An example with stripes, boxes of the same height that begin at x = 0. The IoU of two stripes is the shorter length
divided by the longer one. The priors are 0.1, 0.5 and 1 long, the objects A and B are 0.9 and 1 long:

| IoU | prior 0.1 | prior 0.5 | prior 1 |
|---|---|---|---|
| A, 0.9 | 0.11 | 0.56 | **0.9** |
| B, 1 | 0.1 | 0.5 | **1** |

Both want the last prior. B has the larger IoU and takes it. Row B and the last column are crossed out; of the rest 0.56
is the largest, so A gets the middle prior. The first prior is background.

A prior of its own **wins over the threshold**: it stays with its object even if it overlaps another object more, which
already has a better prior itself. So do the threshold first, and the own priors after it.

Your function returns two arrays of whole numbers, one number for each prior: the class, 0 for background; and the row
of the object in `gts`, −1 for background.

**Tools.** `iou_matrix(gts, priors)` has the shape (G, P). `overlap.argmax(axis=0)` gives the best object for each prior.
`np.unravel_index(overlap.argmax(), overlap.shape)` gives row and column of the largest number of all. To cross out a row
or a column, fill it with −1, less than any IoU. With no objects `argmax` has nothing to choose from and stops with an error:
deal with G = 0 first.

**Your turn**, about 11 lines.
"""

# %% [markdown] lang="ko"
r"""
## 3. 어느 프라이어가 어느 물체를 맡는가

학습하려면 프라이어마다 무엇이라고 답해야 하는지 알려 주어야 합니다. 이 물체인지, 배경인지. 프라이어는 대부분 아무것도 없는 곳에 있으므로
대부분 배경입니다. 물체는 어느 프라이어가 맡을까요?

**임계값.** 프라이어는 가장 많이 겹치는 물체를, 그 IoU가 t = 0.5 이상이면 맡습니다. 한 물체를 여러 프라이어가 맡을 수도 있습니다. 반가운
일입니다. 하나하나가 예제가 되기 때문입니다.

**제 몫의 프라이어.** 두 자리 사이에 놓인 작은 물체는 가장 나은 프라이어와도 IoU가 0.45밖에 안 될 수 있습니다. 임계값만 따르면 아무도 그 물체를 맡지
않고, 신경망은 그곳이 배경이라고 배우기까지 합니다. 그래서 IoU가 아무리 작아도 물체마다 가장 나은 프라이어를 하나 줍니다. 두 물체가 같은
프라이어를 원하면 어떻게 할까요? IoU가 더 큰 짝이 먼저이고, 그 둘은 물러납니다. 프라이어는 주인이 생겼고 물체는 제 몫을 받았기 때문입니다. 남은 것 가운데
가장 나은 짝을 다시 고르고, 모든 물체가 하나씩 받을 때까지 되풀이합니다. 임계값으로 이미
프라이어를 얻은 물체도 빠지지 않습니다.

띠로 예를 들어 봅시다. 높이가 같고 x = 0에서 시작하는 상자들입니다. 두 띠의 IoU는 짧은 길이를 긴 길이로 나눈 것입니다. 프라이어의 길이는 0.1,
0.5, 1이고, 물체 A와 B의 길이는 0.9와 1입니다.

| IoU | 프라이어 0.1 | 프라이어 0.5 | 프라이어 1 |
|---|---|---|---|
| A, 0.9 | 0.11 | 0.56 | **0.9** |
| B, 1 | 0.1 | 0.5 | **1** |

둘 다 마지막 프라이어를 원합니다. IoU가 더 큰 B가 차지합니다. B의 행과 마지막 열을 지우면 남은 것 가운데 0.56이 가장 크므로 A는 가운데
프라이어를 받습니다. 첫째 프라이어는 배경입니다.

제 몫의 프라이어가 **임계값보다 우선합니다**. 다른 물체와 더 많이 겹치더라도 넘어가지 않습니다. 그 물체에게는 이미 더 나은 프라이어가 있습니다.
그러니 임계값을 먼저 적용하고 제 몫을 나중에 나누어 주십시오.

**도구.** `iou_matrix(gts, priors)`의 shape은 (G, P)입니다. `overlap.argmax(axis=0)`은 프라이어마다 가장 많이 겹치는 물체입니다.
`np.unravel_index(overlap.argmax(), overlap.shape)`은 가장 큰 수의 행과 열입니다. 행이나 열을 지우려면 어떤 IoU보다도 작은 −1로
채우십시오. 물체가 없으면 `argmax`가 고를 것이 없어 오류가 나므로 G = 0인 경우를 먼저 처리하십시오.

빈칸을 채우십시오. 열한 줄 정도입니다. `priors`는 (P, 4), `gts`는 (G, 4), `labels`는 1에서 K까지의 정수 (G,)이고 P ≥ G입니다. `t`는 임계값입니다. 정수 배열 둘을
반환합니다. `classes` (P,)는 클래스이고 배경은 0, `objects` (P,)는 `gts`의 행이고 배경은 −1입니다. 물체마다 프라이어가 적어도 하나 있고, 그 IoU는 0이어도 됩니다. 값이 같으면 앞의 물체, 그다음 앞의
프라이어가 먼저입니다. 인수는 바꾸지 않습니다. 위의 예에서 레이블이 [1, 2]이면 [0, 1, 2]와 [−1, 0, 1]입니다.
"""


# %% exercise="match_priors"
def match_priors(priors, gts, labels, t=0.5):
    """Say for training which object each prior answers for.

    priors : (P, 4), gts : (G, 4), boxes as corners; P >= G, and G may be 0. labels : (G,) whole numbers from 1 to K.
    t : the least IoU at which a prior answers for the object that it overlaps most. None of them is changed.
    Returns two arrays of whole numbers: classes (P,), the label of the object, 0 for background; and objects (P,), the
    row of the object in gts, -1 for background. Each object has at least one prior, the one that it gets when the pairs
    of largest IoU are matched first, however small the IoU, even 0 (of equal ones the first object, then the first
    prior).

    Example: the stripes 0.1, 0.5, 1 and the objects 0.9, 1 with the labels [1, 2] give [0, 1, 2] and [-1, 0, 1].
    About 11 lines.
    """
    ### BEGIN SOLUTION
    if len(gts) == 0:
        return np.zeros(len(priors), dtype=int), np.full(len(priors), -1)
    overlap = iou_matrix(gts, priors)
    objects = overlap.argmax(axis=0)
    objects[overlap.max(axis=0) < t] = -1
    for _ in range(len(gts)):
        g, p = np.unravel_index(overlap.argmax(), overlap.shape)
        objects[p] = g
        overlap[g] = -1
        overlap[:, p] = -1
    return np.where(objects >= 0, labels[objects], 0), objects
    ### END SOLUTION


# %% check="match_priors"
check("match_priors", match_priors)

# %% [markdown] lang="en"
r"""
### Move the priors

One map lies over a scene. The white boxes are the objects, the dashed yellow ones the priors that *your* function gives
to them; the number is the IoU. `side` is the number of rows and columns of the map, `scale` the size of its priors, `t`
the threshold.

(Where sliders are not possible: at the start 5 of the 64 priors answer for the 4 objects, 2 of them with an IoU below t.
With t = 0.3 it is 13 priors, with t = 0.7 it is 4, all of them below t. A map of 16×16 with the scale 0.2 gives 4
priors, and 3 of these are below 0.5; with the scale 0.52 it gives 18.)

- Leave the start and look at the green square at the lower border. What is the IoU of its prior? Who gave it to it, the
  threshold or the second rule?
- Move `t` to 0.3 and to 0.7. Which priors come, which go, and which four never go?
- Set `side` to 16 and `scale` to 0.2, then to 0.52. Which objects does each of the two serve well?

![A scene with white boxes around its objects and dashed yellow priors that answer for them, each with its
IoU.](attachment:matching.png)
"""

# %% [markdown] lang="ko"
r"""
### 프라이어를 움직여 보기

장면 위에 맵이 하나 놓여 있습니다. 흰 상자가 물체이고, 노란 점선 상자가 *여러분의* 함수가 물체에 준 프라이어이며, 수는 IoU입니다. `side`는 맵의 행과
열의 수, `scale`은 프라이어의 크기, `t`는 임계값입니다.

(슬라이더를 쓸 수 없을 때를 위해 적어 둡니다. 처음에는 프라이어 64개 가운데 5개가 물체 4개를 맡고, 그중 2개는 IoU가 t보다 작습니다. t = 0.3이면 13개, t =
0.7이면 4개인데 넷 다 t보다 작습니다. 16×16 맵에서 스케일이 0.2이면 4개이고 그중 3개가 0.5보다 작으며, 스케일이 0.52이면 18개입니다.)

- 처음 상태에서 아래쪽 가장자리의 초록 정사각형을 보십시오. 맡은 프라이어의 IoU는 얼마입니까? 임계값 덕분입니까, 둘째 규칙 덕분입니까?
- `t`를 0.3과 0.7로 옮겨 보십시오. 어떤 프라이어가 생기고 사라집니까? 끝까지 남는 넷은 어느 것입니까?
- `side`를 16으로 두고 `scale`을 0.2로, 다시 0.52로 바꾸어 보십시오. 각각 어느 물체에 잘 맞습니까?

![장면에서 물체는 흰 상자로, 물체를 맡은 프라이어는 노란 점선 상자로 둘러싸여 있고 저마다 IoU가 적혀 있다.](attachment:matching.png)
"""


# %% demo=true figure="matching"
def draw_matching(side, scale, t):
    """Draw the priors of one map that the student's match_priors gives to the objects of a scene."""
    x, rows = example_scene()
    priors = np.asarray(default_boxes([(side, side)], [scale], [1.0]))
    gts = rows[:, :4] / SIDE
    classes, objects = (np.asarray(a) for a in match_priors(priors, gts, rows[:, 4].astype(int), t))
    pos = np.flatnonzero(classes)
    overlap = iou_matrix(priors[pos], gts)[np.arange(len(pos)), objects[pos]]
    figure, axis = plt.subplots(figsize=(5.2, 5.2), layout="constrained")
    show_scene(axis, x, f"{side}×{side} places, boxes of {SIDE * scale:.1f} pixels, t = {t:g}")
    plots.boxes(axis, rows, width=2)
    plots.boxes(axis, SIDE * priors[pos], [f"{value:.2f}" for value in overlap], style="--", color="yellow", width=1)
    axis.set(xlim=(-6, 38), ylim=(38, -6), xlabel="x in pixels", ylabel="y in pixels", facecolor="0.35")
    plt.show()
    print(f"{len(priors)} priors, {len(pos)} answer for {len(rows)} objects, {np.sum(overlap < t)} of them below t")


widgets.sliders(draw_matching, side=(2, 16, 1, 8), scale=(0.1, 0.9, 0.02, 0.32), t=(0.3, 0.7, 0.05, 0.5))

# %% [markdown] lang="en"
r"""
## 4. Offsets, divided by variances

A prior fits its object roughly. As in R-CNN the network also learns four **offsets** that turn the prior into the
object's box: how far the centre moves, in widths and heights of the prior, and how much the size grows, as a logarithm.

With an IoU of at least 0.5 these are small numbers, mostly between −0.3 and 0.3. The loss would hardly notice them beside
the scores. So SSD divides them: those of the centre by 0.1, those of the size by 0.2. The authors call these two
numbers **variances**, although they serve as standard deviations: what is left has a spread of about 1.

$$t_x = \frac{g_x - p_x}{p_w \cdot 0.1}, \quad t_y = \frac{g_y - p_y}{p_h \cdot 0.1}, \quad
t_w = \frac{\log(g_w / p_w)}{0.2}, \quad t_h = \frac{\log(g_h / p_h)}{0.2}$$

Here p is the prior and g the object, each as centre and size. An object that lies a quarter of the prior's width to the
right and is as large has the offsets 0.25 / 0.1 = **2.5**, 0, 0, 0. One with the same centre and twice as wide has
$\log 2 / 0.2 = $ **3.47** in the third place.

`decode` goes the way back: multiply by the variances, move the centre, stretch the size with exp, and return corners.
Over 500 of our scenes the offsets of the centre, divided, have a standard deviation of 1.34, those of the size 0.94
(section 8 prints both).

**Your turn**, about 4 lines each.
"""

# %% [markdown] lang="ko"
r"""
## 4. variances로 나눈 오프셋

프라이어는 물체에 대강만 맞습니다. R-CNN에서처럼 신경망은 프라이어를 물체의 상자로 바꾸는 **오프셋**(offset) 네 개도 배웁니다. 중심을
얼마나 옮길지(프라이어의 너비와 높이가 단위), 크기를 얼마나 키울지(로그)입니다.

IoU가 0.5 이상이면 이 수들은 작습니다. 대개 −0.3과 0.3 사이입니다. 그대로 두면 손실에서 점수에 묻혀 버립니다. 그래서 SSD에서는 나누어 줍니다. 중심의 오프셋은
0.1로, 크기의 오프셋은 0.2로 나눕니다. 저자들은 이 두 수를 **variances**(분산)라고 부르지만 하는 일은 표준편차입니다. 나눈 뒤에는 흩어진 정도가 1쯤
됩니다.

$$t_x = \frac{g_x - p_x}{p_w \cdot 0.1}, \quad t_y = \frac{g_y - p_y}{p_h \cdot 0.1}, \quad
t_w = \frac{\log(g_w / p_w)}{0.2}, \quad t_h = \frac{\log(g_h / p_h)}{0.2}$$

p는 프라이어, g는 물체이고 둘 다 중심과 크기로 나타낸 것입니다. 크기가 같고 프라이어 너비의 4분의 1만큼 오른쪽에 있는 물체의 오프셋은 0.25 / 0.1 =
**2.5**, 0, 0, 0입니다. 중심이 같고 너비가 두 배인 물체는 셋째 수가 $\log 2 / 0.2 = $ **3.47**입니다.

`decode`는 거꾸로 갑니다. variances를 곱하고, 중심을 옮기고, exp로 크기를 늘리거나 줄이고, 모서리로 바꾸어 반환합니다. 우리 장면
500장에서 재면 나눈 뒤의 표준편차가 중심은 1.34, 크기는 0.94입니다(8절에서 출력합니다).

빈칸을 채우십시오. 함수마다 네 줄 정도입니다. `priors`, `gts`, `loc`은 shape이 (N, 4)인 실수 배열이고 행끼리 짝입니다. 상자는 모서리이며 너비와
높이가 0보다 큽니다. `variances`는 (중심용, 크기용) 두 수입니다. 결과는 모두 (N, 4)이고 인수는 바꾸지 않습니다.
"""


# %% exercise="encode_decode"
def encode(priors, gts, variances=(0.1, 0.2)):
    """Return the offsets that turn each prior into the box of its object, divided by the variances.

    priors, gts : (N, 4), row by row, corners of boxes with a width and a height; floats, not changed.
    variances : what the offsets of the centre are divided by, and what those of the size are divided by.
    Returns (N, 4): ((gx - px) / pw, (gy - py) / ph) / variances[0], then (log(gw / pw), log(gh / ph)) / variances[1].

    Example: the prior (0.25, 0.25, 0.75, 0.5) and the object (0.375, 0.25, 0.875, 0.5) give (2.5, 0, 0, 0).
    """
    ### BEGIN SOLUTION
    p, g = xyxy_to_cxcywh(priors), xyxy_to_cxcywh(gts)
    move = (g[:, :2] - p[:, :2]) / p[:, 2:] / variances[0]
    grow = np.log(g[:, 2:] / p[:, 2:]) / variances[1]
    return np.hstack([move, grow])
    ### END SOLUTION


def decode(priors, loc, variances=(0.1, 0.2)):
    """Return the boxes that priors become by their offsets, as corners: the way back of encode.

    priors : (N, 4), corners. loc : (N, 4), offsets as encode returns them. Neither is changed. Returns (N, 4).

    Example: offsets of 0 leave a prior as it is.
    """
    ### BEGIN SOLUTION
    p = xyxy_to_cxcywh(priors)
    centre = p[:, :2] + p[:, 2:] * loc[:, :2] * variances[0]
    size = p[:, 2:] * np.exp(loc[:, 2:] * variances[1])
    return cxcywh_to_xyxy(np.hstack([centre, size]))
    ### END SOLUTION


# %% check="encode_decode"
check("encode_decode", encode, decode)

# %% [markdown] lang="en"
r"""
## 5. Hard negative mining

A scene has 336 priors. On average 5.3 of them answer for an object; these are called **positives**. The other 330 are
**negatives**, background. If all of them took part in the loss, then a network that calls everything background would be
right in 98 of 100 cases, and that is what it would learn first.

The remedy: in each image only some negatives take part, three for each positive. Which ones? The easy ones, where the
network is already sure of the background, teach nothing. So take those with the largest loss, where the network is
wrong most. That is **hard negative mining**: *mining* as in digging up what is valuable, *hard* as in difficult.

The measure is the cross entropy `ce` of each prior, the loss of its scores: near 0 where the network is sure and right,
large where it is wrong. An image with 2 positives and ratio 3 gets the 6 negatives of largest ce; an image with no
positives gets none. If only 4 negatives are there, it gets these 4. Positives are never chosen here, however large their
ce: they take part anyway.

For example, with ratio 1:

| prior | 0 | 1 | 2 | 3 | 4 |
|---|---|---|---|---|---|
| ce | 9 | 1 | 3 | 2 | 8 |
| positive | yes | no | no | no | yes |
| chosen | no | no | **yes** | **yes** | no |

**Tools.** `np.flatnonzero(a)` gives the indices where a is true. `np.argsort(-values)` gives the indices in the
order of the values, largest first.

**Your turn**, about 6 lines, with a loop over the images.
"""

# %% [markdown] lang="ko"
r"""
## 5. 어려운 음성 고르기

장면마다 프라이어가 336개 있습니다. 그 가운데 물체를 맡은 것은 평균 5.3개이고 이것을 **양성**(positive)이라고 합니다. 나머지 330개쯤은
배경인 **음성**(negative)입니다. 이것이 모두 손실에 들어가면, 무엇이든 배경이라고 답하는 신경망이 100번에 98번을 맞힙니다. 신경망은 그것부터 배울
것입니다.

해결책은 이미지마다 음성을 일부만, 양성 하나에 셋씩만 넣는 것입니다. 어떤 음성을 고를까요? 신경망이 이미 배경이라고 확신하는 쉬운 음성에서는 배울 것이 없습니다.
손실이 가장 큰 것, 곧 가장 크게 틀린 것을 고릅니다. 이것이 **어려운 음성 고르기**(hard negative mining)입니다.

기준은 프라이어마다의 교차 엔트로피 `ce`, 곧 점수의 손실입니다. 확신하고 맞혔으면 0에 가깝고 틀렸으면 큽니다. ratio가 3이고 양성이 둘인
이미지에서는 ce가 큰 순서로 음성 여섯 개를 고릅니다. 양성이 없는 이미지에서는 하나도 고르지 않습니다. 음성이 네 개뿐이면 넷을 모두 고릅니다. 양성은 ce가
아무리 커도 여기서 고르지 않습니다. 어차피 손실에 들어가기 때문입니다.

ratio가 1일 때의 예입니다.

| 프라이어 | 0 | 1 | 2 | 3 | 4 |
|---|---|---|---|---|---|
| ce | 9 | 1 | 3 | 2 | 8 |
| 양성 | 예 | 아니요 | 아니요 | 아니요 | 예 |
| 고름 | 아니요 | 아니요 | **예** | **예** | 아니요 |

**도구.** `np.flatnonzero(a)`는 a가 참인 인덱스를 줍니다. `np.argsort(-values)`는 값이 큰 것부터 늘어놓은 순서대로 인덱스를 줍니다.

빈칸을 채우십시오. 이미지에 대한 반복문을 써서 여섯 줄 정도입니다. `ce`는 0 이상의 실수 (N, P), `pos`는 양성인지를 나타내는 참과 거짓 (N, P), `ratio`는
정수입니다. 참과 거짓의 배열 (N, P)를 반환합니다. 이미지 n에서 음성 가운데 ce가 큰 것부터 ratio · (n의 양성 수)개가 참이고, 음성이 모자라면 모든 음성이
참입니다. 값이 같으면 어느 것을 골라도 됩니다. 다만 정해진 개수를 넘지 않아야 합니다. 인수는 바꾸지 않습니다.
"""


# %% exercise="hard_negative_mining"
def hard_negative_mining(ce, pos, ratio=3):
    """Choose the background priors that take part in the loss: in each image the worst ones.

    ce : (N, P) floats >= 0, the cross entropy of each prior. pos : (N, P) truth values, where a prior has an object.
    ratio : a whole number, how many negatives for each positive. Neither ce nor pos is changed.
    Returns truth values (N, P): in image n the ratio · (number of its positives) largest ce among the priors that are
    not positive; all of these, if there are fewer. Of equal ce any may be chosen, but not more.

    Example: ce [[9, 1, 3, 2, 8]], positives at 0 and 4, ratio 1: [[False, False, True, True, False]]. About 6 lines.
    """
    ### BEGIN SOLUTION
    chosen = np.zeros(pos.shape, dtype=bool)
    for n in range(len(ce)):
        negatives = np.flatnonzero(~pos[n])
        worst_first = negatives[np.argsort(-ce[n, negatives])]
        chosen[n, worst_first[: ratio * pos[n].sum()]] = True
    return chosen
    ### END SOLUTION


# %% check="hard_negative_mining"
check("hard_negative_mining", hard_negative_mining)

# %% [markdown] lang="en"
r"""
## 6. The loss

For each prior the network returns K + 1 **scores**, background first, and 4 offsets. `cls` has the shape (N, P, K + 1)
and `loc` (N, P, 4). From sections 3 and 4 each prior has a class c and, where c > 0, the offsets that it should have, its
`targets`.

The loss has two parts, divided by the number M of positives *in the whole batch*:

$$L = \frac{1}{M} \Bigl( \sum_{\text{positives and mined}} \mathrm{ce} \;+
\sum_{\text{positives}} \; \sum_{k=1}^{4} \mathrm{smooth}_{L1}(\mathrm{loc}_k - \mathrm{target}_k) \Bigr),
\qquad \mathrm{ce} = -\log \mathrm{softmax}(\mathrm{cls})_c$$

A background prior has no object, so its targets mean nothing and its offsets cost nothing.

**The gradients** follow from what you know. Which negatives take part counts as fixed.

- `dcls` is (softmax − one-hot) / M at the priors that take part, positives and mined ones. At all other priors it is 0.
- `dloc` is the slope of smooth L1 at loc − targets, divided by M, at positives. Elsewhere it is 0.

**Two traps.** A batch may hold no object at all. Then M = 0; divide by max(M, 1), and everything is 0. And scores may be
large: as in unit u05, subtract from each prior's scores the largest one, and compute
$\mathrm{ce} = \log \sum_k e^{z_k} - z_c$ from these z, not the logarithm of a softmax that may have become 0.

**By hand.** One image, three priors, K = 1, ratio 1. The scores are (0, 0), (0, 0), (2, 0); the first prior has class 1
and an offset that is off by 0.5, the others are background. Cross entropies: log 2 = 0.693, 0.693, and
log(1 + e⁻²) = 0.127. One positive, so one negative is mined: the second prior. L = 0.693 + 0.693 + 0.5²/2 = **1.511**.

**Tools.** `right = np.arange(K + 1) == classes[..., None]` is the one-hot array, of truth values (N, P, K + 1); `z[right]`
picks the score of the right class of every prior, as one long row. `loc[pos]` picks the rows (M, 4) of the positives, and
`dloc[pos] = ...` puts rows back. `part[..., None]` gives a mask (N, P) a third axis. `smooth_l1(d)` from section 1
returns values and slopes.

**Your turn**, about 14 lines.
"""

# %% [markdown] lang="ko"
r"""
## 6. 손실

신경망은 프라이어마다 **점수** K + 1개(배경이 먼저)와 오프셋 4개를 냅니다. `cls`의 shape은 (N, P, K + 1), `loc`은 (N, P, 4)입니다. 3절과 4절에서 프라이어마다
클래스 c를 정했고, c > 0이면 정답 오프셋 `targets`도 정했습니다.

손실은 두 부분이고, *배치 전체의* 양성 수 M으로 나눕니다.

$$L = \frac{1}{M} \Bigl( \sum_{\text{positives and mined}} \mathrm{ce} \;+
\sum_{\text{positives}} \; \sum_{k=1}^{4} \mathrm{smooth}_{L1}(\mathrm{loc}_k - \mathrm{target}_k) \Bigr),
\qquad \mathrm{ce} = -\log \mathrm{softmax}(\mathrm{cls})_c$$

첫째 합은 양성과 골라낸 음성에 대한 것이고 둘째 합은 양성에 대한 것입니다. 배경 프라이어에는 물체가 없으니 정답에 뜻이 없고, 오프셋이 어떻든 손실에 들어가지 않습니다.

**그래디언트**는 이미 아는 것으로 구할 수 있습니다. 어느 음성이 들어가는지는 정해진 것으로 봅니다.

- `dcls`는 손실에 들어간 프라이어(양성과 골라낸 음성)에서 (소프트맥스 − 원-핫) / M입니다. 다른 프라이어에서는 모두 0입니다.
- `dloc`은 양성에서 smooth L1의 loc − targets에서의 기울기를 M으로 나눈 것입니다. 다른 곳에서는 0입니다.

**함정 두 가지.** 배치에 물체가 하나도 없을 수 있습니다. 그러면 M = 0입니다. max(M, 1)로 나누면 모두 0이 됩니다. 그리고 점수가 클 수 있습니다. u05에서처럼
프라이어마다 가장 큰 점수를 빼서 z를 만들고, 0이 되어 버릴 수 있는 소프트맥스의 로그가 아니라 $\mathrm{ce} = \log \sum_k e^{z_k} - z_c$를 계산하십시오.

**손으로 계산하기.** 이미지 하나, 프라이어 셋, K = 1, ratio 1입니다. 점수는 (0, 0), (0, 0), (2, 0)이고, 첫째 프라이어는 클래스가 1이며 오프셋 하나가
0.5만큼 어긋났고, 나머지는 배경입니다. 교차 엔트로피는 log 2 = 0.693, 0.693, log(1 + e⁻²) = 0.127입니다. 양성이 하나이므로 음성도 하나,
둘째 프라이어를 고릅니다. L = 0.693 + 0.693 + 0.5²/2 = **1.511**입니다.

**도구.** `right = np.arange(K + 1) == classes[..., None]`은 참과 거짓으로 된 원-핫 배열 (N, P, K + 1)이고, `z[right]`는 모든 프라이어의 맞는 클래스 점수를
한 줄로 뽑습니다. `loc[pos]`는 양성의 행 (M, 4)를 뽑고 `dloc[pos] = ...`은 행을 제자리에 넣습니다. `part[..., None]`은 마스크 (N, P)에 셋째 축을
붙입니다. 1절의 `smooth_l1(d)`는 값과 기울기를 반환합니다.

빈칸을 채우십시오. 열네 줄 정도입니다. `cls`는 실수 (N, P, K + 1), `loc`과 `targets`는 실수 (N, P, 4), `classes`는 0에서 K까지의 정수 (N, P)입니다. `targets`는
classes > 0인 곳에서만 뜻이 있습니다. `ratio`는 `hard_negative_mining`에 그대로 넘깁니다. 손실(수 하나), `dcls` (N, P, K + 1), `dloc` (N, P, 4)를 반환하고, 인수는 바꾸지 않습니다.
"""


# %% exercise="multibox_loss"
def multibox_loss(cls, loc, classes, targets, ratio=3):
    """Return the loss of a batch, and its gradients by cls and loc.

    cls : (N, P, K + 1) scores before softmax, background first, also ±1000. loc : (N, P, 4) offsets.
    classes : (N, P) whole numbers, 0 for background, as match_priors gives them.
    targets : (N, P, 4) offsets as encode gives them; where classes is 0 they mean nothing. ratio : for
    hard_negative_mining. None of them is changed.
    Returns the loss, a number; dcls (N, P, K + 1); dloc (N, P, 4). M is the number of positives of the batch, at least 1:
    loss = (Σ ce over positives and mined negatives + Σ smooth L1 of loc - targets over positives) / M;
    dcls = (softmax - one-hot) / M at positives and mined negatives, dloc = slope / M at positives, 0 elsewhere.

    Example: the one worked out by hand in the text gives 1.511. About 14 lines.
    """
    ### BEGIN SOLUTION
    pos = classes > 0
    right = np.arange(cls.shape[2]) == classes[..., None]
    z = cls - cls.max(axis=2, keepdims=True)
    e = np.exp(z)
    total = e.sum(axis=2, keepdims=True)
    ce = np.log(total[..., 0]) - z[right].reshape(pos.shape)
    part = pos | hard_negative_mining(ce, pos, ratio)
    M = max(int(pos.sum()), 1)
    values, slopes = smooth_l1(loc[pos] - targets[pos])
    loss = (ce[part].sum() + values.sum()) / M
    dcls = (e / total - right) * part[..., None] / M
    dloc = np.zeros_like(loc)
    dloc[pos] = slopes / M
    return loss, dcls, dloc
    ### END SOLUTION


# %% check="multibox_loss"
check("multibox_loss", multibox_loss)

# %% [markdown] lang="en"
r"""
## 7. From numbers to detections

After training, the way back: from the scores and offsets of one image to a list of detections, each a row
`x1, y1, x2, y2, score, class` as in unit u16.

1. Softmax over the K + 1 scores of each prior: probabilities p.
2. `decode`: a box for each prior. Cut it at the border of the image, that is to 0 … 1.
3. For each object class c, **without the background**: take the priors with p[:, c] ≥ `min_score`, and let `nms` remove
   those that overlap a better one of the same class by more than `max_iou`. Classes do not remove each other: a circle
   may well stand before a square.
4. All rows together, highest score first.

A prior can give several rows, if several classes reach min_score. With the low value 0.01 there will be many rows of low
score. They do little harm: average precision goes by the order of the scores. For a picture one takes a higher
`min_score`.

Remember that `nms` gets a part of the boxes and returns indices *in this part*.

**Your turn**, about 9 lines.
"""

# %% [markdown] lang="ko"
r"""
## 7. 수에서 탐지 결과로

학습이 끝나면 거꾸로 갑니다. 이미지 하나의 점수와 오프셋에서 탐지 결과를 얻습니다. u16에서처럼 행은 `x1, y1, x2, y2, 점수, 클래스`입니다.

1. 프라이어마다 점수 K + 1개에 소프트맥스를 취합니다. 확률 p가 나옵니다.
2. `decode`로 프라이어마다 상자를 구하고, 이미지의 가장자리에서, 곧 0 … 1로 자릅니다.
3. **배경을 뺀** 물체 클래스 c마다, p[:, c] ≥ `min_score`인 프라이어를 모으고, 같은 클래스의 더 나은 상자와 `max_iou`보다 많이 겹치는 것을 `nms`로
   지웁니다. 클래스가 다르면 서로 지우지 않습니다. 원이 정사각형 앞에 있을 수도 있으니까요.
4. 모든 행을 모아 점수가 높은 것부터 놓습니다.

여러 클래스가 min_score 이상이면 프라이어 하나에서 행이 여럿 나옵니다. 0.01처럼 낮은 값을 쓰면 점수가 낮은 행이 많이 나오지만 크게 해롭지는 않습니다. 평균 정밀도에서는 점수의
순서가 중요하기 때문입니다. 그림을 그릴 때는 `min_score`를 높입니다.

`nms`는 상자의 일부를 받아 *그 일부 안에서의* 번호를 반환한다는 점에 주의하십시오.

빈칸을 채우십시오. 아홉 줄 정도입니다. `cls` (P, K + 1)은 배경이 먼저인 소프트맥스 전의 점수, `loc` (P, 4)는 오프셋, `priors` (P, 4)는 프라이어이고 바꾸지 않습니다. 결과는
(D, 6)이고 행은 `x1, y1, x2, y2, 점수, 클래스`입니다. 점수는 그 클래스의 확률이고 클래스는 1에서 K까지입니다. 아무것도 없으면 (0, 6)입니다.
"""


# %% exercise="detect"
def detect(cls, loc, priors, min_score=0.01, max_iou=0.45):
    """Return the detections of one image, highest score first.

    cls : (P, K + 1) scores before softmax, background first. loc : (P, 4) offsets. priors : (P, 4). None is changed.
    Returns (D, 6), rows x1, y1, x2, y2, score, class, where score is the probability and class is from 1 to K. Boxes are
    decoded, then cut to 0 ... 1, then suppressed within each class: of those with a probability of at least min_score,
    what nms leaves at max_iou. Without any detection (0, 6).

    Example: two priors on the same place, one sure of class 1 and the other of class 2, give two rows. About 9 lines.
    """
    ### BEGIN SOLUTION
    p = softmax(cls)
    boxes = np.clip(decode(priors, loc), 0, 1)
    rows = []
    for c in range(1, p.shape[1]):
        likely = np.flatnonzero(p[:, c] >= min_score)
        for k in likely[nms(boxes[likely], p[likely, c], max_iou)]:
            rows.append([*boxes[k], p[k, c], c])
    rows.sort(key=lambda row: -row[4])
    return np.array(rows).reshape(-1, 6)
    ### END SOLUTION


# %% check="detect"
check("detect", detect)

# %% [markdown] lang="en"
r"""
## 8. The network, and its training

Every piece is there. Now the network that fills `cls` and `loc`. The last column includes the 3×3 convolution of the
head, described below.

| | output | a prior's answer depends on |
|---|---|---|
| convolution 3×3, another with stride 2, a third | 24 channels, 16×16 places | 13×13 pixels |
| pooling, convolution 3×3 | 48 channels, 8×8 places | 27×27 pixels |
| pooling, convolution 3×3 | 64 channels, 4×4 places | 55×55 pixels, the whole image |

Deeper maps are coarser, and each of their places has seen more of the image. That is what large priors need. Small
objects, on the other hand, are gone from a coarse map: a place of the 4×4 map stands for 8×8 pixels. So each map is
asked about the sizes that it can see. The head, `SSDHead`, puts one more convolution 3×3 on each map. At each place this
has 4 + 4 = 8 numbers for each prior: the scores of background, circle, square, triangle, and the four offsets. One
forward pass gives all 336 answers.

On the way back each map gets gradients from two sides, from the head and from the map above it. They are added, as at
every fork.

`learn()` trains on 3,000 scenes and their mirror images, 5 epochs in batches of 16, with Adam. A scene in a mirror is
another scene that costs nothing: a circle stays a circle, and of a box only x1 and x2 exchange their parts. The learning rate rises to 0.01 in the first 30
steps, so that the random start does no damage, and then falls to 0 along half a cosine, so that the last steps are
fine. Everything that you wrote is used: the classes and targets of all priors are computed once, before training, and
each step calls your loss.
"""

# %% [markdown] lang="ko"
r"""
## 8. 신경망과 학습

부품은 다 있습니다. 이제 `cls`와 `loc`을 채울 신경망입니다. 마지막 열은 아래에서 설명하는 헤드의 3×3 합성곱까지 포함한 것입니다.

| | 출력 | 프라이어의 답이 보는 범위 |
|---|---|---|
| 3×3 합성곱 세 개, 둘째는 스트라이드 2 | 채널 24개, 자리 16×16 | 13×13픽셀 |
| 풀링, 3×3 합성곱 | 채널 48개, 자리 8×8 | 27×27픽셀 |
| 풀링, 3×3 합성곱 | 채널 64개, 자리 4×4 | 55×55픽셀, 이미지 전체 |

깊은 맵일수록 성기고, 자리마다 이미지를 더 넓게 보았습니다. 큰 프라이어에는 이것이 필요합니다. 반대로 작은 물체는 성긴 맵에서는 사라집니다. 4×4 맵의
자리 하나가 8×8 픽셀을 대표하기 때문입니다. 그래서 맵마다 그 맵이 볼 수 있는 크기만 맡깁니다. 헤드인 `SSDHead`는 맵마다 3×3 합성곱을 하나 더 얹습니다. 그 출력에는 자리의
프라이어마다 4 + 4 = 8개의 수가 있습니다. 배경, 원, 정사각형, 삼각형의 점수와 오프셋 네 개입니다. 순전파 한 번에 336개의 답이 모두 나옵니다.

거꾸로 갈 때 맵은 두 곳에서, 곧 위에 얹은 합성곱과 다음 맵에서 그래디언트를 받습니다. 갈라졌던 곳에서 늘 그렇듯 둘을 더합니다.

`learn()`은 장면 3,000장과 그 장면을 좌우로 뒤집은 것을 배치 크기 16으로 5 에폭 동안, Adam으로 학습합니다. 뒤집은 장면은 공짜로 얻는 새 장면입니다. 원은 뒤집어도 원이고, 상자에서는 x1과 x2의 역할만 바뀝니다. 학습률은 처음 30걸음 동안 0.01까지 올라가고(무작위로 시작한 신경망이 망가지지 않게), 그다음 코사인 곡선을 따라
0까지 내려갑니다(마지막 걸음을 작게 하려고). 여러분이 만든 것이 모두 쓰입니다. 모든 프라이어의 클래스와 정답은 학습 전에 한 번 계산하고, 걸음마다 여러분의 손실을 부릅니다.
"""


# %% given=true
class Detector:
    """A small SSD: three stages of convolutions, each of which makes a feature map, and a head that reads all three."""

    def __init__(self, rng):
        def conv(C, F, stride=1):
            return Convolution.he(C, F, 3, rng, stride, pad=1)

        self.stages = [
            Composite([conv(3, 12), Relu(), conv(12, 12, 2), Relu(), conv(12, 24), Relu()]),
            Composite([MaxPooling(2), conv(24, 48), Relu()]),
            Composite([MaxPooling(2), conv(48, 64), Relu()]),
        ]
        self.head = SSDHead.he([24, 48, 64], len(RATIOS), len(NAMES) - 1, rng)
        self.params = [p for part in (*self.stages, self.head) for p in part.params]
        self.grads = [g for part in (*self.stages, self.head) for g in part.grads]

    def forward(self, x):
        """x : (N, 3, 32, 32). Returns cls (N, 336, 4) and loc (N, 336, 4)."""
        maps = []
        for stage in self.stages:
            x = stage.forward(x)
            maps.append(x)
        return self.head.forward(maps)

    def backward(self, dcls, dloc):
        """Fill grads from the gradients of the scores and the offsets."""
        above = 0
        for stage, dmap in zip(reversed(self.stages), reversed(self.head.backward((dcls, dloc)))):
            above = stage.backward(dmap + above)


def answers(objects):
    """Return what the priors should say about scenes: classes (N, P), targets (N, P, 4); by the student's functions."""
    priors, _ = our_priors()
    classes = np.zeros((len(objects), len(priors)), dtype=int)
    targets = np.zeros((len(objects), len(priors), 4), dtype=np.float32)
    for n, rows in enumerate(objects):
        gts = rows[:, :4] / SIDE
        classes[n], which = match_priors(priors, gts, rows[:, 4].astype(int))
        pos = classes[n] > 0
        targets[n, pos] = encode(priors[pos], gts[np.asarray(which)[pos]])
    return classes, targets


def with_mirrored(X, objects):
    """Return the scenes and behind them each once more, left and right exchanged, with the objects of all."""
    exchanged = [np.column_stack([SIDE - rows[:, 2], rows[:, 1], SIDE - rows[:, 0], rows[:, 3:]]) for rows in objects]
    return np.concatenate([X, X[..., ::-1]]), objects + exchanged


@cache
def learn(seed=0, epochs=5, size=16, **kind):
    """Train a detector with the student's functions, once for each seed; return it and the loss of each epoch.

    kind : for data.scenes, where the scenes should be easier. To train anew, run this cell again.
    """
    rng = np.random.default_rng(seed)
    X, objects = with_mirrored(*data.scenes(3000, rng, **kind))
    classes, targets = answers(objects)
    net, optimizer, losses = Detector(rng), Adam(0.01), []
    count = len(X) // size
    for epoch in range(epochs):
        order = rng.permutation(len(X))[: count * size].reshape(count, size)
        total = 0.0
        for step, batch in enumerate(order, epoch * count):
            optimizer.lr = 0.01 * min(1, (step + 1) / 30) * (1 + np.cos(np.pi * step / (epochs * count))) / 2
            loss, dcls, dloc = multibox_loss(*net.forward(X[batch]), classes[batch], targets[batch])
            net.backward(dcls, dloc)
            optimizer.update(net.params, net.grads)
            total += float(loss)
        losses.append(total / count)
        print(f"epoch {epoch + 1} of {epochs}: loss {losses[-1]:.2f}")
    return net, losses


@cache
def new_scenes(**kind):
    """Return 500 scenes that no detector here has learnt from, and their objects."""
    return data.scenes(500, np.random.default_rng(1), **kind)


def detections(net, X, min_score=0.01, part=slice(None)):
    """Return the detections of scenes by the student's detect, in pixels: an array (D, 6) for each scene.

    part : the priors that may answer, a slice; all of them where nothing is said.
    """
    priors, found = our_priors()[0][part], []
    for start in range(0, len(X), 50):
        for cls, loc in zip(*net.forward(X[start : start + 50])):
            rows = np.array(detect(cls[part], loc[part], priors, min_score), dtype=float).reshape(-1, 6)
            rows[:, :4] *= SIDE
            found.append(rows)
    return found


# %% [markdown] lang="en"
r"""
### First something easy

When a network learns badly, is it the task that is hard, or is there a mistake in the code? To tell these apart, one
begins with a task that must work. Here: scenes with **one or two** objects, of which at most a tenth is hidden, and four
epochs. If the mAP@.5 stays far below 0.99, look for the mistake in one of your parts before you train any longer.

The cell then shows the same detector the scenes of section 1, with up to four objects. **Guess first**: how much does it
lose on crowds that it has never seen?
"""

# %% [markdown] lang="ko"
r"""
### 먼저 쉬운 것부터

신경망이 잘 배우지 못할 때, 문제가 어려운 것일까요, 코드가 틀린 것일까요? 이 둘을 가려내려면 반드시 되어야 하는 쉬운 문제부터 풀게 해 봅니다. 여기서는 물체가 **하나나 둘**이고 가려진
부분이 십분의 일을 넘지 않는 장면으로 4 에폭만 학습합니다. mAP@.5가 0.99에 한참 못 미치면, 더 오래 학습하기 전에 여러분이 만든 부품에서 틀린 곳을 찾으십시오.

그다음에는 같은 탐지기에 1절의 장면, 곧 물체가 넷까지 있는 장면을 보여 줍니다. **먼저 예상해 보십시오.** 붐비는 장면을 한 번도 보지 못한 탐지기는 점수를 얼마나 잃을까요?
"""


# %% demo=true
EASY = {"most": 2, "seen": 0.9}  # at most two objects; at least 0.9 of each is to be seen


def first_run():
    """Train a detector on easy scenes; measure it on new ones, easy and crowded."""
    net = learn(epochs=4, **EASY)[0]
    for name, kind in (("easy", EASY), ("crowded", {})):
        X, objects = new_scenes(**kind)
        found = detections(net, X)
        for t in (0.5, 0.75):
            mAP = mean_average_precision(found, objects, t)
            print(f"mAP@{t:g} on {len(X)} {name} scenes: {mAP:.3f}")


first_run()

# %% [markdown] lang="en"
r"""
The mAP@.5 is **0.992** and the mAP@.75 0.968. (Two other seeds gave 0.991 and 0.990 at 0.5.) So all parts work together.

On crowded scenes the same detector has 0.944 and 0.790. It has learnt what shapes look like, but not what a crowd
leaves visible of them. A network is good at what it has seen. So now it learns from scenes of the harder kind.
"""

# %% [markdown] lang="ko"
r"""
mAP@.5가 **0.992**, mAP@.75가 0.968입니다. (다른 시드 둘로는 0.5에서 0.991과 0.990이 나왔습니다.) 부품이 모두 맞물려 돌아간다는 뜻입니다.

같은 탐지기가 붐비는 장면에서는 0.944와 0.790입니다. 도형이 어떻게 생겼는지는 배웠지만, 여럿이 가리고 남은 모습은 본 적이 없습니다. 신경망은 본 것을 잘합니다. 그래서 이제
어려운 장면으로 학습합니다.
"""


# %% demo=true figure="training"
def plot_training():
    """Train a detector, measure it on new scenes, and draw its loss."""
    net, losses = learn()
    X, objects = new_scenes()
    found = detections(net, X)
    for t in (0.5, 0.75):
        print(f"mAP@{t:g} on {len(X)} new scenes: {mean_average_precision(found, objects, t):.3f}")
    counts = np.array([len(rows) for rows in objects])
    for k in np.unique(counts):
        some = np.flatnonzero(counts == k)
        part = mean_average_precision([found[i] for i in some], [objects[i] for i in some], 0.5)
        print(f"mAP@0.5 on the {len(some)} of them with {k} object{'s' if k > 1 else ''}: {part:.3f}")
    classes, targets = answers(objects)
    print(f"{np.mean(np.sum(classes > 0, axis=1)):.1f} of {classes.shape[1]} priors of a scene answer for an object")
    move, grow = targets[classes > 0][:, :2].std(), targets[classes > 0][:, 2:].std()
    print(f"standard deviation of the targets: centre {move:.2f}, size {grow:.2f}")
    figure, axis = plt.subplots(figsize=(6.5, 3.4), layout="constrained")
    plots.curves(axis, range(1, len(losses) + 1), {"training": losses}, "epoch", "loss", markers=True)
    axis.set(ylim=(0, None), xticks=range(1, len(losses) + 1))


plot_training()
plt.show()

# %% [markdown] lang="en"
r"""
![The loss in training over five epochs. It falls steeply from 2.9 to 1.7 and then more and more slowly to
1.1.](attachment:training.png)

The loss falls from 2.89 to 1.12. On 500 new scenes the detector has a **mAP@.5 of 0.972** and a mAP@.75 of 0.844. (On
another machine the numbers may differ by a percent, since sums are rounded in another order. Two other seeds gave 0.985 and
0.974.)

Where are the points that are missing? The cell also measures the scenes by the number of their objects:

| objects in the scene | 1 | 2 | 3 | 4 |
|---|---|---|---|---|
| mAP@.5 | **0.996** | 0.986 | 0.972 | 0.950 |

One shape alone is hardly ever missed. What is hard is shapes close together: they hide parts of each other, and the same
priors fit both.

Which of your parts does this depend on? Two of them were taken out for a try, each with two seeds. With *all* negatives in
the loss, in place of three for each positive, the mAP@.5 is 0.910 and 0.948 in place of 0.972 and 0.985: mining is worth
four to six points. Without the second rule of `match_priors`, a prior for every object, it is 0.964 and 0.974, hardly
less. But of the objects of 14 pixels or more only 83.4 and 84.8 % are found in place of 93.4 and 92.1 %; section 9 shows
why.

### What it finds

Eight new scenes, the first ones, not chosen. White: the objects. Yellow and dashed: what the detector is at least 50 %
sure of.

![Eight scenes with white boxes around the objects and dashed yellow boxes with class and probability around what was
found. 20 of the 21 objects are found, with boxes that fit; a small triangle in front of a large square is
not.](attachment:detections.png)
"""

# %% [markdown] lang="ko"
r"""
![다섯 에폭 동안의 학습 손실. 2.9에서 1.7로 가파르게 내려가고 그 뒤로는 점점 느리게 1.1까지 내려간다.](attachment:training.png)

손실이 2.89에서 1.12로 내려갑니다. 새 장면 500장에서 **mAP@.5가 0.972**, mAP@.75가 0.844입니다. (컴퓨터가 다르면 더하는 순서에 따라 반올림이 달라져
1 %p쯤 다를 수 있습니다. 다른 시드 둘로는 0.985와 0.974가 나왔습니다.)

모자란 점수는 어디에서 잃었을까요? 셀에서는 장면에 있는 물체의 수에 따라서도 나누어 잽니다.

| 장면에 있는 물체의 수 | 1 | 2 | 3 | 4 |
|---|---|---|---|---|
| mAP@.5 | **0.996** | 0.986 | 0.972 | 0.950 |

도형이 하나뿐이면 놓치는 일이 거의 없습니다. 어려운 것은 가까이 모여 있는 도형입니다. 서로 일부를 가리고, 같은 프라이어가 둘 다에 맞기 때문입니다.

이 결과는 여러분이 만든 것 가운데 무엇 덕분일까요? 둘을 하나씩 빼고 시드 두 개로 다시 학습해 보았습니다. 양성 하나에 셋이 아니라 음성을 *모두* 손실에 넣으면
mAP@.5가 0.972와 0.985에서 0.910과 0.948로 떨어집니다. 어려운 음성 고르기가 4점에서 6점을 올려 준 셈입니다. `match_priors`의 둘째 규칙, 곧 물체마다 프라이어를 하나씩 주는
규칙을 빼면 0.964와 0.974로 별로 떨어지지 않습니다. 그러나 14픽셀 이상인 물체는 93.4와 92.1 % 대신 83.4와 84.8 %만 찾습니다. 까닭은 9절에서 알 수 있습니다.

### 무엇을 찾는가

새 장면 여덟 장입니다. 고른 것이 아니라 맨 앞의 여덟 장입니다. 흰 상자가 물체이고, 노란 점선 상자가 탐지기가 50 % 이상 확신한 것입니다.

![장면 여덟 개에 물체는 흰 상자로, 찾은 것은 클래스와 확률이 적힌 노란 점선 상자로 그려져 있다. 물체 21개 가운데 20개를 찾았고 상자도 잘 맞는다. 큰 정사각형 앞에 있는
작은 삼각형만 찾지 못했다.](attachment:detections.png)
"""


# %% demo=true figure="detections"
def plot_detections():
    """Draw what the student's detector finds in new scenes."""
    X, objects = new_scenes()
    figure, axes = plt.subplots(2, 4, figsize=(12, 6.4), layout="constrained")
    for axis, x, rows, found in zip(axes.flat, X, objects, detections(learn()[0], X[:8], 0.5)):
        show_scene(axis, x)
        plots.boxes(axis, rows, width=2)
        names = [f"{NAMES[int(row[5])]} {row[4]:.2f}" for row in found]
        plots.boxes(axis, found, names, style="--", color="yellow", width=1.4)


plot_detections()
plt.show()

# %% [markdown] lang="en"
r"""
The mistakes are worth a look. Of 21 objects one is missing: the small triangle in the third scene of the upper row, which
stands in front of a square of almost the same colour. And where two squares overlap, in the first scene of the lower row, the
detector is less sure of both, 0.66 and 0.69.

## 9. Which sizes fail?

One number such as 0.972 hides where the mistakes are. So sort the 1,226 objects of the new scenes by **size**, the root of
width times height in pixels, and ask for each group: how many are found, by a detection of their class with a score of
at least 0.5 and an IoU of at least 0.5?

And whose fault is it? Your `detect` works with any part of the priors. So the cell also lets each map answer *alone*:
only its priors, with their scores and offsets. **Guess first**: which curve is highest at which size?

![The share of objects found against their size in pixels. All maps together: 0.76 below 6, between 0.92 and 0.96 from 6
on. The 16×16 map alone follows this curve up to 8 and falls to 0 at 10 to 14. The 8×8 map alone rises to 0.95 at
10 to 14 and falls to 0.35. The 4×4 map alone is 0 up to 10 and rises to 0.82.](attachment:sizes.png)
"""

# %% [markdown] lang="ko"
r"""
틀린 것을 눈여겨볼 만합니다. 물체 21개 가운데 하나를 찾지 못했습니다. 윗줄 셋째 장면에서 색이 거의 같은 정사각형 앞에 있는 작은 삼각형입니다. 또 아랫줄 첫째
장면에서는 정사각형 둘이 겹치는데, 둘 다 확률이 0.66과 0.69로 낮습니다.

## 9. 어떤 크기를 놓치는가

0.972 같은 수 하나만 보아서는 어디에서 틀렸는지 알 수 없습니다. 새 장면에 있는 물체 1,226개를 **크기**(너비와 높이를 곱한 것의 제곱근, 픽셀)로
나누어 봅시다. 묶음마다, 클래스가 맞고 점수가 0.5 이상이며 IoU가 0.5 이상인 탐지가 있는 물체의 비율을 구합니다.

누구의 책임일까요? 여러분의 `detect`는 프라이어의 일부만으로도 동작합니다. 그래서 셀에서는 맵마다 *혼자* 답하게도 해 봅니다. 그 맵의 프라이어와 점수와
오프셋만 쓰는 것입니다. **먼저 예상해 보십시오.** 어느 크기에서 어느 곡선이 가장 높을까요?

![물체의 크기(픽셀)에 따른 찾은 비율. 모든 맵을 쓰면 6 미만에서 0.76, 6부터는 0.92에서 0.96 사이이다. 16×16 맵만 쓰면 8까지는 이 곡선과 같고 10\~14에서 0으로
떨어진다. 8×8 맵만 쓰면 10\~14에서 0.95까지 올랐다가 0.35로 떨어진다. 4×4 맵만 쓰면 10까지 0이고 그 뒤에 0.82까지
올라간다.](attachment:sizes.png)
"""

# %% given=true
EDGES = (0, 6, 8, 10, 14, 32)  # pixels
GROUPS = ("below 6", "6 to 8", "8 to 10", "10 to 14", "14 and more")


def size_groups(objects):
    """Return for each object of all scenes the place of its size √(width · height) in GROUPS."""
    rows = np.concatenate(objects)
    return np.digitize(np.sqrt((rows[:, 2] - rows[:, 0]) * (rows[:, 3] - rows[:, 1])), EDGES[1:-1])


def share_found(found, objects):
    """Return for each group of sizes the share of objects that a detection of their class overlaps by 0.5 or more."""
    hits = []
    for dets, rows in zip(found, objects):
        hits.append(np.isin(np.arange(len(rows)), match(dets, rows, 0.5)))
    hits, groups = np.concatenate(hits), size_groups(objects)
    return np.array([hits[groups == g].mean() for g in range(len(GROUPS))])


# %% demo=true figure="sizes"
def plot_sizes(min_score=0.5):
    """Draw and print how many objects of each size are found, by all priors and by those of one map alone."""
    net, (X, objects), (priors, parts) = learn()[0], new_scenes(), our_priors()
    shares = {"all maps": share_found(detections(net, X, min_score), objects)}
    for (H, W), part in zip(MAPS, parts):
        shares[f"{H}×{W} alone"] = share_found(detections(net, X, min_score, part), objects)
    groups = size_groups(objects)
    best = iou_matrix(np.concatenate(objects)[:, :4] / SIDE, priors).max(axis=1)
    print(f"{'size in pixels':14} objects {' '.join(f'{name:>11}' for name in shares)}  best prior below 0.5")
    for g, name in enumerate(GROUPS):
        numbers = " ".join(f"{100 * values[g]:9.1f} %" for values in shares.values())
        print(f"{name:14} {np.sum(groups == g):7} {numbers} {100 * np.mean(best[groups == g] < 0.5):13.1f} %")
    figure, axis = plt.subplots(figsize=(8, 4), layout="constrained")
    plots.curves(axis, range(len(GROUPS)), shares, "size of the object in pixels", "share found", markers=True)
    axis.set_xticks(range(len(GROUPS)), GROUPS)
    axis.set_ylim(-0.03, 1.05)
    axis.legend(loc="upper left", bbox_to_anchor=(1.01, 1))


plot_sizes()
plt.show()

# %% [markdown] lang="en"
r"""
| size in pixels | objects | all maps | 16×16 alone | 8×8 alone | 4×4 alone | best prior below 0.5 |
|---|---|---|---|---|---|---|
| below 6 | 193 | **76.2 %** | 76.2 % | 0.0 % | 0.0 % | 19.7 % |
| 6 to 8 | 374 | 93.9 % | 93.9 % | 13.4 % | 0.0 % | 0.0 % |
| 8 to 10 | 227 | 92.5 % | 75.8 % | 78.0 % | 0.0 % | 0.0 % |
| 10 to 14 | 281 | 95.7 % | 1.1 % | 94.7 % | 18.5 % | 1.4 % |
| 14 and more | 151 | 93.4 % | 0.0 % | 35.1 % | 81.5 % | 18.5 % |

The maps have divided the work among themselves as the priors told them to: each finds the objects that are about as large as
its boxes. Nobody has programmed that into the network; it follows from which priors were positives in training.

The last column says what share of the objects has no prior with an IoU of 0.5 or more. They had to be content with the second rule
of section 3. There are many of them at both ends.

**A try, made for you.** Are the smallest objects missed because their priors of 6.4 pixels are too large? With
`SCALES = (0.16, 0.32, 0.52)` the smallest priors have 5.1 pixels. Everything else stayed the same:

| size in pixels | found with 0.2 | found with 0.16 | best prior below 0.5, with 0.2 | with 0.16 |
|---|---|---|---|---|
| below 6 | 76.2 % | 75.6 % | 19.7 % | 3.1 % |
| 6 to 8 | 93.9 % | 78.9 % | 0.0 % | 6.7 % |
| 8 to 10 | 92.5 % | 78.9 % | 0.0 % | 7.0 % |
| 10 to 14 | 95.7 % | 97.5 % | 1.4 % | 1.4 % |
| 14 and more | 93.4 % | 90.1 % | 18.5 % | 18.5 % |

The mAP@.5 fell from 0.972 to 0.957. How much of this is chance? With two other seeds and the old scale, 78.2 % of the
objects below 6 pixels were found both times, and 93.9 and 93.0 % of those from 6 to 8. And one more measurement, with the
scales as they were: if a detection counts whatever its class, 81.9 % of the objects below 6 pixels are found; if it counts
from a score of 0.1 on, with the right class, 95.9 %.
"""

# %% [markdown] lang="ko"
r"""
| 크기(픽셀) | 물체 | 모든 맵 | 16×16만 | 8×8만 | 4×4만 | 가장 나은 프라이어가 0.5 미만 |
|---|---|---|---|---|---|---|
| 6 미만 | 193 | **76.2 %** | 76.2 % | 0.0 % | 0.0 % | 19.7 % |
| 6\~8 | 374 | 93.9 % | 93.9 % | 13.4 % | 0.0 % | 0.0 % |
| 8\~10 | 227 | 92.5 % | 75.8 % | 78.0 % | 0.0 % | 0.0 % |
| 10\~14 | 281 | 95.7 % | 1.1 % | 94.7 % | 18.5 % | 1.4 % |
| 14 이상 | 151 | 93.4 % | 0.0 % | 35.1 % | 81.5 % | 18.5 % |

맵들은 프라이어가 시킨 대로 일을 나누었습니다. 저마다 제 상자와 크기가 비슷한 물체를 찾습니다. 신경망에 그렇게 하라고 프로그램한 사람은 없습니다. 학습할 때 어느
프라이어가 양성이었느냐에 따라 정해진 것입니다.

마지막 열은 IoU가 0.5 이상인 프라이어가 하나도 없는 물체의 비율입니다. 이런 물체는 3절의 둘째 규칙으로 받은 프라이어 하나뿐입니다. 양쪽 끝에 많습니다.

**미리 해 본 실험.** 가장 작은 물체를 놓치는 것은 6.4픽셀인 프라이어가 너무 크기 때문일까요? `SCALES = (0.16, 0.32, 0.52)`로 바꾸면 가장 작은 프라이어가
5.1픽셀이 됩니다. 나머지는 모두 그대로입니다.

| 크기(픽셀) | 0.2일 때 찾은 비율 | 0.16일 때 | 가장 나은 프라이어가 0.5 미만, 0.2일 때 | 0.16일 때 |
|---|---|---|---|---|
| 6 미만 | 76.2 % | 75.6 % | 19.7 % | 3.1 % |
| 6\~8 | 93.9 % | 78.9 % | 0.0 % | 6.7 % |
| 8\~10 | 92.5 % | 78.9 % | 0.0 % | 7.0 % |
| 10\~14 | 95.7 % | 97.5 % | 1.4 % | 1.4 % |
| 14 이상 | 93.4 % | 90.1 % | 18.5 % | 18.5 % |

mAP@.5는 0.972에서 0.957로 떨어졌습니다. 우연은 어느 정도일까요? 원래 스케일로 시드만 바꾸어 두 번 더 해 보니 6픽셀 미만은 두 번 다 78.2 %, 6\~8픽셀은 93.9 %와
93.0 %를 찾았습니다. 스케일을 원래대로 두고 한 가지를 더 재었습니다. 클래스가 무엇이든 맞은 것으로 치면 6픽셀 미만인 물체의 81.9 %를 찾습니다. 클래스가 맞고
점수가 0.1만 넘어도 된다고 하면 95.9 %를 찾습니다.
"""

# %% [markdown] lang="en"
r"""
## 10. A question to answer in words

Write six to ten sentences in the cell below. It is graded by a person, 3 points. Use the numbers of section 9.

1. Which size does the detector miss most, and which feature map answers for it? Give the numbers that show it.
2. Somebody says: "The small objects are missed because no prior fits them." What do the two tables say about that? Why did
   the sizes 6 to 10 suffer from the smaller scale, and what else makes small objects hard?
3. Why do so many large objects have no prior with an IoU of 0.5, although the priors of the 4×4 map are 16.6 pixels large?
   (How far apart are its places?) Most of them are found all the same: thanks to what? Propose a change that gives them
   better priors, and say what it costs.
"""

# %% [markdown] lang="ko"
r"""
## 10. 글로 답하는 문제

아래 셀에 여섯 문장에서 열 문장 정도로 답하십시오. 사람이 채점하며 3점입니다. 9절의 수를 쓰십시오.

1. 탐지기는 어떤 크기를 가장 많이 놓치고, 그 크기를 맡은 것은 어느 특징 맵입니까? 그것을 보여 주는 수를 드십시오.
2. 누군가 이렇게 말합니다. '작은 물체를 놓치는 것은 맞는 프라이어가 없기 때문이다.' 두 표를 보면 어떻습니까? 스케일을 줄였을 때 6\~10픽셀인 물체는 왜
   더 많이 놓쳤고, 작은 물체가 어려운 다른 까닭은 무엇입니까?
3. 4×4 맵의 프라이어는 16.6픽셀이나 되는데도 큰 물체 가운데 IoU가 0.5 이상인 프라이어가 없는 것이 왜 이렇게 많습니까? (자리들이 서로 얼마나 떨어져 있습니까?)
   그런데도 대부분은 찾습니다. 무엇 덕분입니까? 더 잘 맞는 프라이어를 줄 방법을 하나 제안하고, 그 대가도 말하십시오.
"""

# %% [markdown] answer="sizes" points=3 lang="en"
r"""
**Model answer.**

1. The smallest objects fail most: of those below 6 pixels 76.2 % are found, of every other group more than 92 %. The
   16×16 map answers for them; alone it finds exactly as many, and the other two find none.
2. The tables refute it. With the scale 0.16 only 3.1 % of the smallest objects have no fitting prior instead of 19.7 %, and
   yet no more of them are found: 75.6 instead of 76.2 %, no more than another seed changes. The sizes from 6 to 10
   suffer because a gap has opened: the priors now have 5.1 and 10.2 pixels, a factor of 2. An object of 7.2 pixels in
   between has an IoU of at most (5.1 / 7.2)² = 0.5 with either, even at the very same centre; with 6.4 and 10.2 pixels it
   was 0.62 at the worst. So it gets fewer positives, and poorer ones. What else: an object of 5 pixels consists of
   25 pixels with noise, often partly hidden, and 12 or 24 channels after three convolutions are all that the network has
   to tell a circle from a square. The network sees that something is there but is not sure what: with any class 81.9 %
   are found, with a score from 0.1 on 95.9 %.
3. The places of the 4×4 map are 8 pixels apart. An object in the middle between four places is 4 pixels off in both
   directions: 12.6 of 16.6 pixels overlap each way, IoU = 12.6² / (2 · 16.6² − 12.6²) = 0.41. They are found thanks to the
   second rule, which gives each object one prior in training: without it 83.4 % are found instead of 93.4 %. A change:
   give the 8×8 map a second prior of about 16 pixels at each place. It costs 64 priors more, with their scores and
   offsets: more computing, more background. (An answer of that map depends on 27×27 pixels, which is enough. Or: a lower t,
   which admits poorer positives; or a finer map in place of 4×4, with more computing.)

**Rubric**, 1 point each.

- The smallest named, with numbers, and their map. Half a point for one of the two, or without numbers.
- The table refutes the claim (priors fit much better, no more is found), *and* one of: the gap between the scales, or
  few pixels / unsure class. Half a point for one part only.
- The distance of the places as the reason, the second rule, and a change with its cost. Half a point for two of the three.
"""

# %% [markdown] answer="sizes" points=3 lang="ko"
r"""
**모범 답안.**

1. 가장 작은 물체를 가장 많이 놓칩니다. 6픽셀 미만은 76.2 %만 찾고, 나머지 묶음은 모두 92 % 넘게 찾습니다. 맡은 것은 16×16 맵입니다. 이 맵 혼자서도 똑같이 찾고 나머지
   두 맵은 하나도 찾지 못합니다.
2. 표는 그렇지 않다고 말합니다. 스케일이 0.16이면 맞는 프라이어가 없는 작은 물체가 19.7 %에서 3.1 %로 줄지만 더 찾지는 못합니다. 76.2 %에서 75.6 %가 되었는데, 시드에 따라 달라지는
   정도를 넘지 않습니다. 6\~10픽셀이 나빠진 것은 틈이 생겼기 때문입니다. 프라이어가 5.1픽셀과 10.2픽셀로 두 배 차이입니다. 그 사이인 7.2픽셀 물체는 중심이 똑같아도 IoU가 기껏해야 (5.1 /
   7.2)² = 0.5입니다. 6.4와 10.2픽셀일 때는 가장 나빠도 0.62였습니다. 그래서 양성이 줄고 덜 맞습니다. 다른 까닭도 있습니다. 5픽셀짜리 물체는 잡음 섞인 픽셀 25개뿐이고
   가려지기도 합니다. 합성곱 셋을 지난 채널 24개로 원과 정사각형을 가려야 합니다. 신경망은 무언가 있다는 것은 알지만 무엇인지 확신하지 못합니다. 클래스를 따지지 않으면 81.9 %,
   점수가 0.1만 넘으면 된다고 하면 95.9 %를 찾습니다.
3. 4×4 맵의 자리들은 8픽셀씩 떨어져 있습니다. 자리 넷의 한가운데에 있는 물체는 가로세로로 4픽셀씩 어긋납니다. 16.6픽셀 가운데 12.6픽셀씩 겹치므로 IoU = 12.6² / (2 · 16.6² − 12.6²)
   = 0.41입니다. 그런데도 찾는 것은 학습할 때 물체마다 프라이어를 하나씩 주는 둘째 규칙 덕분입니다. 이 규칙이 없으면 93.4 % 대신 83.4 %만 찾습니다. 고칠 방법: 8×8 맵의 자리마다
   16픽셀쯤 되는 프라이어를 하나 더 둡니다. 프라이어가 64개, 그만큼의 점수와 오프셋이 늘어 계산도 배경도 많아집니다. (이 맵의 답은
   27×27픽셀을 보므로 범위는 충분합니다. 또는 t를 낮추는데, 덜 맞는 양성이 섞입니다. 4×4 대신 더 촘촘한 맵을 쓰면 계산이 늡니다.)

**채점 기준**, 각 1점.

- 가장 작은 것을 수와 함께 들고 그 맵을 말함. 둘 중 하나만 있거나 수가 없으면 0.5점.
- 표가 그 주장과 맞지 않는다는 것(프라이어는 훨씬 잘 맞는데 더 찾지 못함)*과*, 스케일 사이의 틈 또는 적은 픽셀과 불확실한 클래스 가운데 하나. 한쪽만 있으면 0.5점.
- 자리 사이의 거리라는 까닭, 둘째 규칙, 고칠 방법과 대가. 셋 중 둘이면 0.5점.
"""

# %% demo=true
unit.score()

# %% [markdown] lang="en"
r"""
## What to read next

- Wei Liu and others, "SSD: Single Shot MultiBox Detector" (ECCV 2016, arXiv 1512.02325). At full size: photos of
  300×300 pixels, VGG-16 as the first layers, six maps from 38×38 to 1×1 with 4 or 6 boxes at each place, 8,732 in all. On
  VOC 2007 it has a mAP of 74.3 % at 59 images a second on a Titan X. Its introduction gives 73.2 % at 7 images a second for
  Faster R-CNN and 63.4 % at 45 for YOLO. Figure 4 sorts the mistakes by size, as you did: small objects are the
  weak point there too.
- Joseph Redmon and others, "You Only Look Once: Unified, Real-Time Object Detection" (CVPR 2016, arXiv 1506.02640): the
  other detector of one look, with a single map.
- Shaoqing Ren and others, "Faster R-CNN" (2015, arXiv 1506.01497): the priors are called anchors there, and a second
  network looks at the best of them once more.
- Tsung-Yi Lin and others, "Feature Pyramid Networks for Object Detection" (CVPR 2017, arXiv 1612.03144): hands what the
  coarse maps know back to the fine ones, which helps the small objects.
- Tsung-Yi Lin and others, "Focal Loss for Dense Object Detection" (ICCV 2017, arXiv 1708.02002): a loss that makes
  mining unnecessary.

What our small version leaves out: the second box of ratio 1 at each place, the ratios 2, 3, 1/2 and 1/3, a backbone that
has learnt from a million photos, and augmentation by random crops, which alone brought the authors about nine points. And our scenes are
drawn: no shadow, no texture, three classes.
"""

# %% [markdown] lang="ko"
r"""
## 더 읽을거리

- Wei Liu 등, "SSD: Single Shot MultiBox Detector" (ECCV 2016, arXiv 1512.02325). 논문의 크기는 이렇습니다. 300×300 픽셀 사진, 앞쪽 층은 VGG-16, 38×38에서
  1×1까지 맵 여섯 개, 자리마다 상자 4개나 6개, 모두 8,732개. VOC 2007에서 mAP 74.3 %이고 Titan X에서 1초에 59장을 처리합니다. 서론에 따르면 Faster R-CNN은 73.2 %에 1초에 7장, YOLO는
  63.4 %에 45장입니다. 그림 4에서는 여러분이 한 것처럼 오류를 크기별로 나누었습니다. 거기서도 작은 물체가 약점입니다.
- Joseph Redmon 등, "You Only Look Once: Unified, Real-Time Object Detection" (CVPR 2016, arXiv 1506.02640). 역시 한 번만 보는 탐지기이며 맵이 하나입니다.
- Shaoqing Ren 등, "Faster R-CNN" (2015, arXiv 1506.01497). 여기서는 프라이어를 앵커(anchor)라고 하고, 가장 나은 것들을 둘째 신경망이 한 번 더 봅니다.
- Tsung-Yi Lin 등, "Feature Pyramid Networks for Object Detection" (CVPR 2017, arXiv 1612.03144). 성긴 맵이 아는 것을 촘촘한 맵에 돌려주어 작은 물체를 더 잘 찾습니다.
- Tsung-Yi Lin 등, "Focal Loss for Dense Object Detection" (ICCV 2017, arXiv 1708.02002). 음성을 고를 필요가 없게 하는 손실입니다.

우리의 작은 SSD에는 빠진 것이 있습니다. 자리마다 하나 더 있는 비율 1인 상자, 비율 2, 3, 1/2, 1/3, 사진 백만 장으로 미리 학습한 층, 그리고 무작위로 잘라 내는 데이터
증강입니다. 저자들은 이 증강만으로 9점쯤을 얻었습니다. 게다가 우리 장면은 컴퓨터가 그린 것이라 그늘도 무늬도 없고 클래스도 셋뿐입니다.
"""
