"""u09_regularization: random weights and dropout, judged by statistics and by what holds for every draw."""

import numpy as np
from nnref.dropout import Dropout
from nnref.initializers import he_normal, xavier_normal

from nnexam.judges import Invariant, Statistic
from nnexam.model import Aspect, Case, Exercise, Text, script


def away_from_zero(rng, *shape):
    """Draw numbers with two digits and 0.3 <= |x| <= 2, of both signs."""
    count = int(np.prod(shape))
    sizes = rng.uniform(0.3, 2, count).round(2) * np.resize([-1, 1], count)
    return rng.permutation(sizes).reshape(shape)


SIZES = (60, 200), (180, 50)  # the larger one last in one, first in the other
WITHIN = 0.6827  # share of a normal distribution within one standard deviation


def broken_draws(given, case):
    first, again, more = (np.asarray(given[name], dtype=float) for name in ("first", "again", "more"))
    if not np.array_equal(first, again):
        return Text(
            "Two generators with the same seed give different weights: draw every number from rng.",
            "시드가 같은 난수 생성기인데 가중치가 다릅니다. 모든 수를 rng에서 뽑으십시오.",
        )
    if np.array_equal(first, more):
        return Text(
            "A second call with the same rng gives the same weights again.",
            "같은 rng로 다시 불러도 가중치가 똑같습니다.",
        )
    return None


def initializers_cases(rng):
    seeds = rng.choice(10**6, 2, replace=False)
    cases = []
    three = Text(
        "rng.normal wants the mean, the standard deviation (the root of the variance) and the shape, in this order.",
        "rng.normal에는 평균, 표준편차(분산의 제곱근), shape을 이 순서로 넘깁니다.",
    )
    for name, variance in (("he_normal", lambda i, o: 2 / i), ("xavier_normal", lambda i, o: 2 / (i + o))):
        for (fan_in, fan_out), seed in zip(SIZES, seeds, strict=True):
            question = script(f"W = {name}({fan_in}, {fan_out}, np.random.default_rng({seed}))", "W")
            known = {"variance": variance(fan_in, fan_out), "count": fan_in * fan_out}
            cases.append(Case((name, "mean", "bell", "shape"), question, three, secret=known))
        lines = f"""
            rng = np.random.default_rng({seeds[0]})
            first = {name}(3, 4, rng)
            more = {name}(3, 4, rng)
            again = {name}(3, 4, np.random.default_rng({seeds[0]}))
        """
        cases.append(Case("rng", script(lines, ("first", "more", "again"))))
    return cases


def variance_of(name):
    return Statistic(
        Text(f"The variance of {name}(fan_in, fan_out, rng)", f"{name}(fan_in, fan_out, rng)의 분산"),
        np.var,
        lambda case: case.secret["variance"],
        lambda case: case.secret["variance"] * (2 / case.secret["count"]) ** 0.5,
    )


MEAN = Statistic(
    Text("The mean of the weights", "가중치의 평균"),
    np.mean,
    lambda case: 0.0,
    lambda case: (case.secret["variance"] / case.secret["count"]) ** 0.5,
)
BELL = Statistic(
    Text("The share of weights within one standard deviation", "표준편차 하나 안에 있는 가중치의 비율"),
    lambda W: np.mean(np.abs(W - np.mean(W)) < np.std(W)),
    lambda case: WITHIN,
    lambda case: (WITHIN * (1 - WITHIN) / case.secret["count"]) ** 0.5,
)

INITIALIZERS = Exercise(
    "initializers",
    ("he_normal", "xavier_normal"),
    (
        Aspect("he_normal", 1, Text("variance of he_normal", "he_normal의 분산"), judge=variance_of("he_normal")),
        Aspect(
            "xavier_normal",
            1,
            Text("variance of xavier_normal", "xavier_normal의 분산"),
            judge=variance_of("xavier_normal"),
        ),
        Aspect("mean", 0.5, Text("mean 0", "평균 0"), judge=MEAN),
        Aspect("bell", 0.5, Text("a normal distribution", "정규분포"), judge=BELL),
        Aspect("rng", 0.5, Text("drawn from rng", "rng에서 뽑음"), judge=Invariant(broken_draws)),
        Aspect("shape", 0.5, Text("shape (fan_in, fan_out)", "shape (fan_in, fan_out)"), alone=True),
    ),
    initializers_cases,
    {"he_normal": he_normal, "xavier_normal": xavier_normal},
)


def broken_scale(given, case):
    x, out = case.question["args"]["x"], np.asarray(given["out"], dtype=float)
    if not given["np.all(x == before)"]:
        return Text("The array x itself was changed.", "배열 x 자체가 바뀌었습니다.")
    kept = out[out != 0] / x[out != 0]
    wrong = ~np.isclose(kept, 1 / (1 - case.secret["ratio"]), rtol=1e-4)
    if not kept.size:
        return Text("Nothing is kept: every number is 0.", "남은 수가 하나도 없습니다. 모두 0입니다.")
    if wrong.any():
        return Text(
            f"A number that is kept is multiplied by {kept[wrong][0]:.4g}; expected 1 / (1 - ratio).",
            f"남은 수에 {kept[wrong][0]:.4g}을(를) 곱했습니다. 1 / (1 - ratio)를 곱해야 합니다.",
        )
    return None


def broken_backward(given, case):
    x, dout = case.question["args"]["x"], case.question["args"]["dout"]
    out, dx, again = (np.asarray(given[name], dtype=float) for name in ("out", "dx", "again"))
    if not given["np.all(dout == before)"]:
        return Text("The array dout itself was changed.", "배열 dout 자체가 바뀌었습니다.")
    if dx.shape == x.shape and dx.all():
        return Text(
            "The whole gradient passes, also where forward dropped a number.",
            "forward에서 0이 된 자리까지 그래디언트가 모두 통과합니다.",
        )
    live = x != 0  # elsewhere the output does not tell what was dropped
    if dx.shape != x.shape or not np.array_equal(dx[live] == 0, out[live] == 0):
        return Text(
            "The gradient is not blocked at the numbers that forward dropped.",
            "forward에서 0이 된 자리와 그래디언트가 0인 자리가 다릅니다.",
        )
    passed = dx[~live] / dout[~live]
    if passed.size and (passed.all() or not passed.any()):
        return Text(
            "Where x itself is 0, the gradient passes always or never: what was dropped cannot be read off the output.",
            "x가 0인 자리에서 그래디언트가 모두 통과하거나 모두 막힙니다. 출력만 보고는 버려진 수를 알 수 없습니다.",
        )
    scales = out[live] / x[live]
    right = np.isclose(passed, 0) | np.isclose(passed, scales.max(), rtol=1e-4)
    if not np.allclose(dx[live], dout[live] * scales, rtol=1e-4) or not right.all():
        return Text(
            "The gradient that passes is not multiplied by what x was multiplied by.",
            "통과하는 그래디언트에 x에 곱한 것과 같은 수를 곱하지 않았습니다.",
        )
    if not np.array_equal(dx, again):
        return Text("A second backward gives another gradient.", "backward를 한 번 더 부르면 결과가 다릅니다.")
    return None


CALLS = 6  # that all of them drop as many of 720 numbers happens once in 7e7 times


def broken_masks(given, case):
    names = ("first", "second", "third")
    first, second, third = (np.asarray(given[name], dtype=float) == 0 for name in names)
    if np.array_equal(first, second):
        return Text(
            "Two calls drop the same numbers: draw a new mask each time.",
            "두 번 불렀는데 같은 자리가 0이 됩니다. 부를 때마다 마스크를 새로 뽑으십시오.",
        )
    if not np.array_equal(first, third):
        return Text(
            "The same seed gives another mask: draw from the rng that the layer was given.",
            "시드가 같은데 마스크가 다릅니다. 층이 받은 rng에서 뽑으십시오.",
        )
    if any((first == first.take([0], axis)).all() for axis in (0, 1)):
        return Text(
            "Whole rows or columns share one draw: every number needs its own.",
            "행이나 열 전체가 한꺼번에 0이 됩니다. 수마다 따로 뽑으십시오.",
        )
    count = given["counts"][0]
    if given["counts"] == [count] * CALLS:
        return Text(
            f"Each of {CALLS} calls drops exactly {count} numbers: where each is drawn by itself, the count varies.",
            f"{CALLS}번 부를 때마다 정확히 {count}개가 0이 됩니다. 수마다 따로 뽑으면 그 개수가 매번 달라집니다.",
        )
    return None


DROPPED, COUNT = 0.3, 4800  # not 0.5, where kept and dropped look alike


def dropout_cases(rng):
    seed, large = rng.integers(10**6), away_from_zero(rng, COUNT, 1)
    many = (24, 30)  # else a mask for one row only may happen to drop nothing
    x, cube, dout, zeros = (away_from_zero(rng, *shape) for shape in (many, (2, 5, 4, 3), many, many))
    make = "layer = Dropout({}, np.random.default_rng({}))\n"
    layer = make.format(DROPPED, seed)
    train = "before = x.copy()\n" + layer + "out = layer.forward(x, train=True)"
    back = "\nbefore = dout.copy()\ndx = np.copy(layer.backward(dout))\nagain = layer.backward(dout)"
    masks = f"""
        layer, same = Dropout(0.3, np.random.default_rng({seed})), Dropout(0.3, np.random.default_rng({seed}))
        first = layer.forward(x, train=True)
        second = layer.forward(x, train=True)
        third = same.forward(x, train=True)
        counts = [int(np.sum(np.asarray(layer.forward(x, train=True)) == 0)) for _ in range({CALLS})]
    """
    share = "dropped = np.mean(np.asarray(layer.forward(x, train=True)) == 0)"
    known = {"ratio": DROPPED}
    off = Text("train is False here: x comes out as it went in.", "여기서는 train이 False입니다. x가 그대로 나옵니다.")
    through = Text(
        "The last forward was a prediction: nothing was dropped, so the whole dout passes.",
        "마지막 forward가 예측이었습니다. 아무것도 0으로 만들지 않았으니 dout이 그대로 통과합니다.",
    )
    nothing = Text(
        "ratio is 0 here: every number is kept, times 1.", "여기서는 ratio가 0입니다. 모든 수가 그대로 남습니다."
    )
    after = "layer.forward(x, train=True)\nout = layer.forward(x, train=False)\ndx = layer.backward(dout)"
    scaled, through_mask = ("out", "np.all(x == before)"), ("out", "dx", "again", "np.all(dout == before)")
    none = make.format(0.0, seed) + "out = layer.forward(x, train=True)\ndx = layer.backward(dout)"
    return [
        Case("share", script(layer + share, "dropped", x=large)),
        Case("scale", script(train, scaled, x=x), secret=known),
        Case("scale", script(train.replace("0.3", "0.6"), scaled, x=cube), secret={"ratio": 0.6}),
        *(
            Case("backward", script(train + back, through_mask, x=given, dout=dout), secret=known)
            for given in (x, np.maximum(x, 0))
        ),
        Case("test", script(layer + "out = layer.forward(x, train=False)", "out", x=x), off),
        Case("test", script(layer + "out = layer.forward(x)", "out", x=cube), off),
        Case("test", script(layer + after, ("out", "dx"), x=x, dout=dout), through),
        Case("masks", script(masks, ("first", "second", "third", "counts"), x=x)),
        Case("zero", script(none, ("out", "dx"), x=x, dout=zeros), nothing),
    ]


SHARE = Statistic(
    Text("With the ratio 0.3, the share of numbers that became 0", "비율이 0.3일 때 0이 된 수의 비율"),
    lambda dropped: dropped,
    lambda case: DROPPED,
    lambda case: (DROPPED * (1 - DROPPED) / COUNT) ** 0.5,
)

DROPOUT = Exercise(
    "dropout",
    ("Dropout",),
    (
        Aspect("share", 1, Text("training: how many numbers are dropped", "학습할 때 0이 되는 수의 비율"), judge=SHARE),
        Aspect(
            "scale",
            1,
            Text("training: what is kept; x untouched", "학습할 때 남는 수의 값(x는 그대로)"),
            judge=Invariant(broken_scale),
        ),
        Aspect("test", 1, Text("prediction: nothing is dropped", "예측할 때는 아무것도 0으로 만들지 않음")),
        Aspect("backward", 1, Text("backward", "역전파"), judge=Invariant(broken_backward)),
        Aspect("masks", 0.5, Text("a new mask at each call", "부를 때마다 새 마스크"), judge=Invariant(broken_masks)),
        Aspect("zero", 0.5, Text("the ratio 0", "비율 0")),
    ),
    dropout_cases,
    {"Dropout": Dropout},
)
