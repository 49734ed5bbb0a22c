import django.db.models.deletion
import mithaq.access.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "0002_former_references"),
        ("archive", "0001_initial"),
        ("commitments", "0001_initial"),
        ("meetings", "0003_rights_in_order"),
        ("parties", "0001_initial"),
        ("texts", "0002_express_agreement"),
    ]

    operations = [
        migrations.CreateModel(
            name="FactSheet",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    mithaq.access.fields.PublicId(
                        default=mithaq.access.fields.new_public_id, editable=False, max_length=22, unique=True
                    ),
                ),
                ("ref", models.CharField(blank=True, max_length=24)),
                ("title_ar", models.CharField(max_length=300)),
                ("title_en", models.CharField(max_length=300)),
                ("intro_ar", models.CharField(max_length=600)),
                ("intro_en", models.CharField(max_length=600)),
                ("counts", mithaq.access.fields.Codes(blank=True, default=(), max_length=400)),
                ("counted", models.JSONField(default=dict)),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "Being composed"), ("issued", "Issued"), ("withdrawn", "Withdrawn")],
                        default="draft",
                        max_length=9,
                    ),
                ),
                ("keeper", models.CharField(max_length=16)),
                ("day", models.DateField(blank=True, null=True)),
                ("issued_by", models.CharField(blank=True, max_length=150)),
                ("issued_at", models.DateTimeField(blank=True, null=True)),
                ("withdrawn_by", models.CharField(blank=True, max_length=150)),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                ("withdrawn_for", models.CharField(blank=True, max_length=500)),
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
                "indexes": [models.Index(fields=["-day", "-id"], name="sheet_day")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("issued_at__isnull", True), ("issued_by", "")),
                            models.Q(models.Q(("issued_by", ""), _negated=True), ("issued_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="issued_by_and_at",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("withdrawn_at__isnull", True), ("withdrawn_by", "")),
                            models.Q(models.Q(("withdrawn_by", ""), _negated=True), ("withdrawn_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="withdrawn_by_and_at",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MessageHouse",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    mithaq.access.fields.PublicId(
                        default=mithaq.access.fields.new_public_id, editable=False, max_length=22, unique=True
                    ),
                ),
                ("ref", models.CharField(max_length=24)),
                ("theme", models.CharField(blank=True, max_length=40)),
                ("areas", mithaq.access.fields.Codes(blank=True, default=(), max_length=400)),
                ("title_ar", models.CharField(max_length=300)),
                ("title_en", models.CharField(max_length=300)),
                ("parties", mithaq.access.fields.Codes(blank=True, default=(), max_length=4000)),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "In drafting"), ("agreed", "Agreed"), ("retired", "Retired")],
                        default="draft",
                        max_length=8,
                    ),
                ),
                ("agreed_on", models.DateField(blank=True, null=True)),
                ("retired_for", models.CharField(blank=True, max_length=500)),
                ("keeper", models.CharField(max_length=16)),
                ("by", models.CharField(max_length=150)),
                ("at", models.DateTimeField()),
                ("demonstration", models.BooleanField(default=False)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "label",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.label"
                    ),
                ),
                (
                    "series",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="houses",
                        to="meetings.series",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(fields=["theme"], name="house_theme"),
                    models.Index(fields=["series"], name="house_series"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Line",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    mithaq.access.fields.PublicId(
                        default=mithaq.access.fields.new_public_id, editable=False, max_length=22, unique=True
                    ),
                ),
                ("overarching", models.BooleanField(default=False)),
                ("ar", models.CharField(max_length=1000)),
                ("en", models.CharField(max_length=1000)),
                ("wording", models.PositiveSmallIntegerField(default=1)),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "In drafting"), ("agreed", "Agreed"), ("retired", "Retired")],
                        default="draft",
                        max_length=8,
                    ),
                ),
                ("agreed_on", models.DateField(blank=True, null=True)),
                ("retired_for", models.CharField(blank=True, max_length=500)),
                ("text_edition", models.PositiveSmallIntegerField(default=0)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "label",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.label"
                    ),
                ),
                (
                    "text",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lines",
                        to="texts.jointtext",
                    ),
                ),
                (
                    "house",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lines",
                        to="outreach.messagehouse",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [models.Index(fields=["house", "state"], name="line_house")],
            },
        ),
        migrations.CreateModel(
            name="Proof",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    mithaq.access.fields.PublicId(
                        default=mithaq.access.fields.new_public_id, editable=False, max_length=22, unique=True
                    ),
                ),
                ("by", models.CharField(max_length=150)),
                ("at", models.DateTimeField()),
                (
                    "citation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="proofs",
                        to="archive.citation",
                    ),
                ),
                (
                    "commitment",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="proofs",
                        to="commitments.commitment",
                    ),
                ),
                (
                    "figure",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="proofs",
                        to="parties.figure",
                    ),
                ),
                (
                    "label",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.label"
                    ),
                ),
                (
                    "line",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="proofs",
                        to="outreach.line",
                    ),
                ),
                (
                    "text",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="proofs",
                        to="texts.jointtext",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [models.Index(fields=["line"], name="proof_line")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("figure__isnull", False),
                            ("commitment__isnull", False),
                            ("citation__isnull", False),
                            ("text__isnull", False),
                            _connector="OR",
                        ),
                        name="proof_has_source",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Question",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    mithaq.access.fields.PublicId(
                        default=mithaq.access.fields.new_public_id, editable=False, max_length=22, unique=True
                    ),
                ),
                ("question_ar", models.CharField(max_length=500)),
                ("question_en", models.CharField(max_length=500)),
                ("answer_ar", models.CharField(max_length=1000)),
                ("answer_en", models.CharField(max_length=1000)),
                ("by", models.CharField(max_length=150)),
                ("at", models.DateTimeField()),
                (
                    "label",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.label"
                    ),
                ),
                (
                    "line",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="questions",
                        to="outreach.line",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="SheetFigure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    mithaq.access.fields.PublicId(
                        default=mithaq.access.fields.new_public_id, editable=False, max_length=22, unique=True
                    ),
                ),
                ("area", models.CharField(blank=True, max_length=40)),
                ("place", models.PositiveSmallIntegerField(default=1)),
                ("frozen", models.BooleanField(default=False)),
                ("party", models.CharField(blank=True, max_length=16)),
                ("comparator", models.CharField(blank=True, max_length=2)),
                ("value", models.DecimalField(blank=True, decimal_places=2, max_digits=18, null=True)),
                ("unit", models.CharField(blank=True, max_length=80)),
                ("what_ar", models.CharField(blank=True, max_length=300)),
                ("what_en", models.CharField(blank=True, max_length=300)),
                ("as_of", models.CharField(blank=True, max_length=10)),
                ("source", models.CharField(blank=True, max_length=300)),
                ("document", models.CharField(blank=True, max_length=22)),
                ("document_ref", models.CharField(blank=True, max_length=24)),
                ("published", models.CharField(blank=True, max_length=10)),
                ("sentence", models.PositiveIntegerField(default=0)),
                (
                    "figure",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="on_sheets",
                        to="parties.figure",
                    ),
                ),
                (
                    "label",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.label"
                    ),
                ),
                (
                    "sheet",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="figures",
                        to="outreach.factsheet",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [models.Index(fields=["sheet", "place"], name="sheet_figures")],
            },
        ),
        migrations.CreateModel(
            name="Stand",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("wording", models.PositiveSmallIntegerField()),
                ("party", models.CharField(max_length=16)),
                (
                    "answer",
                    models.CharField(
                        choices=[
                            ("accept", "Agrees"),
                            ("reserve", "Agrees with a reservation"),
                            ("withdrawn", "Took its agreement back"),
                        ],
                        max_length=9,
                    ),
                ),
                ("words", models.CharField(blank=True, max_length=1000)),
                ("by", models.CharField(max_length=150)),
                ("at", models.DateTimeField()),
                (
                    "label",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.label"
                    ),
                ),
                (
                    "line",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="stands",
                        to="outreach.line",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [models.Index(fields=["line", "wording"], name="stand_line")],
            },
        ),
        migrations.CreateModel(
            name="Wording",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField()),
                ("ar", models.CharField(max_length=1000)),
                ("en", models.CharField(max_length=1000)),
                ("why", models.CharField(blank=True, max_length=500)),
                ("party", models.CharField(max_length=16)),
                ("by", models.CharField(max_length=150)),
                ("at", models.DateTimeField()),
                (
                    "label",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.label"
                    ),
                ),
                (
                    "line",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="wordings",
                        to="outreach.line",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
    ]
