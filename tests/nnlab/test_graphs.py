"""Pictures of graphs show the values and gradients that stand in the nodes, stage by stage."""

import matplotlib.pyplot as plt
import pytest
from matplotlib.patches import Circle, FancyBboxPatch
from nnlab import graphs
from nnref.graph import Node, graph_backward


@pytest.fixture
def axis():
    figure, axis = plt.subplots()
    yield axis
    plt.close(figure)


def diamond():
    """y = (s + c) s with s = a b: s is used twice."""
    a, b, c = Node(2.0), Node(3.0), Node(-1.0)
    s = a * b
    y = (s + c) * s
    graph_backward(y)
    return y, {a: "a", b: "b", c: "c", s: "s", y: "y"}


def shown(axis):
    return sorted(text.get_text() for text in axis.texts if text.get_text())


def names_and_symbols():
    return ["a", "b", "c", "s", "y", "+", "×", "×"]


def test_the_whole_graph_shows_every_value_and_every_gradient(axis):
    y, names = diamond()
    graphs.draw(axis, y, names)
    values = ["2", "3", "−1", "6", "6", "5", "30"]  # s flows along two edges
    reported = ["33", "22", "6", "6", "5", "6"]  # a, b, c, s by the sum, s by the product, the sum
    own = ["grad 33", "grad 22", "grad 6", "grad 11", "grad 6", "grad 1"]
    assert shown(axis) == sorted(names_and_symbols() + values + reported + own)


def test_a_forward_stage_shows_what_is_known_by_then(axis):
    y, names = diamond()
    graphs.draw(axis, y, names, 1)
    assert shown(axis) == sorted(names_and_symbols() + ["2", "3", "−1", "6", "6"])


def test_an_unfinished_sum_is_marked(axis):
    y, names = diamond()
    graphs.draw(axis, y, names, 5)  # three forward, the start, and the last product
    assert "grad 5 + …" in shown(axis)
    assert "grad 11" not in shown(axis)


def test_the_gradient_below_a_node_is_its_own_even_if_wrong(axis):
    y, names = diamond()
    y.inputs[1].grad = 99.0
    graphs.draw(axis, y, names)
    assert "grad 99" in shown(axis)


@pytest.mark.parametrize(("stage", "thick"), [(0, 0), (1, 1), (3, 1), (4, 0), (5, 1), (7, 1), (None, 0)])
def test_only_the_operation_at_work_has_a_thick_border(axis, stage, thick):
    y, names = diamond()
    graphs.draw(axis, y, names, stage)
    assert (
        sum(patch.get_linewidth() > 1 for patch in axis.patches if isinstance(patch, (Circle, FancyBboxPatch))) == thick
    )


def test_stages_count_operations_forth_and_back():
    assert graphs.stages(diamond()[0]) == 7
    assert graphs.stages(Node(1.0)) == 1


def test_no_two_nodes_share_a_place(axis):
    weights = [Node(k) for k in range(1, 7)]
    out = Node(0.5)
    for w in weights:
        out = (out * w + weights[0]).tanh() + out
    graph_backward(out)
    graphs.draw(axis, out * out)
    places = [patch.center for patch in axis.patches if isinstance(patch, Circle)]
    assert len({(round(x, 3), round(y, 3)) for x, y in places}) == len(places)


def test_a_long_chain_needs_no_deep_stack():
    node = Node(1.0)
    for _ in range(5000):
        node = node + 1.0
    order = graphs.forward_order(node)
    assert len(order) == 10001
    assert order[-1] is node
