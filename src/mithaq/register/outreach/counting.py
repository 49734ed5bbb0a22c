"""What the public itself can count in this house: of rows that are public, and of no others. Inside a visit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from mithaq.access.markings import Level, Marking
from mithaq.access.models import Initiative, StatusClaim
from mithaq.register.activities.models import Activity
from mithaq.register.activities.steps import State as ActivityState
from mithaq.register.commitments.models import Commitment
from mithaq.register.commitments.states import State as CommitmentState
from mithaq.register.meetings.holding import took_place
from mithaq.register.meetings.models import Meeting
from mithaq.register.meetings.rights import all_formats
from mithaq.register.parties.reads import on_date
from mithaq.register.parties.reads.standings import claims_of, standings_of
from mithaq.register.texts.models import JointText
from mithaq.register.training.models import Course

PUBLIC = Marking(Level.PUBLIC).id  # the label of what everybody may see

WORDS: Mapping[str, Promise] = {  # in the order in which a sheet tells them
    "members": _("Member states of the initiative"),
    "meetings": _("Meetings held"),
    "commitments": _("Commitments in the public register"),
    "done": pgettext_lazy("count", "Commitments done, of these"),
    "texts": _("Joint texts agreed and public"),
    "courses": _("Courses in the public catalogue"),
    "activities": _("Activities held and public"),
}
PLACES: Mapping[str, str] = {  # where in this house the rows stand
    "members": "/parties/",
    "meetings": "/meetings/",
    "commitments": "/commitments/",
    "done": "/commitments/",
    "texts": "/texts/",
    "courses": "/training/",
    "activities": "/training/activities/",
}


def counted(codes: Iterable[str]) -> dict[str, int]:
    """How many of each of these there are that everybody may see, in the order of `WORDS`. One or two queries each."""
    wanted = set(codes)
    return {code: _COUNTS[code]() for code in WORDS if code in wanted}


def _members() -> int:
    initiative = Initiative.objects.order_by("pk").first()
    claims = claims_of(StatusClaim.objects.filter(initiative=initiative, label=PUBLIC))
    return sum(one.status == StatusClaim.Status.MEMBER for one in standings_of(claims, on_date("")))


_COUNTS: dict[str, Callable[[], int]] = {
    "members": _members,
    "meetings": lambda: Meeting.objects.filter(took_place(all_formats()), label=PUBLIC).count(),
    "commitments": lambda: Commitment.objects.filter(label=PUBLIC).count(),
    "done": lambda: Commitment.objects.filter(label=PUBLIC, state=CommitmentState.DONE).count(),
    "texts": lambda: JointText.objects.filter(label=PUBLIC, state=JointText.State.AGREED).count(),
    "courses": lambda: Course.objects.filter(label=PUBLIC).count(),
    "activities": lambda: Activity.objects.filter(label=PUBLIC, state=ActivityState.HELD).count(),
}
