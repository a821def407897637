import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("casework", "0009_redactions"),
    ]

    operations = [
        migrations.AlterField(
            model_name="filesettlement",
            name="kind",
            field=models.CharField(
                choices=[
                    ("decided", "Decided"),
                    ("confirmed", "Confirmed"),
                    ("overridden", "Overridden"),
                ],
                max_length=12,
            ),
        ),
        migrations.CreateModel(
            name="SafeCopy",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sha256", models.CharField(max_length=64)),
                ("asked_by", models.CharField(max_length=200)),
                ("asked_at", models.DateTimeField()),
                ("claimed_at", models.DateTimeField(null=True)),
                ("done_at", models.DateTimeField(null=True)),
                ("why_not", models.TextField(blank=True)),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="copying",
                        to="casework.casefile",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("done_at__isnull", True)),
                        fields=("file",),
                        name="a_file_is_copied_once_at_a_time",
                    )
                ],
            },
        ),
    ]
