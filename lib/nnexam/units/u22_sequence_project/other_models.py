"""Seq2Seq in other styles."""

import numpy as np
from nnref.lstm import TimeLSTM, lstm_weights
from nnref.time_affine import TimeAffine


class ModelOf:
    def __init__(self, V, H, rng, dtype=np.float32):
        self.one_hot = np.eye(V, dtype=dtype)
        self.reader = TimeLSTM(*lstm_weights(V, H, rng, dtype=dtype))
        self.writer = TimeLSTM(*lstm_weights(V, H, rng, dtype=dtype), stateful=True)
        self.head = TimeAffine(rng.normal(0, H**-0.5, (H, V)).astype(dtype), np.zeros(V, dtype))
        self.params = [*self.reader.params, *self.writer.params, *self.head.params]
        self.grads = [*self.reader.grads, *self.writer.grads, *self.head.grads]


class WithInsert(ModelOf):
    def forward(self, source, target):
        self.S = source.shape[1]
        h = self.reader.forward(self.one_hot[source])[:, -1]
        self.writer.set_state(h, self.reader.last[1])
        given = np.insert(target, 0, 1, axis=1)[:, :-1]
        return self.head.forward(self.writer.forward(np.take(self.one_hot, given, axis=0)))

    def backward(self, dscores):
        dhs = self.writer.backward(self.head.backward(dscores))
        bridge = np.zeros((len(dhs), self.S, self.writer.dh0.shape[1]))
        bridge[:, self.S - 1, :] += self.writer.dh0
        return self.reader.backward(bridge, dc_last=self.writer.dc0)


class StepByStep(ModelOf):
    """The writer is called for one step at a time, only forward; the way back goes through one call for all steps."""

    def forward(self, source, target):
        self.hs = self.reader.forward((source[..., None] == np.arange(len(self.one_hot))).astype(float))
        self.writer.set_state(*self.reader.last)
        self.given = np.ones_like(target)
        self.given[:, 1:] = target[:, :-1]
        return np.concatenate(
            [self.head.forward(self.writer.forward(self.one_hot[self.given[:, [i]]])) for i in range(target.shape[1])],
            axis=1,
        )

    def backward(self, dscores):
        self.writer.set_state(*self.reader.last)
        self.head.forward(self.writer.forward(self.one_hot[self.given]))
        self.writer.backward(self.head.backward(dscores))
        steps = np.arange(self.hs.shape[1]) == self.hs.shape[1] - 1
        self.reader.backward(np.where(steps[:, None], self.writer.dh0[:, None], 0), self.writer.dc0)


class StateSetByHand(ModelOf):
    def forward(self, source, target):
        self.reader.forward(self.one_hot[source])
        self.shape = source.shape
        self.writer.last = self.reader.last
        x = np.zeros((*target.shape, len(self.one_hot)))
        x[:, 0, 1] = 1
        for n, i in np.ndindex(target[:, 1:].shape):
            x[n, i + 1, target[n, i]] = 1
        return self.head.forward(self.writer.forward(x))

    def backward(self, dscores):
        self.writer.backward(self.head.backward(dscores))
        dh = self.writer.dh0
        before = np.zeros((self.shape[0], self.shape[1] - 1, dh.shape[1]), dh.dtype)
        self.reader.backward(np.hstack([before, dh[:, None, :]]), self.writer.dc0)


class InFloat32(ModelOf):
    def forward(self, source, target):
        self.hs = self.reader.forward(self.one_hot[source])
        self.writer.set_state(*self.reader.last)
        given = np.hstack([np.ones((len(target), 1), int), target[:, :-1]])
        return self.head.forward(self.writer.forward(self.one_hot[given])).astype(np.float32)

    def backward(self, dscores):
        self.writer.backward(self.head.backward(np.asarray(dscores)))
        dhs = np.zeros(self.hs.shape)
        dhs[:, -1, :] = self.writer.dh0
        self.reader.backward(dhs, self.writer.dc0)
        return None
