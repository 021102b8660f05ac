# %% [markdown] lang="en"
r"""
# Object detection: boxes, overlap and average precision

So far one picture had one answer: this is a 7. A photograph of a street holds three cars, a dog and half a bicycle. A
**detector** must say for each of them *what* it is and *where* it is. It does not even know how many there are.

This unit does not train anything. It builds the tools that every detector needs, and that the next three units take for
granted: how to write down a place, how to compare two places, how to clear away double answers, and how to give one number
to a list of answers that is partly right. At the end these tools make a first detector, without any learning.

After it you will be able to

- write boxes by their corners or by centre and size, and turn one into the other,
- compute the **intersection over union** of all boxes of two lists, boxes that are apart or empty included,
- lay **sliding windows** over an image, and say why there are too many of them,
- clear away double detections by **non-maximum suppression**,
- match detections with true objects, and read **precision** and **recall** off the result,
- compute **average precision** by hand and by program, and say what it does not tell.

You need broadcasting (unit u04) and the sliding window of unit u10. Plan about 90 minutes.
"""

# %% [markdown] lang="ko"
r"""
# 물체 탐지: 상자, 겹침, 평균 정밀도

지금까지는 그림 하나에 답도 하나였습니다. '이것은 7이다.' 그런데 거리 사진 한 장에는 자동차 세 대와 개 한 마리, 반쯤 가려진
자전거가 함께 있습니다. **탐지기**(detector)는 그 하나하나가 *무엇*이고 *어디*에 있는지 말해야 합니다. 몇 개나 있는지도 미리
알 수 없습니다.

이 단원에서는 아무것도 학습시키지 않습니다. 대신 모든 탐지기에 필요하고 다음 세 단원에서 계속 쓸 도구를 만듭니다. 위치를
적는 법, 두 위치를 비교하는 법, 겹치는 답을 치우는 법, 일부만 맞은 답의 목록에 점수 하나를 매기는 법입니다. 끝에서는 이
도구만으로, 학습 없이 첫 탐지기를 만들어 봅니다.

이 단원을 마치면 다음을 할 수 있습니다.

- 상자를 모서리로, 또는 중심과 크기로 적고 서로 바꿀 수 있습니다.
- 두 목록에 있는 모든 상자끼리의 **IoU**(intersection over union)를 구할 수 있습니다. 떨어진 상자와 빈 상자도 다룹니다.
- 이미지에 **슬라이딩 윈도우**(sliding window)를 놓고, 왜 그 수가 너무 많은지 설명할 수 있습니다.
- **비최대 억제**(non-maximum suppression)로 겹치는 탐지를 치울 수 있습니다.
- 탐지를 실제 물체와 짝짓고, 그 결과에서 **정밀도**(precision)와 **재현율**(recall)을 읽을 수 있습니다.
- **평균 정밀도**(average precision)를 손과 프로그램으로 구하고, 그것이 말해 주지 않는 것을 말할 수 있습니다.

브로드캐스팅(u04)과 u10의 슬라이딩 윈도우를 알고 있으면 됩니다. 90분 정도 걸립니다.
"""

# %% setup=true
import matplotlib.pyplot as plt
import numpy as np
from nnlab import Unit, data, plots, widgets

unit = Unit("u16_detection", lang="en")
check = unit.check

# %% [markdown] lang="en"
r"""
## 1. Boxes

Our pictures are small scenes, 32 by 32 pixels, with one to four objects: circles, squares and triangles of any colour and
size, some of them partly behind others or cut off by the border. `data.scenes(n, rng)` draws `n` of them.

A detector answers with **boxes**. A box (in full, *bounding box*) is the smallest upright rectangle around an object, the
part that another object hides included. It needs four numbers, and there are two usual ways to choose them:

- **by corners**: $(x_1, y_1, x_2, y_2)$, the left, upper, right and lower edge. Handy for comparing boxes.
- **by centre and size**: $(c_x, c_y, w, h)$, the centre, the width and the height. Handy for networks, as you will see in
  unit u18: "move a little to the right" changes one number only.

Here $x$ counts to the right and $y$ **downwards**, as rows do. Mind the order: a pixel is `img[row, column]`, but a box
begins with $x$, the column.

The coordinates are **continuous**. Think of a ruler laid along the image: pixel 0 covers the stretch from 0 to 1, pixel 1
from 1 to 2. So a box from $x_1 = 2$ to $x_2 = 12$ is $12 - 2 = 10$ wide, and covers the pixels 2 to 11. (Older programs
count pixels instead and add 1 to each width. Both are fine, but mixing them makes errors that are hard to see.)

By hand: the box $(2, 3, 12, 7)$ has the centre $\left(\frac{2 + 12}{2}, \frac{3 + 7}{2}\right) = (7, 5)$, the width 10 and
the height 4. So it is $(7, 5, 10, 4)$. And back: from the centre half the width to either side, $7 - 5 = 2$ and
$7 + 5 = 12$.

$$c_x = \frac{x_1 + x_2}{2} \qquad c_y = \frac{y_1 + y_2}{2} \qquad w = x_2 - x_1 \qquad h = y_2 - y_1$$

A list of N boxes is an array of shape (N, 4), one box in each row. If nothing was found, it is still an array with four
columns: shape **(0, 4)**. This is no oddity; a detector often finds nothing, and the program must not stop there.

![Four dark scenes with coloured circles, squares and triangles. A white box surrounds each object, with its class written
above, and a cross marks the centre of the box.](attachment:scenes.png)

**Your turn**, about 2 lines each. `boxes.T` has the four columns as rows, so `x1, y1, x2, y2 = boxes.T` names them;
`np.stack([...], axis=1)` puts columns together again, also where there are no rows.
"""

# %% [markdown] lang="ko"
r"""
## 1. 상자

여기서 쓸 그림은 32×32픽셀의 작은 장면입니다. 원, 사각형, 삼각형이 한 개에서 네 개 들어 있고, 색과 크기는 제각각이며, 다른
물체에 조금 가려지거나 그림 밖으로 조금 잘린 것도 있습니다. `data.scenes(n, rng)`가 장면 `n`개를 그려 줍니다.

탐지기는 **상자**로 답합니다. 상자(바운딩 박스, bounding box)는 물체를 둘러싸는 가장 작은 반듯한 직사각형이며, 다른 물체에
가려진 부분까지 넣습니다. 수 네 개로 적는데, 흔히 쓰는 방법이 두 가지 있습니다.

- **모서리로**: $(x_1, y_1, x_2, y_2)$, 곧 왼쪽, 위, 오른쪽, 아래 끝입니다. 상자를 비교할 때 편합니다.
- **중심과 크기로**: $(c_x, c_y, w, h)$, 곧 중심, 너비, 높이입니다. 신경망에서 쓰기 편합니다. u18에서 보겠지만 '오른쪽으로
  조금 옮겨라'가 수 하나만 바꾸는 일이 되기 때문입니다.

$x$는 오른쪽으로, $y$는 행 번호처럼 **아래쪽으로** 커집니다. 순서에 주의하십시오. 픽셀은 `img[행, 열]`이지만 상자는 열에
해당하는 $x$부터 적습니다.

좌표는 **연속**입니다. 이미지에 자를 대었다고 생각하십시오. 0번 픽셀은 0부터 1까지, 1번 픽셀은 1부터 2까지를 차지합니다.
그래서 $x_1 = 2$부터 $x_2 = 12$까지인 상자의 너비는 $12 - 2 = 10$이고 2번부터 11번까지의 픽셀을 덮습니다. (오래된 프로그램
중에는 픽셀의 수를 세느라 너비에 1을 더하는 것이 있습니다. 어느 쪽이든 괜찮지만, 섞어 쓰면 눈에 잘 띄지 않는 오류가
생깁니다.)

손으로 해 보겠습니다. 상자 $(2, 3, 12, 7)$의 중심은 $\left(\frac{2 + 12}{2}, \frac{3 + 7}{2}\right) = (7, 5)$, 너비는 10,
높이는 4입니다. 그래서 $(7, 5, 10, 4)$가 됩니다. 되돌릴 때는 중심에서 양쪽으로 너비의 절반씩 갑니다. $7 - 5 = 2$,
$7 + 5 = 12$입니다.

$$c_x = \frac{x_1 + x_2}{2} \qquad c_y = \frac{y_1 + y_2}{2} \qquad w = x_2 - x_1 \qquad h = y_2 - y_1$$

상자 N개의 목록은 한 행에 상자 하나씩, shape이 (N, 4)인 배열입니다. 아무것도 찾지 못했을 때에도 열은 네 개라서 shape이 (0,
4)입니다. 별난 경우가 아닙니다. 탐지기가 아무것도 찾지 못하는 일은 흔하고, 그렇다고 프로그램이 멈추어서는 안 됩니다.

![색이 있는 원, 사각형, 삼각형이 놓인 어두운 장면 네 개. 물체마다 흰 상자가 둘러 있고 위에 클래스 이름이 적혀 있으며, 상자의
중심에 가위표가 있다.](attachment:scenes.png)

빈칸을 채우십시오. 각각 두 줄 정도면 됩니다. `boxes.T`에서는 열 네 개가 행이 되므로 `x1, y1, x2, y2 = boxes.T`로 이름을 붙일
수 있습니다. `np.stack([...], axis=1)`은 열을 다시 모아 주며, 행이 하나도 없어도 됩니다. 정수 상자를 받더라도 결과는 실수이고,
받은 `boxes`는 바꾸지 않습니다.
"""


# %% exercise="box_formats"
def xyxy_to_cxcywh(boxes):
    """Turn corners into centre and size.

    boxes : (N, 4) rows x1, y1, x2, y2; not changed. N may be 0.
    Returns (N, 4) floats, rows cx, cy, w, h: the centre, then the whole width and height.

    Example: [[2, 3, 12, 7]] gives [[7.0, 5.0, 10.0, 4.0]].
    """
    ### BEGIN SOLUTION
    x1, y1, x2, y2 = boxes.T
    return np.stack([(x1 + x2) / 2, (y1 + y2) / 2, x2 - x1, y2 - y1], axis=1)
    ### END SOLUTION


def cxcywh_to_xyxy(boxes):
    """Turn centre and size into corners: the way back.

    boxes : (N, 4) rows cx, cy, w, h; not changed. N may be 0.
    Returns (N, 4) floats, rows x1, y1, x2, y2.

    Example: [[7, 5, 10, 4]] gives [[2.0, 3.0, 12.0, 7.0]].
    """
    ### BEGIN SOLUTION
    cx, cy, w, h = boxes.T
    return np.stack([cx - w / 2, cy - h / 2, cx + w / 2, cy + h / 2], axis=1)
    ### END SOLUTION


# %% check="box_formats"
check("box_formats", xyxy_to_cxcywh, cxcywh_to_xyxy)

# %% [markdown] lang="en"
r"""
### Helpers

The next cell is given: 100 scenes that the rest of the unit looks at, and a function that shows one. `objects[i]` is an
array (G, 5) for the G objects of scene i, with the rows $x_1, y_1, x_2, y_2$, class. Class 1 is a circle, 2 a square, 3 a
triangle; 0 would be background.

The cell after it draws the boxes that *your* two functions give when they turn the true boxes around and back, and a cross
at each centre. Compare with the picture above.
"""

# %% [markdown] lang="ko"
r"""
### 준비된 코드

다음 셀은 미리 주어진 것입니다. 이 단원에서 계속 볼 장면 100개와 장면 하나를 그리는 함수가 들어 있습니다. `objects[i]`는
장면 i에 있는 물체 G개를 담은 (G, 5) 배열이고, 한 행은 $x_1, y_1, x_2, y_2$, 클래스입니다. 클래스 1은 원, 2는 사각형, 3은
삼각형이며 0은 배경을 뜻합니다.

그다음 셀은 실제 상자를 *여러분의* 두 함수로 바꾸었다가 되돌린 상자와, 중심마다 가위표를 그립니다. 위의 그림과 비교해
보십시오.
"""


# %% given=true
NAMES = ("background", "circle", "square", "triangle")
X, objects = data.scenes(100, np.random.default_rng(16))


def show_scene(axis, x, title=""):
    """Show an image (3, 32, 32) so that the coordinates of boxes fit."""
    axis.imshow(x.transpose(1, 2, 0), extent=(0, 32, 32, 0))
    axis.set(xlabel="x", ylabel="y", xticks=range(0, 33, 8), yticks=range(0, 33, 8))
    axis.set_title(title, pad=12, fontsize=10)  # the names of objects at the upper border need some room


# %% demo=true figure="scenes"
def plot_scenes():
    """Draw four scenes with the true boxes, turned around and back by the student."""
    figure, axes = plt.subplots(1, 4, figsize=(12, 3.5), layout="constrained")
    for axis, i in zip(axes, (0, 1, 5, 7), strict=True):
        show_scene(axis, X[i], f"scene {i}")
        centres = xyxy_to_cxcywh(objects[i][:, :4])
        plots.boxes(axis, cxcywh_to_xyxy(centres), [NAMES[int(c)] for c in objects[i][:, 4]])
        axis.plot(centres[:, 0], centres[:, 1], "wx", markersize=6)
    print("scene 0, corners:        ", objects[0][0, :4])
    print("scene 0, centre and size:", xyxy_to_cxcywh(objects[0][:1, :4])[0])
    print("objects in all scenes:", sum(map(len, objects)))


plot_scenes()
plt.show()

# %% [markdown] lang="en"
r"""
## 2. How well do two boxes agree?

A detector says $(2, 0, 6, 3)$; the truth is $(0, 0, 4, 3)$. Is that right? No two boxes ever agree exactly, so "equal" is
of no use. We need a number from 0 (nothing in common) to 1 (the same box).

The area that both share is a start. But a huge box that covers the whole image shares everything with every object. So the
shared area, the **intersection**, is divided by the area that the two cover together, the **union**:

$$\mathrm{IoU}(a, b) = \frac{\mathrm{area}(a \cap b)}{\mathrm{area}(a \cup b)}
= \frac{\mathrm{area}(a \cap b)}{\mathrm{area}(a) + \mathrm{area}(b) - \mathrm{area}(a \cap b)}$$

This is the **intersection over union**, short IoU. Below the line the shared part is subtracted once, since
$\mathrm{area}(a) + \mathrm{area}(b)$ counts it twice.

By hand: our two boxes are 4 wide and 3 high, so each has the area 12. They share the stretch from $x = 2$ to $4$, over the
whole height: $2 \cdot 3 = 6$. The union is $12 + 12 - 6 = 18$, and the IoU is $6/18 = 1/3$.

**What they share is a box, too.** It begins at the *later* of both starts and ends at the *earlier* of both ends:

$$\mathrm{width} = \min(a_{x_2}, b_{x_2}) - \max(a_{x_1}, b_{x_1}) \qquad
\mathrm{height} = \min(a_{y_2}, b_{y_2}) - \max(a_{y_1}, b_{y_1})$$

**The trap.** If the boxes lie apart, this "width" is negative, which says "no overlap". But look at the boxes
$(0, 0, 4, 3)$ and $(7, 8, 12, 10)$, which are apart both ways: the width is $4 - 7 = -3$, the height $3 - 8 = -5$, and
$(-3) \cdot (-5) = 15$ is a large positive area of overlap between boxes that have nothing in common. So raise each of the
two to 0 *before* you multiply, with `np.maximum(width, 0)`.

**The other trap.** A box can have no area, $x_1 = x_2$ or $y_1 = y_2$. For two such boxes the IoU is $0/0$, in NumPy `nan`,
and one `nan` spoils every comparison after it. We say that it is 0.

IoU is strict. A box of 10 by 10 that lies right except for 2 pixels to the right and 2 down shares $8 \cdot 8 = 64$ of
$200 - 64 = 136$: that is 0.47, less than the 0.5 that is usually asked for.

![Six pairs of boxes, one solid and one dashed, with the overlap hatched: the same box, IoU 1; moved by one, IoU 0.62; moved
by two, IoU 0.39; inside, IoU 0.25; twice as large, IoU 0.50; apart, IoU 0.](attachment:iou.png)

**Your turn**, about 7 lines: the IoU of *every* box of A with *every* box of B at once. `A[:, None, 0]` has the shape (N, 1)
and `B[:, 0]` the shape (M,); broadcasting turns `np.maximum` of the two into (N, M), as in unit u04. Two loops are right
as well.
"""

# %% [markdown] lang="ko"
r"""
## 2. 두 상자는 얼마나 비슷한가

탐지기는 $(2, 0, 6, 3)$이라고 하고 실제 상자는 $(0, 0, 4, 3)$입니다. 맞혔다고 해야 할까요? 두 상자가 정확히 같은 일은
없으므로 '같다'로는 판단할 수 없습니다. 0(공통된 부분이 없음)부터 1(같은 상자)까지의 수가 필요합니다.

먼저 떠오르는 것은 함께 덮는 넓이입니다. 그런데 이미지 전체를 덮는 큰 상자는 어떤 물체든 전부 덮습니다. 그래서 함께 덮는
넓이, 곧 **교집합**(intersection)을 둘 중 하나라도 덮는 넓이, 곧 **합집합**(union)으로 나눕니다.

$$\mathrm{IoU}(a, b) = \frac{\mathrm{area}(a \cap b)}{\mathrm{area}(a \cup b)}
= \frac{\mathrm{area}(a \cap b)}{\mathrm{area}(a) + \mathrm{area}(b) - \mathrm{area}(a \cap b)}$$

이것을 intersection over union, 줄여서 IoU라고 합니다. 분모에서 교집합을 한 번 빼는 것은
$\mathrm{area}(a) + \mathrm{area}(b)$에 교집합이 두 번 들어 있기 때문입니다.

손으로 해 보겠습니다. 두 상자는 너비가 4, 높이가 3이므로 넓이가 12씩입니다. 함께 덮는 곳은 $x = 2$부터 $4$까지, 높이
전체이므로 $2 \cdot 3 = 6$입니다. 합집합은 $12 + 12 - 6 = 18$, IoU는 $6/18 = 1/3$입니다.

**교집합도 상자입니다.** 두 시작점 가운데 *뒤의* 것에서 시작하고, 두 끝점 가운데 *앞의* 것에서 끝납니다.

$$\mathrm{width} = \min(a_{x_2}, b_{x_2}) - \max(a_{x_1}, b_{x_1}) \qquad
\mathrm{height} = \min(a_{y_2}, b_{y_2}) - \max(a_{y_1}, b_{y_1})$$

**함정.** 상자가 떨어져 있으면 이 '너비'가 음수입니다. 겹치지 않는다는 뜻입니다. 그런데 가로로도 세로로도 떨어진
$(0, 0, 4, 3)$과 $(7, 8, 12, 10)$을 보십시오. 너비는 $4 - 7 = -3$, 높이는 $3 - 8 = -5$인데 $(-3) \cdot (-5) = 15$입니다.
아무 관계도 없는 두 상자가 크게 겹친다는 결과가 나옵니다. 그래서 곱하기 *전에* `np.maximum(width, 0)`처럼 각각 0 이상으로
만들어야 합니다.

**또 하나의 함정.** $x_1 = x_2$이거나 $y_1 = y_2$인 상자는 넓이가 없습니다. 이런 상자 둘의 IoU는 $0/0$, NumPy로는 `nan`이고,
`nan` 하나가 그 뒤의 모든 비교를 망칩니다. 이때의 IoU는 0으로 정합니다.

IoU는 엄격합니다. 10×10 상자가 오른쪽으로 2픽셀, 아래로 2픽셀만 어긋나도 $200 - 64 = 136$ 가운데 $8 \cdot 8 = 64$를
공유하므로 0.47입니다. 흔히 요구하는 0.5에 못 미칩니다.

![실선 상자와 파선 상자 여섯 쌍, 겹친 부분에 빗금: 같은 상자는 IoU 1, 하나씩 옮기면 0.62, 둘씩 옮기면 0.39, 안에 든 상자는
0.25, 두 배 큰 상자는 0.50, 떨어진 상자는 0.](attachment:iou.png)

빈칸을 채우십시오. 일곱 줄 정도면 됩니다. A의 *모든* 상자와 B의 *모든* 상자의 IoU를 한꺼번에 구합니다. `A[:, None, 0]`의
shape은 (N, 1), `B[:, 0]`의 shape은 (M,)이므로, u04에서 본 브로드캐스팅으로 둘의 `np.maximum`은 (N, M)이 됩니다. 반복문 두
개를 써도 맞습니다. 상자가 하나도 없는 (0, 4)도 들어올 수 있습니다. 상자는 언제나 `x1 <= x2`, `y1 <= y2`이며, A와 B는
바꾸지 않습니다.
"""


# %% exercise="iou_matrix"
def iou_matrix(A, B):
    """Return the intersection over union of every box of A with every box of B.

    A : (N, 4) and B : (M, 4), rows x1, y1, x2, y2 with x1 <= x2 and y1 <= y2; not changed. N and M may be 0.
    Returns (N, M) floats: [i, j] is the overlap of A[i] and B[j], divided by their union; 0 where the union is 0.

    Example: A = [[0, 0, 4, 3]] and B = [[2, 0, 6, 3], [1, 1, 3, 2], [7, 8, 12, 10]] give [[0.3333, 0.1667, 0.0]].
    """
    ### BEGIN SOLUTION
    width = np.minimum(A[:, None, 2], B[:, 2]) - np.maximum(A[:, None, 0], B[:, 0])
    height = np.minimum(A[:, None, 3], B[:, 3]) - np.maximum(A[:, None, 1], B[:, 1])
    overlap = np.maximum(width, 0) * np.maximum(height, 0)
    area_A = (A[:, 2] - A[:, 0]) * (A[:, 3] - A[:, 1])
    area_B = (B[:, 2] - B[:, 0]) * (B[:, 3] - B[:, 1])
    union = area_A[:, None] + area_B - overlap
    return overlap / np.where(union > 0, union, 1)
    ### END SOLUTION


# %% check="iou_matrix"
check("iou_matrix", iou_matrix)

# %% [markdown] lang="en"
r"""
### Six pairs

The next cell draws the six pairs with *your* `iou_matrix`. The solid box is 8 by 8. Before you run it, guess the IoU of the
fifth pair: the dashed box has the same left upper corner and twice the width.
"""

# %% [markdown] lang="ko"
r"""
### 상자 여섯 쌍

다음 셀은 *여러분의* `iou_matrix`로 상자 여섯 쌍을 그립니다. 실선 상자는 8×8입니다. 실행하기 전에 다섯째 쌍의 IoU를 짐작해
보십시오. 파선 상자는 왼쪽 위 모서리가 같고 너비가 두 배입니다.
"""


# %% demo=true figure="iou"
def hatch_overlap(axis, a, b):
    """Hatch what two boxes share."""
    x1, y1, x2, y2 = *np.maximum(a[:2], b[:2]), *np.minimum(a[2:], b[2:])
    if x1 < x2 and y1 < y2:
        axis.add_patch(plt.Rectangle((x1, y1), x2 - x1, y2 - y1, fill=False, hatch="///", edgecolor="0.5", linewidth=0))


def plot_pairs():
    """Draw six pairs of boxes with the student's IoU."""
    a = np.array([2.0, 2.0, 10.0, 10.0])
    pairs = {
        "the same": a,
        "moved by 1 both ways": a + 1,
        "moved by 2 both ways": a + 2,
        "inside": np.array([4.0, 4.0, 8.0, 8.0]),
        "twice as wide": np.array([2.0, 2.0, 18.0, 10.0]),
        "apart": a + 9,
    }
    iou = iou_matrix(a[None], np.array(list(pairs.values())))[0]
    figure, axes = plt.subplots(2, 3, figsize=(9.5, 6), layout="constrained", sharex=True, sharey=True)
    for axis, (name, b), value in zip(axes.flat, pairs.items(), iou, strict=True):
        hatch_overlap(axis, a, b)
        plots.boxes(axis, [a], color="black", width=2)
        plots.boxes(axis, [b], color="tab:red", style="--", width=2)
        axis.set(xlim=(0, 20), ylim=(20, 0), aspect="equal", xticks=range(0, 21, 5), yticks=range(0, 21, 5))
        axis.set_title(f"{name}: IoU {value:.2f}", fontsize=11)
    for axis in axes[1]:
        axis.set_xlabel("x")
    for axis in axes[:, 0]:
        axis.set_ylabel("y")


plot_pairs()
plt.show()

# %% [markdown] lang="en"
r"""
### A box of your own

Move the dashed box with the sliders: `x` and `y` are its left upper corner. The solid box is the true box of an object.
(Where sliders do not work, change the start values, the last number of each range.)

- Put your box on the object as well as you can. How close must it be for 0.75, and for 0.9?
- Make it exactly as large as the object, and move it to one side only. After how many pixels does the IoU fall below 0.5?
  Is it half of the width, or less?
- Keep the object inside your box and make the box larger. At which size is the IoU a half?
"""

# %% [markdown] lang="ko"
r"""
### 나만의 상자

슬라이더로 파선 상자를 움직여 보십시오. `x`와 `y`는 왼쪽 위 모서리입니다. 실선은 물체의 실제 상자입니다. (슬라이더를 쓸 수
없으면 시작값, 곧 각 범위의 마지막 수를 바꾸십시오.)

- 상자를 물체에 되도록 잘 맞추어 보십시오. 0.75나 0.9가 되려면 얼마나 가까워야 합니까?
- 물체와 크기를 똑같이 맞추고 한쪽으로만 옮겨 보십시오. 몇 픽셀을 옮기면 IoU가 0.5 아래로 내려갑니까? 너비의 절반입니까, 더
  적습니까?
- 물체를 안에 둔 채 상자를 키워 보십시오. 크기가 얼마일 때 IoU가 0.5입니까?
"""


# %% demo=true
def draw_my_box(x, y, width, height):
    """Show a box that the student moves, and its IoU with the object of scene 1."""
    mine = np.array([[x, y, x + width, y + height]])
    truth = objects[1][:, :4]
    figure, axis = plt.subplots(figsize=(4.8, 4.8), layout="constrained")
    show_scene(axis, X[1], f"IoU {iou_matrix(mine, truth)[0, 0]:.3f}")
    plots.boxes(axis, truth, ["truth"])
    plots.boxes(axis, mine, style="--", width=2.4)
    axis.set(xlim=(0, 32), ylim=(32, 0))
    plt.show()


widgets.sliders(
    draw_my_box, x=(0.0, 24.0, 0.5, 8.0), y=(0.0, 24.0, 0.5, 8.0), width=(1.0, 24.0, 0.5, 8.0), height=(1.0, 24.0, 0.5, 8.0)
)

# %% [markdown] lang="en"
r"""
## 3. Sliding windows: look everywhere

You know how to tell what is in a picture that holds one object (unit u15). The oldest idea of detection is to reduce the
new problem to that one: cut out a part of the image, ask "is this an object?", and do so **everywhere**. The part that is
cut out is the window of unit u10, only larger: as large as an object.

A window of h rows and w columns is moved in steps of `stride` pixels over an image of H rows and W columns. As in unit u10
its left upper corner can stand in the rows $0, \mathrm{stride}, 2\,\mathrm{stride}, \dots$ as long as the whole window
fits, so the last row that comes into question is $H - h$:

$$\left(\left\lfloor \frac{H - h}{\mathrm{stride}} \right\rfloor + 1\right)
\left(\left\lfloor \frac{W - w}{\mathrm{stride}} \right\rfloor + 1\right) \quad \text{windows}$$

The brackets $\lfloor\ \rfloor$ round down. By hand: a window of 2 rows and 3 columns in an image of 3 rows and 5 columns,
stride 1, has $(1 + 1)(2 + 1) = 6$ places.

**Your turn**, about 3 lines. `range(0, H - h + 1, stride)` gives the rows; mind the $+1$, since `range` stops before its
end. The window at row y and column x is the box $(x, y, x + w, y + h)$. The sizes come as in NumPy, height first; the boxes
as in section 1, $x$ first. `np.reshape(windows, (-1, 4))` gives the right shape also for an empty list. The order of the
windows does not matter.
"""

# %% [markdown] lang="ko"
r"""
## 3. 슬라이딩 윈도우: 모든 곳을 보기

물체가 하나인 그림이 무엇인지 알아내는 법은 이미 배웠습니다(u15). 물체 탐지의 가장 오래된 생각은 새 문제를 그 문제로 바꾸는
것입니다. 이미지의 일부를 잘라 '이것이 물체인가?' 하고 묻습니다. 그리고 그것을 **모든 곳에서** 되풀이합니다. 잘라 내는
부분이 바로 u10의 윈도우입니다. 다만 물체만큼 큽니다.

h행 w열인 윈도우를 H행 W열인 이미지 위에서 `stride`픽셀씩 옮깁니다. u10에서처럼 윈도우의 왼쪽 위 구석은 윈도우가 통째로
들어가는 한 $0, \mathrm{stride}, 2\,\mathrm{stride}, \dots$번 행에 놓일 수 있습니다. 그래서 가능한 마지막 행은
$H - h$입니다.

$$\left(\left\lfloor \frac{H - h}{\mathrm{stride}} \right\rfloor + 1\right)
\left(\left\lfloor \frac{W - w}{\mathrm{stride}} \right\rfloor + 1\right) \quad \text{windows}$$

괄호 $\lfloor\ \rfloor$는 소수점 아래를 버린다는 뜻입니다. 손으로 해 보면, 3행 5열 이미지에서 2행 3열 윈도우를 스트라이드
1로 옮기면 $(1 + 1)(2 + 1) = 6$곳에 놓을 수 있습니다.

빈칸을 채우십시오. 세 줄 정도면 됩니다. 행은 `range(0, H - h + 1, stride)`입니다. `range`는 끝값 앞에서 멈추므로 $+1$을 잊지
마십시오. y행 x열에 놓인 윈도우는 상자 $(x, y, x + w, y + h)$입니다. 크기는 NumPy처럼 높이가 먼저이고, 상자는 1절처럼 $x$가
먼저입니다. `np.reshape(windows, (-1, 4))`를 쓰면 빈 리스트에서도 shape이 (0, 4)가 됩니다. `stride`는 1 이상의 정수이고,
윈도우를 적는 순서는 상관없습니다.
"""


# %% exercise="sliding_windows"
def sliding_windows(shape, size, stride):
    """Return every window of one size that fits into an image as a whole.

    shape  : (H, W), height and width of the image.
    size   : (h, w), height and width of the window.
    stride : int >= 1, how far a window stands from the next, both ways.
    Returns (N, 4), rows x1, y1, x2, y2, in any order; (0, 4) where no window fits.

    Example: shape = (3, 5), size = (2, 3) and stride = 1 give six windows, [0, 0, 3, 2], [1, 0, 4, 2], [2, 0, 5, 2],
    [0, 1, 3, 3], [1, 1, 4, 3] and [2, 1, 5, 3].
    """
    ### BEGIN SOLUTION
    (H, W), (h, w) = shape, size
    rows, columns = range(0, H - h + 1, stride), range(0, W - w + 1, stride)
    return np.reshape([(x, y, x + w, y + h) for y in rows for x in columns], (-1, 4))
    ### END SOLUTION


# %% check="sliding_windows"
check("sliding_windows", sliding_windows)

# %% [markdown] lang="en"
r"""
### Too many of them

Objects have any size and form, so one size of window is not enough. How many windows would it take to have *all* of them? A
box in an image of W columns has $\frac{W(W + 1)}{2}$ choices for its left and right edge, and just as many by height. The
next cell counts, with your function and with this formula.
"""

# %% [markdown] lang="ko"
r"""
### 너무 많은 윈도우

물체의 크기와 모양은 제각각이므로 윈도우의 크기가 하나로는 모자랍니다. *모든* 윈도우를 다 보려면 몇 개나 필요할까요? W열
이미지에서 상자의 왼쪽 끝과 오른쪽 끝을 고르는 방법은 $\frac{W(W + 1)}{2}$가지이고, 세로로도 마찬가지입니다. 다음 셀은
여러분의 함수와 이 공식으로 개수를 셉니다.
"""


# %% demo=true
def count_windows():
    """Count windows with the student's function, and all boxes with the formula."""
    for size in (6, 8, 11, 15):
        print(f"32 x 32 image, {size:2} x {size:2} windows, stride 1: {len(sliding_windows((32, 32), (size, size), 1)):,}")
    print(f"32 x 32 image, every size (your function): {len(every_window(32)):,}")
    for W, H in ((32, 32), (640, 480)):
        print(f"{W} x {H} image, every box (the formula): {W * (W + 1) // 2 * (H * (H + 1) // 2):,}")


def every_window(side):
    """Return the windows of every size, stride 1."""
    return np.concatenate([sliding_windows((side, side), (h, w), 1) for h in range(1, side + 1) for w in range(1, side + 1)])


count_windows()

# %% [markdown] lang="en"
r"""
In our small scenes there are 278,784 boxes; in a picture of 640 by 480 pixels there are almost 24 *billion*. If a network
took a thousandth of a second for each, one picture would take nine months. So all detectors look at a choice:

- **Few sizes.** That is what we do here: 4 square sizes, stride 1, together 2,162 windows. What is long and thin, or of a
  size in between, then gets a box that does not fit well. A larger stride saves even more, at the same price.
- **A cheap first look** that throws away most windows before anything costly happens.
- **Proposals**: let the picture itself say where something may be (unit u17).
- **Compute once, use everywhere**: neighbouring windows see almost the same pixels, so a convolution computes all of them
  together (unit u19).

### A score for a window

Our first detector does not learn. It uses a fact about these scenes: the background is grey, the objects are coloured. The
**colourfulness** of a pixel is the largest of its three channels minus the smallest: 0 for any grey, large for a strong
colour.

An object is colourful inside *and grey around*. So the **score** of a window is the mean colourfulness inside minus the
mean in a frame of 2 pixels around it. In the language of unit u10 it is a filter with positive weights in the middle and
negative ones around, whose weights sum to 0.

The next cell is given. You need not read it, except perhaps `sums`: it adds up the numbers from the left upper corner to
every place once, so that the sum over any box is only four look-ups. This table is called an *integral image*.
"""

# %% [markdown] lang="ko"
r"""
우리의 작은 장면에 상자가 278,784개 있고, 640×480픽셀 그림에는 240억 개 가까이 있습니다. 신경망이 하나를 보는 데 천분의 일
초가 걸린다면 그림 한 장에 아홉 달이 걸립니다. 그래서 모든 탐지기는 일부만 골라서 봅니다.

- **크기는 몇 가지만.** 여기서 쓰는 방법입니다. 정사각형 네 가지, 스트라이드 1로 모두 2,162개입니다. 길쭉한 물체나 중간
  크기의 물체에는 잘 맞지 않는 상자를 주게 됩니다. 스트라이드를 키우면 더 줄지만 대가는 마찬가지입니다.
- **값싼 첫 판단.** 비싼 계산을 하기 전에 윈도우 대부분을 버립니다.
- **후보 상자**(proposal). 무언가 있을 만한 곳을 그림 자체에서 찾습니다(u17).
- **한 번 계산해서 모든 곳에 쓰기.** 이웃한 윈도우가 보는 픽셀은 거의 같으므로, 합성곱으로 한꺼번에 계산합니다(u19).

### 윈도우의 점수

첫 탐지기는 학습하지 않습니다. 이 장면들에서 배경은 회색이고 물체에는 색이 있다는 사실을 씁니다. 픽셀의
**다채로움**(colourfulness)은 세 채널 중 가장 큰 값에서 가장 작은 값을 뺀 것입니다. 회색이면 0이고 색이 짙으면 큽니다.

물체는 안이 다채롭고 *둘레는 회색*입니다. 그래서 윈도우의 **점수**(score)는 안쪽 다채로움의 평균에서 둘레 2픽셀 테두리의
평균을 뺀 값입니다. u10의 말로 하면 가운데 가중치는 양수, 둘레 가중치는 음수이고 합이 0인 필터입니다.

다음 셀은 미리 주어진 것입니다. 읽지 않아도 되지만 `sums`는 볼 만합니다. 왼쪽 위 구석부터 각 자리까지의 합을 한 번 구해
두면, 어떤 상자의 합이든 표에서 네 번만 찾아보면 됩니다. 이 표를 *적분 이미지*(integral image)라고 합니다.
"""


# %% given=true
SIZES = (6, 8, 11, 15)


def colourfulness(x):
    """Return the largest minus the smallest channel of each pixel: x (3, H, W), result (H, W)."""
    return x.max(axis=0) - x.min(axis=0)


def sums(values, boxes):
    """Return the sum of values (H, W) over each of the boxes (N, 4), which have whole numbers."""
    table = np.pad(values.cumsum(axis=0).cumsum(axis=1), ((1, 0), (1, 0)))
    x1, y1, x2, y2 = boxes.T.astype(int)
    return table[y2, x2] - table[y1, x2] - table[y2, x1] + table[y1, x1]


def window_scores(x, boxes):
    """Return for each box the mean colourfulness inside minus that in a frame of 2 pixels around, (N,)."""
    values, ones = colourfulness(x), np.ones(x.shape[1:])
    around = np.clip(boxes + [-2, -2, 2, 2], 0, 32)
    inside, frame = sums(values, boxes), sums(values, around) - sums(values, boxes)
    return inside / sums(ones, boxes) - frame / (sums(ones, around) - sums(ones, boxes))


def candidates(x, sizes=SIZES):
    """Return the windows of a scene with a score above 0.1, (N, 4), and their scores, (N,)."""
    boxes = np.concatenate([sliding_windows((32, 32), (size, size), 1) for size in sizes])
    scores = window_scores(x, boxes)
    return boxes[scores > 0.1], scores[scores > 0.1]


# %% [markdown] lang="en"
r"""
The next cell shows the score of four windows of scene 1.

![Left, a scene with one bright square; in the middle its colourfulness in grey, bright on the square and dark elsewhere; on
the right the scene with four windows and their scores: the window that fits the square has by far the largest score, a
smaller one within it, a larger one around it and one on the empty background have less.](attachment:score.png)
"""

# %% [markdown] lang="ko"
r"""
다음 셀은 장면 1에서 윈도우 네 개의 점수를 보여 줍니다.

![왼쪽은 밝은 사각형이 하나 있는 장면, 가운데는 다채로움을 회색으로 나타낸 것으로 사각형이 밝고 나머지는 어둡다. 오른쪽은
윈도우 네 개와 그 점수: 사각형에 맞는 윈도우의 점수가 가장 크고, 안에 든 작은 것, 둘러싼 큰 것, 빈 배경에 놓인 것은 점수가
더 작다.](attachment:score.png)
"""


# %% demo=true figure="score"
def plot_score(i):
    """Draw a scene, its colourfulness, and the scores of four windows."""
    x1, y1, x2, y2 = objects[i][0, :4]
    four = [[x1, y1, x2, y2], [x1 + 4, y1 + 4, x2 - 4, y2 - 4], [x1 - 4, y1 - 4, x2 + 4, y2 + 4], [25, 3, 31, 9]]
    four = np.array(four)
    figure, axes = plt.subplots(1, 3, figsize=(11, 3.6), layout="constrained")
    show_scene(axes[0], X[i], f"scene {i}")
    map_ = axes[1].imshow(colourfulness(X[i]), cmap="gray", extent=(0, 32, 32, 0))
    axes[1].set(xlabel="x", ylabel="y", xticks=range(0, 33, 8), yticks=range(0, 33, 8))
    axes[1].set_title("colourfulness", pad=12, fontsize=10)
    figure.colorbar(map_, ax=axes[1], shrink=0.8)
    show_scene(axes[2], X[i], "four windows and their scores")
    scores = np.round(window_scores(X[i], four), 2) + 0.0
    plots.boxes(axes[2], four, [f"{score:.2f}" for score in scores])
    print("fits, inside, too large, elsewhere:", scores)
    for n in (i, 17):
        print(f"scene {n}: {len(candidates(X[n])[0])} of 2162 windows score above 0.1; number of objects: {len(objects[n])}")


plot_score(1)
plt.show()

# %% [markdown] lang="en"
r"""
## 4. Non-maximum suppression: one object, one box

The numbers just printed show the next problem: hundreds of windows score well, for one object or four. A window that is
moved by one pixel sees almost the same as its neighbour, so it scores almost the same. Every detector has this problem,
with or without learning.

The remedy is to keep, of each heap of boxes, only the one of highest score. But where does one heap end, and the next
begin? **Non-maximum suppression** (NMS) does it without ever forming heaps:

1. Take the box with the highest score of all that are left. It **stays**.
2. Remove every other box whose IoU with it is **more than t**.
3. Go on with 1 until no box is left.

By hand: three boxes 4 wide and 1 high begin at $x = 2$, $0$ and $1$, with the scores 0.7, 0.9 and 0.8; $t = 0.5$. Moved by
1, two such boxes have the IoU $3/5$, moved by 2 only $2/6 = 1/3$.

- Box 1 (at $x = 0$) has the highest score. It stays. Box 2 (at $x = 1$) has the IoU $0.6 > 0.5$ with it: removed. Box 0 (at
  $x = 2$) has $1/3$: left.
- Only box 0 is left. It stays. The answer is `[1, 0]`.

Note what did *not* happen. Box 2 has a higher score than box 0 and overlaps it by 0.6. But it was removed already, and **a
removed box removes nothing**. Who compares each box with all boxes of higher score, removed ones included, loses box 0.

The answer is not boxes but **places** in `boxes`, highest score first, so that the caller can also pick the scores and
classes. In a detector with several classes NMS is done for each class by itself: a dog in front of a bicycle shall not
remove it.

![A scene with four objects, four times. First it is covered with 593 windows; with t = 0.7 there are 227 left, with t = 0.3
21, and with t = 0 only three, which do not overlap: the triangle in front of the circle has none.](attachment:nms.png)

**Your turn**, about 6 lines. `order = np.argsort(-scores, kind="stable")` gives the places from the highest to the lowest
score: the minus sign because `argsort` sorts upwards, `kind="stable"` because only then equal scores stay in the order
given. `order[mask]` with truth values keeps those where the mask is True; the mask must be as long as `order`.
`iou_matrix` wants two tables of boxes: `boxes[i]` is (4,), `boxes[[i]]` is (1, 4). Begin with an empty list, append, and at
the end return `np.array(kept, dtype=int)`; without the dtype an empty result would be floats, with which nothing can be
indexed. `nms` and later `match` call your `iou_matrix`, so let its check pass first.
"""

# %% [markdown] lang="ko"
r"""
## 4. 비최대 억제: 물체 하나에 상자 하나

방금 출력된 수에 다음 문제가 드러납니다. 물체는 한 개나 네 개인데 점수가 좋은 윈도우는 수백 개입니다. 한 픽셀 옮긴 윈도우는
옆의 윈도우와 거의 같은 것을 보므로 점수도 거의 같습니다. 학습을 하든 하지 않든 모든 탐지기가 겪는 문제입니다.

해결책은 상자 더미마다 점수가 가장 높은 것 하나만 남기는 것입니다. 그런데 더미 하나는 어디에서 끝나고 다음 더미는 어디에서
시작할까요? **비최대 억제**(non-maximum suppression, NMS)는 더미를 나누지 않고도 이 일을 해냅니다.

1. 남아 있는 상자 가운데 점수가 가장 높은 것을 잡습니다. 이 상자는 **남습니다**.
2. 그 상자와의 IoU가 **t보다 큰** 다른 상자를 모두 지웁니다.
3. 상자가 없어질 때까지 1부터 되풀이합니다.

손으로 해 보겠습니다. 너비 4, 높이 1인 상자 세 개가 $x = 2$, $0$, $1$에서 시작하고 점수는 0.7, 0.9, 0.8이며 $t = 0.5$입니다.
1만큼 어긋난 두 상자의 IoU는 $3/5$, 2만큼 어긋나면 $2/6 = 1/3$입니다.

- 점수가 가장 높은 것은 1번($x = 0$)입니다. 남습니다. 2번($x = 1$)은 IoU가 $0.6 > 0.5$이므로 지웁니다. 0번($x = 2$)은
  $1/3$이므로 남겨 둡니다.
- 이제 0번만 있습니다. 남습니다. 답은 `[1, 0]`입니다.

여기서 일어나지 *않은* 일을 보십시오. 2번은 0번보다 점수가 높고 0번과 0.6만큼 겹칩니다. 하지만 이미 지워졌고, **지워진
상자는 아무것도 지우지 않습니다.** 지워진 것까지 포함해 점수가 더 높은 모든 상자와 비교하면 0번을 잃게 됩니다.

답은 상자가 아니라 `boxes` 안의 **번호**이고, 점수가 높은 순서입니다. 그래야 부른 쪽에서 점수와 클래스도 고를 수 있습니다.
클래스가 여럿인 탐지기에서는 클래스마다 따로 NMS를 합니다. 자전거 앞에 있는 개가 자전거를 지우면 안 되기 때문입니다.

![물체가 네 개인 같은 장면 네 장. 첫째는 윈도우 593개로 뒤덮여 있다. t = 0.7이면 227개, t = 0.3이면 21개, t = 0이면 서로
겹치지 않는 세 개만 남고, 원 앞에 있는 삼각형에는 상자가 없다.](attachment:nms.png)

빈칸을 채우십시오. 여섯 줄 정도면 됩니다. `order = np.argsort(-scores, kind="stable")`은 점수가 높은 것부터 번호를 줍니다.
`argsort`는 작은 것부터 정렬하므로 음의 부호를 붙이고, 점수가 같을 때 주어진 순서를 지키도록 `kind="stable"`을 적습니다.
참과 거짓의 배열로 `order[mask]`라고 쓰면 참인 것만 남습니다. `mask`의 길이는 `order`와 같아야 합니다. `iou_matrix`는 상자의
표 두 개를 받습니다. `boxes[i]`의 shape은 (4,), `boxes[[i]]`는 (1, 4)입니다. 빈 리스트에서 시작해 `append`하고 마지막에
`np.array(kept, dtype=int)`를 반환하십시오. dtype을 적지 않으면 빈 결과가 실수 배열이 되어 번호로 쓸 수 없습니다. `boxes`와
`scores`는 바꾸지 않으며, `t`는 0 이상 1 미만입니다. `nms`와 뒤의 `match`는 여러분의 `iou_matrix`를 부르므로, 그 검사부터
통과하십시오.
"""


# %% exercise="nms"
def nms(boxes, scores, t):
    """Return which boxes stay when each box that stays removes those of lower score that overlap it too much.

    boxes  : (N, 4) rows x1, y1, x2, y2 with x1 < x2 and y1 < y2; not changed. N may be 0.
    scores : (N,), larger is better, in any order; not changed.
    t      : from 0 to below 1, the largest IoU that may stay beside a box of higher score; only more is removed.
    Returns (K,) ints, places in boxes: highest score first, equal scores in the order given.

    Example: boxes = [[2, 0, 6, 1], [0, 0, 4, 1], [1, 0, 5, 1]], scores = [0.7, 0.9, 0.8] and t = 0.5 give [1, 0].
    """
    ### BEGIN SOLUTION
    left = np.argsort(-scores, kind="stable")
    kept = []
    while len(left) > 0:
        best, left = left[0], left[1:]
        kept.append(best)
        left = left[iou_matrix(boxes[[best]], boxes[left])[0] <= t]
    return np.array(kept, dtype=int)
    ### END SOLUTION


# %% check="nms"
check("nms", nms)

# %% [markdown] lang="en"
r"""
### What stays

The next cell runs *your* `nms` on the windows of scene 17, with three thresholds. A small t clears away more. Look for an
object that loses its box when t is small, and for one that keeps several when t is large.
"""

# %% [markdown] lang="ko"
r"""
### 남는 상자

다음 셀은 장면 17의 윈도우에 *여러분의* `nms`를 세 가지 임계값으로 적용합니다. t가 작을수록 더 많이 지웁니다. t가 작을 때
상자를 잃는 물체와, t가 클 때 상자가 여러 개 남는 물체를 찾아보십시오.
"""


# %% demo=true figure="nms"
def plot_nms(i):
    """Draw the windows of a scene before and after the student's suppression."""
    boxes, scores = candidates(X[i])
    figure, axes = plt.subplots(1, 4, figsize=(12, 3.5), layout="constrained")
    show_scene(axes[0], X[i], f"scene {i}: {len(boxes)} windows")
    plots.boxes(axes[0], boxes, width=0.3)
    for axis, t in zip(axes[1:], (0.7, 0.3, 0.0), strict=True):
        kept = nms(boxes, scores, t)
        show_scene(axis, X[i], f"t = {t:g}: {len(kept)} stay")
        plots.boxes(axis, boxes[kept], width=1)
        print(f"t = {t:g}: {len(kept)} boxes stay; the best scores are", np.round(scores[kept][:5], 2))


plot_nms(17)
plt.show()

# %% [markdown] lang="en"
r"""
Of the 593 windows 227 stay with $t = 0.7$, most of them repetitions. With $t = 0.3$ there are 21: the objects have their
boxes, but smaller boxes within the large circle stay, too, since their IoU with the large box is below 0.3. With $t = 0$
nothing may overlap, 3 boxes are left, and the triangle in front of the circle has none: its box went when the box of the
circle was taken.

## 5. Which detection is right?

Now we have a list of detections and the list of true objects. Before we can give marks, we must decide for each detection
which object it has found, if any. The rules are those of an honest examiner:

- The **class** must be right, and the **IoU at least t**, usually 0.5.
- An object can be found **once**. If three boxes lie on one circle, one is right and two are wrong: a detector must not be
  rewarded for shouting the same answer three times.
- Who goes first? The detection with the **highest score**, since it is the one that the detector stands by most. Equal
  scores choose in the order given.
- If several objects come into question, it takes the one of **largest IoU among those that are still free**.

Detections are rows $(x_1, y_1, x_2, y_2, \mathrm{score}, \mathrm{class})$, objects are rows
$(x_1, y_1, x_2, y_2, \mathrm{class})$. The answer has one whole number for each detection, in the order in which they came:
the row of the object it found, or −1 for none. A detection that found an object is a **hit** (in books: *true positive*),
one with −1 is a *false positive*; an object that nobody found is a *false negative*.

By hand: one circle at $(0, 0, 4, 1)$. Two detections lie exactly on it, the first with score 0.5, the second with 0.9. The
second one chooses first and gets object 0; for the first nothing is left. The answer is `[-1, 0]`.

**Your turn**, about 7 lines. Compute all IoUs once. Set those to −1 where the classes differ: `dets[:, 5:]` is (D, 1) and
`gts[:, 4]` (G,), so `dets[:, 5:] == gts[:, 4]` is a table (D, G) of truth values for `np.where`. When an object is taken,
set its whole column to −1. And mind the scene without objects: an empty row has no largest number, and `max` and `argmax`
stop with an error.

(Competitions differ in details. These rules are those of COCO; in Pascal VOC a detection looks only at the object that it
overlaps most, and is wrong if that one is taken.)
"""

# %% [markdown] lang="ko"
r"""
윈도우 593개 가운데 $t = 0.7$이면 227개가 남고, 대부분 같은 답의 되풀이입니다. $t = 0.3$이면 21개입니다. 물체마다 상자가
있지만, 큰 원 안의 작은 상자들도 남습니다. 큰 상자와의 IoU가 0.3보다 작기 때문입니다. $t = 0$이면 조금도 겹칠 수 없어서
3개만 남고, 원 앞의 삼각형에는 상자가 없습니다. 원의 상자를 잡을 때 함께 지워졌기 때문입니다.

## 5. 어느 탐지가 맞았는가

이제 탐지의 목록과 실제 물체의 목록이 있습니다. 점수를 매기려면 먼저 탐지마다 어느 물체를 찾은 것인지, 아니면 아무것도 찾지
못한 것인지 정해야 합니다. 규칙은 공정한 채점자의 규칙입니다.

- **클래스**가 맞고 **IoU가 t 이상**이어야 합니다. t는 흔히 0.5입니다.
- 물체 하나는 **한 번만** 찾을 수 있습니다. 원 하나에 상자 세 개가 놓이면 하나만 맞고 둘은 틀린 것입니다. 같은 답을 세 번
  외쳤다고 점수를 더 주어서는 안 됩니다.
- 누가 먼저일까요? **점수가 가장 높은** 탐지입니다. 탐지기가 가장 자신 있게 내놓은 답이기 때문입니다. 점수가 같으면 주어진
  순서대로 고릅니다.
- 가능한 물체가 여럿이면 **아직 남은 것 가운데 IoU가 가장 큰** 물체를 가집니다.

탐지 한 행은 $(x_1, y_1, x_2, y_2, \mathrm{score}, \mathrm{class})$, 물체 한 행은
$(x_1, y_1, x_2, y_2, \mathrm{class})$입니다. 답은 탐지마다 정수 하나이고, 순서는 탐지가 주어진 순서입니다. 찾은 물체의 행
번호를 적고, 없으면 −1을 적습니다. 물체를 찾은 탐지를 **맞힌 탐지**(hit, 책에서는 true positive), −1인 탐지를 false
positive, 아무도 찾지 못한 물체를 false negative라고 합니다.

손으로 해 보겠습니다. $(0, 0, 4, 1)$에 원이 하나 있습니다. 두 탐지가 정확히 그 위에 있고, 첫째의 점수는 0.5, 둘째는
0.9입니다. 둘째가 먼저 골라 0번 물체를 가지고, 첫째에게는 남은 것이 없습니다. 답은 `[-1, 0]`입니다.

빈칸을 채우십시오. 일곱 줄 정도면 됩니다. IoU를 한 번에 모두 구하고, 클래스가 다른 곳은 −1로 바꾸십시오. `dets[:, 5:]`의
shape은 (D, 1), `gts[:, 4]`의 shape은 (G,)이므로 `dets[:, 5:] == gts[:, 4]`는 참과 거짓으로 된 (D, G) 표이고, `np.where`에
쓸 수 있습니다. 어떤 탐지가 물체를 가져가면 그 열 전체를 −1로 바꾸십시오. 물체가 없는 장면에 주의하십시오. 빈 행에는
최댓값이 없어서 `max`나 `argmax`가 오류를 냅니다. 탐지가 하나도 없을 수도 있습니다. `dets`와 `gts`는 바꾸지 않으며, `t`는
0보다 큽니다.

(대회마다 세부 규칙이 다릅니다. 위의 규칙은 COCO의 것입니다. Pascal VOC에서는 탐지가 가장 많이 겹치는 물체 하나만 보고, 그
물체를 다른 탐지가 이미 가져갔으면 틀린 것으로 칩니다.)
"""


# %% exercise="match"
def match(dets, gts, t):
    """Say which object of one image each detection has found.

    dets : (D, 6) rows x1, y1, x2, y2, score, class; not changed. D may be 0.
    gts  : (G, 5) rows x1, y1, x2, y2, class, the true objects; not changed. G may be 0.
    t    : the least IoU that counts, above 0.
    Returns (D,) ints: for each detection the row of gts that it has found, or -1. Equal scores choose in the order given.

    Example: dets = [[0, 0, 4, 1, 0.5, 1], [0, 0, 4, 1, 0.9, 1]], gts = [[0, 0, 4, 1, 1]] and t = 0.5 give [-1, 0].
    """
    ### BEGIN SOLUTION
    same_class = dets[:, 5:] == gts[:, 4]
    overlap = np.where(same_class, iou_matrix(dets[:, :4], gts[:, :4]), -1)
    found = np.full(len(dets), -1)
    for d in np.argsort(-dets[:, 4], kind="stable"):
        if overlap[d].max(initial=-1) >= t:
            found[d] = np.argmax(overlap[d])
            overlap[:, found[d]] = -1
    return found
    ### END SOLUTION


# %% check="match"
check("match", match)

# %% [markdown] lang="en"
r"""
### Hits and misses

The next cell runs the whole detector so far, windows, scores, *your* `nms` and *your* `match`, on four scenes. It knows no
classes yet, so all detections and all objects get class 1. Only detections with a score above 0.2 are drawn.

![Four scenes with boxes. Solid boxes are hits and surround the objects fairly well; dashed boxes are wrong, and lie within
large objects or across two of them; dotted boxes mark objects that were missed.](attachment:match.png)
"""

# %% [markdown] lang="ko"
r"""
### 맞힌 탐지와 틀린 탐지

다음 셀은 지금까지 만든 탐지기, 곧 윈도우와 점수, *여러분의* `nms`와 `match`를 장면 네 개에 모두 적용합니다. 아직 클래스를
모르므로 모든 탐지와 물체의 클래스를 1로 둡니다. 점수가 0.2보다 큰 탐지만 그립니다.

![상자를 그린 장면 네 개. 실선 상자는 맞힌 탐지로 물체를 제법 잘 둘러싼다. 파선 상자는 틀린 탐지로 큰 물체의 안이나 두
물체에 걸쳐 있다. 점선 상자는 놓친 물체이다.](attachment:match.png)
"""


# %% demo=true figure="match"
def plot_matches(scenes, t_nms=0.3, least=0.2):
    """Draw hits, wrong detections and missed objects."""
    figure, axes = plt.subplots(1, len(scenes), figsize=(12, 3.9), layout="constrained")
    for axis, i in zip(axes, scenes, strict=True):
        boxes, scores = candidates(X[i])
        boxes, scores = boxes[scores > least], scores[scores > least]
        kept = nms(boxes, scores, t_nms)
        dets = np.column_stack([boxes[kept], scores[kept], np.ones(len(kept))])
        gts = np.column_stack([objects[i][:, :4], np.ones(len(objects[i]))])
        found = np.asarray(match(dets, gts, 0.5))
        missed = np.setdiff1d(np.arange(len(gts)), found)
        show_scene(axis, X[i], f"scene {i}: hits {np.sum(found >= 0)}, wrong {np.sum(found < 0)}, missed {len(missed)}")
        for which, how in ((found >= 0, {"width": 1.8}), (found < 0, {"style": "--", "color": "yellow", "width": 1.2})):
            plots.boxes(axis, dets[which], [f"{score:.2f}" for score in dets[which, 4]], **how)
        plots.boxes(axis, gts[missed], style=":", color="white", width=1.8)
    handles = [plt.Line2D([], [], color=c, linestyle=s) for c, s in (("0.5", "-"), ("gold", "--"), ("0.5", ":"))]
    figure.legend(handles, ["hit", "wrong", "missed object"], loc="outside lower center", ncols=3)


plot_matches((12, 15, 33, 38))
plt.show()

# %% [markdown] lang="en"
r"""
Look at the two missed objects. For the triangle in scene 12 there is a window that fits. But a triangle fills only half of
its box, so that window has a low score; the one with 0.25, which takes in a part of the circle beside it, scores more, and
removed it. The object in scene 15 is cut off by the border: 3 columns of it are left, and our smallest window has 6. And
the wrong ones: parts of a large object, or windows across two neighbours. Each of these errors has its own remedy, and one
number will not show which is which.

## 6. Precision, recall and average precision

How good is a list of detections? Two questions, two numbers.

- **Precision**: how many of the *detections* are right? Hits divided by detections.
- **Recall**: how many of the *objects* were found? Hits divided by objects.

Each alone is worthless. One single sure detection has a precision of 1, and thousands of boxes everywhere have a recall of 1.
(Accuracy, the measure of the units before, is no help: almost every place holds no object, so a detector that never answers
would be right nearly everywhere.)

And both depend on the score from which on we believe a detection. A high limit gives few detections and good precision, a
low one many detections and good recall. So we do not choose a limit at all: sort the detections by score, let them in one
after the other, and look at both numbers after **every** one.

By hand: 5 detections, 4 objects. The detections at rank 1, 3 and 4 are hits.

| rank | score | hit? | hits so far | precision | recall |
|---|---|---|---|---|---|
| 1 | 0.9 | yes | 1 | 1/1 = 1.00 | 1/4 |
| 2 | 0.8 | no | 1 | 1/2 = 0.50 | 1/4 |
| 3 | 0.7 | yes | 2 | 2/3 = 0.67 | 2/4 |
| 4 | 0.6 | yes | 3 | 3/4 = 0.75 | 3/4 |
| 5 | 0.5 | no | 3 | 3/5 = 0.60 | 3/4 |

Recall never falls. Precision jumps up at each hit (or stays at 1) and sinks in between, so the curve is a saw. Look at
rank 3: its precision is 0.67. But nobody has to stop there. Going on by one more detection gives more recall *and* more
precision, 0.75. So to reach a recall of 2/4, the precision that can be had is 0.75.

That is the **envelope**: at each hit, the best precision at this rank *or any later one*. Here it is 1.00, 0.75, 0.75 at
the three hits. The **average precision** (AP) is the area under it. Every hit raises the recall by 1/4, so it adds a step
of width 1/4:

$$\mathrm{AP} = \frac{1}{\mathrm{total}} \sum_{\text{hits } d} \mathrm{envelope}_d \qquad
\mathrm{envelope}_d = \max_{k \ge d} \mathrm{precision}_k$$

Here $d$ and $k$ are ranks: $d$ goes through the ranks of the hits, $k$ through $d$ and all later ranks. In the example:

$$\mathrm{AP} = \frac{1.00 + 0.75 + 0.75}{4} = 0.625$$

The sum is divided by the number of **objects**, not of hits or detections. The fourth object was never found; it adds
nothing, so no AP above 3/4 was possible. Without any object there is nothing to find, and we say AP = 0.

AP depends on the scores only through the *order* of the detections. A wrong detection with a high score hurts much, one at
the very end of the list does not hurt at all.

![Left, the worked example: the precision goes up and down like a saw as recall grows, and the envelope lies on it like a
staircase, 1 to recall 0.25 and 0.75 to recall 0.75. Right, the published example with 24 detections: a saw that falls from
1 to 0.2, and its envelope.](attachment:curve.png)

**Your turn**, about 6 lines. `np.cumsum(hit)` counts the hits up to each rank. For the envelope: `np.maximum.accumulate(a)`
gives the largest number *so far*, from left to right; turn the array around with `[::-1]` before and after, and it runs
from the right. `a[hit]` with truth values picks the hits. The detections come in any order, so sort first, and sort
`correct` along.
"""

# %% [markdown] lang="ko"
r"""
놓친 물체 둘을 보십시오. 장면 12의 삼각형에는 꼭 맞는 윈도우가 있습니다. 그런데 삼각형은 상자의 절반밖에 채우지 못해 그
윈도우의 점수가 낮고, 옆에 있는 원의 일부까지 담은 0.25짜리 윈도우가 점수가 더 높아서 그것을 지웠습니다. 장면 15의 물체는
그림 밖으로 잘려 열 3개만 남았는데, 우리의 가장 작은 윈도우는 열이 6개입니다. 틀린 탐지는 큰 물체의 일부이거나 이웃한 두
물체에 걸친 윈도우입니다. 오류마다 고치는 법이 다르지만, 점수 하나로는 어느 것이 얼마나 되는지 알 수 없습니다.

## 6. 정밀도, 재현율, 평균 정밀도

탐지의 목록은 얼마나 좋을까요? 물음이 두 가지이므로 수도 두 개입니다.

- **정밀도**(precision): *탐지* 가운데 몇이나 맞았는가? 맞힌 수를 탐지의 수로 나눕니다.
- **재현율**(recall): *물체* 가운데 몇이나 찾았는가? 맞힌 수를 물체의 수로 나눕니다.

하나만으로는 쓸모가 없습니다. 확실한 탐지 하나만 내놓으면 정밀도가 1이고, 곳곳에 상자를 수천 개 놓으면 재현율이 1입니다. (앞
단원에서 쓰던 정확도도 도움이 되지 않습니다. 거의 모든 자리에 물체가 없으므로, 아무 답도 하지 않는 탐지기가 거의 모든
자리에서 맞는 셈이 됩니다.)

게다가 둘 다 점수가 얼마 이상인 탐지를 믿을지에 따라 달라집니다. 기준이 높으면 탐지가 적고 정밀도가 좋으며, 낮으면 탐지가
많고 재현율이 좋습니다. 그래서 기준을 정하지 않습니다. 탐지를 점수 순서로 정렬해 하나씩 받아들이면서, **매번** 두 수를
봅니다.

손으로 해 보겠습니다. 탐지가 5개, 물체가 4개이고, 1위, 3위, 4위가 맞힌 탐지입니다.

| 순위 | 점수 | 맞혔나 | 맞힌 수 | 정밀도 | 재현율 |
|---|---|---|---|---|---|
| 1 | 0.9 | 예 | 1 | 1/1 = 1.00 | 1/4 |
| 2 | 0.8 | 아니오 | 1 | 1/2 = 0.50 | 1/4 |
| 3 | 0.7 | 예 | 2 | 2/3 = 0.67 | 2/4 |
| 4 | 0.6 | 예 | 3 | 3/4 = 0.75 | 3/4 |
| 5 | 0.5 | 아니오 | 3 | 3/5 = 0.60 | 3/4 |

재현율은 줄어들지 않습니다. 정밀도는 맞힐 때마다 뛰어오르고(또는 1에 머물고) 그 사이에는 내려가서, 곡선이 톱니 모양입니다.
3위를 보십시오. 정밀도가 0.67입니다. 하지만 꼭 거기서 멈출 까닭은 없습니다. 탐지를 하나 더 받아들이면 재현율도 정밀도도
커져서 0.75가 됩니다. 그러니 재현율 2/4에 이르면서 얻을 수 있는 정밀도는 0.75입니다.

이것이 **포락선**(envelope)입니다. 맞힌 탐지마다, 그 순위 *또는 그 뒤의* 순위에서 가장 높은 정밀도입니다. 여기서는 세 번
맞힌 곳에서 1.00, 0.75, 0.75입니다. 포락선 아래의 넓이가 **평균 정밀도**(average precision, AP)입니다. 한 번 맞힐 때마다
재현율이 1/4씩 커지므로 너비가 1/4인 계단이 하나씩 더해집니다.

$$\mathrm{AP} = \frac{1}{\mathrm{total}} \sum_{\text{hits } d} \mathrm{envelope}_d \qquad
\mathrm{envelope}_d = \max_{k \ge d} \mathrm{precision}_k$$

여기서 $d$와 $k$는 순위입니다. $d$는 맞힌 탐지의 순위이고, $k$는 $d$와 그 뒤의 모든 순위입니다. 위의 예에서는 이렇습니다.

$$\mathrm{AP} = \frac{1.00 + 0.75 + 0.75}{4} = 0.625$$

합을 나누는 수는 맞힌 수나 탐지의 수가 아니라 **물체**의 수입니다. 넷째 물체는 끝내 찾지 못해 아무것도 더하지 못했고, 그래서
AP는 3/4을 넘을 수 없었습니다. 물체가 하나도 없으면 찾을 것이 없으므로 AP = 0으로 정합니다.

AP는 점수의 값이 아니라 탐지의 *순서*에만 좌우됩니다. 점수가 높은데 틀린 탐지는 크게 해롭고, 목록 맨 끝의 틀린 탐지는 전혀
해롭지 않습니다.

![왼쪽은 손으로 계산한 예: 재현율이 커지는 동안 정밀도가 톱니처럼 오르내리고, 그 위에 포락선이 계단처럼 놓인다. 재현율
0.25까지 1, 0.75까지 0.75이다. 오른쪽은 탐지가 24개인 논문의 예: 1에서 0.2로 떨어지는 톱니와 그
포락선.](attachment:curve.png)

빈칸을 채우십시오. 여섯 줄 정도면 됩니다. `np.cumsum(hit)`은 순위마다 그때까지 맞힌 수를 셉니다. 포락선에는
`np.maximum.accumulate(a)`를 쓸 수 있습니다. 왼쪽부터 *그때까지의* 최댓값을 줍니다. 앞뒤로 `[::-1]`을 써서 배열을 뒤집으면
오른쪽부터가 됩니다. 참과 거짓의 배열로 `a[hit]`라고 쓰면 맞힌 것만 골라냅니다. 탐지의 순서는 섞여 있으므로 먼저 정렬하고,
`correct`도 함께 정렬하십시오. 점수가 같으면 주어진 순서를 따르고, 물체나 탐지가 없으면 0.0을 반환합니다. `total`은 맞힌 수보다
작지 않습니다. `scores`와 `correct`는 바꾸지 않습니다.
"""


# %% exercise="average_precision"
def average_precision(scores, correct, total):
    """Return the area under the envelope of precision against recall.

    scores  : (D,), one for each detection, in any order; not changed. D may be 0.
    correct : (D,) bool, True for a hit; not changed.
    total   : int >= 0, how many objects there are, found or not; at least as many as hits.
    Returns a float from 0 to 1. Equal scores count in the order given. Without objects or detections: 0.0.

    Example: scores = [0.9, 0.8, 0.7, 0.6, 0.5], correct = [True, False, True, True, False] and total = 4 give
    (1 + 3/4 + 3/4) / 4 = 0.625.
    """
    ### BEGIN SOLUTION
    if total == 0:
        return 0.0
    hit = correct[np.argsort(-scores, kind="stable")]
    precision = np.cumsum(hit) / np.arange(1, len(hit) + 1)
    envelope = np.maximum.accumulate(precision[::-1])[::-1]
    return envelope[hit].sum() / total
    ### END SOLUTION


# %% check="average_precision"
check("average_precision", average_precision)

# %% [markdown] lang="en"
r"""
### A published example

Is this the AP that others compute? Padilla, Netto and da Silva (2020) published an example: 7 pictures, 15 objects, 24
detections, of which those at rank 1, 3, 10, 12, 13, 14 and 23 are hits. They report an AP of 24.56 %, and 26.84 % for the
older way, which reads the envelope only at the eleven recalls 0, 0.1, …, 1 and takes the mean.

The first cell is given; it computes the points of the curve for the plots. The second prints *your* AP for both examples.
"""

# %% [markdown] lang="ko"
r"""
### 논문에 실린 예

다른 사람들이 계산하는 AP도 이것과 같을까요? Padilla, Netto, da Silva(2020)가 예를 하나 발표했습니다. 그림 7장, 물체 15개,
탐지 24개이고, 1, 3, 10, 12, 13, 14, 23위가 맞힌 탐지입니다. 논문의 AP는 24.56 %이고, 포락선을 재현율 0, 0.1, …, 1의 열한
곳에서만 읽어 평균하는 옛 방식으로는 26.84 %입니다.

첫 셀은 미리 주어진 것으로, 그림에 쓸 곡선의 점을 계산합니다. 둘째 셀은 두 예에 대한 *여러분의* AP를 출력합니다.
"""


# %% given=true
def saw(scores, correct, total):
    """Return recall and precision after each detection, for a plot."""
    hits, recall, precision = 0, [], []
    for rank, i in enumerate(sorted(range(len(scores)), key=lambda i: -scores[i]), start=1):
        hits += bool(correct[i])
        recall.append(hits / total)
        precision.append(hits / rank)
    return np.array(recall), np.array(precision)


def draw_curve(axis, scores, correct, total, label, style="-", marker=None):
    """Draw the saw of precision against recall, and write the student's AP into the legend."""
    recall, precision = saw(scores, correct, total)
    label = f"{label}: AP {average_precision(scores, correct, total):.3f}"
    axis.plot(recall, precision, style, marker=marker, markersize=5, label=label, linewidth=1.4)
    axis.set(xlabel="recall", ylabel="precision", xlim=(0, 1.02), ylim=(0, 1.05))


# %% demo=true figure="curve"
def plot_examples():
    """Draw the worked and the published example, and print the student's AP."""
    ranks = {"worked example": ([1, 3, 4], 5, 4), "Padilla et al. 2020": ([1, 3, 10, 12, 13, 14, 23], 24, 15)}
    figure, axes = plt.subplots(1, 2, figsize=(10, 3.8), layout="constrained")
    for axis, (name, (hits, dets, total)) in zip(axes, ranks.items(), strict=True):
        correct = np.isin(np.arange(1, dets + 1), hits)
        scores = np.linspace(1, 0, dets)
        draw_curve(axis, scores, correct, total, name, marker="o")
        recall, precision = saw(scores, correct, total)
        steps = [precision[i:].max() for i in np.flatnonzero(correct)]
        ends = recall[correct]
        axis.stairs(steps, [0, *ends], fill=True, color="0.85", hatch="..", edgecolor="0.6", label="under the envelope")
        axis.legend()
        points = [precision[recall >= r - 1e-9].max(initial=0) for r in np.linspace(0, 1, 11)]
        print(f"{name}: AP {average_precision(scores, correct, total):.4f}, by eleven points {np.mean(points):.4f}")


plot_examples()
plt.show()

# %% [markdown] lang="en"
r"""
The eleven points give 26.84 %, as published. Your 0.2457 is their 24.56 %, too: the paper adds up terms that were rounded
before. In the left plot you see why the envelope is not cheating: the curve climbs from 0.50 back to 0.75, and whoever
wants a recall of 0.5 need only let in one more detection. In the right plot the curve ends at a recall of 7/15, since eight
objects were never found.

## 7. The first detector, and its number

Now all parts together, on all 100 scenes with their 225 objects: windows of four sizes, the score, NMS, matching, AP. All
detections are matched *within their own scene*; then the detections of all scenes together are sorted by score and make
**one** curve.

The detector does not know classes yet, so for the time being all objects count as class 1.

![Two plots of precision against recall. Left, three curves: without NMS the precision falls at once, AP 0.294; with NMS 0.7
it falls slowly, AP 0.542; with NMS 0.3 it stays high up to a recall of 0.6, AP 0.799. Right, the last one counted at an IoU
of 0.3, 0.5 and 0.75: AP 0.885, 0.799 and 0.227.](attachment:result.png)
"""

# %% [markdown] lang="ko"
r"""
열한 점으로 구한 값은 논문과 같은 26.84 %입니다. 여러분의 0.2457도 논문의 24.56 %와 같은 값입니다. 논문은 미리 반올림한 항을
더했기 때문에 끝자리가 다릅니다. 왼쪽 그림을 보면 포락선이 눈속임이 아닌 까닭을 알 수 있습니다. 곡선은 0.50에서 0.75로 다시
올라가고, 재현율 0.5를 바라는 사람은 탐지를 하나만 더 받아들이면 됩니다. 오른쪽 그림의 곡선은 재현율 7/15에서 끝납니다. 물체
여덟 개는 끝내 찾지 못했기 때문입니다.

## 7. 첫 탐지기의 점수

이제 모든 부품을 모아 장면 100개, 물체 225개에 써 보겠습니다. 네 가지 크기의 윈도우, 점수, NMS, 짝짓기, AP입니다. 탐지는
*자기 장면 안에서* 물체와 짝짓고, 그다음 모든 장면의 탐지를 한데 모아 점수 순서로 정렬해 곡선 **하나**를 만듭니다.

이 탐지기는 아직 클래스를 모르므로, 당분간 모든 물체를 클래스 1로 셉니다.

![정밀도와 재현율의 그래프 두 개. 왼쪽의 곡선 세 개: NMS가 없으면 정밀도가 곧바로 떨어져 AP 0.294, NMS 0.7이면 천천히 떨어져
AP 0.542, NMS 0.3이면 재현율 0.6까지 높게 유지되어 AP 0.799. 오른쪽은 그 마지막 탐지기를 IoU 0.3, 0.5, 0.75로 잰 것으로 AP
0.885, 0.799, 0.227.](attachment:result.png)
"""


# %% given=true
def detect(x, t_nms):
    """Return the detections of a scene, (D, 6), all of class 1; with t_nms = None nothing is suppressed."""
    boxes, scores = candidates(x)
    kept = np.arange(len(boxes)) if t_nms is None else nms(boxes, scores, t_nms)
    return np.column_stack([boxes[kept], scores[kept], np.ones(len(kept))])


def evaluate(found, true, t, kind=1):
    """Return the scores of all detections of one class, whether each is right, and the number of objects of this class.

    found, true : for each scene the detections (D, 6) and the objects (G, 5).
    """
    scores, correct, total = [], [], 0
    for dets, gts in zip(found, true, strict=True):
        dets, gts = dets[dets[:, 5] == kind], gts[gts[:, 4] == kind]
        scores.append(dets[:, 4])
        correct.append(np.asarray(match(dets, gts, t)) >= 0)
        total += len(gts)
    return np.concatenate(scores), np.concatenate(correct), total


# %% demo=true figure="result"
def plot_result():
    """Draw the curves of the first detector on all scenes, and print its AP."""
    true = [np.column_stack([gts[:, :4], np.ones(len(gts))]) for gts in objects]
    figure, (left, right) = plt.subplots(1, 2, figsize=(10.5, 5), layout="constrained")
    for t_nms, style in ((None, ":"), (0.7, "--"), (0.5, ""), (0.3, "-"), (0.1, "")):
        found = [detect(x, t_nms) for x in X]
        scores, correct, total = evaluate(found, true, 0.5)
        name = "no NMS" if t_nms is None else f"NMS {t_nms:g}"
        ap = average_precision(scores, correct, total)
        print(f"{name:7}: {len(scores):6,} detections, {np.sum(correct)} of {total} objects found, AP at IoU 0.5: {ap:.3f}")
        if style:
            draw_curve(left, scores, correct, total, name, style)
        if t_nms == 0.3:
            for t, line in ((0.3, "--"), (0.5, "-"), (0.75, ":")):
                draw_curve(right, *evaluate(found, true, t), f"IoU at least {t:g}", line)
                print(f"  counted at IoU {t:4}: AP {average_precision(*evaluate(found, true, t)):.3f}")
    left.set_title("IoU at least 0.5")
    right.set_title("NMS 0.3")
    for axis in (left, right):
        axis.legend(loc="upper center", bbox_to_anchor=(0.5, -0.17))


plot_result()
plt.show()

# %% [markdown] lang="en"
r"""
Read the lines one by one.

- **Without NMS** the 32,753 detections find 222 of the 225 objects: a recall of 0.99. But the AP is 0.294, since for each
  hit there are some 150 repetitions, and each counts as wrong.
- **With NMS** the same scores give 0.542, 0.736 and 0.799 as t goes down from 0.7 to 0.3. Nothing about the windows has
  changed. A detector is only as good as its clearing up.
- **With t = 0.1** the AP falls again, to 0.785: only 187 objects are found. Where two objects stand close, the box of the
  one removes the box of the other. Large t, double answers; small t, lost neighbours. No t avoids both.
- **Counted more strictly**, at an IoU of 0.75, the AP of the best one falls from 0.799 to 0.227. It finds the objects, but
  its boxes fit badly: they come in four square sizes. That is why an AP without its IoU says little. Unit u18 lets a
  network correct the boxes.

And what AP does *not* tell: from which score on you should believe a detection in use, and what kind of errors are made.
For that you have to look at pictures, as in section 5.

### Classes, and the mean of their AP

With several classes each gets an AP of its own: only its detections, only its objects. Their mean is the **mean average
precision**, mAP, the number by which detectors are compared.

Let us give each box a class by a rule: see how much of it is colourful. A circle fills $\pi/4 = 0.79$ of the box around it,
an upright square all of it, a triangle half. So a share above 0.85 shall be a square, above 0.65 a circle, else a triangle.
"""

# %% [markdown] lang="ko"
r"""
한 줄씩 읽어 보겠습니다.

- **NMS가 없으면** 탐지 32,753개가 물체 225개 가운데 222개를 찾습니다. 재현율이 0.99입니다. 하지만 AP는 0.294입니다. 한 번
  맞힐 때마다 같은 답이 150번쯤 되풀이되고, 그것은 모두 틀린 것으로 세기 때문입니다.
- **NMS를 쓰면** 점수는 그대로인데 t를 0.7에서 0.3까지 낮추는 동안 0.542, 0.736, 0.799가 됩니다. 윈도우는 아무것도 달라지지
  않았습니다. 탐지기의 성적은 뒷정리에 크게 달려 있습니다.
- **t = 0.1이면** AP가 0.785로 다시 떨어집니다. 찾은 물체가 187개뿐입니다. 두 물체가 가까이 있으면 한 물체의 상자가 다른
  물체의 상자를 지웁니다. t가 크면 같은 답이 되풀이되고, 작으면 이웃을 잃습니다. 둘 다 피하는 t는 없습니다.
- **더 엄격하게**, IoU 0.75로 재면 가장 좋은 탐지기의 AP도 0.799에서 0.227로 떨어집니다. 물체는 찾지만 상자가 잘 맞지
  않습니다. 상자의 크기가 정사각형 네 가지뿐이기 때문입니다. 그래서 IoU를 밝히지 않은 AP는 별 뜻이 없습니다. u18에서는
  신경망이 상자를 고칩니다.

AP가 말해 주지 *않는* 것도 있습니다. 실제로 쓸 때 점수가 얼마 이상인 탐지를 믿어야 하는지, 어떤 종류의 오류를 내는지는 알 수
없습니다. 그것을 알려면 5절에서처럼 그림을 보아야 합니다.

### 클래스, 그리고 AP의 평균

클래스가 여럿이면 클래스마다 AP를 따로 구합니다. 그 클래스의 탐지와 물체만 셉니다. 그 평균이 **mAP**(mean average
precision)이고, 탐지기를 비교할 때 쓰는 수입니다.

규칙 하나로 상자마다 클래스를 정해 보겠습니다. 상자에서 다채로운 부분이 얼마나 되는지 봅니다. 원은 둘러싼 상자의
$\pi/4 = 0.79$를 채우고, 반듯한 사각형은 전부, 삼각형은 절반을 채웁니다. 그래서 0.85보다 크면 사각형, 0.65보다 크면 원,
나머지는 삼각형으로 정합니다.
"""


# %% demo=true
def name_by_rule(x, dets, square):
    """Give each detection a class by the share of its box that is colourful; above `square` it is a square."""
    share = sums((colourfulness(x) > 0.25) * 1.0, dets[:, :4]) / sums(np.ones((32, 32)), dets[:, :4])
    return np.column_stack([dets[:, :5], np.where(share > square, 2, np.where(share > 0.65, 1, 3))])


def print_classes():
    """Print the AP of each class under the rule, and their mean."""
    for square in (0.85, 0.95):
        found = [name_by_rule(x, detect(x, 0.3), square) for x in X]
        each = [average_precision(*evaluate(found, objects, 0.5, kind)) for kind in (1, 2, 3)]
        listed = ", ".join(f"{name} {ap:.3f}" for name, ap in zip(NAMES[1:], each, strict=True))
        print(f"a square above {square}: {listed}; mAP at IoU 0.5: {np.mean(each):.3f}")


print_classes()

# %% [markdown] lang="en"
r"""
The same boxes that earned 0.799 as "some object" have an mAP of 0.271. Circles come out worst, 0.093: a window a little
smaller than a circle is almost all colour, and the rule calls it a square. With a limit of 0.95 circles rise to 0.341 and
squares fall to 0.360. One can go on turning such knobs for long. It is better to let a network learn what a circle looks
like; unit u18 does that.

## 8. A question to answer in words

Two circles, one partly behind the other, stand so close that the IoU of their true boxes is 0.6. A good detector finds both
exactly: a box with score 0.9 on the one in front, a box with score 0.8 on the one behind. Around the first there are also
three slightly moved boxes, with IoU from 0.65 to 0.8 with it and scores below 0.8. All five are called circles.

Write five to ten sentences. A person grades them, 3 points.

1. What does NMS with $t = 0.5$ leave? Say what that does to recall, and why no other score limit brings the lost object
   back.
2. What happens with $t = 0.7$? What gets better, what gets worse?
3. Would it help to do NMS for each class by itself? And name one change of the detector or of the data that would help, and
   what it costs.
"""

# %% [markdown] lang="ko"
r"""
'어떤 물체'로 셀 때 0.799를 얻은 바로 그 상자들의 mAP가 0.271입니다. 원이 0.093으로 가장 나쁩니다. 원보다 조금 작은 윈도우는
거의 전부가 다채로워서 규칙이 사각형이라고 하기 때문입니다. 기준을 0.95로 하면 원은 0.341로 오르고 사각형은 0.360으로
떨어집니다. 이런 손잡이는 얼마든지 더 돌려 볼 수 있습니다. 원이 어떻게 생겼는지 신경망이 배우게 하는 편이 낫고, u18에서
그렇게 합니다.

## 8. 글로 답하는 문제

원 두 개가 있는데 하나가 다른 하나에 조금 가려졌고, 아주 가까워서 실제 상자 둘의 IoU가 0.6입니다. 좋은 탐지기가 둘 다 정확히
찾았습니다. 앞의 원에 점수 0.9인 상자, 뒤의 원에 점수 0.8인 상자를 놓았습니다. 첫 상자 둘레에는 조금씩 어긋난 상자가 세 개
더 있는데, 첫 상자와의 IoU가 0.65에서 0.8 사이이고 점수는 모두 0.8보다 낮습니다. 다섯 모두 원이라고 답했습니다.

다섯 문장에서 열 문장 정도로 답하십시오. 사람이 채점하며 3점입니다.

1. $t = 0.5$인 NMS를 하면 무엇이 남습니까? 재현율은 어떻게 되며, 점수의 기준을 바꾸어도 잃은 물체를 되찾을 수 없는 까닭은
   무엇입니까?
2. $t = 0.7$이면 어떻게 됩니까? 무엇이 나아지고 무엇이 나빠집니까?
3. 클래스마다 따로 NMS를 하면 도움이 됩니까? 그리고 도움이 될 만한 변화를 탐지기나 데이터에서 하나 들고, 그 대가를
   말하십시오.
"""

# %% [markdown] answer="heavy_overlap" points=3 lang="en"
r"""
**Model answer.**

1. Only the box with score 0.9 stays. The box behind has the IoU 0.6 > 0.5 with it and is removed, though it is right; the
   three moved ones go, too, as they should. One of the two circles is lost, so recall is at most 1/2. NMS looks only at
   overlap and score, so it cannot tell "the same object again" from "another object close by". The lost box is gone before
   any score limit is applied; a lower limit cannot bring it back.
2. The box behind stays (0.6 < 0.7), and recall rises to 1. But those of the moved boxes whose IoU with the first is 0.7 or
   less stay, too. They count as wrong detections, so precision falls, and not only here: every single object in all
   pictures now keeps such repetitions. On our scenes the AP fell from 0.799 (t = 0.3) to 0.542 (t = 0.7).
3. No: both are circles, so NMS for each class removes just the same. It helps only where the neighbours are of different
   classes. What would help, for example: lower the scores of overlapping boxes instead of removing them (Soft-NMS; costs
   more wrong detections with low scores); a t chosen on data with crowds (costs repetitions elsewhere); use more than the
   box, for example outlines or colours, to decide whether two boxes mean one object (costs computation and labels); train
   the detector to give each object only one box, so that no NMS is needed (harder to train).

**Rubric**, 1 point each.

- Only the first box stays, the second *object* is lost, and the reason: NMS knows overlap and score only, and it is final.
  Half a point without the reason.
- Both effects of t = 0.7: the lost one comes back, and repetitions stay, with their effect on precision. Half a point for
  one of them.
- "By class does not help here", with a change that fits and its price. Half a point for one of the two.
"""

# %% [markdown] answer="heavy_overlap" points=3 lang="ko"
r"""
**모범 답안.**

1. 점수가 0.9인 상자만 남습니다. 뒤의 상자는 IoU가 0.6 > 0.5이므로 맞는 답인데도 지워지고, 어긋난 상자 세 개도 (마땅히)
   지워집니다. 원 둘 가운데 하나를 잃으므로 재현율은 1/2을 넘을 수 없습니다. NMS는 겹침과 점수만 보므로 '같은 물체를 또 찾은
   것'과 '가까이 있는 다른 물체'를 구별하지 못합니다. 잃은 상자는 점수의 기준을 대기도 전에 사라졌으므로 기준을 낮추어도
   돌아오지 않습니다.
2. 뒤의 상자가 남아(0.6 < 0.7) 재현율이 1로 오릅니다. 하지만 어긋난 상자 가운데 첫 상자와의 IoU가 0.7 이하인 것도 남습니다.
   이것은 틀린 탐지이므로 정밀도가 떨어집니다. 여기서만이 아니라 모든 그림의 모든 물체에 그런 되풀이가 남습니다. 우리
   장면에서는 AP가 0.799(t = 0.3)에서 0.542(t = 0.7)로 떨어졌습니다.
3. 도움이 되지 않습니다. 둘 다 원이므로 클래스마다 따로 해도 똑같이 지워집니다. 이웃한 물체의 클래스가 다를 때만 도움이
   됩니다. 도움이 될 만한 변화의 예: 겹친 상자를 지우는 대신 점수를 낮춤(Soft-NMS, 점수가 낮은 틀린 탐지가 늘어남); 물체가
   붐비는 데이터에서 t를 고름(다른 곳에서 되풀이가 늘어남); 상자뿐 아니라 윤곽이나 색도 보고 같은 물체인지 판단함(계산과
   레이블이 더 필요함); 물체마다 상자를 하나만 내도록 학습해 NMS를 없앰(학습이 더 어려움).

**채점 기준**, 각 1점.

- 첫 상자만 남고 둘째 *물체*를 잃는다는 것과 그 까닭: NMS는 겹침과 점수만 보며, 지운 것은 되돌릴 수 없음. 까닭이 없으면
  0.5점.
- t = 0.7의 두 가지 결과: 잃은 것이 돌아오고, 되풀이가 남아 정밀도가 떨어짐. 하나만 있으면 0.5점.
- '클래스마다 해도 도움이 되지 않는다'와, 알맞은 변화 및 그 대가. 둘 가운데 하나만 있으면 0.5점.
"""

# %% demo=true
unit.score()

# %% [markdown] lang="en"
r"""
## What to read next

- Paul Viola, Michael Jones, "Rapid Object Detection using a Boosted Cascade of Simple Features" (CVPR 2001): sliding
  windows fast enough for faces in video, 15 pictures a second. The integral image of section 3 comes from there, and the
  idea of throwing most windows away after a cheap first look.
- Mark Everingham and others, "The Pascal Visual Object Classes (VOC) Challenge" (IJCV 2010): the rules of IoU 0.5 and of
  AP. In the year 2007 its data were 9,963 photographs with 24,640 objects of 20 classes.
- Tsung-Yi Lin and others, "Microsoft COCO: Common Objects in Context" (ECCV 2014): 328,000 photographs with 2.5 million
  marked objects. Its AP is a mean over the ten IoU limits 0.50, 0.55, …, 0.95, so it also rewards boxes that fit well.
- Rafael Padilla, Sergio Netto, Eduardo da Silva, "A Survey on Performance Metrics for Object-Detection Algorithms" (IWSSIP
  2020): the example of section 6, and how the definitions differ.
- Navaneeth Bodla and others, "Soft-NMS: Improving Object Detection With One Line of Code" (ICCV 2017): lower the scores of
  neighbours instead of removing them. On COCO this raised the AP of one detector by 1.3 points, of another by 1.1. Read it
  after you have answered section 8.

What our small version leaves out: photographs instead of drawings, dozens of classes, objects marked as "difficult" that
count neither as found nor as missed, crowds, and above all learning. In unit u17 the picture itself proposes where to look,
in u18 a network names the boxes and corrects them, and in u19 one network does everything in a single pass.
"""

# %% [markdown] lang="ko"
r"""
## 더 읽을거리

- Paul Viola, Michael Jones, "Rapid Object Detection using a Boosted Cascade of Simple Features" (CVPR 2001). 동영상에서
  얼굴을 초당 15장씩 찾을 만큼 빠른 슬라이딩 윈도우입니다. 3절의 적분 이미지와, 값싼 첫 판단으로 윈도우 대부분을 버린다는
  생각이 여기에서 나왔습니다.
- Mark Everingham 외, "The Pascal Visual Object Classes (VOC) Challenge" (IJCV 2010). IoU 0.5와 AP의 규칙을 정한 논문입니다.
  2007년의 데이터는 사진 9,963장, 20개 클래스의 물체 24,640개였습니다.
- Tsung-Yi Lin 외, "Microsoft COCO: Common Objects in Context" (ECCV 2014). 사진 328,000장에 물체 250만 개가 표시되어
  있습니다. COCO의 AP는 IoU 0.50, 0.55, …, 0.95의 열 가지로 잰 값의 평균이어서, 잘 맞는 상자에 점수를 더 줍니다.
- Rafael Padilla, Sergio Netto, Eduardo da Silva, "A Survey on Performance Metrics for Object-Detection Algorithms" (IWSSIP
  2020). 6절의 예와, 정의가 서로 어떻게 다른지 나옵니다.
- Navaneeth Bodla 외, "Soft-NMS: Improving Object Detection With One Line of Code" (ICCV 2017). 이웃을 지우지 않고 점수를
  낮춥니다. COCO에서 두 탐지기의 AP가 각각 1.3점, 1.1점 올랐습니다. 8절에 답한 다음에 읽으십시오.

우리의 작은 실험에 빠진 것은 이렇습니다. 그림이 아닌 사진, 수십 개의 클래스, 찾아도 놓쳐도 세지 않는 '어려운' 물체, 붐비는
장면, 그리고 무엇보다 학습입니다. u17에서는 어디를 볼지 그림 자체가 제안하고, u18에서는 신경망이 상자에 이름을 붙이고 상자를
고치며, u19에서는 신경망 하나가 이 모든 일을 한 번에 합니다.
"""

