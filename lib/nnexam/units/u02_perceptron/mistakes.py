"""u02_perceptron: the mistakes that students really make, each with what to look at.

Each is written as a student would write it; the demonstration class is drawn from them. A mistake may use
the names of the unit's other exercises (perceptron_step, Sequential): in a notebook they are the student's.
"""

import numpy as np
from nnref.perceptron import AND, NAND, OR, perceptron_step
from nnref.sequential import Dense, Sequential

from .exercises import DECISION_BOUNDARY, GATES, PERCEPTRON_FIT, PERCEPTRON_STEP, SEQUENTIAL, XOR


@GATES.mistake(
    "AND answers 1 when only one input is 1: the bias is not low enough, or >= stands where > is needed.",
    "AND가 입력 하나만 1이어도 1을 냅니다. 편향을 더 낮추고, >를 쓸 자리에 >=를 쓰지 않았는지 보십시오.",
    subject="AND",
)
def fires_at_threshold(x1, x2):
    return int(0.5 * x1 + 0.5 * x2 >= 0.5)


@GATES.mistake(
    "OR needs both inputs: its threshold is too high, this is AND.",
    "OR가 두 입력을 모두 요구합니다. 임계값이 너무 높아 AND가 되었습니다.",
    subject="OR",
)
def or_threshold(x1, x2):
    return int(x1 + x2 > 1)


@GATES.mistake(
    "NAND gives AND: turn all the signs around, weights and bias.",
    "NAND가 AND와 같습니다. 가중치와 편향의 부호를 모두 뒤집으십시오.",
    subject="NAND",
)
def nand_not_inverted(x1, x2):
    return int(x1 + x2 > 1.5)


@GATES.mistake(
    "NAND answers 0 when only one input is 1: it must answer 0 only when both are.",
    "NAND가 입력 하나만 1이어도 0을 냅니다. 둘 다 1일 때만 0이어야 합니다.",
    subject="NAND",
)
def nand_is_nor(x1, x2):
    return int(0.5 - x1 - x2 > 0)


@GATES.mistake(
    "NAND answers 0 to everything: the weights were turned around, the bias was not. Turn all three signs.",
    "NAND가 언제나 0을 냅니다. 가중치의 부호만 뒤집고 편향은 그대로 두었습니다. 세 부호를 모두 뒤집으십시오.",
    subject="NAND",
)
def nand_bias_not_turned(x1, x2):
    return int(-0.5 * x1 - 0.5 * x2 - 0.7 > 0)


@GATES.mistake(
    "AND returns True or False: turn the comparison into an int.",
    "AND가 True나 False를 반환합니다. 비교한 결과를 정수로 바꾸십시오.",
    subject="AND",
)
def and_bool(x1, x2):
    return x1 + x2 > 1.5


@XOR.mistake(
    "forward answers as OR does, which one neuron can do: (1, 1) must give 0. One line cannot separate (0, 1) and (1, 0) "
    "from (0, 0) and (1, 1), so a second gate of the first layer must hold (1, 1) back.",
    "forward의 답이 OR와 같습니다. OR는 뉴런 하나로도 됩니다. (1, 1)에서는 0이어야 합니다. 직선 하나로는 (0, 1), (1, 0)을 (0, 0), "
    "(1, 1)과 나눌 수 없으므로, 첫 층의 다른 게이트가 (1, 1)을 막아야 합니다.",
)
class single_neuron:
    def forward(self, x1, x2):
        return int(x1 + x2 > 0.5)


@XOR.mistake(
    "NAND is missing: AND(AND, OR) is only AND again.",
    "NAND가 빠졌습니다. AND(AND, OR)는 다시 AND일 뿐입니다.",
)
class without_nand:
    def forward(self, x1, x2):
        return AND(AND(x1, x2), OR(x1, x2))


@XOR.mistake(
    "The two gates of the first layer are joined with OR; both must hold, so join them with AND.",
    "첫 층의 두 게이트를 OR로 묶었습니다. 둘 다 성립해야 하므로 AND로 묶으십시오.",
)
class joined_with_or:
    def forward(self, x1, x2):
        return OR(OR(x1, x2), 1 - AND(x1, x2))


@XOR.mistake(
    "The two gates of the first layer are joined with NAND, which turns every answer around: join them with AND.",
    "첫 층의 두 게이트를 NAND로 이어서 답이 모두 뒤집혔습니다. AND로 이으십시오.",
)
class joined_with_nand:
    def forward(self, x1, x2):
        return NAND(NAND(x1, x2), OR(x1, x2))


@XOR.mistake(
    "NAND and AND of the same inputs are never 1 together, so forward always gives 0: the other gate of the first layer is OR.",
    "같은 입력의 NAND와 AND는 함께 1이 될 수 없어서 forward가 언제나 0을 냅니다. 첫 층의 다른 게이트는 OR입니다.",
)
class nand_with_and:
    def forward(self, x1, x2):
        return AND(NAND(x1, x2), AND(x1, x2))


@XOR.mistake(
    "forward returns True or False: the result must be an int.",
    "forward가 True나 False를 반환합니다. 결과는 정수여야 합니다.",
)
class xor_bool:
    def forward(self, x1, x2):
        return x1 != x2


@PERCEPTRON_STEP.mistake(
    "The sign is turned around: y - t moves the weights away from the target.",
    "부호가 뒤집혔습니다. y - t로는 가중치가 정답에서 멀어집니다.",
)
def sign_flipped(w, x, t, eta):
    y = 1 if np.dot(w, x) > 0 else 0
    return w + eta * (y - t) * x


@PERCEPTRON_STEP.mistake(
    "The weights change although the prediction is right: every sample pushes them, wrong or not.",
    "예측이 맞는데도 가중치가 바뀝니다. 틀리지 않은 샘플도 가중치를 밀고 있습니다.",
)
def always_updates(w, x, t, eta):
    return w + eta * (2 * t - 1) * x


@PERCEPTRON_STEP.mistake(
    "The update uses the target t instead of the error t - y.",
    "오차 t - y가 아니라 정답 t로 갱신합니다.",
)
def target_for_error(w, x, t, eta):
    return w + eta * t * x


@PERCEPTRON_STEP.mistake(
    "Every error adds eta x, also where y is 1 and t is 0: there t - y is -1, and eta x is subtracted.",
    "틀릴 때마다 eta x를 더했습니다. y가 1이고 t가 0이면 t - y가 -1이므로 eta x를 빼야 합니다.",
)
def only_adds(w, x, t, eta):
    y = 1 if np.dot(w, x) > 0 else 0
    if y == t:
        return w
    return w + eta * x


@PERCEPTRON_STEP.mistake(
    "The bias weight w[0] is left out of the update; it learns like the others, with x[0].",
    "편향 가중치 w[0]을 갱신하지 않았습니다. w[0]도 x[0]을 곱해 똑같이 배웁니다.",
)
def bias_left_out(w, x, t, eta):
    y = 1 if np.dot(w, x) > 0 else 0
    new = np.array(w, dtype=float)
    new[1:] += eta * (t - y) * x[1:]
    return new


@PERCEPTRON_STEP.mistake(
    "The bias moves by eta (t - y) whatever x[0] is: multiply by x[0], which may be -1.",
    "편향이 x[0]과 관계없이 eta (t - y)만큼 움직입니다. x[0]은 -1일 수도 있으니 곱해야 합니다.",
)
def bias_without_x0(w, x, t, eta):
    y = 1 if np.dot(w, x) > 0 else 0
    new = w + eta * (t - y) * x
    new[0] = w[0] + eta * (t - y)
    return new


@PERCEPTRON_STEP.mistake(
    "The sum takes w[0] without x[0], which may be -1: the dot product w @ x has all the products.",
    "합에 w[0]을 x[0]과 곱하지 않고 더했습니다. x[0]은 -1일 수도 있습니다. 내적 w @ x에는 모든 곱이 들어 있습니다.",
)
def sum_without_x0(w, x, t, eta):
    y = 1 if w[0] + np.dot(w[1:], x[1:]) > 0 else 0
    return w + eta * (t - y) * x


@PERCEPTRON_STEP.mistake(
    "The bias is left out of the sum: w @ x has all the products, w[0] x[0] too.",
    "합에서 편향이 빠졌습니다. w @ x에는 w[0] x[0]까지 모든 곱이 들어 있습니다.",
)
def sum_without_bias(w, x, t, eta):
    y = 1 if np.dot(w[1:], x[1:]) > 0 else 0
    return w + eta * (t - y) * x


@PERCEPTRON_STEP.mistake(
    "The caller's w is changed: `w +=` writes into the array that was given.",
    "호출한 쪽의 w가 바뀝니다. `w +=`는 받은 배열에 그대로 씁니다.",
)
def changes_w(w, x, t, eta):
    y = 1 if np.dot(w, x) > 0 else 0
    w += eta * (t - y) * x
    return w


@PERCEPTRON_STEP.mistake(
    "A sum of exactly 0 counts as 1 (>=); in this course it gives y = 0.",
    "가중합이 정확히 0일 때 1로 봅니다(>=). 이 강의에서는 y = 0입니다.",
)
def fires_at_zero(w, x, t, eta):
    y = 1 if np.dot(w, x) >= 0 else 0
    return w + eta * (t - y) * x


@PERCEPTRON_STEP.mistake(
    "The error is t - w · x: the perceptron compares t with the output 0 or 1, after the threshold.",
    "오차를 t - w · x로 구했습니다. 퍼셉트론은 임계값과 비교한 출력 0 또는 1을 t와 비교합니다.",
)
def without_threshold(w, x, t, eta):
    return w + eta * (t - np.dot(w, x)) * x


@PERCEPTRON_STEP.mistake(
    "The learning rate eta is not used.",
    "학습률 eta를 쓰지 않았습니다.",
)
def without_eta(w, x, t, eta):
    y = 1 if np.dot(w, x) > 0 else 0
    return w + (t - y) * x


@PERCEPTRON_STEP.mistake(
    "w * x is an array of products, not their sum: compare the dot product w @ x with 0.",
    "w * x는 곱을 모은 배열이지 그 합이 아닙니다. 내적 w @ x를 0과 비교하십시오.",
)
def products_not_summed(w, x, t, eta):
    y = 1 if w * x > 0 else 0
    return w + eta * (t - y) * x


@PERCEPTRON_STEP.mistake(
    "The sum is compared with 0.5: the bias weight w[0] is in the sum already, so compare with 0.",
    "합을 0.5와 비교했습니다. 편향 가중치 w[0]이 이미 합에 들어 있으므로 0과 비교하십시오.",
)
def threshold_of_half(w, x, t, eta):
    y = 1 if np.dot(w, x) > 0.5 else 0
    return w + eta * (t - y) * x


@PERCEPTRON_STEP.mistake(
    "Only a wrong 1 is corrected: where y is 0 and t is 1, eta x must be added.",
    "1로 잘못 답했을 때만 고칩니다. y가 0이고 t가 1이면 eta x를 더해야 합니다.",
)
def never_adds(w, x, t, eta):
    if np.dot(w, x) > 0 and t == 0:
        return w - eta * x
    return w.copy()


@PERCEPTRON_STEP.mistake(
    "Only a wrong 0 is corrected: where y is 1 and t is 0, eta x must be subtracted.",
    "0으로 잘못 답했을 때만 고칩니다. y가 1이고 t가 0이면 eta x를 빼야 합니다.",
)
def never_subtracts(w, x, t, eta):
    if np.dot(w, x) <= 0 and t == 1:
        return w + eta * x
    return w.copy()


@PERCEPTRON_STEP.mistake(
    "The last input is left out of the sum: range(len(w) - 1) ends one step early. range(len(w)) takes them all.",
    "합에서 마지막 입력이 빠졌습니다. range(len(w) - 1)은 한 번 덜 돕니다. range(len(w))는 모두 더합니다.",
)
def last_input_left_out(w, x, t, eta):
    total = 0
    for i in range(len(w) - 1):
        total += w[i] * x[i]
    y = 1 if total > 0 else 0
    return w + eta * (t - y) * x


@PERCEPTRON_STEP.mistake(
    "A sum close to 0 is taken for 0: compare with 0 itself, w @ x > 0. Any sum above it gives y = 1.",
    "0에 가까운 합을 0으로 보았습니다. w @ x > 0처럼 0과 바로 비교하십시오. 조금이라도 0보다 크면 y는 1입니다.",
)
def close_to_zero(w, x, t, eta):
    total = np.dot(w, x)
    y = 1 if total > 0 and not np.isclose(total, 0) else 0
    return w + eta * (t - y) * x


@PERCEPTRON_FIT.mistake(
    "Errors are counted at the end of the epoch with the new weights: count each sample when it is shown.",
    "에폭이 끝난 뒤 바뀐 가중치로 오답을 셌습니다. 샘플을 보여 준 순간, 갱신하기 전에 세십시오.",
)
def counts_at_the_end(X, t, eta, max_epochs):
    w = np.zeros(X.shape[1])
    history = []
    for _ in range(max_epochs):
        for x, target in zip(X, t):
            w = perceptron_step(w, x, target, eta)
        history.append(int(((X @ w > 0) != t).sum()))
        if history[-1] == 0:
            return w, history, True
    return w, history, False


@PERCEPTRON_FIT.mistake(
    "Each sample is counted after its update: predict with the old w, count, and only then update.",
    "갱신한 다음에 오답을 셌습니다. 먼저 이전 w로 예측해서 세고, 그다음에 갱신하십시오.",
)
def counts_after_the_update(X, t, eta, max_epochs):
    w = np.zeros(X.shape[1])
    history = []
    for _ in range(max_epochs):
        errors = 0
        for x, target in zip(X, t):
            w = perceptron_step(w, x, target, eta)
            errors += int((w @ x > 0) != target)
        history.append(errors)
        if errors == 0:
            return w, history, True
    return w, history, False


@PERCEPTRON_FIT.mistake(
    "The count is not set back to 0 at the start of each epoch.",
    "에폭이 시작될 때 오답 수를 0으로 되돌리지 않았습니다.",
)
def count_not_reset(X, t, eta, max_epochs):
    w = np.zeros(X.shape[1])
    history, errors = [], 0
    for _ in range(max_epochs):
        for x, target in zip(X, t):
            errors += int((w @ x > 0) != target)
            w = perceptron_step(w, x, target, eta)
        history.append(errors)
        if errors == 0:
            return w, history, True
    return w, history, False


@PERCEPTRON_FIT.mistake(
    "The weights are set back to 0 in each epoch, and all learning is lost: make w once, before the epochs.",
    "에폭마다 가중치를 0으로 되돌려서 배운 것이 모두 사라집니다. w는 에폭을 시작하기 전에 한 번만 만드십시오.",
)
def weights_reset(X, t, eta, max_epochs):
    w = np.zeros(X.shape[1])
    history = []
    for _ in range(max_epochs):
        w = np.zeros(X.shape[1])
        errors = 0
        for x, target in zip(X, t):
            errors += int((w @ x > 0) != target)
            w = perceptron_step(w, x, target, eta)
        history.append(errors)
        if errors == 0:
            return w, history, True
    return w, history, False


@PERCEPTRON_FIT.mistake(
    "The differences t - y are added up, so that +1 and -1 cancel: count each wrong sample as 1.",
    "차 t - y를 그대로 더해서 +1과 -1이 서로 지워집니다. 틀린 샘플마다 1씩 세십시오.",
)
def errors_cancel(X, t, eta, max_epochs):
    w = np.zeros(X.shape[1])
    history = []
    for _ in range(max_epochs):
        errors = 0
        for x, target in zip(X, t):
            errors += int(target) - int(w @ x > 0)
            w = perceptron_step(w, x, target, eta)
        history.append(errors)
        if errors == 0:
            return w, history, True
    return w, history, False


@PERCEPTRON_FIT.mistake(
    "In the count a sum of exactly 0 is taken as y = 1 (>=); it gives y = 0, as in perceptron_step.",
    "오답을 셀 때 합이 정확히 0이면 y = 1로 보았습니다(>=). perceptron_step에서처럼 y = 0입니다.",
)
def counts_with_geq(X, t, eta, max_epochs):
    w = np.zeros(X.shape[1])
    history = []
    for _ in range(max_epochs):
        errors = 0
        for x, target in zip(X, t):
            errors += int((w @ x >= 0) != target)
            w = perceptron_step(w, x, target, eta)
        history.append(errors)
        if errors == 0:
            return w, history, True
    return w, history, False


@PERCEPTRON_FIT.mistake(
    "What perceptron_step returns is added to w: it returns the new weights, not the change. Write w = perceptron_step(...).",
    "perceptron_step의 결과를 w에 더했습니다. 그 결과는 변화량이 아니라 새 가중치입니다. w = perceptron_step(...)이라고 쓰십시오.",
)
def new_weights_added(X, t, eta, max_epochs):
    w = np.zeros(X.shape[1])
    history = []
    for _ in range(max_epochs):
        errors = 0
        for x, target in zip(X, t):
            errors += int((w @ x > 0) != target)
            w = w + perceptron_step(w, x, target, eta)
        history.append(errors)
        if errors == 0:
            return w, history, True
    return w, history, False


@PERCEPTRON_FIT.mistake(
    "Training ends after one epoch, right or wrong: the last return belongs behind the loop over the epochs, not into it.",
    "맞았든 틀렸든 첫 에폭에서 학습이 끝납니다. 마지막 return은 에폭 반복문 안이 아니라 반복문 뒤에 있어야 합니다.",
)
def returns_after_one_epoch(X, t, eta, max_epochs):
    w = np.zeros(X.shape[1])
    history = []
    for _ in range(max_epochs):
        errors = 0
        for x, target in zip(X, t):
            errors += int((w @ x > 0) != target)
            w = perceptron_step(w, x, target, eta)
        history.append(errors)
        return w, history, errors == 0


@PERCEPTRON_FIT.mistake(
    "What perceptron_step returns is not kept: write w = perceptron_step(...).",
    "perceptron_step이 반환한 값을 버렸습니다. w에 다시 넣으십시오.",
)
def result_dropped(X, t, eta, max_epochs):
    w = np.zeros(X.shape[1])
    history = []
    for _ in range(max_epochs):
        errors = 0
        for x, target in zip(X, t):
            errors += int((w @ x > 0) != target)
            perceptron_step(w, x, target, eta)
        history.append(errors)
        if errors == 0:
            return w, history, True
    return w, history, False


@PERCEPTRON_FIT.mistake(
    "converged looks at the last weights; it is True only where an epoch without errors was seen.",
    "converged를 마지막 가중치로 정했습니다. 오답이 없는 에폭을 실제로 보았을 때만 True입니다.",
)
def converged_by_last_weights(X, t, eta, max_epochs):
    w = np.zeros(X.shape[1])
    history = []
    for _ in range(max_epochs):
        errors = 0
        for x, target in zip(X, t):
            errors += int((w @ x > 0) != target)
            w = perceptron_step(w, x, target, eta)
        history.append(errors)
        if errors == 0:
            break
    return w, history, bool(((X @ w > 0) == t).all())


@PERCEPTRON_FIT.mistake(
    "converged is len(errors) < max_epochs: False when the last epoch allowed is the first without errors.",
    "converged를 len(errors) < max_epochs로 정했습니다. 마지막 에폭에서 처음 오답이 없으면 틀리게 됩니다.",
)
def converged_by_length(X, t, eta, max_epochs):
    w = np.zeros(X.shape[1])
    history = []
    for _ in range(max_epochs):
        errors = 0
        for x, target in zip(X, t):
            errors += int((w @ x > 0) != target)
            w = perceptron_step(w, x, target, eta)
        history.append(errors)
        if errors == 0:
            break
    return w, history, len(history) < max_epochs


@PERCEPTRON_FIT.mistake(
    "Training stops at the first sample that is right; only a whole epoch without errors ends it.",
    "맞힌 샘플이 하나 나오자 학습을 멈췄습니다. 한 에폭 전체에 오답이 없어야 끝납니다.",
)
def stops_at_first_right(X, t, eta, max_epochs):
    w = np.zeros(X.shape[1])
    history = []
    for _ in range(max_epochs):
        errors = 0
        for x, target in zip(X, t):
            if (w @ x > 0) == target:
                return w, history + [errors], True
            errors += 1
            w = perceptron_step(w, x, target, eta)
        history.append(errors)
    return w, history, False


@PERCEPTRON_FIT.mistake(
    "Training never stops early: it goes on for all max_epochs although an epoch had no errors.",
    "일찍 멈추지 않습니다. 오답이 없는 에폭이 나왔는데도 max_epochs까지 계속합니다.",
)
def never_stops(X, t, eta, max_epochs):
    w = np.zeros(X.shape[1])
    history = []
    for _ in range(max_epochs):
        errors = 0
        for x, target in zip(X, t):
            errors += int((w @ x > 0) != target)
            w = perceptron_step(w, x, target, eta)
        history.append(errors)
    return w, history, history[-1] == 0


@PERCEPTRON_FIT.mistake(
    "The updates of an epoch are added up and made at its end; the rule updates after every sample.",
    "한 에폭의 갱신을 모았다가 끝에 한꺼번에 합니다. 이 규칙은 샘플 하나마다 갱신합니다.",
)
def batch_updates(X, t, eta, max_epochs):
    w = np.zeros(X.shape[1])
    history = []
    for _ in range(max_epochs):
        y = (X @ w > 0).astype(int)
        history.append(int((y != t).sum()))
        if history[-1] == 0:
            return w, history, True
        w = w + eta * (t - y) @ X
    return w, history, False


@PERCEPTRON_FIT.mistake(
    "One epoch too few: range(1, max_epochs) has max_epochs - 1 steps.",
    "에폭이 하나 모자랍니다. range(1, max_epochs)는 max_epochs - 1번 돕니다.",
)
def one_epoch_short(X, t, eta, max_epochs):
    w = np.zeros(X.shape[1])
    history = []
    for _ in range(1, max_epochs):
        errors = 0
        for x, target in zip(X, t):
            errors += int((w @ x > 0) != target)
            w = perceptron_step(w, x, target, eta)
        history.append(errors)
        if errors == 0:
            return w, history, True
    return w, history, False


@PERCEPTRON_FIT.mistake(
    "The last epoch, the one without errors, is missing from the list: append before you return.",
    "오답이 없는 마지막 에폭이 리스트에 없습니다. 반환하기 전에 먼저 append하십시오.",
)
def last_zero_missing(X, t, eta, max_epochs):
    w = np.zeros(X.shape[1])
    history = []
    for _ in range(max_epochs):
        errors = 0
        for x, target in zip(X, t):
            errors += int((w @ x > 0) != target)
            w = perceptron_step(w, x, target, eta)
        if errors == 0:
            return w, history, True
        history.append(errors)
    return w, history, False


@PERCEPTRON_FIT.mistake(
    "converged is always True, also when the epochs ran out before the data were learnt.",
    "데이터를 다 배우기 전에 에폭이 끝나도 converged가 언제나 True입니다.",
)
def always_converged(X, t, eta, max_epochs):
    w = np.zeros(X.shape[1])
    history = []
    for _ in range(max_epochs):
        errors = 0
        for x, target in zip(X, t):
            errors += int((w @ x > 0) != target)
            w = perceptron_step(w, x, target, eta)
        history.append(errors)
        if errors == 0:
            break
    return w, history, True


@DECISION_BOUNDARY.mistake(
    "The minus sign is missing: moving a term to the other side turns its sign around.",
    "음의 부호가 빠졌습니다. 항을 이항하면 부호가 바뀝니다.",
)
def minus_missing(w):
    if w[2] == 0:
        return np.inf, w[0] / w[1]
    return w[1] / w[2], w[0] / w[2]


@DECISION_BOUNDARY.mistake(
    "The sign of the intercept is turned around: -w0 goes to the other side too.",
    "절편의 부호가 뒤집혔습니다. w0도 이항하면 -w0이 됩니다.",
)
def intercept_sign(w):
    if w[2] == 0:
        return np.inf, -w[0] / w[1]
    return -w[1] / w[2], w[0] / w[2]


@DECISION_BOUNDARY.mistake(
    "The two numbers stand in the other order: the slope comes first, then the intercept.",
    "두 수의 순서가 바뀌었습니다. 기울기가 먼저이고 절편이 그다음입니다.",
)
def intercept_first(w):
    if w[2] == 0:
        return -w[0] / w[1], np.inf
    return -w[0] / w[2], -w[1] / w[2]


@DECISION_BOUNDARY.mistake(
    "A horizontal line (w1 = 0) is treated as a vertical one: only w2 = 0 makes the line vertical.",
    "수평선(w1 = 0)을 세로선으로 다뤘습니다. w2 = 0일 때만 세로선입니다.",
)
def horizontal_as_vertical(w):
    if w[1] * w[2] == 0:
        return np.inf, -np.float64(w[0]) / w[1]
    return -w[1] / w[2], -w[0] / w[2]


@DECISION_BOUNDARY.mistake(
    "The two axes are swapped: this is x1 as a function of x2.",
    "두 축이 뒤바뀌었습니다. 이것은 x1을 x2의 함수로 쓴 것입니다.",
)
def axes_swapped(w):
    if w[1] == 0:
        return np.inf, -w[0] / w[2]
    return -w[2] / w[1], -w[0] / w[1]


@DECISION_BOUNDARY.mistake(
    "A vertical line divides by w2 = 0: treat it on its own, with slope inf and the place x1 = -w0 / w1.",
    "세로선에서 w2 = 0으로 나눕니다. 기울기는 inf, 위치는 x1 = -w0 / w1로 따로 처리하십시오.",
)
def vertical_ignored(w):
    return -float(w[1]) / float(w[2]), -float(w[0]) / float(w[2])


@DECISION_BOUNDARY.mistake(
    "A vertical line divides by w2 = 0: NumPy then gives -inf, inf or nan instead of (inf, -w0 / w1).",
    "세로선에서 w2 = 0으로 나눕니다. 그러면 NumPy는 (inf, -w0 / w1) 대신 -inf, inf, nan을 냅니다.",
)
def vertical_by_numpy(w):
    return -w[1] / w[2], -w[0] / w[2]


@DECISION_BOUNDARY.mistake(
    "// divides and then rounds down to a whole number; / gives the quotient itself.",
    "//는 나눈 다음 정수로 내림합니다. 몫 그대로는 /로 구합니다.",
)
def floor_division(w):
    if w[2] == 0:
        return np.inf, -w[0] // w[1]
    return -w[1] // w[2], -w[0] // w[2]


@DECISION_BOUNDARY.mistake(
    "The numbers are rounded: return them as they are, and round only what is printed.",
    "수를 반올림했습니다. 반환하는 값은 그대로 두고, 출력할 때만 반올림하십시오.",
)
def rounded(w):
    if w[2] == 0:
        return np.inf, round(-w[0] / w[1], 2)
    return round(-w[1] / w[2], 2), round(-w[0] / w[2], 2)


@SEQUENTIAL.mistake(
    "The factor 2 / (N M) of the gradient is missing.",
    "기울기에서 2 / (N M)이 빠졌습니다.",
    subject="Sequential",
)
class factor_missing(Sequential):
    def fit(self, x, y, epochs):
        layer = self.layers[0]
        y = np.reshape(y, (len(x), -1))
        history = []
        for _ in range(epochs):
            error = layer.forward(x) - y
            history.append(np.mean(error**2))
            layer.W = layer.W - self.optimizer.lr * (x.T @ error)
            layer.b = layer.b - self.optimizer.lr * error.sum(axis=0)
        return history


@SEQUENTIAL.mistake(
    "Loss and gradient are sums; 'mse' is a mean, so divide both by N M.",
    "손실과 기울기가 합입니다. 'mse'는 평균이므로 둘 다 N M으로 나누십시오.",
    subject="Sequential",
)
class sum_for_mean(Sequential):
    def fit(self, x, y, epochs):
        layer = self.layers[0]
        y = np.reshape(y, (len(x), -1))
        history = []
        for _ in range(epochs):
            error = layer.forward(x) - y
            history.append(np.sum(error**2))
            layer.W = layer.W - self.optimizer.lr * 2 * (x.T @ error)
            layer.b = layer.b - self.optimizer.lr * 2 * error.sum(axis=0)
        return history


@SEQUENTIAL.mistake(
    "The gradient is divided by N only; the mean runs over N M numbers.",
    "기울기를 N으로만 나누었습니다. 평균은 N M개의 수에 대한 것입니다.",
    subject="Sequential",
)
class mean_over_rows_only(Sequential):
    def fit(self, x, y, epochs):
        layer = self.layers[0]
        y = np.reshape(y, (len(x), -1))
        history = []
        for _ in range(epochs):
            error = layer.forward(x) - y
            history.append(np.mean(error**2))
            layer.W = layer.W - self.optimizer.lr * 2 / len(x) * (x.T @ error)
            layer.b = layer.b - self.optimizer.lr * 2 / len(x) * error.sum(axis=0)
        return history


@SEQUENTIAL.mistake(
    "The bias is never updated.",
    "편향을 갱신하지 않았습니다.",
    subject="Sequential",
)
class bias_not_trained(Sequential):
    def fit(self, x, y, epochs):
        layer = self.layers[0]
        y = np.reshape(y, (len(x), -1))
        history = []
        for _ in range(epochs):
            error = layer.forward(x) - y
            history.append(np.mean(error**2))
            layer.W = layer.W - self.optimizer.lr * 2 / error.size * (x.T @ error)
        return history


@SEQUENTIAL.mistake(
    "The new W and b do not reach the layer: W = W - ... only gives a name to a new array. Write layer.W = ..., layer.b = ...",
    "새 W와 b가 층에 들어가지 않습니다. W = W - ...는 새 배열에 이름을 붙일 뿐입니다. layer.W = ..., layer.b = ...라고 쓰십시오.",
    subject="Sequential",
)
class layer_not_changed(Sequential):
    def fit(self, x, y, epochs):
        layer = self.layers[0]
        W, b = layer.W, layer.b
        y = np.reshape(y, (len(x), -1))
        history = []
        for _ in range(epochs):
            error = layer.forward(x) - y
            history.append(np.mean(error**2))
            W = W - self.optimizer.lr * 2 / error.size * (x.T @ error)
            b = b - self.optimizer.lr * 2 / error.size * error.sum(axis=0)
        return history


@SEQUENTIAL.mistake(
    "prediction (N, 1) minus y (N,) is silently (N, N): give y the shape (N, 1) first.",
    "예측 (N, 1)에서 y (N,)를 빼면 소리 없이 (N, N)이 됩니다. 먼저 y의 shape을 (N, 1)로 만드십시오.",
    subject="Sequential",
)
class silent_broadcast(Sequential):
    def fit(self, x, y, epochs):
        layer = self.layers[0]
        history = []
        for _ in range(epochs):
            error = layer.forward(x) - y
            history.append(np.mean(error**2))
            layer.W = layer.W - self.optimizer.lr * (2 / error.size * (x.T @ error)).mean(axis=1, keepdims=True)
            layer.b = layer.b - self.optimizer.lr * 2 / error.size * error.sum()
        return history


@SEQUENTIAL.mistake(
    "y always becomes one column, (N M, 1): only y (N,) does, y (N, M) keeps its shape. Write y.reshape(len(x), -1).",
    "y가 언제나 열 하나 (N M, 1)이 됩니다. y가 (N,)일 때만 그렇고 (N, M)이면 그대로여야 합니다. y.reshape(len(x), -1)이라고 쓰십시오.",
    subject="Sequential",
)
class always_one_column(Sequential):
    def fit(self, x, y, epochs):
        layer = self.layers[0]
        y = y.reshape(-1, 1)
        history = []
        for _ in range(epochs):
            error = layer.forward(x) - y
            history.append(np.mean(error**2))
            layer.W = layer.W - self.optimizer.lr * 2 / error.size * (x.T @ error)
            layer.b = layer.b - self.optimizer.lr * 2 / error.size * error.sum(axis=0)
        return history


@SEQUENTIAL.mistake(
    "W is updated before the gradient of b is computed: both must come from the same prediction.",
    "b의 기울기를 구하기 전에 W를 갱신했습니다. 두 기울기는 같은 예측에서 나와야 합니다.",
    subject="Sequential",
)
class bias_after_update(Sequential):
    def fit(self, x, y, epochs):
        layer = self.layers[0]
        y = np.reshape(y, (len(x), -1))
        history = []
        for _ in range(epochs):
            error = layer.forward(x) - y
            history.append(np.mean(error**2))
            layer.W = layer.W - self.optimizer.lr * 2 / error.size * (x.T @ error)
            error = layer.forward(x) - y
            layer.b = layer.b - self.optimizer.lr * 2 / error.size * error.sum(axis=0)
        return history


@SEQUENTIAL.mistake(
    "The loss is recorded after the update; the history holds the loss before each one.",
    "손실을 갱신한 뒤에 적었습니다. history에는 갱신하기 전의 손실이 들어갑니다.",
    subject="Sequential",
)
class loss_after_update(Sequential):
    def fit(self, x, y, epochs):
        layer = self.layers[0]
        y = np.reshape(y, (len(x), -1))
        history = []
        for _ in range(epochs):
            error = layer.forward(x) - y
            layer.W = layer.W - self.optimizer.lr * 2 / error.size * (x.T @ error)
            layer.b = layer.b - self.optimizer.lr * 2 / error.size * error.sum(axis=0)
            history.append(np.mean((layer.forward(x) - y) ** 2))
        return history


@SEQUENTIAL.mistake(
    "forward leaves out the bias b.",
    "forward에서 편향 b를 더하지 않았습니다.",
    subject="Dense",
)
class bias_not_added(Dense):
    def forward(self, x):
        return x @ self.W


@SEQUENTIAL.mistake(
    "The update goes up the gradient: subtract lr times the gradient.",
    "기울기를 따라 올라갑니다. 학습률과 기울기의 곱을 빼야 합니다.",
    subject="Sequential",
)
class climbs(Sequential):
    def fit(self, x, y, epochs):
        layer = self.layers[0]
        y = np.reshape(y, (len(x), -1))
        history = []
        for _ in range(epochs):
            error = layer.forward(x) - y
            history.append(np.mean(error**2))
            layer.W = layer.W + self.optimizer.lr * 2 / error.size * (x.T @ error)
            layer.b = layer.b + self.optimizer.lr * 2 / error.size * error.sum(axis=0)
        return history


@SEQUENTIAL.mistake(
    "The gradient of b is summed over all numbers: each unit has its own bias, so sum down the rows (axis=0).",
    "b의 기울기를 모든 수에 대해 더했습니다. 유닛마다 편향이 따로 있으니 axis=0으로 열마다 더하십시오.",
    subject="Sequential",
)
class one_bias_gradient(Sequential):
    def fit(self, x, y, epochs):
        layer = self.layers[0]
        y = np.reshape(y, (len(x), -1))
        history = []
        for _ in range(epochs):
            error = layer.forward(x) - y
            history.append(np.mean(error**2))
            layer.W = layer.W - self.optimizer.lr * 2 / error.size * (x.T @ error)
            layer.b = layer.b - self.optimizer.lr * 2 / error.size * error.sum()
        return history


@SEQUENTIAL.mistake(
    "The caller's y is given another shape: y.shape = ... changes the array itself; use y.reshape(...).",
    "호출한 쪽의 y의 shape이 바뀝니다. y.shape = ...는 배열 자체를 바꾸니 y.reshape(...)를 쓰십시오.",
    subject="Sequential",
)
class reshapes_y_in_place(Sequential):
    def fit(self, x, y, epochs):
        y.shape = (len(x), -1)
        layer = self.layers[0]
        history = []
        for _ in range(epochs):
            error = layer.forward(x) - y
            history.append(np.mean(error**2))
            layer.W = layer.W - self.optimizer.lr * 2 / error.size * (x.T @ error)
            layer.b = layer.b - self.optimizer.lr * 2 / error.size * error.sum(axis=0)
        return history


@SEQUENTIAL.mistake(
    "The history is kept in the model and goes on growing: a second fit also returns the losses of the first. Start with an "
    "empty list in fit.",
    "history를 모델에 두어 계속 늘어납니다. 두 번째 fit이 첫 번째의 손실까지 반환합니다. fit 안에서 빈 리스트로 시작하십시오.",
    subject="Sequential",
)
class history_goes_on(Sequential):
    def __init__(self, layers):
        self.layers = list(layers)
        self.history = []

    def fit(self, x, y, epochs):
        layer = self.layers[0]
        y = np.reshape(y, (len(x), -1))
        for _ in range(epochs):
            error = layer.forward(x) - y
            self.history.append(np.mean(error**2))
            layer.W = layer.W - self.optimizer.lr * 2 / error.size * (x.T @ error)
            layer.b = layer.b - self.optimizer.lr * 2 / error.size * error.sum(axis=0)
        return self.history
