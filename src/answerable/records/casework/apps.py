"""Casework as Django knows it."""

from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    """Requests and their questions."""

    name = "answerable.records.casework"
    label = "casework"
    default_auto_field = "django.db.models.BigAutoField"
