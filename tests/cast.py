"""The people every test knows, and what each may see."""

from __future__ import annotations

from mithaq.access.markings import Clearance, Level
from mithaq.access.models import Account
from mithaq.access.roles import handles_personal_data, permissions_of
from mithaq.access.viewer import Viewer
from mithaq.core.words import Bilingual


def _viewer(account: str, party: str, level: Level, ar: str, en: str, *roles: str) -> Viewer:
    clearance = Clearance(party, level, handles_personal_data(roles))
    return Viewer(account, clearance, permissions_of(roles), Bilingual(ar, en))


LAYLA = _viewer(
    "layla", "SEC", Level.CONFIDENTIAL, "ليلى", "Layla", "secretariat"
)  # the secretariat: sees what it was given
RASHID = _viewer(
    "rashid", "QAT", Level.CONFIDENTIAL, "راشد", "Rashid", "mission_head"
)  # head of Qatar's mission: answers for it
HESSA = _viewer("hessa", "QAT", Level.RESTRICTED, "حصة", "Hessa", "mission_officer")  # his officer: reads and reports
BADER = _viewer("bader", "KWT", Level.CONFIDENTIAL, "بدر", "Bader", "mission_head")  # Kuwait's mission: another party
DANA = _viewer("dana", "NATO-ICI-RC", Level.RESTRICTED, "دانة", "Dana", "centre_officer")  # the Regional Centre
SALIM = _viewer("salim", "OMN", Level.OFFICIAL, "سالم", "Salim", "observer")  # Oman: an observer, changes nothing
PUBLIC = _viewer("public", "", Level.PUBLIC, "العموم", "The public", "public")  # sees what is public
CAST = (LAYLA, RASHID, HESSA, BADER, DANA, SALIM, PUBLIC)
ROLES = {
    "layla": ("secretariat",),
    "rashid": ("mission_head",),
    "hessa": ("mission_officer",),
    "bader": ("mission_head",),
    "dana": ("centre_officer",),
    "salim": ("observer",),
    "public": ("public",),
}


def account(viewer: Viewer) -> Account:
    """The account this viewer signs in with, made at the first call."""
    made, _ = Account.objects.get_or_create(
        username=viewer.account,
        defaults={
            "party": viewer.party,
            "level": viewer.clearance.level,
            "roles": ROLES[viewer.account],
            "name_ar": viewer.name.ar,
            "name_en": viewer.name.en,
            "email": f"{viewer.account}@example.org",
        },
    )
    return made
