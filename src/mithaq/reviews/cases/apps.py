"""The app."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "mithaq.reviews.cases"
    default_auto_field = "django.db.models.BigAutoField"
