"""nnlab start: a student's own copy, never overwritten."""

import shutil

import pytest
from nnlab import cli


@pytest.fixture
def here(course, monkeypatch):
    monkeypatch.chdir(course.root)
    return course.root


def test_start_copies_and_never_overwrites(here, capsys):
    assert cli.main(["start", "u03_activation", "--lang", "ko", "--no-open"]) == 0
    copy = here / "work" / "ko" / "u03_activation" / "u03_activation.ipynb"
    assert copy.read_bytes() == (here / "release/ko/u03_activation/u03_activation.ipynb").read_bytes()
    copy.write_text("my work", encoding="utf-8")
    assert cli.main(["start", "--lang", "ko", "--no-open"]) == 0
    assert copy.read_text(encoding="utf-8") == "my work"
    assert (here / "work" / "ko" / "u02_perceptron" / "u02_perceptron.ipynb").is_file()
    assert "your copy stays as it is" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["start", "u99", "--no-open"], "there is no unit 'u99'; expected one of: u00_setup, u01_neuron, u02_perc"),
        (["start", "--lang", "fr", "--no-open"], "there is no edition 'fr'; expected one of: en, ko"),
    ],
)
def test_bad_input_is_one_sentence(here, capsys, arguments, sentence):
    assert cli.main(arguments) == 1
    said = capsys.readouterr().err
    assert sentence in said and said.count("\n") == 1


def test_outside_a_course(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert cli.main(["start"]) == 1
    assert "found no course" in capsys.readouterr().err


def test_a_read_only_folder(here, monkeypatch, capsys):
    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(shutil, "copyfile", refuse)
    assert cli.main(["start", "--no-open"]) == 1
    assert "cannot be written: Permission denied" in capsys.readouterr().err
