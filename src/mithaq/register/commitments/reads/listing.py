"""Commitments in lists: one query for the rows, one for each kind of thing they name, however many rows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db.models import Q, QuerySet

from mithaq.access.models import Person, Post
from mithaq.access.operation import find, read
from mithaq.access.shapes import PAGE, Listing, seen_by
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.core.words import Bilingual
from mithaq.register.commitments.models import Acceptance, Commitment, Repeat
from mithaq.register.commitments.reads.filtering import SAME, Filters
from mithaq.register.commitments.reads.shapes import CommitmentName, CommitmentRow, Speaker, Stand
from mithaq.register.commitments.states import OPEN
from mithaq.register.meetings.reads import meeting_names
from mithaq.register.parties.sources import cited

NOBODY = Bilingual("", "")
FIELDS = (
    *("pk", "public_id", "ref", "kind", "title_ar", "title_en", "words", "language", "said_on", "speaker_id"),
    *("speaker_post_id", "speaker_words", "by", "addressees", "areas", "meeting_id", "citation_id", "source", "state"),
    *("owner", "due", "percent", "demonstration", "label_id"),
)


@read("commitments.list")
def commitment_list(
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
    order: str = "said",
    after: str = "",
) -> Listing[CommitmentRow]:
    """Commitments, 50 a page. `order`: said (the newest said first), due (the next due first, those without a date last)
    or new (the newest filed first). `state`: states, or open, or closed, separated by commas. `party`: speaks, is
    addressed or owns. `speaker`: the id of a person. `q`: words of what was said, its names or who said it, or a reference."""
    rows = Filters(q, state, owner, party, kind, area, meeting, speaker, since, until, overdue, repeated).rows()
    last = find(Commitment.objects.all(), after) if after else None
    found = commitment_rows(_page(rows, order, last))
    return Listing(found[:PAGE], found[PAGE - 1].public_id if len(found) > PAGE else "")


@read("commitments.speakers")
def speakers(viewer: Viewer) -> dict[str, Bilingual]:
    """The ids and names of those who said something that the viewer sees, by their English name."""
    said = Commitment.objects.filter(speaker__isnull=False)
    rows = Person.objects.filter(pk__in=said.values("speaker_id")).order_by("name_en", "pk")
    return {public_id: Bilingual(ar, en) for public_id, ar, en in rows.values_list("public_id", "name_ar", "name_en")}


def _page(rows: QuerySet[Commitment], order: str, last: Commitment | None) -> list[tuple[Any, ...]]:
    """A page and one more. Each comparison lets the database walk an index from where the last page ended."""
    if order == "due":
        return _page_by_due(rows, last)
    if order == "new":
        rows = rows.filter(pk__lt=last.pk) if last else rows
        return list(rows.order_by("-pk").values_list(*FIELDS)[: PAGE + 1])
    if last:
        rows = rows.filter(Q(said_on__lt=last.said_on) | Q(pk__lt=last.pk), said_on__lte=last.said_on)
    return list(rows.order_by("-said_on", "-pk").values_list(*FIELDS)[: PAGE + 1])


def _page_by_due(rows: QuerySet[Commitment], last: Commitment | None) -> list[tuple[Any, ...]]:
    dated, undated = rows.filter(due__isnull=False), rows.filter(due__isnull=True)
    if last and last.due:
        dated = dated.filter(Q(due__gt=last.due) | Q(pk__gt=last.pk), due__gte=last.due)
    elif last:
        dated, undated = dated.none(), undated.filter(pk__gt=last.pk)
    found = list(dated.order_by("due", "pk").values_list(*FIELDS)[: PAGE + 1])
    return found + list(undated.order_by("pk").values_list(*FIELDS)[: PAGE + 1 - len(found)])


def rows_of(rows: QuerySet[Commitment]) -> tuple[CommitmentRow, ...]:
    """These commitments in their order as shapes. Inside a visit."""
    return commitment_rows(list(rows.values_list(*FIELDS)))


def commitments_by_key(pks: Iterable[int | None]) -> dict[int, CommitmentRow]:
    """These commitments by their key, as far as the viewer sees them. Fixed queries, none for none. Inside a visit."""
    wanted = {pk for pk in pks if pk}
    values = list(Commitment.objects.filter(pk__in=wanted).order_by("pk").values_list(*FIELDS)) if wanted else []
    return dict(zip((v[0] for v in values), commitment_rows(values), strict=True))


def commitment_rows(values: list[tuple[Any, ...]]) -> tuple[CommitmentRow, ...]:
    """The shapes of rows of commitments. Inside a visit."""
    if not values:
        return ()
    pks = [v[0] for v in values]
    people, posts = _people(v[9] for v in values), _posts(v[10] for v in values)
    meetings, citations = meeting_names(v[15] for v in values), cited(v[16] for v in values)
    stands, repeated = _stands(pks), _repeated(pks)
    today = clock.today(settings.TIME_ZONE)
    return tuple(
        CommitmentRow(
            *(v[1], v[2], v[3], Bilingual(v[4], v[5]), v[6], v[7], v[8]),
            Speaker(*people.get(v[9], ("", NOBODY, NOBODY)), posts.get(v[10], NOBODY), v[11]),
            *(v[12], v[13], v[14]),
            meetings.get(v[15]),
            citations.get(v[16]),
            *(v[17], v[18], v[19]),
            v[20].isoformat() if v[20] else "",
            max(0, (today - v[20]).days) if v[20] and v[18] in OPEN else 0,
            v[21],
            tuple(stands.get(v[0], ())),
            v[0] in repeated,
            v[22],
            seen_by(v[23]),
        )
        for v in values
    )


def _people(pks: Iterable[int | None]) -> dict[int, tuple[str, Bilingual, Bilingual]]:
    rows = Person.objects.filter(pk__in={pk for pk in pks if pk})
    values = rows.values_list("pk", "public_id", "name_ar", "name_en", "honorific_ar", "honorific_en")
    return {v[0]: (v[1], Bilingual(v[2], v[3]), Bilingual(v[4], v[5])) for v in values}


def _posts(pks: Iterable[int | None]) -> dict[int, Bilingual]:
    rows = Post.objects.filter(pk__in={pk for pk in pks if pk}).values_list("pk", "title_ar", "title_en")
    return {pk: Bilingual(ar, en) for pk, ar, en in rows}


def _stands(pks: list[int]) -> dict[int, list[Stand]]:
    stands: dict[int, list[Stand]] = {}
    rows = Acceptance.objects.filter(commitment__in=pks).order_by("party")
    for pk, party, stand in rows.values_list("commitment_id", "party", "stand"):
        stands.setdefault(pk, []).append(Stand(party, stand))
    return stands


def _repeated(pks: list[int]) -> set[int]:
    rows = Repeat.objects.filter(Q(earlier__in=pks) | Q(later__in=pks), decision__in=SAME)
    return {pk for pair in rows.values_list("earlier_id", "later_id") for pk in pair}


def commitment_names(pks: Iterable[int | None]) -> dict[int, CommitmentName]:
    """These commitments by their key, as far as the viewer sees them. One query. Inside a visit."""
    rows = Commitment.objects.filter(pk__in={pk for pk in pks if pk})
    values = rows.values_list(
        *("pk", "public_id", "ref", "kind", "title_ar", "title_en", "words", "language", "said_on", "state")
    )
    return {v[0]: CommitmentName(v[1], v[2], v[3], Bilingual(v[4], v[5]), *v[6:]) for v in values}
