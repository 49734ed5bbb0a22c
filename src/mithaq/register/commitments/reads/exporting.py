"""Commitments as flat rows, thousands at once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from django.db.models import QuerySet

from mithaq.access.models import Person, Post
from mithaq.access.operation import read
from mithaq.access.shapes import seen_by
from mithaq.access.viewer import Viewer
from mithaq.archive.models import Citation
from mithaq.register.commitments.models import Commitment
from mithaq.register.commitments.reads.filtering import Filters
from mithaq.register.commitments.reads.listing import FIELDS
from mithaq.register.commitments.reads.shapes import Rows
from mithaq.register.meetings.models import Meeting

COLUMNS = (
    *("ref", "kind", "words", "language", "title_ar", "title_en", "translation", "said_on", "speaker_ar", "speaker_en"),
    *("post_ar", "post_en", "by", "addressees", "areas", "meeting", "document", "sentence", "source", "state", "owner"),
    *("due", "percent", "level", "audience"),
)


@read("commitments.rows")
def commitment_export(
    viewer: Viewer,
    *,
    q: str = "",
    state: str = "",
    owner: str = "",
    party: str = "",
    kind: str = "",
    area: str = "",
    meeting: str = "",
    speaker: str = "",
    since: str = "",
    until: str = "",
    overdue: bool = False,
    repeated: bool = False,
) -> Rows:
    """All commitments asked for as flat rows, the newest said first: for CSV, XLSX and other programs.

    Several codes in one cell are separated by blanks; dates are ISO, partial where partial.
    """
    rows = Filters(q, state, owner, party, kind, area, meeting, speaker, since, until, overdue, repeated).rows()
    return Rows(COLUMNS, tuple(_flat(rows)))


def _flat(rows: QuerySet[Commitment]) -> Iterator[tuple[str | int | None, ...]]:
    people = {v[0]: v[1:] for v in Person.objects.values_list("pk", "name_ar", "name_en")}
    posts = {v[0]: v[1:] for v in Post.objects.values_list("pk", "title_ar", "title_en")}
    meetings = dict(Meeting.objects.values_list("pk", "ref"))
    cited = Citation.objects.filter(pk__in=rows.values("citation_id"))
    places = {v[0]: v[1:] for v in cited.values_list("pk", "document__ref", "number")}
    seen_under = cache(seen_by)
    for v in rows.order_by("-said_on", "-pk").values_list(*FIELDS, "translation"):
        seen = seen_under(v[23])
        yield (
            *(v[2], v[3], v[6], v[7], v[4], v[5], v[24], v[8]),
            *(people.get(v[9]) or (v[11], v[11])),
            *posts.get(v[10], ("", "")),
            *(" ".join(v[12]), " ".join(v[13]), " ".join(v[14]), meetings.get(v[15], "")),
            *places.get(v[16], ("", None)),
            *(v[17], v[18], v[19], v[20].isoformat() if v[20] else "", v[21], seen.level, " ".join(seen.audience)),
        )
