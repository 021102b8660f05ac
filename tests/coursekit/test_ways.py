"""Three ways to grade one class, both languages mixed, from a fresh clone without a gradebook: equal scores."""

import json
import os
import subprocess
import sys

import pytest
from coursekit import classroom
from coursekit.course import Course
from coursekit.report import scores, verdicts
from nbgrader.api import Gradebook
from nnexam import examiner

from tests.conftest import ROOT, copy_course
from tests.coursekit.ways import all_scores, run

pytestmark = [pytest.mark.sandbox, pytest.mark.usefixtures("bubblewrap")]
UNIT = "u03_activation"
CLASS = [pupil for pupil in classroom.pupils(Course(ROOT)) if pupil.hands_in(UNIT)]
PUPILS = tuple(pupil.name for pupil in CLASS)  # each known mistake of the unit is made
SOME = ("ada", "damaged", "jisoo", "minho", "mistake02")


def hand_in(course, names=PUPILS):
    (course.root / ".grading-secret").write_bytes(b"the same inputs in all three".ljust(32))
    (course.root / ".grading-secret").chmod(0o600)
    for pupil in classroom.pupils(course):
        if pupil.name in names:
            path = course.root / "submitted" / pupil.name / UNIT / f"{UNIT}.ipynb"
            path.parent.mkdir(parents=True)
            path.write_text(classroom.submission(course, UNIT, pupil), encoding="utf-8")
    return course


@pytest.fixture(scope="module")
def by_coursekit(tmp_path_factory):
    course = hand_in(copy_course(tmp_path_factory.mktemp("coursekit")))
    code, said = run(course, "coursekit.cli", "grade", "--jobs", "2")
    assert code == 0, said
    return course, said


@pytest.fixture(scope="module")
def by_nbgrader(tmp_path_factory):
    course = hand_in(copy_course(tmp_path_factory.mktemp("nbgrader")))
    code, said = run(course, "nbgrader", "autograde", UNIT)
    assert code == 0, said
    return course


def test_expected_scores(by_coursekit):
    found, cells, comments = all_scores(by_coursekit[0], UNIT, PUPILS)
    total = {student: score for (student, _), (score, _, _) in found.items()}
    assert set(total) == set(PUPILS)
    assert total["ada"] == total["jisoo"] == 20 and total["minho"] == 8 and total["damaged"] == 0
    assert all(total[name] < 20 for name in PUPILS if name.startswith("mistake")) and total["mistake02"] > 0
    assert {score[1] for score in found.values()} == {23}
    assert cells["jisoo", "saturation"] == (None, True), "a written answer waits for the instructor"
    assert cells["damaged", "saturation"] == (0, False)
    assert comments["minho", "saturation"] == "답이 없습니다." and comments["damaged", "softmax"] == "No response."


def test_nbgrader_autograde_gives_the_same(by_coursekit, by_nbgrader):
    assert all_scores(by_coursekit[0], UNIT, PUPILS) == all_scores(by_nbgrader, UNIT, PUPILS)


def test_without_a_sandbox_nbgrader_stops_and_keeps_what_it_graded(by_nbgrader):
    path = by_nbgrader.root / "autograded" / "ada" / UNIT / f"{UNIT}.ipynb"
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", "autograde", UNIT, "--force"],
        cwd=by_nbgrader.root,
        capture_output=True,
        text=True,
        env={**os.environ, "PATH": "/nonexistent"},
        timeout=120,
    )
    assert done.returncode == 1 and path.is_file()
    assert "found no bubblewrap" in done.stderr and "Traceback" not in done.stderr


def test_the_formgraders_button_gives_the_same(by_coursekit, tmp_path):
    """The function behind the button, within an event loop as in the server; the browser test presses it."""
    course = hand_in(copy_course(tmp_path), SOME)
    code = f"""
import asyncio
from nbgrader.apps.api import NbGraderAPI
from nbgrader.apps.baseapp import NbGrader
app = NbGrader(); app.load_config_file()
api = NbGraderAPI(config=app.config)
async def press():
    return [api.autograde({UNIT!r}, student) for student in {SOME!r}]
results = asyncio.run(press())
assert all(result["success"] for result in results), results
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=course.root, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stderr
    assert all_scores(by_coursekit[0], UNIT, SOME) == all_scores(course, UNIT, PUPILS)


def test_verdicts_are_the_same(by_coursekit, by_nbgrader):
    for student in PUPILS:
        one, other = (verdicts(course, student, UNIT) for course in (by_coursekit[0], by_nbgrader))
        assert {k: v["mistakes"] for k, v in one[0].items()} == {k: v["mistakes"] for k, v in other[0].items()}
        assert one[1] == other[1]


def test_progress_notes_and_grades(by_coursekit):
    course, said = by_coursekit
    assert f"{len(PUPILS)} graded, 0 failed" in " ".join(said.split()) and "counts as empty" in " ".join(said.split())
    lines = (course.root / "grades.csv").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 1 + len(PUPILS) and any("jisoo" in line and ",20.0,23.0" in line for line in lines)


def test_nbgraders_own_generate_releases_every_edition(tmp_path):
    course = copy_course(tmp_path)
    releases = {edition: course.release(UNIT, edition) for edition in course.editions}
    before = {edition: path.read_bytes() for edition, path in releases.items()}
    for path in releases.values():
        path.unlink()
    code, said = run(course, "nbgrader", "generate_assignment", UNIT, "--force")
    assert code == 0, said
    assert {edition: path.read_bytes() for edition, path in releases.items()} == before


def test_a_second_run_grades_nothing_and_loses_nothing(by_coursekit):
    course, _ = by_coursekit
    before = all_scores(course, UNIT, PUPILS)
    code, said = run(course, "coursekit.cli", "grade")
    assert code == 0 and f"{len(PUPILS)} submissions are graded already" in said
    assert all_scores(course, UNIT, PUPILS) == before


def test_a_new_submission_is_graded_again_and_a_manual_grade_survives(by_nbgrader):
    course = by_nbgrader
    with Gradebook(f"sqlite:///{course.root / 'gradebook.db'}") as gradebook:
        gradebook.find_grade("saturation", UNIT, UNIT, "jisoo").manual_score = 2
        gradebook.find_comment("saturation", UNIT, UNIT, "jisoo").manual_comment = "좋습니다"
        gradebook.db.commit()
    folder = course.root / "submitted" / "jisoo" / UNIT
    (folder / "timestamp.txt").write_text("2030-01-01 00:00:00 UTC", encoding="utf-8")
    code, said = run(course, "coursekit.cli", "grade", "--student", "jisoo", "--force")
    assert code == 0, said
    assert scores(course, course.choose([UNIT]))["jisoo", UNIT][0] == 22
    page = (course.root / "feedback" / "jisoo" / UNIT / f"{UNIT}.html").read_text(encoding="utf-8")
    assert "좋습니다" in page and "2 / 3" in page


def test_feedback_is_in_the_students_language_and_runs_nothing(by_coursekit):
    course, _ = by_coursekit
    pages = {
        student: (course.root / "feedback" / student / UNIT / f"{UNIT}.html").read_text(encoding="utf-8")
        for student in PUPILS
    }
    assert '<html lang="ko">' in pages["minho"] and "서술형 답안" in pages["minho"] and "제출한 답" in pages["minho"]
    assert "Test cell" not in pages["minho"] and "Written answer" not in pages["minho"]
    assert '<html lang="en">' in pages["ada"] and "Written answer" in pages["ada"]
    named = examiner.exercise(UNIT, "softmax").mistakes[1].why.ko
    assert named in pages["mistake02"], "the verdict table with its diagnosis"
    assert "could not be read" in pages["damaged"]
    assert "아직 채점하지 않음" in pages["jisoo"] and "not graded yet" in pages["ada"]
    for page in pages.values():
        assert "Content-Security-Policy" in page and page.count("<script") == 2 and "onerror" not in page
        assert "data:image/png;base64," in page


def test_report(by_coursekit):
    code, said = run(by_coursekit[0], "coursekit.cli", "report")
    assert (
        code == 0 and examiner.exercise(UNIT, "softmax").mistakes[1].name in said and "most frequent mistakes" in said
    )


def test_graded_notebooks_are_valid_and_without_secrets(by_coursekit):
    course, _ = by_coursekit
    secret = (course.root / ".grading-secret").read_bytes()
    assert len(secret) == 32 and (course.root / ".grading-secret").stat().st_mode & 0o077 == 0
    for path in (course.root / "autograded").rglob("*.ipynb"):
        tree = json.loads(path.read_text(encoding="utf-8"))
        assert tree["nbformat"] == 4 and str(course.root) not in json.dumps(tree)
    assert (ROOT / "autograded" / "README.md").is_file()
