"""Reports on training, told to whoever looks: the run or release they may see, in a language. What they say is made by
`mithaq.reviews.runs.telling`, and what stands open today beside it by `mithaq.reviews.findings.telling`; both are loaded late:
they bring numpy along."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from django.utils.translation import gettext

from mithaq.access.operation import one_visit
from mithaq.access.reads import house
from mithaq.access.shapes import Seen, seen_together
from mithaq.access.viewer import Viewer
from mithaq.core.days import Language
from mithaq.core.errors import Absent
from mithaq.core.words import Bilingual
from mithaq.papers.plots.lettering import Lettering
from mithaq.register.programmes.reads import area_names
from mithaq.register.training.reads import course_names, expiring, expiring_of_course
from mithaq.reviews.findings.reads import about_area, about_course, actions_of_party, standing
from mithaq.reviews.runs.reads import ReleasePage, RunPage, release_page, run_page
from mithaq.reviews.runs.titles import titles_in
from mithaq.web.bidi import in_signs

if TYPE_CHECKING:
    from mithaq.reviews.runs.content import Content
    from mithaq.reviews.runs.released import PartContent, Released
    from mithaq.reviews.runs.telling.shapes import Part, Told
    from mithaq.reviews.runs.telling.speaker import Speaker


@dataclass(frozen=True, slots=True)
class Kept:
    """A run or a release as it is kept, with the names that a report says."""

    public_id: str
    ref: str
    on: str
    version: str
    data_hash: str
    seed: int
    demonstration: bool
    seen: Seen
    content: str
    part: str
    part_seen: Seen | None
    parties: Mapping[str, Bilingual]
    areas: Mapping[str, Bilingual]

    @property
    def file_name(self) -> str:
        """What its files are called: its reference, or its id where it has none yet."""
        return self.ref if self.ref.isascii() and " " not in self.ref else self.public_id


@dataclass(frozen=True, slots=True)
class Report:
    """A report with who tells it, what it is told of, and who may see it. `courses`: the public ids of those that it names and whose
    pages its reader may see, by what it calls them."""

    kept: Kept
    speak: Speaker
    told: Told
    seen: Seen
    courses: Mapping[str, str] = field(default_factory=dict)


def kept_run(viewer: Viewer, run: str) -> Kept:
    """A run that the viewer may see."""
    with one_visit(viewer):
        page: RunPage = run_page(viewer, run=run)
        parties, areas = _names(viewer)
    return Kept(
        page.public_id, page.ref, page.made_at[:10], page.made_with, page.data_hash, page.seed, page.demonstration, page.seen,
        page.content, "", None, parties, areas,
    )  # fmt: skip


def kept_release(viewer: Viewer, release: str) -> Kept:
    """A release whose content the viewer may see; Absent where it has none."""
    with one_visit(viewer):
        page: ReleasePage = release_page(viewer, release=release)
        parties, areas = _names(viewer)
    if not page.content:
        raise Absent
    content, row = json.loads(page.content), page.row
    ref = row.ref or gettext("a proposed release")
    return Kept(
        row.public_id, ref, row.at[:10], content["version"], content["data_hash"], content["seed"], row.demonstration,
        row.seen, page.content, page.part, page.part_seen, parties, areas,
    )  # fmt: skip


def _names(viewer: Viewer) -> tuple[dict[str, Bilingual], dict[str, Bilingual]]:
    return {code: one.short for code, one in house(viewer).parties.items()}, area_names(viewer)


def _speaker(kept: Kept, language: Language, courses: Mapping[str, Bilingual]) -> Speaker:
    """Who tells it in this language; to be used while it is switched on. `courses`: the titles that what is told holds by itself."""
    from mithaq.reviews.runs.telling.shapes import Made  # noqa: PLC0415
    from mithaq.reviews.runs.telling.speaker import Speaker  # noqa: PLC0415

    made = Made(kept.ref, kept.on, kept.version, kept.data_hash, kept.seed, kept.demonstration)
    return Speaker(Lettering(language, gettext, in_signs), made, kept.parties, kept.areas, courses)


def _titles(told: Content | Released | PartContent) -> dict[str, Bilingual]:
    return {one.code: one.title for one in told.courses}


def of_run(viewer: Viewer, kept: Kept, language: Language) -> tuple[Report, Content]:
    """The whole run, for the secretariat, and how findings stand today."""
    from mithaq.reviews.findings.telling import standing_today  # noqa: PLC0415
    from mithaq.reviews.runs.telling.loading import for_all  # noqa: PLC0415
    from mithaq.reviews.runs.telling.overall import secretariat  # noqa: PLC0415

    content = for_all(kept.content)
    speak = _speaker(kept, language, _titles(content))
    report, stands = Report(kept, speak, secretariat(speak, content), kept.seen), standing(viewer)
    return _beside(report, standing_today(speak, stands), stands.seen), content


def of_course(viewer: Viewer, kept: Kept, code: str, language: Language) -> Report:
    """One course of a run, for its director, and what stands open about the course today, where the viewer may see the course."""
    from mithaq.reviews.findings.telling import course_today  # noqa: PLC0415
    from mithaq.reviews.runs.telling.course import director  # noqa: PLC0415
    from mithaq.reviews.runs.telling.loading import for_course  # noqa: PLC0415

    content = for_course(kept.content, code)
    speak = _speaker(kept, language, _titles(content))
    report = Report(kept, speak, director(speak, content, code), kept.seen)
    try:
        with one_visit(viewer):
            stands = about_course(viewer, course=next(one.public_id for one in content.courses if one.code == code))
            count = expiring_of_course(viewer, course=stands.course.public_id)
    except Absent:
        return report
    part = course_today(speak, stands, (count.ahead, count.gone) if count.told else None)
    return _beside(report, part, stands.seen, count.seen)


def of_area(viewer: Viewer, kept: Kept, code: str, language: Language) -> Report:
    """One area of a run, and what stands open about its courses today."""
    from mithaq.reviews.findings.telling import area_today  # noqa: PLC0415
    from mithaq.reviews.runs.telling.area import area_told  # noqa: PLC0415
    from mithaq.reviews.runs.telling.loading import for_area  # noqa: PLC0415

    content = for_area(kept.content, code)
    speak = _speaker(kept, language, _titles(content))
    report = Report(kept, speak, area_told(speak, content, code), kept.seen)
    stands = about_area(viewer, area=code)
    return _beside(report, area_today(speak, stands), stands.seen)


def of_party(viewer: Viewer, kept: Kept, code: str, language: Language) -> Report:
    """One party's people in a run, and what stands open with the party today."""
    from mithaq.reviews.runs.telling.loading import for_party  # noqa: PLC0415
    from mithaq.reviews.runs.telling.party import courses_of, ministry, own_of  # noqa: PLC0415

    own = own_of(for_party(kept.content, code), code)
    speak = _speaker(kept, language, titles_in(kept.content, courses_of(own)))
    return _with_today(viewer, Report(kept, speak, ministry(speak, own), kept.seen), code)


def of_release(kept: Kept, language: Language) -> Report:
    """What was released."""
    from mithaq.reviews.runs.plain import from_plain  # noqa: PLC0415
    from mithaq.reviews.runs.released import Released  # noqa: PLC0415
    from mithaq.reviews.runs.telling.release import released  # noqa: PLC0415

    found = from_plain(Released, json.loads(kept.content))
    speak = _speaker(kept, language, _titles(found))
    return Report(kept, speak, released(speak, found), kept.seen)


def of_own(viewer: Viewer, kept: Kept, language: Language) -> Report:
    """What the viewer's party gets of its own people with a release, and what stands open with it today; Absent where it gets
    nothing."""
    from mithaq.reviews.runs.plain import from_plain  # noqa: PLC0415
    from mithaq.reviews.runs.released import PartContent, Released  # noqa: PLC0415
    from mithaq.reviews.runs.telling.party import courses_of, ministry  # noqa: PLC0415
    from mithaq.reviews.runs.telling.release import own_part  # noqa: PLC0415

    if not kept.part or kept.part_seen is None:
        raise Absent
    part, found = from_plain(PartContent, json.loads(kept.part)), from_plain(Released, json.loads(kept.content))
    own = own_part(part, found, viewer.party, "")
    titles = _titles(part)
    others = course_names(
        viewer, codes=",".join(sorted(courses_of(own) - set(titles)))
    )  # its people took no test there
    speak = _speaker(kept, language, titles | {code: one.title for code, one in others.items()})
    seen = seen_together([kept.part_seen, *(one.seen for one in others.values())])
    return _with_today(viewer, Report(kept, speak, ministry(speak, own), seen), viewer.party)


def _with_today(viewer: Viewer, report: Report, party: str) -> Report:
    """The report on a party with what stands open with it today, and the ways to the courses that it names, as far as the viewer may
    see them."""
    from mithaq.reviews.findings.telling import party_today  # noqa: PLC0415

    with one_visit(viewer):
        stands, certificates = actions_of_party(viewer, party=party), expiring(viewer, party=party).entries
        named = course_names(viewer, codes=",".join(sorted(report.speak.courses)))
    part = party_today(report.speak, stands, certificates)
    report = replace(report, courses={report.speak.course(code): one.public_id for code, one in named.items()})
    return _beside(report, part, stands.seen, *(one.seen for one in certificates))


def _beside(report: Report, part: Part, *seen: Seen) -> Report:
    """The report with one more part behind the one that leads it, for what has to be done is read first; seen by those to whom both
    were released."""
    first, *others = report.told.parts
    told = replace(report.told, parts=(first, part, *others))
    return replace(report, told=told, seen=seen_together([report.seen, *seen]))
