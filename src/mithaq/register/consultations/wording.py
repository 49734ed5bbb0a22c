"""Wordings of items of minutes: kept, made findable, put into place. Inside a visit that writes."""

from __future__ import annotations

from mithaq.access.models import Label
from mithaq.access.resolving import update_at
from mithaq.access.viewer import Viewer
from mithaq.archive.index import index_record
from mithaq.core import clock
from mithaq.core.words import Bilingual
from mithaq.register.consultations.models import Minutes, MinutesItem, MinutesText
from mithaq.register.meetings.models import Meeting

GENERAL = Bilingual("عام", "General")  # the item for what was said outside the agenda


def new_wording(viewer: Viewer, item: MinutesItem, version: int, how: str, text_ar: str, text_en: str) -> None:
    """Give an item that is at this version another wording; the ones before stay. Conflict if it is at another version."""
    update_at(MinutesItem.objects.filter(pk=item.pk), version, text_ar=text_ar, text_en=text_en)
    item.text_ar, item.text_en, item.version = text_ar, text_en, version + 1
    keep_wording(viewer, item, how)


def keep_wording(viewer: Viewer, item: MinutesItem, how: str) -> None:
    """Keep the present wording of an item under its version."""
    MinutesText.objects.create(
        label_id=item.label_id,
        item=item,
        number=item.version,
        text_ar=item.text_ar,
        text_en=item.text_en,
        how=how,
        by=viewer.account,
        at=clock.now(),
    )


def index_minutes(minutes: Minutes, label: Label) -> None:
    """Make minutes findable by all that stands in them, under their own label."""
    rows = MinutesItem.objects.filter(minutes=minutes).order_by("general", "number")
    texts = [text for row in rows.values_list("title_ar", "title_en", "text_ar", "text_en") for text in row]
    meeting = minutes.meeting
    index_record("minutes", minutes.public_id, label, meeting.date, *texts, title=minutes_title(meeting))


def minutes_title(meeting: Meeting) -> Bilingual:
    """What minutes are called: after their meeting."""
    ar, en = meeting.title_ar or meeting.series.name_ar, meeting.title_en or meeting.series.name_en
    return Bilingual(f"محضر: {ar}" if ar else "", f"Minutes: {en}" if en else "")
