"""Pictures, in files or by themselves: what they carry beside the pixels that are seen."""

from answerable.inspecting.pictures.picture import look_at_picture, look_at_picture_file

__all__ = ["look_at_picture", "look_at_picture_file"]
