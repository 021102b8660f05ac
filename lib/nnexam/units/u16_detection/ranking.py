"""u16_detection: what the checks of suppression and matching ask."""

import numpy as np
from nnref import boxes as ref

from nnexam.model import Aspect, Case, Exercise, Text, call, script

NONE = np.zeros((0, 4))


def bars(*starts):
    """Boxes 4 wide and 1 high that begin at these places: moved by 1, 2 or 3, the IoU is 3/5, 1/3 or 1/7."""
    return np.array([[x, 0.0, x + 4.0, 1.0] for x in starts])


def crowd(rng, n, t):
    """Draw n boxes in a small square and n different scores in no order.

    No pair has an IoU near t, and to let removed boxes remove others makes a difference.
    """
    while True:
        centres, sizes = rng.uniform(0, 9, (n, 2)), rng.uniform(2, 5, (n, 2))
        boxes = ref.cxcywh_to_xyxy(np.concatenate([centres, sizes], axis=1))
        overlap = ref.iou_matrix(boxes, boxes)[np.triu_indices(n, 1)]
        scores = (rng.permutation(n) + 1.0) / (n + 1)
        kept = ref.nms(boxes, scores, t)
        ranked = boxes[np.argsort(-scores)]
        never_hit = ~np.triu(ref.iou_matrix(ranked, ranked) > t, 1).any(axis=0)
        if np.abs(overlap - t).min() > 0.005 and len(kept) >= 4 and never_hit.sum() < len(kept):
            return boxes, scores


def nms_cases(rng):
    boxes, scores = crowd(rng, 13, 0.3)
    more, their = crowd(rng, 16, 0.15)
    chain = bars(2, 0, 1)  # IoU of neighbours 3/5, of the ends 1/3
    halves = np.array([[0.0, 0, 4, 2], [0, 0, 4, 4], [10, 0, 12, 2]])  # the first two have the IoU 1/2
    apart = bars(*rng.permutation(9) * 10.0)
    twins = bars(20, 0, 20, 0, 0, 40)
    many, levels = bars(*10.0 * np.arange(60)), rng.permutation(np.repeat([0.25, 0.5, 0.75], 20))
    by_score = Text(
        "Take the box of the highest score, remove what overlaps it by more than t, then take the next highest of what "
        "is left. Return places in boxes, highest score first.",
        "점수가 가장 높은 상자를 잡고, 그것과 t보다 많이 겹치는 상자를 지운 뒤, 남은 것 중 가장 높은 상자로 "
        "넘어갑니다. boxes 안의 번호를 점수가 높은 순서로 반환하십시오.",
    )
    three = Text(
        "Box 1 has the highest score and is alone; box 2 is next and removes box 0 (IoU 3/5); box 3 stays: [1, 2, 3].",
        "1번이 점수가 가장 높고 혼자입니다. 다음은 2번이고 0번을 지웁니다(IoU 3/5). 3번은 혼자입니다. 답은 [1, 2, 3].",
    )
    one_enough = Text(
        "Box 2 overlaps box 0 too much (IoU 3/5), but not box 1. One is enough: box 2 goes, and [0, 1] is left.",
        "2번 상자는 0번과 많이 겹치고(IoU 3/5) 1번과는 겹치지 않습니다. 하나와만 많이 겹쳐도 지우므로 "
        "[0, 1]이 남습니다.",
    )
    rows = Text(
        "Boxes in a row, each overlapping the next: the second is removed by the best one, so it can no longer remove "
        "the third.",
        "상자들이 차례로 겹쳐 있습니다. 둘째는 가장 좋은 상자가 지우므로, 둘째가 셋째를 지울 수는 없습니다.",
    )
    exactly = Text(
        "Two boxes have an IoU of exactly t here: only more than t is removed.",
        "여기서는 두 상자의 IoU가 정확히 t입니다. t보다 클 때만 지웁니다.",
    )
    touch = Text(
        "t is 0 here, and these boxes only touch: 0 is not more than 0.",
        "여기서는 t가 0이고 상자들은 닿기만 합니다. 0은 0보다 크지 않습니다.",
    )
    little = Text(
        "t is 0 here: every overlap, however small, is more than that. Box 0 removes the boxes 1 and 3.",
        "여기서는 t가 0이므로 조금이라도 겹치면 t보다 큽니다. 0번 상자가 1번과 3번을 지웁니다.",
    )
    equal = Text(
        "Scores are equal here: the one given first comes first. kind='stable' makes np.argsort keep the order.",
        "여기서는 점수가 같습니다. 먼저 주어진 상자가 먼저입니다. kind='stable'이면 np.argsort가 순서를 지킵니다.",
    )
    all_gone = Text(
        "Many copies of the same box: one is left, the others go.", "똑같은 상자가 여러 개입니다. 하나만 남습니다."
    )
    none = Text("There are no boxes here, so none are left.", "여기서는 상자가 없으므로 남는 것도 없습니다.")
    index = Text(
        "boxes[nms(boxes, scores, t)] must give the boxes that stay: return whole numbers, also where there are none "
        "(np.array([]) holds floats).",
        "boxes[nms(boxes, scores, t)]로 남은 상자를 얻을 수 있어야 합니다. 하나도 없을 때에도 정수를 반환하십시오"
        "(np.array([])는 실수 배열입니다).",
    )
    lines = "left = boxes[nms(boxes, scores, t)]"
    return [
        Case("kept", call("nms", bars(20, 0, 21, 40), np.array([0.5, 0.9, 0.7, 0.3]), 0.5), three),
        Case("kept", call("nms", bars(0, 20, 1), np.array([0.9, 0.8, 0.7]), 0.5), one_enough),
        Case("kept", call("nms", boxes, scores, 0.3), by_score),
        Case("kept", call("nms", more, their, 0.15), by_score),
        Case("kept", call("nms", apart, rng.permutation(9) - 4.0, 0.5), by_score),
        Case("kept", call("nms", np.repeat(bars(3), 7, axis=0), np.array([3.0, 1, 4, 9, 2, 6, 5]), 0.5), all_gone),
        Case("chain", call("nms", chain, np.array([0.7, 0.9, 0.8]), 0.5), rows),
        Case("chain", call("nms", bars(0, 1, 2, 3, 4), np.array([0.9, 0.8, 0.7, 0.6, 0.5]), 0.5), rows),
        Case("chain", call("nms", chain, np.array([0.7, 0.8, 0.9]), 0.5), rows),
        Case("limit", call("nms", halves, np.array([0.5, 0.25, 0.75]), 0.5), exactly),
        Case("limit", call("nms", bars(0, 4, 8), np.array([0.5, 0.25, 0.75]), 0), touch),
        Case("limit", call("nms", bars(0, 1, 7.5, 3.75), np.array([8, 6, 4, 2]) / 10, 0), little),
        Case("ties", call("nms", apart, np.ones(9), 0.5), equal),
        Case("ties", call("nms", many, levels, 0.5), equal),
        Case("ties", call("nms", twins, np.array([0.5, 0.5, 0.5, 0.5, 0.5, 0.75]), 0.5), equal),
        Case("index", call("nms", NONE, np.zeros(0), 0.5), none),
        Case(
            "index",
            script(lines, "left", boxes=bars(30, 0, 1, 60), scores=np.array([0.2, 0.3, 0.1, 0.6]), t=0.5),
            index,
        ),
        Case("index", script(lines, "left", boxes=NONE, scores=np.zeros(0), t=0.5), index),
    ]


NMS = Exercise(
    "nms",
    ("nms",),
    (
        Aspect("kept", 2, Text("what stays, highest score first", "남는 상자, 점수가 높은 순서"), effects=True),
        Aspect("chain", 1, Text("a removed box removes nothing", "지워진 상자는 아무것도 지우지 않음")),
        Aspect("limit", 0.5, Text("an IoU of exactly t", "IoU가 정확히 t일 때")),
        Aspect("ties", 0.5, Text("equal scores", "점수가 같을 때")),
        Aspect("index", 1, Text("whole numbers to index with; no boxes", "번호로 쓸 정수, 상자가 없을 때")),
    ),
    nms_cases,
    {"nms": ref.nms},
    needs=("iou_matrix",),
)


def found(*rows):
    """Detections (place, score, class)."""
    return np.array([[x, 0.0, x + 4.0, 1.0, score, c] for x, score, c in rows]).reshape(len(rows), 6)


def objects(*rows):
    """Objects (place, class)."""
    return np.array([[x, 0.0, x + 4.0, 1.0, c] for x, c in rows]).reshape(len(rows), 5)


def scene(rng, dets, gts, t):
    """Draw objects of three classes and detections around some of them.

    No IoU is near t; to leave out the classes, or t, makes a difference; nobody takes a second-best object.
    """
    while True:
        there = np.column_stack([rng.uniform(0, 12, (gts, 2)), rng.uniform(4, 7, (gts, 2)), rng.integers(1, 4, gts)])
        around = there[rng.integers(gts, size=dets)]
        around[:, :4] += rng.normal(0, 0.6, (dets, 4))
        there[:, :4], around[:, :4] = ref.cxcywh_to_xyxy(there[:, :4]), ref.cxcywh_to_xyxy(around[:, :4])
        around[rng.random(dets) < 0.25, 4] = rng.integers(1, 4)
        rows = np.insert(around, 4, (rng.permutation(dets) + 1.0) / (dets + 1), axis=1)
        overlap = ref.iou_matrix(rows[:, :4], there[:, :4])
        right = ref.match(rows, there, t)
        others = ref.match(rows * [1, 1, 1, 1, 1, 0], there * [1, 1, 1, 1, 0], t), ref.match(rows, there, 1e-9)
        best = np.argmax(np.where(rows[:, 5:] == there[:, 4], overlap, -1), axis=1)
        plain = np.abs(overlap - t).min() > 0.005 and np.all((right < 0) | (right == best))
        if plain and all(np.any(other != right) for other in others):
            return rows, there


def match_cases(rng):
    dets, gts = scene(rng, 11, 5, 0.5)
    pair, places = objects((0, 1), (1, 1)), 10.0 * np.arange(20)
    thrice = found(*[(x, score, 2) for x, score in zip([*places] * 3, rng.permutation([0.25, 0.75] * 30), strict=True)])
    nearest = Text(
        "A detection takes the free object of its class that it overlaps most, if the IoU is at least t; the answer is "
        "the row of gts, or −1.",
        "탐지는 같은 클래스의 남은 물체 가운데 가장 많이 겹치는 것을 가집니다. IoU가 t 이상이어야 합니다. 답은 "
        "gts의 행 번호 또는 −1입니다.",
    )
    limit = Text(
        "t is not always 0.5: moved by 1, 2 or 3, two boxes here have the IoU 3/5, 1/3 or 1/7. Compare it with t.",
        "t가 언제나 0.5는 아닙니다. 여기서 1, 2, 3만큼 어긋난 두 상자의 IoU는 3/5, 1/3, 1/7입니다. t와 비교하십시오.",
    )
    once = Text(
        "Two detections lie on one object: the higher score gets it, also where it comes later or overlaps less, and "
        "the other gets −1.",
        "탐지 두 개가 한 물체 위에 있습니다. 나중에 나오거나 덜 겹치더라도 점수가 높은 쪽이 갖고, 다른 쪽은 −1입니다.",
    )
    below = Text(
        "Scores may be 0 or negative. The order here is 0, −2, −3: detection 2 comes before detection 0.",
        "점수는 0이나 음수일 수도 있습니다. 여기서는 0, −2, −3 순서이므로 2번 탐지가 0번보다 먼저 고릅니다.",
    )
    second = Text(
        "The object of largest IoU is taken already; the second detection may take the other one, which it overlaps "
        "enough.",
        "가장 많이 겹치는 물체는 이미 다른 탐지의 것입니다. 둘째 탐지는 충분히 겹치는 다른 물체를 가질 수 있습니다.",
    )
    tie = Text(
        "Scores are equal here: the detection given first comes first. kind='stable' makes np.argsort keep the order.",
        "여기서는 점수가 같습니다. 먼저 주어진 탐지가 먼저입니다. kind='stable'이면 np.argsort가 순서를 지킵니다.",
    )
    kind = Text(
        "The boxes fit, the classes do not: the last column of both tables must agree.",
        "상자는 맞지만 클래스가 다릅니다. 두 표의 마지막 열이 같아야 합니다.",
    )
    exactly = Text(
        "The object is the upper half of the box: the IoU is exactly t = 0.5, which is enough (at least t).",
        "물체가 상자의 위쪽 절반이라 IoU가 정확히 t = 0.5입니다. t 이상이면 됩니다.",
    )
    too_little = Text(
        "The IoU is below t here: nothing is found.", "여기서는 IoU가 t보다 작습니다. 찾은 것이 없습니다."
    )
    none = Text(
        "No objects: every detection gets −1. No detections: the result is empty, (0,).",
        "물체가 없으면 모든 탐지가 −1입니다. 탐지가 없으면 결과는 비어 있습니다. shape은 (0,)입니다.",
    )
    both = {"dets": found((0, 0.9, 1), (9, 0.8, 2)), "gts": objects((20, 1), (9, 2), (0, 1))}
    index = Text(
        "gts[match(dets, gts, t)] must give the objects that were found: return whole numbers (np.ones and np.zeros "
        "hold floats).",
        "gts[match(dets, gts, t)]로 찾은 물체를 얻을 수 있어야 합니다. 정수를 반환하십시오(np.ones와 np.zeros는 실수 "
        "배열입니다).",
    )
    far = 2.0**22  # so large that a small number added to the union (the usual 1e-9) is lost in rounding
    half = np.array([[0.0, 0, far, far, 0.9, 1]]), np.array([[0.0, 0, far, far / 2, 1]])
    return [
        Case("values", call("match", found((0, 0.9, 1)), objects((0, 2), (0.5, 1)), 0.5), nearest),
        Case(
            "values", call("match", found((11, 0.9, 1), (0.75, 0.8, 1)), objects((0, 1), (1, 1), (10, 1)), 0.3), nearest
        ),
        Case("values", call("match", *scene(rng, 9, 4, 0.4), 0.4), nearest),
        Case("values", call("match", dets, gts, 0.5), nearest),
        Case("values", call("match", found((0, 0.5, 1), (1, 0.6, 1)), objects((0, 1)), 0.5), once),
        Case("values", call("match", found((1, 0.9, 1), (20, 0.8, 1)), objects((0, 1), (20, 1)), 0.7), limit),
        Case("values", call("match", found((2, 0.9, 1), (23, 0.8, 1)), objects((0, 1), (20, 1)), 0.25), limit),
        Case("once", call("match", found((0, 0.5, 1), (0, 0.9, 1)), objects((20, 1), (0, 1)), 0.5), once),
        Case("once", call("match", found((0, 0.9, 1), (0.5, 0.5, 1), (9, 0.7, 1)), objects((0, 1), (9, 1)), 0.5), once),
        Case("once", call("match", found((1, 0.6, 1), (0, 0.5, 1)), objects((0, 1)), 0.5), once),
        Case("once", call("match", found((0, -3, 1), (9, 0, 1), (0, -2, 1)), objects((0, 1), (9, 1)), 0.5), below),
        Case("once", call("match", found((1, 0.9, 1), (1, 0.8, 1), (1, 0.7, 1)), pair, 0.5), second),
        Case("once", call("match", found((0.5, 0.5, 2), (0, 0.5, 2)), objects((0, 2)), 0.5), tie),
        Case("once", call("match", thrice, objects(*[(x, 2) for x in places]), 0.5), tie),
        Case("class", call("match", found((0, 1, 2), (9, 0.8, 1)), objects((0, 1), (9, 1)), 0.5), kind),
        Case(
            "class",
            call("match", found((0, 0.9, 7), (0, 0.8, 3), (9, 0.7, 7)), objects((0.5, 7), (0, 3), (9, 7)), 0.5),
            kind,
        ),
        Case("edges", call("match", *half, 0.5), exactly),
        Case("edges", call("match", found((2, 0.9, 1)), objects((0, 1), (9, 1)), 0.5), too_little),
        Case("edges", call("match", dets[:3], np.zeros((0, 5)), 0.5), none),
        Case("edges", call("match", np.zeros((0, 6)), gts[:2], 0.5), none),
        Case("edges", script("taken = gts[match(dets, gts, t)]", "taken", **both, t=0.5), index),
    ]


MATCH = Exercise(
    "match",
    ("match",),
    (
        Aspect("values", 1, Text("which object each detection found", "탐지마다 어느 물체를 찾았는지"), effects=True),
        Aspect("once", 1, Text("each object once, by score", "물체마다 한 번, 점수 순서로")),
        Aspect("class", 0.5, Text("only of the same class", "같은 클래스만")),
        Aspect("edges", 0.5, Text("exactly t; none there; whole numbers", "정확히 t일 때, 아무것도 없을 때, 정수")),
    ),
    match_cases,
    {"match": ref.match},
    needs=("iou_matrix",),
)
