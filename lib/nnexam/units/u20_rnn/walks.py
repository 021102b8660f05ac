"""The two walks through a sequence: what the checks of rnn_forward and rnn_backward ask."""

import numpy as np
from nnref import rnn as ref

from nnexam.model import Aspect, Case, Exercise, Text, call

UNTOUCHED = Text("the arguments stay as they were", "받은 배열을 바꾸지 않음")
RENEWED = Text(
    "The weights were changed in place: what is built anew with them must give the same numbers.",
    "가중치를 제자리에서 바꾸었습니다. 그 가중치로 새로 만든 것과 결과가 같아야 합니다.",
)


def numbers(rng, *shape):
    """Draw numbers with three digits and 0.2 <= |x| <= 0.9, of both signs: tanh bends them and does not saturate."""
    count = int(np.prod(shape))
    sizes = 0.2 + (np.arange(count) + rng.uniform(0.2, 0.8, count)) * 0.7 / count
    return rng.permutation(sizes.round(3) * np.resize([-1, 1], count)).reshape(shape)


def weights(rng, D, H):
    return {"Wx": numbers(rng, D, H), "Wh": numbers(rng, H, H), "b": numbers(rng, H)}


def rnn_forward(x, h0, Wx, Wh, b):
    """The states alone: backward here is given what it needs, so there is no cache."""
    return ref.rnn_forward(x, h0, Wx, Wh, b)[0]


def rnn_backward(dhs, x, h0, hs, Wx, Wh):
    """The five gradients in a tuple."""
    cache = ref.rnn_forward(x, h0, Wx, Wh, np.zeros(len(Wh)))[1]
    cache[0][1:, :, x.shape[2] : -1] = np.transpose(hs, (1, 0, 2))  # the states as given
    dx, dh0, grads = ref.rnn_backward(dhs, cache)
    return dx, dh0, grads["Wx"], grads["Wh"], grads["b"]


def rnn_forward_cases(rng):
    N, T, D, H = 2, 4, 3, 5
    W, x, h0 = weights(rng, D, H), numbers(rng, N, T, D), numbers(rng, N, H)
    zero = {name: 0 * w for name, w in W.items()}
    first = Text("One step only: tanh(x[:, 0] Wx + h0 Wh + b).", "한 시점뿐입니다. tanh(x[:, 0] Wx + h0 Wh + b)입니다.")
    chain = Text(
        "Each step starts from the state of the step before; only the first starts from h0.",
        "시점마다 바로 앞 시점의 상태에서 시작합니다. h0에서 시작하는 것은 첫 시점뿐입니다.",
    )
    fade = Text(
        "There is no input here (Wx and b are 0): every state comes from the one before alone.",
        "여기서는 입력이 없습니다(Wx와 b가 0). 모든 상태가 바로 앞 상태에서만 나옵니다.",
    )
    apart = Text(
        "Wh is 0 here, so no step depends on another: hs[:, t] is tanh(x[:, t] Wx + b).",
        "여기서는 Wh가 0이어서 시점끼리 관계가 없습니다. hs[:, t]는 tanh(x[:, t] Wx + b)입니다.",
    )
    square = Text(
        "N and T are equal here, so axes mixed up give no error.",
        "여기서는 N과 T가 같아서 축이 바뀌어도 오류가 나지 않습니다.",
    )
    return [
        Case("step", call("rnn_forward", x[:, :1], h0, **W), first),
        Case("step", call("rnn_forward", x[:1, :1], h0[:1], **W), first),
        Case("sequence", call("rnn_forward", x, h0, **W), chain),
        Case("sequence", call("rnn_forward", x, h0, zero["Wx"], W["Wh"], zero["b"]), fade),
        Case("sequence", call("rnn_forward", x, h0, W["Wx"], zero["Wh"], W["b"]), apart),
        Case("axes", call("rnn_forward", numbers(rng, 3, 3, D), numbers(rng, 3, H), **W), square),
        Case("axes", call("rnn_forward", numbers(rng, 1, 6, 1), numbers(rng, 1, 2), **weights(rng, 1, 2)), chain),
        Case("untouched", call("rnn_forward", x, h0, **W)),
    ]


RNN_FORWARD = Exercise(
    "rnn_forward",
    ("rnn_forward",),
    (
        Aspect("step", 0.5, Text("a sequence of one step", "시점이 하나인 시퀀스")),
        Aspect("sequence", 2, Text("each state from the one before", "앞 상태에서 나오는 상태")),
        Aspect("axes", 1, Text("samples, steps and numbers on their axes", "샘플, 시점, 수의 축")),
        Aspect("untouched", 0.5, UNTOUCHED, effects=True, alone=True),
    ),
    rnn_forward_cases,
    {"rnn_forward": rnn_forward},
)


def rnn_backward_cases(rng):
    N, T, D, H = 2, 4, 3, 5
    W, x, h0, dhs = weights(rng, D, H), numbers(rng, N, T, D), numbers(rng, N, H), numbers(rng, N, T, H)

    def back(dhs, x=x, h0=h0, W=W):
        return call("rnn_backward", dhs, x, h0, rnn_forward(x, h0, **W), W["Wx"], W["Wh"])

    end, start = np.zeros_like(dhs), np.zeros_like(dhs)
    end[:, -1], start[:, 0] = dhs[:, -1], dhs[:, 0]
    one_step = Text(
        "One step only: this is the backward of your cell, with h0 as the state before.",
        "한 시점뿐입니다. 셀의 backward와 같고, 이전 상태는 h0입니다.",
    )
    both = Text(
        "State t is used twice: its gradient is dhs[:, t] plus what comes back from step t + 1.",
        "시점 t의 상태는 두 곳에 쓰입니다. 그래디언트는 dhs[:, t]에 시점 t + 1에서 돌아온 것을 더한 것입니다.",
    )
    far = Text(
        "Only the last state has a gradient of its own here: it must travel back to step 0 and to h0.",
        "여기서는 마지막 상태에만 그래디언트가 있습니다. 이것이 시점 0과 h0까지 거슬러 가야 합니다.",
    )
    near = Text(
        "Only the first state has a gradient of its own here: later steps get none.",
        "여기서는 첫 상태에만 그래디언트가 있습니다. 뒤 시점에는 아무것도 오지 않습니다.",
    )
    sums = Text(
        "The same weights serve every step: their gradients are sums over all steps and samples.",
        "같은 가중치가 모든 시점에 쓰입니다. 그 그래디언트는 모든 시점과 샘플에 걸쳐 더한 것입니다.",
    )
    uncut = Text(
        "dhs reaches ±90 here: nothing is cut off on the way back.",
        "여기서는 dhs가 ±90까지 갑니다. 되돌아오는 길에 아무것도 자르지 않습니다.",
    )
    many = [
        (back(dhs), both),
        (back(end), far),
        (back(start), near),
        (back(numbers(rng, 1, 6, H), numbers(rng, 1, 6, D), numbers(rng, 1, H)), both),
        (back(100 * dhs), uncut),
    ]
    parts = ("dx", "dh0", "dWx", "dWh", "db")
    cases = [Case("step", back(dhs[:, :1], x[:, :1]), one_step), Case("step", back(dhs[:1, :1], x[:1, :1], h0[:1]))]
    cases += [Case(parts[:2], question, hint) for question, hint in many]
    cases += [Case(parts[2:], question, hint) for question, hint in ((back(dhs), sums), *many[1:])]
    return [*cases, Case("untouched", back(dhs))]


RNN_BACKWARD = Exercise(
    "rnn_backward",
    ("rnn_backward",),
    (
        Aspect("step", 1, Text("a sequence of one step", "시점이 하나인 시퀀스")),
        Aspect("dx", 1, Text("dx, at every step", "모든 시점의 dx"), part=0),
        Aspect("dh0", 1, Text("dh0", "dh0"), part=1),
        Aspect("dWx", 1, Text("dWx, summed over the steps", "시점에 걸쳐 더한 dWx"), part=2),
        Aspect("dWh", 1, Text("dWh, summed over the steps", "시점에 걸쳐 더한 dWh"), part=3),
        Aspect("db", 0.5, Text("db, summed over the steps", "시점에 걸쳐 더한 db"), part=4),
        Aspect("untouched", 0.5, UNTOUCHED, effects=True, alone=True),
    ),
    rnn_backward_cases,
    {"rnn_backward": rnn_backward},
)
