"""How an exercise is put to work on a case: the only course code that runs beside student code.

A *question* is a dict of plain values: ``probe`` (a name from PROBES) and what that probe needs. The
same probe runs the student's objects, the reference and every known mistake. An *answer* is a dict:

``value``     what came out, as plain values
``again``     what came out of a second run on fresh arguments
``after``     the arguments after the first run
``error``     None, or {type, message, depth, line, code} of what was raised
``printed``, ``warnings``   text that student code wrote, kept for display
"""

import contextlib
import inspect
import io
import linecache
import traceback
import warnings

from nnlab.wire import plain

MAX_PRINTED = 2000


def call(subjects, question):
    """Call the function `subject` with `args` and `kwargs`."""
    return subjects[question["subject"]](*question["args"], **question.get("kwargs", {}))


def method(subjects, question):
    """Make an object of the class `subject` from `init` and call its method with `args`."""
    instance = subjects[question["subject"]](*question.get("init", []))
    return getattr(instance, question["method"])(*question["args"])


class _SGD:
    def __init__(self, lr):
        self.lr = lr


def train_sequential(subjects, question):
    """Train Sequential([Dense]) from given W, b on x, y; return loss history, W, b and the prediction."""
    x, y, W, b = question["args"]
    dense = subjects["Dense"](*W.shape)
    dense.W, dense.b = W.copy(), b.copy()
    model = subjects["Sequential"]([dense])
    model.compile(_SGD(question["settings"]["lr"]), "mse")
    history = model.fit(x, y, question["settings"]["epochs"])
    return {"history": history, "W": dense.W, "b": dense.b, "prediction": model.predict(x)}


PROBES = {"call": call, "method": method, "train_sequential": train_sequential}


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
            first, second = plain(question), plain(question)
            given["value"] = plain(PROBES[question["probe"]](subjects, first))
            given["after"] = plain(first["args"])
            given["again"] = plain(PROBES[question["probe"]](subjects, second))
        except (Exception, SystemExit) as error:
            given["error"] = _describe(error)
    given["printed"] = printed.getvalue()[:MAX_PRINTED]
    given["warnings"] = sorted({f"{w.category.__name__}: {w.message}"[:200] for w in caught})
    return given


def source_of(subject):
    """Return the source text of a student's function or class, or '' where Python does not know it."""
    try:
        return inspect.getsource(subject)
    except (OSError, TypeError):
        return ""


def _describe(error):
    """Say what was raised, and at which line of the student's own code."""
    frames = [f for f in traceback.extract_tb(error.__traceback__) if not _is_ours(f.filename)]
    own = [f for f in frames if "site-packages" not in f.filename and "<" not in f.filename[:1]]
    place = (own or frames or [None])[-1]
    return {
        "type": type(error).__name__,
        "message": str(error)[:500],
        "depth": len(own),  # 1: the subject itself raised it; more: something that it called
        "line": place.lineno if place else None,
        "code": linecache.getline(place.filename, place.lineno).strip()[:200] if place else "",
    }


def _is_ours(filename):
    return filename == __file__ or filename.endswith(("nnlab/wire.py", "nnlab\\wire.py"))
