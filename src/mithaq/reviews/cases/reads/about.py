"""What lines of the journal about success cases are about."""

from __future__ import annotations

from mithaq.access.operation import read
from mithaq.access.shapes import About
from mithaq.access.viewer import Viewer
from mithaq.core.words import Bilingual
from mithaq.register.training.models import Course
from mithaq.reviews.cases.models import Case, Draw


@read("cases.about")
def about(viewer: Viewer, *, things: str = "") -> dict[str, About]:
    """The cases and draws that these public ids (with commas) mean, as far as the viewer sees them, each with the name of its course."""
    ids = [one for one in things.split(",") if one]
    cases = Case.objects.filter(public_id__in=ids).values_list("public_id", "ref", "draw__course_id")
    draws = Draw.objects.filter(public_id__in=ids).values_list("public_id", "ref", "course_id")
    found = [*(("case", *row) for row in cases), *(("draw", *row) for row in draws)]
    rows = Course.objects.filter(pk__in={row[3] for row in found}).values_list("pk", "title_ar", "title_en")
    titles = {pk: Bilingual(ar, en) for pk, ar, en in rows}
    return {thing: About(kind, thing, ref, titles.get(course, Bilingual("", ""))) for kind, thing, ref, course in found}
