"""Every contract on every operation of the table in `tests/nnref/operations`."""

import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nnref.gradient_check import directional_derivative

from tests.conftest import pytorch
from tests.nnref.operations import operations

OPERATIONS = operations()
EXACT = {"rtol": 1e-10, "atol": 1e-10}


def over(contract):
    """Parametrize a test over the operations that are not exempt from its contract."""
    chosen = [op for op in OPERATIONS if contract not in op.exempt]
    return pytest.mark.parametrize("op", chosen, ids=lambda op: op.name)


def rng_of(op):
    return np.random.default_rng(len(op.name))


def upstream(rng, outs):
    """A random, non-uniform gradient for each output."""
    return tuple(np.asarray(rng.normal(size=np.shape(out)), dtype=np.result_type(out)) for out in outs)


def gradients(op, arguments, seed=1):
    """The gradients of Σ dout · out, and the upstream gradients that made them."""
    outs, cache = op.out(arguments)
    douts = upstream(np.random.default_rng(seed), outs)
    return op.back(douts, cache), douts


def floats(arguments):
    return {name for name, a in arguments.items() if isinstance(a, np.ndarray) and a.dtype.kind == "f"}


def compare_naive(op, arguments):
    outs, _ = op.out(arguments)
    naive = op.naive(**arguments, **op.settings)
    for out, twin in zip(outs, naive if isinstance(naive, tuple) else (naive,), strict=True):
        assert np.shape(out) == np.shape(twin)
        np.testing.assert_allclose(out, twin, **EXACT)


def compare_differences(op, arguments):
    """Directional derivatives in float64, one random direction for each argument."""
    found, douts = gradients(op, arguments)
    assert set(found) == set(op.gradients)
    for name in op.gradients:
        assert found[name].shape == arguments[name].shape, name

        def loss(a, name=name):
            outs, _ = op.out(arguments | {name: a})
            return sum(np.sum(dout * out) for dout, out in zip(douts, outs, strict=True))

        v = np.random.default_rng(2).normal(size=arguments[name].shape)
        numeric, analytic = directional_derivative(loss, arguments[name], v), np.sum(v * found[name])
        scale = np.sum(np.abs(v * found[name])) * 1e-3  # where the terms cancel, a tiny sum has few digits
        close = abs(numeric - analytic) <= 1e-7 * max(abs(analytic), scale) + 1e-10
        assert close, f"d{name}: {numeric} by differences, {analytic} by backward"


@over("naive")
def test_naive(op):
    compare_naive(op, op.arguments(rng_of(op)))


@over("gradient")
def test_gradient(op):
    compare_differences(op, op.arguments(rng_of(op)))


@over("shapes")
@settings(deadline=None, max_examples=25, derandomize=True)
@given(data=st.data())
def test_shapes(op, data):
    """The same for shapes that Hypothesis draws."""
    sizes = {letter: data.draw(st.integers(low, high), letter) for letter, (low, _, high) in op.sizes.items()}
    arguments = op.arguments(np.random.default_rng(data.draw(st.integers(0, 99), "seed")), **sizes)
    if op.naive:
        compare_naive(op, arguments)
    if op.backward:
        compare_differences(op, arguments)


@over("pytorch")
def test_pytorch(op):
    torch = pytorch()
    arguments = op.arguments(rng_of(op))
    tensors = {name: torch.tensor(a) if isinstance(a, np.ndarray) else a for name, a in arguments.items()}
    for name in op.gradients:
        tensors[name].requires_grad_()
    theirs = op.torch(torch, **tensors, **op.settings)
    theirs = theirs if isinstance(theirs, tuple) else (theirs,)
    outs, _ = op.out(arguments)
    for out, their in zip(outs, theirs, strict=True):
        np.testing.assert_allclose(out, their.detach().numpy(), **EXACT)
    if op.backward:
        found, douts = gradients(op, arguments)
        torch.autograd.backward(theirs, [torch.tensor(dout) for dout in douts])
        for name in op.gradients:
            np.testing.assert_allclose(found[name], tensors[name].grad.numpy(), **EXACT, err_msg=f"d{name}")


@over("float32")
def test_float32(op):
    """float32 stays float32, close to the float64 result."""
    wide = op.arguments(rng_of(op))
    narrow = {name: a.astype(np.float32) if name in floats(wide) else a for name, a in wide.items()}
    for out, exact in zip(op.out(narrow)[0], op.out(wide)[0], strict=True):
        assert np.result_type(out) == np.float32
        np.testing.assert_allclose(out, exact, rtol=1e-4, atol=1e-5)
    if op.backward:
        found, exact = gradients(op, narrow)[0], gradients(op, wide)[0]
        for name in op.gradients:
            assert found[name].dtype == np.float32, name
            np.testing.assert_allclose(found[name], exact[name], rtol=1e-3, atol=1e-4, err_msg=name)


def other_layouts(a):
    """The same numbers in Fortran order, as every second number of a larger array, and read-only."""
    spread = np.full([2 * n for n in a.shape], np.nan if a.dtype.kind == "f" else 7, a.dtype)
    view = spread[(*(slice(None, None, 2) for _ in a.shape), ...)]  # the dots keep an array where there is no axis
    view[...] = a
    frozen = a.copy()
    frozen.flags.writeable = False
    return np.asarray(a, order="F"), view, frozen


@over("layout")
def test_layout(op):
    """C, Fortran and non-contiguous arrays, for arguments and upstream gradients, give the same."""
    arguments = op.arguments(rng_of(op))
    outs, cache = op.out(arguments)
    for kind in range(3):
        moved = {n: other_layouts(a)[kind] if isinstance(a, np.ndarray) else a for n, a in arguments.items()}
        outs_moved, cache_moved = op.out(moved)
        for out, again in zip(outs, outs_moved, strict=True):
            np.testing.assert_allclose(again, out, rtol=1e-12, atol=1e-12)
        if op.backward:
            douts = upstream(np.random.default_rng(1), outs)
            found = op.back(douts, cache)
            again = op.back(tuple(other_layouts(dout)[kind] for dout in douts), cache_moved)
            for name in op.gradients:
                np.testing.assert_allclose(again[name], found[name], rtol=1e-12, atol=1e-12, err_msg=name)


@over("untouched")
def test_untouched(op):
    """Arguments, upstream gradients and cache keep their values, and no result is a view of an argument."""
    arguments = op.arguments(rng_of(op))
    before = {name: np.copy(a) for name, a in arguments.items()}
    outs, cache = op.out(arguments)
    arrays = [a for a in arguments.values() if isinstance(a, np.ndarray)]
    assert not any(np.shares_memory(out, a) for out in outs for a in arrays if isinstance(out, np.ndarray))
    if op.backward:
        douts = upstream(np.random.default_rng(1), outs)
        kept = [np.copy(dout) for dout in douts]
        first = {name: g.copy() for name, g in op.back(douts, cache).items()}
        second = op.back(douts, cache)
        for name, gradient in second.items():
            np.testing.assert_array_equal(gradient, first[name], err_msg=f"second backward: d{name}")
            assert not any(np.shares_memory(gradient, a) for a in (*arrays, *douts) if isinstance(a, np.ndarray)), name
        for dout, copy in zip(douts, kept, strict=True):
            np.testing.assert_array_equal(dout, copy)
    for name, a in arguments.items():
        np.testing.assert_array_equal(a, before[name], err_msg=name)


@over("batch of one")
def test_batch_of_one(op):
    arguments = op.arguments(rng_of(op), N=1)
    if op.naive:
        compare_naive(op, arguments)
    if op.backward:
        compare_differences(op, arguments)


@over("empty batch")
def test_empty_batch(op):
    """No samples: results without samples, and parameters with a gradient of zero."""
    arguments = op.arguments(rng_of(op), N=0)
    full = op.arguments(rng_of(op))
    outs, _ = op.out(arguments)
    for out, usual in zip(outs, op.out(full)[0], strict=True):
        assert out.size == 0 and out.ndim == usual.ndim
    if op.backward:
        for name, gradient in gradients(op, arguments)[0].items():
            assert gradient.shape == arguments[name].shape
            assert not gradient.any()


@over("±1000")
def test_stable(op):
    """Arguments a thousand times as large: finite results, no overflow on the way."""
    arguments = op.arguments(rng_of(op))
    scaled = op.gradients if op.backward else floats(arguments)
    large = {name: a * 1000 if name in scaled else a for name, a in arguments.items()}
    with np.errstate(over="raise", invalid="raise", divide="raise"):
        outs, cache = op.out(large)
        assert all(np.isfinite(out).all() for out in outs)
        if op.backward:
            assert all(np.isfinite(g).all() for g in op.back(upstream(np.random.default_rng(1), outs), cache).values())


@over("errors")
def test_errors(op):
    """A wrong shape is one sentence: what was found, what was expected."""
    assert op.errors
    for changed, sentence in op.errors:
        arguments = op.arguments(rng_of(op))
        for name in changed.keys() & arguments.keys():
            arguments[name] = changed[name]
        with pytest.raises(ValueError, match=f"^{re.escape(sentence)}$"):
            op.out(arguments, **{name: changed[name] for name in changed.keys() - arguments.keys()})
    if op.backward:
        outs, cache = op.out(op.arguments(rng_of(op)))
        with pytest.raises(ValueError, match="; expected "):
            op.back(tuple(np.zeros((*np.shape(out), 1)) for out in outs), cache)
