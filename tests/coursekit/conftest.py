"""A graded class to compare with."""

import shutil
import time

import pytest

from tests.conftest import copy_course
from tests.coursekit.undisturbed import PUPILS, TEMPORARY, UNITS, finish, hand_in, recorded


@pytest.fixture(scope="session")
def calm(tmp_path_factory, bubblewrap):
    """A class that was graded without any disturbance; `seconds` is how long it took."""
    TEMPORARY.mkdir()
    course = hand_in(copy_course(tmp_path_factory.mktemp("calm")))
    started = time.monotonic()
    code, said = finish(course, "--jobs", "2")
    course.seconds = time.monotonic() - started
    assert code == 0, said
    assert len(recorded(course)) == len(UNITS) * len(PUPILS)
    yield course
    shutil.rmtree(TEMPORARY)
