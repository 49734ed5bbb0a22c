"""What acts on findings of the evaluation are about, as the page of the act shows it."""

from __future__ import annotations

from collections.abc import Callable

from django.urls import reverse

from mithaq.access.reads import parties
from mithaq.access.viewer import Viewer
from mithaq.core.words import Bilingual
from mithaq.reviews.findings.reads import asked_page, finding_page
from mithaq.web.acts import Thing
from mithaq.web.choices import Options
from mithaq.web.days import tongue


def finding_thing(viewer: Viewer, public_id: str) -> Thing:
    """A finding that is to be put to others, or closed."""
    page = finding_page(viewer, finding=public_id)
    row, asked = page.row, {one.party for one in page.asked}
    return Thing(
        *("finding", row.public_id, row.ref, row.statement, "", "", page.seen, page.version),
        choices={"party": lambda: _parties(viewer, without=asked)},
        page=reverse("finding", args=[row.public_id]),
    )


def asked_thing(viewer: Viewer, public_id: str) -> Thing:
    """Something that was put to a party, to be answered or acted on."""
    row = asked_page(viewer, asked=public_id)
    one = row.asked
    place = reverse("finding", args=[row.finding]) if row.finding else reverse("asked", args=[one.public_id])
    return Thing(
        *("asked", one.public_id, row.ref, row.statement, "", "", row.seen, one.version),
        {"owner": one.party, "answer": one.answer or "accepted", "text": one.text},
        choices={"owner": lambda: _parties(viewer, only=set(row.seen.audience))},
        page=place,
    )


def _parties(viewer: Viewer, *, without: set[str] | None = None, only: set[str] | None = None) -> Options:
    names: dict[str, Bilingual] = {code: name.short for code, name in parties(viewer).items()}
    return [
        (code, name.in_language(tongue()))
        for code, name in names.items()
        if code not in (without or set()) and (only is None or code in only)
    ]


THINGS: dict[str, Callable[[Viewer, str], Thing]] = {"finding": finding_thing, "asked": asked_thing}
