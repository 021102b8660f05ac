"""The default judge: is this answer the expected one?

Shape first, then (where it is the point) the kind of number, then values. The tolerance follows from
the coarsest dtype in the answer: a student may work in float32. What differs is returned as a Finding.
"""

import re
from dataclasses import dataclass

import numpy as np
from nnlab.wire import Foreign

from nnexam.model import Text

# bytes of a real number: (relative, absolute); the result may be float64 where a step was float32
TOLERANCES = {2: (1e-2, 1e-3), 4: (1e-4, 1e-5), 8: (1e-5, 1e-6)}
DUST = {2: 1e-2, 4: 1e-6, 8: 1e-13}  # the same for an argument, relative and absolute, to count as unchanged
KINDS = {"b": "bool", "i": "int", "u": "int", "f": "float", "c": "complex"}


@dataclass(frozen=True)
class Finding:
    """What is wrong with one answer.

    kind : "undone", "calls_undone", "error", "nothing", "none" (a part of it), "type", "length", "shape", "dtype",
           "value", "nonfinite", "changed" (an argument), "unstable" (a second call differs), "noerror" (an error was
           expected), "said" (a judge's own sentence) or "later" (it counts once some values are right).
    path : where in the answer, such as "[1]" or "['W']"; index : first differing element.
    """

    kind: str
    path: str = ""
    expected: str = ""
    given: str = ""
    index: tuple = ()
    size: float = 0.0  # the largest difference
    line: int | None = None
    code: str = ""
    said: Text | None = None


def judge(expected, answer, aspect, case=None):
    """Compare an answer with the reference's (both as ``nnlab.probes.answer`` returns them).

    case : what an aspect's own judge (``nnexam.judges``) and the tolerance may want to know.
    """
    problem = _stopped(answer)
    if expected.get("error"):
        return _not_refused(expected["error"]["type"], answer, problem)
    if problem is not None:
        return problem
    right, given, path = expected["value"], answer["value"], ""
    if aspect.part is not None:
        if not _has_parts(given, right):
            return Finding("type", "", f"{type(right).__name__} of {len(right)}", describe(given))
        right, given, path = right[aspect.part], _part(given, aspect.part), f"[{aspect.part!r}]"
    if aspect.judge is not None:
        finding = aspect.judge.find(right, given, case)
    else:
        finding = compare(
            right, given, aspect.dtype, path, values=not aspect.alone, scale=1.0 if case is None else case.scale
        )
    if finding is not None or not aspect.effects:
        return finding
    if answer["after"] is None:
        return Finding("nothing")
    changed = _changed(expected["after"], answer["after"], case)
    if changed is not None:
        return Finding("changed", *_texts(changed))
    unstable = compare(answer["value"], answer["again"])
    return None if unstable is None else Finding("unstable", *_texts(unstable))


def _changed(expected, given, case):
    """Find an argument that is not what it should be after the call.

    One that the reference leaves alone must be the same to the last digits: a 0 that became 1e-12 was changed. What
    x + h - h leaves behind was not.
    """
    finding = compare(expected, given)
    if finding is not None or case is None:
        return finding
    for key, value in expected.items() if isinstance(expected, dict) else enumerate(expected):
        dust = (DUST[_coarsest(value)],) * 2
        if compare(case.question["args"][key], value, tolerance=dust) is None:
            finding = finding or compare(value, given[key], path=f"[{key!r}]", tolerance=dust)
    return finding


def _has_parts(given, right):
    """Tell whether `given` comes apart as `right` does: the same keys, or as many items."""
    if isinstance(right, dict):
        return isinstance(given, dict) and set(given) == set(right)
    return _countable(given) and _countable(right) and len(given) == len(right)


def _holds(value, part):
    return part in value if isinstance(value, dict) else _countable(value) and part < len(value)


def _countable(value):
    return isinstance(value, (tuple, list)) or (isinstance(value, np.ndarray) and value.ndim > 0)


def _part(value, part):
    return value.get(part) if isinstance(value, dict) else value[part]


def same(one, other, aspect, case=None):
    """Tell whether two answers agree: both raise the same error, or the judge finds no difference."""
    if one.get("error") or other.get("error"):
        return _error(one) == _error(other)
    if aspect.part is not None and not _has_parts(other["value"], one["value"]):
        return False
    if aspect.part is not None and not _holds(one["value"], aspect.part):  # a mistake may hand out too few parts
        return compare(one["value"], other["value"]) is None
    if aspect.judge is None:
        return judge(one, other, aspect, case) is None
    pair = [answer["value"] if aspect.part is None else _part(answer["value"], aspect.part) for answer in (one, other)]
    agree, afters = aspect.judge.same(*pair, case), (one["after"], other["after"])
    if not agree or not aspect.effects:
        return agree
    return all(after is not None for after in afters) and _changed(*afters, case) is None


def _error(answer):
    """Return the type and the wording of the error of an answer, without names of the student's own."""
    error = answer.get("error")
    if not error:
        return None
    message = str(error.get("message"))
    if error["type"] == "AttributeError":  # 'Neuron' object has no attribute 'w': which one is missing counts
        return error["type"], message.rpartition("attribute")[2]
    return error["type"], re.sub(r"""'[^']*'|"[^"]*"|[\w.]+\(\)""", "_", message)


def _not_refused(wanted, answer, problem):
    """The reference raises an error here: so must the student's code, of the same type or a kind of it."""
    if problem is None:
        return Finding("noerror", expected=wanted, given=describe(answer["value"]))
    kinds = answer["error"].get("kinds") if problem.kind == "error" else None
    if isinstance(kinds, list) and wanted in kinds:
        return None
    return problem


def _texts(finding):
    return finding.path, finding.expected, finding.given, finding.index, finding.size


def well_formed(answer):
    """Tell whether an answer has all its parts; a stranger may have written it."""
    return isinstance(answer, dict) and {"value", "after", "again", "error"} <= set(answer)


def _stopped(answer):
    """Return a Finding where the student's code gave no value."""
    if not well_formed(answer):
        return Finding("nothing")
    error = answer["error"]
    if not isinstance(error, dict):
        return None
    line = error.get("line") if isinstance(error.get("line"), int) else None
    code = str(error.get("code") or "")
    if error.get("type") == "NotImplementedError":
        deeper = isinstance(error.get("depth"), int) and error["depth"] > 1
        name = str(error.get("name") or "")[:80]
        return Finding("calls_undone", given=name, line=line, code=code) if deeper else Finding("undone")
    return Finding("error", given=f"{error.get('type')}: {error.get('message')}", line=line, code=code)


def compare(expected, given, dtype=False, path="", tolerance=None, values=True, scale=1.0):
    """Return None where `given` equals `expected` within the tolerance, else the first Finding.

    values : False to compare types and shapes only.
    scale  : size of the terms that were added up: rounding leaves errors of that size times the precision, however
             small the sum. Larger results set a larger scale by themselves.
    """
    if tolerance is None:
        tolerance = TOLERANCES[_coarsest(given)]
    if isinstance(expected, dict):
        if not isinstance(given, dict) or set(given) != set(expected):
            return Finding("type", path, "dict with " + ", ".join(expected), describe(given))
        pairs = [(expected[key], given[key], f"{path}[{key!r}]") for key in expected]
    elif isinstance(expected, (tuple, list)) and any(_is_compound(item) for item in expected):
        if not isinstance(given, (tuple, list)):
            return Finding("type", path, f"{type(expected).__name__} of {len(expected)}", describe(given))
        if len(given) != len(expected):
            return Finding("length", path, str(len(expected)), str(len(given)))
        pairs = [(e, g, f"{path}[{i}]") for i, (e, g) in enumerate(zip(expected, given, strict=True))]
    else:
        return _compare_leaf(expected, given, dtype, path, tolerance if values else None, scale)
    findings = (compare(e, g, dtype, p, tolerance, values, scale) for e, g, p in pairs)
    return next((finding for finding in findings if finding is not None), None)


def _is_compound(value):
    return not isinstance(value, (bool, int, float)) or isinstance(value, bool)


def _coarsest(value):
    """Return the bytes of the coarsest real number among the arrays in an answer; 8 where there is none."""
    if isinstance(value, np.ndarray) and value.dtype.kind in "fc":
        return min(8, value.dtype.itemsize // (2 if value.dtype.kind == "c" else 1))
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, (list, tuple)):
        return min((_coarsest(item) for item in value), default=8)
    return 8


def _compare_leaf(expected, given, dtype, path, tolerance, scale):
    if expected is None or isinstance(expected, str):
        equal = type(given) is type(expected) and given == expected
        return None if equal else Finding("value", path, repr(expected), describe(given))
    if given is None:
        return Finding("none" if path else "nothing", path, describe(expected), "None")
    try:
        e, g = np.asarray(expected), np.asarray(given)
    except (ValueError, OverflowError):
        return Finding("type", path, describe(expected), describe(given))
    if isinstance(given, (str, dict, Foreign)) or g.dtype.kind not in "biufc":
        return Finding("type", path, describe(expected), describe(given))
    if g.shape != e.shape:
        return Finding("shape", path, str(e.shape), str(g.shape))
    if dtype and KINDS[g.dtype.kind] != KINDS[e.dtype.kind]:
        return Finding("dtype", path, KINDS[e.dtype.kind], KINDS[g.dtype.kind])
    return None if tolerance is None else _compare_numbers(expected, e, g, path, tolerance, scale)


def _compare_numbers(expected, e, g, path, tolerance, scale):
    relative, absolute = tolerance
    number = np.complex128 if "c" in (e.dtype.kind, g.dtype.kind) else np.float64
    e, g = e.astype(number), g.astype(number)
    scale = max(scale, float(np.max(np.abs(e[np.isfinite(e)]), initial=0.0)))
    with np.errstate(invalid="ignore", over="ignore"):
        close = np.isclose(g, e, rtol=relative, atol=absolute * scale, equal_nan=True)
        if close.all():
            return None
        gap = np.abs(g - e)
    index = tuple(int(i) for i in np.argwhere(~close)[0])
    largest = float(np.max(gap[~close & np.isfinite(gap)], initial=0.0))
    kind = "nonfinite" if not np.isfinite(g[index]) and np.isfinite(e[index]) else "value"
    return Finding(kind, path, *_written(expected, e[index], g[index]), index, largest)


def _written(expected, e, g):
    """Write two numbers so that they look different where they are."""
    if isinstance(expected, bool):
        return str(expected), str(bool(g)) if g in (0, 1) else f"{g:.6g}"
    short = f"{e:.6g}", f"{g:.6g}"
    return short if short[0] != short[1] else (f"{e:.12g}", f"{g:.12g}")


def describe(value):
    """Say in a few words what a plain value is."""
    if isinstance(value, np.ndarray):
        return f"array {value.shape} {KINDS[value.dtype.kind]}" if value.shape else f"{value[()]:.6g}"
    if isinstance(value, (list, tuple)):
        return f"{type(value).__name__} ({len(value)})"
    if isinstance(value, Foreign):
        return value.type_name
    return " ".join(repr(value)[:60].split())
