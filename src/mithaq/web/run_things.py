"""What acts on runs and releases are about, as the page of the act shows it."""

from __future__ import annotations

from collections.abc import Callable

from django.urls import reverse

from mithaq.access.viewer import Viewer
from mithaq.reviews.runs.reads import consent_page, release_page, run_made
from mithaq.web.acts import Thing


def run_thing(viewer: Viewer, public_id: str) -> Thing:
    """A run that something is to be done with."""
    page = run_made(viewer, run=public_id)
    known = {"title_ar": page.row.title.ar, "title_en": page.row.title.en, "level": "OFFICIAL", "threshold": 5}
    return Thing(
        *("run", page.row.public_id, page.row.ref, page.row.title, "", "", page.row.seen, 1),
        known,
        page=reverse("run-made", args=[page.row.public_id]),
    )


def release_thing(viewer: Viewer, public_id: str) -> Thing:
    """A release that is to be issued or withdrawn."""
    page = release_page(viewer, release=public_id)
    row = page.row
    return Thing(
        *("release", row.public_id, row.ref, row.title, "", "", row.seen, page.version),
        page=reverse("release", args=[row.public_id]),
    )


def consent_thing(viewer: Viewer, public_id: str) -> Thing:
    """A row in a release that a party is asked about."""
    row = consent_page(viewer, consent=public_id).row
    return Thing(
        *("consent", row.public_id, "", row.title, "", "", row.seen, row.version),
        page=reverse("consent", args=[row.public_id]),
    )


THINGS: dict[str, Callable[[Viewer, str], Thing]] = {
    "run": run_thing,
    "release": release_thing,
    "consent": consent_thing,
}
