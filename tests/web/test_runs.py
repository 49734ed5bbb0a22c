"""The pages of runs and releases, for those who make them, who are asked, and who read them."""

from __future__ import annotations

import json
import re
import secrets
from datetime import UTC, datetime
from unittest.mock import patch

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.reviews.runs.reads import ledger, releases_asked
from tests.cast import BADER, DANA, HESSA, LAYLA, RASHID, SALIM
from tests.kept import kept
from tests.make import make_house, make_measured, make_offering, make_release, make_results, make_run
from tests.web.door import signed_in

pytestmark = pytest.mark.django_db
CSRF = re.compile(rb'(?:csrfmiddlewaretoken|once)" value="[^"]*"|(?i:"x-csrftoken": "[^"]*")')


class Counted:
    """Public ids in their order, the same each time."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, _length: int = 16) -> str:
        self.count += 1
        return f"v{self.count:021}"


@pytest.fixture(autouse=True)
def house() -> None:
    kept(make_house)


def client_of(viewer: Viewer) -> Client:
    """A browser in which this viewer is signed in, in English."""
    return signed_in(viewer, "en")


def text(client: Client, route: str, *args: str) -> str:
    """The page, which there is."""
    answer = client.get(reverse(route, args=args))
    assert answer.status_code == 200
    return answer.content.decode()


def test_runs_and_releases_are_listed_with_what_one_is_asked() -> None:
    make_measured()
    run = make_run()
    release = make_release(run, issue=False)
    makers = text(client_of(DANA), "runs")
    assert reverse("run", args=[run]) in makers
    assert reverse("release", args=[release]) in makers
    asked = text(client_of(RASHID), "runs")
    assert reverse("run", args=[run]) not in asked
    assert reverse("release", args=[release]) not in asked
    (consent,) = releases_asked(RASHID)
    assert reverse("consent", args=[consent.public_id]) in asked
    assert "No release here" in text(client_of(SALIM), "runs")


def test_how_a_run_was_made_and_making_it_again() -> None:
    make_measured()
    run, client = make_run(), client_of(DANA)
    assert "Hash of the data" in text(client, "run-made", run)
    answer = client.post(reverse("act", args=[run, "run-check"]), {})
    assert answer.status_code == 302
    assert "The same to the last byte" in text(client, "run-made", run)
    assert client_of(HESSA).get(reverse("run-made", args=[run])).status_code == 404


def test_from_the_proposal_over_consent_to_the_issued_release() -> None:
    make_measured()
    run, client = make_run(), client_of(DANA)
    given = {"title_en": "Energy courses", "level": "OFFICIAL", "audience": ["QAT", "SEC"], "threshold": "5"}
    answer = client.post(reverse("act", args=[run, "run-release"]), given)
    assert answer.status_code == 302, answer.content.decode()[-3000:]
    (consent,) = releases_asked(RASHID)
    own = client_of(RASHID)
    assert "What others would see of it at most" in text(own, "consent", consent.public_id)
    assert own.post(reverse("act", args=[consent.public_id, "consent-agree"]), {"version": "1"}).status_code == 302
    assert "Agreed" in text(own, "consent", consent.public_id)
    release = client.get(reverse("runs")).context["releases"].entries[0].public_id
    assert client.post(reverse("act", args=[release, "release-issue"]), {"version": "1"}).status_code == 302
    page = text(client_of(LAYLA), "release", release)
    assert "Energy courses" in page
    assert "Worked out" in page
    given = {"version": "2", "reason": "A mistake"}
    assert client.post(reverse("act", args=[release, "release-withdraw"]), given).status_code == 302
    assert "This release was withdrawn" in text(client_of(LAYLA), "release", release)


def test_declining_asks_for_a_reason() -> None:
    make_measured()
    make_release(make_run(), issue=False)
    (consent,) = releases_asked(BADER)
    client, place = client_of(BADER), reverse("act", args=[consent.public_id, "consent-decline"])
    assert client.post(place, {"version": "1"}).status_code == 400
    assert client.post(place, {"version": 1, "reason": "Too early"}).status_code == 302
    assert "Too early" in text(client, "consent", consent.public_id)


def test_a_run_and_a_release_as_files() -> None:
    make_measured()
    run = make_run()
    release = make_release(run, RASHID, BADER)
    client = client_of(DANA)
    whole = json.loads(client.get(reverse("run-data", args=[run, "json"])).content)
    assert whole["content"]["report"]["courses"]
    rows = b"".join(client.get(reverse("run-data", args=[run, "csv"])).streaming_content).decode()  # type: ignore[attr-defined]
    assert "RC-201" in rows
    told = json.loads(client_of(LAYLA).get(reverse("release-data", args=[release, "json"])).content)
    assert told["attack"]["recovered"] == 0
    assert "pairs" not in json.dumps(told)
    table = b"".join(client_of(LAYLA).get(reverse("release-data", args=[release, "csv"])).streaming_content).decode()  # type: ignore[attr-defined]
    assert "training_education" in table
    for viewer, page, thing, ref in (
        (DANA, "run-data", run, whole["ref"]),
        (LAYLA, "release-data", release, told["ref"]),
    ):
        for format in ("json", "csv"):
            name = client_of(viewer).get(reverse(page, args=[thing, format]))["Content-Disposition"]
            assert name == f'attachment; filename="mithaq-{ref}.{format}"', "named as people name it"
    assert client.get(reverse("run-data", args=[run, "exe"])).status_code == 404
    assert client_of(LAYLA).get(reverse("run-data", args=[run, "json"])).status_code == 404


def told_before_release(viewer: Viewer, gain: int) -> dict[str, bytes]:
    """All that this viewer is answered at pages of training while Kuwait's people, of whom it may see nothing, gained so much
    and a release is proposed; then all is undone."""
    found: dict[str, bytes] = {}
    mark = transaction.savepoint()
    with patch.object(secrets, "token_urlsafe", Counted()), clock.stopped_at(datetime(2026, 10, 1, 8, tzinfo=UTC)):
        (course,) = make_measured()
        offering = make_offering(course, begins="2026-02-01", ends="2026-02-05")
        make_results(offering, *(("KWT", f"P{30 + at}", 20.0 + at, 20.0 + at + gain + at % 3) for at in range(9)))
        run = make_run()
        release = make_release(run, issue=False)
        consents = [one.public_id for one in releases_asked(RASHID)]
        pages = [("runs",), ("releases",), ("catalogue",), ("course", course), ("activity", offering), ("party", "KWT")]
        pages += [(name, run) for name in ("run", "run-made")] + [("release", release), ("release-report", release)]
        client = signed_in(viewer)
        for name, *args in [*pages, ("run-data", run, "json"), *(("consent", one) for one in consents)]:
            answer = client.get(reverse(name, args=args))
            found[f"{name} {args}"] = f"{answer.status_code}".encode() + CSRF.sub(b"", answer.content)
        found["ledger"] = repr(ledger(viewer, party="KWT")).encode()
    transaction.savepoint_rollback(mark)
    return found


@pytest.mark.parametrize("viewer", [RASHID, HESSA, SALIM], ids=lambda one: one.account)
def test_before_a_release_others_are_told_nothing_of_a_party(viewer: Viewer) -> None:
    low, high = told_before_release(viewer, 2), told_before_release(viewer, 40)
    assert [name for name in low if low[name] != high[name]] == []


def test_there_was_something_to_tell() -> None:
    low, high = told_before_release(DANA, 2), told_before_release(DANA, 40)
    assert {name.split()[0] for name in low if low[name] != high[name]} >= {"run", "run-data", "ledger"}
