"""`mithaq read`: documents in, one JSON a document out, in the form of the reading schema. No database, no Django."""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from mithaq.cli.offline import content, text_of, translation
from mithaq.core.errors import Problem


class Source(NamedTuple):
    """A file to read, the day it was published and its language where they are known."""

    file: Path
    published: str | None
    language: str | None


def main(argv: Sequence[str]) -> int:
    """Read the files named; the exit status is 2 where one could not be read (it is said on stderr, the others are read)."""
    arguments = _parser().parse_args(argv)
    translate = translation(arguments.lang)
    failed = False
    try:
        sources = list(_sources(arguments))
        if arguments.out:
            _make(arguments.out, sources)
    except Problem as problem:
        _complain("", problem, translate)
        return 2
    for source in sources:
        try:
            _write(_read(source), arguments.out, one_line=len(sources) > 1)
        except Problem as problem:
            _complain(f"{source.file}: ", problem, translate)
            failed = True
    return 2 if failed else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="mithaq read", description="Read documents: who said, promised and did what.")
    parser.add_argument(
        "files", nargs="*", type=Path, metavar="FILE", help=".txt in UTF-8, or .pdf, .docx, .html, .eml"
    )
    when = parser.add_mutually_exclusive_group()
    when.add_argument("--published", metavar="DATE", help="the day all files were published, YYYY-MM-DD")
    when.add_argument("--manifest", type=Path, metavar="CSV", help="a table with the columns file, published, language")
    parser.add_argument(
        "--out", type=Path, metavar="DIR", help="one .json for each file goes here instead of to the screen"
    )
    parser.add_argument("--lang", choices=("ar", "en"), help="the language of messages")
    return parser


def _complain(where: str, problem: Problem, translate: Callable[[str], str]) -> None:
    print(f"mithaq read: {where}{problem.say(translate)}", file=sys.stderr)


def _sources(arguments: argparse.Namespace) -> Iterator[Source]:
    known = list(_manifest(arguments.manifest)) if arguments.manifest else []
    if not arguments.files and not known:
        raise Problem("Name at least one file to read.", code="no_files")
    published = _day(arguments.published) if arguments.published else None
    if not arguments.files:
        yield from known
    for file in arguments.files:
        row = next((row for row in known if row.file.resolve() == file.resolve() or row.file.name == file.name), None)
        yield Source(file, row.published if row else published, row.language if row else None)


def _manifest(path: Path) -> Iterator[Source]:
    """The rows of a manifest; a file in it is looked for beside it."""
    rows = csv.DictReader(text_of(path).removeprefix("\ufeff").splitlines())
    if "file" not in (rows.fieldnames or ()):
        raise Problem(
            "The manifest needs the columns file, published, language; it has no column “file”.", code="no_column"
        )
    for row in rows:
        if row["file"]:
            language = (row.get("language") or "").strip() or None
            if language not in (None, "ar", "en"):
                raise Problem(
                    "The manifest gives “%(language)s” as the language of %(file)s. Write ar or en, or nothing.",
                    code="no_language", language=language, file=row["file"],
                )  # fmt: skip
            yield Source(path.parent / row["file"], _day((row.get("published") or "").strip()), language)


def _day(text: str) -> str | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise Problem(
            "“%(day)s” is no day. Write the day of publication as YYYY-MM-DD, for example 2016-11-20.",
            code="no_day",
            day=text,
        ) from None


def _make(folder: Path, sources: list[Source]) -> None:
    """The folder for the answers; two files may not give one answer."""
    stems = [source.file.stem for source in sources]
    twice = next((stem for place, stem in enumerate(stems) if stem in stems[:place]), None)
    if twice:
        raise Problem(
            "Two files would become %(name)s.json. Read them into two folders, or rename one.",
            code="same_name",
            name=twice,
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise Problem(
            "The folder %(folder)s cannot be made. Name another one.", code="no_folder", folder=str(folder)
        ) from None


def _read(source: Source) -> dict[str, Any]:
    from mithaq.reading.reader import read  # noqa: PLC0415  after the arguments are right

    if source.file.suffix.lower() == ".txt":
        text, title = text_of(source.file), None
    else:
        from mithaq.extraction import extract  # noqa: PLC0415  parsers that most runs do not need

        extracted = extract(source.file.name, content(source.file))
        text, title = extracted.text, extracted.title
    reading = read(text, language=source.language, published=source.published).as_dict()
    head = {"id": source.file.stem, "source": None, "title": title}
    # offsets count in the text that was taken out of the file, which is nowhere else
    return head | reading if source.file.suffix.lower() == ".txt" else head | reading | {"text": text}


def _write(reading: dict[str, Any], folder: Path | None, *, one_line: bool) -> None:
    if folder is None:
        print(json.dumps(reading, ensure_ascii=False, indent=None if one_line else 1))
        return
    target = folder / f"{reading['id']}.json"
    try:
        target.write_text(json.dumps(reading, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    except OSError:
        raise Problem(
            "%(file)s cannot be written. Check the folder and the space on the disk.",
            code="not_written",
            file=str(target),
        ) from None
