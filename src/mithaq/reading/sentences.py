"""Where sentences begin and end, in a folded text whose line breaks are ends of paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator

_END = re.compile(r"[.!?؟…]+[\"')\]]*(?= |\n|$)|\n")
_ABBREVIATION = re.compile(
    r"(?:(?<![a-z])[a-z]|(?<![\w])(?<!\d )[دما]|(?<![a-z.])(?:[a-z]\.)+[a-z]|\b(?:jr|sr|dr|mr|mrs|ms|st|gen|lt|col|maj|capt|cmdr|adm|sgt|gov|sen|rep|"
    r"hon|prof|messrs|no|nos|art|vs|etc|inc|ltd|co|corp|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|amb|approx|fig|vol|pp))$"
)
_LIST_MARKER = re.compile(r"(?:[-*•·▪◦‣●○■□–>#]+|\(?\d{1,2}[.)]|\(?[a-z][.)])(?: |$)")
_SMALL = re.compile(
    r" (?:in|on|to|and|for|with|where|this|area|at|from|by|today|yesterday|as|after|before|during|that|which|who|is|was|were|-)\b"
)
_WORD = re.compile(r"[^\W_]")


def sentence_edges(text: str) -> Iterator[tuple[int, int]]:
    """The spans of the sentences of the folded `text`, in order, without the white space around them."""
    start = 0
    for match in _END.finditer(text):
        if match[0] == "\n":
            yield from _trimmed(text, start, match.start())
            start = match.end()
        elif not _goes_on(text, start, match):
            yield from _trimmed(text, start, match.end())
            start = match.end()
    yield from _trimmed(text, start, len(text))


def _goes_on(text: str, start: int, match: re.Match[str]) -> bool:
    """Is this full stop no end: after an abbreviation, two dots inside a line, or a list number?"""
    if match[0].startswith("..") and not match[0].startswith("..."):
        return text[match.end() : match.end() + 1] == " "
    if match[0] != ".":
        return False
    before = text[max(start, match.start() - 18) : match.start()]
    if before.endswith("washington, d.c"):
        return bool(_SMALL.match(text, match.end()))
    return bool(_ABBREVIATION.search(before)) or bool(_LIST_MARKER.fullmatch(text[start : match.end()].strip()))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start] in " \n":
        start += 1
    while start < end and text[end - 1] in " \n":
        end -= 1
    if start < end and _WORD.search(text, start, end):
        yield start, end
