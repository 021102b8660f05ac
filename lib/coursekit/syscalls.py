"""What Python's `os` lacks for a sandbox on Linux: namespaces, mounts, capabilities, a filter of system calls.

It runs inside the sandbox, where nothing else of ours is. Numbers are those of linux/{sched,mount,prctl,seccomp}.h.
"""

import ctypes
import os
import platform
import signal
import struct

NEW_MOUNTS, NEW_IPC, NEW_USER, NEW_PIDS = 0x20000, 0x8000000, 0x10000000, 0x20000000
READ_ONLY, NO_SUID, NO_DEV, REMOUNT, BIND, RECURSIVE, PRIVATE = 1, 2, 4, 32, 4096, 16384, 1 << 18
SET_DEATH_SIGNAL, SET_DUMPABLE, SET_SECCOMP, DROP_CAPABILITY = 1, 4, 22, 24
FILTER, LAST_CAPABILITY, CAPSET_VERSION = 2, 40, 0x20080522
LOAD, JUMP_IF_EQUAL, JUMP_IF_GREATER_OR_EQUAL, RETURN = 0x20, 0x15, 0x35, 0x06
ALLOW, REFUSE, KILL = 0x7FFF0000, 0x00050001, 0x80000000  # REFUSE: EPERM
# Memory that no process's size shows (memfd_create, shmget), keys that outlive a kernel and are seen by the next one
# (add_key, request_key, keyctl), and doors into the kernel that no exercise needs.
REFUSED = {
    "x86_64": (0xC000003E, {"shmget": 29, "ptrace": 101, "add_key": 248, "request_key": 249, "keyctl": 250}),
    "aarch64": (0xC00000B7, {"shmget": 194, "ptrace": 117, "add_key": 217, "request_key": 218, "keyctl": 219}),
}
REFUSED["x86_64"][1].update(unshare=272, perf_event_open=298, memfd_create=319, bpf=321, userfaultfd=323, io_uring=425)
REFUSED["aarch64"][1].update(unshare=97, perf_event_open=241, memfd_create=279, bpf=280, userfaultfd=282, io_uring=425)
libc = ctypes.CDLL(None, use_errno=True)


def _must(result, what):
    if result != 0:
        raise OSError(ctypes.get_errno(), f"{what}: {os.strerror(ctypes.get_errno())}")


def unshare(flags):
    """Put this process into new namespaces."""
    _must(libc.unshare(flags), "unshare")


def mount(source, target, kind=None, flags=0, data=None):
    """As mount(2)."""
    texts = [None if text is None else text.encode() for text in (source, target, kind, data)]
    _must(libc.mount(*texts[:3], ctypes.c_ulong(flags), texts[3]), f"mount {target}")


def die_with_parent():
    """End this process when the one that started it ends."""
    _must(libc.prctl(SET_DEATH_SIGNAL, signal.SIGKILL, 0, 0, 0), "prctl")


def hide_memory():
    """Keep other processes of the same user from reading this one."""
    _must(libc.prctl(SET_DUMPABLE, 0, 0, 0, 0), "prctl")


def drop_capabilities():
    """Give up, in this thread and those that it will start, what its user namespace allows."""
    for number in range(LAST_CAPABILITY + 1):
        libc.prctl(DROP_CAPABILITY, number, 0, 0, 0)
    _must(libc.capset((ctypes.c_uint32 * 2)(CAPSET_VERSION, 0), (ctypes.c_uint32 * 6)()), "capset")


def refuse_calls():
    """Refuse the system calls of REFUSED to this thread and to all that it will start."""
    architecture, numbers = REFUSED[platform.machine()]
    steps = [(LOAD, 0, 0, 4), (JUMP_IF_EQUAL, 1, 0, architecture), (RETURN, 0, 0, KILL), (LOAD, 0, 0, 0)]
    steps += [(JUMP_IF_GREATER_OR_EQUAL, 0, 1, 0x40000000), (RETURN, 0, 0, REFUSE)]  # another way to number them
    for number in numbers.values():
        steps += [(JUMP_IF_EQUAL, 0, 1, number), (RETURN, 0, 0, REFUSE)]
    steps.append((RETURN, 0, 0, ALLOW))
    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in steps))
    program = struct.pack("HxxxxxxP", len(steps), ctypes.addressof(code))
    _must(libc.prctl(SET_SECCOMP, FILTER, ctypes.c_char_p(program), 0, 0), "prctl")
