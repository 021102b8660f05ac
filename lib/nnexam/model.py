"""What an exercise consists of: aspects with points, cases, the reference, known mistakes."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import NamedTuple


class Text(NamedTuple):
    """A sentence in both languages of the course."""

    en: str
    ko: str

    def in_(self, lang):
        return self.ko if lang == "ko" else self.en


@dataclass(frozen=True)
class Aspect:
    """A named group of cases with its own points; it is earned when each of its cases holds.

    Every aspect compares shape and values. `dtype` also compares the kind of number (float, int, bool);
    `effects` also compares the arguments after the call, and a second call with the first; `part` (an
    index or a key) looks at one part of the result only. `alone` leaves the values out, so that a wrong value
    is not punished twice; such an aspect counts once some aspect with values holds. `judge` (see ``nnexam.judges``)
    takes the place of the comparison with the reference's values where right answers differ.
    """

    name: str
    points: float
    title: Text
    dtype: bool = False
    effects: bool = False
    part: int | str | None = None
    alone: bool = False
    judge: object = None


@dataclass(frozen=True)
class Case:
    """One question to the subject (see ``nnlab.probes``), and what to look at when it alone fails.

    aspects : the name of the aspect that it belongs to, or several in a tuple.
    secret  : what a judge needs to know and the student's side must not, such as the labels of test images.
    scale   : size of the terms that the result is a sum of (see ``nnexam.judge.compare``).
    """

    aspects: str | tuple[str, ...]
    question: dict
    hint: Text | None = None
    secret: dict = field(default_factory=dict)
    scale: float = 1.0

    def belongs_to(self, aspect):
        return aspect.name in (self.aspects if isinstance(self.aspects, tuple) else (self.aspects,))


@dataclass(frozen=True)
class Mistake:
    """A misconception that students have: a wrong `subject`, and why it is wrong.

    named : False where it shows only in a low score, so that no diagnosis can be expected.
    """

    name: str
    subject: str
    wrong: Callable
    why: Text
    named: bool = True


@dataclass
class Exercise:
    """An exercise of a unit.

    subjects  : the names of the functions or classes that the student writes.
    reference : name → the twin in nnref, for each subject.
    cases     : a function of a NumPy Generator that returns a list of Case.
    needs     : exercises of the same unit that this one builds on.
    advice    : a function of {subject: source text} that returns a list of Text; worth no points.
    seconds   : how long the check may take on a student's machine; in grading, limits of ``course.toml`` say the same.
    """

    name: str
    subjects: tuple[str, ...]
    aspects: tuple[Aspect, ...]
    cases: Callable
    reference: dict
    needs: tuple[str, ...] = ()
    advice: Callable | None = None
    seconds: int = 20
    mistakes: list[Mistake] = field(default_factory=list)
    alternatives: list[dict] = field(default_factory=list)
    equivalents: dict[str, str] = field(default_factory=dict)

    def __post_init__(self):
        draw = self.cases
        self.cases = lambda rng: [self._asked(case) for case in draw(rng)]

    def _asked(self, case):
        """Ask once where no aspect of the case looks at effects: training is long enough the first time."""
        if any(aspect.effects for aspect in self.aspects if case.belongs_to(aspect)):
            return case
        return replace(case, question={**case.question, "once": True})

    @property
    def points(self):
        return sum(aspect.points for aspect in self.aspects)

    def judged(self, cases):
        """Return the pairs (aspect, number of the case) that are judged."""
        return [(a, i) for a in self.aspects for i, case in enumerate(cases) if case.belongs_to(a)]

    def mistake(self, en, ko, subject=None, named=True):
        """Decorate a wrong implementation: it becomes a known mistake, named like the function."""

        def register(wrong):
            self.mistakes.append(Mistake(wrong.__name__, subject or self.subjects[0], wrong, Text(en, ko), named))
            return wrong

        return register

    def alternative(self, *subjects):
        """Record another right solution: functions or classes, one for each subject, in their order."""
        self.alternatives.append(dict(zip(self.subjects, subjects, strict=True)))

    def equivalent(self, reason, *mutants):
        """Record that some mutants of the solution (``coursekit audit --mutate``) are right too, and why."""
        self.equivalents |= dict.fromkeys(mutants, reason)


def call(subject, *args, **kwargs):
    """A question that calls the function `subject`."""
    question = {"probe": "call", "subject": subject, "args": list(args)}
    return {**question, "kwargs": kwargs} if kwargs else question


def script(lines, results, **args):
    """A question that runs lines of Python on the subjects and the named `args`, and asks for `results`.

    lines   : text, one statement a line, as a student would write it; `np` and ``SGD(lr)`` are known.
    results : an expression, or several in a tuple (the answer is then a dict by expression; see Aspect.part).
    """
    kept = [line.strip() for line in lines.strip().splitlines()]
    results = results if isinstance(results, str) else list(results)
    return {"probe": "script", "lines": kept, "results": results, "args": args}
