"""One made-up class in two courses: ours, and one of plain nbgrader with its own configuration."""

import json
import sys
from pathlib import Path

import nbformat
from coursekit import classroom
from coursekit.classroom import Pupil, half, solved, with_mistakes
from coursekit.course import Course
from coursekit.editions import SelectEdition
from nbgrader.api import Gradebook
from nnexam import examiner

from tests.benchmarks.process_tree import Usage, measure
from tests.conftest import ROOT, copy_course

UNITS = ("u02_perceptron", "u03_activation")
TIMES = "times.jsonl"  # where `coursekit grade` notes the CPU time of each phase
NBGRADER = (sys.executable, "-m", "nbgrader")


class StockCourse(Course):
    """A folder of plain nbgrader, in which `classroom` finds sources and releases."""

    def release(self, unit, edition):
        return self.root / "release" / unit / f"{unit}.ipynb"


def pupils(count):
    """Return `count` students, who in turn solve everything, solve half, or make the known mistakes of one number."""
    most = max(len(e.mistakes) for unit in UNITS for e in examiner.exercises(unit).values())
    kinds = [solved, half, *map(with_mistakes, range(most))]
    return [Pupil(f"student{number:04d}", "en", kinds[number % len(kinds)]) for number in range(count)]


def hand_in(course, count):
    """Write `count` submissions below submitted/, of each student both units; an odd one is a first unit."""
    everything = [(pupil, unit) for pupil in pupils((count + 1) // 2) for unit in UNITS]
    for pupil, unit in everything[:count]:
        path = course.root / "submitted" / pupil.name / unit / f"{unit}.ipynb"
        path.parent.mkdir(parents=True)
        path.write_text(classroom.submission(course, unit, pupil), encoding="utf-8")


def without_demos(notebook):
    """Remove the demo cells of a notebook."""
    notebook.cells = [cell for cell in notebook.cells if cell.metadata.nnlab.role != "demo"]


def isolated(folder):
    """Environment variables that keep the settings of whoever runs this away."""
    return {"JUPYTER_CONFIG_DIR": str(folder / "no-settings"), "IPYTHONDIR": str(folder / "no-profile")}


def grade_ours(folder, count, demos, jobs, on=()):
    """Grade `count` submissions with `coursekit grade`, from an empty gradebook on; return the course and the Usage.

    on : what the command line begins with, such as taskset and its arguments.
    """
    folder.mkdir()
    course = copy_course(folder)
    for unit in UNITS if not demos else ():
        notebook = nbformat.read(course.release(unit, "en"), as_version=4)
        without_demos(notebook)
        nbformat.write(notebook, course.release(unit, "en"))
    hand_in(course, count)
    command = [*on, sys.executable, "-m", "coursekit.cli", "grade", *UNITS, "--jobs", str(jobs)]
    variables = {**isolated(folder), "NNLAB_TIMES": str(folder / TIMES)}
    return course, measure(command, folder, folder / "grade.log", variables)


def make_stock(folder, count, demos):
    """Release both units with plain nbgrader and hand in the same answers; return the StockCourse."""
    folder.mkdir()
    course = StockCourse(folder)
    for unit in UNITS:
        source = course.source(unit)
        source.parent.mkdir(parents=True)
        notebook = nbformat.read(Course(ROOT).source(unit), as_version=4)
        SelectEdition(edition="en").preprocess(notebook, {})  # nbgrader refuses a grade id in two languages
        if not demos:
            without_demos(notebook)
        nbformat.write(notebook, source)
        measure([*NBGRADER, "generate_assignment", unit], folder, folder / "release.log", isolated(folder))
    hand_in(course, count)
    return course


def run_stock(course, step):
    """Run one step of nbgrader, `autograde` or `generate_feedback`, for each unit in turn; return the Usage."""
    root = course.root
    runs = [measure([*NBGRADER, step, unit], root, root / f"{step}.log", isolated(root)) for unit in UNITS]
    return sum(runs, Usage())


def scores(course):
    """Return {(student, unit): (points for code, points that code can earn)} from the gradebook."""
    with Gradebook(f"sqlite:///{course.root / 'gradebook.db'}") as gradebook:
        found = [submission for unit in UNITS for submission in gradebook.assignment_submissions(unit)]
        return {(one.student.id, one.name): (one.code_score, one.max_code_score) for one in found}


def phases(course):
    """Return {phase: CPU seconds for each submission}; empty where `coursekit grade` noted none.

    The file has a line {"student", "unit", "phases": {phase: CPU seconds}} for each submission.
    """
    path = Path(course.root, TIMES)
    if not path.exists():
        return {}
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    submissions = {(line["student"], line["unit"]) for line in lines}
    sums = {}
    for line in lines:
        for phase, seconds in line["phases"].items():
            sums[phase] = sums.get(phase, 0.0) + seconds / len(submissions)
    return sums
