"""Files on their way in: counted while they come, and no further than the limits."""

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopUpload
from django.http import HttpRequest

from answerable.actions.casework.contributing import GivenFile, TooMuchGiven
from answerable.actions.casework.contributing.files import (
    MOST_BYTES,
    check_bytes,
    check_file,
    check_number,
)

MOST_READ = 4 * MOST_BYTES
"""A form that says it is larger than this is not read to its end only to refuse it politely."""


class Counting(FileUploadHandler):
    """Stops an upload at the limits; the words in front of the files are kept, and `refusal` says why."""

    def __init__(self, request: HttpRequest) -> None:
        super().__init__(request)
        self.refusal = ""
        self._files = self._bytes_before = 0

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Count a file that begins."""
        super().new_file(*args, **kwargs)
        self._files += 1
        self._check(0)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Count what came of a file, and hand it on to whatever keeps it meanwhile."""
        self._check(start + len(raw_data))
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Count a file that is whole."""
        self._bytes_before += file_size

    def _check(self, size: int) -> None:
        try:
            check_number(self._files)
            check_file(str(self.file_name), size)
            check_bytes(self._bytes_before + size)
        except TooMuchGiven as refusal:
            self.refusal = str(refusal)
            raise StopUpload(connection_reset=False) from refusal


def counted(request: HttpRequest) -> Counting:
    """Set up a request, before anything of it is read, so that its files are counted as they come."""
    counting = Counting(request)
    request.upload_handlers = [counting, *request.upload_handlers]
    return counting


def given_file(upload: "UploadedFile[Any]") -> GivenFile:
    """Return a file that came with a form as an action takes it."""
    return GivenFile(upload.name or "", upload.content_type or "", upload)
