"""`coursekit demo`: a made-up class in a course of its own, graded like a real one."""

import shutil
import time

from coursekit import classroom, grading, report
from coursekit.course import Course
from coursekit.errors import CourseError
from coursekit.sandbox import SandboxError, require_bubblewrap

MISTAKEN = 4  # students with mistakes: each makes another one in every exercise
PARTS = ("course", "source", "release", "nbgrader_config.py")


def run(course, console, grade, whole):
    """Make work/demo anew, hand in, grade, print the class and what to open.

    whole : whether each known mistake of the course is made; else four in each exercise.
    """
    try:
        require_bubblewrap()
        sandboxed = True
    except SandboxError as error:
        console.print(f"Without a sandbox, since these submissions are our own: {error}")
        sandboxed = False
    folder = course.root / "work" / "demo"
    started = time.monotonic()
    try:
        shutil.rmtree(folder, ignore_errors=True)
        for part in PARTS:
            source, target = course.root / part, folder / part
            target.parent.mkdir(parents=True, exist_ok=True)
            (shutil.copytree if source.is_dir() else shutil.copyfile)(source, target)
        (folder / grading.SECRET).write_bytes(bytes(32))  # the same cases, and so the same tables, wherever it runs
        (folder / grading.SECRET).chmod(0o600)
    except OSError as error:
        raise CourseError(f"work/demo cannot be written: {error.strerror}; make the folder writable") from None
    made = Course(folder)
    students = classroom.pupils(made, None if whole else MISTAKEN)
    count = classroom.write_class(made, made.choose(()), students, folder / "submitted")
    console.print(f"{count} submissions of {len(students)} made-up students in work/demo/submitted")
    failed = grade(made, sandboxed)
    for table in (report.table, report.diagnoses, report.items):
        console.print(table(made, made.choose(())))
    if failed:
        raise CourseError(f"{failed} submissions of the demonstration could not be graded")
    console.print(
        f"Done in {time.monotonic() - started:.0f} s. Open next:\n"
        "  work/demo/feedback/mistake01/u03_activation/u03_activation.html   feedback in English\n"
        "  work/demo/feedback/mistake02/u03_activation/u03_activation.html   feedback in Korean\n"
        "  work/demo/grades.csv                                              the grades\n"
        "  cd work/demo && ../../.venv/bin/jupyter lab                        then Nbgrader > Formgrader\n"
        "  .venv/bin/nnlab start u03_activation                              the student's view"
    )
