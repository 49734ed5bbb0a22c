"""Agreeing expressly while silence runs: who may, who is told, what it changes, and that it can still be broken."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from mithaq.access.viewer import Viewer, system
from mithaq.core import clock
from mithaq.core.errors import Absent, Invalid, Problem, Refused
from mithaq.followup.reads import desk
from mithaq.followup.tick import tick
from mithaq.papers.report import Heading, Paper, Table, texts, words_of
from mithaq.register.texts import operations
from mithaq.register.texts.models import Notice, Silence
from mithaq.register.texts.reads import SilencePage, sheet, silence_page
from mithaq.register.texts.sheet_paper import paper_of
from tests.cast import BADER, DANA, HESSA, LAYLA, PUBLIC, RASHID, SALIM
from tests.make import make_house, make_silence
from tests.register.texts.test_leaks import told
from tests.worlds import START, Ids, do, world

pytestmark = pytest.mark.django_db

ISSUED = datetime(2027, 6, 8, 9, tzinfo=UTC)
EXPIRY = datetime(2027, 6, 11, 16, tzinfo=UTC)  # 18:00 in Brussels
SECOND = timedelta(seconds=1)
STATED: dict[str, Any] = {"attached": "interpretation", "words_en": "As we read it, twice means at least twice."}


@pytest.fixture
def silence(db: None) -> str:
    """Silence that runs until the expiry: Qatar and Kuwait under it, Oman notes."""
    with clock.stopped_at(ISSUED):
        make_house()
        return make_silence()


def agreed(silence: str, viewer: Viewer = RASHID, at: datetime = EXPIRY - SECOND, **fields: Any) -> None:
    with clock.stopped_at(at):
        operations.agree(viewer, silence=silence, **fields)


def seen(silence: str, viewer: Viewer = LAYLA, at: datetime = EXPIRY - SECOND) -> SilencePage:
    with clock.stopped_at(at):
        return silence_page(viewer, silence=silence)


def answers(page: SilencePage) -> list[tuple[str, str]]:
    return [(one.party, one.answer) for one in page.answers]


def paper(silence: str, viewer: Viewer, at: datetime = EXPIRY) -> Paper:
    with clock.stopped_at(at):
        return paper_of(sheet(viewer, silence=silence), "en")


def said(made: Paper) -> str:
    return "\n".join(words_of(text) for block in made.blocks for text in texts(block))


def test_those_at_the_table_see_who_agreed_and_nobody_else(silence: str) -> None:
    agreed(silence)
    for viewer in (LAYLA, RASHID, HESSA, BADER):
        assert answers(seen(silence, viewer)) == [("QAT", "agreed"), ("KWT", "silent")]
    assert seen(silence).answers[0].at == (EXPIRY - SECOND).isoformat()
    for viewer in (SALIM,):
        page = seen(silence, viewer)
        assert (page.answers, page.at_table) == ((), False)
        assert "silence.agree" not in [line.operation for line in page.history]
    assert "silence.agree" in [line.operation for line in seen(silence, BADER).history]


def test_a_statement_goes_with_it_and_is_read_by_all(silence: str) -> None:
    agreed(silence, **STATED)
    assert answers(seen(silence)) == [("QAT", "stated"), ("KWT", "silent")]
    page = seen(silence, SALIM)
    ((statement,), (line, _)) = (page.statements, page.history)
    assert (statement.parties, statement.kind, statement.words.en) == (("QAT",), "interpretation", STATED["words_en"])
    assert (line.operation, line.changes) == ("silence.state", {"statement": [None, "interpretation"]})
    assert page.answers == ()


def test_only_the_statement_is_mailed(silence: str) -> None:
    def waiting() -> set[str]:
        return set(Notice.objects.values_list("event", flat=True))

    agreed(silence, BADER)
    assert waiting() == {"proposed"}
    agreed(silence, **STATED)
    assert waiting() == {"proposed", "attached"}


def test_silence_runs_to_its_hour_also_when_all_have_agreed(silence: str) -> None:
    agreed(silence, RASHID, ISSUED)
    agreed(silence, BADER, ISSUED)
    with clock.stopped_at(EXPIRY - SECOND):
        tick()
    assert seen(silence).standing == "running"
    with clock.stopped_at(EXPIRY + timedelta(hours=3)):
        tick()
    page = seen(silence, at=EXPIRY + timedelta(hours=4))
    assert (page.standing, page.ended_at) == ("held", EXPIRY.isoformat())
    assert answers(page) == [("QAT", "agreed"), ("KWT", "agreed")]


def test_it_is_taken_back_by_breaking_before_the_hour(silence: str) -> None:
    agreed(silence, at=ISSUED)
    assert "silence.break" in seen(silence, RASHID).may
    with clock.stopped_at(EXPIRY - SECOND):
        operations.break_silence(RASHID, silence=silence, objection="Our capital has read it again.")
    page = seen(silence)
    assert (page.standing, answers(page)) == ("broken", [("QAT", "broke"), ("KWT", "silent")])
    with pytest.raises(Problem) as problem:
        agreed(silence, BADER)
    assert problem.value.code == "silence_broken"


def test_an_agreement_stands_when_the_hour_is_moved_on(silence: str) -> None:
    agreed(silence, at=ISSUED)
    with clock.stopped_at(EXPIRY - SECOND):
        hour: dict[str, Any] = {"on": "2027-06-14", "at": "12:00", "zone": "Europe/Brussels"}
        operations.extend(LAYLA, silence=silence, reason="Kuwait asked", version=1, **hour)
    assert answers(seen(silence, at=EXPIRY + SECOND)) == [("QAT", "agreed"), ("KWT", "silent")]
    agreed(silence, BADER, EXPIRY + SECOND)


@pytest.mark.parametrize("away", [timedelta(), SECOND, timedelta(days=40)])
def test_at_the_hour_it_is_too_late(silence: str, away: timedelta) -> None:
    with pytest.raises(Problem) as problem:
        agreed(silence, at=EXPIRY + away)
    assert problem.value.code == "silence_held"
    assert answers(seen(silence, at=EXPIRY + away)) == [("QAT", "silent"), ("KWT", "silent")]


def test_once_a_party(silence: str) -> None:
    agreed(silence)
    with pytest.raises(Problem) as problem:
        agreed(silence, **STATED)
    assert problem.value.code == "agreed"
    assert seen(silence).statements == ()
    assert "silence.agree" not in seen(silence, RASHID).may
    assert "silence.agree" in seen(silence, BADER).may


@pytest.mark.parametrize("viewer", [LAYLA, HESSA, SALIM, DANA, PUBLIC])
def test_who_is_not_head_of_a_party_under_silence_is_refused(silence: str, viewer: Viewer) -> None:
    with pytest.raises((Refused, Absent)):
        agreed(silence, viewer)
    with system("test"):
        assert Silence.objects.get(public_id=silence).heard == ISSUED


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"attached": "reservation"}, "words_ar"),
        ({"words_en": "We read it so."}, "attached"),
        ({"attached": "objection", "words_en": "No."}, "attached"),
    ],
)
def test_words_and_their_kind_go_together(silence: str, fields: dict[str, Any], field: str) -> None:
    with pytest.raises(Invalid) as problem:
        agreed(silence, **fields)
    assert list(problem.value.errors) == [field]
    assert answers(seen(silence)) == [("QAT", "silent"), ("KWT", "silent")]


def test_the_desk_asks_no_more_of_who_has_agreed(silence: str) -> None:
    def asked(viewer: Viewer) -> list[str]:
        with clock.stopped_at(EXPIRY - SECOND):
            return [one.silence for one in desk(viewer).silences]

    assert asked(RASHID) == [silence]
    agreed(silence)
    assert (asked(RASHID), asked(BADER)) == ([], [silence])


def test_the_action_sheet_tells_it_to_those_at_the_table(silence: str) -> None:
    agreed(silence, **STATED)
    inner, outer = paper(silence, BADER), paper(silence, SALIM)
    assert "Who agreed expressly" in [block.text for block in inner.blocks if isinstance(block, Heading)]
    (table,) = [block for block in inner.blocks if isinstance(block, Table)]
    assert words_of(table.rows[0][0]) == "Party QAT, with a statement"
    assert "Kept silence: Party KWT" in said(inner)
    assert inner.label == "Official: Party KWT, Party QAT, Party SEC"
    assert "Who agreed expressly" not in said(outer)
    assert outer.label == "Official: Party KWT, Party OMN, Party QAT, Party SEC"
    assert inner.uncited == outer.uncited == ()


def hidden(*acts: Callable[[Ids], None]) -> Callable[[Ids], Callable[[int], None]]:
    """The hidden part of a world: once all that is visible of texts stands, these are done."""

    def harm(ids: Ids) -> Callable[[int], None]:
        waiting = [lambda: [act(ids) for act in acts]]

        def hide(_: int) -> None:
            if waiting and "statement" in ids.seen:
                with clock.stopped_at(START + timedelta(days=20)):
                    waiting.pop()()

        return hide

    return harm


def stated_silently(ids: Ids) -> None:
    """Kuwait attaches a statement and keeps silence."""
    words = {"kind": "interpretation", "words_en": "As we read it."}
    do(BADER, "silence.state", silence=ids.seen["silence"][0], **words)


def stated_and_agreed(ids: Ids) -> None:
    """Kuwait agrees with the same statement; Qatar agrees too."""
    words = {"attached": "interpretation", "words_en": "As we read it."}
    do(BADER, "silence.agree", silence=ids.seen["silence"][0], **words)
    do(RASHID, "silence.agree", silence=ids.seen["silence"][0])


@pytest.mark.parametrize("viewer", [SALIM, PUBLIC], ids=lambda viewer: viewer.account)
@pytest.mark.parametrize("days", [20, 45], ids=["while it ran", "later"])
def test_who_agreed_changes_nothing_for_who_is_not_at_the_table(viewer: Viewer, days: int) -> None:
    at = START + timedelta(days=days, hours=2)
    with world(hidden(stated_silently)) as ids:
        one = told(viewer, ids, at)
    with world(hidden(stated_and_agreed)) as again:
        other = told(viewer, again, at)
    assert one.keys() == other.keys()
    assert [asked for asked in one if one[asked] != other[asked]] == []


def test_at_the_table_it_differs() -> None:
    at = START + timedelta(days=20, hours=2)
    with world(hidden(stated_silently)) as ids:
        one = told(LAYLA, ids, at)
    with world(hidden(stated_and_agreed)) as again:
        other = told(LAYLA, again, at)
    assert [asked for asked in one if one[asked] != other[asked]]
