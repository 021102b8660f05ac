"""What an attack is, and how its submission is made."""

import json
from collections.abc import Callable
from dataclasses import dataclass

from coursekit import grading
from nnexam import examiner

UNIT = "u03_activation"
ALL = {name: float(exercise.points) for name, exercise in examiner.exercises(UNIT).items()}
NOTHING = dict.fromkeys(ALL, 0.0)
MAYBE = ""
SECRET = b"CANARY-gradings".ljust(32)  # of every course here, so that all of them ask the same
CANARY = r"CANARY-[a-z]{8}"  # what every text looks like that a submission must never reach


def but(**points):
    """All points, but for these exercises."""
    return {**ALL, **points}


def only(**points):
    """No points, but for these exercises."""
    return {**NOTHING, **points}


@dataclass(frozen=True)
class Attack:
    """One submission.

    name     : the student who hands it in.
    lines    : numbers in the list of what a submission may try; none for honest people.
    defended : one sentence for instructors: what is defended, not how it is attacked.
    hand_in  : a function (course, unit, folder) that writes the submitted files into `folder`.
    deserves : {exercise: points}.
    says     : what a note in the report must hold; None where there is nothing to say, MAYBE where that depends on the
               machine (which of several limits is met first, if any).
    slow     : takes so long that it is graded in one way only.
    """

    name: str
    lines: tuple
    defended: str
    hand_in: Callable
    deserves: dict
    says: str | None = None
    slow: bool = False


def notebook(solved=True, added=(), change=None, files=None, edition="en", **behind):
    """Return a hand_in of the release notebook.

    solved : with the solutions; else with the stubs.
    added  : code cells before the first exercise. ``PLACE`` and ``PORT`` in them are what `facts` tells.
    change : a function of the JSON tree, called last.
    files  : {name: text} of more files beside the notebook.
    behind : {exercise: code} that follows in the cell of the answer, where it takes the place of what stands above.
    """

    def hand_in(course, unit, folder):
        tree = json.loads(course.release(unit, edition).read_text(encoding="utf-8"))
        solutions = grading.solutions(course, unit) if solved else {}
        for name in ALL:
            cell = cell_of(tree, name)
            parts = [solutions.get(name, text(cell)), behind.get(name)]
            cell["source"] = "\n\n\n".join(facts(course, part) for part in parts if part)
        cells = [added] if isinstance(added, str) else added
        add(tree, 1 + position(tree, "setup"), *(facts(course, cell) for cell in cells))
        if change:
            change(tree)
        write(folder, f"{unit}.ipynb", json.dumps(tree))
        for name, content in (files or {}).items():
            write(folder, name, facts(course, content))

    return hand_in


def file(content, name=f"{UNIT}.ipynb"):
    """Return a hand_in of one file."""
    return lambda course, unit, folder: write(folder, name, content)


def write(folder, name, content):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))


def facts(course, code):
    """Return the code, which knows where the course lies and which port of this machine answers."""
    if "PLACE" not in code and "PORT" not in code:
        return code
    place = course.root.parent
    port = place / "port"
    number = int(port.read_text()) if port.exists() else 9
    return f"# where the batch lies\nPLACE, PORT = {str(place)!r}, {number}\n{code}"


def text(cell):
    """Return the source of a cell of the JSON tree, which may be a list of lines."""
    return "".join(cell["source"])


def position(tree, name):
    return next(i for i, cell in enumerate(tree["cells"]) if cell["id"] == name)


def cell_of(tree, name):
    return tree["cells"][position(tree, name)]


def code_cell(source, **metadata):
    return {"cell_type": "code", "metadata": metadata, "source": source, "outputs": [], "execution_count": None}


def add(tree, where, *sources):
    """Put code cells into the tree, before the cell with the number `where`."""
    tree["cells"][where:where] = [code_cell(source) | {"id": f"own-{i}"} for i, source in enumerate(sources)]


def checks(tree):
    return [cell for cell in tree["cells"] if cell["id"].startswith("check_")]
