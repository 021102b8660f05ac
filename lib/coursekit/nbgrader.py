"""Our steps inside nbgrader: how `nbgrader autograde` and formgrader's button grade as `coursekit grade` does.

nbgrader_config.py of the course calls ``configure``.
"""

import os
import shutil
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import nbformat
from nbconvert.exporters import NotebookExporter
from nbgrader import preprocessors as stock
from nbgrader.api import MissingEntry
from nbgrader.converters.base import NbGraderException
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import NbGraderPreprocessor, SaveAutoGrades
from traitlets import Bool
from traitlets.config import Config
from traitlets.config.loader import PyFileConfigLoader

from coursekit import feedback, grading, notes
from coursekit.build import release_all_editions, release_config
from coursekit.course import Course
from coursekit.errors import CourseError
from coursekit.gradebook import BUSY_SECONDS, one_transaction, opened, timestamp_of
from coursekit.rebuild import rebuild
from coursekit.sandbox import require_bubblewrap


def configure(config):
    """Set up nbgrader's traitlets `config` for the course."""
    os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])  # alembic
    config.merge(release_config())
    config.GenerateAssignment.post_convert_hook = release_all_editions
    config.Autograde.exporter_class = SubmissionExporter
    config.Autograde.sanitize_preprocessors = []
    config.Autograde.autograde_preprocessors = [
        RunAndExamine,
        SaveGrades,
        stock.AssignLatePenalties,
        stock.CheckCellMetadata,
    ]
    feedback.configure(config)


def load_config(course):
    """Return the configuration that nbgrader would find in the course."""
    config = Config()
    path = course.root / "nbgrader_config.py"
    if path.is_file():
        config.merge(PyFileConfigLoader(path.name, path=str(course.root)).load_config())
    else:
        configure(config)
    return config


class SubmissionExporter(NotebookExporter):
    """Reads a submission by rebuilding it, and registers the assignment before nbgrader asks for it."""

    export_from_notebook = None

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        if self.parent is None or not getattr(self.parent, "assignments", None):
            return
        try:  # before nbgrader removes what it graded earlier
            if self.config.RunAndExamine.get("sandbox", True):
                require_bubblewrap()
            course = Course.find(self.parent.coursedir.root)
            for unit in {Path(path).name for path in self.parent.assignments}:
                register(course, unit, self.parent.coursedir.db_url)
            self.earlier = {}  # nbgrader removes what it graded earlier, so this is the time to look at it
            for path in map(Path, self.parent.assignments):
                unit, student = path.name, path.parent.name
                graded = course.root / "autograded" / student / unit / f"{unit}.ipynb"
                self.earlier[student, unit] = earlier_answers(graded)
            self.parent.coursedir = OnlyNotebooks.instead_of(self.parent.coursedir)
        except CourseError as error:
            self.log.error(str(error))
            raise NbGraderException(str(error)) from None

    def from_filename(self, filename, resources=None, **kw):
        if not getattr(self.parent, "_sanitizing", False):
            return super().from_filename(filename, resources=resources, **kw)
        names = resources["nbgrader"]
        graded = Path(self.parent._format_dest(names["assignment"], names["student"]))
        if timestamp_of(Path(filename).parent):  # nbgrader compares the two
            graded.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(Path(filename).with_name("timestamp.txt"), graded / "timestamp.txt")
        rebuilt = rebuild(Course.find(), names["assignment"], Path(filename))
        notes.write(rebuilt.notebook, rebuilt.notes)
        return self.from_notebook_node(rebuilt.notebook, resources=resources, **kw)


class RunAndExamine(NbGraderPreprocessor):
    """Run the notebook in the sandbox and put a verdict into each check cell."""

    sandbox = Bool(True, help="Run student code in a bubblewrap sandbox").tag(config=True)

    def preprocess(self, nb, resources):
        course, names = Course.find(), resources["nbgrader"]
        secret = grading.load_secret(course)
        before = notes.read(nb.metadata)
        graded = grading.grade_rebuilt(course, names["assignment"], names["student"], nb, secret, self.sandbox)
        notes.write(graded.notebook, before + graded.notes)
        return graded.notebook, resources


class SaveGrades(SaveAutoGrades):
    """nbgrader's own step, with its one sentence in the student's language."""

    def preprocess(self, nb, resources):
        self.edition = nb.metadata.nnlab.edition
        names = resources["nbgrader"]
        before = names["earlier"] if "earlier" in names else self.parent.earlier[names["student"], names["assignment"]]
        now = answers(nb)
        self.unchanged = {name for name in now if name in before and before[name] == now[name]}
        return super().preprocess(nb, resources)

    def _add_score(self, cell, resources):
        """Where an instructor has set the score, only a changed answer asks for another look."""
        name = cell.metadata["nbgrader"]["grade_id"]
        grade = self.gradebook.find_grade(name, self.notebook_id, self.assignment_id, self.student_id)
        asked = bool(grade.needs_manual_grade)
        super()._add_score(cell, resources)
        if grade.manual_score is not None and name in self.unchanged:
            grade.needs_manual_grade = asked
            self.gradebook.db.commit()

    def _add_comment(self, cell, resources):
        super()._add_comment(cell, resources)
        comment = self.gradebook.find_comment(
            cell.metadata["nbgrader"]["grade_id"], self.notebook_id, self.assignment_id, self.student_id
        )
        if comment.auto_comment:
            comment.auto_comment = feedback.NO_RESPONSE.in_(self.edition)
            self.gradebook.db.commit()


def answers(notebook):
    """Return {name of a graded cell: the source of the answer that it grades}."""
    sources = {c.metadata.nbgrader.grade_id: c.source for c in notebook.cells if "nbgrader" in c.metadata}
    return {name: sources.get(name.removeprefix("check_"), source) for name, source in sources.items()}


def earlier_answers(path):
    """Return ``answers`` of the notebook graded earlier at `path`; nothing where there is none."""
    try:
        return answers(nbformat.read(path, as_version=4))
    except (OSError, ValueError, AttributeError):
        return {}


class OnlyNotebooks(CourseDirectory):
    """nbgrader's folders for a converter that takes nothing but notebooks and a timestamp from a submission.

    It would copy what a student handed in beside the notebook, and what links there point to.
    """

    def get_existing_timestamp(self, dest_path):
        return timestamp_of(Path(dest_path))

    @classmethod
    def instead_of(cls, coursedir):
        values = {name: getattr(coursedir, name) for name in coursedir.trait_names(config=True)}
        return cls(**{**values, "ignore": ["*"]})


def database(course):
    """The URL of the course's gradebook."""
    return load_config(course).CourseDirectory.get("db_url", f"sqlite:///{course.root / 'gradebook.db'}")


def register(course, unit, db_url):
    """Put the unit into the gradebook as its release has it; raises CourseError in one sentence."""
    if unit not in course.units:
        raise CourseError(f"there is no unit {unit!r}; expected one of: {', '.join(course.units)}")
    path = course.release(unit, course.editions[0])
    if not path.is_file():
        raise CourseError(f"{path.relative_to(course.root)} is missing; make it with 'coursekit build {unit}'")
    _inspect(course, db_url)
    release = nbformat.read(path, as_version=4)
    resources = {"nbgrader": {"notebook": unit, "assignment": unit, "student": ".", "db_url": db_url}}
    with opened(db_url) as gradebook:
        if _registered(gradebook, unit, release):
            return
        try:
            with one_transaction(gradebook):
                gradebook.update_or_create_assignment(unit)
                stock.SaveCells().preprocess(release, resources)
        except RuntimeError:
            raise CourseError(
                f"the exercises of {unit} changed since submissions were graded; keep gradebook.db under another name, "
                "then grade again"
            ) from None


def _registered(gradebook, unit, release):
    """Tell whether the gradebook has the unit with the same cells and points."""
    try:
        notebook = gradebook.find_notebook(unit, unit)
    except MissingEntry:
        return False
    marks = [cell.metadata.nbgrader for cell in release.cells if "nbgrader" in cell.metadata]
    graded = {mark.grade_id: float(mark.points) for mark in marks if mark.grade}
    solved = {mark.grade_id for mark in marks if mark.solution}
    return (
        graded == {cell.name: cell.max_score for cell in notebook.grade_cells}
        and solved == {cell.name for cell in notebook.solution_cells}
        and {mark.grade_id for mark in marks} == {cell.name for cell in notebook.source_cells}
    )


def _inspect(course, db_url):
    """Refuse a file that is no gradebook, or the gradebook of another course."""
    path = Path(db_url.removeprefix("sqlite:///"))
    if not db_url.startswith("sqlite:///") or not path.exists():
        return
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=BUSY_SECONDS)) as connection:
            tables = {row[0] for row in connection.execute("select name from sqlite_master where type = 'table'")}
            names = (
                {row[0] for row in connection.execute("select name from assignment")}
                if "assignment" in tables
                else set()
            )
    except sqlite3.OperationalError as error:
        raise CourseError(f"{path.name} cannot be read ({error}); close what else has it open and try again") from None
    except sqlite3.DatabaseError as error:
        raise CourseError(f"{path.name} is not a gradebook ({error}); move it away to start a new one") from None
    if names and not names & set(course.units):
        raise CourseError(
            f"{path.name} belongs to another course (it has {', '.join(sorted(names)[:3])}); "
            "move it away to start a new one"
        )
