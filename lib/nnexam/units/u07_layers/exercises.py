"""u07_layers: what the checks ask, and what each aspect is worth."""

import numpy as np
from nnref import affine, layers, optimizers, two_layer_net

from nnexam.judges import Statistic
from nnexam.model import Aspect, Case, Exercise, Text, script

from .activation_layers import AGAIN, LAST, LISTS, NO_LISTS, RELU, SIGMOID, away_from_zero

KEPT = ("layer.grads[0] is dW and bool(np.any(dW != before))", "layer.grads[1] is db")
SAME = ("layer.params[0] is W", "layer.params[1] is b", "out")


def affine_cases(rng):
    x, W, b, dout = (away_from_zero(rng, *shape) for shape in ((4, 3), (3, 2), (2,), (4, 2)))
    once = "layer = Affine(W, b)\nout = layer.forward(x)\ndx = layer.backward(dout)"
    start = "layer = Affine(W, b)\nlayer.forward(x)\n"
    more = start + "layer.backward(2 * dout)\ndx = layer.backward(dout)"
    pair = "layer, second = Affine(W, b), Affine(2 * W, b)\nlayer.forward(x)\nsecond.forward(-x)\ndx = layer.backward(dout)"
    kept = start.replace("\n", "\ndW, db = layer.grads\nbefore = np.copy(dW)\n", 1) + "layer.backward(dout)"
    moved = start + "W *= 2\nb -= 1\nout = layer.forward(x)"
    renewed = """
        layer = Affine(W, b)
        W[...] = V
        layer.forward(x)
        half = layer.backward(dout)
        W[...] = 2 * V
        layer.forward(x)
        dx = layer.backward(dout)
    """
    images, filters = away_from_zero(rng, 4, 2, 1, 3), away_from_zero(rng, 6, 5)
    tensors = {"x": images, "W": filters, "b": away_from_zero(rng, 5), "dout": away_from_zero(rng, 4, 5)}
    rows = {**tensors, "x": images.reshape(4, 2, 3)}
    one = {"x": x[:1], "W": W, "b": b, "dout": dout[:1]}
    many = {"x": x, "W": W, "b": b, "dout": dout}
    equal = {name: away_from_zero(rng, 3, 3) for name in ("x", "W", "V", "dout")} | {"b": np.zeros(3)}
    large = {"x": 1000 * x, "W": W, "b": b, "dout": 1000 * dout}
    by_hand = Text("Take one row by hand: x W + b.", "한 행을 손으로 계산해 보십시오. x W + b입니다.")
    down = Text("dx = dout Wᵀ, of the shape of x.", "dx = dout Wᵀ이고 shape은 x와 같습니다.")
    grads = Text(
        "dW = xᵀ dout and db is the sum of the rows of dout; every backward writes them anew.",
        "dW = xᵀ dout이고 db는 dout의 행을 모두 더한 것입니다. backward를 부를 때마다 새로 씁니다.",
    )
    latest = Text(
        "W was doubled in place between the two: backward computes with the W of now, so dx is twice what it was.",
        "그 사이에 W를 제자리에서 두 배로 만들었습니다. backward는 지금의 W로 계산하므로 dx도 두 배가 됩니다.",
    )
    box = Text(
        "Each sample is a box of numbers here: forward lines them up, backward puts them back.",
        "여기서는 샘플 하나가 상자 모양입니다. forward에서 한 줄로 펴고 backward에서 되돌려 놓습니다.",
    )
    return [
        *(Case("out", script(once, "out", **given), by_hand) for given in (many, one, large)),
        *(Case("dx", script(once, "dx", **given), down) for given in (many, one, large)),
        *(Case("grads", script(once, "layer.grads", **given), grads) for given in (many, one, large)),
        Case("kept", script(kept, KEPT, **many)),
        Case("shared", script(moved, SAME, x=x, W=W, b=b)),
        Case("shared", script(renewed, "np.allclose(dx, 2 * half)", **equal), latest),
        *(Case("tensor", script(once, ("out", "dx", "layer.grads"), **given), box) for given in (tensors, rows)),
        Case("again", script(more, ("dx", "layer.grads"), **many), LAST),
        Case("again", script(pair, ("dx", "layer.grads"), **many), LAST),
        Case("untouched", script(once, "out", **many)),
        Case("untouched", script(once, "out", **tensors)),
    ]


AFFINE = Exercise(
    "affine_layer",
    ("Affine",),
    (
        Aspect("out", 0.5, Text("forward", "forward")),
        Aspect("dx", 0.5, Text("backward: dx", "backward의 dx")),
        Aspect("grads", 1, Text("backward: dW and db in grads", "backward가 grads에 쓰는 dW와 db")),
        Aspect("kept", 1, Text("the arrays in grads stay the same arrays", "grads의 배열은 늘 같은 배열")),
        Aspect("shared", 0.5, Text("params holds W and b themselves", "params에 W와 b 자체가 들어 있음")),
        Aspect("tensor", 0.5, Text("samples of more axes", "축이 더 많은 샘플")),
        Aspect("again", 0.5, AGAIN),
        Aspect(
            "untouched", 0.5, Text("x, W, b, dout untouched", "x, W, b, dout을 바꾸지 않음"), effects=True, alone=True
        ),
    ),
    affine_cases,
    {"Affine": affine.Affine},
)


def softmax_with_loss_cases(rng):
    x, t = away_from_zero(rng, 3, 5), rng.permutation(5)[:3]
    levels = np.array([[1000.0, 999.0, 998.5], [-1000.0, -1001.5, -999.0]])
    rows, far = np.eye(5)[t], np.array([[1000.0, -1000.0, 0.0], [-1000.0, 999.0, 1000.0]])
    loss = "layer = SoftmaxWithLoss()\nloss = layer.forward(x, t)"
    back = loss + "\ndx = layer.backward()"
    scaled = loss + "\ndx = layer.backward(dout)"
    more = back + "\nagain = layer.backward()"
    pair = loss + "\nsecond = SoftmaxWithLoss()\nsecond.forward(-x, t)\ndx = layer.backward()"
    by_hand = Text(
        "Take one row by hand: minus the log of the probability of the right class; then the mean of the rows.",
        "한 행을 손으로 계산해 보십시오. 맞는 클래스의 확률에 로그를 취해 부호를 바꾸고, 행들의 평균을 냅니다.",
    )
    level = Text("All scores are equal here: the loss is log K.", "여기서는 점수가 모두 같으므로 손실은 log K입니다.")
    one_hot = Text("t is one-hot here, of the shape (N, K).", "여기서 t는 shape이 (N, K)인 원-핫입니다.")
    slope = Text("dx is (p - one-hot) / N.", "dx는 (p - 원-핫) / N입니다.")
    times = Text("dout is not 1 here: dx grows with it.", "여기서 dout은 1이 아닙니다. dx에 dout을 곱합니다.")
    square = Text(
        "N = K here. t of the shape (N,) still holds labels: t.ndim tells, not t.shape[-1].",
        "여기서는 N = K입니다. t의 shape이 (N,)이면 그래도 레이블입니다. t.shape[-1]이 아니라 t.ndim으로 구별하십시오.",
    )
    single = Text(
        "One sample, and t is one-hot: (1, K). Its first axis stays.",
        "샘플이 하나이고 t는 shape이 (1, K)인 원-핫입니다. 첫 축은 그대로 있습니다.",
    )
    apart = Text(
        "One row lies around +1000, the other around -1000: each row needs its own largest score.",
        "한 행은 +1000 근처, 다른 행은 -1000 근처입니다. 행마다 그 행의 가장 큰 점수를 빼야 합니다.",
    )
    wide = Text(
        "The scores reach ±1000 here: take the loss from log_softmax, not from the log of p.",
        "여기서는 점수가 ±1000까지 갑니다. 손실을 p의 로그가 아니라 log_softmax로 구하십시오.",
    )
    return [
        Case("loss", script(loss, "loss", x=x, t=t), by_hand),
        Case("loss", script(loss, "loss", x=x[:1], t=t[:1]), by_hand),
        Case("loss", script(loss, "loss", x=np.full((2, 7), 0.5), t=np.array([6, 2])), level),
        Case("loss", script(loss, "loss", x=x[:, :3], t=rng.permutation(3)), square),
        Case("dx", script(back, "dx", x=x, t=t), slope),
        Case("dx", script(back, "dx", x=x[:1], t=t[:1]), slope),
        Case("one_hot", script(back, ("loss", "dx"), x=x, t=rows), one_hot),
        Case("one_hot", script(back, ("loss", "dx"), x=x, t=rows.astype(int)), one_hot),
        Case("one_hot", script(back, ("loss", "dx"), x=x[:1], t=rows[:1]), single),
        Case("upstream", script(scaled, "dx", x=x, t=t, dout=round(rng.uniform(2, 3), 2)), times),
        Case("upstream", script(scaled, "dx", x=x, t=t, dout=-0.5), times),
        Case("large", script(back, ("loss", "dx"), x=far, t=np.array([1, 0])), wide),
        Case("large", script(back, ("loss", "dx"), x=far, t=np.array([2, 2])), wide),
        Case("large", script(back, ("loss", "dx"), x=levels, t=np.array([1, 0])), apart),
        Case("again", script(more, ("dx", "again"), x=x, t=t), LAST),
        Case("again", script(pair, "dx", x=x, t=t), LAST),
        Case("lists", script(loss, LISTS, x=x, t=t)),
    ]


SOFTMAX_WITH_LOSS = Exercise(
    "softmax_with_loss",
    ("SoftmaxWithLoss",),
    (
        Aspect("loss", 0.5, Text("forward; x and t untouched", "forward(x와 t는 그대로)"), effects=True),
        Aspect("dx", 1, Text("backward; x and t untouched", "backward(x와 t는 그대로)"), effects=True),
        Aspect("one_hot", 0.5, Text("one-hot targets", "원-핫 정답")),
        Aspect("upstream", 0.5, Text("dout other than 1", "1이 아닌 dout")),
        Aspect("large", 0.5, Text("scores of ±1000", "±1000인 점수")),
        Aspect("again", 0.5, AGAIN),
        Aspect("lists", 0.5, NO_LISTS),
    ),
    softmax_with_loss_cases,
    {"SoftmaxWithLoss": layers.SoftmaxWithLoss},
)

I, H, O = 16, 1000, 30  # of the network whose weights are counted
SQUARES = ("np.mean(net.params[0] ** 2)", "np.mean(net.params[2] ** 2)")
SPREAD = Statistic(
    Text("The mean square of the weights", "가중치 제곱의 평균"),
    lambda given: [given[name] for name in SQUARES],
    lambda case: np.array([2 / I, 2 / H]),
    lambda case: np.array([2 / I * (2 / (I * H)) ** 0.5, 2 / H * (2 / (H * O)) ** 0.5]),
)
DRAWN = (
    "np.array_equal(net.params[0], same.params[0])",
    "np.array_equal(net.params[0], other.params[0])",
    "net.params[0].min() < 0 < net.params[0].max()",
    "net.params[2].min() < 0 < net.params[2].max()",
    "net.params[1]",
    "net.params[3]",
)
SHARED = ("net.layers[0] is first",) + tuple(
    f"net.{kind}[{2 * i + j}] is net.layers[{2 * i}].{kind}[{j}]"
    for kind in ("params", "grads")
    for i in (0, 1)
    for j in (0, 1)
)


def two_layer_net_cases(rng):
    x, t, seed = away_from_zero(rng, 6, 4), rng.permutation([0, 1, 2, 2, 1, 0]), rng.integers(1000)
    names = ("W1", "b1", "W2", "b2")
    start = {name: away_from_zero(rng, *shape) for name, shape in zip(names, ((4, 5), (5,), (5, 3), (3,)), strict=True)}
    equal = {name: away_from_zero(rng, *shape) for name, shape in zip(names, ((3, 3), (3,), (3, 3), (3,)), strict=True)}
    fill = "for p, number in zip(net.params, (W1, b1, W2, b2), strict=True): p[...] = number\n"
    new = f"net = TwoLayerNet(4, 5, 3, np.random.default_rng({seed}))\n" + fill
    back = new + "loss = net.loss(x, t)\nnet.backward()"
    once = back.replace("loss =", "first = net.layers[0]\nloss =")
    step = "net.backward()\nSGD(0.5).update(net.params, net.grads)\n"
    learns = f"{new}first = net.loss(x, t)\n{step}second = net.loss(x, t)\n{step}third = net.loss(x, t)"
    large = f"net = TwoLayerNet({I}, {H}, {O}, np.random.default_rng({seed}))"
    drawn = f"""
        rng = np.random.default_rng({seed})
        net, other = TwoLayerNet(4, 5, 3, rng), TwoLayerNet(4, 5, 3, rng)
        same = TwoLayerNet(4, 5, 3, np.random.default_rng({seed}))
    """
    scores = Text("Scores: affine, ReLU, affine. Nothing after it.", "점수: 아핀, ReLU, 아핀. 그 뒤에는 없습니다.")
    price = Text("The loss is that of the scores of predict.", "predict의 점수로 구한 손실이어야 합니다.")
    grads = Text(
        "The gradients of W1, b1, W2, b2 in this order; each layer fills its own.",
        "W1, b1, W2, b2의 그래디언트가 이 순서로 들어 있어야 합니다. 저마다 자기 층이 채웁니다.",
    )
    equals = Text(
        "All layers have 3 inputs and 3 outputs here, so a wrong order gives no error.",
        "여기서는 모든 층의 입력과 출력이 3개여서 순서가 틀려도 오류가 나지 않습니다.",
    )
    falls = Text(
        "Two steps down: the loss must follow the parameters, and each step the gradients of its own backward.",
        "두 걸음 내려갑니다. 손실은 매개변수를, 걸음은 매번 새 backward의 그래디언트를 따라야 합니다.",
    )
    return [
        Case("predict", script(new + "scores = net.predict(x)", "scores", x=x, **start), scores),
        Case("predict", script(new + "scores = net.predict(x)", "scores", x=x[:1], **start), scores),
        Case("loss", script(new + "loss = net.loss(x, t)", "loss", x=x, t=t, **start), price),
        Case("loss", script(new + "loss = net.loss(x, t)", "loss", x=x, t=np.eye(3)[t], **start), price),
        Case("grads", script(back, "net.grads", x=x, t=t, **start), grads),
        Case("grads", script(back, "net.grads", x=x[:1], t=t[:1], **start), grads),
        Case("order", script(back.replace("4, 5", "3, 3"), "net.grads", x=x[:, :3], t=t, **equal), equals),
        Case("shared", script(new + "first = net.layers[0]", SHARED, **start)),
        Case("shared", script(once, SHARED, x=x, t=t, **start)),
        Case("spread", script(large, SQUARES)),
        Case("drawn", script(drawn, DRAWN)),
        Case("learns", script(learns, ("first", "second", "third"), x=x, t=t, **start), falls),
    ]


TWO_LAYER_NET = Exercise(
    "two_layer_net",
    ("TwoLayerNet",),
    (
        Aspect("predict", 0.5, Text("predict; x untouched", "predict(x는 그대로)"), effects=True),
        Aspect("loss", 0.5, Text("loss; x and t untouched", "loss(x와 t는 그대로)"), effects=True),
        Aspect("grads", 1, Text("the gradients after backward", "backward 뒤의 그래디언트")),
        Aspect("order", 0.5, Text("three equal sizes", "크기 세 개가 모두 같을 때")),
        Aspect("shared", 1.5, Text("the lists hold the layers' own arrays", "리스트에 층의 배열 자체가 들어 있음")),
        Aspect("spread", 0.5, Text("how large the first weights are", "처음 가중치의 크기"), judge=SPREAD),
        Aspect("drawn", 0.5, Text("random weights from rng; biases 0", "rng에서 뽑은 가중치, 0인 편향")),
        Aspect("learns", 1, Text("two steps of learning", "두 걸음 학습")),
    ),
    two_layer_net_cases,
    {"TwoLayerNet": two_layer_net.TwoLayerNet},
    needs=("relu_layer", "affine_layer", "softmax_with_loss"),
)

PLACE = "np.any(W != before)"
GRADS = "np.any(params[0] != before) and np.all(dW == kept)"


def sgd_cases(rng):
    W, b, dW, db, cube = (away_from_zero(rng, *shape) for shape in ((2, 3), (3,), (2, 3), (3,), (2, 1, 2)))
    lr = round(rng.uniform(0.1, 0.3), 2)
    step = f"params = [W, b, U]\noptimizer = SGD({lr})\noptimizer.update(params, [dW, db, dU])"
    more = step + "\noptimizer.update(params, [2 * dW, db, dU])"
    pair = f"one, two = SGD({lr}), SGD({lr / 2})\none.update([W], [dW])\ntwo.update([b], [db])"
    place = f"before = W.copy()\nSGD({lr}).update([W, b], [dW, db])"
    grads = f"before, kept = W.copy(), dW.copy()\nparams = [W, b]\nSGD({lr}).update(params, [dW, db])"
    by_hand = Text("Take one number by hand: p - lr g.", "수 하나를 손으로 계산해 보십시오. p - lr g입니다.")
    default = Text("SGD() without a number takes lr = 0.01.", "수를 주지 않은 SGD()의 lr는 0.01입니다.")
    rate = Text("Each optimizer keeps its own lr.", "옵티마이저마다 자기 lr를 가집니다.")
    arrays = {"W": W, "b": b, "U": cube, "dW": dW, "db": db, "dU": 3 * cube}
    return [
        Case("step", script(step, "params", **arrays), by_hand),
        Case("step", script(more, "params", **arrays), by_hand),
        Case("step", script(pair, "[W, b]", W=W, b=b, dW=dW, db=db), rate),
        Case("step", script("SGD().update([W], [dW])", "[W]", W=W, dW=dW), default),
        Case("place", script(place, PLACE, W=W, b=b, dW=dW, db=db)),
        Case("grads", script(grads, GRADS, W=W, b=b, dW=dW, db=db)),
    ]


SGD = Exercise(
    "sgd",
    ("SGD",),
    (
        Aspect("step", 1, Text("one step and two", "한 걸음과 두 걸음")),
        Aspect("place", 1.5, Text("the arrays themselves change", "배열 자체가 바뀜")),
        Aspect("grads", 0.5, Text("the gradients stay as they are", "그래디언트는 그대로")),
    ),
    sgd_cases,
    {"SGD": optimizers.SGD},
)

EXERCISES = (SIGMOID, RELU, AFFINE, SOFTMAX_WITH_LOSS, TWO_LAYER_NET, SGD)
