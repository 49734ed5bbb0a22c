"""The app."""

from django.apps import AppConfig


class ActivitiesConfig(AppConfig):
    name = "mithaq.register.activities"
    default_auto_field = "django.db.models.BigAutoField"
