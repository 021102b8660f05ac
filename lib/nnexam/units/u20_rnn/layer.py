"""The layer over sequences: what the checks of time_rnn ask."""

from nnref import rnn as ref

from nnexam.model import Aspect, Case, Exercise, Text, script

from .walks import RENEWED, numbers, weights

KEPT = (
    *(f"layer.params[{i}] is {name}" for i, name in enumerate(("Wx", "Wh", "b"))),
    *(f"layer.grads[{i}] is {name}" for i, name in enumerate(("dWx", "dWh", "db"))),
)


def time_rnn_cases(rng):
    N, T, D, H = 3, 5, 2, 4  # 3 sequences in pieces of 3 steps: a state of the wrong axis goes on without an error
    W, x, dhs = weights(rng, D, H), numbers(rng, N, T, D), numbers(rng, N, T, H)
    arrays, many = {**W, "x": x, "dhs": dhs}, {**W, "x": x, "y": numbers(rng, N + 1, 2, D)}
    new, stateful = "layer = TimeRNN(Wx, Wh, b)\n", "layer = TimeRNN(Wx, Wh, b, stateful=True)\n"
    plain = new + "hs = layer.forward(x)\ndx = layer.backward(dhs)"
    fresh = new + "layer.forward(z)\nhs = layer.forward(x)\nlayer.backward(2 * dhs)\ndx = layer.backward(dhs)"
    kept = new + "dWx, dWh, db = layer.grads\nlayer.forward(x)\nlayer.backward(dhs)"
    pieces = stateful + "first = layer.forward(x[:, :3])\nsecond = layer.forward(x[:, 3:])"
    border = pieces + "\ndx = layer.backward(dhs[:, 3:])"
    twice = """
        layer = TimeRNN(Wx, Wh, b, stateful=True)
        layer.forward(x[:, :3])
        layer.backward(dhs[:, :3])
        layer.forward(x[:, 3:])
        dx = layer.backward(dhs[:, 3:])
    """
    two = """
        layer, second = TimeRNN(Wx, Wh, b, stateful=True), TimeRNN(Wx, Wh, b, stateful=True)
        layer.forward(x)
        hs = second.forward(x)
    """
    reset = stateful + "layer.forward(x)\nlayer.reset_state()\nhs = layer.forward(x)"
    change = stateful + "layer.forward(x)\nhs = layer.forward(y)"
    single = stateful + "layer.forward(x[:1])\nhs = layer.forward(y)"
    fewer = stateful + "layer.forward(y)\nhs = layer.forward(y[:1])"
    free = new + "layer.forward(y)\nhs = layer.forward(x)"
    allowed = stateful + "layer.forward(x)\nlayer.reset_state()\nhs = layer.forward(y)"
    renewed = """
        layer = TimeRNN(Wx, Wh, b)
        Wx *= 2
        Wh *= -1
        b += 1
        fresh = TimeRNN(Wx, Wh, b)
        hs, dx = layer.forward(x), layer.backward(dhs)
        hs_fresh, dx_fresh = fresh.forward(x), fresh.backward(dhs)
    """
    as_fresh = ("np.allclose(hs, hs_fresh)", "np.allclose(dx, dx_fresh)")
    results = ("hs", "dx", "layer.dh0", "layer.grads")
    zeros = Text(
        "Without stateful every forward begins with zeros; backward belongs to the last forward.",
        "stateful이 아니면 forward는 언제나 0에서 시작합니다. backward는 마지막 forward를 거꾸로 갑니다.",
    )
    carried = Text(
        "Two pieces must give the states of the whole sequence: the second begins where the first ended.",
        "두 조각의 상태는 전체 시퀀스의 상태와 같아야 합니다. 둘째 조각은 첫째가 끝난 상태에서 시작합니다.",
    )
    stops = Text(
        "backward looks at the last piece only: it starts with no gradient from later and stores dh0 without using it.",
        "backward는 마지막 조각만 봅니다. 뒤에서 오는 그래디언트 없이 시작하고, dh0은 저장만 하고 쓰지 않습니다.",
    )
    uncut = Text(
        "dhs reaches ±90 here: nothing is cut off inside the layer.",
        "여기서는 dhs가 ±90까지 갑니다. 층 안에서는 아무것도 자르지 않습니다.",
    )
    anew = Text("After reset_state forward begins with zeros.", "reset_state 다음의 forward는 0에서 시작합니다.")
    return [
        Case("plain", script(plain, results, **arrays), zeros),
        Case("plain", script(fresh, results, **arrays, z=numbers(rng, N, 2, D)), zeros),
        Case("plain", script(plain, results, **{**arrays, "dhs": 100 * dhs}), uncut),
        Case("kept", script(kept, KEPT, **arrays)),
        Case("kept", script(renewed, as_fresh, **arrays), RENEWED),
        Case("carried", script(pieces, ("first", "second"), **W, x=x), carried),
        Case("carried", script(two, "hs", **W, x=x), Text("Two layers, two states.", "층이 둘이면 상태도 둘입니다.")),
        *(Case("border", script(lines, results[1:], **arrays), stops) for lines in (border, twice)),
        Case("reset", script(reset, "hs", **W, x=x), anew),
        Case("reset", script(allowed, "hs", **many), anew),
        *(Case("number", script(lines, "hs", **many)) for lines in (change, single, fewer, free)),
    ]


TIME_RNN = Exercise(
    "time_rnn",
    ("TimeRNN",),
    (
        Aspect(
            "plain",
            0.5,
            Text("without a state between calls; arguments untouched", "상태를 이어 쓰지 않을 때(인수는 그대로)"),
            effects=True,
        ),
        Aspect("kept", 0.5, Text("params and grads keep their arrays", "params와 grads의 배열은 늘 같은 배열")),
        Aspect("carried", 0.5, Text("the state goes on", "상태를 이어 씀")),
        Aspect("border", 0.5, Text("the gradient stops between the pieces", "그래디언트는 조각의 경계에서 멈춤")),
        Aspect("reset", 0.5, Text("reset_state", "reset_state")),
        Aspect(
            "number",
            0.5,
            Text(
                "another number of sequences is an error, if there is a state",
                "상태가 있는데 시퀀스 개수가 바뀌면 오류",
            ),
        ),
    ),
    time_rnn_cases,
    {"TimeRNN": ref.TimeRNN},
    needs=("rnn_forward", "rnn_backward"),
)
