"""The benefit ledger on the page of a party: its own in full, another's as far as it was released, else a sentence."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override

from mithaq.core.words import Bilingual
from mithaq.reviews.runs.reads import LedgerShown
from mithaq.reviews.runs.reads.shapes import CourseServing, GoalStands
from mithaq.web.ledgers import place_of_ledger, rungs
from mithaq.web.views import parties
from tests.cast import BADER, DANA, HESSA, RASHID, SALIM
from tests.make import make_measured, make_release, make_run
from tests.web.door import page, signed_in, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("house")]
NOTHING = "Nothing of what this party has of the training was released to you yet."


def shown(**told: Any) -> LedgerShown:
    """A ledger of which only this is known."""
    names = LedgerShown.__dataclass_fields__
    empty = dict.fromkeys(names) | {"party": "QAT", "source": "", "thing": "", "ref": "", "on": "", "verdict": ""}
    return LedgerShown(**{**empty, "goals": (), "demonstration": False, **told})


def of(viewer: Any, party: str = "QAT", language: str = "en") -> Any:
    return signed_in(viewer, language).get(reverse("party", args=[party]))


def test_a_party_sees_its_own_in_full_and_others_nothing_that_was_not_released() -> None:
    make_measured()
    run = make_run()
    assert NOTHING in words(of(HESSA))
    assert reverse("run-party", args=[run, "QAT"]) in page(of(DANA))
    release = make_release(run, RASHID, BADER)
    own = words(of(HESSA))
    assert "Seats used 8" in own
    assert "Benefit shown" in own
    assert "8 people" in own
    for viewer in (BADER, SALIM):
        assert NOTHING in words(of(viewer))
    assert reverse("release-own", args=[release]) in page(of(HESSA))
    assert reverse("release", args=[release]) in page(of(DANA))


def test_what_was_released_of_another_is_shown_as_such(monkeypatch: pytest.MonkeyPatch) -> None:
    told = shown(
        source="release", ref="R-2026-001", on="2026-11-26", learned=8, gain=11.9, gain_low=9.0, gain_high=14.1
    )
    monkeypatch.setattr(parties, "ledger", lambda viewer, party: told)
    read = words(of(BADER))
    assert "Only what was released of it to you is shown." in read
    assert "Seats offered not released" in read
    assert "+11.9 points of 100 (between +9.0 and +14.1 ); 8 people" in read


def test_it_reads_in_arabic_and_asks_the_database_a_fixed_number_of_times() -> None:
    make_measured()
    make_release(make_run(), RASHID, BADER)
    client = signed_in(HESSA, "ar")
    address = reverse("party", args=["QAT"])
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(address)
    assert "ثبتت الفائدة" in words(answer) or "الفائدة" in words(answer)
    assert len(asked) < 60


def test_rungs_say_what_stands_there_and_of_how_many() -> None:
    told = shown(
        source="run", offered=20, used=15, completed=12, learned=10, verdict="benefit_shown", gain=12.34, gain_low=-1.0,
        gain_high=25.6, applied=0.5, applied_low=0.3, applied_high=0.7, applied_of=8,
        goals=(GoalStands("g", Bilingual("هدف", "Goal"), "moved", (CourseServing("RC-1", Bilingual("", ""), ""),)),),
    )  # fmt: skip
    with override("en"):
        offered, used, completed, learned, applied = rungs(told)
    assert (offered.value, used.value, completed.value) == ("20", "15", "12")
    assert "75%" in used.told
    assert "80%" in completed.told
    assert ("+12.3" in str(learned.value), "−1.0</bdi> and" in learned.told, "10 people" in learned.told) == (True,) * 3
    assert ("50%" in str(applied.value), "30%</bdi> and" in applied.told) == (True, True)
    assert [rung.share for rung in (offered, used, completed, learned, applied)] == [100, 75, 80, None, 50]


def test_what_is_not_known_is_no_nought() -> None:
    assert [rung.value for rung in rungs(shown())] == [None] * 5
    nobody = rungs(shown(source="run", offered=0, used=0, completed=0, learned=0))
    assert ([rung.value for rung in nobody], nobody[1].told) == (["0", "0", "0", None, None], "")
    assert place_of_ledger(shown(), "QAT") == ""
