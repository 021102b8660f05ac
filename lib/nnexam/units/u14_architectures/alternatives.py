"""u14_architectures: other right solutions, each written in another style. All must earn full marks."""

import math

import numpy as np
from nnref.layer import Composite
from nnref.layers import Relu
from nnref.pooling import MaxPooling

from . import other_blocks as other
from .exercises import BOTTLENECK_MACS, COUNT_PARAMETERS, GLOBAL_AVG_POOL, INCEPTION, RESIDUAL_BLOCK, VGG_BLOCK
from .parts import conv


def with_channels(n, c_in, c_out, rng):
    sizes = [c_in] + n * [c_out]
    convolutions = [conv(a, b, 3, rng) for a, b in zip(sizes, sizes[1:], strict=False)]
    return [layer for each in convolutions for layer in (each, Relu())] + [MaxPooling(2, stride=2)]


def moving_channels(n, c_in, c_out, rng):
    layers = []
    for _ in range(n):
        layers.append(conv(c_in, c_out, 3, rng))
        layers.append(Relu())
        c_in = c_out
    layers.append(MaxPooling(2))
    return layers


def one_by_one(n, c_in, c_out, rng):
    if n == 0:
        return [MaxPooling(2)]
    return [conv(c_in, c_out, 3, rng), Relu(), *one_by_one(n - 1, c_out, c_out, rng)]


def by_insertion(n, c_in, c_out, rng):
    """A tuple, made from its end."""
    layers = (MaxPooling(2),)
    for i in range(n, 0, -1):
        layers = (conv(c_in if i == 1 else c_out, c_out, 3, rng), Relu(), *layers)
    return layers


def packed(n, c_in, c_out, rng):
    """Each convolution and its ReLU as one layer."""
    first = Composite([conv(c_in, c_out, 3, rng), Relu()])
    return [first] + [Composite([conv(c_out, c_out, 3, rng), Relu()]) for _ in range(n - 1)] + [MaxPooling(2)]


for block in (with_channels, moving_channels, one_by_one, by_insertion, packed):
    VGG_BLOCK.alternative(block)


def learnt(layer):
    match layer["kind"]:
        case "conv":
            return layer["F"] * layer["C"] * layer["k"] ** 2 + layer["F"] * layer["bias"]
        case "norm":
            return 2 * layer["C"]
        case "dense":
            return layer["D"] * layer["M"] + layer["M"]
        case "pool":
            return 0
    raise ValueError(layer["kind"])


def by_match(spec):
    return sum(map(learnt, spec))


def by_table(spec):
    formulas = {
        "conv": lambda C, F, k, bias: F * (C * k * k + int(bias)),
        "norm": lambda C: C + C,
        "pool": lambda: 0,
        "dense": lambda D, M: (D + 1) * M,
    }
    total = 0
    for layer in spec:
        sizes = dict(layer)
        kind = sizes.pop("kind")
        if kind not in formulas:
            raise ValueError(f"unknown kind {kind}")
        total += formulas[kind](**sizes)
    return total


def by_shapes(spec):
    """All arrays of the network, then the sizes of their shapes."""
    shapes = []
    for layer in spec:
        if layer["kind"] == "conv":
            shapes.append((layer["F"], layer["C"], layer["k"], layer["k"]))
            if layer["bias"]:
                shapes.append((layer["F"],))
        elif layer["kind"] == "norm":
            shapes += [(layer["C"],)] * 2
        elif layer["kind"] == "dense":
            shapes += [(layer["D"], layer["M"]), (layer["M"],)]
        elif layer["kind"] != "pool":
            raise ValueError("kind")
    return sum(math.prod(shape) for shape in shapes)


def by_arrays(spec):
    """Float64, and a check of all kinds beforehand."""
    if not {layer["kind"] for layer in spec} <= {"conv", "norm", "pool", "dense"}:
        raise ValueError("found a layer of another kind")
    numbers = np.zeros(len(spec))
    for i, layer in enumerate(spec):
        if "k" in layer:
            numbers[i] = (layer["C"] * layer["k"] ** 2 + (1 if layer["bias"] else 0)) * layer["F"]
        elif "M" in layer:
            numbers[i] = layer["D"] * layer["M"] + layer["M"]
        else:
            numbers[i] = 2 * layer.get("C", 0)
    return numbers.sum()


for counted in (by_match, by_table, by_shapes, by_arrays):
    COUNT_PARAMETERS.alternative(counted)

for layer in (other.PoolByLoops, other.PoolByEinsum, other.PoolByMatrix, other.PoolInFloat32):
    GLOBAL_AVG_POOL.alternative(layer)
for layer in (other.InceptionBySlices, other.InceptionBySplit, other.InceptionInPlace, other.InceptionByPopping):
    INCEPTION.alternative(layer)
for layer in (other.ResidualByLists, other.ResidualByMask, other.ResidualByBranches, other.ResidualByWhere):
    RESIDUAL_BLOCK.alternative(layer)


def by_steps(H, W, c_in, c_mid, c_out, k):
    def macs(a, b, size):
        return H * W * a * b * size**2

    return macs(c_in, c_out, k), macs(c_in, c_mid, 1) + macs(c_mid, c_out, k)


def by_product(H, W, c_in, c_mid, c_out, k):
    reduce, after = [H, W, c_in, c_mid], [H, W, c_mid, c_out, k, k]
    return [math.prod([H, W, c_in, c_out, k, k]), math.prod(reduce) + math.prod(after)]


def by_places(H, W, c_in, c_mid, c_out, k):
    direct = bottleneck = 0
    for _ in range(H * W):
        direct += c_out * c_in * k * k
        bottleneck += c_mid * c_in + c_out * c_mid * k * k
    return direct, bottleneck


def as_array(H, W, c_in, c_mid, c_out, k):
    return float(H * W) * np.array([c_in * c_out * k**2, c_mid * (c_in + c_out * k**2)])


for macs in (by_steps, by_product, by_places, as_array):
    BOTTLENECK_MACS.alternative(macs)

VGG_BLOCK.equivalent(
    "the list is new and no other name holds it",
    "layers += [conv(c_in if i == 0 else c_out, c_out, 3, rng), Relu()] -> "
    "layers = layers + [conv(c_in if i == 0 else c_out, c_out, 3, rng), Relu()]",
)
COUNT_PARAMETERS.equivalent(
    "a number has no other name that could notice",
    "total += layer['F'] * layer['C'] * layer['k'] ** 2 -> total = total + layer['F'] * layer['C'] * layer['k'] ** 2",
    "total += layer['F'] -> total = total + layer['F']",
    "total += 2 * layer['C'] -> total = total + 2 * layer['C']",
    "total += layer['D'] * layer['M'] + layer['M'] -> total = total + (layer['D'] * layer['M'] + layer['M'])",
)
INCEPTION.equivalent("a number has no other name that could notice", "start += size -> start = start + size")
RESIDUAL_BLOCK.equivalent(
    "the exchanged arguments are equal", "conv(c_out, c_out, 3, rng) -> conv(c_out, c_out, 3, rng)"
)
