import django.db.models.deletion
import mithaq.access.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "0001_initial"),
        ("meetings", "0002_cadence_and_table"),
    ]

    operations = [
        migrations.CreateModel(
            name="JointText",
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
                            ("statement", "Joint statement"),
                            ("resolution", "Joint decision"),
                            ("plan", "Work plan"),
                            ("report", "Joint report"),
                            ("letter", "Joint letter"),
                        ],
                        max_length=12,
                    ),
                ),
                ("title_ar", models.CharField(blank=True, max_length=300)),
                ("title_en", models.CharField(blank=True, max_length=300)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("drafting", "In drafting"),
                            ("silence", "Under silence"),
                            ("agreed", "Agreed"),
                            ("noted", "Noted"),
                        ],
                        default="drafting",
                        max_length=10,
                    ),
                ),
                ("edition", models.PositiveSmallIntegerField(default=1)),
                ("silent_until", models.DateTimeField(blank=True, null=True)),
                ("party", models.CharField(blank=True, max_length=16)),
                ("added_by", models.CharField(max_length=150)),
                ("added_at", models.DateTimeField()),
                ("demonstration", models.BooleanField(default=False)),
                ("version", models.PositiveIntegerField(default=1)),
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
                        related_name="joint_texts",
                        to="meetings.meeting",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(fields=["-added_at", "-id"], name="text_added"),
                    models.Index(fields=["silent_until"], name="text_silent"),
                    models.Index(fields=["ref"], name="text_ref"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Edition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField()),
                ("title_ar", models.CharField(blank=True, max_length=300)),
                ("title_en", models.CharField(blank=True, max_length=300)),
                ("summary", models.CharField(blank=True, max_length=500)),
                ("party", models.CharField(blank=True, max_length=16)),
                ("by", models.CharField(max_length=150)),
                ("at", models.DateTimeField()),
                (
                    "label",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.label"
                    ),
                ),
                (
                    "text",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="editions", to="texts.jointtext"
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [models.UniqueConstraint(fields=("text", "number"), name="edition_once_a_text")],
            },
        ),
        migrations.CreateModel(
            name="Comment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    mithaq.access.fields.PublicId(
                        default=mithaq.access.fields.new_public_id, editable=False, max_length=22, unique=True
                    ),
                ),
                ("edition", models.PositiveSmallIntegerField()),
                ("paragraph", models.CharField(blank=True, max_length=22)),
                ("words", models.CharField(max_length=2000)),
                ("party", models.CharField(blank=True, max_length=16)),
                ("by", models.CharField(max_length=150)),
                ("at", models.DateTimeField()),
                (
                    "label",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.label"
                    ),
                ),
                (
                    "text",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="comments", to="texts.jointtext"
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [models.Index(fields=["text", "at"], name="comment_text")],
            },
        ),
        migrations.CreateModel(
            name="Amendment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    mithaq.access.fields.PublicId(
                        default=mithaq.access.fields.new_public_id, editable=False, max_length=22, unique=True
                    ),
                ),
                ("edition", models.PositiveSmallIntegerField()),
                (
                    "change",
                    models.CharField(
                        choices=[
                            ("replace", "Other words"),
                            ("add", "A new paragraph"),
                            ("remove", "The paragraph goes"),
                        ],
                        max_length=8,
                    ),
                ),
                ("paragraph", models.CharField(blank=True, max_length=22)),
                ("after", models.CharField(blank=True, max_length=22)),
                ("ar", models.TextField(blank=True)),
                ("en", models.TextField(blank=True)),
                ("why", models.CharField(blank=True, max_length=1000)),
                ("party", models.CharField(max_length=16)),
                ("by", models.CharField(max_length=150)),
                ("at", models.DateTimeField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "Open"),
                            ("accepted", "Accepted"),
                            ("rejected", "Not accepted"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=500)),
                ("settled_by", models.CharField(blank=True, max_length=150)),
                ("settled_at", models.DateTimeField(blank=True, null=True)),
                ("taken_in", models.PositiveSmallIntegerField(blank=True, null=True)),
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="amendments", to="texts.jointtext"
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [models.Index(fields=["text", "state"], name="amendment_text")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("settled_at__isnull", True), ("settled_by", "")),
                            models.Q(models.Q(("settled_by", ""), _negated=True), ("settled_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="settled_by_and_at",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Notice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("silence", models.CharField(max_length=22)),
                ("event", models.CharField(max_length=10)),
                ("about", models.CharField(blank=True, max_length=22)),
                ("account", models.CharField(max_length=150)),
                ("at", models.DateTimeField()),
                ("sent_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "indexes": [models.Index(fields=["sent_at", "id"], name="notice_waiting")],
            },
        ),
        migrations.CreateModel(
            name="Paragraph",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=22)),
                ("place", models.PositiveSmallIntegerField()),
                ("ar", models.TextField(blank=True)),
                ("en", models.TextField(blank=True)),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="paragraphs", to="texts.edition"
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
                "constraints": [models.UniqueConstraint(fields=("edition", "key"), name="paragraph_once_an_edition")],
            },
        ),
        migrations.CreateModel(
            name="Silence",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    mithaq.access.fields.PublicId(
                        default=mithaq.access.fields.new_public_id, editable=False, max_length=22, unique=True
                    ),
                ),
                ("edition", models.PositiveSmallIntegerField()),
                ("means_ar", models.CharField(blank=True, max_length=1000)),
                ("means_en", models.CharField(blank=True, max_length=1000)),
                ("chair", models.CharField(max_length=16)),
                ("by", models.CharField(max_length=150)),
                ("issued_at", models.DateTimeField()),
                ("expiry", models.DateTimeField()),
                ("zone", models.CharField(max_length=40)),
                ("under", mithaq.access.fields.Codes(blank=True, default=(), max_length=4000)),
                ("noting", mithaq.access.fields.Codes(blank=True, default=(), max_length=4000)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("running", "Silence runs"),
                            ("held", "Silence has held"),
                            ("broken", "Silence did not hold"),
                            ("withdrawn", "Taken back by the chair"),
                            ("concluded", "Concluded in session"),
                        ],
                        default="running",
                        max_length=10,
                    ),
                ),
                ("heard", models.DateTimeField()),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                ("reason", models.CharField(blank=True, max_length=500)),
                ("session_on", models.CharField(blank=True, max_length=10)),
                ("session_record", models.CharField(blank=True, max_length=300)),
                (
                    "outcome",
                    models.CharField(blank=True, choices=[("agreed", "Agreed"), ("noted", "Noted")], max_length=8),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "label",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.label"
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="concluded",
                        to="meetings.meeting",
                    ),
                ),
                (
                    "text",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="silences", to="texts.jointtext"
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [models.Index(fields=["state", "expiry"], name="silence_due")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "running")), fields=("text",), name="one_silence_at_a_time"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="NationalStatement",
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
                        choices=[("interpretation", "Interpretative statement"), ("reservation", "Formal reservation")],
                        max_length=14,
                    ),
                ),
                ("parties", mithaq.access.fields.Codes(blank=True, default=(), max_length=4000)),
                ("words_ar", models.CharField(blank=True, max_length=4000)),
                ("words_en", models.CharField(blank=True, max_length=4000)),
                ("record", models.CharField(blank=True, max_length=300)),
                ("by", models.CharField(max_length=150)),
                ("at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "label",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.label"
                    ),
                ),
                (
                    "silence",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="statements", to="texts.silence"
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Extension",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("was", models.DateTimeField()),
                ("until", models.DateTimeField()),
                ("zone", models.CharField(max_length=40)),
                ("reason", models.CharField(max_length=500)),
                ("by", models.CharField(max_length=150)),
                ("at", models.DateTimeField()),
                (
                    "label",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.label"
                    ),
                ),
                (
                    "silence",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="extensions", to="texts.silence"
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Break",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    mithaq.access.fields.PublicId(
                        default=mithaq.access.fields.new_public_id, editable=False, max_length=22, unique=True
                    ),
                ),
                ("party", models.CharField(max_length=16)),
                ("by", models.CharField(max_length=150)),
                ("at", models.DateTimeField()),
                ("first", models.BooleanField(default=False)),
                ("objection", models.CharField(blank=True, max_length=4000)),
                (
                    "amendment",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="broke",
                        to="texts.amendment",
                    ),
                ),
                (
                    "label",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.label"
                    ),
                ),
                (
                    "silence",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="breaks", to="texts.silence"
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("first", True)), fields=("silence",), name="one_first_break"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("objection", ""), _negated=True), ("amendment__isnull", False), _connector="OR"
                        ),
                        name="break_says_why",
                    ),
                ],
            },
        ),
    ]
