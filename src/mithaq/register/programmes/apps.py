"""The app."""

from django.apps import AppConfig


class ProgrammesConfig(AppConfig):
    name = "mithaq.register.programmes"
    default_auto_field = "django.db.models.BigAutoField"
