"""What can be done with instruments, filled forms and results."""

from mithaq.register.instruments.operations.importing import take_in_results, undo_results
from mithaq.register.instruments.operations.instruments import (
    add_instrument,
    amend_instrument,
    drop_item,
    put_in_use,
    retire,
    set_item,
)
from mithaq.register.instruments.operations.recording import invite_all, record_form, record_result

__all__ = [
    "add_instrument",
    "amend_instrument",
    "drop_item",
    "invite_all",
    "put_in_use",
    "record_form",
    "record_result",
    "retire",
    "set_item",
    "take_in_results",
    "undo_results",
]
