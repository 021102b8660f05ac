"""The blocks of deep networks and a whole small one, built from given arrays.

Differences are taken away from kinks: each draw is repeated until no ReLU has an input near 0, and no window of a
pooling two nearly equal winners. The twins by loops measure that.
"""

import numpy as np
from nnref.batch_norm import BatchNorm, batch_norm_naive
from nnref.blocks import Inception, ResidualBlock, vgg_block
from nnref.cnn import SimpleConvNet
from nnref.convolution_loops import conv2d_naive, pool_naive
from nnref.layer import Composite
from nnref.losses import softmax_cross_entropy_naive

from tests.nnref.operations import Operation, all_different

NEAR = 3e-3  # the steps of the differences move numbers by less
MEAN, VAR = -0.3, 1.7  # running statistics, where they are used


def conv(rng, k, C, F, size):
    return {f"W{k}": rng.normal(0, np.sqrt(2 / (C * size**2)), (F, C, size, size)), f"b{k}": rng.normal(size=F)}


def norm(rng, k, F):
    return {f"gamma{k}": rng.uniform(0.5, 1.5, F) * rng.choice([-1, 1], F), f"beta{k}": rng.normal(size=F)}


def relu(x, gaps):
    gaps.append(np.abs(x).min(initial=1))
    return np.maximum(x, 0)


def max_pool(x, size, stride, pad, gaps):
    x = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)), constant_values=-np.inf)
    windows = np.lib.stride_tricks.sliding_window_view(x, (size, size), (2, 3))[:, :, ::stride, ::stride]
    *_, second, first = np.moveaxis(np.sort(windows.reshape(*windows.shape[:4], size * size)), -1, 0)
    gaps.append(np.min((first - second)[first != 0], initial=1))  # zeros come from a ReLU that is off
    return pool_naive(x, size, stride, "max")


def smooth(draw, twin):
    """Draw until the twin meets no kink."""

    def drawn(rng, **sizes):
        while True:
            arguments, gaps = draw(rng, **sizes), []
            twin(**arguments, gaps=gaps)
            if min(gaps) > NEAR:
                return arguments

    return drawn


def run(layer, x, train, params):
    """Fill the layer with the parameters and run it. The cache: the layer, and the names of its parameters."""
    for own, given in zip(layer.params, params.values(), strict=True):
        own[...] = given
    for norm in layers(layer, BatchNorm):
        norm.mean[...], norm.var[...] = MEAN, VAR
    return layer.forward(x, train), (layer, tuple(params))


def layers(layer, kind):
    """All layers of a kind, however deep inside."""
    inside = getattr(layer, "layers", ())
    return [layer] * isinstance(layer, kind) + [found for part in inside for found in layers(part, kind)]


def backward(dout, cache):
    layer, names = cache
    dx = layer.backward(dout)
    return dx, dict(zip(names, (g.copy() for g in layer.grads), strict=True))


def draw_vgg(rng, N, C, F, H, W):
    return {"x": rng.normal(size=(N, C, H, W))} | conv(rng, 1, C, F, 3) | conv(rng, 2, F, F, 3)


def vgg(x, W1, **params):
    F, C = W1.shape[:2]
    return run(Composite(vgg_block(2, C, F, np.random.default_rng(0), W1.dtype)), x, True, {"W1": W1} | params)


def vgg_naive(x, W1, b1, W2, b2, gaps=None):
    gaps = [] if gaps is None else gaps
    out = relu(conv2d_naive(x, W1, b1, 1, 1), gaps)
    return max_pool(relu(conv2d_naive(out, W2, b2, 1, 1), gaps), 2, 2, 0, gaps)


def vgg_torch(torch, x, W1, b1, W2, b2):
    F = torch.nn.functional
    return F.max_pool2d(F.conv2d(F.conv2d(x, W1, b1, padding=1).relu(), W2, b2, padding=1).relu(), 2)


def draw_inception(rng, N, C, H, W, A, B, D):
    """A channels of the 1×1 branch, B → A + 1 of 3×3, D → B + 1 of 5×5, D + 2 after pooling."""
    shapes = ((C, A, 1), (C, B, 1), (B, A + 1, 3), (C, D, 1), (D, B + 1, 5), (C, D + 2, 1))
    drawn = {"x": all_different(rng, N, C, H, W)}
    for k, shape in enumerate(shapes, 1):
        drawn |= conv(rng, k, *shape)
    return drawn


def inception(x, **params):
    C = params["W1"].shape[1]
    F1, F2, F3, F4, F5, F6 = (len(params[f"W{k}"]) for k in range(1, 7))
    rng = np.random.default_rng(0)
    return run(Inception.he(C, F1, (F2, F3), (F4, F5), F6, rng, params["W1"].dtype), x, True, params)


def inception_naive(x, gaps=None, **p):
    gaps = [] if gaps is None else gaps

    def step(x, k):
        return relu(conv2d_naive(x, p[f"W{k}"], p[f"b{k}"], 1, p[f"W{k}"].shape[2] // 2), gaps)

    return np.concatenate(
        [step(x, 1), step(step(x, 2), 3), step(step(x, 4), 5), step(max_pool(x, 3, 1, 1, gaps), 6)], axis=1
    )


def inception_torch(torch, x, **p):
    F = torch.nn.functional

    def step(x, k):
        return F.conv2d(x, p[f"W{k}"], p[f"b{k}"], padding="same").relu()

    return torch.cat([step(x, 1), step(step(x, 2), 3), step(step(x, 4), 5), step(F.max_pool2d(x, 3, 1, 1), 6)], 1)


def residual_row(where, projected, stride, train):
    """With and without projection and stride, in training and for prediction."""
    draws = {"C": (1, 3, 3)} | ({"F": (1, 4, 4)} if projected else {})

    def draw(rng, N, C, H, W, F=None):
        F = F or C
        x = {"x": rng.normal(size=(N, C, H, W))}
        inner = conv(rng, 1, C, F, 3) | norm(rng, 1, F) | conv(rng, 2, F, F, 3) | norm(rng, 2, F)
        return x | inner | (conv(rng, 3, C, F, 1) | norm(rng, 3, F) if projected else {})

    def forward(x, **params):
        F, C = params["W1"].shape[:2]
        block = ResidualBlock.he(C, F, np.random.default_rng(0), stride, params["W1"].dtype)
        return run(block, x, train, params)

    def naive(x, gaps=None, **p):
        gaps = [] if gaps is None else gaps
        statistics = {} if train else {"mean": np.full(len(p["b1"]), MEAN), "var": np.full(len(p["b1"]), VAR)}

        def step(x, k, stride, pad):
            out = conv2d_naive(x, p[f"W{k}"], p[f"b{k}"], stride, pad)
            return batch_norm_naive(out, p[f"gamma{k}"], p[f"beta{k}"], **statistics)

        body = step(relu(step(x, 1, stride, 1), gaps), 2, 1, 1)
        return relu(body + (step(x, 3, stride, 0) if projected else x), gaps)

    def torch(torch, x, **p):
        F = torch.nn.functional
        statistics = [None if train else torch.full_like(p["b1"].detach(), value) for value in (MEAN, VAR)]

        def step(x, k, stride, pad):
            out = F.conv2d(x, p[f"W{k}"], p[f"b{k}"], stride, pad)
            return F.batch_norm(out, *statistics, p[f"gamma{k}"], p[f"beta{k}"], training=train)

        body = step(step(x, 1, stride, 1).relu(), 2, 1, 1)
        return (body + (step(x, 3, stride, 0) if projected else x)).relu()

    names = [f"{kind}{k}" for k in range(1, 4 if projected else 3) for kind in ("W", "b", "gamma", "beta")]
    F = 4 if projected else 3
    return Operation(
        f"residual block, {where}",
        forward,
        smooth(draw, naive),
        {"N": (2 if train else 1, 3, 3), "H": (3, 5, 5), "W": (3, 4, 5)} | draws,
        backward=backward,
        gradients=("x", *names),
        naive=naive,
        torch=torch,
        errors=(({"x": np.zeros((3, 2, 5, 4))}, f"conv: W has shape ({F}, 3, 3, 3); expected (F, C=2, kh, kw)"),),
        exempt={"empty batch": "an error: nothing has no mean"} if train else {},
    )


def net_row(stride, pad):
    def draw(rng, N, C, H, W, F, M, K):
        OH, OW = (H + 2 * pad - 3) // stride + 1, (W + 2 * pad - 3) // stride + 1
        D = F * (OH // 2) * (OW // 2)
        drawn = {"x": rng.normal(size=(N, C, H, W)), "t": rng.integers(0, K, N)} | conv(rng, 1, C, F, 3)
        drawn |= {"W2": rng.normal(0, D**-0.5, (D, M)), "b2": rng.normal(size=M)}
        return drawn | {"W3": rng.normal(0, M**-0.5, (M, K)), "b3": rng.normal(size=K)}

    def forward(x, t, **params):
        shape, K = (params["W1"].shape[1], *x.shape[2:]), len(params["b3"])
        sizes = {"filters": len(params["b1"]), "stride": stride, "pad": pad, "hidden": len(params["b2"])}
        net = SimpleConvNet(shape, K, np.random.default_rng(0), **sizes, dtype=params["W1"].dtype)
        cache = run(net, x, True, params)[1]
        return net.loss(x, t), cache

    def naive(x, t, W1, b1, W2, b2, W3, b3, gaps=None):
        gaps = [] if gaps is None else gaps
        out = max_pool(relu(conv2d_naive(x, W1, b1, stride, pad), gaps), 2, 2, 0, gaps)
        return softmax_cross_entropy_naive(relu(out.reshape(len(x), -1) @ W2 + b2, gaps) @ W3 + b3, t)

    def torch(torch, x, t, W1, b1, W2, b2, W3, b3):
        F = torch.nn.functional
        out = F.max_pool2d(F.conv2d(x, W1, b1, stride, pad).relu(), 2).flatten(1)
        return F.cross_entropy((out @ W2 + b2).relu() @ W3 + b3, t)

    return Operation(
        f"SimpleConvNet and its loss, stride {stride}, pad {pad}",
        forward,
        smooth(draw, naive),
        {
            "N": (1, 3, 4),
            "C": (1, 2, 3),
            "H": (5, 7, 8),
            "W": (5, 6, 8),
            "F": (1, 4, 4),
            "M": (1, 5, 5),
            "K": (1, 3, 4),
        },
        backward=backward,
        gradients=("x", "W1", "b1", "W2", "b2", "W3", "b3"),
        naive=naive,
        torch=torch,
        errors=(
            ({"x": np.zeros((3, 1, 7, 6))}, "conv: W has shape (4, 2, 3, 3); expected (F, C=1, kh, kw)"),
            (
                {"t": np.array([0, 1, 3])},
                "softmax_cross_entropy: found the label 3; expected whole numbers from 0 to 2",
            ),
            (
                {"x": np.zeros((3, 2, 7, 3 - 2 * pad))},  # one column is left to pool
                "SimpleConvNet: found a window of 2 pixels; expected at most 1, image and border",
            ),
        ),
        exempt={"empty batch": "an error: a mean over no samples"},
    )


OPERATIONS = [
    Operation(
        "VGG block",
        vgg,
        smooth(draw_vgg, vgg_naive),
        {"N": (1, 2, 3), "C": (1, 3, 3), "F": (1, 4, 4), "H": (2, 5, 5), "W": (2, 4, 5)},
        backward=backward,
        gradients=("x", "W1", "b1", "W2", "b2"),
        naive=vgg_naive,
        torch=vgg_torch,
        errors=(({"x": np.zeros((2, 2, 5, 4))}, "conv: W has shape (4, 3, 3, 3); expected (F, C=2, kh, kw)"),),
    ),
    Operation(
        "Inception block",
        inception,
        smooth(draw_inception, inception_naive),
        {
            "N": (1, 2, 2),
            "C": (1, 2, 2),
            "H": (2, 4, 4),
            "W": (2, 3, 4),
            "A": (1, 2, 2),
            "B": (1, 2, 2),
            "D": (1, 1, 2),
        },
        backward=backward,
        gradients=("x", *(f"{kind}{k}" for k in range(1, 7) for kind in "Wb")),
        naive=inception_naive,
        torch=inception_torch,
        errors=(({"x": np.zeros((2, 3, 4, 3))}, "conv: W has shape (2, 2, 1, 1); expected (F, C=3, kh, kw)"),),
    ),
    residual_row("training", projected=False, stride=1, train=True),
    residual_row("projection, training", projected=True, stride=2, train=True),
    residual_row("prediction", projected=False, stride=1, train=False),
    residual_row("projection, prediction", projected=True, stride=2, train=False),
    net_row(1, 1),
    net_row(2, 0),
]
