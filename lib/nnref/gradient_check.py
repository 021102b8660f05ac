"""Is a gradient right? Three ways to find out without deriving anything.

Differences cost two evaluations for each number; a direction costs four for all numbers together; the complex step
costs one for each number and loses no digits, where the function also takes complex numbers.
"""

import numpy as np

from nnref.shapes import check_shapes, floating


def numerical_gradient(f, x, h=1e-5):
    """Return the gradient of f at x by central differences: (f(x + h e_i) - f(x - h e_i)) / 2h for each i.

    f : a function of an array like x that returns a number; x of any shape, not changed. Returns an array like x.
    The error is about h² f''' / 6 + 1e-16 f / h, smallest near h = 1e-5.
    """
    x = floating(x).astype(np.float64)  # whole numbers or float32 would swallow the small step
    moved = x.copy()
    gradient = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        moved[i] = x[i] + h
        above = f(moved.copy())
        moved[i] = x[i] - h
        below = f(moved.copy())
        moved[i] = x[i]
        gradient[i] = (above - below) / (2 * h)
    return gradient


def directional_derivative(f, x, v, h=1e-4):
    """Return the derivative of f at x along v, by four values of f; the error falls with h⁴.

    f : a function of an array like x that returns a number; x, v of one shape; float64.
    (8 f(x + hv) - 8 f(x - hv) - f(x + 2hv) + f(x - 2hv)) / 12h. Source: Abramowitz and Stegun, 25.3.6.
    """
    x, v = floating(x).astype(np.float64), floating(v)
    if x.shape != v.shape:
        raise ValueError(f"directional_derivative: v has shape {v.shape}; expected {x.shape}, the shape of x")
    return (8 * (f(x + h * v) - f(x - h * v)) - (f(x + 2 * h * v) - f(x - 2 * h * v))) / (12 * h)


def complex_step(f, x, h=1e-30):
    """Return the gradient of f at x as Im f(x + i h e_k) / h for each k: no difference is taken, no digit is lost.

    f : a function that also takes complex numbers (no abs, no comparison) and returns one number; x of any shape.
    Source: W. Squire, G. Trapp, "Using complex variables to estimate derivatives", SIAM Review 40, 1998.
    """
    x = floating(x).astype(np.float64)
    moved = x.astype(np.complex128)
    gradient = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        moved[i] = x[i] + 1j * h
        gradient[i] = np.imag(f(moved.copy())) / h
        moved[i] = x[i]
    return gradient


def relative_error(a, b):
    """Return |a - b| / (|a| + |b|) for two numbers or arrays (norms), and 0 where both are 0: between 0 and 1.

    With an inf or nan in them it is nan, which is below no limit. Raises ValueError for arrays of different shapes.
    """
    a, b = floating(a), floating(b)
    check_shapes("relative_error", b=(b, a.shape))
    a, b = np.ravel(a), np.ravel(b)
    largest = np.max([np.abs(a).max(initial=0), np.abs(b).max(initial=0)])
    if not 0 < largest < np.inf:
        return 0.0 if largest == 0 else np.nan
    a, b = a / largest, b / largest  # no square overflows or vanishes
    return float(np.linalg.norm(a - b) / (np.linalg.norm(a) + np.linalg.norm(b)))


def grad_check(f, df, x, rng):
    """Compare a backward function with the function it belongs to; return the relative error (right: below 1e-7).

    f(x) returns an array, df(x, dout) the gradient of Σ dout f(x) by x. The upstream gradient dout and the direction v
    are drawn from `rng`, since ones everywhere would hide mistakes; d/dh Σ dout f(x + hv) must be Σ v df(x, dout).
    """
    x = floating(x).astype(np.float64)
    dout = rng.normal(size=np.shape(f(x)))
    v = rng.normal(size=x.shape)
    dx = df(x, dout)
    check_shapes("grad_check", dx=(dx, x.shape))
    return relative_error(directional_derivative(lambda x: np.sum(dout * f(x)), x, v), np.sum(v * dx))
