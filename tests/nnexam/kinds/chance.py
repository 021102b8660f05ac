"""Random work: a generator of batches, judged by what holds for all, and random numbers, judged by their statistics."""

import numpy as np
from nnexam.judges import Invariant, Statistic
from nnexam.model import Aspect, Case, Text, script
from nnref import initializers, mlp

from tests.nnexam.kinds import exercise, title


def broken_batches(given, case):
    X, sizes = case.question["args"]["X"], [len(x) for x, _ in given["first"]]
    if sizes != [4, 4, 2]:
        return Text("The batches of 10 samples have other sizes than 4, 4, 2.", "배치 크기가 4, 4, 2가 아닙니다.")
    x, y = (np.concatenate([batch[i] for batch in given["first"]]) for i in (0, 1))
    if not np.array_equal(np.sort(y), np.arange(10)):
        return Text("Some samples are missing or appear twice.", "빠지거나 두 번 나온 샘플이 있습니다.")
    if not np.array_equal(x, X[y]):
        return Text("X and y are shuffled apart: the pairs no longer match.", "X와 y의 짝이 맞지 않습니다.")
    second = np.concatenate([batch[1] for batch in given["second"]])
    if np.array_equal(y, np.arange(10)) or np.array_equal(y, second):
        return Text("The order is the same each time.", "순서가 매번 같습니다.")
    if not given["np.random.get_state()[2] == before"]:
        return Text("NumPy's global generator was used; take rng.", "rng 대신 전역 난수를 썼습니다.")
    return None


def batch_cases(rng):
    lines = f"""
        before = np.random.get_state()[2]
        rng = np.random.default_rng({rng.integers(1000)})
        first = list(batch_iter(X, y, 4, rng))
        second = list(batch_iter(X, y, 4, rng))
    """
    results = ("first", "second", "np.random.get_state()[2] == before")
    return [Case("batches", script(lines, results, X=rng.normal(size=(10, 3)), y=np.arange(10)))]


BATCHES = exercise(
    "generator",
    "batch_iter",
    ("batch_iter",),
    (Aspect("batches", 2, title("one epoch"), judge=Invariant(broken_batches)),),
    batch_cases,
    {"batch_iter": mlp.batch_iter},
)


@BATCHES.mistake("The last, smaller batch is dropped.", "마지막 작은 배치를 버렸습니다.")
def drops_the_last(X, y, size, rng):
    order = rng.permutation(len(X))
    for i in range(0, len(X) - size + 1, size):
        yield X[order[i : i + size]], y[order[i : i + size]]


@BATCHES.mistake("Samples are drawn with replacement.", "복원 추출했습니다.")
def with_replacement(X, y, size, rng):
    for i in range(0, len(X), size):
        chosen = rng.integers(0, len(X) - 1, min(size, len(X) - i))
        yield X[chosen], y[chosen]


@BATCHES.mistake("X and y get an order each.", "X와 y를 따로 섞었습니다.")
def pairs_broken(X, y, size, rng):
    X, y = rng.permutation(X), rng.permutation(y)
    for i in range(0, len(X), size):
        yield X[i : i + size], y[i : i + size]


@BATCHES.mistake("The order is always the same.", "순서가 늘 같습니다.")
def never_shuffled(X, y, size, rng):
    for i in range(0, len(X), size):
        yield X[i : i + size], y[i : i + size]


def batches_as_list(X, y, size, rng):
    order = list(range(len(X)))
    rng.shuffle(order)
    return [(X[order[i : i + size]], y[order[i : i + size]]) for i in range(0, len(X), size)]


BATCHES.alternative(batches_as_list)

FAN_IN, FAN_OUT = 200, 300
COUNT = FAN_IN * FAN_OUT


def he_cases(rng):
    question = script(f"W = he_normal({FAN_IN}, {FAN_OUT}, np.random.default_rng({rng.integers(10**6)}))", "W")
    return [Case("shape", question), Case(("mean", "spread"), question)]


MEAN = Statistic(Text("The mean", "평균"), np.mean, lambda case: 0.0, lambda case: (2 / FAN_IN / COUNT) ** 0.5)
VARIANCE = Statistic(
    Text("The variance", "분산"), np.var, lambda case: 2 / FAN_IN, lambda case: 2 / FAN_IN * (2 / COUNT) ** 0.5
)

HE = exercise(
    "random numbers",
    "he_normal",
    ("he_normal",),
    (
        Aspect("mean", 1, title("mean"), judge=MEAN),
        Aspect("spread", 2, title("variance"), judge=VARIANCE),
        Aspect("shape", 1, title("shape"), alone=True),
    ),
    he_cases,
    {"he_normal": initializers.he_normal},
)


@HE.mistake("The variance is used as the standard deviation.", "분산을 표준편차로 썼습니다.")
def variance_for_std(fan_in, fan_out, rng):
    return rng.normal(0, 2 / fan_in, (fan_in, fan_out))


@HE.mistake("fan_out stands where fan_in belongs.", "fan_in 자리에 fan_out을 썼습니다.")
def by_fan_out(fan_in, fan_out, rng):
    return rng.normal(0, np.sqrt(2 / fan_out), (fan_in, fan_out))


@HE.mistake("The numbers are drawn between 0 and a bound: their mean is not 0.", "평균이 0이 아닙니다.")
def one_sided(fan_in, fan_out, rng):
    return np.abs(rng.normal(0, np.sqrt(2 / fan_in), (fan_in, fan_out)))


HE.alternative(lambda n, m, rng: (rng.standard_normal((m, n)) * np.sqrt(2.0 / n)).T)
HE.alternative(lambda n, m, rng: rng.normal(size=(n, m)).astype(np.float32) / np.float32(np.sqrt(n / 2)))
