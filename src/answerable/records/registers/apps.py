"""Registers as Django knows them."""

from django.apps import AppConfig


class RegistersConfig(AppConfig):
    """Loads of registers, and measured tables."""

    name = "answerable.records.registers"
    label = "registers"
    default_auto_field = "django.db.models.BigAutoField"
