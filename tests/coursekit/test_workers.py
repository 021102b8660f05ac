"""Workers: whatever happens to one of them, each task has one result."""

import os
import subprocess
import sys
import time

import pytest
from coursekit import workers
from coursekit.workers import WorkerError, Workers


def work(name, folder):
    seen = folder / name
    if name == "dies":
        os._exit(9)
    if name == "dies once" and not seen.exists():
        seen.touch()
        os._exit(9)
    if name == "raises":
        raise ValueError("so it is")
    if name == "hangs":
        seen.write_text(str(os.getpid()), encoding="utf-8")
        time.sleep(600)
    if name == "cannot be sent":
        return lambda: None
    if name.startswith("cpus"):
        return sorted(os.sched_getaffinity(0))
    return name.upper()


def results(folder, *names, count=2):
    with Workers(count) as pool:
        done = [(task[0], result) for task, result in pool.map(work, [(name, folder) for name in names], 1)]
    assert sorted(name for name, _ in done) == sorted(names)
    return dict(done)


def test_every_task_has_its_result(tmp_path):
    names = [f"task {n}" for n in range(20)]
    assert results(tmp_path, *names, count=3) == {name: name.upper() for name in names}
    assert results(tmp_path) == {}


@pytest.mark.parametrize("count", [1, 2])
def test_a_worker_that_dies_takes_only_its_own_task_with_it(tmp_path, count):
    done = results(tmp_path, "a", "dies", "b", "dies once", "raises", "c", "cannot be sent", "d", count=count)
    assert {name: done[name] for name in ("a", "b", "c", "d", "dies once")} == {
        name: name.upper() for name in ("a", "b", "c", "d", "dies once")
    }
    assert isinstance(done["dies"], WorkerError) and "died twice" in str(done["dies"])
    assert isinstance(done["raises"], ValueError) and str(done["raises"]) == "so it is"
    assert isinstance(done["cannot be sent"], WorkerError) and "function" in str(done["cannot be sent"])


def test_a_worker_that_hangs_is_ended(tmp_path, monkeypatch):
    monkeypatch.setattr(workers, "GRACE_SECONDS", 2)
    done = results(tmp_path, "hangs", "a", "b")
    assert "took longer than 3 s" in str(done["hangs"]) and done["a"] == "A" and done["b"] == "B"
    assert not alive(int((tmp_path / "hangs").read_text(encoding="utf-8")))


@pytest.mark.skipif(not hasattr(os, "sched_getaffinity"), reason="the system does not tell CPUs")
def test_as_many_workers_as_cpus_have_one_each_also_after_a_death(tmp_path):
    cpus = sorted(os.sched_getaffinity(0))
    with Workers(len(cpus)) as pool:
        for names in ([f"cpus {n}" for n in cpus], ["dies once", *(f"cpus {n}" for n in cpus)]):
            tasks = [(name, tmp_path) for name in names]
            found = [result for (name, _), result in pool.map(work, tasks, 60) if name.startswith("cpus")]
            assert {len(one) for one in found} == {1 if len(cpus) > 1 else len(cpus)}
        taken = [result for _, result in pool.map(work, [(f"cpus {n}", tmp_path) for n in cpus], 60)]
        assert sorted(cpu for one in taken for cpu in one) == cpus
    with Workers(len(cpus) + 1) as pool:
        assert [result for _, result in pool.map(work, [("cpus", tmp_path)], 60)] == [cpus]


def test_workers_end_with_the_process_that_uses_them(tmp_path):
    code = (
        "import sys\nfrom pathlib import Path\nfrom coursekit.workers import Workers\n"
        "from tests.coursekit.test_workers import work\n"
        "if __name__ == '__main__':\n"
        "    with Workers(1) as pool:\n"
        "        list(pool.map(work, [('hangs', Path(sys.argv[1]))], 600))\n"
    )
    script = tmp_path / "use.py"
    script.write_text(code, encoding="utf-8")
    root = str(workers.__file__).rpartition("/lib/")[0]
    process = subprocess.Popen([sys.executable, script, tmp_path], env={**os.environ, "PYTHONPATH": root})
    told = tmp_path / "hangs"
    wait_for(lambda: told.exists() and told.read_text(encoding="utf-8"))
    process.kill()
    process.wait()
    wait_for(lambda: not alive(int(told.read_text(encoding="utf-8"))))


def alive(pid):
    """Tell whether a process runs; one that has ended and waits to be buried does not."""
    try:
        with open(f"/proc/{pid}/stat", encoding="utf-8") as file:
            return file.read().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def wait_for(condition, seconds=30):
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.05)
