"""What this machine has, what is missing, and how to get it."""

import shutil
import sys
from importlib import metadata

from coursekit.errors import CourseError
from coursekit.sandbox import require_bubblewrap

PACKAGES = ("numpy", "matplotlib", "ipywidgets", "jupyterlab", "nbgrader", "jupyter_client", "jupytext")


def examine_machine(course):
    """Yield (name, what was found, whether it is as wanted)."""
    yield "Python", sys.version.split()[0], sys.version_info >= (3, 11)
    for name in PACKAGES:
        try:
            yield name, metadata.version(name), True
        except metadata.PackageNotFoundError:
            yield name, "missing: pip install '.[teach]' in the course's folder", False
    found = list(metadata.entry_points(group="nnlab.examiner"))
    yield "examiner", found[0].value if found else "missing: install the course with pip", bool(found)
    try:
        yield "sandbox", require_bubblewrap(), True
    except CourseError as error:
        yield "sandbox", str(error), False
    try:
        from nnlab import data

        yield "digits", f"{len(data.digits()[1])} images", True
    except (OSError, ValueError) as error:
        yield "digits", f"cannot be read ({error}): install the course again", False
    for unit in course.units:
        missing = [e for e in course.editions if not course.release(unit, e).is_file()]
        yield (
            f"release of {unit}",
            f"missing in {', '.join(missing)}: coursekit build" if missing else "there",
            not missing,
        )
    yield "chromium", shutil.which("chromium") or "missing (only the browser tests need it)", True
