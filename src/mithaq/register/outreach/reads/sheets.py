"""Fact sheets: those that were issued, one of them, and what would be left out of one that is composed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import groupby

from django.db.models import F, Q, QuerySet

from mithaq.access.operation import find, read
from mithaq.access.shapes import PAGE, Line, Listing, history_of, seen_by
from mithaq.access.viewer import Viewer
from mithaq.core.words import Bilingual
from mithaq.register.outreach.counting import PLACES, PUBLIC, WORDS, counted
from mithaq.register.outreach.freezing import COPIED, source_of
from mithaq.register.outreach.models import FactSheet, SheetFigure
from mithaq.register.outreach.reads.lines import day_of
from mithaq.register.outreach.reads.sheet_shapes import (
    Choosable,
    Count,
    FigureOnSheet,
    Group,
    Newer,
    SheetEntryPage,
    SheetPage,
    SheetRow,
    SourceShown,
)
from mithaq.register.outreach.rights import composes
from mithaq.register.parties.models import Figure
from mithaq.register.parties.reads.figures import plain
from mithaq.register.parties.sources import cited

State = FactSheet.State
Matter = tuple[str, str, str]


@read("factsheets.list")
def sheet_list(viewer: Viewer, *, state: str = "", after: str = "") -> Listing[SheetRow]:
    """Fact sheets, the newest issued first, those that are composed before them; without those that were withdrawn, unless asked
    for by `state`."""
    rows = FactSheet.objects.filter(state=state) if state else FactSheet.objects.exclude(state=State.WITHDRAWN)
    if after:
        rows = _after(rows, find(FactSheet.objects.all(), after))
    found = [_row(sheet) for sheet in rows.order_by(F("day").desc(nulls_first=True), "-pk")[: PAGE + 1]]
    return Listing(tuple(found[:PAGE]), found[PAGE - 1].public_id if len(found) > PAGE else "")


def _after(rows: QuerySet[FactSheet], last: FactSheet) -> QuerySet[FactSheet]:
    if last.day is None:
        return rows.filter(Q(day__isnull=True, pk__lt=last.pk) | Q(day__isnull=False))
    return rows.filter(Q(day__lt=last.day) | Q(day=last.day, pk__lt=last.pk))


def _row(sheet: FactSheet) -> SheetRow:
    return SheetRow(
        *(sheet.public_id, sheet.ref, Bilingual(sheet.title_ar, sheet.title_en), sheet.state, day_of(sheet.day)),
        *(sheet.keeper, sheet.demonstration, seen_by(sheet.label_id)),
    )


@read("factsheets.page")
def sheet_page(viewer: Viewer, *, fact_sheet: str) -> SheetPage:
    """A fact sheet, as the public sees it or will see it; to those who compose it also what is left out, and nobody else."""
    sheet = find(FactSheet.objects.all(), fact_sheet)
    composing = composes(viewer, sheet)
    shown = figures_on(sheet, as_kept=composing) if sheet.state != State.WITHDRAWN or composing else ()
    public = [one for one in shown if one.public]
    told = sheet.counted if sheet.state != State.DRAFT else counted(sheet.counts)
    return SheetPage(
        _row(sheet),
        Bilingual(sheet.intro_ar, sheet.intro_en),
        groups_of(public),
        tuple(Count(code, told[code], PLACES[code]) for code in WORDS if code in told) if shown or composing else (),
        sheet.counts,
        sum(one.newer is not None for one in public),
        tuple(one for one in shown if not one.public) if composing else (),
        sheet.withdrawn_at.date().isoformat() if sheet.withdrawn_at else "",
        sheet.withdrawn_for,
        _may(sheet) if composing else (),
        _history(viewer, sheet, [one.public_id for one in shown]),
        sheet.version,
        seen_by(sheet.label_id),
    )


def _may(sheet: FactSheet) -> tuple[str, ...]:
    return {
        State.DRAFT.value: ("factsheets.put", "factsheets.describe", "factsheets.issue"),
        State.ISSUED.value: ("factsheets.withdraw",),
    }.get(sheet.state, ())


def _history(viewer: Viewer, sheet: FactSheet, things: Iterable[str]) -> tuple[Line, ...]:
    """Who did what: for those who sign in for a party, not for the public."""
    return history_of(sheet.public_id, *things) if viewer.party else ()


def groups_of(figures: Sequence[FigureOnSheet]) -> tuple[Group, ...]:
    """Figures by area, the areas in the order of their first figures; what stands under none comes last."""
    areas = sorted(dict.fromkeys(one.area for one in figures), key=lambda area: not area)
    order = {area: number for number, area in enumerate(areas)}
    by_area = sorted(figures, key=lambda one: order[one.area])
    return tuple(Group(area, tuple(own)) for area, own in groupby(by_area, key=lambda one: one.area))


def figures_on(sheet: FactSheet, *, as_kept: bool = False) -> tuple[FigureOnSheet, ...]:
    """The figures of a sheet that the viewer sees, in their order: frozen ones as they were, the others as they are.

    `as_kept`: their places are those that were typed, for who composes the sheet; otherwise they are counted, so that no gap tells
    of what is hidden. Four queries. Inside a visit.
    """
    rows = list(SheetFigure.objects.filter(sheet=sheet).order_by("place", "pk"))
    live = {row.pk: row for row in Figure.objects.filter(pk__in=[row.figure_id for row in rows])}
    places = cited(row.citation_id for row in live.values())
    newest = _newest_public(rows, live)
    found = []
    for row in rows:
        figure = live.get(row.figure_id)
        if not row.frozen:
            if figure is None:
                continue
            told = {name: getattr(figure, name) for name in COPIED}
            told |= source_of(figure, places.get(figure.citation_id or 0))
            for name, value in told.items():
                setattr(row, name, value)
        public = row.frozen or (sheet.state == State.DRAFT and figure is not None and figure.label_id == PUBLIC)
        found.append((row, figure, public))
    numbers = {True: 0, False: 0}
    shown = []
    for row, figure, public in found:
        numbers[public] += 1
        later = newest.get(_matter(row))
        place = row.place if as_kept else numbers[public]
        shown.append(_shown(row, figure, place, later, public=public))
    return tuple(shown)


def _matter(row: SheetFigure | Figure) -> Matter:
    return row.party, row.what_ar or row.what_en, row.unit


def _newest_public(rows: Iterable[SheetFigure], live: dict[int, Figure]) -> dict[Matter, Figure]:
    """Of each matter of these rows the newest figure that everybody may see."""
    parties = {live[row.figure_id].party if row.figure_id in live else row.party for row in rows}
    found: dict[Matter, Figure] = {}
    for figure in Figure.objects.filter(label=PUBLIC, party__in=parties).order_by("-as_of", "-pk"):
        found.setdefault(_matter(figure), figure)
    return found


def _shown(
    row: SheetFigure, figure: Figure | None, place: int, newest: Figure | None, *, public: bool
) -> FigureOnSheet:
    newer = newest if newest and newest.as_of > row.as_of and any((row.what_ar, row.what_en)) else None
    return FigureOnSheet(
        *(row.public_id, figure.public_id if figure else "", row.area, place, row.party, row.comparator),
        *(plain(row.value or Decimal(0)), row.unit, Bilingual(row.what_ar, row.what_en), row.as_of),
        SourceShown(row.source, row.published, row.document, row.document_ref, row.sentence),
        Newer(newer.comparator, plain(newer.value), newer.unit, newer.as_of) if newer else None,
        *(public, seen_by(row.label_id)),
    )


@read("factsheets.figure")
def sheet_figure(viewer: Viewer, *, sheet_figure: str) -> SheetEntryPage:
    """A figure of a sheet that is composed, with the sheet."""
    row = find(SheetFigure.objects.select_related("sheet"), sheet_figure)
    sheet = row.sheet
    shown = next(one for one in figures_on(sheet, as_kept=composes(viewer, sheet)) if one.public_id == row.public_id)
    return SheetEntryPage(sheet.public_id, Bilingual(sheet.title_ar, sheet.title_en), shown, seen_by(row.label_id))


@read("factsheets.choosable")
def choosable(viewer: Viewer, *, fact_sheet: str) -> tuple[Choosable, ...]:
    """The figures that the viewer may see and that are not on this sheet yet, the newest as-of date first, at most 300."""
    sheet = find(FactSheet.objects.all(), fact_sheet)
    on_it = SheetFigure.objects.filter(sheet=sheet).values("figure_id")
    rows = Figure.objects.exclude(pk__in=on_it).order_by("-as_of", "-pk")[:300]
    return tuple(Choosable(row.public_id, _words(row), row.label_id == PUBLIC) for row in rows)


def _words(row: Figure) -> Bilingual:
    """A figure in a choice: the number, what it counts, its as-of date, whose it is."""
    number = " ".join(filter(None, ("" if row.comparator == "=" else row.comparator, plain(row.value), row.unit)))
    ar, en = (
        " · ".join(filter(None, (number, what, row.as_of, row.party)))
        for what in (row.what_ar or row.what_en, row.what_en or row.what_ar)
    )
    return Bilingual(ar, en)
