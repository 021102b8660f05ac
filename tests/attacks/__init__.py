"""Submissions that try what a submission may try, what each deserves, and the tests that it gets just that."""

from tests.attacks import editing, exhausting, honest, interpreter, objects, reading, writing

PARAGRAPHS = (editing, interpreter, objects, reading, writing, exhausting, honest)
ATTACKS = tuple(attack for paragraph in PARAGRAPHS for attack in paragraph.ATTACKS)
LINES = range(1, 41)  # the numbered list of what a submission may try
