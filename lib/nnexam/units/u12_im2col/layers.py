"""u12_im2col: what the checks of the three layers ask; exercises.py puts them behind those of the functions."""

import numpy as np
from nnref.convolution import Convolution
from nnref.pooling import Flatten, MaxPooling

from nnexam.model import Aspect, Case, Exercise, Text, script

from .draws import away_from_zero, numbered

PLACE = "layer.grads[0] is dW and layer.grads[1] is db and layer.params[0] is W and layer.params[1] is b"


def convolution_cases(rng):
    x, other = away_from_zero(rng, 2, 3, 5, 7), away_from_zero(rng, 3, 3, 4, 6)
    W, b, dout = away_from_zero(rng, 6, 3, 2, 3), away_from_zero(rng, 6), away_from_zero(rng, 2, 6, 4, 5)
    wide, far = away_from_zero(rng, 2, 6, 2, 3), away_from_zero(rng, 2, 6, 3, 4)
    border = away_from_zero(rng, 2, 6, 8, 9)
    backward = """
        layer = Convolution(W, b{})
        out = layer.forward(x)
        dx = layer.backward(dout)
    """
    again = """
        layer, second = Convolution(W, b), Convolution(2 * W, b)
        layer.forward(other)
        layer.backward(first)
        layer.forward(x)
        second.forward(other)
        dx = layer.backward(dout)
        second.backward(first)
    """
    place = """
        layer = Convolution(W, b)
        dW, db = layer.grads
        layer.forward(x)
        layer.backward(dout)
    """
    changed = """
        layer = Convolution(W, b{})
        layer.forward(x)
        W *= 2
        b -= 1
        out = layer.forward(x)
    """
    repeated = """
        layer = Convolution(W, b)
        layer.forward(x)
        layer.backward(2 * dout)
        dx = layer.backward(dout)
    """
    first = away_from_zero(rng, 3, 6, 3, 4)
    grads = ("layer.grads[0]", "layer.grads[1]")
    everything = ("dx", *grads)
    to_dx = Text(
        "dcol is dout, as rows, times the filters, as rows; col2im takes it back to the pixels.",
        "행으로 편 dout에 행으로 편 필터를 곱하면 dcol이고, col2im이 이를 픽셀로 되돌립니다.",
    )
    to_dW = Text(
        "dW[f] is a sum over all windows: dout there times the window. Bring dout to rows (N OH OW, F) first.",
        "dW[f]는 모든 윈도우에 걸쳐 dout과 윈도우를 곱해 더한 것입니다. 먼저 dout을 행 (N OH OW, F)으로 만드십시오.",
    )
    to_db = Text(
        "b[f] was added to every output of filter f: db[f] is the sum of all their dout.",
        "b[f]는 필터 f의 모든 출력에 더해졌습니다. db[f]는 그 dout을 모두 더한 것입니다.",
    )
    settings = Text(
        "Here the stride or the padding is not the default: backward needs the same settings as forward.",
        "여기서는 스트라이드나 패딩이 기본값이 아닙니다. backward에도 forward와 같은 값이 필요합니다.",
    )
    memory = Text(
        "Two layers, and a second forward of the first: backward belongs to the last forward of its own layer.",
        "층이 둘이고, 첫째 층은 forward를 두 번 합니다. backward는 제 층의 마지막 forward에 대한 것입니다.",
    )
    filled = Text(
        "The lists must hold the same arrays as before: fill them with self.grads[0][...] = ..., bind no new ones.",
        "리스트에는 전과 같은 배열이 있어야 합니다. 새 배열을 넣지 말고 self.grads[0][...] = ...로 채우십시오.",
    )
    update = Text(
        "W and b change between the two calls of forward, as in training: from then on the new ones count.",
        "학습할 때처럼 두 forward 사이에 W와 b가 바뀝니다. 그 뒤로는 새 값으로 계산해야 합니다.",
    )
    once_more = Text(
        "backward runs twice here, and the second dout is another one: its gradients hold nothing of the first call.",
        "여기서는 backward를 서로 다른 dout으로 두 번 합니다. 둘째 그래디언트에 첫째의 값이 남아 있으면 안 됩니다.",
    )
    args = {"x": x, "W": W, "b": b}
    return [
        Case("out", script("layer = Convolution(W, b, 2, 1)\nout = layer.forward(x)", "out", **args)),
        Case("out", script(changed.format(", 2, 1"), "out", **args), update),
        Case("dx", script(backward.format(""), everything, dout=dout * [0, 0, 0, 1, 0], **args), to_dx),
        Case("dW", script(backward.format(""), everything, dout=dout * [0, 0, 0, 1, 0], **args), to_dW),
        Case("db", script(backward.format(""), everything, dout=dout * [0, 0, 0, 1, 0], **args), to_db),
        Case(("dx", "dW", "db"), script(backward.format(""), everything, dout=dout, **args)),
        Case("settings", script(backward.format(", 2, 0"), everything, dout=wide, **args), settings),
        Case("settings", script(backward.format(", 1, 2"), everything, dout=border, **args), settings),
        Case("settings", script(backward.format(", 2, 1"), everything, dout=far, **args), settings),
        Case("again", script(again, everything, other=other, first=first, dout=dout, **args), memory),
        Case("again", script(changed.format("") + "dx = layer.backward(dout)", everything, dout=dout, **args), update),
        Case("again", script(repeated, everything, dout=dout, **args), once_more),
        Case("place", script(place, PLACE, dout=dout, **args), filled),
    ]


CONVOLUTION = Exercise(
    "convolution",
    ("Convolution",),
    (
        Aspect("out", 0.5, Text("forward", "forward")),
        Aspect("dx", 1.5, Text("gradient of x", "x의 그래디언트"), part="dx"),
        Aspect("dW", 1, Text("gradient of W", "W의 그래디언트"), part="layer.grads[0]"),
        Aspect("db", 0.5, Text("gradient of b", "b의 그래디언트"), part="layer.grads[1]"),
        Aspect("settings", 1.5, Text("gradients with stride and padding", "스트라이드와 패딩이 있는 그래디언트")),
        Aspect(
            "again", 0.5, Text("two layers, second calls, new W and b", "층 두 개, 다시 부르기, 새 W와 b"), effects=True
        ),
        Aspect("place", 0.5, Text("the arrays in grads and params stay", "grads와 params의 배열이 그대로")),
    ),
    convolution_cases,
    {"Convolution": Convolution},
    needs=("im2col", "col2im", "conv_forward"),
)


def max_pooling_cases(rng):
    x, dout = numbered(rng, 2, 3, 8, 10) - 300, away_from_zero(rng, 2, 3, 4, 5)
    odd, tall = numbered(rng, 2, 1, 5, 8), numbered(rng, 1, 3, 5, 4) - 70.5
    forward = "layer = MaxPooling({})\nout = layer.forward(x)"
    backward = forward + "\ndx = layer.backward(dout)"
    twice = """
        layer, second = MaxPooling(2), MaxPooling(2)
        layer.forward(other)
        layer.backward(first)
        layer.forward(x)
        second.forward(other)
        dx = layer.backward(dout)
    """
    repeated = """
        layer = MaxPooling(2)
        layer.forward(x)
        layer.backward(2 * dout)
        dx = layer.backward(dout)
    """
    equal, flat = np.zeros((1, 2, 4, 6)), np.array([[[[1.0, 3.0, 2.0, 2.0], [3.0, 3.0, 0.0, 2.0]]]])
    largest = Text(
        "All numbers of many windows are negative here; the largest of them is asked, wherever it stands.",
        "여기서는 수가 모두 음수인 윈도우가 많습니다. 어디에 있든 그 가운데 가장 큰 수를 구합니다.",
    )
    winner = Text(
        "Each dout goes to one pixel only, the largest of its window; all others get 0.",
        "dout 하나는 픽셀 하나, 곧 그 윈도우에서 가장 큰 픽셀에만 갑니다. 나머지는 0입니다.",
    )
    overlap = Text(
        "Here the windows overlap: a pixel that won several windows gets the sum of their dout.",
        "여기서는 윈도우가 겹칩니다. 여러 윈도우에서 가장 큰 픽셀은 그 dout을 모두 더해 받습니다.",
    )
    ties = Text(
        "Here several pixels of a window are equally large: only the first of them, line by line, gets dout.",
        "여기서는 한 윈도우에 똑같이 큰 픽셀이 여럿입니다. 한 줄씩 읽어 처음 나오는 픽셀만 dout을 받습니다.",
    )
    rest = Text(
        "Here the windows do not reach the last pixels: these have the gradient 0.",
        "여기서는 윈도우가 마지막 픽셀까지 닿지 않습니다. 그 픽셀의 그래디언트는 0입니다.",
    )
    memory = Text(
        "Two layers, and a second forward of the first: backward belongs to the last forward of its own layer.",
        "층이 둘이고, 첫째 층은 forward를 두 번 합니다. backward는 제 층의 마지막 forward에 대한 것입니다.",
    )
    once_more = Text(
        "backward runs twice here, and the second dout is another one: its dx holds nothing of the first call.",
        "여기서는 backward를 서로 다른 dout으로 두 번 합니다. 둘째 dx에 첫째의 값이 남아 있으면 안 됩니다.",
    )
    three = Text(
        "Here the window is 3 and no stride is given: it is 3, too.",
        "여기서는 윈도우가 3이고 스트라이드를 주지 않습니다. 스트라이드도 3입니다.",
    )
    both = {"x": x, "dout": dout}
    return [
        Case("forward", script(forward.format(2), "out", x=x), largest),
        Case("forward", script(forward.format(3), "out", x=x), three),
        Case("forward", script(forward.format("3, stride=1"), "out", x=tall), largest),
        Case("forward", script(forward.format("2, 3"), "out", x=odd), largest),
        Case("backward", script(backward.format(2), "dx", **both), winner),
        Case("backward", script(twice, "dx", other=tall, first=away_from_zero(rng, 1, 3, 2, 2), **both), memory),
        Case("backward", script(repeated, "dx", **both), once_more),
        Case("overlap", script(backward.format("2, 1"), "dx", x=tall, dout=away_from_zero(rng, 1, 3, 4, 3)), overlap),
        Case("overlap", script(backward.format("3, 2"), "dx", x=odd, dout=away_from_zero(rng, 2, 1, 2, 3)), overlap),
        Case("ties", script(backward.format(2), "dx", x=equal, dout=away_from_zero(rng, 1, 2, 2, 3)), ties),
        Case("ties", script(backward.format(2), "dx", x=flat, dout=away_from_zero(rng, 1, 1, 1, 2)), ties),
        Case("rest", script(backward.format(2), "dx", x=odd, dout=away_from_zero(rng, 2, 1, 2, 4)), rest),
        Case("rest", script(backward.format("2, 3"), "dx", x=odd, dout=away_from_zero(rng, 2, 1, 2, 3)), rest),
    ]


MAX_POOLING = Exercise(
    "max_pooling",
    ("MaxPooling",),
    (
        Aspect("forward", 1, Text("forward", "forward"), effects=True),
        Aspect("backward", 1, Text("backward, windows side by side", "backward, 겹치지 않는 윈도우"), effects=True),
        Aspect("overlap", 1, Text("backward, overlapping windows", "backward, 겹치는 윈도우")),
        Aspect("ties", 0.5, Text("several largest pixels", "가장 큰 픽셀이 여럿")),
        Aspect("rest", 0.5, Text("pixels that are in no window", "어느 윈도우에도 없는 픽셀")),
    ),
    max_pooling_cases,
    {"MaxPooling": MaxPooling},
    needs=("im2col", "col2im"),
)


def flatten_cases(rng):
    x, other = numbered(rng, 2, 3, 4, 5), numbered(rng, 4, 2, 1, 3)
    one = numbered(rng, 1, 2, 3, 4)
    forward = "layer = Flatten()\nout = layer.forward(x)"
    backward = forward + "\ndx = layer.backward(dout)"
    twice = "layer = Flatten()\nlayer.forward(other)\nlayer.forward(x)\ndx = layer.backward(dout)"
    two = """
        layer, second = Flatten(), Flatten()
        layer.forward(x)
        second.forward(other)
        dx = layer.backward(dout)
    """
    rows = Text(
        "One row for each image: channel 0 line by line, then channel 1, and so on.",
        "이미지마다 행 하나입니다. 채널 0을 한 줄씩, 다음에 채널 1, 이렇게 이어집니다.",
    )
    back = Text("The gradient has the shape of x.", "그래디언트의 shape은 x와 같습니다.")
    last = Text(
        "Here forward runs twice: backward belongs to the last.",
        "여기서는 forward를 두 번 합니다. backward는 마지막 것에 대한 것입니다.",
    )
    own = Text(
        "Here are two layers, each with a shape of its own.", "여기서는 층이 둘이고, 층마다 제 shape이 있습니다."
    )
    return [
        Case("forward", script(forward, "out", x=x), rows),
        Case("forward", script(forward, "out", x=one), rows),
        Case("backward", script(backward, "dx", x=x, dout=away_from_zero(rng, 2, 60)), back),
        Case("backward", script(backward, "dx", x=one, dout=away_from_zero(rng, 1, 24)), back),
        Case("backward", script(twice, "dx", x=x, other=other, dout=away_from_zero(rng, 2, 60)), last),
        Case("backward", script(two, "dx", x=x, other=other, dout=away_from_zero(rng, 2, 60)), own),
    ]


FLATTEN = Exercise(
    "flatten",
    ("Flatten",),
    (
        Aspect("forward", 1, Text("forward", "forward"), effects=True),
        Aspect("backward", 1, Text("backward", "backward"), effects=True),
    ),
    flatten_cases,
    {"Flatten": Flatten},
)
