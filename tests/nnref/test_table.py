"""Every public name of nnref is in a row of the table, or listed outside it with a true reason."""

import ast
import re
import sys

import numpy as np
import pytest
from nnref.affine import affine_forward

from tests.benchmarks.images import ROOT
from tests.nnref.operations import operations
from tests.nnref.outside import OUTSIDE, PART

LISTED = {(module, name) for module, names, _, _ in OUTSIDE for name in names.split()}


def public():
    """(module, name) of every public function and class."""
    for path in (ROOT / "lib" / "nnref").glob("*.py"):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and not node.name.startswith("_"):
                yield path.stem, node.name


def run(op, arguments):
    """The twin, forward and backward: what the contracts call."""
    if op.naive:
        op.naive(**arguments, **op.settings)
    outs, cache = op.out(arguments)
    if op.backward:
        op.back(tuple(np.ones_like(out) for out in outs), cache)


def called(task):
    """The functions and classes of nnref that a task calls itself, and all that ran, as pairs (module, name)."""
    direct, ran = set(), set()

    def watch(frame, event, _):
        module = frame.f_globals.get("__name__", "")
        if event == "call" and module.startswith("nnref."):
            found = module.removeprefix("nnref."), frame.f_code.co_qualname.split(".")[0]
            ran.add(found)
            if not frame.f_back.f_globals.get("__name__", "").startswith("nnref."):
                direct.add(found)

    before = sys.getprofile()
    sys.setprofile(watch)
    try:
        task()
    finally:
        sys.setprofile(before)
    return direct, ran


@pytest.fixture(scope="module")
def rows():
    """What the rows call, and what runs in them."""
    drawn = [(op, op.arguments(np.random.default_rng(0))) for op in operations()]
    return called(lambda: [run(op, arguments) for op, arguments in drawn])


def test_every_public_name_is_in_a_row_or_listed(rows):
    direct, _ = rows
    names = set(public())
    assert not names - direct - LISTED, "in no row of tests/nnref/operations, and without a reason in outside.py"
    assert not LISTED - names, "listed in outside.py, but not in nnref"
    assert not LISTED & direct, "listed in outside.py, but in a row"


def test_a_part_runs_in_a_row(rows):
    _, ran = rows
    parts = {(module, name) for module, names, reason, _ in OUTSIDE if reason == PART for name in names.split()}
    assert not parts - ran


@pytest.mark.parametrize(("module", "reason", "test"), [(m, r, t) for m, _, r, t in OUTSIDE if r != PART])
def test_what_has_another_reason_has_tests_of_its_own(module, reason, test):
    source = (ROOT / "tests" / "nnref" / f"{test}.py").read_text(encoding="utf-8")
    assert re.search(rf"^from nnref(\.{module} import| import .*\b{module}\b)", source, re.MULTILINE), reason


def test_a_call_inside_nnref_is_not_a_row():
    """affine_forward calls affine: in the row of affine_forward, that is no row of affine."""
    direct, ran = called(lambda: affine_forward(np.ones((2, 3)), np.ones((3, 1)), np.ones(1)))
    assert direct == {("affine", "affine_forward")} and ("affine", "affine") in ran
