"""A made-up class: perfect, half done, each known mistake, a broken file, in both languages."""

import ast
import inspect
import re
import textwrap
from dataclasses import dataclass
from functools import cache
from importlib import import_module

import nbformat
from nnexam import examiner

from coursekit.grading import solutions

ESSAYS = {
    "en": "(A made-up student's answer.) I take the numbers that my notebook printed and argue from them.",
    "ko": "(가상의 학생이 쓴 답입니다.) 제 노트북이 출력한 값을 근거로 설명합니다.",
}


@dataclass(frozen=True)
class Pupil:
    """One made-up student: which edition, and for each exercise the source of the answer (None: the stub)."""

    name: str
    edition: str
    answers: object  # a function (course, unit) → {exercise: source}, or text that is no notebook
    mistake: int = 0  # which mistake of each exercise this student makes, where it has so many

    def hands_in(self, unit):
        """Tell whether this student hands the unit in: not where all of its exercises have fewer mistakes."""
        return self.mistake == 0 or self.mistake < most_mistakes(unit)


def solved(course, unit):
    return solutions(course, unit)


def half(course, unit):
    found = solutions(course, unit)
    return dict(list(found.items())[: len(found) // 2])


def untouched(course, unit):
    return {}


def with_mistakes(number):
    """Answers in which each exercise has its mistake of that number, or is right where there are fewer."""

    def answers(course, unit):
        right = solutions(course, unit)
        found = dict(right)
        for name, exercise in examiner.exercises(unit).items():
            if number < len(exercise.mistakes):
                own = mistake_source(exercise.mistakes[number])
                found[name] = "\n\n\n".join([*_built_on(own, name, unit, right), right[name], own])
        return found

    return answers


def _built_on(source, name, unit, right):
    """Return the right answers of other exercises that a mistake calls: this student has mistakes there as well."""
    others = {k: set(exercise.subjects) for k, exercise in examiner.exercises(unit).items() if k != name}
    needed, named = [], [source]
    for text in named:  # grows with the answers that those answers call
        names = {node.id for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Name)}
        new = [k for k, subjects in others.items() if names & subjects and k not in needed]
        needed += new
        named += [right[k] for k in new]
    return [right[k] for k in others if k in needed]


def mistake_source(mistake):
    """Return the source of a mistake under the name of its subject, as a student would have it, after its helpers."""
    module = vars(import_module(mistake.wrong.__module__))
    found = [mistake.wrong]
    for item in found:  # grows while helpers of helpers are found
        names = {node.id for node in ast.walk(ast.parse(_source(item))) if isinstance(node, ast.Name)}
        helpers = [module[name] for name in sorted(names & set(module))]
        found += [h for h in helpers if getattr(h, "__module__", "") == module["__name__"] and h not in found]
    own = re.sub(rf"(?<![.\w]){mistake.wrong.__name__}\b", mistake.subject, _source(mistake.wrong))
    return "\n\n\n".join([*map(_source, reversed(found[1:])), own])


@cache  # Python reads a whole module for each class
def _source(item):
    """Return the source of a function or class without its decorators."""
    source = textwrap.dedent(inspect.getsource(item))
    return "\n".join(source.splitlines()[ast.parse(source).body[0].lineno - 1 :])


def most_mistakes(unit):
    """Return how many known mistakes the exercise of a unit has that has the most."""
    return max(len(exercise.mistakes) for exercise in examiner.exercises(unit).values())


def pupils(course, mistaken=None):
    """The class: `mistaken` students with mistakes, or so many that each known mistake of the course is made once."""
    most = max(map(most_mistakes, course.units)) if mistaken is None else mistaken
    made = [Pupil("ada", "en", solved), Pupil("jisoo", "ko", solved), Pupil("ben", "en", half)]
    made += [
        Pupil("minho", "ko", half),
        Pupil("cleo", "en", untouched),
        Pupil("damaged", "en", '{"cells": ['),
    ]
    for number in range(most):
        edition = ("en", "ko")[number % 2]
        made.append(Pupil(f"mistake{number + 1:02d}", edition, with_mistakes(number), number))
    return sorted(made, key=lambda pupil: pupil.name)


def submission(course, unit, pupil):
    """Return the text of the notebook that this student hands in."""
    if isinstance(pupil.answers, str):
        return pupil.answers
    notebook = nbformat.read(course.release(unit, pupil.edition), as_version=4)
    answers = pupil.answers(course, unit)
    for cell in notebook.cells:
        role, name = cell.metadata.nnlab.role, cell.metadata.get("nbgrader", {}).get("grade_id")
        if role == "exercise" and name in answers:
            cell.source = answers[name]
        if role == "answer" and pupil.answers is solved:
            cell.source = ESSAYS[pupil.edition]
    return nbformat.writes(notebook)


def write_class(course, units, students, folder):
    """Write the students' notebooks below `folder` (nbgrader's submitted/); return how many."""
    count = 0
    for pupil in students:
        for unit in (unit for unit in units if pupil.hands_in(unit.name)):
            path = folder / pupil.name / unit.name / f"{unit.name}.ipynb"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(submission(course, unit.name, pupil), encoding="utf-8")
            count += 1
    return count
