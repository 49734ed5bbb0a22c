"""The app."""

from django.apps import AppConfig


class ArchiveConfig(AppConfig):
    name = "mithaq.archive"
    default_auto_field = "django.db.models.BigAutoField"
