"""u20_rnn: what the checks ask, and what each aspect is worth."""

import numpy as np
from nnref import rnn as ref

from nnexam.model import Aspect, Case, Exercise, Text, call, script

from .layer import TIME_RNN
from .walks import RENEWED, RNN_BACKWARD, RNN_FORWARD, UNTOUCHED, numbers, weights

CELL_KEPT = tuple(f"cell.grads[{i}] is {name}" for i, name in enumerate(("dWx", "dWh", "db")))
CELL_SHARED = tuple(f"cell.params[{i}] is {name}" for i, name in enumerate(("Wx", "Wh", "b")))


def rnn_cell_cases(rng):
    N, D, H = 4, 3, 2
    W = weights(rng, D, H)
    arrays = {**W, "x": numbers(rng, N, D), "h": numbers(rng, N, H), "dh_next": numbers(rng, N, H)}
    one = {**arrays, **{name: arrays[name][:1] for name in ("x", "h", "dh_next")}}
    still = {**arrays, "Wx": 0 * W["Wx"], "b": 0 * W["b"]}
    alone = {**arrays, "Wh": 0 * W["Wh"]}
    large = {**arrays, "x": 1000 * arrays["x"]}
    steep = {**arrays, "dh_next": 100 * arrays["dh_next"]}
    forward = "cell = RNNCell(Wx, Wh, b)\nh_next = cell.forward(x, h)"
    back = forward + "\ndx, dh = cell.backward(dh_next)"
    again = forward + "\ncell.backward(2 * dh_next)\ndx, dh = cell.backward(dh_next)"
    last = "cell = RNNCell(Wx, Wh, b)\ncell.forward(-x, 2 * h)\ncell.forward(x, h)\ndx, dh = cell.backward(dh_next)"
    pair = """
        cell, second = RNNCell(Wx, Wh, b), RNNCell(Wx, -Wh, b)
        cell.forward(x, h)
        second.forward(-x, h)
        dx, dh = cell.backward(dh_next)
    """
    kept = "cell = RNNCell(Wx, Wh, b)\ndWx, dWh, db = cell.grads\ncell.forward(x, h)\ncell.backward(dh_next)"
    shared = "cell = RNNCell(Wx, Wh, b)\nWx *= 2\nWh *= -1\nb += 1\nh_next = cell.forward(x, h)"
    renewed = """
        cell = RNNCell(Wx, Wh, b)
        Wx *= 2
        Wh *= -1
        b += 1
        fresh = RNNCell(Wx, Wh, b)
        cell.forward(x, h)
        fresh.forward(x, h)
        dx, dh = cell.backward(dh_next)
        dx_fresh, dh_fresh = fresh.backward(dh_next)
    """
    as_fresh = ("np.allclose(dx, dx_fresh)", "np.allclose(dh, dh_fresh)")
    results = ("dx", "dh", "cell.grads")
    by_hand = Text(
        "Take one row by hand: tanh(x Wx + h Wh + b), with b once.",
        "한 행을 손으로 계산해 보십시오. tanh(x Wx + h Wh + b)이고 b는 한 번만 더합니다.",
    )
    no_input = Text("Wx and b are 0 here: only h Wh is left.", "여기서는 Wx와 b가 0이어서 h Wh만 남습니다.")
    no_state = Text("Wh is 0 here: only x Wx + b is left.", "여기서는 Wh가 0이어서 x Wx + b만 남습니다.")
    far = Text("The input reaches ±900 here: h_next is ±1, without nan.", "입력이 ±900까지 갑니다. h_next는 ±1입니다.")
    down = Text(
        "First da = dh_next (1 - h_next²), then dx = da Wxᵀ.",
        "먼저 da = dh_next (1 - h_next²), 다음에 dx = da Wxᵀ입니다.",
    )
    back_in_time = Text(
        "First da = dh_next (1 - h_next²), then dh = da Whᵀ.",
        "먼저 da = dh_next (1 - h_next²), 다음에 dh = da Whᵀ입니다.",
    )
    sums = Text(
        "With da: dWx = xᵀ da, dWh = hᵀ da (h is the state before), db = the sum of the rows of da.",
        "da로부터 dWx = xᵀ da, dWh = hᵀ da(h는 이전 상태), db는 da의 행을 모두 더한 것입니다.",
    )
    own = Text(
        "backward belongs to the last forward of its own cell, and writes the gradients anew.",
        "backward는 자기 셀의 마지막 forward를 거꾸로 가고, 그래디언트를 새로 씁니다.",
    )
    uncut = Text(
        "dh_next reaches ±90 here: nothing is cut off inside the cell.",
        "여기서는 dh_next가 ±90까지 갑니다. 셀 안에서는 아무것도 자르지 않습니다.",
    )
    state = {name: arrays[name] for name in ("Wx", "Wh", "b", "x", "h")}
    return [
        Case("forward", script(forward, "h_next", **state), by_hand),
        Case("forward", script(forward, "h_next", **{k: one[k] for k in state}), by_hand),
        Case("forward", script(forward, "h_next", **{k: still[k] for k in state}), no_input),
        Case("forward", script(forward, "h_next", **{k: alone[k] for k in state}), no_state),
        Case("forward", script(forward, "h_next", **{k: large[k] for k in state}), far),
        *(Case("dx", script(back, "dx", **given), down) for given in (arrays, one)),
        *(Case("dh", script(back, "dh", **given), back_in_time) for given in (arrays, one)),
        *(Case("grads", script(back, "cell.grads", **given), sums) for given in (arrays, one)),
        *(Case(name, script(back, name, **steep), uncut) for name in ("dx", "dh")),
        Case("grads", script(back, "cell.grads", **steep), uncut),
        Case("kept", script(kept, CELL_KEPT, **arrays)),
        Case("kept", script(shared, ("h_next", *CELL_SHARED), **state)),
        Case("kept", script(renewed, as_fresh, **arrays), RENEWED),
        *(Case("again", script(lines, results, **arrays), own) for lines in (again, last, pair)),
        Case("untouched", script(back, results, **arrays)),
    ]


RNN_CELL = Exercise(
    "rnn_cell",
    ("RNNCell",),
    (
        Aspect("forward", 1, Text("forward: the next state", "forward: 다음 상태")),
        Aspect("dx", 0.5, Text("backward: dx", "backward의 dx")),
        Aspect(
            "dh", 1, Text("backward: dh, the gradient of the state before", "backward의 dh, 이전 상태의 그래디언트")
        ),
        Aspect("grads", 1, Text("backward: dWx, dWh, db in grads", "backward가 grads에 쓰는 dWx, dWh, db")),
        Aspect("kept", 0.5, Text("params and grads keep their arrays", "params와 grads의 배열은 늘 같은 배열")),
        Aspect("again", 0.5, Text("a second call, a second cell", "다시 부르기, 셀 두 개")),
        Aspect("untouched", 0.5, UNTOUCHED, effects=True, alone=True),
    ),
    rnn_cell_cases,
    {"RNNCell": ref.RNNCell},
)


def spectral_radius(Wh):
    return float(np.max(np.abs(np.linalg.eigvals(Wh))))


def gradient_norms_cases(rng):
    size, other = np.round(rng.uniform(0.7, 0.9, 2), 2)
    turn = size * np.array([[0.0, -1.0], [1.0, 0.0]])  # a rotation: the eigenvalues are ±size i
    flat = np.full((3, 3), round(float(rng.uniform(0.35, 0.45)), 2))
    late = np.array([[other, 5.0], [0.0, -0.5]])
    gone = np.array([[0.0, 2.0, 1.0], [0.0, 0.0, 3.0], [0.0, 0.0, 0.0]])
    free = numbers(rng, 4, 4)
    minus = -np.diag([0.3, 1.2, 0.5])
    pair = np.array([[0.5, -2.0], [0.5, 0.4]])  # two complex eigenvalues of one size
    size_of = Text(
        "The largest absolute value of an eigenvalue: eigenvalues can be negative, or complex.",
        "고윳값의 절댓값 가운데 가장 큰 값입니다. 고윳값은 음수일 수도, 복소수일 수도 있습니다.",
    )
    entries = Text(
        "All entries are below 1 here, and still the norm grows: look at the matrix as a whole, not at its entries.",
        "여기서는 원소가 모두 1보다 작은데도 노름이 커집니다. 원소가 아니라 행렬 전체를 보십시오.",
    )
    powers = Text(
        "The k-th number is the spectral norm, np.linalg.norm(power, 2), of the k-th matrix power; k starts at 1.",
        "k번째 수는 행렬의 k제곱의 스펙트럼 노름 np.linalg.norm(power, 2)입니다. k는 1부터 시작합니다.",
    )
    grows_first = Text(
        "This norm grows before it fades: it is not the power of one number.",
        "이 노름은 커졌다가 작아집니다. 어떤 수 하나의 거듭제곱이 아닙니다.",
    )
    nothing = Text(
        "From the third step on nothing comes back here.", "여기서는 세 번째 시점부터 아무것도 돌아오지 않습니다."
    )
    radius = [Case("radius", call("spectral_radius", W), size_of) for W in (turn, minus, flat, late, free, pair)]
    return [
        *radius,
        Case("norms", call("gradient_norms", free, 6), powers),
        Case("norms", call("gradient_norms", late, 7), grows_first),
        Case("norms", call("gradient_norms", flat, 5), entries),
        Case("norms", call("gradient_norms", gone, 4), nothing),
        Case("count", call("gradient_norms", free, 1), powers),
        Case("count", call("gradient_norms", np.array([[size]]), 3), powers),
        Case("untouched", call("spectral_radius", free)),
        Case("untouched", call("gradient_norms", free, 3)),
    ]


GRADIENT_NORMS = Exercise(
    "gradient_norms",
    ("spectral_radius", "gradient_norms"),
    (
        Aspect("radius", 1, Text("spectral_radius", "spectral_radius")),
        Aspect("norms", 1, Text("gradient_norms", "gradient_norms")),
        Aspect("count", 0.5, Text("T numbers, from one step on", "한 시점부터 T개")),
        Aspect("untouched", 0.5, UNTOUCHED, effects=True, alone=True),
    ),
    gradient_norms_cases,
    {"spectral_radius": spectral_radius, "gradient_norms": ref.gradient_norms},
)


def clip_grads_cases(rng):
    grads = [3 * numbers(rng, 2, 3), numbers(rng, 4), 2 * numbers(rng, 1, 2, 2)]
    norm = float(np.sqrt(sum((g**2).sum() for g in grads)))
    low, high = round(norm / 3, 2), round(norm * 1.5, 2)
    names = dict(zip(("dWx", "dWh", "db"), grads, strict=True))
    lines = "grads = [dWx, dWh, db]\nnorm = clip_grads(grads, {})"
    clip = [script(lines.format(limit), "[dWx, dWh, db]", **names) for limit in (low, low / 10)]
    keep = [script(lines.format(limit), "[dWx, dWh, db]", **names) for limit in (high, 100.0)]
    zeros = script(lines.format(1.0), "[dWx, dWh, db]", **{name: 0 * g for name, g in names.items()})
    alone = script(f"norm = clip_grads([dWx], {low})", "dWx", dWx=names["dWx"])
    turned = script(f"norm = clip_grads([dWx.T], {low})", "dWx", dWx=names["dWx"])
    common = Text(
        "One norm for all numbers of all arrays, and one factor for all: max_norm / norm.",
        "모든 배열의 모든 수로 노름 하나를 구하고, 모두에 같은 수 max_norm / norm을 곱합니다.",
    )
    small = Text(
        "The norm is below max_norm here: nothing changes.", "여기서는 노름이 max_norm보다 작으므로 그대로 둡니다."
    )
    view = Text(
        "The array is a transpose here, for which g.ravel() is a copy: write g *= factor.",
        "여기서는 전치한 배열이라서 g.ravel()이 복사본이 됩니다. g *= factor로 쓰십시오.",
    )
    before = Text(
        "The norm that is returned is the one before clipping.", "반환하는 노름은 클리핑하기 전의 노름입니다."
    )
    return [
        *(Case("scaled", question, common) for question in (*clip, alone)),
        Case("scaled", turned, view),
        *(Case("small", question, small) for question in keep),
        Case("small", zeros, Text("All gradients are 0 here and stay 0.", "모두 0이고, 그대로 0이어야 합니다.")),
        *(Case("norm", {**question, "results": "norm"}, before) for question in (clip[0], keep[0], zeros)),
    ]


CLIP_GRADS = Exercise(
    "clip_grads",
    ("clip_grads",),
    (
        Aspect("scaled", 1.5, Text("large gradients, scaled in place", "큰 그래디언트를 제자리에서 줄임")),
        Aspect("small", 1, Text("small gradients stay", "작은 그래디언트는 그대로")),
        Aspect("norm", 0.5, Text("the norm is returned", "노름을 반환")),
    ),
    clip_grads_cases,
    {"clip_grads": ref.clip_grads},
)

EXERCISES = (RNN_CELL, RNN_FORWARD, RNN_BACKWARD, GRADIENT_NORMS, CLIP_GRADS, TIME_RNN)
