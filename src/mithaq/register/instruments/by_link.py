"""A form that is filled by a one-time link, without an account: what it asks, and storing it once.

Whoever holds the secret of the link is let in and nobody else; so this is looked up before it is known who looks.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from mithaq.access.operation import journal
from mithaq.access.viewer import system
from mithaq.core import clock
from mithaq.core.errors import Absent, Problem
from mithaq.core.words import Bilingual
from mithaq.register.activities.rights import between
from mithaq.register.activities.seating import locked
from mithaq.register.instruments.filing import items_of
from mithaq.register.instruments.models import Instrument, Item, Link, Sitting
from mithaq.register.instruments.scoring import answered
from mithaq.register.instruments.storing import store_sitting

LANGUAGES = ("ar", "en")


class Spent(Problem):
    """A link that opens nothing any more."""

    code, status = "spent", 410
    text = "This link opens nothing any more."


@dataclass(frozen=True, slots=True)
class Question:
    """A question as whoever fills the form sees it: nothing tells which answer is right."""

    number: int
    kind: str
    words: Bilingual
    options: tuple[Bilingual, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """A form to be filled: about which course and offering, by whom (wave), until when. `seen_by_party`: whether the party of
    the person sees the answers too. `named`: whether what is answered stands under the person's code."""

    title: Bilingual
    course: Bilingual
    begins: str
    ends: str
    level: str
    wave: str
    expires: str
    seen_by_party: bool
    named: bool
    questions: tuple[Question, ...]
    demonstration: bool


def new_secret() -> str:
    """The secret in the address of a form: 256 random bits."""
    return secrets.token_urlsafe(32)


def digest(link: str) -> str:
    """What is kept of the secret; it tells nothing of it."""
    return sha256(f"form:{link}".encode()).hexdigest()


def form_of(link: str) -> Form:
    """The form that this link opens. Absent for a link that there is not; Spent for one that was used or has expired."""
    with system("a one-time link: which form it opens", writing=False):
        found, instrument, items = _opened(link)
        return Form(
            *(Bilingual(instrument.title_ar, instrument.title_en),),
            *(Bilingual(found.activity.title_ar, found.activity.title_en),),
            *(found.activity.begins.isoformat(), found.activity.ends.isoformat(), instrument.level, found.wave),
            found.expires.isoformat(),
            instrument.level == Instrument.Level.LEARNING,
            instrument.level != Instrument.Level.REACTION,
            tuple(map(_question, items)),
            found.activity.demonstration,
        )


def _question(item: Item) -> Question:
    options = tuple(Bilingual(option["ar"], option["en"]) for option in item.options)
    return Question(item.number, item.kind, Bilingual(item.words_ar, item.words_en), options)


def _opened(link: str) -> tuple[Link, Instrument, list[Item]]:
    found: Link | None = (
        Link.objects.select_related("activity__label", "instrument").filter(digest=digest(link)).first()
    )
    if found is None:
        raise Absent
    if found.used_on is not None:
        raise Spent("This form was filled already. It can be filled once. Thank you.", code="used")
    if found.expires < clock.today(found.activity.zone):
        raise Spent(
            "The time for this form is over. Ask the centre for a new link if it is still needed.", code="expired"
        )
    if found.instrument.state != Instrument.State.IN_USE:
        raise Spent(
            "This form is not filled any more. Ask the centre for a new link if it is still needed.", code="retired"
        )
    return found, found.instrument, items_of(found.instrument)


def fill(link: str, given: Mapping[str, str], *, language: str) -> None:
    """Store what was answered, by the numbers of the questions, once. Invalid, by question, for what fits none; Problem where
    nothing was answered; Absent and Spent as for `form_of`. Then the link opens nothing any more."""
    with system("a one-time link: a form is filled"):
        found, instrument, items = _opened(link)
        activity = locked(found.activity.public_id)
        if not any(str(given.get(str(item.number), "")).strip() for item in items):
            raise Problem("Nothing was answered. Answer at least one question, then send it.", code="no_answer")
        answers, score = answered(items, given, test=instrument.level == Instrument.Level.LEARNING)
        today = clock.today(activity.zone)
        if not Link.objects.filter(pk=found.pk, used_on=None).update(used_on=today):
            raise Spent("This form was filled already. It can be filled once. Thank you.", code="used")
        store_sitting(
            *(activity, instrument, answers),
            party=found.party,
            person=found.person,
            wave=found.wave,
            score=score,
            taken_on=today,
            language=language if language in LANGUAGES else "ar",
            mode=Sitting.Mode.LINK,
        )
        told = {"wave": [None, found.wave]}
        journal("instruments.fill", activity.public_id, between(activity).id, told)
