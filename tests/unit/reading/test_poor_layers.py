"""Text that another program laid under the pictures of pages: used where its words can be words."""

import pytest

from answerable.reading.pdf.poor_layers import is_poor

GOOD = (
    "The amount spent on storage crates in 2019 came to £8,713, not counting delivery. Further figures are on our open "
    "data page: see https://www.harrowmere.example/data/3 or write to foi@harrowmere.example about FOI-2024/0123."
)
WELSH = (
    "Nid yw'r awdurdod yn cadw'r wybodaeth hon. Gofynnwyd am y ffigurau ar gyfer pob blwyddyn, ac mae'r rhain wedi eu "
    "cyhoeddi ar y wefan. Cewch ysgrifennu atom o fewn deugain diwrnod gwaith."
)
POOR = (
    "Tne arn0unt spcnt 0n st0rage cratcs ln vv~re h3ld ar!d whv qhe xmount tqat cbme in fxll " * 3
)


@pytest.mark.parametrize(
    ("text", "poor"), [(GOOD, False), (WELSH, False), (POOR, True), ("x9y", False)]
)
def test_text_under_a_picture_is_poor_if_its_words_cannot_be(text, poor):
    assert is_poor(text) is poor
