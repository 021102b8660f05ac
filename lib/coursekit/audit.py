"""What a unit promises, proven: solutions pass, stubs earn nothing, every mistake is caught and named."""

import io
import signal
import warnings
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass, field

import nbformat
import numpy as np
from nnexam import examiner
from nnexam.verdict import Known, answers_of, examine

from coursekit.errors import CourseError
from coursekit.figures import namespace
from coursekit.grading import solutions
from coursekit.mutate import mutants

DRAWS, MUTANT_DRAWS = 8, 3  # how often the cases are drawn anew, with the seeds 0, 1, …
MUTANT_SECONDS = 4  # of CPU for one mutant and one draw; what takes longer is stuck, and earns nothing


@dataclass
class Audited:
    """The result for one exercise; `problems` is empty where everything holds."""

    unit: str
    exercise: str
    points: float
    mistakes: int
    caught: int = 0
    diagnosed: int = 0
    alternatives: int = 0
    problems: list[str] = field(default_factory=list)

    @property
    def row(self):
        return self.points, self.mistakes, self.caught, self.diagnosed, self.alternatives


def audit(course, unit, names=None, times=DRAWS):
    """Yield an Audited for each exercise of a unit, or for those in `names`; the cases are drawn so many `times`.

    Read from the lesson: the solutions. From the release: the stubs, and that nothing leaks into it.
    """
    with redirect_stdout(io.StringIO()):
        solved = namespace(course, unit)
    stubs = {edition: _stubs(course, unit, edition) for edition in course.editions}
    exercises = examiner.exercises(unit)
    for name in names or exercises:
        exercise = examiner.exercise(unit, name)
        result = Audited(unit, name, exercise.points, len(exercise.mistakes), alternatives=len(exercise.alternatives))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            draws = _draws(exercise, times)
            result.problems += _right(draws, "the solution", {s: solved[s] for s in exercise.subjects})
            for number, subjects in enumerate(exercise.alternatives, 1):
                result.problems += _right(draws, f"alternative {number}", subjects)
            if not exercise.alternatives:
                result.problems.append("has no differently written right solution")
            for edition in course.editions:
                result.problems += _stub(draws[0], edition, stubs[edition])
            _mistakes(draws, result)
        result.problems += [
            f"{what} leaks into release/{e}" for e in course.editions for what in leaks(course, unit, name, e)
        ]
        yield result


def _draws(exercise, times):
    """Return for each of the seeds 0, 1, … what is known of the cases that it draws."""
    return [Known(exercise, exercise.cases(np.random.default_rng(seed))) for seed in range(times)]


def _verdict(known, subjects):
    answers = answers_of(subjects, known.cases)
    return examine(known.exercise, known.cases, {"answers": answers}, known=known)


def _right(draws, what, subjects):
    """A right solution earns full marks, whatever the seed."""
    for seed, known in enumerate(draws):
        verdict = _verdict(known, subjects)
        if not verdict.passed:
            return [f"{what} earns {verdict.earned:g} of {verdict.points:g} (seed {seed}): {verdict.text('en')}"]
    return []


def _stubs(course, unit, edition):
    """Run the stub cells of a release; return the names they define."""
    notebook = nbformat.read(course.release(unit, edition), as_version=4)
    names = {"np": np}
    for cell in notebook.cells:
        if cell.metadata.nnlab.role in ("setup", "given", "exercise"):
            try:
                exec(compile(cell.source, f"release/{edition}/{unit}", "exec"), names)
            except Exception as error:
                raise CourseError(
                    f"release/{edition}/{unit}: a stub does not run ({type(error).__name__}: {error})"
                ) from error
    return names


def _stub(known, edition, names):
    """An untouched stub earns 0 and is called undone."""
    verdict = _verdict(known, {s: names[s] for s in known.exercise.subjects})
    if verdict.earned or not verdict.undone:
        return [f"the stub in {edition} earns {verdict.earned:g} or is not called undone: {verdict.text('en')}"]
    return []


def _mistakes(draws, result):
    """Every mistake loses points and is told apart from all others, whatever the seed."""
    exercise = draws[0].exercise
    for mistake in exercise.mistakes:
        subjects = {**exercise.reference, mistake.subject: mistake.wrong}
        verdicts = [_verdict(known, subjects) for known in draws]
        if all(verdict.earned < verdict.points for verdict in verdicts):
            result.caught += 1
        else:
            result.problems.append(f"the mistake {mistake.name} earns full marks")
        if len({verdict.earned for verdict in verdicts}) > 1:
            earned = [verdict.earned for verdict in verdicts]
            seeds = {f"{points:g}": earned.index(points) for points in sorted(set(earned))}
            result.problems.append(f"the mistake {mistake.name} earns now more, now less: {_by_seed(seeds)}")
        named = [verdict.mistakes for verdict in verdicts]
        if not mistake.named or all(names == [mistake.name] for names in named):
            result.diagnosed += 1
        else:
            seeds = {" and ".join(names) or "nothing": named.index(names) for names in named if names != [mistake.name]}
            result.problems.append(f"the mistake {mistake.name} is diagnosed as {_by_seed(seeds)}")


def _by_seed(seeds):
    """Write what was found and the first seed that shows it."""
    return ", ".join(f"{what} (seed {seed})" for what, seed in seeds.items())


@dataclass
class Mutated:
    """What became of the mutants of one exercise. A survivor earns full marks by some draw, unexplained."""

    unit: str
    exercise: str
    made: int = 0
    caught: int = 0
    equivalent: int = 0
    problems: list[str] = field(default_factory=list)

    @property
    def row(self):
        return self.made, self.caught, self.equivalent, self.made - self.caught - self.equivalent


def audit_mutants(course, unit, name, times=MUTANT_DRAWS):
    """Make every mutant of an exercise's solution, and examine it by so many draws; return a Mutated."""
    exercise, result = examiner.exercise(unit, name), Mutated(unit, name)
    with redirect_stdout(io.StringIO()), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        solved = namespace(course, unit)
        draws, listed = _draws(exercise, times), dict(exercise.equivalents)
        for mutant in mutants(solutions(course, unit)[name]):
            result.made += 1
            reason = listed.pop(mutant.name, None)
            survives = _survives(draws, mutant, solved)
            result.caught += not survives
            result.equivalent += survives and reason is not None
            if survives and reason is None:
                result.problems.append(f"line {mutant.line} of the solution: {mutant.name} earns full marks")
            if not survives and reason is not None:
                result.problems.append(f"{mutant.name} is listed as equivalent, and is caught")
    result.problems += [f"{mutant} is listed as equivalent, and is no mutant" for mutant in listed]
    return result


def _survives(draws, mutant, solved):
    """Tell whether a mutant earns full marks by some draw: a student has one draw only."""
    names = dict(solved)
    try:
        with _time_limit():
            exec(compile(mutant.source, "<mutant>", "exec"), names)
    except (Exception, _Stuck):
        return False
    for known in draws:
        try:
            with _time_limit():
                verdict = _verdict(known, {s: names[s] for s in known.exercise.subjects})
        except _Stuck:
            continue
        if verdict.passed:
            return True
    return False


class _Stuck(BaseException):
    """A mutant takes too long; not an Exception, so that its own code does not catch it."""


@contextmanager
def _time_limit():
    def stop(*_):
        raise _Stuck

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, MUTANT_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def leaks(course, unit, name, edition):
    """Return the lines of a solution that stand in the release."""
    source = solutions(course, unit)[name]
    release = nbformat.read(course.release(unit, edition), as_version=4)
    shown = {line.strip() for cell in release.cells for line in cell.source.splitlines()}
    found, inside = [], False
    for line in source.splitlines():
        text = line.strip()
        if text in ("### BEGIN SOLUTION", "### END SOLUTION"):
            inside = text.startswith("### BEGIN")
        elif inside and len(text) > 12 and not text.startswith("#") and text in shown:
            found.append(f"the line {text!r} of {name}'s solution")
    outputs = [cell.id for cell in release.cells if cell.cell_type == "code" and cell.outputs]
    return found + [f"output of cell {cell}" for cell in outputs]


def audit_in_worker(root, unit, name, times):
    """Audit one exercise, for a pool of workers."""
    from coursekit.course import Course

    return next(audit(Course(root), unit, [name], times))


def mutate_in_worker(root, unit, name, times):
    """Audit the mutants of one exercise, for a pool of workers."""
    from coursekit.course import Course

    return audit_mutants(Course(root), unit, name, times)
