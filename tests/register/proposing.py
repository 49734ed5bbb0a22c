"""A text and what is read in it, for tests of what becomes of proposals."""

from __future__ import annotations

from typing import Any

from mithaq.proposals.reads import ProposalEntry, reader
from mithaq.register.commitments import operations
from tests.cast import LAYLA
from tests.make import make_proposals

TEXT = (
    "اختتمت المجموعة الاستشارية اجتماعها الثالث في الدوحة في 21 نوفمبر 2016. "
    "ودعا السفير سالم المعمري رئيس بعثة قطر إلى إيجاد آلية مناسبة لتقييم الدورات قبل نهاية 2017. "
    "وطالب بزيادة وتيرة الحوار السياسي مع الناتو. "
    "ودُرّب في المركز أكثر من 24 متدرباً."
)
CALL = "إيجاد آلية مناسبة لتقييم الدورات قبل نهاية 2017"
SECOND = "بزيادة وتيرة الحوار السياسي مع الناتو"
COMMITMENT = {
    "kind": "commitment",
    "quote": CALL,
    "area": ["training_education"],
    "by": "سالم المعمري",
    "to": "NATO",
    "speaker": "سالم المعمري",
    "due": "2017",
}
SPEAKS_AGAIN = {**COMMITMENT, "quote": SECOND, "area": ["political_dialogue"], "due": None}
MEETING = {
    "kind": "meeting",
    "quote": "اجتماعها الثالث في الدوحة في 21 نوفمبر 2016",
    "ordinal": 3,
    "date": "2016-11-20/2016-11-21",
    "city": "Doha",
    "country": "QAT",
}
PERSON = {
    "kind": "person",
    "quote": "سالم المعمري",
    "name": "سالم المعمري",
    "position": "رئيس بعثة قطر",
    "party": "QAT",
}
FIGURE = {
    "kind": "figure",
    "quote": "أكثر من 24 متدرباً",
    "value": 24,
    "unit": "متدرب",
    "what": "من دُرّب في المركز",
    "comparator": ">",
}


def propose(*found: dict[str, Any], viewer: Any = LAYLA, **fields: Any) -> str:
    given = {"audience": ("QAT", "KWT", "SEC"), "published": "2016-11-22", **fields}
    return make_proposals(viewer, TEXT, *(found or (COMMITMENT,)), **given)


def proposals(document: str, viewer: Any = LAYLA) -> tuple[ProposalEntry, ...]:
    return reader(viewer, document=document).proposals


def accept(document: str, viewer: Any = LAYLA, number: int = 1, **sent: Any) -> str:
    entry = proposals(document, viewer)[number - 1]
    given = {"proposal": entry.public_id, "version": entry.version, **sent}
    return operations.accept_commitment(viewer, **given).public_id
