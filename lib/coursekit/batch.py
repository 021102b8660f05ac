"""`coursekit grade`: many submissions, several workers, one writer to the gradebook.

A submission counts as graded when its notebook stands in autograded/, which is the last thing that is written of it.
So the command can be stopped at any moment, and goes on when it is given again.
"""

import json
import os
import shutil
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbgrader import preprocessors as stock
from sqlalchemy.exc import DatabaseError

from coursekit import feedback, grading
from coursekit.course import Course
from coursekit.errors import CourseError
from coursekit.gradebook import one_transaction, opened, timestamp_of
from coursekit.nbgrader import SaveGrades, database, earlier_answers, load_config, register
from coursekit.notes import Note
from coursekit.notes import write as write_notes
from coursekit.sandbox import require_bubblewrap

FEEDBACK_SECONDS = 60


@dataclass(frozen=True)
class Job:
    """One submitted notebook."""

    student: str
    unit: str
    path: Path


def find_jobs(course, units, student=None, force=False):
    """Return (jobs to do, jobs graded before), unit by unit. A newer timestamp means a new submission."""
    folders = sorted(path for path in (course.root / "submitted").glob("*") if path.is_dir())
    if student is not None and student not in [folder.name for folder in folders]:
        raise CourseError(
            f"there is no folder submitted/{student}; expected one of: {', '.join(f.name for f in folders)}"
        )
    todo, done = [], []
    for unit in units:
        for folder in folders:
            job = Job(folder.name, unit.name, _notebook(folder / unit.name, unit.name))
            if student in (None, job.student) and job.path.parent.is_dir():
                (done if not force and _up_to_date(course, job) else todo).append(job)
    return todo, done


def _notebook(folder, unit):
    """Return the notebook of a submission: the file of the unit's name or, where there is none, the only notebook."""
    path, others = folder / f"{unit}.ipynb", sorted(folder.glob("*.ipynb"))
    return others[0] if len(others) == 1 and not path.exists() else path


def _up_to_date(course, job):
    target = autograded(course, job)
    if not target.is_file():
        return False
    new, old = (timestamp_of(folder) for folder in (job.path.parent, target.parent))
    return new is None or (old is not None and new <= old)


def autograded(course, job):
    return course.root / "autograded" / job.student / job.unit / f"{job.unit}.ipynb"


@contextmanager
def alone(course):
    """Hold the course for one `coursekit grade`; raises CourseError where another one has it."""
    try:
        import fcntl
    except ImportError:  # Windows
        yield
        return
    grading.load_secret(course)
    with open(course.root / grading.SECRET, "rb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise CourseError("another 'coursekit grade' works on this course: wait until it has finished") from None
        yield


def grade_all(course, jobs, workers, sandboxed, each):
    """Grade the jobs with a Workers and record them; call each(job, Graded or the exception) after every one."""
    if sandboxed:
        require_bubblewrap()
    seconds = max((course.units[job.unit].limits["total_seconds"] for job in jobs), default=0)
    secret = grading.load_secret(course)
    tasks = [(str(course.root), job, secret, sandboxed) for job in jobs]
    url, config = database(course), load_config(course)
    _make_gradebook(url)  # while the process that workers are forked from begins
    results = workers.map(grade_one, tasks, seconds)  # at work from now on
    for unit in dict.fromkeys(job.unit for job in jobs):
        register(course, unit, url)
    with opened(url) as gradebook:
        for (_, job, *_), result in results:
            if not isinstance(result, Exception):
                try:
                    started = time.process_time()
                    record(course, job, result, gradebook, config)
                    write_times(job, {**result.cpu, "recording": time.process_time() - started})
                except OSError as error:
                    raise CourseError(
                        f"autograded/ cannot be written: {error.strerror}; make the folder writable"
                    ) from None
                except (CourseError, DatabaseError):
                    raise
                except Exception as error:
                    result = error
            each(job, result)


def _make_gradebook(url):
    """Make a gradebook where there is none, under another name first: half a gradebook would stay half."""
    path = Path(url.removeprefix("sqlite:///"))
    if url.startswith("sqlite:///") and not path.exists():
        part = path.with_suffix(".part")
        for name in (part, f"{part}-journal"):
            Path(name).unlink(missing_ok=True)
        with opened(f"sqlite:///{part}"):
            pass
        os.replace(part, path)


def grade_one(root, job, secret, sandboxed):
    """Grade one submission, in a worker."""
    graded = grading.grade(Course(root), job.unit, job.student, job.path, secret, sandboxed)
    if job.path.name != f"{job.unit}.ipynb" and job.path.is_file():
        graded.notes.insert(
            0,
            Note(
                f"the notebook is named {job.path.name!r}; expected {job.unit}.ipynb",
                f"노트북 파일의 이름이 {job.path.name!r}입니다. 다음에는 {job.unit}.ipynb로 내 주십시오.",
            ),
        )
        write_notes(graded.notebook, graded.notes)
    return graded


def write_times(job, cpu):
    """Append the CPU seconds of each phase to the file that the variable NNLAB_TIMES names; for benchmarks."""
    if os.environ.get("NNLAB_TIMES"):
        with open(os.environ["NNLAB_TIMES"], "a", encoding="utf-8") as file:
            file.write(json.dumps({"student": job.student, "unit": job.unit, "phases": cpu}) + "\n")


def record(course, job, graded, gradebook, config):
    """Write one graded notebook to autograded/ and its scores to the gradebook, all of it or nothing."""
    timestamp = timestamp_of(job.path.parent)
    extra = {} if timestamp is None else {"timestamp": timestamp}
    target = autograded(course, job)
    earlier = earlier_answers(target)
    notebook = nbformat.from_dict(graded.notebook)
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_suffix(".part")
    part.unlink(missing_ok=True)
    part.write_text(nbformat.writes(notebook) + "\n", encoding="utf-8")
    os.chmod(part, 0o444)
    names = {"notebook": job.unit, "assignment": job.unit, "student": job.student, "db_url": "", "earlier": earlier}
    with one_transaction(gradebook):
        gradebook.update_or_create_student(job.student)
        gradebook.update_or_create_submission(job.unit, job.student, **extra)
        for step in (SaveGrades, stock.AssignLatePenalties):
            step(config=config).preprocess(notebook, {"nbgrader": names})
    os.replace(part, target)
    if timestamp is not None:  # last: where it is missing, the submission is newer and graded again
        shutil.copyfile(job.path.parent / "timestamp.txt", target.parent / "timestamp.txt")


def without_page(course, jobs):
    """Return those of the graded jobs that have no feedback page, or one that is older than their grading."""
    return [job for job in jobs if _page_is_old(course, job)]


def write_feedback(course, jobs, workers, each):
    """Make the feedback page of each job; call each(job, None or the exception)."""
    tasks = [(str(course.root), job) for job in jobs]
    for (_, job), result in workers.map(feedback_one, tasks, FEEDBACK_SECONDS):
        each(job, result)


def _page_is_old(course, job):
    page = _page(course, job)
    return not page.is_file() or page.stat().st_mtime_ns <= autograded(course, job).stat().st_mtime_ns


def _page(course, job):
    return course.root / "feedback" / job.student / job.unit / f"{job.unit}.html"


def feedback_one(root, job):
    """Write one feedback page, in a worker."""
    started = time.process_time()
    course = Course(root)
    page = feedback.page(course, job.unit, job.student, autograded(course, job), database(course))
    target = _page(course, job)
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_suffix(".part")
    part.write_text(page, encoding="utf-8")
    os.replace(part, target)
    write_times(job, {"feedback": time.process_time() - started})


def export(course):
    """Write grades.csv with nbgrader's own exporter."""
    from nbgrader.plugins.export import CsvExportPlugin

    plugin = CsvExportPlugin()
    plugin.to, plugin.assignment, plugin.student = str(course.root / "grades.csv"), [], []
    with opened(database(course)) as gradebook:
        plugin.export(gradebook)
