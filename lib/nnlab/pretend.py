"""Pretend that other versions are installed: how a check tells versions that were looked up from copied ones."""

import sys
from collections import namedtuple
from contextlib import ExitStack
from importlib import metadata
from importlib.machinery import ModuleSpec
from importlib.util import module_from_spec
from types import SimpleNamespace
from unittest.mock import patch

SAME = {  # where else a package says its version
    "numpy": (("version", "version"), ("version", "full_version")),
    "tensorflow": (("version", "VERSION"),),
}
VersionInfo = namedtuple("VersionInfo", "major minor micro releaselevel serial")


def installed(versions):
    """Return a context in which these versions are installed; afterwards, also after an error, all is as before.

    versions : texts by name: "python", of the form "3.31.4", and packages; None for a package that is missing.
    """
    packages = dict(versions)
    python = packages.pop("python")
    with ExitStack() as undo:
        info = VersionInfo(*map(int, python.split(".")), "final", 0)
        undo.enter_context(patch.object(sys, "version", f"{python} {sys.version.partition(' ')[2]}"))
        undo.enter_context(patch.object(sys, "version_info", info))
        undo.enter_context(patch.object(metadata.Distribution, "from_name", _finder(packages)))
        for name, version in packages.items():
            module = sys.modules.get(name)
            if module is not None and version is not None:
                undo.enter_context(patch.object(module, "__version__", version))
                for place, attribute in SAME.get(name, ()):
                    if hasattr(getattr(module, place, None), attribute):
                        undo.enter_context(patch.object(getattr(module, place), attribute, version))
            else:
                undo.callback(_put_back, name, module)
                sys.modules[name] = None if version is None else _module(name, version)  # None: the import fails
        return undo.pop_all()


def _finder(packages):
    """Stand in for ``Distribution.from_name``, on which all of importlib.metadata builds."""
    really = metadata.Distribution.from_name

    def from_name(name):
        if name.lower() not in packages:
            return really(name)
        version = packages[name.lower()]
        if version is None:
            raise metadata.PackageNotFoundError(name)
        return SimpleNamespace(version=version, metadata={"Name": name, "Version": version})

    return from_name


def _module(name, version):
    module = module_from_spec(ModuleSpec(name, None))
    module.__version__ = version
    for place, attribute in SAME.get(name, ()):
        if not hasattr(module, place):
            setattr(module, place, SimpleNamespace())
        setattr(getattr(module, place), attribute, version)
    return module


def _put_back(name, module):
    if module is None:
        sys.modules.pop(name, None)
    else:
        sys.modules[name] = module
