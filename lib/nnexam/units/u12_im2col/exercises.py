"""u12_im2col: what the checks ask, and what each aspect is worth."""

import numpy as np
from nnref import convolution
from nnref.im2col import col2im, im2col

from nnexam.model import Aspect, Case, Exercise, Text, call, script

from .draws import away_from_zero, numbered
from .layers import CONVOLUTION, FLATTEN, MAX_POOLING


def im2col_cases(rng):
    one, two = numbered(rng, 1, 3, 4, 5), numbered(rng, 2, 3, 5, 4)
    row = Text(
        "Write the first row by hand: channel 0 of the first window line by line, then channel 1, then channel 2.",
        "첫 행을 손으로 적어 보십시오. 첫 윈도우의 채널 0을 한 줄씩, 다음에 채널 1, 그다음에 채널 2입니다.",
    )
    plain = Text("Here the image has a single channel.", "여기서는 채널이 하나뿐입니다.")
    images = Text(
        "Here the batch has several images: all windows of image 0 come first, then those of image 1.",
        "여기서는 이미지가 여러 장입니다. 이미지 0의 윈도우가 모두 나온 다음에 이미지 1의 윈도우가 나옵니다.",
    )
    steps = Text(
        "Here the stride is larger than 1: how far does the window go to the right, and how far down?",
        "여기서는 스트라이드가 1보다 큽니다. 윈도우가 오른쪽으로, 또 아래로 몇 칸씩 갑니까?",
    )
    rest = Text(
        "Here the stride does not divide: the last pixels are in no window.",
        "여기서는 스트라이드로 나누어떨어지지 않습니다. 마지막 픽셀은 어느 윈도우에도 들지 않습니다.",
    )
    border = Text(
        "Here the images get a border of zeros on all four sides.",
        "여기서는 이미지의 네 변에 0으로 된 테두리를 두릅니다.",
    )
    halves = Text(
        "Here the pixels are not whole numbers: what dtype does your matrix have?",
        "여기서는 픽셀이 정수가 아닙니다. 행렬의 dtype은 무엇입니까?",
    )
    return [
        Case("row", call("im2col", one[:, :1], 2, 3), plain),
        Case("row", call("im2col", one, 3, 2), row),
        Case("row", call("im2col", one, 4, 5), row),
        Case("row", call("im2col", numbered(rng, 1, 2, 3, 4) - 0.5, 2, 3), halves),
        Case("images", call("im2col", two, 2, 3), images),
        Case("images", call("im2col", numbered(rng, 3, 2, 4, 3), 1, 1), images),
        Case("stride", call("im2col", numbered(rng, 1, 2, 5, 7), 1, 3, 2), steps),
        Case("stride", call("im2col", numbered(rng, 2, 3, 6, 7), 2, 3, 3), rest),
        Case("pad", call("im2col", two, 2, 3, pad=1), border),
        Case("pad", call("im2col", two, 3, 4, stride=2, pad=2), border),
        Case("pad", call("im2col", numbered(rng, 2, 3, 1, 1), 1, 1, pad=1), border),
    ]


IM2COL = Exercise(
    "im2col",
    ("im2col",),
    (
        Aspect("row", 2, Text("one image: what a row holds", "이미지 한 장: 행에 담기는 것"), effects=True),
        Aspect("images", 1, Text("several images: the order of the rows", "이미지 여러 장: 행의 순서")),
        Aspect("stride", 1, Text("stride 2 and 3", "스트라이드 2와 3")),
        Aspect("pad", 1, Text("padding", "패딩")),
    ),
    im2col_cases,
    {"im2col": im2col},
)


def col2im_cases(rng):
    def asked(aspect, hint, shape, kh, kw, stride=1, pad=0):
        rows = im2col(np.zeros(shape), kh, kw, stride, pad).shape
        return Case(aspect, call("col2im", numbered(rng, *rows), shape, kh, kw, stride, pad), hint)

    apart = Text(
        "Here the windows lie side by side: every number goes to a pixel of its own, col2im undoes im2col.",
        "여기서는 윈도우가 겹치지 않습니다. 수마다 제 픽셀이 따로 있어 col2im이 im2col을 그대로 되돌립니다.",
    )
    overlap = Text(
        "Here the windows overlap: a pixel gets the sum of all its numbers.",
        "여기서는 윈도우가 겹칩니다. 픽셀은 제게 오는 수를 모두 더해 가집니다.",
    )
    border = Text(
        "Add on an image with a border, then cut the border off, in this order.",
        "테두리가 있는 이미지에 먼저 더한 다음에 테두리를 잘라 내십시오.",
    )
    rest = Text(
        "Here the stride does not divide: the last pixels are in no window, they exist and are 0.",
        "여기서는 스트라이드로 나누어떨어지지 않습니다. 마지막 픽셀은 어느 윈도우에도 없지만, 결과에 있고 값은 0입니다.",
    )
    transpose = Text(
        "For every x and c the sum of im2col(x) * c equals the sum of x * col2im(c): here it does not.",
        "어떤 x와 c에서도 im2col(x) * c의 합과 x * col2im(c)의 합은 같습니다. 여기서는 다릅니다.",
    )
    x, c = away_from_zero(rng, 2, 3, 5, 4), away_from_zero(rng, 2 * 3 * 3, 3 * 3 * 2)
    lines = "image = col2im(c, x.shape, 3, 2, 2, 1)\nleft, right = np.sum(col_of_x * c), np.sum(x * image)"
    return [
        asked("apart", apart, (1, 1, 4, 6), 2, 2, 2),
        asked("apart", apart, (2, 3, 3, 6), 3, 3, 3),
        asked("apart", apart, (2, 3, 4, 5), 4, 5),
        asked("overlap", overlap, (1, 1, 3, 4), 2, 2),
        asked("overlap", overlap, (2, 3, 4, 5), 2, 3),
        asked("overlap", overlap, (1, 2, 5, 7), 3, 5, 2),
        asked("border", border, (1, 1, 3, 4), 2, 3, 1, 1),
        asked("border", border, (2, 3, 5, 4), 3, 4, 2, 2),
        asked("rest", rest, (1, 1, 4, 6), 3, 2, 3),
        asked("rest", rest, (2, 3, 6, 8), 2, 3, 3),
        Case("transpose", script(lines, "[left, right]", x=x, c=c, col_of_x=im2col(x, 3, 2, 2, 1)), transpose),
    ]


COL2IM = Exercise(
    "col2im",
    ("col2im",),
    (
        Aspect("apart", 1.5, Text("windows side by side", "겹치지 않는 윈도우"), effects=True),
        Aspect("overlap", 1.5, Text("overlapping windows: sums", "겹치는 윈도우: 합"), effects=True),
        Aspect("border", 1, Text("padding is cut off", "패딩을 잘라 냄")),
        Aspect("rest", 0.5, Text("pixels that are in no window", "어느 윈도우에도 없는 픽셀")),
        Aspect("transpose", 0.5, Text("the transpose of im2col", "im2col의 전치")),
    ),
    col2im_cases,
    {"col2im": col2im},
)


def conv_forward(x, W, b, stride=1, pad=0):
    """The reference's convolution, and the columns beside it."""
    return convolution.conv_forward(x, W, b, stride, pad)[0], im2col(x, *W.shape[2:], stride, pad)


def conv_forward_cases(rng):
    x, W, b = away_from_zero(rng, 2, 3, 5, 7), away_from_zero(rng, 6, 3, 2, 3), away_from_zero(rng, 6)
    single, zero = away_from_zero(rng, 1, 2, 4, 3), np.zeros(1)
    one = Text(
        "One image, one filter, no bias: each output is one row of the matrix times the filter, laid out as a row.",
        "이미지 한 장, 필터 하나, 편향은 없습니다. 출력 하나는 행렬의 한 행과 한 줄로 편 필터의 곱입니다.",
    )
    several = Text(
        "The product has the axes (N OH OW, F); the result wants (N, F, OH, OW).",
        "곱의 축은 (N OH OW, F)이고 결과의 축은 (N, F, OH, OW)입니다.",
    )
    bias = Text(
        "All filters are 0 here: out[n, f] is b[f] everywhere.",
        "여기서 필터는 모두 0입니다. out[n, f]의 값은 모두 b[f]입니다.",
    )
    settings = Text(
        "Here the stride or the padding is not the default.", "여기서는 스트라이드나 패딩이 기본값이 아닙니다."
    )
    return [
        Case("one", call("conv_forward", single, away_from_zero(rng, 1, 2, 3, 2), zero), one),
        Case("several", call("conv_forward", x, W, np.zeros(6)), several),
        Case(("several", "col"), call("conv_forward", x[:, :, :4], W, np.zeros(6)), several),
        Case("bias", call("conv_forward", x, 0 * W, b), bias),
        Case("bias", call("conv_forward", x, W, b), several),
        Case("settings", call("conv_forward", x, W, b, stride=2), settings),
        Case(("settings", "col"), call("conv_forward", x, W, b, 2, 1), settings),
        Case("settings", call("conv_forward", single, W[:, :2], b, 3, 2), settings),
    ]


CONV_FORWARD = Exercise(
    "conv_forward",
    ("conv_forward",),
    (
        Aspect("one", 1, Text("one image, one filter", "이미지 한 장, 필터 하나"), part=0, effects=True),
        Aspect("several", 1, Text("several images and filters", "여러 이미지, 여러 필터"), part=0, effects=True),
        Aspect("bias", 0.5, Text("one bias for each filter", "필터마다 편향 하나"), part=0),
        Aspect("settings", 1, Text("stride and padding", "스트라이드와 패딩"), part=0),
        Aspect("col", 0.5, Text("the matrix is returned too", "행렬도 함께 반환"), part=1),
    ),
    conv_forward_cases,
    {"conv_forward": conv_forward},
    needs=("im2col",),
)

EXERCISES = (IM2COL, CONV_FORWARD, COL2IM, CONVOLUTION, MAX_POOLING, FLATTEN)
