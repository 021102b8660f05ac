"""u13_cnn: what the checks ask, and what each aspect is worth. The network itself stands in `networks`."""

import copy

import numpy as np
from nnlab import data
from nnref import cnn as ref
from nnref.evaluation import accuracy
from nnref.optimizers import SGD
from nnref.two_layer_net import TwoLayerNet

from nnexam.judges import Score
from nnexam.model import Aspect, Case, Exercise, Text, call, script

from . import reference
from .networks import SIMPLE_CONV_NET, two_digits

HIDDEN_SETS, HIDDEN = 4, 449  # of the 1,797 digits: all but one are hidden once
IMPORT = "from nnref.two_layer_net import TwoLayerNet\n"


def filled(sizes, seed):
    """Return the line that makes a network of two layers, with weights three times as large as usual."""
    new = f"model = TwoLayerNet({', '.join(map(str, sizes))}, np.random.default_rng({seed}))\n"
    return IMPORT + new + "for p in model.params: p *= 3\n"


def init_loss_cases(rng):
    lines = "loss, expected = init_loss(model, X, y)"
    hint = Text(
        "The weights are large here, so the two numbers differ: one is measured on X and y, the other is log K.",
        "여기서는 가중치가 커서 두 수가 다릅니다. 하나는 X와 y에서 잰 손실이고, 하나는 log K입니다.",
    )
    absent = Text(
        "Not every class occurs in y here; K is the number of scores that the model gives to a sample.",
        "여기서는 y에 나오지 않는 클래스가 있습니다. K는 모델이 샘플 하나에 주는 점수의 개수입니다.",
    )
    cases = []
    for N, K, labels, said in ((6, 5, [0, 1, 2, 3, 4, 1], hint), (3, 7, [2, 0, 2], absent), (1, 3, [1], absent)):
        question = script(
            filled((12, 4, K), rng.integers(1000)) + lines,
            ("loss", "expected"),
            X=two_digits(rng, N, 1, 3, 4),
            y=rng.permutation(labels),
        )
        cases.append(Case(("loss", "expected"), question, said))
    return cases


INIT_LOSS = Exercise(
    "init_loss",
    ("init_loss",),
    (
        Aspect("loss", 1, Text("the loss of this model", "이 모델의 손실"), part="loss", effects=True),
        Aspect("expected", 1, Text("log K, K the number of classes", "클래스의 수 K에 대한 log K"), part="expected"),
    ),
    init_loss_cases,
    {"init_loss": reference.init_loss},
)


def overfitting(rng):
    """Draw settings in which it shows on which samples, and when, the accuracy is measured: the last step lowers it."""
    while True:
        N, n, steps, lr = 14, int(rng.integers(5, 8)), int(rng.integers(5, 9)), 2.0
        X, y, seed = two_digits(rng, N, 4), rng.integers(0, 3, N), int(rng.integers(1000))
        net = TwoLayerNet(4, 8, 3, np.random.default_rng(seed))
        trained, shares = copy.deepcopy(net), [accuracy(net, X[:n], y[:n])]
        for _ in range(steps):
            reference.fit(trained, SGD(lr), X[:n], y[:n], 1, n, np.random.default_rng(0))
            shares.append(accuracy(trained, X[:n], y[:n]))
        seen = shares[-1]
        if seen >= shares[-2]:
            continue
        others = [shares[0], accuracy(trained, X, y), accuracy(trained, X[n:], y[n:])]
        everything = copy.deepcopy(net)
        reference.fit(everything, SGD(lr), X, y, steps, N, np.random.default_rng(0))
        others.append(accuracy(everything, X, y))
        if seen not in [*others, shares[1]] and len(set(others)) == len(others):
            new = f"model = TwoLayerNet(4, 8, 3, np.random.default_rng({seed}))\n"
            lines = IMPORT + new + f"losses, share = overfit_small(model, X, y, SGD({lr}), {n}, {steps})"
            return lines, {"X": X, "y": y}


def overfit_small_cases(rng):
    after = ("model.params", "model.loss(X, y)")
    losses = Text(
        "Every step takes the first n samples, all at once. The first loss is that before any step.",
        "걸음마다 처음 n개 샘플을 한꺼번에 씁니다. 첫 손실은 아직 한 걸음도 가지 않았을 때의 손실입니다.",
    )
    share = Text(
        "Measure on the same n samples, after the last step, with the parameters that were learnt.",
        "같은 n개 샘플에서, 마지막 걸음 뒤에, 학습한 매개변수로 재십시오.",
    )
    reset = Text(
        "Afterwards the model must answer as it did before: the numbers in its own arrays are put back.",
        "끝난 뒤 모델은 처음과 똑같이 답해야 합니다. 모델의 배열 자체에 처음 수를 되돌려 놓습니다.",
    )
    cases = []
    for _ in range(3):
        lines, args = overfitting(rng)
        cases.append(Case("losses", script(lines, "np.array(losses)", **args), losses))
        cases.append(Case("share", script(lines, "share", **args), share))
        cases.append(Case("reset", script(lines, after, **args), reset))
    return cases


OVERFIT_SMALL = Exercise(
    "overfit_small",
    ("overfit_small",),
    (
        Aspect("losses", 1.5, Text("the losses; X and y untouched", "손실(X와 y는 그대로)"), effects=True),
        Aspect("share", 1, Text("the accuracy on what was learnt", "배운 샘플에 대한 정확도")),
        Aspect("reset", 1.5, Text("the model is as before", "모델은 처음 그대로")),
    ),
    overfit_small_cases,
    {"overfit_small": reference.overfit_small},
)


def train_cnn_cases(rng):
    """Hide a quarter of the digits, four times over. The classes get new names, so that nobody can look them up."""
    X, y = data.digits()
    X = X.reshape(-1, 1, 8, 8).astype(np.float32)
    order = rng.permutation(len(X))
    hidden = order[: HIDDEN_SETS * HIDDEN].reshape(HIDDEN_SETS, HIDDEN)
    known = np.stack([np.setdiff1d(order, rows) for rows in hidden])
    names = np.stack([rng.permutation(10) for _ in hidden])
    labels = [new[y[rows]] for new, rows in zip(names, hidden, strict=True)]
    args = {"X": X, "known": known, "labels": np.take_along_axis(names, y[known], axis=1), "hidden": hidden}
    args["seed"] = int(rng.integers(10**6))
    lines = """
        models = [train_cnn(X[rows], y, np.random.default_rng(seed)) for rows, y in zip(known, labels)]
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

TRAIN_CNN = Exercise(
    "train_cnn",
    ("train_cnn",),
    (
        Aspect("pass", 3, Text("95 % of hidden images", "숨긴 이미지의 95 %"), judge=Score(SHARE, share_right, 0.95)),
        Aspect("good", 2, Text("97 % of hidden images", "숨긴 이미지의 97 %"), judge=Score(SHARE, share_right, 0.97)),
    ),
    train_cnn_cases,
    {"train_cnn": reference.train_cnn},
    needs=("simple_conv_net",),
    seconds=60,
)


def feature_maps_cases(rng):
    new = """
        from types import SimpleNamespace
        from nnref.convolution import Convolution
        from nnref.layers import Relu
        from nnref.pooling import MaxPooling
        layers = [Convolution(W, b, pad=1), Relu(), MaxPooling(2), Convolution(V, c), Relu()]
        model = SimpleNamespace(layers=layers, params=[W, b, V, c])
    """
    first = Text(
        "Layer 0 is the convolution, layer 1 the ReLU. Are negative numbers in your result, as in the output of layer 0?",
        "0번이 합성곱이고 1번이 ReLU입니다. 0번 층의 출력처럼 결과에 음수가 있습니까?",
    )
    deeper = Text(
        "Layer 3 is a convolution that gets what layers 0, 1 and 2 have made of x.",
        "3번은 합성곱이며, 0번, 1번, 2번 층을 차례로 지난 것을 입력으로 받습니다.",
    )
    single = Text(
        "A batch of one image: the result has four axes too.", "이미지가 하나뿐인 배치입니다. 결과의 축도 네 개입니다."
    )

    def case(aspect, hint, N, layer):
        filters = {"W": two_digits(rng, 3, 2, 3, 3), "b": two_digits(rng, 3)}
        filters |= {"V": two_digits(rng, 2, 3, 2, 2), "c": two_digits(rng, 2)}
        question = script(
            new + f"maps = feature_maps(model, x, {layer})", "maps", x=two_digits(rng, N, 2, 6, 8), **filters
        )
        return Case(aspect, question, hint, scale=10)

    return [
        case("first", first, 4, 0),
        case("first", single, 1, 0),
        case("deeper", deeper, 4, 3),
        case("deeper", single, 1, 3),
    ]


FEATURE_MAPS = Exercise(
    "feature_maps",
    ("feature_maps",),
    (
        Aspect("first", 1, Text("the first convolution; x untouched", "첫 합성곱(x는 그대로)"), effects=True),
        Aspect("deeper", 1, Text("a convolution further in", "안쪽에 있는 합성곱")),
    ),
    feature_maps_cases,
    {"feature_maps": ref.feature_maps},
)


def shifting(rng, N, dx, dy):
    """Draw images, labels and a linear model for which it shows how, and whether, the images were moved."""
    while True:
        X, W = two_digits(rng, N, 2, 4, 6), two_digits(rng, 48, 3)
        moved = ref.shift_images(X, dx, dy).reshape(N, -1)
        y = np.where(np.arange(N) < N - 3, (moved @ W).argmax(axis=1), rng.integers(0, 3, N))
        others = {(0, 0), (dy, dx), (-dx, -dy), (dx, -dy), (-dx, dy)} - {(dx, dy)}
        shares = [np.mean((ref.shift_images(X, *other).reshape(N, -1) @ W).argmax(axis=1) == y) for other in others]
        shares += [np.mean((np.roll(X, (dy, dx), (2, 3)).reshape(N, -1) @ W).argmax(axis=1) == y)]
        if np.mean((moved @ W).argmax(axis=1) == y) not in shares:
            return {"X": X, "y": y, "W": W}


def shift_accuracy_cases(rng):
    numbers = np.arange(1.0, 13.0).reshape(1, 1, 3, 4)
    right = Text(
        "dx > 0 moves to the right, dx < 0 to the left: follow a single pixel. What comes in at the border is 0.",
        "dx > 0이면 오른쪽, dx < 0이면 왼쪽입니다. 픽셀 하나를 따라가 보십시오. 테두리에서 들어오는 것은 0입니다.",
    )
    down = Text(
        "dy > 0 moves down, dy < 0 up: follow a single pixel. What comes in at the border is 0.",
        "dy > 0이면 아래, dy < 0이면 위입니다. 픽셀 하나를 따라가 보십시오. 테두리에서 들어오는 것은 0입니다.",
    )
    far = Text(
        "The images are moved by their whole width or height, or further: nothing stays.",
        "이미지의 너비나 높이만큼, 또는 그보다 더 옮겼습니다. 남는 것이 없습니다.",
    )
    stay = Text("Moved by 0 pixels along an axis: nothing is lost there.", "한 축으로 0칸 옮기면 잃는 것이 없습니다.")
    lines = """
        from types import SimpleNamespace
        model = SimpleNamespace(predict=lambda x: x.reshape(len(x), -1) @ W)
        share = shift_accuracy(model, X, y, {}, {})
    """
    share = Text(
        "Shift X by your shift_images(X, dx, dy), take the class with the highest score, and count how many equal y.",
        "shift_images(X, dx, dy)로 X를 옮기고, 점수가 가장 높은 클래스를 골라 y와 같은 것을 세십시오.",
    )

    def case(aspect, hint, X, dx, dy):
        return Case(aspect, call("shift_images", X, dx, dy), hint)

    X = two_digits(rng, 2, 3, 5, 4)
    return [
        *(case("moves", right, images, dx, 0) for images in (numbers, X) for dx in (1, -2)),
        *(case("moves", down, images, 0, dy) for images in (numbers, X) for dy in (2, -1)),
        *(case("moves", right, X, dx, dy) for dx, dy in ((1, -2), (-2, 3))),
        case("edges", stay, X, 0, 0),
        *(case("edges", far, X, dx, dy) for dx, dy in ((4, 0), (0, -5), (-7, 1), (9, 8))),
        *(
            Case("share", script(lines.format(dx, dy), "share", **shifting(rng, N, dx, dy)), share)
            for N, dx, dy in ((11, 1, 0), (9, -1, 2), (13, 2, -1))
        ),
    ]


SHIFT_ACCURACY = Exercise(
    "shift_accuracy",
    ("shift_images", "shift_accuracy"),
    (
        Aspect("moves", 1.5, Text("where the pixels go; X untouched", "픽셀이 가는 곳(X는 그대로)"), effects=True),
        Aspect("edges", 0.5, Text("not at all, or all the way out", "0칸, 또는 밖으로 다 나갈 때")),
        Aspect("share", 1, Text("the accuracy after the shift", "옮긴 뒤의 정확도"), effects=True),
    ),
    shift_accuracy_cases,
    {"shift_images": ref.shift_images, "shift_accuracy": ref.shift_accuracy},
)

EXERCISES = (SIMPLE_CONV_NET, INIT_LOSS, OVERFIT_SMALL, TRAIN_CNN, FEATURE_MAPS, SHIFT_ACCURACY)
