"""The ICI example is whole: it parses, its ids refer to each other, every claim has a source, both languages are filled."""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest
import yaml

from mithaq.access.markings import Clearance, Level, Marking, may_see
from mithaq.access.roles import ROLES

ICI = Path(__file__).parents[1] / "examples" / "ici"
STATES = {"proposed", "agreed", "under_way", "done", "not_done", "superseded"}
KINDS = {"recommendation", "call", "proposal", "decision", "pledge", "request"}
PARTIAL = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
DATE_KEYS = {"begins", "ends", "due", "as_of", "since", "seen", "date", "published", "said_on", "accredited", "added"}
ARABIC, LATIN = re.compile(r"[\u0621-\u064a]"), re.compile(r"[A-Za-z]")


@cache
def records(name: str) -> list[dict[str, Any]]:
    """The records of a YAML list or of a CSV file."""
    text = (ICI / name).read_text(encoding="utf-8")
    loaded = yaml.safe_load(text) if name.endswith(".yaml") else list(csv.DictReader(text.splitlines()))
    return loaded if isinstance(loaded, list) else [loaded]


def codes(name: str, key: str = "code") -> set[str]:
    return {record[key] for record in records(name)}


FILES = sorted(path.name for path in ICI.iterdir() if path.suffix in (".yaml", ".csv"))
SOURCES = {source["id"]: source for source in records("sources.yaml")}
PARTIES, MEETINGS, PEOPLE = codes("parties.yaml"), codes("meetings.yaml"), codes("people.yaml")
AREAS = {area["code"] for area in records("areas.csv") if area["parent"]}
COMMITMENTS = {commitment["id"]: commitment for commitment in records("commitments.yaml")}
DOCUMENTS = {document["file"]: document for document in records("documents.csv")}
ACCOUNTS = {account["code"]: account for account in records("accounts.yaml")}
FOLLOWUP = records("followup.yaml")[0]
ACTIONS = {action["code"]: action for action in FOLLOWUP["actions"]}
COURSES = {course["code"] for course in records("training.yaml")[0]["courses"]}


def walk(value: Any) -> Iterator[dict[str, Any]]:
    """Every mapping inside, the outer ones first."""
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from walk(inner)


def everything() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every mapping of every file, with the file's name."""
    for name in FILES:
        yield from ((name, mapping) for mapping in walk(records(name)))


def marking(record: dict[str, Any]) -> Marking:
    audience = record["audience"]
    return Marking(Level[record["level"]], frozenset(audience.split() if isinstance(audience, str) else audience))


def no_wider(narrow: Marking, wide: Marking) -> bool:
    """Whether everybody who may see the first may see the second."""
    if wide.level is Level.PUBLIC:
        return True
    return narrow.level >= wide.level and narrow.audience <= wide.audience


DRAWN = ("answers.csv", "forms.csv", "results.csv")  # by tools/example_results.py
WHOLE = ("initiative.yaml", "followup.yaml", "training.yaml", *DRAWN)  # no list of records under codes


@pytest.mark.parametrize("name", [n for n in FILES if n not in WHOLE])
def test_codes_are_unique(name: str) -> None:
    listed = records(name)
    key = next(k for k in ("code", "id", "file", "words") if k in listed[0])
    assert len({record[key] for record in listed}) == len(listed) > 0


def test_keys_are_words() -> None:
    """YAML reads bare `on`, `yes` and `no` as truth values."""
    assert all(isinstance(key, str) for _, mapping in everything() for key in mapping)


def test_both_languages_are_filled() -> None:
    for name, mapping in everything():
        for key in [k for k in mapping if k.endswith("_ar")]:
            arabic, english = mapping[key], mapping[key.removesuffix("_ar") + "_en"]
            assert bool(arabic) == bool(english), (name, key, mapping)
            assert not arabic or ARABIC.search(arabic), (name, key, arabic)
            assert not english or (LATIN.search(english) and not ARABIC.search(english)), (name, key, english)


def test_dates_are_partial_iso_dates() -> None:
    seen = 0
    for name, mapping in everything():
        for key in DATE_KEYS & mapping.keys():
            if value := mapping[key]:
                assert isinstance(value, str), (name, key, value)
                assert PARTIAL.fullmatch(value), (name, key, value)
                assert date.fromisoformat(value + "2000-01-01"[len(value) :]), (name, key, value)
                seen += 1
    assert seen > 150


def test_every_claim_has_a_known_source() -> None:
    for name, mapping in everything():
        claims = name != "training.yaml"  # there a basis is that of a nomination
        if (claims and "basis" in mapping) or "written" in mapping or {"text", "language"} <= mapping.keys():
            assert mapping["source"] in SOURCES, (name, mapping)
        for key in ("source", "date_source", "target_source", "purpose_source"):
            assert mapping.get(key) is None or mapping[key] in SOURCES, (name, mapping)
        for token in (mapping.get("named_in") or "").split():
            assert token.split("/")[0] in SOURCES, (name, token)


@pytest.mark.parametrize("name", ["missions.yaml", "meetings.yaml", "figures.yaml", "commitments.yaml", "series.yaml"])
def test_every_record_of_fact_has_a_source(name: str) -> None:
    assert all(record["source"] in SOURCES for record in records(name))


def test_every_tenure_and_status_has_a_source_and_a_day() -> None:
    for person in records("people.yaml"):
        assert person["tenures"], person["code"]
        assert all(t["source"] in SOURCES and t["seen"] for t in person["tenures"])
    for party in records("parties.yaml"):
        assert all(c["source"] in SOURCES and (c["since"] or c["seen"]) for c in party["status"])


def claims() -> Iterator[list[dict[str, Any]]]:
    """Groups of claims about one thing."""
    for party in records("parties.yaml"):
        for status in {claim["status"] for claim in party["status"]}:
            yield [claim for claim in party["status"] if claim["status"] == status]
        yield party.get("opened", [])
    yield from (meeting["dates"] for meeting in records("meetings.yaml"))
    yield records("initiative.yaml")[0]["founded"]


def test_where_claims_differ_one_is_preferred_and_says_why() -> None:
    for group in filter(None, claims()):
        preferred = [claim for claim in group if claim["preferred"]]
        assert len(preferred) == 1, group
        assert len(group) == 1 or (preferred[0]["why_ar"] and preferred[0]["why_en"]), group


def test_qatar_joined_twice_over() -> None:
    qatar = next(party for party in records("parties.yaml") if party["code"] == "QAT")
    joined = {claim["since"]: claim for claim in qatar["status"] if claim["status"] == "member" and claim["since"]}
    assert joined["2005-03"]["preferred"]
    assert joined["2005-03"]["source"] == "S0"
    assert SOURCES[joined["2005-02"]["source"]]["kind"] == "ext"


def test_oman_and_saudi_arabia_never_joined() -> None:
    standing = {p["code"]: {c["status"] for c in p["status"]} for p in records("parties.yaml")}
    assert standing["OMN"] == standing["SAU"] == {"invited", "observer"}
    assert {code for code, statuses in standing.items() if "member" in statuses} == {"BHR", "KWT", "QAT", "ARE"}


@pytest.mark.parametrize(
    ("source", "mode", "count"),
    [("S4", "agreed", 8), ("S3", "consulted", 3), ("S1", "discussed", 3), ("S2", "discussed", 3)],
)
def test_areas_hold_what_each_source_names(source: str, mode: str, count: int) -> None:
    tokens = {token for area in records("areas.csv") for token in area["named_in"].split()}
    assert tokens >= {f"{source}/{mode}/{number}" for number in range(1, count + 1)}
    assert len([token for token in tokens if token.startswith(f"{source}/{mode}/")]) == count


def test_areas_and_themes_refer_to_each_other() -> None:
    groups = {area["code"] for area in records("areas.csv") if not area["parent"]}
    assert {area["parent"] for area in records("areas.csv") if area["parent"]} == groups
    assert all(set(theme["areas"].split()) <= AREAS for theme in records("themes.csv"))
    assert all(set(commitment["areas"]) <= AREAS for commitment in COMMITMENTS.values())
    assert all(set(figure["areas"]) <= AREAS for figure in records("figures.yaml"))


def test_references_lead_somewhere() -> None:
    posts, missions, series = codes("posts.yaml"), codes("missions.yaml"), codes("series.yaml")
    lists = {"addressees", "audience", "co_owners", "co_organisers", "accredited_to", "members"}
    single = dict.fromkeys(("party", "host", "owner", "part_of", "about", "keeper"), PARTIES)
    single |= {"post": posts, "mission": missions, "speaker": PEOPLE, "meeting": MEETINGS, "founded_at": MEETINGS}
    single |= {"on_margins_of": MEETINGS, "focal_point": set(ACCOUNTS), "deputy": set(ACCOUNTS), "by": set(ACCOUNTS)}
    single |= {"confirmed_by": set(ACCOUNTS), "commitment": set(COMMITMENTS), "repeats_of": set(COMMITMENTS)}
    single |= {"document": set(DOCUMENTS), "superseded_by": set(COMMITMENTS) | set(ACTIONS)}
    for name, mapping in everything():
        for key in single.keys() & mapping.keys():
            assert mapping[key] is None or mapping[key] in single[key], (name, key, mapping[key])
        for key in lists & mapping.keys():
            assert set(mapping[key].split() if isinstance(mapping[key], str) else mapping[key]) <= PARTIES, (name, key)
    assert {meeting["series"] for meeting in records("meetings.yaml")} <= series


def test_commitments_are_the_gold_set() -> None:
    expected = [f"R{number}" for number in (*range(1, 20), *range(26, 30))]
    assert list(COMMITMENTS) == expected
    assert {commitment["kind"] for commitment in COMMITMENTS.values()} <= KINDS
    for commitment in COMMITMENTS.values():
        assert ARABIC.search(commitment["anchor"])
        assert LATIN.search(commitment["translation_en"])
        assert len(commitment["anchor"]) <= 120
    assert COMMITMENTS["R3"]["repeats_of"] == "R1"


def test_speakers_held_the_post_they_speak_in() -> None:
    held = {(p["code"], t["post"], t["seen"]) for p in records("people.yaml") for t in p["tenures"]}
    for commitment in COMMITMENTS.values():
        assert (commitment["speaker"], commitment["post"], commitment["said_on"]) in held, commitment["id"]


def test_documents_stand_beside_their_list() -> None:
    assert {path.name for path in (ICI / "documents").iterdir()} == set(DOCUMENTS)
    for document in DOCUMENTS.values():
        text = (ICI / "documents" / document["file"]).read_text(encoding="utf-8")
        assert document["demonstration"] == "true"
        assert ("نص توضيحي" if document["language"] == "ar" else "Demonstration text") in text
        assert set(document["repeats"].split()) <= set(COMMITMENTS)
    levels = {(document["level"], document["audience"]) for document in DOCUMENTS.values()}
    assert levels == {
        ("PUBLIC", ""),
        ("RESTRICTED", "BHR KWT QAT ARE NATO SEC"),
        ("OFFICIAL", "KWT SEC NATO-ICI-RC"),
    }


def test_accounts_are_invented_and_can_do_something() -> None:
    for account in ACCOUNTS.values():
        assert account["demonstration"] is True
        assert account["email"].endswith("@example.org")
        assert set(account["roles"]) <= set(ROLES)
        assert account["party"] in PARTIES
        assert Level[account["level"]] in Level
    offered = [account["party"] for account in ACCOUNTS.values() if account["at_sign_in"]]
    assert offered == ["SEC", "QAT", "QAT", "KWT", "NATO-ICI-RC", "OMN"]


def test_quotes_stand_in_their_document_and_prove_to_all_who_see_a_score() -> None:
    quoting = [report for action in ACTIONS.values() for report in action["reports"] if report["quote"]]
    assert len(quoting) + len(FOLLOWUP["scores"]) > 10
    for record in (*quoting, *FOLLOWUP["scores"]):
        text = (ICI / "documents" / record["document"]).read_text(encoding="utf-8")
        assert record["quote"] in text
    for score in FOLLOWUP["scores"]:
        assert no_wider(marking(COMMITMENTS[score["commitment"]]), marking(DOCUMENTS[score["document"]])), score


def test_actions_go_no_further_than_what_they_serve() -> None:
    for action in ACTIONS.values():
        for code in action["commitments"]:
            assert no_wider(marking(action), marking(COMMITMENTS[code])), (action["code"], code)


def sees(account: str, record: dict[str, Any]) -> bool:
    return may_see(Clearance(ACCOUNTS[account]["party"], Level[ACCOUNTS[account]["level"]]), marking(record))


def test_nobody_acts_on_what_they_cannot_see() -> None:
    for action in ACTIONS.values():
        assert sees(action["focal_point"], action), action["code"]
        for report in action["reports"]:
            assert sees(report["by"], action), action["code"]
            assert report["confirmed_by"] is None or sees(report["confirmed_by"], action), action["code"]
            assert report["document"] is None or sees(report["by"], DOCUMENTS[report["document"]]), action["code"]
    for record in (*FOLLOWUP["acceptances"], *FOLLOWUP["scores"]):
        assert sees(record["by"], COMMITMENTS[record["commitment"]]), record


def test_followup_is_regular() -> None:
    for record in (*FOLLOWUP["commitments"], *ACTIONS.values()):
        assert record["state"] in STATES
        assert (record["superseded_by"] is not None) == (record["state"] == "superseded")
        assert record["state"] not in ("done", "not_done", "superseded") or record["reason_ar"], record
        assert ACCOUNTS[record["focal_point"]]["party"] == record["owner"], record
    for acceptance in FOLLOWUP["acceptances"]:
        assert acceptance["stand"] in {"accept", "reserve", "note", "object"}
        assert ACCOUNTS[acceptance["by"]]["party"] == acceptance["party"]
        assert acceptance["stand"] not in ("reserve", "object") or acceptance["text_ar"]
    pairs = [(record["commitment"], record["party"]) for record in FOLLOWUP["scores"]]
    assert len(set(pairs)) == len(pairs)
    assert {score["score"] for score in FOLLOWUP["scores"]} == {-1, 0, 1}


def test_followup_is_in_time() -> None:
    """Nothing is done before the register is filled, reported before it is taken up, or quoted before it is published."""
    opened, today = FOLLOWUP["opened"], FOLLOWUP["as_of"]
    for action in ACTIONS.values():
        days = [opened, action["added"], *(report["date"] for report in action["reports"]), today]
        assert days == sorted(days), action["code"]
    for record in (*FOLLOWUP["acceptances"], *FOLLOWUP["scores"]):
        assert opened <= record["date"] <= today
    for record in (*(report for action in ACTIONS.values() for report in action["reports"]), *FOLLOWUP["scores"]):
        assert record["document"] is None or DOCUMENTS[record["document"]]["published"] <= record["date"], record
    for record in FOLLOWUP["commitments"]:
        assert (record["since"] is None) == (record["state"] == "proposed")


def test_followup_shows_every_case() -> None:
    opened = [action for action in ACTIONS.values() if action["state"] in ("proposed", "agreed", "under_way")]
    assert {action["state"] for action in ACTIONS.values()} == STATES
    assert any(action["due"] < FOLLOWUP["as_of"] for action in opened)
    assert max(action["due"] for action in opened) >= "2027-06"
    assert any(len(action["commitments"]) > 1 for action in ACTIONS.values())
    served = [code for action in ACTIONS.values() for code in action["commitments"]]
    assert len(served) > len(set(served))
    assert {acceptance["stand"] for acceptance in FOLLOWUP["acceptances"]} == {"accept", "reserve", "note", "object"}


def test_decisions_are_on_words_of_their_document() -> None:
    for decision in records("decisions.yaml"):
        text = (ICI / "documents" / decision["document"]).read_text(encoding="utf-8")
        assert decision["words"] in text
        assert decision["date"] >= DOCUMENTS[decision["document"]]["published"]
        assert sees(decision["by"], DOCUMENTS[decision["document"]])
        assert decision["repeats"] is None or decision["repeats"] in DOCUMENTS[decision["document"]]["repeats"].split()


def test_texts_are_whole_and_go_to_who_is_under_silence() -> None:
    texts = records("texts.yaml")
    assert all(text["demonstration"] for text in texts)
    for text in texts:
        told = marking(text)
        people = [text["by"], *(one["by"] for one in (*text["amendments"], *text["comments"]))]
        assert all(ACCOUNTS[by]["party"] in told.audience for by in people), text["code"]
        assert text["meeting"] is None or text["meeting"] in MEETINGS
        assert all(part["ar"] and part["en"] for part in text["paragraphs"])
        for silence in filter(None, [text["silence"]]):
            named = [*silence["under"], *silence["noting"]]
            assert len(named) == len(set(named))
            assert set(named) <= told.audience
            assert bool(silence["on"]) != bool(silence["days"])
            assert all(
                ACCOUNTS[one["by"]]["party"] in silence["under"] for one in (*silence["statements"], *silence["agreed"])
            )


def words_of(record: dict[str, Any]) -> str:
    """The text that the words of a record must stand in: a document, or the short quotes of a source."""
    if record["document"]:
        file: Path = ICI / "documents" / record["document"]
        return file.read_text(encoding="utf-8")
    quoted = (*COMMITMENTS.values(), *records("figures.yaml"))
    return "\n".join(one["anchor"] for one in quoted if one["source"] == record["source"] and one["anchor"])


def test_what_is_said_around_the_table_rests_on_words_and_is_seen_by_who_says_it() -> None:
    told = [*records("ideas.yaml"), *records("issues.yaml"), *records("goals.yaml"), *records("minutes.yaml")]
    assert all(record["demonstration"] for record in told)
    resting = [record for name, record in everything() if name in ("ideas.yaml", "issues.yaml", "goals.yaml")]
    for record in resting:
        if record.get("words") and "document" in record:
            assert record["words"] in words_of(record), record
            writer = record.get("by", "maryam")
            assert not record["document"] or sees(writer, DOCUMENTS[record["document"]])
    for idea in records("ideas.yaml"):
        assert set(idea["areas"]) <= AREAS
        assert all(ACCOUNTS[one["by"]]["party"] in idea["audience"] for one in (idea, *idea["steps"]))
        assert not idea["document"] or no_wider(marking(idea), marking(DOCUMENTS[idea["document"]]))
    for interest in records("goals.yaml"):
        for goal in interest["goals"]:
            told = [*goal["means"], *goal["proposed"]]
            assert all(means["course"] in COURSES and means["at"] >= interest["added"] for means in told)
            assert all(means["how_ar"] and means["how_en"] and sees(means["by"], interest) for means in told)
    for minutes in records("minutes.yaml"):
        taken = minutes["taken"] or {"document": None, "sentences": []}
        said = [*taken["sentences"], *minutes["outcomes"]]
        assert all(one["words"] in words_of(taken) for one in said)
        assert all(c["was"] != c["is"] and c["reason"] for c in minutes["corrections"])
        assert {o["issue"] for o in minutes["outcomes"]} - {None} <= codes("issues.yaml")


def test_results_are_those_that_the_seed_draws() -> None:
    spec = spec_from_file_location("example_results", ICI.parents[1] / "tools" / "example_results.py")
    assert spec
    assert spec.loader
    drawing = module_from_spec(spec)
    sys.modules["example_results"] = drawing
    spec.loader.exec_module(drawing)
    assert {name: (ICI / name).read_text(encoding="utf-8") for name in DRAWN} == drawing.drawn()


def test_results_are_of_offerings_that_were_held_for_people_who_had_a_seat() -> None:
    (training,) = records("training.yaml")
    offerings = {one["code"]: one for one in training["offerings"]}
    measured = [one["offering"] for one in training["measured"]]
    people = {(row["offering"], row["party"], row["person"]) for name in DRAWN for row in records(name)}
    assert {offering for offering, _, _ in people} == set(measured)
    assert 150 <= len(people) <= 200
    for code in measured:
        held = offerings[code]
        assert held["held"]
        for party, seats in held["seats"].items():
            assert sum(one[:2] == (code, party) for one in people) <= seats, (code, party)
    assert {one["course"] for one in training["instruments"]} <= {one["code"] for one in training["courses"]}
    for one in training["instruments"]:
        for item in one["items"]:
            assert len(item["options"]["ar"]) == len(item["options"]["en"]) >= item["right"]


def test_message_houses_rest_on_what_is_there() -> None:
    figures, texts = {figure["id"] for figure in records("figures.yaml")}, codes("texts.yaml")
    themes = {f"threat_{theme['code']}" for theme in records("themes.csv")}
    for house in records("messages.yaml"):
        assert house["by"] in ACCOUNTS
        assert house["theme"] in themes
        assert set(house["areas"]) <= AREAS | themes
        assert set(house["parties"]) <= set(house["audience"]) <= PARTIES
        assert house["series"] in codes("series.yaml")
        lines = {line["code"] for line in house["lines"]}
        assert 3 <= len(lines) <= 5
        for line in house["lines"]:
            assert line["figures"] or line["commitments"] or line["texts"], line["code"]
            assert set(line["figures"]) <= figures
            assert set(line["commitments"]) <= COMMITMENTS.keys()
            assert set(line["texts"]) <= texts
            assert ARABIC.search(line["ar"])
            assert not ARABIC.search(line["en"])
        for answer in house["answers"]:
            assert ACCOUNTS[answer["by"]]["party"] in house["parties"]
            assert bool(answer["reserves"]) == bool(answer["words"])
            assert answer["reserves"] is None or answer["reserves"] in lines


def test_fact_sheets_hold_figures_that_are_facts() -> None:
    figures = {figure["id"] for figure in records("figures.yaml")}
    for sheet in records("factsheets.yaml"):
        assert sheet["by"] in ACCOUNTS
        assert {entry["figure"] for entry in sheet["figures"]} <= figures
        assert {entry["area"] for entry in sheet["figures"]} <= AREAS | {None}
