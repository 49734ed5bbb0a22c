"""Minutes: begun, written, taken from a document, circulated, approved."""

from __future__ import annotations

from collections.abc import Iterable

from mithaq.access.models import Label
from mithaq.access.operation import Reference, find, operation
from mithaq.access.permissions import Permission
from mithaq.access.resolving import invalid, label_for, narrowed, update_at
from mithaq.access.shapes import own_label
from mithaq.access.viewer import Viewer
from mithaq.archive.models import Citation
from mithaq.core import clock
from mithaq.core.dates import PartialDate
from mithaq.core.errors import Conflict, Problem
from mithaq.core.words import Bilingual
from mithaq.register.consultations import rights
from mithaq.register.consultations.forms import ApproveMinutes, BeginMinutes, CirculateMinutes, WriteMinutes
from mithaq.register.consultations.models import Correction, Minutes, MinutesItem, MinutesSource, MinutesText
from mithaq.register.consultations.wording import GENERAL, index_minutes, keep_wording, new_wording
from mithaq.register.meetings.formats import CANCELLED, Right
from mithaq.register.meetings.models import AgendaItem, Meeting
from mithaq.register.parties.reach import as_wide


@operation("minutes.begin", needs=Permission.MINUTES_WRITE, form=BeginMinutes)
def begin_minutes(viewer: Viewer, *, meeting: str, demonstration: bool = False) -> Reference:
    """Begin the minutes of a meeting: an item for each of its agenda and a general one, a draft that the own party alone sees.

    Begun before, they take in what the agenda has got since, as long as they are a draft.
    """
    held = find(Meeting.objects.select_related("label", "series"), meeting)
    found = Minutes.objects.select_related("label").filter(meeting=held).order_by("pk").first()
    if found is None:
        label = narrowed(viewer, [held.label, own_label(viewer)])
        found = Minutes.objects.create(label=label, meeting=held, demonstration=demonstration)
        _add_item(viewer, found, 0, general=True, title_ar=GENERAL.ar, title_en=GENERAL.en)
    check_draft(found)
    told = _take_in_agenda(viewer, found)
    found.meeting = held
    index_minutes(found, found.label)
    return Reference(found.public_id, found.label_id, {"agenda": [None, told]})


def _take_in_agenda(viewer: Viewer, minutes: Minutes) -> int:
    """The items of the agenda that the minutes do not have yet; the titles and order of the others as they are now."""
    known = {item.agenda_item_id: item for item in MinutesItem.objects.filter(minutes=minutes)}
    new = 0
    for row in AgendaItem.objects.filter(meeting_id=minutes.meeting_id).order_by("number", "pk"):
        titles = {"title_ar": row.title_ar, "title_en": row.title_en}
        if row.pk in known:
            MinutesItem.objects.filter(pk=known[row.pk].pk).update(number=row.number, **titles)
        else:
            _add_item(viewer, minutes, row.number, agenda_item=row, **titles)
            new += 1
    return new


def _add_item(viewer: Viewer, minutes: Minutes, number: int, **values: object) -> None:
    item = MinutesItem.objects.create(label_id=minutes.label_id, minutes=minutes, number=number, **values)
    keep_wording(viewer, item, MinutesText.How.TYPED)


def check_draft(minutes: Minutes) -> None:
    """Problem unless these minutes are still being written."""
    if minutes.state != Minutes.State.DRAFT:
        message = "These minutes were circulated. They change by corrections that are accepted, and by nothing else."
        raise Problem(message, code="not_a_draft")


def item_of_draft(minutes_item: str) -> MinutesItem:
    """The item of minutes with this id. Problem if they are no draft any more. Inside a visit."""
    rows = MinutesItem.objects.select_related("minutes__label", "minutes__meeting__series")
    item: MinutesItem = find(rows, minutes_item)
    check_draft(item.minutes)
    return item


@operation("minutes.write", needs=Permission.MINUTES_WRITE, form=WriteMinutes)
def write_minutes(
    viewer: Viewer, *, minutes_item: str, version: int, text_ar: str = "", text_en: str = ""
) -> Reference:
    """Write what was said on an item, in one language or both. Each wording is kept; only a draft is written."""
    item = item_of_draft(minutes_item)
    new_wording(viewer, item, version, MinutesText.How.TYPED, text_ar, text_en)
    index_minutes(item.minutes, item.minutes.label)
    return Reference(item.minutes.public_id, item.label_id, told(item))


def told(item: MinutesItem) -> dict[str, object]:
    """What the journal says of a new wording: which item, and that it has another version now."""
    return {
        "point": [None, Bilingual(item.title_ar, item.title_en).written()],
        "wording": [item.version - 1, item.version],
    }


@operation("minutes.circulate", needs=Permission.MINUTES_WRITE, form=CirculateMinutes)
def circulate_minutes(
    viewer: Viewer, *, minutes: str, version: int, level: str, audience: tuple[str, ...] = ()
) -> Reference:
    """Release a draft to the delegations, for their corrections. From then on it changes by those alone.

    Never wider than the meeting. Every document that it rests on must have been released to all who will see it.
    """
    found = find(Minutes.objects.select_related("label", "meeting__label", "meeting__series"), minutes)
    check_draft(found)
    _check_written(found)
    label = narrowed(viewer, [found.meeting.label, label_for(viewer, level, audience)])
    _check_sources(found, label)
    if Minutes.objects.filter(meeting=found.meeting, label=label).exclude(pk=found.pk).exists():
        raise invalid("audience", "There are minutes of this meeting for exactly these parties already.", "taken")
    state = Minutes.State.CIRCULATED
    stamp = {"circulated_by": viewer.account, "circulated_at": clock.now()}
    update_at(Minutes.objects.filter(pk=found.pk), version, state=state, label=label, **stamp)
    _release(found, label)
    return Reference(minutes, label.id, {"state": [found.state, state.value]})


def _check_written(minutes: Minutes) -> None:
    rows = MinutesItem.objects.filter(minutes=minutes)
    if not rows.exclude(text_ar="", text_en="").exists():
        raise Problem("Nothing is written in these minutes yet.", code="empty")


def _check_sources(minutes: Minutes, label: Label) -> None:
    """Problem, naming the document, if one that an item rests on was not released to all who will see the minutes."""
    used = MinutesSource.objects.filter(item__minutes=minutes).values("citation_id")
    for citation in Citation.objects.filter(pk__in=used).select_related("label", "document").order_by("pk"):
        if not as_wide(citation.label, label):
            message = "The minutes rest on %(ref)s, which was not released to all of them. Release to fewer parties, or write without it."
            raise Problem(message, code="not_released", ref=citation.document.ref)


def _release(minutes: Minutes, label: Label) -> None:
    items = MinutesItem.objects.filter(minutes=minutes)
    pks = list(items.values_list("pk", flat=True))
    for rows in (MinutesText.objects.filter(item__in=pks), MinutesSource.objects.filter(item__in=pks), items):
        rows.update(label=label)
    index_minutes(minutes, label)


@operation("minutes.approve", needs=Permission.MINUTES_CORRECT, form=ApproveMinutes)
def approve_minutes(viewer: Viewer, *, minutes: str, meeting: str, version: int) -> Reference:
    """Approve circulated minutes at a later meeting of their series, by whoever chairs that one. They change no more.

    A Problem as long as a correction waits for its answer.
    """
    found = find(Minutes.objects.select_related("meeting"), minutes)
    if found.state != Minutes.State.CIRCULATED:
        raise Conflict("Only minutes that are circulated can be approved. Look at them again.", code="not_circulated")
    later = find(Meeting.objects.all(), meeting)
    _check_later(found.meeting, later)
    rights.check(viewer, later, Right.CHAIR)
    if Correction.objects.filter(item__minutes=found, state=Correction.State.FILED).exists():
        raise Problem("A correction still waits for its answer. Accept it or say why not, then approve.", code="open")
    changes = {"state": Minutes.State.APPROVED, "approved_in": later}
    stamp = {"approval_by": viewer.account, "approval_at": clock.now()}
    update_at(Minutes.objects.filter(pk=found.pk), version, **changes, **stamp)
    return Reference(minutes, found.label_id, {"state": [found.state, Minutes.State.APPROVED.value]})


def _check_later(meeting: Meeting, later: Meeting) -> None:
    if later.series_id != meeting.series_id or not _after(meeting, later):
        raise invalid("meeting", "Name a later meeting of the same series.", "later")
    begins = PartialDate.parse(later.date).first if later.date else None
    if later.state == CANCELLED or begins is None or begins > clock.today():
        raise invalid("meeting", "This meeting has not taken place.", "not_held")


def _after(meeting: Meeting, later: Meeting) -> bool:
    if meeting.ordinal and later.ordinal:
        return bool(later.ordinal > meeting.ordinal)
    if not (meeting.date and later.date):
        return False
    return PartialDate.parse(meeting.date).before(PartialDate.parse(later.date))


def items_by_id(minutes: Minutes, wanted: Iterable[str]) -> dict[str, MinutesItem]:
    """The items of these minutes with these ids. Absent if one is none of theirs. Inside a visit."""
    rows = MinutesItem.objects.filter(minutes=minutes)
    return {public_id: find(rows, public_id) for public_id in dict.fromkeys(wanted)}
