"""Fact sheets: composed of figures, issued to everybody and frozen, withdrawn."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Max

from mithaq.access.markings import Level
from mithaq.access.models import Label, next_ref
from mithaq.access.operation import Reference, find, operation
from mithaq.access.permissions import Permission
from mithaq.access.resolving import changed, invalid, label_for, narrowed, update_at
from mithaq.access.viewer import Viewer
from mithaq.archive.index import forget_record, index_record
from mithaq.core import clock
from mithaq.core.errors import Problem
from mithaq.core.words import Bilingual
from mithaq.register.outreach.counting import PUBLIC, counted
from mithaq.register.outreach.filing import check_areas
from mithaq.register.outreach.forms import (
    ComposeSheet,
    DescribeSheet,
    IssueSheet,
    PlaceFigure,
    PutFigure,
    TakeOffFigure,
    WithdrawSheet,
)
from mithaq.register.outreach.freezing import freeze
from mithaq.register.outreach.models import FactSheet, SheetFigure
from mithaq.register.outreach.rights import NOT_THE_KEEPER, check, composes
from mithaq.register.parties.models import Figure
from mithaq.register.parties.reads.figures import plain

State = FactSheet.State
MOST = 60  # figures on one sheet


@operation("factsheets.compose", needs=Permission.FACTS_ISSUE, form=ComposeSheet)
def compose(viewer: Viewer, /, *, level: str, audience: tuple[str, ...] = (), **said: Any) -> Reference:
    """Begin a fact sheet: its title and one sentence of introduction in both languages, and what is counted.

    Until it is issued those see it to whom the draft is released. Put figures on it next.
    """
    label = label_for(viewer, level, audience)
    sheet = FactSheet.objects.create(label=label, keeper=viewer.party, **said)
    return Reference(sheet.public_id, label.id, {"title": [None, sheet.title_ar]})


@operation("factsheets.describe", needs=Permission.FACTS_ISSUE, form=DescribeSheet)
def describe(viewer: Viewer, /, *, fact_sheet: str, version: int, **sent: Any) -> Reference:
    """Word title and introduction otherwise, or count other things, before the sheet is issued; what is left out stays."""
    sheet = _draft(viewer, fact_sheet)
    told = changed(sheet, **sent)
    update_at(FactSheet.objects.filter(pk=sheet.pk), version, **sent)
    return Reference(sheet.public_id, sheet.label_id, told)


@operation("factsheets.put", needs=Permission.FACTS_ISSUE, form=PutFigure)
def put(viewer: Viewer, *, fact_sheet: str, figure: str, group: str = "", place: int | None = None) -> Reference:
    """Put a figure on a sheet that is composed, under an area and at a place in the order.

    One that the public may not see can be put there, too: it is shown to those who compose the sheet, and left out on issue.
    """
    sheet = _draft(viewer, fact_sheet)
    found = find(Figure.objects.select_related("label"), figure)
    check_areas([group], "group")
    rows = SheetFigure.objects.filter(sheet=sheet)
    if rows.filter(figure=found).exists():
        raise Problem("This figure is on the sheet already.", code="on_sheet")
    if rows.count() >= MOST:
        raise Problem("A fact sheet has at most %(count)s figures.", code="many_figures", count=MOST)
    label = narrowed(viewer, [sheet.label, found.label])
    last = rows.aggregate(last=Max("place"))["last"] or 0
    row = SheetFigure.objects.create(label=label, sheet=sheet, figure=found, area=group, place=place or last + 1)
    return Reference(row.public_id, label.id, {"figure": [None, _told(found)]})


@operation("factsheets.place", needs=Permission.FACTS_ISSUE, form=PlaceFigure)
def place_figure(viewer: Viewer, *, sheet_figure: str, place: int, group: str = "") -> Reference:
    """Put a figure of a sheet that is composed under another area, or at another place in the order."""
    row = _on_draft(viewer, sheet_figure)
    check_areas([group], "group")
    told = changed(row, area=group, place=place)
    SheetFigure.objects.filter(pk=row.pk).update(area=group, place=place)
    return Reference(row.sheet.public_id, row.label_id, told)


@operation("factsheets.take_off", needs=Permission.FACTS_ISSUE, form=TakeOffFigure)
def take_off(viewer: Viewer, *, sheet_figure: str) -> Reference:
    """Take a figure off a sheet that is composed; the figure itself stays."""
    row = _on_draft(viewer, sheet_figure)
    SheetFigure.objects.filter(pk=row.pk).delete()
    return Reference(row.sheet.public_id, row.label_id, {"figure": [_told(row.figure), None]})


@operation("factsheets.issue", needs=Permission.FACTS_ISSUE, form=IssueSheet)
def issue(viewer: Viewer, *, fact_sheet: str, version: int, day: date | None = None) -> Reference:
    """Issue a sheet: it gets its number and date, everybody sees it, and nothing in it changes any more.

    It is made in the public's eyes: figures that are not public are left out, and counts count what is public.
    """
    sheet = _draft(viewer, fact_sheet)
    day = day or clock.today()
    if day > clock.today():
        raise invalid("day", "A sheet cannot bear a date to come.", "future")
    label = Label.objects.of(Level.PUBLIC)
    if not freeze(sheet, label):
        raise Problem(
            "Nothing on this sheet is public. Put a figure on it that everybody may see.", code="nothing_public"
        )
    ref = next_ref("S", day.year, label)
    stamp = {"issued_by": viewer.account, "issued_at": clock.now(), "day": day, "ref": ref}
    done = {"label": label, "state": State.ISSUED, "counted": counted(sheet.counts), **stamp}
    update_at(FactSheet.objects.filter(pk=sheet.pk), version, **done)
    title = Bilingual(sheet.title_ar, sheet.title_en)
    texts = (sheet.intro_ar, sheet.intro_en)
    index_record("fact_sheet", sheet.public_id, label, day.isoformat(), *texts, ref=ref, title=title)
    return Reference(sheet.public_id, PUBLIC, {"ref": [None, ref]})


@operation("factsheets.withdraw", needs=Permission.FACTS_ISSUE, form=WithdrawSheet)
def withdraw_sheet(viewer: Viewer, *, fact_sheet: str, version: int, reason: str) -> Reference:
    """Withdraw an issued sheet. Its page tells everybody so, with the reason, and no longer shows its figures."""
    sheet = _own(viewer, fact_sheet)
    if sheet.state != State.ISSUED:
        raise Problem("Only a sheet that is issued can be withdrawn.", code="not_issued")
    stamp = {"withdrawn_by": viewer.account, "withdrawn_at": clock.now(), "withdrawn_for": reason}
    update_at(FactSheet.objects.filter(pk=sheet.pk), version, state=State.WITHDRAWN, **stamp)
    forget_record("fact_sheet", sheet.public_id)
    return Reference(sheet.public_id, sheet.label_id, {"fact_sheet": [sheet.state, State.WITHDRAWN.value]}, reason)


def _own(viewer: Viewer, named: str) -> FactSheet:
    """A sheet that this viewer's party composes, locked until the visit ends."""
    sheet: FactSheet = find(FactSheet.objects.select_for_update(of=("self",)).select_related("label"), named)
    check(composes(viewer, sheet), NOT_THE_KEEPER)
    return sheet


def _draft(viewer: Viewer, named: str) -> FactSheet:
    """As `_own`; Problem unless it is being composed."""
    sheet = _own(viewer, named)
    if sheet.state != State.DRAFT:
        raise Problem("An issued sheet never changes. Compose a new one.", code="issued")
    return sheet


def _on_draft(viewer: Viewer, named: str) -> SheetFigure:
    row: SheetFigure = find(SheetFigure.objects.select_related("sheet", "figure"), named)
    row.sheet = _draft(viewer, row.sheet.public_id)
    return row


def _told(figure: Figure) -> str:
    """A figure as the journal tells it."""
    return " · ".join(filter(None, (plain(figure.value), figure.what_ar or figure.what_en)))
