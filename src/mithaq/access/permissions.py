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
    DELEGATIONS_APPROVE = "delegations:approve"
    DELEGATIONS_NAME = "delegations:name"
    DOCUMENTS_ADD = "documents:add"
    FEEDS_OWN = "feeds:own"
    IDEAS_FILE = "ideas:file"
    IDEAS_SPONSOR = "ideas:sponsor"
    MEETINGS_MANAGE = "meetings:manage"
    MINUTES_CORRECT = "minutes:correct"
    MINUTES_WRITE = "minutes:write"
    OUTCOMES_RECORD = "outcomes:record"
    PARTIES_MANAGE = "parties:manage"
    POSITIONS_RECORD = "positions:record"
    PROGRESS_CONFIRM = "progress:confirm"
    PROPOSALS_DECIDE = "proposals:decide"
    SCORES_GIVE = "scores:give"
    SILENCE_BREAK = "silence:break"
    SILENCE_CONDUCT = "silence:conduct"
    TEXTS_AMEND = "texts:amend"
    TEXTS_DRAFT = "texts:draft"
    VIEWS_SAVE = "views:save"
