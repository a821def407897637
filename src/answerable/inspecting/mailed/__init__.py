"""Messages: what mail programs keep with them and do not show, and every file that goes with them."""

from answerable.inspecting.mailed.message import look_at_mail
from answerable.inspecting.mailed.outlook import look_at_outlook

__all__ = ["look_at_mail", "look_at_outlook"]
