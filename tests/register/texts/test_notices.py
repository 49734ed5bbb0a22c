"""Who is told what by mail: all concerned at once, each cut for its reader, in the reader's language, once."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core import mail

from mithaq.access.markings import Caveat, Level
from mithaq.access.models import Account, Label
from mithaq.access.viewer import acting_as
from mithaq.core import clock
from mithaq.core.lines import LRM, RLM
from mithaq.followup.tick import tick
from mithaq.register.texts import notices
from mithaq.register.texts import operations as texts
from mithaq.register.texts.models import JointText, Silence
from mithaq.register.texts.reads import silence_page, text_page
from tests.cast import BADER, LAYLA, RASHID
from tests.make import make_house, make_silence, make_text

pytestmark = pytest.mark.django_db

ISSUED = datetime(2027, 6, 8, 9, tzinfo=UTC)
EXPIRY = datetime(2027, 6, 11, 16, tzinfo=UTC)
Told = dict[str, str]
WORDS = "Too far for us."


@pytest.fixture
def told(db: None, django_capture_on_commit_callbacks: Any) -> Callable[..., Told]:
    """Do this an hour before the expiry, or when said; who gets a mail, and its text."""
    with clock.stopped_at(ISSUED):
        make_house()
        Account.objects.exclude(username="salim").update(language="en")

    def run(act: Callable[[], object], at: datetime = EXPIRY - timedelta(hours=1)) -> Told:
        before = len(mail.outbox)
        with clock.stopped_at(at), django_capture_on_commit_callbacks(execute=True):
            act()
        sent = mail.outbox[before:]
        assert all(len(m.to) == 1 for m in sent)
        return {m.to[0].partition("@")[0]: f"{m.subject}\n{m.body}" for m in sent}

    return run


EVERYBODY = {"layla", "rashid", "hessa", "bader", "salim"}


def test_all_are_told_at_once_that_silence_runs(told: Callable[..., Told]) -> None:
    sent = told(make_silence, ISSUED)
    assert set(sent) == EVERYBODY
    assert "Silence ends at 18:00 by the clock of Brussels (Europe/Brussels), 11 June 2027" in sent["bader"]
    assert "That is 16:00 UTC, 11 June 2027." in sent["bader"]
    assert "unless it objects or sends an amendment" in sent["bader"]
    assert "unless it objects" not in sent["layla"]
    assert "/silence/" in sent["bader"]


def test_a_break_is_told_to_all_and_who_broke_it_to_the_table_alone(told: Callable[..., Told]) -> None:
    silence = ""

    def propose() -> None:
        nonlocal silence
        silence = make_silence()

    told(propose, ISSUED)
    sent = told(lambda: texts.break_silence(RASHID, silence=silence, objection=WORDS))
    assert set(sent) == EVERYBODY
    for inner in ("layla", "bader", "rashid", "hessa"):
        assert f"Party QAT objected: {WORDS}" in sent[inner]
    assert "لم يستمر الصمت" in sent["salim"]
    for secret in (WORDS, "QAT", "Rashid", "راشد", "طرف"):
        assert secret not in sent["salim"]
    joined = told(lambda: texts.break_silence(BADER, silence=silence, objection="Nor for us."))
    assert set(joined) == EVERYBODY - {"salim"}
    assert "Party KWT objected: Nor for us." in joined["rashid"]


def test_the_end_an_extension_a_statement_and_a_withdrawal_are_told(told: Callable[..., Told]) -> None:
    made: list[str] = []
    told(lambda: made.extend([make_silence(), make_silence()]), ISSUED)
    first, second = made
    hour: dict[str, Any] = {"on": "2027-06-12", "at": "18:00", "zone": "Europe/Brussels"}
    sent = told(lambda: texts.extend(LAYLA, silence=first, reason="Time", version=1, **hour))
    assert set(sent) == EVERYBODY
    assert "12 June 2027" in sent["hessa"]
    words = {"kind": "reservation", "words_en": "Not the second paragraph."}
    sent = told(lambda: texts.attach(BADER, silence=first, **words))
    assert "Formal reservation of Party KWT: Not the second paragraph." in sent["rashid"]
    assert "KWT" in sent["salim"]
    sent = told(lambda: texts.withdraw(LAYLA, silence=second, reason="A page was left out", version=1))
    assert "Reason: A page was left out" in sent["bader"]
    sent = told(tick, EXPIRY + timedelta(days=1))
    assert set(sent) == EVERYBODY
    assert "Silence has held, the text is agreed: T-2027-" in sent["bader"]
    assert told(tick, EXPIRY + timedelta(days=2)) == {}


def test_who_left_or_may_not_see_it_is_not_told(told: Callable[..., Told]) -> None:
    Account.objects.filter(username="hessa").update(is_active=False)
    Account.objects.filter(username="bader").update(email="")
    sent = told(lambda: make_silence(make_text(level="RESTRICTED")), ISSUED)
    assert set(sent) == {"layla", "rashid"}


def test_what_was_not_sent_before_the_house_stopped_goes_with_the_next_tick(
    told: Callable[..., Told], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(notices, "send_due", lambda *_: 0)
        assert told(make_silence, ISSUED) == {}
    assert set(told(tick, ISSUED)) == EVERYBODY
    assert told(tick, ISSUED) == {}


def test_the_mail_in_arabic_keeps_its_directions(told: Callable[..., Told]) -> None:
    text = told(make_silence, ISSUED)["salim"]
    for line in filter(None, text.splitlines()):
        first = next(c for c in line if unicodedata.bidirectional(c) in ("L", "R", "AL"))
        assert line.startswith("http") or first == RLM
    assert f"{LRM}18:00{LRM}" in text
    assert f"{LRM}Europe/Brussels{LRM}" in text
    assert "بروكسل" in text
    assert "هـ" in text


def test_words_that_may_not_travel_by_mail_stay_at_home(told: Callable[..., Told]) -> None:
    made: list[str] = []
    told(lambda: made.append(make_silence()), ISSUED)
    with acting_as(LAYLA, writing=True):
        label = Label.objects.of(Level.OFFICIAL, "QAT", "KWT", "OMN", "SEC", caveats=frozenset({Caveat.NOMAIL}))
        for rows in (JointText.objects, Silence.objects):
            rows.all().update(label=label)
    sent = told(lambda: texts.break_silence(RASHID, silence=made[0], objection=WORDS))
    assert set(sent) == EVERYBODY
    assert not [text for text in sent.values() if WORDS in text or "Joint statement" in text]
    assert "T-2027-" in sent["bader"]


def test_an_amendment_is_told_of_and_read_on_the_page(told: Callable[..., Told]) -> None:
    made: list[str] = []
    told(lambda: made.append(make_silence()), ISSUED)
    text = silence_page(LAYLA, silence=made[0]).text.public_id
    key = text_page(LAYLA, text=text).paragraphs[0].key
    wanted: dict[str, Any] = {"change": "remove", "paragraph": key}
    sent = told(lambda: texts.break_silence(RASHID, silence=made[0], **wanted))
    assert "Party QAT proposed an amendment." in sent["bader"]
