"""Language, look, sign-in, problems: what happens before any page."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlencode

import pytest
from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.mail import EmailMessage
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from pytest_django import Settings

from mithaq.access.models import Account
from mithaq.access.viewer import Viewer
from mithaq.archive.reads import document_list
from mithaq.core.errors import Conflict, Invalid
from mithaq.web.look import CHOICES, Look
from mithaq.web.middleware import Doorkeeper
from mithaq.web.toasts import toast, undo_of
from tests.cast import HESSA, LAYLA, account
from tests.make import make_house, make_parties, make_read_document

pytestmark = pytest.mark.django_db


def signed_in(viewer: Viewer = HESSA) -> Client:
    """A browser signed in as this person."""
    client = Client()
    client.force_login(account(viewer))
    return client


def text(answer: Any) -> str:
    """The page."""
    return str(answer.content.decode())


def test_arabic_comes_first_whatever_the_browser_asks_for() -> None:
    answer = Client(headers={"accept-language": "en"}).get("/sign-in/")
    assert '<html lang="ar" dir="rtl"' in text(answer)
    assert answer.headers["Content-Language"] == "ar"


def test_the_language_is_chosen_on_this_device_and_in_the_account() -> None:
    client = signed_in()
    answer = client.post("/preferences/language/", {"language": "en", "next": "/design/"})
    assert answer.headers["Location"] == "/design/"
    assert Account.objects.get(username="hessa").language == "en"
    assert '<html lang="en" dir="ltr"' in text(client.get("/preferences/"))
    assert '<html lang="en"' in text(signed_in().get("/preferences/")), "another device speaks the account's language"


def test_the_public_keeps_its_language_in_a_cookie() -> None:
    client = Client()
    client.post("/preferences/language/", {"language": "en"})
    assert '<html lang="en"' in text(client.get("/sign-in/"))
    client.post("/preferences/language/", {"language": "xx"})
    assert '<html lang="en"' in text(client.get("/sign-in/"))


def test_a_form_sends_nobody_to_a_foreign_house() -> None:
    answer = Client().post("/preferences/language/", {"language": "en", "next": "https://example.com/"})
    assert answer.headers["Location"] == "/preferences/"


def test_the_look_is_kept_piece_by_piece() -> None:
    client = Client()
    client.post("/preferences/look/", {"theme": "dark"})
    client.post("/preferences/look/", {"digits": "arabic", "keys": "nokeys", "calendars": "nonsense"})
    page = text(client.get("/preferences/"))
    assert 'data-theme="dark"' in page
    assert 'data-keys="nokeys"' in page
    assert Look.kept(client.cookies["look"].value) == Look("dark", "arabic", "both", "nokeys")


def test_any_cookie_is_a_look() -> None:
    assert Look.kept("") == Look.kept("<script>..x.DARK") == Look()
    words = [word for known in CHOICES.values() for word in known]
    assert len(words) == len(set(words)), "a word belongs to one choice"


def test_a_demonstration_lets_you_be_one_of_its_cast() -> None:
    make_parties()
    account(LAYLA)
    client = Client()
    page = text(client.get("/sign-in/"))
    assert "ليلى" in page
    assert "قراءة الوثائق" in page
    assert client.get("/sign-in/as/").status_code == 405
    assert client.post("/sign-in/as/", {"account": "layla"}).status_code == 302
    assert "ليلى" in text(client.get("/preferences/"))


@pytest.mark.parametrize("name", ["nobody", "", "outsider"])
def test_nobody_else_comes_in(name: str) -> None:
    outsider = account(LAYLA)
    Account.objects.filter(pk=outsider.pk).update(username="outsider", email="o@elsewhere.example")
    assert Client().post("/sign-in/as/", {"account": name}).status_code == 404


def test_outside_a_demonstration_there_is_no_such_door(settings: Settings) -> None:
    account(LAYLA)
    settings.DEMO = False
    client = Client()
    assert client.post("/sign-in/as/", {"account": "layla"}).status_code == 404
    assert "ليلى" not in text(client.get("/sign-in/"))


def test_signing_in_with_a_password_and_out_again() -> None:
    hessa = account(HESSA)
    hessa.set_password("a long enough secret")
    hessa.save()
    client = Client()
    wrong = client.post("/sign-in/", {"login": "hessa", "password": "not this"})
    assert wrong.status_code == 200
    assert 'role="alert"' in text(wrong)
    assert client.post("/sign-in/", {"login": "hessa", "password": "a long enough secret"}).headers["Location"] == "/"
    assert client.post("/sign-in/out/").headers["Location"] == "/sign-in/"
    assert client.get("/").headers["Location"].startswith("/sign-in/")


def test_a_forgotten_password_is_chosen_anew_by_a_link(mailoutbox: list[EmailMessage]) -> None:
    make_parties()
    account(HESSA)
    client = Client()
    client.post("/sign-in/forgotten/", {"email": "nobody@example.org"})
    assert mailoutbox == []
    assert client.post("/sign-in/forgotten/", {"email": "hessa@example.org"}).status_code == 302
    (mail,) = mailoutbox
    assert mail.subject == "اختيار كلمة مرور جديدة لميثاق"
    (link,) = re.findall(r"http://testserver(\S+)", str(mail.body))
    form = client.get(link, follow=True)
    assert form.redirect_chain
    chosen = {"password1": "a long enough secret", "password2": "a long enough secret"}
    assert client.post(form.redirect_chain[-1][0], chosen).status_code == 302
    assert client.post("/sign-in/", {"login": "hessa", "password": "a long enough secret"}).headers["Location"] == "/"
    assert "انتهت مدته" in text(Client().get(link)), "the link works once"


@pytest.mark.parametrize("secret", ["", "a long enough secret"])
def test_everybody_can_choose_a_password(secret: str) -> None:
    hessa = account(HESSA)
    hessa.set_password(secret) if secret else hessa.set_unusable_password()
    hessa.save()
    client = signed_in()
    form = client.get("/sign-in/password/", follow=True)
    address = form.redirect_chain[-1][0] if form.redirect_chain else "/sign-in/password/"
    assert ("oldpassword" in text(form)) == bool(secret)
    chosen = {"oldpassword": secret, "password1": "quite another secret", "password2": "quite another secret"}
    answer = client.post(address, chosen, follow=True)
    assert "كلمة مرورك الجديدة سارية" in text(answer)
    hessa.refresh_from_db()
    assert hessa.check_password("quite another secret")


def test_nobody_signs_up() -> None:
    assert "لا تسجيل هنا" in text(Client().get("/sign-in/closed/"))


def test_the_navigation_says_how_much_waits() -> None:
    make_house()
    make_read_document(LAYLA)
    badge = "ينتظرك: </span>1</span>"
    assert badge in text(signed_in(LAYLA).get("/preferences/"))
    assert badge not in text(signed_in(HESSA).get("/preferences/")), "it was not released to Qatar"


def test_hidden_and_absent_read_the_same() -> None:
    answer = signed_in().get("/no/such/page/")
    assert answer.status_code == 404
    assert "لا شيء هنا، أو لم يصدر لك." in text(answer)


def problem_page(error: Exception, **posted: str) -> str:
    """The page the doorkeeper makes of this error in answer to a posted form."""
    request = RequestFactory().post("/x/", posted)
    request.user = account(HESSA)
    answer = Doorkeeper(lambda _: HttpResponse()).process_exception(request, error)
    assert answer is not None
    return f"{answer.status_code} {text(answer)}"


def test_a_conflict_gives_back_what_was_typed_but_no_secret() -> None:
    page = problem_page(Conflict(), words="A long sentence that took an hour", password="a long secret of five words")
    assert page.startswith("409")
    assert "A long sentence that took an hour" in page
    assert "a long secret" not in page


def test_what_is_wrong_with_fields_is_said() -> None:
    page = problem_page(Invalid({"due": [{"code": "x", "message": "فبراير 2027 ينتهي يوم 28."}]}))
    assert page.startswith("400")
    assert "فبراير 2027 ينتهي يوم 28." in page


ADD = "/documents/add/"
LONG = "كلمة طويلة. " * 60_000  # more than a megabyte


@pytest.mark.parametrize("encoding", ["multipart/form-data", "application/x-www-form-urlencoded"])
def test_a_text_that_is_larger_than_is_taken_says_how_to_go_on(encoding: str, settings: Settings) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
    client, given = signed_in(LAYLA), {"text": LONG, "level": "PUBLIC"}
    sent = given if encoding.startswith("multipart") else urlencode(given)
    options = {} if encoding.startswith("multipart") else {"content_type": encoding}
    answer = client.post(ADD, sent, **options)  # type: ignore[arg-type]
    assert answer.status_code == 413
    assert '<html lang="ar" dir="rtl"' in text(answer)
    assert "أكبر من 1 ميغابايت" in text(answer)
    assert "ملفاً لا يزيد على 25 ميغابايت" in text(answer)
    assert f'href="{ADD}"' in text(answer), "the way back"
    assert LONG[:40] not in text(answer)
    client.cookies["django_language"] = "en"
    assert "put the text in as a file of up to 25 MB" in text(client.post(ADD, sent, **options))  # type: ignore[arg-type]
    assert document_list(LAYLA).entries == ()


def test_in_place_of_a_part_of_the_page_it_is_a_note(settings: Settings) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
    answer = signed_in(LAYLA).post(ADD, {"text": LONG}, headers={"HX-Request": "true"})
    assert answer.status_code == 413
    assert text(answer).lstrip().startswith('<div class="note')


def test_more_files_or_values_than_are_taken_say_so(settings: Settings) -> None:
    settings.DATA_UPLOAD_MAX_NUMBER_FILES, settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 2, 3
    client = signed_in(LAYLA)
    client.cookies["django_language"] = "en"
    files = client.post(ADD, {"file": [SimpleUploadedFile(f"{n}.txt", b"words") for n in range(3)]})
    values = client.post(ADD, {"audience": ["QAT", "KWT", "OMN", "BHR"]})
    assert [files.status_code, values.status_code] == [413, 413]
    assert "more than 2 files" in text(files)
    assert "more than 3 values" in text(values)


def test_what_cannot_be_made_out_is_told_in_both_languages() -> None:
    answer = signed_in().post(ADD, "no boundary", content_type="multipart/form-data")
    assert answer.status_code == 400
    assert "تعذّر فهم الطلب" in text(answer)
    assert "This request cannot be read" in text(answer)


def test_the_doorkeeper_leaves_bugs_to_the_log() -> None:
    assert Doorkeeper(lambda _: HttpResponse()).process_exception(HttpRequest(), ValueError()) is None


def test_a_part_of_a_page_is_not_filled_with_the_sign_in_page() -> None:
    answer = Client(headers={"hx-request": "true", "hx-current-url": "http://testserver/design/"}).get("/drafts/")
    assert answer.headers["HX-Redirect"] == "/sign-in/?next=%2Fdesign%2F"


def test_a_toast_carries_the_way_back() -> None:
    request = signed_in().get("/preferences/").wsgi_request
    toast(request, "Rejected", undo="/undo/", proposal="p1", version="3")
    toast(request, "Kept")
    first, second = get_messages(request)
    assert undo_of(first) == {"address": "/undo/", "fields": {"proposal": "p1", "version": "3"}}
    assert undo_of(second) is None


def test_a_draft_is_kept_given_back_and_dropped() -> None:
    client = signed_in()
    name = "commitments.amend:abc"
    assert client.post("/drafts/keep/", {"form": name, "typed": '{"words": ["half a sen"]}'}).status_code == 204
    assert client.get("/drafts/", {"form": name}).json() == {"words": ["half a sen"]}
    assert signed_in(LAYLA).get("/drafts/", {"form": name}).json() == {}
    assert client.post("/drafts/drop/", {"form": name}).status_code == 204
    assert client.get("/drafts/", {"form": name}).json() == {}


def test_who_will_see_it_is_told_while_one_chooses() -> None:
    make_parties()
    page = text(signed_in().get("/audience/", {"level": "RESTRICTED", "audience": ["KWT"]}))
    assert "طرف KWT" in page
    assert "طرف QAT" in page
    assert "طرف BHR" not in page


@pytest.mark.parametrize("path", ["/sign-in/", "/design/", "/preferences/", "/no/such/page/"])
def test_no_page_has_script_or_style_within(path: str) -> None:
    answer = signed_in().get(path) if path != "/sign-in/" else Client().get(path)
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    page = text(answer)
    assert " style=" not in page
    assert "<style" not in page
    assert " onclick=" not in page
    assert "<script>" not in page
