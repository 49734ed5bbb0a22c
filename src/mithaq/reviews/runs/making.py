"""Making a run and making it again. Inside a visit that writes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from mithaq.access.markings import Marking
from mithaq.access.models import Label, next_ref
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.core.errors import Problem
from mithaq.register.training.models import Course
from mithaq.reviews.runs.filing import index_run
from mithaq.reviews.runs.goals import RUN_LEVEL, readers_of
from mithaq.reviews.runs.loading import load
from mithaq.reviews.runs.models import Run

if TYPE_CHECKING:
    from mithaq.evaluation.report import Settings
    from mithaq.reviews.runs.composing import Composed

NO_RESULTS = Problem(
    "There are no results of these courses that you may see. Take results in first.", code="no_results"
)


@dataclass(frozen=True, slots=True)
class Frozen:
    """A content as it is kept, with what it was made from and with."""

    content: str
    base: str
    digest: str
    data_hash: str
    made_with: str
    parties: tuple[str, ...]
    offerings: tuple[str, ...]
    demonstration: bool


def make_run(
    viewer: Viewer, *, courses: Iterable[str] = (), year: int | None = None, title_ar: str = "", title_en: str = "",
    seed: int = 0, worthwhile: float = 0.0, false_discovery_rate: float = 0.05, design: str = "pre_post",
    selection: str = "", made: Frozen | None = None,
) -> Run:  # fmt: skip
    """Evaluate what the viewer sees of these courses (by code or id; none: all) in this year (none: all), and keep it.

    The run is seen by the viewer's party, and by the host and the keeper where those are the same of all its offerings.
    `worthwhile` holds for courses without a gain that was agreed; `selection` says how people were chosen, where it is empty
    the nominations do. `made`: what `made_first` answered to the same, where that was asked before anything was locked.
    Problem where there are no results; BadTable where they cannot be evaluated.
    """
    codes = _codes(courses)
    asked = {
        "worthwhile": worthwhile, "false_discovery_rate": false_discovery_rate, "design": design, "selection": selection,
    }  # fmt: skip
    made = made or freeze(codes, year, seed, asked)
    label = _label(made)
    at = clock.now()
    run: Run = Run.objects.create(
        label=label, ref=next_ref("E", at.year, label), title_ar=title_ar, title_en=title_en, courses=codes, year=year,
        parties=made.parties, settings=asked, seed=seed, made_with=made.made_with, data_hash=made.data_hash,
        content=made.content, base=made.base, digest=made.digest, made_by=viewer.account, made_at=at,
        demonstration=made.demonstration,
    )  # fmt: skip
    index_run(run)
    return run


def made_first(viewer: Viewer, given: dict[str, Any]) -> dict[str, Any]:
    """What an operation that makes a run lets be done before anything is locked, for it may take a minute: the content of the
    run, as `made`. In a visit that cannot write."""
    asked = {"worthwhile": 0.0, "false_discovery_rate": 0.05, "design": "pre_post", "selection": ""}
    asked |= {name: given[name] for name in asked if name in given}
    return {"made": freeze(_codes(given.get("courses", ())), given.get("year"), given.get("seed") or 0, asked)}


def _codes(courses: Iterable[str]) -> tuple[str, ...]:
    """The codes of these courses, each named by its id or its code; Absent courses by code have no results and so say nothing."""
    named = tuple(courses)
    known = dict(Course.objects.filter(public_id__in=named).values_list("public_id", "code"))
    return tuple(sorted({known.get(one, one) for one in named}))


def freeze(courses: tuple[str, ...], year: int | None, seed: int, asked: dict[str, Any]) -> Frozen:
    """What comes of these courses and settings on today's rows."""
    from mithaq.reviews.runs.composing import compose  # noqa: PLC0415  (loads scipy: only where it is used)
    from mithaq.reviews.runs.plain import canonical, digest  # noqa: PLC0415

    sources = load(courses, year)
    if not len(sources.results):
        raise Problem(NO_RESULTS.text, code=NO_RESULTS.code)
    made: Composed = compose(sources, _settings(seed, asked, [row.basis for row in sources.nominations]))
    content = canonical(made.content)
    return Frozen(
        content, canonical(made.base), digest(content), made.data_hash, made.content.report.version,
        tuple(one.party for one in made.content.parties), tuple(one.offering for one in sources.offerings),
        any(sources.results.demonstration) or any(one.demonstration for one in sources.courses),
    )  # fmt: skip


def _settings(seed: int, asked: dict[str, Any], bases: Iterable[str]) -> Settings:
    from mithaq.evaluation.report import Settings  # noqa: PLC0415

    given = {name: value for name, value in asked.items() if value != ""}
    settings = Settings(seed=seed, **given)
    return settings if asked.get("selection") else replace(settings, selection=_selection(set(bases)))


def _selection(bases: set[str]) -> str:
    """How people were chosen, as far as all nominations say the same."""
    from mithaq.evaluation.lord import Selection  # noqa: PLC0415

    if not bases:
        return Selection.UNKNOWN
    return Selection.TEST if bases == {"exam"} else Selection.UNKNOWN if "exam" in bases else Selection.NOMINATED


def _label(made: Frozen) -> Label:
    """Of all who read it: see `mithaq.reviews.runs.goals`, which keeps from it what one of them could not see."""
    return Label.objects.marked(Marking(RUN_LEVEL, readers_of(made.offerings)))


def made_again(run: Run) -> Frozen:
    """The same courses, year and settings on today's rows, as far as the viewer sees them."""
    return freeze(tuple(run.courses), run.year, run.seed, dict(run.settings))


def compared(run: Run, again: Frozen) -> str:
    """What making it again says of a run: one of `Run.Checked`."""
    if again.made_with != run.made_with:
        return Run.Checked.CODE
    if again.data_hash != run.data_hash:
        return Run.Checked.DATA
    same = (again.content, again.base) == (run.content, run.base)
    return Run.Checked.SAME if same else Run.Checked.CONTENT
