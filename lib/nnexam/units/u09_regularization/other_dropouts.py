"""u09_regularization: other right ways to drop numbers. All must earn full marks."""

import numpy as np

from .exercises import DROPOUT


class DropoutOf:
    def __init__(self, ratio, rng):
        self.params, self.grads = [], []
        self.ratio, self.rng = ratio, rng


class NumberByNumber(DropoutOf):
    """A loop over all numbers."""

    def forward(self, x, train=False):
        self.mask = np.ones(x.shape)
        if train:
            for index in np.ndindex(x.shape):
                self.mask[index] = 0 if self.rng.random() < self.ratio else 1 / (1 - self.ratio)
        return x * self.mask

    def backward(self, dout):
        return dout * self.mask


class Binomial(DropoutOf):
    """Coins from rng.binomial; prediction hands x itself on."""

    def forward(self, x, train=False):
        self.keep = self.rng.binomial(1, 1 - self.ratio, size=x.shape) / (1 - self.ratio) if train else None
        return x if self.keep is None else self.keep * x

    def backward(self, dout):
        return dout if self.keep is None else self.keep * dout


class Choice(DropoutOf):
    """Picked out of two factors, float32; the gradient by np.where."""

    def forward(self, x, train=False):
        scale = np.float32(1 / (1 - self.ratio))
        shares = [self.ratio, 1 - self.ratio] if train else [0.0, 1.0]
        self.scale = scale if train else np.float32(1)
        self.kept = self.rng.choice([False, True], size=x.shape, p=shares)
        return np.where(self.kept, x.astype(np.float32) * self.scale, np.float32(0))

    def backward(self, dout):
        return np.where(self.kept, dout * self.scale, 0.0)


class AsLists(NumberByNumber):
    """Lists of lists instead of arrays."""

    def forward(self, x, train=False):
        return super().forward(x, train).tolist()

    def backward(self, dout):
        return super().backward(dout).tolist()


class Zeroed(DropoutOf):
    """A copy in which some places are set to 0."""

    def forward(self, x, train=False):
        out, self.dropped = np.array(x, dtype=float), None
        if train:
            self.dropped = (
                self.rng.uniform(size=np.shape(x)) <= self.ratio if self.ratio > 0 else np.zeros(x.shape, bool)
            )
            out[self.dropped] = 0
            out /= 1 - self.ratio
        return out

    def backward(self, dout):
        dx = dout.copy()
        if self.dropped is not None:
            dx[self.dropped] = 0
            dx /= 1 - self.ratio
        return dx


for other in (NumberByNumber, Binomial, Choice, Zeroed, AsLists):
    DROPOUT.alternative(other)

DROPOUT.equivalent(
    "a random number hits the ratio itself once in 2^53 draws; at ratio 0 that is the draw 0",
    "self.rng.random(x.shape) >= self.ratio -> self.rng.random(x.shape) > self.ratio",
)
