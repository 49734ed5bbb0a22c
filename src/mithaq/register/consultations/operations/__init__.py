"""What can be done around the table: minutes, corrections, outcomes, ideas, positions, joint goals."""

from mithaq.register.consultations.operations.corrections import answer_correction, correct_minutes
from mithaq.register.consultations.operations.goals import add_goal, add_interest, measure_goal
from mithaq.register.consultations.operations.ideas import describe_idea, file_idea, sponsor_idea
from mithaq.register.consultations.operations.means import no_longer_serve, serve_goal
from mithaq.register.consultations.operations.minutes import (
    approve_minutes,
    begin_minutes,
    circulate_minutes,
    write_minutes,
)
from mithaq.register.consultations.operations.outcomes import place_outcome, record_outcome
from mithaq.register.consultations.operations.paths import close_idea, propose_idea, recommend_idea
from mithaq.register.consultations.operations.positions import (
    add_issue,
    describe_issue,
    describe_position,
    record_position,
)
from mithaq.register.consultations.operations.proposing import (
    accept_means,
    propose_means,
    refuse_means,
    withdraw_means,
)
from mithaq.register.consultations.operations.sources import cite_in_minutes, take_into_minutes, uncite_in_minutes

__all__ = [
    "accept_means",
    "add_goal",
    "add_interest",
    "add_issue",
    "answer_correction",
    "approve_minutes",
    "begin_minutes",
    "circulate_minutes",
    "cite_in_minutes",
    "close_idea",
    "correct_minutes",
    "describe_idea",
    "describe_issue",
    "describe_position",
    "file_idea",
    "measure_goal",
    "no_longer_serve",
    "place_outcome",
    "propose_idea",
    "propose_means",
    "recommend_idea",
    "record_outcome",
    "record_position",
    "refuse_means",
    "serve_goal",
    "sponsor_idea",
    "take_into_minutes",
    "uncite_in_minutes",
    "withdraw_means",
    "write_minutes",
]
