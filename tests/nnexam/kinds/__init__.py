"""One small exercise of each kind that the curriculum has, with its mistakes: what later units only have to write down.

KINDS: kind → Exercise. Each has at least one other right solution and two mistakes.
"""

from importlib import import_module
from pkgutil import iter_modules

from nnexam.model import Exercise, Text

KINDS = {}


def exercise(kind, name, subjects, aspects, cases, reference):
    KINDS[kind] = Exercise(name, subjects, aspects, cases, reference)
    return KINDS[kind]


def title(name):
    return Text(name, name)


for module in iter_modules(__path__):
    import_module(f"{__name__}.{module.name}")
