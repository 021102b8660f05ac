"""Runs inside the sandbox: imports everything a kernel needs once, then forks a kernel whenever it is asked to.

Each kernel lives in namespaces of its own: it sees its folder, no other process, and a small disk in memory that
vanishes with it. This process holds nothing that a student could want; while a kernel lives it watches what the
kernel and all its processes take together, and ends them where that is more than the limits say.

It runs with `python -I -S -B`; of ours it knows only ``launch`` and ``syscalls``. It reads one JSON object a line from
stdin and writes one a line to stdout:

  {"start": folder, "memory_mb": …, "disk_mb": …, "cpu": seconds}    {"ready": true, "cpu": seconds so far}
  {"cell": {"cpu": seconds, "memory_mb": …, "processes": …}}         nothing
  {"look": true}                                                     {"fine": true}: it is within its limits
  {"stop": true}                                                     {"ended": "stopped", "cpu": seconds}

and {"ended": why, "cpu": seconds} where a kernel does not start, dies or passes a limit.

When stdin ends, it ends, and with it everything in the sandbox; also after IDLE_SECONDS without a kernel.
Arguments: the folder of packages, the folder of all kernels, the folder that a kernel sees as its own.
"""

import json
import os
import select
import shutil
import signal
import sys

WATCH_SECONDS, IDLE_SECONDS = 0.05, 60
SPARE_MB = 512  # address space that threads reserve and never use; what is used is watched
FILES = 20_000  # that a kernel may make
NOTHING = "size=4k,nr_inodes=2,mode=555"  # options of a file system to hide a folder with
TICKS = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")


class Server:
    def __init__(self, kernels, own):
        self.kernels, self.own = kernels, own
        self.out = os.fdopen(os.dup(1), "w", buffering=1)
        nowhere = os.open(os.devnull, os.O_RDWR)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        with open("/proc/self/statm") as file:
            self.size, self.resident = (int(number) * PAGE for number in file.read().split()[:2])
        self.outer = None  # the process that waits for the kernel's namespace
        self.first = None  # the first process in it
        self.limits = self.why = None

    def say(self, **message):
        self.out.write(json.dumps(message) + "\n")

    def serve(self):
        self.say(ready=True)
        buffer = b""
        while True:
            readable, _, _ = select.select([0], [], [], WATCH_SECONDS if self.outer else IDLE_SECONDS)
            if readable:
                data = os.read(0, 65536)
                if not data:
                    return
                *lines, buffer = (buffer + data).split(b"\n")
                for line in lines:
                    self.obey(json.loads(line))
            elif self.outer is None:
                return
            if self.outer:
                self.watch()

    def obey(self, message):
        if "start" in message:
            self.start(message)
        elif self.outer and "cell" in message:
            self.limits = {**message["cell"], "cpu": min(self.total_cpu, self.taken()[2] + message["cell"]["cpu"])}
        elif self.outer and "look" in message:
            self.watch()
            if self.outer:
                self.say(fine=True)
        elif self.outer and "stop" in message:
            self.end("stopped")

    def start(self, order):
        self.limits, self.total_cpu = None, order["cpu"]
        ready, told = os.pipe()
        self.outer = os.fork()
        if self.outer == 0:
            try:
                os.close(ready)
                enclose(self, order, told)
            finally:
                os._exit(1)
        os.close(told)
        with os.fdopen(ready, "rb", buffering=0) as pipe:
            said = pipe.readline().decode()
            self.first = int(said) if said.strip().isdigit() else None
            if self.first and pipe.readline() == b"ready\n":
                self.say(ready=True, cpu=self.taken()[2])
            else:
                self.end(f"no start: {said.strip()}")

    def watch(self):
        """End the kernel where it takes too much; tell when it has ended."""
        if os.waitid(os.P_PID, self.outer, os.WEXITED | os.WNOHANG | os.WNOWAIT):
            return self.end("died")
        if self.limits is None:
            return None
        tasks, memory, cpu = self.taken()
        if tasks > self.limits["processes"]:
            return self.end("processes")
        if memory > self.limits["memory_mb"] * 2**20 + self.resident:
            return self.end("memory")
        if cpu > self.limits["cpu"]:
            return self.end("timeout")
        return None

    def end(self, why):
        cpu = self.taken()[2]
        if self.first and why != "died":
            os.kill(self.first, signal.SIGKILL)  # with the first process all others of its namespace die
        self.say(ended=why, cpu=cpu)  # before the wait: taking the namespaces down takes a while, but no CPU time
        os.waitpid(self.outer, 0)
        self.outer = self.first = None

    def taken(self):
        """Return (threads, bytes, CPU seconds) of the kernel and of all processes that it has started."""
        tasks = memory = cpu = 0
        for name in os.listdir("/proc"):
            if not name.isdigit() or int(name) in (1, os.getpid(), self.outer):
                continue
            try:
                with open(f"/proc/{name}/stat", "rb") as file:
                    parts = file.read().rpartition(b")")[2].split()
            except OSError:  # it has just ended
                continue
            tasks += int(parts[17])
            memory += int(parts[21]) * PAGE
            cpu += sum(map(int, parts[11:15]))
        return tasks, memory, cpu / TICKS


def enclose(server, order, told):
    """Make the namespaces, start their first process and wait for it."""
    folder = f"{server.kernels}/{order['start']}"
    uid, gid = os.getuid(), os.getgid()
    try:
        calls.unshare(calls.NEW_USER | calls.NEW_MOUNTS | calls.NEW_PIDS | calls.NEW_IPC)
        for name, text in (("setgroups", "deny"), ("uid_map", f"{uid} {uid} 1"), ("gid_map", f"{gid} {gid} 1")):
            with open(f"/proc/self/{name}", "w") as file:
                file.write(text)
        calls.die_with_parent()
        calls.mount("none", "/", flags=calls.RECURSIVE | calls.PRIVATE)
        calls.mount(folder, server.own, flags=calls.BIND)
        calls.mount("tmpfs", server.kernels, "tmpfs", calls.READ_ONLY, NOTHING)
        disk = f"size={order['disk_mb']}m,nr_inodes={FILES}"
        calls.mount("tmpfs", "/home", "tmpfs", calls.NO_SUID | calls.NO_DEV, disk)
        for name, place in (("student", None), ("tmp", "/tmp"), ("shm", "/dev/shm")):
            os.mkdir(f"/home/{name}")
            if place:
                calls.mount(f"/home/{name}", place, flags=calls.BIND)
        first = os.fork()
        if first == 0:
            be_first(server, order, told)
        os.write(told, f"{first}\n".encode())
    except OSError as error:
        os.write(told, f"{error}\n".encode())
        return
    os.close(told)
    os.waitpid(first, 0)


def be_first(server, order, told):
    """The first process of a namespace: starts the kernel, buries the dead, ends with the kernel.

    Only it may still mount when the kernel has made its sockets, in threads of its own, in the folder that then
    becomes read-only.
    """
    calls.die_with_parent()
    calls.hide_memory()
    calls.mount("tmpfs", "/proc", "tmpfs", calls.READ_ONLY, NOTHING)
    listening, said = os.pipe()
    kernel = os.fork()
    if kernel == 0:
        run_kernel(server, order, said)
    os.close(said)
    os.read(listening, 1)
    calls.mount("none", server.own, flags=calls.REMOUNT | calls.BIND | calls.READ_ONLY | calls.NO_SUID | calls.NO_DEV)
    calls.drop_capabilities()
    os.write(told, b"ready\n")
    os.close(told)
    while os.wait()[0] != kernel:
        pass
    os._exit(0)


def run_kernel(server, order, said):
    """Become the kernel; `said` tells the first process that it listens."""
    import random

    import numpy as np

    calls.drop_capabilities()
    calls.refuse_calls()
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.closerange(3, said)
    os.closerange(said + 1, 4096)
    os.setsid()
    os.nice(5)  # the server has to come to its turn when a kernel starts hundreds of processes
    os.chdir("/home/student")
    random.seed()
    np.random.seed()
    launch.limit(order["memory_mb"] + server.size // 2**20 + SPARE_MB, order["disk_mb"])
    kernel = launch.kernel(f"{server.own}/kernel.json", warm=True)
    os.write(said, b".")
    os.close(said)
    kernel.start()
    os._exit(0)


if __name__ == "__main__":
    sys.path += [os.path.dirname(__file__), sys.argv[1]]
    import launch
    import syscalls as calls

    shutil.copytree("/nnlab/matplotlib", os.environ["MPLCONFIGDIR"])  # where it may write; else it lists fonts anew
    launch.warm_up()
    Server(*sys.argv[2:4]).serve()
