"""One step of the GRU, there and back: what the checks of gru_step_forward and gru_step_backward ask."""

from nnref import gru as ref

from nnexam.model import Aspect, Case, Exercise, Text, script

from .lstm_steps import OPEN, SHUT, UNTOUCHED, numbers, weights


def parts_set(arrays, **sums):
    """The same arrays with the sum of some of r, z, n fixed: weights 0 there, and b the number that is given."""
    H, arrays = len(arrays["Wh"]), {name: a.copy() for name, a in arrays.items()}
    for name, value in sums.items():
        place = slice("rzn".index(name) * H, ("rzn".index(name) + 1) * H)
        arrays["Wx"][:, place] = arrays["Wh"][:, place] = 0
        arrays["b"][place] = value
    return arrays


def gru_step_forward(x, h, Wx, Wh, b):
    """(h_next, gates): the gates are handed out, so that backward can be given them."""
    h_next, cache = ref.gru_step_forward(x, h, Wx, Wh, b)
    return h_next, cache[4:]


def gru_step_backward(dh_next, x, h, gates, Wx, Wh):
    """The five gradients in a tuple."""
    dx, dh, grads = ref.gru_step_backward(dh_next, (x, h, Wx, Wh, *gates))
    return dx, dh, grads["Wx"], grads["Wh"], grads["b"]


FORWARD = "h_next, (r, z, n) = gru_step_forward(x, h, Wx, Wh, b)"


def gru_step_forward_cases(rng):
    N, D, H = 4, 3, 2
    arrays = {**weights(rng, D, H, 3), "x": numbers(rng, N, D), "h": numbers(rng, N, H)}
    one = {name: a[:1] if name in "xh" else a for name, a in arrays.items()}
    gate = Text(
        "Both gates are sigmoids of x Wx + h Wh + b in their own columns: r first, then z.",
        "두 게이트는 각자 자기 열에서 구한 x Wx + h Wh + b의 시그모이드입니다. r이 먼저이고 z가 다음입니다.",
    )
    fresh = Text(
        "r = 0 here, so n must not know h: is h multiplied by r before the product with Wh?",
        "여기서는 r = 0이므로 n에 h가 들어가면 안 됩니다. Wh를 곱하기 전에 h에 r을 곱했습니까?",
    )
    known = Text(
        "r = 1 here: n is tanh(x Wx_n + h Wh_n + b_n).", "여기서는 r = 1입니다. n은 tanh(x Wx_n + h Wh_n + b_n)입니다."
    )
    reset = Text(
        "n = tanh(x Wx_n + (r·h) Wh_n + b_n): r comes before the product. PyTorch puts it after the product, and gets "
        "other numbers.",
        "n = tanh(x Wx_n + (r·h) Wh_n + b_n)입니다. r이 행렬 곱보다 먼저입니다. PyTorch는 곱한 뒤라서 값이 다릅니다.",
    )
    copied = Text("z = 1 here: h_next is h.", "여기서는 z = 1입니다. h_next는 h입니다.")
    ignored = Text(
        "z = 0 and r = 0 here: h_next is n, and h plays no part.",
        "여기서는 z = 0, r = 0입니다. h_next는 n이고 h는 상관없습니다.",
    )
    mixed = Text("h_next = z·h + (1 - z)·n.", "h_next = z·h + (1 - z)·n입니다.")
    large = Text(
        "Some sums are ±1000 here: gates are 0 or 1, nothing is nan.",
        "여기서는 합이 ±1000인 곳이 있습니다. 게이트는 0이나 1이고 nan은 없어야 합니다.",
    )
    everything, far = ("h_next", "r", "z", "n"), parts_set(arrays, r=1000.0, z=-1000.0)
    return [
        *(Case("gates", script(FORWARD, ("r", "z"), **given), gate) for given in (arrays, one)),
        Case("proposal", script(FORWARD, "n", **parts_set(arrays, r=SHUT)), fresh),
        Case("proposal", script(FORWARD, "n", **parts_set(arrays, r=OPEN)), known),
        Case("proposal", script(FORWARD, "n", **arrays), reset),
        Case("mix", script(FORWARD, "h_next", **parts_set(arrays, z=OPEN)), copied),
        Case("mix", script(FORWARD, "h_next", **parts_set(arrays, z=SHUT, r=SHUT)), ignored),
        *(Case("mix", script(FORWARD, "h_next", **given), mixed) for given in (arrays, one)),
        Case("mix", script(FORWARD, everything, **far), large),
        Case("untouched", script(FORWARD, everything, **arrays)),
    ]


GRU_STEP_FORWARD = Exercise(
    "gru_step_forward",
    ("gru_step_forward",),
    (
        Aspect("gates", 0.5, Text("the gates r and z", "게이트 r과 z")),
        Aspect(
            "proposal",
            0.5,
            Text("the candidate n, with the reset before the product", "행렬 곱 전에 리셋하는 후보값 n"),
        ),
        Aspect("mix", 1, Text("the new state", "새 상태")),
        Aspect("untouched", 0.5, UNTOUCHED, effects=True, alone=True),
    ),
    gru_step_forward_cases,
    {"gru_step_forward": gru_step_forward},
)

BACKWARD = """
    gates = (r, z, n)
    dx, dh, dWx, dWh, db = gru_step_backward(dh_next, x, h, gates, Wx, Wh)
"""


def gru_step_backward_cases(rng):
    N, D, H = 4, 3, 2
    arrays = {**weights(rng, D, H, 3), "x": numbers(rng, N, D), "h": numbers(rng, N, H)}
    dh_next = numbers(rng, N, H)

    def question(results, rows=N, times=1, **sums):
        given = parts_set({name: a[:rows] if name in "xh" else a for name, a in arrays.items()}, **sums)
        gates = dict(zip("rzn", gru_step_forward(**given)[1], strict=True))
        del given["b"]
        return script(BACKWARD, results, dh_next=times * dh_next[:rows], **given, **gates, H=H)

    straight = Text(
        "z = 1 here, so h_next is h: all of dh_next comes back through z·h.",
        "여기서는 z = 1이고 h_next가 곧 h입니다. dh_next가 z·h를 지나 그대로 돌아옵니다.",
    )
    ways = Text(
        "h is used in four places: in z·h, in r·h, and inside the sums of r and of z. Add what comes back on all four.",
        "h는 네 곳에 쓰입니다. z·h, r·h, 그리고 r의 합과 z의 합 안입니다. 네 곳에서 돌아온 것을 모두 더하십시오.",
    )
    product = Text(
        "z = 0 and r = 1 here: what comes back through the product is (da_n Wh_nᵀ)·r.",
        "여기서는 z = 0, r = 1입니다. 행렬 곱을 거슬러 오는 것은 (da_n Wh_nᵀ)·r입니다.",
    )
    of_z = Text(
        "One sample, so db is da. This is the part of z: dh_next·(h - n)·z(1 - z).",
        "샘플이 하나라서 db가 곧 da입니다. 이것은 z의 부분으로, dh_next·(h - n)·z(1 - z)입니다.",
    )
    of_n = Text(
        "One sample, so db is da. This is the part of n: dh_next·(1 - z)·(1 - n²).",
        "샘플이 하나라서 db가 곧 da입니다. 이것은 n의 부분으로, dh_next·(1 - z)·(1 - n²)입니다.",
    )
    of_r = Text(
        "One sample, so db is da. This is the part of r: (da_n Wh_nᵀ)·h·r(1 - r).",
        "샘플이 하나라서 db가 곧 da입니다. 이것은 r의 부분으로, (da_n Wh_nᵀ)·h·r(1 - r)입니다.",
    )
    met = Text(
        "What met Wh_n was r·h, and what met the columns of r and z was h: dWh has two kinds of columns.",
        "Wh_n과 곱해진 것은 r·h이고 r과 z의 열과 곱해진 것은 h입니다. dWh의 열은 두 종류입니다.",
    )
    inputs = Text(
        "With da, the three parts side by side: dx = da Wxᵀ.", "세 부분을 이어 붙인 da로 dx = da Wxᵀ를 구합니다."
    )
    sums = Text(
        "dWx = xᵀ da, and db is the sum of the rows of da.", "dWx = xᵀ da이고, db는 da의 행을 모두 더한 것입니다."
    )
    uncut = Text(
        "dh_next reaches ±90 here: nothing is cut off inside the step.",
        "여기서는 dh_next가 ±90까지 갑니다. 이 안에서는 아무것도 자르지 않습니다.",
    )
    everything = ("dx", "dh", "dWx", "dWh", "db")
    return [
        Case("dh", question("dh", z=OPEN), straight),
        Case("dh", question("dh", z=SHUT, r=OPEN), product),
        Case("dh", question("dh"), ways),
        Case("dh", question("dh", rows=1), ways),
        Case("dh", question("dh", times=100), uncut),
        Case("gates", question("db[2*H:]", rows=1), of_n),
        Case("gates", question("db[H:2*H]", rows=1), of_z),
        Case("gates", question("db[:H]", rows=1), of_r),
        Case("dWh", question("dWh"), met),
        Case("dWh", question("dWh", r=SHUT), met),
        Case("dWh", question("dWh", times=100), uncut),
        Case("dx", question("dx"), inputs),
        *(Case("dx", question(("dWx", "db"), rows=rows), sums) for rows in (N, 1)),
        Case("dx", question(("dx", "dWx", "db"), times=100), uncut),
        Case("untouched", question(everything)),
    ]


GRU_STEP_BACKWARD = Exercise(
    "gru_step_backward",
    ("gru_step_backward",),
    (
        Aspect("dh", 1, Text("dh, on all four ways", "네 길로 돌아오는 dh")),
        Aspect("gates", 1, Text("da of n, z and r", "n, z, r의 da")),
        Aspect("dWh", 0.5, Text("dWh", "dWh")),
        Aspect("dx", 0.5, Text("dx, dWx, db", "dx, dWx, db")),
        Aspect("untouched", 0.5, UNTOUCHED, effects=True, alone=True),
    ),
    gru_step_backward_cases,
    {"gru_step_backward": gru_step_backward},
)
