"""The mail that tells of something in a silence procedure, made of what its reader may see, as plain text in their language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from mithaq.access.markings import Caveat
from mithaq.access.shapes import PartyName
from mithaq.core.days import Language
from mithaq.core.lines import apart, directed
from mithaq.core.words import Bilingual
from mithaq.papers.bidi import direction, plain
from mithaq.register.texts.hours import in_utc, in_zone
from mithaq.register.texts.reads import BreakShown, SilencePage, StatementShown

HEADS = {
    "proposed": gettext_lazy("Under silence: %(title)s"),
    "extended": gettext_lazy("Silence extended: %(title)s"),
    "broken": gettext_lazy("Silence did not hold: %(title)s"),
    "joined": gettext_lazy("Silence was broken by another party: %(title)s"),
    "attached": gettext_lazy("A statement was attached: %(title)s"),
    "held": gettext_lazy("Silence has held, the text is agreed: %(title)s"),
    "withdrawn": gettext_lazy("Taken back from silence: %(title)s"),
    "concluded": gettext_lazy("Concluded in session: %(title)s"),
}


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail ready to send."""

    subject: str
    body: str


def mail_of(
    page: SilencePage,
    event: str,
    about: str,
    name: Bilingual,
    party: str,
    names: Mapping[str, PartyName],
    language: Language,
) -> Mail:
    """What happened, as a mail to somebody of this name and party who sees `page`."""
    with override(language):
        return _Writer(page, about, party, names, language).mail(event, name)


@dataclass(frozen=True, slots=True)
class _Writer:
    page: SilencePage
    about: str
    party: str
    names: Mapping[str, PartyName] = field(repr=False)
    language: Language

    def mail(self, event: str, name: Bilingual) -> Mail:
        head = str(HEADS[event]) % {"title": self.title()}
        told = [] if self.wordless else [*self.told(event), ""]
        lines = [_("Dear %(name)s,") % {"name": name.in_language(self.language)}, "", head, "", *told]
        lines += [settings.SITE_ADDRESS.rstrip("/") + f"/silence/{self.page.public_id}/"]
        body = "\n".join(directed(line, direction(line, self.language)) for line in lines)
        return Mail(directed(head, direction(head, self.language)), body)

    @property
    def wordless(self) -> bool:
        """Whether its words may not travel by mail."""
        return Caveat.NOMAIL in self.page.seen.caveats

    def title(self) -> str:
        ref = apart(self.page.text.ref, self.language)
        return ref if self.wordless else f"{ref}, {plain(self.page.title.in_language(self.language))}"

    def told(self, event: str) -> Iterator[str]:
        told = {"edition": self.page.edition}
        yield _("Edition %(edition)s of the text.") % told
        if event in ("proposed", "extended"):
            yield from self.running()
        elif event in ("broken", "joined"):
            yield from self.broken(event)
        elif event == "attached":
            yield from (self.statement(one) for one in self.page.statements if one.public_id == self.about)
        elif event == "held":
            yield _("Nobody broke silence before %(hour)s.") % {"hour": self.expiry()}
            yield _("The action sheet is on the page of the silence.")
        elif event == "withdrawn":
            yield _("The chair took the text back: nothing is agreed. Reason: %(reason)s") % {
                "reason": self.page.reason
            }
        else:
            yield from self.concluded()

    def expiry(self) -> str:
        return in_zone(self.page.expiry, self.page.zone, self.language)

    def running(self) -> Iterator[str]:
        yield _("Silence ends at %(hour)s.") % {"hour": self.expiry()}
        yield _("That is %(hour)s.") % {"hour": in_utc(self.page.expiry, self.language)}
        if self.party in self.page.under:
            yield _(
                "Your party is under silence: unless it objects or sends an amendment before that hour, it has agreed."
            )
        elif self.party in self.page.noting:
            yield _("Your party notes the text; its silence is not asked for.")

    def broken(self, event: str) -> Iterator[str]:
        if event == "broken":
            yield _("Silence was broken before its hour. Nothing is agreed; the chair says how it goes on.")
        for one in self.page.breaks:
            if one.first if event == "broken" else one.public_id == self.about:
                yield self.break_of(one)

    def break_of(self, one: BreakShown) -> str:
        party = self.named(one.party)
        if one.amendment:
            return _("%(party)s proposed an amendment. Its words are on the page of the silence.") % {"party": party}
        return _("%(party)s objected: %(words)s") % {"party": party, "words": plain(one.objection)}

    def statement(self, one: StatementShown) -> str:
        parties = _(" and ").join(map(self.named, one.parties))
        words = plain(one.words.in_language(self.language))
        if one.kind == "reservation":
            return _("Formal reservation of %(parties)s: %(words)s") % {"parties": parties, "words": words}
        return _("Interpretative statement of %(parties)s: %(words)s") % {"parties": parties, "words": words}

    def concluded(self) -> Iterator[str]:
        agreed = (
            _("The meeting agreed the text.") if self.page.outcome == "agreed" else _("The meeting noted the text.")
        )
        yield agreed
        yield _("Record: %(record)s") % {"record": plain(self.page.session_record)}

    def named(self, code: str) -> str:
        return self.names[code].short.in_language(self.language) if code in self.names else code
