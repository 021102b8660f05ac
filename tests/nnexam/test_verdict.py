"""From answers to verdicts: points, diagnosis, forged and missing answers, both languages."""

import re

import numpy as np
import pytest
from nnexam import examiner, show
from nnexam.judges import Invariant, Score
from nnexam.model import Aspect, Case, Exercise, Text, call
from nnexam.verdict import answers_of, examine, follow_through, paper
from nnlab import wire

SOFTMAX = examiner.exercise("u03_activation", "softmax")
CASES = SOFTMAX.cases(np.random.default_rng(0))


def verdict_on(function, exercise=SOFTMAX, cases=CASES):
    return examine(exercise, cases, {"answers": answers_of({exercise.subjects[0]: function}, cases)})


def test_points_by_aspect():
    def without_axis(x, axis=-1):
        return SOFTMAX.reference["softmax"](x)

    verdict = verdict_on(without_axis)
    assert (verdict.earned, verdict.points) == (3, 4) and verdict.mistakes == ["always_last_axis"]


def test_an_unknown_mistake_gets_the_hint_of_the_isolating_case():
    verdict = verdict_on(lambda x, axis=-1: SOFTMAX.reference["softmax"](x, axis=axis) + (np.max(x) > 900))
    failed = [result for result in verdict.results if result.finding]
    assert [result.aspect.name for result in failed] == ["large"]
    assert failed[0].mistake is None and "exponentials" in failed[0].why.en


@pytest.mark.parametrize(
    "handed_in",
    [None, {}, [], {"answers": None}, {"answers": [None]}, {"answers": [1] * len(CASES)}, {"stopped": "nonsense"}],
)
def test_whatever_comes_back_earns_nothing_and_raises_nothing(handed_in):
    verdict = examine(SOFTMAX, CASES, handed_in)
    assert verdict.earned == 0 and not verdict.undone and verdict.text("ko")


@pytest.mark.parametrize("reason", ["timeout", "died", "notime", "refused"])
def test_a_stop_is_said(reason):
    verdict = examine(SOFTMAX, CASES, {"stopped": reason, "why": "NameError: softmax"})
    assert verdict.earned == 0
    assert show.FINDINGS[reason].ko.format(given="NameError: softmax") in verdict.text("ko")


def test_forged_answers_earn_nothing():
    """Answers made for other cases, or copied from the questions, are only answers."""
    other = answers_of(SOFTMAX.reference, SOFTMAX.cases(np.random.default_rng(1)))
    forged = [{"value": True, "after": [], "again": True, "error": None}] * len(CASES)
    assert examine(SOFTMAX, CASES, {"answers": other}).earned <= 2  # the cases that are the same for everybody
    assert examine(SOFTMAX, CASES, {"answers": forged}).earned == 0


def test_a_paper_holds_questions_and_no_answer():
    sheet = wire.loads(wire.dumps(paper(SOFTMAX, CASES)))
    assert set(sheet) == {"subjects", "questions", "seconds"}
    assert all(set(q) <= {"probe", "subject", "args", "kwargs", "once"} for q in sheet["questions"])


def twice(rng):
    return [Case(("one", "two"), call("double", np.array([rng.normal()])))]


def test_one_case_may_serve_two_aspects_and_the_most_specific_mistake_wins():
    aspects = (Aspect("one", 1, Text("one", "하나")), Aspect("two", 1, Text("two", "둘")))
    exercise = Exercise("double", ("double",), aspects, twice, {"double": lambda x: 2 * x})
    exercise.mistake("square", "제곱")(lambda x: x**2)
    cases = exercise.cases(np.random.default_rng(3))
    verdict = examine(exercise, cases, {"answers": answers_of({"double": lambda x: x * x}, cases)})
    assert verdict.mistakes == ["<lambda>"] and verdict.earned == 0


def test_no_mistake_is_named_that_fails_where_the_student_is_right():
    def cases(rng):
        return [Case("values", call("double", float(x))) for x in (-1, 0, 1)]

    exercise = Exercise("double", ("double",), (Aspect("values", 1, Text("values", "값")),), cases, {})
    exercise.reference["double"] = lambda x: 2 * x
    exercise.mistake("always 0", "언제나 0")(lambda x: 0.0)
    drawn = cases(None)

    def named(function):
        return examine(exercise, drawn, {"answers": answers_of({"double": function}, drawn)}).mistakes

    assert named(lambda x: 0.0) == ["<lambda>"]
    assert named(lambda x: 2 * x if x > 0 else 0.0) == []  # agrees with it at -1, where both are wrong, but not at 1


def test_no_mistake_is_named_that_is_right_where_the_student_is_wrong():
    """An invariant and an unstable answer: seen coarsely, both answers keep the property."""

    def in_order(given, case):
        return None if list(given) == sorted(given) else Text("not in order", "순서가 틀림")

    def cases(rng):
        return [Case(name, call("some", 3)) for name in ("sorted", "length")]

    texts = Text("sorted", "정렬"), Text("length", "길이")
    aspects = (
        Aspect("sorted", 1, texts[0], judge=Invariant(in_order), effects=True),
        Aspect("length", 1, texts[1]),
    )
    exercise = Exercise("some", ("some",), aspects, cases, {"some": lambda n: list(range(n))})
    exercise.mistake("one more", "하나 많음")(lambda n: list(range(n + 1)))
    drawn, count = cases(None), iter(range(9))

    def unstable(n):
        return [next(count)] * n

    verdict = examine(exercise, drawn, {"answers": answers_of({"some": unstable}, drawn)})
    assert [result.finding.kind for result in verdict.results][0] == "unstable" and verdict.mistakes == []


def test_follow_through_counts_what_passes_in_either_try():
    def first_try(x, axis=-1):
        return SOFTMAX.reference["softmax"](x)  # no axis

    def second_try(x, axis=-1):
        return np.exp(x) / np.exp(x).sum(axis=axis, keepdims=True)  # not stable

    with np.errstate(all="ignore"):
        joined = follow_through(verdict_on(first_try), verdict_on(second_try), ["sigmoid"])
    assert joined.passed and joined.regraded == ("sigmoid",)
    assert "sigmoid given from the course" in joined.text("en")


def test_unknown_names_name_the_nearest():
    with pytest.raises(examiner.UnknownExercise, match="did you mean 'softmax'"):
        examiner.exercise("u03_activation", "softmaxx")
    with pytest.raises(examiner.UnknownExercise, match="no examiner"):
        examiner.exercises("../../etc")


@pytest.mark.parametrize("lang", ["en", "ko"])
def test_html_shows_students_text_as_text(lang):
    def wrong(x, axis=-1):
        print("<script>alert(1)</script>")
        raise ValueError("<img src=x onerror=alert(1)>")

    html = verdict_on(wrong).html(lang)
    assert "<script" not in html and "<img" not in html and "&lt;img" in html


def test_a_failing_table_fits_on_a_screen():
    for unit in ("u02_perceptron", "u03_activation"):
        for exercise in examiner.exercises(unit).values():
            cases = exercise.cases(np.random.default_rng(0))
            broken = [dict(a, value=None) for a in answers_of(exercise.reference, cases)]
            assert len(examine(exercise, cases, {"answers": broken}).text("en").splitlines()) <= 24


def test_every_sentence_is_in_both_languages():
    for unit in ("u02_perceptron", "u03_activation"):
        for exercise in examiner.exercises(unit).values():
            texts = [m.why for m in exercise.mistakes]
            texts += [aspect.title for aspect in exercise.aspects if aspect.title.en != "Dense.forward"]
            texts += [c.hint for c in exercise.cases(np.random.default_rng(0)) if c.hint]
            for text in texts:
                assert re.search("[가-힣]", text.ko) and not re.search("[가-힣]", text.en)


def test_an_aspect_without_values_counts_once_some_values_are_right():
    steps = examiner.exercise("u03_activation", "steps")
    cases = steps.cases(np.random.default_rng(0))
    floats = {name: lambda x: np.asarray(x, dtype=float) * 0 + 7 for name in steps.subjects}
    verdict = examine(steps, cases, {"answers": answers_of(floats, cases)})
    assert verdict.earned == 0 and "once one of the rows with values holds" in verdict.text("en")
    one_right = {**floats, "step": steps.reference["step"]}
    assert examine(steps, cases, {"answers": answers_of(one_right, cases)}).earned == 1.5


def test_where_a_need_has_failed_no_mistake_is_claimed():
    xor = examiner.exercise("u02_perceptron", "xor")
    cases = xor.cases(np.random.default_rng(0))
    wrong = answers_of({"XOR": xor.mistakes[0].wrong}, cases)
    verdict = examine(xor, cases, {"answers": wrong}, failed=["gates"])
    assert verdict.mistakes == [] and "builds on gates" in verdict.text("en")
    assert examine(xor, cases, {"answers": wrong}).mistakes == ["single_neuron"]


def test_the_changed_argument_is_named():
    step = examiner.exercise("u02_perceptron", "perceptron_step")
    cases = step.cases(np.random.default_rng(0))

    def careless(w, x, t, eta):
        new = step.reference["perceptron_step"](w, x, t, eta)
        x[1] = 0
        return new

    said = examine(step, cases, {"answers": answers_of({"perceptron_step": careless}, cases)}).text("en")
    assert "changed its argument x[1]" in said


def test_pythons_own_message_is_explained():
    sigmoid = examiner.exercise("u03_activation", "sigmoid")
    cases = sigmoid.cases(np.random.default_rng(0))

    def scalar(x):
        return 1.0 if x > 0 else 0.0

    verdict = examine(sigmoid, cases, {"answers": answers_of({"sigmoid": scalar}, cases)})
    assert "np.where" in verdict.text("en") and "배열이 들어갔습니다" in verdict.text("ko")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (lambda x: np.ones(2) + np.ones(3), "print the shape of each"),
        (lambda x: np.ones((2, 3)) @ np.ones((2, 3)), "columns of A"),
        (lambda x: np.array([[1.0], [1.0, 2.0]]), "not equally long"),
        (lambda x: None + 1, "without return"),
    ],
)
def test_frequent_messages_are_explained(wrong, said):
    sigmoid = examiner.exercise("u03_activation", "sigmoid")
    cases = sigmoid.cases(np.random.default_rng(0))
    assert said in examine(sigmoid, cases, {"answers": answers_of({"sigmoid": wrong}, cases)}).text("en")


def test_a_missing_error_gets_the_hint_of_its_case():
    mse = examiner.exercise("u05_loss", "mse")
    cases = mse.cases(np.random.default_rng(0))
    silent = examine(mse, cases, {"answers": answers_of({"mse": lambda y, t: -5.0}, cases)})
    assert "raise a ValueError before you subtract" in silent.text("en")


def test_two_different_sentences_of_judges_are_both_shown():
    """Two properties that do not hold are two causes."""

    def broken(number):
        return Invariant(
            lambda given, case: Text(f"property {number} does not hold", f"성질 {number}이(가) 거짓입니다")
        )

    aspects = tuple(Aspect(f"a{n}", 1, Text("", ""), judge=broken(n)) for n in (1, 2))
    one = Exercise("f", ("f",), aspects, lambda rng: [Case(("a1", "a2"), call("f", 1.0))], {"f": lambda x: x})
    text = examine(one, one.cases(None), {"answers": answers_of(one.reference, one.cases(None))}).text("en")
    assert "property 1" in text and "property 2" in text


def test_advice_costs_nothing():
    gates = examiner.exercise("u02_perceptron", "gates")
    cases = gates.cases(np.random.default_rng(0))
    answers = answers_of(gates.reference, cases)
    verdict = examine(gates, cases, {"answers": answers, "sources": {"AND": "def AND(a, b):\n    return a and b"}})
    assert verdict.passed and "weighted sum" in verdict.text("en") and "가중합" in verdict.html("ko")
    assert not examine(gates, cases, {"answers": answers, "sources": {"AND": "def (("}}).advice


def test_an_input_is_shown_with_short_rows_whole_and_no_rows_with_their_shape():
    boxes = np.arange(66.0).reshape(11, 6)
    shown = show.called(call("match", boxes, np.zeros((0, 5)), np.zeros(0, dtype=bool)))
    assert "[0, 1, 2, 3, 4, 5], [6, 7, 8, 9, 10, 11]" in shown and "[60, 61, 62, 63, 64, 65]]" in shown
    assert shown.endswith(", np.zeros((0, 5)), np.zeros((0,), dtype=bool))")
    assert (
        show.called(call("f", np.arange(21.0).reshape(3, 7)))
        == "f([[0, 1, ..., 5, 6], [7, 8, ..., 12, 13], [14, 15, ..., 19, 20]])"
    )


def test_where_only_a_score_counts_neither_reference_nor_mistakes_are_asked():
    """They would train a network each; nobody looks at what comes out."""

    def never(x):
        raise AssertionError("asked")

    score = Score(Text("the sum", "합"), lambda given, case: given.sum(), 3)
    aspects = (Aspect("score", 1, Text("score", "점수"), judge=score),)
    exercise = Exercise("trained", ("f",), aspects, lambda rng: [Case("score", call("f", np.ones(2)))], {"f": never})
    exercise.mistake("low", "낮음", subject="f", named=False)(never)
    cases = exercise.cases(np.random.default_rng(0))
    for factor, earned in ((2, 1), (1, 0)):
        verdict = examine(exercise, cases, {"answers": answers_of({"f": lambda x, k=factor: k * x}, cases)})
        assert verdict.earned == earned and verdict.mistakes == []
