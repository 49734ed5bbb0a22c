"""Instruments, forms and results: for pages and papers."""

from mithaq.register.instruments.reads.feedback import Feedback, SaidOf, trainer_feedback
from mithaq.register.instruments.reads.instruments import instrument_page, instruments_of
from mithaq.register.instruments.reads.remarks import Remarks, remarks
from mithaq.register.instruments.reads.results import offering_results, preview, result_imports, to_invite
from mithaq.register.instruments.reads.shapes import (
    ColumnSeen,
    ImportShown,
    InstrumentPage,
    InstrumentRow,
    ItemShown,
    OfferingResults,
    Preview,
    ResultShown,
    ToInvite,
    WaveCount,
)

__all__ = [
    "ColumnSeen",
    "Feedback",
    "ImportShown",
    "InstrumentPage",
    "InstrumentRow",
    "ItemShown",
    "OfferingResults",
    "Preview",
    "Remarks",
    "ResultShown",
    "SaidOf",
    "ToInvite",
    "WaveCount",
    "instrument_page",
    "instruments_of",
    "offering_results",
    "preview",
    "remarks",
    "result_imports",
    "to_invite",
    "trainer_feedback",
]
