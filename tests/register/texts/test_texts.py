"""Joint texts: drafted, amended, revised, remarked on; who may; what stays as it was."""

from __future__ import annotations

from typing import Any

import pytest

from mithaq.access.viewer import Viewer, acting_as
from mithaq.archive.reads import search
from mithaq.core.errors import Absent, Conflict, Invalid, Problem, Refused
from mithaq.register.meetings.models import Invitation, Meeting
from mithaq.register.texts import operations as texts
from mithaq.register.texts.models import Edition, Paragraph
from mithaq.register.texts.reads import compare, revision, text_list, text_page
from tests.cast import BADER, DANA, HESSA, LAYLA, PUBLIC, RASHID, SALIM
from tests.kept import kept
from tests.make import make_house, make_meeting, make_text
from tests.register.counting import counted

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def house(db: None) -> None:
    kept(make_house)


def keys(text: str, viewer: Viewer = LAYLA) -> list[str]:
    return [one.key for one in text_page(viewer, text=text).paragraphs]


def amend(text: str, viewer: Viewer = HESSA, **fields: Any) -> str:
    given: dict[str, Any] = {
        "change": "replace",
        "paragraph": keys(text)[0],
        "en": "The parties meet once a year.",
        "edition": 1,
    }
    return texts.amend(viewer, text=text, **{**given, **fields}).public_id


def revise(text: str, version: int, viewer: Viewer = LAYLA, **fields: Any) -> None:
    texts.revise(viewer, text=text, version=version, **fields)


def accept(text: str, amendment: str) -> None:
    texts.accept_amendment(LAYLA, amendment=amendment, version=1)


def test_a_text_is_drafted_by_paragraph_in_both_languages() -> None:
    page = text_page(HESSA, text=make_text())
    assert page.row.ref.startswith("T-20")
    assert (page.row.state, page.row.edition, page.row.party) == ("drafting", 1, "SEC")
    assert [(one.number, one.ar, one.en) for one in page.paragraphs] == [
        (1, "تلتقي الأطراف مرتين في السنة.", "The parties meet twice a year."),
        (2, "وتتبادل المعلومات.", "They share information."),
    ]
    assert page.may == ("texts.amend", "texts.comment")
    assert [one.operation for one in page.history] == ["texts.draft"]


def test_those_to_whom_it_was_not_released_do_not_find_it() -> None:
    text = make_text("QAT")
    for viewer in (BADER, DANA, SALIM, PUBLIC):
        for look in (text_page, compare, revision):
            with pytest.raises(Absent):
                look(viewer, text=text)
        assert text_list(viewer).entries == ()
        assert search(viewer, q="share information").hits == ()
    assert search(HESSA, q="share information").hits[0].thing == text


def test_only_who_holds_the_pen_drafts() -> None:
    with pytest.raises(Refused):
        make_text(viewer=RASHID)
    text = make_text()
    for viewer in (RASHID, SALIM, PUBLIC):
        with pytest.raises(Refused):
            texts.revise(viewer, text=text, version=1)


@pytest.mark.parametrize("field", ["title", "text"])
def test_a_text_needs_a_title_and_words(field: str) -> None:
    with pytest.raises(Invalid) as problem:
        make_text(**dict[str, Any]({f"{field}_ar": "", f"{field}_en": " \n\n "}))
    assert f"{field}_ar" in problem.value.errors


def test_a_text_for_a_meeting_that_others_may_not_see_is_refused() -> None:
    secret = make_meeting(level="RESTRICTED", audience=("QAT",), date="2026-12-01")
    with pytest.raises(Invalid) as problem:
        make_text(meeting=secret)
    assert problem.value.errors["meeting"][0]["code"] == "not_released"
    assert text_page(HESSA, text=make_text("QAT", level="RESTRICTED", meeting=secret)).row.meeting


def test_an_amendment_stands_at_its_paragraph_with_what_it_changes() -> None:
    text = make_text()
    amend(text, why="Once is enough")
    amend(text, BADER, change="add", after=keys(text)[1], paragraph="", en="They train together.", ar="وتتدرب معاً.")
    amend(text, RASHID, change="add", after="", paragraph="", en="Preamble.")
    amend(text, BADER, change="remove", paragraph=keys(text)[1])
    page = text_page(RASHID, text=text)
    (other,) = page.paragraphs[0].amendments
    assert [(one.kind, one.text) for one in other.en] == [
        ("same", "The parties meet "),
        ("gone", "twice "),
        ("new", "once "),
        ("same", "a year."),
    ]
    assert (other.ar, other.party, other.why, other.may) == ((), "QAT", "Once is enough", ("texts.withdraw",))
    (new,) = page.paragraphs[1].following
    assert [(one.kind, one.text) for one in new.ar] == [("new", "وتتدرب معاً.")]
    (opening,) = page.opening
    assert opening.party == "QAT"
    (gone,) = page.paragraphs[1].amendments
    assert [one.kind for one in gone.en] == ["gone"]
    assert gone.may == ()
    assert text_page(LAYLA, text=text).paragraphs[0].amendments[0].may == ("texts.accept", "texts.reject")


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"en": ""}, "ar"),
        ({"en": "The parties  meet twice a year."}, "ar"),
        ({"paragraph": ""}, "paragraph"),
        ({"paragraph": "a" * 22}, "paragraph"),
        ({"change": "add", "paragraph": "", "after": "a" * 22}, "after"),
        ({"change": "burn"}, "change"),
        ({"en": "x" * 6001}, "en"),
    ],
)
def test_an_amendment_that_cannot_be(fields: dict[str, Any], field: str) -> None:
    text = make_text()
    with pytest.raises(Invalid) as problem:
        amend(text, **fields)
    assert field in problem.value.errors


def test_an_observer_amends_nothing() -> None:
    text = make_text()
    with pytest.raises(Refused):
        amend(text, SALIM)
    with pytest.raises(Refused):
        texts.comment(SALIM, text=text, words="No")
    hidden = make_text("QAT")
    with pytest.raises(Absent):
        texts.comment(BADER, text=hidden, words="No")


def test_accepted_amendments_make_the_next_edition_and_the_last_one_stays() -> None:
    text = make_text()
    first, second = keys(text)
    accept(text, amend(text))
    accept(text, amend(text, BADER, change="add", paragraph="", after=first, en="They train together."))
    assert text_page(LAYLA, text=text).accepted == 2
    assert revision(LAYLA, text=text).paragraphs[1].en == "They train together."
    revise(text, 1, summary="As agreed on Monday")
    now, before = text_page(HESSA, text=text), text_page(HESSA, text=text, edition=1)
    assert [one.en for one in now.paragraphs] == [
        "The parties meet once a year.",
        "They train together.",
        "They share information.",
    ]
    assert [now.paragraphs[0].key, now.paragraphs[2].key] == [first, second]
    assert [one.en for one in before.paragraphs] == ["The parties meet twice a year.", "They share information."]
    assert (now.edition.number, now.edition.summary, now.accepted) == (2, "As agreed on Monday", 0)
    assert now.paragraphs[0].amendments == ()
    assert [one.state for one in before.paragraphs[0].amendments] == ["accepted"]


def test_words_typed_anew_keep_their_paragraphs() -> None:
    text = make_text()
    first, second = keys(text)
    words: Any = [
        {"key": second, "en": "They share information.", "ar": "وتتبادل المعلومات."},
        {"en": "New.", "ar": ""},
        {"key": first, "en": "The parties meet.", "ar": ""},
        {"key": "", "en": " ", "ar": ""},
    ]
    revise(text, 1, paragraphs=words, title_en="A better title")
    page = text_page(HESSA, text=text)
    assert [one.en for one in page.paragraphs] == ["They share information.", "New.", "The parties meet."]
    assert [page.paragraphs[0].key, page.paragraphs[2].key] == [second, first]
    assert (page.row.title.en, page.row.title.ar) == ("A better title", "بيان مشترك")
    assert text_page(HESSA, text=text, edition=1).edition.title.en == "Joint statement"
    assert search(HESSA, q="better title").hits[0].thing == text


@pytest.mark.parametrize(
    "paragraphs",
    [[], "x", [1], [{"key": "a" * 22, "en": "x"}], [{"en": "x" * 6001}], [{"key": "", "en": ""}]],
)
def test_a_revision_that_cannot_be(paragraphs: Any) -> None:
    text = make_text()
    with pytest.raises(Invalid) as problem:
        revise(text, 1, paragraphs=paragraphs)
    assert "paragraphs" in problem.value.errors


def test_a_stale_revision_is_a_conflict() -> None:
    text = make_text()
    accept(text, amend(text))
    revise(text, 1)
    with pytest.raises(Conflict):
        revise(text, 1, paragraphs=[{"en": "x"}])
    with pytest.raises(Problem) as problem:
        amend(text, paragraph=keys(text)[0], edition=1)
    assert problem.value.code == "old_edition"


def test_two_amendments_to_the_same_words_are_not_both_accepted() -> None:
    text = make_text()
    one, other = amend(text), amend(text, BADER, en="The parties meet thrice a year.")
    elsewhere = amend(text, BADER, en="The parties meet twice a year in Kuwait.")
    accept(text, one)
    with pytest.raises(Problem) as problem:
        accept(text, other)
    assert problem.value.code == "collides"
    accept(text, elsewhere)
    revise(text, 1)
    page = text_page(LAYLA, text=text)
    assert page.paragraphs[0].en == "The parties meet once a year in Kuwait."
    assert page.paragraphs[0].amendments[0].stale


def test_what_was_accepted_and_fits_no_more_is_put_in_by_hand() -> None:
    text = make_text()
    first = keys(text)[0]
    accept(text, amend(text))
    revise(text, 1, paragraphs=[{"key": first, "en": "They meet daily."}])
    begun = revision(LAYLA, text=text)
    (left,) = begun.left
    assert (begun.amendments, begun.paragraphs[0].en) == ((), "They meet daily.")
    typed: Any = [{"key": first, "en": "They meet once."}]
    revise(text, 2, paragraphs=typed, amendments=[left.public_id])
    assert revision(LAYLA, text=text).left == ()


def test_an_amendment_is_settled_once_by_who_may() -> None:
    text = make_text()
    made = amend(text)
    for viewer in (HESSA, BADER):
        with pytest.raises(Refused):
            texts.accept_amendment(viewer, amendment=made, version=1)
    with pytest.raises(Refused):
        texts.withdraw_amendment(BADER, amendment=made, version=1, reason="Not mine")
    with pytest.raises(Absent):
        texts.withdraw_amendment(BADER, amendment=amend(make_text("QAT")), version=1, reason="Not mine")
    with pytest.raises(Invalid):
        texts.reject_amendment(LAYLA, amendment=made, version=1, reason="")
    with pytest.raises(Conflict):
        texts.reject_amendment(LAYLA, amendment=made, version=2, reason="No")
    texts.withdraw_amendment(RASHID, amendment=made, version=1, reason="We found other words")
    with pytest.raises(Problem) as problem:
        accept(text, made)
    assert problem.value.code == "settled"
    shown = text_page(BADER, text=text).paragraphs[0].amendments[0]
    assert (shown.state, shown.reason, shown.may) == ("withdrawn", "We found other words", ())


def test_who_was_asked_to_the_meeting_as_an_observer_does_not_amend(observed: str) -> None:
    text = make_text(meeting=observed)
    assert "texts.amend" not in text_page(HESSA, text=text).may
    with pytest.raises(Refused) as problem:
        amend(text)
    assert problem.value.code == "no_amending"
    amend(text, BADER)


@pytest.fixture
def observed() -> str:
    """A meeting to which Qatar was asked as an observer and Kuwait as a member."""
    meeting = make_meeting(date="2026-12-01", format="council")
    with acting_as(LAYLA, writing=True):
        held = Meeting.objects.get(public_id=meeting)
        for party, role in (("QAT", "observer"), ("KWT", "member")):
            Invitation.objects.create(label=held.label, meeting=held, party=party, role=role)
    return meeting


def test_comments_stand_at_their_paragraph() -> None:
    text = make_text()
    texts.comment(HESSA, text=text, paragraph=keys(text)[1], words="With whom?")
    texts.comment(BADER, text=text, words="On the whole, yes.")
    page = text_page(LAYLA, text=text)
    assert [(one.words, one.party) for one in page.paragraphs[1].comments] == [("With whom?", "QAT")]
    assert [(one.words, one.by.en) for one in page.comments] == [("On the whole, yes.", "Bader")]
    with pytest.raises(Invalid):
        texts.comment(HESSA, text=text, paragraph="a" * 22, words="x")


def test_any_two_editions_are_compared() -> None:
    text = make_text()
    first = keys(text)[0]
    revise(text, 1, paragraphs=[{"key": first, "en": "The parties meet."}, {"en": "New."}])
    revise(text, 2, paragraphs=[{"key": first, "en": "They meet."}])
    last = compare(HESSA, text=text)
    assert (last.older.number, last.newer.number) == (2, 3)
    assert [(one.kind, one.was, one.now) for one in last.paragraphs] == [("changed", 1, 1), ("gone", 2, 0)]
    whole = compare(HESSA, text=text, older=1, newer=3)
    assert [(one.kind, one.was, one.now) for one in whole.paragraphs] == [("changed", 1, 1), ("gone", 2, 0)]
    assert [(one.kind, one.text) for one in whole.paragraphs[1].en] == [("gone", "They share information.")]
    back = compare(HESSA, text=text, older=3, newer=1)
    assert [(one.kind, one.was, one.now) for one in back.paragraphs] == [("changed", 1, 1), ("new", 0, 2)]
    with pytest.raises(Absent):
        compare(HESSA, text=text, older=9)
    with pytest.raises(Absent):
        text_page(HESSA, text=text, edition=9)


def test_the_list_is_filtered_and_paged() -> None:
    made = [make_text(title_en=f"Number {letter}") for letter in ("alpha", "beta", "gamma")]
    rows = text_list(HESSA).entries
    assert [row.public_id for row in rows] == made[::-1]
    assert [row.public_id for row in text_list(HESSA, after=made[1]).entries] == made[:1]
    assert [row.public_id for row in text_list(HESSA, q="number beta").entries] == [made[1]]
    assert text_list(HESSA, kind="letter").entries == ()
    assert text_list(HESSA, state="agreed").entries == ()
    assert len(text_list(HESSA, state="drafting").entries) == 3


def test_a_list_asks_the_same_number_of_questions_for_one_and_for_many() -> None:
    make_text()
    one = counted(lambda: text_list(HESSA))
    for _ in range(3):
        make_text()
    assert counted(lambda: text_list(HESSA)) == one


def test_editions_are_never_written_again() -> None:
    text = make_text()
    with acting_as(LAYLA):
        before = [list(rows.order_by("pk").values()) for rows in (Edition.objects, Paragraph.objects)]
    accept(text, amend(text))
    revise(text, 1)
    with acting_as(LAYLA):
        after = [list(rows.order_by("pk").values()) for rows in (Edition.objects, Paragraph.objects)]
    assert [rows[: len(kept)] for rows, kept in zip(after, before, strict=True)] == before
