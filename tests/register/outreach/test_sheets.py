"""Fact sheets: composed of figures, issued in the public's eyes and frozen, withdrawn."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mithaq.access.viewer import PUBLIC_EYES
from mithaq.archive.reads import search
from mithaq.core.errors import Absent, Conflict, Invalid, Problem, Refused
from mithaq.register.outreach import operations, reads
from tests.cast import BADER, HESSA, LAYLA, PUBLIC, RASHID, SALIM
from tests.make import make_commitment, make_document, make_meeting
from tests.register.counting import counted
from tests.register.outreach.saying import issue, make_figure, make_issued, make_sheet, sheet


def put(named: str, figure: str, **fields: Any) -> str:
    return operations.put(LAYLA, fact_sheet=named, figure=figure, **fields).public_id


def values(page: reads.SheetPage) -> list[list[str]]:
    return [[group.area, *(one.value for one in group.figures)] for group in page.groups]


def test_an_issued_sheet_is_everybodys_with_its_number_and_date() -> None:
    made = make_issued()
    found = sheet(made, PUBLIC_EYES)
    assert (found.row.ref, found.row.day, found.row.state) == ("S-2026-001", "2026-11-25", "issued")
    assert found.seen.level == "PUBLIC"
    ((group,),) = (found.groups,)
    (one,) = group.figures
    assert (group.area, one.value, one.comparator, one.as_of, one.what.en, one.source.words) == (
        *("training_education", "889", "=", "2019-12-16", "Trained"),
        "KUNA",
    )
    assert [row.public_id for row in reads.sheet_list(PUBLIC_EYES).entries] == [made]
    assert [hit.thing for hit in search(PUBLIC, q="S-2026-001").hits] == [made]
    assert found.history == ()
    assert found.may == ()


def test_nobody_else_sees_a_sheet_before_it_is_issued() -> None:
    made = make_sheet()
    put(made, make_figure())
    for viewer in (RASHID, SALIM, PUBLIC):
        with pytest.raises(Absent):
            sheet(made, viewer)
        assert reads.sheet_list(viewer).entries == ()
    assert sheet(made).row.ref == ""
    assert values(sheet(made)) == [["", "889"]]


def test_what_the_public_may_not_see_is_left_out_and_told_to_those_who_compose_alone() -> None:
    secret, narrow = make_figure("77", "SEC", "KWT"), make_figure("88", "SEC")
    made = make_sheet(audience=("SEC", "KWT"))
    for figure in (secret, make_figure("1"), narrow, make_figure("2")):
        put(made, figure)
    draft = sheet(made)
    assert values(draft) == [["", "1", "2"]]
    assert [one.value for one in draft.left_out] == ["77", "88"]
    assert sheet(made, BADER).left_out == ()
    issue(made)
    for viewer in (PUBLIC_EYES, RASHID, BADER):
        found = sheet(made, viewer)
        assert values(found) == [["", "1", "2"]]
        assert [one.place for one in found.groups[0].figures] == [1, 2]
        assert found.left_out == ()
    assert [one.value for one in sheet(made).left_out] == ["77", "88"]


def test_a_figure_out_of_a_document_names_its_title_and_day() -> None:
    document = make_document(LAYLA, "درّب المركز 889 شخصاً.", level="PUBLIC", title="خبر", published="2019-12-17")
    figure = make_figure("889", source="", document=document, sentence=1)
    found = sheet(make_issued(figure), PUBLIC_EYES).groups[0].figures[0].source
    assert (found.words, found.published, found.sentence, found.document) == ("خبر", "2019-12-17", 1, document)


def test_a_later_figure_changes_no_issued_sheet_and_the_sheet_says_so() -> None:
    made = make_issued(make_figure("24", comparator=">", what_en="Courses", what_ar="دورات"), make_figure("889"))
    assert sheet(made).newer == 0
    make_figure("99", "SEC", what_en="Courses", what_ar="دورات", as_of="2026-01")
    make_figure("3", what_en="Courses", what_ar="دورات", as_of="2018")
    assert sheet(made).newer == 0
    make_figure("56", what_en="Courses", what_ar="دورات", as_of="2025-04-01")
    found = sheet(made, PUBLIC_EYES)
    one = found.groups[0].figures[0]
    assert (one.comparator, one.value, found.newer) == (">", "24", 1)
    assert one.newer == reads.Newer("=", "56", "", "2025-04-01")
    assert found.groups[0].figures[1].newer is None


def test_counts_are_of_what_is_public_on_the_day_of_issue() -> None:
    make_meeting(date="2026-01-10")
    make_meeting(date="2026-02-10", level="RESTRICTED", audience=("KWT", "SEC"))
    make_commitment("قول", level="PUBLIC")
    make_commitment("قول آخر")
    made = make_sheet(counts=("commitments", "members", "meetings", "done"))
    put(made, make_figure())
    told = [(one.code, one.value) for one in sheet(made).counts]
    assert told == [("members", 2), ("meetings", 1), ("commitments", 1), ("done", 0)]
    issue(made)
    make_meeting(date="2026-03-10")
    assert [(one.code, one.value) for one in sheet(made, PUBLIC_EYES).counts] == told


def test_areas_order_and_places() -> None:
    made = make_sheet()
    first, second, third = (make_figure(str(number)) for number in (1, 2, 3))
    put(made, first)
    put(made, second, group="training_education")
    moved = put(made, third, group="political_dialogue")
    assert values(sheet(made)) == [["training_education", "2"], ["political_dialogue", "3"], ["", "1"]]
    operations.place_figure(LAYLA, sheet_figure=moved, group="training_education", place=1)
    assert values(sheet(made)) == [["training_education", "3", "2"], ["", "1"]]
    operations.take_off(LAYLA, sheet_figure=moved)
    assert values(sheet(made)) == [["training_education", "2"], ["", "1"]]
    with pytest.raises(Problem, match="already"):
        put(made, first)
    with pytest.raises(Invalid):
        put(made, third, group="nothing")
    assert third in {one.public_id for one in reads.choosable(LAYLA, fact_sheet=made)}
    assert first not in {one.public_id for one in reads.choosable(LAYLA, fact_sheet=made)}


def test_an_issued_sheet_never_changes() -> None:
    made = make_issued()
    entry = sheet(made).groups[0].figures[0].public_id
    for refused in (
        lambda: put(made, make_figure("1")),
        lambda: operations.take_off(LAYLA, sheet_figure=entry),
        lambda: operations.place_figure(LAYLA, sheet_figure=entry, place=3),
        lambda: operations.describe(LAYLA, fact_sheet=made, version=2, title_en="Other"),
        lambda: issue(made),
    ):
        with pytest.raises(Problem, match="never changes"):
            refused()
    assert sheet(made).may == ("factsheets.withdraw",)


def test_a_withdrawn_sheet_says_why_and_shows_no_figure() -> None:
    made = make_issued()
    operations.withdraw_sheet(LAYLA, fact_sheet=made, version=2, reason="رقم غير صحيح")
    found = sheet(made, PUBLIC_EYES)
    assert (found.row.state, found.withdrawn_on, found.withdrawn_for) == ("withdrawn", "2026-11-25", "رقم غير صحيح")
    assert (found.groups, found.counts) == ((), ())
    assert values(sheet(made)) == [["training_education", "889"]]
    assert reads.sheet_list(PUBLIC_EYES).entries == ()
    assert [row.public_id for row in reads.sheet_list(PUBLIC_EYES, state="withdrawn").entries] == [made]
    assert search(PUBLIC, q="S-2026-001").hits == ()
    with pytest.raises(Problem, match="Only a sheet"):
        operations.withdraw_sheet(LAYLA, fact_sheet=made, version=3, reason="x")


def test_what_cannot_be_issued() -> None:
    empty, secret = make_sheet(), make_sheet()
    put(secret, make_figure("5", "SEC"))
    for made in (empty, secret):
        with pytest.raises(Problem, match="Nothing on this sheet is public"):
            issue(made)
        assert sheet(made).row.state == "draft"
    put(secret, make_figure("6"))
    with pytest.raises(Invalid) as said:
        issue(secret, day=date(2026, 12, 1))
    assert set(said.value.errors) == {"day"}
    with pytest.raises(Conflict):
        operations.issue(LAYLA, fact_sheet=secret, version=9)
    issue(secret, day=date(2025, 12, 31))
    assert (sheet(secret).row.ref, sheet(secret).row.day) == ("S-2025-001", "2025-12-31")


def test_only_who_composes_it_changes_it() -> None:
    made = make_sheet(audience=("SEC", "QAT"))
    for viewer in (HESSA, RASHID, SALIM, PUBLIC):
        for refused in (
            lambda viewer=viewer: make_sheet(viewer),
            lambda viewer=viewer: operations.put(viewer, fact_sheet=made, figure=make_figure()),
            lambda viewer=viewer: operations.issue(viewer, fact_sheet=made, version=1),
        ):
            with pytest.raises(Refused):
                refused()


@pytest.mark.parametrize(
    ("bad", "field"),
    [
        ({"level": "PUBLIC"}, "level"),
        ({"counts": ("hearts",)}, "counts"),
        ({"title_ar": ""}, "title_ar"),
        ({"intro_en": ""}, "intro_en"),
        ({"audience": ()}, "audience"),
    ],
)
def test_what_does_not_fit(bad: dict[str, Any], field: str) -> None:
    with pytest.raises(Invalid) as said:
        make_sheet(**bad)
    assert set(said.value.errors) == {field}


def test_described_before_it_is_issued() -> None:
    made = make_sheet()
    operations.describe(LAYLA, fact_sheet=made, version=1, title_en="Other", counts=("members",))
    found = sheet(made)
    assert (found.row.title.en, found.counted, found.intro.en) == (
        *("Other", ("members",)),
        "This is what the partnership gave.",
    )
    with pytest.raises(Invalid):
        operations.describe(LAYLA, fact_sheet=made, version=2, title_en="")
    with pytest.raises(Conflict):
        operations.describe(LAYLA, fact_sheet=made, version=1, title_en="x")


def test_the_list_page_after_page(monkeypatch: pytest.MonkeyPatch) -> None:
    from mithaq.register.outreach.reads import sheets  # noqa: PLC0415

    old, new = make_issued(), make_issued()
    draft = make_sheet()
    monkeypatch.setattr(sheets, "PAGE", 1)
    found, more = [], ""
    while True:
        listing = reads.sheet_list(LAYLA, after=more)
        found += [row.public_id for row in listing.entries]
        if not (more := listing.more):
            break
    assert sorted(found) == sorted([draft, new, old])
    assert [one for one in found if one != draft] == [new, old]


def test_as_many_queries_for_three_as_for_one() -> None:
    made = make_issued()
    once = counted(lambda: sheet(made, PUBLIC_EYES))
    three = make_issued(*(make_figure(str(number)) for number in range(3)))
    assert counted(lambda: sheet(three, PUBLIC_EYES)) == once
