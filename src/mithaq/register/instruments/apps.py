"""The app."""

from django.apps import AppConfig


class InstrumentsConfig(AppConfig):
    name = "mithaq.register.instruments"
    default_auto_field = "django.db.models.BigAutoField"
