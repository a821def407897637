"""The pages as Django knows them."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """The pages of the site."""

    name = "answerable.web"
    label = "web"

    def ready(self) -> None:
        """Register what is checked: models are known only now."""
        from answerable.web import checks  # noqa: PLC0415, F401 as above
