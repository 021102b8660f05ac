"""u05_loss: the mistakes that students really make, each with what to look at.

Each is written as a student would write it; the demonstration class is drawn from them.
"""

import numpy as np

from .exercises import (
    CROSS_ENTROPY,
    GRADIENT_DESCENT,
    MSE,
    NUMERICAL_GRADIENT,
    OPTIMIZERS,
    SOFTMAX_CROSS_ENTROPY,
)


@MSE.mistake(
    "Half of the mean squared error: the factor ½ of some books is not in this formula.",
    "평균 제곱 오차의 절반입니다. 어떤 책에는 ½이 붙어 있지만 이 식에는 없습니다.",
)
def half(y, t):
    if y.shape != t.shape:
        raise ValueError("y and t have different shapes")
    return 0.5 * np.mean((y - t) ** 2)


@MSE.mistake(
    "The squares are added up but not divided by their number: with more samples the loss grows.",
    "제곱을 더하기만 하고 개수로 나누지 않았습니다. 샘플이 늘면 손실도 커집니다.",
)
def summed(y, t):
    if y.shape != t.shape:
        raise ValueError("y and t have different shapes")
    return np.sum((y - t) ** 2)


@MSE.mistake(
    "The sum is divided by the number of rows only; divide by the number of all elements, y.size.",
    "행의 개수로만 나누었습니다. 모든 원소의 개수 y.size로 나누십시오.",
)
def divided_by_rows(y, t):
    if y.shape != t.shape:
        raise ValueError("y and t have different shapes")
    return np.sum((y - t) ** 2) / len(y)


@MSE.mistake(
    "One number for each sample is returned; the loss is a single number.",
    "샘플마다 수 하나씩을 반환합니다. 손실은 수 하나입니다.",
)
def one_for_each_sample(y, t):
    if y.shape != t.shape:
        raise ValueError("y and t have different shapes")
    return np.mean((y - t) ** 2, axis=-1) if y.ndim > 1 else (y - t) ** 2


@MSE.mistake(
    "Python's sum adds up the rows only and leaves a row of sums; np.sum and np.mean take all elements.",
    "파이썬의 sum은 행끼리만 더해서 합이 한 행 남습니다. np.sum과 np.mean은 모든 원소를 더합니다.",
)
def python_sum(y, t):
    if y.shape != t.shape:
        raise ValueError("y and t have different shapes")
    return sum((y - t) ** 2) / len(y)


@MSE.mistake("A root is taken at the end; the loss here has none.", "마지막에 제곱근을 취했습니다. 여기에는 없습니다.")
def root(y, t):
    if y.shape != t.shape:
        raise ValueError("y and t have different shapes")
    return np.sqrt(np.mean((y - t) ** 2))


@MSE.mistake("The mean of |y - t|: the errors are not squared.", "|y - t|의 평균입니다. 오차를 제곱하지 않았습니다.")
def absolute(y, t):
    if y.shape != t.shape:
        raise ValueError("y and t have different shapes")
    return np.mean(np.abs(y - t))


@MSE.mistake(
    "Arrays of different shapes go through: (4,) minus (4, 1) gives (4, 4) without an error, and a wrong mean.",
    "shape이 다른 배열이 그대로 통과합니다. (4,)에서 (4, 1)을 빼면 오류 없이 (4, 4)가 되고 평균이 틀립니다.",
)
def silent_broadcast(y, t):
    return np.mean((y - t) ** 2)


@MSE.mistake(
    "Only the lengths are compared: (4,) and (4, 1) both have the length 4. Compare the shapes.",
    "길이만 비교했습니다. (4,)와 (4, 1)은 길이가 모두 4입니다. shape을 비교하십시오.",
)
def compares_lengths(y, t):
    if len(y) != len(t):
        raise ValueError("y and t must have the same length")
    return np.mean((y - t) ** 2)


@MSE.mistake(
    "assert raises an AssertionError; a ValueError is asked: if ...: raise ValueError(...).",
    "assert는 AssertionError를 냅니다. ValueError를 내야 합니다. if ...: raise ValueError(...)로 쓰십시오.",
)
def asserts(y, t):
    assert y.shape == t.shape
    return np.mean((y - t) ** 2)


@MSE.mistake(
    "Only the numbers of axes and of rows are compared: (3, 4) and (3, 1) agree in both. Compare the whole shapes.",
    "축의 수와 행의 수만 비교했습니다. (3, 4)와 (3, 1)은 둘 다 같습니다. shape 전체를 비교하십시오.",
)
def compares_axes_and_rows(y, t):
    if y.ndim != t.ndim or len(y) != len(t):
        raise ValueError("y and t have different shapes")
    return np.mean((y - t) ** 2)


@MSE.mistake(
    "The divisor is rows times columns, which leaves out a third axis: y.size counts all elements.",
    "행의 수와 열의 수를 곱해 나누어서 셋째 축이 빠집니다. 모든 원소의 개수는 y.size입니다.",
)
def rows_times_columns(y, t):
    if y.shape != t.shape:
        raise ValueError("y and t have different shapes")
    count = y.shape[0] * y.shape[1] if y.ndim > 1 else len(y)
    return np.sum((y - t) ** 2) / count


@CROSS_ENTROPY.mistake(
    "A right class with the probability 0 gives log 0 = -inf: keep the probability away from 0 before the logarithm.",
    "정답 클래스의 확률이 0이면 log 0 = -inf가 됩니다. 로그를 취하기 전에 확률이 0이 되지 않게 하십시오.",
)
def log_of_zero(p, t):
    labels = t if t.ndim == 1 else t.argmax(axis=1)
    return -np.mean(np.log(p[np.arange(len(p)), labels]))


@CROSS_ENTROPY.mistake(
    "np.nan_to_num puts the largest float in the place of inf, a loss of 10 to the power of 308: keep the probability away "
    "from 0 before the logarithm.",
    "np.nan_to_num은 inf를 가장 큰 실수로 바꾸어 손실이 10의 308제곱쯤 됩니다. 로그를 취하기 전에 확률이 0이 되지 않게 하십시오.",
)
def infinity_replaced(p, t):
    labels = t if t.ndim == 1 else t.argmax(axis=1)
    return -np.mean(np.nan_to_num(np.log(p[np.arange(len(p)), labels])))


@CROSS_ENTROPY.mistake(
    "0 * log 0 is nan: every logarithm is taken, also where t is 0 and the probability is 0.",
    "0 * log 0은 nan입니다. t가 0이고 확률도 0인 곳에서까지 로그를 취했습니다.",
)
def zero_times_log_zero(p, t):
    rows = np.eye(p.shape[1])[t] if t.ndim == 1 else t
    return -np.sum(rows * np.log(p)) / len(p)


@CROSS_ENTROPY.mistake(
    "One-hot rows are used as labels, that is, as column numbers: look at t.ndim first.",
    "원-핫 행을 레이블, 곧 열 번호로 썼습니다. 먼저 t.ndim을 확인하십시오.",
)
def one_hot_as_labels(p, t):
    return -np.mean(np.log(np.maximum(p[np.arange(len(p)), t.astype(int)], 1e-12)))


@CROSS_ENTROPY.mistake(
    "Labels are multiplied as if they were one-hot rows: look at t.ndim first.",
    "레이블을 원-핫 행처럼 곱했습니다. 먼저 t.ndim을 확인하십시오.",
)
def labels_as_one_hot(p, t):
    return -np.sum(t * np.log(np.maximum(p, 1e-12))) / len(p)


@CROSS_ENTROPY.mistake(
    "p[t] takes whole rows; a label is a column: one number from each row, p[np.arange(N), t].",
    "p[t]는 행을 통째로 꺼냅니다. 레이블은 열 번호이므로 행마다 수 하나, p[np.arange(N), t]를 꺼내십시오.",
)
def rows_by_label(p, t):
    labels = t if t.ndim == 1 else t.argmax(axis=1)
    return -np.mean(np.log(np.maximum(p[labels], 1e-12)))


@CROSS_ENTROPY.mistake(
    "p[:, t] takes the columns t of every row, (N, N); p[np.arange(N), t] takes one number from each row.",
    "p[:, t]는 모든 행에서 열 t를 꺼내 (N, N)이 됩니다. p[np.arange(N), t]는 행마다 수 하나를 꺼냅니다.",
)
def columns_by_label(p, t):
    labels = t if t.ndim == 1 else t.argmax(axis=1)
    return -np.mean(np.log(np.maximum(p[:, labels], 1e-12)))


@CROSS_ENTROPY.mistake(
    "The mean runs over all N K numbers: divide by the number of rows N, one loss for each sample.",
    "N K개 모두의 평균을 냈습니다. 샘플마다 손실이 하나이므로 행의 개수 N으로 나누십시오.",
)
def mean_of_all(p, t):
    rows = np.eye(p.shape[1])[t] if t.ndim == 1 else t
    return -np.mean(rows * np.log(np.maximum(p, 1e-12)))


@CROSS_ENTROPY.mistake(
    "The logarithm is taken of the mean probability; take it of each sample's probability first, then the mean.",
    "확률의 평균에 로그를 취했습니다. 샘플마다 먼저 로그를 취하고 그다음에 평균을 내십시오.",
)
def log_of_mean(p, t):
    labels = t if t.ndim == 1 else t.argmax(axis=1)
    return -np.log(max(np.mean(p[np.arange(len(p)), labels]), 1e-12))


@CROSS_ENTROPY.mistake(
    "The losses of the samples are added up; their mean is asked.",
    "샘플의 손실을 모두 더했습니다. 평균을 내야 합니다.",
)
def cross_entropy_summed(p, t):
    labels = t if t.ndim == 1 else t.argmax(axis=1)
    return -np.sum(np.log(np.maximum(p[np.arange(len(p)), labels], 1e-12)))


@CROSS_ENTROPY.mistake(
    "The minus sign is missing: the logarithm of a probability is negative, a loss is not.",
    "음의 부호가 빠졌습니다. 확률의 로그는 음수이지만 손실은 음수가 아닙니다.",
)
def minus_missing(p, t):
    labels = t if t.ndim == 1 else t.argmax(axis=1)
    return np.mean(np.log(np.maximum(p[np.arange(len(p)), labels], 1e-12)))


@CROSS_ENTROPY.mistake(
    "The other classes are counted too, with log(1 - p): that is the loss for K yes-or-no questions.",
    "다른 클래스도 log(1 - p)로 더했습니다. 그것은 예/아니요 질문 K개의 손실입니다.",
)
def counts_the_others(p, t):
    rows = np.eye(p.shape[1])[t] if t.ndim == 1 else t
    p = np.clip(p, 1e-12, 1 - 1e-12)
    return -np.sum(rows * np.log(p) + (1 - rows) * np.log(1 - p)) / len(p)


@CROSS_ENTROPY.mistake(
    "The logarithm has the base 2; np.log is the natural one.",
    "밑이 2인 로그입니다. 자연로그는 np.log입니다.",
)
def base_two(p, t):
    labels = t if t.ndim == 1 else t.argmax(axis=1)
    return -np.mean(np.log2(np.maximum(p[np.arange(len(p)), labels], 1e-12)))


@CROSS_ENTROPY.mistake(
    "1 - p of the right class is used instead of -log p.",
    "정답 클래스에서 -log p가 아니라 1 - p를 썼습니다.",
)
def without_logarithm(p, t):
    labels = t if t.ndim == 1 else t.argmax(axis=1)
    return np.mean(1 - p[np.arange(len(p)), labels])


@SOFTMAX_CROSS_ENTROPY.mistake(
    "exp is taken of the scores themselves: at 1000 it is inf. Subtract the largest score of each row first.",
    "점수 그대로 exp를 취했습니다. 1000이면 inf입니다. 먼저 행마다 가장 큰 점수를 빼십시오.",
)
def no_shift(z, t):
    return np.mean(np.log(np.sum(np.exp(z), axis=1)) - z[np.arange(len(z)), t])


@SOFTMAX_CROSS_ENTROPY.mistake(
    "The largest score of the whole array is subtracted: a row far below it is left with log 0.",
    "배열 전체에서 가장 큰 점수를 뺐습니다. 그보다 훨씬 작은 행에는 log 0이 남습니다.",
)
def global_shift(z, t):
    z = z - z.max()
    return np.mean(np.log(np.sum(np.exp(z), axis=1)) - z[np.arange(len(z)), t])


@SOFTMAX_CROSS_ENTROPY.mistake(
    "The logarithm is taken of the softmax, which rounds to 0 for a score far below the best: take it of the sum only.",
    "소프트맥스의 로그를 취했습니다. 점수가 많이 낮으면 소프트맥스가 0이 됩니다. 로그는 합에만 취하십시오.",
)
def log_of_softmax(z, t):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return -np.mean(np.log(p[np.arange(len(z)), t]))


@SOFTMAX_CROSS_ENTROPY.mistake(
    "A small number keeps the softmax away from 0, and so the loss cannot exceed about 16; here it is 2000.",
    "작은 수로 소프트맥스가 0이 되지 않게 막아서 손실이 16쯤을 넘지 못합니다. 여기서는 2000이어야 합니다.",
)
def clipped(z, t):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return -np.mean(np.log(p[np.arange(len(z)), t] + 1e-7))


@SOFTMAX_CROSS_ENTROPY.mistake(
    "1e-12 keeps the softmax away from 0, and so the loss cannot exceed about 27.6; here it is 2000.",
    "1e-12로 소프트맥스가 0이 되지 않게 막아서 손실이 27.6쯤을 넘지 못합니다. 여기서는 2000이어야 합니다.",
)
def clipped_finely(z, t):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return -np.mean(np.log(p[np.arange(len(z)), t] + 1e-12))


@SOFTMAX_CROSS_ENTROPY.mistake(
    "A maximum or a sum of each row has the shape (N,) and lies along the columns: use keepdims=True.",
    "행마다 구한 최댓값이나 합의 shape이 (N,)이어서 열 방향으로 놓입니다. keepdims=True를 쓰십시오.",
)
def keepdims_missing(z, t):
    z = z - z.max(axis=1)
    return np.mean(np.log(np.sum(np.exp(z), axis=1)) - z[np.arange(len(z)), t])


@SOFTMAX_CROSS_ENTROPY.mistake(
    "The sum runs down the columns (axis 0): each row holds the scores of one sample, so sum along axis 1.",
    "열을 따라(axis 0) 더했습니다. 한 행이 한 샘플의 점수이므로 axis 1을 따라 더하십시오.",
)
def along_axis_0(z, t):
    top = z.max(axis=0)
    return np.mean((top + np.log(np.sum(np.exp(z - top), axis=0)) - z)[np.arange(len(z)), t])


@SOFTMAX_CROSS_ENTROPY.mistake(
    "z[:, t] takes the columns t of every row, (N, N); z[np.arange(N), t] takes one score from each row.",
    "z[:, t]는 모든 행에서 t열을 꺼내 (N, N)이 됩니다. 행마다 점수 하나는 z[np.arange(N), t]입니다.",
)
def columns_of_every_row(z, t):
    z = z - z.max(axis=1, keepdims=True)
    logs = np.log(np.sum(np.exp(z), axis=1))
    return np.mean(logs[:, np.newaxis] - z[:, t])


@SOFTMAX_CROSS_ENTROPY.mistake(
    "The logarithm is taken of the mean probability; the loss is the mean of the samples' logarithms.",
    "확률의 평균에 로그를 취했습니다. 손실은 샘플마다 구한 로그의 평균입니다.",
)
def log_of_mean_probability(z, t):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    return -np.log(np.mean(p[np.arange(len(z)), t]))


@SOFTMAX_CROSS_ENTROPY.mistake(
    "The losses of the samples are added up; their mean is asked.",
    "샘플의 손실을 모두 더했습니다. 평균을 내야 합니다.",
)
def losses_summed(z, t):
    z = z - z.max(axis=1, keepdims=True)
    logs = np.log(np.sum(np.exp(z), axis=1))
    return np.sum(logs - z[np.arange(len(z)), t])


@SOFTMAX_CROSS_ENTROPY.mistake(
    "The sign is turned around: the loss is the log of the sum minus the score of the right class.",
    "부호가 뒤집혔습니다. 손실은 합의 로그에서 정답 클래스의 점수를 뺀 값입니다.",
)
def turned_around(z, t):
    z = z - z.max(axis=1, keepdims=True)
    logs = np.log(np.sum(np.exp(z), axis=1))
    return np.mean(z[np.arange(len(z)), t] - logs)


@SOFTMAX_CROSS_ENTROPY.mistake(
    "The maximum is subtracted from the scores in the sum, but not from the score of the right class.",
    "합 속의 점수에서는 최댓값을 뺐지만 정답 클래스의 점수에서는 빼지 않았습니다.",
)
def shifted_once(z, t):
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return np.mean(np.log(e.sum(axis=1)) - z[np.arange(len(z)), t])


@SOFTMAX_CROSS_ENTROPY.mistake(
    "z is changed: `z -=` writes the shifted scores into the array that was given.",
    "z가 바뀝니다. `z -=`는 받은 배열에 그대로 씁니다.",
)
def shifts_in_place(z, t):
    z -= z.max(axis=1, keepdims=True)
    return np.mean(np.log(np.sum(np.exp(z), axis=1)) - z[np.arange(len(z)), t])


@NUMERICAL_GRADIENT.mistake(
    "The difference is one-sided, (f(x + h) - f(x)) / h: its error is far larger than that of the central one.",
    "한쪽 차분 (f(x + h) - f(x)) / h입니다. 중심 차분보다 오차가 훨씬 큽니다.",
)
def one_sided(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    gradient = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        value = x[i]
        x[i] = value + h
        above = f(x)
        x[i] = value
        below = f(x)
        gradient[i] = (above - below) / h
    return gradient


@NUMERICAL_GRADIENT.mistake(
    "The difference is divided by h, but the two points are 2h apart.",
    "h로 나누었지만 두 점의 거리는 2h입니다.",
)
def divided_by_h(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    gradient = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        value = x[i]
        x[i] = value + h
        above = f(x)
        x[i] = value - h
        below = f(x)
        x[i] = value
        gradient[i] = (above - below) / h
    return gradient


@NUMERICAL_GRADIENT.mistake(
    "/ 2 * h divides by 2 and then multiplies by h: write / (2 * h).",
    "/ 2 * h는 2로 나눈 뒤 h를 곱합니다. / (2 * h)로 쓰십시오.",
)
def brackets_missing(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    gradient = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        value = x[i]
        x[i] = value + h
        above = f(x)
        x[i] = value - h
        below = f(x)
        x[i] = value
        gradient[i] = (above - below) / 2 * h
    return gradient


@NUMERICAL_GRADIENT.mistake(
    "h is not used: a step of another size is built in.",
    "h를 쓰지 않았습니다. 다른 크기의 변화량이 코드에 적혀 있습니다.",
)
def fixed_h(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    gradient = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        value = x[i]
        x[i] = value + 1e-4
        above = f(x)
        x[i] = value - 1e-4
        below = f(x)
        x[i] = value
        gradient[i] = (above - below) / 2e-4
    return gradient


@NUMERICAL_GRADIENT.mistake(
    "All elements move together, f(x + h): a partial derivative moves one element and leaves the others.",
    "f(x + h)로 모든 원소가 함께 움직입니다. 편미분에서는 원소 하나만 움직이고 나머지는 그대로 둡니다.",
)
def all_together(f, x, h=1e-5):
    return (f(x + h) - f(x - h)) / (2 * h)


@NUMERICAL_GRADIENT.mistake(
    "An element is not put back before the next one is moved: x ends up changed, and later slopes are taken elsewhere.",
    "원소를 되돌리지 않고 다음 원소를 움직였습니다. x가 바뀐 채 남고, 뒤의 기울기는 다른 곳에서 잰 값이 됩니다.",
)
def not_put_back(f, x, h=1e-5):
    if x.dtype.kind != "f":
        x = x.astype(float)
    gradient = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        x[i] += h
        above = f(x)
        x[i] -= 2 * h
        gradient[i] = (above - f(x)) / (2 * h)
    return gradient


@NUMERICAL_GRADIENT.mistake(
    "above = x makes no copy: all the names mean one array, and the difference is always 0. Write x.copy().",
    "above = x는 복사가 아닙니다. 이름이 모두 같은 배열을 가리켜서 차가 언제나 0입니다. x.copy()라고 쓰십시오.",
)
def names_for_copies(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    gradient = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        above, below = x, x
        above[i] += h
        below[i] -= h
        gradient[i] = (f(above) - f(below)) / (2 * h)
    return gradient


@NUMERICAL_GRADIENT.mistake(
    "x[i] with one index is a whole row of a two-dimensional x: go through all positions with np.ndindex(x.shape).",
    "x가 2차원이면 x[i]는 행 전체입니다. np.ndindex(x.shape)로 모든 자리를 지나십시오.",
)
def whole_rows(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    gradient = np.zeros(x.shape)
    for i in range(len(x)):
        value = np.copy(x[i])
        x[i] = value + h
        above = f(x)
        x[i] = value - h
        below = f(x)
        x[i] = value
        gradient[i] = (above - below) / (2 * h)
    return gradient


@NUMERICAL_GRADIENT.mistake(
    "range(x.size) counts all elements, but x[i] with one index is a row of a two-dimensional x: use np.ndindex(x.shape).",
    "range(x.size)는 원소를 모두 세지만, x가 2차원이면 x[i]는 행입니다. np.ndindex(x.shape)를 쓰십시오.",
)
def beyond_the_rows(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    gradient = np.zeros(x.shape)
    for i in range(x.size):
        value = np.copy(x[i])
        x[i] = value + h
        above = f(x)
        x[i] = value - h
        below = f(x)
        x[i] = value
        gradient[i] = (above - below) / (2 * h)
    return gradient


@NUMERICAL_GRADIENT.mistake(
    "The gradient is stored in an array of whole numbers (zeros_like of x), which cuts off its decimals.",
    "그래디언트를 정수 배열(x의 zeros_like)에 담아서 소수점 아래가 잘립니다.",
)
def gradient_cut_off(f, x, h=1e-5):
    gradient = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        above, below = x.astype(float), x.astype(float)
        above[i] += h
        below[i] -= h
        gradient[i] = (f(above) - f(below)) / (2 * h)
    return gradient


@NUMERICAL_GRADIENT.mistake(
    "x + h is stored in an array of whole numbers, which cuts the small step off: make x an array of floats first.",
    "x + h를 정수 배열에 담아서 작은 변화가 잘립니다. 먼저 x를 실수 배열로 만드십시오.",
)
def step_cut_off(f, x, h=1e-5):
    gradient = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        value = x[i]
        x[i] = value + h
        above = f(x)
        x[i] = value - h
        gradient[i] = (above - f(x)) / (2 * h)
        x[i] = value
    return gradient


@NUMERICAL_GRADIENT.mistake(
    "The step is made in x.reshape(-1), which may be a copy, as for a transposed array: f then sees no change. Use an index "
    "of every axis, as np.ndindex gives.",
    "x.reshape(-1)에서 값을 바꿉니다. 전치한 배열에서는 이것이 복사본이라 f가 받는 x는 그대로입니다. np.ndindex처럼 축마다 "
    "인덱스를 쓰십시오.",
)
def flat_view(f, x, h=1e-5):
    x = np.array(x, dtype=float)
    flat, gradient = x.reshape(-1), np.zeros(x.size)
    for i in range(x.size):
        kept = flat[i]
        flat[i] = kept + h
        above = f(x)
        flat[i] = kept - h
        below = f(x)
        flat[i] = kept
        gradient[i] = (above - below) / (2 * h)
    return gradient.reshape(x.shape)


@NUMERICAL_GRADIENT.mistake(
    "Only whole numbers are turned into floats: in float32, with 7 digits, a step of 1e-5 drowns. Make float64 of all.",
    "정수만 실수로 바꾸었습니다. 유효 숫자가 7자리인 float32에서는 1e-5만큼의 변화가 묻힙니다. 모두 float64로 만드십시오.",
)
def stays_float32(f, x, h=1e-5):
    x = x.copy() if x.dtype.kind == "f" else x.astype(float)
    gradient = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        kept = x[i]
        x[i] = kept + h
        above = f(x)
        x[i] = kept - h
        below = f(x)
        x[i] = kept
        gradient[i] = (above - below) / (2 * h)
    return gradient


@GRADIENT_DESCENT.mistake(
    "The gradient is added: it points uphill, so subtract it.",
    "그래디언트를 더했습니다. 그래디언트는 오르막을 가리키므로 빼야 합니다.",
)
def uphill(f_grad, x0, lr, steps):
    path = [np.array(x0, dtype=float)]
    for _ in range(steps):
        path.append(path[-1] + lr * f_grad(path[-1]))
    return np.array(path)


@GRADIENT_DESCENT.mistake(
    "All points of the path are the same array, changed again and again: store a copy, or make a new array each step.",
    "경로의 점이 모두 같은 배열이고 그 배열만 계속 바뀝니다. 복사본을 담거나 걸음마다 새 배열을 만드십시오.",
)
def one_array(f_grad, x0, lr, steps):
    x = np.array(x0, dtype=float)
    path = [x]
    for _ in range(steps):
        x -= lr * f_grad(x)
        path.append(x)
    return path


@GRADIENT_DESCENT.mistake(
    "The first point of the path is the array that x -= ... goes on changing: store a copy of it too, or write x = x - ...",
    "경로의 첫 점이 x -= ...가 계속 바꾸는 바로 그 배열입니다. 첫 점도 복사해서 넣거나 x = x - ...라고 쓰십시오.",
)
def first_point_not_copied(f_grad, x0, lr, steps):
    x = np.array(x0, dtype=float)
    path = [x]
    for _ in range(steps):
        x -= lr * f_grad(x)
        path.append(x.copy())
    return path


@GRADIENT_DESCENT.mistake(
    "x0 is changed: x = x0 is no copy, and x -= ... then writes into the caller's array.",
    "x0이 바뀝니다. x = x0은 복사가 아니어서 x -= ...가 호출한 쪽의 배열에 씁니다.",
)
def changes_x0(f_grad, x0, lr, steps):
    x = x0
    path = [x.copy()]
    for _ in range(steps):
        x -= lr * f_grad(x)
        path.append(x.copy())
    return np.array(path)


@GRADIENT_DESCENT.mistake(
    "The start is missing: the path begins with x0 itself.",
    "시작점이 빠졌습니다. 경로는 x0에서 시작합니다.",
)
def start_missing(f_grad, x0, lr, steps):
    x, path = np.array(x0, dtype=float), []
    for _ in range(steps):
        x = x - lr * f_grad(x)
        path.append(x)
    return np.array(path)


@GRADIENT_DESCENT.mistake(
    "The path has `steps` points: that is one step too few.",
    "점이 steps개뿐입니다. 한 걸음이 모자랍니다.",
)
def one_step_short(f_grad, x0, lr, steps):
    path = [np.array(x0, dtype=float)]
    for _ in range(steps - 1):
        path.append(path[-1] - lr * f_grad(path[-1]))
    return np.array(path)


@GRADIENT_DESCENT.mistake(
    "The gradient at the start is used for every step: take it at the point that was just reached.",
    "모든 걸음에 시작점의 그래디언트를 씁니다. 방금 도착한 점에서 다시 구하십시오.",
)
def gradient_of_the_start(f_grad, x0, lr, steps):
    path = [np.array(x0, dtype=float)]
    for _ in range(steps):
        path.append(path[-1] - lr * f_grad(path[0]))
    return np.array(path)


@GRADIENT_DESCENT.mistake(
    "Only the last point is returned; the whole path is asked.",
    "마지막 점만 반환합니다. 경로 전체를 반환하십시오.",
)
def last_point_only(f_grad, x0, lr, steps):
    x = np.array(x0, dtype=float)
    for _ in range(steps):
        x = x - lr * f_grad(x)
    return x


@GRADIENT_DESCENT.mistake("The learning rate lr is not used.", "학습률 lr를 쓰지 않았습니다.")
def without_lr(f_grad, x0, lr, steps):
    path = [np.array(x0, dtype=float)]
    for _ in range(steps):
        path.append(path[-1] - f_grad(path[-1]))
    return np.array(path)


@GRADIENT_DESCENT.mistake(
    "The path is stored in an array of whole numbers where x0 holds such: its decimals are cut off.",
    "x0이 정수이면 경로도 정수 배열에 담겨 소수점 아래가 잘립니다.",
)
def path_cut_off(f_grad, x0, lr, steps):
    path = np.zeros((steps + 1, *x0.shape), dtype=x0.dtype)
    path[0] = x0
    for k in range(steps):
        path[k + 1] = path[k] - lr * f_grad(path[k])
    return path


@GRADIENT_DESCENT.mistake(
    "The loop stops where the gradient is 0, and the path is too short: it always has steps + 1 points, so take every step.",
    "그래디언트가 0인 곳에서 반복을 멈추어 경로가 짧아집니다. 점은 언제나 steps + 1개이므로 걸음을 모두 걸으십시오.",
)
def stops_where_it_is_level(f_grad, x0, lr, steps):
    x = np.array(x0, dtype=float)
    path = [x]
    for _ in range(steps):
        gradient = f_grad(x)
        if np.linalg.norm(gradient) < 1e-6:
            break
        x = x - lr * gradient
        path.append(x)
    return np.array(path)


@GRADIENT_DESCENT.mistake(
    "What f_grad returns is changed (*= lr): it may be the point itself, or an array that f_grad still needs. Write lr * g.",
    "f_grad가 반환한 배열을 바꿉니다(*= lr). 그것이 점 자체이거나 f_grad가 다시 쓸 배열일 수 있습니다. lr * g라고 쓰십시오.",
)
def writes_into_the_gradient(f_grad, x0, lr, steps):
    x = np.array(x0, dtype=float)
    path = [x]
    for _ in range(steps):
        g = f_grad(x)
        g *= lr
        x = x - g
        path.append(x)
    return np.array(path)


@OPTIMIZERS.mistake(
    "Momentum does not remember: each update follows the present gradient alone.",
    "Momentum이 기억을 하지 않습니다. 갱신할 때마다 지금의 그래디언트만 따릅니다.",
    subject="Momentum",
)
class ForgetsV:
    def __init__(self, lr=0.01, momentum=0.9):
        self.lr, self.momentum, self.v = lr, momentum, None

    def update(self, params, grads):
        if self.v is None:
            self.v = [np.zeros_like(p) for p in params]
        for p, g, v in zip(params, grads, self.v):
            v *= self.momentum
            v += g
            p -= self.lr * g


@OPTIMIZERS.mistake(
    "Momentum averages, momentum v + (1 - momentum) g; in this formula g counts in full.",
    "Momentum이 momentum v + (1 - momentum) g로 평균을 냅니다. 이 식에서는 g를 그대로 더합니다.",
    subject="Momentum",
)
class Averages:
    def __init__(self, lr=0.01, momentum=0.9):
        self.lr, self.momentum, self.v = lr, momentum, None

    def update(self, params, grads):
        if self.v is None:
            self.v = [np.zeros_like(p) for p in params]
        for p, g, v in zip(params, grads, self.v):
            v *= self.momentum
            v += (1 - self.momentum) * g
            p -= self.lr * v


@OPTIMIZERS.mistake(
    "Momentum adds up all gradients: the old v is not multiplied by momentum.",
    "Momentum이 그래디언트를 모두 더하기만 합니다. 이전 v에 momentum을 곱하지 않았습니다.",
    subject="Momentum",
)
class NeverForgets:
    def __init__(self, lr=0.01, momentum=0.9):
        self.lr, self.momentum, self.v = lr, momentum, None

    def update(self, params, grads):
        if self.v is None:
            self.v = [np.zeros_like(p) for p in params]
        for p, g, v in zip(params, grads, self.v):
            v += g
            p -= self.lr * v


@OPTIMIZERS.mistake(
    "Momentum goes uphill: p - lr v is asked.",
    "Momentum이 오르막으로 갑니다. p - lr v여야 합니다.",
    subject="Momentum",
)
class GoesUphill:
    def __init__(self, lr=0.01, momentum=0.9):
        self.lr, self.momentum, self.v = lr, momentum, None

    def update(self, params, grads):
        if self.v is None:
            self.v = [np.zeros_like(p) for p in params]
        for p, g, v in zip(params, grads, self.v):
            v *= self.momentum
            v += g
            p += self.lr * v


@OPTIMIZERS.mistake(
    "Momentum has one v for all parameters: keep one array for each, in a list.",
    "Momentum이 모든 매개변수에 v 하나를 씁니다. 매개변수마다 배열 하나씩을 리스트에 두십시오.",
    subject="Momentum",
)
class SharedV:
    def __init__(self, lr=0.01, momentum=0.9):
        self.lr, self.momentum, self.v = lr, momentum, None

    def update(self, params, grads):
        for p, g in zip(params, grads):
            if self.v is None or self.v.shape != p.shape:
                self.v = np.zeros_like(p)
            self.v = self.momentum * self.v + g
            p -= self.lr * self.v


@OPTIMIZERS.mistake(
    "Momentum puts new arrays into the list; a layer that holds the old array learns nothing. Write p -= ...",
    "Momentum이 리스트에 새 배열을 넣습니다. 예전 배열을 가진 층은 배우지 못합니다. p -= ...로 쓰십시오.",
    subject="Momentum",
)
class ReplacesArrays:
    def __init__(self, lr=0.01, momentum=0.9):
        self.lr, self.momentum, self.v = lr, momentum, None

    def update(self, params, grads):
        if self.v is None:
            self.v = [np.zeros_like(p) for p in params]
        for i, (g, v) in enumerate(zip(grads, self.v)):
            v *= self.momentum
            v += g
            params[i] = params[i] - self.lr * v


@OPTIMIZERS.mistake(
    "Momentum changes nothing: p = p - ... only gives the name p to a new array. Write p -= ... for each p in params.",
    "Momentum이 아무것도 바꾸지 않습니다. p = p - ...는 새 배열에 p라는 이름만 붙입니다. params의 p마다 p -= ...로 쓰십시오.",
    subject="Momentum",
)
class RebindsTheName:
    def __init__(self, lr=0.01, momentum=0.9):
        self.lr, self.momentum, self.v = lr, momentum, None

    def update(self, params, grads):
        if self.v is None:
            self.v = [np.zeros_like(p) for p in params]
        for p, g, v in zip(params, grads, self.v):
            v *= self.momentum
            v += g
            p = p - self.lr * v


@OPTIMIZERS.mistake(
    "Momentum takes the gradients themselves as its first v, and then changes them: start with zeros, or a copy.",
    "Momentum이 첫 그래디언트 배열을 그대로 v로 삼아 나중에 바꿉니다. 0으로 시작하거나 복사하십시오.",
    subject="Momentum",
)
class TakesTheGradients:
    def __init__(self, lr=0.01, momentum=0.9):
        self.lr, self.momentum, self.v = lr, momentum, None

    def update(self, params, grads):
        if self.v is None:
            self.v = list(grads)
        else:
            for v, g in zip(self.v, grads):
                v *= self.momentum
                v += g
        for p, v in zip(params, self.v):
            p -= self.lr * v


@OPTIMIZERS.mistake(
    "Momentum multiplies the gradients themselves by lr: g *= lr changes the caller's array. Write lr * g.",
    "Momentum이 그래디언트 자체에 lr을 곱합니다. g *= lr은 호출한 쪽의 배열을 바꿉니다. lr * g라고 쓰십시오.",
    subject="Momentum",
)
class ScalesTheGradients:
    def __init__(self, lr=0.01, momentum=0.9):
        self.lr, self.momentum, self.v = lr, momentum, None

    def update(self, params, grads):
        if self.v is None:
            self.v = [np.zeros_like(p) for p in params]
        for p, g, v in zip(params, grads, self.v):
            g *= self.lr
            v *= self.momentum
            v += g
            p -= v


@OPTIMIZERS.mistake(
    "Adam's bias correction is missing: m and v start at 0 and are far too small in the first updates.",
    "Adam의 편향 보정이 빠졌습니다. m과 v가 0에서 시작하므로 처음 몇 번은 너무 작습니다.",
    subject="Adam",
)
class WithoutCorrection:
    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m, self.v, self.t = None, None, 0

    def update(self, params, grads):
        if self.m is None:
            self.m = [np.zeros_like(p) for p in params]
            self.v = [np.zeros_like(p) for p in params]
        self.t += 1
        for p, g, m, v in zip(params, grads, self.m, self.v):
            m += (1 - self.beta1) * (g - m)
            v += (1 - self.beta2) * (g**2 - v)
            p -= self.lr * m / (np.sqrt(v) + self.eps)


@OPTIMIZERS.mistake(
    "Only Adam's m is corrected; v starts at 0 just the same.",
    "Adam에서 m만 보정했습니다. v도 똑같이 0에서 시작합니다.",
    subject="Adam",
)
class CorrectsMOnly:
    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m, self.v, self.t = None, None, 0

    def update(self, params, grads):
        if self.m is None:
            self.m = [np.zeros_like(p) for p in params]
            self.v = [np.zeros_like(p) for p in params]
        self.t += 1
        for p, g, m, v in zip(params, grads, self.m, self.v):
            m += (1 - self.beta1) * (g - m)
            v += (1 - self.beta2) * (g**2 - v)
            m_hat = m / (1 - self.beta1**self.t)
            p -= self.lr * m_hat / (np.sqrt(v) + self.eps)


@OPTIMIZERS.mistake(
    "Adam's t is 0 in the first update: 1 - beta^0 is 0, and the division gives nan. Count before you correct.",
    "Adam의 첫 갱신에서 t가 0입니다. 1 - beta^0은 0이라 나누면 nan이 됩니다. 보정하기 전에 t를 세십시오.",
    subject="Adam",
)
class CountsFromZero:
    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m, self.v, self.t = None, None, 0

    def update(self, params, grads):
        if self.m is None:
            self.m = [np.zeros_like(p) for p in params]
            self.v = [np.zeros_like(p) for p in params]
        for p, g, m, v in zip(params, grads, self.m, self.v):
            m += (1 - self.beta1) * (g - m)
            v += (1 - self.beta2) * (g**2 - v)
            m_hat, v_hat = m / (1 - self.beta1**self.t), v / (1 - self.beta2**self.t)
            p -= self.lr * m_hat / (np.sqrt(v_hat) + self.eps)
        self.t += 1


@OPTIMIZERS.mistake(
    "Adam's t stays at 1: count every update.",
    "Adam의 t가 1에 머뭅니다. 갱신할 때마다 세십시오.",
    subject="Adam",
)
class NeverCounts:
    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m, self.v, self.t = None, None, 0

    def update(self, params, grads):
        if self.m is None:
            self.m = [np.zeros_like(p) for p in params]
            self.v = [np.zeros_like(p) for p in params]
        self.t = 1
        for p, g, m, v in zip(params, grads, self.m, self.v):
            m += (1 - self.beta1) * (g - m)
            v += (1 - self.beta2) * (g**2 - v)
            m_hat, v_hat = m / (1 - self.beta1**self.t), v / (1 - self.beta2**self.t)
            p -= self.lr * m_hat / (np.sqrt(v_hat) + self.eps)


@OPTIMIZERS.mistake(
    "Adam counts t for every parameter: with two of them it is 2 after one update. Count once in each update.",
    "Adam이 매개변수마다 t를 셉니다. 매개변수가 둘이면 한 번 갱신에 t가 2가 됩니다. 갱신마다 한 번만 세십시오.",
    subject="Adam",
)
class CountsParameters:
    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m, self.v, self.t = None, None, 0

    def update(self, params, grads):
        if self.m is None:
            self.m = [np.zeros_like(p) for p in params]
            self.v = [np.zeros_like(p) for p in params]
        for p, g, m, v in zip(params, grads, self.m, self.v):
            self.t += 1
            m += (1 - self.beta1) * (g - m)
            v += (1 - self.beta2) * (g**2 - v)
            m_hat, v_hat = m / (1 - self.beta1**self.t), v / (1 - self.beta2**self.t)
            p -= self.lr * m_hat / (np.sqrt(v_hat) + self.eps)


@OPTIMIZERS.mistake(
    "Adam keeps the corrected m' and v' for the next update: m and v must stay as they are, the correction is for p only.",
    "Adam이 보정한 m'과 v'을 다음 갱신에까지 씁니다. m과 v는 그대로 두고, 보정한 값은 p를 바꿀 때만 쓰십시오.",
    subject="Adam",
)
class StoresTheCorrected:
    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m, self.v, self.t = None, None, 0

    def update(self, params, grads):
        if self.m is None:
            self.m = [np.zeros_like(p) for p in params]
            self.v = [np.zeros_like(p) for p in params]
        self.t += 1
        for p, g, m, v in zip(params, grads, self.m, self.v):
            m += (1 - self.beta1) * (g - m)
            v += (1 - self.beta2) * (g**2 - v)
            m /= 1 - self.beta1**self.t
            v /= 1 - self.beta2**self.t
            p -= self.lr * m / (np.sqrt(v) + self.eps)


@OPTIMIZERS.mistake(
    "Adam's correction multiplies beta by t; asked is the power beta^t, in Python beta ** t.",
    "Adam의 보정에서 beta에 t를 곱했습니다. 곱이 아니라 거듭제곱 beta^t, 파이썬으로 beta ** t입니다.",
    subject="Adam",
)
class TimesForPower:
    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m, self.v, self.t = None, None, 0

    def update(self, params, grads):
        if self.m is None:
            self.m = [np.zeros_like(p) for p in params]
            self.v = [np.zeros_like(p) for p in params]
        self.t += 1
        for p, g, m, v in zip(params, grads, self.m, self.v):
            m += (1 - self.beta1) * (g - m)
            v += (1 - self.beta2) * (g**2 - v)
            m_hat, v_hat = m / (1 - self.beta1 * self.t), v / (1 - self.beta2 * self.t)
            p -= self.lr * m_hat / (np.sqrt(v_hat) + self.eps)


@OPTIMIZERS.mistake(
    "Adam's eps stands inside the root: √(v' + eps). It is added after the root, √v' + eps.",
    "Adam의 eps가 제곱근 안에 있습니다(√(v' + eps)). 제곱근을 취한 뒤에 더합니다(√v' + eps).",
    subject="Adam",
)
class EpsInsideTheRoot:
    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m, self.v, self.t = None, None, 0

    def update(self, params, grads):
        if self.m is None:
            self.m = [np.zeros_like(p) for p in params]
            self.v = [np.zeros_like(p) for p in params]
        self.t += 1
        for p, g, m, v in zip(params, grads, self.m, self.v):
            m += (1 - self.beta1) * (g - m)
            v += (1 - self.beta2) * (g**2 - v)
            m_hat, v_hat = m / (1 - self.beta1**self.t), v / (1 - self.beta2**self.t)
            p -= self.lr * m_hat / np.sqrt(v_hat + self.eps)


@OPTIMIZERS.mistake(
    "Adam's eps is added to √v before the correction; here it is added to √v', after it.",
    "Adam의 eps를 보정하기 전의 √v에 더했습니다. 여기서는 보정한 √v'에 더합니다.",
    subject="Adam",
)
class EpsBeforeCorrection:
    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m, self.v, self.t = None, None, 0

    def update(self, params, grads):
        if self.m is None:
            self.m = [np.zeros_like(p) for p in params]
            self.v = [np.zeros_like(p) for p in params]
        self.t += 1
        for p, g, m, v in zip(params, grads, self.m, self.v):
            m += (1 - self.beta1) * (g - m)
            v += (1 - self.beta2) * (g**2 - v)
            lr = self.lr * np.sqrt(1 - self.beta2**self.t) / (1 - self.beta1**self.t)
            p -= lr * m / (np.sqrt(v) + self.eps)


@OPTIMIZERS.mistake(
    "Adam's eps is missing: a gradient of exactly 0 gives 0 / 0 = nan.",
    "Adam의 eps가 빠졌습니다. 그래디언트가 정확히 0이면 0 / 0 = nan이 됩니다.",
    subject="Adam",
)
class WithoutEps:
    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m, self.v, self.t = None, None, 0

    def update(self, params, grads):
        if self.m is None:
            self.m = [np.zeros_like(p) for p in params]
            self.v = [np.zeros_like(p) for p in params]
        self.t += 1
        for p, g, m, v in zip(params, grads, self.m, self.v):
            m += (1 - self.beta1) * (g - m)
            v += (1 - self.beta2) * (g**2 - v)
            m_hat, v_hat = m / (1 - self.beta1**self.t), v / (1 - self.beta2**self.t)
            p -= self.lr * m_hat / np.sqrt(v_hat)


@OPTIMIZERS.mistake(
    "Adam divides by v' itself: the root is missing.",
    "Adam이 v' 그대로 나눕니다. 제곱근이 빠졌습니다.",
    subject="Adam",
)
class RootMissing:
    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m, self.v, self.t = None, None, 0

    def update(self, params, grads):
        if self.m is None:
            self.m = [np.zeros_like(p) for p in params]
            self.v = [np.zeros_like(p) for p in params]
        self.t += 1
        for p, g, m, v in zip(params, grads, self.m, self.v):
            m += (1 - self.beta1) * (g - m)
            v += (1 - self.beta2) * (g**2 - v)
            m_hat, v_hat = m / (1 - self.beta1**self.t), v / (1 - self.beta2**self.t)
            p -= self.lr * m_hat / (v_hat + self.eps)


@OPTIMIZERS.mistake(
    "Adam's betas have changed places: beta1 belongs to m, beta2 to v.",
    "Adam의 두 beta가 뒤바뀌었습니다. beta1은 m, beta2는 v의 것입니다.",
    subject="Adam",
)
class BetasSwapped:
    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m, self.v, self.t = None, None, 0

    def update(self, params, grads):
        if self.m is None:
            self.m = [np.zeros_like(p) for p in params]
            self.v = [np.zeros_like(p) for p in params]
        self.t += 1
        for p, g, m, v in zip(params, grads, self.m, self.v):
            m += (1 - self.beta2) * (g - m)
            v += (1 - self.beta1) * (g**2 - v)
            m_hat, v_hat = m / (1 - self.beta2**self.t), v / (1 - self.beta1**self.t)
            p -= self.lr * m_hat / (np.sqrt(v_hat) + self.eps)


@OPTIMIZERS.mistake(
    "Adam has one m and one v for all parameters: keep one array for each, in lists.",
    "Adam이 모든 매개변수에 m과 v를 하나씩만 씁니다. 매개변수마다 배열 하나씩을 리스트에 두십시오.",
    subject="Adam",
)
class SharedMemory:
    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m, self.v, self.t = None, None, 0

    def update(self, params, grads):
        self.t += 1
        for p, g in zip(params, grads):
            if self.m is None or self.m.shape != p.shape:
                self.m, self.v = np.zeros_like(p), np.zeros_like(p)
            self.m = self.beta1 * self.m + (1 - self.beta1) * g
            self.v = self.beta2 * self.v + (1 - self.beta2) * g**2
            m_hat, v_hat = self.m / (1 - self.beta1**self.t), self.v / (1 - self.beta2**self.t)
            p -= self.lr * m_hat / (np.sqrt(v_hat) + self.eps)


@OPTIMIZERS.mistake(
    "Adam puts new arrays into the list; a layer that holds the old array learns nothing. Write p -= ...",
    "Adam이 리스트에 새 배열을 넣습니다. 예전 배열을 가진 층은 배우지 못합니다. p -= ...로 쓰십시오.",
    subject="Adam",
)
class AdamReplacesArrays:
    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m, self.v, self.t = None, None, 0

    def update(self, params, grads):
        if self.m is None:
            self.m = [np.zeros_like(p) for p in params]
            self.v = [np.zeros_like(p) for p in params]
        self.t += 1
        for i, (g, m, v) in enumerate(zip(grads, self.m, self.v)):
            m += (1 - self.beta1) * (g - m)
            v += (1 - self.beta2) * (g**2 - v)
            m_hat, v_hat = m / (1 - self.beta1**self.t), v / (1 - self.beta2**self.t)
            params[i] = params[i] - self.lr * m_hat / (np.sqrt(v_hat) + self.eps)


@OPTIMIZERS.mistake(
    "Adam squares the gradients in place: g *= g changes the caller's array.",
    "Adam이 그래디언트를 제자리에서 제곱합니다. g *= g는 호출한 쪽의 배열을 바꿉니다.",
    subject="Adam",
)
class SquaresInPlace:
    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m, self.v, self.t = None, None, 0

    def update(self, params, grads):
        if self.m is None:
            self.m = [np.zeros_like(p) for p in params]
            self.v = [np.zeros_like(p) for p in params]
        self.t += 1
        for p, g, m, v in zip(params, grads, self.m, self.v):
            m += (1 - self.beta1) * (g - m)
            g *= g
            v += (1 - self.beta2) * (g - v)
            m_hat, v_hat = m / (1 - self.beta1**self.t), v / (1 - self.beta2**self.t)
            p -= self.lr * m_hat / (np.sqrt(v_hat) + self.eps)


@OPTIMIZERS.mistake(
    "Adam's m and v are one and the same list: m = v = [...] makes one list with two names.",
    "Adam의 m과 v가 똑같은 리스트입니다. m = v = [...]는 리스트 하나에 이름을 둘 붙입니다.",
    subject="Adam",
)
class OneListTwoNames:
    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-8):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.m, self.v, self.t = None, None, 0

    def update(self, params, grads):
        if self.m is None:
            self.m = self.v = [np.zeros_like(p) for p in params]
        self.t += 1
        for p, g, m, v in zip(params, grads, self.m, self.v):
            m += (1 - self.beta1) * (g - m)
            v += (1 - self.beta2) * (g**2 - v)
            m_hat, v_hat = m / (1 - self.beta1**self.t), v / (1 - self.beta2**self.t)
            p -= self.lr * m_hat / (np.sqrt(v_hat) + self.eps)
