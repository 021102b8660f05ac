# %% [markdown] lang="en"
r"""
# R-CNN: from proposals to detections

A classifier says *what* an image shows. A detector also says *where*: it returns boxes, each with a class and a score.
Unit u17 gave you boxes that may hold something, without a name. This unit puts the two together. A box is cut out of
the image, a small network says what is in it, and, since the box is rarely quite right, the same network says how to
correct it. That is R-CNN, "regions with CNN features" (2014), the ancestor of a whole family of detectors.

After it you will be able to

- cut any box out of an image and bring it to the size that a network wants,
- turn boxes and objects into labels that a classifier can learn from,
- write a correction of a box as four numbers that mean the same for small and large boxes, and apply it,
- train a network on a loss for boxes that one bad example cannot spoil,
- turn the outputs of the network into a clean list of detections,
- measure what the correction of the boxes is good for, and what it is not.

You need boxes, IoU, non-maximum suppression (NMS) and average precision from u16, the idea of proposals from u17, and
a convolutional network from u13. All of them are given here. Plan about 85 minutes; section 2 is the hardest.
"""

# %% [markdown] lang="ko"
r"""
# R-CNN: 후보 상자에서 탐지까지

분류기는 이미지에 *무엇이* 있는지 말합니다. 탐지기(detector)는 *어디에* 있는지도 말합니다. 클래스와 점수가 붙은 상자를 내놓는 것입니다. u17에서는 무언가
들어 있을 만한 상자를 얻었지만 이름은 없었습니다. 이 단원에서는 둘을 합칩니다. 이미지에서 상자를 잘라 내면 작은 신경망이 그 안에 무엇이 있는지
말합니다. 상자가 딱 맞는 일은 드물기 때문에, 같은 신경망이 상자를 어떻게 고칠지도 말합니다. 이것이 R-CNN('CNN 특징을 쓰는 영역', 2014년)이고, 여러 탐지기의
조상입니다.

이 단원을 마치면 다음을 할 수 있습니다.

- 이미지에서 어떤 상자든 잘라 내어 신경망이 받는 크기로 바꿉니다.
- 상자와 물체를 보고, 분류기가 배울 수 있는 레이블을 만듭니다.
- 상자를 고치는 방법을 작은 상자에서나 큰 상자에서나 뜻이 같은 수 네 개로 나타내고, 그 수로 상자를 고칩니다.
- 나쁜 예 하나에 휘둘리지 않는 상자용 손실로 신경망을 학습시킵니다.
- 신경망의 출력을 깔끔한 탐지 결과로 바꿉니다.
- 상자를 고치는 것이 어디에 도움이 되고 어디에는 되지 않는지 수로 잽니다.

u16의 상자, IoU, 비최대 억제(NMS), 평균 정밀도와 u17의 후보 상자, u13의 합성곱 신경망을 알고 있으면 됩니다. 모두 여기에 주어져 있습니다. 85분 정도
걸리고, 2절이 가장 어렵습니다.
"""

# %% setup=true
from functools import cache

import matplotlib.pyplot as plt
import numpy as np
from nnlab import Unit, data, plots, widgets
from nnref.activations import softmax
from nnref.affine import Affine
from nnref.boxes import cxcywh_to_xyxy, iou_matrix, match, mean_average_precision, nms, xyxy_to_cxcywh
from nnref.convolution import Convolution
from nnref.layer import Composite
from nnref.layers import Relu, SoftmaxWithLoss
from nnref.optimizers import Adam
from nnref.pooling import Flatten, MaxPooling
from nnref.selective_search import selective_search

unit = Unit("u18_rcnn", lang="en")
check = unit.check

NAMES = ("background", "circle", "square", "triangle")  # class k is NAMES[k]

# %% [markdown] lang="en"
r"""
## 1. The idea, and the proposals

R-CNN answers the question "what is where?" in five steps.

1. **Propose.** Selective Search gives a few boxes that may hold an object.
2. **Crop and warp.** Each box is cut out and stretched to 16×16 pixels, whatever its shape.
3. **Classify.** A network gives each crop a score for each class, and for the background.
4. **Correct.** The same network gives four numbers that say how to move and resize the box.
5. **Clean up.** Of boxes that show the same object, NMS keeps the best.

The scenes are those of the last two units: 32×32 pixels, one to four circles, squares and triangles, classes 1, 2 and 3.
Class 0 is the **background**: everything that is no object. A box is x1, y1, x2, y2 in continuous coordinates, and
pixel j covers j to j + 1.

**A problem that we do not have.** On these scenes Selective Search is too good. The shapes have clear colours, so
for half of the objects one of its boxes fits without any error: the next cell prints an IoU of 1.00 in the middle. Then there is
nothing to correct. In a photo, with shadows, textures and things in front of things, boxes only fit roughly.

So we make the proposals as rough as that. `loosen` replaces each box by four copies, moves each by up to 12 % of
its size, and makes each side up to 22 % longer or 18 % shorter. Of the exact boxes 61 %
reach an IoU of 0.5 with some object and 53 % reach 0.75; of the loose ones it is 58 % and only 23 %. (The rest surround two objects or
the whole scene.) Everything that follows uses the loose boxes, and section 8 looks at what happens with the exact ones.

![Two scenes, each twice. On the left the boxes of Selective Search, which fit the shapes exactly; on the right four
loose copies of each box, some too large, some shifted.](attachment:proposals.png)
"""

# %% [markdown] lang="ko"
r"""
## 1. 아이디어와 후보 상자

R-CNN은 '무엇이 어디에 있는가'에 다섯 단계로 답합니다.

1. **후보를 냅니다.** 선택적 탐색(Selective Search)이 물체가 있을 만한 상자를 몇 개 냅니다.
2. **잘라서 늘입니다.** 상자마다 잘라 내어, 모양이 어떻든 16×16픽셀로 늘이거나 줄입니다(crop and warp).
3. **분류합니다.** 신경망이 잘라 낸 조각마다 클래스와 배경의 점수를 줍니다.
4. **고칩니다.** 같은 신경망이 상자를 어떻게 옮기고 키울지 말해 주는 수 네 개를 줍니다.
5. **정리합니다.** 같은 물체를 가리키는 상자들 가운데 가장 좋은 것을 NMS로 남깁니다.

장면은 앞의 두 단원과 같습니다. 32×32픽셀에 원, 정사각형, 삼각형이 한 개에서 네 개 있고 차례로 클래스 1, 2, 3입니다. 클래스 0은 **배경**(background)이며, 물체가
아닌 모든 것입니다. 상자는 연속 좌표로 x1, y1, x2, y2이고, 픽셀 j는 j에서 j + 1까지 차지합니다.

**우리에게는 없는 문제.** 이 장면에서는 선택적 탐색이 너무 잘합니다. 도형의 색이 뚜렷해서 물체의 절반은 상자 하나가 오차 없이 꼭 맞습니다. 다음 셀이 출력하는 IoU의
중앙값이 1.00입니다. 그러면 고칠 것이 없습니다. 그림자와 무늬가 있고 물건이 물건을 가리는 사진에서는 상자가 대강만 맞습니다.

그래서 후보 상자를 그만큼 거칠게 만듭니다. `loosen`은 상자마다 복사본을 네 개 만들어, 크기의 12 %까지 옮기고 가로와 세로를 22 %까지 늘이거나 18 %까지 줄입니다. 꼭 맞는 상자는 61 %가 어떤 물체와의 IoU가
0.5 이상이고 53 %가 0.75 이상입니다. 느슨한 상자는 58 %가 0.5 이상이지만 0.75 이상인 것은 23 %뿐입니다. (나머지는 두 물체를 함께 싸거나 장면 전체를 쌉니다.) 앞으로는 모두 느슨한
상자를 쓰고, 꼭 맞는 상자로는 어떻게 되는지 8절에서 봅니다.

![장면 두 개를 두 번씩 그렸다. 왼쪽은 도형에 꼭 맞는 선택적 탐색의 상자, 오른쪽은 상자마다 만든 느슨한 복사본 네 개로 너무 크거나 옆으로
밀린 것이 있다.](attachment:proposals.png)
"""


# %% given=true
def loosen(boxes, copies, rng):
    """Return `copies` rough versions of each box (N, 4): moved by up to 12 % of its size, each side times 0.82 to 1.22."""
    b = np.repeat(xyxy_to_cxcywh(boxes), copies, axis=0)
    b[:, :2] += rng.uniform(-0.12, 0.12, (len(b), 2)) * b[:, 2:]
    b[:, 2:] *= np.exp(rng.uniform(-0.2, 0.2, (len(b), 2)))
    return cxcywh_to_xyxy(b)


def proposals(X, rng, copies=4):
    """Return the proposals of each scene of X, a list of arrays (P, 4): Selective Search, loosened unless copies is 0."""
    exact = [selective_search(x, k=1.0, min_size=8) for x in X]
    return [loosen(boxes, copies, rng) for boxes in exact] if copies else exact


def show_scene(axis, x, title=""):
    """Draw a scene (3, H, W) so that the coordinates of boxes and axes agree."""
    axis.imshow(np.asarray(x).transpose(1, 2, 0), extent=(0, x.shape[2], x.shape[1], 0))
    axis.set(xlim=(-3, 35), ylim=(35, -3), xticks=(0, 16, 32), yticks=(0, 16, 32), facecolor="0.6")
    axis.set_title(title, fontsize=9)


# %% demo=true figure="proposals"
def plot_proposals():
    """Draw two scenes with the exact and with the loose proposals; print how well both fit the objects of 100 scenes."""
    rng = np.random.default_rng(3)
    X, objects = data.scenes(100, rng)
    exact = proposals(X, rng, copies=0)
    loose = [loosen(boxes, 4, rng) for boxes in exact]
    figure, axes = plt.subplots(1, 4, figsize=(11, 3.2), layout="constrained")
    for place, n in ((0, 22), (2, 4)):
        for axis, name, found in ((axes[place], "exact", exact), (axes[place + 1], "loose", loose)):
            show_scene(axis, X[n], f"{name}: {len(found[n])} boxes")
            plots.boxes(axis, found[n], width=1.2)
    for name, found in (("exact", exact), ("loose", loose)):
        one = np.concatenate([iou_matrix(b, g[:, :4]).max(axis=0) for b, g in zip(found, objects)])
        every = np.concatenate([iou_matrix(b, g[:, :4]).max(axis=1) for b, g in zip(found, objects)])
        print(f"{name}: {np.mean([len(b) for b in found]):.1f} boxes a scene, best IoU of an object: median {np.median(one):.2f}")
        print(f"       proposals that reach 0.5: {100 * np.mean(every >= 0.5):.0f} %, 0.75: {100 * np.mean(every >= 0.75):.0f} %")


plot_proposals()
plt.show()

# %% [markdown] lang="en"
r"""
## 2. Cut out and bring to size

A network with an affine layer wants images of one size. Proposals have any size. So each is cut out and **warped**:
stretched or squeezed to $h \times w$ pixels, without caring that a flat box becomes a square one.

**Where to read.** Divide the box into $h \cdot w$ equal cells, and give each cell the colour of the image at its *centre*.
The centre of the cell in column $j$ lies at

$$x = x_1 + (j + 0.5)\,\frac{x_2 - x_1}{w}$$

Take a box from $x_1 = 2$ to $x_2 = 6$ and $w = 8$. The cells are half a pixel wide, and their centres lie at 2.25,
2.75, 3.25, and so on.

**From coordinates to pixels.** Pixel $j$ covers $j$ to $j + 1$, and its colour is that of its centre, $j + 0.5$. So
counted in pixels the place is $p = x - 0.5$. The first centre, 2.25, is $p = 1.75$: three quarters of the way from
pixel 1 to pixel 2.

**Between pixels** the colour changes linearly. With $p = 1.75$ the result is 0.25 of pixel 1 and 0.75 of pixel 2: the
nearer pixel counts more. In general, with $i = \lfloor p \rfloor$ and the share $b = p - i$, the result is
$(1 - b)\,\mathrm{img}_i + b\,\mathrm{img}_{i+1}$. In two dimensions mix rows first, by the share in $y$ (from $y_1$, $y_2$, $h$
and $H - 1$), then columns; four pixels take part. This is **bilinear interpolation**.

**Beyond the border.** A box may reach out of the image. Out there a point gets the colour of the nearest pixel: limit $p$
to the range from 0 to $W - 1$ before you do anything else with it (and for pixel $i + 1$ use
$\min(i + 1, W - 1)$).

A good test: a box of whole numbers with its own size as $(h, w)$ gives the crop itself, since all centres fall on
pixels. If yours is blurred, look for a half.

**Your turn**, about 8 lines. The rows of an image at a list of places are `img[:, top]`, shape (C, h, W).
"""

# %% [markdown] lang="ko"
r"""
## 2. 잘라서 크기 맞추기

아핀 계층이 있는 신경망은 크기가 정해진 이미지만 받습니다. 후보 상자는 크기가 제각각입니다. 그래서 잘라 낸 다음 $h \times w$픽셀로 늘이거나 줄입니다. 납작한 상자가 정사각형이 되어도
신경 쓰지 않습니다. 이것을 **워핑**(warping)이라고 합니다.

**어디를 읽는가.** 상자를 똑같은 칸 $h \cdot w$개로 나누고, 칸마다 그 *중심*에서 이미지의 색을 읽습니다. $j$열 칸의 중심은 다음과 같습니다.

$$x = x_1 + (j + 0.5)\,\frac{x_2 - x_1}{w}$$

$x_1 = 2$에서 $x_2 = 6$까지인 상자이고 $w = 8$이라고 합시다. 칸의 너비는 반 픽셀이고 중심은 2.25, 2.75, 3.25로 이어집니다.

**좌표에서 픽셀로.** 픽셀 $j$는 $j$에서 $j + 1$까지 차지하고, 그 색은 중심인 $j + 0.5$에서의 색입니다. 그래서 픽셀 번호로 세면 자리는 $p = x - 0.5$입니다. 첫 중심 2.25는 $p = 1.75$, 곧 픽셀 1에서 픽셀 2로
사분의 삼만큼 간 곳입니다.

**픽셀 사이**에서는 색이 직선으로 변합니다. $p = 1.75$이면 픽셀 1의 0.25배와 픽셀 2의 0.75배를 더합니다. 가까운 픽셀의 비중이 더 큽니다. 일반적으로 $i = \lfloor p \rfloor$이고 비율이 $b = p - i$이면 결과는
$(1 - b)\,\mathrm{img}_i + b\,\mathrm{img}_{i+1}$입니다. 이차원에서는 먼저 $y$의 비율로 행끼리 섞고($y_1$, $y_2$, $h$, $H - 1$을 씁니다) 그다음 열끼리 섞습니다. 픽셀 네 개가 섞입니다. 이것이 **쌍선형 보간**(bilinear interpolation)입니다.

**가장자리 밖.** 상자는 이미지 밖으로 나갈 수 있습니다. 바깥의 점은 가장 가까운 픽셀의 색을 가집니다. 다른 계산을 하기 전에 $p$를 0부터 $W - 1$까지로 제한하십시오. (픽셀 $i + 1$ 대신
$\min(i + 1, W - 1)$을 읽으십시오.)

좋은 시험이 하나 있습니다. 좌표가 정수인 상자를 제 크기 $(h, w)$ 그대로 잘라 내면, 중심이 모두 픽셀에 떨어지므로 결과는 잘라 낸 것 그대로입니다. 흐려졌다면 0.5를 빠뜨린 곳이 있는지 보십시오.

빈칸을 채우십시오. 여덟 줄 정도입니다. `img`는 (C, H, W)이고 바이트일 수도 있으며 바꾸지 않습니다. `box`는 (4,)인 실수 배열 x1, y1, x2, y2이고 정수가 아니거나 이미지 밖으로 나갈 수 있습니다. `size`는 높이가 먼저인 (h, w)이고 둘 다 1 이상의 정수입니다. 결과는
(C, h, w)인 실수 배열입니다. 여러 자리의 행을 한꺼번에 꺼내면 `img[:, top]`이고 shape은 (C, h, W)입니다.
"""


# %% exercise="crop_and_warp"
def crop_and_warp(img, box, size):
    """Cut a box out of an image and bring it to a size by bilinear interpolation.

    img : (C, H, W), floats or bytes; not changed.
    box : (4,) floats x1, y1, x2, y2; it may lie between pixels and reach beyond the image.
    size : (h, w), two integers >= 1, the height first.
    Returns (C, h, w) floats: the colours at the centres of h * w equal cells of the box. Beyond the border a point has
    the colour of the nearest pixel.

    Example: one channel, img = [[[0, 10, 20, 30]]], box = [1, 0, 3, 1]. With size (1, 2) the result is [[[10, 20]]], the
    crop itself; with size (1, 4) it is [[[7.5, 12.5, 17.5, 22.5]]].
    """
    ### BEGIN SOLUTION
    (_, H, W), (h, w), (x1, y1, x2, y2) = img.shape, size, box
    y = np.clip(y1 + (np.arange(h) + 0.5) * (y2 - y1) / h - 0.5, 0, H - 1)
    x = np.clip(x1 + (np.arange(w) + 0.5) * (x2 - x1) / w - 0.5, 0, W - 1)
    top, left = np.floor(y).astype(int), np.floor(x).astype(int)
    bottom, right = np.minimum(top + 1, H - 1), np.minimum(left + 1, W - 1)
    a, b = (y - top)[:, None], x - left
    rows = (1 - a) * img[:, top] + a * img[:, bottom]
    return (1 - b) * rows[:, :, left] + b * rows[:, :, right]
    ### END SOLUTION


# %% check="crop_and_warp"
check("crop_and_warp", crop_and_warp)

# %% [markdown] lang="en"
r"""
**A margin around the box.** If a box is too small, its crop shows nothing of the parts that stick out, and no network
could know by how much they do. So the network gets to see more than the box: 1.5 times its width and height, with the box in the
middle. (The paper does so too, with a factor of about 1.16.) `network_input` does this with your function.

Below, three boxes of a scene and what the network sees of each. The small frame in a crop is the box itself.

![A scene with three dashed boxes, numbered, beside three crops of 16 by 16 pixels. In each crop a thin frame marks the
box; one box cuts off a part of a shape, which can be seen outside the frame.](attachment:crops.png)
"""

# %% [markdown] lang="ko"
r"""
**상자 둘레의 여백.** 상자가 너무 작으면 잘라 낸 조각에는 삐져나온 부분이 보이지 않고, 어떤 신경망도 얼마나 삐져나왔는지 알 수 없습니다. 그래서 신경망에는 상자보다 넓은 곳을 보여 줍니다. 상자를 가운데 두고
가로와 세로를 1.5배로 넓힙니다. (논문도 약 1.16배로 넓힙니다.) `network_input`이 여러분의 함수로 그렇게 합니다.

아래는 한 장면의 상자 세 개와, 신경망이 보는 모습입니다. 조각 안의 작은 테두리가 원래 상자입니다.

![번호가 붙은 점선 상자 세 개가 있는 장면과, 16×16픽셀로 잘라 낸 조각 세 개. 조각마다 가는 테두리가 상자를 나타내고, 한 상자는 도형의 일부를 잘라 내지만 테두리 밖에 그 부분이
보인다.](attachment:crops.png)
"""


# %% given=true
SIDE, MARGIN = 16, 1.5  # what the network sees: 16 × 16 pixels of 1.5 times the box


def network_input(x, props):
    """Return what the network sees of the proposals (P, 4) of one scene x (3, H, W): (P, 3, 16, 16), float32."""
    wide = xyxy_to_cxcywh(props)
    wide[:, 2:] *= MARGIN
    found = [crop_and_warp(x, box, (SIDE, SIDE)) for box in cxcywh_to_xyxy(wide)]
    return np.reshape(found, (len(props), 3, SIDE, SIDE)).astype(np.float32)


# %% demo=true figure="crops"
def plot_crops():
    """Draw three boxes of a scene and what the network sees of them, by the student's crop_and_warp."""
    x = data.scenes(24, np.random.default_rng(3))[0][22]
    props = np.array([[1.5, 10, 9, 22], [11, 22.5, 23, 30], [20, 3, 28, 17]])
    figure, axes = plt.subplots(1, 4, figsize=(11, 3.2), layout="constrained")
    show_scene(axes[0], x, "three boxes")
    plots.boxes(axes[0], props, ["1", "2", "3"], style="--")
    edge = SIDE * (1 - 1 / MARGIN) / 2
    for n, (axis, crop) in enumerate(zip(axes[1:], network_input(x, props)), 1):
        axis.imshow(np.clip(crop, 0, 1).transpose(1, 2, 0), extent=(0, SIDE, SIDE, 0))
        plots.boxes(axis, [[edge, edge, SIDE - edge, SIDE - edge]], width=1)
        axis.set(title=f"crop {n}", xticks=(0, 8, 16), yticks=(0, 8, 16))


plot_crops()
plt.show()

# %% [markdown] lang="en"
r"""
## 3. What does a proposal show?

For training, each crop needs a label. We know the objects of the training scenes; a proposal that overlaps a circle
well should be called "circle". How well is well?

Take for each proposal its *best* object, the one of largest IoU. Two thresholds decide:

- IoU ≥ `hi`: the proposal gets the label of this object, 1 to K, the number of classes.
- IoU < `lo`: it shows no object: class 0, the background.
- in between: it shows half an object. To call it "circle" would be wrong, and to call it "background" too. It gets −1,
  and training leaves it out.

With `hi` = 0.5 and `lo` = 0.3, a proposal that overlaps a circle (label 1) with an IoU of 0.62 and a square (label 2) with
0.55 is a circle; one whose largest IoU is 0.4 is not used; one with 0.1 is background.

The correction of the box will need to know more than the class: *which* object is it? So the function returns a second
array, the row of that object in `gts` ("ground truths", the true boxes), and −1 for background and not used.

What if a scene has no object? Then all of it is background, whatever `lo` is. Mind that `argmax` of an empty row is an error.

**Your turn**, about 8 lines. `iou_matrix(A, B)` of unit u16 gives (N, M), a row for each box of A.
"""

# %% [markdown] lang="ko"
r"""
## 3. 후보 상자에는 무엇이 있는가

학습하려면 잘라 낸 조각마다 레이블이 있어야 합니다. 학습 장면에 어떤 물체가 있는지는 알고 있습니다. 원과 잘 겹치는 후보 상자는 '원'이라고 하면 됩니다. 얼마나 겹쳐야 잘 겹치는 것일까요?

후보 상자마다 IoU가 가장 큰 물체를 찾고, 임계값 두 개로 정합니다.

- IoU ≥ `hi`: 그 물체의 레이블(1부터 클래스의 개수 K까지)을 줍니다.
- IoU < `lo`: 물체가 없다고 봅니다. 배경인 클래스 0입니다.
- 그 사이: 물체가 반쯤 들어 있습니다. '원'이라고 해도 틀리고 '배경'이라고 해도 틀립니다. −1을 주고 학습에 쓰지 않습니다.

`hi` = 0.5, `lo` = 0.3일 때, 원(레이블 1)과의 IoU가 0.62이고 정사각형(레이블 2)과의 IoU가 0.55인 후보 상자는 원입니다. 가장 큰 IoU가 0.4이면 쓰지 않고, 0.1이면 배경입니다.

상자를 고칠 때에는 클래스만으로 모자라고 *어느* 물체인지도 알아야 합니다. 그래서 배열을 하나 더 반환합니다. 그 물체가 `gts`(참 상자, ground truth)의 몇 번째 행인지를 적고, 배경과 쓰지 않는 후보 상자에는 −1을 적습니다.

장면에 물체가 하나도 없으면 어떻게 될까요? `lo`가 얼마이든 모두 배경입니다. 빈 행에 `argmax`를 하면 오류가 난다는 점에 주의하십시오.

빈칸을 채우십시오. 여덟 줄 정도입니다. `props`는 (P, 4), `gts`는 (G, 4)인 상자이고 `labels`는 (G,)인 1 이상의 정수이며, G는 0일 수 있습니다. `hi`와 `lo`는 0 ≤ lo ≤ hi인 실수입니다. 모두 바꾸지 않습니다. 결과는 둘 다 (P,)인 정수 배열
`classes`와 `objects`입니다. 물체가 없으면 lo = 0이어도 모두 배경입니다. IoU가 같은 물체가 여럿이면 앞의 것을 고릅니다. u16의 `iou_matrix(A, B)`는 A의 상자마다 한 행인 (N, M)을 줍니다.
"""


# %% exercise="assign_labels"
def assign_labels(props, gts, labels, hi, lo):
    """Say for training what each proposal shows, by the object that it overlaps most.

    props : (P, 4) and gts : (G, 4), boxes x1, y1, x2, y2; G may be 0. labels : (G,) integers >= 1, the classes of gts.
    hi, lo : floats, 0 <= lo <= hi. Nothing is changed.
    Returns classes (P,) and objects (P,), arrays of integers. classes: the label of the object of largest IoU where that IoU is at
    least hi; 0, the background, where it is less than lo; -1, not used, in between. objects: the row of gts whose
    label was given, of equal ones the first; -1 for background and not used. Without objects all is background, even with lo = 0.

    Example: gts = [[0, 0, 4, 4]], labels = [2], hi = 0.5, lo = 0.25. The props [0, 0, 4, 2], [0, 0, 4, 1] and
    [8, 8, 9, 9] have the IoU 0.5, 0.25 and 0: classes is [2, -1, 0] and objects is [0, -1, -1].
    """
    ### BEGIN SOLUTION
    classes, objects = np.zeros(len(props), dtype=int), np.full(len(props), -1)
    if len(gts):
        overlap = iou_matrix(props, gts)
        best, largest = overlap.argmax(axis=1), overlap.max(axis=1)
        found = largest >= hi
        classes[largest >= lo] = -1
        classes[found] = labels[best[found]]
        objects[found] = best[found]
    return classes, objects
    ### END SOLUTION


# %% check="assign_labels"
check("assign_labels", assign_labels)

# %% [markdown] lang="en"
r"""
The same scene three times, with its proposals sorted by your function: objects, not used, background. Two objects stand
close together here, so several proposals surround both and are not used. Of the proposals of 100 scenes 58 % show an object, 9 %
are not used, and 33 % are background.

![Three views of one scene with a triangle and a circle side by side. Left nine solid boxes around the two objects; in the
middle three dotted boxes around both together; right dashed boxes around the whole scene and an empty
corner.](attachment:labels.png)
"""

# %% [markdown] lang="ko"
r"""
같은 장면을 세 번 그리고, 여러분의 함수로 후보 상자를 나누었습니다. 물체, 쓰지 않음, 배경의 차례입니다. 물체 둘이 붙어 있어서, 둘을 함께 싸는 바람에 쓰지 않는 후보 상자가 여럿 있습니다. 장면 100개의 후보 상자 가운데 58 %에
물체가 있고, 9 %는 쓰지 않으며, 33 %는 배경입니다.

![삼각형과 원이 나란히 있는 장면을 세 번 그린 것. 왼쪽은 두 물체를 저마다 둘러싼 실선 상자 아홉 개, 가운데는 둘을 함께 둘러싼 점선 상자 세 개, 오른쪽은 장면 전체와 빈 구석을 둘러싼
파선 상자.](attachment:labels.png)
"""


# %% demo=true figure="labels"
def plot_labels():
    """Draw the proposals of a scene by what the student's assign_labels says, and count them in 100 scenes."""
    rng = np.random.default_rng(3)
    X, objects = data.scenes(100, rng)
    found = proposals(X, rng)
    sorted_ = [
        assign_labels(props, gts[:, :4], gts[:, 4].astype(int), 0.5, 0.3)[0] for props, gts in zip(found, objects)
    ]
    figure, axes = plt.subplots(1, 3, figsize=(10, 3.5), layout="constrained")
    groups = (("objects", lambda c: c > 0, "-"), ("not used", lambda c: c == -1, ":"), ("background", lambda c: c == 0, "--"))
    for axis, (name, belongs, style) in zip(axes, groups):
        classes, props = np.asarray(sorted_[16]), found[16]
        rows = belongs(classes)
        kinds = [f"{np.sum(classes == c)} {NAMES[c]}" for c in (1, 2, 3) if np.any(classes == c)]
        show_scene(axis, X[16], "objects: " + ", ".join(kinds) if name == "objects" else f"{name}: {rows.sum()}")
        plots.boxes(axis, props[rows], style=style, width=1.2)
        count = np.mean(belongs(np.concatenate(sorted_)))
        print(f"{name:10}: {100 * count:.0f} % of the proposals of 100 scenes")


plot_labels()
plt.show()

# %% [markdown] lang="en"
r"""
## 4. A correction in four numbers

A loose proposal with the class "circle" still has a wrong box. The network is to say how to correct it. In which numbers?

Suppose that the object lies 3 pixels further right. For a box of width 6 that is half of it, for one of width 60
nearly nothing. But the network sees both as 16×16 pixels! It cannot know about pixels of the scene; it can only say
"half a width to the right". So shifts are counted in widths and heights *of the proposal*. And sizes are counted as
factors: "a quarter wider". With centres $x, y$ and sizes $w, h$ of the proposal $p$ and the object $g$:

$$t_x = \frac{g_x - p_x}{p_w}, \qquad t_y = \frac{g_y - p_y}{p_h}, \qquad t_w = \log\frac{g_w}{p_w}, \qquad t_h = \log\frac{g_h}{p_h}$$

These four numbers are the **offsets**. Why the logarithm? Without it "twice as wide" is 2 and "half as wide" is 0.5: one far from 1, the other near. With it
they are 0.69 and −0.69, "nothing to do" is 0, and whatever number a network gives, $\exp$ makes a positive factor of it.

An example. The proposal is $[10, 10, 20, 30]$: centre $(15, 20)$, size $10 \times 20$. The object is $[12, 10, 24, 30]$: centre
$(18, 20)$, size $12 \times 20$. So $t_x = 3/10 = 0.3$, $t_y = 0$, $t_w = \log 1.2 = 0.18$, $t_h = 0$.

`bbox_encode` computes the four numbers for training. `bbox_decode` goes back: it applies numbers to proposals.

$$x = p_x + p_w t_x, \qquad y = p_y + p_h t_y, \qquad w = p_w \exp t_w, \qquad h = p_h \exp t_h$$

**Wild numbers.** At the start of training a network may say $t_w = 900$, and $\exp 900$ is too large for a float. So
`bbox_decode` takes $t_w$ and $t_h$ as at most $\log(1000/16)$, about 4.135 (in code, write the expression): no box grows
by more than 62.5 times. Small values do no harm and stay as they are. `bbox_encode` needs no limit.

**Your turn**, about 3 and 4 lines. `xyxy_to_cxcywh` and `cxcywh_to_xyxy` of unit u16 are there. There may be no box at
all, (0, 4).
"""

# %% [markdown] lang="ko"
r"""
## 4. 수 네 개로 상자 고치기

'원'이라는 레이블을 받은 느슨한 후보 상자라도 상자는 아직 틀려 있습니다. 어떻게 고칠지 신경망이 말해 주어야 합니다. 어떤 수로 말하면 좋을까요?

물체가 3픽셀 오른쪽에 있다고 합시다. 너비가 6인 상자라면 절반이나 되고, 60인 상자라면 아주 조금입니다. 그런데 신경망에는 둘 다 16×16픽셀로 보입니다. 신경망은 장면의 픽셀을 알 길이 없고, '너비의 절반만큼 오른쪽'이라고만 말할 수
있습니다. 그래서 옮기는 거리는 *후보 상자의* 너비와 높이를 단위로 잽니다. 크기는 배수로, 이를테면 '사분의 일만큼 더 넓게'라고 잽니다. 후보 상자 $p$와 물체 $g$의 중심이 $x, y$이고 크기가 $w, h$일 때 다음과 같습니다.

$$t_x = \frac{g_x - p_x}{p_w}, \qquad t_y = \frac{g_y - p_y}{p_h}, \qquad t_w = \log\frac{g_w}{p_w}, \qquad t_h = \log\frac{g_h}{p_h}$$

이 네 수를 **오프셋**(offset)이라고 합니다. 왜 로그를 쓸까요? 로그가 없으면 '두 배 넓게'는 2이고 '절반으로 좁게'는 0.5라서 하나는 1에서 멀고 하나는 가깝습니다. 로그를 취하면 0.69와 −0.69가 되고, '그대로'는 0입니다. 신경망이 어떤 수를 내놓든 $\exp$를 하면
양수인 배수가 된다는 점도 좋습니다.

예를 들어 후보 상자가 $[10, 10, 20, 30]$이면 중심은 $(15, 20)$, 크기는 $10 \times 20$입니다. 물체가 $[12, 10, 24, 30]$이면 중심은 $(18, 20)$, 크기는 $12 \times 20$입니다. 그러면 $t_x = 3/10 = 0.3$, $t_y = 0$, $t_w = \log 1.2 = 0.18$, $t_h = 0$입니다.

`bbox_encode`는 학습에 쓸 오프셋을 계산합니다. `bbox_decode`는 거꾸로 갑니다. 후보 상자를 오프셋으로 고칩니다.

$$x = p_x + p_w t_x, \qquad y = p_y + p_h t_y, \qquad w = p_w \exp t_w, \qquad h = p_h \exp t_h$$

**터무니없는 수.** 학습 초기에는 신경망이 $t_w = 900$이라고 할 수도 있고, $\exp 900$은 실수에 담을 수 없을 만큼 큽니다. 그래서 `bbox_decode`는 $t_w$와 $t_h$가 $\log(1000/16)$(약 4.135)보다 크면 그 값으로 봅니다(코드에는 식 그대로 쓰십시오). 어떤 상자도 62.5배보다 더 커지지 않습니다. 작은
값은 해롭지 않으므로 그대로 둡니다. `bbox_encode`에는 제한이 필요 없습니다.

빈칸을 채우십시오. 세 줄과 네 줄 정도입니다. `props`, `gts`, `offsets`는 모두 (N, 4)이고 바꾸지 않으며, 결과도 (N, 4) 배열입니다. `props`와 `gts`는 넓이가 있는 상자 x1, y1, x2, y2를 행끼리 짝지은 것이고, 오프셋의 열은 tx, ty, tw, th입니다. u16의 `xyxy_to_cxcywh`와
`cxcywh_to_xyxy`를 쓸 수 있습니다. 상자가 하나도 없는 (0, 4)일 수도 있고, 그때는 결과도 (0, 4)입니다.
"""


# %% exercise="bbox_offsets"
def bbox_encode(props, gts):
    """Return the offsets that turn each proposal into the box of its object.

    props, gts : (N, 4) boxes x1, y1, x2, y2 with an area, paired row by row; N may be 0. Neither is changed.
    Returns an array (N, 4): tx, ty, tw, th, as in the formulas above; (0, 4) without boxes.

    Example: bbox_encode([[10, 10, 20, 30]], [[12, 10, 24, 30]]) is [[0.3, 0, 0.182, 0]] (as arrays).
    """
    ### BEGIN SOLUTION
    p, g = xyxy_to_cxcywh(props), xyxy_to_cxcywh(gts)
    shift = (g[:, :2] - p[:, :2]) / p[:, 2:]
    return np.concatenate([shift, np.log(g[:, 2:] / p[:, 2:])], axis=1)
    ### END SOLUTION


def bbox_decode(props, offsets):
    """Return the boxes that proposals become by their offsets: bbox_encode backwards.

    props : (N, 4) boxes x1, y1, x2, y2. offsets : (N, 4), tx, ty, tw, th; tw and th above log(1000 / 16) count as
        log(1000 / 16). N may be 0. Neither is changed.
    Returns an array (N, 4), boxes x1, y1, x2, y2; (0, 4) without boxes.

    Example: bbox_decode([[10, 10, 20, 30]], [[0.3, 0, 0, 0]]) is [[13, 10, 23, 30]] (as arrays).
    """
    ### BEGIN SOLUTION
    p = xyxy_to_cxcywh(props)
    centre = p[:, :2] + p[:, 2:] * offsets[:, :2]
    size = p[:, 2:] * np.exp(np.minimum(offsets[:, 2:], np.log(1000 / 16)))
    return cxcywh_to_xyxy(np.concatenate([centre, size], axis=1))
    ### END SOLUTION


# %% check="bbox_offsets"
check("bbox_offsets", bbox_encode, bbox_decode)

# %% [markdown] lang="en"
r"""
### Correct a box by hand

The dashed box is a proposal, the dotted one is the object. Move the four sliders until the solid box, made by your
`bbox_decode`, fits. The title shows the IoU.

- Begin with `tx` alone. How does the IoU change, and why does it not reach 1?
- Now `tw`. Which sides of the box move?
- Below the picture stand the numbers that your `bbox_encode` gives. In steps of 0.05, how near do you get to them? What IoU
  would the exact numbers give?

(Without sliders: at 0, 0, 0, 0 the IoU is 0.42. With `tx` = 0.3 alone it is 0.54, and with 0.3, −0.2, 0.2 and −0.15 it
is 0.97.)

![A scene with a blue circle: a dotted box fits the object; a dashed box lies too far left and too low, and the solid box,
not yet moved, lies under the dashed one.](attachment:decode.png)
"""

# %% [markdown] lang="ko"
r"""
### 손으로 상자 고치기

파선 상자가 후보 상자, 점선 상자가 물체입니다. 여러분의 `bbox_decode`로 만든 실선 상자가 물체에 맞을 때까지 슬라이더 네 개를 움직이십시오. 제목에 IoU가 나옵니다.

- 먼저 `tx`만 움직여 보십시오. IoU가 어떻게 변합니까? 왜 1이 되지는 않습니까?
- 다음은 `tw`입니다. 상자의 어느 변이 움직입니까?
- 그림 아래에는 여러분의 `bbox_encode`가 준 수가 나옵니다. 0.05씩 움직여서 이 수에 얼마나 가까이 갈 수 있습니까? 이 수를 그대로 쓰면 IoU는 얼마이겠습니까?

(슬라이더를 쓸 수 없을 때를 위해 적어 둡니다. 0, 0, 0, 0에서 IoU는 0.42입니다. `tx`만 0.3으로 하면 0.54, 0.3, −0.2, 0.2, −0.15로 하면 0.97입니다.)

![파란 원이 있는 장면. 점선 상자는 물체에 꼭 맞고, 파선 상자는 왼쪽 아래로 치우쳐 있으며, 아직 움직이지 않은 실선 상자가 파선 상자와 겹쳐 있다.](attachment:decode.png)
"""


# %% demo=true figure="decode"
def draw_decoded(tx, ty, tw, th):
    """Draw a proposal, its object and the proposal moved by the four offsets; print what bbox_encode says."""
    X, objects = data.scenes(24, np.random.default_rng(3))
    x, gt = X[14], objects[14][:1, :4]
    p = xyxy_to_cxcywh(gt)
    p = cxcywh_to_xyxy(np.hstack([p[:, :2] + [-3.0, 3.0], p[:, 2:] * [0.8, 1.15]]))
    box = bbox_decode(p, np.array([[tx, ty, tw, th]]))
    figure, axis = plt.subplots(figsize=(4.6, 4.6), layout="constrained")
    show_scene(axis, x, f"IoU of the solid box with the object: {iou_matrix(box, gt)[0, 0]:.2f}")
    plots.boxes(axis, gt, style=":", width=2.5)
    plots.boxes(axis, box, color="yellow", width=3)
    plots.boxes(axis, p, style="--", color="black")
    plt.show()
    print("bbox_encode says:", np.round(bbox_encode(p, gt)[0], 3))


widgets.sliders(
    draw_decoded, tx=(-0.6, 0.6, 0.05, 0.0), ty=(-0.6, 0.6, 0.05, 0.0), tw=(-0.6, 0.6, 0.05, 0.0), th=(-0.6, 0.6, 0.05, 0.0)
)

# %% [markdown] lang="en"
r"""
## 5. A loss for the corrections

The network learns the offsets from examples, so it needs a loss: how bad is a difference $d$ between what it said and what
is right? The squared error $d^2/2$ has the slope $d$. For $d = 0.1$ that is a gentle push; for one wild example with $d = 50$ the push is
500 times as strong, and this single example drags all weights along. The absolute error $|d|$ has the slope 1 or −1 everywhere: never wild, but
also never gentle, and near 0 it keeps jumping from side to side.

**Smooth L1** (R. Girshick, *Fast R-CNN*, 2015) takes the good part of each:

$$\mathrm{value} = \begin{cases} d^2/2 & |d| < 1 \\ |d| - 1/2 & \text{otherwise} \end{cases} \qquad
\mathrm{slope} = \begin{cases} d & |d| < 1 \\ \mathrm{sign}(d) & \text{otherwise} \end{cases}$$

Why $-1/2$? At $|d| = 1$ the first formula gives 1/2. The second has to give the same there, or the loss would jump. And the slopes
agree too, both 1. Three numbers: $d = 0.4$ has the value 0.08 and the slope 0.4; $d = 1$ has 0.5 and 1; $d = -3$ has 2.5
and −1.

**Your turn**, about 2 lines: each number by itself, no sum, no loop needed.
"""

# %% [markdown] lang="ko"
r"""
## 5. 오프셋의 손실

신경망은 예를 보고 오프셋을 배웁니다. 그러려면 손실이 필요합니다. 신경망이 말한 값과 정답의 차이가 $d$일 때 이것은 얼마나 나쁠까요? 제곱 오차 $d^2/2$의 기울기는 $d$입니다. $d = 0.1$이면 살짝 밀 뿐이지만, $d = 50$인 터무니없는 예가 하나
있으면 500배로 세게 밀어서 이 예 하나가 모든 가중치를 끌고 갑니다. 절대 오차 $|d|$의 기울기는 어디서나 1이나 −1입니다. 지나치게 세지는 않지만 부드럽지도 않아서 0 근처에서 이쪽저쪽으로 왔다 갔다 합니다.

**Smooth L1**(R. Girshick, *Fast R-CNN*, 2015)은 두 손실의 좋은 점을 합칩니다.

$$\mathrm{value} = \begin{cases} d^2/2 & |d| < 1 \\ |d| - 1/2 & \text{otherwise} \end{cases} \qquad
\mathrm{slope} = \begin{cases} d & |d| < 1 \\ \mathrm{sign}(d) & \text{otherwise} \end{cases}$$

왜 $-1/2$일까요? $|d| = 1$에서 첫째 식의 값은 1/2입니다. 둘째 식도 거기서 같은 값이어야 손실이 뛰지 않습니다. 기울기도 둘 다 1로 같습니다. 예를 세 개 들면, $d = 0.4$일 때 값은 0.08이고 기울기는 0.4, $d = 1$일 때 0.5와 1, $d = -3$일 때
2.5와 −1입니다.

빈칸을 채우십시오. 두 줄 정도입니다. `d`는 shape이 무엇이든 되는 실수 배열이고 비어 있을 수도 있으며 바꾸지 않습니다. 결과는 `d`와 shape이 같은 배열 두 개, 값과 기울기입니다. 수마다 따로 계산하고 더하지 않습니다. 반복문은 필요 없습니다.
"""


# %% exercise="smooth_l1"
def smooth_l1(d):
    """Return the smooth L1 loss of each number, and its derivative.

    d : an array of floats of any shape, possibly empty; not changed.
    Returns value and slope, two arrays of d's shape: d**2 / 2 and d where |d| < 1, |d| - 1/2 and the sign of d
    elsewhere.

    Example: d = [0.4, 1, -3] gives [0.08, 0.5, 2.5] and [0.4, 1, -1].
    """
    ### BEGIN SOLUTION
    size = np.abs(d)
    return np.where(size < 1, d**2 / 2, size - 0.5), np.clip(d, -1, 1)
    ### END SOLUTION


# %% check="smooth_l1"
check("smooth_l1", smooth_l1)

# %% [markdown] lang="en"
r"""
Your loss beside the two that it is made of. On the right the slopes: the dashed one has no limit, the dotted one has a
jump at 0, and the solid one has neither.

![Left three curves over d from -3 to 3: the parabola, the absolute value, and between them smooth L1. Right their
slopes: a straight line, a step, and a line that is cut off at -1 and 1.](attachment:smooth.png)
"""

# %% [markdown] lang="ko"
r"""
여러분의 손실을 그 재료가 된 두 손실과 견주어 봅니다. 오른쪽은 기울기입니다. 파선은 한없이 커지고, 점선은 0에서 뛰고, 실선은 둘 다 아닙니다.

![왼쪽은 d가 -3에서 3까지일 때의 곡선 세 개로 포물선, 절댓값, 그 사이의 smooth L1. 오른쪽은 기울기로 직선, 계단, -1과 1에서 잘린 직선.](attachment:smooth.png)
"""


# %% demo=true figure="smooth"
def plot_smooth():
    """Draw the student's smooth L1 and its slope beside the squared and the absolute error."""
    d = np.linspace(-3, 3, 241)
    value, slope = smooth_l1(d)
    figure, (left, right) = plt.subplots(1, 2, figsize=(10, 3.6), layout="constrained")
    for axis, own, square, size, name in ((left, value, d**2 / 2, np.abs(d), "value"), (right, slope, d, np.sign(d), "slope")):
        curves = {"smooth L1": own, "d²/2": square, "|d|": size}
        for (label, y), style in zip(curves.items(), ("-", "--", ":")):
            axis.plot(d, y, style, label=label, linewidth=2)
        axis.set(xlabel="d", ylabel=name)
        axis.grid(alpha=0.3)
        axis.legend()


plot_smooth()
plt.show()

# %% [markdown] lang="en"
r"""
## 6. From scores to detections

The trained network will give, for each proposal of a scene, $K + 1$ scores (the background first) and four offsets. What we want is a short list
of detections: box, score, class. The steps have an order, and it matters.

1. **Softmax** over the classes of each proposal. Raw scores compare the classes of *one* proposal. Between proposals
   they mean nothing: scores (5, 6) give class 1 a probability of 0.73, scores (0, 3) give it 0.95, although 3 < 6.
2. **Decode.** The boxes of the result are the corrected ones.
3. **For each class from 1 to K on its own**: keep the boxes whose probability for this class is at least `min_score`, and of
   those the ones that `nms` leaves. A box may so count for two classes. For the background nothing is kept.
4. **Sort** all rows by score, the highest first.

Why NMS for each class on its own? A circle in front of a square is no reason to drop the square.

`nms(boxes, scores, t)` of unit u16 returns *places*, the best first. Mind which array they count in. Let `likely` be the
row numbers of the boxes that you keep for a class: if you hand in `boxes[likely]`, then place 0 is the first of the likely ones, not box 0.

**Your turn**, about 9 lines. `softmax(scores)` works along the last axis. If nothing is found the result is an array
of the shape (0, 6).
"""

# %% [markdown] lang="ko"
r"""
## 6. 점수에서 탐지 결과로

학습이 끝난 신경망은 후보 상자마다 점수 $K + 1$개(배경이 먼저)와 오프셋 네 개를 줍니다. 우리가 바라는 것은 상자, 점수, 클래스로 된 짧은 탐지 결과(detection)입니다. 단계에는 순서가 있고, 순서가 중요합니다.

1. 후보 상자마다 클래스에 대해 **소프트맥스**를 합니다. 원래 점수는 *한* 후보 상자의 클래스끼리 견주는 수입니다. 후보 상자끼리 견주면 아무 뜻이 없습니다. 점수가 (5, 6)이면 클래스 1의 확률이 0.73이고, (0, 3)이면 3 < 6인데도 0.95입니다.
2. **디코딩합니다.** 결과에는 고친 상자가 들어갑니다.
3. **클래스 1부터 K까지 따로따로**, 그 클래스의 확률이 `min_score` 이상인 상자를 고르고, 그 가운데 `nms`가 남기는 것만 남깁니다. 상자 하나가 두 클래스에 들어갈 수도 있습니다. 배경은 남기지 않습니다.
4. 모든 행을 점수가 높은 것부터 **정렬합니다.**

NMS를 왜 클래스마다 따로 할까요? 정사각형 앞에 원이 있다고 해서 정사각형을 버릴 까닭은 없기 때문입니다.

u16의 `nms(boxes, scores, t)`는 가장 좋은 것부터 *자리*를 반환합니다. 어느 배열에서의 자리인지 주의하십시오. `likely`가 한 클래스에서 고른 상자의 행 번호일 때 `boxes[likely]`를 주었다면 자리 0은 0번 상자가 아니라 고른 것 가운데 첫째입니다.

빈칸을 채우십시오. 아홉 줄 정도입니다. `props`와 `offsets`는 (P, 4), `scores`는 소프트맥스 전의 점수 (P, K + 1)이고 모두 바꾸지 않습니다. P는 0일 수 있습니다. 결과는 행이 x1, y1, x2, y2, 점수, 클래스인 (D, 6) 배열이고, 상자는 이미지 가장자리에서 자르지
않습니다. `nms`의 임계값은 `max_iou`입니다. `softmax(scores)`는 마지막 축을 따라 계산합니다. 찾은 것이 없으면 shape이 (0, 6)인 배열입니다.
"""


# %% exercise="rcnn_detect"
def rcnn_detect(props, scores, offsets, min_score=0.05, max_iou=0.3):
    """Return the detections in one image, highest score first.

    props : (P, 4) boxes; scores : (P, K + 1) as the network gives them, before softmax, the background in column 0;
        offsets : (P, 4), one row for each proposal, whatever its class. P may be 0. Nothing is changed.
    min_score : the least probability that counts. max_iou : the threshold of nms.
    Returns (D, 6) floats, rows x1, y1, x2, y2, score, class: for each class from 1 to K on its own, of the corrected boxes
    whose probability is at least min_score those that nms leaves. Boxes are not cut at the border of the image.

    Example: props = [[0, 0, 4, 6]], scores = [[0, 2]] and offsets of 0 give [[0, 0, 4, 6, 0.881, 1]] (as arrays).
    """
    ### BEGIN SOLUTION
    boxes, p = bbox_decode(props, offsets), softmax(scores)
    found = [np.zeros((0, 6))]
    for c in range(1, scores.shape[1]):
        likely = np.flatnonzero(p[:, c] >= min_score)
        kept = likely[nms(boxes[likely], p[likely, c], max_iou)]
        found.append(np.column_stack([boxes[kept], p[kept, c], np.full(len(kept), c)]))
    rows = np.concatenate(found)
    return rows[np.argsort(-rows[:, 4])]
    ### END SOLUTION


# %% check="rcnn_detect"
check("rcnn_detect", rcnn_detect)

# %% [markdown] lang="en"
r"""
## 7. Training

Everything is there; now the network. It is a small relative of that of unit u13: two times convolution, ReLU and pooling, then two
affine layers. `Composite(layers)` makes one layer of several. The last layer has **eight** outputs: four scores (background and
three classes) and four offsets. So both tasks share all the layers below. The offsets come out ten times as large: they are small numbers,
about 0.1, and a loss on such numbers would hardly count beside the cross entropy.

The loss of a batch of $n$ crops is the mean cross entropy of the scores plus the sum of smooth L1 of the tenfold offsets, divided by
$n$. The
second part counts *only for crops that show an object*: where there is none, there is nothing to move the box to.

`training_data` uses your `assign_labels`, with 0.5 and 0.3, and your `bbox_encode` and `crop_and_warp`. The network
learns about 9,400 crops from 500 scenes, for eight epochs. That takes about a quarter of a minute, longer if your
`crop_and_warp` uses loops. `@cache` keeps the result, so that later cells need not train again; to train
anew, run this cell once more.
"""

# %% [markdown] lang="ko"
r"""
## 7. 학습

준비가 끝났으니 신경망을 만듭니다. u13의 신경망과 비슷한 작은 신경망입니다. 합성곱, ReLU, 풀링을 두 번 하고 아핀 계층이 둘 있습니다. `Composite(layers)`는 여러 층을 층 하나로 묶습니다. 마지막 층의 출력은 **여덟 개**입니다. 점수 네 개(배경과 세 클래스)와 오프셋 네
개입니다. 그 아래의 층은 두 과제가 함께 씁니다. 오프셋은 10배로 내놓게 합니다. 오프셋은 0.1 안팎의 작은 수라서 그대로 두면 그 손실이 교차 엔트로피에 묻히기 때문입니다.

조각 $n$개로 된 배치의 손실은 점수의 교차 엔트로피의 평균에, 10배 한 오프셋의 smooth L1을 모두 더해 $n$으로 나눈 것을 더한 값입니다. 둘째 부분은 *물체가 있는 조각에서만* 셉니다. 물체가 없으면 상자를 옮길 곳도 없습니다.

`training_data`는 여러분의 `assign_labels`를 임계값 0.5와 0.3으로 쓰고, `bbox_encode`와 `crop_and_warp`도 씁니다. 신경망은 장면 500개에서 얻은 조각 9,400개쯤을 여덟 에폭 동안 배웁니다. 15초쯤 걸리고, `crop_and_warp`를 반복문으로 만들었다면 더 걸립니다. `@cache`가 결과를 간직하므로 다음 셀에서
다시 학습하지 않습니다. 새로 학습시키려면 이 셀을 다시 실행하십시오.
"""


# %% given=true
def training_data(n, rng):
    """Return crops (M, 3, 16, 16), classes (M,) and ten times the offsets (M, 4) of the used proposals of n scenes."""
    X, objects = data.scenes(n, rng)
    images, labels, targets = [], [], []
    for x, gts, props in zip(X, objects, proposals(X, rng)):
        classes, rows = map(np.asarray, assign_labels(props, gts[:, :4], gts[:, 4].astype(int), 0.5, 0.3))
        shown, used = classes > 0, classes >= 0
        target = np.zeros((len(props), 4))
        target[shown] = 10 * np.asarray(bbox_encode(props[shown], gts[rows[shown].astype(int), :4]))
        images.append(network_input(x, props[used]))
        labels.append(classes[used].astype(int))
        targets.append(target[used])
    return np.concatenate(images), np.concatenate(labels), np.concatenate(targets)


def new_network(rng):
    """Return a network from crops (N, 3, 16, 16) to eight numbers each: four scores, and ten times the four offsets."""
    return Composite(
        [
            Convolution.he(3, 12, 3, rng, pad=1), Relu(), MaxPooling(2),
            Convolution.he(12, 24, 3, rng, pad=1), Relu(), MaxPooling(2),
            Flatten(), Affine.he(24 * 4 * 4, 64, rng), Relu(), Affine.he(64, 8, rng),
        ]
    )  # fmt: skip


@cache
def trained(scenes=500, epochs=8):
    """Train a network with the student's functions, once; return it."""
    rng = np.random.default_rng(0)
    images, labels, targets = training_data(scenes, rng)
    net, loss, optimizer = new_network(rng), SoftmaxWithLoss(), Adam(0.002)
    print(f"{len(images)} crops: background {np.sum(labels == 0)}, objects {np.sum(labels > 0)}")
    for epoch in range(epochs):
        optimizer.lr = 0.002 if epoch < epochs - 3 else 0.0005
        of_scores, of_offsets = [], []
        for batch in np.split(rng.permutation(len(images)), range(64, len(images), 64)):
            out, n = net.forward(images[batch], train=True), len(batch)
            shows = (labels[batch] > 0)[:, None]
            of_scores.append(loss.forward(out[:, :4], labels[batch]))
            value, slope = smooth_l1(out[:, 4:] - targets[batch])
            of_offsets.append(np.sum(value * shows) / n)
            net.backward(np.hstack([loss.backward(), slope * shows / n]).astype(np.float32))
            optimizer.update(net.params, net.grads)
        print(f"epoch {epoch + 1}: loss of the scores {np.mean(of_scores):.3f}, of the offsets {np.mean(of_offsets):.3f}")
    return net


def ask(x, props):
    """Return the scores (P, 4) and the offsets (P, 4) that the trained network gives the proposals of a scene."""
    out = trained().forward(network_input(x, props)).astype(float)
    return out[:, :4], out[:, 4:] / 10


@cache
def examined(copies=4, n=200):
    """Return n fresh scenes, their objects, and two lists of detections: without and with the corrections."""
    rng = np.random.default_rng(1000)
    X, objects = data.scenes(n, rng)
    before, after = [], []
    for x, props in zip(X, proposals(X, rng, copies)):
        scores, offsets = ask(x, props)
        before.append(rcnn_detect(props, scores, np.zeros_like(offsets)))
        after.append(rcnn_detect(props, scores, offsets))
    return X, objects, before, after

# %% [markdown] lang="en"
r"""
The next cell trains, and then looks at four fresh scenes, which the network has never seen. Above are the detections with a
score of at least 0.5 and all offsets set to 0: the boxes are the proposals. Below are the same detections with the corrections.
The objects are dotted; the title gives for each object the IoU of the best box.

![Four scenes, above before and below after the correction. Nearly all solid boxes come closer to the dotted ones, from an IoU
of 0.64 to 0.90 in one case; in the last scene one box gets worse, from 0.69 to 0.58.](attachment:gallery.png)
"""

# %% [markdown] lang="ko"
r"""
다음 셀은 신경망을 학습시킨 다음, 신경망이 본 적 없는 새 장면 네 개를 봅니다. 위는 점수가 0.5 이상인 탐지 결과인데 오프셋을 모두 0으로 두었으므로 상자가 후보 상자 그대로입니다. 아래는 같은 탐지 결과의 상자를 고친
것입니다. 물체는 점선이고, 제목에는 물체마다 가장 좋은 상자의 IoU가 있습니다.

![장면 네 개. 위는 고치기 전, 아래는 고친 뒤. 실선 상자가 거의 모두 점선에 가까워진다. IoU가 0.64에서 0.90으로 오른 것도 있다. 마지막 장면에서는 상자 하나가 0.69에서 0.58로
나빠진다.](attachment:gallery.png)
"""


# %% demo=true figure="gallery"
def plot_gallery(chosen=(40, 53, 89, 32)):
    """Train; draw the detections of four fresh scenes, above without and below with the corrections."""
    X, objects, before, after = examined()
    figure, axes = plt.subplots(2, len(chosen), figsize=(11, 5.8), layout="constrained")
    for column, n in enumerate(chosen):
        for axis, name, dets in ((axes[0, column], "before", before[n]), (axes[1, column], "after", after[n])):
            sure = dets[dets[:, 4] >= 0.5]
            iou = iou_matrix(objects[n][:, :4], sure[:, :4]).max(axis=1, initial=0)
            show_scene(axis, X[n], f"{name}: IoU " + ", ".join(f"{value:.2f}" for value in iou))
            plots.boxes(axis, objects[n], style=":", width=1)
            plots.boxes(axis, sure, [f"{NAMES[int(c)]} {s:.2f}" for s, c in sure[:, 4:]], color="yellow")


plot_gallery()
plt.show()

# %% [markdown] lang="en"
r"""
## 8. What the correction is good for

Pictures of four scenes prove little. So count: 200 fresh scenes with 513 objects, and **mean average precision** (mAP), the mean of
the average precision of unit u16 over the three classes. A detection counts as right if its class is right and its IoU with an object
not yet taken is at least $t$. mAP@.5 has $t = 0.5$, which asks for little; mAP@.75 asks for a good fit.

**Guess first**: which of the two will the correction change more?

![Left two histograms of the IoU of detections: before the correction it has its peak at 0.75, after it at 0.85; lines mark 0.5 and
0.75. Right mAP against the IoU that is asked for: both curves begin at 0.95; the one before falls from 0.65 on, the one after
from 0.7 on, and between 0.7 and 0.9 they lie far apart.](attachment:results.png)
"""

# %% [markdown] lang="ko"
r"""
## 8. 상자를 고치면 무엇이 좋아지는가

장면 네 개의 그림으로는 증명이 되지 않습니다. 그래서 세어 봅니다. 새 장면 200개에 물체 513개가 있고, 잣대는 **mAP**(mean average precision), 곧 u16의 평균 정밀도를 세 클래스에 대해 평균한 값입니다. 클래스가 맞고, 아직 짝이 없는 물체와의 IoU가 $t$ 이상이면 맞은
것으로 셉니다. mAP@.5는 $t = 0.5$라서 너그럽고, mAP@.75는 잘 맞는 상자만 셉니다.

**먼저 예상해 보십시오.** 상자를 고치면 둘 가운데 어느 쪽이 더 달라지겠습니까?

![왼쪽은 탐지 결과의 IoU 히스토그램 두 개. 고치기 전에는 0.75에서, 고친 뒤에는 0.85에서 가장 높다. 0.5와 0.75에 세로선이 있다. 오른쪽은 요구하는 IoU에 따른 mAP. 두 곡선 모두 0.95에서
시작하고, 고치기 전 것은 0.65부터, 고친 뒤 것은 0.7부터 떨어져 0.7에서 0.9 사이에서 크게 벌어진다.](attachment:results.png)
"""


# %% demo=true figure="results"
def plot_results():
    """Print mean average precision without and with the corrections; draw it against the IoU that is asked for."""
    _, objects, before, after = examined()
    gts = [g[:, :4] for g in objects]
    for t in (0.5, 0.75, 0.9):
        one, two = (mean_average_precision(dets, objects, t) for dets in (before, after))
        print(f"loose proposals, IoU {t:4}: mAP {one:.3f} before, {two:.3f} after")
    counts = np.array([len(g) for g in gts])
    for k in np.unique(counts):
        some = np.flatnonzero(counts == k)
        part = [mean_average_precision([after[n] for n in some], [objects[n] for n in some], t) for t in (0.5, 0.75)]
        print(f"{len(some)} scenes with {k} object{'s' if k > 1 else ''}: mAP@0.5 {part[0]:.3f}, mAP@0.75 {part[1]:.3f} after")
    figure, (left, right) = plt.subplots(1, 2, figsize=(10.5, 3.8), layout="constrained")
    for name, dets, style in (("before", before, "--"), ("after", after, "-")):
        found = [iou_matrix(d[d[:, 4] >= 0.5, :4], g).max(axis=1) for d, g in zip(dets, gts)]
        found = np.concatenate(found)
        print(f"{name:6}: median IoU of the detections with a score of at least 0.5: {np.median(found):.2f};", end=" ")
        print(f"{100 * np.mean(found >= 0.5):.0f} % reach 0.5, {100 * np.mean(found >= 0.75):.0f} % reach 0.75")
        left.hist(found, np.linspace(0, 1, 31), histtype="step", linestyle=style, linewidth=2, label=name)
    thresholds = np.arange(0.5, 0.96, 0.05)
    curves = {
        name: [mean_average_precision(dets, objects, t) for t in thresholds]
        for name, dets in (("after", after), ("before", before))
    }
    plots.curves(right, thresholds, curves, "IoU that is asked for", "mAP", markers=True)
    for t in (0.5, 0.75):
        left.axvline(t, color="0.5", linewidth=1)
    left.set(xlabel="IoU with the best object", ylabel="detections")
    left.legend(loc="upper left")


plot_results()
plt.show()

# %% [markdown] lang="en"
r"""
mAP@.5 goes from 0.955 to 0.961: hardly a change. mAP@.75 goes from 0.347 to 0.809, more than twice as much. The network
is the same, and so are the scores; only the boxes differ. (Three other seeds for the training gave 0.93 to 0.95 before and 0.95 to 0.96
after at 0.5; 0.31 to 0.32 before and 0.78 to 0.83 after at 0.75. On another machine the numbers may differ as much, since
sums are rounded in another order.)

The histogram shows where the change comes from. The median IoU of a detection was 0.75 and is now 0.83. Before, 91 % of the
detections reached 0.5, but only 48 % reached 0.75; after, it is 96 % and 80 %.

Was the wider view of section 2 needed? With `MARGIN` = 1 and three seeds, mAP@.75 after the correction was 0.75 to 0.80; with 1.5 and
the same seeds it was 0.78 to 0.83. The margin helps a little. Without it, how much is cut off has to be guessed from what is left of the shape.

Where are the points that are missing at 0.5? The cell also measures the scenes, after the correction, by the number of their
objects:

| objects in the scene | 1 | 2 | 3 | 4 |
|---|---|---|---|---|
| scenes | 45 | 47 | 58 | 50 |
| mAP@.5 | **0.998** | 0.990 | 0.960 | 0.938 |
| mAP@.75 | 0.958 | 0.919 | 0.863 | 0.690 |

A shape alone is found nearly always. Where shapes hide parts of each other, a proposal goes around what is visible, and the
network has to guess how far the shape goes on behind the other. (Fifty scenes are few: read a difference of 0.02 as chance.)

And is 0.8 the end? At an IoU of 0.9 the corrected boxes reach 0.052. A box of 10×10 pixels that is 0.3 pixels off in both directions
has an IoU of 0.89 already. The network is not so exact.

**Now the exact proposals**, those of section 1 that are not loosened. The same trained network gets them. **Guess again**: does the
correction help here?
"""

# %% [markdown] lang="ko"
r"""
mAP@.5는 0.955에서 0.961로 거의 그대로입니다. mAP@.75는 0.347에서 0.809로 두 배가 넘게 올랐습니다. 신경망도 점수도 같고, 상자만 다릅니다. (학습의 시드를 세 가지로 바꾸어 보면 0.5에서는 고치기 전 0.93\~0.95, 고친 뒤 0.95\~0.96이고, 0.75에서는 고치기 전 0.31\~0.32, 고친 뒤
0.78\~0.83입니다. 컴퓨터가 다르면 더하는 순서에 따라 반올림이 달라져 이만큼 다를 수 있습니다.)

어디서 온 변화인지는 히스토그램에 나옵니다. 탐지 결과의 IoU 중앙값은 0.75였다가 0.83이 되었습니다. 고치기 전에는 91 %가 0.5 이상이지만 0.75 이상인 것은 48 %뿐입니다. 고친 뒤에는 96 %와 80 %입니다.

2절의 여백은 필요했을까요? `MARGIN`을 1로 하고 시드 세 가지로 학습시키면 고친 뒤의 mAP@.75가 0.75\~0.80이고, 1.5로 하면 같은 시드에서 0.78\~0.83입니다. 여백이 조금 도움이 됩니다. 여백이 없으면 얼마나 잘려 나갔는지를 남은 모양만 보고 짐작해야 합니다.

0.5에서 모자란 점수는 어디에서 잃었을까요? 셀에서는 고친 뒤의 점수를 장면에 있는 물체의 수에 따라서도 나누어 잽니다.

| 장면에 있는 물체의 수 | 1 | 2 | 3 | 4 |
|---|---|---|---|---|
| 장면 | 45 | 47 | 58 | 50 |
| mAP@.5 | **0.998** | 0.990 | 0.960 | 0.938 |
| mAP@.75 | 0.958 | 0.919 | 0.863 | 0.690 |

도형이 하나뿐이면 거의 언제나 찾습니다. 도형이 서로 가리면 후보 상자는 보이는 부분만 두르고, 가려진 뒤쪽이 어디까지 이어지는지는 신경망이 짐작해야 합니다. (장면 50개는 적은 수이므로 0.02쯤의
차이는 우연으로 보십시오.)

0.8이 끝일까요? IoU 0.9에서는 고친 상자도 0.052입니다. 10×10픽셀 상자가 두 방향으로 0.3픽셀씩만 어긋나도 IoU는 벌써 0.89입니다. 신경망은 그만큼 정확하지 않습니다.

**이번에는 꼭 맞는 후보 상자**, 곧 1절의 느슨하게 만들지 않은 상자입니다. 학습된 신경망은 그대로 두고 이 상자를 줍니다. **다시 예상해 보십시오.** 여기서도 고치는 것이 도움이 되겠습니까?
"""


# %% demo=true
def compare_proposals():
    """Print the same numbers for the exact proposals, which are not loosened."""
    _, objects, before, after = examined(copies=0)
    for t in (0.5, 0.75, 0.9):
        one, two = (mean_average_precision(dets, objects, t) for dets in (before, after))
        print(f"exact proposals, IoU {t:4}: mAP {one:.3f} before, {two:.3f} after")


compare_proposals()

# %% [markdown] lang="en"
r"""
Here the correction does harm. At 0.5 nothing changes, 0.971 and 0.966. At 0.75 it falls from 0.943 to 0.897, and at 0.9 from 0.843
to 0.095. The boxes were right, and the network, which always errs a little, moves them away. It has also never learnt from exact
boxes: all its proposals were loose. A correction pays where proposals are worse than the network's own error, as they
are in photos.

### Where it still fails

What goes wrong in the 200 scenes after the correction? The next cell sorts all detections with a score of at least 0.5 that
found no object of their own: **wrong class** (the box fits an object of another class, IoU at least 0.5), **poor box** (IoU from 0.1 to 0.5), **no
object**. An object that nobody found is **missed**.

![Four scenes with one error each: a small square called circle; a box around the visible part of a square that is partly hidden; a
triangle seen in the visible corner of a larger triangle, behind a square; and a small square that was missed.](attachment:errors.png)
"""

# %% [markdown] lang="ko"
r"""
여기서는 고치는 것이 해롭습니다. 0.5에서는 0.971과 0.966으로 그대로입니다. 0.75에서는 0.943에서 0.897로, 0.9에서는 0.843에서 0.095로 떨어집니다. 맞는 상자를, 늘 조금씩 틀리는 신경망이 옮겨 놓기 때문입니다. 신경망이 꼭 맞는 상자로 배운 적이 없기도 합니다. 배운 후보 상자는 모두 느슨한
것이었습니다. 사진에서처럼 후보 상자의 오차가 신경망의 오차보다 클 때 고치는 보람이 있습니다.

### 아직 틀리는 곳

고친 뒤에 장면 200개에서 무엇이 틀렸을까요? 다음 셀은 점수가 0.5 이상인 탐지 결과 가운데 제 물체를 찾지 못한 것을 나눕니다. **wrong class**는 다른 클래스의 물체에 맞는 상자(IoU 0.5 이상), **poor box**는 IoU가 0.1에서 0.5인 상자, **no object**는 물체가 없는 곳의 상자입니다. 아무도 찾지 못한 물체는 **missed**입니다.

![오류가 하나씩 있는 장면 네 개. 원이라고 한 작은 정사각형, 일부가 가려진 정사각형의 보이는 부분만 두른 상자, 정사각형에 가려진 큰 삼각형의 남은 귀퉁이를 삼각형이라고 한 상자, 놓친 작은
정사각형.](attachment:errors.png)
"""


# %% demo=true figure="errors"
def plot_errors():
    """Count the errors in the fresh scenes by kind, and draw one of each kind."""
    X, objects, _, after = examined()
    found = {"wrong class": [], "poor box": [], "no object": [], "missed": []}  # kind -> (scene, box, name)
    right, also_right = [], 0
    for n, (dets, gts) in enumerate(zip(after, objects)):
        sure = dets[dets[:, 4] >= 0.5]
        hits = match(sure, gts, 0.5)
        right += list(sure[hits >= 0, 4])
        for d in sure[hits < 0]:
            iou = iou_matrix(d[None, :4], gts[:, :4])[0]
            kind = "wrong class" if iou.max() >= 0.5 else "poor box" if iou.max() >= 0.1 else "no object"
            found[kind].append((n, d, f"{NAMES[int(d[5])]} {d[4]:.2f}"))
            also_right += kind == "wrong class" and iou.argmax() in hits
        found["missed"] += [(n, gt, NAMES[int(gt[4])]) for g, gt in enumerate(gts) if g not in hits]
    total = sum(np.sum(dets[:, 4] >= 0.5) for dets in after)
    print(f"{sum(map(len, objects))} objects, {total} detections;", end=" ")
    print(", ".join(f"{kind}: {len(errors)}" for kind, errors in found.items()))
    scores = np.median(right), np.median([d[4] for _, d, _ in found["wrong class"]])
    print(f"median score: right {scores[0]:.2f}, wrong class {scores[1]:.2f};", end=" ")
    print(f"of the wrong classes {also_right} lie on an object that another box names right")
    widths, missed = (np.array([b[2] - b[0] for b in boxes]) for boxes in (np.concatenate(objects), [e[1] for e in found["missed"]]))
    print(f"less than 10 pixels wide: {100 * np.mean(widths < 10):.0f} % of all objects, {np.sum(missed < 10)} of the missed ones")
    figure, axes = plt.subplots(1, 4, figsize=(11, 3.2), layout="constrained")
    for axis, (kind, errors) in zip(axes, found.items()):
        n, box, name = errors[0]
        show_scene(axis, X[n], f"{kind} (scene {n})")
        plots.boxes(axis, objects[n], style=":", width=1.5)
        plots.boxes(axis, [box], [name], color="yellow", style="--" if kind == "missed" else "-")


plot_errors()
plt.show()

# %% [markdown] lang="en"
r"""
Of 513 objects 17 are missed, and 13 of those are less than 10 pixels wide. (Of all objects 60 % are so small.) 26 boxes fit poorly, many of
them where one object hides another: how far does the hidden part go?

The largest group is a surprise: 102 detections with a wrong class. But 86 of them lie on an object that another box names right. Each object has
several loose boxes; one of them may look like a circle and another like a square, and NMS, which works within a
class, lets both stand. Why does mAP hardly suffer? The right ones have a median score of 1.00, the wrong ones of 0.75. So most right ones stand further up
in the list, and average precision cares about the order.
"""

# %% [markdown] lang="ko"
r"""
물체 513개 가운데 17개를 놓쳤고 그중 13개는 너비가 10픽셀보다 작습니다. (그렇게 작은 물체는 전체의 60 %입니다.) 26개는 상자가 잘 맞지 않습니다. 물체가 물체를 가리는 곳에 많습니다. 가려진 부분이 어디까지인지 알기 어렵기 때문입니다.

가장 큰 무리는 뜻밖에도 클래스가 틀린 102개입니다. 그런데 그중 86개는 다른 상자가 이름을 맞힌 물체 위에 있습니다. 물체마다 느슨한 상자가 여럿인데, 어떤 것은 원처럼 보이고 어떤 것은 정사각형처럼 보입니다. NMS는 한 클래스 안에서만 하므로 둘 다 남습니다. 그런데도 mAP가 별로 떨어지지 않는 까닭은 무엇일까요? 점수의 중앙값이 맞은
것은 1.00, 클래스가 틀린 것은 0.75입니다. 그래서 대개 맞은 것이 목록의 앞쪽에 있고, 평균 정밀도에는 그 순서가 중요합니다.
"""

# %% [markdown] lang="en"
r"""
## 9. A question to answer in words

Write five to ten sentences in the cell below. It is graded by a person, 3 points. Use the numbers and the pictures of section 8.

1. Why did mAP@.5 hardly move while mAP@.75 more than doubled? Explain it with the IoU of the boxes before and after.
2. With the exact proposals the same correction made mAP@.9 fall from 0.843 to 0.095. Give the reason, and say what you would change in the
   training.
3. In the R-CNN paper the correction raised the mAP at IoU 0.5 from 50.2 to 53.7 %. What does this suggest about the proposals there, compared
   with ours?
"""

# %% [markdown] lang="ko"
r"""
## 9. 글로 답하는 문제

아래 셀에 다섯 문장에서 열 문장 정도로 답하십시오. 사람이 채점하며 3점입니다. 8절의 수와 그림을 쓰십시오.

1. mAP@.5는 거의 그대로인데 mAP@.75는 왜 두 배가 넘게 올랐습니까? 고치기 전과 뒤의 IoU를 들어 설명하십시오.
2. 꼭 맞는 후보 상자에서는 똑같이 고쳤는데 mAP@.9가 0.843에서 0.095로 떨어졌습니다. 까닭을 대고, 학습에서 무엇을 바꾸겠는지 쓰십시오.
3. R-CNN 논문에서는 상자를 고쳐서 IoU 0.5의 mAP가 50.2 %에서 53.7 %로 올랐습니다. 우리 것과 견줄 때 그 후보 상자에 대해 무엇을 짐작할 수 있습니까?
"""

# %% [markdown] answer="correction" points=3 lang="en"
r"""
**Model answer.**

1. The correction changes boxes, not classes or scores. At 0.5 nearly all boxes were good enough before: 91 % of the detections reached
   0.5 (median 0.75). Raising the IoU of a box from 0.75 to 0.83 changes nothing in a count that asks for 0.5; what is still wrong there is the class,
   doubles, or missed objects, and the correction does not touch these. The threshold 0.75 lies in the middle of the IoUs before (48 % reached it)
   and below most of those after (80 %). So a shift of nearly 0.1 carries a large part of the detections across this line.
2. The boxes were already right (median IoU 1.00), and the network always makes a small error, so it can only make them worse. An IoU of 0.9
   forgives hardly any error. Besides, it learnt from loose boxes only and has never seen that "0, 0, 0, 0" is a frequent right answer. One
   can put exact (and slightly wrong) proposals into the training; or train longer or with a larger network or sharper crops, so that its own error is
   smaller; or apply the correction only where it is large.
3. If the mAP at 0.5 rises by 3.5 points, then a good number of objects had boxes with an IoU below 0.5 before, and above it after, although the class was
   right. So the proposals on photos were worse than ours, which we moved by at most 12 % and stretched by at most 22 %; ours nearly all reach 0.5.

**Rubric**, 1 point each.

- The distribution of the IoU against both thresholds, with numbers: most boxes had passed 0.5 before, many cross 0.75. "0.75 is stricter" alone: half
  a point.
- Nothing to gain and an error of its own (half a point), and one sensible change of the training (half a point).
- Boxes that cross 0.5 must have been below it: rougher proposals. Half a point for "photos are harder" without the threshold.
"""

# %% [markdown] answer="correction" points=3 lang="ko"
r"""
**모범 답안.**

1. 고치는 것은 상자이고 클래스와 점수는 그대로입니다. 0.5에서는 고치기 전에도 거의 모든 상자가 충분히 좋았습니다. 탐지 결과의 91 %가 0.5 이상이었습니다(중앙값 0.75). IoU가 0.75에서 0.83으로 올라도 0.5를 요구하는 셈에서는 달라지는 것이 없습니다. 거기서 남은 오류는 클래스가 틀렸거나, 같은 물체를 두 번 찾았거나,
   물체를 놓친 것이고, 상자를 고쳐도 이런 오류는 없어지지 않습니다. 0.75는 고치기 전 IoU의 한가운데에 있고(48 %가 0.75 이상) 고친 뒤 IoU 대부분(80 %)보다 아래에 있습니다. 그래서 0.1쯤만 옮겨 가도 많은 탐지 결과가 이 선을 넘습니다.
2. 상자가 이미 맞았고(IoU 중앙값 1.00) 신경망은 늘 조금 틀리므로 나빠질 수밖에 없습니다. IoU 0.9는 오차를 거의 봐주지 않습니다. 게다가 신경망은 느슨한 상자로만 배워서 '0, 0, 0, 0'이 정답인 경우를 거의 본 적이 없습니다. 꼭 맞는 후보 상자와 조금만 틀린 후보 상자를 학습에 넣거나, 더 오래 학습시키거나, 신경망을 키우거나, 조각을 더 선명하게 하여
   신경망의 오차를 줄이거나, 크게 고쳐야 할 때만 고칩니다.
3. 0.5의 mAP가 3.5 %p 올랐다면, 클래스는 맞았지만 고치기 전 IoU가 0.5보다 작았다가 고친 뒤에 커진 상자가 꽤 있었다는 뜻입니다. 그러므로 사진의 후보 상자는 12 %까지 옮기고 22 %까지만 늘인 우리 것보다 더 거칠었습니다. 우리 것은 거의 모두 0.5를 넘습니다.

**채점 기준**, 각 1점.

- 두 임계값과 견준 IoU의 분포(수를 들어): 0.5는 대부분 이미 넘었고 0.75는 많은 상자가 새로 넘는다는 것. '0.75가 더 엄격하다'만 있으면 0.5점.
- 얻을 것은 없고 신경망 자신의 오차가 있다는 것(0.5점), 학습에서 바꿀 만한 것 하나(0.5점).
- 0.5를 새로 넘은 상자는 그전에 0.5보다 작았고, 따라서 후보 상자가 더 거칠었다는 것. 임계값 없이 '사진이 더 어렵다'만 있으면 0.5점.
"""

# %% demo=true
unit.score()

# %% [markdown] lang="en"
r"""
## What to read next

- Ross Girshick, Jeff Donahue, Trevor Darrell, Jitendra Malik, "Rich Feature Hierarchies for Accurate Object Detection and Semantic
  Segmentation" (CVPR 2014, arXiv 1311.2524): R-CNN. About 2,000 proposals of Selective Search for each photo, warped to 227×227 pixels with a margin of
  16 pixels, go through a network of seven layers that was trained on ImageNet first. Its 4,096 features go to one linear classifier (a support
  vector machine) for each class, and the boxes are corrected by linear regression with a squared error. On the photos of VOC 2010, with 20 classes, this gave an mAP
  of 53.7 % (50.2 % without the correction); two earlier methods with proposals of Selective Search had 35.1 and 39.7 % (table 1). Sections 3.4 and
  3.5 are about the errors that the correction takes away.
- Ross Girshick, "Fast R-CNN" (ICCV 2015, arXiv 1504.08083): the image goes through the convolutions once, and the proposals are cut out of the
  feature map. Softmax in place of the support vector machines, and smooth L1, as here.
- Shaoqing Ren, Kaiming He, Ross Girshick, Jian Sun, "Faster R-CNN" (NeurIPS 2015, arXiv 1506.01497): a network makes the proposals, too.
- Zhaowei Cai, Nuno Vasconcelos, "Cascade R-CNN" (CVPR 2018, arXiv 1712.00726): several corrections, one after the other, each trained with
  a higher IoU threshold. Compare it with your answer to question 2.

What our small version leaves out: photos, training on another task first, corrections for each class of its own (our four numbers
serve all classes), and the cost. R-CNN took 13 seconds for the proposals and features of one image on a GPU, since every proposal passes through the whole network.
In unit u19 there are no proposals any more: SSD looks at the image once.
"""

# %% [markdown] lang="ko"
r"""
## 더 읽을거리

- Ross Girshick, Jeff Donahue, Trevor Darrell, Jitendra Malik, "Rich Feature Hierarchies for Accurate Object Detection and Semantic
  Segmentation" (CVPR 2014, arXiv 1311.2524). R-CNN입니다. 사진마다 선택적 탐색의 후보 상자 약 2,000개를 16픽셀의 여백과 함께 227×227픽셀로 워핑해, 먼저 ImageNet으로 학습시킨 일곱 층짜리 신경망에 넣습니다. 여기서 나온 특징 4,096개를 클래스마다 하나씩 있는 선형 분류기(서포트
  벡터 머신)에 넣고, 상자는 제곱 오차를 쓰는 선형 회귀로 고칩니다. 클래스가 20개인 VOC 2010 사진에서 mAP가 53.7 %였고(상자를 고치지 않으면 50.2 %), 선택적 탐색을 쓴 이전의 두 방법은 35.1 %와 39.7 %였습니다(표 1). 3.4절과 3.5절에서 상자를 고치면 어떤 오류가 없어지는지 다룹니다.
- Ross Girshick, "Fast R-CNN" (ICCV 2015, arXiv 1504.08083). 이미지를 합성곱에 한 번만 통과시키고 특징 맵에서 후보 상자를 잘라 냅니다. 여기서처럼 서포트 벡터 머신 대신 소프트맥스와 smooth L1을 씁니다.
- Shaoqing Ren, Kaiming He, Ross Girshick, Jian Sun, "Faster R-CNN" (NeurIPS 2015, arXiv 1506.01497). 후보 상자도 신경망이 냅니다.
- Zhaowei Cai, Nuno Vasconcelos, "Cascade R-CNN" (CVPR 2018, arXiv 1712.00726). 상자를 여러 번 잇달아 고치고, 뒤로 갈수록 더 높은 IoU 임계값으로 학습시킵니다. 둘째 물음의 답과 견주어 보십시오.

우리의 작은 판에 없는 것은 사진, 다른 과제로 먼저 학습시키기, 클래스마다 따로 하는 상자 고치기(우리는 모든 클래스가 수 네 개를 함께 씁니다), 그리고 비용입니다. R-CNN은 후보 상자마다 신경망 전체를 지나야 해서, GPU로도 이미지 한 장의 후보 상자와 특징을 구하는 데 13초가 걸렸습니다. u19에는 후보 상자가 없습니다. SSD는 이미지를 한
번만 봅니다.
"""
