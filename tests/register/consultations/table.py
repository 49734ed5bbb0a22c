"""A meeting with its agenda and its delegations, and what tests need around its table."""

from __future__ import annotations

from typing import Any

from mithaq.access.viewer import Viewer, acting_as
from mithaq.register.consultations import operations, reads
from mithaq.register.meetings.models import AgendaItem, Invitation, Meeting
from tests.cast import LAYLA
from tests.make import make_document, make_meeting

ALL = ("QAT", "KWT", "SEC")
SPEECH = (
    "محضر الاجتماع\n"
    "البند الأول: الحوار السياسي\n"
    "قال السفير إن وتيرة الحوار لا تكفي. وقرّر الاجتماع أن يُعقد مرتين في السنة.\n"
    "البند الثاني: التدريب والتعليم\n"
    "تتعهّد قطر بتقييم كل دورة تُعقد فيها. واقترحت الكويت إنشاء سجل للمدرّبين.\n"
)
ITEMS = (
    {"title_ar": "الحوار السياسي", "title_en": "Political dialogue", "areas": ("political_dialogue",)},
    {"title_ar": "التدريب والتعليم", "title_en": "Training and education", "areas": ("training_education",)},
)


def make_table(*items: dict[str, Any], roles: dict[str, str] | None = None, **meeting: Any) -> str:
    """A meeting of the advisory group with these items (or two) on its agenda; Qatar and Kuwait are members; its id."""
    held = make_meeting(**{"date": "2026-03-10", "ordinal": 1, "level": "OFFICIAL", "audience": ALL, **meeting})
    with acting_as(LAYLA, writing=True):
        row = Meeting.objects.get(public_id=held)
        for number, item in enumerate(items or ITEMS, 1):
            AgendaItem.objects.create(label_id=row.label_id, meeting=row, number=number, **item)
        for party, role in (roles or {"QAT": "member", "KWT": "member"}).items():
            Invitation.objects.create(label_id=row.label_id, meeting=row, party=party, role=role)
    return held


def add_item(meeting: str, number: int, **item: Any) -> None:
    """One more item on its agenda."""
    with acting_as(LAYLA, writing=True):
        row = Meeting.objects.get(public_id=meeting)
        AgendaItem.objects.create(label_id=row.label_id, meeting=row, number=number, **item)


def remove_item(item: str) -> None:
    """An item leaves its agenda."""
    with acting_as(LAYLA, writing=True):
        AgendaItem.objects.filter(public_id=item).delete()


def agenda(meeting: str) -> list[str]:
    """The ids of the items of its agenda in their order."""
    with acting_as(LAYLA):
        rows = AgendaItem.objects.filter(meeting__public_id=meeting).order_by("number")
        return list(rows.values_list("public_id", flat=True))


def begin(meeting: str) -> str:
    """Draft minutes of this meeting; their id."""
    return operations.begin_minutes(LAYLA, meeting=meeting).public_id


def items(minutes: str, viewer: Viewer = LAYLA) -> tuple[reads.ItemShown, ...]:
    """The items of minutes as this viewer sees them."""
    return reads.minutes_page(viewer, minutes=minutes).items


def write(minutes: str, number: int, ar: str = "", en: str = "") -> None:
    """Write the item at this place of a draft, from 0."""
    item = items(minutes)[number]
    operations.write_minutes(LAYLA, minutes_item=item.public_id, version=item.version, text_ar=ar, text_en=en)


def circulate(minutes: str, *audience: str, level: str = "OFFICIAL") -> None:
    """Circulate a draft, to all if nobody is named."""
    version = reads.minutes_page(LAYLA, minutes=minutes).version
    operations.circulate_minutes(LAYLA, minutes=minutes, version=version, level=level, audience=audience or ALL)


def make_circulated(meeting: str, ar: str = "قرّر الاجتماع أن يُعقد مرتين في السنة.", en: str = "") -> str:
    """Circulated minutes of this meeting with this on their first item; their id."""
    minutes = begin(meeting)
    write(minutes, 0, ar, en)
    circulate(minutes)
    return minutes


def make_speech(end: str = "", **fields: Any) -> str:
    """A document that reports a meeting item by item, released to all; its id. `end` tells it from another one."""
    return make_document(LAYLA, SPEECH + end, *ALL, **{"level": "OFFICIAL", "published": "2026-03-12", **fields})
