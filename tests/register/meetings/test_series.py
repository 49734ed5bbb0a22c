"""Series: their beat, whose turn it is, and how much dialogue there was."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from mithaq.core import clock
from mithaq.core.errors import Absent, Conflict, Invalid, Refused
from mithaq.register.meetings import operations, reads
from tests.cast import BADER, HESSA, LAYLA, PUBLIC, RASHID
from tests.make import make_meeting, make_parties, make_planned

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("house")]
CADENCE: dict[str, Any] = {"format": "advisory_group", "meeting_level": "expert", "every_months": 12}


@pytest.fixture
def house() -> Iterator[None]:
    make_parties()
    with clock.stopped_at(datetime(2017, 6, 1, tzinfo=UTC)):
        yield


def make_series(code: str = "icg", **fields: Any) -> None:
    given = {**CADENCE, "tolerance_months": 3, "rotation": ("KWT", "QAT", "BHR"), **fields}
    operations.add_series(LAYLA, code=code, name_ar="المجموعة الاستشارية", name_en="Advisory Group", **given)


def make_three() -> None:
    make_series()
    for ordinal, date, host in ((1, "2014-11", ""), (2, "2015-12", "KWT"), (3, "2016-11-20", "QAT")):
        make_meeting(ordinal=ordinal, date=date, host=host)


def test_the_page_of_a_series_shows_its_real_beat() -> None:
    make_three()
    page = reads.series_page(PUBLIC, series="icg")
    assert [(beat.ordinal, beat.months) for beat in page.beats] == [(1, None), (2, 13.0), (3, 11.7)]
    assert (page.next_due, page.window_from, page.window_to) == ("2017-11-20", "2017-08-20", "2018-02-20")
    assert (page.overdue_since, page.turn, page.level, page.format) == ("", "BHR", "expert", "advisory_group")
    assert [(h.party, h.hosted, h.last) for h in page.hosting] == [("KWT", 1, "2015-12"), ("QAT", 1, "2016-11-20")]
    assert page.planned is None
    with clock.stopped_at(datetime(2018, 2, 21, tzinfo=UTC)):
        page = reads.series_page(PUBLIC, series="icg")
        assert page.overdue_since == "2018-02-21"
        assert [(row.last, row.next_due, row.overdue) for row in reads.series_list(PUBLIC)] == [
            ("2016-11-20", "2017-11-20", True)
        ]


def test_only_what_was_held_counts() -> None:
    make_three()
    planned = make_planned(date="2017-10-01", host="BHR")
    gone = make_planned(date="2017-09-01", host="OMN")
    operations.cancel_meeting(LAYLA, meeting=gone, version=1, reason="No quorum")
    page = reads.series_page(PUBLIC, series="icg")
    assert [(beat.state, beat.held, beat.months) for beat in page.beats[3:]] == [
        ("cancelled", False, None),
        ("planned", False, None),
    ]
    assert (page.next_due, page.turn, {h.party for h in page.hosting}) == ("2017-11-20", "BHR", {"KWT", "QAT"})
    assert page.planned
    assert page.planned.public_id == planned
    with clock.stopped_at(datetime(2017, 10, 2, tzinfo=UTC)):
        version = reads.meeting_page(LAYLA, meeting=planned).version
        operations.hold_meeting(LAYLA, meeting=planned, version=version)
        page = reads.series_page(PUBLIC, series="icg")
    assert (page.beats[4].months, page.next_due, page.turn, page.planned) == (10.3, "2018-10-01", "KWT", None)


def test_a_planned_meeting_whose_day_is_over_is_not_the_next_one() -> None:
    make_series()
    make_planned(date="2017-06-10")
    later = make_planned(date="2017-07")
    make_planned()
    with clock.stopped_at(datetime(2017, 6, 15, tzinfo=UTC)):
        planned = reads.series_page(PUBLIC, series="icg").planned
    assert planned
    assert planned.public_id == later


def test_a_series_without_a_cadence_or_with_years_alone_claims_nothing() -> None:
    make_series("free", every_months=None, tolerance_months=None, rotation=())
    make_series()
    make_meeting("free", date="2001-01-01")
    make_meeting(date="2015")
    for series in ("free", "icg"):
        page = reads.series_page(PUBLIC, series=series)
        assert (page.next_due, page.window_from, page.window_to, page.overdue_since) == ("", "", "", "")
    with pytest.raises(Absent):
        reads.series_page(PUBLIC, series="nothing")


def test_a_series_is_described_and_what_is_left_out_stays() -> None:
    make_series()
    operations.describe_series(LAYLA, series="icg", version=1, every_months=9, cadence_source="S0")
    page = reads.series_page(PUBLIC, series="icg")
    assert (page.every_months, page.tolerance_months, page.rotation) == (9, 3, ("KWT", "QAT", "BHR"))
    assert (page.cadence_source, page.version) == ("S0", 2)
    assert page.history[0].changes == {"every_months": [12, 9], "cadence_source": ["", "S0"]}
    with pytest.raises(Conflict):
        operations.describe_series(LAYLA, series="icg", version=1, every_months=6)
    with pytest.raises(Absent):
        operations.describe_series(LAYLA, series="nothing", version=1, every_months=6)
    for viewer in (RASHID, HESSA):
        with pytest.raises(Refused):
            operations.describe_series(viewer, series="icg", version=2, every_months=6)


@pytest.mark.parametrize(
    ("bad", "field"),
    [
        ({"format": "nothing"}, "format"),
        ({"rotation": ("KWT", "XYZ")}, "rotation"),
        ({"tolerance_months": 13}, "tolerance_months"),
        ({"every_months": None}, "tolerance_months"),
        ({"every_months": 0}, "every_months"),
        ({"meeting_level": "kings"}, "meeting_level"),
    ],
)
def test_what_does_not_fit_a_series_is_said_by_field(bad: dict[str, Any], field: str) -> None:
    with pytest.raises(Invalid) as said:
        make_series(**bad)
    assert set(said.value.errors) == {field}


def cells(cells: tuple[reads.IndexCell, ...]) -> dict[tuple[str, str], int]:
    return {(cell.key, cell.year): cell.meetings for cell in cells}


def test_the_dialogue_index_by_level_party_and_host() -> None:
    make_series()
    make_series("nac_ici", meeting_level="ambassador")
    make_meeting(date="2015", host="KWT", parties=("QAT", "KWT"))
    make_meeting(date="2016-11-20", parties=("QAT",), meeting_level="minister", co_organisers=("NATO",))
    make_meeting("nac_ici", date="2016-03", host="QAT")
    make_meeting("summit", date="2016-07")
    make_planned(date="2017-10")
    index = reads.dialogue_index(PUBLIC, since="2014", until="2017")
    assert index.years == ("2014", "2015", "2016", "2017")
    assert cells(index.total) == {("", "2015"): 1, ("", "2016"): 3}
    assert cells(index.by_level) == {
        **{("expert", "2015"): 1, ("minister", "2016"): 1, ("ambassador", "2016"): 1},
        ("", "2016"): 1,
    }
    assert cells(index.by_party) == {("KWT", "2015"): 1, ("QAT", "2015"): 1, ("NATO", "2016"): 1, ("QAT", "2016"): 2}
    assert cells(index.by_host) == {("KWT", "2015"): 1, ("QAT", "2016"): 1}
    assert index.levels == ("minister", "ambassador", "expert", "")
    assert index.parties == ("KWT", "NATO", "QAT")
    assert reads.dialogue_index(PUBLIC).years == tuple(str(year) for year in range(2008, 2018))
    assert len(reads.dialogue_index(PUBLIC, since="1", until="9999").years) == 100
    assert reads.dialogue_index(PUBLIC, since="x", until="2016").years[-1] == "2016"


def told(viewer: Any) -> list[Any]:
    """All that a viewer is told of series."""
    return [
        reads.series_list(viewer),
        reads.series_page(viewer, series="icg"),
        reads.dialogue_index(viewer, since="2010", until="2020"),
        reads.meeting_list(viewer),
    ]


def test_a_bilateral_meeting_changes_nothing_for_third_parties() -> None:
    make_three()
    before = told(RASHID), told(PUBLIC)
    secret: dict[str, Any] = {"level": "RESTRICTED", "audience": ["KWT"]}
    make_meeting(ordinal=4, date="2017-03-01", host="KWT", parties=("KWT", "SEC"), title_en="Quiet", **secret)
    make_planned(date="2017-06-15", host="KWT", **secret)
    assert (told(RASHID), told(PUBLIC)) == before
    own = reads.series_page(BADER, series="icg")
    assert [beat.months for beat in own.beats] == [None, 13.0, 11.7, 3.3, None]
    assert (own.next_due, own.hosting[0].hosted) == ("2018-03-01", 2)
    assert own.planned
    assert len(reads.dialogue_index(BADER).total) == len(reads.dialogue_index(RASHID).total) + 1
