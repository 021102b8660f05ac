"""What ``nnlab`` and ``coursekit`` ask of an examiner: papers, verdicts, exercises by unit."""

import difflib
from functools import cache
from importlib import import_module
from importlib.util import find_spec

import numpy as np

from nnexam import show, verdict


class UnknownExercise(LookupError):
    """There is no such unit or exercise; the message names the nearest one."""


@cache
def exercises(unit):
    """Return {name: Exercise} of a unit, in the order of its notebook."""
    if not unit.isidentifier() or find_spec(f"nnexam.units.{unit}") is None:
        raise UnknownExercise(f"there is no examiner for the unit {unit!r}: expected lib/nnexam/units/{unit}")
    return {exercise.name: exercise for exercise in import_module(f"nnexam.units.{unit}").EXERCISES}


def exercise(unit, name):
    """Return one Exercise; raises UnknownExercise, naming the nearest one."""
    known = exercises(unit)
    if name not in known:
        near = difflib.get_close_matches(str(name), known, 1, 0.0)[0]
        raise UnknownExercise(f"{unit} has no exercise {name!r}; did you mean {near!r}?")
    return known[name]


def draw(unit, name, seed):
    """Return the cases that `seed` (a whole number ≥ 0) draws; the same ones each time."""
    return exercise(unit, name).cases(np.random.default_rng(seed))


def paper(unit, name, seed):
    """Return the names of the subjects and the questions, without any expected value."""
    return verdict.paper(exercise(unit, name), draw(unit, name, seed))


def examine(unit, name, seed, handed_in, failed=(), show_seed=True):
    """Return the Verdict on what was handed in for the paper of the same seed.

    show_seed : False where the seed must stay secret.
    """
    cases = draw(unit, name, seed)
    return verdict.examine(exercise(unit, name), cases, handed_in, seed if show_seed else None, failed)


def see_table(name, lang):
    """Return the one line that stands below a failed check's table."""
    return f"{name}: {show.word('table', lang)}"


def score(unit, verdicts, lang):
    """Return (html, text): the points of a session so far; verdicts is {exercise: Verdict}."""
    rows = [
        (name, verdicts[name].earned if name in verdicts else None, item.points)
        for name, item in exercises(unit).items()
    ]
    return show.score_table(rows, lang)
