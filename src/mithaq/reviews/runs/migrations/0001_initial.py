import django.db.models.deletion
import mithaq.access.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    # The label stands before what is long: SQLite reads a row from its head on, and who may not see a run is to be told so as
    # fast as of one that there is not.
    initial = True

    dependencies = [
        ("access", "0002_former_references"),
    ]

    operations = [
        migrations.CreateModel(
            name="Run",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    mithaq.access.fields.PublicId(
                        default=mithaq.access.fields.new_public_id, editable=False, max_length=22, unique=True
                    ),
                ),
                (
                    "label",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.label"
                    ),
                ),
                ("ref", models.CharField(max_length=24)),
                ("title_ar", models.CharField(blank=True, max_length=300)),
                ("title_en", models.CharField(blank=True, max_length=300)),
                ("courses", mithaq.access.fields.Codes(blank=True, default=(), max_length=20000)),
                ("year", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("parties", mithaq.access.fields.Codes(blank=True, default=(), max_length=2000)),
                ("settings", models.JSONField(default=dict)),
                ("seed", models.PositiveIntegerField(default=0)),
                ("made_with", models.CharField(max_length=40)),
                ("data_hash", models.CharField(max_length=64)),
                ("digest", models.CharField(max_length=64)),
                ("made_by", models.CharField(max_length=150)),
                ("made_at", models.DateTimeField()),
                (
                    "checked",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("same", "The same to the last byte"),
                            ("data", "The data is another one today"),
                            ("code", "The version of Mithaq is another one"),
                            ("content", "Something else came out of the same data"),
                        ],
                        max_length=8,
                    ),
                ),
                ("checked_by", models.CharField(blank=True, max_length=150)),
                ("checked_at", models.DateTimeField(blank=True, null=True)),
                ("demonstration", models.BooleanField(default=False)),
                ("content", models.TextField()),
                ("base", models.TextField()),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("checked_at__isnull", True), ("checked_by", "")),
                            models.Q(models.Q(("checked_by", ""), _negated=True), ("checked_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="checked_by_and_at",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Release",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    mithaq.access.fields.PublicId(
                        default=mithaq.access.fields.new_public_id, editable=False, max_length=22, unique=True
                    ),
                ),
                (
                    "label",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.label"
                    ),
                ),
                ("ref", models.CharField(blank=True, max_length=24)),
                ("title_ar", models.CharField(blank=True, max_length=300)),
                ("title_en", models.CharField(blank=True, max_length=300)),
                ("level", models.CharField(max_length=12)),
                ("audience", mithaq.access.fields.Codes(blank=True, default=(), max_length=2000)),
                ("agreed", mithaq.access.fields.Codes(blank=True, default=(), max_length=2000)),
                ("courses", mithaq.access.fields.Codes(blank=True, default=(), max_length=20000)),
                ("threshold", models.PositiveSmallIntegerField(default=5)),
                (
                    "state",
                    models.CharField(
                        choices=[("proposed", "Proposed"), ("issued", "Issued"), ("withdrawn", "Withdrawn")],
                        default="proposed",
                        max_length=10,
                    ),
                ),
                ("proposed_by", models.CharField(max_length=150)),
                ("proposed_at", models.DateTimeField()),
                ("released_by", models.CharField(blank=True, max_length=150)),
                ("released_at", models.DateTimeField(blank=True, null=True)),
                ("taken_back_by", models.CharField(blank=True, max_length=150)),
                ("taken_back_at", models.DateTimeField(blank=True, null=True)),
                ("reason", models.CharField(blank=True, max_length=500)),
                ("demonstration", models.BooleanField(default=False)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "run",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="releases",
                        to="runs.run",
                    ),
                ),
                ("content", models.TextField(blank=True)),
                ("attack", models.JSONField(blank=True, default=dict)),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [models.Index(fields=["state", "-id"], name="release_state")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("released_at__isnull", True), ("released_by", "")),
                            models.Q(models.Q(("released_by", ""), _negated=True), ("released_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="released_by_and_at",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("taken_back_at__isnull", True), ("taken_back_by", "")),
                            models.Q(models.Q(("taken_back_by", ""), _negated=True), ("taken_back_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="taken_back_by_and_at",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Part",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    mithaq.access.fields.PublicId(
                        default=mithaq.access.fields.new_public_id, editable=False, max_length=22, unique=True
                    ),
                ),
                (
                    "label",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.label"
                    ),
                ),
                ("party", models.CharField(max_length=16)),
                ("at", models.DateTimeField()),
                ("gone", models.BooleanField(default=False)),
                (
                    "release",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="parts",
                        to="runs.release",
                    ),
                ),
                ("content", models.TextField()),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [models.Index(fields=["party", "-id"], name="part_party")],
            },
        ),
        migrations.CreateModel(
            name="Consent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    mithaq.access.fields.PublicId(
                        default=mithaq.access.fields.new_public_id, editable=False, max_length=22, unique=True
                    ),
                ),
                (
                    "label",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.label"
                    ),
                ),
                ("party", models.CharField(max_length=16)),
                (
                    "answer",
                    models.CharField(
                        choices=[("asked", "Asked"), ("agreed", "Agreed"), ("declined", "Declined")],
                        default="asked",
                        max_length=8,
                    ),
                ),
                ("title_ar", models.CharField(blank=True, max_length=300)),
                ("title_en", models.CharField(blank=True, max_length=300)),
                ("level", models.CharField(max_length=12)),
                ("audience", mithaq.access.fields.Codes(blank=True, default=(), max_length=2000)),
                ("asked_at", models.DateTimeField()),
                ("said_by", models.CharField(blank=True, max_length=150)),
                ("said_at", models.DateTimeField(blank=True, null=True)),
                ("reason", models.CharField(blank=True, max_length=500)),
                ("open", models.BooleanField(default=True)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "release",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="consents",
                        to="runs.release",
                    ),
                ),
                ("content", models.TextField()),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [models.Index(fields=["party", "-id"], name="consent_party")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("said_at__isnull", True), ("said_by", "")),
                            models.Q(models.Q(("said_by", ""), _negated=True), ("said_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="said_by_and_at",
                    )
                ],
            },
        ),
    ]
