"""Two worlds that differ only in what a viewer may not see give that viewer the same bytes: at every page, read, operation,
command and mail. A route, read or operation that no test walks fails here by its name."""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from itertools import chain
from typing import Any

import pytest
from django.core import mail
from django.db import connection, transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from pydantic_core import to_json

from mithaq.access.operation import OPERATIONS, READS
from mithaq.access.viewer import Viewer
from mithaq.cli.main import main
from mithaq.core import clock
from mithaq.core.errors import Invalid, Problem
from mithaq.reviews.findings.tick import tick
from mithaq.web.acts import ACTS
from tests import case_worlds as cases
from tests import finding_worlds as findings
from tests import instrument_worlds as instruments
from tests import means_worlds as means
from tests import outreach_worlds as outreach
from tests import run_worlds as runs
from tests import training_worlds as training
from tests.cast import BADER, HESSA, PUBLIC, SALIM, account
from tests.text_worlds import CANARY
from tests.worlds import CALLS, FEED_KEYS, START, Ids, harmed, plain, standing

pytestmark = pytest.mark.django_db

LATER = START + timedelta(days=45)
# Each database meets an adversary of its own: what may leak is in the code that both share, and a walk takes long.
ADVERSARY = 0 if connection.vendor == "sqlite" else 1
# Those who may not see what is Kuwait's; on PostgreSQL, where a walk takes twice as long, without the observer.
BLIND = (HESSA, SALIM, PUBLIC) if connection.vendor == "sqlite" else (HESSA, PUBLIC)
ABSENT = "a" * 22
# What the adversary makes first, in its order: see `_hide_one` in tests/worlds.py.
KINDS: tuple[str, ...] = (
    "document",
    "proposal",
    "",
    "",
    "",
    "",
    "commitment",
    "action",
    "report",
    "",
    "view",
    "person",
    "post",
)
KINDS += ("mission", "claim", "meeting", "figure", "feed")  # fmt: skip
KINDS += ("planned", "item", "paper", "invitation", "", "participant")
KINDS += ("text", "", "amendment", "", "silence", "statement")
KINDS += (
    "",
    "minutes",
    "",
    "minutes_item",
    "correction",
    "outcome",
    "",
    "idea",
    "issue",
    "position",
    "interest",
    "goal",
)
KINDS += training.KINDS
HIDDEN = {kind: f"h{number:021}" for number, kind in enumerate(KINDS, 1) if kind}
HIDDEN |= {
    kind: f"h{kind:0>21}"
    for kind in (
        *training.CALLED,
        *instruments.CALLED,
        *outreach.CALLED,
        *runs.CALLED,
        *findings.CALLED,
        *means.CALLED,
        *cases.CALLED,
    )
}
# Which kind of thing a parameter of this name means.
MEANS = {
    **{
        name: name
        for name in ("action", "claim", "commitment", "document", "feed", "figure", "initiative", "meeting", "mission")
    },
    **{name: name for name in ("person", "post", "proposal", "report", "tenure", "view", "thing")},
    **{"after": "thing", "things": "thing"},
    **{
        "commitments": "commitment",
        "proposals": "proposal",
        "repeat": "commitment",
        "other": "commitment",
        "speaker": "person",
        "token": "view",
    },
    **{name: name for name in ("item", "paper", "invitation", "participant")},
    **{"participants": "participant", "earlier": "meeting", "margins_of": "meeting"},
    **{name: name for name in ("text", "amendment", "silence", "statement")},
    **{name: name for name in ("minutes", "minutes_item", "correction", "outcome", "idea", "issue", "position")},
    **{name: name for name in ("interest", "goal")},
}
TABLE_ACTS = (
    "meeting-invite",
    "item-describe",
    "invitation-reply",
    "participant-drop",
    "paper-detach",
    "series-describe",
)
CONSULT_ACTS = ("outcome-record", "minutes-approve", "minutes-write", "idea-sponsor", "position-record", "goal-measure")
SAMPLES: dict[str, list[Any]] = {
    **{"account": ["hessa", "bader"], "operation": ["commitments.add"], "intake": [ABSENT]},
    **{
        "act_name": [
            "commitment-assign",
            "commitment-relate",
            "commitment-stand",
            "action-report",
            "meeting-describe",
            *TABLE_ACTS,
            *CONSULT_ACTS,
        ]
    },
    **{"q": ["آلية الاجتماعات", CANARY, "maritime", f'"{CALLS[0]}"', "C-2000-001", "QAT"], "query": ["آلية"]},
    **{
        "party": ["QAT", "KWT"],
        "owner": ["QAT", "KWT"],
        "state": ["proposed", "done"],
        "kind": ["call", "commitment", "state", "participants", "invitation"],
    },
    **{"focal": ["hessa", "bader", "nobody"], "due": ["2027-01-01"]},
    **{"area": ["cyber"], "meeting": [], "since": ["2000"], "until": ["2027"], "overdue": [True], "repeated": [True]},
    **{"order": ["said", "due"], "language": ["ar", "en"], "edition": [1], "first": [2], "number": [1], "mine": [True]},
    **{
        "series": ["icg"],
        "country": ["QAT"],
        "year": ["2026", "1990"],
        "on": ["2010", "2026-10-01"],
        "level": ["OFFICIAL"],
    },
    **{
        "released": ["QAT,KWT"],
        "page": ["commitments"],
        "form": ["x"],
        "format": ["pdf", "html"],
        "ref": ["C-2000-001", "D-2026-001"],
        "by": ["QAT", "area"],
        "language": ["ar", "en"],
        "role": ["observer"],
    },
    **{"key": [*FEED_KEYS, ABSENT], "month": ["2026-09", "2026-13"]},
    **{"older": [1], "newer": [1], "verb": ["accept", "withdraw"], "at": ["18:00"], "zone": ["Europe/Brussels"]},
    **{"under": ["QAT,OMN", "KWT"], "noting": ["OMN"], "parties": ["OMN", "QAT", "XXX"]},
    **{"paper_of_meeting": ["agenda", "participants", "invitation"]},
    **{"one": [1], "host": ["QAT", "KWT"], "milestone": ["joined:QAT", "first:icg", "joined:KWT"], "years": [0, 5]},
}
MEANS |= training.MEANS | instruments.MEANS | outreach.MEANS | runs.MEANS | findings.MEANS | means.MEANS | cases.MEANS
for more in (
    training.SAMPLES,
    instruments.SAMPLES,
    outreach.SAMPLES,
    runs.SAMPLES,
    findings.SAMPLES,
    means.SAMPLES,
    cases.SAMPLES,
):
    SAMPLES |= {name: [*SAMPLES.get(name, ()), *values] for name, values in more.items()}
OWN_RANDOM = re.compile(rb'(?:csrfmiddlewaretoken|once)" value="[^"]*"|(?i:"x-csrftoken": "[^"]*")')


def candidates(ids: Ids, name: str) -> list[Any]:
    """What to send as this parameter: visible, hidden and absent ids of its kind, or its samples."""
    kind = MEANS.get(name)
    if kind == "thing":
        return [*(ids.seen[kind][0] for kind in HIDDEN if kind in ids.seen), *HIDDEN.values(), ABSENT]
    if kind is None:
        return SAMPLES[name]
    hidden = [HIDDEN[kind]] if kind in HIDDEN else []
    return [*ids.seen.get(kind, [])[:2], *hidden, ABSENT, *SAMPLES.get(name, [])]


def said(problem: Problem) -> bytes:
    """A problem as bytes, with all that it says."""
    return f"{problem.status} {problem.code} {problem.say()} {problem.errors if isinstance(problem, Invalid) else ''}".encode()


def asked_reads(viewer: Viewer, ids: Ids) -> Iterator[tuple[str, bytes]]:
    """Every read, plain and with each candidate of each parameter in turn."""
    for name, read in sorted(READS.items()):
        parameters = [p for p in inspect.signature(read.run).parameters.values() if p.kind is p.KEYWORD_ONLY]
        needed = {p.name: candidates(ids, p.name)[0] for p in parameters if p.default is p.empty}
        tries = [needed] + [{**needed, p.name: value} for p in parameters for value in candidates(ids, p.name)]
        for given in tries:
            try:
                answer = to_json(read.run(viewer, **given), bytes_mode="base64")
            except Problem as problem:
                answer = said(problem)
            yield f"{name} {given}", answer


PLAIN: dict[str, Any] = {
    **{
        "version": 1,
        "reason": "because",
        "level": "RESTRICTED",
        "audience": ["QAT"],
        "source": "S0",
        "name": "n",
        "due": "2027-01-01",
    },
    **{
        "kind": "call",
        "words": CALLS[0],
        "title_en": "t",
        "title_ar": "ع",
        "name_ar": "ع",
        "name_en": "n",
        "state": "agreed",
    },
    **{"owner": "QAT", "party": "QAT", "stand": "accept", "value": "1", "comparator": "=", "sentence": 1, "percent": 5},
    **{
        "series": "icg",
        "status": "member",
        "mode": "agreed",
        "since": "2020",
        "date": "2027-01-01",
        "until": "2027-02",
        "written": "س",
        "answer": "why?",
    },
    **{
        "decision": "same",
        "code": "new",
        "form": "x",
        "typed": "{}",
        "page": "commitments",
        "days": 1,
        "digest": "0" * 64,
    },
    **{
        "text": f"{CALLS[0]}. {CALLS[1]}.",
        "language": "ar",
        "title": CALLS[0],
        "username": "new",
        "email": "n@example.org",
    },
    **{
        "roles": ["observer"],
        "account": "nobody",
        "secret": "a long secret",
        "area": "cyber",
        "text_ar": "ع",
        "initiative": "ICI",
    },
    **{"role": "member", "parties": ["OMN"], "reply": "accepted", "number": 1, "format": "council"},
    **{
        "roles_text": "chair | رئيس | Chair | chair",
        "steps_text": "planned | مقرر | Planned | held\nheld | عُقد | Held",
    },
    **{"on": "2027-01-20", "at": "18:00", "zone": "Europe/Brussels", "under": ["QAT"], "record": "S0", "edition": 1},
    **{"change": "add", "ar": "ع", "words_en": "w", "objection": "no", "outcome": "noted", "text_en": "t"},
    **{"wording": "ع", "stance": "support", "as_of": "2026", "target": "1", "measure_en": "m", "by": ["QAT"]},
    **{"places": ["1:none"]},
}
PLAIN_OF: dict[str, dict[str, Any]] = {  # what a field of the same name means there
    "texts.draft": {"kind": "statement"},
    "silence.agree": {"attached": "reservation"},
    "silence.state": {"kind": "reservation"},
    "silence.receive": {"kind": "reservation"},
    "outcomes.record": {"kind": "decision", "words": CALLS[0]},
    "minutes.answer_correction": {"decision": "accepted"},
    "ideas.close": {"state": "withdrawn"},
}

PLAIN = {
    **cases.PLAIN,
    **means.PLAIN,
    **findings.PLAIN,
    **outreach.PLAIN,
    **instruments.PLAIN,
    **training.PLAIN,
    **PLAIN,
}
PLAIN_OF |= training.PLAIN_OF | instruments.PLAIN_OF | outreach.PLAIN_OF | findings.PLAIN_OF | cases.PLAIN_OF


def meaning(operation: str, field: str) -> str | None:
    """Which kind of thing a field of an operation names; the text of a document is words, the outcome of silence a code."""
    if field == "outcome" and operation.startswith("silence."):
        return None
    if field == "text" and not operation.startswith(("texts.", "silence.", "outreach.")):
        return None
    return MEANS.get(field)


def asked_operations(viewer: Viewer, ids: Ids) -> Iterator[tuple[str, bytes]]:
    """Every operation, with what it needs, and with a visible, a hidden and an absent id for each thing it names."""
    for name, operation in sorted(OPERATIONS.items()):
        fields = operation.form.base_fields
        plain = {field: PLAIN[field] for field in fields if field in PLAIN and meaning(name, field) not in ids.seen}
        plain |= PLAIN_OF.get(name, {})
        things = [field for field in fields if meaning(name, field) in ids.seen and field not in plain]
        firsts = {field: ids.seen[MEANS[field]][-1] for field in things if fields[field].required}
        tries = [{**plain, **firsts}] + [
            {**plain, **firsts, field: value} for field in things for value in candidates(ids, field)
        ]
        for given in tries:
            yield f"{name} {given}", _tried(viewer, name, given)


def _tried(viewer: Viewer, name: str, given: dict[str, Any]) -> bytes:
    """What is answered, and what is seen afterwards; then it is undone."""
    with world_kept():
        try:
            OPERATIONS[name].run(viewer, **given)
            answer = b"done"
        except Problem as problem:
            return said(problem)
        with clock.stopped_at(LATER):
            lists = [
                READS[read].run(viewer)
                for read in ("commitments.list", "archive.list", "meetings.list", "actions.list", "texts.list")
            ]
        return answer + re.sub(rb'"[A-Za-z0-9_-]{22}"', b'"id"', to_json(lists))


@contextmanager
def world_kept() -> Iterator[None]:
    """What is done inside is undone at its end."""
    mark = transaction.savepoint()
    try:
        yield
    finally:
        transaction.savepoint_rollback(mark)


def routes(patterns: Any = None, before: str = "") -> Iterator[tuple[str, str, URLPattern]]:
    """Every page's name, route and pattern, but the API's (asked above by read and operation) and sign-in's."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            if not route.startswith(("api/", "sign-in/")):
                yield from routes(pattern.url_patterns, route)
        else:
            yield str(pattern.name), route, pattern


def addresses(route: str, ids: Ids) -> list[str]:
    """The route with each candidate in place of its parameter."""
    if route == ACT_ROUTE:
        return [f"/act/{thing}/{name}/" for name, thing in acts_on_things(ids)]
    found = [route]
    for converter in re.findall(r"<[^>]+>", route):
        name = converter.strip("<>").split(":")[-1]
        kind = NAMED_IN_ROUTES.get(name, name)
        found = [address.replace(converter, str(value)) for address in found for value in candidates(ids, kind)]
    return [f"/{address}" for address in found]


def acts_on_things(ids: Ids) -> Iterator[tuple[str, Any]]:
    """The first act with every thing there is; each other one with those it is for, a hidden one and an absent one: what
    looks up the thing knows one kind alone."""
    first, *others = SAMPLES["act_name"]
    yield from ((first, thing) for thing in candidates(ids, "thing"))
    for name in others:
        kind = ACTS[name].kind if name in ACTS else ""
        hidden = [HIDDEN[kind]] if kind in HIDDEN else []
        yield from ((name, thing) for thing in (*ids.seen.get(kind, [])[:2], *hidden, ABSENT))


ACT_ROUTE = "act/<slug:thing>/<slug:act_name>/"
NAMED_IN_ROUTES = {"party": "party_page", "paper": "paper_of_meeting"}
MEANS["party_page"] = "party"


def asked_pages(viewer: Viewer, ids: Ids) -> Iterator[tuple[str, bytes]]:
    """Every page by GET in both languages, and by POST without a body."""
    client = Client()
    if viewer is not PUBLIC:
        client.force_login(account(viewer))
    for _, route, _ in routes():
        for address in addresses(route, ids):
            for queried in (address, *QUERIES.get(route, ())):
                answer = client.get(queried, headers={"Accept-Language": "ar"})
                yield f"GET {queried}", _bytes(answer)
            yield f"POST {address}", _bytes(client.post(address, {}))


QUERIES = {
    "commitments/": ("/commitments/?q=" + CANARY, "/commitments/?state=proposed&order=due", "/commitments/?owner=KWT"),
    **{
        f"commitments/{act}/": (f"/commitments/{act}/?c={HIDDEN['commitment']}", f"/commitments/{act}/?c={ABSENT}")
        for act in ("assign", "state")
    },
    "search/": tuple(
        f"/search/?q={q}" for q in ("آلية", CANARY, "maritime", "worthwhile", "C-2000-001", "TF-2026-001")
    ),
    "documents/": ("/documents/?q=" + CANARY,),
    "meetings/": ("/meetings/?year=2026",),
    "ideas/": tuple(f"/ideas/?{given}" for given in (f"q={CANARY}", "state=open&party=KWT", "area=cyber")),
    "positions/": (f"/positions/?q={CANARY}", "/positions/?area=cyber"),
    "milestones/pack/": tuple(f"/milestones/pack/?milestone={code}&years=5" for code in ("joined:QAT", "first:icg")),
    **outreach.QUERIES,
    **findings.QUERIES,
    **cases.QUERIES,
}


def _bytes(answer: Any) -> bytes:
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    headers = {key: value for key, value in answer.items() if key not in ("Set-Cookie", "Content-Length")}
    return f"{answer.status_code} {json.dumps(headers, sort_keys=True)} ".encode() + OWN_RANDOM.sub(b"", body)


def asked_mail(viewer: Viewer) -> Iterator[tuple[str, bytes]]:
    """The mail of a tick to this viewer."""
    mail.outbox.clear()
    tick()
    for message in mail.outbox:
        if f"{viewer.account}@example.org" in message.to:
            yield f"mail {message.subject}", f"{message.subject}\n{message.body}".encode()


def asked_commands(viewer: Viewer, capsys: pytest.CaptureFixture[str]) -> Iterator[tuple[str, bytes]]:
    """The command line is the registry too: two lists and the search stand for it."""
    for words in (["commitments", "list"], ["archive", "list"], ["search", "آلية", CANARY]):
        main([*words, "--as", viewer.account, "--json"])
        yield " ".join(words), capsys.readouterr().out.encode()


WALKS = ("pages", "all else")


def told(viewer: Viewer, ids: Ids, walk: str, capsys: pytest.CaptureFixture[str]) -> dict[str, bytes]:
    """All that this viewer is told on this walk, by what was asked."""
    with clock.stopped_at(LATER):
        return dict(asked_pages(viewer, ids) if walk == "pages" else asked_else(viewer, ids, capsys))


def asked_else(viewer: Viewer, ids: Ids, capsys: pytest.CaptureFixture[str]) -> Iterator[tuple[str, bytes]]:
    """The mail is last: its tick changes what there is."""
    yield from asked_reads(viewer, ids)
    yield from asked_commands(viewer, capsys)
    yield from asked_operations(viewer, ids)
    yield from asked_mail(viewer)


def where_they_part(one: bytes, other: bytes, differing: list[str]) -> str:
    """The first difference, for whoever has to mend it."""
    at = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    around = slice(max(0, at - 80), at + 80)
    return f"{differing}\n{one[around].decode(errors='replace')}\n{other[around].decode(errors='replace')}"


@pytest.mark.parametrize("viewer", BLIND, ids=lambda viewer: viewer.account)
@pytest.mark.parametrize("walk", WALKS)
def test_hidden_things_change_nothing(walk: str, viewer: Viewer, capsys: pytest.CaptureFixture[str]) -> None:
    """A test for each walk of each viewer, so that several workers share them."""
    with standing(plain) as ids:
        without = told(viewer, ids, walk, capsys)
    with standing(harmed(ADVERSARY)) as other:
        assert other.seen == ids.seen
        beside = told(viewer, other, walk, capsys)
    differing = [asked for asked in without if without[asked] != beside.get(asked)]
    assert not differing, where_they_part(without[differing[0]], beside.get(differing[0], b""), differing)
    assert beside.keys() == without.keys()
    assert not [asked for asked, answer in beside.items() if CANARY.encode() in answer and CANARY not in asked]


def test_there_was_something_to_leak() -> None:
    wanted = {"commitments.list", "actions.list", "search.find", "meetings.list", "proposals.reader", "GET"}
    with standing(harmed(ADVERSARY)) as ids, clock.stopped_at(LATER):
        for asked, answer in chain(asked_reads(BADER, ids), asked_pages(BADER, ids)):
            if CANARY.encode() in answer and CANARY not in asked:
                wanted.discard(asked.split()[0])
            if not wanted:
                break
    assert not wanted


def test_every_parameter_is_known_here() -> None:
    """A new read, operation or page whose parameters this test cannot fill in fails by the name of the parameter."""
    for name, read in READS.items():
        for parameter in inspect.signature(read.run).parameters.values():
            if parameter.kind is parameter.KEYWORD_ONLY:
                assert parameter.name in {*MEANS, *SAMPLES}, f"{name}: {parameter.name}"
    for name, operation in OPERATIONS.items():
        for field, made in operation.form.base_fields.items():
            assert not made.required or field in {*MEANS, *PLAIN}, f"{name}: {field}"
    for name, route, _ in routes():
        for parameter in re.findall(r"<(?:\w+:)?(\w+)>", route):
            assert NAMED_IN_ROUTES.get(parameter, parameter) in {*MEANS, *SAMPLES}, f"{name}: {parameter}"


OPEN = {
    "audience",
    "calendar-feed",
    *training.OPEN,
    *instruments.OPEN,
    *outreach.OPEN,
    "design",
    "look",
    "language",
    "preferences",
}  # what nobody need be signed in for, beside signing in itself and the API's own guard


def test_closed_by_default() -> None:
    """The set of pages that the public may open is this one and no other."""
    found = {name for name, _, pattern in routes() if getattr(pattern.callback, "login_required", True) is False}
    assert found == OPEN
