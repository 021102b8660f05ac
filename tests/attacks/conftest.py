"""The batches that the tests look at, each graded once."""

import pytest

from tests.attacks import ATTACKS
from tests.attacks.batch import everything, hand_in, make_course, run, services

NOT_FOR_NBGRADER = ("renamed",)  # nbgrader looks for one file name; `coursekit grade` takes the only notebook


@pytest.fixture(scope="session")
def alone(tmp_path_factory, bubblewrap):
    """The bystanders without anybody else."""
    made = make_course(tmp_path_factory.mktemp("alone"))
    hand_in(made)
    done = run(made, tmp_path_factory.mktemp("t"), "coursekit.cli", "grade", "--jobs", "2")
    assert done.code == 0, done.said
    return done


@pytest.fixture(scope="session")
def batch(tmp_path_factory, bubblewrap):
    """All attacks and the bystanders, graded by two workers."""
    place = tmp_path_factory.mktemp("batch")
    made = make_course(place)
    with services(place) as calls:
        hand_in(made, ATTACKS)
        before = everything(made)
        done = run(made, tmp_path_factory.mktemp("t"), "coursekit.cli", "grade", "--jobs", "2")
        done.before, done.after, done.calls = before, everything(made), calls
    return done


def again(tmp_path_factory, *command, without=()):
    """Grade all but the slow ones in another way."""
    made = make_course(tmp_path_factory.mktemp("again"))
    hand_in(made, [attack for attack in ATTACKS if not attack.slow and attack.name not in without])
    return run(made, tmp_path_factory.mktemp("t"), *command)


@pytest.fixture(scope="session")
def by_one_worker(tmp_path_factory, bubblewrap):
    return again(tmp_path_factory, "coursekit.cli", "grade", "--jobs", "1")


@pytest.fixture(scope="session")
def by_nbgrader(tmp_path_factory, bubblewrap):
    return again(tmp_path_factory, "nbgrader", "autograde", "u03_activation", without=NOT_FOR_NBGRADER)
