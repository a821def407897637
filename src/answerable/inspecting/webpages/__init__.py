"""Web pages: what stands in them and is not shown."""

from answerable.inspecting.webpages.page import look_at_page, unseen_elements

__all__ = ["look_at_page", "unseen_elements"]
