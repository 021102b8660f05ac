"""Values cross the wall unharmed, and nothing else does."""

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from nnlab import wire

ARRAYS = hnp.arrays(
    st.sampled_from([np.bool_, np.int8, np.uint8, np.int64, np.float16, np.float32, np.float64, np.complex128]),
    hnp.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=4),
)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text()
VALUES = st.recursive(
    SCALARS | ARRAYS, lambda v: st.lists(v, max_size=3) | st.dictionaries(st.text(), v, max_size=3), max_leaves=8
)


def equal(one, other):
    if isinstance(one, np.ndarray):
        return one.dtype == other.dtype and one.shape == other.shape and one.tobytes() == other.tobytes()
    if isinstance(one, (list, tuple)):
        return type(one) is type(other) and len(one) == len(other) and all(map(equal, one, other))
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(equal(one[key], other[key]) for key in one)
    return type(one) is type(other) and (one == other or (one != one and other != other))


@given(VALUES)
def test_round_trip(value):
    assert equal(wire.plain(value), wire.loads(wire.dumps(value)))


@given(st.text() | st.recursive(SCALARS, lambda v: st.lists(v) | st.dictionaries(st.text(), v)).map(json.dumps))
def test_foreign_text_is_a_value_or_one_error(text):
    try:
        wire.loads(text)
    except wire.WireError as error:
        assert "\n" not in str(error)[:20]


@pytest.mark.parametrize(
    "node",
    [
        {"array": "", "dtype": "|O", "shape": [1]},
        {"array": "", "dtype": "<f8", "shape": [10**12]},
        {"array": "", "dtype": "<f8", "shape": [-1]},
        {"array": "AAAA", "dtype": "<f8", "shape": [1]},
        {"array": "!" * 12, "dtype": "<f8", "shape": [1]},
        {"array": "", "dtype": "<f8", "shape": "x"},
        {"array": ""},
        {"int": "9" * 5000},
        {"float": "x"},
        {"dict": [1]},
        {"unknown": 1},
        3.5,
    ],
)
def test_damaged_values_are_refused(node):
    with pytest.raises(wire.WireError):
        wire.loads(json.dumps(node))


def test_size_is_checked_before_decoding():
    big = wire.dumps(np.zeros(1000))
    with pytest.raises(wire.WireError, match="too large"):
        wire.loads(big, max_bytes=7999)
    with pytest.raises(wire.WireError):
        wire.loads("[" * 100_000)


def test_nesting_and_strange_objects_become_foreign():
    loop = []
    loop.append(loop)
    assert "Foreign" not in wire.dumps(loop)
    assert isinstance(wire.plain(object()), wire.Foreign)
    assert isinstance(wire.plain(np.array([object()])), wire.Foreign)


def test_plain_copies():
    x = np.ones(3)
    kept = wire.plain([x])
    x[0] = 5
    assert kept[0][0] == 1


def test_a_string_out_of_an_array_is_a_string():
    pair = tuple(np.array(["7+5", "_12"]))
    assert type(pair[0]) is np.str_
    assert wire.plain(pair) == ("7+5", "_12") and type(wire.plain(pair)[0]) is str
    assert wire.loads(wire.dumps(pair[0])) == "7+5"
