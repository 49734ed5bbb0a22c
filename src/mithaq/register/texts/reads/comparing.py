"""Two editions of a joint text side by side, and what a new one begins with."""

from __future__ import annotations

from mithaq.access.operation import find, read
from mithaq.access.viewer import Viewer
from mithaq.core.diff import pieces_between
from mithaq.register.texts.drafting import Words, amended, differ
from mithaq.register.texts.editions import waiting, wanted_by, words_of
from mithaq.register.texts.models import JointText
from mithaq.register.texts.reads.listing import text_rows
from mithaq.register.texts.reads.shapes import Compared, ParagraphCompared, ParagraphShown, Revision
from mithaq.register.texts.reads.showing import amendments, edition_among, editions_of


@read("texts.compare")
def compare(viewer: Viewer, *, text: str, older: int = 0, newer: int = 0) -> Compared:
    """Any two editions of a text, word by word; left out, the present one and the one before it. Absent for a number that
    it has not."""
    found = find(JointText.objects.all(), text)
    (row,) = text_rows([found])
    editions = editions_of(found)
    second = edition_among(editions, newer or found.edition)
    first = edition_among(editions, older or max(1, second.number - 1))
    was, now = words_of(found, first.number), words_of(found, second.number)
    return Compared(
        *(row, first, second),
        *(pieces_between(first.title.ar, second.title.ar), pieces_between(first.title.en, second.title.en)),
        _paragraphs(was, now),
        editions,
    )


def _paragraphs(was: tuple[Words, ...], now: tuple[Words, ...]) -> tuple[ParagraphCompared, ...]:
    """The paragraphs of both, in the order of the newer; one that is gone stands after what it followed."""
    before = {one.key: (number, one) for number, one in enumerate(was, 1)}
    after = {one.key: (number, one) for number, one in enumerate(now, 1)}
    order = [one.key for one in now]
    for number, one in enumerate(was):
        if one.key not in after:
            ahead = [known.key for known in was[:number] if known.key in order]
            order.insert(order.index(ahead[-1]) + 1 if ahead else 0, one.key)
    return tuple(_paragraph(key, before.get(key), after.get(key)) for key in order)


def _paragraph(key: str, was: tuple[int, Words] | None, now: tuple[int, Words] | None) -> ParagraphCompared:
    nothing = (0, Words(key, "", ""))
    (number, old), (place, new) = was or nothing, now or nothing
    differs = differ(old.ar, new.ar) or differ(old.en, new.en)
    kind = "new" if not was else "gone" if not now else "changed" if differs else "same"
    return ParagraphCompared(key, kind, number, place, pieces_between(old.ar, new.ar), pieces_between(old.en, new.en))


@read("texts.revision")
def revision(viewer: Viewer, *, text: str) -> Revision:
    """What a new edition of a text begins with: its present words with all accepted amendments made."""
    found = find(JointText.objects.all(), text)
    (row,) = text_rows([found])
    accepted = waiting(found)
    words, could = amended(words_of(found), wanted_by(found, accepted))
    shown = (ParagraphShown(one.key, number, one.ar, one.en, (), (), ()) for number, one in enumerate(words, 1))
    known = {one.key: one for one in words_of(found)}
    left = [one for one, made in zip(accepted, could, strict=True) if not made]
    taken = tuple(one.public_id for one, made in zip(accepted, could, strict=True) if made)
    return Revision(row, tuple(shown), taken, tuple(amendments(viewer, left, known)), found.version)
