"""Things tests need, made by calling operations, as a person who may."""

from __future__ import annotations

from typing import Any

from mithaq.access.viewer import Viewer
from mithaq.archive import operations as archive
from mithaq.proposals import operations as proposals

ADDRESS = (
    "كلمة رئيس البعثة في ختام الاجتماع\n"
    "دعا سعادة السفير سالم المعمري رئيس بعثة دولة قطر لدى حلف شمال الأطلسي إلى إنشاء آلية مشتركة لتقييم الدورات. "
    "وأقيمت أكثر من 24 دورة في المركز الإقليمي بالكويت منذ عام 2014.\n"
    "وطالب دول المبادرة بزيادة وتيرة الاجتماعات مع الناتو قبل نهاية 2027.\n"
)


def make_document(viewer: Viewer, text: str = ADDRESS, *audience: str, level: str = "RESTRICTED", **fields: Any) -> str:
    """A document filed by this viewer and not read, released to these parties; its public id."""
    return archive.add(viewer, text=text, level=level, audience=audience or (viewer.party,), **fields).public_id


def make_read_document(
    viewer: Viewer, text: str = ADDRESS, *audience: str, level: str = "RESTRICTED", **fields: Any
) -> str:
    """A document filed by this viewer and read: its proposals wait."""
    return proposals.take_in(viewer, text=text, level=level, audience=audience or (viewer.party,), **fields).public_id
