"""The archive as Django knows it."""

from django.apps import AppConfig


class ArchiveConfig(AppConfig):
    """The archive of published entries."""

    name = "answerable.records.archive"
    label = "archive"
    default_auto_field = "django.db.models.BigAutoField"
