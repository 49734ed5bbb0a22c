"""How tests come to a page, and what they look at there."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from mithaq.access.viewer import Viewer
from mithaq.proposals.reads import ProposalEntry, reader
from tests.cast import HESSA, account
from tests.make import make_proposals

ADDRESS = "دعا السفير إلى إنشاء آلية لتقييم الدورات. وأقيمت 24 دورة في الكويت.\nوطالب بزيادة الحوار قبل نهاية 2027."
FOUND: tuple[dict[str, Any], ...] = (
    {"kind": "commitment", "quote": "إنشاء آلية لتقييم الدورات", "to": "NATO", "area": ["training_education"]},
    {"kind": "figure", "quote": "24 دورة", "value": 24, "unit": "دورة", "what": "دورات في الكويت", "clear": False},
    {"kind": "commitment", "quote": "زيادة الحوار", "due": "2027"},
)
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


def papers(client: Client, address: str) -> list[Any]:
    """What the menu of files on this page leads to: an answer for every kind and language."""
    links = re.findall(
        r'<a href="([^"]+\.(?:html|pdf|docx|csv|json)\?[^"]+)" lang="(?:ar|en)">', page(client.get(address))
    )
    return [client.get(unescape(link)) for link in links]


def proposals(viewer: Viewer, document: str) -> list[ProposalEntry]:
    """The proposals of a document as they stand, in the order of the text."""
    return list(reader(viewer, document=document).proposals)


def act(client: Client, route: str, proposal: ProposalEntry, **fields: Any) -> Any:
    """Send a decision on this proposal, as its card does; `headers` may be among the fields."""
    headers = fields.pop("headers", None)
    return client.post(
        reverse(route, args=[proposal.public_id]), {"version": proposal.version, **fields}, headers=headers
    )


def make_address() -> str:
    """A document of Qatar's, released to Oman and the secretariat, with three proposals that wait; its id."""
    return make_proposals(HESSA, ADDRESS, *FOUND, audience=("QAT", "OMN", "SEC"), level="OFFICIAL")


def place(document: str) -> str:
    """The reader's page of this document."""
    return reverse("document", args=[document])


def states(viewer: Viewer, document: str) -> list[str]:
    """The states of its proposals in their order."""
    return [proposal.state for proposal in proposals(viewer, document)]


def queries(client: Client, address: str) -> int:
    """How many statements this page takes."""
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)
