"""What people send about minutes, outcomes, ideas, positions and joint goals."""

from mithaq.register.consultations.forms.goals import (
    AddGoal,
    AddInterest,
    AnswerMeans,
    NoLongerServe,
    RecordResult,
    RefuseMeans,
    ServeGoal,
)
from mithaq.register.consultations.forms.ideas import (
    CloseIdea,
    DescribeIdea,
    FileIdea,
    ProposeIdea,
    RecommendIdea,
    SponsorIdea,
)
from mithaq.register.consultations.forms.minutes import (
    AnswerCorrection,
    ApproveMinutes,
    BeginMinutes,
    CirculateMinutes,
    CiteInMinutes,
    CorrectMinutes,
    TakeIntoMinutes,
    UnciteInMinutes,
    WriteMinutes,
)
from mithaq.register.consultations.forms.outcomes import PlaceOutcome, RecordOutcome
from mithaq.register.consultations.forms.positions import AddIssue, DescribeIssue, DescribePosition, RecordPosition

__all__ = [
    "AddGoal",
    "AddInterest",
    "AddIssue",
    "AnswerCorrection",
    "AnswerMeans",
    "ApproveMinutes",
    "BeginMinutes",
    "CirculateMinutes",
    "CiteInMinutes",
    "CloseIdea",
    "CorrectMinutes",
    "DescribeIdea",
    "DescribeIssue",
    "DescribePosition",
    "FileIdea",
    "NoLongerServe",
    "PlaceOutcome",
    "ProposeIdea",
    "RecommendIdea",
    "RecordOutcome",
    "RecordPosition",
    "RecordResult",
    "RefuseMeans",
    "ServeGoal",
    "SponsorIdea",
    "TakeIntoMinutes",
    "UnciteInMinutes",
    "WriteMinutes",
]
