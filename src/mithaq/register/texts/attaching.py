"""Until when statements and reservations are attached to a text on which silence has held. Inside a visit."""

from __future__ import annotations

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from django.conf import settings

from mithaq.core.dates import PartialDate
from mithaq.register.meetings.formats import CANCELLED
from mithaq.register.meetings.models import Meeting
from mithaq.register.parties.reach import labels_as_wide
from mithaq.register.texts.models import JointText, Silence
from mithaq.register.texts.silence import taken_until


def statements_until(silence: Silence) -> datetime:
    """Until when statements are taken after silence has held: the beginning of the next meeting, or thirty days."""
    return taken_until(silence.ended_at or silence.expiry, _next_meeting(silence))


def _next_meeting(silence: Silence) -> datetime | None:
    """When the next meeting of the series begins, of those that everybody sees who sees the text; None if none is set."""
    text = JointText.objects.select_related("meeting").get(pk=silence.text_id)
    if text.meeting is None:
        return None
    after = silence.ended_at or silence.expiry
    rows = Meeting.objects.filter(series=text.meeting.series_id, label__in=labels_as_wide(silence.label_id))
    rows = rows.exclude(state=CANCELLED).exclude(date="").filter(date__gte=after.date().isoformat()[:4])
    begin = (_begins(*values) for values in rows.values_list("opens", "date", "zone"))
    return min((when for when in begin if when > after), default=None)


def _begins(opens: datetime | None, day: str, zone: str) -> datetime:
    """The instant at which a meeting begins: its hour, or where none is set the beginning of its first day at its place."""
    if opens:
        return opens
    midnight = datetime.combine(PartialDate.parse(day).first, time(), tzinfo=ZoneInfo(zone or settings.TIME_ZONE))
    return midnight.astimezone(UTC)
