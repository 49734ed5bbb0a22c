"""What can be done with runs and releases. A run is made by `findings.evaluate`."""

from mithaq.reviews.runs.operations.consenting import agree, decline
from mithaq.reviews.runs.operations.releases import issue, propose, withdraw
from mithaq.reviews.runs.operations.runs import check

__all__ = ["agree", "check", "decline", "issue", "propose", "withdraw"]
