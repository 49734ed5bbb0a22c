import django.contrib.auth.models
import django.contrib.auth.validators
import django.db.models.deletion
import django.utils.timezone
import mithaq.access.fields
import mithaq.access.markings
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.CreateModel(
            name="Label",
            fields=[
                ("id", models.BigIntegerField(primary_key=True, serialize=False)),
                ("canonical", models.TextField(unique=True)),
            ],
        ),
        migrations.CreateModel(
            name="Account",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                (
                    "username",
                    models.CharField(
                        error_messages={"unique": "A user with that username already exists."},
                        help_text="Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.",
                        max_length=150,
                        unique=True,
                        validators=[django.contrib.auth.validators.UnicodeUsernameValidator()],
                        verbose_name="username",
                    ),
                ),
                ("first_name", models.CharField(blank=True, max_length=150, verbose_name="first name")),
                ("last_name", models.CharField(blank=True, max_length=150, verbose_name="last name")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="email address")),
                (
                    "is_staff",
                    models.BooleanField(
                        default=False,
                        help_text="Designates whether the user can log into this admin site.",
                        verbose_name="staff status",
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        default=True,
                        help_text="Designates whether this user should be treated as active. Unselect this instead of deleting accounts.",
                        verbose_name="active",
                    ),
                ),
                ("date_joined", models.DateTimeField(default=django.utils.timezone.now, verbose_name="date joined")),
                ("party", models.CharField(blank=True, max_length=16)),
                (
                    "level",
                    models.SmallIntegerField(
                        choices=[(0, "PUBLIC"), (1, "OFFICIAL"), (2, "RESTRICTED"), (3, "CONFIDENTIAL")],
                        default=mithaq.access.markings.Level["PUBLIC"],
                    ),
                ),
                ("roles", mithaq.access.fields.Codes(blank=True, default=(), max_length=400)),
                ("name_ar", models.CharField(blank=True, max_length=150)),
                ("name_en", models.CharField(blank=True, max_length=150)),
                (
                    "language",
                    models.CharField(choices=[("ar", "العربية"), ("en", "English")], default="ar", max_length=2),
                ),
                ("seen_at", models.DateTimeField(blank=True, null=True)),
                (
                    "deputy",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="deputy_of",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "groups",
                    models.ManyToManyField(
                        blank=True,
                        help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
                (
                    "user_permissions",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Specific permissions for this user.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.permission",
                        verbose_name="user permissions",
                    ),
                ),
            ],
            options={
                "verbose_name": "user",
                "verbose_name_plural": "users",
                "abstract": False,
            },
            managers=[
                ("objects", django.contrib.auth.models.UserManager()),
            ],
        ),
        migrations.CreateModel(
            name="ApiToken",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    mithaq.access.fields.PublicId(
                        default=mithaq.access.fields.new_public_id, editable=False, max_length=22, unique=True
                    ),
                ),
                ("name", models.CharField(max_length=80)),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("made_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField()),
                ("used_at", models.DateTimeField(blank=True, null=True)),
                ("revoked_at", models.DateTimeField(blank=True, null=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="tokens", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Done",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("account", models.CharField(max_length=150)),
                ("key", models.CharField(max_length=64)),
                ("operation", models.CharField(max_length=80)),
                ("public_id", models.CharField(max_length=22)),
                ("at", models.DateTimeField()),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("account", "key"), name="done_once")],
            },
        ),
        migrations.CreateModel(
            name="Initiative",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    mithaq.access.fields.PublicId(
                        default=mithaq.access.fields.new_public_id, editable=False, max_length=22, unique=True
                    ),
                ),
                ("code", models.CharField(max_length=16, unique=True)),
                ("name_ar", models.CharField(max_length=200)),
                ("name_en", models.CharField(max_length=200)),
                ("founded", models.CharField(blank=True, max_length=10)),
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
            name="Party",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    mithaq.access.fields.PublicId(
                        default=mithaq.access.fields.new_public_id, editable=False, max_length=22, unique=True
                    ),
                ),
                ("code", models.CharField(max_length=16, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("state", "State"),
                            ("organisation", "Organisation"),
                            ("centre", "Centre"),
                            ("secretariat", "Secretariat"),
                        ],
                        default="state",
                        max_length=16,
                    ),
                ),
                ("name_ar", models.CharField(max_length=200)),
                ("name_en", models.CharField(max_length=200)),
                ("short_ar", models.CharField(blank=True, max_length=60)),
                ("short_en", models.CharField(blank=True, max_length=60)),
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
                "indexes": [models.Index(fields=["label", "code"], name="party_label")],
            },
        ),
        migrations.CreateModel(
            name="Mission",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    mithaq.access.fields.PublicId(
                        default=mithaq.access.fields.new_public_id, editable=False, max_length=22, unique=True
                    ),
                ),
                ("name_ar", models.CharField(max_length=200)),
                ("name_en", models.CharField(max_length=200)),
                ("city", models.CharField(blank=True, max_length=80)),
                ("accredited", models.CharField(blank=True, max_length=10)),
                ("source", models.CharField(blank=True, max_length=300)),
                (
                    "label",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.label"
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="missions", to="access.party"
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [models.Index(fields=["party"], name="mission_party")],
            },
        ),
        migrations.CreateModel(
            name="Person",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    mithaq.access.fields.PublicId(
                        default=mithaq.access.fields.new_public_id, editable=False, max_length=22, unique=True
                    ),
                ),
                ("name_ar", models.CharField(blank=True, max_length=200)),
                ("name_en", models.CharField(blank=True, max_length=200)),
                ("honorific_ar", models.CharField(blank=True, max_length=80)),
                ("honorific_en", models.CharField(blank=True, max_length=80)),
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
                "indexes": [models.Index(fields=["label", "name_en"], name="person_label")],
            },
        ),
        migrations.CreateModel(
            name="Alias",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("written", models.CharField(max_length=200)),
                ("folded", models.CharField(max_length=200)),
                (
                    "label",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.label"
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="aliases",
                        to="access.party",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="aliases",
                        to="access.person",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [models.Index(fields=["folded"], name="alias_folded")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("party__isnull", True), ("person__isnull", True), _connector="XOR"),
                        name="alias_of_one",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Post",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    mithaq.access.fields.PublicId(
                        default=mithaq.access.fields.new_public_id, editable=False, max_length=22, unique=True
                    ),
                ),
                ("title_ar", models.CharField(max_length=300)),
                ("title_en", models.CharField(max_length=300)),
                (
                    "label",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.label"
                    ),
                ),
                (
                    "mission",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="posts",
                        to="access.mission",
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="posts", to="access.party"
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [models.Index(fields=["party"], name="post_party")],
            },
        ),
        migrations.CreateModel(
            name="SavedView",
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
                ("page", models.CharField(max_length=40)),
                ("name", models.CharField(max_length=120)),
                ("query", models.CharField(max_length=1000)),
                ("shared", models.BooleanField(default=False)),
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
                "indexes": [models.Index(fields=["account", "page"], name="view_account")],
            },
        ),
        migrations.CreateModel(
            name="StatusClaim",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    mithaq.access.fields.PublicId(
                        default=mithaq.access.fields.new_public_id, editable=False, max_length=22, unique=True
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("invited", "Invited"),
                            ("observer", "Observer"),
                            ("member", "Member"),
                            ("left", "Left"),
                        ],
                        max_length=16,
                    ),
                ),
                ("since", models.CharField(blank=True, max_length=10)),
                ("seen_on", models.CharField(blank=True, max_length=10)),
                ("source", models.CharField(max_length=300)),
                ("preferred", models.BooleanField(default=False)),
                ("why_ar", models.CharField(blank=True, max_length=300)),
                ("why_en", models.CharField(blank=True, max_length=300)),
                (
                    "initiative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="claims", to="access.initiative"
                    ),
                ),
                (
                    "label",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.label"
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="claims", to="access.party"
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [models.Index(fields=["party", "since"], name="claim_party")],
            },
        ),
        migrations.CreateModel(
            name="Tenure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    mithaq.access.fields.PublicId(
                        default=mithaq.access.fields.new_public_id, editable=False, max_length=22, unique=True
                    ),
                ),
                ("since", models.CharField(blank=True, max_length=10)),
                ("until", models.CharField(blank=True, max_length=10)),
                ("seen_on", models.CharField(blank=True, max_length=10)),
                ("source", models.CharField(max_length=300)),
                (
                    "label",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.label"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="tenures", to="access.person"
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="tenures", to="access.post"
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(fields=["person", "since"], name="tenure_person"),
                    models.Index(fields=["post", "since"], name="tenure_post"),
                ],
            },
        ),
        migrations.CreateModel(
            name="JournalLine",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                ("account", models.CharField(max_length=150)),
                ("party", models.CharField(blank=True, max_length=16)),
                ("operation", models.CharField(max_length=80)),
                ("thing", models.CharField(max_length=22)),
                ("reason", models.CharField(blank=True, max_length=500)),
                ("changes", models.JSONField(default=dict)),
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
                    models.Index(fields=["label", "-id"], name="journal_label"),
                    models.Index(fields=["thing", "-id"], name="journal_thing"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Draft",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("account", models.CharField(max_length=150)),
                ("form", models.CharField(max_length=200)),
                ("data", models.JSONField(default=dict)),
                ("at", models.DateTimeField()),
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
                "constraints": [models.UniqueConstraint(fields=("account", "form"), name="one_draft_a_form")],
            },
        ),
        migrations.CreateModel(
            name="Counter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=4)),
                ("year", models.SmallIntegerField()),
                ("last", models.PositiveIntegerField(default=0)),
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
                "constraints": [models.UniqueConstraint(fields=("label", "kind", "year"), name="one_counter_a_label")],
            },
        ),
    ]
