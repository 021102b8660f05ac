"""Every check is proven against its known mistakes; and the audit itself notices when one fails."""

import ast
import builtins
from dataclasses import replace
from importlib import import_module

import nbformat
import numpy as np
import pytest
from coursekit import audit as auditing
from coursekit.classroom import _source, mistake_source
from coursekit.course import Course
from nnexam import examiner
from nnexam.model import Aspect, Case, Exercise, Text, call

from tests.conftest import ROOT
from tests.course.curriculum import WANTED

PAIRS = [(u, n) for u in Course(ROOT).units for n in examiner.exercises(u)]


@pytest.mark.parametrize(("unit", "name"), PAIRS)
def test_exercise(repository, unit, name):
    result = next(auditing.audit(repository, unit, [name]))
    assert result.problems == []
    assert result.caught == result.diagnosed == result.mistakes >= 3
    assert result.alternatives >= 1


@pytest.mark.parametrize(("unit", "name"), PAIRS)
def test_mutants(repository, unit, name):
    """Every small change of a solution loses points, or is listed as right with its reason."""
    result = auditing.audit_mutants(repository, unit, name)
    assert result.problems == []
    assert result.made >= 1 and result.caught + result.equivalent == result.made


def test_known_mistakes_of_the_curriculum_are_there():
    """Each line of the curriculum has its mistakes; advice is exempt."""
    assert [(unit, name) for unit, names in WANTED.items() for name in names] == PAIRS
    for unit, names in WANTED.items():
        for name, wanted in names.items():
            assert set(wanted.split()) <= {mistake.name for mistake in examiner.exercise(unit, name).mistakes}, name


def test_a_mistake_stands_by_itself(repository):
    """The demonstration copies its source into a notebook, where it has only the names of that notebook."""
    for unit in repository.units:
        known = {*auditing._stubs(repository, unit, "en"), *dir(builtins)}
        for mistake in (m for exercise in examiner.exercises(unit).values() for m in exercise.mistakes):
            module = vars(import_module(mistake.wrong.__module__))
            tree = ast.parse(mistake_source(mistake))
            used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)} & set(module)
            used -= {node.name for node in tree.body if isinstance(node, (ast.FunctionDef, ast.ClassDef))}
            assert used <= known, f"{unit} {mistake.name} needs {used - known}"
            own = ast.parse(_source(mistake.wrong))
            if isinstance(own.body[0], ast.FunctionDef):  # a class may inherit from the right one of the same name
                called = {node.id for node in ast.walk(own) if isinstance(node, ast.Name)}
                assert mistake.subject not in called, f"{unit} {mistake.name} would call itself in a notebook"


def weak_exercise():
    """An exercise with a check that cannot tell a mistake from the truth."""
    aspects = (Aspect("values", 1, Text("values", "값")),)
    exercise = Exercise("square", ("square",), aspects, lambda rng: [Case("values", call("square", np.ones(2)))], {})
    exercise.reference["square"] = lambda x: x**2
    exercise.mistake("cube", "세제곱")(lambda x: x**3)
    return exercise


def draws(exercise):
    return auditing._draws(exercise, auditing.DRAWS)


def test_the_audit_notices_a_check_that_a_mistake_passes():
    result = auditing.Audited("u", "square", 1, 1)
    auditing._mistakes(draws(weak_exercise()), result)
    assert result.caught == 0 and "earns full marks" in result.problems[0]


def test_the_audit_notices_points_that_hang_on_the_draw():
    def lucky(rng):
        return [Case("values", call("square", np.full(2, float(rng.integers(1, 3)))))]

    exercise = replace(weak_exercise(), cases=lucky)
    result = auditing.Audited("u", "square", 1, 1)
    auditing._mistakes(draws(exercise), result)
    assert any("now more, now less: 0 (seed 0), 1 (seed" in problem for problem in result.problems)


def test_the_audit_notices_a_check_that_refuses_a_right_answer():
    assert "earns 0 of 1" in auditing._right(draws(weak_exercise()), "alternative 1", {"square": lambda x: 2 * x})[0]
    assert auditing._right(draws(weak_exercise()), "alternative 1", {"square": lambda x: x * x}) == []


def test_the_audit_notices_a_leak(course):
    path = course.release("u03_activation", "ko")
    notebook = nbformat.read(path, as_version=4)
    solution = auditing.solutions(course, "u03_activation")["softmax"]
    line = next(text.strip() for text in solution.splitlines() if text.strip().startswith("return"))
    notebook.cells[1].source += f"\n\n    {line}"
    nbformat.write(notebook, path)
    assert line in auditing.leaks(course, "u03_activation", "softmax", "ko")[0]
    assert auditing.leaks(course, "u03_activation", "softmax", "en") == []
