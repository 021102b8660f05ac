"""Editing the notebook."""

import copy
import json
import os

from tests.attacks.model import (
    ALL,
    NOTHING,
    Attack,
    but,
    cell_of,
    checks,
    code_cell,
    file,
    notebook,
    only,
    position,
    text,
    write,
)

OURS = "Checks, points, ids and metadata come from the instructor's release, whatever the submission says of them."
READABLE = "A file that cannot be read as a notebook counts as empty, and the report asks for it again."
FORMATS = "The name of the file and what it says of its format, kernel and language decide nothing."
OUTPUTS = "Stored outputs are thrown away; only what is run anew counts."


def skip_tags(tree):
    for cell in tree["cells"]:
        tags = ["skip-execution", "raises-exception", "remove-cell", "remove_cell", "parameters"]
        cell["metadata"] |= {"tags": tags, "nbclient": {"skip": True}, "editable": False}
        cell["metadata"].setdefault("nnlab", {})["role"] = "demo"


def same_ids(tree):
    for cell in tree["cells"]:
        cell["id"] = "same"


def repeated_checks(tree):
    where = position(tree, "check_softmax")
    tree["cells"][where:where] = [copy.deepcopy(tree["cells"][where]) for _ in range(20)]


def repeated_answer(tree):
    """As JupyterLab's split leaves it: two cells with the grade id of one, of which the second has a helper."""
    where = position(tree, "softmax")
    second = copy.deepcopy(tree["cells"][where]) | {"id": "other", "source": "helper = softmax"}
    tree["cells"].insert(where + 1, second)


def future_schema(tree):
    tree["nbformat_minor"] = 99
    for cell in tree["cells"]:
        if "nbgrader" in cell["metadata"]:
            cell["metadata"]["nbgrader"] |= {"schema_version": 99, "surprise": [1]}


def edited_points(tree):
    for cell in tree["cells"]:
        mark = cell["metadata"].setdefault("nbgrader", {"grade_id": f"extra-{cell['id']}", "schema_version": 3})
        mark |= {"grade": True, "solution": True, "locked": False, "points": 1000, "task": False}
        cell["metadata"]["nnlab"] = {"verdict": {"earned": 1000.0, "points": 1000.0, "undone": False, "mistakes": []}}


def exchanged_grade_ids(tree):
    """Every check says that it is the one of the only exercise that is done."""
    for cell in checks(tree):
        cell["metadata"]["nbgrader"]["grade_id"] = "check_softmax"
    tree["metadata"]["nnlab"] |= {"verdicts": {"steps": 3.0}, "notes": ["all right"]}


def forged_checks(tree):
    for cell in checks(tree):
        cell["source"] = "print(20.0)\n20.0"
        cell["metadata"]["nbgrader"] |= {"locked": False, "checksum": "0" * 32}


def checks_as_markdown(tree):
    for i, cell in enumerate(checks(tree)):
        cell["cell_type"] = ("markdown", "raw", "nonsense")[i % 3]
        cell["source"] = "20.0"
        del cell["outputs"]


def answer_as_markdown(tree):
    cell_of(tree, "softmax")["cell_type"] = "markdown"


def without_checks(tree):
    tree["cells"] = [cell for cell in tree["cells"] if not cell["id"].startswith("check_")]


def another_kernel(tree):
    tree["metadata"]["kernelspec"] = {"name": "../../ir", "display_name": "<b>R</b>", "language": "R"}
    tree["metadata"]["language_info"] = {"name": "julia", "file_extension": ".jl"}


def no_kernelspec(tree):
    del tree["metadata"]["kernelspec"], tree["metadata"]["language_info"]


def another_edition(tree):
    tree["metadata"]["nnlab"] |= {"edition": "../../../source", "unit": "../u02_perceptron"}


def format_3(tree):
    """As old editors wrote it: worksheets, `input` for `source`, no ids."""
    for cell in tree["cells"]:
        del cell["id"]
        if cell["cell_type"] == "code":
            cell["input"] = text(cell).splitlines(keepends=True)
            del cell["source"]
    tree["worksheets"] = [{"cells": tree.pop("cells"), "metadata": {}}]
    tree |= {"nbformat": 3, "nbformat_minor": 0}


def odd_cells(tree):
    odd = [None, 3, [], {}, {"cell_type": 5, "source": {"a": 1}}, {"source": [1, None, "x = 1\n"], "cell_type": "code"}]
    odd += [code_cell("x = '\ud800'"), code_cell("\x00"), {"cell_type": "code", "source": "y = 1", "metadata": [1]}]
    tree["cells"][0:0] = odd
    tree["cells"] += [{"cell_type": "markdown", "source": "x" * 10**6, "attachments": {"a": {"image/png": 5}, "b": 1}}]


def stored_outputs(tree):
    answers = {"application/vnd.nnlab.answers": '{"dict":[["answers",[]]]}', "text/plain": "20.0"}
    for cell in tree["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"] = [
                {"output_type": "display_data", "data": answers, "metadata": {}},
                {"output_type": "execute_result", "data": {"text/plain": "20.0"}, "metadata": {}, "execution_count": 1},
                {"output_type": "stream", "name": "stdout", "text": "20.0"},
            ]


def renamed(course, unit, folder):
    notebook()(course, unit, folder)
    (folder / f"{unit}.ipynb").rename(folder / f"{unit} (1).ipynb")


def huge(course, unit, folder):
    write(folder, f"{unit}.ipynb", "{}")
    with open(folder / f"{unit}.ipynb", "wb") as target:
        target.truncate(200 * 2**20)


def pipe_for_a_file(course, unit, folder):
    """Reading it would wait for ever."""
    folder.mkdir(parents=True)
    os.mkfifo(folder / f"{unit}.ipynb")


def folder_for_a_file(course, unit, folder):
    (folder / f"{unit}.ipynb").mkdir(parents=True)


AGAIN = "ask for it again"
ATTACKS = (
    Attack("skip_tags", (1,), OURS, notebook(solved=False, change=skip_tags), NOTHING),
    Attack("skip_tags_solved", (1,), OURS, notebook(change=skip_tags), ALL),
    Attack("same_ids", (2,), OURS, notebook(change=same_ids), ALL),
    Attack("repeated_checks", (2,), OURS, notebook(solved=False, change=repeated_checks), NOTHING),
    Attack("repeated_answer", (2,), OURS, notebook(change=repeated_answer), ALL),
    Attack("future_schema", (3,), OURS, notebook(change=future_schema), ALL),
    Attack("edited_points", (4,), OURS, notebook(solved=False, change=edited_points), NOTHING),
    Attack(
        "exchanged_grade_ids",
        (4,),
        OURS,
        notebook(solved=False, change=exchanged_grade_ids, softmax="def softmax(x, axis=-1):\n    return x * np.nan"),
        NOTHING,
    ),
    Attack("forged_checks", (5,), OURS, notebook(solved=False, change=forged_checks), NOTHING),
    Attack("checks_as_markdown", (5,), OURS, notebook(change=checks_as_markdown), ALL),
    Attack(
        "answer_as_markdown",
        (5,),
        "An answer that is no code costs its own exercise only.",
        notebook(change=answer_as_markdown),
        but(softmax=0.0),
    ),
    Attack("without_checks", (6,), OURS, notebook(solved=False, change=without_checks), NOTHING),
    Attack("without_checks_solved", (6,), OURS, notebook(change=without_checks), ALL),
    Attack("renamed", (7,), FORMATS, renamed, ALL, "is named"),
    Attack("folder_for_a_file", (7,), READABLE, folder_for_a_file, NOTHING, AGAIN),
    Attack("pipe_for_a_file", (7,), READABLE, pipe_for_a_file, NOTHING, AGAIN),
    Attack("empty_file", (7,), READABLE, file(b""), NOTHING, AGAIN),
    Attack("half_a_file", (7,), READABLE, file('{"cells": [{"cell_type": "code", "sou'), NOTHING, AGAIN),
    Attack("no_text", (7,), READABLE, file(bytes(range(256)) * 40), NOTHING, AGAIN),
    Attack("brackets", (7,), READABLE, file("[" * 200_000), NOTHING, AGAIN),
    Attack("long_number", (7,), READABLE, file('{"cells": [], "nbformat": ' + "9" * 10**6 + "}"), NOTHING, AGAIN),
    Attack("huge", (7,), READABLE, huge, NOTHING, AGAIN),
    Attack("list_for_a_notebook", (7,), READABLE, file(json.dumps([{"cells": []}])), NOTHING, AGAIN),
    Attack("another_kernel", (7,), FORMATS, notebook(change=another_kernel), ALL),
    Attack("no_kernelspec", (7,), FORMATS, notebook(change=no_kernelspec), ALL),
    Attack("another_edition", (7,), FORMATS, notebook(change=another_edition), ALL),
    Attack("format_3", (7,), FORMATS, notebook(change=format_3), ALL),
    Attack("odd_cells", (7,), FORMATS, notebook(change=odd_cells), ALL),
    Attack("stored_outputs", (8,), OUTPUTS, notebook(solved=False, change=stored_outputs), NOTHING),
    Attack(
        "stored_outputs_and_one_answer",
        (8,),
        OUTPUTS,
        notebook(
            solved=False,
            change=stored_outputs,
            softmax="softmax = lambda x, axis=-1: np.exp(x - np.logaddexp.reduce("
            "x, axis=axis, keepdims=True, dtype=float))",
        ),
        only(softmax=4.0),
    ),
)
