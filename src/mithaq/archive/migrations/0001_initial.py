import django.db.models.deletion
import mithaq.access.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("access", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Document",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    mithaq.access.fields.PublicId(
                        default=mithaq.access.fields.new_public_id, editable=False, max_length=22, unique=True
                    ),
                ),
                ("ref", models.CharField(max_length=24)),
                ("title", models.CharField(max_length=300)),
                ("language", models.CharField(choices=[("ar", "ar"), ("en", "en")], max_length=2)),
                ("published", models.CharField(blank=True, max_length=10)),
                ("publisher", models.CharField(blank=True, max_length=200)),
                ("address", models.CharField(blank=True, max_length=500)),
                ("file_name", models.CharField(blank=True, max_length=255)),
                ("media_type", models.CharField(default="text/plain", max_length=100)),
                ("sha256", models.CharField(max_length=64)),
                ("size", models.PositiveIntegerField()),
                ("notes", models.CharField(blank=True, max_length=500)),
                ("demonstration", models.BooleanField(default=False)),
                ("added_by", models.CharField(max_length=150)),
                ("added_party", models.CharField(blank=True, max_length=16)),
                ("added_at", models.DateTimeField()),
                ("edition", models.PositiveIntegerField(default=1)),
                ("read_edition", models.PositiveIntegerField(default=0)),
                ("sentences", models.PositiveIntegerField(default=0)),
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
                    models.Index(fields=["label", "-added_at", "-id"], name="document_label"),
                    models.Index(fields=["-added_at", "-id"], name="document_page"),
                    models.Index(
                        condition=models.Q(("read_edition__lt", models.F("edition"))),
                        fields=["-id"],
                        name="document_unread",
                    ),
                    models.Index(fields=["ref"], name="document_ref"),
                    models.Index(fields=["sha256"], name="document_hash"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Citation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    mithaq.access.fields.PublicId(
                        default=mithaq.access.fields.new_public_id, editable=False, max_length=22, unique=True
                    ),
                ),
                ("edition", models.PositiveIntegerField()),
                ("number", models.PositiveIntegerField()),
                ("start", models.PositiveIntegerField()),
                ("end", models.PositiveIntegerField()),
                ("quote", models.TextField()),
                (
                    "label",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.label"
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="citations", to="archive.document"
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [models.Index(fields=["document", "number"], name="citation_document")],
            },
        ),
        migrations.CreateModel(
            name="Entry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=16)),
                ("thing", models.CharField(max_length=22)),
                ("ref", models.CharField(blank=True, max_length=24)),
                ("title_ar", models.CharField(blank=True, max_length=300)),
                ("title_en", models.CharField(blank=True, max_length=300)),
                ("text", models.TextField(blank=True)),
                ("length", models.PositiveIntegerField(default=0)),
                ("day", models.CharField(blank=True, max_length=10)),
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
                    models.Index(fields=["-day", "-id"], name="entry_day"),
                    models.Index(fields=["kind", "-day", "-id"], name="entry_kind"),
                    models.Index(fields=["ref"], name="entry_ref"),
                ],
                "constraints": [models.UniqueConstraint(fields=("kind", "thing"), name="one_entry_a_thing")],
            },
        ),
        migrations.CreateModel(
            name="LabelCount",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("entries", models.IntegerField(default=0)),
                ("words", models.IntegerField(default=0)),
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
                "constraints": [models.UniqueConstraint(fields=("label",), name="one_count_a_label")],
            },
        ),
        migrations.CreateModel(
            name="Term",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("word", models.CharField(max_length=40)),
                ("times", models.PositiveIntegerField()),
                ("length", models.PositiveIntegerField()),
                ("forms", models.CharField(max_length=1000)),
                ("entry", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="archive.entry")),
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
                    models.Index(fields=["word", "label", "entry", "times", "length", "forms"], name="term_word")
                ],
            },
        ),
        migrations.CreateModel(
            name="Text",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("edition", models.PositiveIntegerField()),
                ("text", models.TextField()),
                ("spans", models.JSONField(default=list)),
                ("added_by", models.CharField(max_length=150)),
                ("added_at", models.DateTimeField()),
                ("reason", models.CharField(blank=True, max_length=500)),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="texts", to="archive.document"
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
                "constraints": [models.UniqueConstraint(fields=("document", "edition"), name="one_text_an_edition")],
            },
        ),
    ]
