"""Annual reviews as they were made."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mithaq.access.operation import find, read
from mithaq.access.shapes import PAGE, Listing, names_of, party_names, seen_by, seen_together
from mithaq.access.viewer import Viewer
from mithaq.core.numbers import whole_number
from mithaq.core.words import Bilingual
from mithaq.register.training.reads.naming import CourseNamed
from mithaq.reviews.cases.confirmed import withdrawn_of
from mithaq.reviews.findings.models import AnnualCases, AnnualReview
from mithaq.reviews.findings.reads.annual_shapes import (
    AnnualAnswer,
    AnnualCase,
    AnnualFinding,
    AnnualRemedy,
    AnnualRow,
    AnnualShown,
)
from mithaq.reviews.findings.saying import outcome_words, statement


@read("findings.annual_list")
def annual_list(viewer: Viewer, *, centre: str = "", year: str = "", after: str = "") -> Listing[AnnualRow]:
    """Annual reviews, the newest first."""
    rows = AnnualReview.objects.order_by("-pk")
    if centre:
        rows = rows.filter(centre=centre)
    if year:
        rows = rows.filter(year=whole_number(year))
    if after:
        rows = rows.filter(pk__lt=find(AnnualReview.objects.all(), after).pk)
    found = [_row(row) for row in rows[: PAGE + 1]]
    return Listing(tuple(found[:PAGE]), found[PAGE - 1].public_id if len(found) > PAGE else "")


def _row(row: AnnualReview) -> AnnualRow:
    return AnnualRow(
        *(row.public_id, row.ref, row.centre, row.year, row.made_at.isoformat(), row.content["counts"]),
        *(row.demonstration, seen_by(row.label_id)),
    )


@read("findings.annual")
def annual_page(viewer: Viewer, *, review: str) -> AnnualShown:
    """An annual review as it was made: each finding with what was answered, done and measured then; and the success cases that
    were confirmed in its year, as far as the viewer may see them."""
    found = find(AnnualReview.objects.all(), review)
    row = _row(found)
    names = names_of([found.made_by])
    kept = AnnualCases.objects.filter(review=found).order_by("pk").values_list("label_id", "content")
    cases = [(seen_by(label), case) for label, content in kept for case in content]
    gone = withdrawn_of(case["case"] for _seen, case in cases)
    told = sorted((_case(case, gone) for _seen, case in cases), key=lambda one: (one.course.code, one.side))
    return AnnualShown(
        *(row, found.made_by, names[found.made_by], tuple(map(_finding, found.content["findings"])), tuple(told)),
        {code: name.short for code, name in party_names().items()},
        seen_together([row.seen, *(seen for seen, _case in cases)]),
    )


def _case(told: dict[str, Any], gone: Mapping[str, str]) -> AnnualCase:
    course = CourseNamed(told["course"], told["code"], Bilingual(*told["title"]))
    if why := gone.get(told["case"], ""):
        return AnnualCase(course, told["side"], "", "", "", "", (), why)
    words = {name: told[name] for name in ("side", "language", "used", "came_of", "helped")}
    return AnnualCase(course=course, barriers=tuple(told["barriers"]), withdrawn="", **words)


def _finding(one: dict[str, Any]) -> AnnualFinding:
    course = CourseNamed("", one["code"], Bilingual(*one["title"])) if one["code"] else None
    return AnnualFinding(
        *(one["id"], one["ref"], course, one["trigger"], one["severity"], one["state"], one["standing"]),
        statement(one["trigger"], one),
        *(one["opened"], one["reason"], one["basis"]),
        tuple(AnnualAnswer(said["party"], said["answer"], said["text"], said["at"]) for said in one["answers"]),
        tuple(map(_remedy, one["remedies"])),
    )


def _remedy(done: dict[str, Any]) -> AnnualRemedy:
    return AnnualRemedy(
        action=done["action"],
        ref=done["ref"],
        title=Bilingual(*done["title"]),
        owner=done["owner"],
        due=done["due"],
        state=done["state"],
        percent=done["percent"],
        predicted=done["predicted"],
        outcome=done["outcome"],
        words=outcome_words(done["outcome"], done.get("low"), done.get("high"), done["predicted"]),
    )
