"""What the process apart is started as: the one that reads PDF, which draws and decodes pictures, too."""

from collections.abc import Iterable
from typing import Any

from answerable.reading.pdf.child import NEEDED, TASKS, Task, main

_OF_PICTURES = ("pages drawn", "pages put together", "pictures decoded", "pictures counted")


def _of_pictures(task: str) -> Task:
    def run(data: bytes, name: str, options: dict[str, Any]) -> Iterable[bytes]:
        from answerable.reading.ocr import tasks  # noqa: PLC0415 most files are no pictures

        made: Iterable[bytes] = getattr(tasks, task)(data, name, options)
        return made

    return run


for name in _OF_PICTURES:
    TASKS[name] = _of_pictures(name.replace(" ", "_"))
    NEEDED[name] = "answerable.reading.ocr.tasks"

if __name__ == "__main__":
    main()
