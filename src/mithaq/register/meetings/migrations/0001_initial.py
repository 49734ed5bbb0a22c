import django.db.models.deletion
import mithaq.access.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "0001_initial"),
        ("archive", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Series",
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
            name="Meeting",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    mithaq.access.fields.PublicId(
                        default=mithaq.access.fields.new_public_id, editable=False, max_length=22, unique=True
                    ),
                ),
                ("ref", models.CharField(max_length=24)),
                ("ordinal", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("title_ar", models.CharField(blank=True, max_length=300)),
                ("title_en", models.CharField(blank=True, max_length=300)),
                ("date", models.CharField(blank=True, max_length=10)),
                ("until", models.CharField(blank=True, max_length=10)),
                ("city_ar", models.CharField(blank=True, max_length=80)),
                ("city_en", models.CharField(blank=True, max_length=80)),
                ("country", models.CharField(blank=True, max_length=3)),
                ("host", models.CharField(blank=True, max_length=16)),
                ("parties", mithaq.access.fields.Codes(blank=True, default=(), max_length=400)),
                ("note_ar", models.CharField(blank=True, max_length=500)),
                ("note_en", models.CharField(blank=True, max_length=500)),
                ("source", models.CharField(blank=True, max_length=300)),
                ("proposal", models.CharField(blank=True, max_length=22)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "citation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meetings",
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
                    "series",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="meetings", to="meetings.series"
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(fields=["-date", "-id"], name="meeting_date"),
                    models.Index(fields=["series", "-date"], name="meeting_series"),
                    models.Index(fields=["ref"], name="meeting_ref"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("citation__isnull", False), models.Q(("source", ""), _negated=True), _connector="OR"
                        ),
                        name="meeting_has_source",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="MeetingDocument",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="meetings", to="archive.document"
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
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="papers",
                        to="meetings.meeting",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [
                    models.UniqueConstraint(fields=("meeting", "document"), name="document_once_a_meeting")
                ],
            },
        ),
    ]
