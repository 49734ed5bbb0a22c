"""Names of minutes and people, and who sees several things together. One query each, however many. Inside a visit."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import QuerySet

from mithaq.access.markings import Level, Marking
from mithaq.access.models import Account, Person, Post
from mithaq.access.shapes import Seen, seen_by
from mithaq.access.standing import marking_of
from mithaq.core.words import Bilingual
from mithaq.register.commitments.reads import Speaker
from mithaq.register.consultations.models import Minutes
from mithaq.register.consultations.reads.shapes import MinutesName
from mithaq.register.meetings.reads import meeting_names

NOBODY = Bilingual("", "")


def minutes_names(rows: QuerySet[Minutes]) -> tuple[MinutesName, ...]:
    """These minutes in their order, as far as the viewer sees their meetings too."""
    values = list(rows.values_list("public_id", "state", "meeting_id", "label_id"))
    meetings = meeting_names(meeting for _, _, meeting, _ in values)
    return tuple(
        MinutesName(public_id, state, meetings[meeting], seen_by(label_id))
        for public_id, state, meeting, label_id in values
        if meeting in meetings
    )


def account_names(usernames: Iterable[str]) -> dict[str, Bilingual]:
    """The names of these accounts; the sign-in name where there is no such account any more."""
    wanted = set(usernames) - {""}
    known = {account.username: account.name for account in Account.objects.filter(username__in=wanted)}
    return {"": NOBODY, **{username: known.get(username, Bilingual("", username)) for username in wanted}}


def speakers_of(pairs: Iterable[tuple[int | None, int | None]]) -> dict[tuple[int | None, int | None], Speaker]:
    """Who speaks in which post, by their keys; nobody where a key is None or not seen. Two queries."""
    wanted = set(pairs)
    people = Person.objects.filter(pk__in={person for person, _ in wanted if person})
    names = {
        v[0]: (v[1], Bilingual(v[2], v[3]), Bilingual(v[4], v[5]))
        for v in people.values_list("pk", "public_id", "name_ar", "name_en", "honorific_ar", "honorific_en")
    }
    posts = Post.objects.filter(pk__in={post for _, post in wanted if post}).values_list("pk", "title_ar", "title_en")
    titles = {pk: Bilingual(ar, en) for pk, ar, en in posts}
    return {
        (person, post): Speaker(*names.get(person, ("", NOBODY, NOBODY)), titles.get(post, NOBODY), "")
        for person, post in wanted
    }


def seen_together(label_ids: Iterable[int]) -> Seen:
    """Those to whom all that bears these labels was released."""
    marking = Marking(Level.PUBLIC)
    for label_id in sorted(set(label_ids)):
        marking = marking.joined(marking_of(label_id))
    return Seen(marking.level.name, tuple(sorted(marking.audience)), tuple(sorted(marking.caveats)))
