"""The people as Django knows them."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Who works here, in which roles and teams."""

    name = "answerable.records.accounts"
    label = "accounts"
    default_auto_field = "django.db.models.BigAutoField"
