"""The same few queries for one of each and for ten."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from mithaq.core import clock
from mithaq.register.meetings import operations, reads
from tests.cast import LAYLA, RASHID
from tests.kept import kept
from tests.make import make_document, make_house, make_meeting, make_parties, make_person, make_planned, make_tenure
from tests.register.counting import counted

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("house")]
MOST = 20  # queries of the page of a meeting, however much belongs to it


@pytest.fixture
def house() -> Iterator[None]:
    kept(make_house)
    operations.add_series(LAYLA, code="icg", name_ar="ع", name_en="n", every_months=12, rotation=("KWT", "QAT"))
    with clock.stopped_at(datetime(2026, 11, 25, 8, tzinfo=UTC)):
        yield


def add_to(meeting: str, number: int) -> None:
    """One more of everything: an earlier meeting, one on its margins, a point with a paper, a delegation of one."""
    make_meeting(ordinal=number, date=f"20{number:02}-01-01", host="KWT", parties=("QAT",))
    make_planned("bilateral", date="2026-12-14", margins_of=meeting)
    item = operations.add_item(LAYLA, meeting=meeting, title_en=f"Item {number}").public_id
    operations.attach_paper(LAYLA, item=item, document=make_document(LAYLA, f"Paper {number}.", level="PUBLIC"))
    operations.attach(LAYLA, meeting=meeting, document=make_document(LAYLA, f"Report {number}.", level="PUBLIC"))
    party = f"P{number:02}"
    make_parties(party)
    operations.invite(LAYLA, meeting=meeting, parties=(party,), role="member")
    (asked,) = (one for one in reads.delegations(LAYLA, meeting=meeting) if one.party == party)
    person = make_person(f"Somebody {number}")
    make_tenure(person, f"Ambassador {number}", party=party, since="2020")
    operations.name_participant(LAYLA, invitation=asked.public_id, person=person)


def test_as_many_queries_for_ten_as_for_one() -> None:
    meeting = make_planned(date="2026-12-14", host="QAT")
    operations.invite(LAYLA, meeting=meeting, parties=("QAT",), role="host")
    add_to(meeting, 1)
    reading: dict[str, Callable[[], Any]] = {
        "page": lambda: reads.meeting_page(RASHID, meeting=meeting),
        "agenda": lambda: reads.agenda(RASHID, meeting=meeting),
        "delegations": lambda: reads.delegations(RASHID, meeting=meeting),
        "draft": lambda: reads.draft(RASHID, meeting=meeting, kind="participants"),
        "series": lambda: reads.series_list(RASHID),
        "series page": lambda: reads.series_page(RASHID, series="icg"),
        "index": lambda: reads.dialogue_index(RASHID),
        "invitations": lambda: reads.invitations(RASHID),
        "formats": lambda: reads.format_list(RASHID),
        "list": lambda: reads.meeting_list(RASHID),
    }
    once = {name: counted(run) for name, run in reading.items()}
    for number in range(2, 12):
        add_to(meeting, number)
    operations.invite(LAYLA, meeting=make_planned(date="2027-12-14"), parties=("QAT",), role="member")
    assert {name: counted(run) for name, run in reading.items()} == once
    assert once["page"] <= MOST
