"""Joint texts in the two worlds of `tests.worlds`: those of all in the story, Kuwait's hidden ones beside them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from mithaq.access.viewer import Viewer
from mithaq.register.texts.reads import silence_page, text_page
from tests.cast import BADER, HESSA, LAYLA, RASHID

CANARY = "canary"
UNTIL = {"at": "18:00", "zone": "Europe/Brussels"}
OF_ALL = {"level": "OFFICIAL", "audience": ["QAT", "OMN", "KWT", "SEC"]}


class Do(Protocol):
    """One operation by its registered name; the public id it answers with."""

    def __call__(self, viewer: Viewer, name: str, /, **data: Any) -> str: ...


class Holds(Protocol):
    """What stands, by kind."""

    seen: dict[str, list[str]]


def text_story(ids: Holds, do: Do) -> list[Callable[[], None]]:
    """Three texts of all: one in drafting with an amendment and a comment, one on which silence runs, one on which it held."""

    def keep(kind: str, public_id: str) -> str:
        ids.seen.setdefault(kind, []).append(public_id)
        return public_id

    def draft(title: str) -> None:
        words = {"text_ar": "تلتقي الأطراف.", "text_en": "The parties meet.\n\nThey share information."}
        keep("text", do(LAYLA, "texts.draft", kind="statement", title_en=title, **words, **OF_ALL))

    def amend() -> None:
        text = ids.seen["text"][0]
        key = text_page(HESSA, text=text).paragraphs[0].key
        wanted = {"change": "replace", "paragraph": key, "en": "The parties meet twice."}
        keep("amendment", do(HESSA, "texts.amend", text=text, edition=1, **wanted))
        do(RASHID, "texts.comment", text=text, words="Why not thrice?")

    def propose(number: int, day: str) -> None:
        parties = {"under": ["QAT", "KWT"], "noting": ["OMN"]}
        text = ids.seen["text"][number]
        keep("silence", do(LAYLA, "silence.propose", text=text, version=1, on=day, **UNTIL, **parties))

    def attach() -> None:
        silence = ids.seen["silence"][1]
        do(RASHID, "silence.state", silence=silence, kind="reservation", words_en="Not the second paragraph.")
        keep("statement", silence_page(RASHID, silence=silence).statements[0].public_id)

    return [
        *(lambda title=title: draft(title) for title in ("In drafting", "Under silence", "Agreed")),
        amend,
        lambda: propose(1, "2027-01-15"),
        lambda: propose(2, "2026-10-20"),
        attach,
    ]


def hide_text(made: dict[str, list[str]], do: Do) -> None:
    """A text of Kuwait and the secretariat with all that can stand on one; the silence on it is broken."""

    def keep(kind: str, public_id: str) -> str:
        made.setdefault(kind, []).append(public_id)
        return public_id

    label = {"level": "RESTRICTED", "audience": ["KWT", "SEC"]}
    text = keep("text", do(LAYLA, "texts.draft", kind="plan", title_en=CANARY, text_en=CANARY, **label))
    wanted = {"change": "add", "en": f"New {CANARY}"}
    keep("amendment", do(BADER, "texts.amend", text=text, edition=1, why=CANARY, **wanted))
    do(BADER, "texts.comment", text=text, words=CANARY)
    proposed = {"on": "2027-02-15", "under": ["KWT"], "noting": ["SEC"], "means_en": CANARY, **UNTIL}
    silence = keep("silence", do(LAYLA, "silence.propose", text=text, version=1, **proposed))
    do(BADER, "silence.state", silence=silence, kind="reservation", words_en=CANARY)
    keep("statement", silence_page(BADER, silence=silence).statements[0].public_id)
    do(BADER, "silence.agree", silence=silence, attached="interpretation", words_en=CANARY)
    do(BADER, "silence.break", silence=silence, objection=CANARY)
