import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Keep every text of a standard line. Nothing wrote lines before: no row needs a value."""

    dependencies = [
        ('casework', '0003_contributions'),
    ]

    operations = [
        migrations.AddField(
            model_name='standardline',
            name='slug',
            field=models.SlugField(default='', max_length=100, unique=True),
            preserve_default=False,
        ),
        migrations.CreateModel(
            name='StandardLineVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('by', models.CharField(max_length=200)),
                ('at', models.DateTimeField()),
                ('citation', models.CharField(blank=True, max_length=40)),
                ('text', models.TextField()),
                ('expires_on', models.DateField()),
                ('line', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='casework.standardline')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('line', 'number'), name='versions_of_a_line_are_numbered')],
            },
        ),
    ]
