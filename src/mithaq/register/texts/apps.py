"""The app."""

from django.apps import AppConfig


class TextsConfig(AppConfig):
    name = "mithaq.register.texts"
    default_auto_field = "django.db.models.BigAutoField"
