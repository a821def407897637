"""A file's bytes searched for words, whatever they are packed in and however they are written.

    from answerable.inspecting.sweeping import traces

    traces(data, ["Ann Quill", "Quill"])

It knows nothing of documents: it unpacks what can be unpacked, and looks at all that comes out. So it finds
what an inspection that knows each kind of file has overlooked.
"""

from answerable.inspecting.sweeping.apart import traces
from answerable.inspecting.sweeping.found import CannotSweep, Trace

__all__ = ["CannotSweep", "Trace", "traces"]
