import django.db.models.deletion
import mithaq.access.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0001_initial"),
        ("archive", "0001_initial"),
        ("meetings", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="AgendaItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    mithaq.access.fields.PublicId(
                        default=mithaq.access.fields.new_public_id, editable=False, max_length=22, unique=True
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("title_ar", models.CharField(blank=True, max_length=300)),
                ("title_en", models.CharField(blank=True, max_length=300)),
                ("opens", models.DateTimeField(blank=True, null=True)),
                ("closes", models.DateTimeField(blank=True, null=True)),
                ("areas", mithaq.access.fields.Codes(blank=True, default=(), max_length=400)),
                ("lead", models.CharField(blank=True, max_length=16)),
                ("version", models.PositiveIntegerField(default=1)),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="AgendaPaper",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    mithaq.access.fields.PublicId(
                        default=mithaq.access.fields.new_public_id, editable=False, max_length=22, unique=True
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Feed",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    mithaq.access.fields.PublicId(
                        default=mithaq.access.fields.new_public_id, editable=False, max_length=22, unique=True
                    ),
                ),
                ("account", models.CharField(max_length=150)),
                ("party", models.CharField(blank=True, max_length=16)),
                ("of_mission", models.BooleanField(default=False)),
                ("name", models.CharField(max_length=80)),
                ("language", models.CharField(default="ar", max_length=2)),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("made_at", models.DateTimeField()),
                ("used_at", models.DateTimeField(blank=True, null=True)),
                ("revoked_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [models.Index(fields=["party", "account"], name="feed_party")],
            },
        ),
        migrations.CreateModel(
            name="Format",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    mithaq.access.fields.PublicId(
                        default=mithaq.access.fields.new_public_id, editable=False, max_length=22, unique=True
                    ),
                ),
                ("code", models.CharField(max_length=24, unique=True)),
                ("name_ar", models.CharField(max_length=200)),
                ("name_en", models.CharField(max_length=200)),
                (
                    "level",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("summit", "Heads of state and government"),
                            ("minister", "Ministers"),
                            ("ambassador", "Ambassadors"),
                            ("expert", "Officials and experts"),
                        ],
                        max_length=12,
                    ),
                ),
                ("roles", models.JSONField(default=dict)),
                ("steps", models.JSONField(default=dict)),
                ("version", models.PositiveIntegerField(default=1)),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    mithaq.access.fields.PublicId(
                        default=mithaq.access.fields.new_public_id, editable=False, max_length=22, unique=True
                    ),
                ),
                ("party", models.CharField(max_length=16)),
                ("role", models.CharField(max_length=24)),
                ("quota", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("sent_at", models.DateTimeField(blank=True, null=True)),
                (
                    "reply",
                    models.CharField(
                        choices=[
                            ("none", "No reply yet"),
                            ("accepted", "Comes"),
                            ("tentative", "May come"),
                            ("declined", "Does not come"),
                        ],
                        default="none",
                        max_length=10,
                    ),
                ),
                ("reply_words", models.CharField(blank=True, max_length=500)),
                ("replied_by", models.CharField(blank=True, max_length=150)),
                ("replied_at", models.DateTimeField(blank=True, null=True)),
                ("approved_by", models.CharField(blank=True, max_length=150)),
                ("approved_at", models.DateTimeField(blank=True, null=True)),
                ("version", models.PositiveIntegerField(default=1)),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("replied_at__isnull", True), ("replied_by", "")),
                            models.Q(models.Q(("replied_by", ""), _negated=True), ("replied_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="replied_by_and_at",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("approved_at__isnull", True), ("approved_by", "")),
                            models.Q(models.Q(("approved_by", ""), _negated=True), ("approved_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="approved_by_and_at",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Participant",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    mithaq.access.fields.PublicId(
                        default=mithaq.access.fields.new_public_id, editable=False, max_length=22, unique=True
                    ),
                ),
                ("function_ar", models.CharField(blank=True, max_length=200)),
                ("function_en", models.CharField(blank=True, max_length=200)),
                ("heads", models.BooleanField(default=False)),
                ("attended", models.BooleanField(blank=True, null=True)),
                ("version", models.PositiveIntegerField(default=1)),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.AddField(
            model_name="meeting",
            name="closes",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="meeting",
            name="co_organisers",
            field=mithaq.access.fields.Codes(blank=True, default=(), max_length=120),
        ),
        migrations.AddField(
            model_name="meeting",
            name="format",
            field=models.CharField(blank=True, max_length=24),
        ),
        migrations.AddField(
            model_name="meeting",
            name="level",
            field=models.CharField(
                blank=True,
                choices=[
                    ("summit", "Heads of state and government"),
                    ("minister", "Ministers"),
                    ("ambassador", "Ambassadors"),
                    ("expert", "Officials and experts"),
                ],
                max_length=12,
            ),
        ),
        migrations.AddField(
            model_name="meeting",
            name="margins_of",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="on_margins",
                to="meetings.meeting",
            ),
        ),
        migrations.AddField(
            model_name="meeting",
            name="opens",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="meeting",
            name="sequence",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="meeting",
            name="state",
            field=models.CharField(default="held", max_length=24),
        ),
        migrations.AddField(
            model_name="meeting",
            name="state_reason",
            field=models.CharField(blank=True, max_length=500),
        ),
        migrations.AddField(
            model_name="meeting",
            name="venue_ar",
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name="meeting",
            name="venue_en",
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name="meeting",
            name="zone",
            field=models.CharField(blank=True, max_length=40),
        ),
        migrations.AddField(
            model_name="series",
            name="cadence_source",
            field=models.CharField(blank=True, max_length=300),
        ),
        migrations.AddField(
            model_name="series",
            name="every_months",
            field=models.PositiveSmallIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="series",
            name="format",
            field=models.CharField(blank=True, max_length=24),
        ),
        migrations.AddField(
            model_name="series",
            name="level",
            field=models.CharField(
                blank=True,
                choices=[
                    ("summit", "Heads of state and government"),
                    ("minister", "Ministers"),
                    ("ambassador", "Ambassadors"),
                    ("expert", "Officials and experts"),
                ],
                max_length=12,
            ),
        ),
        migrations.AddField(
            model_name="series",
            name="rotation",
            field=mithaq.access.fields.Codes(blank=True, default=(), max_length=400),
        ),
        migrations.AddField(
            model_name="series",
            name="tolerance_months",
            field=models.PositiveSmallIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="series",
            name="version",
            field=models.PositiveIntegerField(default=1),
        ),
        migrations.AddConstraint(
            model_name="series",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("every_months__isnull", False), ("tolerance_months__isnull", True), _connector="OR"
                ),
                name="tolerance_of_a_cadence",
            ),
        ),
        migrations.AddField(
            model_name="agendaitem",
            name="label",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.label"
            ),
        ),
        migrations.AddField(
            model_name="agendaitem",
            name="meeting",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="agenda",
                to="meetings.meeting",
            ),
        ),
        migrations.AddField(
            model_name="agendapaper",
            name="document",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="agenda_items", to="archive.document"
            ),
        ),
        migrations.AddField(
            model_name="agendapaper",
            name="item",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="papers",
                to="meetings.agendaitem",
            ),
        ),
        migrations.AddField(
            model_name="agendapaper",
            name="label",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.label"
            ),
        ),
        migrations.AddField(
            model_name="feed",
            name="label",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.label"
            ),
        ),
        migrations.AddField(
            model_name="format",
            name="label",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.label"
            ),
        ),
        migrations.AddField(
            model_name="invitation",
            name="label",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.label"
            ),
        ),
        migrations.AddField(
            model_name="invitation",
            name="meeting",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="invitations",
                to="meetings.meeting",
            ),
        ),
        migrations.AddField(
            model_name="participant",
            name="invitation",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="participants",
                to="meetings.invitation",
            ),
        ),
        migrations.AddField(
            model_name="participant",
            name="label",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.label"
            ),
        ),
        migrations.AddField(
            model_name="participant",
            name="person",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="participations",
                to="access.person",
            ),
        ),
        migrations.AddField(
            model_name="participant",
            name="post",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="participations",
                to="access.post",
            ),
        ),
        migrations.AddIndex(
            model_name="agendaitem",
            index=models.Index(fields=["meeting", "number"], name="agenda_meeting"),
        ),
        migrations.AddConstraint(
            model_name="agendapaper",
            constraint=models.UniqueConstraint(fields=("item", "document"), name="paper_once_an_item"),
        ),
        migrations.AddIndex(
            model_name="invitation",
            index=models.Index(fields=["party", "meeting"], name="invitation_party"),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.UniqueConstraint(fields=("meeting", "party"), name="party_invited_once"),
        ),
        migrations.AddConstraint(
            model_name="participant",
            constraint=models.UniqueConstraint(fields=("invitation", "person"), name="person_once_a_delegation"),
        ),
    ]
