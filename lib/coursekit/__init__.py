"""The tool of instructors and authors: build, audit, grade, report."""

import sys

sys.modules.setdefault("rfc3987_syntax", None)  # jsonschema would import it: a second of work for formats unused here
