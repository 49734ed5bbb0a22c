"""From the order in which a line is drawn to the order in which it is read (the way back of the bidirectional algorithm).

A PDF draws glyphs at places; what was drawn from left to right has to be put into the order in which it was written.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_LETTER = re.compile(r"[^\W\d_]")
_RIGHT_TO_LEFT = re.compile(
    r"[\u05d0-\u05ea\u0620-\u064a\u066e-\u06d3\u06ee-\u06ff\u0750-\u08c9\ufb1d-\ufdfb\ufe70-\ufefc]"
)
_STRETCH = re.compile(r"[^r]+")
# European digits keep a single separator between them; Arabic-Indic ones the same. A hyphen or a percent sign does not
# belong to a number that follows an Arabic letter: there it is drawn, and read, from right to left.
_NUMBER = re.compile(r"e+(?:[.,/:]e+)*|a+(?:[.,/:٫٬]a+)*")
_ARABIC_RUN = re.compile(r"r(?:[^l]*r)?")
_DIGITS_AFTER = re.compile(r"[ \-/.,:]?e(?:[e.,/:-]*e)?")
_STOPS = tuple(".,:;!،؛؟")
_PAIRS = {sign: pair for pair in ("()", "[]", "«»") for sign in pair}


def has_right_to_left(text: str) -> bool:
    """Whether a letter of a script that runs from right to left stands in it."""
    return _RIGHT_TO_LEFT.search(text) is not None


def is_right_to_left(text: str) -> bool:
    """Whether most letters are of a script that runs from right to left."""
    return has_right_to_left(text) and 2 * len(_RIGHT_TO_LEFT.findall(text)) > len(_LETTER.findall(text))


def _kind(cluster: str) -> str:
    """One letter a cluster: r(ight to left), l(eft to right), e(uropean digit), a(rabic digit), or the sign itself."""
    sign = cluster[0]
    direction = unicodedata.bidirectional(sign)
    if direction in ("R", "AL"):
        return "r"
    if direction == "L":
        return "l"
    if direction == "AN" or "۰" <= sign <= "۹":
        return "a" if sign.isdigit() else sign
    return "e" if direction == "EN" else sign


def reading_order(clusters: Sequence[str], arabic: bool) -> str:
    """The text of a line, from its `clusters` as drawn from left to right (a letter with its marks, or a ligature).

    In an `arabic` text a line runs from right to left where it has any Arabic letter or a stop at its left end;
    in another text where most of its letters are Arabic.
    """
    kinds = "".join(map(_kind, clusters))
    latin, right_to_left = kinds.count("l"), kinds.count("r")
    if right_to_left > latin or (arabic and (right_to_left or kinds.strip()[:1] in _STOPS)):
        return _right_to_left(clusters, kinds)
    return _left_to_right(clusters, kinds)


def _left_to_right(clusters: Sequence[str], kinds: str) -> str:
    parts: list[str] = []
    done = 0
    for run in _ARABIC_RUN.finditer(kinds):
        parts += clusters[done : run.start()]
        parts.append(_right_to_left(clusters[run.start() : run.end()], run.group()))
        done = run.end()
    return "".join([*parts, *clusters[done:]])


def _right_to_left(clusters: Sequence[str], kinds: str) -> str:
    parts: list[str] = []
    done = 0
    for start, end in _forward_runs(kinds):
        parts += clusters[done:start]
        parts.append("".join(clusters[start:end]))
        done = end
    return "".join(reversed([*parts, *clusters[done:]]))


def _forward_runs(kinds: str) -> list[tuple[int, int]]:
    """The stretches of a right-to-left line that read from left to right: Latin phrases and numbers, in order."""
    runs: list[tuple[int, int]] = []
    for stretch in _STRETCH.finditer(kinds):
        start, end = stretch.span()
        latin = _latin_run(kinds[start:end])
        for number in _NUMBER.finditer(kinds, start, end):
            if latin is None or number.end() <= start + latin[0] or number.start() >= start + latin[1]:
                runs.append(number.span())
        if latin:
            runs.append((start + latin[0], start + latin[1]))
    return sorted(runs)


def _latin_run(stretch: str) -> tuple[int, int] | None:
    """From the first Latin letter to the last, with the digits that follow it."""
    first, last = stretch.find("l"), stretch.rfind("l")
    if first < 0:
        return None
    following = _DIGITS_AFTER.match(stretch[last + 1 :])
    return first, last + 1 + (following.end() if following else 0)


def brackets_by_place(text: str) -> str:
    """`text` with each bracket opening or closing as its place says: what stands before a word opens, after it closes.

    The brackets of right-to-left text come out of a PDF as drawn or as written, by the program that made it.
    """
    signs = list(text)
    open_now = 0
    for place, sign in enumerate(signs):
        if pair := _PAIRS.get(sign):
            opens = _opens(text, place, open_now > 0)
            open_now = open_now + 1 if opens else max(open_now - 1, 0)
            signs[place] = pair[0] if opens else pair[1]
    return "".join(signs)


def _opens(text: str, place: int, one_is_open: bool) -> bool:
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    free_before = not before or before.isspace() or before in _PAIRS
    free_after = not after or after.isspace() or after in _PAIRS or after in ".,:;،؛؟?!"
    return free_before if free_before != free_after else not one_is_open
