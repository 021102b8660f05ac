"""Timestamps, lateness and other releases: as nbgrader's users expect, by either command."""

import json
import os
import subprocess
import sys
from datetime import datetime

import pytest
from coursekit import classroom
from coursekit.report import scores
from nbgrader.api import Gradebook

pytestmark = [pytest.mark.sandbox, pytest.mark.usefixtures("bubblewrap")]
UNIT, POINTS = "u03_activation", 20
DUE = "2030-01-01 00:00:00 UTC"
STAMPS = {
    "intime": "2029-12-31 23:59:59 UTC",
    "late": "2030-01-01 01:30:00.5 UTC",
    "seoul": "2030-01-01 08:59:59 Asia/Seoul",  # before midnight in UTC
    "undated": None,
}
ZERO = 'c.LateSubmissionPlugin.penalty_method = "zero"\n'
OWN = """
from nbgrader.plugins import BasePlugin


class TwoPointsEachHour(BasePlugin):
    def late_submission_penalty(self, student_id, score, total_seconds_late):
        return 2 * (total_seconds_late // 3600 + 1)


c.AssignLatePenalties.plugin_class = TwoPointsEachHour
"""


def hand_in(course, student, stamp=None, text=None):
    """Hand in right answers, or `text`; stamp: what stands in timestamp.txt."""
    folder = course.root / "submitted" / student / UNIT
    folder.mkdir(parents=True, exist_ok=True)
    text = text or classroom.submission(course, UNIT, classroom.Pupil(student, "en", classroom.solved))
    (folder / f"{UNIT}.ipynb").write_text(text, encoding="utf-8")
    if stamp is not None:
        (folder / "timestamp.txt").write_bytes(stamp if isinstance(stamp, bytes) else stamp.encode())


def gradebook(course):
    return Gradebook(f"sqlite:///{course.root / 'gradebook.db'}")


def run(course, *command):
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=course.root, capture_output=True, text=True, encoding="utf-8", timeout=300
    )
    said = " ".join((done.stdout + done.stderr).split())
    assert done.returncode == 0 and "Traceback" not in said, done.stdout + done.stderr
    return said


def by_coursekit(course, *arguments):
    return run(course, "coursekit.cli", "grade", UNIT, "--jobs", "2", *arguments)


def by_nbgrader(course, *arguments):
    return run(course, "nbgrader", "autograde", UNIT, *arguments)


def penalties(course):
    """Return {student: (seconds late, penalty, score before it)}."""
    with gradebook(course) as book:
        return {
            one.student_id: (one.total_seconds_late, one.notebooks[0].late_submission_penalty, one.score)
            for one in book.assignment_submissions(UNIT)
        }


@pytest.mark.parametrize(("plugin", "penalty"), [(ZERO, POINTS), (OWN, 4)], ids=["zero", "own"])
@pytest.mark.parametrize("grade", [by_coursekit, by_nbgrader])
def test_penalties_extensions_and_resubmissions(course, grade, plugin, penalty):
    with open(course.root / "nbgrader_config.py", "a", encoding="utf-8") as file:
        file.write(plugin)
    with gradebook(course) as book:
        book.update_or_create_assignment(UNIT, duedate=DUE)
    for student, stamp in STAMPS.items():
        hand_in(course, student, stamp)
    grade(course)
    on_time = (0, None, POINTS)
    expected = {student: on_time for student in STAMPS} | {"late": (5400.5, penalty, POINTS)}
    assert penalties(course) == expected
    kept = course.root / "autograded" / "late" / UNIT / "timestamp.txt"
    assert kept.read_text(encoding="utf-8") == STAMPS["late"]

    with gradebook(course) as book:
        book.grant_extension(UNIT, "late", hours=1)
    grade(course, "--student", "late", "--force")
    assert penalties(course)["late"] == (1800.5, POINTS if plugin is ZERO else 2, POINTS)
    with gradebook(course) as book:
        book.grant_extension(UNIT, "late", hours=12)
    hand_in(course, "late", "2030-01-01 11:00:00 UTC")
    grade(course, "--student", "late")
    assert penalties(course) == {student: on_time for student in STAMPS}
    with gradebook(course) as book:
        assert book.find_submission(UNIT, "late").timestamp == datetime(2030, 1, 1, 11)


def test_the_time_decides_what_is_graded_again(course):
    """The first three have been graded before their new timestamp arrives."""
    for student in ("newer", "older", "same", "first"):
        hand_in(course, student, "2030-01-01 00:00:00 UTC")
    by_coursekit(course)
    worse = classroom.submission(course, UNIT, classroom.Pupil("somebody", "en", classroom.untouched))
    hand_in(course, "newer", "2030-01-01 00:00:00.000001 UTC", worse)
    hand_in(course, "older", "2029-12-31 23:59:59 UTC", worse)
    hand_in(course, "same", "2030-01-01 09:00:00 Asia/Seoul", worse)
    (course.root / "autograded" / "first" / UNIT / "timestamp.txt").unlink()
    assert "0 graded, 0 failed, 1 graded before" in by_coursekit(course, "--student", "older")
    assert "2 graded, 0 failed, 2 graded before" in by_coursekit(course)
    found = {student: score for (student, _), (score, _, _) in scores(course, course.choose([UNIT])).items()}
    assert found == {"newer": 0, "older": POINTS, "same": POINTS, "first": POINTS}
    assert "4 submissions are graded already" in by_coursekit(course)


DAMAGED = {
    "empty": b"",
    "garbage": b"when it was done",
    "binary": bytes(range(256)),
    "number": b"99999999999999999999",
    "beyond": b"9999-12-31 23:59:59 -1200",
    "longest": b"2" * 10**6,
    "zone": b"2030-01-01 00:00:00 999999",
}


def test_a_damaged_timestamp_breaks_nothing(course):
    with gradebook(course) as book:
        book.update_or_create_assignment(UNIT, duedate=DUE)
    for student in DAMAGED:
        hand_in(course, student, "2029-01-01 00:00:00 UTC", "no notebook")
    hand_in(course, "future", "9999-12-31 23:59:59 UTC", "no notebook")
    hand_in(course, "new", b"not yet", "no notebook")
    folders = ("folder", "link", "pipe")
    for student in folders:
        hand_in(course, student, None, "no notebook")
    place = {student: course.root / "submitted" / student / UNIT / "timestamp.txt" for student in folders}
    place["folder"].mkdir()
    place["link"].symlink_to(course.root / "nbgrader_config.py")
    os.mkfifo(place["pipe"])
    count = len(DAMAGED) + 5
    assert f"{count} graded, 0 failed" in by_coursekit(course)
    assert not (course.root / "autograded" / "link" / UNIT / "timestamp.txt").exists()
    before = penalties(course)
    assert before["future"][0] > 10**11 and {late for name, (late, *_) in before.items() if name != "future"} == {0}
    for student, stamp in DAMAGED.items():
        hand_in(course, student, stamp, "no notebook")
    assert f"{count} submissions are graded already" in by_coursekit(course)
    assert "1 graded, 0 failed" in by_coursekit(course, "--student", "garbage", "--force")
    assert penalties(course) == before


def test_submissions_from_another_release(course):
    """A sentence of the lesson changes, one exercise had another name, one did not exist, when these were made."""
    release = json.loads(course.release(UNIT, "en").read_text(encoding="utf-8"))["metadata"]["nnlab"]["release"]
    text = classroom.submission(course, UNIT, classroom.Pupil("old", "en", classroom.solved))
    tree = json.loads(text)
    assert tree["metadata"]["nnlab"]["release"] == release
    lesson = course.lesson(UNIT)
    source = lesson.read_text(encoding="utf-8")
    changed = source.replace("A neuron adds up", "Each neuron adds up")
    assert changed != source
    lesson.write_text(changed, encoding="utf-8")
    run(course, "coursekit.cli", "build", UNIT)

    def names(cell, name):
        return cell["metadata"].get("nbgrader", {}).get("grade_id") in (name, f"check_{name}")

    less = {**tree, "cells": [cell for cell in tree["cells"] if not names(cell, "softmax")]}
    renamed = json.loads(text)
    for cell in renamed["cells"]:
        if names(cell, "softmax"):
            cell["id"] = cell["metadata"]["nbgrader"]["grade_id"] = cell["id"].replace("softmax", "soft")
    hand_in(course, "old", None, text)
    hand_in(course, "less", None, json.dumps(less))
    hand_in(course, "renamed", None, json.dumps(renamed))
    hand_in(course, "now")
    said = by_coursekit(course)
    sentence = "made from another release of the unit: graded on the exercises that both have"
    assert {name for name in ("old", "less", "renamed", "now") if f"{name} {UNIT}: {sentence}" in said} == {
        "old",
        "less",
        "renamed",
    }
    found = {student: score for (student, _), (score, _, _) in scores(course, course.choose([UNIT])).items()}
    assert found == {"old": POINTS, "less": POINTS - 4, "renamed": POINTS, "now": POINTS}
    assert run(course, "coursekit.cli", "report").count("made from another release") == 3
