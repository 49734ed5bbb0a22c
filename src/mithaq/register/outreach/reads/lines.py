"""Lines as shapes: with proofs, answers, wordings and questions; a fixed number of queries for any number. Inside a visit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from mithaq.access.shapes import seen_by
from mithaq.access.viewer import Viewer
from mithaq.core.words import Bilingual
from mithaq.register.commitments.reads import commitment_names
from mithaq.register.outreach.models import Line, Proof, Question, Stand, Wording
from mithaq.register.outreach.models.houses import State
from mithaq.register.outreach.reads.shapes import (
    Answered,
    LineShown,
    ProofShown,
    QuestionShown,
    TextName,
    WordingShown,
)
from mithaq.register.outreach.rights import answers, keeps, proves
from mithaq.register.outreach.settling import asked
from mithaq.register.parties.models import Figure
from mithaq.register.parties.reads.figures import figure_rows
from mithaq.register.parties.sources import cited
from mithaq.register.texts.models import JointText

T = TypeVar("T")
WITHDRAWN = Stand.Answer.WITHDRAWN.value


def lines_shown(viewer: Viewer, lines: Sequence[Line]) -> tuple[LineShown, ...]:
    """These lines (label and house loaded) in their order."""
    pks = [line.pk for line in lines]
    proofs = proofs_of(viewer, lines)
    stands = _by_line(Stand.objects.filter(line__in=pks).order_by("pk"))
    wordings = _by_line(Wording.objects.filter(line__in=pks).order_by("-number"))
    questions = _by_line(Question.objects.filter(line__in=pks).order_by("pk"))
    texts = text_names(line.text_id for line in lines)
    return tuple(
        LineShown(
            *(line.public_id, line.house.public_id, line.overarching, Bilingual(line.ar, line.en), line.wording),
            *(line.state, day_of(line.agreed_on), line.retired_for),
            texts.get(line.text_id or 0),
            line.text_edition,
            proofs.get(line.pk, ()),
            *_answered(line, stands.get(line.pk, [])),
            tuple(map(_wording, wordings.get(line.pk, []))),
            tuple(_question(viewer, line, row) for row in questions.get(line.pk, [])),
            may_on_line(viewer, line, stands.get(line.pk, [])),
            *(line.version, seen_by(line.label_id)),
        )
        for line in lines
    )


def day_of(day: Any) -> str:
    """A day as ISO, empty for none."""
    return day.isoformat() if day else ""


def _by_line(rows: Iterable[T]) -> dict[int, list[T]]:
    found: dict[int, list[T]] = defaultdict(list)
    for row in rows:
        found[row.line_id].append(row)  # type: ignore[attr-defined]
    return found


def _answered(line: Line, stands: Sequence[Stand]) -> tuple[tuple[Answered, ...], tuple[Answered, ...]]:
    """What counts now, of every party that is asked; and what was answered before."""
    now = {row.party: row for row in stands if row.wording == line.wording}
    counting = {row.pk for row in now.values()}
    parties = dict.fromkeys([*asked(line), *now]) if not line.text_id else dict.fromkeys(now)
    told = tuple(_answer(now[p]) if p in now else Answered(p, "", "", "", line.wording) for p in parties)
    return told, tuple(_answer(row) for row in reversed(stands) if row.pk not in counting)


def _answer(row: Stand) -> Answered:
    return Answered(row.party, row.answer, row.words, row.at.isoformat(), row.wording)


def _wording(row: Wording) -> WordingShown:
    return WordingShown(row.number, Bilingual(row.ar, row.en), row.why, row.party, row.at.isoformat())


def _question(viewer: Viewer, line: Line, row: Question) -> QuestionShown:
    said = Bilingual(row.question_ar, row.question_en), Bilingual(row.answer_ar, row.answer_en)
    may = ("outreach.drop_question",) if keeps(viewer, line.house) and _stands(line) else ()
    return QuestionShown(row.public_id, *said, may)


def _stands(line: Line) -> bool:
    return State.RETIRED not in (line.state, line.house.state)


def may_on_line(viewer: Viewer, line: Line, stands: Iterable[Stand]) -> tuple[str, ...]:
    """The operations on a line that would not be refused to the viewer now, its proofs set aside."""
    if not _stands(line):
        return ()
    own = next(
        (row.answer for row in reversed(list(stands)) if (row.wording, row.party) == (line.wording, viewer.party)), ""
    )
    agreed, keeping = own not in ("", WITHDRAWN), keeps(viewer, line.house)
    answering = answers(viewer, line) and not line.text_id
    allowed = {
        "outreach.agree": answering and own != Stand.Answer.ACCEPT,
        "outreach.reserve": answering,
        "outreach.withdraw": answering and agreed,
        "outreach.amend_line": keeping,
        "outreach.prove": proves(viewer, line.house),
        "outreach.add_question": proves(viewer, line.house),
        "outreach.rest_on_text": keeping and not line.text_id,
        "outreach.retire_line": keeping and not line.overarching,
    }
    return tuple(name for name, allows in allowed.items() if allows)


def proofs_of(viewer: Viewer, lines: Iterable[Line]) -> dict[int, tuple[ProofShown, ...]]:
    """What proves these lines, by their key, the first named first. What is not here any more is left out. Five queries."""
    by_pk = {line.pk: line for line in lines}
    rows = list(Proof.objects.filter(line__in=by_pk).order_by("pk"))
    figures = {row.public_id: row for row in figure_rows(Figure.objects.filter(pk__in=_keys(rows, "figure")))}
    figure_ids = dict(Figure.objects.filter(pk__in=_keys(rows, "figure")).values_list("pk", "public_id"))
    commitments = commitment_names(row.commitment_id for row in rows)
    sentences, texts = cited(row.citation_id for row in rows), text_names(row.text_id for row in rows)
    found: dict[int, tuple[ProofShown, ...]] = {}
    for row in rows:
        line = by_pk[row.line_id]
        kind, held = _held(row, figures.get(figure_ids.get(row.figure_id or 0, "")), commitments, sentences, texts)
        if any(held):
            may = ("outreach.drop_proof",) if keeps(viewer, line.house) and _stands(line) else ()
            shown = ProofShown(row.public_id, kind, *held, may, seen_by(row.label_id))
            found[row.line_id] = (*found.get(row.line_id, ()), shown)
    return found


def _keys(rows: Iterable[Proof], name: str) -> set[int]:
    return {getattr(row, f"{name}_id") for row in rows} - {None}


def _held(
    row: Proof, figure: Any, commitments: Any, sentences: Any, texts: Any
) -> tuple[str, tuple[Any, Any, Any, Any]]:
    """The kind of a proof, and what it holds at its place: figure, commitment, sentence, text."""
    if row.figure_id:
        return "figure", (figure, None, None, None)
    if row.commitment_id:
        return "commitment", (None, commitments.get(row.commitment_id), None, None)
    if row.citation_id:
        return "sentence", (None, None, sentences.get(row.citation_id), None)
    return "text", (None, None, None, texts.get(row.text_id))


def text_names(pks: Iterable[int | None]) -> dict[int, TextName]:
    """These joint texts by their key, as far as the viewer sees them. One query."""
    rows = JointText.objects.filter(pk__in={pk for pk in pks if pk})
    values = rows.values_list("pk", "public_id", "ref", "title_ar", "title_en")
    return {pk: TextName(public_id, ref, Bilingual(ar, en)) for pk, public_id, ref, ar, en in values}
