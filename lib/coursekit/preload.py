"""Imported once, by the process that workers are forked from: what each of them would import and work out again."""

import contextlib

from coursekit.workers import importing

with importing():
    import nbformat

    from coursekit import batch, sandbox  # noqa: F401

    with contextlib.suppress(Exception):  # the workers come to it again, and say it
        sandbox.font_cache()
        sandbox.packages()
        nbformat.validate(nbformat.v4.new_notebook())
