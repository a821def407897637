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
    ]
