"""Whether minutes, ideas, issues and interests are demonstration data."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar[list[tuple[str, str]]] = [("consultations", "0001_initial")]
    operations: ClassVar[list[Any]] = [
        migrations.AddField(name, "demonstration", models.BooleanField(default=False))
        for name in ("minutes", "idea", "issue", "interest")
    ]
