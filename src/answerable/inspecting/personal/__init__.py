"""The personal data in what a file shows: found in the process apart, told masked, and shown where it stands."""

from answerable.inspecting.personal.apart import with_personal_data

__all__ = ["with_personal_data"]
