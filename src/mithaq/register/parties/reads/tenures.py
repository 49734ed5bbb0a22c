"""Who held which post when."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from mithaq.access.models import Post, Tenure
from mithaq.access.operation import find, read
from mithaq.access.shapes import seen_by
from mithaq.access.viewer import Viewer
from mithaq.core.dates import PartialDate
from mithaq.core.words import Bilingual
from mithaq.register.parties.reads.shapes import Held, PostName
from mithaq.register.parties.reads.standings import on_date


def held_posts(rows: QuerySet[Tenure]) -> tuple[Held, ...]:
    """These tenures, the newest first; those whose post or person is not released to the viewer are left out."""
    values = rows.values_list(
        *("public_id", "post__public_id", "post__title_ar", "post__title_en", "post__party__code"),
        *("person__public_id", "person__name_ar", "person__name_en", "person__honorific_ar", "person__honorific_en"),
        *("since", "until", "seen_on", "source", "label_id", "pk"),
    )
    ordered = sorted(values, key=lambda v: (v[10] or v[12], v[15]), reverse=True)
    return tuple(_held(*value[:15]) for value in ordered)


def _held(*v: Any) -> Held:
    return Held(
        *(v[0], v[1], Bilingual(v[2], v[3]), v[4], v[5], Bilingual(v[6], v[7]), Bilingual(v[8], v[9])),
        *(v[10], v[11], v[12], v[13], seen_by(v[14])),
    )


@read("parties.holder")
def holder(viewer: Viewer, *, post: str, on: str = "") -> Held | None:
    """Who held this post on a date (today); None where no source tells."""
    row = find(Post.objects.all(), post)
    return latest(held_posts(Tenure.objects.filter(post=row)), on_date(on))


@read("parties.posts")
def posts(viewer: Viewer, *, party: str = "") -> tuple[PostName, ...]:
    """All posts, or those of one party, by party in the order in which they were added."""
    rows = Post.objects.filter(**({"party__code": party} if party else {})).order_by("party__code", "pk")
    values = rows.values_list("public_id", "title_ar", "title_en", "party__code")
    return tuple(PostName(public_id, Bilingual(ar, en), code) for public_id, ar, en, code in values)


def latest(held: Iterable[Held], on: PartialDate) -> Held | None:
    """The one of these that holds on that date and began last; the order given decides between equals."""
    holding = [tenure for tenure in held if tenure.span.holds(on)]
    return max(holding, key=lambda tenure: tenure.span.start, default=None)
