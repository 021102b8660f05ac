"""A stranger's file gives its source text, in its place, and nothing else."""

import json

import nbformat
import pytest
from coursekit.rebuild import defuse, read_submission, rebuild

UNIT = "u03_activation"


@pytest.fixture
def release(repository):
    return json.loads(repository.release(UNIT, "ko").read_text(encoding="utf-8"))


def cell_of(tree, name):
    return next(cell for cell in tree["cells"] if cell["id"] == name)


def rebuilt(repository, tmp_path, tree):
    path = tmp_path / f"{UNIT}.ipynb"
    text = tree if isinstance(tree, (str, bytes)) else json.dumps(tree)
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    made = rebuild(repository, UNIT, path)
    nbformat.validate(made.notebook)
    return made


def sources(made):
    return {cell.id: cell.source for cell in made.notebook.cells}


def test_an_untouched_release_comes_back_as_it_was(repository, tmp_path, release):
    made = rebuilt(repository, tmp_path, release)
    assert made.edition == "ko" and made.notes == []
    assert [c.id for c in made.notebook.cells] == [c["id"] for c in release["cells"]]


def test_answers_are_put_in_and_checks_stay_ours(repository, tmp_path, release):
    cell_of(release, "softmax")["source"] = "def softmax(x):\n    return 1"
    check = cell_of(release, "check_softmax")
    check["source"], check["metadata"]["nbgrader"]["points"] = "print(99.0)", 99
    check["outputs"] = [{"output_type": "execute_result", "data": {"text/plain": "99.0"}}]
    check["metadata"]["tags"] = ["skip-execution"]
    made = rebuilt(repository, tmp_path, release)
    ours = next(c for c in made.notebook.cells if c.id == "check_softmax")
    assert sources(made)["softmax"] == "def softmax(x):\n    return 1"
    assert ours.source == 'check("softmax", softmax)' and ours.metadata.nbgrader.points == 4
    assert ours.outputs == [] and ours.metadata.tags == ["raises-exception"]


def test_added_and_split_cells_keep_their_order(repository, tmp_path, release):
    index = release["cells"].index(cell_of(release, "softmax"))
    half = json.loads(json.dumps(release["cells"][index]))
    half.update(id="other", source="x = 2")
    helper = {"cell_type": "code", "id": "h", "metadata": {}, "source": ["def help():\n", "    pass"], "outputs": []}
    release["cells"][index:index] = [helper]
    release["cells"][index + 2 : index + 2] = [half]
    made = rebuilt(repository, tmp_path, release)
    order = [c.source for c in made.notebook.cells if c.cell_type == "code"]
    place = order.index(sources(made)["softmax"])
    assert order[place - 1] == "def help():\n    pass" and order[place + 1] == "x = 2"
    assert [c.metadata.nnlab.role for c in made.notebook.cells].count("added") == 2


def test_deleted_cells_are_there_again(repository, tmp_path, release):
    count = len(release["cells"])
    release["cells"] = [c for c in release["cells"] if not c["id"].startswith("check_")]
    assert len(rebuilt(repository, tmp_path, release).notebook.cells) == count


def test_lost_metadata_costs_nothing(repository, tmp_path, release):
    """Some editors drop ids and metadata: cells are then found by their text, answers by their place."""
    cell_of(release, "sigmoid")["source"] = "def sigmoid(x):\n    return 0.5"
    for cell in release["cells"]:
        cell["metadata"] = {}
        del cell["id"]
    made = rebuilt(repository, tmp_path, release)
    order = [c.source for c in made.notebook.cells if c.cell_type == "code"]
    answer, check = order.index("def sigmoid(x):\n    return 0.5"), order.index('check("sigmoid", sigmoid)')
    stub = next(i for i, s in enumerate(order) if s.startswith("def sigmoid") and "NotImplemented" in s)
    assert stub < answer < check


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "JSON is damaged"),
        (b'{"cells": [', "JSON is damaged"),
        (b"\xff\xfe\x00", "not UTF-8"),
        (b"[]", "no object at its top"),
        (b'{"metadata": {}}', "it has no cells"),
        (b"[" * 200_000, "JSON is damaged"),
    ],
)
def test_an_unreadable_file_becomes_an_empty_submission(repository, tmp_path, content, said):
    made = rebuilt(repository, tmp_path, content)
    assert said in made.notes[0] and "counts as empty" in made.notes[0]
    assert "NotImplementedError" in sources(made)["softmax"]


def test_a_large_file_is_not_opened(tmp_path):
    path = tmp_path / "large.ipynb"
    with open(path, "wb") as file:
        file.truncate(200 * 2**20)
    with pytest.raises(ValueError, match="200 MB, more than 20"):
        read_submission(path, 20 * 2**20)


@pytest.mark.parametrize(
    "damage",
    [
        {"cells": [None, 3, {"cell_type": 5}, {"source": {"a": 1}}, {"source": [1, "x"], "cell_type": "code"}]},
        {"cells": [], "metadata": [1]},
        {"cells": [], "metadata": {"nnlab": {"edition": "../../etc"}}},
        {"worksheets": [{"cells": [{"cell_type": "code", "input": "a = 1"}]}, None]},
        {"cells": [{"cell_type": "code", "source": "\ud800"}], "nbformat": 99},
    ],
)
def test_odd_structures_raise_nothing(repository, tmp_path, damage):
    made = rebuilt(repository, tmp_path, damage)
    assert made.edition == "en"


def test_another_release_is_noted(repository, tmp_path, release):
    release["metadata"]["nnlab"]["release"] = "0" * 16
    assert "another release" in rebuilt(repository, tmp_path, release).notes[0]


def test_written_answers_keep_pictures_and_lose_scripts(repository, tmp_path, release):
    answer = cell_of(release, "saturation")
    answer["source"] = (
        "![a](attachment:a.png) ![b](attachment:b.svg) <script>alert(1)</script> [x](javascript:alert(1))"
    )
    answer["attachments"] = {
        "a.png": {"image/png": "iVBORw0KGgo="},
        "b.svg": {"image/svg+xml": "<svg onload=alert(1)>"},
        "c.png": {"image/png": '"><script>'},
    }
    made = rebuilt(repository, tmp_path, release)
    ours = next(c for c in made.notebook.cells if c.id == "saturation")
    assert ours.attachments == {"a.png": {"image/png": "iVBORw0KGgo="}}
    assert "<script" not in ours.source and "](javascript" not in ours.source and "attachment:b.svg" not in ours.source


@pytest.mark.parametrize(
    "text",
    [
        "<img src=x onerror=a>",
        "</div><svg/onload=a>",
        "<!--",
        "[x](java&#115;cript:a)",
        "[x]: data:text/html,a",
        "<a href=x>",
    ],
)
def test_defused_text_renders_without_tags_or_harmful_links(text):
    from nbconvert.filters.markdown_mistune import markdown2html_mistune

    html = markdown2html_mistune(defuse(text)).replace("<p>", "").replace("</p>", "")
    assert "<" not in html.replace("&lt;", ""), html


def test_honest_text_stays_readable():
    assert defuse("0.25^10 < 1e-6 and $a < b$, see [this](https://x.org)") == (
        "0.25^10 < 1e-6 and $a < b$, see [this](https://x.org)"
    )
