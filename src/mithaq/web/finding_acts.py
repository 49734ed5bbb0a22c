"""What can be done with a finding of the evaluation on the page of an act: answer, act, put it to others, close; a review."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.translation import gettext_lazy as _

from mithaq.access.viewer import Viewer
from mithaq.web.acts import Act
from mithaq.web.choices import Options
from mithaq.web.training_things import centre_options

ACTS: dict[str, Act] = {
    "asked-answer": Act(
        "findings.answer",
        _("Answer a finding of the evaluation"),
        _(
            "When the centre has accepted it, the next run of the course may be opened again. A comment is no answer yet."
        ),
        _("The answer was recorded."),
        "asked",
        _("Answer"),
    ),
    "asked-reject": Act(
        "findings.reject",
        _("Reject a finding of the evaluation"),
        _(
            "The reason stays with the finding. When the centre has answered so, the next run of the course may be opened."
        ),
        _("The answer was recorded."),
        "asked",
        _("Reject"),
    ),
    "asked-act": Act(
        "findings.act",
        _("Say what is done about it"),
        _("An owner, a date and the change that is expected: the next run of the course is measured against that."),
        _("The action was added. It is followed up like any other."),
        "asked",
    ),
    "finding-share": Act(
        "findings.share",
        _("Put the finding to one more party"),
        _("It is told in words what it is asked about, and no number: nothing that was not released to it."),
        _("The party was asked."),
        "finding",
        _("Ask"),
    ),
    "finding-close": Act(
        "findings.close",
        _("Close the finding"),
        _("It counts as proved only where a later run of the course is measured and says that it worked."),
        _("The finding was closed."),
        "finding",
        _("Close"),
    ),
}
NEW: dict[str, Act] = {
    "annual-make": Act(
        "findings.review",
        _("Make the annual review of a centre"),
        _("The findings of the year and those left from before, as they stand now. It stays as it is made."),
        _("The annual review was made."),
        "",
        on="annual-review",
    ),
}


def offered_for_findings(viewer: Viewer, act: Act) -> dict[str, Callable[[], Options]]:
    """What the form of an annual review offers."""
    return {"centre": lambda: centre_options(viewer)} if act.on == "annual-review" else {}
