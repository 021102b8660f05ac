"""The Jupyter kernel that student code runs in: limits, imports, start. It runs where nothing else of ours is.

``forkserver`` uses it in the sandbox. As a script, with `python -I -S -B`, it is a kernel without a sandbox.
Arguments: folder of packages, memory in MB, largest file in MB, CPU seconds, connection file.
"""

import contextlib
import gc
import importlib
import sys

SHARED = ("numpy", "matplotlib.pyplot", "matplotlib.backends.backend_agg", "ipykernel.kernelapp", "ipykernel.zmqshell")
SHARED += ("matplotlib_inline.backend_inline", "ipywidgets", "nnlab")
SPARED = (  # what a kernel imports while it starts, in those versions that have it
    "IPython.core.completerlib",
    "IPython.core.debugger",
    "IPython.core.magics.ast_mod",
    "IPython.core.magics.execution",
    "IPython.core.oinspect",
    "IPython.extensions.storemagic",
    "ipykernel.debugger",
    "tornado.platform.asyncio",
    "faulthandler",
)


def limit(memory_mb, file_mb, cpu_seconds=None):
    """Limit what this process may take: address space, the largest file, CPU time, open files."""
    try:
        import resource
    except ImportError:  # Windows has no such limits
        return
    for kind, value in (
        (resource.RLIMIT_AS, memory_mb * 2**20),
        (resource.RLIMIT_FSIZE, file_mb * 2**20),
        (resource.RLIMIT_CPU, cpu_seconds),
        (resource.RLIMIT_NOFILE, 256),
        (resource.RLIMIT_CORE, 0),
    ):
        if value is not None:
            resource.setrlimit(kind, (value, value))


def warm_up():
    """Import what every kernel uses, so that forked kernels share it."""
    for name in SHARED:
        importlib.import_module(name)
    for name in SPARED:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    from matplotlib.backends import backend_registry

    backend_registry.list_all()  # it asks all installed packages, once
    gc.collect()
    gc.freeze()


def kernel(connection_file, warm=False):
    """Return a kernel that listens and is not started yet.

    warm : pyplot was imported before there was a kernel, so it has to be told now how to show figures.
    """
    from ipykernel.kernelapp import IPKernelApp
    from ipykernel.zmqshell import ZMQInteractiveShell

    ZMQInteractiveShell.ask_exit = lambda shell: None  # exit() in a notebook must not end the cells behind it
    app = IPKernelApp.instance()
    app.initialize(["-f", connection_file, "--HistoryManager.enabled=False", "--IPKernelApp.quiet=True"])
    if warm:
        app.shell.enable_matplotlib("inline")
    return app


if __name__ == "__main__":
    sys.path.append(sys.argv[1])
    limit(*map(int, sys.argv[2:5]))
    kernel(sys.argv[5]).start()
