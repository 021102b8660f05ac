"""The blocks that deep networks for images are built from: VGG, Inception, residual.

Each keeps the arrays of its layers as its own `params` and `grads`. Convolutions keep height and width (stride 1, a
border of half a filter) where nothing else is said.
"""

import numpy as np

from nnref.batch_norm import BatchNorm
from nnref.convolution import Convolution
from nnref.layer import Composite
from nnref.layers import Relu
from nnref.pooling import MaxPooling
from nnref.shapes import check_shapes, floating


def conv_relu(c_in, c_out, size, rng, dtype=np.float32):
    """Return two layers: a convolution from c_in to c_out channels, size × size pixels (odd), and a ReLU."""
    return [Convolution.he(c_in, c_out, size, rng, pad=size // 2, dtype=dtype), Relu()]


def vgg_block(n, c_in, c_out, rng, dtype=np.float32):
    """Return the layers of a VGG block, a list: n times convolution 3×3 and ReLU, then one pooling that halves.

    The first convolution goes from c_in to c_out channels, the others from c_out to c_out. Weights drawn from rng (He),
    biases 0. Images (N, c_in, H, W) become (N, c_out, H // 2, W // 2). Raises ValueError for n below 1.
    Source: K. Simonyan, A. Zisserman, "Very deep convolutional networks for large-scale image recognition", 2015.
    """
    if n < 1:
        raise ValueError(f"vgg_block: found n {n}; expected at least 1 convolution")
    layers = conv_relu(c_in, c_out, 3, rng, dtype)
    for _ in range(n - 1):
        layers += conv_relu(c_out, c_out, 3, rng, dtype)
    return [*layers, MaxPooling(2)]


class Inception(Composite):
    """Branches side by side: all see the same x, and their channels are stacked, out = [branch_1(x), branch_2(x), ...].

    On the way back each branch gets its own channels of dout, and dx is the sum over the branches: x went into all.
    Source: C. Szegedy et al., "Going deeper with convolutions", 2015.
    """

    def __init__(self, branches):
        """branches : lists of layers. Each turns x (N, C, H, W) into (N, F, OH, OW), with the same OH and OW."""
        super().__init__([Composite(layers) for layers in branches])

    @classmethod
    def he(cls, C, c1, c3, c5, c_pool, rng, dtype=np.float32):
        """Make the block of GoogLeNet: C channels become c1 + c3[1] + c5[1] + c_pool.

        Four branches: 1×1 to c1; 1×1 to c3[0], then 3×3 to c3[1]; 1×1 to c5[0], then 5×5 to c5[1]; the maximum of 3×3
        pixels, then 1×1 to c_pool. A ReLU follows each convolution. Weights drawn from rng (He), biases 0.
        """
        return cls(
            [
                conv_relu(C, c1, 1, rng, dtype),
                conv_relu(C, c3[0], 1, rng, dtype) + conv_relu(c3[0], c3[1], 3, rng, dtype),
                conv_relu(C, c5[0], 1, rng, dtype) + conv_relu(c5[0], c5[1], 5, rng, dtype),
                [MaxPooling(3, stride=1, pad=1), *conv_relu(C, c_pool, 1, rng, dtype)],
            ]
        )

    def forward(self, x, train=False):
        """x (N, C, H, W). Returns (N, ΣF, OH, OW). Raises ValueError for branches whose images differ in size."""
        outs = [branch.forward(x, train) for branch in self.layers]
        N, _, OH, OW = check_shapes("Inception", **{"branch 0": (outs[0], "N F OH OW")}).values()
        for i, out in enumerate(outs):
            check_shapes("Inception", N=N, OH=OH, OW=OW, **{f"branch {i}": (out, "N F OH OW")})
        out = np.concatenate(outs, axis=1)
        self.cache = out.shape, np.cumsum([out.shape[1] for out in outs])[:-1]
        return out

    def backward(self, dout):
        """dout (N, ΣF, OH, OW). Returns the gradient of x."""
        shape, ends = self.cache
        dout = floating(dout)
        check_shapes("Inception", **dict(zip(("N", "F", "OH", "OW"), shape, strict=True)), dout=(dout, "N F OH OW"))
        first, *others = np.split(dout, ends, axis=1)
        dx = self.layers[0].backward(first)
        for branch, d in zip(self.layers[1:], others, strict=True):
            dx = dx + branch.backward(d)
        return dx


class ResidualBlock(Composite):
    """out = relu(body(x) + skip(x)): the body only learns what to add to x.

    On the way back the sum passes the same gradient to both: dx = dbody + dskip. Where the skip is x itself, dskip is
    that gradient unchanged, however deep the network.
    Source: K. He et al., "Deep residual learning for image recognition", 2016.
    """

    def __init__(self, body, projection=()):
        """body, projection : lists of layers; without a projection the skip is x itself."""
        self.body, self.projection, self.relu = Composite(body), Composite(projection), Relu()
        super().__init__([self.body, self.projection, self.relu])

    @classmethod
    def he(cls, c_in, c_out, rng, stride=1, dtype=np.float32):
        """Make the block of ResNet-18: conv 3×3, BatchNorm, ReLU, conv 3×3, BatchNorm; then the skip, and a ReLU.

        The first convolution goes from c_in to c_out channels with the stride. Where that changes the shape, the skip
        is projected: conv 1×1 with the same stride, BatchNorm. Weights drawn from rng (He), biases 0.
        """
        body = [
            Convolution.he(c_in, c_out, 3, rng, stride, pad=1, dtype=dtype),
            BatchNorm.standard(c_out, dtype),
            Relu(),
            Convolution.he(c_out, c_out, 3, rng, pad=1, dtype=dtype),
            BatchNorm.standard(c_out, dtype),
        ]
        if stride == 1 and c_in == c_out:
            return cls(body)
        return cls(body, [Convolution.he(c_in, c_out, 1, rng, stride, dtype=dtype), BatchNorm.standard(c_out, dtype)])

    def forward(self, x, train=False):
        """x (N, C, H, W). Returns (N, F, OH, OW). Raises ValueError where the skip has not the shape of the body."""
        out, skip = self.body.forward(x, train), self.projection.forward(x, train)
        check_shapes("ResidualBlock", body=(out, "N F OH OW"), skip=(skip, "N F OH OW"))
        return self.relu.forward(out + skip, train)  # a new array: the skip may be x itself, and x is not ours

    def backward(self, dout):
        """dout (N, F, OH, OW). Returns the gradient of x."""
        d = self.relu.backward(dout)
        return self.body.backward(d) + self.projection.backward(d)
