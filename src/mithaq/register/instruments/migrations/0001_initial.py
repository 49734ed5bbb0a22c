import django.db.models.deletion
import mithaq.access.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "0001_initial"),
        ("activities", "0001_initial"),
        ("training", "0002_holds"),
    ]

    operations = [
        migrations.CreateModel(
            name="Instrument",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    mithaq.access.fields.PublicId(
                        default=mithaq.access.fields.new_public_id, editable=False, max_length=22, unique=True
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[("L1", "Reaction"), ("L2", "Test"), ("L3", "Application"), ("L4", "Goals moved")],
                        max_length=2,
                    ),
                ),
                ("form", models.CharField(default="A", max_length=4)),
                ("title_ar", models.CharField(blank=True, max_length=300)),
                ("title_en", models.CharField(blank=True, max_length=300)),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "Draft"), ("in_use", "In use"), ("retired", "Retired")],
                        default="draft",
                        max_length=8,
                    ),
                ),
                ("maximum", models.DecimalField(decimal_places=2, default=0, max_digits=7)),
                ("made_by", models.CharField(max_length=150)),
                ("made_at", models.DateTimeField()),
                ("demonstration", models.BooleanField(default=False)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "course",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="instruments",
                        to="training.course",
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
                "indexes": [models.Index(fields=["course", "level", "form"], name="instrument_course")],
            },
        ),
        migrations.CreateModel(
            name="Item",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("choice", "One of several answers"),
                            ("scale", "From 1 to 5"),
                            ("number", "A number"),
                            ("text", "In words"),
                        ],
                        max_length=6,
                    ),
                ),
                ("words_ar", models.CharField(blank=True, max_length=1000)),
                ("words_en", models.CharField(blank=True, max_length=1000)),
                ("options", models.JSONField(blank=True, default=list)),
                ("key", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("points", models.DecimalField(decimal_places=2, default=0, max_digits=6)),
                ("objective", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("common", models.BooleanField(default=False)),
                (
                    "asks",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("engaging", "Whether it was engaging"),
                            ("relevant", "Whether it is relevant to the work"),
                            ("will_use", "Whether it will be used"),
                            ("applied", "Whether it was applied"),
                            ("how_often", "How often it was applied"),
                            ("barrier", "What stood in the way"),
                            ("remark", "A free remark"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "instrument",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="items", to="instruments.instrument"
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
                    models.UniqueConstraint(fields=("instrument", "number"), name="item_once_an_instrument")
                ],
            },
        ),
        migrations.CreateModel(
            name="Link",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    mithaq.access.fields.PublicId(
                        default=mithaq.access.fields.new_public_id, editable=False, max_length=22, unique=True
                    ),
                ),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("party", models.CharField(max_length=16)),
                ("person", models.CharField(max_length=24)),
                (
                    "wave",
                    models.CharField(
                        choices=[
                            ("reaction", "Reaction"),
                            ("pre", "Before the course"),
                            ("post", "After the course"),
                            ("followup", "Six months later"),
                            ("supervisor", "Supervisor, six months later"),
                        ],
                        max_length=10,
                    ),
                ),
                ("expires", models.DateField()),
                ("made_by", models.CharField(max_length=150)),
                ("made_at", models.DateTimeField()),
                ("used_on", models.DateField(blank=True, null=True)),
                (
                    "activity",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="links",
                        to="activities.activity",
                    ),
                ),
                (
                    "instrument",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="links", to="instruments.instrument"
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
                "indexes": [models.Index(fields=["activity", "wave"], name="link_wave")],
            },
        ),
        migrations.CreateModel(
            name="Result",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("course", models.CharField(max_length=24)),
                ("area", models.CharField(blank=True, max_length=40)),
                ("party", models.CharField(max_length=16)),
                ("person", models.CharField(max_length=24)),
                ("pre", models.DecimalField(blank=True, decimal_places=2, max_digits=7, null=True)),
                ("post", models.DecimalField(blank=True, decimal_places=2, max_digits=7, null=True)),
                ("followup", models.DecimalField(blank=True, decimal_places=2, max_digits=7, null=True)),
                ("maximum", models.DecimalField(decimal_places=2, max_digits=7)),
                ("pre_on", models.DateField(blank=True, null=True)),
                ("post_on", models.DateField(blank=True, null=True)),
                ("followup_on", models.DateField(blank=True, null=True)),
                ("completed", models.BooleanField(default=False)),
                ("taken_in", models.CharField(blank=True, max_length=22)),
                ("demonstration", models.BooleanField(default=False)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "activity",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="results",
                        to="activities.activity",
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
                    models.Index(fields=["activity", "party", "person"], name="result_person"),
                    models.Index(fields=["course"], name="result_course"),
                    models.Index(fields=["taken_in"], name="result_import"),
                ],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("maximum__gt", 0)), name="maximum_above_zero"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("pre__isnull", True),
                            models.Q(("pre__gte", 0), ("pre__lte", models.F("maximum"))),
                            _connector="OR",
                        ),
                        name="pre_within_maximum",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("post__isnull", True),
                            models.Q(("post__gte", 0), ("post__lte", models.F("maximum"))),
                            _connector="OR",
                        ),
                        name="post_within_maximum",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("followup__isnull", True),
                            models.Q(("followup__gte", 0), ("followup__lte", models.F("maximum"))),
                            _connector="OR",
                        ),
                        name="followup_within_maximum",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ResultImport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    mithaq.access.fields.PublicId(
                        default=mithaq.access.fields.new_public_id, editable=False, max_length=22, unique=True
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("sha256", models.CharField(max_length=64)),
                ("rows", models.PositiveIntegerField()),
                ("filled", models.JSONField(blank=True, default=list)),
                ("by", models.CharField(max_length=150)),
                ("at", models.DateTimeField()),
                ("taken_out_by", models.CharField(blank=True, max_length=150)),
                ("taken_out_at", models.DateTimeField(blank=True, null=True)),
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
                            models.Q(("taken_out_at__isnull", True), ("taken_out_by", "")),
                            models.Q(models.Q(("taken_out_by", ""), _negated=True), ("taken_out_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="taken_out_by_and_at",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Sitting",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("party", models.CharField(max_length=16)),
                ("person", models.CharField(blank=True, max_length=24)),
                (
                    "wave",
                    models.CharField(
                        choices=[
                            ("reaction", "Reaction"),
                            ("pre", "Before the course"),
                            ("post", "After the course"),
                            ("followup", "Six months later"),
                            ("supervisor", "Supervisor, six months later"),
                        ],
                        max_length=10,
                    ),
                ),
                ("taken_on", models.DateField()),
                ("language", models.CharField(max_length=2)),
                ("score", models.DecimalField(blank=True, decimal_places=2, max_digits=7, null=True)),
                ("maximum", models.DecimalField(blank=True, decimal_places=2, max_digits=7, null=True)),
                (
                    "mode",
                    models.CharField(
                        choices=[("link", "By a link"), ("import", "From a file"), ("paper", "On paper")], max_length=6
                    ),
                ),
                ("taken_in", models.CharField(blank=True, max_length=22)),
                ("demonstration", models.BooleanField(default=False)),
                (
                    "activity",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sittings",
                        to="activities.activity",
                    ),
                ),
                (
                    "instrument",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sittings",
                        to="instruments.instrument",
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
                    models.Index(fields=["activity", "wave", "party", "person"], name="sitting_person"),
                    models.Index(fields=["instrument", "wave"], name="sitting_instrument"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Answer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("item", models.PositiveSmallIntegerField()),
                ("value", models.DecimalField(blank=True, decimal_places=2, max_digits=9, null=True)),
                ("choice", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("text", models.CharField(blank=True, max_length=2000)),
                (
                    "label",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.label"
                    ),
                ),
                (
                    "sitting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="answers", to="instruments.sitting"
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [models.UniqueConstraint(fields=("sitting", "item"), name="answer_once_a_sitting")],
            },
        ),
    ]
