"""u07_layers: the mistakes that students really make, each with what to look at.

Each is the right layer or network but for what a student writes wrong; the demonstration class is drawn from them.
"""

import numpy as np
from nnref.activations import sigmoid
from nnref.affine import Affine
from nnref.layers import Relu as ReLU
from nnref.layers import SoftmaxWithLoss

from .exercises import AFFINE, RELU, SGD, SIGMOID, SOFTMAX_WITH_LOSS, TWO_LAYER_NET


def log_softmax(x):
    shifted = x - x.max(axis=1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))


class RightSigmoid:
    """The right layer; the mistakes below differ from it in what they write anew."""

    def __init__(self):
        self.params, self.grads = [], []

    def forward(self, x):
        self.y = sigmoid(x)
        return self.y

    def backward(self, dout):
        return dout * self.y * (1 - self.y)


@SIGMOID.mistake(
    "The layer has no params and no grads: a network asks every layer for both, so write two empty lists in __init__.",
    "층에 params와 grads가 없습니다. 신경망은 모든 층에 둘 다 물어보므로 __init__에서 빈 리스트 둘을 만드십시오.",
)
class SigmoidWithoutLists:
    def forward(self, x):
        self.y = sigmoid(x)
        return self.y

    def backward(self, dout):
        return dout * self.y * (1 - self.y)


@SIGMOID.mistake(
    "The slope y (1 - y) is computed with the input x in the place of the output y: keep what forward returned.",
    "기울기 y (1 - y)의 y 자리에 출력이 아니라 입력 x를 넣었습니다. forward가 반환한 값을 저장하십시오.",
)
class SlopeOfTheInput(RightSigmoid):
    def forward(self, x):
        self.x = x
        return sigmoid(x)

    def backward(self, dout):
        return dout * self.x * (1 - self.x)


@SIGMOID.mistake(
    "backward applies sigmoid to the output, which has been through it already: y is kept, so the slope is y (1 - y).",
    "backward에서 출력에 시그모이드를 한 번 더 적용했습니다. 저장한 것이 y이므로 기울기는 그대로 y (1 - y)입니다.",
)
class SigmoidTwice(RightSigmoid):
    def backward(self, dout):
        return dout * sigmoid(self.y) * (1 - sigmoid(self.y))


@SIGMOID.mistake(
    "dout is ignored: backward returns the slope alone. Multiply it by what comes from above.",
    "dout을 쓰지 않고 기울기만 반환했습니다. 위에서 온 값을 곱하십시오.",
)
class SigmoidIgnoresUpstream(RightSigmoid):
    def backward(self, dout):
        return self.y * (1 - self.y)


@SIGMOID.mistake(
    "1 - y² is the slope of tanh; that of sigmoid is y (1 - y).",
    "1 - y²은 tanh의 기울기입니다. 시그모이드의 기울기는 y (1 - y)입니다.",
)
class SlopeOfTanh(RightSigmoid):
    def backward(self, dout):
        return dout * (1 - self.y**2)


@SIGMOID.mistake(
    "dout is multiplied by y only: the factor 1 - y is missing.",
    "dout에 y만 곱했습니다. 1 - y가 빠졌습니다.",
)
class HalfTheSlope(RightSigmoid):
    def backward(self, dout):
        return dout * self.y


@SIGMOID.mistake(
    "The output is kept in the class, so two layers overwrite each other's. Keep it in the object: self.y = ...",
    "출력을 클래스에 저장해서 두 층이 서로의 값을 덮어씁니다. self.y = ...처럼 객체에 저장하십시오.",
)
class SigmoidSharedByAll(RightSigmoid):
    def forward(self, x):
        SigmoidSharedByAll.y = sigmoid(x)
        return SigmoidSharedByAll.y

    def backward(self, dout):
        return dout * SigmoidSharedByAll.y * (1 - SigmoidSharedByAll.y)


@SIGMOID.mistake(
    "The layer keeps its first output for ever: each forward must replace what the one before left.",
    "층이 첫 번째 출력을 계속 가지고 있습니다. forward를 부를 때마다 새 값으로 바꾸어야 합니다.",
)
class KeepsTheFirst(RightSigmoid):
    def __init__(self):
        self.params, self.grads, self.y = [], [], None

    def forward(self, x):
        if self.y is None:
            self.y = sigmoid(x)
        return self.y


@SIGMOID.mistake(
    "All forwards write into one array, so a second forward changes the first one's output without notice. "
    "Return a new array each time.",
    "forward가 늘 같은 배열에 씁니다. 두 번째 forward가 첫 번째 출력을 소리 없이 바꾸어 버립니다. 매번 새 배열을 반환하십시오.",
)
class OneBuffer(RightSigmoid):
    def __init__(self):
        self.params, self.grads, self.y = [], [], None

    def forward(self, x):
        if self.y is None or self.y.shape != x.shape:
            self.y = np.zeros(x.shape)
        self.y[...] = sigmoid(x)
        return self.y


@SIGMOID.mistake(
    "backward changes dout itself: dout *= ... writes into the caller's array. Write dout * ...",
    "backward가 dout 자체를 바꿉니다. dout *= ...는 호출한 쪽의 배열에 씁니다. dout * ...로 쓰십시오.",
)
class SigmoidWritesIntoDout(RightSigmoid):
    def backward(self, dout):
        dout *= self.y * (1 - self.y)
        return dout


@SIGMOID.mistake(
    "backward changes the output it had kept, so a second backward gives something else. Leave self.y as it is.",
    "backward가 저장해 둔 출력을 바꾸어서 backward를 다시 부르면 값이 달라집니다. self.y를 그대로 두십시오.",
)
class SpoilsTheCache(RightSigmoid):
    def forward(self, x):
        self.y = sigmoid(x)
        return self.y.copy()

    def backward(self, dout):
        self.y *= 1 - self.y
        return dout * self.y


@SIGMOID.mistake(
    "params and grads are None; a network puts the lists of its layers together, so write two empty lists.",
    "params와 grads가 None입니다. 신경망이 층들의 리스트를 이어 붙이므로 빈 리스트 둘을 만드십시오.",
)
class SigmoidOfNone(RightSigmoid):
    def __init__(self):
        self.params, self.grads = None, None


class RightRelu:
    """The right layer."""

    def __init__(self):
        self.params, self.grads = [], []

    def forward(self, x):
        self.mask = x > 0
        return np.where(self.mask, x, 0.0)

    def backward(self, dout):
        return dout * self.mask


@RELU.mistake(
    "The layer has no params and no grads: a network asks every layer for both, so write two empty lists in __init__.",
    "층에 params와 grads가 없습니다. 신경망은 모든 층에 둘 다 물어보므로 __init__에서 빈 리스트 둘을 만드십시오.",
)
class ReluWithoutLists:
    def forward(self, x):
        self.mask = x > 0
        return np.where(self.mask, x, 0)

    def backward(self, dout):
        return dout * self.mask


@RELU.mistake(
    "backward asks where dout is positive. What counts is where x was positive: keep that in forward.",
    "backward가 dout이 양수인 곳을 봅니다. 중요한 것은 x가 양수였던 곳이니 forward에서 저장하십시오.",
)
class MaskOfDout(RightRelu):
    def forward(self, x):
        return np.maximum(x, 0)

    def backward(self, dout):
        return dout * (dout > 0)


@RELU.mistake(
    "Where x is exactly 0 the slope counts as 0 in this course: the mask is x > 0, not x >= 0.",
    "이 강의에서는 x가 정확히 0인 곳의 기울기를 0으로 정합니다. 마스크는 x >= 0이 아니라 x > 0입니다.",
)
class OneAtZero(RightRelu):
    def forward(self, x):
        self.mask = x >= 0
        return np.where(self.mask, x, 0)


@RELU.mistake(
    "dout passes everywhere: where x was not positive, nothing may come through.",
    "dout이 모든 곳을 지나갑니다. x가 양수가 아니었던 곳에서는 아무것도 지나가면 안 됩니다.",
)
class NoMask(RightRelu):
    def forward(self, x):
        return np.maximum(x, 0)

    def backward(self, dout):
        return dout


@RELU.mistake(
    "dout is ignored: backward returns the slopes, 0 and 1, alone. Multiply them by what comes from above.",
    "dout을 쓰지 않고 기울기 0과 1만 반환했습니다. 위에서 온 값을 곱하십시오.",
)
class ReluIgnoresUpstream(RightRelu):
    def forward(self, x):
        self.mask = x > 0
        return np.where(self.mask, x, 0)

    def backward(self, dout):
        return self.mask.astype(float)


@RELU.mistake(
    "The mask is the wrong way round: dout passes where x was not positive.",
    "마스크가 반대입니다. x가 양수가 아니었던 곳에서 dout이 지나갑니다.",
)
class MaskInverted(RightRelu):
    def forward(self, x):
        self.mask = x <= 0
        return np.where(self.mask, 0, x)


@RELU.mistake(
    "dout is multiplied by the output; multiply it by the slope, which is 1 where x was positive.",
    "dout에 출력을 곱했습니다. x가 양수였던 곳에서 1인 기울기를 곱하십시오.",
)
class TimesTheOutput(RightRelu):
    def forward(self, x):
        self.y = np.maximum(x, 0)
        return self.y

    def backward(self, dout):
        return dout * self.y


@RELU.mistake(
    "forward writes zeros into x itself: the layer before may still need it. Work on a copy, or use np.where.",
    "forward가 x 자체에 0을 씁니다. 앞의 층이 아직 쓸 수 있는 배열이니 복사본에 쓰거나 np.where를 쓰십시오.",
)
class WritesIntoX(RightRelu):
    def forward(self, x):
        self.mask = x > 0
        out = x
        out[~self.mask] = 0
        return out


@RELU.mistake(
    "backward writes zeros into dout itself, which belongs to the caller. Work on a copy: dout * self.mask.",
    "backward가 호출한 쪽의 배열인 dout 자체에 0을 씁니다. dout * self.mask처럼 새 배열을 만드십시오.",
)
class ReluWritesIntoDout(RightRelu):
    def forward(self, x):
        self.mask = x > 0
        return np.where(self.mask, x, 0)

    def backward(self, dout):
        dout[~self.mask] = 0
        return dout


@RELU.mistake(
    "The mask is kept in the class, so two layers overwrite each other's. Keep it in the object: self.mask = ...",
    "마스크를 클래스에 저장해서 두 층이 서로의 값을 덮어씁니다. self.mask = ...처럼 객체에 저장하십시오.",
)
class ReluSharedByAll(RightRelu):
    def forward(self, x):
        ReluSharedByAll.mask = x > 0
        return np.where(x > 0, x, 0)

    def backward(self, dout):
        return dout * ReluSharedByAll.mask


@RELU.mistake(
    "The layer keeps its first mask for ever: each forward must replace what the one before left.",
    "층이 첫 번째 마스크를 계속 가지고 있습니다. forward를 부를 때마다 새 값으로 바꾸어야 합니다.",
)
class KeepsTheFirstMask(RightRelu):
    def __init__(self):
        self.params, self.grads, self.mask = [], [], None

    def forward(self, x):
        if self.mask is None:
            self.mask = x > 0
        return np.where(x > 0, x, 0)


@RELU.mistake(
    "params and grads are None; a network puts the lists of its layers together, so write two empty lists.",
    "params와 grads가 None입니다. 신경망이 층들의 리스트를 이어 붙이므로 빈 리스트 둘을 만드십시오.",
)
class ReluOfNone(RightRelu):
    def __init__(self):
        self.params, self.grads = None, None

    def forward(self, x):
        self.mask = x > 0
        return np.where(self.mask, x, 0)


class RightAffine:
    """The right layer."""

    def __init__(self, W, b):
        self.params = [W, b]
        self.grads = [np.zeros_like(W), np.zeros_like(b)]

    def forward(self, x):
        self.shape, self.x = x.shape, x.reshape(len(x), -1)
        return self.x @ self.params[0] + self.params[1]

    def backward(self, dout):
        self.grads[0][...] = self.x.T @ dout
        self.grads[1][...] = dout.sum(axis=0)
        return (dout @ self.params[0].T).reshape(self.shape)


@AFFINE.mistake(
    "__init__ takes the input x, and W and b are defined nowhere. A layer is made from its parameters, Affine(W, b); "
    "the input arrives later, in forward(x).",
    "__init__이 입력 x를 받고, W와 b는 어디에도 없습니다. 층은 매개변수로 만듭니다(Affine(W, b)). "
    "입력은 나중에 forward(x)에서 들어옵니다.",
)
class TakesTheInput:
    def __init__(self, x):
        self.x = x
        self.params, self.grads = [W, b], [np.zeros_like(W), np.zeros_like(b)]  # noqa: F821

    def forward(self):
        return self.x @ self.params[0] + self.params[1]

    def backward(self, dout):
        self.grads[0][...] = self.x.T @ dout
        self.grads[1][...] = dout.sum(axis=0)
        return dout @ self.params[0].T


@AFFINE.mistake(
    "grads[0] = dW puts a new array into the list; whoever holds the old one, such as the list of the network, "
    "never sees the gradient. Write into the array that is there: grads[0][...] = dW.",
    "grads[0] = dW는 리스트에 새 배열을 넣습니다. 신경망의 리스트처럼 예전 배열을 가진 쪽은 그래디언트를 볼 수 없습니다. "
    "grads[0][...] = dW로 있던 배열에 쓰십시오.",
)
class RebindsGrads(RightAffine):
    def backward(self, dout):
        self.grads[0] = self.x.T @ dout
        self.grads[1] = dout.sum(axis=0)
        return (dout @ self.params[0].T).reshape(self.shape)


@AFFINE.mistake(
    "params holds copies of W and b: an optimizer that changes one does not reach the other. Write params = [W, b].",
    "params에 W와 b의 복사본이 들어 있습니다. 한쪽을 바꾸어도 다른 쪽은 그대로입니다. params = [W, b]로 쓰십시오.",
)
class CopiesParams(RightAffine):
    def __init__(self, W, b):
        self.params = [W.copy(), b.copy()]
        self.grads = [np.zeros_like(W), np.zeros_like(b)]


@AFFINE.mistake(
    "params holds W and b, but forward computes with copies of them: after an update the layer goes on with the old "
    "numbers. Take W and b from params each time.",
    "params에는 W와 b가 있지만 forward는 그 복사본으로 계산합니다. 갱신한 뒤에도 예전 값을 씁니다. "
    "그때그때 params에서 꺼내 쓰십시오.",
)
class ComputesWithCopies:
    def __init__(self, W, b):
        self.params = [W, b]
        self.W, self.b = W.copy(), b.copy()
        self.grads = [np.zeros_like(W), np.zeros_like(b)]

    def forward(self, x):
        self.shape, self.x = x.shape, x.reshape(len(x), -1)
        return self.x @ self.W + self.b

    def backward(self, dout):
        self.grads[0][...] = self.x.T @ dout
        self.grads[1][...] = dout.sum(axis=0)
        return (dout @ self.W.T).reshape(self.shape)


@AFFINE.mistake(
    "backward uses a copy of W from the beginning: after an update dx is that of the old weights.",
    "backward가 처음에 복사해 둔 W를 씁니다. 갱신한 뒤에도 dx는 옛 가중치로 계산됩니다.",
)
class BackWithOldW(RightAffine):
    def __init__(self, W, b):
        self.params = [W, b]
        self.grads = [np.zeros_like(W), np.zeros_like(b)]
        self.WT = W.T.copy()

    def backward(self, dout):
        self.grads[0][...] = self.x.T @ dout
        self.grads[1][...] = dout.sum(axis=0)
        return (dout @ self.WT).reshape(self.shape)


@AFFINE.mistake(
    "Only samples of four axes are lined up (ndim == 4): lengthen every x of more than two axes, x.reshape(len(x), -1).",
    "축이 네 개일 때만(ndim == 4) 한 줄로 폅니다. 축이 몇 개든 x.reshape(len(x), -1)로 펴십시오.",
)
class FlattensFourAxesOnly(RightAffine):
    def forward(self, x):
        self.shape, self.x = x.shape, x
        if x.ndim == 4:
            self.x = x.reshape(len(x), -1)
        return self.x @ self.params[0] + self.params[1]


@AFFINE.mistake(
    "dx keeps the flat shape (N, D): it must come back in the shape of x. Keep x.shape in forward.",
    "dx의 shape이 펼친 모양 (N, D) 그대로입니다. x와 같아야 합니다. forward에서 x.shape을 저장하십시오.",
)
class ShapeNotRestored(RightAffine):
    def forward(self, x):
        self.x = x.reshape(len(x), -1)
        return self.x @ self.params[0] + self.params[1]

    def backward(self, dout):
        self.grads[0][...] = self.x.T @ dout
        self.grads[1][...] = dout.sum(axis=0)
        return dout @ self.params[0].T


@AFFINE.mistake(
    "Samples of more than one axis are not lined up: x must become (N, D) before the product, x.reshape(len(x), -1).",
    "축이 여러 개인 샘플을 한 줄로 펴지 않았습니다. 곱하기 전에 x.reshape(len(x), -1)로 (N, D)로 만드십시오.",
)
class NeverFlattens(RightAffine):
    def forward(self, x):
        self.x = x
        return x @ self.params[0] + self.params[1]

    def backward(self, dout):
        self.grads[0][...] = self.x.T @ dout
        self.grads[1][...] = dout.sum(axis=0)
        return dout @ self.params[0].T


@AFFINE.mistake(
    "The product in forward does not fit, hence a ValueError of matmul: it is x @ W with one row for each sample. flatten() "
    "puts all samples into one row; write x.reshape(len(x), -1).",
    "forward의 곱이 맞지 않아 matmul의 ValueError가 납니다. 샘플마다 한 행인 x로 x @ W를 계산합니다. flatten()은 모든 샘플을 한 "
    "줄로 잇습니다. x.reshape(len(x), -1)이라고 쓰십시오.",
)
class FlattensTheBatch(RightAffine):
    def forward(self, x):
        self.shape, self.x = x.shape, x.flatten()
        return self.x @ self.params[0] + self.params[1]


@AFFINE.mistake(
    "forward gives the caller's x another shape: x.shape = ... changes the array itself. Write x.reshape(len(x), -1).",
    "forward가 호출한 쪽 x의 shape을 바꿉니다. x.shape = ...는 배열 자체를 바꿉니다. x.reshape(len(x), -1)이라고 쓰십시오.",
)
class ReshapesInPlace(RightAffine):
    def forward(self, x):
        self.shape = x.shape
        x.shape = (len(x), -1)
        self.x = x
        return x @ self.params[0] + self.params[1]


@AFFINE.mistake(
    "db is the mean of the rows of dout; it is their sum. The division by N belongs to the loss, and is done there.",
    "db가 dout의 행들의 평균입니다. 합이어야 합니다. N으로 나누는 일은 손실의 몫이고 거기서 이미 했습니다.",
)
class MeanBias(RightAffine):
    def backward(self, dout):
        self.grads[0][...] = self.x.T @ dout
        self.grads[1][...] = dout.mean(axis=0)
        return (dout @ self.params[0].T).reshape(self.shape)


@AFFINE.mistake(
    "dW and db are divided by N. The loss divides by N already; here it would be done twice.",
    "dW와 db를 N으로 나누었습니다. 손실에서 이미 나누었으므로 두 번 나누게 됩니다.",
)
class DividesByN(RightAffine):
    def backward(self, dout):
        self.grads[0][...] = self.x.T @ dout / len(dout)
        self.grads[1][...] = dout.sum(axis=0) / len(dout)
        return (dout @ self.params[0].T).reshape(self.shape)


@AFFINE.mistake(
    "db is never written: the bias has a gradient too, the sum of the rows of dout.",
    "db를 쓰지 않았습니다. 편향에도 그래디언트가 있습니다. dout의 행을 모두 더한 것입니다.",
)
class ForgetsDb(RightAffine):
    def backward(self, dout):
        self.grads[0][...] = self.x.T @ dout
        return (dout @ self.params[0].T).reshape(self.shape)


@AFFINE.mistake(
    "db is one sum of all numbers of dout, the same for every output. Sum the rows only: axis=0.",
    "db가 dout의 모든 수를 더한 값 하나입니다. 출력마다 따로, 행 방향으로만 더하십시오(axis=0).",
)
class OneSumForAll(RightAffine):
    def backward(self, dout):
        self.grads[0][...] = self.x.T @ dout
        self.grads[1][...] = dout.sum()
        return (dout @ self.params[0].T).reshape(self.shape)


@AFFINE.mistake(
    "grads[0] += dW adds to the gradients of the call before. Every backward writes them anew: grads[0][...] = dW.",
    "grads[0] += dW는 앞서 부른 backward의 그래디언트에 더합니다. 매번 grads[0][...] = dW로 새로 쓰십시오.",
)
class AddsUp(RightAffine):
    def backward(self, dout):
        self.grads[0] += self.x.T @ dout
        self.grads[1] += dout.sum(axis=0)
        return (dout @ self.params[0].T).reshape(self.shape)


@AFFINE.mistake(
    "b is not added in forward.",
    "forward에서 b를 더하지 않았습니다.",
)
class NoBias(RightAffine):
    def forward(self, x):
        self.shape, self.x = x.shape, x.reshape(len(x), -1)
        return self.x @ self.params[0]


@AFFINE.mistake(
    "W is not transposed on the way back, hence a ValueError of matmul: dout (N, M) times Wᵀ (M, D) gives dx (N, D).",
    "돌아올 때 W를 전치하지 않아 matmul에서 ValueError가 납니다. dout (N, M)에 Wᵀ (M, D)를 곱해야 dx (N, D)가 됩니다.",
)
class NotTransposed(RightAffine):
    def backward(self, dout):
        self.grads[0][...] = self.x.T @ dout
        self.grads[1][...] = dout.sum(axis=0)
        return (dout @ self.params[0]).reshape(self.shape)


@AFFINE.mistake(
    "dW is transposed, hence a ValueError (could not broadcast): dW has the shape of W, (D, M), so it is x.T @ dout.",
    "dW가 뒤집혀 ValueError(could not broadcast)가 납니다. dW의 shape은 W처럼 (D, M)이므로 x.T @ dout입니다.",
)
class DwTransposed(RightAffine):
    def backward(self, dout):
        self.grads[0][...] = dout.T @ self.x
        self.grads[1][...] = dout.sum(axis=0)
        return (dout @ self.params[0].T).reshape(self.shape)


@AFFINE.mistake(
    "db is summed along axis 1, one number for each sample, hence a ValueError (could not broadcast): b has one for each "
    "output, so the sum runs over axis 0.",
    "db를 축 1을 따라, 곧 샘플마다 더해서 ValueError(could not broadcast)가 납니다. b는 출력마다 하나이므로 축 0을 따라 더합니다.",
)
class DbAlongAxis1(RightAffine):
    def backward(self, dout):
        self.grads[0][...] = self.x.T @ dout
        self.grads[1][...] = dout.sum(axis=1)
        return (dout @ self.params[0].T).reshape(self.shape)


@AFFINE.mistake(
    "The input is kept in the class, so two layers overwrite each other's. Keep it in the object: self.x = ...",
    "입력을 클래스에 저장해서 두 층이 서로의 값을 덮어씁니다. self.x = ...처럼 객체에 저장하십시오.",
)
class AffineSharedByAll(RightAffine):
    def forward(self, x):
        AffineSharedByAll.shape, AffineSharedByAll.x = x.shape, x.reshape(len(x), -1)
        return AffineSharedByAll.x @ self.params[0] + self.params[1]

    def backward(self, dout):
        self.grads[0][...] = AffineSharedByAll.x.T @ dout
        self.grads[1][...] = dout.sum(axis=0)
        return (dout @ self.params[0].T).reshape(AffineSharedByAll.shape)


@AFFINE.mistake(
    "backward itself takes a step and changes W and b. It only writes the gradients; the optimizer takes the step.",
    "backward가 직접 W와 b를 갱신합니다. backward는 그래디언트만 쓰고, 갱신은 옵티마이저가 합니다.",
)
class TakesTheStep(RightAffine):
    def backward(self, dout):
        dx = dout @ self.params[0].T
        for p, g, new in zip(self.params, self.grads, (self.x.T @ dout, dout.sum(axis=0))):
            g[...] = new
            p -= 0.1 * g
        return dx.reshape(self.shape)


@AFFINE.mistake(
    "dW and db are computed but do not reach grads, which stays as it was made. Write them into its arrays: "
    "grads[0][...] = dW.",
    "dW와 db를 계산했지만 grads에는 쓰지 않아서 grads가 처음 그대로입니다. grads[0][...] = dW로 그 배열에 쓰십시오.",
)
class GradsNotFilled(RightAffine):
    def backward(self, dout):
        self.dW = self.x.T @ dout
        self.db = dout.sum(axis=0)
        return (dout @ self.params[0].T).reshape(self.shape)


@AFFINE.mistake(
    "grads holds None: [self.dW, self.db] was written while both were None, and a list does not follow a name. Make two "
    "arrays in __init__ and write into them.",
    "grads에 None이 들어 있습니다. self.dW와 self.db가 None일 때 리스트를 만들었고, 리스트는 이름을 따라 바뀌지 않습니다. "
    "__init__에서 배열 둘을 만들고 거기에 쓰십시오.",
)
class GradsOfNone(RightAffine):
    def __init__(self, W, b):
        self.dW, self.db = None, None
        self.params, self.grads = [W, b], [self.dW, self.db]

    def backward(self, dout):
        self.dW = self.x.T @ dout
        self.db = dout.sum(axis=0)
        return (dout @ self.params[0].T).reshape(self.shape)


class RightLoss:
    """The right layer."""

    def __init__(self):
        self.params, self.grads = [], []

    def forward(self, x, t):
        if t.ndim == 2:
            t = t.argmax(axis=1)
        log_p = log_softmax(x)
        self.p, self.t = np.exp(log_p), t
        return -np.mean(log_p[np.arange(len(x)), t])

    def backward(self, dout=1):
        dx = self.p.copy()
        dx[np.arange(len(dx)), self.t] -= 1
        return dout * dx / len(dx)


@SOFTMAX_WITH_LOSS.mistake(
    "The gradient is not divided by N. The loss is a mean over N rows, so each row counts for 1/N of it.",
    "그래디언트를 N으로 나누지 않았습니다. 손실은 N개 행의 평균이므로 행 하나의 몫은 1/N입니다.",
)
class GradientNotDivided(RightLoss):
    def backward(self, dout=1):
        dx = self.p.copy()
        dx[np.arange(len(dx)), self.t] -= 1
        return dout * dx


@SOFTMAX_WITH_LOSS.mistake(
    "The loss is the sum over the rows; divide by N.",
    "손실이 행들의 합입니다. N으로 나누십시오.",
)
class LossSummed(RightLoss):
    def forward(self, x, t):
        if t.ndim == 2:
            t = t.argmax(axis=1)
        log_p = log_softmax(x)
        self.p, self.t = np.exp(log_p), t
        return -np.sum(log_p[np.arange(len(x)), t])


@SOFTMAX_WITH_LOSS.mistake(
    "The gradient is divided by N K; the loss is a mean over the N rows only.",
    "그래디언트를 N K로 나누었습니다. 손실은 N개 행에 대한 평균일 뿐입니다.",
)
class DividedByAll(RightLoss):
    def backward(self, dout=1):
        dx = self.p.copy()
        dx[np.arange(len(dx)), self.t] -= 1
        return dout * dx / dx.size


@SOFTMAX_WITH_LOSS.mistake(
    "backward subtracts the 1 from the kept p itself, so a second backward subtracts it again. Work on p.copy().",
    "backward가 저장해 둔 p 자체에서 1을 뺍니다. backward를 다시 부르면 또 빼게 됩니다. p.copy()에서 빼십시오.",
)
class SpoilsP(RightLoss):
    def backward(self, dout=1):
        self.p[np.arange(len(self.p)), self.t] -= 1
        return dout * self.p / len(self.p)


@SOFTMAX_WITH_LOSS.mistake(
    "One-hot targets are taken as labels, hence an IndexError: where t has two axes, t.argmax(axis=1) gives the labels.",
    "원-핫 정답을 레이블로 써서 IndexError가 납니다. t의 축이 둘이면 t.argmax(axis=1)로 레이블을 구하십시오.",
)
class LabelsOnly(RightLoss):
    def forward(self, x, t):
        log_p = log_softmax(x)
        self.p, self.t = np.exp(log_p), t
        return -np.mean(log_p[np.arange(len(x)), t])


@SOFTMAX_WITH_LOSS.mistake(
    "Labels are taken as one-hot rows, hence a ValueError (could not be broadcast): t may have the shape (N,) too.",
    "레이블을 원-핫 행으로 써서 ValueError(could not be broadcast)가 납니다. t의 shape은 (N,)일 수도 있습니다.",
)
class OneHotOnly(RightLoss):
    def forward(self, x, t):
        log_p = log_softmax(x)
        self.p, self.t = np.exp(log_p), t
        return -np.sum(t * log_p) / len(x)

    def backward(self, dout=1):
        return dout * (self.p - self.t) / len(self.p)


@SOFTMAX_WITH_LOSS.mistake(
    "dout is ignored. It is 1 in most cases, but where the loss is multiplied by a number, so is its gradient.",
    "dout을 쓰지 않았습니다. 대개 1이지만, 손실에 수를 곱하면 그래디언트에도 그 수를 곱해야 합니다.",
)
class LossIgnoresUpstream(RightLoss):
    def backward(self, dout=1):
        dx = self.p.copy()
        dx[np.arange(len(dx)), self.t] -= 1
        return dx / len(dx)


@SOFTMAX_WITH_LOSS.mistake(
    "The loss is the log of p + 1e-7. Where p rounds to 0 the loss stays at 16.1 however wrong the scores are: take it "
    "from log_softmax.",
    "p + 1e-7에 로그를 취했습니다. p가 0이 되면 점수가 얼마나 틀렸든 손실이 16.1에 머뭅니다. log_softmax로 구하십시오.",
)
class LogOfP(RightLoss):
    def forward(self, x, t):
        if t.ndim == 2:
            t = t.argmax(axis=1)
        self.p, self.t = np.exp(log_softmax(x)), t
        return -np.mean(np.log(self.p[np.arange(len(x)), t] + 1e-7))


@SOFTMAX_WITH_LOSS.mistake(
    "exp(1000) overflows, and inf / inf is nan: use log_softmax, which subtracts the largest score of each row first.",
    "exp(1000)은 오버플로가 나고 inf / inf는 nan입니다. 행마다 가장 큰 점수를 먼저 빼는 log_softmax를 쓰십시오.",
)
class Overflows(RightLoss):
    def forward(self, x, t):
        if t.ndim == 2:
            t = t.argmax(axis=1)
        self.p, self.t = np.exp(x) / np.exp(x).sum(axis=1, keepdims=True), t
        return -np.mean(np.log(self.p[np.arange(len(x)), t]))


@SOFTMAX_WITH_LOSS.mistake(
    "Labels are taken for one-hot rows where N = K: t.shape[-1] is K there, too. Ask for t.ndim == 2.",
    "N = K이면 레이블을 원-핫으로 봅니다. 그때는 레이블도 t.shape[-1]이 K입니다. t.ndim == 2인지 확인하십시오.",
)
class AsksForTheLastAxis(RightLoss):
    def forward(self, x, t):
        if t.shape[-1] == x.shape[-1]:
            t = t.argmax(axis=-1)
        log_p = log_softmax(x)
        self.p, self.t = np.exp(log_p), t
        return -np.mean(log_p[np.arange(len(x)), t])


@SOFTMAX_WITH_LOSS.mistake(
    "np.squeeze turns the one-hot row of a single sample, (1, K), into (K,), which looks like labels. Leave t as it is.",
    "np.squeeze를 쓰면 샘플이 하나일 때 원-핫 (1, K)가 (K,)가 되어 레이블처럼 보입니다. t의 shape은 그대로 두십시오.",
)
class SqueezesTargets(RightLoss):
    def forward(self, x, t):
        t = np.squeeze(t)
        if t.ndim == 2:
            t = t.argmax(axis=1)
        log_p = log_softmax(x)
        self.p, self.t = np.exp(log_p), t.astype(int)
        return -np.mean(log_p[np.arange(len(x)), self.t])


@SOFTMAX_WITH_LOSS.mistake(
    "The largest score of the whole batch is subtracted: in a row far below it every exponential is 0, and log 0 is -inf. "
    "Take the largest of each row, as log_softmax does.",
    "배치 전체에서 가장 큰 점수를 뺐습니다. 그보다 훨씬 작은 행에서는 exp가 모두 0이 되고 log 0은 -inf입니다. log_softmax처럼 "
    "행마다 가장 큰 점수를 빼십시오.",
)
class OneMaximumForAll(RightLoss):
    def forward(self, x, t):
        if t.ndim == 2:
            t = t.argmax(axis=1)
        shifted = x - x.max()
        log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
        self.p, self.t = np.exp(log_p), t
        return -np.mean(log_p[np.arange(len(x)), t])


@SOFTMAX_WITH_LOSS.mistake(
    "The sign is wrong: the gradient is p minus the one-hot row. Its element at the right class is negative.",
    "부호가 반대입니다. 그래디언트는 p에서 원-핫 행을 뺀 것이고, 맞는 클래스의 원소가 음수입니다.",
)
class SignFlipped(RightLoss):
    def backward(self, dout=1):
        dx = -self.p
        dx[np.arange(len(dx)), self.t] += 1
        return dout * dx / len(dx)


@SOFTMAX_WITH_LOSS.mistake(
    "Nothing is subtracted at the right class: the gradient is p minus the one-hot row, not p.",
    "맞는 클래스에서 1을 빼지 않았습니다. 그래디언트는 p가 아니라 p에서 원-핫 행을 뺀 것입니다.",
)
class OneHotForgotten(RightLoss):
    def backward(self, dout=1):
        return dout * self.p / len(self.p)


@SOFTMAX_WITH_LOSS.mistake(
    "The 1 is subtracted in whole columns: dx[:, t] takes every row. Pair each row with its label: "
    "dx[np.arange(N), t].",
    "1을 열 전체에서 뺐습니다. dx[:, t]는 모든 행을 고릅니다. dx[np.arange(N), t]처럼 행과 레이블을 짝지으십시오.",
)
class WholeColumns(RightLoss):
    def backward(self, dout=1):
        dx = self.p.copy()
        dx[:, self.t] -= 1
        return dout * dx / len(dx)


@SOFTMAX_WITH_LOSS.mistake(
    "The layer has no params and no grads: write two empty lists in __init__, as in every layer without parameters.",
    "층에 params와 grads가 없습니다. 매개변수가 없는 다른 층처럼 __init__에서 빈 리스트 둘을 만드십시오.",
)
class LossWithoutLists:
    def forward(self, x, t):
        if t.ndim == 2:
            t = t.argmax(axis=1)
        log_p = log_softmax(x)
        self.p, self.t = np.exp(log_p), t
        return -np.mean(log_p[np.arange(len(x)), t])

    def backward(self, dout=1):
        dx = self.p.copy()
        dx[np.arange(len(dx)), self.t] -= 1
        return dout * dx / len(dx)


class Net:
    """What the networks below have in common; only their first weights differ."""

    def build(self, W1, b1, W2, b2):
        first, second = Affine(W1, b1), Affine(W2, b2)
        self.layers, self.last = [first, ReLU(), second], SoftmaxWithLoss()
        self.params, self.grads = first.params + second.params, first.grads + second.grads

    def predict(self, x):
        for layer in self.layers:
            x = layer.forward(x)
        return x

    def loss(self, x, t):
        return self.last.forward(self.predict(x), t)

    def backward(self):
        dout = self.last.backward()
        for layer in reversed(self.layers):
            dout = layer.backward(dout)


@TWO_LAYER_NET.mistake(
    "backward goes through the layers from first to last. The gradient comes from the end: reversed(self.layers).",
    "backward가 층을 앞에서 뒤로 지나갑니다. 그래디언트는 끝에서 오므로 reversed(self.layers)를 쓰십시오.",
)
class NotReversed(Net):
    def __init__(self, I, H, O, rng):
        first = Affine(rng.normal(0, np.sqrt(2 / I), (I, H)), np.zeros(H))
        second = Affine(rng.normal(0, np.sqrt(2 / H), (H, O)), np.zeros(O))
        self.layers, self.last = [first, ReLU(), second], SoftmaxWithLoss()
        self.params, self.grads = first.params + second.params, first.grads + second.grads

    def backward(self):
        dout = self.last.backward()
        for layer in self.layers:
            dout = layer.backward(dout)


@TWO_LAYER_NET.mistake(
    "predict makes new layers each time, so the gradients land in layers that net.grads does not know. Make the layers "
    "once, in __init__.",
    "predict를 부를 때마다 층을 새로 만들어서, net.grads가 알지 못하는 층에 그래디언트가 쌓입니다. "
    "층은 __init__에서 한 번만 만드십시오.",
)
class NewLayersEachTime(Net):
    def __init__(self, I, H, O, rng):
        first = Affine(rng.normal(0, np.sqrt(2 / I), (I, H)), np.zeros(H))
        second = Affine(rng.normal(0, np.sqrt(2 / H), (H, O)), np.zeros(O))
        self.layers, self.last = [first, ReLU(), second], SoftmaxWithLoss()
        self.params, self.grads = first.params + second.params, first.grads + second.grads

    def predict(self, x):
        W1, b1, W2, b2 = self.params
        self.layers = [Affine(W1, b1), ReLU(), Affine(W2, b2)]
        for layer in self.layers:
            x = layer.forward(x)
        return x


@TWO_LAYER_NET.mistake(
    "net.params holds copies: an optimizer changes them, and the layers never notice. Put layer.params itself together.",
    "net.params에 복사본이 들어 있습니다. 옵티마이저가 바꾸어도 층은 알지 못합니다. layer.params의 배열 자체를 모으십시오.",
)
class CopiedParams(Net):
    def __init__(self, I, H, O, rng):
        first = Affine(rng.normal(0, np.sqrt(2 / I), (I, H)), np.zeros(H))
        second = Affine(rng.normal(0, np.sqrt(2 / H), (H, O)), np.zeros(O))
        self.layers, self.last = [first, ReLU(), second], SoftmaxWithLoss()
        self.params = [p.copy() for p in first.params + second.params]
        self.grads = first.grads + second.grads


@TWO_LAYER_NET.mistake(
    "net.grads holds arrays of its own, which nobody fills: they stay 0. Put layer.grads itself together.",
    "net.grads에 아무도 채우지 않는 별개의 배열이 들어 있어 늘 0입니다. layer.grads의 배열 자체를 모으십시오.",
)
class OwnGrads(Net):
    def __init__(self, I, H, O, rng):
        first = Affine(rng.normal(0, np.sqrt(2 / I), (I, H)), np.zeros(H))
        second = Affine(rng.normal(0, np.sqrt(2 / H), (H, O)), np.zeros(O))
        self.layers, self.last = [first, ReLU(), second], SoftmaxWithLoss()
        self.params = first.params + second.params
        self.grads = [np.zeros_like(p) for p in self.params]


@TWO_LAYER_NET.mistake(
    "The biases are missing in params and grads, so they are never learnt: each affine layer gives W and b.",
    "params와 grads에 편향이 빠져서 편향을 배우지 못합니다. 아핀 계층마다 W와 b가 모두 들어가야 합니다.",
)
class BiasesMissing(Net):
    def __init__(self, I, H, O, rng):
        first = Affine(rng.normal(0, np.sqrt(2 / I), (I, H)), np.zeros(H))
        second = Affine(rng.normal(0, np.sqrt(2 / H), (H, O)), np.zeros(O))
        self.layers, self.last = [first, ReLU(), second], SoftmaxWithLoss()
        self.params, self.grads = [first.params[0], second.params[0]], [first.grads[0], second.grads[0]]


@TWO_LAYER_NET.mistake(
    "predict applies softmax, and the loss applies it again: predict returns the scores. The largest score has the "
    "largest probability anyway.",
    "predict에서 소프트맥스를 적용하고 손실에서 또 적용합니다. predict는 점수를 반환합니다. 어차피 점수가 가장 큰 클래스의 "
    "확률이 가장 큽니다.",
)
class SoftmaxTwice(Net):
    def __init__(self, I, H, O, rng):
        first = Affine(rng.normal(0, np.sqrt(2 / I), (I, H)), np.zeros(H))
        second = Affine(rng.normal(0, np.sqrt(2 / H), (H, O)), np.zeros(O))
        self.layers, self.last = [first, ReLU(), second], SoftmaxWithLoss()
        self.params, self.grads = first.params + second.params, first.grads + second.grads

    def predict(self, x):
        for layer in self.layers:
            x = layer.forward(x)
        return np.exp(x) / np.exp(x).sum(axis=1, keepdims=True)


@TWO_LAYER_NET.mistake(
    "There is no ReLU between the affine layers: two affine layers in a row can do no more than one.",
    "두 아핀 계층 사이에 ReLU가 없습니다. 아핀 계층을 이어 붙이기만 하면 한 층으로 할 수 있는 것밖에 못 합니다.",
)
class WithoutRelu(Net):
    def __init__(self, I, H, O, rng):
        first = Affine(rng.normal(0, np.sqrt(2 / I), (I, H)), np.zeros(H))
        second = Affine(rng.normal(0, np.sqrt(2 / H), (H, O)), np.zeros(O))
        self.layers, self.last = [first, second], SoftmaxWithLoss()
        self.params, self.grads = first.params + second.params, first.grads + second.grads


@TWO_LAYER_NET.mistake(
    "A ReLU follows the second affine layer too: it cuts off the negative scores.",
    "둘째 아핀 계층 뒤에도 ReLU가 있습니다. 음수인 점수가 잘려 나갑니다.",
)
class ReluAtTheEnd(Net):
    def __init__(self, I, H, O, rng):
        first = Affine(rng.normal(0, np.sqrt(2 / I), (I, H)), np.zeros(H))
        second = Affine(rng.normal(0, np.sqrt(2 / H), (H, O)), np.zeros(O))
        self.layers, self.last = [first, ReLU(), second, ReLU()], SoftmaxWithLoss()
        self.params, self.grads = first.params + second.params, first.grads + second.grads


@TWO_LAYER_NET.mistake(
    "params is a list of lists, hence a TypeError: append adds layer.params as one item. extend adds its arrays.",
    "params가 리스트의 리스트여서 TypeError가 납니다. append는 layer.params를 항목 하나로 붙입니다. 배열들을 붙이려면 "
    "extend를 쓰십시오.",
)
class ListsInLists(Net):
    def __init__(self, I, H, O, rng):
        first = Affine(rng.normal(0, np.sqrt(2 / I), (I, H)), np.zeros(H))
        second = Affine(rng.normal(0, np.sqrt(2 / H), (H, O)), np.zeros(O))
        self.layers, self.last = [first, ReLU(), second], SoftmaxWithLoss()
        self.params, self.grads = [], []
        for layer in self.layers:
            self.params.append(layer.params)
            self.grads.append(layer.grads)


@TWO_LAYER_NET.mistake(
    "predict runs through SoftmaxWithLoss too, hence a TypeError (missing t): the scores are done before the last layer.",
    "predict가 SoftmaxWithLoss까지 지나가서 TypeError(t가 없음)가 납니다. 점수는 그 층 앞에서 끝납니다.",
)
class LossInPredict(Net):
    def __init__(self, I, H, O, rng):
        first = Affine(rng.normal(0, np.sqrt(2 / I), (I, H)), np.zeros(H))
        second = Affine(rng.normal(0, np.sqrt(2 / H), (H, O)), np.zeros(O))
        self.layers = [first, ReLU(), second, SoftmaxWithLoss()]
        self.params, self.grads = first.params + second.params, first.grads + second.grads

    def loss(self, x, t):
        return self.layers[-1].forward(self.predict(x), t)

    def backward(self):
        dout = 1
        for layer in reversed(self.layers):
            dout = layer.backward(dout)


@TWO_LAYER_NET.mistake(
    "The first weights have the standard deviation 1: the scores become far too large. Take √(2 / inputs).",
    "처음 가중치의 표준편차가 1이어서 점수가 지나치게 커집니다. √(2 / 입력의 수)로 하십시오.",
)
class StandardNormal(Net):
    def __init__(self, I, H, O, rng):
        self.build(rng.normal(0, 1, (I, H)), np.zeros(H), rng.normal(0, 1, (H, O)), np.zeros(O))


@TWO_LAYER_NET.mistake(
    "2 / inputs is the variance; rng.normal wants the standard deviation, its square root.",
    "2 / (입력의 수)는 분산입니다. rng.normal에는 그 제곱근인 표준편차를 줍니다.",
)
class VarianceForDeviation(Net):
    def __init__(self, I, H, O, rng):
        self.build(rng.normal(0, 2 / I, (I, H)), np.zeros(H), rng.normal(0, 2 / H, (H, O)), np.zeros(O))


@TWO_LAYER_NET.mistake(
    "The standard deviation counts the outputs of each layer; it is the inputs that a unit sums up.",
    "층의 출력의 수로 표준편차를 정했습니다. 유닛이 더하는 것은 입력이므로 입력의 수로 정해야 합니다.",
)
class CountsTheOutputs(Net):
    def __init__(self, I, H, O, rng):
        self.build(
            rng.normal(0, np.sqrt(2 / H), (I, H)), np.zeros(H), rng.normal(0, np.sqrt(2 / O), (H, O)), np.zeros(O)
        )


@TWO_LAYER_NET.mistake(
    "The first weights have the standard deviation 0.01, as in some books; here it is √(2 / inputs).",
    "처음 가중치의 표준편차가 0.01입니다. 그렇게 하는 책도 있지만 여기서는 √(2 / 입력의 수)입니다.",
)
class OneHundredth(Net):
    def __init__(self, I, H, O, rng):
        self.build(0.01 * rng.normal(size=(I, H)), np.zeros(H), 0.01 * rng.normal(size=(H, O)), np.zeros(O))


@TWO_LAYER_NET.mistake(
    "All first weights are 0. Then all hidden units compute the same and learn the same; they must start differently.",
    "처음 가중치가 모두 0입니다. 은닉 유닛이 모두 같은 것을 계산하고 같은 것을 배웁니다. 서로 다르게 시작해야 합니다.",
)
class AllZero(Net):
    def __init__(self, I, H, O, rng):
        self.build(np.zeros((I, H)), np.zeros(H), np.zeros((H, O)), np.zeros(O))


@TWO_LAYER_NET.mistake(
    "The biases are random; they start at 0.",
    "편향이 난수입니다. 편향은 0에서 시작합니다.",
)
class RandomBiases(Net):
    def __init__(self, I, H, O, rng):
        W1, W2 = rng.normal(0, np.sqrt(2 / I), (I, H)), rng.normal(0, np.sqrt(2 / H), (H, O))
        self.build(W1, rng.normal(size=H), W2, rng.normal(size=O))


@TWO_LAYER_NET.mistake(
    "The weights come from NumPy's global generator: with the same rng they differ each time. Draw them from rng.",
    "가중치를 NumPy의 전역 생성기에서 뽑았습니다. 같은 rng를 주어도 매번 다릅니다. rng에서 뽑으십시오.",
)
class GlobalGenerator(Net):
    def __init__(self, I, H, O, rng):
        self.build(
            np.sqrt(2 / I) * np.random.randn(I, H), np.zeros(H), np.sqrt(2 / H) * np.random.randn(H, O), np.zeros(O)
        )


@TWO_LAYER_NET.mistake(
    "The network makes a generator of its own, so all networks start with the same weights. Draw them from rng.",
    "신경망이 난수 생성기를 따로 만들어서 모든 신경망이 같은 가중치로 시작합니다. 인수로 받은 rng에서 뽑으십시오.",
)
class OwnGenerator(Net):
    def __init__(self, I, H, O, rng):
        rng = np.random.default_rng(0)
        W1, W2 = rng.normal(0, np.sqrt(2 / I), (I, H)), rng.normal(0, np.sqrt(2 / H), (H, O))
        self.build(W1, np.zeros(H), W2, np.zeros(O))


@SGD.mistake(
    "p - lr * g makes a new array, and p = ... only gives it a name; the array in params stays as it was. Write "
    "p -= lr * g.",
    "p - lr * g는 새 배열을 만들고 p = ...는 거기에 이름을 붙일 뿐입니다. params의 배열은 그대로입니다. "
    "p -= lr * g로 쓰십시오.",
)
class BindsAName:
    def __init__(self, lr=0.01):
        self.lr = lr

    def update(self, params, grads):
        for p, g in zip(params, grads):
            p = p - self.lr * g


@SGD.mistake(
    "params[i] = ... puts a new array into the list; the layers still hold the old one and learn nothing. "
    "Write params[i] -= lr * g.",
    "params[i] = ...는 리스트에 새 배열을 넣습니다. 층은 예전 배열을 가지고 있어 아무것도 배우지 못합니다. "
    "params[i] -= lr * g로 쓰십시오.",
)
class PutsNewArrays:
    def __init__(self, lr=0.01):
        self.lr = lr

    def update(self, params, grads):
        for i, g in enumerate(grads):
            params[i] = params[i] - self.lr * g


@SGD.mistake(
    "The step goes up: it is added along the gradient. Subtract it.",
    "그래디언트 방향으로 더해서 손실이 커집니다. 빼십시오.",
)
class GoesUp:
    def __init__(self, lr=0.01):
        self.lr = lr

    def update(self, params, grads):
        for p, g in zip(params, grads):
            p += self.lr * g


@SGD.mistake(
    "g *= lr changes the gradients themselves; they belong to the layers. Write p -= lr * g.",
    "g *= lr가 그래디언트 자체를 바꿉니다. 그래디언트는 층의 것입니다. p -= lr * g로 쓰십시오.",
)
class ScalesTheGradient:
    def __init__(self, lr=0.01):
        self.lr = lr

    def update(self, params, grads):
        for p, g in zip(params, grads):
            g *= self.lr
            p -= g


@SGD.mistake(
    "The gradients are set to 0 after the step. Leave them: the next backward writes them anew.",
    "걸음 뒤에 그래디언트를 0으로 만듭니다. 다음 backward가 새로 쓰므로 그대로 두십시오.",
)
class ClearsGradients:
    def __init__(self, lr=0.01):
        self.lr = lr

    def update(self, params, grads):
        for p, g in zip(params, grads):
            p -= self.lr * g
            g[...] = 0


@SGD.mistake(
    "The learning rate is missing: the whole gradient is subtracted.",
    "학습률을 곱하지 않고 그래디언트 전체를 뺐습니다.",
)
class WithoutRate:
    def __init__(self, lr=0.01):
        self.lr = lr

    def update(self, params, grads):
        for p, g in zip(params, grads):
            p -= g


@SGD.mistake(
    "lr is not kept: every optimizer takes 0.01. Write self.lr = lr.",
    "lr를 저장하지 않아 모든 옵티마이저의 학습률이 0.01입니다. self.lr = lr로 쓰십시오.",
)
class AlwaysOneHundredth:
    def __init__(self, lr=0.01):
        self.lr = 0.01

    def update(self, params, grads):
        for p, g in zip(params, grads):
            p -= self.lr * g


@SGD.mistake(
    "lr is kept in the class, so the optimizer that was made last sets it for all. Keep it in the object: self.lr = lr.",
    "lr를 클래스에 저장해서 마지막에 만든 옵티마이저의 값이 모두에게 쓰입니다. self.lr = lr처럼 객체에 저장하십시오.",
)
class RateSharedByAll:
    def __init__(self, lr=0.01):
        RateSharedByAll.lr = lr

    def update(self, params, grads):
        for p, g in zip(params, grads):
            p -= RateSharedByAll.lr * g


@SGD.mistake(
    "Only the first array is changed: the return stands inside the loop.",
    "첫 번째 배열만 바뀝니다. return이 반복문 안에 있습니다.",
)
class OnlyTheFirst:
    def __init__(self, lr=0.01):
        self.lr = lr

    def update(self, params, grads):
        for p, g in zip(params, grads):
            p -= self.lr * g
            return


@SGD.mistake(
    "params and grads are lists, and a list cannot be multiplied by lr, hence a TypeError. Go through both: "
    "for p, g in zip(params, grads).",
    "params와 grads는 리스트이고 리스트에는 lr를 곱할 수 없어 TypeError가 납니다. for p, g in zip(params, grads)로 "
    "하나씩 처리하십시오.",
)
class ListTimesNumber:
    def __init__(self, lr=0.01):
        self.lr = lr

    def update(self, params, grads):
        params -= self.lr * grads
