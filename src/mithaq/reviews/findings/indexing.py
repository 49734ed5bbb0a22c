"""Findings, what was put to parties and annual reviews as what search finds. Inside a visit that writes.

What stands in an entry may be known to all who see what it leads to: the title of a course only where all of them see the
course, an answer only where it was given under the label of the finding; one under another label is found by itself.
"""

from __future__ import annotations

from django.utils.translation import override

from mithaq.access.models import Party
from mithaq.archive.index import index_record
from mithaq.core.words import Bilingual
from mithaq.register.parties.reach import as_wide
from mithaq.register.training.models import Course
from mithaq.reviews.findings.codes import Trigger
from mithaq.reviews.findings.models import AnnualReview, Asked, Finding
from mithaq.reviews.findings.saying import LANGUAGES, question, statement


def index_finding(finding: Finding) -> None:
    """Let the finding be found by its trigger, course and statement, and by what those who see it were asked and answered."""
    said = statement(finding.trigger, {"evidence": finding.evidence, "parts": finding.parts})
    asked = Asked.objects.filter(finding=finding, label_id=finding.label_id).order_by("pk")
    told = (text for row in asked.values_list("note_ar", "note_en", "text") for text in row)
    title, day = _title(finding), finding.opened_at.date().isoformat()
    texts = (finding.code, said.ar, said.en, *told, finding.reason)
    index_record("finding", finding.public_id, finding.label, day, *texts, ref=finding.ref, title=title)


def index_asked(asked: Asked) -> None:
    """Let what was put to a party be found as it is now: with the finding where the same see both, else by itself, in words."""
    finding = Finding.objects.select_related("label").filter(pk=asked.finding_id, label_id=asked.label_id).first()
    if finding is not None:
        index_finding(finding)
        return
    said, day = question(asked.trigger), asked.asked_at.date().isoformat()
    texts = (asked.code, said.ar, said.en, asked.note_ar, asked.note_en, asked.text)
    index_record("asked", asked.public_id, asked.label, day, *texts, ref=asked.ref, title=_title(asked))


def index_review(review: AnnualReview) -> None:
    """Let the annual review be found by its centre, its year and the courses and findings in it."""
    centre = Party.objects.filter(code=review.centre).first()
    names = Bilingual(centre.name_ar, centre.name_en) if centre else Bilingual(review.centre, review.centre)
    found = review.content["findings"]
    texts = [" ".join((one["ref"], one["code"], title)).strip() for one in found for title in one["title"]]
    title = Bilingual(*(f"{name} {review.year}" for name in (names.ar or names.en, names.en or names.ar)))
    day = review.made_at.date().isoformat()
    index_record("annual-review", review.public_id, review.label, day, *texts, ref=review.ref, title=title)


def _title(row: Finding | Asked) -> Bilingual:
    """Its trigger, and its course as far as everybody who sees it sees the course."""
    course = Course.objects.select_related("label").filter(pk=row.course_id or 0).first()
    known = Bilingual(course.title_ar, course.title_en) if course and as_wide(course.label, row.label) else None
    return Bilingual(*(_titled(row.trigger, known, language) for language in LANGUAGES))


def _titled(trigger: str, course: Bilingual | None, language: str) -> str:
    with override(language):
        words = str(Trigger(trigger).label)
    return f"{words}: {course.in_language(language)}" if course else words
