"""A case, and a draw with the proof that it comes out the same again."""

from __future__ import annotations

from collections.abc import Iterator

from mithaq.access.operation import find, read
from mithaq.access.shapes import history_of
from mithaq.access.viewer import Viewer
from mithaq.core.words import Bilingual
from mithaq.register.activities.models import Activity
from mithaq.register.instruments.results import Filled, ItemAsked, answers_of, person_key
from mithaq.register.training.models import Course
from mithaq.reviews.cases.codes import Side
from mithaq.reviews.cases.drawing import digest, in_order
from mithaq.reviews.cases.filing import as_candidate, kept_list, list_of
from mithaq.reviews.cases.models import Case, Draw
from mithaq.reviews.cases.reads.rows import case_rows, draw_rows, interviews_shown, withdrawals_shown
from mithaq.reviews.cases.reads.shapes import AnswerSaid, CasePage, CaseRow, Checked, DrawPage

ASKS = ("applied", "how_often", "barrier", "remark")


@read("cases.page")
def case_page(viewer: Viewer, *, case: str) -> CasePage:
    """A case: who was drawn and from where, what the person answered half a year later, what was said in the interview, who
    confirmed it, who withdrew it and why."""
    found = find(Case.objects.select_related("draw", "activity"), case)
    (row,) = case_rows(viewer, [found])
    return CasePage(
        row=row,
        draw_ref=found.draw.ref,
        answers=tuple(_answers(found)),
        interview=interviews_shown([found]).get(found.pk),
        withdrawn=withdrawals_shown([found]).get(found.pk),
        reason="" if found.withdrawn_by else found.reason,
        instead_of=_other(viewer, found, public_id=found.instead_of) if found.instead_of else None,
        replaced_by=_other(viewer, found, instead_of=found.public_id),
        history=history_of(found.public_id),
        version=found.version,
        seen=row.seen,
    )


def _other(viewer: Viewer, case: Case, **which: str) -> CaseRow | None:
    rows = Case.objects.select_related("draw").filter(draw=case.draw_id, **which)[:1]
    return next(iter(case_rows(viewer, rows)), None)


def _answers(case: Case) -> Iterator[AnswerSaid]:
    """What the person said of the use of it, in all forms half a year later."""
    course = Course.objects.filter(pk=case.draw.course_id).first()
    key = person_key(case.activity.public_id, case.party, case.person)
    for form in answers_of((course.code,), "followup") if course else ():
        for one in form.sittings:
            if one.person == key:
                yield from (
                    AnswerSaid(item.words, said)
                    for at, item in enumerate(form.items)
                    if item.asks in ASKS and (said := _said(item, one, at))
                )


def _said(item: ItemAsked, one: Filled, at: int) -> Bilingual | None:
    choice, value, text = one.choices[at], one.values[at], one.texts[at]
    if choice is not None and choice < len(item.options):
        return Bilingual(item.options[choice].get("ar", ""), item.options[choice].get("en", ""))
    if value is not None:
        return Bilingual(f"{value:g}", f"{value:g}")
    return Bilingual(text if one.language == "ar" else "", text if one.language != "ar" else "") if text else None


@read("cases.draw")
def draw_page(viewer: Viewer, *, draw: str) -> DrawPage:
    """A draw: its people, from how many, by which rule and seed, and the draw made again."""
    found = find(Draw.objects.all(), draw)
    (row,) = draw_rows([found])
    cases = list(Case.objects.select_related("draw", "activity").filter(draw=found).order_by("side", "place"))
    return DrawPage(
        row=row,
        seed=found.seed,
        rule=found.rule,
        digest=found.digest,
        cases=case_rows(viewer, cases),
        checked=_checked(viewer, found, cases),
        history=history_of(found.public_id, *(one.public_id for one in cases)),
        seen=row.seen,
    )


@read("cases.check")
def check_draw(viewer: Viewer, *, draw: str) -> Checked:
    """The draw made again: whether the list that was kept with it has its hash, whether that list and the seed give the same
    people, and how far the answers of today are another list."""
    found = find(Draw.objects.all(), draw)
    return _checked(viewer, found, list(Case.objects.select_related("activity").filter(draw=found)))


def _checked(viewer: Viewer, draw: Draw, cases: list[Case]) -> Checked:
    kept = kept_list(draw)
    same = all(_same_people(draw, [one for one in cases if one.side == side], side) for side in Side.values)
    course = Course.objects.filter(pk=draw.course_id).first()
    activity = Activity.objects.filter(pk=draw.activity_id).first()
    today = list_of(viewer, course, activity, draw.year)[0] if course else ()
    before, now = ({one.key: one.score for one in rows} for rows in (kept, today))
    return Checked(
        list_kept=digest(kept) == draw.digest,
        same_people=same,
        added=len(now.keys() - before.keys()),
        gone=len(before.keys() - now.keys()),
        otherwise=sum(now[key] != before[key] for key in now.keys() & before.keys()),
    )


def _same_people(draw: Draw, cases: list[Case], side: str) -> bool:
    """Whether the cases from this end are the first of its order, in it."""
    wanted = [one.key for one in in_order(kept_list(draw), draw.seed, low=side == Side.LOW)[: len(cases)]]
    there = sorted(cases, key=lambda one: one.place)
    return [as_candidate(one, one.activity.public_id).key for one in there] == wanted
