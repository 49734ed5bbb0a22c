"""`mithaq evaluate`: what courses brought, from a table of results. No database, no Django."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from mithaq.cli.offline import content, text_of, translation
from mithaq.core.errors import Problem, Unreadable

if TYPE_CHECKING:
    from mithaq.evaluation.report import CourseReport, Report

Translate = Callable[[str], str]
DESIGNS = ("retrospective_pre", "pre_post", "waiting_list", "stepped", "randomised")
# How a workbook of Excel begins, new and old.
WORKBOOK = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
SELECTIONS = ("test", "nominated", "volunteer", "unit", "unknown")


def _(text: str) -> str:
    """Marks the key of a translation."""
    return text


def main(argv: Sequence[str]) -> int:
    """Print the report on a file. The exit status is 2 where the table has something to put right (it is said on stderr),
    also where there is a report all the same."""
    arguments = _parser().parse_args(argv)
    translate = translation(arguments.lang)
    try:
        report = _report(arguments)
    except Problem as problem:
        print(f"mithaq evaluate: {arguments.file}: {problem.say(translate)}", file=sys.stderr)
        return 2
    if arguments.json:
        from mithaq.evaluation.report import as_plain  # noqa: PLC0415  loaded already, late

        print(json.dumps(as_plain(report, translate), ensure_ascii=False, indent=1))
    else:
        print("\n".join(_lines(report, translate)))
    for said in report.problems:
        print(f"mithaq evaluate: {arguments.file}: {said.say(translate)}", file=sys.stderr)
    return 2 if report.problems else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="mithaq evaluate",
        description="Evaluate courses: what people gained, how sure that is, what may be said of it.",
    )
    columns = "course,offering,party,person,pre,post,max[,followup][,area][,selection][,date]"
    parser.add_argument("file", type=Path, metavar="FILE.csv", help=f"a table with the columns {columns}")
    parser.add_argument("--json", action="store_true", help="the whole report as JSON")
    parser.add_argument(
        "--worthwhile", type=float, metavar="POINTS", help="the smallest gain that is worthwhile, in points of 100"
    )
    parser.add_argument("--reliability", type=float, metavar="R", help="of the tests, 0 to 1, where it is known")
    parser.add_argument("--design", choices=DESIGNS, default="pre_post", help="how the gain was compared")
    parser.add_argument("--selection", choices=SELECTIONS, default="unknown", help="how people were chosen")
    parser.add_argument("--seed", type=int, default=0, help="the seed of draws, kept in the report")
    parser.add_argument("--lang", choices=("ar", "en"), help="the language of sentences")
    return parser


def _report(arguments: argparse.Namespace) -> Report:
    if content(arguments.file)[:4] in WORKBOOK:
        raise Unreadable(
            "This is a workbook and not a table in text. Save it as “CSV UTF-8” in your spreadsheet, then evaluate that file.",
            code="workbook",
        )
    text = text_of(arguments.file)
    from mithaq.evaluation.evaluate import evaluate  # noqa: PLC0415  numpy loads when there is something to count
    from mithaq.evaluation.report import Settings  # noqa: PLC0415  as well
    from mithaq.evaluation.tables import read_table  # noqa: PLC0415  as well

    agreed = arguments.worthwhile is not None
    settings = Settings(
        worthwhile=arguments.worthwhile if agreed else 0.0, agreed=agreed, seed=arguments.seed,
        reliability=arguments.reliability, design=arguments.design, selection=arguments.selection,
    )  # fmt: skip
    return evaluate(read_table(text), settings)


def _lines(report: Report, translate: Translate) -> Iterator[str]:
    head = translate(_("%(rows)s results of %(people)s people. Gains are in points of 100."))
    yield head % {"rows": report.rows, "people": report.people}
    for course in report.courses:
        yield ""
        yield from _course(course, translate)
    yield ""
    yield translate(_("Parties, in the order of their names, with courses allowed for:"))
    for party in report.parties:
        yield f"  {party.party} ({party.n})" + (f": {party.sentence.say(translate)}" if party.sentence else "")
    yield ""
    yield from (warning.say(translate) for warning in report.warnings)
    known = {"version": report.version, "hash": report.data_hash[:16], "seed": report.settings.seed}
    yield translate(_("Mithaq %(version)s, data %(hash)s, seed %(seed)s.")) % known


def _course(course: CourseReport, translate: Translate) -> Iterator[str]:
    heading = translate(_("%(course)s: %(n)s people with both tests, %(offerings)s offerings"))
    yield heading % {"course": course.course, "n": course.n, "offerings": course.offerings}
    yield from (f"  {reason.say(translate)}" for reason in course.reasons)
    yield from (f"  – {warning.say(translate)}" for warning in course.warnings)
