"""u11_convolution: the two exercises about a whole network, which count and multiply no images."""

from nnref import convolution_loops as ref

from nnexam.model import Aspect, Case, Exercise, Text, call


def image(C, H, W):
    return {"kind": "input", "C": C, "H": H, "W": W}


def conv(F, k, stride=1, pad=0):
    return {"kind": "conv", "F": F, "k": k, "stride": stride, "pad": pad}


def pool(k, stride):
    return {"kind": "pool", "k": k, "stride": stride}


def dense(M):
    return {"kind": "dense", "M": M}


def params_cases(rng):
    F, M = int(rng.integers(4, 8)), int(rng.integers(8, 13))
    count = Text(
        "Count one filter by hand: its k * k weights for each channel, and what else does it learn?",
        "필터 하나를 손으로 세어 보십시오. 채널마다 가중치가 k * k개이고, 그 밖에 무엇을 학습합니까?",
    )
    work = Text(
        "Each number that comes out costs C * k * k products: how many numbers come out of this layer?",
        "나오는 수 하나마다 곱셈이 C * k * k번입니다. 이 층에서 나오는 수는 몇 개입니까?",
    )
    between = Text(
        "A pooling layer stands before this one: which shape does it hand on?",
        "앞에 풀링 층이 있습니다. 풀링 층을 지난 뒤의 shape은 무엇입니까?",
    )
    behind = Text(
        "Two convolutions, one behind the other: how many channels, rows and columns does the second one read?",
        "합성곱 두 개가 이어집니다. 둘째 합성곱이 읽는 입력의 채널, 행, 열은 각각 몇 개입니까?",
    )
    units = Text(
        "Every unit sees all numbers before it: D weights, and a bias.",
        "유닛마다 앞의 수를 모두 봅니다. 가중치 D개와 편향 하나입니다.",
    )
    convs = (
        ([image(3, 7, 6), conv(F, 3)], count, work),
        ([image(2, 9, 8), conv(F, 3, stride=2, pad=1)], count, work),
        ([image(1, 8, 10), conv(F, 5, pad=2), conv(3, 2, stride=2)], behind, behind),
        ([image(3, 12, 9), conv(F, 3, pad=1), pool(3, 2), conv(2, 3)], between, between),
    )
    denses = (
        ([image(1, 2, 3), dense(M)], units),
        ([image(2, 3, 4), dense(M), dense(3)], units),
        ([image(3, 7, 9), conv(F, 3, pad=1), pool(2, 2), dense(M)], between),
    )
    cases = []
    for layers, first, second in convs:
        cases.append(Case("conv_parameters", call("params_and_macs", layers), first))
        cases.append(Case("conv_macs", call("params_and_macs", layers), second))
    for layers, hint in denses:
        cases.append(Case(("dense_parameters", "dense_macs"), call("params_and_macs", layers), hint))
    return cases


PARAMS_AND_MACS = Exercise(
    "params_and_macs",
    ("params_and_macs",),
    (
        Aspect("conv_parameters", 1, Text("parameters of convolutions", "합성곱의 매개변수"), part=0),
        Aspect("conv_macs", 1, Text("MACs of convolutions", "합성곱의 MAC"), part=1),
        Aspect(
            "dense_parameters",
            1,
            Text(
                "parameters of dense layers; the list is left untouched", "완전 연결 계층의 매개변수(리스트는 그대로)"
            ),
            part=0,
            effects=True,
        ),
        Aspect("dense_macs", 1, Text("MACs of dense layers", "완전 연결 계층의 MAC"), part=1),
    ),
    params_cases,
    {"params_and_macs": ref.params_and_macs},
    needs=("conv_output_size",),
)


def receptive_cases(rng):
    k = int(rng.integers(4, 8))
    stack = Text(
        "Two layers of 3 x 3 see 5 pixels across: each layer adds k - 1, not k. The width is an int.",
        "3 x 3 층 두 개는 다섯 픽셀 너비를 봅니다. 층마다 k가 아니라 k - 1이 늘어납니다. 너비는 정수(int)입니다.",
    )
    strides = Text(
        "Draw the row of pixels: how far apart are two neighbours of this layer's input, in pixels of the image?",
        "픽셀을 한 줄로 그려 보십시오. 이 층의 입력에서 이웃한 두 수는 이미지에서 몇 픽셀 떨어져 있습니까?",
    )
    pools = Text("Pooling has a window and a stride too.", "풀링에도 윈도우와 스트라이드가 있습니다.")
    start = image(3, 32, 32)
    groups = {
        "convs": ([conv(4, 3)], [conv(4, 3), conv(4, 3)], [conv(2, k), conv(2, 3, pad=1), conv(8, 2)], []),
        "strides": (
            [conv(4, 3, stride=2), conv(4, 3)],
            [conv(4, k, stride=2), conv(4, 3, stride=3), conv(4, 2)],
            [conv(2, 3), conv(4, 2, stride=3), conv(4, 1), conv(4, k, stride=2)],
        ),
        "pools": (
            [conv(4, 3), pool(2, 2)],
            [start, conv(4, 3, pad=1), pool(2, 2), conv(8, 3, pad=1), pool(3, 2), conv(8, 2)],
            [pool(k, 3), conv(4, 3)],
        ),
    }
    hints = {"convs": stack, "strides": strides, "pools": pools}
    return [
        Case(aspect, call("receptive_field", layers), hints[aspect]) for aspect in groups for layers in groups[aspect]
    ]


RECEPTIVE_FIELD = Exercise(
    "receptive_field",
    ("receptive_field",),
    (
        Aspect("convs", 1, Text("layers with stride 1; an int", "스트라이드가 1인 층, 정수"), dtype=True, effects=True),
        Aspect("strides", 1, Text("layers with other strides", "스트라이드가 1보다 큰 층")),
        Aspect(
            "pools",
            1,
            Text("pooling between the layers; the list is left untouched", "사이에 낀 풀링(리스트는 그대로)"),
            effects=True,
        ),
    ),
    receptive_cases,
    {"receptive_field": ref.receptive_field},
)
