"""Neither gate lets a hidden row through, whichever way it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django import forms
from django.core.management import call_command
from django.db import connection, models, transaction
from django.db.models import Count, F, OuterRef, Subquery

from mithaq.access.backends.gate import NoTransaction, ReadOnlyVisit
from mithaq.access.checks import gate_is_shut
from mithaq.access.guarded import guarded_tables
from mithaq.access.markings import Level
from mithaq.access.models import JournalLine, Label, Person, Tenure
from mithaq.access.viewer import NoViewer, acting_as, current_visit, system
from mithaq.core import clock
from tests.access import raw
from tests.cast import BADER, PUBLIC, RASHID

pytestmark = pytest.mark.django_db

# What a forgotten filter looks like: no guarded manager.
PEOPLE: models.QuerySet[Person] = models.QuerySet(Person)
TENURES: models.QuerySet[Tenure] = models.QuerySet(Tenure)


@pytest.fixture
def hidden() -> Person:
    """Kuwait's; Qatar may not see it."""
    return raw.person("canary", "KWT")


@pytest.fixture
def seen(hidden: Person) -> Tenure:
    """Qatar's, about the hidden one."""
    return raw.tenure(hidden, "QAT", source="open")


ASKED: dict[str, Callable[[Any], object]] = {
    "all": lambda rows: list(rows.all()),
    "count": lambda rows: rows.count(),
    "exists": lambda rows: rows.exists(),
    "aggregate": lambda rows: rows.aggregate(n=Count("pk")),
    "iterator": lambda rows: list(rows.iterator()),
    "in_bulk": lambda rows: rows.in_bulk(),
    "explain": lambda rows: rows.explain(),
    "update": lambda rows: rows.update(name_en="x"),
    "delete": lambda rows: rows.filter(pk=0).delete(),
    "union": lambda rows: list(rows.union(rows.all())),
    "raw": lambda rows: list(rows.raw('SELECT * FROM "access_person"')),
}


@pytest.mark.parametrize("way", ASKED)
def test_nobody_looking_raises_at_the_manager(hidden: Person, way: str) -> None:
    with pytest.raises(NoViewer):
        ASKED[way](Person.objects)


@pytest.mark.parametrize("way", ASKED)
def test_a_query_kept_from_a_visit_raises_after_it(hidden: Person, way: str) -> None:
    with acting_as(RASHID):
        kept = Person.objects.all()
    with pytest.raises(NoViewer):
        ASKED[way](kept)


@pytest.mark.parametrize("way", ASKED)
def test_nobody_looking_raises_at_the_database(hidden: Person, way: str) -> None:
    with pytest.raises(NoViewer):
        ASKED[way](PEOPLE.all())


def test_a_kept_query_answers_to_who_looks_now(hidden: Person) -> None:
    raw.person("open", "QAT")
    with acting_as(RASHID):
        kept = Person.objects.order_by("pk")
    with acting_as(BADER):
        assert [row.name_en for row in kept] == ["canary"]


def test_gate_2_alone_holds_reads(seen: Tenure, hidden: Person) -> None:
    rows = TENURES.all
    with acting_as(RASHID):
        assert [row.source for row in rows()] == ["open"]
        assert rows().count() == 1
        assert not PEOPLE.filter(pk=hidden.pk).exists()
        assert list(rows().values_list("person__name_en", flat=True)) in ([], [None])
        assert not rows().filter(person__name_en__startswith="can").exists()
        assert rows().aggregate(n=Count("person__name_en"))["n"] == 0
        other = PEOPLE.filter(pk=OuterRef("person_id")).values("name_en")
        assert rows().annotate(other=Subquery(other)).get().other is None
        assert [row.source for row in rows().raw("SELECT * FROM access_tenure")] == ["open"]
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(p.id) FROM access_tenure t LEFT JOIN access_person p ON p.id = t.person_id")
            assert cursor.fetchone() == (0,)
        with pytest.raises(Person.DoesNotExist):
            _ = rows().get().person
        with pytest.raises(Person.DoesNotExist):
            hidden.refresh_from_db()
    with acting_as(BADER), transaction.atomic():
        assert list(PEOPLE.select_for_update()) == [hidden]


def test_gate_2_alone_holds_writes(hidden: Person) -> None:
    """A hidden row is passed over in silence; a label out of reach is refused."""
    mine = raw.person("open", "QAT")
    with acting_as(RASHID, writing=True):
        assert PEOPLE.filter(pk=hidden.pk).update(name_en="x") == 0
        assert PEOPLE.update(name_en=F("name_en")) == 1
        assert PEOPLE.filter(pk=hidden.pk)._raw_delete("default") == 0
        for refused in (
            lambda: PEOPLE.filter(pk=mine.pk).update(label_id=hidden.label_id),
            lambda: PEOPLE.create(name_en="x", label_id=hidden.label_id),
        ):
            with pytest.raises(Exception, match=r"out of reach|row-level security"), transaction.atomic():
                refused()
    with system("look"):
        assert sorted(Person.objects.values_list("name_en", flat=True)) == ["canary", "open"]


def test_what_was_written_is_read_at_once() -> None:
    """One alias: in one visit a write is seen by reads, by joins and by refresh; bulk rows have their ids."""
    mine = raw.person("open", "QAT")
    with acting_as(RASHID, writing=True):
        made = Person.objects.create(name_en="new", label_id=mine.label_id)
        Person.objects.filter(pk=made.pk).update(name_en="newer")
        made.refresh_from_db()
        assert made.name_en == "newer"
        made.name_en = "newest"
        made.save()
        rows = Person.objects.bulk_create(Person(label_id=mine.label_id, name_en=name) for name in "ab")
        assert all(row.pk for row in rows)
        assert Person.objects.count() == 4
        assert made.delete()[0] == 1


def test_a_label_made_in_the_visit_is_seen_in_it() -> None:
    with acting_as(RASHID, writing=True):
        label = Label.objects.of(Level.RESTRICTED, "QAT", "OMN")
        assert Person.objects.create(name_en="x", label=label).pk
        assert Person.objects.count() == 1


def test_visits_nest_and_end_with_exceptions(hidden: Person) -> None:
    raw.person("open", "QAT")
    with acting_as(RASHID):
        with acting_as(BADER):
            assert PEOPLE.get().name_en == "canary"
        assert PEOPLE.get().name_en == "open"
        with pytest.raises(ZeroDivisionError), acting_as(BADER, writing=True):
            assert PEOPLE.update(name_en="lost") == 1
            _ = 1 / 0
        assert PEOPLE.get().name_en == "open"
        with pytest.raises(ZeroDivisionError), transaction.atomic(), acting_as(PUBLIC):
            assert not PEOPLE.exists()
            _ = 1 / 0
        assert PEOPLE.get().name_en == "open"
    assert current_visit() is None
    with acting_as(BADER):
        assert PEOPLE.get().name_en == "canary"


def test_a_read_cannot_write() -> None:
    raw.person("open", "QAT")
    with acting_as(RASHID), pytest.raises(ReadOnlyVisit):
        PEOPLE.update(name_en="x")


def test_a_choice_field_offers_only_what_is_seen(hidden: Person) -> None:
    mine = raw.person("open", "QAT")
    with pytest.raises(NoViewer):  # at class level: the module would not even import
        forms.ModelChoiceField(queryset=Person.objects.all())
    with acting_as(RASHID):
        field = forms.ModelChoiceField(queryset=PEOPLE.all())
        for absent in (hidden.pk, 10**9):
            with pytest.raises(forms.ValidationError, match=r"."):
                field.clean(absent)
        assert field.clean(mine.pk) == mine


def test_a_visit_needs_its_transaction() -> None:
    with acting_as(RASHID), pytest.raises(NoTransaction):
        _outside_its_transaction()


def _outside_its_transaction() -> None:
    connection.in_atomic_block, kept = False, connection.in_atomic_block
    try:
        PEOPLE.count()
    finally:
        connection.in_atomic_block = kept


def test_the_start_up_check_is_silent_when_the_gate_is_shut() -> None:
    assert gate_is_shut(["default"]) == []
    call_command("check", databases=["default"])


def test_every_content_table_is_guarded(vendor: str) -> None:
    assert "access_person" in guarded_tables()
    with connection.cursor() as cursor:
        if vendor == "sqlite":
            cursor.execute("SELECT name FROM temp.sqlite_master WHERE type = 'view'")
        else:
            cursor.execute("SELECT tablename FROM pg_policies WHERE policyname = 'seen'")
        assert sorted(name for (name,) in cursor.fetchall()) == sorted(guarded_tables())


@pytest.mark.parametrize("act", ["update", "delete"])
def test_the_journal_only_grows(act: str) -> None:
    with system("test data"):
        label = Label.objects.of(Level.PUBLIC)
        JournalLine.objects.create(label=label, at=clock.now(), account="a", operation="o", thing="t")
        rows: models.QuerySet[JournalLine] = models.QuerySet(JournalLine)
        with pytest.raises(Exception, match=r"only grows|permission denied"), transaction.atomic():
            rows.update(account="b") if act == "update" else rows._raw_delete("default")
