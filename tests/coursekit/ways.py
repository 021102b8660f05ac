"""To grade a course in one way or another, and to compare what the gradebook says."""

import subprocess
import sys

from coursekit.report import scores
from nbgrader.api import Gradebook


def run(course, *command):
    """Run a module of Python with arguments in the course; return its exit code and what it said."""
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=course.root, capture_output=True, text=True, encoding="utf-8", timeout=600
    )
    return done.returncode, done.stdout + done.stderr


def all_scores(course, unit, names):
    """Return the scores of the students `names` in a unit, and the grade and the comment of each of their cells."""
    found = {key: score for key, score in scores(course, course.choose([unit])).items() if key[0] in names}
    with Gradebook(f"sqlite:///{course.root / 'gradebook.db'}") as gradebook:
        notebooks = {student: gradebook.find_submission_notebook(unit, unit, student) for student, _ in found}
        cells = {
            (student, grade.name): (grade.auto_score, grade.needs_manual_grade)
            for student, notebook in notebooks.items()
            for grade in notebook.grades
        }
        comments = {
            (student, comment.name): comment.auto_comment
            for student, notebook in notebooks.items()
            for comment in notebook.comments
        }
    return found, cells, comments
