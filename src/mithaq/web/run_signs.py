"""The signs of runs, releases and consents: table -> code -> words, and the colour and icon where there are any."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

TABLES: dict[str, dict[str, tuple[Any, ...]]] = {
    "release": {
        "proposed": (pgettext_lazy("state of a release", "Proposed"), "wait", "half"),
        "issued": (pgettext_lazy("state of a release", "Issued"), "done", "check"),
        "withdrawn": (pgettext_lazy("state of a release", "Withdrawn"), "late", "x"),
    },
    "consent": {
        "asked": (pgettext_lazy("consent to a release", "Asked"), "wait", "ring"),
        "agreed": (pgettext_lazy("consent to a release", "Agreed"), "done", "check"),
        "declined": (pgettext_lazy("consent to a release", "Declined"), "none", "x"),
    },
    "run_checked": {
        "same": (_("The same to the last byte"), "done", "check"),
        "data": (_("The data is another one today"), "wait", "half"),
        "code": (_("The version of Mithaq is another one"), "wait", "half"),
        "content": (_("Something else came out of the same data"), "late", "bang"),
    },
    "finding": {
        "run": (pgettext_lazy("kind of record", "Run of the evaluation"),),
        "release": (pgettext_lazy("kind of record", "Release of results"),),
    },
    "acts": {"runs": (_("Runs of the evaluation"),), "releases": (_("Releases"),)},
    "operation": {
        "runs.check": (_("made the run again"),),
        "releases.propose": (_("proposed the release"),),
        "releases.agree": (_("agreed to a row of its own"),),
        "releases.decline": (_("declined a row of its own"),),
        "releases.issue": (_("issued the release"),),
        "releases.withdraw": (_("withdrew the release"),),
    },
    "changed": {"checked": (_("Made again"),), "release": (_("Release"),), "consent": (_("Consent"),)},
}
