# %% [markdown] lang="en"
r"""
# Images, filters and edges

To a network a picture is nothing but numbers. A person sees a house at once; the numbers of a wall and of its shadow
just differ. This unit shows how a small window that slides over the numbers finds the **edges**: the places where
something ends and something else begins. The same sliding window is the heart of the convolutional networks of the units
to come.

After it you will be able to

- read an image as an array, and turn a colour picture into grey values,
- slide a **filter** over an image, with and without a border of zeros,
- measure with Sobel's two filters how steep the brightness is and in which direction it rises,
- blur an image with a Gaussian kernel, and say why that helps to find edges,
- draw the edge map of a picture, and say what its threshold and its border do to it.

You need arrays, slices and the weighted sum (units u00 and u01). Section 7 also uses the mean squared error and gradient
descent (unit u05); you can read it without having solved u05. Plan about 75 minutes.
"""

# %% [markdown] lang="ko"
r"""
# 이미지, 필터, 윤곽선

신경망이 보기에 그림은 수의 모음일 뿐입니다. 사람은 집을 한눈에 알아보지만, 컴퓨터에게는 벽의 수와 그늘의 수가 서로 다를
뿐입니다. 이 단원에서는 작은 윈도우(window)를 수 위로 미끄러뜨려 **윤곽선**(edge), 곧 무언가가 끝나고 다른 것이 시작되는 곳을
찾아냅니다. 다음 단원들에서 배울 합성곱 신경망(convolutional neural network)의 핵심이 바로 이 윈도우입니다.

이 단원을 마치면 다음을 할 수 있습니다.

- 이미지를 배열로 읽고, 컬러 그림을 회색값(grey value)으로 바꿀 수 있습니다.
- 이미지 위로 **필터**(filter)를 미끄러뜨릴 수 있습니다. 둘레에 0을 두를 때와 두르지 않을 때를 모두 다룹니다.
- 소벨(Sobel) 필터 두 개로 밝기가 얼마나 가파르게, 어느 방향으로 커지는지 잴 수 있습니다.
- 가우시안 커널(Gaussian kernel)로 이미지를 흐리게 만들고, 그것이 윤곽선을 찾는 데 왜 도움이 되는지 설명할 수 있습니다.
- 그림의 윤곽선 지도를 그리고, 임계값과 가장자리가 어떤 영향을 주는지 말할 수 있습니다.

배열과 슬라이스, 가중합(u00, u01)을 알고 있으면 됩니다. 7절에서는 평균 제곱 오차와 경사 하강법(u05)도 쓰지만, u05의 문제를
풀지 않았어도 읽을 수 있습니다. 75분 정도 걸립니다.
"""

# %% setup=true
import matplotlib.pyplot as plt
import numpy as np
from nnlab import Unit, data, plots, widgets

unit = Unit("u10_sobel", lang="en")
check = unit.check

# %% [markdown] lang="en"
r"""
## 1. A picture is an array

A grey picture is a table of numbers. Each number is the brightness of one **pixel**: 0 is black, and the largest value
is white. The table has H rows (the height) and W columns (the width), so its shape is (H, W). Row 0 is at the **top**.
So `img[2, 5]` is the third row from above, the sixth column from the left: **rows first, and rows count downwards**.

A colour picture holds three such tables, one for each of red, green and blue. They are called **channels**. In this
course the channels come first: the shape is (3, H, W), and `img[0]` is the whole red table. (Files and matplotlib
often put them last, (H, W, 3); `np.moveaxis(img, 0, -1)` turns one form into the other.)

The picture of this unit is drawn by `data.scene()`. It has 3 channels, 120 rows and 160 columns, and it is full of
what edges come from: outlines, shadows, texture, and noise as a camera adds it.

**Bytes.** Picture files store each value as a *byte*, in NumPy `uint8`: a whole number from 0 to 255. That saves space
and sets two traps.

- Bytes wrap around. $200 + 100$ should be 300; as bytes it is 44, because after 255 comes 0 again. And $10 - 200$ is 66.
  NumPy gives no warning.
- Bytes hold no fractions. 124.2 becomes 124.

So turn bytes into floats before you calculate with them. Multiplying by a float such as 0.299 does it too: the
product is an array of floats.

**From colour to grey.** For edges, brightness is enough. The obvious idea is the mean of the three channels. But a
pure green looks far brighter to us than a pure blue. Television engineers measured this long ago, and their
weights are still in use:

$$\mathrm{grey} = 0.299\,\mathrm{red} + 0.587\,\mathrm{green} + 0.114\,\mathrm{blue}$$

A pixel with red 200, green 100 and blue 50 gets $59.8 + 58.7 + 5.7 = 124.2$. The weights sum to 1, so white, which is
255 in all channels, stays 255. It is a weighted sum as in a neuron, once for each pixel.

![Six pictures of a house with a tree and a fence: in colour, its red, green and blue channel, the grey picture, and
the mean of the channels minus the grey picture, which is positive in the sky and negative in the
grass.](attachment:gray.png)

**Your turn**, about 1 or 2 lines. `img` may hold bytes or floats; the result holds floats in the same units (a byte
image gives values from 0.0 to 255.0). `img` is not changed.
"""

# %% [markdown] lang="ko"
r"""
## 1. 그림은 배열입니다

흑백 그림은 수로 된 표입니다. 수 하나는 **픽셀**(pixel) 하나의 밝기입니다. 0이 검정이고, 가장 큰 값이 흰색입니다. 표의 행은
H개(높이), 열은 W개(너비)이므로 shape은 (H, W)입니다. 0번 행은 맨 **위**에 있습니다. `img[2, 5]`는 위에서 셋째 행, 왼쪽에서 여섯째
열의 픽셀입니다. **행이 먼저이고, 행 번호는 아래로 갈수록 커집니다.**

컬러 그림에는 이런 표가 빨강, 초록, 파랑 하나씩 세 개 들어 있습니다. 이것을 **채널**(channel)이라고 합니다. 이 강의에서는
채널 축이 맨 앞에 옵니다. shape은 (3, H, W)이고, `img[0]`은 빨강 표 전체입니다. (파일이나 matplotlib에서는 (H, W, 3)처럼 채널을 맨 뒤에
두는 일이 많습니다. `np.moveaxis(img, 0, -1)`을 쓰면 순서를 바꿀 수 있습니다.)

이 단원의 그림은 `data.scene()`이 그려 줍니다. 채널 3개, 120행, 160열입니다. 물체의 테두리, 그늘, 무늬, 그리고 카메라에서
생기는 것 같은 잡음(noise)까지, 윤곽선이 생길 만한 것이 골고루 들어 있습니다.

**바이트.** 그림 파일은 값 하나를 *바이트*(byte) 하나에 저장합니다. NumPy의 `uint8`이고, 0부터 255까지의 정수입니다. 공간은
절약되지만 함정이 두 가지 있습니다.

- 바이트는 끝에서 처음으로 돌아옵니다. $200 + 100$은 300이어야 하지만 바이트로는 44입니다. 255 다음이 다시 0이기 때문입니다.
  $10 - 200$은 66이 됩니다. NumPy는 아무 경고도 하지 않습니다.
- 바이트에는 소수점 아래를 담을 수 없습니다. 124.2는 124가 됩니다.

그러므로 계산하기 전에 바이트를 실수로 바꾸십시오. 0.299 같은 실수를 곱해도 됩니다. 그 곱은 실수 배열이 됩니다.

**컬러에서 회색으로.** 윤곽선을 찾는 데는 밝기면 충분합니다. 먼저 떠오르는 방법은 세 채널의 평균입니다. 그런데 순수한 초록은
순수한 파랑보다 우리 눈에 훨씬 밝게 보입니다. 오래전에 텔레비전 기술자들이 이 차이를 재어 정한 가중치를 지금도 씁니다.

$$\mathrm{grey} = 0.299\,\mathrm{red} + 0.587\,\mathrm{green} + 0.114\,\mathrm{blue}$$

빨강 200, 초록 100, 파랑 50인 픽셀의 회색값은 $59.8 + 58.7 + 5.7 = 124.2$입니다. 가중치의 합이 1이므로 모든 채널이 255인 흰색은
그대로 255입니다. 뉴런에서 본 가중합을 픽셀마다 한 번씩 계산하는 셈입니다.

![집과 나무와 울타리가 있는 그림 여섯 개: 컬러 그림, 빨강, 초록, 파랑 채널, 회색 그림, 그리고 채널의 평균에서 회색 그림을 뺀
것. 마지막 그림은 하늘에서 양수이고 풀밭에서 음수이다.](attachment:gray.png)

빈칸을 채우십시오. 한두 줄이면 됩니다. `img`의 값은 바이트일 수도, 실수일 수도 있습니다. 결과는 단위가 같은 실수입니다(바이트
이미지라면 0.0부터 255.0까지). `img`는 바꾸지 않습니다.
"""


# %% exercise="to_gray"
def to_gray(img):
    """Return the grey values 0.299 red + 0.587 green + 0.114 blue.

    img : (3, H, W), the channels red, green and blue; floats, or bytes (uint8) from 0 to 255. Not changed.
    Returns (H, W) floats, in the units of img.

    Example: img = [[[200]], [[100]], [[50]]], a single pixel, gives [[124.2]].
    """
    ### BEGIN SOLUTION
    return 0.299 * img[0] + 0.587 * img[1] + 0.114 * img[2]
    ### END SOLUTION


# %% check="to_gray"
check("to_gray", to_gray)

# %% [markdown] lang="en"
r"""
### Your grey picture

The next cell draws the picture, its channels and your grey values. Compare with the picture above.

Look at the roof: it is much brighter in the red channel than in the blue one. The last panel is the plain mean minus
your grey values. The mean makes the blue sky a little too bright and the green grass much too dark.
"""

# %% [markdown] lang="ko"
r"""
### 여러분의 회색 그림

다음 셀은 그림과 채널, 그리고 여러분이 구한 회색값을 그립니다. 위의 그림과 비교해 보십시오.

지붕을 보십시오. 빨강 채널에서 파랑 채널보다 훨씬 밝습니다. 마지막 그림은 단순 평균에서 여러분의 회색값을 뺀 것입니다.
평균을 쓰면 파란 하늘은 조금 더 밝아지고 초록 풀밭은 훨씬 어두워집니다.
"""


# %% demo=true figure="gray"
def plot_gray():
    """Draw the scene, its channels and the student's grey values."""
    img = data.scene()
    grey = to_gray(img)
    print("img ", img.shape, img.dtype, " grey", grey.shape, grey.dtype)
    print("bytes: 200 + 100 =", np.uint8([200]) + np.uint8([100]), "  10 - 200 =", np.uint8([10]) - np.uint8([200]))
    figure, axes = plt.subplots(2, 3, figsize=(11, 5.8), layout="constrained")
    axes[0, 0].imshow(np.moveaxis(img, 0, -1))
    tables = {"img[0], red": img[0], "img[1], green": img[1], "img[2], blue": img[2], "to_gray(img)": grey}
    for axis, (title, table) in zip([*axes[0, 1:], *axes[1, :2]], tables.items(), strict=True):
        axis.imshow(table, cmap="gray", vmin=0, vmax=255)
        axis.set_title(title)
    axes[0, 0].set_title("img, (3, 120, 160)")
    difference = axes[1, 2].imshow(img.mean(axis=0) - grey, cmap="gray", vmin=-30, vmax=30)
    axes[1, 2].set_title("mean of the channels - grey")
    figure.colorbar(difference, ax=axes[1, 2], label="grey levels", shrink=0.8)
    for axis in axes.flat:
        axis.set(xlabel="column", ylabel="row")


plot_gray()
plt.show()

# %% [markdown] lang="en"
r"""
## 2. A window that slides: filters

How do you find the left edge of a door? Look at a few pixels in a row: 10, 10, 50. On the right it is 40 brighter than
on the left. That difference is a weighted sum of three pixels, with the weights −1, 0 and 1:

$$-1 \cdot 10 + 0 \cdot 10 + 1 \cdot 50 = 40$$

In a calm place, say 50, 50, 50, the same weights give 0. So this weighted sum answers the question "does it get
brighter here?", and one and the same set of weights can ask it at **every** place of the picture.

That is a **filter**. The weights form a small table, the **kernel** `k` of shape (kh, kw), often 3×3. (It has nothing
to do with the kernel that runs your notebook.) Lay it on the top left corner of the image. The part of the image under
it is the **window**. Multiply number by number, add up, and write the sum into the result. Move one pixel to the
right, do it again, and so on; then the next row.

![Left, an image of 5 rows and 6 columns, 10 on the left half and 50, lighter, on the right, with the 3×3 window at row 1, column
2 framed; in the middle the kernel with the columns −1, 0, 1; on the right the result with 3 rows and 4 columns: 0,
120, 120, 0 in each row, with row 1, column 2 framed.](attachment:window.png)

In the picture the window at row 1, column 2 holds three rows of 10, 50, 50. Each row gives $-10 + 50 = 40$, together
120, and this is written at row 1, column 2 of the result.

**Sizes.** A window of 3 columns fits into 6 columns at 4 places: 0, 1, 2 and 3. In general there are $W - kw + 1$ places
in a row, and $H - kh + 1$ rows of places. So the result is a little smaller than the image.

**Padding.** If that is not wanted, lay `pad` rows and columns of zeros around the image first, on all four sides. Then

$$\mathrm{out}_{ij} = \sum_{u=0}^{kh-1} \sum_{v=0}^{kw-1} k_{uv}\; \mathrm{padded}_{i+u,\, j+v}
\qquad \text{shape } (H + 2\,\mathrm{pad} - kh + 1,\; W + 2\,\mathrm{pad} - kw + 1)$$

With a 3×3 kernel and `pad=1` the result is as large as the image. The price: at the border the sum contains zeros that
no camera has seen. Section 6 comes back to that.

**Not flipped.** In mathematics a *convolution* turns the kernel by 180 degrees before it is laid on. Neural networks do
not, and neither do we: `k[0, 0]` meets the top left pixel of the window. (The exact name of what we do is
*cross-correlation*. Networks call it convolution all the same.)

By hand, with a 2×2 kernel and no padding:

$$\mathrm{img} = \begin{pmatrix} 1 & 2 & 0 & 3 \\ 0 & 1 & 4 & 1 \\ 2 & 0 & 1 & 5 \end{pmatrix} \qquad
k = \begin{pmatrix} 0 & 1 \\ 2 & -1 \end{pmatrix} \qquad
\mathrm{out} = \begin{pmatrix} 1 & -2 & 10 \\ 5 & 3 & -2 \end{pmatrix}$$

The first number is $0 \cdot 1 + 1 \cdot 2 + 2 \cdot 0 - 1 \cdot 1 = 1$.

**Your turn**, about 6 lines. `np.pad(img, pad)` lays the zeros; two loops over the places of the window are fine. The
kernel need not be square, and `pad` may be larger than 1. The result is a **new array of floats**: it is often negative,
so it must not be an array of bytes, even if `img` is. (`np.zeros(shape)` makes floats; `np.zeros_like(img)` copies the
dtype of `img`.)
"""

# %% [markdown] lang="ko"
r"""
## 2. 미끄러지는 윈도우: 필터

문의 왼쪽 윤곽선을 어떻게 찾을까요? 한 행에서 픽셀 몇 개를 보겠습니다. 10, 10, 50입니다. 오른쪽이 왼쪽보다 40만큼 밝습니다. 이
차이는 픽셀 세 개에 가중치 −1, 0, 1을 곱해 더한 가중합입니다.

$$-1 \cdot 10 + 0 \cdot 10 + 1 \cdot 50 = 40$$

50, 50, 50처럼 고른 곳에서는 같은 가중치로 0이 나옵니다. 그러므로 이 가중합은 '여기서 오른쪽으로 갈수록 밝아지는가?'라는
물음에 답합니다. 같은 가중치로 그림의 **모든** 곳에 이 물음을 던질 수 있습니다.

이것이 **필터**입니다. 가중치를 모은 작은 표를 **커널**(kernel)이라고 하고, 여기서는 shape이 (kh, kw)인 `k`로 씁니다. 3×3이 가장
흔합니다. (노트북을 실행하는 커널과는 이름만 같습니다.) 커널을 이미지의 왼쪽 위 구석에 놓습니다. 커널 아래에 놓인 부분이
**윈도우**입니다. 같은 자리의 수끼리 곱해서 모두 더한 값을 결과에 적습니다. 오른쪽으로 한 픽셀 옮겨서 다시 계산하고, 한 행이
끝나면 다음 행으로 내려갑니다.

![왼쪽은 5행 6열 이미지로 왼쪽 절반이 10, 더 밝은 오른쪽 절반이 50이고 1행 2열에 놓인 3×3 윈도우에 테두리가 있다. 가운데는 열이 −1, 0, 1인
커널, 오른쪽은 3행 4열인 결과로 행마다 0, 120, 120, 0이고 1행 2열에 테두리가 있다.](attachment:window.png)

그림에서 1행 2열에 놓인 윈도우에는 10, 50, 50이 세 행 들어 있습니다. 행마다 $-10 + 50 = 40$이므로 합은 120이고, 이 값을 결과의 1행
2열에 적습니다.

**크기.** 열이 3개인 윈도우를 6개 열 안에 놓을 자리는 0, 1, 2, 3의 네 곳입니다. 일반적으로 한 행에 $W - kw + 1$곳, 세로로
$H - kh + 1$곳이 있습니다. 그래서 결과는 이미지보다 조금 작습니다.

**패딩.** 작아지지 않게 하려면 먼저 이미지의 네 변에 0으로 된 행과 열을 `pad`개씩 두릅니다. 이것을 **패딩**(padding)이라고 합니다.

$$\mathrm{out}_{ij} = \sum_{u=0}^{kh-1} \sum_{v=0}^{kw-1} k_{uv}\; \mathrm{padded}_{i+u,\, j+v}
\qquad \text{shape } (H + 2\,\mathrm{pad} - kh + 1,\; W + 2\,\mathrm{pad} - kw + 1)$$

3×3 커널에 `pad=1`을 쓰면 결과의 크기가 이미지와 같습니다. 대신 가장자리에서는 카메라가 본 적 없는 0이 합에 섞입니다. 이 문제는
6절에서 다시 다룹니다.

**뒤집지 않습니다.** 수학에서 *합성곱*(convolution)은 커널을 180도 돌려서 놓습니다. 신경망에서는 돌리지 않고, 우리도 돌리지 않습니다.
`k[0, 0]`은 윈도우의 왼쪽 위 픽셀과 곱해집니다. (이렇게 하는 계산의 정확한 이름은 *교차상관*(cross-correlation)입니다. 신경망에서는
그래도 합성곱이라고 부릅니다.)

2×2 커널로 패딩 없이 손으로 계산해 보겠습니다.

$$\mathrm{img} = \begin{pmatrix} 1 & 2 & 0 & 3 \\ 0 & 1 & 4 & 1 \\ 2 & 0 & 1 & 5 \end{pmatrix} \qquad
k = \begin{pmatrix} 0 & 1 \\ 2 & -1 \end{pmatrix} \qquad
\mathrm{out} = \begin{pmatrix} 1 & -2 & 10 \\ 5 & 3 & -2 \end{pmatrix}$$

첫째 수는 $0 \cdot 1 + 1 \cdot 2 + 2 \cdot 0 - 1 \cdot 1 = 1$입니다.

빈칸을 채우십시오. 여섯 줄 정도면 됩니다. 0은 `np.pad(img, pad)`로 두를 수 있고, 윈도우의 자리를 도는 반복문 두 개를 써도 됩니다.
커널이 정사각형이 아닐 수도 있고, `pad`가 1보다 클 수도 있습니다. 결과는 **새 실수 배열**입니다. 음수가 자주 나오므로 `img`가
바이트여도 결과까지 바이트이면 안 됩니다. (`np.zeros(shape)`는 실수 배열을 만들고, `np.zeros_like(img)`는 `img`의 dtype을 그대로
따릅니다.)
"""


# %% exercise="filter2d"
def filter2d(img, k, pad):
    """Slide the kernel k over the image: out[i, j] = sum of k times the window whose top left pixel is (i, j).

    img : (H, W), floats, integers or bytes; not changed.
    k   : (kh, kw), the kernel, laid on as it stands (not flipped).
    pad : int >= 0, rows and columns of zeros laid around img, on each of the four sides.
    Returns (H + 2 * pad - kh + 1, W + 2 * pad - kw + 1) floats.

    Example: img = [[1, 2, 0, 3], [0, 1, 4, 1], [2, 0, 1, 5]], k = [[0, 1], [2, -1]] and pad = 0 give
    [[1.0, -2.0, 10.0], [5.0, 3.0, -2.0]].
    """
    ### BEGIN SOLUTION
    kh, kw = k.shape
    padded = np.pad(img, pad)
    out = np.zeros((padded.shape[0] - kh + 1, padded.shape[1] - kw + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = np.sum(padded[i : i + kh, j : j + kw] * k)
    return out
    ### END SOLUTION


# %% check="filter2d"
check("filter2d", filter2d)

# %% [markdown] lang="en"
r"""
### Helpers

The next cell is given: six kernels for later, and two functions that draw tables and filtered pictures. You need not
read it.
"""

# %% [markdown] lang="ko"
r"""
### 준비된 코드

다음 셀은 미리 주어진 것입니다. 뒤에서 쓸 커널 여섯 개와, 표와 필터를 거친 그림을 그리는 함수 두 개가 들어 있습니다. 읽지 않아도
됩니다.
"""


# %% given=true
RIGHT = np.array([[-1, 0, 1], [-1, 0, 1], [-1, 0, 1]])
KERNELS = {
    "blur": np.full((3, 3), 1 / 9),
    "sharpen": np.array([[0, -1, 0], [-1, 5, -1], [0, -1, 0]]),
    "brighter_to_the_right": RIGHT,
    "brighter_downwards": RIGHT.T,
    "Laplacian": np.array([[0, 1, 0], [1, -4, 1], [0, 1, 0]]),
    "relief": np.array([[-2, -1, 0], [-1, 1, 1], [0, 1, 2]]),
}


def draw_filtered(axis, grey, k, title):
    """Draw the image filtered by the student; where the weights sum to 0, zero is drawn as middle grey."""
    out = filter2d(grey, k, 0)
    low, high = (-200, 200) if abs(np.sum(k)) < 1e-9 else (0, 255)
    picture = axis.imshow(out, cmap="gray", vmin=low, vmax=high)
    axis.set(title=title, xlabel="column", ylabel="row")
    return picture


def draw_table(axis, table, title):
    """Write the numbers of a small table into its cells; the larger a number, the lighter its cell."""
    largest = np.abs(table).max() or 1
    axis.imshow(table, cmap="gray", vmin=-3 * largest, vmax=largest)
    for (i, j), value in np.ndenumerate(table):
        axis.text(j, i, f"{value:g}", ha="center", va="center")
    axis.set(title=title, xlabel="column", ylabel="row", xticks=range(table.shape[1]), yticks=range(table.shape[0]))


# %% [markdown] lang="en"
r"""
### The window at one place

The next cell repeats the picture above with *your* `filter2d`. Change `row` and `column` in its last lines to move the
window: the framed number of the result moves along.
"""

# %% [markdown] lang="ko"
r"""
### 한자리에 놓인 윈도우

다음 셀은 *여러분의* `filter2d`로 위의 그림을 다시 그립니다. 마지막 줄의 `row`와 `column`을 바꾸어 윈도우를 옮겨 보십시오. 결과에서
테두리를 두른 수도 함께 움직입니다.
"""


# %% demo=true figure="window"
def plot_window(row, column):
    """Draw an image, a kernel and the student's result, with one place of the window framed."""
    img = np.repeat([[10, 10, 10, 50, 50, 50]], 5, axis=0)
    k = np.array([[-1, 0, 1], [-1, 0, 1], [-1, 0, 1]])
    out = filter2d(img, k, 0)
    figure, axes = plt.subplots(1, 3, figsize=(11, 3.4), width_ratios=(6, 3, 4), layout="constrained")
    draw_table(axes[0], img, "img (5, 6)")
    draw_table(axes[1], k, "k (3, 3)")
    draw_table(axes[2], out, f"filter2d(img, k, 0) {out.shape}")
    frame = {"fill": False, "edgecolor": "black", "linewidth": 3}
    axes[0].add_patch(plt.Rectangle((column - 0.5, row - 0.5), 3, 3, **frame))
    axes[2].add_patch(plt.Rectangle((column - 0.5, row - 0.5), 1, 1, **frame))
    window = img[row : row + 3, column : column + 3]
    print("the window times k:", (window * k).tolist(), " sum", np.sum(window * k), " out", out[row, column])


plot_window(row=1, column=2)
plt.show()

# %% [markdown] lang="en"
r"""
### Six kernels

Nine numbers decide what a filter does. The next cell lays six kernels on the house.

| kernel | weights | what it does |
|---|---|---|
| blur | all 1/9 | the mean of nine pixels |
| sharpen | 5 in the middle, −1 above, below, left and right | the pixel, plus what it differs from its neighbours |
| brighter to the right | the columns −1, 0, 1 | positive at left edges of bright things, negative at right ones |
| brighter downwards | the rows −1, 0, 1 | the same for upper and lower edges |
| Laplacian | −4 in the middle, 1 above, below, left and right | how much the neighbours differ from the pixel |
| relief | −2, −1, 0 / −1, 1, 1 / 0, 1, 2 | the picture as if light came from one side |

Look at the **sum** of the weights. Where it is 1, calm places keep their brightness (blur, sharpen, relief). Where it is
0, calm places become 0 whatever their brightness, and only changes are left. An edge detector needs the sum 0.

![Six pictures of the house: blurred, sharpened, with vertical edges as bright and dark lines on middle grey, with
horizontal edges on middle grey, thin double lines of the Laplacian, and a relief.](attachment:kernels.png)
"""

# %% [markdown] lang="ko"
r"""
### 커널 여섯 개

필터가 하는 일은 수 아홉 개로 정해집니다. 다음 셀은 집 그림에 커널 여섯 개를 씌웁니다.

| 커널 | 가중치 | 하는 일 |
|---|---|---|
| blur(흐리게) | 모두 1/9 | 픽셀 아홉 개의 평균 |
| sharpen(선명하게) | 가운데 5, 상하좌우 −1 | 픽셀에, 이웃과 다른 만큼을 더함 |
| brighter to the right | 열이 −1, 0, 1 | 밝은 물체의 왼쪽 윤곽선에서 양수, 오른쪽 윤곽선에서 음수 |
| brighter downwards | 행이 −1, 0, 1 | 위아래 윤곽선에서 같은 일을 함 |
| Laplacian(라플라시안) | 가운데 −4, 상하좌우 1 | 이웃이 픽셀과 얼마나 다른지 |
| relief(돋을새김) | −2, −1, 0 / −1, 1, 1 / 0, 1, 2 | 한쪽에서 빛이 비치는 듯한 그림 |

가중치의 **합**을 보십시오. 합이 1이면 고른 곳의 밝기가 그대로입니다(blur, sharpen, relief). 합이 0이면 고른 곳은 밝기와 관계없이
0이 되고, 변하는 곳만 남습니다. 윤곽선을 찾는 커널은 합이 0이어야 합니다.

![집 그림 여섯 개: 흐려진 것, 선명해진 것, 중간 회색 바탕에 세로 윤곽선이 밝고 어두운 선으로 나타난 것, 가로 윤곽선이 나타난 것,
라플라시안의 가는 겹선, 돋을새김.](attachment:kernels.png)
"""


# %% demo=true figure="kernels"
def plot_kernels():
    """Draw the scene under six kernels."""
    grey = to_gray(data.scene())
    figure, axes = plt.subplots(2, 3, figsize=(11.5, 5.6), layout="constrained")
    for axis, (name, k) in zip(axes.flat, KERNELS.items(), strict=True):
        picture = draw_filtered(axis, grey, k, f"{name.replace('_', ' ')}, sum {np.sum(k):.0f}")
        figure.colorbar(picture, ax=axis, shrink=0.8)


plot_kernels()
plt.show()

# %% [markdown] lang="en"
r"""
### A kernel of your own

Now write your own nine numbers. Type a number into a field and press Enter; the buttons fill in the six kernels of
above. (Where fields do not work, for example in a printed copy: the kernels and their pictures stand above.)

- Start with the Laplacian and change the −4 to −3. Why does the house come back into the picture?
- Begin with `brighter to the right` and change all signs. What is bright now, what is dark?
- Make a kernel that moves the whole picture by one pixel to the left. One number is enough.
- Find a kernel that answers to slanted edges, such as the sides of the roof, and hardly to vertical ones. (Each of
  its columns must sum to 0.)
"""

# %% [markdown] lang="ko"
r"""
### 나만의 커널

이제 수 아홉 개를 직접 정해 보십시오. 칸에 수를 넣고 Enter를 누르면 그림이 바뀝니다. 단추를 누르면 앞의 커널 여섯 개가
채워집니다. (인쇄물처럼 칸을 쓸 수 없을 때는 위에 있는 커널과 그림을 보십시오.)

- Laplacian에서 −4를 −3으로 바꾸어 보십시오. 집이 왜 다시 보입니까?
- `brighter to the right`의 부호를 모두 바꾸어 보십시오. 어디가 밝아지고 어디가 어두워집니까?
- 그림 전체를 왼쪽으로 한 픽셀 옮기는 커널을 만들어 보십시오. 수 하나면 됩니다.
- 지붕의 옆면처럼 비스듬한 윤곽선에는 크게, 세로 윤곽선에는 거의 반응하지 않는 커널을 찾아보십시오. (열마다
  합이 0이어야 합니다.)
"""


# %% demo=true
GREY_SCENE = to_gray(data.scene())


def draw_own_kernel(k):
    """Draw the scene under the kernel in the fields."""
    figure, axis = plt.subplots(figsize=(7, 4.4), layout="constrained")
    picture = draw_filtered(axis, GREY_SCENE, k, f"sum of the weights: {np.sum(k):g}")
    figure.colorbar(picture, ax=axis, label="filter2d(grey, k, 0)")
    plt.show()


widgets.grid(draw_own_kernel, RIGHT, **KERNELS)

# %% [markdown] lang="en"
r"""
## 3. Sobel: how steep, and in which direction

The kernel with the columns −1, 0, 1 answers one question. Irwin Sobel's two kernels of 1968 answer two: how fast does
the brightness rise to the right, and how fast does it rise downwards?

$$K_x = \begin{pmatrix} -1 & 0 & 1 \\ -2 & 0 & 2 \\ -1 & 0 & 1 \end{pmatrix} \qquad
K_y = \begin{pmatrix} -1 & -2 & -1 \\ 0 & 0 & 0 \\ 1 & 2 & 1 \end{pmatrix} = K_x^{T}$$

The row through the middle counts twice, because it is nearest to the pixel. The three rows together also average a
little across, which calms noise.

**A ramp.** Take an image in which each pixel is 1 brighter than its left neighbour: 0, 1, 2, 3 and so on in each row.
Two columns apart the brightness differs by 2, so

$$g_x = (1 + 2 + 1) \cdot 2 = 8 \qquad g_y = 0$$

That is so at every pixel. Turn the picture by a quarter, and $g_x$ and $g_y$ change places. Keep this 8 in mind: it is
the best test of a Sobel filter. It also says that a $g_x$ of 80 means about 10 grey levels a pixel.

**Two slopes make an arrow.** $g_x$ and $g_y$ are the two sides of a right triangle. Take $g_x = 3$ and $g_y = 4$: the
arrow has the length $\sqrt{9 + 16} = 5$ and points to the right and, more steeply, downwards.

$$\mathrm{mag} = \sqrt{g_x^2 + g_y^2} \qquad \mathrm{theta} = \mathrm{arctan2}(g_y, g_x)$$

The length `mag` says how strong the edge is, whatever its direction. The angle `theta` says where it gets brighter: 0 is
to the right, $\pi/2$ is **downwards** (y counts as rows do), $\pi$ to the left. The edge itself runs across the arrow.

This arrow is a *gradient*, as in unit u05: the direction in which a function of two variables rises most steeply. Here
the function is the brightness, and the variables are column and row.

**Why arctan2.** For $(3, 4)$ and for $(-3, -4)$ the quotient $g_y / g_x$ is the same, although the arrows point in
opposite directions. So `np.arctan(gy / gx)` cannot tell them apart, and for $g_x = 0$ it divides by 0.
`np.arctan2(gy, gx)` gets both numbers, y first, and looks at their signs.

![Four pictures: gx shows vertical outlines bright or dark on grey, gy horizontal ones; mag shows every outline of
house, sun and fence bright on black; arrows on the grey picture stand across the outlines and point to the brighter
side.](attachment:slopes.png)

**Your turn**, about 4 lines. Use your `filter2d` with `pad=0`, so that no border of zeros makes slopes which the
picture does not have. All four results have the shape (H − 2, W − 2). `img` may hold bytes.
"""

# %% [markdown] lang="ko"
r"""
## 3. 소벨: 얼마나 가파르고, 어느 방향인가

열이 −1, 0, 1인 커널은 한 가지 물음에 답합니다. 어윈 소벨(Irwin Sobel)이 1968년에 만든 커널 두 개는 두 가지 물음에 답합니다.
오른쪽으로 갈 때 밝기가 얼마나 빨리 커지는가? 아래로 갈 때는 얼마나 빨리 커지는가?

$$K_x = \begin{pmatrix} -1 & 0 & 1 \\ -2 & 0 & 2 \\ -1 & 0 & 1 \end{pmatrix} \qquad
K_y = \begin{pmatrix} -1 & -2 & -1 \\ 0 & 0 & 0 \\ 1 & 2 & 1 \end{pmatrix} = K_x^{T}$$

가운데 줄은 픽셀에 가장 가까우므로 두 번 셉니다. 세 줄을 함께 더하면 옆으로 조금 평균을 내는 효과도 있어서 잡음이 줄어듭니다.

**경사면.** 픽셀마다 왼쪽 이웃보다 1씩 밝은 이미지를 생각해 보십시오. 행마다 0, 1, 2, 3, …입니다. 두 열 떨어진 픽셀의 밝기는 2만큼
다르므로 다음과 같습니다.

$$g_x = (1 + 2 + 1) \cdot 2 = 8 \qquad g_y = 0$$

어느 픽셀에서나 그렇습니다. 그림을 90도 돌리면 $g_x$와 $g_y$가 자리를 바꿉니다. 이 8을 기억해 두십시오. 소벨 필터를 확인하는 가장
좋은 방법입니다. $g_x$가 80이면 한 픽셀에 밝기가 10쯤 변한다는 뜻이기도 합니다.

**두 기울기는 화살표 하나가 됩니다.** $g_x$와 $g_y$는 직각삼각형의 두 변입니다. $g_x = 3$, $g_y = 4$이면 화살표의 길이는
$\sqrt{9 + 16} = 5$이고, 오른쪽 아래를, 그중에서도 아래쪽을 더 향합니다.

$$\mathrm{mag} = \sqrt{g_x^2 + g_y^2} \qquad \mathrm{theta} = \mathrm{arctan2}(g_y, g_x)$$

길이 `mag`는 방향과 관계없이 윤곽선이 얼마나 뚜렷한지를 나타냅니다. 각도 `theta`는 어느 쪽으로 밝아지는지를 나타냅니다. 0은
오른쪽, $\pi/2$는 **아래쪽**(y도 행 번호처럼 아래로 커집니다), $\pi$는 왼쪽입니다. 윤곽선은 화살표와 직각으로 뻗습니다.

이 화살표는 u05에서 배운 *그래디언트*(gradient)입니다. 변수가 두 개인 함수가 가장 가파르게 커지는 방향입니다. 여기서 함수는
밝기이고, 변수는 열과 행입니다.

**arctan2를 쓰는 까닭.** $(3, 4)$와 $(-3, -4)$는 정반대 방향이지만 나눗셈 $g_y / g_x$의 값은 같습니다. 그래서
`np.arctan(gy / gx)`로는 둘을 구별할 수 없고, $g_x = 0$이면 0으로 나누게 됩니다. `np.arctan2(gy, gx)`는 두 수를 y부터 따로 받아
부호를 살펴봅니다.

![그림 네 개: gx에는 세로 윤곽선이 회색 바탕에 밝거나 어둡게, gy에는 가로 윤곽선이 나타난다. mag에는 집, 해, 울타리의 윤곽선이
모두 검은 바탕에 밝게 나타난다. 회색 그림 위의 화살표는 윤곽선과 직각이고 밝은 쪽을 가리킨다.](attachment:slopes.png)

빈칸을 채우십시오. 네 줄 정도면 됩니다. 여러분의 `filter2d`를 `pad=0`으로 쓰십시오. 그래야 둘레의 0 때문에 그림에 없는 기울기가
생기지 않습니다. 결과 네 개의 shape은 모두 (H − 2, W − 2)입니다. `img`는 바이트일 수도 있습니다.
"""


# %% exercise="sobel"
def sobel(img):
    """Measure the slopes of the brightness with Sobel's two kernels, without padding.

    img : (H, W) of at least 3 x 3, floats, integers or bytes; not changed.
    Returns four float arrays (gx, gy, mag, theta), each (H - 2, W - 2):
        gx, gy : the slopes, positive where it gets brighter to the right, or downwards
        mag    : the length of the arrow (gx, gy)
        theta  : its angle in radians from -pi to pi, 0 to the right, pi/2 downwards

    Example: img = [[0, 1, 2], [0, 1, 2], [0, 1, 2]] gives gx = [[8.0]], gy = [[0.0]], mag = [[8.0]], theta = [[0.0]].
    """
    ### BEGIN SOLUTION
    k = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    gx = filter2d(img, k, 0)
    gy = filter2d(img, k.T, 0)
    return gx, gy, np.sqrt(gx**2 + gy**2), np.arctan2(gy, gx)
    ### END SOLUTION


# %% check="sobel"
check("sobel", sobel)

# %% [markdown] lang="en"
r"""
### Your slopes of the house

The next cell first tries the ramp, then the house. It prints the slopes beside the sun, at row 24, column 138, where the
picture turns dark to the right: there gx must be negative.

The fourth picture draws your `theta` as arrows, at some of the pixels whose `mag` is above 150. Each arrow should stand
across its outline and point to the brighter side: into the sun, out of the dark roof.
"""

# %% [markdown] lang="ko"
r"""
### 여러분이 잰 집의 기울기

다음 셀은 먼저 경사면으로 확인한 뒤 집 그림에 적용합니다. 해의 오른쪽 끝인 24행 138열의 기울기도 출력합니다. 그곳에서는
오른쪽으로 갈수록 어두워지므로 gx가 음수여야 합니다.

넷째 그림은 `mag`가 150보다 큰 픽셀 몇 군데에서 여러분의 `theta`를 화살표로 그린 것입니다. 화살표마다 윤곽선과 직각을 이루고
밝은 쪽을 가리켜야 합니다. 해에서는 안쪽을, 어두운 지붕에서는 바깥쪽을 가리킵니다.
"""


# %% demo=true figure="slopes"
def plot_slopes():
    """Draw the student's gx, gy, mag and theta of the scene."""
    ramp = np.tile(np.arange(6), (4, 1))
    print("ramp to the right: gx", np.unique(sobel(ramp)[0]), " gy", np.unique(sobel(ramp)[1]))
    print("ramp downwards:    gx", np.unique(sobel(ramp.T)[0]), " gy", np.unique(sobel(ramp.T)[1]))
    grey = to_gray(data.scene())
    gx, gy, mag, theta = sobel(grey)
    print("beside the sun: gx", round(float(gx[23, 137])), " gy", round(float(gy[23, 137])), end=" ")
    print(" mag", round(float(mag[23, 137])), " theta", round(float(theta[23, 137]), 2))
    figure, axes = plt.subplots(2, 2, figsize=(11.5, 8), layout="constrained")
    for axis, title, table in zip(axes.flat, ("gx", "gy", "mag"), (gx, gy, mag), strict=False):
        low = 0 if title == "mag" else -400
        picture = axis.imshow(table, cmap="gray", vmin=low, vmax=400, extent=(0.5, 158.5, 118.5, 0.5))
        figure.colorbar(picture, ax=axis, shrink=0.8)
        axis.set_title(title)
    axes[1, 1].imshow(grey, cmap="gray", vmin=-150, vmax=300)
    rows, columns = np.nonzero(mag > 150)
    rows, columns = rows[::11], columns[::11]
    angle = theta[rows, columns]
    axes[1, 1].quiver(
        columns + 1, rows + 1, np.cos(angle), np.sin(angle), angles="xy", scale=24, width=0.004, color="black"
    )
    axes[1, 1].set_title("theta, where mag > 150")
    for axis in axes.flat:
        axis.set(xlabel="column", ylabel="row", xlim=(-0.5, 159.5), ylim=(119.5, -0.5))


plot_slopes()
plt.show()

# %% [markdown] lang="en"
r"""
## 4. Gaussian blur: against noise

Differences have a weakness. Noise makes neighbouring pixels differ too, and a filter that looks for differences finds
these as well. The remedy sounds wrong at first: **blur** the picture before you look for sharp edges. A mean of many
pixels varies less than a single one, since their errors partly cancel; an edge, however, stays an edge, only softer.

The mean of 3×3 pixels, the kernel with 1/9 everywhere, does it, but roughly: a pixel two columns away counts nothing,
a pixel one column away as much as the middle one. The **Gaussian kernel** lets the weight fall off smoothly with the
distance. It is the bell curve of the normal distribution, turned around its axis.

Let $x$ and $y$ count columns and rows from the **middle** pixel, so for `size` 3 they run over −1, 0, 1. Then the
weight is

$$e_{yx} = e^{-(x^2 + y^2) / (2 \sigma^2)} \qquad k = \frac{e}{\sum e}$$

For $\sigma = 1$ and `size` 3: in the middle $e^{0} = 1$; one step aside $e^{-1/2} = 0.6065$; in a corner, where
$x^2 + y^2 = 2$, $e^{-1} = 0.3679$. The sum is $1 + 4 \cdot 0.6065 + 4 \cdot 0.3679 = 4.8976$. Divided by it:

$$k = \begin{pmatrix} 0.0751 & 0.1238 & 0.0751 \\ 0.1238 & 0.2042 & 0.1238 \\ 0.0751 & 0.1238 & 0.0751 \end{pmatrix}$$

- **The sum is 1**, so calm places keep their brightness. Divide by the sum of the numbers that stand in the kernel.
  The formula of the bell curve in books has the factor $1 / (2\pi\sigma^2)$ instead, but that is right for infinitely
  many points only.
- **The size is odd.** A kernel of 4 columns has no middle one, and the blurred picture would be moved by half a pixel.
  Your function must refuse an even size: `raise ValueError("…")`. The words are yours.
- **$\sigma$ says how wide** the bell is, in pixels. Beyond $3\sigma$ hardly anything is left, so a size of about
  $6\sigma + 1$ is enough.

![Left, the Gaussian kernel of size 7 and sigma 1 as a table of shades, dark in the middle and light outside; right,
its middle row for sigma 0.6, 1 and 2: the smaller sigma, the higher and narrower the bell.](attachment:bell.png)

**Your turn**, about 5 lines. `np.arange(size) - size // 2` counts from the middle. For x along the columns and y along
the rows use broadcasting: `x` of the shape (size,) and `x[:, None]` of the shape (size, 1).
"""

# %% [markdown] lang="ko"
r"""
## 4. 가우시안 블러: 잡음에 맞서기

차이를 재는 방법에는 약점이 있습니다. 잡음이 있으면 이웃한 픽셀끼리 값이 달라지므로, 차이를 찾는 필터는 잡음까지 찾아냅니다.
해결책은 얼핏 엉뚱해 보입니다. 뚜렷한 윤곽선을 찾기 전에 그림을 **흐리게**(blur) 만드는 것입니다. 픽셀 여러 개의 평균은 오차가
서로 지워지기 때문에 픽셀 하나보다 덜 흔들립니다. 그래도 윤곽선은 조금 부드러워질 뿐 윤곽선으로 남습니다.

모든 값이 1/9인 커널, 곧 3×3 픽셀의 평균으로도 되지만 거칩니다. 두 열 떨어진 픽셀은 아예 세지 않고, 한 열 떨어진 픽셀은 가운데
픽셀과 똑같이 셉니다. **가우시안 커널**에서는 가중치가 거리에 따라 매끄럽게 줄어듭니다. 정규분포의 종 모양 곡선을
축 둘레로 돌린 모양입니다.

$x$와 $y$는 **가운데** 픽셀에서부터 센 열과 행입니다. `size`가 3이면 −1, 0, 1입니다. 가중치는 다음과 같습니다.

$$e_{yx} = e^{-(x^2 + y^2) / (2 \sigma^2)} \qquad k = \frac{e}{\sum e}$$

$\sigma = 1$이고 `size`가 3이면, 가운데에서는 $e^{0} = 1$, 한 칸 옆에서는 $e^{-1/2} = 0.6065$, 구석에서는 $x^2 + y^2 = 2$이므로
$e^{-1} = 0.3679$입니다. 합은 $1 + 4 \cdot 0.6065 + 4 \cdot 0.3679 = 4.8976$이고, 이 합으로 나누면 다음과 같습니다.

$$k = \begin{pmatrix} 0.0751 & 0.1238 & 0.0751 \\ 0.1238 & 0.2042 & 0.1238 \\ 0.0751 & 0.1238 & 0.0751 \end{pmatrix}$$

- **합이 1입니다.** 그래서 고른 곳의 밝기가 그대로입니다. 커널에 있는 수의 합으로 나누십시오. 책에 나오는 종 모양 곡선의 식에는 그
  대신 $1 / (2\pi\sigma^2)$가 곱해져 있는데, 이것은 점이 무한히 많을 때만 맞습니다.
- **크기는 홀수입니다.** 열이 4개인 커널에는 가운데 열이 없어서, 흐려진 그림이 반 픽셀 밀립니다. 짝수 크기가 들어오면
  `raise ValueError("…")`로 거절하십시오. 메시지는 자유입니다.
- **$\sigma$는** 종의 **너비**를 픽셀 단위로 나타냅니다. $3\sigma$보다 먼 곳에는 거의 아무것도 남지 않으므로 크기는
  $6\sigma + 1$쯤이면 충분합니다.

![왼쪽은 크기 7, 시그마 1인 가우시안 커널을 명암으로 나타낸 표로 가운데가 어둡고 바깥이 밝다. 오른쪽은 시그마가 0.6, 1, 2일 때의
가운데 행으로, 시그마가 작을수록 종이 높고 좁다.](attachment:bell.png)

빈칸을 채우십시오. 다섯 줄 정도면 됩니다. `np.arange(size) - size // 2`는 가운데에서부터 셉니다. x는 열, y는 행을 따라 변하도록
브로드캐스팅을 쓰십시오. shape이 (size,)인 `x`와 (size, 1)인 `x[:, None]`이면 됩니다.
"""


# %% exercise="gaussian_kernel"
def gaussian_kernel(size, sigma):
    """Return a square kernel that blurs: exp(-(x² + y²) / (2 sigma²)), divided by its sum.

    size  : odd int >= 1; x and y count from the middle pixel. An even size raises ValueError.
    sigma : number > 0, the width of the bell in pixels.
    Returns (size, size) floats with the sum 1.

    Example: size = 3 and sigma = 1 give [[0.0751, 0.1238, 0.0751], [0.1238, 0.2042, 0.1238], [0.0751, 0.1238, 0.0751]].
    """
    ### BEGIN SOLUTION
    if size % 2 == 0:
        raise ValueError(f"size {size} is even: no pixel is its middle")
    x = np.arange(size) - size // 2
    e = np.exp(-(x**2 + x[:, None] ** 2) / (2 * sigma**2))
    return e / e.sum()
    ### END SOLUTION


# %% check="gaussian_kernel"
check("gaussian_kernel", gaussian_kernel)

# %% [markdown] lang="en"
r"""
### Your bell

Compare with the picture above. For $\sigma = 2$ the row is cut off at the ends: there 7 pixels are too few.
"""

# %% [markdown] lang="ko"
r"""
### 여러분이 만든 종

위의 그림과 비교해 보십시오. $\sigma = 2$이면 행의 양 끝이 잘립니다. 7픽셀로는 모자라기 때문입니다.
"""


# %% demo=true figure="bell"
def plot_bell():
    """Draw the student's Gaussian kernel, and its middle row for three widths."""
    k = gaussian_kernel(7, 1.0)
    print("sum", round(float(np.sum(k)), 6), " middle row", np.round(k[3], 4))
    figure, axes = plt.subplots(1, 2, figsize=(11, 4), layout="constrained")
    axes[0].imshow(k, cmap="Greys", vmin=0, vmax=0.25)
    for (i, j), value in np.ndenumerate(k):
        axes[0].text(j, i, f"{value:.3f}", ha="center", va="center", fontsize=8)
    axes[0].set(title="gaussian_kernel(7, 1.0)", xlabel="column", ylabel="row")
    rows = {f"sigma = {sigma}": gaussian_kernel(7, sigma)[3] for sigma in (0.6, 1.0, 2.0)}
    plots.curves(axes[1], np.arange(-3, 4), rows, "columns from the middle", "weight", "middle row", markers=True)


plot_bell()
plt.show()

# %% [markdown] lang="en"
r"""
## 5. The edge map

An **edge map** says yes or no for each pixel: is there an edge? The rule is simple: yes, where `mag` is above a
**threshold** `t`.

A small example: each row of a picture is 0, 0, 9, 9, 9. At the second column the right neighbour is 9 and the left one
0, so $g_x = 4 \cdot 9 = 36$; at the third column it is 36 as well, because there the left neighbour is 0 and the right
one 9. At the fourth both neighbours are 9, and $g_x$ is 0. With `t=20` the edge is two pixels wide, one on each side
of the step.

Two things can go wrong.

- **Only one slope.** Comparing `gx` with the threshold loses every horizontal edge, and every one at which it gets
  darker to the right, because there `gx` is negative. Compare the length.
- **The border.** The edge map should have the shape of the picture, so that `img[row, column]` and
  `found[row, column]` are the same place. But at the outermost pixels some neighbours are missing. If one pads the
  picture with zeros to get them, the bright sky ends in black, and a strong edge runs all around the picture. We say
  **no** on the outermost rows and columns instead.

**Your turn**, about 3 lines, with your `sobel`. The result holds True and False (`dtype=bool`). A pixel whose `mag` is
exactly `t` is no edge.
"""

# %% [markdown] lang="ko"
r"""
## 5. 윤곽선 지도

**윤곽선 지도**(edge map)는 픽셀마다 윤곽선인지 아닌지를 답합니다. 규칙은 간단합니다. `mag`가 **임계값**(threshold) `t`보다 크면
윤곽선입니다.

작은 예를 보겠습니다. 그림의 모든 행이 0, 0, 9, 9, 9입니다. 둘째 열에서는 오른쪽 이웃이 9, 왼쪽 이웃이 0이므로
$g_x = 4 \cdot 9 = 36$입니다. 셋째 열에서도 왼쪽 이웃이 0, 오른쪽 이웃이 9이므로 36입니다. 넷째 열에서는 두 이웃이 모두 9라서
$g_x$가 0입니다. `t=20`이면 윤곽선의 폭은 두 픽셀이고, 밝기가 뛰는 곳의 양쪽에 하나씩입니다.

잘못되기 쉬운 점이 두 가지 있습니다.

- **한쪽 기울기만 보는 것.** `gx`를 임계값과 비교하면 가로 윤곽선을 모두 놓칩니다. 오른쪽으로 갈수록 어두워지는 윤곽선에서는
  `gx`가 음수이므로 그것도 놓칩니다. 길이를 비교하십시오.
- **가장자리.** 윤곽선 지도의 shape은 그림과 같아야 합니다. 그래야 `img[row, column]`과 `found[row, column]`이 같은 자리입니다.
  그런데 맨 바깥 픽셀에는 이웃이 모자랍니다. 이웃을 만들려고 그림 둘레에 0을 두르면 밝은 하늘이 갑자기 검정으로 끝나서, 그림
  둘레를 따라 강한 윤곽선이 생깁니다. 그 대신 맨 바깥 행과 열에서는 **아니다**라고 답합니다.

여러분의 `sobel`을 써서 빈칸을 채우십시오. 세 줄 정도면 됩니다. 결과는 True와 False입니다(`dtype=bool`). `mag`가 정확히 `t`인 픽셀은
윤곽선이 아닙니다.
"""


# %% exercise="edges"
def edges(img, t):
    """Return where the image has an edge: where mag of sobel(img) is above t.

    img : (H, W) of at least 3 x 3; not changed.
    t   : number, the threshold.
    Returns (H, W) bool, the pixel [i, j] for img[i, j]. The outermost rows and columns are always False.

    Example: img = [[0, 0, 9, 9, 9], [0, 0, 9, 9, 9], [0, 0, 9, 9, 9]] and t = 20 give a first and a last row of False
    and [False, True, True, False, False] between them.
    """
    ### BEGIN SOLUTION
    found = np.zeros(img.shape, dtype=bool)
    found[1:-1, 1:-1] = sobel(img)[2] > t
    return found
    ### END SOLUTION


# %% check="edges"
check("edges", edges)

# %% [markdown] lang="en"
r"""
## 6. The edge map of a noisy house

Now all five functions work together. `data.scene(noise=25)` is the house as a poor camera would see it at dusk. How
good is your edge map of it?

For a photograph nobody could say. But this picture is drawn, so we can also draw it **without** noise, and take the
edges of that as the truth. Two numbers tell how well the noisy picture does:

- **found**: the share of the true edge pixels that the map has, too;
- **false**: the number of edge pixels in the map with no true edge on them or right beside them.

The threshold is 100 unless the line says otherwise. Then the same once more after blurs of several widths $\sigma$.

**Guess first.** Blurring destroys detail. Will the blurred map have more of the true edges, or fewer? And the false
ones?

![Four pictures: the noisy grey house; its edge map, strewn with thousands of specks; the blurred house; its edge map,
with clear outlines of hill, sun, house and fence and hardly a speck, but with gaps at the tree trunk and almost without
the pond.](attachment:edges.png)

One detail of the code. The blur needs pixels outside the picture, too. With `pad=3` of `filter2d` these would be
zeros: black, and the border of the blurred picture would turn dark. So the cell first repeats the outermost pixels,
with `np.pad(img, 3, mode="edge")`, and then blurs with `pad=0`.
"""

# %% [markdown] lang="ko"
r"""
## 6. 잡음이 많은 집의 윤곽선 지도

이제 함수 다섯 개를 함께 씁니다. `data.scene(noise=25)`는 해 질 녘에 좋지 않은 카메라로 찍은 듯한 집입니다. 여러분의 윤곽선 지도는
얼마나 정확할까요?

실제 사진이라면 아무도 정답을 모릅니다. 하지만 이 그림은 그린 것이므로 잡음 **없이** 다시 그릴 수 있고, 그 윤곽선을 정답으로
삼을 수 있습니다. 두 가지 수를 셉니다.

- **found**: 정답인 윤곽선 픽셀 가운데 지도에도 있는 것의 비율
- **false**: 지도의 윤곽선 픽셀 가운데, 그 자리에도 바로 옆에도 정답 윤곽선이 없는 것의 수

출력에 따로 적지 않으면 임계값은 100입니다. 그런 다음 여러 가지 $\sigma$로 흐리게 만들어 다시 셉니다.

**먼저 예상해 보십시오.** 흐리게 하면 세부가 사라집니다. 흐리게 한 그림의 지도에는 정답 윤곽선이 더 많을까요, 더 적을까요? 잘못
찾은 픽셀은 어떻게 될까요?

![그림 네 개: 잡음이 많은 회색 집, 수천 개의 점이 흩어진 윤곽선 지도, 흐려진 집, 그리고 점이 거의 없고 언덕, 해, 집,
울타리의 윤곽이 뚜렷하지만 나무줄기에 빈틈이 있고 연못은 거의 사라진 윤곽선 지도.](attachment:edges.png)

코드에서 한 가지를 짚어 둡니다. 흐리게 할 때에도 그림 밖의 픽셀이 필요합니다. `filter2d`에 `pad=3`을 주면 그 자리가 0, 곧 검정이라서
흐려진 그림의 가장자리가 어두워집니다. 그래서 먼저 `np.pad(img, 3, mode="edge")`로 맨 바깥 픽셀을 되풀이해 두른 다음,
`pad=0`으로 흐리게 합니다.
"""


# %% demo=true figure="edges"
def blurred(grey, sigma):
    """Blur with the student's kernel of size 7; the border repeats the outermost pixels. sigma 0 blurs nothing."""
    if sigma == 0:
        return grey
    return filter2d(np.pad(grey, 3, mode="edge"), gaussian_kernel(7, sigma), 0)


def compare_maps(noise=25, t=100):
    """Print how the student's edge maps of the noisy scene compare with the truth, and draw two of them."""
    truth = edges(to_gray(data.scene(noise=0)), t)
    near_truth = filter2d(truth, np.ones((3, 3)), 1) > 0  # a true edge here or at one of the eight neighbours
    grey = to_gray(data.scene(noise))
    print(f"true edge pixels: {truth.sum()} of {truth.size}; edges along the border when the sky is padded with zeros:")
    print(" ", np.sum(sobel(np.pad(grey, 1))[2][0] > t), "of", grey.shape[1], "pixels of row 0")
    maps = {}
    for sigma, limit in ((0, t), (0.6, t), (1.0, t), (1.5, t), (2.0, t), (0, 2 * t), (1.0, 0.75 * t)):
        found = maps[sigma, limit] = edges(blurred(grey, sigma), limit)
        share = np.sum(found & truth) / np.sum(truth)
        wrong = np.sum(found & ~near_truth)
        print(f"sigma {sigma:3}, t {limit:3.0f}: edge pixels {np.sum(found):4d}", end=", ")
        print(f"found {100 * share:4.1f} %, false {wrong:4d}")
    figure, axes = plt.subplots(2, 2, figsize=(11.5, 8.4), layout="constrained")
    for row, sigma in zip(axes, (0, 1.0), strict=True):
        row[0].imshow(blurred(grey, sigma), cmap="gray", vmin=0, vmax=255)
        row[1].imshow(maps[sigma, t], cmap="gray_r")
        row[0].set_title("noisy" if sigma == 0 else f"blurred, sigma = {sigma:g}")
        row[1].set_title(f"edges, t = {t}")
    for axis in axes.flat:
        axis.set(xlabel="column", ylabel="row")


compare_maps()
plt.show()

# %% [markdown] lang="en"
r"""
Read the lines one by one. The drawing has 2,622 true edge pixels.

- **Without a blur** the map has 94.3 % of them, but 3,529 of its 6,695 edge pixels are false: more than half.
- **With $\sigma = 1$** there are 7 false ones left. But the map now has only 83.0 % of the true ones. A blur makes
  every step flatter, so its `mag` is smaller, and weak edges fall below the threshold: the pond is all but gone, and
  the tree trunk has gaps. $\sigma = 0.6$ lies in between.
- **Too much blur** hurts: with $\sigma = 2$ fewer than half of the true ones are left.
- **A higher threshold instead of a blur?** With `t=200` and no blur 88 false pixels remain, and 73.1 % are found. With
  $\sigma = 1$ and a *lower* threshold of 75 there are 83 false ones, and 92.9 % are found. For about as many errors of
  the one kind, the blur gives far fewer of the other.
- **The border**: had we padded with zeros, all 160 pixels of row 0 would be edges.

Which $\sigma$ and which `t` are best depends on which error is worse for you; no formula knows that.

And a limit of the whole method. "True" here means what Sobel finds in the drawing, which includes the windows, the
fence and the dark waves of the pond. A step in colour between two equally bright areas is no edge at all to it, and in
a photograph the texture of grass or brick makes many edges that nobody would draw. The filter knows brightness, not
objects.
"""

# %% [markdown] lang="ko"
r"""
한 줄씩 읽어 보겠습니다. 정답인 윤곽선 픽셀은 2,622개입니다.

- **흐리게 하지 않으면** 그중 94.3 %를 찾지만, 지도의 윤곽선 픽셀 6,695개 가운데 3,529개가 잘못된 것입니다. 절반이 넘습니다.
- **$\sigma = 1$이면** 잘못된 것이 7개로 줄어듭니다. 하지만 찾은 것도 83.0 %뿐입니다. 흐리게 하면 밝기가 뛰는 곳이 완만해져서
  `mag`가 작아지고, 약한 윤곽선은 임계값 아래로 내려갑니다. 연못은 거의 사라졌고 나무줄기에는 빈틈이 생겼습니다. $\sigma = 0.6$은 그
  중간입니다.
- **너무 흐리게 하면** 해롭습니다. $\sigma = 2$이면 정답의 절반도 남지 않습니다.
- **흐리게 하는 대신 임계값을 높이면 어떨까요?** 흐리게 하지 않고 `t=200`으로 하면 잘못된 것이 88개 남고 73.1 %를 찾습니다.
  $\sigma = 1$에 임계값을 75로 *낮추면* 잘못된 것이 83개이고 92.9 %를 찾습니다. 한쪽 오류의 수가 비슷할 때, 흐리게 한 쪽이 다른 쪽
  오류가 훨씬 적습니다.
- **가장자리**: 둘레에 0을 둘렀다면 0행의 픽셀 160개가 모두 윤곽선이 되었을 것입니다.

어떤 $\sigma$와 `t`가 가장 좋은지는 어느 쪽 오류가 더 나쁜지에 달려 있습니다. 그것을 알려 주는 공식은 없습니다.

이 방법 전체의 한계도 있습니다. 여기서 '정답'은 잡음 없는 그림에서 소벨 필터가 찾은 것이고, 창문과 울타리, 연못의 어두운 물결까지
들어 있습니다. 밝기가 같은 두 색의 경계는 윤곽선으로 보지 못합니다. 실제 사진에서는 풀이나 벽돌의 무늬 때문에 아무도 그리지 않을
윤곽선이 많이 생깁니다. 필터가 아는 것은 밝기이지 물체가 아닙니다.
"""

# %% [markdown] lang="en"
r"""
## 7. A kernel from examples

Sobel invented his nine numbers. Could a machine find them by itself? Suppose that somebody shows us a picture and the
right answer, $g_x$ at every place, but hides the kernel. We start with nine zeros and improve them by gradient
descent, as in unit u05.

The loss is the mean squared error between our result and the right answer. What does it say about the weight $k_{uv}$?
This weight meets, at the place $(i, j)$, the pixel $\mathrm{img}_{i+u,\,j+v}$. So if the result is too large there, by
$\mathrm{error}_{ij}$, the weight shares in the blame in proportion to that pixel. Added up over all $n$ places, with
the 2 from the square:

$$\frac{\partial L}{\partial k_{uv}} = \frac{2}{n} \sum_{i,j} \mathrm{error}_{ij}\; \mathrm{img}_{i+u,\,j+v}$$

Look at this sum again: it lays the *error* over the image like a kernel, and moves it to 3×3 places. It is
`filter2d(img, error, 0)`. Your own filter computes its own gradient.

The picture to learn from is nothing but random numbers, 40 rows and 50 columns, from a normal distribution. On them
neighbouring pixels have nothing to do with one another, and that makes the nine weights easy to tell apart.

![Three small tables of nine numbers: all zeros after 0 steps; after 5 steps about two thirds of Sobel's numbers; after
40 steps −1, 0, 1; −2, 0, 2; −1, 0, 1.](attachment:learnt.png)
"""

# %% [markdown] lang="ko"
r"""
## 7. 예에서 배운 커널

소벨은 수 아홉 개를 스스로 생각해 냈습니다. 기계가 혼자서 찾을 수도 있을까요? 누군가 그림과 정답, 곧 모든 자리의 $g_x$를 보여 주되
커널은 숨긴다고 합시다. 우리는 0 아홉 개에서 시작해, u05에서처럼 경사 하강법으로 고쳐 나갑니다.

손실은 우리 결과와 정답 사이의 평균 제곱 오차입니다. 이 손실은 가중치 $k_{uv}$에 대해 무엇을 말해 줄까요? 이 가중치는 $(i, j)$
자리에서 픽셀 $\mathrm{img}_{i+u,\,j+v}$와 곱해집니다. 그 자리의 결과가 $\mathrm{error}_{ij}$만큼 크다면, 가중치는 그 픽셀에
비례하여 책임이 있습니다. $n$개의 자리에서 모두 더하고, 제곱에서 나온 2를 곱하면 다음과 같습니다.

$$\frac{\partial L}{\partial k_{uv}} = \frac{2}{n} \sum_{i,j} \mathrm{error}_{ij}\; \mathrm{img}_{i+u,\,j+v}$$

이 합을 다시 보십시오. *오차*를 커널처럼 이미지에 놓고 3×3 자리로 옮기는 계산입니다. 바로 `filter2d(img, error, 0)`입니다. 여러분의
필터가 자기 그래디언트까지 계산하는 것입니다.

배우는 데 쓸 그림은 정규분포에서 뽑은 난수 40행 50열입니다. 이런 그림에서는 이웃한 픽셀끼리 아무 관계가 없어서 가중치 아홉 개를
구별하기 쉽습니다.

![수 아홉 개로 된 작은 표 세 개: 0걸음 뒤에는 모두 0, 5걸음 뒤에는 소벨 필터의 삼분의 이쯤, 40걸음 뒤에는 −1, 0, 1; −2, 0, 2;
−1, 0, 1.](attachment:learnt.png)
"""


# %% demo=true figure="learnt"
def learn_kernel(img, wanted, steps, lr):
    """Return the kernels after 0, 1, …, steps steps of gradient descent, (steps + 1, 3, 3)."""
    k = np.zeros((3, 3))
    path = [k]
    for _ in range(steps):
        error = filter2d(img, k, 0) - wanted
        k = k - lr * 2 / error.size * filter2d(img, error, 0)
        path.append(k)
    return np.array(path)


def plot_learnt():
    """Learn gx of the student's sobel from a picture of random numbers; draw the kernel on its way."""
    img = np.random.default_rng(0).normal(size=(40, 50))
    wanted = sobel(img)[0]
    path = learn_kernel(img, wanted, steps=40, lr=0.1)
    figure, axes = plt.subplots(1, 3, figsize=(10, 3.6), layout="constrained")
    for axis, step in zip(axes, (0, 5, 40), strict=True):
        loss = np.mean((filter2d(img, path[step], 0) - wanted) ** 2)
        print(f"after {step:2d} steps: loss {loss:.6f}, kernel", np.round(path[step], 2).tolist())
        draw_table(axis, np.round(path[step], 2) + 0.0, f"after {step} steps")
    part = to_gray(data.scene())[30:100, 50:130]
    part = (part - part.mean()) / part.std()
    k = learn_kernel(part, sobel(part)[0], steps=40, lr=0.1)[-1]
    print("on the house, after 40 steps: kernel", np.round(k, 2).tolist())


plot_learnt()
plt.show()

# %% [markdown] lang="en"
r"""
After 5 steps the loss has fallen from 12.02 to 1.29, and the kernel has about two thirds of its final size. After 40
steps the loss is 0 to six decimals, and the kernel is Sobel's: −1, 0, 1; −2, 0, 2; −1, 0, 1. Nobody wrote these
numbers into the program; they follow from the examples.

The last line repeats the 40 steps on a part of the house (shifted and scaled to the mean 0 and the standard deviation
1). There the kernel is not yet Sobel's: −1.22 and −1.55 stand where −1 and −2 belong. In a real picture the rows above
and below a pixel are almost the same as its own, so it hardly matters to the loss which of the three carries the
weight, and gradient descent takes long to decide.

In a network nobody knows the right answer of a single filter; all that is known is the label of the whole picture.
That is what backpropagation is for: it tells each filter of each layer its own error. Units u12 and u13 do that.
"""

# %% [markdown] lang="ko"
r"""
5걸음 뒤에 손실은 12.02에서 1.29로 줄었고, 커널은 최종 크기의 삼분의 이쯤 되었습니다. 40걸음 뒤에 손실은 소수 여섯째 자리까지 0이고,
커널은 소벨 필터의 −1, 0, 1; −2, 0, 2; −1, 0, 1과 같습니다. 프로그램에 이 수를 적어 넣은 사람은 없습니다. 예에서 저절로 나온 것입니다.

출력의 마지막 줄은 집 그림의 일부(평균이 0, 표준편차가 1이 되도록 바꾼 것)로 40걸음을 다시 해 본 것입니다. 여기서는 아직 소벨
필터가 되지 않았습니다. −1과 −2가 있어야 할 자리에 −1.22와 −1.55가 있습니다. 실제 그림에서는 어떤 픽셀의 위아래 행이 그 픽셀의
행과 거의 같습니다. 그래서 세 행 가운데 어느 행이 가중치를 맡든 손실은 거의 달라지지 않고, 경사 하강법이 결정을 내리기까지 오래
걸립니다.

신경망에서는 필터 하나하나의 정답을 아무도 모릅니다. 아는 것은 그림 전체의 레이블뿐입니다. 역전파가 필요한 까닭이 여기에 있습니다.
역전파는 모든 층의 모든 필터에 각자의 오차를 알려 줍니다. u12와 u13에서 그 일을 합니다.
"""

# %% [markdown] lang="en"
r"""
## 8. A question to answer in words

A convolutional network begins with a layer of filters whose numbers nobody chose: they are learnt, as in section 7,
but only from pictures and their labels ("cat", "ship"). When such a network has seen many photographs, its first
filters are looked at.

Write four to ten sentences. A person grades them, 3 points.

1. What will many of the learnt first filters have **in common** with Sobel's? Name two properties of Sobel's kernels,
   and say for each why it is useful for telling objects apart.
2. What may learnt filters have that Sobel's have **not**?
3. Suppose that the only task is to tell day from night. Would you still expect edge filters? Give a reason.
"""

# %% [markdown] lang="ko"
r"""
## 8. 글로 답하는 문제

합성곱 신경망의 첫 층에는 필터가 여러 개 있는데, 그 수는 아무도 정하지 않습니다. 7절처럼 학습으로 얻지만, 쓰는 것은 그림과 레이블
('고양이', '배')뿐입니다. 이런 신경망이 사진을 많이 본 뒤에 첫 층의 필터를 들여다봅니다.

네 문장에서 열 문장 정도로 답하십시오. 사람이 채점하며 3점입니다.

1. 학습된 첫 층의 필터 가운데 많은 것이 소벨 필터와 무엇이 **같겠습니까**? 소벨 커널의 성질을 두 가지 들고, 그것이 물체를
   구별하는 데 왜 쓸모 있는지 각각 말하십시오.
2. 소벨 필터에는 **없지만** 학습된 필터에는 있을 수 있는 것은 무엇입니까?
3. 낮과 밤을 구별하는 것이 유일한 과제라고 합시다. 그래도 윤곽선 필터가 나타나리라고 생각합니까? 까닭을 쓰십시오.
"""

# %% [markdown] answer="learnt_filters" points=3 lang="en"
r"""
**Model answer.**

1. (a) Their weights sum to about 0, so they answer to changes and not to the brightness itself: an object keeps its
   outlines when the whole picture gets brighter. (b) They are small and the same everywhere, so an edge is found wherever it
   lies. (c) They have a direction: there are filters for vertical, horizontal and slanted edges, and objects differ in
   how their edges are arranged. (Also good: they smooth along the edge, which calms noise.) In trained networks such
   edge filters in many orientations are indeed seen.
2. They are learnt, so there are many of them, in more orientations and at several widths; they look at all three
   colours, so there are filters for borders between colours of the same brightness; some are blurs, spots or fine
   stripes. Their numbers are not neat, the sign may be the other way round, and some are nearly useless.
3. No, not necessarily. Day and night differ in the mean brightness, so a filter whose weights have a sum different
   from 0, such as a blur, is enough, and nothing in the loss rewards edges. Which filters appear depends on the task
   (and on the data). "Perhaps, because lamps and stars at night make other edges than clouds" is right, too, if the
   reason is there.

**Rubric**, 1 point each.

- Two properties with what they are good for. Half a point for one, or for two without a reason.
- At least one real difference: colour, more orientations or sizes, other patterns, learnt from data. "They are better"
  earns nothing.
- An answer that follows from the task, i.e. from what lowers the loss. Half a point for "no" without a reason.
"""

# %% [markdown] answer="learnt_filters" points=3 lang="ko"
r"""
**모범 답안.**

1. (가) 가중치의 합이 0에 가깝습니다. 그래서 밝기 자체가 아니라 변화에 반응하고, 그림 전체가 밝아져도 물체의 윤곽은 그대로
   나옵니다. (나) 작고, 모든 곳에서 같습니다. 그래서 윤곽선이 어디에 있든 찾아냅니다. (다) 방향이 있습니다. 세로, 가로,
   비스듬한 윤곽선에 반응하는 필터가 따로 있고, 물체마다 윤곽선이 놓인 모양이 다릅니다. (윤곽선을 따라 평균을 내어 잡음을
   줄인다는 답도 좋습니다.) 학습을 마친 신경망에서 실제로 여러 방향의 윤곽선 필터를 볼 수 있습니다.
2. 학습으로 얻으므로 수가 많고, 방향과 너비가 더 다양합니다. 세 가지 색을 모두 보므로 밝기가 같은 두 색의 경계에 반응하는 필터도
   있습니다. 흐리게 하는 필터나 점, 가는 줄무늬에 반응하는 필터도 있습니다. 수가 깔끔하게 떨어지지 않고, 부호가 반대일 수도 있으며,
   거의 쓸모없는 필터도 있습니다.
3. 꼭 그렇지는 않습니다. 낮과 밤은 평균 밝기가 다르므로 흐리게 하는 커널처럼 가중치의 합이 0이 아닌 필터로 충분하고, 윤곽선을
   찾아도 손실이 줄어들지 않습니다. 어떤 필터가 나타나는지는 과제(와 데이터)에 달려 있습니다. '밤의 등불이나 별은 구름과 다른
   윤곽선을 만들므로 나타날 수 있다'도 까닭을 밝혔으면 맞습니다.

**채점 기준**, 각 1점.

- 성질 두 가지와 각각의 쓸모. 하나만 있거나, 둘이지만 까닭이 없으면 0.5점.
- 실제 차이를 하나 이상. 색, 더 많은 방향이나 크기, 다른 무늬, 데이터에서 학습함 등. '더 좋다'는 점수가 없습니다.
- 과제에서, 곧 무엇이 손실을 줄이는지에서 끌어낸 답. 까닭 없이 '아니다'만 있으면 0.5점.
"""

# %% demo=true
unit.score()

# %% [markdown] lang="en"
r"""
## What to read next

- Rafael Gonzalez, Richard Woods, *Digital Image Processing*, the chapters on spatial filtering and on segmentation:
  kernels, padding, Sobel and the Laplacian at length.
- John Canny, "A Computational Approach to Edge Detection" (IEEE Transactions on Pattern Analysis and Machine
  Intelligence, 1986): from Gaussian blur and slopes to edges that are one pixel wide.
- David Hubel, Torsten Wiesel, "Receptive fields, binocular interaction and functional architecture in the cat's visual
  cortex" (Journal of Physiology, 1962): cells in the brain that answer to edges of one direction.
- Alex Krizhevsky, Ilya Sutskever, Geoffrey Hinton, "ImageNet Classification with Deep Convolutional Neural Networks"
  (2012), figure 3: the learnt first filters of a network. Look at them after you have answered section 8.

In unit u11 the window gets a third axis, the channels, and many kernels at once.
"""

# %% [markdown] lang="ko"
r"""
## 더 읽을거리

- Rafael Gonzalez, Richard Woods, *Digital Image Processing*, 공간 필터링과 분할을 다룬 장. 커널, 패딩, 소벨, 라플라시안을 자세히 다룹니다.
- John Canny, "A Computational Approach to Edge Detection" (IEEE Transactions on Pattern Analysis and Machine
  Intelligence, 1986). 가우시안 블러와 기울기에서 시작해 폭이 한 픽셀인 윤곽선을 얻는 방법입니다.
- David Hubel, Torsten Wiesel, "Receptive fields, binocular interaction and functional architecture in the cat's visual
  cortex" (Journal of Physiology, 1962). 뇌에서 특정한 방향의 윤곽선에 반응하는 세포를 찾아낸 논문입니다.
- Alex Krizhevsky, Ilya Sutskever, Geoffrey Hinton, "ImageNet Classification with Deep Convolutional Neural Networks"
  (2012), 그림 3. 신경망이 학습한 첫 층의 필터입니다. 8절에 답한 다음에 보십시오.

u11에서는 윈도우에 채널이라는 셋째 축이 생기고, 커널도 여러 개를 한꺼번에 씁니다.
"""
