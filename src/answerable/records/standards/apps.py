"""The standards as Django knows them."""

from django.apps import AppConfig


class StandardsConfig(AppConfig):
    """Frameworks, rounds of assessment, evidence, service standards, and the survey."""

    name = "answerable.records.standards"
    label = "standards"
    default_auto_field = "django.db.models.BigAutoField"
