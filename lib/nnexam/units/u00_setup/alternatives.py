"""u00_setup: other right solutions, each written in another style. All must earn full marks."""

import contextlib
import importlib
import importlib.util
import math
import platform
import sys
from importlib.metadata import PackageNotFoundError, version

import numpy as np

from .exercises import COSINE, DESCRIBE, ENV_REPORT, ROW_AND_COLUMN


def counted_axes(a):
    shape = []
    inner = a
    while inner.ndim > 0 and len(shape) < a.ndim:
        shape.append(a.shape[len(shape)])
        inner = inner[0] if len(inner) else inner
    return tuple(shape), len(shape), str(a.dtype)


DESCRIBE.alternative(lambda a: (np.shape(a), np.ndim(a), str(a.dtype)))
DESCRIBE.alternative(lambda a: [list(a.shape), len(a.shape), a.dtype.type.__name__.replace("bool_", "bool")])
DESCRIBE.alternative(lambda a: (tuple(a.shape[i] for i in range(a.ndim)), a.ndim, f"{a.dtype}"))
DESCRIBE.alternative(counted_axes)
DESCRIBE.alternative(lambda a: (np.array(a.shape), np.int64(a.ndim), np.dtype(a.dtype).name))


def filled(v):
    row, column = np.zeros((1, len(v))), np.zeros((len(v), 1))
    for i, number in enumerate(v):
        row[0, i] = number
        column[i, 0] = number
    return row, column


ROW_AND_COLUMN.alternative(lambda v: (v[np.newaxis, :].copy(), v[:, np.newaxis].copy()))
ROW_AND_COLUMN.alternative(filled)
ROW_AND_COLUMN.alternative(lambda v: (np.array([v]), np.array([v]).T))
ROW_AND_COLUMN.alternative(lambda v: (np.array(v, ndmin=2), np.array([[number] for number in v])))
ROW_AND_COLUMN.alternative(lambda v: [np.vstack([v]), np.column_stack([v])])
ROW_AND_COLUMN.alternative(lambda v: (np.expand_dims(v, 0) * 1.0, v.copy().reshape(v.size, 1)))
ROW_AND_COLUMN.alternative(lambda v: (np.einsum("j,i->ij", v, [1]), np.einsum("i,j->ij", v, [1])))


def unit_vectors(u, v):
    total = 1.0
    parts = []
    for vector in (u, v):
        length = math.sqrt(sum(float(number) ** 2 for number in vector))
        if length == 0:
            return 0
        parts.append([number / length for number in vector])
        total *= length
    return sum(a * b for a, b in zip(*parts, strict=True))


def by_law_of_cosines(u, v):
    a, b = (math.hypot(*map(float, w)) for w in (u, v))
    if a == 0 or b == 0:
        return 0.0
    return 1 - math.hypot(*(u / a - v / b)) ** 2 / 2


def float32_cosine(u, v):
    u, v = np.asarray(u, dtype=np.float32), np.asarray(v, dtype=np.float32)
    lengths = np.sqrt(np.sum(u**2)) * np.sqrt(np.sum(v**2))
    return u.dot(v) / lengths if lengths > 0 else np.float32(0)


def einsum_cosine(u, v):
    both = np.stack([u, v]).astype(float)
    gram = np.einsum("ik,jk->ij", both, both)
    return gram[0, 1] / np.sqrt(gram[0, 0] * gram[1, 1]) if gram.diagonal().all() else 0.0


COSINE.alternative(unit_vectors)
COSINE.alternative(by_law_of_cosines)
COSINE.alternative(float32_cosine)
COSINE.alternative(einsum_cosine)
COSINE.alternative(lambda u, v: np.nan_to_num(u @ v / (np.linalg.norm(u) * np.linalg.norm(v))))
COSINE.alternative(lambda u, v: np.dot(u, v) / np.prod(np.linalg.norm([u, v], axis=1)) if u.any() and v.any() else 0)


def imported_one_by_one():
    report = {"python": "{}.{}.{}".format(*sys.version_info[:3])}
    for name in ["numpy", "matplotlib", "tensorflow"]:
        try:
            report[name] = importlib.import_module(name).__version__
        except ModuleNotFoundError:
            report[name] = None
    return report


def by_metadata():
    def find(name):
        try:
            return version(name)
        except PackageNotFoundError:
            return None

    return {"python": platform.python_version(), **{name: find(name) for name in ("numpy", "matplotlib", "tensorflow")}}


def looked_for_first():
    found = None
    if importlib.util.find_spec("tensorflow") is not None:
        found = importlib.import_module("tensorflow").__version__
    drawn = importlib.import_module("matplotlib").__version__
    return dict(python=sys.version.split()[0], numpy=np.__version__, matplotlib=drawn, tensorflow=found)


def with_more_keys():
    report = {"system": platform.system(), "python": ".".join(platform.python_version_tuple()), "tensorflow": None}
    for name in ("tensorflow", "matplotlib", "numpy"):
        with contextlib.suppress(Exception):
            report[name] = getattr(__import__(name), "__version__", None)
    return report


ENV_REPORT.alternative(imported_one_by_one)
ENV_REPORT.alternative(by_metadata)
ENV_REPORT.alternative(looked_for_first)
ENV_REPORT.alternative(with_more_keys)

COSINE.equivalent("the dot product does not depend on the order", "u @ v -> v @ u")
