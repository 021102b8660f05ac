"""Real MNIST: its four IDX files from a folder, the cache or a download, and checked wherever they come from.

Source: Y. LeCun, C. Cortes, C. Burges, "The MNIST database of handwritten digits", 1998. The files are no part of this
project: each machine has its own copy of them.
"""

import os
import sys
import time
from contextlib import contextmanager
from math import prod
from pathlib import Path
from typing import NamedTuple

import numpy as np

from nnlab.unit import CASES_FOLDER

# urllib, hashlib, zlib and tempfile are imported where they are needed: every notebook imports this module

FOLDER = "NNLAB_DATA"
MIRRORS = (
    "https://storage.googleapis.com/cvdf-datasets/mnist/",
    "https://ossci-datasets.s3.amazonaws.com/mnist/",
    "https://raw.githubusercontent.com/fgnt/mnist/master/",
)
TIMEOUT = 10  # seconds that a mirror may be silent
PATIENCE = 300  # seconds that one file may take from one mirror
MARGIN = 2**16  # bytes by which numbers that cannot be compressed grow in gzip, and more


class File(NamedTuple):
    """One of the files: its name as published, the lengths of its axes, its SHA-256 (decompressed) if known."""

    title: str
    shape: tuple
    sha256: str | None

    @property
    def header(self):
        """The bytes before the numbers: the type (8, unsigned bytes), the number of axes, the length of each."""
        return bytes([0, 0, 8, len(self.shape)]) + b"".join(n.to_bytes(4, "big") for n in self.shape)

    @property
    def size(self):
        return len(self.header) + prod(self.shape)


FILES = {
    "t10k-images": File(
        "t10k-images-idx3-ubyte", (10000, 28, 28), "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"
    ),
    "t10k-labels": File(
        "t10k-labels-idx1-ubyte", (10000,), "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"
    ),
    "train-images": File("train-images-idx3-ubyte", (60000, 28, 28), None),  # held to its header, size and gzip's sum
    "train-labels": File(
        "train-labels-idx1-ubyte", (60000,), "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"
    ),
}


class DataError(Exception):
    """MNIST cannot be had here; str() is one English sentence, in_("ko") says the same in Korean."""

    def __init__(self, en, ko):
        super().__init__(en)
        self.ko = ko

    def in_(self, lang):
        return _in(lang, str(self), self.ko)


def mnist_file(name, lang="en"):
    """Return the bytes of a file of MNIST, decompressed: a header, then the numbers, in the IDX format.

    name : "t10k-images" (10,000 images of 28×28 pixels), "t10k-labels", "train-images" (60,000) or "train-labels".
    lang : "en" or "ko", the language of what is printed.

    The file comes from the folder that the environment variable NNLAB_DATA names; where it is not set, from the cache,
    or from the network, once. Raises DataError where it cannot be had, ValueError for another name.
    """
    if name not in FILES:
        raise ValueError(f"mnist_file: found the name {name!r}; expected one of: {', '.join(FILES)}")
    if found := stored(name):
        return found[1]
    file, folder = FILES[name], data_folder()
    if folder is not None:
        raise DataError(
            f"found no {file.title}.gz in {folder} ({FOLDER}); put it there, or unset {FOLDER} to download it",
            f"{FOLDER}로 지정한 폴더 {folder}에 {file.title}.gz 파일이 없습니다. 파일을 그 폴더에 두거나, {FOLDER}를 "
            "지우고 내려받으십시오.",
        )
    raw, data = _download(name, file)
    _keep(raw, file, lang)
    return data


def mnist_or_digits(part="t10k", lang="en"):
    """Return MNIST as X, y, "MNIST", or where it cannot be had, having said so, the 1,797 digits as X, y, "digits".

    part : "t10k", the N = 10,000 images to test with, or "train", the N = 60,000 to learn from (X takes 376 MB).
    lang : "en" or "ko", the language of what is printed.
    Returns X (N, 784) float64 with grey values from 0 to 1, rows of the image one after the other, and y (N,) int64
    with the digit that was written; of the digits X is (1797, 64). Raises ValueError for another part.
    """
    if part not in ("t10k", "train"):
        raise ValueError(f"mnist_or_digits: found the part {part!r}; expected one of: t10k, train")
    try:
        images, labels = (mnist_file(f"{part}-{kind}", lang) for kind in ("images", "labels"))
    except DataError as error:
        from nnlab.data import digits  # here: nnlab.data itself imports this module

        instead = _in(lang, "; so the 1,797 digits are used", " 이번에는 손글씨 숫자 1,797개를 대신 씁니다.")
        print(error.in_(lang) + instead)
        return *digits(), "digits"
    X, y = (np.frombuffer(data, np.uint8, offset=4 + 4 * data[3]) for data in (images, labels))
    return X.reshape(len(y), -1) / 255.0, y.astype(np.int64), "MNIST"


def data_folder():
    """Return the folder that NNLAB_DATA names, None where it is not set. Raises DataError where it is no folder."""
    given = os.environ.get(FOLDER)
    if not given:
        return None
    folder = Path(os.path.abspath(os.path.expanduser(given)))
    if not os.path.isdir(folder):
        raise DataError(
            f"{FOLDER} is {folder}, which is no folder; set it to the folder with the files of MNIST, or unset it to "
            "download them",
            f"{FOLDER}로 지정한 폴더가 없습니다({folder}). MNIST 파일이 있는 폴더를 지정하거나, {FOLDER}를 지우고 "
            "내려받으십시오.",
        )
    return folder


def cache_folder():
    """Return the folder of downloaded files, which need not exist; None where this machine has no place for it."""
    variable = "LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME"
    places = (os.environ.get(variable, ""), os.path.expanduser("~/.cache"))
    return next((Path(place, "nnlab") for place in places if os.path.isabs(place)), None)


def stored(name):
    """Return (path, bytes) of a file of MNIST that is on this machine, None where it is not; downloads nothing.

    A damaged file counts as none in the cache, but raises DataError in NNLAB_DATA.
    """
    file, folder, cache = FILES[name], data_folder(), cache_folder()
    titles = (f"{file.title}.gz", file.title) if folder or cache else ()
    for path in ((folder or cache) / title for title in titles):
        try:
            with open(path, "rb") as source:
                return path, _unpack(source.read(file.size + MARGIN), file)
        except FileNotFoundError:
            continue
        except (OSError, DataError) as error:
            if folder is None:
                return None
            raise DataError(
                f"{path} cannot be used: {_reason(error, 'en')}; replace it, or unset {FOLDER} to download it",
                f"{path} 파일을 쓸 수 없습니다({_reason(error, 'ko')}). 온전한 파일로 바꾸거나, {FOLDER}를 지우고 "
                "내려받으십시오.",
            ) from None
    return None


def _unpack(raw, file):
    """Return the file that `raw` holds, in gzip or plain, checked; raises DataError where that is another one."""
    import hashlib
    import zlib

    data, ended = raw, True
    if raw[:2] == b"\x1f\x8b":
        unpacker = zlib.decompressobj(wbits=31)  # 31: gzip, with its check sum
        try:
            data = unpacker.decompress(raw, file.size + 1)  # and not a byte more, however many are in it
        except zlib.error as error:
            raise DataError(f"found damaged gzip data ({error})", f"손상된 gzip 데이터: {error}") from None
        ended = unpacker.eof
    if raw[:100].lstrip()[:1] == b"<":
        raise DataError("found a web page, expected data", "데이터가 아니라 웹 페이지입니다")
    if len(data) > file.size:
        raise DataError(f"found more than the expected {file.size} bytes", f"예상한 {file.size}바이트보다 깁니다")
    if len(data) < file.size or not ended:
        raise DataError(
            f"found only {len(data)} bytes, expected {file.size} and the end of the file",
            f"{file.size}바이트여야 하는데 {len(data)}바이트에서 끊겼습니다",
        )
    begins, digest = data[: len(file.header)], hashlib.sha256(data).hexdigest()
    for what, found, expected in (("header", begins.hex(), file.header.hex()), ("SHA-256", digest, file.sha256)):
        if found != expected and expected is not None:
            ko = f"예상한 {what} 값은 {expected}, 실제 값은 {found}"
            raise DataError(f"found the {what} {found}, expected {expected}", ko)
    return data


def _download(name, file):
    """Return a file as the first mirror sends it that sends it whole, and decompressed. Raises DataError."""
    from http.client import HTTPException

    if os.environ.get(CASES_FOLDER):
        raise DataError(
            "MNIST is not there while a submission is graded; use data.digits()",
            "채점할 때는 MNIST를 쓸 수 없습니다. data.digits()를 쓰십시오.",
        )
    failures = []
    for mirror in MIRRORS:
        try:
            with _progress(name) as show:
                raw = _fetch(f"{mirror}{file.title}.gz", file.size + MARGIN, show)
            return raw, _unpack(raw, file)
        except (OSError, HTTPException, ValueError, DataError) as error:
            failures.append([f"{mirror.split('/')[2]}: {_reason(error, lang)}" for lang in ("en", "ko")])
    en, ko = map("; ".join, zip(*failures, strict=True))
    raise DataError(
        f"{name} of MNIST could not be downloaded ({en}); connect to the network, or set {FOLDER} to a folder with "
        f"{file.title}.gz, or use data.digits()",
        f"MNIST의 {name} 파일을 내려받지 못했습니다({ko}). 네트워크에 연결하거나, {file.title}.gz 파일이 있는 폴더를 "
        f"{FOLDER}로 지정하거나, data.digits()를 쓰십시오.",
    )


def _fetch(url, most, show):
    """Return what the address sends, at most `most` bytes; calls show(bytes so far, bytes in all or None)."""
    from urllib.request import urlopen

    late = time.monotonic() + PATIENCE
    parts, done = [], 0
    with urlopen(url, timeout=TIMEOUT) as response:
        if url.startswith("https:") and not response.url.startswith("https:"):
            raise OSError("the address leads away from https")
        total = response.length
        while part := response.read1(2**16):  # read1: what has come, so that a slow mirror can be left
            parts.append(part)
            done += len(part)
            if done > most:
                raise DataError(f"found more than {most} bytes", f"{most}바이트보다 깁니다")
            if time.monotonic() > late:
                raise TimeoutError(f"too slow, {done} bytes in {PATIENCE} seconds")
            show(done, total)
    return b"".join(parts)


def _in(lang, en, ko):
    return ko if lang == "ko" else en


def _reason(error, lang):
    """Return in a few words why a file could not be read or a mirror failed."""
    if isinstance(error, DataError):
        return error.in_(lang)
    if hasattr(error, "code"):
        return f"HTTP {error.code}"
    cause = getattr(error, "reason", error)  # urllib wraps what the system said
    text = getattr(cause, "strerror", None) or str(cause) or type(cause).__name__
    return " ".join(text.split())[:200]  # what a mirror answers may be long


@contextmanager
def _progress(name):
    """Give a function that shows in one line how much has come, where a terminal or a notebook shows it to somebody."""
    seen = sys.stdout.isatty() or type(sys.stdout).__module__ == "ipykernel.iostream"
    last = ""

    def show(done, total):
        nonlocal last
        text = f"{name}: {done / 1000:.0f}" + (f" / {total / 1000:.0f} KB" if total else " KB")
        if seen and text != last:
            print(f"\r{text:<40}", end="", flush=True)
            last = text

    try:
        yield show
    finally:
        if last:
            print()


def _keep(raw, file, lang):
    """Put a download into the cache, whole or not at all; where it cannot be kept, say so and go on."""
    import tempfile

    title, folder = f"{file.title}.gz", cache_folder()
    try:
        if folder is None:
            raise OSError(_in(lang, "found no home folder", "홈 폴더가 없습니다"))
        folder.mkdir(parents=True, exist_ok=True)
        descriptor, temporary = tempfile.mkstemp(dir=folder, prefix=f"{file.title}.", suffix=".part")
        try:
            with open(descriptor, "wb") as target:
                target.write(raw)
            os.replace(temporary, folder / title)
        finally:
            Path(temporary).unlink(missing_ok=True)
    except OSError as error:
        en = f"{title} was downloaded but could not be kept in {folder or 'a cache'} ({_reason(error, lang)})"
        ko = f"{title} 파일을 내려받았지만 {folder or '캐시'}에 저장하지 못했습니다({_reason(error, lang)})."
        print(_in(lang, f"{en}; next time it is downloaded again", f"{ko} 다음에 다시 내려받습니다."))
