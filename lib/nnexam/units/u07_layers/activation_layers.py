"""u07_layers: the two layers without parameters, for exercises.py."""

import numpy as np
from nnref import layers

from nnexam.model import Aspect, Case, Exercise, Text, script


def away_from_zero(rng, *shape):
    """Draw numbers with two digits and 0.3 <= |x| <= 2, of both signs."""
    count = int(np.prod(shape))
    sizes = rng.uniform(0.3, 2, count).round(2) * np.resize([-1, 1], count)
    return rng.permutation(sizes).reshape(shape)


LISTS = ("layer.params", "layer.grads")
UNTOUCHED = Text("x and dout are left untouched", "x와 dout을 바꾸지 않음")
AGAIN = Text("second calls, two layers", "두 번째 호출, 층 두 개")
NO_LISTS = Text("params and grads are empty lists", "빈 리스트 params와 grads")
LAST = Text(
    "backward belongs to the latest forward of the same layer, however often it is called.",
    "backward는 몇 번을 부르든 같은 층의 가장 최근 forward에 대한 것입니다.",
)
UPSTREAM = Text(
    "Take one element by hand: dout there, times the slope of the function there.",
    "원소 하나를 손으로 계산해 보십시오. 그 자리의 dout에 그 자리의 기울기를 곱합니다.",
)


def activation_cases(rng, name, x, dout):
    """The cases that Sigmoid and ReLU share; x and dout are (4, 3)."""
    once = f"layer = {name}()\nout = layer.forward(x)\ndx = layer.backward(dout)"
    twice = f"layer = {name}()\nlayer.forward(other)\nout = layer.forward(x)\ndx = layer.backward(dout)"
    later = f"layer = {name}()\nout = layer.forward(x)\nlayer.forward(other)"
    more = f"layer = {name}()\nlayer.forward(x)\nlayer.backward(2 * dout)\ndx = layer.backward(dout)"
    pair = f"layer, second = {name}(), {name}()\nlayer.forward(x)\nsecond.forward(other)\ndx = layer.backward(dout)"
    cube, far = away_from_zero(rng, 2, 1, 5), np.array([-1000.0, -3.0, 3.0, 1000.0])
    other = np.round(-1.5 * x, 2)  # of the other sign everywhere, and with other slopes: no mask fits both
    by_hand = Text("Take one element by hand.", "원소 하나를 손으로 계산해 보십시오.")
    return [
        Case("out", script(once, "out", x=x, dout=dout), by_hand),
        Case("out", script(once, "out", x=cube, dout=cube), by_hand),
        Case("out", script(once, "out", x=far, dout=np.ones(4)), by_hand),
        Case("dx", script(once, "dx", x=x, dout=dout), UPSTREAM),
        Case("dx", script(once, "dx", x=cube, dout=away_from_zero(rng, 2, 1, 5)), UPSTREAM),
        Case("dx", script(once, "dx", x=far, dout=away_from_zero(rng, 4)), UPSTREAM),
        Case("again", script(twice, ("out", "dx"), x=x, other=other, dout=dout), LAST),
        Case("again", script(later, "out", x=x, other=other), LAST),
        Case("again", script(more, "dx", x=x, dout=dout), LAST),
        Case("again", script(pair, "dx", x=x, other=other, dout=dout), LAST),
        Case("lists", script(once, LISTS, x=x, dout=dout)),
        Case("untouched", script(once, ("out", "dx"), x=x, dout=dout)),
    ]


def sigmoid_cases(rng):
    return activation_cases(rng, "Sigmoid", away_from_zero(rng, 4, 3), away_from_zero(rng, 4, 3))


SIGMOID = Exercise(
    "sigmoid_layer",
    ("Sigmoid",),
    (
        Aspect("out", 0.5, Text("forward", "forward")),
        Aspect("dx", 1, Text("backward", "backward")),
        Aspect("again", 0.5, AGAIN),
        Aspect("lists", 0.5, NO_LISTS),
        Aspect("untouched", 0.5, UNTOUCHED, effects=True, alone=True),
    ),
    sigmoid_cases,
    {"Sigmoid": layers.Sigmoid},
)


def relu_cases(rng):
    x, dout = away_from_zero(rng, 4, 3), away_from_zero(rng, 4, 3)
    zeros = np.where(away_from_zero(rng, 4, 3) > 0, x, 0.0)
    once = "layer = ReLU()\nlayer.forward(x)\ndx = layer.backward(dout)"
    flat = Text("Some inputs are exactly 0 here: there the slope counts as 0.", "입력이 0인 곳의 기울기는 0입니다.")
    return [
        *activation_cases(rng, "ReLU", x, dout),
        Case("zero", script(once, "dx", x=zeros, dout=np.where(zeros > 0, -np.abs(dout), dout)), flat),
        Case("zero", script(once, "dx", x=np.zeros((2, 3)), dout=dout[:2]), flat),
    ]


RELU = Exercise(
    "relu_layer",
    ("ReLU",),
    (
        Aspect("out", 0.5, Text("forward", "forward")),
        Aspect("dx", 0.5, Text("backward", "backward")),
        Aspect("zero", 0.5, Text("backward where x is 0", "x가 0인 곳의 backward")),
        Aspect("again", 0.5, AGAIN),
        Aspect("lists", 0.5, NO_LISTS),
        Aspect("untouched", 0.5, UNTOUCHED, effects=True, alone=True),
    ),
    relu_cases,
    {"ReLU": layers.Relu},
)
