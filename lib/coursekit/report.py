"""The class at a glance: scores from the gradebook, diagnoses from the graded notebooks."""

import json
from collections import Counter

from nbgrader.api import Gradebook
from rich.console import Group
from rich.table import Table
from rich.text import Text

from coursekit import notes
from coursekit.nbgrader import database


def scores(course, units):
    """Return {(student, unit): (score, max score, waits for a manual grade)} from the gradebook."""
    found = {}
    with Gradebook(database(course)) as gradebook:
        for unit in units:
            for row in gradebook.submission_dicts(unit.name):
                found[row["student"], unit.name] = (row["score"], row["max_score"], row["needs_manual_grade"])
    return found


def verdicts(course, student, unit):
    """Return ({exercise: verdict}, notes) of one graded notebook; empty where there is none."""
    path = course.root / "autograded" / student / unit / f"{unit}.ipynb"
    try:
        notebook = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}, []
    found = {}
    for cell in notebook["cells"]:
        verdict = cell["metadata"].get("nnlab", {}).get("verdict")
        if verdict is not None:
            found[cell["id"].removeprefix("check_")] = verdict
    return found, notes.read(notebook["metadata"])


UNITS_IN_A_TABLE = 6  # more leave no room for names in a terminal of 80 columns


def table(course, units):
    """Return rich tables: each student's score for each unit that somebody has handed in, a few units at a time."""
    rows = scores(course, units)
    units = [unit for unit in units if any(name == unit.name for _, name in rows)]
    parts = [units[start : start + UNITS_IN_A_TABLE] for start in range(0, len(units), UNITS_IN_A_TABLE)]
    return Group(*(_table(course, part, rows) for part in parts or [[]]))


def _table(course, units, rows):
    made = Table(title=f"{course.settings['name']}: {len({s for s, _ in rows})} students", title_justify="left")
    made.add_column("student", overflow="fold")
    for unit in units:
        full = next((row[1] for (_, name), row in rows.items() if name == unit.name), None)
        head = f"{unit.name.partition('_')[0]}\n{'' if full is None else f'of {full:g}'}"
        made.add_column(head, justify="right", no_wrap=True)
    for student in sorted({student for student, _ in rows}):
        found = [rows.get((student, unit.name)) for unit in units]
        cells = ["–" if score is None else f"{score[0]:g}{'*' if score[2] else ' '}" for score in found]
        made.add_row(Text(student), *cells)
    made.caption = "* a written answer waits for a grade by hand"
    return made


def diagnoses(course, units):
    """Return a rich table: what there is to say about each student's units."""
    made = Table(title="diagnoses and notes", title_justify="left")
    for name in ("student", "unit", "what was found"):
        made.add_column(name, overflow="fold")
    for student, name in sorted(scores(course, units)):
        found, more = verdicts(course, student, name)
        said = [f"{exercise}: {', '.join(v['mistakes'])}" for exercise, v in found.items() if v["mistakes"]]
        undone = [exercise for exercise, verdict in found.items() if verdict["undone"]]
        said += [f"not done: {', '.join(undone)}"] if undone else []
        if said or more:
            made.add_row(Text(student), name, Text("\n".join([*said, *more])))
    return made


def items(course, units):
    """Return a rich table: each exercise's mean score and its most frequent mistakes."""
    rows = scores(course, units)
    made = Table(title="exercises", title_justify="left")
    for name in ("unit", "exercise", "mean", "of", "most frequent mistakes"):
        made.add_column(name, justify="right" if name in ("mean", "of") else "left")
    for unit in units:
        found = [verdicts(course, student, unit.name)[0] for student, name in rows if name == unit.name]
        for exercise in dict.fromkeys(name for verdict in found for name in verdict):
            own = [verdict[exercise] for verdict in found if exercise in verdict]
            mistakes = Counter(mistake for verdict in own for mistake in verdict["mistakes"])
            mean = sum(verdict["earned"] for verdict in own) / len(own)
            often = ", ".join(f"{name} ({count})" for name, count in mistakes.most_common(3))
            made.add_row(unit.name, exercise, f"{mean:.2f}", f"{own[0]['points']:g}", often or "–")
    return made
