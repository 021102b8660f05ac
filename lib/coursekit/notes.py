"""What there is to say about a submission, beyond its scores: in English for the report, in the student's words on
the feedback page."""


class Note(str):
    """One sentence in English, which is its value; `ko` is the same in Korean."""

    def __new__(cls, en, ko):
        note = super().__new__(cls, en)
        note.ko = ko
        return note

    def __getnewargs__(self):
        return str(self), self.ko


def write(notebook, notes):
    """Keep the notes in a graded notebook."""
    notebook.metadata.nnlab.notes = [{"en": str(note), "ko": note.ko} for note in notes]


def read(metadata):
    """Return the notes that a graded notebook's metadata hold."""
    return [Note(**note) for note in metadata.get("nnlab", {}).get("notes", [])]
