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

from packaging.requirements import Requirement

from coursekit.errors import CourseError

ROOTS = ("numpy", "matplotlib", "ipykernel", "ipywidgets", "tqdm")
UNUSED = {"debugpy"}  # the kernel can do without it and starts twice as fast
HELP = (
    "install bubblewrap ('sudo apt install bubblewrap'; Ubuntu 24.04 must also allow unprivileged user namespaces for "
    "it), or run student code without protection (coursekit grade --no-sandbox, or nbgrader autograde "
    "--RunAndExamine.sandbox=False)"
)
SYSTEM = ("/usr", "/lib", "/lib32", "/lib64", "/bin", "/sbin")
ETC = ("/etc/ld.so.cache", "/etc/alternatives", "/etc/fonts", "/etc/localtime")
INSIDE = "/nnlab"  # where our own files lie inside
OWN = f"{INSIDE}/own"  # where a kernel finds its own folder


class SandboxError(CourseError):
    """Student code cannot be run safely on this machine; the message says how to change that."""


@cache
def require_bubblewrap():
    """Return the path of a bubblewrap that works here; raises SandboxError in one sentence."""
    bwrap = shutil.which("bwrap")
    if bwrap is None:
        raise SandboxError(f"found no bubblewrap, which keeps student code away from everything else: {HELP}")
    nested = ["unshare", "--user", "--map-root-user", "--mount", "--pid", "--ipc", "--fork", "true"]
    trial = subprocess.run(
        [bwrap, *_walls(), "--", "/usr/bin/env", *nested], capture_output=True, text=True, timeout=30
    )
    if trial.returncode != 0:
        said = (trial.stderr.strip().splitlines() or ["no message"])[-1]
        raise SandboxError(f"bubblewrap does not work on this machine ({said}): {HELP}")
    return bwrap


@cache
def packages(gives=()):
    """Return {name inside: path outside} of what student code may import, for a unit's given modules."""
    found = {**_installed(), "nnlab": _folder("nnlab")}
    reference = Path(_folder("nnref"))
    if gives:
        for module in ("__init__", *gives):
            found[f"nnref/{module}.py"] = str(reference / f"{module}.py")
    missing = [path for path in found.values() if not os.path.exists(path)]
    if missing:
        raise CourseError(f"the installed packages are damaged: {missing[0]} is missing; install them again")
    return found


@cache
def _installed():
    """What ``packages`` has in each unit: ROOTS and what they need."""
    found = {}
    for distribution in map(metadata.distribution, _closure(ROOTS)):
        tops = {file.parts[0] for file in distribution.files or () if not file.is_absolute()}
        found |= {top: str(distribution.locate_file(top)) for top in tops - {"..", "__pycache__", "bin"}}
    return found


def _folder(package):
    return str(Path(find_spec(package).origin).parent)


def _closure(roots):
    """Names of the distributions that `roots` need here, themselves included."""
    names, queue = set(), list(roots)
    while queue:
        name = queue.pop()
        if name.lower() in names | UNUSED:
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


def command(packages_inside, folder):
    """Return the command line of a fork server in a sandbox, and the folder that each kernel sees as its own.

    packages_inside : what ``packages`` found.
    folder          : the folder outside that holds the folders of all its kernels.
    """
    argv = [require_bubblewrap(), *_walls()]
    for name, path in packages_inside.items():
        argv += ["--ro-bind", path, f"{INSIDE}/packages/{name}"]
    for name in ("forkserver.py", "launch.py", "syscalls.py"):
        argv += ["--ro-bind", str(Path(__file__).with_name(name)), f"{INSIDE}/{name}"]
    argv += ["--ro-bind", str(font_cache()), f"{INSIDE}/matplotlib"]
    argv += ["--bind", str(folder), f"{INSIDE}/kernels", "--dir", OWN]
    argv += ["--remount-ro", "/dev", "--remount-ro", "/"]
    for key, value in environment(f"{OWN}/cases", "/tmp/matplotlib", "/home/student").items():
        argv += ["--setenv", key, value]
    argv += [os.path.realpath(sys.executable), "-I", "-S", "-B", f"{INSIDE}/forkserver.py"]
    return [*argv, f"{INSIDE}/packages", f"{INSIDE}/kernels", OWN]


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
        "MALLOC_ARENA_MAX": "2",  # else each thread takes 64 MB of address space
    }


@cache
def font_cache():
    """The folder with matplotlib's list of fonts, made where it is missing: each kernel would look for them anew."""
    import matplotlib

    folder = Path(matplotlib.get_cachedir())
    if not list(folder.glob("fontlist*.json")):
        importlib.import_module("matplotlib.font_manager")
    return folder


def farm(folder, found):
    """Link the packages into one folder, for running without a sandbox."""
    for name, path in found.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).symlink_to(path)
    return folder
