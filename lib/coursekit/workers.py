"""Worker processes: each does one task at a time; one that dies or hangs takes nobody else's task with it."""

import contextlib
import gc
import os
import signal
import threading
import time
from multiprocessing import connection, get_context, parent_process, resource_tracker

GRACE_SECONDS = 60  # for starting, and for what a task does beyond the time that it was given


class WorkerError(Exception):
    """A task could not be done because its worker died or hung; str() says so."""


class Workers:
    """Up to `count` processes, started when there is something to do; use as a context manager.

    Where there are as many of them as CPUs, each stays on a CPU of its own, with the kernels that it starts: a worker
    and its kernel take turns all the time, and to wake one another costs less on one CPU.
    """

    def __init__(self, count):
        self.context, self.count = get_context("forkserver" if hasattr(os, "fork") else "spawn"), count
        self.free, self.busy = [], []
        cpus = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []
        self.cpus = cpus if 1 < count == len(cpus) else [None] * count  # of workers that are not there yet

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        workers = [*self.free, *self.busy]
        for worker in workers:
            worker.pipe.close()  # so that they end at the same time
        for worker in workers:
            worker.close()

    def map(self, function, tasks, seconds):
        """Start at once; yield (task, result) as they come, where result is function(*task) or what it raised.

        function : a function of a module.
        tasks    : a list of tuples of arguments.
        seconds  : how long one task may take. A task whose worker dies is tried once more.
        """
        waiting = [(task, 1) for task in reversed(tasks)]
        self._give(function, waiting, seconds)
        return self._results(function, waiting, seconds)

    def _give(self, function, waiting, seconds):
        while waiting and len(self.busy) < self.count:
            self.busy.append(self.free.pop() if self.free else _Worker(self.context, self.cpus.pop()))
            self.busy[-1].give(function, *waiting.pop(), seconds)

    def _results(self, function, waiting, seconds):
        done = []
        while waiting or self.busy or done:
            self._give(function, waiting, seconds)
            yield from done  # now that the workers have something to do again
            done.clear()
            ready = connection.wait([worker.pipe for worker in self.busy], timeout=1) if self.busy else []
            for worker in [w for w in self.busy if w.pipe in ready or time.monotonic() > w.deadline]:
                self.busy.remove(worker)
                try:
                    if worker.pipe not in ready:
                        raise WorkerError(f"it took longer than {seconds + GRACE_SECONDS:g} s")
                    result = worker.pipe.recv()
                except (EOFError, OSError, WorkerError) as error:
                    worker.close(kill=True)
                    self.cpus.append(worker.cpu)
                    if worker.tries < 2 and not isinstance(error, WorkerError):
                        waiting.append((worker.task, worker.tries + 1))
                        continue
                    result = error if isinstance(error, WorkerError) else WorkerError("its worker process died twice")
                else:
                    self.free.append(worker)
                done.append((worker.task, result))


@contextlib.contextmanager
def importing():
    """Within it much is imported: nothing of that is garbage, and nobody needs to look through it again later."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def warm_up():
    """Start the process that workers are forked from; it imports what they need while this one goes on."""
    if hasattr(os, "fork"):
        from multiprocessing import forkserver

        forkserver.set_forkserver_preload(["coursekit.preload"])
        with _ctrl_c_held_back():
            forkserver.ensure_running()


class _Worker:
    def __init__(self, context, cpu):
        self.cpu = cpu
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=_serve, args=(theirs, cpu), daemon=False)
        with _ctrl_c_held_back():
            self.process.start()
        theirs.close()

    def give(self, function, task, tries, seconds):
        self.task, self.tries = task, tries
        self.deadline = time.monotonic() + seconds + GRACE_SECONDS
        try:
            self.pipe.send((function, task))
        except OSError:
            pass  # it has died: reading from it will say so

    def close(self, kill=False):
        self.pipe.close()
        if kill:
            self.process.kill()
        self.process.join(10)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()
        self.process.close()


@contextlib.contextmanager
def _ctrl_c_held_back():
    """Deliver Ctrl-C later: a process that is started meanwhile does not see it. Windows cannot do this."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    resource_tracker.ensure_running()  # else start() does, which lets Ctrl-C through
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(pipe, cpu):
    """Do tasks on one CPU (None: on any) until the other end of the pipe is closed, or its process is gone."""
    if cpu is not None:
        with contextlib.suppress(OSError):  # it has been taken away meanwhile
            os.sched_setaffinity(0, {cpu})
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that gives the tasks
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGINT])
    threading.Thread(target=_end_with_parent, daemon=True).start()
    while True:
        try:
            function, task = pipe.recv()
        except (EOFError, OSError):
            return
        try:
            result = function(*task)
        except Exception as error:
            result = error
        try:
            pipe.send(result)
        except (BrokenPipeError, ConnectionError):
            return
        except Exception:  # a result that cannot be sent, such as an exception with a file in it
            pipe.send(WorkerError(f"{type(result).__name__}: {result}"))


def _end_with_parent():
    connection.wait([parent_process().sentinel])
    os._exit(1)
