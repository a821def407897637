"""Small documents for tests, written as markup."""

import base64
import io

from PIL import Image

from answerable.inspecting.rebuilding.rebuilding import rebuilt_here
from tests.support.planted.documents import TEXT, document
from tests.support.planted.fixtures import edited, members, zipped
from tests.unit.inspecting.rebuilding.documents.reading_back import text_of_page

_START = '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>'


def in_body(markup, **parts):
    """Return a document whose text is markup; `parts` are further parts by their names in the folder of Word."""
    data = edited(document(), TEXT, (_START, f"{markup}{_START}"))
    more = {f"word/{name}.xml": content.encode() for name, content in parts.items()}
    return zipped({**members(data), **more})


def paragraph(words, settings="", look=""):
    """Return a paragraph of Word."""
    return f"<w:p><w:pPr>{settings}</w:pPr><w:r><w:rPr>{look}</w:rPr><w:t>{words}</w:t></w:r></w:p>"


def page_of(data, name="f.docx"):
    """Return the web page that is made of a file."""
    return rebuilt_here(data, name).files[-1].data.decode()


def text_made_of(data, name="f.docx"):
    """Return the text of that page, on one line."""
    return " ".join(text_of_page(page_of(data, name).encode()).split())


def pictures_in(page):
    """Return the pictures of a web page."""
    pieces = page.split(";base64,")[1:]
    return [Image.open(io.BytesIO(base64.b64decode(one.partition('"')[0]))) for one in pieces]
