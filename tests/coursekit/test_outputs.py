"""What is kept of a cell's outputs: no more than the limit, and nothing that could run in a browser."""

import pytest
from coursekit.outputs import CUT, MAX_OUTPUTS, Outputs
from nnlab.unit import ANSWERS_MIME

PICTURE = "iVBORw0KGgo="


def outputs(*messages, output_mb=0.001, answers_mb=0.001):
    made = Outputs({"output_mb": output_mb, "answers_mb": answers_mb})
    for kind, content in messages:
        made.add(kind, content)
    return made


def stream(text, name="stdout"):
    return "stream", {"name": name, "text": text}


def shown(*data, **content):
    return "display_data", {"data": dict(*data), **content}


def test_text_is_joined_and_cut_at_the_limit():
    assert [o.text for o in outputs(stream("a"), stream("b"), stream("c", "stderr")).cells()] == ["ab", "c"]
    assert [o.text for o in outputs(stream("x" * 1000)).cells()] == ["x" * 1000]
    cut = outputs(stream("x" * 999), stream("yz"), stream("more")).cells()
    assert [o.text for o in cut] == ["x" * 999 + "y", CUT]
    assert outputs(stream("x" * 2000)).size == 1000 and outputs(stream("x" * 5)).size == 5


def test_only_text_and_pictures_are_kept():
    kept = outputs(
        shown({"text/html": "<script>alert(1)</script>", "text/plain": "fine", "image/svg+xml": "<svg/>"}),
        shown({"image/png": PICTURE}),
        shown({"image/png": '"><script>'}),
        shown({"application/javascript": "alert(1)"}),
        ("execute_result", {"data": {"text/plain": "3.0"}, "execution_count": 1}),
    ).cells()
    assert [dict(o.data) for o in kept] == [{"text/plain": "fine"}, {"image/png": PICTURE}, {"text/plain": "3.0"}]
    assert all(o.output_type == "display_data" for o in kept), "a result of the student's is never taken for a score"


def test_a_picture_is_kept_whole_or_not_at_all():
    assert outputs(shown({"image/png": PICTURE * 100})).cells()[0].text == CUT
    assert len(outputs(shown({"image/png": PICTURE * 50})).cells()) == 1


def test_a_million_messages_are_cut():
    kept = outputs(*[shown({"text/plain": "x"})] * (MAX_OUTPUTS + 5), output_mb=1).cells()
    assert len(kept) == MAX_OUTPUTS + 1 and kept[-1].text == CUT


def test_answers_are_apart_and_have_a_limit_of_their_own():
    made = outputs(stream("x" * 5000), shown({ANSWERS_MIME: "[1]", "text/plain": "answers"}))
    assert made.answers == "[1]" and ANSWERS_MIME not in str(made.cells())
    assert outputs(shown({ANSWERS_MIME: "[" * 1400})).answers == ""
    assert outputs(shown({ANSWERS_MIME: 3})).answers == "" and outputs(stream("x")).answers is None


def test_outputs_can_be_cleared():
    assert outputs(stream("a"), ("clear_output", {"wait": False}), stream("b")).cells()[0].text == "b"
    waiting = outputs(stream("a"), ("clear_output", {"wait": True}))
    assert waiting.cells()[0].text == "a"
    waiting.add(*stream("b"))
    assert waiting.cells()[0].text == "b"


def test_errors_keep_their_last_lines():
    made = outputs(("error", {"ename": "E" * 500, "evalue": "v", "traceback": ["line"] * 90}), output_mb=1)
    assert len(made.cells()[0].traceback) == 40 and made.error == f"{'E' * 200}: v"


@pytest.mark.parametrize("content", [{}, {"text": 3, "name": None}, {"data": []}, {"data": {"text/plain": [1]}}])
@pytest.mark.parametrize(
    "kind", ["stream", "error", "display_data", "execute_result", "clear_output", "comm_open", None]
)
def test_whatever_a_stranger_sends_is_taken_in(kind, content):
    import nbformat
    from nbformat.v4 import new_code_cell, new_notebook

    nbformat.validate(new_notebook(cells=[new_code_cell("", outputs=outputs((kind, content)).cells())]))
