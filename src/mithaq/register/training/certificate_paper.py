"""A certificate as a paper in both languages at once: the same words in Arabic and in English, and the link to verify it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import override

from mithaq.core.days import Language, gregorian
from mithaq.papers.report import Block, Cite, Facts, Heading, Paper, Paragraph, Run
from mithaq.register.training.reads import Proved

LANGUAGES: tuple[Language, Language] = ("ar", "en")


def certificate_paper(said: Proved) -> Paper:
    """What the certificate says, Arabic first. The issue date is the file's: the same certificate gives the same bytes."""
    made = datetime.fromisoformat(said.issued)
    proof = Cite(1, _both("Verify this certificate"), said.address)
    return Paper(
        title=said.title.ar or said.title.en,
        subtitle=said.title.en if said.title.ar else "",
        language="ar",
        label=_both("Certificate"),
        date_line=" · ".join(gregorian(made.date().isoformat(), language) for language in LANGUAGES),
        blocks=tuple(block for language in LANGUAGES for block in _blocks(said, language, proof)),
        made=made,
    )


def _both(words: str) -> str:
    """These words in both languages."""
    said = []
    for language in LANGUAGES:
        with override(language):
            said.append(_(words))
    return " · ".join(said)


def _blocks(said: Proved, language: Language, proof: Cite) -> Iterator[Block]:
    with override(language):
        yield Heading(_("Certificate of completion"))
        if said.demonstration:
            yield Paragraph((Run(_("Demonstration data"), bold=True, cites=(proof,)),))
        told = {"name": said.name.in_language(language), "title": said.title.in_language(language)}
        sentence = _("%(name)s completed the course “%(title)s”.") % told
        yield Paragraph((Run(sentence, bold=True, cites=(proof,)),))
        yield Facts(tuple(_facts(said, language)))
        if goals := [one.in_language(language) for one in said.objectives]:
            words = " ".join(f"({number}) {goal}." for number, goal in enumerate(goals, 1))
            yield Paragraph((Run(f"{_('Who completed it can do this:')} {words}", cites=(proof,)),))


def _facts(said: Proved, language: Language) -> Iterator[tuple[str, str]]:
    yield _("Centre"), said.centre.in_language(language)
    yield _("Code"), said.code
    yield _("First day"), gregorian(said.begins, language)
    yield _("Last day"), gregorian(said.ends, language)
    if said.valid_until:
        yield _("Valid until"), gregorian(said.valid_until, language)
    if said.hours:
        yield _("Hours attended"), said.hours
    yield _("Verify this certificate"), said.address
