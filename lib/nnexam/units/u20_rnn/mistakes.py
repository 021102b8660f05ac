"""u20_rnn: the mistakes that students really make, each with what to look at.

Each is written as a student would write it; the demonstration class is drawn from them.
"""

import numpy as np

from .exercises import CLIP_GRADS, GRADIENT_NORMS, RNN_BACKWARD, RNN_CELL, RNN_FORWARD, TIME_RNN


class Cell:
    """What the wrong cells have in common with the right one."""

    def __init__(self, Wx, Wh, b):
        self.params = [Wx, Wh, b]
        self.grads = [np.zeros_like(Wx), np.zeros_like(Wh), np.zeros_like(b)]

    def forward(self, x, h):
        Wx, Wh, b = self.params
        self.x, self.h, self.h_next = x, h, np.tanh(x @ Wx + h @ Wh + b)
        return self.h_next

    def fill(self, da):
        self.grads[0][...] = self.x.T @ da
        self.grads[1][...] = self.h.T @ da
        self.grads[2][...] = da.sum(axis=0)

    def backward(self, dh_next):
        Wx, Wh, b = self.params
        da = dh_next * (1 - self.h_next**2)
        self.fill(da)
        return da @ Wx.T, da @ Wh.T


@RNN_CELL.mistake(
    "The slope is taken at the state before: it is 1 - h_next², with the state that forward returned, not 1 - h².",
    "이전 상태로 기울기를 구했습니다. 1 - h²이 아니라 forward가 반환한 상태로 1 - h_next²을 구해야 합니다.",
)
class SlopeOfTheStateBefore(Cell):
    def backward(self, dh_next):
        Wx, Wh, b = self.params
        da = dh_next * (1 - self.h**2)
        self.fill(da)
        return da @ Wx.T, da @ Wh.T


@RNN_CELL.mistake(
    "Wh is not transposed in backward: dh = da Whᵀ. Wh is square, so NumPy does not notice.",
    "backward에서 Wh를 전치하지 않았습니다. dh = da Whᵀ입니다. Wh는 정사각 행렬이라 NumPy가 알아채지 못합니다.",
)
class WhNotTransposed(Cell):
    def backward(self, dh_next):
        Wx, Wh, b = self.params
        dx, dh = super().backward(dh_next)
        return dx, (dh_next * (1 - self.h_next**2)) @ Wh


@RNN_CELL.mistake(
    "b is added twice, once to x Wx and once to h Wh: it belongs into the sum only once.",
    "b를 x Wx에도 h Wh에도 더했습니다. b는 합에 한 번만 들어갑니다.",
)
class BiasTwice(Cell):
    def forward(self, x, h):
        Wx, Wh, b = self.params
        self.x, self.h, self.h_next = x, h, np.tanh((x @ Wx + b) + (h @ Wh + b))
        return self.h_next


@RNN_CELL.mistake(
    "forward ignores the state before: the term h Wh is missing.",
    "forward가 이전 상태를 쓰지 않습니다. h Wh 항이 빠졌습니다.",
)
class NoMemory(Cell):
    def forward(self, x, h):
        Wx, Wh, b = self.params
        self.x, self.h, self.h_next = x, h, np.tanh(x @ Wx + b)
        return self.h_next


@RNN_CELL.mistake(
    "The tanh is missing: forward returns the sum itself.",
    "tanh가 빠졌습니다. forward가 합을 그대로 반환합니다.",
)
class NoTanh(Cell):
    def forward(self, x, h):
        Wx, Wh, b = self.params
        self.x, self.h, self.h_next = x, h, x @ Wx + h @ Wh + b
        return self.h_next


@RNN_CELL.mistake(
    "backward leaves out the slope of tanh: da is dh_next times (1 - h_next²).",
    "backward에서 tanh의 기울기를 빠뜨렸습니다. da는 dh_next에 (1 - h_next²)을 곱한 것입니다.",
)
class NoSlope(Cell):
    def backward(self, dh_next):
        Wx, Wh, b = self.params
        self.fill(dh_next)
        return dh_next @ Wx.T, dh_next @ Wh.T


@RNN_CELL.mistake(
    "The slope of tanh is 1 - h_next², and yours is (1 - h_next)²: the square belongs to h_next alone.",
    "tanh의 기울기는 1 - h_next²인데 (1 - h_next)²을 썼습니다. 제곱은 h_next에만 합니다.",
)
class SquareOfTheBracket(Cell):
    def backward(self, dh_next):
        Wx, Wh, b = self.params
        da = dh_next * (1 - self.h_next) ** 2
        self.fill(da)
        return da @ Wx.T, da @ Wh.T


@RNN_CELL.mistake(
    "grads is empty after the constructor: make one array for each weight there, np.zeros_like(Wx) and so on, and let "
    "backward write into them.",
    "생성자가 끝났을 때 grads가 비어 있습니다. 거기서 np.zeros_like(Wx)처럼 가중치마다 배열을 하나씩 만들고, "
    "backward에서는 그 배열에 쓰십시오.",
)
class EmptyGrads(Cell):
    def __init__(self, Wx, Wh, b):
        self.params, self.grads = [Wx, Wh, b], []

    def fill(self, da):
        self.grads = [self.x.T @ da, self.h.T @ da, da.sum(axis=0)]


@RNN_CELL.mistake(
    "db is the mean of the rows of da; it is their sum.",
    "db가 da의 행들의 평균입니다. 합이어야 합니다.",
)
class MeanBias(Cell):
    def fill(self, da):
        super().fill(da)
        self.grads[2][...] = da.mean(axis=0)


@RNN_CELL.mistake(
    "The gradients of the weights are divided by the number of samples: they are sums over the rows. If a loss is a mean, its own "
    "gradient dh_next holds that already.",
    "가중치의 그래디언트를 샘플의 개수로 나누었습니다. 행에 걸친 합이어야 합니다. 손실이 평균이라면 그 몫은 이미 dh_next에 들어 "
    "있습니다.",
)
class MeanOverSamples(Cell):
    def fill(self, da):
        super().fill(da / len(da))


@RNN_CELL.mistake(
    "backward returns the two gradients in the wrong order: first dx, then dh, as forward takes x and h.",
    "backward가 반환한 그래디언트 두 개의 순서가 바뀌었습니다. forward가 x, h를 받는 순서대로 dx가 먼저이고 dh가 나중입니다.",
)
class ReturnsDhFirst(Cell):
    def backward(self, dh_next):
        dx, dh = super().backward(dh_next)
        return dh, dx


@RNN_CELL.mistake(
    "dWh is taken with the new state: the state that met Wh is h, the one before.",
    "dWh를 새 상태로 구했습니다. Wh와 곱해진 것은 이전 상태 h입니다.",
)
class StateAfterInDWh(Cell):
    def fill(self, da):
        super().fill(da)
        self.grads[1][...] = self.h_next.T @ da


@RNN_CELL.mistake(
    "The gradients pile up from call to call: one cell answers for one step, so write with = and not with +=.",
    "그래디언트가 부를 때마다 쌓입니다. 셀 하나는 시점 하나만 맡으므로 +=가 아니라 =로 쓰십시오.",
)
class PilesUp(Cell):
    def fill(self, da):
        self.grads[0] += self.x.T @ da
        self.grads[1] += self.h.T @ da
        self.grads[2] += da.sum(axis=0)


@RNN_CELL.mistake(
    "backward puts new arrays into grads: whoever holds the old ones, such as an optimizer, sees no gradient. "
    "Write self.grads[0][...] = ...",
    "backward가 grads에 새 배열을 넣습니다. 옵티마이저처럼 옛 배열을 들고 있는 쪽에는 그래디언트가 전해지지 않습니다. "
    "self.grads[0][...] = ...로 쓰십시오.",
)
class RebindsGrads(Cell):
    def fill(self, da):
        self.grads = [self.x.T @ da, self.h.T @ da, da.sum(axis=0)]


@RNN_CELL.mistake(
    "params holds copies: an optimizer would change the copies, or the caller the originals. Keep the arrays themselves.",
    "params에 복사본을 넣었습니다. 한쪽을 바꾸어도 다른 쪽은 그대로입니다. 받은 배열 자체를 넣으십시오.",
)
class CopiesParams(Cell):
    def __init__(self, Wx, Wh, b):
        super().__init__(Wx.copy(), Wh.copy(), b.copy())


@RNN_CELL.mistake(
    "The states are kept in the class, so all cells share them. Keep them in the object: self.h = ...",
    "상태를 클래스에 저장해서 모든 셀이 함께 씁니다. self.h = ...처럼 객체에 저장하십시오.",
)
class SharedByAll(Cell):
    def forward(self, x, h):
        h_next = super().forward(x, h)
        SharedByAll.kept = x, h, h_next
        return h_next

    def backward(self, dh_next):
        self.x, self.h, self.h_next = SharedByAll.kept
        return super().backward(dh_next)


@RNN_CELL.mistake(
    "backward changes dh_next itself: dh_next *= ... writes into the caller's array. Write da = dh_next * ...",
    "backward가 dh_next 자체를 바꿉니다. dh_next *= ...는 호출한 쪽의 배열에 씁니다. da = dh_next * ...로 쓰십시오.",
)
class WritesIntoDout(Cell):
    def backward(self, dh_next):
        Wx, Wh, b = self.params
        dh_next *= 1 - self.h_next**2
        self.fill(dh_next)
        return dh_next @ Wx.T, dh_next @ Wh.T


@RNN_CELL.mistake(
    "The gradients are cut off at ±5 here: clipping is for clip_grads, after backward.",
    "여기서 그래디언트를 ±5로 잘랐습니다. 클리핑은 backward 다음에 clip_grads가 합니다.",
)
class ClipsTheGradients(Cell):
    def fill(self, da):
        super().fill(da)
        for grad in self.grads:
            np.clip(grad, -5, 5, out=grad)


@RNN_CELL.mistake(
    "The transposes of the weights are copied in the constructor: after an update they are old. Take Wx.T and Wh.T in "
    "backward.",
    "전치한 가중치를 생성자에서 복사해 두었습니다. 갱신한 뒤에는 옛 값입니다. Wx.T와 Wh.T를 backward에서 구하십시오.",
)
class KeepsTransposes(Cell):
    def __init__(self, Wx, Wh, b):
        super().__init__(Wx, Wh, b)
        self.WxT, self.WhT = np.ascontiguousarray(Wx.T), np.ascontiguousarray(Wh.T)

    def backward(self, dh_next):
        da = dh_next * (1 - self.h_next**2)
        self.fill(da)
        return da @ self.WxT, da @ self.WhT


@RNN_FORWARD.mistake(
    "Every step starts from h0: keep the new state and hand it to the next step.",
    "모든 시점이 h0에서 시작합니다. 새 상태를 저장해 다음 시점에 넘기십시오.",
)
def h0_each_step(x, h0, Wx, Wh, b):
    return np.stack([np.tanh(x[:, t] @ Wx + h0 @ Wh + b) for t in range(x.shape[1])], axis=1)


@RNN_FORWARD.mistake(
    "The result is (T, N, H): the steps stand on the first axis. np.stack(states, axis=1) puts them on the second.",
    "결과가 (T, N, H)입니다. 시점이 첫째 축에 있습니다. np.stack(states, axis=1)이면 둘째 축에 놓입니다.",
)
def time_first(x, h0, Wx, Wh, b):
    h, states = h0, []
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ Wx + h @ Wh + b)
        states.append(h)
    return np.array(states)


@RNN_FORWARD.mistake(
    "x[t] is sample t with all its steps, not step t: the steps of x (N, T, D) are x[:, t].",
    "x[t]는 시점 t가 아니라 샘플 t의 모든 시점입니다. x (N, T, D)의 시점은 x[:, t]입니다.",
)
def samples_as_steps(x, h0, Wx, Wh, b):
    h, hs = h0, np.zeros((*x.shape[:2], len(Wh)))
    for t in range(len(x)):
        h = np.tanh(x[t] @ Wx + h @ Wh + b)
        hs[t] = h
    return hs


@RNN_FORWARD.mistake(
    "h0 is not used: the first step starts from zeros.",
    "h0을 쓰지 않았습니다. 첫 시점이 0에서 시작합니다.",
)
def starts_at_zero(x, h0, Wx, Wh, b):
    h, states = np.zeros_like(h0), []
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ Wx + h @ Wh + b)
        states.append(h)
    return np.stack(states, axis=1)


@RNN_FORWARD.mistake(
    "Only the last state is returned; all T of them are asked, (N, T, H).",
    "마지막 상태만 반환했습니다. 상태 T개가 모두 필요합니다. (N, T, H)입니다.",
)
def last_state_only(x, h0, Wx, Wh, b):
    h = h0
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ Wx + h @ Wh + b)
    return h


@RNN_FORWARD.mistake(
    "h0 stands in the result as its first state: hs begins with the state after the first step.",
    "결과의 맨 앞에 h0이 들어 있습니다. hs는 첫 시점을 지난 상태부터 시작합니다.",
)
def begins_with_h0(x, h0, Wx, Wh, b):
    states = [h0]
    for t in range(x.shape[1] - 1):
        states.append(np.tanh(x[:, t] @ Wx + states[-1] @ Wh + b))
    return np.stack(states, axis=1)


@RNN_FORWARD.mistake(
    "hs[:, 0] is set to h0, so the first input is never read: step 0 too computes a new state, from x[:, 0] and h0.",
    "hs[:, 0]에 h0을 넣어서 첫 입력을 읽지 않았습니다. 시점 0에서도 x[:, 0]과 h0으로 새 상태를 계산합니다.",
)
def first_input_skipped(x, h0, Wx, Wh, b):
    hs = np.zeros((*x.shape[:2], len(Wh)))
    hs[:, 0] = h0
    for t in range(1, x.shape[1]):
        hs[:, t] = np.tanh(x[:, t] @ Wx + hs[:, t - 1] @ Wh + b)
    return hs


@RNN_FORWARD.mistake(
    "The state is updated in h0's own array: h[...] = ... changes what the caller holds. Write h = ...",
    "h0의 배열에 새 상태를 썼습니다. h[...] = ...는 호출한 쪽의 배열을 바꿉니다. h = ...로 쓰십시오.",
)
def writes_into_h0(x, h0, Wx, Wh, b):
    h, hs = h0, np.zeros((*x.shape[:2], len(Wh)))
    for t in range(x.shape[1]):
        h[...] = np.tanh(x[:, t] @ Wx + h @ Wh + b)
        hs[:, t] = h
    return hs


def walk(dhs, x, h0, hs, Wx, Wh, carry=True, add=True, slope="after", order=reversed):
    """The way back with switches, so that each mistake below says what it does."""
    dx, dh = np.zeros_like(x), np.zeros_like(h0)
    dWx, dWh, db = np.zeros_like(Wx), np.zeros_like(Wh), np.zeros(len(Wh))
    for t in order(range(x.shape[1])):
        before = hs[:, t - 1] if t > 0 else h0
        da = (dhs[:, t] + (dh if carry else 0)) * (1 - (hs[:, t] if slope == "after" else before) ** 2)
        dx[:, t] = da @ Wx.T
        if not add:
            dWx, dWh, db = 0 * dWx, 0 * dWh, 0 * db
        dWx, dWh, db = dWx + x[:, t].T @ da, dWh + before.T @ da, db + da.sum(axis=0)
        dh = da @ Wh.T
    return dx, dh, dWx, dWh, db


@RNN_BACKWARD.mistake(
    "Each step overwrites the weight gradients of the step before it: the weights serve every step, so add with +=.",
    "가중치의 그래디언트를 시점마다 덮어썼습니다. 가중치는 모든 시점에 쓰이므로 +=로 더하십시오.",
)
def overwritten(dhs, x, h0, hs, Wx, Wh):
    return walk(dhs, x, h0, hs, Wx, Wh, add=False)


@RNN_BACKWARD.mistake(
    "What comes back from the next step is dropped: the gradient of state t is dhs[:, t] + dh.",
    "다음 시점에서 돌아온 그래디언트를 버렸습니다. 시점 t의 상태의 그래디언트는 dhs[:, t] + dh입니다.",
)
def next_step_dropped(dhs, x, h0, hs, Wx, Wh):
    return walk(dhs, x, h0, hs, Wx, Wh, carry=False)


@RNN_BACKWARD.mistake(
    "The steps are walked forward. The last step comes first on the way back: reversed(range(T)).",
    "시점을 앞에서부터 지나갔습니다. 되돌아올 때는 마지막 시점이 먼저입니다. reversed(range(T))입니다.",
)
def forward_order(dhs, x, h0, hs, Wx, Wh):
    return walk(dhs, x, h0, hs, Wx, Wh, order=list)


@RNN_BACKWARD.mistake(
    "dh0 is left at zero: after the first step has been walked back, dh is the gradient of h0.",
    "dh0을 0으로 두었습니다. 첫 시점까지 거슬러 온 뒤의 dh가 h0의 그래디언트입니다.",
)
def dh0_missing(dhs, x, h0, hs, Wx, Wh):
    dx, dh, dWx, dWh, db = walk(dhs, x, h0, hs, Wx, Wh)
    return dx, np.zeros_like(h0), dWx, dWh, db


@RNN_BACKWARD.mistake(
    "The slope is taken at the state before; at step t it is 1 - hs[:, t]².",
    "이전 상태로 기울기를 구했습니다. 시점 t의 기울기는 1 - hs[:, t]²입니다.",
)
def slope_of_the_state_before(dhs, x, h0, hs, Wx, Wh):
    return walk(dhs, x, h0, hs, Wx, Wh, slope="before")


@RNN_BACKWARD.mistake(
    "dh0 is da of the first step: Whᵀ still stands between da and the state before.",
    "dh0이 첫 시점의 da입니다. da와 이전 상태 사이에는 Whᵀ가 더 있습니다.",
)
def dh0_without_wh(dhs, x, h0, hs, Wx, Wh):
    dx, _, dWx, dWh, db = walk(dhs, x, h0, hs, Wx, Wh)
    dh = np.zeros_like(h0)
    for t in reversed(range(x.shape[1])):
        da = (dhs[:, t] + dh) * (1 - hs[:, t] ** 2)
        dh = da @ Wh.T
    return dx, da, dWx, dWh, db


@RNN_BACKWARD.mistake(
    "dWh is taken with the state after the step, hs[:, t]; what met Wh is the state before, hs[:, t - 1], at first h0.",
    "dWh를 그 시점의 상태 hs[:, t]로 구했습니다. Wh와 곱해진 것은 이전 상태 hs[:, t - 1]이고, 첫 시점에서는 h0입니다.",
)
def state_after_in_dwh(dhs, x, h0, hs, Wx, Wh):
    dx, dh, dWx, dWh, db = walk(dhs, x, h0, hs, Wx, Wh)
    d, dWh = np.zeros_like(h0), np.zeros_like(Wh)
    for t in reversed(range(x.shape[1])):
        da = (dhs[:, t] + d) * (1 - hs[:, t] ** 2)
        dWh += hs[:, t].T @ da
        d = da @ Wh.T
    return dx, dh, dWx, dWh, db


@RNN_BACKWARD.mistake(
    "At t = 0 your state before is hs[:, -1], and in NumPy that is the last state. Before step 0 stands h0.",
    "t = 0에서 이전 상태로 hs[:, -1]을 썼는데, NumPy에서 이것은 마지막 상태입니다. 시점 0의 이전 상태는 h0입니다.",
)
def wraps_around(dhs, x, h0, hs, Wx, Wh):
    dx, dh, dWx, _, db = walk(dhs, x, h0, hs, Wx, Wh)
    d, dWh = np.zeros_like(h0), np.zeros_like(Wh)
    for t in reversed(range(x.shape[1])):
        da = (dhs[:, t] + d) * (1 - hs[:, t] ** 2)
        dWh += hs[:, t - 1].T @ da
        d = da @ Wh.T
    return dx, dh, dWx, dWh, db


@RNN_BACKWARD.mistake(
    "Wh is not transposed on the way back: dh = da Whᵀ. Wh is square, so NumPy does not notice.",
    "되돌아올 때 Wh를 전치하지 않았습니다. dh = da Whᵀ입니다. Wh는 정사각 행렬이라 NumPy가 알아채지 못합니다.",
)
def wh_not_transposed(dhs, x, h0, hs, Wx, Wh):
    return walk(dhs, x, h0, hs, Wx, Wh.T)


@RNN_BACKWARD.mistake(
    "What comes back from the next step is added after the slope: add it to dhs[:, t] first, then multiply both.",
    "다음 시점에서 돌아온 것을 기울기를 곱한 뒤에 더했습니다. 먼저 dhs[:, t]에 더한 다음 함께 곱하십시오.",
)
def added_after_the_slope(dhs, x, h0, hs, Wx, Wh):
    dx, dh = np.zeros_like(x), np.zeros_like(h0)
    dWx, dWh, db = np.zeros_like(Wx), np.zeros_like(Wh), np.zeros(len(Wh))
    for t in reversed(range(x.shape[1])):
        before = hs[:, t - 1] if t > 0 else h0
        da = dhs[:, t] * (1 - hs[:, t] ** 2) + dh
        dx[:, t] = da @ Wx.T
        dWx, dWh, db = dWx + x[:, t].T @ da, dWh + before.T @ da, db + da.sum(axis=0)
        dh = da @ Wh.T
    return dx, dh, dWx, dWh, db


@RNN_BACKWARD.mistake(
    "The loop ends before step 0: range(T - 1, 0, -1) stops at 1. reversed(range(T)) reaches 0.",
    "시점 0에 이르기 전에 반복이 끝났습니다. range(T - 1, 0, -1)은 1에서 멈춥니다. reversed(range(T))는 0까지 갑니다.",
)
def stops_before_step_0(dhs, x, h0, hs, Wx, Wh):
    return walk(dhs, x, h0, hs, Wx, Wh, order=lambda steps: reversed(steps[1:]))


@RNN_BACKWARD.mistake(
    "dWh takes zeros for the state before step 0. Before step 0 stands h0, which need not be 0.",
    "시점 0의 이전 상태로 0을 써서 dWh를 구했습니다. 시점 0의 앞에 있는 것은 h0이고, h0은 0이 아닐 수 있습니다.",
)
def zeros_before_step_0(dhs, x, h0, hs, Wx, Wh):
    return walk(dhs, x, np.zeros_like(h0), hs, Wx, Wh)


@RNN_BACKWARD.mistake(
    "The slope of tanh is missing: da is dhs[:, t] + dh, times 1 - hs[:, t]².",
    "tanh의 기울기가 빠졌습니다. da는 dhs[:, t] + dh에 1 - hs[:, t]²을 곱한 것입니다.",
)
def no_slope(dhs, x, h0, hs, Wx, Wh):
    dx, dh = np.zeros_like(x), np.zeros_like(h0)
    dWx, dWh, db = np.zeros_like(Wx), np.zeros_like(Wh), np.zeros(len(Wh))
    for t in reversed(range(x.shape[1])):
        da = dhs[:, t] + dh
        dWx += x[:, t].T @ da
        dWh += (hs[:, t - 1] if t > 0 else h0).T @ da
        db += da.sum(axis=0)
        dx[:, t], dh = da @ Wx.T, da @ Wh.T
    return dx, dh, dWx, dWh, db


@RNN_BACKWARD.mistake(
    "dh grows from step to step: what goes back to step t - 1 is da Whᵀ alone, so write dh = da @ Wh.T and not +=.",
    "dh가 시점마다 쌓입니다. 시점 t - 1로 돌아가는 것은 da Whᵀ뿐입니다. +=가 아니라 dh = da @ Wh.T로 쓰십시오.",
)
def dh_piles_up(dhs, x, h0, hs, Wx, Wh):
    dx, dh = np.zeros_like(x), np.zeros_like(h0)
    dWx, dWh, db = np.zeros_like(Wx), np.zeros_like(Wh), np.zeros(len(Wh))
    for t in reversed(range(x.shape[1])):
        before = hs[:, t - 1] if t > 0 else h0
        dh = dh + dhs[:, t]
        da = dh * (1 - hs[:, t] ** 2)
        dx[:, t] = da @ Wx.T
        dWx, dWh, db = dWx + x[:, t].T @ da, dWh + before.T @ da, db + da.sum(axis=0)
        dh += da @ Wh.T
    return dx, dh, dWx, dWh, db


@RNN_BACKWARD.mistake(
    "The gradients are divided by the number of steps: they are sums over the steps, not means.",
    "그래디언트를 시점의 개수로 나누었습니다. 시점에 걸친 평균이 아니라 합입니다.",
)
def mean_over_steps(dhs, x, h0, hs, Wx, Wh):
    dx, dh, dWx, dWh, db = walk(dhs, x, h0, hs, Wx, Wh)
    return dx, dh, dWx / x.shape[1], dWh / x.shape[1], db / x.shape[1]


@RNN_BACKWARD.mistake(
    "The gradients of the weights are divided by the number of samples: they are sums over samples and steps. If a loss is a mean, "
    "dhs holds that already.",
    "가중치의 그래디언트를 샘플의 개수로 나누었습니다. 샘플과 시점에 걸친 합이어야 합니다. 손실이 평균이라면 그 몫은 이미 dhs에 "
    "들어 있습니다.",
)
def mean_over_samples(dhs, x, h0, hs, Wx, Wh):
    dx, dh, dWx, dWh, db = walk(dhs, x, h0, hs, Wx, Wh)
    return dx, dh, dWx / len(x), dWh / len(x), db / len(x)


@RNN_BACKWARD.mistake(
    "dhs is changed: dhs[:, t] += ... writes into the caller's array. Add into a new one: dh = dhs[:, t] + dh.",
    "dhs를 바꾸었습니다. dhs[:, t] += ...는 호출한 쪽의 배열에 씁니다. dh = dhs[:, t] + dh처럼 새 배열에 더하십시오.",
)
def writes_into_dhs(dhs, x, h0, hs, Wx, Wh):
    for t in reversed(range(1, x.shape[1])):
        dhs[:, t - 1] += (dhs[:, t] * (1 - hs[:, t] ** 2)) @ Wh.T
    da = dhs * (1 - hs**2)
    before = np.concatenate([h0[:, None], hs[:, :-1]], axis=1)
    dWx, dWh = np.einsum("ntd,nth->dh", x, da), np.einsum("ntg,nth->gh", before, da)
    return da @ Wx.T, da[:, 0] @ Wh.T, dWx, dWh, da.sum(axis=(0, 1))


@RNN_BACKWARD.mistake(
    "The gradients are cut off at ±5 here: clipping is for clip_grads, after backward.",
    "여기서 그래디언트를 ±5로 잘랐습니다. 클리핑은 backward 다음에 clip_grads가 합니다.",
)
def clips_the_gradients(dhs, x, h0, hs, Wx, Wh):
    dx, dh, dWx, dWh, db = walk(dhs, x, h0, hs, Wx, Wh)
    for grad in (dWx, dWh, db):
        np.clip(grad, -5, 5, out=grad)
    return dx, dh, dWx, dWh, db


@GRADIENT_NORMS.mistake(
    "spectral_radius returns the largest |entry|. Whether powers grow is decided by the eigenvalues: the 3×3 matrix "
    "of nothing but 0.4 has the eigenvalue 1.2.",
    "spectral_radius가 원소의 절댓값 중 최댓값을 반환합니다. 거듭제곱이 커지는지는 고윳값이 정합니다. 원소가 모두 0.4인 "
    "3×3 행렬의 고윳값은 1.2입니다.",
    subject="spectral_radius",
)
def largest_entry(Wh):
    return np.max(np.abs(Wh))


@GRADIENT_NORMS.mistake(
    "spectral_radius takes the largest eigenvalue without its absolute value: -1.2 makes powers grow as 1.2 does.",
    "spectral_radius에서 절댓값을 취하지 않고 가장 큰 고윳값을 골랐습니다. -1.2도 1.2만큼 거듭제곱을 키웁니다.",
    subject="spectral_radius",
)
def without_abs(Wh):
    return np.max(np.linalg.eigvals(Wh))


@GRADIENT_NORMS.mistake(
    "spectral_radius looks at the real parts only. Eigenvalues can be complex: np.abs gives their distance from 0.",
    "spectral_radius에서 실수부만 보았습니다. 고윳값은 복소수일 수 있습니다. np.abs가 0까지의 거리를 구해 줍니다.",
    subject="spectral_radius",
)
def real_parts(Wh):
    return np.max(np.abs(np.linalg.eigvals(Wh).real))


@GRADIENT_NORMS.mistake(
    "spectral_radius returns the spectral norm, the largest singular value: that is one step's most, not the trend. "
    "The radius is the largest |eigenvalue|.",
    "spectral_radius가 스펙트럼 노름(가장 큰 특잇값)을 반환합니다. 그것은 한 시점에서의 최댓값입니다. "
    "스펙트럼 반지름은 고윳값의 절댓값 중 최댓값입니다.",
    subject="spectral_radius",
)
def norm_for_radius(Wh):
    return np.linalg.norm(Wh, 2)


@GRADIENT_NORMS.mistake(
    "spectral_radius uses eigvalsh, which reads one half of the matrix and takes it for symmetric. Wh is not.",
    "spectral_radius에서 eigvalsh를 썼습니다. 이 함수는 행렬이 대칭이라고 보고 절반만 읽습니다. Wh는 대칭이 아닙니다.",
    subject="spectral_radius",
)
def as_if_symmetric(Wh):
    return np.max(np.abs(np.linalg.eigvalsh(Wh)))


@GRADIENT_NORMS.mistake(
    "gradient_norms begins with no step at all, where the norm is 1: the first number belongs to one step back.",
    "gradient_norms가 0시점, 곧 노름이 1인 곳에서 시작합니다. 첫 수는 한 시점을 거슬러 간 것입니다.",
    subject="gradient_norms",
)
def off_by_one(Wh, T):
    return np.array([np.linalg.norm(np.linalg.matrix_power(Wh, k), 2) for k in range(T)])


@GRADIENT_NORMS.mistake(
    "gradient_norms returns powers of the spectral radius. That is where the norms tend to in the long run; "
    "the norm of the power itself can grow first.",
    "gradient_norms가 스펙트럼 반지름의 거듭제곱을 반환합니다. 이것은 먼 시점에서의 추세일 뿐입니다. "
    "거듭제곱한 행렬의 노름은 처음에 커질 수도 있습니다.",
    subject="gradient_norms",
)
def powers_of_the_radius(Wh, T):
    return np.max(np.abs(np.linalg.eigvals(Wh))) ** np.arange(1, T + 1)


@GRADIENT_NORMS.mistake(
    "gradient_norms returns powers of the norm of Wh; that is not the norm of the power, which can be far smaller.",
    "gradient_norms가 Wh의 노름의 거듭제곱을 반환합니다. 거듭제곱한 행렬의 노름은 이보다 훨씬 작을 수 있습니다.",
    subject="gradient_norms",
)
def powers_of_the_norm(Wh, T):
    return np.linalg.norm(Wh, 2) ** np.arange(1, T + 1)


@GRADIENT_NORMS.mistake(
    "Wh ** k raises each entry by itself; a matrix power is Wh @ Wh @ ...",
    "Wh ** k는 원소를 하나씩 거듭제곱합니다. 행렬의 거듭제곱은 Wh @ Wh @ ...입니다.",
    subject="gradient_norms",
)
def entrywise_powers(Wh, T):
    return np.array([np.linalg.norm(Wh**k, 2) for k in range(1, T + 1)])


@GRADIENT_NORMS.mistake(
    "np.linalg.norm without the 2 is the root of the sum of all squared entries, not the largest stretch of a vector.",
    "2를 넘기지 않은 np.linalg.norm은 모든 원소의 제곱합의 제곱근입니다. 벡터를 가장 크게 늘이는 배수가 아닙니다.",
    subject="gradient_norms",
)
def frobenius(Wh, T):
    return np.array([np.linalg.norm(np.linalg.matrix_power(Wh, k)) for k in range(1, T + 1)])


@GRADIENT_NORMS.mistake(
    "gradient_norms takes the largest |entry| of the power, not its spectral norm.",
    "gradient_norms가 거듭제곱한 행렬에서 원소의 절댓값 중 최댓값을 구합니다. 스펙트럼 노름이 아닙니다.",
    subject="gradient_norms",
)
def largest_entry_of_the_power(Wh, T):
    return np.array([np.abs(np.linalg.matrix_power(Wh, k)).max() for k in range(1, T + 1)])


@GRADIENT_NORMS.mistake(
    "power @= Wh writes into Wh itself, which is then no longer the matrix you were given. Write power = power @ Wh.",
    "power @= Wh가 Wh 자체에 써서, 받은 행렬이 바뀌어 버립니다. power = power @ Wh로 쓰십시오.",
    subject="gradient_norms",
)
def writes_into_wh(Wh, T):
    step, power, norms = Wh.copy(), Wh, []
    for _ in range(T):
        norms.append(np.linalg.norm(power, 2))
        power @= step
    return np.array(norms)


@GRADIENT_NORMS.mistake(
    "spectral_radius multiplies a vector by Wh again and again. That settles only where one eigenvalue is larger than "
    "all others; with a complex pair the vector turns for ever. np.linalg.eigvals gives all eigenvalues.",
    "spectral_radius에서 벡터에 Wh를 거듭 곱했습니다. 이 방법은 고윳값 하나가 나머지보다 클 때만 수렴합니다. 가장 큰 고윳값이 "
    "켤레복소수 한 쌍이면 벡터가 끝없이 돕니다. np.linalg.eigvals로 고윳값을 모두 구하십시오.",
    subject="spectral_radius",
)
def power_method(Wh):
    v = np.ones(len(Wh))
    for _ in range(200):
        product = Wh @ v
        size = np.linalg.norm(product)
        v = product / size
    return size


def total(grads):
    return np.sqrt(sum(np.sum(g**2) for g in grads))


@CLIP_GRADS.mistake(
    "Each array is clipped by its own norm, which turns the direction of the step: take one norm over all arrays.",
    "배열마다 자기 노름으로 줄였습니다. 그러면 걸음의 방향이 바뀝니다. 모든 배열로 노름 하나를 구하십시오.",
)
def per_array(grads, max_norm):
    norm = total(grads)
    for g in grads:
        own = np.linalg.norm(g)
        if own > max_norm:
            g *= max_norm / own
    return norm


@CLIP_GRADS.mistake(
    "Each number is cut off at ±max_norm, which turns the direction of the step: scale all numbers by one factor.",
    "수마다 ±max_norm에서 잘랐습니다. 그러면 걸음의 방향이 바뀝니다. 모든 수에 같은 수를 곱하십시오.",
)
def by_value(grads, max_norm):
    norm = total(grads)
    for g in grads:
        np.clip(g, -max_norm, max_norm, out=g)
    return norm


@CLIP_GRADS.mistake(
    "Small gradients are scaled up to max_norm, and gradients of 0 become nan: scale only where norm > max_norm.",
    "작은 그래디언트까지 max_norm으로 키웠고, 0인 그래디언트는 nan이 됩니다. norm > max_norm일 때만 곱하십시오.",
)
def scales_up(grads, max_norm):
    norm = total(grads)
    for g in grads:
        g *= max_norm / norm
    return norm


@CLIP_GRADS.mistake(
    "The scaled gradients are new arrays, as g = g * factor makes them; those that the layers hold are as before. "
    "Write g *= factor, which changes the array itself.",
    "g = g * factor처럼 새 배열을 만들었습니다. 층들이 들고 있는 배열은 그대로입니다. 배열 자체를 바꾸도록 "
    "g *= factor로 쓰십시오.",
)
def not_in_place(grads, max_norm):
    norm = total(grads)
    if norm > max_norm:
        for g in grads:
            g = g * (max_norm / norm)
    return norm


@CLIP_GRADS.mistake(
    "The norms of the arrays are added up; the common norm is the root of the sum of all squares.",
    "배열마다 구한 노름을 더했습니다. 전체의 노름은 모든 수의 제곱을 더한 값의 제곱근입니다.",
)
def sum_of_norms(grads, max_norm):
    norm = sum(np.linalg.norm(g) for g in grads)
    if norm > max_norm:
        for g in grads:
            g *= max_norm / norm
    return norm


@CLIP_GRADS.mistake(
    "The root is missing: the sum of the squares is the square of the norm.",
    "제곱근이 빠졌습니다. 제곱의 합은 노름의 제곱입니다.",
)
def no_root(grads, max_norm):
    norm = total(grads) ** 2
    if norm > max_norm:
        for g in grads:
            g *= max_norm / norm
    return norm


@CLIP_GRADS.mistake(
    "The gradients are divided by their norm, which leaves the norm 1, whatever max_norm is: multiply by max_norm too.",
    "그래디언트를 노름으로 나누기만 해서 max_norm과 상관없이 노름이 1이 됩니다. max_norm도 곱하십시오.",
)
def always_to_one(grads, max_norm):
    norm = total(grads)
    if norm > max_norm:
        for g in grads:
            g /= norm
    return norm


@CLIP_GRADS.mistake(
    "The norm is returned as it is after clipping: return the one before, which tells how large the gradients were.",
    "클리핑한 뒤의 노름을 반환했습니다. 그래디언트가 원래 얼마나 컸는지 알 수 있도록 그 전의 노름을 반환하십시오.",
)
def norm_afterwards(grads, max_norm):
    norm = total(grads)
    if norm > max_norm:
        for g in grads:
            g *= max_norm / norm
    return min(norm, max_norm)


class Steps:
    """What the wrong layers have in common with the right one."""

    def __init__(self, Wx, Wh, b, stateful=False):
        self.params, self.stateful, self.h = [Wx, Wh, b], stateful, None
        self.grads = [np.zeros_like(p) for p in self.params]

    def begin(self, x):
        if self.stateful and self.h is not None:
            if len(self.h) != len(x):
                raise ValueError("another number of sequences")
            return self.h
        return np.zeros((len(x), len(self.params[2])))

    def forward(self, x):
        Wx, Wh, b = self.params
        self.x, self.h0 = x, self.begin(x)
        h, states = self.h0, []
        for t in range(x.shape[1]):
            h = np.tanh(x[:, t] @ Wx + h @ Wh + b)
            states.append(h)
        self.hs, self.h = np.stack(states, axis=1), h
        return self.hs

    def backward(self, dhs):
        Wx, Wh, b = self.params
        dx, self.dh0, *grads = walk(dhs, self.x, self.h0, self.hs, Wx, Wh)
        for kept, grad in zip(self.grads, grads, strict=True):
            kept[...] = grad
        return dx

    def reset_state(self):
        self.h = None


@TIME_RNN.mistake(
    "The state is kept from call to call although stateful is False: without it every forward begins with zeros.",
    "stateful이 False인데도 상태를 다음 호출까지 이어 씁니다. 이때는 forward가 언제나 0에서 시작해야 합니다.",
)
class AlwaysStateful(Steps):
    def __init__(self, Wx, Wh, b, stateful=False):
        super().__init__(Wx, Wh, b, True)


@TIME_RNN.mistake(
    "The state is forgotten after each forward although stateful is True: keep hs[:, -1] and begin with it.",
    "stateful이 True인데도 forward가 끝나면 상태를 잊습니다. hs[:, -1]을 저장해 두고 거기서 시작하십시오.",
)
class NeverStateful(Steps):
    def begin(self, x):
        return np.zeros((len(x), len(self.params[2])))


@TIME_RNN.mistake(
    "The state survives reset_state: after it forward must begin with zeros.",
    "reset_state를 불러도 상태가 남아 있습니다. 그 다음 forward는 0에서 시작해야 합니다.",
)
class LeaksAfterReset(Steps):
    def reset_state(self):
        self.hs = None


@TIME_RNN.mistake(
    "reset_state keeps zeros of the size of the last batch, so the next batch may not have another N. Keep no state at all: self.h = "
    "None.",
    "reset_state가 지난 배치 크기의 0을 남겨 두어서, 그다음 배치의 N이 다르면 오류가 납니다. 상태를 아예 남기지 마십시오. "
    "self.h = None입니다.",
)
class ZerosOfTheOldBatch(Steps):
    def reset_state(self):
        self.h = np.zeros_like(self.h)


@TIME_RNN.mistake(
    "hs[-1] is the last sample with all its steps, not the last state: hs is (N, T, H), and the last state of all samples is "
    "hs[:, -1].",
    "hs[-1]은 마지막 상태가 아니라 마지막 샘플의 모든 시점입니다. hs는 (N, T, H)이므로 모든 샘플의 마지막 상태는 hs[:, -1]입니다.",
)
class LastSampleForLastState(Steps):
    def forward(self, x):
        hs = super().forward(x)
        self.h = hs[-1]
        return hs


@TIME_RNN.mistake(
    "Another number of sequences is an error here even where stateful is False. Without a state to go on from, any N is right.",
    "stateful이 False일 때에도 시퀀스 개수가 달라지면 오류를 냅니다. 이어 갈 상태가 없으면 N이 얼마여도 됩니다.",
)
class ErrorWithoutState(Steps):
    def begin(self, x):
        if self.h is not None and len(self.h) != len(x):
            raise ValueError("another number of sequences")
        return super().begin(x)


@TIME_RNN.mistake(
    "The gradient crosses the border of two pieces: dh0 of one backward is added in the next. Store it, and no more.",
    "그래디언트가 조각의 경계를 넘어갑니다. 앞 backward의 dh0을 다음 backward에서 더했습니다. 저장만 하십시오.",
)
class CrossesTheBorder(Steps):
    def backward(self, dhs):
        carried = dhs.copy()
        carried[:, -1] += getattr(self, "dh0", 0)
        return super().backward(carried)


@TIME_RNN.mistake(
    "A state of one number of sequences meets another number without an error, and NumPy may broadcast it: "
    "raise ValueError where they differ.",
    "상태의 시퀀스 개수와 입력의 시퀀스 개수가 다른데도 오류가 나지 않고, NumPy가 브로드캐스팅해 버리기도 합니다. "
    "다르면 ValueError를 일으키십시오.",
)
class BroadcastsTheState(Steps):
    def begin(self, x):
        return self.h if self.stateful and self.h is not None else super().begin(x)


@TIME_RNN.mistake(
    "Another number of sequences silently begins with zeros: the state is lost without notice. Raise ValueError.",
    "시퀀스 개수가 바뀌면 알리지 않고 0에서 시작합니다. 상태가 소리 없이 사라집니다. ValueError를 일으키십시오.",
)
class ForgetsSilently(Steps):
    def begin(self, x):
        if self.h is not None and len(self.h) != len(x):
            self.h = None
        return super().begin(x)


@TIME_RNN.mistake(
    "backward begins at zeros instead of the state that forward began with: keep h0 for it.",
    "backward가 forward의 시작 상태 대신 0을 씁니다. h0을 저장해 두십시오.",
)
class BackwardFromZeros(Steps):
    def backward(self, dhs):
        self.h0 = np.zeros_like(self.h0)
        return super().backward(dhs)


@TIME_RNN.mistake(
    "backward begins with the state at the end of the piece: keep the state that forward began with as h0.",
    "backward가 조각이 끝난 상태를 시작 상태로 씁니다. forward가 시작한 상태를 h0으로 따로 저장하십시오.",
)
class BackwardFromTheEnd(Steps):
    def backward(self, dhs):
        self.h0 = self.h
        return super().backward(dhs)


@TIME_RNN.mistake(
    "backward puts new arrays into grads. Write self.grads[0][...] = ..., so that an optimizer sees them.",
    "backward가 grads에 새 배열을 넣습니다. 옵티마이저가 볼 수 있게 self.grads[0][...] = ...로 쓰십시오.",
)
class RebindsTheGrads(Steps):
    def backward(self, dhs):
        dx = super().backward(dhs)
        self.grads = [g.copy() for g in self.grads]
        return dx


@TIME_RNN.mistake(
    "The gradients pile up from backward to backward: each one writes them anew.",
    "backward를 부를 때마다 그래디언트가 쌓입니다. 매번 새로 쓰십시오.",
)
class GradsPileUp(Steps):
    def backward(self, dhs):
        before = [g.copy() for g in self.grads]
        dx = super().backward(dhs)
        for g, old in zip(self.grads, before, strict=True):
            g += old
        return dx


@TIME_RNN.mistake(
    "params holds copies of the weights. Keep the arrays themselves, so that a change of one is a change of both.",
    "params에 가중치의 복사본을 넣었습니다. 한쪽을 바꾸면 다른 쪽도 바뀌도록 배열 자체를 넣으십시오.",
)
class CopiesTheWeights(Steps):
    def __init__(self, Wx, Wh, b, stateful=False):
        super().__init__(Wx.copy(), Wh.copy(), b.copy(), stateful)


@TIME_RNN.mistake(
    "The state is kept in the class, so two layers continue each other's sequence. Keep it in the object: self.h = ...",
    "상태를 클래스에 저장해서 두 층이 서로의 시퀀스를 이어 갑니다. self.h = ...처럼 객체에 저장하십시오.",
)
class OneStateForAll(Steps):
    def __init__(self, Wx, Wh, b, stateful=False):
        super().__init__(Wx, Wh, b, stateful)
        OneStateForAll.state = None

    def begin(self, x):
        self.h = OneStateForAll.state
        return super().begin(x)

    def forward(self, x):
        hs = super().forward(x)
        OneStateForAll.state = self.h
        return hs

    def reset_state(self):
        OneStateForAll.state = None


@TIME_RNN.mistake(
    "The gradients are cut off at ±5 here: clipping is for clip_grads, after backward.",
    "여기서 그래디언트를 ±5로 잘랐습니다. 클리핑은 backward 다음에 clip_grads가 합니다.",
)
class ClipsInTheLayer(Steps):
    def backward(self, dhs):
        dx = super().backward(dhs)
        for grad in self.grads:
            np.clip(grad, -5, 5, out=grad)
        return dx


@TIME_RNN.mistake(
    "Copies of the weights made in the constructor are used: after an update they are old. Use self.params.",
    "생성자에서 만든 가중치의 복사본을 씁니다. 갱신한 뒤에는 옛 값입니다. self.params를 쓰십시오.",
)
class UsesOldWeights(Steps):
    def __init__(self, Wx, Wh, b, stateful=False):
        super().__init__(Wx, Wh, b, stateful)
        self.weights = [np.array(p, dtype=float) for p in (Wx, Wh, b)]

    def forward(self, x):
        Wx, Wh, b = self.weights
        self.x, self.h0 = x, self.begin(x)
        h, states = self.h0, []
        for t in range(x.shape[1]):
            h = np.tanh(x[:, t] @ Wx + h @ Wh + b)
            states.append(h)
        self.hs, self.h = np.stack(states, axis=1), h
        return self.hs

    def backward(self, dhs):
        Wx, Wh, b = self.weights
        dx, self.dh0, *grads = walk(dhs, self.x, self.h0, self.hs, Wx, Wh)
        for kept, grad in zip(self.grads, grads, strict=True):
            kept[...] = grad
        return dx


@TIME_RNN.mistake(
    "backward throws the state away: the next forward must go on from it. Only reset_state forgets it.",
    "backward가 상태를 버립니다. 다음 forward는 그 상태에서 이어 가야 합니다. 상태를 잊는 것은 reset_state뿐입니다.",
)
class ForgetsInBackward(Steps):
    def backward(self, dhs):
        self.h = None
        return super().backward(dhs)
