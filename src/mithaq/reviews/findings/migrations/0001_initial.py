import django.db.models.deletion
import mithaq.access.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "0002_former_references"),
        ("followup", "0001_initial"),
        ("runs", "0001_initial"),
        ("training", "0003_taken_in_changes"),
    ]

    operations = [
        migrations.CreateModel(
            name="Finding",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    mithaq.access.fields.PublicId(
                        default=mithaq.access.fields.new_public_id, editable=False, max_length=22, unique=True
                    ),
                ),
                ("ref", models.CharField(max_length=24)),
                ("code", models.CharField(blank=True, max_length=24)),
                ("centre", models.CharField(blank=True, max_length=16)),
                (
                    "trigger",
                    models.CharField(
                        choices=[
                            ("below_worthwhile", "Gain below what is worthwhile"),
                            ("objective_not_learned", "Objective not learned"),
                            ("negative_item", "Item that the able answer worse"),
                            ("unfair_item", "Item harder in one language"),
                            ("low_reliability", "Unreliable test"),
                            ("ceiling", "Test too easy"),
                            ("low_retention", "Little kept after six months"),
                            ("barrier", "Barrier to applying it"),
                            ("seats_unused", "Seats unused"),
                            ("missing", "Many without a test after"),
                            ("control_old", "Course control documents out of date"),
                            ("need_without_course", "Need without a course"),
                        ],
                        max_length=24,
                    ),
                ),
                ("subject", models.CharField(blank=True, max_length=120)),
                (
                    "severity",
                    models.CharField(choices=[("high", "High"), ("medium", "Medium"), ("low", "Low")], max_length=8),
                ),
                ("verdict", models.CharField(blank=True, max_length=24)),
                ("evidence", models.JSONField(default=dict)),
                ("parts", models.JSONField(default=list)),
                ("basis", models.JSONField(default=dict)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "Open"),
                            ("answered", "Answered"),
                            ("rejected", "Rejected"),
                            ("acting", "Being acted on"),
                            ("annual", "Before the annual review"),
                            ("closed", "Closed"),
                        ],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("opened_at", models.DateTimeField()),
                ("due", models.DateField()),
                ("late", models.PositiveSmallIntegerField(default=0)),
                ("reason", models.CharField(blank=True, max_length=500)),
                ("demonstration", models.BooleanField(default=False)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "course",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="findings",
                        to="training.course",
                    ),
                ),
                (
                    "label",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.label"
                    ),
                ),
                (
                    "run",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="findings",
                        to="runs.run",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(fields=["-opened_at", "-id"], name="finding_opened"),
                    models.Index(fields=["course", "trigger"], name="finding_course"),
                    models.Index(fields=["state", "due"], name="finding_due"),
                    models.Index(fields=["ref"], name="finding_ref"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Asked",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    mithaq.access.fields.PublicId(
                        default=mithaq.access.fields.new_public_id, editable=False, max_length=22, unique=True
                    ),
                ),
                ("ref", models.CharField(max_length=24)),
                ("code", models.CharField(blank=True, max_length=24)),
                (
                    "trigger",
                    models.CharField(
                        choices=[
                            ("below_worthwhile", "Gain below what is worthwhile"),
                            ("objective_not_learned", "Objective not learned"),
                            ("negative_item", "Item that the able answer worse"),
                            ("unfair_item", "Item harder in one language"),
                            ("low_reliability", "Unreliable test"),
                            ("ceiling", "Test too easy"),
                            ("low_retention", "Little kept after six months"),
                            ("barrier", "Barrier to applying it"),
                            ("seats_unused", "Seats unused"),
                            ("missing", "Many without a test after"),
                            ("control_old", "Course control documents out of date"),
                            ("need_without_course", "Need without a course"),
                        ],
                        max_length=24,
                    ),
                ),
                ("party", models.CharField(max_length=16)),
                ("told", models.JSONField(default=dict)),
                ("note_ar", models.CharField(blank=True, max_length=1000)),
                ("note_en", models.CharField(blank=True, max_length=1000)),
                ("asked_by", models.CharField(max_length=150)),
                ("asked_at", models.DateTimeField()),
                ("due", models.DateField()),
                (
                    "answer",
                    models.CharField(
                        blank=True,
                        choices=[("accepted", "Accepted"), ("rejected", "Rejected"), ("comment", "Comment")],
                        max_length=10,
                    ),
                ),
                ("text", models.CharField(blank=True, max_length=2000)),
                ("by", models.CharField(blank=True, max_length=150)),
                ("at", models.DateTimeField(blank=True, null=True)),
                ("demonstration", models.BooleanField(default=False)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "course",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="training.course",
                    ),
                ),
                (
                    "label",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.label"
                    ),
                ),
                (
                    "finding",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="asked",
                        to="findings.finding",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(fields=["finding", "party"], name="asked_finding"),
                    models.Index(fields=["party", "answer"], name="asked_party"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("at__isnull", True), ("by", "")),
                            models.Q(models.Q(("by", ""), _negated=True), ("at__isnull", False)),
                            _connector="OR",
                        ),
                        name="asked_answered_by_and_at",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Remedy",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    mithaq.access.fields.PublicId(
                        default=mithaq.access.fields.new_public_id, editable=False, max_length=22, unique=True
                    ),
                ),
                ("predicted", models.DecimalField(decimal_places=2, max_digits=5)),
                ("made_by", models.CharField(max_length=150)),
                ("made_at", models.DateTimeField()),
                (
                    "action",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="remedies",
                        to="followup.action",
                    ),
                ),
                (
                    "asked",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="remedies", to="findings.asked"
                    ),
                ),
                (
                    "finding",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="remedies",
                        to="findings.finding",
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
                "indexes": [models.Index(fields=["finding"], name="remedy_finding")],
            },
        ),
        migrations.CreateModel(
            name="Measured",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "outcome",
                    models.CharField(
                        choices=[("worked", "Worked"), ("did_not", "Did not work"), ("not_yet_known", "Not known yet")],
                        max_length=14,
                    ),
                ),
                ("estimate", models.FloatField(blank=True, null=True)),
                ("low", models.FloatField(blank=True, null=True)),
                ("high", models.FloatField(blank=True, null=True)),
                ("before", models.FloatField(blank=True, null=True)),
                ("raw_before", models.FloatField(blank=True, null=True)),
                ("after", models.FloatField(blank=True, null=True)),
                ("at", models.DateTimeField()),
                (
                    "label",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.label"
                    ),
                ),
                (
                    "run",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="measured",
                        to="runs.run",
                    ),
                ),
                (
                    "remedy",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="measured",
                        to="findings.remedy",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [models.Index(fields=["remedy", "-id"], name="measured_remedy")],
            },
        ),
        migrations.CreateModel(
            name="Spread",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("course", models.CharField(max_length=22)),
                ("sd", models.FloatField()),
                ("n", models.PositiveIntegerField()),
                ("worthwhile", models.FloatField()),
                ("attrition", models.FloatField()),
                (
                    "label",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.label"
                    ),
                ),
                (
                    "run",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="spreads", to="runs.run"
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [models.Index(fields=["course", "-id"], name="spread_course")],
            },
        ),
        migrations.CreateModel(
            name="AnnualReview",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    mithaq.access.fields.PublicId(
                        default=mithaq.access.fields.new_public_id, editable=False, max_length=22, unique=True
                    ),
                ),
                ("ref", models.CharField(max_length=24)),
                ("centre", models.CharField(max_length=16)),
                ("year", models.PositiveSmallIntegerField()),
                ("content", models.JSONField(default=dict)),
                ("made_by", models.CharField(max_length=150)),
                ("made_at", models.DateTimeField()),
                ("demonstration", models.BooleanField(default=False)),
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
                "indexes": [models.Index(fields=["centre", "-year"], name="review_centre")],
            },
        ),
    ]
