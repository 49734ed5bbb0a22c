"""What the templates of forms ask: the answer to a question, by its number."""

from __future__ import annotations

from collections.abc import Mapping

from django import template

register = template.Library()


@register.filter
def answer(given: Mapping[str, str] | None, number: int) -> str:
    """What was answered to the question of this number; empty where nothing was."""
    return (given or {}).get(str(number), "")
