"""Lines of message houses that wait for the agreement of a party; for the desk and the one mail of the day."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from textwrap import shorten

from django.utils.translation import gettext_lazy as _

from mithaq.access.permissions import Permission as P
from mithaq.access.viewer import Viewer
from mithaq.core.words import Bilingual
from mithaq.followup.waiting import MOST, Matter, People, Reminded, Source, add_source, again, day_of
from mithaq.register.outreach.models import Stand
from mithaq.register.outreach.settling import asked
from mithaq.register.outreach.unanswered import put_to_parties, since, unanswered

LETTERS = 160  # of the words of a line


def matters(viewer: Viewer, things: Collection[str]) -> Iterator[Matter]:
    """The lines, of these or of all, to which this viewer can agree for a party that did not answer yet, the longest first."""
    if P.OUTREACH_AGREE not in viewer.permissions or not viewer.party:
        return
    rows = unanswered(viewer.party)
    for line in (rows.filter(public_id__in=things) if things else rows)[:MOST]:
        words = Bilingual(*(shorten(said, LETTERS, placeholder="…") for said in (line.ar, line.en)))
        yield Matter(
            *("line", line.public_id, line.public_id, line.house.ref, words, line.house.keeper, day_of(since(line))),
            *("line", "outreach.agree", line.label_id, f"/outreach/lines/{line.public_id}/"),
        )


def reminders(today: date, people: People) -> Iterator[Reminded]:
    """Who may agree for a party that did not answer yet is told at once, and once more after a week."""
    lines = list(put_to_parties().select_related("label").order_by("pk"))
    rows = Stand.objects.filter(line__in=[line.pk for line in lines])
    given = set(rows.values_list("line_id", "wording", "party"))
    for line in lines:
        day = day_of(since(line))
        for party in asked(line):
            if (line.pk, line.wording, party) not in given:
                for account in people.who(party, P.OUTREACH_AGREE):
                    yield Reminded(account, line.public_id, again(day, today), day, line.label_id)


LINES = Source(
    matters,
    reminders,
    {"line": _("This line of a message house waits for your party: agree, with a reservation if there is one.")},
    {},
)
add_source(LINES)
