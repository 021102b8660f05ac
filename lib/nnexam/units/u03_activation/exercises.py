"""u03_activation: what the checks ask, and what each aspect is worth."""

import numpy as np
from nnref import activations as ref

from nnexam.advice import advise_on
from nnexam.model import Aspect, Case, Exercise, Text, call


def away_from_zero(rng, *shape):
    """Draw numbers with two digits and 0.1 <= |x| <= 3, of both signs, below and above 1 of either sign."""
    count = int(np.prod(shape))
    sizes = np.where(
        np.resize([True, True, False, False], count), rng.uniform(0.1, 0.9, count), rng.uniform(1.1, 3, count)
    )
    return np.round(rng.permutation(sizes * np.resize([-1, 1], count)).reshape(shape), 2)


FAR = np.array([-1000.0, -40.0, 0.0, 40.0, 1000.0])
SHAPE = Text(
    "x has three axes here: the result has the same shape.", "여기서는 x의 축이 셋입니다. 결과의 shape도 x와 같습니다."
)


def steps_cases(rng):
    x = away_from_zero(rng, 2, 3)
    turned = -x[:, None]  # three axes, and a first number of the other sign
    whole = [np.array(numbers) for numbers in ([-2, 0, 3], [3, 0, -2], [0, 3, -2])]
    zero = np.array([0.0, -0.0])
    at_zero = Text("Only the value at 0 is asked here: is it 0?", "여기서는 0에서의 값만 묻습니다. 0이 나옵니까?")
    kind = Text(
        "The next layer multiplies by this result: return floats, whatever the input.",
        "다음 층이 이 결과에 곱셈을 합니다. 입력이 무엇이든 실수(float)를 반환하십시오.",
    )
    near = np.array([-0.001, 1e-12, 0.001, -1e-12])
    close = Text("Some inputs are close to 0 here, but not 0.", "여기에는 0에 가깝지만 0은 아닌 입력이 있습니다.")
    names = ("step", "sign", "identity")
    cases = [Case(name, call(name, value)) for name in names for value in (x, turned)]
    cases += [Case(name, call(name, near), close) for name in names]
    cases += [Case("zero", call(name, zero), at_zero) for name in ("step", "sign")]
    return cases + [Case("dtype", call(name, value), kind) for name in names for value in (x, *whole)]


STEPS = Exercise(
    "steps",
    ("step", "sign", "identity"),
    (
        Aspect("step", 0.5, Text("step away from 0", "0이 아닌 곳에서 step"), effects=True),
        Aspect("sign", 0.5, Text("sign away from 0", "0이 아닌 곳에서 sign"), effects=True),
        Aspect("identity", 0.5, Text("identity", "identity의 값"), effects=True),
        Aspect("zero", 0.5, Text("step and sign at 0", "0에서 step과 sign")),
        Aspect(
            "dtype",
            1,
            Text("the result holds floats, also for whole numbers", "정수를 넣어도 결과는 실수"),
            dtype=True,
            alone=True,
        ),
    ),
    steps_cases,
    {"step": ref.step, "sign": ref.sign, "identity": ref.identity},
)


def sigmoid_cases(rng):
    x = away_from_zero(rng, 2, 3)
    return [
        Case(
            "values",
            call("sigmoid", x),
            Text(
                "Compute sigmoid(1) by hand: watch the sign of the exponent and the brackets.",
                "sigmoid(1)을 손으로 계산해 보십시오. 지수의 부호와 괄호를 살펴보십시오.",
            ),
        ),
        Case("values", call("sigmoid", np.array([0.0, 1.5, -1.5]))),
        Case("values", call("sigmoid", -x[:, None]), SHAPE),
        Case(
            "integers",
            call("sigmoid", np.array([-3, -1, 0, 2])),
            Text(
                "The input holds whole numbers, the result must not.",
                "입력은 정수여도 결과는 정수가 아닙니다.",
            ),
        ),
        Case(
            "large",
            call("sigmoid", FAR),
            Text("Which exponentials does your formula take here?", "여기서 어떤 수에 exp를 취하게 됩니까?"),
        ),
    ]


SIGMOID = Exercise(
    "sigmoid",
    ("sigmoid",),
    (
        Aspect("values", 1, Text("values; input left untouched", "값(입력은 그대로)"), effects=True),
        Aspect("integers", 1, Text("whole numbers as input", "정수 입력")),
        Aspect("large", 1, Text("stable at ±1000", "±1000에서도 안정적"), effects=True),
    ),
    sigmoid_cases,
    {"sigmoid": ref.sigmoid},
    advice=advise_on(loops=True),
)


def tanh_cases(rng):
    x = away_from_zero(rng, 3, 2)
    return [
        Case("values", call("tanh", x)),
        Case("values", call("tanh", -x[:, None]), SHAPE),
        Case("values", call("tanh", np.array([-2, 0, 1])), Text("Whole numbers as input.", "정수 입력입니다.")),
        Case(
            "large",
            call("tanh", FAR),
            Text("Which exponentials does your formula take here?", "여기서 어떤 수에 exp를 취하게 됩니까?"),
        ),
    ]


TANH = Exercise(
    "tanh",
    ("tanh",),
    (
        Aspect("values", 1, Text("values; input left untouched", "값(입력은 그대로)"), effects=True),
        Aspect("large", 1, Text("stable at ±1000", "±1000에서도 안정적"), effects=True),
    ),
    tanh_cases,
    {"tanh": ref.tanh},
    needs=("sigmoid",),
)


def relus_cases(rng):
    x = away_from_zero(rng, 2, 4)
    alpha = round(rng.uniform(0.05, 0.4), 2)
    steep = round(rng.uniform(1.5, 3), 2)
    turned = -x[:, None]  # three axes, and a first number of the other sign
    infinite, whole = np.array([-np.inf, -1.0, 0.0, np.inf]), np.array([-2, 0, 3])
    kind = Text("The result holds floats, also for whole numbers.", "정수를 넣어도 결과는 실수여야 합니다.")
    both = Text(
        "x and alpha are whole numbers here: the result holds floats all the same.",
        "여기서는 x도 alpha도 정수입니다. 그래도 결과는 실수여야 합니다.",
    )
    return [
        Case("relu", call("relu", x)),
        Case("relu", call("relu", turned), SHAPE),
        Case(
            "infinity",
            call("relu", infinite),
            Text("At -inf the result is 0, at inf it is inf.", "-inf에서는 0, inf에서는 inf입니다."),
        ),
        Case("leaky", call("leaky_relu", x, alpha=alpha)),
        Case("leaky", call("leaky_relu", turned, alpha=alpha), SHAPE),
        Case("leaky", call("leaky_relu", x), Text("The default slope is 0.01.", "기본 기울기는 0.01입니다.")),
        Case(
            "steep",
            call("leaky_relu", x, alpha=steep),
            Text("Here the slope alpha is larger than 1.", "여기서는 기울기 alpha가 1보다 큽니다."),
        ),
        Case("leaky", call("leaky_relu", x, alpha=0.0), Text("Here alpha is 0.", "여기서는 alpha가 0입니다.")),
        *(Case("integers", call("relu", numbers), kind) for numbers in (whole, whole[::-1])),
        *(Case("integers", call("leaky_relu", numbers, alpha=alpha), kind) for numbers in (whole, whole[::-1])),
        Case("integers", call("leaky_relu", whole, alpha=2), both),
        Case("untouched", call("relu", x)),
        Case("untouched", call("leaky_relu", x, alpha=alpha)),
    ]


RELUS = Exercise(
    "relus",
    ("relu", "leaky_relu"),
    (
        Aspect("relu", 1, Text("relu: values", "relu의 값")),
        Aspect("infinity", 0.5, Text("relu at ±infinity", "±무한대에서 relu")),
        Aspect("leaky", 1, Text("leaky_relu: values", "leaky_relu의 값")),
        Aspect("steep", 0.5, Text("leaky_relu with alpha > 1", "alpha > 1인 leaky_relu")),
        Aspect("integers", 0.5, Text("whole numbers as input give floats", "정수를 넣어도 결과는 실수"), dtype=True),
        Aspect("untouched", 0.5, Text("the input is left untouched", "입력을 바꾸지 않음"), effects=True, alone=True),
    ),
    relus_cases,
    {"relu": ref.relu, "leaky_relu": ref.leaky_relu},
)


def softmax_cases(rng):
    by_hand = Text(
        "Compute one row by hand: exp of each score, divided by the sum of the row.",
        "한 행을 손으로 계산해 보십시오. 점수마다 exp를 취하고 그 행의 합으로 나눕니다.",
    )
    x = away_from_zero(rng, 3, 5)
    far = np.array([[1000.0, 1001.0, 999.0], [-1000.0, -1001.0, -1003.0], [-1000.0, 0.0, 1000.0]])
    rows = np.array([[0.0, 1.0, 2.0, 0.5], [-2000.0, -2001.0, -2000.5, -2003.0]])
    return [
        Case(
            "values",
            call("softmax", x),
            by_hand,
        ),
        Case("values", call("softmax", away_from_zero(rng, 4))),
        Case("values", call("softmax", np.array([[2, 1, 0]])), Text("Whole numbers as input.", "정수 입력입니다.")),
        Case(
            "axis",
            call("softmax", x, axis=0),
            Text("Here the sum runs down the columns.", "여기서는 열을 따라 더합니다."),
        ),
        Case("axis", call("softmax", away_from_zero(rng, 2, 3, 4), axis=1)),
        Case(
            "large",
            call("softmax", far),
            Text("Which exponentials does your formula take here?", "여기서 어떤 수에 exp를 취하게 됩니까?"),
        ),
        Case(
            "rows",
            call("softmax", rows),
            Text(
                "One row is 2000 below the other: which maximum was subtracted from it?",
                "한 행이 다른 행보다 2000 작습니다. 그 행에서 어떤 최댓값을 뺐습니까?",
            ),
        ),
    ]


SOFTMAX = Exercise(
    "softmax",
    ("softmax",),
    (
        Aspect("values", 1, Text("values; input left untouched", "값(입력은 그대로)"), effects=True),
        Aspect("axis", 1, Text("along another axis", "다른 축을 따라")),
        Aspect("large", 1, Text("stable at ±1000", "±1000에서도 안정적"), effects=True),
        Aspect("rows", 1, Text("rows that are far apart", "크기가 크게 다른 행들"), effects=True),
    ),
    softmax_cases,
    {"softmax": ref.softmax},
)


def derivatives_cases(rng):
    x = away_from_zero(rng, 2, 3)
    turned = -x[:, None]  # three axes, and a first number of the other sign
    zero, whole = np.array([0.0]), np.array([-2, 0, 2])
    alpha = round(rng.uniform(0.05, 0.4), 2)
    integers = Text("Whole numbers as input.", "정수 입력입니다.")
    at_input = Text(
        "Compare one value with (f(x + h) - f(x - h)) / 2h for a small h.",
        "작은 h로 (f(x + h) - f(x - h)) / 2h를 구해 한 값과 비교해 보십시오.",
    )
    at_zero = Text(
        "At 0 this course takes 0 for relu and alpha for leaky relu.",
        "이 강의에서는 0에서 relu의 미분을 0, leaky relu의 미분을 alpha로 정합니다.",
    )
    kind = Text("The result must hold floats: it is multiplied next.", "곧 곱셈에 쓰이므로 결과는 실수여야 합니다.")
    return [
        Case("d_sigmoid", call("d_sigmoid", x), at_input),
        Case("d_sigmoid", call("d_sigmoid", turned), SHAPE),
        Case("d_sigmoid", call("d_sigmoid", whole), integers),
        Case(
            "d_sigmoid",
            call("d_sigmoid", FAR),
            Text("At ±1000 the slope is 0.", "±1000에서 기울기는 0입니다."),
        ),
        Case("d_tanh", call("d_tanh", x), at_input),
        Case("d_tanh", call("d_tanh", turned), SHAPE),
        Case("d_tanh", call("d_tanh", whole), integers),
        Case("d_tanh", call("d_tanh", FAR), Text("At ±1000 the slope is 0.", "±1000에서 기울기는 0입니다.")),
        *(Case("d_relu", call("d_relu", value)) for value in (x, turned)),
        *(Case("d_leaky", call("d_leaky", value, alpha=alpha)) for value in (x, turned)),
        Case(
            "d_leaky", call("d_leaky", x, alpha=2.5), Text("Here alpha is above 1.", "여기서는 alpha가 1보다 큽니다.")
        ),
        Case("d_leaky", call("d_leaky", x), Text("The default slope is 0.01.", "기본 기울기는 0.01입니다.")),
        Case("d_leaky", call("d_leaky", x, alpha=0.0), Text("Here alpha is 0.", "여기서는 alpha가 0입니다.")),
        Case("zero", call("d_relu", zero), at_zero),
        Case("zero", call("d_leaky", zero, alpha=alpha), at_zero),
        *(
            Case("dtype", call(name, value), kind)
            for name in ("d_relu", "d_leaky")
            for value in (x, np.array([-2, 3]), np.array([3, -2]))
        ),
        Case(
            "dtype",
            call("d_leaky", x, alpha=2),
            Text("alpha is a whole number here.", "여기서는 alpha가 정수입니다."),
        ),
    ]


DERIVATIVES = Exercise(
    "derivatives",
    ("d_sigmoid", "d_tanh", "d_relu", "d_leaky"),
    (
        Aspect("d_sigmoid", 1, Text("d_sigmoid; input left untouched", "d_sigmoid(입력은 그대로)"), effects=True),
        Aspect("d_tanh", 1, Text("d_tanh; input left untouched", "d_tanh(입력은 그대로)"), effects=True),
        Aspect("d_relu", 0.5, Text("d_relu away from 0", "0이 아닌 곳에서 d_relu"), effects=True),
        Aspect("d_leaky", 0.5, Text("d_leaky away from 0", "0이 아닌 곳에서 d_leaky"), effects=True),
        Aspect("zero", 0.5, Text("d_relu and d_leaky at 0", "0에서 d_relu와 d_leaky")),
        Aspect("dtype", 0.5, Text("the result holds floats", "결과는 실수"), dtype=True, alone=True),
    ),
    derivatives_cases,
    {"d_sigmoid": ref.d_sigmoid, "d_tanh": ref.d_tanh, "d_relu": ref.d_relu, "d_leaky": ref.d_leaky},
    needs=("steps", "sigmoid", "tanh"),
)

EXERCISES = (STEPS, SIGMOID, TANH, RELUS, SOFTMAX, DERIVATIVES)
