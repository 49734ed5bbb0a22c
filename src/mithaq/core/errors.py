"""The few errors that people can put right. Operations and reads raise them, the doors say them in the user's language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any


class Problem(Exception):
    """Something a person can put right.

    `code` never changes and is for machines; `text` is the English message and the key of its translation;
    `params` fill the `%(name)s` in it. `status` is what HTTP calls it.
    """

    code = "problem"
    status = 400
    text = "Something is not right."

    def __init__(self, text: str = "", *, code: str = "", **params: Any) -> None:
        self.text = text or self.text
        self.code = code or self.code
        self.params = params
        super().__init__(self.say())

    def say(self, translate: Callable[[str], str] = str) -> str:
        """The message, through `translate` (a gettext function), with its parameters filled in."""
        return translate(self.text) % self.params if self.params else translate(self.text)

    def in_full(self, translate: Callable[[str], str] = str) -> str:
        """All that it says, on one line."""
        return self.say(translate)


class Refused(Problem):
    """You can see it, but your roles do not allow this."""

    code, status = "refused", 403
    text = "Your roles do not allow this."


class Absent(Problem):
    """Not there, or not released to you: nobody can tell which."""

    code, status = "absent", 404
    text = "There is nothing here, or it was not released to you."


class Conflict(Problem):
    """Somebody else was faster; what you saw is not what stands."""

    code, status = "conflict", 409
    text = "Somebody changed this while you were looking. Look at it again, then decide."


class Unreadable(Problem):
    """A file or text that cannot be read; the message says why and what to do."""

    code, status = "unreadable", 422
    text = "This file cannot be read."


class TooMuch(Problem):
    """More came at once than is taken; the message names the limit and how to go on."""

    code, status = "too_much", 413
    text = "This is more than is taken at once. Send it in parts."


class Invalid(Problem):
    """The input does not fit its form. `errors`: field -> list of {"code", "message"}, already in the user's language."""

    code, status = "invalid", 400
    text = "Some fields need your attention."

    def __init__(self, errors: Mapping[str, list[dict[str, str]]]) -> None:
        super().__init__()
        self.errors = errors

    def in_full(self, translate: Callable[[str], str] = str) -> str:
        """What is wrong with the fields, each sentence once."""
        return " ".join(dict.fromkeys(one["message"] for wrong in self.errors.values() for one in wrong))
