"""What is said around the table in the two worlds of `tests.worlds`: that of all in the story, Kuwait's hidden beside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from mithaq.register.consultations.reads import minutes_page
from tests.cast import BADER, HESSA, LAYLA, RASHID
from tests.text_worlds import CANARY, Do, Holds

OF_ALL = {"level": "OFFICIAL", "audience": ["QAT", "OMN", "KWT", "SEC"]}
Seen = dict[str, list[str]]
SAID = "دعا السفير إلى إنشاء آلية مشتركة لتقييم الدورات"


def consult_story(ids: Holds, do: Do) -> list[Callable[[], None]]:
    """Minutes of the meeting of all with a correction; an outcome, an idea, a position on an issue, a measured goal."""
    acts = (_table, _write, _circulate, _correct, _record, _suggest, _stand, _reach)
    return [lambda act=act: act(ids.seen, do) for act in acts]  # type: ignore[misc]


def _keep(seen: Seen, kind: str, public_id: str) -> str:
    seen.setdefault(kind, []).append(public_id)
    return public_id


def _table(seen: Seen, do: Do) -> None:
    meeting = seen["meeting"][0]
    do(LAYLA, "meetings.invite", meeting=meeting, parties=["QAT", "KWT"], role="member")
    _keep(seen, "item", do(LAYLA, "meetings.add_item", meeting=meeting, title_en="Survey of courses", areas=["cyber"]))


def _write(seen: Seen, do: Do) -> None:
    minutes = _keep(seen, "minutes", do(LAYLA, "minutes.begin", meeting=seen["meeting"][0]))
    item = _keep(seen, "minutes_item", minutes_page(LAYLA, minutes=minutes).items[0].public_id)
    do(LAYLA, "minutes.write", minutes_item=item, version=1, text_ar=SAID, text_en="They met.")
    do(LAYLA, "minutes.cite", minutes_item=item, document=seen["document"][0], sentence=1)


def _circulate(seen: Seen, do: Do) -> None:
    do(LAYLA, "minutes.circulate", minutes=seen["minutes"][0], version=1, **OF_ALL)


def _correct(seen: Seen, do: Do) -> None:
    asked = {"language": "en", "wording": "They met twice.", "reason": "So it was", "version": 2}
    _keep(seen, "correction", do(HESSA, "minutes.correct", minutes_item=seen["minutes_item"][0], **asked))


def _record(seen: Seen, do: Do) -> None:
    said = {"words": SAID, "by": ["QAT"], "document": seen["document"][0], "sentence": 1}
    _keep(seen, "outcome", do(HESSA, "outcomes.record", meeting=seen["meeting"][0], kind="decision", **said))


def _suggest(seen: Seen, do: Do) -> None:
    idea = _keep(seen, "idea", do(HESSA, "ideas.file", title_en="A register", text_en="Of trainers.", **OF_ALL))
    do(RASHID, "ideas.sponsor", idea=idea, version=1)


def _stand(seen: Seen, do: Do) -> None:
    issue = _keep(seen, "issue", do(LAYLA, "positions.add_issue", title_en="How often", areas=["cyber"], **OF_ALL))
    said = {"words": SAID, "document": seen["document"][0], "sentence": 1, "stance": "support"}
    _keep(seen, "position", do(HESSA, "positions.record", issue=issue, party="QAT", **said))


def _reach(seen: Seen, do: Do) -> None:
    wanted = {"title_en": "Learn", "parties": ["QAT"], "source": "S0", **OF_ALL}
    interest = _keep(seen, "interest", do(HESSA, "goals.add_interest", **wanted))
    asked = {"title_en": "All", "measure_en": "Courses", "target": "90", "due": "2027"}
    goal = _keep(seen, "goal", do(HESSA, "goals.add", interest=interest, **asked))
    do(HESSA, "goals.measure", goal=goal, value="40", as_of="2026", source="S0")


def hide_consultations(ids: Any, do: Do) -> None:
    """All of that of Kuwait and the secretariat alone; and what only they see of what all see."""
    made, label = ids.hidden, {"level": "RESTRICTED", "audience": ["KWT", "SEC"]}

    def keep(kind: str, public_id: str) -> str:
        made.setdefault(kind, []).append(public_id)
        return public_id

    meeting = made["planned"][-1]
    minutes = keep("minutes", do(LAYLA, "minutes.begin", meeting=meeting))
    items = [item.public_id for item in minutes_page(LAYLA, minutes=minutes).items]
    item = keep("minutes_item", items[0])
    do(LAYLA, "minutes.write", minutes_item=item, version=1, text_en=f"They met. {CANARY}")
    do(LAYLA, "minutes.circulate", minutes=minutes, version=1, **label)
    asked = {"language": "en", "wording": f"No. {CANARY}", "reason": CANARY, "version": 2}
    keep("correction", do(BADER, "minutes.correct", minutes_item=item, **asked))
    said = {"words": f"They met. {CANARY}", "minutes_item": item, "by": ["KWT"]}
    keep("outcome", do(BADER, "outcomes.record", meeting=meeting, kind="decision", areas=["cyber"], **said))
    keep("idea", do(BADER, "ideas.file", title_en=CANARY, text_en=CANARY, areas=["cyber"], **label))
    issue = keep("issue", do(BADER, "positions.add_issue", title_en=CANARY, areas=["cyber"], **label))
    taken = {"words": CANARY, "source": CANARY, "said_on": "2026-09-30"}
    keep("position", do(BADER, "positions.record", issue=issue, party="QAT", stance="oppose", **taken))
    interest = keep(
        "interest", do(BADER, "goals.add_interest", title_en=CANARY, parties=["KWT"], source=CANARY, **label)
    )
    set_out = {"title_en": CANARY, "measure_en": CANARY, "target": "1", "due": "2027"}
    keep("goal", do(BADER, "goals.add", interest=interest, **set_out))
    _hide_beside(ids, do, label)


def _hide_beside(ids: Any, do: Do, label: dict[str, Any]) -> None:
    """On what all see: an outcome of the meeting out of Kuwait's document, a position on the issue, a result of the goal."""
    document, seen = ids.hidden["document"][-1], ids.seen
    quoted = {"document": document, "sentence": 1}
    if "minutes" in seen:
        words = {"words": "إنشاء آلية مشتركة", "by": ["KWT"], **quoted}
        do(BADER, "outcomes.record", meeting=seen["meeting"][0], kind="recommendation", **words)
    if "position" in seen:
        said = {"words": CANARY, "source": CANARY, "said_on": "2026-12-01", **label}
        do(BADER, "positions.record", issue=seen["issue"][0], party="KWT", stance="oppose", **said)
    if "goal" in seen:
        do(BADER, "goals.measure", goal=seen["goal"][0], value="99", as_of="2026-11", **quoted)
