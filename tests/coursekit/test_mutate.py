"""Mutants: every kind of small change is tried, in the solution alone, and survivors are reported."""

import ast

import pytest
from coursekit import audit
from coursekit.mutate import mutants
from nnexam import examiner

SOURCE = '''
def f(x, w, eta=0.5):
    """A docstring with 1 + 1."""
    limit = 3
    ### BEGIN SOLUTION
    w = w.copy()
    w += eta * (x.T @ w - 2)
    for i in range(1, limit):
        if x[i:].sum(axis=1) > 0 and not w[0] == -1:
            break
    if limit != 3:
        raise ValueError("found " + str(limit))
    return np.maximum(w, x), -x.mean(axis=0, keepdims=True)
    ### END SOLUTION
'''
MUTANTS = {mutant.name: mutant for mutant in mutants(SOURCE)}


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("operator", "x.T @ w - 2 -> x.T @ w + 2"),
        ("comparison", "x[i:].sum(axis=1) > 0 -> x[i:].sum(axis=1) >= 0"),
        ("axis", "1 -> 0 #2"),
        ("sign", "-x.mean(axis=0, keepdims=True) -> x.mean(axis=0, keepdims=True)"),
        ("constant", "2 -> 3"),
        ("dropped term", "x.T @ w - 2 -> x.T @ w"),
        ("exchanged operands", "x.T @ w -> w @ x.T"),
        ("exchanged arguments", "np.maximum(w, x) -> np.maximum(x, w)"),
        ("exchanged results", "return (np.maximum(w, x), -x.mean(axis=0, keepdims=True)) -> return "
         "(-x.mean(axis=0, keepdims=True), np.maximum(w, x))"),
        ("off by one", "1 -> 2"),
        ("missing copy", "w.copy() -> w"),
        ("transpose", "x.T -> x"),
        ("keyword", "x.mean(axis=0, keepdims=True) -> x.mean(axis=0)"),
        ("another function", "np.maximum(w, x) -> np.minimum(w, x)"),
        ("condition", "limit != 3 -> False"),
        ("statement", "w = w.copy() -> pass"),
        ("in place", "w += eta * (x.T @ w - 2) -> w = w + eta * (x.T @ w - 2)"),
        ("slice", "i: -> :"),
        ("loop", "break -> continue"),
        ("not", "not w[0] == -1 -> w[0] == -1"),
        ("and", "x[i:].sum(axis=1) > 0 and (not w[0] == -1) -> x[i:].sum(axis=1) > 0"),
    ],
)  # fmt: skip
def test_kinds_of_mutants(kind, name):
    assert name in MUTANTS, kind


def test_mutants_are_programs_that_differ_in_the_solution_only():
    sources = {mutant.source for mutant in MUTANTS.values()}
    assert len(sources) > 50 and ast.unparse(ast.parse(SOURCE)) not in sources
    for mutant in MUTANTS.values():
        assert "A docstring with 1 + 1." in mutant.source and "limit = 3" in mutant.source
        assert "eta=0.5" in mutant.source and "'found ' + str(limit)" in mutant.source or "False" in mutant.name
        assert 6 <= mutant.line <= 13


def test_a_survivor_is_reported_and_a_wrong_excuse_too(repository, monkeypatch):
    exercise = examiner.exercise("u03_activation", "softmax")
    cases = exercise.cases
    monkeypatch.setattr(exercise, "cases", lambda rng: cases(rng)[1:2])  # one row only: the axis cannot matter
    monkeypatch.setattr(exercise, "equivalents", {"no -> mutant": "a reason"})
    result = audit.audit_mutants(repository, "u03_activation", "softmax")
    assert result.row[3] == result.made - result.caught > 0
    assert any("earns full marks" in problem for problem in result.problems)
    assert result.problems[-1] == "no -> mutant is listed as equivalent, and is no mutant"


def test_a_mutant_that_never_ends_is_caught(repository, monkeypatch):
    monkeypatch.setattr(audit, "MUTANT_SECONDS", 0.2)
    draws = audit._draws(examiner.exercise("u03_activation", "tanh"), 1)
    stuck = next(mutants("def tanh(x):\n    while True:\n        x = x + 1\n    return 7"))
    assert not audit._survives(draws, stuck, {})
