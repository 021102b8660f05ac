"""``Unit``: the checks of one notebook.

On a student's machine an examiner is installed (entry point group ``nnlab.examiner``): ``check`` draws
cases, puts them to the student's functions, and shows the verdict. In the grading sandbox there is no
examiner: the cases lie in a folder, and ``check`` only hands the answers out.
"""

import _thread
import os
import threading
from contextlib import suppress
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path

from nnlab import probes, wire

ANSWERS_MIME = "application/vnd.nnlab.answers"
CASES_FOLDER = "NNLAB_CASES"


class CheckFailed(AssertionError):
    """A check found an aspect that does not hold; JupyterLab shows only `brief` instead of a traceback."""

    def __init__(self, message, brief=None):
        super().__init__(message)
        self.brief = brief or message

    def _render_traceback_(self):
        return [f"CheckFailed: {self.brief}"]


class Unit:
    """One unit of the course as its notebook sees it.

    name : the unit's name, such as "u03_activation".
    lang : "en" or "ko", the language of verdicts.

    From here on NumPy multiplies matrices in one thread. Those of the course are small, so more threads gain nothing,
    and they wait for each other as soon as another program runs too.
    """

    def __init__(self, name, lang="en"):
        self.name = name
        self.lang = lang
        self._verdicts = {}
        if CASES_FOLDER not in os.environ:  # else in the sandbox, whose environment says so before NumPy starts
            _one_thread()

    def check(self, name, *subjects, seed=None):
        """Check the exercise `name` on the student's `subjects` (functions or classes).

        seed : draws the same cases again; each verdict prints its own. Raises CheckFailed (an
        AssertionError) when an aspect fails.
        """
        examiner = _examiner()
        if examiner is None:
            return self._hand_out(name, subjects)
        if seed is None:
            seed = int.from_bytes(os.urandom(4), "little")
        paper = examiner.paper(self.name, name, seed)
        answers = _answer_in_time(paper, subjects)
        verdict = examiner.examine(self.name, name, seed, answers, self._failed())
        self._verdicts[name] = verdict
        _show(verdict.html(self.lang), verdict.text(self.lang))
        if not verdict.passed:
            if os.environ.get("NBGRADER_EXECUTION"):  # nbgrader validate shows nothing but the exception
                raise CheckFailed(verdict.text(self.lang))
            raise CheckFailed(verdict.headline(self.lang), examiner.see_table(name, self.lang))

    def score(self):
        """Show the points of this session so far, exercise by exercise."""
        examiner = _examiner()
        if examiner is not None:
            _show(*examiner.score(self.name, self._verdicts, self.lang))

    def _failed(self):
        return [name for name, verdict in self._verdicts.items() if not verdict.passed]

    def _hand_out(self, name, subjects):
        folder = os.environ.get(CASES_FOLDER)
        if folder is None:
            raise RuntimeError(
                "check: no examiner is installed, so nothing can be checked; run pip install . in the course's folder "
                "and restart the kernel"
            )
        from IPython.display import display

        paper = wire.loads(Path(folder, f"{name}.json").read_text(encoding="utf-8"))
        text = wire.dumps(_answer(paper, subjects))
        display({ANSWERS_MIME: text, "text/plain": f"answers to {name}"}, raw=True)


def _answer(paper, subjects):
    """Put the paper (a dict with `subjects` and `questions`) to the student's objects."""
    names = paper["subjects"]
    if len(subjects) != len(names):
        raise TypeError(f"check: found {len(subjects)} objects to check; expected {len(names)}: {', '.join(names)}")
    by_name = dict(zip(names, subjects, strict=True))
    return {
        "answers": [probes.answer(question, by_name) for question in paper["questions"]],
        "sources": {name: probes.source_of(subject)[:20_000] for name, subject in by_name.items()},
    }


def _answer_in_time(paper, subjects):
    """As ``_answer``, but an endless loop of the student's ends after the `seconds` of the paper."""
    late = threading.Event()

    def interrupt():
        late.set()
        _thread.interrupt_main()

    timer = threading.Timer(paper["seconds"], interrupt)
    timer.daemon = True
    timer.start()
    try:
        return _answer(paper, subjects)
    except KeyboardInterrupt:
        if late.is_set():
            return {"stopped": "timeout"}
        raise
    finally:
        timer.cancel()


def _one_thread():
    from threadpoolctl import threadpool_limits

    with suppress(OSError):  # where it cannot be had, the notebook runs all the same
        threadpool_limits(1, "blas")


@cache
def _examiner():
    found = list(entry_points(group="nnlab.examiner"))
    return found[0].load() if found else None


def _show(html, text):
    try:
        from IPython import get_ipython
        from IPython.display import display
    except ImportError:
        get_ipython = None
    if get_ipython is not None and get_ipython() is not None and hasattr(get_ipython(), "kernel"):
        display({"text/html": html, "text/plain": text}, raw=True)
    else:
        print(text)
