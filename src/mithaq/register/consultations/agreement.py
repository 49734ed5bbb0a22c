"""Where parties agree on an issue and where they do not, from their newest positions alone. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from babel.lists import format_list

from mithaq.core.words import Bilingual

SUPPORT, RESERVE, OPPOSE, OPEN = "support", "reserve", "oppose", "open"
AGREE, DIFFER, UNKNOWN = "agree", "differ", "unknown"
_LEAST = 2  # parties that must have said where they stand

_SAID = {
    SUPPORT: Bilingual("%(what)s. يؤيد ذلك: %(who)s.", "%(who)s support: %(what)s."),
    RESERVE: Bilingual(
        "ويؤيد ذلك مع تحفظ، بالعبارة أدناه: %(who)s.",
        "Supported with a reservation, in their own words below: %(who)s.",
    ),
    OPPOSE: Bilingual("ولا يؤيد ذلك: %(who)s.", "Not supported by: %(who)s."),
    OPEN: Bilingual("ولم يقل موقفه بعد: %(who)s.", "Where they stand was left open by: %(who)s."),
}
_NONE = Bilingual("لا أرضية مشتركة بعد في المسألة: %(what)s.", "There is no common ground yet on: %(what)s.")


def agreement(stances: Mapping[str, str]) -> str:
    """`agree` if all parties that said where they stand stand alike, `differ` if not; `unknown` if fewer than two said so."""
    said = {stance for stance in stances.values() if stance != OPEN}
    told = sum(stance != OPEN for stance in stances.values())
    if told < _LEAST:
        return UNKNOWN
    return AGREE if len(said) == 1 else DIFFER


def common_ground(title: Bilingual, stances: Mapping[str, str], names: Mapping[str, Bilingual]) -> Bilingual:
    """A line on what is held in common, in both languages, to be worked on: who supports it, with what reservation, who not."""
    return Bilingual(_line("ar", title, stances, names), _line("en", title, stances, names))


def _line(language: str, title: Bilingual, stances: Mapping[str, str], names: Mapping[str, Bilingual]) -> str:
    what = title.in_language(language)
    groups = {stance: [code for code, held in stances.items() if held == stance] for stance in _SAID}
    supported = len(groups[SUPPORT]) + len(groups[RESERVE]) >= _LEAST and groups[SUPPORT]
    said = [] if supported else [_NONE.in_language(language) % {"what": what}]
    for stance, codes in groups.items():
        if codes and (supported or stance != SUPPORT):
            who = format_list([_name(code, names, language) for code in codes], locale=language)
            said.append(_SAID[stance].in_language(language) % {"who": who, "what": what})
    return " ".join(said)


def _name(code: str, names: Mapping[str, Bilingual], language: str) -> str:
    return names[code].in_language(language) if code in names else code
