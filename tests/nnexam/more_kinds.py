"""The other kinds of exercises: trained models, graphs, texts, sets, histories, functions of functions, errors."""

import numpy as np
from nnexam.judges import AnyOrder, Score, accuracy
from nnexam.model import Aspect, Case, Text, call, script
from nnref import graph
from nnref.convolution_loops import conv_output_size
from nnref.gradient_check import numerical_gradient
from nnref.optimizers import gradient_descent

from tests.nnexam.kinds import exercise, title

# A trained model: scored on labels that never leave the examiner.


def blobs(rng, N):
    """Two clouds of points in the plane, and which cloud each point is from."""
    y = rng.permutation(np.resize([0, 1], N))
    return rng.normal(size=(N, 2)) + 5.0 * y[:, None], y


def train_cases(rng):
    X, y = blobs(rng, 60)
    unseen, labels = blobs(rng, 200)
    question = script("predict = train(X, y)", "predict(unseen)", X=X, y=y, unseen=unseen)
    return [Case(("low", "high"), question, secret={"labels": labels})]


ACCURACY = Text("The accuracy", "정확도")

TRAIN = exercise(
    "trained model",
    "train",
    ("train",),
    (
        Aspect("low", 3, title("70 %"), judge=Score(ACCURACY, accuracy, 0.7)),
        Aspect("high", 3, title("95 %"), judge=Score(ACCURACY, accuracy, 0.95)),
    ),
    train_cases,
    {"train": lambda X, y: lambda Z: (Z.sum(axis=1) > X.sum(axis=1).mean()).astype(int)},
)


@TRAIN.mistake("The classes are exchanged.", "클래스가 뒤바뀌었습니다.", named=False)
def exchanged(X, y):
    return lambda Z: (Z.sum(axis=1) < X.sum(axis=1).mean()).astype(int)


@TRAIN.mistake("The border is in the wrong place.", "경계가 틀렸습니다.", named=False)
def half_right(X, y):
    return lambda Z: (Z.sum(axis=1) > X.sum(axis=1).mean() - 4).astype(int)


def nearest_neighbour(X, y):
    return lambda Z: [int(y[np.argmin(((X - z) ** 2).sum(axis=1))]) for z in Z]


TRAIN.alternative(nearest_neighbour)


# A graph of objects: asked for attributes after a run.


def mul_cases(rng):
    x, y, dout = (float(value) for value in rng.uniform(1, 3, 3).round(2) * [1, -1, 2])
    lines = "node = Mul()\nout = node.forward(x, y)\ndx, dy = node.backward(dout)"
    square = "node = Mul()\nout = node.forward(x, x)\ndx, dy = node.backward(1.0)"
    same = Text("Both inputs are the same number here.", "여기서는 두 입력이 같습니다.")
    return [
        Case("out", script(lines, "out", x=x, y=y, dout=dout)),
        Case("grads", script(lines, ("dx", "dy"), x=x, y=y, dout=dout)),
        Case("grads", script(square, ("dx", "dy"), x=x), same),
    ]


MUL = exercise(
    "graph node",
    "mul",
    ("Mul",),
    (Aspect("out", 1, title("forward")), Aspect("grads", 2, title("backward"))),
    mul_cases,
    {"Mul": graph.Mul},
)


class MulOf:
    def forward(self, x, y):
        self.x, self.y = x, y
        return x * y

    def backward(self, dout):
        return dout * self.y, dout * self.x


@MUL.mistake("Each input gets its own value instead of its partner's.", "상대방이 아니라 자기 값을 곱했습니다.")
class Swapped(MulOf):
    def backward(self, dout):
        return dout * self.x, dout * self.y


@MUL.mistake("The upstream gradient is ignored.", "위에서 온 기울기를 무시했습니다.")
class IgnoresUpstream(MulOf):
    def backward(self, dout):
        return self.y, self.x


MUL.alternative(MulOf)


# Text and ids.


class VocabOf:
    def __init__(self, text):
        self.chars = sorted(set(text))

    def encode(self, text):
        return [self.chars.index(c) for c in text]

    def decode(self, ids):
        return "".join(self.chars[i] for i in ids)


def vocab_cases(rng):
    word = "".join(rng.permutation(list("neuron net")))
    lines = f"vocab = Vocab({word!r})"
    return [
        Case("ids", script(lines, ("vocab.encode('tone')", "len(set(vocab.encode('neurot ')))"))),
        Case("text", script(lines, "vocab.decode([1, 2, 0, 3])")),
    ]


VOCAB = exercise(
    "text and ids",
    "vocab",
    ("Vocab",),
    (Aspect("ids", 1, title("encode")), Aspect("text", 1, title("decode"))),
    vocab_cases,
    {"Vocab": VocabOf},
)


@VOCAB.mistake("Ids begin at 1.", "id가 1부터 시작합니다.")
class FromOne(VocabOf):
    def encode(self, text):
        return [i + 1 for i in super().encode(text)]


@VOCAB.mistake("decode returns a list.", "decode가 리스트를 반환합니다.")
class ReturnsList(VocabOf):
    def decode(self, ids):
        return [self.chars[i] for i in ids]


class VocabByDict(VocabOf):
    def __init__(self, text):
        super().__init__(text)
        self.ids = {c: i for i, c in enumerate(self.chars)}

    def encode(self, text):
        return np.array([self.ids[c] for c in text])


VOCAB.alternative(VocabByDict)


# Sets: pairs of indices whose order is free.


def overlapping(a, b):
    """Return the pairs (i, j) of intervals a[i], b[j] that overlap."""
    i, j = np.nonzero((a[:, None, 0] < b[None, :, 1]) & (b[None, :, 0] < a[:, None, 1]))
    return np.stack([i, j], axis=1)


def overlap_cases(rng):
    ends = rng.permutation(np.arange(10.0)).reshape(5, 2)  # all different: none only touch
    a, b = np.sort(ends[:3], axis=1), np.sort(ends[3:], axis=1)
    a[2], b[0] = (-2.0, 1.5), (-1.0, 0.5)  # these two overlap in any case
    touching = np.array([[0.0, 5.0]]), np.array([[5.0, 9.0], [4.0, 6.0]])
    hint = Text("Two intervals only touch here.", "여기서는 두 구간이 맞닿기만 합니다.")
    return [Case("pairs", call("overlapping", a, b)), Case("touch", call("overlapping", *touching), hint)]


OVERLAPPING = exercise(
    "index set",
    "overlapping",
    ("overlapping",),
    (
        Aspect("pairs", 1, title("pairs"), judge=AnyOrder(), effects=True),
        Aspect("touch", 1, title("touching"), judge=AnyOrder()),
    ),
    overlap_cases,
    {"overlapping": overlapping},
)


@OVERLAPPING.mistake("Intervals that only touch are counted.", "맞닿은 구간도 세었습니다.")
def counts_touching(a, b):
    return [(i, j) for i, x in enumerate(a) for j, y in enumerate(b) if x[0] <= y[1] and y[0] <= x[1]]


@OVERLAPPING.mistake("The pairs are (j, i).", "쌍의 순서가 (j, i)입니다.")
def swapped_pairs(a, b):
    return overlapping(a, b)[:, ::-1]


def by_loops(a, b):
    pairs = [(i, j) for j in range(len(b)) for i in range(len(a))]
    return [(i, j) for i, j in pairs if max(a[i][0], b[j][0]) < min(a[i][1], b[j][1])]


OVERLAPPING.alternative(by_loops)


# A history, and a function that takes functions.


def path_cases(rng):
    x0 = rng.uniform(1, 2, 2).round(2)
    lines = "path = gradient_descent(lambda x: 2 * x * [1.0, 4.0], x0, 0.1, 3)"
    return [Case(("path", "untouched"), script(lines, "path", x0=x0))]


PATH = exercise(
    "history",
    "gradient_descent",
    ("gradient_descent",),
    (
        Aspect("path", 2, title("path")),
        Aspect("untouched", 1, title("x0 untouched"), effects=True, alone=True),
    ),
    path_cases,
    {"gradient_descent": gradient_descent},
)


@PATH.mistake("All entries are the same array.", "모두 같은 배열입니다.")
def aliased(f_grad, x0, lr, steps):
    x, path = np.array(x0), []
    path.append(x)
    for _ in range(steps):
        x -= lr * f_grad(x)
        path.append(x)
    return path


@PATH.mistake("The start is missing.", "시작점이 빠졌습니다.")
def without_start(f_grad, x0, lr, steps):
    return gradient_descent(f_grad, x0, lr, steps)[1:]


def recursive(f_grad, x0, lr, steps):
    return [x0] if steps == 0 else [x0, *recursive(f_grad, x0 - lr * f_grad(x0), lr, steps - 1)]


PATH.alternative(recursive)


def gradient_cases(rng):
    x, whole = rng.uniform(1, 2, (2, 3)), np.array([3, -1, 2])
    lines = "g = numerical_gradient(lambda x: np.sum(x ** 3), x, 1e-4)"
    kind = Text("x holds whole numbers here.", "여기서는 x가 정수입니다.")
    return [Case("values", script(lines, "g", x=x)), Case("whole", script(lines, "g", x=whole), kind)]


GRADIENT = exercise(
    "function of functions",
    "numerical_gradient",
    ("numerical_gradient",),
    (Aspect("values", 2, title("values"), effects=True), Aspect("whole", 2, title("whole numbers"))),
    gradient_cases,
    {"numerical_gradient": numerical_gradient},
)


def differences(f, x, h, step):
    x = np.array(x, float)
    gradient = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        e = np.zeros_like(x)
        e[i] = 1
        gradient[i] = step(f, x, e, h)
    return gradient


@GRADIENT.mistake("Divides by h instead of 2h.", "2h가 아니라 h로 나누었습니다.")
def divides_by_h(f, x, h):
    return differences(f, x, h, lambda f, x, e, h: (f(x + h * e) - f(x - h * e)) / h)


@GRADIENT.mistake("The difference is one-sided.", "한쪽 차분입니다.")
def one_sided(f, x, h):
    return differences(f, x, h, lambda f, x, e, h: (f(x + h * e) - f(x)) / h)


GRADIENT.alternative(lambda f, x, h: differences(f, x, h, lambda f, x, e, h: (f(x + h * e) - f(x - h * e)) / (2 * h)))


# An error is the right answer.


def size_cases(rng):
    n, k = 2 * int(rng.integers(3, 6)) + 1, 3
    large = Text("The kernel is larger than the padded input here.", "여기서는 커널이 입력보다 큽니다.")
    return [
        Case("values", call("conv_output_size", n, k, 2, 1)),
        Case("error", call("conv_output_size", 3, 6, 1, 1), large),
    ]


SIZE = exercise(
    "expected error",
    "conv_output_size",
    ("conv_output_size",),
    (Aspect("values", 2, title("values")), Aspect("error", 1, title("a kernel too large"))),
    size_cases,
    {"conv_output_size": conv_output_size},
)


@SIZE.mistake("A kernel that does not fit gives a size.", "맞지 않는 커널에도 크기를 냅니다.")
def never_raises(n, k, stride, pad):
    return (n + 2 * pad - k) // stride + 1


@SIZE.mistake("The padding counts once.", "패딩을 한 번만 더했습니다.")
def pads_once(n, k, stride, pad):
    if k > n + pad:
        raise ValueError
    return (n + pad - k) // stride + 1


def counted(n, k, stride, pad):
    if k > n + 2 * pad:
        raise ValueError("no window fits")
    return len(range(0, n + 2 * pad - k + 1, stride))


SIZE.alternative(counted)
