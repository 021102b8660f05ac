"""Mirrors of MNIST on this machine, and small files to send in place of the real ones."""

import hashlib
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import SimpleNamespace

import numpy as np
import pytest
from nnlab import mnist

from tests.nnref.test_evaluation import idx

TITLES = {name: file.title for name, file in mnist.FILES.items()}
NAME, TITLE = "t10k-labels", TITLES["t10k-labels"]
SMALL = {
    "t10k-images": idx(8, "B", np.arange(30).reshape(5, 2, 3)),
    "t10k-labels": idx(8, "B", [7, 2, 1, 0, 4]),
    "train-images": idx(8, "B", np.arange(42).reshape(7, 2, 3)),
    "train-labels": idx(8, "B", [5, 0, 4, 1, 9, 2, 1]),
}
GOOD = SMALL[NAME]


@pytest.fixture
def alone(tmp_path, monkeypatch):
    """A cache of the test's own, no NNLAB_DATA, no proxy."""
    for name in ("NNLAB_DATA", "NNLAB_CASES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setenv("no_proxy", "*")


@pytest.fixture
def small(alone, monkeypatch):
    """Files of five and seven images in place of the real ones; those of train-images have no digest either."""
    for name, content in SMALL.items():
        shape = tuple(content[i + 3] for i in range(4, 4 + 4 * content[3], 4))
        digest = None if name == "train-images" else hashlib.sha256(content).hexdigest()
        monkeypatch.setitem(mnist.FILES, name, mnist.File(TITLES[name], shape, digest))


@pytest.fixture
def mirrors(alone, monkeypatch):
    """Two mirrors, /a/ and /b/: `answers` by path are bytes or functions of the handler, `asked` is what was wanted."""
    asked, answers = [], {}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            answer = answers.get(self.path)
            if callable(answer):
                answer(self)
            elif answer is None:
                self.send_error(404)
            else:
                send(self, answer)

        def log_message(self, *_):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        url = f"http://127.0.0.1:{server.server_port}"
        monkeypatch.setattr(mnist, "MIRRORS", (f"{url}/a/", f"{url}/b/"))
        yield SimpleNamespace(asked=asked, answers=answers, url=url)
        server.shutdown()


def send(handler, content, length=None):
    handler.send_response(200)
    handler.send_header("Content-Length", str(len(content) if length is None else length))
    handler.end_headers()
    handler.wfile.write(content)


def path(title, mirror="a"):
    return f"/{mirror}/{title}.gz"


def cached():
    """The files in the cache by name, also half ones."""
    folder = mnist.cache_folder()
    return {each.name: each.read_bytes() for each in folder.iterdir()} if folder.is_dir() else {}
