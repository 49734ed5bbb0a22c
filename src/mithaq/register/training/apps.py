"""The app."""

from django.apps import AppConfig


class TrainingConfig(AppConfig):
    name = "mithaq.register.training"
    default_auto_field = "django.db.models.BigAutoField"
