"""u22_sequence_project: what the checks ask, and what each aspect is worth."""

import string

import numpy as np
from nnref import embedding, sequence_loss, text

from nnexam.judges import Invariant
from nnexam.model import Aspect, Case, Exercise, Text, call, script

from .additions import additions, broken_additions
from .common import UNTOUCHED, numbers
from .sampling import GENERATE
from .seq2seq import SEQ2SEQ


def vocab_cases(rng):
    letters = "".join(rng.permutation(list(string.ascii_lowercase))[:6])
    words = "".join(rng.choice(list(letters), 12))
    few, ids, array = "cab!", rng.permutation([3, 4, 5, 6]), np.array([1, 5, 4, 2, 3])
    new = f"vocab = Vocab({letters + words!r})\n"
    in_order = Text(
        "Sort the different characters; the first one has the id 3.",
        "서로 다른 문자를 정렬합니다. 첫 문자의 id가 3입니다.",
    )
    length = Text("PAD, START and END have ids too.", "PAD, START, END도 id를 가집니다.")
    ends = Text(
        "decode stops at the first END; PAD and START are no characters.",
        "decode는 첫 END에서 멈춥니다. PAD와 START는 문자가 아닙니다.",
    )
    both = Text(
        "Two vocabularies at once: each has its own characters.", "어휘 두 개입니다. 저마다 자기 문자를 가집니다."
    )
    as_it_is = Text(
        "Every character counts as it is: large and small letters, blanks, line breaks, digits, Hangul.",
        "모든 문자를 있는 그대로 셉니다. 대문자와 소문자, 빈칸, 줄바꿈, 숫자, 한글이 모두 문자입니다.",
    )
    mixed = "text = 'Ba b\\n가 A9+\\n'\nvocab = Vocab(text)\nids = vocab.encode(text)"
    seed = int(rng.integers(10**6))
    return [
        Case("ids", script(new + f"ids = vocab.encode({words!r})", "ids"), in_order),
        Case("ids", script(f"vocab = Vocab({few!r})\nids = vocab.encode('abacab')", "ids"), in_order),
        Case("ids", script(new + "ids = vocab.encode('')", "len(ids)")),
        Case("ids", script(new + "size = len(vocab)", "size"), length),
        Case("ids", script(new + f"other = Vocab({'!' + letters!r})\nids = vocab.encode({words!r})", "ids"), both),
        Case("ids", script(mixed, "ids"), as_it_is),
        Case("text", script(f"vocab = Vocab({few!r})\ntext = vocab.decode(ids)", "text", ids=ids)),
        Case("text", script(f"vocab = Vocab({few!r})\ntext = vocab.decode([1, 5, 0, 4, 6, 2, 3, 2, 0])", "text"), ends),
        Case("text", script(new + f"text = vocab.decode(vocab.encode({words!r}))", "text")),
        Case("text", script(f"vocab = Vocab({few!r})\ntext = vocab.decode([2, 3])", "text"), ends),
        Case("text", script(f"vocab = Vocab({few!r})\ntext = vocab.decode(ids)", "text", ids=array), ends),
        Case("text", script(mixed, "vocab.decode(ids)"), as_it_is),
        additions(seed, 100, 1, 25),  # all there are
        additions(seed, 199, 2, 50, 0.25),  # 49.75 is rounded, not cut off
        additions(seed, 400, 3, 40),
        additions(seed, 201, 2, 50, 0.25),  # 50.25 and 150.75
        additions(seed, 200, 2, 0),
    ]


VOCAB = Exercise(
    "vocab",
    ("Vocab", "make_additions"),
    (
        Aspect("ids", 1, Text("encode and len", "encode와 len"), dtype=True),
        Aspect("text", 1, Text("decode", "decode")),
        Aspect("additions", 1, Text("make_additions", "make_additions"), judge=Invariant(broken_additions)),
    ),
    vocab_cases,
    {"Vocab": text.Vocab, "make_additions": text.make_additions},
)


def time_embedding_cases(rng):
    V, E = 6, 3
    W, ids = numbers(rng, V, E), np.concatenate([rng.permutation(4), [4, 4, 1, 1]]).reshape(4, 2)  # with 0
    dout = numbers(rng, 4, 2, E)
    new = "layer = TimeEmbedding(W)\n"
    back = new + "layer.forward(ids)\nlayer.backward(dout)"
    again = new + "layer.forward(0 * ids + 5)\nlayer.backward(dout)\nlayer.forward(ids)\nlayer.backward(dout)"
    later = new + "layer.forward(0 * ids)\nlayer.forward(ids)\nlayer.backward(dout)"
    kept = new + "dW = layer.grads[0]\nlayer.forward(ids)\nlayer.backward(dout)"
    learnt = new + "layer.params[0][...] = 2 * W + 1\nout = layer.forward(ids)"
    other = """
        layer, second = TimeEmbedding(W), TimeEmbedding(-W)
        layer.forward(ids)
        second.forward(0 * ids)
        layer.backward(dout)
    """
    all_different, single = np.array([[5, 0], [2, 3]]), np.array([[3]])
    rows = Text(
        "The row of each id: out[n, t] is W[ids[n, t]].", "id마다 그 행을 꺼냅니다. out[n, t]는 W[ids[n, t]]입니다."
    )
    apart = Text(
        "No id stands twice here: row k of dW is the gradient of the place where k stood, all other rows are 0.",
        "여기서는 id가 겹치지 않습니다. dW의 k번 행은 k가 있던 자리의 그래디언트이고, 나머지 행은 0입니다.",
    )
    repeated = Text(
        "Some ids stand more than once here: their row of dW is the sum over all these places.",
        "여기서는 여러 번 나오는 id가 있습니다. dW의 그 행은 그 자리들의 그래디언트를 모두 더한 것입니다.",
    )
    uncut = Text(
        "dout reaches ±120 here: nothing is cut off.", "여기서는 dout이 ±120까지 갑니다. 아무것도 자르지 않습니다."
    )
    anew = Text(
        "backward belongs to the last forward of its own layer, and writes the gradient anew.",
        "backward는 자기 층의 마지막 forward에 대한 것이고, 그래디언트를 새로 씁니다.",
    )
    given = {"W": W, "ids": ids, "dout": dout}
    return [
        Case("forward", script(new + "out = layer.forward(ids)", "out", W=W, ids=ids), rows),
        Case("forward", script(new + "out = layer.forward(ids)", "out", W=W, ids=single), rows),
        Case("forward", script(learnt, "out", W=W, ids=ids), rows),
        Case("apart", script(back, "layer.grads[0]", **{**given, "ids": all_different, "dout": dout[:2]}), apart),
        Case("apart", script(back, "layer.grads[0]", **{**given, "ids": single, "dout": dout[:1, :1]}), apart),
        Case("repeated", script(back, "layer.grads[0]", **given), repeated),
        Case("repeated", script(back, "layer.grads[0]", **{**given, "ids": 0 * ids + 2}), repeated),
        Case("repeated", script(back, "layer.grads[0]", **{**given, "dout": 100 * dout}), uncut),
        *(Case("again", script(lines, "layer.grads[0]", **given), anew) for lines in (again, later, other)),
        Case("kept", script(kept, ("dW", "layer.grads[0] is dW"), **given)),
        Case("untouched", script(back, "layer.grads[0]", **given)),
    ]


TIME_EMBEDDING = Exercise(
    "time_embedding",
    ("TimeEmbedding",),
    (
        Aspect("forward", 1, Text("forward: the rows of the ids", "forward: id의 행")),
        Aspect("apart", 0.5, Text("backward: ids that stand once", "backward: 한 번씩 나오는 id")),
        Aspect("repeated", 1, Text("backward: repeated ids", "backward: 여러 번 나오는 id")),
        Aspect("again", 0.5, Text("a second call, a second layer", "다시 부르기, 층 두 개")),
        Aspect("kept", 0.5, Text("grads keeps its array", "grads의 배열은 늘 같은 배열")),
        Aspect("untouched", 0.5, UNTOUCHED, effects=True, alone=True),
    ),
    time_embedding_cases,
    {"TimeEmbedding": embedding.TimeEmbedding},
)


def masked_softmax_loss_cases(rng):
    N, T, K = 3, 4, 5
    scores, t = numbers(rng, N, T, K), rng.integers(1, K, (N, T))
    t[0, 1] = 0  # a right id like any other
    whole = np.ones((N, T), bool)
    mask = np.arange(T) < np.array([[4], [1], [2]])
    padded = np.where(mask, t, 0)
    hole = np.array([[True, False, True, True], [False, False, False, False], [False, True, False, False]])
    large = 1000 * np.array([[[1.0, 0.0, -1.0, 0.5]], [[-1.0, 1.0, 0.0, -0.5]], [[-2.0, -4.0, -2.001, -3.0]]])
    of_large = np.array([[2], [1], [2]]), np.ones((3, 1), bool)
    name = "masked_softmax_loss"
    by_hand = Text(
        "Everything counts here: the mean over all N T tokens of log(sum of exp) - score of the right id.",
        "여기서는 모두 셉니다. N T개 토큰마다 log(exp의 합) - 정답 점수를 구해 평균합니다.",
    )
    one = Text("A single token of the first sequence counts here.", "여기서는 첫 시퀀스의 토큰 하나만 셉니다.")
    lengths = Text(
        "Sequences of lengths 4, 1 and 2: 7 tokens count. Divide by 7, for the loss and for the gradient.",
        "길이가 4, 1, 2인 시퀀스입니다. 세는 토큰은 7개입니다. 손실도 그래디언트도 7로 나눕니다.",
    )
    holes = Text(
        "The mask decides, wherever it is False: also in the middle, or for a whole sequence.",
        "mask가 False인 곳은 가운데든 시퀀스 전체든 세지 않습니다.",
    )
    far = Text(
        "Scores of ±1000: subtract the largest of each token first. A right id 2000 below it has the loss 2000, not inf.",
        "점수가 ±1000입니다. 토큰마다 가장 큰 점수를 먼저 빼십시오. 정답 점수가 그보다 2000 작으면 손실은 inf가 아니라 2000입니다.",
    )
    first = Text(
        "Each sequence has one token here: 3 tokens count.",
        "여기서는 시퀀스마다 토큰이 하나입니다. 세는 토큰은 3개입니다.",
    )
    two = ("loss", "gradient")
    return [
        Case(two, call(name, scores, t, whole), by_hand),
        Case(two, call(name, scores[:1, :1], t[:1, :1], whole[:1, :1]), one),
        Case(("padding", "padding_gradient"), call(name, scores, padded, mask), lengths),
        Case(("padding", "padding_gradient"), call(name, scores, padded, mask & (np.arange(T) < 1)), first),
        Case(("padding", "padding_gradient"), call(name, scores, np.where(hole, t, 0), hole), holes),
        Case("large", call(name, large, *of_large), far),
        Case("untouched", call(name, scores, padded, mask)),
    ]


MASKED_SOFTMAX_LOSS = Exercise(
    "masked_softmax_loss",
    ("masked_softmax_loss",),
    (
        Aspect("loss", 0.5, Text("the loss where all tokens count", "모두 셀 때의 손실"), part=0),
        Aspect("gradient", 1, Text("the gradient where all tokens count", "모두 셀 때의 그래디언트"), part=1),
        Aspect("padding", 1, Text("the loss beside padding", "패딩이 있을 때의 손실"), part=0),
        Aspect("padding_gradient", 0.5, Text("the gradient beside padding", "패딩이 있을 때의 그래디언트"), part=1),
        Aspect("large", 0.5, Text("stable at ±1000", "±1000에서도 안정적")),
        Aspect("untouched", 0.5, UNTOUCHED, effects=True, alone=True),
    ),
    masked_softmax_loss_cases,
    {"masked_softmax_loss": sequence_loss.masked_softmax_loss},
)


def perplexity_of(p, mask):
    """As nnref.sequence_loss.perplexity, from the probabilities of the right tokens instead of scores."""
    with np.errstate(divide="ignore", over="ignore"):
        return np.exp(-np.mean(np.log(p[mask])))


def perplexity_cases(rng):
    p = rng.uniform(0.05, 0.9, (3, 4)).round(3)
    mask = np.arange(4) < np.array([[4], [1], [2]])
    whole = np.ones((3, 4), bool)
    even = np.full((2, 5), 0.125)
    never, sure = p.copy(), np.ones((1, 3))
    never[0, 2] = 0.0
    beside = np.where(mask, p, 0.0)
    by_hand = Text(
        "Take it by hand: the mean of -log p (natural logarithm), and exp of it.",
        "손으로 계산해 보십시오. -log p(자연로그)의 평균을 구하고 exp를 취합니다.",
    )
    level = Text(
        "Every token had the probability 1/8 here: the perplexity is 8.",
        "여기서는 모든 토큰의 확률이 1/8이므로 퍼플렉시티는 8입니다.",
    )
    lengths = Text(
        "Sequences of lengths 4, 1 and 2: the mean runs over 7 tokens.",
        "길이가 4, 1, 2인 시퀀스입니다. 토큰 7개로 평균을 냅니다.",
    )
    hole = np.array([[True, False, True, True], [False, False, False, False], [False, True, False, False]])
    holes = Text(
        "The mask decides, wherever it is False: also in the middle, or for a whole sequence.",
        "mask가 False인 곳은 가운데든 시퀀스 전체든 세지 않습니다.",
    )
    zeros = Text(
        "The padding has the probability 0 here; it does not count, so nothing may become nan or inf.",
        "여기서는 패딩의 확률이 0입니다. 세지 않으므로 nan이나 inf가 되면 안 됩니다.",
    )
    surprise = Text(
        "A token that counts had the probability 0: the perplexity is infinite, np.inf.",
        "세는 토큰의 확률이 0입니다. 퍼플렉시티는 무한대, 곧 np.inf입니다.",
    )
    long = Text(
        "600 tokens count here. Their product is too small for a float and becomes 0; the sum of their logarithms does not.",
        "여기서는 토큰 600개를 셉니다. 확률의 곱은 너무 작아 0이 되어 버리지만, 로그의 합은 괜찮습니다.",
    )
    many = np.resize([0.02, 0.1, 0.05], (2, 300))
    name = "perplexity"
    return [
        Case("values", call(name, p, whole), by_hand),
        Case("values", call(name, even, np.ones((2, 5), bool)), level),
        Case("values", call(name, sure, np.ones((1, 3), bool)), by_hand),
        Case("padding", call(name, p, mask), lengths),
        Case("padding", call(name, beside, mask), zeros),
        Case("padding", call(name, p, hole), holes),
        Case("zero", call(name, never, whole), surprise),
        Case("zero", call(name, many, np.ones((2, 300), bool)), long),
    ]


PERPLEXITY = Exercise(
    "perplexity",
    ("perplexity",),
    (
        Aspect("values", 1.5, Text("values; inputs left untouched", "값(입력은 그대로)"), effects=True),
        Aspect("padding", 1, Text("padding does not count", "패딩은 세지 않음"), effects=True),
        Aspect("zero", 0.5, Text("a token of probability 0; many tokens", "확률이 0인 토큰, 많은 토큰")),
    ),
    perplexity_cases,
    {"perplexity": perplexity_of},
)

EXERCISES = (VOCAB, TIME_EMBEDDING, MASKED_SOFTMAX_LOSS, SEQ2SEQ, PERPLEXITY, GENERATE)
