"""Where MNIST comes from, and what is said where it does not. No test needs the internet."""

import errno
import gzip
import os
import subprocess
import sys

import numpy as np
import pytest
from coursekit.doctor import examine_machine
from nnlab import data, mnist

from tests.nnlab.conftest import GOOD, NAME, SMALL, TITLE, TITLES, cached, path
from tests.nnref.test_evaluation import MNIST

REAL = pytest.mark.skipif(not MNIST.exists(), reason=f"{MNIST} is not there")


@REAL
def test_the_real_images_from_a_mirror_then_from_the_cache(mirrors):
    for title in (TITLES["t10k-images"], TITLE):
        mirrors.answers[path(title)] = (MNIST / f"{title}.gz").read_bytes()
    for _ in range(2):
        X, y, name = data.mnist_or_digits()
        assert name == "MNIST" and X.shape == (10000, 784) and X.dtype == np.float64 and y.dtype == np.int64
        assert X.min() == 0 and X.max() == 1 and y[:5].tolist() == [7, 2, 1, 0, 4]
        assert 255 * X[0].sum() == pytest.approx(sum(data.mnist_file("t10k-images")[16 : 16 + 784]))
    assert mirrors.asked == [path(TITLES["t10k-images"]), path(TITLE)]


@REAL
@pytest.mark.parametrize("compressed", [True, False])
def test_the_real_images_from_a_folder(mirrors, tmp_path, monkeypatch, compressed):
    for title in (TITLES["t10k-images"], TITLE):
        raw = (MNIST / f"{title}.gz").read_bytes()
        (tmp_path / (f"{title}.gz" if compressed else title)).write_bytes(raw if compressed else gzip.decompress(raw))
    monkeypatch.setenv("NNLAB_DATA", str(tmp_path))
    X, y, name = data.mnist_or_digits()
    assert name == "MNIST" and X.shape == (10000, 784) and np.bincount(y)[:3].tolist() == [980, 1135, 1032]
    assert mirrors.asked == [] and cached() == {}


@pytest.mark.parametrize("name", SMALL)
def test_every_file_is_kept_as_it_came(small, mirrors, name, capsys):
    sent = mirrors.answers[path(TITLES[name])] = gzip.compress(SMALL[name])
    assert data.mnist_file(name) == data.mnist_file(name) == SMALL[name]
    assert cached() == {f"{TITLES[name]}.gz": sent} and len(mirrors.asked) == 1
    assert capsys.readouterr().out == ""  # nobody watches, so there is no progress


def test_both_parts_as_arrays(small, mirrors):
    for name, content in SMALL.items():
        mirrors.answers[path(TITLES[name])] = gzip.compress(content)
    for part, N in (("t10k", 5), ("train", 7)):
        X, y, name = data.mnist_or_digits(part)
        np.testing.assert_array_equal(X, np.arange(6 * N).reshape(N, 6) / 255)
        assert name == "MNIST" and y.tolist() == list(SMALL[f"{part}-labels"][8:])


def test_a_damaged_file_in_the_cache_is_downloaded_again(small, mirrors):
    sent = mirrors.answers[path(TITLE)] = gzip.compress(GOOD)
    mnist.cache_folder().mkdir()
    for damaged in (sent[:-3], b"", GOOD[:-1] + b"\0", gzip.compress(SMALL["train-labels"])):
        (mnist.cache_folder() / f"{TITLE}.gz").write_bytes(damaged)
        assert data.mnist_file(NAME) == GOOD and cached() == {f"{TITLE}.gz": sent}
    assert len(mirrors.asked) == 4


WRONG = {
    "no folder": (
        lambda folder: folder.rmdir(),
        "NNLAB_DATA is {}, which is no folder; set it to",
        "폴더가 없습니다({})",
    ),
    "a file": (
        lambda folder: (folder.rmdir(), folder.write_bytes(GOOD)),
        "NNLAB_DATA is {}, which is no folder; set it to",
        "폴더가 없습니다({})",
    ),
    "empty": (
        lambda folder: None,
        f"found no {TITLE}.gz in {{}} (NNLAB_DATA); put it there, or unset NNLAB_DATA",
        f"{{}}에 {TITLE}.gz 파일이 없습니다",
    ),
    "damaged": (
        lambda folder: (folder / TITLE).write_bytes(GOOD[:-1]),
        f"{{}}/{TITLE} cannot be used: found only 12 bytes, expected 13 and the end of the file; replace it, or unset",
        "13바이트여야 하는데 12바이트에서 끊겼습니다",
    ),
    "unreadable": (
        lambda folder: (folder / f"{TITLE}.gz").mkdir(),
        f"{{}}/{TITLE}.gz cannot be used: Is a directory; replace it, or unset NNLAB_DATA to download it",
        f"{{}}/{TITLE}.gz 파일을 쓸 수 없습니다(Is a directory)",
    ),
}


@pytest.mark.parametrize("kind", WRONG)
def test_a_wrong_folder_is_said_and_nothing_is_downloaded(small, mirrors, tmp_path, monkeypatch, kind):
    make, en, ko = WRONG[kind]
    folder = tmp_path / "given"
    folder.mkdir()
    make(folder)
    monkeypatch.setenv("NNLAB_DATA", str(folder))
    with pytest.raises(data.DataError) as error:
        data.mnist_file(NAME)
    assert en.format(folder) in str(error.value) and ko.format(folder) in error.value.in_("ko")
    assert "\n" not in str(error.value) + error.value.in_("ko") and mirrors.asked == []


def full(tmp_path, monkeypatch):
    def fail(*_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "replace", fail)
    return "No space left on device"


def a_file_in_its_place(tmp_path, monkeypatch):
    (tmp_path / "nnlab").write_bytes(b"mine")
    return "File exists"


def no_home(tmp_path, monkeypatch):
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setattr(os.path, "expanduser", lambda text: text)
    return {"en": "found no home folder", "ko": "홈 폴더가 없습니다"}


@pytest.mark.parametrize("lang", ["en", "ko"])
@pytest.mark.parametrize("disk", [full, a_file_in_its_place, no_home])
def test_what_cannot_be_kept_is_returned_all_the_same(small, mirrors, tmp_path, monkeypatch, capsys, disk, lang):
    why = disk(tmp_path, monkeypatch)
    mirrors.answers[path(TITLE)] = gzip.compress(GOOD)
    assert data.mnist_file(NAME, lang=lang) == GOOD
    said = capsys.readouterr().out
    assert (why[lang] if isinstance(why, dict) else why) in said and said.count("\n") == 1
    assert {"en": "next time it is downloaded again", "ko": "다음에 다시 내려받습니다."}[lang] in said
    assert list(tmp_path.rglob("*ubyte*")) == []  # nothing half either


@pytest.mark.parametrize(
    ("platform", "variable", "value", "expected"),
    [
        ("linux", "XDG_CACHE_HOME", "/caches", "/caches/nnlab"),
        ("linux", "XDG_CACHE_HOME", "relative", "/home/ada/.cache/nnlab"),
        ("darwin", "XDG_CACHE_HOME", "", "/home/ada/.cache/nnlab"),
        ("win32", "LOCALAPPDATA", "/local", "/local/nnlab"),
    ],
)
def test_the_cache_lies_where_the_system_wants_it(monkeypatch, platform, variable, value, expected):
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setenv("HOME", "/home/ada")
    monkeypatch.setenv(variable, value)
    assert str(mnist.cache_folder()) == expected


def test_while_grading_nothing_is_asked_for(small, mirrors, monkeypatch, capsys):
    monkeypatch.setenv("NNLAB_CASES", "cases")
    assert data.mnist_or_digits()[2] == "digits" and mirrors.asked == []
    assert capsys.readouterr().out == (
        "MNIST is not there while a submission is graded; use data.digits(); so the 1,797 digits are used\n"
    )


def test_unknown_names():
    with pytest.raises(
        ValueError, match="^mnist_file: found the name 'test'; expected one of: t10k-images, t10k-labels, "
    ):
        data.mnist_file("test")
    with pytest.raises(ValueError, match="^mnist_or_digits: found the part 'test'; expected one of: t10k, train$"):
        data.mnist_or_digits("test")


def test_the_import_brings_no_network_with_it():
    code = "import sys, nnlab; print({'urllib.request', 'http.client', 'ssl'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.stdout == "set()\n"


def test_the_doctor_looks_and_does_not_download(small, mirrors, repository, tmp_path, monkeypatch):
    def line():
        return next((found, good) for name, found, good in examine_machine(repository) if name == "MNIST")

    assert line() == ("not at hand: downloaded when first used, or set NNLAB_DATA to a folder with its files", True)
    mnist.cache_folder().mkdir()
    (mnist.cache_folder() / f"{TITLE}.gz").write_bytes(gzip.compress(GOOD))
    assert line() == (f"t10k-labels in {tmp_path / 'nnlab'}", True)
    folder = tmp_path / "given"
    folder.mkdir()
    monkeypatch.setenv("NNLAB_DATA", str(folder))
    assert line() == (f"none of its files in {folder}: put them there, or unset NNLAB_DATA", False)
    (folder / TITLE).write_bytes(GOOD[:-1])
    found, good = line()
    assert not good and "found only 12 bytes, expected 13" in found and mirrors.asked == []
