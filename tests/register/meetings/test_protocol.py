"""The order of protocol and the form of address."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from mithaq.core.words import Bilingual
from mithaq.register.meetings.protocol import LAST, Seat, honorific, order_of, seniority, standing_of

POSTS = yaml.safe_load((Path(__file__).parents[3] / "examples" / "ici" / "posts.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("post", POSTS, ids=lambda post: post["code"])
def test_posts_are_addressed_as_the_sources_do(post: dict[str, str]) -> None:
    title = Bilingual(post["title_ar"], post["title_en"])
    assert standing_of(title).address.ar == post["address_ar"]
    assert standing_of(Bilingual("", title.en)).address.ar == post["address_ar"]


def test_ranks_go_down_from_heads_of_state() -> None:
    titles = (
        *("أمير دولة قطر", "ولي العهد", "رئيس مجلس الوزراء", "نائب رئيس مجلس الوزراء", "وزير الخارجية"),
        *("الأمين العام لحلف شمال الأطلسي", "نائب وزير الدفاع", "وكيل وزارة الخارجية", "سفير دولة الكويت"),
        *("نائب رئيس بعثة", "مدير عام المعهد", "مدير إدارة", "مستشار", "سكرتير أول", "صحفي"),
    )
    ranks = [standing_of(Bilingual(title, "")).rank for title in titles]
    assert ranks == sorted(set(ranks))
    assert ranks[-1] == LAST


def test_the_office_of_a_minister_is_not_the_minister() -> None:
    assert standing_of(Bilingual("مدير مكتب وزير الخارجية", "")).rank == 13
    assert standing_of(Bilingual("سفيرة مملكة البحرين", "")).address.ar == "سعادة"
    assert standing_of(Bilingual("", "Ambassadorial assistant")).rank == LAST


def test_an_honorific_of_the_post_and_of_the_person() -> None:
    ambassador = Bilingual("سفير دولة قطر", "Ambassador of Qatar")
    assert honorific(ambassador, Bilingual("الشيخ", "Sheikh")) == Bilingual("سعادة الشيخ", "H.E. Sheikh")
    assert honorific(ambassador, Bilingual("سعادة الدكتور", "H.E. Dr")) == Bilingual("سعادة الدكتور", "H.E. Dr")
    assert honorific(Bilingual("صحفي", ""), Bilingual("", "")) == Bilingual("", "")


SEATS = [
    Seat("NATO", Bilingual("حلف شمال الأطلسي", "NATO"), "organisation", "member"),
    Seat("QAT", Bilingual("قطر", "Qatar"), "state", "member"),
    Seat("BHR", Bilingual("البحرين", "Bahrain"), "state", "member"),
    Seat("DEU", Bilingual("ألمانيا", "Germany"), "state", "member"),
    Seat("OMN", Bilingual("عُمان", "Oman"), "state", "observer"),
    Seat("ARE", Bilingual("الإمارات", "United Arab Emirates"), "state", "member"),
    Seat("TUR", Bilingual("تركيا", "Türkiye"), "state", "guest"),
    Seat("SAU", Bilingual("السعودية", "Saudi Arabia"), "state", "observer"),
]


def ordered(language: str, host: str = "QAT") -> list[str]:
    places = order_of(SEATS, host=host, roles=("chair", "member", "observer"), language=language)
    return [SEATS[place].party for place in places]


def test_the_host_first_then_by_role_states_first_then_by_the_alphabet() -> None:
    assert ordered("ar") == ["QAT", "DEU", "ARE", "BHR", "NATO", "SAU", "OMN", "TUR"]
    assert ordered("en") == ["QAT", "BHR", "DEU", "ARE", "NATO", "OMN", "SAU", "TUR"]
    assert ordered("en", host="TUR")[0] == "TUR"


def test_within_a_delegation_its_head_then_by_rank_then_as_named() -> None:
    listed = [("second", "سكرتير أول", False), ("minister", "وزير", False), ("head", "مستشار", True)]
    listed += [("third", "سكرتير أول", False)]
    keys = {
        name: seniority(heads, standing_of(Bilingual(title, "")), n) for n, (name, title, heads) in enumerate(listed)
    }
    assert sorted(keys, key=lambda name: keys[name]) == ["head", "minister", "second", "third"]
