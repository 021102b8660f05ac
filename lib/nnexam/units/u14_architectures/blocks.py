"""u14_architectures: what the checks of the classes ask."""

import numpy as np

from nnexam.model import Aspect, Case, Exercise, Text, script

from .parts import GlobalAvgPool, Inception, ResidualBlock


def draws(rng, *shape):
    """Draw numbers with two digits and 0.3 <= |x| <= 2, of both signs."""
    count = int(np.prod(shape))
    sizes = rng.uniform(0.3, 2, count).round(2) * np.resize([-1, 1], count)
    return rng.permutation(sizes).reshape(shape)


def global_avg_pool_cases(rng):
    x, other, dout = draws(rng, 2, 3, 5, 4), draws(rng, 3, 2, 2, 6), draws(rng, 2, 3)
    one = draws(rng, 1, 4, 2, 3)
    forward = "layer = GlobalAvgPool()\nout = layer.forward(x)"
    backward = forward + "\ndx = layer.backward(dout)"
    twice = """
        layer, second = GlobalAvgPool(), GlobalAvgPool()
        layer.forward(other)
        layer.forward(x)
        second.forward(one)
        dx = layer.backward(dout)
    """
    mean = Text(
        "out[n, c] is the mean of the H W pixels of channel c of image n: the shape is (N, C).",
        "out[n, c]는 이미지 n의 채널 c에 있는 픽셀 H W개의 평균입니다. shape은 (N, C)입니다.",
    )
    share = Text(
        "Raise one pixel by 1: the mean of its channel rises by 1/(H W). So dx[n, c, i, j] = dout[n, c] / (H W).",
        "픽셀 하나가 1만큼 커지면 채널의 평균은 1/(H W)만큼 커집니다. dx[n, c, i, j] = dout[n, c] / (H W)입니다.",
    )
    memory = Text(
        "Two layers, and a second forward of the first: backward belongs to the last forward of its own layer.",
        "층이 둘이고, 첫째 층은 forward를 두 번 합니다. backward는 제 층의 마지막 forward에 대한 것입니다.",
    )
    return [
        Case("forward", script(forward, "out", x=x), mean),
        Case("forward", script(forward, "out", x=one), mean),
        Case("backward", script(backward, "dx", x=x, dout=dout), share),
        Case("backward", script(backward, "dx", x=one, dout=draws(rng, 1, 4)), share),
        Case("again", script(twice, "dx", x=x, other=other, one=one, dout=dout), memory),
    ]


GLOBAL_AVG_POOL = Exercise(
    "global_avg_pool",
    ("GlobalAvgPool",),
    (
        Aspect("forward", 1, Text("forward", "forward"), effects=True),
        Aspect("backward", 1.5, Text("backward", "backward"), effects=True),
        Aspect("again", 0.5, Text("two layers, forward twice", "층 두 개, forward 두 번")),
    ),
    global_avg_pool_cases,
    {"GlobalAvgPool": GlobalAvgPool},
)

THREE = """
    from nnref.convolution import Convolution
    from nnref.pooling import MaxPooling
    branches = [Convolution(W1, b1), Convolution(W3, b3, pad=1), MaxPooling(3, stride=1, pad=1)]
    block = Inception(branches)
    out = block.forward(x)"""
MINE = "block.{0}[0] is branches[0].{0}[0] and block.{0}[3] is branches[1].{0}[1]"
IN_ORDER = "all(mine is own for mine, own in zip(block.{0}, [a for branch in branches for a in branch.{0}]))"


def inception_cases(rng):
    x, dout, small = draws(rng, 2, 3, 5, 7), draws(rng, 2, 13, 5, 7), draws(rng, 4, 3, 2, 3)
    weights = {"W1": draws(rng, 4, 3, 1, 1), "b1": draws(rng, 4), "W3": draws(rng, 6, 3, 3, 3), "b3": draws(rng, 6)}
    back = THREE + "\ndx = block.backward(dout)"
    same = """
        from nnref.convolution import Convolution
        from nnref.layer import Composite
        unchanged = Composite([])
        block = Inception([unchanged, Convolution(W1, b1)])
        out = block.forward(x)
        dx = block.backward(dout)
    """
    two = """
        from nnref.layer import Composite
        unchanged, unchanged_too = Composite([]), Composite([])
        block = Inception([unchanged, unchanged_too])
        out = block.forward(x)
        dx = block.backward(dout)
    """
    twice = (
        THREE
        + """
        second = Inception([Convolution(2 * W1, b1)])
        second.forward(small)
        block.forward(small)
        block.forward(x)
        second.backward(second.forward(small))
        dx = block.backward(dout)
    """
    )
    own_arrays = [line.format(name) for line in (MINE, IN_ORDER) for name in ("params", "grads")]
    lists_of_arrays = f"[len(block.params), len(block.grads), {', '.join(own_arrays)}]"
    grads = "[grad for branch in branches for grad in branch.grads]"

    def part(first, last):
        only = np.zeros_like(dout)
        only[:, first:last] = dout[:, first:last]
        return only

    stacked = Text(
        "Channels (axis 1) 0 to 3 of out are the first branch's, 4 to 9 the second's, 10 to 12 the third's.",
        "out의 채널 0~3은 첫 갈래, 4~9는 둘째, 10~12는 셋째 갈래의 것입니다. (N, C, H, W)의 축 1입니다.",
    )
    stacked_too = Text(
        "Here both branches hand on x unchanged: the channels of x come twice, on axis 1.",
        "여기서는 두 갈래 모두 x를 그대로 내보냅니다. x의 채널이 축 1에 두 번 나옵니다.",
    )
    halves = Text(
        "Here both branches hand on what they get: dx is the first half of the channels of dout plus the second half.",
        "여기서는 두 갈래 모두 받은 것을 그대로 내보냅니다. dx는 dout의 채널 앞 절반과 뒤 절반을 더한 것입니다.",
    )
    single = Text(
        "Here dout is 0 except in the channels of one branch: dx is what this branch's backward returns.",
        "여기서 dout은 한 갈래의 채널에서만 0이 아닙니다. dx는 그 갈래의 backward가 반환하는 값입니다.",
    )
    added = Text(
        "x went into all branches: dx is the sum of what their backward returns.",
        "x는 모든 갈래에 들어갔습니다. dx는 갈래들의 backward가 반환하는 값을 모두 더한 것입니다.",
    )
    own = Text(
        "Each branch learns from its own channels of dout: 4, 6 and 3 of them here.",
        "갈래마다 dout에서 제 채널만 받아 학습합니다. 여기서는 4개, 6개, 3개입니다.",
    )
    view = Text(
        "Here the first branch hands x and dout on unchanged. Is one of your arrays the caller's?",
        "여기서 첫 갈래는 x와 dout을 그대로 내보냅니다. 내 배열 가운데 받은 배열과 같은 것이 있습니까?",
    )
    memory = Text(
        "Two blocks, and several calls of forward: backward belongs to the last forward of its own block.",
        "블록이 둘이고 forward를 여러 번 합니다. backward는 제 블록의 마지막 forward에 대한 것입니다.",
    )
    lists = Text(
        "params and grads are lists of the branches' own arrays, branch after branch: no copies, no lists in lists.",
        "params와 grads에는 갈래들이 가진 배열 자체가 갈래 순서대로 있어야 합니다. 복사본이나 겹친 리스트는 안 됩니다.",
    )
    given = {"x": x, **weights}
    return [
        Case("out", script(THREE, "out", **given), stacked),
        Case("out", script(THREE, "out", **{**given, "x": small}), stacked),
        Case("out", script(two.split("dx =")[0], "out", x=x), stacked_too),
        Case("dx", script(two, "dx", x=x, dout=dout[:, :6]), halves),
        Case("dx", script(two, "dx", x=x[:, :1], dout=dout[:, :2]), halves),
        Case("dx", script(back, "dx", dout=part(0, 4), **given), single),
        Case("dx", script(back, "dx", dout=part(4, 10), **given), single),
        Case("dx", script(back, "dx", dout=part(10, 13), **given), single),
        Case("dx", script(back, "dx", dout=dout, **given), added),
        Case("dx", script(same, "dx", dout=dout[:, :7], x=x, W1=weights["W1"], b1=weights["b1"]), view),
        Case("grads", script(back, grads, dout=dout, **given), own),
        Case("again", script(twice, "dx", small=small, dout=dout, **given), memory),
        Case("lists", script(back, lists_of_arrays, dout=dout, **given), lists),
    ]


INCEPTION = Exercise(
    "inception",
    ("Inception",),
    (
        Aspect("out", 1.5, Text("forward", "forward"), effects=True),
        Aspect("dx", 2, Text("gradient of x", "x의 그래디언트"), effects=True),
        Aspect("grads", 1.5, Text("gradients of the branches", "갈래들의 그래디언트")),
        Aspect("again", 0.5, Text("two blocks, several forwards", "블록 두 개, forward 여러 번")),
        Aspect("lists", 0.5, Text("params and grads", "params와 grads")),
    ),
    inception_cases,
    {"Inception": Inception},
)

FILL = """
    block = ResidualBlock({}, np.random.default_rng(1){})
    for p, values in zip(block.params, [{}]): p[...] = values
    out = block.forward(x)"""


def residual_block_cases(rng):
    def weights(c_in, c_out, projected, closed=False):
        drawn = {"W1": draws(rng, c_out, c_in, 3, 3), "b1": draws(rng, c_out)}
        drawn |= {"W2": draws(rng, c_out, c_out, 3, 3) / 3 * (not closed), "b2": draws(rng, c_out) * (not closed)}
        return drawn | ({"W": draws(rng, c_out, c_in, 1, 1), "b": draws(rng, c_out)} if projected else {})

    def asked(aspect, hint, c_in, c_out, stride=1, closed=False, back=True):
        x = draws(rng, 2, c_in, 6, 7)
        projected = c_in != c_out or stride > 1
        dout = draws(rng, 2, c_out, -(-6 // stride), -(-7 // stride))
        arrays = weights(c_in, c_out, projected, closed)
        lines = FILL.format(f"{c_in}, {c_out}", f", stride={stride}" if stride > 1 else "", ", ".join(arrays))
        given = {"x": x, **arrays}
        if not back:
            return Case(aspect, script(lines, "out", **given), hint)
        result = "dx" if "grads" not in aspect else "block.grads"
        return Case(aspect, script(lines + "\ndx = block.backward(dout)", result, dout=dout, **given), hint)

    x, small, dout = draws(rng, 2, 3, 4, 5), draws(rng, 4, 3, 2, 3), draws(rng, 2, 3, 4, 5)
    again = (
        FILL.format("3, 3", "", "W1, b1, W2, b2")
        + """
        second = ResidualBlock(3, 3, np.random.default_rng(2))
        block.forward(small)
        out = block.forward(x)
        second.backward(second.forward(small))
        dx = block.backward(dout)
    """
    )
    drawn = """
        one, two = ResidualBlock(3, 5, np.random.default_rng(7)), ResidualBlock(3, 5, np.random.default_rng(7))
        three, plain = ResidualBlock(3, 5, np.random.default_rng(8)), ResidualBlock(3, 3, np.random.default_rng(7))
        same_seed = all(np.array_equal(p, q) for p, q in zip(one.params, two.params))
        other_seed = [not np.array_equal(p, q) for p, q in zip(one.params[::2], three.params[::2])]
        arrays = [len(one.params), len(one.grads), len(plain.params), len(plain.grads)]
    """
    closed = Text(
        "Here the second convolution is 0, so that only the skip is open: out = relu(x), dx = dout where x > 0.",
        "여기서는 둘째 합성곱이 0이어서 지름길만 열려 있습니다. out = relu(x)이고, dx는 x > 0인 곳에서 dout입니다.",
    )
    order = Text(
        "conv1, ReLU, conv2, then add x, and only then the last ReLU.",
        "conv1, ReLU, conv2, 다음에 x를 더하고, 마지막 ReLU는 그 뒤입니다.",
    )
    shape = Text(
        "Here x does not have the shape of the body's output: the skip is a 1×1 convolution with the block's stride.",
        "여기서는 x의 shape이 몸통의 출력과 다릅니다. 지름길은 블록과 같은 스트라이드의 1×1 합성곱입니다.",
    )
    both = Text(
        "First back through the last ReLU. Its result goes both ways, through the body and through the skip; add up.",
        "먼저 마지막 ReLU를 거꾸로 지납니다. 그 결과가 몸통과 지름길 양쪽으로 가고, 돌아온 둘을 더합니다.",
    )
    learnt = Text(
        "block.grads: dW and db of conv1, of conv2, and of the projection where there is one.",
        "block.grads에는 conv1, conv2의 dW와 db가, 사영이 있으면 그 dW와 db도 차례로 있습니다.",
    )
    memory = Text(
        "Two blocks, and several calls of forward: backward belongs to the last forward of its own block.",
        "블록이 둘이고 forward를 여러 번 합니다. backward는 제 블록의 마지막 forward에 대한 것입니다.",
    )
    start = Text(
        "All filters come from rng. There are 6 arrays with a projection; 4 where x already has the right shape.",
        "필터는 모두 rng에서 뽑습니다. 배열은 사영이 있으면 6개, x의 shape이 이미 맞으면 4개입니다.",
    )
    return [
        asked("out", closed, 3, 3, closed=True, back=False),
        asked("out", order, 4, 4, back=False),
        asked("projection", shape, 3, 5, back=False),
        asked("projection", shape, 4, 4, 2, back=False),
        asked("projection", shape, 3, 4, 2, back=False),
        asked("projection", shape, 3, 2, 3, back=False),
        asked("projection", shape, 4, 4, 3, back=False),
        asked("projection", shape, 5, 3, back=False),
        asked("dx", closed, 3, 3, closed=True),
        asked("dx", both, 4, 4),
        asked("dx", both, 3, 5, 2),
        asked("grads", learnt, 3, 3),
        asked("grads", learnt, 3, 4, 2),
        Case("again", script(again, "dx", x=x, small=small, dout=dout, **weights(3, 3, False)), memory),
        Case("start", script(drawn, ("same_seed", "other_seed", "arrays")), start),
    ]


RESIDUAL_BLOCK = Exercise(
    "residual_block",
    ("ResidualBlock",),
    (
        Aspect("out", 1, Text("forward, the skip is x", "forward, 지름길이 x일 때"), effects=True),
        Aspect("projection", 1.5, Text("forward, the skip is projected", "forward, 지름길을 사영할 때"), effects=True),
        Aspect("dx", 1.5, Text("gradient of x", "x의 그래디언트"), effects=True),
        Aspect("grads", 1, Text("gradients of the weights", "가중치의 그래디언트")),
        Aspect("again", 0.5, Text("two blocks, several forwards", "블록 두 개, forward 여러 번")),
        Aspect("start", 0.5, Text("which arrays a new block has", "새 블록이 가진 배열")),
    ),
    residual_block_cases,
    {"ResidualBlock": ResidualBlock},
)
