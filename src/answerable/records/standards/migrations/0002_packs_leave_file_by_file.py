"""Whether a pack may leave is decided for each of its files."""

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def _decided_files(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Give each file in which something was found the decision about its whole pack."""
    packs = apps.get_model("standards", "MadePack").objects.exclude(decided_by="")
    files = apps.get_model("standards", "PackFile").objects.filter(verdict="findings")
    for key, by, reason in packs.values_list("pk", "decided_by", "decided_reason"):
        files.filter(pack=key).update(decided_by=by, decided_reason=reason)


class Migration(migrations.Migration):
    dependencies = [("standards", "0001_first")]
    operations = [
        migrations.AddField("packfile", "decided_by", models.CharField(blank=True, default="", max_length=200), preserve_default=False),
        migrations.AddField("packfile", "decided_reason", models.TextField(blank=True, default=""), preserve_default=False),
        migrations.RunPython(_decided_files, migrations.RunPython.noop, elidable=True),
        migrations.RemoveField("madepack", "decided_by"),
        migrations.RemoveField("madepack", "decided_reason"),
    ]
