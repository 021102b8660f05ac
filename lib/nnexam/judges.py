"""Judges for work where right answers differ: random, trained, or in any order.

A judge has two methods. ``find(expected, given, case)`` returns None or a Finding, where `expected` is what the
reference answered; ``same(one, other, case)`` tells whether two answers show the same mistake.
"""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np

from nnexam.judge import Finding, compare, describe
from nnexam.model import Text

FALSE_ALARM = 1e-7  # the chance that a Statistic refuses a right answer


class AnyOrder:
    """The same rows (numbers, boxes, indices) as the reference's, in any order."""

    def find(self, expected, given, case):
        right, found = _rows(expected), _rows(given)
        if found is None:
            return Finding("type", "", describe(expected), describe(given))
        if len(found) != len(right):
            return Finding("length", "", str(len(right)), str(len(found)))
        scale = 1.0 if case is None else case.scale
        for row in right:
            place = next((i for i in _nearest(row, found) if compare(row, found[i], scale=scale) is None), None)
            if place is None:
                text = np.array2string(row, precision=4, separator=", ")
                return Finding("said", expected=text, said=MISSING)
            del found[place]
        return None

    def same(self, one, other, case):
        return self.find(one, other, case) is None


MISSING = Text("The result lacks {expected} (in whatever order).", "결과에 {expected}이(가) 없습니다(순서는 상관없음).")


def _rows(value):
    """The rows of an array, or None where it is none."""
    try:
        array = np.asarray(value)
    except ValueError:
        return None
    return list(array) if array.ndim and array.dtype.kind in "biufc" else None


def _nearest(row, found):
    """The places of the rows in `found`, the nearest first, so that few have to be compared."""
    if any(np.shape(other) != np.shape(row) for other in found):
        return range(len(found))
    with np.errstate(all="ignore"):
        distances = np.abs(np.asarray(found).astype(complex) - row).reshape(len(found), -1)
    return np.argsort(distances.max(axis=1, initial=0), kind="stable")


@dataclass(frozen=True)
class Invariant:
    """A property that every right answer has.

    broken : (given, case) → None where it holds, else a Text that says what is wrong, with ``{given}`` for a value. It
             may be handed anything that student code can return; whatever it raises counts as another type.
    """

    broken: Callable

    def find(self, expected, given, case):
        try:
            said = self.broken(given, case)
        except Exception:  # a stranger's answer may have any form
            return Finding("type", "", describe(expected), describe(given))
        return None if said is None else Finding("said", given=describe(given), said=said)

    def same(self, one, other, case):
        return self._said(one, case) == self._said(other, case)

    def _said(self, value, case):
        finding = self.find(value, value, case)
        return finding and (finding.kind, finding.said)


@dataclass(frozen=True)
class Statistic:
    """A mean over random numbers that is near its target: an answer is refused where chance alone would explain the
    distance less than once in ten million times (FALSE_ALARM, for all means of one answer together).

    what    : the name of the mean, for the sentence
    measure : given → the mean, or an array of means
    target  : case → the value that a right answer has on average
    error   : case → the standard error of the mean around it, small against the distance of every known mistake
    """

    what: Text
    measure: Callable
    target: Callable
    error: Callable

    def find(self, expected, given, case):
        measured = self._measured(given)
        if measured is None:
            return Finding("type", "", describe(expected), describe(given))
        target, bound = self.target(case), self._bound(measured) * self.error(case)
        far = ~(np.abs(measured - target) <= bound)  # nan is far
        if not far.any():
            return None
        worst = np.argmax(np.where(far, np.nan_to_num(np.abs(measured - target), nan=np.inf), -1))
        shown = f"{measured.ravel()[worst]:.4g}", f"{np.broadcast_to(target, measured.shape).ravel()[worst]:.4g}"
        margin = f"{np.broadcast_to(bound, measured.shape).ravel()[worst]:.2g}"
        said = Text(
            f"{self.what.en} is {{given}}; expected {{expected}} ± {margin}.",
            f"{self.what.ko}: {{given}}. 기대한 값은 {{expected}} ± {margin}입니다.",
        )
        return Finding("said", given=shown[0], expected=shown[1], said=said)

    def same(self, one, other, case):
        """Two answers that have the same mean, as far as chance lets one tell."""
        pair = [self._measured(value) for value in (one, other)]
        if pair[0] is None or pair[1] is None or pair[0].shape != pair[1].shape:
            return False
        return bool((np.abs(pair[0] - pair[1]) <= self._bound(pair[0]) * 2**0.5 * self.error(case)).all())

    def _measured(self, given):
        try:
            return np.atleast_1d(np.asarray(self.measure(given), dtype=float))
        except Exception:  # a stranger's answer may have any form
            return None

    def _bound(self, measured):
        """How many standard errors: both sides and all means together make up the false-alarm rate."""
        return NormalDist().inv_cdf(1 - FALSE_ALARM / (2 * measured.size))


@dataclass(frozen=True)
class Score:
    """A number that must reach a threshold, such as an accuracy. Aspects with rising thresholds give partial credit.

    what     : its name, for the sentence
    measure  : (given, case) → the number; larger is better. The labels stand in ``case.secret``
    at_least : the threshold
    """

    what: Text
    measure: Callable
    at_least: float

    def find(self, expected, given, case):
        try:
            score = float(self.measure(given, case))
        except Exception:  # a stranger's answer may have any form
            return Finding("said", given=describe(given), said=UNMEASURED)
        if score >= self.at_least:
            return None
        said = Text(
            f"{self.what.en} is {{given}}; {{expected}} earns these points.",
            f"{self.what.ko}: {{given}}. {{expected}} 이상이면 이 점수를 얻습니다.",
        )
        return Finding("said", given=f"{score:.4g}", expected=f"{self.at_least:g}", said=said)

    def same(self, one, other, case):
        """A low score does not tell which mistake it comes from."""
        return False


UNMEASURED = Text(
    "The result is {given}; from this nothing can be measured. Compare its form with the text of the exercise.",
    "결과: {given}. 이런 값으로는 점수를 잴 수 없습니다. 결과의 형태를 문제의 설명과 견주어 보십시오.",
)


def accuracy(given, case):
    """The share of right labels in `given` (N,); ``case.secret["labels"]`` holds the true ones."""
    labels = case.secret["labels"]
    given = np.asarray(given)
    if given.shape != labels.shape:
        raise ValueError(f"found labels of shape {given.shape}; expected {labels.shape}")
    return np.mean(given == labels)
