"""Ids and text: vocabulary, sums, embedding, and a loss that padding does not touch."""

import numpy as np
import pytest
from nnref.embedding import TimeEmbedding, embedding_backward, embedding_forward
from nnref.sequence_loss import TimeSoftmaxWithLoss, masked_softmax_loss, perplexity
from nnref.text import Vocab, make_additions
from nnref.time_affine import TimeAffine, time_affine_backward, time_affine_forward

N, T, K = 4, 5, 7


@pytest.fixture
def rng():
    return np.random.default_rng(22)


@pytest.fixture
def tokens(rng):
    """Scores, ids and mask of sequences of the lengths 5, 3, 1 and 4."""
    mask = np.arange(T) < np.array([[5], [3], [1], [4]])
    return rng.normal(size=(N, T, K)), np.where(mask, rng.integers(1, K, (N, T)), 0), mask


# Vocab


def test_ids_are_different_and_not_those_of_padding():
    vocab = Vocab("hello, world")
    ids = vocab.encode("".join(vocab.characters))
    assert len(set(ids.tolist()) | {vocab.PAD, vocab.START, vocab.END}) == len(vocab) == 3 + len(set("hello, world"))
    assert ids.min() == 3 and ids.max() == len(vocab) - 1
    assert list(ids) == sorted(ids)  # in sorted order, whatever the text's order
    np.testing.assert_array_equal(Vocab("dlrow ,olleh").encode("hello"), vocab.encode("hello"))


def test_decode_undoes_encode_and_leaves_out_what_is_no_text():
    vocab = Vocab("12+")
    assert vocab.decode(vocab.encode("1+2+1")) == "1+2+1"
    assert vocab.decode([vocab.START, *vocab.encode("21"), vocab.PAD]) == "21"
    assert vocab.decode([*vocab.encode("21"), vocab.END, *vocab.encode("12")]) == "21"
    assert vocab.decode(vocab.encode("")) == ""


def test_a_batch_is_filled_up_with_padding():
    vocab = Vocab("ab")
    np.testing.assert_array_equal(vocab.batch(["ab", "b"]), [[3, 4], [4, 0]])
    np.testing.assert_array_equal(vocab.batch(["ab", "b", ""], end=True), [[3, 4, 2], [4, 2, 0], [2, 0, 0]])
    assert [vocab.decode(row) for row in vocab.batch(["ab", "b", ""], end=True)] == ["ab", "b", ""]
    assert vocab.batch([]).shape == (0, 0) and vocab.batch(["a"]).dtype.kind == "i"


def test_an_unknown_character_or_id_is_named():
    with pytest.raises(ValueError, match=r"^Vocab: found 'c'; expected one of 'ab'$"):
        Vocab("ba").encode("abc")
    with pytest.raises(ValueError, match="^Vocab: found the id 5; expected whole numbers from 0 to 4$"):
        Vocab("ba").decode([3, 5])
    with pytest.raises(ValueError, match="^Vocab: found the id -1"):
        Vocab("ba").decode([-1])


# Sums


def test_additions_are_right_and_never_twice(rng):
    train, test = make_additions(rng, N=3000, digits=2, test=0.2)
    assert (len(train), len(test)) == (2400, 600)
    questions = [question for question, _ in train + test]
    assert len(set(questions)) == 3000  # so none of the test is one of training
    for question, answer in train + test:
        a, b = question.split("+")
        assert answer == str(int(a) + int(b)) and len(max(a, b, key=len)) <= 2
        assert question == f"{int(a)}+{int(b)}"  # no blanks, no zeros in front


def test_additions_can_be_all_there_are(rng):
    train, test = make_additions(rng, N=100, digits=1, test=0.25)
    assert {question for question, _ in train + test} == {f"{a}+{b}" for a in range(10) for b in range(10)}
    assert train != sorted(train)
    with pytest.raises(ValueError, match="^make_additions: found N 101; expected from 0 to 100, as many as there are"):
        make_additions(rng, N=101, digits=1)
    with pytest.raises(ValueError, match="^make_additions: found test 1.5; expected a share from 0 to 1$"):
        make_additions(rng, N=10, test=1.5)


def test_additions_are_drawn_evenly():
    """The mean summand of the test's 1,000 of 10,000: 49.5, within 5.5 standard errors (28.9/√1000); 4e-8 each."""
    _, test = make_additions(np.random.default_rng(0), N=2000, test=0.5)
    for summand in np.array([question.split("+") for question, _ in test], float).T:
        assert abs(summand.mean() - 49.5) < 5.5 * 28.9 / 1000**0.5


def test_additions_follow_the_generator():
    same = [make_additions(np.random.default_rng(seed), N=50) for seed in (1, 1, 2)]
    assert same[0] == same[1] != same[2]


# Embedding and affine layer


def test_gradients_of_a_repeated_id_are_added():
    ids, W = np.array([[1, 1, 3]]), np.zeros((5, 2))
    _, cache = embedding_forward(ids, W)
    dW = embedding_backward(np.array([[[1.0, 2], [10, 20], [5, 6]]]), cache)["W"]
    np.testing.assert_array_equal(dW, [[0, 0], [11, 22], [0, 0], [5, 6], [0, 0]])  # as large as W


def test_embedding_is_one_hot_rows_times_W(rng):
    ids, W = rng.integers(0, 6, (N, T)), rng.normal(size=(6, 3))
    out, cache = embedding_forward(ids, W)
    one_hot, dout = np.eye(6)[ids], rng.normal(size=(N, T, 3))
    np.testing.assert_allclose(out, one_hot @ W, rtol=1e-14)
    np.testing.assert_allclose(
        embedding_backward(dout, cache)["W"], np.einsum("ntv,nte->ve", one_hot, dout), rtol=1e-12
    )


def test_embedding_wants_whole_numbers(rng):
    with pytest.raises(ValueError, match="^embedding: found the label 0.5; expected whole numbers from 0 to 5$"):
        embedding_forward(np.array([[0.5]]), np.zeros((6, 3)))


def test_time_embedding(rng):
    W, other = rng.normal(size=(6, 3)), TimeEmbedding(np.zeros((6, 3)))
    layer, dout = TimeEmbedding(W), rng.normal(size=(N, T, 3))
    kept = layer.grads[0]
    ids = rng.integers(0, 6, (N, T))
    np.testing.assert_array_equal(layer.forward(ids), W[ids])
    assert layer.params[0] is W and layer.backward(dout) is None
    np.testing.assert_array_equal(kept, embedding_backward(dout, (ids, W.shape))["W"])
    layer.backward(dout)
    np.testing.assert_array_equal(kept, embedding_backward(dout, (ids, W.shape))["W"])  # not added up over calls
    assert not other.grads[0].any()


def test_time_affine_shares_its_weights_over_time(rng):
    W, b, x, dout = (rng.normal(size=shape) for shape in ((3, 2), (2,), (N, T, 3), (N, T, 2)))
    layer = TimeAffine(W, b)
    kept = list(layer.grads)
    out, cache = time_affine_forward(x, W, b)
    dx, grads = time_affine_backward(dout, cache)
    np.testing.assert_array_equal(layer.forward(x), out)
    np.testing.assert_array_equal(layer.backward(dout), dx)
    np.testing.assert_array_equal(kept[0], grads["W"])
    np.testing.assert_allclose(kept[1], dout.sum(axis=(0, 1)), rtol=1e-12)
    assert layer.params[0] is W and layer.params[1] is b


# Loss and perplexity


def test_more_padding_changes_nothing(rng, tokens):
    scores, t, mask = tokens
    loss, dscores = masked_softmax_loss(scores, t, mask)
    longer = [np.concatenate([a, np.zeros((N, 3, *a.shape[2:]), a.dtype)], axis=1) for a in (scores, t, mask)]
    longer[0][:, T:] = rng.normal(size=(N, 3, K)) * 100
    again, longer_dscores = masked_softmax_loss(*longer)
    assert again == loss
    np.testing.assert_array_equal(longer_dscores[:, :T], dscores)
    assert not longer_dscores[:, T:].any() and not dscores[~mask].any()
    assert dscores[mask].all()


def test_each_token_has_the_same_weight(rng, tokens):
    """The mean over the 13 tokens, not over the 20 places nor over the 4 sequences."""
    scores, t, mask = tokens
    z = scores[mask]
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    loss, dscores = masked_softmax_loss(scores, t, mask)
    assert loss == pytest.approx(-log_p[np.arange(13), t[mask]].sum() / 13, rel=1e-13)
    np.testing.assert_allclose(dscores.sum(axis=2), 0, atol=1e-16)
    np.testing.assert_allclose(dscores[mask][np.arange(13), t[mask]], (np.exp(log_p[np.arange(13), t[mask]]) - 1) / 13)


def test_known_loss_and_a_mask_of_numbers(tokens):
    _, t, mask = tokens
    loss, _ = masked_softmax_loss(np.full((N, T, K), -1000.0), t, mask.astype(int))
    assert loss == pytest.approx(np.log(K))
    assert perplexity(np.zeros((N, T, K)), t, mask) == pytest.approx(K)


def test_padding_may_hold_any_id_and_any_score(tokens):
    scores, t, mask = tokens
    expected = masked_softmax_loss(scores, t, mask)
    loss, dscores = masked_softmax_loss(np.where(mask[..., None], scores, np.nan), np.where(mask, t, -1), mask)
    assert loss == expected[0]
    np.testing.assert_array_equal(dscores, expected[1])


def test_an_id_that_counts_must_be_one(tokens):
    scores, t, mask = tokens
    t[0, 0] = K
    with pytest.raises(ValueError, match="found the label 7; expected whole numbers from 0 to 6"):
        masked_softmax_loss(scores, t, mask)


def test_loss_layer(tokens):
    scores, t, mask = tokens
    layer, every = TimeSoftmaxWithLoss(pad=0), TimeSoftmaxWithLoss()
    loss, dscores = masked_softmax_loss(scores, t, mask)
    assert layer.forward(scores, t) == loss
    assert every.forward(scores, t) == masked_softmax_loss(scores, t, np.ones((N, T)))[0]
    first = layer.backward()
    np.testing.assert_array_equal(first, dscores)
    first[...] = 0
    np.testing.assert_array_equal(layer.backward(), dscores)  # a second time the same
    np.testing.assert_allclose(layer.backward(-2.5), -2.5 * dscores, rtol=1e-13)
    assert layer.params == layer.grads == []


def test_perplexity_counts_the_tokens_between_which_a_model_wavers(tokens):
    _, t, mask = tokens
    t = np.minimum(t, 2)
    scores = np.where(np.arange(K) < 3, 0.0, -np.inf) + np.zeros((N, T, K))
    assert perplexity(scores, t, mask) == pytest.approx(3)
    assert perplexity(np.eye(K)[t] * 1000, t, mask) == 1
    with np.errstate(over="raise"):
        assert perplexity(np.eye(K)[t] * -1000.0, t, mask) == np.inf
