"""Damaged and odd notebooks through rebuilding, running, examining, recording and feedback: nothing raises."""

import copy
import json
import math
import os
import subprocess
import sys
from dataclasses import dataclass

import nbformat
import pytest
from coursekit import batch, classroom, feedback, grading, kernels
from coursekit.gradebook import opened
from coursekit.nbgrader import database, load_config, register
from coursekit.rebuild import rebuild
from coursekit.report import scores
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import ROOT, Course, copy_course

UNIT, POINTS = "u03_activation", 20
SCALE = int(os.environ.get("NNLAB_FUZZ", "1"))  # more examples, and other ones each time, to look for defects
COMMON = {"deadline": None, "suppress_health_check": list(HealthCheck), "derandomize": SCALE == 1, "database": None}
ODD = (
    *(None, True, 0, -1, 10**400, 1.5, math.nan, math.inf, "", "x", "\x00", "\ud800", "한글 \u202e", "a" * 300_000),
    *([], {}, [[]], [None], {"": None}, {"source": 1}, "<script>alert(1)</script>", "%s{}{0}%", "[/red]", "../../x"),
    *("def softmax(x):\n    return x", "!ls", "%%bash\nls", "?", "\r\n\x0b\x0c", "raise SystemExit", "\\ud800", "ko"),
    *(
        "markdown",
        "code",
        "raw",
        "softmax",
        "check_softmax",
        "![a](attachment:a.png)",
        {"a.png": {"image/png": "AA=="}},
    ),
)
NAMES = (
    *("a b", "it's", 'say "a"', "김민수", "two\nlines", "-n", "100%", "[red]", "[bold]", "{0}", "$HOME", "x" * 120),
    *("..a", "é;é", "<b>", "tab\there", "\u202eabc", "a\\b", "#", "*", "~", "\x1b[31m"),
)
ENCODINGS = ("utf-8", "utf-8", "utf-8", "utf-8", "utf-8-sig", "utf-16", "cp949", "latin-1")
values = st.recursive(
    st.sampled_from(ODD) | st.text(max_size=40) | st.floats() | st.integers(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
)


def read(edition):
    pupil = classroom.Pupil("somebody", edition, classroom.solved)
    return json.loads(classroom.submission(Course(ROOT), UNIT, pupil))


SUBMISSIONS = {edition: read(edition) for edition in ("en", "ko")}


def places(tree, path=()):
    """Yield the path of each value in a JSON tree."""
    yield path
    if isinstance(tree, (dict, list)):
        for key in tree if isinstance(tree, dict) else range(len(tree)):
            yield from places(tree[key], (*path, key))


def at(tree, path):
    for key in path:
        tree = tree[key]
    return tree


def nested(depth):
    value = []
    for level in range(depth):
        value = [value] if level % 2 else {"cells": value}
    return value


def damage(draw, tree, wanted):
    """Damage one of the wanted places of the tree."""
    found = list(places(tree))
    chosen = [path for path in found if path and wanted(path)]
    if not chosen:
        return
    path = draw(st.sampled_from(chosen))
    parent, key = at(tree, path[:-1]), path[-1]
    kind = draw(st.sampled_from(("replace", "replace", "delete", "double", "nest", "swap", "rename", "shuffle")))
    if kind == "replace":
        parent[key] = copy.deepcopy(draw(values))
    elif kind == "delete":
        del parent[key]
    elif kind == "double" and isinstance(parent, list):
        parent.insert(key, copy.deepcopy(parent[key]))
    elif kind == "nest":
        parent[key] = nested(draw(st.sampled_from((1, 5, 200, 900))))
    elif kind == "swap":
        parent[key] = copy.deepcopy(at(tree, draw(st.sampled_from(found))))
    elif kind == "rename" and isinstance(parent, dict):
        parent[str(draw(st.sampled_from(ODD)))] = parent.pop(key)
    elif kind == "shuffle" and isinstance(parent, list):
        parent[:] = draw(st.permutations(parent))


@st.composite
def documents(draw):
    """Bytes of a file: right answers, damaged anywhere."""
    tree = copy.deepcopy(SUBMISSIONS[draw(st.sampled_from(("en", "ko")))])
    for _ in range(draw(st.integers(0, 6))):
        damage(draw, tree, lambda path: len(path) > 1 or draw(st.integers(0, 30)) == 0)
    if draw(st.integers(0, 9)) == 0:
        tree["worksheets"] = [{"cells": tree.pop("cells", None)}]
    text = json.dumps(tree if draw(st.integers(0, 50)) else draw(values), ensure_ascii=draw(st.booleans()))
    odd = draw(st.integers(0, 30))
    if odd == 0:
        text = text.replace('"cells":', '"cells": 3, "cells":', 1)  # a key that stands twice
    elif odd == 1:
        text = text.replace("null", "1" * 5000, 1)  # more digits than Python reads
    data = text.encode(draw(st.sampled_from(ENCODINGS)), "replace")
    place = draw(st.integers(0, len(data)))
    if odd == 2:
        return data[:place]
    return data[:place] + draw(st.binary(max_size=9)) + data[place:] if odd == 3 else data


def on_the_surface(path):
    """Places that no point may depend on: outputs, attachments, counts, all metadata but nbgrader's and ours."""
    if path[0] != "cells":
        return path[0] not in ("worksheets",) and path[:2] != ("metadata", "nnlab")
    if len(path) < 3 or path[2] in ("source", "cell_type", "id"):
        return False
    return path[2] != "metadata" or (len(path) > 3 and path[3] not in ("nbgrader", "nnlab"))


@st.composite
def scratched(draw):
    """Bytes of a notebook with right answers, damaged where it must cost nothing."""
    tree = copy.deepcopy(SUBMISSIONS[draw(st.sampled_from(("en", "ko")))])
    for _ in range(draw(st.integers(1, 8))):
        damage(draw, tree, on_the_surface)
    return json.dumps(tree).encode()


def checked(notebook):
    """The notebook is valid, can be written as UTF-8, and has the checks of its release, in their order."""
    nbformat.validate(notebook)
    nbformat.writes(notebook).encode("utf-8")
    release = SUBMISSIONS[notebook.metadata.nnlab.edition]
    expected = [(c["id"], "".join(c["source"])) for c in release["cells"] if c["id"].startswith("check_")]
    assert [(c.id, c.source) for c in notebook.cells if c.metadata.nnlab.role == "check"] == expected
    return notebook


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("submitted")


@settings(max_examples=400 * SCALE, **COMMON)
@given(document=documents())
def test_whatever_is_handed_in_a_valid_notebook_is_rebuilt(repository, folder, document):
    path = folder / f"{UNIT}.ipynb"
    path.write_bytes(document)
    checked(rebuild(repository, UNIT, path).notebook)


@dataclass
class Way:
    """What one submission goes through from its file to its page."""

    course: object
    gradebook: object
    config: object

    def through(self, student, document):
        """Return (what the student earned, in the gradebook, the feedback page)."""
        path = self.course.root / "submitted" / student / UNIT / f"{UNIT}.ipynb"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(document)
        graded = grading.grade(self.course, UNIT, student, path, b"a secret of the tests")
        checked(graded.notebook)
        assert math.isfinite(graded.earned) and 0 <= graded.earned <= POINTS == graded.points
        job = batch.Job(student, UNIT, path)
        batch.record(self.course, job, graded, self.gradebook, self.config)
        checked(nbformat.read(batch.autograded(self.course, job), as_version=4))
        score = self.gradebook.find_submission(UNIT, student).score
        assert score == graded.earned
        page = feedback.page(self.course, UNIT, student, batch.autograded(self.course, job), database(self.course))
        page.encode("utf-8")
        assert page.count("<script") == 2 and "onerror=" not in page
        return score


@pytest.fixture(scope="module")
def way(tmp_path_factory, bubblewrap):
    course = copy_course(tmp_path_factory.mktemp("course"))
    register(course, UNIT, database(course))
    here = os.getcwd()
    os.chdir(course.root)  # where nbgrader's steps look for the course
    with opened(database(course)) as gradebook:
        yield Way(course, gradebook, load_config(course))
    os.chdir(here)
    kernels.close()


@pytest.mark.sandbox
@settings(max_examples=60 * SCALE, **COMMON)
@given(document=documents(), student=st.sampled_from(NAMES))
def test_whatever_is_handed_in_is_graded_and_shown(way, document, student):
    way.through(student, document)


@pytest.mark.sandbox
@settings(max_examples=20 * SCALE, **COMMON)
@given(document=scratched())
def test_damage_beside_the_answers_costs_nothing(way, document):
    assert way.through("somebody", document) == POINTS


@pytest.mark.sandbox
def test_odd_submissions_beside_honest_ones_on_the_command_line(tmp_path, bubblewrap):
    course = copy_course(tmp_path)
    found = []

    @settings(max_examples=2 * len(NAMES), **COMMON)
    @given(document=documents())
    def collect(document):
        found.append(document)

    collect()
    files = (f"{UNIT}.ipynb", "my answer.ipynb", "-n.ipynb", "답안.ipynb", "two\nlines.ipynb", "[b].ipynb")
    files += (os.fsdecode(b"\xff.ipynb"),)
    honest = json.dumps(SUBMISSIONS["en"]).encode(), json.dumps(SUBMISSIONS["ko"]).encode()
    names = [*NAMES, *(f"{name}2" for name in NAMES)]
    everybody = [*zip(names, found, strict=False), ("honest1", honest[0]), ("honest2", honest[1])]
    for number, (student, document) in enumerate(everybody):
        path = course.root / "submitted" / student / UNIT / files[number % len(files)]
        path.parent.mkdir(parents=True)
        path.write_bytes(document)
    command = [sys.executable, "-m", "coursekit.cli", "grade", "--jobs", "2"]
    done = subprocess.run(command, cwd=course.root, capture_output=True, text=True, encoding="utf-8", timeout=300)
    assert done.returncode == 0 and done.stderr == "" and "Traceback" not in done.stdout, done.stdout + done.stderr
    earned = {student: score for (student, _), (score, _, _) in scores(course, course.choose([UNIT])).items()}
    assert len(earned) == len(everybody) and earned["honest1"] == earned["honest2"] == POINTS
    assert all(0 <= score <= POINTS for score in earned.values())
    done = subprocess.run([*command[:3], "report"], cwd=course.root, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0 and done.stderr == "", done.stderr
