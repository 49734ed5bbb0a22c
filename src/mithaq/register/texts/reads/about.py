"""Which text a line of the journal is about."""

from __future__ import annotations

from mithaq.access.operation import read
from mithaq.access.shapes import About
from mithaq.access.viewer import Viewer
from mithaq.register.texts.reads.listing import named_texts


@read("texts.about")
def about(viewer: Viewer, *, things: str = "") -> dict[str, About]:
    """The joint texts that these amendments, comments and silences belong to, by their ids (commas between)."""
    ids = [part for part in things.split(",") if part]
    return {thing: About("text", text.public_id, text.ref, text.title) for thing, text in named_texts(ids).items()}
