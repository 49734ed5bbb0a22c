"""When two writings of a name are the same name. Pure."""

from __future__ import annotations

import re

from mithaq.core.text import fold

_TITLES = (
    "سعاده معالي فخامه جلاله سمو دوله صاحب الشيخ الشيخه الدكتور الدكتوره د السيد السيده الاستاذ السفير السفيره الفريق اللواء "
    "العميد العقيد المهندس الوزير امير الامير he his her excellency highness majesty the right honourable hon sheikh shaikh "
    "sheikha dr mr mrs ms sir dame lord prof professor ambassador amb general gen lieutenant lt major maj colonel col admiral adm"
)
_LEADING = frozenset(_TITLES.split())
_SON_OF = frozenset(["بن", "ابن", "bin", "ibn", "bn"])
_INITIALS = re.compile(r"\b(\w)\.(?=\w\.)")
_APART = re.compile(r"[-'.\"،,_]+")
_ARABIC_AL = re.compile(r"\bال (?=\w)")
_ABD = re.compile(r"\bعبد (?=ال)")


def name_key(written: str) -> str:
    """What is left of a name when forms of letters, titles before it, «بن», hyphens and points are taken away.

    Two writings with one key are the same name, not yet the same person.
    """
    plain = _APART.sub(" ", _INITIALS.sub(r"\1", fold(written).text))
    words = _ABD.sub("عبد", _ARABIC_AL.sub("ال", " ".join(plain.split()))).split()
    while len(words) > 1 and words[0] in _LEADING:
        words.pop(0)
    return " ".join(word for word in words if word not in _SON_OF)[:200]
