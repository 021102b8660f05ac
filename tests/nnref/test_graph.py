"""Computational graphs and Jacobians: known values, PyTorch, and graphs whose order is easily got wrong."""

import math

import numpy as np
import pytest
from nnref.graph import Add, Mul, Node, backward_order, graph_backward
from nnref.jacobian import softmax_jacobian, vjp

from tests.conftest import pytorch


def test_apples_and_oranges():
    """The shop of Deep Learning from Scratch, chapter 5: 715 in all, and what a change of each number would cost."""
    apple, apples, orange, oranges, tax = (Node(value) for value in (100, 2, 150, 3, 1.1))
    price = (apple * apples + orange * oranges) * tax
    graph_backward(price)
    np.testing.assert_allclose(price.data, 715)
    found = [node.grad for node in (apple, apples, orange, oranges, tax, price)]
    np.testing.assert_allclose(found, [2.2, 110, 3.3, 165, 650, 1])


def test_mul_and_add():
    mul, add = Mul(), Add()
    assert mul.forward(3.0, -5.0) == -15 and add.forward(3.0, -5.0) == -2
    assert mul.backward(2.0) == (-10, 6) and add.backward(2.0) == (2, 2)
    other = Mul()
    other.forward(7.0, 11.0)
    assert mul.backward(0.5) == (-2.5, 1.5)
    assert mul.forward(4.0, 4.0) == 16 and mul.backward(1.0) == (4, 4)


def test_fan_out_is_summed():
    x = Node(3)
    graph_backward(x * x)
    assert x.grad == 6
    graph_backward(x + x)
    assert x.grad == 2
    graph_backward(x * x * x + x)
    assert x.grad == 28


def test_gradients_of_a_previous_call_are_cleared():
    x, y = Node(3), Node(5)
    first, second = x * y, x * y + x
    for output, expected in ((first, [5, 3]), (second, [6, 3]), (second, [6, 3]), (first, [5, 3])):
        graph_backward(output)
        assert [x.grad, y.grad] == expected


def test_the_output_alone():
    x = Node(3)
    graph_backward(x)
    assert x.grad == 1 and backward_order(x) == [x]


@pytest.mark.parametrize("swapped", [False, True])
def test_diamonds_with_arms_of_different_lengths(swapped):
    """x reaches the output by a short arm and by long ones: it may be visited only after all of them."""
    x = Node(0.5)
    middle = x * 2
    long = ((middle * 3) + 1) * middle
    output = middle * long if swapped else long * middle
    graph_backward(output)
    m = 1.0
    np.testing.assert_allclose(x.grad, 2 * ((9 * m**2) + 2 * m))  # output = 3m³ + m²
    order = backward_order(output)
    place = {node: i for i, node in enumerate(order)}
    assert len(place) == len(order)
    assert all(place[node] < place[source] for node in order for source in node.inputs)


def torch_of(node):
    """Rebuild the graph of a node in PyTorch; return the tensors of all nodes."""
    torch = pytorch()
    rules = {
        "Add": lambda op, x, y: x + y,
        "Mul": lambda op, x, y: x * y,
        "Power": lambda op, x: x**op.n,
        "Exp": lambda op, x: torch.exp(x),
        "Log": lambda op, x: torch.log(x),
        "Tanh": lambda op, x: torch.tanh(x),
        "Relu": lambda op, x: torch.relu(x),
    }
    tensors = {}
    for each in reversed(backward_order(node)):
        if each.operation is None:
            tensors[each] = torch.tensor(each.data, dtype=torch.float64, requires_grad=True)
        else:
            inputs = (tensors[source] for source in each.inputs)
            tensors[each] = rules[type(each.operation).__name__](each.operation, *inputs)
            tensors[each].retain_grad()
    return tensors


@pytest.mark.parametrize("seed", range(20))
def test_random_graphs_as_in_pytorch(seed):
    """Thirty steps, each on nodes drawn from all before it; gradients of every node, not only of the leaves."""
    rng = np.random.default_rng(seed)
    nodes = [Node(value) for value in rng.normal(size=4)]
    steps = (
        lambda a, b: a + b,
        lambda a, b: a - b,
        lambda a, b: (a * b).tanh(),
        lambda a, b: a.tanh() / (b * b + 1),
        lambda a, b: (a.tanh() + 2).log() * b,
        lambda a, b: a.tanh().exp() - b,
        lambda a, b: a.relu() - 0.5 * b,
        lambda a, b: (a**2 + 0.5) ** -0.5,
        lambda a, b: a.tanh() ** 3 - 2 / (b**2 + 1),
        lambda a, b: 1 - a,
    )
    for _ in range(30):
        a, b = (nodes[i] for i in rng.integers(0, len(nodes), 2))
        nodes.append(steps[rng.integers(len(steps))](a, b))
    output = nodes[-1]
    for node in nodes[-8:-1]:
        output = output + node.tanh() * float(rng.normal())
    graph_backward(output)
    tensors = torch_of(output)
    tensors[output].backward()
    for node, tensor in tensors.items():
        np.testing.assert_allclose(node.data, tensor.item(), rtol=1e-10, atol=1e-10)
        np.testing.assert_allclose(node.grad, tensor.grad.item(), rtol=1e-10, atol=1e-10)


def test_each_operation_by_its_formula():
    cases = (
        (lambda x: x.exp(), math.exp(0.75), math.exp(0.75)),
        (lambda x: x.log(), math.log(0.75), 1 / 0.75),
        (lambda x: x.tanh(), math.tanh(0.75), 1 / math.cosh(0.75) ** 2),
        (lambda x: x.relu(), 0.75, 1),
        (lambda x: (-x).relu(), 0, 0),
        (lambda x: x**3, 0.75**3, 3 * 0.75**2),
        (lambda x: x**0, 1, 0),
        (lambda x: 2 - x, 1.25, -1),
        (lambda x: x - 2, -1.25, 1),
        (lambda x: 3 / x, 4, -3 / 0.75**2),
        (lambda x: x / 3, 0.25, 1 / 3),
        (lambda x: np.float64(2) * x + np.float64(1), 2.5, 2),
        (lambda x: np.float64(3) / x - np.float32(1), 3, -3 / 0.75**2),
    )
    for f, value, slope in cases:
        x = Node(0.75)
        y = f(x)
        graph_backward(y)
        np.testing.assert_allclose([y.data, x.grad], [value, slope], rtol=1e-14)


def test_edges():
    zero, large = Node(0), Node(-1000)
    graph_backward(zero.relu() + zero**2 + large.tanh() + large.exp() + large.relu())
    assert (zero.grad, large.grad) == (0, 0)
    x = Node(20)
    graph_backward(x.tanh())
    np.testing.assert_allclose(x.grad, 4 * math.exp(-40), rtol=1e-12)  # 1 - tanh² would give 0
    with pytest.raises(ValueError, match="^log: found 0.0; expected a number above 0$"):
        zero.log()
    for base, power in ((0, -1), (0, 0.5), (-2, 0.5)):
        with pytest.raises(ValueError, match=f"^power: found {base}.0 to the {float(power)}; expected "):
            Node(base) ** power


@pytest.mark.parametrize("length", [10_000, 50_000])
def test_a_long_row_of_nodes_needs_no_deep_stack(length):
    """Python allows about a thousand nested calls."""
    x = y = Node(1)
    for _ in range(length):
        y = y * 1.0
    graph_backward(y)
    assert x.grad == 1
    del y  # frees the row


def test_xor_learnt_by_the_graph():
    rng = np.random.default_rng(1)
    hidden = [[Node(value) for value in rng.normal(size=3)] for _ in range(3)]
    last = [Node(value) for value in rng.normal(size=4)]

    def predict(a, b):
        h = [(w1 * a + w2 * b + bias).tanh() for w1, w2, bias in hidden]
        return sum((w * unit for w, unit in zip(last, h, strict=False)), last[-1])

    for _ in range(600):
        loss = sum((predict(a, b) - (a ^ b)) ** 2 for a in (0, 1) for b in (0, 1))
        graph_backward(loss)
        for parameter in [*sum(hidden, []), *last]:
            parameter.data -= 0.05 * parameter.grad
    assert loss.data < 1e-6
    assert [round(predict(a, b).data) for a in (0, 1) for b in (0, 1)] == [0, 1, 1, 0]


def test_softmax_jacobian_keeps_its_digits_where_one_class_is_sure():
    J = softmax_jacobian(np.array([0.0, 40.0, -3.0]))
    np.testing.assert_allclose(J[1, 1], math.exp(-40) + math.exp(-43), rtol=1e-12)  # p (1 - p) would give 0
    np.testing.assert_allclose(J, J.T)
    np.testing.assert_allclose(J.sum(axis=1), 0, atol=1e-30)
    np.testing.assert_array_equal(softmax_jacobian(np.array([1000, 1000])), [[0.25, -0.25], [-0.25, 0.25]])


def test_vjp_takes_the_transposed():
    J = np.array([[1, 2], [3, 4]])
    np.testing.assert_array_equal(vjp(J, np.array([1, 10])), [31, 42])  # J dout would give [21, 43]
