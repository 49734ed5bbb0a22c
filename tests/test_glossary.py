"""The glossary is whole: each row has both languages, and each code that pages show in words has a row."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mithaq.access.markings import Caveat, Level
from mithaq.access.models import StatusClaim
from mithaq.access.roles import ROLES
from mithaq.followup.models import Progress
from mithaq.proposals.models import Proposal
from mithaq.register.commitments.models import Acceptance, Commitment
from mithaq.register.commitments.states import State
from mithaq.register.consultations.models import Correction, Idea, Minutes, MinutesText, Outcome, Position
from mithaq.register.outreach.models import FactSheet
from mithaq.register.outreach.models import Stand as LineStand
from mithaq.register.outreach.models.houses import State as HouseState
from mithaq.register.programmes.models import AreaClaim

GLOSSARY = Path(__file__).parents[1] / "docs" / "glossary.md"
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in GLOSSARY.read_text(encoding="utf-8").splitlines()
    if line.startswith("|") and not line.startswith(("| ---", "| English"))
]
CODES = {code for row in ROWS for code in re.findall(r"`(\w+)`", row[0])}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_a_row_says_it_in_both_languages(row: list[str]) -> None:
    word, arabic, meaning, arabic_meaning = row
    assert word
    assert re.search(r"[\u0621-\u064a]", arabic)
    assert not re.search(r"[A-Za-z]", arabic + arabic_meaning)
    assert meaning.endswith(".")
    assert arabic_meaning.endswith((".", "؟"))


@pytest.mark.parametrize(
    "codes",
    [
        [level.name for level in Level],
        list(Caveat),
        list(ROLES),
        *(choices.values for choices in (State, Commitment.Kind, Acceptance.Stand, StatusClaim.Status)),
        *(choices.values for choices in (Proposal.State, Progress.State, AreaClaim.Mode)),
        *(choices.values for choices in (Minutes.State, MinutesText.How, Correction.State, Outcome.Kind)),
        *(choices.values for choices in (Idea.State, Position.Stance, HouseState, LineStand.Answer, FactSheet.State)),
    ],
    ids=lambda codes: codes[0],
)
def test_every_code_shown_in_words_has_a_row(codes: list[str]) -> None:
    assert set(codes) <= CODES


def test_each_word_of_the_house_has_a_row() -> None:
    words = {re.sub(r" `\w+`", "", row[0]) for row in ROWS}
    assert words >= {
        *("Initiative", "Party", "Mission", "Post", "Person", "Tenure", "Account", "Label", "Document", "Passage"),
        *("Citation", "Finding", "Proposal", "Commitment", "Action", "Series", "Meeting", "Activity", "Course"),
        *("Offering", "Programme", "Goal", "Lesson", "Brief", "Warning", "Line", "Statement", "Figure", "Journal"),
    }
