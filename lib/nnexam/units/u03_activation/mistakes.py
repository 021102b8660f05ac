"""u03_activation: the mistakes that students really make, each with what to look at.

Each is written as a student would write it, in plain NumPy: the demonstration class is drawn from them.
"""

import numpy as np

from .exercises import DERIVATIVES, RELUS, SIGMOID, SOFTMAX, STEPS, TANH


@STEPS.mistake(
    "step returns 1 at 0: the comparison is >= where > is asked.",
    "0에서 step이 1을 반환합니다. >가 필요한 곳에 >=를 썼습니다.",
    subject="step",
)
def one_at_zero(x):
    return np.where(np.asarray(x) >= 0, 1.0, 0.0)


@STEPS.mistake(
    "step returns whole numbers: dtype=int turned 0.0 and 1.0 into 0 and 1.",
    "step이 정수를 반환합니다. dtype=int 때문에 0.0과 1.0이 0과 1이 되었습니다.",
    subject="step",
)
def step_int(x):
    return np.array(x > 0, dtype=int)


@STEPS.mistake(
    "step returns True and False: a comparison still has to be turned into floats.",
    "step이 True와 False를 반환합니다. 비교한 결과를 실수로 바꾸어야 합니다.",
    subject="step",
)
def step_bool(x):
    return x > 0


@STEPS.mistake(
    "sign divides by |x|: at 0 that is 0 / 0 = nan.",
    "sign이 |x|로 나눕니다. 0에서는 0 / 0 = nan입니다.",
    subject="sign",
)
def zero_over_zero(x):
    return x / np.abs(x)


@STEPS.mistake(
    "sign knows only -1 and 1: 0 has the sign 0.",
    "sign의 값이 -1과 1뿐입니다. 0의 부호는 0입니다.",
    subject="sign",
)
def two_valued_sign(x):
    return np.where(x > 0, 1.0, -1.0)


@STEPS.mistake(
    "identity hands whole numbers back as whole numbers; the result must hold floats.",
    "identity가 정수를 정수 그대로 반환합니다. 결과는 실수여야 합니다.",
    subject="identity",
)
def identity_int(x):
    return np.array(x)


@STEPS.mistake(
    "np.vectorize makes all results of the kind of the first one: return 1.0 and 0.0 in every branch, or give otypes=[float].",
    "np.vectorize는 모든 결과를 첫 결과의 자료형으로 만듭니다. 모든 경우에 1.0과 0.0을 반환하거나 otypes=[float]를 주십시오.",
    subject="step",
)
def kind_of_the_first(x):
    return np.vectorize(lambda v: 1 if v > 0 else 0.0)(x)


@STEPS.mistake(
    "A small number is added to |x|: where x is as small itself, the result is neither -1, 0 nor 1. Choose by comparing "
    "with 0.",
    "|x|에 작은 수를 더했습니다. x도 그만큼 작으면 결과가 -1, 0, 1 가운데 어느 것도 아닙니다. 0과 비교해서 고르십시오.",
    subject="sign",
)
def small_number_added(x):
    return x / (np.abs(x) + 1e-8)


@STEPS.mistake(
    "A number close to 0 is taken for 0: only 0 itself has the sign 0.",
    "0에 가까운 수를 0으로 보았습니다. 부호가 0인 것은 정확히 0뿐입니다.",
    subject="sign",
)
def close_to_zero(x):
    return np.where(np.isclose(x, 0), 0.0, np.where(x > 0, 1.0, -1.0))


@SIGMOID.mistake(
    "exp(x) / (1 + exp(x)) is inf / inf = nan for large x: take the exponential of a number that is never large.",
    "x가 크면 exp(x) / (1 + exp(x))는 inf / inf = nan이 됩니다. 큰 수에 exp를 취하지 않도록 식을 바꾸십시오.",
)
def inf_over_inf(x):
    return np.exp(x) / (1 + np.exp(x))


@SIGMOID.mistake(
    "The sign in the exponent is missing: this is sigmoid(-x), which falls where sigmoid rises.",
    "지수의 부호가 빠졌습니다. 이것은 sigmoid(-x)라서 올라가야 할 곳에서 내려갑니다.",
)
def exponent_sign(x):
    return 1 / (1 + np.exp(x))


@SIGMOID.mistake(
    "The result is written into an array of whole numbers (zeros_like of the input), which cuts 0.73 to 0.",
    "정수 배열(입력의 zeros_like)에 결과를 적어서 0.73이 0으로 잘립니다.",
)
def truncated(x):
    y = np.zeros_like(x)
    positive = x >= 0
    y[positive] = 1 / (1 + np.exp(-x[positive]))
    e = np.exp(x[~positive])
    y[~positive] = e / (1 + e)
    return y


@SIGMOID.mistake(
    "Values far below 0 are replaced in x itself, and the caller's numbers are lost: np.clip makes a new array.",
    "0보다 훨씬 작은 값을 x 안에서 바꾸어 호출한 쪽의 수가 사라집니다. np.clip은 새 배열을 만듭니다.",
)
def clipped_in_place(x):
    x[x < -500] = -500
    return 1 / (1 + np.exp(-x))


@TANH.mistake(
    "The quotient of exponentials overflows: at 1000 it is inf / inf = nan.",
    "지수 함수끼리 나누면 오버플로가 납니다. 1000에서 inf / inf = nan이 됩니다.",
)
def quotient_overflows(x):
    return (np.exp(x) - np.exp(-x)) / (np.exp(x) + np.exp(-x))


@TANH.mistake(
    "exp(2x) still overflows on one side: at 1000 it is inf / inf = nan.",
    "exp(2x)도 한쪽에서는 오버플로가 납니다. 1000에서 inf / inf = nan이 됩니다.",
)
def one_sided_overflow(x):
    return (np.exp(2.0 * x) - 1) / (np.exp(2.0 * x) + 1)


@TANH.mistake(
    "2 sigmoid(x) - 1 is tanh(x / 2): the argument of the sigmoid is not doubled.",
    "2 sigmoid(x) - 1은 tanh(x / 2)입니다. 시그모이드에 넣는 값을 두 배로 하지 않았습니다.",
)
def argument_not_doubled(x):
    return 2 / (1 + np.exp(-np.asarray(x, dtype=float))) - 1


@TANH.mistake(
    "The factor 2 is missing: tanh(x) = 2 sigmoid(2x) - 1 runs from -1 to 1, sigmoid(2x) - 1 does not.",
    "2를 곱하지 않았습니다. tanh(x) = 2 sigmoid(2x) - 1은 -1에서 1까지 가지만 sigmoid(2x) - 1은 그렇지 않습니다.",
)
def factor_missing(x):
    return 0.5 * (1 + np.tanh(np.asarray(x, dtype=float))) - 1


@RELUS.mistake(
    "At -inf your formula gives nan, as -inf * 0 and -inf + inf do: choose a value instead of calculating it.",
    "-inf에서 식의 값이 nan입니다. -inf * 0이나 -inf + inf가 nan이기 때문입니다. 계산하지 말고 값을 고르십시오.",
    subject="relu",
)
def times_mask(x):
    return x * (x > 0)


@RELUS.mistake(
    "relu writes into the array that it was given; the caller's numbers are lost.",
    "relu가 받은 배열에 바로 씁니다. 호출한 쪽의 값이 사라집니다.",
    subject="relu",
)
def relu_in_place(x):
    x[x < 0] = 0
    return x


@RELUS.mistake(
    "relu returns |x|: negative inputs become 0, they do not change their sign.",
    "relu가 |x|를 반환합니다. 음수는 부호가 바뀌는 것이 아니라 0이 됩니다.",
    subject="relu",
)
def absolute(x):
    return np.abs(x)


@RELUS.mistake(
    "max(alpha x, x) takes the wrong branch when alpha is larger than 1: decide by the sign of x.",
    "alpha가 1보다 크면 max(alpha x, x)는 반대쪽을 고릅니다. x의 부호로 정하십시오.",
    subject="leaky_relu",
)
def maximum_of_both(x, alpha=0.01):
    return np.maximum(alpha * x, x)


@RELUS.mistake(
    "The slope alpha is applied to the positive inputs; it belongs to the negative ones.",
    "기울기 alpha를 양수에 곱했습니다. alpha는 음수 쪽의 기울기입니다.",
    subject="leaky_relu",
)
def slope_on_positives(x, alpha=0.01):
    return np.where(x > 0, alpha * x, x)


@RELUS.mistake(
    "The negative side has the wrong sign: alpha x is negative there, -alpha x is not.",
    "음수 쪽의 부호가 반대입니다. alpha x는 음수인데 -alpha x는 양수입니다.",
    subject="leaky_relu",
)
def leaky_sign(x, alpha=0.01):
    return np.where(x > 0, x, -alpha * x)


@RELUS.mistake(
    "The negative side is the constant alpha; the value there is alpha x.",
    "음수 쪽이 상수 alpha입니다. 그곳의 값은 alpha x입니다.",
    subject="leaky_relu",
)
def leaky_constant(x, alpha=0.01):
    return np.where(x > 0, x, alpha)


@RELUS.mistake(
    "relu keeps whole numbers whole: turn the result into floats, as all functions of this unit do.",
    "relu가 정수를 정수로 둡니다. 이 단원의 다른 함수처럼 결과를 실수로 만드십시오.",
    subject="relu",
)
def relu_int(x):
    return np.maximum(x, 0)


@RELUS.mistake(
    "leaky_relu writes alpha x into a copy of whole numbers, which cuts it to 0.",
    "정수 배열의 복사본에 alpha x를 적어서 0으로 잘립니다.",
    subject="leaky_relu",
)
def leaky_truncated(x, alpha=0.01):
    y = x.copy()
    y[x < 0] = alpha * x[x < 0]
    return y


@RELUS.mistake(
    "alpha is ignored: the slope is always 0.01.",
    "alpha를 쓰지 않았습니다. 기울기가 언제나 0.01입니다.",
    subject="leaky_relu",
)
def fixed_slope(x, alpha=0.01):
    return np.where(x > 0, x, 0.01 * x)


@RELUS.mistake(
    "leaky_relu writes into the array that it was given; the caller's numbers are lost.",
    "leaky_relu가 받은 배열에 바로 씁니다. 호출한 쪽의 값이 사라집니다.",
    subject="leaky_relu",
)
def leaky_in_place(x, alpha=0.01):
    x[x < 0] *= alpha
    return x


@RELUS.mistake(
    "np.vectorize makes all results of the kind of the first one: return floats in every branch, or give otypes=[float].",
    "np.vectorize는 모든 결과를 첫 결과의 자료형으로 만듭니다. 모든 경우에 실수를 반환하거나 otypes=[float]를 주십시오.",
    subject="relu",
)
def relu_kind_of_the_first(x):
    return np.vectorize(lambda v: v if v > 0 else 0.0)(x)


@RELUS.mistake(
    "leaky_relu takes the kind of all results from the first one (np.vectorize), and where that is whole alpha x is cut: "
    "give otypes=[float].",
    "leaky_relu가 모든 결과를 첫 결과의 자료형으로 만듭니다(np.vectorize). 첫 결과가 정수이면 alpha x가 잘립니다. "
    "otypes=[float]를 주십시오.",
    subject="leaky_relu",
)
def leaky_kind_of_the_first(x, alpha=0.01):
    return np.vectorize(lambda v: v if v > 0 else alpha * v)(x)


@RELUS.mistake(
    "With whole numbers in x and a whole alpha, alpha * x is whole too, and so is the result: turn x into floats first.",
    "x가 정수이고 alpha도 정수이면 alpha * x도 정수라서 결과가 정수입니다. 먼저 x를 실수로 만드십시오.",
    subject="leaky_relu",
)
def leaky_int(x, alpha=0.01):
    return np.maximum(x, 0) + alpha * np.minimum(x, 0)


@SOFTMAX.mistake(
    "No maximum is subtracted: exp(1000) is inf, and inf / inf is nan.",
    "최댓값을 빼지 않았습니다. exp(1000)은 inf이고 inf / inf는 nan입니다.",
)
def no_shift(x, axis=-1):
    e = np.exp(x)
    return e / e.sum(axis=axis, keepdims=True)


@SOFTMAX.mistake(
    "The minimum is subtracted: the largest exponent is still large. With the maximum every exponent is at most 0.",
    "최솟값을 뺐습니다. 가장 큰 지수는 여전히 큽니다. 최댓값을 빼면 모든 지수가 0 이하가 됩니다.",
)
def shift_by_minimum(x, axis=-1):
    e = np.exp(x - np.min(x, axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)


@SOFTMAX.mistake(
    "The mean is subtracted: a score far above it still overflows. With the maximum every exponent is at most 0.",
    "평균을 뺐습니다. 평균보다 훨씬 큰 값에서는 여전히 오버플로가 납니다. 최댓값을 빼면 모든 지수가 0 이하가 됩니다.",
)
def shift_by_mean(x, axis=-1):
    e = np.exp(x - np.mean(x, axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)


@SOFTMAX.mistake(
    "The maximum is subtracted above the fraction bar, but not below: compute the exponentials once, and use the same in both.",
    "최댓값을 분자에서만 빼고 분모에서는 빼지 않았습니다. 지수를 한 번만 계산해 분자와 분모에 같이 쓰십시오.",
)
def shifted_above_only(x, axis=-1):
    return np.exp(x - x.max(axis=axis, keepdims=True)) / np.exp(x).sum(axis=axis, keepdims=True)


@SOFTMAX.mistake(
    "The result is written into an array of whole numbers (zeros_like of the input), which cuts it to 0.",
    "정수 배열(입력의 zeros_like)에 결과를 적어서 0으로 잘립니다.",
)
def softmax_truncated(x, axis=-1):
    y = np.zeros_like(x)
    e = np.exp(x - np.max(x, axis=axis, keepdims=True))
    y[...] = e / e.sum(axis=axis, keepdims=True)
    return y


@SOFTMAX.mistake(
    "The maximum of the whole array is subtracted: in a row far below it every exp is 0, and 0 / 0 is nan.",
    "배열 전체의 최댓값을 뺐습니다. 그보다 훨씬 작은 행에서는 exp가 모두 0이 되어 0 / 0 = nan이 됩니다.",
)
def global_shift(x, axis=-1):
    e = np.exp(x - np.max(x))
    return e / e.sum(axis=axis, keepdims=True)


@SOFTMAX.mistake(
    "The sum runs along axis 0 whatever `axis` says: the columns sum to 1, not the rows.",
    "axis와 관계없이 축 0을 따라 더합니다. 행이 아니라 열의 합이 1이 됩니다.",
)
def always_axis_0(x, axis=-1):
    e = np.exp(x - x.max(axis=0, keepdims=True))
    return e / e.sum(axis=0, keepdims=True)


@SOFTMAX.mistake(
    "`axis` is ignored: the sum always runs along the last axis.",
    "axis를 쓰지 않았습니다. 언제나 마지막 축을 따라 더합니다.",
)
def always_last_axis(x, axis=-1):
    e = np.exp(x - x.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


@SOFTMAX.mistake(
    "keepdims=True is missing: an (N,) sum does not line up with the rows of an (N, K) array.",
    "keepdims=True가 없습니다. (N,) shape의 합은 (N, K) 배열의 행과 맞지 않습니다.",
)
def no_keepdims(x, axis=-1):
    e = np.exp(x - np.max(x, axis=axis))
    return e / np.sum(e, axis=axis)


@SOFTMAX.mistake(
    "The exponentials are divided by the sum of the whole array: all rows together sum to 1.",
    "배열 전체의 합으로 나누었습니다. 각 행이 아니라 모든 행을 합해야 1이 됩니다.",
)
def whole_sum(x, axis=-1):
    e = np.exp(x - x.max(axis=axis, keepdims=True))
    return e / e.sum()


@DERIVATIVES.mistake(
    "d_sigmoid computes x (1 - x): that formula wants the output y = sigmoid(x), not the input.",
    "d_sigmoid가 x (1 - x)를 계산합니다. 그 식에는 입력이 아니라 출력 y = sigmoid(x)가 들어가야 합니다.",
    subject="d_sigmoid",
)
def sigmoid_of_output(x):
    return x * (1 - x)


@DERIVATIVES.mistake(
    "exp(-x) / (1 + exp(-x))² is inf / inf = nan at -1000: use y (1 - y) with a stable sigmoid.",
    "exp(-x) / (1 + exp(-x))²는 -1000에서 inf / inf = nan입니다. 안정적인 시그모이드로 y (1 - y)를 쓰십시오.",
    subject="d_sigmoid",
)
def quotient_form(x):
    return np.exp(-x) / (1 + np.exp(-x)) ** 2


@DERIVATIVES.mistake(
    "d_tanh computes 1 - x²: that formula wants the output y = tanh(x), not the input.",
    "d_tanh가 1 - x²을 계산합니다. 그 식에는 입력이 아니라 출력 y = tanh(x)가 들어가야 합니다.",
    subject="d_tanh",
)
def tanh_of_output(x):
    return 1 - x**2


@DERIVATIVES.mistake(
    "d_relu is 1 at 0: the comparison is >= where > is asked.",
    "0에서 d_relu가 1입니다. >가 필요한 곳에 >=를 썼습니다.",
    subject="d_relu",
)
def relu_one_at_zero(x):
    return np.where(np.asarray(x) >= 0, 1.0, 0.0)


@DERIVATIVES.mistake(
    "d_relu returns True and False: turn the comparison into floats.",
    "d_relu가 True와 False를 반환합니다. 비교한 결과를 실수로 바꾸십시오.",
    subject="d_relu",
)
def relu_bool(x):
    return x > 0


@DERIVATIVES.mistake(
    "d_leaky returns alpha x on the negative side: that is the function; its slope is alpha.",
    "d_leaky가 음수 쪽에서 alpha x를 반환합니다. 그것은 함수의 값이고, 기울기는 alpha입니다.",
    subject="d_leaky",
)
def leaky_value(x, alpha=0.01):
    return np.where(x > 0, 1.0, alpha * x)


@DERIVATIVES.mistake(
    "d_leaky ignores alpha: the slope is always 0.01.",
    "d_leaky가 alpha를 쓰지 않습니다. 기울기가 언제나 0.01입니다.",
    subject="d_leaky",
)
def leaky_fixed_slope(x, alpha=0.01):
    return np.where(x > 0, 1.0, 0.01)


@DERIVATIVES.mistake(
    "The larger of 1 and alpha is taken on the positive side too: decide by the sign of x.",
    "양수 쪽에서도 1과 alpha 중 큰 값을 골랐습니다. x의 부호로 정하십시오.",
    subject="d_leaky",
)
def leaky_larger_slope(x, alpha=0.01):
    return np.maximum(x > 0, alpha)


@DERIVATIVES.mistake(
    "The square is missing: the derivative of tanh is 1 - tanh(x)².",
    "제곱이 빠졌습니다. tanh의 미분은 1 - tanh(x)²입니다.",
    subject="d_tanh",
)
def square_missing(x):
    return 1 - np.tanh(x)


@DERIVATIVES.mistake(
    "d_leaky is 1 at 0: this course takes alpha there.",
    "0에서 d_leaky가 1입니다. 이 강의에서는 alpha로 정합니다.",
    subject="d_leaky",
)
def leaky_one_at_zero(x, alpha=0.01):
    return np.where(x >= 0, 1.0, alpha)


@DERIVATIVES.mistake(
    "d_leaky is 0 on the negative side, as d_relu is: the slope there is alpha.",
    "d_leaky가 d_relu처럼 음수 쪽에서 0입니다. 그쪽의 기울기는 alpha입니다.",
    subject="d_leaky",
)
def leaky_like_relu(x, alpha=0.01):
    return np.where(x > 0, 1.0, 0.0)


@DERIVATIVES.mistake(
    "d_leaky is 0 at 0, where x is neither above nor below: this course takes alpha there.",
    "x가 양수도 음수도 아닌 0에서 d_leaky가 0입니다. 이 강의에서는 alpha로 정합니다.",
    subject="d_leaky",
)
def leaky_zero_at_zero(x, alpha=0.01):
    return 1.0 * (x > 0) + alpha * (x < 0)


@DERIVATIVES.mistake(
    "d_sigmoid writes into an array of whole numbers (zeros_like of the input), which cuts 0.25 to 0.",
    "d_sigmoid가 정수 배열(입력의 zeros_like)에 결과를 적어서 0.25가 0으로 잘립니다.",
    subject="d_sigmoid",
)
def sigmoid_truncated(x):
    y = np.zeros_like(x)
    s = 1 / (1 + np.exp(-np.clip(x, -500, 500)))
    y[...] = s * (1 - s)
    return y


@DERIVATIVES.mistake(
    "d_leaky returns whole numbers where alpha is one: np.where of 1 and alpha then holds integers. Write 1.0.",
    "alpha가 정수이면 d_leaky도 정수를 반환합니다. np.where에 넣은 1과 alpha가 모두 정수이기 때문입니다. 1.0이라고 쓰십시오.",
    subject="d_leaky",
)
def leaky_slope_int(x, alpha=0.01):
    return np.where(x > 0, 1, alpha)


@DERIVATIVES.mistake(
    "np.vectorize makes all results of the kind of the first one: where that is the whole number 1, alpha is cut to 0. "
    "Write 1.0, or give otypes=[float].",
    "np.vectorize는 모든 결과를 첫 결과의 자료형으로 만듭니다. 첫 결과가 정수 1이면 alpha가 0으로 잘립니다. 1.0이라고 쓰거나 "
    "otypes=[float]를 주십시오.",
    subject="d_leaky",
)
def leaky_kind_of_the_first_slope(x, alpha=0.01):
    return np.vectorize(lambda v: 1 if v > 0 else alpha)(x)
