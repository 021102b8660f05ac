"""A network that writes: what it sees, what it carries from step to step, and what it learns."""

import numpy as np
import pytest
from nnref.activations import softmax
from nnref.gradient_check import directional_derivative
from nnref.language_model import LanguageModel
from nnref.lstm import lstm_step_forward
from nnref.rnn import clip_grads
from nnref.seq2seq import Seq2Seq
from nnref.text import Vocab

V, E, H, N, S, T = 9, 3, 4, 5, 6, 3


@pytest.fixture
def rng():
    return np.random.default_rng(23)


@pytest.fixture
def batch(rng):
    target = rng.integers(3, V, (N, T))
    target[1, 2] = target[3, 1] = Vocab.END
    target[3, 2] = Vocab.PAD
    return rng.integers(0, V, (N, S)), target


def seq2seq(rng):
    return Seq2Seq(V, E, H, rng, np.float64)


def log_probabilities(model, source, given):
    """Seq2Seq step by step: log p (N, T, V) of the ids that follow `given` (N, T)."""
    read_W, *read, write_W, Wx, Wh, b, W, bias = model.params
    h = c = np.zeros((len(source), H))
    for ids in source.T:
        (h, c), _ = lstm_step_forward(read_W[ids], h, c, *read)
    out = []
    for ids in given.T:
        (h, c), _ = lstm_step_forward(write_W[ids], h, c, Wx, Wh, b)
        out.append(np.log(softmax(h @ W + bias)))
    return np.stack(out, axis=1)


def naive_loss(model, source, target):
    given = np.column_stack([np.full(N, Vocab.START), target[:, :-1]])
    log_p = log_probabilities(model, source, given)
    counted = [log_p[n, t, target[n, t]] for n, t in np.ndindex(N, T) if target[n, t] != Vocab.PAD]
    return -sum(counted) / len(counted)


def test_seq2seq_is_the_steps_one_after_the_other(rng, batch):
    model = seq2seq(rng)
    loss = naive_loss(model, *batch)
    assert model.forward(*batch) == pytest.approx(loss, rel=1e-12)
    assert model.forward(*batch) == pytest.approx(loss, rel=1e-12)  # no state is left from the first time
    model.forward(batch[0][:2], batch[1][:2])  # nor from another number of sequences
    assert model.forward(*batch) == pytest.approx(loss, rel=1e-12)


def test_gradients_of_seq2seq(rng, batch):
    model = seq2seq(rng)
    with pytest.raises(RuntimeError, match="found backward before forward"):
        model.backward()
    kept = list(model.grads)
    model.forward(*batch)
    assert model.backward(2.0) is None
    model.forward(*batch)
    model.backward(2.0)  # not added up over calls
    assert len(kept) == len(model.params) == 10
    for k, (p, g) in enumerate(zip(model.params, kept, strict=True)):
        v, value = rng.normal(size=p.shape), p.copy()

        def loss(a, p=p):
            p[...] = a
            return 2 * model.forward(*batch)

        numeric = directional_derivative(loss, value, v)
        p[...] = value
        assert numeric == pytest.approx(np.sum(v * g), rel=1e-7), f"parameter {k}"


def test_the_encoder_is_reached_by_h_and_by_c(rng, batch):
    """With a shut output gate of the encoder h is 0, and only c can carry the source over."""
    model = seq2seq(rng)
    model.params[3][3 * H :] = -1000
    loss = model.forward(*batch)
    model.backward()
    assert loss == pytest.approx(naive_loss(model, *batch), rel=1e-12)
    assert np.abs(model.grads[1]).sum() > 1e-6
    assert loss != model.forward(batch[0][::-1], batch[1])


def test_the_decoder_does_not_see_what_it_has_to_say(rng, batch):
    """The last token of the target is asked for, and given to nobody."""
    model, (source, target) = seq2seq(rng), batch
    written = model.write
    model.forward(source, target)
    state = written.last[0]
    changed = target.copy()
    changed[:, -1] = (changed[:, -1] + 1) % V
    model.forward(source, changed)
    np.testing.assert_array_equal(written.last[0], state)
    changed[:, 0] = (changed[:, 0] + 1) % V
    model.forward(source, changed)
    assert (written.last[0] != state).any(axis=1).all()


def test_seq2seq_writes_the_best_id_and_reads_it(rng, batch):
    model, source = seq2seq(rng), batch[0]
    ids = model.generate(source, 7)
    assert ids.shape == (N, 7)
    given = np.column_stack([np.full(N, Vocab.START), ids[:, :-1]])
    np.testing.assert_array_equal(log_probabilities(model, source, given).argmax(axis=2), ids)
    np.testing.assert_array_equal(model.generate(source, 7), ids)
    np.testing.assert_array_equal(model.generate(source[:1], 7), ids[:1])


def sgd(model, lr, velocity):
    """One step of gradient descent with momentum."""
    clip_grads(model.grads, 1)
    for p, g, v in zip(model.params, model.grads, velocity, strict=True):
        v *= 0.9
        v -= lr * g
        p += v


def test_seq2seq_learns_to_turn_three_letters_around(rng):
    vocab = Vocab("abc")
    texts = [a + b + c for a in "abc" for b in "abc" for c in "abc"]
    model = Seq2Seq(len(vocab), 8, 24, rng)
    source, target = vocab.batch(texts), vocab.batch([text[::-1] for text in texts], end=True)
    velocity = [np.zeros_like(p) for p in model.params]
    for _ in range(300):
        model.forward(source, target)
        model.backward()
        sgd(model, 0.2, velocity)
    written = [vocab.decode(ids) for ids in model.generate(source, 6)]
    assert np.mean([answer == text[::-1] for answer, text in zip(written, texts, strict=True)]) > 0.9
    assert all(p.dtype == np.float32 for p in model.params + model.grads)


# Language model


def test_a_text_can_be_learnt_in_pieces(rng):
    model = LanguageModel(V, E, H, rng, np.float64)
    ids = rng.integers(0, V, (2, 9))
    whole = model.predict(ids[:, :-1])
    model.reset_state()
    np.testing.assert_allclose(model.predict(ids[:, :3]), whole[:, :3], rtol=1e-12)
    np.testing.assert_allclose(model.predict(ids[:, 3:-1]), whole[:, 3:], rtol=1e-12)
    model.reset_state()
    p = softmax(whole)
    loss = -np.mean(np.log([p[n, t, ids[n, t + 1]] for n, t in np.ndindex(2, 8)]))
    assert model.forward(ids[:, :-1], ids[:, 1:]) == pytest.approx(loss)
    model.backward()
    assert all(g.any() for g in model.grads)


def test_generating_is_reading_all_before_and_drawing_the_next(rng):
    """Without any state: the whole text is read again for every id."""
    model = LanguageModel(V, E, H, rng, np.float64)
    for start in (4, [4, 5, 3]):
        ids = model.generate(start, 12, np.random.default_rng(5), T=0.7)
        text, draws = np.reshape(start, -1).tolist(), np.random.default_rng(5)
        for _ in range(12):
            model.reset_state()
            p = softmax(model.predict(np.array([text]))[0, -1] / 0.7)
            text.append(int(draws.choice(V, p=p)))
        assert ids.tolist() == text[-12:]
    model.reset_state()
    ids = model.generate(4, 40, np.random.default_rng(6))
    first = model.predict(np.array([[3, 4]]))
    model.reset_state()
    np.testing.assert_array_equal(model.predict(np.array([[3, 4]])), first)  # nothing is left of it
    model.reset_state()
    model.predict(np.array([[3, 4], [5, 6]]))
    assert model.generate(4, 40, np.random.default_rng(6)).tolist() == ids.tolist()  # nor does it go on from before
    assert model.generate(4, 0, rng).shape == (0,)


@pytest.mark.parametrize("T", [0.5, 1.0, 3.0])
def test_ids_are_drawn_with_the_probabilities_of_the_temperature(rng, T):
    """p^(1/T), normalized. Bounds of 5.5 standard errors on 3 shares of 2,000 draws: false alarms below 2e-7."""
    model = LanguageModel(3, E, H, rng)
    p = np.array([0.7, 0.2, 0.1])
    model.params[-2][...] = 0  # scores are log p, whatever came before
    model.params[-1][...] = np.log(p)
    share = np.bincount(model.generate(0, 2000, rng, T=T), minlength=3) / 2000
    expected = p ** (1 / T) / np.sum(p ** (1 / T))
    assert (np.abs(share - expected) < 5.5 * np.sqrt(expected * (1 - expected) / 2000)).all()


def test_a_cold_model_takes_the_best_and_zero_is_refused(rng):
    model = LanguageModel(V, E, H, rng)
    cold = [model.generate(4, 10, np.random.default_rng(seed), T=1e-4).tolist() for seed in (0, 1)]
    hot = [model.generate(4, 10, np.random.default_rng(seed), T=1e4).tolist() for seed in (0, 1)]
    assert cold[0] == cold[1] and hot[0] != hot[1]
    with pytest.raises(ValueError, match="^generate: found T 0; expected a number above 0$"):
        model.generate(4, 10, rng, T=0)


def test_a_language_model_learns_a_rhyme(rng):
    vocab = Vocab("abcd")
    ids = vocab.encode("abcdabdc" * 12)  # after b, what comes depends on what came long before
    model = LanguageModel(len(vocab), 6, 16, rng)
    velocity = [np.zeros_like(p) for p in model.params]
    for _ in range(40):
        model.reset_state()
        for piece in range(0, 80, 16):
            loss = model.forward(ids[None, piece : piece + 16], ids[None, piece + 1 : piece + 17])
            model.backward()
            sgd(model, 0.1, velocity)
    assert loss < 0.1
    assert vocab.decode(model.generate(vocab.encode("abcdab"), 8, rng, T=0.1)) == "dcabcdab"
