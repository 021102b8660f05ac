"""`nnlab start`: a student's own copy of the units in work/, opened in JupyterLab."""

import argparse
import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

if sys.version_info < (3, 11):
    sys.exit(f"nnlab: found Python {sys.version.split()[0]}; expected 3.11 or newer: make a new environment with it")


class StartError(Exception):
    """The copy cannot be made; str() is one sentence."""


def main(arguments=None):
    """Run the command; return its exit code."""
    parser = argparse.ArgumentParser(prog="nnlab", description="Neural networks from the ground up.")
    commands = parser.add_subparsers(dest="command", required=True)
    start = commands.add_parser("start", help="copy units to work/ (never over your work) and open JupyterLab")
    start.add_argument("units", nargs="*", metavar="UNIT", help="such as u03_activation; default: all")
    start.add_argument("--lang", default="en", help="the edition: en or ko (default: en)")
    start.add_argument("--no-open", action="store_true", help="only copy, do not open JupyterLab")
    options = parser.parse_args(arguments)
    try:
        folder = copy_units(find_root(), options.units, options.lang)
    except StartError as error:
        print(f"nnlab: {error}", file=sys.stderr)
        return 1
    if options.no_open:
        return 0
    if find_spec("jupyterlab") is None:
        print(
            "nnlab: found no JupyterLab; install it with pip install '.[lab]' in the course's folder", file=sys.stderr
        )
        return 1
    as_root = ["--allow-root"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []  # as in a container
    return subprocess.call([sys.executable, "-m", "jupyterlab", *as_root], cwd=folder)


def find_root(start=None):
    """Return the folder of the course: this one or the first above it with release/."""
    start = Path(start or Path.cwd()).resolve()
    for folder in (start, *start.parents):
        if (folder / "release").is_dir() and (folder / "course").is_dir():
            return folder
    raise StartError(f"found no course in {start} or above it; expected a folder with release/: cd into the course")


def copy_units(root, units, lang):
    """Copy release/<lang>/<unit> to work/<lang>/<unit>; return work/<lang>. A file that exists stays as it is."""
    editions = sorted(path.name for path in (root / "release").iterdir() if path.is_dir())
    if lang not in editions:
        raise StartError(f"there is no edition {lang!r}; expected one of: {', '.join(editions)}")
    known = sorted(path.name for path in (root / "release" / lang).iterdir() if path.is_dir())
    for unit in units:
        if unit not in known:
            raise StartError(f"there is no unit {unit!r}; expected one of: {', '.join(known)}")
    work = root / "work" / lang
    for unit in units or known:
        for source in sorted((root / "release" / lang / unit).rglob("*.ipynb")):
            target = work / unit / source.name
            try:
                if target.exists():
                    print(f"{target.relative_to(root)}: your copy stays as it is")
                    continue
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(source, target)
            except OSError as error:
                raise StartError(f"{target} cannot be written: {error.strerror}; make the folder writable") from None
            print(f"{target.relative_to(root)}: copied")
    return work


if __name__ == "__main__":
    sys.exit(main())
