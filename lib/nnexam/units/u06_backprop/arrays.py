"""u06_backprop: the exercises on arrays: Jacobians and the affine layer."""

import numpy as np
from nnref import affine, jacobian

from nnexam.model import Aspect, Case, Exercise, Text, call, script

from .draws import away_from_zero


def softmax_jacobian_cases(rng):
    z = away_from_zero(rng, 4)
    whole = rng.permutation([-1, 0, 2])
    far, low = np.array([1000.0, 1001.0, 999.5]), np.array([-1000.0, -1002.0, -1001.0, -1000.0])
    wide = np.array([-1000.0, 999.0, 1000.0, 0.0])  # neither the first score nor the mean will do as a shift
    lines = "J = softmax_jacobian(z)"
    own = Text(
        "On the diagonal: how much p_i moves with its own score, p_i (1 - p_i).",
        "대각선은 p_i가 자기 점수에 따라 움직이는 정도, 곧 p_i (1 - p_i)입니다.",
    )
    beside = Text(
        "Beside the diagonal: if the score j rises, the other p_i must fall, for all p together stay 1.",
        "대각선 밖을 보십시오. 점수 j가 오르면 다른 p_i는 내려가야 합니다. p의 합이 언제나 1이기 때문입니다.",
    )
    large = Text("Which exponentials are taken here?", "여기서 어떤 수에 exp를 취하게 됩니까?")
    cases = []
    for scores in (z, whole, z[:2], np.array([0.7])):
        cases += [
            Case("diagonal", script(lines, "np.diag(J)", z=scores), own),
            Case("beside", script(lines, "J - np.diag(np.diag(J))", z=scores), beside),
        ]
    return cases + [Case("large", call("softmax_jacobian", scores), large) for scores in (far, low, wide)]


SOFTMAX_JACOBIAN = Exercise(
    "softmax_jacobian",
    ("softmax_jacobian",),
    (
        Aspect("diagonal", 1, Text("the diagonal", "대각선"), effects=True),
        Aspect("beside", 1, Text("beside the diagonal", "대각선 밖"), effects=True),
        Aspect("large", 1, Text("scores of ±1000", "±1000인 점수")),
    ),
    softmax_jacobian_cases,
    {"softmax_jacobian": jacobian.softmax_jacobian},
)


def vjp_cases(rng):
    J, dout = away_from_zero(rng, 3, 4), away_from_zero(rng, 3)
    by_hand = Text(
        "The result has one number for each input, that is for each column of J: dx_j = Σ_i J[i, j] dout_i.",
        "결과는 입력마다, 곧 J의 열마다 수 하나씩입니다. dx_j = Σ_i J[i, j] dout_i.",
    )
    square = Text(
        "J is square here, so J dout and Jᵀ dout both have a shape that fits. Only one of them is the gradient.",
        "여기서 J는 정사각 행렬이라 J dout과 Jᵀ dout의 shape이 모두 맞습니다. 그래디언트는 그중 하나뿐입니다.",
    )
    row = Text(
        "Only one output counts here (its dout is 1, the others are 0): the gradient is the row of J for it.",
        "여기서는 출력 하나만 중요합니다(dout이 하나만 1이고 나머지는 0). 그래디언트는 J에서 그 출력의 행입니다.",
    )
    return [
        Case("rectangular", call("vjp", J, dout), by_hand),
        Case("rectangular", call("vjp", J.T, away_from_zero(rng, 4)), by_hand),
        Case("rectangular", call("vjp", np.array([[1, -2], [3, 5], [0, 4]]), np.array([2, 1, -3])), by_hand),
        Case("square", call("vjp", J[:, 1:], dout), square),
        Case("one", call("vjp", J, np.eye(3)[rng.integers(3)]), row),
        Case("one", call("vjp", J[:1], dout[:1]), row),
        Case("one", call("vjp", J[:, :1], dout), by_hand),
    ]


VJP = Exercise(
    "vjp",
    ("vjp",),
    (
        Aspect("rectangular", 1, Text("J that is not square", "정사각이 아닌 J"), effects=True),
        Aspect("square", 1, Text("J that is square, but not symmetric", "정사각이지만 대칭이 아닌 J"), effects=True),
        Aspect("one", 1, Text("one output counts; one output; one input", "출력 하나만 셀 때, 출력 하나, 입력 하나")),
    ),
    vjp_cases,
    {"vjp": jacobian.vjp},
)


def affine_reference(dout, X, W):
    dX, grads = affine.affine_backward(dout, (X, W))
    return dX, grads["W"], grads["b"]


def affine_cases(rng):
    X, W, dout = away_from_zero(rng, 4, 3), away_from_zero(rng, 3, 2), away_from_zero(rng, 4, 2)
    by_hand = Text(
        "Work out one number of dX, dW and db as in the lesson: which entries of Z does it move, and by how much?",
        "본문처럼 dX, dW, db의 수 하나씩을 따져 보십시오. 그 수는 Z의 어떤 원소를 얼마나 움직입니까?",
    )
    square = Text(
        "N = D = M = 3 here, so every product has a shape that fits. Only one of them is right.",
        "여기서는 N = D = M = 3이라 어떻게 곱해도 shape이 맞습니다. 옳은 것은 하나뿐입니다.",
    )
    single = Text(
        "One sample, N = 1: the axis of the samples stays.", "샘플이 하나입니다(N = 1). 샘플 축은 그대로 있습니다."
    )

    column = Text(
        "M = 1 here, too: dW has the shape of W, (2, 1), and db that of b, (1,).",
        "여기서는 M도 1입니다. dW의 shape은 W와 같은 (2, 1)이고 db의 shape은 b와 같은 (1,)입니다.",
    )

    def ask(aspects, dout, X, W, hint):
        lines = "dX, dW, db = affine_backward(dout, X, W)"
        return Case(aspects, script(lines, ("dX", "dW", "db"), dout=dout, X=X, W=W), hint)

    parts = ("dX", "dW", "db")
    whole = np.array([[1, -2]]), np.array([[3, 4, -1]]), np.array([[1, 0], [2, 1], [0, 5]])
    return [
        ask(parts, dout, X, W, by_hand),
        ask(parts, away_from_zero(rng, 2, 4), away_from_zero(rng, 2, 5), away_from_zero(rng, 5, 4), by_hand),
        ask(parts, *whole, single),
        ask("square", *(away_from_zero(rng, 3, 3) for _ in range(3)), square),
        ask("one", dout[:1], X[:1], W, single),
        ask("one", np.array([[10]]), np.array([[1, 2]]), np.array([[3], [4]]), column),
    ]


AFFINE_BACKWARD = Exercise(
    "affine_backward",
    ("affine_backward",),
    (
        Aspect("dX", 1, Text("dX", "dX"), part="dX", effects=True),
        Aspect("dW", 1, Text("dW", "dW"), part="dW", effects=True),
        Aspect("db", 1, Text("db", "db"), part="db", effects=True),
        Aspect("square", 1.5, Text("N = D = M", "N = D = M")),
        Aspect("one", 0.5, Text("one sample", "샘플 하나")),
    ),
    affine_cases,
    {"affine_backward": affine_reference},
)
