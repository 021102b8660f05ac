"""Each kind of exercise works from question to verdict: right answers pass, mistakes lose points and are named."""

import numpy as np
import pytest
from nnexam.judges import FALSE_ALARM, Statistic
from nnexam.model import Text
from nnexam.verdict import examine, paper
from nnlab import probes, wire

from tests.nnexam.kinds import KINDS
from tests.nnexam.kinds.chance import HE

SEEDS = range(10)


def graded(exercise, subjects, seed):
    """As in grading: questions and answers cross the wall as text, and secrets stay."""
    cases = exercise.cases(np.random.default_rng(seed))
    questions = wire.loads(wire.dumps(paper(exercise, cases)))["questions"]
    answers = [probes.answer(question, subjects) for question in questions]
    return examine(exercise, cases, wire.loads(wire.dumps({"answers": answers})))


def names(kind):
    return [(kind, number) for number in range(len(KINDS[kind].mistakes))]


def test_the_table_of_kinds_is_whole():
    assert len(KINDS) == 11
    assert all(len(exercise.mistakes) >= 2 and exercise.alternatives for exercise in KINDS.values())


@pytest.mark.parametrize("kind", KINDS)
def test_right_answers_pass(kind):
    exercise = KINDS[kind]
    for subjects in (exercise.reference, *exercise.alternatives):
        for seed in SEEDS:
            verdict = graded(exercise, subjects, seed)
            assert verdict.passed, verdict.text("en")


@pytest.mark.parametrize("kind", KINDS)
def test_undone_work_earns_nothing(kind):
    def undone(*args):
        raise NotImplementedError

    class Undone:
        def __getattr__(self, name):
            return undone

        def __init__(self, *args):
            pass

    exercise = KINDS[kind]
    for stub in (undone, Undone):
        assert graded(exercise, dict.fromkeys(exercise.subjects, stub), 0).earned == 0


@pytest.mark.parametrize(("kind", "number"), [pair for kind in KINDS for pair in names(kind)])
def test_mistakes_lose_points_and_are_named(kind, number):
    exercise = KINDS[kind]
    mistake = exercise.mistakes[number]
    earned = set()
    for seed in SEEDS:
        verdict = graded(exercise, {mistake.subject: mistake.wrong}, seed)
        assert verdict.earned < verdict.points
        assert verdict.mistakes == ([mistake.name] if mistake.named else [])
        for lang in ("en", "ko"):
            assert all(len(line) < 400 for line in verdict.text(lang).splitlines())
        earned.add(verdict.earned)
    assert len(earned) == 1, f"the points depend on the draw: {earned}"


def test_partial_credit_by_threshold():
    exercise = KINDS["trained model"]
    assert [graded(exercise, {"train": m.wrong}, 0).earned for m in exercise.mistakes] == [0, 3]


def test_labels_stay_with_the_examiner():
    exercise = KINDS["trained model"]
    cases = exercise.cases(np.random.default_rng(0))
    sent = wire.dumps(paper(exercise, cases))
    assert "secret" not in sent and "labels" not in sent
    assert wire.dumps(cases[0].secret["labels"]) not in sent


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("value", [None, 7, "text", [1, [2]], {"a": np.zeros(2)}, np.full((200, 300), np.nan), b"x"])
def test_strange_answers_cost_points_and_break_nothing(kind, value):
    exercise = KINDS[kind]
    cases = exercise.cases(np.random.default_rng(0))
    given = {"value": value, "after": None, "again": value, "error": None}
    verdict = examine(exercise, cases, {"answers": [given] * len(cases)})
    assert verdict.earned == 0
    assert verdict.text("en") and verdict.html("ko")


class TestStatistics:
    """The false-alarm rate is what it says, and no listed mistake hides behind chance."""

    def scores(self, runs):
        """How many standard errors the reference is off, in many runs: mean and variance."""
        cases = HE.cases(np.random.default_rng(0))
        he = HE.reference["he_normal"]
        for aspect in HE.aspects[:2]:
            judge = aspect.judge
            for seed in range(runs):
                W = he(200, 300, np.random.default_rng(seed))
                yield aspect.name, (judge.measure(W) - judge.target(cases[1])) / judge.error(cases[1])

    def test_the_standard_error_is_right(self):
        """Scores of right answers are normal with deviation 1, so that the bound has the tail it is computed for."""
        for name in ("mean", "spread"):
            z = np.array([score for aspect, score in self.scores(400) if aspect == name])
            assert abs(z.mean()) < 5.4 / 20 and 0.8 < z.std() < 1.2  # 5.4 standard errors of a mean of 400
            assert np.abs(z).max() < 5

    def test_the_bound_is_that_of_the_rate(self):
        judge = Statistic(Text("a", "a"), np.mean, lambda case: 0.0, lambda case: 1.0)
        assert judge.find(None, np.array([5.3]), None) is None and judge.find(None, np.array([5.4]), None)
        assert FALSE_ALARM <= 1e-6

    def test_no_mistake_is_named_that_another_statistic_speaks_against(self):
        """Uniform numbers have nearly the variance of the one-sided mistake, but the right mean."""

        def uniform(fan_in, fan_out, rng):
            return rng.uniform(-1, 1, (fan_in, fan_out)) * np.sqrt(2 / fan_in)

        for seed in SEEDS:
            verdict = graded(HE, {"he_normal": uniform}, seed)
            assert verdict.earned == 2 and verdict.mistakes == []

    def test_power(self):
        """Every listed mistake is refused in each of 100 draws."""
        for mistake in HE.mistakes:
            assert not any(graded(HE, {"he_normal": mistake.wrong}, seed).passed for seed in range(100))
