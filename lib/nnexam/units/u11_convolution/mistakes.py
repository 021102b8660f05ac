"""u11_convolution: the mistakes that students really make, each with what to look at.

Each is written as a student would write it; the demonstration class is drawn from them.
"""

import numpy as np

from .exercises import CONV2D_NAIVE, CONV_OUTPUT_SIZE, PARAMS_AND_MACS, POOL_NAIVE, RECEPTIVE_FIELD


def places(n, k, stride, pad):
    return (n + 2 * pad - k) // stride + 1


def pad_all(x, pad):
    return np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))


@CONV_OUTPUT_SIZE.mistake(
    "pad is counted once: zeros are added on both sides, so the row grows by 2 pad.",
    "pad를 한 번만 더했습니다. 0은 양쪽에 붙으므로 줄은 2 pad만큼 길어집니다.",
)
def pad_once(n, k, stride, pad):
    if k > n + pad:
        raise ValueError("the window is too large")
    return (n + pad - k) // stride + 1


@CONV_OUTPUT_SIZE.mistake(
    "The result is rounded up: the last window would hang over the border. Use //.",
    "올림을 했습니다. 그러면 마지막 윈도우가 가장자리를 넘습니다. //를 쓰십시오.",
)
def rounded_up(n, k, stride, pad):
    if k > n + 2 * pad:
        raise ValueError("the window is too large")
    return int(np.ceil((n + 2 * pad - k) / stride)) + 1


@CONV_OUTPUT_SIZE.mistake(
    "The + 1 is missing: steps are counted, but the place where the window begins counts too.",
    "+ 1이 없습니다. 걸음 수만 세고 윈도우가 처음 놓인 자리를 세지 않았습니다.",
)
def no_plus_one(n, k, stride, pad):
    if k > n + 2 * pad:
        raise ValueError("the window is too large")
    return (n + 2 * pad - k) // stride


@CONV_OUTPUT_SIZE.mistake(
    "The 1 is added before the division: (steps) // stride comes first, then + 1.",
    "나누기 전에 1을 더했습니다. 먼저 stride로 나누고(//) 그다음에 1을 더합니다.",
)
def one_added_too_soon(n, k, stride, pad):
    if k > n + 2 * pad:
        raise ValueError("the window is too large")
    return (n + 2 * pad - k + 1) // stride


@CONV_OUTPUT_SIZE.mistake(
    "Only k is divided by stride: put n + 2 * pad - k in parentheses before //.",
    "k만 stride로 나누었습니다. n + 2 * pad - k를 괄호로 묶은 다음 //로 나누십시오.",
)
def no_parentheses(n, k, stride, pad):
    if k > n + 2 * pad:
        raise ValueError("the window is too large")
    return n + 2 * pad - k // stride + 1


@CONV_OUTPUT_SIZE.mistake(
    "A window exactly as wide as the padded row is refused (>=): it fits at one place.",
    "패딩한 줄과 너비가 꼭 같은 윈도우를 거절했습니다(>=). 그런 윈도우는 한 자리에 들어갑니다.",
)
def exact_fit_refused(n, k, stride, pad):
    if k >= n + 2 * pad:
        raise ValueError("the window is too large")
    return (n + 2 * pad - k) // stride + 1


@CONV_OUTPUT_SIZE.mistake(
    "A remainder is refused: pixels that are left over are simply not used, round down.",
    "나누어떨어지지 않는 경우를 거절했습니다. 남는 픽셀은 쓰지 않을 뿐이므로 내림하십시오.",
)
def remainder_refused(n, k, stride, pad):
    if k > n + 2 * pad or (n + 2 * pad - k) % stride != 0:
        raise ValueError("the window does not fit")
    return (n + 2 * pad - k) // stride + 1


@CONV_OUTPUT_SIZE.mistake(
    "Each step takes up k numbers here: windows move on by stride, whatever their width.",
    "한 걸음에 k만큼 갔습니다. 윈도우는 너비와 관계없이 stride만큼 움직입니다.",
)
def windows_side_by_side(n, k, stride, pad):
    if k > n + 2 * pad:
        raise ValueError("the window is too large")
    return (n + 2 * pad) // k


@CONV_OUTPUT_SIZE.mistake(
    "Nothing is raised where the window is larger than the padded row; 0 or a negative size comes out instead.",
    "윈도우가 패딩한 줄보다 큰데도 오류를 내지 않습니다. 그 대신 0이나 음수가 나옵니다.",
)
def nothing_refused(n, k, stride, pad):
    return (n + 2 * pad - k) // stride + 1


@CONV_OUTPUT_SIZE.mistake(
    "Size 0 is let through: there the window fits nowhere either.",
    "크기 0을 그대로 둡니다. 0이어도 윈도우가 들어가지 않는 것입니다.",
)
def zero_let_through(n, k, stride, pad):
    size = (n + 2 * pad - k) // stride + 1
    if size < 0:
        raise ValueError("the window is too large")
    return size


@CONV_OUTPUT_SIZE.mistake(
    "k is compared with n, without the padding: a window that fits on the padded row is refused.",
    "k를 패딩하지 않은 n과 비교했습니다. 패딩한 줄에는 들어가는 윈도우까지 거절합니다.",
)
def compared_without_padding(n, k, stride, pad):
    if k > n:
        raise ValueError("the window is too large")
    return (n + 2 * pad - k) // stride + 1


@CONV_OUTPUT_SIZE.mistake(
    "/ leaves a fraction, such as 4.5 places; // rounds down and gives an int.",
    "/를 쓰면 4.5처럼 소수가 남습니다. //는 내림하여 정수를 냅니다.",
)
def fraction(n, k, stride, pad):
    if k > n + 2 * pad:
        raise ValueError("the window is too large")
    return (n + 2 * pad - k) / stride + 1


@CONV2D_NAIVE.mistake(
    "The channels are not summed: each channel is filtered by itself, and the result has an axis too many. One filter "
    "gives one number for each window.",
    "채널을 더하지 않았습니다. 채널마다 따로 필터링해서 결과에 축이 하나 더 있습니다. 필터 하나는 윈도우마다 수 하나를 냅니다.",
)
def channels_not_summed(x, w, b, stride, pad):
    N, C, H, W = x.shape
    F, _, kh, kw = w.shape
    padded = pad_all(x, pad)
    out = np.zeros((N, F, C, places(H, kh, stride, pad), places(W, kw, stride, pad)))
    for n, f, c, i, j in np.ndindex(out.shape):
        window = padded[n, c, i * stride : i * stride + kh, j * stride : j * stride + kw]
        out[n, f, c, i, j] = np.sum(window * w[f, c]) + b[f]
    return out


@CONV2D_NAIVE.mistake(
    "Only the first channel is used; the sum runs over all channels.",
    "첫 채널만 썼습니다. 모든 채널에 대해 더해야 합니다.",
)
def first_channel_only(x, w, b, stride, pad):
    return loops(x[:, :1], w[:, :1], b, stride, pad)


def loops(x, w, b, stride, pad):
    """The right way, for mistakes that go wrong elsewhere."""
    N, _, H, W = x.shape
    F, _, kh, kw = w.shape
    padded = pad_all(x, pad)
    out = np.zeros((N, F, places(H, kh, stride, pad), places(W, kw, stride, pad)))
    for n, f, i, j in np.ndindex(out.shape):
        top, left = i * stride, j * stride
        out[n, f, i, j] = np.sum(padded[n, :, top : top + kh, left : left + kw] * w[f]) + b[f]
    return out


@CONV2D_NAIVE.mistake(
    "Only the last channel is left: = overwrites the sum so far where += adds to it.",
    "마지막 채널만 남았습니다. =는 앞의 합을 덮어씁니다. +=로 더하십시오.",
)
def last_channel_left(x, w, b, stride, pad):
    return loops(x[:, -1:], w[:, -1:], b, stride, pad)


@CONV2D_NAIVE.mistake(
    "b has the shape (F,), and NumPy lines it up with the columns: add b[f] to out[:, f], or reshape b to (F, 1, 1).",
    "b의 shape은 (F,)이고 NumPy는 이것을 열에 맞춥니다. out[:, f]에 b[f]를 더하거나 b의 shape을 (F, 1, 1)로 바꾸십시오.",
)
def bias_along_columns(x, w, b, stride, pad):
    return loops(x, w, np.zeros(len(w)), stride, pad) + b


@CONV2D_NAIVE.mistake(
    "The filter is flipped, as in the convolution of mathematics; here w[f, c, 0, 0] meets the top left of the window.",
    "수학의 합성곱처럼 필터를 뒤집었습니다. 여기서는 w[f, c, 0, 0]이 윈도우의 왼쪽 위와 곱해집니다.",
)
def flipped(x, w, b, stride, pad):
    return loops(x, w[:, :, ::-1, ::-1], b, stride, pad)


@CONV2D_NAIVE.mistake(
    "F and C are exchanged: w is (F, C, kh, kw), so the filter f is w[f], not w[:, f].",
    "F와 C가 바뀌었습니다. w의 shape은 (F, C, kh, kw)이므로 필터 f는 w[:, f]가 아니라 w[f]입니다.",
)
def filters_and_channels_exchanged(x, w, b, stride, pad):
    return loops(x, np.swapaxes(w, 0, 1), b, stride, pad)


@CONV2D_NAIVE.mistake(
    "All filters get the first bias: filter f has its own, b[f].",
    "모든 필터에 첫 번째 편향을 더했습니다. 필터 f에는 b[f]를 더합니다.",
)
def one_bias(x, w, b, stride, pad):
    return loops(x, w, np.full(len(w), b[0]), stride, pad)


@CONV2D_NAIVE.mistake(
    "The bias is missing: add b[f] to every number of out[:, f].",
    "편향을 더하지 않았습니다. out[:, f]의 모든 수에 b[f]를 더하십시오.",
)
def no_bias(x, w, b, stride, pad):
    return loops(x, w, np.zeros(len(w)), stride, pad)


@CONV2D_NAIVE.mistake(
    "The bias is added once for each product; it belongs to the sum, once for each number of the result.",
    "곱할 때마다 편향을 더했습니다. 편향은 합을 다 구한 뒤 결과의 수마다 한 번만 더합니다.",
)
def bias_inside_the_sum(x, w, b, stride, pad):
    return loops(x, w, b * w[0].size, stride, pad)


@CONV2D_NAIVE.mistake(
    "The bias is added once for each channel; it is added once for each number of the result.",
    "채널마다 편향을 더했습니다. 편향은 결과의 수마다 한 번만 더합니다.",
)
def bias_for_each_channel(x, w, b, stride, pad):
    return loops(x, w, b * w.shape[1], stride, pad)


@CONV2D_NAIVE.mistake(
    "The stride is used for the rows only; the windows have to move on by it along both axes.",
    "세로 방향으로만 stride를 썼습니다. 가로로도 stride만큼 움직여야 합니다.",
)
def stride_on_rows_only(x, w, b, stride, pad):
    return loops(x, w, b, 1, pad)[:, :, ::stride]


@CONV2D_NAIVE.mistake(
    "The stride is left out: the windows move on by one number each.",
    "stride를 쓰지 않았습니다. 윈도우가 한 칸씩만 움직입니다.",
)
def stride_ignored(x, w, b, stride, pad):
    return loops(x, w, b, 1, pad)


@CONV2D_NAIVE.mistake(
    "The result has the right shape, but window (i, j) begins at row i and column j: multiply both by stride.",
    "결과의 shape은 맞지만 윈도우 (i, j)가 i행, j열에서 시작합니다. 둘 다 stride를 곱하십시오.",
)
def windows_side_by_side_at_stride_1(x, w, b, stride, pad):
    OH, OW = (places(n, k, stride, pad) for n, k in zip(x.shape[2:], w.shape[2:], strict=True))
    return loops(x, w, b, 1, pad)[:, :, :OH, :OW]


def sliding(x, w, b, stride, pad, window):
    """Loop over the places; a function of the padded image, i, j, kh and kw cuts out the window."""
    N, C, H, W = x.shape
    F, _, kh, kw = w.shape
    padded = pad_all(x, pad)
    out = np.zeros((N, F, places(H, kh, stride, pad), places(W, kw, stride, pad)))
    for n, f, i, j in np.ndindex(out.shape):
        out[n, f, i, j] = np.sum(window(padded[n], i, j, kh, kw) * w[f]) + b[f]
    return out


@CONV2D_NAIVE.mistake(
    "The window begins at i * stride but ends at i + kh: it ends at i * stride + kh.",
    "윈도우가 i * stride에서 시작해 i + kh에서 끝납니다. i * stride + kh에서 끝나야 합니다.",
)
def end_without_stride(x, w, b, stride, pad):
    def window(image, i, j, kh, kw):
        return image[:, i * stride : i + kh, j * stride : j + kw]

    return sliding(x, w, b, stride, pad, window)


@CONV2D_NAIVE.mistake(
    "Window (i, j) begins at row i * kh and column j * kw: stride says how far the windows move, not their size.",
    "윈도우 (i, j)가 i * kh행, j * kw열에서 시작합니다. 얼마나 움직이는지는 윈도우의 크기가 아니라 stride가 정합니다.",
)
def begins_at_the_filter_size(x, w, b, stride, pad):
    def window(image, i, j, kh, kw):
        return image[:, i * kh : i * kh + kh, j * kw : j * kw + kw]

    return sliding(x, w, b, stride, pad, window)


@CONV2D_NAIVE.mistake(
    "The stride is multiplied by u and v, inside the window; it belongs to i and j: row i * stride + u.",
    "stride를 윈도우 안의 u와 v에 곱했습니다. i와 j에 곱해야 합니다. 행은 i * stride + u입니다.",
)
def stride_inside_the_window(x, w, b, stride, pad):
    N, C, H, W = x.shape
    F, _, kh, kw = w.shape
    padded = pad_all(x, pad)
    out = np.zeros((N, F, places(H, kh, stride, pad), places(W, kw, stride, pad)))
    for n, f, i, j in np.ndindex(out.shape):
        for c, u, v in np.ndindex(C, kh, kw):
            out[n, f, i, j] += w[f, c, u, v] * padded[n, c, i + u * stride, j + v * stride]
    return out + b[:, None, None]


@CONV2D_NAIVE.mistake(
    "The products of a window are not added up: out[n, f, i, j] is one number, np.sum(window * w[f]).",
    "윈도우의 곱을 더하지 않았습니다. out[n, f, i, j]는 수 하나, 곧 np.sum(윈도우 * w[f])입니다.",
)
def products_not_summed(x, w, b, stride, pad):
    N, C, H, W = x.shape
    F, _, kh, kw = w.shape
    padded = pad_all(x, pad)
    out = np.zeros((N, F, places(H, kh, stride, pad), places(W, kw, stride, pad)))
    for n, f, i, j in np.ndindex(out.shape):
        top, left = i * stride, j * stride
        out[n, f, i, j] = padded[n, :, top : top + kh, left : left + kw] * w[f] + b[f]
    return out


@CONV2D_NAIVE.mistake(
    "Only the last product is left, and the bias is gone: = overwrites the sum so far where += adds to it.",
    "마지막 곱만 남았고 편향도 사라졌습니다. +=로 더할 자리에서 =로 덮어썼습니다.",
)
def last_product_left(x, w, b, stride, pad):
    N, C, H, W = x.shape
    F, _, kh, kw = w.shape
    padded = pad_all(x, pad)
    out = np.zeros((N, F, places(H, kh, stride, pad), places(W, kw, stride, pad)))
    for n, f, i, j in np.ndindex(out.shape):
        out[n, f, i, j] = b[f]
        for c, u, v in np.ndindex(C, kh, kw):
            out[n, f, i, j] = w[f, c, u, v] * padded[n, c, i * stride + u, j * stride + v]
    return out


@CONV2D_NAIVE.mistake(
    "The padding is counted twice: H and W of the padded image hold it already, so the size is computed with pad 0.",
    "패딩을 두 번 셌습니다. 패딩한 이미지의 H와 W에는 이미 들어 있으므로 크기는 pad 0으로 계산합니다.",
)
def pad_counted_twice(x, w, b, stride, pad):
    padded = pad_all(x, pad)
    N, C, H, W = padded.shape
    F, _, kh, kw = w.shape
    out = np.zeros((N, F, places(H, kh, stride, pad), places(W, kw, stride, pad)))
    for n, f, i, j in np.ndindex(out.shape):
        top, left = i * stride, j * stride
        out[n, f, i, j] = np.sum(padded[n, :, top : top + kh, left : left + kw] * w[f]) + b[f]
    return out


@CONV2D_NAIVE.mistake(
    "x is padded, but the size of the result is computed without pad: the last windows are missing.",
    "x는 패딩했지만 결과의 크기를 pad 없이 계산했습니다. 마지막 윈도우들이 빠졌습니다.",
)
def size_without_pad(x, w, b, stride, pad):
    OH, OW = (places(n, k, stride, 0) for n, k in zip(x.shape[2:], w.shape[2:], strict=True))
    return loops(x, w, b, stride, pad)[:, :, : max(OH, 0), : max(OW, 0)]


@CONV2D_NAIVE.mistake(
    "kh and kw are exchanged: kh goes with the rows, kw with the columns.",
    "kh와 kw가 바뀌었습니다. kh는 행, kw는 열 방향입니다.",
)
def height_and_width_exchanged(x, w, b, stride, pad):
    N, C, H, W = x.shape
    F, _, kw, kh = w.shape
    padded = pad_all(x, pad)
    out = np.zeros((N, F, places(H, kh, stride, pad), places(W, kw, stride, pad)))
    for n, f, i, j in np.ndindex(out.shape):
        top, left = i * stride, j * stride
        out[n, f, i, j] = np.sum(padded[n, :, top : top + kh, left : left + kw] * w[f]) + b[f]
    return out


@CONV2D_NAIVE.mistake(
    "The output is as high as it is wide: compute OH from H and kh, and OW from W and kw.",
    "결과의 높이와 너비가 같습니다. OH는 H와 kh로, OW는 W와 kw로 구하십시오.",
)
def square_output(x, w, b, stride, pad):
    N, C, H, W = x.shape
    F, _, kh, kw = w.shape
    padded = pad_all(x, pad)
    OH = OW = places(H, kh, stride, pad)
    out = np.zeros((N, F, OH, OW))
    for n, f, i, j, c, u, v in np.ndindex(N, F, OH, OW, C, kh, kw):
        out[n, f, i, j] += w[f, c, u, v] * padded[n, c, i * stride + u, j * stride + v]
    return out + b[:, None, None]


@CONV2D_NAIVE.mistake(
    "The padding is left out: no zeros stand around the image.",
    "패딩을 하지 않았습니다. 이미지 둘레에 0이 없습니다.",
)
def pad_ignored(x, w, b, stride, pad):
    return loops(x, w, b, stride, 0)


@CONV2D_NAIVE.mistake(
    "The result is large enough for the padding, but x itself is not padded: windows at the border are cut off.",
    "결과의 크기는 패딩에 맞추었지만 x에는 패딩을 하지 않았습니다. 그래서 가장자리에서 윈도우가 잘립니다.",
)
def pad_in_the_size_only(x, w, b, stride, pad):
    N, C, H, W = x.shape
    F, _, kh, kw = w.shape
    out = np.zeros((N, F, places(H, kh, stride, pad), places(W, kw, stride, pad)))
    for n, f, i, j in np.ndindex(out.shape):
        top, left = i * stride, j * stride
        out[n, f, i, j] = np.sum(x[n, :, top : top + kh, left : left + kw] * w[f]) + b[f]
    return out


@CONV2D_NAIVE.mistake(
    "Zeros are added below and at the right only; they belong on all four sides.",
    "아래와 오른쪽에만 0을 붙였습니다. 네 변에 모두 붙여야 합니다.",
)
def padded_on_one_side(x, w, b, stride, pad):
    return loops(np.pad(x, ((0, 0), (0, 0), (0, 2 * pad), (0, 2 * pad))), w, b, stride, 0)


@CONV2D_NAIVE.mistake(
    "The border repeats the outermost pixels; the padding is zeros.",
    "가장자리 픽셀을 되풀이하여 붙였습니다. 패딩은 0입니다.",
)
def padded_with_the_border(x, w, b, stride, pad):
    return loops(np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)), mode="edge"), w, b, stride, 0)


@CONV2D_NAIVE.mistake(
    "np.pad(x, pad) pads all four axes: there are images and channels of zeros now. Give each axis its own pair.",
    "np.pad(x, pad)는 축 네 개에 모두 붙여서 0으로 된 이미지와 채널이 생깁니다. 축마다 따로 쌍을 주십시오.",
)
def padded_on_all_axes(x, w, b, stride, pad):
    padded = np.pad(x, pad)
    N, C, H, W = padded.shape
    F, _, kh, kw = w.shape
    out = np.zeros((N, F, places(H, kh, stride, 0), places(W, kw, stride, 0)))
    for n, f, i, j in np.ndindex(out.shape):
        top, left = i * stride, j * stride
        for c in range(w.shape[1]):
            out[n, f, i, j] += np.sum(padded[n, c, top : top + kh, left : left + kw] * w[f, c])
        out[n, f, i, j] += b[f]
    return out


@CONV2D_NAIVE.mistake(
    "The result is an array like x: with whole numbers as input it cuts off what stands behind the decimal point.",
    "결과를 x와 같은 자료형의 배열에 담았습니다. 입력이 정수이면 소수점 아래가 잘립니다.",
)
def result_like_x(x, w, b, stride, pad):
    exact = loops(x, w, b, stride, pad)
    out = np.zeros(exact.shape, x.dtype)
    out[...] = exact.astype(np.int64) if x.dtype.kind in "iu" else exact
    return out


@CONV2D_NAIVE.mistake(
    "The result takes over the dtype of b: where b holds whole numbers, the sums are cut to whole numbers. np.zeros(shape) "
    "makes floats.",
    "결과가 b의 자료형을 따릅니다. b가 정수이면 합도 정수로 잘립니다. np.zeros(shape)는 실수 배열을 만듭니다.",
)
def result_like_b(x, w, b, stride, pad):
    exact = loops(x, w, b, stride, pad)
    out = np.zeros(exact.shape, b.dtype)
    out[...] = exact
    return out


@CONV2D_NAIVE.mistake(
    "Only the first image is convolved: the result has to hold all N.",
    "첫 이미지만 계산했습니다. 결과에는 이미지 N개가 모두 있어야 합니다.",
)
def first_image_only(x, w, b, stride, pad):
    return loops(x[:1], w, b, stride, pad)


@POOL_NAIVE.mistake(
    "The number at the corner of each window is taken; look at the whole window.",
    "윈도우마다 모서리의 수 하나를 골랐습니다. 윈도우 전체를 보십시오.",
)
def corner(x, size, stride, mode):
    N, C, H, W = x.shape
    OH, OW = places(H, size, stride, 0), places(W, size, stride, 0)
    return x[:, :, ::stride, ::stride][:, :, :OH, :OW] * 1.0


def pooled(x, size, stride, reduce, step=None):
    """Reduce every window of size x size, `step` apart (stride, unless said otherwise)."""
    N, C, H, W = x.shape
    step = stride if step is None else step
    out = np.zeros((N, C, places(H, size, stride, 0), places(W, size, stride, 0)))
    for n, c, i, j in np.ndindex(out.shape):
        out[n, c, i, j] = reduce(x[n, c, i * step : i * step + size, j * step : j * step + size])
    return out


def chosen(mode):
    return np.max if mode == "max" else np.mean


@POOL_NAIVE.mistake(
    "The windows move on by size; stride says how far, and it may be smaller or larger.",
    "윈도우가 size만큼 움직입니다. 얼마나 움직일지는 stride가 정하고, size보다 작거나 클 수 있습니다.",
)
def stride_is_size(x, size, stride, mode):
    return pooled(x, size, size, chosen(mode))


@POOL_NAIVE.mistake(
    "The number of windows is right, but window (i, j) begins at row i * size and column j * size: take stride.",
    "윈도우의 개수는 맞지만 윈도우 (i, j)가 i * size행, j * size열에서 시작합니다. size 대신 stride를 쓰십시오.",
)
def begins_at_size(x, size, stride, mode):
    return pooled(x, size, stride, lambda window: chosen(mode)(window) if window.size else 0.0, step=size)


@POOL_NAIVE.mistake(
    "The number of windows is right, but window (i, j) begins at row i and column j: multiply both by stride.",
    "윈도우의 수는 맞지만 윈도우 (i, j)가 i행 j열에서 시작합니다. 둘 다 stride를 곱하십시오.",
)
def begins_at_1(x, size, stride, mode):
    return pooled(x, size, stride, chosen(mode), step=1)


@POOL_NAIVE.mistake(
    "H // stride is the number of windows only where stride equals size: use conv_output_size(H, size, stride, 0).",
    "H // stride가 윈도우의 수인 것은 stride와 size가 같을 때뿐입니다. conv_output_size(H, size, stride, 0)을 쓰십시오.",
)
def divided_by_the_stride(x, size, stride, mode):
    N, C, H, W = x.shape
    out = np.zeros((N, C, H // stride, W // stride))
    for n, c, i, j in np.ndindex(out.shape):
        window = x[n, c, i * stride : i * stride + size, j * stride : j * stride + size]
        out[n, c, i, j] = window.max() if mode == "max" else window.mean()
    return out


@POOL_NAIVE.mistake(
    "H // size is the number of windows only where stride equals size: use conv_output_size(H, size, stride, 0).",
    "윈도우가 H // size개인 것은 stride와 size가 같을 때뿐입니다. conv_output_size(H, size, stride, 0)을 쓰십시오.",
)
def divided_by_the_size(x, size, stride, mode):
    N, C, H, W = x.shape
    out = np.zeros((N, C, H // size, W // size))
    for n, c, i, j in np.ndindex(out.shape):
        window = x[n, c, i * stride : i * stride + size, j * stride : j * stride + size]
        out[n, c, i, j] = window.max() if mode == "max" else window.mean()
    return out


@POOL_NAIVE.mistake(
    "The windows are stride x stride numbers; size says how large they are.",
    "윈도우의 크기가 stride x stride입니다. 윈도우의 크기는 size가 정합니다.",
)
def size_is_stride(x, size, stride, mode):
    return pooled(x, stride, stride, chosen(mode))


@POOL_NAIVE.mistake(
    "The search for the largest begins at 0, and no negative number beats that: begin at the first one, or at -inf.",
    "최댓값을 0에서 찾기 시작해서 음수는 결코 뽑히지 않습니다. 첫 수나 -inf에서 시작하십시오.",
)
def begins_at_0(x, size, stride, mode):
    reduce = (lambda window: max(0.0, window.max())) if mode == "max" else np.mean
    return pooled(x, size, stride, reduce)


@POOL_NAIVE.mistake(
    "The largest number is always taken: mode is ignored, or is compared with another word than 'average'.",
    "언제나 최댓값을 냅니다. mode를 보지 않거나, 'average'가 아닌 다른 말과 비교합니다.",
)
def always_max(x, size, stride, mode):
    return pooled(x, size, stride, np.max)


@POOL_NAIVE.mistake(
    "mode is ignored: the mean is always taken.",
    "mode를 보지 않고 언제나 평균을 냅니다.",
)
def always_average(x, size, stride, mode):
    return pooled(x, size, stride, np.mean)


@POOL_NAIVE.mistake(
    'The two modes are exchanged: "max" takes the largest number, "average" the mean.',
    '두 mode가 뒤바뀌었습니다. "max"는 최댓값, "average"는 평균입니다.',
)
def modes_exchanged(x, size, stride, mode):
    return pooled(x, size, stride, np.mean if mode == "max" else np.max)


@POOL_NAIVE.mistake(
    "The sum of the window is divided by size; it holds size * size numbers.",
    "윈도우의 합을 size로 나누었습니다. 윈도우에는 수가 size * size개 있습니다.",
)
def divided_by_size(x, size, stride, mode):
    return pooled(x, size, stride, np.max if mode == "max" else lambda window: window.sum() / size)


@POOL_NAIVE.mistake(
    "The sum of the window is not divided: the mean is sum / size².",
    "윈도우의 합을 나누지 않았습니다. 평균은 합을 size²으로 나눈 값입니다.",
)
def summed(x, size, stride, mode):
    return pooled(x, size, stride, np.max if mode == "max" else np.sum)


@POOL_NAIVE.mistake(
    "The result is an array like x: the mean 2.5 of whole numbers is cut to 2.",
    "결과를 x와 같은 자료형의 배열에 담았습니다. 정수의 평균 2.5가 2로 잘립니다.",
)
def like_x(x, size, stride, mode):
    return pooled(x, size, stride, chosen(mode)).astype(x.dtype)


@POOL_NAIVE.mistake(
    "One number is taken from all channels together; every channel is pooled by itself.",
    "모든 채널에서 수 하나를 뽑았습니다. 채널마다 따로 풀링합니다.",
)
def channels_together(x, size, stride, mode):
    N, C, H, W = x.shape
    out = np.zeros((N, C, places(H, size, stride, 0), places(W, size, stride, 0)))
    for n, c, i, j in np.ndindex(out.shape):
        out[n, c, i, j] = chosen(mode)(x[n, :, i * stride : i * stride + size, j * stride : j * stride + size])
    return out


@POOL_NAIVE.mistake(
    "A window that hangs over the border is used as well: leave out what is too small for a window.",
    "가장자리를 넘는 윈도우까지 썼습니다. 윈도우가 들어가지 않는 부분은 버리십시오.",
)
def hanging_windows(x, size, stride, mode):
    N, C, H, W = x.shape
    out = np.zeros((N, C, -(-(H - size) // stride) + 1, -(-(W - size) // stride) + 1))
    for n, c, i, j in np.ndindex(out.shape):
        out[n, c, i, j] = chosen(mode)(x[n, c, i * stride : i * stride + size, j * stride : j * stride + size])
    return out


@POOL_NAIVE.mistake(
    "The image is padded with zeros until the windows come out even: here nothing is padded, what is left is dropped.",
    "윈도우가 딱 맞도록 이미지에 0을 붙였습니다. 여기서는 패딩을 하지 않고 남는 부분을 버립니다.",
)
def zeros_at_the_border(x, size, stride, mode):
    H, W = x.shape[2:]
    extra = [(0, 0), (0, 0), (0, -(H - size) % stride), (0, -(W - size) % stride)]
    return pooled(np.pad(x, extra), size, stride, chosen(mode))


def walk(layers):
    """Yield (layer, shape before it, shape after it) for the layers behind the input."""
    shape = None
    for layer in layers:
        if layer["kind"] == "input":
            shape = layer["C"], layer["H"], layer["W"]
            continue
        before = shape
        if layer["kind"] == "dense":
            shape = (layer["M"],)
        else:
            C = layer.get("F", before[0])
            shape = C, *(places(n, layer["k"], layer["stride"], layer.get("pad", 0)) for n in before[1:])
        yield layer, before, shape


def count(layers, conv, dense):
    """Add up the pairs (parameters, MACs) that two functions give for each layer."""
    pairs = [
        (conv if layer["kind"] == "conv" else dense)(layer, before, after)
        for layer, before, after in walk(layers)
        if layer["kind"] != "pool"
    ]
    return sum(pair[0] for pair in pairs), sum(pair[1] for pair in pairs)


def conv_pair(layer, before, after):
    C, F, k = before[0], layer["F"], layer["k"]
    return F * (C * k**2 + 1), F * C * k**2 * after[1] * after[2]


def dense_pair(layer, before, after):
    D, M = int(np.prod(before)), layer["M"]
    return M * (D + 1), M * D


@PARAMS_AND_MACS.mistake(
    "The biases are missing: every filter and every unit has one.",
    "편향을 세지 않았습니다. 필터마다, 유닛마다 하나씩 있습니다.",
)
def no_biases(layers):
    def conv(layer, before, after):
        parameters, macs = conv_pair(layer, before, after)
        return parameters - layer["F"], macs

    return count(layers, conv, lambda layer, before, after: (dense_pair(layer, before, after)[1],) * 2)


@PARAMS_AND_MACS.mistake(
    "Only one bias is counted for a whole layer: every filter and every unit has its own.",
    "층 전체에 편향을 하나만 세었습니다. 필터마다, 유닛마다 따로 있습니다.",
)
def one_bias_for_a_layer(layers):
    def conv(layer, before, after):
        parameters, macs = conv_pair(layer, before, after)
        return parameters - layer["F"] + 1, macs

    def dense(layer, before, after):
        parameters, macs = dense_pair(layer, before, after)
        return macs + 1, macs

    return count(layers, conv, dense)


@PARAMS_AND_MACS.mistake(
    "A bias is counted for every channel of a filter: a filter has k * k weights for each channel, but one bias.",
    "필터의 채널마다 편향을 하나씩 셌습니다. 가중치는 채널마다 k * k개이지만 편향은 필터마다 하나입니다.",
)
def bias_for_every_channel(layers):
    def conv(layer, before, after):
        return layer["F"] * before[0] * (layer["k"] ** 2 + 1), conv_pair(layer, before, after)[1]

    return count(layers, conv, dense_pair)


@PARAMS_AND_MACS.mistake(
    "The MACs of a convolution are those of one filter: multiply by F.",
    "합성곱의 MAC이 필터 하나만의 것입니다. F를 곱하십시오.",
)
def one_filter(layers):
    def conv(layer, before, after):
        parameters, macs = conv_pair(layer, before, after)
        return parameters, macs // layer["F"]

    return count(layers, conv, dense_pair)


@PARAMS_AND_MACS.mistake(
    "The MACs of a convolution are counted at every place of its input; the filter stands at OH * OW places only.",
    "합성곱의 MAC을 입력의 자리마다 세었습니다. 필터가 놓이는 자리는 OH * OW개뿐입니다.",
)
def input_places(layers):
    def conv(layer, before, after):
        parameters, macs = conv_pair(layer, before, after)
        return parameters, macs // (after[1] * after[2]) * before[1] * before[2]

    return count(layers, conv, dense_pair)


@PARAMS_AND_MACS.mistake(
    "C is missing: a filter has k * k weights for each channel of its input.",
    "C를 곱하지 않았습니다. 필터에는 입력 채널마다 가중치가 k * k개씩 있습니다.",
)
def channels_missing(layers):
    def conv(layer, before, after):
        F, k = layer["F"], layer["k"]
        return F * (k**2 + 1), F * k**2 * after[1] * after[2]

    return count(layers, conv, dense_pair)


@PARAMS_AND_MACS.mistake(
    "A window has k * k places, not k.",
    "윈도우의 칸은 k개가 아니라 k * k개입니다.",
)
def one_axis(layers):
    def conv(layer, before, after):
        C, F, k = before[0], layer["F"], layer["k"]
        return F * (C * k + 1), F * C * k * after[1] * after[2]

    return count(layers, conv, dense_pair)


@PARAMS_AND_MACS.mistake(
    "The MACs of a convolution are counted for one place of the window; multiply by OH * OW.",
    "합성곱의 MAC을 윈도우 한 자리에서만 세었습니다. OH * OW를 곱하십시오.",
)
def one_place(layers):
    def conv(layer, before, after):
        parameters, macs = conv_pair(layer, before, after)
        return parameters, macs // (after[1] * after[2])

    return count(layers, conv, dense_pair)


@PARAMS_AND_MACS.mistake(
    "Every convolution reads the channels of the image: the second one reads the F channels of the first.",
    "모든 합성곱이 이미지의 채널을 읽는 것으로 세었습니다. 둘째 합성곱은 첫째가 낸 F개 채널을 읽습니다.",
)
def channels_of_the_image(layers):
    def conv(layer, before, after):
        return conv_pair(layer, (layers[0]["C"],), after)

    return count(layers, conv, dense_pair)


@PARAMS_AND_MACS.mistake(
    "Pooling is passed over: the layers behind it get fewer rows and columns.",
    "풀링을 건너뛰었습니다. 풀링 뒤의 층은 행과 열이 더 적은 입력을 받습니다.",
)
def pooling_passed_over(layers):
    return count([layer for layer in layers if layer["kind"] != "pool"], conv_pair, dense_pair)


@PARAMS_AND_MACS.mistake(
    'A pooling layer has no "pad": only convolutions do. Take 0 there.',
    '풀링 층에는 "pad"가 없습니다. 합성곱에만 있습니다. 풀링에서는 0을 쓰십시오.',
)
def pad_of_pooling(layers):
    for layer in layers:
        if layer["kind"] == "pool":
            places(1, layer["k"], layer["stride"], layer["pad"])
    return count(layers, conv_pair, dense_pair)


@PARAMS_AND_MACS.mistake(
    "The shape stays what it was behind a dense layer: the next layer sees M numbers, the shape is (M,).",
    "완전 연결 계층을 지나도 shape이 그대로입니다. 다음 계층은 수 M개를 보므로 shape은 (M,)입니다.",
)
def dense_keeps_the_shape(layers):
    seen = []

    def dense(layer, before, after):
        seen.append(before)
        return dense_pair(layer, seen[0], after)

    return count(layers, conv_pair, dense)


@PARAMS_AND_MACS.mistake(
    "The numbers are those of the last layer only: = overwrites what the layers before it cost, += adds.",
    "마지막 계층의 값만 남았습니다. =는 앞 계층들의 값을 덮어쓰므로 +=로 더하십시오.",
)
def last_layer_only(layers):
    parameters, macs = 0, 0
    for layer, before, after in walk(layers):
        if layer["kind"] != "pool":
            parameters, macs = (conv_pair if layer["kind"] == "conv" else dense_pair)(layer, before, after)
    return parameters, macs


@PARAMS_AND_MACS.mistake(
    "A dense layer behind images has C units before it here; it sees all C * H * W numbers.",
    "이미지 뒤의 완전 연결 계층이 수를 C개만 받는 것으로 세었습니다. C * H * W개를 모두 봅니다.",
)
def dense_sees_channels(layers):
    return count(layers, conv_pair, lambda layer, before, after: dense_pair(layer, before[:1], after))


@PARAMS_AND_MACS.mistake(
    "The biases are counted as MACs: a MAC is a product that is added to a sum, and no product belongs to a bias.",
    "편향까지 MAC으로 세었습니다. MAC은 곱해서 더하는 계산인데 편향에는 곱셈이 없습니다.",
)
def biases_as_macs(layers):
    def conv(layer, before, after):
        parameters, macs = conv_pair(layer, before, after)
        return parameters, macs + layer["F"] * after[1] * after[2]

    return count(layers, conv, lambda layer, before, after: (dense_pair(layer, before, after)[0],) * 2)


@PARAMS_AND_MACS.mistake(
    "The two numbers are exchanged: the parameters come first, then the MACs.",
    "두 수의 순서가 바뀌었습니다. 매개변수의 수가 먼저이고 MAC의 수가 다음입니다.",
)
def exchanged(layers):
    return count(layers, conv_pair, dense_pair)[::-1]


def field(layers, grow):
    """Go through conv and pool with a function of (width, step, k, stride) that returns the next width and step."""
    width, step = 1, 1
    for layer in layers:
        if layer["kind"] != "input":
            width, step = grow(width, step, layer["k"], layer["stride"])
    return width


@RECEPTIVE_FIELD.mistake(
    "Each layer adds k; windows of neighbours overlap, so that only k - 1 is new.",
    "층마다 k를 더했습니다. 이웃한 윈도우는 겹치므로 새로 늘어나는 것은 k - 1입니다.",
)
def adds_k(layers):
    return field(layers, lambda width, step, k, stride: (width + k * step, step * stride))


@RECEPTIVE_FIELD.mistake(
    "The strides are ignored: behind a stride of 2 the next layer's inputs lie 2 pixels apart.",
    "stride를 무시했습니다. stride가 2인 층 뒤에서는 다음 층의 입력이 2픽셀씩 떨어져 있습니다.",
)
def strides_ignored(layers):
    return field(layers, lambda width, step, k, stride: (width + k - 1, 1))


@RECEPTIVE_FIELD.mistake(
    "The layer's own stride is multiplied in too early: its window lies on its input, where the old step holds.",
    "그 층의 stride를 너무 일찍 곱했습니다. 윈도우는 그 층의 입력 위에 놓이므로 아직 앞의 간격을 써야 합니다.",
)
def own_stride_first(layers):
    return field(layers, lambda width, step, k, stride: (width + (k - 1) * step * stride, step * stride))


@RECEPTIVE_FIELD.mistake(
    "k - 1 is multiplied by the stride of the layer itself; it is the strides of the layers before it that count.",
    "k - 1에 그 층 자신의 stride를 곱했습니다. 곱해야 하는 것은 앞에 있는 층들의 stride입니다.",
)
def own_stride_only(layers):
    return field(layers, lambda width, step, k, stride: (width + (k - 1) * stride, step))


@RECEPTIVE_FIELD.mistake(
    "Only the stride of the layer just before is used: the steps of all layers before multiply.",
    "바로 앞 층의 stride만 썼습니다. 앞에 있는 모든 층의 stride를 곱해야 합니다.",
)
def last_stride_only(layers):
    return field(layers, lambda width, step, k, stride: (width + (k - 1) * step, stride))


@RECEPTIVE_FIELD.mistake(
    "The strides are added; they multiply: 3 steps of 2 pixels are 6 pixels.",
    "stride를 더했습니다. stride는 곱해집니다. 2픽셀짜리 걸음 3개는 6픽셀입니다.",
)
def strides_added(layers):
    return field(layers, lambda width, step, k, stride: (width + (k - 1) * step, step + stride - 1))


@RECEPTIVE_FIELD.mistake(
    "Pooling is skipped: it widens the field by its window, and the step by its stride.",
    "풀링을 건너뛰었습니다. 풀링의 윈도우만큼 영역이 넓어지고 stride만큼 간격도 커집니다.",
)
def pooling_skipped(layers):
    return receptive([layer for layer in layers if layer["kind"] != "pool"])


def receptive(layers):
    return field(layers, lambda width, step, k, stride: (width + (k - 1) * step, step * stride))


@RECEPTIVE_FIELD.mistake(
    "The stride of a pooling layer is skipped: behind it, too, neighbours lie further apart.",
    "풀링 층의 stride를 빠뜨렸습니다. 풀링 뒤에서도 이웃한 수의 간격이 커집니다.",
)
def stride_of_pooling_skipped(layers):
    return receptive([{**layer, "stride": 1} if layer["kind"] == "pool" else layer for layer in layers])


@RECEPTIVE_FIELD.mistake(
    "The width begins at 0: without any layer a number sees itself, 1 pixel.",
    "너비가 0에서 시작합니다. 층이 없어도 수 하나는 자기 자신, 곧 1픽셀을 봅니다.",
)
def begins_with_nothing(layers):
    return receptive(layers) - 1


@RECEPTIVE_FIELD.mistake(
    "The padding is added: it widens the map, not the square of pixels that a number depends on.",
    "패딩을 더했습니다. 패딩은 맵을 넓힐 뿐, 수 하나가 의존하는 픽셀의 너비를 넓히지 않습니다.",
)
def padding_added(layers):
    return receptive(layers) + sum(2 * layer.get("pad", 0) for layer in layers)


@RECEPTIVE_FIELD.mistake(
    "The list may begin with the input, which has neither k nor stride: skip it.",
    "리스트가 입력으로 시작할 수 있는데, 입력에는 k도 stride도 없습니다. 건너뛰십시오.",
)
def input_not_skipped(layers):
    width, step = 1, 1
    for layer in layers:
        width += (layer["k"] - 1) * step
        step *= layer["stride"]
    return width


@RECEPTIVE_FIELD.mistake(
    "The number of pixels of the square is returned; asked is its width.",
    "정사각형의 픽셀 수를 반환합니다. 물은 것은 너비입니다.",
)
def area(layers):
    return receptive(layers) ** 2


@RECEPTIVE_FIELD.mistake(
    "pop takes the input out of the caller's list: a later call finds another network. Skip it in the loop instead.",
    "pop으로 호출한 쪽의 리스트에서 입력을 빼냈습니다. 다음에 부르면 다른 신경망이 됩니다. 빼내지 말고 반복문에서 건너뛰십시오.",
)
def pops_the_input(layers):
    if layers and layers[0]["kind"] == "input":
        layers.pop(0)
    return receptive(layers)


@RECEPTIVE_FIELD.mistake(
    "The width is a float; an int is asked. In front of the first layer np.prod([]) is 1.0: take int(...) or math.prod.",
    "너비가 실수입니다. 정수여야 합니다. 첫 층 앞에서는 np.prod([])가 1.0입니다. int(...)로 바꾸거나 math.prod를 쓰십시오.",
)
def width_as_float(layers):
    windows = [layer for layer in layers if layer["kind"] != "input"]
    strides = [layer["stride"] for layer in windows]
    return 1 + sum((layer["k"] - 1) * np.prod(strides[:i]) for i, layer in enumerate(windows))
