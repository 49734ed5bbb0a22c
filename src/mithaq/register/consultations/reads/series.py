"""All minutes of a series at once."""

from __future__ import annotations

from mithaq.access.operation import read
from mithaq.access.viewer import Viewer
from mithaq.core.errors import Absent
from mithaq.core.words import Bilingual
from mithaq.register.consultations.models import Minutes, MinutesItem, MinutesSource
from mithaq.register.consultations.reads.minutes import sources_of
from mithaq.register.consultations.reads.names import minutes_names, seen_together
from mithaq.register.consultations.reads.shapes import Minuted, MinutedItem, SeriesMinutes
from mithaq.register.meetings.models import Series
from mithaq.register.meetings.reads import meeting_names


@read("minutes.series")
def series_minutes(viewer: Viewer, *, series: str) -> SeriesMinutes:
    """All minutes of a series (by its code) that were circulated or approved, item by item, the earliest meeting first."""
    found = Series.objects.filter(code=series).first()
    if found is None:
        raise Absent
    rows = Minutes.objects.filter(meeting__series=found).exclude(state=Minutes.State.DRAFT)
    rows = rows.order_by("meeting__date", "meeting__ordinal", "meeting_id", "pk")
    told = {v[0]: v[1:] for v in rows.values_list("public_id", "pk", "approved_in_id", "label_id")}
    items = minuted_items([pk for pk, *_ in told.values()])
    approved = meeting_names(meeting for _, meeting, _ in told.values())
    return SeriesMinutes(
        found.code,
        Bilingual(found.name_ar, found.name_en),
        tuple(
            Minuted(name, approved.get(told[name.public_id][1] or 0), items.get(told[name.public_id][0], ()))
            for name in minutes_names(rows)
        ),
        seen_together(label_id for *_, label_id in told.values()),
    )


def minuted_items(minutes: list[int]) -> dict[int, tuple[MinutedItem, ...]]:
    """What is written in these minutes (by key), item by item. Three queries. Inside a visit."""
    rows = MinutesItem.objects.filter(minutes__in=minutes).exclude(text_ar="", text_en="")
    values = list(
        rows.order_by("minutes_id", "general", "number", "pk").values_list(
            "pk", "minutes_id", "title_ar", "title_en", "text_ar", "text_en"
        )
    )
    resting = sources_of(MinutesSource.objects.filter(item__in=[v[0] for v in values]))
    found: dict[int, tuple[MinutedItem, ...]] = {}
    for pk, minutes_pk, title_ar, title_en, text_ar, text_en in values:
        texts = Bilingual(title_ar, title_en), Bilingual(text_ar, text_en)
        found[minutes_pk] = (*found.get(minutes_pk, ()), MinutedItem(*texts, tuple(resting.get(pk, ()))))
    return found
