"""u13_cnn: what the checks ask of the network itself: its scores, its loss, its gradients, its first weights."""

import numpy as np
from nnref import cnn as ref

from nnexam.judges import Statistic
from nnexam.model import Aspect, Case, Exercise, Text, script

SHARED = tuple(
    f"model.{kind}[{2 * i + j}] is weighted[{i}].{kind}[{j}]"
    for kind in ("params", "grads")
    for i in (0, 1, 2)
    for j in (0, 1)
)
DRAWN = (
    "np.array_equal(model.params[0], same.params[0]) and np.array_equal(model.params[2], same.params[2])",
    "np.array_equal(model.params[4], same.params[4])",
    "np.array_equal(model.params[0], other.params[0])",
    "model.params[0].min() < 0 < model.params[0].max()",
    "model.params[2].min() < 0 < model.params[2].max()",
    "model.params[1]",
    "model.params[3]",
    "model.params[5]",
)
SQUARES = ("np.mean(model.params[0] ** 2)", "np.mean(model.params[2] ** 2)", "np.mean(model.params[4] ** 2)")
C, H, W, K, FILTERS, SIZE, HIDDEN = 3, 8, 12, 40, 40, 5, 60  # of the network whose first weights are measured
SHAPES = ((FILTERS, C, SIZE, SIZE), (FILTERS * 4 * 6, HIDDEN), (HIDDEN, K))
VARIANCES = np.array([2 / (C * SIZE**2), 2 / (FILTERS * 4 * 6), 0.01**2])
SPREAD = Statistic(
    Text("The mean square of the first weights", "처음 가중치 제곱의 평균"),
    lambda given: [given[name] for name in SQUARES],
    lambda case: VARIANCES,
    lambda case: VARIANCES * np.sqrt([2 / np.prod(shape) for shape in SHAPES]),
)


DEFAULTS = Text(
    "Here only shape, K and rng are given: 16 filters of 3×3, pad 1, pooling 2, 64 hidden units.",
    "여기서는 shape, K, rng만 주었습니다. 3×3 필터 16개, 패딩 1, 풀링 2, 은닉 유닛 64개입니다.",
)


def two_digits(rng, *shape):
    """Draw numbers with two digits, none of them near 0, of both signs."""
    return np.round(rng.uniform(0.1, 1.5, shape) * rng.choice([-1, 1], shape), 2)


def network(rng, N, shape, K, *settings):
    """Return N images, the lines that make a network with given parameters, and the arrays that they need.

    Of each image some numbers are negative before each ReLU, and some scores: no layer may be missing unseen.
    """
    while True:
        x, (lines, arrays, model) = two_digits(rng, N, *shape), _network(rng, shape, K, *settings)
        convolution, _, pooling, flatten, first, *_ = model.layers
        pooled = flatten.forward(pooling.forward(convolution.forward(x)))
        sums = first.forward(np.maximum(pooled, 0))
        signs = [values.min(axis=1) < -0.2 for values in (pooled, sums, model.predict(x))]
        if np.all(signs) and np.all(sums.max(axis=1) > 0.2):
            return x, lines, arrays


def _network(rng, shape, K, filters, size, pad, pool, hidden):
    C, H, W = shape
    D = filters * ((H + 2 * pad - size + 1) // pool) * ((W + 2 * pad - size + 1) // pool)
    shapes = ((filters, C, size, size), (filters,), (D, hidden), (hidden,), (hidden, K), (K,))
    names = ("W", "b", "W1", "b1", "W2", "b2")
    arrays = {name: two_digits(rng, *each) for name, each in zip(names, shapes, strict=True)}
    arrays["b"] = np.round(arrays["b"] - C**0.5 * size, 2)  # as large as the sums of a window
    arrays["W2"] = np.round(arrays["W2"] / 10, 3)  # small scores: none of the probabilities is 0
    settings = f"filters={filters}, size={size}, pad={pad}, pool={pool}, hidden={hidden}"
    lines = f"""
        rng = np.random.default_rng({rng.integers(1000)})
        model = SimpleConvNet({shape}, {K}, rng, {settings})
        for p, numbers in zip(model.params, ({", ".join(names)}), strict=True): p[...] = numbers
    """
    model = ref.SimpleConvNet(shape, K, rng, filters=filters, size=size, pad=pad, pool=pool, hidden=hidden)
    for p, numbers in zip(model.params, arrays.values(), strict=True):
        p[...] = numbers
    return lines, arrays, model


def simple_conv_net_cases(rng):
    x, start, arrays = network(rng, 4, (2, 5, 7), 5, 3, 3, 1, 2, 4)
    t = rng.permutation([0, 2, 4, 2])
    predict = start + "scores = model.predict(x)"
    loss = start + "loss = model.loss(x, t)"
    back = loss + "\nmodel.backward()"
    listed = "\nweighted = [layer for layer in model.layers if layer.params]"
    step = "model.backward()\nSGD(0.01).update(model.params, model.grads)\n"
    learns = f"{start}\nfirst = model.loss(x, t)\n{step}second = model.loss(x, t)\n{step}third = model.loss(x, t)"
    settings = f"({C}, {H}, {W}), {K}, rng, filters={FILTERS}, size={SIZE}, pad=2, hidden={HIDDEN}"
    seed = int(rng.integers(1000))
    drawn = f"""
        rng = np.random.default_rng({seed})
        model, other = SimpleConvNet((1, 4, 6), 3, rng), SimpleConvNet((1, 4, 6), 3, rng)
        same = SimpleConvNet((1, 4, 6), 3, np.random.default_rng({seed}))
    """
    defaults = f"model = SimpleConvNet((1, 6, 8), 3, np.random.default_rng({seed}))"
    scores = Text(
        "Scores: convolution, ReLU, max pooling, flatten, affine, ReLU, affine. Nothing after it.",
        "점수: 합성곱, ReLU, 최대 풀링, 펼치기, 아핀, ReLU, 아핀. 그 뒤에는 아무것도 없습니다.",
    )
    sizes = Text(
        "Another shape, other settings: how large are the maps after the convolution, and how large after the pooling?",
        "shape과 설정이 다릅니다. 합성곱을 지나면 몇 행 몇 열이 남고, 풀링을 지나면 몇 행 몇 열이 남습니까?",
    )
    price = Text("The loss is that of the scores of predict.", "predict의 점수로 구한 손실이어야 합니다.")
    grads = Text(
        "The gradients in the order of params; each layer fills its own.",
        "params와 같은 순서의 그래디언트입니다. 저마다 자기 층이 채웁니다.",
    )
    falls = Text(
        "Two steps down: the loss must follow the parameters, and each step the gradients of its own backward.",
        "두 걸음 내려갑니다. 손실은 매개변수를, 걸음은 매번 새 backward의 그래디언트를 따라야 합니다.",
    )
    other = []
    for shape, *rest in (((1, 8, 6), 3, 2, 3, 0, 3, 5), ((3, 9, 4), 2, 4, 1, 0, 4, 3), ((2, 6, 9), 4, 3, 5, 2, 3, 2)):
        images, lines, numbers = network(rng, 2, shape, *rest)
        question = script(lines + "scores = model.predict(x)", "scores", x=images, **numbers)
        other.append(Case("sizes", question, sizes, scale=10))
    return [
        Case("predict", script(predict, "scores", x=x, **arrays), scores, scale=10),
        Case("predict", script(predict, "scores", x=x[:1], **arrays), scores, scale=10),
        *other,
        Case("sizes", script(defaults, "[p.shape for p in model.params]"), DEFAULTS),
        Case("loss", script(loss, "loss", x=x, t=t, **arrays), price, scale=10),
        Case("loss", script(loss, "loss", x=x, t=np.eye(5)[t], **arrays), price, scale=10),
        Case("grads", script(back, "model.grads", x=x, t=t, **arrays), grads, scale=10),
        Case("grads", script(back, "model.grads", x=x[:1], t=t[:1], **arrays), grads, scale=10),
        Case("shared", script(start + listed, SHARED, **arrays)),
        Case("shared", script(back + listed, SHARED, x=x, t=t, **arrays)),
        Case("learns", script(learns, ("first", "second", "third"), x=x, t=t, **arrays), falls, scale=10),
        Case("spread", script(f"rng = np.random.default_rng({seed})\nmodel = SimpleConvNet({settings})", SQUARES)),
        Case("drawn", script(drawn, DRAWN)),
    ]


SIMPLE_CONV_NET = Exercise(
    "simple_conv_net",
    ("SimpleConvNet",),
    (
        Aspect("predict", 1, Text("predict; x untouched", "predict(x는 그대로)"), effects=True),
        Aspect("sizes", 1, Text("any shape of image, any setting", "이미지의 shape과 설정이 무엇이든")),
        Aspect("loss", 0.5, Text("loss; x and t untouched", "loss(x와 t는 그대로)"), effects=True),
        Aspect("grads", 1, Text("the gradients after backward", "backward 뒤의 그래디언트")),
        Aspect("shared", 1, Text("the lists hold the layers' own arrays", "리스트에 층의 배열 자체가 들어 있음")),
        Aspect("learns", 0.5, Text("two steps of learning", "두 걸음 학습")),
        Aspect("spread", 0.5, Text("how large the first weights are", "처음 가중치의 크기"), judge=SPREAD),
        Aspect("drawn", 0.5, Text("random weights from rng; biases 0", "rng에서 뽑은 가중치, 0인 편향")),
    ),
    simple_conv_net_cases,
    {"SimpleConvNet": ref.SimpleConvNet},
)
