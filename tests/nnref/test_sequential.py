"""The model that trains itself: against PyTorch, by known values, and what it shows its layers."""

import numpy as np
import pytest
from nnlab.data import digits
from nnref.affine import Affine
from nnref.evaluation import split
from nnref.initializers import he_normal
from nnref.layer import Layer
from nnref.layers import Relu
from nnref.optimizers import SGD, Momentum
from nnref.sequential import Dense, Sequential

from tests.conftest import pytorch

X = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]])
AND, XOR = np.array([0, 0, 0, 1]), np.array([0, 1, 1, 0])


class Spy(Layer):
    """Passes everything on, and notes what it was shown in and out of training."""

    def __init__(self):
        super().__init__()
        self.trained, self.tested = [], []

    def forward(self, x, train=False):
        (self.trained if train else self.tested).append(np.copy(x))
        return x.copy()

    def backward(self, dout):
        return dout


def model_of(seed, sizes, loss="softmax_cross_entropy", optimizer=None):
    rng = np.random.default_rng(seed)
    first, second = (Affine(he_normal(D, M, rng), np.zeros(M)) for D, M in zip(sizes[:-1], sizes[1:], strict=True))
    spy = Spy()
    model = Sequential([spy, first, Relu(), second])
    model.compile(optimizer or SGD(0.1), loss)
    return model, spy


def test_and_as_in_the_lesson_of_u02():
    """The losses of unit u02: 0.25, then 0.15625; targets (N,) and (N, 1) mean the same."""
    for y in (AND, AND[:, np.newaxis], AND.tolist()):
        model = Sequential([Dense(2, 1)])
        model.compile(SGD(0.5), "mse")
        history = model.fit(X, y, 2)
        assert history == model.history["loss"] == [0.25, 0.15625] and list(model.history) == ["loss"]
        assert all(type(number) is float for number in history)
        np.testing.assert_allclose(model.evaluate(X, y), np.mean((model.predict(X)[:, 0] - AND) ** 2))
    assert model.fit(X, y, 0) == [] and model.predict(X).shape == (4, 1)


def test_dense_takes_values_without_changing_its_arrays():
    first, second = Dense(3, 2), Dense(3, 2)
    W, b = first.params
    assert not W.any() and not b.any() and (W.shape, b.shape) == ((3, 2), (2,))
    values = np.arange(6.0).reshape(3, 2)
    first.W, first.b = values, [1, -1]
    assert first.W is W is first.params[0] and first.b is b is first.params[1]
    np.testing.assert_array_equal(first.forward(np.array([[1.0, 10, 100]])), [[421, 530]])
    values[:] = 7
    assert W[0, 0] == 0 and not second.W.any() and not second.b.any()


@pytest.mark.parametrize("loss", ["mse", "softmax_cross_entropy"])
def test_three_epochs_as_in_pytorch(loss):
    torch = pytorch()
    rng = np.random.default_rng(0)
    x, y = rng.normal(size=(7, 5)), rng.normal(size=(7, 3)) if loss == "mse" else rng.integers(0, 3, 7)
    model, _ = model_of(1, (5, 4, 3), loss, Momentum(0.1, 0.9))
    W1, b1, W2, b2 = params = [torch.tensor(p, requires_grad=True) for p in model.params]
    before = x.copy(), y.copy()
    history = model.fit(x, y, 3)
    theirs = torch.nn.functional.mse_loss if loss == "mse" else torch.nn.functional.cross_entropy
    optimizer = torch.optim.SGD(params, lr=0.1, momentum=0.9)
    for ours in history:
        out = theirs(torch.relu(torch.tensor(x) @ W1 + b1) @ W2 + b2, torch.tensor(y))
        np.testing.assert_allclose(ours, out.item(), rtol=1e-12)
        optimizer.zero_grad()
        out.backward()
        optimizer.step()
    for param, tensor in zip(model.params, params, strict=True):
        np.testing.assert_allclose(param, tensor.detach().numpy(), rtol=1e-10)
    np.testing.assert_array_equal(x, before[0])
    np.testing.assert_array_equal(y, before[1])


def test_params_are_those_of_the_layers():
    model, _ = model_of(0, (5, 4, 3))
    for name in ("params", "grads"):
        ours, theirs = getattr(model, name), [a for layer in model.layers for a in getattr(layer, name)]
        assert len(ours) == 4 and all(a is b for a, b in zip(ours, theirs, strict=True))


def test_xor_needs_the_second_layer():
    model, _ = model_of(3, (2, 8, 2), optimizer=SGD(0.5))
    losses = model.fit(X, XOR, 500)
    assert model.predict(X).argmax(axis=1).tolist() == XOR.tolist() and losses[-1] < 0.05 < losses[0]


def test_every_epoch_shows_every_sample_once_in_a_new_order():
    x, y = np.arange(10.0)[:, np.newaxis] + [0, 100, 200], np.arange(10) % 2
    model, spy = model_of(0, (3, 4, 2), optimizer=SGD(0.0))
    losses = model.fit(x, y, 3, batch_size=4, rng=np.random.default_rng(0))
    assert [len(batch) for batch in spy.trained] == [4, 4, 2] * 3 and not spy.tested
    epochs = [np.concatenate(spy.trained[i : i + 3])[:, 0] for i in (0, 3, 6)]
    for epoch in epochs:
        np.testing.assert_array_equal(np.sort(epoch), np.arange(10))
    assert len({tuple(epoch) for epoch in epochs}) == 3
    # nothing was learnt at lr = 0: so the mean over the batches, the last one smaller, is that over all
    loss, accuracy = model.evaluate(x, y)
    np.testing.assert_allclose(losses, loss, rtol=1e-12)
    np.testing.assert_allclose(model.history["accuracy"], accuracy, rtol=1e-12)


def test_samples_and_targets_stay_together():
    """The target is the sign of the first input: learnt only where they do."""
    rng = np.random.default_rng(0)
    x = rng.normal(size=(200, 2))
    model, _ = model_of(0, (2, 8, 2))
    model.fit(x, (x[:, 0] > 0).astype(int), 20, batch_size=16, rng=rng)
    assert model.history["accuracy"][-1] > 0.95


def test_a_full_batch_is_one_update_in_order():
    model, spy = model_of(0, (2, 4, 2))
    model.fit(X, AND, 2)
    assert len(spy.trained) == 2
    for shown in spy.trained:
        np.testing.assert_array_equal(shown, X)


def test_validation_is_not_learnt_from():
    x, y = np.random.default_rng(1).normal(size=(1500, 2)), np.arange(1500) % 2
    plain, _ = model_of(0, (2, 4, 2))
    plain.fit(X, AND, 2)
    model, spy = model_of(0, (2, 4, 2))
    returned = model.fit(X, AND, 2, validation=(x, y))
    assert list(model.history) == ["loss", "accuracy", "validation_loss", "validation_accuracy"]
    assert all(len(numbers) == 2 for numbers in model.history.values()) and returned == plain.history["loss"]
    for a, b in zip(model.params, plain.params, strict=True):
        np.testing.assert_array_equal(a, b)
    assert len(spy.trained) == 2 and [len(part) for part in spy.tested] == [1000, 500] * 2
    found = [model.history[name][-1] for name in ("validation_loss", "validation_accuracy")]
    np.testing.assert_allclose(found, model.evaluate(x, y))  # after the last update
    scores = model.predict(x)
    np.testing.assert_allclose(found[1], np.mean(scores.argmax(axis=1) == y))


def test_history_is_that_of_the_last_fit_and_labels_may_be_one_hot():
    model, _ = model_of(0, (2, 4, 2))
    model.fit(X, AND, 3, validation=(X, AND))
    again, _ = model_of(0, (2, 4, 2))
    again.fit(X, np.eye(2)[AND], 3)
    assert again.history["loss"] == model.history["loss"] and again.history["accuracy"] == model.history["accuracy"]
    model.fit(X, AND, 1)
    assert {name: len(numbers) for name, numbers in model.history.items()} == {"loss": 1, "accuracy": 1}


def test_progress_is_one_line_for_each_epoch(capsys):
    model, _ = model_of(0, (2, 4, 2))
    model.fit(X, AND, 2)
    assert capsys.readouterr() == ("", "")
    model.fit(X, AND, 2, batch_size=1, rng=np.random.default_rng(0), validation=(X, AND), progress=True)
    out, err = capsys.readouterr()
    assert err == "" and out.count("\n") == 2
    first, second = (line.split("\r") for line in out.rstrip("\n").split("\n"))
    assert first[1:4] == ["epoch 1/2 [##........]", "epoch 1/2 [#####.....]", "epoch 1/2 [#######...]"]
    last = "  ".join(f"{name} {numbers[-1]:.4f}" for name, numbers in model.history.items())
    assert second[-1] == f"epoch 2/2 [##########]  {last}"
    model.fit(np.tile(X, (10, 1)), np.tile(AND, 10), 1, batch_size=1, rng=np.random.default_rng(0), progress=True)
    assert capsys.readouterr().out.count("\r") == 10  # of 40 batches


def test_what_does_not_fit_is_one_sentence():
    model, _ = model_of(0, (2, 4, 2))
    with pytest.raises(
        ValueError, match="^compile: found the loss 'huber'; expected 'mse' or 'softmax_cross_entropy'$"
    ):
        model.compile(SGD(0.1), "huber")
    with pytest.raises(ValueError, match="^fit: found batch_size 2 without rng; expected a np.random.Generator$"):
        model.fit(X, AND, 1, batch_size=2)
    with pytest.raises(ValueError, match="^fit: found an empty batch; expected at least one sample$"):
        model.fit(X[:0], AND[:0], 1, batch_size=2, rng=np.random.default_rng(0))
    with pytest.raises(ValueError, match="^evaluate: y has 3 samples; expected 4, as many as X$"):
        model.evaluate(X, AND[:3])
    with pytest.raises(ValueError, match=r"has shape \(3,\); expected \(N=4,\)$"):
        model.fit(X, AND[:3], 1)
    for use in (lambda: Sequential([Dense(2, 1)]).fit(X, AND, 1), lambda: Sequential([Dense(2, 1)]).evaluate(X, AND)):
        with pytest.raises(RuntimeError, match="^Sequential: found no loss; call compile first$"):
            use()
    regression = Sequential([Dense(2, 2)])
    regression.compile(SGD(0.1), "mse")
    with pytest.raises(ValueError, match=r"^mse: t has shape \(4, 1\); expected "):
        regression.fit(X, AND, 1)  # (4, 1) would spread over (4, 2)


def test_handwritten_digits():
    """The curriculum's 97 to 98 % on digits that were not learnt from."""
    rng = np.random.default_rng(0)
    (x, y), test = split(*digits(), (0.7, 0.3), rng)
    first, second = Affine(he_normal(64, 64, rng), np.zeros(64)), Affine(he_normal(64, 10, rng), np.zeros(10))
    model = Sequential([first, Relu(), second])
    model.compile(Momentum(0.1), "softmax_cross_entropy")
    model.fit(x, y, 20, batch_size=32, rng=rng, validation=test)
    assert model.history["validation_accuracy"][-1] > 0.96
