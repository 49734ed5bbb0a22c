"""When two writings of a name are the same name."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mithaq.register.parties.names import name_key

SAME = [
    ("الشيخ علي بن جاسم آل ثاني", "علي جاسم آل ثاني"),
    ("سعادة الدكتور أحمد بن حسن الحمادي", "احمد حسن الحمادي"),
    ("عبد العزيز بن أحمد المالكي", "عبدالعزيز أحمد المالكي"),
    ("Ali bin Jassim Al-Thani", "Ali Jassim Al Thani"),
    ("H.E. Dr. Ahmed bin Hassan Al-Hammadi", "Ahmed Hassan Al-Hammadi"),
    ("François Delattre", "Francois Delattre"),
    ("سَالِم الـمَعْمَري", "سالم المعمري"),
]
APART = [
    ("علي بن جاسم آل ثاني", "محمد بن جاسم آل ثاني"),
    ("سالم المعمري", "سالم المعمر"),
    ("Ahmed Hassan", "Ahmed Hassan Al-Hammadi"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_writings_of_one_name_have_one_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other) != ""


@pytest.mark.parametrize(("one", "other"), APART)
def test_other_names_have_other_keys(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


def test_a_title_alone_stays_a_name() -> None:
    assert name_key("الأمير") == "الامير"


@settings(deadline=None)
@given(st.text(max_size=60))
def test_a_key_is_the_key_of_itself(written: str) -> None:
    key = name_key(written)
    assert name_key(key) == key or len(key.split()) > len(name_key(key).split())


@settings(deadline=None)
@given(st.lists(st.sampled_from(["سالم", "المعمري", "آل", "ثاني", "علي", "Ali", "Thani"]), min_size=2, max_size=5))
def test_titles_before_a_name_change_nothing(words: list[str]) -> None:
    name = " ".join(words)
    assert name_key(f"سعادة السفير الدكتور {name}") == name_key(name)
