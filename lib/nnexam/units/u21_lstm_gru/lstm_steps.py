"""One step of the LSTM, there and back: what the checks of lstm_step_forward and lstm_step_backward ask."""

import numpy as np
from nnref import lstm as ref

from nnexam.model import Aspect, Case, Exercise, Text, script

UNTOUCHED = Text("the arguments stay as they were", "받은 배열을 바꾸지 않음")
SHUT, OPEN = -50.0, 50.0  # sums at which a gate is 0 and 1 to all digits that count


def numbers(rng, *shape):
    """Draw numbers with three digits and 0.2 <= |x| <= 0.9, of both signs: tanh bends them and does not saturate."""
    count = int(np.prod(shape))
    sizes = 0.2 + (np.arange(count) + rng.uniform(0.2, 0.8, count)) * 0.7 / count
    return rng.permutation(sizes.round(3) * np.resize([-1, 1], count)).reshape(shape)


def weights(rng, D, H, parts=4):
    return {"Wx": numbers(rng, D, parts * H), "Wh": numbers(rng, H, parts * H), "b": numbers(rng, parts * H)}


def gates_set(arrays, **sums):
    """The same arrays with the sum of some parts fixed: weights 0 there, and b the number that is given."""
    H, arrays = len(arrays["Wh"]), {name: a.copy() for name, a in arrays.items()}
    for name, value in sums.items():
        place = slice("ifgo".index(name) * H, ("ifgo".index(name) + 1) * H)
        arrays["Wx"][:, place] = arrays["Wh"][:, place] = 0
        arrays["b"][place] = value
    return arrays


def lstm_step_forward(x, h, c, Wx, Wh, b):
    """(h_next, c_next, gates): the gates are handed out, so that backward can be given them."""
    (h_next, c_next), cache = ref.lstm_step_forward(x, h, c, Wx, Wh, b)
    return h_next, c_next, cache[5:9]


def lstm_step_backward(dh_next, dc_next, x, h, c, c_next, gates, Wx, Wh):
    """The six gradients in a tuple."""
    cache = (x, h, c, Wx, Wh, *gates, np.tanh(c_next))
    dx, dh, dc, grads = ref.lstm_step_backward((dh_next, dc_next), cache)
    return dx, dh, dc, grads["Wx"], grads["Wh"], grads["b"]


FORWARD = "h_next, c_next, (i, f, g, o) = lstm_step_forward(x, h, c, Wx, Wh, b)"

# gate → what it is called in both languages, its curve and its columns
GATES = {
    "i": ("input gate", "입력 게이트", "sigmoid", "[:, :H]"),
    "f": ("forget gate", "망각 게이트", "sigmoid", "[:, H:2*H]"),
    "g": ("candidate", "후보값", "tanh", "[:, 2*H:3*H]"),
    "o": ("output gate", "출력 게이트", "sigmoid", "[:, 3*H:]"),
}


def lstm_step_forward_cases(rng):
    N, D, H = 4, 3, 2
    arrays = {**weights(rng, D, H), "x": numbers(rng, N, D), "h": numbers(rng, N, H), "c": 2 * numbers(rng, N, H)}
    one = {name: a[:1] if name in "xhc" else a for name, a in arrays.items()}
    cases = []
    for name, (en, ko, curve, columns) in GATES.items():
        only = Text(
            f"Only the columns of the {en} {name} are not 0 here. Is {name} = {curve}(a{columns}), with "
            "a = x Wx + h Wh + b?",
            f"여기서는 {ko} {name}의 열만 0이 아닙니다. a = x Wx + h Wh + b일 때 {name} = {curve}(a{columns})입니까?",
        )
        others = {other: 0.0 for other in GATES if other != name}
        cases.append(Case(name, script(FORWARD, name, **gates_set(arrays, **others)), only))
        cases += [Case(name, script(FORWARD, name, **given), only) for given in (arrays, one)]
    keep = Text(
        "The input gate is shut here (i = 0), only the forget gate lets something through. Related to the forget gate: "
        "is it f·c?",
        "여기서는 입력 게이트가 닫혀 있고(i = 0) 망각 게이트만 통과시킵니다. 망각 게이트를 보십시오. f·c입니까?",
    )
    write = Text(
        "The forget gate is shut here (f = 0): c_next is what the input gate lets in. Is it i·g?",
        "여기서는 망각 게이트가 닫혀 있습니다(f = 0). c_next는 입력 게이트가 들여보낸 것뿐입니다. i·g입니까?",
    )
    both = Text(
        "The new cell is the sum of what is kept and what is written: f·c + i·g.",
        "새 셀은 남긴 것과 새로 쓴 것의 합입니다. f·c + i·g입니다.",
    )
    show = Text(
        "The output gate is open here (o = 1): is h_next the tanh of the new cell?",
        "여기서는 출력 게이트가 열려 있습니다(o = 1). h_next가 새 셀의 tanh입니까?",
    )
    hide = Text(
        "The output gate is shut here (o = 0): h_next is 0.", "출력 게이트가 닫혀 있습니다(o = 0). h_next는 0입니다."
    )
    shown = Text("h_next = o·tanh(c_next).", "h_next = o·tanh(c_next)입니다.")
    large = Text(
        "Some sums are ±1000 here: gates are 0 or 1, nothing is nan.",
        "여기서는 합이 ±1000인 곳이 있습니다. 게이트는 0이나 1이고 nan은 없어야 합니다.",
    )
    full = Text(
        "The cell reaches ±90 here: f·c + i·g as it is, nothing is cut off.",
        "여기서는 셀이 ±90까지 갑니다. f·c + i·g를 그대로 쓰고, 아무것도 자르지 않습니다.",
    )
    cell, state, everything = "c_next", "h_next", ("h_next", "c_next", "i", "f", "g", "o")
    far = gates_set(arrays, i=1000.0, f=-1000.0, o=1000.0)
    return [
        *cases,
        Case("keep", script(FORWARD, cell, **gates_set(arrays, i=SHUT)), keep),
        Case("keep", script(FORWARD, cell, **gates_set(arrays, i=SHUT, f=OPEN)), keep),
        Case("write", script(FORWARD, cell, **gates_set(arrays, f=SHUT)), write),
        Case("write", script(FORWARD, cell, **gates_set(arrays, f=SHUT, i=OPEN)), write),
        Case("cell", script(FORWARD, cell, **arrays), both),
        Case("cell", script(FORWARD, cell, **one), both),
        Case("cell", script(FORWARD, cell, **{**arrays, "c": 50 * arrays["c"]}), full),
        Case("state", script(FORWARD, state, **gates_set(arrays, o=OPEN)), show),
        Case("state", script(FORWARD, state, **gates_set(arrays, o=SHUT)), hide),
        Case("state", script(FORWARD, state, **arrays), shown),
        Case("state", script(FORWARD, everything, **far), large),
        Case("untouched", script(FORWARD, everything, **arrays)),
    ]


LSTM_STEP_FORWARD = Exercise(
    "lstm_step_forward",
    ("lstm_step_forward",),
    (
        *(Aspect(name, 0.5, Text(f"the {en} {name}", f"{ko} {name}")) for name, (en, ko, *_) in GATES.items()),
        Aspect("keep", 1, Text("what the forget gate keeps", "망각 게이트가 남기는 것")),
        Aspect("write", 1, Text("what the input gate writes", "입력 게이트가 쓰는 것")),
        Aspect("cell", 0.5, Text("the new cell, both together", "둘을 합친 새 셀")),
        Aspect("state", 1, Text("what the output gate shows", "출력 게이트가 내보이는 것")),
        Aspect("untouched", 0.5, UNTOUCHED, effects=True, alone=True),
    ),
    lstm_step_forward_cases,
    {"lstm_step_forward": lstm_step_forward},
)

BACKWARD = """
    gates = (i, f, g, o)
    dx, dh, dc, dWx, dWh, db = lstm_step_backward(dh_next, dc_next, x, h, c, c_next, gates, Wx, Wh)
"""
OF_GATE = {"i": "db[:H]", "f": "db[H:2*H]", "g": "db[2*H:3*H]", "o": "db[3*H:]"}
SLOPE = {
    "i": ("dc_total·g", "i(1 - i)"),
    "f": ("dc_total·c", "f(1 - f)"),
    "g": ("dc_total·i", "(1 - g²)"),
    "o": ("dh_next·tanh(c_next)", "o(1 - o)"),
}


def lstm_step_backward_cases(rng):
    N, D, H = 4, 3, 2
    arrays = {**weights(rng, D, H), "x": numbers(rng, N, D), "h": numbers(rng, N, H), "c": 2 * numbers(rng, N, H)}
    order = np.argsort(-np.abs(lstm_step_forward(**arrays)[1]).max(axis=1))  # first a cell where tanh bends
    arrays |= {name: arrays[name][order] for name in "xhc"}
    up = {"dh_next": numbers(rng, N, H), "dc_next": numbers(rng, N, H)}

    def question(results, rows=N, sums=None, **changed):
        given = gates_set({name: a[:rows] if name in "xhc" else a for name, a in arrays.items()}, **(sums or {}))
        _, c_next, gates = lstm_step_forward(**given)
        del given["b"]
        upstream = {name: changed.get(name, 1) * a[:rows] for name, a in up.items()}
        gates = dict(zip("ifgo", gates, strict=True))
        return script(BACKWARD, results, **upstream, **given, c_next=c_next, **gates, H=H)

    through = Text(
        "Only c_next has a gradient here (dh_next is 0): dc is dc_next·f.",
        "여기서는 c_next에만 그래디언트가 있습니다(dh_next는 0). dc는 dc_next·f입니다.",
    )
    from_h = Text(
        "Only h_next has a gradient here (dc_next is 0): it enters the cell as dh_next·o·(1 - tanh²(c_next)).",
        "여기서는 h_next에만 그래디언트가 있습니다(dc_next는 0). dh_next·o·(1 - tanh²(c_next))이 되어 셀로 들어갑니다.",
    )
    added = Text(
        "The cell is used twice, so two gradients are added: dc_total = dc_next + dh_next·o·(1 - tanh²(c_next)); "
        "dc = dc_total·f.",
        "셀은 두 번 쓰이므로 그래디언트 둘을 더합니다. dc_total = dc_next + dh_next·o·(1 - tanh²(c_next)), "
        "dc = dc_total·f입니다.",
    )
    cases = [
        Case("through", question("dc", dh_next=0), through),
        Case("through", question("dc", rows=1, dh_next=0), through),
        Case("joined", question("dc", dc_next=0), from_h),
        Case("joined", question("dc"), added),
        Case("joined", question("dc", sums={"f": OPEN}), added),
    ]
    for name, (en, ko, *_) in GATES.items():
        factor, slope = SLOPE[name]
        where = Text(
            f"One sample, so db is da, and this is the part of the {en} {name}: {factor}·{slope}.",
            f"샘플이 하나라서 db가 곧 da이고, 이것은 그 가운데 {ko} {name}의 부분입니다. {factor}·{slope}입니다.",
        )
        cases.append(Case(name, question(OF_GATE[name], rows=1), where))
        cases.append(Case(name, question(OF_GATE[name], rows=1, dc_next=0), where))
        cases.append(Case(name, question(OF_GATE[name], rows=1, dh_next=0), where))
    from_a = {
        "dx": Text(
            "dx = da Wxᵀ, with all four parts of da side by side.",
            "dx = da Wxᵀ이고, da는 네 부분을 이어 붙인 것입니다.",
        ),
        "dh": Text("dh = da Whᵀ: h entered all four sums.", "dh = da Whᵀ입니다. h는 네 합에 모두 들어갔습니다."),
        "dWx": Text("dWx = xᵀ da, a sum over the samples.", "dWx = xᵀ da이고, 샘플에 걸친 합입니다."),
        "dWh": Text("dWh = hᵀ da, with h, the state before.", "dWh = hᵀ da이고, h는 이전 상태입니다."),
        "db": Text("db is the sum of the rows of da.", "db는 da의 행을 모두 더한 것입니다."),
    }
    uncut = Text(
        "dh_next and dc_next reach ±90 here: nothing is cut off inside the step.",
        "여기서는 dh_next와 dc_next가 ±90까지 갑니다. 이 안에서는 아무것도 자르지 않습니다.",
    )
    for name, hint in from_a.items():
        cases += [Case(name, question(name), hint), Case(name, question(name, dh_next=0), hint)]
        cases.append(Case(name, question(name, dh_next=100, dc_next=100), uncut))
    flat = Text(
        "The gates are saturated here, 0 or 1: their slopes are 0, and only the cell carries a gradient.",
        "여기서는 게이트가 0이나 1로 포화되어 기울기가 0입니다. 그래디언트는 셀로만 전해집니다.",
    )
    shut = {"i": SHUT, "f": OPEN, "g": 0.0, "o": OPEN}
    everything = ("dx", "dh", "dc", "dWx", "dWh", "db")
    return [
        *cases,
        Case("saturated", question(everything, sums=shut), flat),
        Case("saturated", question(everything, sums={**shut, "i": OPEN, "o": SHUT}), flat),
        Case("untouched", question(everything)),
    ]


LSTM_STEP_BACKWARD = Exercise(
    "lstm_step_backward",
    ("lstm_step_backward",),
    (
        Aspect("through", 0.5, Text("dc: straight through the cell", "셀을 곧장 지나는 dc")),
        Aspect("joined", 1, Text("dc: what h_next adds", "h_next가 더하는 dc")),
        *(
            Aspect(name, 0.5, Text(f"da of the {en} {name}", f"{ko} {name}의 da"))
            for name, (en, ko, *_) in GATES.items()
        ),
        Aspect("dx", 0.5, Text("dx", "dx")),
        Aspect("dh", 0.5, Text("dh", "dh")),
        Aspect("dWx", 0.5, Text("dWx", "dWx")),
        Aspect("dWh", 0.5, Text("dWh", "dWh")),
        Aspect("db", 0.5, Text("db", "db")),
        Aspect("saturated", 0.5, Text("gates fully open or shut", "완전히 열리거나 닫힌 게이트")),
        Aspect("untouched", 0.5, UNTOUCHED, effects=True, alone=True),
    ),
    lstm_step_backward_cases,
    {"lstm_step_backward": lstm_step_backward},
)
