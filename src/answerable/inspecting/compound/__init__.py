"""The container of old Office and of Outlook, and the files of old Office in it."""

from answerable.inspecting.compound.old_office import look_at_old_office

__all__ = ["look_at_old_office"]
