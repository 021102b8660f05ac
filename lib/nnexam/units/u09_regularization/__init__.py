"""The exercises of the unit; importing this package also registers their mistakes and alternatives."""

from . import alternatives, mistakes, other_dropouts  # noqa: F401  (each registers what it holds)
from .exercises import EXERCISES

__all__ = ["EXERCISES"]
