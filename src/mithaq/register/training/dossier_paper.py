"""The self-assessment pack of a centre as a paper, in one language: for Word and PDF. Every sentence bears its source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime

from babel import Locale
from django.utils.translation import gettext as _
from django.utils.translation import override

from mithaq.core.days import Language, both, gregorian
from mithaq.papers.report import Block, Bullets, Cite, Facts, Heading, Paper, Paragraph, Run, Table, Text
from mithaq.register.parties.models import Figure
from mithaq.register.parties.reads import FigureRow
from mithaq.register.parties.scribe import Scribe
from mithaq.register.training.dossiers import State
from mithaq.register.training.models import Course, Criterion
from mithaq.register.training.reads import CriterionShown, InspectionShown, Pack, PackCourse, Trainers

BUDGET = 40  # pages that a self-assessment report may have (Bi-SC 075-007)
ADDRESS = re.compile(r"https?://\S+")


def dossier_paper(pack: Pack, language: Language) -> Paper:
    """The pack in this language. The paper's label names those to whom all of it was released."""
    with override(language):
        return _Writer(language, pack.parties).paper(pack)


class _Writer(Scribe):
    """Writes one pack."""

    def paper(self, pack: Pack) -> Paper:
        title = _("Self-assessment for accreditation: %(centre)s") % {"centre": self.said(pack.name)}
        return Paper(
            title=title,
            subtitle=self.said(pack.dossier.network),
            language=self.language,
            label=self.label(pack.seen),
            date_line=_("As of %(day)s") % {"day": both(pack.as_of, self.language)},
            blocks=tuple(self.blocks(pack)),
            made=datetime.fromisoformat(pack.as_of).replace(tzinfo=UTC),
        )

    def blocks(self, pack: Pack) -> Iterator[Block]:
        own = self.cite(_("Dossier of the accreditation"), f"/training/dossiers/{pack.dossier.public_id}/")
        yield from self.standing(pack, own)
        yield from self.centre(pack)
        yield from self.criteria(pack, own)
        yield from self.visits(pack, own)
        yield from self.courses(pack)
        yield from self.years(pack)
        yield from self.trainers(pack)
        yield from self.figures(pack)

    def standing(self, pack: Pack, own: Cite) -> Iterator[Block]:
        """Where the dossier stands, and on which criteria work remains."""
        one = pack.dossier
        yield Heading(_("How it stands"))
        yield Facts(tuple(self.state(pack, own)))
        met = [(code, str(label)) for code, label in Criterion.Met.choices] + [("", _("Not judged yet"))]
        rows = tuple((words, str(pack.counts.get(code, 0))) for code, words in met)
        yield Table((_("Criteria"), _("How many")), rows, (5, 1))
        if pack.open:
            yield Paragraph((Run(_("Work remains on these criteria:"), cites=(own,)),))
            yield Bullets(tuple(self.gap(criterion, own) for criterion in pack.open))
        elif one.criteria:
            yield Paragraph((Run(_("All criteria are met, and each has its evidence."), cites=(own,)),))

    def state(self, pack: Pack, own: Cite) -> Iterator[tuple[str, Text]]:
        one = pack.dossier
        yield _("State"), (Run(str(State(one.state).label), bold=True, cites=(own,)),)
        if one.since:
            yield _("Put forward on"), self.sourced(gregorian(one.since, self.language), one.source, own)
        if one.decision:
            day = gregorian(one.decided_on, self.language) if one.decided_on else ""
            yield _("Decision"), (Run(self.listed([one.decision, day]), cites=(own,)),)
        if one.review_due:
            over = f" ({_('overdue')})" if one.review_overdue else ""
            yield _("Reviewed again on"), f"{gregorian(one.review_due, self.language)}{over}"

    def gap(self, one: CriterionShown, own: Cite) -> Text:
        lacks = [self.met(one), "" if one.evidence else _("no evidence yet")]
        return (Run(f"{one.number}. {self.said(one.words)} ({self.listed(lacks)})", cites=(own,)),)

    def met(self, one: CriterionShown) -> str:
        return str(Criterion.Met(one.met).label) if one.met else _("Not judged yet")

    def centre(self, pack: Pack) -> Iterator[Block]:
        own = self.cite(
            _("Register of centres, %(code)s") % {"code": pack.dossier.centre},
            f"/training/centres/{pack.dossier.centre}/",
        )
        yield Heading(_("The centre"))
        place = self.listed([self.said(pack.city), self.party(pack.country) if pack.country else ""])
        opened = gregorian(pack.opened, self.language) if pack.opened else ""
        facts = [(_("Place"), place), (_("Opened"), opened)]
        if known := tuple((name, value) for name, value in facts if value):
            yield Facts(known)
        if pack.about:
            yield Paragraph(self.sourced(self.said(pack.about), pack.source, own))

    def sourced(self, words: str, source: str, own: Cite) -> Text:
        """Words with the source in words that stands with them, or where they stand."""
        return (Run(words, cites=(self.outside(source) if source else own,)),)

    def outside(self, source: str) -> Cite:
        """A source in words; with its address where it has one."""
        address = ADDRESS.search(source)
        key = (source, address[0] if address else "")
        if key not in self.sources:
            self.sources[key] = Cite(len(self.sources) + 1, *key)
        return self.sources[key]

    def criteria(self, pack: Pack, own: Cite) -> Iterator[Block]:
        if not pack.dossier.criteria:
            return
        yield Heading(_("Criteria with their evidence"))
        for one in pack.dossier.criteria:
            yield Heading(f"{one.number}. {self.said(one.words)}", 2)
            judged = gregorian(one.judged_at[:10], self.language) if one.judged_at else ""
            yield Paragraph((Run(self.listed([self.met(one), judged]), bold=True, cites=(own,)),))
            evidence = one.evidence or _("No evidence was shown yet.")
            yield Paragraph((Run(evidence, cites=(*self.shown(one, pack), own)),))

    def shown(self, one: CriterionShown, pack: Pack) -> Iterator[Cite]:
        """What the evidence names: documents of the archive that the reader may see, addresses."""
        for ref, document in pack.documents.items():
            if ref in one.evidence:
                day = gregorian(document.published, self.language) if document.published else ""
                yield self.cite(f"{self.listed([ref, day])}: {document.title}", f"/documents/{document.document}/")
        for address in ADDRESS.findall(one.evidence):
            yield self.cite_outside(address)

    def visits(self, pack: Pack, own: Cite) -> Iterator[Block]:
        if pack.dossier.inspections:
            yield Heading(_("Visits of assessors"))
            yield Bullets(tuple(self.visit(one, own) for one in pack.dossier.inspections))

    def visit(self, one: InspectionShown, own: Cite) -> Text:
        who = self.listed([gregorian(one.on, self.language), one.assessors])
        return (Run(f"{who}. {self.said(one.found)}".strip(), cites=(own,)),)

    def courses(self, pack: Pack) -> Iterator[Block]:
        if not pack.courses:
            return
        yield Heading(_("Courses of the catalogue"))
        columns = (_("Code"), _("Course"), _("Levels of evaluation"), _("Control documents"))
        runs = (_("Runs held"), _("Runs ahead"))
        yield Table((*columns, *runs), tuple(self.course(one) for one in pack.courses), (4, 6, 3, 4, 2, 2))
        due = sum(one.overdue for one in pack.courses)
        own = self.cite(_("Catalogue of courses"), f"/training/?centre={pack.dossier.centre}")
        words = _(
            "Control documents are reviewed on the day that was set, or three years after they were signed. Overdue: %(count)s."
        )
        yield Paragraph((Run(words % {"count": due}, cites=(own,)),))

    def course(self, one: PackCourse) -> tuple[Text, ...]:
        record = self.cite_record(one.row.code, f"/training/courses/{one.row.public_id}/")
        kind = self.listed(self.about(one))
        return (
            (Run(one.row.code, cites=(record,)),),
            (Run(self.said(one.row.title), bold=True), Run(f" ({kind})")),
            self.listed(one.levels) or "—",
            self.listed(self.control(one)) or "—",
            str(one.held),
            str(one.ahead),
        )

    def about(self, one: PackCourse) -> Iterator[str]:
        yield str(Course.Kind(one.row.kind).label)
        if one.row.certification:
            yield str(Course.Certification(one.row.certification).label)
        if one.least_gain:
            yield _("worthwhile gain %(points)s") % {"points": one.least_gain}
        if one.standard:
            yield _("pass %(points)s") % {"points": one.standard}
        if one.valid_months:
            yield _("certificate valid for %(months)s months") % {"months": one.valid_months}
        if one.row.demonstration:
            yield _("Demonstration data")

    def control(self, one: PackCourse) -> Iterator[str]:
        yield one.control_version
        if one.control_signed:
            yield _("signed %(day)s") % {"day": gregorian(one.control_signed, self.language)}
        if one.due:
            yield _("due %(day)s") % {"day": gregorian(one.due, self.language)}
        if one.overdue:
            yield _("overdue")

    def years(self, pack: Pack) -> Iterator[Block]:
        if pack.years:
            yield Heading(_("Annual programmes"))
        own = self.cite(
            _("Register of centres, %(code)s") % {"code": pack.dossier.centre},
            f"/training/centres/{pack.dossier.centre}/",
        )
        for one in pack.years:
            adopted = _("Adopted on") + f" {gregorian(one.adopted_on, self.language)}" if one.adopted_on else ""
            yield Heading(str(one.year), 2)
            yield Paragraph(self.sourced(". ".join(filter(None, [self.said(one.aims), adopted])), one.source, own))

    def trainers(self, pack: Pack) -> Iterator[Block]:
        if pack.trainers:
            yield Heading(_("Trainers"))
            columns = (_("From which party"), _("How many"), _("Languages"))
            yield Table(columns, tuple(self.roster(one) for one in pack.trainers), (3, 1, 4))

    def roster(self, one: Trainers) -> tuple[Text, ...]:
        names = Locale(self.language).languages
        spoken = self.listed(str(names.get(code, code)) for code in one.languages)
        return self.party(one.home) if one.home else "—", str(one.count), spoken or "—"

    def figures(self, pack: Pack) -> Iterator[Block]:
        if not pack.figures:
            return
        yield Heading(_("Figures told about it"))
        columns = (_("Figure"), _("What it counts"), _("As of"), _("Source"))
        yield Table(columns, tuple(self.figure(one) for one in pack.figures), (2, 4, 2, 1))
        if pack.more_figures:
            here = self.cite(_("Figures"), f"/figures/?party={pack.dossier.centre}")
            yield Paragraph((Run(_("These are the newest; the register has more."), cites=(here,)),))

    def figure(self, one: FigureRow) -> tuple[Text, ...]:
        words = "" if one.comparator == "=" else str(dict(Figure.Comparator.choices)[one.comparator])
        number = " ".join(filter(None, (words, one.value, one.unit)))
        day = gregorian(one.as_of, self.language) if one.as_of else "—"
        source = self.cite_sentence(one.cited) if one.cited else self.outside(one.source)
        return (Run(number, bold=True),), self.said(one.what), day, (Run("", cites=(source,)),)
