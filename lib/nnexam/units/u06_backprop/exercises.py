"""u06_backprop: what the checks ask, and what each aspect is worth. Here: operations and graphs of numbers."""

from nnref import graph

from nnexam.model import Aspect, Case, Exercise, Text, script

from .arrays import AFFINE_BACKWARD, SOFTMAX_JACOBIAN, VJP
from .checking import GRAD_CHECK
from .draws import numbers


def operations_cases(rng):
    x, y, dout, other, u, v = numbers(rng, 6)
    one = """
        mul = Mul()
        out = mul.forward(x, y)
        dx, dy = mul.backward(dout)
    """
    renewed = """
        operation = {0}()
        operation.forward(x, y)
        operation.forward(u, v)
        grads = operation.backward(dout)
    """
    two = """
        first, second = {0}(), {0}()
        first.forward(x, y)
        second.forward(u, v)
        grads = [*first.backward(dout), *second.backward(other), *first.backward(other)]
    """
    adding = one.replace("Mul", "Add").replace("mul", "add")
    out = "out = {0}().forward(x, y)"
    partner = Text(
        "Move x by 0.01 and see how far x y moves: the local gradient of x is y. Then comes the upstream gradient.",
        "x를 0.01만큼 움직이면 x y는 얼마나 움직입니까? x의 국소 기울기는 y입니다. 여기에 상류 그래디언트를 곱합니다.",
    )
    sums = Text(
        "If x grows by 0.01, so does x + y: the local gradient is 1 for both.",
        "x가 0.01만큼 커지면 x + y도 0.01만큼 커집니다. 국소 기울기는 양쪽 다 1입니다.",
    )
    apart = Text(
        "Two objects in turn, and one of them twice: what each keeps must be its own.",
        "객체 두 개를 번갈아 쓰고, 하나는 두 번 씁니다. 객체마다 자기 값을 따로 기억해야 합니다.",
    )
    last = Text(
        "forward was called twice on this object: backward belongs to the last call.",
        "이 객체의 forward를 두 번 불렀습니다. backward는 마지막 forward에 대한 것입니다.",
    )
    nothing = Text(
        "x is 0 here. That is a number like any other: the gradient of x is dout times y.",
        "여기서는 x가 0입니다. 0도 다른 수와 다르지 않습니다. x의 그래디언트는 dout에 y를 곱한 값입니다.",
    )
    zero = Text(
        "dout is 0 here: nothing comes from above, so both gradients are 0.",
        "여기서는 dout이 0입니다. 위에서 오는 것이 없으므로 두 그래디언트 모두 0입니다.",
    )
    equal = Text(
        "Both inputs are the same number here; each still has its own gradient.",
        "여기서는 두 입력이 같은 수입니다. 그래도 그래디언트는 입력마다 하나씩입니다.",
    )
    values = {"x": x, "y": y, "dout": dout}
    return [
        *(Case("forward", script(out.format(name), "out", x=x, y=y)) for name in ("Mul", "Add")),
        Case("mul", script(one, "(dx, dy)", **values), partner),
        Case("mul", script(one, "(dx, dy)", **{**values, "dout": 1.0}), partner),
        Case("mul", script(one, "(dx, dy)", **{**values, "x": 0.0}), nothing),
        Case("mul", script(one, "(dx, dy)", **{**values, "dout": 0.0}), zero),
        Case("add", script(adding, "(dx, dy)", **values), sums),
        Case("add", script(adding, "(dx, dy)", **{**values, "dout": 0.0}), zero),
        Case("equal", script(one, "(dx, dy)", x=x, y=x, dout=dout), equal),
        Case("equal", script(adding, "(dx, dy)", x=x, y=x, dout=dout), equal),
        *(
            Case("apart", script(two.format(name), "grads", **values, u=u, v=v, other=other), apart)
            for name in ("Mul", "Add")
        ),
        Case("apart", script(renewed.format("Mul"), "grads", **values, u=u, v=v), last),
    ]


OPERATIONS = Exercise(
    "operations",
    ("Mul", "Add"),
    (
        Aspect("forward", 0.5, Text("forward", "forward")),
        Aspect("mul", 1.5, Text("Mul.backward", "Mul.backward")),
        Aspect("add", 1, Text("Add.backward", "Add.backward")),
        Aspect("equal", 0.5, Text("both inputs equal", "두 입력이 같을 때")),
        Aspect("apart", 0.5, Text("two objects; forward or backward twice", "객체 두 개, forward나 backward 두 번")),
    ),
    operations_cases,
    {"Mul": graph.Mul, "Add": graph.Add},
)


def graph_cases(rng):
    a, b, c, d = numbers(rng, 4)
    begin = "a, b, c, d = Node(a), Node(b), Node(c), Node(d)\n"
    end = "\ngraph_backward(y)"
    leaves = "[a.grad, b.grad, c.grad, d.grad]"
    chain = Text(
        "Every number is used once here. Go back step by step: upstream times local.",
        "여기서는 모든 수가 한 번만 쓰입니다. 한 걸음씩 되돌아가며 상류 그래디언트에 국소 기울기를 곱하십시오.",
    )
    between = Text(
        "Nodes in the middle of the graph, and the output itself, have a gradient too.",
        "그래프 중간의 노드와 출력 자신에게도 그래디언트가 있습니다.",
    )
    fan = Text(
        "A number is used more than once here: the gradients of its uses add up.",
        "여기서는 한 수가 여러 번 쓰입니다. 쓰인 곳마다 온 그래디언트를 더합니다.",
    )
    order = Text(
        "s is used by two nodes, one of which feeds the other. Has s heard from both before it passes its gradient on?",
        "s를 쓰는 노드가 둘이고, 한 노드가 다른 노드로 이어집니다. s는 양쪽에서 그래디언트를 다 받은 다음에 넘겨주었습니까?",
    )
    again = Text(
        "graph_backward is called twice here: the second call must start from 0.",
        "여기서는 graph_backward를 두 번 부릅니다. 둘째 호출은 0에서 시작해야 합니다.",
    )

    equal = Text(
        "Two nodes hold the same number here. They are two all the same, and each hands its gradient on.",
        "여기서는 두 노드의 값이 같습니다. 그래도 서로 다른 노드이고, 저마다 그래디언트를 넘겨줍니다.",
    )

    def ask(aspect, lines, results, hint, calls=end, first=False):
        lines = "graph_backward(Node(1.0))\n" * first + lines  # before Mul and Add: a stub is then called undone
        return Case(aspect, script(begin + lines + calls, results, a=a, b=b, c=c, d=d), hint)

    middle = "p = a * b\ns = p + c\ny = s * d"
    twice = "\ngraph_backward(y)\ngraph_backward(y)"
    shared = "s = a * b\ny = s + c\nz = s * d"
    both = "\ngraph_backward(y)\ngraph_backward(z)"
    return [
        ask("chain", "y = (a * b + c) * d", leaves, chain, first=True),
        ask("chain", "y = (a * b).tanh() * c + d", leaves, chain),
        ask("chain", "y = a + b * (c + d * 3.0)", leaves, chain),
        ask("between", "y = a", "y.grad", between),
        ask("between", middle, "[p.grad, s.grad, y.grad]", between),
        ask("fan_out", "y = a * a", "a.grad", fan, first=True),
        ask("fan_out", "y = a + a", "a.grad", fan),
        ask("fan_out", "y = (a * b + c) * a + b", leaves, fan),
        ask("fan_out", "y = (a + b) * (a + c) * (a + d)", leaves, fan),
        ask("fan_out", "p = a * b\nq = b * a\ny = p * c + q * d", leaves, equal),
        ask("order", "s = a * b\ny = s + s * c", leaves, order, first=True),
        ask("order", "s = a * b\ny = s * c + s", leaves, order),
        ask("order", "s = a * b\nt = s + c\nu = t * s\ny = u * t + s * d", leaves, order),
        ask("order", "s = a + b\nt = s.tanh()\nu = t * c\ny = s + (t + u * s) * d", leaves, order),
        ask("again", middle, leaves, again, twice, first=True),
        ask("again", shared, "[a.grad, b.grad, s.grad, d.grad, z.grad]", again, both),
        ask("again", shared, "[a.data, b.data, s.data, z.data]", again, both),
    ]


GRAPH_BACKWARD = Exercise(
    "graph_backward",
    ("Node", "graph_backward"),
    (
        Aspect("chain", 1.5, Text("every number used once", "모든 수가 한 번씩 쓰일 때")),
        Aspect("between", 0.5, Text("nodes in the middle, and the output", "중간 노드와 출력")),
        Aspect("fan_out", 1.5, Text("a number used several times", "한 수가 여러 번 쓰일 때")),
        Aspect("order", 1.5, Text("the order of the nodes", "노드의 순서")),
        Aspect("again", 1, Text("a second call starts afresh", "둘째 호출은 새로 시작")),
    ),
    graph_cases,
    {"Node": graph.Node, "graph_backward": graph.graph_backward},
    needs=("operations",),
)

EXERCISES = (OPERATIONS, GRAPH_BACKWARD, SOFTMAX_JACOBIAN, VJP, AFFINE_BACKWARD, GRAD_CHECK)
