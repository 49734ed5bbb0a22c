"""What people send about instruments, filled forms and results."""

from mithaq.register.instruments.forms.instruments import (
    AddInstrument,
    AmendInstrument,
    DropItem,
    InviteAll,
    PutInUse,
    RecordForm,
    RetireInstrument,
    SetItem,
)
from mithaq.register.instruments.forms.results import RecordResult, TakeInResults, UndoResults

__all__ = [
    "AddInstrument",
    "AmendInstrument",
    "DropItem",
    "InviteAll",
    "PutInUse",
    "RecordForm",
    "RecordResult",
    "RetireInstrument",
    "SetItem",
    "TakeInResults",
    "UndoResults",
]
