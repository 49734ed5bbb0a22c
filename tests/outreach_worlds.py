"""What is said in public in the two worlds of `tests.worlds`: a house and sheets of all in the story, Kuwait's hidden ones,
lines, proofs and figures beside them."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import Any

from mithaq.access.viewer import Viewer
from mithaq.register.outreach.reads import house_page
from tests.cast import BADER, HESSA, LAYLA, RASHID
from tests.text_worlds import CANARY, Do, Holds

OF_ALL = {"level": "OFFICIAL", "audience": ["QAT", "OMN", "KWT", "SEC"]}
WORDS = {"title_ar": "الشراكة", "title_en": "Partnership"}
MESSAGE = {"message_ar": "أمن مشترك", "message_en": "A common security"}
INTRO = {"intro_ar": "أرقام", "intro_en": "Figures"}
COUNTS = ["members", "meetings", "commitments", "done", "texts", "courses", "activities"]
SAID = {"question_ar": "لماذا؟", "question_en": "Why?", "answer_ar": "لأنه كذا", "answer_en": "Because"}
Seen = dict[str, list[str]]
# What tests/test_no_leaks.py needs to know of it. The first hidden one of these bears the name of its kind for an id.
CALLED = ("house", "line", "proof", "question", "fact_sheet", "sheet_figure")
MEANS = {name: name for name in CALLED}
ACTS: tuple[str, ...] = (
    "house-line",
    "house-series",
    "line-agree",
    "line-prove",
    "proof-drop",
    "question-drop",
    "sheet-put",
)
ACTS += ("sheet-issue", "sheet-figure-place")
SAMPLES: dict[str, list[Any]] = {"theme": ["cyber"], "act_name": [*ACTS]}
PLAIN: dict[str, Any] = {
    **{"en": "x", "why": "because", "place": 1, "counts": COUNTS, **MESSAGE, **INTRO, **SAID},
}
PLAIN_OF: dict[str, dict[str, Any]] = {
    "outreach.open_house": {"parties": ["QAT"]},
    "outreach.withdraw": {"reason": "because"},
}
OPEN = ("facts", "fact_sheet", "fact-sheet-file")
QUERIES = {"outreach/": (f"/outreach/?q={CANARY}", "/outreach/?theme=cyber"), "facts/": ("/facts/?state=withdrawn",)}


def outreach_story(ids: Holds, do: Do) -> list[Callable[[], None]]:
    """A house of all that the series keeps, with lines proven and agreed; a sheet that was issued, one that is composed."""
    acts = (_open, _prove, _agree, _issue, _compose)
    return [lambda act=act: act(ids.seen, do) for act in acts]  # type: ignore[misc]


def _keep(seen: Seen, kind: str, public_id: str) -> str:
    seen.setdefault(kind, []).append(public_id)
    return public_id


def _open(seen: Seen, do: Do) -> None:
    given = {"theme": "cyber", "parties": ["QAT", "KWT"], **WORDS, **MESSAGE, **OF_ALL}
    house = _keep(seen, "house", do(LAYLA, "outreach.open_house", **given))
    do(LAYLA, "outreach.attach_series", house=house, version=1, series="icg")
    for number in range(3):
        _keep(seen, "line", do(LAYLA, "outreach.add_line", house=house, ar=f"رسالة {number}", en=f"Line {number}"))


def _prove(seen: Seen, do: Do) -> None:
    for line in seen["line"]:
        _keep(seen, "proof", do(LAYLA, "outreach.prove", line=line, figure=seen["figure"][0]))
    _keep(seen, "question", do(HESSA, "outreach.add_question", line=seen["line"][0], **SAID))


def _agree(seen: Seen, do: Do) -> None:
    message = house_page(LAYLA, house=seen["house"][0]).message
    for line in [message.public_id if message else "", *seen["line"][:2]]:
        for viewer in (RASHID, BADER):
            do(viewer, "outreach.agree", line=line, version=1)


def _issue(seen: Seen, do: Do) -> None:
    sheet = _keep(seen, "fact_sheet", do(LAYLA, "factsheets.compose", counts=COUNTS, **WORDS, **INTRO, **OF_ALL))
    _keep(seen, "sheet_figure", do(LAYLA, "factsheets.put", fact_sheet=sheet, figure=seen["figure"][0], group="cyber"))
    do(LAYLA, "factsheets.issue", fact_sheet=sheet, version=1)


def _compose(seen: Seen, do: Do) -> None:
    sheet = _keep(seen, "fact_sheet", do(LAYLA, "factsheets.compose", counts=COUNTS, **WORDS, **INTRO, **OF_ALL))
    _keep(seen, "sheet_figure", do(LAYLA, "factsheets.put", fact_sheet=sheet, figure=seen["figure"][0]))


def hide_outreach(ids: Any, do: Do) -> None:
    """A house of Kuwait and the secretariat that the same series keeps, with all that can stand in one, agreed; a sheet of theirs;
    and a line, a proof and a figure that only they see in the house and the sheet of all."""
    made, label = ids.hidden, {"level": "RESTRICTED", "audience": ["KWT", "SEC"]}

    def keep(kind: str, viewer: Viewer, name: str, /, **data: Any) -> str:
        if kind not in made:
            namer: Any = secrets.token_urlsafe  # that of the world: see `tests.worlds._Namer`
            namer.called = kind
        return _keep(made, kind, do(viewer, name, **data))

    told = {"title_ar": CANARY, "title_en": CANARY}
    if len(made.get("house", ())) < 12:
        given = {**told, "message_ar": CANARY, "message_en": CANARY, "theme": "cyber", "parties": ["KWT"]}
        house = keep("house", LAYLA, "outreach.open_house", **given, **label)
        do(LAYLA, "outreach.attach_series", house=house, version=1, series="icg")
        line = keep("line", LAYLA, "outreach.add_line", house=house, ar=CANARY, en=CANARY)
        keep("proof", BADER, "outreach.prove", line=line, commitment=made["commitment"][-1])
        do(BADER, "outreach.prove", line=line, figure=made["figure"][-1])
        said = {"question_ar": CANARY, "question_en": CANARY, "answer_ar": CANARY, "answer_en": CANARY}
        keep("question", BADER, "outreach.add_question", line=line, **said)
        do(BADER, "outreach.reserve", line=line, version=1, words=CANARY)
        intro = {"intro_ar": CANARY, "intro_en": CANARY}
        sheet = keep("fact_sheet", LAYLA, "factsheets.compose", counts=COUNTS, **told, **intro, **label)
        keep("sheet_figure", LAYLA, "factsheets.put", fact_sheet=sheet, figure=made["figure"][-1])
    _hide_beside(ids, do, label)


def _hide_beside(ids: Any, do: Do, label: dict[str, Any]) -> None:
    seen, made = ids.seen, ids.hidden
    if "question" in seen and "beside" not in made:
        given = {"house": seen["house"][0], "ar": CANARY, "en": CANARY, **label}
        line = do(LAYLA, "outreach.add_line", **given)
        do(LAYLA, "outreach.prove", line=line, figure=made["figure"][-1])
        do(BADER, "outreach.agree", line=line, version=1)
        made["beside"] = [line]
    if "question" in seen:
        do(BADER, "outreach.prove", line=seen["line"][0], figure=made["figure"][-1])
    if len(seen.get("fact_sheet", ())) == 2:
        do(LAYLA, "factsheets.put", fact_sheet=seen["fact_sheet"][1], figure=made["figure"][-1], place=1)
