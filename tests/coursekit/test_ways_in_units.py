"""In every unit, `coursekit grade` and `nbgrader autograde` give a student who makes a mistake everywhere the same."""

import pytest
from coursekit import classroom
from coursekit.course import Course
from coursekit.report import verdicts

from tests.conftest import ROOT, copy_course
from tests.coursekit.ways import all_scores, run

pytestmark = [pytest.mark.sandbox, pytest.mark.usefixtures("bubblewrap")]
UNITS = list(Course(ROOT).units)


def hand_in(course):
    """Hand in one notebook of each unit, in each exercise of which another mistake is made from unit to unit."""
    (course.root / ".grading-secret").write_bytes(b"the same inputs in both ways".ljust(32))
    (course.root / ".grading-secret").chmod(0o600)
    for place, unit in enumerate(UNITS):
        number = place % classroom.most_mistakes(unit)
        pupil = classroom.Pupil("mistaken", ("en", "ko")[place % 2], classroom.with_mistakes(number), number)
        path = course.root / "submitted" / pupil.name / unit / f"{unit}.ipynb"
        path.parent.mkdir(parents=True)
        path.write_text(classroom.submission(course, unit, pupil), encoding="utf-8")
    return course


@pytest.fixture(scope="module")
def by_coursekit(tmp_path_factory):
    course = hand_in(copy_course(tmp_path_factory.mktemp("coursekit")))
    code, said = run(course, "coursekit.cli", "grade", "--jobs", "2")
    assert code == 0, said
    return course


@pytest.fixture(scope="module")
def by_nbgrader(tmp_path_factory):
    return hand_in(copy_course(tmp_path_factory.mktemp("nbgrader")))


@pytest.mark.parametrize("unit", UNITS)
def test_nbgrader_autograde_gives_the_same(unit, by_coursekit, by_nbgrader):
    code, said = run(by_nbgrader, "nbgrader", "autograde", unit)
    assert code == 0, said
    found = all_scores(by_coursekit, unit, ["mistaken"])
    assert found == all_scores(by_nbgrader, unit, ["mistaken"])
    earned, full, _ = found[0]["mistaken", unit]
    assert earned < full and found[1]
    one, other = (verdicts(course, "mistaken", unit)[0] for course in (by_coursekit, by_nbgrader))
    assert {k: v["mistakes"] for k, v in one.items()} == {k: v["mistakes"] for k, v in other.items()}
