"""What comes out of a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from mithaq.extraction.limits import TEXT_CHARACTERS
from mithaq.extraction.refusals import Refusal, _

# What a reader of the text should know. %(detail)s comes with the note.
NOTES = {
    "legacy_encoding": _("The file was not in UTF-8; it was read as %(detail)s."),
    "lost_letters": _("Some letters could not be made out and stand as �."),
    "article_only": _("Only the article of this page was read, without menus and other parts around it."),
    "text_layer_doubtful": _("The text of this PDF may be garbled. Compare it with the pages before you rely on it."),
    "pages_without_text": _("These pages hold no text and may be pictures: %(detail)s."),
    "pages_damaged": _("These pages are damaged and were not read: %(detail)s."),
    "not_checked": _("Whether this PDF holds scripts could not be checked."),
    "attachments": _("Files inside it that were not read: %(detail)s."),
    "tracked_changes": _("The file holds tracked changes; it was read with all of them accepted."),
    "headers_left_out": _("Page headers and footers are not part of the text: %(detail)s."),
}


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text of one file: LF, NFC, no control characters, paragraphs parted by an empty line.

    `media_type` is what the content is; `title` the headline, subject or title property; `pages` is known for PDF only;
    `notes`: each a key of NOTES, with its detail after ": " where it has one, to be said by `say_note`.
    Raises Refusal too_long for more than TEXT_CHARACTERS.
    """

    text: str
    media_type: str
    title: str | None = None
    pages: int | None = None
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if len(self.text) > TEXT_CHARACTERS:
            raise Refusal("too_long")


def say_note(note: str, translate: Callable[[str], str] = str) -> str:
    """A note of `Extracted` as a sentence, through `translate` (a gettext function)."""
    code, _, detail = note.partition(": ")
    return translate(NOTES[code]) % {"detail": detail}
