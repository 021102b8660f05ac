"""A class that is graded while something disturbs it: to start the grader, and to compare what it leaves."""

import ctypes
import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import closing
from pathlib import Path

import psutil
from coursekit import classroom, grading
from coursekit.course import Course

UNITS = ("u02_perceptron", "u03_activation")
PUPILS = ("ada", "damaged", "minho", "mistake02")
TEMPORARY = Path(tempfile.gettempdir()) / f"kill{os.getpid()}"  # killed processes leave their folders here
SUBREAPER = 36  # PR_SET_CHILD_SUBREAPER: processes that lose their parent become ours, so that they are found


def hand_in(course):
    secret = course.root / grading.SECRET
    secret.write_bytes(b"the same inputs each time".ljust(32))
    secret.chmod(0o600)
    for pupil in classroom.pupils(course):
        for unit in UNITS if pupil.name in PUPILS else ():
            path = course.root / "submitted" / pupil.name / unit / f"{unit}.ipynb"
            path.parent.mkdir(parents=True)
            path.write_text(classroom.submission(course, unit, pupil), encoding="utf-8")
            if pupil.name in ("ada", "minho"):
                stamp = path.parent / "timestamp.txt"
                stamp.write_text("2030-01-01 00:00:00 UTC", encoding="utf-8")
    return course


def start(course, *arguments, script=None):
    """Start `coursekit grade`, or a script that does as it does, in a session of its own."""
    command = [sys.executable, script] if script else [sys.executable, "-m", "coursekit.cli", "grade"]
    output = open(course.root / "said.txt", "w+", encoding="utf-8")
    environment = {**os.environ, "NNLAB_TIMES": str(course.root / "times.txt"), "TMPDIR": str(TEMPORARY)}
    ctypes.CDLL(None).prctl(SUBREAPER, 1)
    process = subprocess.Popen(
        [*command, *arguments],
        cwd=course.root,
        env=environment,
        stdout=output,
        stderr=output,
        start_new_session=True,
    )
    return process, output


def finish(course, *arguments, script=None):
    """Run it to its end; return (exit code, what it said)."""
    process, output = start(course, *arguments, script=script)
    with output:
        process.wait(120)
        return process.returncode, said_in(output)


def said_in(output):
    output.seek(0)
    return output.read()


def running(before=()):
    """Our processes and theirs that run, but for those of `before` and what they start, such as another test's browser.

    Those that have ended and wait to be buried do not count.
    """
    found, children = {}, psutil.Process().children()
    for process in children:  # grows with the children of each
        if process.pid in before:
            continue
        try:
            children += process.children()
            if process.status() != psutil.STATUS_ZOMBIE:
                found[process.pid] = " ".join(process.cmdline())[:150]
        except psutil.NoSuchProcess:
            pass
    return found


def nothing_runs(before, seconds=30):
    deadline = time.monotonic() + seconds
    while left := running(before):
        assert time.monotonic() < deadline, left
        time.sleep(0.05)
    while True:  # bury those that became ours
        try:
            if os.waitpid(-1, os.WNOHANG)[0] == 0:
                return
        except ChildProcessError:
            return


def undamaged(course):
    path = course.root / "gradebook.db"
    if path.exists():
        with closing(sqlite3.connect(path)) as connection:
            assert connection.execute("pragma integrity_check").fetchall() == [("ok",)]
            assert connection.execute("pragma foreign_key_check").fetchall() == []


def recorded(course):
    """Which file each graded notebook is: a notebook that is graded again is another file."""
    paths = (course.root / "autograded").rglob("*.ipynb")
    return {str(path): (path.stat().st_ino, path.stat().st_mtime_ns) for path in paths}


def tables(course):
    """All rows of the gradebook; the random ids are replaced by what stands in the rows that they belong to."""
    with closing(sqlite3.connect(course.root / "gradebook.db")) as connection:
        connection.row_factory = sqlite3.Row
        names = [row["name"] for row in connection.execute("select name from sqlite_master where type = 'table'")]
        rows = [(name, dict(row)) for name in names for row in connection.execute(f"select * from {name}")]
    labels = {}

    def named(row):
        return sorted((key, repr(labels.get(value, value))) for key, value in row.items() if key != "id")

    for _ in range(6):  # the longest chain: course, assignment, notebook, submission, its notebook, grade
        labels = {
            row["id"]: hashlib.sha256(repr((name, named(row))).encode()).hexdigest()
            for name, row in rows
            if len(str(row.get("id", ""))) == 32
        }
    return sorted((name, named(row)) for name, row in rows)


def results(course):
    """All files that grading leaves, byte for byte; nbgrader's rows of grades.csv come as the students were graded."""
    files = [p for folder in ("autograded", "feedback") for p in (course.root / folder).rglob("*") if p.is_file()]
    found = {str(path.relative_to(course.root)): path.read_bytes() for path in files}
    return {**found, "grades.csv": sorted((course.root / "grades.csv").read_bytes().splitlines())}


def same(course, calm):
    """As after an undisturbed run: all files, and all rows of the gradebook, whose file differs by random ids."""
    here, there = tables(course), tables(calm)
    only = {"here": [row for row in here if row not in there], "there": [row for row in there if row not in here]}
    assert not any(only.values()), only
    assert here == there
    one, other = results(course), results(calm)
    assert sorted(one) == sorted(other)
    for name in one:
        assert one[name] == other[name], f"{name}: {_difference(one[name], other[name])}"
    lines = (course.root / "times.txt").read_text(encoding="utf-8").splitlines()
    times = Counter(line.partition('"phases"')[0] for line in lines if "recording" in line)
    assert set(times.values()) == {1}, "nothing is graded twice"


def _difference(one, other):
    """The lines of two files, or the lists of lines, that only one of them has."""
    lines = [set(text if isinstance(text, list) else text.splitlines()) for text in (one, other)]
    return [line[:300] for line in sorted(lines[0] ^ lines[1])[:20]]


def copy_of(course, folder):
    shutil.copytree(course.root, folder, dirs_exist_ok=True)
    return Course(folder)
