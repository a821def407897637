"""What the process apart is started as: the one that reads PDF, which draws and decodes pictures, too."""

from collections.abc import Iterable
from typing import Any

from answerable.reading.pdf.child import TASKS, Task, main


def _of_pictures(task: str) -> Task:
    def run(data: bytes, name: str, options: dict[str, Any]) -> Iterable[bytes]:
        from answerable.reading.ocr import tasks  # noqa: PLC0415 most files are no pictures

        made: Iterable[bytes] = getattr(tasks, task)(data, name, options)
        return made

    return run


TASKS["pages drawn"] = _of_pictures("pages_drawn")
TASKS["pages put together"] = _of_pictures("pages_put_together")
TASKS["pictures decoded"] = _of_pictures("pictures_decoded")
TASKS["pictures counted"] = _of_pictures("pictures_counted")

if __name__ == "__main__":
    main()
