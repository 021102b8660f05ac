"""The texts: complete, in one Unicode form, with nothing left of the files that they were taken from."""

import unicodedata
from importlib.resources import files

import pytest
from nnlab import data


@pytest.mark.parametrize(
    "lang, count, distinct, start, end",
    [
        ("en", 45315, 67, "CHAPTER I\n\nDown the Rabbit-Hole\n\nAlice was", "taking not the smallest notice"),
        ("ko", 18478, 377, "대한민국헌법\n\n유구한 역사와 전통에", "그 직무를 행한다.\n"),
    ],
)
def test_the_texts_are_whole(lang, count, distinct, start, end):
    text = data.text(lang)
    assert (len(text), len(set(text))) == (count, distinct)
    assert text.startswith(start) and end in text[-400:]
    assert text == unicodedata.normalize("NFC", text)
    assert not {"\r", "\t", "\ufeff", "\x1a"} & set(text) and "  " not in text and "\n\n\n" not in text


def test_nothing_is_left_of_editions_and_web_pages():
    assert not any(word in data.text("en") for word in ("Gutenberg", "EDITION", "Fulcrum", "http"))
    assert not any(word in data.text("ko") for word in ("펼침", "부칙보기", "http"))


def test_source_and_licence_stand_beside_the_texts():
    note = (files("nnlab") / "files" / "texts.txt").read_text(encoding="utf-8")
    assert note.count("Source:") == note.count("Licence:") == 2


def test_another_language_is_refused():
    with pytest.raises(ValueError, match="found the language 'fr'; expected one of 'en', 'ko'"):
        data.text("fr")
