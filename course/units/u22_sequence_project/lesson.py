# %% [markdown] lang="en"
r"""
# Project: sequences, sums and text

A network can read digits and waves by now. In this project it learns to add numbers that are written as text, and to
write sentences letter by letter. Both are the same task: which character comes next?

After it you will be able to

- turn text into whole numbers and back, and say why padding must neither count nor learn,
- train a network that reads one sequence and writes another, and say what passes between its two halves,
- judge a language model by its perplexity, and say when two perplexities may be compared,
- let a model write, with a temperature that you choose.

You need unit u05 (softmax and cross entropy), unit u07 (layers with `params` and `grads`), unit u20 (a state that is handed on) and
unit u21 (the LSTM and its cell). What those units built is given here. Plan about 90 minutes; section 4 is the longest.
"""

# %% [markdown] lang="ko"
r"""
# 프로젝트: 시퀀스, 덧셈, 글

지금까지 만든 신경망은 숫자 이미지를 알아보고 파동을 이어 갑니다. 이 프로젝트에서는 글자로 쓴 수를 더하는 법과, 한 글자씩 문장을 쓰는
법을 신경망에 가르칩니다. 둘은 사실 같은 문제입니다. 다음에 올 문자는 무엇일까요?

이 단원을 마치면 다음을 할 수 있습니다.

- 글을 정수로 바꾸고 되돌립니다. 패딩을 손실에 넣어도, 패딩에서 배워도 안 되는 이유를 설명합니다.
- 시퀀스 하나를 읽고 다른 시퀀스를 쓰는 신경망을 학습시키고, 두 부분 사이에 무엇이 오가는지 말합니다.
- 언어 모델을 퍼플렉시티로 평가하고, 두 퍼플렉시티를 언제 비교할 수 있는지 말합니다.
- 온도를 정해 모델에게 글을 쓰게 합니다.

u05(소프트맥스와 교차 엔트로피), u07(`params`와 `grads`를 가진 층), u20(다음 시점으로 넘겨주는 상태), u21(LSTM과 셀)을 알고 있으면
됩니다. 그 단원들에서 만든 것은 여기서 모두 주어집니다. 90분 정도 걸리고, 4절이 가장 깁니다.
"""

# %% setup=true
import unicodedata

import matplotlib.pyplot as plt
import numpy as np
from nnlab import Unit, data, plots, widgets
from nnref.activations import softmax
from nnref.lstm import TimeLSTM, lstm_weights
from nnref.optimizers import Adam
from nnref.recurrent import recurrent_weights
from nnref.rnn import TimeRNN, clip_grads
from nnref.time_affine import TimeAffine

unit = Unit("u22_sequence_project", lang="en")
check = unit.check

# %% [markdown] lang="en"
r"""
## 1. Text as whole numbers

A network computes with numbers, so each character gets a number of its own, its **id**. In this unit one character is one **token**,
the smallest piece that is read or written. The list of all tokens is the **vocabulary**.

Three ids are no characters, and they come first:

| id | name | what for |
|---|---|---|
| 0 | `PAD` | fills up short texts, so that a batch is a rectangle |
| 1 | `START` | goes in first, when nothing has been written yet |
| 2 | `END` | says that the text is over |

So the characters begin at 3, in sorted order. The text "cabba" has three different characters: a is 3, b is 4, c is 5. "abc" becomes 3, 4, 5. The
way back takes everything before the first `END` and leaves out `PAD` and `START`: 1, 5, 3, 0, 4, 2, 3 becomes "cab".

**A trap.** If the list of characters is a Python list, `characters[0 - 3]` is no error: it is the third character from the end. A
`PAD` that is not left out turns silently into a letter.

**The sums.** The network shall learn to add by examples: question "7+85", answer "92". There are $100 \cdot 100 = 10{,}000$
questions with summands from 0 to 99. Some are for training, others only for the test. A question that stands in both lists would
test nothing but memory, so no question may stand twice. Draw *without* putting back: `rng.choice(n, k, replace=False)` gives k different numbers
from 0 to n − 1.

**Your turn**: the class, about 10 lines in all, and a function of about 6 lines. The next cell gives the three ids their names.
"""

# %% [markdown] lang="ko"
r"""
## 1. 글을 정수로

신경망은 수로 계산하므로 문자마다 번호를 붙입니다. 이 번호를 **id**라고 합니다. 이 단원에서는 문자 하나가 **토큰**(token) 하나, 곧
한 번에 읽거나 쓰는 가장 작은 단위입니다. 모든 토큰의 목록을 **어휘**(vocabulary)라고 합니다.

문자가 아닌 id가 셋 있고, 이들이 맨 앞에 옵니다.

| id | 이름 | 쓰임 |
|---|---|---|
| 0 | `PAD` | 짧은 글을 채워 배치를 직사각형으로 만듭니다 |
| 1 | `START` | 아직 아무것도 쓰지 않았을 때 처음으로 들어갑니다 |
| 2 | `END` | 글이 끝났다는 표시입니다 |

그래서 문자의 id는 3부터 시작하고, 정렬한 순서를 따릅니다. "cabba"에는 서로 다른 문자가 셋 있어서 a가 3, b가 4, c가 5입니다. "abc"는
3, 4, 5가 됩니다. 되돌릴 때는 첫 `END` 앞까지만 보고 `PAD`와 `START`는 건너뜁니다. 1, 5, 3, 0, 4, 2, 3은 "cab"이 됩니다.

**주의할 점.** 문자를 파이썬 리스트에 담았다면 `characters[0 - 3]`은 오류가 아니라 뒤에서 세 번째 문자입니다. 건너뛰지 않은 `PAD`는
조용히 글자로 둔갑합니다.

**덧셈 문제.** 신경망은 예를 보고 덧셈을 배웁니다. 질문이 "7+85"이면 답은 "92"입니다. 0부터 99까지의 두 수로 만들 수 있는 질문은
$100 \cdot 100 = 10{,}000$개입니다. 일부는 학습에 쓰고, 다른 일부는 테스트에만 씁니다. 두 리스트에 모두 들어 있는 질문은 외운 것을 시험할
뿐이므로 같은 질문이 두 번 나오면 안 됩니다. *비복원* 추출을 하십시오. `rng.choice(n, k, replace=False)`는 0부터 n − 1까지에서 서로
다른 수 k개를 뽑습니다.

빈칸을 채우십시오. 클래스는 모두 합쳐 열 줄, 함수는 여섯 줄 정도입니다. `len(vocab)`은 세 특수 id를 포함해 셉니다. `encode`는 정수의
리스트나 배열을, `decode`는 문자열을 반환합니다. `make_additions`는 (질문, 답) 짝의 리스트 둘을 반환합니다. `N`은 모두 합친 개수이고,
둘째 리스트에 round(N * test)개가 들어갑니다. 더하는 수는 0부터 10**digits − 1까지입니다. 질문과 답은 빈칸도 앞에 붙은 0도 없는 문자열이고,
"85+7"과 "7+85"는 다른 질문입니다. 어느 질문이 어느 리스트에 들어갈지는 `rng`로만 무작위로 정합니다. 다음 셀에서 세 id에 이름을 붙입니다.
"""

# %% given=true
PAD, START, END = 0, 1, 2


# %% exercise="vocab"
class Vocab:
    """The characters of a text and their ids.

    The different characters of `text`, sorted as `sorted` does, have the ids 3, 4, 5, ...; 0, 1 and 2 are PAD, START
    and END, which are no characters. len(vocab) counts all ids, these three among them.

    Example: with Vocab("cabba") the ids of a, b, c are 3, 4, 5, and len is 6.
    """

    def __init__(self, text):
        ### BEGIN SOLUTION
        self.characters = sorted(set(text))
        self.ids = {character: k for k, character in enumerate(self.characters, start=3)}
        ### END SOLUTION

    def __len__(self):
        ### BEGIN SOLUTION
        return len(self.characters) + 3
        ### END SOLUTION

    def encode(self, text):
        """Return the ids of the characters of a text, as a list or an array of integers, (T,).

        Example: Vocab("cabba").encode("abc") gives [3, 4, 5].
        """
        ### BEGIN SOLUTION
        return np.array([self.ids[character] for character in text], dtype=int)
        ### END SOLUTION

    def decode(self, ids):
        """Return the text of ids (T,), a str: what stands before the first END, or everything where there is no END.

        PAD and START are left out. ids : a list or an array of integers.

        Example: Vocab("cabba").decode([1, 5, 3, 0, 4, 2, 3]) gives "cab".
        """
        ### BEGIN SOLUTION
        text = ""
        for k in ids:
            if k == END:
                break
            if k > END:
                text += self.characters[k - 3]
        return text
        ### END SOLUTION


def make_additions(rng, N, digits=2, test=0.1):
    """Return two lists of pairs (question, answer), to train and to test with.

    rng : a NumPy Generator; all chance comes from it. N : how many pairs in all. Each summand is a whole number from
    0 to 10**digits - 1. test : the share of the second list: it gets round(N * test) pairs, the first one the others.
    No question stands twice, neither in a list nor in both; which ones stand in which list is left to chance. "85+7" and
    "7+85" are two questions. N is at most the number of questions that there are, 10**(2 * digits).
    Questions and answers are str, without blanks, without zeros in front.

    Example: one of the pairs could be ("7+85", "92").
    """
    ### BEGIN SOLUTION
    numbers = rng.choice(10 ** (2 * digits), N, replace=False)  # each number stands for one question
    pairs = []
    for number in numbers:
        a, b = divmod(number, 10**digits)
        pairs.append((f"{a}+{b}", str(a + b)))
    cut = N - round(N * test)
    return pairs[:cut], pairs[cut:]
    ### END SOLUTION


# %% check="vocab"
check("vocab", Vocab, make_additions)

# %% [markdown] lang="en"
r"""
A batch needs rows of one length. `fill_up`, which is given, puts `PAD` behind the ids, or with `front=True` in front: "7+5" of length 5
becomes 0, 0 and the three ids. The questions will be filled up in front, so that the last step of every row is a character of the question.
"""

# %% [markdown] lang="ko"
r"""
배치의 행은 길이가 같아야 합니다. 다음에 주어진 `fill_up`은 id 뒤에 `PAD`를 채우고, `front=True`이면 앞에 채웁니다. 길이 5에 맞춘 "7+5"는
0, 0 다음에 id 셋이 옵니다. 질문은 앞쪽을 채울 것입니다. 그러면 모든 행의 마지막 시점이 질문의 문자가 됩니다.
"""


# %% given=true
def fill_up(rows, T, front=False):
    """Return ids (N, T): rows of ids, filled up with PAD behind, or in front."""
    out = np.full((len(rows), T), PAD)
    for filled, row in zip(out, rows):
        filled[T - len(row) if front else 0 : T if front else len(row)] = row
    return out


# %% [markdown] lang="en"
r"""
## 2. An embedding: a row for every id

The id 7 is not more than the id 5: ids are names. So they cannot go into a matrix product as they are. A one-hot row can: a 1 in column 7,
zeros elsewhere. But a one-hot row times a matrix $W$ just picks row 7 of $W$; all the other products are by 0. An **embedding** skips them and
takes the row: `W[ids]`. Each id has E numbers of its own, and they are learnt like any other weights.

With $W$ = [[1, 2], [3, 4], [5, 6]] the ids 2, 2 give the rows [5, 6] and [5, 6].

**The way back.** Row 2 was used twice, so it gets both gradients. Say [1, 1] comes back at the first place and [10, 20] at the second. Then the
gradient of row 2 is [11, 21], and rows 0 and 1 get [0, 0]: nobody used them. It is the rule of unit u06 again: what is used several times
gets the *sum*.

**What is hard about it.** `dW[ids] += dout` looks right and is wrong. NumPy reads the rows `dW[[2, 2]]` (both are 0), adds, and writes both
results to row 2; the second overwrites the first. What remains is [10, 20], without an error. `np.add.at(dW, ids, dout)` adds one
after the other.

**Your turn**, about 5 lines. `grads[0]` always is the same array, of the shape of W, and each `backward` writes it anew.
"""

# %% [markdown] lang="ko"
r"""
## 2. 임베딩: id마다 한 행

id 7이 id 5보다 큰 것은 아닙니다. id는 이름일 뿐입니다. 그래서 그대로 행렬 곱에 넣을 수 없습니다. 7번 열만 1이고 나머지는 0인 원-핫 행은
넣을 수 있지만, 원-핫 행에 행렬 $W$를 곱하면 $W$의 7번 행이 그대로 나옵니다. 나머지는 모두 0을 곱하는 헛수고입니다. **임베딩**(embedding)은
그 헛수고를 하지 않고 행을 바로 꺼냅니다. `W[ids]`입니다. id마다 자기만의 수 E개가 있고, 이 수들도 다른 가중치처럼 학습합니다.

$W$ = [[1, 2], [3, 4], [5, 6]]이고 id가 2, 2이면 나오는 행은 [5, 6]과 [5, 6]입니다.

**역전파.** 2번 행은 두 번 쓰였으므로 그래디언트도 두 번 받습니다. 첫 자리에서 [1, 1], 둘째 자리에서 [10, 20]이 돌아왔다면 2번 행의
그래디언트는 [11, 21]입니다. 쓰이지 않은 0번과 1번 행은 [0, 0]입니다. u06의 규칙 그대로, 여러 번 쓰인 것은 그래디언트를 *더합니다*.

**어려운 점.** `dW[ids] += dout`은 맞아 보이지만 틀립니다. NumPy는 `dW[[2, 2]]`의 두 행(둘 다 0)을 읽고, 더하고, 두 결과를 모두 2번 행에
씁니다. 둘째가 첫째를 덮어써서 오류도 없이 [10, 20]만 남습니다. `np.add.at(dW, ids, dout)`은 하나씩 차례로 더합니다.

빈칸을 채우십시오. 모두 다섯 줄 정도면 됩니다. `ids`는 shape이 (N, T)이고 0부터 V − 1까지의 정수이며, `forward`의 결과는 (N, T, E)입니다.
`dout`은 (N, T, E)이고, `ids`와 `dout`은 바꾸지 않습니다. `grads[0]`은 언제나 같은 배열이고 shape은 W와 같은 (V, E)이며, `backward`를 부를
때마다 새로 씁니다. id에는 그래디언트가 없으므로 아무것도 반환하지 않아도 됩니다.
"""


# %% exercise="time_embedding"
class TimeEmbedding:
    """A row of W for every id.

    W : (V, E), floats; kept as params[0], not copied. grads[0] is an array of the same shape.

    Example: with W = [[1, 2], [3, 4], [5, 6]] the ids [[2, 2]] give [[[5, 6], [5, 6]]]; dout = [[[1, 1], [10, 20]]]
    then makes grads[0] = [[0, 0], [0, 0], [11, 21]].
    """

    def __init__(self, W):
        self.params = [W]
        self.grads = [np.zeros_like(W)]

    def forward(self, ids):
        """Return (N, T, E): the row of W for each id. ids : (N, T), integers from 0 to V - 1, not changed.

        Keep what backward needs. About 2 lines.
        """
        ### BEGIN SOLUTION
        self.ids = ids
        return self.params[0][ids]
        ### END SOLUTION

    def backward(self, dout):
        """Write the gradient of W (V, E) into the array grads[0], anew at each call. dout : (N, T, E), not changed.

        Ids have no gradient, so nothing need be returned. About 3 lines.
        """
        ### BEGIN SOLUTION
        dW = self.grads[0]
        dW[...] = 0
        np.add.at(dW, self.ids, dout)
        ### END SOLUTION


# %% check="time_embedding"
check("time_embedding", TimeEmbedding)

# %% [markdown] lang="en"
r"""
## 3. A loss that does not see the padding

At every place the network gives K scores, one for each id, and the loss of a place is that of unit u05: $-\log$ of the softmax at the right
id. But `PAD` is not a place where anything has to be said. If it counted, a network could get a good loss by saying `PAD` and nothing else.

The **mask** says what counts: True for tokens, False for padding. Let one answer have the losses 2 and 1, and another one only 3:

| | place 0 | place 1 | mask |
|---|---|---|---|
| first answer | 2 | 1 | True, True |
| second answer | 3 | padding | True, False |

Three tokens count, and the loss is $(2 + 1 + 3) / 3 = 2$. Two other means look alike and are wrong. Dividing by all four places gives 1.5, and
more padding would make the loss smaller still. The mean of each answer first, then the mean of both, gives $(1.5 + 3) / 2 = 2.25$: a token of a
short answer would weigh more.

With M tokens that count, the gradient of the scores is

$$\frac{1}{M} \big( \mathrm{softmax} - \text{one-hot} \big)$$

where the mask is True, and 0 where it is False.

**Your turn**, about 6 lines: return both, `loss, dscores`. As in unit u05, subtract from the scores of each token their largest. Padding has the
id 0 in `t`, which is a legal index, so you may compute the softmax everywhere and use the mask afterwards. `np.eye(K)[t]` makes one-hot rows
(N, T, K); `mask[:, :, np.newaxis]` has the shape (N, T, 1).
"""

# %% [markdown] lang="ko"
r"""
## 3. 패딩을 보지 않는 손실

신경망은 자리마다 점수 K개를 냅니다. id마다 하나씩입니다. 한 자리의 손실은 u05에서 배운 대로, 정답 id의 소프트맥스에 $-\log$를 취한 값입니다.
그런데 `PAD`는 무언가를 말해야 하는 자리가 아닙니다. 이것까지 센다면 `PAD`만 외치는 신경망도 좋은 손실을 얻습니다.

무엇을 세는지는 **마스크**(mask)가 알려 줍니다. 토큰이면 True, 패딩이면 False입니다. 한 답의 손실은 2와 1이고, 다른 답은 3 하나뿐이라고
합시다.

| | 자리 0 | 자리 1 | mask |
|---|---|---|---|
| 첫째 답 | 2 | 1 | True, True |
| 둘째 답 | 3 | 패딩 | True, False |

세는 토큰은 셋이고 손실은 $(2 + 1 + 3) / 3 = 2$입니다. 비슷해 보이지만 틀린 평균이 둘 있습니다. 네 자리로 나누면 1.5가 되고, 패딩을 더 붙일수록
손실이 더 작아집니다. 답마다 평균을 내고 다시 평균하면 $(1.5 + 3) / 2 = 2.25$가 되어 짧은 답의 토큰이 더 큰 몫을 가집니다.

세는 토큰이 M개일 때 점수의 그래디언트는 다음과 같습니다.

$$\frac{1}{M} \big( \mathrm{softmax} - \text{one-hot} \big)$$

이것은 mask가 True인 자리의 값이고, False인 자리에서는 0입니다.

빈칸을 채우십시오. 여섯 줄 정도면 됩니다. 둘을 함께 `loss, dscores`로 반환합니다. `scores`는 (N, T, K)이고 ±1000까지 될 수 있습니다. `t`와
`mask`는 (N, T)이고, 세는 토큰은 하나 이상입니다. 아무것도 바꾸지 않습니다. u05에서처럼 토큰마다 점수에서 그중 가장 큰 값을 뺍니다. `t`에서
패딩의 id는 0인데, 0도 인덱스로 쓸 수 있으므로 소프트맥스를 모든 자리에서 구하고 마스크를 나중에 써도 됩니다. `np.eye(K)[t]`는 원-핫 행
(N, T, K)를 만들고, `mask[:, :, np.newaxis]`의 shape은 (N, T, 1)입니다.
"""


# %% exercise="masked_softmax_loss"
def masked_softmax_loss(scores, t, mask):
    """Return two things: the mean loss of the tokens that count, a number, and the gradient of the scores (N, T, K).

    scores : (N, T, K), floats, also ±1000. t : (N, T), integers from 0 to K - 1, the right ids; 0 where mask is False.
    mask : (N, T), truth values: True where a token counts, at least once. Nothing is changed.
    With M tokens that count: the loss is 1/M times the sum of -log softmax(scores[n, i])[t[n, i]] over them, and its
    gradient 1/M (softmax - one-hot) at these tokens, 0 at all others.

    Example: scores = [[[0, 0], [5, 1]]], t = [[1, 0]], mask = [[True, False]] gives the loss log 2 = 0.6931 and the
    gradient [[[0.5, -0.5], [0, 0]]].
    """
    ### BEGIN SOLUTION
    M = mask.sum()
    shifted = scores - scores.max(axis=2, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=2, keepdims=True))
    one_hot = np.eye(scores.shape[2])[t]
    loss = -(log_p * one_hot)[mask].sum() / M
    return loss, (np.exp(log_p) - one_hot) * mask[:, :, np.newaxis] / M
    ### END SOLUTION


# %% check="masked_softmax_loss"
check("masked_softmax_loss", masked_softmax_loss)

# %% [markdown] lang="en"
r"""
## 4. Read first, then write

"7+85" has four characters, "92" has two, and the first digit of the answer hangs on the last digits of the question. So the network first
reads everything and then writes. It has two halves, each an LSTM with weights of its own:

- the **encoder** (`reader`) reads the question, one character at each step, and says nothing;
- the **decoder** (`writer`) begins with the state that the reader ended with, and says the answer, one character at each step.

All that passes from one to the other is a state: h and c of the reader's *last* step, 64 numbers each in section 5. Such a network is
called **sequence to sequence**, seq2seq for short.

What goes into the writer? What has just been written. At the first step nothing has, so `START` goes in. In training one gives it the *right*
character of the step before, even where it would have said another one; otherwise a single mistake at the start would spoil all that follows, and
nothing could be learnt from it. This is called **teacher forcing**.

![Seven boxes in a row. Four white boxes named read take in 7, +, 8, 5, each with an arrow to the next. A thick arrow marked h and c leads to three
grey boxes named write. They take in START, 2, 9 and should say 2, 9, END: each takes in what the one before should say.](attachment:bridge.png)

In the picture the answer 92 is written backwards, as 2, 9. Section 5 shows what that is good for.
"""

# %% [markdown] lang="ko"
r"""
## 4. 먼저 읽고, 다음에 쓰기

"7+85"는 네 글자, "92"는 두 글자입니다. 그리고 답의 첫 숫자는 질문의 마지막 숫자에 달려 있습니다. 그래서 신경망은 먼저 다 읽은 다음에 씁니다.
신경망은 두 부분으로 이루어지고, 각각 자기 가중치를 가진 LSTM입니다.

- **인코더**(encoder, `reader`)는 질문을 한 시점에 한 글자씩 읽고, 아무 말도 하지 않습니다.
- **디코더**(decoder, `writer`)는 reader가 끝낸 상태에서 시작해 답을 한 시점에 한 글자씩 말합니다.

둘 사이를 건너가는 것은 상태뿐입니다. reader의 *마지막* 시점의 h와 c이고, 5절에서는 각각 수 64개입니다. 이런 신경망을 **시퀀스 투 시퀀스**(sequence
to sequence), 줄여서 seq2seq라고 합니다.

writer에는 무엇이 들어갈까요? 방금 쓴 것이 들어갑니다. 첫 시점에는 쓴 것이 없으므로 `START`가 들어갑니다. 학습할 때는 신경망이 다른 글자를
말했더라도 앞 시점의 *올바른* 글자를 넣어 줍니다. 그러지 않으면 처음에 한 번 틀린 것이 뒤를 모두 망쳐 배울 것이 없어집니다. 이것을 **교사
강요**(teacher forcing)라고 합니다.

![상자 일곱 개가 한 줄로 놓여 있다. read라고 적힌 흰 상자 네 개에 7, +, 8, 5가 들어가고 각 상자에서 다음 상자로 화살표가 간다. h and c라고 적힌
굵은 화살표가 write라고 적힌 회색 상자 세 개로 이어진다. 여기에는 START, 2, 9가 들어가고 2, 9, END를 말해야 한다. 들어가는 것은 바로 앞 상자가
말해야 할 것이다.](attachment:bridge.png)

그림에서는 답 92를 거꾸로 2, 9로 썼습니다. 왜 그러는지는 5절에서 봅니다.
"""


# %% demo=true figure="bridge"
def plot_bridge(question="7+85", answer="29"):
    """Draw the steps of reader and writer for one question, whose answer is written backwards."""
    given, wanted = ["START", *answer], [*answer, "END"]
    figure, axis = plt.subplots(figsize=(10, 3.6), layout="constrained")
    axis.set(xlim=(-0.7, len(question) + len(given) + 0.3), ylim=(-1.75, 1.7))
    axis.axis("off")
    arrow = {"arrowstyle": "-|>", "color": "black", "linewidth": 1.3}
    for x, token in enumerate([*question, None, *given]):
        if token is None:
            axis.annotate("", (x + 0.7, 0), (x - 0.7, 0), arrowprops={**arrow, "linewidth": 3})
            axis.text(x, 0.2, "h and c", ha="center", va="bottom")
            continue
        writes = x > len(question)
        look = {
            "boxstyle": "round,pad=0.5" if writes else "square,pad=0.5",
            "fc": "0.9" if writes else "white",
            "ec": "k",
        }
        axis.text(x, 0, "write" if writes else "read", ha="center", va="center", bbox=look)
        axis.text(x, -1.2, token, ha="center", va="center", family="monospace", fontsize=12)
        axis.annotate("", (x, -0.35), (x, -0.95), arrowprops=arrow)
        if x not in (len(question) - 1, len(question) + len(given)):
            axis.annotate("", (x + 0.62, 0), (x + 0.38, 0), arrowprops=arrow)
        if writes:
            step = x - len(question) - 1
            axis.text(x, 1.3, wanted[step], ha="center", va="center", family="monospace", fontsize=12)
            axis.annotate("", (x, 1.05), (x, 0.35), arrowprops=arrow)
    axis.text(-0.6, -1.6, "what goes in", va="center", color="0.35")
    axis.text(len(question) + 0.3, 1.3, "should say:", va="center", ha="right", color="0.35")


plot_bridge()
plt.show()

# %% [markdown] lang="en"
r"""
**The pieces that you get.** `TimeLSTM` is the layer of unit u21, `TimeAffine` an affine layer that serves every step:

| call | what it does |
|---|---|
| `hs = layer.forward(x)` | x (N, T, D) to all states hs (N, T, H); it begins with zeros, or with what `set_state` gave |
| `layer.last` | the tuple (h, c) of the last step, each (N, H) |
| `writer.set_state(h, c)` | the next `forward` begins with h and c |
| `dx = layer.backward(dhs, dc)` | fills the gradients; dhs (N, T, H), and dc (N, H) where the last c was used too (else leave it out) |
| `layer.dh0`, `layer.dc0` | after `backward`: the gradients of the state that `forward` began with, each (N, H) |

The vocabulary of the sums has 14 ids, so few that one-hot rows will do: `self.one_hot[ids]` is (N, T, V).

**The shift.** The writer must say `target`, and it is given `target` one step later. If it were given `target` itself, it would see at each
step just what it should say. It would learn to copy, with a loss near 0, and write nonsense when it is alone.

**The way back** goes through the same bridge. `head.backward`, then `writer.backward`; then the writer knows `dh0` and `dc0`, the gradients of
the state that it began with. That was the reader's last h and c. So the reader gets `dh0` at its last step and zeros at all other steps, because nobody
used its other states, and `dc0` for its last cell.

**Your turn**: about 5 lines for `forward`, about 4 for `backward`. This is the exercise that takes longest; draw the picture yourself and write the
shapes beside the arrows.
"""

# %% [markdown] lang="ko"
r"""
**주어진 부품.** `TimeLSTM`은 u21의 층이고, `TimeAffine`은 모든 시점에 쓰는 아핀 계층입니다.

| 호출 | 하는 일 |
|---|---|
| `hs = layer.forward(x)` | x (N, T, D)에서 모든 상태 hs (N, T, H)를 구합니다. 0이나 `set_state`로 준 상태에서 시작합니다 |
| `layer.last` | 마지막 시점의 튜플 (h, c), 각각 (N, H) |
| `writer.set_state(h, c)` | 다음 `forward`가 h와 c에서 시작합니다 |
| `dx = layer.backward(dhs, dc)` | 그래디언트를 채웁니다. dhs는 (N, T, H), dc는 (N, H)이고 마지막 c도 쓰였을 때만 넘깁니다 |
| `layer.dh0`, `layer.dc0` | `backward` 뒤에, `forward`가 시작한 상태의 그래디언트, 각각 (N, H) |

덧셈의 어휘는 id가 14개뿐이라 원-핫 행으로 충분합니다. `self.one_hot[ids]`의 shape은 (N, T, V)입니다.

**한 칸 밀기.** writer는 `target`을 말해야 하고, 입력으로는 `target`을 한 시점 늦게 받습니다. 늦추지 않고 그대로 주면 시점마다 말해야 할 것을 미리
봅니다. 그러면 손실은 0에 가까워지지만 베끼는 법만 배워서, 혼자 쓸 때는 엉뚱한 글을 씁니다.

**역전파**도 같은 다리를 건넙니다. `head.backward` 다음에 `writer.backward`를 부르면 writer가 시작한 상태의 그래디언트 `dh0`과 `dc0`이
생깁니다. 그 상태는 reader의 마지막 h와 c였습니다. 그래서 reader는 마지막 시점에서 `dh0`을 받고, 다른 시점에서는 0을 받습니다. 다른 상태는
아무도 쓰지 않았기 때문입니다. 마지막 셀로는 `dc0`을 받습니다.

빈칸을 채우십시오. `forward`는 다섯 줄, `backward`는 네 줄 정도입니다. `source`는 (N, S), `target`은 (N, T)이고 둘 다 바꾸지 않습니다.
`forward`는 점수 (N, T, V)를 반환합니다. 시점 0에는 START가, 시점 t에는 `target[:, t - 1]`이 들어가고, `scores[:, t]`는 `target[:, t]`를 말해야
합니다. 예를 들어 target이 [[7, 8, 2]]이면 writer에는 [[1, 7, 8]]이 들어갑니다. `dscores`는 (N, T, V)이고 바꾸지 않습니다. `params`에는
배열이 8개 있습니다(reader 3개, writer 3개, head 2개). 가장 오래 걸리는 문제이니, 그림을 직접 그리고 화살표 옆에 shape을 적어 보십시오.
"""


# %% exercise="seq2seq"
class Seq2Seq:
    """An LSTM that reads, an LSTM that writes, and an affine layer for the scores; ids go in as one-hot rows.

    V : number of ids; H : numbers of state. params holds 8 arrays: 3 of the reader, 3 of the writer, 2 of the head.
    """

    def __init__(self, V, H, rng, dtype=np.float32):
        self.one_hot = np.eye(V, dtype=dtype)
        self.reader = TimeLSTM(*lstm_weights(V, H, rng, dtype=dtype))
        self.writer = TimeLSTM(*lstm_weights(V, H, rng, dtype=dtype), stateful=True)
        self.head = TimeAffine(rng.normal(0, 1 / np.sqrt(H), (H, V)).astype(dtype), np.zeros(V, dtype))
        self.params = self.reader.params + self.writer.params + self.head.params
        self.grads = self.reader.grads + self.writer.grads + self.head.grads

    def forward(self, source, target):
        """Return the scores (N, T, V) of the ids to write.

        source : (N, S), the ids to read. target : (N, T), the ids that should be written. Neither is changed.
        The writer begins with h and c of the reader's last step. At step 0 it is given START, at step t the id
        target[:, t - 1], and scores[:, t] is its answer: it should say target[:, t]. About 5 lines.

        Example: for target = [[7, 8, 2]] the writer is given [[1, 7, 8]].
        """
        ### BEGIN SOLUTION
        self.hs = self.reader.forward(self.one_hot[source])
        self.writer.set_state(*self.reader.last)
        first = np.full((len(target), 1), START)
        given = np.concatenate([first, target[:, :-1]], axis=1)
        return self.head.forward(self.writer.forward(self.one_hot[given]))
        ### END SOLUTION

    def backward(self, dscores):
        """Fill the gradients of all three layers. dscores : (N, T, V), not changed. About 4 lines.

        Of the reader only the last h and c were used: its gradients are writer.dh0, at the last step, and writer.dc0.
        """
        ### BEGIN SOLUTION
        self.writer.backward(self.head.backward(dscores))
        dhs = np.zeros_like(self.hs)
        dhs[:, -1] = self.writer.dh0
        self.reader.backward(dhs, self.writer.dc0)
        ### END SOLUTION


# %% check="seq2seq"
check("seq2seq", Seq2Seq)

# %% [markdown] lang="en"
r"""
## 5. A network learns to add

Everything is there now. The next cell trains your `Seq2Seq` on 7,500 sums with your loss and tests it with 500 others that it has never seen. It does so twice: the
answers are written backwards (92 as "29"), and as they are. `solve` lets the network write on its own: there is no teacher, and at each step the character of
the highest score goes in next. An answer is right if all its characters are. Training takes a few seconds, on a busy machine more.

![Share of new sums that are right against the update, from 100 to 1300. Both curves stay low at first, rise steeply and end near 100 %. The solid one,
answers written backwards, rises earlier than the dashed one, answers as they are.](attachment:additions.png)
"""

# %% [markdown] lang="ko"
r"""
## 5. 신경망이 덧셈을 배우다

이제 모두 갖추었습니다. 다음 셀은 여러분의 `Seq2Seq`를 여러분의 손실로 덧셈 7,500개에 대해 학습시키고, 처음 보는 500개로 테스트합니다. 두 번
합니다. 한 번은 답을 거꾸로 쓰고(92를 "29"로), 한 번은 그대로 씁니다. `solve`는 신경망이 혼자 쓰게 합니다. 교사 없이, 시점마다 점수가 가장 높은
문자를 다음 입력으로 넣습니다. 답의 모든 문자가 맞아야 맞은 것으로 칩니다. 몇 초 걸리고, 바쁜 컴퓨터에서는 더 걸립니다.

![처음 보는 덧셈의 정답률과 갱신 횟수, 100부터 1300까지. 두 곡선 모두 처음에는 낮다가 가파르게 올라 100 % 가까이에서 끝난다. 답을 거꾸로 쓴
실선이 그대로 쓴 점선보다 먼저 오른다.](attachment:additions.png)
"""


# %% given=true
def backwards(text):
    """Return a text from its end to its start."""
    return text[::-1]


def as_it_is(text):
    return text


def solve(model, source, n=4):
    """Let a trained Seq2Seq write n ids (N, n) after source (N, S), each time the one of the highest score."""
    model.reader.forward(model.one_hot[source])
    model.writer.set_state(*model.reader.last)
    ids, written = np.full((len(source), 1), START), []
    for _ in range(n):
        ids = model.head.forward(model.writer.forward(model.one_hot[ids])).argmax(axis=2)
        written.append(ids)
    return np.concatenate(written, axis=1)


# %% demo=true figure="additions"
def train_additions(order, updates=1300, H=64, N=128, seed=0):
    """Train a Seq2Seq on sums; return the accuracies on new questions, {update: share}, and some answers."""
    rng = np.random.default_rng(seed)
    vocab = Vocab("0123456789+")
    train, test = make_additions(rng, 8000, digits=2, test=0.0625)
    sources, asked = (fill_up([vocab.encode(q) for q, _ in pairs], 5, front=True) for pairs in (train, test))
    targets = fill_up([[*vocab.encode(order(answer)), END] for _, answer in train], 4)
    model, optimizer, accuracies = Seq2Seq(len(vocab), H, rng), Adam(0.01), {}
    for update in range(1, updates + 1):
        optimizer.lr = 0.01 * (1 - update / updates) + 0.0001
        batch = rng.integers(0, len(train), N)
        t = targets[batch]
        loss, dscores = masked_softmax_loss(model.forward(sources[batch], t), t, t != PAD)
        model.backward(dscores)
        clip_grads(model.grads, 5.0)
        optimizer.update(model.params, model.grads)
        if update % 100 == 0:
            answers = [order(vocab.decode(ids)) for ids in solve(model, asked)]
            accuracies[update] = np.mean([given == right for given, (_, right) in zip(answers, test)])
    wrong = [f"{q} = {a}, not {given}" for (q, a), given in zip(test, answers) if given != a]
    print(f"{order.__name__:9}: loss {loss:.3f}, {100 * accuracies[updates]:.1f} % of {len(test)} new sums are right")
    print(f"    after 500 updates it was {100 * accuracies[500]:.1f} %")
    print("   ", "; ".join(wrong[:3]) or ", ".join(f"{q} = {given}" for (q, _), given in zip(test[:4], answers)))
    return accuracies


def plot_additions():
    """Train with the answer written backwards and as it is, and draw the accuracies."""
    curves = {order.__name__.replace("_", " "): train_additions(order) for order in (backwards, as_it_is)}
    figure, axis = plt.subplots(figsize=(7, 3.6), layout="constrained")
    shares = {name: 100 * np.array(list(curve.values())) for name, curve in curves.items()}
    plots.curves(axis, list(curves["backwards"]), shares, "update", "new sums that are right, in %", markers=True)
    axis.set_ylim(-3, 103)


plot_additions()
plt.show()

# %% [markdown] lang="en"
r"""
Written backwards, 100.0 % of the new sums are right after 1300 updates; as they are, 99.0 %, which is five mistakes in 500, such as 10+7 = 18. The difference at the end is
small. On the way it is large: after 500 updates the curves stand at 84.2 % and 59.6 %. Section 9 asks why. (Other versions of NumPy round a little differently, so your last digit
may differ.)

Nobody told the network what a digit is, or that digits have places. It got 7,500 examples, of the 10,000 that there are, and found out the rest.
This has its limits: it has only seen numbers up to 99, and nothing has prepared it for three digits. It has learnt these sums, not what adding is.
"""

# %% [markdown] lang="ko"
r"""
1300번 갱신한 뒤, 거꾸로 쓰면 처음 보는 덧셈의 100.0 %를 맞히고, 그대로 쓰면 99.0 %를 맞힙니다. 500개 중 다섯 개를 틀린 것인데, 10+7 = 18 같은 답입니다. 끝에
가서는 차이가 작지만 도중에는 큽니다. 500번 갱신했을 때 84.2 %와 59.6 %입니다. 왜 그런지는 9절에서 묻습니다. (NumPy의 버전에 따라 반올림이 조금 달라서 마지막 자리는
다를 수 있습니다.)

숫자가 무엇인지, 자릿수가 있다는 것을 아무도 알려 주지 않았습니다. 신경망은 10,000개 가운데 7,500개의 예를 보고 나머지를 알아냈습니다. 물론 한계가
있습니다. 99까지의 수만 보았으므로 세 자리 수에는 아무 준비가 되어 있지 않습니다. 이 덧셈들을 배운 것이지 덧셈이 무엇인지를 배운 것은 아닙니다.
"""

# %% [markdown] lang="en"
r"""
## 6. Perplexity: between how many does the model waver?

The second task: given a text, which character comes next? A model that gives a probability to every possible next token is called a **language model**. It cannot be
right always, so accuracy is a poor measure. The loss is better, the mean of $-\log p$ over all tokens, where $p$ is the probability that the model gave to the
token that really came. But what does a loss of 1.79 mean?

Take exp of it: $e^{1.79} = 6$. This is the **perplexity**. A model that wavers between 6 equally likely characters gives each $1/6$; its loss is
$-\log \frac16 = 1.79$, and its perplexity is 6. Who is always sure and right has the perplexity 1. Who knows nothing has K, the size of the
vocabulary.

By hand, with two tokens that got the probabilities 0.5 and 0.125: $-\log$ gives 0.693 and 2.079, the mean is 1.386, and $e^{1.386} = 4$. It is a *geometric* mean: 2
and 8, the perplexities of the two, make 4 and not 5.

- The mean comes before exp. exp of the *sum* would grow with the length of the text.
- The base does not matter as long as it is the same twice: with m the mean of $\log_2 p$, $2^{-m}$ is the same number.
- Who gives the probability 0 to something that then happens has the perplexity $\infty$. That is deserved: such a model calls the true text
  impossible. So here, other than in section 2 of unit u05, no small number may take the place of the 0.

**Your turn**, about 2 lines. The padding may have the probability 0 without harm, but $0 \cdot \log 0$ is `nan`: choose first, `p[mask]`. A
warning of NumPy about log of 0 does not matter.
"""

# %% [markdown] lang="ko"
r"""
## 6. 퍼플렉시티: 몇 개 사이에서 망설이는가

두 번째 문제입니다. 글이 주어지면, 다음에 올 문자는 무엇일까요? 다음에 올 수 있는 모든 토큰에 확률을 매기는 모델을 **언어 모델**(language
model)이라고 합니다. 언제나 맞힐 수는 없으므로 정확도는 좋은 척도가 아닙니다. 손실이 더 낫습니다. 실제로 나온 토큰에 모델이 준 확률이 $p$일 때,
모든 토큰에 걸친 $-\log p$의 평균입니다. 그런데 손실이 1.79라는 것은 무슨 뜻일까요?

exp를 취하면 $e^{1.79} = 6$입니다. 이것이 **퍼플렉시티**(perplexity)입니다. 똑같이 그럴듯한 문자 6개 사이에서 망설이는 모델은 저마다 $1/6$을
주므로 손실이 $-\log \frac16 = 1.79$이고 퍼플렉시티는 6입니다. 언제나 확신하고 맞히면 1, 아무것도 모르면 어휘의 크기 K입니다.

손으로 계산해 보겠습니다. 두 토큰의 확률이 0.5와 0.125이면 $-\log$는 0.693과 2.079, 평균은 1.386이고 $e^{1.386} = 4$입니다. *기하* 평균입니다.
두 토큰의 퍼플렉시티 2와 8의 평균이 5가 아니라 4가 됩니다.

- exp보다 평균이 먼저입니다. *합*에 exp를 취하면 글이 길수록 커집니다.
- 두 번 다 같은 밑을 쓰면 밑은 무엇이든 상관없습니다. $\log_2 p$의 평균이 m이면 $2^{-m}$도 같은 수입니다.
- 확률 0을 준 것이 실제로 나오면 퍼플렉시티는 $\infty$입니다. 진짜 글을 불가능하다고 한 모델이니 당연한 값입니다. 그래서 u05의 2절과 달리, 여기서는
  0을 작은 수로 바꾸지 않습니다.

빈칸을 채우십시오. 두 줄 정도면 됩니다. `p`는 shape이 (N, T)이고 올바른 토큰의 확률, `mask`는 (N, T)이고 세는 토큰은 하나 이상입니다. 아무것도
바꾸지 않고, 결과는 1부터 무한대까지의 수 하나입니다. 세는 토큰의 확률이 0이면 결과는 np.inf입니다. 패딩의 확률은 0이어도 괜찮아야 하는데,
$0 \cdot \log 0$은 `nan`이므로 먼저 `p[mask]`로 고르십시오. log 0에 대한 NumPy의 경고는 나와도 됩니다.
"""


# %% exercise="perplexity"
def perplexity(p, mask):
    """Return exp of the mean of -log p over the tokens that count, a single number from 1 to infinity.

    p : (N, T), floats: the probability that the model gave to the right token. mask : (N, T), truth values: True where
    a token counts, at least once. Nothing is changed. Where mask is False, p may be anything, also 0.
    If a token that counts has the probability 0, the result is np.inf.

    Example: p = [[0.5, 0.125, 0.9]], mask = [[True, True, False]] gives 4.0.
    """
    ### BEGIN SOLUTION
    with np.errstate(divide="ignore"):
        return np.exp(-np.mean(np.log(p[mask])))
    ### END SOLUTION


# %% check="perplexity"
check("perplexity", perplexity)

# %% [markdown] lang="en"
r"""
### The model to beat: counted pairs

The simplest language model needs no network. Count in the training text how often each character follows each: after q came u in all cases, after
t came h in many. A model of such pairs is called a **bigram** model.

`data.text("en")` is the beginning of *Alice's Adventures in Wonderland* by Lewis Carroll (1865), four chapters. Nine tenths are for
training, the last tenth for the test.
"""

# %% [markdown] lang="ko"
r"""
### 넘어서야 할 모델: 두 글자씩 세기

가장 단순한 언어 모델에는 신경망이 필요 없습니다. 학습할 글에서 어떤 문자 다음에 어떤 문자가 몇 번 나오는지 셉니다. q 다음에는 언제나 u가, t
다음에는 h가 자주 나옵니다. 이렇게 두 글자의 짝을 세는 모델을 **바이그램**(bigram) 모델이라고 합니다.

`data.text("en")`은 루이스 캐럴의 『이상한 나라의 앨리스』(1865) 처음 네 장의 영어 원문입니다. 앞의 10분의 9로 학습하고 마지막 10분의 1로 테스트합니다.
"""


# %% given=true
def parts(text):
    """Return a text in two parts: its first nine tenths to train, its last tenth to test."""
    cut = len(text) * 9 // 10
    return text[:cut], text[cut:]


def bigram(ids, V, extra):
    """Return the probability of each id after each id, (V, V), counted in ids; `extra` is added to every count."""
    counts = np.full((V, V), float(extra))
    np.add.at(counts, (ids[:-1], ids[1:]), 1)
    sums = counts.sum(axis=1, keepdims=True)
    return counts / np.where(sums == 0, 1, sums)


# %% demo=true
def measure_bigrams():
    """Print the perplexities of counted pairs, with and without something added to the counts."""
    text = data.text("en")
    vocab = Vocab(text)
    train, test = (np.array(vocab.encode(part)) for part in parts(text))
    everything = np.ones(len(test) - 1, bool)
    print(f"{len(text)} characters, {len(set(text))} different ones; {len(train)} to train, {len(test)} to test")
    for extra in (0, 0.1, 1, 10):
        p = bigram(train, len(vocab), extra)[test[:-1], test[1:]]
        print(f"{extra:4} added to every count: perplexity {perplexity(p, everything):.2f}")


measure_bigrams()

# %% [markdown] lang="en"
r"""
With nothing added, the perplexity is infinite: the last tenth holds pairs that never occurred before. Adding a little to every count leaves a chance to
everything. With 0.1 the perplexity is 10.79, the best of the four: instead of 67 characters the model wavers between about 11. Adding 10 blurs
what was counted, and 14.14 is worse.

## 7. Two texts, character by character

A bigram model sees one character back. A recurrent network carries a state, and may see further. `LanguageModel`, which is given, puts your `TimeEmbedding`, a
`TimeRNN` or `TimeLSTM` and an affine layer together. The text is cut into 16 strips which are learnt side by side, 32 steps at a time; the state is carried
from piece to piece, the gradient is not (unit u20).

**And Korean?** `data.text("ko")` is the Constitution of the Republic of Korea. What is a character there? There are two natural answers.

- A **syllable**, such as 헌. The text has 377 different ones (with digits and signs), some of them a few times only.
- A **jamo**, one of the letters that a syllable is made of: 헌 is ㅎ, ㅓ, ㄴ. Then there are 73, but the text is twice as long. In Python
  `unicodedata.normalize("NFD", text)` takes syllables apart, and `"NFC"` puts them together again.

Fewer tokens that come more often, but more steps to look back: which is better is not clear beforehand. The cell tries both. It takes the longest of
this unit, about as long as section 5.

![Two pictures of the perplexity on the last tenth against the epoch. Left, English: RNN and LSTM fall side by side from about 8 to below 6, far below the
line of counted pairs near 11. Right, Korean, logarithmic axis: syllables fall from above 30 to about 15, below the line of their pairs at 22; jamo
fall from 6 to about 4.4, below the line of their pairs at 8.](attachment:texts.png)
"""

# %% [markdown] lang="ko"
r"""
아무것도 더하지 않으면 퍼플렉시티가 무한대입니다. 마지막 10분의 1에 한 번도 나온 적 없는 짝이 있기 때문입니다. 모든 횟수에 조금씩 더하면 무엇이든
가능성이 남습니다. 0.1을 더했을 때 10.79로 넷 가운데 가장 좋습니다. 67개의 문자가 아니라 11개쯤 사이에서 망설이는 셈입니다. 10을 더하면 센 것이
흐려져서 14.14로 나빠집니다.

## 7. 두 글을 한 글자씩

바이그램 모델은 한 글자 앞만 봅니다. 순환 신경망은 상태를 넘겨주므로 더 멀리 볼 수 있습니다. 주어진 `LanguageModel`은 여러분의 `TimeEmbedding`,
`TimeRNN`이나 `TimeLSTM`, 그리고 아핀 계층을 이어 붙인 것입니다. 글을 16줄로 잘라 나란히, 한 번에 32시점씩 배웁니다. 상태는 다음 조각으로
넘겨주지만 그래디언트는 넘기지 않습니다(u20).

**한국어는?** `data.text("ko")`는 대한민국헌법입니다. 여기서 '문자'란 무엇일까요? 자연스러운 답이 둘 있습니다.

- **음절**(syllable). '헌' 같은 글자입니다. 이 글에는 숫자와 기호를 포함해 377가지가 있는데, 몇 번밖에 나오지 않는 것도 많습니다.
- **자모**(jamo). 음절을 이루는 낱자입니다. '헌'은 ㅎ, ㅓ, ㄴ입니다. 그러면 73가지로 줄지만 글의 길이는 두 배가 됩니다. 파이썬에서는
  `unicodedata.normalize("NFD", text)`로 음절을 자모로 풀고 `"NFC"`로 다시 모읍니다.

자모는 가짓수가 적고 저마다 자주 나오지만, 더 많은 시점을 돌아보아야 합니다. 어느 쪽이 나을지 미리 알 수 없으므로 둘 다 해 봅니다. 이 단원에서 5절과
함께 가장 오래 걸리는 셀입니다.

![마지막 10분의 1에서 잰 퍼플렉시티와 에폭을 그린 그림 두 개. 왼쪽은 영어이다. RNN과 LSTM이 나란히 8쯤에서 6 아래로 내려가며, 11쯤에 있는 바이그램의
선보다 훨씬 아래이다. 오른쪽은 한국어이고 로그 눈금이다. 음절은 30 위에서 15쯤으로 내려가 바이그램의 선 22보다 아래에 있고, 자모는 6에서 4.4쯤으로
내려가 바이그램의 선 8보다 아래에 있다.](attachment:texts.png)
"""


# %% given=true
class LanguageModel:
    """Scores of the next id after every id: your TimeEmbedding, a TimeRNN or TimeLSTM, an affine layer."""

    def __init__(self, kind, V, H, rng, E=24):
        normal = lambda rows, columns, scale: (scale * rng.normal(size=(rows, columns))).astype(np.float32)
        self.embed = TimeEmbedding(normal(V, E, 1.0))
        if kind == "LSTM":
            self.layer = TimeLSTM(*lstm_weights(E, H, rng), stateful=True)
        else:
            self.layer = TimeRNN(*recurrent_weights("rnn", E, H, rng), stateful=True)
        self.head = TimeAffine(normal(H, V, 0.3 / np.sqrt(H)), np.zeros(V, np.float32))
        self.params = self.embed.params + self.layer.params + self.head.params
        self.grads = self.embed.grads + self.layer.grads + self.head.grads

    def forward(self, ids):
        """Return the scores (N, T, V). ids : (N, T)."""
        return self.head.forward(self.layer.forward(self.embed.forward(ids)))

    def backward(self, dscores):
        """Fill the gradients; those of the state stop at the start of the piece."""
        self.embed.backward(self.layer.backward(self.head.backward(dscores)))

    def step(self, k, state):
        """Return the scores (V,) after one id, and the state; the first state is None."""
        self.layer.reset_state() if state is None else self.layer.set_state(*state)
        return self.forward(np.array([[k]]))[0, -1], self.layer.last


def of_right_ids(model, ids):
    """Return the probability (1, T - 1) that the model gives to each id of a text after those before it; ids (T,)."""
    model.layer.reset_state()
    p = softmax(model.forward(ids[np.newaxis, :-1])[0])
    return p[np.arange(len(ids) - 1), ids[1:]][np.newaxis]


trained = {}  # what the next cell fills: name -> (model, vocab)


# %% demo=true figure="texts"
def train_text(kind, text, epochs, H, N=16, T=32, seed=0):
    """Learn the first nine tenths of a text; return model, vocab, and the test perplexity after each epoch."""
    rng, vocab = np.random.default_rng(seed), Vocab(text)
    train, test = (np.array(vocab.encode(part)) for part in parts(text))
    model, optimizer, curve = LanguageModel(kind, len(vocab), H, rng), Adam(0.01), []
    length = len(train) // N
    rows = train[: N * length].reshape(N, length)  # N places of the text, learnt side by side
    pieces = (length - 1) // T
    for epoch in range(epochs):
        model.layer.reset_state()
        for piece in range(pieces):
            x, t = (rows[:, piece * T + shift : (piece + 1) * T + shift] for shift in (0, 1))
            optimizer.lr = 0.01 * (1 - (epoch + piece / pieces) / epochs) + 0.0001
            loss, dscores = masked_softmax_loss(model.forward(x), t, np.ones(t.shape, bool))
            model.backward(dscores)
            clip_grads(model.grads, 1.0)
            optimizer.update(model.params, model.grads)
        p = of_right_ids(model, test)
        curve.append(float(perplexity(p, np.ones(p.shape, bool))))
    return model, vocab, curve


def pair_perplexity(text):
    """Return the perplexity of counted pairs on the last tenth of a text."""
    vocab = Vocab(text)
    train, test = (np.array(vocab.encode(part)) for part in parts(text))
    p = bigram(train, len(vocab), 0.1)[test[:-1], test[1:]]
    return float(perplexity(p, np.ones(p.shape, bool)))


def plot_texts():
    """Train on both texts, print the perplexities and draw them."""
    english, syllables = data.text("en"), data.text("ko")
    jamo = unicodedata.normalize("NFD", syllables)
    tests = {"en": english, "ko, syllables": syllables, "ko, jamo": jamo}
    runs = (
        ("en", "RNN", 6, 128),
        ("en", "LSTM", 6, 128),
        ("ko, syllables", "LSTM", 10, 96),
        ("ko, jamo", "LSTM", 6, 96),
    )
    curves, counted = {}, {name: pair_perplexity(text) for name, text in tests.items()}
    for name, kind, epochs, H in runs:
        model, vocab, curve = train_text(kind, tests[name], epochs, H)
        trained[f"{kind} {name}"] = model, vocab
        curves[f"{kind} {name}"] = curve
        print(f"{name:13}: V {len(vocab):3}; perplexity of pairs {counted[name]:5.2f}, {kind:4} {curve[-1]:5.2f}")
    share = len(parts(jamo)[1]) / len(unicodedata.normalize("NFC", parts(jamo)[1]))
    for what, value in (("pairs", counted["ko, jamo"]), ("LSTM", curves["LSTM ko, jamo"][-1])):
        print(
            f"jamo, {what}: {share:.2f} a syllable, so {value:.2f} to the power {share:.2f} = {value**share:.1f} a syllable"
        )

    figure, (left, right) = plt.subplots(1, 2, figsize=(11, 3.8), layout="constrained")
    for axis, names in ((left, ("RNN en", "LSTM en")), (right, ("LSTM ko, syllables", "LSTM ko, jamo"))):
        for name, style in zip(names, ("o-", "s--")):
            text = name.split(" ", 1)[1]
            axis.plot(np.arange(1, len(curves[name]) + 1), curves[name], style, label=name)
            if axis is right or name == "LSTM en":
                axis.axhline(
                    counted[text], color="black", linestyle=":" if style == "o-" else "-.", label=f"pairs {text}"
                )
        axis.set(xlabel="epoch", ylabel="perplexity of the last tenth")
        axis.legend(fontsize=8)
    left.set_title("English, characters")
    right.set(title="Korean, syllables and jamo", yscale="log")
    right.set_yticks((4, 5, 8, 10, 15, 20, 30), ("4", "5", "8", "10", "15", "20", "30"))
    right.minorticks_off()


plot_texts()
plt.show()

# %% [markdown] lang="en"
r"""
On English the perplexity falls from 10.79 for pairs to 5.53 for the RNN and 5.33 for the LSTM. Looking further back halves it. The two networks are close: six times through
40,000 characters is little, and most of what can be learnt from so short a text stands a few characters back, where an RNN does as well. Try more epochs, or a larger H, and
see what becomes of the gap.

**May one compare?** 4.44 for jamo against 14.67 for syllables: are jamo three times as good? No. It is easier to guess one jamo than a whole
syllable, but there are 2.04 jamo to guess for each character of the text (blanks, digits and signs included). To waver between 4.44 jamo 2.04 times is to waver
between $4.44^{2.04} = 21.0$ characters. Counted in the same unit, syllables win here, 14.7 against 21.0. Perplexities can be
compared only where the tokens are the same, or after a conversion like this one. The same holds for English against Korean.
"""

# %% [markdown] lang="ko"
r"""
영어에서 퍼플렉시티는 바이그램의 10.79에서 RNN 5.53, LSTM 5.33으로 줄어듭니다. 더 멀리 돌아보면 절반이 되는 셈입니다. 두 신경망의 차이는 작습니다. 4만 글자를 여섯 번 보는
것은 얼마 되지 않고, 이렇게 짧은 글에서 배울 수 있는 것은 대부분 몇 글자 앞에 있어서 RNN으로도 됩니다. 에폭이나 H를 늘려서 차이가 어떻게 되는지 직접 보십시오.

**비교해도 될까요?** 자모는 4.44이고 음절은 14.67이니 자모가 세 배 나은 것일까요? 아닙니다. 자모 하나를 맞히기는 음절 하나를 맞히기보다 쉽지만,
글의 한 글자(빈칸, 숫자, 기호 포함)마다 자모를 2.04개씩 맞혀야 합니다. 자모 4.44개 사이에서 2.04번 망설이는 것은 글자 $4.44^{2.04} = 21.0$개
사이에서 망설이는 것과 같습니다. 같은 단위로 재면 여기서는 14.7 대 21.0으로 음절이 이깁니다. 퍼플렉시티는 토큰이 같거나 이렇게 환산한 뒤에만
비교할 수 있습니다. 영어와 한국어를 견줄 때도 마찬가지입니다.
"""

# %% [markdown] lang="en"
r"""
## 8. Writing, with a temperature

A language model writes like this: give it a start, **draw** a token with the probabilities that it names, give it that token, draw again. The state
remembers what came before.

Why draw, and not take the most probable one? Because whoever always takes the best writes the same text each time, and soon goes in circles. But drawing also picks the
unlikely: among 70 ids there are many that are almost impossible each and not so rare together. The **temperature** $T$ of unit u03 is the middle way: draw with

$$p = \mathrm{softmax}(s / T)$$

where $s$ are the scores.

Take the scores 2 and 0. With $T = 1$ the probabilities are 0.88 and 0.12, with $T = 0.5$ 0.98 and 0.02, with $T = 2$ 0.73 and 0.27. A low temperature is
careful, a high one daring. Dividing the *probabilities* by $T$ would change nothing, since they must sum to 1 afterwards.

Your `generate` is to work with any model, so the model comes as a function: `scores, state = step(k, state)` takes an id and a state, and returns the scores of the next id
and the next state. The caller need not know what a state is; just hand it on.

**Your turn**, about 9 lines. `rng.choice(len(p), p=p)` draws a number from 0 to `len(p) - 1` with the probabilities p. `softmax` is imported. All ids of
`start` go in first, in order; only after the last of them the first id is drawn. The result holds the n new ids only.
"""

# %% [markdown] lang="ko"
r"""
## 8. 온도를 정해 글쓰기

언어 모델은 이렇게 글을 씁니다. 첫머리를 주고, 모델이 말한 확률대로 토큰 하나를 **뽑고**, 그것을 다시 넣고, 또 뽑습니다. 앞에 무엇이 있었는지는
상태가 기억합니다.

왜 가장 그럴듯한 것을 고르지 않고 뽑을까요? 언제나 가장 좋은 것만 고르면 매번 같은 글이 나오고, 곧 같은 자리를 맴돌기 때문입니다. 그렇다고 그냥 뽑으면
드문 것도 나옵니다. id 70개 가운데에는 하나하나는 거의 불가능해도 모두 합치면 그리 드물지 않은 것이 많습니다. u03에서 본 **온도**(temperature)
$T$가 그 중간을 정합니다. 다음 확률로 뽑습니다.

$$p = \mathrm{softmax}(s / T)$$

여기서 $s$는 점수입니다.

점수가 2와 0이라고 합시다. $T = 1$이면 확률은 0.88과 0.12, $T = 0.5$이면 0.98과 0.02, $T = 2$이면 0.73과 0.27입니다. 온도가 낮으면 조심스럽고
높으면 대담합니다. *확률*을 $T$로 나누면 합이 다시 1이 되어야 하므로 아무것도 달라지지 않습니다.

여러분의 `generate`는 어떤 모델에도 쓸 수 있어야 하므로 모델을 함수로 받습니다. `scores, state = step(k, state)`는 id 하나와 상태를 받아 다음 id의
점수와 다음 상태를 반환합니다. 상태가 무엇인지는 몰라도 되고 넘겨주기만 하면 됩니다.

빈칸을 채우십시오. 아홉 줄 정도면 됩니다. `rng.choice(len(p), p=p)`는 0부터 `len(p) - 1`까지의 수 하나를 확률 p로 뽑습니다. `softmax`는 이미
가져왔습니다. `start`는 하나 이상의 id가 든 리스트이고, 그 id를 모두 차례로 넣은 다음에 첫 id를 뽑습니다. 첫 호출에는 `state`를 넘깁니다. 결과는
새로 뽑은 id n개뿐이고(n은 1 이상) 리스트나 정수 배열입니다. 난수는 `rng`에서만 얻습니다. T가 0보다 크지 않으면 ValueError를 내십시오.
"""


# %% exercise="generate"
def generate(step, state, start, n, rng, T=1.0):
    """Return n ids that follow `start`, each drawn at random, as a list or an array of integers, (n,).

    step : a function, step(id, state) -> (scores, next_state); scores (V,) are those of the next id.
    state : what the first call of step gets. start : a list of ids, at least one; they are not part of the result.
    n : at least 1. rng : a NumPy Generator; all chance comes from it.
    T : the temperature; ids are drawn with the probabilities softmax(scores / T). Raises ValueError unless T > 0.

    Every id of start goes through step, in order; then an id is drawn, goes through step, and so on. About 9 lines.
    """
    ### BEGIN SOLUTION
    if T <= 0:
        raise ValueError(f"found T {T}; expected a number above 0")
    for k in start:
        scores, state = step(k, state)
    ids = []
    while len(ids) < n:
        k = int(rng.choice(len(scores), p=softmax(scores / T)))
        ids.append(k)
        scores, state = step(k, state)
    return ids
    ### END SOLUTION


# %% check="generate"
check("generate", generate)

# %% [markdown] lang="en"
r"""
Now your code writes, with the models of section 7. First the English one at three temperatures, then the two Korean ones.

![Three bar charts of the probabilities of the twelve likeliest characters after "wh", for T = 0.3, 1.0 and 2.0. At 0.3 nearly everything lies on the first bars;
at 1.0 the first bars are highest and the others small; at 2.0 all are low and similar.](attachment:temperature.png)
"""

# %% [markdown] lang="ko"
r"""
이제 여러분의 코드가 7절의 모델로 글을 씁니다. 먼저 영어 모델이 세 가지 온도로, 다음에 한국어 모델 두 개가 씁니다.

!["wh" 다음에 올 문자 가운데 가장 그럴듯한 열두 개의 확률을 그린 막대그래프 세 개. T는 0.3, 1.0, 2.0이다. 0.3에서는 거의 모두 처음 몇 막대에
몰려 있고, 1.0에서는 처음 몇 막대가 가장 높고 나머지는 작으며, 2.0에서는 모두 낮고 비슷하다.](attachment:temperature.png)
"""


# %% demo=true figure="temperature"
def write(name, start, n, T, seed=0):
    """Let a trained model go on from a text."""
    model, vocab = trained[name]
    ids = generate(model.step, None, list(vocab.encode(start)), n, np.random.default_rng(seed), T)
    return unicodedata.normalize("NFC", start + vocab.decode(ids))


def plot_next(axis, model, vocab, start, T, most=12):
    """Draw the probabilities of what may come after a text."""
    state = None
    for k in vocab.encode(start):
        scores, state = model.step(k, state)
    p = softmax(scores.astype(float) / T)
    best = np.argsort(-scores)[:most]
    axis.bar(range(most), p[best], color="0.8", edgecolor="black", hatch="//")
    names = ["blank" if vocab.decode([k]) == " " else repr(vocab.decode([k]))[1:-1] for k in best]
    axis.set_xticks(range(most), names, rotation=90, family="monospace")
    axis.set(xlabel=f"next after {start!r}", ylabel="probability", ylim=(0, 1), title=f"T = {T:.1f}")


def plot_temperatures(start="wh", temperatures=(0.3, 1.0, 2.0)):
    """Print what the models write at three temperatures, and draw what may come next."""
    if not trained:
        raise RuntimeError("nothing is trained yet: run the cell above first")
    for T in temperatures:
        print(f"--- T = {T}")
        print(write("LSTM en", "Alice ", 200, T))
    for name in ("LSTM ko, syllables", "LSTM ko, jamo"):
        start_ko = unicodedata.normalize("NFD" if "jamo" in name else "NFC", "대통령은 ")
        print(f"--- {name}, T = 0.6")
        print(write(name, start_ko, 220 if "jamo" in name else 90, 0.6))
    figure, axes = plt.subplots(1, 3, figsize=(11, 3.4), layout="constrained", sharey=True)
    for axis, T in zip(axes, temperatures):
        plot_next(axis, *trained["LSTM en"], start, T)


plot_temperatures()
plt.show()

# %% [markdown] lang="en"
r"""
At T = 0.3 the English model writes real words, nearly all of them, in circles; at 1.0 it invents words that sound English, with quotation marks; at 2.0
it is noise. None of it makes sense, and it cannot: 40,000 characters and a few seconds are far too little. The Korean models have
learnt how an article of law looks: articles and paragraphs are numbered, and sentences end in 다. The one of jamo can even build syllables that the text does
not hold.

### Try it

Move the sliders. `T` is the temperature, `seed` draws another text. Without sliders, as in print, the picture above shows the same thing.

- At which temperature do most words exist, and the text is still not always the same?
- What stays right even at T = 1.5?
"""

# %% [markdown] lang="ko"
r"""
T = 0.3에서 영어 모델은 거의 다 실제로 있는 단어를 맴돌며 쓰고, 1.0에서는 영어처럼 들리는 단어를 지어내며 따옴표도 씁니다. 2.0에서는 잡음입니다.
어느 것도 뜻이 통하지 않고, 그럴 수도 없습니다. 4만 글자와 몇 초는 너무나 적습니다. 한국어 모델은 법조문의 모양을 배웠습니다. 조와 항에 번호를 붙이고
문장을 '다'로 맺습니다. 자모 모델은 글에 없는 음절도 만들어 낼 수 있습니다.

### 해 보기

슬라이더를 움직여 보십시오. `T`는 온도이고, `seed`를 바꾸면 다른 글이 나옵니다. 인쇄물처럼 슬라이더가 없는 곳에서는 위의 그림이 같은 것을 보여 줍니다.

- 단어가 대부분 실제로 있으면서도 글이 늘 똑같지는 않은 온도는 얼마쯤입니까?
- T = 1.5에서도 여전히 맞는 것은 무엇입니까?
"""


# %% demo=true
def draw_temperature(T, seed):
    """Print what the English model writes, and draw the probabilities of what may come next."""
    if not trained:
        raise RuntimeError("nothing is trained yet: run the cells above first")
    model, vocab = trained["LSTM en"]
    start = "The Queen "
    ids = generate(model.step, None, list(vocab.encode(start)), 200, np.random.default_rng(seed), T)
    print(start + vocab.decode(ids))
    state = None
    for k in vocab.encode(start):
        scores, state = model.step(k, state)
    p = softmax(scores.astype(float) / T)
    best = np.argsort(-scores)[:12]
    figure, axis = plt.subplots(figsize=(7, 3), layout="constrained")
    axis.bar(range(12), p[best], color="0.8", edgecolor="black", hatch="//")
    axis.set_xticks(range(12), [repr(vocab.decode([k])) for k in best], family="monospace")
    axis.set(xlabel=f"next after {start!r}", ylabel="probability", ylim=(0, 1), title=f"T = {T:.1f}")
    plt.show()


widgets.sliders(draw_temperature, T=(0.2, 2.5, 0.1, 1.0), seed=(0, 20, 1, 0))

# %% [markdown] lang="en"
r"""
## 9. A question to answer in words

In section 5 the network learnt faster when it wrote the answer backwards. Write four to eight sentences in the cell below. It is graded by a person, 3 points.

1. Add 47 and 85 on paper. In which order do you find the digits of the answer, and what do you carry from one to the next?
2. Why is the first character hard for a network that writes "132" as it is? What must it have done before it writes the 1? And what is different when it writes "231"?
3. The questions are the same in both cases and always read from left to right, and in the end both get nearly everything right. What, then, was gained by turning the
   answer round, and where does the network keep the carry?
"""

# %% [markdown] lang="ko"
r"""
## 9. 글로 답하는 문제

5절에서 신경망은 답을 거꾸로 쓸 때 더 빨리 배웠습니다. 아래 셀에 네 문장에서 여덟 문장 정도로 답하십시오. 사람이 채점하며 3점입니다.

1. 47과 85를 종이에 더해 보십시오. 답의 숫자를 어떤 순서로 구하고, 한 자리에서 다음 자리로 무엇을 올립니까?
2. "132"를 그대로 쓰는 신경망에게 첫 글자가 어려운 이유는 무엇입니까? 1을 쓰기 전에 무엇을 끝내야 합니까? "231"로 쓸 때는 무엇이 다릅니까?
3. 두 경우 모두 질문은 같고 언제나 왼쪽에서 오른쪽으로 읽으며, 결국에는 둘 다 거의 다 맞힙니다. 그러면 답을 뒤집어서 얻은 것은 무엇입니까? 받아올림은
   신경망의 어디에 있습니까?
"""

# %% [markdown] answer="carries" points=3 lang="en"
r"""
**Model answer.**

1. From the right: 7 + 5 = 12, write 2, carry 1; 4 + 8 + 1 = 13, write 3, carry 1; write 1. Each digit hangs on the two digits above it and on the carry from the right.
2. The first digit of 132 is the last carry, and it hangs on all the digits: the network must have worked out the whole sum, with all carries, in its state before it writes
   anything. Written backwards, the first digit is that of the ones, 7 + 5, for which two digits are enough; the next needs the tens and one carry. Each step has one small
   thing to do, as on paper.
3. A simpler way of computing, which is found with fewer updates; what can be computed in the end is the same, since the reader's state holds the whole question in both
   cases. The carry stands in the state of the writer (h and c), which is handed on from step to step, much as one keeps it in mind. It is not written anywhere.

**Rubric**, 1 point each.

- From the right to the left, with the carry to the next place. Half a point without the carry.
- The first digit as it is needs all carries beforehand; backwards each step needs two digits and one carry. Half a point for one of the two.
- Faster or easier to learn, not more possible (half a point); the carry lies in the state h, c of the writer (half a point). "The network adds as Python does" earns nothing.
"""

# %% [markdown] answer="carries" points=3 lang="ko"
r"""
**모범 답안.**

1. 오른쪽부터입니다. 7 + 5 = 12이므로 2를 쓰고 1을 올립니다. 4 + 8 + 1 = 13이므로 3을 쓰고 1을 올립니다. 마지막으로 1을 씁니다. 각 숫자는 그 자리의 두 숫자와
   오른쪽에서 올라온 수에 달려 있습니다.
2. 132의 첫 숫자는 마지막 받아올림이고, 이것은 모든 숫자에 달려 있습니다. 신경망은 아무것도 쓰기 전에 모든 받아올림을 포함한 덧셈 전체를 상태 안에서 끝내야
   합니다. 거꾸로 쓰면 첫 숫자는 일의 자리 7 + 5의 것이어서 숫자 두 개면 충분하고, 다음 숫자에는 십의 자리와 받아올림 하나가 필요합니다. 종이에서처럼 시점마다 작은 일을
   하나씩 합니다.
3. 더 간단한 계산 방법을 얻었고, 그래서 더 적은 갱신으로 찾아냅니다. 두 경우 모두 reader의 상태에 질문 전체가 들어 있으므로 결국 계산할 수 있는 것은 같습니다. 받아올림은
   시점에서 시점으로 넘겨주는 writer의 상태(h와 c)에 있습니다. 머릿속에 담아 두는 것과 비슷하며, 어디에도 쓰이지 않습니다.

**채점 기준**, 각 1점.

- 오른쪽에서 왼쪽으로, 그리고 다음 자리로 받아올림. 받아올림이 없으면 0.5점.
- 그대로 쓰면 첫 숫자를 쓰기 전에 모든 받아올림이 필요하다는 것, 거꾸로 쓰면 시점마다 숫자 두 개와 받아올림 하나면 된다는 것. 하나만 있으면 0.5점.
- 더 빨리, 더 쉽게 배우는 것이지 할 수 있는 일이 늘어난 것은 아니라는 것(0.5점). 받아올림은 writer의 상태 h, c에 있다는 것(0.5점). '신경망이 파이썬처럼 더한다'는 점수가
  없습니다.
"""

# %% demo=true
unit.score()

# %% [markdown] lang="en"
r"""
## What to read next

- Ilya Sutskever, Oriol Vinyals, Quoc Le, "Sequence to Sequence Learning with Neural Networks" (2014): reader and writer, for translation. There it helped to turn the *question* round.
- Wojciech Zaremba, Ilya Sutskever, "Learning to Execute" (2014): networks that add numbers and run small programs, character by character.
- Andrej Karpathy, "The Unreasonable Effectiveness of Recurrent Neural Networks" (2015): much larger models of characters, and what they write.
- Koki Saitoh, *Deep Learning from Scratch 2*, chapters 5 to 7: language models, perplexity and sums with seq2seq, in NumPy.
- Claude Shannon, "Prediction and Entropy of Printed English" (1951): how well people guess the next letter.

The bridge of section 4 is narrow: however long the question, all of it must pass through h and c. Letting the writer look back at *all* states of the reader is called
attention, and it is where today's language models begin.
"""

# %% [markdown] lang="ko"
r"""
## 더 읽을거리

- Ilya Sutskever, Oriol Vinyals, Quoc Le, "Sequence to Sequence Learning with Neural Networks" (2014). 번역에 쓴 인코더와 디코더. 여기서는 *질문*을 뒤집는 것이 도움이 되었습니다.
- Wojciech Zaremba, Ilya Sutskever, "Learning to Execute" (2014). 한 글자씩 읽고 쓰며 수를 더하고 작은 프로그램을 실행하는 신경망.
- Andrej Karpathy, "The Unreasonable Effectiveness of Recurrent Neural Networks" (2015). 훨씬 큰 문자 모델과 그 모델이 쓴 글.
- 사이토 고키, 『밑바닥부터 시작하는 딥러닝 2』, 5–7장. 언어 모델, 퍼플렉시티, seq2seq로 하는 덧셈을 NumPy로 만듭니다.
- Claude Shannon, "Prediction and Entropy of Printed English" (1951). 사람은 다음 글자를 얼마나 잘 맞힐까요?

4절의 다리는 좁습니다. 질문이 아무리 길어도 모두 h와 c를 지나야 합니다. writer가 reader의 *모든* 상태를 돌아보게 하는 것을 어텐션(attention)이라고 하며, 오늘날의 언어
모델은 거기서 시작합니다.
"""
