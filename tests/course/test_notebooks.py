"""The notebooks as authors and instructors run them: the lesson as a script, nbgrader validate."""

import os
import re
import subprocess
import sys

import nbformat
import pytest
from coursekit import classroom
from coursekit.classroom import Pupil, solved, submission
from coursekit.course import Course
from nnexam import examiner

from tests.conftest import ROOT

RESULTS = {  # what a lesson prints about its real result, beside the points
    "u00_setup": r"90\.\d% of 898 unseen pictures named right",
    "u01_neuron": r"drawer +173 of 179 right, 96\.6 %",
    "u02_perceptron": r"\[1, 3, 3, 2, 1, 0\]",  # AND in 6 epochs
    "u03_activation": "saturated units",
    "u04_mlp": r"mean 10\.6, from 3\.4 to 18\.2",
    "u05_loss": r"step 30: loss 0\.125(.|\n)*95\.5 % of 797 new digits",
    "u06_backprop": r"start 4: loss 1\.539 -> 0\.0037, 4 of 4 right",
    "u07_layers": r"9[67]\.\d % of 797 new ones(.|\n)*first 2\.568, last 2\.568",
    "u08_mnist_mlp": r"9[5-8]\.\d % of [\d,]+ others right",
    "u09_regularization": r"BatchNorm: +9[78]\.\d %(.|\n)*dropout: (6|7)\d\.\d → 9[123]\.\d %",
    "u10_sobel": r"found 94\.3 %, false 35\d\d(.|\n)*found 83\.0 %, false    \d\n",
    "u11_convolution": r"9,098 parameters +290,080 MACs(.|\n)*259,200 MACs: your loops",
    "u12_im2col": r"6 for the largest number, 45 for the sum(.|\n)*step 300: .* filter off by \d\.\de-05",
    "u13_cnn": r"split 0: CNN 9[789]\.\d %(.|\n)*CNN: 9[456]\.\d % of 359(.|\n)*MLP: (7|8)\d\.\d % of 359",
    "u14_architectures": r"VGG-16 +138,357,544(.|\n)*plain, 20 +layers: [1-4]\d\.\d%(.|\n)*residual, 20 layers: 9\d",
    "u15_image_project": r"dial 1 1\d\.\d %(.|\n)*augmented: .* dial 1 9\d\.\d %(.|\n)*seed 2: 9\d\.\d %",
    "u16_detection": r"AP 0\.2457, by eleven points 0\.2684(.|\n)*no NMS .*: 0\.29\d(.|\n)*NMS 0\.3.*: 0\.(79|80)\d",
    "u17_selective_search": r"7 regions, 10 boxes(.|\n)*2nd +504\.0 .* 0\.7\d+ (.|\n)*search +5\.\d .* 1\.000 0\.9",
    "u18_rcnn": r"IoU +0\.5: mAP 0\.9\d+ before, 0\.9\d+ after\n.*0\.75: mAP 0\.[34]\d+ before, 0\.[78]\d+ after",
    "u19_ssd": r"mAP@0\.5 on 500 new scenes: 0\.9[2-6]\d(.|\n)*below 6 +193 +[5-7]\d\.\d %",
    "u20_rnn": r"norm at 79: 3[23]\d\d(.|\n)*network \d\.\de-05, straight line 1\.0e-02, the same again 6\.4e-02",
    "u21_lstm_gru": r"distractors LSTM bias 1 0\.2\d, 0\.2\d\n.*bias 3 (1\.00|0\.9)",
    "u22_sequence_project": r"backwards: loss 0\.0\d+, (99|100)\.\d % of 500(.|\n)*pairs 10\.79, LSTM +5\.[23]\d",
}
UNITS = tuple(Course(ROOT).units)
EDITIONS = ("en", "ko") * len(UNITS)


def points(unit):
    """Return what the last cell of a solved notebook says."""
    total = sum(exercise.points for exercise in examiner.exercises(unit).values())
    return f"{total:g} / {total:g}"


@pytest.fixture(scope="module", params=UNITS)
def lesson_output(request):
    """The lesson runs as a script with the solutions in place; what it prints."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "course" / "units" / request.param / "lesson.py")],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=900,
        env={**os.environ, "MPLBACKEND": "Agg"},
    )
    assert done.returncode == 0, done.stderr
    return request.param, done.stdout


def test_lessons_run_as_scripts_and_reach_their_results(lesson_output):
    unit, said = lesson_output
    assert points(unit) in said and re.search(RESULTS[unit], said)
    if unit == "u02_perceptron":
        shares = [float(n) for n in re.findall(r"(\d+\.\d+) ?%", said)]
        assert any(share > 98 for share in shares), "digits 3 against 8"
        assert re.search(r"0\.50*\D", said), "a linear unit answers XOR with a half"
        assert "keras" in said.lower(), "compared or skipped, and said"


def without_demos(text):
    """Leave the plots, widgets and long runs out: what is looked at here are the checks."""
    notebook = nbformat.reads(text, as_version=4)
    notebook.cells = [cell for cell in notebook.cells if cell.metadata.nnlab.role != "demo"]
    return nbformat.writes(notebook)


@pytest.mark.parametrize(("unit", "edition"), zip(UNITS, EDITIONS, strict=False))
def test_nbgrader_validate_says_the_right_thing(repository, tmp_path, unit, edition):
    """One edition of each unit: both hold the same code; the other one runs with the wheel (test_wheel.py)."""

    def validate(text):
        path = tmp_path / f"{unit}.ipynb"
        path.write_text(text, encoding="utf-8")
        done = subprocess.run(
            [sys.executable, "-m", "nbgrader", "validate", str(path)],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=900,
        )
        return done.stdout + done.stderr

    essay = submission(repository, unit, Pupil("ada", edition, solved))
    assert "Success! Your notebook passes all the tests." in validate(essay)
    untouched = validate(without_demos(repository.release(unit, edition).read_text(encoding="utf-8")))
    assert f"VALIDATION FAILED ON {len(examiner.exercises(unit)) + 1} CELL(S)" in untouched, "and the written answer"
    assert {"en": "not done yet", "ko": "아직 풀지 않았습니다"}[edition] in untouched
    wrong = classroom.with_mistakes(0)
    named = validate(without_demos(submission(repository, unit, Pupil("ben", edition, wrong))))
    assert {"en": "Look here", "ko": "살펴볼 곳"}[edition] in named
