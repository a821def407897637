"""Why what was found in the words of a service standard is nobody's personal data."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("standards", "0002_packs_leave_file_by_file")]
    operations = [
        migrations.AddField("servicestandard", "confirmed", models.JSONField(default=dict)),
    ]
