"""The signs of instruments and results: table -> code -> words, and the colour and icon where there are any."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

TABLES: dict[str, dict[str, tuple[Any, ...]]] = {
    "instrument": {
        "draft": (pgettext_lazy("state of an instrument", "Draft"), "wait", "ring"),
        "in_use": (pgettext_lazy("state of an instrument", "In use"), "done", "check"),
        "retired": (pgettext_lazy("state of an instrument", "Retired"), "none", "x"),
    },
    "instrument_level": {
        "L1": (pgettext_lazy("level of evaluation", "Reaction"),),
        "L2": (_("Test"),),
        "L3": (pgettext_lazy("level of evaluation", "Application"),),
        "L4": (_("Goals moved"),),
    },
    "wave": {
        "reaction": (pgettext_lazy("wave", "Reaction"),),
        "pre": (pgettext_lazy("wave", "Before the course"),),
        "post": (pgettext_lazy("wave", "After the course"),),
        "followup": (pgettext_lazy("wave", "Six months later"),),
        "supervisor": (_("Supervisor, six months later"),),
    },
    "item_kind": {
        "choice": (pgettext_lazy("kind of a question", "One of several answers"),),
        "scale": (_("From 1 to 5"),),
        "number": (_("A number"),),
        "text": (pgettext_lazy("kind of a question", "In words"),),
    },
    "asks": {
        "engaging": (_("Whether it was engaging"),),
        "relevant": (_("Whether it is relevant to the work"),),
        "will_use": (_("Whether it will be used"),),
        "applied": (_("Whether it was applied"),),
        "how_often": (_("How often it was applied"),),
        "barrier": (_("What stood in the way"),),
        "remark": (_("A free remark"),),
    },
    "instrument_warning": {
        "few_common": (
            _(
                "Fewer than five questions stand in every form of this test: forms can hardly be compared. Mark or add some."
            ),
        ),
        "untranslated": (_("Some words stand in one language alone: whoever reads the other sees them in this one."),),
        "untested": (_("No question is about these objectives:"),),
    },
    "operation": {
        "instruments.add": (_("made an instrument"),),
        "instruments.amend": (_("put right an instrument"),),
        "instruments.set_item": (_("wrote a question"),),
        "instruments.drop_item": (_("took a question out"),),
        "instruments.put_in_use": (_("put an instrument in use"),),
        "instruments.retire": (_("retired an instrument"),),
        "instruments.invite": (_("made links to a form"),),
        "instruments.record": (_("recorded a form filled on paper"),),
        "instruments.fill": (_("took in a form that was filled"),),
        "results.record": (_("recorded scores"),),
        "results.take_in": (_("took results in from a file"),),
        "results.undo": (_("took results from a file out again"),),
    },
    "changed": {
        "instrument": (_("Instrument"),),
        "item": (_("Question"),),
        "form": (_("Filled form"),),
        "links": (_("Links"),),
        "wave": (_("When it is asked"),),
        "results": (_("Results"),),
        "filled": (_("Filled in"),),
    },
}
