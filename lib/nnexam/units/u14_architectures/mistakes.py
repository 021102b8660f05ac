"""u14_architectures: the mistakes that students really make, each with what to look at.

The layers that the lesson gives (convolution, ReLU, pooling) are used as in the lesson.
"""

import numpy as np
from nnref.layers import Relu
from nnref.pooling import MaxPooling

from .blocks import GLOBAL_AVG_POOL, INCEPTION, RESIDUAL_BLOCK
from .exercises import BOTTLENECK_MACS, COUNT_PARAMETERS, VGG_BLOCK
from .parts import conv


@VGG_BLOCK.mistake(
    "Every convolution is made for c_in channels. Only the first one gets c_in; the others get what the one before "
    "returns, c_out channels.",
    "모든 합성곱을 채널 c_in개를 받도록 만들었습니다. c_in개를 받는 것은 첫 합성곱뿐이고, 나머지는 앞 합성곱이 내는 "
    "c_out개를 받습니다.",
)
def every_from_c_in(n, c_in, c_out, rng):
    layers = []
    for _ in range(n):
        layers += [conv(c_in, c_out, 3, rng), Relu()]
    return layers + [MaxPooling(2)]


@VGG_BLOCK.mistake(
    "There is a pooling after every convolution: the block halves the image n times. It has one pooling, at the end.",
    "합성곱마다 풀링이 있어 이미지가 n번 줄어듭니다. 블록의 풀링은 맨 끝에 하나입니다.",
)
def pool_each_time(n, c_in, c_out, rng):
    layers = []
    for i in range(n):
        layers += [conv(c_in if i == 0 else c_out, c_out, 3, rng), Relu(), MaxPooling(2)]
    return layers


@VGG_BLOCK.mistake(
    "There are lists inside the list: append puts a list in as one thing, += (or extend) puts in its layers.",
    "리스트 안에 리스트가 들어 있습니다. append는 리스트를 통째로 넣고, +=(또는 extend)는 그 안의 층을 넣습니다.",
)
def lists_in_the_list(n, c_in, c_out, rng):
    layers = []
    for i in range(n):
        layers.append([conv(c_in if i == 0 else c_out, c_out, 3, rng), Relu()])
    return layers + [MaxPooling(2)]


@VGG_BLOCK.mistake(
    "There are two poolings at the end: the image is halved twice.",
    "맨 끝에 풀링이 둘 있어 이미지가 두 번 줄어듭니다.",
)
def two_pools(n, c_in, c_out, rng):
    return right_convolutions(n, c_in, c_out, rng) + [MaxPooling(2), MaxPooling(2)]


def right_convolutions(n, c_in, c_out, rng):
    layers = []
    for i in range(n):
        layers += [conv(c_in if i == 0 else c_out, c_out, 3, rng), Relu()]
    return layers


@VGG_BLOCK.mistake(
    "The pooling at the end is missing: the image keeps its size.",
    "맨 끝의 풀링이 없어 이미지의 크기가 그대로입니다.",
)
def no_pool(n, c_in, c_out, rng):
    return right_convolutions(n, c_in, c_out, rng)


@VGG_BLOCK.mistake(
    "The pooling has the stride 1: the image loses one line and one column where it should be halved.",
    "풀링의 스트라이드가 1입니다. 이미지가 반으로 줄지 않고 한 줄, 한 칸만 줄어듭니다.",
)
def pool_stride_one(n, c_in, c_out, rng):
    return right_convolutions(n, c_in, c_out, rng) + [MaxPooling(2, stride=1)]


@VGG_BLOCK.mistake(
    "The pooling stands at the beginning: the convolutions see the small image only.",
    "풀링이 맨 앞에 있습니다. 합성곱이 작아진 이미지만 보게 됩니다.",
)
def pool_first(n, c_in, c_out, rng):
    return [MaxPooling(2), *right_convolutions(n, c_in, c_out, rng)]


@VGG_BLOCK.mistake(
    "There is no ReLU at all: two convolutions without one in between are no more than a single convolution.",
    "ReLU가 하나도 없습니다. 사이에 ReLU가 없으면 합성곱 둘은 합성곱 하나와 다를 것이 없습니다.",
)
def no_relu(n, c_in, c_out, rng):
    return [layer for layer in right_convolutions(n, c_in, c_out, rng) if layer.params] + [MaxPooling(2)]


@VGG_BLOCK.mistake(
    "Only the last convolution is followed by a ReLU; each of them needs one.",
    "마지막 합성곱 뒤에만 ReLU가 있습니다. 합성곱마다 하나씩 있어야 합니다.",
)
def one_relu(n, c_in, c_out, rng):
    convolutions = [layer for layer in right_convolutions(n, c_in, c_out, rng) if layer.params]
    return [*convolutions, Relu(), MaxPooling(2)]


@VGG_BLOCK.mistake(
    "One convolution too many: n counts all of them, the first one too.",
    "합성곱이 하나 더 많습니다. n은 첫 합성곱까지 센 수입니다.",
)
def one_too_many(n, c_in, c_out, rng):
    layers = [conv(c_in, c_out, 3, rng), Relu()]
    for _ in range(n):
        layers += [conv(c_out, c_out, 3, rng), Relu()]
    return layers + [MaxPooling(2)]


@VGG_BLOCK.mistake(
    "One convolution stands in the list several times: [layer] * n repeats the same object, so that its filters are "
    "shared. Make a new one each time.",
    "같은 합성곱이 리스트에 여러 번 들어 있습니다. [layer] * n은 객체 하나를 되풀이하므로 필터를 함께 쓰게 됩니다. 매번 "
    "새로 만드십시오.",
)
def same_convolution(n, c_in, c_out, rng):
    layers = [conv(c_in, c_out, 3, rng), Relu()]
    layers += [conv(c_out, c_out, 3, rng), Relu()] * (n - 1)
    return layers + [MaxPooling(2)]


@VGG_BLOCK.mistake(
    "One Relu object stands in several places. It remembers its last forward only, so that backward is wrong: make a new one for "
    "each place.",
    "Relu 객체 하나를 여러 자리에 넣었습니다. 마지막 forward만 기억하므로 backward가 틀립니다. 자리마다 새로 만드십시오.",
)
def same_relu(n, c_in, c_out, rng):
    layers, relu = [], Relu()
    for i in range(n):
        layers += [conv(c_in if i == 0 else c_out, c_out, 3, rng), relu]
    return layers + [MaxPooling(2)]


@VGG_BLOCK.mistake(
    "The filters come from a generator made inside the function, always with the same seed. Draw from the rng handed in.",
    "함수 안에서 만든 생성기에서 필터를 뽑으므로 시드가 늘 같습니다. 인수로 받은 rng에서 뽑으십시오.",
)
def own_seed(n, c_in, c_out, rng):
    return right_convolutions(n, c_in, c_out, np.random.default_rng(0)) + [MaxPooling(2)]


@VGG_BLOCK.mistake(
    "The filters are not drawn from rng: two calls with the same seed give different ones.",
    "필터를 rng에서 뽑지 않았습니다. 시드가 같은데도 부를 때마다 필터가 다릅니다.",
)
def no_seed(n, c_in, c_out, rng):
    return right_convolutions(n, c_in, c_out, np.random.default_rng()) + [MaxPooling(2)]


@VGG_BLOCK.mistake(
    "The channels change at the last convolution; the first one already goes from c_in to c_out.",
    "마지막 합성곱에서 채널 수가 바뀝니다. 첫 합성곱에서 이미 c_in에서 c_out으로 바뀌어야 합니다.",
)
def last_widens(n, c_in, c_out, rng):
    layers = []
    for i in range(n):
        layers += [conv(c_in, c_out if i == n - 1 else c_in, 3, rng), Relu()]
    return layers + [MaxPooling(2)]


def numbers(layer):
    kind = layer["kind"]
    if kind == "conv":
        return layer["F"] * (layer["C"] * layer["k"] ** 2 + (1 if layer["bias"] else 0))
    if kind == "norm":
        return 2 * layer["C"]
    if kind == "dense":
        return layer["M"] * (layer["D"] + 1)
    if kind == "pool":
        return 0
    raise ValueError(f"unknown kind {kind}")


def counted(spec, kind, formula):
    """Right, but for one kind of layer."""
    return sum(formula(layer) if layer["kind"] == kind else numbers(layer) for layer in spec)


@COUNT_PARAMETERS.mistake(
    'No biases of convolutions are counted: where "bias" is True, there is one for each of the F filters.',
    '합성곱의 편향을 세지 않았습니다. "bias"가 True이면 필터 F개마다 하나씩 있습니다.',
)
def no_conv_bias(spec):
    return counted(spec, "conv", lambda layer: layer["F"] * layer["C"] * layer["k"] ** 2)


@COUNT_PARAMETERS.mistake(
    'Biases are counted for every convolution, also where "bias" is False.',
    '"bias"가 False인 합성곱에서도 편향을 세었습니다.',
)
def always_bias(spec):
    return counted(spec, "conv", lambda layer: layer["F"] * (layer["C"] * layer["k"] ** 2 + 1))


@COUNT_PARAMETERS.mistake(
    "One bias for the whole convolution is counted; there is one for each of the F filters.",
    "합성곱 전체에 편향 하나만 세었습니다. 필터 F개마다 하나씩 있습니다.",
)
def one_bias(spec):
    return counted(spec, "conv", lambda layer: layer["F"] * layer["C"] * layer["k"] ** 2 + layer["bias"])


@COUNT_PARAMETERS.mistake(
    "One bias for each input channel is counted; a bias belongs to a filter, so there are F.",
    "편향을 입력 채널마다 하나씩 세었습니다. 편향은 필터에 딸린 것이므로 F개입니다.",
)
def bias_of_channels(spec):
    return counted(spec, "conv", lambda layer: layer["F"] * layer["C"] * layer["k"] ** 2 + layer["C"] * layer["bias"])


@COUNT_PARAMETERS.mistake(
    "A filter is counted with k numbers for each channel; it has k lines of k numbers, k².",
    "필터의 수를 채널마다 k개로 세었습니다. k개씩 k줄이므로 k²개입니다.",
)
def k_not_squared(spec):
    return counted(spec, "conv", lambda layer: layer["F"] * (layer["C"] * layer["k"] + layer["bias"]))


@COUNT_PARAMETERS.mistake(
    "The filters are counted as if they saw one channel only: each is C deep.",
    "필터가 채널 하나만 보는 것처럼 세었습니다. 필터의 깊이는 C입니다.",
)
def flat_filters(spec):
    return counted(spec, "conv", lambda layer: layer["F"] * (layer["k"] ** 2 + layer["bias"]))


@COUNT_PARAMETERS.mistake(
    "Dense layers are counted without biases: one for each of the M units is missing.",
    "완전 연결 계층의 편향을 세지 않았습니다. 유닛 M개마다 하나씩 있습니다.",
)
def no_dense_bias(spec):
    return counted(spec, "dense", lambda layer: layer["D"] * layer["M"])


@COUNT_PARAMETERS.mistake(
    "Dense layers are counted with one bias for each input, M D + D; there is one for each unit, M D + M.",
    "완전 연결 계층의 편향을 입력마다 하나씩 세어 M D + D가 되었습니다. 유닛마다 하나이므로 M D + M입니다.",
)
def bias_of_inputs(spec):
    return counted(spec, "dense", lambda layer: layer["D"] * (layer["M"] + 1))


@COUNT_PARAMETERS.mistake(
    "Batch normalisation is counted with nothing: it learns gamma and beta, 2 C numbers.",
    "배치 정규화를 세지 않았습니다. gamma와 beta, 모두 2 C개를 학습합니다.",
)
def no_norm(spec):
    return counted(spec, "norm", lambda layer: 0)


@COUNT_PARAMETERS.mistake(
    "Batch normalisation is counted with C numbers: gamma alone. There is beta too.",
    "배치 정규화를 C개로 세었습니다. gamma뿐 아니라 beta도 있습니다.",
)
def gamma_only(spec):
    return counted(spec, "norm", lambda layer: layer["C"])


@COUNT_PARAMETERS.mistake(
    "Batch normalisation is counted with 4 C numbers: the running mean and variance are measured, not learnt.",
    "배치 정규화를 4 C개로 세었습니다. 이동 평균과 이동 분산은 재는 값이지 학습하는 값이 아닙니다.",
)
def running_counted(spec):
    return counted(spec, "norm", lambda layer: 4 * layer["C"])


@COUNT_PARAMETERS.mistake(
    'The kind "pool" is refused: it is known, there is just nothing to learn in it.',
    '"pool"을 거부했습니다. 아는 종류이고, 학습할 것이 없을 뿐입니다.',
)
def pool_refused(spec):
    total = 0
    for layer in spec:
        if layer["kind"] == "pool":
            raise ValueError("unknown kind pool")
        total += numbers(layer)
    return total


@COUNT_PARAMETERS.mistake(
    "else belongs to the last if only, so that other known kinds raise ValueError too: write elif for all but the first.",
    "else는 마지막 if에만 딸려 있어 다른 아는 종류에서도 ValueError가 납니다. 첫째 말고는 모두 elif로 쓰십시오.",
)
def if_for_elif(spec):
    total = 0
    for layer in spec:
        if layer["kind"] == "conv":
            total += layer["F"] * (layer["C"] * layer["k"] ** 2 + layer["bias"])
        if layer["kind"] == "norm":
            total += 2 * layer["C"]
        if layer["kind"] == "pool":
            total += 0
        if layer["kind"] == "dense":
            total += layer["M"] * (layer["D"] + 1)
        else:
            raise ValueError("unknown kind")
    return total


@COUNT_PARAMETERS.mistake(
    "Convolutions without a bias count nothing: in a + 1 if bias else 0 the choice is between a + 1 and 0. Put parentheses "
    "around (1 if bias else 0).",
    "편향이 없는 합성곱을 0으로 셌습니다. a + 1 if bias else 0은 a + 1과 0 가운데 하나입니다. (1 if bias else 0)을 괄호로 묶으십시오.",
)
def nothing_without_bias(spec):
    return counted(spec, "conv", lambda layer: layer["F"] * (layer["C"] * layer["k"] ** 2 + 1 if layer["bias"] else 0))


@COUNT_PARAMETERS.mistake(
    "A kind that you do not know is skipped; raise ValueError, or a slip in the list would go unnoticed.",
    "모르는 종류의 층을 그냥 넘어갔습니다. ValueError를 일으키십시오. 그러지 않으면 목록의 오타를 알아챌 수 없습니다.",
)
def unknown_skipped(spec):
    return sum(numbers(layer) for layer in spec if layer["kind"] in ("conv", "norm", "dense", "pool"))


@COUNT_PARAMETERS.mistake(
    'in looks for a part of the text: "conv" in "conv2d" is True as well. Compare with ==.',
    'in은 글자의 일부만 같아도 참이어서 "conv" in "conv2d"도 True입니다. ==로 비교하십시오.',
)
def part_of_the_name(spec):
    total = 0
    for layer in spec:
        kind = next((known for known in ("conv", "norm", "dense", "pool") if known in layer["kind"]), None)
        if kind is None:
            raise ValueError("unknown kind")
        total += numbers(layer | {"kind": kind})
    return total


@COUNT_PARAMETERS.mistake(
    "Only the last layer is counted: add up with +=, and start from 0 before the loop.",
    "마지막 층만 세었습니다. 반복문 앞에서 0으로 시작하고 +=로 더하십시오.",
)
def last_layer(spec):
    total = 0
    for layer in spec:
        total = numbers(layer)
    return total


@COUNT_PARAMETERS.mistake(
    'A "return" stands inside the loop: only the first layer is counted.',
    "return이 반복문 안에 있어 첫 층만 세었습니다.",
)
def first_layer(spec):
    for layer in spec:
        return numbers(layer)
    return 0


class RightPool:
    """What the wrong ones below change in one place."""

    def __init__(self):
        self.params, self.grads = [], []

    def forward(self, x):
        self.shape = x.shape
        return x.mean(axis=(2, 3))

    def backward(self, dout):
        N, C, H, W = self.shape
        return np.ones(self.shape) * dout.reshape(N, C, 1, 1) / (H * W)


@GLOBAL_AVG_POOL.mistake(
    "backward hands each pixel the whole dout. A pixel is one of H W in the mean: divide by H W.",
    "backward가 픽셀마다 dout을 통째로 줍니다. 픽셀 하나는 평균에 든 H W개 가운데 하나입니다. H W로 나누십시오.",
)
class NotDivided(RightPool):
    def backward(self, dout):
        return np.ones(self.shape) * dout[:, :, None, None]


@GLOBAL_AVG_POOL.mistake(
    "forward keeps the last two axes, (N, C, 1, 1); the shape (N, C) is asked, as an affine layer takes it.",
    "forward의 결과에 마지막 두 축이 남아 (N, C, 1, 1)입니다. 아핀 계층이 받을 수 있게 (N, C)여야 합니다.",
)
class KeepsAxes(RightPool):
    def forward(self, x):
        self.shape = x.shape
        return x.mean(axis=(2, 3), keepdims=True)


@GLOBAL_AVG_POOL.mistake(
    "The mean runs over the channels too: one number for each image is left. Only lines and columns, axes 2 and 3.",
    "채널까지 평균했습니다. 이미지마다 수 하나만 남습니다. 줄과 칸, 곧 축 2와 3만 평균합니다.",
)
class OverChannels(RightPool):
    def forward(self, x):
        self.shape = x.shape
        return x.mean(axis=(1, 2, 3))


@GLOBAL_AVG_POOL.mistake(
    "The mean runs over axes 1 and 2, channels and lines. The pixels stand on axes 2 and 3: (N, C, H, W).",
    "축 1과 2, 곧 채널과 줄을 평균했습니다. 픽셀은 축 2와 3에 있습니다: (N, C, H, W).",
)
class WrongAxes(RightPool):
    def forward(self, x):
        self.shape = x.shape
        return x.mean(axis=(1, 2))


@GLOBAL_AVG_POOL.mistake(
    "The mean runs over the images too, axis 0: each image needs its own.",
    "이미지까지(축 0) 평균했습니다. 이미지마다 따로 평균해야 합니다.",
)
class OverImages(RightPool):
    def forward(self, x):
        self.shape = x.shape
        return x.mean(axis=(0, 2, 3))


@GLOBAL_AVG_POOL.mistake(
    "The pixels are added up, but not divided by their number H W.",
    "픽셀을 더하기만 하고 개수 H W로 나누지 않았습니다.",
)
class SumOfPixels(RightPool):
    def forward(self, x):
        self.shape = x.shape
        return x.sum(axis=(2, 3))


@GLOBAL_AVG_POOL.mistake(
    "The largest pixel is taken; the mean is asked.", "가장 큰 픽셀을 골랐습니다. 구할 것은 평균입니다."
)
class LargestPixel(RightPool):
    def forward(self, x):
        self.shape = x.shape
        return x.max(axis=(2, 3))


@GLOBAL_AVG_POOL.mistake(
    "backward divides by the number of all numbers in x; a mean is over the H W pixels of one channel.",
    "backward가 x에 든 모든 수의 개수로 나누었습니다. 평균은 채널 하나의 픽셀 H W개에 걸친 것입니다.",
)
class DividedByAll(RightPool):
    def backward(self, dout):
        return np.ones(self.shape) * dout[:, :, None, None] / np.prod(self.shape)


@GLOBAL_AVG_POOL.mistake(
    "backward divides by H only, or by W only: a channel has H W pixels.",
    "backward가 H나 W 하나로만 나누었습니다. 채널 하나의 픽셀은 H W개입니다.",
)
class DividedByHeight(RightPool):
    def backward(self, dout):
        return np.ones(self.shape) * dout[:, :, None, None] / self.shape[2]


@GLOBAL_AVG_POOL.mistake(
    "/ H * W divides by H and then multiplies by W, from left to right. Write / (H * W).",
    "/ H * W는 왼쪽부터 계산하므로 H로 나눈 다음 W를 곱합니다. / (H * W)로 쓰십시오.",
)
class WithoutBrackets(RightPool):
    def backward(self, dout):
        N, C, H, W = self.shape
        return np.ones(self.shape) * dout[:, :, None, None] / H * W


@GLOBAL_AVG_POOL.mistake(
    "backward puts the whole gradient on one pixel; every pixel of the channel gets an equal share.",
    "backward가 그래디언트를 픽셀 하나에만 주었습니다. 채널의 모든 픽셀이 똑같이 나누어 받습니다.",
)
class OnePixel(RightPool):
    def backward(self, dout):
        dx = np.zeros(self.shape)
        dx[:, :, 0, 0] = dout
        return dx


@GLOBAL_AVG_POOL.mistake(
    "dout (N, C) is multiplied with an array (N, C, H, W) without new axes, and NumPy cannot match them (ValueError: "
    "operands could not be broadcast together): write dout[:, :, None, None].",
    "dout (N, C)에 축을 더하지 않고 (N, C, H, W)인 배열과 곱해 NumPy가 축을 맞추지 못했습니다(ValueError: operands could "
    "not be broadcast together). dout[:, :, None, None]으로 쓰십시오.",
)
class NoNewAxes(RightPool):
    def backward(self, dout):
        return np.ones(self.shape) * dout / (self.shape[2] * self.shape[3])


@GLOBAL_AVG_POOL.mistake(
    "backward returns (N, C, 1, 1): each share has to be written to all H W pixels.",
    "backward의 결과가 (N, C, 1, 1)입니다. 몫을 픽셀 H W개에 모두 적어야 합니다.",
)
class NotSpread(RightPool):
    def backward(self, dout):
        return dout[:, :, None, None] / (self.shape[2] * self.shape[3])


@GLOBAL_AVG_POOL.mistake(
    "The shape of the first forward is kept for good; each forward has to note its own.",
    "첫 forward의 shape을 계속 씁니다. forward를 할 때마다 새로 적어 두어야 합니다.",
)
class FirstShapeKept(RightPool):
    def forward(self, x):
        if not hasattr(self, "shape"):
            self.shape = x.shape
        return x.mean(axis=(2, 3))


@GLOBAL_AVG_POOL.mistake(
    "The shape stands in the class, not in self: another layer overwrites it.",
    "shape을 self가 아니라 클래스에 두었습니다. 다른 층이 덮어씁니다.",
)
class SharedShape(RightPool):
    def forward(self, x):
        SharedShape.shape = x.shape
        return x.mean(axis=(2, 3))


@GLOBAL_AVG_POOL.mistake(
    "squeeze() drops every axis of length 1, the images too where there is one: the shape is (N, C), here (1, C). "
    "x.mean(axis=(2, 3)) is enough.",
    "squeeze()는 길이가 1인 축을 모두 없애므로 이미지가 하나이면 그 축까지 사라집니다. shape은 (N, C), 여기서는 (1, C)입니다. "
    "x.mean(axis=(2, 3))이면 됩니다.",
)
class Squeezed(RightPool):
    def forward(self, x):
        self.shape = x.shape
        return x.mean(axis=(2, 3), keepdims=True).squeeze()


class RightInception:
    """What the wrong ones below change in one place."""

    def __init__(self, branches):
        self.branches = branches
        self.params = [p for branch in branches for p in branch.params]
        self.grads = [g for branch in branches for g in branch.grads]

    def forward(self, x):
        outs = [branch.forward(x) for branch in self.branches]
        self.sizes = [out.shape[1] for out in outs]
        return np.concatenate(outs, axis=1)

    def parts(self, dout):
        return np.split(dout, np.cumsum(self.sizes)[:-1], axis=1)

    def backward(self, dout):
        dxs = [branch.backward(part) for branch, part in zip(self.branches, self.parts(dout), strict=True)]
        return sum(dxs)


@INCEPTION.mistake(
    "The outputs are joined along axis 0, as if they were more images (ValueError: all the input array dimensions except "
    "for the concatenation axis must match exactly). Channels stand on axis 1.",
    "출력을 축 0으로 이어 이미지가 늘어난 것처럼 되었습니다(ValueError: all the input array dimensions except for the "
    "concatenation axis must match exactly). 채널은 축 1입니다.",
)
class AxisZero(RightInception):
    def forward(self, x):
        outs = [branch.forward(x) for branch in self.branches]
        self.sizes = [out.shape[1] for out in outs]
        return np.concatenate(outs, axis=0)


@INCEPTION.mistake(
    "The outputs are joined along the last axis, the columns of the image (ValueError: all the input array dimensions "
    "except for the concatenation axis must match exactly). Channels stand on axis 1.",
    "출력을 마지막 축, 곧 이미지의 칸 방향으로 이었습니다(ValueError: all the input array dimensions except for the "
    "concatenation axis must match exactly). 채널은 축 1입니다.",
)
class LastAxis(RightInception):
    def forward(self, x):
        outs = [branch.forward(x) for branch in self.branches]
        self.sizes = [out.shape[1] for out in outs]
        return np.concatenate(outs, axis=-1)


@INCEPTION.mistake(
    "The outputs are added, which needs equal numbers of channels (ValueError: operands could not be broadcast together). "
    "Inception puts them behind one another; adding is what a residual block does.",
    "출력을 더했습니다. 그러려면 채널 수가 같아야 합니다(ValueError: operands could not be broadcast together). Inception은 "
    "채널을 차례로 이어 붙입니다. 더하는 것은 잔차 블록입니다.",
)
class Added(RightInception):
    def forward(self, x):
        return sum(branch.forward(x) for branch in self.branches)


@INCEPTION.mistake(
    "np.stack puts the outputs on a new axis (and wants them all of one shape): np.concatenate joins along one that is there.",
    "np.stack은 출력을 새 축에 쌓으며 shape이 모두 같아야 합니다. 있는 축을 따라 잇는 것은 np.concatenate입니다.",
)
class Stacked(RightInception):
    def forward(self, x):
        outs = [branch.forward(x) for branch in self.branches]
        self.sizes = [out.shape[1] for out in outs]
        return np.stack(outs, axis=1)


@INCEPTION.mistake(
    "The branches run one after the other: each gets the output of the one before. All of them get the same x.",
    "갈래가 차례로 이어져 앞 갈래의 출력을 받습니다. 모든 갈래가 똑같은 x를 받아야 합니다.",
)
class OneAfterTheOther(RightInception):
    def forward(self, x):
        outs = []
        for branch in self.branches:
            x = branch.forward(x)
            outs.append(x)
        return np.concatenate(outs, axis=1)


@INCEPTION.mistake(
    "The outputs stand in reverse order: the channels of the first branch come first.",
    "출력의 순서가 거꾸로입니다. 첫 갈래의 채널이 맨 앞에 와야 합니다.",
)
class Reversed(RightInception):
    def forward(self, x):
        outs = [branch.forward(x) for branch in self.branches]
        self.sizes = [out.shape[1] for out in outs]
        return np.concatenate(outs[::-1], axis=1)

    def parts(self, dout):
        return np.split(dout, np.cumsum(self.sizes[::-1])[:-1], axis=1)[::-1]


@INCEPTION.mistake(
    "np.split gets the numbers of channels; it wants the places where to cut, that is, their sums: np.cumsum(sizes)[:-1]. "
    "So the branches get parts of the wrong size.",
    "np.split에 채널 수를 넘겼습니다. 필요한 것은 자를 자리, 곧 채널 수를 차례로 더한 np.cumsum(sizes)[:-1]입니다. 그래서 "
    "갈래들이 크기가 틀린 조각을 받습니다.",
)
class SizesForPlaces(RightInception):
    def parts(self, dout):
        return np.split(dout, self.sizes[:-1], axis=1)


def cut(dout, sizes, ends, steps):
    """Cut dout along the channels; functions of (start, size) give the end of a part and the next start."""
    start, parts = 0, []
    for size in sizes:
        parts.append(dout[:, start : ends(start, size)])
        start = steps(start, size)
    return parts


@INCEPTION.mistake(
    "dout[:, start:size] ends at channel `size`: a part of that many channels ends at start + size.",
    "dout[:, start:size]는 채널 size에서 끝납니다. 채널이 size개인 조각은 start + size에서 끝납니다.",
)
class EndIsTheSize(RightInception):
    def parts(self, dout):
        return cut(dout, self.sizes, lambda start, size: size, lambda start, size: start + size)


@INCEPTION.mistake(
    "start stays 0: every branch gets the first channels of dout. After each branch, start += size.",
    "start가 계속 0이라 갈래마다 dout의 첫 채널들을 받습니다. 갈래 하나가 끝날 때마다 start += size를 하십시오.",
)
class StartStays(RightInception):
    def parts(self, dout):
        return cut(dout, self.sizes, lambda start, size: start + size, lambda start, size: start)


@INCEPTION.mistake(
    "start = size forgets the branches before: the next part begins behind all of them, start += size.",
    "start = size는 그 앞의 갈래들을 잊습니다. 다음 조각은 앞의 갈래가 모두 끝난 곳에서 시작하므로 start += size입니다.",
)
class StartIsTheSize(RightInception):
    def parts(self, dout):
        return cut(dout, self.sizes, lambda start, size: start + size, lambda start, size: size)


@INCEPTION.mistake(
    "dout is cut into equal parts (ValueError: array split does not result in an equal division); the branches have "
    "different numbers of channels.",
    "dout을 똑같은 크기로 잘랐습니다(ValueError: array split does not result in an equal division). 갈래마다 채널 수가 "
    "다릅니다.",
)
class EqualParts(RightInception):
    def parts(self, dout):
        return np.split(dout, len(self.branches), axis=1)


@INCEPTION.mistake(
    "Every branch gets as many channels of dout as the first one made; keep the number of channels of each branch.",
    "갈래마다 dout에서 첫 갈래와 같은 수의 채널을 받습니다. 갈래마다 제 채널 수를 따로 적어 두십시오.",
)
class FirstSizeForAll(RightInception):
    def parts(self, dout):
        size = self.sizes[0]
        return [dout[:, i * size : (i + 1) * size] for i in range(len(self.branches))]


@INCEPTION.mistake(
    "The parts of dout are handed out in reverse order: the first channels belong to the first branch.",
    "dout의 조각을 거꾸로 나누어 주었습니다. 앞쪽 채널은 첫 갈래의 것입니다.",
)
class SplitReversed(RightInception):
    def parts(self, dout):
        return np.split(dout, np.cumsum(self.sizes[::-1])[:-1], axis=1)[::-1]

    def backward(self, dout):
        start, dx = dout.shape[1], 0
        for branch, size in zip(self.branches, self.sizes, strict=True):
            dx = dx + branch.backward(dout[:, start - size : start])
            start -= size
        return dx


@INCEPTION.mistake(
    "The branches get parts of dout of the wrong shape. Cut along axis 1, the channels: dout[:, start:end], or np.split "
    "with axis=1.",
    "갈래들이 shape이 틀린 조각을 받습니다. dout은 축 1, 곧 채널을 따라 자릅니다. dout[:, start:end]로 쓰거나 np.split에 "
    "axis=1을 주십시오.",
)
class SplitImages(RightInception):
    def parts(self, dout):
        return np.split(dout, np.cumsum(self.sizes)[:-1], axis=0)


@INCEPTION.mistake(
    "Every branch gets the whole dout; it may only get the channels that it made.",
    "갈래마다 dout을 통째로 주었습니다. 제가 만든 채널만 받아야 합니다.",
)
class WholeDout(RightInception):
    def parts(self, dout):
        return [dout for _ in self.branches]


@INCEPTION.mistake(
    "dx is overwritten by each branch, so that only the last one counts. x went into all of them: add up.",
    "갈래마다 dx를 덮어써서 마지막 갈래의 것만 남았습니다. x는 모든 갈래에 들어갔으니 모두 더하십시오.",
)
class Overwritten(RightInception):
    def backward(self, dout):
        for branch, part in zip(self.branches, self.parts(dout), strict=True):
            dx = branch.backward(part)
        return dx


@INCEPTION.mistake(
    "dx is the mean over the branches; it is their sum, because x acts through each of them.",
    "dx를 갈래들의 평균으로 구했습니다. x는 모든 갈래를 거쳐 영향을 주므로 합이어야 합니다.",
)
class Mean(RightInception):
    def backward(self, dout):
        return super().backward(dout) / len(self.branches)


@INCEPTION.mistake(
    "The gradients of the branches are put behind one another (channel axis); they belong to the same x: add them.",
    "갈래들의 그래디언트를 채널 축으로 이어 붙였습니다. 모두 같은 x의 그래디언트이니 더하십시오.",
)
class Joined(RightInception):
    def backward(self, dout):
        pairs = zip(self.branches, self.parts(dout), strict=True)
        return np.concatenate([branch.backward(part) for branch, part in pairs], axis=1)


@INCEPTION.mistake(
    "dx += ... writes into what the first branch returned, and that may be part of dout itself. Start from 0, or write "
    "dx = dx + ...",
    "dx += ...가 첫 갈래가 반환한 배열에 바로 적습니다. 그 배열은 dout의 일부일 수도 있습니다. 0에서 시작하거나 dx = dx + "
    "...로 쓰십시오.",
)
class AddedInPlace(RightInception):
    def backward(self, dout):
        parts = self.parts(dout)
        dx = self.branches[0].backward(parts[0])
        for branch, part in zip(self.branches[1:], parts[1:], strict=True):
            dx += branch.backward(part)
        return dx


@INCEPTION.mistake(
    "params and grads are lists of lists, one for each branch; an optimizer wants the arrays themselves, one after the "
    "other.",
    "params와 grads가 갈래마다 하나씩 든, 리스트의 리스트입니다. 옵티마이저에는 배열이 차례로 든 리스트가 필요합니다.",
)
class ListsInLists(RightInception):
    def __init__(self, branches):
        self.branches = branches
        self.params = [branch.params for branch in branches]
        self.grads = [branch.grads for branch in branches]


@INCEPTION.mistake(
    "self.params is the first branch's own list, and += makes that one longer (TypeError: ... positional arguments). Begin "
    "with an empty list.",
    "self.params가 첫 갈래의 리스트 자체여서 +=가 그 리스트를 늘립니다(TypeError: ... positional arguments). 빈 리스트에서 시작하십시오.",
)
class FirstListExtended(RightInception):
    def __init__(self, branches):
        self.branches = branches
        self.params, self.grads = branches[0].params, branches[0].grads
        for branch in branches[1:]:
            self.params += branch.params
            self.grads += branch.grads


@INCEPTION.mistake(
    "params and grads hold copies: what an optimizer changes there never reaches the branches.",
    "params와 grads에 복사본이 들어 있습니다. 옵티마이저가 고쳐도 갈래에는 아무 변화가 없습니다.",
)
class Copies(RightInception):
    def __init__(self, branches):
        self.branches = branches
        self.params = [p.copy() for branch in branches for p in branch.params]
        self.grads = [g.copy() for branch in branches for g in branch.grads]


@INCEPTION.mistake(
    "Arrays are missing in params or grads: both hold those of all branches, branch after branch.",
    "params나 grads에 빠진 배열이 있습니다. 둘 다 모든 갈래의 배열을 갈래 순서대로 담습니다.",
)
class OneBranchLearns(RightInception):
    def __init__(self, branches):
        self.branches = branches
        self.params, self.grads = branches[0].params, branches[0].grads


@INCEPTION.mistake(
    "All W come first and then all b. The order is branch after branch: W and b of the first, then W and b of the second.",
    "W가 모두 먼저 오고 b가 그 뒤에 있습니다. 갈래 순서여야 합니다. 첫 갈래의 W와 b 다음에 둘째 갈래의 W와 b가 옵니다.",
)
class WeightsFirst(RightInception):
    def __init__(self, branches):
        self.branches = branches
        learning = [branch for branch in branches if branch.params]
        self.params = [branch.params[i] for i in (0, 1) for branch in learning]
        self.grads = [branch.grads[i] for i in (0, 1) for branch in learning]


@INCEPTION.mistake(
    "The numbers of channels stand in the class, not in self: another block overwrites them.",
    "채널 수를 self가 아니라 클래스에 두었습니다. 다른 블록이 덮어씁니다.",
)
class SharedSizes(RightInception):
    def forward(self, x):
        outs = [branch.forward(x) for branch in self.branches]
        SharedSizes.sizes = [out.shape[1] for out in outs]
        return np.concatenate(outs, axis=1)


@BOTTLENECK_MACS.mistake(
    "The 1×1 convolution is not counted; it costs H W c_in c_mid.",
    "1×1 합성곱을 세지 않았습니다. H W c_in c_mid만큼 듭니다.",
)
def one_by_one_free(H, W, c_in, c_mid, c_out, k):
    return H * W * c_in * c_out * k**2, H * W * c_mid * c_out * k**2


@BOTTLENECK_MACS.mistake(
    "The first convolution is counted with k²; it is 1×1, so that each place costs c_in c_mid.",
    "첫 합성곱에도 k²을 곱했습니다. 1×1이므로 자리마다 c_in c_mid번입니다.",
)
def both_k(H, W, c_in, c_mid, c_out, k):
    return H * W * c_in * c_out * k**2, H * W * (c_in * c_mid + c_mid * c_out) * k**2


@BOTTLENECK_MACS.mistake(
    "The second convolution is counted from c_in channels; it gets the c_mid channels of the 1×1 convolution.",
    "둘째 합성곱이 채널 c_in개를 받는 것으로 세었습니다. 1×1 합성곱이 낸 c_mid개를 받습니다.",
)
def second_from_c_in(H, W, c_in, c_mid, c_out, k):
    return H * W * c_in * c_out * k**2, H * W * (c_in * c_mid + c_in * c_out * k**2)


@BOTTLENECK_MACS.mistake(
    "The k×k convolution comes first here, then 1×1. Reduce first: 1×1 from c_in to c_mid, then k×k to c_out.",
    "k×k 합성곱이 먼저이고 1×1이 나중입니다. 먼저 1×1로 c_in에서 c_mid로 줄이고, 다음에 k×k로 c_out을 만듭니다.",
)
def large_first(H, W, c_in, c_mid, c_out, k):
    return H * W * c_in * c_out * k**2, H * W * (c_in * c_mid * k**2 + c_mid * c_out)


@BOTTLENECK_MACS.mistake(
    "H W is missing: that is the number of weights. Each weight is used once at every place of the image.",
    "H W가 빠졌습니다. 그러면 가중치의 개수입니다. 가중치는 이미지의 자리마다 한 번씩 쓰입니다.",
)
def weights_only(H, W, c_in, c_mid, c_out, k):
    return c_in * c_out * k**2, c_in * c_mid + c_mid * c_out * k**2


@BOTTLENECK_MACS.mistake(
    "H W multiplies the first convolution only: the second, too, is computed at every place. Use parentheses.",
    "H W를 첫 합성곱에만 곱했습니다. 둘째도 모든 자리에서 계산합니다. 괄호를 쓰십시오.",
)
def places_for_the_first_only(H, W, c_in, c_mid, c_out, k):
    return H * W * c_in * c_out * k**2, H * W * c_in * c_mid + c_mid * c_out * k**2


@BOTTLENECK_MACS.mistake(
    "A filter is counted with k multiplications for each channel; it has k lines of k numbers, k².",
    "필터의 곱셈을 채널마다 k번으로 세었습니다. k개씩 k줄이므로 k²번입니다.",
)
def k_for_k_squared(H, W, c_in, c_mid, c_out, k):
    return H * W * c_in * c_out * k, H * W * (c_in * c_mid + c_mid * c_out * k)


@BOTTLENECK_MACS.mistake(
    "The costs of the two convolutions are multiplied; they run one after the other: add them.",
    "두 합성곱의 비용을 곱했습니다. 차례로 하는 일이니 더해야 합니다.",
)
def multiplied(H, W, c_in, c_mid, c_out, k):
    return H * W * c_in * c_out * k**2, (H * W * c_in * c_mid) * (H * W * c_mid * c_out * k**2)


@BOTTLENECK_MACS.mistake(
    "The additions are counted as well: twice as much. A multiplication with its addition is one MAC.",
    "덧셈까지 따로 세어 두 배가 되었습니다. 곱셈 하나와 덧셈 하나를 묶어 MAC 하나로 셉니다.",
)
def twice(H, W, c_in, c_mid, c_out, k):
    return 2 * H * W * c_in * c_out * k**2, 2 * H * W * (c_in * c_mid + c_mid * c_out * k**2)


@BOTTLENECK_MACS.mistake(
    "The two numbers are exchanged: first the direct way, then the one with a bottleneck.",
    "두 수의 순서가 바뀌었습니다. 바로 가는 쪽이 먼저이고 병목을 두는 쪽이 나중입니다.",
)
def exchanged(H, W, c_in, c_mid, c_out, k):
    return H * W * (c_in * c_mid + c_mid * c_out * k**2), H * W * c_in * c_out * k**2


@BOTTLENECK_MACS.mistake(
    "The places are counted by H only or twice by H: an image has H lines of W places.",
    "자리를 H만으로 세었습니다. 이미지에는 자리가 W개씩 H줄 있습니다.",
)
def square_image(H, W, c_in, c_mid, c_out, k):
    return H * H * c_in * c_out * k**2, H * H * (c_in * c_mid + c_mid * c_out * k**2)


class RightResidual:
    """What the wrong ones below change in one place."""

    def __init__(self, c_in, c_out, rng, stride=1):
        self.conv1, self.conv2 = conv(c_in, c_out, 3, rng, stride), conv(c_out, c_out, 3, rng)
        self.relu1, self.relu2 = Relu(), Relu()
        self.projection = self.make_projection(c_in, c_out, rng, stride)
        layers = [self.conv1, self.conv2] + ([] if self.projection is None else [self.projection])
        self.params = [p for layer in layers for p in layer.params]
        self.grads = [g for layer in layers for g in layer.grads]

    def make_projection(self, c_in, c_out, rng, stride):
        return None if stride == 1 and c_in == c_out else conv(c_in, c_out, 1, rng, stride)

    def body(self, x):
        return self.conv2.forward(self.relu1.forward(self.conv1.forward(x)))

    def skip(self, x):
        return x if self.projection is None else self.projection.forward(x)

    def body_back(self, d):
        return self.conv1.backward(self.relu1.backward(self.conv2.backward(d)))

    def skip_back(self, d):
        return d if self.projection is None else self.projection.backward(d)

    def forward(self, x):
        return self.relu2.forward(self.body(x) + self.skip(x))

    def backward(self, dout):
        d = self.relu2.backward(dout)
        return self.body_back(d) + self.skip_back(d)


@RESIDUAL_BLOCK.mistake(
    "The gradient that comes through the skip is lost: dx is the sum of both ways, body and skip.",
    "지름길로 온 그래디언트가 빠졌습니다. dx는 몸통과 지름길, 두 길로 온 것의 합입니다.",
)
class SkipGradientLost(RightResidual):
    def backward(self, dout):
        return self.body_back(self.relu2.backward(dout))


@RESIDUAL_BLOCK.mistake(
    "Only the skip hands a gradient back, the body never learns: dx is the sum of both ways.",
    "지름길의 그래디언트만 넘깁니다. 몸통은 학습하지 못합니다. dx는 두 길을 더한 것입니다.",
)
class BodyGradientLost(RightResidual):
    def backward(self, dout):
        return self.skip_back(self.relu2.backward(dout))


@RESIDUAL_BLOCK.mistake(
    "On the way back the body runs from front to back: conv2 comes first, then the ReLU, then conv1.",
    "역전파에서 몸통을 앞에서 뒤로 지납니다. conv2가 먼저이고, 다음이 ReLU, 그다음이 conv1입니다.",
)
class BodyForwards(RightResidual):
    def body_back(self, d):
        return self.conv2.backward(self.relu1.backward(self.conv1.backward(d)))


@RESIDUAL_BLOCK.mistake(
    "params and grads are lists of lists, one for each layer: add the lists up (+ or extend), so that they hold arrays.",
    "params와 grads가 층마다 하나씩인 리스트의 리스트입니다. 리스트를 더해(+ 또는 extend) 배열이 담기게 하십시오.",
)
class NestedLists(RightResidual):
    def __init__(self, c_in, c_out, rng, stride=1):
        super().__init__(c_in, c_out, rng, stride)
        layers = [self.conv1, self.conv2] + ([] if self.projection is None else [self.projection])
        self.params, self.grads = [layer.params for layer in layers], [layer.grads for layer in layers]


@RESIDUAL_BLOCK.mistake(
    "The arrays of the layers stand in another order: conv1, conv2, and the projection last.",
    "층의 배열이 놓인 순서가 다릅니다. conv1, conv2, 그리고 사영이 마지막입니다.",
)
class ProjectionInFront(RightResidual):
    def __init__(self, c_in, c_out, rng, stride=1):
        super().__init__(c_in, c_out, rng, stride)
        self.params = self.params[4:] + self.params[:4]
        self.grads = self.grads[4:] + self.grads[:4]


@RESIDUAL_BLOCK.mistake(
    "The ReLU comes before the sum, so that negative numbers of x stay. Add first, then the ReLU.",
    "더하기 전에 ReLU를 했습니다. 그래서 x의 음수가 그대로 남습니다. 먼저 더하고 나서 ReLU를 하십시오.",
)
class ReluBeforeSum(RightResidual):
    def forward(self, x):
        return self.relu2.forward(self.body(x)) + self.skip(x)

    def backward(self, dout):
        return self.body_back(self.relu2.backward(dout)) + self.skip_back(dout)


@RESIDUAL_BLOCK.mistake(
    "The projection has the stride 1, so that the skip stays larger than the body's output (ValueError: operands could "
    "not be broadcast together). Give it the stride of the block.",
    "사영의 스트라이드가 1이어서 지름길이 몸통의 출력보다 큽니다(ValueError: operands could not be broadcast together). "
    "블록의 스트라이드를 쓰십시오.",
)
class ProjectionStride(RightResidual):
    def make_projection(self, c_in, c_out, rng, stride):
        return None if stride == 1 and c_in == c_out else conv(c_in, c_out, 1, rng)


@RESIDUAL_BLOCK.mistake(
    "x is changed: skip = x is another name for the same array, and += writes into it. Write body + skip.",
    "x의 값이 바뀌었습니다. skip = x는 같은 배열의 다른 이름일 뿐이고 +=은 그 배열에 바로 적습니다. body + skip으로 쓰십시오.",
)
class SkipMutated(RightResidual):
    def forward(self, x):
        out = self.body(x)
        skip = self.skip(x)
        skip += out
        return self.relu2.forward(skip)


@RESIDUAL_BLOCK.mistake(
    "The skip is missing in forward: without it this is a plain block.",
    "forward에 지름길이 없습니다. 그러면 평범한 블록입니다.",
)
class NoSkip(RightResidual):
    def forward(self, x):
        self.skip(x)
        return self.relu2.forward(self.body(x))


@RESIDUAL_BLOCK.mistake(
    "The last ReLU is missing: out has negative numbers.", "마지막 ReLU가 없어 out에 음수가 있습니다."
)
class NoLastRelu(RightResidual):
    def forward(self, x):
        return self.body(x) + self.skip(x)

    def backward(self, dout):
        return self.body_back(dout) + self.skip_back(dout)


@RESIDUAL_BLOCK.mistake(
    "There is no ReLU between the two convolutions: they are then no more than one.",
    "두 합성곱 사이에 ReLU가 없습니다. 그러면 합성곱 하나와 다를 것이 없습니다.",
)
class NoInnerRelu(RightResidual):
    def body(self, x):
        return self.conv2.forward(self.conv1.forward(x))

    def body_back(self, d):
        return self.conv1.backward(self.conv2.backward(d))


@RESIDUAL_BLOCK.mistake(
    "A second ReLU stands after conv2, before the sum: the body could then only add positive numbers.",
    "conv2 뒤, 더하기 전에 ReLU가 하나 더 있습니다. 그러면 몸통은 양수만 더할 수 있습니다.",
)
class ReluTwice(RightResidual):
    def forward(self, x):
        self.inner = Relu()
        return self.relu2.forward(self.inner.forward(self.body(x)) + self.skip(x))

    def backward(self, dout):
        d = self.relu2.backward(dout)
        return self.body_back(self.inner.backward(d)) + self.skip_back(d)


@RESIDUAL_BLOCK.mistake(
    "The last ReLU is left out on the way back: first d = relu.backward(dout), then d goes both ways.",
    "거꾸로 갈 때 마지막 ReLU를 빠뜨렸습니다. 먼저 d = relu.backward(dout)을 구하고, d를 양쪽으로 보냅니다.",
)
class ReluNotPassed(RightResidual):
    def backward(self, dout):
        return self.body_back(dout) + self.skip_back(dout)


@RESIDUAL_BLOCK.mistake(
    "The skip gets dout as it came, not through the last ReLU; both ways get the same d = relu.backward(dout).",
    "지름길에는 마지막 ReLU를 지나지 않은 dout이 갑니다. 양쪽 모두 d = relu.backward(dout)을 받아야 합니다.",
)
class SkipWithoutRelu(RightResidual):
    def backward(self, dout):
        return self.body_back(self.relu2.backward(dout)) + self.skip_back(dout)


@RESIDUAL_BLOCK.mistake(
    "On the way back the projection is left out (ValueError: operands could not be broadcast together where the shapes "
    "differ): its backward turns d into the shape of x, and fills its dW.",
    "거꾸로 갈 때 사영을 빠뜨렸습니다(shape이 다르면 ValueError: operands could not be broadcast together). 사영의 "
    "backward가 d를 x의 shape으로 바꾸고 제 dW도 채웁니다.",
)
class ProjectionNotPassed(RightResidual):
    def skip_back(self, d):
        return d


@RESIDUAL_BLOCK.mistake(
    "A projection is made for other channels only; with a larger stride x does not fit either (ValueError: operands could "
    "not be broadcast together).",
    "채널 수가 다를 때만 사영을 만들었습니다. 스트라이드가 클 때도 x가 맞지 않습니다(ValueError: operands could not be "
    "broadcast together).",
)
class ProjectedForChannelsOnly(RightResidual):
    def make_projection(self, c_in, c_out, rng, stride):
        return None if c_in == c_out else conv(c_in, c_out, 1, rng, stride)


@RESIDUAL_BLOCK.mistake(
    "A projection is made for a larger stride only; x does not fit either where the channels differ (ValueError: operands "
    "could not be broadcast together).",
    "스트라이드가 클 때만 사영을 만들었습니다. 채널 수가 달라도 x가 맞지 않습니다(ValueError: operands could not be "
    "broadcast together).",
)
class ProjectedForStrideOnly(RightResidual):
    def make_projection(self, c_in, c_out, rng, stride):
        return None if stride == 1 else conv(c_in, c_out, 1, rng, stride)


@RESIDUAL_BLOCK.mistake(
    "A projection is made for the stride 2 only, not for 3. Ask for stride != 1.",
    "스트라이드가 2일 때만 사영을 만들어 3일 때는 없습니다. stride != 1인지 보십시오.",
)
class ProjectedForStrideTwo(RightResidual):
    def make_projection(self, c_in, c_out, rng, stride):
        return conv(c_in, c_out, 1, rng, stride) if stride == 2 or c_in != c_out else None


@RESIDUAL_BLOCK.mistake(
    "A projection is made where the channels grow, not where they become fewer. Ask for c_in != c_out.",
    "채널이 늘 때만 사영을 만들어, 줄 때는 없습니다. c_in != c_out인지 보십시오.",
)
class ProjectedForMoreChannels(RightResidual):
    def make_projection(self, c_in, c_out, rng, stride):
        return conv(c_in, c_out, 1, rng, stride) if stride != 1 or c_out > c_in else None


@RESIDUAL_BLOCK.mistake(
    "The skip is always projected. Where x already has the right shape, the skip is x itself: that is what lets the "
    "gradient pass unchanged.",
    "언제나 사영을 합니다. x의 shape이 이미 맞으면 지름길은 x 자체입니다. 그래야 그래디언트가 그대로 지나갑니다.",
)
class AlwaysProjected(RightResidual):
    def make_projection(self, c_in, c_out, rng, stride):
        return conv(c_in, c_out, 1, rng, stride)


@RESIDUAL_BLOCK.mistake(
    "Both 3×3 convolutions have the stride, so that the image shrinks twice (ValueError: operands could not be broadcast "
    "together). Only the first has it.",
    "3×3 합성곱 둘 다 스트라이드를 써서 이미지가 두 번 줄어듭니다(ValueError: operands could not be broadcast together). "
    "첫 합성곱만 스트라이드를 씁니다.",
)
class StrideTwice(RightResidual):
    def __init__(self, c_in, c_out, rng, stride=1):
        super().__init__(c_in, c_out, rng, stride)
        self.conv2.stride = stride


@RESIDUAL_BLOCK.mistake(
    "The second convolution has the stride; the first one should, so that the second computes on the small image.",
    "둘째 합성곱에 스트라이드를 썼습니다. 첫 합성곱에 써야 둘째가 작아진 이미지에서 계산합니다.",
)
class StrideInSecond(RightResidual):
    def __init__(self, c_in, c_out, rng, stride=1):
        super().__init__(c_in, c_out, rng, stride)
        self.conv1.stride, self.conv2.stride = 1, stride


@RESIDUAL_BLOCK.mistake(
    "The stride is ignored: the image keeps its size.", "스트라이드를 쓰지 않아 이미지의 크기가 그대로입니다."
)
class StrideIgnored(RightResidual):
    def __init__(self, c_in, c_out, rng, stride=1):
        super().__init__(c_in, c_out, rng)


@RESIDUAL_BLOCK.mistake(
    "The projection is a 3×3 convolution; 1×1 is asked, which only mixes the channels of each pixel.",
    "사영이 3×3 합성곱입니다. 픽셀마다 채널만 섞는 1×1이어야 합니다.",
)
class LargeProjection(RightResidual):
    def make_projection(self, c_in, c_out, rng, stride):
        return None if stride == 1 and c_in == c_out else conv(c_in, c_out, 3, rng, stride)


@RESIDUAL_BLOCK.mistake(
    "The arrays of the projection are missing in params and grads: it would never learn.",
    "params와 grads에 사영의 배열이 없습니다. 그러면 사영은 학습하지 않습니다.",
)
class ProjectionNotLearnt(RightResidual):
    def __init__(self, c_in, c_out, rng, stride=1):
        super().__init__(c_in, c_out, rng, stride)
        self.params, self.grads = self.params[:4], self.grads[:4]


@RESIDUAL_BLOCK.mistake(
    "One ReLU object serves in both places: it remembers its last input only, so the way back through the inner one is "
    "wrong. Make two.",
    "ReLU 객체 하나를 두 곳에서 씁니다. ReLU는 마지막 입력만 기억하므로 안쪽 ReLU를 거꾸로 지날 때 틀립니다. 둘을 만드십시오.",
)
class SharedRelu(RightResidual):
    def __init__(self, c_in, c_out, rng, stride=1):
        super().__init__(c_in, c_out, rng, stride)
        self.relu2 = self.relu1


@RESIDUAL_BLOCK.mistake("Body and skip are averaged; they are added.", "몸통과 지름길을 평균했습니다. 더해야 합니다.")
class Averaged(RightResidual):
    def forward(self, x):
        return self.relu2.forward((self.body(x) + self.skip(x)) / 2)

    def backward(self, dout):
        d = self.relu2.backward(dout) / 2
        return self.body_back(d) + self.skip_back(d)


@RESIDUAL_BLOCK.mistake(
    "The filters come from a generator made inside the block, always with the same seed. Draw from the rng handed in.",
    "블록 안에서 만든 생성기에서 필터를 뽑으므로 시드가 늘 같습니다. 인수로 받은 rng에서 뽑으십시오.",
)
class OwnSeed(RightResidual):
    def __init__(self, c_in, c_out, rng, stride=1):
        super().__init__(c_in, c_out, np.random.default_rng(0), stride)
