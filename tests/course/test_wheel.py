"""The notebooks as students run them: with the wheel alone."""

import os
import subprocess
import sys
import zipfile

import nbformat
import pytest
from coursekit import sandbox
from coursekit.classroom import Pupil, solved, submission

from tests.conftest import ROOT
from tests.course.test_notebooks import EDITIONS, UNITS, points


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--quiet", "-w", str(folder), str(ROOT)]
    subprocess.run(command, check=True, timeout=300)
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_all_four_packages(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    for path in (ROOT / "lib").rglob("*"):
        relative = path.relative_to(ROOT / "lib").as_posix()
        if path.is_file() and "__pycache__" not in relative and ".egg-info" not in relative:
            assert relative in names, relative
    assert {name.split("/")[0] for name in names if "dist-info" not in name} == {
        "nnref",
        "nnlab",
        "nnexam",
        "coursekit",
    }


def test_solved_releases_run_green_with_the_wheel_alone_in_an_empty_folder(repository, wheel, tmp_path):
    """Only the base dependencies and the wheel are on the path; the folder is empty."""
    packages, empty = tmp_path / "packages", tmp_path / "empty"
    zipfile.ZipFile(wheel).extractall(packages)
    empty.mkdir()
    for name, path in sandbox.packages().items():
        if name != "nnlab":
            (packages / name).parent.mkdir(parents=True, exist_ok=True)
            (packages / name).symlink_to(path)
    for unit, edition in zip(UNITS, EDITIONS[1:], strict=False):  # not the edition that nbgrader validates
        notebook = nbformat.reads(submission(repository, unit, Pupil("ada", edition, solved)), as_version=4)
        code = "\n\n".join(cell.source for cell in notebook.cells if cell.cell_type == "code")
        done = subprocess.run(
            [sys.executable, "-I", "-S", "-c", f"import sys; sys.path.append({str(packages)!r})\n{code}"],
            cwd=empty,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=900,
            env={"PATH": os.environ["PATH"], "HOME": str(empty), "MPLBACKEND": "Agg", "PYTHONUTF8": "1"},
        )
        assert done.returncode == 0, done.stderr
        assert points(unit) in done.stdout and {"en": "so far", "ko": "지금까지"}[edition] in done.stdout
