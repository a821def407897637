"""A case as a folder that stands by itself: to be kept, handed on, and checked by anybody."""

from answerable.publishing.case_folder.folder import (
    Folder,
    FolderFile,
    FolderRefused,
    file_name,
    folder_zip,
    write_folder,
)
from answerable.publishing.case_folder.whole import Item, Section, WholeCase, whole_folder

__all__ = [
    "Folder",
    "FolderFile",
    "FolderRefused",
    "Item",
    "Section",
    "WholeCase",
    "file_name",
    "folder_zip",
    "whole_folder",
    "write_folder",
]
