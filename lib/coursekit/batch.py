"""`coursekit grade`: many submissions, several workers, one writer to the gradebook."""

import os
import shutil
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import nbformat
from nbgrader import preprocessors as stock
from nbgrader.api import Gradebook
from nbgrader.utils import parse_utc

from coursekit import grading
from coursekit.course import Course
from coursekit.errors import CourseError
from coursekit.nbgrader import SaveGrades, database, load_config, register
from coursekit.sandbox import require_bubblewrap


@dataclass(frozen=True)
class Job:
    """One submitted notebook."""

    student: str
    unit: str
    path: Path


def find_jobs(course, units, student=None, force=False):
    """Return (jobs to do, number of submissions graded before). A newer timestamp means a new submission."""
    jobs, done = [], 0
    folders = sorted(path for path in (course.root / "submitted").glob("*") if path.is_dir())
    if student is not None and student not in [folder.name for folder in folders]:
        raise CourseError(
            f"there is no folder submitted/{student}; expected one of: {', '.join(f.name for f in folders)}"
        )
    for folder in folders:
        for unit in units:
            job = Job(folder.name, unit.name, folder / unit.name / f"{unit.name}.ipynb")
            if student not in (None, job.student) or not job.path.parent.is_dir():
                continue
            if not force and _up_to_date(course, job):
                done += 1
            else:
                jobs.append(job)
    return jobs, done


def _up_to_date(course, job):
    target = autograded(course, job)
    if not target.is_file():
        return False
    new, old = (_timestamp(folder) for folder in (job.path.parent, target.parent))
    return new is None or (old is not None and new <= old)


def _timestamp(folder):
    """Return the UTC time in nbgrader's timestamp.txt, or None."""
    try:
        return parse_utc((folder / "timestamp.txt").read_text(encoding="utf-8").strip())
    except (OSError, ValueError, UnicodeDecodeError):
        return None


def autograded(course, job):
    return course.root / "autograded" / job.student / job.unit / f"{job.unit}.ipynb"


def grade_all(course, jobs, workers, sandboxed, each):
    """Grade the jobs and record them; call each(job, Graded or the exception) after every one."""
    if sandboxed:
        require_bubblewrap()
    url = database(course)
    for unit in {job.unit for job in jobs}:
        register(course, unit, url)
    secret = grading.load_secret(course)
    config = load_config(course)
    for job, result in _results(course, jobs, workers, secret, sandboxed):
        if not isinstance(result, Exception):
            try:
                record(course, job, result, url, config)
            except OSError as error:
                raise CourseError(
                    f"autograded/ cannot be written: {error.strerror}; make the folder writable"
                ) from None
        each(job, result)


def _results(course, jobs, workers, secret, sandboxed):
    """Yield (job, Graded or exception) as they come; a worker that dies takes only its own job with it."""
    left = list(jobs)
    alone = False  # after a worker died: one job at a time, so that the guilty one is known
    while left:
        batch = left[:1] if alone else left
        with ProcessPoolExecutor(1 if alone else workers, mp_context=get_context("spawn")) as pool:
            futures = {pool.submit(_work, str(course.root), job, secret, sandboxed): job for job in batch}
            broken = False
            for future in as_completed(futures):
                job = futures[future]
                try:
                    result = future.result()
                except BrokenProcessPool as error:
                    broken = True
                    if not alone:
                        continue
                    result = error
                except Exception as error:
                    result = error
                left.remove(job)
                yield job, result
            alone = alone or broken


def _work(root, job, secret, sandboxed):
    return grading.grade(Course(root), job.unit, job.student, job.path, secret, sandboxed)


def record(course, job, graded, url, config):
    """Write one graded notebook to autograded/ and its scores to the gradebook."""
    with Gradebook(url) as gradebook:
        gradebook.update_or_create_student(job.student)
        timestamp = _timestamp(job.path.parent)
        extra = {} if timestamp is None else {"timestamp": timestamp}
        gradebook.update_or_create_submission(job.unit, job.student, **extra)
    notebook = nbformat.from_dict(graded.notebook)
    names = {"notebook": job.unit, "assignment": job.unit, "student": job.student, "db_url": url}
    for step in (SaveGrades, stock.AssignLatePenalties):
        step(config=config).preprocess(notebook, {"nbgrader": names})
    target = autograded(course, job)
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_suffix(".part")
    part.write_text(nbformat.writes(notebook) + "\n", encoding="utf-8")
    os.chmod(part, 0o444)
    os.replace(part, target)
    if (job.path.parent / "timestamp.txt").is_file():
        shutil.copyfile(job.path.parent / "timestamp.txt", target.parent / "timestamp.txt")


def write_feedback(course, jobs, workers, each):
    """Make the feedback page of each job with nbgrader's own generate_feedback; call each(job) after it."""
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        futures = {pool.submit(_feedback, str(course.root), job): job for job in jobs}
        for future in as_completed(futures):
            future.result()
            each(futures[future])


def _feedback(root, job):
    import logging

    from nbgrader.converters import GenerateFeedback
    from nbgrader.coursedir import CourseDirectory

    course = Course(root)
    config = load_config(course)
    config.CourseDirectory.root = root
    config.CourseDirectory.student_id, config.CourseDirectory.assignment_id = job.student, job.unit
    logging.getLogger("traitlets").setLevel(logging.ERROR)
    converter = GenerateFeedback(coursedir=CourseDirectory(config=config), config=config)
    converter.force = True
    converter.start()


def export(course):
    """Write grades.csv with nbgrader's own exporter."""
    from nbgrader.plugins.export import CsvExportPlugin

    plugin = CsvExportPlugin()
    plugin.to, plugin.assignment, plugin.student = str(course.root / "grades.csv"), [], []
    with Gradebook(database(course)) as gradebook:
        plugin.export(gradebook)
