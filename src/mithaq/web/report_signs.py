"""The signs of reports on training: table -> code -> words, and the colour and icon."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

TABLES: dict[str, dict[str, tuple[Any, ...]]] = {
    "evaluation_verdict": {
        "benefit_shown": (_("Benefit shown"), "done", "check"),
        "no_worthwhile_benefit": (_("No worthwhile benefit"), "late", "x"),
        "not_yet_known": (_("Not known yet"), "wait", "half"),
        "not_measurable": (_("Not measurable"), "none", "ring"),
    },
}
