"""A certificate as a paper in both languages at once: the same words in Arabic and in English, and the link to verify it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import override

from mithaq.core.days import Language, gregorian
from mithaq.papers.report import Block, Facts, Heading, Paper, Paragraph, Run
from mithaq.register.training.reads import Proved

LANGUAGES: tuple[Language, Language] = ("ar", "en")


def certificate_paper(said: Proved) -> Paper:
    """What the certificate says, Arabic first; whoever doubts it has the link. The issue date is the file's: the same
    certificate gives the same bytes."""
    made = datetime.fromisoformat(said.issued)
    return Paper(
        title=said.title.ar or said.title.en,
        subtitle=said.title.en if said.title.ar else "",
        language="ar",
        label=_both("Certificate"),
        date_line="",
        blocks=tuple(block for language in LANGUAGES for block in _blocks(said, language)),
        made=made,
    )


def _both(words: str) -> str:
    """These words in both languages."""
    said = []
    for language in LANGUAGES:
        with override(language):
            said.append(_(words))
    return " · ".join(said)


def _blocks(said: Proved, language: Language) -> Iterator[Block]:
    with override(language):
        heading = _("Certificate of completion")
        yield Heading(f"{heading} ({_('Demonstration data')})" if said.demonstration else heading, own=language)
        told = {"name": said.name.in_language(language), "title": said.title.in_language(language)}
        sentence = _("%(name)s completed the course “%(title)s”.") % told
        yield Paragraph((Run(sentence, bold=True),), own=language)
        yield Facts(tuple(_facts(said, language)), own=language)
        if goals := [one.in_language(language) for one in said.objectives]:
            words = " ".join(f"({number}) {goal}." for number, goal in enumerate(goals, 1))
            yield Paragraph(f"{_('Who completed it can do this:')} {words}", own=language)


def _facts(said: Proved, language: Language) -> Iterator[tuple[str, str]]:
    yield _("Centre"), said.centre.in_language(language)
    yield _("Code"), said.code
    days = {"first": gregorian(said.begins, language), "last": gregorian(said.ends, language)}
    yield _("Days of the course"), _("%(first)s to %(last)s") % days
    yield _("Issued on"), gregorian(said.issued[:10], language)
    if said.valid_until:
        yield _("Valid until"), gregorian(said.valid_until, language)
    if said.hours:
        yield _("Hours attended"), said.hours
    yield _("Verify this certificate"), said.address
