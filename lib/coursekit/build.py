"""course/ → source/ → release/: notebooks, byte for byte the same at every build."""

import base64
import io
import logging
import re
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from nnexam import examiner
from traitlets.config import Config

from coursekit.course import Course
from coursekit.errors import CourseError
from coursekit.lesson import read_lesson

KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}


def build(course, units, target=None):
    """Write source/ and release/ of the units below `target` (default: the course itself).

    Returns the list of files written, relative to the target. Nothing is written unless all lessons are right.
    """
    return _build({unit.name: source_notebook(course, unit.name) for unit in units}, course, target or course.root)


def release_all_editions(assignment, student, notebooks):
    """After nbgrader's own generate_assignment: release every edition of the same source (a post_convert_hook)."""
    course = Course.find()
    source = nbformat.read(course.source(assignment), as_version=4)
    _build({assignment: source}, course, course.root)


def _build(sources, course, target):
    with tempfile.TemporaryDirectory(prefix="coursekit-") as scratch:
        scratch = Path(scratch)
        for name, notebook in sources.items():
            _write(scratch / "source" / name / f"{name}.ipynb", notebook)
        for edition in course.editions:
            _release(scratch, list(sources), edition)
        made = sorted(path for path in scratch.rglob("*.ipynb"))
        return [_install(path, path.relative_to(scratch), target) for path in made]


def check(course, units):
    """Return the committed files that differ from what the course builds now."""
    with tempfile.TemporaryDirectory(prefix="coursekit-") as scratch:
        made = build(course, units, Path(scratch))
        stale = [path for path in made if not _equal(Path(scratch) / path, course.root / path)]
    known = {f"{name}.ipynb" for name in course.units}
    for top in ("source", "release"):
        stale += [p.relative_to(course.root) for p in (course.root / top).rglob("*.ipynb") if p.name not in known]
    return stale


def source_notebook(course, unit):
    """Return the instructor's notebook of a unit: both languages, solutions, nbgrader's metadata."""
    exercises = examiner.exercises(unit)
    lesson = read_lesson(course, unit, exercises)
    folder = course.lesson(unit).parent
    cells, counts = [], {}
    for cell in lesson.cells:
        stem = {"exercise": cell.name, "check": f"check_{cell.name}", "answer": cell.name}.get(cell.role)
        if stem is None:
            key = (cell.role, cell.lang)
            counts[key] = counts.get(key, 0) + 1
            stem = "setup" if cell.role == "setup" else f"{cell.role}-{counts[key]:02d}"
        cells.append(_node(cell, stem, exercises, folder))
    notebook = new_notebook(cells=cells, metadata={"kernelspec": KERNEL, "language_info": {"name": "python"}})
    notebook.metadata["nnlab"] = {"unit": unit}
    notebook.nbformat_minor = 5
    return notebook


def _node(cell, stem, exercises, folder):
    metadata = {"nnlab": {"role": cell.role}}
    if cell.lang:
        metadata["nnlab"]["lang"] = cell.lang
    graded = {
        "exercise": {"grade": False, "solution": True, "locked": False},
        "check": {"grade": True, "solution": False, "locked": True},
        "answer": {"grade": True, "solution": True, "locked": False},
        "setup": {"grade": False, "solution": False, "locked": True},
        "given": {"grade": False, "solution": False, "locked": True},
    }.get(cell.role)
    if graded is not None:
        metadata["nbgrader"] = {"grade_id": stem, "schema_version": 3, "task": False, **graded}
        if cell.role == "check":
            metadata["nbgrader"]["points"] = exercises[cell.name].points
        if cell.role == "answer":
            metadata["nbgrader"]["points"] = cell.points
    if cell.role in ("check", "demo"):  # Run All goes on past a failing check and a plot of an undone function
        metadata["tags"] = ["raises-exception"]
    new_cell = new_code_cell if cell.is_code else new_markdown_cell
    node = new_cell(cell.source, metadata=metadata)
    node.id = f"{stem}-{cell.lang}" if cell.lang else stem
    if not cell.is_code:
        pictures = re.findall(r"\(attachment:([\w-]+\.png)\)", cell.source)
        if pictures:
            node["attachments"] = {name: {"image/png": _picture(folder / name, cell)} for name in pictures}
    return node


def _picture(path, cell):
    if not path.is_file():
        raise CourseError(
            f"{path.parent.name}/lesson.py:{cell.line} the picture {path.name} is missing; "
            "make it with 'coursekit figures'"
        )
    return base64.b64encode(path.read_bytes()).decode("ascii")


def _release(scratch, names, edition):
    """Run nbgrader's own generate_assignment over the sources, without a gradebook."""
    from nbgrader.converters import GenerateAssignment
    from nbgrader.coursedir import CourseDirectory

    config = release_config(edition)
    config.GenerateAssignment.preprocessors = [
        p for p in config.GenerateAssignment.preprocessors if p.__name__ != "SaveCells"
    ]
    config.CourseDirectory.root = str(scratch)
    config.GenerateAssignment.no_database = True
    for name in names:
        config.CourseDirectory.assignment_id = name
        with _captured_log() as log:
            directory = CourseDirectory(config=config)
            converter = GenerateAssignment(coursedir=directory, config=config)
            converter.log.setLevel(logging.ERROR)
            try:
                converter.start()
            except Exception as error:
                raise CourseError(f"nbgrader could not release {name}: {log.getvalue().strip() or error}") from error


def release_config(edition="en"):
    """The nbgrader configuration that releases one edition; nbgrader_config.py uses it too."""
    from nbgrader import preprocessors as stock

    from coursekit import editions

    config = Config()
    config.CourseDirectory.release_directory = f"release/{edition}"
    config.SelectEdition.edition = edition
    config.GenerateAssignment.preprocessors = [
        editions.SelectEdition,
        stock.LockCells,
        editions.ClearSolutionsInEdition,
        stock.ClearOutput,
        stock.CheckCellMetadata,
        stock.ComputeChecksums,
        stock.SaveCells,
        editions.StampRelease,
    ]
    return config


@contextmanager
def _captured_log():
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    logger = logging.getLogger("traitlets")
    logger.addHandler(handler)
    propagate, logger.propagate = logger.propagate, False
    try:
        yield stream
    finally:
        logger.removeHandler(handler)
        logger.propagate = propagate


def _write(path, notebook):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(nbformat.writes(notebook) + "\n", encoding="utf-8", newline="\n")


def _install(path, relative, target):
    """Copy a built notebook to its place, in the one form that we commit."""
    _write(path, nbformat.read(path, as_version=4))
    final = Path(target) / relative
    try:
        final.parent.mkdir(parents=True, exist_ok=True)
        if not _equal(path, final):
            shutil.copyfile(path, final)
    except OSError as error:
        raise CourseError(f"{relative} cannot be written: {error.strerror}; make the folder writable") from None
    return relative


def _equal(one, other):
    return other.is_file() and one.read_bytes() == other.read_bytes()
