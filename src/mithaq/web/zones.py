"""Time zones to choose from: those of the house's cities first, then all others."""

from __future__ import annotations

from django.conf import settings
from django.utils.translation import gettext

from mithaq.core.days import clock_of
from mithaq.register.meetings.times import zones
from mithaq.web.choices import Options
from mithaq.web.days import tongue

USUAL = (
    "Europe/Brussels",
    "Asia/Kuwait",
    "Asia/Qatar",
    "Asia/Bahrain",
    "Asia/Dubai",
    "Asia/Muscat",
    "Asia/Riyadh",
    "UTC",
)


def zone_options() -> Options:
    """Groups of (zone, words), the usual ones by their cities, the house's own among them."""
    usual = tuple(dict.fromkeys((*USUAL, settings.TIME_ZONE)))
    others = sorted(zone for zone in zones() if "/" in zone and zone not in usual)
    return [
        (gettext("Usual"), [(zone, f"{clock_of(zone, tongue())} ({zone})") for zone in usual]),
        (gettext("All others"), [(zone, zone) for zone in others]),
    ]
