"""The database refuses to change or to remove a line."""

from django.db import migrations

from answerable.records.ledger.triggers import create_triggers, drop_triggers


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_first")]

    operations = [
        migrations.RunPython(
            lambda apps, schema_editor: create_triggers(schema_editor.connection),
            lambda apps, schema_editor: drop_triggers(schema_editor.connection),
        )
    ]
