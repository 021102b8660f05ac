"""What this machine has, what is missing, and how to get it."""

import shutil
import sys
from importlib import metadata

from coursekit.errors import CourseError
from coursekit.sandbox import require_bubblewrap

PACKAGES = ("numpy", "matplotlib", "ipywidgets", "threadpoolctl", "jupyterlab")
PACKAGES += ("nbgrader", "jupyter_client", "jupytext")


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
    yield "MNIST", *_mnist()
    for unit in course.units:
        missing = [e for e in course.editions if not course.release(unit, e).is_file()]
        yield (
            f"release of {unit}",
            f"missing in {', '.join(missing)}: coursekit build" if missing else "there",
            not missing,
        )
    yield "chromium", shutil.which("chromium") or "missing (only the browser tests need it)", True


def _mnist():
    """Say which files of MNIST are at hand, and whether that is as wanted: none is needed, unless NNLAB_DATA is set."""
    from nnlab import data, mnist

    try:
        found = {name: mnist.stored(name) for name in mnist.FILES}
        folder = mnist.data_folder() or mnist.cache_folder()
    except data.DataError as error:
        return str(error), False
    here = [name for name in found if found[name]]
    if here:
        return f"{', '.join(here)} in {folder}", True
    if mnist.data_folder():
        return f"none of its files in {folder}: put them there, or unset {mnist.FOLDER}", False
    return f"not at hand: downloaded when first used, or set {mnist.FOLDER} to a folder with its files", True
