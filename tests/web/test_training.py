"""The pages of training: what stands there, for whom, in both languages; forms as acts; the proof of a certificate."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from mithaq.access.viewer import Viewer
from mithaq.core import clock
from mithaq.register.activities import operations as activities
from mithaq.register.activities.reads import activity_list, activity_page, nomination_page
from mithaq.register.parties.operations import record_figure
from mithaq.register.training import operations as training
from mithaq.register.training.reads import centre_page, certificate_list, course_list
from tests.cast import BADER, DANA, HESSA, LAYLA, PUBLIC, RASHID, SALIM
from tests.make import make_activity, make_course, make_nomination, make_offering
from tests.web.door import page, signed_in, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("house")]
NOW, AFTER = datetime(2026, 12, 1, 8, tzinfo=UTC), datetime(2027, 3, 19, 8, tzinfo=UTC)
ABSENT, CENTRE = "a" * 22, "NATO-ICI-RC"


@pytest.fixture(autouse=True)
def december(house: None) -> Iterator[None]:
    training.add_centre(LAYLA, party=CENTRE, about_ar="في الكويت", about_en="In Kuwait", opened="2017-01")
    with clock.stopped_at(NOW):
        yield


def get(viewer: Viewer, route: str, *args: str, language: str = "en", **query: Any) -> Any:
    return signed_in(viewer, language).get(reverse(route, args=args), query)


def post(viewer: Viewer, route: str, *args: str, **fields: Any) -> Any:
    return signed_in(viewer, "en").post(reverse(route, args=args), fields)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_page_answers_in_both_languages(language: str) -> None:
    course = make_course(least_gain="10", least_gain_agreed_by="All", levels=("L1",), depth="200")
    activity = make_offering(course, seats={"QAT": 2})
    nomination = make_nomination(activity)
    training.open_dossier(LAYLA, centre=CENTRE, level="PUBLIC", network_ar="شبكة", network_en="PTEC")
    for viewer in (HESSA, DANA, LAYLA, SALIM):
        for route, args in (
            ("catalogue", ()),
            ("activities", ()),
            ("activities-year", ()),
            ("centres", ()),
            ("course", (course,)),
            ("activity", (activity,)),
            ("centre", (CENTRE,)),
        ):
            answer = get(viewer, route, *args, language=language)
            assert answer.status_code == 200, route
            assert ("أمن الطاقة" if language == "ar" else "Energy security") in page(answer) or route in (
                "centres",
                "activities-year",
            )
    assert get(HESSA, "nomination", nomination, language=language).status_code == 200


def test_the_page_of_an_offering_shows_own_names_only() -> None:
    activity = make_offering(seats={"QAT": 2, "KWT": 2})
    make_nomination(activity)
    make_nomination(activity, BADER, name_en="Hamad Al-Sabah")
    shown = {viewer.account: words(get(viewer, "activity", activity)) for viewer in (HESSA, BADER, DANA, LAYLA, SALIM)}
    assert "Noura" in shown["hessa"]
    assert "Hamad" not in shown["hessa"]
    assert "Hamad" in shown["bader"]
    assert "Noura" not in shown["bader"]
    assert {"Noura", "Hamad"} <= set(shown["dana"].split())
    for blind in ("layla", "salim"):
        assert not {"Noura", "Hamad"} & set(shown[blind].split())
    assert "0 of 2" in shown["hessa"]
    assert "0 of 2" not in shown["salim"]


@pytest.mark.parametrize("route", ["course", "activity", "nomination", "centre"])
def test_what_is_absent_and_what_is_hidden_look_alike(route: str) -> None:
    hidden = {
        "course": make_course(code="X", level="RESTRICTED", audience=("KWT",)),
        "activity": make_activity("KWT"),
        "nomination": make_nomination(make_activity(), BADER),
        "centre": ABSENT,
    }[route]
    answers = [words(get(HESSA, route, named)).replace(named, "") for named in (hidden, ABSENT)]
    assert answers[0] == answers[1]
    assert get(HESSA, route, hidden).status_code == 404
    assert signed_in(HESSA).post(reverse(route, args=[hidden])).status_code == 405


def test_nominate_send_and_decide_in_the_browser() -> None:
    activity = make_activity(seats={"QAT": 1})
    given = {"name_en": "Noura Al-Kuwari", "basis": "need", "basis_words": "She needs it", "priority": "1"}
    assert post(HESSA, "act", activity, "activity-nominate", **given).status_code == 302
    (nomination,) = (one.public_id for one in activity_page(HESSA, activity=activity).nominations)
    assert post(HESSA, "act", nomination, "nomination-forward", version=1).status_code == 302
    assert get(HESSA, "act", nomination, "nomination-accept").status_code == 403
    assert post(DANA, "act", nomination, "nomination-accept", version=2).status_code == 302
    assert nomination_page(HESSA, nomination=nomination).stage == "accepted"
    second = make_nomination(activity)
    assert post(DANA, "act", second, "nomination-refuse", reason="No", version=1).status_code == 409
    assert post(DANA, "act", second, "nomination-refuse", reason="", version=2).status_code == 400
    assert post(DANA, "act", second, "nomination-refuse", reason="No", version=2).status_code == 302


def test_a_refused_seat_says_why_and_offers_the_waiting_list() -> None:
    activity = make_activity(capacity=1)
    activities.accept(DANA, nomination=make_nomination(activity), version=2)
    second = make_nomination(activity)
    answer = post(DANA, "act", second, "nomination-accept", version=2)
    assert answer.status_code == 400
    assert "Every seat is taken." in words(answer)
    assert post(DANA, "act", second, "nomination-accept", version=2, or_wait="on").status_code == 302
    shown = words(get(SALIM, "activity", activity, language="en"))
    assert "Noura" not in shown
    assert "Priority 2" in shown
    assert "المقاعد كلها مشغولة." in page(get(HESSA, "nomination", second, language="ar"))


def test_a_waiting_list_stands_on_a_page_as_long_as_seats_are_given() -> None:
    activity = make_activity()
    assert 'id="waiting"' in page(get(SALIM, "activity", activity))
    version = activity_page(LAYLA, activity=activity).version
    activities.step_activity(DANA, activity=activity, version=version, state="cancelled", reason="No")
    assert 'id="waiting"' not in page(get(SALIM, "activity", activity))


def test_a_centre_shows_the_figures_told_about_it_that_were_released() -> None:
    told: dict[str, Any] = {
        "what_ar": "متدربون",
        "what_en": "Trained",
        "comparator": "=",
        "as_of": "2019-12-16",
        "source": "KUNA",
    }
    record_figure(LAYLA, value=Decimal(889), party=CENTRE, level="PUBLIC", audience=(), **told)
    record_figure(LAYLA, value=Decimal(777), party=CENTRE, level="RESTRICTED", audience=("KWT", "SEC"), **told)
    assert "889" in words(get(PUBLIC_SEEN, "centre", CENTRE))
    assert "777" in words(get(BADER, "centre", CENTRE))
    assert "777" not in words(get(HESSA, "centre", CENTRE))


def test_courses_runs_and_centres_are_written_in_the_browser() -> None:
    given = {
        "level": "PUBLIC",
        "code": "RC-9",
        "title_en": "Mine clearance",
        "centre": CENTRE,
        "objectives_en": "Find\nClear",
    }
    assert post(DANA, "course-add", **given).status_code == 302
    course = course_list(DANA, q="mine").entries[0].public_id
    when = {"begins": "2027-03-14", "ends": "2027-03-18", "zone": "Asia/Kuwait", "capacity": "12", "level": "OFFICIAL"}
    assert post(DANA, "act", course, "course-offer", audience=["QAT", "SEC"], **when).status_code == 302
    (row,) = activity_list(HESSA).entries
    assert post(DANA, "act", row.public_id, "activity-seats", version=1, party="QAT", seats="3").status_code == 302
    assert post(DANA, "act", row.public_id, "activity-step", version=2, state="open").status_code == 302
    network = {"level": "PUBLIC", "network_ar": "شبكة", "network_en": "PTEC"}
    assert post(LAYLA, "act", CENTRE, "centre-dossier", **network).status_code == 302
    dossier = centre_page(LAYLA, centre=CENTRE).dossiers[0].public_id
    for act, fields in (
        ("dossier-criterion", {"number": "1", "words_en": "Has trainers"}),
        ("dossier-visit", {"on": "2026-05-04", "assessors": "Two"}),
        ("dossier-step", {"state": "assessed", "version": "1"}),
    ):
        assert post(LAYLA, "act", dossier, act, **fields).status_code == 302, act
    assert "Has trainers" in words(get(PUBLIC_SEEN, "centre", CENTRE))
    for viewer in (HESSA, SALIM):
        assert get(viewer, "course-add").status_code == 403
        assert get(viewer, "act", CENTRE, "centre-dossier").status_code == 403


PUBLIC_SEEN = SALIM


@pytest.mark.parametrize(
    ("viewer", "kind", "acts"),
    [
        (DANA, "course", ("course-describe", "course-objective", "course-offer")),
        (DANA, "activity", ("activity-describe", "activity-step", "activity-seats", "activity-attend", "activity-trainer")),
        (HESSA, "activity", ("activity-nominate", "activity-swap")),
        (DANA, "centre", ("centre-describe", "centre-year", "centre-trainer")),
        (DANA, "nomination", ("nomination-accept", "nomination-refuse", "nomination-result", "nomination-certificate")),
        (RASHID, "nomination", ("nomination-forward", "nomination-withdraw")),
    ],
)  # fmt: skip
def test_every_act_has_its_page(viewer: Viewer, kind: str, acts: tuple[str, ...]) -> None:
    course = make_course()
    activity = make_offering(course, seats={"QAT": 1})
    things = {"course": course, "activity": activity, "centre": CENTRE, "nomination": make_nomination(activity)}
    for act in acts:
        for language in ("ar", "en"):
            assert get(viewer, "act", things[kind], act, language=language).status_code == 200, act


def make_proof() -> tuple[str, str]:
    """A certificate and the link of its proof."""
    activity = make_offering(seats={"QAT": 1})
    nomination = make_nomination(activity, name_ar="نورة الكواري")
    activities.accept(DANA, nomination=nomination, version=2)
    with clock.stopped_at(AFTER):
        activities.note_participation(DANA, nomination=nomination, version=3, result="completed")
        assert post(DANA, "act", nomination, "nomination-certificate").status_code == 302
    (shown,) = certificate_list(HESSA, activity=activity)
    return shown.public_id, shown.link


def test_whoever_holds_the_link_verifies_without_signing_in() -> None:
    certificate, link = make_proof()
    anybody = Client()
    shown = anybody.get(reverse("proof", args=[link]), headers={"Accept-Language": "ar"})
    assert shown.status_code == 200
    assert "نورة الكواري" in page(shown)
    assert "هذه الشهادة صالحة." in page(shown)
    assert (shown["Referrer-Policy"], shown["X-Robots-Tag"]) == ("same-origin", "noindex")
    assert anybody.get(reverse("proof-paper", args=[link])).content.startswith(b"%PDF")
    assert anybody.get(reverse("proof-badge", args=[link])).content.count(b".") == 2
    assert anybody.get(reverse("badges-revoked")).headers["Content-Type"] == "application/vc+jwt"
    for route in ("proof", "proof-paper", "proof-badge"):
        assert anybody.get(reverse(route, args=[ABSENT])).status_code == 404
        assert anybody.post(reverse(route, args=[link])).status_code == 405
    assert post(DANA, "act", certificate, "certificate-revoke", version=1, reason="By mistake").status_code == 302
    anybody.cookies["django_language"] = "en"
    revoked = anybody.get(reverse("proof", args=[link]))
    assert "This certificate was revoked." in words(revoked)
    assert "By mistake" not in words(revoked)


def test_the_public_is_shown_nothing_else() -> None:
    make_proof()
    for route, args in (("catalogue", ()), ("activities", ()), ("centre", (CENTRE,))):
        assert Client().get(reverse(route, args=args)).status_code == 302
    assert PUBLIC.permissions == frozenset()


def test_the_roster_is_looked_through_and_put_right_in_the_browser() -> None:
    given = {"name_ar": "روسي", "name_en": "Rossi", "home": "QAT", "languages": ("en",), "subjects_en": "Mines"}
    trainer = training.add_trainer(DANA, centre=CENTRE, level="OFFICIAL", audience=("QAT", CENTRE), **given).public_id
    activity = make_offering(seats={"QAT": 1})
    training.assign_trainer(DANA, trainer=trainer, activity=activity)
    for language, said in (("ar", ("روسي", "الإنجليزية")), ("en", ("Rossi", "English", "Mines"))):
        for route, args in (("trainers", ()), ("trainer", (trainer,)), ("centre", (CENTRE,))):
            told = words(get(HESSA, route, *args, language=language))
            assert [one for one in said if one not in told] == [], (route, language)
    assert "Rossi" not in words(get(BADER, "trainers"))
    assert "Rossi" in words(get(HESSA, "trainers", centre=CENTRE))
    assert "Rossi" not in words(signed_in(HESSA, "en").get(reverse("trainers"), {"language": "ar"}))
    assert reverse("activity", args=[activity]) in page(get(HESSA, "trainer", trainer))
    assert get(BADER, "trainer", trainer).status_code == 404
    assert signed_in(HESSA).post(reverse("trainer", args=[trainer])).status_code == 405
    assert get(HESSA, "act", trainer, "trainer-describe").status_code == 403
    shown = get(DANA, "act", trainer, "trainer-describe")
    assert 'value="Rossi"' in page(shown)
    assert (
        post(DANA, "act", trainer, "trainer-describe", version=1, name_en="Rossi", until="2026-06").status_code == 302
    )
    assert "June 2026" in words(get(HESSA, "trainer", trainer))
