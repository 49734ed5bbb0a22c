"""The API is the registry: same permissions, same checks, same words."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from pytest_django import Settings

from mithaq.access.models import Account, ApiToken
from mithaq.access.operation import OPERATIONS, READS
from mithaq.access.operations import digest, issue_token, new_secret
from mithaq.access.viewer import Viewer
from mithaq.core import clock
from tests.cast import HESSA, LAYLA, SALIM, account

pytestmark = pytest.mark.django_db


def make_token(viewer: Viewer) -> str:
    """A token of this member of the cast."""
    account(viewer)
    secret = new_secret()
    issue_token(viewer, name="test", days=30, digest=digest(secret))
    return secret


def ask(viewer: Viewer | str, path: str, body: Any = None, **headers: str) -> Any:
    """GET, or POST if there is a body, as this viewer or with this token; the language is English."""
    secret = viewer if isinstance(viewer, str) else make_token(viewer)
    headers = {"Authorization": f"Bearer {secret}", "Accept-Language": "en", **headers}
    client = Client(headers=headers)
    if body is None:
        return client.get(f"/api/v1/{path}")
    return client.post(f"/api/v1/{path}", json.dumps(body), content_type="application/json")


def test_a_read_answers_with_its_shape() -> None:
    answer = ask(HESSA, "access/me")
    assert answer.status_code == 200, answer.content
    assert answer.json()["party"] == "QAT"
    assert answer.json()["name"] == {"ar": "حصة", "en": "Hessa"}


def test_an_operation_runs_with_the_rights_of_the_account() -> None:
    new: dict[str, Any] = {
        "username": "noor",
        "email": "noor@example.org",
        "name_ar": "نور",
        "name_en": "Noor",
        "level": "OFFICIAL",
    }
    new |= {"roles": ["observer"], "language": "ar"}
    assert ask(LAYLA, "accounts/add", new).json() == {"public_id": ""}
    assert Account.objects.get(username="noor").roles == ("observer",)
    refused = ask(SALIM, "accounts/add", new)
    assert refused.status_code == 403
    assert refused["Content-Type"] == "application/problem+json"
    assert refused.json()["code"] == "refused"


def test_errors_come_by_field_in_the_language_asked_for() -> None:
    english = ask(HESSA, "views/save", {"page": "commitments"})
    assert english.status_code == 400
    assert english.json()["errors"]["name"][0] == {"code": "required", "message": "This field is required."}
    arabic = ask(HESSA, "views/save", {"page": "commitments"}, **{"Accept-Language": "ar"})
    assert arabic.json()["errors"]["name"][0]["message"] == "هذا الحقل مطلوب."


@pytest.mark.parametrize("path", ["views/save", "access/parties?colour=red"])
def test_unknown_fields_are_refused(path: str) -> None:
    body = {"page": "c", "name": "n", "colour": "red"} if path == "views/save" else None
    answer = ask(HESSA, path, body)
    assert answer.status_code == 400
    assert list(answer.json()["errors"]) == ["colour"]


def test_the_same_key_again_does_nothing() -> None:
    secret = make_token(HESSA)
    body = {"page": "commitments", "name": "late"}
    first, again = (ask(secret, "views/save", body, **{"Idempotency-Key": "k1"}).json() for _ in range(2))
    assert first == again
    assert len(ask(secret, "views/list?page=commitments").json()) == 1


def test_a_token_dies_with_its_account_its_time_and_its_revocation() -> None:
    secret = make_token(HESSA)
    assert ask(secret, "access/me").status_code == 200
    ApiToken.objects.update(expires_at=clock.now() - timedelta(days=1))
    assert ask(secret, "access/me").status_code == 403
    ApiToken.objects.update(expires_at=clock.now() + timedelta(days=1))
    Account.objects.filter(username="hessa").update(is_active=False)
    assert ask(secret, "access/me").json()["code"] == "token"


def test_without_a_token_nothing() -> None:
    answer = Client(headers={"Accept-Language": "en"}).get("/api/v1/access/me")
    assert (answer.status_code, answer.json()["code"]) == (401, "token")


def test_a_body_that_is_no_json_is_said_so() -> None:
    client = Client(headers={"Authorization": f"Bearer {make_token(HESSA)}", "Accept-Language": "en"})
    answer = client.post("/api/v1/views/save", "{", content_type="application/json")
    assert (answer.status_code, answer.json()["code"]) == (400, "json")


def test_a_body_that_is_larger_than_is_taken_says_the_limit(settings: Settings) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
    body = {"text": "word " * 300_000, "level": "PUBLIC"}
    answer = ask(LAYLA, "proposals/take_in", body)
    assert (answer.status_code, answer["Content-Type"]) == (413, "application/problem+json")
    assert (answer.json()["code"], answer.json()["status"]) == ("too_much", 413)
    assert "larger than 1 MB" in answer.json()["title"]
    assert "1 ميغابايت" in ask(LAYLA, "proposals/take_in", body, **{"Accept-Language": "ar"}).json()["title"]
    assert ask(LAYLA, "archive/list").json()["entries"] == []


def test_the_wrong_method_is_refused() -> None:
    assert ask(HESSA, "access/me", {}).status_code == 405


def test_the_document_holds_every_read_and_operation() -> None:
    document = Client().get("/api/v1/openapi.json").json()
    assert document["openapi"].startswith("3.1")
    named = {act["operationId"] for path in document["paths"].values() for act in path.values()}
    assert named == set(READS) | set(OPERATIONS)
    required = document["components"]["schemas"]["ViewsSave"]["required"]
    assert sorted(required) == ["name", "page"]
