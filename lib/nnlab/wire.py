"""Plain values as JSON text and back: what crosses the wall of the grading sandbox.

``plain`` makes a copy of a value out of numbers, strings, lists, dicts and ordinary arrays;
``dumps`` writes it down; ``loads`` reads what a stranger wrote, so it checks every header, every
shape and the total size before it decodes anything. Nothing is ever pickled.
"""

import base64
import json
import math

import numpy as np

DTYPES = {"|b1", "|i1", "<i2", "<i4", "<i8", "|u1", "<u2", "<u4", "<u8", "<f2", "<f4", "<f8", "<c8", "<c16"}
MAX_BYTES = 32 * 2**20  # all arrays of one text together
MAX_NODES = 200_000
MAX_DEPTH = 12


class WireError(ValueError):
    """The text is not a well-formed value; the message says what was found."""


class Foreign:
    """Stands for an object that has no plain form; keeps the name of its type."""

    def __init__(self, type_name):
        self.type_name = str(type_name)[:80]

    def __repr__(self):
        return f"<{self.type_name}>"


def plain(value, depth=0):
    """Return a copy of `value` made of None, bool, int, float, str, list, tuple, dict and ordinary arrays.

    NumPy scalars become arrays of shape (), its strings str, long doubles float64. Anything else becomes a ``Foreign``.
    """
    if value is None or type(value) in (bool, int, float, str):
        return value
    if depth > MAX_DEPTH:
        return Foreign("nested too deeply")
    if isinstance(value, Foreign):
        return value
    if isinstance(value, (np.ndarray, np.generic)) and not isinstance(value, str):
        array = np.array(value, subok=False)
        if array.dtype in (np.longdouble, np.clongdouble):
            array = array.astype(np.float64 if array.dtype.kind == "f" else np.complex128)
        if array.dtype.kind in "biufc":
            return array
        return Foreign(f"array of dtype {array.dtype}")
    if isinstance(value, (list, tuple)):
        items = [plain(item, depth + 1) for item in value]
        return items if isinstance(value, list) else tuple(items)
    if isinstance(value, dict):
        return {str(key): plain(item, depth + 1) for key, item in value.items()}
    if isinstance(value, (bool, int, float, str)):  # subclasses, a string of NumPy's too: their plain value
        base = next(kind for kind in (bool, int, float, str) if isinstance(value, kind))
        return base(value)
    return Foreign(type(value).__name__)


def dumps(value):
    """Return `value` (see ``plain``) as one line of JSON."""
    return json.dumps(_pack(plain(value)), separators=(",", ":"))


def _pack(value):
    if value is None or isinstance(value, (bool, str)):
        return value
    if isinstance(value, int):
        return {"int": str(value)} if abs(value) < 10**100 else {"foreign": "huge int"}
    if isinstance(value, float):
        return {"float": repr(value)}
    if isinstance(value, np.ndarray):
        array = np.ascontiguousarray(value).reshape(value.shape)
        array = array.astype(array.dtype.newbyteorder("<"), copy=False)
        data = base64.b64encode(array.tobytes()).decode("ascii")
        return {"array": data, "dtype": array.dtype.str, "shape": list(array.shape)}
    if isinstance(value, dict):
        return {"dict": [[key, _pack(item)] for key, item in value.items()]}
    if isinstance(value, tuple):
        return {"tuple": [_pack(item) for item in value]}
    if isinstance(value, list):
        return [_pack(item) for item in value]
    return {"foreign": value.type_name}


def loads(text, max_bytes=MAX_BYTES):
    """Read what ``dumps`` wrote. Raises WireError where the text is anything else or too large."""
    if not isinstance(text, str) or len(text) > 2 * max_bytes + 10**6:
        raise WireError(f"answers take more than {max_bytes} bytes or are no text")
    try:
        tree = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise WireError(f"answers are not JSON: {error}") from None
    return _Reader(max_bytes).unpack(tree, 0)


def _whole(text):
    """Return the text without half characters, which no file can hold."""
    return text.encode("utf-8", "replace").decode("utf-8")


class _Reader:
    def __init__(self, max_bytes):
        self.bytes_left = max_bytes
        self.nodes_left = MAX_NODES

    def unpack(self, node, depth):
        self.nodes_left -= 1
        if depth > MAX_DEPTH + 2 or self.nodes_left < 0:
            raise WireError("answers are nested too deeply or have too many parts")
        if node is None or isinstance(node, bool):
            return node
        if isinstance(node, str):
            return _whole(node)
        if isinstance(node, list):
            return [self.unpack(item, depth + 1) for item in node]
        if not isinstance(node, dict):
            raise WireError(f"answers hold a bare {type(node).__name__}")
        try:
            return self._tagged(node, depth)
        except WireError:
            raise
        except (ValueError, TypeError, KeyError, OverflowError) as error:
            raise WireError(f"answers hold a damaged value: {error}") from None

    def _tagged(self, node, depth):
        if "array" in node:
            return self._array(node)
        if len(node) != 1:
            raise WireError("answers hold an unknown kind of value")
        tag, body = next(iter(node.items()))
        if tag == "int" and isinstance(body, str) and len(body) <= 101:
            return int(body)
        if tag == "float":
            return float(body)
        if tag == "tuple":
            return tuple(self.unpack(item, depth + 1) for item in body)
        if tag == "dict":
            return {_whole(str(key)): self.unpack(item, depth + 1) for key, item in body}
        if tag == "foreign":
            return Foreign(body)
        raise WireError("answers hold an unknown kind of value")

    def _array(self, node):
        dtype, shape, data = node["dtype"], node["shape"], node["array"]
        if dtype not in DTYPES:
            raise WireError(f"an array has dtype {dtype!r}, which is not allowed")
        if not isinstance(shape, list) or len(shape) > 8 or not all(type(n) is int and n >= 0 for n in shape):
            raise WireError(f"an array has the shape {shape!r}, which is not allowed")
        size = math.prod(shape) * np.dtype(dtype).itemsize
        self.bytes_left -= size
        if self.bytes_left < 0:
            raise WireError("the arrays in the answers are too large")
        if not isinstance(data, str) or len(data) != 4 * ((size + 2) // 3):
            raise WireError(f"an array of shape {shape} and dtype {dtype} does not fit its data")
        raw = base64.b64decode(data, validate=True)
        return np.frombuffer(raw, dtype=dtype).reshape(shape).copy()
