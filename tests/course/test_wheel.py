"""The notebooks as students run them: with the wheel alone."""

import os
import re
import subprocess
import sys
import zipfile

import nbformat
import pytest
import threadpoolctl
from coursekit import sandbox
from coursekit.classroom import Pupil, solved, submission

from tests.conftest import ROOT
from tests.course.test_notebooks import EDITIONS, UNITS, points

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
    "u18_rcnn": r"IoU +0\.5: mAP 0\.9\d+ before, 0\.9\d+ after\n.*0\.75: mAP 0\.[34]\d+ before, 0\.[78]\d+ after(.|\n)*"
    r"with 1 object: mAP@0\.5 (0\.99|1)",
    "u19_ssd": r"mAP@0\.5 on 500 easy scenes: 0\.9(8[5-9]|9\d)(.|\n)*"
    r"mAP@0\.5 on 500 new scenes: 0\.9[5-9]\d(.|\n)*with 1 object: (0\.99|1)(.|\n)*"
    r"below 6 +193 +[6-8]\d\.\d %",
    "u20_rnn": r"norm at 79: 3[23]\d\d(.|\n)*network \d\.\de-05, straight line 1\.0e-02, the same again 6\.4e-02",
    "u21_lstm_gru": r"distractors LSTM bias 1 0\.2\d, 0\.2\d\n.*bias 3 (1\.00|0\.9)",
    "u22_sequence_project": r"backwards: loss 0\.0\d+, (99|100)\.\d % of 500(.|\n)*pairs 10\.79, LSTM +5\.[23]\d",
}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--quiet", "-w", str(folder), str(ROOT)]
    subprocess.run(command, check=True, timeout=300)
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_all_four_packages(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    for path in (ROOT / "lib").rglob("*"):
        relative = path.relative_to(ROOT / "lib").as_posix()
        if path.is_file() and "__pycache__" not in relative and ".egg-info" not in relative:
            assert relative in names, relative
    assert {name.split("/")[0] for name in names if "dist-info" not in name} == {
        "nnref",
        "nnlab",
        "nnexam",
        "coursekit",
    }


@pytest.fixture(scope="module")
def packages(wheel, tmp_path_factory):
    """A folder with the wheel and the base dependencies, and nothing else of the project."""
    folder = tmp_path_factory.mktemp("packages")
    zipfile.ZipFile(wheel).extractall(folder)
    for name, path in sandbox.packages().items():
        if name != "nnlab":
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).symlink_to(path)
    (folder / "threadpoolctl.py").symlink_to(threadpoolctl.__file__)  # the sandbox can do without it
    return folder


@pytest.mark.parametrize(("unit", "edition"), tuple(zip(UNITS, EDITIONS[1:], strict=False)))
def test_a_solved_release_runs_green_in_an_empty_folder_and_reaches_its_result(
    repository, packages, tmp_path, unit, edition
):
    """The edition that nbgrader does not validate; both hold the same code."""
    notebook = nbformat.reads(submission(repository, unit, Pupil("ada", edition, solved)), as_version=4)
    code = "\n\n".join(cell.source for cell in notebook.cells if cell.cell_type == "code")
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", f"import sys; sys.path.append({str(packages)!r})\n{code}"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=900,
        env={"PATH": os.environ["PATH"], "HOME": str(tmp_path), "MPLBACKEND": "Agg", "PYTHONUTF8": "1"},
    )
    assert done.returncode == 0, done.stderr
    said = done.stdout
    assert points(unit) in said and {"en": "so far", "ko": "지금까지"}[edition] in said
    assert re.search(RESULTS[unit], said), said
    if unit == "u02_perceptron":
        shares = [float(n) for n in re.findall(r"(\d+\.\d+) ?%", said)]
        assert any(share > 98 for share in shares), "digits 3 against 8"
        assert re.search(r"0\.50*\D", said), "a linear unit answers XOR with a half"
        assert "keras" in said.lower(), "compared or skipped, and said"
