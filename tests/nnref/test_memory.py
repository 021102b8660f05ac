"""What nnref takes besides time: memory of a convolution, and packages."""

import subprocess
import sys

import pytest

from tests.benchmarks.rows import CONVOLUTIONS, conv_row

IMPORT_ALL = """
import sys
import numpy
import nnref
from pkgutil import iter_modules
from importlib import import_module

before = set(sys.modules)
for module in iter_modules(nnref.__path__):
    import_module(f"nnref.{module.name}")
packages = {name.split(".")[0] for name in set(sys.modules) - before}
print(*sorted(packages - {"nnref", "numpy"} - set(sys.stdlib_module_names)))
"""


@pytest.mark.parametrize("sizes", CONVOLUTIONS, ids=str)
def test_a_convolution_needs_less_than_one_and_a_half_matrices_of_windows(sizes):
    """For the shapes of the benchmark; a common im2col keeps one for the way back and makes its gradient there: two."""
    row = conv_row(*sizes)
    assert 0 < row.memory() <= 1.5 * row.buffer


def test_nnref_loads_numpy_and_nothing_else():
    """Not even indirectly, which test_architecture.py could not see."""
    found = subprocess.run([sys.executable, "-c", IMPORT_ALL], capture_output=True, text=True, check=True)
    assert found.stdout.split() == []
