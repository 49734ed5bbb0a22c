"""The app."""

from django.apps import AppConfig


class CommitmentsConfig(AppConfig):
    name = "mithaq.register.commitments"
    default_auto_field = "django.db.models.BigAutoField"
