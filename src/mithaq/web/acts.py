"""Every act on a record that has a page of its own: which operation, on what kind of thing, with which fields filled in.

One table instead of a view for each: a page shows the form of the operation, sends it, says what was done.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from mithaq.access.shapes import Officer, Seen
from mithaq.access.viewer import Viewer
from mithaq.core.words import Bilingual
from mithaq.followup.reads import ActionPage, action_page
from mithaq.register.commitments.reads import CommitmentPage, CommitmentRow, commitment_list, commitment_page
from mithaq.web.choices import Options
from mithaq.web.days import gregorian, tongue

AREAS = 2  # of a commitment, from which others are suggested


@dataclass(frozen=True, slots=True)
class Thing:
    """What an act is about, as its page shows it: kind and id, reference, title, words, who sees it, version, known values.

    `possible`: states it can go to. `names`: what ids among the values are called. `choices`: what only this thing offers
    in a field, made when a form asks for it. `page`: where it stands, for what has no page of its own.
    """

    kind: str
    public_id: str
    ref: str
    title: Bilingual
    words: str
    language: str
    seen: Seen | None
    version: int
    values: Mapping[str, Any] = field(default_factory=dict)
    possible: tuple[str, ...] = ()
    names: Mapping[str, Bilingual] = field(default_factory=dict)
    choices: Mapping[str, Callable[[], Options]] = field(default_factory=dict)
    page: str = ""


KEEP = _("Keep")


@dataclass(frozen=True, slots=True)
class Act:
    """One act: its operation, the heading of its page, a sentence on what it does, what is said when it is done.

    `names`: the field of the operation that names the thing. `on`: the kind of thing whose page it belongs to, where that
    is another one, or where the act makes a new thing. `hides`: fields that say something else than is asked here.
    `private`: what is typed is kept in no draft.
    """

    operation: str
    heading: Promise
    sentence: Promise
    told: Promise
    names: str
    button: Promise = KEEP
    on: str = ""
    hides: tuple[str, ...] = ()
    private: bool = False

    @property
    def kind(self) -> str:
        """The kind of thing it is about."""
        return self.on or self.names


def commitment_thing(viewer: Viewer, public_id: str) -> Thing:
    """A commitment that something is to be done with."""
    page: CommitmentPage = commitment_page(viewer, commitment=public_id)
    row = page.row
    known = {
        name: getattr(row, name) for name in ("kind", "by", "addressees", "areas", "said_on", "owner", "due", "state")
    }
    known |= {"title_ar": row.title.ar, "title_en": row.title.en, "translation": page.translation}
    known |= {"due_words": page.due_words, "speaker": row.speaker.person, "speaker_words": row.speaker.words}
    known |= {
        "meeting": row.meeting.public_id if row.meeting else "",
        "focal": page.focal.account if page.focal else "",
    }
    names = {row.speaker.person: row.speaker.name, **_focal_name(page.focal)}
    if row.meeting:
        names[row.meeting.public_id] = row.meeting.title or row.meeting.series_name
    return Thing(
        *("commitment", row.public_id, row.ref, row.title, row.words, row.language, page.seen, page.version),
        known,
        page.possible,
        names,
        {"other": lambda: _others(viewer, page)},
    )


def _others(viewer: Viewer, page: CommitmentPage) -> Options:
    """Commitments of its areas, then the newest of all, but those it makes a pair with already: each by its reference."""
    asked: list[dict[str, Any]] = [*({"area": area} for area in page.row.areas[:AREAS]), {}]
    rows = {row.ref: row for given in asked for row in commitment_list(viewer, **given).entries}
    known = {page.row.ref, *(repeat.other.ref for repeat in page.repeats)}
    return [(ref, _in_short(row)) for ref, row in rows.items() if ref not in known]


def _in_short(row: CommitmentRow) -> str:
    said = row.title.in_language(tongue()) or Truncator(row.words).words(12)
    return " · ".join(filter(None, (said, gregorian(row.said_on) if row.said_on else "")))


def _focal_name(focal: Officer | None) -> dict[str, Bilingual]:
    return {focal.account: focal.name} if focal else {}


def action_thing(viewer: Viewer, public_id: str) -> Thing:
    """An action that something is to be done with."""
    page: ActionPage = action_page(viewer, action=public_id)
    row = page.row
    known: dict[str, Any] = {
        "state": row.state,
        "owner": row.owner,
        "due": row.due,
        "focal": row.focal.account if row.focal else "",
    }
    known |= {"title_ar": row.title.ar, "title_en": row.title.en, "percent": row.filed or row.percent}
    return Thing(
        *("action", row.public_id, row.ref, row.title, "", "", page.seen, page.version),
        known,
        page.possible,
        _focal_name(row.focal),
    )


THINGS: dict[str, Callable[[Viewer, str], Thing]] = {"commitment": commitment_thing, "action": action_thing}

ACTS: dict[str, Act] = {
    "commitment-describe": Act(
        "commitments.describe",
        _("What is said about it"),
        _("Put right its short names, who said it to whom, and its areas. The words that were said stay as they are."),
        _("What is said about the commitment was put right."),
        "commitment",
    ),
    "commitment-assign": Act(
        "commitments.assign",
        _("Who answers for it"),
        _("Name the party that answers for it, its focal point and a real date. The reason stays in the history."),
        _("It is settled who answers for the commitment."),
        "commitment",
    ),
    "commitment-state": Act(
        "commitments.change_state",
        _("Change its state"),
        _("Only the steps of the written table are offered. Every change keeps its reason."),
        _("The state was changed."),
        "commitment",
    ),
    "commitment-stand": Act(
        "commitments.stand",
        _("Where your party stands"),
        _(
            "You answer for your party. A reservation or an objection stands in your own words, for all who see the commitment."
        ),
        _("The answer of your party was recorded."),
        "commitment",
    ),
    "commitment-score": Act(
        "commitments.score",
        _("Score a party"),
        _("−1 not fulfilled, 0 in part or under way, +1 fulfilled. No score without the sentence that proves it."),
        _("The score was recorded with its sentence."),
        "commitment",
    ),
    "commitment-relate": Act(
        "commitments.relate",
        _("The same call as another"),
        _(
            "Put it together with another commitment where the likeness of the words did not. Those see it who see both. "
            "To undo it, say that it is a different call."
        ),
        _("Your judgement was recorded."),
        "commitment",
    ),
    "action-describe": Act(
        "actions.describe",
        _("Title of the action"),
        _("Say what is done, in both languages."),
        _("The title was kept."),
        "action",
    ),
    "action-assign": Act(
        "actions.assign",
        _("Who does it, and by when"),
        _("Name the party that does it, its focal point and a real date. The reason stays in the history."),
        _("It is settled who does it."),
        "action",
    ),
    "action-state": Act(
        "actions.change_state",
        _("Change its state"),
        _("Only the steps of the written table are offered. Every change keeps its reason."),
        _("The state was changed."),
        "action",
    ),
    "action-report": Act(
        "actions.report",
        _("Report progress"),
        _("Say how far it is, in words, and what proves it: a sentence of a document here, or an address."),
        _("The report was filed. The secretariat confirms it or returns it with a question."),
        "action",
        _("File the report"),
    ),
    "action-serve": Act(
        "actions.serve",
        _("Another commitment it serves"),
        _("One action can serve several commitments. Write the reference of the other one."),
        _("The action serves this commitment too."),
        "action",
    ),
}
