"""The first thing that runs inside the sandbox: limits, the search path, then the Jupyter kernel.

It runs with `python -I -S`, so it imports nothing of ours: only the path in its arguments is there.
Arguments: folder of packages, memory in MB, CPU seconds, largest file in MB, then the kernel's own.
"""

import sys


def limit(memory_mb, cpu_seconds, file_mb):
    try:
        import resource
    except ImportError:  # Windows has no such limits
        return
    for kind, value in (
        (resource.RLIMIT_AS, memory_mb * 2**20),
        (resource.RLIMIT_CPU, cpu_seconds),
        (resource.RLIMIT_FSIZE, file_mb * 2**20),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(kind, (value, value))


if __name__ == "__main__":
    packages, memory_mb, cpu_seconds, file_mb = sys.argv[1], *map(int, sys.argv[2:5])
    sys.argv[1:5] = []
    sys.path.append(packages)
    limit(memory_mb, cpu_seconds, file_mb)
    from ipykernel import kernelapp

    kernelapp.launch_new_instance()
