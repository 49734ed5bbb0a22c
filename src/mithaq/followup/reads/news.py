"""What others did since somebody was here last, from the journal."""

from __future__ import annotations

from datetime import datetime

from mithaq.access.models import JournalLine
from mithaq.access.shapes import names_of
from mithaq.access.viewer import Viewer
from mithaq.archive.models import Entry
from mithaq.core.words import Bilingual
from mithaq.followup.models import Progress
from mithaq.followup.reads.shapes import News
from mithaq.register.activities.reads import named_seats
from mithaq.register.texts.reads import named_texts

LINES = 15
LOOKED_AT = 100  # newest lines of the journal among which the news are
_NO_NEWS = ("accounts.", "tokens.", "views.", "drafts.")


def news_since(viewer: Viewer, since: datetime | None) -> tuple[News, ...]:
    """The newest lines by others after this instant; none for who was never here. Inside a visit."""
    if since is None:
        return ()
    lines = JournalLine.objects.exclude(account=viewer.account).order_by("-pk")[:LOOKED_AT]
    new = [line for line in lines if line.at > since and not line.operation.startswith(_NO_NEWS)]
    named = _named({line.thing for line in new})
    names = names_of(line.account for line in new)
    told = [(line, named[line.thing]) for line in new if line.thing in named][:LINES]
    return tuple(
        News(
            *(line.at.isoformat(), line.account),
            names[line.account],
            *(line.party, line.operation, kind, thing, ref),
            title,
        )
        for line, (kind, thing, ref, title) in told
    )


def _named(things: set[str]) -> dict[str, tuple[str, str, str, Bilingual]]:
    """Kind, public id, reference and title of what lines of the journal are about; of a report its action's, of an
    amendment, a comment or a silence its text's, of a nomination or of seats offered the activity's title."""
    entries = Entry.objects.filter(thing__in=things).values_list("thing", "kind", "ref", "title_ar", "title_en")
    named = {thing: (kind, thing, ref, Bilingual(ar, en)) for thing, kind, ref, ar, en in entries}
    for thing, text in named_texts(things - named.keys()).items():
        named[thing] = ("text", text.public_id, text.ref, text.title)
    named |= named_seats(things - named.keys())
    reports = Progress.objects.filter(public_id__in=things - named.keys()).select_related("action")
    return named | {
        report.public_id: (
            *("action", report.action.public_id, report.action.ref),
            Bilingual(report.action.title_ar, report.action.title_en),
        )
        for report in reports
    }
