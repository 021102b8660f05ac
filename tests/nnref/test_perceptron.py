"""The perceptron and the linear model: known values of the curriculum."""

import numpy as np
import pytest
from nnref import perceptron as ref
from nnref.optimizers import SGD
from nnref.sequential import Dense, Sequential

PAIRS = [(0, 0), (0, 1), (1, 0), (1, 1)]
X = np.array([[1.0, a, b] for a, b in PAIRS])


def test_gates():
    assert [ref.AND(*p) for p in PAIRS] == [0, 0, 0, 1]
    assert [ref.OR(*p) for p in PAIRS] == [0, 1, 1, 1]
    assert [ref.NAND(*p) for p in PAIRS] == [1, 1, 1, 0]
    assert [ref.XOR().forward(*p) for p in PAIRS] == [0, 1, 1, 0]


def test_two_updates_of_another_textbook():
    """w = [.3, .4, .1], eta = .05, x0 = -1: [.4, .3, .1] after two updates on the data of AND."""
    w, updates = np.array([0.3, 0.4, 0.1]), 0
    for _ in range(3):
        for (a, b), t in zip(PAIRS, [0, 0, 0, 1], strict=True):
            new = ref.perceptron_step(w, np.array([-1.0, a, b]), t, 0.05)
            updates += not np.array_equal(new, w)
            w = new
    assert updates == 2
    np.testing.assert_allclose(w, [0.4, 0.3, 0.1])


def test_and_in_six_epochs_and_xor_never():
    w, errors, converged = ref.perceptron_fit(X, np.array([0, 0, 0, 1]), 0.5, 50)
    assert errors == [1, 3, 3, 2, 1, 0] and converged and list(w) == [-1, 1, 0.5]
    _, errors, converged = ref.perceptron_fit(X, np.array([0, 1, 1, 0]), 0.5, 50)
    assert len(errors) == 50 and not converged


def test_decision_boundary():
    assert ref.decision_boundary([-1.5, 1, 2]) == (-0.5, 0.75)
    assert ref.decision_boundary([1.0, 2, 0]) == (np.inf, -0.5)


def test_a_linear_unit_answers_xor_with_a_half_and_and_with_least_squares():
    for y, W, b in (([0, 1, 1, 0], [0, 0], 0.5), ([0, 0, 0, 1], [0.5, 0.5], -0.25)):
        model = Sequential([Dense(2, 1)])
        model.compile(SGD(0.5), "mse")
        history = model.fit(X[:, 1:], np.array(y, dtype=float), 400)
        np.testing.assert_allclose(model.layers[0].W[:, 0], W, atol=1e-6)
        np.testing.assert_allclose(model.layers[0].b, b, atol=1e-6)
        assert history[0] > history[-1]


def test_an_unknown_loss_is_one_sentence():
    with pytest.raises(ValueError, match="found the loss 'huber'; expected 'mse'"):
        Sequential([Dense(1, 1)]).compile(SGD(0.1), "huber")
