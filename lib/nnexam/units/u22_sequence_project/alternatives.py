"""u22_sequence_project: other right solutions, each written in another style. All must earn full marks."""

import math
from itertools import accumulate

import numpy as np

from .exercises import GENERATE, MASKED_SOFTMAX_LOSS, PERPLEXITY, SEQ2SEQ, TIME_EMBEDDING, VOCAB
from .other_models import InFloat32, StateSetByHand, StepByStep, WithInsert
from .other_words import (
    CodePoints,
    EmbeddingByIds,
    EmbeddingByLoops,
    EmbeddingByProduct,
    EmbeddingCounted,
    EmbeddingFloat32,
    OneList,
    SortedText,
    TwoDicts,
    all_shuffled,
    drawn_until_new,
    from_one_number,
    permuted,
)

VOCAB.alternative(OneList, all_shuffled)
VOCAB.alternative(TwoDicts, drawn_until_new)
VOCAB.alternative(SortedText, from_one_number)
VOCAB.alternative(CodePoints, permuted)

for other in (EmbeddingByLoops, EmbeddingByProduct, EmbeddingFloat32, EmbeddingByIds, EmbeddingCounted):
    TIME_EMBEDDING.alternative(other)


def chosen_first(scores, t, mask):
    """Padding is thrown out before anything else."""
    z, ids = scores[mask], t[mask]
    z = z - z.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    dscores = np.zeros_like(scores)
    dscores[mask] = (np.exp(log_p) - np.eye(z.shape[1])[ids]) / len(ids)
    return -log_p[np.arange(len(ids)), ids].mean(), dscores


def by_tokens(scores, t, mask):
    loss, dscores, M = 0.0, np.zeros(scores.shape), int(mask.sum())
    for n, i in zip(*np.nonzero(mask), strict=True):
        z = scores[n, i].tolist()
        top = max(z)
        total = sum(math.exp(s - top) for s in z)
        loss += (top + math.log(total) - z[t[n, i]]) / M
        dscores[n, i] = [math.exp(s - top) / total / M for s in z]
        dscores[n, i, t[n, i]] -= 1 / M
    return loss, dscores


def with_weights(scores, t, mask):
    """Weights 1/M and 0; logaddexp; einsum."""
    weights = mask / np.count_nonzero(mask)
    log_total = np.logaddexp.reduce(scores, axis=-1)
    right = np.take_along_axis(scores, t[..., None], axis=-1)[..., 0]
    dscores = np.exp(scores - log_total[..., None])
    np.put_along_axis(dscores, t[..., None], np.take_along_axis(dscores, t[..., None], -1) - 1, -1)
    return np.einsum("nt,nt->", weights, log_total - right), np.einsum("nt,ntk->ntk", weights, dscores)


def flat_float32(scores, t, mask):
    K = scores.shape[-1]
    z, ids, m = scores.reshape(-1, K).astype(np.float32), t.ravel(), mask.ravel()
    z = z - z.max(1)[:, None]
    e = np.exp(z)
    log_p = z - np.log(e.sum(1))[:, None]
    dz = e / e.sum(1)[:, None]
    dz[range(len(ids)), ids] -= 1
    dz[~m] = 0
    return [np.mean(-log_p[range(len(ids)), ids], where=m), (dz / m.sum()).reshape(scores.shape)]


def by_sequences(scores, t, mask):
    total, dscores = 0.0, []
    for z, ids, m in zip(scores, t, mask, strict=True):
        p = np.exp(z - z.max(axis=1, keepdims=True))
        one_hot = ids[:, None] == np.arange(z.shape[1])
        top_free = z - z.max(axis=1, keepdims=True)
        total += (np.log(p.sum(axis=1)) - (top_free * one_hot).sum(axis=1))[m].sum()
        dscores.append((p / p.sum(axis=1, keepdims=True) - one_hot) * m[:, None])
    return total / mask.sum(), np.stack(dscores) / mask.sum()


for other in (chosen_first, by_tokens, with_weights, flat_float32, by_sequences):
    MASKED_SOFTMAX_LOSS.alternative(other)


for other in (WithInsert, StepByStep, StateSetByHand, InFloat32):
    SEQ2SEQ.alternative(other)


def soft(z):
    e = np.exp(z - np.max(z))
    return e / np.sum(e)


def read_and_draw(step, state, start, n, rng, T=1.0):
    """One loop over what is read and what is drawn."""
    if T <= 0:
        raise ValueError("temperature")
    waiting, ids = list(start), []
    while len(ids) < n:
        scores, state = step(waiting.pop(0), state)
        if not waiting:
            ids.append(rng.choice(np.arange(len(scores)), p=soft(np.divide(scores, T))))
            waiting.append(ids[-1])
    return np.array(ids)


def inverse_cdf(step, state, start, n, rng, T=1.0):
    if not T > 0:
        raise ValueError
    for k in start:
        scores, state = step(int(k), state)
    ids = np.zeros(n, int)
    for i in range(n):
        ids[i] = np.searchsorted(np.cumsum(soft(scores / T))[:-1], rng.random(), side="right")
        scores, state = step(ids[i], state)
    return ids


def gumbel(step, state, start, n, rng, T=1.0):
    """The largest of scores / T plus Gumbel noise has the probabilities of the softmax."""
    if T <= 0:
        raise ValueError(T)
    *before, k = start
    for each in before:
        state = step(each, state)[1]
    ids = []
    for _ in range(n):
        scores, state = step(k, state)
        k = int(np.argmax(scores / T + rng.gumbel(size=len(scores))))
        ids.append(k)
    return tuple(ids)


def multinomial(step, state, start, n, rng, T=1.0):
    if T < 1e-12:
        raise ValueError("T must be positive")
    *_, (scores, state) = accumulate(start, lambda pair, k: step(k, pair[1]), initial=(None, state))
    ids = []
    while len(ids) < n:
        scores = np.asarray(scores, dtype=float)  # before exp: multinomial wants a sum of 1
        p = np.exp((scores - scores.max()) / T)
        ids += np.flatnonzero(rng.multinomial(1, p / p.sum())).tolist()
        scores, state = step(ids[-1], state)
    return ids


def by_powers(step, state, start, n, rng, T=1.0):
    """The power 1/T of the probabilities: the same as the softmax of scores / T."""
    if T <= 0:
        raise ValueError("T")
    ids, todo = [], list(start)
    for _ in range(n):
        for k in todo:
            scores, state = step(k, state)
        p = np.exp(np.log(np.maximum(soft(scores), 1e-300)) / T)
        ids.append(int(rng.choice(len(p), p=p / p.sum())))
        todo = ids[-1:]
    return ids


for other in (read_and_draw, inverse_cdf, gumbel, multinomial, by_powers):
    GENERATE.alternative(other)


def base_two(p, mask):
    with np.errstate(divide="ignore"):
        return 2.0 ** -np.mean(np.log2(p), where=mask)


def token_by_token(p, mask):
    logs = [-math.log(p[i]) if p[i] > 0 else math.inf for i in zip(*np.nonzero(mask), strict=True)]
    return math.exp(sum(logs) / len(logs))


def with_where(p, mask):
    safe = np.where(mask, p, 1)
    return np.exp(np.log(1 / safe).sum() / mask.sum())


def in_float32(p, mask):
    return np.exp(-np.log(p[mask].astype(np.float32)).mean())


for other in (base_two, token_by_token, with_where, in_float32):
    PERPLEXITY.alternative(other)

PERPLEXITY.equivalent("a warning costs no points", "np.errstate(divide='ignore') -> np.errstate()")
TIME_EMBEDDING.equivalent("the first of one array is also the last", "0 -> -1 #2", "0 -> -1 #3")
IDS = "[self.ids[character] for character in text]"
VOCAB.equivalent(
    "a list of integers is as good as an array",
    f"np.array({IDS}, dtype=int) -> np.array({IDS})",
    f"np.array({IDS}, dtype=int) -> {IDS}",
)
VOCAB.equivalent("the loop has stopped at END already", "k > END -> k >= END")
VOCAB.equivalent(
    "a str is not changed in place",
    "text += self.characters[k - 3] -> text = text + self.characters[k - 3]",
)
GENERATE.equivalent("T = 0 makes nan, which rng.choice refuses with a ValueError too", "T <= 0 -> T < 0")
GENERATE.equivalent(
    "NumPy's integers are integers too",
    "int(rng.choice(len(scores), p=softmax(scores / T))) -> rng.choice(len(scores), p=softmax(scores / T))",
)
