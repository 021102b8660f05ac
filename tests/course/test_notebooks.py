"""The notebooks as authors and instructors run them: the lesson as a script, nbgrader validate."""

import os
import subprocess
import sys

import nbformat
import pytest
from coursekit import classroom
from coursekit.classroom import Pupil, solved, submission
from coursekit.course import Course
from nnexam import examiner

from tests.conftest import ROOT

UNITS = tuple(Course(ROOT).units)
EDITIONS = ("en", "ko") * len(UNITS)


def points(unit):
    """Return what the last cell of a solved notebook says."""
    total = sum(exercise.points for exercise in examiner.exercises(unit).values())
    return f"{total:g} / {total:g}"


def test_a_lesson_runs_as_a_script():
    """So an author tries it; what the notebooks made of all lessons print is looked at in test_wheel.py."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "course" / "units" / "u03_activation" / "lesson.py")],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=900,
        env={**os.environ, "MPLBACKEND": "Agg"},
    )
    assert done.returncode == 0, done.stderr
    assert points("u03_activation") in done.stdout


def without_demos(text):
    """Leave the plots, widgets and long runs out: what is looked at here are the checks."""
    notebook = nbformat.reads(text, as_version=4)
    notebook.cells = [cell for cell in notebook.cells if cell.metadata.nnlab.role != "demo"]
    return nbformat.writes(notebook)


@pytest.mark.parametrize(("unit", "edition"), tuple(zip(UNITS, EDITIONS, strict=False)))
def test_nbgrader_validate_says_the_right_thing(repository, tmp_path, unit, edition):
    """One edition of each unit: both hold the same code; the other one runs with the wheel (test_wheel.py)."""

    def validate(text):
        path = tmp_path / f"{unit}.ipynb"
        path.write_text(text, encoding="utf-8")
        done = subprocess.run(
            [sys.executable, "-m", "nbgrader", "validate", str(path)],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=900,
        )
        return done.stdout + done.stderr

    essay = submission(repository, unit, Pupil("ada", edition, solved))
    assert "Success! Your notebook passes all the tests." in validate(essay)
    untouched = validate(without_demos(repository.release(unit, edition).read_text(encoding="utf-8")))
    assert f"VALIDATION FAILED ON {len(examiner.exercises(unit)) + 1} CELL(S)" in untouched, "and the written answer"
    assert {"en": "not done yet", "ko": "아직 풀지 않았습니다"}[edition] in untouched
    wrong = classroom.with_mistakes(0)
    named = validate(without_demos(submission(repository, unit, Pupil("ben", edition, wrong))))
    assert {"en": "Look here", "ko": "살펴볼 곳"}[edition] in named
