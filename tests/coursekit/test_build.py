"""course/ → source/ → release/: up to date, reproducible, without solutions and outputs."""

import re
import shutil

import nbformat
import pytest
from coursekit import build as building
from coursekit import figures
from coursekit.course import Course
from coursekit.editions import STUBS
from nnexam import examiner

from tests.conftest import ROOT, copy_course


def test_committed_notebooks_are_what_the_course_builds(repository):
    assert building.check(repository, repository.choose(())) == []


def test_two_directories_give_the_same_bytes(tmp_path):
    made = []
    for name in ("one", "two/deeper"):
        course = copy_course(tmp_path / name)
        for top in ("source", "release"):
            shutil.rmtree(course.root / top)
        paths = building.build(course, course.choose(()))
        made.append({path: (course.root / path).read_bytes() for path in paths})
    assert made[0] == made[1] and len(made[0]) == 3 * len(course.units)


def test_check_names_a_stale_and_a_foreign_file(course):
    path = course.release("u03_activation", "ko")
    path.write_bytes(path.read_bytes() + b" ")
    (course.root / "source" / "u99" / "u99.ipynb").parent.mkdir()
    (course.root / "source" / "u99" / "u99.ipynb").write_text("{}", encoding="utf-8")
    stale = [str(p) for p in building.check(course, course.choose(()))]
    assert stale == ["release/ko/u03_activation/u03_activation.ipynb", "source/u99/u99.ipynb"]


@pytest.mark.parametrize("unit", Course(ROOT).units)
@pytest.mark.parametrize("edition", ["en", "ko"])
def test_release(repository, unit, edition):
    notebook = nbformat.read(repository.release(unit, edition), as_version=4)
    nbformat.validate(notebook)
    ids = [cell.id for cell in notebook.cells]
    assert len(set(ids)) == len(ids)
    text = "\n".join(cell.source for cell in notebook.cells)
    assert "SOLUTION" not in text and not any(c.get("outputs") for c in notebook.cells)
    assert f'lang="{edition}"' in text and STUBS[edition][0].splitlines()[0] in text
    other = {"en": "ko", "ko": "en"}[edition]
    assert STUBS[other][0].splitlines()[0] not in text
    # an English text may quote Korean words, as u22 does, but it has no Korean sentence and no cell mostly in Hangul
    korean = [c.id for c in notebook.cells if re.search("니다[.:]", c.source)]
    korean += [
        c.id for c in notebook.cells if len(re.findall("[가-힣]", c.source)) > len(re.findall("[A-Za-z]", c.source))
    ]
    assert bool(korean) == (edition == "ko")
    checks = {c.id.removeprefix("check_"): c for c in notebook.cells if c.metadata.nnlab.role == "check"}
    exercises = examiner.exercises(unit)
    assert list(checks) == list(exercises)
    for name, cell in checks.items():
        assert cell.metadata.nbgrader.points == exercises[name].points
        assert cell.metadata.tags == ["raises-exception"] and cell.metadata.editable is False
    total = sum(c.metadata.nbgrader.get("points", 0) for c in notebook.cells if "nbgrader" in c.metadata)
    assert total == sum(e.points for e in exercises.values()) + 3
    demos = [c for c in notebook.cells if c.metadata.nnlab.role == "demo"]
    assert demos and all(c.metadata.tags == ["raises-exception"] for c in demos), "Run All goes on"
    pictures = [c for c in notebook.cells if "attachment:" in c.source]
    assert pictures and all("![" in c.source and "![]" not in c.source and c.attachments for c in pictures)


def test_points_are_those_of_the_curriculum():
    totals = {u: sum(e.points for e in examiner.exercises(u).values()) for u in ("u02_perceptron", "u03_activation")}
    assert totals == {"u02_perceptron": 24, "u03_activation": 20}


def test_figures_are_drawn_by_the_lesson(course):
    unit = "u03_activation"
    old = {path.name for path in course.lesson(unit).parent.glob("*.png")}
    for path in course.lesson(unit).parent.glob("*.png"):
        path.unlink()
    made = figures.draw(course, unit)
    assert {path.name for path in made} == old
    assert all((course.root / path).stat().st_size < 150_000 for path in made)


def test_a_missing_picture_says_how_to_make_it(course):
    (course.lesson("u03_activation").parent / "curves.png").unlink()
    with pytest.raises(building.CourseError, match=r"curves.png is missing; make it with 'coursekit figures'"):
        building.build(course, course.choose(["u03_activation"]))


def test_an_unknown_unit_and_no_course(course, tmp_path_factory):
    with pytest.raises(building.CourseError, match="there is no unit 'u77'; expected one of: u00_setup"):
        course.choose(["u77"])
    with pytest.raises(building.CourseError, match="no course found in"):
        Course.find(tmp_path_factory.mktemp("elsewhere"))


def test_a_damaged_course_toml(course):
    (course.root / "course" / "course.toml").write_text("units = [", encoding="utf-8")
    with pytest.raises(building.CourseError, match=r"course/course.toml cannot be read"):
        Course(course.root).choose(())


def test_a_read_only_folder(course, monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    path = course.release("u03_activation", "ko")
    path.unlink()
    monkeypatch.setattr(shutil, "copyfile", refuse)
    with pytest.raises(building.CourseError, match="cannot be written: Permission denied; make the folder writable"):
        building.build(course, course.choose(["u03_activation"]))
