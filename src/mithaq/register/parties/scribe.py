"""What papers of all areas share: names of parties, who may see them, and every source under its number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mithaq.access.forms import LEVELS
from mithaq.access.markings import Caveat
from mithaq.access.shapes import Seen
from mithaq.core.days import Language, counted, gregorian
from mithaq.core.words import Bilingual
from mithaq.papers.report import Cite
from mithaq.register.parties.sources import Cited

CAVEATS = {Caveat.NOMAIL.value: gettext_lazy("not by mail"), Caveat.PERSONAL.value: gettext_lazy("personal data")}


@dataclass(slots=True)
class Scribe:
    """Words of one paper in one language; keeps the sources cited so far, each once. `names`: of parties, by code.

    To be used while that language is switched on.
    """

    language: Language
    names: Mapping[str, Bilingual]
    sources: dict[tuple[str, str], Cite] = field(default_factory=dict)

    def said(self, words: Bilingual) -> str:
        """The words in the language of the paper, or in the other one."""
        return words.in_language(self.language)

    def party(self, code: str) -> str:
        """The short name of a party; its code where no name is known."""
        return self.said(self.names[code]) if code in self.names else code

    def parties(self, codes: Iterable[str]) -> str:
        """The names of parties with commas between."""
        return self.listed(self.party(code) for code in codes)

    def listed(self, parts: Iterable[str]) -> str:
        """What is not empty of these, with the comma of the language between."""
        return ("، " if self.language == "ar" else ", ").join(filter(None, parts))

    def late(self, days: int) -> str:
        """How many days late; empty for none."""
        return _("%(days)s late") % {"days": counted(days, self.language)} if days else ""

    def label(self, seen: Seen) -> str:
        """The line that stands on every page: who may see the paper."""
        level, audience = str(dict(LEVELS)[seen.level]), self.parties(seen.audience)
        narrower = [str(CAVEATS[one]) for one in seen.caveats if one in CAVEATS]
        return self.listed([f"{level}: {audience}" if audience else level, *narrower])

    def cite(self, text: str, path: str = "") -> Cite:
        """A source by its text and where it stands in this house."""
        url = settings.SITE_ADDRESS.rstrip("/") + path if path else ""
        if (text, url) not in self.sources:
            self.sources[text, url] = Cite(len(self.sources) + 1, text, url)
        return self.sources[text, url]

    def cite_sentence(self, cited: Cited) -> Cite:
        """The title last: it may be in the other script, and would take a number behind it along."""
        sentence = _("sentence %(number)s") % {"number": cited.number}
        published = gregorian(cited.published, self.language) if cited.published else ""
        return self.cite(f"{self.listed([cited.ref, sentence, published])}: {cited.title}", cited.path)

    def cite_record(self, ref: str, path: str) -> Cite:
        """A record of the register by its reference."""
        return self.cite(_("Register, %(ref)s") % {"ref": ref}, path)

    def cite_outside(self, address: str) -> Cite:
        """An address outside this house."""
        if (address, address) not in self.sources:
            self.sources[address, address] = Cite(len(self.sources) + 1, address, address)
        return self.sources[address, address]
