"""The images that the networks of the benchmark learn: real MNIST where it lies at hand, else the course's digits."""

import gzip
from pathlib import Path

import numpy as np
from nnlab.data import digits
from nnref.evaluation import load_idx, split

ROOT = Path(__file__).resolve().parents[2]
MNIST = ROOT.parent / "shared" / "data" / "mnist"


def mnist():
    """Return the 10,000 test images of MNIST (10000, 1, 28, 28), float32 from 0 to 1, and their labels."""
    files = [MNIST / f"t10k-{kind}-ubyte.gz" for kind in ("images-idx3", "labels-idx1")]
    X, y = (load_idx(gzip.decompress(file.read_bytes())) for file in files)
    return X[:, np.newaxis] / np.float32(255), y.astype(np.int64)


def enlarged_digits():
    """Return the 1,797 digits of the course, enlarged from 8 × 8 to 28 × 28 pixels, and their labels."""
    X, y = digits()
    larger = np.kron(X.reshape(-1, 1, 8, 8), np.ones((3, 3))).astype(np.float32)
    return np.pad(larger, ((0, 0), (0, 0), (2, 2), (2, 2))), y


def images():
    """Return (X, y) of 8,000 images to learn from, (X, y) of others to test, and what they are, in words.

    The split is drawn, but always the same.
    """
    real = MNIST.exists()
    learn, test = split(*(mnist() if real else enlarged_digits()), (0.8, 0.2), np.random.default_rng(0))
    if real:
        return learn, test, "the 10,000 test images of MNIST, 8,000 to learn from and 2,000 to test"
    again = np.arange(8000) % len(learn[1])  # as many as of MNIST, so that an epoch takes as long
    text = f"the digits of nnlab.data (found no {MNIST.relative_to(ROOT.parent)}), enlarged and repeated"
    return (learn[0][again], learn[1][again]), test, text
