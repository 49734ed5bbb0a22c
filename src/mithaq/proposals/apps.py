"""The app."""

from django.apps import AppConfig


class ProposalsConfig(AppConfig):
    name = "mithaq.proposals"
    default_auto_field = "django.db.models.BigAutoField"
