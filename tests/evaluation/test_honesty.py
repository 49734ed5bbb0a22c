"""Thirty sets of data in which something is wrong: the right warning each time, and no forbidden word in either language."""

from __future__ import annotations

import re

from mithaq.cli.offline import translation
from mithaq.evaluation.sentences import SENTENCES
from tests.evaluation.scripted import FORBIDDEN, scripted


def test_the_right_warning_appears_each_time_and_no_forbidden_word() -> None:
    arabic, told = translation("ar"), 0
    for name, expected, found, words in scripted():
        assert expected <= found, name
        for language, text in (("en", words(str)), ("ar", words(arabic))):
            assert not re.search(FORBIDDEN[language], text, re.IGNORECASE), (name, text)
        told += 1
    assert told == 30


def test_no_sentence_at_all_has_a_forbidden_word() -> None:
    arabic = translation("ar")
    for text in SENTENCES.values():
        assert not re.search(FORBIDDEN["en"], text, re.IGNORECASE), text
        assert not re.search(FORBIDDEN["ar"], arabic(text)), text
