"""u20_rnn: right cells in other styles; ``alternatives`` registers them."""

import math

import numpy as np


class CellOf:
    """What most of the cells below share."""

    def __init__(self, Wx, Wh, b):
        self.params, self.grads = [Wx, Wh, b], [np.empty(np.shape(p)) for p in (Wx, Wh, b)]

    def forward(self, x, h):
        self.x, self.h = x, h
        self.h_next = np.tanh(np.add(x.dot(self.params[0]), h.dot(self.params[1])) + self.params[2])
        return self.h_next

    def backward(self, dh_next):
        da = dh_next - dh_next * np.square(self.h_next)
        np.dot(self.x.T, da, out=self.grads[0])
        np.dot(self.h.T, da, out=self.grads[1])
        np.sum(da, axis=0, out=self.grads[2])
        return da.dot(self.params[0].T), da.dot(self.params[1].T)


class JoinedCell(CellOf):
    """One product: the row [x, h, 1] with the matrix [Wx; Wh; b]."""

    def forward(self, x, h):
        self.row, self.D = np.hstack([x, h, np.ones((len(x), 1))]), x.shape[1]
        self.a = self.row @ np.vstack(self.params)
        return np.tanh(self.a)

    def backward(self, dh_next):
        da = dh_next / np.cosh(np.clip(self.a, -300, 300)) ** 2
        dW, drow = self.row.T @ da, da @ np.vstack(self.params[:2]).T
        for kept, grad in zip(self.grads, np.split(dW, [self.D, len(dW) - 1]), strict=True):
            kept[...] = grad.reshape(kept.shape)
        return drow[:, : self.D], drow[:, self.D :]


class LoopingCell(CellOf):
    """One number after the other."""

    def forward(self, x, h):
        Wx, Wh, b = self.params
        self.x, self.h, self.h_next = x, h, np.zeros((len(x), len(b)))
        for n, j in np.ndindex(self.h_next.shape):
            a = b[j] + sum(x[n, i] * Wx[i, j] for i in range(len(Wx)))
            self.h_next[n, j] = math.tanh(a + sum(h[n, i] * Wh[i, j] for i in range(len(Wh))))
        return self.h_next

    def backward(self, dh_next):
        dx, dh = np.zeros(self.x.shape), np.zeros(self.h.shape)
        for grad in self.grads:
            grad.fill(0)
        for (n, j), d in np.ndenumerate(dh_next):
            da = d * (1 - self.h_next[n, j] ** 2)
            dx[n] += da * self.params[0][:, j]
            dh[n] += da * self.params[1][:, j]
            self.grads[0][:, j] += da * self.x[n]
            self.grads[1][:, j] += da * self.h[n]
            self.grads[2][j] += da
        return dx, dh


class SinglePrecisionCell(CellOf):
    """The sums with einsum, in float32."""

    def forward(self, x, h):
        Wx, Wh, b = (p.astype(np.float32) for p in self.params)
        self.x, self.h = x, h
        self.h_next = np.tanh(np.einsum("nd,dh->nh", x.astype("f"), Wx) + np.einsum("ng,gh->nh", h.astype("f"), Wh) + b)
        return self.h_next

    def backward(self, dh_next):
        da = (dh_next * (1 + self.h_next) * (1 - self.h_next)).astype(np.float32)
        self.grads[0][:] = np.einsum("nd,nh->dh", self.x, da)
        self.grads[1][:] = np.einsum("ng,nh->gh", self.h, da)
        self.grads[2][:] = np.einsum("nh->h", da)
        return [np.einsum("nh,dh->nd", da, W.astype(np.float32)) for W in self.params[:2]]
