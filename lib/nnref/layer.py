"""The form of every layer: a thin object around a pair of functions.

A pair is ``out, cache = f_forward(x, ...)`` and ``dx, grads = f_backward(dout, cache)``, with ``grads`` keyed by the
names of the parameters. A layer holds the parameters and the cache between the two calls.
"""

import numpy as np

from nnref.shapes import floating


class Layer:
    """A step of a network. Subclasses say `names`, `forward` and `backward`.

    params : the arrays themselves, not copies, so that an optimizer can change them in place;
    grads  : arrays of the same shapes, filled in place by `backward`, so that a list that holds them stays valid;
    state  : other arrays that belong to what was learnt, and are saved with it, such as running means.
    """

    names = ()  # of the parameters, in the order of params and grads

    def __init__(self, *params):
        self.params = [floating(p) for p in params]
        self.grads = [np.zeros_like(p) for p in self.params]
        self.state = []
        self._cache = None

    @property
    def cache(self):
        """What `forward` kept for `backward`. Raises RuntimeError before the first `forward`."""
        if self._cache is None:
            raise RuntimeError(f"{type(self).__name__}: found backward before forward; call forward first")
        return self._cache

    @cache.setter
    def cache(self, value):
        self._cache = value

    def keep(self, grads):
        """Copy gradients, keyed by parameter name, into `grads`."""
        for name, kept in zip(self.names, self.grads, strict=True):
            kept[...] = grads[name]


class Composite(Layer):
    """A layer made of layers: its params, grads and state are theirs, in order."""

    def __init__(self, layers):
        self.layers = list(layers)
        self.params = [p for layer in self.layers for p in layer.params]
        self.grads = [g for layer in self.layers for g in layer.grads]
        self.state = [s for layer in self.layers for s in layer.state]
        self._cache = None

    def forward(self, x, train=False):
        """Pass x through the layers, one after the other."""
        for layer in self.layers:
            x = layer.forward(x, train)
        return x

    def backward(self, dout):
        """Pass the gradient of the output back through the layers; return that of the input."""
        for layer in reversed(self.layers):
            dout = layer.backward(dout)
        return dout
