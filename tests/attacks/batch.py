"""A course with small limits, a class of attacks and bystanders, and one run of grading over it."""

import ctypes
import hashlib
import os
import socket
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import coursekit
import matplotlib
import psutil
from coursekit import classroom
from coursekit.grading import solutions

from tests.attacks.model import SECRET, UNIT
from tests.conftest import copy_course

SMALL = {
    "cell_seconds": 4,
    "cell_cpu_seconds": 2,
    "total_seconds": 60,
    "total_cpu_seconds": 30,
    "memory_mb": 1024,
    "processes": 32,
    "disk_mb": 64,
    "output_mb": 1,
    "answers_mb": 8,
    "submission_mb": 20,
}
CANARIES = {  # files beside and in the course that no submission may see
    "home/token": "CANARY-hometoks",
    "home/.ssh/id": "CANARY-homekeys",
    "notes.txt": "CANARY-besideit",
    "course/notes.txt": "CANARY-inthetop",
    "course/source/notes.txt": "CANARY-insource",
    "course/.grading-secret": SECRET.decode(),
}
GRADING = ("autograded", "feedback", "gradebook.db", "grades.csv", ".grading-secret")  # what grading writes
BYSTANDERS = ("amy_right", "mia_half", "zoe_mistake")
SUBREAPER = 36  # PR_SET_CHILD_SUBREAPER: processes that lose their parent become ours, so that they are found


@dataclass
class Run:
    """What one command did."""

    course: object
    code: int
    said: str
    left_processes: list
    left_files: list


def make_course(place):
    """Return a copy of the course in place/course, with small limits and with canaries all around."""
    made = copy_course(place / "course")
    path = made.root / "course" / "course.toml"
    head, _, rest = path.read_text(encoding="utf-8").partition("[limits]")
    limits = "".join(f"{name} = {value}\n" for name, value in SMALL.items())
    path.write_text(f"{head}[limits]\n{limits}\n{rest[rest.index('[[units]]') :]}", encoding="utf-8")
    for name, text in CANARIES.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(text, encoding="utf-8")
    (made.root / ".grading-secret").chmod(0o600)
    return made


def folder_of(made, student):
    return made.root / "submitted" / student / UNIT


def hand_in(made, attacks=(), bystanders=BYSTANDERS):
    """Write the submissions of the attacks and of three honest students whom nothing may touch."""

    def right(course, unit):
        return {name: f"# CANARY-classmat\n{source}" for name, source in solutions(course, unit).items()}

    pupils = (
        classroom.Pupil("amy_right", "en", right),
        classroom.Pupil("mia_half", "ko", classroom.half),
        classroom.Pupil("zoe_mistake", "en", classroom.with_mistakes(0)),
    )
    for pupil in pupils:
        if pupil.name in bystanders:
            path = folder_of(made, pupil.name) / f"{UNIT}.ipynb"
            path.parent.mkdir(parents=True)
            path.write_text(classroom.submission(made, UNIT, pupil), encoding="utf-8")
    for attack in attacks:
        attack.hand_in(made, UNIT, folder_of(made, attack.name))


def run(made, temporary, *command, timeout=1800):
    """Run a Python module in the course, with a home, a temporary folder and a token of its own."""
    temporary.mkdir(exist_ok=True)
    environment = {
        **os.environ,
        "HOME": str(made.root.parent / "home"),
        "TMPDIR": str(temporary),
        "MPLCONFIGDIR": matplotlib.get_cachedir(),
        "NNLAB_TOKEN": "CANARY-environs",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    ctypes.CDLL(None).prctl(SUBREAPER, 1)
    ours = {child.pid for child in psutil.Process().children()}
    silent, writer = os.pipe()  # somebody who never types
    try:
        done = subprocess.run(
            [sys.executable, "-m", *command],
            cwd=made.root,
            env=environment,
            stdin=silent,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            timeout=timeout,
        )
    finally:
        os.close(silent)
        os.close(writer)
    left = _left(ours)
    return Run(made, done.returncode, done.stdout, left, sorted(os.listdir(temporary)))


def _left(ours):
    """Return the command lines of processes that outlived the run, and end them."""

    def alive():
        children = [child for child in psutil.Process().children(recursive=True) if child.pid not in ours]
        return [child for child in children if child.status() != psutil.STATUS_ZOMBIE]

    end = time.monotonic() + 3
    while alive() and time.monotonic() < end:
        time.sleep(0.1)
    left = alive()
    said = [" ".join(child.cmdline()) for child in left]
    for child in left:
        child.kill()
    return said


def snapshot(folder, without=()):
    """Return {path: what is there} of everything below a folder: the target of a link, the hash of a file."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder)
        if name.parts[0] in without or "__pycache__" in name.parts or name.parts[0].endswith(".egg-info"):
            continue  # the last: another test builds a wheel meanwhile
        if path.is_symlink():
            found[str(name)] = f"link to {os.readlink(path)}"
        elif path.is_file():
            found[str(name)] = hashlib.sha256(path.read_bytes()).hexdigest()
        else:
            found[str(name)] = oct(path.stat().st_mode)
    return found


def everything(made):
    """Snapshot all that grading must leave as it is: the course without its results, what lies beside it, our code."""
    home = made.root.parent / "home"
    return {
        "course": snapshot(made.root, GRADING),
        "secret": (made.root / ".grading-secret").read_bytes(),
        "beside": {name: (made.root.parent / name).read_text(encoding="utf-8") for name in CANARIES},
        "top": sorted(path.name for path in made.root.parent.iterdir()),
        "home": sorted(str(path) for path in home.rglob("*") if "." not in path.name[:1]),
        "lib": snapshot(Path(coursekit.__file__).parents[1]),
    }


@contextmanager
def services(place):
    """Listen as services of this machine do, on a port and on an abstract socket; give the list of who called."""
    calls = []
    with socket.create_server(("127.0.0.1", 0)) as port, socket.socket(socket.AF_UNIX) as abstract:
        number = port.getsockname()[1]
        abstract.bind(f"\0nnlab-attacks-{number}")
        abstract.listen()
        (place / "port").write_text(str(number))
        for listener in (port, abstract):
            threading.Thread(target=_answer, args=(listener, calls), daemon=True).start()
        yield calls


def _answer(listener, calls):
    while True:
        try:
            line, address = listener.accept()
        except OSError:
            return
        calls.append(address)
        line.close()
