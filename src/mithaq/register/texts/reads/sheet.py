"""The action sheet: what a silence procedure came to, cut for who reads it."""

from __future__ import annotations

from mithaq.access.operation import find, read
from mithaq.access.shapes import Seen, party_names
from mithaq.access.viewer import Viewer
from mithaq.core.errors import Problem
from mithaq.register.texts.editions import words_of
from mithaq.register.texts.models import Silence
from mithaq.register.texts.reads.shapes import ParagraphShown
from mithaq.register.texts.reads.silence import silence_page
from mithaq.register.texts.reads.silence_shapes import ActionSheet, SilencePage
from mithaq.register.texts.silence import State
from mithaq.register.texts.table import table_marking


@read("silence.sheet")
def sheet(viewer: Viewer, *, silence: str) -> ActionSheet:
    """The action sheet of a silence procedure; it is there from the very end of it. Problem while silence runs."""
    page = silence_page(viewer, silence=silence)
    if page.standing == State.RUNNING:
        raise Problem("Silence still runs. The action sheet is there when it has ended.", code="silence_running")
    found = find(Silence.objects.select_related("text", "label"), silence)
    words = enumerate(words_of(found.text, found.edition), 1)
    codes = {page.chair, page.text.party, *page.under, *page.noting, *page.seen.audience}
    names = {code: name.short for code, name in party_names().items() if code in codes}
    return ActionSheet(
        page,
        tuple(ParagraphShown(one.key, number, one.ar, one.en, (), (), ()) for number, one in words),
        names,
        max([page.ended_at, *(one.at for one in page.statements), *(one.at for one in page.breaks)]),
        _seen(page, found),
    )


def _seen(page: SilencePage, silence: Silence) -> Seen:
    """Who may see all that this sheet tells: with an answer in it, those at the table."""
    if not any(one.answer != "silent" for one in page.answers):
        return page.seen
    marking = table_marking(silence)
    return Seen(marking.level.name, tuple(sorted(marking.audience)), tuple(sorted(marking.caveats)))
