"""What has just been done, said once at the foot of the next page, with the way back."""

from __future__ import annotations

import json

from django.contrib import messages
from django.contrib.messages.storage.base import Message
from django.http import HttpRequest

UNDO = "undo:"


def toast(request: HttpRequest, text: str, *, undo: str = "", **fields: str) -> None:
    """Say `text` (already translated). `undo` is the address that takes the act back, by POST of `fields`."""
    kept = UNDO + json.dumps({"address": undo, "fields": fields}) if undo else ""
    messages.success(request, text, extra_tags=kept)


def undo_of(message: Message) -> dict[str, object] | None:
    """How to take back what a message tells: ``address`` and ``fields``; None where there is no way back."""
    tags = message.extra_tags or ""
    return dict(json.loads(tags.removeprefix(UNDO))) if tags.startswith(UNDO) else None
