"""Editions of a joint text as rows: the present words, and a new edition in place of the present one. Inside a visit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from mithaq.access.fields import new_public_id
from mithaq.access.viewer import Viewer
from mithaq.archive.index import index_record
from mithaq.core.words import Bilingual
from mithaq.register.texts.drafting import Wanted, Words, check_size
from mithaq.register.texts.models import Amendment, Edition, JointText, Paragraph


def words_of(text: JointText, edition: int = 0) -> tuple[Words, ...]:
    """The paragraphs of an edition of a text in their order; 0: of the present one. Empty if there is no such edition."""
    rows = Paragraph.objects.filter(edition__text=text, edition__number=edition or text.edition)
    return tuple(Words(*values) for values in rows.order_by("place").values_list("key", "ar", "en"))


def wanted_by(text: JointText, amendments: Iterable[Amendment]) -> tuple[Wanted, ...]:
    """What these amendments of a text want, in their order; a new paragraph is named as its amendment is."""
    rows = list(amendments)
    earlier = {number: {one.key: one for one in words_of(text, number)} for number in {row.edition for row in rows}}
    return tuple(
        Wanted(
            row.change,
            row.public_id if row.change == Amendment.Change.ADD else row.paragraph,
            *(row.ar, row.en, row.after),
            earlier[row.edition].get(row.paragraph, Words(row.paragraph, "", "")),
        )
        for row in rows
    )


def waiting(text: JointText) -> list[Amendment]:
    """The accepted amendments that no edition has taken in yet, in the order in which they were accepted."""
    rows = Amendment.objects.filter(text=text, state=Amendment.State.ACCEPTED, taken_in=None)
    return list(rows.order_by("settled_at", "pk"))


def put(text: JointText, viewer: Viewer, words: Sequence[Words], summary: str, at: datetime) -> None:
    """Write the text's present edition down with these words, and let search find them. Problem for too many or no words.

    The text has the number and titles of the edition already. A visit that writes.
    """
    check_size(words)
    edition = Edition.objects.create(
        label=text.label,
        text=text,
        number=text.edition,
        title_ar=text.title_ar,
        title_en=text.title_en,
        summary=summary,
        party=viewer.party,
        by=viewer.account,
        at=at,
    )
    Paragraph.objects.bulk_create(
        Paragraph(label=text.label, edition=edition, key=one.key or new_public_id(), place=place, ar=one.ar, en=one.en)
        for place, one in enumerate(words, 1)
    )
    index_text(text, words)


def index_text(text: JointText, words: Iterable[Words]) -> None:
    """Let the text be found by its present words. Inside a visit that writes."""
    title = Bilingual(text.title_ar, text.title_en)
    spoken = [language for one in words for language in (one.ar, one.en)]
    day = text.added_at.date().isoformat()
    index_record("text", text.public_id, text.label, day, *spoken, ref=text.ref, title=title)
