"""The page of minutes, the wordings an item had, and which minutes a meeting has."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import QuerySet

from mithaq.access.operation import find, read
from mithaq.access.permissions import Permission as P
from mithaq.access.shapes import history_of, seen_by
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.core.diff import pieces_between, put_together
from mithaq.core.words import Bilingual
from mithaq.register.consultations.models import Correction, Minutes, MinutesItem, MinutesSource, MinutesText
from mithaq.register.consultations.reads.names import account_names, minutes_names
from mithaq.register.consultations.reads.shapes import (
    CorrectionPage,
    CorrectionShown,
    ItemPage,
    ItemShown,
    MinutesName,
    MinutesOf,
    MinutesPage,
    Paper,
    Wording,
    Wordings,
)
from mithaq.register.consultations.wording import minutes_title
from mithaq.register.meetings.formats import CANCELLED, Right
from mithaq.register.meetings.models import AgendaItem, Meeting, MeetingDocument
from mithaq.register.meetings.reads import meeting_names
from mithaq.register.meetings.rights import rights_at
from mithaq.register.parties.sources import Cited, cited

State = Minutes.State


@read("minutes.of_meeting")
def minutes_of_meeting(viewer: Viewer, *, meeting: str) -> MinutesOf:
    """Which minutes this meeting has, and whether the viewer may begin some."""
    found = find(Meeting.objects.all(), meeting)
    named = minutes_names(Minutes.objects.filter(meeting=found).order_by("pk")[:1])
    may = ("minutes.begin",) if P.MINUTES_WRITE in viewer.permissions and not named else ()
    return MinutesOf(found.public_id, named[0] if named else None, may)


@read("minutes.page")
def minutes_page(viewer: Viewer, *, minutes: str) -> MinutesPage:
    """Minutes item by item, with sources and corrections, and the minutes before and after them in the series."""
    found = find(Minutes.objects.select_related("meeting__series"), minutes)
    corrections = list(Correction.objects.filter(item__minutes=found).order_by("pk"))
    items = _items(found, corrections)
    before, after = _neighbours(found)
    later = _later(found.meeting) if found.state == State.CIRCULATED else []
    names = meeting_names([found.meeting_id, found.approved_in_id, *(meeting.pk for meeting in later)])
    return MinutesPage(
        found.public_id,
        names[found.meeting_id],
        found.meeting.series.code,
        minutes_title(found.meeting),
        found.state,
        found.circulated_at.isoformat() if found.circulated_at else "",
        found.approval_at.isoformat() if found.approval_at else "",
        names.get(found.approved_in_id or 0),
        items,
        before,
        after,
        tuple(names[meeting.pk] for meeting in later if meeting.pk in names),
        _papers(found.meeting),
        _lacks(found),
        sum(correction.state == Correction.State.FILED for correction in corrections),
        found.demonstration,
        _may(viewer, found, later),
        history_of(found.public_id, *(correction.public_id for correction in corrections)),
        found.version,
        seen_by(found.label_id),
    )


def _items(minutes: Minutes, corrections: Sequence[Correction]) -> tuple[ItemShown, ...]:
    rows = MinutesItem.objects.filter(minutes=minutes).order_by("general", "number", "pk")
    found = list(rows.select_related("agenda_item"))
    resting = sources_of(MinutesSource.objects.filter(item__in=[item.pk for item in found]))
    names = account_names([name for one in corrections for name in (one.by, one.answer_by)])
    return tuple(
        ItemShown(
            item.public_id,
            item.agenda_item.public_id if item.agenda_item else "",
            item.number,
            item.general,
            Bilingual(item.title_ar, item.title_en),
            Bilingual(item.text_ar, item.text_en),
            tuple(resting.get(item.pk, ())),
            tuple(_correction(one, item, names) for one in _open_first(corrections, item)),
            item.version,
            item.version,
        )
        for item in found
    )


def _open_first(corrections: Sequence[Correction], item: MinutesItem) -> list[Correction]:
    own = [one for one in corrections if one.item_id == item.pk]
    return sorted(own, key=lambda one: one.state != Correction.State.FILED)


def _correction(one: Correction, item: MinutesItem, names: dict[str, Bilingual]) -> CorrectionShown:
    is_open = one.state == Correction.State.FILED
    now = item.text_ar if one.language == "ar" else item.text_en
    return CorrectionShown(
        one.public_id,
        one.party,
        one.language,
        pieces_between(one.old, one.new),
        one.reason,
        names[one.by],
        one.at.isoformat(),
        one.state,
        one.answer,
        names[one.answer_by],
        one.answer_at.isoformat() if one.answer_at else "",
        not is_open or put_together(one.old, now, one.new) is not None,
        one.version,
    )


def sources_of(rows: QuerySet[MinutesSource]) -> dict[int, list[Cited]]:
    """What items of minutes (by key) rest on, in the order in which it was cited. Two queries. Inside a visit."""
    pairs = list(rows.order_by("pk").values_list("item_id", "citation_id"))
    places = cited(citation for _, citation in pairs)
    found: dict[int, list[Cited]] = {}
    for item, citation in pairs:
        if citation in places:
            found.setdefault(item, []).append(places[citation])
    return found


def _neighbours(minutes: Minutes) -> tuple[MinutesName | None, MinutesName | None]:
    """The minutes of the nearest meetings of the series before and after that have some which the viewer sees."""
    rows = Minutes.objects.filter(meeting__series_id=minutes.meeting.series_id)
    rows = rows.order_by("meeting__date", "meeting__ordinal", "meeting_id", "pk")
    named = list(minutes_names(rows))
    at = next((n for n, one in enumerate(named) if one.public_id == minutes.public_id), None)
    if at is None:
        return None, None
    return (named[at - 1] if at else None), (named[at + 1] if at + 1 < len(named) else None)


def _later(meeting: Meeting) -> list[Meeting]:
    """The meetings of the series after this one that have begun, the next one first."""
    if not meeting.date:
        return []
    rows = Meeting.objects.filter(
        series_id=meeting.series_id, date__gt=meeting.date, date__lte=clock.today().isoformat()
    )
    return list(rows.exclude(state=CANCELLED).order_by("date", "pk")[:20])


def _papers(meeting: Meeting) -> tuple[Paper, ...]:
    rows = MeetingDocument.objects.filter(meeting=meeting).order_by("pk")
    fields = ("document__public_id", "document__ref", "document__title", "document__language")
    return tuple(Paper(*values) for values in rows.values_list(*fields))


def _lacks(minutes: Minutes) -> int:
    if minutes.state != State.DRAFT:
        return 0
    known = MinutesItem.objects.filter(minutes=minutes, agenda_item__isnull=False).values("agenda_item_id")
    return AgendaItem.objects.filter(meeting_id=minutes.meeting_id).exclude(pk__in=known).count()


def _may(viewer: Viewer, minutes: Minutes, later: Sequence[Meeting]) -> tuple[str, ...]:
    writes, corrects = P.MINUTES_WRITE in viewer.permissions, P.MINUTES_CORRECT in viewer.permissions
    if minutes.state == State.DRAFT and writes:
        return ("minutes.begin", "minutes.write", "minutes.cite", "minutes.take_in", "minutes.circulate")
    if minutes.state != State.CIRCULATED:
        return ()
    allowed = {
        "minutes.correct": corrects and Right.CORRECT in rights_at(minutes.meeting, viewer.party),
        "minutes.answer_correction": writes,
        "minutes.approve": corrects and bool(later) and Right.CHAIR in rights_at(later[0], viewer.party),
    }
    return tuple(name for name, allows in allowed.items() if allows)


@read("minutes.wordings")
def minutes_wordings(viewer: Viewer, *, minutes_item: str, one: int = 0, other: int = 0) -> Wordings:
    """The wordings an item had, and what differs between two of them: `one` is the older, `other` the newer.

    0 stands for the wording before the present one, and for the present one.
    """
    item = find(MinutesItem.objects.select_related("minutes"), minutes_item)
    rows = {row.number: row for row in MinutesText.objects.filter(item=item).order_by("-number")}
    newest = max(rows)
    other = other if other in rows else newest
    one = one if one in rows else max((number for number in rows if number < other), default=other)
    names = account_names(row.by for row in rows.values())
    was, now = rows[one], rows[other]
    return Wordings(
        item.public_id,
        item.minutes.public_id,
        Bilingual(item.title_ar, item.title_en),
        tuple(Wording(row.number, row.how, names[row.by], row.at.isoformat()) for row in rows.values()),
        one,
        other,
        pieces_between(was.text_ar, now.text_ar),
        pieces_between(was.text_en, now.text_en),
        seen_by(item.label_id),
    )


@read("minutes.correction")
def correction_page(viewer: Viewer, *, correction: str) -> CorrectionPage:
    """One correction: which minutes and item it is about, and what it asks for."""
    found = find(Correction.objects.select_related("item__minutes"), correction)
    names = account_names([found.by, found.answer_by])
    title = Bilingual(found.item.title_ar, found.item.title_en)
    shown = _correction(found, found.item, names)
    return CorrectionPage(found.item.minutes.public_id, found.item.public_id, title, shown, seen_by(found.label_id))


@read("minutes.item")
def minutes_item(viewer: Viewer, *, minutes_item: str) -> ItemPage:
    """One item of minutes, as the page of the minutes shows it, and the minutes it belongs to."""
    found = find(MinutesItem.objects.select_related("minutes"), minutes_item)
    (shown,) = (item for item in _items(found.minutes, ()) if item.public_id == found.public_id)
    return ItemPage(found.minutes.public_id, found.minutes.state, shown, seen_by(found.label_id))
