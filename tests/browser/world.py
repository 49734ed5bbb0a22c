"""Something to look at, in a data folder of its own: ``python -m tests.browser.world`` with MITHAQ_HOME set."""

from __future__ import annotations

import django

PARTIES = (
    ("SEC", "secretariat", "أمانة المبادرة", "Secretariat of the initiative", "الأمانة", "Secretariat"),
    ("BHR", "state", "مملكة البحرين", "Kingdom of Bahrain", "البحرين", "Bahrain"),
    ("KWT", "state", "دولة الكويت", "State of Kuwait", "الكويت", "Kuwait"),
    ("QAT", "state", "دولة قطر", "State of Qatar", "قطر", "Qatar"),
    ("ARE", "state", "دولة الإمارات العربية المتحدة", "United Arab Emirates", "الإمارات", "UAE"),
    ("OMN", "state", "سلطنة عُمان", "Sultanate of Oman", "عُمان", "Oman"),
    ("NATO-ICI-RC", "centre", "المركز الإقليمي", "Regional Centre", "المركز الإقليمي", "Regional Centre"),
)


def make() -> None:
    """Tables, parties, the initiative and the cast."""
    from mithaq.access import schema  # noqa: PLC0415  after the settings
    from mithaq.access.markings import Level  # noqa: PLC0415
    from mithaq.access.models import Initiative, Label, Party  # noqa: PLC0415
    from mithaq.access.viewer import system  # noqa: PLC0415
    from tests import cast  # noqa: PLC0415

    schema.migrate()
    with system("a world to look at"):
        public = Label.objects.of(Level.PUBLIC)
        names = ("code", "kind", "name_ar", "name_en", "short_ar", "short_en")
        for party in PARTIES:
            Party.objects.create(label=public, **dict(zip(names, party, strict=True)))
        name = {"name_ar": "مبادرة إسطنبول للتعاون", "name_en": "Istanbul Cooperation Initiative"}
        Initiative.objects.create(label=public, code="ICI", **name)
        for member in cast.CAST:
            cast.account(member)


if __name__ == "__main__":
    django.setup()
    make()
