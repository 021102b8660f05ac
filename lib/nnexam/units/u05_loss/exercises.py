"""u05_loss: what the checks ask, and what each aspect is worth."""

import numpy as np
from nnref import losses
from nnref.gradient_check import numerical_gradient
from nnref.optimizers import Adam, Momentum, gradient_descent

from nnexam.judges import Invariant
from nnexam.model import Aspect, Case, Exercise, Text, call, script

from .impossible import broken_at_zero


def away_from_zero(rng, *shape):
    """Draw numbers with two digits and 0.3 <= |x| <= 2, of both signs."""
    count = int(np.prod(shape))
    sizes = rng.uniform(0.3, 2, count).round(2) * np.resize([-1, 1], count)
    return rng.permutation(sizes).reshape(shape)


def mse_cases(rng):
    by_hand = Text(
        "Compute it by hand: the errors y - t, their squares, and the mean of all of them.",
        "손으로 계산해 보십시오. 오차 y - t를 구하고, 제곱하고, 그 모두의 평균을 냅니다.",
    )
    whole = Text("Whole numbers as input.", "정수 입력입니다.")
    silent = Text(
        "The shapes differ here: raise a ValueError before you subtract.",
        "여기서는 shape이 다릅니다. 빼기 전에 ValueError를 내십시오.",
    )
    cases = [
        Case("values", call("mse", away_from_zero(rng, *shape), 3 + away_from_zero(rng, *shape)), by_hand)
        for shape in ((5,), (3, 4), (1, 2), (2, 3, 4))
    ]
    cases.append(Case("values", call("mse", np.array([3, -1, 2]), np.array([1, 2, -2])), whole))
    for one, other in (((4,), (4, 1)), ((4, 1), (4,)), ((3, 4), (4,)), ((3, 4), (1, 4)), ((3, 4), (3, 1))):
        cases.append(Case("shapes", call("mse", away_from_zero(rng, *one), away_from_zero(rng, *other)), silent))
    return cases


MSE = Exercise(
    "mse",
    ("mse",),
    (
        Aspect("values", 1, Text("values; inputs left untouched", "값(입력은 그대로)"), effects=True),
        Aspect("shapes", 1, Text("different shapes are refused", "shape이 다르면 거절")),
    ),
    mse_cases,
    {"mse": losses.mse},
)


def cross_entropy_cases(rng):
    p = rng.uniform(1, 5, (3, 4))
    p /= p.sum(axis=1, keepdims=True)
    one, rows, t = np.array([[0.5, 0.2, 0.3]]), np.eye(4), rng.permutation(4)[:3]
    sure, hits = np.array([[1.0, 0.0, 0.0], [0.5, 0.0, 0.5]]), np.array([0, 2])
    impossible, missed = np.array([[0.0, 0.5, 0.5], [0.25, 0.5, 0.25]]), np.array([0, 1])
    by_hand = Text(
        "Compute it by hand: in each row only the probability of the right class counts.",
        "손으로 계산해 보십시오. 행마다 정답 클래스의 확률만 씁니다.",
    )
    one_hot = Text("t is one-hot here, of the shape (N, K).", "여기서 t는 shape이 (N, K)인 원-핫입니다.")
    zero = Text(
        "Some probabilities are 0 here, but none of a right class.", "여기서 확률이 0인 곳은 정답이 아닌 클래스입니다."
    )
    return [
        Case("labels", call("cross_entropy", p, t), by_hand),
        Case("labels", call("cross_entropy", one, np.array([1])), by_hand),
        Case("one_hot", call("cross_entropy", p, rows[t]), one_hot),
        Case("one_hot", call("cross_entropy", p[:, ::-1], rows[t].astype(int)), one_hot),
        Case("impossible", call("cross_entropy", impossible, missed)),
        Case("impossible", call("cross_entropy", impossible, np.eye(3)[missed])),
        Case("beside", call("cross_entropy", sure, hits), zero),
        Case("beside", call("cross_entropy", sure, np.eye(3)[hits]), zero),
    ]


CROSS_ENTROPY = Exercise(
    "cross_entropy",
    ("cross_entropy",),
    (
        Aspect("labels", 1, Text("labels (N,); inputs left untouched", "레이블 (N,)(입력은 그대로)"), effects=True),
        Aspect("one_hot", 1, Text("one-hot targets (N, K)", "원-핫 정답 (N, K)"), effects=True),
        Aspect(
            "impossible",
            0.5,
            Text("the right class has the probability 0", "정답 클래스의 확률이 0"),
            judge=Invariant(broken_at_zero),
            effects=True,
        ),
        Aspect("beside", 0.5, Text("another class has the probability 0", "다른 클래스의 확률이 0"), effects=True),
    ),
    cross_entropy_cases,
    {"cross_entropy": losses.cross_entropy},
)


def softmax_cross_entropy_cases(rng):
    z, t = away_from_zero(rng, 3, 5), rng.permutation(5)[:3]
    while abs(z[np.arange(3), t].mean() - z[:, t].mean()) < 0.05:  # one score of each row, not three
        z = away_from_zero(rng, 3, 5)
    close = np.array([[1000.0, 1001.0, 999.0, 1000.5], [1000.0, 999.0, 998.0, 1002.0]])
    apart = np.array([[1000.0, 1001.0, 999.0], [-1000.0, -1001.0, -1003.0]])
    by_hand = Text(
        "Compute one row by hand: log of the sum of exp, minus the score of the right class.",
        "한 행을 손으로 계산해 보십시오. exp의 합에 로그를 취하고 정답 클래스의 점수를 뺍니다.",
    )
    level = Text(
        "All scores of a row are equal here: the loss is log K.",
        "여기서는 한 행의 점수가 모두 같습니다. 손실은 log K입니다.",
    )
    shift = Text("Which exponentials does your formula take here?", "여기서 어떤 수에 exp를 취하게 됩니까?")
    rows = Text(
        "One row is 2000 below the other: which maximum was subtracted from it?",
        "한 행이 다른 행보다 2000 작습니다. 그 행에서 어떤 최댓값을 뺐습니까?",
    )
    far = Text(
        "The right class lies 2000 below the best score here: the loss is 2000. Is the log of a 0 taken?",
        "정답 클래스의 점수가 최고 점수보다 2000 낮아서 손실이 2000입니다. 0에 로그를 취하지 않았습니까?",
    )
    name = "softmax_cross_entropy"
    return [
        Case("values", call(name, z, t), by_hand),
        Case("values", call(name, np.array([[2, 1, 0]]), np.array([1])), by_hand),
        Case("values", call(name, np.full((2, 7), 0.5), np.array([6, 2])), level),
        Case("large", call(name, close, np.array([3, 0])), shift),
        Case("large", call(name, close[:, ::-1] - 2000, np.array([3, 0])), shift),
        Case("rows", call(name, apart, np.array([0, 2])), rows),
        Case("wrong", call(name, np.array([[1000.0, -1000.0, 0.0]]), np.array([1])), far),
        Case("wrong", call(name, np.array([[1000.0, -1000.0, 0.0], [0.0, 1.0, 0.5]]), np.array([2, 0])), far),
    ]


SOFTMAX_CROSS_ENTROPY = Exercise(
    "softmax_cross_entropy",
    ("softmax_cross_entropy",),
    (
        Aspect("values", 1, Text("values; inputs left untouched", "값(입력은 그대로)"), effects=True),
        Aspect("large", 1, Text("stable at ±1000", "±1000에서도 안정적")),
        Aspect("rows", 1, Text("rows that are far apart", "크기가 크게 다른 행들")),
        Aspect("wrong", 1, Text("a confident wrong answer", "확신에 찬 오답")),
    ),
    softmax_cross_entropy_cases,
    {"softmax_cross_entropy": losses.softmax_cross_entropy},
)


def numerical_gradient_cases(rng):
    x, table, cube = away_from_zero(rng, 3), away_from_zero(rng, 2, 3), away_from_zero(rng, 2, 1, 3)
    c = rng.permutation([1.0, 2.0, 3.0])
    bowl = "g = numerical_gradient(lambda x: np.sum(c * x**2) + x[0] * x[2], x, 0.01)"
    wide = "g = numerical_gradient(lambda x: np.sum(x**3), x, 0.5)"
    rows = "g = numerical_gradient(lambda x: np.sum(c * x**2) + x[0, 0] * x[1, 2], x, 0.01)"
    usual = "g = numerical_gradient(lambda x: np.sum(c * x**2) + np.sum(np.sin(x)), x)"
    turned = "g = numerical_gradient(lambda x: np.sum(c * x**2), x.T)"
    single = "g = numerical_gradient(lambda x: np.sum(c * x**2), x.astype(np.float32))"
    by_hand = Text(
        "Take one element by hand: f with it a little larger, f with it a little smaller, divided by 2 h.",
        "원소 하나를 손으로 계산해 보십시오. 그 원소만 조금 크게, 조금 작게 하여 f의 차를 2h로 나눕니다.",
    )
    coarse = Text(
        "h is 0.5 here: (f(x + h) - f(x - h)) / 2h of x³ is 3x² + 0.25.",
        "여기서는 h가 0.5입니다. x³의 (f(x + h) - f(x - h)) / 2h는 3x² + 0.25입니다.",
    )
    shapes = Text(
        "x has more than one axis here: the gradient has one number for every element of x.",
        "여기서 x의 축은 하나가 아닙니다. 그래디언트는 x의 원소마다 수 하나를 가집니다.",
    )
    columns = Text("x is a transposed array here.", "여기서 x는 전치한 배열입니다.")
    fine = Text("A step of 1e-5 drowns in float32.", "float32에서는 1e-5만큼의 변화가 묻힙니다.")
    whole = Text(
        "x holds whole numbers here: a small step must not be cut off, nor the result.",
        "여기서 x는 정수입니다. 작은 변화도, 결과도 잘려 나가면 안 됩니다.",
    )
    return [
        Case(("values", "untouched"), script(bowl, "g", x=x, c=c), by_hand),
        Case(("values", "untouched"), script(wide, "g", x=x), coarse),
        Case("shapes", script(rows, "g", x=table, c=c), shapes),
        Case("shapes", script(usual, "g", x=cube, c=c), shapes),
        Case("shapes", script(turned, "g", x=away_from_zero(rng, 3, 2), c=c), columns),
        Case("integers", script(bowl, "g", x=rng.permutation([-2, 1, 3]), c=c), whole),
        Case("integers", script(single, "g", x=x, c=c), fine),
    ]


NUMERICAL_GRADIENT = Exercise(
    "numerical_gradient",
    ("numerical_gradient",),
    (
        Aspect("values", 1.5, Text("values, x of the shape (D,)", "shape이 (D,)인 x에서의 값")),
        Aspect("shapes", 1, Text("x with two and three axes", "축이 두 개, 세 개인 x")),
        Aspect("integers", 0.5, Text("x of whole numbers, or float32", "정수나 float32인 x")),
        Aspect("untouched", 1, Text("x is left untouched", "x를 바꾸지 않음"), effects=True, alone=True),
    ),
    numerical_gradient_cases,
    {"numerical_gradient": numerical_gradient},
)


def gradient_descent_cases(rng):
    x0, table, lr = away_from_zero(rng, 2), away_from_zero(rng, 2, 3), round(rng.uniform(0.05, 0.15), 2)
    a = rng.permutation([2.0, 4.0])
    walk = "path = gradient_descent(lambda x: a * x + x**3, x0, {}, {})"
    by_hand = Text(
        "Take two steps by hand: x1 = x0 - lr f_grad(x0), then x2 = x1 - lr f_grad(x1).",
        "두 걸음을 손으로 계산해 보십시오. x1 = x0 - lr f_grad(x0), 이어서 x2 = x1 - lr f_grad(x1)입니다.",
    )
    length = Text(
        "The path has steps + 1 points: the start is one of them.", "경로의 점은 시작점을 합해 steps + 1개입니다."
    )
    level = Text("The gradient is 0 here from the start.", "여기서는 처음부터 그래디언트가 0입니다.")
    itself = Text(
        "f_grad returns the very array it was given: leave it as it is.",
        "f_grad가 받은 배열을 반환합니다. 바꾸지 마십시오.",
    )
    whole = Text(
        "x0 holds whole numbers here, the path must not be cut off.",
        "여기서 x0은 정수입니다. 경로의 소수가 잘리면 안 됩니다.",
    )
    return [
        Case(("path", "untouched"), script(walk.format(lr, 4), "path", x0=x0, a=a), by_hand),
        Case(("path", "untouched"), script(walk.format(lr / 2, 3), "path", x0=table, a=1.5), by_hand),
        Case("path", script(f"path = gradient_descent(lambda x: x, x0, {lr}, 3)", "path", x0=x0), itself),
        *(Case("steps", script(walk.format(lr, steps), "path", x0=x0, a=a), length) for steps in (0, 1)),
        Case("steps", script(walk.format(lr, 2), "path", x0=np.zeros(2), a=a), level),
        Case("integers", script(walk.format(lr, 3), "path", x0=np.array([2, -1]), a=a), whole),
    ]


GRADIENT_DESCENT = Exercise(
    "gradient_descent",
    ("gradient_descent",),
    (
        Aspect("path", 2, Text("every point of the path", "경로의 모든 점")),
        Aspect("steps", 0.5, Text("always steps + 1 points", "점은 언제나 steps + 1개")),
        Aspect("integers", 0.5, Text("x0 of whole numbers", "정수인 x0")),
        Aspect("untouched", 1, Text("x0 is left untouched", "x0을 바꾸지 않음"), effects=True, alone=True),
    ),
    gradient_descent_cases,
    {"gradient_descent": gradient_descent},
)

PLACE = "np.any(W != before)"
KEPT = "np.any(params[0] != before) and np.all(dW == kept)"


def optimizers_cases(rng):
    W, b, dW, db, eW, fW = (away_from_zero(rng, *shape) for shape in ((2, 3), (3,), (2, 3), (3,), (2, 3), (2, 3)))
    lr, zero = round(rng.uniform(0.1, 0.3), 2), dW * [[0, 1, 1], [1, 0, 1]]
    first = f"optimizer = Adam({lr})\nparams = [W]\noptimizer.update(params, [dW])"
    more = "\noptimizer.update(params, [eW])\noptimizer.update(params, [fW])"
    moving = first.replace(f"Adam({lr})", f"Momentum({lr}, 0.8)") + more
    betas = first.replace(f"Adam({lr})", f"Adam({lr}, 0.6, 0.8)") + more
    large = first.replace(f"Adam({lr})", f"Adam({lr}, eps=0.5)") + more
    start = Text(
        "Adam's first update: with both corrections every number moves by lr, against the sign of its gradient.",
        "Adam의 첫 갱신입니다. 두 보정이 맞으면 모든 수가 그래디언트의 부호와 반대로 lr만큼 움직입니다.",
    )
    momentum = Text(
        "Three updates: v becomes g1, then 0.8 g1 + g2, then 0.8 of that + g3.",
        "세 번 갱신합니다. v는 g1, 다음은 0.8 g1 + g2, 그다음은 거기에 0.8을 곱하고 g3을 더한 값입니다.",
    )
    later = Text(
        "Three updates: t is 1, 2, 3, and m and v remember the gradients before.",
        "세 번 갱신합니다. t는 1, 2, 3이고 m과 v에는 앞의 그래디언트가 남아 있습니다.",
    )
    root = Text("eps is 0.5 here: it is added to √v', after the root.", "여기서는 eps가 0.5이고, √v'에 더합니다.")
    flat = Text("Some gradients are exactly 0 here.", "여기서는 몇몇 그래디언트가 정확히 0입니다.")
    two = Text(
        "Two parameters of one shape, and another optimizer in between: each keeps its own memory.",
        "shape이 같은 매개변수가 둘이고, 중간에 다른 옵티마이저도 씁니다. 저마다 자기 기억을 가져야 합니다.",
    )
    cases = [
        Case("momentum", script(moving, "params", W=W, dW=dW, eW=10 * eW, fW=fW), momentum),
        Case("first", script(first, "params", W=W, dW=dW), start),
        Case("later", script(betas, "params", W=W, dW=dW, eW=10 * eW, fW=fW), later),
        Case("later", script(first + more, "params", W=W, dW=dW, eW=eW, fW=fW), later),
        Case("eps", script(large, "params", W=W, dW=dW, eW=eW, fW=fW), root),
        Case("eps", script(first, "params", W=W, dW=zero), flat),
    ]
    for name in ("Momentum", "Adam"):
        lines = f"""
            optimizer, other = {name}({lr}), {name}({lr})
            optimizer.update([W, U], [dW, dU])
            other.update([V], [dV])
            optimizer.update([W, U], [dU, dW])
        """
        arrays = {"W": W, "U": W[:, ::-1], "V": fW[:, :1], "dW": dW, "dU": 2 * eW, "dV": eW[:, :1]}
        cases.append(Case("two", script(lines, "[W, U, V]", **arrays), two))
        lines = f"""
            before, kept = W.copy(), dW.copy()
            params = [W, b]
            optimizer = {name}({lr})
            optimizer.update(params, [dW, db])
            optimizer.update(params, [dW, db])
        """
        cases.append(Case(("place", "grads"), script(lines, (PLACE, KEPT), W=W, b=b, dW=dW, db=db)))
    return cases


OPTIMIZERS = Exercise(
    "optimizers",
    ("Momentum", "Adam"),
    (
        Aspect("momentum", 1, Text("Momentum: three updates", "Momentum을 세 번 갱신")),
        Aspect("first", 0.5, Text("Adam: the first update", "Adam의 첫 갱신")),
        Aspect("later", 1, Text("Adam: three updates", "Adam을 세 번 갱신")),
        Aspect("eps", 0.5, Text("Adam: where eps stands", "Adam에서 eps의 자리")),
        Aspect("two", 1, Text("several parameters, two optimizers", "여러 매개변수, 옵티마이저 두 개")),
        Aspect("place", 0.5, Text("the arrays themselves change", "배열 자체가 바뀜"), part=PLACE),
        Aspect("grads", 0.5, Text("the gradients stay as they are", "그래디언트는 그대로"), part=KEPT),
    ),
    optimizers_cases,
    {"Momentum": Momentum, "Adam": Adam},
)

EXERCISES = (MSE, CROSS_ENTROPY, SOFTMAX_CROSS_ENTROPY, NUMERICAL_GRADIENT, GRADIENT_DESCENT, OPTIMIZERS)
