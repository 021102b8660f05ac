"""u22_sequence_project: the mistakes that students really make, each with what to look at.

Each is written as a student would write it; the demonstration class is drawn from them.
"""

import numpy as np
from nnref.lstm import TimeLSTM, lstm_weights
from nnref.time_affine import TimeAffine

from .exercises import GENERATE, MASKED_SOFTMAX_LOSS, PERPLEXITY, SEQ2SEQ, TIME_EMBEDDING, VOCAB

PAD, START, END = 0, 1, 2


class VocabOf:
    def __init__(self, text):
        self.characters = sorted(set(text))
        self.ids = {c: i + 3 for i, c in enumerate(self.characters)}

    def __len__(self):
        return len(self.characters) + 3

    def encode(self, text):
        return np.array([self.ids[c] for c in text], dtype=int)

    def decode(self, ids):
        text = ""
        for k in ids:
            if k == END:
                break
            if k > END:
                text += self.characters[k - 3]
        return text


@VOCAB.mistake(
    "The characters begin at the id 0, which is PAD already: two meanings for one id. Begin at 3.",
    "문자의 id가 0부터 시작합니다. 0은 이미 PAD이므로 id 하나에 뜻이 둘이 됩니다. 3부터 시작하십시오.",
)
class IdsFromZero(VocabOf):
    def __init__(self, text):
        self.characters = sorted(set(text))
        self.ids = {c: i for i, c in enumerate(self.characters)}


@VOCAB.mistake(
    "The characters begin at the id 2, which is END already. Begin at 3.",
    "문자의 id가 2부터 시작합니다. 2는 이미 END입니다. 3부터 시작하십시오.",
)
class IdsFromTwo(VocabOf):
    def __init__(self, text):
        self.characters = sorted(set(text))
        self.ids = {c: i for i, c in enumerate(self.characters, start=END)}


@VOCAB.mistake(
    "The characters stand in the order of the text, not sorted: the same letters in another order get other ids.",
    "문자를 정렬하지 않고 글에 나온 순서대로 두었습니다. 같은 문자라도 순서가 다르면 id가 달라집니다.",
)
class NotSorted(VocabOf):
    def __init__(self, text):
        self.characters = list(dict.fromkeys(text))
        self.ids = {c: i + 3 for i, c in enumerate(self.characters)}


@VOCAB.mistake(
    "A character that stands several times in the text is counted several times. set(text) keeps each once.",
    "글에 여러 번 나오는 문자를 여러 번 셌습니다. set(text)를 쓰면 하나씩만 남습니다.",
)
class CountsRepeated(VocabOf):
    def __init__(self, text):
        self.characters = sorted(text)
        self.ids = {c: i + 3 for i, c in enumerate(self.characters)}


@VOCAB.mistake(
    "len counts the characters only: PAD, START and END have ids too.",
    "len이 문자만 셉니다. PAD, START, END도 id를 가집니다.",
)
class LenWithoutSpecial(VocabOf):
    def __len__(self):
        return len(self.characters)


@VOCAB.mistake(
    "The dict of ids belongs to the class, so a second vocabulary adds to the first. Make it in __init__, as self.ids.",
    "id의 딕셔너리가 클래스에 있어서 두 번째 어휘가 첫 번째에 섞입니다. __init__에서 self.ids로 만드십시오.",
)
class OneDictForAll(VocabOf):
    ids = {}

    def __init__(self, text):
        self.characters = sorted(set(text))
        for i, c in enumerate(self.characters):
            self.ids[c] = i + 3


@VOCAB.mistake(
    "decode goes on after END: what follows END is not part of the text.",
    "decode가 END 뒤에도 계속합니다. END 뒤는 글이 아닙니다.",
)
class GoesOnAfterEnd(VocabOf):
    def decode(self, ids):
        return "".join(self.characters[k - 3] for k in ids if k > END)


@VOCAB.mistake(
    "decode stops at PAD. Only END ends the text; PAD and START are skipped.",
    "decode가 PAD에서 멈춥니다. 글을 끝내는 것은 END뿐이고, PAD와 START는 건너뜁니다.",
)
class StopsAtPad(VocabOf):
    def decode(self, ids):
        text = ""
        for k in ids:
            if k in (PAD, END):
                break
            if k > END:
                text += self.characters[k - 3]
        return text


@VOCAB.mistake(
    "decode works for a list only: an array has no index(). Walk through the ids in a loop, or begin with ids = list(ids).",
    "decode가 리스트만 받습니다. 배열에는 index()가 없습니다. 반복문으로 id를 하나씩 보거나 ids = list(ids)로 시작하십시오.",
)
class DecodesListsOnly(VocabOf):
    def decode(self, ids):
        if END in ids:
            ids = ids[: ids.index(END)]
        return "".join(self.characters[k - 3] for k in ids if k > END)


@VOCAB.mistake(
    "decode turns PAD and START into letters: characters[0 - 3] is the third from the end in Python, without an error.",
    "decode가 PAD와 START를 글자로 바꿉니다. 파이썬에서 characters[0 - 3]은 오류 없이 뒤에서 세 번째 글자입니다.",
)
class SpecialIdsAreLetters(VocabOf):
    def decode(self, ids):
        text = ""
        for k in ids:
            if k == END:
                break
            text += self.characters[k - 3]
        return text


@VOCAB.mistake(
    'decode returns a list of characters; a text is one str: "".join(...).',
    'decode가 문자의 리스트를 반환합니다. 글은 문자열 하나입니다. "".join(...)을 쓰십시오.',
)
class DecodesToList(VocabOf):
    def decode(self, ids):
        return list(super().decode(ids))


@VOCAB.mistake(
    "The text is changed to small letters first: every character counts as it is.",
    "텍스트를 먼저 소문자로 바꾸었습니다. 모든 문자를 있는 그대로 셉니다.",
)
class SmallLettersOnly(VocabOf):
    def __init__(self, text):
        super().__init__(text.lower())

    def encode(self, text):
        return super().encode(text.lower())


@VOCAB.mistake(
    "Blanks and line breaks are dropped from the text first: they are characters too. Every character counts as it is.",
    "텍스트에서 빈칸과 줄바꿈을 먼저 없앴습니다. 빈칸과 줄바꿈도 문자입니다. 모든 문자를 있는 그대로 셉니다.",
)
class BlanksDropped(VocabOf):
    def __init__(self, text):
        super().__init__("".join(text.split()))

    def encode(self, text):
        return super().encode("".join(text.split()))


@VOCAB.mistake(
    "The ids are floats and cannot be an index: np.zeros(n, dtype=int).",
    "id가 실수라서 인덱스로 쓸 수 없습니다. np.zeros(n, dtype=int)입니다.",
)
class EncodesFloats(VocabOf):
    def encode(self, text):
        ids = np.zeros(len(text))
        for n, c in enumerate(text):
            ids[n] = self.ids[c]
        return ids

    def decode(self, ids):
        return super().decode([int(k) for k in ids])


def pair(a, b):
    return f"{a}+{b}", str(a + b)


@VOCAB.mistake(
    "The numbers are drawn one by one, so the same question comes again: twice in a list, or in both lists.",
    "수를 하나씩 뽑아서 같은 질문이 다시 나옵니다. 한 리스트에 두 번, 또는 두 리스트 모두에 들어갑니다.",
    subject="make_additions",
)
def draws_with_repeats(rng, N, digits=2, test=0.1):
    a, b = rng.integers(0, 10**digits, (2, N))
    pairs = [pair(i, j) for i, j in zip(a, b)]
    cut = N - round(N * test)
    return pairs[:cut], pairs[cut:]


@VOCAB.mistake(
    "The test questions are drawn from all questions, and stay in the training list too.",
    "테스트 질문을 전체에서 뽑고 학습 리스트에도 그대로 남겼습니다.",
    subject="make_additions",
)
def test_stays_in_training(rng, N, digits=2, test=0.1):
    numbers = rng.choice(10 ** (2 * digits), N, replace=False)
    pairs = [pair(int(k) // 10**digits, int(k) % 10**digits) for k in numbers]
    return pairs, [pairs[k] for k in rng.choice(N, round(N * test), replace=False)]


@VOCAB.mistake(
    "The questions are filled up with blanks. Padding belongs to the batch, with the id PAD, not to the text.",
    "질문을 빈칸으로 채웠습니다. 패딩은 글이 아니라 배치를 만들 때 id PAD로 합니다.",
    subject="make_additions",
)
def padded_with_blanks(rng, N, digits=2, test=0.1):
    numbers = rng.choice(10 ** (2 * digits), N, replace=False)
    pairs = [pair(int(k) // 10**digits, int(k) % 10**digits) for k in numbers]
    pairs = [(f"{q:<{2 * digits + 1}}", f"{a:<{digits + 1}}") for q, a in pairs]
    cut = N - round(N * test)
    return pairs[:cut], pairs[cut:]


@VOCAB.mistake(
    'The summands are filled up with zeros, such as "07+85".',
    '"07+85"처럼 더하는 수 앞에 0을 붙였습니다.',
    subject="make_additions",
)
def zeros_in_front(rng, N, digits=2, test=0.1):
    numbers = rng.choice(10 ** (2 * digits), N, replace=False)
    text = [str(k).zfill(2 * digits) for k in numbers]
    pairs = [(f"{k[:digits]}+{k[digits:]}", str(int(k[:digits]) + int(k[digits:]))) for k in text]
    pairs = [(q if digits > 1 else f"0{q}", a) for q, a in pairs]
    cut = N - round(N * test)
    return pairs[:cut], pairs[cut:]


@VOCAB.mistake(
    "The answer is a number; the network writes characters: str(a + b).",
    "답이 수입니다. 신경망은 문자를 씁니다. str(a + b)로 하십시오.",
    subject="make_additions",
)
def answers_are_numbers(rng, N, digits=2, test=0.1):
    numbers = rng.choice(10 ** (2 * digits), N, replace=False).tolist()
    pairs = [(f"{k // 10**digits}+{k % 10**digits}", k // 10**digits + k % 10**digits) for k in numbers]
    cut = N - round(N * test)
    return pairs[:cut], pairs[cut:]


@VOCAB.mistake(
    "The two digits of a pair were put side by side, not added: str(a) + str(b).",
    "두 수를 더하지 않고 이어 붙였습니다. str(a) + str(b)가 되었습니다.",
    subject="make_additions",
)
def joined_not_added(rng, N, digits=2, test=0.1):
    numbers = rng.choice(10 ** (2 * digits), N, replace=False).tolist()
    pairs = [(f"{k // 10**digits}+{k % 10**digits}", f"{k // 10**digits}{k % 10**digits}") for k in numbers]
    cut = N - round(N * test)
    return pairs[:cut], pairs[cut:]


@VOCAB.mistake(
    "The questions stand in order, or in the order of a set, and are cut at one end: training and test hold different "
    "kinds of sums.",
    "질문을 크기 순서나 set의 순서대로 늘어놓고 한쪽 끝을 잘랐습니다. 학습과 테스트에 서로 다른 종류의 덧셈이 들어갑니다.",
    subject="make_additions",
)
def not_shuffled(rng, N, digits=2, test=0.1):
    numbers = sorted(rng.choice(10 ** (2 * digits), N, replace=False).tolist())
    pairs = [pair(k // 10**digits, k % 10**digits) for k in numbers]
    cut = N - round(N * test)
    return pairs[:cut], pairs[cut:]


@VOCAB.mistake(
    "NumPy's global generator is used: the lists do not depend on the rng that was handed over.",
    "NumPy의 전역 난수 생성기를 썼습니다. 결과가 넘겨받은 rng에 따라 정해지지 않습니다.",
    subject="make_additions",
)
def global_generator(rng, N, digits=2, test=0.1):
    numbers = np.random.permutation(10 ** (2 * digits))[:N].tolist()
    pairs = [pair(k // 10**digits, k % 10**digits) for k in numbers]
    cut = N - round(N * test)
    return pairs[:cut], pairs[cut:]


@VOCAB.mistake(
    "`test` is a share of all N questions: with N = 60 and test = 0.25 the second list has 15. Here it is the share left for training.",
    "test는 전체 N개 가운데 두 번째 리스트의 비율입니다. N이 60, test가 0.25이면 15개입니다. 학습에 남길 비율로 썼습니다.",
    subject="make_additions",
)
def share_of_training(rng, N, digits=2, test=0.1):
    numbers = rng.choice(10 ** (2 * digits), N, replace=False).tolist()
    pairs = [pair(k // 10**digits, k % 10**digits) for k in numbers]
    cut = round(N * test)
    return pairs[:cut], pairs[cut:]


@VOCAB.mistake(
    "int cuts the number of test pairs off: int(49.75) is 49. The second list has round(N * test) pairs.",
    "int가 테스트 짝의 수에서 소수점 아래를 버립니다. int(49.75)는 49입니다. 두 번째 리스트는 round(N * test)개입니다.",
    subject="make_additions",
)
def share_cut_off(rng, N, digits=2, test=0.1):
    numbers = rng.choice(10 ** (2 * digits), N, replace=False).tolist()
    pairs = [pair(k // 10**digits, k % 10**digits) for k in numbers]
    cut = N - int(N * test)
    return pairs[:cut], pairs[cut:]


@VOCAB.mistake(
    "With no test pair pairs[-0:] is the whole list: cut at N - k.",
    "테스트가 0개이면 pairs[-0:]은 리스트 전체입니다. N - k에서 자르십시오.",
    subject="make_additions",
)
def cut_from_the_end(rng, N, digits=2, test=0.1):
    numbers = rng.choice(10 ** (2 * digits), N, replace=False).tolist()
    pairs = [pair(k // 10**digits, k % 10**digits) for k in numbers]
    k = round(N * test)
    return pairs[:-k], pairs[-k:]


@VOCAB.mistake(
    "int cuts the number of training pairs off, so the second list may get one too many: it has round(N * test) pairs.",
    "int가 학습 짝의 수에서 소수점 아래를 버려서 두 번째 리스트가 하나 많아질 수 있습니다. 두 번째 리스트는 round(N * test)개입니다.",
    subject="make_additions",
)
def training_cut_off(rng, N, digits=2, test=0.1):
    numbers = rng.choice(10 ** (2 * digits), N, replace=False).tolist()
    pairs = [pair(k // 10**digits, k % 10**digits) for k in numbers]
    cut = int(N * (1 - test))
    return pairs[:cut], pairs[cut:]


class EmbeddingOf:
    def __init__(self, W):
        self.params = [W]
        self.grads = [np.zeros_like(W)]

    def forward(self, ids):
        self.ids = ids
        return self.params[0][ids]

    def backward(self, dout):
        dW = self.grads[0]
        dW[...] = 0
        np.add.at(dW, self.ids, dout)


@TIME_EMBEDDING.mistake(
    "dW[ids] = dout, and dW[ids] += dout too, keeps one place only where an id stands several times. np.add.at adds all.",
    "dW[ids] = dout은, dW[ids] += dout도 마찬가지로, 여러 번 나오는 id에 한 자리만 남깁니다. np.add.at은 모두 더합니다.",
)
class AddsAllAtOnce(EmbeddingOf):
    def backward(self, dout):
        dW = self.grads[0]
        dW[...] = 0
        dW[self.ids] += dout


@TIME_EMBEDDING.mistake(
    "dW[ids] = dout: the rows of other ids keep what an earlier call wrote, and a repeated id keeps one place only.",
    "dW[ids] = dout에서는 다른 id의 행에 이전 호출의 값이 남고, 여러 번 나오는 id는 한 자리만 남습니다.",
)
class Assigns(EmbeddingOf):
    def backward(self, dout):
        self.grads[0][self.ids] = dout


@TIME_EMBEDDING.mistake(
    "The gradient is not set to 0 first: it adds up over the calls of backward.",
    "그래디언트를 먼저 0으로 만들지 않아서 backward를 부를 때마다 쌓입니다.",
)
class NeverZeroed(EmbeddingOf):
    def backward(self, dout):
        np.add.at(self.grads[0], self.ids, dout)


@TIME_EMBEDDING.mistake(
    "grads[0] is bound to a new array; a list that an optimizer holds never sees it. Write dW[...] = ...",
    "grads[0]에 새 배열을 넣었습니다. 옵티마이저가 가진 배열은 바뀌지 않습니다. dW[...] = ...로 쓰십시오.",
)
class RebindsGrads(EmbeddingOf):
    def backward(self, dout):
        self.grads[0] = np.zeros_like(self.params[0])
        np.add.at(self.grads[0], self.ids, dout)


@TIME_EMBEDDING.mistake(
    "grads[0] has one row for each place, not one for each id: the gradient has the shape of W, (V, E).",
    "grads[0]에 id마다가 아니라 자리마다 행이 있습니다. 그래디언트의 shape은 W와 같은 (V, E)입니다.",
)
class OnlyTheRowsRead(EmbeddingOf):
    def backward(self, dout):
        self.grads[0] = dout.reshape(-1, dout.shape[-1])


@TIME_EMBEDDING.mistake(
    "The gradient of a repeated id is a mean over its places; the chain rule adds them.",
    "여러 번 나오는 id의 그래디언트를 평균했습니다. 연쇄 법칙에서는 더합니다.",
)
class MeanOfPlaces(EmbeddingOf):
    def backward(self, dout):
        dW = self.grads[0]
        dW[...] = 0
        for k in np.unique(self.ids):
            dW[k] = dout[self.ids == k].mean(axis=0)


@TIME_EMBEDDING.mistake(
    "The gradient is divided by the number of places; the loss does that already, if it is a mean.",
    "그래디언트를 자리의 수로 나누었습니다. 손실이 평균이라면 나눗셈은 이미 손실에 들어 있습니다.",
)
class DividesByPlaces(EmbeddingOf):
    def backward(self, dout):
        super().backward(dout)
        self.grads[0] /= self.ids.size


@TIME_EMBEDDING.mistake(
    "The ids are kept in the class, so that all layers share them: keep them as self.ids.",
    "id를 클래스에 저장해서 모든 층이 함께 씁니다. self.ids로 저장하십시오.",
)
class IdsOfTheClass(EmbeddingOf):
    def forward(self, ids):
        IdsOfTheClass.ids = ids
        return self.params[0][ids]


@TIME_EMBEDDING.mistake(
    "The ids of the first forward are kept for good; backward belongs to the last forward.",
    "첫 forward의 id를 계속 씁니다. backward는 마지막 forward에 대한 것입니다.",
)
class KeepsTheFirstIds(EmbeddingOf):
    ids = None

    def forward(self, ids):
        if self.ids is None:
            self.ids = ids
        return self.params[0][ids]


@TIME_EMBEDDING.mistake(
    "forward returns columns of W: an id names a row, W[ids].",
    "forward가 W의 열을 꺼냅니다. id는 행을 가리키므로 W[ids]입니다.",
)
class TakesColumns(EmbeddingOf):
    def forward(self, ids):
        self.ids = ids
        return self.params[0].T[ids % self.params[0].shape[1]]


@TIME_EMBEDDING.mistake(
    "The row of PAD is set to 0: here PAD is an id like any other, and W has a row for it.",
    "PAD의 행을 0으로 만들었습니다. 여기서는 PAD도 다른 id와 같고, W에 PAD의 행이 있습니다.",
)
class PadIsZero(EmbeddingOf):
    def forward(self, ids):
        out = super().forward(ids)
        out[ids == PAD] = 0
        return out


def loss_of_tokens(scores, t):
    """-log softmax at t, and softmax - one-hot, for all places."""
    e = np.exp(scores - scores.max(axis=2, keepdims=True))
    log_p = scores - scores.max(axis=2, keepdims=True) - np.log(e.sum(axis=2, keepdims=True))
    one_hot = np.eye(scores.shape[2])[t]
    return -(log_p * one_hot).sum(axis=2), e / e.sum(axis=2, keepdims=True) - one_hot


@MASKED_SOFTMAX_LOSS.mistake(
    "The mask is not used: padding counts like a token.",
    "mask를 쓰지 않았습니다. 패딩도 토큰처럼 셌습니다.",
)
def padding_counts(scores, t, mask):
    loss, dscores = loss_of_tokens(scores, t)
    return loss.mean(), dscores / t.size


@MASKED_SOFTMAX_LOSS.mistake(
    "Divided by all N T places: divide by the number of tokens that count, mask.sum().",
    "N T개 자리 전체로 나누었습니다. 세는 토큰의 수 mask.sum()으로 나누십시오.",
)
def divides_by_all(scores, t, mask):
    loss, dscores = loss_of_tokens(scores, t)
    return (loss * mask).sum() / t.size, dscores * mask[:, :, None] / t.size


@MASKED_SOFTMAX_LOSS.mistake(
    "Divided by the number of sequences N: divide by the number of tokens that count, mask.sum().",
    "시퀀스의 수 N으로 나누었습니다. 세는 토큰의 수 mask.sum()으로 나누십시오.",
)
def divides_by_sequences(scores, t, mask):
    loss, dscores = loss_of_tokens(scores, t)
    return (loss * mask).sum() / len(t), dscores * mask[:, :, None] / len(t)


@MASKED_SOFTMAX_LOSS.mistake(
    "A mean for each sequence, then the mean of these: a token of a short sequence then counts more.",
    "시퀀스마다 평균을 내고 그것을 다시 평균했습니다. 그러면 짧은 시퀀스의 토큰이 더 큰 몫을 가집니다.",
)
def mean_of_means(scores, t, mask):
    loss, dscores = loss_of_tokens(scores, t)
    lengths = np.maximum(mask.sum(axis=1), 1)
    share = mask / lengths[:, None] / len(t)
    return (loss * share).sum(), dscores * share[:, :, None]


@MASKED_SOFTMAX_LOSS.mistake(
    "The gradient is not 0 on padding: multiply it by the mask too.",
    "패딩에서 그래디언트가 0이 아닙니다. 그래디언트에도 mask를 곱하십시오.",
)
def gradient_on_padding(scores, t, mask):
    loss, dscores = loss_of_tokens(scores, t)
    return loss[mask].mean(), dscores / mask.sum()


@MASKED_SOFTMAX_LOSS.mistake(
    "The gradient is not divided by the number of tokens that count; the loss is.",
    "손실은 세는 토큰의 수로 나누었지만 그래디언트는 나누지 않았습니다.",
)
def gradient_of_the_sum(scores, t, mask):
    loss, dscores = loss_of_tokens(scores, t)
    return loss[mask].mean(), dscores * mask[:, :, None]


@MASKED_SOFTMAX_LOSS.mistake(
    "The gradient is divided by all N T places, the loss by the tokens that count.",
    "손실은 세는 토큰의 수로 나누었지만 그래디언트는 N T개 자리 전체로 나누었습니다.",
)
def gradient_by_all(scores, t, mask):
    loss, dscores = loss_of_tokens(scores, t)
    return loss[mask].mean(), dscores * mask[:, :, None] / t.size


@MASKED_SOFTMAX_LOSS.mistake(
    "The sign of the gradient is turned: softmax minus one-hot, not one-hot minus softmax.",
    "그래디언트의 부호가 반대입니다. 원-핫 - 소프트맥스가 아니라 소프트맥스 - 원-핫입니다.",
)
def turned_gradient(scores, t, mask):
    loss, dscores = loss_of_tokens(scores, t)
    return loss[mask].mean(), -dscores * mask[:, :, None] / mask.sum()


@MASKED_SOFTMAX_LOSS.mistake(
    "The gradient is the softmax alone: 1 is missing where the right id stands (softmax - one-hot).",
    "그래디언트가 소프트맥스뿐입니다. 정답 id의 자리에서 1을 빼야 합니다(소프트맥스 - 원-핫).",
)
def one_hot_forgotten(scores, t, mask):
    loss, dscores = loss_of_tokens(scores, t)
    dscores = dscores + np.eye(scores.shape[2])[t]
    return loss[mask].mean(), dscores * mask[:, :, None] / mask.sum()


@MASKED_SOFTMAX_LOSS.mistake(
    "exp of a large score is inf: subtract the largest score of each token first.",
    "큰 점수의 exp는 inf입니다. 토큰마다 가장 큰 점수를 먼저 빼십시오.",
)
def overflows(scores, t, mask):
    p = np.exp(scores) / np.exp(scores).sum(axis=2, keepdims=True)
    one_hot = np.eye(scores.shape[2])[t]
    loss = -np.log((p * one_hot).sum(axis=2))
    return loss[mask].mean(), (p - one_hot) * mask[:, :, None] / mask.sum()


@MASKED_SOFTMAX_LOSS.mistake(
    "One maximum for the whole array: the scores of another token can lie far below it. Take it along the last axis.",
    "배열 전체의 최댓값 하나를 뺐습니다. 다른 토큰의 점수는 그보다 훨씬 작을 수 있습니다. 마지막 축에서 구하십시오.",
)
def one_maximum(scores, t, mask):
    e = np.exp(scores - scores.max())
    p = e / e.sum(axis=2, keepdims=True)
    one_hot = np.eye(scores.shape[2])[t]
    loss = -np.log((p * one_hot).sum(axis=2))
    return loss[mask].mean(), (p - one_hot) * mask[:, :, None] / mask.sum()


@MASKED_SOFTMAX_LOSS.mistake(
    "The log of a probability of 0 is -inf: exp of a score far below the largest is 0. Take log softmax = shifted - log(sum of "
    "exp(shifted)), where shifted is score - largest score.",
    "확률 0의 로그는 -inf입니다. 가장 큰 점수보다 훨씬 작은 점수는 exp가 0이 됩니다. log softmax = shifted - log(exp(shifted)의 합)을 "
    "쓰십시오. shifted는 점수에서 가장 큰 점수를 뺀 값입니다.",
)
def log_of_zero(scores, t, mask):
    e = np.exp(scores - scores.max(axis=2, keepdims=True))
    p = e / e.sum(axis=2, keepdims=True)
    one_hot = np.eye(scores.shape[2])[t]
    loss = -np.log((p * one_hot).sum(axis=2))
    return loss[mask].mean(), (p - one_hot) * mask[:, :, None] / mask.sum()


@MASKED_SOFTMAX_LOSS.mistake(
    "The softmax runs over the wrong axis: the K scores of a token stand along the last one.",
    "소프트맥스의 축이 틀렸습니다. 한 토큰의 점수 K개는 마지막 축에 있습니다.",
)
def over_time(scores, t, mask):
    e = np.exp(scores - scores.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    one_hot = np.eye(scores.shape[2])[t]
    loss = -np.log((p * one_hot).sum(axis=2))
    return loss[mask].mean(), (p - one_hot) * mask[:, :, None] / mask.sum()


@MASKED_SOFTMAX_LOSS.mistake(
    "scores -= ... changes the caller's array: write scores = scores - ...",
    "scores -= ...는 호출한 쪽의 배열을 바꿉니다. scores = scores - ...로 쓰십시오.",
)
def changes_scores(scores, t, mask):
    scores -= scores.max(axis=2, keepdims=True)
    loss, dscores = loss_of_tokens(scores, t)
    return loss[mask].mean(), dscores * mask[:, :, None] / mask.sum()


@MASKED_SOFTMAX_LOSS.mistake(
    "Tokens with the right id 0 are left out: the mask alone decides, and 0 can be a right id.",
    "정답 id가 0인 토큰을 뺐습니다. 셀지는 mask만으로 정하며, 정답 id는 0일 수도 있습니다.",
)
def zero_is_padding(scores, t, mask):
    mask = mask & (t != PAD)
    loss, dscores = loss_of_tokens(scores, t)
    return loss[mask].mean(), dscores * mask[:, :, None] / mask.sum()


class Seq2SeqOf:
    def __init__(self, V, H, rng, dtype=np.float32):
        self.one_hot = np.eye(V, dtype=dtype)
        self.reader = TimeLSTM(*lstm_weights(V, H, rng, dtype=dtype))
        self.writer = TimeLSTM(*lstm_weights(V, H, rng, dtype=dtype), stateful=True)
        self.head = TimeAffine(rng.normal(0, H**-0.5, (H, V)).astype(dtype), np.zeros(V, dtype))
        self.params = self.reader.params + self.writer.params + self.head.params
        self.grads = self.reader.grads + self.writer.grads + self.head.grads

    def given(self, target):
        return np.concatenate([np.full((len(target), 1), START), target[:, :-1]], axis=1)

    def hand_over(self):
        self.writer.set_state(*self.reader.last)

    def forward(self, source, target):
        self.hs = self.reader.forward(self.one_hot[source])
        self.hand_over()
        return self.head.forward(self.writer.forward(self.one_hot[self.given(target)]))

    def backward(self, dscores):
        self.writer.backward(self.head.backward(dscores))
        dhs = np.zeros_like(self.hs)
        dhs[:, -1] = self.writer.dh0
        self.reader.backward(dhs, self.writer.dc0)


@SEQ2SEQ.mistake(
    "The writer reads target itself: at each step it sees the id that it should say. Put START first, leave the last out.",
    "쓰는 LSTM이 target을 그대로 읽습니다. 시점마다 말해야 할 id를 미리 봅니다. START를 앞에 두고 마지막을 빼십시오.",
)
class NoShift(Seq2SeqOf):
    def given(self, target):
        return target


@SEQ2SEQ.mistake(
    "The ids were moved the wrong way: at each step the writer sees the id after the one it should say.",
    "id를 반대쪽으로 옮겼습니다. 시점마다 말해야 할 id의 다음 id를 봅니다.",
)
class ShiftsTheOtherWay(Seq2SeqOf):
    def given(self, target):
        return np.concatenate([target[:, 1:], np.full((len(target), 1), END)], axis=1)


@SEQ2SEQ.mistake(
    "The writer's first input is PAD (0), not START (1).",
    "쓰는 LSTM의 첫 입력이 START(1)가 아니라 PAD(0)입니다.",
)
class BeginsWithPad(Seq2SeqOf):
    def given(self, target):
        given = np.zeros_like(target)
        given[:, 1:] = target[:, :-1]
        return given


@SEQ2SEQ.mistake(
    "np.roll brings the last id of target to the front: the first input must be START.",
    "np.roll은 target의 마지막 id를 맨 앞으로 가져옵니다. 첫 입력은 START여야 합니다.",
)
class Rolled(Seq2SeqOf):
    def given(self, target):
        return np.roll(target, 1, axis=1)


@SEQ2SEQ.mistake(
    "target itself is shifted in place: the caller still needs it for the loss. Build a new array.",
    "target 자체를 제자리에서 옮겼습니다. 호출한 쪽은 손실에 아직 target이 필요합니다. 새 배열을 만드십시오.",
)
class ShiftsInPlace(Seq2SeqOf):
    def given(self, target):
        target[:, 1:] = target[:, :-1].copy()
        target[:, 0] = START
        return target


@SEQ2SEQ.mistake(
    "Only h is handed over; the writer's c begins with 0. Hand over both: writer.set_state(h, c).",
    "h만 넘겨주었고 쓰는 LSTM의 c는 0에서 시작합니다. writer.set_state(h, c)로 둘 다 넘기십시오.",
)
class CellLeftBehind(Seq2SeqOf):
    def hand_over(self):
        h, c = self.reader.last
        self.writer.set_state(h, np.zeros_like(c))


@SEQ2SEQ.mistake(
    "Nothing is handed over: the writer begins with zeros and knows nothing of the question.",
    "아무것도 넘겨주지 않았습니다. 쓰는 LSTM이 0에서 시작해 질문을 전혀 모릅니다.",
)
class NothingHandedOver(Seq2SeqOf):
    def hand_over(self):
        self.writer.reset_state()


@SEQ2SEQ.mistake(
    "h and c have changed places in set_state.",
    "set_state에서 h와 c의 자리가 바뀌었습니다.",
)
class StatesSwapped(Seq2SeqOf):
    def hand_over(self):
        h, c = self.reader.last
        self.writer.set_state(c, h)


@SEQ2SEQ.mistake(
    "The writer begins with the reader's first h; the whole question is known only to the last, reader.last.",
    "쓰는 LSTM이 읽는 LSTM의 첫 h에서 시작합니다. 질문 전체를 아는 것은 마지막 상태 reader.last입니다.",
)
class HandsOverTheFirst(Seq2SeqOf):
    def hand_over(self):
        self.writer.set_state(self.hs[:, 0], self.reader.last[1])


@SEQ2SEQ.mistake(
    "The state is handed over once only: the next batch begins where the one before ended. Call set_state in each forward.",
    "상태를 한 번만 넘겨주었습니다. 다음 배치가 앞 배치의 끝에서 시작합니다. forward마다 set_state를 부르십시오.",
)
class HandsOverOnce(Seq2SeqOf):
    begun = False

    def hand_over(self):
        if not self.begun or len(self.writer.last[0]) != len(self.hs):
            self.writer.set_state(*self.reader.last)
        self.begun = True


@SEQ2SEQ.mistake(
    "The reader gets the gradient at every step; only its last state was used, so the others get 0.",
    "읽는 LSTM의 모든 시점에 그래디언트를 주었습니다. 쓰인 것은 마지막 상태뿐이므로 나머지는 0입니다.",
)
class GradientAtEveryStep(Seq2SeqOf):
    def backward(self, dscores):
        self.writer.backward(self.head.backward(dscores))
        dhs = np.zeros_like(self.hs) + self.writer.dh0[:, None]
        self.reader.backward(dhs, self.writer.dc0)


@SEQ2SEQ.mistake(
    "The reader gets the gradient at its first step; it was the last state that was handed over.",
    "읽는 LSTM의 첫 시점에 그래디언트를 주었습니다. 넘겨준 것은 마지막 상태입니다.",
)
class GradientAtTheFirstStep(Seq2SeqOf):
    def backward(self, dscores):
        self.writer.backward(self.head.backward(dscores))
        dhs = np.zeros_like(self.hs)
        dhs[:, 0] = self.writer.dh0
        self.reader.backward(dhs, self.writer.dc0)


@SEQ2SEQ.mistake(
    "The gradient of the cell is lost: c was handed over too, so the reader also gets writer.dc0.",
    "셀의 그래디언트를 잃어버렸습니다. c도 넘겨주었으므로 읽는 LSTM은 writer.dc0도 받아야 합니다.",
)
class CellGradientLost(Seq2SeqOf):
    def backward(self, dscores):
        self.writer.backward(self.head.backward(dscores))
        dhs = np.zeros_like(self.hs)
        dhs[:, -1] = self.writer.dh0
        self.reader.backward(dhs)


@SEQ2SEQ.mistake(
    "The gradient of h is lost: only the cell's reaches the reader. dhs[:, -1] takes writer.dh0.",
    "h의 그래디언트를 잃어버렸습니다. 셀의 그래디언트만 갔습니다. dhs[:, -1]에 writer.dh0을 넣으십시오.",
)
class StateGradientLost(Seq2SeqOf):
    def backward(self, dscores):
        self.writer.backward(self.head.backward(dscores))
        self.reader.backward(np.zeros_like(self.hs), self.writer.dc0)


@SEQ2SEQ.mistake(
    "backward ends at the writer: the reader learns nothing.",
    "역전파가 쓰는 LSTM에서 끝납니다. 읽는 LSTM은 아무것도 배우지 못합니다.",
)
class ReaderForgotten(Seq2SeqOf):
    def backward(self, dscores):
        self.writer.backward(self.head.backward(dscores))


@SEQ2SEQ.mistake(
    "The head is passed by: its gradients stay 0. head.backward(dscores) fills them and returns what the writer gets.",
    "head를 건너뛰어 그 그래디언트가 0으로 남습니다. head.backward(dscores)가 채우고, 쓰는 LSTM이 받을 것을 반환합니다.",
)
class HeadPassedBy(Seq2SeqOf):
    def backward(self, dscores):
        self.writer.backward(dscores @ self.head.params[0].T)
        dhs = np.zeros_like(self.hs)
        dhs[:, -1] = self.writer.dh0
        self.reader.backward(dhs, self.writer.dc0)


@SEQ2SEQ.mistake(
    "PAD is hidden from the reader: each id of source goes in as its one-hot row, PAD too.",
    "PAD를 읽지 못하게 가렸습니다. source의 id는 PAD도 원-핫 행으로 넣습니다.",
)
class PadHidden(Seq2SeqOf):
    def forward(self, source, target):
        self.hs = self.reader.forward(self.one_hot[source] * (source != PAD)[:, :, None])
        self.hand_over()
        return self.head.forward(self.writer.forward(self.one_hot[self.given(target)]))


@SEQ2SEQ.mistake(
    "The question is read from its end; here it is read as it stands.",
    "질문을 뒤에서부터 읽습니다. 여기서는 그대로 읽습니다.",
)
class ReadsBackwards(Seq2SeqOf):
    def forward(self, source, target):
        return super().forward(source[:, ::-1], target)


@SEQ2SEQ.mistake(
    "The gradients are cut off at ±5 here: clipping is for clip_grads, after backward.",
    "여기서 그래디언트를 ±5로 잘랐습니다. 클리핑은 backward 다음에 clip_grads가 합니다.",
)
class ClipsTheGradients(Seq2SeqOf):
    def backward(self, dscores):
        super().backward(dscores)
        for grad in self.grads:
            np.clip(grad, -5, 5, out=grad)


def soft(scores):
    e = np.exp(scores - np.max(scores))
    return e / e.sum()


def draw_ids(step, state, start, n, rng, p_of):
    for k in start:
        scores, state = step(k, state)
    ids = []
    for _ in range(n):
        ids.append(int(rng.choice(len(scores), p=p_of(scores))))
        scores, state = step(ids[-1], state)
    return ids


def refuse(T):
    if T <= 0:
        raise ValueError("T must be above 0")


@GENERATE.mistake(
    "The most probable id is always taken: draw with these probabilities, rng.choice(len(p), p=p).",
    "언제나 확률이 가장 큰 id를 골랐습니다. 그 확률로 뽑으십시오. rng.choice(len(p), p=p)입니다.",
)
def always_the_best(step, state, start, n, rng, T=1.0):
    refuse(T)
    return draw_ids(step, state, start, n, rng, lambda scores: np.eye(len(scores))[np.argmax(scores)])


@GENERATE.mistake(
    "All ids are equally probable here: hand p=... to rng.choice.",
    "모든 id를 같은 확률로 뽑았습니다. rng.choice에 p=...를 넘기십시오.",
)
def without_probabilities(step, state, start, n, rng, T=1.0):
    refuse(T)
    return draw_ids(step, state, start, n, rng, lambda scores: None)


@GENERATE.mistake(
    "The temperature has no effect: it is not used, or it divides the probabilities after the softmax. Divide the scores.",
    "온도가 아무 영향을 주지 않습니다. 쓰지 않았거나 소프트맥스 뒤의 확률을 나누었습니다. 점수를 나누십시오.",
)
def temperature_ignored(step, state, start, n, rng, T=1.0):
    refuse(T)
    return draw_ids(step, state, start, n, rng, lambda scores: (soft(scores) / T) / (soft(scores) / T).sum())


@GENERATE.mistake(
    "The temperature comes after the softmax, and then a second softmax: divide the scores, and take the softmax once.",
    "소프트맥스 뒤에 온도로 나누고 소프트맥스를 또 취했습니다. 점수를 나누고 소프트맥스는 한 번만 취하십시오.",
)
def temperature_after_softmax(step, state, start, n, rng, T=1.0):
    refuse(T)
    return draw_ids(step, state, start, n, rng, lambda scores: soft(soft(scores) / T))


@GENERATE.mistake(
    "The scores are multiplied by T: a high temperature must make the probabilities more equal, so divide.",
    "점수에 T를 곱했습니다. 온도가 높으면 확률이 고르게 되어야 하므로 나눕니다.",
)
def times_temperature(step, state, start, n, rng, T=1.0):
    refuse(T)
    return draw_ids(step, state, start, n, rng, lambda scores: soft(scores * T))


@GENERATE.mistake(
    "exp of a large number is inf: subtract the largest score before exp, or take softmax of nnref.",
    "큰 수의 exp는 inf입니다. exp 전에 가장 큰 점수를 빼거나 nnref의 softmax를 쓰십시오.",
)
def generate_overflows(step, state, start, n, rng, T=1.0):
    refuse(T)
    return draw_ids(step, state, start, n, rng, lambda scores: np.exp(scores / T) / np.exp(scores / T).sum())


@GENERATE.mistake(
    "The last id of start goes in again and again: each time the id that was just drawn must go in.",
    "start의 마지막 id를 계속 넣었습니다. 방금 뽑은 id를 넣어야 합니다.",
)
def feeds_start_again(step, state, start, n, rng, T=1.0):
    refuse(T)
    for k in start:
        scores, state = step(k, state)
    ids = []
    for _ in range(n):
        ids.append(int(rng.choice(len(scores), p=soft(scores / T))))
        scores, state = step(start[-1], state)
    return ids


@GENERATE.mistake(
    "The new state is thrown away: every step begins with the same state. Write scores, state = step(k, state).",
    "새 상태를 버렸습니다. 모든 시점이 같은 상태에서 시작합니다. scores, state = step(k, state)로 쓰십시오.",
)
def state_not_carried(step, state, start, n, rng, T=1.0):
    refuse(T)
    return draw_ids(lambda k, _: (step(k, state)[0], state), state, start, n, rng, lambda scores: soft(scores / T))


@GENERATE.mistake(
    "Only the last id of start is read; those before it make the state too.",
    "start의 마지막 id만 읽었습니다. 그 앞의 id들도 상태를 만듭니다.",
)
def reads_the_last_only(step, state, start, n, rng, T=1.0):
    refuse(T)
    return draw_ids(step, state, start[-1:], n, rng, lambda scores: soft(scores / T))


@GENERATE.mistake(
    "Only the first id of start is read.",
    "start의 첫 id만 읽었습니다.",
)
def reads_the_first_only(step, state, start, n, rng, T=1.0):
    refuse(T)
    return draw_ids(step, state, start[:1], n, rng, lambda scores: soft(scores / T))


@GENERATE.mistake(
    "The last id of start is read twice: once in the first loop, and again before the first id is drawn.",
    "start의 마지막 id를 두 번 읽었습니다. 첫 반복문에서 한 번, 첫 id를 뽑기 전에 또 한 번입니다.",
)
def reads_the_last_twice(step, state, start, n, rng, T=1.0):
    refuse(T)
    for k in start:
        scores, state = step(k, state)
    k, ids = start[-1], []
    for _ in range(n):
        scores, state = step(k, state)
        k = int(rng.choice(len(scores), p=soft(scores / T)))
        ids.append(k)
    return ids


@GENERATE.mistake(
    "start is part of the result; return the n new ids only.",
    "결과에 start가 들어 있습니다. 새 id n개만 반환하십시오.",
)
def start_in_the_result(step, state, start, n, rng, T=1.0):
    refuse(T)
    return list(start) + draw_ids(step, state, start, n, rng, lambda scores: soft(scores / T))


@GENERATE.mistake(
    "The ids of start are counted among the n: n new ids are wanted.",
    "start의 id까지 n개에 넣어 셌습니다. 새 id가 n개여야 합니다.",
)
def start_counts(step, state, start, n, rng, T=1.0):
    refuse(T)
    return draw_ids(step, state, start, max(0, n - len(start)), rng, lambda scores: soft(scores / T))


@GENERATE.mistake(
    "NumPy's global generator is used: with the same rng the ids differ each time.",
    "NumPy의 전역 난수 생성기를 썼습니다. 같은 rng로도 매번 다른 id가 나옵니다.",
)
def global_chance(step, state, start, n, rng, T=1.0):
    refuse(T)
    return draw_ids(step, state, start, n, np.random, lambda scores: soft(scores / T))


@GENERATE.mistake(
    "A new generator with a fixed seed is made inside: the ids are the same whatever rng is handed over.",
    "안에서 시드를 고정한 생성기를 새로 만들었습니다. 어떤 rng를 넘겨도 id가 같습니다.",
)
def own_generator(step, state, start, n, rng, T=1.0):
    refuse(T)
    return draw_ids(step, state, start, n, np.random.default_rng(0), lambda scores: soft(scores / T))


@GENERATE.mistake(
    "A negative temperature is not refused: it turns the order around, so that the least probable id comes most often.",
    "음수 온도를 거절하지 않았습니다. 순서가 뒤집혀 가장 드문 id가 가장 자주 나옵니다.",
)
def negative_accepted(step, state, start, n, rng, T=1.0):
    if T == 0:
        raise ValueError("T is 0")
    return draw_ids(step, state, start, n, rng, lambda scores: soft(scores / T))


@GENERATE.mistake(
    "float32 probabilities became float64 after the softmax and no longer sum to 1 exactly: convert the scores before.",
    "float32 확률을 소프트맥스 다음에 float64로 바꾸어 합이 정확히 1이 아닙니다. 점수를 먼저 바꾸십시오.",
)
def float64_after_softmax(step, state, start, n, rng, T=1.0):
    refuse(T)
    return draw_ids(step, state, start, n, rng, lambda scores: soft(scores / T).astype(np.float64))


@GENERATE.mistake(
    "Large scores are cut off before exp, so that they become equal: subtract the largest score instead.",
    "exp 전에 큰 점수를 잘라서 서로 같아집니다. 자르지 말고 가장 큰 점수를 빼십시오.",
)
def clipped_before_exp(step, state, start, n, rng, T=1.0):
    refuse(T)

    def p_of(scores):
        e = np.exp(np.clip(scores / T, -500, 500))
        return e / e.sum()

    return draw_ids(step, state, start, n, rng, p_of)


@GENERATE.mistake(
    "Only the best 40 ids can be drawn (top-k): each id comes with its probability, however small.",
    "점수가 높은 40개에서만 뽑았습니다(top-k). 확률이 작은 id도 그 확률로 나와야 합니다.",
)
def only_the_best(step, state, start, n, rng, T=1.0):
    refuse(T)

    def p_of(scores):
        least = np.sort(scores)[-40:][0]
        return soft(np.where(scores >= least, scores / T, -np.inf))

    return draw_ids(step, state, start, n, rng, p_of)


@PERPLEXITY.mistake(
    "exp of the sum: it grows with the length of the text. Take the mean of -log p first.",
    "합에 exp를 취했습니다. 글이 길수록 커집니다. 먼저 -log p의 평균을 구하십시오.",
)
def exp_of_the_sum(p, mask):
    return np.exp(-np.log(p[mask]).sum())


@PERPLEXITY.mistake(
    "The probabilities are multiplied: the product of hundreds of them is too small for a float and becomes 0. Add their logarithms.",
    "확률을 모두 곱했습니다. 수백 개를 곱하면 너무 작아 0이 되어 버립니다. 로그를 더하십시오.",
)
def product_is_zero(p, mask):
    with np.errstate(divide="ignore"):
        return np.prod(p[mask]) ** (-1 / mask.sum())


@PERPLEXITY.mistake(
    "Two bases are mixed: 2 to the power of a natural logarithm. Use np.exp with np.log, or 2** with np.log2.",
    "밑이 섞였습니다. 자연로그에 2의 거듭제곱을 취했습니다. np.log에는 np.exp, np.log2에는 2**을 쓰십시오.",
)
def mixed_bases(p, mask):
    return 2 ** -np.log(p[mask]).mean()


@PERPLEXITY.mistake(
    "This is the loss itself, the mean of -log p: exp is missing.",
    "이것은 손실, 곧 -log p의 평균입니다. exp가 빠졌습니다.",
)
def exp_forgotten(p, mask):
    return -np.log(p[mask]).mean()


@PERPLEXITY.mistake(
    "The minus sign is missing: the result is a probability below 1, and a perplexity is at least 1.",
    "음의 부호가 빠졌습니다. 1보다 작은 확률이 나왔는데, 퍼플렉시티는 1 이상입니다.",
)
def sign_forgotten(p, mask):
    return np.exp(np.log(p[mask]).mean())


@PERPLEXITY.mistake(
    "The mask is not used: padding counts like a token.",
    "mask를 쓰지 않았습니다. 패딩도 토큰처럼 셌습니다.",
)
def counts_padding(p, mask):
    return np.exp(-np.log(p).mean())


@PERPLEXITY.mistake(
    "Divided by all places: divide by the number of tokens that count, mask.sum().",
    "자리 전체의 수로 나누었습니다. 세는 토큰의 수 mask.sum()으로 나누십시오.",
)
def mean_over_all(p, mask):
    return np.exp(-np.log(p[mask]).sum() / p.size)


@PERPLEXITY.mistake(
    "mask * log(p) is 0 times minus infinity where padding has the probability 0: nan. Choose first, p[mask].",
    "패딩의 확률이 0이면 mask * log(p)는 0 곱하기 음의 무한대, 곧 nan입니다. 먼저 p[mask]로 고르십시오.",
)
def zero_times_infinity(p, mask):
    return np.exp(-(mask * np.log(p)).sum() / mask.sum())


@PERPLEXITY.mistake(
    "The mean of 1/p: a mean of the logarithms is wanted, otherwise a single rare token decides everything.",
    "1/p의 평균입니다. 로그의 평균이어야 합니다. 그렇지 않으면 드문 토큰 하나가 모든 것을 정합니다.",
)
def mean_of_inverses(p, mask):
    return np.mean(1 / p[mask])


@PERPLEXITY.mistake(
    "1 / mean of p: a mean of the logarithms is wanted.",
    "확률의 평균의 역수입니다. 로그의 평균을 구해야 합니다.",
)
def inverse_of_mean(p, mask):
    return 1 / np.mean(p[mask])


@PERPLEXITY.mistake(
    "A mean for each sequence, then the mean of these: all tokens that count have the same weight.",
    "시퀀스마다 평균을 내고 다시 평균했습니다. 세는 토큰은 모두 무게가 같습니다.",
)
def by_sequence(p, mask):
    return np.exp(np.mean([-np.log(row[m]).mean() for row, m in zip(p, mask)]))


@PERPLEXITY.mistake(
    "The probability 0 was replaced by a small number. That helps in training; here it would make an impossible text look possible.",
    "확률 0을 아주 작은 수로 바꾸었습니다. 학습할 때는 도움이 되지만, 여기서는 불가능한 글이 가능해 보이게 됩니다.",
)
def clipped(p, mask):
    return np.exp(-np.log(np.maximum(p[mask], 1e-12)).mean())
