"""A file into the files that may leave instead of it: made anew from what it shows, never a copy of it.

from answerable.inspecting.rebuilding import rebuild

rebuilt = rebuild(data, name="figures.xlsx")
[one.name for one in rebuilt.files], rebuilt.left_out
"""

from answerable.inspecting.rebuilding.apart import rebuild
from answerable.inspecting.rebuilding.rebuilt import CannotRebuild, Rebuilt, RebuiltFile

__all__ = ["CannotRebuild", "Rebuilt", "RebuiltFile", "rebuild"]
