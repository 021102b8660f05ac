"""The tool of instructors and authors: build, audit, grade, report."""
