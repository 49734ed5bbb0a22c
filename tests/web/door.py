"""How tests come to a page, and what they look at there."""

from __future__ import annotations

import re
from typing import Any

from django.test import Client
from django.urls import reverse

from mithaq.access.viewer import Viewer
from mithaq.proposals.reads import ProposalEntry, reader
from tests.cast import account

IN_PLACE = {"HX-Request": "true"}  # what htmx sends when it asks for a part of the page


def signed_in(viewer: Viewer, language: str = "ar") -> Client:
    """A browser signed in as this person, in this language."""
    client = Client()
    client.force_login(account(viewer))
    client.cookies["django_language"] = language
    return client


def page(answer: Any) -> str:
    """The markup of an answer."""
    return str(answer.content.decode())


def words(answer: Any) -> str:
    """What can be read on a page: its markup without tags, blanks pressed together."""
    return " ".join(re.sub(r"<[^>]+>", " ", page(answer)).split())


def proposals(viewer: Viewer, document: str) -> list[ProposalEntry]:
    """The proposals of a document as they stand, in the order of the text."""
    return list(reader(viewer, document=document).proposals)


def act(client: Client, route: str, proposal: ProposalEntry, **fields: Any) -> Any:
    """Send a decision on this proposal, as its card does; `headers` may be among the fields."""
    headers = fields.pop("headers", None)
    return client.post(
        reverse(route, args=[proposal.public_id]), {"version": proposal.version, **fields}, headers=headers
    )
