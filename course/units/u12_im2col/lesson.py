# %% [markdown] lang="en"
r"""
# im2col: convolution as a matrix product

In unit u11 a convolution was a nest of loops. It was right, and slow. In this unit you write it so that a single matrix
product does all the work, and you write the way back, which training needs.

After it you will be able to

- lay all windows of a batch of images out as one matrix, `im2col`, and add such a matrix back onto the pixels,
  `col2im`,
- write a convolution layer with both directions, for any stride and padding,
- write max pooling, whose gradient goes to a single pixel of each window,
- read a *gradient map*: which pixels a number depends on, and how strongly,
- say what the speed costs in memory.

You need to know what a convolution with stride and padding computes (unit u11) and what `forward` and `backward` of a
layer do (units u06 and u07). Both are recalled where they are used, and nothing that you wrote there is needed here.
Plan about 90 minutes. Sections 4 and 5 are the hard part.
"""

# %% [markdown] lang="ko"
r"""
# im2col: 행렬 곱으로 하는 합성곱

u11에서 만든 합성곱(convolution)은 여러 겹의 반복문이었습니다. 결과는 옳았지만 느렸습니다. 이 단원에서는 행렬 곱 한
번으로 모든 계산이 끝나도록 합성곱을 다시 만들고, 학습에 필요한 거꾸로 가는 길도 만듭니다.

이 단원을 마치면 다음을 할 수 있습니다.

- 이미지 배치의 모든 윈도우를 행렬 하나로 펼치고(`im2col`), 그런 행렬을 다시 픽셀에 더할 수 있습니다(`col2im`).
- 어떤 스트라이드와 패딩에서도 양방향으로 작동하는 합성곱 계층을 만들 수 있습니다.
- 윈도우마다 픽셀 하나에만 그래디언트(gradient)를 보내는 최대 풀링(max pooling)을 만들 수 있습니다.
- *그래디언트 지도*를 읽을 수 있습니다. 어떤 수가 어느 픽셀에 얼마나 강하게 달려 있는지 보여 주는 그림입니다.
- 빨라진 대신 메모리를 얼마나 더 쓰는지 말할 수 있습니다.

스트라이드와 패딩이 있는 합성곱이 무엇을 계산하는지(u11), 층의 `forward`와 `backward`가 무엇을 하는지(u06과 u07) 알고
있으면 됩니다. 필요한 곳에서 다시 설명하며, 그 단원에서 작성한 코드는 쓰지 않습니다. 90분 정도 걸립니다. 4절과 5절이
가장 어렵습니다.
"""

# %% setup=true
import time

import matplotlib.pyplot as plt
import numpy as np
from nnlab import Unit, data, plots, widgets

unit = Unit("u12_im2col", lang="en")
check = unit.check

# %% [markdown] lang="en"
r"""
## 1. Why lay windows out

Take an image of two lines and three columns and a window of 2×2 pixels:

$$\begin{pmatrix} 1 & 2 & 3 \\ 4 & 5 & 6 \end{pmatrix}$$

The window fits in two places. Read line by line, it holds 1, 2, 4, 5 in the first place and 2, 3, 5, 6 in the second.
Write these two lists below each other:

$$\begin{pmatrix} 1 & 2 & 4 & 5 \\ 2 & 3 & 5 & 6 \end{pmatrix}$$

A filter of 2×2 numbers, also read line by line, is a list of four. A convolution multiplies each window with the
filter, number by number, and adds up. That is a row of this matrix times the filter as a column. So *one* matrix
product makes all outputs at once, and with several filters side by side as columns it makes all outputs of all
filters.

Nothing has become less to compute. What changes is who loops. In unit u11 Python did, with a call of NumPy for every
single window. Here NumPy gets one large product, and matrix products are what processors and their libraries do best.

The price can be seen already: the 2 and the 5 stand in the matrix twice. The image has 6 numbers, the matrix has 8.

The name *im2col* means "image to columns", because some libraries write each window as a column. In this course a
window is a **row**, so that the rows are samples, as everywhere. To keep the two apart, the rows of an image are
called **lines** in this unit.

The next cell gives you a function for the number of places, which you know from unit u11, and one that draws tables.
"""

# %% [markdown] lang="ko"
r"""
## 1. 윈도우를 왜 펼치는가

두 줄 세 칸짜리 이미지와 2×2 윈도우를 생각해 봅시다.

$$\begin{pmatrix} 1 & 2 & 3 \\ 4 & 5 & 6 \end{pmatrix}$$

윈도우를 놓을 수 있는 곳은 두 군데입니다. 한 줄씩 읽으면 첫째 자리에서는 1, 2, 4, 5이고 둘째 자리에서는 2, 3, 5,
6입니다. 이 두 목록을 위아래로 적습니다.

$$\begin{pmatrix} 1 & 2 & 4 & 5 \\ 2 & 3 & 5 & 6 \end{pmatrix}$$

2×2 필터(filter)도 한 줄씩 읽으면 수 네 개의 목록입니다. 합성곱은 윈도우와 필터를 같은 자리끼리 곱해 모두 더하는
것입니다. 이 행렬의 한 행에 필터를 열로 세워 곱하는 것과 같습니다. 그러므로 행렬 곱 *한 번*으로 모든 출력이 나옵니다.
필터가 여럿이면 열로 나란히 세우면 되고, 그러면 모든 필터의 모든 출력이 한꺼번에 나옵니다.

계산할 양이 줄어든 것은 아닙니다. 누가 반복하느냐가 달라졌습니다. u11에서는 파이썬이 반복하면서 윈도우마다 NumPy를 한
번씩 불렀습니다. 여기서는 NumPy가 커다란 곱 하나를 통째로 받습니다. 행렬 곱은 프로세서와 라이브러리가 가장 잘하는
일입니다.

대가도 벌써 보입니다. 행렬에는 2와 5가 두 번씩 나옵니다. 이미지의 수는 6개인데 행렬의 수는 8개입니다.

*im2col*은 이미지를 열로(image to columns) 만든다는 뜻입니다. 윈도우를 열로 적는 라이브러리가 있어서 붙은 이름입니다.
이 강의에서는 늘 그렇듯 행이 샘플이므로 윈도우 하나가 **행** 하나입니다. 헷갈리지 않도록 이 단원에서는 이미지의 행을
**줄**이라고 부르겠습니다.

다음 셀에는 윈도우를 놓을 수 있는 자리의 수를 구하는 함수(u11에서 배운 것)와 표를 그리는 함수가 들어 있습니다.
"""


# %% given=true
def output_size(n, k, stride, pad):
    """Return how many windows of k pixels fit on n pixels with `pad` zeros on both sides, `stride` apart."""
    return (n + 2 * pad - k) // stride + 1


def draw_table(axis, values, title, framed=None, hatched=None, names=("line", "column")):
    """Write an array (rows, columns) as a table of numbers.

    framed : None, or (top, left, height, width) of a thick frame. hatched : None, or a bool array like values.
    """
    rows, columns = values.shape
    for (row, column), value in np.ndenumerate(values):
        marked = hatched is not None and hatched[row, column]
        look = {"fc": "0.85", "hatch": "///"} if marked else {"fc": "white"}
        axis.add_patch(plt.Rectangle((column - 0.5, row - 0.5), 1, 1, ec="0.7", linewidth=0.8, **look))
        paper = {"boxstyle": "round,pad=0.1", "fc": look["fc"], "ec": "none"}
        axis.text(column, row, f"{round(value, 2) + 0.0:g}", ha="center", va="center", fontsize=9, bbox=paper)
    if framed is not None:
        top, left, height, width = framed
        frame = plt.Rectangle((left - 0.5, top - 0.5), width, height, fill=False, linewidth=2.5, zorder=3)
        axis.add_patch(frame)
    axis.set(title=title, xticks=range(columns), yticks=range(rows), xlabel=names[1], ylabel=names[0])
    axis.set(xlim=(-0.6, columns - 0.4), ylim=(rows - 0.4, -0.6), aspect="equal")
    axis.tick_params(length=0, labelsize=8)
    axis.spines[:].set_visible(False)


# %% [markdown] lang="en"
r"""
## 2. im2col

With several channels and several images, the order of the rows and the order within a row have to be agreed on. Any
order would do as long as everybody keeps to it; this is the one of this course.

- **Rows**: image by image. Within an image, the places of the window from left to right, then from top to bottom. Axes:
  N, OH, OW.
- **Within a row**: channel by channel. Within a channel, the pixels line by line. Axes: C, kh, kw.

So the matrix has N·OH·OW rows and C·kh·kw columns. OH and OW count the places downwards and to the right. For
example, 2 images with 3 channels of 8×8 pixels and windows of 3×3 have 6·6 = 36 places each: the matrix has the shape
(72, 27).

**Stride** and **padding** work as in unit u11: the window moves by `stride` pixels in both directions, and a border
of `pad` zeros is laid around every image first, on all four sides. `np.pad(a, ((0, 0), (1, 1)))` lays one column of
zeros to the left and right of a matrix: one pair, before and behind, for each axis.

If the stride does not divide what is left, the last lines or columns are in no window. In a line of 7 pixels, a
window of 2 with the stride 2 stands at the places 0, 2 and 4; the last pixel is left out.

**How to go about it.** Looping over all windows is right, and earns full marks. But there is a shorter way round. A
window of 2×2 has only 4 places, while there may be thousands of windows. Take the place (0, 1) of the window: which
pixels lie there, over all windows? Those of the image from column 1 on, every `stride`-th of them, OW in number. That
is one slice, `image[..., a:b:stride]`, for all windows of all images at once.

So make an array of the shape (N, OH, OW, C, kh, kw). Fill it place by place: `windows[:, :, :, :, i, j] = ...`. The
slice has the axes (N, C, OH, OW), and `transpose` brings them in the right order. At the end `reshape` joins the
first three axes and the last three. `reshape` never moves a number past another; only `transpose` does.

**Your turn**, about 8 lines.
"""

# %% [markdown] lang="ko"
r"""
## 2. im2col

채널(channel)과 이미지가 여럿이면 행의 순서와 행 안의 순서를 정해 두어야 합니다. 모두가 지키기만 하면 어떤 순서라도
되지만, 이 강의에서는 다음과 같이 정합니다.

- **행의 순서**: 이미지 순서대로입니다. 한 이미지 안에서는 윈도우(window)가 왼쪽에서 오른쪽으로, 그다음에 위에서
  아래로 갑니다. 축으로 쓰면 N, OH, OW입니다.
- **행 안의 순서**: 채널 순서대로입니다. 한 채널 안에서는 픽셀을 한 줄씩 읽습니다. 축으로 쓰면 C, kh, kw입니다.

따라서 행렬의 행은 N·OH·OW개이고 열은 C·kh·kw개입니다. OH와 OW는 윈도우를 놓을 수 있는 자리를 세로와 가로로 센
수입니다. 예를 들어 채널이 3개인 8×8 이미지 2장에 3×3 윈도우를 놓으면 이미지마다 6·6 = 36자리가 있고, 행렬의 shape은
(72, 27)입니다.

**스트라이드**(stride)와 **패딩**(padding)은 u11에서와 같습니다. 윈도우는 두 방향 모두 `stride` 픽셀씩 움직이고, 먼저
모든 이미지의 네 변에 너비가 `pad`인 0의 테두리를 두릅니다. `np.pad(a, ((0, 0), (1, 1)))`은 행렬의 왼쪽과 오른쪽에
0으로 된 열을 하나씩 붙입니다. 축마다 앞과 뒤의 개수를 한 쌍으로 적습니다.

스트라이드로 나누어떨어지지 않으면 마지막 줄이나 칸은 어느 윈도우에도 들지 않습니다. 픽셀 7개인 줄에서 크기가 2인
윈도우가 스트라이드 2로 가면 0, 2, 4의 자리에 놓이고, 마지막 픽셀은 빠집니다.

**푸는 방법.** 모든 윈도우에 걸쳐 반복해도 옳고 만점입니다. 그런데 더 짧은 방법이 있습니다. 윈도우는 수천 개일 수
있지만, 2×2 윈도우 안의 자리는 네 개뿐입니다. 윈도우 안의 자리 (0, 1)을 보겠습니다. 모든 윈도우를 통틀어 이 자리에
놓이는 픽셀은 무엇입니까? 이미지의 1번 칸부터 `stride`칸마다 하나씩, 모두 OW개입니다. 모든 이미지의 모든 윈도우에서 그
픽셀을 슬라이스 하나 `image[..., a:b:stride]`로 한꺼번에 꺼낼 수 있습니다.

그러니 shape이 (N, OH, OW, C, kh, kw)인 배열을 만들고 `windows[:, :, :, :, i, j] = ...`처럼 자리마다 채우십시오.
슬라이스의 축은 (N, C, OH, OW)이므로 `transpose`로 순서를 맞춥니다. 끝으로 `reshape`으로 앞의 세 축과 뒤의 세 축을
각각 합칩니다. `reshape`은 수의 순서를 바꾸지 않습니다. 순서를 바꾸는 것은 `transpose`뿐입니다.

빈칸을 채우십시오. 여덟 줄 정도면 됩니다. `x`는 (N, C, H, W), 결과는 (N·OH·OW, C·kh·kw)입니다. `x`를 바꾸면 안 됩니다.
예를 들어 1절의 이미지는 `[[1, 2, 4, 5], [2, 3, 5, 6]]`이 됩니다. 둘째 채널 `[[7, 8, 9], [10, 11, 12]]`가 있으면 첫 행은
`[1, 2, 4, 5, 7, 8, 10, 11]`입니다.
"""


# %% exercise="im2col"
def im2col(x, kh, kw, stride=1, pad=0):
    """Return all windows of the images as the rows of one matrix.

    x : (N, C, H, W) images; not changed.
    kh, kw : height and width of a window; stride : from window to window, in lines and in columns.
    pad : width of the border of zeros that is laid around every image first.
    Returns (N OH OW, C kh kw), with OH = output_size(H, kh, stride, pad) and OW = output_size(W, kw, stride, pad).
    Rows: image by image; in an image the windows from left to right, then from top to bottom.
    A row: channel by channel; in a channel the pixels line by line (C, kh, kw).

    Example: x = [[[[1, 2, 3], [4, 5, 6]]]] of the shape (1, 1, 2, 3), kh = kw = 2 gives
    [[1, 2, 4, 5], [2, 3, 5, 6]]. With a second channel [[7, 8, 9], [10, 11, 12]] the first row is
    [1, 2, 4, 5, 7, 8, 10, 11].
    """
    ### BEGIN SOLUTION
    N, C, H, W = x.shape
    OH, OW = output_size(H, kh, stride, pad), output_size(W, kw, stride, pad)
    padded = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    windows = np.empty((N, OH, OW, C, kh, kw))
    for i in range(kh):
        for j in range(kw):
            pixels = padded[:, :, i : i + stride * OH : stride, j : j + stride * OW : stride]
            windows[:, :, :, :, i, j] = pixels.transpose(0, 2, 3, 1)
    return windows.reshape(N * OH * OW, C * kh * kw)
    ### END SOLUTION


# %% check="im2col"
check("im2col", im2col)

# %% [markdown] lang="en"
r"""
### Your matrix

The next cell draws an image with two channels and the matrix that *your* function makes of it. The thick frame shows
where the window should be. Hatched are the pixels that your row really holds (zeros of the border are never hatched).
Frame and hatching must cover the same cells, and the hatched row must read: channel 0 line by line, then channel 1.

![Two tables of three lines and four columns, channel 0 with the numbers 1 to 12 and channel 1 with 13 to 24; in both
a frame around the same four cells, hatched: 6, 7, 10, 11 and 18, 19, 22, 23. To the right a matrix of six rows and
eight columns; its row 4 is framed and hatched and holds 6, 7, 10, 11, 18, 19, 22, 23.](attachment:patches.png)

Move the sliders; after the last window, `window` begins again at the first. (Where there are none, as in print: with
the stride 1 and no padding there are six windows. With the stride 2 there are two, and line 2 of the image is in
neither. With the padding 1 there are twenty.)

- Move `window` from 0 to 5. Where does the frame jump to the next line?
- Set `stride` to 2. Which pixels are never hatched?
- Set `pad` to 1. How many zeros stand in row 0, and why?
"""

# %% [markdown] lang="ko"
r"""
### 여러분의 행렬

다음 셀은 채널이 두 개인 이미지와, *여러분의* 함수가 그 이미지로 만든 행렬을 그립니다. 굵은 네모는 윈도우가 있어야
할 곳입니다. 빗금은 여러분의 행에 실제로 들어 있는 픽셀입니다(0은 빗금을 치지 않습니다). 굵은 네모와 빗금이 같은
칸을 덮어야 하고, 빗금 친 행에는 채널 0이 한 줄씩, 이어서 채널 1이 적혀 있어야 합니다.

![세 줄 네 칸짜리 표 두 개. 채널 0에는 1부터 12까지, 채널 1에는 13부터 24까지 적혀 있고, 둘 다 같은 네 칸에 네모와
빗금이 있다. 6, 7, 10, 11과 18, 19, 22, 23이다. 오른쪽에는 행 여섯 개, 열 여덟 개짜리 행렬이 있고, 네모와 빗금이
있는 4번 행에 6, 7, 10, 11, 18, 19, 22, 23이 적혀 있다.](attachment:patches.png)

슬라이더를 움직여 보십시오. `window`는 마지막 윈도우를 지나면 처음으로 돌아갑니다. (인쇄물처럼 슬라이더를 쓸 수 없을
때를 위해 적어 둡니다. 스트라이드가 1이고 패딩이 없으면 윈도우는 여섯 개입니다. 스트라이드가 2이면 두 개이고, 이미지의
2번 줄은 어디에도 들지 않습니다. 패딩이 1이면 스무 개입니다.)

- `window`를 0에서 5까지 움직여 보십시오. 네모가 어디에서 다음 줄로 넘어갑니까?
- `stride`를 2로 바꾸어 보십시오. 한 번도 빗금이 생기지 않는 픽셀은 무엇입니까?
- `pad`를 1로 바꾸어 보십시오. 0번 행에는 0이 몇 개 있으며, 왜 그렇습니까?
"""


# %% demo=true figure="patches"
def draw_patch(window, stride, pad):
    """Draw an image with a border, one of its windows, and the student's matrix."""
    x = np.arange(1.0, 25.0).reshape(1, 2, 3, 4)
    col = im2col(x, 2, 2, stride, pad)
    row, across = window % len(col), output_size(4, 2, stride, pad)
    top, left = row // across * stride, row % across * stride
    bordered = np.pad(x[0], ((0, 0), (pad, pad), (pad, pad)))
    figure, axes = plt.subplots(
        1, 3, figsize=(11, max(3.2, 1.2 + 0.3 * len(col))), width_ratios=(4, 4, 8), layout="constrained"
    )
    for channel, pixels in enumerate(bordered):
        held = np.isin(pixels, col[row]) & (pixels > 0)
        draw_table(axes[channel], pixels, f"channel {channel}", (top, left, 2, 2), held)
    chosen = np.zeros(col.shape, dtype=bool)
    chosen[row] = True
    title = f"im2col(x, 2, 2, stride={stride}, pad={pad}): {col.shape}"
    draw_table(axes[2], col, title, (row, 0, 1, col.shape[1]), chosen, ("row", "column of the matrix"))
    plt.show()


widgets.sliders(draw_patch, window=(0, 19, 1, 4), stride=(1, 2, 1, 1), pad=(0, 1, 1, 0))

# %% [markdown] lang="en"
r"""
## 3. Convolution as a product

Now the convolution itself. The images x have the shape (N, C, H, W), the **filters** W the shape (F, C, kh, kw): F
filters, each as deep as the image. There is one bias for each filter. In unit u11 the output was

$$\mathrm{out}[n, f, i, j] = b_f + \sum_{c, u, v} W[f, c, u, v] \; x_{\mathrm{padded}}[n, c, \, i s + u, \, j s + v]$$

with the stride s. The sum runs over the numbers of one window, in the order C, kh, kw. That is the order within a row
of `im2col`, and also the order in which `W.reshape(F, -1)` lays out a filter. So, with one row p for each triple n,
i, j:

$$\mathrm{rows}[p, f] = b_f + \sum_k \mathrm{col}[p, k] \, W_{\mathrm{rows}}[f, k]$$

By hand, with the matrix of section 1 and the filter $\begin{pmatrix} 1 & 0 \\ 0 & 1 \end{pmatrix}$, as a row 1, 0, 0,
1: the first row gives 1 + 5 = 6, the second 2 + 6 = 8.

**What goes wrong most often.** The product has the shape (N·OH·OW, F): in its memory the *filters* change fastest.
The result must be (N, F, OH, OW), where the *columns* change fastest. A `reshape` straight to this shape raises no
error, since the number of numbers is right; the numbers are in the wrong places. First split the axis that was
joined: (N, OH, OW, F). Then move F to its place with `transpose`.

![Five tables. The matrix of six rows and four columns, row 4 framed; the two filters as columns of four numbers,
column 1 framed; their product of six rows and two columns, the entry in row 4 and column 1 framed; and the two output
channels of two lines and three columns, in channel 1 the entry in line 1 and column 1 framed. The framed numbers are
the row 6, 7, 10, 11, the filter -1, 1, -1, 1, and the result 2.](attachment:product.png)

**Your turn**, about 5 lines. Return two arrays, `out` and the matrix `col`: the way back will need it.
"""

# %% [markdown] lang="ko"
r"""
## 3. 행렬 곱으로 하는 합성곱

이제 합성곱을 만듭니다. 이미지 x의 shape은 (N, C, H, W), **필터** W의 shape은 (F, C, kh, kw)입니다. 필터는 F개이고
저마다 이미지와 같은 수의 채널을 가집니다. 편향은 필터마다 하나입니다. u11에서 출력은 다음과 같았습니다.

$$\mathrm{out}[n, f, i, j] = b_f + \sum_{c, u, v} W[f, c, u, v] \; x_{\mathrm{padded}}[n, c, \, i s + u, \, j s + v]$$

s는 스트라이드입니다. 합은 윈도우 하나에 든 수를 C, kh, kw의 순서로 훑습니다. `im2col`의 행 안의 순서가 바로 이것이고,
`W.reshape(F, -1)`이 필터를 펴는 순서도 이것입니다. 그러므로 n, i, j의 조합마다 행 p가 하나씩 있을 때 다음과 같습니다.

$$\mathrm{rows}[p, f] = b_f + \sum_k \mathrm{col}[p, k] \, W_{\mathrm{rows}}[f, k]$$

손으로 계산해 봅시다. 1절의 행렬과 필터 $\begin{pmatrix} 1 & 0 \\ 0 & 1 \end{pmatrix}$, 곧 한 줄로 펴면 1, 0, 0, 1인
필터에서 첫 행은 1 + 5 = 6, 둘째 행은 2 + 6 = 8입니다.

**가장 흔한 실수.** 곱의 shape은 (N·OH·OW, F)입니다. 메모리에서는 *필터*가 가장 빨리 바뀝니다. 결과는 (N, F, OH,
OW)이어야 하고, 여기서는 *칸*이 가장 빨리 바뀝니다. 곧바로 이 shape으로 `reshape`해도 수의 개수가 맞으므로 오류가 나지
않습니다. 다만 수들이 엉뚱한 자리에 놓입니다. 먼저 합쳐져 있던 축을 (N, OH, OW, F)로 나눈 다음, `transpose`로 F를
제자리로 옮기십시오.

![표 다섯 개. 행 여섯 개, 열 네 개짜리 행렬에서 4번 행에 네모가 있다. 필터 두 개가 수 네 개짜리 열로 서 있고 1번
열에 네모가 있다. 둘의 곱은 행 여섯 개, 열 두 개이고 4번 행 1번 열에 네모가 있다. 출력 채널 두 개는 두 줄 세
칸이고, 채널 1의 1번 줄 1번 칸에 네모가 있다. 네모 안의 수는 행 6, 7, 10, 11과 필터 -1, 1, -1, 1, 그리고 결과
2이다.](attachment:product.png)

빈칸을 채우십시오. 다섯 줄 정도면 됩니다. 배열 두 개, 곧 shape이 (N, F, OH, OW)인 `out`과 행렬 `col`을 반환하십시오.
거꾸로 갈 때 이 행렬이 필요합니다. `x`, `W`, `b`는 바꾸지 않습니다. 예를 들어 1절의 이미지에 필터 `[[1, 0], [0, 1]]`과
`[[0, 1], [0, 0]]`, 편향 `[0, 10]`을 쓰면 `out`은 `[[[[6, 8]], [[12, 13]]]]`입니다.
"""


# %% exercise="conv_forward"
def conv_forward(x, W, b, stride=1, pad=0):
    """Return the convolution of images with filters, and the matrix of im2col.

    x : (N, C, H, W) images. W : (F, C, kh, kw) filters. b : (F,), one bias for each filter. None is changed.
    stride, pad : as in im2col.
    Returns two arrays: out (N, F, OH, OW), and col (N OH OW, C kh kw), what im2col returned.

    Example: x = [[[[1, 2, 3], [4, 5, 6]]]], W = [[[[1, 0], [0, 1]]], [[[0, 1], [0, 0]]]], b = [0, 10] gives
    out = [[[[6, 8]], [[12, 13]]]] of the shape (1, 2, 1, 2), and col = [[1, 2, 4, 5], [2, 3, 5, 6]].
    """
    ### BEGIN SOLUTION
    N, F, kh, kw = len(x), len(W), W.shape[2], W.shape[3]
    OH, OW = output_size(x.shape[2], kh, stride, pad), output_size(x.shape[3], kw, stride, pad)
    col = im2col(x, kh, kw, stride, pad)
    out = col @ W.reshape(F, -1).T + b
    return out.reshape(N, OH, OW, F).transpose(0, 3, 1, 2), col
    ### END SOLUTION


# %% check="conv_forward"
check("conv_forward", conv_forward)

# %% [markdown] lang="en"
r"""
### Your product

The next cell draws the picture above from your functions. The image is that of section 2 with channel 0 only. Filter
0 copies the upper left pixel of each window. Filter 1 subtracts the left column of the window from the right one; in
this image every pixel is 1 larger than its left neighbour, so it gives 2 everywhere.
"""

# %% [markdown] lang="ko"
r"""
### 여러분의 곱

다음 셀은 위의 그림을 여러분의 함수로 다시 그립니다. 이미지는 2절의 이미지에서 채널 0만 쓴 것입니다. 필터 0은 윈도우의
왼쪽 위 픽셀을 그대로 옮깁니다. 필터 1은 윈도우의 오른쪽 칸에서 왼쪽 칸을 뺍니다. 이 이미지에서는 모든 픽셀이 왼쪽
이웃보다 1만큼 크므로 결과가 어디서나 2입니다.
"""


# %% demo=true figure="product"
def draw_product(row, f):
    """Draw the student's matrix, the filters as columns, their product and the student's output."""
    x = np.arange(1.0, 13.0).reshape(1, 1, 3, 4)
    W = np.array([[[[1.0, 0.0], [0.0, 0.0]]], [[[-1.0, 1.0], [-1.0, 1.0]]]])
    out, col = conv_forward(x, W, np.zeros(2))
    filters = np.stack([one.ravel() for one in W], axis=1)
    figure, axes = plt.subplots(1, 5, figsize=(11, 3.6), width_ratios=(4, 2, 2, 3, 3), layout="constrained")
    draw_table(axes[0], col, f"col {col.shape}", (row, 0, 1, 4), names=("row", "column"))
    draw_table(axes[1], filters, "filters (4, 2)", (0, f, 4, 1), names=("number", "filter"))
    draw_table(axes[2], col @ filters, "product (6, 2)", (row, f, 1, 1), names=("row", "filter"))
    for channel, axis in enumerate(axes[3:]):
        framed = (row // 3, row % 3, 1, 1) if channel == f else None
        draw_table(axis, out[0, channel], f"out[0, {channel}]", framed)


draw_product(row=4, f=1)
plt.show()

# %% [markdown] lang="en"
r"""
### What it gains, and what it costs

The next cell takes 100 handwritten digits of 8×8 pixels and eight filters of 3×3. It compares your `conv_forward`
with a loop over all 28,800 outputs, in time and in memory.
"""

# %% [markdown] lang="ko"
r"""
### 얻는 것과 치르는 것

다음 셀은 8×8 픽셀짜리 손글씨 숫자 100개와 3×3 필터 여덟 개를 씁니다. 여러분의 `conv_forward`를 출력 28,800개에 걸친
반복문과 비교합니다. 걸린 시간과 메모리를 봅니다.
"""


# %% demo=true
def by_loops(x, W, b):
    """The convolution with one small sum for each output; stride 1, no padding."""
    kh, kw = W.shape[2:]
    out = np.zeros((len(x), len(W), x.shape[2] - kh + 1, x.shape[3] - kw + 1))
    for n, f, i, j in np.ndindex(out.shape):
        out[n, f, i, j] = np.sum(x[n, :, i : i + kh, j : j + kw] * W[f]) + b[f]
    return out


def seconds(run, times):
    """Return the shortest time that a call took."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        run()
        taken.append(time.perf_counter() - start)
    return min(taken)


def compare():
    """Print time and memory of the loop and of the student's function."""
    digits = data.digits()[0][:100].reshape(-1, 1, 8, 8)
    W, b = np.random.default_rng(0).normal(size=(8, 1, 3, 3)), np.zeros(8)
    out, col = conv_forward(digits, W, b)
    print(f"largest difference: {np.abs(out - by_loops(digits, W, b)).max():.1e}")
    slow, fast = seconds(lambda: by_loops(digits, W, b), 1), seconds(lambda: conv_forward(digits, W, b), 20)
    print(f"loop {1000 * slow:.0f} ms, product {1000 * fast:.2f} ms: {slow / fast:.0f} times faster")
    print(f"images {digits.nbytes:,} bytes, matrix {col.nbytes:,} bytes: {col.nbytes / digits.nbytes:.2f} times larger")


compare()

# %% [markdown] lang="en"
r"""
The results agree up to rounding. Where this text was written the loop took about 0.3 seconds and the product 0.15
milliseconds: in several runs the product was 1,900 to 2,200 times faster. Your machine and your `im2col` decide what
you see; if yours loops over the windows, the factor is smaller.

The memory does not depend on the machine. The images take 51,200 bytes, the matrix 259,200, that is 5.06 times as
many. A pixel in the middle of a digit is in nine windows of 3×3, a pixel in a corner only in one; so the factor is
below 9. In large images the edge hardly counts, and the factor is nearly 9.
"""

# %% [markdown] lang="ko"
r"""
반올림 오차를 빼면 결과는 같습니다. 이 글을 쓴 컴퓨터에서는 반복문이 0.3초쯤, 행렬 곱이 0.15밀리초 걸렸습니다. 여러 번
실행했더니 행렬 곱이 1,900배에서 2,200배 빨랐습니다. 여러분이 보는 값은 컴퓨터와 `im2col`에 따라 다릅니다. `im2col`이
윈도우마다 반복하면 배율이 작아집니다.

메모리는 컴퓨터와 상관없습니다. 이미지는 51,200바이트, 행렬은 259,200바이트로 5.06배입니다. 숫자 한가운데의 픽셀은 3×3
윈도우 아홉 개에 들지만 모서리의 픽셀은 하나에만 들기 때문에 9배보다 작습니다. 큰 이미지에서는 가장자리의 비중이 작아서
거의 9배가 됩니다.
"""

# %% [markdown] lang="en"
r"""
## 4. The way back: col2im

Training asks every layer: if a number of your input changes a little, by how much does the loss change? For a layer of
images that is one gradient for each pixel. The step of it that is new in this unit is the way back through `im2col`.

`im2col` computes nothing. It only copies, some pixels several times. Suppose the gradient of the matrix is known, one
number for each of its entries. Take the image of section 1. The pixel 2 was copied twice, to row 0 column 1 and to
row 1 column 0. If the gradients there are 7 and 20, then raising the pixel by a small ε raises the loss by 7ε through
the one copy and by 20ε through the other, together by 27ε. So the gradient of the pixel is 27, the **sum**. (It is
the rule of unit u06 for a number that is used in several places.)

`col2im` does this for all pixels: it **adds** every number of the matrix to the pixel that `im2col` takes it from.
Try it on the matrix of section 1 itself, as if it were a gradient:

$$\begin{pmatrix} 1 & 2 & 4 & 5 \\ 2 & 3 & 5 & 6 \end{pmatrix} \xrightarrow{\mathrm{col2im}} \begin{pmatrix} 1 & 4 & 3 \\ 4 & 10 & 6 \end{pmatrix}$$

The middle column is in both windows, so it comes out doubled. `col2im` is therefore *not* the inverse of `im2col`. It
is the **transpose**: write the image as one long vector, then `im2col` is a matrix of zeros and ones, and `col2im` is
that matrix transposed. From this follows a test that needs no derivative at all. For any image x and any matrix c of
the right shape,

$$\sum \mathrm{im2col}(x) \cdot c = \sum x \cdot \mathrm{col2im}(c)$$

**How to go about it.** It is `im2col` read backwards. Take the matrix apart with `reshape` to (N, OH, OW, C, kh, kw),
make an image of zeros *with* its border, and go through the places of the window again. What was read from a slice is
now added to it: `image[..., a:b:stride] += ...`. At the end cut the border off. Two traps:

- `=` instead of `+=` keeps only the last window. No error is raised.
- `image[:, :, pad:-pad]` looks right, but with `pad = 0` it is `0:-0`, which is `0:0`, and that is empty. Say where
  the image ends: `pad : pad + H`.

Pixels that no window has reached keep their 0. They must be there all the same: the result has the shape of x.

**Your turn**, about 8 lines.
"""

# %% [markdown] lang="ko"
r"""
## 4. 거꾸로 가는 길: col2im

학습하려면 층의 입력에 있는 수가 조금 바뀔 때 손실이 얼마나 바뀌는지 알아야 합니다. 이미지를 다루는 층에서는 픽셀마다
그래디언트가 하나씩 있습니다. 이 단원에서 새로 나오는 것은 `im2col`을 거꾸로 지나는 단계입니다.

`im2col`은 아무것도 계산하지 않습니다. 복사할 뿐이고, 어떤 픽셀은 여러 번 복사합니다. 행렬의 그래디언트, 곧 행렬의
원소마다 수 하나씩을 이미 안다고 합시다. 1절의 이미지에서 픽셀 2는 두 번 복사되었습니다. 0번 행 1번 열과 1번 행 0번
열입니다. 그곳의 그래디언트가 7과 20이라면, 픽셀을 아주 작은 ε만큼 키울 때 손실은 한쪽 복사본을 거쳐 7ε, 다른 쪽을
거쳐 20ε, 모두 27ε만큼 커집니다. 그러므로 이 픽셀의 그래디언트는 **합**인 27입니다. (여러 곳에 쓰인 수에 대한 u06의
규칙입니다.)

`col2im`은 이 일을 모든 픽셀에 합니다. 행렬의 수를 저마다 `im2col`이 그 수를 꺼내 온 픽셀에 **더합니다**. 1절의 행렬을
그래디언트라고 생각하고 그대로 넣어 보겠습니다.

$$\begin{pmatrix} 1 & 2 & 4 & 5 \\ 2 & 3 & 5 & 6 \end{pmatrix} \xrightarrow{\mathrm{col2im}} \begin{pmatrix} 1 & 4 & 3 \\ 4 & 10 & 6 \end{pmatrix}$$

가운데 칸은 두 윈도우에 모두 들어 있어서 두 배가 되었습니다. 그러니 `col2im`은 `im2col`의 역함수가 *아닙니다*.
**전치**(transpose)입니다. 이미지를 긴 벡터 하나로 적으면 `im2col`은 0과 1로 된 행렬이고, `col2im`은 그 행렬을 전치한
것입니다. 여기서 미분을 전혀 쓰지 않는 검산 방법이 나옵니다. 어떤 이미지 x와 shape이 맞는 어떤 행렬 c에서도 다음이
성립합니다.

$$\sum \mathrm{im2col}(x) \cdot c = \sum x \cdot \mathrm{col2im}(c)$$

**푸는 방법.** `im2col`을 거꾸로 읽으면 됩니다. 행렬을 `reshape`으로 (N, OH, OW, C, kh, kw)로 나누고, 테두리가 *있는*
0의 이미지를 만든 다음, 윈도우 안의 자리를 다시 하나씩 지나갑니다. 슬라이스에서 꺼내던 것을 이번에는
`image[..., a:b:stride] += ...`로 더합니다. 끝으로 테두리를 잘라 냅니다. 함정이 두 가지 있습니다.

- `+=` 대신 `=`를 쓰면 마지막 윈도우의 수만 남습니다. 오류는 나지 않습니다.
- `image[:, :, pad:-pad]`는 맞아 보이지만 `pad = 0`이면 `0:-0`, 곧 `0:0`이어서 비어 있습니다. 이미지가 어디에서 끝나는지
  `pad : pad + H`로 쓰십시오.

어느 윈도우도 닿지 않은 픽셀은 0으로 남습니다. 그래도 결과에 있어야 합니다. 결과의 shape은 x의 shape입니다.

빈칸을 채우십시오. 여덟 줄 정도면 됩니다. `col`은 (N·OH·OW, C·kh·kw)이고 바꾸지 않습니다. `shape`은 테두리가 없는
이미지의 shape (N, C, H, W)입니다. 결과의 shape도 그와 같습니다.
"""


# %% exercise="col2im"
def col2im(col, shape, kh, kw, stride=1, pad=0):
    """Add every number of the matrix to the pixel that im2col takes it from; return the images.

    col : (N OH OW, C kh kw), ordered as im2col orders it; not changed.
    shape : (N, C, H, W), the shape of the images, without a border.
    kh, kw, stride, pad : as in im2col.
    Returns (N, C, H, W). A pixel in several windows gets the sum, a pixel in none 0; the border is cut off.

    Example: col = [[1, 2, 4, 5], [2, 3, 5, 6]], shape = (1, 1, 2, 3), kh = kw = 2 gives
    [[[[1, 4, 3], [4, 10, 6]]]]: the middle column is in both windows.
    """
    ### BEGIN SOLUTION
    N, C, H, W = shape
    OH, OW = output_size(H, kh, stride, pad), output_size(W, kw, stride, pad)
    windows = col.reshape(N, OH, OW, C, kh, kw)
    padded = np.zeros((N, C, H + 2 * pad, W + 2 * pad))
    for i in range(kh):
        for j in range(kw):
            numbers = windows[:, :, :, :, i, j].transpose(0, 3, 1, 2)
            padded[:, :, i : i + stride * OH : stride, j : j + stride * OW : stride] += numbers
    return padded[:, :, pad : pad + H, pad : pad + W]
    ### END SOLUTION


# %% check="col2im"
check("col2im", col2im)

# %% [markdown] lang="en"
r"""
### Patch to column and back

The next cell sends an image through your `im2col` and the result straight back through your `col2im`. The last table
is what `col2im` makes of a matrix of ones: it counts in how many windows each pixel is. The third table must be the
first times the last. Below that stand the two sums of the test above, for random arrays.

![Four tables. An image of three lines and four columns with the numbers 1 to 12; its matrix of six rows and four
columns; the image that comes back, whose corners are as before, whose edges are doubled and whose two inner pixels 6
and 7 became 24 and 28; and the number of windows for each pixel: 1 2 2 1 in the outer lines, 2 4 4 2 in the middle
line.](attachment:back.png)

The numbers of the last table tell how loudly each pixel is heard. A pixel in the corner takes part in one output
only, one inside in four. This is one reason for padding: with a border of one pixel the corners, too, are in four
windows of 2×2.
"""

# %% [markdown] lang="ko"
r"""
### 펼쳤다가 되돌리기

다음 셀은 이미지를 여러분의 `im2col`에 넣고, 그 결과를 곧바로 여러분의 `col2im`에 넣습니다. 마지막 표는 1로만 된
행렬을 `col2im`에 넣은 결과이고, 픽셀마다 몇 개의 윈도우에 드는지를 셉니다. 셋째 표는 첫째 표와 마지막 표를 곱한 것과
같아야 합니다. 그 밑에는 앞에서 말한 검산의 두 합이 난수 배열에 대해 출력됩니다.

![표 네 개. 1부터 12까지 적힌 세 줄 네 칸짜리 이미지, 행 여섯 개와 열 네 개짜리 행렬, 되돌아온 이미지. 되돌아온
이미지에서 모서리는 그대로이고, 변은 두 배이며, 안쪽의 두 픽셀 6과 7은 24와 28이 되었다. 마지막은 픽셀마다 윈도우의
수로, 바깥 줄은 1 2 2 1이고 가운데 줄은 2 4 4 2이다.](attachment:back.png)

마지막 표의 수는 픽셀의 목소리가 얼마나 크게 들리는지를 말해 줍니다. 모서리의 픽셀은 출력 하나에만 관여하고, 안쪽의
픽셀은 네 개에 관여합니다. 패딩을 하는 까닭 가운데 하나가 이것입니다. 테두리를 한 픽셀 두르면 모서리도 2×2 윈도우 네
개에 들게 됩니다.
"""


# %% demo=true figure="back"
def plot_back():
    """Draw an image, its matrix, the image that comes back, and the number of windows of each pixel."""
    x = np.arange(1.0, 13.0).reshape(1, 1, 3, 4)
    col = im2col(x, 2, 2)
    there_and_back, count = col2im(col, x.shape, 2, 2), col2im(np.ones_like(col), x.shape, 2, 2)
    figure, axes = plt.subplots(1, 4, figsize=(11, 3.4), layout="constrained")
    draw_table(axes[0], x[0, 0], "x")
    draw_table(axes[1], col, "col = im2col(x)", names=("row", "column"))
    draw_table(axes[2], there_and_back[0, 0], "col2im(col)")
    draw_table(axes[3], count[0, 0], "col2im(ones)")


def compare_sums():
    """Print both sides of the test of a transpose."""
    rng = np.random.default_rng(0)
    x = rng.normal(size=(2, 3, 7, 8))
    there = im2col(x, 3, 2, stride=2, pad=1)
    c = rng.normal(size=there.shape)
    back = col2im(c, x.shape, 3, 2, stride=2, pad=1)
    print(f"sum of im2col(x) * c: {np.sum(there * c):.12f}")
    print(f"sum of x * col2im(c): {np.sum(x * back):.12f}")


plot_back()
compare_sums()
plt.show()

# %% [markdown] lang="en"
r"""
## 5. The convolution layer

A layer remembers its parameters and what it needs on the way back. As in unit u07, `params` is the list [W, b],
`grads` a list of arrays of the same shapes, and `backward(dout)` gets the gradient of the output, fills `grads` and
returns the gradient of the input.

With the formula of section 3 this is the affine layer once more, with `col` in the place of the samples. One number
dout[p, f] belongs to row p and filter f. Read off the formula who took part in that output:

- $b_f$, with the factor 1. So db[f] is the sum of dout over all rows p.
- $W_{\mathrm{rows}}[f, k]$, with the factor $\mathrm{col}[p, k]$. Summed over p:
  $dW_{\mathrm{rows}} = \mathrm{dout}^T \, \mathrm{col}$.
- $\mathrm{col}[p, k]$, with the factor $W_{\mathrm{rows}}[f, k]$. Summed over f:
  $d\mathrm{col} = \mathrm{dout} \; W_{\mathrm{rows}}$.

And `col2im` takes dcol back to the pixels.

**By hand**, with the image of section 1, one filter 1, 0, 0, 1 and dout = (1, 10): dW is once the first row of the
matrix plus ten times the second, $(1, 2, 4, 5) + 10 \cdot (2, 3, 5, 6) = (21, 32, 54, 65)$. db is 11. The rows of
dcol are (1, 0, 0, 1) and (10, 0, 0, 10): the filter once and the filter ten times. Put back on the image, they give
the lines (1, 10, 0) and (0, 1, 10).

Four things to watch:

1. dout comes as (N, F, OH, OW). To make it (N·OH·OW, F), the order of section 3 has to be undone: first `transpose`,
   then `reshape`.
2. dW has to get the shape (F, C, kh, kw) again.
3. `backward` needs the stride and the padding of `forward`. If they are left out, everything looks right as long as
   the stride is 1.
4. Fill the arrays in `grads`: `self.grads[0][...] = ...`. With `self.grads[0] = ...` the list would hold a new array,
   and an optimizer that was given the old one would never see a gradient.

**Your turn.** `__init__` is given. `forward` takes about 3 lines: call your `conv_forward` and keep in `self` what
you need. `backward` takes about 6.
"""

# %% [markdown] lang="ko"
r"""
## 5. 합성곱 계층

층은 매개변수와, 거꾸로 갈 때 필요한 것을 기억합니다. u07에서처럼 `params`는 리스트 [W, b]이고, `grads`는 shape이 같은
배열들의 리스트입니다. `backward(dout)`은 출력의 그래디언트를 받아 `grads`를 채우고 입력의 그래디언트를 반환합니다.

3절의 식으로 보면 이것은 아핀 계층과 똑같고, 샘플이 있던 자리에 `col`이 있을 뿐입니다. 수 하나 dout[p, f]는 행 p와
필터 f의 것입니다. 그 출력에 무엇이 관여했는지 식에서 읽어 봅시다.

- $b_f$는 1이 곱해져 있습니다. 그러므로 db[f]는 모든 행 p에 걸친 dout의 합입니다.
- $W_{\mathrm{rows}}[f, k]$에는 $\mathrm{col}[p, k]$가 곱해져 있습니다. p에 걸쳐 더하면
  $dW_{\mathrm{rows}} = \mathrm{dout}^T \, \mathrm{col}$입니다.
- $\mathrm{col}[p, k]$에는 $W_{\mathrm{rows}}[f, k]$가 곱해져 있습니다. f에 걸쳐 더하면
  $d\mathrm{col} = \mathrm{dout} \; W_{\mathrm{rows}}$입니다.

그리고 `col2im`이 dcol을 픽셀로 되돌립니다.

**손으로 계산해 봅시다.** 1절의 이미지, 필터 하나 1, 0, 0, 1, 그리고 dout = (1, 10)입니다. dW는 행렬의 첫 행에 둘째
행의 열 배를 더한 $(1, 2, 4, 5) + 10 \cdot (2, 3, 5, 6) = (21, 32, 54, 65)$입니다. db는 11입니다. dcol의 행은 (1, 0,
0, 1)과 (10, 0, 0, 10), 곧 필터의 한 배와 열 배입니다. 이미지에 되돌려 놓으면 줄 (1, 10, 0)과 (0, 1, 10)이 됩니다.

조심할 것이 네 가지 있습니다.

1. dout의 shape은 (N, F, OH, OW)입니다. (N·OH·OW, F)로 만들려면 3절의 순서를 거꾸로 밟아야 합니다. 먼저 `transpose`,
   다음에 `reshape`입니다.
2. dW의 shape을 다시 (F, C, kh, kw)로 되돌려야 합니다.
3. `backward`에도 `forward`의 스트라이드와 패딩이 필요합니다. 빠뜨려도 스트라이드가 1인 동안에는 맞는 것처럼 보입니다.
4. `grads`의 배열을 `self.grads[0][...] = ...`로 채우십시오. `self.grads[0] = ...`라고 쓰면 리스트에 새 배열이
   들어가서, 옛 배열을 받아 둔 옵티마이저는 그래디언트를 영영 보지 못합니다.

빈칸을 채우십시오. `__init__`은 주어져 있습니다. `forward`는 세 줄 정도입니다. 앞에서 만든 `conv_forward`를 부르고
필요한 것을 `self`에 남겨 두십시오. `x`는 (N, C, H, W), 결과는 (N, F, OH, OW)입니다. `backward`는 여섯 줄 정도입니다.
`dout`은 (N, F, OH, OW), 결과는 (N, C, H, W)이고, `x`와 `dout`은 바꾸지 않습니다.
"""


# %% exercise="convolution"
class Convolution:
    """A layer of filters. out = conv_forward(x, W, b, stride, pad), and the gradients.

    params : [W, b], the arrays that the layer was made with: W (F, C, kh, kw), b (F,), both float64.
    grads : [dW, db], arrays of the same shapes, which backward fills with numbers.
    """

    def __init__(self, W, b, stride=1, pad=0):
        self.params = [W, b]
        self.grads = [np.zeros_like(W), np.zeros_like(b)]
        self.stride, self.pad = stride, pad

    def forward(self, x):
        """x : (N, C, H, W), not changed. Returns (N, F, OH, OW); keeps in self what backward needs."""
        ### BEGIN SOLUTION
        self.shape = x.shape
        out, self.col = conv_forward(x, *self.params, self.stride, self.pad)
        return out
        ### END SOLUTION

    def backward(self, dout):
        """Fill the arrays in self.grads, in place, and return dx.

        dout : (N, F, OH, OW), the gradient of the output of the last forward; not changed.
        Returns dx (N, C, H, W).

        Example: x = [[[[1, 2, 3], [4, 5, 6]]]], W = [[[[1, 0], [0, 1]]]], b = [0], dout = [[[[1, 10]]]] gives
        dx = [[[[1, 10, 0], [0, 1, 10]]]], dW = [[[[21, 32], [54, 65]]]], db = [11].
        """
        ### BEGIN SOLUTION
        W, b = self.params
        F, C, kh, kw = W.shape
        rows = dout.transpose(0, 2, 3, 1).reshape(-1, F)
        self.grads[0][...] = (rows.T @ self.col).reshape(W.shape)
        self.grads[1][...] = rows.sum(axis=0)
        return col2im(rows @ W.reshape(F, -1), self.shape, kh, kw, self.stride, self.pad)
        ### END SOLUTION


# %% check="convolution"
check("convolution", Convolution)

# %% [markdown] lang="en"
r"""
### Does it agree with a measurement?

A gradient says by how much the loss changes when a number changes a little. That can be measured: the central
difference of unit u05. The next cell takes $L = \sum \mathrm{dout} \cdot \mathrm{out}$ with random numbers dout,
whose gradient with respect to `out` is dout itself. It measures the slope of L at three pixels, two weights and one
bias, drawn at random, with the stride 2 and the padding 1. Both columns have to agree in at least six digits.
"""

# %% [markdown] lang="ko"
r"""
### 측정한 값과 같은가

그래디언트는 어떤 수가 조금 바뀔 때 손실이 얼마나 바뀌는지를 말합니다. 이것은 측정할 수 있습니다. u05의 중심
차분입니다. 다음 셀은 난수 dout으로 $L = \sum \mathrm{dout} \cdot \mathrm{out}$을 만듭니다. `out`에 대한 L의
그래디언트는 바로 dout입니다. 스트라이드는 2, 패딩은 1로 두고, 무작위로 고른 픽셀 세 개, 가중치 두 개, 편향 하나에서
L의 기울기를 잽니다. 두 열의 값이 적어도 여섯 자리까지 같아야 합니다.
"""


# %% demo=true
def compare_with_slopes(h=1e-5):
    """Print a few numbers of the student's gradients beside measured slopes."""
    rng = np.random.default_rng(0)
    x, W, b = rng.normal(size=(2, 3, 5, 7)), rng.normal(size=(4, 3, 3, 2)), rng.normal(size=4)
    layer = Convolution(W, b, stride=2, pad=1)
    dout = rng.normal(size=layer.forward(x).shape)
    gradients = {"x": (x, layer.backward(dout)), "W": (W, layer.grads[0]), "b": (b, layer.grads[1])}
    print("            backward      measured")
    for name, count in (("x", 3), ("W", 2), ("b", 1)):
        array, gradient = gradients[name]
        for _ in range(count):
            at = tuple(int(rng.integers(size)) for size in array.shape)
            before, losses = array[at], []
            for step in (h, -h):
                array[at] = before + step
                losses.append(np.sum(dout * layer.forward(x)))
            array[at] = before
            print(f"{name}{list(at)!s:13}{gradient[at]:10.6f}{(losses[0] - losses[1]) / (2 * h):12.6f}")


compare_with_slopes()

# %% [markdown] lang="en"
r"""
## 6. Max pooling

**Max pooling** keeps the largest number of each window, channel by channel. It makes images smaller, and it does not
matter much where exactly in the window the large number stood. Mostly the windows lie side by side, that is, the
stride is the size of the window; they may also overlap.

What is its gradient? Take the window 1, 9, 4, 5, whose maximum is 9. If the 9 grows a little, the output grows by as
much. If the 4 grows a little, nothing happens at all, since it is still not the largest. So the whole of dout goes to
**one** pixel, the winner, and all others get 0.

Three questions have to be settled.

- **Ties.** In the window 3, 3, 1, 3 any of the three could be called the winner. In this course the *first* one is,
  line by line. It gets all of dout. (`np.argmax` does the same.)
- **Overlap.** With overlapping windows a pixel may win several times. It gets the sum, as always when a number is
  used several times.
- **Pixels in no window** get 0.

**How to go about it.** Use what you have. `im2col` with square windows gives rows of C·s·s numbers, where s is the
size. Reshape to (N·OH·OW·C, s·s), and each row is one window of one channel. Along `axis=1`, `argmax` gives the
winner and `max` the output. The rows are in the order N, OH, OW, C.

On the way back, make zeros of this shape and put each dout in the column of the winner. With an array of row numbers
and one of column numbers, `a[rows, columns] = values` puts one number in each row; `np.arange(n)` numbers the rows.
dout has to be in the order of the rows first. Then reshape to the shape that `im2col` had returned, and `col2im` does
the rest: it adds where windows overlap.

**Your turn**, about 5 lines in `forward` and 4 in `backward`. `stride=None` means the size of the window.
"""

# %% [markdown] lang="ko"
r"""
## 6. 최대 풀링

**최대 풀링**은 채널마다, 윈도우마다 가장 큰 수를 남깁니다. 이미지가 작아지고, 큰 수가 윈도우 안의 정확히 어디에
있었는지는 크게 중요하지 않게 됩니다. 윈도우는 보통 나란히 놓입니다. 스트라이드가 윈도우의 크기와 같다는 뜻입니다.
겹치게 놓을 수도 있습니다.

그래디언트는 무엇일까요? 윈도우가 1, 9, 4, 5이면 최댓값은 9입니다. 9가 조금 커지면 출력도 그만큼 커집니다. 4가 조금
커지면 아무 일도 일어나지 않습니다. 여전히 가장 큰 수가 아니기 때문입니다. 그러므로 dout은 **픽셀 하나**, 곧 가장 큰
픽셀에 모두 가고 나머지는 0입니다.

정해야 할 것이 세 가지 있습니다.

- **같은 값.** 윈도우가 3, 3, 1, 3이면 셋 가운데 어느 것이든 가장 크다고 할 수 있습니다. 이 강의에서는 한 줄씩 읽어
  *처음* 나오는 것으로 정합니다. 그 픽셀이 dout을 모두 받습니다. (`np.argmax`도 그렇게 합니다.)
- **겹침.** 윈도우가 겹치면 한 픽셀이 여러 윈도우에서 가장 클 수 있습니다. 그러면 합을 받습니다. 수 하나가 여러 번
  쓰일 때는 늘 그렇습니다.
- **어느 윈도우에도 들지 않는 픽셀**은 0을 받습니다.

**푸는 방법.** 이미 만든 것을 쓰십시오. 크기가 s인 정사각형 윈도우로 `im2col`을 부르면 행마다 수가 C·s·s개입니다. 이를
(N·OH·OW·C, s·s)로 reshape하면 행 하나가 채널 하나의 윈도우 하나입니다. `axis=1`을 따라 `argmax`는 가장 큰 자리를,
`max`는 출력을 줍니다. 행은 N, OH, OW, C의 순서로 놓여 있습니다.

거꾸로 갈 때는 이 shape의 0 배열을 만들고, 행마다 가장 큰 자리의 열에 dout을 넣습니다. 행 번호의 배열과 열 번호의
배열이 있으면 `a[rows, columns] = values`로 행마다 수를 하나씩 넣을 수 있습니다. 행 번호는 `np.arange(n)`입니다. 그
전에 dout을 행의 순서로 맞추어야 합니다. 그다음 `im2col`이 반환했던 shape으로 되돌리면 나머지는 `col2im`이 합니다.
윈도우가 겹치는 곳에서는 알아서 더해 줍니다.

빈칸을 채우십시오. `forward`는 다섯 줄, `backward`는 네 줄 정도입니다. `stride=None`이면 윈도우의 크기와 같다는
뜻입니다. `x`는 (N, C, H, W), 출력과 `dout`은 (N, C, OH, OW), `backward`의 결과는 (N, C, H, W)입니다. `x`와 `dout`은
바꾸지 않습니다. 예를 들어 크기가 2이고 채널의 줄이 (1, 9, 2, 3)과 (4, 5, 8, 6)이면 출력은 9와 8입니다. dout이 10과
20이면 줄은 (0, 10, 0, 0)과 (0, 0, 20, 0)이 됩니다.
"""


# %% exercise="max_pooling"
class MaxPooling:
    """The largest number of each window, channel by channel; no padding, no parameters."""

    def __init__(self, size, stride=None):
        """size : height and width of a window. stride : from window to window; None is the same as size."""
        self.size = size
        self.stride = size if stride is None else stride
        self.params, self.grads = [], []

    def forward(self, x):
        """x : (N, C, H, W), not changed. Returns (N, C, OH, OW); keeps in self what backward needs.

        Example: size = 2, x = [[[[1, 9, 2, 3], [4, 5, 8, 6]]]] gives [[[[9, 8]]]].
        """
        ### BEGIN SOLUTION
        N, C, H, W = self.shape = x.shape
        OH, OW = output_size(H, self.size, self.stride, 0), output_size(W, self.size, self.stride, 0)
        col = im2col(x, self.size, self.size, self.stride).reshape(-1, self.size**2)
        self.winner = col.argmax(axis=1)
        return col.max(axis=1).reshape(N, OH, OW, C).transpose(0, 3, 1, 2)
        ### END SOLUTION

    def backward(self, dout):
        """Return dx (N, C, H, W): every dout goes to the pixel that was the largest of its window.

        dout : (N, C, OH, OW), not changed. Of equally large pixels the first gets it, line by line.

        Example: after the forward above, dout = [[[[10, 20]]]] gives [[[[0, 10, 0, 0], [0, 0, 20, 0]]]].
        """
        ### BEGIN SOLUTION
        dcol = np.zeros((dout.size, self.size**2))
        dcol[np.arange(dout.size), self.winner] = dout.transpose(0, 2, 3, 1).ravel()
        dcol = dcol.reshape(-1, self.shape[1] * self.size**2)
        return col2im(dcol, self.shape, self.size, self.size, self.stride)
        ### END SOLUTION


# %% check="max_pooling"
check("max_pooling", MaxPooling)

# %% [markdown] lang="en"
r"""
### Your winners

The next cell draws your layer at work on windows of 2×2 with the stride 1, so that they overlap. Hatched are the
pixels that get a gradient. Each of the six dout goes to one of them.

![Four tables. x with the lines 4 1 2 0, then 3 9 5 5, then 2 6 8 5; hatched are the 9, the first 5 of the middle line
and the 8. The output: 9 9 5 and 9 9 8. dout: 1 2 3 and 4 5 6. dx: 12 at the 9, 3 at the 5, 6 at the 8, 0
elsewhere.](attachment:pooling.png)

The 9 wins four windows and gets 1 + 2 + 4 + 5 = 12. The window in the upper right corner holds 2, 0, 5, 5: the first
5 gets all of its 3, the second nothing.
"""

# %% [markdown] lang="ko"
r"""
### 여러분이 고른 픽셀

다음 셀은 여러분의 층을 그립니다. 2×2 윈도우가 스트라이드 1로 가므로 윈도우가 겹칩니다. 빗금은 그래디언트를 받는
픽셀입니다. dout 여섯 개가 저마다 그 가운데 하나로 갑니다.

![표 네 개. x의 줄은 4 1 2 0, 3 9 5 5, 2 6 8 5이고, 9와 가운데 줄의 첫 5와 8에 빗금이 있다. 출력은 9 9 5와 9 9 8이다.
dout은 1 2 3과 4 5 6이다. dx는 9의 자리에서 12, 5의 자리에서 3, 8의 자리에서 6이고 나머지는
0이다.](attachment:pooling.png)

9는 윈도우 네 개에서 가장 크므로 1 + 2 + 4 + 5 = 12를 받습니다. 오른쪽 위 윈도우에는 2, 0, 5, 5가 있습니다. 첫 5가 3을
모두 받고 둘째 5는 아무것도 받지 않습니다.
"""


# %% demo=true figure="pooling"
def plot_pooling():
    """Draw an image, the student's maxima, the gradients of the outputs and where they went."""
    x = np.array([[[[4.0, 1.0, 2.0, 0.0], [3.0, 9.0, 5.0, 5.0], [2.0, 6.0, 8.0, 5.0]]]])
    layer = MaxPooling(2, stride=1)
    out = layer.forward(x)
    dout = np.arange(1.0, 7.0).reshape(1, 1, 2, 3)
    dx = layer.backward(dout)
    figure, axes = plt.subplots(1, 4, figsize=(11, 2.9), width_ratios=(4, 3, 3, 4), layout="constrained")
    draw_table(axes[0], x[0, 0], "x", hatched=dx[0, 0] != 0)
    draw_table(axes[1], out[0, 0], "out")
    draw_table(axes[2], dout[0, 0], "dout")
    draw_table(axes[3], dx[0, 0], "dx", hatched=dx[0, 0] != 0)


plot_pooling()
plt.show()


# %% [markdown] lang="en"
r"""
## 7. Flatten

After convolution and pooling, an affine layer usually draws the conclusion. It wants one row for each image: (N,
C·H·W). **Flatten** lays each image out as a row, channel by channel and line by line, and on the way back gives dout
the shape of the images again. Nothing is computed. 5 images with 2 channels of 3×4 become an array of the shape (5,
24).

Keep the first axis as it is. `x.ravel()` would lay all images out in one row, and nobody could tell any more where
one ends.

**Your turn**, about 2 lines and 1 line.
"""

# %% [markdown] lang="ko"
r"""
## 7. Flatten

합성곱과 풀링 다음에는 보통 아핀 계층이 결론을 냅니다. 아핀 계층에는 이미지마다 행이 하나씩, 곧 (N, C·H·W)가 들어가야
합니다. **Flatten**은 이미지마다 채널 순서대로, 한 줄씩 읽어 행 하나로 펴고, 거꾸로 갈 때는 dout을 다시 이미지의
shape으로 되돌립니다. 계산하는 것은 없습니다. 채널이 2개인 3×4 이미지 5장은 shape이 (5, 24)인 배열이 됩니다.

첫째 축은 그대로 두십시오. `x.ravel()`을 쓰면 모든 이미지가 한 줄로 이어져서 어디까지가 한 장인지 알 수 없게 됩니다.

빈칸을 채우십시오. `forward`는 두 줄, `backward`는 한 줄 정도입니다. `x`는 (N, C, H, W)이고, `backward`의 결과도
그렇습니다. 예를 들어 한 채널짜리 이미지 두 장 `[[1, 2], [3, 4]]`와 `[[5, 6], [7, 8]]`은
`[[1, 2, 3, 4], [5, 6, 7, 8]]`이 됩니다.
"""


# %% exercise="flatten"
class Flatten:
    """Images to rows, for an affine layer: (N, C, H, W) to (N, C H W), and back."""

    def __init__(self):
        self.params, self.grads = [], []

    def forward(self, x):
        """x : (N, C, H, W), not changed. Returns (N, C H W): one row for each image, in the order C, H, W.

        Example: x = [[[[1, 2], [3, 4]]], [[[5, 6], [7, 8]]]] of the shape (2, 1, 2, 2) gives
        [[1, 2, 3, 4], [5, 6, 7, 8]].
        """
        ### BEGIN SOLUTION
        self.shape = x.shape
        return x.reshape(len(x), -1)
        ### END SOLUTION

    def backward(self, dout):
        """dout : (N, C H W), not changed. Returns it in the shape of the last x, (N, C, H, W)."""
        ### BEGIN SOLUTION
        return dout.reshape(self.shape)
        ### END SOLUTION


# %% check="flatten"
check("flatten", Flatten)

# %% [markdown] lang="en"
r"""
## 8. A gradient map

Your three layers in a row make a small network: convolution, max pooling, flatten. We give it one handwritten 3 and a
filter that you know from unit u10, the Sobel filter for vertical edges. Where the image gets brighter from left to
right it answers with a large number.

The network turns the 64 pixels into 16 numbers. Take one of them, the largest. Which pixels does it depend on, and
how? The way back answers this for all pixels at once: set dout to 1 for this number and to 0 for the others, and call
`backward` of the three layers in reverse order. What comes out is a **gradient map**. A pixel with the value 2 there
says: if I become brighter by ε, the number grows by 2ε.

**Guess first.** What will the map of a single number look like? How many pixels can it have at most? And in the map
of the sum of all 16 numbers: can a pixel be 0 there although it lies in the middle of the digit?

![Four panels. A bright digit 3 on black with a frame of 3×3 pixels at its left edge. The edge map of 8×8 pixels with
signs, divided into windows of 2×2, with a ring on the winner of each; the winner in the middle of the frame is the
largest. The gradient map of the largest number: the Sobel filter itself, in the frame, 0 elsewhere. The gradient map
of the sum: positive and negative numbers over most of the image.](attachment:gradient_map.png)
"""

# %% [markdown] lang="ko"
r"""
## 8. 그래디언트 지도

여러분이 만든 층 세 개, 곧 합성곱과 최대 풀링과 Flatten을 차례로 이으면 작은 신경망이 됩니다. 여기에 손글씨 3 하나와,
u10에서 배운 세로 윤곽선용 소벨 필터를 넣습니다. 왼쪽에서 오른쪽으로 밝아지는 곳에서 큰 수가 나옵니다.

이 신경망은 픽셀 64개를 수 16개로 바꿉니다. 그 가운데 가장 큰 수를 봅시다. 이 수는 어느 픽셀에 어떻게 달려 있을까요?
거꾸로 가는 길이 모든 픽셀에 대해 한꺼번에 답합니다. 이 수의 dout을 1로, 나머지를 0으로 두고 세 층의 `backward`를
거꾸로 차례로 부릅니다. 나오는 것이 **그래디언트 지도**입니다. 지도에서 값이 2인 픽셀은 '내가 ε만큼 밝아지면 그 수가
2ε만큼 커진다'고 말합니다.

**먼저 예상해 보십시오.** 수 하나의 지도는 어떤 모양일까요? 0이 아닌 픽셀은 많아야 몇 개일까요? 수 16개의 합에 대한
지도에서, 숫자 한가운데에 있는데도 0인 픽셀이 있을 수 있을까요?

![그림 네 개. 검은 바탕에 밝은 숫자 3이 있고, 왼쪽 가장자리에 3×3 픽셀의 네모가 있다. 부호가 적힌 8×8 윤곽선 지도는
2×2 윈도우로 나뉘어 있고, 윈도우마다 가장 큰 픽셀에 동그라미가 있으며, 네모 한가운데의 것이 가장 크다. 가장 큰 수의
그래디언트 지도는 네모 안에 소벨 필터가 그대로 있고 나머지는 0이다. 합의 그래디언트 지도에는 이미지 대부분에 양수와
음수가 있다.](attachment:gradient_map.png)
"""


# %% demo=true figure="gradient_map"
def plot_gradient_map():
    """Draw a digit, its edges with the winners, and two gradient maps from the student's layers; print a test."""
    images, labels = data.digits()
    x = images[labels == 3][0].reshape(1, 1, 8, 8)
    sobel = np.array([[[[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]]]])
    layers = [Convolution(sobel, np.zeros(1), pad=1), MaxPooling(2), Flatten()]

    def forward(x):
        for layer in layers:
            x = layer.forward(x)
        return x

    def backward(dout):
        for layer in reversed(layers):
            dout = layer.backward(dout)
        return dout

    numbers = forward(x)
    every = backward(np.ones_like(numbers))
    one = backward(np.eye(16)[[numbers.argmax()]])
    edges = layers[0].forward(x)
    winners = layers[1].backward(np.ones((1, 1, 4, 4)))[0, 0]
    line, column = np.argwhere(np.abs(one[0, 0]) > 0).min(axis=0)
    figure, axes = plt.subplots(2, 2, figsize=(9, 7.6), layout="constrained")
    axes[0, 0].imshow(x[0, 0], cmap="gray")
    axes[0, 0].set(title="the digit", xlabel="column")
    plots.image(axes[0, 1], edges[0, 0].ravel(), (8, 8), "its edges; a ring on each winner")
    for place in np.arange(1.5, 7, 2):
        axes[0, 1].axhline(place, color="0.5", linewidth=0.8)
        axes[0, 1].axvline(place, color="0.5", linewidth=0.8)
    axes[0, 1].plot(*np.argwhere(winners > 0).T[::-1], "o", color="black", markersize=16, fillstyle="none")
    plots.image(axes[1, 0], one[0, 0].ravel(), (8, 8), "gradient map of the largest number")
    plots.image(axes[1, 1], every[0, 0].ravel(), (8, 8), "gradient map of the sum")
    for axis in axes.flat:
        color = "tab:orange" if axis is axes[0, 0] else "black"
        axis.add_patch(plt.Rectangle((column - 0.5, line - 0.5), 3, 3, fill=False, ec=color, linewidth=2.5))
        axis.set_ylabel("line")
    raised = x + 1e-3 * one
    print(f"largest of the 16 numbers: {numbers.max():.4f}")
    print(f"after a step of 0.001 along its map: {forward(raised).max():.4f}")
    print(f"pixels with a gradient: {np.sum(one != 0)} for the largest number, {np.sum(every != 0)} for the sum")


plot_gradient_map()
plt.show()

# %% [markdown] lang="en"
r"""
The largest number is 2.6250. Its map holds six numbers other than 0, and they are the Sobel filter itself, laid on
the place of the winner: of the 2×2 outputs in the window only one had a say, and that output saw 3×3 pixels, three of
them with the weight 0. The map tells how to make the number larger. A step of 0.001 along it, that is,
`x + 0.001 * map`, should raise the number by 0.001 times the sum of the squares of the map, $0.001 \cdot 12 = 0.012$.
The next line says 2.6370.

In the map of the sum 16 filters lie on top of each other, one for each winner. 45 of the 64 pixels have a gradient. A
pixel inside the digit can be 0 for three reasons: it lies below the middle column of a filter, no winner is near
enough, or what two filters say about it cancels. The bright pixel in line 3 and column 3 is such a case. The winner
to its left wants it brighter, with the weight 2; the winner to its right wants it darker, with the weight −2.

Maps of this kind show which pixels of a photo a network looked at when it called it a cat. There the gradient goes
back through many such layers, each with the two directions that you have just written.
"""

# %% [markdown] lang="ko"
r"""
가장 큰 수는 2.6250입니다. 그 지도에서 0이 아닌 수는 여섯 개이고, 가장 큰 픽셀의 자리에 놓인 소벨 필터 그대로입니다.
윈도우 안의 출력 2×2개 가운데 하나만 영향을 주었고, 그 출력은 픽셀 3×3개를 보았으며, 그 가운데 세 개는 가중치가
0입니다. 지도는 이 수를 키우는 방법을 말해 줍니다. 지도를 따라 0.001만큼, 곧 `x + 0.001 * map`으로 가면 수는 지도의
제곱합에 0.001을 곱한 $0.001 \cdot 12 = 0.012$만큼 커져야 합니다. 출력의 다음 줄은 2.6370입니다.

합의 지도에는 윈도우마다 하나씩, 필터 16개가 겹쳐 놓여 있습니다. 픽셀 64개 가운데 45개에 그래디언트가 있습니다. 숫자
안쪽의 픽셀이라도 0일 수 있는 까닭은 세 가지입니다. 필터의 가운데 칸 밑에 있거나, 가까운 곳에 가장 큰 픽셀이 없거나,
두 필터의 몫이 서로 지워지는 경우입니다. 3번 줄 3번 칸의 밝은 픽셀이 그런 예입니다. 왼쪽 윈도우에서 뽑힌 출력은 이
픽셀에 가중치 2를, 오른쪽 윈도우에서 뽑힌 출력은 가중치 −2를 주므로 합이 0입니다.

신경망이 사진을 고양이라고 부를 때 어느 픽셀을 보았는지 보여 주는 지도도 이렇게 만듭니다. 그때는 그래디언트가 이런
층을 여럿 지나 거꾸로 가고, 층마다 여러분이 방금 만든 두 방향이 있습니다.
"""

# %% [markdown] lang="en"
r"""
### A filter that is learnt

In the map above the filter was given. A network has to find its filters, from examples. Can your layer find the Sobel
filter if it is only shown what the filter does?

The next cell takes 200 digits, and as targets the edge maps that the Sobel filter makes of them, plus a bias of 0.5.
Your layer starts with nine zeros and the bias 0. The loss is the mean squared error of unit u05; each step goes
against dW and db with the learning rate 0.5.

![Left: the loss over 300 steps on a logarithmic axis, falling in nearly a straight line. Right: three tables of 3×3
numbers. After 20 steps the outer columns are nearly right; after 300 steps there stands -1 0 1, -2 0 2, -1 0 1, as in
the third table, the Sobel filter.](attachment:learnt.png)
"""

# %% [markdown] lang="ko"
r"""
### 필터를 배우기

위의 지도에서는 필터가 주어져 있었습니다. 신경망은 예를 보고 필터를 스스로 찾아야 합니다. 소벨 필터가 무엇을 하는지만
보여 주면 여러분의 층이 그 필터를 찾아낼 수 있을까요?

다음 셀은 숫자 200개를 쓰고, 소벨 필터로 만든 윤곽선 지도에 편향 0.5를 더한 것을 정답으로 씁니다. 여러분의 층은 0 아홉
개와 편향 0에서 시작합니다. 손실은 u05의 평균 제곱 오차이고, 걸음마다 학습률 0.5로 dW와 db의 반대쪽으로 갑니다.

![왼쪽: 걸음 300번 동안의 손실. 로그 축에서 거의 직선으로 내려간다. 오른쪽: 3×3 표 세 개. 20걸음 뒤에 양쪽 칸은 거의
맞고, 300걸음 뒤에는 셋째 표의 소벨 필터와 같은 -1 0 1, -2 0 2, -1 0 1이 적혀 있다.](attachment:learnt.png)
"""


# %% demo=true figure="learnt"
def plot_learnt(steps=300, lr=0.5):
    """Let the student's layer learn a filter from its effect; draw the loss and the filter on the way."""
    images = data.digits()[0][:200].reshape(-1, 1, 8, 8)
    sobel = np.array([[[[-1.0, 0.0, 1.0], [-2.0, 0.0, 2.0], [-1.0, 0.0, 1.0]]]])
    target = Convolution(sobel, np.array([0.5]), pad=1).forward(images)
    layer = Convolution(np.zeros((1, 1, 3, 3)), np.zeros(1), pad=1)
    losses, kept = [], {}
    for step in range(steps + 1):
        error = layer.forward(images) - target
        losses.append(np.mean(error**2))
        if step in (20, steps):
            kept[step] = layer.params[0][0, 0].copy()
        if step in (0, 20, 100, 200, steps):
            off = np.abs(layer.params[0] - sobel).max()
            print(f"step {step:3d}: loss {losses[-1]:.1e}, bias {layer.params[1][0]:.4f}, filter off by {off:.1e}")
        layer.backward(2 * error / error.size)
        for param, grad in zip(layer.params, layer.grads, strict=True):
            param -= lr * grad
    figure, axes = plt.subplots(1, 4, figsize=(11, 3), width_ratios=(5, 3, 3, 3), layout="constrained")
    axes[0].semilogy(losses)
    axes[0].set(xlabel="step", ylabel="loss", title="learning a filter")
    axes[0].grid(alpha=0.3)
    tables = [(f"step {step}", values) for step, values in kept.items()] + [("Sobel", sobel[0, 0])]
    for axis, (title, values) in zip(axes[1:], tables, strict=True):
        draw_table(axis, values, title)


plot_learnt()
plt.show()

# %% [markdown] lang="en"
r"""
After 20 steps the outer columns are nearly right; the filter is off by up to 0.26, and the bias has reached 0.41.
After 300 steps all ten numbers have been found: the filter is off by at most 0.000065, and the loss has fallen to
$3.1 \cdot 10^{-10}$. Nobody has told the layer these numbers; it only saw images and what should come out. If your dW
were wrong in a single place, it would have ended elsewhere.

Be careful with conclusions. This goes so smoothly because the targets come from a filter of just this form, so that a
perfect answer exists, and only one. In a real network the targets are labels, the filters stand layers away from
them, and nobody knows beforehand what they should look like. What does carry over: many networks find edge filters of
this kind in their first layer by themselves.

The learning rate is close to its limit here. Try `plot_learnt(steps=50, lr=1.0)` and recall section 5 of unit u05.
"""

# %% [markdown] lang="ko"
r"""
20걸음 뒤에 양쪽 칸은 거의 맞습니다. 필터는 많아야 0.26만큼 어긋나 있고 편향은 0.41까지 왔습니다. 300걸음 뒤에는 수 열
개를 모두 찾았습니다. 필터는 많아야 0.000065만큼 어긋나 있고 손실은 $3.1 \cdot 10^{-10}$까지 내려갔습니다. 아무도 층에
이 수들을 알려 주지 않았습니다. 층은 이미지와, 나와야 할 결과만 보았습니다. dW가 한 군데라도 틀렸다면 다른 곳에서
끝났을 것입니다.

다만 결론은 조심해서 내려야 합니다. 이렇게 순조로운 것은 정답이 바로 이런 꼴의 필터에서 나왔기 때문입니다. 완벽한 답이
있고, 하나뿐입니다. 실제 신경망에서 정답은 레이블이고, 필터는 거기에서 여러 층 떨어져 있으며, 필터가 어떤 모양이어야
할지는 아무도 미리 알지 못합니다. 그래도 한 가지는 통합니다. 많은 신경망이 첫 층에서 이런 윤곽선 필터를 스스로
찾아냅니다.

여기서는 학습률이 거의 한계에 있습니다. `plot_learnt(steps=50, lr=1.0)`을 실행해 보고 u05의 5절을 떠올려 보십시오.
"""

# %% [markdown] lang="en"
r"""
## 9. A question to answer in words

Write three to eight sentences in the cell below. It is graded by a person, 3 points.

A layer deep inside a network for photos gets x of the shape (100, 64, 56, 56) in float32, 4 bytes a number. Its
windows are 3×3, with the stride 1 and the padding 1.

1. How many bytes does x take, and how many does the matrix of `im2col`? By which factor is the matrix larger, and
   where does this factor come from?
2. The loop of unit u11 needs hardly any memory besides x and the output. Your layer keeps the matrix from `forward`
   until `backward`. What is it kept for, and what would it cost not to keep it?
3. Name a way to need much less memory and still let matrix products do the work.
"""

# %% [markdown] lang="ko"
r"""
## 9. 글로 답하는 문제

아래 셀에 세 문장에서 여덟 문장 정도로 답하십시오. 사람이 채점하며 3점입니다.

사진을 다루는 신경망의 깊은 곳에 있는 층이 shape이 (100, 64, 56, 56)인 float32 배열 x를 받습니다. 수 하나는
4바이트입니다. 윈도우는 3×3이고 스트라이드는 1, 패딩은 1입니다.

1. x는 몇 바이트이고 `im2col`의 행렬은 몇 바이트입니까? 행렬은 몇 배 크며, 그 배수는 어디에서 옵니까?
2. u11의 반복문은 x와 출력 말고는 메모리를 거의 쓰지 않습니다. 여러분의 층은 `forward`에서 `backward`까지 행렬을
   가지고 있습니다. 무엇에 쓰려고 가지고 있으며, 가지고 있지 않으면 무엇을 치러야 합니까?
3. 여전히 행렬 곱에 일을 맡기면서 메모리를 훨씬 덜 쓰는 방법을 하나 들어 보십시오.
"""

# %% [markdown] answer="memory" points=3 lang="en"
r"""
**Model answer.**

1. x holds $100 \cdot 64 \cdot 56 \cdot 56$ numbers, 80,281,600 bytes, about 80 MB. With the padding 1 there are again
   56·56 places, so the matrix has 313,600 rows and $64 \cdot 3 \cdot 3 = 576$ columns: 722,534,400 bytes, about 723
   MB. It is 9 times larger. Each place has its own row with all its 9 pixels of every channel, so nearly every pixel
   is copied 9 times. (With a larger stride there are fewer places, and the factor falls: with the stride 3 the
   windows no longer overlap, and it is about 1.)
2. `backward` needs it for the gradient of the filters, dW = doutᵀ col. It can be made anew from x by a second
   `im2col`. That costs time, another pass of copying for each step of training, but x (80 MB) is kept instead of the
   matrix (723 MB).
3. Take a few images at a time: with blocks of ten images the matrix is a tenth as large, and dW and db are summed
   over the blocks. Or go through the 9 places of the window: for each place one product of a slice of x with the (F,
   C) weights of that place, summed up; then no pixel is copied more than once at a time.

**Rubric**, 1 point each.

- Both sizes (or the factor 9 with one of them) and the reason: one copy of a pixel for each window that it is in.
  Half a point for the factor without the reason, or for the reason with a slip in the calculation.
- It is needed for dW, and without it `im2col` must run again: time for memory. Half a point if one of the two is
  missing. "It is needed for dx" is wrong: dx needs W and dout only.
- Any way that works, with a word on how: blocks of images, one product for each place of the window. Half a point for
  "a smaller batch" in training, which changes the training itself, or for a bare keyword. Going back to the loop over
  all windows earns nothing.
"""

# %% [markdown] answer="memory" points=3 lang="ko"
r"""
**모범 답안.**

1. x의 수는 $100 \cdot 64 \cdot 56 \cdot 56$개이고 80,281,600바이트, 약 80 MB입니다. 패딩이 1이므로 윈도우의 자리는
   이번에도 56·56개입니다. 행렬의 행은 313,600개, 열은 $64 \cdot 3 \cdot 3 = 576$개이고 722,534,400바이트, 약 723
   MB입니다. 9배입니다. 자리마다 채널별로 픽셀 9개를 모두 담은 행이 따로 있으므로, 거의 모든 픽셀이 9번 복사됩니다.
   (스트라이드가 크면 자리가 줄어 배수도 작아집니다. 스트라이드가 3이면 윈도우가 겹치지 않아 1배쯤입니다.)
2. `backward`에서 필터의 그래디언트 dW = doutᵀ col을 구할 때 필요합니다. x에 `im2col`을 한 번 더 하면 다시 만들 수
   있습니다. 학습의 걸음마다 복사를 한 번 더 하느라 시간이 들지만, 행렬(723 MB) 대신 x(80 MB)만 가지고 있으면 됩니다.
3. 이미지를 몇 장씩 나누어 계산합니다. 열 장씩 묶으면 행렬이 십분의 일이 되고, dW와 db는 묶음에 걸쳐 더합니다. 또는
   윈도우 안의 9자리를 하나씩 지나가며, 자리마다 x의 슬라이스와 그 자리의 가중치 (F, C)를 곱해 더합니다. 그러면 한
   번에 픽셀을 한 번씩만 복사합니다.

**채점 기준**, 각 1점.

- 두 크기(또는 9배라는 값과 둘 중 하나)와, 픽셀이 드는 윈도우마다 복사본이 하나씩 생긴다는 까닭. 까닭 없이 배수만
  맞거나, 까닭은 맞지만 계산을 틀렸으면 0.5점.
- dW에 필요하다는 것과, 없으면 `im2col`을 다시 해야 한다는 것, 곧 시간과 메모리를 맞바꾼다는 것. 둘 중 하나가 빠지면
  0.5점. 'dx에 필요하다'는 틀린 답입니다. dx에는 W와 dout만 있으면 됩니다.
- 어떻게 하는지 한마디라도 설명한, 통하는 방법 하나. 이미지를 나누기, 윈도우의 자리마다 곱하기 등. 학습 자체를 바꾸는
  '배치를 줄인다'나 설명 없는 낱말만 있으면 0.5점. 모든 윈도우에 걸친 반복문으로 돌아가는 것은 점수가 없습니다.
"""

# %% demo=true
unit.score()

# %% [markdown] lang="en"
r"""
## What to read next

- Kumar Chellapilla, Sidd Puri, Patrice Simard, "High Performance Convolutional Neural Networks for Document
  Processing" (2006): the paper that made convolution a matrix product, for handwriting.
- Koki Saitoh, *Deep Learning from Scratch*, chapter 7: im2col and the layers of this unit, with the loops in another
  place.
- Yangqing Jia, "Learning Semantic Image Representations at a Large Scale" (PhD thesis, 2014): how the library Caffe
  used im2col, and why it paid in memory for speed.
- Vincent Dumoulin, Francesco Visin, "A guide to convolution arithmetic for deep learning" (arXiv 1603.07285, 2016):
  sizes, strides and paddings in pictures, and the transposed convolution, which is your `col2im` as a layer of its
  own.
- Karen Simonyan, Andrea Vedaldi, Andrew Zisserman, "Deep Inside Convolutional Networks" (arXiv 1312.6034, 2013):
  gradient maps of networks that recognise photos.

In unit u13 your layers become a whole network, and it learns to read digits.
"""

# %% [markdown] lang="ko"
r"""
## 더 읽을거리

- Kumar Chellapilla, Sidd Puri, Patrice Simard, "High Performance Convolutional Neural Networks for Document
  Processing" (2006). 손글씨를 읽으려고 합성곱을 행렬 곱으로 바꾼 논문입니다.
- 사이토 고키, 『밑바닥부터 시작하는 딥러닝』, 7장. im2col과 이 단원의 층들을 다루며, 반복문을 쓰는 곳이 다릅니다.
- Yangqing Jia, "Learning Semantic Image Representations at a Large Scale" (박사 논문, 2014). 라이브러리 Caffe가
  im2col을 어떻게 썼고, 왜 메모리를 내주고 속도를 얻었는지 설명합니다.
- Vincent Dumoulin, Francesco Visin, "A guide to convolution arithmetic for deep learning" (arXiv 1603.07285, 2016).
  크기와 스트라이드와 패딩을 그림으로 보여 주고, 여러분의 `col2im`을 하나의 층으로 만든 전치 합성곱도 다룹니다.
- Karen Simonyan, Andrea Vedaldi, Andrew Zisserman, "Deep Inside Convolutional Networks" (arXiv 1312.6034, 2013).
  사진을 알아보는 신경망의 그래디언트 지도입니다.

u13에서는 여러분의 층들이 모여 신경망 하나가 되고, 숫자를 읽는 법을 배웁니다.
"""
