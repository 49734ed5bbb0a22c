"""Who somebody named in a text is, and which post they held. Inside a visit."""

from __future__ import annotations

from mithaq.access.models import Party, Person, Post, Tenure
from mithaq.access.resolving import invalid
from mithaq.core.dates import PartialDate
from mithaq.register.parties.as_read import people_named
from mithaq.register.parties.reach import labels_as_wide
from mithaq.register.parties.standing import Span


def person_named(words: str, label_id: int) -> Person | None:
    """The person whose name or another writing of it this is, in either script; None if nobody or more than one.

    In a record under this label: only what everybody may see who sees the record counts.
    """
    return people_named([words], label_id).get(words)


def post_on(person: Person, day: str, label_id: int) -> Post | None:
    """The post this person held on that (partial) day, the one taken up last; None where no source tells.

    In a record under this label: only what everybody may see who sees the record counts.

    Of posts taken up on one day the one at a mission counts, for it is the mission's head who speaks in the initiative.
    Without a day: the only post known, if there is one.
    """
    wide = labels_as_wide(label_id)
    known = Tenure.objects.filter(person=person, label__in=wide, post__label__in=wide)
    held = list(known.select_related("post").order_by("pk"))
    if not day:
        posts = {tenure.post_id: tenure.post for tenure in held}
        return next(iter(posts.values())) if len(posts) == 1 else None
    on = PartialDate.parse(day)
    spans = [(Span(tenure.since, tenure.until, tenure.seen_on), tenure.post) for tenure in held]
    holding = [(span.start, bool(post.mission_id), post) for span, post in spans if span.holds(on)]
    return max(holding, key=lambda row: row[:2])[2] if holding else None


def party_named(code: str, field: str) -> Party:
    """The party with this code; Invalid for this field if the viewer knows none."""
    party: Party | None = Party.objects.filter(code=code).first()
    if party is None:
        raise invalid(field, "There is no party with the code “%(party)s”.", "unknown_party", party=code)
    return party
