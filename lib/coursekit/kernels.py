"""Starts kernels: forked from a warm process in the sandbox, or, without a sandbox, as a process of their own."""

import contextlib
import json
import os
import select
import shutil
import subprocess
import sys
import tempfile
import uuid
from multiprocessing import util
from pathlib import Path

from jupyter_client.connect import write_connection_file

from coursekit import sandbox
from coursekit.kernel import DIED, GONE, Kernel
from coursekit.sandbox import SandboxError

START_SECONDS = 60
PORTS = ("shell_port", "iopub_port", "stdin_port", "control_port", "hb_port")


def start(unit, papers, cpu_seconds, sandboxed):
    """Start a kernel and return it.

    unit        : the UnitInfo, for its limits and what it gives.
    papers      : {exercise: text of its paper}, which the kernel finds in its folder of cases.
    cpu_seconds : what the kernel and all its processes may use together.
    Raises SandboxError where no kernel can be started on this machine.
    """
    begin = _forked if sandboxed else _plain
    for last in (False, True):
        process, connection = begin(unit, papers, cpu_seconds)
        kernel = Kernel(process, connection, int(unit.limits["answers_mb"] * 1.4 * 10**6) + 10**6)
        if kernel.wait_until_ready(START_SECONDS):
            return kernel
        why = process.ended() or f"silent for {START_SECONDS} s"
        kernel.stop()
        if last:
            raise SandboxError(f"no kernel could be started ({why}); run 'coursekit doctor'")


def _write_papers(folder, papers):
    (folder / "cases").mkdir()
    for name, text in papers.items():
        (folder / "cases" / f"{name}.json").write_text(text, encoding="utf-8")


class ForkServer:
    """The process in the sandbox that forks kernels; see ``forkserver``. It ends by itself when nobody uses it."""

    def __init__(self, gives):
        self.gives = gives
        self.folder = Path(tempfile.mkdtemp(prefix="nnlab-"))
        self.buffer = b""
        self.count = 0
        command = sandbox.command(sandbox.packages(gives), self.folder)
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL)
        if self.read(START_SECONDS) != {"ready": True}:
            self.close()
            raise SandboxError(f"the sandbox did not start (exit {self.process.returncode}); run 'coursekit doctor'")

    def write(self, message):
        """Send an order; returns whether the server is still there."""
        try:
            self.process.stdin.write(json.dumps(message).encode() + b"\n")
            self.process.stdin.flush()
            return True
        except (OSError, ValueError):
            return False

    def read(self, seconds):
        """Return the next message; None where none comes in time; that all is gone where the server has ended."""
        pipe = self.process.stdout.fileno()
        while b"\n" not in self.buffer:
            if not select.select([pipe], [], [], seconds)[0]:
                return None
            data = os.read(pipe, 65536)
            if not data:
                return {"ended": GONE, "cpu": 0.0}
            self.buffer += data
        line, _, self.buffer = self.buffer.partition(b"\n")
        return json.loads(line)

    def close(self):
        with contextlib.suppress(OSError):
            self.process.stdin.close()
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stdout.close()
        shutil.rmtree(self.folder, ignore_errors=True)


_server = None  # one at a time: submissions are graded unit by unit


def _server_for(gives):
    global _server
    if _server is not None and (_server.gives != gives or _server.process.poll() is not None):
        close()
    if _server is None:
        _server = ForkServer(gives)
        util.Finalize(None, close, exitpriority=1)  # atexit does nothing in a worker
    return _server


def close():
    """End the fork server, where there is one."""
    global _server
    if _server is not None:
        _server.close()
        _server = None


class _Forked:
    """A kernel of the fork server."""

    def __init__(self, server, folder):
        self.server, self.folder = server, folder
        self.reason, self.start_cpu, self.cpu = None, 0.0, 0.0

    def ended(self, seconds=0):
        if self.reason is None:
            message = self.server.read(seconds) or {}
            if "ended" in message:
                self.reason, self.cpu = message["ended"], message["cpu"]
        return self.reason

    def allow(self, limits):
        cell = {"cpu": limits["cell_cpu_seconds"], "memory_mb": limits["memory_mb"], "processes": limits["processes"]}
        self.server.write({"cell": cell})

    def look(self):
        """Return why the kernel has ended, or None: it is within its limits now."""
        if self.ended() is None:
            self.server.write({"look": True})
            self.ended(5)
        return self.reason

    def stop(self):
        if self.ended() is None:
            self.server.write({"stop": True})
            if self.ended(5) is None:
                self.server.process.kill()
                self.ended(5)
        shutil.rmtree(self.folder, ignore_errors=True)


def _forked(unit, papers, cpu_seconds):
    server = _server_for(tuple(unit.gives))
    server.count += 1
    folder = server.folder / f"kernel{server.count}"
    folder.mkdir()
    _write_papers(folder, papers)
    connection = {"transport": "ipc", "ip": f"{sandbox.OWN}/k", "key": uuid.uuid4().hex}
    connection |= {"signature_scheme": "hmac-sha256"} | {name: number for number, name in enumerate(PORTS, 1)}
    (folder / "kernel.json").write_text(json.dumps(connection), encoding="utf-8")
    process = _Forked(server, folder)
    order = {"start": folder.name, "memory_mb": unit.largest("memory_mb"), "disk_mb": unit.limits["disk_mb"]}
    server.write({**order, "cpu": cpu_seconds})
    message = server.read(START_SECONDS)
    if message is None:
        server.process.kill()
        message = {"ended": f"silent for {START_SECONDS} s", "cpu": 0.0}
    process.start_cpu = message["cpu"]
    if "ended" in message:
        process.reason, process.cpu = message["ended"], message["cpu"]
    return process, {**connection, "ip": str(folder / "k")}


class _Plain:
    """A kernel without a sandbox: only what the operating system limits for one process holds."""

    def __init__(self, process, folder):
        self.process, self.folder = process, folder
        self.start_cpu = self.cpu = 0.0  # not measured

    def ended(self):
        return None if self.process.poll() is None else DIED

    def allow(self, limits):
        pass

    def look(self):
        return self.ended()

    def stop(self):
        self.process.kill()
        self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


def _plain(unit, papers, cpu_seconds):
    folder = Path(tempfile.mkdtemp(prefix="nnlab-"))
    _write_papers(folder, papers)
    packages = sandbox.farm(folder / "packages", sandbox.packages(tuple(unit.gives)))
    file, connection = write_connection_file(str(folder / "kernel.json"))
    home = folder / "home"
    home.mkdir()
    numbers = [unit.largest("memory_mb") + 2048, unit.limits["disk_mb"], int(cpu_seconds) + 1]
    launcher = Path(sandbox.__file__).with_name("launch.py")
    command = [
        os.path.realpath(sys.executable),
        "-I",
        "-S",
        "-B",
        str(launcher),
        str(packages),
        *map(str, numbers),
        file,
    ]
    variables = sandbox.environment(str(folder / "cases"), str(sandbox.font_cache()), str(home))
    nowhere = subprocess.DEVNULL
    process = subprocess.Popen(command, cwd=home, env=variables, stdin=nowhere, stdout=nowhere, stderr=nowhere)
    return _Plain(process, folder), connection
