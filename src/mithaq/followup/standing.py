"""How far a commitment is, from what its actions report. Inside a visit that writes."""

from __future__ import annotations

from mithaq.followup.models import Action, Serves
from mithaq.register.commitments.models import Commitment
from mithaq.register.commitments.states import State


def bring_up_to_date(action: Action) -> None:
    """Bring the percentage of the commitments this action serves up to date: the mean of their actions.

    Only actions with the commitment's own label count: those everybody sees who sees the commitment, so that its
    percentage tells nobody of an action that was not released to them. Superseded ones do not count. What is done stays
    at 100.
    """
    served = Serves.objects.filter(action=action, label_id=action.label_id).values("commitment_id")
    rows = Commitment.objects.filter(pk__in=served, label_id=action.label_id).exclude(state=State.DONE)
    for pk in list(rows.values_list("pk", flat=True)):
        links = Serves.objects.filter(commitment=pk).values("action_id")
        same = Action.objects.filter(pk__in=links, label_id=action.label_id).exclude(state=State.SUPERSEDED)
        percents = list(same.values_list("percent", flat=True))
        mean = round(sum(percents) / len(percents)) if percents else 0
        Commitment.objects.filter(pk=pk).update(percent=mean)
