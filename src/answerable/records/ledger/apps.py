"""The ledger as Django knows it."""

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    """The record of who did what and when."""

    name = "answerable.records.ledger"
    label = "ledger"
    default_auto_field = "django.db.models.BigAutoField"
