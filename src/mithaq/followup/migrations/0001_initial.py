import django.db.models.deletion
import mithaq.access.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "0001_initial"),
        ("access", "__first__"),
        ("archive", "0001_initial"),
        ("commitments", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="MailSent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("account", models.CharField(max_length=150, unique=True)),
                ("day", models.DateField()),
            ],
        ),
        migrations.CreateModel(
            name="Action",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    mithaq.access.fields.PublicId(
                        default=mithaq.access.fields.new_public_id, editable=False, max_length=22, unique=True
                    ),
                ),
                ("ref", models.CharField(max_length=24)),
                ("title_ar", models.CharField(blank=True, max_length=300)),
                ("title_en", models.CharField(blank=True, max_length=300)),
                ("owner", models.CharField(max_length=16)),
                ("due", models.DateField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("proposed", "Proposed"),
                            ("agreed", "Agreed"),
                            ("under_way", "Under way"),
                            ("done", "Done"),
                            ("not_done", "Not done"),
                            ("superseded", "Superseded"),
                        ],
                        default="proposed",
                        max_length=12,
                    ),
                ),
                ("state_reason", models.CharField(blank=True, max_length=500)),
                ("percent", models.PositiveSmallIntegerField(default=0)),
                ("demonstration", models.BooleanField(default=False)),
                ("added_at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "focal",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="actions",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "label",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.label"
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(fields=["due", "id", "label", "state", "owner", "focal"], name="action_due"),
                    models.Index(fields=["ref"], name="action_ref"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Progress",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    mithaq.access.fields.PublicId(
                        default=mithaq.access.fields.new_public_id, editable=False, max_length=22, unique=True
                    ),
                ),
                ("percent", models.PositiveSmallIntegerField()),
                ("text_ar", models.CharField(blank=True, max_length=2000)),
                ("text_en", models.CharField(blank=True, max_length=2000)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("filed", "Waits for confirmation"),
                            ("confirmed", "Confirmed"),
                            ("returned", "Returned with a question"),
                        ],
                        default="filed",
                        max_length=10,
                    ),
                ),
                ("answer", models.CharField(blank=True, max_length=1000)),
                ("by", models.CharField(max_length=150)),
                ("at", models.DateTimeField()),
                ("answered_by", models.CharField(blank=True, max_length=150)),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "action",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="reports", to="followup.action"
                    ),
                ),
                (
                    "label",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.label"
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(fields=["action", "-at"], name="progress_action"),
                    models.Index(fields=["state", "at"], name="progress_state"),
                ],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("percent__lte", 100)), name="percent_in_range"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answered_at__isnull", True), ("answered_by", "")),
                            models.Q(models.Q(("answered_by", ""), _negated=True), ("answered_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="answered_by_and_at",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Evidence",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("address", models.CharField(blank=True, max_length=500)),
                ("note", models.CharField(blank=True, max_length=300)),
                (
                    "citation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="evidence",
                        to="archive.citation",
                    ),
                ),
                (
                    "label",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.label"
                    ),
                ),
                (
                    "progress",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="evidence", to="followup.progress"
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [models.Index(fields=["progress"], name="evidence_progress")],
            },
        ),
        migrations.CreateModel(
            name="Reminder",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("thing", models.CharField(max_length=22)),
                ("step", models.CharField(max_length=12)),
                ("due", models.DateField()),
                ("account", models.CharField(max_length=150)),
                ("at", models.DateTimeField()),
                (
                    "label",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.label"
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [
                    models.UniqueConstraint(fields=("thing", "step", "due", "account"), name="reminded_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Serves",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "action",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="serves", to="followup.action"
                    ),
                ),
                (
                    "commitment",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="served_by",
                        to="commitments.commitment",
                    ),
                ),
                (
                    "label",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.label"
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [
                    models.UniqueConstraint(fields=("action", "commitment"), name="action_once_a_commitment")
                ],
            },
        ),
    ]
