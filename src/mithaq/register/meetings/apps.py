"""The app."""

from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "mithaq.register.meetings"
    default_auto_field = "django.db.models.BigAutoField"
