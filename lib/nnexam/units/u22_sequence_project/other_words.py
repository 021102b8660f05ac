"""Vocab, make_additions and TimeEmbedding in other styles."""

from bisect import bisect_left
from itertools import product, takewhile

import numpy as np

SPECIAL = ["<pad>", "<start>", "<end>"]


class OneList:
    """Special ids and characters in one list; encode searches it."""

    def __init__(self, text):
        self.all = SPECIAL + sorted(set(text))

    def __len__(self):
        return len(self.all)

    def encode(self, text):
        return [self.all.index(c) for c in text]

    def decode(self, ids):
        known = takewhile(lambda k: k != 2, ids)
        return "".join(self.all[k] for k in known if k not in (0, 1))


class TwoDicts:
    def __init__(self, text):
        self.char_of, self.id_of = {}, {}
        for k, c in enumerate(sorted({*text})):
            self.char_of[k + 3], self.id_of[c] = c, k + 3

    def __len__(self):
        return 3 + len(self.char_of)

    def encode(self, text):
        return tuple(map(self.id_of.get, text))

    def decode(self, ids):
        ids = list(ids)
        if 2 in ids:
            ids = ids[: ids.index(2)]
        return "".join(self.char_of.get(int(k), "") for k in ids)


class SortedText:
    def __init__(self, text):
        self.chars = "".join(sorted(set(text)))

    def __len__(self):
        return len(self.chars) + 3

    def encode(self, text):
        return np.array([bisect_left(self.chars, c) + 3 for c in text], np.int32)

    def decode(self, ids):
        text = ""
        for k in np.asarray(ids).tolist():
            if k == 2:
                return text
            text += "" if k < 3 else self.chars[k - 3]
        return text


class CodePoints:
    """Characters as numbers, searched by NumPy."""

    def __init__(self, text):
        self.points = np.unique([ord(c) for c in text])

    def __len__(self):
        return self.points.size + 3

    def encode(self, text):
        return 3 + np.searchsorted(self.points, [ord(c) for c in text])

    def decode(self, ids):
        ids = np.asarray(ids)
        ends = np.flatnonzero(ids == 2)
        kept = ids[: ends[0]] if len(ends) else ids
        return "".join(chr(point) for point in self.points[kept[kept > 2] - 3])


def all_shuffled(rng, N, digits=2, test=0.1):
    pairs = [(f"{a}+{b}", f"{a + b}") for a, b in product(range(10**digits), repeat=2)]
    rng.shuffle(pairs)
    size = round(N * test)
    return pairs[size:N], pairs[:size]


def drawn_until_new(rng, N, digits=2, test=0.1):
    seen = {}
    while len(seen) < N:
        a, b = rng.integers(0, 10**digits, 2).tolist()
        seen[f"{a}+{b}"] = str(a + b)
    pairs = list(seen.items())
    n_test = int(round(test * N))
    return pairs[: N - n_test], pairs[N - n_test :]


def from_one_number(rng, N, digits=2, test=0.1):
    numbers = rng.choice(10 ** (2 * digits), size=N, replace=False)
    a, b = numbers // 10**digits, numbers % 10**digits
    pairs = [[f"{x}+{y}", str(x + y)] for x, y in zip(a, b, strict=True)]
    return pairs[round(N * test) :], pairs[: round(N * test)]


def permuted(rng, N, digits=2, test=0.1):
    numbers = rng.permutation(100**digits)[:N]
    pairs = tuple((str(k // 10**digits) + "+" + str(k % 10**digits), str(sum(divmod(k, 10**digits)))) for k in numbers)
    cut = round(N * (1 - test))
    return pairs[:cut], pairs[cut:]


class EmbeddingOf:
    def __init__(self, W):
        self.params = [W]
        self.grads = [np.zeros_like(W)]

    def forward(self, ids):
        self.ids = np.array(ids)
        return self.params[0][self.ids]


class EmbeddingByLoops(EmbeddingOf):
    def forward(self, ids):
        self.ids = ids
        return np.array([[self.params[0][k] for k in row] for row in ids])

    def backward(self, dout):
        self.grads[0].fill(0)
        for n, row in enumerate(self.ids):
            for t, k in enumerate(row):
                self.grads[0][k] += dout[n, t]


class EmbeddingByProduct(EmbeddingOf):
    """One-hot rows times W."""

    def forward(self, ids):
        self.rows = np.eye(len(self.params[0]))[ids]
        return self.rows @ self.params[0]

    def backward(self, dout):
        self.grads[0][...] = np.einsum("ntv,nte->ve", self.rows, dout)
        return None


class EmbeddingFloat32(EmbeddingOf):
    def backward(self, dout):
        dW = np.zeros(self.params[0].shape, np.float32)
        np.add.at(dW, self.ids.ravel(), dout.reshape(-1, dout.shape[-1]).astype(np.float32))
        np.copyto(self.grads[0], dW)


class EmbeddingByIds(EmbeddingOf):
    def backward(self, dout):
        for k in range(len(self.params[0])):
            self.grads[0][k] = dout[self.ids == k].sum(axis=0)
        return self.grads[0]


class EmbeddingCounted(EmbeddingOf):
    def backward(self, dout):
        for e, column in enumerate(np.moveaxis(dout, -1, 0)):
            self.grads[0][:, e] = np.bincount(self.ids.ravel(), column.ravel(), len(self.params[0]))
