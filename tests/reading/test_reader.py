"""The whole reader: spans that quote, the same reading every time, rules that are explained, the scores of the dev set."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mithaq.reading import reader
from mithaq.reading.lexicon import Entry, Lexicon, lexicon
from mithaq.reading.page import Page

SETS = Path(__file__).parents[3] / "shared" / "reading"
PIECES = (
    "أكد سعادة الشيخ راشد بن سالم الكعبي وزير الخارجية القطري أمس", "قَطَــر", "حلف شمال الأطلسي (الناتو)", "و\u200fالكويت\u00a0",
    "يومي 3 و4 مايو ٢٠١٦", "28 صفر 1445هـ", "ثلاثمئة مشارك", "NATO Secretary General Johan Karlsen met", "May 5, 2014", "$5 billion",
    "دعا إلى", "أهمية التعاون", ".", "،", "\n", "\n\n", "  ", '"', "(", "؟", "في", "الاجتماع الثالث", "\u202b", "ً",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join)


def spans(reading: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for kind in ("dates", "parties", "people", "figures"):
        yield from reading[kind]


@settings(deadline=None, max_examples=60)
@given(TEXTS)
def test_what_is_quoted_stands_there(text: str) -> None:
    reading = reader.read(text, published="2016-11-20").as_dict()
    for found in spans(reading):
        assert text[found["start"] : found["end"]] == found["text"]
        assert found["text"].strip()
    ends = [0, *(end for _, end in reading["sentences"])]
    assert all(end <= start < last for end, (start, last) in zip(ends, reading["sentences"], strict=False))
    for kind in ("statements", "commitments"):
        assert all(0 <= found["start"] < found["end"] <= len(text) for found in reading[kind])


@settings(deadline=None, max_examples=20)
@given(TEXTS)
def test_findings_are_in_order_and_the_same_every_time(text: str) -> None:
    first, second = (json.dumps(reader.read(text, published="2016-11-20").as_dict()) for _ in range(2))
    assert first == second
    reading = json.loads(first)
    for kind in ("dates", "parties", "people", "figures"):
        starts = [found["start"] for found in reading[kind]]
        assert starts == sorted(starts)


def test_nothing_and_blanks_are_read_as_nothing() -> None:
    for text in ("", "\n \n", "•", "\ufeff"):
        assert reader.read(text).as_dict()["sentences"] == []


def test_rules_are_explained_in_both_languages() -> None:
    rules = Path(reader.__file__).parent / "rules.csv"
    rows = list(csv.DictReader(rules.read_text(encoding="utf-8").splitlines()))
    assert len({row["rule"] for row in rows}) == len(rows)
    assert all(row["ar"].strip() and row["en"].strip() for row in rows)
    text = "أكد وزير الخارجية القطري راشد الكعبي أمس أن 28 دولة منها الكويت في حلف الناتو. وأضاف 5% و$3 million ودورتين في مايو 2016."
    found = {finding["rule"] for finding in spans(reader.read(text, published="2016-11-20").as_dict())}
    assert found <= {row["rule"] for row in rows}


def test_every_layer_is_well_formed() -> None:
    folder = Path(reader.__file__).parent / "lexicons"
    for file in folder.glob("*/*.csv"):
        rows = list(csv.reader(file.read_text(encoding="utf-8").splitlines()))
        assert rows[0] == ["form", "kind", "code", "match"], file
        assert all(len(row) == 4 and row[0].strip() and row[1] for row in rows[1:]), file
        known = {"cased", "bare", "al", "stem", "quoted"}
        assert all(set(row[3].split()) <= known for row in rows[1:]), file
    assert lexicon("names") is lexicon("names")


def found_in(text: str, *entries: Entry) -> list[tuple[str, str, str]]:
    page = Page(text)
    hits = Lexicon(list(entries)).find(page.folded.text, page.folded.cased)
    return [(text[slice(*page.source(hit.start, hit.end))], hit.code, hit.clitic) for hit in hits]


def entry(form: str, code: str = "x", match: str = "") -> Entry:
    return Entry(form, "kind", code, frozenset(match.split()))


def test_clitics_are_understood_and_inner_words_are_not_found() -> None:
    assert found_in("وقطر وبقطر قطرات مقطر", entry("قطر")) == [("قطر", "x", "و"), ("قطر", "x", "وب")]
    assert found_in("للناتو وللناتو والناتو", entry("الناتو")) == [
        ("للناتو", "x", "لل"),
        ("للناتو", "x", "ولل"),
        ("الناتو", "x", "و"),
    ]


def test_the_longest_entry_wins_and_a_rejected_one_hides_nothing() -> None:
    entries = entry("مجلس التعاون", "short"), entry("مجلس التعاون الخليجي", "long")
    assert [code for _, code, _ in found_in("مجلس التعاون الخليجي", *entries)] == ["long"]
    assert [code for _, code, _ in found_in("مجلس التعاون الخليجية", *entries)] == ["short"]


def test_how_an_entry_may_stand() -> None:
    assert found_in("join us or the US, JOIN US", entry("US", match="cased")) == [("US", "x", ""), ("US", "x", "")]
    assert found_in("والأمر", entry("أمر", match="bare")) == []
    assert found_in("المدير والمدير", entry("مدير", match="al")) == [("المدير", "x", ""), ("المدير", "x", "و")]
    assert found_in("أكدوا أكدت أكدي", entry("أكد", match="stem")) == [
        ("أكدوا", "x", ""),
        ("أكدت", "x", ""),
        ("أكدي", "x", ""),
    ]
    assert found_in("urged, urges, urgent", entry("urge", match="stem")) == [("urged", "x", ""), ("urges", "x", "")]


@pytest.mark.skipif(not (SETS / "dev").is_dir(), reason="the reading sets are not beside this repository")
def test_the_dev_set_is_read_as_well_as_promised(tmp_path: Path) -> None:
    for gold in (SETS / "dev").glob("*.json"):
        given = json.loads(gold.read_text(encoding="utf-8"))
        text = gold.with_suffix(".txt").read_bytes().decode()
        reading = reader.read(text, language=given["language"], published=given["published"]).as_dict()
        (tmp_path / gold.name).write_text(json.dumps(reading, ensure_ascii=False), encoding="utf-8")
    command = [sys.executable, str(SETS / "score.py"), str(SETS / "dev"), str(tmp_path), "--json"]
    scores = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)["all"]
    for name, least in {"dates": 0.95, "parties": 0.95, "people": 0.85, "figures": 0.7, "sentences": 0.97}.items():
        assert scores[name]["f1"] >= least, name
