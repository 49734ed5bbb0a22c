"""A sentence cut into runs is the sentence, and each finding covers its own words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mithaq.proposals.runs import Over, Run, runs_of

TEXT = "دعا راشد قطر إلى آلية"
SPANS = st.tuples(st.integers(0, 30), st.integers(1, 12)).map(lambda pair: (pair[0], pair[0] + pair[1]))


def test_findings_lie_over_one_another_the_longest_first() -> None:
    person, party = Over(4, 12, "person", 1, "waiting"), Over(9, 12, "party", value="QAT")
    runs = list(runs_of(TEXT, 0, len(TEXT), [party, person]))
    assert [(run.text, [mark.kind for mark in run.marks]) for run in runs] == [
        ("دعا ", []),
        ("راشد ", ["person"]),
        ("قطر", ["person", "party"]),
        (" إلى آلية", []),
    ]
    assert [(m.first, m.last) for run in runs for m in run.marks] == [(True, False), (False, True), (True, True)]


def test_a_sentence_without_findings_is_one_run() -> None:
    assert list(runs_of(TEXT, 4, 8, [])) == [Run("راشد", ())]


@given(st.lists(SPANS, max_size=6), SPANS)
def test_the_runs_joined_are_the_sentence_and_marks_the_findings(
    spans: list[tuple[int, int]], sentence: tuple[int, int]
) -> None:
    text = "".join(chr(0x627 + n % 30) for n in range(45))
    start, end = sentence
    over = [Over(a, b, "figure", number) for number, (a, b) in enumerate(spans, 1)]
    runs = list(runs_of(text, start, end, over))
    assert "".join(run.text for run in runs) == text[start:end]
    for number, (a, b) in enumerate(spans, 1):
        covered = [run for run in runs if any(mark.number == number for mark in run.marks)]
        assert "".join(run.text for run in covered) == text[max(a, start) : min(b, end)]
        edges = [mark for run in covered for mark in run.marks if mark.number == number]
        assert sum(mark.first for mark in edges) == sum(mark.last for mark in edges) == bool(covered)
