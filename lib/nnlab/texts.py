"""Two texts that belong to everybody, to learn from character by character."""

from importlib.resources import files

TEXTS = {"en": "alice", "ko": "constitution"}


def text(lang):
    """Return a text in English or Korean as one str, with "\\n" at the ends of its lines.

    lang : "en", four chapters of "Alice's Adventures in Wonderland" (L. Carroll, 1865), 45,315 characters;
        "ko", the Constitution of the Republic of Korea (1987), 18,478 characters, one for each syllable (NFC).

    Raises ValueError for another language. Source and licence: ``files/texts.txt``.
    """
    if lang not in TEXTS:
        raise ValueError(f"text: found the language {lang!r}; expected one of {', '.join(map(repr, TEXTS))}")
    stored = (files("nnlab") / "files" / f"{TEXTS[lang]}.txt").read_bytes()
    return stored.decode("utf-8").replace("\r\n", "\n")  # Git may write "\r\n" on Windows
