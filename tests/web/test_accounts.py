"""Accounts: who manages them, first passwords, closing with what is handed over, deputies, keys for programs."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from mithaq.access.models import Account
from mithaq.access.operations import holder_of, viewer_named
from mithaq.access.reads import me, tokens
from mithaq.access.viewer import Viewer
from mithaq.core.errors import Refused
from mithaq.followup.reads import action_page
from tests.cast import BADER, HESSA, LAYLA, RASHID, SALIM
from tests.make import make_action, make_commitment
from tests.web.door import page, queries, signed_in, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("house")]

NEW = {
    **{"username": "noura", "email": "noura@example.org", "name_ar": "نورة", "name_en": "Noura", "party": "KWT"},
    **{"level": "RESTRICTED", "roles": ["mission_officer"], "language": "ar"},
}
SECRET = re.compile(r"mthq_[0-9a-f]{64}")


def test_only_those_who_manage_accounts_see_them() -> None:
    shown = words(signed_in(LAYLA).get("/accounts/"))
    assert ("راشد" in shown, "رئيس البعثة" in shown) == (True, True)
    for place in ("/accounts/", "/accounts/add/", "/accounts/hessa/close/", "/act/hessa/account-secret/"):
        assert signed_in(RASHID).get(place).status_code == 403, place
        assert signed_in(LAYLA).delete(place).status_code == 405, place
    assert signed_in(LAYLA).get("/accounts/nobody/close/").status_code == 404
    assert 'href="/accounts/"' in page(signed_in(LAYLA).get("/"))
    assert 'href="/accounts/"' not in page(signed_in(RASHID).get("/"))


def test_the_list_is_by_party_and_asks_as_often_for_three() -> None:
    client = signed_in(LAYLA)
    only = page(client.get("/accounts/?party=KWT"))
    assert ('id="of-KWT"' in only, 'id="of-QAT"' in only) == (True, False)
    one = queries(client, "/accounts/?party=KWT")
    for name in ("noura", "badr"):
        client.post("/accounts/add/", {**NEW, "username": name, "deputy": "bader"})
    client.get("/accounts/")  # says what was done
    assert queries(client, "/accounts/?party=KWT") == one


def test_an_account_is_added_gets_a_password_and_comes_in() -> None:
    client = signed_in(LAYLA)
    assert client.post("/accounts/add/", NEW).headers["Location"] == "/accounts/"
    assert viewer_named("noura").party == "KWT"
    assert "بلا كلمة مرور بعد" in words(client.get("/accounts/"))
    wrong = client.post("/accounts/add/", {**NEW, "username": "other", "roles": []})
    assert (wrong.status_code, 'value="other"' in page(wrong)) == (400, True)
    short = client.post("/act/noura/account-secret/", {"secret": "short"})
    assert (short.status_code, 'id="id_secret_error"' in page(short)) == (400, True)
    client.post("/act/noura/account-secret/", {"secret": "a long first password"})
    assert Client().login(username="noura", password="a long first password")


def focal(action: str) -> str:
    """The account of the focal point; empty for nobody."""
    shown = action_page(LAYLA, action=action).row.focal
    return shown.account if shown else ""


def close(viewer: Viewer, account: str, **fields: Any) -> Any:
    """Send the form that closes an account."""
    return signed_in(viewer).post(f"/accounts/{account}/close/", {"reason": "انتقل", **fields})


def test_who_leaves_hands_over_what_they_are_the_focal_point_of() -> None:
    action = make_action(make_commitment(), focal="hessa")
    form = words(signed_in(LAYLA).get("/accounts/hessa/close/"))
    assert "One test before" in form
    assert "راشد" in form
    assert "بدر" not in form.partition("من يتسلّم")[2], "only colleagues take over"
    assert close(LAYLA, "hessa", to="bader").status_code == 400
    assert Account.objects.get(username="hessa").is_active
    without = close(LAYLA, "hessa", to="rashid", reason="")
    assert (without.status_code, 'value="rashid" selected' in page(without)) == (400, True)
    assert focal(action) == "hessa", "nothing was handed over without a reason"
    assert close(LAYLA, "hessa", to="rashid").headers["Location"] == "/accounts/"
    assert focal(action) == "rashid"
    with pytest.raises(Refused):
        viewer_named("hessa")


def test_nobody_closes_the_account_they_use() -> None:
    assert close(LAYLA, "layla").status_code == 403
    assert 'href="/accounts/layla/close/"' not in page(signed_in(LAYLA).get("/accounts/"))


def test_a_deputy_is_a_colleague() -> None:
    client = signed_in(HESSA)
    shown = page(client.get("/preferences/"))
    assert ('value="rashid"' in shown, 'value="bader"' in shown) == (True, False)
    assert client.post("/preferences/deputy/", {"deputy": "rashid"}).headers["Location"] == "/preferences/"
    assert me(HESSA).deputy == "rashid"
    assert 'value="rashid" selected' in page(client.get("/preferences/"))
    assert client.post("/preferences/deputy/", {"deputy": "bader"}).status_code == 400
    assert client.get("/preferences/deputy/").status_code == 405


def test_a_key_is_shown_once_works_and_is_revoked() -> None:
    client = signed_in(SALIM)
    answer = client.post("/preferences/tokens/", {"name": "sheet", "days": "30"})
    (secret,) = set(SECRET.findall(page(answer)))
    assert holder_of(secret).account == "salim"
    assert not SECRET.search(page(client.get("/preferences/tokens/"))), "never again"
    again = client.post("/preferences/tokens/", {"name": "sheet", "days": "30"})
    assert (set(SECRET.findall(page(again))), len(tokens(SALIM))) == ({secret}, 1), "the same page sent twice"
    (token,) = tokens(SALIM)
    place = f"/preferences/tokens/{token.public_id}/revoke/"
    assert client.get(place).status_code == 405
    assert signed_in(BADER).post(place).status_code == 404
    assert client.post(place).status_code == 302
    with pytest.raises(Refused):
        holder_of(secret)


def test_a_key_needs_a_name_and_an_end() -> None:
    answer = signed_in(SALIM).post("/preferences/tokens/", {"name": "", "days": "9999"})
    assert (answer.status_code, 'id="id_name_error"' in page(answer), 'value="9999"' in page(answer)) == (
        400,
        True,
        True,
    )
    assert not tokens(SALIM)
