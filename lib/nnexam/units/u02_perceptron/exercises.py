"""u02_perceptron: what the checks ask, and what each aspect is worth.

All numbers are multiples of 1/8 and learning rates are powers of two, so that every sum is exact in
floating point: whether a sum is exactly 0 never depends on the order of the additions.
"""

import numpy as np
from nnref import perceptron as ref
from nnref.sequential import Dense, Sequential

from nnexam.advice import advise_on
from nnexam.model import Aspect, Case, Exercise, Text, call

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
        Aspect("int", 1, Text("right, and an int", "값이 맞고 정수(int)"), dtype=True),
    ),
    gates_cases,
    {"AND": ref.AND, "OR": ref.OR, "NAND": ref.NAND},
    advice=advise_on(booleans=True),
)


def forward(*pair):
    return {"probe": "method", "subject": "XOR", "method": "forward", "args": list(pair)}


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
        Aspect("int", 1, Text("all right, and an int", "모두 맞고 정수(int)"), dtype=True),
    ),
    xor_cases,
    {"XOR": ref.XOR},
    needs=("gates",),
    advice=advise_on(booleans=True, caret=True),
)


def sample(rng, output, x0=1.0):
    """Draw w, x (4,) with x[0] = x0 whose weighted sum is clearly on the side of `output`."""
    while True:
        w, x = eighths(rng, 4), np.concatenate([[x0], eighths(rng, 3)])
        if (w @ x > 0) == output and abs(w @ x) >= 0.5:
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
    x = np.concatenate([[1.0], eighths(rng, 2)])
    zero = np.zeros(3)
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
        Aspect("tie", 0.5, Text("a weighted sum of exactly 0", "가중합이 정확히 0")),
        Aspect("untouched", 1, Text("w and x are left untouched", "w와 x를 바꾸지 않음"), effects=True),
    ),
    step_cases,
    {"perceptron_step": ref.perceptron_step},
)


def table(x0=1.0):
    """The four inputs of a gate, with a bias column. Shape (4, 3)."""
    return np.array([[x0, a, b] for a, b in PAIRS])


def separable(rng, N, x0=1.0):
    """Draw X (N, 3) and t (N,) that a line separates, learnt in 3 to 30 epochs."""
    while True:
        w, X = eighths(rng, 3), eighths(rng, N, 3)
        X[:, 0] = x0
        t = (X @ w > 0).astype(int)
        _, errors, converged = ref.perceptron_fit(X, t, 0.5, 30)
        if converged and len(errors) >= 3:
            return X, t


def fit_cases(rng):
    AND, NAND, xor = np.array([0, 0, 0, 1]), np.array([1, 1, 1, 0]), np.array([0, 1, 1, 0])
    order = rng.permutation(4)
    eta = float(rng.choice([0.25, 0.5, 1.0]))
    X, t = separable(rng, 12)
    Xm, tm = separable(rng, 9, -1.0)
    solved = ((table(), AND), (table()[order], NAND[order]), (X, t), (Xm, tm))
    last = Text(
        "The epoch without errors is the last one, and its 0 is in the list.",
        "오류가 없는 에폭이 마지막이고, 그 0도 목록에 들어갑니다.",
    )
    parts = ("weights", "errors", "converged")
    cases = [Case(parts, call("perceptron_fit", *data, eta, 60), last) for data in solved]
    no_line = Text(
        "No line separates XOR: converged must be False.",
        "XOR를 나누는 직선은 없습니다. converged는 False입니다.",
    )
    for epochs in (1, 7):
        cases.append(Case("xor", call("perceptron_fit", table(), xor, eta, epochs), no_line))
        cases.append(
            Case(
                "epochs",
                call("perceptron_fit", table(), AND, eta, min(epochs, 3)),
                Text(
                    "max_epochs is reached before the data are learnt: exactly that many epochs run.",
                    "다 배우기 전에 max_epochs에 이릅니다. 정확히 그만큼만 돌아야 합니다.",
                ),
            )
        )
    cases.append(Case("untouched", call("perceptron_fit", table(), AND, eta, 50)))
    return cases


PERCEPTRON_FIT = Exercise(
    "perceptron_fit",
    ("perceptron_fit",),
    (
        Aspect("weights", 1, Text("the weights at the end", "마지막 가중치"), part=0),
        Aspect(
            "errors",
            1,
            Text("errors in each epoch; stops when there are none", "에폭별 오류 수, 0이 되면 멈춤"),
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
        Aspect("untouched", 0.5, Text("X and t are left untouched", "X와 t를 바꾸지 않음"), effects=True),
    ),
    fit_cases,
    {"perceptron_fit": ref.perceptron_fit},
    needs=("perceptron_step",),
)


def boundary_cases(rng):
    w = rng.permutation([1, 2, 3]) * eighths(rng, 1) * rng.choice([-1, 1], 3)  # no two of the same size
    upright, through = w.copy(), w[::-1].copy()
    upright[2] = through[0] = 0.0
    solve = Text("Solve w0 + w1 x1 + w2 x2 = 0 for x2.", "w0 + w1 x1 + w2 x2 = 0을 x2에 대하여 푸십시오.")
    lines = (w, through, np.array([-1.5, 1.0, 2.0]))
    return [
        *(Case(("slope", "intercept"), call("decision_boundary", line), solve) for line in lines),
        Case(
            "vertical",
            call("decision_boundary", upright),
            Text(
                "w2 is 0 here: the line is vertical, at x1 = -w0 / w1.",
                "여기서는 w2가 0입니다. 직선은 x1 = -w0 / w1에 수직으로 서 있습니다.",
            ),
        ),
    ]


DECISION_BOUNDARY = Exercise(
    "decision_boundary",
    ("decision_boundary",),
    (
        Aspect("slope", 1, Text("slope", "기울기"), part=0, effects=True),
        Aspect("intercept", 1, Text("intercept", "절편"), part=1),
        Aspect("vertical", 1, Text("a vertical line", "수직선")),
    ),
    boundary_cases,
    {"decision_boundary": ref.decision_boundary},
)


def training(x, y, W, b, lr, epochs):
    return {
        "probe": "train_sequential",
        "subjects": ["Sequential", "Dense"],
        "args": [x, y, W, b],
        "lr": lr,
        "epochs": epochs,
    }


def sequential_cases(rng):
    x, y = eighths(rng, 6, 3), eighths(rng, 6, 2)
    start = (eighths(rng, 3, 2), eighths(rng, 2))
    xor = (np.array(PAIRS, dtype=float), np.array([[0.0], [1.0], [1.0], [0.0]]))
    zero = (np.zeros((2, 1)), np.zeros(1))
    mean = Text(
        "The loss is a mean over N M numbers: 2 / (N M) belongs to its gradient.",
        "손실은 N M개의 평균입니다. 기울기에는 2 / (N M)이 붙습니다.",
    )
    limit = Text("On XOR the weights go to 0 and the bias to 0.5.", "XOR에서는 가중치가 0으로, 편향이 0.5로 갑니다.")
    flat = Text(
        "y has the shape (N,) here; prediction - y must stay (N, 1).",
        "여기서는 y의 모양이 (N,)입니다. 예측 - y는 (N, 1)이어야 합니다.",
    )
    parts = ("history", "W", "b")
    cases = [Case(parts, training(x, y, *start, 0.125, epochs), mean) for epochs in (1, 4)]
    cases.append(Case(("W", "b"), training(*xor, *zero, 0.5, 100), limit))
    one = (eighths(rng, 3, 1), eighths(rng, 1))
    cases.append(Case("flat", training(x, y[:, 0], *one, 0.125, 3), flat))
    cases.append(Case("untouched", training(x, y, *start, 0.125, 2)))
    return cases


SEQUENTIAL = Exercise(
    "sequential",
    ("Dense", "Sequential"),
    (
        Aspect(
            "history",
            1,
            Text("fit returns the loss before each update", "fit은 갱신하기 전의 손실을 돌려줌"),
            part="history",
        ),
        Aspect("W", 1, Text("W after training", "학습 뒤의 W"), part="W"),
        Aspect("b", 1, Text("b after training", "학습 뒤의 b"), part="b"),
        Aspect("flat", 1, Text("targets of shape (N,)", "모양이 (N,)인 정답")),
        Aspect("untouched", 1, Text("x and y are left untouched", "x와 y를 바꾸지 않음"), effects=True),
    ),
    sequential_cases,
    {"Dense": Dense, "Sequential": Sequential},
)

EXERCISES = (GATES, XOR, PERCEPTRON_STEP, DECISION_BOUNDARY, PERCEPTRON_FIT, SEQUENTIAL)
