"""Everything that changes message houses and fact sheets."""

from mithaq.register.outreach.operations.agreeing import agree, reserve, rest_on_text, withdraw
from mithaq.register.outreach.operations.houses import amend_house, attach_series, open_house, retire_house
from mithaq.register.outreach.operations.lines import (
    add_line,
    add_question,
    amend_line,
    drop_proof,
    drop_question,
    prove,
    retire_line,
)
from mithaq.register.outreach.operations.sheets import (
    compose,
    describe,
    issue,
    place_figure,
    put,
    take_off,
    withdraw_sheet,
)

__all__ = [
    "add_line",
    "add_question",
    "agree",
    "amend_house",
    "amend_line",
    "attach_series",
    "compose",
    "describe",
    "drop_proof",
    "drop_question",
    "issue",
    "open_house",
    "place_figure",
    "prove",
    "put",
    "reserve",
    "rest_on_text",
    "retire_house",
    "retire_line",
    "take_off",
    "withdraw",
    "withdraw_sheet",
]
