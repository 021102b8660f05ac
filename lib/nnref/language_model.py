"""A language model: it gives each token a probability to come next, and so can write."""

import math

import numpy as np

from nnref.activations import softmax
from nnref.embedding import TimeEmbedding
from nnref.layer import Composite
from nnref.lstm import TimeLSTM, lstm_weights
from nnref.sequence_loss import TimeSoftmaxWithLoss
from nnref.time_affine import TimeAffine


def new_head(H, V, rng, dtype=np.float32):
    """Return a new TimeAffine from states (N, T, H) to scores (N, T, V)."""
    return TimeAffine(rng.standard_normal((H, V), dtype) / math.sqrt(H), np.zeros(V, dtype))


def new_embedding(V, E, rng, dtype=np.float32):
    """Return a new TimeEmbedding of V ids by E numbers each."""
    return TimeEmbedding(rng.standard_normal((V, E), dtype))


class LanguageModel(Composite):
    """Embedding, LSTM, affine layer: scores of the next id after every id.

    V ids, E numbers for each, H numbers of state. The LSTM is stateful: a long text can be learnt in pieces that follow
    each other, until `reset_state`.
    """

    def __init__(self, V, E, H, rng, dtype=np.float32):
        self.lstm = TimeLSTM(*lstm_weights(E, H, rng, dtype=dtype), stateful=True)
        super().__init__([new_embedding(V, E, rng, dtype), self.lstm, new_head(H, V, rng, dtype)])
        self.loss = TimeSoftmaxWithLoss()

    def reset_state(self):
        """Begin a new text."""
        self.lstm.reset_state()

    def predict(self, ids):
        """ids (N, T). Returns the scores (N, T, V) of the id that follows each of them."""
        return super().forward(ids)

    def forward(self, ids, t, train=False):
        """ids (N, T) and what follows each, t (N, T), which is ids one step later. Returns the loss."""
        return self.loss.forward(self.predict(ids), t)

    def backward(self, dout=1):
        """Fill `grads`. Returns None: ids have no gradient."""
        return super().backward(self.loss.backward(dout))

    def generate(self, start, n, rng, T=1.0):
        """Return n ids (n,) that follow `start`, each drawn from what the model makes of all before it.

        start : an id, or a list of ids; T : the temperature. Ids are drawn with the probabilities softmax(scores / T):
        T = 1 as the model says, below 1 more careful, above 1 more daring. The state is reset before and afterwards.
        Raises ValueError unless T is above 0.
        """
        if not T > 0:
            raise ValueError(f"generate: found T {T}; expected a number above 0")
        ids, written = np.reshape(start, (1, -1)), []
        self.reset_state()
        for _ in range(n):
            scores = self.predict(ids)[0, -1].astype(np.float64)
            ids = np.array([[rng.choice(len(scores), p=softmax(scores / T))]])
            written.append(int(ids[0, 0]))  # and it goes in next; the state knows the rest
        self.reset_state()
        return np.array(written, dtype=np.intp)
