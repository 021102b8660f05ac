"""examine(): from answers to a Verdict. A pure function; student code never runs here."""

import re
from dataclasses import dataclass, field, replace
from functools import cached_property
from inspect import signature

from nnlab import probes

from nnexam.advice import explain
from nnexam.judge import Finding, judge, same, well_formed
from nnexam.judges import Score, Statistic
from nnexam.model import Aspect, Case, Text

STOPPED = ("timeout", "memory", "processes", "died", "notime", "refused")  # why nothing came back from the sandbox


@dataclass(frozen=True)
class AspectResult:
    """How one aspect went: its points, and for a failure the case, the Finding and the diagnosis."""

    aspect: Aspect
    earned: float
    case: Case | None = None
    finding: Finding | None = None
    mistake: str | None = None
    why: Text | None = None


@dataclass(frozen=True)
class Verdict:
    """The result of one check. `failed_needs` are exercises it builds on that have not passed either."""

    exercise: str
    subjects: tuple[str, ...]
    results: tuple[AspectResult, ...]
    seed: int | None = None
    failed_needs: tuple[str, ...] = ()
    printed: str = ""
    warnings: tuple[str, ...] = ()
    advice: tuple[Text, ...] = field(default=())
    regraded: tuple[str, ...] = ()  # needs that were given from the course for a second try

    @property
    def earned(self):
        return sum(result.earned for result in self.results)

    @property
    def points(self):
        return sum(result.aspect.points for result in self.results)

    @property
    def passed(self):
        return all(result.finding is None for result in self.results)

    @property
    def undone(self):
        return all(result.finding is not None and result.finding.kind == "undone" for result in self.results)

    @property
    def stopped(self):
        """True where no answers came back."""
        return self.results[0].finding is not None and self.results[0].finding.kind in STOPPED

    @property
    def mistakes(self):
        return list(dict.fromkeys(result.mistake for result in self.results if result.mistake))

    def headline(self, lang):
        from nnexam.show import headline

        return headline(self, lang)

    def html(self, lang):
        from nnexam.show import html

        return html(self, lang)

    def text(self, lang):
        from nnexam.show import text

        return text(self, lang)


def paper(exercise, cases):
    """Return what goes to the student's side: the names of the subjects, the questions and the time; no answers."""
    questions = [case.question for case in cases]
    return {"subjects": list(exercise.subjects), "questions": questions, "seconds": exercise.seconds}


def answers_of(subjects, cases):
    """Answer the cases with `subjects` (name → object): the reference's side of an examination."""
    return [probes.answer(case.question, subjects) for case in cases]


class Known:
    """What the reference and the known mistakes answer to cases; each is asked once, when it is needed."""

    def __init__(self, exercise, cases):
        self.exercise, self.cases = exercise, cases
        self.wrong = {}  # (name of a mistake, number of a case) → its answer

    @cached_property
    def right(self):
        """The reference's answers, but for those where only a score counts: no network is trained in vain."""
        scored = [True] * len(self.cases)
        for aspect, number in self.exercise.judged(self.cases):
            scored[number] &= isinstance(aspect.judge, Score) and aspect.part is None
        nothing = {"value": None, "after": None, "again": None, "error": None}
        asked = zip(scored, self.cases, strict=True)
        return [nothing if skip else answers_of(self.exercise.reference, [case])[0] for skip, case in asked]

    def of_mistake(self, mistake, number):
        """Return what a mistake answers to the case of a number."""
        key = (mistake.name, number)
        if key not in self.wrong:
            subjects = {**self.exercise.reference, mistake.subject: mistake.wrong}
            self.wrong[key] = answers_of(subjects, [self.cases[number]])[0]
        return self.wrong[key]


HINTED = ("value", "nonfinite", "dtype", "noerror", "said")  # where a case's hint says more than the sentence


def examine(exercise, cases, handed_in, seed=None, failed=(), known=None):
    """Judge what came back from a paper.

    handed_in : the dict of ``nnlab.unit``: `answers`, one for each case, and `sources`. A stranger may
                have written it: whatever is missing or of another form counts as no answer.
    failed    : names of exercises that have not passed, to be named where this one needs them.
    known     : a Known of these cases, for whoever examines them more than once.
    """
    known = known or Known(exercise, cases)
    handed_in = handed_in if isinstance(handed_in, dict) else {}
    answers = handed_in.get("answers")
    answers = answers if isinstance(answers, list) and len(answers) == len(cases) else [None] * len(cases)
    if handed_in.get("stopped") in STOPPED:
        finding = Finding(handed_in["stopped"], given=str(handed_in.get("why") or ""))
        results = tuple(AspectResult(aspect, 0.0, finding=finding) for aspect in exercise.aspects)
        return Verdict(exercise.name, exercise.subjects, results, seed, _failed_needs(exercise, failed))
    findings = {(a.name, i): judge(known.right[i], answers[i], a, cases[i]) for a, i in exercise.judged(cases)}
    agreement = _Agreement(known, answers)
    right = {a.name for a in exercise.aspects} - {name for (name, _), finding in findings.items() if finding}
    some = any(a.name in right for a in exercise.aspects if not a.alone)
    results = []
    for aspect in exercise.aspects:
        if aspect.alone and aspect.name in right and not some:
            results.append(AspectResult(aspect, 0.0, finding=Finding("later")))
            continue
        wrong = [i for (name, i), finding in findings.items() if name == aspect.name and finding is not None]
        if not wrong:
            results.append(AspectResult(aspect, aspect.points))
            continue
        case, finding = cases[wrong[0]], findings[aspect.name, wrong[0]]
        if finding.kind == "changed":
            finding = replace(finding, path=_argument(exercise, case, finding.path))
        elif case.question["probe"] == "script":
            finding = replace(finding, path=_bare(finding.path))
        named = finding.kind != "undone" and not _failed_needs(exercise, failed)  # else the need may be the cause
        mistake = agreement.best(aspect, wrong) if named else None
        hint = case.hint if finding.kind in HINTED else explain(finding.given)
        why = mistake.why if mistake else hint
        results.append(AspectResult(aspect, 0.0, case, finding, mistake.name if mistake else None, why))
    written = [answer for answer in answers if isinstance(answer, dict)]
    return Verdict(
        exercise.name,
        exercise.subjects,
        tuple(results),
        seed,
        _failed_needs(exercise, failed),
        next((str(a["printed"])[:2000] for a in written if a.get("printed")), ""),
        tuple(sorted({str(w)[:200] for a in written for w in _list(a.get("warnings"))}))[:3],
        _advice(exercise, handed_in.get("sources")),
    )


def follow_through(first, second, given):
    """Join the verdict with that of a second try in which the needs `given` came from the course.

    An aspect counts when it passed in either; a diagnosis comes from the second.
    """
    pairs = zip(first.results, second.results, strict=True)
    results = tuple(one if one.finding is None else two for one, two in pairs)
    return replace(first, results=results, regraded=tuple(given))


def _argument(exercise, case, path):
    """Turn the path of a changed argument, such as "[0][2]" or "['w'][2]", into its name, such as "w[2]"."""
    if case.question["probe"] == "script":
        return _bare(path)
    names = list(signature(exercise.reference[case.question["subject"]]).parameters)
    number = re.match(r"\[(\d+)\]", path)
    if number is None or int(number[1]) >= len(names):
        return path
    return names[int(number[1])] + path[number.end() :]


def _bare(path):
    """Turn "['history'][1]" into "history[1]": what the lines of a script call it."""
    return re.sub(r"""^\[(['"])(.*?)\1\]""", r"\2", path)


def _failed_needs(exercise, failed):
    return tuple(name for name in exercise.needs if name in failed)


def _list(value):
    return value if isinstance(value, list) else []


def _advice(exercise, sources):
    if exercise.advice is None or not isinstance(sources, dict):
        return ()
    texts = {name: str(sources.get(name) or "") for name in exercise.subjects}
    return tuple(exercise.advice(texts))


class _Agreement:
    """Which known mistake gives the student's answers?"""

    def __init__(self, known, answers):
        self.known, self.answers = known, answers
        self.exercise, self.cases = known.exercise, known.cases

    def best(self, aspect, wrong):
        """Return the mistake that gives the student's answers on the `wrong` cases of an aspect, or None.

        It must be wrong itself in these cases, and in no other of the aspect. Where several mistakes are left, the one
        that agrees most often in the whole exercise. Statistics agree by chance sooner than values do, so where the
        exercise has some, all of them must agree.
        """
        fitting, pairs = [], self.exercise.judged(self.cases)
        needed = [(aspect, i) for i in wrong]  # most mistakes differ in the first of these already
        needed += [(a, i) for a, i in pairs if isinstance(a.judge, Statistic)]
        own = [i for a, i in pairs if a is aspect]
        for mistake in self.exercise.mistakes:
            agrees = all(self._agree(mistake, *pair) for pair in needed)
            if agrees and [i for i in own if self._loses(mistake, aspect, i)] == wrong:
                fitting.append((sum(self._agree(mistake, *pair) for pair in pairs), mistake))
        return max(fitting, key=lambda pair: pair[0])[1] if fitting else None

    def _loses(self, mistake, aspect, number):
        """Tell whether a mistake loses an aspect in a case."""
        right, given = self.known.right[number], self.known.of_mistake(mistake, number)
        return judge(right, given, aspect, self.cases[number]) is not None

    def _agree(self, mistake, aspect, number):
        """Tell whether the student's answer to a case equals the mistake's, as far as an aspect looks."""
        answer = self.answers[number]
        if not well_formed(answer):
            return False
        if isinstance(aspect.judge, Score) and not answer["error"]:
            return False  # a score fits no mistake more than another: nothing is trained for it
        return same(self.known.of_mistake(mistake, number), answer, aspect, self.cases[number])
