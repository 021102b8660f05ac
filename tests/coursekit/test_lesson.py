"""Every author's error is one line with file and line number."""

import pytest
from coursekit.errors import LessonError
from coursekit.lesson import read_lesson
from nnexam import examiner

UNIT = "u03_activation"
KO = '# %% [markdown] lang="ko"\nr"""\n## 제목\n\n$y = x$\n"""\n'
EN = '# %% [markdown] lang="en"\nr"""\n## Title\n\n$y = x$\n"""\n'
LESSON = (
    EN
    + KO
    + """
# %% setup=true
import numpy as np
from nnlab import Unit
check = Unit("u03_activation", lang="en").check

# %% exercise="tanh"
def tanh(x):
    ### BEGIN SOLUTION
    return np.tanh(x)
    ### END SOLUTION

# %% check="tanh"
check("tanh", tanh)

# %% demo=true
seen = tanh(np.zeros(3))
print(seen)

# %% [markdown] answer="why" points=3 lang="en"
# Because.

# %% [markdown] answer="why" points=3 lang="ko"
# 그래서입니다.
"""
)


def errors(course, text):
    course.lesson(UNIT).write_text(text, encoding="utf-8")
    exercises = {"tanh": examiner.exercise(UNIT, "tanh")}
    try:
        read_lesson(course, UNIT, exercises)
    except LessonError as error:
        return error.errors
    return []


def test_a_right_lesson_has_none(course):
    assert errors(course, LESSON) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        (KO, "", 1, "text in en is not paired"),
        ("## 제목", "### 제목", 7, "the headings differ"),
        ("제목\n\n$y = x$", "제목\n\n$y = 2x$", 7, "the formulas differ: $y = 2x$ stands in lang=ko only"),
        ("제목", "제목 3~5, 8~9", 7, "the text holds a bare ~"),
        ("제목", "제목\n\n답은\n5. 다음", 7, "a line begins with '5.'"),
        ('exercise="tanh"', 'exercise="tahn"', 19, "[tahn] unknown exercise; the examiner has: tanh"),
        ("    ### END SOLUTION\n", "", 19, "[tanh] missing solution marker"),
        ("    ### BEGIN SOLUTION\n    return np.tanh(x)\n    ### END SOLUTION", "    pass", 19, "missing solution"),
        ("def tanh(x)", "def tan(x)", 19, "[tanh] does not define tanh"),
        ('check("tanh", tanh)', 'check("tanh", np.tanh)', 25, 'expected exactly: check("tanh", tanh)'),
        ("# %% demo=true", '# %% check="tanh"', 28, "[tanh] duplicate check; first at line 25"),
        ("# %% demo=true", '# %% exercise="tanh"', 28, "[tanh] duplicate name; first used at line 19"),
        ("# %% demo=true", "# %%", 28, "a code cell needs one of"),
        ("# %% demo=true", "# %% demonstration=true", 28, "unknown key 'demonstration'"),
        (
            "print(seen)",
            "print(seen)\n# %% given=true\nlater = seen",
            31,
            "reads 'seen', which the demo cell at line 28",
        ),
        ("print(seen)", "### BEGIN SOLUTION", 28, "a solution marker stands outside an exercise cell"),
        ('answer="why" points=3 lang="en"', 'answer="why" lang="en"', 32, "[why] a written answer needs points="),
        ("# %% setup=true", "# %% given=true", 1, "expected exactly one cell with setup=true"),
        ("print(seen)", "print(seen", 30, "syntax error"),
        ('answer="why" points=3 lang="ko"', 'answer="how" points=3 lang="ko"', 32, "is not paired"),
    ],
)
def test_each_error_names_its_line(course, old, new, line, said):
    assert old in LESSON
    found = errors(course, LESSON.replace(old, new, 1))
    wanted = f"course/units/{UNIT}/lesson.py:{line} "
    assert any(e.startswith(wanted) and said in e and "\n" not in e for e in found), found


def test_an_exercise_that_the_lesson_lacks(course):
    text = LESSON.replace('exercise="tanh"', "given=true").replace('check="tanh"', "demo=true")
    text = text.replace("    ### BEGIN SOLUTION\n", "").replace("    ### END SOLUTION\n", "")
    assert any("[tanh] the examiner has this exercise, the lesson has not" in e for e in errors(course, text))


def test_an_unreadable_lesson(course):
    course.lesson(UNIT).write_bytes(b"\xff\xfe")
    with pytest.raises(Exception, match=r"lesson.py: cannot be read") as caught:
        read_lesson(course, UNIT, {})
    assert type(caught.value).__name__ == "CourseError"
