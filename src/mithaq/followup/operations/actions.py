"""Actions: what a party does about commitments."""

from __future__ import annotations

from datetime import date
from typing import Any

from mithaq.access.markings import may_see
from mithaq.access.models import Account
from mithaq.access.operation import Reference, find, operation
from mithaq.access.permissions import Permission
from mithaq.access.resolving import changed, focal_point, label_for, narrowed, update_at
from mithaq.access.viewer import Viewer
from mithaq.core.errors import Conflict
from mithaq.core.words import Bilingual
from mithaq.followup.filing import index_action, new_action
from mithaq.followup.forms import AddAction, AssignAction, ChangeActionState, DescribeAction, ServeCommitment
from mithaq.followup.models import Action, Serves
from mithaq.followup.rights import manages
from mithaq.followup.standing import bring_up_to_date
from mithaq.register.commitments.keeping import check, check_released
from mithaq.register.commitments.models import Commitment
from mithaq.register.commitments.states import OPEN, State, check_transition


@operation("actions.add", needs=Permission.ACTIONS_MANAGE, form=AddAction)
def add_action(
    viewer: Viewer,
    *,
    commitments: tuple[str, ...],
    owner: str,
    due: date,
    focal: str = "",
    level: str = "",
    audience: tuple[str, ...] = (),
    title_ar: str = "",
    title_en: str = "",
    demonstration: bool = False,
) -> Reference:
    """Say what a party does about one or more commitments, until when and through whom.

    It is seen by those who see all these commitments, or by fewer if asked. A party adds its own actions, those who
    follow all up anybody's.
    """
    served = [find(Commitment.objects.select_related("label"), public_id) for public_id in commitments]
    asked = [label_for(viewer, level, audience)] if level else []
    label = narrowed(viewer, [*(commitment.label for commitment in served), *asked])
    check(manages(viewer, owner, label.id))
    title = Bilingual(title_ar, title_en)
    action = new_action(label, owner=owner, due=due, focal=focal, title=title, demonstration=demonstration)
    Serves.objects.bulk_create(Serves(label=label, action=action, commitment=commitment) for commitment in served)
    bring_up_to_date(action)
    return Reference(action.public_id, label.id, {"ref": [None, action.ref]})


def _found(viewer: Viewer, public_id: str) -> Action:
    """The action, if this viewer may change it; Absent or Refused."""
    found: Action = find(Action.objects.select_related("label", "focal"), public_id)
    check(manages(viewer, found.owner, found.label_id))
    return found


@operation("actions.describe", needs=Permission.ACTIONS_MANAGE, form=DescribeAction)
def describe_action(viewer: Viewer, *, action: str, version: int, title_ar: str = "", title_en: str = "") -> Reference:
    """Say better what is done. The reference and the label stay."""
    found = _found(viewer, action)
    told = changed(found, title_ar=title_ar, title_en=title_en)
    update_at(Action.objects.filter(pk=found.pk), version, title_ar=title_ar, title_en=title_en)
    found.title_ar, found.title_en = title_ar, title_en
    index_action(found)
    return Reference(action, found.label_id, told)


@operation("actions.assign", needs=Permission.ACTIONS_MANAGE, form=AssignAction)
def assign_action(viewer: Viewer, /, *, action: str, version: int, reason: str, **sent: Any) -> Reference:
    """Say which party does it, through whom and until when, and why that changes; what is left out stays.

    A party hands an action of its own to its own people; only those who follow all up hand it to another party.
    """
    found = _found(viewer, action)
    owner = sent.get("owner", found.owner)
    check(owner == found.owner or manages(viewer, owner, found.label_id))
    check_released("owner", owner, found.label_id)
    if "focal" in sent:
        sent["focal"] = focal_point(sent["focal"], found.label)
    told = changed(found, **sent)
    update_at(Action.objects.filter(pk=found.pk), version, **sent)
    if "due" in sent:
        found.due = sent["due"]
        index_action(found)
    return Reference(action, found.label_id, told, reason)


@operation("actions.serve", needs=Permission.ACTIONS_MANAGE, form=ServeCommitment)
def serve_commitment(viewer: Viewer, *, action: str, commitment: str) -> Reference:
    """Let an action serve one more commitment; that it does is seen by those who may see both."""
    found = _found(viewer, action)
    served = find(Commitment.objects.select_related("label"), commitment)
    label = narrowed(viewer, [found.label, served.label])
    Serves.objects.get_or_create(action=found, commitment=served, defaults={"label": label})
    bring_up_to_date(found)
    return Reference(action, label.id, {"serves": [None, served.ref]})


@operation("actions.change_state", needs=Permission.ACTIONS_MANAGE, form=ChangeActionState)
def change_action_state(viewer: Viewer, *, action: str, state: str, reason: str, version: int) -> Reference:
    """Move an action to another state, by the table of states, with the reason. Done is all of it: 100 percent."""
    found = _found(viewer, action)
    if found.version != version:
        raise Conflict
    check_transition(found.state, state, reason)
    percent = 100 if state == State.DONE else found.percent
    told = changed(found, state=state, percent=percent)
    update_at(Action.objects.filter(pk=found.pk), version, state=state, state_reason=reason, percent=percent)
    bring_up_to_date(found)
    return Reference(action, found.label_id, told, reason)


def reroute(account_from: Account, account_to: Account | None) -> int:
    """Hand the open commitments and actions whose focal point leaves to another account; answers how many.

    What the other account may not see, or all of it if there is no other, is left without a focal point: then its
    party's officers are reminded. Inside a visit that writes and sees all that is to be handed over.
    """
    handed = 0
    for rows in (Commitment.objects, Action.objects):
        for row in rows.filter(focal=account_from, state__in=OPEN).select_related("label"):
            fits = account_to is not None and may_see(account_to.viewer().clearance, row.label.marking)
            handed += rows.filter(pk=row.pk).update(focal=account_to if fits else None)
    return handed
