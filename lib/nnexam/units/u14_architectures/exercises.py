"""u14_architectures: what the checks of the functions ask, and what each aspect is worth; blocks.py asks the classes."""

from nnref import architectures

from nnexam.model import Aspect, Case, Exercise, Text, call, script

from .blocks import GLOBAL_AVG_POOL, INCEPTION, RESIDUAL_BLOCK, draws
from .parts import vgg_block
from .specs import inception_3a, resnet_18, small_net, vgg_16


def vgg_block_cases(rng):
    def asked(aspect, hint, n, c_in, c_out, H, W, back=False):
        make = f"""
            layers = vgg_block({n}, {c_in}, {c_out}, np.random.default_rng(1))
            arrays = [p for layer in layers for p in layer.params]
        """
        if aspect == "shapes":
            return Case(aspect, script(make, "[p.shape for p in arrays]"), hint)
        weights = {}
        for i in range(1, n + 1):
            weights |= {f"W{i}": draws(rng, c_out, c_in if i == 1 else c_out, 3, 3), f"b{i}": draws(rng, c_out)}
        run = f"""
            for p, values in zip(arrays, [{", ".join(weights)}]): p[...] = values
            out = x
            for layer in layers: out = layer.forward(out)
        """
        turn = """
            dx = dout
            for layer in reversed(layers): dx = layer.backward(dx)
        """
        given = {"x": draws(rng, 2, c_in, H, W), **weights}
        if not back:
            return Case(aspect, script(make.rstrip() + run, "out", **given), hint)
        given["dout"] = draws(rng, 2, c_out, H // 2, W // 2)
        return Case(aspect, script(make.rstrip() + run.rstrip() + turn, "dx", **given), hint)

    drawn = """
        one = vgg_block(3, 4, 4, np.random.default_rng(7))
        two = vgg_block(3, 4, 4, np.random.default_rng(7))
        three = vgg_block(3, 4, 4, np.random.default_rng(8))
        a, b, c = ([p for layer in block for p in layer.params if p.ndim == 4] for block in (one, two, three))
        same_seed_same_filters = all(np.array_equal(p, q) for p, q in zip(a, b))
        other_seed_other_filters = not any(np.array_equal(p, q) for p, q in zip(a, c))
        each_layer_its_own = not np.array_equal(a[0], a[1]) and not np.array_equal(a[1], a[2])
    """
    shapes = Text(
        "Filters have the shape (F, C, 3, 3). The first convolution gets c_in channels; what does the second one get?",
        "필터의 shape은 (F, C, 3, 3)입니다. 첫 합성곱은 채널 c_in개를 받습니다. 둘째 합성곱은 몇 개를 받습니까?",
    )
    order = Text(
        "The order is convolution, ReLU, convolution, ReLU, ..., and at the end one pooling of 2×2.",
        "순서는 합성곱, ReLU, 합성곱, ReLU, …이고 맨 끝에 2×2 풀링이 하나 있습니다.",
    )
    own = Text(
        "Back through the layers. A ReLU remembers for its backward where its x was positive, so each place needs a Relu "
        "object of its own.",
        "층을 거꾸로 지나갑니다. ReLU는 x가 어디서 양수였는지 backward를 위해 기억하므로, 자리마다 Relu 객체가 따로 있어야 "
        "합니다.",
    )
    random = Text(
        "Every convolution draws filters of its own from the rng that was handed in, and from nothing else.",
        "합성곱마다 제 필터를 따로 뽑습니다. 인수로 받은 rng에서만 뽑으십시오.",
    )
    names = ("same_seed_same_filters", "other_seed_other_filters", "each_layer_its_own")
    return [
        asked("shapes", shapes, 2, 3, 5, 4, 6),
        asked("shapes", shapes, 3, 6, 4, 4, 6),
        asked("shapes", shapes, 1, 3, 2, 4, 6),
        asked("out", order, 1, 3, 5, 4, 6),
        asked("out", order, 2, 3, 5, 6, 8),
        asked("out", order, 3, 5, 2, 4, 6),
        asked("out", own, 3, 2, 4, 4, 6, back=True),
        Case("random", script(drawn, names), random),
    ]


VGG_BLOCK = Exercise(
    "vgg_block",
    ("vgg_block",),
    (
        Aspect("shapes", 1, Text("channels of each convolution", "합성곱마다의 채널 수")),
        Aspect("out", 1.5, Text("the block at work", "블록이 내는 결과")),
        Aspect("random", 0.5, Text("filters drawn from rng", "rng에서 뽑은 필터")),
    ),
    vgg_block_cases,
    {"vgg_block": vgg_block},
)


def count_parameters_cases(rng):
    C, F, k, M = (int(size) for size in rng.permutation([3, 5, 7, 11]))
    conv, norm, dense = {"kind": "conv", "C": C, "F": F, "k": k}, {"kind": "norm", "C": C}, {"kind": "dense"}
    every = conv | {"bias": True, "D": F, "M": M}
    filters = Text(
        "Each of the F filters holds C k² numbers; with a bias, one number more for each filter.",
        "필터 F개마다 수가 C k²개 있습니다. 편향이 있으면 필터마다 하나씩 더합니다.",
    )
    two = Text(
        "Batch normalisation learns two numbers for each channel, gamma and beta; its running means are not learnt.",
        "배치 정규화는 채널마다 gamma와 beta, 두 수를 학습합니다. 이동 평균은 학습하는 수가 아닙니다.",
    )
    units = Text("D weights and one bias for each of the M units.", "유닛 M개마다 가중치 D개와 편향 하나가 있습니다.")
    whole = Text(
        "A whole network from a paper: the layers alone are right? Then look at how you add them up.",
        "논문에 나온 신경망 전체입니다. 층 하나씩은 맞는다면, 더하는 부분을 살펴보십시오.",
    )
    unknown = Text("Here the list holds a kind that you do not know.", "여기서는 목록에 모르는 종류의 층이 있습니다.")
    return [
        Case("conv", call("count_parameters", [conv | {"bias": False}]), filters),
        Case("conv", call("count_parameters", [conv | {"bias": True}]), filters),
        Case("conv", call("count_parameters", inception_3a()), filters),
        Case("others", call("count_parameters", [norm]), two),
        Case("others", call("count_parameters", [dense | {"D": F, "M": M}]), units),
        Case("others", call("count_parameters", [{"kind": "pool"}])),
        Case("others", call("count_parameters", [])),
        Case("networks", call("count_parameters", small_net(rng)), whole),
        Case("networks", call("count_parameters", vgg_16()), whole),
        Case("networks", call("count_parameters", resnet_18()), whole),
        Case("unknown", call("count_parameters", [norm, {"kind": "lstm", "D": F, "M": M}]), unknown),
        *(
            Case("unknown", call("count_parameters", [norm, every | {"kind": k}]), unknown)
            for k in ("conv2d", "cnov", "")
        ),
    ]


COUNT_PARAMETERS = Exercise(
    "count_parameters",
    ("count_parameters",),
    (
        Aspect("conv", 1, Text("convolutions, with bias and without", "합성곱: 편향이 있을 때와 없을 때")),
        Aspect("others", 0.5, Text("the other layers", "다른 층")),
        Aspect("networks", 1, Text("VGG-16 and ResNet-18", "VGG-16과 ResNet-18"), effects=True),
        Aspect("unknown", 0.5, Text("an unknown kind is refused", "모르는 종류는 거부")),
    ),
    count_parameters_cases,
    {"count_parameters": architectures.count_parameters},
)


def bottleneck_macs_cases(rng):
    def drawn():
        return [int(size) for size in rng.permutation([2, 3, 5, 7, 11, 13])]

    direct = Text(
        "Direct: at each of the H W places, for each of the c_out filters, c_in k² multiplications.",
        "바로 갈 때: H W개의 자리마다, 필터 c_out개마다, 곱셈이 c_in k²번입니다.",
    )
    both = Text(
        "With a bottleneck there are two convolutions: 1×1 from c_in to c_mid, then k×k from c_mid to c_out.",
        "병목을 두면 합성곱이 둘입니다. c_in에서 c_mid로 가는 1×1, 이어서 c_mid에서 c_out으로 가는 k×k입니다.",
    )
    paper = Text("These are the sizes of a block of GoogLeNet.", "GoogLeNet에 있는 블록의 크기입니다.")
    return [
        Case(("direct", "bottleneck"), call("bottleneck_macs", 1, 1, 3, 2, 5, 1), both),
        Case("direct", call("bottleneck_macs", *drawn()), direct),
        Case("bottleneck", call("bottleneck_macs", 1, 1, *drawn()[:4]), both),
        Case("bottleneck", call("bottleneck_macs", *drawn()), both),
        Case(("direct", "bottleneck"), call("bottleneck_macs", 28, 28, 192, 16, 32, 5), paper),
    ]


BOTTLENECK_MACS = Exercise(
    "bottleneck_macs",
    ("bottleneck_macs",),
    (
        Aspect("direct", 1, Text("without a bottleneck", "병목이 없을 때"), part=0),
        Aspect("bottleneck", 2, Text("with a bottleneck", "병목이 있을 때"), part=1),
    ),
    bottleneck_macs_cases,
    {"bottleneck_macs": architectures.bottleneck_macs},
)

EXERCISES = (VGG_BLOCK, COUNT_PARAMETERS, GLOBAL_AVG_POOL, INCEPTION, BOTTLENECK_MACS, RESIDUAL_BLOCK)
