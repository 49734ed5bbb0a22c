"""What is said and written around the table, for pages and papers."""

from mithaq.register.consultations.reads.about import about
from mithaq.register.consultations.reads.agenda import agenda_points
from mithaq.register.consultations.reads.goals import GoalRow, Goals, InterestRow, goal_list, goal_named, interest_named
from mithaq.register.consultations.reads.ideas import IdeaPage, IdeaRow, idea_behind, idea_list, idea_page
from mithaq.register.consultations.reads.means import ServedGoal, ServingCourse, goals_of_course, means_named
from mithaq.register.consultations.reads.milestones import (
    AnniversaryPack,
    Met,
    Milestone,
    anniversary_pack,
    milestone_list,
)
from mithaq.register.consultations.reads.minutes import (
    correction_page,
    minutes_item,
    minutes_of_meeting,
    minutes_page,
    minutes_wordings,
)
from mithaq.register.consultations.reads.names import minutes_names, seen_together
from mithaq.register.consultations.reads.outcome_shapes import AgendaPoint, MeetingOutcomes, OutcomeRow
from mithaq.register.consultations.reads.outcomes import meeting_outcomes, meeting_whole, outcomes_of
from mithaq.register.consultations.reads.position_shapes import CommonGround, IssuePage, IssueRow, Matrix, PositionShown
from mithaq.register.consultations.reads.positions import (
    issue_common_ground,
    issue_page,
    issue_rows,
    position_matrix,
    position_page,
)
from mithaq.register.consultations.reads.proposed import MeansProposal, means_proposal, means_proposed
from mithaq.register.consultations.reads.series import minuted_items, series_minutes
from mithaq.register.consultations.reads.shapes import (
    CorrectionPage,
    ItemPage,
    ItemShown,
    Minuted,
    MinutedItem,
    MinutesName,
    MinutesOf,
    MinutesPage,
    MinutesPreview,
    SeriesMinutes,
    Wordings,
)
from mithaq.register.consultations.reads.taking import preview_minutes

__all__ = [
    "AgendaPoint",
    "AnniversaryPack",
    "CommonGround",
    "CorrectionPage",
    "GoalRow",
    "Goals",
    "IdeaPage",
    "IdeaRow",
    "InterestRow",
    "IssuePage",
    "IssueRow",
    "ItemPage",
    "ItemShown",
    "Matrix",
    "MeansProposal",
    "MeetingOutcomes",
    "Met",
    "Milestone",
    "Minuted",
    "MinutedItem",
    "MinutesName",
    "MinutesOf",
    "MinutesPage",
    "MinutesPreview",
    "OutcomeRow",
    "PositionShown",
    "SeriesMinutes",
    "ServedGoal",
    "ServingCourse",
    "Wordings",
    "about",
    "agenda_points",
    "anniversary_pack",
    "correction_page",
    "goal_list",
    "goal_named",
    "goals_of_course",
    "idea_behind",
    "idea_list",
    "idea_page",
    "interest_named",
    "issue_common_ground",
    "issue_page",
    "issue_rows",
    "means_named",
    "means_proposal",
    "means_proposed",
    "meeting_outcomes",
    "meeting_whole",
    "milestone_list",
    "minuted_items",
    "minutes_item",
    "minutes_names",
    "minutes_of_meeting",
    "minutes_page",
    "minutes_wordings",
    "outcomes_of",
    "position_matrix",
    "position_page",
    "preview_minutes",
    "seen_together",
    "series_minutes",
]
