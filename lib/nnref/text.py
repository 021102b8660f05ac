"""Text as whole numbers, and sums written as text."""

import numpy as np


class Vocab:
    """The characters of a text and their ids.

    text : what to collect the characters from. Ids 0, 1 and 2 are no characters: PAD fills up short texts, START begins
    and END ends a text that a network writes. The characters have the ids from 3 on, in sorted order, so the same
    characters always get the same ids. `len` counts all ids.
    """

    PAD, START, END = 0, 1, 2

    def __init__(self, text):
        self.characters = sorted(set(text))
        self.ids = {character: k for k, character in enumerate(self.characters, start=self.END + 1)}

    def __len__(self):
        return len(self.characters) + self.END + 1

    def encode(self, text):
        """Return the ids of the characters of a text, (T,). Raises ValueError for an unknown character."""
        unknown = sorted(set(text) - set(self.characters))
        if unknown:
            raise ValueError(f"Vocab: found {unknown[0]!r}; expected one of {''.join(self.characters)!r}")
        return np.array([self.ids[character] for character in text], dtype=np.intp)

    def decode(self, ids):
        """Return the text of ids (T,): everything before the first END; PAD and START are left out."""
        text = []
        for k in np.asarray(ids).tolist():
            if k == self.END:
                break
            if not 0 <= k < len(self):
                raise ValueError(f"Vocab: found the id {k}; expected whole numbers from 0 to {len(self) - 1}")
            if k > self.END:
                text.append(self.characters[k - self.END - 1])
        return "".join(text)

    def batch(self, texts, end=False):
        """Return the ids of texts as one array (N, T), short texts filled up with PAD; `end` puts END after each."""
        rows = [self.encode(text) for text in texts]
        if end:
            rows = [np.append(row, self.END) for row in rows]
        out = np.full((len(rows), max(map(len, rows), default=0)), self.PAD)
        for filled, row in zip(out, rows, strict=True):
            filled[: len(row)] = row
        return out


def make_additions(rng, N=5000, digits=2, test=0.1):
    """Return exercises in addition to train and to test with: two lists of (question, answer), such as ("7+85", "92").

    N : how many in all; digits : how many a summand has at most; test : the share of the second list.
    No question stands twice, neither in a list nor in both; "85+7" is another question than "7+85". The texts are not
    filled up with blanks. Raises ValueError where there are fewer than N questions, or test is not from 0 to 1.
    """
    base = 10**digits
    if not 0 <= N <= base**2:
        raise ValueError(f"make_additions: found N {N}; expected from 0 to {base**2}, as many as there are questions")
    if not 0 <= test <= 1:
        raise ValueError(f"make_additions: found test {test}; expected a share from 0 to 1")
    a, b = np.divmod(rng.choice(base**2, N, replace=False), base)
    pairs = [(f"{i}+{j}", str(i + j)) for i, j in zip(a.tolist(), b.tolist(), strict=True)]
    cut = N - round(N * test)
    return pairs[:cut], pairs[cut:]
