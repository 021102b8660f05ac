"""u13_cnn: the mistakes that students really make, each with what to look at.

Each is written as a student would write it; the demonstration class is drawn from them. A mistake may use what the
lesson imports and gives: the layers, Adam, accuracy and fit.
"""

import numpy as np
from nnref.affine import Affine
from nnref.convolution import Convolution
from nnref.evaluation import accuracy
from nnref.layers import Relu, SoftmaxWithLoss
from nnref.optimizers import SGD, Adam
from nnref.pooling import Flatten, MaxPooling

from .exercises import FEATURE_MAPS, INIT_LOSS, OVERFIT_SMALL, SHIFT_ACCURACY, SIMPLE_CONV_NET, TRAIN_CNN
from .reference import fit


class Net:
    """A right network; most mistakes differ from it in one place."""

    def __init__(self, shape, K, rng, filters=16, size=3, pad=1, pool=2, hidden=64):
        C, H, W = shape
        D = filters * self.left(H, size, pad, pool) * self.left(W, size, pad, pool)
        self.layers = [
            Convolution.he(C, filters, size, rng, pad=pad),
            Relu(),
            MaxPooling(pool),
            Flatten(),
            Affine.he(D, hidden, rng),
            Relu(),
            Affine(0.01 * rng.standard_normal((hidden, K), np.float32), np.zeros(K, np.float32)),
        ]
        self.last = SoftmaxWithLoss()
        self.collect()

    def left(self, side, size, pad, pool):
        return (side + 2 * pad - size + 1) // pool

    def collect(self):
        self.params, self.grads = [], []
        for layer in self.layers:
            self.params.extend(layer.params)
            self.grads.extend(layer.grads)

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


def softmax(scores):
    e = np.exp(scores - scores.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


@SIMPLE_CONV_NET.mistake(
    "The flattened length is written as a number that fits images of 8×8 and 16 filters only. Work it out from shape, "
    "filters, size, pad and pool.",
    "펼친 길이를 8×8 이미지와 필터 16개에만 맞는 수로 적었습니다. shape, filters, size, pad, pool로 계산하십시오.",
)
class HardCodedLength(Net):
    def __init__(self, shape, K, rng, filters=16, size=3, pad=1, pool=2, hidden=64):
        super().__init__(shape, K, rng, filters, size, pad, pool, hidden)
        self.layers[4] = Affine.he(256, hidden, rng)
        self.collect()


@SIMPLE_CONV_NET.mistake(
    "The pooling is taken to halve the image, whatever pool says: divide by pool.",
    "pool이 무엇이든 이미지가 반으로 준다고 보았습니다. pool로 나누십시오.",
)
class AlwaysHalved(Net):
    def left(self, side, size, pad, pool):
        return (side + 2 * pad - size + 1) // 2


@SIMPLE_CONV_NET.mistake(
    "The length is worked out from the size of the image, as if the convolution left it as it is. It leaves "
    "H + 2 pad - size + 1 rows.",
    "합성곱이 이미지의 크기를 그대로 둔다고 보고 길이를 계산했습니다. 합성곱을 지나면 H + 2 pad - size + 1행이 남습니다.",
)
class ConvolutionKeepsSize(Net):
    def left(self, side, size, pad, pool):
        return side // pool


@SIMPLE_CONV_NET.mistake(
    "The + 1 is missing: a filter of 3 pixels fits into 5 at 5 - 3 + 1 = 3 places.",
    "+ 1이 빠졌습니다. 5칸에 3칸짜리 필터가 들어가는 자리는 5 - 3 + 1 = 3개입니다.",
)
class OnePlaceMissing(Net):
    def left(self, side, size, pad, pool):
        return (side + 2 * pad - size) // pool


@SIMPLE_CONV_NET.mistake(
    "The padding counts once here; it lies on both sides: + 2 * pad.",
    "패딩을 한 번만 더했습니다. 패딩은 양쪽에 있으므로 + 2 * pad입니다.",
)
class PaddedOnce(Net):
    def left(self, side, size, pad, pool):
        return (side + pad - size + 1) // pool


@SIMPLE_CONV_NET.mistake(
    "The height is used for the width too: images need not be square.",
    "너비에도 높이를 썼습니다. 이미지는 정사각형이 아닐 수도 있습니다.",
)
class SquareOnly(Net):
    def __init__(self, shape, K, rng, filters=16, size=3, pad=1, pool=2, hidden=64):
        super().__init__(shape, K, rng, filters, size, pad, pool, hidden)
        H = (shape[1] + 2 * pad - size + 1) // pool
        self.layers[4] = Affine.he(filters * H * H, hidden, rng)
        self.collect()


@SIMPLE_CONV_NET.mistake(
    "The flattened length counts the channels of the image; after the convolution there are as many channels as filters.",
    "펼친 길이에 이미지의 채널 수를 곱했습니다. 합성곱을 지나면 채널의 수는 필터의 수와 같습니다.",
)
class ChannelsOfTheImage(Net):
    def __init__(self, shape, K, rng, filters=16, size=3, pad=1, pool=2, hidden=64):
        super().__init__(shape, K, rng, filters, size, pad, pool, hidden)
        H, W = (self.left(side, size, pad, pool) for side in shape[1:])
        self.layers[4] = Affine.he(shape[0] * H * W, hidden, rng)
        self.collect()


@SIMPLE_CONV_NET.mistake(
    "The settings are ignored: the layers are made with 3×3, pad 1 and pooling 2, whatever was asked for.",
    "설정을 쓰지 않았습니다. 무엇을 넘겨도 3×3, 패딩 1, 풀링 2로 층을 만듭니다.",
)
class SettingsIgnored(Net):
    def __init__(self, shape, K, rng, filters=16, size=3, pad=1, pool=2, hidden=64):
        super().__init__(shape, K, rng, filters, hidden=hidden)


@SIMPLE_CONV_NET.mistake(
    "pad is not handed to the convolution, so it pads nothing, while the flattened length counts the padding: pad=pad.",
    "합성곱에 pad를 넘기지 않아 패딩이 없는데, 펼친 길이는 패딩을 넣어 계산했습니다. pad=pad를 넘기십시오.",
)
class PaddingNotPassed(Net):
    def __init__(self, shape, K, rng, filters=16, size=3, pad=1, pool=2, hidden=64):
        super().__init__(shape, K, rng, filters, size, pad, pool, hidden)
        self.layers[0] = Convolution.he(shape[0], filters, size, rng)
        self.collect()


@SIMPLE_CONV_NET.mistake(
    "The pooling layer is always MaxPooling(2); the side of its windows is pool.",
    "풀링 층이 언제나 MaxPooling(2)입니다. 윈도우의 한 변은 pool입니다.",
)
class PoolingOfTwo(Net):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.layers[2] = MaxPooling(2)


@SIMPLE_CONV_NET.mistake(
    "/ gives a fraction or a float such as 4.0; the number of rows is whole: // pool.",
    "/는 4.0 같은 실수나 소수를 냅니다. 행의 수는 정수이므로 // pool로 나누십시오.",
)
class FloatLength(Net):
    def left(self, side, size, pad, pool):
        return (side + 2 * pad - size + 1) / pool


@SIMPLE_CONV_NET.mistake(
    "The rest is rounded up (math.ceil); pooling leaves it out: //.",
    "나머지를 올렸습니다. 풀링은 버립니다. //를 쓰십시오.",
)
class RestRoundedUp(Net):
    def left(self, side, size, pad, pool):
        return int(np.ceil((side + 2 * pad - size + 1) / pool))


@SIMPLE_CONV_NET.mistake(
    "The rest is rounded (round), now up and now down; pooling leaves it out: //.",
    "나머지를 반올림했습니다(round). 풀링은 버립니다. //를 쓰십시오.",
)
class RestRounded(Net):
    def left(self, side, size, pad, pool):
        return round((side + 2 * pad - size + 1) / pool)


@SIMPLE_CONV_NET.mistake(
    "The last layer always gives 10 scores; it gives K, one for each class.",
    "마지막 층이 언제나 점수 10개를 냅니다. 클래스마다 하나씩 K개여야 합니다.",
)
class TenClasses(Net):
    def __init__(self, shape, K, rng, *args, **kwargs):
        super().__init__(shape, 10, rng, *args, **kwargs)


@SIMPLE_CONV_NET.mistake(
    "One Relu object stands in the list twice: its second forward overwrites what backward needs from the first. Make two.",
    "Relu 객체 하나가 리스트에 두 번 들어 있습니다. 둘째 forward가 첫째 것을 덮어써서 backward가 틀립니다. 둘을 만드십시오.",
)
class OneReluTwice(Net):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.layers[5] = self.layers[1]


@SIMPLE_CONV_NET.mistake(
    "SoftmaxWithLoss stands in layers, where predict calls it without labels: keep it beside the list.",
    "SoftmaxWithLoss가 layers에 들어 있어 predict가 레이블 없이 부릅니다. 리스트 밖에 따로 두십시오.",
)
class LossInTheList(Net):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.layers.append(self.last)


@SIMPLE_CONV_NET.mistake(
    "predict applies the softmax, and SoftmaxWithLoss then applies it again. predict returns the scores as they are.",
    "predict에서 소프트맥스를 적용하고 SoftmaxWithLoss에서 또 적용합니다. predict는 점수를 그대로 반환합니다.",
)
class SoftmaxTwice(Net):
    def predict(self, x):
        return softmax(super().predict(x))


@SIMPLE_CONV_NET.mistake(
    "A ReLU follows the last affine layer, so that no score is negative. The scores are what that layer gives.",
    "마지막 아핀 계층 뒤에 ReLU를 두어서 음수 점수가 사라졌습니다. 점수는 마지막 층의 출력 그대로입니다.",
)
class ReluAtTheEnd(Net):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.layers.append(Relu())


@SIMPLE_CONV_NET.mistake(
    "The ReLU between the two affine layers is missing: without it they are no more than one.",
    "두 아핀 계층 사이에 ReLU가 없습니다. 그러면 두 층은 한 층과 다를 바 없습니다.",
)
class ReluMissing(Net):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        del self.layers[5]


@SIMPLE_CONV_NET.mistake(
    "The ReLU after the convolution is missing.",
    "합성곱 뒤에 ReLU가 없습니다.",
)
class FirstReluMissing(Net):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        del self.layers[1]


@SIMPLE_CONV_NET.mistake(
    "params holds copies: an optimizer changes them, but the layers never notice. Put the arrays of the layers themselves "
    "into the list.",
    "params에 복사본이 들어 있습니다. 옵티마이저가 그것을 바꾸어도 층은 그대로입니다. 층의 배열 자체를 리스트에 넣으십시오.",
)
class ParamsCopied(Net):
    def collect(self):
        self.params = [p.copy() for layer in self.layers for p in layer.params]
        self.grads = [g for layer in self.layers for g in layer.grads]


@SIMPLE_CONV_NET.mistake(
    "After backward all gradients are 0: the gradient is not sent back through the layers.",
    "backward 뒤에도 그래디언트가 모두 0입니다. 층을 거슬러 보내지 않았습니다.",
)
class NotSentBack(Net):
    def backward(self):
        return self.last.backward()


@SIMPLE_CONV_NET.mistake(
    "grads holds copies, so it stays 0: backward fills the arrays of the layers. Put those arrays themselves into the list.",
    "grads에 복사본이 들어 있어 늘 0입니다. backward는 층의 배열을 채웁니다. 층의 배열 자체를 리스트에 넣으십시오.",
)
class GradsCopied(Net):
    def collect(self):
        self.params = [p for layer in self.layers for p in layer.params]
        self.grads = [np.zeros_like(g) for layer in self.layers for g in layer.grads]


@SIMPLE_CONV_NET.mistake(
    "params is a list of lists, one for each layer: extend, not append, so that it holds six arrays.",
    "params가 층마다 하나씩인 리스트의 리스트입니다. append가 아니라 extend를 써서 배열 여섯 개를 넣으십시오.",
)
class ListOfLists(Net):
    def collect(self):
        self.params, self.grads = [], []
        for layer in self.layers:
            self.params.append(layer.params)
            self.grads.append(layer.grads)


@SIMPLE_CONV_NET.mistake(
    "Only the affine layers are in params: the filters are never learnt.",
    "params에 아핀 계층만 들어 있습니다. 필터는 학습되지 않습니다.",
)
class FiltersNotListed(Net):
    def collect(self):
        self.params = [p for layer in self.layers[4:] for p in layer.params]
        self.grads = [g for layer in self.layers[4:] for g in layer.grads]


@SIMPLE_CONV_NET.mistake(
    "backward goes through the layers from front to back; the gradient comes from the loss and meets the last layer first.",
    "backward에서 층을 앞에서 뒤로 지납니다. 그래디언트는 손실에서 오므로 마지막 층부터 거꾸로 지나야 합니다.",
)
class BackwardForwards(Net):
    def backward(self):
        dout = self.last.backward()
        for layer in self.layers:
            dout = layer.backward(dout)


@SIMPLE_CONV_NET.mistake(
    "self.layers.reverse() turns the list itself, so that the next predict runs backwards: reversed(self.layers).",
    "self.layers.reverse()는 리스트 자체를 뒤집으므로 다음 predict가 거꾸로 갑니다. reversed(self.layers)를 쓰십시오.",
)
class ListReversed(Net):
    def backward(self):
        dout = self.last.backward()
        self.layers.reverse()
        for layer in self.layers:
            dout = layer.backward(dout)


@SIMPLE_CONV_NET.mistake(
    "backward stops at the affine layers: the convolution never gets its gradient. Go through all layers.",
    "backward가 아핀 계층에서 끝나서 합성곱에 그래디언트가 가지 않습니다. 모든 층을 지나야 합니다.",
)
class BackwardStops(Net):
    def backward(self):
        dout = self.last.backward()
        for layer in reversed(self.layers[4:]):
            dout = layer.backward(dout)


@SIMPLE_CONV_NET.mistake(
    "Every layer gets the gradient of the loss itself; hand on what the layer behind it returned.",
    "모든 층에 손실의 그래디언트를 그대로 넣었습니다. 뒤 층이 반환한 것을 앞 층에 넘겨야 합니다.",
)
class NotHandedOn(Net):
    def backward(self):
        dout = self.last.backward()
        for layer in reversed(self.layers):
            layer.backward(dout)


@SIMPLE_CONV_NET.mistake(
    "The last layer starts with weights as large as those of the others; times 0.01, all scores are near 0 at first.",
    "마지막 층의 가중치가 다른 층처럼 큽니다. 0.01을 곱해야 처음 점수가 모두 0에 가깝습니다.",
)
class LargeLastLayer(Net):
    def __init__(self, shape, K, rng, filters=16, size=3, pad=1, pool=2, hidden=64):
        super().__init__(shape, K, rng, filters, size, pad, pool, hidden)
        self.layers[6] = Affine.he(hidden, K, rng)
        self.collect()


@SIMPLE_CONV_NET.mistake(
    "All weights start at 0.01 N(0, 1). The convolution and the first affine layer want √(2 / inputs): unit u09.",
    "모든 가중치를 0.01 N(0, 1)로 뽑았습니다. 합성곱과 첫 아핀 계층의 표준편차는 √(2 / 입력의 수)입니다(u09).",
)
class SmallEverywhere(Net):
    def __init__(self, shape, K, rng, filters=16, size=3, pad=1, pool=2, hidden=64):
        super().__init__(shape, K, rng, filters, size, pad, pool, hidden)
        for p in self.params:
            p[...] = 0.01 * rng.standard_normal(p.shape) if p.ndim > 1 else 0


@SIMPLE_CONV_NET.mistake(
    "A generator with a fixed seed is made inside, so that every network starts alike. Take the rng that is handed in.",
    "안에서 시드가 고정된 난수 생성기를 새로 만들어서 모든 신경망이 똑같이 시작합니다. 넘겨받은 rng를 쓰십시오.",
)
class OwnSeed(Net):
    def __init__(self, shape, K, rng, *args, **kwargs):
        super().__init__(shape, K, np.random.default_rng(0), *args, **kwargs)


@INIT_LOSS.mistake(
    "The loss is not measured: log K is returned for both. A network whose scores start too large has another loss, and "
    "that is what this test should show.",
    "손실을 재지 않고 둘 다 log K를 반환합니다. 점수가 너무 크게 시작하는 신경망은 손실이 다르고, 그것을 알아내려고 하는 "
    "시험입니다.",
)
def loss_not_measured(model, X, y):
    expected = float(np.log(model.predict(X).shape[1]))
    return expected, expected


@INIT_LOSS.mistake(
    "log 10 holds for ten classes only; take the number of scores that the model gives to a sample.",
    "log 10은 클래스가 열 개일 때만 맞습니다. 모델이 샘플 하나에 주는 점수의 개수를 쓰십시오.",
)
def always_log_10(model, X, y):
    return model.loss(X, y), np.log(10)


@INIT_LOSS.mistake(
    "K is taken from the labels: where the last class does not occur, it comes out too small.",
    "K를 레이블에서 구했습니다. 마지막 클래스가 나오지 않으면 너무 작아집니다.",
)
def classes_of_labels(model, X, y):
    return model.loss(X, y), np.log(y.max() + 1)


@INIT_LOSS.mistake(
    "log N, the number of samples, is returned; the scores have the shape (N, K), so K is shape[1].",
    "샘플 수 N으로 log N을 구했습니다. 점수의 shape은 (N, K)이므로 K는 shape[1]입니다.",
)
def log_of_samples(model, X, y):
    return model.loss(X, y), np.log(len(X))


@INIT_LOSS.mistake(
    "The logarithm to the base 2: the cross entropy of this course takes the natural logarithm, np.log.",
    "밑이 2인 로그입니다. 이 강의의 교차 엔트로피는 자연로그 np.log를 씁니다.",
)
def base_2(model, X, y):
    return model.loss(X, y), np.log2(model.predict(X).shape[1])


@INIT_LOSS.mistake(
    "The minus sign: log K is positive, since K is larger than 1. What is negative is log(1 / K).",
    "부호가 다릅니다. K가 1보다 크므로 log K는 양수입니다. 음수인 것은 log(1 / K)입니다.",
)
def negative(model, X, y):
    return model.loss(X, y), np.log(1 / model.predict(X).shape[1])


@INIT_LOSS.mistake(
    "The two results are exchanged: first the measured loss, then log K.",
    "두 결과의 순서가 바뀌었습니다. 잰 손실이 먼저이고 log K가 다음입니다.",
)
def results_exchanged(model, X, y):
    return np.log(model.predict(X).shape[1]), model.loss(X, y)


@INIT_LOSS.mistake(
    "A step of training comes first, so this is not the loss at the start.",
    "학습을 한 걸음 한 다음에 쟀습니다. 처음의 손실이 아닙니다.",
)
def trained_first(model, X, y):
    model.loss(X, y)
    model.backward()
    SGD(0.1).update(model.params, model.grads)
    return model.loss(X, y), np.log(model.predict(X).shape[1])


@INIT_LOSS.mistake(
    "The losses of the samples are added up; the loss is their mean.",
    "샘플의 손실을 더하기만 했습니다. 손실은 그 평균입니다.",
)
def summed(model, X, y):
    return model.loss(X, y) * len(X), np.log(model.predict(X).shape[1])


def learn(model, X, y, optimizer, steps):
    losses = []
    for _ in range(steps):
        losses.append(model.loss(X, y))
        model.backward()
        optimizer.update(model.params, model.grads)
    return losses


def put_back(model, start):
    for p, kept in zip(model.params, start, strict=True):
        p[...] = kept


@OVERFIT_SMALL.mistake(
    "The model stays as it was trained. Keep copies, p.copy() (a list of the same arrays is none), and write the numbers "
    "back into the arrays, p[...] = kept (p = kept only gives the name p another array).",
    "모델이 학습된 채로 남습니다. p.copy()로 복사본을 보관했다가(같은 배열이 든 리스트는 복사본이 아닙니다), p[...] = kept로 "
    "배열 안에 되돌려 쓰십시오(p = kept는 p라는 이름만 다른 배열로 바꿉니다).",
)
def no_reset(model, X, y, optimizer, n, steps):
    losses = learn(model, X[:n], y[:n], optimizer, steps)
    return losses, accuracy(model, X[:n], y[:n])


@OVERFIT_SMALL.mistake(
    "model.params = start gives the list new arrays, but the layers keep theirs. Write into the arrays: p[...] = kept.",
    "model.params = start는 리스트만 바꾸고 층의 배열은 그대로입니다. p[...] = kept처럼 배열 안에 쓰십시오.",
)
def list_replaced(model, X, y, optimizer, n, steps):
    start = [p.copy() for p in model.params]
    losses = learn(model, X[:n], y[:n], optimizer, steps)
    share = accuracy(model, X[:n], y[:n])
    model.params = start
    return losses, share


@OVERFIT_SMALL.mistake(
    "The accuracy is measured on all of X, most of which the model has never seen. Measure on the n samples that it learnt.",
    "정확도를 X 전체에서 쟀는데, 대부분은 모델이 본 적 없는 샘플입니다. 배운 n개에서 재십시오.",
)
def measured_on_all(model, X, y, optimizer, n, steps):
    start = [p.copy() for p in model.params]
    losses = learn(model, X[:n], y[:n], optimizer, steps)
    share = accuracy(model, X, y)
    put_back(model, start)
    return losses, share


@OVERFIT_SMALL.mistake(
    "The accuracy is measured on the other samples, X[n:]. This test asks whether the model can learn these n by heart.",
    "정확도를 다른 샘플 X[n:]에서 쟀습니다. 이 시험은 모델이 n개를 외울 수 있는지를 묻습니다.",
)
def measured_on_others(model, X, y, optimizer, n, steps):
    start = [p.copy() for p in model.params]
    losses = learn(model, X[:n], y[:n], optimizer, steps)
    share = accuracy(model, X[n:], y[n:])
    put_back(model, start)
    return losses, share


@OVERFIT_SMALL.mistake(
    "The accuracy is measured after the numbers were put back, so it is that of the untrained model. Measure first.",
    "수를 되돌려 놓은 다음에 정확도를 재서, 학습하지 않은 모델의 정확도가 나옵니다. 먼저 재십시오.",
)
def measured_after_reset(model, X, y, optimizer, n, steps):
    start = [p.copy() for p in model.params]
    losses = learn(model, X[:n], y[:n], optimizer, steps)
    put_back(model, start)
    return losses, accuracy(model, X[:n], y[:n])


@OVERFIT_SMALL.mistake(
    "The accuracy is that before the last update, or the best on the way. Measure when all steps are done.",
    "마지막 갱신 전의 정확도이거나 도중에 가장 높았던 정확도입니다. 모든 걸음이 끝난 다음에 재십시오.",
)
def measured_before_the_last_step(model, X, y, optimizer, n, steps):
    start, losses = [p.copy() for p in model.params], []
    for _ in range(steps):
        losses.append(model.loss(X[:n], y[:n]))
        share = accuracy(model, X[:n], y[:n])
        model.backward()
        optimizer.update(model.params, model.grads)
    put_back(model, start)
    return losses, share


@OVERFIT_SMALL.mistake(
    "All samples are learnt, not the first n: a few are enough for this test, X[:n] and y[:n].",
    "처음 n개가 아니라 모든 샘플을 학습합니다. 이 시험에는 X[:n]과 y[:n]이면 됩니다.",
)
def all_samples(model, X, y, optimizer, n, steps):
    start = [p.copy() for p in model.params]
    losses = learn(model, X, y, optimizer, steps)
    share = accuracy(model, X, y)
    put_back(model, start)
    return losses, share


@OVERFIT_SMALL.mistake(
    "The loss is noted after the step; note it before, so that the list starts with the loss of the untrained model.",
    "걸음을 간 다음에 손실을 적었습니다. 가기 전에 적어서, 학습하지 않은 모델의 손실로 시작해야 합니다.",
)
def loss_after_step(model, X, y, optimizer, n, steps):
    start, losses = [p.copy() for p in model.params], []
    for _ in range(steps):
        model.loss(X[:n], y[:n])
        model.backward()
        optimizer.update(model.params, model.grads)
        losses.append(model.loss(X[:n], y[:n]))
    share = accuracy(model, X[:n], y[:n])
    put_back(model, start)
    return losses, share


@OVERFIT_SMALL.mistake(
    "All losses are the same: each step needs backward before update, else the gradients are 0; and the numbers are put "
    "back only after the last step.",
    "손실이 모두 같습니다. 걸음마다 update 전에 backward를 불러야 합니다. 부르지 않으면 그래디언트가 0입니다. "
    "처음 수는 마지막 걸음이 끝난 뒤에만 되돌려 놓습니다.",
)
def no_backward(model, X, y, optimizer, n, steps):
    losses = []
    for _ in range(steps):
        losses.append(model.loss(X[:n], y[:n]))
        optimizer.update(model.params, model.grads)
    return losses, accuracy(model, X[:n], y[:n])


@OVERFIT_SMALL.mistake(
    "Only one step is taken from the start: update stands behind the loop, or the numbers are put back inside it. Each of the "
    "steps needs loss, backward and update, and the numbers are put back when all are done.",
    "처음에서 한 걸음만 갑니다. update가 반복문 밖에 있거나, 되돌리는 부분이 반복문 안에 있습니다. 걸음마다 loss, backward, update가 "
    "모두 있어야 하고, 되돌리는 것은 반복문이 끝난 뒤입니다.",
)
def update_after_the_loop(model, X, y, optimizer, n, steps):
    start, losses = [p.copy() for p in model.params], []
    for _ in range(steps):
        losses.append(model.loss(X[:n], y[:n]))
        model.backward()
    optimizer.update(model.params, model.grads)
    share = accuracy(model, X[:n], y[:n])
    put_back(model, start)
    return losses, share


@OVERFIT_SMALL.mistake(
    "Only the last loss is returned; return the list of all.",
    "마지막 손실만 반환합니다. 모든 손실의 리스트를 반환하십시오.",
)
def last_loss_only(model, X, y, optimizer, n, steps):
    start = [p.copy() for p in model.params]
    losses = learn(model, X[:n], y[:n], optimizer, steps)
    share = accuracy(model, X[:n], y[:n])
    put_back(model, start)
    return losses[-1], share


@OVERFIT_SMALL.mistake(
    "There is one loss too many: the list holds one for each step, taken before its update.",
    "손실이 하나 더 들어 있습니다. 걸음마다 하나씩, 갱신하기 전의 손실만 적습니다.",
)
def one_step_more(model, X, y, optimizer, n, steps):
    start = [p.copy() for p in model.params]
    losses = learn(model, X[:n], y[:n], optimizer, steps)
    losses.append(model.loss(X[:n], y[:n]))
    share = accuracy(model, X[:n], y[:n])
    put_back(model, start)
    return losses, share


@TRAIN_CNN.mistake(
    "The model is returned untrained.",
    "학습하지 않은 모델을 반환합니다.",
    named=False,
)
def not_trained(X, y, rng):
    return Net(X.shape[1:], 10, rng)


@TRAIN_CNN.mistake(
    "The learning rate is far too small: after a few epochs the network is hardly better than at the start.",
    "학습률이 너무 작습니다. 몇 에폭이 지나도 처음과 거의 같습니다.",
    named=False,
)
def rate_too_small(X, y, rng):
    model = Net(X.shape[1:], 10, rng)
    fit(model, Adam(0.00001), X, y, 2, 50, rng)
    return model


@TRAIN_CNN.mistake(
    "The learning rate is far too large: the loss does not fall.",
    "학습률이 너무 커서 손실이 줄지 않습니다.",
    named=False,
)
def rate_too_large(X, y, rng):
    model = Net(X.shape[1:], 10, rng)
    fit(model, Adam(1.0), X, y, 2, 50, rng)
    return model


@TRAIN_CNN.mistake(
    "Only the first hundred images are learnt.",
    "처음 백 장만 학습합니다.",
    named=False,
)
def few_images(X, y, rng):
    model = Net(X.shape[1:], 10, rng)
    fit(model, Adam(0.003), X[:100], y[:100], 10, 50, rng)
    return model


@TRAIN_CNN.mistake(
    "One epoch is not enough for so few images.",
    "이미지가 이렇게 적을 때는 한 에폭으로 모자랍니다.",
    named=False,
)
def one_epoch(X, y, rng):
    model = Net(X.shape[1:], 10, rng)
    fit(model, Adam(0.001), X, y, 1, 50, rng)
    return model


@TRAIN_CNN.mistake(
    "The images are shuffled and the labels are not, so that each image is learnt with the label of another.",
    "이미지만 섞고 레이블은 섞지 않아서, 이미지마다 다른 이미지의 레이블을 배웁니다.",
    named=False,
)
def labels_apart(X, y, rng):
    model = Net(X.shape[1:], 10, rng)
    fit(model, Adam(0.005), rng.permutation(X), y, 2, 50, rng)
    return model


@TRAIN_CNN.mistake(
    "Nothing is returned: end with return model.",
    "아무것도 반환하지 않습니다. return model로 끝내십시오.",
)
def nothing_returned(X, y, rng):
    model = Net(X.shape[1:], 10, rng)
    fit(model, Adam(0.005), X[:100], y[:100], 1, 50, rng)


@FEATURE_MAPS.mistake(
    "The maps are taken after the ReLU, one layer too far: every negative number is gone.",
    "한 층 더 간 ReLU 뒤의 맵입니다. 음수가 모두 사라졌습니다.",
)
def after_the_relu(model, x, layer):
    for step in model.layers[: layer + 2]:
        x = step.forward(x)
    return x


@FEATURE_MAPS.mistake(
    "The layer itself is left out: [:layer] ends before it, [: layer + 1] holds it.",
    "그 층 자체가 빠졌습니다. [:layer]는 그 앞에서 끝나고 [: layer + 1]에는 그 층까지 들어 있습니다.",
)
def one_layer_short(model, x, layer):
    for step in model.layers[:layer]:
        x = step.forward(x)
    return x


@FEATURE_MAPS.mistake(
    "The maps of the first image only: the batch axis stays, (N, F, OH, OW), also for a single image.",
    "첫 이미지의 맵뿐입니다. 이미지가 하나여도 배치 축을 남겨 (N, F, OH, OW)로 반환하십시오.",
)
def first_image_only(model, x, layer):
    for step in model.layers[: layer + 1]:
        x = step.forward(x)
    return x[0]


@FEATURE_MAPS.mistake(
    "The axis of length 1 is dropped by squeeze: for a single image the result still has four axes.",
    "squeeze가 길이 1인 축을 없앴습니다. 이미지가 하나여도 결과의 축은 네 개입니다.",
)
def squeezed(model, x, layer):
    for step in model.layers[: layer + 1]:
        x = step.forward(x)
    return np.squeeze(x)


@FEATURE_MAPS.mistake(
    "The layer gets the image itself. That is right for layer 0 only; a layer further in gets what those before it made.",
    "그 층에 이미지를 바로 넣었습니다. 0번 층에서만 맞습니다. 안쪽 층은 앞 층들을 지난 것을 입력으로 받습니다.",
)
def image_straight_in(model, x, layer):
    return model.layers[layer].forward(x)


@FEATURE_MAPS.mistake(
    "These are the filters, the numbers in the layer. Feature maps are what comes out when an image goes through it.",
    "이것은 층에 든 수, 곧 필터입니다. 특징 맵은 이미지가 층을 지났을 때 나오는 것입니다.",
)
def filters_instead(model, x, layer):
    return model.layers[layer].params[0]


@FEATURE_MAPS.mistake(
    "The whole network is run; stop after the layer that was asked for.",
    "신경망 전체를 지났습니다. 지정한 층에서 멈추십시오.",
)
def whole_network(model, x, layer):
    for step in model.layers:
        x = step.forward(x)
    return x


@FEATURE_MAPS.mistake(
    "The maps are averaged over the filters; each filter has a map of its own.",
    "필터끼리 평균을 냈습니다. 필터마다 맵이 따로 있습니다.",
)
def averaged(model, x, layer):
    for step in model.layers[: layer + 1]:
        x = step.forward(x)
    return x.mean(axis=1)


def moved(X, dx, dy):
    out = np.zeros_like(X)
    H, W = X.shape[2:]
    for i in range(max(0, dy), min(H, H + dy)):
        for j in range(max(0, dx), min(W, W + dx)):
            out[:, :, i, j] = X[:, :, i - dy, j - dx]
    return out


def share_of(model, X, y):
    return np.mean(model.predict(X).argmax(axis=1) == y)


@SHIFT_ACCURACY.mistake(
    "np.roll lets what leaves on one side come in again on the other. There should be zeros.",
    "np.roll은 한쪽으로 나간 것을 반대쪽에서 다시 들여옵니다. 그 자리는 0이어야 합니다.",
    subject="shift_images",
)
def wraps_around(X, dx, dy):
    return np.roll(X, (dy, dx), axis=(2, 3))


@SHIFT_ACCURACY.mistake(
    "The images move the wrong way: dx > 0 is to the right, dy > 0 down, so out[i, j] = X[i - dy, j - dx].",
    "반대쪽으로 움직입니다. dx > 0이면 오른쪽, dy > 0이면 아래이므로 out[i, j] = X[i - dy, j - dx]입니다.",
    subject="shift_images",
)
def other_way(X, dx, dy):
    return moved(X, -dx, -dy)


@SHIFT_ACCURACY.mistake(
    "dx and dy are exchanged: dx moves along the columns, the last axis, dy along the rows, axis 2.",
    "dx와 dy가 바뀌었습니다. dx는 마지막 축인 열 방향으로, dy는 축 2인 행 방향으로 옮깁니다.",
    subject="shift_images",
)
def axes_exchanged(X, dx, dy):
    return moved(X, dy, dx)


@SHIFT_ACCURACY.mistake(
    "Only shifts to the right and down are handled. For a negative dx the columns from -dx on move to the front.",
    "오른쪽과 아래로 옮기는 경우만 있습니다. dx가 음수이면 -dx번 열부터가 앞으로 옵니다.",
    subject="shift_images",
)
def positive_only(X, dx, dy):
    out = np.zeros_like(X)
    H, W = X.shape[2:]
    out[:, :, max(dy, 0) :, max(dx, 0) :] = X[:, :, : H - max(dy, 0), : W - max(dx, 0)]
    return out


@SHIFT_ACCURACY.mistake(
    "X itself is changed: the caller's images are gone. Write into a new array.",
    "X 자체를 바꾸어서 호출한 쪽의 이미지가 사라집니다. 새 배열에 쓰십시오.",
    subject="shift_images",
)
def changes_X(X, dx, dy):
    X[...] = moved(X, dx, dy)
    return X


@SHIFT_ACCURACY.mistake(
    "The last row or column comes in again and again at the border; there should be zeros.",
    "테두리의 행이나 열이 되풀이되어 들어옵니다. 그 자리는 0이어야 합니다.",
    subject="shift_images",
)
def edge_repeated(X, dx, dy):
    H, W = X.shape[2:]
    rows = np.clip(np.arange(H) - dy, 0, H - 1)
    columns = np.clip(np.arange(W) - dx, 0, W - 1)
    return X[:, :, rows][:, :, :, columns]


@SHIFT_ACCURACY.mistake(
    "A negative index counts from the end in Python, so pixels of the other side come in: ask for 0 <= i - dy too.",
    "파이썬에서 음수 인덱스는 끝에서부터 세므로 반대쪽 픽셀이 들어옵니다. 0 <= i - dy인지도 확인하십시오.",
    subject="shift_images",
)
def negative_indices(X, dx, dy):
    out = np.zeros_like(X)
    H, W = X.shape[2:]
    for i in range(H):
        for j in range(W):
            if -H <= i - dy < H and -W <= j - dx < W:
                out[:, :, i, j] = X[:, :, i - dy, j - dx]
    return out


@SHIFT_ACCURACY.mistake(
    "With dx = 0 the slice [:-0] is empty, so that nothing is copied. Use the end W - dx instead of -dx.",
    "dx = 0이면 [:-0]은 빈 조각이어서 아무것도 복사되지 않습니다. 끝을 -dx 대신 W - dx로 쓰십시오.",
    subject="shift_images",
)
def empty_slice(X, dx, dy):
    out = np.zeros_like(X)
    for axis, d in ((2, dy), (3, dx)):
        source, out = np.moveaxis(X if axis == 2 else out, axis, 0), np.zeros_like(X)
        target = np.moveaxis(out, axis, 0)
        if d >= 0:
            target[d:] = source[:-d] if source[:-d].shape == target[d:].shape else 0
        else:
            target[:d] = source[-d:]
    return out


@SHIFT_ACCURACY.mistake(
    "The accuracy is that of the images as they are: hand the shifted ones to the model.",
    "옮기지 않은 이미지의 정확도입니다. 옮긴 이미지를 모델에 넣으십시오.",
    subject="shift_accuracy",
)
def not_shifted(model, X, y, dx, dy):
    return share_of(model, X, y)


@SHIFT_ACCURACY.mistake(
    "The number of right answers, not their share: divide by N.",
    "맞힌 비율이 아니라 개수입니다. N으로 나누십시오.",
    subject="shift_accuracy",
)
def counted(model, X, y, dx, dy):
    return np.sum(model.predict(moved(X, dx, dy)).argmax(axis=1) == y)


@SHIFT_ACCURACY.mistake(
    "dx and dy are handed over in the wrong order.",
    "dx와 dy를 넘기는 순서가 바뀌었습니다.",
    subject="shift_accuracy",
)
def handed_over_exchanged(model, X, y, dx, dy):
    return share_of(model, moved(X, dy, dx), y)


@SHIFT_ACCURACY.mistake(
    "The share of wrong answers, not of right ones.",
    "맞힌 비율이 아니라 틀린 비율입니다.",
    subject="shift_accuracy",
)
def error_rate(model, X, y, dx, dy):
    return 1 - share_of(model, moved(X, dx, dy), y)


@SHIFT_ACCURACY.mistake(
    "argmax runs over the samples, axis 0; each row holds the scores of one sample: axis=1.",
    "argmax가 샘플 방향인 축 0을 따라 구합니다. 행 하나가 샘플 하나의 점수이므로 axis=1입니다.",
    subject="shift_accuracy",
)
def along_samples(model, X, y, dx, dy):
    best = model.predict(moved(X, dx, dy)).argmax(axis=0)
    return np.mean([label in best for label in y])


@SHIFT_ACCURACY.mistake(
    "X is moved in place before it is measured: afterwards the caller has other images.",
    "정확도를 재기 전에 X 자체를 옮겨 버려서, 호출한 쪽의 이미지가 바뀝니다.",
    subject="shift_accuracy",
)
def moves_the_callers(model, X, y, dx, dy):
    X[...] = moved(X, dx, dy)
    return share_of(model, X, y)
