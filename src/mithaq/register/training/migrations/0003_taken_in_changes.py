from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("training", "0002_holds"),
    ]

    operations = [
        migrations.AddField(
            model_name="catalogueimport",
            name="centre",
            field=models.CharField(blank=True, max_length=16),
        ),
        migrations.AddField(
            model_name="catalogueimport",
            name="changed",
            field=models.JSONField(default=list),
        ),
    ]
