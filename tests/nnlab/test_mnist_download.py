"""MNIST from mirrors that send it, or something else, or nothing. No test needs the internet."""

import gzip
import hashlib
import io
import socket
import subprocess
import sys
import threading
import tracemalloc
from urllib import request

import pytest
from jupyter_client.manager import start_new_kernel
from nnlab import data, mnist

from tests.nnlab.conftest import GOOD, NAME, SMALL, TITLE, TITLES, cached, path, send


def hang_up(handler):
    handler.close_connection = True


OTHER, DIGEST = GOOD[:-1] + b"\5", hashlib.sha256(GOOD).hexdigest()
DAMAGED = {
    "not there": (None, "HTTP 404"),
    "hangs up": (hang_up, "Remote end closed connection without response"),
    "no HTTP": (lambda handler: handler.wfile.write(b"MNIST " + 1000 * b"x" + b"\r\nnever heard of\r\n"), "MNIST xxx"),
    "truncated": (gzip.compress(GOOD)[:-12], "found only "),
    "without its end": (gzip.compress(GOOD)[:-4], "found only 13 bytes, expected 13 and the end of the file"),
    "broken off": (lambda handler: send(handler, GOOD[:9], len(GOOD)), "found only 9 bytes, expected 13 and the end"),
    "empty": (b"", "found only 0 bytes, expected 13"),
    "too long": (GOOD + b"\0", "found more than the expected 13 bytes"),
    "endless": (b"\0" * 2**17, f"found more than {13 + mnist.MARGIN} bytes"),
    "another check sum": (GOOD[:-1] + b"\5", f"found the SHA-256 {hashlib.sha256(GOOD[:-1] + bytes([5])).hexdigest()}"),
    "another file": (
        SMALL["train-labels"][:8] + GOOD[8:],
        "found the header 0000080100000007, expected 0000080100000005",
    ),
    "gzip's own check sum": (gzip.compress(GOOD)[:-8] + bytes(8), "found damaged gzip data (Error -3"),
    "a web page": (b"\n<!DOCTYPE html><title>Log in</title>", "found a web page, expected data"),
}


@pytest.mark.parametrize("kind", DAMAGED)
def test_a_mirror_that_sends_something_else_is_left_for_the_next(small, mirrors, kind):
    answer, sentence = DAMAGED[kind]
    mirrors.answers[path(TITLE)] = answer
    with pytest.raises(data.DataError) as error:
        data.mnist_file(NAME)
    said = str(error.value)
    assert sentence in said and "t10k-labels of MNIST could not be downloaded (127.0.0.1:" in said
    assert "set NNLAB_DATA to a folder with t10k-labels-idx1-ubyte.gz, or use data.digits()" in said
    assert "\n" not in said and said.count("127.0.0.1:") == 2 and cached() == {}
    mirrors.answers[path(TITLE, "b")] = gzip.compress(GOOD)
    assert data.mnist_file(NAME) == GOOD
    assert mirrors.asked == 2 * [path(TITLE), path(TITLE, "b")]


def test_train_images_have_no_digest_but_header_and_size(small, mirrors):
    content = SMALL["train-images"]
    for wrong in (content[:7] + b"\6" + content[8:], content[:-1], content + b"\0"):
        mirrors.answers[path(TITLES["train-images"])] = gzip.compress(wrong)
        with pytest.raises(data.DataError):
            data.mnist_file("train-images")


def test_a_gzip_bomb_is_not_unpacked(small, mirrors):
    mirrors.answers[path(TITLE)] = gzip.compress(bytes(50 * 2**20))
    tracemalloc.start()
    try:
        with pytest.raises(data.DataError, match="found more than the expected 13 bytes"):
            data.mnist_file(NAME)
        assert tracemalloc.get_traced_memory()[1] < 10 * 2**20
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(("constant", "sentence"), [("TIMEOUT", "timed out"), ("PATIENCE", "too slow, ")])
def test_a_slow_mirror_is_left(small, mirrors, monkeypatch, constant, sentence):
    """It sends a byte and is silent, or goes on with a byte now and then."""
    over = threading.Event()

    def drip(handler):
        send(handler, b"\0", 10_000)
        while constant == "PATIENCE" and not over.wait(0.02):
            handler.wfile.write(b"\0")
        over.wait(60)

    monkeypatch.setattr(mnist, constant, 0.2)
    mirrors.answers[path(TITLE)] = drip
    mirrors.answers[path(TITLE, "b")] = gzip.compress(GOOD)
    try:
        assert data.mnist_file(NAME) == GOOD
        (mnist.cache_folder() / f"{TITLE}.gz").unlink()
        del mirrors.answers[path(TITLE, "b")]
        with pytest.raises(data.DataError, match=sentence):
            data.mnist_file(NAME)
    finally:
        over.set()


def refused(monkeypatch):
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        monkeypatch.setattr(mnist, "MIRRORS", (f"http://127.0.0.1:{unused.getsockname()[1]}/",))
    return "Connection refused"


def nameless(monkeypatch):
    def fail(*_, **__):
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    return "storage.googleapis.com: Name or service not known; ossci-datasets.s3.amazonaws.com: Name or "


@pytest.mark.parametrize("way", [refused, nameless])
def test_without_a_network_the_digits_are_used_and_it_is_said(alone, monkeypatch, capsys, way):
    sentence = way(monkeypatch)
    for lang, cannot, instead in (
        ("en", "could not be downloaded", "; so the 1,797 digits are used\n"),
        ("ko", "파일을 내려받지 못했습니다", "이번에는 손글씨 숫자 1,797개를 대신 씁니다.\n"),
    ):
        X, y, name = data.mnist_or_digits(lang=lang)
        said = capsys.readouterr().out
        assert name == "digits" and X.shape == (1797, 64) and y.shape == (1797,)
        assert sentence in said and cannot in said and said.endswith(instead) and said.count("\n") == 1


def test_two_processes_at_once(small, mirrors):
    """Both ask before either is answered; each has the data, and the cache one whole file."""
    both = threading.Barrier(2, timeout=60)
    sent = gzip.compress(GOOD)

    def answer(handler):
        both.wait()
        send(handler, sent)

    mirrors.answers[path(TITLE)] = answer
    code = (
        f"from nnlab import mnist; mnist.MIRRORS = ({mirrors.url + '/a/'!r},); mnist.FILES[{NAME!r}] = "
        f"mnist.File({TITLE!r}, (5,), {DIGEST!r}); print(mnist.mnist_file({NAME!r}).hex())"
    )
    pair = [subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) for _ in range(2)]
    assert [process.communicate(timeout=120)[0] for process in pair] == 2 * [GOOD.hex() + "\n"]
    assert len(mirrors.asked) == 2 and cached() == {f"{TITLE}.gz": sent}


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_a_terminal_shows_the_progress_in_one_line(mirrors, monkeypatch):
    content = bytes(200_000)
    monkeypatch.setitem(mnist.FILES, NAME, mnist.File(TITLE, (200_000,), None))
    mirrors.answers[path(TITLE, "b")] = mnist.FILES[NAME].header + content
    monkeypatch.setattr(sys, "stdout", Terminal())
    data.mnist_file(NAME)
    shown = [line.rstrip() for line in sys.stdout.getvalue().split("\r")[1:]]
    kilobytes = [int(line.removeprefix("t10k-labels: ").removesuffix(" / 200 KB")) for line in shown]
    assert len(shown) > 2 and kilobytes == sorted(set(kilobytes)) and kilobytes[-1] == 200
    assert sys.stdout.getvalue().count("\n") == 1 and sys.stdout.getvalue().endswith("\n")


def test_a_notebook_shows_the_progress(small, mirrors):
    mirrors.answers[path(TITLE)] = GOOD
    manager, client = start_new_kernel(kernel_name="python3")
    said = []
    try:
        client.execute_interactive(
            f"from nnlab import data, mnist; mnist.MIRRORS = ({mirrors.url + '/a/'!r},); mnist.FILES[{NAME!r}] = "
            f"mnist.File({TITLE!r}, (5,), None); data.mnist_file({NAME!r})",
            timeout=120,
            output_hook=lambda message: said.append(message["content"].get("text", "")),
        )
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
    assert "".join(said).rstrip() == "\rt10k-labels: 0 / 0 KB".ljust(41).rstrip()


def test_mirrors_speak_https_and_lead_nowhere_else(monkeypatch):
    assert len(mnist.MIRRORS) > 1 and all(mirror.startswith("https://") for mirror in mnist.MIRRORS)

    class Response(io.BytesIO):
        url, length = "http://elsewhere.example/t10k-labels-idx1-ubyte.gz", None

    monkeypatch.setattr(request, "urlopen", lambda *_, **__: Response(GOOD))
    with pytest.raises(OSError, match="^the address leads away from https$"):
        mnist._fetch("https://mirror.example/", 100, print)
