"""Bad input of any kind gets one sentence; nothing is lost."""

import subprocess
import sys

import pytest
from coursekit import grading, sandbox
from coursekit.errors import CourseError

from tests.conftest import ROOT


def coursekit(course, *arguments, **environment):
    import os

    done = subprocess.run(
        [sys.executable, "-m", "coursekit.cli", *arguments],
        cwd=course.root if course else None,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        env={**os.environ, **environment},
    )
    return done.returncode, done.stderr


def one_sentence(said):
    assert "Traceback" not in said and len(said.strip().splitlines()) == 1, said
    return said


@pytest.mark.parametrize("command", [["build"], ["grade"], ["report"], ["figures"], ["audit"]])
def test_a_unit_that_does_not_exist(course, command):
    code, said = coursekit(course, *command, "u77_nothing")
    assert code == 1 and "there is no unit 'u77_nothing'; expected one of" in one_sentence(said)


def test_an_exercise_that_does_not_exist(course):
    course.release("u03_activation", "ko").rename(course.root / "gone")
    code, said = coursekit(course, "audit", "u03_activation")
    assert code == 1 and "u03_activation has no release yet: run 'coursekit build u03_activation' first" in said
    (course.root / "gone").rename(course.release("u03_activation", "ko"))
    code, said = coursekit(course, "audit", "u03_activation/sofmax")
    assert code == 1 and "did you mean 'softmax'?" in one_sentence(said)


def test_audit_by_as_many_draws_as_wanted(course):
    assert coursekit(course, "audit", "--draws", "3", "u03_activation/sigmoid")[0] == 0
    assert coursekit(course, "audit", "--mutate", "--draws", "1", "u03_activation/steps")[0] == 0
    code, said = coursekit(course, "audit", "--draws", "0")
    assert code == 2 and "0 is not in the range" in said


def test_wrong_usage_is_exit_code_2(course):
    assert coursekit(course, "grade", "--jobs", "none")[0] == 2


def test_outside_a_course(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "coursekit.cli", "build"], cwd=tmp_path, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 1 and "no course found in" in one_sentence(done.stderr)


def test_a_syntax_error_in_a_lesson(course):
    path = course.lesson("u03_activation")
    path.write_text(path.read_text(encoding="utf-8") + "\n# %% demo=true\nx = (\n", encoding="utf-8")
    before = course.source("u03_activation").read_bytes()
    code, said = coursekit(course, "build")
    assert code == 1 and "course/units/u03_activation/lesson.py:" in one_sentence(said) and "syntax error" in said
    assert course.source("u03_activation").read_bytes() == before


def test_drift_is_named(course):
    course.release("u02_perceptron", "en").unlink()
    code, said = coursekit(course, "build", "--check")
    assert code == 1 and "release/en/u02_perceptron/u02_perceptron.ipynb" in one_sentence(said)


def submit(course, text="{}"):
    path = course.root / "submitted" / "ada" / "u03_activation" / "u03_activation.ipynb"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_no_bubblewrap_stops_real_grading(course):
    submit(course)
    code, said = coursekit(course, "grade", PATH="/nonexistent")
    assert code == 1 and "found no bubblewrap" in one_sentence(said) and "--no-sandbox" in said
    assert not (course.root / "autograded").exists()


def test_an_unusable_bubblewrap(monkeypatch, tmp_path):
    fake = tmp_path / "bwrap"
    fake.write_text("#!/bin/sh\necho 'bwrap: setting up uid map: Permission denied' >&2\nexit 1\n", encoding="utf-8")
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    sandbox.require_bubblewrap.cache_clear()
    try:
        with pytest.raises(sandbox.SandboxError, match=r"setting up uid map: Permission denied\): install bubblewrap"):
            sandbox.require_bubblewrap()
    finally:
        sandbox.require_bubblewrap.cache_clear()


def test_without_a_sandbox_by_explicit_choice_and_recorded(course):
    submit(course, course.release("u03_activation", "en").read_text(encoding="utf-8"))
    code, said = coursekit(course, "grade", "--no-sandbox", PATH="/usr/bin:/bin")
    assert code == 0, said
    graded = (course.root / "autograded/ada/u03_activation/u03_activation.ipynb").read_text(encoding="utf-8")
    assert "graded without a sandbox" in graded


def test_the_gradebook_of_another_course(course, bubblewrap):
    from nbgrader.api import Gradebook

    submit(course)
    with Gradebook(f"sqlite:///{course.root / 'gradebook.db'}") as gradebook:
        gradebook.add_assignment("physics1")
    before = (course.root / "gradebook.db").read_bytes()
    code, said = coursekit(course, "grade")
    assert code == 1 and "gradebook.db belongs to another course (it has physics1)" in one_sentence(said)
    assert (course.root / "gradebook.db").read_bytes() == before


def test_a_file_that_is_no_gradebook(course, bubblewrap):
    submit(course)
    (course.root / "gradebook.db").write_text("my diary " * 200, encoding="utf-8")
    code, said = coursekit(course, "grade")
    assert code == 1 and "gradebook.db is not a gradebook" in one_sentence(said)
    assert "my diary" in (course.root / "gradebook.db").read_text(encoding="utf-8")


def test_an_unknown_student_and_nothing_to_do(course, bubblewrap):
    submit(course)
    code, said = coursekit(course, "grade", "--student", "nobody")
    assert code == 1 and "there is no folder submitted/nobody; expected one of: ada" in one_sentence(said)
    (course.root / "submitted" / "ada" / "u03_activation").rename(course.root / "elsewhere")
    assert coursekit(course, "grade")[0] == 0


def test_a_read_only_course_folder(course, monkeypatch):
    def refuse(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(grading.os, "open", refuse)
    with pytest.raises(CourseError, match=r".grading-secret cannot be written in .*: Permission denied"):
        grading.load_secret(course)


def test_doctor(repository, bubblewrap):
    code, said = coursekit(repository, "doctor")
    assert code == 0, said


def test_an_old_python_is_told_so(tmp_path):
    """What make and both commands say to a Python before 3.11."""
    old = tmp_path / "old.py"
    old.write_text(
        "import sys\nsys.version_info = (3, 9, 0)\nsys.version = '3.9.0 (old)'\n"
        "import runpy\nrunpy.run_path(sys.argv[1], run_name='__main__')\n",
        encoding="utf-8",
    )
    for tool in ("nnlab", "coursekit"):
        done = subprocess.run(
            [sys.executable, str(old), str(ROOT / "lib" / tool / "cli.py")], capture_output=True, text=True, timeout=60
        )
        assert done.returncode == 1 and "found Python 3.9.0; expected 3.11 or newer" in one_sentence(done.stderr)
