"""u02_perceptron: what the checks ask, and what each aspect is worth.

All numbers are multiples of 1/8 and learning rates are powers of two, so that every sum is exact in
floating point: whether a sum is exactly 0 never depends on the order of the additions.
"""

import numpy as np
from nnref import perceptron as ref
from nnref.sequential import Dense, Sequential

from nnexam.advice import advise_on
from nnexam.model import Aspect, Case, Exercise, Text, call, script

PAIRS = ((0, 0), (0, 1), (1, 0), (1, 1))
INTEGERS = Text("The result is the int 0 or 1.", "결과는 정수 0 또는 1입니다.")


def eighths(rng, *shape):
    """Draw multiples of 1/8 with 1/8 <= |value| <= 2."""
    return rng.integers(1, 17, shape) * rng.choice([-1, 1], shape) / 8


def gates_cases(rng):
    names = ("AND", "OR", "NAND")
    cases = [Case(name, call(name, *pair)) for name in names for pair in PAIRS]
    return cases + [Case("int", call(name, *pair), INTEGERS) for name in names for pair in PAIRS]


GATES = Exercise(
    "gates",
    ("AND", "OR", "NAND"),
    (
        Aspect("AND", 0.5, Text("AND: all four inputs", "AND: 네 가지 입력 모두")),
        Aspect("OR", 0.5, Text("OR: all four inputs", "OR: 네 가지 입력 모두")),
        Aspect("NAND", 1, Text("NAND: all four inputs", "NAND: 네 가지 입력 모두")),
        Aspect("int", 1, Text("the result is an int", "결과가 정수(int)"), dtype=True, alone=True),
    ),
    gates_cases,
    {"AND": ref.AND, "OR": ref.OR, "NAND": ref.NAND},
    advice=advise_on(booleans=True),
)


def forward(x1, x2):
    return script("y = XOR().forward(x1, x2)", "y", x1=x1, x2=x2)


def xor_cases(rng):
    return [
        *(Case("equal", forward(*pair)) for pair in ((0, 0), (1, 1))),
        *(Case("differ", forward(*pair)) for pair in ((0, 1), (1, 0))),
        *(Case("int", forward(*pair), INTEGERS) for pair in PAIRS),
    ]


XOR = Exercise(
    "xor",
    ("XOR",),
    (
        Aspect("equal", 1, Text("equal inputs give 0", "두 입력이 같으면 0"), effects=True),
        Aspect("differ", 1, Text("different inputs give 1", "두 입력이 다르면 1"), effects=True),
        Aspect("int", 1, Text("the result is an int", "결과가 정수(int)"), dtype=True, alone=True),
    ),
    xor_cases,
    {"XOR": ref.XOR},
    needs=("gates",),
    advice=advise_on(booleans=True, caret=True),
)


def sample(rng, output, x0=1.0):
    """Draw w, x (4,) with x[0] = x0 whose weighted sum gives `output`, and would not without the bias, or the last term.

    Where x0 is -1, neither would the sum with w[0] in the place of -w[0].
    """
    while True:
        w, x = eighths(rng, 4), np.concatenate([[x0], eighths(rng, 3)])
        total = w @ x
        clear = abs(total) >= 0.75 and total != 1  # t - w · x is then not t - y
        others = [total - w[-1] * x[-1], total - w[0] * x0] + [total + 2 * w[0]] * (x0 == -1)
        if clear and (total > 0) == output and all((other > 0) != output for other in others):
            return w, x


def step_cases(rng):
    def case(aspect, output, t, hint, x0=1.0):
        eta = float(rng.choice([0.25, 0.5, 2.0]))
        return Case(aspect, call("perceptron_step", *sample(rng, output, x0), t, eta), hint)

    right = Text("The prediction is right here: t - y is 0.", "여기서는 예측이 맞습니다. t - y가 0입니다.")
    missed = Text("y is 0 and t is 1 here: eta x is added.", "y는 0, t는 1입니다. eta x를 더합니다.")
    alarm = Text("y is 1 and t is 0 here: eta x is subtracted.", "y는 1, t는 0입니다. eta x를 뺍니다.")
    minus = Text("x[0] is -1 here: nothing else changes.", "여기서는 x[0]이 -1입니다. 나머지는 같습니다.")
    tie = Text("w · x is exactly 0 here, so y is 0.", "여기서는 w · x가 정확히 0이므로 y는 0입니다.")
    above = Text(
        "w · x is above 0 here, however little, so y is 1.", "w · x가 아주 조금이라도 0보다 크므로 y는 1입니다."
    )
    x = np.concatenate([[1.0], eighths(rng, 2)])
    zero, barely = np.zeros(3), np.array([2.0**-40, 0.0, 0.0])
    return [
        case("right", 0, 0, right),
        case("right", 1, 1, right),
        case("missed", 0, 1, missed),
        case("alarm", 1, 0, alarm),
        case("convention", 0, 1, minus, x0=-1.0),
        case("convention", 1, 0, minus, x0=-1.0),
        Case(
            "convention",
            call("perceptron_step", np.array([0.3, 0.4, 0.1]), np.array([-1.0, 1.0, 0.0]), 0, 0.05),
            minus,
        ),
        Case("tie", call("perceptron_step", zero, x, 0, 0.5), tie),
        Case("tie", call("perceptron_step", zero, x, 1, 0.5), tie),
        Case("tie", call("perceptron_step", barely, x, 0, 0.5), above),
        case("untouched", 0, 1, None),
        case("untouched", 1, 0, None),
    ]


PERCEPTRON_STEP = Exercise(
    "perceptron_step",
    ("perceptron_step",),
    (
        Aspect("right", 1, Text("a right prediction changes nothing", "맞게 예측하면 그대로")),
        Aspect("missed", 1, Text("t = 1 predicted as 0", "t = 1을 0으로 예측")),
        Aspect("alarm", 1, Text("t = 0 predicted as 1", "t = 0을 1로 예측")),
        Aspect("convention", 0.5, Text("the convention x[0] = -1", "x[0] = -1인 관례")),
        Aspect("tie", 0.5, Text("a weighted sum of 0, or barely above", "가중합이 0이거나 0을 겨우 넘음")),
        Aspect("untouched", 1, Text("w and x are left untouched", "w와 x를 바꾸지 않음"), effects=True, alone=True),
    ),
    step_cases,
    {"perceptron_step": ref.perceptron_step},
)


def table(x0=1.0):
    """The four inputs of a gate, with a bias column. Shape (4, 3)."""
    return np.array([[x0, a, b] for a, b in PAIRS])


def separable(rng, N, D, x0=1.0):
    """Draw X (N, D + 1) and t (N,) that a line or plane separates, learnt in 3 to 30 epochs."""
    while True:
        w, X = eighths(rng, D + 1), eighths(rng, N, D + 1)
        X[:, 0] = x0
        t = (X @ w > 0).astype(int)
        _, errors, converged = ref.perceptron_fit(X, t, 0.5, 30)
        if converged and len(errors) >= 3:
            return X, t


def fit_cases(rng):
    AND, NAND, xor = np.array([0, 0, 0, 1]), np.array([1, 1, 1, 0]), np.array([0, 1, 1, 0])
    order = rng.permutation(4)
    eta = float(rng.choice([0.25, 0.5, 1.0]))
    X, t = separable(rng, 12, 3)
    Xm, tm = separable(rng, 9, 2, -1.0)
    solved = ((table(), AND), (table()[order], NAND[order]), (X, t), (Xm, tm))
    count = Text(
        "Follow the first epoch by hand: predict one sample, count it if wrong, update w, then the next sample.",
        "첫 에폭을 손으로 따라가 보십시오. 샘플 하나를 예측하고, 틀렸으면 세고, w를 갱신한 다음 다음 샘플로 갑니다.",
    )
    parts = ("weights", "errors", "converged")
    cases = [Case(parts, call("perceptron_fit", *data, eta, 60), count) for data in solved]
    no_line = Text(
        "No line separates XOR: converged must be False.",
        "XOR를 나누는 직선은 없습니다. converged는 False입니다.",
    )
    cases += [Case("xor", call("perceptron_fit", table(), xor, eta, epochs), no_line) for epochs in (1, 7)]
    early = Text(
        "max_epochs ends before an epoch without errors: exactly that many epochs run, converged is False.",
        "오답이 없는 에폭이 나오기 전에 max_epochs에 이릅니다. 정확히 그만큼만 돌고 converged는 False입니다.",
    )
    just = Text(
        "The last epoch allowed is the first without errors: converged is True.",
        "허용된 마지막 에폭에서 처음으로 오답이 없습니다. converged는 True입니다.",
    )
    needed = len(ref.perceptron_fit(table(), AND, eta, 50)[1])
    cases += [Case("epochs", call("perceptron_fit", table(), AND, eta, epochs), early) for epochs in (1, 3, needed - 1)]
    cases.append(Case("epochs", call("perceptron_fit", table(), AND, eta, needed), just))
    lines = "perceptron_fit(X, t, eta, 50)"  # only X is asked: a wrong number of epochs is punished above
    cases.append(Case("untouched", script(lines, "X", X=table(), t=AND, eta=eta)))
    return cases


PERCEPTRON_FIT = Exercise(
    "perceptron_fit",
    ("perceptron_fit",),
    (
        Aspect("weights", 1, Text("the weights at the end", "마지막 가중치"), part=0),
        Aspect(
            "errors",
            1,
            Text("errors in each epoch; stops when there are none", "에폭별 오답 수, 0이 되면 멈춤"),
            part=1,
        ),
        Aspect(
            "converged",
            1,
            Text("converged is True on separable data", "분리 가능한 데이터에서 converged는 True"),
            part=2,
        ),
        Aspect("xor", 0.5, Text("XOR does not converge", "XOR는 수렴하지 않음")),
        Aspect("epochs", 1, Text("max_epochs is obeyed", "max_epochs를 지킴")),
        Aspect("untouched", 0.5, Text("X and t are left untouched", "X와 t를 바꾸지 않음"), effects=True, alone=True),
    ),
    fit_cases,
    {"perceptron_fit": ref.perceptron_fit},
    needs=("perceptron_step",),
)


def boundary_cases(rng):
    w = rng.permutation([1, 2, 3]) * eighths(rng, 1) * rng.choice([-1, 1], 3)  # no two of the same size
    mirrored, shallow, level, through = (w * factor for factor in ([1, -1, 1], [1, 1, -1], [1, 0, 1], [0, 1, 1]))
    steep, upright, left = (w * factor for factor in ([1, 1, 2.0**-8], [1, 1, 0], [-1, 1, 0]))
    odd = np.append(rng.permutation([3, 5]), 7) * eighths(rng, 1) * rng.choice([-1, 1], 3)  # sevenths: 0.428571...
    solve = Text("Solve w0 + w1 x1 + w2 x2 = 0 for x2.", "w0 + w1 x1 + w2 x2 = 0을 x2에 대하여 푸십시오.")
    flat = Text("w1 is 0 here: the line is horizontal.", "여기서는 w1이 0입니다. 직선은 수평입니다.")
    exact = Text(
        "Neither number is whole or a short decimal here: return the quotients as they are, divided by / and not rounded.",
        "여기서는 두 수가 정수도 짧은 소수도 아닙니다. /로 나눈 몫을 반올림하지 말고 그대로 반환하십시오.",
    )
    vertical = Text(
        "w2 is 0 here: the line is vertical, at x1 = -w0 / w1.",
        "여기서는 w2가 0입니다. 직선은 x1 = -w0 / w1에 세로로 서 있습니다.",
    )
    parts, name = ("slope", "intercept"), "decision_boundary"
    cases = [Case(parts, call(name, line), solve) for line in (w, mirrored, shallow, through, steep)]
    cases += [Case(parts, call(name, level), flat), Case(parts, call(name, -level), flat)]
    cases.append(Case(parts, call(name, odd), exact))
    standing = (upright, left, upright * [0, 1, 1], odd[[0, 2, 1]] * [1, 1, 0])
    return cases + [Case("vertical", call(name, line), vertical) for line in standing]


DECISION_BOUNDARY = Exercise(
    "decision_boundary",
    ("decision_boundary",),
    (
        Aspect("slope", 1, Text("slope", "기울기"), part=0, effects=True),
        Aspect("intercept", 1, Text("intercept", "절편"), part=1),
        Aspect("vertical", 1, Text("a vertical line", "세로선")),
    ),
    boundary_cases,
    {"decision_boundary": ref.decision_boundary},
)


LEARNT = ("history", "dense.W", "dense.b", "model.predict(x)")


def training(x, y, W, b, lr, epochs, results=LEARNT):
    lines = f"""
        dense = Dense({W.shape[0]}, {W.shape[1]})
        dense.W, dense.b = W.copy(), b.copy()
        model = Sequential([dense])
        model.compile(SGD({lr}), "mse")
        history = model.fit(x, y, {epochs})
    """
    return script(lines, results, x=x, y=y, W=W, b=b)


def sequential_cases(rng):
    x, y = eighths(rng, 6, 3), eighths(rng, 6, 2)
    start, one = (eighths(rng, 3, 2), eighths(rng, 2)), (eighths(rng, 3, 1), eighths(rng, 1))
    pairs, zero = np.array(PAIRS, dtype=float), (np.zeros((2, 1)), np.zeros(1))
    xor, gate = np.array([[0.0], [1.0], [1.0], [0.0]]), np.array([[0.0], [0.0], [0.0], [1.0]])
    steps = Text(
        "Go through one epoch by hand: prediction, loss, both gradients with 2 / (N M), then the update.",
        "한 에폭을 손으로 따라가 보십시오. 예측, 손실, 2 / (N M)이 붙은 두 기울기, 그다음 갱신입니다.",
    )
    limit = Text("On XOR the weights go to 0 and the bias to 0.5.", "XOR에서는 가중치가 0으로, 편향이 0.5로 갑니다.")
    flat = Text(
        "y has the shape (N,) here; prediction - y must stay (N, 1).",
        "여기서는 y의 shape이 (N,)입니다. 예측 - y는 (N, 1)이어야 합니다.",
    )
    more = Text(
        "A new layer, W and b all 0, is trained twice here: the second history holds the losses of its own epochs only.",
        "여기서는 W와 b가 모두 0인 새 층을 두 번 학습합니다. 둘째 history에는 둘째 학습의 손실만 들어갑니다.",
    )
    product = Text(
        "Nothing is trained here: is forward x W + b?", "여기서는 학습하지 않습니다. forward가 x W + b입니까?"
    )
    parts = ("history", "W", "b")
    forward = script("dense = Dense(3, 2)\ndense.W, dense.b = W, b", "dense.forward(x)", x=x, W=start[0], b=start[1])
    cases = [Case("forward", forward, product)]
    cases.append(Case(parts, training(pairs, gate, *zero, 0.5, 1), steps))
    cases += [Case(parts, training(x, y, *start, lr, epochs), steps) for lr, epochs in ((0.125, 1), (0.0625, 4))]
    cases.append(Case(("W", "b"), training(pairs, xor, *zero, 0.5, 100), limit))
    cases.append(Case("flat", training(x, y[:, 0], *one, 0.125, 3), flat))
    fresh = """
        dense = Dense(2, 1)
        model = Sequential([dense])
        model.compile(SGD(0.5), "mse")
        model.fit(x, y, 2)
        history = model.fit(x, y, 2)
    """
    cases.append(Case(("history", "b"), script(fresh, ("history", "dense.b"), x=pairs, y=gate), more))
    targets = ((y, start), (y[:, 0], one))
    return cases + [Case("untouched", training(x, t, *w, 0.125, 2, ("x", "y"))) for t, w in targets]


SEQUENTIAL = Exercise(
    "sequential",
    ("Dense", "Sequential"),
    (
        Aspect("forward", 0.5, Text("Dense.forward", "Dense.forward")),
        Aspect(
            "history", 1, Text("fit returns the loss before each update", "fit은 갱신 전의 손실을 반환"), part="history"
        ),
        Aspect("W", 1, Text("W after training", "학습 뒤의 W"), part="dense.W"),
        Aspect("b", 1, Text("b after training", "학습 뒤의 b"), part="dense.b"),
        Aspect("flat", 1, Text("targets of shape (N,)", "shape이 (N,)인 정답")),
        Aspect("untouched", 0.5, Text("x and y are left untouched", "x와 y를 바꾸지 않음"), effects=True, alone=True),
    ),
    sequential_cases,
    {"Dense": Dense, "Sequential": Sequential},
)

EXERCISES = (GATES, XOR, PERCEPTRON_STEP, DECISION_BOUNDARY, PERCEPTRON_FIT, SEQUENTIAL)
