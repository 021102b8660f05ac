"""One submission, from a file to a graded notebook: rebuild, run, examine. A value, nothing is recorded."""

import hashlib
import hmac
import os
import time
from dataclasses import dataclass, field
from pathlib import Path

import nbformat
from nbformat.v4 import new_output
from nnexam import examiner
from nnexam.verdict import follow_through

from coursekit.errors import CourseError
from coursekit.rebuild import rebuild
from coursekit.runner import Run, exercise_of

SECRET = ".grading-secret"


@dataclass
class Graded:
    """What grading one notebook gave; `notebook` is nbgrader's, with the verdicts in its check cells."""

    student: str
    unit: str
    edition: str
    notebook: nbformat.NotebookNode
    earned: float
    points: float
    mistakes: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    cpu: dict[str, float] = field(default_factory=dict)  # seconds by phase


def grade(course, unit, student, path, secret, sandboxed=True):
    """Return the Graded submission in the file `path`; whatever is in that file, nothing is raised for it."""
    started = time.process_time()
    rebuilt = rebuild(course, unit, Path(path))
    read = time.process_time()
    graded = grade_rebuilt(course, unit, student, rebuilt.notebook, secret, sandboxed)
    graded.cpu |= {"rebuilding": read - started, "running and examining": time.process_time() - read}
    graded.notes = rebuilt.notes + graded.notes
    note_down(graded)
    return graded


def grade_rebuilt(course, unit, student, notebook, secret, sandboxed=True):
    """Run and examine a rebuilt notebook; its outputs become the student's outputs and our verdicts."""
    info = course.units[unit]
    edition = notebook.metadata.nnlab.edition
    seeds = {name: seed_for(secret, student, unit, name) for name in examiner.exercises(unit)}
    papers = {name: examiner.paper(unit, name, seed) for name, seed in seeds.items()}
    run = Run(notebook, info, papers, sandboxed)
    handed_in = run.all()

    def examine(name, answers, failed=()):
        return examiner.examine(unit, name, seeds[name], answers, failed, show_seed=False)

    verdicts = {}
    for name in papers:
        failed = [need for need, verdict in verdicts.items() if not verdict.passed]
        verdicts[name] = examine(name, handed_in.get(name), failed)
    _follow_through(course, info, run, verdicts, examine)
    for cell in notebook.cells:
        if cell.metadata.nnlab.role == "check":
            put_verdict(cell, verdicts[cell.metadata.nbgrader.grade_id.removeprefix("check_")], edition)
    graded = Graded(
        student,
        unit,
        edition,
        notebook,
        sum(v.earned for v in verdicts.values()),
        sum(v.points for v in verdicts.values()),
        [f"{name}: {mistake}" for name, verdict in verdicts.items() for mistake in verdict.mistakes],
    )
    graded.notes += stops(info, run, verdicts)
    graded.cpu = run.cpu
    if not sandboxed:
        graded.notes.append("graded without a sandbox")
    return graded


STOPS = {  # what the report says; the limits of the unit or exercise are put in
    "timeout": "was stopped: it took longer than {cell_seconds:g} s (or {cell_cpu_seconds:g} s of CPU time)",
    "memory": "was stopped: it took more than {memory_mb:g} MB of memory",
    "processes": "was stopped: it started more than {processes:g} processes or threads",
    "died": "was stopped: Python ended while it ran",
    "notime": "did not run: the time for the whole notebook was used up",
    "refused": "could not be checked: its table says why",
}


def stops(info, run, verdicts):
    """Return the sentences about cells and checks that did not run to their end."""
    stopped = {v.exercise: v.results[0].finding.kind for v in verdicts.values() if v.stopped}
    for index, why in run.stopped.items():
        cell = run.notebook.cells[index]
        first = (cell.source.strip().splitlines() or [""])[0][:60]
        stopped.setdefault(exercise_of(cell) or f"the cell that begins with {first!r}", why)
    return [f"{name} {STOPS[why].format(**info.limits_of(name))}" for name, why in stopped.items()]


def _follow_through(course, info, run, verdicts, examine):
    """Give the failed needs of failed exercises from the course, and check those once more."""
    given = {}
    for name, verdict in verdicts.items():
        needs = _failed_needs(info.name, name, verdicts)
        if needs and not verdict.passed and not verdict.undone:
            given[name] = needs
    solved = solutions(course, info.name) if given else {}
    for name, needs in given.items():  # each in a kernel of its own: no exercise sees another's needs
        second = run.again(name, "\n\n".join(solved[need] for need in needs))
        verdicts[name] = follow_through(verdicts[name], examine(name, second), needs)


def _failed_needs(unit, name, verdicts):
    """The needs of an exercise, and their needs, that have not passed; those that others build on first."""
    found = []
    for need in examiner.exercise(unit, name).needs:
        if not verdicts[need].passed:
            found += [n for n in [*_failed_needs(unit, need, verdicts), need] if n not in found]
    return found


def solutions(course, unit):
    """Return {exercise: source of its solution}, from the instructor's notebook."""
    source = nbformat.read(course.source(unit), as_version=4)
    return {c.metadata.nbgrader.grade_id: c.source for c in source.cells if c.metadata.nnlab.role == "exercise"}


def put_verdict(cell, verdict, lang):
    """Replace the outputs of a check cell: a table for people, a plain float for nbgrader."""
    table = {"text/html": verdict.html(lang), "text/plain": verdict.text(lang)}
    earned = float(min(max(verdict.earned, 0.0), verdict.points))
    cell.outputs = [
        new_output("display_data", data=table),
        new_output("execute_result", data={"text/plain": repr(earned)}, execution_count=None),
    ]
    cell.metadata.nnlab.verdict = {
        "earned": earned,
        "points": float(verdict.points),
        "undone": verdict.undone,
        "mistakes": verdict.mistakes,
    }


def note_down(graded):
    """Keep in the notebook what the report wants to know later."""
    graded.notebook.metadata.nnlab.notes = graded.notes


def seed_for(secret, student, unit, exercise):
    """The seed of one student's cases: always the same for an instructor, unknown to everybody else."""
    digest = hmac.new(secret, f"{student}/{unit}/{exercise}".encode(), hashlib.sha256).digest()
    return int.from_bytes(digest[:8], "little")


def load_secret(course):
    """Return the course's secret, made at the first grading and kept in .grading-secret (not in git)."""
    path = course.root / SECRET
    try:
        if not path.exists():
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "wb") as file:
                file.write(os.urandom(32))
        return path.read_bytes()
    except FileExistsError:
        return path.read_bytes()
    except OSError as error:
        raise CourseError(
            f"{path.name} cannot be written in {course.root}: {error.strerror}; make the folder writable"
        ) from None
