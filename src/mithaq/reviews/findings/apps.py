"""The app."""

from django.apps import AppConfig


class FindingsConfig(AppConfig):
    name = "mithaq.reviews.findings"
    default_auto_field = "django.db.models.BigAutoField"
