"""The report of progress: what was promised, what is done, in the words of those who said it, every sentence with its source."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db.models import QuerySet

from mithaq.access.markings import Level, Marking
from mithaq.access.models import Person
from mithaq.access.operation import read
from mithaq.access.shapes import Seen, party_names
from mithaq.access.standing import marking_of
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.core.dates import to_hijri
from mithaq.core.words import Bilingual
from mithaq.followup.models import Action, Progress, Serves
from mithaq.followup.reads.actions import action_rows, report_shapes
from mithaq.followup.reads.shapes import ActionRow, Report
from mithaq.register.commitments.models import Acceptance, Commitment, Score
from mithaq.register.commitments.reads import CommitmentRow, Filters, ScoreShown, StandShown, rows_of
from mithaq.register.meetings.models import Meeting
from mithaq.register.meetings.reads import meeting_names
from mithaq.register.parties.sources import cited
from mithaq.register.programmes.models import Area

MOST = 300  # commitments in one report


@dataclass(frozen=True, slots=True)
class Filtered:
    """One condition of the report: the name of the filter, and what it was set to in words of both languages."""

    name: str
    value: Bilingual


@dataclass(frozen=True, slots=True)
class Reported:
    """A commitment in the report. `due_hijri` is the same day as `row.due`, ``1448-07-06``; both empty where none is set.

    `actions` by due date; `reports` the newest report on each, confirmed or not.
    """

    row: CommitmentRow
    translation: str
    due_hijri: str
    state_reason: str
    stands: tuple[StandShown, ...]
    scores: tuple[ScoreShown, ...]
    actions: tuple[ActionRow, ...]
    reports: tuple[Report, ...]
    path: str


@dataclass(frozen=True, slots=True)
class Section:
    """An area, or a party that answers; the code is empty for what has none."""

    code: str
    name: Bilingual
    entries: tuple[Reported, ...]


@dataclass(frozen=True, slots=True)
class Progressed:
    """The report, in no language yet. `by` is area or party. `counts`: how many of its commitments stand in each state.

    `parties` and `areas` name the codes in it. `more`: it holds the newest 300, and there are others. `seen`: those to
    whom all of it was released.
    """

    title: Bilingual
    made_on: str
    by: str
    filters: tuple[Filtered, ...]
    counts: dict[str, int]
    sections: tuple[Section, ...]
    parties: dict[str, Bilingual]
    areas: dict[str, Bilingual]
    more: bool
    seen: Seen


@read("report.progress")
def progress(
    viewer: Viewer,
    *,
    by: str = "area",
    q: str = "",
    state: str = "",
    owner: str = "",
    party: str = "",
    kind: str = "",
    area: str = "",
    meeting: str = "",
    speaker: str = "",
    since: str = "",
    until: str = "",
    overdue: bool = False,
    repeated: bool = False,
) -> Progressed:
    """The progress of the commitments that `commitments.list` would show with the same filters, by area or by party.

    A commitment of several areas stands under the first of them.
    """
    asked = Filters(q, state, owner, party, kind, area, meeting, speaker, since, until, overdue, repeated)
    pks = list(asked.rows().order_by("-said_on", "-pk").values_list("pk", flat=True)[: MOST + 1])
    chosen = Commitment.objects.filter(pk__in=pks[:MOST]).order_by("-said_on", "-pk")
    entries = _entries(chosen)
    parties = {code: name.short for code, name in party_names().items()}
    areas = {code: Bilingual(ar, en) for code, ar, en in _areas()}
    return Progressed(
        Bilingual("تقرير التقدّم", "Report of progress"),
        clock.today(settings.TIME_ZONE).isoformat(),
        "party" if by == "party" else "area",
        _in_words(asked, parties, areas),
        _counts(entries),
        _sections(entries, by, parties, areas),
        parties,
        areas,
        len(pks) > MOST,
        _seen_by_all_of(chosen.values_list("label_id", flat=True)),
    )


def _areas() -> QuerySet[Area, tuple[str, str, str]]:
    return Area.objects.order_by("order", "pk").values_list("code", "name_ar", "name_en")


def _counts(entries: Sequence[Reported]) -> dict[str, int]:
    states = [entry.row.state for entry in entries]
    return {state: states.count(state) for state in sorted(set(states))}


def _seen_by_all_of(label_ids: Iterable[int]) -> Seen:
    marking = Marking(Level.PUBLIC)
    for label_id in sorted(set(label_ids)):
        marking = marking.joined(marking_of(label_id))
    return Seen(marking.level.name, tuple(sorted(marking.audience)), tuple(sorted(marking.caveats)))


def _in_words(asked: Filters, parties: dict[str, Bilingual], areas: dict[str, Bilingual]) -> tuple[Filtered, ...]:
    """The filters that are set; codes by their names. States and kinds stay codes: the paper has their names."""
    said = []
    for name in Filters.__slots__:
        if value := getattr(asked, name):
            words = Bilingual(str(value), str(value))
            if name == "meeting":
                words = _meeting_in_words(value)
            if name == "speaker":
                words = _person_in_words(value)
            said.append(Filtered(name, parties.get(value) or areas.get(value) or words))
    return tuple(said)


def _meeting_in_words(public_id: str) -> Bilingual:
    (name,) = meeting_names(Meeting.objects.filter(public_id=public_id).values_list("pk", flat=True)).values()
    return Bilingual(name.title.ar or name.series_name.ar, name.title.en or name.series_name.en)


def _person_in_words(public_id: str) -> Bilingual:
    person = Person.objects.get(public_id=public_id)
    return Bilingual(person.name_ar, person.name_en)


def _sections(
    entries: Sequence[Reported], by: str, parties: dict[str, Bilingual], areas: dict[str, Bilingual]
) -> tuple[Section, ...]:
    names = parties if by == "party" else areas
    groups: dict[str, list[Reported]] = {}
    for entry in entries:
        code = entry.row.owner if by == "party" else next(iter(entry.row.areas), "")
        groups.setdefault(code, []).append(entry)
    order = [*(code for code in names if code in groups), *sorted(set(groups) - set(names) - {""}), ""]
    return tuple(
        Section(code, names.get(code, Bilingual(code, code)), tuple(groups[code])) for code in order if code in groups
    )


def _entries(chosen: QuerySet[Commitment]) -> tuple[Reported, ...]:
    rows = rows_of(chosen)
    more = list(chosen.values_list("pk", "translation", "state_reason"))
    pks = [pk for pk, *_ in more]
    stands, scores, done = _stands(pks), _scores(pks), _actions(pks)
    return tuple(
        Reported(
            row,
            translation,
            _hijri(row.due),
            reason,
            *(tuple(stands.get(pk, ())), tuple(scores.get(pk, ())), *done.get(pk, ((), ()))),
            f"/commitments/{row.public_id}/",
        )
        for row, (pk, translation, reason) in zip(rows, more, strict=True)
    )


def _hijri(iso: str) -> str:
    found = to_hijri(date.fromisoformat(iso)) if iso else None
    return f"{found[0]}-{found[1]:02}-{found[2]:02}" if found else ""


def _stands(pks: list[int]) -> dict[int, list[StandShown]]:
    found: dict[int, list[StandShown]] = {}
    for row in Acceptance.objects.filter(commitment__in=pks).order_by("party"):
        shown = StandShown(row.party, row.stand, Bilingual(row.text_ar, row.text_en), row.at.isoformat())
        found.setdefault(row.commitment_id, []).append(shown)
    return found


def _scores(pks: list[int]) -> dict[int, list[ScoreShown]]:
    rows = list(Score.objects.filter(commitment__in=pks).order_by("party"))
    proofs = cited(row.citation_id for row in rows)
    found: dict[int, list[ScoreShown]] = {}
    for row in rows:
        shown = ScoreShown(row.party, row.value, proofs.get(row.citation_id), row.by, row.at.isoformat())
        found.setdefault(row.commitment_id, []).append(shown)
    return found


def _actions(pks: list[int]) -> dict[int, tuple[tuple[ActionRow, ...], tuple[Report, ...]]]:
    """For each commitment its actions and the newest report on each."""
    links = list(Serves.objects.filter(commitment__in=pks).values_list("commitment_id", "action__public_id"))
    served = {action for _, action in links}
    actions = {
        row.public_id: row for row in action_rows(Action.objects.filter(public_id__in=served).order_by("due", "pk"))
    }
    newest = {
        p.action_id: p
        for p in Progress.objects.filter(action__public_id__in=served).select_related("action").order_by("at")
    }
    reports = {report.action: report for report in report_shapes(list(newest.values()))}
    found = {}
    for pk in pks:
        own = [action for action in actions if (pk, action) in set(links)]
        found[pk] = tuple(actions[a] for a in own), tuple(reports[a] for a in own if a in reports)
    return found
