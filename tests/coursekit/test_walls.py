"""The walls of a kernel, tried from inside: no thread of it has a capability, nothing can be unmounted or passed on."""

import pytest

from tests.coursekit.test_grading import printed, submit

pytestmark = [pytest.mark.sandbox, pytest.mark.usefixtures("bubblewrap")]
TRY = r"""
import ctypes, os, pathlib
libc = ctypes.CDLL(None, use_errno=True)

def attempt(name, result):
    print(name, "REACHED" if result >= 0 else f"refused ({os.strerror(ctypes.get_errno())})")

def all_of_them(where):
    for folder in (b"/proc", b"/home", b"/tmp", b"/nnlab/kernels", b"/nnlab/own"):
        attempt(f"{where}: unmount {folder.decode()}", libc.umount2(folder, 2))
    attempt(f"{where}: remount", libc.mount(None, b"/nnlab/own", None, 32 | 4096, None))
    attempt(f"{where}: unshare", libc.unshare(0x10000000))
    attempt(f"{where}: memfd_create", libc.memfd_create(b"x", 0))
    attempt(f"{where}: shmget", libc.shmget(7, 4096, 0o1600))
    attempt(f"{where}: keyctl", libc.syscall(%(keyctl)d, 0, -3, 1))
    attempt(f"{where}: add_key", libc.syscall(%(add_key)d, b"user", b"note", b"text", 4, -3))
    attempt(f"{where}: ptrace", libc.ptrace(16, 1, 0, 0))
    for path in ("/nnlab/own/x", "/nnlab/kernels/x", "/dev/x", "/x", "/etc/x", "/proc/x"):
        try:
            open(path, "w")
            print("REACHED", path)
        except OSError as error:
            print(path, error.strerror)

all_of_them("main")
import threading
kernel = get_ipython().kernel
for name, loop in (("iopub", kernel.iopub_thread.io_loop), ("control", kernel.control_thread.io_loop)):
    done = threading.Event()
    loop.add_callback(lambda name=name, done=done: (all_of_them(name), done.set()))
    done.wait(5)
    print(name, "done" if done.is_set() else "NOT RUN")
print("processes", os.listdir("/proc"), "kernels", os.listdir("/nnlab/kernels"), "pid", os.getpid())
os.kill(1, 9); print("still here")
"""


def test_walls(repository, tmp_path):
    import platform

    from coursekit.syscalls import REFUSED

    said = printed(submit(repository, tmp_path, added=TRY % REFUSED[platform.machine()][1]))
    assert "REACHED" not in said and "still here" in said and "processes [] kernels []" in said
    assert all(f"{thread} done" in said for thread in ("iopub", "control")), said
    assert said.count("refused (Operation not permitted)") == 3 * 12


def test_nothing_is_left_for_the_next_kernel(repository, tmp_path):
    notes = "import os\nnotes = ['/tmp/note', '/home/student/note', '/dev/shm/note']\n"
    leave = notes + "for note in notes: open(note, 'w').write('x')\nprint('left')"
    find = notes + "print([note for note in notes if os.path.exists(note)])"
    assert "left" in printed(submit(repository, tmp_path, added=leave))
    assert "[]" in printed(submit(repository, tmp_path, added=find))
