"""Small relatives of VGG, GoogLeNet and ResNet that learn in seconds, and what the large ones cost.

The networks are for images of 8×8 to 32×32 pixels. They take the shape (C, H, W) of an image and the number of classes
K, draw their weights from rng (He), and return scores (N, K) for the cross entropy of the softmax.
"""

import numpy as np

from nnref.affine import Affine
from nnref.batch_norm import BatchNorm
from nnref.blocks import Inception, ResidualBlock, conv_relu, vgg_block
from nnref.convolution import Convolution
from nnref.global_pooling import GlobalAveragePooling
from nnref.layers import Relu
from nnref.pooling import Flatten, MaxPooling
from nnref.sequential import Sequential
from nnref.shapes import at_least_1


def _scores(D, K, rng, dtype):
    """Return the last layer: it starts so small that all scores are near 0 and the first loss near log K."""
    return Affine(0.01 * rng.standard_normal((D, K), dtype), np.zeros(K, dtype))


def small_vgg(shape, K, rng, dtype=np.float32):
    """Return a VGG with two blocks of two convolutions, 16 and 32 channels, and two affine layers.

    Each block halves the image. Raises ValueError for images of fewer than 4×4 pixels.
    """
    C, H, W = shape
    if min(H, W) < 4:
        raise ValueError(f"small_vgg: found images of {H} × {W} pixels; expected at least 4 × 4, to halve them twice")
    return Sequential(
        [
            *vgg_block(2, C, 16, rng, dtype),
            *vgg_block(2, 16, 32, rng, dtype),
            Flatten(),
            Affine.he(32 * (H // 4) * (W // 4), 64, rng, dtype),
            Relu(),
            _scores(64, K, rng, dtype),
        ]
    )


def small_googlenet(shape, K, rng, dtype=np.float32):
    """Return a GoogLeNet with two Inception blocks of 40 and 64 channels; the mean of each channel gives the scores."""
    return Sequential(
        [
            *conv_relu(shape[0], 16, 3, rng, dtype),
            Inception.he(16, 8, (8, 16), (4, 8), 8, rng, dtype),
            MaxPooling(3, stride=2, pad=1),
            Inception.he(40, 16, (16, 24), (4, 12), 12, rng, dtype),
            GlobalAveragePooling(),
            _scores(64, K, rng, dtype),
        ]
    )


def small_resnet(shape, K, rng, n=1, dtype=np.float32):
    """Return a ResNet of 6 n + 2 layers: a convolution, three stages of n residual blocks, an affine layer.

    The stages have 8, 16 and 32 channels; the second and the third halve the image in their first block. Layers are
    counted as in the paper, convolutions and affine layers on the longest way, so that n = 3 gives 20.
    """
    layers = [Convolution.he(shape[0], 8, 3, rng, pad=1, dtype=dtype), BatchNorm.standard(8, dtype), Relu()]
    for c_in, c_out, stride in ((8, 8, 1), (8, 16, 2), (16, 32, 2)):
        layers.append(ResidualBlock.he(c_in, c_out, rng, stride, dtype))
        layers += [ResidualBlock.he(c_out, c_out, rng, dtype=dtype) for _ in range(n - 1)]
    return Sequential([*layers, GlobalAveragePooling(), _scores(32, K, rng, dtype)])


def bottleneck_macs(H, W, c_in, c_mid, c_out, k):
    """Return what one image costs without and with a bottleneck: two ints, multiplications with a sum (MACs).

    Both ways lead from c_in to c_out channels of H × W pixels, with stride 1 and a border that keeps H and W:
    direct, one convolution of k × k: H W c_in c_out k²; with a bottleneck, first 1×1 from c_in to c_mid channels, then
    k × k from c_mid to c_out: H W (c_in c_mid + c_mid c_out k²). Raises ValueError for numbers below 1.
    """
    named = {"H": H, "W": W, "c_in": c_in, "c_mid": c_mid, "c_out": c_out, "k": k}
    H, W, c_in, c_mid, c_out, k = (at_least_1("bottleneck_macs", name, value) for name, value in named.items())
    return H * W * c_in * c_out * k**2, H * W * (c_in * c_mid + c_mid * c_out * k**2)


SPEC = {"conv": ("C", "F", "k", "bias"), "norm": ("C",), "pool": (), "dense": ("D", "M")}


def count_parameters(spec):
    """Return how many numbers a network learns, an int.

    spec : a list of dicts, one for each layer, in any order, branches too:
           {"kind": "conv", "C": 3, "F": 64, "k": 7, "bias": True}   C k² weights for each of the F filters, and a bias
                                                                     for each where "bias" is True: F C k² + F
           {"kind": "norm", "C": 64}                                 batch normalisation: gamma and beta, 2 C
           {"kind": "pool"}                                          nothing to learn
           {"kind": "dense", "D": 512, "M": 10}                      D weights and a bias for each of M units: M (D + 1)
    Raises ValueError for other kinds or keys, and numbers below 1.
    """
    total = 0
    for layer in spec:
        kind = layer.get("kind")
        if kind not in SPEC:
            raise ValueError(f"count_parameters: found a layer of kind {kind!r}; expected {', '.join(SPEC)}")
        if set(layer) != {"kind", *SPEC[kind]}:
            found = ", ".join(key for key in layer if key != "kind") or "no more"
            expected = ", ".join(SPEC[kind]) or "no more"
            raise ValueError(f"count_parameters: found a layer of kind {kind} with {found}; expected {expected}")
        size = {name: at_least_1("count_parameters", name, layer[name]) for name in SPEC[kind] if name != "bias"}
        if kind == "conv":
            total += size["F"] * (size["C"] * size["k"] ** 2 + bool(layer["bias"]))
        elif kind == "norm":
            total += 2 * size["C"]
        elif kind == "dense":
            total += size["M"] * (size["D"] + 1)
    return total


def vgg_16():
    """Return VGG-16 as a spec for count_parameters: 13 convolutions, 5 poolings, 3 dense layers; 138,357,544 numbers.

    Configuration D of the paper, for images of 3 × 224 × 224 and 1000 classes.
    """
    spec, C = [], 3
    for n, F in ((2, 64), (2, 128), (3, 256), (3, 512), (3, 512)):
        for _ in range(n):
            spec.append({"kind": "conv", "C": C, "F": F, "k": 3, "bias": True})
            C = F
        spec.append({"kind": "pool"})
    sizes = (512 * 7 * 7, 4096, 4096, 1000)  # five poolings halve 224 to 7
    return spec + [{"kind": "dense", "D": D, "M": M} for D, M in zip(sizes[:-1], sizes[1:], strict=True)]
