"""What can be done with joint texts and in the silence procedure."""

from mithaq.register.texts.operations.agreeing import agree
from mithaq.register.texts.operations.amending import (
    accept_amendment,
    amend,
    reject_amendment,
    withdraw_amendment,
)
from mithaq.register.texts.operations.breaking import break_silence
from mithaq.register.texts.operations.conducting import conclude, extend, propose, withdraw
from mithaq.register.texts.operations.drafting import comment, draft, revise
from mithaq.register.texts.operations.stating import attach, join, receive

__all__ = [
    "accept_amendment",
    "agree",
    "amend",
    "attach",
    "break_silence",
    "comment",
    "conclude",
    "draft",
    "extend",
    "join",
    "propose",
    "receive",
    "reject_amendment",
    "revise",
    "withdraw",
    "withdraw_amendment",
]
