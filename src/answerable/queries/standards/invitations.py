"""What stands last in a mail that carries an answer: the survey, and the link to it."""

from django.conf import settings

from answerable.domain.assurance.surveys import OPEN_DAYS

_WORDS = {
    "en": "How did we do? Three short questions, by this link. It works once, for {days} days, and what you "
    "answer is kept without your name and without your request.",
    "cy": "Sut y gwnaethom? Tri chwestiwn byr, drwy'r ddolen hon. Mae'n gweithio unwaith, am {days} diwrnod, "
    "a chedwir eich atebion heb eich enw a heb eich cais.",
}


def invitation_words(token: str, *, language: str) -> tuple[str, ...]:
    """Return the invitation to the survey and its address, as paragraphs, in the language of whoever asked."""
    known = "cy" if language == "cy" else "en"
    return _WORDS[known].format(days=OPEN_DAYS), survey_address(token, language=known)


def survey_address(token: str, *, language: str) -> str:
    """Return where somebody who has a link answers the survey."""
    prefix = "/cy" if language == "cy" else ""
    return f"{settings.ANSWERABLE_ADDRESS}{prefix}/survey/{token}/"
