"""Joint texts in lists."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from mithaq.access.operation import find, read
from mithaq.access.shapes import PAGE, Listing, seen_by
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.core.words import Bilingual
from mithaq.register.meetings.reads import MeetingName, meeting_names
from mithaq.register.texts.models import Amendment, Break, Comment, JointText, NationalStatement, Silence
from mithaq.register.texts.reads.shapes import TextRow
from mithaq.register.texts.silence import State, instant, stands


@read("texts.list")
def text_list(
    viewer: Viewer, *, state: str = "", kind: str = "", meeting: str = "", q: str = "", after: str = ""
) -> Listing[TextRow]:
    """Joint texts, the newest first. `state`: as it is now; `q`: words of the title or the reference; `meeting` by its id."""
    rows = JointText.objects.order_by("-added_at", "-pk")
    if state:
        rows = rows.filter(_now_in(state, clock.now()))
    if kind:
        rows = rows.filter(kind=kind)
    if meeting:
        rows = rows.filter(meeting__public_id=meeting)
    for word in q.split():
        rows = rows.filter(Q(ref__icontains=word) | Q(title_ar__icontains=word) | Q(title_en__icontains=word))
    if after:
        last = find(JointText.objects.all(), after)
        rows = rows.filter(Q(added_at__lt=last.added_at) | Q(added_at=last.added_at, pk__lt=last.pk))
    found = text_rows(rows[: PAGE + 1])
    return Listing(found[:PAGE], found[PAGE - 1].public_id if len(found) > PAGE else "")


def _now_in(state: str, now: datetime) -> Q:
    """The condition that a text is in this state now, whether or not what has held was written down."""
    silence = Q(state=JointText.State.SILENCE)
    if state == JointText.State.SILENCE:
        return silence & Q(silent_until__gt=now)
    return Q(state=state) | (silence & Q(silent_until__lte=now) if state == JointText.State.AGREED else Q(pk__in=()))


def text_rows(rows: Iterable[JointText]) -> tuple[TextRow, ...]:
    """These texts as lists show them, in their order. Three queries for any number. Inside a visit."""
    texts = list(rows)
    running = {s.text_id: s for s in Silence.objects.filter(text__in=texts, state=State.RUNNING)} if texts else {}
    names = meeting_names(text.meeting_id for text in texts)
    return tuple(_row(text, running.get(text.pk), names.get(text.meeting_id or 0)) for text in texts)


def _row(text: JointText, silence: Silence | None, meeting: MeetingName | None) -> TextRow:
    runs = silence is not None and standing_of(silence) is State.RUNNING
    held = text.state == JointText.State.SILENCE and not runs
    return TextRow(
        *(text.public_id, text.ref, text.kind, Bilingual(text.title_ar, text.title_en), meeting),
        JointText.State.AGREED.value if held else text.state,
        text.edition,
        silence.expiry.isoformat() if silence and runs else "",
        silence.zone if silence and runs else "",
        *(text.party, text.added_at.isoformat(), text.demonstration, seen_by(text.label_id)),
    )


def standing_of(silence: Silence) -> State:
    """Where a procedure stands now, by its own clock, whether or not that was written down."""
    return stands(State(silence.state), silence.expiry, instant(silence.heard, clock.now()))


@dataclass(frozen=True, slots=True)
class TextNamed:
    """The joint text that a line of the journal is about."""

    public_id: str
    ref: str
    title: Bilingual


def named_texts(things: Iterable[str]) -> dict[str, TextNamed]:
    """The texts to which these silences, amendments, comments and breaks belong, by their public ids. Inside a visit."""
    wanted, found = set(things), dict[str, TextNamed]()
    if not wanted:
        return found
    for rows, text in (
        *((model.objects, "text") for model in (Silence, Amendment, Comment)),
        *((model.objects, "silence__text") for model in (Break, NationalStatement)),
    ):
        fields = ("public_id", *(f"{text}__{name}" for name in ("public_id", "ref", "title_ar", "title_en")))
        for thing, public_id, ref, ar, en in rows.filter(public_id__in=wanted).values_list(*fields):
            found[thing] = TextNamed(public_id, ref, Bilingual(ar, en))
    return found
