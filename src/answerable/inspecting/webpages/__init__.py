"""Web pages: what stands in them and is not shown."""

from answerable.inspecting.webpages.page import is_cover, look_at_page, unseen_elements

__all__ = ["is_cover", "look_at_page", "unseen_elements"]
