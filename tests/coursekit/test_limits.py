"""Each limit at its edge: what stays below it costs nothing, what passes it is stopped, and the report says which."""

import nbformat
import pytest
from coursekit import grading
from coursekit.course import Course
from coursekit.errors import CourseError

from tests.coursekit.test_grading import printed, submit, verdict

UNIT = "u03_activation"
FULL = 20
BURN = "import time\nstart = time.process_time()\nwhile time.process_time() - start < {}: pass\nprint('went on')"


@pytest.fixture
def grade(course, tmp_path):
    """Grade right answers with a cell added, under some limits; returns the Graded."""
    solved = grading.solutions(course, UNIT)

    def with_limits(added=None, exercises=None, answers=None, **limits):
        course.__dict__.pop("units", None)  # read anew, with these limits
        course.settings["limits"].update(limits)
        next(t for t in course.settings["units"] if t["name"] == UNIT)["exercises"] = exercises or {}
        return submit(course, tmp_path, added=added, **{**solved, **(answers or {})})

    return with_limits


def assert_fine(graded, said="went on"):
    assert graded.earned == FULL and graded.notes == [] and said in printed(graded)


def assert_stopped(graded, note):
    assert graded.earned == FULL, "the cell is left out, the rest goes on in a new kernel"
    assert len(graded.notes) == 1 and note in graded.notes[0] and "went on" not in printed(graded)


pytestmark = [pytest.mark.sandbox, pytest.mark.usefixtures("bubblewrap")]


def test_cpu_time_of_a_cell(grade):
    assert_fine(grade(BURN.format(0.5), cell_cpu_seconds=1.5))
    assert_stopped(grade(BURN.format(2.5), cell_cpu_seconds=1.5), "longer than 20 s (or 1.5 s of CPU time)")


def test_cpu_time_counts_processes_that_a_cell_starts(grade):
    burn = "import os\nfor _ in range(3):\n    if os.fork() == 0:\n        while True: pass\nimport time\ntime.sleep(9)"
    assert_stopped(grade(burn, cell_cpu_seconds=1.5, cell_seconds=8), "1.5 s of CPU time")


def test_waiting_takes_no_cpu_time_but_has_a_limit(grade):
    assert_fine(grade("import time; time.sleep(1.5); print('went on')", cell_cpu_seconds=1, cell_seconds=3))
    assert_stopped(grade("import time; time.sleep(9); print('went on')", cell_seconds=2), "longer than 2 s")


def test_a_loop_that_ignores_signals_is_stopped_too(grade):
    stubborn = "import signal\nfor n in (2, 15, 24): signal.signal(n, signal.SIG_IGN)\nwhile True:\n    try:\n"
    stubborn += "        while True: pass\n    except BaseException: pass"
    assert_stopped(grade(stubborn, cell_cpu_seconds=1), "1 s of CPU time")


def test_time_of_a_whole_submission(grade):
    hang = {"sigmoid": "import time\ndef sigmoid(x):\n    time.sleep(60)"}
    graded = grade(answers=hang, total_seconds=2, cell_seconds=20)
    assert verdict(graded, "sigmoid")["earned"] == 0 and graded.earned == 3, "steps comes before it, the rest behind"
    assert any("softmax did not run: the time for the whole notebook was used up" in note for note in graded.notes)


def test_cpu_time_of_a_whole_submission(grade):
    assert_fine(grade(BURN.format(1), total_cpu_seconds=6))
    graded = grade(BURN.format(9), total_cpu_seconds=1.5)
    assert graded.earned == 0 and "did not run: the time for the whole notebook was used up" in " ".join(graded.notes)


def test_memory_of_one_process(grade):
    assert_fine(grade("import numpy as np; a = np.ones(25 * 10**6); print('went on')", memory_mb=300))
    much = "import numpy as np, time; a = np.ones({}); time.sleep(0.5); print('went on')"
    assert_stopped(grade(much.format(50 * 10**6), memory_mb=300), "more than 300 MB of memory")
    graded = grade(much.format(10**9), memory_mb=300)
    assert graded.earned == FULL and "MemoryError" in str(graded.notebook) and "went on" not in printed(graded)


def test_memory_of_all_processes_together(grade):
    grow = "import os, time\nfor _ in range({}):\n    if os.fork() == 0:\n        a = b'x' * 10**8\n"
    grow += "        time.sleep(3)\n        os._exit(0)\ntime.sleep(2)\nprint('went on')"
    assert_fine(grade(grow.format(1), memory_mb=600))
    assert_stopped(grade(grow.format(6), memory_mb=600), "more than 600 MB of memory")


def test_processes_and_threads(grade):
    forks = "import os, time\nfor _ in range({}):\n    if os.fork() == 0:\n        time.sleep(2)\n        os._exit(0)\n"
    forks += "time.sleep(0.5)\nprint('went on')"
    assert_fine(grade(forks.format(5), processes=40))
    assert_stopped(grade(forks.format(60), processes=40), "more than 40 processes or threads")
    threads = "import threading, time\nfor _ in range({}): threading.Thread(target=time.sleep, args=(2,)).start()\n"
    threads += "time.sleep(0.5)\nprint('went on')"
    assert_fine(grade(threads.format(5), processes=40))
    assert_stopped(grade(threads.format(60), processes=40), "more than 40 processes or threads")


@pytest.mark.parametrize("folder", [".", "/tmp", "/dev/shm"])
def test_disk(grade, folder):
    write = "with open('{}/file', 'wb') as file:\n    for _ in range({}): file.write(b'x' * 10**6)\nprint('went on')"
    assert_fine(grade(write.format(folder, 12), disk_mb=16))
    graded = grade(write.format(folder, 20), disk_mb=16)
    assert graded.earned == FULL and "OSError" in str(graded.notebook) and "went on" not in printed(graded)


def test_number_of_files(grade):
    graded = grade("for n in range(10**6): open(f'{n}', 'w').close()\nprint('went on')")
    assert graded.earned == FULL and "No space left" in str(graded.notebook)


def test_output(grade):
    graded = grade("for _ in range(50): print('x' * 10**5)\nprint('the end')", output_mb=0.2)
    assert (
        graded.earned == FULL
        and len(printed(graded)) < 210_000
        and "the rest of the output is left out" in printed(graded)
    )


def test_output_of_all_cells_together(grade, course, tmp_path):
    course.settings["limits"]["output_mb"] = 0.1
    notebook = nbformat.read(course.release(UNIT, "en"), as_version=4)
    noisy = [nbformat.v4.new_code_cell("print('x' * 10**5)") for _ in range(60)]
    notebook.cells[-1:-1] = noisy
    nbformat.write(notebook, tmp_path / "noisy.ipynb")
    graded = grading.grade(course, UNIT, "noisy", tmp_path / "noisy.ipynb", b"secret")
    assert 2_000_000 <= len(printed(graded)) < 2_700_000


def test_answers(grade):
    large = "import numpy as np\ndef softmax(x, axis=-1):\n    return np.zeros((300, 1000))"
    graded = grade(answers={"softmax": large}, answers_mb=1)
    assert verdict(graded, "softmax")["earned"] == 0 and graded.earned == FULL - 4
    assert "softmax could not be checked: its table says why" in graded.notes
    table = next(c for c in graded.notebook.cells if c.id == "check_softmax").outputs[0].data["text/plain"]
    assert "more than 1 MB of them" in table


def test_an_exercise_may_have_limits_of_its_own(grade):
    slow = {"sigmoid": BURN.format(1.2) + "\nimport numpy as np\ndef sigmoid(x):\n    return 1 / (1 + np.exp(-x))"}
    assert "sigmoid" in " ".join(grade(answers=slow, cell_cpu_seconds=0.8).notes)
    graded = grade(answers=slow, cell_cpu_seconds=0.8, exercises={"sigmoid": {"cell_cpu_seconds": 4}})
    assert graded.notes == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("cell_secs = 3", "the course has no limit 'cell_secs'; expected one of: answers_mb, cell_cpu_seconds"),
        ("memory_mb = 0", "memory_mb of the course is 0; expected a number above 0"),
        ("memory_mb = '1 GB'", "memory_mb of the course is '1 GB'; expected a number above 0"),
        ("disk_mb = true", "disk_mb of the course is True; expected a number above 0"),
    ],
)
def test_a_wrong_limit_is_said(course, text, said):
    path = course.root / "course" / "course.toml"
    kept = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith(text.split(" ")[0])]
    kept.insert(kept.index(next(line for line in kept if line.startswith("[limits]"))) + 1, text)
    path.write_text("\n".join(kept), encoding="utf-8")
    with pytest.raises(CourseError, match=said.replace("(", r"\(")):
        _ = Course(course.root).units


def test_a_wrong_limit_of_an_exercise_is_said(course):
    course.settings["units"][0]["exercises"] = {"gates": {"disk_mb": 3}}
    first = course.settings["units"][0]["name"]
    with pytest.raises(CourseError, match=f"exercise 'gates' of '{first}' has no limit 'disk_mb'"):
        _ = course.units
