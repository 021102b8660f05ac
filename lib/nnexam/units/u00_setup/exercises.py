"""u00_setup: what the checks ask, and what each aspect is worth."""

import platform
from importlib import metadata

import numpy as np
from nnref import arrays as ref

from nnexam.advice import advise_on
from nnexam.model import Aspect, Case, Exercise, Text, call, script


def describe_cases(rng):
    N, D = (int(size) for size in rng.permutation([2, 3, 4])[:2])
    table = np.round(rng.normal(0, 3, (N, D)), 1)
    several = [
        table,
        np.round(rng.normal(0, 3, 7), 1),
        rng.integers(-9, 10, (2, N, 5)),
        table > 0,
        table.astype(np.float32),
        rng.integers(0, 256, (4, 3)).astype(np.uint8),
        np.array(table[0, 0]),
        np.zeros((0, D)),
    ]
    shape = Text(
        "How many numbers lie along each axis? One entry for each axis, in a tuple.",
        "축마다 수가 몇 개씩 있습니까? 축마다 하나씩, 튜플에 담습니다.",
    )
    ndim = Text(
        "How many axes are there? Count the entries of the shape.", "축이 몇 개입니까? shape의 항목을 세어 보십시오."
    )
    name = Text('The name is a text such as "float64".', '이름은 "float64" 같은 문자열입니다.')
    lines, text = "shape, ndim, name = describe(a)", ("str(name)", "isinstance(name, str)")
    return [
        *(Case("shape", script(lines, ("shape", "ndim"), a=a), shape) for a in several),
        *(Case("ndim", script(lines, ("shape", "ndim"), a=a), ndim) for a in several),
        *(Case("name", script(lines, text, a=a), name) for a in several),
    ]


DESCRIBE = Exercise(
    "describe",
    ("describe",),
    (
        Aspect("shape", 1, Text("first: the shape", "첫째: shape"), part="shape", effects=True),
        Aspect("ndim", 0.5, Text("second: the number of axes", "둘째: 축의 수"), part="ndim"),
        Aspect("name", 0.5, Text("third: the name of the dtype", "셋째: 자료형의 이름")),
    ),
    describe_cases,
    {"describe": ref.describe},
)


def rows_cases(rng):
    n = int(rng.integers(4, 7))
    v, whole, one = nonzero(rng, n), rng.integers(1, 9, 3), nonzero(rng, 1)
    lines = """
        row, column = row_and_column(v)
        before = column.copy()
        row[...] = 0
        column_as_before = np.array_equal(column, before)
        column[...] = 0
    """
    own = Text(
        "The check wrote zeros into both results. Neither v nor the other result may change: build them from copies.",
        "검사가 두 결과에 0을 적어 보았습니다. v도, 다른 쪽 결과도 바뀌면 안 됩니다. 복사본으로 만드십시오.",
    )
    row = Text("One row: the shape is (1, n).", "행 하나이므로 shape은 (1, n)입니다.")
    column = Text("One column: the shape is (n, 1).", "열 하나이므로 shape은 (n, 1)입니다.")
    both = script("row, column = row_and_column(v)", ("row", "column"), v=v)
    cases = [
        Case(part, both | {"args": {"v": a}}, hint)
        for part, hint in (("row", row), ("column", column))
        for a in (v, whole, one)
    ]
    return cases + [Case("own", script(lines, ("v", "column_as_before"), v=a), own) for a in (v, whole)]


ROW_AND_COLUMN = Exercise(
    "row_and_column",
    ("row_and_column",),
    (
        Aspect("row", 1, Text("a row of shape (1, n)", "shape이 (1, n)인 행"), part="row", effects=True),
        Aspect("column", 1, Text("a column of shape (n, 1)", "shape이 (n, 1)인 열"), part="column"),
        Aspect("own", 1, Text("two arrays of their own, not views of v", "v의 뷰가 아닌 독립된 두 배열")),
    ),
    rows_cases,
    {"row_and_column": ref.row_and_column},
)


def nonzero(rng, n):
    """Draw n numbers with one decimal and 0.1 <= |x| <= 3."""
    return np.round(rng.uniform(0.1, 3, n) * rng.choice([-1, 1], n), 1)


def cosine_cases(rng):
    """Vectors of 2, 3, 4 and 7 numbers, neither parallel nor at right angles but where the case says so."""
    u = v = np.zeros(4)
    while not 1 < abs(u @ v) < 10 or min(abs(u.sum()), abs(v.sum())) < 0.05:  # no sum of 0 by chance
        u, v = nonzero(rng, 4), nonzero(rng, 4)
    whole = rng.permutation([1, -2, 4]), rng.permutation([3, 5, -1])
    long = nonzero(rng, 7)
    sum_zero = rng.permutation([1, -3, 2]), rng.permutation([4, 5, -2])  # no order of them is at right angles
    some_zero = rng.permutation([3, 1, -2]), rng.permutation([0, 5, -2])
    factor = round(rng.uniform(1.5, 3), 2)
    a, b, zero = u[0], u[1], np.zeros(4)
    by_hand = Text(
        "Work it out by hand for u = (3, 4) and v = (4, 3): 24 / (5 · 5) = 0.96.",
        "u = (3, 4)와 v = (4, 3)을 손으로 계산해 보십시오. 24 / (5 · 5) = 0.96입니다.",
    )
    same = Text("Here u and v point in the same direction.", "여기서는 u와 v의 방향이 같습니다.")
    opposite = Text("Here u and v point in opposite directions.", "여기서는 u와 v의 방향이 반대입니다.")
    right = Text("Here u and v are at right angles.", "여기서는 u와 v가 직각입니다.")
    lengths = Text(
        "Another length, the same direction: the cosine may not change.",
        "방향은 그대로이고 길이만 다릅니다. 코사인은 바뀌지 않아야 합니다.",
    )
    not_zeros = Text("Neither u nor v holds only zeros here.", "여기서는 u도 v도 영벡터가 아닙니다.")
    none = Text("A vector of zeros is asked here: the result is 0.", "여기서는 영벡터를 묻습니다. 결과는 0입니다.")
    return [
        Case("values", call("cosine", u, v), by_hand),
        Case("values", call("cosine", *whole), by_hand),
        Case("values", call("cosine", long, long[::-1] + 1), by_hand),
        Case("values", call("cosine", np.array([a, b]), np.array([-b, a])), right),
        Case("values", call("cosine", *sum_zero), not_zeros),
        Case("values", call("cosine", *some_zero), not_zeros),
        Case("length", call("cosine", u, factor * u), same),
        Case("length", call("cosine", u, -factor * u), opposite),
        Case("length", call("cosine", 1000 * u, 0.01 * v), lengths),
        Case("length", call("cosine", 1e-4 * u, 1e-4 * v), lengths),
        Case("length", call("cosine", 1e-6 * u, 1e-6 * v), lengths),
        Case("length", call("cosine", 1e-9 * u, 1e-9 * v), lengths),  # every length is below the 1e-8 of np.isclose
        Case("zero", call("cosine", zero, v), none),
        Case("zero", call("cosine", u, zero), none),
        Case("zero", call("cosine", zero, zero), none),
    ]


COSINE = Exercise(
    "cosine",
    ("cosine",),
    (
        Aspect("values", 1, Text("values; inputs left untouched", "값(입력은 그대로)"), effects=True),
        Aspect("length", 1, Text("the lengths do not matter", "길이와 무관")),
        Aspect("zero", 1, Text("a vector of zeros gives 0", "영벡터가 있으면 0")),
    ),
    cosine_cases,
    {"cosine": ref.cosine},
    advice=advise_on(loops=True),
)


def env_report():
    """Return the versions by name, looked up at each call; None for a package that is missing."""
    report = {"python": platform.python_version()}
    for name in ("numpy", "matplotlib", "tensorflow"):
        try:
            report[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            report[name] = None
    return report


def env_cases(rng):
    """For each call other versions are pretended, so that one that was copied down does not fit anywhere."""
    numbers = rng.permutation(np.arange(21, 80))[:10]
    packages = dict(zip(("numpy", "matplotlib", "tensorflow"), numbers.reshape(5, 2), strict=False))
    versions = {"python": f"3.{numbers[8]}.{rng.integers(1, 9)}"}
    versions |= {name: f"{major}.{minor}.{rng.integers(1, 9)}" for name, (major, minor) in packages.items()}

    longer = versions | {"python": f"3.{numbers[9]}.{rng.integers(10, 30)}"}

    def case(name, versions, hint):
        lines = f"""
            from nnlab.pretend import installed
            with installed(versions): report = env_report()
            version = report["{name}"]
        """
        if versions["tensorflow"] is not None:
            return Case(name, script(lines, "version", versions=versions), hint)
        lines += "left_out = [key for key in versions if key not in report]"
        return Case(name, script(lines, ("version", "left_out"), versions=versions), hint)

    looked_up = Text(
        "The check pretended these versions while your function ran. Where does yours come from, and is it a text?",
        "함수가 실행되는 동안 검사는 이 버전들이 설치된 것처럼 꾸몄습니다. 내 답의 버전은 어디에서 왔고, 문자열이 맞습니까?",
    )
    missing = Text(
        "Here TensorFlow is not installed: its value is None, and the other three keys are there as always.",
        "여기서는 TensorFlow가 없습니다. 그 값은 None이고 나머지 세 키는 그대로 있습니다.",
    )
    return [
        *(case(name, versions, looked_up) for name in versions),
        case("python", longer, looked_up),
        case("tensorflow", versions | {"tensorflow": None}, missing),
    ]


ENV_REPORT = Exercise(
    "env_report",
    ("env_report",),
    (
        Aspect("python", 0.5, Text("the version of Python", "파이썬 버전")),
        Aspect("numpy", 0.5, Text("the version of NumPy", "NumPy 버전")),
        Aspect("matplotlib", 0.5, Text("the version of Matplotlib", "Matplotlib 버전")),
        Aspect("tensorflow", 0.5, Text("TensorFlow: its version, or None", "TensorFlow: 버전 또는 None")),
    ),
    env_cases,
    {"env_report": env_report},
)

EXERCISES = (DESCRIBE, ROW_AND_COLUMN, COSINE, ENV_REPORT)
