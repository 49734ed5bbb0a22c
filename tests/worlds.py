"""Two worlds that differ only in what a viewer may not see: the same story, with hidden things before, between and after.

What is visible to Qatar is made by the same calls in both worlds, with the same public ids and the same clock. `hide` is
called between the steps: it does nothing in one world and means harm in the other.
"""

from __future__ import annotations

import random
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any
from unittest.mock import patch

from django.db import transaction

from mithaq.access.operation import OPERATIONS
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.core.errors import Problem
from mithaq.proposals.reads import reader
from mithaq.register.meetings.feed_keys import digest
from mithaq.register.meetings.reads import delegations
from tests.case_worlds import case_story, hide_cases
from tests.cast import BADER, CAST, HESSA, LAYLA, RASHID, account
from tests.consult_worlds import consult_story, hide_consultations
from tests.finding_worlds import finding_story, hide_findings
from tests.instrument_worlds import hide_instruments, instrument_story
from tests.kept import kept
from tests.means_worlds import hide_means, means_story
from tests.outreach_worlds import hide_outreach, outreach_story
from tests.run_worlds import hide_runs, run_story
from tests.text_worlds import CANARY, hide_text, text_story
from tests.training_worlds import hide_training, training_story

START = datetime(2026, 10, 1, 8, tzinfo=UTC)
CALLS = (
    "دعا السفير إلى إنشاء آلية مشتركة لتقييم الدورات",
    "وطالب بزيادة وتيرة الاجتماعات مع الناتو قبل نهاية 2027",
    "وأقيمت أكثر من 24 دورة في الكويت منذ عام 2014",
    "وأوصى الاجتماع الثالث للمجموعة الاستشارية بتبادل المعلومات",
    "The ambassador called on the parties to expand maritime cooperation",
)
TIMED = {"opens": "2026-11-20 09:00", "closes": "2026-11-20 12:00", "zone": "Asia/Qatar"}
FEED_KEYS = {"feed-of-hessa": False, "feed-of-qatar": True}  # key -> whether it is the mission's

Hide = Callable[[int], None]


@dataclass
class Ids:
    """What stands in the visible world, by kind, and what is hidden, under the same kinds."""

    seen: dict[str, list[str]] = field(default_factory=dict)
    hidden: dict[str, list[str]] = field(default_factory=dict)


class _Namer:
    """Public ids that do not depend on what else was made: one sequence for the visible, one for the hidden.

    `called`: the kind of the next hidden thing, which bears its name for an id whatever was hidden before; several with commas.
    """

    def __init__(self) -> None:
        self.hiding = False
        self.called = ""
        self.counts = {True: 0, False: 0}

    def __call__(self, length: int = 16) -> str:
        if self.hiding and self.called and length == 16:
            kind, _, self.called = self.called.partition(",")
            return f"h{kind:0>21}"
        self.counts[self.hiding] += 1
        return f"{'h' if self.hiding else 'v'}{self.counts[self.hiding]:021}"


def _nothing(step: int) -> None:
    """What is hidden in the plain world."""


class _Undo(Exception):
    pass


@contextmanager
def world(hide: Callable[[Ids], Hide] | None = None) -> Iterator[Ids]:
    """A world, built; everything made inside is undone at the end."""
    with suppress(_Undo), transaction.atomic():
        yield _build(hide)
        raise _Undo


@contextmanager
def standing(make: Callable[[], Ids]) -> Iterator[Ids]:
    """The same for a world that several tests walk: `plain`, or one that is `harmed`. It is built once by each worker."""
    with suppress(_Undo), transaction.atomic():
        yield kept(make)
        raise _Undo


def plain() -> Ids:
    """The world in which nothing is hidden."""
    return _build(None)


@cache
def harmed(seed: int) -> Callable[[], Ids]:
    """What builds the world of this adversary: that takes half a minute."""
    return lambda: _build(adversary(seed))


def _build(hide: Callable[[Ids], Hide] | None) -> Ids:
    ids, namer = Ids(), _Namer()
    harm: Hide = hide(ids) if hide else _nothing

    def between(step: int) -> None:
        namer.hiding = True
        harm(step)
        namer.hiding = False

    with patch.object(secrets, "token_urlsafe", namer):
        for viewer in CAST:
            account(viewer)
        story: list[Callable[[], Any]] = [*_story(ids), lambda: None]
        for step, act in enumerate(story):
            with clock.stopped_at(START + timedelta(hours=step)):
                between(step)
                act()
    return ids


def do(viewer: Viewer, name: str, /, **data: Any) -> str:
    """One operation by its registered name; the public id it answers with."""
    return OPERATIONS[name].run(viewer, **data).public_id


def _story(ids: Ids) -> list[Callable[[], Any]]:
    """What Qatar and the secretariat did, step by step."""

    def keep(kind: str, viewer: Viewer, name: str, /, **data: Any) -> Callable[[], None]:
        return lambda: ids.seen.setdefault(kind, []).append(do(viewer, name, **_resolved(ids, data)))

    def document(viewer: Viewer, level: str, audience: list[str], *calls: str) -> Callable[[], None]:
        text = ". ".join(calls) + "."
        return keep(
            "document", viewer, "proposals.take_in", text=text, level=level, audience=audience, published="2026-09-01"
        )

    public = {"level": "PUBLIC"}
    return [
        *(keep("party", LAYLA, "parties.add", code=code, kind="centre" if code == "NATO-ICI-RC" else "state", name_ar=f"دولة {code}", name_en=f"State {code}") for code in ("QAT", "KWT", "OMN", "SEC", "NATO-ICI-RC", "NATO")),
        keep("initiative", LAYLA, "parties.add_initiative", code="ICI", name_ar="مبادرة", name_en="Initiative"),
        keep("area", LAYLA, "areas.add", code="cyber", name_ar="الأمن السيبراني", name_en="Cyber"),
        keep("claim", LAYLA, "parties.claim_status", party="QAT", initiative="ICI", status="member", since="2005-03", source="S0", **public),
        keep("mission", LAYLA, "parties.add_mission", party="QAT", name_ar="بعثة", name_en="Mission", source="S0", **public),
        keep("post", LAYLA, "parties.add_post", party="QAT", title_ar="سفير", title_en="Ambassador", **public),
        keep("person", LAYLA, "parties.add_person", name_ar="سالم المعمري", name_en="Salem Al-Mamari", **public),
        keep("tenure", LAYLA, "parties.begin_tenure", post="@post", person="@person", since="2020", source="S0", **public),
        keep("series", LAYLA, "meetings.add_series", code="icg", name_ar="المجموعة الاستشارية", name_en="Advisory Group", every_months=12, tolerance_months=3, rotation=["QAT", "KWT"]),
        keep("meeting", LAYLA, "meetings.add", series="icg", ordinal=3, date="2026-09-01", city_en="Doha", country="QAT", source="S0", **public),
        keep("figure", LAYLA, "parties.record_figure", party="QAT", comparator=">", value="24", unit="دورة", as_of="2026", source="S0", **public),
        document(HESSA, "PUBLIC", [], *CALLS),
        document(HESSA, "RESTRICTED", ["QAT"], *CALLS[:2]),
        document(LAYLA, "OFFICIAL", ["QAT", "OMN", "SEC"], *CALLS[2:]),
        lambda: ids.seen.update(proposal=_proposals(ids)),
        *(keep("commitment", HESSA, "commitments.add", kind="call", words=words, language="ar", source="S0", said_on=f"20{n:02}-01-01", level=level, audience=["QAT", "SEC"], areas=["cyber"], by=["QAT"], meeting="@meeting")
          for n, (words, level) in enumerate(zip(CALLS, ("PUBLIC", "RESTRICTED", "OFFICIAL", "RESTRICTED", "PUBLIC"), strict=True))),
        keep("action", LAYLA, "actions.add", title_ar="استبيان", title_en="Survey", commitments="@@commitment", owner="QAT", focal="hessa", due="2026-10-20", level="OFFICIAL", audience=["QAT"]),
        keep("report", HESSA, "actions.report", action="@action", percent=40, text_ar="أُنجز النصف الأول"),
        keep("stand", RASHID, "commitments.stand", commitment="@commitment", stand="accept"),
        keep("view", HESSA, "views.save", page="commitments", name="late", query="overdue=1", shared=True),
        lambda: ids.seen.update(feed=[_feed(key, wide) for key, wide in FEED_KEYS.items()]),
        keep("planned", LAYLA, "meetings.plan", series="icg", title_en="To come", **TIMED, level="OFFICIAL", audience=["QAT", "OMN", "KWT", "NATO"]),
        keep("item", LAYLA, "meetings.add_item", meeting="@planned", title_en="Survey of courses", areas=["cyber"]),
        keep("paper", HESSA, "meetings.attach_paper", item="@item", document="@document"),
        lambda: ids.seen.update(invitation=_invitations(ids)),
        keep("participant", HESSA, "meetings.name_participant", invitation="@invitation", name_en="Noura Al-Kuwari", heads=True),
        lambda: ids.seen["meeting"].extend(ids.seen["planned"]),
        *text_story(ids, do),
        *consult_story(ids, do),
        *training_story(ids, do),
        *means_story(ids, do),
        *instrument_story(ids, do),
        *outreach_story(ids, do),
        *run_story(ids, do),
        *finding_story(ids, do),
        *case_story(ids, do),
        lambda: _released_to_more(ids),
    ]  # fmt: skip


def _invitations(ids: Ids) -> list[str]:
    """Of Qatar and of Kuwait, to the meeting that is planned."""
    (meeting,) = ids.seen["planned"]
    do(LAYLA, "meetings.invite", meeting=meeting, parties=["QAT", "KWT"], role="member")
    asked = {one.party: one.public_id for one in delegations(HESSA, meeting=meeting)}
    return [asked["QAT"], asked["KWT"]]


def _released_to_more(ids: Ids) -> None:
    """A meeting of Kuwait and the secretariat, numbered among those that stay hidden, then released to Qatar too."""
    label = {"level": "RESTRICTED", "audience": ["KWT", "SEC"]}
    given = {"title_en": "Released later", "date": "2026-12-20", "ordinal": 9, "host": "KWT"}
    meeting = do(LAYLA, "meetings.plan", series="icg", **given, **label)
    do(LAYLA, "meetings.invite", meeting=meeting, parties=["KWT"], role="member")
    (asked,) = delegations(BADER, meeting=meeting)
    do(BADER, "meetings.reply", invitation=asked.public_id, version=1, reply="accepted", reply_words="With pleasure.")
    do(LAYLA, "meetings.widen", meeting=meeting, version=2, parties=["QAT"], reason="Qatar was missing.")
    ids.seen["meeting"].insert(1, meeting)


def _feed(key: str, wide: bool) -> str:
    return do(HESSA, "feeds.make", name="phone", language="en", of_mission=wide, digest=digest(key))


def _resolved(ids: Ids, data: dict[str, Any]) -> dict[str, Any]:
    """``@kind`` is the first of that kind, ``@@kind`` the first two."""
    return {
        key: _one(ids, value) if isinstance(value, str) else value for key, value in data.items() if key != "language"
    }


def _one(ids: Ids, value: str) -> Any:
    if value.startswith("@@"):
        return ids.seen[value[2:]][:2]
    return ids.seen[value[1:]][0] if value.startswith("@") else value


def _proposals(ids: Ids) -> list[str]:
    return [p.public_id for document in ids.seen["document"] for p in reader(HESSA, document=document).proposals]


def adversary(seed: int) -> Callable[[Ids], Hide]:
    """Hidden things that mean harm: few or many, under the same words and titles, flooding one word, with extreme dates."""
    chance = random.Random(seed)
    often = chance.choice((0.1, 0.4, 1.0))

    def harm(ids: Ids) -> Hide:
        def hide(step: int) -> None:
            if step in (22, 30) or step >= 36 or (step > 22 and chance.random() < often):
                _hide_one(ids, chance, step)

        return hide

    return harm


def _hide_one(ids: Ids, chance: random.Random, step: int) -> None:
    """Kuwait's own: a document read and partly decided, a commitment, an action, a meeting, a person, a figure."""
    label = {"level": "RESTRICTED", "audience": ["KWT", "SEC"] if chance.random() < 0.3 else ["KWT"]}
    flood = " ".join([chance.choice(("آلية", "الاجتماعات", "maritime"))] * chance.randint(1, 30))
    text = f"{'. '.join(CALLS)}. {flood} {CANARY} {step}."
    day = chance.choice(("1990-01-01", "2026-09-01", "2099-12-31"))
    made = ids.hidden
    made.setdefault("document", []).append(
        do(BADER, "proposals.take_in", text=text, published=day, title=CALLS[0], **label)
    )
    commitment = {
        "kind": "call",
        "words": f"{CALLS[step % 5]} {CANARY}",
        "source": "S0",
        "said_on": day,
        "areas": ["cyber"],
    }
    made.setdefault("commitment", []).append(do(BADER, "commitments.add", **commitment, **label))
    action = {"title_en": CANARY, "commitments": made["commitment"][-1:], "owner": "KWT", "due": "2026-10-02"}
    made.setdefault("action", []).append(do(BADER, "actions.add", **action, **label))
    made.setdefault("report", []).append(
        do(BADER, "actions.report", action=made["action"][-1], percent=10, text_en=CANARY)
    )
    do(BADER, "commitments.stand", commitment=made["commitment"][-1], stand="accept")
    made.setdefault("view", []).append(do(BADER, "views.save", page="commitments", name=CANARY, shared=True))
    made.setdefault("proposal", []).extend(p.public_id for p in reader(BADER, document=made["document"][-1]).proposals)
    _decide_some(made, chance)
    _hide_facts(made, label, day)
    _hide_meeting(ids)
    hide_text(ids.hidden, do)
    hide_consultations(ids, do)
    hide_training(ids, do)
    hide_means(ids, do)
    hide_instruments(ids, do)
    hide_outreach(ids, do)
    hide_runs(ids, do)
    hide_findings(ids, do)
    hide_cases(ids, do)


def _decide_some(made: dict[str, list[str]], chance: random.Random) -> None:
    for proposal in reader(BADER, document=made["document"][-1]).proposals:
        if chance.random() < 0.5:
            try:
                do(BADER, "proposals.reject", proposal=proposal.public_id, reason=CANARY, version=proposal.version)
            except Problem:  # what cannot be rejected any more stays as it is
                continue


def _hide_facts(made: dict[str, list[str]], label: dict[str, Any], day: str) -> None:
    """Facts that the secretariat filed for Kuwait and itself."""
    label = {"level": "RESTRICTED", "audience": ["KWT", "SEC"]}
    facts: list[tuple[str, str, dict[str, Any]]] = [
        ("person", "parties.add_person", {"name_en": "Salem Al-Mamari", "name_ar": "سالم المعمري"}),
        ("post", "parties.add_post", {"party": "QAT", "title_en": CANARY, "title_ar": CANARY}),
        ("mission", "parties.add_mission", {"party": "QAT", "name_en": CANARY, "name_ar": CANARY, "source": CANARY}),
        (
            "claim",
            "parties.claim_status",
            {"party": "QAT", "initiative": "ICI", "status": "left", "since": "2026", "source": CANARY},
        ),
        ("meeting", "meetings.add", {"series": "icg", "ordinal": 4, "date": day, "title_en": CANARY, "source": CANARY}),
        (
            "figure",
            "parties.record_figure",
            {"party": "QAT", "comparator": "=", "value": "99", "as_of": "2026", "source": CANARY},
        ),
    ]
    for kind, name, data in facts:
        made.setdefault(kind, []).append(do(LAYLA, name, **data, **label))
    key = digest(f"{CANARY} {len(made['figure'])}")
    made.setdefault("feed", []).append(do(BADER, "feeds.make", name=CANARY, language="ar", of_mission=True, digest=key))


def _hide_meeting(ids: Ids) -> None:
    """A talk of Kuwait and the secretariat to come, with all that belongs to it; Kuwait's list for a meeting of all."""
    made, label = ids.hidden, {"level": "RESTRICTED", "audience": ["KWT", "SEC"]}

    def keep(kind: str, viewer: Viewer, name: str, /, **data: Any) -> str:
        made.setdefault(kind, []).append(do(viewer, name, **data))
        return made[kind][-1]

    meeting = keep("planned", LAYLA, "meetings.plan", series="icg", title_en=CANARY, host="KWT", **TIMED, **label)
    item = keep("item", LAYLA, "meetings.add_item", meeting=meeting, title_en=CANARY, areas=["cyber"])
    keep("paper", BADER, "meetings.attach_paper", item=item, document=made["document"][-1])
    do(LAYLA, "meetings.invite", meeting=meeting, parties=["KWT"], role="member")
    (invitation,) = (one.public_id for one in delegations(BADER, meeting=meeting))
    made.setdefault("invitation", []).append(invitation)
    keep("participant", BADER, "meetings.name_participant", invitation=invitation, name_en=f"Noura {CANARY}")
    if "participant" in ids.seen:
        own = {"invitation": ids.seen["invitation"][1], "name_en": f"{CANARY} {len(made['participant'])}"}
        keep("participant", BADER, "meetings.name_participant", **own)
