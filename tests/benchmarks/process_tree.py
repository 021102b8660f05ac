"""What a command and all processes below it take: wall time, CPU time and memory, read from /proc (Linux)."""

import os
import subprocess
import threading
import time
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

EVERY = 0.1  # seconds between two looks at /proc, which take 1 ms each
SHARING = 20  # how many looks there are for each that also asks what is shared: the system then walks all pages
TICK = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True)
class Process:
    """One process at one look. Times in seconds, user and system together."""

    parent: int
    started: int
    own: float
    waited: float  # of its children that it has waited for, and theirs
    memory: int  # resident, in bytes
    name: str = ""


@dataclass(frozen=True)
class Usage:
    """What a command took. Times in seconds; memory in bytes, resident, at the worst look."""

    wall: float = 0.0
    cpu: float = 0.0
    lost: float = 0.0  # the part of `cpu` that no parent waited for; as seen at the last look
    others: float = 0.0  # CPU time that everything else on the machine took meanwhile
    process: int = 0  # the largest single process
    worker: int = 0  # the largest worker, together with everything below it
    tree: int = 0  # everything
    once: int = 0  # the largest worker, where memory that n processes share counts 1/n for each

    def __add__(self, other):
        """The usage of two commands, one after the other."""
        times = [getattr(self, name) + getattr(other, name) for name in ("wall", "cpu", "lost", "others")]
        sizes = [max(getattr(self, name), getattr(other, name)) for name in ("process", "worker", "tree", "once")]
        return Usage(*times, *sizes)


def look(root):
    """Return {pid: Process} of the process `root` and all below it; empty once it has gone."""
    seen, children = {}, defaultdict(list)
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            start, _, end = Path("/proc", name, "stat").read_bytes().rpartition(b")")
            command, fields = start.partition(b"(")[2].decode("utf-8", "replace"), end.split()
        except OSError:
            continue
        numbers = [int(field) for field in fields[1:22]]
        own, waited = sum(numbers[10:12]) / TICK, sum(numbers[12:14]) / TICK
        seen[int(name)] = Process(numbers[0], numbers[18], own, waited, numbers[20] * PAGE, command)
        children[numbers[0]].append(int(name))
    return {pid: seen[pid] for pid in below(root, children) if pid in seen}


def busy():
    """Return the CPU seconds that the whole machine has worked since it started."""
    user, nice, system, _, _, irq, softirq = map(int, Path("/proc/stat").read_text(encoding="utf-8").split()[1:8])
    return (user + nice + system + irq + softirq) / TICK


def proportional(pid, process):
    """Return the memory of a process in which what n processes share counts 1/n; 0 once it has gone."""
    try:
        lines = Path("/proc", str(pid), "smaps_rollup").read_text(encoding="utf-8").splitlines()
    except PermissionError:
        return process.memory
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


def below(pid, children):
    """Return `pid` and the pids below it."""
    found = [pid]
    for one in found:
        found += children.get(one, ())
    return found


def lost_between(before, now):
    """Return the CPU seconds of processes that went between two looks and that nobody waited for.

    A kernel in a sandbox is killed together with its namespace, and the system then forgets its times. What goes below
    a process that stays must appear in the times which that process waited for; what does not is lost.
    """
    gone = defaultdict(float)
    for pid, process in before.items():
        if same(before, now, pid):
            continue
        heir = process.parent
        while heir in before and not same(before, now, heir):
            heir = before[heir].parent
        gone[heir] += process.own + process.waited
    gained = {pid: now[pid].waited - before[pid].waited for pid in gone if pid in before}
    return sum(max(0.0, cpu - gained.get(pid, 0.0)) for pid, cpu in gone.items())


def same(before, now, pid):
    """Tell whether the process `pid` of one look is still there in the next one."""
    return pid in now and now[pid].started == before[pid].started


class Sampler(threading.Thread):
    """Looks at the tree below `root` until `stop` is called."""

    def __init__(self, root):
        super().__init__(daemon=True)
        self.root, self.done = root, threading.Event()
        self.last, self.lost = {}, 0.0
        self.process = self.worker = self.tree = self.once = 0

    def run(self):
        looks = 0
        while not self.done.wait(EVERY):
            now = look(self.root)
            if self.root not in now:
                continue
            self.lost += lost_between(self.last, now)
            self.last = now
            sizes = {pid: process.memory for pid, process in now.items()}
            self.process = max(self.process, *sizes.values())
            self.tree = max(self.tree, sum(sizes.values()))
            self.worker = max(self.worker, self.largest_worker(now, sizes))
            if looks % SHARING == 0:
                sizes = {pid: proportional(pid, process) for pid, process in now.items()}
                self.once = max(self.once, self.largest_worker(now, sizes))
            looks += 1

    def largest_worker(self, now, sizes):
        """Return the size of the largest process that has a sandbox below it, with all below it.

        Where there is no sandbox, of the largest child of the root.
        """
        children = defaultdict(list)
        for pid, process in now.items():
            children[process.parent].append(pid)
        with_sandbox = {p.parent for p in now.values() if p.name == "bwrap" and now[p.parent].name != "bwrap"}
        workers = with_sandbox or children[self.root]
        return max((sum(sizes[pid] for pid in below(worker, children)) for worker in workers), default=0)

    def stop(self, waited):
        """End; `waited` is the CPU time of `root` and all that was waited for, as the system says at its end."""
        self.done.set()
        self.join()
        if self.root in self.last:
            root = self.last[self.root]
            end = Process(root.parent, root.started, root.own, waited - root.own, 0)
            self.lost += lost_between(self.last, {self.root: end})


def measure(command, folder, log, variables=None):
    """Run a command in `folder` and return its Usage; raises RuntimeError with the end of its output if it fails.

    log       : the file that gets its output.
    variables : environment variables beside those of this process.
    """
    with open(log, "wb") as output:
        start, before = time.perf_counter(), busy()
        process = subprocess.Popen(
            command, cwd=folder, env={**os.environ, **(variables or {})}, stdout=output, stderr=subprocess.STDOUT
        )
        sampler = Sampler(process.pid)
        sampler.start()
        _, status, used = os.wait4(process.pid, 0)
        wall, everything = time.perf_counter() - start, busy() - before
    process.returncode = os.waitstatus_to_exitcode(status)
    waited = used.ru_utime + used.ru_stime
    sampler.stop(waited)
    if process.returncode:
        said = Path(log).read_text(encoding="utf-8", errors="replace").splitlines()[-20:]
        raise RuntimeError("\n".join([f"{' '.join(command)} ended with {process.returncode}:", *said]))
    cpu = waited + sampler.lost
    others = max(0.0, everything - cpu)
    return Usage(wall, cpu, sampler.lost, others, sampler.process, sampler.worker, sampler.tree, sampler.once)
