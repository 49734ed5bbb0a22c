"""Who may do what with an activity and its nominations, and under which labels they stand. Inside a visit."""

from __future__ import annotations

from mithaq.access.markings import Caveat, Level, Marking
from mithaq.access.models import Label
from mithaq.access.viewer import Viewer
from mithaq.core.errors import Refused
from mithaq.register.activities.models import Activity

NOT_THE_HOST = Refused("Only the party that runs the activity, or that filed it, does this.", code="not_yours")
NOT_YOUR_PARTY = Refused("Only the party itself does this.", code="not_yours")


def runs(viewer: Viewer, activity: Activity) -> bool:
    """Whether this viewer is of the party that runs the activity, or of the one that keeps it."""
    return bool(viewer.party) and viewer.party in (activity.host, activity.keeper)


def check(allowed: bool, refusal: Refused) -> None:
    """Raise such a refusal unless it is allowed."""
    if not allowed:
        raise Refused(refusal.text, code=refusal.code)


def between(activity: Activity, *parties: str, level: Level = Level.RESTRICTED, personal: bool = False) -> Label:
    """The label of what these parties and the host share, the keeper too unless it is personal: not wider than this level.
    Inside a visit that writes."""
    marking = activity.label.marking
    audience = {*parties, activity.host, *(() if personal else (activity.keeper,))}
    caveats = marking.caveats | ({Caveat.PERSONAL} if personal else frozenset())
    return Label.objects.marked(Marking(max(level, marking.level), frozenset(audience), caveats))
