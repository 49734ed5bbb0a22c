"""What courses were called when a run was made, out of its content as it is kept and without reading the rest of it. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterable

from mithaq.core.words import Bilingual

_BEHIND = "control_signed"
"""What stands behind the code of a course in canonical JSON, and nowhere else behind a code."""


def titles_in(text: str, codes: Iterable[str]) -> dict[str, Bilingual]:
    """The titles of these courses by their codes; none for one that the run does not have.

    A quotation mark in a string is escaped, so that names of a shape with their marks are found where they stand alone.
    """
    found = {}
    for code in codes:
        at = text.find(f'"code":{json.dumps(code, ensure_ascii=False)},"{_BEHIND}":')
        if at >= 0:
            title, _end = json.JSONDecoder().raw_decode(text, text.index('"title":', at) + len('"title":'))
            found[code] = Bilingual(**title)
    return found
