"""u17_selective_search: what the checks of the sets and of the segmentation ask, and what each aspect is worth."""

import numpy as np
from nnref import segmentation as ref

from nnexam.judges import Invariant
from nnexam.model import Aspect, Case, Exercise, Text, call, script

from .parts import SameRegions, broken_numbers, firm_regions


def disjoint_set_cases(rng):
    def united(n, unions):
        lines = "\n".join([f"sets = DisjointSet({n})", *(f"sets.union({i}, {j})" for i, j in unions)])
        return lines, f"[[sets.find(i) == sets.find(j) for j in range({n})] for i in range({n})]"

    def together(hint, n, unions):
        lines, table = united(n, unions)
        return Case("sets", script(f"{lines}\ntogether = {table}", "together"), hint)

    def sizes(hint, n, unions):
        lines, _ = united(n, unions)
        return Case("sizes", script(f"{lines}\nsizes = [sets.size(i) for i in range({n})]", "sizes"), hint)

    def root(hint, n, unions):
        lines, _ = united(n, unions[:-1])
        (i, j) = unions[-1]
        lines += f"\nroot = sets.union({i}, {j})"
        lines += f"\nsame = [root is not None, root == sets.find({i}), root == sets.find({j})]"
        return Case("root", script(lines, "same"), hint)

    alone = Text(
        "Nothing is united yet: every number is its own root, and its set has the size 1.",
        "아직 아무것도 합치지 않았습니다. 수마다 자기가 뿌리이고 집합의 크기는 1입니다.",
    )
    chain = Text(
        "together[i][j] says whether i and j have the same root. Whoever has been united before must come along: "
        "draw the trees on paper, union after union.",
        "together[i][j]는 i와 j의 뿌리가 같은지 말합니다. 앞에서 합친 것들도 모두 따라와야 합니다. 합칠 때마다 나무를 "
        "종이에 그려 보십시오.",
    )
    count = Text(
        "The size of a set is asked for each of its members, not only for its root. Only the count at the root, at "
        "find(i), has to be right, and only that may be read.",
        "집합의 크기를 뿌리뿐 아니라 모든 원소에게 묻습니다. 맞아야 하는 것은 뿌리에 적힌 개수뿐이므로 find(i)의 "
        "개수를 읽어야 합니다.",
    )
    again = Text(
        "The last union is of two members of one set: nothing may change.",
        "마지막으로 합치는 두 원소는 이미 한 집합에 있습니다. 아무것도 바뀌면 안 됩니다.",
    )
    returned = Text(
        "union must return the number that find then returns for i and for j: not i or j itself, which need not be "
        "the root.",
        "union은 그 뒤에 find가 i와 j에 대해 반환하는 수를 반환해야 합니다. i나 j 자체는 뿌리가 아닐 수 있습니다.",
    )
    itself = Text(
        "The last union is of a number with itself: nothing changes, and the root of its set is returned.",
        "마지막은 수 하나를 자신과 합치는 것입니다. 아무것도 바뀌지 않고, 그 집합의 뿌리를 반환합니다.",
    )
    rounds = Text(
        "Sixteen numbers are united in rounds: two and two, then four and four, at last eight and eight. All must have "
        "one root, also those that are several steps below it.",
        "수 16개를 둘씩, 넷씩, 마지막에는 여덟씩 합칩니다. 뿌리에서 여러 걸음 아래에 있는 수까지 모두 뿌리가 같아야 "
        "합니다.",
    )
    two = Text(
        "There are two objects here: what is united in one must not show in the other.",
        "여기에는 객체가 둘 있습니다. 한쪽에서 합친 것이 다른 쪽에 나타나면 안 됩니다.",
    )

    def tournament(turned):
        """Any tree of the rounds is four steps deep where roots are hung under roots, whichever stays."""
        pairs = [(i, i + step) for step in (1, 2, 4, 8) for i in range(0, 16, 2 * step)]
        lines, _ = united(16, [pair[::-1] for pair in pairs] if turned else pairs)
        return Case("sets", script(f"{lines}\ntogether = {ALL_WITH_0}", "together"), rounds)

    order = rng.permutation(7).tolist()
    a, b, c, d, e, f, g = order
    tree = [(a, b), (c, d), (b, d)]  # members that are not roots
    deep = [*tree, (e, f), (f, a), (g, d)]
    # Smaller numbers first: then a class that hangs up members in place of roots is wrong, but no tree has a circle.
    random = [tuple(sorted(int(n) for n in rng.integers(0, 9, 2))) for _ in range(7)]
    late = [(0, 1), (2, 3), (1, 3), (4, 5), (5, 1)]
    pair = """
        one, other = DisjointSet(3), DisjointSet(3)
        one.union(0, 2)
        together = [one.find(0) == one.find(2), other.find(0) == other.find(2), other.size(0) == 1]
    """
    return [
        together(alone, 4, []),
        together(chain, 3, [(2, 0)]),
        together(chain, 7, tree),
        together(chain, 7, deep),
        together(chain, 9, random),
        together(chain, 6, late),
        together(chain, 6, [(j, i) for i, j in late]),
        tournament(turned=False),
        tournament(turned=True),
        sizes(alone, 3, []),
        sizes(count, 7, tree),
        sizes(count, 7, deep),
        sizes(count, 5, [(0, 1), (1, 2), (2, 3)]),
        sizes(again, 7, [(a, b), (a, b)]),
        sizes(again, 6, [(4, 1), (4, 3), (1, 3)]),
        root(returned, 5, [(1, 2)]),
        root(returned, 5, [(1, 3), (1, 3)]),
        root(itself, 5, [(1, 3), (1, 1)]),
        root(itself, 5, [(1, 3), (3, 3)]),
        root(returned, 7, tree),
        root(returned, 6, [*late, (2, 4)]),
        root(returned, 4, [(0, 1), (2, 0), (3, 2)]),
        Case("root", script(pair, "together"), two),
    ]


ALL_WITH_0 = "[sets.find(i) == sets.find(0) for i in range(16)]"
DISJOINT_SET = Exercise(
    "disjoint_set",
    ("DisjointSet",),
    (
        Aspect("sets", 1.5, Text("who belongs together", "누가 한 집합인가")),
        Aspect("sizes", 1, Text("sizes", "크기")),
        Aspect("root", 0.5, Text("union returns the root; two objects", "union이 반환하는 뿌리, 객체 두 개")),
    ),
    disjoint_set_cases,
    {"DisjointSet": ref.DisjointSet},
)


def patches(rng, C, H, W):
    """Draw an image (C, H, W) of three patches of different colours on a ground, with noise."""
    img = np.full((C, H, W), rng.uniform(0.1, 0.3))
    for _ in range(3):
        y, x = rng.integers(0, H - 3), rng.integers(0, W - 3)
        img[:, y : y + rng.integers(2, 6), x : x + rng.integers(3, 7)] = rng.uniform(0.3, 0.9, (C, 1, 1))
    return np.clip(img + rng.normal(0, 0.02, img.shape), 0, 1)


def crumbs(rng, C, H, W):
    """Draw an image (C, H, W) of flat patches, many of them small, whose differences are all different."""
    patch = np.zeros((H, W))
    for number in range(1, 8):
        y, x = rng.integers(0, H - 2), rng.integers(0, W - 2)
        patch[y : y + rng.integers(1, 4), x : x + rng.integers(1, 4)] = number
    pieces = ref.felzenszwalb(patch[None], 0, 1)  # a patch may have been cut in two: each piece gets its value
    while True:
        values = rng.uniform(0, 9, pieces.max() + 1)
        weights = np.sort(np.abs(values[:, None] - values)[np.triu_indices(len(values), 1)])
        if np.diff(weights, prepend=0).min() > 1e-4:
            return np.arange(1, C + 1)[:, None, None] * values[pieces]


def felzenszwalb_cases(rng):
    def case(aspects, hint, img, k, min_size):
        return Case(aspects, call("felzenszwalb", np.asarray(img, dtype=float), k, min_size), hint)

    def line(*values):
        return np.array([[values]], dtype=float) + float(rng.integers(0, 3))

    def drawn(aspects, hint, draw, k, min_size):
        return named(aspects, hint, firm_regions(rng, draw, k, min_size), k, min_size)

    def named(aspects, hint, img, k, min_size):
        return Case(aspects, script(RUN, "labels", img=np.asarray(img, dtype=float), k=k, min_size=min_size), hint)

    def shown(hint, draw, k):
        """The same image for the regions and for their numbers, which have hints of their own."""
        img = firm_regions(rng, draw, k, 1)
        return [named("regions", hint, img, k, 1), named("numbers", renumber, img, k, 1)]

    flat = Text(
        "The image has one colour: all weights are 0, so all pixels become one region.",
        "이미지가 한 가지 색입니다. 무게가 모두 0이므로 모든 픽셀이 한 영역이 됩니다.",
    )
    level = Text(
        "One colour, and k = 0: all weights are 0, and so is every bound. A weight that equals the bound unites.",
        "이미지가 한 가지 색이고 k = 0입니다. 무게가 모두 0이고 한계도 모두 0입니다. 무게가 한계와 같으면 합칩니다.",
    )
    renumber = Text(
        "Whatever the regions are: their labels must be whole numbers, 0 to n − 1 for n regions, each of them there. "
        "np.unique(roots, return_inverse=True)[1] makes such numbers of the roots.",
        "영역이 어떻게 나뉘었든 레이블은 정수여야 하고, 영역이 n개이면 0부터 n − 1까지 모두 나와야 합니다. "
        "np.unique(roots, return_inverse=True)[1]이 뿌리를 그런 번호로 바꿉니다.",
    )
    euclid = Text(
        "Two pixels, their channels 3 and 4 apart: the weight is 5. Is 5 at most k here?",
        "픽셀 두 개의 채널 차이가 3과 4입니다. 무게는 5입니다. 여기서 5가 k 이하입니까?",
    )
    light = Text(
        "One row of pixels. The lightest edge comes first, wherever it stands.",
        "픽셀이 한 줄 있습니다. 어디에 있든 가장 가벼운 간선이 먼저입니다.",
    )
    grown = Text(
        "Two pixels have become one region of 2: its Int is the weight that joined them, and k / 2 its allowance.",
        "픽셀 두 개가 크기 2인 영역이 되었습니다. 이제 Int는 둘을 이은 무게이고, 여유는 k / 2입니다.",
    )
    rooted = Text(
        "Two pixels are united across 0.4, and a third one joins them across 0.8. The region of three has the Int 0.8, "
        "at the root that union returns; so the edge 0.95 unites, too.",
        "두 픽셀이 무게 0.4로 합쳐지고 셋째 픽셀이 0.8로 붙습니다. 크기 3인 영역의 Int는 0.8이고 union이 반환하는 "
        "뿌리에 적혀 있습니다. 그래서 무게 0.95인 간선으로도 합쳐집니다.",
    )
    both = Text(
        "A single pixel beside a flat region of four: the pixel would agree, the region would not. The smaller bound "
        "counts.",
        "픽셀 하나가 크기 4인 고른 영역 옆에 있습니다. 픽셀은 합치려 하지만 영역은 아닙니다. 작은 쪽의 한계를 "
        "따릅니다.",
    )
    stepped = Text(
        "A region of two pixels with a step of 0.9 inside, beside a flat region of four: their bounds are 0.9 + 1/2 "
        "and 0 + 1/4. The smaller one counts, so the edge 0.95 stays a border.",
        "안에 0.9만큼의 차이가 있는 픽셀 두 개짜리 영역이 크기 4인 고른 영역 옆에 있습니다. 한계는 0.9 + 1/2와 "
        "0 + 1/4입니다. 작은 쪽을 따르므로 무게 0.95인 간선은 경계로 남습니다.",
    )
    restless = Text(
        "A region with strong steps inside accepts a strong edge: its Int is large. The same edge at a calm region "
        "stays a border.",
        "안에서 크게 출렁이는 영역은 Int가 커서 무거운 간선도 받아들입니다. 같은 간선도 고른 영역 옆에서는 경계로 "
        "남습니다.",
    )
    picture = Text(
        "An image with patches and noise. Where all single rows are right: is Int read at roots only, stored at the "
        "root that union returns, and left alone by edges inside one region?",
        "조각과 잡음이 있는 이미지입니다. 한 줄짜리 사례가 모두 맞는다면, Int를 뿌리에서만 읽고, union이 반환하는 "
        "뿌리에 적고, 한 영역 안의 간선에서는 그대로 두는지 보십시오.",
    )
    small = Text(
        "Regions of fewer than min_size pixels are united across the lightest edge that leads out of them.",
        "min_size보다 픽셀이 적은 영역은 밖으로 나가는 가장 가벼운 간선을 따라 합칩니다.",
    )
    after = Text(
        "First the rule for all edges, then min_size for all edges: a crumb that joins in the second loop does not "
        "make its region accept more.",
        "먼저 모든 간선에 규칙을 적용하고, 그다음 모든 간선에 min_size를 적용합니다. 둘째 반복문에서 부스러기가 "
        "붙었다고 해서 그 영역이 더 많이 받아들이지는 않습니다.",
    )
    larger = Text(
        "min_size is larger than the image: everything becomes one region.",
        "min_size가 이미지보다 큽니다. 모두 한 영역이 됩니다.",
    )
    pixel = Text(
        "The image is a single pixel: there is no edge, and one region.",
        "이미지가 픽셀 하나입니다. 간선이 없고 영역은 하나입니다.",
    )
    corner = Text(
        "Pixels that touch at a corner are neighbours, too: use all pairs of pixel_pairs.",
        "모서리로 맞닿은 픽셀도 이웃입니다. pixel_pairs의 쌍을 모두 쓰십시오.",
    )
    diagonal = np.eye(4, 6)[None] * 3.0 + np.flip(np.eye(4, 6), axis=1)[None] * 7.0
    pair = np.array([[[1.0, 4.0]], [[6.0, 2.0]]])
    mountain = [0, 1, 2, 3, 4, 5]
    some = crumbs(rng, 1, 8, 12)

    def noise():
        return patches(rng, 3, 9, 7)

    return [
        case("regions", flat, np.full((3, 4, 6), 0.4), 0.5, 1),
        named("regions", pixel, np.full((2, 1, 1), 0.4), 0.5, 1),
        case("regions", euclid, pair, 5.01, 1),
        case("regions", euclid, pair, 4.99, 1),
        case("regions", euclid, pair, 3.8, 1),
        case("regions", euclid, pair, 3.5, 1),
        case("regions", level, np.full((2, 3, 5), 0.6), 0, 1),
        case("regions", corner, diagonal, 0.01, 1),
        case("regions", light, line(0, 2, 2, 2, 2), 2.1, 1),
        case("regions", light, line(0, 0.9, 1.0, 1.1, 2.2, 2.3), 1.0, 1),
        case("regions", grown, line(0, 0.4, 1.32), 1, 1),
        case("regions", grown, line(0, 0.4, 1.28), 1, 1),
        case("regions", grown, line(0, 0.4, 0.82, 1.7), 1, 1),
        case("regions", grown, line(0, 0.9, 2.1, 3.0), 1, 1),
        case("regions", grown, line(0, 0.9, 2.5, 3.4), 1, 1),
        case("regions", rooted, line(0, 0.8, 1.2, 2.15), 1, 1),
        case("regions", rooted, line(0, 0.95, 1.35, 2.15), 1, 1),
        case("regions", both, line(0, 0, 0, 0, 0.9), 1, 1),
        case("regions", both, line(0.9, 0, 0, 0, 0), 1, 1),
        case("regions", stepped, [[[0, 0.9, 1.85, 1.85, 1.85, 1.85]]], 1, 1),
        case("regions", restless, line(*mountain, *[9] * 6), 6.03, 1),
        case("regions", restless, line(*mountain, 6), 1.01, 1),
        *shown(picture, noise, 0.2),
        *shown(picture, lambda: patches(rng, 1, 6, 11), 0.05),
        *shown(picture, lambda: patches(rng, 2, 10, 8), 1.0),
        case("small", small, line(0, 0, 0, 5, 8, 8, 8), 0.01, 2),
        case("small", small, line(0, 0, 5, 5, 5, 12, 19.5, 30, 31), 0.1, 2),
        case("small", small, line(0, 0, 0, 5, 8, 8, 8), 0.01, 3),
        case("small", corner, [[[3, 3, 40, 40], [3, 3, 40, 40], [60, 60, 0, 60]]], 0.01, 2),
        case("small", larger, line(0, 0, 0, 5, 8, 8, 8), 0.01, 50),
        case("small", after, line(0, 0, 0, 0, 2.0, 4.05, *[6.06] * 4), 1, 2),
        named("small", small, some, FEW, 4),
        named("numbers", renumber, some, FEW, 4),
        named("small", small, crumbs(rng, 2, 9, 7), FEW, 6),
        named("small", larger, crumbs(rng, 1, 7, 5), FEW, 36),
        drawn("untouched", None, lambda: patches(rng, 2, 6, 5), 0.1, 3),
    ]


FEW = 1e-5  # k so small that only pixels of one colour are united; not 0, where <= and < differ
RUN = "labels = felzenszwalb(img, k, min_size)"
FELZENSZWALB = Exercise(
    "felzenszwalb",
    ("felzenszwalb",),
    (
        Aspect("regions", 3, Text("regions, min_size 1", "영역(min_size 1)"), judge=SameRegions()),
        Aspect("small", 1.5, Text("small regions join", "작은 영역 합치기"), judge=SameRegions()),
        Aspect("numbers", 1, Text("labels are 0 to n − 1", "레이블은 0부터 n − 1"), judge=Invariant(broken_numbers)),
        Aspect("untouched", 0.5, Text("img is left untouched", "img는 그대로"), effects=True, alone=True),
    ),
    felzenszwalb_cases,
    {"felzenszwalb": ref.felzenszwalb},
    needs=("disjoint_set",),
)
