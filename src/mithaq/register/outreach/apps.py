"""The app."""

from django.apps import AppConfig


class OutreachConfig(AppConfig):
    name = "mithaq.register.outreach"
    default_auto_field = "django.db.models.BigAutoField"
