"""Whole networks: one epoch of each beside PyTorch, and a run that shows what a network of nnref learns in seconds."""

import time

import numpy as np
from nnref.affine import Affine
from nnref.convolution import Convolution
from nnref.evaluation import accuracy
from nnref.images import transform
from nnref.layers import Relu
from nnref.optimizers import Adam
from nnref.pooling import Flatten, MaxPooling
from nnref.sequential import Sequential

from tests.benchmarks.measure import peak_memory
from tests.benchmarks.rows import Row, products

BATCH = 100


def mlp(rng):
    """784 → 100 → 10."""
    return Sequential([Affine.he(784, 100, rng), Relu(), Affine.he(100, 10, rng)])


def convolutions(F1, F2, rng):
    """Return the layers from images (N, 1, 28, 28) to (N, 16 F2): twice a convolution 5 × 5, ReLU and pooling."""
    layers = [Convolution.he(1, F1, 5, rng), Relu(), MaxPooling(2)]
    return [*layers, Convolution.he(F1, F2, 5, rng), Relu(), MaxPooling(2), Flatten()]


def cnn(rng):
    """Two convolutions with 16 and 32 filters; 512 → 100 → 10."""
    return Sequential([*convolutions(16, 32, rng), Affine.he(512, 100, rng), Relu(), Affine.he(100, 10, rng)])


def torch_mlp(nn):
    return nn.Sequential(nn.Flatten(), nn.Linear(784, 100), nn.ReLU(), nn.Linear(100, 10))


def torch_cnn(nn):
    layers = [nn.Conv2d(1, 16, 5), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(16, 32, 5), nn.ReLU(), nn.MaxPool2d(2)]
    return nn.Sequential(*layers, nn.Flatten(), nn.Linear(512, 100), nn.ReLU(), nn.Linear(100, 10))


def torch_epoch(torch, model, X, y):
    """Return a function that does what one epoch of `Sequential.fit` does: shuffle, learn, add up loss and hits."""
    X, y = torch.tensor(X), torch.tensor(y)
    optimizer = torch.optim.Adam(model.parameters())

    def run():
        loss_sum, hits = 0.0, 0
        for chosen in torch.randperm(len(X)).split(BATCH):
            labels = y[chosen]
            scores = model(X[chosen])
            loss = torch.nn.functional.cross_entropy(scores, labels)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            loss_sum += loss.item() * len(chosen)
            hits += (scores.argmax(1) == labels).sum().item()
        return ()

    return run


def epoch_row(name, build, peer, X, y, gemms):
    """A row of one epoch over all images; its memory is that of a tenth of them, since the batches are all alike."""
    rng = np.random.default_rng(0)

    def compiled():
        model = build(rng)
        model.compile(Adam(), "softmax_cross_entropy")
        return model

    model, part = compiled(), len(X) // 10
    return Row(
        f"{name}, {len(X):,} images",
        lambda: model.fit(X, y, 1, BATCH, rng) and (),
        lambda torch: torch_epoch(torch, peer(torch.nn), X, y),
        lambda: peak_memory(lambda: ((), compiled().fit(X[:part], y[:part], 1, BATCH, rng)), lambda cache: ()),
        gemms * (len(X) // BATCH),
    )


def epoch_rows(X, y):
    """Return the rows of both networks, for X (N, 1, 28, 28) and y (N,). Gradients of the images are not needed."""
    dense = [*products(BATCH, 784, 100, first=True), *products(BATCH, 100, 10)]
    images = [*products(BATCH * 576, 25, 16, first=True), *products(BATCH * 64, 400, 32)]
    head = [*products(BATCH, 512, 100), *products(BATCH, 100, 10)]
    return [
        epoch_row("epoch of the MLP", mlp, torch_mlp, X.reshape(len(X), -1), y, dense),
        epoch_row("epoch of the CNN", cnn, torch_cnn, X, y, images + head),
    ]


def shifted(X, rng):
    """Return each image moved at random by at most one pixel."""
    N, C = X.shape[:2]
    dy, dx = rng.integers(-1, 2, (2, N))
    return transform(X, np.zeros(N, bool), dy, dx, np.tile(np.arange(C), (N, 1)), np.ones((N, C)))


def lesson(learn, test, seed=0):
    """Teach a small CNN the images of `learn`; return the seconds that takes, and its accuracy on those of `test`.

    Two convolutions 5 × 5 with 12 and 32 filters, each with ReLU and pooling, and one affine layer; Adam, six epochs in
    batches of 64, with smaller and smaller steps; in each epoch every image stands somewhere else by up to a pixel.
    """
    rng = np.random.default_rng(seed)
    start = time.perf_counter()
    model = Sequential([*convolutions(12, 32, rng), Affine.he(512, 10, rng)])
    optimizer = Adam()
    model.compile(optimizer, "softmax_cross_entropy")
    for optimizer.lr in (0.004, 0.004, 0.003, 0.002, 0.001, 0.0003):
        model.fit(shifted(learn[0], rng), learn[1], epochs=1, batch_size=64, rng=rng)
    return time.perf_counter() - start, accuracy(model, *test)
