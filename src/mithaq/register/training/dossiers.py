"""The written table of a centre's way to accreditation, and what each step needs."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from mithaq.core.errors import Problem


class State(TextChoices):
    """Where a centre stands on its way."""

    CANDIDATE = "candidate", _("Candidate")
    ASSESSED = "assessed", _("Being assessed")
    VISITED = "visited", _("Visited")
    ACCREDITED = "accredited", pgettext_lazy("state of a dossier", "Accredited")
    CONDITIONAL = "conditional", _("Accredited with conditions")
    REFUSED = "refused", _("Not accredited")


DECISIONS = (State.ACCREDITED, State.CONDITIONAL, State.REFUSED)
TRANSITIONS: Mapping[str, tuple[State, ...]] = {
    State.CANDIDATE: (State.ASSESSED, State.REFUSED),
    State.ASSESSED: (State.VISITED, State.REFUSED),
    State.VISITED: DECISIONS,
    State.CONDITIONAL: (State.ASSESSED, State.VISITED, State.ACCREDITED, State.REFUSED),
    State.ACCREDITED: (State.ASSESSED,),  # its review is due
    State.REFUSED: (State.CANDIDATE,),
}


def check_step(
    was: str, becomes: str, *, criteria: Collection[str], visited: bool, decision: str, review_due: date | None
) -> None:
    """Raise a Problem unless the table has this step and what it needs is there.

    `criteria`: of each whether it is met (``yes``, ``part``, ``no``, empty: not judged). Accredited is who meets all; with
    conditions, who was judged on all. A decision has its words and, but for a refusal, the date of the next review.
    """
    if State(becomes) not in TRANSITIONS[was]:
        raise Problem(
            "From “%(was)s” it cannot go to “%(becomes)s”. Possible: %(possible)s.",
            code="transition",
            was=State(was).label,
            becomes=State(becomes).label,
            possible=", ".join(str(state.label) for state in TRANSITIONS[was]),
        )
    if becomes == State.ASSESSED and not criteria:
        raise Problem("Write down the criteria first.", code="no_criteria")
    if becomes == State.VISITED and not visited:
        raise Problem("Write down the visit and what was found first.", code="no_visit")
    if becomes in DECISIONS:
        _check_decision(State(becomes), criteria, decision, review_due)


def _check_decision(becomes: State, criteria: Collection[str], decision: str, review_due: date | None) -> None:
    if not decision.strip():
        raise Problem("Write the words of the decision.", code="no_words")
    if becomes == State.REFUSED:
        return
    if not all(criteria):
        raise Problem("Not all criteria were judged.", code="not_judged")
    if becomes == State.ACCREDITED and any(met != "yes" for met in criteria):
        raise Problem("Not all criteria are met: it can be accredited with conditions.", code="not_met")
    if review_due is None:
        raise Problem("Say when it is reviewed again.", code="no_review")
