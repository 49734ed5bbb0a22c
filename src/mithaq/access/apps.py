"""The app, and what it hooks into Django."""

from django.apps import AppConfig
from django.core.checks import Tags, register
from django.db.models.signals import post_migrate
from django.utils.module_loading import autodiscover_modules


class AccessConfig(AppConfig):
    name = "mithaq.access"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from mithaq.access import checks, schema  # noqa: PLC0415  models must be loaded first

        post_migrate.connect(schema.after_migrate, sender=self)
        register(checks.gate_is_shut, Tags.database)
        register(checks.journal_only_grows, Tags.database)
        autodiscover_modules("operations", "reads")  # fills the registry that the doors are made from
