# %% [markdown] lang="en"
r"""
# Setup, arrays and how checks work

This unit is for you if you have never opened JupyterLab. It makes you at home in the tool that the whole course uses,
and has four short exercises on the way.

After it you will be able to

- run a notebook and say what runs where: cells, the kernel, the order of execution,
- read what a check says when it fails,
- describe an array by its shape, its axes and the kind of numbers in it,
- turn a vector into a row and into a column, and say when two arrays share their numbers,
- measure how far two vectors point in the same direction,
- save, start afresh, hand in, and ask for help so that others can help you.

You need Python as far as functions, lists and `if`. Nothing about neural networks is needed. Plan about 45 minutes.
"""

# %% [markdown] lang="ko"
r"""
# 준비: 노트북, 배열, 검사를 읽는 법

JupyterLab을 한 번도 열어 본 적이 없는 분을 위한 단원입니다. 이 강의에서 내내 쓸 도구에 익숙해지면서 짧은 문제 네 개를
풀어 봅니다.

이 단원을 마치면 다음을 할 수 있습니다.

- 노트북(notebook)을 실행하고, 무엇이 어디에서 실행되는지 설명할 수 있습니다. 셀, 커널, 실행 순서가 무엇인지 알게 됩니다.
- 검사(check)가 실패했을 때 나오는 메시지를 읽을 수 있습니다.
- 배열(array)의 shape, 축, 자료형을 말할 수 있습니다.
- 벡터를 행과 열로 바꿀 수 있고, 두 배열이 같은 수를 함께 쓰는 경우를 알아볼 수 있습니다.
- 두 벡터의 방향이 얼마나 비슷한지 잴 수 있습니다.
- 저장하고, 처음부터 다시 실행하고, 제출하고, 도움을 받기 좋게 질문할 수 있습니다.

파이썬의 함수, 리스트, `if`를 알면 됩니다. 신경망은 몰라도 됩니다. 45분 정도 걸립니다.
"""

# %% setup=true
import platform

import matplotlib
import matplotlib.pyplot as plt
import numpy as np
from nnlab import Unit, data, widgets

unit = Unit("u00_setup", lang="en")
check = unit.check

# %% [markdown] lang="en"
r"""
## 1. What runs where

What you see in the browser is a **notebook**: a page of text and of grey boxes with code. Each box is a **cell**. Click
into the cell above this text, hold Shift and press Enter. Its code runs, and the mark moves on to the next cell.
Do this with every cell from top to bottom.

The browser does not run any Python. It sends the code of the cell to a Python program in the background, the
**kernel**, and shows what comes back. The kernel remembers every name that a cell has defined until it is stopped.

![Left, the notebook: two cells, marked 1 and 4. An arrow "code" leads to the kernel on the right, which holds the name
steps with the value 3; an arrow "results" leads back.](attachment:kernel.png)

Try it. Run the next cell once and the one after it three times (click into it again before each run). A cell shows the
value of its last line if that line is no assignment: you see 1, 2 and 3. The text of the cell is the same each time; the
result is not, because the kernel remembers `steps`. Run the first of the two again: now the second shows 1.
"""

# %% [markdown] lang="ko"
r"""
## 1. 무엇이 어디에서 실행되는가

지금 브라우저에 보이는 것이 **노트북**(notebook)입니다. 글과, 코드가 든 회색 상자로 이루어진 문서입니다. 상자 하나를
**셀**(cell)이라고 합니다. 이 글 바로 위의 셀을 클릭하고 Shift를 누른 채 Enter를 누르십시오. 셀의 코드가 실행되고 다음
셀로 넘어갑니다. 이렇게 위에서 아래로 모든 셀을 실행해 나갑니다.

브라우저가 파이썬을 실행하는 것은 아닙니다. 브라우저는 셀의 코드를 **커널**(kernel)로 보내고, 돌아온 결과를 보여 줄
뿐입니다. 커널은 뒤에서 돌아가는 파이썬 프로그램입니다. 셀에서 정의한 이름은 커널이 멈출 때까지 모두 커널에 남아 있습니다.

![왼쪽은 노트북이고 1과 4라고 표시된 셀이 두 개 있다. "code"라는 화살표가 오른쪽의 커널로 간다. 커널에는 값이 3인 이름
steps가 있고, "results"라는 화살표가 노트북으로 돌아온다.](attachment:kernel.png)

직접 해 보십시오. 다음 셀을 한 번, 그다음 셀을 세 번 실행합니다(실행하기 전마다 셀을 다시 클릭하십시오). 셀의 마지막 줄이
대입문이 아니면 그 값이 셀 아래에 나타납니다. 1, 2, 3이 차례로 보일 것입니다. 셀의 내용은 그대로인데 결과가 달라진 까닭은
커널이 `steps`를 기억하기 때문입니다. 첫째 셀을 다시 실행하고 나면 둘째 셀의 결과는 1입니다.
"""

# %% given=true
steps = 0

# %% given=true
steps = steps + 1
steps

# %% [markdown] lang="en"
r"""
The number in square brackets to the left of a cell counts the runs: `[4]` was run fourth since the kernel started. `[*]`
means that it is running or waiting, and empty brackets that it has not been run. So these numbers, and not the places on
the page, tell you the **order of execution**.

That is convenient, and it is a trap. If you run cells in a jumbled order, or delete a cell whose names live on in the
kernel, the notebook seems to work but will not work for anybody else. The cure is to start afresh now and then: the menu
*Kernel > Restart Kernel and Run All Cells…* forgets every name and runs everything from top to bottom.

The next cell draws the picture above. You need not read its code: cells that draw are there for you to look at and to
play with, and grading skips them.
"""

# %% [markdown] lang="ko"
r"""
셀 왼쪽 대괄호 안의 수는 실행한 차례입니다. `[4]`는 커널이 시작된 뒤 네 번째로 실행했다는 뜻입니다. `[*]`는 실행 중이거나
차례를 기다린다는 뜻이고, 비어 있으면 아직 실행하지 않은 것입니다. 그러니 **실행 순서**는 셀이 놓인 자리가 아니라 이 수로
알 수 있습니다.

편리하지만 함정이기도 합니다. 셀을 뒤죽박죽 실행하거나, 셀을 지웠는데 그 이름이 커널에 남아 있으면, 내 화면에서는 잘되는데
다른 사람에게서는 안 되는 노트북이 됩니다. 그래서 가끔 새로 시작해야 합니다. 메뉴 *Kernel > Restart Kernel and Run All
Cells…*를 고르면 이름을 모두 잊고 처음부터 끝까지 다시 실행합니다.

다음 셀은 위의 그림을 그립니다. 코드를 읽지 않아도 됩니다. 그림을 그리는 셀은 보고 만져 보라고 둔 것이며, 채점할 때는
건너뜁니다.
"""

# %% demo=true figure="kernel"
fig, ax = plt.subplots(figsize=(8.5, 2.8))
paper = {"boxstyle": "round,pad=0.6", "facecolor": "white"}
ax.text(0.02, 0.92, "notebook (in the browser)", weight="bold")
ax.text(0.68, 0.92, "kernel (a Python program)", weight="bold")
for height, number, code in ((0.62, "[1]", "steps = 0"), (0.22, "[4]", "steps = steps + 1\nsteps")):
    ax.text(0.02, height, number, va="center", family="monospace")
    ax.text(0.1, height, code, va="center", family="monospace", bbox=paper)
ax.text(0.74, 0.42, "steps = 3", va="center", family="monospace", fontsize=13, bbox=paper)
for start, end, height, said in ((0.38, 0.7, 0.56, "code"), (0.7, 0.38, 0.26, "results: text, pictures")):
    ax.annotate("", (end, height), (start, height), arrowprops={"arrowstyle": "->", "linewidth": 1.5})
    ax.text(0.54, height + 0.04, said, ha="center")
ax.axis("off")
plt.show()

# %% [markdown] lang="en"
r"""
## 2. The few keys you need

| you want to | do this |
|---|---|
| run a cell and go on | Shift+Enter |
| change a cell | click into it and type; Esc leaves it again |
| add a cell for trials of your own | Esc, then B (below) or A (above) |
| undo what you typed | Ctrl+Z (on a Mac Cmd+Z) |
| stop a cell that runs on and on | the button ■ above the notebook, or *Kernel > Interrupt Kernel* |
| forget all names and begin again | *Kernel > Restart Kernel and Run All Cells…* |
| save | Ctrl+S (on a Mac Cmd+S) |
| see what a function wants | type its name and `?`, as in `np.zeros?`, and run the cell |

Saving writes the text, your code and the results that are shown into the file. It does not save the kernel: when you open
the notebook tomorrow, you see yesterday's results, but no name is known until you run the cells again. (To open it tomorrow,
activate the environment and run `nnlab start` in the course's folder, as you did today.)

Run the first code cell of a notebook first, always. It imports what all others use. Whoever forgets it reads
`NameError: name 'check' is not defined`.
"""

# %% [markdown] lang="ko"
r"""
## 2. 알아 두면 되는 키 몇 가지

| 하고 싶은 일 | 방법 |
|---|---|
| 셀을 실행하고 다음으로 가기 | Shift+Enter |
| 셀 고치기 | 셀을 클릭하고 입력합니다. Esc를 누르면 빠져나옵니다 |
| 연습용 셀 더하기 | Esc를 누른 다음 B(아래에) 또는 A(위에) |
| 입력한 것을 되돌리기 | Ctrl+Z (Mac에서는 Cmd+Z) |
| 끝나지 않는 셀 멈추기 | 노트북 위쪽의 ■ 단추 또는 *Kernel > Interrupt Kernel* |
| 이름을 모두 잊고 처음부터 하기 | *Kernel > Restart Kernel and Run All Cells…* |
| 저장하기 | Ctrl+S (Mac에서는 Cmd+S) |
| 함수의 사용법 보기 | `np.zeros?`처럼 이름 뒤에 `?`를 붙여 셀을 실행합니다 |

저장하면 글과 코드, 지금 보이는 결과가 파일에 적힙니다. 커널은 저장되지 않습니다. 내일 노트북을 다시 열면 어제의 결과가
보이지만, 셀을 다시 실행하기 전에는 어떤 이름도 쓸 수 없습니다. (내일 다시 열 때는 오늘처럼 환경을 활성화하고 강의 폴더에서
`nnlab start --lang ko`를 실행하면 됩니다.)

노트북을 열면 언제나 첫째 코드 셀부터 실행하십시오. 다른 셀이 쓰는 것을 모두 여기에서 불러옵니다. 잊으면
`NameError: name 'check' is not defined`라는 오류가 나옵니다.
"""

# %% [markdown] lang="en"
r"""
## 3. Arrays, and your first check

Numbers that belong together are kept in an **array**. Three measurements of one flower are three numbers in a line; the
same for four flowers are a table with 4 rows and 3 columns; a colour picture is a block of numbers with height, width and
three colours. NumPy, imported as `np`, holds all of them.

Each direction in which the numbers lie is an **axis**. The line has one, the table has two, the block has three. The
**shape** tells how many numbers lie along each axis, one entry for each, as a tuple:

| what | made by | shape | number of axes |
|---|---|---|---|
| one number | `np.array(2.5)` | `()` | 0 |
| a line of three | `np.array([1.0, 2.0, 3.0])` | `(3,)` | 1 |
| a table | `np.zeros((4, 3))` | `(4, 3)` | 2 |
| a block | `np.zeros((2, 4, 3))` | `(2, 4, 3)` | 3 |

`(3,)` with its comma is how Python writes a tuple with a single entry.

All numbers of one array are of the same kind, its **dtype** (data type). `float64` holds numbers with a decimal point, to
about 16 digits; `float32` holds about 7 digits and takes half the room; `int64` holds whole numbers, and `bool` only
`True` and `False`.

An array `a` knows all this about itself. `a.shape` is its shape, `a.ndim` is the number of axes, and `a.dtype` is an
object for the kind of number, whose `a.dtype.name` is its name as text. Not to be mixed up with them: `len(a)` is the
length of the first axis alone, and `a.size` is how many numbers there are in all.

Why so much about shapes? In this course most errors are shapes that do not fit, and often nothing complains: NumPy
calculates something, only not what you meant.

**Your turn.** Write `describe(a)`, about 1 line. In the cell with `def describe`, replace the line
`raise NotImplementedError()` by your code, and run that cell. It shows nothing: it only makes the function known to
the kernel. Then run the cell below it, the **check**.

Before you do, run the next cell. It checks a *wrong* attempt, and we read together what the check says.
"""

# %% [markdown] lang="ko"
r"""
## 3. 배열, 그리고 첫 검사

함께 다룰 수들은 **배열**(array)에 담습니다. 꽃 한 송이에서 잰 값 세 개는 한 줄로 늘어선 수 세 개입니다. 네 송이에서 재면
행이 4개, 열이 3개인 표가 됩니다. 컬러 사진은 높이, 너비, 세 가지 색으로 된 수의 덩어리입니다. `np`라는 이름으로 불러온
NumPy가 이 모두를 다룹니다.

수가 늘어선 방향 하나하나를 **축**(axis)이라고 합니다. 한 줄이면 축이 하나, 표이면 둘, 덩어리이면 셋입니다. **shape**은
축마다 수가 몇 개씩 있는지를 튜플로 나타낸 것으로, 축마다 항목이 하나씩 있습니다.

| 배열 | 만드는 방법 | shape | 축의 수 |
|---|---|---|---|
| 수 하나 | `np.array(2.5)` | `()` | 0 |
| 수 세 개가 한 줄 | `np.array([1.0, 2.0, 3.0])` | `(3,)` | 1 |
| 표 | `np.zeros((4, 3))` | `(4, 3)` | 2 |
| 덩어리 | `np.zeros((2, 4, 3))` | `(2, 4, 3)` | 3 |

`(3,)`에 쉼표가 있는 것은 파이썬이 항목이 하나뿐인 튜플을 그렇게 쓰기 때문입니다.

한 배열에 든 수는 모두 종류가 같고, 그 종류를 **자료형**(dtype)이라고 합니다. `float64`는 소수점이 있는 수를 열여섯 자리쯤까지
담습니다. `float32`는 일곱 자리쯤 담는 대신 자리를 절반만 차지합니다. `int64`는 정수를, `bool`은 `True`와 `False`만
담습니다.

배열 `a`는 자신에 대해 이 모든 것을 알고 있습니다. `a.shape`이 shape이고, `a.ndim`이 축의 수입니다. `a.dtype`은 자료형을
나타내는 객체이고, 그 이름을 문자열로 쓴 것이 `a.dtype.name`입니다. 비슷해서 헷갈리는 것이 둘 있습니다. `len(a)`는 첫째 축의
길이일 뿐이고, `a.size`는 수가 모두 몇 개인지를 나타냅니다.

shape을 이렇게 따지는 데에는 까닭이 있습니다. 이 강의에서 만날 오류는 대부분 shape이 맞지 않는 것인데, 아무 경고가 없을 때가
많습니다. NumPy가 무언가를 계산하기는 하지만, 뜻한 것과 다른 것을 계산합니다.

이제 직접 해 보십시오. `describe(a)`를 한 줄 정도로 작성합니다. `def describe`가 있는 셀에서 `raise NotImplementedError()`라는
줄을 여러분의 코드로 바꾸고 그 셀을 실행하십시오. 화면에는 아무것도 나오지 않습니다. 커널에 함수를 알려 주기만 한 것입니다.
그런 다음 바로 아래의 셀, 곧 **검사**(check)를 실행합니다.

그 전에 다음 셀을 먼저 실행하십시오. 일부러 *틀리게* 만든 함수를 검사하는 셀입니다. 검사가 하는 말을 함께 읽어 보겠습니다.
"""


# %% demo=true
def first_try(a):
    return a.shape, a.size, a.dtype.name


try:
    check("describe", first_try, seed=7)
except AssertionError:
    pass  # a failed check raises an error; here only its table is wanted

# %% [markdown] lang="en"
r"""
### Reading what a check says

The check has called the function with several arrays and compared what came out with the course's own solution. This is
what it says:

```
describe: 1.5 / 2 points
  pass  first: the shape              1 / 1
  fail  second: the number of axes    0 / 0.5
        The result ndim is 8; expected 2 (largest difference 6).
        input: a = [[-0.8, -2.7, -1.4, -3], [0.2, 4, -1.5, -1.9]]
          shape, ndim, name = describe(a)
        Look here: a.size counts all the numbers in the array; a.ndim counts its axes.
  pass  third: the name of the dtype  0.5 / 0.5
  The same cases again: check("describe", describe, seed=7)
```

Read it from the top.

1. **Which rows failed.** Each row is one *aspect* of the exercise with points of its own. Shape and name are right and
   need no more work. Only the number of axes is wrong.
2. **What came out, and what should have.** The result `ndim` was 8, and 2 was expected.
3. **For which input.** `a` is the table with 2 rows and 4 columns. You can copy the lines into a cell of your own and
   try them. What is there 8 of? Numbers: 2 · 4. What is there 2 of? Axes.
4. **Look here.** Where the check recognises a frequent mistake, it names it. Otherwise there is a hint, or nothing.
5. **The same cases again.** A check draws new inputs each time. With this line it draws the same ones, so you can see
   whether a change has helped. `seed` is the number that the draw starts from.

Now look at the code of the attempt, `return a.shape, a.size, a.dtype.name`: the second of the three is to blame.

Three more things that you will meet:

- Below the table of a failed check stands a red line, `CheckFailed: describe: the table above says what failed`. It
  belongs to the check and is no error of your code. (The cell above hides it.)
- An exercise that you have not begun says *not done yet*.
- If your code stops with an error, the table names the error and the line of *your* code where it happened.

You may run a check as often as you like; nothing counts until you hand in. A check compares what your function returns,
not how it is written. And a check that passes is strong evidence, not proof: it tries some inputs, not all.
"""

# %% [markdown] lang="ko"
r"""
### 검사가 하는 말 읽기

검사는 여러 배열로 함수를 호출해 보고, 그 결과를 강의의 풀이와 비교합니다. 메시지는 다음과 같습니다.

```
describe: 1.5 / 2점
  통과  첫째: shape          1 / 1
  실패  둘째: 축의 수        0 / 0.5
        결과 ndim의 값이 8입니다. 기대한 값은 2입니다 (가장 큰 차이 6).
        입력: a = [[-0.8, -2.7, -1.4, -3], [0.2, 4, -1.5, -1.9]]
          shape, ndim, name = describe(a)
        살펴볼 곳: a.size는 배열에 있는 수를 모두 센 것입니다. 축의 수는 a.ndim입니다.
  통과  셋째: 자료형의 이름  0.5 / 0.5
  같은 사례로 다시 확인하기: check("describe", describe, seed=7)
```

위에서부터 읽습니다.

1. **어느 행이 실패했는가.** 행 하나가 문제의 *항목*(aspect) 하나이고, 항목마다 점수가 따로 있습니다. shape과 이름은 맞았으니 더
   손댈 것이 없습니다. 축의 수만 틀렸습니다.
2. **무엇이 나왔고, 무엇이 나와야 했는가.** 결과 `ndim`의 값이 8이었는데, 2가 나와야 했습니다.
3. **어떤 입력이었는가.** `a`는 행이 2개, 열이 4개인 표입니다. 이 줄들을 연습용 셀에 복사해 실행해 볼 수 있습니다. 이 표에서
   8개인 것은 무엇입니까? 수입니다. 2 · 4 = 8입니다. 2개인 것은 무엇입니까? 축입니다.
4. **살펴볼 곳.** 흔한 실수이면 검사가 알아보고 무엇을 잘못했는지 말해 줍니다. 그렇지 않으면 힌트가 나오거나 아무것도 나오지
   않습니다.
5. **같은 사례로 다시 확인하기.** 검사는 할 때마다 입력을 새로 뽑습니다. 이 줄을 실행하면 같은 입력을 다시 뽑으므로, 고친 것이
   맞는지 확인할 수 있습니다. `seed`는 무작위로 뽑을 때 출발점이 되는 수입니다.

이제 코드를 보십시오. `return a.shape, a.size, a.dtype.name`에서 셋 가운데 둘째가 문제입니다.

앞으로 만나게 될 것이 세 가지 더 있습니다.

- 검사가 실패하면 표 아래에 `CheckFailed: describe: 실패한 항목은 위의 표에 있습니다`라는 빨간 줄이 나옵니다. 검사가 내는 줄이며,
  여러분의 코드에서 난 오류가 아닙니다. (위의 셀에서는 이 줄을 감추었습니다.)
- 아직 시작하지 않은 문제는 *아직 풀지 않았습니다*라고 나옵니다.
- 코드가 오류로 멈추면, 어떤 오류인지와 *여러분의* 코드 몇째 줄에서 났는지가 표에 나옵니다.

검사는 몇 번이든 실행해도 됩니다. 제출하기 전에는 점수에 들어가지 않습니다. 검사는 함수가 반환한 결과만 비교하고, 어떻게
작성했는지는 따지지 않습니다. 검사를 통과했다면 맞을 가능성이 매우 높지만, 증명된 것은 아닙니다. 모든 입력이 아니라 몇 가지
입력으로 확인했을 뿐이기 때문입니다.
"""


# %% exercise="describe"
def describe(a):
    """Return what the array a is made of: its shape, its number of axes and the name of its dtype.

    a : array of any shape, also () and with an axis of length 0; floats, integers or truth values. Not changed.
    Returns three things: the shape (a tuple), the number of axes (an int), the name of the dtype (a str).

    Example: for a = np.zeros((4, 3)) it returns ((4, 3), 2, "float64").
    """
    ### BEGIN SOLUTION
    return a.shape, a.ndim, a.dtype.name
    ### END SOLUTION


# %% check="describe"
check("describe", describe)

# %% [markdown] lang="en"
r"""
## 4. Rows, columns, and who owns the numbers

An array with one axis is called a **vector**. `v = np.array([1.0, 2.0, 3.0])` has the shape `(3,)`. It is neither a row
nor a column: for that it would need two axes, and it has one.

Later you will need both. In this course a row is one sample: a table of the shape (N, D) holds N samples with D numbers
each, and a single sample is a table with one row, (1, D). A column, (D, 1), holds one number for each of D things.

**Transposing does not help.** `.T` reverses the order of the axes: it turns (4, 3) into (3, 4). With a single axis there
is nothing to reverse, and `v.T` is `v` again, of the shape `(3,)`, without any error.

What helps is to say which shape you want: `v.reshape(1, 3)` or, without counting, `v.reshape(1, -1)`. The −1 stands for
"as many as there are". What would a column be?

**Views.** `reshape` does not copy any numbers. It gives a second array that looks at the same place in memory, a
**view**. Whoever writes into the view writes into `v`. Run the next cell: it changes `row` and prints `v`.
"""

# %% [markdown] lang="ko"
r"""
## 4. 행과 열, 그리고 수의 주인

축이 하나인 배열을 **벡터**(vector)라고 합니다. `v = np.array([1.0, 2.0, 3.0])`의 shape은 `(3,)`입니다. 이것은 행도 아니고 열도
아닙니다. 행이나 열이 되려면 축이 두 개 있어야 하는데 하나뿐입니다.

앞으로 둘 다 필요합니다. 이 강의에서는 행 하나가 샘플(sample) 하나입니다. shape이 (N, D)인 표에는 수가 D개씩인 샘플이 N개
들어 있고, 샘플이 하나뿐이면 행이 하나인 표, 곧 (1, D)입니다. 열 (D, 1)에는 D개의 대상마다 수가 하나씩 들어 있습니다.

**전치(transpose)로는 안 됩니다.** `.T`는 축의 순서를 뒤집어 (4, 3)을 (3, 4)로 만듭니다. 축이 하나이면 뒤집을 것이 없습니다.
`v.T`는 오류도 없이 `v` 그대로이고, shape도 여전히 `(3,)`입니다.

원하는 shape을 말해 주면 됩니다. `v.reshape(1, 3)`이라고 쓰거나, 세지 않고 `v.reshape(1, -1)`이라고 씁니다. −1은 '있는
만큼'이라는 뜻입니다. 그러면 열은 어떻게 만들겠습니까?

**뷰.** `reshape`은 수를 복사하지 않습니다. 메모리의 같은 자리를 들여다보는 배열을 하나 더 만들 뿐이고, 이런 배열을
**뷰**(view)라고 합니다. 뷰에 무엇을 적으면 `v`에 적힙니다. 다음 셀을 실행해 보십시오. `row`를 바꾼 뒤 `v`를 출력합니다.
"""

# %% demo=true
v = np.array([1.0, 2.0, 3.0])
print("shape of v.T:", v.T.shape)
row = v.reshape(1, -1)
row[0, 0] = 99.0
print("v is now", v)

# %% [markdown] lang="en"
r"""
`v` begins with 99 now, although no line says `v[0] = 99`. Sometimes that is wanted, because it is fast. Where it is not
wanted, it is one of the errors that are hardest to find: something changes far from the line that changed it. A **copy**,
`np.array(v)` or `v.copy()`, has numbers of its own.

**Your turn**, about 1 or 2 lines. `row_and_column(v)` returns two arrays: the row of the shape (1, n) first, then the
column of the shape (n, 1). Each owns its numbers: writing into one changes neither `v` nor the other.
"""

# %% [markdown] lang="ko"
r"""
`v[0] = 99`라고 쓴 줄이 없는데도 `v`가 99로 시작합니다. 뷰는 빠르므로 일부러 쓸 때도 있습니다. 하지만 뜻하지 않게 쓰면 가장 찾기
어려운 오류가 됩니다. 바꾼 줄에서 멀리 떨어진 곳의 값이 달라지기 때문입니다. **복사본**(copy)인 `np.array(v)`나 `v.copy()`는
자기 수를 따로 갖고 있습니다.

이제 직접 해 보십시오. 한두 줄이면 됩니다. `row_and_column(v)`는 배열 두 개를 반환합니다. 먼저 shape이 (1, n)인 행, 다음에
shape이 (n, 1)인 열입니다. 두 배열은 저마다 자기 수를 갖습니다. 하나에 무엇을 적어도 `v`와 다른 하나는 그대로여야 합니다.
"""


# %% exercise="row_and_column"
def row_and_column(v):
    """Return the numbers of v as a row and as a column: two new arrays.

    v : (n,), floats or integers; not changed.
    Returns (row, column) of the shapes (1, n) and (n, 1), as arrays. Writing into one of them later changes
    neither v nor the other.

    Example: v = [1, 2, 3] gives the row [[1, 2, 3]] and the column [[1], [2], [3]].
    """
    ### BEGIN SOLUTION
    return np.array(v).reshape(1, -1), np.array(v).reshape(-1, 1)
    ### END SOLUTION


# %% check="row_and_column"
check("row_and_column", row_and_column)

# %% [markdown] lang="en"
r"""
### The shape explorer

The next cell makes a table `a`, takes its first row `v = a[0]` and puts it through *your* `row_and_column`. What stands
above each drawing comes from *your* `describe`. Finish both exercises first: a function that is not written yet stops the
cell with a `NotImplementedError`. Expect this for 3 rows and 4 columns:

![Four drawings of boxes with numbers: a with shape (3, 4) and the numbers 0 to 11; v with shape (4,); row with shape (1, 4);
column with shape (4, 1). Row, v and column hold 0, 1, 2, 3.](attachment:shapes.png)

The numbers along the edges are positions, and they count from 0: `a[1, 2]` is in the row 1 and the column 2, and it is 6.

`v` and `row` look alike on paper. Compare what is written above them, and the labels of the axes: `v` has only axis 0,
which is drawn from left to right; in `row` that direction is axis 1.

Move the sliders. (In a printed copy, imagine 1 row and 1 column: then `a`, `v`, `row` and `column` all hold the single
number 0, and still three of them have two axes and one has one.) For which settings do `row` and `column` have the same
shape? What is `a[0]` of a table with one column?
"""

# %% [markdown] lang="ko"
r"""
### shape 살펴보기

다음 셀은 표 `a`를 만들고, 그 첫째 행 `v = a[0]`을 *여러분의* `row_and_column`에 넣습니다. 그림 위에 적힌 것은 *여러분의*
`describe`가 낸 결과입니다. 먼저 두 문제를 풀어 두십시오. 작성하지 않은 함수가 있으면 셀이 `NotImplementedError`를 내고 멈춥니다.
행이 3개, 열이 4개이면 다음과 같이 나와야 합니다.

![수가 적힌 상자 그림 네 개. a의 shape은 (3, 4)이고 수는 0부터 11까지이다. v의 shape은 (4,), row는 (1, 4), column은 (4, 1)이다.
row, v, column에는 0, 1, 2, 3이 들어 있다.](attachment:shapes.png)

가장자리의 수는 위치이며 0부터 셉니다. `a[1, 2]`는 1번 행, 2번 열에 있고 값은 6입니다.

`v`와 `row`는 그림으로는 똑같아 보입니다. 위에 적힌 것과 축의 이름을 비교해 보십시오. `v`에는 축 0(axis 0)밖에 없고, 그것을
왼쪽에서 오른쪽으로 그렸습니다. `row`에서는 같은 방향이 축 1(axis 1)입니다.

슬라이더(slider)를 움직여 보십시오. (인쇄물로 볼 때는 행이 1개, 열이 1개인 경우를 떠올려 보십시오. `a`, `v`, `row`, `column`에 모두
0 하나만 들어 있지만, 그래도 셋은 축이 둘이고 하나는 축이 하나입니다.) `row`와 `column`의 shape이 같아지는 것은 언제입니까?
열이 하나뿐인 표에서 `a[0]`은 무엇입니까?
"""


# %% demo=true figure="shapes"
def draw_boxes(ax, array, name):
    """Draw an array of one or two axes as boxes with its numbers, and what the student's describe says about it."""
    boxes = np.atleast_2d(array)
    ax.pcolormesh(np.zeros(boxes.shape), edgecolors="black", cmap="Greys", vmin=0, vmax=1)
    for (i, j), number in np.ndenumerate(boxes):
        ax.text(j + 0.5, i + 0.5, number, ha="center", va="center")
    shape, ndim, dtype = describe(array)
    ax.set_title(f"{name}\nshape {shape}\nndim {ndim}, {dtype}", fontsize=10)
    ax.set(aspect="equal", xlim=(-0.2, 6.2), ylim=(6.2, -0.2), xlabel="axis 1" if array.ndim == 2 else "axis 0")
    ax.set_xticks(np.arange(boxes.shape[1]) + 0.5, range(boxes.shape[1]), fontsize=8)
    ax.set_yticks([])
    if array.ndim == 2:
        ax.set_ylabel("axis 0")
        ax.set_yticks(np.arange(boxes.shape[0]) + 0.5, range(boxes.shape[0]), fontsize=8)


def explore(rows, columns):
    """Draw a table, its first row as a vector, and the student's row and column of it."""
    a = np.arange(rows * columns).reshape(rows, columns)
    figure, axes = plt.subplots(1, 4, figsize=(11, 3.6), layout="constrained")
    arrays = (a, a[0], *row_and_column(a[0]))
    for ax, array, name in zip(axes, arrays, ("a", "v = a[0]", "row", "column"), strict=True):
        draw_boxes(ax, array, name)
    plt.show()


widgets.sliders(explore, rows=(1, 6, 1, 3), columns=(1, 6, 1, 4))

# %% [markdown] lang="en"
r"""
## 5. How far do two vectors point the same way?

A neuron multiplies its inputs with its weights, one by one, and adds the products up (unit u01). This sum is called the
**dot product**. For $u = (3, 4)$ and $v = (4, 3)$ it is

$$u \cdot v = 3 \cdot 4 + 4 \cdot 3 = 24$$

In NumPy it is `u @ v`. It grows the more the two vectors point in the same direction, but it also grows with their
lengths. So 24 by itself says little. A common belief is that the dot product of two vectors with the same direction is 1.
Take $u$ with itself: $3 \cdot 3 + 4 \cdot 4 = 25$.

The **length** of a vector is the root of the sum of its squares; for $(3, 4)$ it is $\sqrt{9 + 16} = 5$. It is also called
the *norm*, and `np.linalg.norm(u)` computes it. Divide the dot product by both lengths, and only the direction is left:

$$\cos(u, v) = \frac{u \cdot v}{|u|\,|v|} = \frac{24}{5 \cdot 5} = 0.96$$

This is the **cosine** of the angle between the two. It is 1 for the same direction, 0 for a right angle and −1 for
opposite directions, whatever the lengths. If you make $u$ ten times as long, both the numerator and the denominator grow
ten times, and 0.96 stays.

One vector has no direction: that of zeros only. Its length is 0, and $0 / 0$ is `nan` in NumPy, "not a number". We agree
that its cosine with any vector is 0. (Some code adds a small number such as $10^{-8}$ below the fraction line instead. For
vectors with lengths of about $10^{-6}$ this is no longer small beside $|u|\,|v|$, and the result is wrong.)

![Left: two arrows at an angle of 60 degrees, one three times as long as the other. Right: the cosine falls from 1 at 0
degrees through 0 at 90 degrees to −1 at 180 degrees; values for short and for long vectors lie in the same
circles.](attachment:cosine.png)

**Your turn**, about 4 lines. `u` and `v` have the same shape (D,); the result is one number. It is 0 if `u` or `v` holds
only zeros. It must not depend on the lengths, also for short vectors.
"""

# %% [markdown] lang="ko"
r"""
## 5. 두 벡터의 방향은 얼마나 비슷한가

뉴런은 입력과 가중치를 하나씩 짝지어 곱한 뒤 모두 더합니다(u01). 이 합을 **내적**(dot product)이라고 합니다.
$u = (3, 4)$와 $v = (4, 3)$의 내적은 다음과 같습니다.

$$u \cdot v = 3 \cdot 4 + 4 \cdot 3 = 24$$

NumPy에서는 `u @ v`라고 씁니다. 내적은 두 벡터의 방향이 비슷할수록 커지지만, 두 벡터가 길수록 커지기도 합니다. 그래서 24라는
값만으로는 알 수 있는 것이 별로 없습니다. 방향이 같은 두 벡터의 내적은 1이라고 잘못 아는 경우가 흔한데, $u$와 $u$ 자신의 내적은
$3 \cdot 3 + 4 \cdot 4 = 25$입니다.

벡터의 **길이**는 원소의 제곱을 모두 더한 값의 제곱근입니다. $(3, 4)$의 길이는 $\sqrt{9 + 16} = 5$입니다. 노름(norm)이라고도
하며 `np.linalg.norm(u)`로 구합니다. 내적을 두 길이로 나누면 방향만 남습니다.

$$\cos(u, v) = \frac{u \cdot v}{|u|\,|v|} = \frac{24}{5 \cdot 5} = 0.96$$

이 값은 두 벡터 사이의 각의 **코사인**(cosine)입니다. 길이와 관계없이 방향이 같으면 1, 직각이면 0, 반대이면 −1입니다. $u$를 열
배로 늘이면 분자와 분모가 모두 열 배가 되므로 0.96은 그대로입니다.

방향이 없는 벡터가 하나 있습니다. 원소가 모두 0인 영벡터입니다. 길이가 0이고, NumPy에서 $0 / 0$은 `nan`(수가 아님)입니다.
둘 가운데 하나라도 영벡터이면 코사인을 0으로 정하겠습니다. ($10^{-8}$처럼 작은 수를 분모에 더하는 코드도 있습니다. 하지만 길이가
$10^{-6}$쯤인 벡터에서는 이 수가 $|u|\,|v|$에 비해 더는 작지 않아서 결과가 틀립니다.)

![왼쪽: 60도 벌어진 화살표 두 개이며 하나가 다른 하나보다 세 배 길다. 오른쪽: 코사인은 0도에서 1, 90도에서 0, 180도에서 −1이다.
짧은 벡터의 값과 긴 벡터의 값이 같은 동그라미 안에 있다.](attachment:cosine.png)

이제 직접 해 보십시오. 네 줄 정도면 됩니다. `u`와 `v`의 shape은 (D,)로 같고, 결과는 수 하나입니다. `u`나 `v`의 원소가 모두 0이면
결과는 0입니다. 결과가 벡터의 길이에 따라 달라지면 안 됩니다. 아주 짧은 벡터에서도 마찬가지입니다.
"""


# %% exercise="cosine"
def cosine(u, v):
    """Return the cosine of the angle between u and v: the dot product divided by both lengths.

    u, v : (D,), floats or integers; not changed.
    Returns one number from -1 to 1 that does not depend on the lengths (1e-6 or 1000, say); 0.0 if u or v holds
    only zeros, no nan.

    Example: u = [3, 4] and v = [4, 3] give 0.96; u and 10 * u give 1.0.
    """
    ### BEGIN SOLUTION
    lengths = np.linalg.norm(u) * np.linalg.norm(v)
    if lengths == 0:
        return 0.0
    return u @ v / lengths
    ### END SOLUTION


# %% check="cosine"
check("cosine", cosine)

# %% [markdown] lang="en"
r"""
### Your cosine

The open circles are the values to expect, at 0, 30, 60 … 180 degrees. Your own values are drawn twice, once with a vector
of the length 0.5 and once with one of the length 3: the dots and the crosses should sit in the same circles. A dot product
that is not divided by the lengths would miss them.
"""

# %% [markdown] lang="ko"
r"""
### 여러분의 코사인

동그라미는 0, 30, 60 … 180도에서 나와야 할 값입니다. 여러분의 함수가 낸 값은 두 번 그립니다. 한 번은 길이가 0.5인 벡터로, 한
번은 길이가 3인 벡터로 구한 값입니다. 점과 × 표시가 같은 동그라미 안에 들어가야 합니다. 길이로 나누지 않은 내적이라면
동그라미를 벗어납니다.
"""

# %% demo=true figure="cosine"
degrees = np.arange(0, 181, 30)
directions = np.stack([np.cos(np.radians(degrees)), np.sin(np.radians(degrees))], axis=1)  # (7, 2), all of length 1
right_values = [1, 0.866, 0.5, 0, -0.5, -0.866, -1]

fig, (left, right) = plt.subplots(1, 2, figsize=(9.5, 3.6), layout="constrained")
for arrow_name, (x, y), style in (("u", (1, 0), "-"), ("v, three times as long", 3 * directions[2], "--")):
    left.annotate("", (x, y), (0, 0), arrowprops={"arrowstyle": "->", "linestyle": style, "linewidth": 1.8})
    left.text(x + 0.1, y, arrow_name, va="center")
left.text(0.35, 0.2, "60°")
left.set(xlim=(-0.4, 4.2), ylim=(-0.4, 3), aspect="equal", xlabel="first number", ylabel="second number")
right.plot(degrees, right_values, "o", color="black", fillstyle="none", markersize=11, label="value to expect")
for length, marker, size in ((3, "x", 9), (0.5, ".", 6)):
    yours = [cosine(directions[0], length * direction) for direction in directions]
    right.plot(degrees, yours, marker, markersize=size, label=f"cosine, length {length}")
right.axhline(0, color="0.8", linewidth=0.8, zorder=0)
right.set(xlabel="angle in degrees", ylabel="cosine", xticks=degrees)
right.legend()
plt.show()

# %% [markdown] lang="en"
r"""
### What it is good for: digits that look alike

A picture is a vector too. `nnlab` holds 1,797 handwritten digits of 8×8 pixels; as a vector each has 64 numbers, from 0
(black) to 1 (white). Two pictures with the same strokes point in a similar direction. How bright a picture is as a whole
is its length, and the cosine leaves that out.

The next cell takes every second picture, 899 of them, and computes the mean picture of each digit. Then it asks *your*
`cosine` two things:

- How similar are the ten mean pictures to each other?
- To which mean picture is each of the other 898 pictures most similar? Is that the right digit?

![Table of ten by ten cosines of the mean pictures, darker for larger values. The diagonal is 1. The largest values off the
diagonal belong to 1 and 8 and to 3 and 9, the smallest to 3 and 4 and to 6 and 7.](attachment:alike.png)
"""

# %% [markdown] lang="ko"
r"""
### 어디에 쓰는가: 닮은 숫자 찾기

이미지도 벡터입니다. `nnlab`에는 8×8 픽셀짜리 손글씨 숫자가 1,797개 있습니다. 벡터로 보면 하나가 수 64개이고, 값은 0(검정)부터
1(하양)까지입니다. 획이 비슷한 두 이미지는 방향이 비슷합니다. 이미지가 전체적으로 얼마나 밝은지는 벡터의 길이에 나타나는데,
코사인에는 영향을 주지 않습니다.

다음 셀은 이미지를 하나 걸러 하나씩 899개를 골라 숫자마다 평균 이미지를 구합니다. 그리고 *여러분의* `cosine`으로 두 가지를
알아봅니다.

- 평균 이미지 열 개는 서로 얼마나 비슷한가?
- 나머지 이미지 898개는 저마다 어느 평균 이미지와 가장 비슷한가? 그것이 옳은 숫자인가?

![평균 이미지의 코사인을 나타낸 10×10 표이며 값이 클수록 어둡다. 대각선은 1이다. 대각선이 아닌 곳에서는 1과 8, 3과 9의 값이 가장
크고, 3과 4, 6과 7의 값이 가장 작다.](attachment:alike.png)
"""


# %% demo=true figure="alike"
def plot_alike():
    """Compare the mean pictures of the digits by the student's cosine, and recognise unseen digits by it."""
    X, y = data.digits()
    seen, labels, unseen, truth = X[::2], y[::2], X[1::2], y[1::2]
    means = np.array([seen[labels == digit].mean(axis=0) for digit in range(10)])  # (10, 64)
    alike = np.array([[cosine(one, other) for other in means] for one in means])
    pairs = sorted((alike[i, j], j, i) for i in range(10) for j in range(i))
    for word, (value, i, j) in (("least", pairs[0]), ("most", pairs[-1])):
        print(f"{word} alike: {i} and {j}, cosine {value:.3f}")
    named = np.array([np.argmax([cosine(picture, mean) for mean in means]) for picture in unseen])
    print(f"{np.mean(named == truth):.1%} of {len(unseen)} unseen pictures named right; digit by digit, in percent:")
    print(" ".join(f"{digit}: {100 * np.mean(named[truth == digit] == digit):.1f} " for digit in range(10)))
    by_dot = np.argmax(unseen @ means.T, axis=1)
    print(f"by the plain dot product: {np.mean(by_dot == truth):.1%}, {np.sum(by_dot == 8)} of them called 8", end=" ")
    print(f"(there are {np.sum(truth == 8)})")
    figure, axis = plt.subplots(figsize=(6.4, 5), layout="constrained")
    image = axis.imshow(alike, cmap="Greys", vmin=0.6, vmax=1)
    for (i, j), value in np.ndenumerate(alike):
        axis.text(
            j, i, f"{value:.2f}", ha="center", va="center", color="white" if value > 0.85 else "black", fontsize=8
        )
    axis.set(xlabel="digit", ylabel="digit", xticks=range(10), yticks=range(10), title="cosine of two mean pictures")
    figure.colorbar(image, label="cosine")


plot_alike()
plt.show()

# %% [markdown] lang="en"
r"""
The mean pictures of 1 and 8 are the most alike, with a cosine of 0.932, just before 3 and 9 (0.930). The least alike are 3
and 4, with 0.696. No value is near 0, and none is negative: grey values are never negative, so no two pictures can point in
opposite directions.

**The result.** 90.0 % of the 898 pictures, 808 of them, are named right by a mean and a cosine; guessing gives about 10 %.
It is weakest where the table shows likeness: 81.3 % of the nines, 81.4 % of the eights and 83.1 % of the ones, against
98.9 % of the zeros. (Divide the pictures into other halves, and the 90.0 % changes by about a point.)

The last printed line uses the plain dot product instead. Then 88.8 % are right, and 130 pictures are called 8 although there
are only 86 eights: the mean of the eights is one of the longest vectors, and a long vector has large dot products. The
difference is small here because the ten lengths are nearly equal, from 3.39 to 3.63.

Nothing has learnt anything yet. In later units a network that learns gets well above 90 % on these pictures.
"""

# %% [markdown] lang="ko"
r"""
평균 이미지가 가장 닮은 것은 1과 8이고 코사인은 0.932입니다. 3과 9가 0.930으로 바로 뒤를 잇습니다. 가장 덜 닮은 것은 3과
4이고 0.696입니다. 0에 가까운 값이나 음수는 없습니다. 밝기가 음수일 수 없으므로 두 이미지의 방향이 반대가 될 수 없습니다.

**결과.** 평균과 코사인만으로 898개의 90.0 %인 808개를 맞혔습니다. 아무렇게나 고르면 10 % 정도입니다. 표에서 서로 닮은 숫자일수록 잘
틀립니다. 9는 81.3 %, 8은 81.4 %, 1은 83.1 %만 맞혔지만 0은 98.9 %를 맞혔습니다. (이미지를 다른 방법으로 반씩 나누면 90.0 %가
1 %포인트쯤 달라집니다.)

출력의 마지막 줄은 코사인 대신 내적을 그대로 쓴 결과입니다. 88.8 %를 맞혔는데, 8은 86개뿐인데도 130개를 8이라고 했습니다. 8의
평균은 특히 긴 벡터에 들고, 벡터가 길면 내적도 크기 때문입니다. 여기서 차이가 작은 까닭은 열 벡터의 길이가 3.39에서
3.63으로 거의 같기 때문입니다.

아직 아무것도 학습하지 않았습니다. 뒤의 단원에서 학습하는 신경망은 이 이미지들에서 90 %를 훌쩍 넘습니다.
"""

# %% [markdown] lang="en"
r"""
## 6. Which versions run here?

A program that works for you may stop for somebody else because another version of Python or of a package is installed
there. So the first question that anybody who helps you asks is: which versions do you have? Your next function answers it.

Most packages carry their version as text in `__version__`: after `import numpy as np`, `np.__version__` is, for example,
`"2.4.6"`. The version of Python is `platform.python_version()`, for example `"3.12.4"`. The first cell of this notebook
has imported `platform`, `matplotlib` and `np`.

TensorFlow is different: this course does not need it, and it is usually not installed. Then `import tensorflow` raises an
`ImportError`, and a function that meets this error stops. Python lets you try something and go on if it fails:

```
try:
    ...              # what may fail: here the import, and what depends on it
except ImportError:  # it failed
    ...              # what to do instead
```

A report has to say "missing" rather than stop: in its place stands the value `None`.

**Your turn**, about 8 lines. `env_report()` takes no arguments and returns a dict with the keys `"python"`, `"numpy"`,
`"matplotlib"` and `"tensorflow"`; more keys are allowed. Each value is a text, or `None` for TensorFlow where it is not
installed.

Everything is to be looked up *inside* the function, at each call. How can a check tell a version that you have looked up
from one that you have copied down? For the length of a call it pretends that quite other versions are installed, such as
Python 3.31.6. The lines with `installed(versions)` in its message do that.
"""

# %% [markdown] lang="ko"
r"""
## 6. 여기에는 어떤 버전이 설치되어 있는가

나에게서는 잘되는 프로그램이 다른 사람에게서는 멈출 수 있습니다. 파이썬이나 패키지(package)의 버전이 다르기 때문입니다. 그래서 도움을
청하면 가장 먼저 받는 질문이 '어떤 버전을 쓰십니까?'입니다. 이번에는 이 질문에 답하는 함수를 만듭니다.

패키지는 대개 자신의 버전을 `__version__`에 문자열로 갖고 있습니다. `import numpy as np`를 했다면 `np.__version__`은 이를테면
`"2.4.6"`입니다. 파이썬의 버전은 `platform.python_version()`이고, 이를테면 `"3.12.4"`입니다. `platform`, `matplotlib`, `np`는 이
노트북의 첫째 셀에서 이미 불러왔습니다.

TensorFlow는 사정이 다릅니다. 이 강의에는 필요하지 않고, 설치되어 있지 않은 경우가 많습니다. 그때 `import tensorflow`를 하면
`ImportError`가 발생하고, 함수는 그 자리에서 멈춥니다. 파이썬에서는 어떤 일을 시도해 보고, 실패하면 다른 일을 하게 할 수 있습니다.

```
try:
    ...              # 실패할 수 있는 일: 여기서는 import와, import가 되어야 할 수 있는 일
except ImportError:  # 실패했을 때
    ...              # 대신 할 일
```

보고하는 함수는 없는 것이 있어도 멈추지 말고 '없다'고 말해야 합니다. 버전 자리에 `None`을 넣으면 됩니다.

이제 직접 해 보십시오. 여덟 줄 정도면 됩니다. `env_report()`는 인수가 없고, 키가 `"python"`, `"numpy"`, `"matplotlib"`,
`"tensorflow"`인 딕셔너리(dict)를 반환합니다. 키가 더 있어도 됩니다. 값은 문자열이고, TensorFlow가 설치되어 있지 않으면 그 값만
`None`입니다.

모든 버전은 함수를 호출할 때마다 함수 *안에서* 알아내야 합니다. 알아낸 버전과 적어 둔 버전을 검사는 어떻게 가려낼까요?
호출하는 동안 파이썬 3.31.6처럼 전혀 다른 버전이 설치된 것처럼 꾸밉니다. 검사의 메시지에서 `installed(versions)`가 있는 줄이 그
일을 합니다.
"""


# %% exercise="env_report"
def env_report():
    """Return the versions of Python, NumPy, Matplotlib and TensorFlow, looked up at each call.

    Returns a dict with the keys "python", "numpy", "matplotlib" and "tensorflow" (more are allowed). Each value is a
    str such as "3.12.4"; "tensorflow" has the value None where TensorFlow cannot be imported.

    Example: {"python": "3.12.4", "numpy": "2.4.6", "matplotlib": "3.11.2", "tensorflow": None}
    """
    ### BEGIN SOLUTION
    report = {"python": platform.python_version(), "numpy": np.__version__, "matplotlib": matplotlib.__version__}
    try:
        import tensorflow

        report["tensorflow"] = tensorflow.__version__
    except ImportError:
        report["tensorflow"] = None
    return report
    ### END SOLUTION


# %% check="env_report"
check("env_report", env_report)

# %% demo=true
print(env_report())  # what is really installed here; where TensorFlow is, importing it takes some seconds

# %% [markdown] lang="en"
r"""
### Asking for help

When you are stuck, first read the message once more from the top, and work out the smallest failing input by hand. If that
does not help, ask. A question that can be answered has four parts:

1. which exercise, with the line *The same cases again* and its seed,
2. your code, as text and not as a photograph,
3. the whole message, also as text,
4. what `env_report()` prints.

Say also what you expected and what you have tried. "It does not work" cannot be answered by anybody.
"""

# %% [markdown] lang="ko"
r"""
### 도움을 청하는 법

막히면 먼저 메시지를 처음부터 한 번 더 읽고, 실패한 입력 가운데 가장 작은 것을 손으로 계산해 보십시오. 그래도 안 되면
물어보십시오. 답할 수 있는 질문에는 네 가지가 들어 있습니다.

1. 어느 문제인지와, 시드(seed)가 적힌 *같은 사례로 다시 확인하기* 줄
2. 여러분의 코드(사진이 아니라 글자로)
3. 메시지 전체(역시 글자로)
4. `env_report()`를 출력한 결과

무엇을 기대했는지와 무엇을 해 보았는지도 적으십시오. '안 됩니다'라고만 하면 아무도 답할 수 없습니다.
"""

# %% [markdown] lang="en"
r"""
## 7. All green, and handing in

Before you hand in, do these four things.

1. *Kernel > Restart Kernel and Run All Cells…*. A failed check does not stop the run, so you see all of them.
   The whole notebook takes a few seconds.
2. Look through the checks: each should be green. The last code cell of this notebook shows your points; with all four
   exercises right it says 10 / 10. The written answer of the next section is graded by a person and is not among them.
3. Save with Ctrl+S (Cmd+S).
4. Hand in the file `u00_setup.ipynb` in the way that your instructor asks for. It lies in the folder `work/en/u00_setup`
   of the course. Keep its name.

Grading runs your notebook from top to bottom in a new kernel, as *Restart Kernel and Run All Cells* does, but without the
cells that draw. So a notebook that is green after a restart stays green. Each check draws inputs once more, other ones
than on your screen: a function that only knows the answers to the inputs it has seen will not pass.

Two habits save trouble. Keep your work in the cells with `raise NotImplementedError()`, in the answer cell and in cells
that you have added, and delete none of the others; for grading their originals are put back. And if you ever want to begin
a unit anew,
rename your notebook and run `nnlab start` again; it never writes over a file that exists.
"""

# %% [markdown] lang="ko"
r"""
## 7. 모두 통과하기, 그리고 제출하기

제출하기 전에 다음 네 가지를 하십시오.

1. *Kernel > Restart Kernel and Run All Cells…*를 실행합니다. 검사가 실패해도 멈추지 않으므로 모든 검사를 볼 수 있습니다.
   노트북 전체가 몇 초면 끝납니다.
2. 검사를 차례로 살펴봅니다. 모두 초록색이어야 합니다. 이 노트북의 마지막 코드 셀에서 점수를 볼 수 있습니다. 네 문제가 모두
   맞으면 10 / 10이라고 나옵니다. 다음 절의 서술형 답안은 사람이 채점하므로 여기에 들어 있지 않습니다.
3. Ctrl+S(Cmd+S)로 저장합니다.
4. `u00_setup.ipynb` 파일을 강사가 정한 방법으로 제출합니다. 파일은 강의 폴더의 `work/ko/u00_setup`에 있습니다. 이름은 바꾸지
   마십시오.

채점할 때는 새 커널에서 노트북을 처음부터 끝까지 실행합니다. *Restart Kernel and Run All Cells*와 같지만, 그림을 그리는 셀은
건너뜁니다. 그러니 새로 시작해서 모두 통과한 노트북은 채점할 때도 통과합니다. 검사마다 입력을 한 번 더 뽑는데, 여러분의 화면에서
본 것과는 다른 입력입니다. 이미 본 입력의 답만 아는 함수는 통과하지 못합니다.

습관 두 가지를 들이면 탈이 없습니다. 첫째, 답은 `raise NotImplementedError()`가 있는 셀과 답안 셀, 여러분이 더한 셀에만
쓰십시오. 나머지 셀은 지우지 마십시오. 채점할 때는 원래 셀을 다시 넣습니다. 둘째, 단원을 처음부터 다시 하고 싶으면 노트북의 이름을 바꾸고 `nnlab start --lang ko`를
다시 실행하십시오. 이미 있는 파일은 결코 덮어쓰지 않습니다.
"""

# %% [markdown] lang="en"
r"""
## 8. A question to answer in words

A student wants to turn temperatures from Fahrenheit into Celsius. The exercise (it is not one of this unit) says: `f` is an
array of any shape and is not changed; return a new array with $(f - 32) \cdot 5 / 9$. This is the student's code, with its
lines numbered:

```
1  def celsius(f):
2      f -= 32
3      c = f * 5 / 9
4      return c
```

The check says:

```
celsius: 1 / 2 points
  pass  values                       1 / 1
  fail  the input is left untouched  0 / 1
        Your code changed its argument f[0]: it was 50 there, afterwards 18. Work on a copy.
        input: celsius([50, 212, -4])
  The same cases again: check("celsius", celsius, seed=12)
```

Answer in the cell below, in three to eight sentences. It is graded by a person, 3 points.

1. What does the message tell you? Say what each of the two rows means, and where the 50 and the 18 come from.
2. Which line would you look at, why that one, and what would you write instead?
3. The student says: "The numbers that come out are right, so it does not matter." Give an example in which it does, and
   say how you would test your repair on exactly these inputs.
"""

# %% [markdown] lang="ko"
r"""
## 8. 글로 답하는 문제

어떤 학생이 화씨온도를 섭씨온도로 바꾸는 함수를 만들고 있습니다. 문제(이 단원에는 없는 문제입니다)는 이렇습니다. `f`는 shape이
무엇이든 될 수 있는 배열이고 바꾸면 안 됩니다. $(f - 32) \cdot 5 / 9$를 담은 새 배열을 반환합니다. 학생의 코드는 다음과 같습니다.
앞의 수는 줄 번호입니다.

```
1  def celsius(f):
2      f -= 32
3      c = f * 5 / 9
4      return c
```

검사의 메시지는 다음과 같습니다.

```
celsius: 1 / 2점
  통과  값                  1 / 1
  실패  입력을 바꾸지 않음  0 / 1
        코드가 인수 f[0]의 값을 바꾸었습니다. 50이던 값이 18(으)로 바뀌었습니다. 복사본에서 계산하십시오.
        입력: celsius([50, 212, -4])
  같은 사례로 다시 확인하기: check("celsius", celsius, seed=12)
```

아래 셀에 세 문장에서 여덟 문장 정도로 답하십시오. 사람이 채점하며 3점입니다.

1. 이 메시지에서 무엇을 알 수 있습니까? 두 행이 각각 무슨 뜻인지, 50과 18이 어디에서 나온 수인지 쓰십시오.
2. 어느 줄을 살펴보겠습니까? 왜 그 줄이고, 어떻게 고치겠습니까?
3. 학생은 '나오는 값이 맞으니 상관없다'고 합니다. 상관이 있는 예를 하나 드십시오. 또 고친 코드를 바로 이 입력들로 다시 확인하려면
   어떻게 해야 합니까?
"""

# %% [markdown] answer="message" points=3 lang="en"
r"""
**Model answer.**

1. The first row passed: the returned temperatures are right, 10, 100 and −20, so the formula needs no work. The second
   failed: after the call the caller's array was no longer what it was. Its first number, `f[0]`, was 50 when the check
   called `celsius([50, 212, -4])`, and 18 = 50 − 32 afterwards.
2. Line 2. It is the only line that writes into `f`: `f -= 32` changes the array itself, and the 18 is exactly what it
   leaves there. Line 3 makes a new array. Instead: `c = (f - 32) * 5 / 9`, or `f = f - 32` in line 2, which makes a new
   array and gives it the name `f`.
3. Whoever uses the array again gets wrong numbers: calling `celsius(f)` a second time starts from 18 and gives −7.8
   instead of 10, or a plot of the Fahrenheit values is 32 too low. To test the repair, run the cell with the function and
   then the last line of the message, `check("celsius", celsius, seed=12)`; it draws the same inputs again.

**Rubric**, 1 point each.

- The values are right and only the argument is changed; 50 is `f[0]` before the call and 18 after it. Half a point if only
  one of the rows is explained. "The result should be 18" or "the formula is wrong" earns nothing here.
- Line 2, with the reason that `-=` writes into the caller's array, and a repair that works. Half a point for the line
  without a reason, or for a reason without a repair. `f.copy()` in front of line 2 is a right repair too.
- An example of later harm (a second call, another use of `f`) and the check with `seed=12`. Half a point for one of them.
"""

# %% [markdown] answer="message" points=3 lang="ko"
r"""
**모범 답안.**

1. 첫째 행은 통과했습니다. 반환한 온도 10, 100, −20은 맞으므로 식은 고칠 것이 없습니다. 둘째 행은 실패했습니다. 호출하고 나니 호출한
   쪽의 배열이 전과 달라졌다는 뜻입니다. 검사가 `celsius([50, 212, -4])`를 호출할 때 첫째 수 `f[0]`은 50이었는데, 호출한 뒤에는
   50 − 32 = 18이 되어 있었습니다.
2. 2번 줄입니다. `f`에 값을 적는 줄은 이 줄뿐입니다. `f -= 32`는 배열 자체를 바꾸며, 남은 값이 바로 18입니다. 3번 줄은 새 배열을
   만듭니다. `c = (f - 32) * 5 / 9`로 쓰거나, 2번 줄을 `f = f - 32`로 고치면 됩니다. `f = f - 32`는 새 배열을 만들어 `f`라는
   이름을 붙입니다.
3. 그 배열을 다시 쓰는 곳에서 값이 틀립니다. 이를테면 `celsius(f)`를 한 번 더 호출하면 18에서 계산을 시작해 10이 아니라 −7.8이
   나옵니다. 화씨온도를 그래프로 그리면 32만큼 낮게 그려집니다. 고친 것을 확인하려면 함수가 있는 셀을 실행한 다음, 메시지의 마지막
   줄 `check("celsius", celsius, seed=12)`를 실행합니다. 그러면 같은 입력을 다시 뽑습니다.

**채점 기준**, 각 1점.

- 값은 맞고 인수만 바뀌었다는 것, 그리고 50은 호출하기 전의 `f[0]`이고 18은 호출한 뒤의 `f[0]`이라는 것. 한 행만 설명했으면 0.5점.
  '결과가 18이어야 한다'나 '식이 틀렸다'는 점수가 없습니다.
- 2번 줄이라는 것과, `-=`가 호출한 쪽의 배열에 값을 적는다는 까닭, 그리고 제대로 고친 코드. 까닭 없이 줄만 짚었거나, 까닭은 있지만
  고친 코드가 없으면 0.5점. 2번 줄 앞에서 `f.copy()`를 쓰는 것도 맞습니다.
- 나중에 문제가 되는 예(다시 호출하기, `f`를 다른 곳에 쓰기)와 `seed=12`를 넣은 검사. 하나만 있으면 0.5점.
"""

# %% demo=true
unit.score()

# %% [markdown] lang="en"
r"""
## What to read next

- *NumPy: the absolute basics for beginners*, in NumPy's own documentation (numpy.org): shapes, axes and reshaping, with
  pictures.
- *Copies and views*, in the same documentation: which operations share numbers and which do not.
- The documentation of JupyterLab (jupyterlab.readthedocs.io): the chapters "The JupyterLab interface" and "Notebooks".
- Jake VanderPlas, *Python Data Science Handbook* (O'Reilly, 2016), chapters 1 and 2: notebooks and NumPy.
- Koki Saitoh, *Deep Learning from Scratch*, chapter 1: Python and NumPy for what follows.

Unit u01 builds the first neuron: a dot product, one more number, and a decision.
"""

# %% [markdown] lang="ko"
r"""
## 더 읽을거리

- NumPy 공식 문서(numpy.org)의 *NumPy: the absolute basics for beginners*. shape, 축, reshape을 그림과 함께 설명합니다.
- 같은 문서의 *Copies and views*. 어떤 연산이 수를 함께 쓰고 어떤 연산이 그러지 않는지 알 수 있습니다.
- JupyterLab 공식 문서(jupyterlab.readthedocs.io)의 "The JupyterLab interface"와 "Notebooks".
- Jake VanderPlas, *Python Data Science Handbook* (O'Reilly, 2016), 1장과 2장. 노트북과 NumPy를 다룹니다.
- 사이토 고키, 『밑바닥부터 시작하는 딥러닝』, 1장. 이 책을 읽는 데 필요한 파이썬과 NumPy를 설명합니다.

u01에서는 첫 뉴런을 만듭니다. 내적에 수 하나를 더하고 결정을 내리는 뉴런입니다.
"""
