"""What people let leave before files were inspected keeps its meaning, and does not count as an inspection."""

from django.db import migrations
from django.db.models import OuterRef, Subquery

_NOW = (("not inspected", "by inspection"), ("released", "before inspections"))


def _tell_apart(apps, schema_editor):
    files = apps.get_model("casework", "CaseFile").objects
    for was, now in _NOW:
        files.filter(release=was).update(release=now)
    sums = files.filter(pk=OuterRef("file")).values("sha256")[:1]
    apps.get_model("casework", "LetterFile").objects.filter(sha256="").update(sha256=Subquery(sums))


def _put_back(apps, schema_editor):
    files = apps.get_model("casework", "CaseFile").objects
    for was, now in _NOW:
        files.filter(release=now).update(release=was)


class Migration(migrations.Migration):
    dependencies = [("casework", "0007_releasing")]

    operations = [migrations.RunPython(_tell_apart, _put_back)]
