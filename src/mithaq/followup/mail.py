"""The one mail of a day: what is late or due soon, which meetings are ahead, what waits, which certificates expire; in the
language of whom it is for, as plain text."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from mithaq.core.days import Language, both, counted
from mithaq.core.lines import apart, directed
from mithaq.core.words import Bilingual
from mithaq.followup.certificates import KIND
from mithaq.followup.reads import Digest, Due
from mithaq.followup.waiting import is_decided, sentence

SHOWN = 120  # letters of the words of a commitment


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail ready to send."""

    subject: str
    body: str


def mail_of(digest: Digest, name: Bilingual, parties: dict[str, Bilingual], language: Language) -> Mail:
    """The digest as a mail in this language. `parties` names the codes in it."""
    with override(language):
        meetings = [entry for entry in digest.entries if entry.kind == "meeting"]
        decided = [entry for entry in digest.entries if entry.stage and is_decided(entry.stage)]
        waiting = [entry for entry in digest.entries if entry.stage and entry not in decided]
        expiring = [entry for entry in digest.entries if entry.kind == KIND]
        dated = [entry for entry in digest.entries if not entry.stage and entry.kind != KIND]
        late = [entry for entry in dated if entry.days < 0]
        soon = [entry for entry in dated if entry.days >= 0 and entry not in meetings]
        lines = [_("Dear %(name)s,") % {"name": name.in_language(language)}, ""]
        lines += _part(_("Late"), late, parties, language) + _part(_("Due soon"), soon, parties, language)
        lines += _part(_("Meetings ahead"), meetings, parties, language)
        lines += _part(_("Waits for your party"), waiting, parties, language)
        lines += _part(_("Decided"), decided, parties, language)
        lines += _certificates(expiring, parties, language)
        lines += [_("All that waits for you is on your desk:"), settings.SITE_ADDRESS.rstrip("/") + "/", ""]
        lines += [_("You get at most one such mail a day, and only what was released to you.")]
        return Mail(
            directed(_subject(*map(len, (late, soon, meetings, waiting, decided, expiring))), language),
            "\n".join(directed(line, language) for line in lines),
        )


def _subject(late: int, soon: int, meetings: int, waiting: int, decided: int, expiring: int) -> str:
    told = []
    if late:
        told.append(ngettext("%(count)s matter is late", "%(count)s matters are late", late) % {"count": late})
    if soon:
        told.append(ngettext("%(count)s matter is due soon", "%(count)s matters are due soon", soon) % {"count": soon})
    if meetings:
        told.append(
            ngettext("%(count)s meeting is ahead", "%(count)s meetings are ahead", meetings) % {"count": meetings}
        )
    if waiting:
        told.append(
            ngettext("%(count)s decision waits for you", "%(count)s decisions wait for you", waiting)
            % {"count": waiting}
        )
    if decided:
        told.append(
            ngettext("%(count)s matter was decided", "%(count)s matters were decided", decided) % {"count": decided}
        )
    if expiring:
        told.append(
            ngettext("%(count)s certificate expires", "%(count)s certificates expire", expiring) % {"count": expiring}
        )
    return _("Mithaq: %(what)s") % {"what": _(" and ").join(told)}


def _part(title: str, entries: list[Due], parties: dict[str, Bilingual], language: Language) -> list[str]:
    if not entries:
        return []
    return [title, ""] + [line for entry in entries for line in _entry(entry, parties, language)]


def _certificates(entries: list[Due], parties: dict[str, Bilingual], language: Language) -> list[str]:
    """The certificates of each party in each course as one entry, what is over apart from what is ahead."""
    together: dict[tuple[str, str, bool], list[Due]] = {}
    for entry in entries:
        together.setdefault((entry.ref, entry.owner, entry.days < 0), []).append(entry)
    lines = [line for found in together.values() for line in _expiring(found, parties, language)]
    return [_("Certificates that expire"), "", *lines] if lines else []


def _expiring(entries: list[Due], parties: dict[str, Bilingual], language: Language) -> list[str]:
    first, count = entries[0], len(entries)
    owner = parties[first.owner].in_language(language) if first.owner in parties else first.owner
    told = {"count": count, "owner": owner, "day": both(first.due, language), "when": _when(first.days, language)}
    if first.days < 0:
        says = ngettext(
            "%(count)s certificate of %(owner)s expired on %(day)s; its holder has no newer one.",
            "%(count)s certificates of %(owner)s expired, the first on %(day)s; their holders have no newer ones.",
            count,
        )
    else:
        says = ngettext(
            "%(count)s certificate of %(owner)s expires on %(day)s: %(when)s.",
            "%(count)s certificates of %(owner)s expire, the first on %(day)s: %(when)s.",
            count,
        )
    named = f"{apart(first.ref, language)}  {first.title.in_language(language)}"
    return [named, says % told, settings.SITE_ADDRESS.rstrip("/") + first.path, ""]


def _entry(entry: Due, parties: dict[str, Bilingual], language: Language) -> list[str]:
    title = entry.title.in_language(language) or f"«{_cut(entry.words)}»"
    owner = parties[entry.owner].in_language(language) if entry.owner in parties else entry.owner
    told = {"day": both(entry.due, language), "when": _when(entry.days, language), "owner": owner}
    told["percent"] = apart(f"{entry.percent}%", language)
    lines = _of_meeting(entry, told) if entry.kind == "meeting" else _of_matter(entry, told)
    named = f"{apart(entry.ref, language)}  {title}" if entry.ref else title
    return [named, *lines, settings.SITE_ADDRESS.rstrip("/") + entry.path, ""]


def _of_matter(entry: Due, told: dict[str, str]) -> list[str]:
    if entry.stage:
        says = str(sentence(entry.stage)) % {"party": told["owner"]}
        return [says, _("Since %(day)s.") % told]
    due = _("Due %(day)s: %(when)s. Done so far: %(percent)s.") % told
    return [due, *([_("Owner: %(owner)s") % told] if told["owner"] else [])]


def _of_meeting(entry: Due, told: dict[str, str]) -> list[str]:
    lines = [_("It is held on %(day)s: %(when)s.") % told, *([_("Host: %(owner)s") % told] if told["owner"] else [])]
    return [*lines, *([_("Your party has not replied yet.")] if entry.reply == "none" else [])]


def _cut(words: str) -> str:
    return words if len(words) <= SHOWN else words[:SHOWN].rsplit(" ", 1)[0] + "…"


def _when(days: int, language: Language) -> str:
    if days == 0:
        return _("today")
    return (_("%(days)s late") if days < 0 else _("in %(days)s")) % {"days": counted(abs(days), language)}
