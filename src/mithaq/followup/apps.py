"""The app."""

from django.apps import AppConfig


class FollowupConfig(AppConfig):
    name = "mithaq.followup"
    default_auto_field = "django.db.models.BigAutoField"
