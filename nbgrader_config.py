"""nbgrader's configuration for this course; add your own settings (late penalties, exchange) below."""

from coursekit.nbgrader import configure

c = get_config()  # noqa: F821  (nbgrader provides it)
configure(c)
