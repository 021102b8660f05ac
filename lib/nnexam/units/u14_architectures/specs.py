"""u14_architectures: the networks of the papers, as specs for count_parameters."""

from nnref.architectures import vgg_16

__all__ = ["inception_3a", "resnet_18", "small_net", "vgg_16"]


def _conv(C, F, k, bias):
    return {"kind": "conv", "C": C, "F": F, "k": k, "bias": bias}


def inception_3a():
    """The first Inception block of GoogLeNet; table 1 of the paper says 159K without biases, K = 1024."""
    sizes = ((192, 64, 1), (192, 96, 1), (96, 128, 3), (192, 16, 1), (16, 32, 5), (192, 32, 1))
    return [_conv(C, F, k, False) for C, F, k in sizes] + [{"kind": "pool"}]


def resnet_18():
    """ResNet-18 for 1000 classes: 11,689,512 numbers, as the documentation of torchvision says."""
    spec, C = [_conv(3, 64, 7, False), {"kind": "norm", "C": 64}, {"kind": "pool"}], 64
    for F in (64, 128, 256, 512):
        for c_in in (C, F):
            spec += [_conv(c_in, F, 3, False), {"kind": "norm", "C": F}]
            spec += [_conv(F, F, 3, False), {"kind": "norm", "C": F}]
        if C != F:
            spec += [_conv(C, F, 1, False), {"kind": "norm", "C": F}]
        C = F
    return [*spec, {"kind": "pool"}, {"kind": "dense", "D": 512, "M": 1000}]


def small_net(rng):
    """A little of everything, with drawn sizes."""
    a, b, c, d, e = (int(size) for size in rng.permutation(range(2, 12))[:5])
    return [
        _conv(a, b, 3, True),
        {"kind": "norm", "C": b},
        {"kind": "pool"},
        _conv(b, c, 5, False),
        {"kind": "dense", "D": d, "M": e},
    ]
