"""What lists of a hundred thousand requests need: a tag knows its request, and indexes for what waits."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import OuterRef, Subquery


def tell_tags_their_requests(apps, schema_editor):
    """Fill in the request of every tag from its question."""
    tags = apps.get_model("casework", "DecidedTag").objects
    questions = apps.get_model("casework", "Question").objects.filter(pk=OuterRef("question"))
    tags.update(request=Subquery(questions.values("request")[:1]))


_REQUEST = {
    "on_delete": django.db.models.deletion.CASCADE,
    "related_name": "tags",
    "to": "casework.request",
}


class Migration(migrations.Migration):
    dependencies = [("casework", "0002_work")]

    operations = [
        migrations.RemoveIndex(model_name="decidedtag", name="questions_by_tag"),
        migrations.AddField(
            model_name="decidedtag",
            name="request",
            field=models.ForeignKey(null=True, **_REQUEST),
        ),
        migrations.RunPython(tell_tags_their_requests, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="decidedtag", name="request", field=models.ForeignKey(**_REQUEST)
        ),
        migrations.AddIndex(
            model_name="decidedtag",
            index=models.Index(fields=["kind", "value", "request"], name="requests_by_tag"),
        ),
        migrations.AddIndex(
            model_name="message",
            index=models.Index(
                condition=models.Q(("is_unseen", True)),
                fields=["request"],
                name="messages_nobody_saw",
            ),
        ),
        migrations.AddIndex(
            model_name="question",
            index=models.Index(fields=["stage", "request"], name="questions_by_stage"),
        ),
        migrations.AddIndex(
            model_name="question",
            index=models.Index(
                condition=models.Q(("clock_state", "waiting")),
                fields=["request"],
                name="questions_that_wait",
            ),
        ),
        migrations.AddIndex(
            model_name="request",
            index=models.Index(fields=["work_to", "id"], name="requests_by_date"),
        ),
        migrations.AddIndex(
            model_name="request",
            index=models.Index(
                condition=models.Q(
                    ("stage__in", ["open", "drafted", "checked", "cleared", "leaving"])
                ),
                fields=["work_to", "id"],
                name="requests_in_hand",
            ),
        ),
    ]
