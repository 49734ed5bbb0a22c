"""All reports of one content, told to every reader in both languages."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext, override

from mithaq.core.days import Language
from mithaq.core.words import Bilingual
from mithaq.papers.plots.lettering import Lettering
from mithaq.reviews.runs.content import Content
from mithaq.reviews.runs.telling.course import director
from mithaq.reviews.runs.telling.overall import secretariat
from mithaq.reviews.runs.telling.party import ministry, own_of
from mithaq.reviews.runs.telling.shapes import Made, Told
from mithaq.reviews.runs.telling.speaker import Speaker

AREAS = {"cyber": Bilingual("الدفاع السيبراني", "Cyber defence"), "energy": Bilingual("أمن الطاقة", "Energy security")}
PARTIES = {"KWT": Bilingual("الكويت", "Kuwait"), "QAT": Bilingual("قطر", "Qatar")}


def speaker(content: Content, language: Language) -> Speaker:
    """Who tells it in this language; to be used while the language is switched on."""
    report = content.report
    made = Made(
        "EVR-2026-001", "2026-11-26", report.version, report.data_hash, report.settings.seed, demonstration=True
    )
    return Speaker(Lettering(language, gettext), made, PARTIES, AREAS)


def reports(content: Content, language: Language) -> Iterator[Told]:
    """Every report that can be told of a content."""
    with override(language):
        speak = speaker(content, language)
        yield secretariat(speak, content)
        for course in content.courses:
            yield director(speak, content, course.code)
        for party in content.parties:
            yield ministry(speak, own_of(content, party.party))
