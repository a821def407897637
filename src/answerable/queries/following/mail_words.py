"""What a mail to whoever asked says besides its letter: where to follow the request and fetch its files."""

from collections.abc import Iterator

from answerable.domain.clock.steps import long_date
from answerable.queries.following.links import delivery_address, follow_address
from answerable.records.casework.models import DeliveryLink, FollowLink

_FOLLOW = {
    "en": "Follow your request, read our letters, and ask for a review, by this link. Whoever has it "
    "can see the request: keep it to yourself.",
    "cy": "Dilynwch eich cais, darllenwch ein llythyrau a gofynnwch am adolygiad drwy'r ddolen hon. "
    "Gall unrhyw un sydd â'r ddolen weld y cais: cadwch hi i chi'ch hun.",
}
_FILES = {
    "en": "The files of this letter are too large for an e-mail. Until {day} they can be fetched here:",
    "cy": "Mae ffeiliau'r llythyr hwn yn rhy fawr i e-bost. Tan {day} gellir eu nôl yma:",
}


def words_behind(
    *, link: FollowLink | None, delivery: DeliveryLink | None, language: str
) -> tuple[str, ...]:
    """Return what stands behind the words of a mail, as paragraphs: none without a link."""
    return tuple(_words(link, delivery, "cy" if language == "cy" else "en"))


def _words(link: FollowLink | None, delivery: DeliveryLink | None, language: str) -> Iterator[str]:
    if delivery is not None:
        yield _FILES[language].format(day=long_date(delivery.ends_on))
        yield delivery_address(delivery)
    if link is not None:
        yield _FOLLOW[language]
        yield follow_address(link)
