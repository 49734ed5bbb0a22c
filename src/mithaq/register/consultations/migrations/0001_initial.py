import django.db.models.deletion
import mithaq.access.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "0001_initial"),
        ("archive", "0001_initial"),
        ("commitments", "0001_initial"),
        ("meetings", "0002_cadence_and_table"),
    ]

    operations = [
        migrations.CreateModel(
            name="Idea",
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
                ("text_ar", models.TextField(blank=True)),
                ("text_en", models.TextField(blank=True)),
                ("areas", mithaq.access.fields.Codes(blank=True, default=(), max_length=400)),
                ("party", models.CharField(max_length=16)),
                ("by", models.CharField(max_length=150)),
                ("at", models.DateTimeField()),
                ("sponsors", mithaq.access.fields.Codes(blank=True, default=(), max_length=200)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("filed", "Looks for a sponsor"),
                            ("sponsored", "Sponsored"),
                            ("proposal", "Proposal"),
                            ("recommendation", "Recommendation"),
                            ("refused", "Refused"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="filed",
                        max_length=16,
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "citation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ideas",
                        to="archive.citation",
                    ),
                ),
                (
                    "commitment",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="ideas",
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
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="ideas",
                        to="meetings.meeting",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(fields=["-id", "state", "party"], name="idea_newest"),
                    models.Index(fields=["ref"], name="idea_ref"),
                ],
            },
        ),
        migrations.CreateModel(
            name="IdeaStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "step",
                    models.CharField(
                        choices=[
                            ("filed", "Looks for a sponsor"),
                            ("sponsored", "Sponsored"),
                            ("proposal", "Proposal"),
                            ("recommendation", "Recommendation"),
                            ("refused", "Refused"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        max_length=16,
                    ),
                ),
                ("party", models.CharField(max_length=16)),
                ("by", models.CharField(max_length=150)),
                ("at", models.DateTimeField()),
                ("reason", models.CharField(blank=True, max_length=500)),
                (
                    "commitment",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="idea_steps",
                        to="commitments.commitment",
                    ),
                ),
                (
                    "idea",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="consultations.idea"
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
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="idea_steps",
                        to="meetings.meeting",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [models.Index(fields=["idea", "at"], name="step_idea")],
            },
        ),
        migrations.CreateModel(
            name="Interest",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    mithaq.access.fields.PublicId(
                        default=mithaq.access.fields.new_public_id, editable=False, max_length=22, unique=True
                    ),
                ),
                ("title_ar", models.CharField(blank=True, max_length=300)),
                ("title_en", models.CharField(blank=True, max_length=300)),
                ("parties", mithaq.access.fields.Codes(blank=True, default=(), max_length=400)),
                ("areas", mithaq.access.fields.Codes(blank=True, default=(), max_length=400)),
                ("source", models.CharField(blank=True, max_length=300)),
                ("at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "citation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="interests",
                        to="archive.citation",
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
                    models.CheckConstraint(
                        condition=models.Q(
                            ("citation__isnull", False), models.Q(("source", ""), _negated=True), _connector="OR"
                        ),
                        name="interest_has_source",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Issue",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    mithaq.access.fields.PublicId(
                        default=mithaq.access.fields.new_public_id, editable=False, max_length=22, unique=True
                    ),
                ),
                ("title_ar", models.CharField(blank=True, max_length=300)),
                ("title_en", models.CharField(blank=True, max_length=300)),
                ("about_ar", models.TextField(blank=True)),
                ("about_en", models.TextField(blank=True)),
                ("areas", mithaq.access.fields.Codes(blank=True, default=(), max_length=400)),
                ("at", models.DateTimeField()),
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
            name="JointGoal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    mithaq.access.fields.PublicId(
                        default=mithaq.access.fields.new_public_id, editable=False, max_length=22, unique=True
                    ),
                ),
                ("title_ar", models.CharField(blank=True, max_length=300)),
                ("title_en", models.CharField(blank=True, max_length=300)),
                ("measure_ar", models.CharField(blank=True, max_length=300)),
                ("measure_en", models.CharField(blank=True, max_length=300)),
                ("unit", models.CharField(blank=True, max_length=80)),
                ("baseline", models.DecimalField(blank=True, decimal_places=2, max_digits=18, null=True)),
                ("target", models.DecimalField(decimal_places=2, max_digits=18)),
                ("due", models.CharField(max_length=10)),
                ("at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "interest",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="goals",
                        to="consultations.interest",
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
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("measure_ar", ""), _negated=True),
                            models.Q(("measure_en", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="goal_has_measure",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Measured",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    mithaq.access.fields.PublicId(
                        default=mithaq.access.fields.new_public_id, editable=False, max_length=22, unique=True
                    ),
                ),
                ("value", models.DecimalField(decimal_places=2, max_digits=18)),
                ("as_of", models.CharField(max_length=10)),
                ("source", models.CharField(blank=True, max_length=300)),
                ("by", models.CharField(max_length=150)),
                ("at", models.DateTimeField()),
                (
                    "citation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="measured",
                        to="archive.citation",
                    ),
                ),
                (
                    "goal",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="results",
                        to="consultations.jointgoal",
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
                "indexes": [models.Index(fields=["goal", "as_of"], name="measured_goal")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("citation__isnull", False), models.Q(("source", ""), _negated=True), _connector="OR"
                        ),
                        name="measured_has_source",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Minutes",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    mithaq.access.fields.PublicId(
                        default=mithaq.access.fields.new_public_id, editable=False, max_length=22, unique=True
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Being written"),
                            ("circulated", "Circulated for corrections"),
                            ("approved", "Approved"),
                        ],
                        default="draft",
                        max_length=10,
                    ),
                ),
                ("circulated_by", models.CharField(blank=True, max_length=150)),
                ("circulated_at", models.DateTimeField(blank=True, null=True)),
                ("approval_by", models.CharField(blank=True, max_length=150)),
                ("approval_at", models.DateTimeField(blank=True, null=True)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "approved_in",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="approves",
                        to="meetings.meeting",
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
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="minutes",
                        to="meetings.meeting",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [
                    models.UniqueConstraint(fields=("meeting", "label"), name="one_minutes_a_label"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("circulated_at__isnull", True), ("circulated_by", "")),
                            models.Q(models.Q(("circulated_by", ""), _negated=True), ("circulated_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="circulated_by_and_at",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("approval_at__isnull", True), ("approval_by", "")),
                            models.Q(models.Q(("approval_by", ""), _negated=True), ("approval_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="approval_by_and_at",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MinutesItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    mithaq.access.fields.PublicId(
                        default=mithaq.access.fields.new_public_id, editable=False, max_length=22, unique=True
                    ),
                ),
                ("general", models.BooleanField(default=False)),
                ("number", models.PositiveSmallIntegerField()),
                ("title_ar", models.CharField(blank=True, max_length=300)),
                ("title_en", models.CharField(blank=True, max_length=300)),
                ("text_ar", models.TextField(blank=True)),
                ("text_en", models.TextField(blank=True)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "agenda_item",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="minuted",
                        to="meetings.agendaitem",
                    ),
                ),
                (
                    "label",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.label"
                    ),
                ),
                (
                    "minutes",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="items", to="consultations.minutes"
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [models.Index(fields=["minutes", "number"], name="minutes_item")],
            },
        ),
        migrations.CreateModel(
            name="Correction",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    mithaq.access.fields.PublicId(
                        default=mithaq.access.fields.new_public_id, editable=False, max_length=22, unique=True
                    ),
                ),
                ("party", models.CharField(max_length=16)),
                ("language", models.CharField(choices=[("ar", "ar"), ("en", "en")], max_length=2)),
                ("of_version", models.PositiveIntegerField()),
                ("old", models.TextField(blank=True)),
                ("new", models.TextField(blank=True)),
                ("reason", models.CharField(max_length=500)),
                ("by", models.CharField(max_length=150)),
                ("at", models.DateTimeField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("filed", "Waits for an answer"),
                            ("accepted", "Accepted"),
                            ("rejected", "Not accepted"),
                        ],
                        default="filed",
                        max_length=10,
                    ),
                ),
                ("answer", models.CharField(blank=True, max_length=500)),
                ("answer_by", models.CharField(blank=True, max_length=150)),
                ("answer_at", models.DateTimeField(blank=True, null=True)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "label",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.label"
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="corrections",
                        to="consultations.minutesitem",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [models.Index(fields=["item", "state"], name="correction_item")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer_at__isnull", True), ("answer_by", "")),
                            models.Q(models.Q(("answer_by", ""), _negated=True), ("answer_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="answer_by_and_at",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="MinutesSource",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "citation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="minuted", to="archive.citation"
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sources",
                        to="consultations.minutesitem",
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
                "indexes": [models.Index(fields=["item"], name="minutes_source")],
            },
        ),
        migrations.CreateModel(
            name="MinutesText",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField()),
                ("text_ar", models.TextField(blank=True)),
                ("text_en", models.TextField(blank=True)),
                (
                    "how",
                    models.CharField(
                        choices=[
                            ("typed", "Typed"),
                            ("taken", "Taken from a document"),
                            ("corrected", "Correction accepted"),
                        ],
                        max_length=10,
                    ),
                ),
                ("by", models.CharField(max_length=150)),
                ("at", models.DateTimeField()),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="wordings",
                        to="consultations.minutesitem",
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
                "constraints": [models.UniqueConstraint(fields=("item", "number"), name="one_wording_a_version")],
            },
        ),
        migrations.CreateModel(
            name="Position",
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
                    "stance",
                    models.CharField(
                        choices=[
                            ("support", "Supports"),
                            ("reserve", "Supports with a reservation"),
                            ("oppose", "Opposes"),
                            ("open", "Leaves it open"),
                        ],
                        max_length=8,
                    ),
                ),
                ("words", models.TextField()),
                ("language", models.CharField(default="ar", max_length=2)),
                ("said_on", models.CharField(blank=True, max_length=10)),
                ("source", models.CharField(blank=True, max_length=300)),
                ("by", models.CharField(max_length=150)),
                ("at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "citation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="positions",
                        to="archive.citation",
                    ),
                ),
                (
                    "issue",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="positions",
                        to="consultations.issue",
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
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="positions",
                        to="meetings.meeting",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(fields=["issue", "party", "-said_on", "-id"], name="position_issue"),
                    models.Index(fields=["meeting"], name="position_meeting"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("citation__isnull", False), models.Q(("source", ""), _negated=True), _connector="OR"
                        ),
                        name="position_has_source",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Outcome",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    mithaq.access.fields.PublicId(
                        default=mithaq.access.fields.new_public_id, editable=False, max_length=22, unique=True
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("idea", "Idea"),
                            ("proposal", "Proposal"),
                            ("recommendation", "Recommendation"),
                            ("decision", "Decision"),
                            ("commitment", "Commitment"),
                            ("statement", "Statement"),
                        ],
                        max_length=16,
                    ),
                ),
                ("words", models.TextField(blank=True)),
                ("language", models.CharField(default="ar", max_length=2)),
                ("by", mithaq.access.fields.Codes(blank=True, default=(), max_length=120)),
                ("minuted_version", models.PositiveIntegerField(default=0)),
                ("recorded_by", models.CharField(max_length=150)),
                ("recorded_at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "citation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="outcomes",
                        to="archive.citation",
                    ),
                ),
                (
                    "commitment",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="outcomes",
                        to="commitments.commitment",
                    ),
                ),
                (
                    "idea",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="outcomes",
                        to="consultations.idea",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="outcomes",
                        to="meetings.agendaitem",
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
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="outcomes",
                        to="meetings.meeting",
                    ),
                ),
                (
                    "minuted",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="outcomes",
                        to="consultations.minutesitem",
                    ),
                ),
                (
                    "speaker",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="outcomes",
                        to="access.person",
                    ),
                ),
                (
                    "speaker_post",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="outcomes",
                        to="access.post",
                    ),
                ),
                (
                    "position",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="outcomes",
                        to="consultations.position",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(fields=["meeting", "id"], name="outcome_meeting"),
                    models.Index(fields=["commitment"], name="outcome_commitment"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("commitment__isnull", False), ("kind", "")),
                            ("citation__isnull", False),
                            ("minuted__isnull", False),
                            _connector="OR",
                        ),
                        name="outcome_has_sentence",
                    )
                ],
            },
        ),
    ]
