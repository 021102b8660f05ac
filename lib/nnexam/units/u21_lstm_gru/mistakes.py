"""u21_lstm_gru: the mistakes that students really make with the LSTM, the GRU, the half-life and counting.

Each is written as a student would write it; the demonstration class is drawn from them.
"""

import numpy as np

from .exercises import COUNT_PARAMS, FORGET_HALFLIFE, TIME_LSTM
from .gru_steps import GRU_STEP_BACKWARD, GRU_STEP_FORWARD
from .lstm_steps import LSTM_STEP_BACKWARD, LSTM_STEP_FORWARD


def sigmoid(x):
    """Safe for large numbers, as the one that the lesson gives."""
    return 0.5 + 0.5 * np.tanh(0.5 * np.asarray(x))


def sums(x, h, Wx, Wh, b):
    """The four sums i, f, g, o."""
    return np.split(x @ Wx + h @ Wh + b, 4, axis=1)


def joined(c, i, f, g, o):
    c_next = f * c + i * g
    return o * np.tanh(c_next), c_next, (i, f, g, o)


@LSTM_STEP_FORWARD.mistake(
    "The columns are read in the order f, i, g, o. In this course (and in Keras and PyTorch) i stands first: i, f, g, o.",
    "열을 f, i, g, o 순서로 읽었습니다. 이 강의에서는 Keras, PyTorch와 같이 i가 먼저입니다. i, f, g, o입니다.",
)
def order_figo(x, h, c, Wx, Wh, b):
    f, i, g, o = sums(x, h, Wx, Wh, b)
    return joined(c, sigmoid(i), sigmoid(f), np.tanh(g), sigmoid(o))


@LSTM_STEP_FORWARD.mistake(
    "The columns are read in the order i, f, o, g. The candidate g is the third quarter, the output gate o the last.",
    "열을 i, f, o, g 순서로 읽었습니다. 후보값 g가 셋째이고 출력 게이트 o가 마지막입니다.",
)
def order_ifog(x, h, c, Wx, Wh, b):
    i, f, o, g = sums(x, h, Wx, Wh, b)
    return joined(c, sigmoid(i), sigmoid(f), np.tanh(g), sigmoid(o))


@LSTM_STEP_FORWARD.mistake(
    "The columns are read in the order f, g, i, o, as one textbook has them. Here the order is i, f, g, o.",
    "열을 어느 교과서처럼 f, g, i, o 순서로 읽었습니다. 여기서는 i, f, g, o 순서입니다.",
)
def order_fgio(x, h, c, Wx, Wh, b):
    f, g, i, o = sums(x, h, Wx, Wh, b)
    return joined(c, sigmoid(i), sigmoid(f), np.tanh(g), sigmoid(o))


@LSTM_STEP_FORWARD.mistake(
    "The candidate g goes through the sigmoid. It is no gate but the content, between -1 and 1: g = tanh(a_g).",
    "후보값 g에 시그모이드를 썼습니다. g는 게이트가 아니라 −1과 1 사이의 내용물입니다. g = tanh(a_g)입니다.",
)
def sigmoid_candidate(x, h, c, Wx, Wh, b):
    return joined(c, *map(sigmoid, sums(x, h, Wx, Wh, b)))


@LSTM_STEP_FORWARD.mistake(
    "tanh and sigmoid are exchanged: i, f and o are gates and need the sigmoid, g needs tanh.",
    "tanh와 시그모이드가 바뀌었습니다. i, f, o는 게이트이므로 시그모이드, g는 tanh입니다.",
)
def curves_exchanged(x, h, c, Wx, Wh, b):
    i, f, g, o = sums(x, h, Wx, Wh, b)
    return joined(c, np.tanh(i), np.tanh(f), sigmoid(g), np.tanh(o))


@LSTM_STEP_FORWARD.mistake(
    "The gates are left without their curves: split the sums, then take sigmoid(a_i), sigmoid(a_f), tanh(a_g), sigmoid(a_o).",
    "게이트에 곡선을 씌우지 않았습니다. 합을 자른 다음 sigmoid(a_i), sigmoid(a_f), tanh(a_g), sigmoid(a_o)를 구하십시오.",
)
def no_curves(x, h, c, Wx, Wh, b):
    return joined(c, *sums(x, h, Wx, Wh, b))


@LSTM_STEP_FORWARD.mistake(
    "The state is o·c_next: the tanh is missing. h_next = o·tanh(c_next).",
    "상태가 o·c_next입니다. tanh가 빠졌습니다. h_next = o·tanh(c_next)입니다.",
)
def no_tanh_of_cell(x, h, c, Wx, Wh, b):
    _, c_next, gates = joined(c, *activated(x, h, Wx, Wh, b))
    return gates[3] * c_next, c_next, gates


def activated(x, h, Wx, Wh, b):
    i, f, g, o = sums(x, h, Wx, Wh, b)
    return sigmoid(i), sigmoid(f), np.tanh(g), sigmoid(o)


@LSTM_STEP_FORWARD.mistake(
    "The state is made from the old cell. The new cell is shown: h_next = o·tanh(c_next).",
    "이전 셀로 상태를 만들었습니다. 새 셀을 내보여야 합니다. h_next = o·tanh(c_next)입니다.",
)
def shows_the_old_cell(x, h, c, Wx, Wh, b):
    _, c_next, gates = joined(c, *activated(x, h, Wx, Wh, b))
    return gates[3] * np.tanh(c), c_next, gates


@LSTM_STEP_FORWARD.mistake(
    "The new cell is c + i·g: the forget gate is not used. It is f·c + i·g.",
    "새 셀이 c + i·g입니다. 망각 게이트를 쓰지 않았습니다. f·c + i·g입니다.",
)
def forget_gate_unused(x, h, c, Wx, Wh, b):
    i, f, g, o = activated(x, h, Wx, Wh, b)
    c_next = c + i * g
    return o * np.tanh(c_next), c_next, (i, f, g, o)


@LSTM_STEP_FORWARD.mistake(
    "The forget gate is turned round: 1 - f is kept. In spite of its name f says how much is kept: f·c.",
    "망각 게이트가 뒤집혔습니다. 1 - f만큼 남겼습니다. 이름과 달리 f는 얼마나 남기는지를 말합니다. f·c입니다.",
)
def forget_gate_inverted(x, h, c, Wx, Wh, b):
    i, f, g, o = activated(x, h, Wx, Wh, b)
    c_next = (1 - f) * c + i * g
    return o * np.tanh(c_next), c_next, (i, f, g, o)


@LSTM_STEP_FORWARD.mistake(
    "One gate does the work of two: 1 - f stands in the place of i (a variant of the LSTM). Here it is f·c + i·g.",
    "게이트 하나가 둘의 일을 합니다. i 자리에 1 - f가 있습니다(LSTM의 변형). 여기서는 f·c + i·g입니다.",
)
def coupled_gates(x, h, c, Wx, Wh, b):
    i, f, g, o = activated(x, h, Wx, Wh, b)
    c_next = f * c + (1 - f) * g
    return o * np.tanh(c_next), c_next, (i, f, g, o)


@LSTM_STEP_FORWARD.mistake(
    "i and f have changed places in the new cell: i·c + f·g. The forget gate says how much of c stays, the input gate how much of g "
    "comes: f·c + i·g.",
    "새 셀에서 i와 f의 자리가 바뀌었습니다. i·c + f·g가 아닙니다. 망각 게이트는 c를 얼마나 남길지, 입력 게이트는 g를 얼마나 쓸지 "
    "정합니다. f·c + i·g입니다.",
)
def gates_exchanged_in_the_cell(x, h, c, Wx, Wh, b):
    i, f, g, o = activated(x, h, Wx, Wh, b)
    c_next = i * c + f * g
    return o * np.tanh(c_next), c_next, (i, f, g, o)


@LSTM_STEP_FORWARD.mistake(
    "The candidate is written whole: the input gate is not used. The new cell is f·c + i·g.",
    "후보값을 통째로 썼습니다. 입력 게이트를 쓰지 않았습니다. 새 셀은 f·c + i·g입니다.",
)
def input_gate_unused(x, h, c, Wx, Wh, b):
    i, f, g, o = activated(x, h, Wx, Wh, b)
    c_next = f * c + g
    return o * np.tanh(c_next), c_next, (i, f, g, o)


@LSTM_STEP_FORWARD.mistake(
    "The state before is not read: the term h Wh is missing in the sums.",
    "이전 상태를 읽지 않습니다. 합에 h Wh 항이 빠졌습니다.",
)
def ignores_the_state(x, h, c, Wx, Wh, b):
    return joined(c, *activated(x, 0 * h, Wx, Wh, b))


@LSTM_STEP_FORWARD.mistake(
    "The cell takes the place of the state in the sums: a = x Wx + h Wh + b, with h.",
    "합에서 상태 자리에 셀을 넣었습니다. a = x Wx + h Wh + b이고 h입니다.",
)
def cell_in_the_sums(x, h, c, Wx, Wh, b):
    return joined(c, *activated(x, c, Wx, Wh, b))


@LSTM_STEP_FORWARD.mistake(
    "State and cell are returned in the wrong order: h_next first, then c_next, then the gates.",
    "상태와 셀의 순서가 바뀌었습니다. h_next, c_next, 게이트 순서로 반환하십시오.",
)
def returns_cell_first(x, h, c, Wx, Wh, b):
    h_next, c_next, gates = joined(c, *activated(x, h, Wx, Wh, b))
    return c_next, h_next, gates


@LSTM_STEP_FORWARD.mistake(
    "c *= f writes into the cell that was handed in. Make a new array: c_next = f * c + i * g.",
    "c *= f는 받은 셀 자체를 바꿉니다. c_next = f * c + i * g처럼 새 배열을 만드십시오.",
)
def cell_in_place(x, h, c, Wx, Wh, b):
    i, f, g, o = activated(x, h, Wx, Wh, b)
    c *= f
    c += i * g
    return o * np.tanh(c), c, (i, f, g, o)


@LSTM_STEP_FORWARD.mistake(
    "np.split(a, 4) cuts the rows, that is the samples. The four parts stand side by side in the columns: axis=1.",
    "np.split(a, 4)는 행, 곧 샘플을 자릅니다. 네 부분은 열에 나란히 있으므로 axis=1입니다.",
)
def splits_the_samples(x, h, c, Wx, Wh, b):
    a = x @ Wx + h @ Wh + b
    i, f, g, o = np.split(a, 4)
    return joined(c, sigmoid(i), sigmoid(f), np.tanh(g), sigmoid(o))


@LSTM_STEP_FORWARD.mistake(
    "exp(a) / (1 + exp(a)) is inf / inf = nan for a large sum. Use the sigmoid of the setup cell.",
    "합이 크면 exp(a) / (1 + exp(a))가 inf / inf = nan이 됩니다. 준비 셀의 sigmoid를 쓰십시오.",
)
def sigmoid_overflows(x, h, c, Wx, Wh, b):
    def of(a):
        return np.exp(a) / (1 + np.exp(a))

    i, f, g, o = sums(x, h, Wx, Wh, b)
    return joined(c, of(i), of(f), np.tanh(g), of(o))


@LSTM_STEP_FORWARD.mistake(
    "The columns are read in the order i, g, f, o, as in TensorFlow; here it is i, f, g, o.",
    "열을 i, g, f, o 순서로 읽었습니다(TensorFlow). 여기서는 i, f, g, o입니다.",
)
def order_igfo(x, h, c, Wx, Wh, b):
    i, g, f, o = sums(x, h, Wx, Wh, b)
    return joined(c, sigmoid(i), sigmoid(f), np.tanh(g), sigmoid(o))


def total(dh_next, dc_next, c_next, o):
    return dc_next + dh_next * o * (1 - np.tanh(c_next) ** 2)


def four(dh_next, dc_total, c, c_next, gates):
    """The four da, right."""
    i, f, g, o = gates
    da_i, da_f = dc_total * g * i * (1 - i), dc_total * c * f * (1 - f)
    return [da_i, da_f, dc_total * i * (1 - g**2), dh_next * np.tanh(c_next) * o * (1 - o)]


def through_sums(parts, dc, x, h, Wx, Wh):
    da = np.concatenate(parts, axis=1)
    return da @ Wx.T, da @ Wh.T, dc, x.T @ da, h.T @ da, da.sum(axis=0)


@LSTM_STEP_BACKWARD.mistake(
    "dc_next is dropped: what comes from step t + 1 through the cell must be added to what h_next sends.",
    "dc_next를 빠뜨렸습니다. 시점 t + 1에서 셀로 오는 것을 h_next가 보내는 것에 더해야 합니다.",
)
def dc_next_dropped(dh_next, dc_next, x, h, c, c_next, gates, Wx, Wh):
    dc_total = total(dh_next, 0, c_next, gates[3])
    return through_sums(four(dh_next, dc_total, c, c_next, gates), dc_total * gates[1], x, h, Wx, Wh)


@LSTM_STEP_BACKWARD.mistake(
    "The way from h_next into the cell is missing: add dh_next·o·(1 - tanh²(c_next)) to dc_next.",
    "h_next에서 셀로 가는 길이 빠졌습니다. dc_next에 dh_next·o·(1 - tanh²(c_next))을 더하십시오.",
)
def state_not_into_cell(dh_next, dc_next, x, h, c, c_next, gates, Wx, Wh):
    return through_sums(four(dh_next, dc_next, c, c_next, gates), dc_next * gates[1], x, h, Wx, Wh)


@LSTM_STEP_BACKWARD.mistake(
    "The slope of tanh is missing where h_next enters the cell: dh_next·o·(1 - tanh²(c_next)).",
    "h_next에서 셀로 들어갈 때 tanh의 기울기가 빠졌습니다. dh_next·o·(1 - tanh²(c_next))입니다.",
)
def no_slope_of_tanh(dh_next, dc_next, x, h, c, c_next, gates, Wx, Wh):
    dc_total = dc_next + dh_next * gates[3]
    return through_sums(four(dh_next, dc_total, c, c_next, gates), dc_total * gates[1], x, h, Wx, Wh)


@LSTM_STEP_BACKWARD.mistake(
    "tanh² stands where 1 - tanh² belongs: the slope of tanh is 1 - tanh²(c_next).",
    "1 - tanh²이 올 자리에 tanh²이 있습니다. tanh의 기울기는 1 - tanh²(c_next)입니다.",
)
def tanh_squared(dh_next, dc_next, x, h, c, c_next, gates, Wx, Wh):
    dc_total = dc_next + dh_next * gates[3] * np.tanh(c_next) ** 2
    return through_sums(four(dh_next, dc_total, c, c_next, gates), dc_total * gates[1], x, h, Wx, Wh)


@LSTM_STEP_BACKWARD.mistake(
    "The four parts of da are put below each other, (4N, H). They stand side by side, (N, 4H): np.hstack, or axis=1.",
    "da의 네 부분을 위아래로 쌓아 (4N, H)가 되었습니다. 옆으로 이어 (N, 4H)로 만드십시오. np.hstack이나 axis=1입니다.",
)
def stacked_as_rows(dh_next, dc_next, x, h, c, c_next, gates, Wx, Wh):
    dc_total = total(dh_next, dc_next, c_next, gates[3])
    da = np.concatenate(four(dh_next, dc_total, c, c_next, gates))
    return da @ Wx.T, da @ Wh.T, dc_total * gates[1], x.T @ da, h.T @ da, da.sum(axis=0)


@LSTM_STEP_BACKWARD.mistake(
    "The output gate is missing where h_next enters the cell: dh_next·o·(1 - tanh²(c_next)).",
    "h_next에서 셀로 들어갈 때 출력 게이트가 빠졌습니다. dh_next·o·(1 - tanh²(c_next))입니다.",
)
def no_output_gate(dh_next, dc_next, x, h, c, c_next, gates, Wx, Wh):
    dc_total = total(dh_next, dc_next, c_next, 1)
    return through_sums(four(dh_next, dc_total, c, c_next, gates), dc_total * gates[1], x, h, Wx, Wh)


@LSTM_STEP_BACKWARD.mistake(
    "The slope is 1 - c_next² instead of 1 - tanh²(c_next): the formula with the output wants the output of tanh.",
    "기울기를 1 - tanh²(c_next)이 아니라 1 - c_next²으로 구했습니다. 이 식에는 tanh의 출력을 넣어야 합니다.",
)
def slope_of_the_cell_itself(dh_next, dc_next, x, h, c, c_next, gates, Wx, Wh):
    dc_total = dc_next + dh_next * gates[3] * (1 - c_next**2)
    return through_sums(four(dh_next, dc_total, c, c_next, gates), dc_total * gates[1], x, h, Wx, Wh)


@LSTM_STEP_BACKWARD.mistake(
    "The slope of tanh is taken at the old cell: it belongs to c_next.",
    "tanh의 기울기를 이전 셀에서 구했습니다. c_next에서 구해야 합니다.",
)
def slope_at_the_old_cell(dh_next, dc_next, x, h, c, c_next, gates, Wx, Wh):
    dc_total = total(dh_next, dc_next, c, gates[3])
    return through_sums(four(dh_next, dc_total, c, c_next, gates), dc_total * gates[1], x, h, Wx, Wh)


@LSTM_STEP_BACKWARD.mistake(
    "f(1 - f) is missing: the forget gate is a sigmoid, and da_f = df·f(1 - f).",
    "f(1 - f)를 빠뜨렸습니다. 망각 게이트는 시그모이드이므로 da_f = df·f(1 - f)입니다.",
)
def no_slope_of_forget_gate(dh_next, dc_next, x, h, c, c_next, gates, Wx, Wh):
    dc_total = total(dh_next, dc_next, c_next, gates[3])
    parts = four(dh_next, dc_total, c, c_next, gates)
    parts[1] = dc_total * c
    return through_sums(parts, dc_total * gates[1], x, h, Wx, Wh)


@LSTM_STEP_BACKWARD.mistake(
    "The slope of the curve is missing, here or in all four parts of da: i(1 - i), f(1 - f), 1 - g², o(1 - o). Look at each.",
    "이 부분이나 da의 네 부분 모두에서 곡선의 기울기가 빠졌습니다. i(1 - i), f(1 - f), 1 - g², o(1 - o)를 하나씩 확인하십시오.",
)
def no_slopes_at_all(dh_next, dc_next, x, h, c, c_next, gates, Wx, Wh):
    i, f, g, o = gates
    dc_total = total(dh_next, dc_next, c_next, o)
    parts = [dc_total * g, dc_total * c, dc_total * i, dh_next * np.tanh(c_next)]
    return through_sums(parts, dc_total * f, x, h, Wx, Wh)


@LSTM_STEP_BACKWARD.mistake(
    "The candidate takes the slope g(1 - g) of a sigmoid. Its curve is tanh: 1 - g².",
    "후보값에 시그모이드의 기울기 g(1 - g)를 곱했습니다. 곡선이 tanh이므로 1 - g²입니다.",
)
def candidate_as_sigmoid(dh_next, dc_next, x, h, c, c_next, gates, Wx, Wh):
    i, f, g, o = gates
    dc_total = total(dh_next, dc_next, c_next, o)
    parts = four(dh_next, dc_total, c, c_next, gates)
    parts[2] = dc_total * i * g * (1 - g)
    return through_sums(parts, dc_total * f, x, h, Wx, Wh)


@LSTM_STEP_BACKWARD.mistake(
    "df is taken with the new cell: what f was multiplied with is c, the cell before.",
    "df를 새 셀로 구했습니다. f와 곱해진 것은 이전 셀 c입니다.",
)
def new_cell_in_df(dh_next, dc_next, x, h, c, c_next, gates, Wx, Wh):
    dc_total = total(dh_next, dc_next, c_next, gates[3])
    return through_sums(four(dh_next, dc_total, c_next, c_next, gates), dc_total * gates[1], x, h, Wx, Wh)


@LSTM_STEP_BACKWARD.mistake(
    "di and dg have each other's factors: i was multiplied with g and g with i, so di = dc_total·g and dg = dc_total·i.",
    "di와 dg의 짝이 바뀌었습니다. i에는 g가, g에는 i가 곱해졌으므로 di = dc_total·g, dg = dc_total·i입니다.",
)
def partners_kept(dh_next, dc_next, x, h, c, c_next, gates, Wx, Wh):
    i, f, g, o = gates
    dc_total = total(dh_next, dc_next, c_next, o)
    parts = four(dh_next, dc_total, c, c_next, gates)
    parts[0], parts[2] = dc_total * i * i * (1 - i), dc_total * g * (1 - g**2)
    return through_sums(parts, dc_total * f, x, h, Wx, Wh)


@LSTM_STEP_BACKWARD.mistake(
    "The four parts of da are joined in another order than forward cut them: i, f, g, o.",
    "da의 네 부분을 forward에서 자른 것과 다른 순서로 이어 붙였습니다. i, f, g, o 순서입니다.",
)
def joined_in_another_order(dh_next, dc_next, x, h, c, c_next, gates, Wx, Wh):
    dc_total = total(dh_next, dc_next, c_next, gates[3])
    da_i, da_f, da_g, da_o = four(dh_next, dc_total, c, c_next, gates)
    return through_sums([da_f, da_i, da_g, da_o], dc_total * gates[1], x, h, Wx, Wh)


@LSTM_STEP_BACKWARD.mistake(
    "dc is the total itself: on its way to the old cell it is multiplied by the forget gate, dc = dc_total·f.",
    "dc가 합계 그대로입니다. 이전 셀로 가는 길에 망각 게이트를 곱합니다. dc = dc_total·f입니다.",
)
def dc_without_f(dh_next, dc_next, x, h, c, c_next, gates, Wx, Wh):
    dc_total = total(dh_next, dc_next, c_next, gates[3])
    return through_sums(four(dh_next, dc_total, c, c_next, gates), dc_total, x, h, Wx, Wh)


@LSTM_STEP_BACKWARD.mistake(
    "do is taken from the cell's total: the output gate only met tanh(c_next), so do = dh_next·tanh(c_next).",
    "do를 셀의 합계로 구했습니다. 출력 게이트는 tanh(c_next)와만 곱해졌으므로 do = dh_next·tanh(c_next)입니다.",
)
def do_from_the_cell(dh_next, dc_next, x, h, c, c_next, gates, Wx, Wh):
    dc_total = total(dh_next, dc_next, c_next, gates[3])
    parts = four(dh_next, dc_total, c, c_next, gates)
    parts[3] = four(dc_total, dc_total, c, c_next, gates)[3]
    return through_sums(parts, dc_total * gates[1], x, h, Wx, Wh)


@LSTM_STEP_BACKWARD.mistake(
    "db is the mean of the rows of da; it is their sum.",
    "db가 da의 행들의 평균입니다. 합이어야 합니다.",
)
def mean_bias(dh_next, dc_next, x, h, c, c_next, gates, Wx, Wh):
    dc_total = total(dh_next, dc_next, c_next, gates[3])
    parts = four(dh_next, dc_total, c, c_next, gates)
    results = through_sums(parts, dc_total * gates[1], x, h, Wx, Wh)
    return *results[:5], np.concatenate(parts, axis=1).mean(axis=0)


@LSTM_STEP_BACKWARD.mistake(
    "The gradients of the weights are divided by the number of samples: they are sums over the rows. If a loss is a mean, dh_next "
    "holds that already.",
    "가중치의 그래디언트를 샘플의 개수로 나누었습니다. 행에 걸친 합이어야 합니다. 손실이 평균이라면 그 몫은 이미 dh_next에 들어 "
    "있습니다.",
)
def mean_over_samples(dh_next, dc_next, x, h, c, c_next, gates, Wx, Wh):
    dc_total = total(dh_next, dc_next, c_next, gates[3])
    parts = four(dh_next, dc_total, c, c_next, gates)
    dx, dh, dc, dWx, dWh, db = through_sums(parts, dc_total * gates[1], x, h, Wx, Wh)
    return dx, dh, dc, dWx / len(x), dWh / len(x), db / len(x)


@LSTM_STEP_BACKWARD.mistake(
    "dc_next += ... writes into the array of the caller. Write dc_total = dc_next + ...",
    "dc_next += ...는 호출한 쪽의 배열을 바꿉니다. dc_total = dc_next + ...로 쓰십시오.",
)
def dc_next_in_place(dh_next, dc_next, x, h, c, c_next, gates, Wx, Wh):
    dc_next += dh_next * gates[3] * (1 - np.tanh(c_next) ** 2)
    return through_sums(four(dh_next, dc_next, c, c_next, gates), dc_next * gates[1], x, h, Wx, Wh)


@LSTM_STEP_BACKWARD.mistake(
    "The gradients are cut off at ±5 here: clipping is for clip_grads, after backward.",
    "여기서 그래디언트를 ±5로 잘랐습니다. 클리핑은 backward 다음에 clip_grads가 합니다.",
)
def clips_the_gradients(dh_next, dc_next, x, h, c, c_next, gates, Wx, Wh):
    dc_total = total(dh_next, dc_next, c_next, gates[3])
    parts = four(dh_next, dc_total, c, c_next, gates)
    dx, dh, dc, *grads = through_sums(parts, dc_total * gates[1], x, h, Wx, Wh)
    return dx, dh, dc, *(np.clip(grad, -5, 5) for grad in grads)


@TIME_LSTM.mistake(
    "The forget bias is in the first quarter, that of the input gate. Order i, f, g, o: b[H:2*H].",
    "망각 편향이 첫째 사분의 일, 곧 입력 게이트에 있습니다. 순서는 i, f, g, o이므로 b[H:2*H]입니다.",
    subject="lstm_bias",
)
def bias_of_input_gate(H, forget_bias):
    return np.repeat([float(forget_bias), 0.0, 0.0, 0.0], H)


@TIME_LSTM.mistake(
    "The forget bias is in the third quarter, that of the candidate. Order i, f, g, o: b[H:2*H].",
    "망각 편향이 셋째 사분의 일, 곧 후보값에 있습니다. 순서는 i, f, g, o이므로 b[H:2*H]입니다.",
    subject="lstm_bias",
)
def bias_of_candidate(H, forget_bias):
    return np.repeat([0.0, 0.0, float(forget_bias), 0.0], H)


@TIME_LSTM.mistake(
    "Only one number is set, b[H]: the forget gate has H biases, b[H:2*H].",
    "b[H] 하나만 바꿨습니다. 망각 게이트의 편향은 H개, b[H:2*H]입니다.",
    subject="lstm_bias",
)
def bias_of_one_unit(H, forget_bias):
    b = np.zeros(4 * H)
    b[H] = forget_bias
    return b


@TIME_LSTM.mistake(
    "All biases are set: only the forget gate begins open, the rest of b is 0.",
    "편향을 모두 바꿨습니다. 망각 게이트만 열어 두고 b의 나머지는 0입니다.",
    subject="lstm_bias",
)
def bias_of_all(H, forget_bias):
    return np.full(4 * H, float(forget_bias))


class Steps:
    """What the wrong layers have in common with the right one."""

    def __init__(self, Wx, Wh, b):
        self.params = [Wx, Wh, b]
        self.grads = [np.zeros_like(Wx), np.zeros_like(Wh), np.zeros_like(b)]

    def next_start(self, h, c):
        """What the following step begins with."""
        return h, c

    def forward(self, x):
        Wx, Wh, b = self.params
        h, c = np.zeros((len(x), len(Wh))), np.zeros((len(x), len(Wh)))
        self.kept, hs = [], []
        for t in range(x.shape[1]):
            start = self.next_start(h, c) if t else (h, c)
            h, c, gates = joined(start[1], *activated(x[:, t], start[0], Wx, Wh, b))
            self.kept.append((x[:, t], *start, c, gates))
            hs.append(h)
        return np.stack(hs, axis=1)

    def step_back(self, dh, dc, step):
        dc_total = total(dh, dc, step[3], step[4][3])
        parts = four(dh, dc_total, step[2], step[3], step[4])
        return through_sums(parts, dc_total * step[4][1], step[0], step[1], *self.params[:2])

    def carry(self, dh, dc):
        """What goes back to the step before."""
        return dh, dc

    def gather(self, grads):
        for kept, grad in zip(self.grads, grads, strict=True):
            kept += grad

    def clear(self):
        for grad in self.grads:
            grad[...] = 0

    def backward(self, dhs):
        self.clear()
        dh, dc, dxs = 0, np.zeros_like(dhs[:, 0]), []
        for t in reversed(range(len(self.kept))):
            dx, dh, dc, *grads = self.step_back(dhs[:, t] + dh, dc, self.kept[t])
            dh, dc = self.carry(dh, dc)
            self.gather(grads)
            dxs.insert(0, dx)
        return np.stack(dxs, axis=1)


@TIME_LSTM.mistake(
    "The cell begins with 0 at every step: hand c on to the next step, beside h.",
    "셀이 시점마다 0에서 시작합니다. h와 함께 c도 다음 시점에 넘기십시오.",
    subject="TimeLSTM",
)
class CellReset(Steps):
    def next_start(self, h, c):
        return h, 0 * c


@TIME_LSTM.mistake(
    "The state begins with 0 at every step: hand h on to the next step, beside c.",
    "상태가 시점마다 0에서 시작합니다. c와 함께 h도 다음 시점에 넘기십시오.",
    subject="TimeLSTM",
)
class StateReset(Steps):
    def next_start(self, h, c):
        return 0 * h, c


@TIME_LSTM.mistake(
    "State and cell are exchanged on their way to the next step.",
    "다음 시점으로 넘길 때 상태와 셀이 바뀌었습니다.",
    subject="TimeLSTM",
)
class StateAndCellExchanged(Steps):
    def next_start(self, h, c):
        return c, h


@TIME_LSTM.mistake(
    "dc is not carried back: every step begins with dc = 0. Hand the dc that comes back to the step before.",
    "dc가 거꾸로 이어지지 않습니다. 시점마다 dc = 0에서 시작합니다. 돌아온 dc를 앞 시점에 넘기십시오.",
    subject="TimeLSTM",
)
class DcNotCarried(Steps):
    def carry(self, dh, dc):
        return dh, 0 * dc


@TIME_LSTM.mistake(
    "dh is not carried back: state t is also used by step t + 1. Add the dh that comes back to dhs[:, t].",
    "dh가 거꾸로 이어지지 않습니다. 시점 t의 상태는 시점 t + 1에도 쓰입니다. 돌아온 dh를 dhs[:, t]에 더하십시오.",
    subject="TimeLSTM",
)
class DhNotCarried(Steps):
    def carry(self, dh, dc):
        return 0 * dh, dc


@TIME_LSTM.mistake(
    "The gradients of the weights are those of step 0 alone: each step wrote over the others. Add them up.",
    "가중치의 그래디언트에 시점 0의 것만 남았습니다. 시점마다 덮어썼습니다. 모두 더하십시오.",
    subject="TimeLSTM",
)
class GradsOverwritten(Steps):
    def gather(self, grads):
        for kept, grad in zip(self.grads, grads, strict=True):
            kept[...] = grad


@TIME_LSTM.mistake(
    "The gradients pile up from backward to backward: set them to 0 at its beginning.",
    "backward를 부를 때마다 그래디언트가 쌓입니다. 시작할 때 0으로 만드십시오.",
    subject="TimeLSTM",
)
class GradsPileUp(Steps):
    def clear(self):
        pass


@TIME_LSTM.mistake(
    "The steps of an earlier forward are still in the list, and backward walks back through them, too. Begin a new list in forward, "
    "not in __init__.",
    "앞 forward의 시점들이 리스트에 남아 있어서 backward가 그것까지 거꾸로 갑니다. 리스트를 __init__이 아니라 forward에서 새로 "
    "만드십시오.",
    subject="TimeLSTM",
)
class StepsPileUp:
    def __init__(self, Wx, Wh, b):
        self.params = [Wx, Wh, b]
        self.grads = [np.zeros_like(Wx), np.zeros_like(Wh), np.zeros_like(b)]
        self.kept = []

    def forward(self, x):
        Wx, Wh, b = self.params
        h, c = np.zeros((len(x), len(Wh))), np.zeros((len(x), len(Wh)))
        hs = []
        for t in range(x.shape[1]):
            start = h, c
            h, c, gates = joined(c, *activated(x[:, t], h, Wx, Wh, b))
            self.kept.append((x[:, t], *start, c, gates))
            hs.append(h)
        return np.stack(hs, axis=1)

    def backward(self, dhs):
        for grad in self.grads:
            grad[...] = 0
        dh, dc, dxs = np.zeros_like(dhs[:, 0]), np.zeros_like(dhs[:, 0]), []
        for t in reversed(range(len(self.kept))):
            x, h, c, c_next, gates = self.kept[t]
            from_above = dhs[:, t] + dh
            dc_total = total(from_above, dc, c_next, gates[3])
            parts = four(from_above, dc_total, c, c_next, gates)
            dx, dh, dc, *grads = through_sums(parts, dc_total * gates[1], x, h, *self.params[:2])
            for kept, grad in zip(self.grads, grads, strict=True):
                kept += grad
            dxs.insert(0, dx)
        return np.stack(dxs, axis=1)


@TIME_LSTM.mistake(
    "backward gets the state and the cell after each step where it needs those before it: put h and c into the list before they are "
    "replaced by the new ones.",
    "backward에 시점마다 이전 상태와 셀이 필요한데 새 상태와 셀이 저장되어 있습니다. h와 c를 새것으로 바꾸기 전에 리스트에 넣으십시오.",
    subject="TimeLSTM",
)
class KeepsTheNewState(Steps):
    def forward(self, x):
        hs = super().forward(x)
        self.kept = [(step[0], hs[:, t], step[3], step[3], step[4]) for t, step in enumerate(self.kept)]
        return hs


@TIME_LSTM.mistake(
    "backward puts new arrays into grads: an optimizer that holds the old ones sees no gradient. Write grad[...] = ...",
    "backward가 grads에 새 배열을 넣습니다. 옛 배열을 들고 있는 옵티마이저에는 전해지지 않습니다. grad[...] = ...로 쓰십시오.",
    subject="TimeLSTM",
)
class RebindsTheGrads(Steps):
    def clear(self):
        self.grads = [np.zeros_like(p) for p in self.params]


@TIME_LSTM.mistake(
    "params holds copies of the weights. Keep the arrays themselves, so that a change of one is a change of both.",
    "params에 가중치의 복사본을 넣었습니다. 한쪽을 바꾸면 다른 쪽도 바뀌도록 배열 자체를 넣으십시오.",
    subject="TimeLSTM",
)
class CopiesTheWeights(Steps):
    def __init__(self, Wx, Wh, b):
        super().__init__(Wx.copy(), Wh.copy(), b.copy())


@TIME_LSTM.mistake(
    "backward walks forward: begin with the last step, for only it gets nothing from later.",
    "backward가 앞에서부터 갑니다. 뒤에서 오는 것이 없는 마지막 시점부터 시작하십시오.",
    subject="TimeLSTM",
)
class WalksForward(Steps):
    def backward(self, dhs):
        self.kept.reverse()
        dx = super().backward(dhs[:, ::-1])
        self.kept.reverse()
        return dx[:, ::-1]


@TIME_LSTM.mistake(
    "The result is (T, N, H): the steps stand on the first axis. np.stack(hs, axis=1) puts them on the second.",
    "결과가 (T, N, H)입니다. 시점이 첫째 축에 있습니다. np.stack(hs, axis=1)이면 둘째 축에 놓입니다.",
    subject="TimeLSTM",
)
class TimeFirst(Steps):
    def forward(self, x):
        return super().forward(x).transpose(1, 0, 2)


@TIME_LSTM.mistake(
    "dx stands in the reverse order of time: the walk went from the end, so turn the list round at the end.",
    "dx의 시점 순서가 거꾸로입니다. 뒤에서부터 모았으니 마지막에 리스트를 뒤집으십시오.",
    subject="TimeLSTM",
)
class DxReversed(Steps):
    def backward(self, dhs):
        return super().backward(dhs)[:, ::-1]


@TIME_LSTM.mistake(
    "forward goes on from the state of the forward before. Here every forward begins with zeros.",
    "앞 forward의 마지막 상태에서 다음 forward가 시작합니다. 여기서는 forward마다 0에서 시작합니다.",
    subject="TimeLSTM",
)
class KeepsTheState(Steps):
    end = None

    def forward(self, x):
        if self.end is None:
            hs = super().forward(x)
        else:
            Wx, Wh, b = self.params
            (h, c), self.kept, hs = self.end, [], []
            for t in range(x.shape[1]):
                before = h, c
                h, c, gates = joined(c, *activated(x[:, t], h, Wx, Wh, b))
                self.kept.append((x[:, t], *before, c, gates))
                hs.append(h)
            hs = np.stack(hs, axis=1)
        self.end = hs[:, -1], self.kept[-1][3]
        return hs


@TIME_LSTM.mistake(
    "b holds whole numbers, so an optimizer cannot change it: write 0.0, or begin with np.zeros.",
    "b의 원소가 정수라서 옵티마이저가 바꿀 수 없습니다. 0.0으로 쓰거나 np.zeros로 시작하십시오.",
    subject="lstm_bias",
)
def bias_of_whole_numbers(H, forget_bias):
    return np.repeat([0, forget_bias, 0, 0], H)


@TIME_LSTM.mistake(
    "The gradients are cut off at ±5 here: clipping is for clip_grads, after backward.",
    "여기서 그래디언트를 ±5로 잘랐습니다. 클리핑은 backward 다음에 clip_grads가 합니다.",
    subject="TimeLSTM",
)
class ClipsInTheLayer(Steps):
    def backward(self, dhs):
        dx = super().backward(dhs)
        for grad in self.grads:
            np.clip(grad, -5, 5, out=grad)
        return dx


@TIME_LSTM.mistake(
    "backward uses copies of the weights made in the constructor: after an update they are old. Use self.params.",
    "backward가 생성자에서 만든 가중치의 복사본을 씁니다. 갱신한 뒤에는 옛 값입니다. self.params를 쓰십시오.",
    subject="TimeLSTM",
)
class BackwardWithOldWeights(Steps):
    def __init__(self, Wx, Wh, b):
        super().__init__(Wx, Wh, b)
        self.old = Wx.copy(), Wh.copy()

    def step_back(self, dh, dc, step):
        dc_total = total(dh, dc, step[3], step[4][3])
        parts = four(dh, dc_total, step[2], step[3], step[4])
        return through_sums(parts, dc_total * step[4][1], step[0], step[1], *self.old)


def gates_of(x, h, Wx, Wh, b):
    H = h.shape[1]
    a = x @ Wx[:, : 2 * H] + h @ Wh[:, : 2 * H] + b[: 2 * H]
    return sigmoid(a[:, :H]), sigmoid(a[:, H:])


def candidate(x, h, Wx, Wh, b):
    """tanh of the sum of the third part, with what stands in the place of the state."""
    H = h.shape[1]
    return np.tanh(x @ Wx[:, 2 * H :] + h @ Wh[:, 2 * H :] + b[2 * H :])


@GRU_STEP_FORWARD.mistake(
    "z is turned round: (1 - z)·h + z·n, as some textbooks have it. Here z is what is kept: z·h + (1 - z)·n.",
    "z가 뒤집혔습니다. (1 - z)·h + z·n은 다른 교과서의 식입니다. 여기서는 z가 남기는 몫입니다. z·h + (1 - z)·n입니다.",
)
def z_inverted(x, h, Wx, Wh, b):
    r, z = gates_of(x, h, Wx, Wh, b)
    n = candidate(x, r * h, Wx, Wh, b)
    return (1 - z) * h + z * n, (r, z, n)


@GRU_STEP_FORWARD.mistake(
    "The reset gate comes after the product, r·(h Wh_n), as in PyTorch. Here it comes before: (r·h) Wh_n.",
    "리셋 게이트가 행렬 곱 뒤에 있습니다. r·(h Wh_n)은 PyTorch의 식입니다. 여기서는 곱하기 전입니다. (r·h) Wh_n입니다.",
)
def reset_after_product(x, h, Wx, Wh, b):
    H = h.shape[1]
    r, z = gates_of(x, h, Wx, Wh, b)
    n = np.tanh(x @ Wx[:, 2 * H :] + r * (h @ Wh[:, 2 * H :]) + b[2 * H :])
    return z * h + (1 - z) * n, (r, z, n)


@GRU_STEP_FORWARD.mistake(
    "The reset gate is not used: n must see r·h in the place of h.",
    "리셋 게이트를 쓰지 않았습니다. n에는 h 대신 r·h가 들어가야 합니다.",
)
def reset_unused(x, h, Wx, Wh, b):
    r, z = gates_of(x, h, Wx, Wh, b)
    n = candidate(x, h, Wx, Wh, b)
    return z * h + (1 - z) * n, (r, z, n)


@GRU_STEP_FORWARD.mistake(
    "The reset gate is turned round: r = 1 lets h through, so n sees r·h and not (1 - r)·h.",
    "리셋 게이트가 뒤집혔습니다. r = 1이면 h가 통과합니다. (1 - r)·h가 아니라 r·h입니다.",
)
def reset_inverted(x, h, Wx, Wh, b):
    r, z = gates_of(x, h, Wx, Wh, b)
    n = candidate(x, (1 - r) * h, Wx, Wh, b)
    return z * h + (1 - z) * n, (r, z, n)


@GRU_STEP_FORWARD.mistake(
    "r and z are exchanged: the first H columns are those of r, the next those of z.",
    "r과 z가 바뀌었습니다. 처음 H개의 열이 r이고 그다음이 z입니다.",
)
def gates_exchanged(x, h, Wx, Wh, b):
    z, r = gates_of(x, h, Wx, Wh, b)
    n = candidate(x, r * h, Wx, Wh, b)
    return z * h + (1 - z) * n, (r, z, n)


@GRU_STEP_FORWARD.mistake(
    "The candidate goes through the sigmoid. It is the content, between -1 and 1: tanh.",
    "후보값에 시그모이드를 썼습니다. 후보값은 −1과 1 사이의 내용물이므로 tanh입니다.",
)
def gru_sigmoid_candidate(x, h, Wx, Wh, b):
    r, z = gates_of(x, h, Wx, Wh, b)
    n = sigmoid(np.arctanh(candidate(x, r * h, Wx, Wh, b).clip(-1 + 1e-15, 1 - 1e-15)))
    return z * h + (1 - z) * n, (r, z, n)


@GRU_STEP_FORWARD.mistake(
    "The new state is h + (1 - z)·n: what is kept is z·h, so that both shares sum to 1.",
    "새 상태가 h + (1 - z)·n입니다. 남기는 것은 z·h이고, 두 몫의 합이 1입니다.",
)
def keeps_everything(x, h, Wx, Wh, b):
    r, z = gates_of(x, h, Wx, Wh, b)
    n = candidate(x, r * h, Wx, Wh, b)
    return h + (1 - z) * n, (r, z, n)


@GRU_STEP_FORWARD.mistake(
    "h *= r writes into the state that was handed in, and z·h then meets the changed one. Make a new array: r * h.",
    "h *= r은 받은 상태 자체를 바꾸고, z·h도 바뀐 값을 쓰게 됩니다. r * h로 새 배열을 만드십시오.",
)
def resets_in_place(x, h, Wx, Wh, b):
    r, z = gates_of(x, h, Wx, Wh, b)
    h *= r
    n = candidate(x, h, Wx, Wh, b)
    return z * h + (1 - z) * n, (r, z, n)


@GRU_STEP_FORWARD.mistake(
    "h *= r writes into the state that was handed in: the values are right, but the caller's array changed. Use r * h.",
    "h *= r은 받은 상태 자체를 바꿉니다. 결과는 맞지만 호출한 쪽의 배열이 바뀌었습니다. r * h를 쓰십시오.",
)
def state_in_place(x, h, Wx, Wh, b):
    r, z = gates_of(x, h, Wx, Wh, b)
    kept = z * h
    h *= r
    n = candidate(x, h, Wx, Wh, b)
    return kept + (1 - z) * n, (r, z, n)


def parts(dh_next, h, gates, Wh):
    """da_r, da_z, da_n and the gradient of r·h, right."""
    r, z, n = gates
    H = h.shape[1]
    da_n = dh_next * (1 - z) * (1 - n**2)
    drh = da_n @ Wh[:, 2 * H :].T
    return drh * h * r * (1 - r), dh_next * (h - n) * z * (1 - z), da_n, drh


def gathered(dh, da_r, da_z, da_n, rh, x, h, Wx):
    da = np.hstack([da_r, da_z, da_n])
    return da @ Wx.T, dh, x.T @ da, np.hstack([h.T @ da_r, h.T @ da_z, rh.T @ da_n]), da.sum(axis=0)


def all_ways(dh_next, da_r, da_z, drh, gates, Wh):
    H = len(Wh)
    return dh_next * gates[1] + drh * gates[0] + da_r @ Wh[:, :H].T + da_z @ Wh[:, H : 2 * H].T


@GRU_STEP_BACKWARD.mistake(
    "The way through z·h is missing in dh: add dh_next·z.",
    "dh에 z·h를 지나는 길이 빠졌습니다. dh_next·z를 더하십시오.",
)
def way_through_z_missing(dh_next, x, h, gates, Wx, Wh):
    da_r, da_z, da_n, drh = parts(dh_next, h, gates, Wh)
    dh = all_ways(0 * dh_next, da_r, da_z, drh, gates, Wh)
    return gathered(dh, da_r, da_z, da_n, gates[0] * h, x, h, Wx)


@GRU_STEP_BACKWARD.mistake(
    "dh has only the way through z·h: h also stands in r·h and in the sums of both gates.",
    "dh에 z·h를 지나는 길만 있습니다. h는 r·h와 두 게이트의 합에도 들어 있습니다.",
)
def only_the_way_through_z(dh_next, x, h, gates, Wx, Wh):
    da_r, da_z, da_n, _ = parts(dh_next, h, gates, Wh)
    return gathered(dh_next * gates[1], da_r, da_z, da_n, gates[0] * h, x, h, Wx)


@GRU_STEP_BACKWARD.mistake(
    "The ways of h through the sums of r and of z are missing in dh: add da_r Wh_rᵀ + da_z Wh_zᵀ.",
    "dh에 r의 합과 z의 합을 지나는 길이 빠졌습니다. da_r Wh_rᵀ + da_z Wh_zᵀ를 더하십시오.",
)
def ways_through_gates_missing(dh_next, x, h, gates, Wx, Wh):
    da_r, da_z, da_n, drh = parts(dh_next, h, gates, Wh)
    return gathered(dh_next * gates[1] + drh * gates[0], da_r, da_z, da_n, gates[0] * h, x, h, Wx)


@GRU_STEP_BACKWARD.mistake(
    "What comes back through the product is not multiplied by r: it is the gradient of r·h, so h gets r times it.",
    "행렬 곱을 거슬러 온 것에 r을 곱하지 않았습니다. 그것은 r·h의 그래디언트이므로 h에는 r을 곱해 보냅니다.",
)
def r_missing_on_the_way(dh_next, x, h, gates, Wx, Wh):
    da_r, da_z, da_n, drh = parts(dh_next, h, gates, Wh)
    dh = all_ways(dh_next, da_r, da_z, drh, (1, gates[1]), Wh)
    return gathered(dh, da_r, da_z, da_n, gates[0] * h, x, h, Wx)


@GRU_STEP_BACKWARD.mistake(
    "Wh_n is not transposed: d(rh) = da_n Wh_nᵀ. Wh_n is square, so NumPy does not notice.",
    "Wh_n을 전치하지 않았습니다. d(rh) = da_n Wh_nᵀ입니다. Wh_n은 정사각형이라 NumPy가 알아채지 못합니다.",
)
def n_not_transposed(dh_next, x, h, gates, Wx, Wh):
    r, H = gates[0], h.shape[1]
    _, da_z, da_n, _ = parts(dh_next, h, gates, Wh)
    drh = da_n @ Wh[:, 2 * H :]
    da_r = drh * h * r * (1 - r)
    return gathered(all_ways(dh_next, da_r, da_z, drh, gates, Wh), da_r, da_z, da_n, r * h, x, h, Wx)


@GRU_STEP_BACKWARD.mistake(
    "Wh_r and Wh_z are not transposed on the way back to h. They are square, so NumPy does not notice.",
    "h로 돌아가는 길에 Wh_r과 Wh_z를 전치하지 않았습니다. 정사각형이라 NumPy가 알아채지 못합니다.",
)
def gates_not_transposed(dh_next, x, h, gates, Wx, Wh):
    H = h.shape[1]
    da_r, da_z, da_n, drh = parts(dh_next, h, gates, Wh)
    dh = dh_next * gates[1] + drh * gates[0] + da_r @ Wh[:, :H] + da_z @ Wh[:, H : 2 * H]
    return gathered(dh, da_r, da_z, da_n, gates[0] * h, x, h, Wx)


@GRU_STEP_BACKWARD.mistake(
    "dWh is hᵀ da for all columns: those of n met r·h, so their gradient is (r·h)ᵀ da_n.",
    "dWh의 모든 열을 hᵀ da로 구했습니다. n의 열과 곱해진 것은 r·h이므로 (r·h)ᵀ da_n입니다.",
)
def h_for_rh(dh_next, x, h, gates, Wx, Wh):
    da_r, da_z, da_n, drh = parts(dh_next, h, gates, Wh)
    return gathered(all_ways(dh_next, da_r, da_z, drh, gates, Wh), da_r, da_z, da_n, h, x, h, Wx)


@GRU_STEP_BACKWARD.mistake(
    "dz has the wrong sign: in z·h + (1 - z)·n the factor of z is h - n.",
    "dz의 부호가 반대입니다. z·h + (1 - z)·n에서 z에 곱해진 것은 h - n입니다.",
)
def dz_sign(dh_next, x, h, gates, Wx, Wh):
    da_r, da_z, da_n, drh = parts(dh_next, h, gates, Wh)
    return gathered(all_ways(dh_next, da_r, -da_z, drh, gates, Wh), da_r, -da_z, da_n, gates[0] * h, x, h, Wx)


@GRU_STEP_BACKWARD.mistake(
    "dz is dh_next·h alone: z also stands in (1 - z)·n, so dz = dh_next·(h - n).",
    "dz가 dh_next·h뿐입니다. z는 (1 - z)·n에도 들어 있으므로 dz = dh_next·(h - n)입니다.",
)
def dz_of_h_alone(dh_next, x, h, gates, Wx, Wh):
    da_r, _, da_n, drh = parts(dh_next, h, gates, Wh)
    da_z = dh_next * h * gates[1] * (1 - gates[1])
    return gathered(all_ways(dh_next, da_r, da_z, drh, gates, Wh), da_r, da_z, da_n, gates[0] * h, x, h, Wx)


def with_share(dh_next, x, h, gates, Wx, Wh, share, slope):
    """The gradients where n gets another share of dh_next, or another slope."""
    r, z, n = gates
    H = h.shape[1]
    da_n = dh_next * share * slope
    drh = da_n @ Wh[:, 2 * H :].T
    da_r, da_z = drh * h * r * (1 - r), dh_next * (h - n) * z * (1 - z)
    return gathered(all_ways(dh_next, da_r, da_z, drh, gates, Wh), da_r, da_z, da_n, r * h, x, h, Wx)


@GRU_STEP_BACKWARD.mistake(
    "n gets the share z of dh_next: in z·h + (1 - z)·n its factor is 1 - z.",
    "n에 dh_next의 z만큼을 보냈습니다. z·h + (1 - z)·n에서 n에 곱해진 것은 1 - z입니다.",
)
def share_of_n_inverted(dh_next, x, h, gates, Wx, Wh):
    return with_share(dh_next, x, h, gates, Wx, Wh, gates[1], 1 - gates[2] ** 2)


@GRU_STEP_BACKWARD.mistake(
    "The slope of tanh is missing in da_n: (1 - z)·dh_next times (1 - n²).",
    "da_n에 tanh의 기울기가 빠졌습니다. (1 - z)·dh_next에 (1 - n²)을 곱합니다.",
)
def no_slope_of_n(dh_next, x, h, gates, Wx, Wh):
    return with_share(dh_next, x, h, gates, Wx, Wh, 1 - gates[1], 1)


@GRU_STEP_BACKWARD.mistake(
    "The gates do not take the slope of the sigmoid: da_r needs r(1 - r), da_z needs z(1 - z).",
    "게이트에 시그모이드의 기울기가 빠졌습니다. da_r에는 r(1 - r), da_z에는 z(1 - z)를 곱합니다.",
)
def no_slopes_of_gates(dh_next, x, h, gates, Wx, Wh):
    _, _, da_n, drh = parts(dh_next, h, gates, Wh)
    da_r, da_z = drh * h, dh_next * (h - gates[2])
    return gathered(all_ways(dh_next, da_r, da_z, drh, gates, Wh), da_r, da_z, da_n, gates[0] * h, x, h, Wx)


@GRU_STEP_BACKWARD.mistake(
    "The way back belongs to a GRU with the reset after the product, as in PyTorch: there dr is da_n·(h Wh_n).",
    "PyTorch처럼 행렬 곱 뒤에 리셋하는 GRU의 역전파입니다. 거기서는 dr이 da_n·(h Wh_n)입니다.",
)
def back_as_in_pytorch(dh_next, x, h, gates, Wx, Wh):
    r, z, n = gates
    H = h.shape[1]
    _, da_z, da_n, _ = parts(dh_next, h, gates, Wh)
    da_r = da_n * (h @ Wh[:, 2 * H :]) * r * (1 - r)
    dh = dh_next * z + (r * da_n) @ Wh[:, 2 * H :].T + da_r @ Wh[:, :H].T + da_z @ Wh[:, H : 2 * H].T
    da = np.hstack([da_r, da_z, da_n])
    return da @ Wx.T, dh, x.T @ da, np.hstack([h.T @ da_r, h.T @ da_z, h.T @ (r * da_n)]), da.sum(axis=0)


@GRU_STEP_BACKWARD.mistake(
    "The parts of da are joined in the order z, r, n. The columns have the order r, z, n.",
    "da의 부분을 z, r, n 순서로 이어 붙였습니다. 열의 순서는 r, z, n입니다.",
)
def joined_as_zrn(dh_next, x, h, gates, Wx, Wh):
    da_r, da_z, da_n, drh = parts(dh_next, h, gates, Wh)
    dh = all_ways(dh_next, da_z, da_r, drh, gates, Wh)
    return gathered(dh, da_z, da_r, da_n, gates[0] * h, x, h, Wx)


@GRU_STEP_BACKWARD.mistake(
    "dh_next *= ... writes into the array of the caller. Make a new array: da_n = dh_next * (1 - z) * (1 - n²).",
    "dh_next *= ...는 호출한 쪽의 배열을 바꿉니다. da_n = dh_next * (1 - z) * (1 - n²)처럼 새 배열을 만드십시오.",
)
def dh_next_in_place(dh_next, x, h, gates, Wx, Wh):
    da_r, da_z, da_n, drh = parts(dh_next, h, gates, Wh)
    dh = all_ways(dh_next, da_r, da_z, drh, gates, Wh)
    dh_next *= (1 - gates[1]) * (1 - gates[2] ** 2)
    return gathered(dh, da_r, da_z, da_n, gates[0] * h, x, h, Wx)


@GRU_STEP_BACKWARD.mistake(
    "The gradients are cut off at ±5 here: clipping is for clip_grads, after backward.",
    "여기서 그래디언트를 ±5로 잘랐습니다. 클리핑은 backward 다음에 clip_grads가 합니다.",
)
def gru_clips_the_gradients(dh_next, x, h, gates, Wx, Wh):
    da_r, da_z, da_n, drh = parts(dh_next, h, gates, Wh)
    way = all_ways(dh_next, da_r, da_z, drh, gates, Wh)
    dx, dh, *grads = gathered(way, da_r, da_z, da_n, gates[0] * h, x, h, Wx)
    return dx, dh, *(np.clip(grad, -5, 5) for grad in grads)


@FORGET_HALFLIFE.mistake(
    "The bias is taken for the gate itself: first f = sigmoid(bias).",
    "편향을 게이트의 값으로 썼습니다. 먼저 f = sigmoid(bias)를 구하십시오.",
)
def without_sigmoid(bias):
    return np.log(0.5) / np.log(np.asarray(bias, dtype=float))


@FORGET_HALFLIFE.mistake(
    "This is -1 / ln f: the number of steps until 1/e is left, not 1/2; or two bases are mixed, log2(0.5) = -1 and ln f. Take ln 0.5.",
    "-1 / ln f입니다. 이것은 1/2이 아니라 1/e이 남을 때까지의 걸음 수입니다. 밑이 다른 log2(0.5) = -1과 ln f를 섞어도 이 값이 "
    "나옵니다. ln 0.5를 쓰십시오.",
)
def two_bases(bias):
    return -1 / np.log(sigmoid(bias))


@FORGET_HALFLIFE.mistake(
    "Two logarithms of different bases are mixed, log10(0.5) and ln f. Take the same one twice.",
    "밑이 다른 로그 log10(0.5)와 ln f를 섞었습니다. 두 번 모두 같은 로그를 쓰십시오.",
)
def base_ten_and_e(bias):
    return np.log10(0.5) / np.log(sigmoid(bias))


@FORGET_HALFLIFE.mistake(
    "The quotient is turned round: n = ln 0.5 / ln f.",
    "나눗셈이 뒤집혔습니다. n = ln 0.5 / ln f입니다.",
)
def turned_round(bias):
    return np.log(sigmoid(bias)) / np.log(0.5)


@FORGET_HALFLIFE.mistake(
    "The sign is wrong: ln 0.5 and ln f are both negative, so the half-life is positive.",
    "부호가 틀렸습니다. ln 0.5와 ln f가 모두 음수이므로 반감기는 양수입니다.",
)
def negative(bias):
    return np.log(2) / np.log(sigmoid(bias))


@FORGET_HALFLIFE.mistake(
    "1 / (1 - f) is a rough lifetime, after which about a third is left. For the half-life solve f^n = 0.5.",
    "1 / (1 - f)는 삼분의 일쯤이 남을 때까지의 대략의 수명입니다. 반감기는 f^n = 0.5를 풀어 구합니다.",
)
def rough_lifetime(bias):
    return 1 / (1 - sigmoid(bias))


@FORGET_HALFLIFE.mistake(
    "The number is rounded to whole steps: leave it as it is.",
    "정수 시점으로 반올림했습니다. 계산한 값을 그대로 두십시오.",
)
def whole_steps(bias):
    return np.ceil(np.log(0.5) / np.log(sigmoid(bias)) - 1e-9)


@FORGET_HALFLIFE.mistake(
    "f was kept away from 1: a gate of bias 20 lies nearer. Take f as it is.",
    "f를 1에서 떼어 놓았습니다. 편향이 20이면 더 가깝습니다. f를 그대로 쓰십시오.",
)
def kept_away_from_one(bias):
    return np.log(0.5) / np.log(np.clip(sigmoid(bias), 1e-7, 1 - 1e-7))


@FORGET_HALFLIFE.mistake(
    "math.log takes one number only, so an array of biases fails: use np.log.",
    "math.log는 수 하나만 받으므로 편향이 배열이면 오류가 납니다. np.log를 쓰십시오.",
)
def numbers_only(bias):
    import math

    return math.log(0.5) / math.log(sigmoid(bias))


@FORGET_HALFLIFE.mistake(
    "All biases of the array are averaged into one number: return one half-life for each.",
    "배열의 편향을 평균 내어 수 하나로 만들었습니다. 편향마다 반감기를 하나씩 반환하십시오.",
)
def one_for_all(bias):
    return np.mean(np.log(0.5) / np.log(sigmoid(bias)))


def counted(kind, each, rnn=1, gru=3, lstm=4):
    """So many parts of `each` numbers."""
    parts = {"rnn": rnn, "gru": gru, "lstm": lstm}
    if kind not in parts:
        raise ValueError(kind)
    return parts[kind] * each


def one_bias(D, H):
    return D * H + H * H + H


@COUNT_PARAMS.mistake(
    "Two biases are counted for each part, as PyTorch has them. Here each part has one.",
    "부분마다 편향을 두 개씩 셌습니다. PyTorch가 그렇습니다. 여기서는 하나씩입니다.",
)
def two_biases(kind, D, H):
    return counted(kind, D * H + H * H + 2 * H)


@COUNT_PARAMS.mistake(
    "The biases are missing: each part has a bias (H,).",
    "편향이 빠졌습니다. 부분마다 (H,)인 편향이 있습니다.",
)
def no_biases(kind, D, H):
    return counted(kind, D * H + H * H)


@COUNT_PARAMS.mistake(
    "One bias is counted for the whole layer: each part has its own.",
    "층 전체에 편향을 하나만 셌습니다. 부분마다 하나씩 있습니다.",
)
def one_bias_for_all(kind, D, H):
    return counted(kind, D * H + H * H) + H


@COUNT_PARAMS.mistake(
    "An LSTM is counted with three parts: the candidate g has weights of its own too, so there are four.",
    "LSTM을 세 부분으로 셌습니다. 후보값 g에도 자기 가중치가 있으므로 네 부분입니다.",
)
def three_for_lstm(kind, D, H):
    return counted(kind, one_bias(D, H), lstm=3)


@COUNT_PARAMS.mistake(
    "A GRU is counted with two parts: beside r and z the candidate n has weights of its own, so there are three.",
    "GRU를 두 부분으로 셌습니다. r과 z 말고 후보값 n에도 자기 가중치가 있으므로 세 부분입니다.",
)
def two_for_gru(kind, D, H):
    return counted(kind, one_bias(D, H), gru=2)


@COUNT_PARAMS.mistake(
    "Every kind is counted as one part: the GRU has three parts, the LSTM four.",
    "모두 한 부분으로 셌습니다. GRU는 세 부분, LSTM은 네 부분입니다.",
)
def one_part_each(kind, D, H):
    return counted(kind, one_bias(D, H), gru=1, lstm=1)


@COUNT_PARAMS.mistake(
    "The recurrent weights Wh, H·H for each part, are missing.",
    "순환하는 가중치 Wh가 빠졌습니다. 부분마다 H·H개입니다.",
)
def no_recurrent_weights(kind, D, H):
    return counted(kind, D * H + H)


@COUNT_PARAMS.mistake(
    "Another kind gets an answer without an error: raise ValueError where there is no such layer.",
    "다른 종류에도 오류 없이 답합니다. 그런 층이 없으면 ValueError를 일으키십시오.",
)
def no_error(kind, D, H):
    return {"rnn": 1, "gru": 3, "lstm": 4}.get(kind, 0) * one_bias(D, H)


@COUNT_PARAMS.mistake(
    "A dict raises KeyError for another kind; ValueError is asked for. Test with `if kind not in ...` first.",
    "딕셔너리는 다른 종류에서 KeyError를 일으킵니다. 먼저 `if kind not in ...`으로 확인해 ValueError를 일으키십시오.",
)
def key_error(kind, D, H):
    return {"rnn": 1, "gru": 3, "lstm": 4}[kind] * one_bias(D, H)
