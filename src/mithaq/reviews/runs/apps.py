"""The app."""

from django.apps import AppConfig


class RunsConfig(AppConfig):
    name = "mithaq.reviews.runs"
    default_auto_field = "django.db.models.BigAutoField"
