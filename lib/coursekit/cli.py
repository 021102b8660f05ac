"""The command line: `coursekit build|audit|grade|report|demo|figures|doctor`."""

import atexit
import gc
import logging
import os
import sys
import time
import warnings
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

if sys.version_info < (3, 11):
    sys.exit(
        f"coursekit: found Python {sys.version.split()[0]}; expected 3.11 or newer: make a new environment with it"
    )

try:
    import click
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
    from rich.table import Table

    from coursekit.course import Course
    from coursekit.errors import CourseError
except ImportError as error:
    sys.exit(f"coursekit: found no {error.name}; run pip install '.[teach]' in the course's folder")

CONSOLE = Console(width=None if sys.stdout.isatty() else 110, soft_wrap=False, highlight=False)


class _Group(click.Group):
    """Errors about the course are one sentence on stderr and exit code 1."""

    def invoke(self, context):
        try:
            return super().invoke(context)
        except CourseError as error:
            click.echo(f"coursekit: {error}" if "\n" not in str(error) else str(error), err=True)
            context.exit(1)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="nnlab-course")
def main():
    """The tool of instructors and authors."""
    atexit.register(gc.freeze)  # else Python goes through all objects once more at its end, which takes 0.2 s
    logging.getLogger("traitlets").setLevel(logging.ERROR)
    warnings.filterwarnings("ignore", module=r"nbgrader|sqlalchemy")


units_argument = click.argument("units", nargs=-1)


def progress():
    columns = [TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()]
    return Progress(*columns, console=CONSOLE)


@main.command()
@units_argument
@click.option("--check", is_flag=True, help="Write nothing; fail where a committed file differs.")
def build(units, check):
    """course/ → source/ → release/en, release/ko."""
    from coursekit import build as building

    course = Course.find()
    chosen = course.choose(units)
    if check:
        stale = building.check(course, chosen)
        if stale:
            raise CourseError(
                f"{len(stale)} files differ from the course ({', '.join(map(str, stale))}): run 'coursekit build'"
            )
        CONSOLE.print(f"{len(chosen)} units are as the course has them")
        return
    for path in building.build(course, chosen):
        CONSOLE.print(str(path))


@main.command()
@units_argument
def figures(units):
    """Draw the pictures of what to expect, next to each lesson."""
    from coursekit.figures import draw

    course = Course.find()
    for unit in course.choose(units):
        with open(os.devnull, "w") as nowhere, _stdout(nowhere):
            made = draw(course, unit.name)
        for path in made:
            CONSOLE.print(str(path))


def _stdout(file):
    from contextlib import redirect_stdout

    return redirect_stdout(file)


@main.command()
@click.argument("names", nargs=-1, metavar="[UNIT[/EXERCISE]]…")
@click.option("--mutate", is_flag=True, help="Try small changes of each solution that nobody thought of.")
@click.option("--draws", type=click.IntRange(1), metavar="N", help="Draw the cases N times (default: 8; mutants 3).")
@click.option("--jobs", type=click.IntRange(1), default=os.cpu_count(), help="Workers (default: all cores).")
def audit(names, mutate, draws, jobs):
    """Prove that the checks tell right from wrong."""
    from nnexam import examiner

    from coursekit.audit import DRAWS, MUTANT_DRAWS, audit_in_worker, mutate_in_worker

    course = Course.find()
    wanted = []
    for name in names or course.units:
        unit, _, exercise = name.partition("/")
        course.choose([unit])
        try:
            wanted += [
                (unit, n) for n in ([examiner.exercise(unit, exercise).name] if exercise else examiner.exercises(unit))
            ]
        except examiner.UnknownExercise as error:
            raise CourseError(str(error)) from None
    for unit in dict.fromkeys(unit for unit, _ in wanted):
        if not all(course.release(unit, edition).is_file() for edition in course.editions):
            raise CourseError(f"{unit} has no release yet: run 'coursekit build {unit}' first")
    worker, times = audit_in_worker, draws or DRAWS
    columns = ("points", "mistakes", "caught", "diagnosed", "other right solutions")
    if mutate:
        worker, times = mutate_in_worker, draws or MUTANT_DRAWS
        columns = ("mutants", "caught", "equivalent", "survivors")
    table = Table("unit", "exercise", *columns)
    problems = []
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # else the workers' threads wait for each other
    with (
        ProcessPoolExecutor(min(jobs, len(wanted)), mp_context=get_context("spawn")) as pool,
        progress() as bar,
    ):
        futures = [(pair, pool.submit(worker, str(course.root), *pair, times)) for pair in wanted]
        for (unit, _), future in bar.track(futures, description="audit"):
            one = future.result()
            table.add_row(unit, one.exercise, *(f"{value:g}" for value in one.row))
            problems += [f"{course.lesson(unit).relative_to(course.root)} [{one.exercise}] {p}" for p in one.problems]
    CONSOLE.print(table)
    if problems:
        raise CourseError("\n".join([*problems, f"{len(problems)} problems"]))


@main.command()
@units_argument
@click.option("--student", metavar="ID", help="Only this student.")
@click.option("--jobs", type=click.IntRange(1), default=os.cpu_count(), help="Workers (default: all cores).")
@click.option("--force", is_flag=True, help="Grade again what is graded already.")
@click.option("--no-sandbox", is_flag=True, help="Run student code without protection (recorded).")
def grade(units, student, jobs, force, no_sandbox):
    """Grade submitted/ into the gradebook; write feedback/ and grades.csv."""
    from coursekit.workers import importing, warm_up

    course = Course.find()
    warm_up()
    with importing():
        from coursekit.batch import alone
    with alone(course):
        failed = _grade(course, units, student, jobs, force, not no_sandbox)
    if failed:
        raise CourseError(f"{failed} submissions could not be graded; the lines above say why")


def _grade(course, units, student, jobs, force, sandboxed):
    from coursekit import batch
    from coursekit.workers import Workers

    todo, done = batch.find_jobs(course, course.choose(units), student, force)
    if not todo:
        said = f"{len(done)} submissions are graded already" if done else "nothing in submitted/"
        CONSOLE.print(f"nothing to grade: {said}")
    failed, graded, started = [], [], time.monotonic()

    def each(job, result):
        if isinstance(result, Exception):
            failed.append(job)
            bar.console.print(f"{job.student} {job.unit}: not graded ({result})", markup=False)
        else:
            graded.append(job)
            for note in result.notes:
                bar.console.print(f"{job.student} {job.unit}: {note}", markup=False)
        rate = 60 * len(graded) / (time.monotonic() - started)
        said = f"grading ({len(graded)} graded, {len(failed)} failed, {rate:.0f} a minute)"
        bar.update(task, advance=1, description=said)

    def each_page(job, result):
        if isinstance(result, Exception):
            failed.append(job)
            bar.console.print(f"{job.student} {job.unit}: graded, but without a feedback page ({result})", markup=False)
        bar.advance(pages)

    with progress() as bar, Workers(jobs) as workers:
        task = bar.add_task("grading", total=len(todo))
        batch.grade_all(course, todo, workers, sandboxed, each)
        unwritten = batch.without_page(course, [*graded, *done])
        pages = bar.add_task("feedback", total=len(unwritten))
        batch.write_feedback(course, unwritten, workers, each_page)
    if not todo and not done:
        return 0
    batch.export(course)
    CONSOLE.print(
        f"{len(graded)} graded, {len(failed)} failed, {len(done)} graded before: gradebook.db, feedback/, grades.csv"
    )
    return len(failed)


@main.command()
@units_argument
def report(units):
    """The class: scores, diagnoses, the most frequent mistakes."""
    from coursekit import report as reporting

    course = Course.find()
    chosen = course.choose(units)
    for table in (reporting.table, reporting.diagnoses, reporting.items):
        CONSOLE.print(table(course, chosen))


@main.command()
@click.option("--jobs", type=click.IntRange(1), default=os.cpu_count(), help="Workers (default: all cores).")
@click.option("--whole", is_flag=True, help="Let each known mistake be made once: many times as many submissions.")
def demo(jobs, whole):
    """A small made-up class through everything, in work/demo."""
    from coursekit import demonstration

    demonstration.run(
        Course.find(), CONSOLE, lambda course, sandboxed: _grade(course, (), None, jobs, False, sandboxed), whole
    )


@main.command()
def doctor():
    """Versions, sandbox, data: what is missing and how to get it."""
    from coursekit.doctor import examine_machine

    table = Table("what", "found", "")
    fine = True
    for name, found, good in examine_machine(Course.find()):
        table.add_row(name, found, "ok" if good else "missing")
        fine &= good
    CONSOLE.print(table)
    if not fine:
        raise CourseError("something is missing; the table says how to get it")


if __name__ == "__main__":
    main()
