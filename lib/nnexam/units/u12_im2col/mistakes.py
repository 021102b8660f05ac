"""u12_im2col: the mistakes that students really make, each with what to look at.

Each is written as a student would write it; the demonstration class is drawn from them.
"""

import numpy as np

from .exercises import COL2IM, CONV_FORWARD, CONVOLUTION, FLATTEN, IM2COL, MAX_POOLING


def size(n, k, stride, pad):
    return (n + 2 * pad - k) // stride + 1


def bordered(x, pad):
    return np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))


def windows(x, kh, kw, stride, pad):
    """All windows, (N, OH, OW, C, kh, kw)."""
    N, C, H, W = x.shape
    OH, OW = size(H, kh, stride, pad), size(W, kw, stride, pad)
    padded = bordered(x, pad)
    out = np.zeros((N, OH, OW, C, kh, kw))
    for i in range(OH):
        for j in range(OW):
            out[:, i, j] = padded[:, :, i * stride : i * stride + kh, j * stride : j * stride + kw]
    return out


def columns(x, kh, kw, stride=1, pad=0):
    found = windows(x, kh, kw, stride, pad)
    return found.reshape(int(np.prod(found.shape[:3])), -1)


def added(found, shape, stride, pad, assign=False):
    """Add windows (N, OH, OW, C, kh, kw) to images with a border; return them with the border."""
    N, C, H, W = shape
    padded = np.zeros((N, C, H + 2 * pad, W + 2 * pad))
    _, OH, OW, _, kh, kw = found.shape
    for i in range(OH):
        for j in range(OW):
            part = padded[:, :, i * stride : i * stride + kh, j * stride : j * stride + kw]
            part[...] = found[:, i, j] if assign else part + found[:, i, j]
    return padded


def apart(col, shape, kh, kw, stride, pad):
    N, C, H, W = shape
    return col.reshape(N, size(H, kh, stride, pad), size(W, kw, stride, pad), C, kh, kw)


def images(col, shape, kh, kw, stride=1, pad=0):
    padded = added(apart(col, shape, kh, kw, stride, pad), shape, stride, pad)
    return padded[:, :, pad : pad + shape[2], pad : pad + shape[3]]


@IM2COL.mistake(
    "A row holds its window in the order (kh, kw, C): the channels of one pixel side by side. Here channel 0 comes first, "
    "all of it, then channel 1: (C, kh, kw).",
    "행에 윈도우를 (kh, kw, C) 순서로, 곧 한 픽셀의 채널끼리 나란히 적었습니다. 채널 0을 모두 적은 다음에 채널 1을 적는 "
    "(C, kh, kw) 순서여야 합니다.",
)
def channels_last(x, kh, kw, stride=1, pad=0):
    found = windows(x, kh, kw, stride, pad).transpose(0, 1, 2, 4, 5, 3)
    return found.reshape(int(np.prod(found.shape[:3])), -1)


@IM2COL.mistake(
    "A row holds its window column by column, (C, kw, kh); it is read line by line, (C, kh, kw).",
    "행에 윈도우를 (C, kw, kh) 순서로, 곧 세로로 읽어 적었습니다. 한 줄씩 가로로 읽는 (C, kh, kw) 순서여야 합니다.",
)
def column_by_column(x, kh, kw, stride=1, pad=0):
    found = windows(x, kh, kw, stride, pad).transpose(0, 1, 2, 3, 5, 4)
    return found.reshape(int(np.prod(found.shape[:3])), -1)


@IM2COL.mistake(
    "The rows change the image fastest: window 0 of every image, then window 1. All windows of image 0 come first: the axis "
    "N stands in front.",
    "행이 바뀔 때 이미지가 가장 먼저 바뀝니다. 모든 이미지의 윈도우 0, 다음에 윈도우 1의 순서입니다. 이미지 0의 윈도우가 모두 "
    "먼저 나와야 하므로 축 N이 맨 앞입니다.",
)
def images_fastest(x, kh, kw, stride=1, pad=0):
    found = windows(x, kh, kw, stride, pad).transpose(1, 2, 0, 3, 4, 5)
    return found.reshape(int(np.prod(found.shape[:3])), -1)


@IM2COL.mistake(
    "The rows go through the window positions column by column; they go to the right first, then down: (N, OH, OW).",
    "윈도우의 위치가 아래로 먼저 갑니다. 오른쪽으로 먼저 가고 그다음에 아래로 가는 (N, OH, OW) 순서여야 합니다.",
)
def down_first(x, kh, kw, stride=1, pad=0):
    found = windows(x, kh, kw, stride, pad).transpose(0, 2, 1, 3, 4, 5)
    return found.reshape(int(np.prod(found.shape[:3])), -1)


@IM2COL.mistake(
    "The matrix is transposed: a window is a row here, so that the shape is (N OH OW, C kh kw).",
    "행렬이 전치되어 있습니다. 여기서는 윈도우 하나가 행 하나이므로 shape은 (N OH OW, C kh kw)입니다.",
)
def windows_as_columns(x, kh, kw, stride=1, pad=0):
    return columns(x, kh, kw, stride, pad).T


@IM2COL.mistake(
    "The array (N, C, kh, kw, OH, OW) is reshaped without transposing it first: the numbers are there, in another order.",
    "(N, C, kh, kw, OH, OW) 배열의 축을 옮기지 않고 reshape만 했습니다. 수는 모두 있지만 순서가 다릅니다.",
)
def not_transposed(x, kh, kw, stride=1, pad=0):
    found = windows(x, kh, kw, stride, pad)
    rows, length = int(np.prod(found.shape[:3])), int(np.prod(found.shape[3:]))
    return found.transpose(0, 3, 4, 5, 1, 2).reshape(rows, length)


@IM2COL.mistake(
    "The last window of every line is missing: there are (H - kh) // stride + 1 positions, and the + 1 was left out.",
    "줄마다 마지막 윈도우가 빠졌습니다. 위치의 수는 (H - kh) // stride + 1인데 + 1을 하지 않았습니다.",
)
def last_window_missing(x, kh, kw, stride=1, pad=0):
    found = windows(x, kh, kw, stride, pad)[:, :-1, :-1]
    return found.reshape(int(np.prod(found.shape[:3])), -1)


@IM2COL.mistake(
    "kh and kw are exchanged: kh is the height of the window, in lines, kw its width.",
    "kh와 kw를 바꾸어 썼습니다. kh는 윈도우의 높이, 곧 줄의 수이고 kw는 너비입니다.",
)
def exchanged_sizes(x, kh, kw, stride=1, pad=0):
    return columns(x, kw, kh, stride, pad)


@IM2COL.mistake(
    "The stride is ignored: the window always moves by one pixel.",
    "스트라이드를 쓰지 않았습니다. 윈도우가 늘 한 칸씩 갑니다.",
)
def stride_ignored(x, kh, kw, stride=1, pad=0):
    return columns(x, kh, kw, 1, pad)


@IM2COL.mistake(
    "The stride works to the right only; the window moves down by one pixel each time.",
    "스트라이드를 가로로만 썼습니다. 세로로는 늘 한 칸씩 갑니다.",
)
def stride_to_the_right_only(x, kh, kw, stride=1, pad=0):
    found = windows(x, kh, kw, 1, pad)[:, :, ::stride]
    return found.reshape(int(np.prod(found.shape[:3])), -1)


@IM2COL.mistake("The padding is ignored.", "패딩을 쓰지 않았습니다.")
def pad_ignored(x, kh, kw, stride=1, pad=0):
    return columns(x, kh, kw, stride, 0)


@IM2COL.mistake(
    "The border was added on the right and below only; it goes around all four sides.",
    "테두리를 오른쪽과 아래에만 더했습니다. 네 변에 모두 둘러야 합니다.",
)
def pad_on_two_sides(x, kh, kw, stride=1, pad=0):
    return columns(np.pad(x, ((0, 0), (0, 0), (0, 2 * pad), (0, 2 * pad))), kh, kw, stride)


@IM2COL.mistake(
    "The border repeats the pixels of the edge; it is made of zeros.",
    "테두리에 가장자리 픽셀을 되풀이해 넣었습니다. 테두리의 값은 0입니다.",
)
def edge_repeated(x, kh, kw, stride=1, pad=0):
    return columns(np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)), mode="edge"), kh, kw, stride)


@IM2COL.mistake(
    "np.pad(x, pad) pads all four axes, N and C too: give each axis its own pair, (0, 0) for the first two.",
    "np.pad(x, pad)는 N과 C까지 네 축에 모두 패딩을 합니다. 축마다 쌍을 따로 주고, 앞의 두 축에는 (0, 0)을 주십시오.",
)
def every_axis_padded(x, kh, kw, stride=1, pad=0):
    N, C, H, W = x.shape
    OH, OW = size(H, kh, stride, pad), size(W, kw, stride, pad)
    padded, found = np.pad(x, pad), np.zeros((N, OH, OW, C, kh, kw))
    for i in range(kh):
        for j in range(kw):
            pixels = padded[:, :, i : i + stride * OH : stride, j : j + stride * OW : stride]
            found[:, :, :, :, i, j] = pixels.transpose(0, 2, 3, 1)
    return found.reshape(N * OH * OW, -1)


@IM2COL.mistake(
    "The slice has no end: i::stride runs to the edge of the image and gives more than OH lines. End it at i + stride * OH.",
    "슬라이스에 끝이 없습니다. i::stride는 이미지 끝까지 가서 OH보다 많은 줄을 줍니다. i + stride * OH에서 끝내십시오.",
)
def slice_without_end(x, kh, kw, stride=1, pad=0):
    N, C, H, W = x.shape
    OH, OW = size(H, kh, stride, pad), size(W, kw, stride, pad)
    padded, found = bordered(x, pad), np.zeros((N, OH, OW, C, kh, kw))
    for i in range(kh):
        for j in range(kw):
            found[:, :, :, :, i, j] = padded[:, :, i::stride, j::stride].transpose(0, 2, 3, 1)
    return found.reshape(N * OH * OW, -1)


def by_place(x, kh, kw, stride, pad, pixels):
    """Fill the windows place by place; a function of the padded images, i, j, OH and OW gives the pixels."""
    N, C, H, W = x.shape
    OH, OW = size(H, kh, stride, pad), size(W, kw, stride, pad)
    padded, found = bordered(x, pad), np.zeros((N, OH, OW, C, kh, kw))
    for i in range(kh):
        for j in range(kw):
            found[:, :, :, :, i, j] = pixels(padded, i, j, OH, OW)
    return found.reshape(N * OH * OW, -1)


@IM2COL.mistake(
    "The slice ends at i + OH: OH steps of `stride` pixels reach to i + stride * OH.",
    "조각이 i + OH에서 끝납니다. stride 픽셀씩 OH번 가므로 i + stride * OH까지입니다.",
)
def end_without_stride(x, kh, kw, stride=1, pad=0):
    def pixels(padded, i, j, OH, OW):
        return padded[:, :, i : i + OH : stride, j : j + OW : stride].transpose(0, 2, 3, 1)

    return by_place(x, kh, kw, stride, pad, pixels)


@IM2COL.mistake(
    "The slice has the axes (N, C, OH, OW), the place for it (N, OH, OW, C): transpose(0, 2, 3, 1) is missing.",
    "조각의 축은 (N, C, OH, OW)이고 넣을 자리의 축은 (N, OH, OW, C)입니다. transpose(0, 2, 3, 1)이 빠졌습니다.",
)
def slice_not_transposed(x, kh, kw, stride=1, pad=0):
    def pixels(padded, i, j, OH, OW):
        return padded[:, :, i : i + stride * OH : stride, j : j + stride * OW : stride]

    return by_place(x, kh, kw, stride, pad, pixels)


@IM2COL.mistake(
    "The slice (N, C, OH, OW) is brought to (N, OH, OW, C) with reshape, which moves no axis: use transpose(0, 2, 3, 1).",
    "조각 (N, C, OH, OW)를 reshape으로 (N, OH, OW, C)에 맞췄습니다. reshape은 축을 옮기지 않습니다. transpose(0, 2, 3, 1)을 쓰십시오.",
)
def slice_reshaped(x, kh, kw, stride=1, pad=0):
    def pixels(padded, i, j, OH, OW):
        slices = padded[:, :, i : i + stride * OH : stride, j : j + stride * OW : stride]
        return slices.reshape(len(x), OH, OW, x.shape[1])

    return by_place(x, kh, kw, stride, pad, pixels)


@IM2COL.mistake(
    "The number of windows is right, but window (i, j) begins at line i and column j: multiply both by stride.",
    "윈도우의 수는 맞지만 윈도우 (i, j)가 i번째 줄, j번째 열에서 시작합니다. 둘 다 stride를 곱하십시오.",
)
def begins_without_stride(x, kh, kw, stride=1, pad=0):
    found = windows(x, kh, kw, 1, pad)
    OH, OW = size(x.shape[2], kh, stride, pad), size(x.shape[3], kw, stride, pad)
    return found[:, :OH, :OW].reshape(len(x) * OH * OW, -1)


@IM2COL.mistake(
    "The size counts the border, but the slices are taken from x, which has none: slice the padded images.",
    "크기에는 테두리를 넣었지만 조각은 테두리가 없는 x에서 잘랐습니다. 패딩한 이미지에서 자르십시오.",
)
def padded_in_the_size_only(x, kh, kw, stride=1, pad=0):
    def pixels(padded, i, j, OH, OW):
        return x[:, :, i : i + stride * OH : stride, j : j + stride * OW : stride].transpose(0, 2, 3, 1)

    return by_place(x, kh, kw, stride, pad, pixels)


@IM2COL.mistake(
    "The matrix holds whole numbers only: a pixel of 0.5 becomes 0. np.zeros and np.empty make floats by themselves.",
    "행렬에 정수만 담깁니다. 0.5인 픽셀이 0이 됩니다. dtype을 주지 않은 np.zeros와 np.empty는 실수 배열을 만듭니다.",
)
def whole_numbers_only(x, kh, kw, stride=1, pad=0):
    N, C, H, W = x.shape
    OH, OW = size(H, kh, stride, pad), size(W, kw, stride, pad)
    found = np.zeros((N * OH * OW, C * kh * kw), dtype=int)
    found[...] = columns(x, kh, kw, stride, pad)
    return found


@COL2IM.mistake(
    "The numbers are assigned with =: where windows overlap, the last one overwrites the others. Add with +=.",
    "수를 =로 넣었습니다. 윈도우가 겹치는 곳에서 마지막 수가 앞의 수를 덮어씁니다. +=로 더하십시오.",
)
def assigned(col, shape, kh, kw, stride=1, pad=0):
    padded = added(apart(col, shape, kh, kw, stride, pad), shape, stride, pad, assign=True)
    return padded[:, :, pad : pad + shape[2], pad : pad + shape[3]]


@COL2IM.mistake(
    "With pad = 0 the slice pad:-pad is 0:-0, which is 0:0 and holds nothing: write pad : pad + H.",
    "pad = 0이면 슬라이스 pad:-pad는 0:-0, 곧 0:0이어서 아무것도 들어 있지 않습니다. pad : pad + H로 쓰십시오.",
)
def minus_zero(col, shape, kh, kw, stride=1, pad=0):
    return added(apart(col, shape, kh, kw, stride, pad), shape, stride, pad)[:, :, pad:-pad, pad:-pad]


@COL2IM.mistake(
    "The image ends with the last window: where the stride does not divide, the pixels behind it are lost. Make the array "
    "as large as `shape` says.",
    "이미지가 마지막 윈도우에서 끝납니다. 스트라이드로 나누어떨어지지 않으면 그 뒤의 픽셀이 사라집니다. 배열을 shape이 말하는 "
    "크기로 만드십시오.",
)
def rest_lost(col, shape, kh, kw, stride=1, pad=0):
    N, C, H, W = shape
    height = (size(H, kh, stride, pad) - 1) * stride + kh
    width = (size(W, kw, stride, pad) - 1) * stride + kw
    image = added(apart(col, shape, kh, kw, stride, pad), (N, C, height, width), stride, 0)
    return image[:, :, pad : pad + H, pad : pad + W]


@COL2IM.mistake(
    "The border is still there: the result has the shape of x, without padding.",
    "테두리가 남아 있습니다. 결과의 shape은 패딩이 없는 x의 shape입니다.",
)
def border_kept(col, shape, kh, kw, stride=1, pad=0):
    return added(apart(col, shape, kh, kw, stride, pad), shape, stride, pad)


@COL2IM.mistake(
    "The sums are divided by the number of windows of each pixel: that is a mean, which undoes im2col. Asked is the sum.",
    "픽셀마다 합을 윈도우의 수로 나누었습니다. 그러면 평균이 되어 im2col을 되돌립니다. 구하는 것은 합입니다.",
)
def averaged(col, shape, kh, kw, stride=1, pad=0):
    count = images(np.ones_like(col), shape, kh, kw, stride, pad)
    return images(col, shape, kh, kw, stride, pad) / np.maximum(count, 1)


@COL2IM.mistake(
    "The rows are taken apart in the order (kh, kw, C); a row holds (C, kh, kw).",
    "행을 (kh, kw, C) 순서로 풀었습니다. 행에는 (C, kh, kw) 순서로 담겨 있습니다.",
)
def channels_last_back(col, shape, kh, kw, stride=1, pad=0):
    N, C, H, W = shape
    found = col.reshape(N, size(H, kh, stride, pad), size(W, kw, stride, pad), kh, kw, C).transpose(0, 1, 2, 5, 3, 4)
    return added(found, shape, stride, pad)[:, :, pad : pad + H, pad : pad + W]


@COL2IM.mistake(
    "The matrix is reshaped at once to (N, C, kh, kw, OH, OW): reshape moves no axis. First (N, OH, OW, C, kh, kw), then "
    "transpose.",
    "행렬을 곧바로 (N, C, kh, kw, OH, OW)로 reshape했습니다. reshape은 축을 옮기지 않습니다. 먼저 (N, OH, OW, C, kh, kw)로 "
    "바꾼 다음 transpose하십시오.",
)
def reshaped_at_once(col, shape, kh, kw, stride=1, pad=0):
    N, C, H, W = shape
    OH, OW = size(H, kh, stride, pad), size(W, kw, stride, pad)
    found = col.reshape(N, C, kh, kw, OH, OW).transpose(0, 4, 5, 1, 2, 3)
    return added(found, shape, stride, pad)[:, :, pad : pad + H, pad : pad + W]


@COL2IM.mistake(
    "The border is cut off before the sums are made, so that the windows are shifted by `pad`: add on an image with a "
    "border, then cut.",
    "더하기 전에 테두리를 없애서 윈도우가 pad만큼 밀렸습니다. 테두리가 있는 이미지에 더한 다음에 자르십시오.",
)
def shifted(col, shape, kh, kw, stride=1, pad=0):
    padded = added(apart(col, shape, kh, kw, stride, pad), shape, stride, pad)
    return padded[:, :, : shape[2], : shape[3]]


@COL2IM.mistake(
    "The image with its border is too small: the border lies on both sides, so it has H + 2 pad lines and W + 2 pad columns.",
    "테두리가 있는 이미지가 너무 작습니다. 테두리는 양쪽에 있으므로 H + 2 pad줄, W + 2 pad칸이어야 합니다.",
)
def border_on_one_side(col, shape, kh, kw, stride=1, pad=0):
    N, C, H, W = shape
    found = apart(col, shape, kh, kw, stride, pad)
    OH, OW = found.shape[1:3]
    padded = np.zeros((N, C, H + pad, W + pad))
    for i in range(kh):
        for j in range(kw):
            place = padded[:, :, i : i + stride * OH : stride, j : j + stride * OW : stride]
            place += found[..., i, j].transpose(0, 3, 1, 2)
    return padded[:, :, pad : pad + H, pad : pad + W]


def added_by_place(col, shape, kh, kw, stride, pad, end, numbers):
    """Add place by place; `end` gives the end of a slice, `numbers` the form of what is added."""
    N, C, H, W = shape
    found = apart(col, shape, kh, kw, stride, pad)
    OH, OW = found.shape[1:3]
    padded = np.zeros((N, C, H + 2 * pad, W + 2 * pad))
    for i in range(kh):
        for j in range(kw):
            padded[:, :, i : end(i, OH) : stride, j : end(j, OW) : stride] += numbers(found[..., i, j])
    return padded[:, :, pad : pad + H, pad : pad + W]


@COL2IM.mistake(
    "The slice ends at i + OH: OH steps of `stride` pixels reach to i + stride * OH.",
    "조각이 i + OH에서 끝납니다. stride 픽셀씩 OH번 가므로 i + stride * OH까지입니다.",
)
def end_without_stride_back(col, shape, kh, kw, stride=1, pad=0):
    def end(i, OH):
        return i + OH

    return added_by_place(col, shape, kh, kw, stride, pad, end, lambda part: part.transpose(0, 3, 1, 2))


@COL2IM.mistake(
    "What is added has the axes (N, OH, OW, C), the slice of the image (N, C, OH, OW): transpose(0, 3, 1, 2) is missing.",
    "더할 수의 축은 (N, OH, OW, C)이고 이미지 조각의 축은 (N, C, OH, OW)입니다. transpose(0, 3, 1, 2)가 빠졌습니다.",
)
def numbers_not_transposed(col, shape, kh, kw, stride=1, pad=0):
    def end(i, OH):
        return i + stride * OH

    return added_by_place(col, shape, kh, kw, stride, pad, end, lambda part: part)


@COL2IM.mistake(
    "The numbers (N, OH, OW, C) are brought to (N, C, OH, OW) with reshape, which moves no axis: transpose(0, 3, 1, 2).",
    "수 (N, OH, OW, C)를 reshape으로 (N, C, OH, OW)에 맞췄습니다. reshape은 축을 옮기지 않습니다. transpose(0, 3, 1, 2)를 쓰십시오.",
)
def numbers_reshaped(col, shape, kh, kw, stride=1, pad=0):
    def end(i, OH):
        return i + stride * OH

    def reshaped(part):
        N, OH, OW, C = part.shape
        return part.reshape(N, C, OH, OW)

    return added_by_place(col, shape, kh, kw, stride, pad, end, reshaped)


@COL2IM.mistake(
    "Window (i, j) is added at line i and column j: it was read at i * stride and j * stride.",
    "윈도우 (i, j)를 i번째 줄, j번째 열에 더했습니다. 읽은 자리는 i * stride, j * stride입니다.",
)
def added_without_stride(col, shape, kh, kw, stride=1, pad=0):
    padded = added(apart(col, shape, kh, kw, stride, pad), shape, 1, pad)
    return padded[:, :, pad : pad + shape[2], pad : pad + shape[3]]


@COL2IM.mistake(
    "The slice pad : H is too short: behind the border the image has H lines, so it ends at pad + H.",
    "조각 pad : H는 너무 짧습니다. 테두리 다음에 이미지가 H줄 있으므로 pad + H에서 끝납니다.",
)
def cut_too_soon(col, shape, kh, kw, stride=1, pad=0):
    return added(apart(col, shape, kh, kw, stride, pad), shape, stride, pad)[:, :, pad : shape[2], pad : shape[3]]


def rows_of_filters(W):
    return W.reshape(len(W), -1).T


@CONV_FORWARD.mistake(
    "The product (N OH OW, F) is reshaped at once to (N, F, OH, OW), which mixes images and filters: reshape to "
    "(N, OH, OW, F), then move F to axis 1 with transpose.",
    "곱 (N OH OW, F)을 곧바로 (N, F, OH, OW)로 reshape해서 이미지와 필터가 섞였습니다. (N, OH, OW, F)로 reshape한 다음 "
    "transpose로 F를 축 1로 옮기십시오.",
)
def reshape_without_transpose(x, W, b, stride=1, pad=0):
    N, F, kh, kw = len(x), len(W), *W.shape[2:]
    OH, OW = size(x.shape[2], kh, stride, pad), size(x.shape[3], kw, stride, pad)
    col = columns(x, kh, kw, stride, pad)
    return (col @ rows_of_filters(W) + b).reshape(N, F, OH, OW), col


@CONV_FORWARD.mistake(
    "The result is still (N, OH, OW, F): move the filters to axis 1.",
    "결과가 아직 (N, OH, OW, F)입니다. 필터를 축 1로 옮기십시오.",
)
def filters_last(x, W, b, stride=1, pad=0):
    N, kh, kw = len(x), *W.shape[2:]
    OH, OW = size(x.shape[2], kh, stride, pad), size(x.shape[3], kw, stride, pad)
    col = columns(x, kh, kw, stride, pad)
    return (col @ rows_of_filters(W) + b).reshape(N, OH, OW, -1), col


@CONV_FORWARD.mistake(
    "The transpose has OH and OW exchanged: (N, OH, OW, F) becomes (N, F, OH, OW) with transpose(0, 3, 1, 2).",
    "transpose에서 OH와 OW가 바뀌었습니다. (N, OH, OW, F)를 (N, F, OH, OW)로 만드는 것은 transpose(0, 3, 1, 2)입니다.",
)
def width_and_height_exchanged(x, W, b, stride=1, pad=0):
    N, kh, kw = len(x), *W.shape[2:]
    OH, OW = size(x.shape[2], kh, stride, pad), size(x.shape[3], kw, stride, pad)
    col = columns(x, kh, kw, stride, pad)
    return (col @ rows_of_filters(W) + b).reshape(N, OH, OW, -1).transpose(0, 3, 2, 1), col


@CONV_FORWARD.mistake(
    "W is reshaped to (C kh kw, F) at once: reshape moves no axis. A filter is a row of W.reshape(F, -1); transpose that.",
    "W를 곧바로 (C kh kw, F)로 reshape했습니다. reshape은 축을 옮기지 않습니다. W.reshape(F, -1)의 행이 필터이니 그것을 "
    "전치하십시오.",
)
def filters_mixed(x, W, b, stride=1, pad=0):
    N, F, kh, kw = len(x), len(W), *W.shape[2:]
    OH, OW = size(x.shape[2], kh, stride, pad), size(x.shape[3], kw, stride, pad)
    col = columns(x, kh, kw, stride, pad)
    return (col @ W.reshape(-1, F) + b).reshape(N, OH, OW, F).transpose(0, 3, 1, 2), col


@CONV_FORWARD.mistake(
    "W.reshape(F, -1) has the filters as rows; for col @ ... they have to be columns: transpose it with .T.",
    "W.reshape(F, -1)에서는 필터가 행입니다. col @ ...에는 열로 세워야 하니 .T로 전치하십시오.",
)
def filters_as_rows(x, W, b, stride=1, pad=0):
    N, F, kh, kw = len(x), len(W), *W.shape[2:]
    OH, OW = size(x.shape[2], kh, stride, pad), size(x.shape[3], kw, stride, pad)
    col = columns(x, kh, kw, stride, pad)
    return (col @ W.reshape(F, -1) + b).reshape(N, OH, OW, F).transpose(0, 3, 1, 2), col


@CONV_FORWARD.mistake(
    "The product is transposed to (F, N OH OW) and reshaped to (N, F, OH, OW): with several images these get mixed. F stands "
    "first, N second: first reshape to (N, OH, OW, F), then transpose.",
    "곱을 (F, N OH OW)로 전치한 다음 (N, F, OH, OW)로 reshape했습니다. 이미지가 여럿이면 섞입니다. 전치하면 F가 앞이고 N이 "
    "뒤이기 때문입니다. 먼저 (N, OH, OW, F)로 reshape하고 나서 transpose하십시오.",
)
def transposed_too_soon(x, W, b, stride=1, pad=0):
    N, F, kh, kw = len(x), len(W), *W.shape[2:]
    OH, OW = size(x.shape[2], kh, stride, pad), size(x.shape[3], kw, stride, pad)
    col = columns(x, kh, kw, stride, pad)
    return (col @ rows_of_filters(W) + b).T.reshape(N, F, OH, OW), col


@CONV_FORWARD.mistake("The bias is not added.", "편향을 더하지 않았습니다.")
def no_bias(x, W, b, stride=1, pad=0):
    N, F, kh, kw = len(x), len(W), *W.shape[2:]
    OH, OW = size(x.shape[2], kh, stride, pad), size(x.shape[3], kw, stride, pad)
    col = columns(x, kh, kw, stride, pad)
    return (col @ rows_of_filters(W)).reshape(N, OH, OW, F).transpose(0, 3, 1, 2), col


@CONV_FORWARD.mistake(
    "One bias is added to all filters; b[f] belongs to filter f.",
    "편향 하나를 모든 필터에 더했습니다. b[f]는 필터 f의 것입니다.",
)
def one_bias(x, W, b, stride=1, pad=0):
    N, F, kh, kw = len(x), len(W), *W.shape[2:]
    OH, OW = size(x.shape[2], kh, stride, pad), size(x.shape[3], kw, stride, pad)
    col = columns(x, kh, kw, stride, pad)
    return (col @ rows_of_filters(W) + b[0]).reshape(N, OH, OW, F).transpose(0, 3, 1, 2), col


@CONV_FORWARD.mistake(
    "b is added behind the transpose, where NumPy lines it up with the columns: add it to the product (N OH OW, F).",
    "b를 transpose 뒤에 더해서 NumPy가 열에 맞춥니다. 곱 (N OH OW, F)에 더하십시오.",
)
def bias_along_columns(x, W, b, stride=1, pad=0):
    N, F, kh, kw = len(x), len(W), *W.shape[2:]
    OH, OW = size(x.shape[2], kh, stride, pad), size(x.shape[3], kw, stride, pad)
    col = columns(x, kh, kw, stride, pad)
    return (col @ rows_of_filters(W)).reshape(N, OH, OW, F).transpose(0, 3, 1, 2) + b, col


@CONV_FORWARD.mistake(
    "The filter is flipped, upside down and left to right. In networks it lies on the image as it is.",
    "필터를 상하좌우로 뒤집었습니다. 신경망에서는 필터를 그대로 이미지에 얹습니다.",
)
def flipped(x, W, b, stride=1, pad=0):
    N, F, kh, kw = len(x), len(W), *W.shape[2:]
    OH, OW = size(x.shape[2], kh, stride, pad), size(x.shape[3], kw, stride, pad)
    col = columns(x, kh, kw, stride, pad)
    out = col @ rows_of_filters(W[:, :, ::-1, ::-1]) + b
    return out.reshape(N, OH, OW, F).transpose(0, 3, 1, 2), col


@CONV_FORWARD.mistake(
    "im2col is called without the stride and the padding.",
    "im2col에 스트라이드와 패딩을 넘기지 않았습니다.",
)
def settings_not_passed(x, W, b, stride=1, pad=0):
    N, F, kh, kw = len(x), len(W), *W.shape[2:]
    col = columns(x, kh, kw)
    out = (col @ rows_of_filters(W) + b).reshape(N, x.shape[2] - kh + 1, x.shape[3] - kw + 1, F)
    return out.transpose(0, 3, 1, 2), col


@CONV_FORWARD.mistake(
    "Only the output is returned; the matrix of im2col is wanted too: return out, col.",
    "출력만 반환했습니다. im2col의 행렬도 필요합니다. return out, col로 쓰십시오.",
)
def out_only(x, W, b, stride=1, pad=0):
    N, F, kh, kw = len(x), len(W), *W.shape[2:]
    OH, OW = size(x.shape[2], kh, stride, pad), size(x.shape[3], kw, stride, pad)
    out = columns(x, kh, kw, stride, pad) @ rows_of_filters(W) + b
    return out.reshape(N, OH, OW, F).transpose(0, 3, 1, 2)


class RightConvolution:
    """What the wrong ones below change in one place."""

    def __init__(self, W, b, stride=1, pad=0):
        self.params = [W, b]
        self.grads = [np.zeros_like(W), np.zeros_like(b)]
        self.stride, self.pad = stride, pad

    def forward(self, x):
        W, b = self.params
        self.shape = x.shape
        kh, kw = W.shape[2:]
        OH, OW = size(x.shape[2], kh, self.stride, self.pad), size(x.shape[3], kw, self.stride, self.pad)
        self.col = columns(x, kh, kw, self.stride, self.pad)
        out = self.col @ rows_of_filters(W) + b
        return out.reshape(len(x), OH, OW, -1).transpose(0, 3, 1, 2)

    def rows(self, dout):
        return dout.transpose(0, 2, 3, 1).reshape(-1, dout.shape[1])

    def to_pixels(self, dcol):
        return images(dcol, self.shape, *self.params[0].shape[2:], self.stride, self.pad)

    def backward(self, dout):
        W, b = self.params
        rows = self.rows(dout)
        self.grads[0][...] = (rows.T @ self.col).reshape(W.shape)
        self.grads[1][...] = rows.sum(axis=0)
        return self.to_pixels(rows @ W.reshape(len(W), -1))


@CONVOLUTION.mistake(
    "dout (N, F, OH, OW) is reshaped at once to (N OH OW, F): reshape moves no axis, so that the filters are mixed. First "
    "transpose to (N, OH, OW, F).",
    "dout (N, F, OH, OW)를 곧바로 (N OH OW, F)로 reshape했습니다. reshape은 축을 옮기지 않으므로 필터가 섞입니다. 먼저 "
    "(N, OH, OW, F)로 transpose하십시오.",
)
class ReshapedDout(RightConvolution):
    def rows(self, dout):
        return dout.reshape(-1, dout.shape[1])


@CONVOLUTION.mistake(
    "dW is not reshaped back: the product has the shape (F, C kh kw), W has the shape (F, C, kh, kw).",
    "dW의 shape을 되돌리지 않았습니다. 곱의 shape은 (F, C kh kw)이고 W의 shape은 (F, C, kh, kw)입니다.",
)
class FlatGradient(RightConvolution):
    def backward(self, dout):
        dx = super().backward(dout)
        self.grads[0] = self.rows(dout).T @ self.col
        return dx


@CONVOLUTION.mistake(
    "The product for dW has the shape (F, C kh kw) and does not fit into grads[0]: reshape it to W.shape first.",
    "dW를 구한 곱의 shape이 (F, C kh kw)여서 grads[0]에 들어가지 않습니다. 먼저 W.shape으로 reshape하십시오.",
)
class FlatIntoPlace(RightConvolution):
    def backward(self, dout):
        self.grads[0][...] = self.rows(dout).T @ self.col
        return super().backward(dout)


@CONVOLUTION.mistake(
    "colᵀ dout has the shape (C kh kw, F); reshaping that to (F, C, kh, kw) mixes the filters. Transpose it first.",
    "colᵀ dout의 shape은 (C kh kw, F)입니다. 이것을 (F, C, kh, kw)로 reshape하면 필터가 섞입니다. 먼저 전치하십시오.",
)
class TransposedGradient(RightConvolution):
    def backward(self, dout):
        dx = super().backward(dout)
        self.grads[0][...] = (self.col.T @ self.rows(dout)).reshape(self.params[0].shape)
        return dx


@CONVOLUTION.mistake(
    "db is a mean: it is the sum of dout over images, lines and columns.",
    "db가 평균입니다. 이미지, 줄, 칸에 걸친 dout의 합이어야 합니다.",
)
class MeanBias(RightConvolution):
    def backward(self, dout):
        dx = super().backward(dout)
        self.grads[1][...] = dout.mean(axis=(0, 2, 3))
        return dx


@CONVOLUTION.mistake(
    "db is missing: grads[1] still holds zeros.",
    "db가 없습니다. grads[1]이 0인 채로 있습니다.",
)
class NoBiasGradient(RightConvolution):
    def backward(self, dout):
        dx = super().backward(dout)
        self.grads[1][...] = 0
        return dx


@CONVOLUTION.mistake(
    "The gradients of W and b are divided by N. The 1/N belongs to the loss and is in dout already.",
    "W와 b의 그래디언트를 N으로 나누었습니다. 1/N은 손실에 있는 것이고 dout에 이미 들어 있습니다.",
)
class DividedByN(RightConvolution):
    def backward(self, dout):
        dx = super().backward(dout)
        for grad in self.grads:
            grad /= len(dout)
        return dx


@CONVOLUTION.mistake(
    "dW is divided by N. The 1/N belongs to the loss and is in dout already.",
    "dW를 N으로 나누었습니다. 1/N은 손실에 있는 것이고 dout에 이미 들어 있습니다.",
)
class FiltersDividedByN(RightConvolution):
    def backward(self, dout):
        dx = super().backward(dout)
        self.grads[0] /= len(dout)
        return dx


@CONVOLUTION.mistake(
    "backward calls col2im without the stride: it is taken as 1. forward and backward need the same settings.",
    "backward에서 col2im에 스트라이드를 넘기지 않아 1로 계산했습니다. forward와 backward의 설정이 같아야 합니다.",
)
class StrideForgotten(RightConvolution):
    def to_pixels(self, dcol):
        return images(dcol, self.shape, *self.params[0].shape[2:], 1, self.pad)


@CONVOLUTION.mistake(
    "backward calls col2im without the padding: it is taken as 0. forward and backward need the same settings.",
    "backward에서 col2im에 패딩을 넘기지 않아 0으로 계산했습니다. forward와 backward의 설정이 같아야 합니다.",
)
class PaddingForgotten(RightConvolution):
    def to_pixels(self, dcol):
        return images(dcol, self.shape, *self.params[0].shape[2:], self.stride, 0)


@CONVOLUTION.mistake(
    "backward calls col2im with neither stride nor padding; forward and backward need the same settings.",
    "backward에서 col2im에 스트라이드도 패딩도 넘기지 않았습니다. forward와 backward의 설정이 같아야 합니다.",
)
class SettingsForgotten(RightConvolution):
    def to_pixels(self, dcol):
        return images(dcol, self.shape, *self.params[0].shape[2:])


@CONVOLUTION.mistake(
    "The gradients are bound to new arrays: whoever holds the old ones never sees them. Fill them: self.grads[0][...] = dW.",
    "그래디언트에 새 배열을 연결했습니다. 옛 배열을 들고 있는 쪽은 값을 볼 수 없습니다. self.grads[0][...] = dW처럼 채우십시오.",
)
class NewArrays(RightConvolution):
    def backward(self, dout):
        dx = super().backward(dout)
        self.grads = [grad.copy() for grad in self.grads]
        return dx


@CONVOLUTION.mistake(
    "The gradients are added to those of the call before; each backward starts anew.",
    "앞선 호출의 그래디언트에 더했습니다. backward를 할 때마다 새로 시작해야 합니다.",
)
class Accumulated(RightConvolution):
    def backward(self, dout):
        before = [grad.copy() for grad in self.grads]
        dx = super().backward(dout)
        for grad, old in zip(self.grads, before, strict=True):
            grad += old
        return dx


@CONVOLUTION.mistake(
    "dx is the gradient of the matrix: col2im still has to take it back to the pixels.",
    "dx가 행렬의 그래디언트입니다. col2im으로 픽셀에 되돌려야 합니다.",
)
class StillColumns(RightConvolution):
    def to_pixels(self, dcol):
        return dcol


@CONVOLUTION.mistake(
    "What forward keeps stands in the class, not in self: two layers overwrite each other's columns.",
    "forward에서 남기는 것을 self가 아니라 클래스에 두었습니다. 두 층이 서로의 행렬을 덮어씁니다.",
)
class SharedColumns(RightConvolution):
    def forward(self, x):
        out = super().forward(x)
        SharedColumns.shared = self.col, self.shape
        return out

    def backward(self, dout):
        self.col, self.shape = SharedColumns.shared
        return super().backward(dout)


@CONVOLUTION.mistake(
    "dx is made with filters that were copied at the beginning: after an update of W it is that of the old ones. Read "
    "self.params[0] in each call.",
    "처음에 복사해 둔 필터로 dx를 구했습니다. W를 갱신한 뒤에도 dx는 옛 필터로 계산됩니다. 부를 때마다 self.params[0]을 읽으십시오.",
)
class OldFilters(RightConvolution):
    def __init__(self, W, b, stride=1, pad=0):
        super().__init__(W, b, stride, pad)
        self.filters = W.reshape(len(W), -1).copy()

    def backward(self, dout):
        super().backward(dout)
        return self.to_pixels(self.rows(dout) @ self.filters)


@CONVOLUTION.mistake(
    "forward and backward use copies of W and b from the beginning: an update never reaches them. Read self.params in each "
    "call.",
    "forward와 backward가 처음에 복사해 둔 W와 b를 씁니다. 갱신한 값이 거기에 닿지 않습니다. 부를 때마다 self.params를 읽으십시오.",
)
class OwnCopies(RightConvolution):
    def __init__(self, W, b, stride=1, pad=0):
        super().__init__(W, b, stride, pad)
        self.filters, self.biases = W.reshape(len(W), -1).copy(), b.copy()

    def forward(self, x):
        N, F, OH, OW = super().forward(x).shape
        return (self.col @ self.filters.T + self.biases).reshape(N, OH, OW, F).transpose(0, 3, 1, 2)

    def backward(self, dout):
        super().backward(dout)
        return self.to_pixels(self.rows(dout) @ self.filters)


@CONVOLUTION.mistake(
    "params holds copies: an optimizer that changes them does not reach W and b.",
    "params에 복사본이 들어 있습니다. 옵티마이저가 그것을 바꾸어도 W와 b는 그대로입니다.",
)
class CopiedParams(RightConvolution):
    def __init__(self, W, b, stride=1, pad=0):
        super().__init__(W, b, stride, pad)
        self.params = [W.copy(), b.copy()]


@CONVOLUTION.mistake(
    "dx is made in forward, and backward adds to it: a second backward still holds the numbers of the first. Make it anew in "
    "backward.",
    "forward에서 dx를 만들고 backward가 거기에 더합니다. backward를 다시 부르면 앞의 값이 남아 있습니다. backward에서 새로 만드십시오.",
)
class DxAddedUp(RightConvolution):
    def forward(self, x):
        self.dx = np.zeros(x.shape)
        return super().forward(x)

    def backward(self, dout):
        self.dx += super().backward(dout)
        return self.dx


class RightPooling:
    """What the wrong ones below change in one place."""

    def __init__(self, size, stride=None):
        self.size = size
        self.stride = size if stride is None else stride

    def forward(self, x):
        self.x = x
        found = windows(x, self.size, self.size, self.stride, 0)  # (N, OH, OW, C, s, s)
        self.found = found.reshape(*found.shape[:4], -1)
        return self.pick().transpose(0, 3, 1, 2)

    def pick(self):
        return self.found.max(axis=-1)

    def spread(self, dout):
        share = np.zeros(self.found.shape)
        first = self.found.argmax(axis=-1)
        np.put_along_axis(share, first[..., None], dout.transpose(0, 2, 3, 1)[..., None], axis=-1)
        return share

    def backward(self, dout):
        share = self.spread(dout)
        share = share.reshape(*share.shape[:4], self.size, self.size)
        return added(share, self.x.shape, self.stride, 0)


@MAX_POOLING.mistake(
    "The upper left pixel of each window is taken, not the largest.",
    "윈도우마다 가장 큰 픽셀이 아니라 왼쪽 위 픽셀을 골랐습니다.",
)
class CornerPixel(RightPooling):
    def pick(self):
        return self.found[..., 0]

    def spread(self, dout):
        share = np.zeros(self.found.shape)
        share[..., 0] = dout.transpose(0, 2, 3, 1)
        return share


@MAX_POOLING.mistake(
    "The mean of each window is taken, not its largest number.", "가장 큰 수가 아니라 윈도우의 평균을 구했습니다."
)
class MeanPooling(RightPooling):
    def pick(self):
        return self.found.mean(axis=-1)


@MAX_POOLING.mistake(
    "The largest number starts at 0: windows with negative numbers only give 0.",
    "최댓값을 0에서 시작했습니다. 음수만 있는 윈도우에서 0이 나옵니다.",
)
class StartsAtZero(RightPooling):
    def pick(self):
        return np.maximum(self.found.max(axis=-1), 0)


@MAX_POOLING.mistake(
    "The largest number is taken over the channels as well; each channel has its own.",
    "채널까지 합쳐서 최댓값을 구했습니다. 최댓값은 채널마다 따로 구합니다.",
)
class OverTheChannels(RightPooling):
    def pick(self):
        return np.broadcast_to(self.found.max(axis=(3, 4))[..., None], self.found.shape[:4])


@MAX_POOLING.mistake(
    "The maximum is taken over a whole row of im2col, which holds all channels: reshape to (N OH OW C, s s) first.",
    "im2col의 행 전체에서 최댓값을 구했습니다. 행에는 모든 채널이 들어 있으니 먼저 (N OH OW C, s s)로 reshape하십시오.",
)
class WholeRow(RightPooling):
    def forward(self, x):
        super().forward(x)
        N, OH, OW, C, _ = self.found.shape
        return self.found.reshape(N * OH * OW, -1).max(axis=1).reshape(N, OH, OW, C).transpose(0, 3, 1, 2)


@MAX_POOLING.mistake(
    "The maximum is taken along the wrong axis: of all windows at one place, not of all places of one window.",
    "최댓값을 구한 축이 틀렸습니다. 윈도우 하나의 모든 자리가 아니라 한 자리의 모든 윈도우에서 구했습니다.",
)
class WrongAxis(RightPooling):
    def forward(self, x):
        super().forward(x)
        N, OH, OW, C, places = self.found.shape
        return self.found.reshape(-1, places).max(axis=0).reshape(N, OH, OW, C).transpose(0, 3, 1, 2)


@MAX_POOLING.mistake(
    "forward forgets to bring the channels back to axis 1: (N, OH, OW, C) is reshaped to (N, C, OH, OW).",
    "forward에서 채널을 축 1로 옮기지 않고 (N, OH, OW, C)를 (N, C, OH, OW)로 reshape했습니다.",
)
class ReshapedOut(RightPooling):
    def forward(self, x):
        out = super().forward(x)
        return out.transpose(0, 2, 3, 1).reshape(out.shape)


@MAX_POOLING.mistake(
    "backward brings dout (N, C, OH, OW) to rows without transposing it: dout goes to windows of other channels.",
    "backward에서 dout (N, C, OH, OW)를 transpose하지 않고 행으로 만들었습니다. dout이 다른 채널의 윈도우로 갑니다.",
)
class DoutNotTransposed(RightPooling):
    def spread(self, dout):
        N, C, OH, OW = dout.shape
        return super().spread(dout.reshape(N, OH, OW, C).transpose(0, 3, 1, 2))


@MAX_POOLING.mistake(
    "Where windows overlap, dout is assigned, not added: a pixel that won two windows gets only the last one's.",
    "윈도우가 겹치는 곳에서 dout을 더하지 않고 대입했습니다. 두 윈도우에서 가장 큰 픽셀이 마지막 것만 받습니다.",
)
class OverlapAssigned(RightPooling):
    def backward(self, dout):
        dx = np.zeros(self.x.shape)
        share = self.spread(dout)
        N, OH, OW, C, _ = share.shape
        for n, i, j, c, k in zip(*np.nonzero(share), strict=True):
            dx[n, c, i * self.stride + k // self.size, j * self.stride + k % self.size] = share[n, i, j, c, k]
        return dx


@MAX_POOLING.mistake(
    "Every pixel that is as large as the largest gets dout; of equal pixels only the first gets it.",
    "최댓값과 같은 픽셀이 모두 dout을 받았습니다. 같은 픽셀 가운데 처음 것만 받아야 합니다.",
)
class EveryTie(RightPooling):
    def spread(self, dout):
        mask = self.found == self.found.max(axis=-1, keepdims=True)
        return mask * dout.transpose(0, 2, 3, 1)[..., None]


@MAX_POOLING.mistake(
    "Equal pixels share dout evenly; here the first of them gets all of it.",
    "같은 픽셀이 dout을 똑같이 나누어 받았습니다. 여기서는 처음 픽셀이 모두 받습니다.",
)
class SharedTie(RightPooling):
    def spread(self, dout):
        mask = self.found == self.found.max(axis=-1, keepdims=True)
        return mask / mask.sum(axis=-1, keepdims=True) * dout.transpose(0, 2, 3, 1)[..., None]


@MAX_POOLING.mistake(
    "Of equal pixels the last one gets dout; the first, line by line, is asked.",
    "같은 픽셀 가운데 마지막 것이 dout을 받았습니다. 한 줄씩 읽어 처음 나오는 것이어야 합니다.",
)
class LastTie(RightPooling):
    def spread(self, dout):
        share = np.zeros(self.found.shape)
        last = self.found.shape[-1] - 1 - self.found[..., ::-1].argmax(axis=-1)
        np.put_along_axis(share, last[..., None], dout.transpose(0, 2, 3, 1)[..., None], axis=-1)
        return share


@MAX_POOLING.mistake(
    "dout is spread over all pixels of the window, as for a mean; only the largest had a say in the output.",
    "평균일 때처럼 윈도우의 모든 픽셀에 dout을 나누었습니다. 출력에 영향을 준 것은 가장 큰 픽셀뿐입니다.",
)
class SpreadEvenly(RightPooling):
    def spread(self, dout):
        return np.ones(self.found.shape) / self.size**2 * dout.transpose(0, 2, 3, 1)[..., None]


@MAX_POOLING.mistake(
    "The stride is ignored: the windows always lie side by side.",
    "스트라이드를 쓰지 않았습니다. 윈도우가 늘 나란히 놓입니다.",
)
class StrideIsSize(RightPooling):
    def __init__(self, size, stride=None):
        super().__init__(size)


@MAX_POOLING.mistake(
    "Without a stride the windows move by 1; the default is the size of the window.",
    "스트라이드를 주지 않으면 윈도우가 1칸씩 갑니다. 기본값은 윈도우의 크기입니다.",
)
class DefaultOfOne(RightPooling):
    def __init__(self, size, stride=None):
        super().__init__(size, stride or 1)


@MAX_POOLING.mistake(
    "Without a stride the windows always move by 2; the default is the size of the window.",
    "스트라이드를 주지 않으면 윈도우가 늘 2칸씩 갑니다. 기본값은 윈도우의 크기입니다.",
)
class DefaultOfTwo(RightPooling):
    def __init__(self, size, stride=2):
        super().__init__(size, stride)


@MAX_POOLING.mistake(
    "The result holds whole numbers only: a largest pixel of 0.5 becomes 0. np.zeros and np.empty make floats by themselves.",
    "결과에 정수만 담깁니다. 최댓값이 0.5이면 0이 됩니다. dtype을 주지 않은 np.zeros와 np.empty는 실수 배열을 만듭니다.",
)
class WholeMaximum(RightPooling):
    def pick(self):
        out = np.zeros(self.found.shape[:4], dtype=int)
        out[...] = super().pick()
        return out


@MAX_POOLING.mistake(
    "dx is made in forward, and backward adds to it: a second backward still holds the numbers of the first. Make it anew in "
    "backward.",
    "forward에서 dx를 만들고 backward가 거기에 더합니다. backward를 다시 부르면 앞의 값이 남아 있습니다. backward에서 새로 만드십시오.",
)
class PixelsAddedUp(RightPooling):
    def forward(self, x):
        self.dx = np.zeros(x.shape)
        return super().forward(x)

    def backward(self, dout):
        self.dx += super().backward(dout)
        return self.dx


class RightFlatten:
    def forward(self, x):
        self.shape = x.shape
        return x.reshape(len(x), -1)

    def backward(self, dout):
        return dout.reshape(self.shape)


@FLATTEN.mistake(
    "The batch axis is lost: all images become one row. Each image keeps a row of its own.",
    "배치 축이 사라졌습니다. 모든 이미지가 행 하나가 되었습니다. 이미지마다 제 행이 있어야 합니다.",
)
class BatchLost(RightFlatten):
    def forward(self, x):
        self.shape = x.shape
        return x.ravel()


@FLATTEN.mistake(
    "All images stand in one row of the shape (1, N C H W); the shape is (N, C H W).",
    "모든 이미지가 shape이 (1, N C H W)인 행 하나에 있습니다. shape은 (N, C H W)이어야 합니다.",
)
class OneRow(RightFlatten):
    def forward(self, x):
        self.shape = x.shape
        return x.reshape(1, -1)


@FLATTEN.mistake(
    "backward returns dout as it came: give it the shape that x had.",
    "backward가 dout을 그대로 반환합니다. x의 shape으로 되돌리십시오.",
)
class ShapeNotRestored(RightFlatten):
    def backward(self, dout):
        return dout


@FLATTEN.mistake(
    "Images and numbers are exchanged: the result is (C H W, N), its transpose is asked.",
    "이미지와 수의 축이 바뀌었습니다. 결과가 (C H W, N)이니 전치해야 합니다.",
)
class ImagesAsColumns(RightFlatten):
    def forward(self, x):
        return super().forward(x).T


@FLATTEN.mistake(
    "The channels were moved to the end before flattening; the order is (C, H, W).",
    "펴기 전에 채널을 맨 뒤로 옮겼습니다. 순서는 (C, H, W)입니다.",
)
class ChannelsLast(RightFlatten):
    def forward(self, x):
        self.shape = x.shape
        return x.transpose(0, 2, 3, 1).reshape(len(x), -1)


@FLATTEN.mistake(
    "The shape of the first forward is kept for good; each forward has to note its own.",
    "첫 forward의 shape을 계속 씁니다. forward를 할 때마다 새로 적어 두어야 합니다.",
)
class FirstShapeKept(RightFlatten):
    def forward(self, x):
        if not hasattr(self, "shape"):
            self.shape = x.shape
        return x.reshape(len(x), -1)


@FLATTEN.mistake(
    "The shape stands in the class, not in self: another layer overwrites it.",
    "shape을 self가 아니라 클래스에 두었습니다. 다른 층이 덮어씁니다.",
)
class SharedShape(RightFlatten):
    def forward(self, x):
        SharedShape.kept = x.shape
        return x.reshape(len(x), -1)

    def backward(self, dout):
        return dout.reshape(SharedShape.kept)
