"""The main job: `coursekit demo` takes a made-up class through everything, here with each known mistake."""

import subprocess
import sys

import pytest
from coursekit import classroom
from coursekit.course import Course
from coursekit.report import scores, verdicts
from nnexam import examiner

pytestmark = [pytest.mark.sandbox, pytest.mark.usefixtures("bubblewrap")]


def test_demo(course):
    done = subprocess.run(
        [sys.executable, "-m", "coursekit.cli", "demo", "--whole"],
        cwd=course.root,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=2400,
    )
    lost = [line for line in done.stdout.splitlines() if "not graded" in line or "without a feedback page" in line]
    assert done.returncode == 0, (lost, done.stderr)
    assert "0 failed" in done.stdout and "diagnoses and notes" in done.stdout and "Open next" in done.stdout
    assert all(pupil.name in done.stdout for pupil in classroom.pupils(course)), "no name is cut off"
    demo = Course(course.root / "work" / "demo")
    found = scores(demo, demo.choose(()))
    handed_in = {(pupil.name, unit) for pupil in classroom.pupils(demo) for unit in demo.units if pupil.hands_in(unit)}
    assert set(found) == handed_in and len(demo.units) * 9 < len(handed_in)
    for unit in demo.units:
        full = sum(exercise.points for exercise in examiner.exercises(unit).values())
        assert found["ada", unit] == found["jisoo", unit] == (full, full + 3, True)
        assert found["cleo", unit][0] == found["damaged", unit][0] == 0
        assert 0 < found["ben", unit][0] == found["minho", unit][0] < full
        page = demo.root / "feedback" / "mistake02" / unit / f"{unit}.html"
        assert '<html lang="ko">' in page.read_text(encoding="utf-8")
    for unit in demo.units:
        for name, exercise in examiner.exercises(unit).items():
            for number, mistake in enumerate(exercise.mistakes, 1):
                verdict = verdicts(demo, f"mistake{number:02d}", unit)[0][name]
                assert verdict["earned"] < exercise.points
                assert mistake.name in verdict["mistakes"] or not mistake.named
    assert not (course.root / "gradebook.db").exists(), "the demonstration leaves the real gradebook alone"
