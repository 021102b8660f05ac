"""Optimizers: twenty steps beside torch.optim, in place, with a state for each parameter."""

import tracemalloc

import numpy as np
import pytest
from nnref import optimizers
from nnref.optimizers import SGD, AdaGrad, Adam, Momentum, RMSProp, gradient_descent

from tests.conftest import pytorch

PEERS = {
    "SGD": (lambda: SGD(0.1), lambda torch, p: torch.optim.SGD(p, 0.1)),
    "Momentum": (lambda: Momentum(0.1, 0.8), lambda torch, p: torch.optim.SGD(p, 0.1, momentum=0.8)),
    "AdaGrad": (lambda: AdaGrad(0.1, 1e-3), lambda torch, p: torch.optim.Adagrad(p, 0.1, eps=1e-3)),
    "RMSProp": (lambda: RMSProp(0.1, 0.9, 1e-3), lambda torch, p: torch.optim.RMSprop(p, 0.1, alpha=0.9, eps=1e-3)),
    "Adam": (lambda: Adam(0.1, 0.8, 0.9, 1e-3), lambda torch, p: torch.optim.Adam(p, 0.1, (0.8, 0.9), eps=1e-3)),
}
DEFAULTS = {
    "SGD": (SGD, lambda torch, p: torch.optim.SGD(p, 0.01)),
    "Momentum": (Momentum, lambda torch, p: torch.optim.SGD(p, 0.01, momentum=0.9)),
    "AdaGrad": (AdaGrad, lambda torch, p: torch.optim.Adagrad(p)),
    "RMSProp": (RMSProp, lambda torch, p: torch.optim.RMSprop(p)),
    "Adam": (Adam, lambda torch, p: torch.optim.Adam(p)),
}
SHAPES = [(3, 4), (4,), (), (2, 3, 2)]
every = pytest.mark.parametrize("name", PEERS)


def draw(rng, shapes=SHAPES, dtype=np.float64):
    return [np.asarray(rng.normal(size=shape), dtype) for shape in shapes]


def steps(optimizer, params, seed=1, n=20):
    """Take n steps with random gradients, the last of them zero in places."""
    rng = np.random.default_rng(seed)
    for k in range(n):
        grads = [g * (rng.random(g.shape) < 0.7) if k % 3 else g for g in draw(rng, [p.shape for p in params])]
        optimizer.update(params, grads)
    return params


@every
@pytest.mark.parametrize("table", [PEERS, DEFAULTS], ids=["settings", "defaults"])
def test_twenty_steps_beside_pytorch(name, table, monkeypatch):
    torch = pytorch()
    monkeypatch.setattr(optimizers, "PIECE", 5)  # so that the arrays are worked on in pieces
    make, make_theirs = table[name]
    params = draw(np.random.default_rng(0))
    tensors = [torch.tensor(p, requires_grad=True) for p in params]
    ours, theirs = make(), make_theirs(torch, tensors)
    rng = np.random.default_rng(1)
    for k in range(20):
        if k == 10:  # a schedule: the learning rate changes
            ours.lr = theirs.param_groups[0]["lr"] = ours.lr / 10
        grads = draw(rng)
        grads[0][0] = 0
        for tensor, g in zip(tensors, grads, strict=True):
            tensor.grad = torch.tensor(g)
        theirs.step()
        ours.update(params, grads)
    for p, tensor in zip(params, tensors, strict=True):
        np.testing.assert_allclose(p, tensor.detach().numpy(), rtol=1e-12, atol=1e-12)


@every
def test_in_place_and_gradients_untouched(name):
    params, grads = draw(np.random.default_rng(0)), draw(np.random.default_rng(1))
    arrays, before, kept = list(params), [p.copy() for p in params], [g.copy() for g in grads]
    optimizer = PEERS[name][0]()
    for _ in range(3):
        optimizer.update(params, grads)
    assert all(p is a for p, a in zip(params, arrays, strict=True))
    assert all((p != b).all() for p, b in zip(params, before, strict=True))
    for g, k in zip(grads, kept, strict=True):
        np.testing.assert_array_equal(g, k)


@every
def test_each_parameter_and_each_optimizer_has_its_own_state(name):
    together = steps(PEERS[name][0](), [np.ones(3), np.full(3, 2.0)])
    rng = np.random.default_rng(1)
    a, b = PEERS[name][0](), PEERS[name][0]()
    p, q = [np.ones(3)], [np.full(3, 2.0)]
    for k in range(20):
        drawn = draw(rng, [(3,), (3,)])
        drawn = [g * (rng.random(3) < 0.7) if k % 3 else g for g in drawn]
        a.update(p, drawn[:1])
        b.update(q, drawn[1:])
    np.testing.assert_array_equal(together, [p[0], q[0]])


@every
def test_float32_stays_float32(name):
    optimizer = PEERS[name][0]()
    narrow = steps(optimizer, draw(np.random.default_rng(0), dtype=np.float32))
    wide = steps(PEERS[name][0](), [p.astype(float) for p in draw(np.random.default_rng(0), dtype=np.float32)])
    assert all(state.dtype == np.float32 for kept in optimizer.kept for state in kept)
    for a, b in zip(narrow, wide, strict=True):
        assert a.dtype == np.float32
        np.testing.assert_allclose(a, b, rtol=1e-3, atol=1e-4)


@every
def test_parameters_with_gaps_in_memory(name):
    usual = draw(np.random.default_rng(0), [(4, 6)])[0]
    wide = np.zeros((8, 6))
    wide[::2] = usual
    views = [usual.copy(order="F"), wide[::2]]
    for view in views:
        steps(PEERS[name][0](), [view])
    steps(PEERS[name][0](), [usual])
    for view in views:
        np.testing.assert_allclose(view, usual, rtol=1e-12)
    assert not wide[1::2].any()


@every
def test_a_large_parameter_needs_little_memory(name):
    p, g, optimizer = [np.ones(1_000_000, np.float32)], [np.ones(1_000_000, np.float32)], PEERS[name][0]()
    optimizer.update(p, g)  # makes the state
    tracemalloc.start()
    optimizer.update(p, g)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < p[0].nbytes / 4
    np.testing.assert_array_equal(p[0], p[0][0])  # every piece got its step


def test_the_first_step_of_adam_is_the_learning_rate():
    """With t from 1 and bias correction; a correction left out gives a third of it, or three times."""
    p = [np.zeros(3)]
    Adam(lr=0.001).update(p, [np.array([5.0, -0.1, 0.0])])
    np.testing.assert_allclose(p[0], [-0.001, 0.001, 0], rtol=1e-6)


def test_errors():
    with pytest.raises(ValueError, match="^SGD: found 2 params and 1 grads; expected 2 of each$"):
        SGD().update(draw(np.random.default_rng(0))[:2], [np.zeros((3, 4))])
    p, adam = [np.zeros(3), np.zeros((2, 2))], Adam()
    with pytest.raises(ValueError, match=r"^Adam: grads\[1\] has shape \(2,\); expected \(2, 2\)$"):
        adam.update(p, [np.ones(3), np.ones(2)])
    assert not p[0].any() and adam.t == 0  # nothing was done by halves
    adam.update(p, p)
    with pytest.raises(ValueError, match=r"^Adam: state\[0\] has shape \(3,\); expected \(4,\)$"):
        adam.update([np.zeros(4), p[1]], [np.zeros(4), p[1]])
    with pytest.raises(ValueError, match="^Adam: found 1 params and 1 grads; expected 2 of each$"):
        adam.update(p[:1], p[:1])
    for wrong in (np.zeros(3, int), [0.0, 0.0, 0.0]):
        with pytest.raises(ValueError, match=r"^SGD: found params\[0\] not an array of floats"):
            SGD().update([wrong], [np.zeros(3)])
    for make, sentence in [
        (lambda: SGD(-1), "SGD: found lr -1; expected 0 <= lr < inf"),
        (lambda: Momentum(0.1, 1), "Momentum: found momentum 1; expected 0 <= momentum < 1"),
        (lambda: Adam(beta2=1.5), "Adam: found beta2 1.5; expected 0 <= beta2 < 1"),
        (lambda: RMSProp(eps=np.nan), "RMSProp: found eps nan; expected 0 <= eps < inf"),
    ]:
        with pytest.raises(ValueError, match=f"^{sentence}$"):
            make()


def test_gradient_descent():
    x0 = np.array([4.0, -2.0])
    path = gradient_descent(lambda x: 2 * x, x0, 0.25, 3)  # halves x at each step
    assert path.tolist() == [[4, -2], [2, -1], [1, -0.5], [0.5, -0.25]] and x0.tolist() == [4, -2]
    assert not np.shares_memory(path, x0)
    assert gradient_descent(lambda x: 2 * x, 4, 0.25, 2).tolist() == [4, 2, 1]
    assert gradient_descent(lambda x: 2 * x, x0, 0.25, 0).tolist() == [[4, -2]]
    assert gradient_descent(lambda x: x, x0.astype(np.float32), 0.1, 2).dtype == np.float32

    def in_place(x):
        x *= 2
        return x

    assert gradient_descent(in_place, x0, 0.25, 1).tolist() == [[4, -2], [2, -1]]
    with pytest.raises(ValueError, match=r"^gradient_descent: f_grad has shape \(2, 1\); expected \(2,\)$"):
        gradient_descent(lambda x: x[:, np.newaxis], x0, 0.1, 1)
    with pytest.raises(ValueError, match="^gradient_descent: found -1 steps; expected a whole number of at least 0$"):
        gradient_descent(lambda x: x, x0, 0.1, -1)
