"""What is said and written around the table: minutes and their corrections, outcomes, ideas, positions, joint goals."""

from mithaq.register.consultations.models.goals import Interest, JointGoal, Measured
from mithaq.register.consultations.models.ideas import Idea, IdeaStep
from mithaq.register.consultations.models.means import Means, ProposedMeans
from mithaq.register.consultations.models.minutes import Correction, Minutes, MinutesItem, MinutesSource, MinutesText
from mithaq.register.consultations.models.outcomes import Outcome
from mithaq.register.consultations.models.positions import Issue, Position

__all__ = [
    "Correction",
    "Idea",
    "IdeaStep",
    "Interest",
    "Issue",
    "JointGoal",
    "Means",
    "Measured",
    "Minutes",
    "MinutesItem",
    "MinutesSource",
    "MinutesText",
    "Outcome",
    "Position",
    "ProposedMeans",
]
