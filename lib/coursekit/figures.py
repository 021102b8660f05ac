"""The pictures of what to expect: drawn by the lesson's own cells, with the solutions in place."""

import linecache
from pathlib import Path

from nnexam import examiner

from coursekit.errors import CourseError
from coursekit.lesson import read_lesson


def namespace(course, unit, roles=("setup", "given", "exercise"), each=None):
    """Run the cells of a lesson that have one of the `roles`, solutions in place; return their names.

    each : called with a cell and the names after each cell that ran.
    """
    shown = course.lesson(unit).relative_to(course.root).as_posix()
    names = {"__name__": "lesson"}
    for cell in read_lesson(course, unit, examiner.exercises(unit)).cells:
        if cell.role not in roles:
            continue
        filename = f"<{shown}:{cell.line}>"
        linecache.cache[filename] = (len(cell.source), None, cell.source.splitlines(True), filename)
        try:
            exec(compile(cell.source, filename, "exec"), names)
        except Exception as error:
            raise CourseError(
                f"{shown}:{cell.line} [{cell.name or cell.role}] {type(error).__name__}: {error}"
            ) from error
        if each is not None:
            each(cell, names)
    return names


def draw(course, unit):
    """Save the figure of each cell with figure="name" as name.png beside the lesson; return the paths."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot as plt

    made = []

    def save(cell, names):
        if cell.role == "demo" and cell.figure:
            path = Path(course.lesson(unit).parent, f"{cell.figure}.png")
            plt.gcf().savefig(path, dpi=90, bbox_inches="tight", metadata={"Software": None})
            made.append(path.relative_to(course.root))
        plt.close("all")

    namespace(course, unit, ("setup", "given", "exercise", "demo"), save)
    return made
