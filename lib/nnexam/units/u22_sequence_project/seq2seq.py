"""Seq2Seq: the cases, and the reference without embeddings."""

import numpy as np
from nnref import seq2seq as ref

from nnexam.model import Aspect, Case, Exercise, Text, script

from .common import UNTOUCHED, numbers


class _Scores:
    """In the place of a loss: hands the scores on, and their gradient back."""

    def forward(self, scores, target):
        return scores

    def backward(self, dscores):
        return dscores


class OneHotSeq2Seq(ref.Seq2Seq):
    """The reference without embeddings, as the unit asks for it: ids become one-hot rows, and scores come out."""

    def __init__(self, V, H, rng, dtype=np.float32):
        super().__init__(V, V, H, rng, dtype)
        embed, given = self.encoder.layers[0], self.decoder.layers[0]
        for layer in (embed, given):
            layer.params[0][...] = np.eye(V)
        layers = (self.read, self.write, self.decoder.layers[2])
        self.params = [p for layer in layers for p in layer.params]
        self.grads = [g for layer in layers for g in layer.grads]
        self.loss = _Scores()


def seq2seq_cases(rng):
    V, H, N, S, T = 6, 3, 2, 5, 4
    shapes = [(V, 4 * H), (H, 4 * H), (4 * H,)] * 2 + [(H, V), (V,)]
    given = {f"w{i}": numbers(rng, *shape) for i, shape in enumerate(shapes)}
    source, target = rng.integers(3, V, (N, S)), rng.integers(3, V, (N, T))
    target[0] = *rng.permutation([0, 2, 3]), 4  # all different, no 5: one place too early or too late must show
    source[1, :2] = 0  # filled up in front
    given |= {"source": source, "target": target}
    dscores = numbers(rng, N, T, V) / 2  # so small that no gradient reaches 5
    new = f"model = Seq2Seq({V}, {H}, np.random.default_rng(0), np.float64)\n"
    weights = ", ".join(f"w{i}" for i in range(8))
    fill = f"weights = [{weights}]\nfor p, w in zip(model.params, weights): p[...] = w\n"
    start = new + fill
    forward = start + "scores = model.forward(source, target)"
    back = forward + "\nmodel.backward(dscores)"
    last = "scores = model.forward(source, target)\nmodel.backward({}dscores)\n"
    again = start + "model.forward(source[:, ::-1], target)\n" + last.format("2 * ") + "model.backward(dscores)"
    other = "second.forward(source[:, ::-1], target)\n"
    between = other + "scores = model.forward(source, target)\n" + other
    pair = start + new.replace("model", "second") + between + "model.backward(dscores)"
    other_size = start + "model.forward(source[:1], target[:1])\n" + last.format("")
    late = forward + "\ntarget[:, -1] = 5\nchange = model.forward(source, target) - scores"
    deaf = {**given, "w0": 0 * given["w0"], "w1": 0 * given["w1"], "w2": 0 * given["w2"]}
    one = {**given, "source": source[:1, :1], "target": target[:1, :1], "dscores": dscores[:1, :1]}
    full, steep = {**given, "dscores": dscores}, {**given, "dscores": 200 * dscores}
    by_hand = Text(
        "The writer starts with h and c of the reader's last step. It reads START, target[:, 0], ...",
        "쓰는 LSTM은 읽는 LSTM의 마지막 h와 c에서 시작합니다. 입력은 START, target[:, 0], ... 순서입니다.",
    )
    seen = Text(
        "Only the last id of target was changed: no score may change, since it is the answer and not an input.",
        "target의 마지막 id만 바꾸었습니다. 그것은 정답일 뿐 입력이 아니므로 점수는 그대로여야 합니다.",
    )
    silent = Text(
        "The reader's weights are 0 here: its states are 0.", "여기서는 읽는 LSTM의 가중치가 0이어서 상태도 0입니다."
    )
    single = Text("One sequence of one id, and one id to write.", "id 하나를 읽고 id 하나를 씁니다.")
    order = Text(
        "Backward through the head, then through the writer: writer.backward(head.backward(dscores)).",
        "head, 그다음 쓰는 LSTM의 순서로 거꾸로 갑니다. writer.backward(head.backward(dscores))입니다.",
    )
    bridge = Text(
        "The reader gets writer.dh0 at its last step, zeros at all others, and writer.dc0 for its last cell.",
        "읽는 LSTM은 마지막 시점에서 writer.dh0을, 다른 시점에서 0을, 마지막 셀로 writer.dc0을 받습니다.",
    )
    uncut = Text(
        "dscores reaches ±120 here: nothing is cut off on the way back.",
        "여기서는 dscores가 ±120까지 갑니다. 되돌아오는 길에 아무것도 자르지 않습니다.",
    )
    clean = Text(
        "Other sequences, and another model, went before: nothing of them may be left.",
        "앞에서 다른 시퀀스와 다른 모델을 썼습니다. 그 흔적이 남으면 안 됩니다.",
    )
    writer, reader = "[g.copy() for g in model.grads[3:]]", "[g.copy() for g in model.grads[:3]]"
    return [
        Case("forward", script(forward, "scores", **given), by_hand),
        Case("forward", script(forward, "scores", **deaf), silent),
        Case("forward", script(forward, "scores", **{k: one[k] for k in given}), single),
        Case("shift", script(late, "change", **given), seen),
        *(Case("writer", script(back, writer, **case), order) for case in (full, one)),
        *(Case("reader", script(back, reader, **case), bridge) for case in (full, one)),
        *(Case(name, script(back, part, **steep), uncut) for name, part in (("writer", writer), ("reader", reader))),
        *(
            Case("again", script(lines, ("scores", "model.grads"), **full), clean)
            for lines in (again, pair, other_size)
        ),
        Case("untouched", script(back, ("scores", "model.grads"), **full)),
    ]


SEQ2SEQ = Exercise(
    "seq2seq",
    ("Seq2Seq",),
    (
        Aspect("forward", 1.5, Text("forward: the scores", "forward: 점수")),
        Aspect("shift", 1, Text("the answer is not shown beforehand", "정답을 미리 보여 주지 않음")),
        Aspect("writer", 1, Text("backward: gradients of writer and head", "backward: writer와 head의 그래디언트")),
        Aspect("reader", 1.5, Text("backward: gradients of the reader", "backward: reader의 그래디언트")),
        Aspect("again", 0.5, Text("a second call, a second model", "다시 부르기, 모델 두 개")),
        Aspect("untouched", 0.5, UNTOUCHED, effects=True, alone=True),
    ),
    seq2seq_cases,
    {"Seq2Seq": OneHotSeq2Seq},
)
