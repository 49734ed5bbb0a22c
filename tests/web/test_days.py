"""Days and hours in words."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils.translation import override

from mithaq.core import clock
from mithaq.web import days
from mithaq.web.look import Look, looking_like

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)


def words(markup: str) -> str:
    """What is read, without the elements."""
    return re.sub(r"<[^>]+>", "", markup)


@pytest.mark.parametrize(
    ("iso", "arabic", "english"),
    [
        ("2026-11-20", "20 نوفمبر 2026", "20 November 2026"),
        ("2026-11", "نوفمبر 2026", "November 2026"),
        ("2026", "2026", "2026"),
        ("2019-SU", "صيف 2019", "Summer 2019"),
        ("2019-Q2", "الربع الثاني 2019", "2nd quarter 2019"),
        ("2019-H1", "النصف الأول من 2019", "First half of 2019"),
        ("2016-W46", "أسبوع 14 نوفمبر 2016", "the week of 14 November 2016"),
        ("2019-05-06/2019-05-08", "من 6 مايو 2019 إلى 8 مايو 2019", "6 May 2019 to 8 May 2019"),
    ],
)
def test_a_date_is_as_fine_as_it_is_known(iso: str, arabic: str, english: str) -> None:
    with override("ar"):
        assert days.gregorian(iso) == arabic
    with override("en"):
        assert days.gregorian(iso) == english


def test_a_day_stands_in_both_calendars_unless_one_was_chosen() -> None:
    with override("ar"):
        assert words(days.day("2026-11-20")) == "20 نوفمبر 2026 10 جمادى الآخرة 1448 هـ"
        assert 'datetime="2026-11-20"' in days.day("2026-11-20")
        assert words(days.day(date(2026, 11, 20), "one")) == "20 نوفمبر 2026"
        assert words(days.day("2026-11-20", "full")).startswith("الجمعة 20")
        with looking_like(Look(calendars="gregorian")):
            assert words(days.day("2026-11-20")) == "20 نوفمبر 2026"
    with override("en"):
        assert words(days.day("2026-11-20")) == "20 November 2026 10 Jumada al-Akhirah 1448 AH"


@pytest.mark.parametrize("iso", ["2026-11", "2026", "1890-01-01"])
def test_what_is_no_whole_day_or_outside_the_calendar_has_no_hijri_day(iso: str) -> None:
    with override("ar"):
        assert days.hijri(iso) == ""


def test_what_is_not_known_is_said() -> None:
    with override("ar"):
        assert words(days.day("")) == words(days.moment("")) == "لم يُعرف بعد"
        assert days.ago("") == ""


def test_an_instant_is_told_in_the_time_of_the_reader_and_of_the_place() -> None:
    with override("en"):
        assert words(days.moment("2026-11-20T14:30:00+00:00")) == "20 November 2026, 17:30"
        assert words(days.hour("2026-11-20T14:30:00+00:00", "Europe/Brussels")) == "15:30"


@pytest.mark.parametrize(
    ("value", "arabic", "english"),
    [
        ("2026-11-25", "اليوم", "today"),
        ("2026-11-24", "أمس", "yesterday"),
        ("2026-11-26", "غداً", "tomorrow"),
        ("2026-11-21", "قبل 4 أيام", "4 days ago"),
        (date(2026, 12, 17), "خلال 22 يوماً", "in 22 days"),
        ("2026-06-25", "قبل 5 أشهر", "5 months ago"),
        ("2016-11-21", "قبل 10 سنوات", "10 years ago"),
        (NOW - timedelta(minutes=7), "قبل 7 دقائق", "7 minutes ago"),
        ("2026-11-25T06:00:00+00:00", "قبل 3 ساعات", "3 hours ago"),
        ("2026-11-22T06:00:00+00:00", "قبل 3 أيام", "3 days ago"),
    ],
)
def test_how_far_away(value: object, arabic: str, english: str) -> None:
    with clock.stopped_at(NOW):
        with override("ar"):
            assert days.ago(value) == arabic
        with override("en"):
            assert days.ago(value) == english


def test_counted_days_agree_with_their_number() -> None:
    with override("ar"):
        assert [days.counted_days(number) for number in (1, 2, 9, 22)] == ["يوم", "يومان", "9 أيام", "22 يوماً"]
    with override("en"):
        assert days.counted_days(1) == "1 day"
