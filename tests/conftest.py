"""Shared fixtures: the repository, and a copy of the course to work in."""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before NumPy: each of the parallel workers has one core

import shutil
import sys
from importlib import import_module
from pathlib import Path

import pytest
from coursekit.course import Course
from coursekit.sandbox import SandboxError, require_bubblewrap

ROOT = Path(__file__).resolve().parents[1]
PARTS = ("course", "source", "release", "nbgrader_config.py")
os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])  # nbgrader, alembic


@pytest.fixture(scope="session")
def repository():
    """The course of this repository; tests only read it."""
    return Course(ROOT)


def copy_course(folder):
    """Copy what a fresh clone has of the course; return the copy."""
    for part in PARTS:
        source, target = ROOT / part, folder / part
        (shutil.copytree if source.is_dir() else shutil.copyfile)(source, target)
    return Course(folder)


@pytest.fixture
def course(tmp_path):
    """A course of the test's own, without gradebook and submissions."""
    return copy_course(tmp_path)


def pytorch():
    """PyTorch, to compare with; skips the test where there is none. CI has it."""
    if os.environ.get("CI"):
        return import_module("torch")
    return pytest.importorskip("torch")


@pytest.fixture(scope="session")
def bubblewrap():
    """Skips where there is no sandbox; CI has one."""
    try:
        return require_bubblewrap()
    except SandboxError as error:
        if os.environ.get("CI"):
            raise
        pytest.skip(str(error))
