"""Runs and releases as what search finds: by their reference, title and the courses in them. Inside a visit that writes."""

from __future__ import annotations

import json

from mithaq.access.models import Label
from mithaq.archive.index import index_record
from mithaq.core.words import Bilingual
from mithaq.reviews.runs.models import Release, Run


def index_run(run: Run) -> None:
    """Let the run be found."""
    title, day = Bilingual(run.title_ar, run.title_en), run.made_at.date().isoformat()
    index_record("run", run.public_id, run.label, day, *_courses(run.content), ref=run.ref, title=title)


def index_release(release: Release, label: Label) -> None:
    """Let the release be found by those who see this label, which is its own: by its courses only while it is issued."""
    at = release.released_at or release.proposed_at
    issued = release.state == Release.State.ISSUED
    index_record(
        *("release", release.public_id, label, at.date().isoformat()),
        *(_courses(release.content) if issued else ()),
        ref=release.ref,
        title=Bilingual(release.title_ar, release.title_en),
    )


def _courses(content: str) -> list[str]:
    """A line for each title of each course that a content shows, with its code."""
    shown = json.loads(content)["courses"]
    return [f"{one['code']} {title}" for one in shown for title in one["title"].values() if title]
