# %% [markdown] lang="en"
r"""
# Convolution and pooling by loops

A photograph is a grid of numbers, and what it shows may stand anywhere in it. This unit builds the two layers that make
use of this: **convolution**, which looks for the same small pattern everywhere, and **pooling**, which makes the result
smaller. You write both as plain loops: slow, but every number in them can be followed by hand.

After it you will be able to

- say how large the result of a sliding window is, for any width, stride and padding,
- write a convolution with several channels, several filters, stride and padding, and say why 5×5×3 and a filter of
  2×2×3 make 4×4 and not 3×3×3,
- write max pooling and average pooling,
- count what a layer learns and what it computes,
- say how much of the image a number deep in the network can see.

You need unit u10 (a filter on a grey image) and the weighted sum of unit u01. Plan about 85 minutes.
"""

# %% [markdown] lang="ko"
r"""
# 반복문으로 만드는 합성곱과 풀링

사진은 수를 격자로 늘어놓은 것이고, 사진에 찍힌 물체는 어디에나 있을 수 있습니다. 이 단원에서는 이 사실을 이용하는 두 가지
층을 만듭니다. **합성곱**(convolution)은 같은 작은 무늬를 이미지 전체에서 찾고, **풀링**(pooling)은 그 결과를 작게 줄입니다.
둘 다 단순한 반복문으로 작성합니다. 느리지만 모든 수를 손으로 따라가 볼 수 있습니다.

이 단원을 마치면 다음을 할 수 있습니다.

- 윈도우의 너비, 스트라이드, 패딩이 주어지면 결과의 크기를 구할 수 있습니다.
- 채널과 필터가 여러 개이고 스트라이드와 패딩이 있는 합성곱을 구현할 수 있습니다. 5×5×3 입력에 2×2×3 필터를 적용하면 왜
  3×3×3이 아니라 4×4가 되는지 설명할 수 있습니다.
- 최대 풀링과 평균 풀링을 구현할 수 있습니다.
- 층이 학습하는 매개변수와 계산량을 셀 수 있습니다.
- 신경망 깊은 곳의 수 하나가 이미지를 얼마나 넓게 보는지 말할 수 있습니다.

u10 단원(흑백 이미지와 필터)과 u01 단원의 가중합을 알고 있으면 됩니다. 85분 정도 걸립니다.
"""

# %% setup=true
import time

import matplotlib.pyplot as plt
import numpy as np
from nnlab import Unit, data, plots, widgets

unit = Unit("u11_convolution", lang="en")
check = unit.check

# %% [markdown] lang="en"
r"""
## 1. Why not one large layer?

Take a small colour photograph: 32 rows, 32 columns and three numbers for each pixel (red, green, blue). That is
$32 \cdot 32 \cdot 3 = 3072$ numbers. A **dense** layer (the fully connected, or affine, layer of unit u04) in which
*one* unit looks at them all has 3072 weights. A hundred such units have 307,200.

The large number is not the worst of it. Suppose one unit has learnt to find a vertical edge in the top left corner.
The same edge five pixels further right meets *other* weights: for the layer this is a new task,
to be learnt from new examples. A dense layer does not even know which pixels are neighbours. If you shuffled the
pixels of all images in the same way, it would learn just as well.

A convolution builds two things that we know about images into the layer:

- **Look nearby.** Each result depends on a small window of pixels only, say 3×3.
- **Share the weights.** The same few weights are used at every place. Found once, a pattern is found everywhere.

In unit u10 you moved a filter of fixed numbers, such as Sobel's, over a grey image. A convolution layer does the
same, with three additions: the image has several channels, there are several filters, and the numbers in the
filters are *learnt* (units u12 and u13). This unit computes what such a layer puts out.
"""

# %% [markdown] lang="ko"
r"""
## 1. 큰 층 하나로는 왜 안 되는가

작은 컬러 사진을 생각해 보겠습니다. 32행 32열이고 픽셀마다 수가 세 개(빨강, 초록, 파랑) 있습니다. 모두
$32 \cdot 32 \cdot 3 = 3072$개입니다. **완전 연결 계층**(dense layer, u04의 아핀 계층)의 유닛 *하나*가 이 수를 모두 보려면
가중치가 3072개 필요합니다. 유닛이 백 개이면 307,200개입니다.

가중치가 많다는 것보다 더 큰 문제가 있습니다. 어떤 유닛이 왼쪽 위 구석에서 세로 윤곽선을 찾는 법을 배웠다고 합시다. 똑같은
윤곽선이 다섯 픽셀 오른쪽에 나타나면 *다른* 가중치와 만납니다. 이 층에는 새로운 문제이고, 새로운 예로 처음부터 배워야 합니다.
완전 연결 계층은 어느 픽셀끼리 이웃인지조차 모릅니다. 모든 이미지의 픽셀을 똑같은 순서로 뒤섞어 놓아도 똑같이 잘 배웁니다.

합성곱은 우리가 이미지에 대해 알고 있는 두 가지를 층에 심어 둡니다.

- **가까운 곳만 봅니다.** 결과의 수 하나는 3×3 같은 작은 윈도우의 픽셀에만 달려 있습니다.
- **가중치를 함께 씁니다.** 모든 자리에서 같은 가중치 몇 개를 씁니다. 한 번 찾을 줄 알게 된 무늬는 어디에서나 찾습니다.

u10에서는 소벨 필터처럼 값이 정해진 필터를 흑백 이미지 위로 움직였습니다. 합성곱 층도 같은 일을 하며 세 가지가 더해집니다.
이미지에 채널이 여러 개 있고, 필터도 여러 개이며, 필터의 수를 *학습*합니다(u12, u13). 이 단원에서는 이런 층의 출력을 계산합니다.
"""

# %% [markdown] lang="en"
r"""
## 2. At how many places does a window fit?

Start with a single row of seven pixels and a window that is three pixels wide:

```
[1  2  3] 4  5  6  7
 1 [2  3  4] 5  6  7
 1  2 [3  4  5] 6  7
 1  2  3 [4  5  6] 7
 1  2  3  4 [5  6  7]
```

Five places. The window begins at pixel 1, and there are $7 - 3 = 4$ steps until it touches the right border; with the
place where it begins that makes $4 + 1 = 5$. Forgetting this 1 is the most frequent slip of this topic.

**Stride.** The window may move on by more than one pixel at a time. With a **stride** of 2 it begins at the pixels
1, 3 and 5: the four single steps have become two double ones, $4 / 2 + 1 = 3$ places. With a stride of 3 it begins
at 1 and 4; the next would be 7, and there it would hang over the border. $4 / 3 = 1.33$ steps are *one* step: round
**down**. Pixel 7 is not used at all. No error, no warning: it is simply not looked at.

**Padding.** The result is shorter than the row, and the border pixels take part in fewer windows than those in the
middle. A remedy is to put zeros around the image, `pad` of them on **each** side. With `pad` = 1 the row of seven
becomes nine, and the window of three fits at seven places: the size is kept.

$$\text{size} = \left\lfloor \frac{n + 2\,\text{pad} - k}{\text{stride}} \right\rfloor + 1$$

The half brackets $\lfloor\;\rfloor$ mean "rounded down"; in Python `//` divides whole numbers that way. For $n = 7$,
$k = 3$, stride 2 and `pad` 1 it says $(7 + 2 - 3) / 2 + 1 = 4$.

If the window is larger than the padded row, it fits nowhere. Then the formula gives 0 or even less. An array of size
0 would travel on silently; a `ValueError` says at once what is wrong.

**Your turn**, about 3 lines. All four numbers are whole; the result is an `int`, since it becomes the size of an
array. Raise a `ValueError` where the window does not fit.
"""

# %% [markdown] lang="ko"
r"""
## 2. 윈도우가 들어가는 자리는 몇 개인가

먼저 픽셀 일곱 개가 한 줄로 있고 윈도우(window)의 너비가 세 픽셀인 경우를 보겠습니다.

```
[1  2  3] 4  5  6  7
 1 [2  3  4] 5  6  7
 1  2 [3  4  5] 6  7
 1  2  3 [4  5  6] 7
 1  2  3  4 [5  6  7]
```

자리는 다섯 개입니다. 윈도우는 픽셀 1에서 시작하고, 오른쪽 끝에 닿을 때까지 $7 - 3 = 4$걸음을 갑니다. 처음 놓인 자리까지 세면
$4 + 1 = 5$입니다. 이 1을 빠뜨리는 것이 이 주제에서 가장 흔한 실수입니다.

**스트라이드.** 윈도우를 한 번에 두 픽셀 이상 움직일 수도 있습니다. 이 간격을 **스트라이드**(stride)라고 합니다. 스트라이드가
2이면 윈도우는 픽셀 1, 3, 5에서 시작합니다. 한 칸씩 네 걸음이 두 칸씩 두 걸음으로 바뀌어 $4 / 2 + 1 = 3$자리입니다. 스트라이드가
3이면 1과 4에서 시작합니다. 다음은 7인데, 거기서는 윈도우가 끝을 넘어갑니다. $4 / 3 = 1.33$걸음은 *한* 걸음입니다. 곧
**내림**합니다. 픽셀 7은 아예 쓰이지 않습니다. 오류도 경고도 없이 그냥 지나칩니다.

**패딩.** 결과는 원래 줄보다 짧아지고, 가장자리 픽셀은 가운데 픽셀보다 적은 수의 윈도우에 들어갑니다. 그래서 이미지 둘레에 0을
붙이기도 합니다. 이것을 **패딩**(padding)이라고 하고, **양쪽에 각각** `pad`개씩 붙입니다. `pad`가 1이면 일곱 칸이 아홉 칸이 되고,
너비가 3인 윈도우가 일곱 자리에 들어갑니다. 크기가 그대로 유지됩니다.

$$\text{size} = \left\lfloor \frac{n + 2\,\text{pad} - k}{\text{stride}} \right\rfloor + 1$$

아래쪽만 꺾인 괄호 $\lfloor\;\rfloor$는 '내림'을 뜻합니다. 파이썬에서는 정수를 `//`로 나누면 내림이 됩니다. $n = 7$, $k = 3$,
스트라이드 2, `pad` 1이면 $(7 + 2 - 3) / 2 + 1 = 4$입니다.

윈도우가 패딩한 줄보다 크면 들어갈 자리가 없습니다. 이때 식의 값은 0이나 음수가 됩니다. 크기가 0인 배열은 아무 말 없이 다음
계산으로 넘어가지만, `ValueError`를 내면 무엇이 잘못되었는지 바로 알 수 있습니다.

빈칸을 채우십시오. 세 줄 정도면 됩니다. 네 수는 모두 정수이고, 결과는 배열의 크기로 쓰이므로 `int`여야 합니다. 윈도우가 들어가지
않으면 `ValueError`를 내십시오.
"""


# %% exercise="conv_output_size"
def conv_output_size(n, k, stride, pad):
    """Return at how many places a window fits on a row of pixels.

    n : int, pixels in the row. k : int, width of the window. stride : int >= 1, pixels from one place to the next.
    pad : int >= 0, zeros on each side of the row.
    Returns an int, rounded down where the last step does not fit.
    Raises ValueError where the window is larger than the padded row. About 3 lines.

    Example: n = 7, k = 3 gives 5 with stride 1 and pad 0, 3 with stride 2, 2 with stride 3, and 7 with stride 1, pad 1.
    """
    ### BEGIN SOLUTION
    if k > n + 2 * pad:
        raise ValueError(f"a window of {k} does not fit on {n + 2 * pad} pixels")
    return (n + 2 * pad - k) // stride + 1
    ### END SOLUTION


# %% check="conv_output_size"
check("conv_output_size", conv_output_size)

# %% [markdown] lang="en"
r"""
## 3. Convolution: one filter for all channels

**One channel first.** Lay a filter of 2×2 weights on the top left corner of an image, multiply each weight by the
pixel below it, and add up the four products:

$$\begin{pmatrix} 1 & 2 & 0 \\ 0 & 1 & 3 \end{pmatrix} \ast \begin{pmatrix} 1 & 0 \\ 0 & 2 \end{pmatrix}
\qquad 1 \cdot 1 + 0 \cdot 2 + 0 \cdot 0 + 2 \cdot 1 = 3$$

(The sign ∗ stands for just that; at the right is the sum for the first place.) One pixel further right it is
$1 \cdot 2 + 0 \cdot 0 + 0 \cdot 1 + 2 \cdot 3 = 8$. The weighted sum of unit u01, once for each place. (In
mathematics a convolution flips the filter first. Neural networks do not, and keep the name: since the weights are
learnt, it makes no difference. What you compute here is strictly called *cross-correlation*.)

**Several channels.** A colour image has three **channels**, C = 3, and deeper layers have dozens. A filter then has
weights for *every* channel, C·kh·kw of them, and it covers all channels at the same time. Say the image above has a
second channel, and the filter a second grid of weights. These are the sums at its two places:

$$\begin{pmatrix} 0 & 1 & 1 \\ 2 & 0 & 1 \end{pmatrix} \ast \begin{pmatrix} 0 & 1 \\ 1 & 0 \end{pmatrix}
\qquad 1 \cdot 1 + 1 \cdot 2 = 3, \qquad 1 \cdot 1 + 1 \cdot 0 = 1$$

The channels are **added**: $3 + 3 = 6$ at the first place, $8 + 1 = 9$ at the second. At last comes the bias of the
filter. With $b = 10$ the result is 16 and 19.

So a filter gives *one* number for each place, however many channels it reads. An image of 5×5 pixels with 3
channels and a filter of 2×2×3 give 4×4 numbers. Not 3×3×3: that would be right if the filter also slid along the
channels, but it covers all of them already.

**Several filters.** F filters give F such maps, called **feature maps**, and these are the channels of the next
layer. Each filter has a bias of its own.

With N images, the shapes are

| array | shape | |
|---|---|---|
| `x` | (N, C, H, W) | images, channels, rows, columns |
| `w` | (F, C, kh, kw) | filters, channels, rows, columns |
| `b` | (F,) | a bias for each filter |
| `out` | (N, F, OH, OW) | a map for each image and filter |

and the formula, with the padded image $\hat x$ and the stride $s$, is

$$\text{out}_{n,f,i,j} = b_f + \sum_{c=0}^{C-1} \sum_{u=0}^{kh-1} \sum_{v=0}^{kw-1} w_{f,c,u,v}\; \hat x_{n,\,c,\,i s + u,\,j s + v}$$

Four indices name the number that is computed, three more run through the sum: **seven loops**.

**What is hard about it** is not the idea but the bookkeeping.

- The window of `out[n, f, i, j]` begins at row `i * stride` and column `j * stride`, not at `i` and `j`.
- OH goes with H and kh, OW with W and kw. In an example where everything is square, mixing them up is not noticed.
- Only rows and columns are padded: `np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))`, one pair for each axis.
- `np.ndindex(2, 3)` walks through the indices (0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2). So
  `for n, f, i, j in np.ndindex(out.shape):` is four loops in one line.

**Your turn**, about 10 lines. Loops are fine; so is a product of a whole window with `w[f]`, or anything else that
gives the same numbers. `x` and `w` may hold integers, and the result is a new float array.
"""

# %% [markdown] lang="ko"
r"""
## 3. 합성곱: 필터 하나가 모든 채널을 본다

**채널이 하나일 때.** 2×2 필터(filter)를 이미지의 왼쪽 위 구석에 놓고, 가중치마다 그 아래에 있는 픽셀을 곱해 네 개의 곱을
더합니다.

$$\begin{pmatrix} 1 & 2 & 0 \\ 0 & 1 & 3 \end{pmatrix} \ast \begin{pmatrix} 1 & 0 \\ 0 & 2 \end{pmatrix}
\qquad 1 \cdot 1 + 0 \cdot 2 + 0 \cdot 0 + 2 \cdot 1 = 3$$

(기호 ∗가 이 계산을 나타내고, 오른쪽은 첫 자리의 합입니다.) 한 픽셀 오른쪽으로 옮기면
$1 \cdot 2 + 0 \cdot 0 + 0 \cdot 1 + 2 \cdot 3 = 8$입니다. u01의 가중합을 자리마다 한 번씩 하는 것입니다. (수학에서 말하는 합성곱은 필터를
먼저 뒤집습니다. 신경망에서는 뒤집지 않고 이름만 그대로 씁니다. 가중치를 학습하므로 뒤집든 말든 달라지는 것이 없기 때문입니다. 여기서 계산하는 것의 정확한 이름은
*교차상관*(cross-correlation)입니다.)

**채널이 여러 개일 때.** 컬러 이미지에는 **채널**(channel)이 세 개 있고(C = 3), 더 깊은 층에는 수십 개가 있습니다. 이때 필터에는
*모든* 채널에 대한 가중치가 C·kh·kw개 있고, 필터는 모든 채널을 한꺼번에 덮습니다. 위의 이미지에 둘째 채널이 있고 필터에도 그에 맞는
가중치가 있다고 하겠습니다. 두 자리의 합은 다음과 같습니다.

$$\begin{pmatrix} 0 & 1 & 1 \\ 2 & 0 & 1 \end{pmatrix} \ast \begin{pmatrix} 0 & 1 \\ 1 & 0 \end{pmatrix}
\qquad 1 \cdot 1 + 1 \cdot 2 = 3, \qquad 1 \cdot 1 + 1 \cdot 0 = 1$$

채널끼리는 **더합니다**. 첫 자리는 $3 + 3 = 6$, 둘째 자리는 $8 + 1 = 9$입니다. 마지막으로 필터의 편향을 더합니다. $b = 10$이면
결과는 16과 19입니다.

따라서 필터는 채널이 몇 개이든 자리마다 수를 *하나*만 냅니다. 채널이 3개인 5×5 이미지에 2×2×3 필터를 적용하면 4×4가 됩니다.
3×3×3이 아닙니다. 필터가 채널 방향으로도 움직인다면 그렇게 되겠지만, 필터는 이미 모든 채널을 덮고 있습니다.

**필터가 여러 개일 때.** 필터 F개는 이런 지도 F장을 만듭니다. 이것을 **특징 맵**(feature map)이라고 하며, 다음 층에서는 이것이
채널이 됩니다. 편향은 필터마다 따로 있습니다.

이미지가 N장이면 shape은 다음과 같습니다.

| 배열 | shape | |
|---|---|---|
| `x` | (N, C, H, W) | 이미지, 채널, 행, 열 |
| `w` | (F, C, kh, kw) | 필터, 채널, 행, 열 |
| `b` | (F,) | 필터마다 편향 하나 |
| `out` | (N, F, OH, OW) | 이미지와 필터마다 특징 맵 하나 |

패딩한 이미지를 $\hat x$, 스트라이드를 $s$라고 하면 식은 다음과 같습니다.

$$\text{out}_{n,f,i,j} = b_f + \sum_{c=0}^{C-1} \sum_{u=0}^{kh-1} \sum_{v=0}^{kw-1} w_{f,c,u,v}\; \hat x_{n,\,c,\,i s + u,\,j s + v}$$

계산할 수를 가리키는 인덱스가 네 개이고, 합에서 움직이는 인덱스가 세 개입니다. 그래서 **반복문 일곱 개**입니다.

**어려운 점**은 생각 자체가 아니라 인덱스를 틀리지 않고 챙기는 일입니다.

- `out[n, f, i, j]`의 윈도우는 `i`, `j`가 아니라 `i * stride`행, `j * stride`열에서 시작합니다.
- OH는 H와 kh로, OW는 W와 kw로 구합니다. 모두 정사각형인 예에서는 서로 바꾸어 써도 드러나지 않습니다.
- 행과 열에만 패딩합니다. `np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))`처럼 축마다 쌍을 하나씩 줍니다.
- `np.ndindex(2, 3)`은 인덱스 (0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2)를 차례로 지납니다. 따라서
  `for n, f, i, j in np.ndindex(out.shape):`는 반복문 네 개를 한 줄로 쓴 것입니다.

빈칸을 채우십시오. 열 줄 정도면 됩니다. 반복문만 써도 되고, 윈도우 전체에 `w[f]`를 곱해도 되고, 같은 수가 나오는 다른 방법도
됩니다. `x`와 `w`는 정수일 수도 있으며, 결과는 새 실수 배열입니다.
"""


# %% exercise="conv2d_naive"
def conv2d_naive(x, w, b, stride, pad):
    """Return the convolution of images with filters, which are not flipped.

    x : (N, C, H, W), floats or integers. w : (F, C, kh, kw). b : (F,). None of them is changed.
    stride : int >= 1, the same along rows and columns. pad : int >= 0, zeros on each of the four sides.
    Returns a new float array (N, F, OH, OW); OH from H and kh, OW from W and kw, as in conv_output_size:
    the window of out[n, f, i, j] has its top left corner at (i * stride, j * stride) of the padded image.
    About 10 lines.

    Example: x = [[[[1, 2, 0], [0, 1, 3]], [[0, 1, 1], [2, 0, 1]]]] (1, 2, 2, 3),
    w = [[[[1, 0], [0, 2]], [[0, 1], [1, 0]]]] (1, 2, 2, 2) and b = [10] with stride 1 and pad 0
    give [[[[16.0, 19.0]]]] (1, 1, 1, 2).
    """
    ### BEGIN SOLUTION
    N, C, H, W = x.shape
    F, _, kh, kw = w.shape
    OH = conv_output_size(H, kh, stride, pad)
    OW = conv_output_size(W, kw, stride, pad)
    padded = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    out = np.zeros((N, F, OH, OW))
    for n, f, i, j in np.ndindex(out.shape):
        out[n, f, i, j] = b[f]
        for c, u, v in np.ndindex(C, kh, kw):
            out[n, f, i, j] += w[f, c, u, v] * padded[n, c, i * stride + u, j * stride + v]
    return out
    ### END SOLUTION


# %% check="conv2d_naive"
check("conv2d_naive", conv2d_naive)

# %% [markdown] lang="en"
r"""
### The window, place by place

The next cell slides a filter over a small image of 3 channels, with your two functions. Above stand the three
channels of `x`, one beside the other, with a frame around the window; below them the three channels of the filter.
At the right is the whole result, computed by your `conv2d_naive`, and the number that belongs to the frame is
framed too. The line below it adds up the products of each channel, so that you can follow this one number by hand.

![Three channels of 5 by 5 whole numbers in the upper row, each with a frame of 2 by 2 numbers at row 1, column 2;
the three channels of the filter below, 2 by 2 each; at the right the result, 4 by 4, with the framed number −1, and
below it 1 + (−2) + (−1) + 1 = −1.](attachment:window.png)

Four sliders: `row` and `column` choose the place (beyond the last one, the last), `stride` and `pad` the step and the
border. (Without sliders: at stride 2 the result shrinks to 2×2, its windows do not overlap, and the last row and
column of the image are not used. With `pad` 1 it grows to 6×6 at stride 1 and 3×3 at stride 2.)

Three things to try:

- Count the numbers of the result for stride 1 and `pad` 0. Why is there only *one* map?
- Set `pad` to 1 and go to row 0, column 0. How many of the 12 products can differ from 0?
- At stride 2 and `pad` 0, move through all places. Which pixels does no window ever touch?
"""

# %% [markdown] lang="ko"
r"""
### 윈도우를 한 자리씩 옮겨 보기

다음 셀은 여러분이 만든 두 함수로, 채널이 3개인 작은 이미지 위에서 필터를 움직입니다. 위에는 `x`의 채널 세 개가 나란히 있고
윈도우에 테두리가 있습니다. 아래에는 필터의 채널 세 개가 있습니다. 오른쪽은 여러분의 `conv2d_naive`가 계산한 결과 전체이고,
지금의 윈도우에 해당하는 수에도 테두리가 있습니다. 그 아래 줄은 채널마다 곱의 합을 적은 것이라, 이 수 하나를 손으로 따라가 볼 수
있습니다.

![윗줄에 5×5 정수로 된 채널 세 개가 있고 각각 1행 2열에서 시작하는 2×2 테두리가 있다. 아랫줄에는 2×2짜리 필터 채널 세 개가 있다.
오른쪽은 4×4 결과이고 테두리 안의 수는 −1이며, 그 아래에 1 + (−2) + (−1) + 1 = −1이라고 적혀 있다.](attachment:window.png)

슬라이더는 네 개입니다. `row`와 `column`으로 자리를 고르고 `stride`와 `pad`로 걸음과 패딩을 정합니다. 자리의 번호가 너무 크면 마지막 자리가 됩니다.
(슬라이더를 쓸 수 없을 때를 위해 적어 둡니다. 스트라이드가 2이면 결과가 2×2로 줄고, 윈도우끼리 겹치지 않으며, 이미지의 마지막 행과 열은 쓰이지 않습니다. `pad`가
1이면 스트라이드 1에서 6×6, 스트라이드 2에서 3×3이 됩니다.)

다음 세 가지를 해 보십시오.

- 스트라이드 1, `pad` 0일 때 결과의 수를 세어 보십시오. 왜 특징 맵이 *하나*뿐입니까?
- `pad`를 1로 하고 0행 0열로 가 보십시오. 곱 12개 가운데 0이 아닐 수 있는 것은 몇 개입니까?
- 스트라이드 2, `pad` 0에서 모든 자리를 지나 보십시오. 어느 윈도우에도 들어가지 않는 픽셀은 어느 것입니까?
"""


# %% demo=true figure="window"
def draw_window(row, column, stride, pad):
    """Draw one place of the student's convolution: the window, the filter and the number that they give."""
    rng = np.random.default_rng(1)
    x, w, b = rng.integers(0, 6, (1, 3, 5, 5)), rng.integers(-1, 2, (1, 3, 2, 2)), np.array([1.0])
    out = conv2d_naive(x, w, b, stride, pad)
    i, j = min(row, conv_output_size(5, 2, stride, pad) - 1), min(column, conv_output_size(5, 2, stride, pad) - 1)
    padded = np.pad(x[0], ((0, 0), (pad, pad), (pad, pad)))
    start = i * stride, j * stride
    figure, axes = plt.subplot_mosaic(
        [["x0", "x1", "x2", "out"], ["w0", "w1", "w2", "out"]],
        figsize=(11, 5.2),
        height_ratios=(5, 2),
        width_ratios=(1, 1, 1, 1.2),
        layout="constrained",
    )
    sums = []
    for c in range(3):
        draw_numbers(axes[f"x{c}"], padded[c], f"x, channel {c}", (*start, 2, 2))
        draw_numbers(axes[f"w{c}"], w[0, c], f"w, channel {c}", (0, 0, 2, 2))
        sums.append(int(np.sum(padded[c, start[0] : start[0] + 2, start[1] : start[1] + 2] * w[0, c])))
    draw_numbers(axes["out"], out[0, 0], f"out, {out.shape[2]} x {out.shape[3]}", (i, j, 1, 1))
    terms = " + ".join(f"({s})" if s < 0 else f"{s}" for s in sums)
    text = f"column\n\nchannels: {terms}, bias: 1\n{terms} + 1 = {out[0, 0, i, j]:g}"
    axes["out"].set_xlabel(text.replace("-", "\N{MINUS SIGN}"), fontsize=10)
    plt.show()


def draw_numbers(axis, numbers, title, frame):
    """Write an array as numbers on grey, with a thick frame (row, column, height, width)."""
    axis.imshow(numbers, cmap="Greys", vmin=-3, vmax=22)
    for (row, column), number in np.ndenumerate(numbers):
        axis.text(column, row, f"{number:g}".replace("-", "\N{MINUS SIGN}"), ha="center", va="center", fontsize=11)
    row, column, height, width = frame
    axis.add_patch(
        plt.Rectangle((column - 0.5, row - 0.5), width, height, fill=False, linewidth=3, color="tab:red", clip_on=False)
    )
    axis.set(title=title, xlabel="column", ylabel="row", xticks=range(numbers.shape[1]), yticks=range(len(numbers)))


widgets.sliders(draw_window, row=(0, 5, 1, 1), column=(0, 5, 1, 2), stride=(1, 2, 1, 1), pad=(0, 1, 1, 0))

# %% [markdown] lang="en"
r"""
### Edge maps, and a filter of your own

What can a filter see? The picture below is 24×24 pixels in colour: on a green ground lie a lighter square and a red
disc. The colours are chosen with care. The *grey value* of the disc (0.299 red + 0.587 green + 0.114 blue) is
0.335, exactly that of the ground. The *difference* red − green of the square is −0.4, exactly that of the ground.

Three filters of 3×3×3 are used, all in one call of your `conv2d_naive`:

- **grey edges**: Sobel's filter for vertical edges, times 0.299, 0.587 and 0.114 on the three channels. It sees
  what a grey photograph shows.
- **red − green edges**: Sobel's filter on red, minus the same filter on green.
- **mine**: the same nine numbers on every channel, and you choose them.

![Four pictures: a square and a disc on a ground; grey edges show the left and right side of the square only; red minus
green edges show the disc only; the third filter draws thin outlines of both.](attachment:edges.png)

The first filter finds the square and is blind to the disc; the second finds the disc and is blind to the square.
Neither could do this if the channels were kept apart. From the ground to the disc red rises and green falls, both by a
lot; only in the weighted *sum over the channels* do the two cancel.

**Now edit the filter.** `MINE` in the next cell is an outline filter: four neighbours minus four times the middle.
Change its nine numbers and run the cell again. Nine times 1/9 blurs. A 1 at the right in the middle row and zeros
elsewhere moves the picture by one pixel; in which direction?
"""

# %% [markdown] lang="ko"
r"""
### 윤곽선 지도와 여러분의 필터

필터는 무엇을 볼 수 있을까요? 아래 그림은 24×24 픽셀 컬러 이미지입니다. 초록 바탕에 더 밝은 정사각형과 빨간 원이 있습니다. 색은
신중하게 골랐습니다. 원의 *밝기*(0.299 빨강 + 0.587 초록 + 0.114 파랑)는 0.335로 바탕과 정확히 같습니다. 정사각형의 *빨강 −
초록*은 −0.4로 바탕과 정확히 같습니다.

3×3×3 필터 세 개를 씁니다. 여러분의 `conv2d_naive`를 한 번만 호출합니다.

- **grey edges**: 세로 윤곽선을 찾는 소벨 필터에 채널마다 0.299, 0.587, 0.114를 곱한 것입니다. 흑백 사진에서 보이는 것을 봅니다.
- **red − green edges**: 빨강 채널의 소벨 필터에서 초록 채널의 소벨 필터를 뺀 것입니다.
- **mine**: 채널마다 같은 수 아홉 개를 쓰며, 그 수는 여러분이 정합니다.

![그림 네 개. 바탕 위의 정사각형과 원, 정사각형의 왼쪽과 오른쪽 변만 보이는 grey edges, 원만 보이는 red − green edges, 둘의 가는
윤곽선을 그린 셋째 필터.](attachment:edges.png)

첫째 필터는 정사각형을 찾지만 원은 보지 못합니다. 둘째 필터는 원을 찾지만 정사각형은 보지 못합니다. 채널을 따로따로 두었다면 어느
쪽도 할 수 없는 일입니다. 바탕에서 원으로 가면 빨강은 크게 늘고 초록은 크게 줄지만,
가중치를 곱해 *채널끼리 더하면* 둘이 상쇄됩니다.

**이제 필터를 고쳐 보십시오.** 다음 셀의 `MINE`은 윤곽선 필터로, 이웃 네 개의 합에서 가운데의 네 배를 뺍니다. 수 아홉 개를 바꾸고
셀을 다시 실행해 보십시오. 아홉 개를 모두 1/9로 하면 흐려집니다. 가운데 행의 오른쪽만 1이고 나머지가 0이면 그림이 한 픽셀
움직입니다. 어느 쪽으로 움직입니까?
"""

# %% demo=true figure="edges"
MINE = [
    [0, 1, 0],
    [1, -4, 1],
    [0, 1, 0],
]


def colour_picture():
    """Return a picture (3, 24, 24): a square and a disc on a ground, values from 0 to 1."""
    row, column = np.mgrid[:24, :24]
    picture = np.empty((3, 24, 24))
    picture[:] = np.reshape([0.1, 0.5, 0.1], (3, 1, 1))
    picture[:, 3:11, 3:11] = np.reshape([0.5, 0.9, 0.5], (3, 1, 1))
    picture[:, (row - 17) ** 2 + (column - 17) ** 2 < 25] = np.reshape([0.9, 0.1, 0.007 / 0.114], (3, 1))
    return picture


def plot_edges():
    """Draw the student's convolution of a colour picture with three filters."""
    sobel = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    grey = np.multiply.outer([0.299, 0.587, 0.114], sobel)
    difference = np.multiply.outer([1, -1, 0], sobel)
    mine = np.multiply.outer([1, 1, 1], np.array(MINE, dtype=float))
    picture = colour_picture()
    maps = conv2d_naive(picture[np.newaxis], np.array([grey, difference, mine]), np.zeros(3), 1, 0)[0]
    figure, axes = plt.subplots(1, 4, figsize=(13, 3.4), layout="constrained")
    axes[0].imshow(picture.transpose(1, 2, 0))
    axes[0].set(title="picture", xlabel="column", ylabel="row")
    for axis, title, drawn in zip(
        axes[1:], ("grey edges", "red \N{MINUS SIGN} green edges", "mine"), maps, strict=True
    ):
        largest = np.abs(drawn).max() or 1.0
        image = axis.imshow(drawn, cmap="gray", vmin=-largest, vmax=largest)
        figure.colorbar(image, ax=axis, shrink=0.8)
        axis.set(title=title, xlabel="column", ylabel="row")
        print(
            f"{title}: largest at the square {np.abs(drawn[:11, :11]).max():.3f}, "
            f"at the disc {np.abs(drawn[11:, 11:]).max():.3f}"
        )


plot_edges()
plt.show()

# %% [markdown] lang="en"
r"""
## 4. Pooling: make it smaller, keep what matters

A feature map says for every place how strongly a pattern was found there. Often it does not matter to the pixel
where that was. **Pooling** puts one number in the place of a whole window. **Max pooling** takes the largest number
of the window ("is the pattern anywhere in here?"), **average pooling** the mean ("how much of it is here?").

With windows of 2×2 and stride 2:

$$\begin{pmatrix} 1 & 3 & -4 & -2 \\ 2 & 6 & -1 & -5 \end{pmatrix} \quad\to\quad \max: \begin{pmatrix} 6 & -1 \end{pmatrix},
\qquad \text{average}: \begin{pmatrix} 3 & -3 \end{pmatrix}$$

Pooling learns nothing: there is no weight in it. And unlike a filter it keeps the channels apart. C channels go in,
C channels come out, each smaller than before.

Four things to watch:

- Look at the **whole** window. Every second pixel, `x[:, :, ::2, ::2]`, has the right shape and the wrong values.
- **stride** need not equal **size**. With size 3 and stride 2 the windows overlap.
- In the right half of the example every number is negative, and the largest is −1, not 0. A search that begins at 0
  never finds it.
- The windows fit at `conv_output_size(H, size, stride, 0)` places. What is left over at the right and below is not
  used: no padding, no smaller windows.

**Your turn**, about 10 lines.
"""

# %% [markdown] lang="ko"
r"""
## 4. 풀링: 중요한 것만 남기고 작게 줄이기

특징 맵은 어떤 무늬가 자리마다 얼마나 강하게 나타났는지를 말해 줍니다. 그런데 그 자리를 픽셀 단위까지 정확하게 알 필요가 없을 때가
많습니다. **풀링**(pooling)은 윈도우 하나를 수 하나로 바꿉니다. **최대 풀링**(max pooling)은 윈도우에서 가장 큰 수를
고르고('이 안 어딘가에 무늬가 있는가?'), **평균 풀링**(average pooling)은 평균을 냅니다('이 안에 무늬가 얼마나 있는가?').

윈도우가 2×2이고 스트라이드가 2이면 다음과 같습니다.

$$\begin{pmatrix} 1 & 3 & -4 & -2 \\ 2 & 6 & -1 & -5 \end{pmatrix} \quad\to\quad \max: \begin{pmatrix} 6 & -1 \end{pmatrix},
\qquad \text{average}: \begin{pmatrix} 3 & -3 \end{pmatrix}$$

풀링은 아무것도 학습하지 않습니다. 가중치가 없기 때문입니다. 또 필터와 달리 채널을 섞지 않습니다. 채널 C개가 들어가면 더 작아진 채널
C개가 나옵니다.

네 가지를 조심하십시오.

- 윈도우 **전체**를 봐야 합니다. 픽셀을 하나씩 건너뛴 `x[:, :, ::2, ::2]`는 shape은 맞지만 값이 틀립니다.
- **stride**와 **size**는 다를 수 있습니다. size가 3이고 stride가 2이면 윈도우끼리 겹칩니다.
- 위 예의 오른쪽 절반은 모두 음수이고, 최댓값은 0이 아니라 −1입니다. 0에서 찾기 시작하면 결코 찾을 수 없습니다.
- 윈도우가 들어가는 자리는 `conv_output_size(H, size, stride, 0)`개입니다. 오른쪽과 아래에 남는 부분은 쓰지 않습니다. 패딩도 하지 않고
  더 작은 윈도우도 쓰지 않습니다.

빈칸을 채우십시오. 열 줄 정도면 됩니다.
"""


# %% exercise="pool_naive"
def pool_naive(x, size, stride, mode):
    """Return the largest number or the mean of every window, each channel by itself.

    x : (N, C, H, W), floats or integers; not changed. size : int, windows of size x size numbers.
    stride : int >= 1, from one window to the next. mode : "max" or "average".
    Returns a new array (N, C, OH, OW), OH and OW as in conv_output_size with pad 0; means are floats, also for
    integers. About 10 lines.

    Example: x = [[[[1, 3, -4, -2], [2, 6, -1, -5]]]] (1, 1, 2, 4) with size 2 and stride 2
    gives [[[[6.0, -1.0]]]] for "max" and [[[[3.0, -3.0]]]] for "average".
    """
    ### BEGIN SOLUTION
    N, C, H, W = x.shape
    OH = conv_output_size(H, size, stride, 0)
    OW = conv_output_size(W, size, stride, 0)
    out = np.zeros((N, C, OH, OW))
    for n, c, i, j in np.ndindex(out.shape):
        top, left = i * stride, j * stride
        window = x[n, c, top : top + size, left : left + size]
        out[n, c, i, j] = np.max(window) if mode == "max" else np.mean(window)
    return out
    ### END SOLUTION


# %% check="pool_naive"
check("pool_naive", pool_naive)

# %% [markdown] lang="en"
r"""
### A digit, filtered and pooled

The next cell takes a handwritten digit of 8×8 pixels, finds its vertical edges with your convolution (`pad` 1, so
that it stays 8×8), and pools the result with windows of 2×2. Positive numbers, marked +, stand where it grows
brighter to the right, negative ones where it grows darker.

![Four pictures: a handwritten zero of 8 by 8 pixels; its vertical edges, positive and negative on either side of
each stroke; max pooling, 4 by 4, in which mostly positive numbers are left; average pooling, 4 by 4, with smaller
numbers of both signs.](attachment:pooling.png)

Max pooling keeps the strong positive edges and forgets the negative ones wherever a larger number stands in the
same window. Average pooling keeps both signs, but where they meet in a window they cancel.

The cell also prints a small measurement. It moves 200 digits by one pixel to the right and says how much that
changes the numbers: the length of the difference, divided by the length of the original. Beside it stands the same
for a different digit in the place of the moved one.
"""

# %% [markdown] lang="ko"
r"""
### 숫자 그림을 필터링하고 풀링하기

다음 셀은 8×8 픽셀 손글씨 숫자에서 여러분의 합성곱으로 세로 윤곽선을 찾고(`pad`가 1이라 8×8이 유지됩니다), 그 결과를 2×2 윈도우로
풀링합니다. +로 표시한 양수는 오른쪽으로 갈수록 밝아지는 곳이고, 음수는 어두워지는 곳입니다.

![그림 네 개. 8×8 픽셀로 된 손글씨 0, 획의 양쪽에 양수와 음수가 나타난 세로 윤곽선, 대부분 양수만 남은 4×4 최대 풀링, 두 부호의 더
작은 수가 남은 4×4 평균 풀링.](attachment:pooling.png)

최대 풀링은 강한 양수 윤곽선을 남기고, 같은 윈도우에 더 큰 수가 있으면 음수는 버립니다. 평균 풀링은 두 부호를 모두 남기지만, 한
윈도우에서 만나면 상쇄됩니다.

이 셀은 작은 측정 결과도 출력합니다. 숫자 그림 200개를 오른쪽으로 한 픽셀 옮겼을 때 수들이 얼마나 변하는지를 잽니다. 차의 길이를
원래 배열의 길이로 나눈 값입니다. 그 옆에는 옮긴 그림 대신 다른 숫자 그림과 비교한 값이 있습니다.
"""


# %% demo=true figure="pooling"
def plot_pooling():
    """Draw a digit, its edges and both poolings of them, and measure what a shift by one pixel changes."""
    X, _ = data.digits()
    digits = X[:200].reshape(-1, 1, 8, 8)
    sobel = np.array([[[[-1.0, 0, 1], [-2, 0, 2], [-1, 0, 1]]]])
    edges = conv2d_naive(digits[:1], sobel, np.zeros(1), 1, 1)
    pooled = {mode: pool_naive(edges, 2, 2, mode)[0, 0] for mode in ("max", "average")}
    figure, axes = plt.subplots(1, 4, figsize=(13, 3.2), layout="constrained")
    shown = axes[0].imshow(digits[0, 0], cmap="gray", vmin=0, vmax=1)
    figure.colorbar(shown, ax=axes[0])
    axes[0].set(title="digit", xlabel="column", ylabel="row")
    plots.image(axes[1], edges[0, 0], (8, 8), "vertical edges")
    plots.image(axes[2], pooled["max"], (4, 4), "max pooling")
    plots.image(axes[3], pooled["average"], (4, 4), "average pooling")

    moved = np.zeros_like(digits)
    moved[..., 1:] = digits[..., :-1]
    print("change in percent    moved by a pixel   another digit")
    views = {"pixels": lambda x: x, "average pooling 2": lambda x: pool_naive(x, 2, 2, "average")}
    views |= {f"max pooling {size}": lambda x, size=size: pool_naive(x, size, size, "max") for size in (2, 4)}
    for name, view in views.items():
        here, there, other = view(digits), view(moved), view(np.roll(digits, 1, axis=0))
        small, large = (100 * np.linalg.norm(x - here) / np.linalg.norm(here) for x in (there, other))
        print(f"{name:20s} {small:16.1f} {large:15.1f}")


plot_pooling()
plt.show()

# %% [markdown] lang="en"
r"""
Read the table with care, for it corrects a sentence that one often hears: "pooling makes a network indifferent to
small shifts". Behind max pooling of 4×4 a shift by one pixel changes the numbers by 18.8 % only, where the pixels
changed by 80.6 %. That looks like the proof. But the right column compares with a *different* digit, and there
pooling shrinks the change just as much, from 79.0 to 17.2 %. Pooling of raw pixels makes everything alike, what
should be alike and what should not.

(On 8×8 pixels a shift by one is no small thing: a stroke is about two pixels wide.)

What pooling really gives: fewer numbers for the layers behind it, and a wider view for each of them (section 6).
And it is usually applied to *feature maps*. "There is a vertical edge somewhere in this corner" is worth keeping
when the filters were learnt so that their patterns tell the digits apart. How much that helps with shifted digits
is measured in unit u13.
"""

# %% [markdown] lang="ko"
r"""
이 표는 주의해서 읽어야 합니다. '풀링을 하면 신경망이 작은 이동에 영향을 받지 않는다'는 흔한 말을 바로잡아 주기 때문입니다. 한 픽셀
옮기면 픽셀은 80.6 % 변하지만 4×4 최대 풀링 뒤의 수는 18.8 %만 변합니다. 여기까지 보면 그 말이 맞는 것 같습니다. 그런데 오른쪽 열은
*다른* 숫자 그림과 비교한 값이고, 이 차이도 풀링을 하면 79.0 %에서 17.2 %로 똑같이 줄어듭니다. 픽셀을 그대로 풀링하면 비슷해져야 할
것도, 비슷해지면 안 될 것도 모두 비슷해집니다.

(8×8 픽셀에서 한 픽셀은 작은 이동이 아닙니다. 획의 너비가 두 픽셀쯤 됩니다.)

풀링이 실제로 주는 것은 두 가지입니다. 뒤의 층이 받는 수가 줄고, 그 수 하나하나가 더 넓은 곳을 봅니다(6절). 그리고 풀링은 보통 *특징
맵*에 적용합니다. 필터가 숫자를 구별해 주는 무늬를 학습했다면 '이 구석 어딘가에 세로 윤곽선이 있다'는 것은 남겨 둘 만한
정보입니다. 옮긴 숫자 그림에 이것이 얼마나 도움이 되는지는 u13에서 재어 봅니다.
"""

# %% [markdown] lang="en"
r"""
## 5. What a network costs

Two numbers describe the cost of a layer. **Parameters** are the numbers it learns: they have to be stored, and
learnt from data. A **MAC** (multiply-accumulate) is a product that is added to a sum; MACs say how much is to be
computed for one image.

For a convolution they are very different. Take an image of 3 channels and 6×5 pixels, and 4 filters of 3×3 with
stride 1 and no padding.

- One filter has $3 \cdot 3 \cdot 3 = 27$ weights and a bias, so 28 parameters. Four filters have **112**. The size
  of the image does not occur.
- The result has $4 \cdot 3$ places for each of the 4 filters, 48 numbers, and each is a sum of 27 products:
  $48 \cdot 27 =$ **1296** MACs.

$$\text{parameters} = F\,(C\,k^2 + 1) \qquad \text{MACs} = OH \cdot OW \cdot F \cdot C\,k^2$$

A dense layer uses each weight exactly once, so the two are almost the same. Behind images it sees all
$D = C \cdot H \cdot W$ numbers:

$$\text{parameters} = M\,(D + 1) \qquad \text{MACs} = M\,D$$

If 10 units follow the 48 numbers above, that is $10 \cdot 49 = 490$ parameters and 480 MACs. The whole network: 602
parameters and 1776 MACs.

A pooling layer has no parameters and multiplies nothing. But it changes the shape, and so what comes behind it gets
cheaper. Biases are added, not multiplied, and are no MACs.

**Your turn**, about 14 lines. A network is a list of dicts, in order, and the first is always the input:

```python
[
    {"kind": "input", "C": 3, "H": 6, "W": 5},
    {"kind": "conv", "F": 4, "k": 3, "stride": 1, "pad": 0},
    {"kind": "pool", "k": 2, "stride": 2},
    {"kind": "dense", "M": 10},
]
```

Go through the list and keep the shape in a variable: (C, H, W) at first, (F, OH, OW) after a convolution, (M,)
after a dense layer.
"""

# %% [markdown] lang="ko"
r"""
## 5. 신경망의 비용

층의 비용은 두 가지 수로 나타냅니다. **매개변수**(parameter)는 층이 학습하는 수이고, 저장해야 하며 데이터에서 배워야 합니다. **MAC**
(multiply-accumulate, 곱셈-누산)은 곱한 값을 합에 더하는 계산 한 번이고, 이미지 하나를 처리하는 계산량을 나타냅니다.

합성곱에서는 두 수가 크게 다릅니다. 채널이 3개인 6×5 이미지에 3×3 필터 4개를 스트라이드 1, 패딩 없이 적용해 보겠습니다.

- 필터 하나에 가중치가 $3 \cdot 3 \cdot 3 = 27$개, 편향이 하나 있으므로 매개변수는 28개입니다. 필터 4개이면 **112개**입니다. 이미지의
  크기는 나오지 않습니다.
- 결과에는 필터 4개마다 $4 \cdot 3$자리가 있어 수가 48개이고, 수마다 곱 27개를 더합니다. $48 \cdot 27 =$ **1296** MAC입니다.

$$\text{parameters} = F\,(C\,k^2 + 1) \qquad \text{MACs} = OH \cdot OW \cdot F \cdot C\,k^2$$

완전 연결 계층은 가중치를 꼭 한 번씩만 쓰므로 두 수가 거의 같습니다. 이미지 뒤에 오면 수 $D = C \cdot H \cdot W$개를 모두 봅니다.

$$\text{parameters} = M\,(D + 1) \qquad \text{MACs} = M\,D$$

위에서 나온 수 48개 뒤에 유닛 10개가 오면 매개변수는 $10 \cdot 49 = 490$개, MAC은 480입니다. 신경망 전체로는 매개변수 602개, 1776
MAC입니다.

풀링 층에는 매개변수도 곱셈도 없습니다. 하지만 shape을 바꾸므로 그 뒤의 층이 가벼워집니다. 편향은 곱하지 않고 더하기만 하므로 MAC으로
세지 않습니다.

빈칸을 채우십시오. 열네 줄 정도면 됩니다. 신경망은 딕셔너리의 리스트이고, 순서대로 적되 맨 앞은 언제나 입력입니다.

```python
[
    {"kind": "input", "C": 3, "H": 6, "W": 5},
    {"kind": "conv", "F": 4, "k": 3, "stride": 1, "pad": 0},
    {"kind": "pool", "k": 2, "stride": 2},
    {"kind": "dense", "M": 10},
]
```

리스트를 차례로 지나면서 shape을 변수에 담아 두십시오. 처음에는 (C, H, W), 합성곱 뒤에는 (F, OH, OW), 완전 연결 계층 뒤에는
(M,)입니다.
"""


# %% exercise="params_and_macs"
def params_and_macs(layers):
    """Return how many parameters a network has, and how many MACs one image costs: two ints.

    layers : a list of dicts, in the order of the network; neither the list nor a dict is changed:
        {"kind": "input", "C": 3, "H": 6, "W": 5}                     always the first: an image (C, H, W)
        {"kind": "conv", "F": 4, "k": 3, "stride": 1, "pad": 0}       F filters of k x k for all channels, with biases
        {"kind": "pool", "k": 2, "stride": 2}                         windows of k x k, no padding: no cost
        {"kind": "dense", "M": 10}                                    M units, each sees all numbers before it
    Returns (parameters, MACs). Biases are parameters and no MACs. About 14 lines.

    Example: the input and the conv above give (112, 1296); followed by the dense, without the pool, (602, 1776).
    """
    ### BEGIN SOLUTION
    parameters, macs = 0, 0
    for layer in layers:
        if layer["kind"] == "input":
            shape = (layer["C"], layer["H"], layer["W"])
        elif layer["kind"] == "dense":
            D, M = int(np.prod(shape)), layer["M"]
            shape = (M,)
            parameters += M * (D + 1)
            macs += M * D
        else:
            (C, H, W), k, stride, pad = shape, layer["k"], layer["stride"], layer.get("pad", 0)
            F = layer.get("F", C)  # pooling keeps the channels
            shape = (F, conv_output_size(H, k, stride, pad), conv_output_size(W, k, stride, pad))
            if layer["kind"] == "conv":
                parameters += F * (C * k * k + 1)
                macs += shape[1] * shape[2] * F * C * k * k
    return parameters, macs
    ### END SOLUTION


# %% check="params_and_macs"
check("params_and_macs", params_and_macs)

# %% [markdown] lang="en"
r"""
### Where the cost lies

The next cell counts a small network for grey images of 28×28 pixels, layer by layer: two convolutions of 3×3 with 8
and 16 filters, each followed by pooling of 2×2, and 10 units at the end.

![Pairs of bars for conv 1, conv 2 and dense. Of 9,098 parameters the dense layer has 86 percent; of 290,080 MACs
the second convolution has 78 percent and the dense layer 3.](attachment:costs.png)

The dense layer holds 7,850 of 9,098 parameters, 86 %, and costs 7,840 of 290,080 MACs, 3 %. The second convolution
has 1,168 parameters, 13 %, and makes 225,792 MACs, 78 %, since each of its weights is used at 196 places. So there
are two answers to "which layer is the largest?". A network that is too large for the memory of a telephone and one
that is too slow for it must be made smaller at different ends.
"""

# %% [markdown] lang="ko"
r"""
### 비용은 어디에서 드는가

다음 셀은 28×28 흑백 이미지를 받는 작은 신경망의 비용을 층마다 셉니다. 3×3 합성곱 두 개(필터 8개와 16개) 뒤에 각각 2×2 풀링이 있고,
마지막에 유닛 10개가 있습니다.

![conv 1, conv 2, dense마다 막대 두 개. 매개변수 9,098개 가운데 86 퍼센트가 완전 연결 계층에 있고, 290,080 MAC 가운데 78 퍼센트는 둘째
합성곱, 3 퍼센트는 완전 연결 계층의 것이다.](attachment:costs.png)

완전 연결 계층은 매개변수 9,098개 가운데 7,850개(86 %)를 가지고 있지만, 계산량은 290,080 MAC 가운데 7,840(3 %)입니다. 둘째 합성곱은
매개변수가 1,168개(13 %)인데 계산량은 225,792 MAC(78 %)입니다. 가중치 하나를 196자리에서 쓰기 때문입니다. 그러니 '어느 층이 가장
큰가?'라는 질문에는 답이 두 가지입니다. 휴대 전화의 메모리에 비해 너무 큰 신경망과 휴대 전화에서 너무 느린 신경망은 줄여야 할 곳이
서로 다릅니다.
"""


# %% demo=true figure="costs"
def plot_costs():
    """Print and draw the student's count of a small network, layer by layer."""
    layers = [
        {"kind": "input", "C": 1, "H": 28, "W": 28},
        {"kind": "conv", "F": 8, "k": 3, "stride": 1, "pad": 1},
        {"kind": "pool", "k": 2, "stride": 2},
        {"kind": "conv", "F": 16, "k": 3, "stride": 1, "pad": 1},
        {"kind": "pool", "k": 2, "stride": 2},
        {"kind": "dense", "M": 10},
    ]
    totals = np.array([params_and_macs(layers[:n]) for n in range(1, len(layers) + 1)])
    own = np.diff(totals, axis=0)[[0, 2, 4]]  # what conv 1, conv 2 and dense add
    names = ("conv 1", "conv 2", "dense")
    for name, (parameters, macs) in zip(names, own, strict=True):
        print(f"{name:7s} {parameters:8,} parameters {macs:9,} MACs")
    print(f"{'all':7s} {totals[-1, 0]:8,} parameters {totals[-1, 1]:9,} MACs")
    figure, axis = plt.subplots(figsize=(8, 2.8), layout="constrained")
    shares = 100 * own / own.sum(axis=0)
    for i, (label, hatch) in enumerate((("parameters", ""), ("MACs", "//"))):
        bars = axis.barh(np.arange(3) + 0.4 * i - 0.2, shares[:, i], 0.36, hatch=hatch, edgecolor="white", label=label)
        axis.bar_label(bars, fmt="%.0f %%", padding=3)
    axis.set_yticks(range(3), names)
    axis.set(xlabel="share of the whole network, %", xlim=(0, 100))
    axis.invert_yaxis()
    axis.legend(loc="upper right")


plot_costs()
plt.show()

# %% [markdown] lang="en"
r"""
## 6. How much of the image does a number see?

A number behind one convolution of 3×3 depends on 3×3 pixels. What about a number behind *two* of them? It depends
on 3×3 numbers of the first map, side by side. The leftmost of these sees one pixel further to the left than the
middle one, and the rightmost one pixel further to the right: 5×5 pixels in all. This square is the **receptive
field**. Each layer of 3×3 adds not 3 but $3 - 1 = 2$ to its width, because the windows of neighbours overlap.

With a stride it grows faster. Behind a layer with stride 2, neighbouring numbers lie **2 pixels of the image**
apart; call this the *step*. A window of 3 on *that* map reaches over $3 - 1 = 2$ steps, and so adds 4 pixels.

Go through the layers with two numbers, the width and the step, both 1 at first:

| layer | k | stride | width | step behind it |
|---|---|---|---|---|
| (a pixel) | | | 1 | 1 |
| conv 3×3 | 3 | 1 | $1 + 2 \cdot 1 = 3$ | $1 \cdot 1 = 1$ |
| pool 2×2 | 2 | 2 | $3 + 1 \cdot 1 = 4$ | $1 \cdot 2 = 2$ |
| conv 3×3 | 3 | 1 | $4 + 2 \cdot 2 = 8$ | $2 \cdot 1 = 2$ |

$$\text{width} \leftarrow \text{width} + (k - 1) \cdot \text{step}, \qquad \text{step} \leftarrow \text{step} \cdot \text{stride}$$

The order matters, first the width and then the step: the window of a layer lies on the *input* of that layer, where
the old step still holds. Pooling counts like a convolution. The padding does not occur, and nor does the number of
filters.

**Your turn**, about 6 lines. The list is as in section 5, with an input or without, and holds no dense layer. (A
dense layer sees everything.) Without any conv or pool the answer is 1.
"""

# %% [markdown] lang="ko"
r"""
## 6. 수 하나는 이미지를 얼마나 넓게 보는가

3×3 합성곱을 한 번 지난 수는 3×3 픽셀에 달려 있습니다. *두 번* 지난 수는 어떨까요? 첫 특징 맵에서 나란히 있는 수 3×3개에 달려
있습니다. 그 가운데 맨 왼쪽 수는 가운데 수보다 한 픽셀 더 왼쪽까지 보고, 맨 오른쪽 수는 한 픽셀 더 오른쪽까지 봅니다. 모두 5×5
픽셀입니다. 이 정사각형을 **수용 영역**(receptive field)이라고 합니다. 이웃한 윈도우끼리 겹치므로 3×3 층 하나가 너비에 더하는 것은
3이 아니라 $3 - 1 = 2$입니다.

스트라이드가 있으면 더 빨리 넓어집니다. 스트라이드가 2인 층을 지나면 이웃한 두 수는 **이미지에서 2픽셀** 떨어져 있습니다. 이 거리를
*간격*이라고 하겠습니다. *그* 특징 맵에 놓인 너비 3짜리 윈도우는 간격 $3 - 1 = 2$개에 걸치므로 4픽셀을 더합니다.

너비(width)와 간격(step)을 둘 다 1로 놓고 층을 차례로 지나 봅니다.

| 층 | k | stride | 너비 | 지난 뒤의 간격 |
|---|---|---|---|---|
| (픽셀) | | | 1 | 1 |
| conv 3×3 | 3 | 1 | $1 + 2 \cdot 1 = 3$ | $1 \cdot 1 = 1$ |
| pool 2×2 | 2 | 2 | $3 + 1 \cdot 1 = 4$ | $1 \cdot 2 = 2$ |
| conv 3×3 | 3 | 1 | $4 + 2 \cdot 2 = 8$ | $2 \cdot 1 = 2$ |

$$\text{width} \leftarrow \text{width} + (k - 1) \cdot \text{step}, \qquad \text{step} \leftarrow \text{step} \cdot \text{stride}$$

너비를 먼저 구하고 간격을 나중에 바꾸어야 합니다. 층의 윈도우는 그 층의 *입력* 위에 놓이고, 거기에서는 아직 앞의 간격을 써야 합니다. 풀링도 합성곱과 똑같이 계산합니다.
패딩과 필터의 개수는 나오지 않습니다.

빈칸을 채우십시오. 여섯 줄 정도면 됩니다. 리스트의 형식은 5절과 같고, 입력이 있을 수도 있고 없을 수도 있으며, 완전 연결 계층은 없습니다.
(완전 연결 계층은 모든 것을 봅니다.) 합성곱도 풀링도 없으면 답은 1입니다.
"""


# %% exercise="receptive_field"
def receptive_field(layers):
    """Return the width, in pixels of the image, of the square that one number of the last layer depends on.

    layers : a list of dicts as in params_and_macs: conv and pool, perhaps an input at the beginning, no dense;
        neither the list nor a dict is changed.
    Returns an int; 1 where there is no conv and no pool. About 6 lines.

    Example: conv k = 3 and stride 1, pool k = 2 and stride 2, conv k = 3 and stride 1 give 8;
    without the pool it is 5.
    """
    ### BEGIN SOLUTION
    width, step = 1, 1
    for layer in layers:
        if layer["kind"] != "input":
            width += (layer["k"] - 1) * step
            step *= layer["stride"]
    return width
    ### END SOLUTION


# %% check="receptive_field"
check("receptive_field", receptive_field)

# %% [markdown] lang="en"
r"""
### Seen and computed

Is the rule true? The next cell measures it. It sends 196 images of 14×14 pixels through your `conv2d_naive` and
your `pool_naive`, each image black but for *one* pixel, and looks at one number of the result. If that number is
not 0, it has seen the pixel. All weights are 1.

![Three pictures of 14 by 14 pixels, each with a grey square and a frame around it: 3 pixels wide behind the first
convolution, 4 behind the pooling, 8 behind the second convolution, where the middle is darker than the
border.](attachment:field.png)

The grey squares are measured; the frames are as wide as your `receptive_field` says. They agree: 3, 4 and 8 pixels.

Look at the shades, too. A pixel in the middle is seen along many ways through the network and counts more than one
at the border: in the third picture the numbers run from 0.25 at the corners to 2.25 in the middle (average pooling,
weights of 1). So the receptive field says what a number *can* see; how well it sees the margin is another matter.
"""

# %% [markdown] lang="ko"
r"""
### 계산한 영역과 실제로 본 영역

이 규칙이 맞을까요? 다음 셀에서 재어 봅니다. 픽셀 *하나*만 켜진 14×14 이미지 196장을 여러분의 `conv2d_naive`와 `pool_naive`에
통과시키고 결과에서 수 하나를 봅니다. 그 수가 0이 아니면 그 픽셀을 본 것입니다. 가중치는 모두 1입니다.

![14×14 픽셀 그림 세 개에 각각 회색 정사각형과 그 둘레의 테두리가 있다. 첫 합성곱 뒤에는 너비가 3픽셀, 풀링 뒤에는 4픽셀, 둘째 합성곱
뒤에는 8픽셀이고 가운데가 가장자리보다 진하다.](attachment:field.png)

회색 정사각형은 측정한 것이고, 테두리의 너비는 여러분의 `receptive_field`가 계산한 값입니다. 둘은 3, 4, 8픽셀로 일치합니다.

진하기도 살펴보십시오. 가운데 픽셀은 신경망을 지나는 여러 길을 통해 보이므로 가장자리 픽셀보다 크게 반영됩니다. 셋째 그림의 수는
모서리의 0.25에서 가운데의 2.25까지입니다(평균 풀링, 가중치 1). 즉 수용 영역은 어디까지 볼 *수 있는지*를 말할 뿐이고, 가장자리를 얼마나
잘 보는지는 다른 문제입니다.
"""


# %% demo=true figure="field"
def plot_field(size=14):
    """Measure with the student's layers which pixels a number depends on, and frame the computed width."""
    conv = {"kind": "conv", "F": 1, "k": 3, "stride": 1, "pad": 0}
    pool = {"kind": "pool", "k": 2, "stride": 2}
    layers = [("conv 3x3", conv), ("pool 2x2", pool), ("conv 3x3", conv)]
    x = np.eye(size * size).reshape(-1, 1, size, size)  # every image has one white pixel
    figure, axes = plt.subplots(1, 3, figsize=(11, 3.9), layout="constrained")
    for n, (axis, (name, layer)) in enumerate(zip(axes, layers, strict=True), 1):
        x = (
            conv2d_naive(x, np.ones((1, 1, 3, 3)), np.zeros(1), 1, 0)
            if layer is conv
            else pool_naive(x, 2, 2, "average")
        )
        middle = x.shape[2] // 2 - 1
        seen = x[:, 0, middle, middle].reshape(size, size)
        rows = np.flatnonzero(seen.any(axis=1))
        width = receptive_field([layer for _, layer in layers[:n]])
        print(
            f"behind {name}: computed {width}, measured {len(rows)}, weights of pixels {seen[seen > 0].min():g} "
            f"to {seen.max():g}"
        )
        image = axis.imshow(seen, cmap="Greys", vmin=-0.2 * seen.max(), vmax=1.3 * seen.max())
        figure.colorbar(image, ax=axis, shrink=0.8, label="how much the pixel counts").ax.set_ylim(0, seen.max())
        corner = (rows[0] - 0.5, rows[0] - 0.5)
        axis.add_patch(plt.Rectangle(corner, width, width, fill=False, linewidth=3, color="tab:red"))
        axis.set(title=f"behind {name}: {width} x {width}", xlabel="column", ylabel="row")


plot_field()
plt.show()

# %% [markdown] lang="en"
r"""
## 7. What the loops cost

Your `conv2d_naive` is right. Is it also usable? The next cell lets it work on 1, 2, 4 and 6 images of 3×16×16
pixels with 4 filters of 5×5, which makes $12 \cdot 12 \cdot 4 \cdot 75 = 43{,}200$ MACs an image, and takes the
time. Beside it stands another way to compute the same numbers: write every window as one *row* of a large matrix
and leave all products and sums to a single matrix product. That way is called **im2col**, and you build it in unit
u12.

![Time against MACs, both axes logarithmic: two rising lines. That of the loops lies more than a thousand times
above that of the matrix product.](attachment:speed.png)

Where this text was written, eight runs of the cell took 0.17 to 0.55 s for six images by loops, and 0.10 to 0.11 ms
by the matrix product: more than a thousand times less. (Your own numbers will differ; they depend on the computer
and on what else it is doing.) The loops take twice as long for twice as many MACs. The matrix product rises more
slowly, because a part of its time goes into being called at all.

The amount of arithmetic is the same. What differs is the price of one MAC: 0.7 to 2 microseconds in the loops,
because Python looks up every index and checks every number anew; 0.4 nanoseconds in the matrix product, which is
made for this.

Some tenths of a second for six small images is no way to train a network on thousands. But the loops remain useful:
they are the plain truth that fast code is compared with. The last line printed says that the two agree up to
rounding.

If you multiplied whole windows by `w[f]`, your line lies lower: the three inner loops have moved into NumPy. That
is the same idea, taken half-way.
"""

# %% [markdown] lang="ko"
r"""
## 7. 반복문의 비용

여러분의 `conv2d_naive`는 옳습니다. 그런데 쓸 만하기도 할까요? 다음 셀은 3×16×16 이미지 1, 2, 4, 6장에 5×5 필터 4개를 적용합니다. 이미지 한 장에
$12 \cdot 12 \cdot 4 \cdot 75 = 43{,}200$ MAC이 들고, 걸린 시간을 잽니다. 같은 수를 구하는 다른 방법도 나란히 놓았습니다. 윈도우를 하나하나 큰 행렬의 *행*으로
적어 놓고, 모든 곱과 합을 행렬 곱 한 번에 맡기는 것입니다. 이 방법을 **im2col**이라고 하며 u12에서 직접 만듭니다.

![MAC에 따른 시간, 두 축 모두 로그 눈금. 올라가는 선 두 개 가운데 반복문의 선이 행렬 곱의 선보다 천 배 넘게 위에 있다.](attachment:speed.png)

이 글을 쓴 컴퓨터에서 여덟 번 실행해 보니, 이미지 여섯 장을 처리하는 데 반복문은 0.17–0.55초, 행렬 곱은 0.10–0.11 ms가 걸렸습니다.
천 배가 넘는 차이입니다. (컴퓨터와 그때 함께 실행되는 프로그램에 따라 다르므로 여러분의 수는 다를 것입니다.) 반복문은 MAC이 두 배가
되면 시간도 두 배가 됩니다. 행렬 곱의 시간은 그보다 천천히 늘어나는데, 호출하는 것 자체에 드는 시간이 있기 때문입니다.

계산량은 같습니다. 다른 것은 MAC 하나의 값입니다. 반복문에서는 0.7–2마이크로초가 듭니다. 파이썬이 인덱스마다 자리를 찾고 수마다
자료형을 확인하기 때문입니다. 이런 일에 맞게 만들어진 행렬 곱에서는 0.4나노초가 듭니다.

작은 이미지 여섯 장에 영 점 몇 초씩 걸려서는 수천 장으로 신경망을 학습할 수 없습니다. 그래도 반복문은 쓸모가 있습니다. 빠른 코드가 옳은지
견주어 볼 기준이 되기 때문입니다. 출력의 마지막 줄은 두 결과가 반올림 오차 안에서 같다는 것을 보여 줍니다.

윈도우 전체에 `w[f]`를 곱했다면 여러분의 선은 더 아래에 있을 것입니다. 안쪽 반복문 세 개가 NumPy 안으로 옮겨 갔기 때문입니다. 같은
생각을 절반쯤 실천한 셈입니다.
"""


# %% demo=true figure="speed"
def by_matrix_product(x, w, b):
    """Return the convolution with stride 1 and without padding: each window is a row of a matrix."""
    views = np.lib.stride_tricks.sliding_window_view(x, w.shape[2:], axis=(2, 3))  # (N, C, OH, OW, kh, kw)
    matrix = np.moveaxis(views, 1, 3).reshape(-1, w[0].size)  # (N OH OW, C kh kw)
    sums = matrix @ w.reshape(len(w), -1).T + b
    return np.moveaxis(sums.reshape(len(x), *views.shape[2:4], len(w)), 3, 1)


def seconds(function, repeats, *arguments):
    """Return the shortest time of several calls, in seconds."""
    times = []
    for _ in range(repeats):
        started = time.perf_counter()
        function(*arguments)
        times.append(time.perf_counter() - started)
    return min(times)


def plot_speed():
    """Take the time of the student's loops and of the matrix product, for growing batches."""
    rng = np.random.default_rng(0)
    x, w, b = rng.normal(size=(6, 3, 16, 16)), rng.normal(size=(4, 3, 5, 5)), rng.normal(size=4)
    macs, slow, fast = [], [], []
    for N in (1, 2, 4, 6):
        macs.append(N * 43_200)
        slow.append(seconds(conv2d_naive, 1, x[:N], w, b, 1, 0))
        fast.append(seconds(by_matrix_product, 50, x[:N], w, b))
        print(f"{macs[-1]:7,} MACs: your loops {slow[-1]:.3f} s, matrix product {1000 * fast[-1]:.3f} ms")
    gap = np.abs(conv2d_naive(x[:1], w, b, 1, 0) - by_matrix_product(x[:1], w, b)).max()
    print(f"largest difference of the results: {gap:.0e}")
    figure, axis = plt.subplots(figsize=(7, 3.8), layout="constrained")
    plots.curves(axis, macs, {"your loops": slow, "matrix product": fast}, "MACs", "time in seconds", markers=True)
    axis.set(xscale="log", yscale="log")
    axis.set_xticks(macs, [f"{number:,}" for number in macs])
    axis.minorticks_off()
    axis.legend(loc="center right")


plot_speed()
plt.show()

# %% [markdown] lang="en"
r"""
## 8. A question to answer in words

Write three to eight sentences in the cell below. It is graded by a person, 3 points.

A colour image of 32×32×3 goes into one of two layers:

- **A**: a dense layer with 10 units;
- **B**: a convolution with 10 filters of 5×5, stride 1, `pad` 2.

1. How many parameters and how many MACs has each, and what shape does each put out? Which of the two is "larger"?
2. B could be written as a dense layer with as many outputs, most of whose weights are 0 and many of whose others
   are equal. How many parameters would a dense layer of that size have *without* these two restrictions?
3. What was given up for it? Name both restrictions, and a task or a kind of data for which they are a disadvantage.
"""

# %% [markdown] lang="ko"
r"""
## 8. 글로 답하는 문제

아래 셀에 세 문장에서 여덟 문장 정도로 답하십시오. 사람이 채점하며 3점입니다.

32×32×3 컬러 이미지가 다음 두 층 가운데 하나로 들어갑니다.

- **A**: 유닛이 10개인 완전 연결 계층
- **B**: 5×5 필터 10개, 스트라이드 1, `pad` 2인 합성곱

1. 두 층의 매개변수와 MAC은 각각 얼마이고, 출력의 shape은 무엇입니까? 어느 쪽이 '더 큰' 층입니까?
2. B는 출력의 개수가 같은 완전 연결 계층으로도 나타낼 수 있습니다. 그 가중치는 대부분 0이고, 나머지도 같은 값이 많습니다. 이 두 가지
   제약이 *없다면* 그만한 크기의 완전 연결 계층에는 매개변수가 몇 개 있습니까?
3. 그 대신 무엇을 포기했습니까? 두 가지 제약을 모두 말하고, 그 제약이 불리하게 작용하는 과제나 데이터를 하나 드십시오.
"""

# %% [markdown] answer="dense_or_conv" points=3 lang="en"
r"""
**Model answer.**

1. A has $10 \cdot (3072 + 1) = 30{,}730$ parameters and $10 \cdot 3072 = 30{,}720$ MACs, and puts out 10 numbers. B
   has $10 \cdot (3 \cdot 25 + 1) = 760$ parameters and $32 \cdot 32 \cdot 10 \cdot 75 = 768{,}000$ MACs, and puts
   out (10, 32, 32). By parameters A is 40 times as large, by MACs B is 25 times as large, since each of its weights
   is used at 1024 places.
2. $10 \cdot 32 \cdot 32 = 10{,}240$ outputs that see 3072 numbers each: $10{,}240 \cdot 3073 = 31{,}467{,}520$
   parameters, against 760.
3. Given up are the connections to distant pixels (each output sees 5×5 pixels only, all other weights are 0) and
   different weights for different places (the same filter everywhere). That is a disadvantage where the place
   itself matters: in aligned portraits, in forms whose fields always stand at the same spot, in a table whose
   columns have no neighbourhood. It is also one where two distant pixels have to be compared directly; a single
   layer cannot do that, and many layers are needed until the receptive field is large enough.

**Rubric**, 1 point each.

- Both pairs of numbers and both shapes; "larger" depends on what is counted. Half a point with one slip, or if the
  parameters are right and the MACs are not.
- 31,467,520, or the product $10{,}240 \cdot 3073$. Half a point without the biases.
- Both restrictions (local, shared) and a fitting example. Half a point if one of the three is missing. "The
  convolution loses information" alone earns nothing.
"""

# %% [markdown] answer="dense_or_conv" points=3 lang="ko"
r"""
**모범 답안.**

1. A의 매개변수는 $10 \cdot (3072 + 1) = 30{,}730$개, 계산량은 $10 \cdot 3072 = 30{,}720$ MAC이고 출력은 수 10개입니다. B의 매개변수는
   $10 \cdot (3 \cdot 25 + 1) = 760$개, 계산량은 $32 \cdot 32 \cdot 10 \cdot 75 = 768{,}000$ MAC이고 출력의 shape은 (10, 32,
   32)입니다. 매개변수로 보면 A가 40배 크고, MAC으로 보면 B가 25배 큽니다. B는 가중치 하나를 1024자리에서 쓰기 때문입니다.
2. 출력은 $10 \cdot 32 \cdot 32 = 10{,}240$개이고 출력마다 수 3072개를 보므로, 매개변수는 $10{,}240 \cdot 3073 = 31{,}467{,}520$개입니다. B는
   760개입니다.
3. 멀리 있는 픽셀과의 연결을 포기했고(출력 하나는 5×5 픽셀만 보며 나머지 가중치는 모두 0입니다), 자리마다 다른 가중치를 쓰는 것도 포기했습니다(어디에서나
   같은 필터를 씁니다). 자리 자체가 중요하면 불리합니다. 위치를 맞추어 찍은 증명사진, 항목의 자리가 정해진 서식, 열의 순서에 이웃이라는 뜻이 없는 표가 그런
   예입니다. 멀리 떨어진 두 픽셀을 바로 비교해야 할 때도 불리합니다. 층 하나로는 비교할 수 없고, 수용 영역이 충분히 넓어질 때까지 층을 여러 개 쌓아야 합니다.

**채점 기준**, 각 1점.

- 두 층의 매개변수와 MAC, 출력의 shape, 그리고 무엇을 세느냐에 따라 '더 큰' 층이 달라진다는 것. 실수가 하나 있거나, 매개변수는 맞고 MAC이 틀렸으면 0.5점.
- 31,467,520 또는 $10{,}240 \cdot 3073$. 편향을 빠뜨렸으면 0.5점.
- 두 제약(가까운 곳만 보기, 가중치 함께 쓰기)과 알맞은 예. 셋 중 하나가 빠지면 0.5점. '합성곱은 정보를 잃는다'만으로는 점수가 없습니다.
"""

# %% demo=true
unit.score()

# %% [markdown] lang="en"
r"""
## What to read next

- Ian Goodfellow, Yoshua Bengio, Aaron Courville, *Deep Learning* (MIT Press, 2016), sections 9.1 to 9.3:
  convolution, the reasons for it, and pooling.
- Koki Saitoh, *Deep Learning from Scratch*, chapter 7: the same layers with many drawings, and the way to im2col.
- Vincent Dumoulin, Francesco Visin, "A guide to convolution arithmetic for deep learning" (2016): output sizes for
  every combination of stride and padding, in pictures.
- Yann LeCun, Léon Bottou, Yoshua Bengio, Patrick Haffner, "Gradient-based learning applied to document recognition"
  (Proceedings of the IEEE, 1998): LeNet-5, and why weights are shared.
- Wenjie Luo, Yujia Li, Raquel Urtasun, Richard Zemel, "Understanding the effective receptive field in deep
  convolutional neural networks" (NIPS 2016): how little the margin of the receptive field counts.

In unit u12 the loops become one matrix product, and the gradients find their way back through it.
"""

# %% [markdown] lang="ko"
r"""
## 더 읽을거리

- Ian Goodfellow, Yoshua Bengio, Aaron Courville, *Deep Learning* (MIT Press, 2016), 9.1–9.3절. 합성곱과 그 까닭, 풀링을 다룹니다.
- 사이토 고키, 『밑바닥부터 시작하는 딥러닝』, 7장. 같은 층을 그림과 함께 설명하고 im2col까지 이어집니다.
- Vincent Dumoulin, Francesco Visin, "A guide to convolution arithmetic for deep learning" (2016). 스트라이드와 패딩의 모든 조합에
  대한 출력 크기를 그림으로 보여 줍니다.
- Yann LeCun, Léon Bottou, Yoshua Bengio, Patrick Haffner, "Gradient-based learning applied to document recognition"
  (Proceedings of the IEEE, 1998). LeNet-5가 나온 논문으로, 가중치를 왜 함께 쓰는지 설명합니다.
- Wenjie Luo, Yujia Li, Raquel Urtasun, Richard Zemel, "Understanding the effective receptive field in deep
  convolutional neural networks" (NIPS 2016). 수용 영역의 가장자리가 실제로 얼마나 적게 반영되는지 보여 줍니다.

u12에서는 반복문이 행렬 곱 하나로 바뀌고, 그래디언트가 그 길을 거슬러 갑니다.
"""
