"""Objects that are asked after a run, and texts and ids."""

import numpy as np
from nnexam.model import Aspect, Case, Text, script
from nnref import graph

from tests.nnexam.kinds import exercise, title


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
