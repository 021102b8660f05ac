"""What is done with images around a network: feature maps, shifts, augmentation, saliency."""

import numpy as np
from nnref.affine import Affine
from nnref.batch_norm import BatchNorm, batch_norm_naive
from nnref.cnn import feature_maps, shift_images, shift_images_naive
from nnref.convolution import Convolution
from nnref.convolution_loops import conv2d_naive
from nnref.gradient_check import numerical_gradient
from nnref.images import augment, saliency, transform, transform_naive
from nnref.layer import Composite
from nnref.layers import Relu
from nnref.pooling import MaxPooling

from tests.nnref.operations import Operation, all_different
from tests.nnref.operations.architectures import max_pool, relu, smooth

PLAIN = {"gradient": "a plain function"}
IMAGE = {"N": (1, 3, 4), "C": (1, 2, 3), "H": (2, 6, 7), "W": (2, 5, 7)}


def draw_images(rng, N, C, H, W):
    return {"x": all_different(rng, N, C, H, W)}


def draw_maps(rng, N, C, H, W):
    return draw_images(rng, N, C, H, W) | {
        "W1": rng.normal(size=(3, C, 2, 1)),
        "b1": rng.normal(size=3),
        "W2": rng.normal(size=(4, 3, 1, 2)),
        "b2": rng.normal(size=4),
    }


def maps(x, W1, b1, W2, b2, layer):
    """The second convolution is layer 2: the ReLU between them counts, the one after it does not."""
    last = Affine(np.ones((4, 2)), np.zeros(2))
    return feature_maps(Composite([Convolution(W1, b1), Relu(), Convolution(W2, b2), Relu(), last]), x, layer)


def maps_torch(torch, x, W1, b1, W2, b2, layer):
    F = torch.nn.functional
    return F.conv2d(F.conv2d(x, W1, b1).relu(), W2, b2)


def draw_transform(rng, N, C, H, W):
    return draw_images(rng, N, C, H, W) | {
        "mirror": rng.random(N) < 0.5,
        "dy": rng.integers(-H - 1, H + 1, N, endpoint=True),
        "dx": rng.integers(-2, 2, N, endpoint=True),
        "order": rng.permuted(np.tile(np.arange(C), (N, 1)), axis=1),
        "gain": rng.normal(size=(N, C)),
    }


def transform_torch(torch, x, mirror, dy, dx, order, gain):
    far = max(x.shape[2:]) + 1
    outs = []
    for n, image in enumerate(x):
        image = image.flip(2) if mirror[n] else image
        wide = torch.nn.functional.pad(image[None], (far,) * 4, mode="replicate")[0]
        moved = wide.roll((int(dy[n]), int(dx[n])), (1, 2))[:, far:-far, far:-far]
        outs.append(moved[order[n]] * gain[n][:, None, None])
    return torch.stack(outs)


def draw_saliency(rng, N, C, H, W):
    return {"x": rng.normal(size=(N, C, H, W)), "k": rng.integers(0, 4, N)}


def network(x):
    """A network with batch normalisation, the same for every call, in the type of x; its parameters."""
    rng, (_, C, H, W) = np.random.default_rng(5), x.shape
    shapes = ((4, C, 3, 3), (4,), (4,), (4,), (4 * (H // 2) * (W // 2), 4), (4,))
    params = [rng.normal(size=shape).astype(x.dtype) for shape in shapes]
    norm = BatchNorm(params[2], params[3])
    norm.mean[...], norm.var[...] = 0.4, 2.5
    return Composite([Convolution(*params[:2], pad=1), norm, Relu(), MaxPooling(2), Affine(*params[4:])]), params


def saliency_naive(x, k, gaps=None):
    """By differences, image by image: the network is linear between its kinks, so that they are exact there."""
    net, (W1, b1, gamma, beta, *_) = network(x)
    if gaps is not None:
        normed = batch_norm_naive(conv2d_naive(x, W1, b1, 1, 1), gamma, beta, np.full(4, 0.4), np.full(4, 2.5))
        max_pool(relu(normed, gaps), 2, 2, 0, gaps)
        return None
    slopes = np.zeros(x.shape)
    for n, image in enumerate(x):
        slopes[n] = numerical_gradient(lambda a, n=n: net.forward(a[None])[0, k[n]], image, h=1e-4)
    return np.abs(slopes).max(axis=1)


def saliency_torch(torch, x, k):
    F = torch.nn.functional
    W1, b1, gamma, beta, W2, b2 = (torch.tensor(p) for p in network(x.numpy())[1])
    x = x.clone().requires_grad_()
    out = F.conv2d(x, W1, b1, padding=1)
    out = F.batch_norm(out, torch.full_like(b1, 0.4), torch.full_like(b1, 2.5), gamma, beta)
    scores = F.max_pool2d(out.relu(), 2).flatten(1) @ W2 + b2
    return torch.autograd.grad(scores[torch.arange(len(x)), k].sum(), x)[0].abs().amax(1)


FOUR_AXES = "x has shape (6, 5); expected (N, C, H, W)"
OPERATIONS = [
    Operation(
        "feature_maps",
        maps,
        draw_maps,
        IMAGE,
        settings={"layer": 2},
        naive=lambda x, W1, b1, W2, b2, layer: conv2d_naive(np.maximum(conv2d_naive(x, W1, b1, 1, 0), 0), W2, b2, 1, 0),
        torch=maps_torch,
        errors=(
            ({"layer": 5}, "feature_maps: found layer 5; expected a whole number from 0 to 4"),
            ({"layer": -1}, "feature_maps: found layer -1; expected a whole number from 0 to 4"),
            ({"layer": 1.0}, "feature_maps: found layer 1.0; expected a whole number from 0 to 4"),
            (
                {"layer": 4, "x": np.zeros((3, 2, 2, 2))},
                "feature_maps: the output of layer 4 has shape (3, 2); expected (N, F, OH, OW)",
            ),
            ({"x": np.zeros((3, 3, 6, 5))}, "conv: W has shape (3, 2, 2, 1); expected (F, C=3, kh, kw)"),
        ),
        exempt=PLAIN,
    ),
    *(
        Operation(
            f"shift_images, {dx}, {dy}",
            shift_images,
            lambda rng, **sizes: {"X": all_different(rng, *sizes.values())},
            IMAGE,
            settings={"dx": dx, "dy": dy},
            naive=shift_images_naive,
            torch=lambda torch, X, dx, dy: torch.nn.functional.pad(X, (dx, -dx, dy, -dy)),
            errors=(
                ({"X": np.zeros((6, 5))}, "shift_images: X has shape (6, 5); expected (N, C, H, W)"),
                ({"dx": 0.5}, "shift_images: found dx 0.5; expected a whole number of pixels"),
                ({"dy": "1"}, "shift_images: found dy '1'; expected a whole number of pixels"),
            ),
            exempt=PLAIN,
        )
        for dx, dy in ((1, 0), (-2, 1), (0, -3))
    ),
    Operation(
        "augment",
        lambda x: augment(x, np.random.default_rng(3)),
        draw_images,
        IMAGE,
        errors=(({"x": np.zeros((6, 5))}, f"augment: {FOUR_AXES}"),),
        exempt=PLAIN
        | dict.fromkeys(("naive", "shapes", "batch of one"), "random draws; transform does the work")
        | {"pytorch": "PyTorch draws other numbers"},
    ),
    Operation(
        "transform",
        transform,
        draw_transform,
        IMAGE,
        naive=transform_naive,
        torch=transform_torch,
        errors=(
            ({"x": np.zeros((6, 5))}, f"transform: {FOUR_AXES}"),
            ({"mirror": np.zeros(2, bool)}, "transform: mirror has shape (2,); expected (N=3,)"),
            ({"dy": 1}, "transform: dy has shape (); expected (N=3,)"),
            ({"order": np.zeros((3, 1), int)}, "transform: order has shape (3, 1); expected (N=3, C=2)"),
            ({"gain": np.ones(3)}, "transform: gain has shape (3,); expected (N=3, C=2)"),
            ({"dx": np.array([0.5, 1, 2])}, "transform: found dx [0.5, 1.0, 2.0]; expected whole numbers of pixels"),
            (
                {"order": np.array([[0, 1], [1, 2], [0, 1]])},
                "transform: found order [[0, 1], [1, 2], [0, 1]]; expected channels from 0 to 1",
            ),
        ),
        exempt=PLAIN,
    ),
    Operation(
        "saliency",
        lambda x, k: saliency(network(x)[0], x, k),
        smooth(draw_saliency, saliency_naive),
        IMAGE,
        naive=saliency_naive,
        torch=saliency_torch,
        errors=(
            ({"k": np.array([0, 4, 1])}, "saliency: found the label 4; expected whole numbers from 0 to 3"),
            ({"k": np.array([0, 1])}, "saliency: k has shape (2,); expected (N=3,)"),
            ({"k": np.zeros((3, 4), int)}, "saliency: k has shape (3, 4); expected (N=3,)"),
        ),
        exempt={"gradient": "is a gradient itself"},
    ),
]
