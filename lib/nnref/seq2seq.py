"""From one sequence to another: an encoder reads, a decoder writes, and between them stands only a state.

Source: I. Sutskever et al., "Sequence to sequence learning with neural networks", 2014.
"""

import numpy as np

from nnref.language_model import new_embedding, new_head
from nnref.layer import Composite
from nnref.lstm import TimeLSTM, lstm_weights
from nnref.sequence_loss import TimeSoftmaxWithLoss
from nnref.text import Vocab


class Seq2Seq(Composite):
    """Encoder: embedding, LSTM. Decoder: embedding, LSTM, affine layer. The decoder begins with h and c of the encoder.

    V ids (Vocab.PAD, START and END among them), E numbers for each, H numbers of state. The params are those of the
    encoder's embedding and LSTM, then of the decoder's embedding, LSTM and affine layer.
    """

    def __init__(self, V, E, H, rng, dtype=np.float32):
        self.encoder = Composite([new_embedding(V, E, rng, dtype), TimeLSTM(*lstm_weights(E, H, rng, dtype=dtype))])
        self.read = self.encoder.layers[1]
        self.write = TimeLSTM(*lstm_weights(E, H, rng, dtype=dtype), stateful=True)
        self.decoder = Composite([new_embedding(V, E, rng, dtype), self.write, new_head(H, V, rng, dtype)])
        super().__init__([self.encoder, self.decoder])
        self.loss = TimeSoftmaxWithLoss(pad=Vocab.PAD)

    def encode(self, source):
        """Read source (N, S) and hand the last h and c over to the decoder; all other states are dropped."""
        self.source_shape = np.shape(source)
        self.encoder.forward(source)
        self.write.set_state(*self.read.last)

    def forward(self, source, target, train=False):
        """source (N, S), target (N, T), filled up with PAD. Returns the mean loss of the ids that are not PAD.

        Teacher forcing: at step t the decoder is given target[:, t - 1], at the first step START, and must say
        target[:, t], which it does not see before.
        """
        target = np.asarray(target)
        self.encode(source)
        given = np.concatenate([np.full((len(target), 1), Vocab.START), target[:, :-1]], axis=1)
        return self.loss.forward(self.decoder.forward(given), target)

    def backward(self, dout=1):
        """Fill `grads`. Returns None: ids have no gradient.

        The encoder's states were used at its last step alone, so only that one gets a gradient: the dh0 of the decoder.
        """
        self.decoder.backward(self.loss.backward(dout))
        dh, dc = self.write.dh0, self.write.dc0
        dhs = np.zeros((*self.source_shape, dh.shape[1]), dh.dtype)
        dhs[:, -1] = dh
        self.encoder.layers[0].backward(self.read.backward(dhs, dc))

    def generate(self, source, n):
        """Return the n ids (N, n) that the decoder writes after source (N, S), each time the one of highest score.

        What follows END has no meaning; Vocab.decode stops there.
        """
        self.encode(source)
        ids, written = np.full((len(source), 1), Vocab.START), []
        for _ in range(n):
            ids = self.decoder.forward(ids)[:, -1:].argmax(axis=2)  # what was written goes in next
            written.append(ids)
        return np.concatenate(written, axis=1)
