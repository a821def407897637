"""The picture of the clock: what happened when, how much time is left or over, and the same in words."""

from answerable.publishing.timeline.rows import (
    QuestionClock,
    Timeline,
    request_timeline,
    timeline,
    timeline_words,
)
from answerable.publishing.timeline.svg import timeline_svg

__all__ = [
    "QuestionClock",
    "Timeline",
    "request_timeline",
    "timeline",
    "timeline_svg",
    "timeline_words",
]
