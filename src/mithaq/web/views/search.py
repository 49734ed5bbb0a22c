"""Search over all that was released to who looks, and the short addresses of references."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from mithaq.archive.reads import KINDS, Found, search
from mithaq.core.errors import Absent
from mithaq.core.text import fold
from mithaq.web.middleware import viewer_of
from mithaq.web.places import place_of

NOTHING_ASKED = Found((), "", (), True)


@require_GET
def find(request: HttpRequest) -> HttpResponse:
    """What answers the words of ``q``, of one ``kind`` or of all."""
    asked = {name: request.GET.get(name, "").strip() for name in ("q", "kind", "after")}
    kind = asked["kind"] if asked["kind"] in KINDS else ""
    found = search(viewer_of(request), q=asked["q"], kind=kind, after=asked["after"]) if asked["q"] else NOTHING_ASKED
    words = asked["q"].replace('"', "").split()
    context = {
        "forms": forms_found(found),
        "found": found,
        "q": asked["q"],
        "kind": kind,
        "kinds": KINDS,
        "listing": found,
    }
    context |= {"exact": " ".join(f"={word.lstrip('=')}" for word in words), "phrase": f'"{" ".join(words)}"'}
    return render(request, "search/search.html", context)


def forms_found(found: Found) -> list[str]:
    """The forms of the words that stand in these passages, each once, as they are written there."""
    words = (hit.passage.text[start:end] for hit in found.hits for start, end in hit.passage.marks)
    typed = {one.word for one in found.searched}
    forms = {fold(word).text: word for word in words}
    return [word for folded, word in forms.items() if folded not in typed]


@require_GET
def reference(request: HttpRequest, ref: str) -> HttpResponse:
    """To the thing that bears this reference, if it was released to who looks."""
    for hit in search(viewer_of(request), q=ref).hits:
        if hit.ref.casefold() == ref.casefold() and (place := place_of(hit.kind, hit.thing)):
            return redirect(place)
    raise Absent
