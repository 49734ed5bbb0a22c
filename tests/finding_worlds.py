"""Findings in the two worlds of `tests.worlds`: one that Qatar was asked about in the story; beside it one of the centre's own
about a course of all, put to Kuwait, with what Kuwait answers and does."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import Any

from mithaq.reviews.findings.reads import finding_list, finding_page
from tests.cast import BADER, DANA, HESSA
from tests.text_worlds import CANARY, Do, Holds

CENTRE = "NATO-ICI-RC"
OF_ALL = {"level": "OFFICIAL", "audience": ["QAT", "OMN", "KWT", "SEC", CENTRE]}
WHEN = {"begins": "2026-09-06", "ends": "2026-09-10", "zone": "Asia/Kuwait", "delivery": "resident", "capacity": 9}
GAINS = (0, 1, -1, 2, 0, -2, 1, 0)  # of eight people: nothing was learned
DOES = {"title_en": "Practise more", "owner": "", "due": "2027-01-01", "predicted": "5"}
Seen = dict[str, list[str]]
# What tests/test_no_leaks.py needs to know of it. The first hidden one of these bears the name of its kind for an id.
CALLED = ("finding", "asked", "review")
MEANS = {**{name: name for name in CALLED}, "courses": "course"}
ACTS = ("asked-answer", "asked-act", "finding-share", "finding-close")
SAMPLES: dict[str, list[Any]] = {
    **{"trigger": ["below_worthwhile", "barrier"], "severity": ["high"], "seats": [12], "offerings": [2]},
    "act_name": [*ACTS],
}
PLAIN: dict[str, Any] = {"predicted": "5", "worthwhile": "8"}
PLAIN_OF: dict[str, dict[str, Any]] = {"findings.answer": {"answer": "accepted"}, "findings.share": {"party": "KWT"}}
QUERIES = {
    "findings/": (f"/findings/?q={CANARY}", "/findings/?q=RC-1", "/findings/?state=waiting&trigger=below_worthwhile"),
    "findings/annual/": (f"/findings/annual/?centre={CENTRE}&year=2026",),
}


def finding_story(ids: Holds, do: Do) -> list[Callable[[], None]]:
    """A course of which nothing was learned: evaluated, put to Qatar, answered and acted on; the review of the year."""
    acts = (_evaluate, _share, _answer, _review)
    return [lambda act=act: act(ids.seen, do) for act in acts]  # type: ignore[misc]


def _keep(seen: Seen, kind: str, public_id: str) -> str:
    seen.setdefault(kind, []).append(public_id)
    return public_id


def _results(do: Do, activity: str, party: str) -> None:
    """Eight people of this party who took both tests."""
    for number, gain in enumerate(GAINS):
        pre = 40 + 2 * number
        scores = {"maximum": "100", "pre": str(pre), "post": str(pre + gain), "completed": True}
        do(DANA, "results.record", activity=activity, party=party, person=f"X{number}", **scores)


def _evaluate(seen: Seen, do: Do) -> None:
    given = {"centre": CENTRE, "code": "RC-2", "title_en": "Search", "level": "PUBLIC"}
    course = do(DANA, "courses.add", **given)
    _results(do, do(DANA, "courses.offer", course=course, **WHEN, **OF_ALL), "QAT")
    do(DANA, "findings.evaluate", title_en="Search", courses=[course], worthwhile="8")
    rows = finding_list(DANA, course=course).entries
    seen["finding"] = [row.public_id for row in rows if row.trigger == "below_worthwhile"]


def _share(seen: Seen, do: Do) -> None:
    _keep(seen, "asked", do(DANA, "findings.share", finding=seen["finding"][0], party="QAT", note_en="Tell us"))


def _answer(seen: Seen, do: Do) -> None:
    do(HESSA, "findings.answer", asked=seen["asked"][0], version=1, answer="accepted", text="We agree")
    do(HESSA, "findings.act", asked=seen["asked"][0], **DOES)


def _review(seen: Seen, do: Do) -> None:
    given = {"centre": CENTRE, "year": 2026, "level": "RESTRICTED", "audience": [CENTRE]}
    _keep(seen, "review", do(DANA, "findings.review", **given))


def hide_findings(ids: Any, do: Do) -> None:
    """A finding of the centre's own about the course of all, which holds it: put to Kuwait, answered and acted on; commented on
    by the centre, and in a review of the centre's."""
    made, seen = ids.hidden, ids.seen
    if "run" not in seen or "finding" in made:
        return
    namer: Any = secrets.token_urlsafe  # that of the world: see `tests.worlds._Namer`
    namer.called = ",finding"  # the run first, then what it finds
    do(DANA, "findings.evaluate", title_en=CANARY, courses=[seen["course"][0]], worthwhile="8")
    finding = _keep(made, "finding", f"h{'finding':0>21}")
    (own,) = (one.public_id for one in finding_page(DANA, finding=finding).asked)
    namer.called = "asked"
    asked = _keep(made, "asked", do(DANA, "findings.share", finding=finding, party="KWT", note_en=CANARY))
    do(BADER, "findings.answer", asked=asked, version=1, answer="accepted", text=CANARY)
    do(BADER, "findings.act", asked=asked, **{**DOES, "title_en": CANARY})
    do(DANA, "findings.answer", asked=own, version=1, answer="comment", text=CANARY)
    namer.called = "review"
    wanted = {"centre": CENTRE, "year": 2026, "level": "RESTRICTED", "audience": [CENTRE]}
    _keep(made, "review", do(DANA, "findings.review", **wanted))
