"""Two worlds that differ only in who broke a silence and how: who is not at the table is answered alike, byte for byte."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from pydantic_core import to_json

from mithaq.access.operation import READS
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.core.errors import Problem
from mithaq.followup.tick import tick
from mithaq.register.texts.reads import silence_page, text_page
from tests.cast import BADER, HESSA, LAYLA, PUBLIC, RASHID, SALIM, account
from tests.test_no_leaks import _bytes, addresses, routes
from tests.worlds import START, Ids, do, world

pytestmark = pytest.mark.django_db

BROKEN = START + timedelta(days=20)
LATER = START + timedelta(days=45)
SECRET = "canary in the objection"
Break = Callable[[Ids], None]


def by_objection(ids: Ids) -> None:
    """Qatar objects, and that is all."""
    do(RASHID, "silence.break", silence=ids.seen["silence"][0], objection=SECRET)


def by_many(ids: Ids) -> None:
    """Kuwait proposes an amendment, and Qatar joins by an objection and by an amendment of its own."""
    silence = ids.seen["silence"][0]
    text = silence_page(LAYLA, silence=silence).text.public_id
    key = text_page(LAYLA, text=text).paragraphs[1].key
    do(BADER, "silence.break", silence=silence, change="replace", paragraph=key, en=SECRET)
    with clock.stopped_at(clock.now() + timedelta(hours=1)):
        do(RASHID, "silence.break", silence=silence, objection=SECRET)
        do(RASHID, "silence.break", silence=silence, change="remove", paragraph=key, objection=SECRET)


def broken(how: Break) -> Callable[[Ids], Callable[[int], None]]:
    """The hidden part of a world: once all that is visible of texts stands, somebody breaks silence so."""

    def harm(ids: Ids) -> Callable[[int], None]:
        waiting = [how]

        def hide(_: int) -> None:
            if waiting and "statement" in ids.seen:  # the last thing of the story of texts
                with clock.stopped_at(BROKEN):
                    waiting.pop()(ids)

        return hide

    return harm


def read_alike(viewer: Viewer, ids: Ids) -> Iterator[tuple[str, bytes]]:
    """All that is read of texts, silences, their sheets, the journal, the desk, the search."""
    texts, silences = ids.seen["text"], ids.seen["silence"]
    asked: list[tuple[str, dict[str, Any]]] = [
        *(("texts.page", {"text": text}) for text in texts),
        *(("texts.compare", {"text": text}) for text in texts),
        *(("texts.revision", {"text": text}) for text in texts),
        *((name, {"silence": silence}) for name in ("silence.page", "silence.sheet") for silence in silences),
        *(("texts.list", {"state": state}) for state in ("", "drafting", "silence", "agreed")),
        *(("search.find", {"q": q}) for q in (SECRET, "share information", "silence")),
        *((name, {}) for name in ("journal.recent", "desk.mine")),
    ]
    for name, given in asked:
        try:
            answer = to_json(READS[name].run(viewer, **given))
        except Problem as problem:
            answer = f"{problem.status} {problem.code} {problem.say()}".encode()
        yield f"{name} {given}", answer


def looked_at(viewer: Viewer, ids: Ids) -> Iterator[tuple[str, bytes]]:
    """Every page of texts and silences, the desk, the journal and the search."""
    client = Client()
    if viewer is not PUBLIC:
        client.force_login(account(viewer))
    pages = ["/", "/journal/", f"/search/?q={SECRET}"]
    for _, route, _ in routes():
        if re.match(r"(texts|silence)/", route):
            pages += addresses(route, ids)
    for address in pages:
        yield f"GET {address}", _bytes(client.get(address))
        yield f"POST {address}", _bytes(client.post(address, {}))


def mailed(viewer: Viewer) -> Iterator[tuple[str, bytes]]:
    """The mails of the notices and of the tick."""
    mail.outbox.clear()
    tick()
    for number, message in enumerate(mail.outbox):
        if f"{viewer.account}@example.org" in message.to:
            yield f"mail {number} {message.subject}", message.body.encode()


def told(viewer: Viewer, ids: Ids, at: datetime) -> dict[str, bytes]:
    with clock.stopped_at(at):
        answers = dict(read_alike(viewer, ids)) | dict(looked_at(viewer, ids)) | dict(mailed(viewer))
    return {asked: answer for asked, answer in answers.items() if not asked.startswith("mail")} | {
        "mails": b"\n".join(sorted(answer for asked, answer in answers.items() if asked.startswith("mail")))
    }


@pytest.mark.parametrize("viewer", [SALIM, PUBLIC], ids=lambda viewer: viewer.account)
@pytest.mark.parametrize("at", [BROKEN + timedelta(hours=2), LATER], ids=["while it could be joined", "later"])
def test_who_broke_silence_changes_nothing_for_who_is_not_at_the_table(viewer: Viewer, at: datetime) -> None:
    with world(broken(by_objection)) as ids:
        one = told(viewer, ids, at)
    with world(broken(by_many)) as again:
        assert again.seen == ids.seen
        other = told(viewer, again, at)
    assert one.keys() == other.keys()
    assert [asked for asked in one if one[asked] != other[asked]] == []
    assert not [asked for asked, answer in other.items() if SECRET.encode() in answer and SECRET not in asked]


@pytest.mark.parametrize("viewer", [LAYLA, HESSA, BADER], ids=lambda viewer: viewer.account)
def test_at_the_table_it_is_told(viewer: Viewer) -> None:
    with world(broken(by_many)) as ids:
        answers = told(viewer, ids, LATER)
    holding = {asked.split()[0] for asked, answer in answers.items() if SECRET.encode() in answer}
    assert {"silence.page", "texts.page", "silence.sheet", "mails", "GET"} <= holding
