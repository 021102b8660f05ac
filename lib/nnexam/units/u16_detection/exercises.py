"""u16_detection: what the checks of boxes, overlap and windows ask; the others stand in ranking.py and precision.py."""

import numpy as np
from nnref import boxes as ref

from nnexam.judges import AnyOrder
from nnexam.model import Aspect, Case, Exercise, Text, call, script

from .precision import AVERAGE_PRECISION
from .ranking import MATCH, NMS

NONE = np.zeros((0, 4))


def draw_boxes(rng, n, low=0.0, high=20.0):
    """Draw n boxes (n, 4) of two digits with x1 < x2 and y1 < y2; no width is a height."""
    return np.sort(rng.uniform(low, high, (n, 2, 2)).round(2), axis=1).reshape(n, 4)


def draw_around(rng, n):
    """Draw n boxes (n, 4) of two digits around the origin: each overlaps each."""
    return np.concatenate([rng.uniform(-7, -0.5, (n, 2)), rng.uniform(0.5, 7, (n, 2))], axis=1).round(2)


def formats_cases(rng):
    corners = draw_boxes(rng, 5)
    centres = ref.xyxy_to_cxcywh(draw_boxes(rng, 3))
    low_and_wide = np.array([[2.0, 3.0, 12.0, 7.0]])  # 10 wide, 4 high, centre (7, 5)
    ints = np.array([[1, 2, 4, 11], [0, 5, 7, 6]])
    by_hand = Text(
        "A single box from x = 2 to 12 and y = 3 to 7: its centre is (7, 5), its width 10, its height 4.",
        "상자 하나가 x = 2부터 12까지, y = 3부터 7까지입니다. 중심은 (7, 5), 너비는 10, 높이는 4입니다.",
    )
    back_by_hand = Text(
        "A single box with centre (7, 5), width 10 and height 4: x goes from 7 − 5 to 7 + 5, y from 5 − 2 to 5 + 2.",
        "중심이 (7, 5), 너비가 10, 높이가 4인 상자 하나입니다. x는 7 − 5부터 7 + 5까지, y는 5 − 2부터 5 + 2까지입니다.",
    )
    halves = Text(
        "The numbers given are whole ones here, the results are not: half of 3 is 1.5.",
        "여기서 받은 수는 정수이지만 결과는 정수가 아닙니다. 3의 절반은 1.5입니다.",
    )
    every = Text("Compare the four columns one by one.", "열 네 개를 하나씩 비교해 보십시오.")
    there = Text(
        "There and back again must give the boxes you began with. Which of the four numbers differs?",
        "바꾸었다가 되돌리면 처음 상자가 나와야 합니다. 수 네 개 가운데 무엇이 다릅니까?",
    )
    none = Text("No boxes are (0, 4), before and after.", "상자가 하나도 없으면 바꾸기 전에도 후에도 (0, 4)입니다.")
    lines = "changed = {}(boxes)\nagain = {}(changed)"
    back = lines.format("xyxy_to_cxcywh", "cxcywh_to_xyxy")
    forth = lines.format("cxcywh_to_xyxy", "xyxy_to_cxcywh")
    return [
        Case("centres", call("xyxy_to_cxcywh", low_and_wide), by_hand),
        Case("centres", call("xyxy_to_cxcywh", corners), every),
        Case("centres", call("xyxy_to_cxcywh", ints), halves),
        Case("corners", call("cxcywh_to_xyxy", ref.xyxy_to_cxcywh(low_and_wide)), back_by_hand),
        Case("corners", call("cxcywh_to_xyxy", centres), every),
        Case("corners", call("cxcywh_to_xyxy", np.array([[4, 9, 3, 5], [8, 2, 1, 6]])), halves),
        Case("round_trip", script(back, "again", boxes=draw_boxes(rng, 6, -9.0, 9.0)), there),
        Case("round_trip", script(forth, "again", boxes=centres), there),
        Case("none", call("xyxy_to_cxcywh", NONE), none),
        Case("none", call("cxcywh_to_xyxy", NONE), none),
    ]


BOX_FORMATS = Exercise(
    "box_formats",
    ("xyxy_to_cxcywh", "cxcywh_to_xyxy"),
    (
        Aspect("centres", 1, Text("corners to centre and size", "모서리에서 중심과 크기로"), effects=True),
        Aspect("corners", 1, Text("centre and size to corners", "중심과 크기에서 모서리로"), effects=True),
        Aspect("round_trip", 0.5, Text("there and back again", "바꾸었다가 되돌리기")),
        Aspect("none", 0.5, Text("no boxes", "상자가 없을 때")),
    ),
    formats_cases,
    {"xyxy_to_cxcywh": ref.xyxy_to_cxcywh, "cxcywh_to_xyxy": ref.cxcywh_to_xyxy},
)


def iou_cases(rng):
    one = np.array([[0.0, 0.0, 4.0, 3.0]])
    half, inside = np.array([[2.0, 0.0, 6.0, 3.0]]), np.array([[1.0, 1.0, 3.0, 2.0]])
    diagonal = np.array([[7.0, 8.0, 12.0, 10.0], [-6.0, -9.0, -1.0, -2.0]])
    beside = np.array([[9.0, 1.0, 12.0, 2.0], [1.0, 5.0, 3.0, 9.0], [-8.0, 0.0, -2.0, 3.0]])
    touching = np.array([[4.0, 0.0, 6.0, 3.0], [0.0, 3.0, 4.0, 5.0], [4.0, 3.0, 5.0, 7.0]])
    flat = np.array([[1.0, 1.0, 1.0, 2.0], [0.5, 2.0, 3.0, 2.0], [2.0, 1.5, 2.0, 1.5]])
    third = Text(
        "The boxes (0, 0, 4, 3) and (2, 0, 6, 3) share 2 · 3 = 6 of 12 + 12 − 6 = 18: the IoU is 1/3.",
        "상자 (0, 0, 4, 3)과 (2, 0, 6, 3)은 12 + 12 − 6 = 18 가운데 2 · 3 = 6을 공유합니다. IoU는 1/3입니다.",
    )
    within = Text(
        "The second box lies within the first: they share its whole area, 2, and the union is 12. The IoU is 1/6.",
        "둘째 상자가 첫째 안에 있습니다. 공유하는 것은 둘째의 넓이 2 전부이고 합집합은 12입니다. IoU는 1/6입니다.",
    )
    pairs = Text(
        "The entry [i, j] belongs to A[i] and B[j]: the result has a row for each box of A and a column for each of B.",
        "원소 [i, j]는 A[i]와 B[j]의 IoU입니다. 결과에는 A의 상자마다 행이, B의 상자마다 열이 하나씩 있습니다.",
    )
    mixed = Text(
        "Many boxes, some apart and some not: work out the pair named by hand, width and height first.",
        "떨어진 것과 겹친 것이 섞인 여러 상자입니다. 표시된 쌍의 너비와 높이부터 손으로 구해 보십시오.",
    )
    crosswise = Text(
        "The boxes are apart both ways: width and height of the overlap both come out negative, and their product positive.",
        "가로로도 세로로도 떨어진 상자들입니다. 겹친 부분의 너비와 높이가 모두 음수로 나오고, 그 곱은 양수가 됩니다.",
    )
    one_way = Text(
        "The boxes are apart one way only: a negative width or height means no overlap, so the IoU is 0.",
        "한 방향으로만 떨어진 상자들입니다. 너비나 높이가 음수이면 겹치지 않으므로 IoU는 0입니다.",
    )
    border = Text(
        "The boxes only touch, along an edge or in a corner: what they share has the area 0.",
        "상자들이 변이나 모서리에서 닿기만 합니다. 공유하는 넓이는 0입니다.",
    )
    none = Text(
        "No boxes are (0, 4): the result has no row or no column, but two axes, such as (0, 3).",
        "상자가 없으면 (0, 4)입니다. 결과는 행이나 열이 없어도 (0, 3)처럼 축이 두 개입니다.",
    )
    nothing = Text(
        "Boxes without area: where the union is 0 too, 0/0 makes nan. The IoU of such a pair is 0.",
        "넓이가 0인 상자들입니다. 합집합까지 0이면 0/0이라 nan이 됩니다. 그런 쌍의 IoU는 0입니다.",
    )
    among = Text(
        "Boxes without area stand among ordinary ones here: only the pairs with a union of 0 are 0, the others keep their IoU.",
        "여기서는 넓이가 0인 상자가 보통 상자 사이에 있습니다. 합집합이 0인 쌍만 0이고, 다른 쌍의 IoU는 그대로입니다.",
    )
    relative = np.array([[0.0, 0.0, 0.5, 0.4]]), np.array([[0.25, 0.0, 0.75, 0.4], [0.1, 0.1, 0.3, 0.2]])
    small = Text(
        "The boxes are small here, as in coordinates from 0 to 1; IoU does not depend on the unit of length.",
        "0부터 1까지의 좌표처럼 상자가 작습니다. IoU는 길이의 단위와 관계없습니다.",
    )
    ints = Text(
        "The boxes hold whole numbers here; the IoU does not.", "여기서 상자는 정수이지만 IoU는 정수가 아닙니다."
    )
    return [
        Case("values", call("iou_matrix", one, half), third),
        Case("values", call("iou_matrix", one, inside), within),
        Case("values", call("iou_matrix", draw_around(rng, 4), draw_around(rng, 6)), pairs),
        Case("values", call("iou_matrix", draw_around(rng, 5) + 9, draw_around(rng, 2) + 9), pairs),
        Case("values", call("iou_matrix", np.array([[0, 0, 4, 3]]), np.array([[1, 1, 5, 9], [0, 0, 2, 3]])), ints),
        Case("values", call("iou_matrix", *relative), small),
        Case("apart", call("iou_matrix", one, diagonal), crosswise),
        Case("apart", call("iou_matrix", diagonal, one), crosswise),
        Case("apart", call("iou_matrix", one, beside), one_way),
        Case("apart", call("iou_matrix", one, touching), border),
        Case("apart", call("iou_matrix", draw_boxes(rng, 7, -7.0, 7.0), draw_boxes(rng, 9, -7.0, 7.0)), mixed),
        Case("none", call("iou_matrix", NONE, draw_boxes(rng, 3)), none),
        Case("none", call("iou_matrix", draw_boxes(rng, 2), NONE), none),
        Case("none", call("iou_matrix", NONE, NONE), none),
        Case("flat", call("iou_matrix", one, flat), nothing),
        Case("flat", call("iou_matrix", flat, flat[:2]), nothing),
        Case("flat", call("iou_matrix", np.vstack([one, flat]), np.vstack([half, flat[:1]])), among),
    ]


IOU_MATRIX = Exercise(
    "iou_matrix",
    ("iou_matrix",),
    (
        Aspect("values", 2, Text("boxes that overlap", "겹친 상자들"), effects=True),
        Aspect("apart", 1, Text("boxes that are apart or touch", "떨어져 있거나 닿기만 한 상자들")),
        Aspect("none", 1, Text("no boxes", "상자가 없을 때")),
        Aspect("flat", 1, Text("boxes without area", "넓이가 0인 상자들")),
    ),
    iou_cases,
    {"iou_matrix": ref.iou_matrix},
)


def windows_cases(rng):
    every = Text(
        "An image of 5 rows and 8 columns, a window 2 high and 3 wide, stride 1: 4 · 6 = 24 windows. Each is "
        "(x, y, x + w, y + h), where x counts columns.",
        "5행 8열 이미지, 높이 2에 너비 3인 윈도우, 스트라이드 1이므로 윈도우는 4 · 6 = 24개입니다. 하나하나는 (x, y, x + w, "
        "y + h)이고 x는 열을 셉니다.",
    )
    last = Text(
        "Windows stand stride pixels apart, both ways. The last one ends exactly at the border of the image, and it counts.",
        "윈도우는 가로로도 세로로도 stride픽셀씩 떨어져 있습니다. 마지막 윈도우는 이미지의 가장자리에서 딱 끝나고, 그것도 셉니다.",
    )
    rest = Text(
        "The stride does not divide what is left here: no window may reach beyond the image, and none is moved.",
        "여기서는 스트라이드로 나누어떨어지지 않습니다. 윈도우가 이미지를 벗어나서도, 자리를 옮겨서도 안 됩니다.",
    )
    none = Text(
        "The window is larger than the image: there is none, as an array (0, 4).",
        "윈도우가 이미지보다 큽니다. 하나도 없으므로 결과는 (0, 4) 배열입니다.",
    )
    low, high = sorted(int(n) for n in rng.permutation(range(2, 6))[:2])
    return [
        Case("windows", call("sliding_windows", (5, 8), (2, 3), 1), every),
        Case("windows", call("sliding_windows", (9, 7), (high, low), 1), every),
        Case("windows", call("sliding_windows", (6, 11), (low, high), 1), every),
        Case("border", call("sliding_windows", (6, 11), (2, 3), 2), last),
        Case("border", call("sliding_windows", (3, 5), (3, 5), 1), last),
        Case("border", call("sliding_windows", (3, 5), (3, 5), 9), last),
        Case("border", call("sliding_windows", (8, 10), (3, 4), 4), rest),
        Case("border", call("sliding_windows", (10, 7), (4, 2), 3), rest),
        Case("none", call("sliding_windows", (3, 7), (4, 2), 1), none),
        Case("none", call("sliding_windows", (7, 3), (2, 5), 2), none),
        Case("none", call("sliding_windows", (3, 7), (6, 2), 1), none),
        Case("none", call("sliding_windows", (3, 3), (6, 6), 1), none),
    ]


SLIDING_WINDOWS = Exercise(
    "sliding_windows",
    ("sliding_windows",),
    (
        Aspect("windows", 1, Text("every window, stride 1", "모든 윈도우, 스트라이드 1"), judge=AnyOrder()),
        Aspect("border", 0.5, Text("larger strides, and the border", "큰 스트라이드와 가장자리"), judge=AnyOrder()),
        Aspect("none", 0.5, Text("no window fits", "들어가는 윈도우가 없을 때")),
    ),
    windows_cases,
    {"sliding_windows": ref.sliding_windows},
)

EXERCISES = (BOX_FORMATS, IOU_MATRIX, SLIDING_WINDOWS, NMS, MATCH, AVERAGE_PRECISION)
