"""u09_regularization: what the checks ask, and what each aspect is worth. Random work stands in `chance`."""

import numpy as np
from nnref import batch_norm
from nnref.weight_decay import weight_decay

from nnexam.model import Aspect, Case, Exercise, Text, call, script

from .chance import DROPOUT, INITIALIZERS, away_from_zero


def batch(rng, N, D):
    """Draw a batch whose columns have means and spreads of their own, so large that a small eps cannot be seen."""
    return (away_from_zero(rng, N, D) * np.linspace(20, 60, D) + np.linspace(-40, 70, D)).round(1)


def forward_cases(rng):
    D = 3
    x, z, far = batch(rng, 5, D), batch(rng, 4, D), 10 * batch(rng, 7, D) + 1000
    gamma, beta = away_from_zero(rng, D), away_from_zero(rng, D)
    mean, var = 9 * away_from_zero(rng, D), rng.uniform(400, 900, D).round(1)
    whole, flat = np.array([[10, -40, 20], [30, 0, 20], [80, 10, -50]]), x * [1, 0, 1] + [0, 4, 0]
    once = "layer = BatchNorm(gamma, beta)\nout = layer.forward(x, train=True)"
    known = "layer = BatchNorm(gamma, beta, 0.8)\nlayer.mean, layer.var = mean, var"
    large = known.replace("0.8", "eps=50.0")
    by_hand = Text(
        "Take one column by hand: subtract its mean, divide by the root of its variance, times gamma, plus beta.",
        "열 하나를 손으로 계산해 보십시오. 평균을 빼고 분산의 제곱근으로 나눈 뒤 gamma를 곱하고 beta를 더합니다.",
    )
    one = Text(
        "The batch has one sample: its variance is 0, x̂ is 0, and beta remains.",
        "배치의 샘플이 하나뿐입니다. 분산이 0이므로 x̂은 0이고 beta만 남습니다.",
    )
    root = Text(
        "eps is 50 here: it is added to the variance, under the root.",
        "여기서는 eps가 50입니다. 제곱근 안의 분산에 더합니다.",
    )
    constant = Text(
        "The second column is constant here: without eps that is 0 / 0.",
        "여기서 둘째 열은 값이 모두 같습니다. eps가 없으면 0 / 0이 됩니다.",
    )
    average = Text(
        "With momentum 0.8: running = 0.8 · running + 0.2 · batch, from mean 0 and variance 1.",
        "momentum이 0.8일 때: 새 이동 값 = 0.8 · 이동 값 + 0.2 · 배치 값. 평균 0, 분산 1에서 시작합니다.",
    )
    two = Text(
        "Two layers take turns here: each keeps its own running values.",
        "두 층을 번갈아 씁니다. 이동 값은 층마다 따로 있어야 합니다.",
    )
    without = Text(
        "eps is 50 here, and it belongs into neither of the running values.",
        "여기서는 eps가 50입니다. 이동 평균에도 이동 분산에도 넣지 않습니다.",
    )
    fixed = Text(
        "layer.mean and layer.var were set here: prediction uses them, whatever the batch is.",
        "layer.mean과 layer.var를 정해 두었습니다. 예측할 때는 배치와 관계없이 이 값을 씁니다.",
    )
    turns = """
        layer, other = BatchNorm(gamma, beta, 0.8), BatchNorm(beta, gamma, 0.8)
        layer.forward(x, train=True)
        other.forward(z, train=True)
        layer.forward(z, train=True)
        layer.forward(x, train=True)
    """
    running, given = ("layer.mean", "layer.var"), {"gamma": gamma, "beta": beta}
    return [
        Case("train", script(once, "out", x=x, **given), by_hand),
        Case("train", script(once, "out", x=far, **given), by_hand),
        Case("train", script(once, "out", x=whole, **given), by_hand),
        Case("eps", script(once, "out", x=x[:1], **given), one),
        Case("eps", script(once.replace("beta)", "beta, eps=50.0)"), "out", x=x, **given), root),
        Case("eps", script(once, "out", x=flat, **given), constant),
        Case("eps", script(f"{large}\nout = layer.forward(x)", "out", x=x, mean=mean, var=var, **given), root),
        Case("running", script(once.replace("beta)", "beta, 0.8)"), running, x=x, **given), average),
        Case("running", script(once, running, x=far, **given)),
        Case("running", script(once.replace("beta)", "beta, eps=50.0)"), running, x=x, **given), without),
        Case("running", script(turns, running, x=x, z=z, **given), two),
        *(
            Case(
                "predict",
                script(f"{known}\nout = layer.forward({how})", "out", x=rows, mean=mean, var=var, **given),
                fixed,
            )
            for how, rows in (("x, train=False", x), ("x", z), ("x", x[:1]))
        ),
        Case("kept", script(f"{known}\nlayer.forward(x)\nlayer.forward(x)", running, x=x, mean=mean, var=var, **given)),
    ]


BATCH_NORM = Exercise(
    "batch_norm",
    ("BatchNorm",),
    (
        Aspect("train", 2, Text("training: out; arguments untouched", "학습할 때의 출력(인수는 그대로)"), effects=True),
        Aspect("eps", 1, Text("where eps stands; a constant column", "eps의 자리, 값이 모두 같은 열")),
        Aspect("running", 1.5, Text("running mean and variance", "이동 평균과 이동 분산")),
        Aspect("predict", 1, Text("prediction: the running values are used", "예측할 때는 이동 값을 씀")),
        Aspect("kept", 0.5, Text("prediction changes no running value", "예측은 이동 값을 바꾸지 않음")),
    ),
    forward_cases,
    {"BatchNorm": batch_norm.BatchNorm},
)


def batch_norm_backward(dout, x, gamma, eps=1e-5):
    """Return dx (N, D), dgamma (D,) and dbeta (D,), given dout (N, D) and what went forward."""
    _, cache = batch_norm.batch_norm_forward(x, gamma, np.zeros_like(gamma), eps=eps)
    dx, grads = batch_norm.batch_norm_backward(dout, cache)
    return dx, grads["gamma"], grads["beta"]


def backward_cases(rng):
    D = 3
    x, far, gamma = batch(rng, 5, D), 10 * batch(rng, 7, D) + 1000, away_from_zero(rng, D)
    dout, wide, level = away_from_zero(rng, 5, D), away_from_zero(rng, 7, D), np.tile(away_from_zero(rng, D), (5, 1))
    along = (x - x.mean(axis=0)) / x.std(axis=0) * away_from_zero(rng, D)
    flat = x * [1, 0, 1] + [0, 4, 0]
    by_hand = Text(
        "Compare one number with (L(x + h) - L(x - h)) / 2h, where L = Σ dout · out and out is your forward pass.",
        "L = Σ dout · out(out은 순전파의 결과)로 두고, (L(x + h) - L(x - h)) / 2h와 한 값을 비교해 보십시오.",
    )
    by_mean = Text(
        "Every row of dout is the same here: adding to a whole column changes nothing, so dx is 0.",
        "여기서는 dout의 행이 모두 같습니다. 한 열에 같은 수를 더해도 출력은 그대로이므로 dx는 0입니다.",
    )
    by_var = Text(
        "dout is a multiple of x̂ here: stretching a column changes nothing, so dx is 0.",
        "여기서 dout은 x̂의 상수배입니다. 한 열을 잡아 늘여도 출력은 그대로이므로 dx는 0입니다.",
    )
    root = Text("eps is 50 here: it stands under the root.", "여기서는 eps가 50이고, 제곱근 안에 있습니다.")
    constant = Text(
        "The second column is constant here: its variance is 0.", "여기서 둘째 열은 값이 모두 같습니다. 분산이 0입니다."
    )
    one = Text("The batch has one sample: dx is 0.", "배치의 샘플이 하나뿐입니다. dx는 0입니다.")
    name, all_three = "batch_norm_backward", ("dx", "dgamma", "dbeta")
    return [
        Case(all_three, call(name, dout, x, gamma), by_hand),
        Case(all_three, call(name, wide, far, gamma), by_hand),
        Case("mean", call(name, level, x, gamma), by_mean),
        Case("variance", call(name, along, x, gamma, 1e-9), by_var),
        Case("eps", call(name, dout, x, gamma, eps=50.0), root),
        Case("eps", call(name, dout, flat, gamma, eps=20.0), constant),
        Case("eps", call(name, dout[:1], x[:1], gamma), one),
    ]


BACKWARD = Exercise(
    "batch_norm_backward",
    ("batch_norm_backward",),
    (
        Aspect("dbeta", 0.5, Text("dbeta", "dbeta"), part=2),
        Aspect("dgamma", 1, Text("dgamma", "dgamma"), part=1),
        Aspect("dx", 2, Text("dx; arguments untouched", "dx(인수는 그대로)"), part=0, effects=True),
        Aspect("mean", 1, Text("dx: the way through the mean", "dx: 평균을 지나는 길"), part=0),
        Aspect("variance", 1, Text("dx: the way through the variance", "dx: 분산을 지나는 길"), part=0),
        Aspect("eps", 0.5, Text("another eps", "다른 eps")),
    ),
    backward_cases,
    {"batch_norm_backward": batch_norm_backward},
)


def add_decay(params, grads, lam):
    """Add the gradients of weight_decay to grads in place; return its loss."""
    loss, extra = weight_decay(params, lam)
    for g, e in zip(grads, extra, strict=True):
        g += e
    return loss


def decay_cases(rng):
    W, b, V, c, F = (away_from_zero(rng, *shape) for shape in ((3, 4), (4,), (4, 2), (2,), (2, 1, 2, 1)))
    dW, db, dV, dc = (away_from_zero(rng, *shape) for shape in ((3, 4), (4,), (4, 2), (2,)))
    lam = round(rng.uniform(0.1, 0.4), 2)
    by_hand = Text(
        "Compute it by hand: the squares of all weights, their sum, times lam / 2. Biases are left out.",
        "손으로 계산해 보십시오. 가중치를 모두 제곱해 더하고 lam / 2를 곱합니다. 편향은 넣지 않습니다.",
    )
    axes = Text("Filters have four axes: they are weights too.", "축이 네 개인 필터도 가중치입니다.")
    in_place = Text(
        "The arrays in grads hold the gradients of the data: add to them, in place.",
        "grads의 배열에는 데이터의 그래디언트가 들어 있습니다. 그 배열에 바로 더하십시오.",
    )
    cases = [
        Case(("loss", "grads"), call("weight_decay", params, lam), hint)
        for params, hint in (([W, b, V, c], by_hand), ([b, c], by_hand), ([W], by_hand))
    ]
    cases.append(Case("filters", call("weight_decay", [F, b], lam), axes))
    lines = f"loss = add_decay([W, b, V, c], [dW, db, dV, dc], {lam})"
    arrays = {"W": W, "b": b, "V": V, "c": c, "dW": dW, "db": db, "dV": dV, "dc": dc}
    return cases + [Case("add", script(lines, ("loss", "[dW, db, dV, dc]", "[W, b, V, c]"), **arrays), in_place)]


DECAY = Exercise(
    "weight_decay",
    ("weight_decay", "add_decay"),
    (
        Aspect("loss", 1, Text("the loss", "손실"), part=0),
        Aspect(
            "grads", 1, Text("the gradients; params untouched", "그래디언트(params는 그대로)"), part=1, effects=True
        ),
        Aspect("filters", 0.5, Text("weights with four axes", "축이 네 개인 가중치")),
        Aspect("add", 0.5, Text("add_decay adds to the arrays in grads", "add_decay는 grads의 배열에 더함")),
    ),
    decay_cases,
    {"weight_decay": weight_decay, "add_decay": add_decay},
)

EXERCISES = (INITIALIZERS, BATCH_NORM, BACKWARD, DROPOUT, DECAY)
