"""A function that takes functions, and one whose right answer is an error."""

import numpy as np
from nnexam.model import Aspect, Case, Text, call, script
from nnref.convolution_loops import conv_output_size
from nnref.gradient_check import numerical_gradient

from tests.nnexam.kinds import exercise, title


def gradient_cases(rng):
    x, whole = rng.uniform(1, 2, (2, 3)), np.array([3, -1, 2])
    lines = "g = numerical_gradient(lambda x: np.sum(x ** 3), x, 1e-4)"
    kind = Text("x holds whole numbers here.", "여기서는 x가 정수입니다.")
    return [Case("values", script(lines, "g", x=x)), Case("whole", script(lines, "g", x=whole), kind)]


GRADIENT = exercise(
    "function of functions",
    "numerical_gradient",
    ("numerical_gradient",),
    (Aspect("values", 2, title("values"), effects=True), Aspect("whole", 2, title("whole numbers"))),
    gradient_cases,
    {"numerical_gradient": numerical_gradient},
)


def differences(f, x, h, step):
    x = np.array(x, float)
    gradient = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        e = np.zeros_like(x)
        e[i] = 1
        gradient[i] = step(f, x, e, h)
    return gradient


@GRADIENT.mistake("Divides by h instead of 2h.", "2h가 아니라 h로 나누었습니다.")
def divides_by_h(f, x, h):
    return differences(f, x, h, lambda f, x, e, h: (f(x + h * e) - f(x - h * e)) / h)


@GRADIENT.mistake("The difference is one-sided.", "한쪽 차분입니다.")
def one_sided(f, x, h):
    return differences(f, x, h, lambda f, x, e, h: (f(x + h * e) - f(x)) / h)


GRADIENT.alternative(lambda f, x, h: differences(f, x, h, lambda f, x, e, h: (f(x + h * e) - f(x - h * e)) / (2 * h)))


def size_cases(rng):
    n, k = 2 * int(rng.integers(3, 6)) + 1, 3
    large = Text("The kernel is larger than the padded input here.", "여기서는 커널이 입력보다 큽니다.")
    return [
        Case("values", call("conv_output_size", n, k, 2, 1)),
        Case("error", call("conv_output_size", 3, 6, 1, 1), large),
    ]


SIZE = exercise(
    "expected error",
    "conv_output_size",
    ("conv_output_size",),
    (Aspect("values", 2, title("values")), Aspect("error", 1, title("a kernel too large"))),
    size_cases,
    {"conv_output_size": conv_output_size},
)


@SIZE.mistake("A kernel that does not fit gives a size.", "맞지 않는 커널에도 크기를 냅니다.")
def never_raises(n, k, stride, pad):
    return (n + 2 * pad - k) // stride + 1


@SIZE.mistake("The padding counts once.", "패딩을 한 번만 더했습니다.")
def pads_once(n, k, stride, pad):
    if k > n + pad:
        raise ValueError
    return (n + pad - k) // stride + 1


def counted(n, k, stride, pad):
    if k > n + 2 * pad:
        raise ValueError("no window fits")
    return len(range(0, n + 2 * pad - k + 1, stride))


SIZE.alternative(counted)
