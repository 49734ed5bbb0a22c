"""Filters and tags that templates use without loading. /design shows each of them and how it is called."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from babel.lists import format_list
from django import forms, template
from django.templatetags.static import static
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator
from django.utils.translation import gettext

from mithaq.access.reads import demonstration_cast
from mithaq.access.shapes import Line, PartyName, Seen
from mithaq.core.text import language_of
from mithaq.core.words import Bilingual
from mithaq.web import bidi, days, places, signs, toasts

IN_WORDS = {  # what a field that changed holds -> the tables of signs that may have words for it
    **{
        "state": (
            "state",
            "proposal",
            "progress",
            "meeting",
            "minutes",
            "activity",
            "dossier",
            "instrument",
            "finding_state",
        ),
        "proposal": ("proposal",),
        "stand": ("stand",),
    },
    **{"decision": ("repeat",), "kind": ("kind", "party"), "language": ("language",)},
    **{"amendment": ("change", "amendment"), "silence": ("silence",), "statement": ("national",)},
    **{"outcome": ("outcome",), "break": ("broke",), "answer": ("finding_answer",)},
    **{"activity_state": ("activity",), "wave": ("wave",)},
    **{"stage": ("stage",), "seat": ("seat",), "swap": ("swap",), "met": ("met",), "result": ("result",)},
    **{"reply": ("reply",), "level": ("meeting_level",), "released_level": ("level",)},
    **{"release": ("release",), "consent": ("consent",), "checked": ("run_checked",), "case": ("case",)},
    **{"outcome_kind": ("outcome_kind",), "step": ("idea",), "stance": ("stance",), "correction": ("correction",)},
    **{
        "message": ("message",),
        "line_answer": ("line_answer",),
        "proof": ("proof_kind",),
        "fact_sheet": ("fact_sheet",),
    },
}
NAMING = ("owner", "host", "country", "party", "lead", "asked")
SEVERAL_IN_WORDS = {"barriers": "case_barrier"}
NAMING_SEVERAL = ("parties", "co_organisers", "rotation")
DATED = ("due", "date", "until", "since", "published", "member", "observer", "invited", "left")
INSTANTS = ("expiry", "at", "opens", "closes")
ISO = re.compile(r"\d{4}(-\d\d){0,2}")
PAPERS = {"html": "HTML", "pdf": "PDF", "docx": "Word", "csv": "CSV", "json": "JSON"}
TONGUES = (("ar", "العربية"), ("en", "English"))
FEW = 4  # so many parties are named in the audience line itself

register = template.Library()

register.filter("bdi", bidi.island)
register.filter("clean", bidi.clean)
register.filter("number", bidi.number)
register.filter("said", gettext)
register.filter("signed", bidi.signed)
register.filter("money", bidi.money)
register.filter("percent", bidi.percent)
register.filter("digits", bidi.in_digits)
register.filter("day", days.day)
register.filter("moment", days.moment)
register.filter("hour", days.hour)
register.filter("ago", days.ago)
register.filter("word", signs.word)
register.filter("undo", toasts.undo_of)
register.simple_tag(bidi.span, name="span")
register.simple_tag(days.missing, name="missing")


@register.filter
def local(name: Bilingual) -> SafeString:
    """A name or text in the language of the page; where it exists only in the other one, it says so to the browser."""
    language = days.tongue()
    shown = conditional_escape(bidi.clean(name.in_language(language)))
    if (name.ar if language == "ar" else name.en) or not shown:
        return shown
    return format_html('<bdi lang="{}">{}</bdi>', "en" if language == "ar" else "ar", shown)


@register.filter
def party(code: str, parties: Mapping[str, PartyName]) -> SafeString:
    """The short name of a party by its code; the code itself where the name is not known to who looks."""
    known = parties.get(code) if code else None
    return local(known.short) if known else bidi.island(code) if code else SafeString("")


@register.filter
def parties(codes: Iterable[str], names: Mapping[str, PartyName]) -> SafeString:
    """The short names of several parties, as one phrase."""
    return phrase([party(code, names) for code in codes])


def phrase(parts: list[SafeString]) -> SafeString:
    """A, B and C; the parts are markup of ours, or escaped."""
    return mark_safe(format_list([conditional_escape(part) for part in parts], locale=days.tongue()))  # noqa: S308


@register.simple_tag
def icon(name: str, turned: str = "") -> SafeString:
    """An icon of icons.svg, silent to screen readers: words stand beside it. `turned="flip"`: an arrow, mirrored in Arabic."""
    return _icon(name, turned)


@cache
def _icon(name: str, turned: str) -> SafeString:
    """Drawn once: a page has dozens of them."""
    return format_html(
        '<svg class="i {}" aria-hidden="true"><use href="{}#{}"/></svg>', turned, static("icons.svg"), name
    )


@register.simple_tag
def act_link(thing: str, act: str, words: str, about: object = "") -> SafeString:
    """A small link to an act on a thing. `about` tells those who hear the page which of several it is."""
    said = local(about) if isinstance(about, Bilingual) else about
    which = format_html('<span class="vh">: {}</span>', said) if said else ""
    return format_html('<a href="{}">{}{}</a>', places.act_place(thing, act), words, which)


@register.inclusion_tag("parts/paper_links.html")
def paper_links(label: str, base: str, kinds: str, more: str = "", sign: str = "down") -> dict[str, Any]:
    """A menu of the files of a paper in both languages: `base` is their address up to the ending, `kinds` the endings in order,
    `more` what else is asked for."""
    named = [(kind, PAPERS[kind]) for kind in kinds.split()]
    return {"label": label, "base": base, "kinds": named, "tongues": TONGUES, "more": more, "sign": sign}


@register.simple_tag
def ref(code: str, address: str = "") -> SafeString:
    """A reference number, as a link where there is an address."""
    if not address:
        return format_html('<span class="ref">{}</span>', bidi.island(code))
    return format_html('<a class="ref" href="{}">{}</a>', address, bidi.island(code))


@register.simple_tag
def source(code: str, address: str, number: int = 0) -> SafeString:
    """The link to the document that something rests on, and to its sentence: D-2016-003, sentence 4."""
    if not number:
        return format_html('<a class="src" href="{}">{}</a>', address, bidi.island(code))
    sentence = gettext("sentence %(number)s") % {"number": bidi.number(number)}
    return format_html(
        '<a class="src" href="{}#s{}">{}{} {}</a>', address, number, bidi.island(code), days.comma(), sentence
    )


@register.simple_tag
def chip(table: str, code: str, days_late: int = 0) -> SafeString:
    """A state in words, colour and sign. `table` is one of `signs.SIGNS`; `days_late` makes it overdue by so many days."""
    if days_late or code not in signs.SIGNS[table]:
        return _chip(signs.sign("state", "overdue") if days_late else signs.sign(table, code), days_late)
    return _known_chip(table, code, days.tongue())


@cache
def _known_chip(table: str, code: str, language: str) -> SafeString:
    """Drawn once a language: lists have dozens of them."""
    return _chip(signs.sign(table, code), 0)


def _chip(shown: signs.Sign, days_late: int) -> SafeString:
    late = days.counted_days(days_late) if days_late else ""
    picture = icon(shown.icon) if shown.icon else ""
    return format_html('<span class="chip c-{}">{}{} {}</span>', shown.tone, picture, shown.words, late)


@register.inclusion_tag("parts/audience.html", takes_context=True)
def audience(context: template.Context, seen: Seen | None, plain: bool = False) -> dict[str, Any]:
    """Who may see this: on every record, form and document before its text; `plain` is its small form, for cards and hits.

    `seen` None is for a list whose rows each have their own.
    """
    names = context.get("parties") or {}
    others = [] if plain or not seen else [code for code in names if code not in seen.audience]
    return {
        "seen": seen,
        "plain": plain,
        "parties": names,
        "me": context.get("me"),
        "few": len(seen.audience) <= FEW if seen else False,
        "others": others,
    }


@register.inclusion_tag("parts/progress.html")
def progress(percent: int, label: str = "") -> dict[str, Any]:
    """How far, as a bar and in figures."""
    return {"percent": percent, "label": label or gettext("Progress")}


@register.inclusion_tag("parts/score.html")
def score(value: int | None) -> dict[str, Any]:
    """−1, 0 or +1 on its scale; None is no score yet."""
    steps = [(-1, "late"), (0, "none"), (1, "done")]
    return {"value": value, "steps": steps}


@register.inclusion_tag("parts/stands.html", takes_context=True)
def stands(context: template.Context, answers: Mapping[str, str]) -> dict[str, Any]:
    """Where each party stands, as small squares: party code -> stand, empty for no answer yet."""
    names = context["parties"]
    told = [(code, letter_of(code, names), signs.sign("stand", stand)) for code, stand in answers.items()]
    return {"answers": told, "parties": names}


def letter_of(code: str, names: Mapping[str, PartyName]) -> str:
    """What stands for a party in a small square: the first letter of its Arabic name, two letters of its code in English."""
    known = names.get(code)
    return known.short.ar.removeprefix("ال")[:1] if known and days.tongue() == "ar" else code[:2]


@register.simple_tag(takes_context=True)
def changed(context: template.Context, name: str, value: object) -> SafeString | str:
    """A value that a line of the journal tells, in the words that pages have for it."""
    if isinstance(value, dict):
        return local(Bilingual(value.get("ar", ""), value.get("en", "")))
    text = str(value)
    for table in IN_WORDS.get(name, ()):
        if text in signs.SIGNS[table]:
            return signs.word(text, table)
    if value is True:
        return gettext("yes")
    if name in NAMING:
        return party(text, context["parties"])
    if name in (*NAMING_SEVERAL, *SEVERAL_IN_WORDS):
        return _several(name, text.split(", "), context["parties"]) if text else ""
    if name in DATED and ISO.fullmatch(text):
        return days.day(text, "one")
    if name in INSTANTS:
        return days.moment(text)
    if isinstance(value, int):
        return bidi.percent(value) if name == "percent" else bidi.number(value)
    return format_html('<bdi lang="{}">{}</bdi>', language_of(text), Truncator(bidi.clean(text)).words(30))


def _several(name: str, codes: list[str], names: Mapping[str, PartyName]) -> SafeString:
    """The parties of these codes as one phrase, or what the codes mean."""
    if table := SEVERAL_IN_WORDS.get(name):
        return phrase([conditional_escape(signs.word(code, table)) for code in codes])
    return parties(codes, names)


@register.simple_tag(takes_context=True)
def changed_name(context: template.Context, name: str) -> str:
    """What a line of the journal calls the field that changed."""
    if name.startswith("score "):
        return gettext("Score of %(party)s") % {"party": party(name.removeprefix("score "), context["parties"])}
    return party(name, context["parties"]) if name in context["parties"] else signs.word(name, "changed")


@register.inclusion_tag("parts/history.html", takes_context=True)
def history(context: template.Context, lines: Iterable[Line]) -> dict[str, Any]:
    """Who did what, when and why: lines of the journal, newest first."""
    return {"lines": lines, "parties": context["parties"]}


@register.inclusion_tag("parts/cast.html", takes_context=True)
def demo_cast(context: template.Context) -> dict[str, Any]:
    """In a demonstration: everybody one can sign in as, with what their role means."""
    return {"cast": demonstration_cast(), "parties": context["parties"], "csrf_token": context["csrf_token"]}


@register.inclusion_tag("parts/field.html")
def field(bound: forms.BoundField) -> dict[str, Any]:
    """One field of a form: label, widget, help, what is wrong. The widget learns its language and direction from its name."""
    widget = bound.field.widget
    several = isinstance(widget, forms.CheckboxSelectMultiple)
    chosen = several or isinstance(widget, forms.CheckboxInput | forms.RadioSelect | forms.Select)
    shown = bound.as_widget(attrs={} if chosen else direction(bound))
    return {"field": bound, "widget": shown, "several": several, "ticked": isinstance(widget, forms.CheckboxInput)}


def direction(bound: forms.BoundField) -> dict[str, str | bool]:
    """`…_ar` is Arabic, `…_en` English; free text goes by its first letter; numbers, dates and addresses run from the left."""
    if bound.name.endswith(("_ar", "_en")):
        language = bound.name[-2:]
        return {"lang": language, "dir": "rtl" if language == "ar" else "ltr"}
    free = type(bound.field) is forms.CharField and type(bound.field.widget) in (forms.TextInput, forms.Textarea)
    return {"dir": "auto" if free else "ltr"}


@register.inclusion_tag("parts/errors.html")
def errors(form: forms.Form) -> dict[str, Any]:
    """What is wrong with a form, at its head, with the way to each field."""
    return {"form": form, "wrong": [form[name] for name in form.errors if name in form.fields]}


@register.inclusion_tag("parts/audience_field.html", takes_context=True)
def audience_field(context: template.Context, form: forms.Form) -> dict[str, Any]:
    """Who may see what is being filed: level and parties, and by name who that will be, while one chooses."""
    return {
        "form": form,
        "parties": context["parties"],
        "me": context.get("me"),
        "chosen": form["audience"].value() or (),
    }


@register.simple_tag
def draft(name: str) -> SafeString:
    """Attributes of a form whose words are kept while they are typed; put `parts/draft.html` into the form."""
    return format_html(
        'data-draft="{}" data-draft-kept="{}" data-draft-restored="{}" data-draft-lost="{}"',
        name,
        gettext("Your draft is kept. Nobody sees it before you send it."),
        gettext("This is your draft from last time."),
        gettext("The draft could not be kept: check the connection before you leave."),
    )


@register.simple_block_tag
def card(content: str, title: str, end: str = "", id: str = "", pad: bool = False) -> SafeString:
    """A card with a head. `end` is a second voice at the end of the head; `pad` gives the content room."""
    place = format_html(' id="{}"', id) if id else ""
    after = format_html('<span class="end mute">{}</span>', end) if end else ""
    body = format_html('<div class="pad">{}</div>', content) if pad else content
    return format_html(
        '<section class="card"{}><header><h2>{}</h2>{}</header>{}</section>', *(place, title, after, body)
    )


@register.simple_block_tag
def quote(
    content: str, words: str, language: str, before: str = "", after: str = "", small: bool = False
) -> SafeString:
    """The very words, in their own language and direction, with what stands around them. The content is the source line."""
    marked = before or after
    opening, closing = ("«", "»") if language == "ar" else ("“", "”")
    said = format_html('<mark class="k-commit">{}</mark>' if marked else "{}", bidi.clean(words))
    around = [format_html('<span class="ctx">{}</span>', bidi.clean(text)) if text else "" for text in (before, after)]
    text = (
        format_html("{}{}{}", around[0], said, around[1]) if marked else format_html("{}{}{}", opening, said, closing)
    )
    return format_html(
        '<figure class="q{}"><blockquote lang="{}" dir="{}"><p>{}</p></blockquote><figcaption>{}</figcaption></figure>',
        *(" sm" if small else "", language, "rtl" if language == "ar" else "ltr", text, content),
    )


@register.simple_block_tag
def note(content: str, tone: str = "run", sign: str = "info") -> SafeString:
    """A remark on the page, coloured by what it means (`wait late run done none`)."""
    return format_html('<div class="note c-{}">{}<div>{}</div></div>', tone, icon(sign), content)


@register.simple_block_tag
def empty(content: str, title: str) -> SafeString:
    """What a list says that has nothing in it: what it would hold, and what to do. The content is a sentence and acts."""
    return format_html('<section class="card empty">{}<h2>{}</h2>{}</section>', icon("mark", "art"), title, content)
