"""What the pages of joint texts load: words that went and came, paragraphs side by side, hours of a silence."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from mithaq.core.days import clock_of
from mithaq.core.diff import GONE, NEW, Piece
from mithaq.web import bidi, days

register = template.Library()
DIRECTIONS = {"ar": "rtl", "en": "ltr"}


@register.simple_tag
def pieces(found: Iterable[Piece], language: str) -> SafeString:
    """A paragraph with the words that went and those that came, told in words to who does not see the marks."""
    tags = {GONE: ("del", gettext("taken out:")), NEW: ("ins", gettext("put in:"))}
    shown = format_html_join("", "{}", ((_piece(one, tags.get(one.kind)),) for one in found))
    return format_html('<p class="naskh spoken" lang="{}" dir="{}">{}</p>', language, DIRECTIONS[language], shown)


def _piece(piece: Piece, tag: tuple[str, str] | None) -> SafeString:
    """The space at the edges stays outside the mark, so that the line does not run on under it."""
    words = bidi.clean(piece.text)
    if tag is None or not words.strip():
        return format_html("{}", words)
    bare = words.strip()
    before, after = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
    name, told = tag
    spoken = format_html('<span class="vh" lang="{}"> {} </span>', days.tongue(), told)
    return format_html("{}{}<{}>{}</{}>{}", before, spoken, name, bare, name, after)


@register.simple_tag
def spoken(words: str, language: str) -> SafeString:
    """A paragraph in one of the two languages; where it has none in it, that is said."""
    if not words:
        return format_html('<p class="mute">{}</p>', gettext("Not written in this language yet."))
    return format_html(
        '<p class="naskh spoken" lang="{}" dir="{}">{}</p>', language, DIRECTIONS[language], bidi.clean(words)
    )


@register.simple_tag
def hour_in(at: str, zone: str) -> SafeString:
    """An instant by the clock of its zone, with the day in both calendars, then in UTC."""
    if not at:
        return days.missing()
    instant = datetime.fromisoformat(at)
    here = instant.astimezone(ZoneInfo(zone or "UTC"))
    city = gettext("%(city)s time") % {"city": clock_of(zone, days.tongue())}
    return format_html(
        '{} <b>{}</b> <span class="nw">{}</span> <small class="mute nw">({})</small>',
        days.day(here.date().isoformat(), "full"),
        _clock(here),
        city,
        bidi.island(f"{_clock_words(instant.astimezone(ZoneInfo('UTC')))} UTC"),
    )


def _clock_words(at: datetime) -> str:
    return bidi.in_digits(f"{at:%H:%M:%S}" if at.second else f"{at:%H:%M}")


def _clock(at: datetime) -> SafeString:
    return bidi.island(_clock_words(at))


@register.filter
def by_language(edition: object) -> tuple[str, str]:
    """The two languages in the order in which the page has them: its own first."""
    return ("ar", "en") if days.tongue() == "ar" else ("en", "ar")


@register.filter
def in_language(words: object, language: str) -> object:
    """What is kept under this language: of a paragraph, an amendment or a pair of titles."""
    return getattr(words, language)
