"""A run of the full size, composed: fourteen years of the whole network with the answers that its tests and forms got.

What comes before is the table of `bench.training_speed`; `bench.training_sources` has what is made here.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

import django

from bench.figure import Figure
from mithaq.evaluation.report import Settings


def figures() -> Iterator[Figure]:
    """CPU of composing it and of making its text, and how long that is."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mithaq.config.settings")
    django.setup()
    from bench.training_sources import sources  # noqa: PLC0415  after the settings
    from mithaq.reviews.runs.composing import compose  # noqa: PLC0415  as well
    from mithaq.reviews.runs.plain import canonical  # noqa: PLC0415  as well

    made = sources()
    began = time.process_time()
    content = compose(made, Settings(worthwhile=5.0, agreed=True)).content
    took = time.process_time() - began
    text = canonical(content)
    forms = sum(len(one.sittings) for one in made.answers)
    yield Figure(
        "training.run", took, f"CPU s for {len(made.results)} enrolments and {forms} forms", goal=60, at_most=True
    )
    yield Figure("training.run_text", len(text) / 1e6, "MB")
