
import django.db.models.deletion
import mithaq.access.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0001_initial'),
        ('consultations', '0002_demonstration'),
        ('training', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Means',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', mithaq.access.fields.PublicId(default=mithaq.access.fields.new_public_id, editable=False, max_length=22, unique=True)),
                ('how_ar', models.CharField(blank=True, max_length=500)),
                ('how_en', models.CharField(blank=True, max_length=500)),
                ('by', models.CharField(max_length=150)),
                ('at', models.DateTimeField()),
                ('ended_by', models.CharField(blank=True, max_length=150)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('reason', models.CharField(blank=True, max_length=500)),
                ('demonstration', models.BooleanField(default=False)),
                ('version', models.PositiveIntegerField(default=1)),
                ('course', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='means', to='training.course')),
                ('goal', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='means', to='consultations.jointgoal')),
                ('label', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.label')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('how_ar', ''), _negated=True), models.Q(('how_en', ''), _negated=True), _connector='OR'), name='means_say_how'), models.CheckConstraint(condition=models.Q(models.Q(('ended_at__isnull', True), ('ended_by', ''), ('reason', '')), models.Q(('ended_at__isnull', False), models.Q(('ended_by', ''), _negated=True), models.Q(('reason', ''), _negated=True)), _connector='OR'), name='ended_by_and_at'), models.UniqueConstraint(condition=models.Q(('ended_at__isnull', True)), fields=('goal', 'course'), name='means_once_a_pair')],
            },
        ),
    ]
