"""Releases as rows: proposed, cut from their run, given to the parties. Inside a visit that writes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from mithaq.access.markings import Level, Marking
from mithaq.access.models import Label
from mithaq.core import clock
from mithaq.core.errors import Problem, Refused
from mithaq.reviews.runs.models import Consent, Part, Release, Run

if TYPE_CHECKING:
    from mithaq.reviews.runs.content import Content
    from mithaq.reviews.runs.cutting import Cut, Earlier
    from mithaq.reviews.runs.facts.bases import Base

NOT_THE_MAKERS = Refused("Only those who may see the run release from it.", code="not_yours")
EARLIER_UNSEEN = Problem(
    "The earlier release %(ref)s of these courses was made from a run that you may not see. Its makers have to release.",
    code="earlier_unseen",
)


def run_of(release: Release) -> Run:
    """The run that it is cut from, with its label; Refused for those who do not see that."""
    run: Run | None = Run.objects.select_related("label").filter(pk=release.run_id).first()
    if run is None:
        raise Refused(NOT_THE_MAKERS.text, code=NOT_THE_MAKERS.code)
    return run


def content_of(run: Run) -> Content:
    """What the run holds."""
    from mithaq.reviews.runs.content import Content  # noqa: PLC0415  (loads scipy: only where it is used)
    from mithaq.reviews.runs.plain import from_plain  # noqa: PLC0415

    return from_plain(Content, json.loads(run.content))


def bases_of(run: Run) -> tuple[Base, ...]:
    """What releases are cut from."""
    from mithaq.reviews.runs.facts.bases import Base  # noqa: PLC0415
    from mithaq.reviews.runs.plain import from_plain  # noqa: PLC0415

    return tuple(from_plain(Base, one) for one in json.loads(run.base))


def shared_with(label: Label, *parties: str) -> Label:
    """The label of what the makers share with these parties."""
    marking = label.marking
    return Label.objects.marked(Marking(marking.level, marking.audience | set(parties), marking.caveats))


def label_when_issued(release: Release, run: Run) -> Label:
    """That of its audience; its makers are always among them."""
    level = Level[release.level]
    if level is Level.PUBLIC:
        return Label.objects.of(Level.PUBLIC)
    return Label.objects.of(level, *release.audience, *run.label.marking.audience)


def ask(release: Release, run: Run) -> tuple[str, ...]:
    """Ask every party with people in the run; the parties. What each is shown is made of its own results alone."""
    from mithaq.reviews.runs.numbers import preview_of  # noqa: PLC0415
    from mithaq.reviews.runs.plain import canonical  # noqa: PLC0415

    base, at = bases_of(run), clock.now()
    parties = tuple(sorted({one.party for one in base}))
    shared = {name: getattr(release, name) for name in ("title_ar", "title_en", "level", "audience")}
    for party in parties:
        Consent.objects.create(
            label=shared_with(run.label, party), release=release, party=party, asked_at=at,
            content=canonical(preview_of(base, party, release.threshold)), **shared,
        )  # fmt: skip
    return parties


def cut_now(release: Release, run: Run) -> tuple[Cut, Content, tuple[Base, ...]]:
    """Cut the release with the parties that agreed up to now, beside all earlier ones of the same courses."""
    from mithaq.reviews.runs.cutting import cut  # noqa: PLC0415

    content, base = content_of(run), bases_of(run)
    agreed = Consent.objects.filter(release=release, answer=Consent.Answer.AGREED).values_list("party", flat=True)
    made = cut(
        content, base, tuple(agreed), digest=run.digest, threshold=release.threshold, earlier=_earlier(release, base)
    )
    return made, content, base


def _earlier(release: Release, base: Sequence[Base]) -> list[Earlier]:
    """What was ever released of the people of these courses; also what was withdrawn, for it was seen."""
    from mithaq.reviews.runs.cutting import earlier_of  # noqa: PLC0415
    from mithaq.reviews.runs.plain import from_plain  # noqa: PLC0415
    from mithaq.reviews.runs.released import Released  # noqa: PLC0415

    courses = {one.course for one in base}
    found = []
    rows = Release.objects.exclude(released_at=None).exclude(pk=release.pk).order_by("pk")
    for pk, ref, named in rows.values_list("pk", "ref", "courses"):
        if not courses & set(named):
            continue
        row = Release.objects.get(pk=pk)
        run = Run.objects.filter(pk=row.run_id).first()
        if run is None:
            raise Problem(EARLIER_UNSEEN.text, code=EARLIER_UNSEEN.code, ref=ref)
        found.append(earlier_of(ref, from_plain(Released, json.loads(row.content)), bases_of(run)))
    return found


def hand_out(release: Release, run: Run, content: Content, base: Sequence[Base]) -> None:
    """Give every party with people in the run what is its own."""
    from mithaq.reviews.runs.numbers import part_of  # noqa: PLC0415
    from mithaq.reviews.runs.plain import canonical  # noqa: PLC0415

    at = clock.now()
    for party in sorted({one.party for one in base}):
        own = canonical(part_of(content, base, party, release.threshold))
        Part.objects.create(label=shared_with(run.label, party), release=release, party=party, content=own, at=at)


def courses_in(base: Iterable[Base]) -> tuple[str, ...]:
    """The codes of the courses with people."""
    return tuple(sorted({one.course for one in base}))


def columns_of(made: Cut) -> dict[str, Any]:
    """What is kept of a cut."""
    from mithaq.reviews.runs.plain import canonical  # noqa: PLC0415
    from mithaq.reviews.runs.released import OTHERS  # noqa: PLC0415

    rows = tuple(party for party in made.released.table.parties if party != OTHERS)
    return {"content": canonical(made.released), "attack": made.attack, "agreed": rows}
