"""u21_lstm_gru: the mistakes with the GRU, with the half-life and with counting."""

import numpy as np

from .exercises import COUNT_PARAMS, FORGET_HALFLIFE
from .gru_steps import GRU_STEP_BACKWARD, GRU_STEP_FORWARD


def sigmoid(x):
    """Safe for large numbers, as the one that the lesson gives."""
    return 0.5 + 0.5 * np.tanh(0.5 * np.asarray(x))


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
def sigmoid_candidate(x, h, Wx, Wh, b):
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


@FORGET_HALFLIFE.mistake(
    "The bias is taken for the gate itself: first f = sigmoid(bias).",
    "편향을 게이트의 값으로 썼습니다. 먼저 f = sigmoid(bias)를 구하십시오.",
)
def without_sigmoid(bias):
    return np.log(0.5) / np.log(np.asarray(bias, dtype=float))


@FORGET_HALFLIFE.mistake(
    "Two logarithms of different bases are mixed, such as log2(0.5) = -1 and ln f. Take the same one twice.",
    "log2(0.5) = -1과 ln f처럼 밑이 다른 로그를 섞었습니다. 두 번 모두 같은 로그를 쓰십시오.",
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
