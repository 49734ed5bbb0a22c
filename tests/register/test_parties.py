"""Parties, their standing, posts and who held them, people and figures."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from mithaq.core.errors import Absent, Conflict, Invalid, Refused
from mithaq.register.parties import operations, reads
from tests.cast import BADER, LAYLA, PUBLIC, RASHID, SALIM
from tests.make import make_document, make_house, make_parties, make_person, make_tenure
from tests.register.counting import counted

pytestmark = pytest.mark.django_db
PUBLICLY: dict[str, Any] = {"level": "PUBLIC"}
TO_KUWAIT: dict[str, Any] = {"level": "RESTRICTED", "audience": ["KWT"]}


def claim(party: str = "QAT", status: str = "member", **fields: str) -> str:
    given: dict[str, Any] = {**PUBLICLY, "party": party, "initiative": "ICI", "status": status, "source": "S", **fields}
    return operations.claim_status(LAYLA, **given).public_id


def test_a_party_is_added_and_seen_by_everybody() -> None:
    make_parties()
    page = reads.party_page(PUBLIC, party="QAT")
    assert (page.code, page.name.en, page.kind, page.seen.level) == ("QAT", "Party QAT", "state", "PUBLIC")
    assert page.history[0].operation == "parties.add"


def test_a_party_is_added_once() -> None:
    make_parties("QAT")
    with pytest.raises(Invalid):
        make_again: dict[str, Any] = {"code": "QAT", "kind": "state", "name_ar": "قطر", "name_en": "Qatar"}
        operations.add_party(LAYLA, **make_again)


def test_an_observer_adds_nothing() -> None:
    with pytest.raises(Refused):
        operations.add_party(SALIM, code="OMN", kind="state", name_ar="عُمان", name_en="Oman")


def test_no_party_of_that_code() -> None:
    with pytest.raises(Absent):
        reads.party_page(LAYLA, party="XYZ")


def test_claims_that_disagree_all_stay_and_the_preferred_one_says_why() -> None:
    make_parties()
    operations.add_initiative(LAYLA, code="ICI", name_ar="مبادرة", name_en="Initiative")
    claim(since="2005-02", source="A newspaper")
    own = claim(since="2005-03", source="The state itself")
    operations.prefer_claim(LAYLA, claim=own, why_en="The state says it of itself.")
    page = reads.party_page(RASHID, party="QAT")
    assert [(c.since, c.preferred, c.why.en) for c in page.claims] == [
        ("2005-03", True, "The state says it of itself."),
        ("2005-02", False, ""),
    ]
    (standing,) = reads.roster(RASHID).standings
    assert (standing.party, standing.since, standing.disputed) == ("QAT", "2005-03", True)


def test_another_source_preferred_takes_the_place_of_the_first() -> None:
    make_house()
    first, second = claim("BHR", since="2005"), claim("BHR", since="2005-02")
    operations.prefer_claim(LAYLA, claim=first, why_en="first")
    operations.prefer_claim(LAYLA, claim=second, why_en="second")
    assert [c.preferred for c in reads.party_page(LAYLA, party="BHR").claims] == [True, False]


@pytest.mark.parametrize(
    ("on", "members"), [("2004", "KWT"), ("2005-02-01", "KWT"), ("2005-03-31", "KWT QAT"), ("", "KWT QAT")]
)
def test_the_roster_as_of_a_date(on: str, members: str) -> None:
    make_house()
    claim("OMN", "observer", seen_on="2011-02-15")
    roster = reads.roster(PUBLIC, initiative="ICI", on=on)
    assert " ".join(s.party for s in roster.standings if s.status == "member") == members


def test_a_claim_seen_by_one_state_changes_nothing_for_another() -> None:
    make_house()
    before = reads.roster(RASHID)
    secret = {**TO_KUWAIT, "party": "QAT", "initiative": "ICI", "status": "left", "since": "2026", "source": "S"}
    hidden = operations.claim_status(LAYLA, **secret).public_id
    assert reads.roster(RASHID) == before
    assert [s.status for s in reads.roster(BADER).standings if s.party == "QAT"] == ["left"]
    with pytest.raises(Refused):
        operations.prefer_claim(RASHID, claim=hidden, why_en="x")


@pytest.mark.parametrize("dates", [{}, {"since": "2005", "seen_on": "2006"}, {"since": "soon"}])
def test_a_claim_has_one_date(dates: dict[str, str]) -> None:
    make_house()
    with pytest.raises(Invalid):
        claim("BHR", **dates)


def test_who_held_a_post_when() -> None:
    make_parties()
    first, second = make_person("Ali Al Thani"), make_person("Abdulaziz Al-Malki")
    post = make_tenure(first, "Head of mission", since="2014")
    given = {**PUBLICLY, "post": post, "person": second, "source": "S"}
    operations.begin_tenure(LAYLA, **given, seen_on="2023-09-13")
    held = [reads.holder(PUBLIC, post=post, on=on) for on in ("2013", "2016-11-21", "2023-09", "2026")]
    assert [tenure.person if tenure else "" for tenure in held] == ["", first, second, second]


def test_leaving_a_post_once() -> None:
    make_parties()
    person = make_person("Ali Al Thani")
    post = make_tenure(person, "Head of mission", since="2014")
    (tenure,) = reads.person_page(LAYLA, person=person).held
    operations.end_tenure(LAYLA, tenure=tenure.public_id, until="2019-07", reason="Left")
    assert reads.holder(LAYLA, post=post, on="2020") is None
    with pytest.raises(Conflict):
        operations.end_tenure(LAYLA, tenure=tenure.public_id, until="2020", reason="Left")
    with pytest.raises(Absent):
        operations.end_tenure(LAYLA, tenure="nothing", until="2020", reason="Left")


def test_nothing_ends_before_it_begins() -> None:
    make_parties()
    with pytest.raises(Invalid):
        make_tenure(make_person("Ali Al Thani"), "Head of mission", since="2014", until="2013-12")


def test_people_are_found_however_they_are_written() -> None:
    make_parties()
    person = make_person("Ali bin Jassim Al Thani", "علي بن جاسم آل ثاني")
    make_tenure(person, "Head of mission", since="2014")
    operations.add_alias(LAYLA, person=person, written="Ali bin Jasim Al-Thani")
    for written in ("الشيخ علي جاسم آل ثاني", "Jasim Al-Thani", "jassim"):
        (row,) = reads.people(PUBLIC, q=written).entries
        assert (row.public_id, row.post.en, row.party) == (person, "Head of mission", "QAT")
    assert reads.people(PUBLIC, q="nobody").entries == ()


def test_namesakes_are_shown_with_their_posts() -> None:
    make_parties()
    one, other = make_person("Salem Al-Mamari"), make_person("Salem Al Mamari")
    make_tenure(other, "Director", "OMN", since="2020")
    (namesake,) = reads.person_page(PUBLIC, person=one).namesakes
    assert (namesake.public_id, namesake.post.en, namesake.party) == (other, "Director", "OMN")


def test_a_person_released_to_one_state_is_absent_for_another() -> None:
    make_parties()
    secret = make_person("Salem Al-Mamari", **TO_KUWAIT)
    with pytest.raises(Absent):
        reads.person_page(RASHID, person=secret)
    assert reads.people(RASHID).entries == ()
    assert reads.person_page(BADER, person=secret).name.en == "Salem Al-Mamari"


def test_a_later_figure_stands_beside_an_earlier_one() -> None:
    make_parties()
    given = {**PUBLICLY, "party": "NATO-ICI-RC", "unit": "courses", "source": "S"}
    operations.record_figure(LAYLA, **given, comparator=">", value=Decimal(24), as_of="2019-12")
    operations.record_figure(LAYLA, **given, comparator="=", value=Decimal("56.50"), as_of="2025")
    shown = reads.figures(PUBLIC, party="NATO-ICI-RC").entries
    assert [(f.comparator, f.value, f.as_of) for f in shown] == [("=", "56.5", "2025"), (">", "24", "2019-12")]


def test_a_figure_that_cites_a_document_is_released_no_further_than_the_document() -> None:
    make_parties()
    document = make_document(BADER)
    given = {**PUBLICLY, "party": "KWT", "comparator": "=", "value": "3", "document": document, "sentence": 2}
    with pytest.raises(Absent):  # the secretariat does not see Kuwait's document
        operations.record_figure(LAYLA, **given)
    shared = make_document(LAYLA, "One. Two. Three.", "KWT")
    operations.record_figure(LAYLA, **{**given, "document": shared})
    (figure,) = reads.figures(BADER, party="KWT").entries
    assert figure.cited is not None
    assert (figure.cited.quote, figure.seen.level, figure.seen.audience) == ("Two.", "RESTRICTED", ("KWT", "SEC"))
    assert reads.figures(RASHID, party="KWT").entries == ()


@pytest.mark.parametrize("of", ["list", "roster", "page", "people", "person", "figures"])
def test_as_many_queries_for_three_as_for_one(of: str) -> None:
    make_house()
    person = make_person("Person 0")

    def one_more(n: int) -> None:
        make_parties(f"X{n}")
        claim("OMN", since=f"20{10 + n}")
        other = make_person(f"Person {n}")
        make_tenure(other, f"Post {n}", "OMN", since="2020")
        make_tenure(person, f"Other post {n}", "OMN", since="2021")
        given = {**PUBLICLY, "party": "OMN", "comparator": "=", "value": "3", "source": "S", "speaker": other}
        operations.record_figure(LAYLA, **given)

    run: dict[str, Callable[[], Any]] = {
        "list": lambda: reads.party_list(RASHID),
        "roster": lambda: reads.roster(RASHID),
        "page": lambda: reads.party_page(RASHID, party="OMN"),
        "people": lambda: reads.people(RASHID),
        "person": lambda: reads.person_page(RASHID, person=person),
        "figures": lambda: reads.figures(RASHID),
    }
    one_more(1)
    once = counted(run[of])
    one_more(2)
    one_more(3)
    assert counted(run[of]) == once
