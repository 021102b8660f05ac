"""u01_neuron: what the checks ask, and what each aspect is worth.

Inputs, weights and biases are multiples of 1/8, so that every sum is exact in floating point: whether a sum is
exactly 0, where the step function jumps, never depends on the order of the additions.
"""

import ast
import textwrap

import numpy as np
from nnref import neuron as ref

from nnexam.advice import advise_on
from nnexam.model import Aspect, Case, Exercise, Text, call, script


def eighths(rng, *shape):
    """Draw multiples of 1/8 with 1/4 <= |value| <= 2, and not 1: neither 0 nor 1 may stand in for a number."""
    return rng.choice([2, 3, 5, 6, 7, 9, 11, 13, 14, 16], shape) * rng.choice([-1, 1], shape) / 8


def summed_cases(rng):
    while True:
        x, w = eighths(rng, 3), eighths(rng, 3)
        clear = {abs(x @ w), abs(x.sum() * w.sum()), abs((x + w).sum())}
        if abs(x @ w) >= 0.5 and len(clear) == 3:
            break
    b = float(eighths(rng))
    while True:
        whole, v = rng.permutation([-3, -2, 2, 4, 5]), eighths(rng, 5)
        if all(abs(np.sum(cut(whole * v) - whole * v)) >= 0.25 for cut in (np.trunc, np.floor, np.rint)):
            break
    alone, v1 = eighths(rng, 1), eighths(rng, 1)
    while abs(alone + v1) < 0.25:  # the bias alone is then not what adding gives
        v1 = eighths(rng, 1)
    products = Text(
        "The bias is 0 here. Write down the products x[0] w[0], x[1] w[1] and so on, then add them.",
        "여기서는 편향이 0입니다. x[0] w[0], x[1] w[1] 같은 곱을 적어 보고 모두 더하십시오.",
    )
    bias = Text("All inputs are 0 here: only the bias is left.", "여기서는 입력이 모두 0이므로 편향만 남습니다.")
    both = Text("The bias is added once, to the sum.", "편향은 합에 한 번만 더합니다.")
    single = Text(
        "One input only: x and w have the shape (1,), and the result is still a number, not an array.",
        "입력이 하나뿐입니다. x와 w의 shape은 (1,)이지만 결과는 배열이 아니라 수 하나입니다.",
    )
    integers = Text("x holds integers here, w does not.", "여기서는 x가 정수이고 w는 정수가 아닙니다.")
    ask = "weighted_sum"
    return [
        Case("products", call(ask, x, w, 0.0), products),
        Case("products", call(ask, whole, v, 0.0), integers),
        Case("bias", call(ask, np.zeros(4), eighths(rng, 4), b), bias),
        Case("bias", call(ask, x, w, b), both),
        Case("bias", call(ask, alone, v1, -b), single),
        Case("untouched", call(ask, x, w, b)),
    ]


WEIGHTED_SUM = Exercise(
    "weighted_sum",
    ("weighted_sum",),
    (
        Aspect("products", 1, Text("the products are added up", "곱을 모두 더함")),
        Aspect("bias", 1, Text("the bias is added once", "편향을 한 번 더함")),
        Aspect("untouched", 1, Text("x and w are left untouched", "x와 w를 바꾸지 않음"), effects=True, alone=True),
    ),
    summed_cases,
    {"weighted_sum": ref.weighted_sum},
    advice=advise_on(loops=True),
)

REBUILT = Text(
    "A function is made anew inside forward, at each call; choose the activation once, in the constructor.",
    "forward를 부를 때마다 그 안에서 함수를 새로 만듭니다. 활성화 함수는 생성자에서 한 번만 정하십시오.",
)


def advise_on_neuron(sources):
    """Advice for a class whose forward makes a function of its own."""
    try:
        nodes = list(ast.walk(ast.parse(textwrap.dedent(sources["ArtificialNeuron"]))))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return []
    forwards = [node for node in nodes if isinstance(node, ast.FunctionDef) and node.name == "forward"]
    made = [
        inner
        for forward in forwards
        for inner in ast.walk(forward)
        if inner is not forward and isinstance(inner, (ast.FunctionDef, ast.Lambda))
    ]
    return [REBUILT] if made else []


def firing(rng, D, output):
    """Draw x, w (D,) and b whose weighted sum is far from 0 and gives `output`, with and without b."""
    while True:
        x, w, b = eighths(rng, D), eighths(rng, D), float(eighths(rng))
        sums = np.array([x @ w, x @ w + b])
        if abs(sums).min() >= 0.5 and ((sums > 0) == output).all() and abs(sums[1] - 1) > 0.25:
            return x, w, b


def neuron_cases(rng):
    x, w, b = firing(rng, 3, True)
    quiet = firing(rng, 3, False)
    other, c, second = eighths(rng, 3), float(eighths(rng)), eighths(rng, 3)
    while abs(x @ second + c) < 0.25:  # ten times 0 is no other number
        second = eighths(rng, 3)
    plain = "neuron = ArtificialNeuron(w, b, lambda s: s)"
    called = f"{plain}\ny = neuron.forward(x)"
    by_hand = Text(
        "The activation changes nothing here (lambda s: s): forward must give the weighted sum with the bias.",
        "여기서는 활성화 함수가 값을 바꾸지 않습니다(lambda s: s). forward는 편향까지 더한 가중합을 내야 합니다.",
    )
    default = Text(
        "No activation is given here: the neuron uses step.",
        "여기서는 활성화 함수를 주지 않았으므로 step을 씁니다.",
    )
    given = Text(
        "The activation that the constructor got is applied to the whole sum, after the bias.",
        "생성자가 받은 활성화 함수를, 편향까지 더한 합 전체에 적용합니다.",
    )
    two = Text(
        "There are two neurons, and each keeps numbers of its own: those of the first must still be there.",
        "뉴런이 둘이고 저마다 자기 수를 가집니다. 첫째 뉴런의 수가 그대로 남아 있어야 합니다.",
    )
    again = Text(
        "One neuron gets several samples; each output depends on its own sample only.",
        "뉴런 하나에 샘플을 여러 개 차례로 넣습니다. 출력은 저마다 자기 샘플에만 달려 있습니다.",
    )
    learning = Text(
        "w comes in as a list or with integers, and 0.25 is added to every weight afterwards, as in learning. "
        "That works if neuron.w is an array of floats, of the shape (D,).",
        "w가 리스트나 정수 배열로 들어오고, 그 뒤 학습에서처럼 가중치마다 0.25를 더합니다. "
        "neuron.w가 shape이 (D,)인 실수 배열이어야 합니다.",
    )
    apart = Text(
        "The array that was passed in and neuron.w are changed one after the other: neither may change the other.",
        "넘겨준 배열과 neuron.w를 차례로 바꿉니다. 하나를 바꾸어도 다른 하나는 그대로여야 합니다.",
    )
    twice = "neuron = ArtificialNeuron(w, b, {})\ny = neuron.forward(x)"
    pair = """
        first = ArtificialNeuron(w, b, lambda s: s)
        second = ArtificialNeuron(v, c, lambda s: 10 * s)
        one, two = first.forward(x), second.forward(x)
    """
    moved = f"""
        {plain}
        neuron.w += 0.25
        y = neuron.forward(x)
    """
    cut = f"""
        {plain}
        w[0] = 8.0
        y = neuron.forward(x)
        neuron.w[1] = -8.0
    """
    whole = rng.permutation([-3, 2, 5])
    cases = [Case("sum", script(called, "y", x=x, w=w, b=b), by_hand)]
    cases += [Case("sum", script(called, "y", x=np.zeros(4), w=eighths(rng, 4), b=b), by_hand)]
    for sample in ((x, w, b), quiet):
        named = dict(zip("xwb", sample, strict=True))
        cases.append(
            Case("activation", script("neuron = ArtificialNeuron(w, b)\ny = neuron.forward(x)", "y", **named), default)
        )
        for function in ("np.tanh", "lambda s: s ** 2", "lambda s: s + 10"):
            cases.append(Case("activation", script(twice.format(function), "y", **named), given))
    return cases + [
        Case(
            "own",
            script(pair, ("one", "two", "first.forward(x)"), x=x, w=w, b=b, v=second, c=c),
            two,
        ),
        Case(
            "own",
            script(
                f"{plain}\none = neuron.forward(x)\ntwo = neuron.forward(v)", ("one", "two"), x=x, w=w, b=b, v=other
            ),
            again,
        ),
        Case("floats", script(moved, ("y", "neuron.w"), x=x, w=whole.tolist(), b=b), learning),
        Case("floats", script(moved, ("y", "neuron.w"), x=x, w=whole, b=b), learning),
        Case("copy", script(cut, ("y", "neuron.forward(x)", "w"), x=x, w=w.copy(), b=b), apart),
        Case("untouched", script(called, "y", x=x, w=w, b=b)),
    ]


NEURON = Exercise(
    "neuron",
    ("ArtificialNeuron",),
    (
        Aspect("sum", 1, Text("the weighted sum with the bias", "편향까지 더한 가중합")),
        Aspect("activation", 1, Text("the activation function", "활성화 함수")),
        Aspect("own", 1, Text("each neuron, and each call, stands alone", "뉴런마다, 호출마다 따로")),
        Aspect("floats", 0.5, Text("w becomes an array of floats", "w를 실수 배열로 만듦")),
        Aspect("copy", 1, Text("w is a copy of its own", "w는 자기만의 복사본")),
        Aspect("untouched", 0.5, Text("x and w are left untouched", "x와 w를 바꾸지 않음"), effects=True, alone=True),
    ),
    neuron_cases,
    {"ArtificialNeuron": ref.ArtificialNeuron},
    needs=("weighted_sum",),
    advice=advise_on_neuron,
)


def batch_cases(rng):
    while True:
        X, w, b = eighths(rng, 5, 3), eighths(rng, 3), float(eighths(rng))
        sums = X @ w + b
        clear = abs(sums).min() >= 0.25 and (sums > 0).any() and (sums < 0).any()
        turned = np.array_equal(X[:3] @ w, w @ X[:3])
        if clear and not turned and ((sums > 0) != (X @ w > 0)).any() and len(set(sums)) == 5:
            break
    rows = Text(
        "Row i of X gives output i, and no other row has a say in it.", "출력 i는 X의 i번째 행으로만 정해집니다."
    )
    order = Text(
        "The same rows in another order, some of them twice: the outputs must follow the rows.",
        "같은 행을 순서를 바꾸고 몇 개는 두 번 넣습니다. 출력도 행을 따라야 합니다.",
    )
    given = Text(
        "The activation is applied to each sum, after the bias.", "활성화 함수는 편향까지 더한 합마다 적용합니다."
    )
    square = Text(
        "N and D are equal here, so exchanged axes raise no error: the samples are still the rows of X.",
        "여기서는 N과 D가 같아서 축이 뒤바뀌어도 오류가 나지 않습니다. 샘플은 그대로 X의 행입니다.",
    )
    again = Text(
        "One neuron gets two batches here: the second result has nothing of the first batch in it.",
        "뉴런 하나에 배치를 두 번 넣습니다. 둘째 결과에는 첫째 배치의 것이 남아 있으면 안 됩니다.",
    )
    one = Text(
        "One sample: X is (1, D), and the result is (1,).", "샘플이 하나입니다. X는 (1, D)이고 결과는 (1,)입니다."
    )
    none = Text("No sample: X is (0, D), and the result is (0,).", "샘플이 없습니다. X는 (0, D)이고 결과는 (0,)입니다.")

    def case(aspect, X, hint, activation="lambda s: s"):
        lines = f"neuron = BatchNeuron(w, b, {activation})\ny = neuron.forward_batch(X)"
        return Case(aspect, script(lines, "y", X=X, w=w, b=b), hint)

    shuffled = X[[*rng.permutation(5), 2, 2]]
    default = "neuron = BatchNeuron(w, b)\ny = neuron.forward_batch(X)"
    both = """
        neuron = BatchNeuron(w, b, lambda s: s)
        one, two = neuron.forward_batch(X), neuron.forward_batch(V)
    """
    return [
        case("values", X, rows),
        case("values", shuffled, order),
        case("values", X[:3], square),
        Case("values", script(both, ("one", "two"), X=X, V=shuffled, w=w, b=b), again),
        Case("activation", script(default, "y", X=X, w=w, b=b), given),
        case("activation", X, given, "np.tanh"),
        case("activation", X, given, "lambda s: s + 10"),
        case("few", X[:1], one),
        case("few", X[:0], none),
        case("untouched", X, None),
    ]


FORWARD_BATCH = Exercise(
    "forward_batch",
    ("BatchNeuron",),
    (
        Aspect("values", 1.5, Text("one sum for each row", "행마다 합 하나")),
        Aspect("activation", 1, Text("the activation of each sum", "합마다 활성화 함수")),
        Aspect("few", 1, Text("one sample, and none", "샘플이 하나이거나 없을 때")),
        Aspect("untouched", 0.5, Text("X is left untouched", "X를 바꾸지 않음"), effects=True, alone=True),
    ),
    batch_cases,
    {"BatchNeuron": ref.ArtificialNeuron},
    needs=("weighted_sum", "neuron"),
    advice=advise_on(loops=True),
)


def count_cases(rng):
    sizes = rng.permutation([2, 3, 5, 7, 11])
    D, M, K, L, P = (int(size) for size in sizes)
    neuron = Text(
        "One neuron with D inputs: D weights and 1 bias.", "입력이 D개인 뉴런 하나는 가중치 D개와 편향 1개입니다."
    )
    layer = Text(
        "One layer: each of its M neurons has D weights and a bias of its own.",
        "층이 하나입니다. 뉴런 M개가 저마다 가중치 D개와 자기 편향을 가집니다.",
    )
    several = Text(
        "Count layer by layer: the outputs of one layer are the inputs of the next.",
        "층마다 따로 세십시오. 한 층의 출력이 다음 층의 입력입니다.",
    )
    none = Text("Only inputs, no neurons: nothing to count.", "입력뿐이고 뉴런이 없으므로 셀 것이 없습니다.")
    ask = "n_parameters"
    return [
        Case("layer", call(ask, [D, 1]), neuron),
        Case("layer", call(ask, [D, M]), layer),
        Case("layer", call(ask, [1, K]), layer),
        Case("network", call(ask, [D, M, K]), several),
        Case("network", call(ask, [M, K, K, D]), several),
        Case("network", call(ask, [D, M, K, L, P]), several),
        Case("network", call(ask, [784, 50, 10]), several),
        Case("inputs", call(ask, [P]), none),
        Case("untouched", call(ask, [D, M, K])),
    ]


N_PARAMETERS = Exercise(
    "n_parameters",
    ("n_parameters",),
    (
        Aspect("layer", 1, Text("one layer", "층 하나")),
        Aspect("network", 2, Text("several layers", "층 여러 개")),
        Aspect("inputs", 0.5, Text("no layer at all", "층이 없을 때")),
        Aspect("untouched", 0.5, Text("sizes is left untouched", "sizes를 바꾸지 않음"), effects=True, alone=True),
    ),
    count_cases,
    {"n_parameters": ref.n_parameters},
)

EXERCISES = (WEIGHTED_SUM, NEURON, FORWARD_BATCH, N_PARAMETERS)
