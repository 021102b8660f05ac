"""u21_lstm_gru: what the checks ask, and what each aspect is worth; the steps stand in lstm_steps and gru_steps."""

import numpy as np
from nnref import lstm as ref

from nnexam.model import Aspect, Case, Exercise, Text, call, script

from .gru_steps import GRU_STEP_BACKWARD, GRU_STEP_FORWARD
from .lstm_steps import LSTM_STEP_BACKWARD, LSTM_STEP_FORWARD, UNTOUCHED, numbers, weights


def lstm_bias(H, forget_bias):
    b = np.zeros(4 * H)
    b[H : 2 * H] = forget_bias
    return b


KEPT = (
    *(f"layer.params[{i}] is {name}" for i, name in enumerate(("Wx", "Wh", "b"))),
    *(f"layer.grads[{i}] is {name}" for i, name in enumerate(("dWx", "dWh", "db"))),
)


def time_lstm_cases(rng):
    N, T, D, H = 2, 5, 3, 4
    W, x, dhs = weights(rng, D, H), numbers(rng, N, T, D), numbers(rng, N, T, H)
    arrays = {**W, "x": x, "dhs": dhs}
    steep = {**arrays, "dhs": 100 * dhs}
    short, one = {**arrays, "x": x[:, :1], "dhs": dhs[:, :1]}, {**arrays, "x": x[:1], "dhs": dhs[:1]}
    square = {**weights(rng, D, H), "x": numbers(rng, 3, 3, D)}
    last, first = ({**arrays, "dhs": dhs * (np.arange(T) == t)[:, np.newaxis]} for t in (T - 1, 0))
    kept = {**W, "x": x.copy(), "dhs": dhs.copy()}
    kept["Wh"] = np.zeros_like(W["Wh"])
    forward = "layer = TimeLSTM(Wx, Wh, b)\nhs = layer.forward(x)"
    back = forward + "\ndx = layer.backward(dhs)"
    again = forward + "\nlayer.backward(2 * dhs)\ndx = layer.backward(dhs)"
    fresh = "layer = TimeLSTM(Wx, Wh, b)\nlayer.forward(2 * x[:, :2])\nhs = layer.forward(x)\ndx = layer.backward(dhs)"
    two = """
        layer, second = TimeLSTM(Wx, Wh, b), TimeLSTM(Wx, -Wh, b)
        layer.forward(x)
        hs = second.forward(-x)
        dx = layer.backward(dhs)
    """
    arrays_of = "layer = TimeLSTM(Wx, Wh, b)\ndWx, dWh, db = layer.grads\nlayer.forward(x)\nlayer.backward(dhs)"
    changed = "layer = TimeLSTM(Wx, Wh, b)\nlayer.forward(x)\nWx *= 2\nWh *= -1\nb += 1\nhs = layer.forward(x)"
    renewed = """
        layer = TimeLSTM(Wx, Wh, b)
        Wx *= 2
        Wh *= -1
        b += 1
        fresh = TimeLSTM(Wx, Wh, b)
        hs, dx = layer.forward(x), layer.backward(dhs)
        hs_fresh, dx_fresh = fresh.forward(x), fresh.backward(dhs)
    """
    as_fresh = ("np.allclose(hs, hs_fresh)", "np.allclose(dx, dx_fresh)")
    second_quarter = Text(
        "The order is i, f, g, o: the forget gate has the second quarter, b[H:2*H]. All else is 0.",
        "순서는 i, f, g, o입니다. 망각 게이트는 둘째 사분의 일 b[H:2*H]이고 나머지는 0입니다.",
    )
    carried = Text(
        "Each step begins with the h and the c that the step before ended with; only the first begins with zeros.",
        "시점마다 바로 앞 시점이 끝난 h와 c에서 시작합니다. 0에서 시작하는 것은 첫 시점뿐입니다.",
    )
    by_cell = Text(
        "Wh is 0 here, so steps are connected by the cell alone: carry c on, and going back dc.",
        "여기서는 Wh가 0이어서 시점들은 셀로만 이어집니다. c를 넘기고, 거꾸로 갈 때는 dc를 넘기십시오.",
    )
    joined = Text(
        "State t is used above and by step t + 1: dhs[:, t] plus the dh that comes back; dc comes back beside it.",
        "시점 t의 상태는 위와 시점 t + 1에 쓰입니다. dhs[:, t]에 돌아온 dh를 더합니다. dc는 따로 돌아옵니다.",
    )
    far = Text(
        "Only the last state has a gradient of its own here: it must reach step 0.",
        "여기서는 마지막 상태에만 그래디언트가 있습니다. 시점 0까지 가야 합니다.",
    )
    near = Text("Only the first state has a gradient of its own here.", "여기서는 첫 상태에만 그래디언트가 있습니다.")
    sums = Text(
        "The same weights serve every step: add up the gradients of all steps, anew at every backward.",
        "같은 가중치를 모든 시점에 씁니다. backward마다 새로, 모든 시점의 그래디언트를 더하십시오.",
    )
    uncut = Text(
        "dhs reaches ±90 here: nothing is cut off inside the layer.",
        "여기서는 dhs가 ±90까지 갑니다. 층 안에서는 아무것도 자르지 않습니다.",
    )
    built_anew = Text(
        "The weights were changed in place: a layer made anew with them must give the same numbers.",
        "가중치를 제자리에서 바꾸었습니다. 그 가중치로 새로 만든 층과 결과가 같아야 합니다.",
    )
    grads, views = "layer.grads", [(arrays, joined), (kept, by_cell), (last, far), (first, near), (short, joined)]
    state = {name: arrays[name] for name in ("Wx", "Wh", "b", "x")}
    return [
        *(Case("bias", call("lstm_bias", H, value), second_quarter) for H, value in ((3, 1.0), (2, 2.5), (1, -1))),
        Case(
            "bias",
            call("lstm_bias", 2, 3),
            Text("Floats, also where forget_bias is an int.", "forget_bias가 정수여도 실수입니다."),
        ),
        Case("hs", script(forward, "hs", **{**state, "Wh": kept["Wh"]}), by_cell),
        *(Case("hs", script(forward, "hs", **given), carried) for given in (state, square)),
        Case("hs", script(forward, "hs", **{name: one[name] for name in state}), carried),
        *(Case("dx", script(back, "dx", **given), hint) for given, hint in (*views, (one, joined))),
        *(Case("grads", script(back, grads, **given), sums) for given, _ in views),
        *(Case(name, script(back, what, **steep), uncut) for name, what in (("dx", "dx"), ("grads", grads))),
        *(Case("again", script(lines, ("dx", grads), **arrays), sums) for lines in (again, fresh, two)),
        Case("again", script(fresh, "hs", **arrays), carried),
        Case("kept", script(arrays_of, KEPT, **arrays)),
        Case("kept", script(changed, "hs", **state)),
        Case("kept", script(renewed, as_fresh, **arrays), built_anew),
        Case("untouched", script(back, ("hs", "dx"), **arrays)),
    ]


TIME_LSTM = Exercise(
    "time_lstm",
    ("lstm_bias", "TimeLSTM"),
    (
        Aspect("bias", 0.5, Text("lstm_bias", "lstm_bias"), dtype=True),
        Aspect("hs", 1, Text("forward: the states of all steps", "forward: 모든 시점의 상태")),
        Aspect("dx", 0.5, Text("backward: dx", "backward의 dx")),
        Aspect("grads", 0.5, Text("backward: grads, summed over the steps", "시점에 걸쳐 더한 grads")),
        Aspect("again", 0.5, Text("a second call, a second layer", "다시 부르기, 층 두 개")),
        Aspect("kept", 0.5, Text("params and grads keep their arrays", "params와 grads의 배열은 늘 같은 배열")),
        Aspect("untouched", 0.5, UNTOUCHED, effects=True, alone=True),
    ),
    time_lstm_cases,
    {"lstm_bias": lstm_bias, "TimeLSTM": ref.TimeLSTM},
    needs=("lstm_step_forward", "lstm_step_backward"),
)


def forget_halflife_cases(rng):
    a, b = rng.uniform(0.6, 1.4), rng.uniform(2.2, 4.8)
    several = np.array([[-2.0, 0.0, 1.0], [3.0, 6.0, 9.0]]) + rng.uniform(-0.3, 0.3)
    undecided = Text(
        "The bias 0 gives f = 0.5: one step, and half is left.",
        "편향이 0이면 f = 0.5이고, 한 시점이면 절반이 남습니다.",
    )
    by_hand = Text(
        "First f = sigmoid(bias), then the n for which f^n = 0.5: n = ln 0.5 / ln f.",
        "먼저 f = sigmoid(bias), 다음에 f^n = 0.5인 n을 구합니다. n = ln 0.5 / ln f입니다.",
    )
    fast = Text("The bias is negative here: less than one step.", "편향이 음수입니다. 한 시점도 걸리지 않습니다.")
    whole = Text(
        "f lies very near 1 here, or very near 0: take it as it is, with nothing added and nothing cut off.",
        "여기서는 f가 1이나 0에 아주 가깝습니다. 아무것도 더하거나 자르지 말고 그대로 쓰십시오.",
    )
    shaped = Text("The bias is an array here: one half-life for each.", "편향이 배열이면 반감기도 하나씩 구합니다.")
    return [
        Case("number", call("forget_halflife", 0.0), undecided),
        *(Case("number", call("forget_halflife", round(float(value), 2)), by_hand) for value in (a, b)),
        Case("number", call("forget_halflife", 3), by_hand),
        *(Case("ends", call("forget_halflife", value), fast) for value in (-1.5, -15.0)),
        Case("ends", call("forget_halflife", 12.0), by_hand),
        *(Case("ends", call("forget_halflife", value), whole) for value in (20.0, -20.0)),
        *(Case("array", call("forget_halflife", given), shaped) for given in (several, several[0])),
        Case("array", call("forget_halflife", several), shaped),
    ]


FORGET_HALFLIFE = Exercise(
    "forget_halflife",
    ("forget_halflife",),
    (
        Aspect("number", 1.5, Text("a single bias", "편향 하나")),
        Aspect("ends", 0.5, Text("negative and large biases", "음수이거나 큰 편향")),
        Aspect("array", 1, Text("an array of biases, left untouched", "편향의 배열(입력은 그대로)"), effects=True),
    ),
    forget_halflife_cases,
    {"forget_halflife": ref.forget_halflife},
)


def count_params_cases(rng):
    D, H = (int(size) for size in rng.choice(np.arange(3, 12), 2, replace=False))
    by_hand = Text(
        "Each part has a matrix (D, H), a matrix (H, H) and one bias (H,). How many parts does this layer have?",
        "부분마다 (D, H) 행렬, (H, H) 행렬, (H,) 편향이 하나씩 있습니다. 이 층은 몇 부분입니까?",
    )
    one = Text(
        "D and H are 1 here: three numbers for each part.", "여기서는 D와 H가 1입니다. 부분마다 수가 세 개입니다."
    )
    return [
        *(Case(kind, call("count_params", kind, D, H), by_hand) for kind in ("rnn", "gru", "lstm")),
        *(Case(kind, call("count_params", kind, 1, 1), one) for kind in ("rnn", "gru", "lstm")),
        *(Case("error", call("count_params", kind, D, H)) for kind in ("cnn", "LSTM!", "lstm2", "g")),
    ]


COUNT_PARAMS = Exercise(
    "count_params",
    ("count_params",),
    (
        *(Aspect(kind, 0.5, Text(kind.upper(), kind.upper())) for kind in ("rnn", "gru", "lstm")),
        Aspect("error", 0.5, Text("another kind is an error", "다른 종류는 오류")),
    ),
    count_params_cases,
    {"count_params": ref.count_params},
)

EXERCISES = (
    LSTM_STEP_FORWARD,
    LSTM_STEP_BACKWARD,
    FORGET_HALFLIFE,
    TIME_LSTM,
    GRU_STEP_FORWARD,
    GRU_STEP_BACKWARD,
    COUNT_PARAMS,
)
