"""Advice on style, worth no points: what the source text of a solution shows."""

import ast
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
