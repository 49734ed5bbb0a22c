"""The app."""

from django.apps import AppConfig


class ConsultationsConfig(AppConfig):
    name = "mithaq.register.consultations"
    default_auto_field = "django.db.models.BigAutoField"
