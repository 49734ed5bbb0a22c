"""Centres: what is said of them, and what they mean to do in a year."""

from __future__ import annotations

from typing import Any

from mithaq.access.markings import Level
from mithaq.access.models import Label
from mithaq.access.operation import Reference, operation
from mithaq.access.permissions import Permission
from mithaq.access.resolving import changed, invalid, label_for, update_at
from mithaq.access.viewer import Viewer
from mithaq.register.training.filing import centre_of, centre_party, check_own_centre, index_centre
from mithaq.register.training.forms import AddCentre, DescribeCentre, PlanYear
from mithaq.register.training.models import Centre, YearProgramme


@operation("centres.add", needs=Permission.CENTRES_MANAGE, form=AddCentre)
def add_centre(viewer: Viewer, /, *, party: str, **columns: Any) -> Reference:
    """Say of a party of the kind centre what it is. Public, as the party is."""
    label = Label.objects.of(Level.PUBLIC)
    centre_party(party, label)
    if Centre.objects.filter(party=party).exists():
        raise invalid("party", "This centre is there already: put right what is said of it.", "taken")
    centre = Centre.objects.create(label=label, party=party, **columns)
    index_centre(centre)
    return Reference(centre.public_id, label.id, {"centre": [None, party]})


@operation("centres.describe", needs=Permission.COURSES_MANAGE, form=DescribeCentre)
def describe_centre(viewer: Viewer, /, *, centre: str, version: int, **columns: Any) -> Reference:
    """Put right what is said of a centre."""
    found = centre_of(centre)
    check_own_centre(viewer, centre)
    told = changed(found, **columns)
    update_at(Centre.objects.filter(pk=found.pk), version, **columns)
    index_centre(centre_of(centre))
    return Reference(found.public_id, found.label_id, told)


@operation("centres.plan_year", needs=Permission.COURSES_MANAGE, form=PlanYear)
def plan_year(
    viewer: Viewer, /, *, level: str, centre: str, audience: tuple[str, ...] = (), **columns: Any
) -> Reference:
    """The annual programme of a centre, in words: its courses are the offerings of that year."""
    label = label_for(viewer, level, audience)
    found = centre_of(centre)
    check_own_centre(viewer, centre)
    made = YearProgramme.objects.create(label=label, centre=found, **columns)
    return Reference(made.public_id, label.id, {"year": [None, made.year]})
