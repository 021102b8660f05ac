"""The gradient checks: right gradients pass, and the checks themselves reject what is wrong."""

import numpy as np
import pytest
from nnref import gradient_check as ref
from nnref.affine import affine_backward, affine_forward, affine_naive

from tests.nnref.operations import Operation
from tests.nnref.test_contracts import compare_differences, compare_naive

W = np.random.default_rng(0).normal(size=(4, 4))  # square: a transposed gradient has a shape that fits


@pytest.mark.parametrize("shape", [(), (3,), (2, 3), (2, 3, 4)])
def test_numerical_gradient_of_any_number_of_axes(shape):
    x = np.random.default_rng(1).normal(size=shape)
    gradient = ref.numerical_gradient(lambda x: np.sum(np.sin(x)), x)
    assert gradient.shape == shape
    np.testing.assert_allclose(gradient, np.cos(x), rtol=1e-9, atol=1e-9)


def test_numerical_gradient_is_central_with_2h():
    """For x³ central differences give 3x² + h² exactly; one-sided ones 3x² + 3xh + h²."""
    np.testing.assert_allclose(ref.numerical_gradient(lambda x: x[0] ** 3, np.array([2.0]), h=0.1), [12.01])


@pytest.mark.parametrize("x", [np.array([3, -1]), np.array([3, -1], np.float32), [3, -1]])
def test_numerical_gradient_takes_steps_in_whole_numbers_and_float32(x):
    np.testing.assert_allclose(ref.numerical_gradient(lambda x: np.sum(x * x), x), [6, -2], rtol=1e-9)


def test_numerical_gradient_restores_x_and_gives_f_an_array_of_its_own():
    x = np.array([[1.0, 2.0], [0.1, 0.3]])
    before, kept = x.copy(), []

    def f(x):
        kept.append(x)
        value = np.sum(x * x)
        x *= 0  # a careless f
        return value

    np.testing.assert_allclose(ref.numerical_gradient(f, x), 2 * before, rtol=1e-9)
    np.testing.assert_array_equal(x, before)
    assert len({id(a) for a in kept}) == 2 * x.size
    x.flags.writeable = False
    ref.numerical_gradient(np.sum, x)


def test_directional_derivative_is_exact_up_to_the_fourth_power():
    x, v = np.array([0.5, -1.5]), np.array([2.0, 0.25])
    found = ref.directional_derivative(lambda x: np.sum(x**4 - x**3), x, v, h=0.5)
    np.testing.assert_allclose(found, np.sum(v * (4 * x**3 - 3 * x**2)), rtol=1e-13)
    with pytest.raises(
        ValueError, match=r"^directional_derivative: v has shape \(3,\); expected \(2,\), the shape of x$"
    ):
        ref.directional_derivative(np.sum, x, np.zeros(3))


@pytest.mark.parametrize("dtype", [np.float64, np.float32])
def test_complex_step_loses_no_digits(dtype):
    """The example of Squire and Trapp: exp(x) / (sin³ x + cos³ x) at 1.5 has the slope 3.622033700716326."""
    x = np.array([1.5, 1.5], dtype)
    slopes = ref.complex_step(lambda x: np.sum(np.exp(x) / (np.sin(x) ** 3 + np.cos(x) ** 3)), x)
    np.testing.assert_allclose(slopes, 3.622033700716326, rtol=1e-15)
    np.testing.assert_array_equal(x, 1.5)
    np.testing.assert_array_equal(ref.complex_step(lambda x: np.sum(x * x), np.array([[3, -1]])), [[6, -2]])


def test_relative_error():
    a = np.array([[3.0, 4.0]])
    assert ref.relative_error(a, a) == ref.relative_error(0 * a, 0 * a) == ref.relative_error(0.0, 0.0) == 0
    assert ref.relative_error(a, -a) == ref.relative_error(a, 0 * a) == ref.relative_error(1e-150, -1e-150) == 1
    np.testing.assert_allclose(ref.relative_error(a, 3 * a), 0.5)
    for size in (1e-300, 1e-9, 1e300):
        np.testing.assert_allclose(ref.relative_error(size * a, 3 * size * a), 0.5)


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
def test_inf_and_nan_are_never_right(bad):
    """0 would call it perfect."""
    for a, b in ((bad, 1.0), (1.0, bad), (bad, bad), ([1.0, bad], [1.0, 2.0])):
        assert np.isnan(ref.relative_error(a, b))


def test_a_gradient_of_nan_is_not_right():
    assert np.isnan(ref.grad_check(np.sin, lambda x, dout: np.nan * dout, np.ones(3), np.random.default_rng(0)))


RIGHT = {
    "affine": (lambda x: x @ W, lambda x, dout: dout @ W.T),
    "tanh": (np.tanh, lambda x, dout: dout * (1 - np.tanh(x) ** 2)),
    "a number": (lambda x: np.sum(x**2), lambda x, dout: 2 * x * dout),
    "constant": (lambda x: np.ones(3), lambda x, dout: np.zeros_like(x)),
}
WRONG = {
    "off by 0.05 %": (lambda x: x @ W, lambda x, dout: dout @ W.T * 1.0005),
    "transposed": (lambda x: x @ W, lambda x, dout: dout @ W),
    "dout ignored": (lambda x: x @ W, lambda x, dout: np.ones_like(dout) @ W.T),
    "dout summed": (lambda x: x @ W, lambda x, dout: np.full_like(dout, dout.mean()) @ W.T),
    "half": (lambda x: x**2, lambda x, dout: x * dout),
    "sign": (np.cos, lambda x, dout: np.sin(x) * dout),
    "nothing": (np.cos, lambda x, dout: np.zeros_like(x)),
    "of a tiny function": (lambda x: 1e-9 * np.sin(x), lambda x, dout: 1.0005e-9 * np.cos(x) * dout),
}


@pytest.mark.parametrize("x", [np.random.default_rng(2).normal(size=(3, 4)), np.arange(12).reshape(3, 4) - 5])
@pytest.mark.parametrize("seed", range(5))
def test_grad_check_passes_what_is_right_and_rejects_what_is_wrong(x, seed):
    for name, (f, df) in RIGHT.items():
        assert ref.grad_check(f, df, x, np.random.default_rng(seed)) < 1e-7, name
    for name, (f, df) in WRONG.items():
        assert 1e-4 < ref.grad_check(f, df, x, np.random.default_rng(seed)) <= 1, name


def test_grad_check_says_a_wrong_shape():
    with pytest.raises(ValueError, match=r"^grad_check: dx has shape \(4,\); expected \(3, 4\)$"):
        ref.grad_check(lambda x: x, lambda x, dout: dout.sum(axis=0), W[:3], np.random.default_rng(0))


def operation(forward=affine_forward, change=lambda dx, dW, db, dout, x: (dx, dW, db)):
    """The affine operation of the table, with its forward or its gradients changed."""

    def backward(dout, cache):
        dx, grads = affine_backward(dout, cache)
        dx, dW, db = change(dx, grads["W"], grads["b"], dout, cache[0])
        return dx, {"W": dW, "b": db}

    sizes = dict.fromkeys("NDM", (1, 4, 6))
    return Operation(
        "affine",
        forward,
        lambda rng, N, D, M: {n: rng.normal(size=s) for n, s in (("x", (N, D)), ("W", (D, M)), ("b", M))},
        sizes,
        backward=backward,
        gradients=("x", "W", "b"),
        naive=affine_naive,
    )


def test_the_contracts_pass_what_is_right():
    op = operation()
    compare_differences(op, op.arguments(np.random.default_rng(0)))
    compare_naive(op, op.arguments(np.random.default_rng(0)))


@pytest.mark.parametrize(
    "change",
    [
        lambda dx, dW, db, dout, x: (dx * 1.0005, dW, db),
        lambda dx, dW, db, dout, x: (dx, dW * 1.0005, db),
        lambda dx, dW, db, dout, x: (dx, dW, db * 1.0005),
        lambda dx, dW, db, dout, x: (dx.T, dW, db),
        lambda dx, dW, db, dout, x: (dx, dW.T, db),
        lambda dx, dW, db, dout, x: (dx, x.T @ np.ones_like(dout), db),
        lambda dx, dW, db, dout, x: (dx, dW, np.full_like(db, len(x))),
        lambda dx, dW, db, dout, x: (dx, dW / len(x), db),
        lambda dx, dW, db, dout, x: (dx, dW, db[np.newaxis]),
    ],
)
def test_the_contract_of_gradients_rejects_what_is_wrong(change):
    op = operation(change=change)
    with pytest.raises(AssertionError):
        compare_differences(op, op.arguments(np.random.default_rng(0)))


@pytest.mark.parametrize(
    "forward",
    [
        lambda x, W, b: (x @ W, None),
        lambda x, W, b: (x @ W.T + b, None),
        lambda x, W, b: ((x @ W + b) * (1 + 1e-9), None),
        lambda x, W, b: ((x @ W + b)[:, :1], None),
    ],
)
def test_the_contract_of_naive_twins_rejects_what_is_wrong(forward):
    op = operation(forward=forward)
    with pytest.raises(AssertionError):
        compare_naive(op, op.arguments(np.random.default_rng(0)))
