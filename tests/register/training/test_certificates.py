"""Certificates: issued to who completed, verified by another's library, refused when tampered with or revoked, sealed to all
who do not hold their link."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings
from openbadgeslib.ob3 import OB3VerificationError, OB3Verifier, check_credential_status

from mithaq.access.viewer import acting_as
from mithaq.core import clock
from mithaq.core.errors import Absent, Conflict, Problem, Refused
from mithaq.papers.report import Facts
from mithaq.papers.typeset import pages_of, pdf
from mithaq.register.activities import operations as activities
from mithaq.register.training import operations as training
from mithaq.register.training.badges import PLACES, issuer_of, read_badge, revoked_list
from mithaq.register.training.certificate_paper import certificate_paper
from mithaq.register.training.models import Proof
from mithaq.register.training.reads import certificate_list, certificate_page, issuer, revoked, verify
from mithaq.register.training.sealing import place_of, seal, signing_key, unseal
from tests.cast import BADER, DANA, HESSA, LAYLA, PUBLIC, RASHID, SALIM
from tests.kept import kept
from tests.make import make_house, make_nomination, make_offering

pytestmark = pytest.mark.django_db
AFTER = datetime(2025, 3, 19, 8, tzinfo=UTC)


@pytest.fixture(autouse=True)
def house(db: None) -> Iterator[None]:
    kept(make_house)
    with clock.stopped_at(datetime(2024, 12, 1, 8, tzinfo=UTC)):
        yield


def make_completed(result: str = "completed", **fields: Any) -> tuple[str, str]:
    """An offering with somebody of Qatar's for whom it ended so; both ids."""
    activity = make_offering(seats={"QAT": 3}, begins="2025-03-14", ends="2025-03-18")
    nomination = make_nomination(activity, name_ar="نورة الكواري", **fields)
    activities.accept(DANA, nomination=nomination, version=2)
    with clock.stopped_at(AFTER):
        activities.note_participation(DANA, nomination=nomination, version=3, result=result)
    return activity, nomination


def make_certificate() -> tuple[str, str]:
    """A certificate and its link."""
    activity, nomination = make_completed()
    with clock.stopped_at(AFTER):
        made = training.issue_certificate(DANA, nomination=nomination).public_id
    return made, certificate_list(DANA, activity=activity)[0].link


def revoke(certificate: str, **given: Any) -> None:
    with clock.stopped_at(AFTER):
        training.revoke_certificate(DANA, certificate=certificate, **{"version": 1, "reason": "By mistake", **given})


def list_at(at: datetime) -> bytes:
    with clock.stopped_at(at):
        return revoked(PUBLIC).encode()


def test_the_link_says_what_the_certificate_says_and_no_more() -> None:
    _, link = make_certificate()
    said = verify(PUBLIC, link=link)
    assert (said.name.ar, said.name.en, said.title.en) == ("نورة الكواري", "Noura Al-Kuwari", "Energy security")
    assert (said.code, said.begins, said.ends, said.revoked) == ("RC-101", "2025-03-14", "2025-03-18", False)
    assert [one.en for one in said.objectives] == ["Describe the threats", "Make a plan"]
    for other in (link[:-1] + ("A" if link[-1] != "A" else "B"), "a" * 43, ""):
        with pytest.raises(Absent):
            verify(LAYLA, link=other)


def test_nobody_without_the_link_reads_the_name() -> None:
    certificate, link = make_certificate()
    with acting_as(PUBLIC):
        (row,) = Proof.objects.values()
    told = json.dumps(row, default=str)
    assert not any(word in told for word in (link, "Noura", "نورة", "QAT", certificate))
    for viewer in (BADER, SALIM, PUBLIC, LAYLA):
        with pytest.raises(Absent):
            certificate_page(viewer, certificate=certificate)
    assert certificate_page(RASHID, certificate=certificate).name.en == "Noura Al-Kuwari"
    assert certificate_page(HESSA, certificate=certificate).may == ()
    handles_none = replace(RASHID, clearance=replace(RASHID.clearance, personal=False))
    with pytest.raises(Absent):
        certificate_page(handles_none, certificate=certificate)


def test_another_library_verifies_the_badge_without_asking_anybody() -> None:
    _, link = make_certificate()
    token = verify(PUBLIC, link=link).badge
    with clock.stopped_at(AFTER):
        who = issuer(PUBLIC)
    credential = OB3Verifier.for_issuer_did(who).verify(token)
    assert credential.issuer.id == who == issuer_of(signing_key())
    assert "Noura" not in token
    assert "نورة" not in json.dumps(jwt.decode(token, options={"verify_signature": False}), ensure_ascii=False)
    assert credential.achievement.name == "Energy security"


def test_the_holder_shows_that_the_badge_is_theirs() -> None:
    _, link = make_certificate()
    said = read_badge(verify(PUBLIC, link=link).badge, signing_key().public_key())
    (identity,) = said["credentialSubject"]["identifier"]
    expected = sha256(("Noura Al-Kuwari" + identity["salt"]).encode()).hexdigest()
    assert identity["identityHash"] == f"sha256${expected}"


@pytest.mark.parametrize("field", ["name", "validFrom", "iss"])
def test_a_badge_that_was_changed_is_refused(field: str) -> None:
    _, link = make_certificate()
    head, body, signature = verify(PUBLIC, link=link).badge.split(".")
    said = json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))
    said[field] = "Another"
    forged = base64.urlsafe_b64encode(json.dumps(said).encode()).decode().rstrip("=")
    token = f"{head}.{forged}.{signature}"
    with pytest.raises(OB3VerificationError):
        OB3Verifier.for_issuer_did(issuer(PUBLIC)).verify(token)
    with pytest.raises(jwt.InvalidTokenError):
        read_badge(token, signing_key().public_key())


def test_a_badge_of_another_key_is_refused() -> None:
    _, link = make_certificate()
    token = verify(PUBLIC, link=link).badge
    other = Ed25519PrivateKey.generate()
    with pytest.raises(OB3VerificationError):
        OB3Verifier.for_issuer_did(issuer_of(other)).verify(token)
    with pytest.raises(jwt.InvalidTokenError):
        read_badge(token, other.public_key())


def test_a_revoked_badge_is_refused_and_others_are_not() -> None:
    certificate, link = make_certificate()
    token = verify(PUBLIC, link=link).badge
    now = datetime.now(UTC).replace(microsecond=0) - timedelta(minutes=1)
    verifier = OB3Verifier.for_issuer_did(issuer(PUBLIC))
    credential = verifier.verify(token)
    fetched: list[str] = []

    def fetch(address: str) -> bytes:
        fetched.append(address)
        return list_at(now)

    check_credential_status(credential, fetch, verify_list=True)
    revoke(certificate)
    with pytest.raises(OB3VerificationError):
        check_credential_status(credential, fetch, verify_list=True)
    assert fetched == [f"{settings.SITE_ADDRESS}/badges/revoked"] * 2
    said = verify(PUBLIC, link=link)
    assert said.revoked
    assert certificate_page(HESSA, certificate=certificate).reason == "By mistake"


def test_an_old_list_passes_for_a_week() -> None:
    make_certificate()
    token = list_at(AFTER).decode()
    said = jwt.decode(token, options={"verify_signature": False})
    assert (said["validFrom"], said["validUntil"]) == ("2025-03-19T08:00:00Z", "2025-03-26T08:00:00Z")
    assert list_at(AFTER).decode() == token
    assert len(revoked_list(signing_key(), "https://x", range(0, PLACES, 2), AFTER)) < 4_000


def test_only_who_completed_gets_one_and_only_one() -> None:
    _, nomination = make_completed("part")
    with pytest.raises(Problem) as problem:
        training.issue_certificate(DANA, nomination=nomination)
    assert problem.value.code == "not_completed"


def test_a_second_one_only_after_the_first_was_revoked() -> None:
    activity, nomination = make_completed()
    training.issue_certificate(DANA, nomination=nomination)
    with pytest.raises(Problem) as problem:
        training.issue_certificate(DANA, nomination=nomination)
    assert problem.value.code == "issued"
    first = certificate_list(DANA, activity=activity)[0]
    revoke(first.public_id)
    with pytest.raises(Problem):
        revoke(first.public_id)
    training.issue_certificate(DANA, nomination=nomination)
    assert len({one.link for one in certificate_list(RASHID, activity=activity)}) == 2


def test_only_the_centre_issues_and_revokes() -> None:
    activity, nomination = make_completed()
    for viewer in (HESSA, RASHID, LAYLA, SALIM, PUBLIC):
        with pytest.raises(Refused):
            training.issue_certificate(viewer, nomination=nomination)
    training.issue_certificate(DANA, nomination=nomination)
    certificate = certificate_list(HESSA, activity=activity)[0].public_id
    with pytest.raises(Refused):
        training.revoke_certificate(HESSA, certificate=certificate, version=1, reason="x")
    with pytest.raises(Conflict):
        revoke(certificate, version=2)
    with pytest.raises(Absent):
        revoke("a" * 22)
    assert certificate_list(BADER, activity=activity) == ()


def test_the_paper_is_in_both_languages_and_the_same_each_time() -> None:
    _, link = make_certificate()
    paper = certificate_paper(verify(PUBLIC, link=link))
    assert (paper.title, paper.subtitle) == ("أمن الطاقة", "Energy security")
    said = [dict(block.pairs) for block in paper.blocks if isinstance(block, Facts)]
    address = f"{settings.SITE_ADDRESS}/verify/{link}/"
    assert [
        one[name] for one, name in zip(said, ("التحقق من هذه الشهادة", "Verify this certificate"), strict=True)
    ] == [address] * 2
    made = pdf(paper)
    assert made.startswith(b"%PDF")
    assert pages_of(made) == 1
    assert made == pdf(certificate_paper(verify(PUBLIC, link=link)))


def test_the_key_is_kept_by_its_owner_alone() -> None:
    signing_key()
    kept = Path(settings.HOME) / "badges.key"
    assert kept.stat().st_mode & 0o077 == 0


def test_a_seal_opens_with_its_own_link_alone() -> None:
    sealed = seal("one", {"name": "x"})
    assert unseal("one", sealed) == {"name": "x"}
    with pytest.raises(Absent):
        unseal("other", sealed)
    assert {place_of("one", attempt, PLACES) for attempt in range(3)} != {place_of("one", 0, PLACES)}
