"""A Jupyter kernel for one submission, seen from outside: start it, run cells in it within limits, stop it."""

import contextlib
import time

import zmq
from jupyter_client.session import Session

from coursekit.outputs import Outputs

DIED, TIMEOUT = "died", "timeout"
GONE = "gone"  # the whole sandbox ended, which need not be the cell's doing
QUEUE = 8  # messages kept by the socket: with the largest message this bounds the memory of a flood
IDLE_SECONDS = 2  # how long outputs are waited for after a cell's reply


class Kernel:
    """A started kernel; its `process` is one of ``kernels``."""

    def __init__(self, process, connection, max_message):
        self.process = process
        self.lost = False  # whether a message was too large, which ends a socket's connection for good
        self.session = Session(key=connection["key"].encode())
        self.connection, self.max_message = connection, max_message
        self.context = zmq.Context()
        self.shell = self.iopub = None
        self._connect_all()

    def _connect_all(self):
        for old in (self.shell, self.iopub):
            if old is not None:
                old.close()
        self.shell = self._connect(zmq.DEALER, "shell_port")
        self.iopub = self._connect(zmq.SUB, "iopub_port")
        self.iopub.subscribe(b"")

    def _connect(self, kind, port):
        socket, at = self.context.socket(kind), self.connection
        socket.linger, socket.rcvhwm, socket.maxmsgsize = 0, QUEUE, self.max_message
        socket.connect(f"{at['transport']}://{at['ip']}{'-' if at['transport'] == 'ipc' else ':'}{at[port]}")
        return socket

    def wait_until_ready(self, seconds):
        """Wait until the kernel answers and its outputs arrive here. Returns False where it ends or takes too long."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline and self.process.ended() is None:
            self.session.send(self.shell, "kernel_info_request", {})
            if self.iopub.poll(100):
                while self._receive(self.shell):
                    pass
                return True
        return False

    def run(self, source, limits):
        """Run one cell. Returns (its Outputs, None or the reason why the kernel was ended).

        limits : `cell_seconds` (wall), `cell_cpu_seconds`, `output_mb`, `answers_mb`.
        """
        outputs = Outputs(limits)
        if self.lost:
            self.lost = False
            self._connect_all()
            self.wait_until_ready(IDLE_SECONDS)
        self.process.allow(limits)
        deadline = time.monotonic() + limits["cell_seconds"]
        content = {"code": source, "silent": False, "store_history": True, "allow_stdin": False, "stop_on_error": False}
        request = self.session.send(self.shell, "execute_request", content)["header"]["msg_id"]
        poller = zmq.Poller()
        poller.register(self.shell, zmq.POLLIN)
        poller.register(self.iopub, zmq.POLLIN)
        replied = idle = False
        while not (replied and idle):
            if time.monotonic() > deadline:
                if replied:
                    self.lost = True
                    break
                return outputs, TIMEOUT
            ready = dict(poller.poll(50))
            if not ready and self.process.ended() is not None:
                return outputs, self.process.ended()
            if self.shell in ready and (message := self._receive(self.shell)):
                if _parent(message) == request:
                    replied = True
                    deadline = time.monotonic() + IDLE_SECONDS
            if self.iopub in ready and (message := self._receive(self.iopub)):
                if _parent(message) != request:
                    continue
                if message["msg_type"] == "status":
                    idle = idle or message["content"].get("execution_state") == "idle"
                else:
                    outputs.add(message["msg_type"], message["content"])
        return outputs, self.process.look()  # what a cell leaves behind is put down to it, not to the next one

    def _receive(self, socket):
        """Return the next message, or None; a student's code may have written it, so it may be anything."""
        try:
            message = self.session.recv(socket, mode=zmq.NOBLOCK)[1]
            return message if message and isinstance(message["content"], dict) else None
        except Exception:
            return None

    def stop(self):
        self.process.stop()
        with contextlib.suppress(zmq.ZMQError):
            self.context.destroy(linger=0)


def _parent(message):
    header = message.get("parent_header")
    return header.get("msg_id") if isinstance(header, dict) else None
