"""u18_rcnn: what the check of crop_and_warp asks."""

import numpy as np
from nnref import rcnn as ref

from nnexam.advice import advise_on
from nnexam.model import Aspect, Case, Exercise, Text, call


def crop_and_warp_cases(rng):
    img, tall = rng.normal(size=(2, 5, 7)), rng.normal(size=(3, 6, 4))
    across = np.tile(np.arange(0.0, 80, 10), (1, 3, 1))
    down = np.tile(np.arange(0.0, 60, 10)[:, None], (2, 1, 4))
    bytes_ = rng.permuted(np.resize([0, 3, 90, 200, 255, 7], (3, 4, 6)), axis=2).astype(np.uint8)
    itself = Text(
        "The box has whole numbers and its own size as `size`: the result is img[:, y1:y2, x1:x2], unchanged.",
        "상자의 좌표가 정수이고 size가 상자의 크기와 같습니다. 결과는 img[:, y1:y2, x1:x2] 그대로여야 합니다.",
    )
    rises = Text(
        "Here the brightness rises by 10 from pixel to pixel, to the right or downwards: at the point x (or y) "
        "of the axis it is 10 (x - 0.5), so each number of the result tells where it was read. Was that the centre of "
        "the cell, and are the pixels mixed there, in this direction too?",
        "여기서는 밝기가 오른쪽이나 아래로 픽셀마다 10씩 커져서 축의 점 x(또는 y)에서 10 (x - 0.5)입니다. 그래서 "
        "결과의 수를 보면 어디를 읽었는지 알 수 있습니다. 칸의 중심을 읽었습니까? 그 방향으로도 픽셀을 섞었습니까?",
    )
    four = Text(
        "Work out out[0, 0, 0] by hand: the centre of the first cell lies between four pixels, and the nearer ones "
        "count more.",
        "out[0, 0, 0]을 손으로 계산해 보십시오. 첫 칸의 중심이 픽셀 네 개 사이에 있고, 가까운 픽셀의 비중이 더 큽니다.",
    )
    single = Text(
        "Here size is (1, 1): a single cell, whose centre is the centre of the box.",
        "여기서는 size가 (1, 1)입니다. 칸이 하나이고 그 중심은 상자의 중심입니다.",
    )
    in_bytes = Text(
        "Here img holds bytes (uint8). Bytes have no digits behind the decimal point, and a difference of bytes is "
        "never negative: 3 - 90 gives 169. Turn img into floats before you mix.",
        "여기서는 img가 바이트(uint8)입니다. 바이트에는 소수점 아래가 없고, 바이트끼리 빼면 음수가 되지 않아 "
        "3 - 90이 169가 됩니다. 섞기 전에 img를 실수로 바꾸십시오.",
    )
    between = Text(
        "Here the corners of the box lie between the pixels: use them as they are, without rounding.",
        "여기서는 상자의 꼭짓점이 픽셀 사이에 있습니다. 반올림하지 말고 그대로 쓰십시오.",
    )
    beyond = Text(
        "Here the box reaches beyond the image: out there each point has the colour of the nearest pixel.",
        "여기서는 상자가 이미지 밖으로 나갑니다. 바깥의 점은 모두 가장 가까운 가장자리 픽셀의 색입니다.",
    )
    small = Text(
        "Here the box is narrower and lower than a pixel: it is divided into cells as it is, without making it larger.",
        "여기서는 상자의 너비와 높이가 한 픽셀보다 작습니다. 상자를 키우지 말고 그 크기 그대로 칸으로 나누십시오.",
    )
    outside = Text(
        "Here the whole box lies outside the image: there, too, each point has the colour of the nearest pixel.",
        "여기서는 상자가 통째로 이미지 밖에 있습니다. 그런 점의 색도 가장 가까운 가장자리 픽셀의 색입니다.",
    )
    one_pixel = Text(
        "Here the image has only one pixel: every point has its colour.",
        "여기서는 이미지에 픽셀이 하나뿐입니다. 어느 점이든 그 픽셀의 색입니다.",
    )

    def asked(aspect, hint, img, box, size):
        return Case(aspect, call("crop_and_warp", img, np.array(box, dtype=float), size), hint)

    x, y = rng.integers(0, 3), rng.integers(0, 2)
    return [
        asked("crop", itself, img, (x, y, x + 4, y + 2), (2, 4)),
        asked("crop", itself, img, (0, 0, 7, 5), (5, 7)),
        asked("crop", itself, tall, (3, 1, 4, 6), (5, 1)),
        asked("warp", rises, across, (1, 0, 7, 2), (2, 3)),
        asked("warp", rises, across, (2, 0, 5, 3), (1, 6)),
        asked("warp", rises, down, (0, 1, 3, 5), (8, 2)),
        asked("warp", four, img, (1, 1, 6, 4), (6, 4)),
        asked("warp", four, tall, (0, 1, 4, 6), (3, 7)),
        asked("warp", single, tall, (0, 1, 3, 5), (1, 1)),
        asked("warp", in_bytes, bytes_, (1, 0, 5, 3), (2, 5)),
        asked("fractions", between, img, (0.7, 0.9, 5.3, 4.2), (3, 5)),
        asked("fractions", between, tall, (1.25, 0.6, 3.1, 5.4), (7, 2)),
        asked("fractions", small, img, (2.2, 1.3, 2.6, 1.9), (2, 3)),
        asked("border", beyond, img, (-3, -2, 4, 3), (4, 6)),
        asked("border", beyond, tall, (1.5, 2, 8.5, 9), (5, 6)),
        asked("border", beyond, img, (-2.4, -1.2, 9.2, 7.6), (6, 8)),
        asked("border", beyond, img, (0, 0, 7, 5), (10, 21)),
        asked("border", beyond, img, (-1, -1, 3, 2), (3, 4)),
        asked("border", outside, img, (20, 3, 26, 8), (4, 3)),
        asked("border", one_pixel, img[:, :1, :1], (-1, 0, 3, 2), (2, 3)),
    ]


CROP_AND_WARP = Exercise(
    "crop_and_warp",
    ("crop_and_warp",),
    (
        Aspect("crop", 1, Text("a box of its own size: the crop", "상자 크기 그대로: 잘라 낸 것"), effects=True),
        Aspect("warp", 2, Text("other sizes", "다른 크기"), effects=True),
        Aspect("fractions", 1, Text("corners between pixels", "픽셀 사이의 꼭짓점")),
        Aspect("border", 1, Text("beyond the border", "가장자리 밖")),
    ),
    crop_and_warp_cases,
    {"crop_and_warp": ref.crop_and_warp},
    advice=advise_on(loops=True),
)
