"""u08_mnist_mlp: what the checks ask, and what each aspect is worth."""

import numpy as np
from nnlab import data
from nnref import evaluation as ref

from nnexam.judges import Invariant, Score
from nnexam.model import Aspect, Case, Exercise, Text, call, script

from . import samples
from .reference import build_model, train

HIDDEN_SETS, HIDDEN = 4, 449  # of the 1,797 digits: all but one are hidden once


def idx_file(values, beginning=(0, 0, 8)):
    """Return an IDX file of whole numbers from 0 to 255, as an array of bytes."""
    lengths = np.array(values.shape, ">u4").tobytes()
    header = np.frombuffer(bytes([*beginning, values.ndim]) + lengths, np.uint8)
    return np.concatenate([header, values.ravel()]).astype(np.uint8)


def load_idx_cases(rng):
    def case(aspect, hint, file):
        return Case(aspect, script("values = load_idx(file.tobytes())", "values", file=file), hint)

    def drawn(*shape):
        values = rng.integers(1, 256, shape).astype(np.uint8)
        values.flat[:2] = 255, 3  # one above 127, which a signed byte could not hold
        return values

    by_hand = Text(
        "Write the first bytes down: 0, 0, 8, the number of axes, then four bytes for the length of each axis.",
        "처음 몇 바이트를 적어 보십시오. 0, 0, 8, 축의 수가 나오고, 이어서 축마다 길이가 4바이트씩 나옵니다.",
    )
    axes = Text("Byte 3 says how many axes there are here.", "축이 몇 개인지는 3번 바이트에 적혀 있습니다.")

    def refused(byte, value):
        return Text(
            f"Byte {byte} is {value} here. Where any of the first three bytes is not as it must be (0, 0, 8), raise a ValueError.",
            f"여기서는 {byte}번 바이트가 {value}입니다. 처음 세 바이트(0, 0, 8) 중 하나라도 다르면 ValueError를 내십시오.",
        )

    images, labels = drawn(4, 3, 5), drawn(300)
    return [
        case("values", by_hand, idx_file(labels)),
        case("values", by_hand, idx_file(images)),
        case("axes", axes, idx_file(drawn(6, 2))),
        case("axes", axes, idx_file(drawn(3, 2, 4, 5))),
        case("beginning", refused(1, 1), idx_file(images, (0, 1, 8))),
        case("beginning", refused(0, 31), idx_file(images, (31, 0, 8))),
        case("beginning", refused(2, 10), idx_file(labels, (0, 0, 10))),
        case("length", None, np.append(idx_file(images), np.uint8(7))),
        case("length", None, idx_file(labels)[:-1]),
    ]


LOAD_IDX = Exercise(
    "load_idx",
    ("load_idx",),
    (
        Aspect("values", 1, Text("labels and images", "레이블과 이미지")),
        Aspect("axes", 1, Text("any number of axes", "축이 몇 개든")),
        Aspect("beginning", 1, Text("another beginning is refused", "앞부분이 다르면 거절")),
        Aspect("length", 1, Text("numbers missing or left over are refused", "수가 모자라거나 남으면 거절")),
    ),
    load_idx_cases,
    {"load_idx": ref.load_idx},
)


def split_cases(rng):
    lines = """
        parts = split(X, y, fractions, np.random.default_rng(seed))
        again = split(X, y, fractions, np.random.default_rng(seed))
        other = split(X, y, fractions, np.random.default_rng(seed + 1))
    """
    cases = []
    for N, fractions in ((60, (0.8, 0.2)), (53, (0.6, 0.2, 0.2)), (45, (0.3, 0.7)), (52, (0.6, 0.2, 0.2))):
        X = np.column_stack([np.arange(N), rng.normal(size=(N, 2))])
        args = {"X": X, "y": 100 + np.arange(N), "fractions": fractions, "seed": int(rng.integers(10**6))}
        question = script(lines, ("parts", "again", "other", "X", "y"), **args)
        cases.append(Case(("parts", "pairs", "random"), question))
    return cases


SPLIT = Exercise(
    "split",
    ("split",),
    (
        Aspect(
            "parts",
            1,
            Text("every sample in exactly one part", "모든 샘플이 꼭 한 부분에"),
            judge=Invariant(samples.broken_parts),
        ),
        Aspect(
            "pairs",
            1,
            Text("X and y stay together; both left untouched", "X와 y의 짝이 맞음(X와 y는 그대로)"),
            judge=Invariant(samples.broken_split_pairs),
        ),
        Aspect(
            "random", 1, Text("drawn at random, by rng", "rng로 무작위로 나눔"), judge=Invariant(samples.broken_draw)
        ),
    ),
    split_cases,
    {"split": ref.split},
)

STAND_IN = """
    from types import SimpleNamespace
    modes = []
    model = SimpleNamespace(predict=lambda x, train=False: modes.append(train) or x)
    share = accuracy(model, X, y)
"""


def scores_for(rng, y, hits, K):
    """Draw scores (N, K) that are highest at the label y in the samples `hits` and nowhere else.

    The highest of all stands in row 0, so that its place in the whole array is a class.
    """
    scores = rng.normal(size=(len(y), K)).round(2)
    winners = np.where(hits, y, (y + rng.integers(1, K, len(y))) % K)
    scores[np.arange(len(y)), winners] = 5 + rng.random(len(y)).round(2)
    scores[0, winners[0]] += 2
    return scores


def accuracy_cases(rng):
    def case(N, K, right, hint):
        y, hits = rng.integers(0, K, N), np.arange(N) < right
        if N < 100:
            hits = rng.permutation(hits)
        question = script(STAND_IN, ("share", "any(modes)"), X=scores_for(rng, y, hits, K), y=y)
        return Case(("values", "mode"), question, hint)

    rows = Text(
        "The scores are X itself here. In each row look for the highest: does its column equal y?",
        "여기서는 X가 그대로 점수입니다. 행마다 가장 높은 점수를 찾으십시오. 그 열 번호가 y와 같습니까?",
    )
    single = Text("One sample, and it is right.", "샘플이 하나이고, 맞혔습니다.")
    batches = Text(
        "250 samples, of which the first 200 are right: 0.8.", "샘플 250개 중 앞의 200개를 맞혔습니다. 0.8입니다."
    )
    return [case(7, 4, 5, rows), case(5, 5, 2, rows), case(1, 3, 1, single), case(250, 3, 200, batches)]


ACCURACY = Exercise(
    "accuracy",
    ("accuracy",),
    (
        Aspect("values", 1.5, Text("the share of right answers", "맞힌 비율"), part="share", effects=True),
        Aspect("mode", 0.5, Text("the model is not training", "학습 중이 아닌 모델"), part="any(modes)"),
    ),
    accuracy_cases,
    {"accuracy": ref.accuracy},
)


def numbered(rng, first, counts):
    """Draw samples of the stand-in: the number of the row, three scores; and labels, counts[s] right after s steps."""
    N = sum(counts)
    scores = rng.permuted(np.tile([0.0, 1.0, 2.0], (N, 1)), axis=1)
    moves = rng.permutation(np.repeat([0, 1, 2], counts))
    return np.column_stack([first + np.arange(N), scores]), (scores.argmax(axis=1) + moves) % 3


def train_cases(rng):
    lines = """
        from types import SimpleNamespace
        asked, learnt = [], []
        model = SimpleNamespace(params=[], grads=[])
        model.loss = lambda x, t: asked.append((np.array(x), np.array(t))) or 1 / (1 + len(learnt))
        model.backward = lambda dout=1: model.grads.append(asked[-1])
        model.predict = lambda x, train=False: np.roll(x[:, 1:], len(learnt), axis=1)
        optimizer = SimpleNamespace(update=lambda params, grads: learnt.append(grads.pop()))
        rng = np.random.default_rng(seed)
        history = train(model, optimizer, X, y, X_val, y_val, epochs, size, rng)
    """
    cases = []
    for counts, size, epochs in (((8, 8, 7), 5, 3), ((3, 3, 2), 4, 2), ((3, 2, 2), 9, 2)):
        X, y = numbered(rng, 0, counts)
        X_val, y_val = numbered(rng, 1000, (5, 3, 2))
        args = {"X": X, "y": y, "X_val": X_val, "y_val": y_val, "epochs": epochs, "size": size}
        args["seed"] = int(rng.integers(10**6))
        question = script(lines, ("history", "learnt", "X", "y", "rng.random()"), **args)
        judged = ("steps", "pairs", "loss", "accuracy")
        cases.append(Case((*judged, "order") if len(X) > 20 else judged, question))
    return cases


TRAIN = Exercise(
    "train",
    ("train",),
    (
        Aspect(
            "steps",
            1,
            Text("every batch of every epoch is learnt", "에폭마다 모든 배치를 학습"),
            judge=Invariant(samples.broken_steps),
        ),
        Aspect(
            "pairs",
            1,
            Text("X and y stay together; both left untouched", "X와 y의 짝이 맞음(X와 y는 그대로)"),
            judge=Invariant(samples.broken_learnt_pairs),
        ),
        Aspect(
            "order",
            1,
            Text("a new order in each epoch, from rng", "에폭마다 rng로 새로 섞음"),
            judge=Invariant(samples.broken_order),
        ),
        Aspect(
            "loss", 1, Text("the mean loss of each epoch", "에폭마다 평균 손실"), judge=Invariant(samples.broken_loss)
        ),
        Aspect(
            "accuracy",
            2,
            Text("the validation accuracy after each epoch", "에폭이 끝날 때마다 검증 정확도"),
            judge=Invariant(samples.broken_accuracy),
        ),
    ),
    train_cases,
    {"train": train},
    needs=("accuracy",),
)


def confusion_cases(rng):
    def case(aspect, hint, t, p, K):
        return Case(aspect, call("confusion_matrix", t, p, K), hint)

    t, p = np.array([0, 0, 2, 1, 2, 2, 0, 2, 3]), np.array([0, 1, 2, 1, 0, 0, 1, 2, 3])
    names, order = rng.permutation(4), rng.permutation(len(t))
    t, p = names[t][order], names[p][order]
    by_hand = Text(
        "Go through the pairs (t, p) one by one: each adds 1 in row t and column p.",
        "쌍 (t, p)를 하나씩 보십시오. 쌍마다 t번 행, p번 열에 1을 더합니다.",
    )
    absent = Text(
        "Some classes do not occur here: the matrix is (K, K) all the same.",
        "여기서는 나오지 않는 클래스가 있습니다. 그래도 행렬은 (K, K)입니다.",
    )
    again = rng.permutation(6)  # the pair (3, 3) comes twice
    return [
        case("values", by_hand, t, p, 4),
        case("values", by_hand, np.array([1]), np.array([0]), 2),
        case("absent", absent, np.array([3, 3, 3, 1, 1, 0])[again], np.array([3, 3, 1, 0, 1, 1])[again], 6),
        case("absent", absent, np.array([2, 0, 2]), np.array([0, 0, 2]), 5),
    ]


CONFUSION_MATRIX = Exercise(
    "confusion_matrix",
    ("confusion_matrix",),
    (
        Aspect("values", 2, Text("the counts; inputs left untouched", "횟수(입력은 그대로)"), effects=True),
        Aspect("absent", 1, Text("classes that do not occur", "나오지 않는 클래스")),
    ),
    confusion_cases,
    {"confusion_matrix": ref.confusion_matrix},
)


def build_model_cases(rng):
    """Hide a quarter of the digits, four times over. The classes get new names, so that nobody can look them up."""
    X, y = data.digits()
    order = rng.permutation(len(X))
    hidden = order[: HIDDEN_SETS * HIDDEN].reshape(HIDDEN_SETS, HIDDEN)
    known = np.stack([np.setdiff1d(order, rows) for rows in hidden])
    names = np.stack([rng.permutation(10) for _ in hidden])
    labels = [new[y[rows]] for new, rows in zip(names, hidden, strict=True)]
    args = {"X": X, "known": known, "labels": np.take_along_axis(names, y[known], axis=1), "hidden": hidden}
    args["seed"] = int(rng.integers(10**6))
    lines = """
        models = [build_model(X[rows], y, np.random.default_rng(seed)) for rows, y in zip(known, labels)]
        scores = [model.predict(X[rows]) for model, rows in zip(models, hidden)]
    """
    question = script(lines, "scores", **args)
    return [Case(("pass", "good"), question, secret={"labels": np.concatenate(labels)})]


def share_right(given, case):
    """The share of the hidden images of all splits together whose highest score stands at the right class."""
    scores = np.concatenate([np.asarray(part) for part in given])
    if scores.shape != (len(case.secret["labels"]), 10):
        raise ValueError(f"found scores of shape {scores.shape}; expected ten for each image")
    return np.mean(scores.argmax(axis=1) == case.secret["labels"])


SHARE = Text("The accuracy on hidden images", "숨긴 이미지에 대한 정확도")

BUILD_MODEL = Exercise(
    "build_model",
    ("build_model",),
    (
        Aspect("pass", 3, Text("95 % of hidden images", "숨긴 이미지의 95 %"), judge=Score(SHARE, share_right, 0.95)),
        Aspect("good", 3, Text("97 % of hidden images", "숨긴 이미지의 97 %"), judge=Score(SHARE, share_right, 0.97)),
    ),
    build_model_cases,
    {"build_model": build_model},
    needs=("train",),
    seconds=60,
)

EXERCISES = (LOAD_IDX, SPLIT, ACCURACY, TRAIN, CONFUSION_MATRIX, BUILD_MODEL)
