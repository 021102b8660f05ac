"""The data of the course. Only MNIST may need a network, once; the digits never do."""

from importlib.resources import files

import numpy as np

from nnlab.detection import scenes
from nnlab.mnist import DataError, mnist_file, mnist_or_digits
from nnlab.scenery import scene
from nnlab.shapes import shapes
from nnlab.texts import text

__all__ = ["DataError", "digits", "mnist_file", "mnist_or_digits", "scene", "scenes", "shapes", "text"]


def digits():
    """Return the 1,797 handwritten digits of 8×8 pixels.

    Returns X (1797, 64) float64 with grey values from 0 to 1, rows of the image one after the other,
    and y (1797,) int64 with the digit that was written. Each call returns new arrays.

    Source: E. Alpaydin, C. Kaynak, "Optical Recognition of Handwritten Digits", UCI Machine Learning
    Repository, 1998, licence CC BY 4.0; the part that scikit-learn bundles (``files/digits.txt``).
    """
    with np.load(files("nnlab") / "files" / "digits.npz", allow_pickle=False) as stored:
        return stored["X"] / 16.0, stored["y"].astype(np.int64)
