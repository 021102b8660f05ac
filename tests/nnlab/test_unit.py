"""check() as a student meets it, and as the sandbox does."""

import os
import subprocess
import sys

import numpy as np
import pytest
from nnexam import examiner
from nnexam.judge import judge
from nnexam.model import Aspect, Text
from nnlab import CheckFailed, Unit, data, probes, wire
from nnlab import unit as unit_module
from nnref import activations


def test_a_right_answer_passes_and_prints_a_table(capsys):
    Unit("u03_activation").check("sigmoid", activations.sigmoid)
    said = capsys.readouterr().out
    assert "sigmoid: 3 / 3 points" in said and "fail" not in said


@pytest.mark.parametrize(
    ("lang", "diagnosis"), [("en", "No maximum is subtracted"), ("ko", "최댓값을 빼지 않았습니다")]
)
def test_a_known_mistake_is_named_in_the_language(capsys, lang, diagnosis):
    def softmax(x, axis=-1):
        return np.exp(x) / np.exp(x).sum(axis=axis, keepdims=True)

    with pytest.raises(CheckFailed, match="softmax: 2 / 4"):
        Unit("u03_activation", lang=lang).check("softmax", softmax)
    assert diagnosis in capsys.readouterr().out


def test_the_seed_draws_the_same_cases_again(capsys):
    unit = Unit("u03_activation")
    for _ in range(2):
        with pytest.raises(CheckFailed):
            unit.check("sigmoid", lambda x: x, seed=7)
    one, two = capsys.readouterr().out.split("sigmoid: ")[1:]
    assert one == two and 'check("sigmoid", sigmoid, seed=7)' in one


def test_an_untouched_stub_is_not_done_yet(capsys):
    def sigmoid(x):
        raise NotImplementedError()

    with pytest.raises(CheckFailed, match="not done yet"):
        Unit("u03_activation").check("sigmoid", sigmoid)


def test_prints_and_warnings_are_shown_and_cost_nothing(capsys):
    def sigmoid(x):
        print("here", x.shape)
        return 1 / (1 + np.exp(-x))  # overflows at -1000: a warning, the value is right

    Unit("u03_activation").check("sigmoid", sigmoid)
    said = capsys.readouterr()
    assert "3 / 3" in said.out and "here" in said.out and "overflow" in said.out and said.err == ""


def test_the_students_own_line_is_quoted(capsys):
    def sigmoid(x):
        return x.no_such_attribute

    with pytest.raises(CheckFailed):
        Unit("u03_activation").check("sigmoid", sigmoid)
    said = capsys.readouterr().out
    assert "AttributeError" in said and "return x.no_such_attribute" in said and "probes.py" not in said


def test_wrong_use_is_one_sentence():
    with pytest.raises(LookupError, match="did you mean 'softmax'"):
        Unit("u03_activation").check("sotfmax", abs)
    with pytest.raises(TypeError, match="found 1 objects to check; expected 2: relu, leaky_relu"):
        Unit("u03_activation").check("relus", abs)
    with pytest.raises(LookupError, match="no examiner for the unit"):
        Unit("u99_nothing").check("softmax", abs)


def test_an_endless_loop_ends(capsys, monkeypatch):
    def sigmoid(x):
        while True:
            pass

    monkeypatch.setattr(examiner.exercise("u03_activation", "sigmoid"), "seconds", 0.5)
    with pytest.raises(CheckFailed):
        Unit("u03_activation").check("sigmoid", sigmoid)
    assert "did not finish in time" in capsys.readouterr().out


def test_score_adds_up(capsys):
    unit = Unit("u03_activation")
    unit.check("sigmoid", activations.sigmoid)
    unit.score()
    said = capsys.readouterr().out
    assert "3 / 20" in said and "– / 4" in said


def test_without_an_examiner_answers_are_handed_out(tmp_path, monkeypatch):
    shown = []
    monkeypatch.setattr(unit_module, "_examiner", lambda: None)
    monkeypatch.setattr("IPython.display.display", lambda data, raw: shown.append(data))
    question = {"probe": "call", "subject": "sigmoid", "args": [np.array([0.0])]}
    paper = {"subjects": ["sigmoid"], "questions": [question]}
    (tmp_path / "sigmoid.json").write_text(wire.dumps(paper), encoding="utf-8")
    monkeypatch.setenv("NNLAB_CASES", str(tmp_path))
    Unit("u03_activation").check("sigmoid", activations.sigmoid)
    answers = wire.loads(shown[0][unit_module.ANSWERS_MIME])["answers"]
    assert answers[0]["value"] == np.array([0.5]) and answers[0]["error"] is None


def test_without_examiner_and_cases_there_is_one_sentence(monkeypatch):
    monkeypatch.setattr(unit_module, "_examiner", lambda: None)
    monkeypatch.delenv("NNLAB_CASES", raising=False)
    with pytest.raises(RuntimeError, match="no examiner is installed"):
        Unit("u03_activation").check("sigmoid", abs)


def test_a_probe_sees_effects_on_arguments():
    def relu(x):
        x[x < 0] = 0
        return x

    question = {"probe": "call", "subject": "relu", "args": [np.array([-1.0, 2.0])]}
    answer = probes.answer(question, {"relu": relu})
    assert question["args"][0][0] == -1 and answer["after"][0][0] == 0 and answer["value"][0] == 0


def test_a_probe_survives_exit_and_deep_recursion():
    def deep(x):
        return deep(x)

    for function, kind in ((lambda x: exit(), "SystemExit"), (deep, "RecursionError")):
        answer = probes.answer({"probe": "call", "subject": "f", "args": [1]}, {"f": function})
        assert answer["error"]["type"] == kind


def test_an_expected_error_may_be_a_kind_of_it():
    class ShapeError(ValueError):
        pass

    def refusing(kind):
        def f(x):
            raise kind("not this")

        return probes.answer({"probe": "call", "subject": "f", "args": [1]}, {"f": f})

    aspect = Aspect("refused", 1, Text("refused", "거절"))
    assert judge(refusing(ValueError), refusing(ShapeError), aspect) is None
    assert judge(refusing(ShapeError), refusing(ValueError), aspect).kind == "error"
    assert judge(refusing(ValueError), refusing(TypeError), aspect).kind == "error"
    assert judge(refusing(RuntimeError), refusing(NotImplementedError), aspect).kind == "undone"
    damaged = {**refusing(ShapeError), "error": {"type": "ShapeError", "kinds": 3}}
    assert judge(refusing(ValueError), damaged, aspect).kind == "error"


def test_digits():
    X, y = data.digits()
    assert X.shape == (1797, 64) and y.shape == (1797,) and X.min() == 0 and X.max() == 1
    X[:] = -1
    assert data.digits()[0].min() == 0


def test_matrices_are_multiplied_in_one_thread():
    code = """
import numpy, threadpoolctl
from nnlab import Unit
def threads():
    return {pool["num_threads"] for pool in threadpoolctl.threadpool_info() if pool["user_api"] == "blas"}
before = threads()
Unit("u00_setup")
print(before, threads())
"""
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "2", "MKL_NUM_THREADS": "2"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, env=environment)
    assert done.stdout == ("{2} {1}\n" if os.cpu_count() > 1 else "{1} {1}\n"), done.stderr
