"""u06_backprop: the mistakes that students really make, each with what to look at.

Each is written as a student would write it, in plain Python and NumPy: the demonstration class is drawn from them.
"""

import numpy as np

from .exercises import AFFINE_BACKWARD, GRAD_CHECK, GRAPH_BACKWARD, OPERATIONS, SOFTMAX_JACOBIAN, VJP


@OPERATIONS.mistake(
    "In Mul.backward the partners have changed places: dx is dout times y, the other input, not times x.",
    "Mul.backward에서 짝이 바뀌었습니다. dx는 dout에 x가 아니라 다른 입력인 y를 곱한 값입니다.",
    subject="Mul",
)
class PartnersSwapped:
    def forward(self, x, y):
        self.x, self.y = x, y
        return x * y

    def backward(self, dout):
        return dout * self.x, dout * self.y


@OPERATIONS.mistake(
    "Mul.backward ignores dout: it returns the local gradients only. Multiply each by the upstream gradient.",
    "Mul.backward가 dout을 쓰지 않고 국소 기울기만 반환합니다. 각각에 상류 그래디언트를 곱하십시오.",
    subject="Mul",
)
class MulWithoutUpstream:
    def forward(self, x, y):
        self.x, self.y = x, y
        return x * y

    def backward(self, dout):
        return self.y, self.x


@OPERATIONS.mistake(
    "Mul treats two equal inputs as a square and returns 2 x dout for each; the graph will add the two by itself.",
    "Mul이 두 입력이 같으면 제곱으로 보고 양쪽에 2 x dout을 줍니다. 둘을 더하는 일은 그래프가 합니다.",
    subject="Mul",
)
class SquareCountedTwice:
    def forward(self, x, y):
        self.x, self.y = x, y
        return x * y

    def backward(self, dout):
        if self.x == self.y:
            return 2 * self.x * dout, 2 * self.x * dout
        return dout * self.y, dout * self.x


@OPERATIONS.mistake(
    "Mul keeps its inputs by value in a dict: two equal inputs are then one entry, and one gradient is lost.",
    "Mul이 입력 값을 딕셔너리의 키로 씁니다. 두 입력이 같으면 항목이 하나가 되어 그래디언트 하나가 사라집니다.",
    subject="Mul",
)
class KeyedByValue:
    def forward(self, x, y):
        self.partner = {x: y, y: x}
        return x * y

    def backward(self, dout):
        return tuple(dout * partner for partner in self.partner.values())


@OPERATIONS.mistake(
    "Mul keeps its inputs in the class: all Mul objects share them. Write self.x = x.",
    "Mul이 입력을 클래스에 저장해서 모든 Mul 객체가 함께 씁니다. self.x = x로 쓰십시오.",
    subject="Mul",
)
class MulSharesInputs:
    def forward(self, x, y):
        MulSharesInputs.x, MulSharesInputs.y = x, y
        return x * y

    def backward(self, dout):
        return dout * self.y, dout * self.x


@OPERATIONS.mistake(
    "Mul.backward changes what forward has kept: a second call of backward gives something else.",
    "Mul.backward가 forward에서 저장한 값을 바꿉니다. backward를 다시 부르면 결과가 달라집니다.",
    subject="Mul",
)
class MulUsesUp:
    def forward(self, x, y):
        self.x, self.y = x, y
        return x * y

    def backward(self, dout):
        self.x, self.y = dout * self.y, dout * self.x
        return self.x, self.y


@OPERATIONS.mistake(
    "Mul.backward returns the sum of both gradients; it has to return one for each input, a pair.",
    "Mul.backward가 두 그래디언트의 합을 반환합니다. 입력마다 하나씩, 쌍으로 반환해야 합니다.",
    subject="Mul",
)
class MulReturnsSum:
    def forward(self, x, y):
        self.x, self.y = x, y
        return x * y

    def backward(self, dout):
        total = dout * self.y + dout * self.x
        return total, total


@OPERATIONS.mistake(
    "Mul divides its output by an input: at 0 that fails. The gradient of x is dout times y.",
    "출력을 입력으로 나누어서 입력이 0이면 계산할 수 없습니다. x의 그래디언트는 dout에 y를 곱한 값입니다.",
    subject="Mul",
)
class DividesByInput:
    def forward(self, x, y):
        self.x, self.y = x, y
        self.out = x * y
        return self.out

    def backward(self, dout):
        return dout * self.out / self.x, dout * self.out / self.y


@OPERATIONS.mistake(
    "Mul keeps the inputs of its first forward for good: each forward must keep its own.",
    "Mul이 처음 forward의 입력을 끝까지 씁니다. forward를 부를 때마다 새 입력을 저장해야 합니다.",
    subject="Mul",
)
class KeepsTheFirstInputs:
    def __init__(self):
        self.x = self.y = None

    def forward(self, x, y):
        if self.x is None:
            self.x, self.y = x, y
        return x * y

    def backward(self, dout):
        return dout * self.y, dout * self.x


@OPERATIONS.mistake(
    "Mul takes dout = 0 for a missing one (dout or 1.0): 0 is a gradient too, and gives 0.",
    "Mul이 dout = 0을 없는 값으로 봅니다(dout or 1.0). 0도 그래디언트이고, 곱하면 0입니다.",
    subject="Mul",
)
class MulReplacesZero:
    def forward(self, x, y):
        self.x, self.y = x, y
        return x * y

    def backward(self, dout):
        dout = dout or 1.0
        return dout * self.y, dout * self.x


@OPERATIONS.mistake(
    "Add takes dout = 0 for a missing one (dout or 1.0): 0 is a gradient too, and is handed on.",
    "Add가 dout = 0을 없는 값으로 봅니다(dout or 1.0). 0도 그래디언트이므로 그대로 넘겨줍니다.",
    subject="Add",
)
class AddReplacesZero:
    def forward(self, x, y):
        return x + y

    def backward(self, dout):
        dout = dout or 1.0
        return dout, dout


@OPERATIONS.mistake(
    "Add.backward ignores dout: it returns 1, 1. That is the local gradient; multiply it by the upstream gradient.",
    "Add.backward가 dout을 쓰지 않고 1, 1을 반환합니다. 그것은 국소 기울기이니 상류 그래디언트를 곱하십시오.",
    subject="Add",
)
class AddWithoutUpstream:
    def forward(self, x, y):
        return x + y

    def backward(self, dout):
        return 1.0, 1.0


@OPERATIONS.mistake(
    "Add.backward halves dout between the inputs; a sum grows by all of what x grows by, so each gets all of dout.",
    "Add.backward가 dout을 반씩 나눕니다. x가 커진 만큼 합도 고스란히 커지므로 양쪽 모두 dout을 그대로 받습니다.",
    subject="Add",
)
class AddHalves:
    def forward(self, x, y):
        return x + y

    def backward(self, dout):
        return dout / 2, dout / 2


@OPERATIONS.mistake(
    "Add.backward multiplies by the partner, as Mul does; the local gradient of a sum is 1.",
    "Add.backward가 Mul처럼 상대 입력을 곱합니다. 합의 국소 기울기는 1입니다.",
    subject="Add",
)
class AddLikeMul:
    def forward(self, x, y):
        self.x, self.y = x, y
        return x + y

    def backward(self, dout):
        return dout * self.y, dout * self.x


@OPERATIONS.mistake(
    "Add.backward multiplies by the input itself; the local gradient of a sum is 1.",
    "Add.backward가 입력 자신을 곱합니다. 합의 국소 기울기는 1입니다.",
    subject="Add",
)
class AddTimesInput:
    def forward(self, x, y):
        self.x, self.y = x, y
        return x + y

    def backward(self, dout):
        return dout * self.x, dout * self.y


def found_from(output):
    """All nodes, each after every node that uses it: the reverse of a depth-first finish."""
    order, seen = [], set()

    def visit(node):
        if node not in seen:
            seen.add(node)
            for source in node.inputs:
                visit(source)
            order.append(node)

    visit(output)
    return order[::-1]


def local(node, dout):
    """The pairs (input, gradient for it) of one node."""
    return [] if node.operation is None else list(zip(node.inputs, node.operation.backward(dout)))


@GRAPH_BACKWARD.mistake(
    "A node that is used twice keeps only the last gradient: write += instead of = where it arrives.",
    "두 번 쓰인 노드에 마지막 그래디언트만 남습니다. 그래디언트를 넘겨줄 때 = 대신 +=를 쓰십시오.",
    subject="graph_backward",
)
def overwritten(output):
    order = found_from(output)
    for node in order:
        node.grad = 0.0
    output.grad = 1.0
    for node in order:
        for source, gradient in local(node, node.grad):
            source.grad = gradient


@GRAPH_BACKWARD.mistake(
    "Nodes are handled in the order in which they are found (breadth first): one passes its gradient on before all "
    "nodes that use it have added theirs.",
    "찾은 순서대로(너비 우선) 노드를 처리합니다. 그 노드를 쓰는 노드가 아직 다 더하지 않았는데 그래디언트를 넘겨줍니다.",
    subject="graph_backward",
)
def breadth_first(output):
    order = [output]
    for node in order:
        for source in node.inputs:
            if source not in order:
                order.append(source)
    for node in order:
        node.grad = 0.0
    output.grad = 1.0
    for node in order:
        for source, gradient in local(node, node.grad):
            source.grad += gradient


@GRAPH_BACKWARD.mistake(
    "A node is handled when it is first reached (depth first) and never again: what arrives at it later goes no further.",
    "노드에 처음 닿았을 때 처리하고(깊이 우선) 다시는 처리하지 않습니다. 나중에 온 그래디언트는 더 나아가지 못합니다.",
    subject="graph_backward",
)
def depth_first(output):
    for node in found_from(output):
        node.grad = 0.0
    output.grad = 1.0
    seen = set()

    def visit(node):
        if node in seen:
            return
        seen.add(node)
        for source, gradient in local(node, node.grad):
            source.grad += gradient
            visit(source)

    visit(output)


@GRAPH_BACKWARD.mistake(
    "A node is handled once for each use, and every time it passes on all that it has so far: early gradients count "
    "several times. Handle each node once, when it is complete.",
    "노드를 쓰인 횟수만큼 처리하면서 그때까지 모인 것을 매번 다 넘겨줍니다. 먼저 온 그래디언트가 여러 번 셈됩니다. "
    "다 모인 다음 한 번만 처리하십시오.",
    subject="graph_backward",
)
def counted_again(output):
    for node in found_from(output):
        node.grad = 0.0
    output.grad = 1.0
    queue = [output]
    for node in queue:
        for source, gradient in local(node, node.grad):
            source.grad += gradient
            queue.append(source)


@GRAPH_BACKWARD.mistake(
    "The gradients of the call before are still there, and the new ones are added: set every grad to 0 first.",
    "앞서 부를 때의 그래디언트가 남아 있는데 새 그래디언트를 더합니다. 먼저 모든 grad를 0으로 두십시오.",
    subject="graph_backward",
)
def never_cleared(output):
    output.grad = 1.0
    for node in found_from(output):
        for source, gradient in local(node, node.grad):
            source.grad += gradient


@GRAPH_BACKWARD.mistake(
    "Every path sets grad anew, and the last one wins: add what each path brings, after all were set to 0 once.",
    "길마다 grad를 새로 적어서 마지막 길의 값만 남습니다. 먼저 한 번 0으로 두고, 길마다 온 것을 더하십시오.",
    subject="graph_backward",
)
def last_path(output):
    def push(node, dout):
        node.grad = dout
        for source, gradient in local(node, dout):
            push(source, gradient)

    push(output, 1.0)


@GRAPH_BACKWARD.mistake(
    "Every path adds its share, which is right, but nobody sets grad to 0 first: a second call adds to the first.",
    "길마다 온 것을 더하는 것은 옳지만, 먼저 grad를 0으로 두지 않았습니다. 두 번째 호출이 첫 번째 결과에 더해집니다.",
    subject="graph_backward",
)
def paths_never_cleared(output):
    def push(node, dout):
        node.grad += dout
        for source, gradient in local(node, dout):
            push(source, gradient)

    push(output, 1.0)


@GRAPH_BACKWARD.mistake(
    "Only the given numbers are set to 0; nodes in the middle keep the gradient of the call before.",
    "주어진 수의 grad만 0으로 두었습니다. 중간 노드에는 앞서 부를 때의 그래디언트가 남아 있습니다.",
    subject="graph_backward",
)
def leaves_cleared(output):
    order = found_from(output)
    for node in order:
        if node.operation is None:
            node.grad = 0.0
    output.grad = 1.0
    for node in order:
        for source, gradient in local(node, node.grad):
            source.grad += gradient


@GRAPH_BACKWARD.mistake(
    "output.grad is not 1 when the walk back begins (never set, or cleared again?): everything that is multiplied by it "
    "stays 0.",
    "되돌아가기 시작할 때 output.grad가 1이 아닙니다(1로 두지 않았거나, 둔 다음 다시 0으로 만들었습니까?). 여기에 곱한 것은 모두 "
    "0이 됩니다.",
    subject="graph_backward",
)
def no_start(output):
    order = found_from(output)
    for node in order:
        node.grad = 0.0
    for node in order:
        for source, gradient in local(node, node.grad):
            source.grad += gradient


@GRAPH_BACKWARD.mistake(
    "Every operation is handed dout = 1: hand it the grad of its own node, which holds all that came before.",
    "모든 연산에 dout = 1을 넣습니다. 그 연산의 노드에 모인 grad를 넣어야 앞의 것이 이어집니다.",
    subject="graph_backward",
)
def only_local(output):
    order = found_from(output)
    for node in order:
        node.grad = 0.0
    output.grad = 1.0
    for node in order:
        for source, gradient in local(node, 1.0):
            source.grad += gradient


@GRAPH_BACKWARD.mistake(
    "Only the direct inputs of the output get a gradient: all other nodes handed theirs on while it was still 0 (is the "
    "order turned round?), or were never handled.",
    "출력에 바로 이어진 노드만 그래디언트를 받습니다. 나머지는 grad가 아직 0일 때 넘겨주었거나(순서를 뒤집었습니까?) 아예 "
    "처리되지 않았습니다.",
    subject="graph_backward",
)
def not_reversed(output):
    order = found_from(output)
    for node in order:
        node.grad = 0.0
    output.grad = 1.0
    for node in reversed(order):
        for source, gradient in local(node, node.grad):
            source.grad += gradient


@GRAPH_BACKWARD.mistake(
    "Each operation is taken to have two inputs; tanh has one. Go through node.inputs and the gradients with zip.",
    "모든 연산의 입력이 둘이라고 여깁니다. tanh의 입력은 하나입니다. zip으로 node.inputs와 그래디언트를 함께 도십시오.",
    subject="graph_backward",
)
def always_pairs(output):
    order = found_from(output)
    for node in order:
        node.grad = 0.0
    output.grad = 1.0
    for node in order:
        if node.operation is not None:
            dx, dy = node.operation.backward(node.grad)
            node.inputs[0].grad += dx
            node.inputs[1].grad += dy


@GRAPH_BACKWARD.mistake(
    "A node that is both inputs of one operation (a * a) gets one gradient of the two: a dict or set of inputs holds "
    "it only once.",
    "한 연산의 두 입력이 같은 노드일 때(a * a) 그래디언트 둘 중 하나만 받습니다. 딕셔너리나 set에는 같은 노드가 한 번만 들어갑니다.",
    subject="graph_backward",
)
def inputs_once(output):
    order = found_from(output)
    for node in order:
        node.grad = 0.0
    output.grad = 1.0
    for node in order:
        for source, gradient in dict(local(node, node.grad)).items():
            source.grad += gradient


@GRAPH_BACKWARD.mistake(
    "A node's grad is set back to 0 after it was passed on: nodes in the middle end without a gradient.",
    "그래디언트를 넘겨준 뒤 grad를 0으로 되돌립니다. 중간 노드의 그래디언트가 사라집니다.",
    subject="graph_backward",
)
def used_up(output):
    order = found_from(output)
    for node in order:
        node.grad = 0.0
    output.grad = 1.0
    for node in order:
        for source, gradient in local(node, node.grad):
            source.grad += gradient
        if node.operation is not None:
            node.grad = 0.0


@GRAPH_BACKWARD.mistake(
    "A node's grad is set to 0 when its turn comes: what the nodes that use it have added is lost. Set all to 0 before the "
    "walk back.",
    "노드의 차례가 되었을 때 grad를 0으로 만들어, 그 노드를 쓰는 노드들이 더해 준 것이 사라집니다. 되돌아가기 전에 모두 0으로 "
    "만드십시오.",
    subject="graph_backward",
)
def cleared_on_the_way(output):
    order = found_from(output)
    output.grad = 1.0
    for node in order:
        if node is not output:
            node.grad = 0.0
        for source, gradient in local(node, node.grad):
            source.grad += gradient


@GRAPH_BACKWARD.mistake(
    "Nodes are told apart by their numbers (data): two nodes with equal numbers are still two. Keep the nodes themselves.",
    "노드를 값(data)으로 구별합니다. 값이 같아도 노드는 둘입니다. 노드 자체를 기억하십시오.",
    subject="graph_backward",
)
def seen_by_value(output):
    order, seen = [], set()

    def visit(node):
        if node.data not in seen:
            seen.add(node.data)
            for source in node.inputs:
                visit(source)
            order.append(node)

    visit(output)
    for node in order:
        node.grad = 0.0
    output.grad = 1.0
    for node in order[::-1]:
        for source, gradient in local(node, node.grad):
            source.grad += gradient


@GRAPH_BACKWARD.mistake(
    "Only the numbers that were given get a gradient; the nodes in the middle have one too.",
    "주어진 수만 그래디언트를 받습니다. 중간 노드에도 그래디언트가 있습니다.",
    subject="graph_backward",
)
def leaves_only(output):
    for node in found_from(output):
        node.grad = 0.0
    output.grad = 1.0

    def push(node, dout):
        for source, gradient in local(node, dout):
            if source.operation is None:
                source.grad += gradient
            push(source, gradient)

    push(output, 1.0)


@GRAPH_BACKWARD.mistake(
    "The inputs of the nodes are removed: a later call finds no graph. Leave the nodes as they are.",
    "노드의 inputs를 지워서 다음 호출이 그래프를 찾지 못합니다. 노드는 그대로 두십시오.",
    subject="graph_backward",
)
def inputs_removed(output):
    order = found_from(output)
    for node in order:
        node.grad = 0.0
    output.grad = 1.0
    for node in order:
        for source, gradient in local(node, node.grad):
            source.grad += gradient
        node.inputs = ()


def softmax_of(z):
    e = np.exp(z - np.max(z))
    return e / e.sum()


@SOFTMAX_JACOBIAN.mistake(
    "Only the diagonal is filled: a score also moves the probabilities of all other classes, since they sum to 1.",
    "대각선만 채웠습니다. 확률의 합이 1이므로 점수 하나가 바뀌면 다른 클래스의 확률도 모두 움직입니다.",
)
def diagonal_only(z):
    p = softmax_of(z)
    return np.diag(p * (1 - p))


@SOFTMAX_JACOBIAN.mistake(
    "p_i (1 - p_i) stands in whole rows: it belongs on the diagonal only; beside it stands -p_i p_j.",
    "p_i (1 - p_i)가 행 전체에 있습니다. 그것은 대각선에만 맞고, 대각선 밖은 -p_i p_j입니다.",
)
def same_everywhere(z):
    p = softmax_of(z)
    return np.tile((p * (1 - p))[:, None], (1, len(p)))


@SOFTMAX_JACOBIAN.mistake(
    "p_i (1 - p_j) stands everywhere: beside the diagonal there is no p_i, only -p_i p_j.",
    "모든 곳에 p_i (1 - p_j)가 있습니다. 대각선 밖에는 p_i 항이 없고 -p_i p_j뿐입니다.",
)
def sigmoid_like(z):
    p = softmax_of(z)
    return np.outer(p, 1 - p)


@SOFTMAX_JACOBIAN.mistake(
    "The result is a vector, one number for each score, such as p (1 - p); a Jacobian is a matrix (K, K).",
    "결과가 p (1 - p)처럼 점수마다 수 하나인 벡터입니다. 야코비 행렬은 (K, K) 행렬입니다.",
)
def vector_only(z):
    p = softmax_of(z)
    return p * (1 - p)


@SOFTMAX_JACOBIAN.mistake(
    "The sign beside the diagonal is wrong: if one score rises, the other probabilities fall.",
    "대각선 밖의 부호가 반대입니다. 점수 하나가 오르면 다른 확률은 내려갑니다.",
)
def plus_beside(z):
    p = softmax_of(z)
    J = np.outer(p, p)
    np.fill_diagonal(J, p * (1 - p))
    return J


@SOFTMAX_JACOBIAN.mistake(
    "The diagonal is only -p_i²: diag(p) is missing, for p_i also grows with its own score.",
    "대각선이 -p_i²뿐입니다. diag(p)가 빠졌습니다. p_i는 자기 점수가 오르면 커집니다.",
)
def without_diagonal(z):
    p = softmax_of(z)
    return -np.outer(p, p)


@SOFTMAX_JACOBIAN.mistake(
    "The diagonal holds p_i: from it p_i² has still to be taken away.",
    "대각선에 p_i가 있습니다. 거기서 p_i²을 빼야 합니다.",
)
def diagonal_p(z):
    p = softmax_of(z)
    J = -np.outer(p, p)
    np.fill_diagonal(J, p)
    return J


@SOFTMAX_JACOBIAN.mistake(
    "The formula takes the scores z for the probabilities: compute p = softmax(z) first.",
    "확률을 쓸 자리에 점수 z를 썼습니다. 먼저 p = softmax(z)를 구하십시오.",
)
def of_scores(z):
    return np.diag(z) - np.outer(z, z)


@SOFTMAX_JACOBIAN.mistake(
    "np.dot of p with itself is one number, the sum of all p_i²; all products p_i p_j are np.outer(p, p).",
    "np.dot(p, p)는 p_i²의 합, 곧 수 하나입니다. 모든 p_i p_j는 np.outer(p, p)입니다.",
)
def dot_for_outer(z):
    p = softmax_of(z)
    return np.diag(p) - p @ p.T


@SOFTMAX_JACOBIAN.mistake(
    "p * p multiplies number by number and is laid on every row; all products p_i p_j are np.outer(p, p).",
    "p * p는 같은 자리끼리 곱한 것이고, 모든 행에 똑같이 쓰입니다. 모든 곱 p_i p_j는 np.outer(p, p)입니다.",
)
def squares_in_every_row(z):
    p = softmax_of(z)
    return np.diag(p) - p * p


@SOFTMAX_JACOBIAN.mistake(
    "p itself is laid on every row: it belongs on the diagonal only, np.diag(p).",
    "p가 모든 행에 쓰였습니다. p는 대각선에만 놓아야 하므로 np.diag(p)입니다.",
)
def p_in_every_row(z):
    p = softmax_of(z)
    return p - np.outer(p, p)


@SOFTMAX_JACOBIAN.mistake(
    "On the diagonal p_i² is taken away twice: np.outer(p, p) holds it already, so that p alone goes on the diagonal.",
    "대각선에서 p_i²을 두 번 뺐습니다. np.outer(p, p)에 이미 들어 있으므로 대각선에는 p만 놓으십시오.",
)
def square_taken_twice(z):
    p = softmax_of(z)
    return np.diag(p * (1 - p)) - np.outer(p, p)


@SOFTMAX_JACOBIAN.mistake(
    "At 1000 exp overflows, and inf / inf is nan: subtract the largest score first, as in unit u03.",
    "1000에서 exp가 오버플로를 내고 inf / inf는 nan입니다. u03에서처럼 가장 큰 점수를 먼저 빼십시오.",
)
def no_shift(z):
    p = np.exp(z) / np.exp(z).sum()
    return np.diag(p) - np.outer(p, p)


@SOFTMAX_JACOBIAN.mistake(
    "The exponentials are shifted by the first score: another score can still overflow. Subtract the largest.",
    "첫 점수를 빼면 다른 점수에서 여전히 오버플로가 날 수 있습니다. 가장 큰 점수를 빼십시오.",
)
def shifted_by_first(z):
    e = np.exp(z - z[0])
    p = e / e.sum()
    return np.diag(p) - np.outer(p, p)


@SOFTMAX_JACOBIAN.mistake(
    "The exponentials are shifted by the mean: a score far above it can still overflow. Subtract the largest.",
    "평균을 빼면 평균보다 훨씬 큰 점수에서 여전히 오버플로가 날 수 있습니다. 가장 큰 점수를 빼십시오.",
)
def shifted_by_mean(z):
    e = np.exp(z - z.mean())
    p = e / e.sum()
    return np.diag(p) - np.outer(p, p)


@SOFTMAX_JACOBIAN.mistake(
    "J takes over the dtype of z: whole-number scores cut its entries to 0.",
    "J가 z의 자료형을 따라서 점수가 정수이면 값이 0으로 잘립니다.",
)
def dtype_of_scores(z):
    p = softmax_of(z)
    J = np.zeros((len(z), len(z)), dtype=z.dtype)
    for i in range(len(z)):
        for j in range(len(z)):
            J[i, j] = p[i] * ((i == j) - p[j])
    return J


@VJP.mistake(
    "This is J dout; the way back needs the transpose, Jᵀ dout. Where J is square both have a shape that fits.",
    "J dout을 구했습니다. 되돌아가는 길에는 전치 행렬을 곱한 Jᵀ dout이 필요합니다. J가 정사각이면 둘 다 shape이 맞습니다.",
)
def not_transposed(J, dout):
    return J @ dout


@VJP.mistake(
    "Whichever product fits is taken: where J is square, J dout fits too, and it is not the gradient.",
    "shape이 맞는 쪽을 골라 곱합니다. J가 정사각이면 J dout도 맞지만 그것은 그래디언트가 아닙니다.",
)
def whatever_fits(J, dout):
    return J @ dout if J.shape[1] == len(dout) else J.T @ dout


@VJP.mistake(
    "dout is ignored: the rows of J are only added up, as if every output counted 1.",
    "dout을 쓰지 않습니다. 모든 출력이 똑같이 1만큼 중요한 것처럼 J의 행을 더하기만 했습니다.",
)
def without_dout(J, dout):
    return J.sum(axis=0)


@VJP.mistake(
    "The sum over the outputs is missing: the result is still a matrix. An input that moves several outputs gets one "
    "number, the sum.",
    "출력에 걸친 합이 빠져 결과가 아직 행렬입니다. 여러 출력을 움직이는 입력도 그 합인 수 하나를 받습니다.",
)
def not_summed(J, dout):
    return J * dout[:, None]


@VJP.mistake(
    "J * dout lays dout along the columns of J, but dout has one number for each row.",
    "J * dout은 dout을 J의 열에 맞춥니다. dout은 행마다 수 하나입니다.",
)
def along_columns(J, dout):
    return (J * dout).sum(axis=0)


@VJP.mistake(
    "The mean over the outputs is taken; what several outputs report adds up.",
    "출력에 걸쳐 평균을 냈습니다. 여러 출력에서 온 것은 더합니다.",
)
def averaged(J, dout):
    return J.T @ dout / len(dout)


@VJP.mistake(
    "The result has the shape (D, 1); for dout (M,) it is (D,).",
    "결과의 shape이 (D, 1)입니다. dout이 (M,)이면 결과는 (D,)입니다.",
)
def as_column(J, dout):
    return J.T @ dout.reshape(-1, 1)


@AFFINE_BACKWARD.mistake(
    "dW is doutᵀ X, of the shape (M, D): it is the transpose of what W needs. dW = Xᵀ dout.",
    "dW가 shape이 (M, D)인 doutᵀ X입니다. W에 필요한 것을 전치한 것입니다. dW = Xᵀ dout입니다.",
)
def weights_transposed(dout, X, W):
    return dout @ W.T, dout.T @ X, dout.sum(axis=0)


@AFFINE_BACKWARD.mistake(
    "Look at dX: its sum runs over m, so dout stands first and W is transposed. dout @ W runs only where W is square, and "
    "is wrong there.",
    "dX를 보십시오. m에 걸쳐 더하므로 dout이 앞에 오고 W는 전치합니다. dout @ W는 W가 정사각일 때만 계산되고, 그때도 틀립니다.",
)
def w_not_transposed(dout, X, W):
    return dout @ W, X.T @ dout, dout.sum(axis=0)


@AFFINE_BACKWARD.mistake(
    "In dW, X is not transposed: X @ dout runs only where N = D, and is wrong there.",
    "dW에서 X를 전치하지 않았습니다. X @ dout은 N = D일 때만 계산되고, 그때도 틀립니다.",
)
def x_not_transposed(dout, X, W):
    return dout @ W.T, X @ dout, dout.sum(axis=0)


@AFFINE_BACKWARD.mistake(
    "db is the mean over the samples; b moves every row of Z, and what the rows report adds up.",
    "db가 샘플에 걸친 평균입니다. b는 Z의 모든 행을 움직이고, 행마다 온 것은 더합니다.",
)
def mean_bias(dout, X, W):
    return dout @ W.T, X.T @ dout, dout.mean(axis=0)


@AFFINE_BACKWARD.mistake(
    "db is missing: the result holds dX and dW only.",
    "db가 없습니다. 결과에 dX와 dW만 있습니다.",
)
def no_bias(dout, X, W):
    return dout @ W.T, X.T @ dout


@AFFINE_BACKWARD.mistake(
    "db has the shape (1, M); b has (M,), and a gradient has the shape of what it belongs to.",
    "db의 shape이 (1, M)입니다. b는 (M,)이고, 그래디언트의 shape은 그 주인과 같아야 합니다.",
)
def row_bias(dout, X, W):
    return dout @ W.T, X.T @ dout, dout.sum(axis=0, keepdims=True)


@AFFINE_BACKWARD.mistake(
    "db is dout itself, one row for each sample; add up over the samples, axis 0.",
    "db가 샘플마다 한 행인 dout 그대로입니다. 샘플 축인 축 0을 따라 더하십시오.",
)
def bias_not_summed(dout, X, W):
    return dout @ W.T, X.T @ dout, dout


@AFFINE_BACKWARD.mistake(
    "db is summed over axis 1, one number for each sample; b has one for each output, so the sum runs over axis 0.",
    "db를 축 1을 따라 더해 샘플마다 수 하나가 나왔습니다. b는 출력마다 하나이므로 축 0을 따라 더합니다.",
)
def bias_axis(dout, X, W):
    return dout @ W.T, X.T @ dout, dout.sum(axis=1)


@AFFINE_BACKWARD.mistake(
    "db is one number, the sum of the whole of dout; b has M numbers.",
    "db가 dout 전체의 합인 수 하나입니다. b의 수는 M개입니다.",
)
def bias_total(dout, X, W):
    return dout @ W.T, X.T @ dout, dout.sum()


@AFFINE_BACKWARD.mistake(
    "np.squeeze takes the axis of db away where M = 1: b is (1,) there, and so is db.",
    "np.squeeze를 쓰면 M = 1일 때 db의 축이 사라집니다. 그때 b는 (1,)이므로 db도 (1,)입니다.",
)
def bias_squeezed(dout, X, W):
    return dout @ W.T, X.T @ dout, np.squeeze(dout.sum(axis=0, keepdims=True))


@AFFINE_BACKWARD.mistake(
    "np.squeeze takes an axis of dW away where D or M is 1: dW has the shape of W, (D, M), there too.",
    "np.squeeze를 쓰면 D나 M이 1일 때 dW의 축이 사라집니다. 그때도 dW의 shape은 W와 같은 (D, M)입니다.",
)
def weights_squeezed(dout, X, W):
    return dout @ W.T, np.squeeze(X.T @ dout), dout.sum(axis=0)


@AFFINE_BACKWARD.mistake(
    "dW and db are divided by N: the loss has done that already, and it is in dout.",
    "dW와 db를 N으로 나누었습니다. 그 나눗셈은 손실이 이미 했고 dout에 들어 있습니다.",
)
def divided_twice(dout, X, W):
    N = len(X)
    return dout @ W.T, X.T @ dout / N, dout.sum(axis=0) / N


@AFFINE_BACKWARD.mistake(
    "All three gradients are divided by N: the loss has done that already, and it is in dout.",
    "세 그래디언트를 모두 N으로 나누었습니다. 그 나눗셈은 손실이 이미 했고 dout에 들어 있습니다.",
)
def everything_divided(dout, X, W):
    N = len(X)
    return dout @ W.T / N, X.T @ dout / N, dout.sum(axis=0) / N


@AFFINE_BACKWARD.mistake(
    "The results stand in another order: return dX, dW, db.",
    "결과의 순서가 다릅니다. dX, dW, db 순서로 반환하십시오.",
)
def another_order(dout, X, W):
    return X.T @ dout, dout.sum(axis=0), dout @ W.T


@AFFINE_BACKWARD.mistake(
    "dout is ignored, as if it were 1 everywhere: the result does not know what the loss wants.",
    "dout을 쓰지 않고 모두 1로 여겼습니다. 손실이 무엇을 원하는지 결과에 들어가지 않습니다.",
)
def ones_upstream(dout, X, W):
    ones = np.ones(dout.shape)
    return ones @ W.T, X.T @ ones, ones.sum(axis=0)


def relative(a, b):
    return 0.0 if a == b else abs(a - b) / (abs(a) + abs(b))


def slope(f, x, v, dout, h=1e-5):
    return np.sum(dout * (f(x + h * v) - f(x - h * v))) / (2 * h)


def draws(f, x, rng):
    x = np.asarray(x, dtype=float)
    return x, rng.normal(size=f(x).shape), rng.normal(size=x.shape)


@GRAD_CHECK.mistake(
    "dout is 1 everywhere: a df that ignores dout passes. Draw it from rng.",
    "dout이 모두 1입니다. dout을 쓰지 않는 df도 통과하게 됩니다. rng에서 뽑으십시오.",
)
def ones_as_upstream(f, df, x, rng):
    x = np.asarray(x, dtype=float)
    dout, v = np.ones(f(x).shape), rng.normal(size=x.shape)
    return relative(slope(f, x, v, dout), np.sum(v * df(x, dout)))


@GRAD_CHECK.mistake(
    "The direction v has the same number everywhere: a df with the right numbers in the wrong places passes. Draw v of "
    "the shape of x.",
    "방향 v의 수가 모두 같습니다. 수는 맞지만 자리가 틀린 df도 통과하게 됩니다. v를 x와 같은 shape으로 뽑으십시오.",
)
def ones_as_direction(f, df, x, rng):
    x = np.asarray(x, dtype=float)
    dout, v = rng.normal(size=f(x).shape), np.ones(x.shape)
    return relative(slope(f, x, v, dout), np.sum(v * df(x, dout)))


@GRAD_CHECK.mistake(
    "0 / 0 gives nan where both numbers are 0: return 0 there.",
    "두 수가 모두 0이면 0 / 0이 되어 nan이 나옵니다. 그때는 0을 반환하십시오.",
)
def zero_over_zero(f, df, x, rng):
    x, dout, v = draws(f, x, rng)
    a, b = slope(f, x, v, dout), np.sum(v * df(x, dout))
    return np.abs(a - b) / (np.abs(a) + np.abs(b))


@GRAD_CHECK.mistake(
    "The difference is divided by one of the two numbers only: it exceeds 1, and without limit where that one is tiny. "
    "Divide by |a| + |b|.",
    "차를 두 수 중 하나로만 나누었습니다. 결과가 1을 넘고, 그 수가 아주 작으면 한없이 커집니다. |a| + |b|로 나누십시오.",
)
def divided_by_one(f, df, x, rng):
    x, dout, v = draws(f, x, rng)
    a, b = slope(f, x, v, dout), np.sum(v * df(x, dout))
    return 0.0 if a == b else abs(a - b) / max(abs(b), 1e-12)


@GRAD_CHECK.mistake(
    "The difference is divided by the larger number: with opposite signs that gives 2. Divide by |a| + |b|.",
    "차를 둘 중 큰 수로 나누었습니다. 부호가 반대이면 2가 됩니다. |a| + |b|로 나누십시오.",
)
def divided_by_larger(f, df, x, rng):
    x, dout, v = draws(f, x, rng)
    a, b = slope(f, x, v, dout), np.sum(v * df(x, dout))
    return 0.0 if a == b else abs(a - b) / max(abs(a), abs(b))


@GRAD_CHECK.mistake(
    "This is the absolute difference: with tiny gradients it is tiny even where df is wrong. Divide by |a| + |b|.",
    "차를 그대로 반환합니다. 그래디언트가 아주 작으면 df가 틀려도 작게 나옵니다. |a| + |b|로 나누십시오.",
)
def absolute(f, df, x, rng):
    x, dout, v = draws(f, x, rng)
    a, b = slope(f, x, v, dout), np.sum(v * df(x, dout))
    return abs(a - b) / (1 + abs(a) + abs(b))


@GRAD_CHECK.mistake(
    "A small number is added below the fraction bar: where all numbers are tiny, it is larger than they are, and hides the "
    "error. Ask for 0 against 0 on its own.",
    "분모에 작은 수를 더했습니다. 모든 수가 아주 작을 때는 그 수가 오히려 더 커서 오차를 가립니다. 둘 다 0인 경우는 따로 "
    "확인하십시오.",
)
def small_number_below(f, df, x, rng):
    x, dout, v = draws(f, x, rng)
    a, b = slope(f, x, v, dout), np.sum(v * df(x, dout))
    return abs(a - b) / (abs(a) + abs(b) + 1e-8)


@GRAD_CHECK.mistake(
    "The difference keeps its sign, and a wrong df can give a negative error, which is below every limit: take |a - b|.",
    "차의 부호가 남아 있어서, 틀린 df의 오차가 음수가 되면 어떤 한계보다도 작습니다. |a - b|를 쓰십시오.",
)
def sign_kept(f, df, x, rng):
    x, dout, v = draws(f, x, rng)
    a, b = slope(f, x, v, dout), np.sum(v * df(x, dout))
    return 0.0 if a == b else (a - b) / (abs(a) + abs(b))


@GRAD_CHECK.mistake(
    "The function makes a generator of its own with a fixed seed, so that every check tries the same dout and the same "
    "direction. Draw from rng.",
    "함수 안에서 시드를 고정한 난수 생성기를 새로 만들어 매번 같은 dout과 같은 방향만 시험합니다. rng에서 뽑으십시오.",
)
def own_seed(f, df, x, rng):
    x, dout, v = draws(f, x, np.random.default_rng(0))
    return relative(slope(f, x, v, dout), np.sum(v * df(x, dout)))


@GRAD_CHECK.mistake(
    "dout and v come from a generator of your own, so two calls differ: draw both from rng.",
    "dout과 v를 따로 만든 난수 생성기에서 뽑아서 부를 때마다 결과가 다릅니다. 둘 다 rng에서 뽑으십시오.",
)
def own_generator(f, df, x, rng):
    x, dout, v = draws(f, x, np.random.default_rng())
    return relative(slope(f, x, v, dout), np.sum(v * df(x, dout)))


@GRAD_CHECK.mistake(
    "The error is set to 0 too soon: only where a and b are both exactly 0. Tiny numbers are always close to each other.",
    "오차를 너무 일찍 0으로 둡니다. a와 b가 모두 정확히 0일 때만 0입니다. 아주 작은 수는 서로 달라도 늘 가깝습니다.",
)
def zero_when_close(f, df, x, rng):
    x, dout, v = draws(f, x, rng)
    a, b = slope(f, x, v, dout), np.sum(v * df(x, dout))
    return 0.0 if np.isclose(a, b) else abs(a - b) / (abs(a) + abs(b))


@GRAD_CHECK.mistake(
    "The error is set to 0 too soon: only where a and b are both exactly 0. One of them alone is no reason.",
    "오차를 너무 일찍 0으로 둡니다. a와 b가 모두 정확히 0일 때만 0입니다. 한쪽만 0이면 0이 아닙니다.",
)
def zero_when_either(f, df, x, rng):
    x, dout, v = draws(f, x, rng)
    a, b = slope(f, x, v, dout), np.sum(v * df(x, dout))
    return 0.0 if a == 0 or b == 0 else abs(a - b) / (abs(a) + abs(b))


@GRAD_CHECK.mistake(
    "dout is f(x) itself: where the output is 0, nothing is measured. Draw dout from rng.",
    "dout으로 f(x) 자체를 썼습니다. 출력이 0이면 아무것도 재지 못합니다. dout은 rng에서 뽑으십시오.",
)
def output_as_upstream(f, df, x, rng):
    x, _, v = draws(f, x, rng)
    dout = f(x)
    return relative(slope(f, x, v, dout), np.sum(v * df(x, dout)))


@GRAD_CHECK.mistake(
    "dout has the shape of x: it is the gradient of the output, so its shape is that of f(x).",
    "dout의 shape이 x와 같습니다. dout은 출력의 그래디언트이므로 shape이 f(x)와 같아야 합니다.",
)
def dout_like_x(f, df, x, rng):
    x = np.asarray(x, dtype=float)
    dout, v = rng.normal(size=x.shape), rng.normal(size=x.shape)
    return relative(slope(f, x, v, dout), np.sum(v * df(x, dout)))


@GRAD_CHECK.mistake(
    "x keeps its own dtype: in float32, or in whole numbers, a step of 1e-5 is rounded away. Make x float64 first.",
    "x의 자료형을 그대로 씁니다. float32나 정수에서는 1e-5만큼의 걸음이 반올림으로 사라집니다. 먼저 float64로 바꾸십시오.",
)
def own_dtype(f, df, x, rng):
    dout, v = rng.normal(size=f(x).shape), rng.normal(size=x.shape)
    above, below = (x + 1e-5 * v).astype(x.dtype), (x - 1e-5 * v).astype(x.dtype)
    return relative(np.sum(dout * (f(above) - f(below))) / 2e-5, np.sum(v * df(x, dout)))


@GRAD_CHECK.mistake(
    "The difference goes to one side only, (f(x + hv) - f(x)) / h, which is too coarse: go to both sides.",
    "(f(x + hv) - f(x)) / h처럼 한쪽으로만 갔습니다. 너무 부정확하니 양쪽으로 가십시오.",
)
def one_sided(f, df, x, rng):
    x, dout, v = draws(f, x, rng)
    return relative(np.sum(dout * (f(x + 1e-5 * v) - f(x))) / 1e-5, np.sum(v * df(x, dout)))


@GRAD_CHECK.mistake(
    "The two points are 2h apart, but the difference is divided by h: a right df seems to be half of what it should.",
    "두 점의 거리는 2h인데 h로 나누었습니다. 옳은 df가 절반밖에 안 되는 것처럼 보입니다.",
)
def divided_by_h(f, df, x, rng):
    x, dout, v = draws(f, x, rng)
    return relative(2 * slope(f, x, v, dout), np.sum(v * df(x, dout)))


@GRAD_CHECK.mistake(
    "df gets dout, but the measured slope is that of the plain sum of f: multiply f by dout before you add up.",
    "df에는 dout을 주었지만 잰 기울기는 f를 그냥 더한 것의 기울기입니다. f에 dout을 곱한 다음 더하십시오.",
)
def plain_sum(f, df, x, rng):
    x, dout, v = draws(f, x, rng)
    return relative(slope(f, x, v, 1.0), np.sum(v * df(x, dout)))


@GRAD_CHECK.mistake(
    "The numbers of dx are added up without v: the measured slope goes along v, so each of them is multiplied by v first.",
    "dx의 수를 v 없이 더했습니다. 잰 기울기는 v 방향의 기울기이므로 dx에 v를 곱한 다음 더해야 합니다.",
)
def direction_forgotten(f, df, x, rng):
    x, dout, v = draws(f, x, rng)
    return relative(slope(f, x, v, dout), np.sum(df(x, dout)))


@GRAD_CHECK.mistake(
    "The result says only whether the two agree; return the relative error, a number from 0 to 1.",
    "두 수가 맞는지만 알려 줍니다. 0과 1 사이의 상대 오차를 반환하십시오.",
)
def truth_value(f, df, x, rng):
    x, dout, v = draws(f, x, rng)
    return bool(np.isclose(slope(f, x, v, dout), np.sum(v * df(x, dout)), atol=0))


@GRAD_CHECK.mistake(
    "x is moved in place and not put back: the caller's x is changed. Work on x + h v, a new array.",
    "x를 제자리에서 움직이고 되돌리지 않아 호출한 쪽의 x가 바뀝니다. 새 배열인 x + h v에서 계산하십시오.",
)
def moves_x(f, df, x, rng):
    kept, dout, v = draws(f, x.copy(), rng)
    error = relative(slope(f, kept, v, dout), np.sum(v * df(kept, dout)))
    x += np.asarray(1e-2 * v).astype(x.dtype)
    return error
