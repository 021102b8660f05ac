"""u19_ssd: what the checks of hard_negative_mining and multibox_loss ask."""

import numpy as np
from nnref import ssd as ref

from nnexam.judge import compare
from nnexam.judges import Invariant
from nnexam.model import Aspect, Case, Exercise, Text, call

COUNT = Text(
    "In some row the number of chosen priors is wrong: equal values count one by one.",
    "고른 프라이어의 수가 틀린 행이 있습니다. 값이 같아도 하나씩 세어야 합니다.",
)
POSITIVE = Text("A positive prior is chosen.", "양성 프라이어를 골랐습니다.")
BETTER = Text("A negative of larger ce is left out.", "ce가 더 큰 음성이 빠졌습니다.")


def fair(given, case):
    """Right number of negatives in each image, none positive, none better than one left out."""
    ce, pos, ratio = case.question["args"]
    given = np.asarray(given)
    if given.shape != pos.shape or given.dtype.kind not in "biuf":
        raise ValueError
    chosen = given.astype(bool)
    for row, positive, values in zip(chosen, pos, ce, strict=True):
        wanted = min(ratio * positive.sum(), (~positive).sum())
        left = values[~positive & ~row]
        missed = row.any() and left.size and values[row].min() < left.max()
        for wrong, said in (((row & positive).any(), POSITIVE), (row.sum() != wanted, COUNT), (missed, BETTER)):
            if wrong:
                return said
    return None


class Fair(Invariant):
    """Which of equal ones is chosen does not matter; two answers show the same mistake where they are the same."""

    def same(self, one, other, case):
        return super().same(one, other, case) and compare(one, other) is None


def hard_negative_mining_cases(rng):
    def mined(N, P, positives):
        """A case's ce, all different, and pos with these numbers of positives in each image."""
        ce = (rng.permutation(N * P).reshape(N, P) + 1.0) / 8
        pos = np.zeros((N, P), dtype=bool)
        for row, count in zip(pos, positives, strict=True):
            row[rng.permutation(P)[:count]] = True
        return ce, pos

    def case(aspects, hint, ce, pos, ratio):
        return Case(aspects, call("hard_negative_mining", ce, pos, ratio), hint)

    large = np.array([[9.0, 1, 3, 2, 8, 4, 5]]), np.array([[True, False, False, False, True, False, False]])
    worst = Text(
        "One image: count its positives, and take ratio times as many others, those of largest ce.",
        "이미지가 하나입니다. 양성의 수를 세고, 나머지에서 ce가 큰 순서로 그 수의 ratio배만큼 고릅니다.",
    )
    positives = Text(
        "Here the positives have the largest ce of all. They are not chosen, and take no place from the others.",
        "여기서는 양성의 ce가 가장 큽니다. 양성은 고르지 않으며, 다른 프라이어의 몫을 줄이지도 않습니다.",
    )
    own = Text(
        "Each image has its own number of positives and its own worst negatives.",
        "이미지마다 양성의 수가 다릅니다. 이미지 안에서 따로 고르십시오.",
    )
    nothing = Text("No positives: nothing is chosen.", "양성이 없으면 아무것도 고르지 않습니다.")
    few = Text(
        "There are fewer negatives than ratio times the positives: all of them are chosen, and still no positive.",
        "음성이 양성의 ratio배보다 적습니다. 음성을 모두 고르고, 양성은 여전히 고르지 않습니다.",
    )
    equal = Text(
        "Several ce are equal. Any of them may be chosen, but only as many as are wanted.",
        "값이 같은 ce가 여럿 있습니다. 어느 것을 골라도 되지만 개수는 지켜야 합니다.",
    )
    truth = Text("The result holds True and False.", "결과는 True와 False입니다.")
    same = np.full((2, 9), 0.7), np.isin(np.arange(18).reshape(2, 9), [3, 11, 14])
    zeros = np.zeros((2, 6)), np.isin(np.arange(12).reshape(2, 6), [0, 7])
    pairs = np.array([[2.0, 1, 2, 1, 2, 1, 2, 0.5]]), np.arange(8)[None] == 0
    return [
        case("worst", positives, *large, 1),
        case("worst", worst, *mined(1, 11, [2]), 3),
        case("worst", worst, *mined(1, 9, [1]), 3),
        case("worst", worst, *mined(1, 12, [3]), 2),
        case("images", own, *mined(3, 10, [2, 1, 2]), 3),
        case("images", own, *mined(4, 7, [1, 3, 1, 2]), 1),
        case("images", own, *mined(2, 13, [4, 1]), 2),
        case("few", nothing, *mined(3, 7, [0, 0, 0]), 3),
        case("few", nothing, *mined(3, 8, [2, 0, 1]), 3),
        case("few", few, *mined(2, 6, [4, 2]), 3),
        case("few", few, *mined(2, 5, [5, 1]), 2),
        case("ties", equal, *same, 2),
        case("ties", equal, *zeros, 3),
        case("ties", equal, *pairs, 2),
        case("kind", truth, *mined(2, 5, [1, 2]), 1),
    ]


HARD_NEGATIVE_MINING = Exercise(
    "hard_negative_mining",
    ("hard_negative_mining",),
    (
        Aspect("worst", 1, Text("one image", "이미지 하나"), effects=True),
        Aspect("images", 1, Text("several images", "여러 이미지"), effects=True),
        Aspect("few", 1, Text("no positives, or few negatives", "양성이 없거나 음성이 적을 때")),
        Aspect("ties", 0.5, Text("equal values", "같은 값"), judge=Fair(fair)),
        Aspect("kind", 0.5, Text("True and False", "True와 False"), dtype=True, alone=True),
    ),
    hard_negative_mining_cases,
    {"hard_negative_mining": ref.hard_negative_mining},
)


def multibox_loss_cases(rng):
    def batch(N, P, K, positives, spread=1.5):
        """Draw a batch; the targets of background priors hold numbers too, which nobody may read."""
        classes = np.zeros((N, P), dtype=np.int64)
        for row, count in zip(classes, positives, strict=True):
            row[rng.permutation(P)[:count]] = rng.integers(1, K + 1, count)
        loc = rng.normal(0, 1, (N, P, 4)).round(2)
        targets = (loc + rng.normal(0, spread, (N, P, 4))).round(2)
        return rng.normal(0, 1.5, (N, P, K + 1)).round(2), loc, classes, targets

    def case(aspects, hint, arrays, *ratio):
        return Case(aspects, call("multibox_loss", *arrays, *ratio), hint)

    def met(cls, loc, classes, targets):
        """The same batch with every positive at its target: only the classes are left."""
        return cls, loc, classes, np.where(classes[..., None] > 0, loc, targets)

    def certain(cls, loc, classes, targets):
        """The same batch, every prior sure of the right class: only the boxes are left."""
        return 60.0 * (np.arange(cls.shape[2]) == classes[..., None]), loc, classes, targets

    scores = Text(
        "Here every positive prior is at its target, so that the loss is the cross entropy alone: over the positives "
        "and the mined negatives, divided by the number of positives of the whole batch.",
        "여기서는 양성이 모두 정답 자리에 있어 손실이 교차 엔트로피뿐입니다. 양성과 골라낸 음성에 대해 더하고, "
        "배치 전체의 양성 수로 나눕니다.",
    )
    boxes = Text(
        "Here all scores are certain and right, so that the loss is smooth L1 alone: over the four offsets of each "
        "positive, divided by the number of positives.",
        "여기서는 점수가 모두 옳고 확실해서 손실이 smooth L1뿐입니다. 양성마다 오프셋 네 개에 대해 더하고, "
        "양성의 수로 나눕니다.",
    )
    both = Text("The loss is the sum of both parts.", "손실은 두 부분의 합입니다.")
    slope = Text(
        "dcls is (softmax − one hot) / positives where a prior takes part, and 0 at all other priors.",
        "dcls는 참여하는 프라이어에서 (소프트맥스 − 원-핫) / 양성의 수이고, 다른 프라이어에서는 모두 0입니다.",
    )
    steps = Text(
        "dloc is the slope of smooth L1 at loc − targets, divided by the number of positives; 0 at background priors.",
        "dloc은 loc − targets에서 smooth L1의 기울기를 양성의 수로 나눈 것이고, 배경 프라이어에서는 0입니다.",
    )
    nothing = Text(
        "No prior has an object. Loss and gradients are 0, and nothing is divided by 0.",
        "물체를 맡은 프라이어가 없습니다. 손실과 그래디언트는 0이고, 0으로 나누는 곳이 없어야 합니다.",
    )
    lonely = Text(
        "One image of this batch has no object: its priors take no part.",
        "배치의 한 이미지에는 물체가 없습니다. 그 이미지의 프라이어는 참여하지 않습니다.",
    )
    great = Text(
        "Scores of ±1000, nothing else is new: subtract the largest score of each prior before exp, and do not take "
        "the log of a softmax. If a row above fails too, begin there.",
        "점수가 ±1000일 뿐 나머지는 위와 같습니다. exp 전에 프라이어마다 가장 큰 점수를 빼고, 소프트맥스의 로그를 "
        "구하지 마십시오. 위의 항목도 틀렸으면 거기부터 살펴보십시오.",
    )
    hopeless = Text(
        "For each negative the probability of the background is nearly 0 here, while ce is 1000 to 1700: mine by ce.",
        "여기서는 모든 음성에서 배경일 확률이 거의 0이지만 ce는 1000에서 1700까지 다릅니다. ce로 고르십시오.",
    )
    single_ = Text("One positive in the whole batch: M is 1.", "배치 전체에 양성이 하나뿐입니다. M은 1입니다.")
    ratio = Text("Here ratio is not 3: hand it on.", "여기서는 ratio가 3이 아닙니다. 그대로 넘겨주십시오.")
    one, many, lone = batch(1, 9, 2, [2]), batch(3, 14, 3, [2, 1, 3]), batch(3, 11, 4, [2, 0, 1])
    cls, loc, classes, targets = met(*batch(1, 12, 2, [1]))
    while True:
        large = np.round(rng.choice([-1000, 1000], cls.shape) + cls, 2), loc, classes, targets
        z = large[0][classes == 0]
        ce = np.sort(z.max(axis=1) - z[:, 0] + np.log(np.exp(z - z.max(axis=1, keepdims=True)).sum(axis=1)))
        if ce[-3] > ce[-4] + 0.005:  # which three are mined is clear, in float32 too
            break
    apart = (cls + rng.permuted(np.arange(classes.size) % 2 * 2000 - 1000).reshape(1, 12, 1), loc, classes, targets)
    single = batch(2, 9, 2, [0, 1])
    # One positive, and seven negatives that are all wrong without doubt: which three of them is told by ce alone.
    certainly = np.array([0, 1000, 1600, 1100, 1500, 1200, 1700, 1300])
    wrong = np.zeros((1, 8, 3)) + certainly[:, None] * [0, 1, 0], np.zeros((1, 8, 4)), 1 * (certainly[None] == 0)
    return [
        case("scores", scores, met(*one)),
        case("scores", scores, met(*many)),
        case("scores", lonely, met(*lone)),
        case("scores", ratio, met(*batch(2, 12, 3, [2, 1])), 1),
        case("boxes", boxes, certain(*batch(1, 6, 2, [2], 0.3))),
        case("boxes", boxes, certain(*batch(2, 7, 3, [2, 3], 2.5))),
        case("boxes", both, many),
        case("dcls", slope, met(*one)),
        case("dcls", slope, many),
        case("dcls", lonely, lone),
        case("dloc", steps, batch(1, 6, 2, [2], 0.3)),
        case("dloc", steps, batch(2, 8, 3, [1, 2], 2.5)),
        case("dloc", lonely, lone),
        case(("scores", "dcls"), single_, met(*single)),
        case("dloc", single_, single),
        case("none", nothing, batch(2, 6, 3, [0, 0])),
        case("stable", great, large),
        case("stable", great, apart),
        case("stable", hopeless, (*wrong, np.zeros((1, 8, 4)))),
        case("untouched", None, batch(2, 7, 2, [1, 2])),
        case("dcls", ratio, met(*batch(2, 15, 2, [2, 1])), 2),
    ]


MULTIBOX_LOSS = Exercise(
    "multibox_loss",
    ("multibox_loss",),
    (
        Aspect("scores", 1, Text("loss of the classes", "클래스의 손실"), part=0),
        Aspect("boxes", 1, Text("loss of the boxes", "상자의 손실"), part=0),
        Aspect("dcls", 1.5, Text("gradient of the scores", "점수의 그래디언트"), part=1),
        Aspect("dloc", 1, Text("gradient of the offsets", "오프셋의 그래디언트"), part=2),
        Aspect("none", 0.5, Text("a batch without objects", "물체가 없는 배치")),
        Aspect("stable", 0.5, Text("scores of ±1000", "±1000인 점수")),
        Aspect(
            "untouched", 0.5, Text("the arguments are left untouched", "인수를 바꾸지 않음"), effects=True, alone=True
        ),
    ),
    multibox_loss_cases,
    {"multibox_loss": ref.multibox_loss},
    needs=("hard_negative_mining",),
)
