"""One submission, from a file to a graded notebook: rebuild, run, examine. A value, nothing is recorded."""

import contextlib
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

from coursekit import notes
from coursekit.errors import CourseError
from coursekit.notes import Note
from coursekit.rebuild import rebuild
from coursekit.runner import NO_TIME, Run, exercise_of

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
    notes: list[Note] = field(default_factory=list)
    cpu: dict[str, float] = field(default_factory=dict)  # seconds by phase


def grade(course, unit, student, path, secret, sandboxed=True):
    """Return the Graded submission in the file `path`; whatever is in that file, nothing is raised for it."""
    started = time.process_time()
    rebuilt = rebuild(course, unit, Path(path))
    read = time.process_time()
    graded = grade_rebuilt(course, unit, student, rebuilt.notebook, secret, sandboxed)
    graded.cpu |= {"rebuilding": read - started, "running and examining": time.process_time() - read}
    graded.notes = rebuilt.notes + graded.notes
    notes.write(graded.notebook, graded.notes)
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
        graded.notes.append(Note("graded without a sandbox", "샌드박스 없이 채점했습니다."))
    return graded


STOPS = {  # the limits of the unit or exercise are put in
    "timeout": Note(
        "{} was stopped: it took longer than {cell_seconds:g} s (or {cell_cpu_seconds:g} s of CPU time)",
        "{}: {cell_seconds:g}초(CPU 시간 {cell_cpu_seconds:g}초) 안에 끝나지 않아 멈췄습니다.",
    ),
    "memory": Note(
        "{} was stopped: it took more than {memory_mb:g} MB of memory",
        "{}: 메모리를 {memory_mb:g} MB보다 많이 써서 멈췄습니다.",
    ),
    "processes": Note(
        "{} was stopped: it started more than {processes:g} processes or threads",
        "{}: 프로세스나 스레드를 {processes:g}개보다 많이 만들어서 멈췄습니다.",
    ),
    "died": Note("{} was stopped: Python ended while it ran", "{}: 실행하던 파이썬이 끝나 버렸습니다."),
    "notime": Note(
        "{} did not run: the time for the whole notebook was used up",
        "{}: 노트북 전체의 제한 시간을 다 써서 실행하지 못했습니다.",
    ),
    "refused": Note("{} could not be checked: its table says why", "{}: 검사하지 못했습니다. 이유는 표에 있습니다."),
}


def stops(info, run, verdicts):
    """Return the Notes about cells and checks that did not run to their end."""
    made = {}
    for index, why in run.stopped.items():
        cell = run.notebook.cells[index]
        if why == NO_TIME and exercise_of(cell) is None:
            continue  # the exercises behind it say so
        first = (cell.source.strip().splitlines() or [""])[0][:60]
        names = (f"the cell that begins with {first!r}", f"{first!r}로 시작하는 셀")
        exercise = exercise_of(cell)
        made[exercise or index] = _stop(why, info, exercise, *((exercise, exercise) if exercise else names))
    for verdict in verdicts.values():
        if verdict.stopped:
            name, why = verdict.exercise, verdict.results[0].finding.kind
            made.setdefault(name, _stop(why, info, name, name, name))
    return list(made.values())


def _stop(why, info, exercise, en, ko):
    limits = info.limits_of(exercise)
    return Note(STOPS[why].format(en, **limits), STOPS[why].ko.format(ko, **limits))


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


def seed_for(secret, student, unit, exercise):
    """The seed of one student's cases: always the same for an instructor, unknown to everybody else."""
    digest = hmac.new(secret, f"{student}/{unit}/{exercise}".encode(), hashlib.sha256).digest()
    return int.from_bytes(digest[:8], "little")


def load_secret(course):
    """Return the course's secret, made at the first grading and kept in .grading-secret (not in git)."""
    path = course.root / SECRET
    part = path.with_name(f"{SECRET}.{os.getpid()}")
    try:
        if not path.exists():
            descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(descriptor, "wb") as file:
                file.write(os.urandom(32))
            with contextlib.suppress(FileExistsError):
                os.link(part, path)  # all of it or nothing, and never over another one
            part.unlink()
        return path.read_bytes()
    except OSError as error:
        raise CourseError(
            f"{path.name} cannot be written in {course.root}: {error.strerror}; make the folder writable"
        ) from None
