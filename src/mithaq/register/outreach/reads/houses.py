"""Message houses: the list, one of them, one line, and the lines in force."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from django.db.models import Q, QuerySet

from mithaq.access.operation import find, read
from mithaq.access.permissions import Permission as P
from mithaq.access.shapes import PAGE, Listing, history_of, party_names, seen_by, seen_together
from mithaq.access.viewer import Viewer
from mithaq.core.words import Bilingual
from mithaq.register.consultations.agreement import common_ground
from mithaq.register.consultations.models import Issue
from mithaq.register.consultations.reads import issue_rows
from mithaq.register.meetings.models import Meeting
from mithaq.register.meetings.reads import meeting_names, series_list, series_page
from mithaq.register.outreach.models import Line, MessageHouse
from mithaq.register.outreach.models.houses import State
from mithaq.register.outreach.reads.lines import day_of, lines_shown
from mithaq.register.outreach.reads.shapes import (
    Ground,
    HouseName,
    HousePage,
    HouseRow,
    LinePage,
    LineShown,
    SeriesBeat,
)
from mithaq.register.outreach.rights import keeps
from mithaq.register.outreach.unanswered import unanswered

NOTHING = Bilingual("", "")
GROUNDS = 8  # issues beside the lines of a house
LINES = 12  # of the journal


@read("outreach.list")
def house_list(
    viewer: Viewer, *, q: str = "", state: str = "", theme: str = "", series: str = "", after: str = ""
) -> Listing[HouseRow]:
    """Message houses, the newest first, 50 a page. `q`: part of a title, or a reference; `theme`: an area's code; `series` by
    its code."""
    rows = _asked(q, state, theme, series)
    if after:
        rows = rows.filter(pk__lt=find(MessageHouse.objects.all(), after).pk)
    found = house_rows(viewer, list(rows.select_related("series").order_by("-pk")[: PAGE + 1]))
    return Listing(found[:PAGE], found[PAGE - 1].public_id if len(found) > PAGE else "")


def _asked(q: str, state: str, theme: str, series: str) -> QuerySet[MessageHouse]:
    rows: QuerySet[MessageHouse] = MessageHouse.objects.all()
    for word in q.split():
        rows = rows.filter(Q(ref=word.upper()) | Q(title_ar__icontains=word) | Q(title_en__icontains=word))
    if state:
        rows = rows.filter(state=state)
    if theme:
        rows = rows.filter(Q(theme=theme) | Q(areas__contains=f",{theme},"))
    return rows.filter(series__code=series) if series else rows


def house_rows(viewer: Viewer, houses: Sequence[MessageHouse]) -> tuple[HouseRow, ...]:
    """These houses (series loaded) in their order. Fixed queries. Inside a visit."""
    lines = Line.objects.filter(house__in=[house.pk for house in houses]).exclude(state=State.RETIRED).order_by("pk")
    values = list(lines.values_list("house_id", "overarching", "state", "ar", "en"))
    waiting = _waiting(viewer, houses)
    said = {house: Bilingual(ar, en) for house, overarching, _, ar, en in values if overarching}
    seen = Counter(house for house, overarching, *_ in values if not overarching)
    agreed = Counter(house for house, overarching, state, *_ in values if not overarching and state == State.AGREED)
    late = {row.code for row in series_list(viewer) if row.overdue} if any(house.series for house in houses) else set()
    return tuple(
        HouseRow(
            *(house.public_id, house.ref, Bilingual(house.title_ar, house.title_en), house.theme, house.areas),
            *(said.get(house.pk, NOTHING), house.state, day_of(house.agreed_on), seen[house.pk]),
            0 if house.state == State.RETIRED else agreed[house.pk],
            waiting[house.pk],
            *(
                (house.series.code, _series_name(house), house.series.code in late)
                if house.series
                else ("", NOTHING, False)
            ),
            *(house.keeper, house.demonstration, seen_by(house.label_id)),
        )
        for house in houses
    )


def _waiting(viewer: Viewer, houses: Sequence[MessageHouse]) -> Counter[int]:
    """How many lines of each house wait for the answer of the viewer's party; nothing for who does not answer for it."""
    asked = [house.pk for house in houses if viewer.party in house.parties and house.state != State.RETIRED]
    if not asked or P.OUTREACH_AGREE not in viewer.permissions:
        return Counter()
    return Counter(unanswered(viewer.party).filter(house__in=asked).values_list("house_id", flat=True))


def _series_name(house: MessageHouse) -> Bilingual:
    return Bilingual(house.series.name_ar, house.series.name_en) if house.series else NOTHING


@read("outreach.page")
def house_page(viewer: Viewer, *, house: str) -> HousePage:
    """A house: its message and lines with their proofs, who agreed, earlier wordings; the positions of its theme; its series."""
    found = find(MessageHouse.objects.select_related("series"), house)
    (row,) = house_rows(viewer, [found])
    rows = list(Line.objects.filter(house=found).select_related("label").order_by("-overarching", "pk"))
    for line in rows:
        line.house = found
    shown = lines_shown(viewer, rows)
    standing = [one for one in shown if one.state != State.RETIRED and not one.overarching]
    grounds, more = _grounds(found)
    return HousePage(
        row,
        found.parties,
        next((one for one in shown if one.overarching), None),
        tuple(standing),
        tuple(one for one in shown if one.state == State.RETIRED),
        found.retired_for,
        beat_of(viewer, row.series) if row.series else None,
        *(grounds, more, may_on_house(viewer, found)),
        history_of(found.public_id, *(thing for one in shown for thing in _things(one)), limit=LINES),
        found.version,
        row.seen,
        seen_together([row.seen, *(one.seen for one in shown), *(proof.seen for one in shown for proof in one.proofs)]),
    )


def _things(line: LineShown) -> tuple[str, ...]:
    """The ids under which the journal tells of a line."""
    return line.public_id, *(one.public_id for one in line.proofs), *(one.public_id for one in line.questions)


def may_on_house(viewer: Viewer, house: MessageHouse) -> tuple[str, ...]:
    """The operations on a house that would not be refused to the viewer now."""
    if house.state == State.RETIRED or not keeps(viewer, house):
        return ()
    return ("outreach.amend", "outreach.add_line", "outreach.attach_series", "outreach.retire")


def beat_of(viewer: Viewer, series: str) -> SeriesBeat:
    """The series with this code: when it met last, when it meets next, whether it is late; of what the viewer may see."""
    page = series_page(viewer, series=series)
    held = [beat.public_id for beat in page.beats if beat.held]
    pk = Meeting.objects.filter(public_id=held[-1]).values_list("pk", flat=True).first() if held else None
    last = meeting_names([pk]).get(pk or 0)
    return SeriesBeat(page.code, page.name, last, page.planned, page.next_due, page.overdue_since)


def _grounds(house: MessageHouse) -> tuple[tuple[Ground, ...], bool]:
    """The newest issues of the house's theme and areas, each with what the parties hold in common on it."""
    fits = Q()
    for code in filter(None, (house.theme, *house.areas)):
        fits |= Q(areas__contains=f",{code},")
    if not fits:
        return (), False
    issues = issue_rows(list(Issue.objects.filter(fits).order_by("-pk")[: GROUNDS + 1]))
    names = {code: name.short for code, name in party_names().items()}
    told = tuple(
        Ground(issue, common_ground(issue.title, {one.party: one.stance for one in issue.positions}, names))
        for issue in issues[:GROUNDS]
    )
    return told, len(issues) > GROUNDS


@read("outreach.line")
def line_page(viewer: Viewer, *, line: str) -> LinePage:
    """One line of a house, whole."""
    found = find(Line.objects.select_related("label", "house"), line)
    (shown,) = lines_shown(viewer, [found])
    return LinePage(name_of(found.house), shown)


def name_of(house: MessageHouse) -> HouseName:
    """A house as other pages name it."""
    return HouseName(house.public_id, house.ref, Bilingual(house.title_ar, house.title_en), house.theme)
