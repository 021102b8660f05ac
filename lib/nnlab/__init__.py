"""What a notebook of the course imports: ``Unit`` with its checks, data, plots, widgets."""

from nnlab import data, plots, widgets
from nnlab.unit import CheckFailed, Unit

__all__ = ["CheckFailed", "Unit", "data", "plots", "widgets"]
