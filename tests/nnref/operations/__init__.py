"""The table of operations: what each takes, and what it is compared with.

Every contract of `test_contracts.py` runs on every operation of the table. A contract that cannot apply is named in
`exempt`, with its reason; the reasons stand in docs/nnref.md.
"""

import pkgutil
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from importlib import import_module

import numpy as np


@dataclass
class Operation:
    """One pair of functions, or one function, and how to put it to work.

    forward  : called with the drawn arguments and `settings`; returns (out, cache), or out where there is no backward
    draw     : (rng, **sizes) → arguments by name, float64 arrays, labels int64; every size in `sizes` is a letter of it
    sizes    : letter → (smallest, usual, largest); Hypothesis draws from smallest to largest. N is the batch
    backward : (dout, cache) → gradients of the arguments named in `gradients`, in that order; those of parameters come
               last, in one dict keyed by name
    naive    : slow twin of forward: same arguments, returns out
    torch    : (torch, **tensors and settings) → out
    errors   : (changed arguments or settings, the sentence)
    exempt   : contract → why it does not apply
    """

    name: str
    forward: Callable
    draw: Callable
    sizes: dict
    backward: Callable | None = None
    gradients: tuple = ()
    settings: dict = field(default_factory=dict)
    naive: Callable | None = None
    torch: Callable | None = None
    errors: tuple = ()
    exempt: dict = field(default_factory=dict)

    def arguments(self, rng, **sizes):
        """Draw arguments of the usual sizes, or of those given."""
        return self.draw(rng, **{letter: usual for letter, (_, usual, _) in self.sizes.items()} | sizes)

    def out(self, arguments, **settings):
        """Run forward; return a tuple of arrays and the cache (None without a backward)."""
        result = self.forward(**arguments, **self.settings | settings)
        out, cache = result if self.backward else (result, None)
        return as_tuple(out), cache

    def back(self, douts, cache):
        """Run backward on a tuple of upstream gradients; return the gradients by argument name."""
        result = as_tuple(self.backward(douts[0] if len(douts) == 1 else douts, cache))
        parameters = result[-1] if isinstance(result[-1], dict) else {}
        plain = [array for array in result if not isinstance(array, dict)]
        names = [name for name in self.gradients if name not in parameters]
        return dict(zip(names, plain, strict=True)) | parameters


def value_only(op, function):
    """The row of f from that of its pair: the same results, no cache, no gradient."""
    name = function.__name__
    exempt = op.exempt | {"gradient": "the pair has it"}
    return replace(op, name=f"{name}, value only", forward=function, backward=None, gradients=(), exempt=exempt)


def as_tuple(out):
    """One array or a tuple of them, as a tuple."""
    return out if isinstance(out, tuple) else (out,)


def away_from_zero(rng, *shape):
    """Numbers of both signs, none within 0.1 of zero: no kink near."""
    return rng.choice([-1.0, 1.0], shape) * rng.uniform(0.1, 2, shape)


def all_different(rng, *shape):
    """Numbers from -2 to 2, no two of them close: no tie near."""
    return rng.permutation(np.linspace(-2, 2, int(np.prod(shape)))).reshape(shape)


def operations():
    """All operations of all topics: OPERATIONS of each module of this folder."""
    topics = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return [op for topic in topics for op in import_module(f"{__name__}.{topic}").OPERATIONS]
