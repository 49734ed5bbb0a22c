"""What can be done with commitments."""

from mithaq.register.commitments.operations.answering import (
    judge_repeat,
    look_for_repeats,
    relate,
    score_commitment,
    state_stand,
)
from mithaq.register.commitments.operations.keeping import assign_commitment, change_state, describe_commitment
from mithaq.register.commitments.operations.making import accept_commitment, add_commitment
from mithaq.register.commitments.operations.many import accept_many, undo

__all__ = [
    "accept_commitment",
    "accept_many",
    "add_commitment",
    "assign_commitment",
    "change_state",
    "describe_commitment",
    "judge_repeat",
    "look_for_repeats",
    "relate",
    "score_commitment",
    "state_stand",
    "undo",
]
