import django.db.models.deletion
import mithaq.access.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "0001_initial"),
        ("activities", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Centre",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    mithaq.access.fields.PublicId(
                        default=mithaq.access.fields.new_public_id, editable=False, max_length=22, unique=True
                    ),
                ),
                ("party", models.CharField(max_length=16, unique=True)),
                ("about_ar", models.CharField(blank=True, max_length=2000)),
                ("about_en", models.CharField(blank=True, max_length=2000)),
                ("city_ar", models.CharField(blank=True, max_length=80)),
                ("city_en", models.CharField(blank=True, max_length=80)),
                ("country", models.CharField(blank=True, max_length=3)),
                ("opened", models.CharField(blank=True, max_length=10)),
                ("source", models.CharField(blank=True, max_length=300)),
                ("version", models.PositiveIntegerField(default=1)),
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
            },
        ),
        migrations.CreateModel(
            name="Course",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    mithaq.access.fields.PublicId(
                        default=mithaq.access.fields.new_public_id, editable=False, max_length=22, unique=True
                    ),
                ),
                ("code", models.CharField(max_length=24)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("course", "Course"),
                            ("advisory", "Advisory mission"),
                            ("mobile_team", "Mobile training team"),
                        ],
                        default="course",
                        max_length=12,
                    ),
                ),
                ("title_ar", models.CharField(blank=True, max_length=300)),
                ("title_en", models.CharField(blank=True, max_length=300)),
                ("centre", models.CharField(max_length=16)),
                ("discipline_ar", models.CharField(blank=True, max_length=200)),
                ("discipline_en", models.CharField(blank=True, max_length=200)),
                ("areas", mithaq.access.fields.Codes(blank=True, default=(), max_length=400)),
                (
                    "depth",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        choices=[
                            (100, "100: fundamental"),
                            (200, "200: functional"),
                            (300, "300: intermediate"),
                            (400, "400: advanced"),
                            (500, "500: expert"),
                        ],
                        null=True,
                    ),
                ),
                (
                    "certification",
                    models.CharField(
                        blank=True,
                        choices=[("approved", "Approved"), ("selected", "Selected"), ("listed", "Listed")],
                        max_length=10,
                    ),
                ),
                ("etf_code", models.CharField(blank=True, max_length=24)),
                ("eprime", models.CharField(blank=True, max_length=24)),
                ("link", models.URLField(blank=True, max_length=300)),
                (
                    "delivery",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("resident", "At the centre"),
                            ("mobile", "By a team that travels"),
                            ("online", "At a distance"),
                            ("blended", "At a distance and at the centre"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "mode",
                    models.CharField(
                        blank=True, choices=[("practical", "Practical"), ("study", "Study")], max_length=10
                    ),
                ),
                ("description_ar", models.CharField(blank=True, max_length=4000)),
                ("description_en", models.CharField(blank=True, max_length=4000)),
                ("notes_ar", models.CharField(blank=True, max_length=2000)),
                ("notes_en", models.CharField(blank=True, max_length=2000)),
                ("aim_ar", models.CharField(blank=True, max_length=1000)),
                ("aim_en", models.CharField(blank=True, max_length=1000)),
                ("languages", mithaq.access.fields.Codes(blank=True, default=(), max_length=400)),
                ("english", models.CharField(blank=True, max_length=4)),
                ("active_from", models.CharField(blank=True, max_length=10)),
                ("active_until", models.CharField(blank=True, max_length=10)),
                ("days", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("clearance_ar", models.CharField(blank=True, max_length=120)),
                ("clearance_en", models.CharField(blank=True, max_length=120)),
                ("for_whom_ar", models.CharField(blank=True, max_length=500)),
                ("for_whom_en", models.CharField(blank=True, max_length=500)),
                ("tuition", models.DecimalField(blank=True, decimal_places=2, max_digits=9, null=True)),
                ("lodging", models.DecimalField(blank=True, decimal_places=2, max_digits=9, null=True)),
                ("currency", models.CharField(blank=True, max_length=3)),
                ("payment_ar", models.CharField(blank=True, max_length=200)),
                ("payment_en", models.CharField(blank=True, max_length=200)),
                ("levels", mithaq.access.fields.Codes(blank=True, default=(), max_length=400)),
                ("two_step", models.BooleanField(default=False)),
                ("secure_access", models.BooleanField(default=False)),
                ("control_version", models.CharField(blank=True, max_length=20)),
                ("control_signed", models.DateField(blank=True, null=True)),
                ("review_due", models.DateField(blank=True, null=True)),
                ("least_gain", models.DecimalField(blank=True, decimal_places=2, max_digits=5, null=True)),
                ("least_gain_agreed_by", models.CharField(blank=True, max_length=200)),
                ("least_gain_agreed_on", models.DateField(blank=True, null=True)),
                ("standard", models.DecimalField(blank=True, decimal_places=2, max_digits=5, null=True)),
                ("valid_months", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("updated_at", models.DateTimeField()),
                ("source", models.CharField(blank=True, max_length=300)),
                ("demonstration", models.BooleanField(default=False)),
                ("taken_in", models.CharField(blank=True, max_length=22)),
                ("version", models.PositiveIntegerField(default=1)),
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
                    models.Index(fields=["code"], name="course_code"),
                    models.Index(fields=["centre", "code"], name="course_centre"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Dossier",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    mithaq.access.fields.PublicId(
                        default=mithaq.access.fields.new_public_id, editable=False, max_length=22, unique=True
                    ),
                ),
                ("network_ar", models.CharField(max_length=200)),
                ("network_en", models.CharField(max_length=200)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("candidate", "Candidate"),
                            ("assessed", "Being assessed"),
                            ("visited", "Visited"),
                            ("accredited", "Accredited"),
                            ("conditional", "Accredited with conditions"),
                            ("refused", "Not accredited"),
                        ],
                        default="candidate",
                        max_length=12,
                    ),
                ),
                ("since", models.CharField(blank=True, max_length=10)),
                ("source", models.CharField(blank=True, max_length=300)),
                ("decided_on", models.DateField(blank=True, null=True)),
                ("decision", models.CharField(blank=True, max_length=1000)),
                ("review_due", models.DateField(blank=True, null=True)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "centre",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="dossiers", to="training.centre"
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
            },
        ),
        migrations.CreateModel(
            name="Criterion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    mithaq.access.fields.PublicId(
                        default=mithaq.access.fields.new_public_id, editable=False, max_length=22, unique=True
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("words_ar", models.CharField(blank=True, max_length=500)),
                ("words_en", models.CharField(blank=True, max_length=500)),
                ("evidence", models.CharField(blank=True, max_length=1000)),
                (
                    "met",
                    models.CharField(
                        blank=True, choices=[("yes", "Met"), ("part", "Met in part"), ("no", "Not met")], max_length=4
                    ),
                ),
                ("judged_by", models.CharField(blank=True, max_length=150)),
                ("judged_at", models.DateTimeField(blank=True, null=True)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "label",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.label"
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="criteria", to="training.dossier"
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("judged_at__isnull", True), ("judged_by", "")),
                            models.Q(models.Q(("judged_by", ""), _negated=True), ("judged_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="judged_by_and_at",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Inspection",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("on", models.DateField()),
                ("assessors", models.CharField(max_length=300)),
                ("found_ar", models.CharField(blank=True, max_length=2000)),
                ("found_en", models.CharField(blank=True, max_length=2000)),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="inspections", to="training.dossier"
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
            },
        ),
        migrations.CreateModel(
            name="Objective",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField()),
                ("performance_ar", models.CharField(blank=True, max_length=500)),
                ("performance_en", models.CharField(blank=True, max_length=500)),
                ("condition_ar", models.CharField(blank=True, max_length=500)),
                ("condition_en", models.CharField(blank=True, max_length=500)),
                ("standard_ar", models.CharField(blank=True, max_length=500)),
                ("standard_en", models.CharField(blank=True, max_length=500)),
                ("need", models.CharField(blank=True, max_length=300)),
                (
                    "course",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="objectives", to="training.course"
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
                "constraints": [models.UniqueConstraint(fields=("course", "number"), name="objective_once_a_course")],
            },
        ),
        migrations.CreateModel(
            name="Offering",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("cost", models.DecimalField(blank=True, decimal_places=2, max_digits=11, null=True)),
                ("currency", models.CharField(blank=True, max_length=3)),
                (
                    "activity",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="offering", to="activities.activity"
                    ),
                ),
                (
                    "course",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="offerings", to="training.course"
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
                "indexes": [models.Index(fields=["course"], name="offering_course")],
            },
        ),
        migrations.CreateModel(
            name="Proof",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("sealed", models.TextField()),
                ("place", models.PositiveIntegerField(unique=True)),
                ("revoked", models.BooleanField(default=False)),
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
                "indexes": [models.Index(fields=["revoked"], name="proof_revoked")],
            },
        ),
        migrations.CreateModel(
            name="Trainer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    mithaq.access.fields.PublicId(
                        default=mithaq.access.fields.new_public_id, editable=False, max_length=22, unique=True
                    ),
                ),
                ("centre", models.CharField(max_length=16)),
                ("name_ar", models.CharField(blank=True, max_length=200)),
                ("name_en", models.CharField(blank=True, max_length=200)),
                ("home", models.CharField(blank=True, max_length=16)),
                ("languages", mithaq.access.fields.Codes(blank=True, default=(), max_length=400)),
                ("subjects_ar", models.CharField(blank=True, max_length=500)),
                ("subjects_en", models.CharField(blank=True, max_length=500)),
                ("since", models.CharField(blank=True, max_length=10)),
                ("until", models.CharField(blank=True, max_length=10)),
                ("demonstration", models.BooleanField(default=False)),
                ("version", models.PositiveIntegerField(default=1)),
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
                "indexes": [models.Index(fields=["centre"], name="trainer_centre")],
            },
        ),
        migrations.CreateModel(
            name="Teaching",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "activity",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="trainers",
                        to="activities.activity",
                    ),
                ),
                (
                    "label",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.label"
                    ),
                ),
                (
                    "trainer",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="teaching",
                        to="training.trainer",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [
                    models.UniqueConstraint(fields=("trainer", "activity"), name="trainer_once_an_offering")
                ],
            },
        ),
        migrations.CreateModel(
            name="YearProgramme",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    mithaq.access.fields.PublicId(
                        default=mithaq.access.fields.new_public_id, editable=False, max_length=22, unique=True
                    ),
                ),
                ("year", models.PositiveSmallIntegerField()),
                ("aims_ar", models.CharField(blank=True, max_length=2000)),
                ("aims_en", models.CharField(blank=True, max_length=2000)),
                ("adopted_on", models.DateField(blank=True, null=True)),
                ("source", models.CharField(blank=True, max_length=300)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "centre",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="programmes", to="training.centre"
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
                "indexes": [models.Index(fields=["centre", "-year"], name="programme_year")],
            },
        ),
        migrations.CreateModel(
            name="CatalogueImport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    mithaq.access.fields.PublicId(
                        default=mithaq.access.fields.new_public_id, editable=False, max_length=22, unique=True
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("by", models.CharField(max_length=150)),
                ("at", models.DateTimeField()),
                ("made", models.JSONField(default=list)),
                ("undone_by", models.CharField(blank=True, max_length=150)),
                ("undone_at", models.DateTimeField(blank=True, null=True)),
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
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("undone_at__isnull", True), ("undone_by", "")),
                            models.Q(models.Q(("undone_by", ""), _negated=True), ("undone_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="undone_by_and_at",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Certificate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    mithaq.access.fields.PublicId(
                        default=mithaq.access.fields.new_public_id, editable=False, max_length=22, unique=True
                    ),
                ),
                ("link", models.CharField(max_length=43)),
                ("place", models.PositiveIntegerField()),
                ("badge", models.TextField()),
                ("valid_until", models.DateField(blank=True, null=True)),
                ("issued_by", models.CharField(max_length=150)),
                ("issued_at", models.DateTimeField()),
                ("revoked_by", models.CharField(blank=True, max_length=150)),
                ("revoked_at", models.DateTimeField(blank=True, null=True)),
                ("reason", models.CharField(blank=True, max_length=500)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "label",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.label"
                    ),
                ),
                (
                    "nomination",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="certificates",
                        to="activities.nomination",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [models.Index(fields=["valid_until"], name="certificate_valid")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("revoked_at__isnull", True), ("revoked_by", "")),
                            models.Q(models.Q(("revoked_by", ""), _negated=True), ("revoked_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="revoked_by_and_at",
                    )
                ],
            },
        ),
    ]
