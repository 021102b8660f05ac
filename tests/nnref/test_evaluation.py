"""Reading IDX files, splitting, accuracy, confusion."""

import gzip
import hashlib
import struct

import numpy as np
import pytest
from nnref.evaluation import accuracy, confusion_matrix, load_idx, split

from tests.conftest import ROOT

MNIST = ROOT.parent / "shared" / "data" / "mnist"
DIGESTS = {
    "t10k-images-idx3-ubyte": ("0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7", (10000, 28, 28)),
    "t10k-labels-idx1-ubyte": ("ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2", (10000,)),
    "train-labels-idx1-ubyte": ("65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5", (60000,)),
}


def idx(code, letter, numbers):
    """The bytes of an IDX file, made by hand."""
    shape = np.shape(numbers)
    header = struct.pack(f">HBB{len(shape)}I", 0, code, len(shape), *shape)
    return header + struct.pack(f">{np.size(numbers)}{letter}", *np.ravel(numbers).tolist())


@pytest.mark.parametrize(
    ("code", "letter", "dtype", "numbers"),
    [
        (8, "B", np.uint8, [[0, 255, 7], [128, 1, 2]]),
        (9, "b", np.int8, [[0, -128, 7], [127, 1, 2]]),
        (11, "h", np.int16, [[[1, -300], [258, 4]]]),
        (12, "i", np.int32, [1, -70000, 16909060]),
        (13, "f", np.float32, [[1.5, -0.1], [1e30, 0]]),
        (14, "d", np.float64, [[0.1, -1e300]]),
        (8, "B", np.uint8, np.zeros((0, 28, 28), int)),
    ],
)
def test_load_idx_of_every_type(code, letter, dtype, numbers):
    found = load_idx(idx(code, letter, numbers))
    assert found.dtype == dtype and found.dtype.isnative and found.flags.writeable
    np.testing.assert_array_equal(found, np.array(numbers, dtype))


@pytest.mark.parametrize("name", DIGESTS)
def test_load_idx_of_mnist(name):
    path = MNIST / f"{name}.gz"
    if not path.exists():
        pytest.skip(f"{path} is not there")
    data = gzip.decompress(path.read_bytes())
    digest, shape = DIGESTS[name]
    assert hashlib.sha256(data).hexdigest() == digest
    found = load_idx(data)
    assert found.shape == shape and found.dtype == np.uint8
    if "t10k-labels" in name:
        assert found[:5].tolist() == [7, 2, 1, 0, 4]
        assert np.bincount(found).tolist() == [980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009]
    elif "images" in name:
        assert found[0].sum() == sum(data[16 : 16 + 784])  # a header of 16 bytes
        assert found.min() == 0 and found.max() == 255


GOOD = idx(8, "B", [[1, 2, 3], [4, 5, 6]])


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "found a file that begins with ; expected 00 00, type, axes"),
        (gzip.compress(GOOD, mtime=0), "found a file that begins with 1f 8b 08 00; expected 00 00, type, axes"),
        (b"\0\0\x0a\x01" + GOOD[4:], "found a file that begins with 00 00 0a 01; expected 00 00, type, axes"),
        (b"\x02\x08\0\0" + GOOD[4:], "found a file that begins with 02 08 00 00; expected 00 00, type, axes"),
        (GOOD[:11], "found 11 bytes; expected at least 12, for the lengths of 2 axes"),
        (GOOD[:-1], "found 17 bytes; expected 18, for the shape (2, 3)"),
        (GOOD + b"\0", "found 19 bytes; expected 18, for the shape (2, 3)"),
        (b"\0\0\x08\x01\xff\xff\xff\xff", "found 8 bytes; expected 4294967303, for the shape (4294967295,)"),
    ],
)
def test_load_idx_refuses(data, sentence):
    with pytest.raises(ValueError, match="^load_idx: ") as error:
        load_idx(data)
    assert str(error.value) == f"load_idx: {sentence}"


@pytest.mark.parametrize(
    ("N", "fractions", "sizes"),
    [
        (10, (0.8, 0.2), [8, 2]),
        (1797, (0.7, 0.1, 0.2), [1258, 180, 359]),
        (3, (0.1,) * 10, None),
        (0, (0.5, 0.5), [0, 0]),
    ],
)
def test_split_loses_and_doubles_nothing(N, fractions, sizes):
    X, y = np.arange(2 * N).reshape(N, 2), 10 * np.arange(N)
    parts = split(X, y, fractions, np.random.default_rng(0))
    assert len(parts) == len(fractions)
    for part, t in parts:
        np.testing.assert_array_equal(part, np.stack([t // 5, t // 5 + 1], axis=1))  # still together
        assert not np.shares_memory(part, X)
    np.testing.assert_array_equal(np.sort(np.concatenate([t for _, t in parts])), y)
    found = [len(t) for _, t in parts]
    assert sizes is None or found == sizes
    assert all(abs(n - share * N) <= 1 for n, share in zip(found, fractions, strict=True))


def test_split_is_random_and_repeats_with_its_generator():
    X = np.arange(100)
    first, again, other = (split(X, X, (0.5, 0.5), np.random.default_rng(seed))[0][0] for seed in (1, 1, 2))
    np.testing.assert_array_equal(first, again)
    assert not np.array_equal(np.sort(first), np.sort(other)) and not np.array_equal(np.sort(first), X[:50])
    np.testing.assert_array_equal(X, np.arange(100))


def test_split_draws_every_sample_equally_often():
    """2,000 splits of 8 samples in halves: each is in the first half 1000 ± 22 times; 6 σ has a false alarm in 5e8."""
    rng = np.random.default_rng(3)
    counts = sum(
        np.bincount(split(np.arange(8), np.arange(8), (0.5, 0.5), rng)[0][0], minlength=8) for _ in range(2000)
    )
    assert np.abs(counts - 1000).max() < 6 * np.sqrt(2000) / 2


@pytest.mark.parametrize("fractions", [(0.8, 0.3), (0.5, 0.4), (1.5, -0.5)])
def test_split_refuses(fractions):
    with pytest.raises(ValueError, match=r"^split: found the fractions \(.*\); expected shares of at least 0 "):
        split(np.arange(9), np.arange(9), fractions, np.random.default_rng(0))
    with pytest.raises(ValueError, match="^split: y has 8 samples; expected 9, as many as X$"):
        split(np.arange(9), np.arange(8), (0.5, 0.5), np.random.default_rng(0))


class Scores:
    """A model whose scores are its input; it has no way to train, and notes how much it is asked at once."""

    asked = ()

    def predict(self, x):
        self.asked += (len(x),)
        return x


def test_accuracy():
    X = np.array([[3, 1, 2], [0, 5, 1], [1, 0, 4], [2, 2, 0]])
    y = np.array([0, 1, 0, 1])
    assert accuracy(Scores(), X, y) == 0.5  # of the equal scores of the last row the first counts
    assert accuracy(Scores(), X, np.eye(3)[y]) == 0.5
    assert accuracy(Scores(), X, [0, 1, 2, 0]) == 1
    with pytest.raises(ValueError, match="^accuracy: y has 3 samples; expected 4, as many as X$"):
        accuracy(Scores(), X, y[:3])
    with pytest.raises(ValueError, match="^accuracy: found an empty batch"):
        accuracy(Scores(), X[:0], y[:0])
    with pytest.raises(ValueError, match=r"^accuracy: scores has shape \(4,\); expected \(N, K\)$"):
        accuracy(Scores(), y, y)


def test_accuracy_of_many_samples_asks_in_parts():
    model, y = Scores(), np.random.default_rng(0).integers(0, 3, 2500)
    X = np.eye(3)[y]
    X[2400:] = X[2400:, ::-1]
    assert accuracy(model, X, y) == (2400 + np.sum(y[2400:] == 1)) / 2500
    assert sum(model.asked) == 2500 and max(model.asked) <= 1000


def test_confusion_matrix():
    """Rows are the true classes; repeated pairs are all counted; a class that does not occur has its row and column."""
    t, p = np.array([0, 0, 0, 2, 2]), np.array([1, 1, 0, 2, 0])
    np.testing.assert_array_equal(confusion_matrix(t, p, 4), [[1, 2, 0, 0], [0] * 4, [1, 0, 1, 0], [0] * 4])
    large = np.full(7, 39, np.uint8)  # 39 · 40 + 39 does not fit in a byte
    assert confusion_matrix(large, large, 40)[39, 39] == 7
    np.testing.assert_array_equal(confusion_matrix([], [], 2), np.zeros((2, 2)))
