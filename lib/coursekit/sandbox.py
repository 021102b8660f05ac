"""Where student code runs: a bubblewrap sandbox with an environment of its own.

Inside there are Python, NumPy, matplotlib, the IPython kernel, ipywidgets, ``nnlab`` and those modules of
``nnref`` that the unit gives; no network, no other files, no examiner. The kernel talks over Unix sockets.
"""

import importlib
import os
import shutil
import subprocess
import sys
from functools import cache
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

from jupyter_client.kernelspec import KernelSpec
from jupyter_client.manager import AsyncKernelManager
from packaging.requirements import Requirement

from coursekit.errors import CourseError

ROOTS = ("numpy", "matplotlib", "ipykernel", "ipywidgets")
HELP = (
    "install bubblewrap ('sudo apt install bubblewrap'; Ubuntu 24.04 must also allow unprivileged user namespaces for "
    "it), or run student code without protection (coursekit grade --no-sandbox, or nbgrader autograde "
    "--RunAndExamine.sandbox=False)"
)
SYSTEM = ("/usr", "/lib", "/lib32", "/lib64", "/bin", "/sbin")
ETC = ("/etc/ld.so.cache", "/etc/alternatives", "/etc/fonts", "/etc/localtime")
INSIDE = "/nnlab"  # where our own files lie inside


class SandboxError(CourseError):
    """Student code cannot be run safely on this machine; the message says how to change that."""


@cache
def require_bubblewrap():
    """Return the path of a bubblewrap that works here; raises SandboxError in one sentence."""
    bwrap = shutil.which("bwrap")
    if bwrap is None:
        raise SandboxError(f"found no bubblewrap, which keeps student code away from everything else: {HELP}")
    command = [bwrap, *_walls(), "--", "/usr/bin/env", "true"]
    trial = subprocess.run(command, capture_output=True, text=True, timeout=30)
    if trial.returncode != 0:
        said = (trial.stderr.strip().splitlines() or ["no message"])[-1]
        raise SandboxError(f"bubblewrap does not work on this machine ({said}): {HELP}")
    return bwrap


@cache
def packages(gives=()):
    """Return {name inside: path outside} of what student code may import, for a unit's given modules."""
    found = {}
    for name in _closure(ROOTS):
        for file in metadata.distribution(name).files or ():
            top = file.parts[0]
            if top not in ("..", "__pycache__", "bin") and not file.is_absolute():
                found[top] = str(metadata.distribution(name).locate_file(top))
    found["nnlab"] = _folder("nnlab")
    reference = Path(_folder("nnref"))
    if gives:
        for module in ("__init__", *gives):
            found[f"nnref/{module}.py"] = str(reference / f"{module}.py")
    missing = [path for path in found.values() if not os.path.exists(path)]
    if missing:
        raise CourseError(f"the installed packages are damaged: {missing[0]} is missing; install them again")
    return found


def _folder(package):
    return str(Path(find_spec(package).origin).parent)


def _closure(roots):
    """Names of the distributions that `roots` need here, themselves included."""
    names, queue = set(), list(roots)
    while queue:
        name = queue.pop()
        if name.lower() in names:
            continue
        names.add(name.lower())
        for text in metadata.requires(name) or ():
            requirement = Requirement(text)
            if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
                queue.append(requirement.name)
    return sorted(names)


def _walls():
    """The arguments of bubblewrap that do not depend on the submission."""
    walls = [
        "--unshare-all",
        "--unshare-user",
        "--die-with-parent",
        "--new-session",
        "--clearenv",
        "--hostname",
        "nnlab",
    ]
    walls += ["--uid", "1000", "--gid", "1000", "--cap-drop", "ALL"]
    bound = []
    for path in SYSTEM:
        if os.path.islink(path):
            walls += ["--symlink", os.readlink(path), path]
        elif os.path.isdir(path):
            walls += ["--ro-bind", path, path]
            bound.append(path)
    for path in ETC:
        walls += ["--ro-bind-try", path, path]
    base = os.path.realpath(sys.base_prefix)
    if not any(base.startswith(f"{path}/") or base == path for path in bound):
        walls += ["--ro-bind", base, base]
        bound.append(base)
    for folder in _site_folders(base):
        walls += ["--tmpfs", folder]
    walls += ["--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp", "--tmpfs", "/home"]
    return walls


def _site_folders(base):
    """Folders of installed packages below the bound paths: they are covered, ours are bound one by one."""
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    candidates = [f"{base}/lib/{version}/site-packages", "/usr/lib/python3/dist-packages"]
    candidates += [f"/usr/local/lib/{v}/{kind}-packages" for v in (version, "python3") for kind in ("dist", "site")]
    return sorted({folder for folder in candidates if os.path.isdir(folder)})


class Kernel(AsyncKernelManager):
    """A kernel for one submission; `options` go to its start_kernel."""

    options: dict


def make_kernel(folder, cases, unit, sandboxed):
    """Return a kernel manager, not started, whose kernel runs in a sandbox.

    folder : an empty folder of this kernel alone (sockets, connection file).
    cases  : the folder with the papers of this submission.
    unit   : the UnitInfo, for its limits and what it gives.
    """
    folder = Path(folder)
    limits = unit.limits
    numbers = [str(n) for n in (limits["memory_mb"], limits["total_seconds"], 100)]
    found = packages(tuple(unit.gives))
    manager = Kernel(kernel_name="python3")
    manager.options = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    manager.connection_file = str(folder / "kernel.json")
    if sandboxed:
        bwrap = require_bubblewrap()
        manager.transport = "ipc"
        manager.ip = str(folder / "k")
        argv = [bwrap, *_walls()]
        for name, path in found.items():
            argv += ["--ro-bind", path, f"{INSIDE}/packages/{name}"]
        argv += [
            "--ro-bind",
            str(cases),
            f"{INSIDE}/cases",
            "--ro-bind",
            str(_launcher()),
            f"{INSIDE}/launch.py",
        ]
        argv += ["--ro-bind", str(font_cache()), f"{INSIDE}/matplotlib", "--bind", str(folder), str(folder)]
        argv += ["--dir", "/home/student", "--chdir", "/home/student"]
        for key, value in environment(f"{INSIDE}/cases", f"{INSIDE}/matplotlib", "/home/student").items():
            argv += ["--setenv", key, value]
        python = [
            os.path.realpath(sys.executable),
            "-I",
            "-S",
            "-B",
            f"{INSIDE}/launch.py",
            f"{INSIDE}/packages",
        ]
    else:
        argv = []
        farm = _farm(folder / "packages", found)
        home = folder / "home"
        home.mkdir()
        manager.options |= {"cwd": str(home), "env": environment(str(cases), str(font_cache()), str(home))}
        python = [os.path.realpath(sys.executable), "-I", "-S", "-B", str(_launcher()), str(farm)]
    command = [*argv, *python, *numbers, "-f", "{connection_file}"]
    manager._kernel_spec = KernelSpec(argv=command, language="python", display_name="sandbox")
    return manager


def environment(cases, font_folder, home):
    """The environment variables of student code: nothing of the instructor's is among them."""
    return {
        "PATH": "/usr/bin:/bin",
        "HOME": home,
        "USER": "student",
        "LANG": "C.UTF-8",
        "NNLAB_CASES": cases,
        "MPLCONFIGDIR": font_folder,
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1",
        "MKL_NUM_THREADS": "1",
        "PYTHONUTF8": "1",
    }


@cache
def font_cache():
    """The folder with matplotlib's list of fonts, made where it is missing: each kernel would look for them anew."""
    import matplotlib

    folder = Path(matplotlib.get_cachedir())
    if not list(folder.glob("fontlist*.json")):
        importlib.import_module("matplotlib.font_manager")
    return folder


def _launcher():
    return Path(__file__).with_name("launch.py")


def _farm(folder, found):
    """Link the packages into one folder, for running without a sandbox."""
    for name, path in found.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).symlink_to(path)
    return folder
