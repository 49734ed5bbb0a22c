"""What the charts of series and of the dialogue index are drawn from. A table on the page says the same in figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext

from mithaq.papers.plots.bars import Bar, bars
from mithaq.papers.plots.drawing import Column, Plot
from mithaq.papers.plots.lettering import Lettering
from mithaq.register.meetings.reads import Beat, DialogueIndex
from mithaq.web.bidi import in_digits, in_signs
from mithaq.web.days import tongue

LEVELS = {"summit": "who", "minister": "brand", "ambassador": "run", "expert": "done", "": "mute"}
UNITS = (1, 2, 5, 6, 12, 24, 60, 120)


def interval_chart(
    beats: Iterable[Beat], every: int | None, tolerance: int | None, since: float | None, series: str = ""
) -> Plot | None:
    """The months between the meetings of a series against the target; `since`: the months since the last one, still running.

    None where no interval is known.
    """
    known = [
        (beat.months, beat.date[:4], _tone(beat.months, every, tolerance)) for beat in beats if beat.months is not None
    ]
    if since is not None:
        known.append((since, "…", "wait"))
    if not known:
        return None
    slack = tolerance or 0
    highest = max([(every or 0) + slack, *(months for months, _, _ in known)]) * 1.1
    return bars(
        _letters(), [Bar(name, f"{months:.1f}", ((months, tone),)) for months, name, tone in known], kind="intervals",
        title=gettext("Months between the meetings of %(series)s") % {"series": series}, unit=_unit(highest),
        columns=(Column(gettext("Date")), Column(gettext("Months since the one before"), "number")),
        rows=[(name, months) for months, name, _ in known],
        wanted=(every - slack, every, every + slack) if every else None,
    )  # fmt: skip


def _tone(months: float, every: int | None, tolerance: int | None) -> str:
    if not every:
        return "mute"
    return "late" if months > every + (tolerance or 0) else "done"


def in_months(months: float) -> str:
    """So many months in the digits of the reader, to one decimal."""
    return in_digits(f"{months:.1f}").replace(".", "٫" if in_digits("1") != "1" else ".")


def index_chart(index: DialogueIndex) -> Plot | None:
    """How many meetings a year, one part of the bar for each level; None where there were none."""
    cells: Mapping[tuple[str, str], int] = {(cell.key, cell.year): cell.meetings for cell in index.by_level}
    told = []
    for year in index.years:
        parts = tuple((cells[level, year], LEVELS[level]) for level in index.levels if cells.get((level, year)))
        total = sum(count for count, _ in parts)
        told.append((year, total, Bar(year, str(total) if total else "", parts)))
    if not any(total for _, total, _ in told):
        return None
    return bars(
        _letters(), [bar for _, _, bar in told], kind="dialogue", title=gettext("Meetings a year by level"),
        columns=(Column(gettext("Date")), Column(gettext("Meetings"), "count")),
        rows=[(year, total) for year, total, _ in told], unit=_unit(max(total for _, total, _ in told)),
    )  # fmt: skip


def _letters() -> Lettering:
    return Lettering(tongue(), gettext, in_signs)


def _unit(highest: float) -> int:
    """What lies between two lines: four to six of them fit."""
    return next((unit for unit in UNITS if highest / unit <= 6), 240)
