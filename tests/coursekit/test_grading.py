"""Submissions through the sandbox: what they can reach, what they earn, and who stops whom."""

import nbformat
import pytest
from coursekit import classroom, grading
from nnexam import examiner

pytestmark = [pytest.mark.sandbox, pytest.mark.usefixtures("bubblewrap")]
UNIT = "u03_activation"
SECRET = b"a secret of the tests"


def submit(course, tmp_path, edition="en", cells=None, added=None, unit=UNIT, **answers):
    """Grade a release with some answers; `added` code stands before the first exercise."""
    notebook = nbformat.read(course.release(unit, edition), as_version=4)
    for cell in notebook.cells:
        name = cell.metadata.get("nbgrader", {}).get("grade_id")
        if name in answers:
            cell.source = answers[name]
    if added:
        first = next(i for i, c in enumerate(notebook.cells) if c.metadata.nnlab.role == "exercise")
        notebook.cells.insert(first, nbformat.v4.new_code_cell(added))
    path = tmp_path / "submission.ipynb"
    nbformat.write(notebook, path)
    return grading.grade(course, unit, "somebody", path, SECRET)


def verdict(graded, name):
    return next(c.metadata.nnlab.verdict for c in graded.notebook.cells if c.id == f"check_{name}")


def printed(graded):
    return "".join(o.get("text", "") for c in graded.notebook.cells if c.cell_type == "code" for o in c.outputs)


@pytest.fixture(scope="module")
def solved(repository):
    return grading.solutions(repository, UNIT)


def test_right_answers_in_either_language_earn_all(repository, tmp_path, solved):
    for edition in ("en", "ko"):
        graded = submit(repository, tmp_path, edition, **solved)
        assert (graded.earned, graded.points, graded.notes, graded.mistakes) == (20, 20, [], [])


def test_nothing_of_the_instructors_is_inside(repository, tmp_path):
    probe = f"""
import glob, importlib, os, socket, sys
for name in ("nnexam", "nnref", "coursekit", "nbgrader", "torch", "pip", "jupytext"):
    try:
        importlib.import_module(name)
        print("REACHED", name)
    except ImportError:
        pass
for path in ({str(repository.root)!r}, "/root/.bashrc", "/etc/passwd", "/etc/shadow"):
    print("REACHED" if os.path.exists(path) else "no", path)
print("REACHED" if any("secret" in open(f).read().lower() for f in glob.glob("/nnlab/cases/*")) else "no", "secret")
try:
    socket.create_connection(("127.0.0.1", 22), 1)
except OSError as error:
    print("network:", error.errno)
print("interfaces:", [name for _, name in socket.if_nameindex()])
print("variables:", sorted(os.environ))
try:
    open("/nnlab/packages/nnlab/unit.py", "a")
    print("REACHED writing")
except OSError as error:
    print("read-only:", error.errno)
"""
    said = printed(submit(repository, tmp_path, added=probe))
    assert "REACHED" not in said and "interfaces: ['lo']" in said and "read-only: 30" in said
    assert "'HOME'" in said and "TOKEN" not in said


def test_the_tools_of_a_lesson_are_inside(repository, tmp_path):
    code = """
import matplotlib.pyplot as plt, numpy as np, ipywidgets
from nnlab import data, plots, widgets
plt.plot(data.digits()[0][0]); plt.show()
print("fine", np.__name__, ipywidgets.__name__)
"""
    graded = submit(repository, tmp_path, added=code)
    assert "fine numpy ipywidgets" in printed(graded)
    added = next(c for c in graded.notebook.cells if c.metadata.nnlab.role == "added")
    assert any("image/png" in o.get("data", {}) for o in added.outputs)


def test_honest_clutter_costs_nothing(repository, tmp_path, solved):
    clutter = """
import sys, warnings
warnings.warn("careful")
print("to stderr", file=sys.stderr)
check = None
!pip install numpy
%matplotlib inline
1 / 0
"""
    assert submit(repository, tmp_path, added=clutter, **solved).earned == 20


def test_a_hang_and_a_death_cost_their_exercise_only(course, tmp_path, solved):
    (course.root / "course" / "course.toml").write_text(
        (course.root / "course" / "course.toml")
        .read_text(encoding="utf-8")
        .replace("cell_seconds = 20", "cell_seconds = 2"),
        encoding="utf-8",
    )
    answers = dict(solved)
    answers["sigmoid"] += "\nimport time\ndef sigmoid(x):\n    while True: pass\n"
    answers["relus"] += "\nimport os\ndef relu(x):\n    os._exit(1)\n"
    graded = submit(course, tmp_path, **answers)
    assert verdict(graded, "sigmoid")["earned"] == 0 and verdict(graded, "relus")["earned"] == 0
    assert verdict(graded, "softmax")["earned"] == 4 and verdict(graded, "steps")["earned"] == 3
    assert verdict(graded, "derivatives")["earned"] == 4  # follow-through: sigmoid given from the course
    assert "sigmoid was stopped: it took longer than 2 s (or 10 s of CPU time)" in graded.notes
    assert "relus was stopped: Python ended while it ran" in graded.notes


def test_a_cell_that_kills_the_kernel_is_left_out(repository, tmp_path, solved):
    graded = submit(repository, tmp_path, added="import os\nos.kill(os.getpid(), 9)", **solved)
    assert graded.earned == 20 and "[nnlab] stopped: died" in printed(graded)


def test_one_error_is_punished_once(repository, tmp_path, solved):
    answers = {
        **solved,
        "sigmoid": "def sigmoid(x):\n    return x",
        "tanh": "def tanh(x):\n    return 2 * sigmoid(2 * x) - 1",
    }
    graded = submit(repository, tmp_path, **answers)
    assert verdict(graded, "sigmoid")["earned"] == 0
    assert verdict(graded, "tanh")["earned"] == 2 and verdict(graded, "derivatives")["earned"] == 4
    check = next(c for c in graded.notebook.cells if c.id == "check_tanh")
    assert "sigmoid given from the course" in check.outputs[0].data["text/plain"]


def test_two_errors_in_a_chain_of_three_are_punished_once_each(repository, tmp_path, solved):
    answers = {
        **solved,
        "sigmoid": "def sigmoid(x):\n    return x",
        "tanh": "def tanh(x):\n    return 2 * sigmoid(2 * x) + 1",
        "derivatives": solved["derivatives"] + "\ndef d_tanh(x):\n    return 1 - tanh(x) ** 2",
    }
    graded = submit(repository, tmp_path, **answers)
    assert [verdict(graded, name)["earned"] for name in ("sigmoid", "tanh", "derivatives")] == [0, 0, 4]
    check = next(c for c in graded.notebook.cells if c.id == "check_derivatives")
    assert "sigmoid, tanh given from the course" in check.outputs[0].data["text/plain"]


def test_an_undone_stub_costs_itself_only(repository, tmp_path, solved):
    answers = {name: source for name, source in solved.items() if name != "sigmoid"}
    graded = submit(repository, tmp_path, **answers)
    assert graded.earned == 17 and verdict(graded, "sigmoid")["undone"]


def test_forged_answers_and_scores_earn_nothing(repository, tmp_path):
    forged = """
from IPython.display import display
import nnlab, nnlab.probes, numpy as np
nnlab.probes.answer = lambda question, subjects: {"value": True, "again": True, "after": [], "error": None}
page = "<script>alert(1)</script>"
display({"application/vnd.nnlab.answers": "{}", "text/plain": "20.0", "text/html": page}, raw=True)
np.allclose = np.array_equal = lambda *a, **k: True
"""
    graded = submit(repository, tmp_path, added=forged)
    assert graded.earned == 0
    outputs = [o for c in graded.notebook.cells if c.cell_type == "code" for o in c.outputs]
    assert outputs and "<script" not in str(outputs) and "vnd.nnlab" not in str(outputs)


def test_a_deleted_function_is_said(repository, tmp_path):
    graded = submit(repository, tmp_path, softmax="")
    check = next(c for c in graded.notebook.cells if c.id == "check_softmax")
    assert "name 'softmax' is not defined" in check.outputs[0].data["text/plain"]


def test_the_value_for_nbgrader_is_a_plain_float(repository, tmp_path, solved):
    from nbgrader.utils import determine_grade

    graded = submit(repository, tmp_path, softmax=solved["softmax"].replace("x.max(axis=axis, keepdims=True)", "0 * x"))
    for cell in graded.notebook.cells:
        if cell.metadata.nnlab.role == "check":
            assert determine_grade(cell)[0] == cell.metadata.nnlab.verdict.earned


def test_seeds_differ_by_student_and_are_not_shown(repository, tmp_path, solved):
    seeds = {grading.seed_for(SECRET, student, UNIT, "softmax") for student in ("ada", "ben")}
    assert len(seeds) == 2
    graded = submit(repository, tmp_path, **{**solved, "softmax": "def softmax(x, axis=-1):\n    return x"})
    check = next(c for c in graded.notebook.cells if c.id == "check_softmax")
    assert "softmax" in str(check.outputs) and "seed" not in str(check.outputs)
    assert str(grading.seed_for(SECRET, "somebody", UNIT, "softmax")) not in nbformat.writes(graded.notebook)


@pytest.mark.parametrize("unit", ["u02_perceptron", UNIT])
def test_each_mistake_loses_points_and_is_named_through_a_whole_notebook(repository, tmp_path, unit):
    """The audit runs in one process; here the same mistakes go through notebook, sandbox and wire."""
    number = 0
    answers = classroom.with_mistakes(number)(repository, unit)
    graded = submit(repository, tmp_path, "ko", unit=unit, **answers)
    for name, exercise in examiner.exercises(unit).items():
        assert verdict(graded, name)["earned"] < exercise.points
        assert exercise.mistakes[number].name in verdict(graded, name)["mistakes"]
