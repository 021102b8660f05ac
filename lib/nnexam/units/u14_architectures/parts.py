"""u14_architectures: what the lesson gives, and the reference in the lesson's form."""

import numpy as np
from nnref import blocks
from nnref.convolution import Convolution
from nnref.global_pooling import GlobalAveragePooling
from nnref.layers import Relu


def conv(c_in, c_out, size, rng, stride=1):
    """The lesson's own: a convolution with random filters (He), whose border keeps height and width at stride 1."""
    return Convolution.he(c_in, c_out, size, rng, stride, pad=size // 2, dtype=np.float64)


def vgg_block(n, c_in, c_out, rng):
    """The reference's block, in float64."""
    return blocks.vgg_block(n, c_in, c_out, rng, np.float64)


class Inception(blocks.Inception):
    """The reference's block; a branch is one layer here."""

    def __init__(self, branches):
        super().__init__([[branch] for branch in branches])


class ResidualBlock(blocks.ResidualBlock):
    """The reference's block, without batch normalisation."""

    def __init__(self, c_in, c_out, rng, stride=1):
        body = [conv(c_in, c_out, 3, rng, stride), Relu(), conv(c_out, c_out, 3, rng)]
        same = stride == 1 and c_in == c_out
        super().__init__(body, [] if same else [conv(c_in, c_out, 1, rng, stride)])


class GlobalAvgPool(GlobalAveragePooling):
    """The reference's layer under the lesson's name."""
