"""Documents in RTF: what they hold and do not show."""

from answerable.inspecting.rich.document import look_at_rtf

__all__ = ["look_at_rtf"]
