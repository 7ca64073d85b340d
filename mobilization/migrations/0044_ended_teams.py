import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0004_office'),
        ('mobilization', '0043_words_before'),
    ]

    operations = [
        migrations.AddField(
            model_name='team',
            name='merged_into',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='merged_from', to='mobilization.team'),
        ),
        migrations.AddField(
            model_name='team',
            name='state',
            field=models.CharField(choices=[('working', 'At work'), ('merged', 'Merged'), ('disbanded', 'Disbanded')], default='working', max_length=10),
        ),
        migrations.AddConstraint(
            model_name='team',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('merged_into__isnull', False), ('state', 'merged')), models.Q(('merged_into__isnull', True), ('state__in', ['working', 'disbanded'])), _connector='OR'), name='merged_team_names_the_other'),
        ),
        migrations.AddConstraint(
            model_name='team',
            constraint=models.CheckConstraint(condition=models.Q(('merged_into__isnull', True), models.Q(('merged_into', models.F('pk')), _negated=True), _connector='OR'), name='team_is_not_merged_into_itself'),
        ),
    ]
