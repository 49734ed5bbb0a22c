"""One joint text with all that belongs to it."""

from __future__ import annotations

from mithaq.access.operation import find, read
from mithaq.access.shapes import history_of
from mithaq.access.viewer import Viewer
from mithaq.register.texts.editions import waiting
from mithaq.register.texts.models import Amendment, JointText, Silence
from mithaq.register.texts.reads.listing import standing_of, text_rows
from mithaq.register.texts.reads.shapes import SilenceRow, TextPage
from mithaq.register.texts.reads.showing import edition_among, editions_of, may_on, placed
from mithaq.register.texts.rights import amends


@read("texts.page")
def text_page(viewer: Viewer, *, text: str, edition: int = 0) -> TextPage:
    """A joint text by paragraph in both languages, with amendments and comments at their place. `edition` 0: the present one."""
    found = find(JointText.objects.all(), text)
    (row,) = text_rows([found])
    editions = editions_of(found)
    shown = edition_among(editions, edition or found.edition)
    at_place = placed(viewer, found, shown.number)
    silences = Silence.objects.filter(text=found).order_by("-pk")
    things = [*(one.public_id for one in silences), *_amendments(found)]
    return TextPage(
        row,
        shown,
        *(at_place.paragraphs, at_place.opening, at_place.elsewhere, at_place.comments),
        len(waiting(found)),
        editions,
        tuple(map(silence_row, silences)),
        may_on(viewer, found, amending=amends(viewer, found)),
        history_of(found.public_id, *things),
        found.version,
        row.seen,
    )


def _amendments(text: JointText) -> list[str]:
    return list(Amendment.objects.filter(text=text).values_list("public_id", flat=True))


def silence_row(silence: Silence) -> SilenceRow:
    """A procedure in a list."""
    return SilenceRow(
        *(silence.public_id, silence.edition, standing_of(silence).value, silence.issued_at.isoformat()),
        *(silence.expiry.isoformat(), silence.zone, silence.chair, silence.outcome),
    )
