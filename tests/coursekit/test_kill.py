"""`coursekit grade` ended at any moment: given again it finishes, grades nothing twice and loses nothing."""

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import textwrap
import time
from collections import Counter
from contextlib import closing, suppress

import psutil
import pytest

from tests.conftest import copy_course
from tests.coursekit.undisturbed import (
    UNITS,
    copy_of,
    finish,
    hand_in,
    nothing_runs,
    recorded,
    results,
    running,
    said_in,
    same,
    start,
    tables,
    undamaged,
)

pytestmark = [pytest.mark.sandbox, pytest.mark.usefixtures("bubblewrap")]
KILLS, WORKER_KILLS = 12, 6
KINDS = {"worker": "multiprocessing.forkserver", "sandbox": "forkserver.py"}  # what stands in their command lines


def test_the_grader_is_killed_at_any_moment(calm, tmp_path):
    luck, kills, rounds, progress = random.Random(1), 0, 0, set()
    before = running()
    while kills < KILLS:
        rounds += 1
        course = hand_in(copy_course(tmp_path / str(rounds)))
        while True:
            known = recorded(course)
            process, output = start(course, "--jobs", "2")
            try:
                process.wait(luck.uniform(0.05, 0.9) * calm.seconds)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
                kills += 1
            with output:
                said = said_in(output)
            nothing_runs(before)
            undamaged(course)
            now = recorded(course)
            assert known.items() <= now.items(), "a recorded submission was graded again"
            progress.add((rounds, len(now)))
            assert process.returncode in (0, -signal.SIGKILL), said
            if process.returncode == 0:
                break
        same(course, calm)
    print(f"{kills} kills in {rounds} rounds, at {len(progress)} different states")
    assert len(progress) >= 4


def victims(grader, kind):
    """The grader's workers, or the processes of the sandboxes that start kernels.

    Not the kernels, which look like the process that they are forked from: one that dies is put down to its cell.
    """
    found = []
    for process in grader.children(recursive=True):
        with suppress(psutil.NoSuchProcess):
            if KINDS[kind] in " ".join(process.cmdline()):
                if kind == "worker" or "bwrap" in (process.name(), process.parent().name()):
                    found.append(process)
    return found


def test_workers_and_sandboxes_are_killed_at_any_moment(calm, tmp_path):
    luck, kills, rounds = random.Random(2), Counter(dict.fromkeys(KINDS, 0)), 0
    before = running()
    while kills.total() < WORKER_KILLS:
        rounds += 1
        course = hand_in(copy_course(tmp_path / str(rounds)))
        while True:
            known = recorded(course)
            process, output = start(course, "--jobs", "2")
            grader = psutil.Process(process.pid)
            while True:
                try:
                    process.wait(luck.uniform(0.1, 0.5) * calm.seconds)
                    break
                except subprocess.TimeoutExpired:
                    kind = min(kills, key=kills.get)
                    with suppress(psutil.NoSuchProcess):  # it has just ended by itself
                        if found := victims(grader, kind):
                            luck.choice(found).kill()
                            kills[kind] += 1
            with output:
                said = said_in(output)
            nothing_runs(before)
            undamaged(course)
            assert "Traceback" not in said and process.returncode in (0, 1), said
            assert process.returncode == 0 or "not graded" in said or "without a feedback page" in said, said
            assert known.items() <= recorded(course).items(), "a recorded submission was graded again"
            if process.returncode == 0:
                break
        same(course, calm)
    print(f"{dict(kills)} kills in {rounds} rounds")


DRIVER = textwrap.dedent(
    """
    import os, shutil, sys
    from contextlib import contextmanager
    from coursekit import batch, cli, gradebook
    from nbgrader import api

    def end(*ignored, **also_ignored):
        print("ended on purpose", flush=True)
        os._exit(9)

    def before(owner, name, wanted=lambda *arguments: True):
        whole = getattr(owner, name)
        setattr(owner, name, lambda *a, **k: end() if wanted(*a) else whole(*a, **k))

    def after(owner, name, wanted=lambda *arguments: True):
        whole = getattr(owner, name)
        setattr(owner, name, lambda *a, **k: (whole(*a, **k), end() if wanted(*a) else None)[0])

    @contextmanager
    def around_commit(gradebook, whole=batch.one_transaction):
        with whole(gradebook):
            yield
            end() if point == "before the commit" else None
        end()

    def after_the_second_page(*arguments, whole=batch.write_feedback):
        pages = []
        whole(*arguments[:-1], lambda *page: (pages.append(page), end() if len(pages) == 2 else None))

    def notebook(source, target):
        return str(target).endswith(".ipynb")

    if __name__ == "__main__":
        point = sys.argv[1]
        if point == "while the gradebook is made":
            before(gradebook, "schema_version")
        elif point == "while a unit is registered":
            before(api.Gradebook, "update_or_create_source_cell")
        elif point.endswith("the commit"):
            batch.one_transaction = around_commit
        elif point == "before the notebook is in its place":
            before(os, "replace", notebook)
        elif point == "after the notebook is in its place":
            after(os, "replace", notebook)
        elif point == "in the middle of feedback":
            batch.write_feedback = after_the_second_page
        cli.main(["grade", "--jobs", "2"])
    """
)
POINTS = (
    "while the gradebook is made",
    "while a unit is registered",
    "before the commit",
    "after the commit",
    "before the notebook is in its place",
    "after the notebook is in its place",
    "in the middle of feedback",
)


def ended_at(course, point):
    """Grade until the process ends at `point`."""
    before = running()
    (course.root / "driver.py").write_text(DRIVER, encoding="utf-8")
    code, said = finish(course, point, script="driver.py")
    assert code == 9 and "ended on purpose" in said and "Traceback" not in said, said
    nothing_runs(before)
    undamaged(course)


def test_each_point_that_a_kill_seldom_hits(calm, tmp_path):
    course = hand_in(copy_course(tmp_path))
    for point in POINTS:
        known = recorded(course)
        ended_at(course, point)
        if point != POINTS[6]:  # the point before ends before the timestamp is there: it is graded once more
            assert known.items() <= recorded(course).items(), point
        assert len(recorded(course)) - len(known) == {POINTS[5]: 1, POINTS[6]: 7}.get(point, 0), point
    assert len(list((course.root / "feedback").rglob("*.html"))) >= 2
    code, said = finish(course)
    assert code == 0 and "8 graded before" in " ".join(said.split()), said
    assert results(course) == results(calm) and tables(course) == tables(calm)


@pytest.mark.parametrize("point", POINTS[4:6])
def test_a_newer_submission_is_not_lost_when_its_grading_is_killed(calm, tmp_path, point):
    course = copy_of(calm, tmp_path)
    folder = course.root / "submitted" / "ada" / UNITS[1]
    shutil.copy(course.root / "submitted" / "mistake02" / UNITS[1] / f"{UNITS[1]}.ipynb", folder)
    (folder / "timestamp.txt").write_text("2030-01-02 00:00:00 UTC", encoding="utf-8")
    ended_at(course, point)
    code, said = finish(course)
    assert code == 0 and "1 graded, 0 failed, 7 graded before" in " ".join(said.split()), said
    with closing(sqlite3.connect(course.root / "gradebook.db")) as connection:
        assert connection.execute(
            "select count(*) from submitted_assignment where timestamp like '2030-01-02%'"
        ).fetchone() == (1,)
    for kind, ending in (("autograded", "ipynb"), ("feedback", "html")):
        path = course.root / kind / "ada" / UNITS[1] / f"{UNITS[1]}.{ending}"
        assert path.read_bytes() != (calm.root / kind / "ada" / UNITS[1] / path.name).read_bytes()
    code, said = finish(course)
    assert code == 0 and "8 submissions are graded already" in said


def interrupt(process, output):
    """Press Ctrl-C; the grader ends with one word."""
    os.killpg(process.pid, signal.SIGINT)
    process.wait(20)
    with output:
        said = said_in(output)
    # CPython also ends as killed by Ctrl-C when that came while a module was being imported
    assert process.returncode in (1, -signal.SIGINT) and said.rstrip().endswith("Aborted!"), said
    assert "Traceback" not in said and "KeyboardInterrupt" not in said, said


def test_ctrl_c_ends_with_one_word_and_leaves_nothing(calm, tmp_path):
    luck, course, before = random.Random(3), hand_in(copy_course(tmp_path)), running()
    for share in (0.2, 0.3, 0.4, 0.5, 0.6):
        process, output = start(course, "--jobs", "2")
        time.sleep((share + luck.uniform(0, 0.05)) * calm.seconds)
        if process.poll() is None:
            interrupt(process, output)
        output.close()
        nothing_runs(before)
        undamaged(course)
    code, said = finish(course)
    assert code == 0, said
    same(course, calm)


@pytest.mark.parametrize("seconds", [0, 0.2])
def test_ctrl_c_while_workers_start(tmp_path, seconds):
    course, before = hand_in(copy_course(tmp_path)), running()
    process, output = start(course, "--jobs", "2")
    deadline = time.monotonic() + 60
    while not any(KINDS["worker"] in command for command in running(before).values()):
        assert time.monotonic() < deadline
        time.sleep(0.01)
    time.sleep(seconds)
    interrupt(process, output)
    nothing_runs(before)
