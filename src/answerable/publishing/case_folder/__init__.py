"""A case as a folder that stands by itself: to be kept, handed on, and checked by anybody."""

from answerable.publishing.case_folder.case_files import case_folder
from answerable.publishing.case_folder.case_rows import (
    HeldCase,
    HeldChallenge,
    HeldFile,
    HeldGround,
    HeldLetter,
    HeldMessage,
    HeldQuestion,
    HeldRound,
)
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
    "HeldCase",
    "HeldChallenge",
    "HeldFile",
    "HeldGround",
    "HeldLetter",
    "HeldMessage",
    "HeldQuestion",
    "HeldRound",
    "Item",
    "Section",
    "WholeCase",
    "case_folder",
    "file_name",
    "folder_zip",
    "whole_folder",
    "write_folder",
]
