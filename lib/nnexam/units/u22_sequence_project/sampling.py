"""generate: what is certain is compared, what is drawn is counted."""

import numpy as np
from nnref.activations import softmax

from nnexam.judges import Statistic
from nnexam.model import Aspect, Case, Exercise, Text, script

DRAWS = 500


def generate(step, state, start, n, rng, T=1.0):
    """As LanguageModel.generate of nnref, for any model that is a function of an id and a state."""
    if not T > 0:
        raise ValueError(f"generate: found T {T}; expected a number above 0")
    for k in start:
        scores, state = step(k, state)
    ids = []
    for _ in range(n):
        ids.append(int(rng.choice(len(scores), p=softmax(scores / T))))
        scores, state = step(ids[-1], state)
    return ids


def shares(ids):
    return np.bincount(np.asarray(ids), minlength=4)[:4] / DRAWS


def expected_shares(case):
    return softmax(case.secret["scores"] / case.secret["T"])


def standard_error(case):
    p = expected_shares(case)
    return np.sqrt(p * (1 - p) / DRAWS)


SHARES = Statistic(Text("The share of an id", "어떤 id가 나온 비율"), shares, expected_shares, standard_error)

# what comes next hangs on the id and on the state, and the state on all ids before
WALK = "step = lambda k, state: (60.0 * np.eye(7)[table[k, state]], (2 * state + k + 1) % 5)\n"
HIGH = WALK.replace("60.0 * np.eye", "60 + 60.0 * np.eye")
FLAT = "step = lambda k, state: (scores, state)\n"


def generate_cases(rng):
    table = np.stack([rng.permutation(7) for _ in range(5)], axis=1)
    walk = WALK + "ids = generate(step, {}, {}, {}, np.random.default_rng(0))"
    cold = WALK + "ids = generate(step, 1, [5], 9, np.random.default_rng(0), 0.05)"
    high = HIGH + "ids = generate(step, 1, [5], 9, np.random.default_rng(0), 0.05)"
    real = "step = lambda k, state: (scores[state % 40], state + 1)\n"
    real += "ids = generate(step, 0, [1], 40, np.random.default_rng({}))"
    many = FLAT + "ids = np.array(generate(step, 0, [2], {}, np.random.default_rng({}))) // 50"
    hot = FLAT + "ids = generate(step, 0, [2], {}, np.random.default_rng({}), {})"
    scores = rng.permutation([0.0, 0.5, 1.2, 2.5])
    seed = int(rng.integers(10**6))
    chance = f"""
        before = np.random.get_state()[2]
        ids = generate(step, 0, [2], 40, np.random.default_rng({seed}))
        again = generate(step, 0, [2], 40, np.random.default_rng({seed}))
        other = generate(step, 0, [2], 40, np.random.default_rng({seed + 1}))
    """
    facts = ("np.array_equal(ids, again)", "np.array_equal(ids, other)", "np.random.get_state()[2] == before")
    by_hand = Text(
        "One score is far above the others here, so nothing is left to chance: follow the ids and the state by hand.",
        "여기서는 점수 하나가 훨씬 커서 우연이 끼어들 틈이 없습니다. id와 상태를 손으로 따라가 보십시오.",
    )
    prompt = Text(
        "start has several ids: all of them are read, in order, before the first id is drawn.",
        "start에 id가 여러 개입니다. 첫 id를 뽑기 전에 모두 차례로 읽습니다.",
    )
    low = Text(
        "scores / T reaches 1200 here: subtract the largest before exp.",
        "여기서는 scores / T가 1200이 됩니다. exp를 취하기 전에 가장 큰 값을 빼십시오.",
    )
    uncut = Text(
        "scores / T is 2400 here for one id and 1200 for the others: subtract the largest, and cut nothing off.",
        "여기서는 scores / T가 id 하나에서 2400, 나머지에서 1200입니다. 가장 큰 값을 빼고, 아무것도 자르지 마십시오.",
    )
    rare = Text(
        "200 ids with nearly equal scores, counted in four groups of 50: each id can come.",
        "id 200개의 점수가 거의 같습니다. 50개씩 네 묶음으로 셉니다. 모든 id가 나올 수 있어야 합니다.",
    )
    source = Text(
        "The same seed must give the same ids, another seed others, and only rng may be used.",
        "시드가 같으면 id도 같고 다르면 달라야 하며, 난수는 rng에서만 얻어야 합니다.",
    )
    refused = Text("T is not above 0: raise a ValueError.", "T가 0보다 크지 않습니다. ValueError를 내십시오.")
    cases = [
        Case("path", script(walk.format(2, [3], 8), "ids", table=table), by_hand),
        Case("path", script(walk.format(0, [6], 1), "ids", table=table), by_hand),
        Case("path", script(walk.format(4, [3, 1, 4, 4], 8), "ids", table=table), prompt),
        Case("path", script(walk.format(4, [0, 2], 7), "ids", table=table), prompt),
        Case("careful", script(cold, "ids", table=table), low),
        Case("careful", script(high, "ids", table=table), uncut),
        Case("careful", script(real.format(seed), "len(ids)", scores=rng.normal(0, 2, (40, 377)).astype(np.float32))),
        Case("rng", script(FLAT + chance, facts, scores=scores), source),
        Case("refused", script(hot.format(3, seed, 0.0), "ids", scores=scores), refused),
        Case("refused", script(hot.format(3, seed, -0.5), "ids", scores=scores), refused),
    ]
    for T in (1.0, 2.5, 0.6):
        question = script(hot.format(DRAWS, seed, T), "ids", scores=scores)
        cases.append(Case("shares", question, secret={"scores": scores, "T": T}))
    slope = np.linspace(0.2, 0, 200)
    groups = np.log(np.exp(slope).reshape(4, 50).sum(axis=1))
    question = script(many.format(DRAWS, seed), "ids", scores=slope)
    return [*cases, Case("shares", question, rare, secret={"scores": groups, "T": 1.0})]


GENERATE = Exercise(
    "generate",
    ("generate",),
    (
        Aspect("path", 1.5, Text("what is read, and the state", "읽는 id와 상태")),
        Aspect("shares", 1, Text("drawn with the right probabilities", "맞는 확률로 뽑음"), judge=SHARES),
        Aspect("careful", 0.5, Text("a low temperature; scores of float32", "낮은 온도, float32 점수")),
        Aspect("rng", 0.5, Text("all chance comes from rng", "난수는 모두 rng에서")),
        Aspect("refused", 0.5, Text("T = 0 and below is refused", "0 이하의 T는 거절")),
    ),
    generate_cases,
    {"generate": generate},
)
