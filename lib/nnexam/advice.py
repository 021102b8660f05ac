"""Advice: on style (worth no points), and on what Python's own error messages mean."""

import ast
import re
import textwrap

from nnexam.model import Text

LOOPS = Text(
    "A loop over elements works; NumPy does the whole array at once and much faster.",
    "원소마다 반복해도 맞습니다. NumPy로는 배열 전체를 한 번에, 훨씬 빠르게 계산할 수 있습니다.",
)
BOOLEANS = Text(
    "`and` and `or` give the right table; the point of the exercise is that one weighted sum can.",
    "and와 or로도 표는 맞습니다. 다만 이 문제의 요점은 가중합 하나로 된다는 것입니다.",
)
CARET = Text(
    "Python's ^ is XOR already; try it with your gates, since a network has only those.",
    "파이썬의 ^가 이미 XOR입니다. 신경망에는 게이트뿐이니 게이트로 만들어 보십시오.",
)

ERRORS = {
    r"truth value of an array": Text(
        "There is an array where Python wants one truth value (if, and, or, max): np.where, np.maximum and a "
        "dot product w @ x work on arrays.",
        "참과 거짓 하나가 필요한 곳(if, and, or, max)에 배열이 들어갔습니다. "
        "배열에는 np.where, np.maximum, 내적 w @ x를 쓰십시오.",
    ),
    r"only (0-dimensional|length-1) arrays|must be real number": Text(
        "Functions of the module math take one number: np.exp, np.tanh and so on take arrays.",
        "math 모듈의 함수는 수 하나만 받습니다. 배열에는 np.exp, np.tanh 같은 NumPy 함수를 쓰십시오.",
    ),
    r"could not be broadcast": Text(
        "Two arrays met whose shapes do not fit: print the shape of each just before that line.",
        "shape이 맞지 않는 두 배열을 함께 계산했습니다. 그 줄 바로 앞에서 두 배열의 shape을 출력해 보십시오.",
    ),
    r"matmul: .* mismatch|shapes .* not aligned": Text(
        "In A @ B the columns of A must be as many as the rows of B: print both shapes just before that line.",
        "A @ B에서는 A의 열 수와 B의 행 수가 같아야 합니다. 그 줄 바로 앞에서 두 shape을 출력해 보십시오.",
    ),
    r"inhomogeneous shape": Text(
        "An array was made of rows that are not equally long: print them, and look for the one that differs.",
        "길이가 다른 행들로 배열을 만들려고 했습니다. 행들을 출력해 길이가 다른 것을 찾아보십시오.",
    ),
    r"setting an array element with a sequence": Text(
        "A whole array was put into the place of one number: is a sum missing there, or an index?",
        "수 하나가 들어갈 자리에 배열을 통째로 넣었습니다. 합이나 인덱스가 빠지지 않았습니까?",
    ),
    r"NoneType": Text(
        "Something is None here; a function without return gives None, and so do x.sort() and print(x).",
        "여기서 무언가가 None입니다. return이 없는 함수나 x.sort(), print(x)의 결과가 None입니다.",
    ),
    r"numpy\.\w+' object is not iterable": Text(
        "The input may have any shape, also one dimension only: write it for the whole array.",
        "입력의 shape은 무엇이든 될 수 있고 1차원일 수도 있습니다. 배열 전체에 대해 쓰십시오.",
    ),
}


def explain(error):
    """Return what an error message of Python or NumPy means for a beginner, or None."""
    return next((text for pattern, text in ERRORS.items() if re.search(pattern, error)), None)


def advise_on(loops=False, booleans=False, caret=False):
    """Return an `advice` function for an Exercise that looks for the named habits."""
    wanted = [
        (loops, (ast.For, ast.While), LOOPS),
        (booleans, ast.BoolOp, BOOLEANS),
        (caret, ast.BitXor, CARET),
    ]

    def advice(sources):
        nodes = [node for source in sources.values() for node in _nodes(source)]
        return [text for on, kind, text in wanted if on and any(isinstance(node, kind) for node in nodes)]

    return advice


def _nodes(source):
    try:
        return list(ast.walk(ast.parse(textwrap.dedent(source))))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return []
