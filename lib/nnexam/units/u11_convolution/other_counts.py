"""u11_convolution: other right solutions of the three exercises that only count."""

import math
from fractions import Fraction
from functools import reduce

import numpy as np

from .counts import PARAMS_AND_MACS, RECEPTIVE_FIELD
from .exercises import CONV_OUTPUT_SIZE


def size_by_counting(n, k, stride, pad):
    """Move the window along until it falls off the end."""
    begin, count = -pad, 0
    while begin + k <= n + pad:
        begin, count = begin + stride, count + 1
    if count == 0:
        raise ValueError("the window is larger than the padded row")
    return count


def size_by_range(n, k, stride, pad):
    starts = range(0, n + 2 * pad - k + 1, stride)
    if len(starts) == 0:
        raise ValueError(f"a window of {k} does not fit on {n + 2 * pad}")
    return len(starts)


def size_by_fraction(n, k, stride, pad):
    last = Fraction(n + 2 * pad - k, stride)
    if last < 0:
        raise ValueError("no window fits")
    return math.floor(last + 1)


def size_by_array(n, k, stride, pad):
    row = np.zeros(n + 2 * pad)
    if k > row.size:
        raise ValueError("no window fits")
    return np.lib.stride_tricks.sliding_window_view(row, k)[::stride].shape[0]


def size_by_divmod(n, k, stride, pad):
    steps, _ = divmod(n - k + pad + pad, stride)
    if steps < 0:
        raise ValueError
    return np.int64(steps + 1)


def costs_by_arrays(layers):
    """Make the arrays that the network would have, and look at their sizes."""
    parameters, macs, x = [], 0, None
    for layer in layers:
        if layer["kind"] == "input":
            x = np.empty((layer["C"], layer["H"], layer["W"]))
        elif layer["kind"] == "dense":
            W, b = np.empty((x.size, layer["M"])), np.empty(layer["M"])
            parameters += [W, b]
            macs, x = macs + W.size, b
        else:
            k, s, p = layer["k"], layer["stride"], layer.get("pad", 0)
            padded = np.pad(x, ((0, 0), (p, p), (p, p)))
            x = np.lib.stride_tricks.sliding_window_view(padded, (k, k), axis=(1, 2))[:, ::s, ::s, 0, 0]
            if layer["kind"] == "conv":
                w, b = np.empty((layer["F"], len(x), k, k)), np.empty(layer["F"])
                parameters += [w, b]
                macs += w.size * x[0].size
                x = np.empty((layer["F"], *x.shape[1:]))
    return sum(array.size for array in parameters), macs


def costs_by_match(layers):
    total = np.zeros(2, dtype=np.int64)
    for layer in layers:
        match layer:
            case {"kind": "input", "C": C, "H": H, "W": W}:
                shape = [C, H, W]
            case {"kind": "conv", "F": F, "k": k, "stride": stride, "pad": pad}:
                weights = F * shape[0] * k * k
                shape = [F] + [size_by_counting(n, k, stride, pad) for n in shape[1:]]
                total += (weights + F, weights * shape[1] * shape[2])
            case {"kind": "pool", "k": k, "stride": stride}:
                shape = [shape[0]] + [size_by_counting(n, k, stride, 0) for n in shape[1:]]
            case {"kind": "dense", "M": M}:
                weights = M * math.prod(shape)
                total += (weights + M, weights)
                shape = [M]
    return list(total)


def costs_by_table(layers):
    """A function for each kind, which returns the next shape, the weights and how often each is used."""

    def conv(shape, layer):
        OH, OW = (size_by_range(n, layer["k"], layer["stride"], layer["pad"]) for n in shape[1:])
        return (layer["F"], OH, OW), layer["F"] * shape[0] * layer["k"] ** 2, OH * OW

    def pooling(shape, layer):
        return (shape[0], *(size_by_range(n, layer["k"], layer["stride"], 0) for n in shape[1:])), 0, 0

    def dense(shape, layer):
        return (layer["M"],), layer["M"] * math.prod(shape), 1

    table = {"conv": conv, "pool": pooling, "dense": dense}
    shape, parameters, macs = tuple(layers[0][key] for key in "CHW"), 0, 0
    for layer in layers[1:]:
        shape, weights, uses = table[layer["kind"]](shape, layer)
        parameters += weights + (shape[0] if weights else 0)
        macs += weights * uses
    return parameters, macs


def costs_by_recursion(layers):
    """The costs of the first layer, and then those of the rest behind the shape that it hands on."""

    def cost(shape, rest):
        if not rest:
            return 0, 0
        layer, *rest = rest
        if layer["kind"] == "dense":
            own, after = (layer["M"] * (math.prod(shape) + 1), layer["M"] * math.prod(shape)), (layer["M"],)
        else:
            H, W = (size_by_fraction(n, layer["k"], layer["stride"], layer.get("pad", 0)) for n in shape[1:])
            F = layer.get("F", shape[0])
            each = shape[0] * layer["k"] ** 2
            own, after = ((F * (each + 1), F * each * H * W) if layer["kind"] == "conv" else (0, 0)), (F, H, W)
        return tuple(a + b for a, b in zip(own, cost(after, rest), strict=True))

    return cost((layers[0]["C"], layers[0]["H"], layers[0]["W"]), layers[1:])


def field_backwards(layers):
    """From the last layer to the first: w numbers need (w - 1) stride + k numbers before them."""
    width = 1
    for layer in reversed(layers):
        if layer["kind"] in ("conv", "pool"):
            width = (width - 1) * layer["stride"] + layer["k"]
    return width


def field_of_sets(layers):
    """The places that one number depends on, as a set."""
    seen = {0}
    for layer in layers[::-1]:
        if layer["kind"] != "input":
            seen = {place * layer["stride"] + u for place in seen for u in range(layer["k"])}
    return max(seen) - min(seen) + 1


def field_by_products(layers):
    spatial = [layer for layer in layers if "k" in layer]
    strides = np.array([layer["stride"] for layer in spatial], dtype=int)
    kernels = np.array([layer["k"] for layer in spatial], dtype=int)
    steps = np.concatenate([[1], np.cumprod(strides)])[: len(spatial)]
    return 1 + int(np.dot(kernels - 1, steps))


def field_by_sum(layers):
    windows = [(layer["k"], layer["stride"]) for layer in layers if layer["kind"] != "input"]
    return 1 + sum((k - 1) * math.prod(s for _, s in windows[:i]) for i, (k, _) in enumerate(windows))


def field_by_reduce(layers):
    def grow(state, layer):
        width, step = state
        return width + (layer["k"] - 1) * step, step * layer["stride"]

    return reduce(grow, filter(lambda layer: layer["kind"] != "input", layers), (1, 1))[0]


for each in (size_by_counting, size_by_range, size_by_fraction, size_by_array, size_by_divmod):
    CONV_OUTPUT_SIZE.alternative(each)
for each in (costs_by_arrays, costs_by_match, costs_by_table, costs_by_recursion):
    PARAMS_AND_MACS.alternative(each)
for each in (field_backwards, field_of_sets, field_by_products, field_by_sum, field_by_reduce):
    RECEPTIVE_FIELD.alternative(each)

SINGLE = "plain numbers have no place that both names could share"
PARAMS_AND_MACS.equivalent(
    SINGLE,
    "parameters += M * (D + 1) -> parameters = parameters + M * (D + 1)",
    "macs += M * D -> macs = macs + M * D",
    "parameters += F * (C * k * k + 1) -> parameters = parameters + F * (C * k * k + 1)",
    "macs += shape[1] * shape[2] * F * C * k * k -> macs = macs + shape[1] * shape[2] * F * C * k * k",
)
PARAMS_AND_MACS.equivalent("NumPy's whole numbers count too", "int(np.prod(shape)) -> np.prod(shape)")
RECEPTIVE_FIELD.equivalent(
    SINGLE,
    "width += (layer['k'] - 1) * step -> width = width + (layer['k'] - 1) * step",
    "step *= layer['stride'] -> step = step * layer['stride']",
)
