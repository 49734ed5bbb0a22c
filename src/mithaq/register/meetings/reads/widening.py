"""What releasing a meeting to more parties would do, before it is done."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext

from mithaq.access.markings import Level
from mithaq.access.models import Label
from mithaq.access.operation import find, read
from mithaq.access.permissions import Permission
from mithaq.access.shapes import PartyName, party_names
from mithaq.access.viewer import Viewer
from mithaq.core.errors import Invalid, Problem, Refused
from mithaq.register.meetings.models import AgendaItem, Invitation, Meeting, Participant
from mithaq.register.meetings.widening import check_rests, goes_along, papers_of, wider


@dataclass(frozen=True, slots=True)
class Widening:
    """Who would see the meeting besides those who do, and what they would see of it.

    `could`: the parties that do not see it yet; none where everybody does. `items`, `invitations`: points of the agenda and
    invited parties that go along; `papers`: those of its papers that more would see, `papers_kept` those that stay as they are.
    `words`: answers whose words stay behind; `names`: people on released lists who stay until their head approves again.
    `problem`: what stands against it, in the viewer's language.
    """

    adds: tuple[PartyName, ...]
    sees: tuple[PartyName, ...]
    could: tuple[PartyName, ...]
    items: int
    invitations: int
    papers: int
    papers_kept: int
    words: int
    names: int
    problem: str


@read("meetings.widening")
def widening(viewer: Viewer, *, meeting: str, parties: str = "") -> Widening:
    """What it would be to let these parties (codes with commas between) see this meeting too. Refused to who manages none."""
    if Permission.MEETINGS_MANAGE not in viewer.permissions:
        raise Refused
    found = find(Meeting.objects.select_related("label", "citation__label", "margins_of__label"), meeting)
    names, wanted = party_names(), tuple(dict.fromkeys(code.strip() for code in parties.split(",") if code.strip()))
    marking, problem = found.label.marking, ""
    try:
        marking = wider(found.label, wanted)
        check_rests(found, marking)
    except Invalid as invalid:
        problem = next(one["message"] for errors in invalid.errors.values() for one in errors)
    except Problem as refusal:
        problem = refusal.say(gettext)
    papers = [goes_along(paper, marking) for paper in papers_of(found)] if wanted else []
    asked = Invitation.objects.filter(meeting=found)
    return Widening(
        _named(wanted, names),
        _named(sorted(found.label.marking.audience), names),
        _named(_others(found.label, names), names),
        AgendaItem.objects.filter(meeting=found).count(),
        asked.count(),
        *(sum(papers), len(papers) - sum(papers)),
        asked.exclude(reply_words="").count(),
        Participant.objects.filter(invitation__meeting=found, label=found.label).count(),
        problem,
    )


def _named(codes: Iterable[str], names: dict[str, PartyName]) -> tuple[PartyName, ...]:
    return tuple(names[code] for code in codes if code in names)


def _others(label: Label, names: dict[str, PartyName]) -> list[str]:
    marking = label.marking
    return [] if marking.level is Level.PUBLIC else [code for code in names if code not in marking.audience]
