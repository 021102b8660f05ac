"""How an exercise is put to work on a case: the only course code that runs beside student code.

A *question* is a dict of plain values: ``probe`` (a name from PROBES) and what that probe needs. The
same probe runs the student's objects, the reference and every known mistake. An *answer* is a dict:

``value``     what came out, as plain values
``again``     what came out of a second run on fresh arguments; None where the question says ``once``
``after``     the arguments after the first run; None with ``once``
``error``     None, or {type, kinds, message, depth, line, code} of what was raised
``printed``, ``warnings``   text that student code wrote, kept for display
"""

import contextlib
import inspect
import io
import linecache
import traceback
import warnings

import numpy as np

from nnlab.wire import plain

MAX_PRINTED = 2000
SCRIPT = "<check>"  # the file name of a script's lines in a traceback


def call(subjects, question):
    """Call the function `subject` with `args` and `kwargs`."""
    return subjects[question["subject"]](*question["args"], **question.get("kwargs", {}))


def script(subjects, question):
    """Run `lines` of Python that know the subjects, `np` and the `args` (a dict) by name; return the `results`.

    `results` are expressions: one gives its value, several a dict of values by expression. The lines are the course's
    own and are shown to the student, so they read like the student's code: ``layer = Affine(W, b)``.
    """
    names = {"np": np, "SGD": _SGD, **subjects, **question["args"]}
    exec(compile("\n".join(question["lines"]), SCRIPT, "exec"), names)
    results = question["results"]
    return eval(results, names) if isinstance(results, str) else {each: eval(each, names) for each in results}


class _SGD:
    """Plain gradient descent, for models that want an optimizer."""

    def __init__(self, lr):
        self.lr = lr

    def update(self, params, grads):
        for param, grad in zip(params, grads, strict=True):
            param -= self.lr * grad


PROBES = {"call": call, "script": script}


def answer(question, subjects):
    """Run one question on `subjects` (name → object) and return the answer; never raises an Exception."""
    printed = io.StringIO()
    given = {"value": None, "again": None, "after": None, "error": None}
    with (
        warnings.catch_warnings(record=True) as caught,
        contextlib.redirect_stdout(printed),
        contextlib.redirect_stderr(printed),
    ):
        warnings.simplefilter("always")
        try:
            first = plain(question)
            given["value"] = plain(PROBES[question["probe"]](subjects, first))
            if not question.get("once"):
                given["after"] = plain(first["args"])
                given["again"] = plain(PROBES[question["probe"]](subjects, plain(question)))
        except (Exception, SystemExit) as error:
            given["error"] = _describe(error, question.get("lines", ()))
    given["printed"] = printed.getvalue()[:MAX_PRINTED]
    given["warnings"] = sorted({f"{w.category.__name__}: {w.message}"[:200] for w in caught})
    return given


def source_of(subject):
    """Return the source text of a student's function or class, or '' where Python does not know it."""
    try:
        return inspect.getsource(subject)
    except (OSError, TypeError):
        return ""


def _describe(error, lines):
    """Say what was raised, and at which line of the student's own code; or at which of the check's own `lines`."""
    frames = [f for f in traceback.extract_tb(error.__traceback__) if not _is_ours(f.filename)]
    asked = [f.lineno for f in frames if f.filename == SCRIPT]
    frames = [f for f in frames if f.filename != SCRIPT]
    own = [f for f in frames if "site-packages" not in f.filename and "<" not in f.filename[:1]]
    place = (own or frames or [None])[-1]
    return {
        "type": type(error).__name__,
        "kinds": [kind.__name__ for kind in type(error).__mro__],
        "message": _message(error)[:500],
        "depth": len(own),  # 1: the subject itself raised it; more: something that it called
        "name": place.name if place else "",
        "line": place.lineno if place else None,
        "code": _line(place, asked, lines)[:200],
    }


def _message(error):
    try:
        return str(error)
    except Exception:  # a class of the student's own, whose __str__ fails
        return ""


def _line(place, asked, lines):
    if place:
        return linecache.getline(place.filename, place.lineno).strip()
    return lines[asked[-1] - 1] if asked and asked[-1] <= len(lines) else ""


def _is_ours(filename):
    return filename == __file__ or filename.endswith(("nnlab/wire.py", "nnlab\\wire.py"))
