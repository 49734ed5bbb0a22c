"""A proof and a question, each with the line it belongs to."""

from __future__ import annotations

from mithaq.access.operation import find, read
from mithaq.access.shapes import seen_by
from mithaq.access.viewer import Viewer
from mithaq.core.errors import Absent
from mithaq.core.words import Bilingual
from mithaq.register.outreach.models import Line, Proof, Question
from mithaq.register.outreach.reads.lines import lines_shown
from mithaq.register.outreach.reads.shapes import LineShown, ProofPage, QuestionPage


@read("outreach.proof")
def proof_page(viewer: Viewer, *, proof: str) -> ProofPage:
    """A proof with the line that it proves."""
    row = find(Proof.objects.all(), proof)
    line = _line(viewer, row.line_id)
    shown = next((one for one in line.proofs if one.public_id == row.public_id), None)
    if shown is None:
        raise Absent
    return ProofPage(line.house, line.public_id, line.words, shown, shown.seen)


@read("outreach.question")
def question_page(viewer: Viewer, *, question: str) -> QuestionPage:
    """A question with the line that answers it."""
    row = find(Question.objects.all(), question)
    line = _line(viewer, row.line_id)
    asked = Bilingual(row.question_ar, row.question_en)
    return QuestionPage(line.house, line.public_id, row.public_id, asked, seen_by(row.label_id))


def _line(viewer: Viewer, pk: int) -> LineShown:
    rows = list(Line.objects.filter(pk=pk).select_related("label", "house"))
    return lines_shown(viewer, rows)[0]
