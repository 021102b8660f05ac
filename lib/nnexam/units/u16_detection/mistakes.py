"""u16_detection: the mistakes that students really make, each with what to look at.

Each is written as a student would write it; the demonstration class is drawn from them. A mistake may use the name of an
earlier exercise, iou_matrix: in a notebook it is the student's.
"""

import numpy as np
from nnref.boxes import iou_matrix

from .exercises import AVERAGE_PRECISION, BOX_FORMATS, IOU_MATRIX, MATCH, NMS, SLIDING_WINDOWS


@BOX_FORMATS.mistake(
    "The third and fourth number are half the width and half the height. They are the whole ones, x2 − x1 and y2 − y1.",
    "셋째와 넷째 수가 너비와 높이의 절반입니다. 전체 너비 x2 − x1과 전체 높이 y2 − y1이어야 합니다.",
)
def half_width(boxes):
    x1, y1, x2, y2 = boxes.T
    return np.stack([(x1 + x2) / 2, (y1 + y2) / 2, (x2 - x1) / 2, (y2 - y1) / 2], axis=1)


@BOX_FORMATS.mistake(
    "The order is cx, w, cy, h. First come both numbers of the centre, then width and height.",
    "순서가 cx, w, cy, h입니다. 중심의 두 수가 먼저 오고, 그다음이 너비와 높이입니다.",
)
def x_first(boxes):
    x1, y1, x2, y2 = boxes.T
    return np.stack([(x1 + x2) / 2, x2 - x1, (y1 + y2) / 2, y2 - y1], axis=1)


@BOX_FORMATS.mistake(
    "The first two numbers are still the corner (x1, y1); the centre lies in the middle, (x1 + x2) / 2 and (y1 + y2) / 2.",
    "처음 두 수가 여전히 모서리 (x1, y1)입니다. 중심은 한가운데인 (x1 + x2) / 2와 (y1 + y2) / 2입니다.",
)
def corner_and_size(boxes):
    x1, y1, x2, y2 = boxes.T
    return np.stack([x1, y1, x2 - x1, y2 - y1], axis=1)


@BOX_FORMATS.mistake(
    "The centre is half the width and half the height: that is how far it lies from the corner. Add x1 and y1, or take the "
    "mean of both ends.",
    "중심이 너비와 높이의 절반으로 되어 있습니다. 그것은 모서리에서 중심까지의 거리입니다. x1과 y1을 더하거나 양 끝의 평균을 "
    "구하십시오.",
)
def centre_from_the_size(boxes):
    x1, y1, x2, y2 = boxes.T
    return np.stack([(x2 - x1) / 2, (y2 - y1) / 2, x2 - x1, y2 - y1], axis=1)


@BOX_FORMATS.mistake(
    "Width and height are one too large: coordinates are continuous here, so a box from 2 to 12 is 10 wide.",
    "너비와 높이가 1씩 큽니다. 여기서 좌표는 연속이므로 2부터 12까지인 상자의 너비는 10입니다.",
)
def width_plus_one(boxes):
    x1, y1, x2, y2 = boxes.T
    return np.stack([(x1 + x2) / 2, (y1 + y2) / 2, x2 - x1 + 1, y2 - y1 + 1], axis=1)


@BOX_FORMATS.mistake(
    "Width and height are exchanged: x2 − x1 is the width, and it comes first.",
    "너비와 높이가 바뀌었습니다. x2 − x1이 너비이고 먼저 옵니다.",
)
def height_first(boxes):
    x1, y1, x2, y2 = boxes.T
    return np.stack([(x1 + x2) / 2, (y1 + y2) / 2, y2 - y1, x2 - x1], axis=1)


@BOX_FORMATS.mistake(
    "The centre loses its fraction: the result is whole numbers where the boxes are (zeros_like, // or astype(int)). Half of 3 "
    "is 1.5.",
    "중심의 소수점 아래가 사라졌습니다. 받은 상자가 정수이면 결과도 정수입니다(zeros_like, //, astype(int)). 3의 절반은 1.5입니다.",
)
def whole_numbers(boxes):
    out = np.zeros_like(boxes)
    out[:, 0] = (boxes[:, 0] + boxes[:, 2]) / 2
    out[:, 1] = (boxes[:, 1] + boxes[:, 3]) / 2
    out[:, 2] = boxes[:, 2] - boxes[:, 0]
    out[:, 3] = boxes[:, 3] - boxes[:, 1]
    return out


@BOX_FORMATS.mistake(
    "The boxes of the caller are changed: out = boxes is a second name for the same array. Make a new one.",
    "호출한 쪽의 상자가 바뀌었습니다. out = boxes는 같은 배열의 다른 이름일 뿐입니다. 새 배열을 만드십시오.",
)
def writes_into_boxes(boxes):
    out = boxes
    w, h = boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]
    out[:, 0] += w / 2
    out[:, 1] += h / 2
    out[:, 2] = w
    out[:, 3] = h
    return out


@BOX_FORMATS.mistake(
    "A list of rows has no second axis where there are no rows: its shape is (0,). reshape(-1, 4) makes it (0, 4).",
    "행을 모은 리스트는 행이 없으면 둘째 축도 없어서 shape이 (0,)입니다. reshape(-1, 4)를 쓰면 (0, 4)가 됩니다.",
)
def list_of_rows(boxes):
    return np.array([[(x1 + x2) / 2, (y1 + y2) / 2, x2 - x1, y2 - y1] for x1, y1, x2, y2 in boxes])


@BOX_FORMATS.mistake(
    "A list of rows has no second axis where there are no rows: its shape is (0,). reshape(-1, 4) makes it (0, 4).",
    "행이 하나도 없으면 행의 목록에는 둘째 축이 없어 shape이 (0,)이 됩니다. reshape(-1, 4)로 (0, 4)를 만드십시오.",
    subject="cxcywh_to_xyxy",
)
def list_of_corners(boxes):
    return np.array([[cx - w / 2, cy - h / 2, cx + w / 2, cy + h / 2] for cx, cy, w, h in boxes])


@BOX_FORMATS.mistake(
    "The result has four rows and a column for each box. One row for each box is asked: np.stack([...], axis=1).",
    "결과가 4행이고 상자마다 열이 하나입니다. 상자마다 행이 하나여야 합니다. np.stack([...], axis=1)을 쓰십시오.",
)
def stacked_as_rows(boxes):
    x1, y1, x2, y2 = boxes.T
    return np.stack([(x1 + x2) / 2, (y1 + y2) / 2, x2 - x1, y2 - y1])


@BOX_FORMATS.mistake(
    "This is written for a single box (ValueError: not enough, or too many, values to unpack). boxes has one row for each "
    "box: take the columns, x1, y1, x2, y2 = boxes.T.",
    "상자 하나만 받는 코드입니다(ValueError: not enough, 또는 too many, values to unpack). boxes에는 상자마다 행이 하나씩 있습니다. "
    "x1, y1, x2, y2 = boxes.T처럼 열을 쓰십시오.",
)
def single_box(boxes):
    x1, y1, x2, y2 = boxes
    return np.array([(x1 + x2) / 2, (y1 + y2) / 2, x2 - x1, y2 - y1])


@BOX_FORMATS.mistake(
    "The corners lie a whole width and height away from the centre; it is half of each to either side.",
    "모서리가 중심에서 너비와 높이 전체만큼 떨어져 있습니다. 양쪽으로 절반씩입니다.",
    subject="cxcywh_to_xyxy",
)
def whole_width_away(boxes):
    cx, cy, w, h = boxes.T
    return np.stack([cx - w, cy - h, cx + w, cy + h], axis=1)


@BOX_FORMATS.mistake(
    "The box begins at the centre: (cx, cy) is taken for the left upper corner.",
    "상자가 중심에서 시작합니다. (cx, cy)를 왼쪽 위 모서리로 보았습니다.",
    subject="cxcywh_to_xyxy",
)
def begins_at_the_centre(boxes):
    cx, cy, w, h = boxes.T
    return np.stack([cx, cy, cx + w, cy + h], axis=1)


@BOX_FORMATS.mistake(
    "The order is x1, x2, y1, y2; it must be x1, y1, x2, y2.",
    "순서가 x1, x2, y1, y2입니다. x1, y1, x2, y2여야 합니다.",
    subject="cxcywh_to_xyxy",
)
def both_x_first(boxes):
    cx, cy, w, h = boxes.T
    return np.stack([cx - w / 2, cx + w / 2, cy - h / 2, cy + h / 2], axis=1)


@BOX_FORMATS.mistake(
    "In the second step x1 is no longer cx: the first column has been changed before the third is computed from it.",
    "둘째 단계에서 x1은 이미 cx가 아닙니다. 셋째 열을 계산하기 전에 첫째 열을 바꾸었습니다.",
    subject="cxcywh_to_xyxy",
)
def uses_the_changed_column(boxes):
    out = boxes.astype(float)
    out[:, 0] = out[:, 0] - out[:, 2] / 2
    out[:, 1] = out[:, 1] - out[:, 3] / 2
    out[:, 2] = out[:, 0] + out[:, 2] / 2
    out[:, 3] = out[:, 1] + out[:, 3] / 2
    return out


@BOX_FORMATS.mistake(
    "// rounds the halves down. Divide with /: half of 3 is 1.5.",
    "//는 몫의 소수점 아래를 버립니다. /로 나누십시오. 3의 절반은 1.5입니다.",
)
def halves_rounded_down(boxes):
    x1, y1, x2, y2 = boxes.T
    return np.stack([(x1 + x2) // 2, (y1 + y2) // 2, x2 - x1, y2 - y1], axis=1)


@BOX_FORMATS.mistake(
    "// rounds half the width and half the height down. Divide with /: half of 3 is 1.5.",
    "//는 너비와 높이의 절반에서 소수점 아래를 버립니다. /로 나누십시오. 3의 절반은 1.5입니다.",
    subject="cxcywh_to_xyxy",
)
def half_sizes_rounded_down(boxes):
    cx, cy, w, h = boxes.T
    return np.stack([cx - w // 2, cy - h // 2, cx + w // 2, cy + h // 2], axis=1)


@BOX_FORMATS.mistake(
    "x and y are exchanged: the result is cy, cx, h, w. A box begins with x, the column: cx, cy, w, h.",
    "x와 y가 바뀌어 결과가 cy, cx, h, w입니다. 상자는 열에 해당하는 x부터 적습니다. cx, cy, w, h입니다.",
)
def y_first(boxes):
    x1, y1, x2, y2 = boxes.T
    return np.stack([(y1 + y2) / 2, (x1 + x2) / 2, y2 - y1, x2 - x1], axis=1)


@BOX_FORMATS.mistake(
    "x and y are exchanged: the boxes are read as cy, cx, h, w. They are cx, cy, w, h.",
    "x와 y가 바뀌었습니다. 상자를 cy, cx, h, w로 읽었습니다. cx, cy, w, h입니다.",
    subject="cxcywh_to_xyxy",
)
def reads_y_first(boxes):
    cy, cx, h, w = boxes.T
    return np.stack([cx - w / 2, cy - h / 2, cx + w / 2, cy + h / 2], axis=1)


def overlaps(A, B):
    """Width and height of what each pair shares; negative where they are apart."""
    width = np.minimum(A[:, None, 2], B[:, 2]) - np.maximum(A[:, None, 0], B[:, 0])
    height = np.minimum(A[:, None, 3], B[:, 3]) - np.maximum(A[:, None, 1], B[:, 1])
    return width, height


def areas(boxes):
    return (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])


def over(overlap, union):
    """Divide, 0 where the union is empty."""
    return overlap / np.where(union == 0, 1, union)


def ratio(A, B, overlap):
    """The overlap over the union."""
    return over(overlap, areas(A)[:, None] + areas(B) - overlap)


@IOU_MATRIX.mistake(
    "Boxes that are apart both ways have a negative width and a negative height, and the product is positive. Raise each to 0 "
    "first, np.maximum(width, 0), then multiply.",
    "두 방향 모두 떨어진 상자는 너비도 높이도 음수인데 그 곱은 양수입니다. 곱하기 전에 np.maximum(width, 0)처럼 각각 0 이상으로 "
    "만드십시오.",
)
def no_clamp(A, B):
    width, height = overlaps(A, B)
    return ratio(A, B, width * height)


@IOU_MATRIX.mistake(
    "Negative lengths are made positive with abs. A negative length means that the boxes are apart: raise it to 0 with "
    "np.maximum(width, 0).",
    "음수인 길이를 abs로 양수로 만들었습니다. 길이가 음수이면 떨어져 있다는 뜻이므로 np.maximum(width, 0)으로 0을 만드십시오.",
)
def absolute_lengths(A, B):
    width, height = overlaps(A, B)
    return ratio(A, B, np.abs(width) * np.abs(height))


@IOU_MATRIX.mistake(
    "Only the widths are compared. A box has a height, too: areas are width times height, the overlap as well.",
    "너비만 비교했습니다. 상자에는 높이도 있습니다. 넓이는 너비 곱하기 높이이고, 겹친 부분도 마찬가지입니다.",
)
def widths_only(A, B):
    width, _ = overlaps(A, B)
    overlap = np.maximum(width, 0)
    return over(overlap, (A[:, 2] - A[:, 0])[:, None] + (B[:, 2] - B[:, 0]) - overlap)


@IOU_MATRIX.mistake(
    "This is written for two single boxes: A[0] is a box here, not a number. Take columns, A[:, 0], or loop over the rows of both.",
    "상자 둘만 받는 코드입니다. 여기서 A[0]은 수가 아니라 상자입니다. A[:, 0]처럼 열을 쓰거나 두 배열의 행을 반복문으로 도십시오.",
)
def two_single_boxes(A, B):
    width = max(min(A[2], B[2]) - max(A[0], B[0]), 0)
    height = max(min(A[3], B[3]) - max(A[1], B[1]), 0)
    area = (A[2] - A[0]) * (A[3] - A[1]) + (B[2] - B[0]) * (B[3] - B[1])
    return width * height / (area - width * height)


@IOU_MATRIX.mistake(
    "The product of width and height is raised to 0, but two negative lengths have a positive product. Raise each of them to 0 "
    "before you multiply.",
    "너비와 높이를 곱한 값을 0 이상으로 만들었지만, 음수 두 개의 곱은 양수입니다. 곱하기 전에 각각 0 이상으로 만드십시오.",
)
def clamped_after_the_product(A, B):
    width, height = overlaps(A, B)
    return ratio(A, B, np.maximum(width * height, 0))


@IOU_MATRIX.mistake(
    "Lengths are taken with + 1, as if the corners were pixels. Coordinates are continuous here: boxes that only touch share "
    "nothing.",
    "모서리를 픽셀로 보고 길이에 1을 더했습니다. 여기서 좌표는 연속입니다. 닿기만 한 상자는 아무것도 공유하지 않습니다.",
)
def plus_one(A, B):
    width, height = overlaps(A, B)
    overlap = np.maximum(width + 1, 0) * np.maximum(height + 1, 0)
    area_A = (A[:, 2] - A[:, 0] + 1) * (A[:, 3] - A[:, 1] + 1)
    area_B = (B[:, 2] - B[:, 0] + 1) * (B[:, 3] - B[:, 1] + 1)
    return over(overlap, area_A[:, None] + area_B - overlap)


@IOU_MATRIX.mistake(
    "The union is twice the area of A minus the overlap: right only where both areas are equal. It is area(A) + area(B) − "
    "overlap.",
    "합집합을 A의 넓이의 두 배에서 겹친 넓이를 뺀 것으로 계산했습니다. 두 넓이가 같을 때만 맞습니다. area(A) + area(B) − "
    "overlap입니다.",
)
def area_of_A_twice(A, B):
    width, height = overlaps(A, B)
    overlap = np.maximum(width, 0) * np.maximum(height, 0)
    return over(overlap, 2 * areas(A)[:, None] - overlap)


@IOU_MATRIX.mistake(
    "The overlap is counted twice in the union: area(A) + area(B) holds it two times, so subtract it once.",
    "합집합에 겹친 넓이가 두 번 들어 있습니다. area(A) + area(B)에서 한 번 빼십시오.",
)
def overlap_not_subtracted(A, B):
    width, height = overlaps(A, B)
    return over(np.maximum(width, 0) * np.maximum(height, 0), areas(A)[:, None] + areas(B))


@IOU_MATRIX.mistake(
    "The axes are exchanged: rows belong to A and columns to B, so the shape is (|A|, |B|).",
    "축이 바뀌었습니다. 행이 A, 열이 B입니다. shape은 (A의 상자 수, B의 상자 수)입니다.",
)
def axes_swapped(A, B):
    width, height = overlaps(A, B)
    return ratio(A, B, np.maximum(width, 0) * np.maximum(height, 0)).T


@IOU_MATRIX.mistake(
    "Where two boxes without area meet, 0/0 gives nan. Their IoU is 0: divide only where the union is above 0.",
    "넓이가 0인 두 상자에서는 0/0이라 nan이 됩니다. 이때 IoU는 0입니다. 합집합이 0보다 클 때만 나누십시오.",
)
def nan_for_empty(A, B):
    width, height = overlaps(A, B)
    overlap = np.maximum(width, 0) * np.maximum(height, 0)
    with np.errstate(invalid="ignore"):
        return overlap / (areas(A)[:, None] + areas(B) - overlap)


@IOU_MATRIX.mistake(
    "Two boxes without area get the IoU 1. They share no area, so it is 0, wherever they lie.",
    "넓이가 0인 두 상자의 IoU가 1로 나옵니다. 공유하는 넓이가 없으므로, 어디에 있든 0입니다.",
)
def one_for_empty(A, B):
    width, height = overlaps(A, B)
    overlap = np.maximum(width, 0) * np.maximum(height, 0)
    union = areas(A)[:, None] + areas(B) - overlap
    return np.where(union > 0, overlap / np.where(union > 0, union, 1), 1.0)


@IOU_MATRIX.mistake(
    "A list of rows loses an axis where there are no boxes: the shape must be (0, M) or (N, 0). Begin with "
    "np.zeros((len(A), len(B))).",
    "행을 모은 리스트는 상자가 없으면 축이 하나 사라집니다. shape은 (0, M)이나 (N, 0)이어야 합니다. np.zeros((len(A), len(B)))에서 "
    "시작하십시오.",
)
def list_of_lists(A, B):
    rows = []
    for a in A:
        row = []
        for b in B:
            w = max(min(a[2], b[2]) - max(a[0], b[0]), 0)
            h = max(min(a[3], b[3]) - max(a[1], b[1]), 0)
            union = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - w * h
            row.append(w * h / union if union > 0 else 0.0)
        rows.append(row)
    return np.array(rows)


@IOU_MATRIX.mistake(
    "The overlap is divided by the smaller area, so a box within another gets 1. Divide by the union.",
    "겹친 넓이를 작은 쪽 넓이로 나누어, 다른 상자 안에 든 상자가 1이 됩니다. 합집합으로 나누십시오.",
)
def over_the_smaller(A, B):
    width, height = overlaps(A, B)
    return over(np.maximum(width, 0) * np.maximum(height, 0), np.minimum(areas(A)[:, None], areas(B)))


@IOU_MATRIX.mistake(
    "The overlap is divided by the area of the box around both. The union is smaller: area(A) + area(B) − overlap.",
    "겹친 넓이를 두 상자를 모두 감싸는 상자의 넓이로 나누었습니다. 합집합은 그보다 작은 area(A) + area(B) − overlap입니다.",
)
def over_the_box_around(A, B):
    width, height = overlaps(A, B)
    around_w = np.maximum(A[:, None, 2], B[:, 2]) - np.minimum(A[:, None, 0], B[:, 0])
    around_h = np.maximum(A[:, None, 3], B[:, 3]) - np.minimum(A[:, None, 1], B[:, 1])
    return over(np.maximum(width, 0) * np.maximum(height, 0), around_w * around_h)


@IOU_MATRIX.mistake(
    "Minimum and maximum are exchanged. The overlap begins at the later of both starts, np.maximum of x1, and ends at the earlier "
    "of both ends, np.minimum of x2.",
    "최솟값과 최댓값이 바뀌었습니다. 겹친 부분은 두 시작점 가운데 뒤의 것(x1의 np.maximum)에서 시작해 두 끝점 가운데 앞의 것(x2의 "
    "np.minimum)에서 끝납니다.",
)
def minimum_and_maximum_swapped(A, B):
    width = np.maximum(A[:, None, 2], B[:, 2]) - np.minimum(A[:, None, 0], B[:, 0])
    height = np.maximum(A[:, None, 3], B[:, 3]) - np.minimum(A[:, None, 1], B[:, 1])
    return ratio(A, B, np.maximum(width, 0) * np.maximum(height, 0))


@IOU_MATRIX.mistake(
    "The third and fourth number are read as width and height. They are the right and the lower edge, x2 and y2.",
    "셋째와 넷째 수를 너비와 높이로 읽었습니다. 오른쪽 끝 x2와 아래쪽 끝 y2입니다.",
)
def reads_width_and_height(A, B):
    A, B = np.array(A, dtype=float), np.array(B, dtype=float)
    A[:, 2:] += A[:, :2]
    B[:, 2:] += B[:, :2]
    width, height = overlaps(A, B)
    return ratio(A, B, np.maximum(width, 0) * np.maximum(height, 0))


@IOU_MATRIX.mistake(
    "Box i is compared with box i only. Every box of A is compared with every box of B: A[:, None, 0] against B[:, 0].",
    "i번 상자끼리만 비교했습니다. A의 모든 상자를 B의 모든 상자와 비교해야 합니다. A[:, None, 0]과 B[:, 0]을 쓰십시오.",
)
def box_by_box(A, B):
    n = min(len(A), len(B))
    return column_by_column(A[:n], B[:n])


@IOU_MATRIX.mistake(
    "The first box of A is compared with the first of B, the second with the second. Every box of A is compared with every box "
    "of B: A[:, None, 0] against B[:, 0] gives (N, M).",
    "A의 첫째 상자를 B의 첫째와, 둘째를 둘째와 비교했습니다. A의 모든 상자를 B의 모든 상자와 비교해야 합니다. A[:, None, 0]과 B[:, "
    "0]을 쓰면 (N, M)이 됩니다.",
)
def column_by_column(A, B):
    width = np.minimum(A[:, 2], B[:, 2]) - np.maximum(A[:, 0], B[:, 0])
    height = np.minimum(A[:, 3], B[:, 3]) - np.maximum(A[:, 1], B[:, 1])
    overlap = np.maximum(width, 0) * np.maximum(height, 0)
    return over(overlap, areas(A) + areas(B) - overlap)


@IOU_MATRIX.mistake(
    "Without boxes the result has the shape (0, 4), that of a list of boxes. It is a table of pairs: (0, M) or (N, 0).",
    "상자가 없을 때 결과의 shape이 상자 목록과 같은 (0, 4)입니다. 결과는 쌍의 표이므로 (0, M)이나 (N, 0)입니다.",
)
def boxes_for_none(A, B):
    width, height = overlaps(A, B)
    return np.zeros((0, 4)) if width.size == 0 else ratio(A, B, np.maximum(width, 0) * np.maximum(height, 0))


@IOU_MATRIX.mistake(
    "This is twice the overlap over area(A) + area(B), another measure (the Dice coefficient). IoU divides the overlap, once, by "
    "the union.",
    "겹친 넓이의 두 배를 area(A) + area(B)로 나눈 것으로, 다른 척도(Dice 계수)입니다. IoU는 겹친 넓이를 그대로 합집합으로 나눕니다.",
)
def dice(A, B):
    width, height = overlaps(A, B)
    return over(2 * np.maximum(width, 0) * np.maximum(height, 0), areas(A)[:, None] + areas(B))


@IOU_MATRIX.mistake(
    "Minimum and maximum are exchanged, so apart boxes share a lot and the union can be 0 or less. The overlap begins at the later "
    "of both starts, np.maximum of x1, and ends at the earlier of both ends, np.minimum of x2.",
    "최솟값과 최댓값이 바뀌어, 떨어진 상자도 많이 겹치고 합집합이 0 이하가 되기도 합니다. 겹친 부분은 두 시작점 가운데 뒤의 것(x1의 "
    "np.maximum)에서 시작해 두 끝점 가운데 앞의 것(x2의 np.minimum)에서 끝납니다.",
)
def swapped_and_zero_without_union(A, B):
    width = np.maximum(A[:, None, 2], B[:, 2]) - np.minimum(A[:, None, 0], B[:, 0])
    height = np.maximum(A[:, None, 3], B[:, 3]) - np.minimum(A[:, None, 1], B[:, 1])
    overlap = np.maximum(width, 0) * np.maximum(height, 0)
    union = areas(A)[:, None] + areas(B) - overlap
    return np.divide(overlap, union, out=np.zeros(union.shape), where=union != 0)


@IOU_MATRIX.mistake(
    "One pair without union makes the whole table 0. Only that pair is 0: decide for each pair, with np.where(union > 0, union, 1) "
    "below the line.",
    "합집합이 0인 쌍이 하나만 있어도 표 전체가 0이 됩니다. 그 쌍만 0입니다. 분모에 np.where(union > 0, union, 1)을 써서 쌍마다 "
    "판단하십시오.",
)
def all_zero_for_one_empty_pair(A, B):
    width, height = overlaps(A, B)
    overlap = np.maximum(width, 0) * np.maximum(height, 0)
    union = areas(A)[:, None] + areas(B) - overlap
    return np.zeros(union.shape) if (union == 0).any() else overlap / union


@IOU_MATRIX.mistake(
    "The areas are x2 · y2, which is right only for boxes that begin at 0. An area is width times height, (x2 − x1) · (y2 − y1).",
    "넓이가 x2 · y2입니다. 0에서 시작하는 상자에만 맞는 값입니다. 넓이는 너비와 높이의 곱 (x2 − x1) · (y2 − y1)입니다.",
)
def area_from_the_ends(A, B):
    width, height = overlaps(A, B)
    overlap = np.maximum(width, 0) * np.maximum(height, 0)
    return over(overlap, (A[:, 2] * A[:, 3])[:, None] + B[:, 2] * B[:, 3] - overlap)


@IOU_MATRIX.mistake(
    "The overlap is subtracted twice from the areas, so it is missing in the union. area(A) + area(B) holds it two times: "
    "subtract it once.",
    "넓이의 합에서 겹친 부분을 두 번 빼서 합집합에 그 부분이 없습니다. area(A) + area(B)에는 겹친 부분이 두 번 들어 있으므로 한 "
    "번만 빼야 합니다.",
)
def overlap_subtracted_twice(A, B):
    width, height = overlaps(A, B)
    overlap = np.maximum(width, 0) * np.maximum(height, 0)
    return over(overlap, areas(A)[:, None] + areas(B) - 2 * overlap)


@IOU_MATRIX.mistake(
    "The overlap is divided by the area of A alone: that is the share of A that B covers. Divide by the union, area(A) + area(B) − "
    "overlap.",
    "겹친 부분을 A의 넓이로만 나누었습니다. 그것은 A 가운데 B가 덮은 비율입니다. 합집합 area(A) + area(B) − overlap으로 나누어야 "
    "합니다.",
)
def over_the_area_of_A(A, B):
    width, height = overlaps(A, B)
    return over(np.maximum(width, 0) * np.maximum(height, 0), np.broadcast_to(areas(A)[:, None], width.shape))


@IOU_MATRIX.mistake(
    "The numbers stand in one long list. Asked is a table with a row for each box of A: begin with np.zeros((len(A), len(B))) and "
    "fill [i, j].",
    "값이 긴 목록 하나로 늘어서 있습니다. A의 상자마다 행이 하나인 표여야 합니다. np.zeros((len(A), len(B)))로 시작해 [i, j]를 "
    "채우십시오.",
)
def one_long_list(A, B):
    width, height = overlaps(A, B)
    return ratio(A, B, np.maximum(width, 0) * np.maximum(height, 0)).ravel()


@IOU_MATRIX.mistake(
    "and should be or: one negative length is enough.",
    "and가 아니라 or입니다. 하나만 음수여도 겹치지 않습니다.",
)
def and_for_or(A, B):
    out = np.zeros((len(A), len(B)))
    for i, a in enumerate(A):
        for j, b in enumerate(B):
            w, h = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
            if w < 0 and h < 0:
                continue
            union = (a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - w * h
            out[i, j] = w * h / union if union > 0 else 0
    return out


@SLIDING_WINDOWS.mistake(
    "The last window is lost: range(0, H − h) stops before H − h, where a window still fits. Take H − h + 1.",
    "마지막 윈도우를 잃었습니다. range(0, H − h)는 윈도우가 아직 들어가는 H − h 바로 앞에서 끝납니다. H − h + 1을 쓰십시오.",
)
def last_window_lost(shape, size, stride):
    (H, W), (h, w) = shape, size
    boxes = [(x, y, x + w, y + h) for y in range(0, H - h, stride) for x in range(0, W - w, stride)]
    return np.reshape(boxes, (-1, 4))


@SLIDING_WINDOWS.mistake(
    "x and y are exchanged in the boxes: x counts columns and comes first, (x, y, x + w, y + h). And shape and size give the "
    "height first: H, W = shape.",
    "상자에서 x와 y가 바뀌었습니다. x는 열을 세고 먼저 옵니다. (x, y, x + w, y + h)입니다. shape과 size에서는 높이가 먼저입니다. "
    "H, W = shape입니다.",
)
def x_and_y_swapped(shape, size, stride):
    (H, W), (h, w) = shape, size
    boxes = [(y, x, y + h, x + w) for y in range(0, H - h + 1, stride) for x in range(0, W - w + 1, stride)]
    return np.reshape(boxes, (-1, 4))


@SLIDING_WINDOWS.mistake(
    "The size of the window is read as width first; it is (h, w), the height first.",
    "윈도우의 크기에서 너비를 먼저 읽었습니다. (h, w), 높이가 먼저입니다.",
)
def window_width_first(shape, size, stride):
    (H, W), (w, h) = shape, size
    boxes = [(x, y, x + w, y + h) for y in range(0, H - h + 1, stride) for x in range(0, W - w + 1, stride)]
    return np.reshape(boxes, (-1, 4))


@SLIDING_WINDOWS.mistake(
    "Windows reach beyond the image: the last start is H − h, not H − 1.",
    "윈도우가 이미지를 벗어납니다. 마지막 시작점은 H − 1이 아니라 H − h입니다.",
)
def beyond_the_border(shape, size, stride):
    (H, W), (h, w) = shape, size
    boxes = [(x, y, x + w, y + h) for y in range(0, H, stride) for x in range(0, W, stride)]
    return np.reshape(boxes, (-1, 4))


@SLIDING_WINDOWS.mistake(
    "Windows are cut off at the border. Only windows that fit as a whole count.",
    "가장자리에서 윈도우를 잘랐습니다. 통째로 들어가는 윈도우만 셉니다.",
)
def cut_at_the_border(shape, size, stride):
    (H, W), (h, w) = shape, size
    boxes = [(x, y, min(x + w, W), min(y + h, H)) for y in range(0, H, stride) for x in range(0, W, stride)]
    return np.reshape(boxes, (-1, 4))


@SLIDING_WINDOWS.mistake(
    "A last window is moved to the border where the stride does not divide. Windows stand at multiples of the stride only.",
    "스트라이드로 나누어떨어지지 않을 때 마지막 윈도우를 가장자리로 옮겼습니다. 윈도우는 스트라이드의 배수인 자리에만 있습니다.",
)
def moved_to_the_border(shape, size, stride):
    (H, W), (h, w) = shape, size
    ys = sorted({*range(0, H - h + 1, stride), H - h}) if H >= h else []
    xs = sorted({*range(0, W - w + 1, stride), W - w}) if W >= w else []
    return np.reshape([(x, y, x + w, y + h) for y in ys for x in xs], (-1, 4))


@SLIDING_WINDOWS.mistake(
    "The stride is ignored: each window stands one pixel beside the last one.",
    "스트라이드를 쓰지 않아 윈도우를 한 픽셀씩 옮깁니다.",
)
def stride_ignored(shape, size, stride):
    (H, W), (h, w) = shape, size
    boxes = [(x, y, x + w, y + h) for y in range(H - h + 1) for x in range(W - w + 1)]
    return np.reshape(boxes, (-1, 4))


@SLIDING_WINDOWS.mistake(
    "The stride is used in one direction only. Rows and columns both go in steps of stride.",
    "스트라이드를 한 방향으로만 썼습니다. 행과 열 모두 stride씩 건너뜁니다.",
)
def stride_across_only(shape, size, stride):
    (H, W), (h, w) = shape, size
    boxes = [(x, y, x + w, y + h) for y in range(H - h + 1) for x in range(0, W - w + 1, stride)]
    return np.reshape(boxes, (-1, 4))


@SLIDING_WINDOWS.mistake(
    "The rows are (x, y, w, h). A box here is given by its corners: (x, y, x + w, y + h).",
    "행이 (x, y, w, h)입니다. 여기서 상자는 모서리로 적습니다. (x, y, x + w, y + h)입니다.",
)
def place_and_size(shape, size, stride):
    (H, W), (h, w) = shape, size
    boxes = [(x, y, w, h) for y in range(0, H - h + 1, stride) for x in range(0, W - w + 1, stride)]
    return np.reshape(boxes, (-1, 4))


@SLIDING_WINDOWS.mistake(
    "The windows end at their last pixel, x + w − 1. In continuous coordinates a window that begins at x and is w wide ends at "
    "x + w.",
    "윈도우가 마지막 픽셀인 x + w − 1에서 끝납니다. 연속 좌표에서는 x에서 시작하고 너비가 w인 윈도우가 x + w에서 끝납니다.",
)
def ends_at_the_last_pixel(shape, size, stride):
    (H, W), (h, w) = shape, size
    boxes = [(x, y, x + w - 1, y + h - 1) for y in range(0, H - h + 1, stride) for x in range(0, W - w + 1, stride)]
    return np.reshape(boxes, (-1, 4))


@SLIDING_WINDOWS.mistake(
    "Where no window fits, np.array([]) has the shape (0,). No boxes are (0, 4): reshape(-1, 4).",
    "들어가는 윈도우가 없으면 np.array([])의 shape은 (0,)입니다. 상자가 없으면 (0, 4)여야 합니다. reshape(-1, 4)를 쓰십시오.",
)
def one_axis_for_none(shape, size, stride):
    (H, W), (h, w) = shape, size
    return np.array([(x, y, x + w, y + h) for y in range(0, H - h + 1, stride) for x in range(0, W - w + 1, stride)])


@SLIDING_WINDOWS.mistake(
    "The range counts pixels and is then multiplied by the stride, so windows leave the image. Either range(0, H − h + 1, stride), "
    "or count (H − h) // stride + 1 places.",
    "range로 픽셀을 센 뒤 다시 stride를 곱해서 윈도우가 이미지를 벗어납니다. range(0, H − h + 1, stride)를 쓰거나, (H − h) // stride + "
    "1곳을 세십시오.",
)
def range_times_stride(shape, size, stride):
    (H, W), (h, w) = shape, size
    corners = [(x * stride, y * stride) for y in range(H - h + 1) for x in range(W - w + 1)]
    return np.reshape([(x, y, x + w, y + h) for x, y in corners], (-1, 4))


@SLIDING_WINDOWS.mistake(
    "The number of places is (H − h + 1) // stride here, which loses some. It is (H − h) // stride + 1: divide first, then add the "
    "window that stands at 0.",
    "자리의 수를 (H − h + 1) // stride로 세어 몇 곳을 잃었습니다. (H − h) // stride + 1입니다. 먼저 나눈 다음, 0에 놓인 윈도우를 "
    "더하십시오.",
)
def one_added_before_dividing(shape, size, stride):
    (H, W), (h, w) = shape, size
    rows, columns = range((H - h + 1) // stride), range((W - w + 1) // stride)
    return np.reshape(
        [(x * stride, y * stride, x * stride + w, y * stride + h) for y in rows for x in columns], (-1, 4)
    )


@SLIDING_WINDOWS.mistake(
    "The stride is used downwards only. The columns, too, go in steps of stride.",
    "스트라이드를 아래쪽으로만 썼습니다. 열도 stride씩 건너뜁니다.",
)
def stride_down_only(shape, size, stride):
    (H, W), (h, w) = shape, size
    boxes = [(x, y, x + w, y + h) for y in range(0, H - h + 1, stride) for x in range(W - w + 1)]
    return np.reshape(boxes, (-1, 4))


@SLIDING_WINDOWS.mistake(
    "The ranges are mixed up: y runs to H − h, and x to W − w. Height goes with height, width with width.",
    "범위가 섞였습니다. y는 H − h까지, x는 W − w까지입니다. 높이에는 높이를, 너비에는 너비를 쓰십시오.",
)
def ranges_mixed(shape, size, stride):
    (H, W), (h, w) = shape, size
    boxes = [(x, y, x + w, y + h) for y in range(0, H - w + 1, stride) for x in range(0, W - h + 1, stride)]
    return np.reshape(boxes, (-1, 4))


@SLIDING_WINDOWS.mistake(
    "Where the window is much larger than the image, (H − h) // stride + 1 is negative, and the product of both counts is not the "
    "number of windows. Take max(..., 0) of each.",
    "윈도우가 이미지보다 훨씬 크면 (H − h) // stride + 1이 음수가 되어, 두 값을 곱해도 윈도우의 개수가 아닙니다. 각각 max(..., 0)을 "
    "쓰십시오.",
)
def negative_counts(shape, size, stride):
    (H, W), (h, w) = shape, size
    rows, columns = (H - h) // stride + 1, (W - w) // stride + 1
    boxes, n = np.zeros((rows * columns, 4)), 0
    for i in range(rows):
        for j in range(columns):
            boxes[n] = j * stride, i * stride, j * stride + w, i * stride + h
            n += 1
    return boxes


def greedy(boxes, order, removes):
    """Go through the boxes in an order and keep one unless a kept one removes it."""
    kept = []
    for i in order:
        if not any(removes(j, i) for j in kept):
            kept.append(i)
    return np.array(kept, dtype=int)


@NMS.mistake(
    "The boxes are taken in the order given. Begin with the highest score: np.argsort(-scores, kind='stable').",
    "상자를 주어진 순서대로 보았습니다. 점수가 가장 높은 것부터 보십시오. np.argsort(-scores, kind='stable')를 쓰면 됩니다.",
)
def in_the_order_given(boxes, scores, t):
    iou = iou_matrix(boxes, boxes)
    return greedy(boxes, range(len(boxes)), lambda j, i: iou[j, i] > t)


@NMS.mistake(
    "The lowest score comes first: np.argsort sorts upwards. Sort −scores.",
    "점수가 가장 낮은 것부터 봅니다. np.argsort는 작은 것부터 정렬합니다. −scores를 정렬하십시오.",
)
def lowest_first(boxes, scores, t):
    iou = iou_matrix(boxes, boxes)
    return greedy(boxes, np.argsort(scores, kind="stable"), lambda j, i: iou[j, i] > t)


@NMS.mistake(
    "The boxes themselves are returned. Asked are their places in boxes, so that the caller can also pick their scores and "
    "classes.",
    "상자 자체를 반환했습니다. 반환할 것은 boxes 안의 번호입니다. 그래야 부른 쪽에서 점수와 클래스도 고를 수 있습니다.",
)
def returns_boxes(boxes, scores, t):
    iou = iou_matrix(boxes, boxes)
    return boxes[greedy(boxes, np.argsort(-scores, kind="stable"), lambda j, i: iou[j, i] > t)]


@NMS.mistake(
    "The scores of the boxes that stay are returned. Asked are their places in boxes.",
    "남는 상자의 점수를 반환했습니다. 반환할 것은 boxes 안의 번호입니다.",
)
def returns_scores(boxes, scores, t):
    iou = iou_matrix(boxes, boxes)
    return scores[greedy(boxes, np.argsort(-scores, kind="stable"), lambda j, i: iou[j, i] > t)]


@NMS.mistake(
    "The boxes that are removed are returned. Asked are those that stay.",
    "지워지는 상자를 반환했습니다. 남는 상자의 번호를 반환하십시오.",
)
def returns_the_removed(boxes, scores, t):
    iou = iou_matrix(boxes, boxes)
    order = np.argsort(-scores, kind="stable")
    return order[~np.isin(order, greedy(boxes, order, lambda j, i: iou[j, i] > t))]


@NMS.mistake(
    "Only the one best box stays. Where other objects are, boxes do not overlap it, and stay as well.",
    "가장 좋은 상자 하나만 남습니다. 다른 물체의 상자는 그것과 겹치지 않으므로 함께 남아야 합니다.",
)
def best_box_only(boxes, scores, t):
    return np.argsort(-scores, kind="stable")[:1]


@NMS.mistake(
    "t is also used as a limit for the scores: boxes with a lower score are lost. t is a limit for the IoU only.",
    "t를 점수의 기준으로도 써서 점수가 낮은 상자를 버렸습니다. t는 IoU의 기준일 뿐입니다.",
)
def t_for_scores_too(boxes, scores, t):
    iou = iou_matrix(boxes, boxes)
    kept = greedy(boxes, np.argsort(-scores, kind="stable"), lambda j, i: iou[j, i] > t)
    return kept[scores[kept] > t]


@NMS.mistake(
    "The result counts places in the sorted boxes. Asked are places in boxes as given: order[i], not i.",
    "결과가 정렬한 뒤의 번호입니다. 받은 그대로의 boxes 안의 번호를 반환해야 합니다. i가 아니라 order[i]입니다.",
)
def places_after_sorting(boxes, scores, t):
    boxes = boxes[np.argsort(-scores, kind="stable")]
    iou = iou_matrix(boxes, boxes)
    return greedy(boxes, range(len(boxes)), lambda j, i: iou[j, i] > t)


@NMS.mistake(
    "A box that has been removed still removes others. Only boxes that stay may remove.",
    "이미 지워진 상자가 다른 상자를 지웁니다. 남은 상자만 지울 수 있습니다.",
)
def removed_ones_remove(boxes, scores, t):
    order = np.argsort(-scores, kind="stable")
    removes = np.triu(iou_matrix(boxes[order], boxes[order]) > t, 1)
    return order[~removes.any(axis=0)]


@NMS.mistake(
    "Boxes with an IoU of exactly t are removed (>=). Only more than t is too much (>).",
    "IoU가 정확히 t인 상자도 지웠습니다(>=). t보다 클 때만 지웁니다(>).",
)
def removes_at_t(boxes, scores, t):
    iou = iou_matrix(boxes, boxes)
    return greedy(boxes, np.argsort(-scores, kind="stable"), lambda j, i: iou[j, i] >= t)


@NMS.mistake(
    "Sorting upwards and turning the order around, argsort()[::-1], also turns equal scores around. Sort −scores with "
    "kind='stable'.",
    "작은 것부터 정렬해 뒤집으면(argsort()[::-1]) 점수가 같은 것의 순서도 뒤집힙니다. −scores를 kind='stable'로 정렬하십시오.",
)
def ties_turned_around(boxes, scores, t):
    iou = iou_matrix(boxes, boxes)
    return greedy(boxes, np.argsort(scores, kind="stable")[::-1], lambda j, i: iou[j, i] > t)


@NMS.mistake(
    "np.argsort mixes equal scores as it likes unless you say kind='stable'.",
    "kind='stable'을 적지 않으면 np.argsort는 점수가 같은 것의 순서를 지키지 않습니다.",
)
def sorts_without_stable(boxes, scores, t):
    iou = iou_matrix(boxes, boxes)
    return greedy(boxes, np.argsort(-scores), lambda j, i: iou[j, i] > t)


@NMS.mistake(
    "The comparison is turned around: the boxes that overlap the best one stay, and the others go.",
    "비교가 거꾸로입니다. 가장 좋은 상자와 겹치는 상자가 남고 나머지가 지워집니다.",
)
def keeps_the_overlapping(boxes, scores, t):
    iou = iou_matrix(boxes, boxes)
    return greedy(boxes, np.argsort(-scores, kind="stable"), lambda j, i: iou[j, i] <= t)


@NMS.mistake(
    "Each box is compared with the one kept last only. It must not overlap any kept box by more than t.",
    "상자를 마지막으로 남긴 상자 하나와만 비교했습니다. 남긴 상자 모두와 비교해야 합니다.",
)
def last_kept_only(boxes, scores, t):
    iou = iou_matrix(boxes, boxes)
    kept = []
    for i in np.argsort(-scores, kind="stable"):
        if not kept or iou[kept[-1], i] <= t:
            kept.append(i)
    return np.array(kept, dtype=int)


@NMS.mistake(
    "Only the best box of all suppresses. What is left has a best box too: repeat until none is left.",
    "가장 좋은 상자 하나만 다른 상자를 지웁니다. 남은 것 가운데에도 가장 좋은 상자가 있습니다. 남은 것이 없을 때까지 되풀이하십시오.",
)
def one_round(boxes, scores, t):
    order = np.argsort(-scores, kind="stable")
    if len(order) == 0:
        return order
    stays = iou_matrix(boxes[order[:1]], boxes[order])[0] <= t
    stays[0] = True
    return order[stays]


@NMS.mistake(
    "The places are sorted by number; highest score first is asked.",
    "번호 순서로 정렬했습니다. 점수가 높은 순서여야 합니다.",
)
def sorted_by_number(boxes, scores, t):
    iou = iou_matrix(boxes, boxes)
    return np.sort(greedy(boxes, np.argsort(-scores, kind="stable"), lambda j, i: iou[j, i] > t))


@NMS.mistake(
    "The result says True or False for each box. Return the numbers of those that stay, highest score first.",
    "결과가 상자마다 True나 False입니다. 남는 상자의 번호를 점수가 높은 순서로 반환하십시오.",
)
def returns_truth_values(boxes, scores, t):
    iou = iou_matrix(boxes, boxes)
    kept = greedy(boxes, np.argsort(-scores, kind="stable"), lambda j, i: iou[j, i] > t)
    stays = np.zeros(len(boxes), dtype=bool)
    stays[kept] = True
    return stays


@NMS.mistake(
    "scores is changed in place to mark what is done: the caller's scores are gone. Work on a copy.",
    "처리한 것을 표시하려고 scores를 제자리에서 바꾸었습니다. 호출한 쪽의 점수가 사라집니다. 복사본을 쓰십시오.",
)
def overwrites_scores(boxes, scores, t):
    iou = iou_matrix(boxes, boxes)
    kept = []
    while len(scores) and scores.max() > -np.inf:
        best = np.argmax(scores)
        kept.append(best)
        scores[iou[best] > t] = -np.inf
        scores[best] = -np.inf
    return np.array(kept, dtype=int)


@NMS.mistake(
    "Where no box is left, np.array([]) holds floats and cannot be used as an index. Say dtype=int.",
    "남은 상자가 없으면 np.array([])는 실수 배열이라 번호로 쓸 수 없습니다. dtype=int를 적으십시오.",
)
def floats_for_none(boxes, scores, t):
    iou = iou_matrix(boxes, boxes)
    kept = []
    for i in np.argsort(-scores, kind="stable"):
        if all(iou[j, i] <= t for j in kept):
            kept.append(i)
    return np.array(kept)


@NMS.mistake(
    "Boxes that are done get the score 0, and the loop ends where the largest score is 0: boxes with a score of 0 or less are "
    "lost. Any number can be a score; mark what is done with −np.inf or in a mask of its own.",
    "처리한 상자의 점수를 0으로 바꾸고 가장 큰 점수가 0이면 멈추므로, 점수가 0 이하인 상자를 잃습니다. 점수는 어떤 수든 될 수 "
    "있습니다. 처리한 것은 −np.inf나 따로 둔 mask로 표시하십시오.",
)
def zero_marks_what_is_done(boxes, scores, t):
    iou, scores, kept = iou_matrix(boxes, boxes), scores.copy(), []
    while scores.size and scores.max() > 0:
        best = scores.argmax()
        kept.append(best)
        scores[iou[best] > t] = 0
    return np.array(kept, dtype=int)


@NMS.mistake(
    "Boxes that are done get the score −1, and the loop ends where the largest score is −1: boxes with a score of −1 or less are "
    "lost. Any number can be a score; mark what is done with −np.inf or in a mask of its own.",
    "처리한 상자의 점수를 −1로 바꾸고 가장 큰 점수가 −1이면 멈추므로, 점수가 −1 이하인 상자를 잃습니다. 점수는 어떤 수든 될 수 "
    "있습니다. 처리한 것은 −np.inf나 따로 둔 mask로 표시하십시오.",
)
def minus_one_marks_what_is_done(boxes, scores, t):
    iou, scores, kept = iou_matrix(boxes, boxes), scores.copy(), []
    while scores.size and scores.max() > -1:
        best = scores.argmax()
        kept.append(best)
        scores[iou[best] > t] = -1
    return np.array(kept, dtype=int)


@NMS.mistake(
    "The loop stops at the first score that is not above t, and loses the rest. t is compared with the IoU only; the loop ends "
    "when no box is left.",
    "점수가 t 이하인 상자를 만나면 반복을 멈추어 나머지를 잃습니다. t는 IoU와만 비교합니다. 반복은 남은 상자가 없을 때 끝납니다.",
)
def stops_at_a_score_of_t(boxes, scores, t):
    left, kept = np.argsort(-scores, kind="stable"), []
    while len(left):
        best, left = left[0], left[1:]
        kept.append(best)
        if scores[best] <= t:
            break
        left = left[iou_matrix(boxes[[best]], boxes[left])[0] <= t]
    return np.array(kept, dtype=int)


@NMS.mistake(
    "The places are floats, and nothing can be indexed with floats. Say np.array(kept, dtype=int).",
    "번호가 실수입니다. 실수로는 배열에서 원소를 고를 수 없습니다. np.array(kept, dtype=int)라고 적으십시오.",
)
def places_as_floats(boxes, scores, t):
    iou = iou_matrix(boxes, boxes)
    return greedy(boxes, np.argsort(-scores, kind="stable"), lambda j, i: iou[j, i] > t).astype(float)


def iou_by_columns(A, B):
    """As most students write it: a single box (4,) is an IndexError."""
    width, height = overlaps(A, B)
    return ratio(A, B, np.maximum(width, 0) * np.maximum(height, 0))


@NMS.mistake(
    "An index does not fit. Either iou_matrix got a single box: boxes[i] is (4,), and boxes[[i]] is the table (1, 4) that it wants. "
    "Or the mask is still a table: iou_matrix(boxes[[i]], boxes[order])[0] is its one row.",
    "축의 수가 맞지 않습니다. iou_matrix에 상자 하나를 넘겼거나(boxes[i]의 shape은 (4,)이고, 필요한 표 (1, 4)는 boxes[[i]]입니다), "
    "mask가 아직 표입니다(iou_matrix(boxes[[i]], boxes[order])[0]이 그 한 행입니다).",
)
def single_box_for_iou(boxes, scores, t):
    left, kept = np.argsort(-scores, kind="stable"), []
    while len(left):
        best, left = left[0], left[1:]
        kept.append(best)
        left = left[iou_by_columns(boxes[best], boxes[left])[0] <= t]
    return np.array(kept, dtype=int)


@NMS.mistake(
    "The mask has an entry for every box, but fewer are left. Compute the IoU with those left, boxes[order], or pick from the table: "
    "iou[i, order].",
    "mask에는 모든 상자의 값이 있는데, 남은 상자는 그보다 적습니다. 남은 상자 boxes[order]와의 IoU를 구하거나 표에서 iou[i, order]를 "
    "고르십시오.",
)
def mask_of_all_boxes(boxes, scores, t):
    iou, left, kept = iou_matrix(boxes, boxes), np.argsort(-scores, kind="stable"), []
    while len(left):
        best, left = left[0], left[1:]
        kept.append(best)
        left = left[iou[best] <= t]
    return np.array(kept, dtype=int)


@NMS.mistake(
    "Without boxes this stops with an error: order[0] does not exist. Begin with an empty list, and take a first box only while "
    "there is one.",
    "상자가 없으면 order[0]이 없어서 오류로 멈춥니다. 빈 리스트에서 시작하고, 남은 상자가 있을 때만 첫 상자를 잡으십시오.",
)
def fails_without_boxes(boxes, scores, t):
    order = np.argsort(-scores, kind="stable")
    kept = [order[0]]
    for i in order[1:]:
        if (iou_matrix(boxes[[i]], boxes[kept]) <= t).all():
            kept.append(i)
    return np.array(kept, dtype=int)


@NMS.mistake(
    "The loop ends while one box is left: len(order) > 1. That last box stays, too; go on while len(order) > 0.",
    "상자가 하나 남았을 때 반복이 끝납니다(len(order) > 1). 그 상자도 남아야 합니다. len(order) > 0인 동안 되풀이하십시오.",
)
def last_box_lost(boxes, scores, t):
    left, kept = np.argsort(-scores, kind="stable"), []
    while len(left) > 1:
        best, left = left[0], left[1:]
        kept.append(best)
        left = left[iou_matrix(boxes[[best]], boxes[left])[0] <= t]
    return np.array(kept, dtype=int)


@NMS.mistake(
    "The list is changed while the loop runs over it: after each order.remove(j) the next box is skipped. Make a new list of those "
    "that stay.",
    "반복문이 도는 리스트를 그 안에서 바꾸었습니다. order.remove(j)를 할 때마다 다음 상자를 건너뜁니다. 남는 것으로 새 리스트를 "
    "만드십시오.",
)
def removes_while_looping(boxes, scores, t):
    iou, order, kept = iou_matrix(boxes, boxes), list(np.argsort(-scores, kind="stable")), []
    while order:
        best = order.pop(0)
        kept.append(best)
        for j in order:
            if iou[best, j] > t:
                order.remove(j)
    return np.array(kept, dtype=int)


@NMS.mistake(
    "A box goes only where it overlaps all kept boxes too much. One is enough: it stays only if its IoU with every kept box is at "
    "most t, so ask all(...), not any(...).",
    "남은 상자 모두와 많이 겹칠 때만 지웁니다. 하나와만 많이 겹쳐도 지워야 합니다. 남은 모든 상자와의 IoU가 t 이하일 때만 "
    "남으므로 any(...)가 아니라 all(...)입니다.",
)
def one_small_overlap_is_enough(boxes, scores, t):
    iou, kept = iou_matrix(boxes, boxes), []
    for i in np.argsort(-scores, kind="stable"):
        if not kept or (iou[i, kept] <= t).any():
            kept.append(i)
    return np.array(kept, dtype=int)


@NMS.mistake(
    "Two countings are mixed: the loop counts places in the sorted order, the IoU places in boxes as given. Compare "
    "iou[order[i], order[j]], or sort the boxes first.",
    "두 가지 번호가 섞였습니다. 반복문은 정렬한 순서의 번호를 세는데 IoU는 주어진 boxes의 번호를 씁니다. iou[order[i], order[j]]를 "
    "보거나 상자를 먼저 정렬하십시오.",
)
def sorted_and_given_places_mixed(boxes, scores, t):
    order, iou = np.argsort(-scores, kind="stable"), iou_matrix(boxes, boxes)
    alive = np.ones(len(order), dtype=bool)
    for i in range(len(order)):
        if alive[i]:
            alive[i + 1 :] &= iou[i, i + 1 :] <= t
    return order[alive]


def iou_without_subtraction(A, B):
    width, height = overlaps(A, B)
    return over(np.maximum(width, 0) * np.maximum(height, 0), areas(A)[:, None] + areas(B))


@NMS.mistake(
    "The IoU behind this is too small: the union counts the overlap twice. Look at iou_matrix, and let its check pass first.",
    "여기에 쓴 IoU가 너무 작습니다. 합집합에 겹친 넓이가 두 번 들어 있습니다. iou_matrix를 보고, 그 검사부터 통과하십시오.",
)
def builds_on_iou_without_subtraction(boxes, scores, t):
    iou = iou_without_subtraction(boxes, boxes)
    return greedy(boxes, np.argsort(-scores, kind="stable"), lambda j, i: iou[j, i] > t)


@NMS.mistake(
    "Nothing is removed.",
    "아무것도 지우지 않았습니다.",
)
def nothing_removed(boxes, scores, t):
    return np.argsort(-scores, kind="stable")


@NMS.mistake(
    "Lengths are taken with + 1; coordinates are continuous here.",
    "길이에 1을 더했습니다. 여기서 좌표는 연속입니다.",
)
def lengths_plus_one(boxes, scores, t):
    x1, y1, x2, y2 = boxes.T
    areas = (x2 - x1 + 1) * (y2 - y1 + 1)
    left, kept = np.argsort(-scores, kind="stable"), []
    while len(left):
        best, left = left[0], left[1:]
        kept.append(best)
        w = np.minimum(x2[best], x2[left]) - np.maximum(x1[best], x1[left]) + 1
        h = np.minimum(y2[best], y2[left]) - np.maximum(y1[best], y1[left]) + 1
        overlap = np.maximum(w, 0) * np.maximum(h, 0)
        left = left[overlap / (areas[best] + areas[left] - overlap) <= t]
    return np.array(kept, dtype=int)


@NMS.mistake(
    "The overlap is divided by the smaller of both areas. The IoU divides it by the union, as iou_matrix does.",
    "겹친 넓이를 두 넓이 가운데 작은 쪽으로 나누었습니다. IoU는 iou_matrix처럼 합집합의 넓이로 나눕니다.",
)
def over_the_smaller_area(boxes, scores, t):
    width, height = overlaps(boxes, boxes)
    share = np.maximum(width, 0) * np.maximum(height, 0) / np.minimum.outer(areas(boxes), areas(boxes))
    return greedy(boxes, np.argsort(-scores, kind="stable"), lambda j, i: share[j, i] > t)


def assign(dets, gts, allowed, order):
    """Each detection in this order takes the free object that it overlaps most among those allowed."""
    overlap = iou_matrix(dets[:, :4], gts[:, :4])
    found = np.full(len(dets), -1)
    for d in order:
        best = -1
        for g in range(len(gts)):
            if g not in found and allowed(overlap[d, g], d, g) and (best < 0 or overlap[d, g] > overlap[d, best]):
                best = g
        found[d] = best
    return found


@MATCH.mistake(
    "One object is found by several detections. An object that is taken is no longer free.",
    "물체 하나를 여러 탐지가 찾았습니다. 다른 탐지가 가져간 물체는 더 쓸 수 없습니다.",
)
def object_matched_twice(dets, gts, t):
    overlap = np.where(dets[:, 5:] == gts[:, 4], iou_matrix(dets[:, :4], gts[:, :4]), -1)
    found = np.full(len(dets), -1)
    for d in range(len(dets)):
        if len(gts) and overlap[d].max() >= t:
            found[d] = overlap[d].argmax()
    return found


@MATCH.mistake(
    "The detections choose in the order given, or sorted by class. The highest score chooses first, and the score is column 4: "
    "dets[:, 4].",
    "탐지가 주어진 순서나 클래스 순서로 물체를 고릅니다. 점수가 가장 높은 탐지가 먼저 고르며, 점수는 4번 열 dets[:, 4]입니다.",
)
def order_given(dets, gts, t):
    return assign(dets, gts, lambda iou, d, g: iou >= t and dets[d, 5] == gts[g, 4], range(len(dets)))


@MATCH.mistake(
    "The detection of lowest score chooses first: np.argsort sorts upwards. Sort −dets[:, 4].",
    "점수가 가장 낮은 탐지가 먼저 고릅니다. np.argsort는 작은 것부터 정렬합니다. −dets[:, 4]를 정렬하십시오.",
)
def lowest_chooses_first(dets, gts, t):
    order = np.argsort(dets[:, 4], kind="stable")
    return assign(dets, gts, lambda iou, d, g: iou >= t and dets[d, 5] == gts[g, 4], order)


@MATCH.mistake(
    "The class is ignored: a square on the place of a circle has not found it. dets[d, 5] must equal gts[g, 4].",
    "클래스를 보지 않았습니다. 원이 있는 자리를 사각형이라고 하면 찾은 것이 아닙니다. dets[d, 5]와 gts[g, 4]가 같아야 합니다.",
)
def class_ignored(dets, gts, t):
    order = np.argsort(-dets[:, 4], kind="stable")
    return assign(dets, gts, lambda iou, d, g: iou >= t, order)


@MATCH.mistake(
    "The object of largest IoU is picked among all classes, and then refused for its class. Pick among the objects of the same "
    "class.",
    "모든 클래스에서 IoU가 가장 큰 물체를 고른 뒤 클래스가 달라서 버렸습니다. 같은 클래스의 물체 가운데에서 고르십시오.",
)
def class_checked_too_late(dets, gts, t):
    overlap = iou_matrix(dets[:, :4], gts[:, :4])
    found = np.full(len(dets), -1)
    for d in np.argsort(-dets[:, 4], kind="stable"):
        if len(gts):
            g = overlap[d].argmax()
            if overlap[d, g] >= t and dets[d, 5] == gts[g, 4]:
                found[d] = g
                overlap[:, g] = -1
    return found


@MATCH.mistake(
    "A detection only looks at the object it overlaps most, and gets nothing if that is taken (so Pascal VOC does it). It "
    "may take the best of the objects that are still free.",
    "탐지가 가장 많이 겹치는 물체만 보고, 다른 탐지가 이미 가져갔으면 포기합니다(Pascal VOC의 방식). 아직 남은 물체 가운데 가장 많이 겹치는 "
    "것을 가질 수 있습니다.",
)
def best_object_only(dets, gts, t):
    overlap = np.where(dets[:, 5:] == gts[:, 4], iou_matrix(dets[:, :4], gts[:, :4]), -1)
    found = np.full(len(dets), -1)
    for d in np.argsort(-dets[:, 4], kind="stable"):
        if len(gts) and overlap[d].max() >= t and overlap[d].argmax() not in found:
            found[d] = overlap[d].argmax()
    return found


@MATCH.mistake(
    "The first object with enough IoU is taken, be it that the detections or that the objects choose one after the other. Each "
    "detection, the highest score first, takes the free object of largest IoU.",
    "IoU가 충분한 첫째 물체를 가집니다. 탐지가 하나씩 골라도, 물체가 하나씩 골라도 그렇게 됩니다. 점수가 높은 탐지부터, 남은 물체 "
    "가운데 IoU가 가장 큰 것을 가져야 합니다.",
)
def first_good_enough(dets, gts, t):
    overlap = iou_matrix(dets[:, :4], gts[:, :4])
    found = np.full(len(dets), -1)
    for d in np.argsort(-dets[:, 4], kind="stable"):
        for g in range(len(gts)):
            if overlap[d, g] >= t and dets[d, 5] == gts[g, 4] and g not in found:
                found[d] = g
                break
    return found


@MATCH.mistake(
    "An IoU of exactly t is refused (>). At least t is enough (>=).",
    "IoU가 정확히 t이면 버렸습니다(>). t 이상이면 됩니다(>=).",
)
def more_than_t(dets, gts, t):
    order = np.argsort(-dets[:, 4], kind="stable")
    return assign(dets, gts, lambda iou, d, g: iou > t and dets[d, 5] == gts[g, 4], order)


@MATCH.mistake(
    "The threshold t is not used: a detection takes an object that it hardly touches.",
    "임계값 t를 쓰지 않았습니다. 거의 닿지도 않은 물체를 가집니다.",
)
def no_threshold(dets, gts, t):
    order = np.argsort(-dets[:, 4], kind="stable")
    return assign(dets, gts, lambda iou, d, g: iou > 0 and dets[d, 5] == gts[g, 4], order)


@MATCH.mistake(
    "The objects choose: each takes the detection that overlaps it most. It is the detections that choose, by score.",
    "물체가 자기와 가장 많이 겹치는 탐지를 고릅니다. 고르는 쪽은 탐지이고, 점수가 높은 것부터입니다.",
)
def objects_choose(dets, gts, t):
    overlap = np.where(dets[:, 5:] == gts[:, 4], iou_matrix(dets[:, :4], gts[:, :4]), -1)
    found = np.full(len(dets), -1)
    for g in range(len(gts)):
        if len(dets):
            d = overlap[:, g].argmax()
            if overlap[d, g] >= t and found[d] == -1:
                found[d] = g
    return found


@MATCH.mistake(
    "The answers stand in the order of the scores. found[d] belongs to detection d as given.",
    "답이 점수 순서로 놓였습니다. found[d]는 주어진 순서로 d번인 탐지의 것입니다.",
)
def answers_in_score_order(dets, gts, t):
    dets = dets[np.argsort(-dets[:, 4], kind="stable")]
    return assign(dets, gts, lambda iou, d, g: iou >= t and dets[d, 5] == gts[g, 4], range(len(dets)))


@MATCH.mistake(
    "The answer says only whether something was found. Asked is which object: its row in gts, or −1.",
    "찾았는지 아닌지만 답했습니다. 어느 물체인지, 곧 gts의 행 번호 또는 −1을 답해야 합니다.",
)
def only_whether(dets, gts, t):
    order = np.argsort(-dets[:, 4], kind="stable")
    return assign(dets, gts, lambda iou, d, g: iou >= t and dets[d, 5] == gts[g, 4], order) >= 0


@MATCH.mistake(
    "The answer is the place among the objects of one class. Asked is the row of gts, with all classes.",
    "같은 클래스의 물체끼리 센 번호를 답했습니다. 모든 클래스가 든 gts의 행 번호를 답하십시오.",
)
def row_within_the_class(dets, gts, t):
    found = np.full(len(dets), -1)
    for c in np.unique(dets[:, 5]):
        mine = np.flatnonzero(dets[:, 5] == c)
        there = gts[gts[:, 4] == c]
        order = np.argsort(-dets[mine, 4], kind="stable")
        found[mine] = assign(dets[mine], there, lambda iou, d, g: iou >= t, order)
    return found


@MATCH.mistake(
    "The pair of largest IoU is matched first, whatever the scores. The detection of highest score chooses first.",
    "점수를 보지 않고 IoU가 가장 큰 쌍부터 짝지었습니다. 점수가 가장 높은 탐지가 먼저 고릅니다.",
)
def largest_overlap_first(dets, gts, t):
    overlap = np.where(dets[:, 5:] == gts[:, 4], iou_matrix(dets[:, :4], gts[:, :4]), -1)
    found = np.full(len(dets), -1)
    while overlap.size and overlap.max() >= t:
        d, g = np.unravel_index(overlap.argmax(), overlap.shape)
        found[d] = g
        overlap[d], overlap[:, g] = -1, -1
    return found


@MATCH.mistake(
    "The answer has None where nothing was found. Asked are whole numbers, with −1 for none.",
    "찾지 못한 곳에 None이 있습니다. 정수로 답하고, 없으면 −1을 적으십시오.",
)
def none_for_nothing(dets, gts, t):
    order = np.argsort(-dets[:, 4], kind="stable")
    found = assign(dets, gts, lambda iou, d, g: iou >= t and dets[d, 5] == gts[g, 4], order)
    return [None if g < 0 else int(g) for g in found]


@MATCH.mistake(
    "The answer has one number for each object. Asked is one for each detection: the object that it found.",
    "물체마다 수가 하나씩 있습니다. 탐지마다 하나, 곧 그 탐지가 찾은 물체를 답해야 합니다.",
)
def one_for_each_object(dets, gts, t):
    order = np.argsort(-dets[:, 4], kind="stable")
    found = assign(dets, gts, lambda iou, d, g: iou >= t and dets[d, 5] == gts[g, 4], order)
    answer = np.full(len(gts), -1)
    answer[found[found >= 0]] = np.flatnonzero(found >= 0)
    return answer


@MATCH.mistake(
    "Score and class are exchanged: in a detection column 4 is the score and column 5 the class.",
    "점수와 클래스가 바뀌었습니다. 탐지에서 4번 열이 점수, 5번 열이 클래스입니다.",
)
def score_and_class_exchanged(dets, gts, t):
    order = np.argsort(-dets[:, 5], kind="stable")
    return assign(dets, gts, lambda iou, d, g: iou >= t and dets[d, 4] == gts[g, 4], order)


@MATCH.mistake(
    "Without objects this stops with an error: there is no largest number of none. Answer −1 for every detection.",
    "물체가 없으면 오류로 멈춥니다. 아무것도 없는 것의 최댓값은 없습니다. 모든 탐지에 −1을 답하십시오.",
)
def fails_without_objects(dets, gts, t):
    overlap = np.where(dets[:, 5:] == gts[:, 4], iou_matrix(dets[:, :4], gts[:, :4]), -1)
    found = np.full(len(dets), -1)
    for d in np.argsort(-dets[:, 4], kind="stable"):
        if overlap[d].max() >= t:
            found[d] = overlap[d].argmax()
            overlap[:, found[d]] = -1
    return found


def choose(dets, gts, t, iou=iou_matrix):
    """A right solution as the text suggests it, with any function for the IoU."""
    overlap = np.where(dets[:, 5:] == gts[:, 4], iou(dets[:, :4], gts[:, :4]), -1)
    found = np.full(len(dets), -1)
    for d in np.argsort(-dets[:, 4], kind="stable"):
        if len(gts) and overlap[d].max() >= t:
            found[d] = overlap[d].argmax()
            overlap[:, found[d]] = -1
    return found


@MATCH.mistake(
    "Without objects this stops with an error: argmax finds no largest number in an empty row. Answer −1 for every detection.",
    "물체가 없으면 오류로 멈춥니다. 빈 행에서는 argmax가 최댓값을 찾을 수 없습니다. 모든 탐지에 −1을 답하십시오.",
)
def argmax_without_objects(dets, gts, t):
    overlap = np.where(dets[:, 5:] == gts[:, 4], iou_matrix(dets[:, :4], gts[:, :4]), -1)
    found = np.full(len(dets), -1)
    for d in np.argsort(-dets[:, 4], kind="stable"):
        g = overlap[d].argmax()
        if overlap[d, g] >= t:
            found[d] = g
            overlap[:, g] = -1
    return found


@MATCH.mistake(
    "Detections that found nothing get 0, which means object 0. They get −1: begin with np.full(len(dets), -1).",
    "아무것도 찾지 못한 탐지의 답이 0입니다. 0은 0번 물체를 뜻합니다. −1이어야 하므로 np.full(len(dets), -1)에서 시작하십시오.",
)
def zero_for_nothing(dets, gts, t):
    return np.maximum(choose(dets, gts, t), 0)


@MATCH.mistake(
    "The answer is the class of the object. Asked is the row of gts in which it stands.",
    "물체의 클래스를 답했습니다. 물체가 있는 gts의 행 번호를 답하십시오.",
)
def class_of_the_object(dets, gts, t):
    found = choose(dets, gts, t)
    return np.array([int(gts[g, 4]) if g >= 0 else -1 for g in found], dtype=int)


@MATCH.mistake(
    "An object counts as taken although the IoU was below t. Only a detection that found it takes it: clear the column inside the if.",
    "IoU가 t보다 작았는데도 물체를 가져간 것으로 했습니다. 찾은 탐지만 물체를 가져갑니다. 열은 if 안에서 지우십시오.",
)
def taken_below_t(dets, gts, t):
    overlap = np.where(dets[:, 5:] == gts[:, 4], iou_matrix(dets[:, :4], gts[:, :4]), -1)
    found = np.full(len(dets), -1)
    for d in np.argsort(-dets[:, 4], kind="stable"):
        if len(gts):
            g = overlap[d].argmax()
            if overlap[d, g] >= t:
                found[d] = g
            overlap[:, g] = -1
    return found


@MATCH.mistake(
    "The IoU is compared with 0.5, whatever t is. Compare it with t.",
    "t가 얼마이든 IoU를 0.5와 비교합니다. t와 비교하십시오.",
)
def always_a_half(dets, gts, t):
    return choose(dets, gts, 0.5)


@MATCH.mistake(
    "The answer holds floats, and nothing can be indexed with floats. np.full(len(dets), -1) holds whole numbers.",
    "답이 실수입니다. 실수로는 배열에서 원소를 고를 수 없습니다. np.full(len(dets), -1)은 정수 배열입니다.",
)
def rows_as_floats(dets, gts, t):
    return choose(dets, gts, t).astype(float)


@MATCH.mistake(
    "The IoU behind this is too small: the union counts the overlap twice. Look at iou_matrix, and let its check pass first.",
    "여기에 쓴 IoU가 너무 작습니다. 합집합에 겹친 넓이가 두 번 들어 있습니다. iou_matrix를 보고, 그 검사부터 통과하십시오.",
)
def matches_by_iou_without_subtraction(dets, gts, t):
    return choose(dets, gts, t, iou_without_subtraction)


@MATCH.mistake(
    "The loop ends at the first detection that finds nothing. The ones after it still choose: go on with continue, not break.",
    "아무것도 찾지 못한 탐지가 나오면 반복문이 끝납니다. 그 뒤의 탐지도 물체를 골라야 합니다. break가 아니라 continue입니다.",
)
def stops_at_the_first_miss(dets, gts, t):
    overlap = np.where(dets[:, 5:] == gts[:, 4], iou_matrix(dets[:, :4], gts[:, :4]), -1)
    found = np.full(len(dets), -1)
    for d in np.argsort(-dets[:, 4], kind="stable"):
        if overlap[d].max(initial=-1) < t:
            break
        found[d] = overlap[d].argmax()
        overlap[:, found[d]] = -1
    return found


@MATCH.mistake(
    "The column of a taken object is deleted, so the columns after it move to the left and the numbers no longer are rows of gts. "
    "Keep the column and set it to −1.",
    "차지한 물체의 열을 지워 그 뒤의 열이 왼쪽으로 밀립니다. 그러면 번호가 gts의 행과 맞지 않습니다. 열은 그대로 두고 값을 −1로 "
    "바꾸십시오.",
)
def deleted_columns_shift(dets, gts, t):
    overlap = np.where(dets[:, 5:] == gts[:, 4], iou_matrix(dets[:, :4], gts[:, :4]), -1)
    found = np.full(len(dets), -1)
    for d in np.argsort(-dets[:, 4], kind="stable"):
        if overlap[d].max(initial=-1) >= t:
            found[d] = overlap[d].argmax()
            overlap = np.delete(overlap, found[d], axis=1)
    return found


@MATCH.mistake(
    "Without objects the answer is empty. There is still one number for each detection, −1: np.full(len(dets), -1).",
    "물체가 없을 때 빈 배열을 반환합니다. 그때에도 탐지마다 수가 하나씩 있고 모두 −1입니다. np.full(len(dets), -1)입니다.",
)
def empty_without_objects(dets, gts, t):
    return choose(dets, gts, t) if len(gts) else np.array([], dtype=int)


@MATCH.mistake(
    "if best: is False for row 0; write best is not None.",
    "0번 행이면 if best:가 거짓입니다. best is not None이라고 쓰십시오.",
)
def row_zero_is_false(dets, gts, t):
    overlap, found = iou_matrix(dets[:, :4], gts[:, :4]), np.full(len(dets), -1)
    for d in np.argsort(-dets[:, 4], kind="stable"):
        best, most = None, 0
        for g in range(len(gts)):
            if g not in found and dets[d, 5] == gts[g, 4] and overlap[d, g] >= t and overlap[d, g] > most:
                best, most = g, overlap[d, g]
        if best:
            found[d] = best
    return found


@MATCH.mistake(
    "No detection finds anything.",
    "아무 탐지도 물체를 찾지 못합니다.",
)
def nothing_found(dets, gts, t):
    return np.full(len(dets), -1)


@MATCH.mistake(
    "Detections with a score of 0 or less never choose; so it is where the score 0 marks those that are done. Any number can be a "
    "score: go through np.argsort(-dets[:, 4], kind='stable').",
    "점수가 0 이하인 탐지는 물체를 고르지 못합니다. 처리한 탐지의 점수를 0으로 바꾸어 표시하면 그렇게 됩니다. 점수는 어떤 수든 될 수 "
    "있으므로 np.argsort(-dets[:, 4], kind='stable')의 순서로 보십시오.",
)
def done_is_marked_with_zero(dets, gts, t):
    overlap = np.where(dets[:, 5:] == gts[:, 4], iou_matrix(dets[:, :4], gts[:, :4]), -1)
    scores, found = dets[:, 4].copy(), np.full(len(dets), -1)
    while scores.max(initial=0) > 0:
        d = scores.argmax()
        scores[d] = 0
        if overlap[d].max(initial=-1) >= t:
            found[d] = overlap[d].argmax()
            overlap[:, found[d]] = -1
    return found


@MATCH.mistake(
    "The detections choose in the order of score times IoU. The score alone says who chooses first; the IoU says which object.",
    "점수에 IoU를 곱한 값이 큰 것부터 고릅니다. 먼저 고르는 탐지는 점수로만 정하고, IoU로는 물체를 정합니다.",
)
def score_times_iou(dets, gts, t):
    overlap = np.where(dets[:, 5:] == gts[:, 4], iou_matrix(dets[:, :4], gts[:, :4]), -1)
    order = np.argsort(-dets[:, 4] * overlap.max(axis=1, initial=-1), kind="stable")
    return assign(dets, gts, lambda iou, d, g: iou >= t and dets[d, 5] == gts[g, 4], order)


@MATCH.mistake(
    "Of equal scores the larger IoU chooses first. Equal scores choose in the order given.",
    "점수가 같으면 IoU가 더 큰 탐지가 먼저 고릅니다. 점수가 같을 때는 주어진 순서대로 골라야 합니다.",
)
def equal_scores_by_iou(dets, gts, t):
    overlap = np.where(dets[:, 5:] == gts[:, 4], iou_matrix(dets[:, :4], gts[:, :4]), -1)
    order = np.lexsort((-overlap.max(axis=1, initial=-1), -dets[:, 4]))
    return assign(dets, gts, lambda iou, d, g: iou >= t and dets[d, 5] == gts[g, 4], order)


def ranked(scores, correct):
    """Hits by score, highest first, and the precision after each detection."""
    hit = np.asarray(correct)[np.argsort(-scores, kind="stable")]
    return hit, np.cumsum(hit) / np.arange(1, len(hit) + 1)


def raised(precision):
    """The best precision at this or any later rank."""
    return np.maximum.accumulate(precision[::-1])[::-1]


@AVERAGE_PRECISION.mistake(
    "There is no envelope: each hit counts its own precision. It counts the best precision at its own or any larger recall.",
    "포락선이 없습니다. 맞힌 탐지마다 자기 정밀도로 세었습니다. 그 재현율 이상에서 가장 높은 정밀도로 세어야 합니다.",
)
def no_envelope(scores, correct, total):
    hit, precision = ranked(scores, correct)
    return precision[hit].sum() / total if total else 0.0


@AVERAGE_PRECISION.mistake(
    "Recall is divided by the number of detections. It is hits / total: objects that nobody found count, wrong detections do not.",
    "재현율을 탐지의 수로 나누었습니다. 맞힌 수 / total입니다. 아무도 찾지 못한 물체는 세고, 잘못된 탐지는 세지 않습니다.",
)
def recall_by_detections(scores, correct, total):
    hit, precision = ranked(scores, correct)
    return raised(precision)[hit].sum() / len(hit) if len(hit) and total else 0.0


@AVERAGE_PRECISION.mistake(
    "Recall is divided by the number of hits, so it always ends at 1. Divide by total: objects that were missed count.",
    "재현율을 맞힌 수로 나누어 언제나 1에서 끝납니다. total로 나누십시오. 놓친 물체도 세어야 합니다.",
)
def recall_by_hits(scores, correct, total):
    hit, precision = ranked(scores, correct)
    return raised(precision)[hit].sum() / hit.sum() if hit.any() and total else 0.0


@AVERAGE_PRECISION.mistake(
    "The detections are not sorted by score. Sort correct along with the scores, highest first.",
    "탐지를 점수로 정렬하지 않았습니다. 점수가 높은 순서로 correct를 함께 정렬하십시오.",
)
def unsorted(scores, correct, total):
    hit = np.asarray(correct)
    precision = np.cumsum(hit) / np.arange(1, len(hit) + 1)
    return raised(precision)[hit].sum() / total if total else 0.0


@AVERAGE_PRECISION.mistake(
    "The lowest score comes first: np.argsort sorts upwards. Sort −scores.",
    "점수가 가장 낮은 것이 먼저입니다. np.argsort는 작은 것부터 정렬합니다. −scores를 정렬하십시오.",
)
def sorted_upwards(scores, correct, total):
    hit, precision = ranked(-scores, correct)
    return raised(precision)[hit].sum() / total if total else 0.0


@AVERAGE_PRECISION.mistake(
    "Equal scores are turned around by argsort()[::-1]. Sort −scores with kind='stable'.",
    "argsort()[::-1]은 점수가 같은 것의 순서를 뒤집습니다. −scores를 kind='stable'로 정렬하십시오.",
)
def equal_scores_turned_around(scores, correct, total):
    hit = np.asarray(correct)[np.argsort(scores, kind="stable")[::-1]]
    precision = np.cumsum(hit) / np.arange(1, len(hit) + 1)
    return raised(precision)[hit].sum() / total if total else 0.0


@AVERAGE_PRECISION.mistake(
    "Without objects, total is 0 and the division gives nan. Return 0.0 there.",
    "물체가 없으면 total이 0이라 나눗셈에서 nan이 나옵니다. 그때는 0.0을 반환하십시오.",
)
def nan_without_objects(scores, correct, total):
    hit, precision = ranked(scores, correct)
    with np.errstate(invalid="ignore"):
        return np.float64(raised(precision)[hit].sum()) / total


@AVERAGE_PRECISION.mistake(
    "The envelope runs the wrong way: it takes the best precision at smaller recalls. Look to the right, at this and any larger "
    "recall.",
    "포락선의 방향이 반대입니다. 더 작은 재현율에서의 최댓값을 잡았습니다. 오른쪽, 곧 그 재현율 이상을 보십시오.",
)
def envelope_from_the_left(scores, correct, total):
    hit, precision = ranked(scores, correct)
    return np.maximum.accumulate(precision)[hit].sum() / total if total else 0.0


@AVERAGE_PRECISION.mistake(
    "The curve is read at the eleven recalls 0, 0.1, …, 1, as Pascal VOC did until 2009. Take the whole area: every hit is a "
    "step of width 1/total.",
    "재현율 0, 0.1, …, 1의 열한 점에서 곡선을 읽었습니다(2009년까지의 Pascal VOC 방식). 넓이 전체를 구하십시오. 맞힌 탐지 하나가 너비 "
    "1/total인 계단 하나입니다.",
)
def eleven_points(scores, correct, total):
    hit, precision = ranked(scores, correct)
    if not total:
        return 0.0
    recall = np.cumsum(hit) / total
    points = [max(precision[recall >= r - 1e-9], default=0.0) for r in np.linspace(0, 1, 11)]
    return sum(points) / 11


@AVERAGE_PRECISION.mistake(
    "Slanted lines connect the points of the curve (the trapezoid rule). Draw the envelope instead, a staircase: sum its height "
    "at each hit times 1/total.",
    "곡선의 점을 비스듬한 선으로 이었습니다(사다리꼴 공식). 계단 모양의 포락선을 쓰십시오. 맞힌 탐지마다의 높이에 1/total을 곱해 더합니다.",
)
def trapezoids(scores, correct, total):
    hit, precision = ranked(scores, correct)
    if not total or not len(hit):
        return 0.0
    recall = np.concatenate([[0], np.cumsum(hit) / total])
    height = np.concatenate([[1], precision])
    return np.sum(np.diff(recall) * (height[1:] + height[:-1]) / 2)


@AVERAGE_PRECISION.mistake(
    "Slanted lines connect the points of the curve, and the area before the first point is missing. Draw the envelope: sum its "
    "height at each hit times 1/total.",
    "곡선의 점을 비스듬한 선으로 이었고, 첫 점 앞의 넓이도 빠졌습니다. 포락선을 쓰십시오. 맞힌 탐지마다의 높이에 1/total을 곱해 "
    "더합니다.",
)
def trapezoids_from_the_first_point(scores, correct, total):
    hit, precision = ranked(scores, correct)
    if not total or not len(hit):
        return 0.0
    return np.sum(np.diff(np.cumsum(hit) / total) * (precision[1:] + precision[:-1]) / 2)


@AVERAGE_PRECISION.mistake(
    "The best precision of all counts for every hit. The envelope at a hit looks at this rank and later ones only.",
    "모든 정밀도의 최댓값을 맞힌 탐지마다 썼습니다. 포락선은 그 순위와 그 뒤만 봅니다.",
)
def best_precision_of_all(scores, correct, total):
    hit, precision = ranked(scores, correct)
    return precision.max() * hit.sum() / total if total and len(hit) else 0.0


@AVERAGE_PRECISION.mistake(
    "Without objects the result is 1. There is nothing to be found then, and the convention is 0.0.",
    "물체가 없을 때 결과가 1입니다. 찾을 것이 없을 때는 0.0으로 정합니다.",
)
def one_without_objects(scores, correct, total):
    hit, precision = ranked(scores, correct)
    return raised(precision)[hit].sum() / total if total else 1.0


@AVERAGE_PRECISION.mistake(
    "Detections with a score below a limit are left out. AP counts all of them: only their order matters.",
    "점수가 어떤 기준보다 낮은 탐지를 버렸습니다. AP는 모두 셉니다. 중요한 것은 순서뿐입니다.",
)
def low_scores_left_out(scores, correct, total):
    good = scores >= 0.5
    hit, precision = ranked(scores[good], correct[good])
    return raised(precision)[hit].sum() / total if total else 0.0


@AVERAGE_PRECISION.mistake(
    "The precision after all detections is returned. Average precision looks at every rank, not at the last one only.",
    "모든 탐지를 센 뒤의 정밀도를 반환했습니다. 평균 정밀도는 마지막만이 아니라 모든 순위를 봅니다.",
)
def last_precision(scores, correct, total):
    return np.sum(correct) / len(correct) if len(correct) and total else 0.0


@AVERAGE_PRECISION.mistake(
    "The envelope is averaged over all detections, misses included. Only hits move the recall: sum at the hits, and divide by "
    "total.",
    "잘못된 탐지까지 모두 넣어 포락선의 평균을 냈습니다. 재현율은 맞힌 탐지에서만 커집니다. 맞힌 탐지에서만 더해 total로 나누십시오.",
)
def mean_over_all_ranks(scores, correct, total):
    _, precision = ranked(scores, correct)
    return raised(precision).mean() if len(precision) and total else 0.0


@AVERAGE_PRECISION.mistake(
    "The hits are counted from 0: after the first detection precision is hits / 1, not hits / 0 or 0 / 1.",
    "맞힌 탐지를 0부터 세었습니다. 첫 탐지 뒤의 정밀도는 hits / 1입니다.",
)
def hits_before(scores, correct, total):
    hit, _ = ranked(scores, correct)
    precision = (np.cumsum(hit) - hit) / np.arange(1, len(hit) + 1)
    return raised(precision)[hit].sum() / total if total else 0.0


@AVERAGE_PRECISION.mistake(
    "This stops with an error where there are no detections: then nothing was found, and the result is 0.0.",
    "탐지가 없으면 오류로 멈춥니다. 그때는 찾은 것이 없으므로 결과는 0.0입니다.",
)
def fails_without_detections(scores, correct, total):
    hit, precision = ranked(scores, correct)
    if total == 0:
        return 0.0
    best, ap = 0.0, 0.0
    d = len(hit) - 1
    best = precision[d]
    while d >= 0:
        best = max(best, precision[d])
        ap += best * hit[d] / total
        d -= 1
    return ap


@AVERAGE_PRECISION.mistake(
    "scores or correct is sorted in place: the caller's arrays are no longer what they were. Take a new array.",
    "scores나 correct를 제자리에서 정렬했습니다. 호출한 쪽의 배열이 달라집니다. 새 배열을 쓰십시오.",
)
def sorts_in_place(scores, correct, total):
    order = np.argsort(-scores, kind="stable")
    scores[:] = scores[order]
    correct[:] = correct[order]
    precision = np.cumsum(correct) / np.arange(1, len(correct) + 1)
    return raised(precision)[correct].sum() / total if total else 0.0


@AVERAGE_PRECISION.mistake(
    "The hits are divided by the number of all detections at every rank. Precision at a rank is the hits so far divided by the "
    "detections so far: 1, 2, 3, ….",
    "순위마다 맞힌 수를 탐지 전체의 수로 나누었습니다. 어떤 순위의 정밀도는 그때까지 맞힌 수를 그때까지의 탐지 수 1, 2, 3, …으로 나눈 "
    "것입니다.",
)
def precision_over_all_detections(scores, correct, total):
    hit, _ = ranked(scores, correct)
    return raised(np.cumsum(hit) / max(len(hit), 1))[hit].sum() / total if total else 0.0


@AVERAGE_PRECISION.mistake(
    "The hits are divided by total at every rank: that is the recall. Precision is the hits so far divided by the detections so "
    "far.",
    "순위마다 맞힌 수를 total로 나누었습니다. 그것은 재현율입니다. 정밀도는 그때까지 맞힌 수를 그때까지의 탐지 수로 나눈 것입니다.",
)
def recall_for_precision(scores, correct, total):
    hit, _ = ranked(scores, correct)
    return raised(np.cumsum(hit) / total)[hit].sum() / total if total else 0.0


@AVERAGE_PRECISION.mistake(
    "The envelope is still turned around: after np.maximum.accumulate turn the array back, with a second [::-1].",
    "포락선이 아직 뒤집혀 있습니다. np.maximum.accumulate 다음에 [::-1]을 한 번 더 써서 배열을 되돌리십시오.",
)
def envelope_not_turned_back(scores, correct, total):
    hit, precision = ranked(scores, correct)
    return np.maximum.accumulate(precision[::-1])[hit].sum() / total if total else 0.0


@AVERAGE_PRECISION.mistake(
    "envelope[hit] with whole numbers picks the places 0 and 1 again and again. Only truth values pick the hits: leave hit bool.",
    "hit이 정수이면 envelope[hit]은 0번과 1번 원소를 되풀이해서 고릅니다. 참과 거짓의 배열이어야 맞힌 것만 고릅니다. hit을 bool로 "
    "두십시오.",
)
def hits_as_places(scores, correct, total):
    hit, precision = ranked(scores, correct)
    return raised(precision)[hit.astype(int)].sum() / total if total else 0.0


@AVERAGE_PRECISION.mistake(
    "The ranks begin at 0, so the first precision is divided by 0. Ranks are 1, 2, 3, …: np.arange(1, len(hit) + 1).",
    "순위가 0부터 시작해 첫 정밀도를 0으로 나눕니다. 순위는 1, 2, 3, …입니다. np.arange(1, len(hit) + 1)을 쓰십시오.",
)
def ranks_from_zero(scores, correct, total):
    hit, _ = ranked(scores, correct)
    with np.errstate(divide="ignore", invalid="ignore"):
        precision = np.cumsum(hit) / np.arange(len(hit))
    return raised(precision)[hit].sum() / total if total else 0.0


@AVERAGE_PRECISION.mistake(
    "sorted(zip(scores, correct), reverse=True) sorts equal scores by correct, hits first. Equal scores count in the order given: "
    "sort by the score alone.",
    "sorted(zip(scores, correct), reverse=True)는 점수가 같으면 correct로 정렬해 맞힌 것을 앞에 놓습니다. 점수가 같으면 주어진 "
    "순서대로 셉니다. 점수만으로 정렬하십시오.",
)
def hits_first_among_equals(scores, correct, total):
    hit = np.array([c for _, c in sorted(zip(scores, correct, strict=True), reverse=True)], dtype=bool)
    precision = np.cumsum(hit) / np.arange(1, len(hit) + 1)
    return raised(precision)[hit].sum() / total if total else 0.0


@AVERAGE_PRECISION.mistake(
    "The scores are sorted without their sign. A score below 0 is lower than any above 0: sort −scores.",
    "점수를 부호 없이 정렬했습니다. 0보다 작은 점수는 0보다 큰 점수보다 낮습니다. −scores를 정렬하십시오.",
)
def signs_ignored(scores, correct, total):
    hit, precision = ranked(np.abs(scores), correct)
    return raised(precision)[hit].sum() / total if total else 0.0


@AVERAGE_PRECISION.mistake(
    "The envelope is summed over all ranks, misses included. Only hits move the recall: sum envelope[hit].",
    "잘못된 탐지까지 모든 순위의 포락선을 더했습니다. 재현율은 맞힌 탐지에서만 커집니다. envelope[hit]를 더하십시오.",
)
def sum_over_all_ranks(scores, correct, total):
    _, precision = ranked(scores, correct)
    return raised(precision).sum() / total if total else 0.0


@AVERAGE_PRECISION.mistake(
    "The first step of the staircase is missing: np.diff(recall) begins with the second rank. Put a recall of 0 in front, or sum "
    "envelope[hit] / total.",
    "계단의 첫 칸이 빠졌습니다. np.diff(recall)은 둘째 순위부터 시작합니다. 앞에 재현율 0을 붙이거나 envelope[hit] / total을 더하십시오.",
)
def first_step_lost(scores, correct, total):
    hit, precision = ranked(scores, correct)
    return np.sum(np.diff(np.cumsum(hit) / total) * raised(precision)[1:]) if total and len(hit) else 0.0


@AVERAGE_PRECISION.mistake(
    "Detections of equal score are counted together, as one rank. Each has a rank of its own, in the order given.",
    "점수가 같은 탐지들을 한 순위로 묶어 셉니다. 탐지마다 주어진 순서대로 순위가 하나씩 있습니다.",
)
def equal_scores_as_one(scores, correct, total):
    limits = np.unique(scores)[::-1]
    hits = np.array([np.sum(correct[scores >= limit]) for limit in limits])
    sizes = np.array([np.sum(scores >= limit) for limit in limits])
    if not total or not len(scores):
        return 0.0
    return np.sum(np.diff(np.append(0, hits / total)) * raised(hits / sizes))
