"""Honest people."""

import json

from coursekit import grading

from tests.attacks.model import ALL, MAYBE, Attack, add, but, cell_of, code_cell, notebook, position, text

CLUTTER = "Prints, warnings, text on stderr, errors and leftovers in other cells cost nothing."
TOOLS = "Windows, widgets, progress bars and installations that do not work while grading cost nothing."
PLACES = "Helper cells, cells moved, split or left undone: an answer counts wherever it stands."
SLOW = "An answer that works but slowly counts."
EDITORS = "It does not matter which editor saved the notebook last."

NOISE = """
import logging, sys, warnings
warnings.warn("careful")
print("to stderr", file=sys.stderr)
logging.warning("logged")
print(np.arange(10**4).reshape(100, 100))
np.set_printoptions(precision=2, suppress=True)
np.seterr(all="warn")
plt.figure(); plt.plot([1, 2])
print(undefined)
"""

NOISY_ANSWER = """
def sigmoid(x, ordinary=sigmoid):
    import sys, warnings
    print("x is", x)
    print("debugging", file=sys.stderr)
    warnings.warn("overflow encountered in exp", RuntimeWarning)
    return ordinary(x)
"""

WINDOWS = (
    "import matplotlib\nmatplotlib.use('TkAgg')\nplt.plot([1, 2]); plt.show()",
    "%matplotlib widget\nplt.plot([1, 2])",
    "%matplotlib qt\nplt.plot([1, 2])",
    "%matplotlib inline\nplt.plot([1, 2]); plt.show()",
    "import ipywidgets\nipywidgets.interact(lambda n: plt.plot([n]), n=(0, 5))",
    "import torch, pandas as pd\nimport seaborn",
    "from google.colab import drive\ndrive.mount('/content/drive')",
)

INSTALLS = (
    "!pip install numpy matplotlib",
    "%pip install nnlab-course",
    "!ls -la && apt-get install -y cowsay",
    "%cd ..\n%load_ext autoreload\n%autoreload 2",
    "%%time\nsum(range(10))",
    "%%bash\nexit 1",
    "x = (1,\nprint x",
    "?np.exp",
)

SLOWLY = '''
import math
def sigmoid(x):
    """Number by number, and so that it takes a tenth of a second each time."""
    out = np.empty(np.shape(x))
    for _ in range(2000):
        for i in np.ndindex(out.shape):
            out[i] = 1 / (1 + math.exp(-x[i])) if x[i] > -700 else 0.0
    return out
'''


def helpers(tree):
    """The answer calls a helper from a cell of its own, and the helper uses another."""
    source = text(cell_of(tree, "softmax"))
    cell_of(tree, "softmax")["source"] = "def softmax(x, axis=-1):\n    return by_helper(x, axis)"
    add(tree, position(tree, "softmax"), source.replace("def softmax", "def by_helper"), "", "# a note")


def progress_bar(tree):
    """The import stands above the answer, which works without the bar too."""
    cell = cell_of(tree, "softmax")
    loop = "    for _ in tqdm(range(3)):\n        pass\n    x = x * 1.0"
    cell["source"] = "from tqdm.auto import tqdm\n\n" + text(cell).replace("    x = x * 1.0", loop)


def changed_demos(tree):
    """Sliders tried with other ranges, and a copy of them in a cell of their own."""
    for cell in tree["cells"]:
        if "widgets.sliders" in text(cell):
            cell["source"] = text(cell).replace("10.0", "12.0")
            copied = text(cell)
    add(tree, len(tree["cells"]), copied, "import ipywidgets\nipywidgets.Output()")


def moved(tree):
    """All answers stand at the top, in another order, and prose at the end."""
    cells = tree["cells"]
    answers = [cell_of(tree, name) for name in reversed(list(ALL))]
    rest = [cell for cell in cells[1:] if cell not in answers]
    where = next(i for i, cell in enumerate(rest) if cell["id"] == "setup") + 1
    tree["cells"] = rest[:where] + answers + rest[where:] + cells[:1]


def split(tree):
    """As JupyterLab splits a cell: both halves keep the grade id, the second gets a new id."""
    for name in ("steps", "relus", "derivatives"):
        where = position(tree, name)
        cell = tree["cells"][where]
        functions = text(cell).split("\n\n\ndef ")
        halves = [functions[0], *("def " + function for function in functions[1:])]
        copies = [json.loads(json.dumps(cell)) | {"source": half, "id": f"{name}-{i}"} for i, half in enumerate(halves)]
        tree["cells"][where : where + 1] = [copies[0] | {"id": name}, *copies[1:]]


def split_blank_first(tree):
    """The half that keeps the id holds a comment only."""
    where = position(tree, "softmax")
    cell = tree["cells"][where]
    tree["cells"].insert(where + 1, json.loads(json.dumps(cell)) | {"id": "half"})
    cell["source"] = "# my answer stands below\n"


def undone_before(course, unit, folder):
    """One stub is left as it was; what stands behind it does not use it."""

    def back_to_the_stub(tree):
        release = json.loads(course.release(unit, "en").read_text(encoding="utf-8"))
        cell_of(tree, "steps")["source"] = cell_of(release, "steps")["source"]

    notebook(change=back_to_the_stub)(course, unit, folder)


def vs_code(tree):
    """Language ids in the metadata, lists of lines, a trailing blank cell, new ids for cells without one."""
    for cell in tree["cells"]:
        cell["metadata"]["vscode"] = {"languageId": "python"}
        cell["source"] = text(cell).splitlines(keepends=True)
    tree["cells"].append(code_cell([]) | {"id": "11a2b3c4"})
    tree["metadata"]["kernelspec"] = {"display_name": ".venv (3.12.3)", "language": "python", "name": "python3"}
    tree["metadata"]["language_info"] = {"name": "python", "version": "3.12.3", "nbconvert_exporter": "python"}


def colab(tree):
    """Minor format 0 and no cell ids; an id and output sizes in the metadata; rich outputs."""
    for number, cell in enumerate(tree["cells"]):
        del cell["id"]
        cell["metadata"] |= {"id": f"aB{number}xY_z", "colab": {"base_uri": "https://localhost:8080/", "height": 35}}
    tree["nbformat_minor"] = 0
    tree["metadata"] |= {"colab": {"provenance": [], "toc_visible": True}, "accelerator": "GPU"}


def without_metadata(tree):
    """What some editors and converters leave: text alone."""
    for cell in tree["cells"]:
        del cell["id"]
        cell["metadata"] = {}
    tree["metadata"] = {}


def jupyterlite(tree):
    for cell in tree["cells"]:
        cell["metadata"]["trusted"] = True
        cell["source"] = text(cell).splitlines(keepends=True)
    tree["metadata"]["kernelspec"] = {"name": "python", "display_name": "Python (Pyodide)", "language": "python"}
    tree["metadata"]["language_info"] |= {"codemirror_mode": {"name": "python", "version": 3}, "version": "3.12"}


def windows_lines(course, unit, folder):
    """Line ends and byte order mark as Windows editors write them."""
    notebook(edition="ko")(course, unit, folder)
    path = folder / f"{unit}.ipynb"
    tree = json.loads(path.read_text(encoding="utf-8"))
    for cell in tree["cells"]:
        cell["source"] = text(cell).replace("\n", "\r\n")
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(tree, indent=1, ensure_ascii=False).replace("\n", "\r\n").encode())


def redefined(course, unit, folder):
    """An exercise was wrong at first; the right one stands in a new cell before the check."""
    solution = grading.solutions(course, unit)["sigmoid"]
    wrong = "def sigmoid(x):\n    return x"

    def correct(tree):
        cell_of(tree, "sigmoid")["source"] = wrong
        add(tree, position(tree, "check_sigmoid"), solution)

    notebook(change=correct)(course, unit, folder)


ATTACKS = (
    Attack("noise", (), CLUTTER, notebook(added=NOISE, sigmoid=NOISY_ANSWER), ALL),
    Attack("windows", (), TOOLS, notebook(added=WINDOWS), ALL),
    Attack("installs", (), TOOLS, notebook(added=INSTALLS), ALL),
    Attack("changed_demos", (), TOOLS, notebook(change=changed_demos), ALL),
    Attack("progress_bar", (), TOOLS, notebook(change=progress_bar), ALL),
    Attack("slowly", (), SLOW, notebook(sigmoid=SLOWLY), ALL),
    Attack("helpers", (), PLACES, notebook(change=helpers), ALL),
    Attack("moved", (), PLACES, notebook(change=moved), ALL),
    Attack("split", (), PLACES, notebook(change=split), ALL),
    Attack("split_blank_first", (), PLACES, notebook(change=split_blank_first), ALL),
    Attack("redefined", (), PLACES, redefined, ALL),
    Attack("undone_before", (), PLACES, undone_before, but(steps=0.0)),
    Attack("vs_code", (), EDITORS, notebook(change=vs_code, edition="ko"), ALL),
    Attack("colab", (), EDITORS, notebook(change=colab), ALL),
    Attack("jupyterlite", (), EDITORS, notebook(change=jupyterlite), ALL),
    Attack("without_metadata", (), EDITORS, notebook(change=without_metadata), ALL, MAYBE),
    Attack("windows_lines", (), EDITORS, windows_lines, ALL),
)
