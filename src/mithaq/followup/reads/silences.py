"""The texts under silence on which somebody's party must decide. Inside a visit."""

from __future__ import annotations

from mithaq.access.shapes import seen_by
from mithaq.access.viewer import Viewer
from mithaq.core.words import Bilingual
from mithaq.followup.reads.shapes import DeskSilence
from mithaq.register.texts.reads import silences_waiting

SHOWN = 20


def silences_of(viewer: Viewer) -> tuple[DeskSilence, ...]:
    """What runs now and the viewer can break, the next to expire first."""
    return tuple(
        DeskSilence(
            *(silence.public_id, silence.text.ref, Bilingual(silence.text.title_ar, silence.text.title_en)),
            *(silence.expiry.isoformat(), silence.zone, seen_by(silence.label_id)),
        )
        for silence in silences_waiting(viewer)[:SHOWN]
    )
