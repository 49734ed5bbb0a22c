"""Agreed texts that lines stand in. Inside a visit."""

from __future__ import annotations

from mithaq.access.operation import find
from mithaq.access.resolving import invalid
from mithaq.core.errors import Problem
from mithaq.core.text import fold
from mithaq.register.outreach.models import Line
from mithaq.register.texts.editions import words_of
from mithaq.register.texts.models import JointText
from mithaq.register.texts.reads.listing import text_rows


def agreed_text(named: str) -> JointText:
    """The text, if it is agreed now; Absent if the viewer sees none, Invalid for ``text`` if it is not agreed."""
    text: JointText = find(JointText.objects.select_related("label"), named)
    (row,) = text_rows([text])
    if row.state != JointText.State.AGREED:
        raise invalid(
            "text", "%(ref)s is not agreed. Name a text that the parties agreed on.", "not_agreed", ref=text.ref
        )
    return text


def check_stands_in(line: Line, text: JointText) -> None:
    """Problem unless the words of the line, in both languages, stand in the text's present edition."""
    paragraphs = words_of(text)
    for words, written in ((line.ar, [one.ar for one in paragraphs]), (line.en, [one.en for one in paragraphs])):
        if not any(_plain(words) in _plain(paragraph) for paragraph in written):
            raise Problem(
                "The words “%(words)s” do not stand in %(ref)s. Word the line as the text has it, or ask the parties.",
                code="other_words",
                words=words,
                ref=text.ref,
            )


def _plain(words: str) -> str:
    return " ".join(fold(words).text.split()).rstrip(".").casefold()
