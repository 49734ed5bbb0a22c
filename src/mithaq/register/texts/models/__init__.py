"""Joint texts with their editions and amendments, and the silence procedures they go through."""

from mithaq.register.texts.models.notices import Notice
from mithaq.register.texts.models.silence import Agreement, Break, Extension, NationalStatement, Silence
from mithaq.register.texts.models.texts import Amendment, Comment, Edition, JointText, Paragraph

__all__ = [
    "Agreement",
    "Amendment",
    "Break",
    "Comment",
    "Edition",
    "Extension",
    "JointText",
    "NationalStatement",
    "Notice",
    "Paragraph",
    "Silence",
]
