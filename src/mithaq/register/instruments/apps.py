"""The app."""

from django.apps import AppConfig


class InstrumentsConfig(AppConfig):
    name = "mithaq.register.instruments"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Results tell who took part in an offering."""
        from mithaq.register.activities.using import tells_who_came  # noqa: PLC0415  models come first
        from mithaq.register.instruments.taking_part import came  # noqa: PLC0415

        tells_who_came(came)
