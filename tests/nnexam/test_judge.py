"""The judge: what counts as equal, and what it says when it is not."""

import numpy as np
import pytest
from nnexam.judge import compare, judge, same
from nnexam.judges import Invariant
from nnexam.model import Aspect, Case, Text, call
from nnlab.wire import Foreign

ASPECT = Aspect("values", 1, Text("values", "값"))
X = np.array([[0.1, 2.0, -3.0]])


def answer(value, after=(), again=None, error=None):
    return {"value": value, "after": list(after), "again": value if again is None else again, "error": error}


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        (X.copy(), None),
        (X.tolist(), None),
        (X.astype(np.float32), None),
        (np.asfortranarray(X), None),
        (X + 1e-12, None),
        (X + 1e-8, None),
        (X + 1e-4, "value"),
        (X.astype(np.float32) + np.float32(1e-3), "value"),
        (X[0], "shape"),
        (X.T, "shape"),
        (X * np.nan, "nonfinite"),
        (None, "nothing"),
        ("0.1 2 -3", "type"),
        ({"x": 1}, "type"),
        (Foreign("tuple"), "type"),
        ([[1.0], [2.0, 3.0]], "type"),
        (X > 0, "value"),
    ],
)
def test_values(given, kind):
    finding = compare(X, given)
    assert (finding and finding.kind) == kind


def test_first_index_and_largest_difference_are_named():
    finding = compare(np.zeros((2, 3)), np.array([[0, 0, 0.5], [2.0, 0, 0]]))
    assert finding.index == (0, 2) and finding.size == 2.0 and finding.given == "0.5"


def test_parts_are_compared_one_by_one():
    right = (np.array([1.0]), [3, 0], True)
    assert compare(right, [[1.0], np.array([3, 0]), 1]) is None
    assert compare(right, (np.array([1.0]), [3, 0])).kind == "length"
    assert compare(right, (np.array([1.0]), [3, 1], True)).path == "[1]"
    assert compare({"W": X}, {"V": X}).kind == "type"


def test_the_kind_of_number_counts_only_where_it_is_the_point():
    assert compare(1, True) is None
    assert compare(1, True, dtype=True).kind == "dtype"
    assert compare(1, np.int32(1), dtype=True) is None
    assert compare(np.ones(2), np.ones(2, int), dtype=True).expected == "float"


def test_effects():
    watched = Aspect("untouched", 1, Text("", ""), effects=True)
    right = answer(1.0, after=[X])
    assert judge(right, answer(1.0, after=[X * 2]), ASPECT) is None
    assert judge(right, answer(1.0, after=[X * 2]), watched).kind == "changed"
    assert judge(right, answer(1.0, after=[X], again=2.0), watched).kind == "unstable"
    assert judge(right, answer(1.0, after=[X]), watched) is None


def test_a_small_change_to_an_argument_counts_and_rounding_does_not():
    zeros = np.array([0.0, 1.0])
    watched, case = Aspect("values", 1, Text("values", "값"), effects=True), Case("values", call("f", zeros))
    right = answer(1.0, after=[zeros])
    assert judge(right, answer(1.0, after=[zeros + [0, 1e-16]]), watched, case) is None
    assert judge(right, answer(1.0, after=[zeros.astype(np.float32)]), watched, case) is None
    finding = judge(right, answer(1.0, after=[zeros + [1e-12, 0]]), watched, case)
    assert (finding.kind, finding.path, finding.index) == ("changed", "[0]", (0,))
    writes = answer(1.0, after=[zeros + 0.5])  # here the function is meant to write into its argument
    assert judge(writes, answer(1.0, after=[zeros + 0.5 + 1e-9]), watched, case) is None


def test_a_mistake_that_changes_an_argument_is_no_other_mistake():
    zeros = np.array([0.0, 1.0])
    judged = Aspect("values", 1, Text("values", "값"), effects=True, judge=Invariant(lambda given, case: None))
    case = Case("values", call("f", zeros))
    tidy, careless = answer(1.0, after=[zeros]), answer(1.0, after=[zeros + 1e-12])
    assert same(tidy, tidy, judged, case) and same(careless, careless, judged, case)
    assert not same(tidy, careless, judged, case)


def test_alone_leaves_the_values_out():
    kind = Aspect("kind", 1, Text("", ""), dtype=True, alone=True)
    assert judge(answer(X), answer(X + 9), kind) is None
    assert judge(answer(X), answer(X > 0), kind).kind == "dtype"
    assert judge(answer(X), answer(X[0]), kind).kind == "shape"
    assert judge(answer(X), answer(None), kind).kind == "nothing"


def test_a_part_of_the_result():
    second = Aspect("second", 1, Text("", ""), part=1)
    assert judge(answer((1.0, 2.0)), answer((9.0, 2.0)), second) is None
    assert judge(answer((1.0, 2.0)), answer((9.0, 3.0)), second).path == "[1]"
    assert judge(answer((1.0, 2.0)), answer(2.0), second).kind == "type"
    assert judge(answer((1.0, 2.0)), answer([9.0, 2.0]), second) is None


def test_answers_that_lack_the_part_agree_where_they_are_equal():
    third = Aspect("third", 1, Text("", ""), part=2)
    assert same(answer((1.0, 2.0)), answer((1.0, 2.0)), third)
    assert not same(answer((1.0, 2.0)), answer((1.0, 3.0)), third)
    assert not same(answer({"dx": 1.0}), answer({"dx": 2.0}), Aspect("db", 1, Text("", ""), part="db"))


def test_none_in_a_part_is_no_missing_return():
    assert judge(answer(1.0), answer(None), ASPECT).kind == "nothing"
    assert judge(answer({"params": [1.0]}), answer({"params": None}), ASPECT).kind == "none"


@pytest.mark.parametrize("damaged", [None, 3, {}, {"value": 1}, []])
def test_damaged_answers_count_as_nothing(damaged):
    assert judge(answer(1.0), damaged, ASPECT).kind == "nothing"


def test_errors_agree_by_type():
    def failed(kind):
        return answer(None, error={"type": kind, "message": "", "line": 3, "code": "x"})

    assert judge(answer(1.0), failed("NotImplementedError"), ASPECT).kind == "undone"
    assert judge(answer(1.0), failed("ValueError"), ASPECT).line == 3
    assert same(failed("ValueError"), failed("ValueError"), ASPECT)
    assert not same(failed("ValueError"), failed("TypeError"), ASPECT)
    assert not same(answer(1.0), failed("TypeError"), ASPECT)
