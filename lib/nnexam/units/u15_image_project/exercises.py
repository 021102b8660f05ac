"""u15_image_project: what the checks ask, and what each aspect is worth."""

import numpy as np
from nnlab import data
from nnref import images as ref

from nnexam.judges import Invariant, Score
from nnexam.model import Aspect, Case, Exercise, Text, script

from . import samples
from .reference import robust_model, train

KNOWN, HIDDEN = 400, 300  # images of the last exercise


def numbered(rng, first, N):
    """Draw N images (1, 2, 3) for the stand-in: the number of the image, two zeros; three scores. And their labels."""
    X = np.zeros((N, 1, 2, 3))
    X[:, 0, 0, 0] = first + np.arange(N)
    X[:, 0, 1] = rng.permuted(np.tile([0.0, 1.0, 2.0], (N, 1)), axis=1)
    return X, rng.integers(0, 3, N)


STAND_IN = """
    from types import SimpleNamespace
    asked, learnt, examined = [], [], []
    model = SimpleNamespace(params=[], grads=[])
    model.loss = lambda x, t: asked.append((np.array(x), np.array(t))) or 1 / (1 + len(learnt))
    model.backward = lambda dout=1: model.grads.append(asked[-1])
    model.predict = lambda x: examined.append(np.array(x)) or np.roll(x[:, 0, 1], len(learnt), axis=1)
    optimizer = SimpleNamespace(update=lambda params, grads: learnt.append(grads.pop()))
    change = lambda x, rng: x + rng.uniform(0.1, 0.3, (len(x), 1, 1, 1))
"""
ONCE = """
    rng = np.random.default_rng(seed)
    history = train(model, optimizer, X, y, X_val, y_val, epochs, size, rng, change)
"""
THRICE = """
    rngs = [np.random.default_rng(each) for each in (seed, seed, seed + 1)]
    histories = [train(model, optimizer, X.copy(), y, X_val, y_val, 2, size, rng, change) for rng in rngs]
"""


def train_cases(rng):
    def args(N, size, epochs):
        X, y = numbered(rng, 0, N)
        X_val, y_val = numbered(rng, 1000, 10)
        given = {"X": X, "y": y, "X_val": X_val, "y_val": y_val, "epochs": epochs, "size": size}
        return given | {"seed": int(rng.integers(10**6))}

    cases = []
    for N, size, epochs in ((23, 5, 3), (7, 9, 2)):
        question = script(STAND_IN + ONCE, ("history", "learnt", "examined", "X", "y"), **args(N, size, epochs))
        cases.append(Case(("steps", "changed", "history"), question))
    unchanged = STAND_IN + ONCE.replace(", change)", ")")
    question = script(unchanged, ("history", "learnt", "examined", "X", "y"), **args(13, 4, 2))
    cases.append(Case(("steps", "changed", "history"), question))
    return [*cases, Case("seed", script(STAND_IN + THRICE, "learnt", **args(22, 6, 2)))]


TRAIN = Exercise(
    "train",
    ("train",),
    (
        Aspect(
            "steps",
            1,
            Text("every image once in each epoch, with its label", "에폭마다 모든 이미지가 한 번씩, 제 레이블과 함께"),
            judge=Invariant(samples.broken_steps),
        ),
        Aspect(
            "changed",
            1,
            Text("each batch is changed anew; X stays as it was", "배치마다 새로 바꿈(X는 그대로)"),
            judge=Invariant(samples.broken_change),
        ),
        Aspect(
            "history",
            1,
            Text("mean loss, and accuracy on unchanged X_val", "평균 손실, 바꾸지 않은 X_val의 정확도"),
            judge=Invariant(samples.broken_history),
        ),
        Aspect(
            "seed",
            1,
            Text("the same seed gives the same training", "시드가 같으면 학습도 같음"),
            judge=Invariant(samples.broken_seed),
        ),
    ),
    train_cases,
    {"train": train},
)


def saliency_cases(rng):
    affine = """
        from nnref.affine import Affine
        from nnref.cnn import SimpleConvNet
        from nnref.pooling import Flatten
        model = SimpleConvNet(x.shape[1:], len(b), np.random.default_rng(0))
        model.layers = [Flatten(), Affine(W, b)]
        result = saliency(model, x, k)
    """
    deep = """
        from nnref.cnn import SimpleConvNet
        model = SimpleConvNet((3, 6, 5), 4, np.random.default_rng(seed), filters=4, hidden=16, dtype=np.float64)
        model.params[-1][...] = b
        result = saliency(model, x, k)
    """
    weights = Text(
        "There is one affine layer, so the gradient of score k is column k of W, whatever x is.",
        "아핀 계층이 하나뿐이므로, 점수 k의 그래디언트는 x가 무엇이든 W의 k번 열입니다.",
    )
    sign = Text(
        "Here the channel with the largest gradient has a negative one at most pixels.",
        "여기서는 대부분의 픽셀에서 그래디언트가 가장 큰 채널의 부호가 음수입니다.",
    )
    own = Text(
        "Each image has its own class in k: in row n of dout a 1 stands in column k[n], and nowhere else.",
        "이미지마다 k에 제 클래스가 있습니다. dout의 n번 행은 k[n]번 열만 1이고 나머지는 0입니다.",
    )

    def biases(K, k):
        """Draw biases that make another class than those in k win."""
        b = rng.normal(size=K)
        b[min(set(range(K)) - set(k))] += 10
        return b

    def of_affine(aspect, hint, x, W, k):
        question = script(affine, "result", x=x, W=W, b=biases(W.shape[1], k), k=np.array(k))
        return Case(aspect, question, hint)

    def of_deep(aspect, hint, k):
        args = {"x": rng.normal(size=(len(k), 3, 6, 5)), "b": biases(4, k), "seed": int(rng.integers(10**6))}
        return Case(aspect, script(deep, "result", k=np.array(k), **args), hint)

    negative = rng.uniform(0.1, 1, (3, 4, 5, 4)) * np.array([0.3, -1.0, 0.2])[:, None, None, None]
    return [
        of_affine("values", weights, rng.normal(size=(1, 1, 4, 5)), rng.uniform(0.1, 1, (20, 4)), [2]),
        of_affine("values", weights, rng.normal(size=(1, 1, 3, 2)), rng.uniform(0.1, 1, (6, 5)), [0]),
        of_affine("channels", sign, rng.normal(size=(1, 3, 4, 5)), negative.reshape(60, 4), [1]),
        of_deep("channels", None, [3]),
        of_deep("batch", own, [2, 0, 1]),
        of_deep("batch", own, [3, 3]),
        of_deep("untouched", None, [1, 0]),
    ]


SALIENCY = Exercise(
    "saliency",
    ("saliency",),
    (
        Aspect("values", 1.5, Text("one channel, one image", "채널 하나, 이미지 하나")),
        Aspect("channels", 1, Text("the strongest of three channels", "세 채널 중 가장 큰 값")),
        Aspect("batch", 1, Text("each image for itself", "이미지마다 따로")),
        Aspect("untouched", 0.5, Text("x and k are left untouched", "x와 k는 그대로"), effects=True, alone=True),
    ),
    saliency_cases,
    {"saliency": ref.saliency},
)


def augment_cases(rng):
    lines = "out = augment(x, np.random.default_rng(seed))"
    thrice = """
        out = augment(x, np.random.default_rng(seed))
        again = augment(x, np.random.default_rng(seed))
        other = augment(x, np.random.default_rng(seed + 1))
    """

    def case(aspects, N, H, W, results=("out",), dtype=np.float64, text=lines):
        x = rng.uniform(0.1, 1, (N, 3, H, W)).astype(dtype)
        return Case(aspects, script(text, results, x=x, seed=int(rng.integers(10**6))))

    return [
        case("content", 1, 4, 5),
        case("content", 7, 5, 3),
        case(("content", "own"), 400, 2, 3),
        case("kept", 6, 4, 3, ("out", "x"), np.float32),
        case("kept", 5, 3, 4, ("out", "x"), np.float64),
        case("random", 8, 3, 4, ("out", "again", "other"), text=thrice),
    ]


AUGMENT = Exercise(
    "augment",
    ("augment",),
    (
        Aspect(
            "content",
            1.5,
            Text("mirrored or not, channels reordered and dimmed", "좌우 반전, 채널 순서, 밝기만 바뀜"),
            judge=Invariant(samples.broken_content),
        ),
        Aspect(
            "own",
            1,
            Text("each image in its own way, all ways occur", "이미지마다 따로, 모든 방법이 고루"),
            judge=Invariant(samples.broken_own),
        ),
        Aspect(
            "kept",
            1,
            Text("x is left untouched; its dtype is kept", "x는 그대로, 자료형 유지"),
            judge=Invariant(samples.broken_kept),
        ),
        Aspect("random", 0.5, Text("drawn from rng", "rng로 뽑음"), judge=Invariant(samples.broken_random)),
    ),
    augment_cases,
    {"augment": ref.augment},
)


def robust_model_cases(rng):
    """Train where colour tells the class, ask where it does not. The classes get new names, so nobody can look them up."""
    (X, y), (hidden, labels) = data.shapes(KNOWN, rng, 1.0), data.shapes(HIDDEN, rng, 0.0)
    order, names = rng.permutation(6), np.empty(6, int)
    names[order] = np.roll(order, 1)  # one cycle: no class keeps its name
    images, hidden = (np.rint(255 * each).astype(np.uint8) for each in (X, hidden))
    lines = """
        X, x = images / np.float32(255), hidden / np.float32(255)
        model = robust_model(X, y, np.random.default_rng(seed))
        scores = model.predict(x)
    """
    question = script(lines, "scores", images=images, y=names[y], hidden=hidden, seed=int(rng.integers(10**6)))
    return [Case(("half", "most"), question, secret={"labels": names[labels]})]


def share_right(given, case):
    """The share of the hidden images whose highest score stands at the right class."""
    scores = np.asarray(given)
    if scores.shape != (len(case.secret["labels"]), 6):
        raise ValueError(f"found scores of shape {scores.shape}; expected six for each image")
    return np.mean(scores.argmax(axis=1) == case.secret["labels"])


SHARE = Text("The accuracy on hidden images of other colours", "색이 다른 숨긴 이미지에 대한 정확도")

ROBUST_MODEL = Exercise(
    "robust_model",
    ("robust_model",),
    (
        Aspect("half", 2, Text("50 % of hidden images", "숨긴 이미지의 50 %"), judge=Score(SHARE, share_right, 0.5)),
        Aspect("most", 2, Text("70 % of hidden images", "숨긴 이미지의 70 %"), judge=Score(SHARE, share_right, 0.7)),
    ),
    robust_model_cases,
    {"robust_model": robust_model},
    needs=("train", "augment"),
    seconds=60,
)

EXERCISES = (TRAIN, SALIENCY, AUGMENT, ROBUST_MODEL)
