"""Computational graphs: what a number was computed from, and how its gradient flows back (the chain rule).

An operation takes the numbers of one step and, on the way back, turns dout = dL/d out into the gradients of its inputs:
upstream times local. A `Node` remembers the operation that made it and the nodes that went in.
"""

import math


class Add:
    """x + y: both inputs get dout unchanged."""

    def forward(self, x, y):
        """x, y numbers. Returns x + y."""
        return x + y

    def backward(self, dout):
        """Return (dx, dy) = (dout, dout)."""
        return dout, dout


class Mul:
    """x y: each input gets dout times the other one. Source: K. Saitoh, Deep Learning from Scratch, chapter 5."""

    def forward(self, x, y):
        """x, y numbers. Returns x y."""
        self.x, self.y = x, y
        return x * y

    def backward(self, dout):
        """Return (dx, dy) = (dout y, dout x)."""
        return dout * self.y, dout * self.x


class Power:
    """x to the n, for a constant number n: the gradient is dout n x^(n - 1)."""

    def __init__(self, n):
        self.n = n

    def forward(self, x):
        """x a number. Returns x^n. Raises ValueError where it has no real value or no slope."""
        if (x < 0 and self.n % 1 != 0) or (x == 0 and self.n < 1):
            raise ValueError(f"power: found {x} to the {self.n}; expected a whole power below 0, at least 1 at 0")
        self.x = x
        return x**self.n

    def backward(self, dout):
        """Return (dx,) = (dout n x^(n - 1),)."""
        return (dout * self.n * self.x ** (self.n - 1),)


class Exp:
    """e^x: its own derivative. Above 709.78 the result is too large for a float: OverflowError."""

    def forward(self, x):
        """x a number. Returns e^x."""
        self.out = math.exp(x)
        return self.out

    def backward(self, dout):
        """Return (dx,) = (dout e^x,)."""
        return (dout * self.out,)


class Log:
    """The natural logarithm: the gradient is dout / x."""

    def forward(self, x):
        """x a number above 0. Returns log x. Raises ValueError for any other."""
        if x <= 0:
            raise ValueError(f"log: found {x}; expected a number above 0")
        self.x = x
        return math.log(x)

    def backward(self, dout):
        """Return (dx,) = (dout / x,)."""
        return (dout / self.x,)


class Tanh:
    """tanh x: the gradient is dout (1 - tanh² x)."""

    def forward(self, x):
        """x a number. Returns tanh x."""
        self.x = x
        return math.tanh(x)

    def backward(self, dout):
        """Return (dx,) = (dout (1 - tanh² x),)."""
        # as (2s / (1 + s²))² with s = e^-|x|, which keeps its digits where tanh x is near 1
        s = math.exp(-abs(self.x))
        return (dout * (2 * s / (1 + s * s)) ** 2,)


class Relu:
    """max(x, 0): dout passes where x > 0, and not at 0."""

    def forward(self, x):
        """x a number. Returns x where x > 0, else 0."""
        self.open = x > 0
        return x if self.open else 0.0

    def backward(self, dout):
        """Return (dx,)."""
        return (dout if self.open else 0.0,)


class Node:
    """A number of a graph: `data`, and after `graph_backward` the gradient `grad` of the output by it.

    inputs    : the nodes that it was computed from, () for a number that was given;
    operation : what computed it, or None.
    Nodes and numbers are combined with + - * / and ** (a constant power), exp(), log(), tanh(), relu().
    """

    def __init__(self, data, inputs=(), operation=None):
        self.data = float(data)
        self.grad = 0.0
        self.inputs = inputs
        self.operation = operation

    def __repr__(self):
        return f"Node({self.data:g}, grad={self.grad:g})"

    def __add__(self, other):
        return apply(Add(), self, other)

    def __mul__(self, other):
        return apply(Mul(), self, other)

    def __pow__(self, n):
        return apply(Power(float(n)), self)

    def __neg__(self):
        return self * -1.0

    def __sub__(self, other):
        return self + -other

    def __rsub__(self, other):
        return -self + other

    def __truediv__(self, other):
        return self * as_node(other) ** -1.0

    def __rtruediv__(self, other):
        return self**-1.0 * other

    __radd__, __rmul__ = __add__, __mul__

    def exp(self):
        return apply(Exp(), self)

    def log(self):
        return apply(Log(), self)

    def tanh(self):
        return apply(Tanh(), self)

    def relu(self):
        return apply(Relu(), self)


def as_node(x):
    """Return x where it is a node, else a new node that holds the number x."""
    return x if isinstance(x, Node) else Node(x)


def apply(operation, *inputs):
    """Run an operation (not used before) on nodes or numbers; return the node of its result."""
    nodes = tuple(as_node(x) for x in inputs)
    return Node(operation.forward(*(node.data for node in nodes)), nodes, operation)


def backward_order(output):
    """Return all nodes that `output` was computed from, itself first, each of them after every node that uses it.

    A node is ready when all its uses are done, so uses are counted first. No recursion: a long chain needs no deep
    stack. Source: A. B. Kahn, "Topological sorting of large networks", Communications of the ACM, 1962.
    """
    uses, found = {output: 0}, [output]
    for node in found:  # grows on the way
        for source in node.inputs:
            if source not in uses:
                uses[source] = 0
                found.append(source)
            uses[source] += 1
    order = [output]
    for node in order:
        for source in node.inputs:
            uses[source] -= 1
            if uses[source] == 0:
                order.append(source)
    return order


def graph_backward(output):
    """Set `grad` of every node that `output` was computed from to d output / d node.

    Gradients of a previous call are cleared first. A node used twice gets the sum of both gradients: Σ over its uses of
    (upstream gradient · local gradient).
    """
    order = backward_order(output)
    for node in order:
        node.grad = 0.0
    output.grad = 1.0
    for node in order:
        if node.operation is not None:
            for source, gradient in zip(node.inputs, node.operation.backward(node.grad), strict=True):
                source.grad += gradient
