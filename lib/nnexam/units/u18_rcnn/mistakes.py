"""u18_rcnn: the mistakes that students really make, each with what to look at.

Each is written as a student would write it; the demonstration class is drawn from them. A mistake of rcnn_detect uses
bbox_decode: in a notebook that is the student's.
"""

import numpy as np
from nnref.activations import softmax
from nnref.boxes import iou_matrix, nms
from nnref.rcnn import bbox_decode

from .crops import CROP_AND_WARP
from .detections import RCNN_DETECT
from .exercises import ASSIGN_LABELS, BBOX_OFFSETS, SMOOTH_L1


def middles(low, high, n):
    """The places that are read, counted in pixels."""
    return low + (np.arange(n) + 0.5) * (high - low) / n - 0.5


def read(img, y, x):
    """Read an image between its pixels, at all places (y, x)."""
    H, W = img.shape[1:]
    y, x = np.clip(y, 0, H - 1), np.clip(x, 0, W - 1)
    top, left = np.floor(y).astype(int), np.floor(x).astype(int)
    a, b = (y - top)[:, None], x - left
    rows = img[:, top] * (1 - a) + img[:, np.minimum(top + 1, H - 1)] * a
    return rows[:, :, left] * (1 - b) + rows[:, :, np.minimum(left + 1, W - 1)] * b


@CROP_AND_WARP.mistake(
    "x and y are exchanged: a box is x1, y1, x2, y2, columns first, while img[c, y, x] has the row first.",
    "x와 y가 바뀌었습니다. 상자는 x1, y1, x2, y2로 가로가 먼저이지만 img[c, y, x]는 행이 먼저입니다.",
)
def x_for_y(img, box, size):
    y1, x1, y2, x2 = box
    return read(img, middles(y1, y2, size[0]), middles(x1, x2, size[1]))


@CROP_AND_WARP.mistake(
    "size is taken as (width, height); it is (h, w), height first, like the shape of an array.",
    "size를 (너비, 높이)로 읽었습니다. 배열의 shape처럼 높이가 먼저인 (h, w)입니다.",
)
def width_first(img, box, size):
    x1, y1, x2, y2 = box
    return read(img, middles(y1, y2, size[1]), middles(x1, x2, size[0]))


@CROP_AND_WARP.mistake(
    "The box is taken as x, y, width, height; it is x1, y1, x2, y2, so the width is x2 - x1.",
    "상자를 x, y, 너비, 높이로 읽었습니다. 상자는 x1, y1, x2, y2이고 너비는 x2 - x1입니다.",
)
def corner_and_size(img, box, size):
    x, y, width, height = box
    return read(img, middles(y, y + height, size[0]), middles(x, x + width, size[1]))


@CROP_AND_WARP.mistake(
    "Each cell takes the colour of the nearest pixel. Between pixels the colour is to change linearly: mix the four pixels "
    "around the point.",
    "칸마다 가장 가까운 픽셀의 색을 그대로 가져왔습니다. 픽셀 사이에서는 색이 직선으로 변해야 하므로, 점 둘레의 픽셀 네 개를 섞으십시오.",
)
def nearest(img, box, size):
    H, W = img.shape[1:]
    y = np.clip(np.round(middles(box[1], box[3], size[0])).astype(int), 0, H - 1)
    x = np.clip(np.round(middles(box[0], box[2], size[1])).astype(int), 0, W - 1)
    return img[:, y][:, :, x]


@CROP_AND_WARP.mistake(
    "The place is cut down to a whole number, so each cell takes the pixel before it: mix it with the pixel after it.",
    "자리를 정수로 내려서 칸마다 바로 앞의 픽셀을 가져왔습니다. 뒤의 픽셀과 섞으십시오.",
)
def pixel_before(img, box, size):
    H, W = img.shape[1:]
    y = np.clip(middles(box[1], box[3], size[0]), 0, H - 1).astype(int)
    x = np.clip(middles(box[0], box[2], size[1]), 0, W - 1).astype(int)
    return img[:, y][:, :, x]


@CROP_AND_WARP.mistake(
    "Beyond the border the result is 0. The image goes on there with the colour of its border: limit the places, do not "
    "fill with zeros.",
    "가장자리 밖을 0으로 채웠습니다. 바깥은 가장자리의 색이 이어져야 합니다. 0을 채우지 말고 읽는 자리를 제한하십시오.",
)
def outside_is_zero(img, box, size):
    H, W = img.shape[1:]
    y, x = middles(box[1], box[3], size[0]), middles(box[0], box[2], size[1])
    inside = ((y > -0.5) & (y < H - 0.5))[:, None] & ((x > -0.5) & (x < W - 0.5))
    return read(img, y, x) * inside


@CROP_AND_WARP.mistake(
    "The image was laid into zeros, so that the pixels of the border fade: beyond the border each point has the colour of "
    "the nearest pixel.",
    "이미지 둘레에 0을 둘러서 가장자리 픽셀의 색이 옅어집니다. 가장자리 밖의 점은 가장 가까운 픽셀의 색입니다.",
)
def fades_into_zero(img, box, size):
    border = 40
    padded = np.pad(img.astype(float), ((0, 0), (border, border), (border, border)))
    x1, y1, x2, y2 = box + border
    return read(padded, middles(y1, y2, size[0]), middles(x1, x2, size[1]))


@CROP_AND_WARP.mistake(
    "A negative index counts from the other end in Python, so the box that leaves the image on the left shows its right "
    "side: limit the places to 0 and W - 1, 0 and H - 1.",
    "파이썬에서 음수 인덱스는 반대쪽 끝에서 셉니다. 그래서 상자가 왼쪽으로 나가면 오른쪽 끝의 픽셀이 나옵니다. 읽는 자리를 0과 "
    "W - 1, 0과 H - 1 사이로 제한하십시오.",
)
def wraps_around(img, box, size):
    H, W = img.shape[1:]
    y, x = middles(box[1], box[3], size[0]), middles(box[0], box[2], size[1])
    top, left = np.floor(y).astype(int), np.floor(x).astype(int)
    a, b = (y - top)[:, None], x - left
    rows = img[:, top % H] * (1 - a) + img[:, (top + 1) % H] * a
    return rows[:, :, left % W] * (1 - b) + rows[:, :, (left + 1) % W] * b


@CROP_AND_WARP.mistake(
    "The index runs out of the image: np.clip the places to 0 and W - 1 (x), 0 and H - 1 (y), and the pixel after too.",
    "인덱스가 이미지를 벗어납니다. 읽는 자리를 np.clip으로 x는 0과 W - 1, y는 0과 H - 1 사이로 제한하십시오. 그 뒤의 픽셀도 "
    "마찬가지입니다.",
)
def runs_out(img, box, size):
    y, x = middles(box[1], box[3], size[0]), middles(box[0], box[2], size[1])
    top, left = np.floor(y).astype(int), np.floor(x).astype(int)
    a, b = (y - top)[:, None], x - left
    rows = img[:, top] * (1 - a) + img[:, top + 1] * a
    return rows[:, :, left] * (1 - b) + rows[:, :, left + 1] * b


@CROP_AND_WARP.mistake(
    "The box is cut at the border first, and the part inside the image is stretched to the whole size: so the object gets "
    "another shape. Keep the box; limit the places that are read.",
    "먼저 상자를 이미지 안으로 자르고 남은 부분을 size만큼 늘렸습니다. 그러면 물체의 모양이 달라집니다. 상자는 그대로 두고 읽는 자리만 "
    "제한하십시오.",
)
def box_cut(img, box, size):
    H, W = img.shape[1:]
    x1, x2 = np.clip(box[[0, 2]], 0, W)
    y1, y2 = np.clip(box[[1, 3]], 0, H)
    return read(img, middles(y1, y2, size[0]), middles(x1, x2, size[1]))


@CROP_AND_WARP.mistake(
    "Only the pixel numbers were limited, not the place itself: its distance to the pixel grows beyond 1, and the colours "
    "with it. Limit the place, then take the floor.",
    "픽셀 번호만 제한하고 자리는 그대로 두었습니다. 그래서 픽셀까지의 거리가 1을 넘고 색도 범위를 벗어납니다. 자리를 먼저 제한하고 내림하십시오.",
)
def goes_on_rising(img, box, size):
    H, W = img.shape[1:]
    y, x = middles(box[1], box[3], size[0]), middles(box[0], box[2], size[1])
    top, left = np.clip(np.floor(y), 0, H - 1).astype(int), np.clip(np.floor(x), 0, W - 1).astype(int)
    a, b = (y - top)[:, None], x - left
    rows = img[:, top] * (1 - a) + img[:, np.minimum(top + 1, H - 1)] * a
    return rows[:, :, left] * (1 - b) + rows[:, :, np.minimum(left + 1, W - 1)] * b


@CROP_AND_WARP.mistake(
    "All is half a pixel too far right and down: pixel j has its colour at j + 0.5, so subtract 0.5 from the centre of the "
    "cell to count in pixels.",
    "전체가 오른쪽 아래로 반 픽셀 밀렸습니다. 픽셀 j의 색은 j + 0.5에서의 색이므로, 칸의 중심에서 0.5를 빼야 픽셀 번호가 됩니다.",
)
def half_a_pixel_off(img, box, size):
    x1, y1, x2, y2 = box
    return read(img, middles(y1, y2, size[0]) + 0.5, middles(x1, x2, size[1]) + 0.5)


@CROP_AND_WARP.mistake(
    "The image is read at the left edges of the cells, x1 + j (x2 - x1) / w; it is read at their centres, with j + 0.5.",
    "칸의 왼쪽 끝 x1 + j (x2 - x1) / w에서 읽었습니다. j + 0.5를 써서 칸의 중심에서 읽어야 합니다.",
)
def left_edges(img, box, size):
    (x1, y1, x2, y2), (h, w) = box, size
    return read(img, y1 + np.arange(h) * (y2 - y1) / h, x1 + np.arange(w) * (x2 - x1) / w)


@CROP_AND_WARP.mistake(
    "The first and the last cell are laid on the first and the last pixel (linspace from x1 to x2 - 1). The box is divided "
    "into w equal cells instead, and read at their centres.",
    "첫 칸과 마지막 칸을 첫 픽셀과 마지막 픽셀에 맞추었습니다(x1에서 x2 - 1까지 linspace). 그것이 아니라 상자를 똑같은 칸 w개로 나누고 "
    "칸의 중심에서 읽습니다.",
)
def ends_on_pixels(img, box, size):
    (x1, y1, x2, y2), (h, w) = box, size
    return read(img, np.linspace(y1, y2 - 1, h), np.linspace(x1, x2 - 1, w))


@CROP_AND_WARP.mistake(
    "The width counts one pixel too many: in continuous coordinates it is x2 - x1, without + 1.",
    "너비를 한 픽셀 크게 잡았습니다. 연속 좌표에서 너비는 + 1 없이 x2 - x1입니다.",
)
def one_too_wide(img, box, size):
    x1, y1, x2, y2 = box
    return read(img, middles(y1, y2 + 1, size[0]), middles(x1, x2 + 1, size[1]))


@CROP_AND_WARP.mistake(
    "The shares are exchanged: the nearer pixel counts more, so the pixel before gets 1 minus the distance to it.",
    "섞는 비율이 바뀌었습니다. 가까운 픽셀의 비중이 더 크므로, 앞의 픽셀에는 1에서 그 픽셀까지의 거리를 뺀 값을 곱합니다.",
)
def shares_exchanged(img, box, size):
    H, W = img.shape[1:]
    y = np.clip(middles(box[1], box[3], size[0]), 0, H - 1)
    x = np.clip(middles(box[0], box[2], size[1]), 0, W - 1)
    top, left = y.astype(int), x.astype(int)
    a, b = (y - top)[:, None], x - left
    rows = img[:, top] * a + img[:, np.minimum(top + 1, H - 1)] * (1 - a)
    return rows[:, :, left] * b + rows[:, :, np.minimum(left + 1, W - 1)] * (1 - b)


@CROP_AND_WARP.mistake(
    "The shares are b − y and y − t, where the pixel after comes from np.ceil: at a whole number t, b and y are the same, both shares "
    "are 0, and so is the colour. Take 1 − (y − t) for the first one.",
    "비율로 b − y와 y − t를 쓰는데 뒤의 픽셀 b를 np.ceil로 구했습니다. 자리가 정수이면 t, b, y가 같아서 두 비율이 모두 0이 되고 색도 "
    "0이 됩니다. 앞의 비율은 1 − (y − t)로 하십시오.",
)
def both_shares_zero(img, box, size):
    H, W = img.shape[1:]
    y = np.clip(middles(box[1], box[3], size[0]), 0, H - 1)
    x = np.clip(middles(box[0], box[2], size[1]), 0, W - 1)
    top, left, bottom, right = (places.astype(int) for places in (np.floor(y), np.floor(x), np.ceil(y), np.ceil(x)))
    rows = img[:, top] * (bottom - y)[:, None] + img[:, bottom] * (y - top)[:, None]
    return rows[:, :, left] * (right - x) + rows[:, :, right] * (x - left)


@CROP_AND_WARP.mistake(
    "Rows and columns have the same limit; it is H - 1 for y and W - 1 for x.",
    "행과 열을 같은 값으로 제한했습니다. y는 H - 1, x는 W - 1까지입니다.",
)
def one_limit(img, box, size):
    limit = min(img.shape[1:]) - 1
    y = np.clip(middles(box[1], box[3], size[0]), 0, limit)
    x = np.clip(middles(box[0], box[2], size[1]), 0, limit)
    return read(img, y, x)


@CROP_AND_WARP.mistake(
    "The corners of the box are cut down to whole numbers; the box may lie between the pixels.",
    "상자의 꼭짓점을 정수로 내렸습니다. 상자는 픽셀 사이에 놓일 수 있습니다.",
)
def whole_corners(img, box, size):
    x1, y1, x2, y2 = (int(side) for side in box)
    return read(img, middles(y1, y2, size[0]), middles(x1, x2, size[1]))


@CROP_AND_WARP.mistake(
    "The result has the dtype of img: np.zeros_like of an image of bytes holds bytes, and what stands behind the decimal "
    "point is lost. Compute in floats.",
    "결과의 dtype이 img와 같습니다. 바이트 이미지로 np.zeros_like를 만들면 바이트 배열이라 소수점 아래가 사라집니다. 실수로 계산하십시오.",
)
def keeps_bytes(img, box, size):
    x1, y1, x2, y2 = box
    return read(img, middles(y1, y2, size[0]), middles(x1, x2, size[1])).astype(img.dtype)


@CROP_AND_WARP.mistake(
    "The channels stand last: the result is (C, h, w), as img is (C, H, W).",
    "채널이 맨 뒤에 있습니다. img가 (C, H, W)이듯 결과는 (C, h, w)입니다.",
)
def channels_last(img, box, size):
    x1, y1, x2, y2 = box
    return read(img, middles(y1, y2, size[0]), middles(x1, x2, size[1])).transpose(1, 2, 0)


@CROP_AND_WARP.mistake(
    "Only the columns are mixed; between two rows the upper one is taken as it is. Mix in both directions.",
    "가로로만 섞고, 두 행 사이에서는 위의 행을 그대로 썼습니다. 두 방향 모두 섞으십시오.",
)
def mixes_columns_only(img, box, size):
    y = np.floor(np.maximum(middles(box[1], box[3], size[0]), 0))
    return read(img, y, middles(box[0], box[2], size[1]))


@CROP_AND_WARP.mistake(
    "The crop is cut out first and then warped, so that cells near its edges miss the pixels outside the box. Read from the whole "
    "image; only the border of the image limits the places.",
    "먼저 잘라 낸 다음 늘였습니다. 그러면 상자의 변 가까운 칸에서 상자 밖의 픽셀이 빠집니다. 이미지 전체에서 읽으십시오. 읽는 자리를 제한하는 것은 "
    "이미지의 가장자리뿐입니다.",
)
def cut_then_warped(img, box, size):
    H, W = img.shape[1:]
    x1, y1, x2, y2 = box
    y = np.clip(middles(y1, y2, size[0]), max(y1, 0), max(min(y2, H) - 1, max(y1, 0)))
    x = np.clip(middles(x1, x2, size[1]), max(x1, 0), max(min(x2, W) - 1, max(x1, 0)))
    return read(img, y, x)


@CROP_AND_WARP.mistake(
    "The places are limited to 0 and W before the 0.5 is subtracted, so that they begin at -0.5, left of pixel 0. Counted in "
    "pixels they go from 0 to W - 1.",
    "0.5를 빼기 전에 0과 W 사이로 제한해서 자리가 픽셀 0의 왼쪽인 -0.5부터 시작합니다. 픽셀 번호로는 0부터 W - 1까지입니다.",
)
def limited_too_early(img, box, size):
    H, W = img.shape[1:]
    y = np.clip(middles(box[1], box[3], size[0]) + 0.5, 0, H) - 0.5
    x = np.clip(middles(box[0], box[2], size[1]) + 0.5, 0, W) - 0.5
    top, left = np.floor(y).astype(int), np.floor(x).astype(int)
    a, b = (y - top)[:, None], x - left
    rows = img[:, top] * (1 - a) + img[:, np.minimum(top + 1, H - 1)] * a
    return rows[:, :, left] * (1 - b) + rows[:, :, np.minimum(left + 1, W - 1)] * b


@CROP_AND_WARP.mistake(
    "The places are limited above only. A place less than 0 has the index -1 or less, which in Python counts from the other end: "
    "limit to 0 as well, np.clip(p, 0, W - 1).",
    "자리를 위로만 제한했습니다. 0보다 작은 자리의 인덱스는 -1 이하이고, 파이썬에서는 반대쪽 끝에서 셉니다. np.clip(p, 0, W - 1)처럼 0으로도 "
    "제한하십시오.",
)
def limited_above_only(img, box, size):
    H, W = img.shape[1:]
    y = np.minimum(middles(box[1], box[3], size[0]), H - 1)
    x = np.minimum(middles(box[0], box[2], size[1]), W - 1)
    top, left = np.floor(y).astype(int), np.floor(x).astype(int)
    a, b = (y - top)[:, None], x - left
    rows = img[:, top] * (1 - a) + img[:, np.minimum(top + 1, H - 1)] * a
    return rows[:, :, left] * (1 - b) + rows[:, :, np.minimum(left + 1, W - 1)] * b


@CROP_AND_WARP.mistake(
    "The rows are not mixed: y is rounded to the nearest row, and only the columns are mixed. Mix in both directions.",
    "행은 섞지 않았습니다. y를 가장 가까운 행으로 반올림하고 가로로만 섞었습니다. 두 방향 모두 섞으십시오.",
)
def rounds_the_rows(img, box, size):
    y = np.round(np.clip(middles(box[1], box[3], size[0]), 0, img.shape[1] - 1))
    return read(img, y, middles(box[0], box[2], size[1]))


@CROP_AND_WARP.mistake(
    "The columns are not mixed: x is rounded to the nearest column, and only the rows are mixed. Mix in both directions.",
    "열은 섞지 않았습니다. x를 가장 가까운 열로 반올림하고 세로로만 섞었습니다. 두 방향 모두 섞으십시오.",
)
def rounds_the_columns(img, box, size):
    x = np.round(np.clip(middles(box[0], box[2], size[1]), 0, img.shape[2] - 1))
    return read(img, middles(box[1], box[3], size[0]), x)


@CROP_AND_WARP.mistake(
    "Bytes are subtracted from bytes: the difference of two pixels is a byte again and cannot be negative, 3 - 90 gives 169. "
    "Turn img into floats first.",
    "바이트에서 바이트를 뺐습니다. 두 픽셀의 차이도 바이트라서 음수가 되지 못하고 3 - 90이 169가 됩니다. 먼저 img를 실수로 바꾸십시오.",
)
def difference_of_bytes(img, box, size):
    H, W = img.shape[1:]
    y = np.clip(middles(box[1], box[3], size[0]), 0, H - 1)
    x = np.clip(middles(box[0], box[2], size[1]), 0, W - 1)
    top, left = y.astype(int), x.astype(int)
    rows = img[:, top] + (y - top)[:, None] * (img[:, np.minimum(top + 1, H - 1)] - img[:, top])
    return rows[:, :, left] + (x - left) * (rows[:, :, np.minimum(left + 1, W - 1)] - rows[:, :, left])


@CROP_AND_WARP.mistake(
    "A box narrower than a pixel is made one pixel wide, max(x2 - x1, 1). Its width is x2 - x1, however small.",
    "한 픽셀보다 좁은 상자를 max(x2 - x1, 1)로 한 픽셀까지 넓혔습니다. 너비는 아무리 작아도 x2 - x1입니다.",
)
def at_least_one_pixel(img, box, size):
    x1, y1, x2, y2 = box
    return read(img, middles(y1, max(y2, y1 + 1), size[0]), middles(x1, max(x2, x1 + 1), size[1]))


@CROP_AND_WARP.mistake(
    "A box of its own size is sliced, img[:, y1:y2, x1:x2], which is right inside the image only: a slice ends at "
    "the border, and a negative number counts from the other end. Read such a box like any other.",
    "크기가 size와 같은 상자를 img[:, y1:y2, x1:x2]로 잘랐습니다. 이것은 이미지 안에서만 맞습니다. 슬라이스는 가장자리에서 끝나고 음수는 반대쪽 끝에서 "
    "셉니다. 이런 상자도 다른 상자처럼 읽으십시오.",
)
def sliced_where_sizes_agree(img, box, size):
    x1, y1, x2, y2 = box
    if (y2 - y1, x2 - x1) == tuple(size) and np.all(box == np.round(box)):
        return img[:, int(y1) : int(y2), int(x1) : int(x2)].astype(float)
    return read(img, middles(y1, y2, size[0]), middles(x1, x2, size[1]))


@CROP_AND_WARP.mistake(
    "A box wholly outside the image gives zeros. There, too, each point has the colour of the nearest pixel.",
    "상자가 통째로 이미지 밖에 있으면 0을 반환합니다. 그런 점의 색도 가장 가까운 가장자리 픽셀의 색입니다.",
)
def zeros_for_a_box_outside(img, box, size):
    (C, H, W), (x1, y1, x2, y2) = img.shape, box
    if x2 <= 0 or y2 <= 0 or x1 >= W or y1 >= H:
        return np.zeros((C, *size))
    return read(img, middles(y1, y2, size[0]), middles(x1, x2, size[1]))


@CROP_AND_WARP.mistake(
    "The first and the last cell are read at the edges of the box (linspace from x1 to x2). Each cell is read at its "
    "centre, x1 + (j + 0.5) (x2 - x1) / w.",
    "첫 칸과 마지막 칸을 상자의 변에서 읽었습니다(x1에서 x2까지 linspace). 칸마다 중심 x1 + (j + 0.5) (x2 - x1) / w에서 읽어야 합니다.",
)
def ends_on_edges(img, box, size):
    (x1, y1, x2, y2), (h, w) = box, size
    return read(img, np.linspace(y1, y2, h) - 0.5, np.linspace(x1, x2, w) - 0.5)


@CROP_AND_WARP.mistake(
    "The first and the last cell are read at the edges of the box (linspace from x1 to x2), and 0.5 is not "
    "subtracted. Each cell is read at its centre, x1 + (j + 0.5) (x2 - x1) / w, and the pixel number there is 0.5 "
    "less.",
    "첫 칸과 마지막 칸을 상자의 변에서 읽었고(x1에서 x2까지 linspace) 0.5도 빼지 않았습니다. 칸마다 중심 x1 + (j + 0.5) (x2 - x1) / w에서 읽고, "
    "픽셀 번호는 거기에서 0.5를 뺀 값입니다.",
)
def ends_on_edges_unshifted(img, box, size):
    (x1, y1, x2, y2), (h, w) = box, size
    return read(img, np.linspace(y1, y2, h), np.linspace(x1, x2, w))


@ASSIGN_LABELS.mistake(
    "What lies between lo and hi is called background. Such a proposal shows half an object: it is -1, not used.",
    "lo와 hi 사이를 배경이라고 했습니다. 그런 후보 상자에는 물체가 반쯤 들어 있습니다. 쓰지 않는다는 뜻으로 -1입니다.",
)
def between_is_background(props, gts, labels, hi, lo):
    classes, objects = np.zeros(len(props), int), np.full(len(props), -1)
    if len(gts):
        overlap = iou_matrix(props, gts)
        found = overlap.max(axis=1) >= hi
        objects[found] = overlap.argmax(axis=1)[found]
        classes[found] = labels[objects[found]]
    return classes, objects


@ASSIGN_LABELS.mistake(
    "Background and not used are exchanged: the background is class 0, and -1 means not used.",
    "배경과 쓰지 않음이 바뀌었습니다. 배경이 클래스 0이고, 쓰지 않는 것이 -1입니다.",
)
def background_is_minus_one(props, gts, labels, hi, lo):
    classes, objects = np.full(len(props), -1), np.full(len(props), -1)
    if len(gts):
        overlap = iou_matrix(props, gts)
        best, largest = overlap.argmax(axis=1), overlap.max(axis=1)
        classes[(largest >= lo) & (largest < hi)] = 0
        found = largest >= hi
        classes[found], objects[found] = labels[best[found]], best[found]
    return classes, objects


@ASSIGN_LABELS.mistake(
    "The classes are counted from 0: that is the number of the background. Labels are 1 to K already; take them as they are.",
    "클래스를 0부터 세었습니다. 0은 배경입니다. 레이블이 이미 1부터 K까지이므로 그대로 쓰십시오.",
)
def classes_from_zero(props, gts, labels, hi, lo):
    classes, objects = np.zeros(len(props), int), np.full(len(props), -1)
    if len(gts):
        overlap = iou_matrix(props, gts)
        best, largest = overlap.argmax(axis=1), overlap.max(axis=1)
        found = largest >= hi
        classes[(largest >= lo) & ~found] = -1
        classes[found], objects[found] = labels[best[found]] - 1, best[found]
    return classes, objects


@ASSIGN_LABELS.mistake(
    "argmax runs along the wrong axis: for each object the best proposal was sought. Asked is for each proposal, a row of "
    "iou_matrix(props, gts), the best object: axis=1.",
    "argmax의 축이 틀렸습니다. 물체마다 가장 좋은 후보 상자를 찾았습니다. 구하는 것은 후보 상자마다, 곧 iou_matrix(props, gts)의 "
    "행마다 가장 좋은 물체입니다. axis=1입니다.",
)
def argmax_along_props(props, gts, labels, hi, lo):
    classes, objects = np.zeros(len(props), int), np.full(len(props), -1)
    if len(gts):
        overlap = iou_matrix(props, gts)
        classes[(overlap.max(axis=1) >= lo) & (overlap.max(axis=1) < hi)] = -1
        for g, p in enumerate(overlap.argmax(axis=0)):
            if overlap[p, g] >= hi:
                classes[p], objects[p] = labels[g], g
    return classes, objects


@ASSIGN_LABELS.mistake(
    "The first object that reaches hi is taken; the one of largest IoU counts.",
    "hi에 처음으로 이른 물체를 골랐습니다. IoU가 가장 큰 물체를 골라야 합니다.",
)
def first_that_fits(props, gts, labels, hi, lo):
    classes, objects = np.zeros(len(props), int), np.full(len(props), -1)
    for p, row in enumerate(iou_matrix(props, gts)):
        for g, overlap in enumerate(row):
            if overlap >= hi:
                classes[p], objects[p] = labels[g], g
                break
            if overlap >= lo:
                classes[p] = -1
    return classes, objects


@ASSIGN_LABELS.mistake(
    "Each object that reaches hi overwrites the one before; the one of largest IoU counts.",
    "hi에 이른 물체마다 앞의 것을 덮어씁니다. IoU가 가장 큰 물체를 골라야 합니다.",
)
def last_that_fits(props, gts, labels, hi, lo):
    classes, objects = np.zeros(len(props), int), np.full(len(props), -1)
    for p, row in enumerate(iou_matrix(props, gts)):
        classes[p] = -1 if len(row) and row.max() >= lo else 0
        for g, overlap in enumerate(row):
            if overlap >= hi:
                classes[p], objects[p] = labels[g], g
    return classes, objects


@ASSIGN_LABELS.mistake(
    "An IoU of exactly hi gets no label here: at least hi means >=.",
    "IoU가 꼭 hi일 때 레이블을 주지 않았습니다. 'hi 이상'은 >=입니다.",
)
def more_than_hi(props, gts, labels, hi, lo):
    classes, objects = np.zeros(len(props), int), np.full(len(props), -1)
    if len(gts):
        overlap = iou_matrix(props, gts)
        best, largest = overlap.argmax(axis=1), overlap.max(axis=1)
        found = largest > hi
        classes[(largest >= lo) & ~found] = -1
        classes[found], objects[found] = labels[best[found]], best[found]
    return classes, objects


@ASSIGN_LABELS.mistake(
    "An IoU of exactly lo is called background here: background is what is less than lo.",
    "IoU가 꼭 lo일 때 배경이라고 했습니다. 배경은 lo보다 작을 때입니다.",
)
def more_than_lo(props, gts, labels, hi, lo):
    classes, objects = np.zeros(len(props), int), np.full(len(props), -1)
    if len(gts):
        overlap = iou_matrix(props, gts)
        best, largest = overlap.argmax(axis=1), overlap.max(axis=1)
        found = largest >= hi
        classes[(largest > lo) & ~found] = -1
        classes[found], objects[found] = labels[best[found]], best[found]
    return classes, objects


@ASSIGN_LABELS.mistake(
    "lo and hi are exchanged: the label is for an IoU of at least hi, the fourth argument.",
    "lo와 hi가 바뀌었습니다. 레이블은 IoU가 넷째 인수 hi 이상일 때 줍니다.",
)
def thresholds_exchanged(props, gts, labels, hi, lo):
    classes, objects = np.zeros(len(props), int), np.full(len(props), -1)
    if len(gts):
        overlap = iou_matrix(props, gts)
        best, largest = overlap.argmax(axis=1), overlap.max(axis=1)
        found = largest >= lo
        classes[(largest >= hi) & ~found] = -1
        classes[found], objects[found] = labels[best[found]], best[found]
    return classes, objects


@ASSIGN_LABELS.mistake(
    "argmax of a row without columns is an error: an image may have no object. Then everything is background.",
    "열이 없는 행에서 argmax를 하면 오류가 납니다. 이미지에 물체가 없을 수 있습니다. 그때는 모두 배경입니다.",
)
def needs_an_object(props, gts, labels, hi, lo):
    overlap = iou_matrix(props, gts)
    best, largest = overlap.argmax(axis=1), overlap.max(axis=1)
    classes = np.where(largest >= hi, labels[best], np.where(largest < lo, 0, -1))
    return classes, np.where(largest >= hi, best, -1)


@ASSIGN_LABELS.mistake(
    "Without objects empty arrays are returned: there is still one entry for each proposal, class 0 and object -1.",
    "물체가 없으면 빈 배열을 반환합니다. 그래도 후보 상자마다 값이 하나씩, 클래스 0과 물체 번호 -1이 있어야 합니다.",
)
def nothing_for_no_object(props, gts, labels, hi, lo):
    if len(gts) == 0:
        return np.array([], dtype=int), np.array([], dtype=int)
    overlap = iou_matrix(props, gts)
    best, largest = overlap.argmax(axis=1), overlap.max(axis=1)
    classes = np.where(largest >= hi, labels[best], np.where(largest < lo, 0, -1))
    return classes, np.where(largest >= hi, best, -1)


@ASSIGN_LABELS.mistake(
    "objects holds a row for every proposal: it is -1 wherever no label was given, for background and not used.",
    "모든 후보 상자에 물체의 번호를 적었습니다. 레이블을 받지 못한 배경과 쓰지 않는 후보 상자는 -1입니다.",
)
def object_for_all(props, gts, labels, hi, lo):
    if len(gts) == 0:
        return np.zeros(len(props), int), np.full(len(props), -1)
    overlap = iou_matrix(props, gts)
    best, largest = overlap.argmax(axis=1), overlap.max(axis=1)
    return np.where(largest >= hi, labels[best], np.where(largest < lo, 0, -1)), best


@ASSIGN_LABELS.mistake(
    "objects is -1 for the background only; what is not used has no object either.",
    "objects를 배경에서만 -1로 했습니다. 쓰지 않는 후보 상자에도 물체가 없습니다.",
)
def object_for_unused(props, gts, labels, hi, lo):
    if len(gts) == 0:
        return np.zeros(len(props), int), np.full(len(props), -1)
    overlap = iou_matrix(props, gts)
    best, largest = overlap.argmax(axis=1), overlap.max(axis=1)
    classes = np.where(largest >= hi, labels[best], np.where(largest < lo, 0, -1))
    return classes, np.where(largest >= lo, best, -1)


@ASSIGN_LABELS.mistake(
    "objects repeats the classes; it holds rows of gts, counted from 0.",
    "objects에 클래스를 다시 적었습니다. 물체가 gts의 몇 번째 행인지를 0부터 세어 적습니다.",
)
def label_for_row(props, gts, labels, hi, lo):
    if len(gts) == 0:
        return np.zeros(len(props), int), np.full(len(props), -1)
    overlap = iou_matrix(props, gts)
    best, largest = overlap.argmax(axis=1), overlap.max(axis=1)
    classes = np.where(largest >= hi, labels[best], np.where(largest < lo, 0, -1))
    return classes, np.where(largest >= hi, labels[best], -1)


@ASSIGN_LABELS.mistake(
    "Of equal IoUs the last object wins: replace the best one only where the new IoU is larger, not where it is equal.",
    "IoU가 같으면 마지막 물체를 골랐습니다. 새 IoU가 같을 때가 아니라 더 클 때만 바꾸십시오.",
)
def last_of_equals(props, gts, labels, hi, lo):
    classes, objects = np.zeros(len(props), int), np.full(len(props), -1)
    for p, row in enumerate(iou_matrix(props, gts)):
        best, largest = -1, 0.0
        for g, overlap in enumerate(row):
            if overlap >= largest:
                best, largest = g, overlap
        if best >= 0 and largest >= hi:
            classes[p], objects[p] = labels[best], best
        elif best >= 0 and largest >= lo:
            classes[p] = -1
    return classes, objects


@ASSIGN_LABELS.mistake(
    "Every proposal gets the label of its best object, however small the IoU: below lo it is background, 0.",
    "IoU가 아무리 작아도 가장 좋은 물체의 레이블을 주었습니다. lo보다 작으면 배경 0입니다.",
)
def never_background(props, gts, labels, hi, lo):
    if len(gts) == 0:
        return np.zeros(len(props), int), np.full(len(props), -1)
    best = iou_matrix(props, gts).argmax(axis=1)
    return labels[best], best


@ASSIGN_LABELS.mistake(
    "The best proposal of each object gets its label even below hi. Here only the IoU decides; an object may stay without a "
    "proposal.",
    "물체마다 가장 좋은 후보 상자에 hi보다 작아도 레이블을 주었습니다. 여기서는 IoU만으로 정합니다. 후보 상자가 없는 물체가 있어도 됩니다.",
)
def each_object_takes_one(props, gts, labels, hi, lo):
    classes, objects = np.zeros(len(props), int), np.full(len(props), -1)
    if len(gts):
        overlap = iou_matrix(props, gts)
        best, largest = overlap.argmax(axis=1), overlap.max(axis=1)
        found = largest >= hi
        classes[(largest >= lo) & ~found] = -1
        classes[found], objects[found] = labels[best[found]], best[found]
        for g, p in enumerate(overlap.argmax(axis=0)):
            classes[p], objects[p] = labels[g], g
    return classes, objects


@ASSIGN_LABELS.mistake(
    "The background has a number after the objects; it is class 0.",
    "배경에 물체 다음의 번호를 주었습니다. 배경은 클래스 0입니다.",
)
def background_is_last(props, gts, labels, hi, lo):
    classes, objects = np.full(len(props), max(labels, default=3) + 1), np.full(len(props), -1)
    if len(gts):
        overlap = iou_matrix(props, gts)
        best, largest = overlap.argmax(axis=1), overlap.max(axis=1)
        found = largest >= hi
        classes[(largest >= lo) & ~found] = -1
        classes[found], objects[found] = labels[best[found]], best[found]
    return classes, objects


@ASSIGN_LABELS.mistake(
    "The two results are exchanged: first the classes, then the rows of gts.",
    "결과 두 개의 순서가 바뀌었습니다. 클래스가 먼저이고 gts의 행이 나중입니다.",
)
def results_exchanged(props, gts, labels, hi, lo):
    classes, objects = np.zeros(len(props), int), np.full(len(props), -1)
    if len(gts):
        overlap = iou_matrix(props, gts)
        best, largest = overlap.argmax(axis=1), overlap.max(axis=1)
        found = largest >= hi
        classes[(largest >= lo) & ~found] = -1
        classes[found], objects[found] = labels[best[found]], best[found]
    return objects, classes


@ASSIGN_LABELS.mistake(
    "A proposal that meets no object is called background even where lo is 0. An IoU of 0 is not less than a lo of 0: such a "
    "proposal is -1. Only an image without objects is background whatever lo is.",
    "lo가 0인데도 어느 물체와도 겹치지 않는 후보 상자를 배경이라고 했습니다. IoU 0은 lo = 0보다 작지 않으므로 -1입니다. lo가 얼마이든 배경인 것은 물체가 없는 "
    "이미지뿐입니다.",
)
def nothing_met_is_background(props, gts, labels, hi, lo):
    if len(gts) == 0:
        return np.zeros(len(props), int), np.full(len(props), -1)
    overlap = iou_matrix(props, gts)
    best, largest = overlap.argmax(axis=1), overlap.max(axis=1)
    classes = np.where(largest >= hi, labels[best], np.where(largest < lo, 0, -1))
    objects = np.where(largest >= hi, best, -1)
    classes[largest == 0], objects[largest == 0] = 0, -1
    return classes, objects


@ASSIGN_LABELS.mistake(
    "The numbers are floats. Classes and rows of gts are counted, and gts[2.0] is an error: make arrays of integers, with "
    "dtype=int.",
    "결과가 실수입니다. 클래스와 gts의 행은 세는 수이고 gts[2.0]은 오류입니다. dtype=int로 정수 배열을 만드십시오.",
)
def whole_numbers_as_floats(props, gts, labels, hi, lo):
    if len(gts) == 0:
        return np.zeros(len(props), int), np.full(len(props), -1)
    overlap = iou_matrix(props, gts)
    best, largest = overlap.argmax(axis=1), overlap.max(axis=1)
    classes = np.where(largest >= hi, labels[best], np.where(largest < lo, 0, -1))
    objects = np.where(largest >= hi, best, -1)
    return classes.astype(float), objects.astype(float)


@ASSIGN_LABELS.mistake(
    "classes holds floats: np.zeros makes floats unless you say dtype=int.",
    "classes가 실수입니다. np.zeros는 dtype=int를 주지 않으면 실수 배열을 만듭니다.",
)
def classes_as_floats(props, gts, labels, hi, lo):
    if len(gts) == 0:
        return np.zeros(len(props)), np.full(len(props), -1)
    overlap = iou_matrix(props, gts)
    best, largest = overlap.argmax(axis=1), overlap.max(axis=1)
    classes = np.where(largest >= hi, labels[best], np.where(largest < lo, 0, -1))
    objects = np.where(largest >= hi, best, -1)
    return classes.astype(float), objects


@ASSIGN_LABELS.mistake(
    "objects holds floats: these are rows of gts, and gts[2.0] is an error. Make an array of integers.",
    "objects가 실수입니다. gts의 행 번호이고 gts[2.0]은 오류이므로 정수 배열을 만드십시오.",
)
def objects_as_floats(props, gts, labels, hi, lo):
    if len(gts) == 0:
        return np.zeros(len(props), int), np.full(len(props), -1.0)
    overlap = iou_matrix(props, gts)
    best, largest = overlap.argmax(axis=1), overlap.max(axis=1)
    classes = np.where(largest >= hi, labels[best], np.where(largest < lo, 0, -1))
    objects = np.where(largest >= hi, best, -1)
    return classes, objects.astype(float)


@ASSIGN_LABELS.mistake(
    "Without objects, objects is 0 for every proposal. 0 would be the first row of gts, and there is none: it is -1.",
    "물체가 없을 때 objects를 모두 0으로 했습니다. 0은 gts의 첫 행이라는 뜻인데 행이 없습니다. -1입니다.",
)
def row_zero_without_objects(props, gts, labels, hi, lo):
    if len(gts) == 0:
        return np.zeros(len(props), int), np.zeros(len(props), int)
    overlap = iou_matrix(props, gts)
    best, largest = overlap.argmax(axis=1), overlap.max(axis=1)
    classes = np.where(largest >= hi, labels[best], np.where(largest < lo, 0, -1))
    objects = np.where(largest >= hi, best, -1)
    return classes, objects


@ASSIGN_LABELS.mistake(
    "Without objects all proposals are called not used, -1. Such an image shows background only: the class is 0.",
    "물체가 없을 때 모두 쓰지 않음(-1)이라고 했습니다. 그런 이미지에는 배경만 있으므로 클래스는 0입니다.",
)
def unused_without_objects(props, gts, labels, hi, lo):
    if len(gts) == 0:
        return np.full(len(props), -1), np.full(len(props), -1)
    overlap = iou_matrix(props, gts)
    best, largest = overlap.argmax(axis=1), overlap.max(axis=1)
    classes = np.where(largest >= hi, labels[best], np.where(largest < lo, 0, -1))
    objects = np.where(largest >= hi, best, -1)
    return classes, objects


@ASSIGN_LABELS.mistake(
    "Without objects the largest IoU is taken as 0 and compared with lo; with lo = 0 nothing is background then. Without objects "
    "all is background, whatever lo is.",
    "물체가 없을 때 가장 큰 IoU를 0으로 보고 lo와 견주었습니다. 그러면 lo = 0일 때 배경이 없습니다. 물체가 없으면 lo가 얼마이든 모두 배경입니다.",
)
def unused_without_objects_at_zero(props, gts, labels, hi, lo):
    if len(gts) == 0:
        return np.full(len(props), 0 if lo > 0 else -1), np.full(len(props), -1)
    overlap = iou_matrix(props, gts)
    best, largest = overlap.argmax(axis=1), overlap.max(axis=1)
    classes = np.where(largest >= hi, labels[best], np.where(largest < lo, 0, -1))
    objects = np.where(largest >= hi, best, -1)
    return classes, objects


@ASSIGN_LABELS.mistake(
    "The class is the row of the object plus 1. It is the label of this object: labels[best].",
    "클래스를 물체의 행 번호에 1을 더한 값으로 했습니다. 그 물체의 레이블 labels[best]입니다.",
)
def row_plus_one(props, gts, labels, hi, lo):
    if len(gts) == 0:
        return np.zeros(len(props), int), np.full(len(props), -1)
    overlap = iou_matrix(props, gts)
    best, largest = overlap.argmax(axis=1), overlap.max(axis=1)
    classes = np.where(largest >= hi, labels[best], np.where(largest < lo, 0, -1))
    objects = np.where(largest >= hi, best, -1)
    return np.where(largest >= hi, best + 1, classes), objects


@ASSIGN_LABELS.mistake(
    "The results have an entry for each object: argmax and max ran along axis 0. Asked is an entry for each proposal, a row of "
    "iou_matrix(props, gts): axis=1.",
    "결과에 물체마다 값이 하나씩 있습니다. argmax와 max를 axis=0으로 했습니다. 구하는 것은 후보 상자마다, 곧 iou_matrix(props, gts)의 행마다 하나이므로 "
    "axis=1입니다.",
)
def entry_for_each_object(props, gts, labels, hi, lo):
    if len(gts) == 0:
        return np.zeros(len(props), int), np.full(len(props), -1)
    overlap = iou_matrix(props, gts)
    best, largest = overlap.argmax(axis=0), overlap.max(axis=0)
    classes = np.where(largest >= hi, labels[best % len(labels)], np.where(largest < lo, 0, -1))
    return classes, np.where(largest >= hi, best, -1)


@ASSIGN_LABELS.mistake(
    "The IoU counts one pixel too many in width and height: in continuous coordinates a width is x2 - x1, without + 1.",
    "IoU에서 너비와 높이를 한 픽셀 크게 셌습니다. 연속 좌표에서 너비는 + 1 없이 x2 - x1입니다.",
)
def one_pixel_too_many(props, gts, labels, hi, lo):
    classes, objects = np.zeros(len(props), int), np.full(len(props), -1)
    if len(gts):
        low, high = np.maximum(props[:, None, :2], gts[:, :2]), np.minimum(props[:, None, 2:], gts[:, 2:])
        common = np.maximum(high - low + 1, 0).prod(axis=2)
        area, other = ((boxes[:, 2:] - boxes[:, :2] + 1).prod(axis=1) for boxes in (props, gts))
        overlap = common / (area[:, None] + other - common)
        best, largest = overlap.argmax(axis=1), overlap.max(axis=1)
        found = largest >= hi
        classes[(largest >= lo) & ~found] = -1
        classes[found], objects[found] = labels[best[found]], best[found]
    return classes, objects


def sizes(boxes):
    return boxes[:, 2:] - boxes[:, :2]


def centres(boxes):
    return (boxes[:, :2] + boxes[:, 2:]) / 2


@BBOX_OFFSETS.mistake(
    "tx and ty are divided by the object's width and height: it is the proposal's, which is all that is known later.",
    "tx와 ty를 물체의 너비와 높이로 나누었습니다. 나중에는 후보 상자만 알 수 있으므로 후보 상자의 너비와 높이로 나눕니다.",
    subject="bbox_encode",
)
def object_as_divisor(props, gts):
    return np.hstack([(centres(gts) - centres(props)) / sizes(gts), np.log(sizes(gts) / sizes(props))])


@BBOX_OFFSETS.mistake(
    "The logarithm is upside down: tw = log(gw / pw), positive where the object is wider than the proposal.",
    "로그 안의 분수가 뒤집혔습니다. tw = log(gw / pw)이고, 물체가 후보 상자보다 넓으면 양수입니다.",
    subject="bbox_encode",
)
def log_inverted(props, gts):
    return np.hstack([(centres(gts) - centres(props)) / sizes(props), np.log(sizes(props) / sizes(gts))])


@BBOX_OFFSETS.mistake(
    "tx and ty go from corner to corner; they go from the centre of the proposal to that of the object.",
    "tx와 ty를 꼭짓점끼리의 거리로 구했습니다. 후보 상자의 중심에서 물체의 중심까지의 거리여야 합니다.",
    subject="bbox_encode",
)
def corner_for_centre(props, gts):
    return np.hstack([(gts[:, :2] - props[:, :2]) / sizes(props), np.log(sizes(gts) / sizes(props))])


@BBOX_OFFSETS.mistake(
    "tx and ty are in pixels: divide them by the proposal's width and height.",
    "tx와 ty가 픽셀 단위입니다. 후보 상자의 너비와 높이로 나누십시오.",
    subject="bbox_encode",
)
def shift_in_pixels(props, gts):
    return np.hstack([centres(gts) - centres(props), np.log(sizes(gts) / sizes(props))])


@BBOX_OFFSETS.mistake(
    "tw and th are the plain ratios; take their logarithm, which is 0 where nothing changes.",
    "tw와 th가 비 그대로입니다. 로그를 취해야 합니다. 그래야 달라질 것이 없을 때 0입니다.",
    subject="bbox_encode",
)
def no_log(props, gts):
    return np.hstack([(centres(gts) - centres(props)) / sizes(props), sizes(gts) / sizes(props)])


@BBOX_OFFSETS.mistake(
    "tw and th are the growth as a share, gw / pw - 1; asked is the logarithm, log(gw / pw).",
    "tw와 th가 늘어난 비율 gw / pw - 1입니다. 구하는 것은 로그인 log(gw / pw)입니다.",
    subject="bbox_encode",
)
def growth_as_share(props, gts):
    return np.hstack([(centres(gts) - centres(props)) / sizes(props), sizes(gts) / sizes(props) - 1])


@BBOX_OFFSETS.mistake(
    "The way goes from the object to the proposal: tx is positive where the object lies to the right of the proposal.",
    "물체에서 후보 상자로 가는 방향으로 구했습니다. 물체가 후보 상자의 오른쪽에 있으면 tx가 양수입니다.",
    subject="bbox_encode",
)
def other_direction(props, gts):
    return np.hstack([(centres(props) - centres(gts)) / sizes(props), np.log(sizes(gts) / sizes(props))])


@BBOX_OFFSETS.mistake(
    "tx is divided by the height and ty by the width: x belongs to the width.",
    "tx를 높이로, ty를 너비로 나누었습니다. x에는 너비, y에는 높이입니다.",
    subject="bbox_encode",
)
def width_and_height_exchanged(props, gts):
    return np.hstack([(centres(gts) - centres(props)) / sizes(props)[:, ::-1], np.log(sizes(gts) / sizes(props))])


@BBOX_OFFSETS.mistake(
    "The logarithm has another base; np.log is the natural one, which np.exp undoes.",
    "로그의 밑이 다릅니다. np.exp가 되돌리는 것은 자연로그 np.log입니다.",
    subject="bbox_encode",
)
def log_of_two(props, gts):
    return np.hstack([(centres(gts) - centres(props)) / sizes(props), np.log2(sizes(gts) / sizes(props))])


@BBOX_OFFSETS.mistake(
    "Without boxes the result has the shape (0,): an array made of an empty list. It is (0, 4).",
    "상자가 없으면 결과의 shape이 (0,)입니다. 빈 리스트로 배열을 만들었기 때문입니다. (0, 4)여야 합니다.",
    subject="bbox_encode",
    named=False,  # the student's own bbox_decode stops with an error of its own
)
def flat_without_boxes(props, gts):
    rows = []
    for p, g in zip(props, gts, strict=True):
        pw, ph, gw, gh = p[2] - p[0], p[3] - p[1], g[2] - g[0], g[3] - g[1]
        tx, ty = (g[0] + g[2] - p[0] - p[2]) / 2 / pw, (g[1] + g[3] - p[1] - p[3]) / 2 / ph
        rows.append([tx, ty, np.log(gw / pw), np.log(gh / ph)])
    return np.array(rows)


def boxes_from(centre, size):
    return np.hstack([centre - size / 2, centre + size / 2])


@BBOX_OFFSETS.mistake(
    "tx and ty are added in pixels; they count in widths and heights of the proposal: px + pw tx.",
    "tx와 ty를 픽셀 단위로 더했습니다. 후보 상자의 너비와 높이를 단위로 하므로 px + pw tx입니다.",
    subject="bbox_decode",
)
def shift_not_scaled(props, offsets):
    size = sizes(props) * np.exp(np.minimum(offsets[:, 2:], np.log(1000 / 16)))
    return boxes_from(centres(props) + offsets[:, :2], size)


@BBOX_OFFSETS.mistake(
    "The shift is measured in the new size; it counts in the proposal's own width and height, before they grow.",
    "중심의 이동을 새 크기로 쟀습니다. 커지기 전 후보 상자의 너비와 높이가 단위입니다.",
    subject="bbox_decode",
)
def shift_of_new_size(props, offsets):
    size = sizes(props) * np.exp(np.minimum(offsets[:, 2:], np.log(1000 / 16)))
    return boxes_from(centres(props) + offsets[:, :2] * size, size)


@BBOX_OFFSETS.mistake(
    "The size is multiplied by 1 + tw; tw is a logarithm, so the factor is exp(tw).",
    "크기에 1 + tw를 곱했습니다. tw는 로그이므로 exp(tw)를 곱합니다.",
    subject="bbox_decode",
)
def one_plus(props, offsets):
    size = sizes(props) * (1 + np.minimum(offsets[:, 2:], np.log(1000 / 16)))
    return boxes_from(centres(props) + offsets[:, :2] * sizes(props), size)


@BBOX_OFFSETS.mistake(
    "The corner moves and the box grows from there; the centre moves by pw tx, and the box grows on all sides.",
    "왼쪽 위 꼭짓점을 옮기고 거기에서부터 키웠습니다. 중심이 pw tx만큼 움직이고 상자는 사방으로 커집니다.",
    subject="bbox_decode",
)
def grows_from_corner(props, offsets):
    corner = props[:, :2] + offsets[:, :2] * sizes(props)
    return np.hstack([corner, corner + sizes(props) * np.exp(np.minimum(offsets[:, 2:], np.log(1000 / 16)))])


@BBOX_OFFSETS.mistake(
    "The result is centre and size; it has to be corners again, x1, y1, x2, y2.",
    "결과가 중심과 크기입니다. 다시 꼭짓점 x1, y1, x2, y2로 바꾸어야 합니다.",
    subject="bbox_decode",
)
def centre_and_size(props, offsets):
    size = sizes(props) * np.exp(np.minimum(offsets[:, 2:], np.log(1000 / 16)))
    return np.hstack([centres(props) + offsets[:, :2] * sizes(props), size])


@BBOX_OFFSETS.mistake(
    "The corners lie a whole width away from the centre; it is half a width on each side.",
    "꼭짓점이 중심에서 너비만큼 떨어져 있습니다. 양쪽으로 너비의 절반씩입니다.",
    subject="bbox_decode",
)
def whole_width(props, offsets):
    size = sizes(props) * np.exp(np.minimum(offsets[:, 2:], np.log(1000 / 16)))
    centre = centres(props) + offsets[:, :2] * sizes(props)
    return np.hstack([centre - size, centre + size])


@BBOX_OFFSETS.mistake(
    "tw and th have no limit: np.exp(900) is inf, and the box is nan or endless. Take at most log(1000 / 16).",
    "tw와 th를 제한하지 않았습니다. np.exp(900)은 inf라서 상자가 nan이나 무한대가 됩니다. 많아야 log(1000 / 16)으로 보십시오.",
    subject="bbox_decode",
)
def no_limit(props, offsets):
    with np.errstate(all="ignore"):
        size = sizes(props) * np.exp(offsets[:, 2:])
        return boxes_from(centres(props) + offsets[:, :2] * sizes(props), size)


@BBOX_OFFSETS.mistake(
    "tw and th are limited from below too: only large ones are dangerous, exp of a very negative number is just near 0.",
    "tw와 th를 아래로도 제한했습니다. 위험한 것은 큰 값뿐입니다. 아주 작은 음수의 exp는 0에 가까울 뿐입니다.",
    subject="bbox_decode",
)
def limited_both_ways(props, offsets):
    size = sizes(props) * np.exp(np.clip(offsets[:, 2:], -np.log(1000 / 16), np.log(1000 / 16)))
    return boxes_from(centres(props) + offsets[:, :2] * sizes(props), size)


@BBOX_OFFSETS.mistake(
    "The limit is for tw and th only: tx and ty stay as they are.",
    "제한은 tw와 th에만 합니다. tx와 ty는 그대로 둡니다.",
    subject="bbox_decode",
)
def all_limited(props, offsets):
    offsets = np.minimum(offsets, np.log(1000 / 16))
    return boxes_from(centres(props) + offsets[:, :2] * sizes(props), sizes(props) * np.exp(offsets[:, 2:]))


@BBOX_OFFSETS.mistake(
    "The limit is 1000 / 16 in place of its logarithm: exp(62.5) is a number of 28 digits.",
    "제한이 1000 / 16의 로그가 아니라 1000 / 16입니다. exp(62.5)는 28자리 수입니다.",
    subject="bbox_decode",
)
def limit_without_log(props, offsets):
    size = sizes(props) * np.exp(np.minimum(offsets[:, 2:], 1000 / 16))
    return boxes_from(centres(props) + offsets[:, :2] * sizes(props), size)


@BBOX_OFFSETS.mistake(
    "offsets itself is changed: write the limited numbers into a new array.",
    "offsets 자체가 바뀌었습니다. 제한한 값은 새 배열에 담으십시오.",
    subject="bbox_decode",
)
def limits_in_place(props, offsets):
    offsets[:, 2:] = np.minimum(offsets[:, 2:], np.log(1000 / 16))
    return boxes_from(centres(props) + offsets[:, :2] * sizes(props), sizes(props) * np.exp(offsets[:, 2:]))


@BBOX_OFFSETS.mistake(
    "props itself is changed: its centre moves in place. Work on new arrays.",
    "props 자체가 바뀌었습니다. 중심을 제자리에서 옮겼습니다. 새 배열에 계산하십시오.",
    subject="bbox_decode",
)
def moves_in_place(props, offsets):
    size = sizes(props)
    props += np.tile(offsets[:, :2] * size, 2)
    return boxes_from(centres(props), size * np.exp(np.minimum(offsets[:, 2:], np.log(1000 / 16))))


@BBOX_OFFSETS.mistake(
    "Widths and heights count one pixel too many: in continuous coordinates a width is x2 - x1, without + 1.",
    "너비와 높이를 1씩 크게 잡았습니다. 연속 좌표에서 너비는 + 1 없이 x2 - x1입니다.",
    subject="bbox_encode",
)
def sizes_plus_one(props, gts):
    return np.hstack(
        [(centres(gts) - centres(props)) / (sizes(props) + 1), np.log((sizes(gts) + 1) / (sizes(props) + 1))]
    )


@BBOX_OFFSETS.mistake(
    "tx is multiplied by the height and ty by the width: x belongs to the width.",
    "tx에 높이를, ty에 너비를 곱했습니다. x에는 너비, y에는 높이입니다.",
    subject="bbox_decode",
)
def height_for_x(props, offsets):
    size = sizes(props) * np.exp(np.minimum(offsets[:, 2:], np.log(1000 / 16)))
    return boxes_from(centres(props) + offsets[:, :2] * sizes(props)[:, ::-1], size)


@BBOX_OFFSETS.mistake(
    "The boxes are cut at 0: a corrected box may reach beyond the image.",
    "상자를 0에서 잘랐습니다. 고친 상자는 이미지 밖으로 나갈 수 있습니다.",
    subject="bbox_decode",
)
def boxes_cut(props, offsets):
    size = sizes(props) * np.exp(np.minimum(offsets[:, 2:], np.log(1000 / 16)))
    return np.maximum(boxes_from(centres(props) + offsets[:, :2] * sizes(props), size), 0)


@BBOX_OFFSETS.mistake(
    "bbox_encode limits tw and th. Only bbox_decode does that, since it works on what a network says; the offsets of real objects are "
    "right however large.",
    "bbox_encode에서 tw와 th를 제한했습니다. 제한은 신경망이 말한 값을 받는 bbox_decode에만 있습니다. 실제 물체의 오프셋은 아무리 커도 맞는 값입니다.",
    subject="bbox_encode",
)
def limited_in_encode(props, gts):
    growth = np.minimum(np.log(sizes(gts) / sizes(props)), np.log(1000 / 16))
    return np.hstack([(centres(gts) - centres(props)) / sizes(props), growth])


@BBOX_OFFSETS.mistake(
    "The limit is 4.1, a rounded number: write np.log(1000 / 16), which is 4.135.",
    "제한값을 반올림한 4.1로 했습니다. np.log(1000 / 16)이라고 쓰십시오. 4.135입니다.",
    subject="bbox_decode",
)
def limit_rounded(props, offsets):
    return boxes_from(
        centres(props) + sizes(props) * offsets[:, :2], sizes(props) * np.exp(np.minimum(offsets[:, 2:], 4.1))
    )


@BBOX_OFFSETS.mistake(
    "The result begins as np.zeros_like(props), which holds whole numbers where props does: what stands behind the "
    "point is lost. np.zeros(props.shape) holds floats.",
    "결과를 np.zeros_like(props)로 만들었습니다. props가 정수 배열이면 결과도 정수 배열이라 소수점 아래가 없어집니다. np.zeros(props.shape)는 실수 "
    "배열입니다.",
    subject="bbox_encode",
)
def zeros_like_of_whole_numbers(props, gts):
    offsets = np.zeros_like(props)
    offsets[:, :2] = (centres(gts) - centres(props)) / sizes(props)
    offsets[:, 2:] = np.log(sizes(gts) / sizes(props))
    return offsets


@BBOX_OFFSETS.mistake(
    "The result begins as np.zeros_like(props) or props.copy(), which holds whole numbers where props does: what "
    "stands behind the point is lost. np.zeros(props.shape) holds floats.",
    "결과를 np.zeros_like(props)나 props.copy()로 만들었습니다. props가 정수 배열이면 결과도 정수 배열이라 소수점 아래가 없어집니다. "
    "np.zeros(props.shape)는 실수 배열입니다.",
    subject="bbox_decode",
)
def decoded_into_whole_numbers(props, offsets):
    boxes = np.zeros_like(props)
    centre = centres(props) + offsets[:, :2] * sizes(props)
    size = sizes(props) * np.exp(np.minimum(offsets[:, 2:], np.log(1000 / 16)))
    boxes[:, :2], boxes[:, 2:] = centre - size / 2, centre + size / 2
    return boxes


@BBOX_OFFSETS.mistake(
    "A small number is added inside the logarithm: log(gw / pw) needs none, since no box is empty.",
    "로그 안에 작은 수를 더했습니다. 빈 상자는 없으므로 log(gw / pw)에는 필요 없습니다.",
    subject="bbox_encode",
)
def small_number_in_the_log(props, gts):
    return np.hstack([(centres(gts) - centres(props)) / sizes(props), np.log(1e-6 + sizes(gts) / sizes(props))])


@SMOOTH_L1.mistake(
    "Without any number this is an error: np.vectorize needs one to see what comes out, unless it gets otypes. np.where works on "
    "arrays of any shape, empty ones too.",
    "수가 하나도 없으면 오류가 납니다. np.vectorize는 otypes를 주지 않으면 수가 하나는 있어야 결과의 종류를 압니다. np.where는 빈 배열에서도 됩니다.",
)
def needs_a_number(d):
    return np.vectorize(lambda x: (x * x / 2, x) if abs(x) < 1 else (abs(x) - 0.5, float(np.sign(x))))(d)


@SMOOTH_L1.mistake(
    "The slope is 0 outside; there it is the sign of d, 1 or -1.",
    "바깥쪽의 기울기가 0입니다. 그곳에서는 d의 부호인 1 또는 -1입니다.",
)
def slope_ends(d):
    size = np.abs(d)
    return np.where(size < 1, d**2 / 2, size - 0.5), np.where(size < 1, d, 0.0)


@SMOOTH_L1.mistake(
    "All numbers are treated alike, by whether all of them are small. Each number decides for itself: np.where, not if.",
    "모두 작은지를 보고 모든 수를 똑같이 다루었습니다. 수마다 따로 정해야 하므로 if가 아니라 np.where를 쓰십시오.",
)
def all_or_none(d):
    size = np.abs(d)
    if np.all(size < 1):
        return d**2 / 2, d.copy()
    return size - 0.5, np.sign(d)


@SMOOTH_L1.mistake(
    "The value jumps at |d| = 1: inside it is d², which is 1 there, outside |d| - 1/2, which is 1/2. Inside it is d² / 2.",
    "|d| = 1에서 값이 뜁니다. 안쪽은 d²이라 1이고 바깥쪽은 |d| - 1/2이라 1/2입니다. 안쪽은 d² / 2입니다.",
)
def square_without_half(d):
    return np.where(np.abs(d) < 1, d**2, np.abs(d) - 0.5), np.clip(d, -1, 1)


@SMOOTH_L1.mistake(
    "The value jumps at |d| = 1 from 1/2 to 1: outside it is |d| - 1/2.",
    "|d| = 1에서 값이 1/2에서 1로 뜁니다. 바깥쪽은 |d| - 1/2입니다.",
)
def no_half_outside(d):
    return np.where(np.abs(d) < 1, d**2 / 2, np.abs(d)), np.clip(d, -1, 1)


@SMOOTH_L1.mistake(
    "Both halves are missing, d² and |d|: then the value agrees at 1, but its slope jumps from 2 to 1. It is d² / 2 and "
    "|d| - 1/2.",
    "1/2이 두 곳 모두 빠져 d²과 |d|가 되었습니다. 1에서 값은 이어지지만 기울기가 2에서 1로 뜁니다. d² / 2와 |d| - 1/2입니다.",
)
def no_halves(d):
    return np.where(np.abs(d) < 1, d**2, np.abs(d)), np.clip(d, -1, 1)


@SMOOTH_L1.mistake(
    "The value is d² / 2 everywhere: beyond 1 it grows too fast; there it is |d| - 1/2.",
    "값이 어디서나 d² / 2입니다. 1을 넘으면 너무 빨리 커집니다. 그곳에서는 |d| - 1/2입니다.",
)
def square_everywhere(d):
    return d**2 / 2, np.clip(d, -1, 1)


@SMOOTH_L1.mistake(
    "The value is the plain |d|: near 0, where |d| < 1, it is d² / 2.",
    "값이 그냥 |d|입니다. |d| < 1인 곳에서는 d² / 2입니다.",
)
def plain_absolute(d):
    return np.abs(d), np.sign(d)


@SMOOTH_L1.mistake(
    "The question is whether d < 1; a negative number of large size is outside as well: |d| < 1.",
    "d < 1인지를 물었습니다. 절댓값이 큰 음수도 바깥쪽입니다. |d| < 1인지 물어야 합니다.",
)
def without_absolute(d):
    return np.where(d < 1, d**2 / 2, d - 0.5), np.where(d < 1, d, 1.0)


@SMOOTH_L1.mistake(
    "The slope is 1 outside, whatever the sign of d: for negative d it is -1.",
    "바깥쪽의 기울기가 d의 부호에 상관없이 1입니다. d가 음수이면 -1입니다.",
)
def slope_without_sign(d):
    size = np.abs(d)
    return np.where(size < 1, d**2 / 2, size - 0.5), np.where(size < 1, d, 1.0)


@SMOOTH_L1.mistake(
    "The slope is |d| inside, whatever the sign: that of d² / 2 is d.",
    "안쪽의 기울기가 부호 없이 |d|입니다. d² / 2의 기울기는 d입니다.",
)
def slope_of_size(d):
    size = np.abs(d)
    return np.where(size < 1, d**2 / 2, size - 0.5), np.where(size < 1, size, np.sign(d))


@SMOOTH_L1.mistake(
    "The slope is 2d inside: that is the slope of d². The value is d² / 2, and its slope is d.",
    "안쪽의 기울기가 2d입니다. 그것은 d²의 기울기입니다. 값이 d² / 2이므로 기울기는 d입니다.",
)
def slope_doubled(d):
    size = np.abs(d)
    return np.where(size < 1, d**2 / 2, size - 0.5), np.where(size < 1, 2 * d, np.sign(d))


@SMOOTH_L1.mistake(
    "The slope is d everywhere: beyond 1 it stays at 1 or -1, and that is the point of this loss.",
    "기울기가 어디서나 d입니다. 1을 넘으면 1이나 -1에 머물러야 하고, 이 손실을 쓰는 까닭이 바로 그것입니다.",
)
def slope_unlimited(d):
    size = np.abs(d)
    return np.where(size < 1, d**2 / 2, size - 0.5), d.copy()


@SMOOTH_L1.mistake(
    "The slope is the sign everywhere: near 0 it is d, so that small errors get small steps.",
    "기울기가 어디서나 부호입니다. 0 가까이에서는 d여야 작은 오차에 작은 걸음을 합니다.",
)
def sign_everywhere(d):
    size = np.abs(d)
    return np.where(size < 1, d**2 / 2, size - 0.5), np.sign(d)


@SMOOTH_L1.mistake(
    "The values are added up; value has the shape of d, a number for each.",
    "값을 모두 더했습니다. value는 d와 shape이 같고 수마다 하나씩입니다.",
)
def added_up(d):
    size = np.abs(d)
    return np.where(size < 1, d**2 / 2, size - 0.5).sum(), np.clip(d, -1, 1)


@SMOOTH_L1.mistake(
    "d itself is changed: np.abs(d, out=d) or d[...] = ... writes into the caller's array.",
    "d 자체가 바뀌었습니다. np.abs(d, out=d)나 d[...] = ...는 받은 배열에 씁니다.",
)
def in_place(d):
    slope = np.clip(d, -1, 1)
    np.abs(d, out=d)
    return np.where(d < 1, d**2 / 2, d - 0.5), slope


@SMOOTH_L1.mistake(
    "The border is at 1/9, as in the code of Faster R-CNN (sigma = 3); here it is at 1.",
    "경계가 1/9입니다(Faster R-CNN 코드의 sigma = 3). 여기서는 1입니다.",
)
def border_at_a_ninth(d):
    size = np.abs(d)
    return np.where(size < 1 / 9, 4.5 * d**2, size - 0.5 / 9), np.where(size < 1 / 9, 9 * d, np.sign(d))


@SMOOTH_L1.mistake(
    "d is taken for a table of rows and columns; it may have any number of axes. np.where, np.abs and np.clip take "
    "all of them.",
    "d를 행과 열이 있는 표로 보았습니다. d의 축은 몇 개라도 될 수 있습니다. np.where, np.abs, np.clip은 축의 수에 상관없이 계산합니다.",
)
def rows_and_columns(d):
    rows, columns = d.shape
    value, slope = np.zeros(d.shape), np.zeros(d.shape)
    for i in range(rows):
        for j in range(columns):
            if abs(d[i, j]) < 1:
                value[i, j], slope[i, j] = d[i, j] ** 2 / 2, d[i, j]
            else:
                value[i, j], slope[i, j] = abs(d[i, j]) - 0.5, np.sign(d[i, j])
    return value, slope


def rows_of(boxes, p, keep, c):
    return np.column_stack([boxes[keep], p[keep, c], np.full(len(keep), c)])


def best_first(parts):
    rows = np.concatenate([np.zeros((0, 6)), *parts])
    return rows[np.argsort(-rows[:, 4], kind="stable")]


@RCNN_DETECT.mistake(
    "nms goes by the raw scores: these compare the classes of one proposal, not proposals. Softmax first, then nms.",
    "nms를 원래 점수로 했습니다. 원래 점수는 한 후보 상자의 클래스끼리 견주는 수일 뿐, 후보 상자끼리 견줄 수 없습니다. 소프트맥스가 먼저이고 "
    "nms가 나중입니다.",
)
def nms_before_softmax(props, scores, offsets, min_score=0.05, max_iou=0.3):
    boxes, p, parts = bbox_decode(props, offsets), softmax(scores), []
    for c in range(1, scores.shape[1]):
        likely = np.flatnonzero(p[:, c] >= min_score)
        parts.append(rows_of(boxes, p, likely[nms(boxes[likely], scores[likely, c], max_iou)], c))
    return best_first(parts)


@RCNN_DETECT.mistake(
    "The scores are returned and compared with min_score as the network gives them: softmax makes them probabilities.",
    "신경망이 낸 점수를 그대로 min_score와 견주고 반환했습니다. 소프트맥스로 확률을 만드십시오.",
)
def no_softmax(props, scores, offsets, min_score=0.05, max_iou=0.3):
    boxes, parts = bbox_decode(props, offsets), []
    for c in range(1, scores.shape[1]):
        likely = np.flatnonzero(scores[:, c] >= min_score)
        parts.append(rows_of(boxes, scores, likely[nms(boxes[likely], scores[likely, c], max_iou)], c))
    return best_first(parts)


@RCNN_DETECT.mistake(
    "The softmax runs over the proposals; it runs over the classes of each proposal, so that each row sums to 1.",
    "소프트맥스를 후보 상자에 대해 했습니다. 후보 상자마다 클래스에 대해 해야 행의 합이 1이 됩니다.",
)
def softmax_over_proposals(props, scores, offsets, min_score=0.05, max_iou=0.3):
    boxes, parts = bbox_decode(props, offsets), []
    p = softmax(scores, axis=0) if len(scores) else scores
    for c in range(1, scores.shape[1]):
        likely = np.flatnonzero(p[:, c] >= min_score)
        parts.append(rows_of(boxes, p, likely[nms(boxes[likely], p[likely, c], max_iou)], c))
    return best_first(parts)


@RCNN_DETECT.mistake(
    "The background is left out before the softmax, so that the objects share all the probability: softmax over all "
    "K + 1 scores, then leave column 0 out.",
    "소프트맥스 전에 배경을 뺐습니다. 그러면 물체들이 확률 1을 나누어 갖습니다. 점수 K + 1개 모두로 소프트맥스를 한 다음 0번 열을 빼십시오.",
)
def softmax_without_background(props, scores, offsets, min_score=0.05, max_iou=0.3):
    boxes, parts = bbox_decode(props, offsets), []
    p = np.hstack([scores[:, :1], softmax(scores[:, 1:])])
    for c in range(1, scores.shape[1]):
        likely = np.flatnonzero(p[:, c] >= min_score)
        parts.append(rows_of(boxes, p, likely[nms(boxes[likely], p[likely, c], max_iou)], c))
    return best_first(parts)


@RCNN_DETECT.mistake(
    "The background is returned as a detection: class 0 is no object, begin with class 1.",
    "배경을 탐지 결과로 반환했습니다. 클래스 0은 물체가 아닙니다. 클래스 1부터 시작하십시오.",
)
def background_returned(props, scores, offsets, min_score=0.05, max_iou=0.3):
    boxes, p, parts = bbox_decode(props, offsets), softmax(scores), []
    for c in range(scores.shape[1]):
        likely = np.flatnonzero(p[:, c] >= min_score)
        parts.append(rows_of(boxes, p, likely[nms(boxes[likely], p[likely, c], max_iou)], c))
    return best_first(parts)


@RCNN_DETECT.mistake(
    "The classes are counted from 0; 0 is the background, and the first object class is 1.",
    "클래스를 0부터 세었습니다. 0은 배경이고 첫 물체 클래스는 1입니다.",
)
def class_from_zero(props, scores, offsets, min_score=0.05, max_iou=0.3):
    boxes, p, parts = bbox_decode(props, offsets), softmax(scores), []
    for c in range(1, scores.shape[1]):
        likely = np.flatnonzero(p[:, c] >= min_score)
        rows = rows_of(boxes, p, likely[nms(boxes[likely], p[likely, c], max_iou)], c)
        rows[:, 5] -= 1
        parts.append(rows)
    return best_first(parts)


@RCNN_DETECT.mistake(
    "nms runs over the boxes of all classes together, so a circle removes a square behind it. Call it for each class on "
    "its own.",
    "모든 클래스의 상자에 한꺼번에 nms를 했습니다. 그러면 원이 겹쳐 있는 정사각형을 없앱니다. 클래스마다 따로 부르십시오.",
)
def across_classes(props, scores, offsets, min_score=0.05, max_iou=0.3):
    boxes, p, parts = bbox_decode(props, offsets), softmax(scores), []
    for c in range(1, scores.shape[1]):
        parts.append(rows_of(boxes, p, np.flatnonzero(p[:, c] >= min_score), c))
    rows = best_first(parts)
    return rows[nms(rows[:, :4], rows[:, 4], max_iou)]


@RCNN_DETECT.mistake(
    "Each proposal gives only its most likely class; every class whose probability reaches min_score counts.",
    "후보 상자마다 가장 그럴듯한 클래스 하나만 남겼습니다. 확률이 min_score 이상인 클래스는 모두 셉니다.",
)
def most_likely_class_only(props, scores, offsets, min_score=0.05, max_iou=0.3):
    boxes, p, parts = bbox_decode(props, offsets), softmax(scores), []
    for c in range(1, scores.shape[1]):
        likely = np.flatnonzero((p[:, c] >= min_score) & (p.argmax(axis=1) == c))
        parts.append(rows_of(boxes, p, likely[nms(boxes[likely], p[likely, c], max_iou)], c))
    return best_first(parts)


@RCNN_DETECT.mistake(
    "nms was given boxes[likely] and returns places among those; they were used as places in all boxes. Take "
    "boxes[likely][keep] and the score p[likely, c][keep].",
    "nms에 boxes[likely]를 주면 그 안에서의 자리를 반환하는데, 그것을 전체 상자의 자리로 썼습니다. 상자는 boxes[likely][keep], 점수는 "
    "p[likely, c][keep]입니다.",
)
def places_of_the_subset(props, scores, offsets, min_score=0.05, max_iou=0.3):
    boxes, p, parts = bbox_decode(props, offsets), softmax(scores), []
    for c in range(1, scores.shape[1]):
        likely = np.flatnonzero(p[:, c] >= min_score)
        parts.append(rows_of(boxes, p, nms(boxes[likely], p[likely, c], max_iou), c))
    return best_first(parts)


@RCNN_DETECT.mistake(
    "nms looks at the proposals, before their correction: decode first, since corrected boxes overlap differently.",
    "고치기 전의 후보 상자로 nms를 했습니다. 고친 상자는 겹치는 정도가 다르므로 bbox_decode가 먼저입니다.",
)
def nms_of_proposals(props, scores, offsets, min_score=0.05, max_iou=0.3):
    boxes, p, parts = bbox_decode(props, offsets), softmax(scores), []
    for c in range(1, scores.shape[1]):
        likely = np.flatnonzero(p[:, c] >= min_score)
        parts.append(rows_of(boxes, p, likely[nms(props[likely], p[likely, c], max_iou)], c))
    return best_first(parts)


@RCNN_DETECT.mistake(
    "The offsets are not used: the boxes are bbox_decode(props, offsets).",
    "오프셋을 쓰지 않았습니다. 상자는 bbox_decode(props, offsets)입니다.",
)
def offsets_unused(props, scores, offsets, min_score=0.05, max_iou=0.3):
    p, parts = softmax(scores), []
    for c in range(1, scores.shape[1]):
        likely = np.flatnonzero(p[:, c] >= min_score)
        parts.append(rows_of(props, p, likely[nms(props[likely], p[likely, c], max_iou)], c))
    return best_first(parts)


@RCNN_DETECT.mistake(
    "Nothing is suppressed: nms removes, within a class, the boxes that overlap a better one by more than max_iou.",
    "억제를 하지 않았습니다. nms는 한 클래스 안에서 더 좋은 상자와 max_iou보다 많이 겹치는 상자를 없앱니다.",
)
def nothing_suppressed(props, scores, offsets, min_score=0.05, max_iou=0.3):
    boxes, p = bbox_decode(props, offsets), softmax(scores)
    classes = range(1, scores.shape[1])
    return best_first([rows_of(boxes, p, np.flatnonzero(p[:, c] >= min_score), c) for c in classes])


@RCNN_DETECT.mistake(
    "A box whose probability is exactly min_score is dropped: at least min_score means >=.",
    "확률이 꼭 min_score인 상자를 버렸습니다. 'min_score 이상'은 >=입니다.",
)
def more_than_min_score(props, scores, offsets, min_score=0.05, max_iou=0.3):
    boxes, p, parts = bbox_decode(props, offsets), softmax(scores), []
    for c in range(1, scores.shape[1]):
        likely = np.flatnonzero(p[:, c] > min_score)
        parts.append(rows_of(boxes, p, likely[nms(boxes[likely], p[likely, c], max_iou)], c))
    return best_first(parts)


@RCNN_DETECT.mistake(
    "The thresholds are the numbers 0.05 and 0.3, whatever the caller wants: use min_score and max_iou.",
    "호출하는 쪽이 무엇을 주든 임계값이 0.05와 0.3입니다. min_score와 max_iou를 쓰십시오.",
)
def fixed_thresholds(props, scores, offsets, min_score=0.05, max_iou=0.3):
    boxes, p, parts = bbox_decode(props, offsets), softmax(scores), []
    for c in range(1, scores.shape[1]):
        likely = np.flatnonzero(p[:, c] >= 0.05)
        parts.append(rows_of(boxes, p, likely[nms(boxes[likely], p[likely, c], 0.3)], c))
    return best_first(parts)


@RCNN_DETECT.mistake(
    "nms gets min_score as its threshold; it wants max_iou, the largest overlap that may stay.",
    "nms에 임계값으로 min_score를 주었습니다. 남아도 되는 가장 큰 IoU인 max_iou를 주십시오.",
)
def min_score_for_nms(props, scores, offsets, min_score=0.05, max_iou=0.3):
    boxes, p, parts = bbox_decode(props, offsets), softmax(scores), []
    for c in range(1, scores.shape[1]):
        likely = np.flatnonzero(p[:, c] >= min_score)
        parts.append(rows_of(boxes, p, likely[nms(boxes[likely], p[likely, c], min_score)], c))
    return best_first(parts)


@RCNN_DETECT.mistake(
    "The columns are x1, y1, x2, y2, class, score; the score comes before the class.",
    "열이 x1, y1, x2, y2, 클래스, 점수 순서입니다. 점수가 클래스보다 먼저입니다.",
)
def class_before_score(props, scores, offsets, min_score=0.05, max_iou=0.3):
    boxes, p, parts = bbox_decode(props, offsets), softmax(scores), []
    for c in range(1, scores.shape[1]):
        likely = np.flatnonzero(p[:, c] >= min_score)
        parts.append(rows_of(boxes, p, likely[nms(boxes[likely], p[likely, c], max_iou)], c))
    return best_first(parts)[:, [0, 1, 2, 3, 5, 4]]


@RCNN_DETECT.mistake(
    "The rows stand class after class; sort all of them together, the highest score first.",
    "행이 클래스 순서로 놓였습니다. 모두 합쳐 점수가 높은 것부터 정렬하십시오.",
)
def class_after_class(props, scores, offsets, min_score=0.05, max_iou=0.3):
    boxes, p, parts = bbox_decode(props, offsets), softmax(scores), [np.zeros((0, 6))]
    for c in range(1, scores.shape[1]):
        likely = np.flatnonzero(p[:, c] >= min_score)
        parts.append(rows_of(boxes, p, likely[nms(boxes[likely], p[likely, c], max_iou)], c))
    return np.concatenate(parts)


@RCNN_DETECT.mistake(
    "The lowest score comes first: argsort sorts upwards; sort by the negative score.",
    "점수가 낮은 것부터 놓였습니다. argsort는 작은 것부터 정렬합니다. 점수에 음의 부호를 붙여 정렬하십시오.",
)
def lowest_first(props, scores, offsets, min_score=0.05, max_iou=0.3):
    boxes, p, parts = bbox_decode(props, offsets), softmax(scores), []
    for c in range(1, scores.shape[1]):
        likely = np.flatnonzero(p[:, c] >= min_score)
        parts.append(rows_of(boxes, p, likely[nms(boxes[likely], p[likely, c], max_iou)], c))
    return best_first(parts)[::-1]


@RCNN_DETECT.mistake(
    "Where nothing is found the result has the shape (0,), an array made of an empty list; it is (0, 6).",
    "찾은 것이 없으면 결과의 shape이 (0,)입니다. 빈 리스트로 배열을 만들었기 때문입니다. (0, 6)이어야 합니다.",
)
def flat_when_empty(props, scores, offsets, min_score=0.05, max_iou=0.3):
    boxes, p, rows = bbox_decode(props, offsets), softmax(scores), []
    for c in range(1, scores.shape[1]):
        likely = np.flatnonzero(p[:, c] >= min_score)
        for i in likely[nms(boxes[likely], p[likely, c], max_iou)]:
            rows.append([*boxes[i], p[i, c], c])
    return np.array(sorted(rows, key=lambda row: -row[4]))


@RCNN_DETECT.mistake(
    "The boxes are cut at 0; an object may lie partly outside the image, and its box goes with it.",
    "상자를 0에서 잘랐습니다. 물체는 이미지 밖으로 걸칠 수 있고 상자도 함께 나갑니다.",
)
def cut_at_zero(props, scores, offsets, min_score=0.05, max_iou=0.3):
    boxes, p, parts = np.maximum(bbox_decode(props, offsets), 0), softmax(scores), []
    for c in range(1, scores.shape[1]):
        likely = np.flatnonzero(p[:, c] >= min_score)
        parts.append(rows_of(boxes, p, likely[nms(boxes[likely], p[likely, c], max_iou)], c))
    return best_first(parts)


@RCNN_DETECT.mistake(
    "An argument itself is changed: scores -= ..., offsets[...] = ... or props[:] = ... write into the caller's array. Compute in "
    "a new one.",
    "인수 자체가 바뀌었습니다. scores -= ..., offsets[...] = ..., props[:] = ...는 받은 배열에 씁니다. 새 배열에 계산하십시오.",
)
def changes_scores(props, scores, offsets, min_score=0.05, max_iou=0.3):
    scores -= scores.max(axis=1, keepdims=True)
    boxes, p, parts = bbox_decode(props, offsets), softmax(scores), []
    for c in range(1, scores.shape[1]):
        likely = np.flatnonzero(p[:, c] >= min_score)
        parts.append(rows_of(boxes, p, likely[nms(boxes[likely], p[likely, c], max_iou)], c))
    return best_first(parts)


@RCNN_DETECT.mistake(
    "nms goes by the largest probability of each box, whatever its class. In the turn of class c it goes by the probability of class c.",
    "nms를 클래스에 상관없이 상자마다 가장 큰 확률로 했습니다. 클래스 c의 차례에는 클래스 c의 확률로 합니다.",
)
def nms_by_best_class(props, scores, offsets, min_score=0.05, max_iou=0.3):
    boxes, p, parts = bbox_decode(props, offsets), softmax(scores), []
    for c in range(1, scores.shape[1]):
        likely = np.flatnonzero(p[:, c] >= min_score)
        parts.append(rows_of(boxes, p, likely[nms(boxes[likely], p[likely].max(axis=1), max_iou)], c))
    return best_first(parts)


@RCNN_DETECT.mistake(
    "Proposals whose most likely class is the background are dropped. Only min_score decides: a circle with 0.2 beside a background of 0.8 counts.",
    "배경일 확률이 가장 큰 후보 상자를 버렸습니다. min_score만으로 정합니다. 배경이 0.8이고 원이 0.2여도 원을 셉니다.",
)
def background_wins(props, scores, offsets, min_score=0.05, max_iou=0.3):
    boxes, p, parts = bbox_decode(props, offsets), softmax(scores), []
    for c in range(1, scores.shape[1]):
        likely = np.flatnonzero((p[:, c] >= min_score) & (p.argmax(axis=1) > 0))
        parts.append(rows_of(boxes, p, likely[nms(boxes[likely], p[likely, c], max_iou)], c))
    return best_first(parts)


@RCNN_DETECT.mistake(
    "The last class is left out: with K + 1 columns the classes go from 1 to K, range(1, scores.shape[1]).",
    "마지막 클래스가 빠졌습니다. 열이 K + 1개이면 클래스는 1부터 K까지, range(1, scores.shape[1])입니다.",
)
def last_class_missing(props, scores, offsets, min_score=0.05, max_iou=0.3):
    boxes, p, parts = bbox_decode(props, offsets), softmax(scores), []
    for c in range(1, scores.shape[1] - 1):
        likely = np.flatnonzero(p[:, c] >= min_score)
        parts.append(rows_of(boxes, p, likely[nms(boxes[likely], p[likely, c], max_iou)], c))
    return best_first(parts)


@RCNN_DETECT.mistake(
    "The softmax is taken twice, which makes all classes nearly equally likely. Once is enough.",
    "소프트맥스를 두 번 했습니다. 그러면 모든 클래스의 확률이 비슷해집니다. 한 번이면 됩니다.",
)
def softmax_twice(props, scores, offsets, min_score=0.05, max_iou=0.3):
    boxes, p, parts = bbox_decode(props, offsets), softmax(softmax(scores)), []
    for c in range(1, scores.shape[1]):
        likely = np.flatnonzero(p[:, c] >= min_score)
        parts.append(rows_of(boxes, p, likely[nms(boxes[likely], p[likely, c], max_iou)], c))
    return best_first(parts)


@RCNN_DETECT.mistake(
    "Each score went through a sigmoid of its own; the classes exclude each other, so take the softmax of each row.",
    "점수마다 시그모이드를 따로 했습니다. 클래스는 하나만 맞을 수 있으므로 행마다 소프트맥스를 하십시오.",
)
def sigmoid_for_softmax(props, scores, offsets, min_score=0.05, max_iou=0.3):
    boxes, p, parts = bbox_decode(props, offsets), 1 / (1 + np.exp(-scores)), []
    for c in range(1, scores.shape[1]):
        likely = np.flatnonzero(p[:, c] >= min_score)
        parts.append(rows_of(boxes, p, likely[nms(boxes[likely], p[likely, c], max_iou)], c))
    return best_first(parts)


@RCNN_DETECT.mistake(
    "nms always gets 0.3, whatever the caller wants: give it max_iou.",
    "호출하는 쪽이 무엇을 주든 nms에 0.3을 주었습니다. max_iou를 주십시오.",
)
def max_iou_fixed(props, scores, offsets, min_score=0.05, max_iou=0.3):
    boxes, p, parts = bbox_decode(props, offsets), softmax(scores), []
    for c in range(1, scores.shape[1]):
        likely = np.flatnonzero(p[:, c] >= min_score)
        parts.append(rows_of(boxes, p, likely[nms(boxes[likely], p[likely, c], 0.3)], c))
    return best_first(parts)


@RCNN_DETECT.mistake(
    "nms gets 1 - max_iou. Its threshold is the largest IoU that two boxes may have and both stay: max_iou itself.",
    "nms에 1 - max_iou를 주었습니다. nms의 임계값은 둘 다 남을 수 있는 가장 큰 IoU, 곧 max_iou 그대로입니다.",
)
def one_minus_max_iou(props, scores, offsets, min_score=0.05, max_iou=0.3):
    boxes, p, parts = bbox_decode(props, offsets), softmax(scores), []
    for c in range(1, scores.shape[1]):
        likely = np.flatnonzero(p[:, c] >= min_score)
        parts.append(rows_of(boxes, p, likely[nms(boxes[likely], p[likely, c], 1 - max_iou)], c))
    return best_first(parts)


@RCNN_DETECT.mistake(
    "min_score is not used: for each class only the proposals whose probability is at least min_score count.",
    "min_score를 쓰지 않았습니다. 클래스마다 확률이 min_score 이상인 후보 상자만 셉니다.",
)
def min_score_unused(props, scores, offsets, min_score=0.05, max_iou=0.3):
    boxes, p, parts = bbox_decode(props, offsets), softmax(scores), []
    for c in range(1, scores.shape[1]):
        likely = np.arange(len(p))
        parts.append(rows_of(boxes, p, likely[nms(boxes[likely], p[likely, c], max_iou)], c))
    return best_first(parts)


@RCNN_DETECT.mistake(
    "min_score is compared with the raw scores; it is a probability, to be compared with the result of softmax.",
    "min_score를 원래 점수와 견주었습니다. min_score는 확률이므로 소프트맥스의 결과와 견주십시오.",
)
def min_score_of_raw_scores(props, scores, offsets, min_score=0.05, max_iou=0.3):
    boxes, p, parts = bbox_decode(props, offsets), softmax(scores), []
    for c in range(1, scores.shape[1]):
        likely = np.flatnonzero(scores[:, c] >= min_score)
        parts.append(rows_of(boxes, p, likely[nms(boxes[likely], p[likely, c], max_iou)], c))
    return best_first(parts)


@RCNN_DETECT.mistake(
    "The classes are always 1, 2 and 3. How many there are is seen from scores, (P, K + 1): range(1, scores.shape[1]).",
    "클래스가 언제나 1, 2, 3입니다. 몇 개인지는 (P, K + 1)인 scores로 알 수 있습니다. range(1, scores.shape[1])입니다.",
)
def always_three_classes(props, scores, offsets, min_score=0.05, max_iou=0.3):
    boxes, p, parts = bbox_decode(props, offsets), softmax(scores), []
    for c in (1, 2, 3):
        likely = np.flatnonzero(p[:, c] >= min_score)
        parts.append(rows_of(boxes, p, likely[nms(boxes[likely], p[likely, c], max_iou)], c))
    return best_first(parts)


@RCNN_DETECT.mistake(
    "Only the best box of each class is kept. An image may show several circles: keep all that nms leaves.",
    "클래스마다 가장 좋은 상자 하나만 남겼습니다. 이미지에 원이 여럿일 수 있습니다. nms가 남긴 것을 모두 남기십시오.",
)
def one_for_each_class(props, scores, offsets, min_score=0.05, max_iou=0.3):
    boxes, p, parts = bbox_decode(props, offsets), softmax(scores), []
    for c in range(1, scores.shape[1]):
        likely = np.flatnonzero(p[:, c] >= min_score)
        parts.append(rows_of(boxes, p, likely[nms(boxes[likely], p[likely, c], max_iou)][:1], c))
    return best_first(parts)


@RCNN_DETECT.mistake(
    "Each proposal counts only for its most likely object class; it counts for every class whose probability reaches min_score.",
    "후보 상자마다 배경이 아닌 클래스 가운데 가장 그럴듯한 하나에만 셌습니다. 확률이 min_score 이상인 클래스마다 셉니다.",
)
def most_likely_object_only(props, scores, offsets, min_score=0.05, max_iou=0.3):
    boxes, p, parts = bbox_decode(props, offsets), softmax(scores), []
    for c in range(1, scores.shape[1]):
        likely = np.flatnonzero((p[:, c] >= min_score) & (p[:, 1:].argmax(axis=1) + 1 == c))
        parts.append(rows_of(boxes, p, likely[nms(boxes[likely], p[likely, c], max_iou)], c))
    return best_first(parts)


@RCNN_DETECT.mistake(
    "The boxes are the right ones, but the scores belong to other proposals: nms returns places among the likely boxes, so the "
    "probability is p[likely, c][keep], not p[keep, c].",
    "상자는 맞지만 점수가 다른 후보 상자의 것입니다. nms는 고른 상자 안에서의 자리를 반환하므로 확률은 p[keep, c]가 아니라 p[likely, c][keep]입니다.",
)
def scores_of_others(props, scores, offsets, min_score=0.05, max_iou=0.3):
    boxes, p, parts = bbox_decode(props, offsets), softmax(scores), []
    for c in range(1, scores.shape[1]):
        likely = np.flatnonzero(p[:, c] >= min_score)
        keep = nms(boxes[likely], p[likely, c], max_iou)
        parts.append(np.column_stack([boxes[likely][keep], p[keep, c], np.full(len(keep), c)]))
    return best_first(parts)


@RCNN_DETECT.mistake(
    "likely holds True and False here, and likely[keep] does so too: it is no list of rows. Take boxes[likely][keep] and "
    "p[likely, c][keep], or make row numbers first with np.flatnonzero.",
    "여기서 likely는 True와 False이고 likely[keep]도 그렇습니다. 행 번호가 아닙니다. boxes[likely][keep]과 p[likely, c][keep]을 쓰거나, 먼저 "
    "np.flatnonzero로 행 번호를 만드십시오.",
)
def place_in_a_mask(props, scores, offsets, min_score=0.05, max_iou=0.3):
    boxes, p, parts = bbox_decode(props, offsets), softmax(scores), []
    for c in range(1, scores.shape[1]):
        likely = p[:, c] >= min_score
        parts.append(rows_of(boxes, p, likely[nms(boxes[likely], p[likely, c], max_iou)], c))
    return best_first(parts)


@RCNN_DETECT.mistake(
    "The rows are sorted by the raw scores; the score of a detection is its probability, and by that they are sorted.",
    "행을 원래 점수로 정렬했습니다. 탐지 결과의 점수는 확률이므로 확률로 정렬하십시오.",
)
def sorted_by_raw_scores(props, scores, offsets, min_score=0.05, max_iou=0.3):
    boxes, p, parts = bbox_decode(props, offsets), softmax(scores), []
    for c in range(1, scores.shape[1]):
        likely = np.flatnonzero(p[:, c] >= min_score)
        kept = likely[nms(boxes[likely], p[likely, c], max_iou)]
        parts.append(np.column_stack([rows_of(boxes, p, kept, c), scores[kept, c]]))
    rows = np.concatenate([np.zeros((0, 7)), *parts])
    return rows[np.argsort(-rows[:, 6], kind="stable")][:, :6]


@RCNN_DETECT.mistake(
    "props itself is changed: the decoded boxes are written into the caller's array. Put them into a new one.",
    "props 자체가 바뀌었습니다. 고친 상자를 받은 배열에 썼습니다. 새 배열에 넣으십시오.",
    named=False,
)
def changes_props(props, scores, offsets, min_score=0.05, max_iou=0.3):
    boxes, p, parts = bbox_decode(props, offsets), softmax(scores), []
    for c in range(1, scores.shape[1]):
        likely = np.flatnonzero(p[:, c] >= min_score)
        parts.append(rows_of(boxes, p, likely[nms(boxes[likely], p[likely, c], max_iou)], c))
    props[:] = boxes
    return best_first(parts)


@RCNN_DETECT.mistake(
    "offsets itself is changed: offsets[:, :2] *= ... writes into the caller's array. Compute in a new one.",
    "offsets 자체가 바뀌었습니다. offsets[:, :2] *= ...는 받은 배열에 씁니다. 새 배열에 계산하십시오.",
    named=False,
)
def changes_offsets(props, scores, offsets, min_score=0.05, max_iou=0.3):
    boxes, p, parts = bbox_decode(props, offsets), softmax(scores), []
    for c in range(1, scores.shape[1]):
        likely = np.flatnonzero(p[:, c] >= min_score)
        parts.append(rows_of(boxes, p, likely[nms(boxes[likely], p[likely, c], max_iou)], c))
    offsets[:, :2] *= props[:, 2:] - props[:, :2]
    return best_first(parts)


@RCNN_DETECT.mistake(
    "The decoding here has no limit of its own: a tw or th above log(1000 / 16) counts as that. Take the boxes from bbox_decode.",
    "여기서 상자를 고칠 때 제한이 없습니다. log(1000 / 16)보다 큰 tw와 th는 그 값으로 봅니다. bbox_decode로 상자를 고치십시오.",
)
def decodes_without_limit(props, scores, offsets, min_score=0.05, max_iou=0.3):
    width, centre = props[:, 2:] - props[:, :2], (props[:, :2] + props[:, 2:]) / 2
    centre, width = centre + width * offsets[:, :2], width * np.exp(offsets[:, 2:])
    boxes, p, parts = np.hstack([centre - width / 2, centre + width / 2]), softmax(scores), []
    for c in range(1, scores.shape[1]):
        likely = np.flatnonzero(p[:, c] >= min_score)
        parts.append(rows_of(boxes, p, likely[nms(boxes[likely], p[likely, c], max_iou)], c))
    return best_first(parts)


@RCNN_DETECT.mistake(
    "The boxes are cut at the border of the image; an object may lie partly outside, and its box goes with it.",
    "상자를 이미지 가장자리에서 잘랐습니다. 물체는 이미지 밖으로 걸칠 수 있고 상자도 함께 나갑니다.",
)
def cut_at_the_border(props, scores, offsets, min_score=0.05, max_iou=0.3):
    boxes, p, parts = bbox_decode(props, offsets), softmax(scores), []
    for c in range(1, scores.shape[1]):
        likely = np.flatnonzero(p[:, c] >= min_score)
        parts.append(rows_of(boxes, p, likely[nms(boxes[likely], p[likely, c], max_iou)], c))
    rows = best_first(parts)
    rows[:, :4] = np.clip(rows[:, :4], 0, 32)
    return rows


@RCNN_DETECT.mistake(
    "The score is the largest probability of the proposal, whatever the class. In a row of class c it is the probability of c.",
    "점수가 클래스에 상관없이 그 후보 상자의 가장 큰 확률입니다. 클래스 c의 행에는 클래스 c의 확률을 적습니다.",
)
def score_of_the_best_class(props, scores, offsets, min_score=0.05, max_iou=0.3):
    boxes, p, parts = bbox_decode(props, offsets), softmax(scores), []
    for c in range(1, scores.shape[1]):
        likely = np.flatnonzero(p[:, c] >= min_score)
        kept = likely[nms(boxes[likely], p[likely, c], max_iou)]
        parts.append(np.column_stack([boxes[kept], p[kept].max(axis=1), np.full(len(kept), c)]))
    return best_first(parts)


@RCNN_DETECT.mistake(
    "Only the 200 most likely boxes of each class are looked at: all that reach min_score count.",
    "클래스마다 확률이 큰 상자 200개만 보았습니다. 확률이 min_score 이상이면 모두 셉니다.",
)
def only_the_best_200(props, scores, offsets, min_score=0.05, max_iou=0.3):
    boxes, p, parts = bbox_decode(props, offsets), softmax(scores), []
    for c in range(1, scores.shape[1]):
        likely = np.flatnonzero(p[:, c] >= min_score)
        likely = likely[np.argsort(-p[likely, c])[:200]]
        parts.append(rows_of(boxes, p, likely[nms(boxes[likely], p[likely, c], max_iou)], c))
    return best_first(parts)


@RCNN_DETECT.mistake(
    "Only the 100 best rows are returned: all that nms leaves count.",
    "점수가 높은 행 100개만 반환했습니다. nms가 남긴 것은 모두 반환합니다.",
)
def only_the_first_100(props, scores, offsets, min_score=0.05, max_iou=0.3):
    boxes, p, parts = bbox_decode(props, offsets), softmax(scores), []
    for c in range(1, scores.shape[1]):
        likely = np.flatnonzero(p[:, c] >= min_score)
        parts.append(rows_of(boxes, p, likely[nms(boxes[likely], p[likely, c], max_iou)], c))
    return best_first(parts)[:100]


@RCNN_DETECT.mistake(
    "Boxes narrower or lower than a pixel are dropped. Nothing is said of their size: only min_score and nms decide.",
    "너비나 높이가 한 픽셀보다 작은 상자를 버렸습니다. 크기에는 조건이 없습니다. min_score와 nms만으로 정합니다.",
)
def small_boxes_dropped(props, scores, offsets, min_score=0.05, max_iou=0.3):
    boxes, p, parts = bbox_decode(props, offsets), softmax(scores), []
    large = (boxes[:, 2] - boxes[:, 0] >= 1) & (boxes[:, 3] - boxes[:, 1] >= 1)
    for c in range(1, scores.shape[1]):
        likely = np.flatnonzero((p[:, c] >= min_score) & large)
        parts.append(rows_of(boxes, p, likely[nms(boxes[likely], p[likely, c], max_iou)], c))
    return best_first(parts)


@RCNN_DETECT.mistake(
    "Boxes wholly outside the image are dropped. Nothing is said of their place: only min_score and nms decide.",
    "통째로 이미지 밖에 있는 상자를 버렸습니다. 위치에는 조건이 없습니다. min_score와 nms만으로 정합니다.",
)
def boxes_outside_dropped(props, scores, offsets, min_score=0.05, max_iou=0.3):
    boxes, p, parts = bbox_decode(props, offsets), softmax(scores), []
    inside = (boxes[:, 2] > 0) & (boxes[:, 3] > 0)
    for c in range(1, scores.shape[1]):
        likely = np.flatnonzero((p[:, c] >= min_score) & inside)
        parts.append(rows_of(boxes, p, likely[nms(boxes[likely], p[likely, c], max_iou)], c))
    return best_first(parts)


@RCNN_DETECT.mistake(
    "For one nms over all classes, each class is moved by the largest coordinate. That is too little where "
    "coordinates are negative: boxes of two classes meet. Call nms for each class on its own, or move by more than "
    "the largest minus the smallest coordinate.",
    "nms를 한 번만 하려고 클래스마다 가장 큰 좌표만큼 옮겼습니다. 좌표가 음수이면 그것으로 모자라서 두 클래스의 상자가 겹칩니다. 클래스마다 nms를 따로 "
    "부르거나, 가장 큰 좌표에서 가장 작은 좌표를 뺀 것보다 멀리 옮기십시오.",
)
def moved_by_the_largest(props, scores, offsets, min_score=0.05, max_iou=0.3):
    boxes, p = bbox_decode(props, offsets), softmax(scores)
    i, c = np.nonzero(p[:, 1:] >= min_score)
    if len(i) == 0:
        return np.zeros((0, 6))
    c = c + 1
    kept = nms(boxes[i] + c[:, None] * (boxes[i].max() + 1), p[i, c], max_iou)
    return np.column_stack([boxes[i], p[i, c], c])[kept]
