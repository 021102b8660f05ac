"""Grading again: one at a time, scores are replaced, what the instructor did stays."""

import subprocess
import sys
import time

import pytest
from coursekit import classroom
from nbgrader.api import Gradebook

from tests.conftest import copy_course
from tests.coursekit.undisturbed import UNITS, copy_of, finish, hand_in, said_in, same, start

pytestmark = [pytest.mark.sandbox, pytest.mark.usefixtures("bubblewrap")]


def test_a_second_one_at_once_says_so(calm, tmp_path):
    course = hand_in(copy_course(tmp_path))
    process, output = start(course, "--jobs", "1")
    with output:
        deadline = time.monotonic() + 60
        while not (course.root / "gradebook.db").exists():
            assert time.monotonic() < deadline
            time.sleep(0.05)
        done = subprocess.run(
            [sys.executable, "-m", "coursekit.cli", "grade"],
            cwd=course.root,
            capture_output=True,
            text=True,
            timeout=60,
        )
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr == "coursekit: another 'coursekit grade' works on this course: wait until it has finished\n"
        assert process.wait(120) == 0, said_in(output)
    same(course, calm)


def by_coursekit(course):
    return finish(course, UNITS[1], "--student", "ada", "--force")


def by_nbgrader(course):
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", "autograde", UNITS[1], "--student", "ada", "--force"],
        cwd=course.root,
        capture_output=True,
        text=True,
        timeout=120,
    )
    return done.returncode, done.stdout + done.stderr


def marks(course):
    """Return {cell: (automatic score, manual score, extra credit, asks for review, comment)} of ada's notebook."""
    with Gradebook(f"sqlite:///{course.root / 'gradebook.db'}") as gradebook:
        notebook = gradebook.find_submission_notebook(UNITS[1], UNITS[1], "ada")
        comments = {comment.name: comment.manual_comment for comment in notebook.comments}
        return {
            g.name: (g.auto_score, g.manual_score, g.extra_credit, g.needs_manual_grade, comments.get(g.name))
            for g in notebook.grades
        }


@pytest.mark.parametrize("regrade", [by_coursekit, by_nbgrader])
def test_a_regrade_keeps_what_the_instructor_did(calm, tmp_path, regrade):
    course = copy_of(calm, tmp_path)
    with Gradebook(f"sqlite:///{course.root / 'gradebook.db'}") as gradebook:
        for name, score, extra in (("saturation", 2, 0.5), ("check_tanh", 1, None)):
            grade = gradebook.find_grade(name, UNITS[1], UNITS[1], "ada")
            grade.manual_score, grade.extra_credit, grade.needs_manual_grade = score, extra, False
        gradebook.find_comment("saturation", UNITS[1], UNITS[1], "ada").manual_comment = "Good."
        gradebook.db.commit()
    before = marks(course)
    assert before["saturation"] == (None, 2, 0.5, False, "Good.") and before["check_tanh"][1] == 1
    code, said = regrade(course)
    assert code == 0, said
    assert marks(course) == before, "the same submission asks for no review"

    path = course.root / "submitted" / "ada" / UNITS[1] / f"{UNITS[1]}.ipynb"
    text = path.read_text(encoding="utf-8")
    changed = text.replace(classroom.ESSAYS["en"], "Another answer.").replace("def softmax(", "def other(")
    path.write_text(changed, encoding="utf-8")
    code, said = regrade(course)
    assert code == 0, said
    after = marks(course)
    assert after["saturation"] == (None, 2, 0.5, True, "Good.")
    assert before["check_softmax"][0] > 0 == after["check_softmax"][0]
    assert {k: v for k, v in after.items() if before[k] != v}.keys() == {"saturation", "check_softmax"}
