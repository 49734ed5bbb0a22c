"""The ICI example, loaded once for all these tests: what it shows, and to whom."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from mithaq.access.operations import viewer_named
from mithaq.access.reads import demonstration_cast, me
from mithaq.access.viewer import PUBLIC_EYES, Viewer
from mithaq.archive.reads import document_list, document_page, search
from mithaq.cli.example import house, load
from mithaq.core import clock
from mithaq.core.errors import Absent, Problem
from mithaq.followup.reads import action_list, action_page, desk, table_memory
from mithaq.proposals.reads import queue, reader, unread
from mithaq.register.activities.reads import activity_list, activity_page, activity_year
from mithaq.register.commitments.operations import accept_commitment, undo
from mithaq.register.commitments.reads import CommitmentPage, CommitmentRow, commitment_list, commitment_page
from mithaq.register.consultations import reads as table
from mithaq.register.meetings.reads import delegations, meeting_list, meeting_page, series_list, series_page
from mithaq.register.outreach import reads as outreach
from mithaq.register.parties.reads import Held, figures, holder, party_list, party_page, people, roster
from mithaq.register.programmes.reads import area_list
from mithaq.register.texts.reads import silence_page, text_list, text_page
from mithaq.reviews.cases.reads import case_list, check_draw
from mithaq.reviews.findings.reads import finding_list, finding_page
from mithaq.reviews.runs.reads import ledger, release_list, run_list, run_page


@pytest.fixture(scope="module", autouse=True)
def _ici(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        load("ici")
        yield
        transaction.set_rollback(True)


def officer() -> Viewer:
    """The desk officer, who was given everything in the example."""
    return viewer_named("maryam")


def calls(viewer: Viewer) -> tuple[CommitmentRow, ...]:
    """All commitments this viewer sees; they fit on a page."""
    page = commitment_list(viewer)
    assert not page.more
    return page.entries


def call(title_en: str, viewer: Viewer | None = None) -> CommitmentPage:
    """The one commitment of this English title."""
    (row,) = (c for c in calls(viewer or officer()) if c.title.en == title_en)
    return commitment_page(viewer or officer(), commitment=row.public_id)


def test_twice_is_once() -> None:
    before = [document_list(officer()), calls(officer()), people(officer()), party_page(officer(), party="QAT").history]
    load("ici")
    assert before == [
        document_list(officer()),
        calls(officer()),
        people(officer()),
        party_page(officer(), party="QAT").history,
    ]


def test_the_cast_signs_in_as_itself() -> None:
    names = [member.account for member in demonstration_cast()]
    assert names[:6] == ["maryam", "khalid", "rashid", "noura", "sara", "salim"]
    assert len(names) == 13
    assert me(viewer_named("karim")).permissions == ("accounts:manage", "accounts:self", "feeds:own", "views:save")
    assert calls(viewer_named("karim")) == calls(PUBLIC_EYES)


def standings(day: str) -> dict[str, str]:
    return {standing.party: standing.status for standing in roster(PUBLIC_EYES, initiative="ICI", on=day).standings}


def test_who_stood_how_on_which_day() -> None:
    gulf = ("BHR", "KWT", "QAT", "ARE", "SAU", "OMN")
    assert standings("2004-05") == {}
    assert standings("2004-07") == dict.fromkeys(gulf, "invited")
    assert standings("2005-02") == {**dict.fromkeys(gulf, "invited"), "KWT": "member", "BHR": "member"}
    assert standings("2005-06-21")["ARE"] == "invited"
    assert standings("2016-11-20") == {
        **dict.fromkeys(("BHR", "KWT", "QAT", "ARE"), "member"),
        **dict.fromkeys(("SAU", "OMN"), "observer"),
    }


def test_sources_that_disagree_all_stay_and_one_is_preferred() -> None:
    (qatar,) = (s for s in roster(PUBLIC_EYES, on="2020").standings if s.party == "QAT")
    assert (qatar.status, qatar.since, qatar.disputed) == ("member", "2005-03", True)
    claims = [c for c in party_page(PUBLIC_EYES, party="QAT").claims if c.status == "member" and c.since]
    assert {claim.since: claim.preferred for claim in claims} == {"2005-03": True, "2005-02": False, "2005": False}
    (preferred,) = (claim for claim in claims if claim.preferred)
    assert "22 نوفمبر 2016" in preferred.source
    assert preferred.why.ar
    assert preferred.why.en


def ambassador(day: str) -> Held | None:
    """Who headed Qatar's mission to the EU and NATO on that day."""
    posts = party_page(PUBLIC_EYES, party="QAT").posts
    (post,) = (p for p in posts if p.title.en.startswith("Head of the Mission of the State of Qatar"))
    return holder(PUBLIC_EYES, post=post.public_id, on=day)


def test_a_post_is_not_a_person() -> None:
    in_2016, in_2023 = ambassador("2016-11-21"), ambassador("2023-09-13")
    assert in_2016
    assert in_2023
    assert in_2016.name.en == "Ali bin Jassim Al Thani"
    assert in_2023.name.ar == "عبد العزيز بن أحمد المالكي"
    assert ambassador("2010") is None


def test_people_are_found_by_every_writing_of_their_name() -> None:
    for written in ("Stoltenberg", "ستولتنبرج", "ينس ستولتنبرغ"):
        assert [person.name.en for person in people(PUBLIC_EYES, q=written).entries] == ["Jens Stoltenberg"]
    assert len(people(PUBLIC_EYES).entries) == 17


def test_parties_of_all_kinds() -> None:
    kinds = {party.code: party.kind for party in party_list(PUBLIC_EYES)}
    assert (kinds["QAT"], kinds["NATO"], kinds["NATO-ICI-RC"], kinds["SEC"]) == (
        *("state", "organisation", "centre", "secretariat"),
    )
    assert party_page(PUBLIC_EYES, party="QAT").missions[0].name.en.startswith("Mission of the State of Qatar")


def test_the_meetings_of_the_five_documents_and_the_later_ones() -> None:
    held = {m.title.en: m for m in meeting_list(PUBLIC_EYES).entries}
    assert len(held) == 13 + 3 + 5
    third = held["Third meeting of the Advisory Group"]
    assert (third.series, third.ordinal, third.date, third.until) == ("icg", 3, "2016-11-20", "2016-11-21")
    assert (third.city.ar, third.host, third.parties) == ("الدوحة", "QAT", ("QAT", "NATO"))
    page = meeting_page(PUBLIC_EYES, meeting=third.public_id)
    assert [beat.ordinal for beat in page.beats] == [1, 2, 3, 4, 7, None, 8]
    assert len(page.papers) == 2
    assert "2016" in page.note.en
    assert held["NATO summit in Vilnius"].date == "2023-07"
    assert {series.code for series in series_list(PUBLIC_EYES)} >= {"icg", "nac_ici", "summit", "bilateral"}


def test_the_beat_of_the_advisory_group_is_that_of_its_documents() -> None:
    with clock.stopped_at(datetime(2026, 11, 25, tzinfo=UTC)):
        page = series_page(PUBLIC_EYES, series="icg")
    assert [beat.months for beat in page.beats[:3]] == [None, 13.0, 11.7]
    assert [(beat.ordinal, beat.months, beat.gap) for beat in page.beats[3:]] == [
        *((4, 14.1, 0), (7, None, 2), (None, 10.2, 0), (8, None, 0)),
    ]
    assert [beat.held for beat in page.beats] == [True] * 6 + [False]
    assert (page.every_months, page.tolerance_months, page.level, page.format) == (12, 3, "expert", "advisory_group")
    assert (page.next_due, page.overdue_since, page.turn) == ("2027-10-13", "", "QAT")
    assert page.planned
    assert page.planned.title.en == "Eighth meeting of the Advisory Group"
    assert [(host.party, host.hosted) for host in page.hosting] == [("KWT", 3), ("BHR", 1), ("QAT", 1)]


def test_the_thirteen_meetings_stand_with_level_host_participation_and_papers() -> None:
    rows = {row.title.en: row for row in meeting_list(PUBLIC_EYES).entries}
    later = {"Fourth meeting of the Advisory Group", "First annual review of the Regional Centre"}
    documented = [row for title, row in rows.items() if row.held and row.date < "2025" and title not in later]
    assert len(documented) == 13
    assert {row.level for row in documented if row.series in ("icg", "summit", "nac_ici")} == {
        *("summit", "ambassador", "expert"),
    }
    assert all(row.format for row in documented)
    joint = rows["Expanded meeting of the North Atlantic Council and the Gulf partners"]
    roles = {one.party: one.role for one in delegations(PUBLIC_EYES, meeting=joint.public_id)}
    assert (joint.host, roles["KWT"], roles["OMN"]) == ("KWT", "host", "guest")
    assert next(iter(roles)) == "KWT"
    papered = [row for row in documented if meeting_page(PUBLIC_EYES, meeting=row.public_id).papers]
    assert len(papered) == 4  # the five sources report four meetings
    (panel,) = (row for row in documented if row.series == "anniversary-panel")
    margins = meeting_page(PUBLIC_EYES, meeting=panel.public_id).margins_of
    assert margins
    assert margins.public_id == joint.public_id
    eighth = meeting_page(PUBLIC_EYES, meeting=rows["Eighth meeting of the Advisory Group"].public_id)
    assert (eighth.row.state, eighth.row.host, len(eighth.agenda), len(eighth.delegations)) == ("planned", "QAT", 5, 7)
    assert eighth.agenda[2].areas == ("training_education", "exercises")


def test_figures_keep_comparator_day_and_source() -> None:
    told = figures(PUBLIC_EYES, party="NATO-ICI-RC").entries
    courses = {
        f.as_of: (f.comparator, f.value) for f in told if "ourses held" in f.what.en or "courses held" in f.what.en
    }
    assert courses == {"2019-12-16": (">", "24"), "2025-04-01": ("=", "56")}
    (trained,) = (f for f in told if f.value == "889")
    assert trained.cited
    assert trained.cited.quote == "تدريب 889 عنصرا من الدول الخليجية"
    assert trained.speaker_name.en == "Thamer Al-Sabah"
    (dialogue,) = (f for f in told if f.value == "101")
    assert dialogue.cited is None
    assert "KUNA" in dialogue.source


def test_areas_are_named_by_their_sources() -> None:
    areas = {area.code: area for area in area_list(PUBLIC_EYES)}
    agreed = [code for code, area in areas.items() if any(claim.mode == "agreed" for claim in area.claims)]
    crises = ["crisis_management", "civil_emergency"]
    assert agreed == [
        "cyber",
        "wmd_cbrn",
        "arms_control",
        "maritime",
        "energy",
        *crises,
        "training_education",
        "exercises",
    ]
    assert areas["energy"].group == "sea_and_energy"
    assert [claim.since for claim in areas["energy"].claims] == ["2011-02-15", "2019-12-17"]
    assert sum(area.theme for area in areas.values()) == 12


def test_every_commitment_opens_at_its_sentence() -> None:
    register = [c for c in calls(officer()) if not c.demonstration]
    assert len(register) == 23
    for row in register:
        assert row.cited, row.ref
        page = document_page(PUBLIC_EYES, document=row.cited.document)
        assert row.words in page.sentences[row.cited.number - 1].text
        assert "مقتطفات قصيرة" in page.sentences[0].text


def test_who_said_it_in_which_post_at_which_meeting() -> None:
    call_for = call("A mechanism to evaluate how much the states benefit")
    assert call_for.row.speaker.name.en == "Ali bin Jassim Al Thani"
    assert call_for.row.speaker.post.en.startswith("Head of the Mission of the State of Qatar")
    assert call_for.row.meeting
    assert call_for.row.meeting.ordinal == 3
    assert (call_for.row.said_on, call_for.row.by, call_for.row.addressees) == ("2016-11-21", ("QAT",), ("ICI", "NATO"))
    pledge = call("A cooperation centre in Kuwait")
    assert (pledge.row.kind, pledge.due_words, pledge.row.state) == ("pledge", "2017", "done")


def test_a_call_made_again_is_found_and_judged() -> None:
    (again,) = call("Stronger mechanisms for exchanging expertise and information").repeats
    assert again.other.title.en == "Exchange of expertise and information at every level"
    assert (again.earlier, again.decision) == (True, "same")


def test_a_call_of_2016_is_found_again_in_a_document_of_2026() -> None:
    """The exchange of expertise and information at every level: once accepted, it waits beside the two older calls."""
    maryam = officer()
    (paper,) = (d for d in document_list(maryam).entries if d.title.startswith("اجتماع المنامة"))
    (read,) = (p for p in reader(maryam, document=paper.public_id).proposals if "تبادل الخبرات والمعلومات" in p.quote)
    assert (read.kind, read.clear, read.state) == ("commitment", True, "waiting")
    made = accept_commitment(maryam, proposal=read.public_id, version=read.version).public_id
    page = commitment_page(maryam, commitment=made)
    assert page.row.said_on.startswith("2026-10")
    assert {(r.other.title.en, r.other.said_on[:4], r.earlier, r.decision) for r in page.repeats} == {
        ("Exchange of expertise and information at every level", "2016", True, "open"),
        ("Stronger mechanisms for exchanging expertise and information", "2016", True, "open"),
    }
    (waiting,) = (p for p in reader(maryam, document=paper.public_id).proposals if p.thing == made)
    undo(maryam, proposal=waiting.public_id, version=waiting.version)  # the others find the example as it was loaded
    assert len(call("Exchange of expertise and information at every level").repeats) == 1


def test_the_follow_up_stands_as_told() -> None:
    benefit = call("A mechanism to evaluate how much the states benefit")
    assert {stand.party: stand.stand for stand in benefit.stands} == {
        **dict.fromkeys(("QAT", "KWT", "NATO"), "accept"),
        "BHR": "reserve",
    }
    assert [(line.at[:10], line.account) for line in benefit.history][-2:] == [
        ("2026-02-10", "khalid"),
        ("2026-01-11", "maryam"),
    ]
    states = {action.title.en: (action.state, action.percent) for action in action_list(officer()).entries}
    assert len(states) == 17
    assert states["One pre and post test for all the centre's courses"] == ("done", 100)
    assert {state for state, _ in states.values()} == {
        *("proposed", "agreed", "under_way", "done", "not_done", "superseded"),
    }


def test_reports_are_proved_by_sentences_for_those_who_may_see_them() -> None:
    (row,) = (a for a in action_list(officer()).entries if a.title.en.startswith("One pre and post test"))
    proofs = {
        who: [
            e.cited.number
            for r in action_page(viewer_named(who), action=row.public_id).reports
            for e in r.evidence
            if e.cited
        ]
        for who in ("maryam", "sara", "khalid")
    }
    assert proofs["maryam"] == proofs["sara"] != []
    assert proofs["khalid"] == []


def test_most_findings_wait_and_a_few_are_decided() -> None:
    waiting = {w.entry.title: (w.waiting, w.decided) for w in queue(officer()).entries}
    assert len(waiting) == 4
    assert all(left > made > 0 for left, made in waiting.values()), waiting
    assert not unread(officer()).entries
    assert desk(officer()).waiting
    assert (
        sum(c.demonstration for c in calls(officer())) == 6
    )  # every commitment of decisions.yaml was found by the reader, and an idea became one
    address = next(d for d in document_list(officer(), language="ar").entries if d.title.startswith("كلمة رئيس بعثة"))
    decided = [p for p in reader(officer(), document=address.public_id).proposals if p.decided]
    assert {p.decided_by for p in decided} == {"maryam"}


def test_an_observer_sees_nothing_bilateral() -> None:
    salim = viewer_named("salim")
    documents = document_list(salim).entries
    assert len(documents) == 7
    lists = ((d.seen for d in documents), (c.seen for c in calls(salim)), (a.seen for a in action_list(salim).entries))
    for seen in chain(*lists):
        assert seen.level == "PUBLIC" or (seen.level == "OFFICIAL" and "OMN" in seen.audience)
    phrase = '"استبيان الأشهر الستة"'
    assert not search(salim, q=phrase).hits
    assert search(viewer_named("noura"), q=phrase).hits
    for hidden in calls(officer()):
        if hidden not in calls(salim):
            with pytest.raises(Absent):
                commitment_page(salim, commitment=hidden.public_id)


def test_without_the_sources_it_says_where_the_example_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(house, "EXAMPLES", tmp_path)
    with pytest.raises(Problem) as problem:
        load("ici")
    assert problem.value.code == "no_example"


def test_joint_texts_show_drafting_silence_and_agreement() -> None:
    rows = {row.state: row for row in text_list(officer()).entries}
    assert set(rows) == {"drafting", "silence", "agreed"}
    agreed = text_page(officer(), text=rows["agreed"].public_id)
    assert [edition.number for edition in agreed.editions] == [2, 1]
    held = silence_page(viewer_named("salim"), silence=agreed.silences[0].public_id)
    assert (held.standing, held.ended_at) == ("held", "2026-09-18T15:30:00+00:00")
    assert [statement.parties for statement in held.statements] == [("KWT",)]
    assert held.answers == ()
    told = silence_page(viewer_named("khalid"), silence=agreed.silences[0].public_id)
    assert [one.party for one in told.answers if one.answer == "stated"] == ["KWT"]
    assert [one.ref for one in desk(viewer_named("khalid")).silences] == [rows["silence"].ref]
    assert desk(viewer_named("salim")).silences == ()
    drafted = text_page(viewer_named("khalid"), text=rows["drafting"].public_id)
    assert [a.party for paragraph in drafted.paragraphs for a in paragraph.amendments] == ["QAT", "KWT"]
    assert "drafting" not in {row.state for row in text_list(viewer_named("salim")).entries}


def meeting_called(title_en: str) -> str:
    (row,) = (m for m in meeting_list(officer()).entries if m.title.en.startswith(title_en))
    return row.public_id


def test_minutes_are_circulated_with_a_correction_that_waits() -> None:
    manama = meeting_called("Preparatory meeting for the eighth")
    minutes = table.minutes_of_meeting(viewer_named("salim"), meeting=manama).minutes
    assert minutes
    assert minutes.state == "circulated"
    shown = table.minutes_page(viewer_named("salim"), minutes=minutes.public_id)
    asked = {c.party: c.state for item in shown.items for c in item.corrections}
    assert asked == {"ARE": "accepted", "KWT": "rejected", "QAT": "filed"}
    assert all(item.text.ar and item.text.en and item.sources for item in shown.items)
    assert any("النصف الأول من فبراير" in item.text.ar for item in shown.items)
    outcomes = table.meeting_outcomes(officer(), meeting=manama)
    assert [{row.kind for row in point.outcomes} for point in outcomes.points] == [
        {"statement"},
        {"idea", "proposal"},
        set(),
    ]


def test_ideas_stand_at_every_step_and_parties_differ_on_one_issue() -> None:
    assert {row.state for row in table.idea_list(officer()).entries} == {"filed", "sponsored", "proposal", "refused"}
    assert [row.party for row in table.idea_list(viewer_named("salim")).entries] == ["OMN"]
    matrix = {row.title.en: row for row in table.position_matrix(viewer_named("khalid")).listing.entries}
    assert {row.agreement for row in matrix.values()} == {"agree", "differ", "unknown"}
    observed = table.position_matrix(viewer_named("salim")).listing.entries
    assert len(observed) == 2
    assert all(row.seen.level == "PUBLIC" for row in observed)
    goals = [goal for interest in table.goal_list(officer()).interests for goal in interest.goals]
    assert all(goal.results and not goal.reached for goal in goals)


def test_the_memory_of_the_table_is_cut_for_who_takes_it_along() -> None:
    doha = meeting_called("Eighth meeting of the Advisory Group")
    own, observed = (table_memory(viewer_named(name), meeting=doha) for name in ("khalid", "salim"))
    assert own.minutes
    assert own.minutes.state == "circulated"
    assert own.issues
    assert len(own.issues) > len(observed.issues)


def test_a_message_house_is_agreed_with_a_reservation_and_the_fact_sheet_is_everybodys() -> None:
    (row,) = outreach.house_list(officer()).entries
    page = outreach.house_page(viewer_named("khalid"), house=row.public_id)
    assert (row.state, row.in_force, row.series) == ("agreed", 3, "icg")
    assert [len(line.proofs) for line in page.lines] == [2, 3, 2]
    assert [answer.answer for answer in page.lines[2].answers].count("reserve") == 1
    assert page.series is not None
    assert page.grounds
    with pytest.raises(Absent):
        outreach.house_page(viewer_named("salim"), house=row.public_id)
    (sheet,) = outreach.sheet_list(PUBLIC_EYES).entries
    shown = outreach.sheet_page(PUBLIC_EYES, fact_sheet=sheet.public_id)
    assert [figure.value for group in shown.groups for figure in group.figures] == [
        "889",
        "200",
        "56",
        "500",
        "101",
        "4",
    ]
    assert {count.code: count.value for count in shown.counts}["members"] == 4
    draft, issued = outreach.sheet_list(officer()).entries
    assert (draft.state, issued) == ("draft", sheet)


def test_the_results_of_courses_show_every_verdict_and_what_was_done_worked() -> None:
    centre = viewer_named("sara")
    newest, first = run_list(centre).entries
    told = json.loads(run_page(centre, run=newest.public_id).content)["report"]["courses"]
    assert {one["course"]: one["verdict"] for one in told} == {
        "RC-DEMO-101": "benefit_shown",
        "RC-DEMO-102": "no_worthwhile_benefit",
        "RC-DEMO-103": "not_yet_known",
        "RC-DEMO-104": "not_measurable",
    }
    assert newest.demonstration
    assert first.demonstration
    found = {(row.code, row.trigger): row for row in finding_list(centre).entries}
    states = {"RC-DEMO-101": "answered", "RC-DEMO-102": "rejected", "RC-DEMO-103": "acting"}
    assert {code: row.state for (code, _), row in found.items()} == states
    page = finding_page(centre, finding=found["RC-DEMO-103", "below_worthwhile"].public_id)
    assert [remedy.outcome for one in page.asked for remedy in one.remedies] == ["worked"]


def test_each_state_has_its_ledger_and_sees_of_others_what_was_released() -> None:
    for name, party in (("khalid", "QAT"), ("badr", "KWT"), ("mona", "BHR"), ("shamsa", "ARE")):
        own = ledger(viewer_named(name), party=party)
        goals = {tuple(course.code for course in one.courses): one.state for one in own.goals}
        assert (own.source, own.gain is not None) == ("part", True)
        assert goals == {("RC-DEMO-101", "RC-DEMO-104"): "moved", ("RC-DEMO-103",): "not_moved"}
        other = ledger(viewer_named(name), party="QAT" if party != "QAT" else "KWT")
        assert (other.source, other.used, other.gain is not None) == ("release", None, True)
        (release,) = release_list(viewer_named(name)).entries
        assert (release.state, release.agreed) == ("issued", ("ARE", "BHR", "KWT", "QAT"))
    assert ledger(viewer_named("salim"), party="QAT").source == ""


def test_seats_of_courses_that_were_held_are_told_the_same_everywhere() -> None:
    centre = viewer_named("sara")
    newest = run_list(centre).entries[0]
    offerings = json.loads(run_page(centre, run=newest.public_id).content)["offerings"]
    pages = {row.ref: activity_page(centre, activity=row.public_id).quotas for row in activity_list(centre).entries}
    for told in offerings:
        seats = [(one.offered or 0, one.used or 0) for one in pages[told["ref"]]]
        assert (sum(o for o, _ in seats), sum(u for _, u in seats)) == tuple(told["seats"].values())
        assert all(used for _, used in seats), "results are in: somebody of each party sat there"
    for name, party in (("khalid", "QAT"), ("badr", "KWT"), ("mona", "BHR"), ("shamsa", "ARE")):
        own = ledger(viewer_named(name), party=party)
        seats = [
            (one.offered or 0, one.used or 0) for told in offerings for one in pages[told["ref"]] if one.party == party
        ]
        assert (sum(o for o, _ in seats), sum(u for _, u in seats)) == (own.offered, own.used)
        for year in ("2024", "2025"):  # nothing was held in them but what the run is of
            rows = activity_year(viewer_named(name), year=year).rows
            held = [one for ref, page in pages.items() if f"-{year}-" in ref for one in page if one.party == party]
            assert sum(row.own_seats or 0 for row in rows) == sum(one.offered or 0 for one in held)
            assert sum(row.own_used or 0 for row in rows) == sum(one.used or 0 for one in held)


def test_no_name_stands_in_the_results() -> None:
    rows = [
        row
        for name in ("answers.csv", "results.csv", "forms.csv")
        for row in house.folder_of("ici").joinpath(name).read_text().splitlines()[1:]
    ]
    assert rows
    assert all(re.fullmatch(r"P\d,[A-Z]{3},P\d-\d\d,.*", row) for row in rows)


def test_success_cases_were_drawn_and_some_confirmed() -> None:
    sara = viewer_named("sara")
    rows = case_list(sara).entries
    assert all(row.demonstration for row in rows)
    assert {row.state for row in rows} == {"drawn", "interviewed", "confirmed", "declined"}
    assert check_draw(sara, draw=rows[0].draw).same_people
    assert case_list(viewer_named("rashid")).entries == case_list(officer()).entries == ()
