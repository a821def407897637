"""What rebuilt documents say, read back by programs that know nothing of how they were made."""

import io
import re
import unicodedata
import zipfile
from functools import cache

import pypdfium2
from lxml import etree

_INSIDE_OF_WORDS = ("strong", "em", "s", "sup", "sub", "a", "b", "i")
_WORD = re.compile(r"[^\W_]+")


def text_of_pdf(data):
    """Return the text of a PDF, with words whole that a line parts."""
    opened = pypdfium2.PdfDocument(data)
    try:
        pages = [opened[number].get_textpage().get_text_range() for number in range(len(opened))]
    finally:
        opened.close()
    return re.sub("[\u00ad\ufffe]\\s*", "", "\n".join(pages))


def text_of_page(data):
    """Return the text of a web page's body."""
    pieces = []
    _take(etree.HTML(data).find("body"), pieces)
    return "".join(pieces)


def _take(one, pieces):
    blank = "" if one.tag in _INSIDE_OF_WORDS else " "
    pieces += [blank, one.text or ""]
    for each in one:
        _take(each, pieces)
        pieces.append(each.tail or "")
    pieces.append(blank)


@cache
def text_of(file):
    """Return the text of a rebuilt file."""
    return text_of_pdf(file.data) if file.name.endswith(".pdf") else text_of_page(file.data)


def words(text):
    """Return the words of a text, without marks and the differences of forms."""
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def missing(looked_for, found):
    """Return the words that are not among others in the same order."""
    others = iter(found)
    return [one for one in looked_for if not any(one == other for other in others)]


@cache
def words_of_original(data, kind):
    """Return the words that stand in the text of a file that hides none of them."""
    if kind == "html":
        return words(text_of_page(data))
    if kind == "pptx":
        return _words_of_slides(data)
    if kind == "docx":
        return words(_joined(_root(data, "word/document.xml")))
    texts = _root(data, "content.xml").iter("{*}p", "{*}h")
    return [word for one in texts for word in words("".join(one.itertext()))]


def _joined(root):
    """Return the runs of paragraphs joined as they stand, for a word may lie in several."""
    pieces = []
    for one in root.iter():
        name = etree.QName(one).localname
        if name in ("p", "tab", "br", "cr"):
            pieces.append(" ")
        elif name == "t":
            pieces.append(one.text or "")
    return "".join(pieces)


def _root(data, part):
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        return etree.fromstring(opened.read(part))


def _words_of_slides(data):
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        names = [one for one in opened.namelist() if re.fullmatch(r"ppt/slides/slide\d+\.xml", one)]
        slides = [etree.fromstring(opened.read(one)) for one in sorted(names)]
    found = []
    for slide in slides:
        for one in slide.iter("{*}p"):
            found += words("".join(each.text or "" for each in one.iter("{*}t")))
    return found
