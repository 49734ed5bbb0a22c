"""What can be done with runs and releases on the page of an act."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from mithaq.web.acts import Act

ACTS: dict[str, Act] = {
    "run-check": Act(
        "runs.check",
        _("Make the run again"),
        _("With its own settings on today's results, as far as you may see them. The run itself stays as it is."),
        _("The run was made again. Its page says what came of it."),
        "run",
        _("Make it again"),
    ),
    "run-release": Act(
        "releases.propose",
        _("Propose a release"),
        _("Every party with people in the run is asked whether it stands there with a row of its own. Until it is issued, nobody else sees anything."),
        _("The release was proposed. The parties are asked."),
        "run",
        _("Propose"),
    ),
    "release-issue": Act(
        "releases.issue",
        _("Issue the release"),
        _("With the parties that agreed up to now; all others are counted together. It is numbered and never changes afterwards. Every party gets its own part."),
        _("The release was issued."),
        "release",
        pgettext_lazy("a release", "Issue"),
    ),
    "release-withdraw": Act(
        "releases.withdraw",
        _("Withdraw the release"),
        _("Its numbers are shown no more. Later releases still reckon with their having been seen."),
        _("The release was withdrawn."),
        "release",
        _("Withdraw"),
    ),
    "consent-agree": Act(
        "releases.agree",
        _("Agree to a row of your own"),
        _("Until the release is issued you can still decline."),
        _("Your party has agreed."),
        "consent",
        _("Agree"),
    ),
    "consent-decline": Act(
        "releases.decline",
        _("Decline a row of your own"),
        _("Your people are then counted among others alone, and nothing of your party follows from that."),
        _("Your party has declined."),
        "consent",
        pgettext_lazy("a row in a release", "Decline"),
    ),
}  # fmt: skip
