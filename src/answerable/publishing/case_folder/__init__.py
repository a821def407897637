"""A case as a folder that stands by itself: to be kept, handed on, and checked by anybody."""

from answerable.publishing.case_folder.folder import (
    Folder,
    FolderFile,
    FolderRefused,
    file_name,
    folder_zip,
    write_folder,
)

__all__ = ["Folder", "FolderFile", "FolderRefused", "file_name", "folder_zip", "write_folder"]
