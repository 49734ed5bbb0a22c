"""The app."""

from django.apps import AppConfig


class PartiesConfig(AppConfig):
    name = "mithaq.register.parties"
    default_auto_field = "django.db.models.BigAutoField"
