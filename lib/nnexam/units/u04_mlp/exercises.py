"""u04_mlp: what the checks ask, and what each aspect is worth."""

import numpy as np
from nnref import mlp as ref
from nnref.affine import affine

from nnexam.advice import advise_on
from nnexam.judges import Invariant
from nnexam.model import Aspect, Case, Exercise, Text, call, script

from .batches import broken_once, broken_order, broken_pairs, broken_sizes


def layer(rng, D, M):
    """Draw W (D, M) and b (M,)."""
    return rng.normal(size=(D, M)), rng.uniform(0.5, 2, M) * rng.choice([-1, 1], M)


def network(rng, *sizes):
    """Draw a pair (W, b) for each layer."""
    return [layer(rng, D, M) for D, M in zip(sizes[:-1], sizes[1:], strict=True)]


def affine_cases(rng):
    by_hand = Text(
        "Work out one number by hand: the row X[0] times the column W[:, 0], plus b[0].",
        "수 하나를 손으로 계산해 보십시오. X[0] 행과 W[:, 0] 열을 곱해 더하고 b[0]을 더합니다.",
    )
    only_b = Text(
        "X is 0 here, so only b is left: every row of the result is b.",
        "여기서는 X가 0이므로 b만 남습니다. 결과의 모든 행이 b입니다.",
    )
    square = Text(
        "N, D and M are equal here, so exchanged axes raise no error: work out row 0 by hand.",
        "여기서는 N, D, M이 같아서 축이 뒤바뀌어도 오류가 나지 않습니다. 0번 행을 손으로 계산해 보십시오.",
    )
    sizes = ((4, 3, 5), (1, 3, 2), (4, 2, 1))
    cases = [Case("values", call("affine", rng.normal(size=(N, D)), *layer(rng, D, M)), by_hand) for N, D, M in sizes]
    W, b = layer(rng, 3, 2)
    b = np.abs(b) * rng.permutation([-1, 1])  # of both signs
    cases.append(Case("bias", call("affine", np.zeros((4, 3)), W, b), only_b))
    X, (W, b) = rng.normal(size=(3, 3)), layer(rng, 3, 3)
    while (X @ W + b).min() > -0.1:  # relu would change nothing
        X = rng.normal(size=(3, 3))
    return [*cases, Case("square", call("affine", X, W, b), square)]


AFFINE = Exercise(
    "affine",
    ("affine",),
    (
        Aspect("values", 1, Text("values; inputs left untouched", "값(입력은 그대로)"), effects=True),
        Aspect("bias", 1, Text("b is added to every row", "모든 행에 b를 더함")),
        Aspect("square", 1, Text("N = D = M, where no error warns you", "N = D = M이라 오류가 나지 않을 때")),
    ),
    affine_cases,
    {"affine": affine},
    advice=advise_on(loops=True),
)


def shapes_cases(rng):
    parts = ("x", "W", "b", "out")
    pairs = Text(
        "Take two neighbouring sizes at a time: the layer between them has D inputs and M neurons.",
        "이웃한 두 크기를 한 쌍씩 보십시오. 그 사이의 층은 입력이 D개, 뉴런이 M개입니다.",
    )
    equal = Text(
        "A size occurs twice here: go by its place.", "여기서는 같은 크기가 두 번 나옵니다. 자리를 따라가십시오."
    )
    lines = "x, W, b, out = zip(*layer_shapes(sizes, N))"
    cases = []
    for length, N in ((3, 6), (2, 7), (5, 1)):
        sizes = [int(size) for size in rng.permutation([2, 3, 4, 5, 8, 9])[:length]]
        cases.append(Case(parts, script(lines, parts, sizes=sizes, N=N), pairs))
    D, M, K = (int(size) for size in rng.permutation([2, 3, 4, 5, 8, 9])[:3])
    return cases + [
        Case(parts, script(lines, parts, sizes=sizes, N=6), equal) for sizes in ([D, M, M, K], [D, M, D, K])
    ]


LAYER_SHAPES = Exercise(
    "layer_shapes",
    ("layer_shapes",),
    (
        Aspect("W", 1, Text("W of each layer", "각 층의 W"), part="W", effects=True),
        Aspect("b", 0.5, Text("b of each layer", "각 층의 b"), part="b"),
        Aspect("x", 0.5, Text("what goes into each layer", "각 층에 들어가는 것"), part="x"),
        Aspect("out", 1, Text("what comes out of each layer", "각 층에서 나오는 것"), part="out"),
    ),
    shapes_cases,
    {"layer_shapes": ref.layer_shapes},
)

RELU = "lambda z: np.maximum(z, 0)"
IDENTITY = "lambda z: z"


def network_call(X, params, activation, calls=1):
    """Ask for the scores of a network whose parameters are shown one by one."""
    named = {
        f"{letter}{n}": array for n, pair in enumerate(params, 1) for letter, array in zip("Wb", pair, strict=True)
    }
    listed = ", ".join(f"(W{n}, b{n})" for n in range(1, len(params) + 1))
    lines = [f"params = [{listed}]", *[f"out = mlp_forward(X, params, {activation})"] * calls]
    return script("\n".join(lines), "out", X=X, **named)


def forward_cases(rng):
    def case(aspect, hint, activation, N, *sizes, calls=1):
        question = network_call(rng.normal(size=(N, sizes[0])), network(rng, *sizes), activation, calls)
        return Case(aspect, question, hint)

    bent = Text(
        "np.tanh belongs between the layers: after the first, not before it.",
        "np.tanh는 층과 층 사이에 들어갑니다. 첫 층의 앞이 아니라 뒤입니다.",
    )
    straight = Text(
        "The activation changes nothing here: does each layer get the output of the one before, and its own W and b?",
        "여기서는 활성화 함수가 아무것도 바꾸지 않습니다. 각 층이 앞 층의 출력을 받고 자기 W와 b를 씁니까?",
    )
    count = Text(
        "params may hold any number of layers from 1 on; look at the number of pairs here.",
        "params에는 층이 하나 이상 몇 개든 들어 있을 수 있습니다. 여기서는 쌍이 몇 개인지 보십시오.",
    )
    scores = Text(
        "All sums of the first layer are positive here, so relu could change the output only: leave that as it is.",
        "여기서는 첫 층의 합이 모두 양수라서 relu가 바꿀 수 있는 것은 출력뿐입니다. 출력은 그대로 두십시오.",
    )
    twice = Text(
        "The same network is used twice here: does params hold all its layers the second time?",
        "여기서는 같은 신경망을 두 번 씁니다. 두 번째에도 params에 층이 모두 들어 있습니까?",
    )
    single = Text("The only layer is the last one here.", "여기서는 하나뿐인 층이 마지막 층입니다.")
    positive = [(np.abs(W), np.abs(b)) for W, b in network(rng, 3, 5)]
    negative = [(-np.abs(W), b) for W, b in network(rng, 5, 2)]
    X = rng.uniform(0.5, 2, (4, 3))
    question = network_call(X, positive + negative, RELU)
    return [
        case("layers", straight, IDENTITY, 6, 4, 3, 5, 2),
        case("layers", straight, IDENTITY, 6, 4, 3, 3, 3),
        case("layers", twice, IDENTITY, 3, 4, 2, 2, 2, calls=2),
        case("hidden", bent, "np.tanh", 5, 4, 3, 6, 2),
        Case("output", question, scores),
        case("output", single, RELU, 4, 3, 5),
        case("depth", count, IDENTITY, 1, 4, 3),
        case("depth", count, IDENTITY, 5, 4, 3, 2),
        case("depth", count, IDENTITY, 5, 2, 3, 4, 6, 3),
    ]


MLP_FORWARD = Exercise(
    "mlp_forward",
    ("mlp_forward",),
    (
        Aspect(
            "layers",
            1,
            Text("three layers in a row; inputs left untouched", "층 세 개를 차례로(입력은 그대로)"),
            effects=True,
        ),
        Aspect("depth", 1, Text("one, two and four layers", "층이 하나, 둘, 네 개일 때")),
        Aspect("hidden", 1, Text("the activation between the layers", "층 사이의 활성화 함수")),
        Aspect("output", 1, Text("no activation after the last layer", "마지막 층 뒤에는 활성화 함수 없음")),
    ),
    forward_cases,
    {"mlp_forward": ref.mlp_forward},
    needs=("affine",),
)


def one_hot_cases(rng):
    y = rng.permutation([0, 1, 3, 3, 1, 0, 0])  # of 6 classes: 2, 4 and 5 do not occur
    ones = Text(
        "Each row holds a single 1, in the column that its label names.",
        "행마다 1이 하나뿐이고, 그 자리는 레이블이 가리키는 열입니다.",
    )
    column = Text("y is a column (N, 1) here; the result is (N, K).", "여기서는 y가 (N, 1)입니다. 결과는 (N, K)입니다.")
    kind = Text("The result must hold floats: a loss subtracts it from probabilities.", "결과는 실수여야 합니다.")
    decimals = Text("The labels are floats such as 2.0 here.", "여기서는 레이블이 2.0 같은 실수입니다.")
    return [
        Case("values", call("one_hot", y, 6), ones),
        Case("values", call("one_hot", np.array([2]), 5), ones),
        Case("column", call("one_hot", y[:, None], 6), column),
        Case("floats", call("one_hot", rng.permutation([0.0, 1.0, 3.0, 3.0, 0.0]), 4), decimals),
        Case("dtype", call("one_hot", y, 6), kind),
    ]


ONE_HOT = Exercise(
    "one_hot",
    ("one_hot",),
    (
        Aspect(
            "values", 1, Text("also for classes that do not occur", "y에 나오지 않는 클래스가 있을 때도"), effects=True
        ),
        Aspect("column", 1, Text("labels as a column (N, 1)", "레이블이 (N, 1)일 때"), effects=True),
        Aspect("floats", 0.5, Text("labels such as 2.0", "레이블이 2.0 같은 실수일 때")),
        Aspect("dtype", 0.5, Text("the result holds floats", "결과는 실수"), dtype=True, alone=True),
    ),
    one_hot_cases,
    {"one_hot": ref.one_hot},
    advice=advise_on(loops=True),
)


def spread(rng, N, D):
    """Draw X (N, D) whose columns have means and spreads of their own."""
    return rng.normal(size=(N, D)) * rng.permutation(np.geomspace(0.5, 20, D)) + rng.uniform(-9, 9, D)


def standardize_cases(rng):
    X = spread(rng, 6, 4)
    zero, three = X * [1, 0, 1, 1], X * [1, 1, 0, 1] + [0, 0, 3, 0]
    later = np.array([[0.5, 0.5, 0.5, 0.5], [1.0, -2.0, 3.0, 4.0]])
    whole = rng.permuted(np.arange(0, 30, 2).reshape(3, 5).T, axis=0)
    whole[0] += 1  # the means are no whole numbers
    nearly = np.column_stack([X[:, 1:], rng.permutation([3, -3, 6, 0, -6, 0]) / 1000])  # the last std is 0.004
    columns = Text(
        "Each column is a feature: mean and standard deviation run down the columns, axis 0.",
        "열 하나가 특징 하나입니다. 평균과 표준편차는 열을 따라, 곧 축 0을 따라 구합니다.",
    )
    given = Text(
        "mean and std are given here: use these, not those of X, and return them.",
        "여기서는 mean과 std를 넘겨주었습니다. X에서 구하지 말고 이 값을 쓰고, 그대로 반환하십시오.",
    )
    constant = Text(
        "A column never varies here: its std counts as 1, not as 0 and not as some tiny number.",
        "여기서는 값이 모두 같은 열이 있습니다. 그 열의 std는 0이나 아주 작은 수가 아니라 1로 칩니다.",
    )
    little = Text(
        "One column varies a little here: divide it by its std.",
        "여기서는 값이 조금만 달라지는 열이 있습니다. 그 열의 std로 나누십시오.",
    )
    single = Text(
        "There is one sample only, so no column varies: every std counts as 1.",
        "샘플이 하나뿐이라 모든 열의 값이 같습니다. std는 모두 1로 칩니다.",
    )
    lines = """
        Z, mean, std = standardize(X)
        Z, mean, std = standardize(later, mean, std)
    """
    mean, std = rng.normal(size=4), rng.uniform(0.5, 3, 4)
    return [
        Case("columns", call("standardize", X), columns),
        Case("columns", call("standardize", whole), columns),
        Case("given", call("standardize", spread(rng, 5, 4), mean, std), given),
        Case("given", call("standardize", spread(rng, 1, 4), mean=mean, std=std), given),
        Case("constant", call("standardize", zero), constant),
        Case("constant", call("standardize", nearly), little),
        Case("constant", call("standardize", three), constant),
        Case("constant", script(lines, "Z", X=zero, later=later), constant),
        Case("constant", call("standardize", spread(rng, 1, 3).round()), single),
    ]


STANDARDIZE = Exercise(
    "standardize",
    ("standardize",),
    (
        Aspect("columns", 1, Text("column by column; X left untouched", "열마다 표준화(X는 그대로)"), effects=True),
        Aspect(
            "given", 1, Text("mean and std given; X left untouched", "mean과 std를 받았을 때(X는 그대로)"), effects=True
        ),
        Aspect("constant", 1, Text("columns that never vary", "값이 모두 같은 열")),
    ),
    standardize_cases,
    {"standardize": ref.standardize},
)


def batch_cases(rng):
    cases = []
    for N, size in ((23, 5), (12, 4), (7, 10), (3, 1)):
        X = np.column_stack([np.arange(N), rng.normal(size=(N, 2))])
        lines = """
            from itertools import islice
            again = list(islice(batch_iter(X.copy(), y.copy(), size, np.random.default_rng(seed)), 50))
            rng = np.random.default_rng(seed)
            first = list(islice(batch_iter(X, y, size, rng), 50))
            second = list(islice(batch_iter(X, y, size, rng), 50))
        """
        y = np.arange(N) + (100.5 if N == 12 else 100)
        args = {"X": X, "y": y, "size": size, "seed": int(rng.integers(10**6))}
        aspects = ("sizes", "once", "pairs", "order") if N == 23 else ("sizes", "once", "pairs")
        cases.append(Case(aspects, script(lines, ("first", "second", "again", "X", "y"), **args)))
    return cases


BATCH_ITER = Exercise(
    "batch_iter",
    ("batch_iter",),
    (
        Aspect(
            "sizes",
            1,
            Text("sizes of the batches, the last one too", "배치 크기(마지막 배치 포함)"),
            judge=Invariant(broken_sizes),
        ),
        Aspect("once", 1, Text("no sample comes twice", "두 번 나오는 샘플이 없음"), judge=Invariant(broken_once)),
        Aspect(
            "pairs",
            1,
            Text("X and y stay together; both left untouched", "X와 y의 짝이 맞음(X와 y는 그대로)"),
            judge=Invariant(broken_pairs),
        ),
        Aspect(
            "order",
            1,
            Text("each epoch has a new order, from rng", "에폭마다 rng로 새로 섞음"),
            judge=Invariant(broken_order),
        ),
    ),
    batch_cases,
    {"batch_iter": ref.batch_iter},
)

EXERCISES = (AFFINE, LAYER_SHAPES, MLP_FORWARD, ONE_HOT, STANDARDIZE, BATCH_ITER)
