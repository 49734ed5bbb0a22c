"""Everything of a run. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from mithaq.evaluation.report import Report
from mithaq.reviews.runs.content.areas import AreaFacts
from mithaq.reviews.runs.content.courses import CourseFacts, OfferingFacts
from mithaq.reviews.runs.content.ledger import Ledger
from mithaq.reviews.runs.content.parties import PartyFacts


@dataclass(frozen=True, slots=True)
class Content:
    """Everything of a run. Whoever may see the run may see all of it; others see what was cut from it for a release."""

    report: Report
    courses: tuple[CourseFacts, ...]
    offerings: tuple[OfferingFacts, ...]
    parties: tuple[PartyFacts, ...]
    areas: tuple[AreaFacts, ...]
    ledger: tuple[Ledger, ...]
