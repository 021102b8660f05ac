"""Reading what is not theirs."""

from tests.attacks.model import ALL, MAYBE, NOTHING, Attack, notebook

SEALED = "Solutions, the reference library and the checks are not there where student code runs."
OTHERS = "Submissions of other students cannot be read."
BOOK = "The gradebook, grades and feedback cannot be read."
EXPECTED = "Expected values never enter the process that runs student code, nor one that it can look into."
SEED = "The seed stays outside; that a notebook knows it is being graded gains nothing."
PERSON = "The instructor's environment variables, home and tokens are not there."
NETWORK = "There is no network, not even to services of the same machine."

# Says so wherever something is found that only the instructor's side has. The word is in two parts, since outputs
# show lines of source too.
LOOK = '''
import glob, os, re, sys
CANARY = re.compile(rb"CANARY-[a-z]{8}")

def reached(*what):
    print("REACH" + "ED", *what)

def look(path, most=2**22):
    """Read a file; say so where it holds what must not be reached."""
    try:
        with open(path, "rb") as source:
            found = CANARY.search(source.read(most))
    except OSError:
        return b""
    if found:
        reached(path, found[0].decode())
    return found

def search(*tops):
    for top in tops:
        for folder, folders, names in os.walk(top, followlinks=False):
            folders[:] = [name for name in folders if os.path.join(folder, name) not in ("/proc", "/sys", "/usr")]
            for name in names:
                look(os.path.join(folder, name))
'''

SOLUTIONS = """
import importlib, json
for name in ("nnexam", "nnref", "coursekit", "nbgrader", "torch", "scipy", "sklearn", "jax", "pip", "jupytext"):
    try:
        importlib.import_module(name)
        reached("the package", name)
    except ImportError:
        pass
sys.path += glob.glob(PLACE + "/**", recursive=True)[:100] + glob.glob("/*/*/lib") + glob.glob("/usr/lib/python3*")
sys.path += glob.glob("/**/site-packages", recursive=True) + glob.glob("/proc/1/root/**/site-packages", recursive=True)
for name in ("nnexam", "nnref.activations"):
    try:
        importlib.import_module(name)
        reached("the package", name)
    except ImportError:
        pass
for top in (PLACE + "/course", "/proc/1/root" + PLACE + "/course", "/proc/1/cwd", ".", "..", "../.."):
    for part in ("source", "course", "release", "lib", "../source"):
        for path in glob.glob(f"{top}/{part}/**/*", recursive=True):
            if os.path.isfile(path) and not path.startswith("/nnlab/"):
                reached(path)
            if path.endswith("source/u03_activation/u03_activation.ipynb"):
                for cell in json.load(open(path))["cells"]:
                    exec("".join(cell["source"]), globals())
"""

CLASSMATES = """
search(PLACE, "/proc/1/root" + PLACE, "/tmp", "/home", "/root", "/var", "/dev/shm", "/run", "/nnlab", "/etc", "/opt")
for path in glob.glob("/proc/[0-9]*/cwd") + glob.glob("/proc/[0-9]*/fd/*"):
    try:
        target = os.readlink(path)
    except OSError:
        continue
    if "submitted" in target or "autograded" in target:
        reached(path, target)
"""

GRADEBOOK = """
import sqlite3
for name in ("gradebook.db", "grades.csv", ".grading-secret", "feedback", "autograded"):
    for top in (PLACE + "/course/", "/proc/1/root" + PLACE + "/course/", "", "../", "../../"):
        if os.path.exists(top + name):
            reached(top + name)
try:
    book = sqlite3.connect(f"file:{PLACE}/course/gradebook.db?mode=ro", uri=True)
    reached("grades", book.execute("select * from grade").fetchmany(3))
except sqlite3.Error:
    pass
"""

FRAMES = """
def sigmoid(x):
    frame = sys._getframe(1)
    while frame:
        for name, value in [*frame.f_locals.items(), *frame.f_globals.items()]:
            if name in ("expected", "reference", "verdict", "verdicts", "seed", "secret") and value is not None:
                reached("the frame", frame.f_code.co_name, name)
            if type(value) is str and CANARY.search(value.encode("utf-8", "replace")):
                reached("the frame", frame.f_code.co_name, name)
        frame = frame.f_back
    return x
"""

MEMORY = """
import gc
for thing in gc.get_objects():
    kind = type(thing)
    if kind.__module__.partition(".")[0] in ("nnexam", "coursekit", "nbgrader", "nnref"):
        reached("an object", kind.__module__, kind.__name__)
for name in sys.modules:
    if name.partition(".")[0] in ("nnexam", "coursekit", "nbgrader", "nnref", "sqlalchemy"):
        reached("the module", name)
"""

PROCESSES = """
for process in glob.glob("/proc/[0-9]*"):
    try:
        with open(process + "/cmdline") as source:
            if "coursekit.cli" in source.read():
                reached("the grader", process)
        with open(process + "/maps") as maps, open(process + "/mem", "rb", buffering=0) as memory:
            for line in maps:
                span, rights = line.split()[:2]
                start, end = (int(part, 16) for part in span.split("-"))
                if rights.startswith("rw") and end - start < 2**26:
                    memory.seek(start)
                    found = CANARY.search(memory.read(end - start))
                    if found:
                        reached(process, found[0].decode())
    except (OSError, ValueError):
        continue
for path in glob.glob("/proc/[0-9]*/environ") + glob.glob("/proc/[0-9]*/cmdline") + glob.glob("/proc/[0-9]*/fd/*"):
    if not os.path.islink(path) or os.path.isfile(path):
        look(path)
"""

SEEDS = """
import json
import numpy as np
for path in glob.glob(os.environ.get("NNLAB_CASES", "/nnlab/cases") + "/**", recursive=True) + glob.glob("/nnlab/*"):
    look(path)
    if os.path.isfile(path) and path.endswith(".json") and re.search(rb"seed|secret|expected", open(path, "rb").read()):
        reached("a seed in", path)
"""

IN_PRACTICE = """
def sigmoid(x, ordinary=sigmoid):
    if "NNLAB_CASES" not in os.environ:
        raise SystemExit("only in practice")
    return ordinary(x)
"""

IN_GRADING = """
import inspect, os
def softmax(x, axis=-1):
    graded = "NNLAB_CASES" in os.environ
    names = [frame.function for frame in inspect.stack()]
    return {"value": True} if graded or "_hand_out" in names else np.ones_like(x) / np.shape(x)[axis]
"""

ENVIRONMENT = """
for name, value in os.environ.items():
    if CANARY.search(value.encode()) or re.search("TOKEN|SECRET|PASSWORD|SSH|AWS", name):
        reached("the variable", name)
search(os.path.expanduser("~"), "/root", "/home", PLACE + "/home", "/proc/1/root" + PLACE)
for path in ("/etc/shadow", "/etc/passwd", "/root/.bashrc", "/var/run/docker.sock", PLACE):
    if os.path.exists(path):
        reached(path)
"""

SERVICES = """
import socket
def call(family, kind, address):
    try:
        with socket.socket(family, kind) as line:
            line.settimeout(0.3)
            line.connect(address)
            if kind == socket.SOCK_DGRAM:
                line.send(b"hello")
                line.recv(10)
            if line.getsockname() != line.getpeername():  # else it has met itself: its own port was PORT, by chance
                reached(address)
    except (OSError, ValueError):
        pass

for address in ("127.0.0.1", "127.0.1.1", "localhost", socket.gethostname(), "10.0.2.2", "169.254.169.254", "1.1.1.1"):
    call(socket.AF_INET, socket.SOCK_STREAM, (address, PORT))
    call(socket.AF_INET, socket.SOCK_STREAM, (address, 80))
call(socket.AF_INET6, socket.SOCK_STREAM, ("::1", PORT))
call(socket.AF_INET, socket.SOCK_DGRAM, ("8.8.8.8", 53))
call(socket.AF_UNIX, socket.SOCK_STREAM, "\\0nnlab-attacks-" + str(PORT))
for path in [*glob.glob(PLACE + "/**/*", recursive=True), *glob.glob("/run/**", recursive=True), *glob.glob("/tmp/*")]:
    if os.path.exists(path) and not os.path.isfile(path) and not os.path.isdir(path) and os.getcwd() not in path:
        call(socket.AF_UNIX, socket.SOCK_STREAM, path)
"""

# Three students leave something wherever they can, and look for what the others left.
VISIT = """
import ctypes, numpy, time
me = MY_NAME
places = ["/", "/etc", "/tmp", "/home", "/dev/shm", "/var/tmp", "/run", "/nnlab", "/nnlab/packages", "."]
places += ["/nnlab/cases", os.path.expanduser("~"), sys.prefix]
places += [os.path.dirname(part) for part in sys.argv if os.path.isabs(part)]
for place in places:
    for path in glob.glob(place + "/visited-by-*") + glob.glob(place + "/*/visited-by-*"):
        if not path.endswith(me):
            reached(path)
    try:
        with open(place + "/visited-by-" + me, "w") as mark:
            mark.write(me)
    except OSError:
        pass
if getattr(numpy, "visited_by", me) != me or os.environ.get("VISITED_BY", me) != me:
    reached("the same interpreter")
numpy.visited_by = os.environ["VISITED_BY"] = me
shared = ctypes.CDLL(None).shmget(611, 4096, 0)
if shared >= 0:
    reached("shared memory")
if me.endswith("1"):
    ctypes.CDLL(None).shmget(611, 4096, 0o1777)
for path in glob.glob("/proc/[0-9]*/cmdline"):
    with open(path, "rb") as source:
        if b"visitor_" in source.read().replace(me.encode(), b""):
            reached("a process of", path)
import subprocess
subprocess.Popen(["sh", "-c", "sleep 613 # " + me])
time.sleep(1)
"""
VISITORS = ("visitor_1", "visitor_2", "visitor_3")


def probing(*codes, **behind):
    return notebook(solved=False, added=(LOOK, *codes), **behind)


ATTACKS = (
    Attack("solutions_on_disk", (21,), SEALED, probing(SOLUTIONS), NOTHING, MAYBE),
    Attack("classmates_files", (22,), OTHERS, probing(CLASSMATES), NOTHING, MAYBE),
    *(Attack(name, (22,), OTHERS, probing(VISIT.replace("MY_NAME", repr(name))), NOTHING) for name in VISITORS),
    Attack("reading_the_gradebook", (23,), BOOK, probing(GRADEBOOK), NOTHING),
    Attack("callers_frames", (24,), EXPECTED, probing(sigmoid=FRAMES), NOTHING),
    Attack("memory", (24,), EXPECTED, probing(MEMORY), NOTHING),
    Attack("processes", (24,), EXPECTED, probing(PROCESSES), NOTHING),
    Attack("looking_for_the_seed", (25,), SEED, probing(SEEDS), NOTHING),
    Attack("wrong_in_practice", (25,), SEED, notebook(added="import os", sigmoid=IN_PRACTICE), ALL),
    Attack("otherwise_in_grading", (25,), SEED, notebook(solved=False, softmax=IN_GRADING), NOTHING),
    Attack("environment", (26,), PERSON, probing(ENVIRONMENT), NOTHING),
    Attack("network", (27,), NETWORK, probing(SERVICES), NOTHING),
)
