"""What can be done with findings: evaluate, answer, act, share, close, and make the annual review."""

from mithaq.reviews.findings.operations.answering import act_on_finding, answer_finding, reject_finding
from mithaq.reviews.findings.operations.evaluating import evaluate
from mithaq.reviews.findings.operations.keeping import close_finding, make_review, share_finding

__all__ = [
    "act_on_finding",
    "answer_finding",
    "close_finding",
    "evaluate",
    "make_review",
    "reject_finding",
    "share_finding",
]
