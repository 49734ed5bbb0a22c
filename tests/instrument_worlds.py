"""Instruments, forms and results in the two worlds of `tests.worlds`: Qatar's in the story, Kuwait's hidden beside them."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from mithaq.register.instruments.by_link import digest, fill
from tests.cast import DANA
from tests.text_worlds import CANARY, Do, Holds

Seen = dict[str, list[str]]
OPEN_LINK = "form-of-qatar"
# What tests/test_no_leaks.py needs to know of it. The first hidden one of these bears the name of its kind for an id.
CALLED = ("instrument",)
MEANS = {"instrument": "instrument"}
ACTS = ("course-instrument", "instrument-amend", "instrument-use", "instrument-retire", "instrument-drop")
SAMPLES: dict[str, list[Any]] = {
    **{"packed": ["x"], "name": ["r.csv"], "wave": ["pre", "reaction"], "maximum": ["100"], "match": ["{}"]},
    **{"link": [OPEN_LINK], "act_name": [*ACTS]},
}
PLAIN: dict[str, Any] = {
    **{"wave": "reaction", "expires": "2027-06-01", "links": "[]", "taken_on": "2027-03-18", "answers": '{"1": "5"}'},
    **{"maximum": "100", "packed": "x"},
}
PLAIN_OF: dict[str, dict[str, Any]] = {
    "instruments.add": {"level": "L1", "form": "A"},
    "instruments.amend": {"form": "A"},
    "instruments.set_item": {"kind": "scale"},
    "results.record": {"person": "P1", "pre": "40"},
    "results.take_in": {"name": "r.csv"},
}
OPEN = ("form", "form-thanks")  # whoever holds the link of a form


def instrument_story(ids: Holds, do: Do) -> list[Callable[[], None]]:
    """Questions about the course of all, asked of Qatar's people in its offering, and their scores."""
    acts = (_ask, _invite, _answer, _score)
    return [lambda act=act: act(ids.seen, do) for act in acts]  # type: ignore[misc]


def _made(do: Do, course: str, title: str) -> str:
    """A reaction in use."""
    given = {"course": course, "level": "L1", "title_en": title, "usual": True}
    instrument = do(DANA, "instruments.add", **given)
    do(DANA, "instruments.put_in_use", instrument=instrument, version=1)
    return instrument


def _ask(seen: Seen, do: Do) -> None:
    seen["instrument"] = [_made(do, seen["course"][0], "Reaction")]


def _link(do: Do, offering: str, instrument: str, party: str, secret: str) -> None:
    links = json.dumps([{"party": party, "person": "P1", "digest": digest(secret)}])
    given = {"activity": offering, "instrument": instrument, "wave": "reaction", "expires": "2027-06-01"}
    do(DANA, "instruments.invite", links=links, **given)


def _invite(seen: Seen, do: Do) -> None:
    for secret in (OPEN_LINK, "used"):
        _link(do, seen["activity"][1], seen["instrument"][0], "QAT", secret)


def _answer(seen: Seen, do: Do) -> None:
    fill("used", {"1": "5"}, language="en")


def _score(seen: Seen, do: Do) -> None:
    for person, pre, post in (("P1", 40, 70), ("P2", 50, None)):
        given = {"activity": seen["activity"][1], "party": "QAT", "person": person, "maximum": 100}
        do(DANA, "results.record", pre=pre, post=post, **given)


def hide_instruments(ids: Any, do: Do) -> None:
    """Kuwait's scores and remarks in the offering of all, a file of them, more questions about the course of all."""
    if "instrument" not in ids.seen:
        return
    made: Seen = ids.hidden
    offering = ids.seen["activity"][1]
    if "instrument" not in made:
        namer: Any = secrets.token_urlsafe  # that of the world: see `tests.worlds._Namer`
        namer.called = "instrument"
    instrument = _made(do, ids.seen["course"][0], CANARY)
    made.setdefault("instrument", []).append(instrument)
    count = len(made["instrument"])
    _link(do, offering, instrument, "KWT", f"{CANARY} {count}")
    fill(f"{CANARY} {count}", {"1": "1", "4": CANARY}, language="ar")
    rows = f"party,person,pre,post,max\nKWT,H{count},11,99,100\n"
    file = SimpleUploadedFile(f"{CANARY}.csv", rows.encode())
    do(DANA, "results.take_in", file=file, activity=offering)
    do(DANA, "instruments.amend", instrument=instrument, version=2, title_ar=CANARY)
