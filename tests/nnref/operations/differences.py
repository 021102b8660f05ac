"""Gradients without a derivation, on functions that the differences are exact for."""

import math

import numpy as np
from nnref.gradient_check import complex_step, directional_derivative, numerical_gradient, relative_error

from tests.nnref.operations import Operation

SIZES = {"N": (1, 3, 4), "D": (1, 4, 5)}
DERIVATIVE = {"gradient": "is a derivative itself"}
WIDE = {"float32": "float64 always: float32 would swallow the small step"}
TEXT = (({"x": np.array([["a"]])}, "found an array of <U1; expected real numbers"),)
NUMBER = {"empty batch": "one number for any N"}


def draw(rng, N, D):
    return {"x": rng.normal(size=(N, D)), "a": rng.normal(size=D), "c": rng.normal(size=D)}


def square(x, a, c):
    return (a * x * x + c * x).sum()


def cube(x, a, c):
    return (a * x * x * x + c * x).sum()


def slopes(x, a, c, power):
    numbers = [[power * p * u ** (power - 1) + q for u, p, q in zip(row, a, c, strict=True)] for row in x]
    return np.reshape(numbers, np.shape(x))


def slopes_torch(torch, f, x, a, c):
    x = x.detach().requires_grad_()
    return torch.autograd.grad(f(x, a, c), x)[0]


def norm(a):
    return math.sqrt(math.fsum(number * number for number in np.ravel(a)))


OPERATIONS = [
    Operation(
        "numerical_gradient",
        lambda x, a, c, h: numerical_gradient(lambda x: square(x, a, c), x, h),
        draw,
        SIZES,
        settings={"h": 0.01},
        naive=lambda x, a, c, h: slopes(x, a, c, 2),
        torch=lambda torch, x, a, c, h: slopes_torch(torch, square, x, a, c),
        errors=TEXT,
        exempt=DERIVATIVE | WIDE,
    ),
    Operation(
        "complex_step",
        lambda x, a, c: complex_step(lambda x: cube(x, a, c), x),
        draw,
        SIZES,
        naive=lambda x, a, c: slopes(x, a, c, 3),
        torch=lambda torch, x, a, c: slopes_torch(torch, cube, x, a, c),
        errors=TEXT,
        exempt=DERIVATIVE | WIDE,
    ),
    Operation(
        "directional_derivative",
        lambda x, v, a, c, h: directional_derivative(lambda x: cube(x, a, c), x, v, h),
        lambda rng, N, D: draw(rng, N, D) | {"v": rng.normal(size=(N, D))},
        SIZES,
        settings={"h": 0.01},
        naive=lambda x, v, a, c, h: math.fsum(np.ravel(v * slopes(x, a, c, 3))),
        torch=lambda torch, x, v, a, c, h: (v * slopes_torch(torch, cube, x, a, c)).sum(),
        errors=(
            *TEXT,
            ({"v": np.zeros(4)}, "directional_derivative: v has shape (4,); expected (3, 4), the shape of x"),
        ),
        exempt=DERIVATIVE | WIDE | NUMBER,
    ),
    Operation(
        "relative_error",
        relative_error,
        lambda rng, N, D: {"a": rng.normal(size=(N, D)), "b": rng.normal(size=(N, D))},
        SIZES,
        naive=lambda a, b: norm(a - b) / (norm(a) + norm(b)),
        torch=lambda torch, a, b: (a - b).norm() / (a.norm() + b.norm()),
        errors=(({"b": np.zeros(4)}, "relative_error: b has shape (4,); expected (3, 4)"),),
        exempt={"gradient": "not differentiated", "float32": "the result is a Python float"} | NUMBER,
    ),
]
