"""What a run holds: the report and the facts of courses, parties, areas and of the ledger beside it. Pure.

Scores and gains are points of 100. A share, a gain or a ratio comes with its 95 % interval or not at all; None always means
"not known", never nought. Parties, courses, areas and goals stand by their codes, in the order of the codes.
"""

from mithaq.reviews.runs.content.areas import AreaFacts, Heading
from mithaq.reviews.runs.content.counted import Flow, Seats, Share
from mithaq.reviews.runs.content.courses import CourseFacts, OfferingFacts
from mithaq.reviews.runs.content.ledger import GoalMoved, Learned, Ledger
from mithaq.reviews.runs.content.parties import Need, PartyArea, PartyFacts
from mithaq.reviews.runs.content.said import Reaction, Said, Transfer
from mithaq.reviews.runs.content.tested import Curve, ItemFacts, ObjectiveFacts, Reliability
from mithaq.reviews.runs.content.whole import Content

__all__ = [
    "AreaFacts",
    "Content",
    "CourseFacts",
    "Curve",
    "Flow",
    "GoalMoved",
    "Heading",
    "ItemFacts",
    "Learned",
    "Ledger",
    "Need",
    "ObjectiveFacts",
    "OfferingFacts",
    "PartyArea",
    "PartyFacts",
    "Reaction",
    "Reliability",
    "Said",
    "Seats",
    "Share",
    "Transfer",
]
