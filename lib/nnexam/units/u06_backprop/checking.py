"""u06_backprop: the exercise that checks a backward function."""

import numpy as np
from nnref import gradient_check

from nnexam.judges import Invariant
from nnexam.model import Aspect, Case, Exercise, Text, script

from .draws import away_from_zero

RUNS = 5  # draws of dout and of a direction; the median hides a draw that was unlucky


def errors_of(given):
    errors = np.asarray(given, dtype=float)
    if errors.shape != (RUNS,):
        raise ValueError("a relative error is a single number")
    return errors


def not_small(given, case):
    error = np.median(errors_of(given))
    if error <= 1e-6:
        return None
    return Text(
        f"{case.hint.en} This df is right, but the relative error is {error:.2g}; expected less than 1e-6.",
        f"{case.hint.ko} 이 df는 옳은데 상대 오차가 {error:.2g}입니다. 1e-6보다 작아야 합니다.",
    )


def not_large(given, case):
    error = np.median(errors_of(given))
    if error >= 1e-3:
        return None
    return Text(
        f"{case.hint.en} The relative error is only {error:.2g}; expected more than 1e-3.",
        f"{case.hint.ko} 상대 오차가 {error:.2g}밖에 안 됩니다. 1e-3보다 커야 합니다.",
    )


def not_caught(given, case):
    """Not large, or the same for every generator: a right check draws dout anew, and the error depends on it.

    Where a and b have different signs the error is 1, whatever is drawn: that tells nothing.
    """
    said, errors = negative(given, case) or not_large(given, case), errors_of(given)
    if said is None and np.ptp(errors) == 0 and errors[0] < 0.99:
        return Text(
            f"{case.hint.en} {RUNS} generators with different seeds give the same error: draw from rng.",
            f"{case.hint.ko} 시드가 다른 난수 생성기 {RUNS}개에서 같은 오차가 나옵니다. rng에서 뽑으십시오.",
        )
    return said


def negative(given, case):
    error = np.min(errors_of(given))
    if not error < 0:
        return None
    return Text(
        f"{case.hint.en} The relative error is {error:.3g}; |a - b| / (|a| + |b|) is never negative.",
        f"{case.hint.ko} 상대 오차가 {error:.3g}입니다. |a - b| / (|a| + |b|)는 음수가 될 수 없습니다.",
    )


def another_value(given, case):
    error = errors_of(given)[0]
    if case.secret is None or np.allclose(errors_of(given), case.secret, rtol=0, atol=1e-3):
        return None
    return Text(
        f"{case.hint.en} The relative error is {error:.3g}; |a - b| / (|a| + |b|) is {case.secret} here.",
        f"{case.hint.ko} 상대 오차가 {error:.3g}입니다. 여기서 |a - b| / (|a| + |b|)는 {case.secret}입니다.",
    )


def out_of_range(given, case):
    """Not between 0 and 1; or, where it is the same for every dout and v, not what it must be (the case's secret)."""
    error = np.max(errors_of(given))
    if error <= 1 + 1e-9:
        return negative(given, case) or not_large(given, case) or another_value(given, case)
    return Text(
        f"{case.hint.en} The relative error is {error:.3g}; |a - b| / (|a| + |b|) lies between 0 and 1.",
        f"{case.hint.ko} 상대 오차가 {error:.3g}입니다. |a - b| / (|a| + |b|)는 0과 1 사이에 있습니다.",
    )


def grad_check_cases(rng):
    x, W, wide = away_from_zero(rng, 4, 3), away_from_zero(rng, 3, 3), away_from_zero(rng, 3, 2)
    whole = np.array([[1, -2, 3], [2, 1, -1]])

    def ask(aspect, f, df, x, en, ko, secret=None, **more):
        lines = f"""
            f = lambda x: {f}
            df = lambda x, dout: {df}
            errors = [grad_check(f, df, x, np.random.default_rng(seed)) for seed in range({RUNS})]
        """
        return Case(aspect, script(lines, "errors", x=x, **more), Text(en, ko), secret=secret)

    return [
        ask("right", "np.exp(5 * x)", "dout * 5 * np.exp(5 * x)", x, "A steep curve.", "가파른 곡선입니다."),
        ask("right", "x @ W", "dout @ W.T", x, "A matrix product.", "행렬 곱입니다.", W=wide),
        ask("right", "np.tanh(x)", "dout * (1 - np.tanh(x)**2)", x[0], "x has one axis.", "x의 축은 하나입니다."),
        ask("flags", "x**3", "3 * x**2", x, "This df ignores dout.", "이 df는 dout을 쓰지 않습니다."),
        ask(
            "flags", "x @ W", "dout @ W", x, "In this df W is not transposed.", "이 df는 W를 전치하지 않았습니다.", W=W
        ),
        ask(
            "flags",
            "np.tanh(x)",
            "dout * (1 - x**2)",
            x,
            "This df takes the input for the output.",
            "이 df는 출력을 쓸 곳에 입력을 썼습니다.",
        ),
        ask(
            "flags",
            "x[:, ::-1]",
            "dout",
            x,
            "f turns the columns round, and this df does not turn them back: only a direction with different numbers "
            "can tell.",
            "f는 열의 순서를 뒤집는데 이 df는 되돌리지 않습니다. 방향의 수가 서로 달라야 알아낼 수 있습니다.",
        ),
        ask(
            "flags",
            "x[::-1]",
            "dout",
            x,
            "f turns the rows round, and this df does not turn them back: only different rows can tell.",
            "f는 행의 순서를 뒤집는데 이 df는 되돌리지 않습니다. dout과 v의 행이 서로 달라야 알아낼 수 있습니다.",
        ),
        ask(
            "flags",
            "x**3",
            "dout * 3 * x**2 * np.linspace(1, 1.2, 3)",
            x,
            "In this df one column is right, the others are 10 and 20 % too large.",
            "이 df는 한 열만 옳고, 나머지 두 열은 10 %와 20 %만큼 큽니다.",
        ),
        ask(
            "range",
            "x**3",
            "dout * x**2",
            np.array([2.0]),
            "In this df a factor 3 is missing, at a single number.",
            "이 df에는 3이 빠졌고, x에는 수가 하나뿐입니다.",
            secret=0.5,
        ),
        ask("range", "x**3", "-dout * 3 * x**2", x, "In this df the sign is wrong.", "이 df는 부호가 반대입니다."),
        ask(
            "range",
            "1e-13 * x**3",
            "1e-13 * dout * x**2",
            x,
            "All numbers are tiny here, and a factor 3 is missing in df.",
            "여기서는 모든 수가 아주 작고, df에 3이 빠졌습니다.",
        ),
        ask("range", "x**3", "0 * dout", x, "This df returns zeros.", "이 df는 0만 반환합니다."),
        ask("range", "0 * x", "dout", x, "The true gradient is 0 here.", "여기서 실제 그래디언트는 0입니다."),
        ask(
            "zero",
            "np.maximum(x, 0)",
            "dout * (x > 0)",
            -np.abs(x),
            "Both numbers are 0 here.",
            "여기서는 두 수가 모두 0입니다.",
        ),
        ask(
            "dtype", "x**3", "dout * 3 * x**2", x.astype(np.float32), "x is float32 here.", "여기서 x는 float32입니다."
        ),
        ask("dtype", "x**3", "dout * 3 * x**2", whole, "x holds whole numbers here.", "여기서 x는 정수입니다."),
    ]


GRAD_CHECK = Exercise(
    "grad_check",
    ("grad_check",),
    (
        Aspect("right", 0.5, Text("right layers pass", "옳은 층은 통과"), judge=Invariant(not_small), effects=True),
        Aspect(
            "flags",
            1,
            Text("broken layers are caught", "고장 난 층을 잡아냄"),
            judge=Invariant(not_caught),
            effects=True,
        ),
        Aspect(
            "range",
            0.5,
            Text("from 0 to 1, also for tiny numbers", "0과 1 사이, 아주 작은 수도"),
            judge=Invariant(out_of_range),
        ),
        Aspect("zero", 0.5, Text("0 against 0", "0과 0"), judge=Invariant(not_small)),
        Aspect(
            "dtype",
            0.5,
            Text("x of float32 and of whole numbers", "float32와 정수인 x"),
            judge=Invariant(not_small),
            effects=True,
        ),
    ),
    grad_check_cases,
    {"grad_check": gradient_check.grad_check},
)
