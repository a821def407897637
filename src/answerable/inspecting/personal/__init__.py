"""The personal data in what a file shows: found in the process apart, told masked, and shown where it stands."""

from answerable.inspecting.personal.apart import with_personal_data
from answerable.inspecting.personal.choice import OWN, FinderChoice

__all__ = ["OWN", "FinderChoice", "with_personal_data"]
