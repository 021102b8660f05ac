"""Each attack gets what its answers deserve; nobody and nothing else is touched."""

import math
import re
import sqlite3
import threading

import pytest
from coursekit import grading

from tests.attacks import ATTACKS, LINES
from tests.attacks.batch import BYSTANDERS, folder_of, hand_in, make_course, run
from tests.attacks.conftest import NOT_FOR_NBGRADER
from tests.attacks.model import ALL, CANARY, MAYBE, NOTHING, UNIT, notebook
from tests.attacks.results import (
    COMMENTS,
    PLAIN,
    active,
    feedback,
    graded,
    grades,
    notebook_path,
    outputs,
    rows,
    scores,
)

pytestmark = [pytest.mark.sandbox, pytest.mark.usefixtures("bubblewrap")]
STUDENTS = {*BYSTANDERS, *(attack.name for attack in ATTACKS)}
each_attack = pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)


def notes(course, student):
    return [note["en"] for note in graded(course, student)["metadata"]["nnlab"]["notes"]]


def test_every_line_is_tried():
    assert {line for attack in ATTACKS for line in attack.lines} == set(LINES)
    assert len(STUDENTS) == len(ATTACKS) + len(BYSTANDERS), "two attacks have one name"


@each_attack
def test_the_score_is_what_the_answers_deserve(batch, attack):
    assert scores(batch.course, attack.name) == attack.deserves


@each_attack
def test_every_grade_is_a_number_up_to_the_points(batch, attack):
    for score, manual, extra, _, points in grades(batch.course)[attack.name].values():
        assert manual is None and extra is None
        assert score is None or (math.isfinite(score) and 0 <= score <= points)


@each_attack
def test_the_report_says_it(batch, attack):
    said = notes(batch.course, attack.name)
    if attack.says is None:
        assert said == []
    elif attack.says != MAYBE:
        assert any(attack.says in note for note in said)


@each_attack
def test_nothing_is_reached(batch, attack):
    tree = graded(batch.course, attack.name)
    assert "REACHED" not in str(outputs(tree)) and not re.search(CANARY, str(tree))
    folder = batch.course.root / "feedback" / attack.name
    assert not any(re.search(CANARY.encode(), path.read_bytes()) for path in folder.rglob("*") if path.is_file())


@each_attack
def test_outputs_hold_nothing_that_runs(batch, attack):
    for cell, output in outputs(graded(batch.course, attack.name)):
        kinds = set(output.get("data", {}))
        if cell["metadata"]["nnlab"]["role"] == "check":
            assert kinds <= {"text/html", "text/plain"} and active(output["data"].get("text/html", "")) == []
        else:
            assert kinds <= PLAIN and output["output_type"] != "execute_result"


@each_attack
def test_the_feedback_page_runs_what_every_page_runs(batch, attack):
    assert active(feedback(batch.course, attack.name)) == active(feedback(batch.course, "amy_right"))


def test_the_command_is_content(batch):
    assert batch.code == 0 and "Traceback" not in batch.said, batch.said
    assert f"{len(STUDENTS)} graded, 0 failed" in " ".join(batch.said.split())


@pytest.mark.parametrize("student", BYSTANDERS)
def test_bystanders_are_graded_as_without_the_others(batch, alone, student):
    for query in (grades, lambda course: {row[0]: row for row in rows(course, COMMENTS)}):
        assert query(batch.course)[student] == query(alone.course)[student]
    one, other = (notebook_path(done.course, student).read_bytes() for done in (batch, alone))
    assert one == other
    assert feedback(batch.course, student) == feedback(alone.course, student)


def test_the_gradebook_holds_one_submission_of_everybody_and_nothing_else(batch, alone):
    submissions = "select student_id, count(*) from submitted_assignment group by student_id"
    assert rows(batch.course, "select id from student") == sorted((name,) for name in STUDENTS)
    assert rows(batch.course, submissions) == sorted((name, 1) for name in STUDENTS)
    cells = {student: set(found) for student, found in grades(batch.course).items()}
    assert set(cells) == STUDENTS
    assert all(found == set(grades(alone.course)["amy_right"]) for found in cells.values())


@pytest.mark.parametrize(
    "query",
    [
        "select name, duedate from assignment",
        "select name, type from base_cell",
        "select max_score, cell_type from grade_cells",
        "select name, cell_type, locked, source, checksum from source_cell",
        "select name, kernelspec from notebook",
    ],
)
def test_the_assignment_stands_as_without_the_others(batch, alone, query):
    assert rows(batch.course, query) == rows(alone.course, query) != []


@pytest.mark.parametrize("part", ["course", "secret", "beside", "top", "home", "lib"])
def test_other_files_are_as_they_were(batch, part):
    assert batch.after[part] == batch.before[part]


def test_nothing_is_left_behind(batch):
    assert batch.left_processes == []
    assert batch.left_files == []


def test_no_service_of_the_machine_was_called(batch):
    assert batch.calls == []


def test_the_report_shows_every_note(batch, tmp_path):
    done = run(batch.course, tmp_path, "coursekit.cli", "report")
    said = " ".join(done.said.split())
    assert done.code == 0 and "was stopped: it took longer" in said and "ask for it again" in said
    assert all(student in said for student in STUDENTS)


def test_a_second_run_grades_nothing_and_changes_nothing(batch, tmp_path):
    before = grades(batch.course)
    done = run(batch.course, tmp_path, "coursekit.cli", "grade")
    assert done.code == 0 and f"{len(STUDENTS)} submissions are graded already" in " ".join(done.said.split()), (
        done.said
    )
    assert grades(batch.course) == before


def test_a_resubmission_without_its_checks_loses_what_it_had(tmp_path, bubblewrap):
    made = make_course(tmp_path / "place")
    notebook()(made, UNIT, folder_of(made, "eve"))
    assert run(made, tmp_path / "t", "coursekit.cli", "grade").code == 0 and scores(made, "eve") == ALL

    def without_checks(tree):
        tree["cells"] = [cell for cell in tree["cells"] if not cell["id"].startswith("check_")]

    notebook(solved=False, change=without_checks)(made, UNIT, folder_of(made, "eve"))
    assert run(made, tmp_path / "t", "coursekit.cli", "grade", "--force").code == 0
    assert scores(made, "eve") == NOTHING


def test_a_lock_on_the_gradebook_is_waited_for(tmp_path, alone):
    """Formgrader may write for some seconds while a batch is graded."""
    made = make_course(tmp_path / "place")
    hand_in(made)
    assert run(made, tmp_path / "t", "coursekit.cli", "grade", "--student", "amy_right").code == 0
    held = sqlite3.connect(made.root / "gradebook.db", isolation_level=None, check_same_thread=False)
    held.execute("begin exclusive")
    timer = threading.Timer(12, held.rollback)  # the command takes some seconds until it writes
    timer.start()
    done = run(made, tmp_path / "t", "coursekit.cli", "grade", "--jobs", "1")
    timer.join()
    held.close()
    assert done.code == 0 and "2 graded, 0 failed" in " ".join(done.said.split()), done.said
    assert grades(made) == grades(alone.course)


def test_each_student_gets_a_seed_for_each_exercise():
    seeds = {grading.seed_for(b"s", student, UNIT, name) for student in BYSTANDERS for name in ALL}
    assert len(seeds) == len(BYSTANDERS) * len(ALL)


@pytest.mark.parametrize("way", ["by_one_worker", "by_nbgrader"])
def test_other_ways_give_the_same(batch, request, way):
    """One worker, and nbgrader itself; last, since they grade everything anew."""
    done = request.getfixturevalue(way)
    assert done.code == 0 and "Traceback" not in done.said, done.said
    left_out = {attack.name for attack in ATTACKS if attack.slow}
    left_out |= set(NOT_FOR_NBGRADER) if way == "by_nbgrader" else set()
    assert grades(done.course) == {name: found for name, found in grades(batch.course).items() if name not in left_out}
    unsure = {attack.name for attack in ATTACKS if attack.says == MAYBE}
    for student in STUDENTS - left_out - unsure:
        assert notes(done.course, student) == notes(batch.course, student), student
    assert done.left_processes == [] and done.left_files == []
