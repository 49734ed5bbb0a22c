"""The app."""

from django.apps import AppConfig


class TrainingConfig(AppConfig):
    name = "mithaq.register.training"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """A run of a course is not opened while the course is held."""
        from mithaq.register.activities.opening import guards_opening  # noqa: PLC0415  models come first
        from mithaq.register.training.holding import check_not_held  # noqa: PLC0415

        guards_opening(check_not_held)
