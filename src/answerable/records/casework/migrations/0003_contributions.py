import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Keep every answer of an information owner. Nothing wrote contributions before: no row needs a value."""

    dependencies = [
        ('casework', '0002_work'),
    ]

    operations = [
        migrations.CreateModel(
            name='ContributionAnswer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('at', models.DateTimeField()),
                ('text', models.TextField(blank=True)),
                ('reason', models.TextField(blank=True)),
                ('suggested', models.CharField(blank=True, max_length=300)),
                ('contribution', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='answers', to='casework.contribution')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('contribution', 'number'), name='answers_of_an_owner_are_numbered')],
            },
        ),
        migrations.AddField(
            model_name='contribution',
            name='number',
            field=models.PositiveIntegerField(default=1),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='contribution',
            name='suggested',
            field=models.CharField(blank=True, max_length=300),
        ),
        migrations.AddField(
            model_name='contributionfile',
            name='size',
            field=models.PositiveBigIntegerField(default=0),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='contributionfile',
            name='answer',
            field=models.ForeignKey(default=None, on_delete=django.db.models.deletion.CASCADE, related_name='files', to='casework.contributionanswer'),
            preserve_default=False,
        ),
        migrations.AddConstraint(
            model_name='contribution',
            constraint=models.UniqueConstraint(fields=('question', 'number'), name='contributions_of_a_question_are_numbered'),
        ),
    ]
