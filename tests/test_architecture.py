"""The house keeps its order: one-way imports, files that fit in the head, sealed modules."""

import ast
import sys

import pytest
from nnexam import examiner

from tests.conftest import ROOT

ALLOWED = {
    "nnref": {"numpy", "nnref"},
    "nnlab": {"numpy", "matplotlib", "ipywidgets", "threadpoolctl", "IPython", "nnlab"},
    "nnexam": {"numpy", "nnref", "nnlab", "nnexam"},
}
FILES = sorted((ROOT / "lib").rglob("*.py"))


def imported(path):
    """Top-level names of the packages that a file imports, relative imports left out."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield node.module.split(".")[0]


@pytest.mark.parametrize("package", ALLOWED)
def test_imports_go_one_way(package):
    for path in (ROOT / "lib" / package).rglob("*.py"):
        foreign = set(imported(path)) - ALLOWED[package] - sys.stdlib_module_names
        assert not foreign, f"{path} imports {foreign}"


def test_files_fit_in_the_head():
    code = [path for path in [*FILES, *(ROOT / "tests").rglob("*.py")] if path.name != "mistakes.py"]
    assert {path.name: n for path in code if (n := len(path.read_text(encoding="utf-8").splitlines())) > 320} == {}


def test_text_is_read_and_written_as_utf8():
    """Korean Windows would take cp949 otherwise."""
    for path in FILES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in ("read_text", "write_text"):
                keywords = {keyword.arg for keyword in node.keywords}
                assert "encoding" in keywords, f"{path}:{node.lineno} without encoding"


def test_a_unit_is_not_given_what_it_asks_for(repository):
    """No module that a unit gives reaches a name that one of the unit's exercises wants."""
    for unit in repository.units.values():
        asked = {name for exercise in examiner.exercises(unit.name).values() for name in exercise.subjects}
        for module in unit.gives:
            tree = ast.parse((ROOT / "lib" / "nnref" / f"{module}.py").read_text(encoding="utf-8"))
            named = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
            named -= {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}  # only the name is the same
            named |= {node.name for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.ClassDef))}
            assert not asked & named, f"{unit.name} is given {module}, which reaches {asked & named}"
            needed = {node.module for node in tree.body if isinstance(node, ast.ImportFrom)}
            missing = {name.split(".")[1] for name in needed if name.startswith("nnref.")} - set(unit.gives)
            assert not missing, f"{unit.name} is given {module}, which needs {missing} too"


def test_a_check_may_take_as_long_on_a_students_machine_as_in_grading(repository):
    for unit in repository.units.values():
        for name, exercise in examiner.exercises(unit.name).items():
            assert exercise.seconds == unit.limits_of(name)["cell_seconds"], f"{unit.name} {name}"


def test_the_installed_packages_are_those_of_this_repository():
    """`import lib` from the root succeeds as a namespace package and would hide a missing install."""
    import nnlab

    assert str(ROOT / "lib" / "nnlab") in nnlab.__file__
