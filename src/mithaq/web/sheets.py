"""A list as a file for a spreadsheet: CSV or XLSX, all of it as it is filtered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.utils.translation import gettext_lazy as _

from mithaq.access.shapes import Seen
from mithaq.papers.sheets import Value, csv_rows, xlsx
from mithaq.web.days import tongue
from mithaq.web.signs import word

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TITLES = {
    "actions": _("Actions"),
    "commitments": _("Commitments"),
    "documents": _("Documents"),
    "figures": _("Figures"),
    "meetings": _("Meetings"),
    "parties": _("Parties"),
    "people": _("People"),
}
Sheet = HttpResponse | StreamingHttpResponse


def sheet(name: str, columns: Sequence[str], rows: Iterable[Sequence[Value]], kind: str) -> Sheet:
    """These rows as a file of this kind, ``csv`` (sent as it is written) or ``xlsx``; anything else is no page.

    `name`: one of TITLES; `columns`: codes of the table of signs ``column``. Rows that read the database as they come
    must have been read before: the file outlives the visit.
    """
    headings = [word(column, "column") for column in columns]
    response: Sheet
    if kind == "csv":
        response = StreamingHttpResponse(csv_rows(headings, rows), content_type="text/csv; charset=utf-8")
    elif kind == "xlsx":
        response = HttpResponse(xlsx(str(TITLES[name]), headings, rows, rtl=tongue() == "ar"), content_type=XLSX)
    else:
        raise Http404
    response["Content-Disposition"] = f'attachment; filename="mithaq-{name}.{kind}"'
    return response


def released(seen: Seen) -> tuple[str, str]:
    """The last two cells of every row: its level, and the parties it is released to."""
    return seen.level, " ".join(seen.audience)
