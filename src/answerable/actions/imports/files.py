"""What a kept file holds: its readings, and for what cannot be read a sentence."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from django.conf import settings

from answerable.reading import NotReadable, PassedOver, Reading, readings_in
from answerable.reading.weblogs import MappingRefused, mapping_from_toml
from answerable.records.archive.models import ImportRun

MAPPING = ImportRun.MAPPING


def readings_of(
    path: str, data: bytes, options: Mapping[str, Any]
) -> Iterator[Reading | NotReadable]:
    """Yield each document that a file holds, in its order, or why one cannot be read.

    What is passed over without loss, such as the signature of a mail, is left out.
    """
    name = PurePosixPath(path).name
    said = options.get(MAPPING)
    try:
        mapping = mapping_from_toml(said, name="The mapping") if said else None
        for found in readings_in(
            data, name=name, mapping=mapping, vocabulary=settings.ANSWERABLE_VOCABULARIES
        ):
            if not isinstance(found, PassedOver):
                yield found
    except MappingRefused as refusal:
        yield NotReadable(str(refusal))
