"""Joint texts, their editions compared, silence procedures and action sheets: for pages, mail and papers."""

from mithaq.register.texts.reads.about import about
from mithaq.register.texts.reads.comparing import compare, revision
from mithaq.register.texts.reads.listing import TextNamed, named_texts, text_list
from mithaq.register.texts.reads.page import text_page
from mithaq.register.texts.reads.previewing import preview
from mithaq.register.texts.reads.shapes import (
    AmendmentShown,
    CommentShown,
    Compared,
    EditionRow,
    ParagraphCompared,
    ParagraphShown,
    Revision,
    SilenceRow,
    TextPage,
    TextRow,
)
from mithaq.register.texts.reads.sheet import sheet
from mithaq.register.texts.reads.silence import silence_page, silences_waiting
from mithaq.register.texts.reads.silence_shapes import (
    ActionSheet,
    AnswerShown,
    BreakShown,
    ExtensionShown,
    SilencePage,
    SilencePreview,
    StatementShown,
)

__all__ = [
    "ActionSheet",
    "AmendmentShown",
    "AnswerShown",
    "BreakShown",
    "CommentShown",
    "Compared",
    "EditionRow",
    "ExtensionShown",
    "ParagraphCompared",
    "ParagraphShown",
    "Revision",
    "SilencePage",
    "SilencePreview",
    "SilenceRow",
    "StatementShown",
    "TextNamed",
    "TextPage",
    "TextRow",
    "about",
    "compare",
    "named_texts",
    "preview",
    "revision",
    "sheet",
    "silence_page",
    "silences_waiting",
    "text_list",
    "text_page",
]
