"""Evaluate: a run is made and frozen, what it shows is opened as findings, and what was done about earlier ones is measured."""

from __future__ import annotations

from mithaq.access.operation import Reference, operation
from mithaq.access.permissions import Permission
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.reviews.findings.filing import content_of, keep_spreads, open_findings
from mithaq.reviews.findings.forms import Evaluate
from mithaq.reviews.findings.indexing import index_finding
from mithaq.reviews.findings.measuring import measure_again
from mithaq.reviews.runs.making import Frozen, made_first, make_run


@operation("findings.evaluate", needs=Permission.FINDINGS_EVALUATE, form=Evaluate, prepare=made_first)
def evaluate(
    viewer: Viewer,
    *,
    courses: tuple[str, ...] = (),
    year: int | None = None,
    worthwhile: float = 0.0,
    seed: int = 0,
    title_ar: str = "",
    title_en: str = "",
    made: Frozen | None = None,
) -> Reference:
    """Evaluate what you may see of these courses: the run is kept as it is, what it shows is put to the centres, and whether
    what was done about earlier findings worked is measured. Answers the id of the run."""
    from mithaq.reviews.findings.triggers import found_in  # noqa: PLC0415  (loads scipy: only where it is used)

    run = make_run(
        viewer,
        courses=courses,
        year=year,
        worthwhile=worthwhile,
        seed=seed,
        title_ar=title_ar,
        title_en=title_en,
        made=made,
    )
    content = content_of(run.content)
    keep_spreads(run, content)
    found = found_in(content, clock.today())
    opened = open_findings(viewer, run, content, found)
    for one in opened:
        index_finding(one)
    measured = measure_again(run, content, found)
    told = {"run": [None, run.ref], "findings": [None, len(opened)], "remedies": [None, measured]}
    return Reference(run.public_id, run.label_id, told)
