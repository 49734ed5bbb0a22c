"""Who agrees to a line: party by party, with a reservation or without, or all at once in an agreed text."""

from __future__ import annotations

from mithaq.access.operation import Reference, operation
from mithaq.access.permissions import Permission
from mithaq.access.resolving import update_at
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.core.errors import Problem
from mithaq.register.outreach.filing import found_line
from mithaq.register.outreach.forms import AgreeLine, ReserveLine, RestOnText, WithdrawAgreement
from mithaq.register.outreach.models import Line, Stand
from mithaq.register.outreach.resting import agreed_text, check_stands_in
from mithaq.register.outreach.rights import NOT_ASKED, NOT_THE_KEEPER, answers, check, check_stands, keeps
from mithaq.register.outreach.settling import answers_to, check_proven, settle
from mithaq.register.parties.reach import as_wide

Answer = Stand.Answer


@operation("outreach.agree", needs=Permission.OUTREACH_AGREE, form=AgreeLine)
def agree(viewer: Viewer, *, line: str, version: int) -> Reference:
    """Agree for one's own party to a line as it reads now. It is in force when all parties agreed that were asked."""
    return _answered(viewer, line, version, Answer.ACCEPT)


@operation("outreach.reserve", needs=Permission.OUTREACH_AGREE, form=ReserveLine)
def reserve(viewer: Viewer, *, line: str, version: int, words: str) -> Reference:
    """Agree for one's own party with a reservation; it stands beside the line in the party's own words."""
    return _answered(viewer, line, version, Answer.RESERVE, words)


@operation("outreach.withdraw", needs=Permission.OUTREACH_AGREE, form=WithdrawAgreement)
def withdraw(viewer: Viewer, *, line: str, version: int, reason: str) -> Reference:
    """Take one's own party's agreement back; the line is not in force until it agrees again. That it had agreed stays in the
    history."""
    return _answered(viewer, line, version, Answer.WITHDRAWN, reason)


def _answered(viewer: Viewer, named: str, version: int, answer: Answer, words: str = "") -> Reference:
    line = found_line(named, version)
    check(answers(viewer, line), NOT_ASKED)
    check_stands(line.house, line)
    check_proven(line)
    if line.text_id:
        raise Problem("This line stands in a text that was agreed already: nobody is asked again.", code="in_text")
    before = answers_to(line).get(viewer.party)
    was = before.answer if before else None
    if answer == Answer.WITHDRAWN and was in (None, Answer.WITHDRAWN):
        raise Problem("Your party has not agreed to this wording: there is nothing to take back.", code="not_agreed")
    if before and answer == Answer.ACCEPT == was:
        raise Problem("Your party has agreed to this wording already.", code="agreed")
    given = {"wording": line.wording, "party": viewer.party, "answer": answer.value, "words": words}
    Stand.objects.create(label=line.label, line=line, by=viewer.account, at=clock.now(), **given)
    settle(line)
    reason = words if answer == Answer.WITHDRAWN else ""
    return Reference(line.public_id, line.label_id, {"line_answer": [was, answer.value]}, reason)


@operation("outreach.rest_on_text", needs=Permission.OUTREACH_WRITE, form=RestOnText)
def rest_on_text(viewer: Viewer, *, line: str, version: int, text: str) -> Reference:
    """Say that a line stands in a text that was agreed, for example under the silence procedure: then it is agreed, too.

    By the house's keeper. Its words must stand in the text, and all who see the line must see the text.
    """
    found = found_line(line, version)
    check(keeps(viewer, found.house), NOT_THE_KEEPER)
    check_stands(found.house, found)
    agreed = agreed_text(text)
    if not as_wide(agreed.label, found.label):
        raise Problem("Not everybody who sees the line may see %(ref)s.", code="text_narrower", ref=agreed.ref)
    check_stands_in(found, agreed)
    update_at(Line.objects.filter(pk=found.pk), version, text=agreed, text_edition=agreed.edition)
    found.text, found.text_edition = agreed, agreed.edition
    settle(found)
    return Reference(found.public_id, found.label_id, {"text": [None, agreed.ref]})
