"""Wrong versions of a solution that nobody thought of: small changes to its syntax tree, one at a time.

A mutant is named by what changed, ``before -> after``; the second place with the same change adds ``#2``.
"""

import ast
import copy
from collections import Counter
from dataclasses import dataclass

OPERATORS = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.FloorDiv: ast.Div,
    ast.Mod: ast.FloorDiv, ast.Pow: ast.Mult, ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd,
}  # fmt: skip
COMPARISONS = {
    ast.Lt: (ast.LtE, ast.Gt), ast.LtE: (ast.Lt, ast.GtE), ast.Gt: (ast.GtE, ast.Lt), ast.GtE: (ast.Gt, ast.LtE),
    ast.Eq: (ast.NotEq,), ast.NotEq: (ast.Eq,), ast.Is: (ast.IsNot,), ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,), ast.NotIn: (ast.In,),
}  # fmt: skip
NAMES = {
    "max": "min", "min": "max", "maximum": "minimum", "minimum": "maximum", "argmax": "argmin", "argmin": "argmax",
    "sum": "mean", "mean": "sum", "std": "var", "var": "std", "any": "all", "all": "any", "sin": "cos", "cos": "sin",
    "zeros": "ones", "ones": "zeros", "zeros_like": "ones_like", "ones_like": "zeros_like", "floor": "ceil",
    "ceil": "floor",
}  # fmt: skip
UNWRAPPED = (
    "abs sqrt exp log tanh float int bool sorted reversed array asarray copy ravel astype transpose round "
    "list tuple set squeeze permutation clip"
).split()
LEFT_ALONE = {"strict"}  # keywords that only guard


@dataclass(frozen=True)
class Mutant:
    """One changed version: its name, the line of the change, and the whole source."""

    name: str
    line: int
    source: str


def mutants(source):
    """Yield every Mutant of what stands between the solution's markers. Texts and error messages stay as they are."""
    tree, solved = ast.parse(source), _solved(source)
    seen = Counter()
    for number, node in enumerate(_sites(tree)):
        if node.lineno not in solved:
            continue
        for replacement in _variants(node):
            changed = copy.deepcopy(tree)
            _put(changed, list(_sites(changed))[number], replacement)
            try:
                text = ast.unparse(ast.fix_missing_locations(changed))
                compile(text, "mutant", "exec")
            except (SyntaxError, ValueError, TypeError):
                continue
            name = f"{_written(node)} -> {_written(replacement)}"
            seen[name] += 1
            yield Mutant(name if seen[name] == 1 else f"{name} #{seen[name]}", node.lineno, text)


def _solved(source):
    """The numbers of the lines between the markers; all lines where there are none."""
    lines, inside = source.splitlines(), False
    numbers = set()
    for number, line in enumerate(lines, 1):
        if line.strip() in ("### BEGIN SOLUTION", "### END SOLUTION"):
            inside = "BEGIN" in line
        elif inside:
            numbers.add(number)
    return numbers or set(range(1, len(lines) + 1))


def _written(node):
    node = node.test if isinstance(node, ast.If) else node
    text = ast.unparse(ast.fix_missing_locations(copy.deepcopy(node)))
    return " ".join(text.split()) if text else "nothing"


def _sites(tree):
    """Yield the statements and expressions that may change, in the order of the source."""
    for node in ast.walk(tree):
        if isinstance(node, (ast.Raise, ast.Assert)):
            for inner in ast.walk(node):
                inner.left_alone = True
        if isinstance(node, ast.keyword) and node.arg in LEFT_ALONE:
            node.value.left_alone = True
        if isinstance(node, ast.UnaryOp) and isinstance(node.operand, ast.Constant):
            node.operand.left_alone = True
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            node.left_alone = True
        if isinstance(node, (ast.stmt, ast.expr)) and not getattr(node, "left_alone", False):
            yield node


def _put(tree, old, new):
    """Put `new` in the place of `old`."""
    for parent in ast.walk(tree):
        for field, value in ast.iter_fields(parent):
            if value is old:
                setattr(parent, field, new)
                return
            if isinstance(value, list):
                for i, item in enumerate(value):
                    if item is old:
                        value[i] = new
                        return


def _variants(node):
    """Yield what may stand in a node's place."""
    make = _MAKERS.get(type(node))
    if make is not None:
        yield from make(node)


def _with(node, **fields):
    """A copy of a node with some fields changed."""
    changed = copy.copy(node)
    for name, value in fields.items():
        setattr(changed, name, value)
    return changed


def _binary(node):
    swapped = _with(node, left=node.right, right=node.left)
    if type(node.op) in OPERATORS:
        yield _with(node, op=OPERATORS[type(node.op)]())
    if isinstance(node.op, (ast.Sub, ast.Div, ast.MatMult, ast.Pow)):
        yield swapped
    yield node.left
    if not isinstance(node.op, ast.Pow):
        yield node.right


def _unary(node):
    yield node.operand
    if isinstance(node.operand, ast.Constant):
        yield ast.Constant(0)


def _compare(node):
    for other in COMPARISONS.get(type(node.ops[0]), ()):
        yield _with(node, ops=[other(), *node.ops[1:]])


def _boolean(node):
    yield _with(node, op=ast.Or() if isinstance(node.op, ast.And) else ast.And())
    yield from node.values


def _constant(node):
    if isinstance(node.value, bool):
        yield ast.Constant(not node.value)
    elif isinstance(node.value, int):
        yield ast.Constant(node.value + 1)
        yield ast.Constant(node.value - 1)
    elif isinstance(node.value, float):
        yield ast.Constant(2 * node.value if node.value else 1.0)
        yield ast.Constant(node.value + 0.5)


def _call(node):
    name = getattr(node.func, "attr", getattr(node.func, "id", ""))
    if len(node.args) > 1:
        yield _with(node, args=[node.args[1], node.args[0], *node.args[2:]])
    for keyword in node.keywords:
        if keyword.arg not in LEFT_ALONE:
            yield _with(node, keywords=[k for k in node.keywords if k is not keyword])
    if name in NAMES:
        renamed = {"attr" if isinstance(node.func, ast.Attribute) else "id": NAMES[name]}
        yield _with(node, func=_with(node.func, **renamed))
    if name in UNWRAPPED:
        of_module = isinstance(node.func, ast.Name) or ast.unparse(node.func.value).startswith("np")
        if of_module and node.args:
            yield node.args[0]
        elif isinstance(node.func, ast.Attribute) and not of_module:
            yield node.func.value


def _attribute(node):
    if node.attr == "T":
        yield node.value
    if node.attr in ("inf", "nan") and isinstance(node.value, ast.Name):
        yield ast.Constant(0.0)


def _slice(node):
    for part in ("lower", "upper", "step"):
        if getattr(node, part) is not None:
            yield _with(node, **{part: None})


def _either(node):
    yield node.body
    yield node.orelse


def _returned(node):
    if isinstance(node.value, ast.Tuple) and len(node.value.elts) > 1:
        first, second, *rest = node.value.elts
        yield _with(node, value=_with(node.value, elts=[second, first, *rest]))


def _condition(node):
    yield _with(node, test=ast.Constant(True))
    yield _with(node, test=ast.Constant(False))


def _augmented(node):
    if type(node.op) in OPERATORS:
        yield _with(node, op=OPERATORS[type(node.op)]())
    yield ast.Assign(targets=[node.target], value=node.value, lineno=node.lineno)
    yield ast.Assign(  # x += y changes the array, x = x + y makes a new one
        targets=[node.target],
        value=ast.BinOp(_with(node.target, ctx=ast.Load()), node.op, node.value),
        lineno=node.lineno,
    )
    yield ast.Pass()


def _dropped(node):
    yield ast.Pass()


def _loop_end(node):
    yield ast.Continue() if isinstance(node, ast.Break) else ast.Break()
    yield ast.Pass()


_MAKERS = {
    ast.BinOp: _binary, ast.UnaryOp: _unary, ast.Compare: _compare, ast.BoolOp: _boolean, ast.Constant: _constant,
    ast.Call: _call, ast.Attribute: _attribute, ast.IfExp: _either, ast.Return: _returned, ast.If: _condition,
    ast.AugAssign: _augmented, ast.Assign: _dropped, ast.Expr: _dropped, ast.Break: _loop_end,
    ast.Continue: _loop_end, ast.Slice: _slice,
}  # fmt: skip
