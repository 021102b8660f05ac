"""u19_ssd: what the check of match_priors asks."""

import numpy as np
from nnref import ssd as ref
from nnref.boxes import iou_matrix

from nnexam.model import Aspect, Case, Exercise, Text, script

from .draws import stripes


def crowd(rng, P, G, t):
    """Draw priors, and objects that are moved copies of some of them: more than G priors match, t decides some.

    Priors that are nobody's own overlap one object by t at most: which of two is nearer is asked elsewhere.
    """
    while True:
        low = rng.uniform(0, 0.6, (P, 2))
        priors = np.concatenate([low, low + rng.uniform(0.2, 0.4, (P, 2))], axis=1).round(3)
        gts = (priors[rng.permutation(P)[:G]] + rng.uniform(-0.08, 0.08, (G, 4))).round(3)
        overlap = iou_matrix(priors, gts)
        matched, other = (np.sum(ref.match_priors(priors, gts, [1] * G, limit)[0]) for limit in (t, 0.5))
        free = ref.match_priors(priors, gts, [1] * G, 2)[0] == 0
        single = (overlap[free] >= t).sum(axis=1).max() <= 1
        if single and matched > G and (t == 0.5 or matched != other) and np.abs(overlap - t).min() > 0.005:
            return priors, gts, 1 + rng.permutation(G) % 4, t


def match_priors_cases(rng):
    def case(aspects, hint, priors, gts, labels, t=None):
        """A call whose two results are unpacked: a tuple, a list or one array of two rows is all the same."""
        given = {"priors": priors, "gts": gts, "labels": np.array(labels, dtype=np.int64)}
        if t is not None:
            given["t"] = t
        line = f"classes, objects = match_priors({', '.join(given)})"
        return Case(aspects, script(line, ("classes", "objects"), **given), hint)

    threshold = Text(
        "The IoUs with the only object are 1, 0.5, 0.49 and 0.3: from t = 0.5 on, 0.5 included, a prior takes it.",
        "하나뿐인 물체와의 IoU가 1, 0.5, 0.49, 0.3입니다. IoU가 t = 0.5 이상이면(0.5도 포함) 그 물체를 맡습니다.",
    )
    lower = Text(
        "Here t is not 0.5: take the one handed in.", "여기서는 t가 0.5가 아닙니다. 인수로 받은 값을 쓰십시오."
    )
    nearest = Text(
        "Two objects, both above t for the second prior: it answers for the one that it overlaps more.",
        "물체가 둘이고, 둘째 프라이어는 둘 다 t 이상 겹칩니다. 더 많이 겹치는 물체를 맡습니다.",
    )
    own = Text(
        "No prior reaches t with this object: it gets the one of largest IoU all the same. One only.",
        "이 물체와 t 이상 겹치는 프라이어가 없습니다. 그래도 IoU가 가장 큰 프라이어 하나는 이 물체를 맡습니다.",
    )
    first = Text(
        "Two priors have the same, small IoU with the object: the first one answers for it, the other for nothing.",
        "두 프라이어의 IoU가 똑같이 작습니다. 첫째가 그 물체를 맡고, 다른 하나는 배경입니다.",
    )
    wanted = Text(
        "Both objects have their largest IoU with the last prior. The larger IoU takes it; the other object gets "
        "the best of the priors that are left.",
        "두 물체 모두 마지막 프라이어와 가장 많이 겹칩니다. 둘 가운데 IoU가 큰 쪽이 차지하고, 다른 물체는 남은 "
        "프라이어 가운데 가장 나은 것을 받습니다.",
    )
    again = Text(
        "Object 0 takes the first prior, which object 1 wanted too. Of the pairs left, object 2 and the second prior "
        "have the largest IoU, 0.8; object 1 has only 0.56 with it, and gets the third one.",
        "물체 0이 첫째 프라이어를 차지합니다. 물체 1도 원하던 것입니다. 남은 짝 가운데 IoU가 가장 큰 것은 물체 2와 "
        "둘째 프라이어의 0.8입니다. 물체 1은 둘째와 0.56뿐이므로 셋째를 받습니다.",
    )
    kept = Text(
        "The first prior is given to object 0, which has no other. It overlaps object 1 even more, but that one has a "
        "better prior already.",
        "첫째 프라이어는 다른 프라이어가 없는 물체 0의 것입니다. 물체 1과 더 많이 겹치지만, 물체 1에게는 이미 더 나은 "
        "프라이어가 있습니다.",
    )
    second = Text(
        "Object 0 takes the first prior. Of the others the second one is the best for object 1 and becomes its own, "
        "although it overlaps object 0 more, and although object 1 reaches t with the last prior anyway.",
        "물체 0이 첫째 프라이어를 차지합니다. 남은 것 가운데 물체 1에게 가장 나은 것은 둘째 프라이어입니다. 물체 0과 "
        "더 많이 겹치고, 물체 1이 마지막 프라이어와도 t 이상 겹치지만, 둘째 프라이어는 물체 1의 몫입니다.",
    )
    every = Text(
        "Several objects and many priors: first a prior for each object, by IoU; then every other prior by itself.",
        "물체가 여럿입니다. 먼저 IoU 순서로 물체마다 프라이어를 하나씩 주고, 그다음 나머지를 정합니다.",
    )
    empty = Text(
        "There is no object: every prior is background, 0, with the object −1.", "물체가 없습니다. 모두 배경입니다."
    )
    beside = Text(
        "The second object overlaps no prior at all. Nevertheless it gets one, the first that is still free.",
        "둘째 물체와 겹치는 프라이어가 하나도 없습니다. 그래도 아직 남은 프라이어 가운데 첫째를 받습니다.",
    )
    alone = Text(
        "The only object overlaps no prior at all, and no IoU is too small: the first prior answers for it.",
        "하나뿐인 물체와 겹치는 프라이어가 없습니다. IoU가 아무리 작아도 하나는 주므로 첫째 프라이어가 맡습니다.",
    )
    kinds = Text(
        "Both results hold whole numbers: classes and rows of gts are used as indices later.",
        "두 결과 모두 정수입니다. 나중에 인덱스로 쓰입니다.",
    )
    clash = np.array([[0.0, 0, 1, 1], [0, 0, 1, 0.8]]), np.array([[0.0, 0, 1, 1.9], [0, 0, 1, 0.82]])
    far = np.array([[0.0, 2, 1, 3]])
    return [
        case("threshold", threshold, stripes(1, 0.5, 0.49, 0.3), stripes(1), [4]),
        case("threshold", lower, stripes(1, 0.5, 0.49, 0.3), stripes(1), [2], 0.3),
        case("threshold", lower, stripes(1, 0.75, 0.5, 0.3), stripes(1), [3], 0.75),
        case("threshold", nearest, stripes(0.6, 0.8, 1.0), stripes(0.62, 0.97), [5, 2]),
        case("threshold", nearest, stripes(0.6, 0.8, 1.0), stripes(0.97, 0.62), [2, 5]),
        case("own", own, stripes(0.1, 0.3, 0.2), stripes(1), [3]),
        case("own", own, stripes(0.02, 0.03, 0.05), stripes(1), [2]),
        case("own", own, stripes(0.05, 0.1, 0.9, 0.8, 0.08), stripes(0.25, 0.88), [2, 1]),
        case("own", first, stripes(0.1, 0.25, 0.25), stripes(1), [2]),
        case("conflict", wanted, stripes(0.1, 0.5, 1), stripes(0.9, 1), [1, 2]),
        case("conflict", wanted, stripes(0.1, 0.2, 0.9), stripes(1, 0.7), [3, 1]),
        case("conflict", again, stripes(1, 0.5, 0.3), stripes(1, 0.9, 0.4), [1, 2, 3]),
        case("conflict", kept, *clash, [1, 2]),
        case("conflict", second, stripes(0.9, 0.85, 0.5), stripes(0.9, 0.7), [1, 2]),
        case("conflict", every, *crowd(rng, 15, 4, 0.5)),
        case("conflict", every, *crowd(rng, 15, 6, 0.4)),
        case("none", empty, stripes(0.4, 1, 0.3), np.zeros((0, 4)), []),
        case("none", beside, stripes(0.3, 0.9, 0.5), np.concatenate([stripes(0.5), far]), [3, 2]),
        case("none", alone, stripes(0.3, 0.9, 0.5), far, [3]),
        case("whole", kinds, stripes(1, 0.5, 0.3), stripes(0.9), [4]),
        case("whole", kinds, stripes(1, 0.5), np.zeros((0, 4)), []),
    ]


MATCH_PRIORS = Exercise(
    "match_priors",
    ("match_priors",),
    (
        Aspect("threshold", 1.5, Text("from t on", "t 이상 겹치는 프라이어"), effects=True),
        Aspect("own", 1.5, Text("an object below t", "t 이상인 프라이어가 없는 물체"), effects=True),
        Aspect("conflict", 1, Text("objects that want the same prior", "같은 프라이어를 원하는 물체들")),
        Aspect("none", 0.5, Text("no object, or one beside all priors", "물체가 없거나 어느 것과도 겹치지 않을 때")),
        Aspect("whole", 0.5, Text("whole numbers", "정수"), dtype=True, alone=True),
    ),
    match_priors_cases,
    {"match_priors": ref.match_priors},
)
