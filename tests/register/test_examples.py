"""Whatever the reader finds in the documents of the example can be accepted as it was read, and taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from mithaq.proposals.reads import reader
from mithaq.register.commitments import operations, reads
from tests.cast import HESSA, LAYLA
from tests.make import make_house, make_read_document

DOCUMENTS = sorted((Path(__file__).parents[2] / "examples" / "ici" / "documents").glob("*.txt"))

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_all_that_was_read_is_accepted_and_taken_back(path: Path) -> None:
    make_house()
    document = make_read_document(LAYLA, path.read_text(encoding="utf-8"), "QAT", "SEC", published="2026-10-15")
    found = reader(LAYLA, document=document).proposals
    previewed = reads.preview_many(LAYLA, document=document, proposals=",".join(p.public_id for p in found)).entries
    assert len(previewed) == len(found) > 3
    assert [entry.problem for entry in previewed if entry.problem] == []
    operations.accept_many(LAYLA, document=document, proposals=tuple(p.public_id for p in found))
    assert {p.state for p in reader(LAYLA, document=document).proposals} == {"accepted"}
    made = reads.commitment_list(HESSA).entries
    assert len(made) == sum(p.kind == "commitment" for p in found)
    assert all(row.cited and row.cited.quote == row.words for row in made)
    order = sorted(reader(LAYLA, document=document).proposals, key=lambda p: reads.ORDER.index(p.kind), reverse=True)
    for proposal in order:
        operations.undo(LAYLA, proposal=proposal.public_id, version=proposal.version)
    assert reads.commitment_list(LAYLA).entries == ()
