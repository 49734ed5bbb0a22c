"""The data of an example, and what is known while it is loaded."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from django.conf import settings

from mithaq.access.operation import Reference
from mithaq.access.viewer import Viewer
from mithaq.archive.reads import document_page
from mithaq.core.days import gregorian
from mithaq.core.errors import Problem

EXAMPLES = Path(settings.HOUSE).parents[1] / "examples"
PUBLIC = "PUBLIC"
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # in C where libyaml is there: ten times as fast
Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Step:
    """Something that is done on a day (ISO)."""

    day: str
    do: Callable[[], object]


@dataclass(slots=True)
class House:
    """An example on its way into the house: its folder, who acts, and the public ids of what is there, by kind and code."""

    folder: Path
    viewers: dict[str, Viewer] = field(default_factory=dict)
    ids: dict[tuple[str, str], str] = field(default_factory=dict)

    def records(self, name: str) -> list[Record]:
        """The records of a YAML or CSV file of the example."""
        return _records(self.folder / name)

    @property
    def officer(self) -> Viewer:
        """The desk officer who founded the house and does what nobody else is named for."""
        return next(iter(self.viewers.values()))

    def keep(self, kind: str, code: str, made: Reference) -> str:
        """Remember the public id of what was made; answers it."""
        self.ids[kind, code] = made.public_id
        return made.public_id

    def find(self, kind: str, code: str | None) -> str:
        """The public id of what was made before; empty for no code."""
        return self.ids[kind, code] if code else ""

    def known(self, kind: str, code: str | None) -> str:
        """As `find`, and empty where nothing was made of this code."""
        return self.ids.get((kind, code or ""), "")

    def sentence_of(self, file: str, words: str) -> tuple[str, int]:
        """The public id of a document and the number of its sentence that holds these words."""
        document = self.ids["document", file]
        sentences = document_page(self.officer, document=document).sentences
        return document, next(s.number for s in sentences if words in s.text)


@cache
def _records(path: Path) -> list[Record]:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".csv":
        return list(csv.DictReader(text.splitlines()))
    loaded = yaml.load(text, LOADER)  # noqa: S506  both are safe loaders
    return loaded if isinstance(loaded, list) else [loaded]


def folder_of(example: str) -> Path:
    """Where the data of an example lies; Problem if it is not there."""
    folder = EXAMPLES / example
    if not folder.is_dir():
        raise Problem(
            "The example “%(example)s” is not on this machine: it comes with the sources of Mithaq.",
            code="no_example",
            example=example,
        )
    return folder


def named(record: Record, *keys: str) -> Record:
    """These values of a record, each key in both languages."""
    return {name: record.get(name) or "" for key in keys for name in (f"{key}_ar", f"{key}_en")}


def cited_sources(records: Iterable[Record]) -> dict[str, str]:
    """Each source in words, in its own language: publisher, title, day and address."""
    return {record["id"]: _in_words(record) for record in records}


def _in_words(source: Record) -> str:
    language = source["language"]
    title, comma = source[f"title_{language}"], "، " if language == "ar" else ", "
    if source["title_is"] == "own":
        title = f"«{title}»" if language == "ar" else f"“{title}”"
    words = comma.join(
        filter(None, (source[f"publisher_{language}"], title, gregorian(source["published"] or "", language)))
    )
    with_address = f"{words}. {source['address']}" if source.get("address") else words
    return with_address if len(with_address) <= 300 else words
