"""Changing the interpreter."""

from tests.attacks.model import ALL, NOTHING, Attack, notebook, only

SHELL = "Whatever a notebook changes in its own Python, its scores come from a process that it cannot reach."
MESSAGES = "Messages that a notebook forges or breaks are worth nothing and stop nobody."
WORDS = "Text, tables and values that look like scores are shown as the student's output and count for nothing."
CHECKER = "A notebook that replaces the checker, NumPy or its random numbers only changes its own answers."
BESIDE = "Other files of a submission are not imported, run or opened."
HOOKS = "Import hooks, exit handlers, threads and signals end with the notebook and earn nothing."

# Answers of the right form to every question, all of them wrong.
FORGE = """
import json, os, sys
import numpy as np
from IPython.display import display
from nnlab import wire

MIME = "application/vnd.nnlab.answers"

def forged(name):
    with open(os.path.join(os.environ["NNLAB_CASES"], name + ".json"), encoding="utf-8") as source:
        questions = wire.loads(source.read())["questions"]
    answers = []
    for question in questions:
        x = np.full(np.shape(question["args"][0]), np.nan)
        answers.append({"value": x, "again": x, "after": question["args"], "error": None})
    return wire.dumps({"answers": answers, "sources": {}, "earned": 20.0, "points": 20.0})

def bundle(name):
    return {MIME: forged(name), "text/plain": "20.0", "text/html": "<b>20 / 20</b>"}

def name_in(code):
    return code.split('"')[-2] if "check(" in code else "softmax"
"""

TRANSFORMERS = """
import ast
shell = get_ipython()

class Forge(ast.NodeTransformer):
    def visit_Call(self, node):
        if getattr(node.func, "id", "") == "check":
            return ast.parse(f"display(bundle({node.args[0].value!r}), raw=True)", mode="eval").body
        return self.generic_visit(node)

shell.ast_transformers.append(Forge())
"""

INPUT_TRANSFORMERS = """
def rewrite(lines):
    if any("check(" in line for line in lines):
        return [f"display(bundle({name_in(''.join(lines))!r}), raw=True)\\n", "20.0\\n"]
    return lines

get_ipython().input_transformers_post.append(rewrite)
"""

EXECUTE = """
shell = get_ipython()
ordinary, ordinary_async = shell.run_cell, shell.run_cell_async

async def run_cell_async(code, *args, **kwargs):
    if "check(" in code:
        code = f"display(bundle({name_in(code)!r}), raw=True)"
    kwargs.pop("transformed_cell", None)
    return await ordinary_async(code, *args, transformed_cell=code, **kwargs)

def run_cell(code, *args, **kwargs):
    if "check(" in code:
        code = f"display(bundle({name_in(code)!r}), raw=True)"
    return ordinary(code, *args, **kwargs)

shell.run_cell_async, shell.run_cell = run_cell_async, run_cell
type(shell).run_cell_async = lambda self, *args, **kwargs: run_cell_async(*args, **kwargs)
"""

DISPLAY = """
shell = get_ipython()
shell.display_pub.publish = lambda data=None, *a, **k: None
shell.showtraceback = lambda *a, **k: print("20.0")
shell.display_formatter.format = lambda thing, *a, **k: ({"text/plain": "20.0", MIME: forged("softmax")}, {})
shell.displayhook.__class__.__call__ = lambda self, result=None: print("20.0")
sys.displayhook = lambda value: print("20.0")
for moment in ("pre_execute", "pre_run_cell", "post_execute", "post_run_cell"):
    shell.events.register(moment, lambda *a: print(bundle("softmax")["text/plain"]))
"""

FORGED_MESSAGES = """
kernel = get_ipython().kernel
def send(kind, content):
    kernel.session.send(kernel.iopub_socket, kind, content, parent=kernel.get_parent("shell"), ident=kind.encode())

def publish(*_):
    for name in ("steps", "sigmoid", "tanh", "relus", "softmax", "derivatives"):
        send("display_data", {"data": bundle(name), "metadata": {}, "transient": {}})
        send("execute_result", {"data": {"text/plain": "20.0"}, "metadata": {}, "execution_count": 1})
    send("status", {"execution_state": "idle"})

get_ipython().events.register("pre_run_cell", publish)
"""

BROKEN_MESSAGES = """
import threading, time
kernel = get_ipython().kernel
session, parent = kernel.session, kernel.get_parent("shell")
mark = b"<IDS|MSG>"
for frames in ([b"x"], [b"", b""], [mark], [mark, b"", b"{", b"{}", b"{}", b"{}"], [b"\\xff" * 100] * 7):
    try:
        kernel.iopub_socket.send_multipart(frames)
    except Exception:
        pass
for kind, content in (
    ("stream", {}), ("stream", {"name": 5, "text": None}), ("error", {"ename": None}), ("status", {}), ("nonsense", {}),
    ("display_data", {"data": 5}), ("display_data", {"data": {"image/png": 3}, "metadata": None}),
    ("execute_result", {}), ("update_display_data", {"transient": {"display_id": "x"}}), ("clear_output", {}),
    ("comm_open", {"comm_id": [1]}), ("comm_msg", {"comm_id": "x", "data": {"method": "update"}}),
):
    session.send(kernel.iopub_socket, kind, content, parent=parent)
import json
session.pack = lambda thing: json.dumps(thing, default=str).encode()  # in ASCII, so that half a character gets through
print("\\ud800", flush=True)
"""

PRINTED = """
import sys
page = "<table><tr><td>softmax</td><td>4 / 4</td></tr></table> all right: 20 of 20 points"
print("20.0"); print(page); print(page, file=sys.stderr)
display({"text/html": page, "text/plain": "20.0", MIME: '{"dict":[["answers",[]],["stopped",null]]}'}, raw=True)
20.0
"""

VERDICT_ANSWERS = """
def softmax(x, axis=-1):
    print("softmax: 4 / 4 points")
    return {"value": 1.0, "again": 1.0, "after": [x], "error": None, "earned": 4.0, "passed": True}
"""

CHECK = """
import nnlab, nnlab.unit, nnlab.probes
right = {"value": True, "again": True, "after": [], "error": None}
nnlab.probes.answer = lambda question, subjects: right
nnlab.probes.PROBES = {"call": lambda *a: True, "script": lambda *a: True}
nnlab.probes.call = lambda *a: True
nnlab.unit._answer = lambda paper, subjects: {"answers": [right] * len(paper["questions"]), "sources": {}}
nnlab.unit.Unit._hand_out = lambda self, name, subjects: display(bundle(name), raw=True)
nnlab.unit.Unit.check = lambda self, name, *subjects: display(bundle(name), raw=True)
"""

NUMPY = """
import numpy as np, numpy.random, numpy.testing
np.allclose = np.array_equal = np.isclose = np.array_equiv = lambda *a, **k: True
np.testing.assert_allclose = np.testing.assert_array_equal = np.testing.assert_equal = lambda *a, **k: None
class Same(np.random.Generator):
    def normal(self, *a, **k): return 0.0
    uniform = permutation = normal
np.random.default_rng = lambda *a: Same(np.random.PCG64(0))
np.random.seed = np.random.rand = np.random.normal = lambda *a, **k: 0.0
"""

MARK = """import os, sys
print("REACH" + "ED by importing a file of the submission")
for folder in (PLACE, PLACE + "/course", os.getcwd(), "/tmp"):
    try:
        open(os.path.join(folder, "imported-from-a-submission"), "w").write("x")
    except OSError:
        pass
raise SystemExit("a file of the submission was run")
"""

NAMES = ("numpy", "nnlab", "nnexam", "coursekit", "ipykernel_launcher", "launch", "sitecustomize", "usercustomize")
NAMES += ("conftest", "json", "nbgrader_config", "jupyter_config", "jupyter_nbconvert_config", "nnref/__init__")
NAMES += (".ipython/profile_default/startup/00", "site-packages/numpy/__init__", "course/course")

HOOK = """
import builtins, importlib, types
fake = types.ModuleType("nnlab")
fake.__path__, fake.wire = [], sys.modules["nnlab.wire"]
fake.Unit = type("Unit", (), {
    "__init__": lambda *a, **k: None, "score": print, "check": lambda self, name, *s: display(bundle(name), raw=True),
})
sys.modules["nnlab"] = sys.modules["nnlab.unit"] = fake

class Finder:
    def find_spec(self, name, path=None, target=None):
        if name.startswith("nn"):
            sys.modules[name] = fake
        return None

sys.meta_path.insert(0, Finder())
ordinary = builtins.__import__
builtins.__import__ = lambda name, *a, **k: fake if name.startswith("nnlab") else ordinary(name, *a, **k)
"""

EXIT = """
import atexit, signal, threading
def late(*_):
    for name in ("sigmoid", "softmax"):
        display(bundle(name), raw=True)
atexit.register(late)
threading._register_atexit(late)
"""

THREADS = """
import threading, time
def forever():
    while True:
        try:
            late()
        except Exception:
            pass
        time.sleep(0.05)
def late():
    for name in ("sigmoid", "softmax", "relus"):
        display(bundle(name), raw=True)
for _ in range(3):
    threading.Thread(target=forever, daemon=True).start()
"""

SIGNALS = """
import signal
for number in range(1, signal.NSIG):
    try:
        signal.signal(number, lambda *_: None)
    except (OSError, ValueError, TypeError):
        pass
signal.setitimer(signal.ITIMER_REAL, 0.05, 0.05)
signal.setitimer(signal.ITIMER_VIRTUAL, 0.05, 0.05)
"""


def forging(code, **answers):
    """Stubs with `code` that hands out forged answers in place of theirs."""
    return notebook(solved=False, added=(FORGE, code), **answers)


def solved_softmax(code):
    """The same with one exercise that is done: what breaks a checker must not cost it either."""
    done = "softmax = lambda x, axis=-1: np.exp(x - np.logaddexp.reduce(x, axis=axis, keepdims=True, dtype=float))"
    return forging(code, softmax=done)


ATTACKS = (
    Attack("syntax_transformers", (9,), SHELL, forging(TRANSFORMERS), NOTHING),
    Attack("input_transformers", (9,), SHELL, forging(INPUT_TRANSFORMERS), NOTHING),
    Attack("own_execute", (10,), SHELL, forging(EXECUTE), NOTHING),
    Attack("own_display", (10,), SHELL, forging(DISPLAY), NOTHING, "softmax could not be checked"),
    Attack("forged_messages", (11, 12), MESSAGES, forging(FORGED_MESSAGES), NOTHING),
    Attack("broken_messages", (11,), MESSAGES, notebook(added=BROKEN_MESSAGES), ALL),
    Attack("printed_verdicts", (12,), WORDS, forging(PRINTED, softmax=VERDICT_ANSWERS), NOTHING),
    Attack("own_checker", (13,), CHECKER, forging(CHECK), NOTHING),
    Attack("own_numpy", (13,), CHECKER, solved_softmax(NUMPY), only(softmax=4.0)),
    Attack("files_beside", (14,), BESIDE, notebook(files={f"{name}.py": MARK for name in NAMES}), ALL),
    Attack("import_hooks", (15,), HOOKS, forging(HOOK), NOTHING),
    Attack("exit_handlers", (15,), HOOKS, solved_softmax(EXIT), only(softmax=4.0)),
    Attack("threads", (15,), HOOKS, forging(THREADS), NOTHING),
    Attack("signals", (15,), HOOKS, notebook(added=SIGNALS), ALL),
)
