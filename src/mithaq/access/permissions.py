"""What can be permitted, named ``<area>:<verb>``, alphabetical. Roles hold these; operations need one each."""

from __future__ import annotations

from enum import StrEnum


class Permission(StrEnum):
    """One right to act. What one may *see* is no permission but the label's business."""

    ACCOUNTS_MANAGE = "accounts:manage"
    ACCOUNTS_SELF = "accounts:self"
    ACTIONS_MANAGE = "actions:manage"
    ACTIONS_REPORT = "actions:report"
    AREAS_MANAGE = "areas:manage"
    COMMITMENTS_ANSWER = "commitments:answer"
    COMMITMENTS_DECIDE = "commitments:decide"
    COMMITMENTS_MANAGE = "commitments:manage"
    DOCUMENTS_ADD = "documents:add"
    MEETINGS_MANAGE = "meetings:manage"
    PARTIES_MANAGE = "parties:manage"
    PROGRESS_CONFIRM = "progress:confirm"
    PROPOSALS_DECIDE = "proposals:decide"
    SCORES_GIVE = "scores:give"
    VIEWS_SAVE = "views:save"
