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
        ("meetings", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Commitment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    mithaq.access.fields.PublicId(
                        default=mithaq.access.fields.new_public_id, editable=False, max_length=22, unique=True
                    ),
                ),
                ("ref", models.CharField(max_length=24)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("recommendation", "Recommendation"),
                            ("call", "Call"),
                            ("proposal", "Proposal"),
                            ("decision", "Decision"),
                            ("pledge", "Pledge"),
                            ("request", "Request"),
                        ],
                        max_length=16,
                    ),
                ),
                ("words", models.TextField()),
                ("stems", models.TextField(blank=True)),
                ("language", models.CharField(default="ar", max_length=2)),
                ("title_ar", models.CharField(blank=True, max_length=300)),
                ("title_en", models.CharField(blank=True, max_length=300)),
                ("translation", models.TextField(blank=True)),
                ("said_on", models.CharField(blank=True, max_length=10)),
                ("speaker_words", models.CharField(blank=True, max_length=300)),
                ("by", mithaq.access.fields.Codes(blank=True, default=(), max_length=120)),
                ("addressees", mithaq.access.fields.Codes(blank=True, default=(), max_length=200)),
                ("areas", mithaq.access.fields.Codes(blank=True, default=(), max_length=400)),
                ("source", models.CharField(blank=True, max_length=300)),
                ("proposal", models.CharField(blank=True, max_length=22)),
                ("due_words", models.CharField(blank=True, max_length=10)),
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
                ("owner", models.CharField(blank=True, max_length=16)),
                ("due", models.DateField(blank=True, null=True)),
                ("percent", models.PositiveSmallIntegerField(default=0)),
                ("demonstration", models.BooleanField(default=False)),
                ("added_at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "citation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="commitments",
                        to="archive.citation",
                    ),
                ),
                (
                    "focal",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="commitments",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "label",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.label"
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="commitments",
                        to="meetings.meeting",
                    ),
                ),
                (
                    "speaker",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="commitments",
                        to="access.person",
                    ),
                ),
                (
                    "speaker_post",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="commitments",
                        to="access.post",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(
                        fields=[
                            "-said_on",
                            "-id",
                            "label",
                            "state",
                            "owner",
                            "focal",
                            "kind",
                            "by",
                            "addressees",
                            "areas",
                            "meeting",
                            "speaker",
                        ],
                        name="commitment_said",
                    ),
                    models.Index(
                        fields=[
                            "due",
                            "id",
                            "label",
                            "state",
                            "owner",
                            "focal",
                            "kind",
                            "by",
                            "addressees",
                            "areas",
                            "meeting",
                            "speaker",
                        ],
                        name="commitment_due",
                    ),
                    models.Index(fields=["ref"], name="commitment_ref"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("citation__isnull", False), models.Q(("source", ""), _negated=True), _connector="OR"
                        ),
                        name="commitment_has_source",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Acceptance",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    mithaq.access.fields.PublicId(
                        default=mithaq.access.fields.new_public_id, editable=False, max_length=22, unique=True
                    ),
                ),
                ("party", models.CharField(max_length=16)),
                (
                    "stand",
                    models.CharField(
                        choices=[
                            ("accept", "Accepts"),
                            ("reserve", "Accepts with a reservation"),
                            ("note", "Takes note"),
                            ("object", "Objects"),
                        ],
                        max_length=8,
                    ),
                ),
                ("text_ar", models.CharField(blank=True, max_length=1000)),
                ("text_en", models.CharField(blank=True, max_length=1000)),
                ("at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "label",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.label"
                    ),
                ),
                (
                    "commitment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="acceptances",
                        to="commitments.commitment",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [
                    models.UniqueConstraint(fields=("commitment", "party"), name="one_stand_a_party"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("stand__in", ["reserve", "object"]), _negated=True),
                            models.Q(("text_ar", ""), _negated=True),
                            models.Q(("text_en", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="reservation_has_words",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Repeat",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    mithaq.access.fields.PublicId(
                        default=mithaq.access.fields.new_public_id, editable=False, max_length=22, unique=True
                    ),
                ),
                ("likeness", models.PositiveSmallIntegerField()),
                (
                    "decision",
                    models.CharField(
                        choices=[
                            ("open", "Perhaps the same call"),
                            ("same", "The same call again"),
                            ("complements", "Complements it"),
                            ("different", "A different call"),
                        ],
                        default="open",
                        max_length=12,
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "earlier",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="repeated_by",
                        to="commitments.commitment",
                    ),
                ),
                (
                    "label",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.label"
                    ),
                ),
                (
                    "later",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="repeats",
                        to="commitments.commitment",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [models.UniqueConstraint(fields=("earlier", "later"), name="one_repeat_a_pair")],
            },
        ),
        migrations.CreateModel(
            name="Score",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    mithaq.access.fields.PublicId(
                        default=mithaq.access.fields.new_public_id, editable=False, max_length=22, unique=True
                    ),
                ),
                ("party", models.CharField(max_length=16)),
                ("value", models.SmallIntegerField()),
                ("by", models.CharField(max_length=150)),
                ("at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "citation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="scores", to="archive.citation"
                    ),
                ),
                (
                    "commitment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="scores", to="commitments.commitment"
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
                    models.UniqueConstraint(fields=("commitment", "party"), name="one_score_a_party"),
                    models.CheckConstraint(condition=models.Q(("value__in", [-1, 0, 1])), name="score_in_range"),
                ],
            },
        ),
    ]
