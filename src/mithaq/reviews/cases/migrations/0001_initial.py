import django.db.models.deletion
import mithaq.access.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('access', '0002_former_references'),
        ('activities', '0001_initial'),
        ('training', '0003_taken_in_changes'),
    ]

    operations = [
        migrations.CreateModel(
            name='Draw',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', mithaq.access.fields.PublicId(default=mithaq.access.fields.new_public_id, editable=False, max_length=22, unique=True)),
                ('ref', models.CharField(max_length=24)),
                ('year', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('size', models.PositiveSmallIntegerField()),
                ('seed', models.PositiveIntegerField()),
                ('rule', models.CharField(max_length=16)),
                ('candidates', models.JSONField(default=list)),
                ('count', models.PositiveIntegerField()),
                ('digest', models.CharField(max_length=64)),
                ('by', models.CharField(max_length=150)),
                ('at', models.DateTimeField()),
                ('demonstration', models.BooleanField(default=False)),
                ('activity', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='draws', to='activities.activity')),
                ('course', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='draws', to='training.course')),
                ('label', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.label')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
            },
        ),
        migrations.CreateModel(
            name='Case',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', mithaq.access.fields.PublicId(default=mithaq.access.fields.new_public_id, editable=False, max_length=22, unique=True)),
                ('ref', models.CharField(max_length=24)),
                ('party', models.CharField(max_length=16)),
                ('person', models.CharField(max_length=24)),
                ('side', models.CharField(choices=[('high', 'Uses most'), ('low', 'Uses least')], max_length=4)),
                ('score', models.PositiveSmallIntegerField()),
                ('place', models.PositiveSmallIntegerField()),
                ('instead_of', models.CharField(blank=True, max_length=22)),
                ('state', models.CharField(choices=[('drawn', 'To be interviewed'), ('interviewed', 'Waits for a second person'), ('confirmed', 'Confirmed'), ('not_reached', 'Not reached'), ('declined', 'Declines the interview'), ('withdrawn', 'Withdrawn')], default='drawn', max_length=12)),
                ('language', models.CharField(blank=True, max_length=2)),
                ('used', models.CharField(blank=True, max_length=2000)),
                ('came_of', models.CharField(blank=True, max_length=2000)),
                ('evidence', models.CharField(blank=True, max_length=2000)),
                ('helped', models.CharField(blank=True, max_length=2000)),
                ('hindered', models.CharField(blank=True, max_length=2000)),
                ('barriers', mithaq.access.fields.Codes(blank=True, default=(), max_length=200)),
                ('interviewed_on', models.DateField(blank=True, null=True)),
                ('interviewed_by', models.CharField(blank=True, max_length=150)),
                ('interviewed_at', models.DateTimeField(blank=True, null=True)),
                ('confirmed_by', models.CharField(blank=True, max_length=150)),
                ('confirmed_at', models.DateTimeField(blank=True, null=True)),
                ('withdrawn_by', models.CharField(blank=True, max_length=150)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('reason', models.CharField(blank=True, max_length=500)),
                ('demonstration', models.BooleanField(default=False)),
                ('version', models.PositiveIntegerField(default=1)),
                ('activity', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.PROTECT, related_name='cases', to='activities.activity')),
                ('label', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.label')),
                ('draw', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='cases', to='cases.draw')),
            ],
            options={
                'abstract': False,
                'base_manager_name': 'objects',
            },
        ),
        migrations.AddIndex(
            model_name='draw',
            index=models.Index(fields=['course', '-id'], name='draw_course'),
        ),
        migrations.AddConstraint(
            model_name='draw',
            constraint=models.UniqueConstraint(fields=('label', 'digest'), name='draw_once_from_a_list'),
        ),
        migrations.AddIndex(
            model_name='case',
            index=models.Index(fields=['draw', 'side', 'place'], name='case_draw'),
        ),
        migrations.AddIndex(
            model_name='case',
            index=models.Index(fields=['state', '-id'], name='case_state'),
        ),
        migrations.AddConstraint(
            model_name='case',
            constraint=models.UniqueConstraint(fields=('draw', 'activity', 'party', 'person'), name='case_once_a_draw'),
        ),
        migrations.AddConstraint(
            model_name='case',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('interviewed_at__isnull', True), ('interviewed_by', '')), models.Q(models.Q(('interviewed_by', ''), _negated=True), ('interviewed_at__isnull', False)), _connector='OR'), name='interviewed_by_and_at'),
        ),
        migrations.AddConstraint(
            model_name='case',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('confirmed_at__isnull', True), ('confirmed_by', '')), models.Q(models.Q(('confirmed_by', ''), _negated=True), ('confirmed_at__isnull', False)), _connector='OR'), name='confirmed_by_and_at'),
        ),
        migrations.AddConstraint(
            model_name='case',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', True), ('withdrawn_by', '')), models.Q(models.Q(('withdrawn_by', ''), _negated=True), ('withdrawn_at__isnull', False)), _connector='OR'), name='case_withdrawn_by_and_at'),
        ),
        migrations.AddConstraint(
            model_name='case',
            constraint=models.CheckConstraint(condition=models.Q(('confirmed_by', ''), models.Q(('confirmed_by', models.F('interviewed_by')), _negated=True), _connector='OR'), name='confirmed_by_another'),
        ),
    ]
