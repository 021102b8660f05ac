"""u19_ssd: what the checks of the boxes ask, and what each aspect is worth; matching.py, losses.py, detections.py the rest."""

import numpy as np
from nnref import ssd as ref

from nnexam.advice import advise_on
from nnexam.model import Aspect, Case, Exercise, Text, call, script

from .detections import DETECT
from .draws import corners
from .losses import HARD_NEGATIVE_MINING, MULTIBOX_LOSS
from .matching import MATCH_PRIORS


def default_boxes_cases(rng):
    """All boxes lie inside the image, but for those of the last case."""

    def drawn(low, high, count=1):
        return rng.uniform(low, high, count).round(2).tolist()

    def case(aspect, hint, maps, scales, ratios):
        return Case(aspect, call("default_boxes", maps, scales, ratios), hint)

    corner = Text(
        "Work out the first box by hand: its centre is (0.5 / W, 0.5 / H), and its four numbers are x1, y1, x2, y2.",
        "첫째 상자를 손으로 계산해 보십시오. 중심은 (0.5 / W, 0.5 / H)이고, 네 수는 x1, y1, x2, y2입니다.",
    )
    order = Text(
        "This map is (H, W), H rows and W columns, and not square: the column j changes faster than the row i, x goes with "
        "j and W, y with i and H. The size of a box does not depend on H and W.",
        "맵은 (H, W), 곧 H행 W열이고 정사각형이 아닙니다. 행 i보다 열 j가 더 빨리 바뀌고, x는 j와 W, y는 i와 H로 정해집니다. 상자의 "
        "크기는 H, W와 상관없습니다.",
    )
    one = Text(
        "A single place with one box: the whole box is right if its width is s √r and its height s / √r.",
        "자리 하나에 상자 하나입니다. 너비가 s √r, 높이가 s / √r이면 됩니다.",
    )
    ratios = Text(
        "All boxes of one place stand together, in the order of ratios; then comes the next place.",
        "한 자리의 상자들이 ratios의 순서대로 나란히 있고, 그다음에 다음 자리가 옵니다.",
    )
    maps = Text(
        "Several maps: the boxes of the first map come first, each map has its own H, W and scale.",
        "맵이 여러 개입니다. 첫째 맵의 상자가 먼저 오고, 맵마다 H, W, 스케일이 따로 있습니다.",
    )
    beyond = Text(
        "These boxes are larger than the image, so that corners below 0 and above 1 are right: nothing is cut. If a row "
        "above fails too, begin there.",
        "이 상자들은 이미지보다 큽니다. 자르지 않으므로 모서리가 0보다 작거나 1보다 커도 맞습니다. 위의 항목도 틀렸으면 거기부터 "
        "살펴보십시오.",
    )
    return [
        case("places", corner, [(1, 2)], [0.5], [1]),
        case("places", order, [(4, 6)], drawn(0.1, 0.16), [1.0]),
        case("places", order, [(5, 3)], drawn(0.1, 0.16), [1.0]),
        case("ratios", one, [(1, 1)], [0.5], [4]),
        case("ratios", one, [(1, 1)], drawn(0.3, 0.5), drawn(0.4, 0.7)),
        case("ratios", ratios, [(2, 3)], drawn(0.1, 0.18), [1.0, *drawn(1.5, 3), *drawn(0.3, 0.7)]),
        case("maps", maps, [(4, 6), (2, 3), (1, 2)], [*drawn(0.1, 0.15), *drawn(0.2, 0.3), *drawn(0.4, 0.5)], [1.0]),
        case("maps", maps, [(3, 5), (2, 1)], [*drawn(0.1, 0.12), *drawn(0.2, 0.3)], drawn(0.4, 2.5, 2)),
        case("beyond", beyond, [(2, 3)], [1.4], [1.0, 0.25]),
    ]


DEFAULT_BOXES = Exercise(
    "default_boxes",
    ("default_boxes",),
    (
        Aspect("places", 1.5, Text("one map, square boxes", "맵 하나, 정사각형 상자"), effects=True),
        Aspect("ratios", 1.5, Text("one map, several ratios", "맵 하나, 여러 비율")),
        Aspect("maps", 1, Text("several maps", "여러 맵"), effects=True),
        Aspect("beyond", 1, Text("boxes beyond the image", "이미지를 벗어나는 상자")),
    ),
    default_boxes_cases,
    {"default_boxes": ref.default_boxes},
)

ROUND_TRIP = """
    loc = np.asarray(encode(priors, gts, variances))
    back = decode(priors, loc, variances)
"""


def encode_decode_cases(rng):
    priors, gts, other = corners(rng, 5), corners(rng, 5), corners(rng, 4)
    loc, more = rng.normal(0, 1.5, (5, 4)).round(2), rng.normal(0, 1.5, (4, 4)).round(2)
    prior, gt = np.array([[0.25, 0.25, 0.75, 0.5]]), np.array([[0.375, 0.25, 0.875, 0.5]])
    shifted = Text(
        "The object is the prior moved to the right by a quarter of its width: (2.5, 0, 0, 0), since 0.25 / 0.1 = 2.5.",
        "물체는 프라이어를 너비의 4분의 1만큼 오른쪽으로 옮긴 것입니다. 0.25 / 0.1 = 2.5이므로 (2.5, 0, 0, 0)입니다.",
    )
    twice = Text(
        "Same centre, twice as wide: (0, 0, log 2 / 0.2, 0).",
        "중심이 같고 너비가 두 배입니다. (0, 0, log 2 / 0.2, 0)입니다.",
    )
    encoded = Text(
        "Sizes and distances are measured in sizes of the prior; the first two numbers are divided by variances[0], the "
        "last two by variances[1].",
        "거리와 크기는 프라이어의 크기를 단위로 잽니다. 앞의 두 수는 variances[0]으로, 뒤의 두 수는 variances[1]로 나눕니다.",
    )
    still = Text("Offsets of 0 leave the prior as it is.", "오프셋이 모두 0이면 프라이어 그대로입니다.")
    decoded = Text(
        "decode goes the way of encode backwards: first times the variances, then centre and size, at last corners.",
        "decode는 encode를 거꾸로 합니다. 먼저 variances를 곱하고, 중심과 크기를 구하고, 마지막에 모서리로 바꿉니다.",
    )
    given = Text(
        "Here the variances are not 0.1 and 0.2 but those that are handed in; nothing else is new. If encode or decode fails "
        "above, begin there.",
        "여기서는 variances가 0.1과 0.2가 아니라 인수로 받은 값이고, 나머지는 위와 같습니다. 위에서 encode나 decode가 틀렸으면 "
        "거기부터 살펴보십시오.",
    )
    back = Text("decode(priors, encode(priors, gts)) is gts.", "decode(priors, encode(priors, gts))는 gts입니다.")
    outside = Text(
        "This box reaches beyond the image. decode leaves it so; cutting is the business of detect.",
        "이 상자는 이미지 밖으로 나갑니다. decode에서는 그대로 둡니다. 자르는 것은 detect의 일입니다.",
    )
    larger = Text(
        "This object is three times as wide and four times as high as its prior. decode limits nothing.",
        "이 물체는 프라이어보다 세 배 넓고 네 배 높습니다. decode에서는 아무것도 제한하지 않습니다.",
    )
    border = Text(
        "Here the priors reach beyond the image, as some of default_boxes do. encode takes them as they are.",
        "여기서는 프라이어가 이미지 밖으로 나갑니다. default_boxes의 상자에도 그런 것이 있습니다. encode는 자르지 않고 그대로 씁니다.",
    )
    small = Text(
        "This object is 256 times smaller than its prior: log(1 / 256), with nothing added inside the logarithm, "
        "divided by variances[1].",
        "이 물체는 프라이어보다 256배 작습니다. 로그 안에 아무것도 더하지 않은 log(1 / 256)을 variances[1]로 나눕니다.",
    )
    whole, tiny = np.array([[0.0, 0, 1, 1]]), np.array([[0.5, 0.25, 0.5 + 1 / 256, 0.25 + 1 / 256]])
    far = np.array([[1.0, 2.0, np.log(3) / 0.2, np.log(4) / 0.2]])
    wide = np.array([[0.0, 0.25, 1.0, 0.5]])
    inner = (0.25 + other / 2).round(3)  # what becomes of these stays inside the image
    edge, off = (
        np.array([[0.75, -0.25, 1.25, 0.5], [-0.5, 0.25, 0.25, 1.25]]),
        np.array([[1, 0.5, -0.5, 0], [-1, 1, 0, 0.5]]),
    )
    return [
        Case("encode", call("encode", prior, gt), shifted),
        Case("encode", call("encode", prior, wide), twice),
        Case("encode", call("encode", priors, gts), encoded),
        Case("encode", call("encode", other[:1], other[1:2]), encoded),
        Case("encode", call("encode", edge, other[:2]), border),
        Case("encode", call("encode", whole, tiny), small),
        Case("decode", call("decode", other, np.zeros((4, 4))), still),
        Case("decode", call("decode", priors, loc), decoded),
        Case("decode", call("decode", other, more), decoded),
        Case("decode", call("decode", edge, off), outside),
        Case("decode", call("decode", prior / 4, far), larger),
        Case("variances", call("encode", other, other[::-1].copy(), (0.5, 0.25)), given),
        Case("variances", call("encode", whole, tiny, (0.5, 0.25)), small),
        Case("variances", call("decode", inner, more / 4, variances=(0.5, 0.25)), given),
        Case("variances", script(ROUND_TRIP, "back", priors=priors, gts=gts, variances=(0.3, 0.7)), back),
    ]


ENCODE_DECODE = Exercise(
    "encode_decode",
    ("encode", "decode"),
    (
        Aspect("encode", 1, Text("encode", "encode"), effects=True),
        Aspect("decode", 1, Text("decode", "decode"), effects=True),
        Aspect("variances", 1, Text("other variances, and there and back", "다른 variances, 갔다가 되돌아오기")),
    ),
    encode_decode_cases,
    {"encode": ref.encode, "decode": ref.decode},
    advice=advise_on(loops=True),
)

EXERCISES = (DEFAULT_BOXES, MATCH_PRIORS, ENCODE_DECODE, HARD_NEGATIVE_MINING, MULTIBOX_LOSS, DETECT)
