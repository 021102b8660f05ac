"""docs/grading.md says what is so: what would be written now stands there."""

from tests.attacks.document import FILE, document


def test_the_document_is_up_to_date():
    text = FILE.read_text(encoding="utf-8")
    assert text == document(), "docs/grading.md is out of date; write it anew with: python -m tests.attacks.document"
