"""Versions are pretended wherever a student may look, and the real ones come back."""

import platform
import sys
from importlib import metadata
from importlib.util import find_spec

import matplotlib
import numpy as np
import pytest
from nnlab.pretend import installed

VERSIONS = {"python": "3.31.4", "numpy": "27.1.0", "matplotlib": "28.2.5", "tensorflow": "29.3.1"}


def seen():
    """What can be seen of the versions from everywhere."""
    present = find_spec("tensorflow") is not None
    return {
        "python": {platform.python_version(), sys.version.split()[0], ".".join(map(str, sys.version_info[:3]))},
        "numpy": {np.__version__, metadata.version("numpy")},
        "matplotlib": {matplotlib.__version__, metadata.version("matplotlib")},
        "tensorflow": {__import__("tensorflow").__version__, metadata.version("TensorFlow")} if present else {None},
    }


def test_the_versions_are_seen_everywhere_and_only_inside():
    before = seen()
    with installed(VERSIONS):
        assert seen() == {name: {version} for name, version in VERSIONS.items()}
        assert metadata.version("pip") == metadata.distribution("pip").version, "others stay as they are"
    assert seen() == before


def test_a_missing_package_cannot_be_imported_or_found():
    with installed({**VERSIONS, "tensorflow": None}):
        with pytest.raises(ImportError):
            import tensorflow  # noqa: F401
        with pytest.raises(metadata.PackageNotFoundError):
            metadata.version("tensorflow")
        assert find_spec("tensorflow") is None


def test_a_package_that_is_there_can_be_missing_for_a_while():
    with installed({"python": "3.31.4", "matplotlib": None}):
        assert find_spec("matplotlib") is None
    assert sys.modules["matplotlib"] is matplotlib


def test_all_is_put_back_after_an_error():
    before, module = seen(), sys.modules.get("tensorflow")
    with pytest.raises(RuntimeError), installed(VERSIONS):
        raise RuntimeError
    assert seen() == before and sys.modules.get("tensorflow") is module


def test_versions_stand_in_their_other_places_too():
    before = np.version.version
    with installed({"python": "3.12.4", "numpy": "7.8.9", "tensorflow": "2.99.1"}):
        import tensorflow

        assert np.version.version == np.version.full_version == "7.8.9" and tensorflow.version.VERSION == "2.99.1"
    assert np.version.version == before == np.__version__
