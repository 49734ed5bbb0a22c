"""Of a content as it is kept, what a report needs: a large run has ten thousand offerings, and one course is of twenty of them."""

from __future__ import annotations

import json
from typing import Any

from mithaq.reviews.runs.content import Content
from mithaq.reviews.runs.plain import from_plain


def for_course(text: str, code: str) -> Content:
    """The content without other courses, offerings, parties and areas."""
    plain = _without(json.loads(text), "offerings", "parties", "areas", "ledger")
    plain["courses"] = [one for one in plain["courses"] if one["code"] == code]
    plain["report"]["courses"] = [one for one in plain["report"]["courses"] if one["course"] == code]
    return from_plain(Content, plain)


def for_party(text: str, party: str) -> Content:
    """The content without courses, offerings and the other parties."""
    plain = _without(json.loads(text), "offerings", "courses")
    for name in ("parties", "ledger"):
        plain[name] = [one for one in plain[name] if one["party"] == party]
    plain["report"]["parties"] = [one for one in plain["report"]["parties"] if one["party"] == party]
    return from_plain(Content, plain)


def for_all(text: str) -> Content:
    """The content without single people and offerings."""
    plain = _without(json.loads(text), "offerings")
    for course in plain["courses"]:
        course["pairs"] = []
    return from_plain(Content, plain)


def _without(plain: dict[str, Any], *names: str) -> dict[str, Any]:
    """Without these parts, also where the report has them; its parties stay, since they are told of beside each other."""
    for name in names:
        plain[name] = []
        if name in plain["report"] and name != "parties":
            plain["report"][name] = []
    return plain
