"""What makes planted files of one form: a workbook, a document, a message, a web page or a picture that holds what is changed of an ordinary one."""

import io

from PIL import Image, ImageDraw

from tests.support.planted.cells import written
from tests.support.planted.containers import PAGE
from tests.support.planted.documents import TEXT, in_text, marked
from tests.support.planted.fixtures import edited
from tests.support.planted.messages import mail
from tests.support.planted.rich_texts import rich


def book_of(fill, *changes):
    """Return what makes a workbook in which `fill` writes the secret, and of which markup is changed besides."""

    def make(secret):
        if not secret:
            return written()
        data = written(lambda book, sheet: fill(book, sheet, secret))
        for part, old, new in changes:
            data = edited(data, part, (old, new.replace("SECRET", secret)))
        return data

    return make


def run_of(markup):
    """Return what makes a document with markup in a paragraph of its own, which holds the secret."""

    def make(secret):
        return in_text(secret, markup.replace("{", "{{").replace("}", "}}").replace("SECRET", "{}"))

    return make


def document_of(*changes):
    """Return what makes a document of one paragraph, "MARK", with markup of its parts changed to what holds the secret."""

    def make(secret):
        data = marked()
        if not secret:
            return edited(data, TEXT, ("MARK", "East"))
        for part, old, new in changes:
            data = edited(data, part, (old, new.replace("SECRET", secret)))
        return data

    return make


def body_of(markup, *changes):
    """Return what makes a document with markup in place of its paragraph, and of which other parts are changed besides."""
    return document_of((TEXT, "<w:p><w:r><w:t>MARK</w:t></w:r></w:p>", markup), *changes)


def rich_of(markup):
    """Return what makes a document in rich text with one more piece, which holds the secret."""

    def make(secret):
        return rich(markup.replace("SECRET", secret) if secret else "")

    return make


def mail_of(old, new):
    """Return what makes a message of which some bytes are changed to others, which hold the secret."""

    def make(secret):
        data = mail().as_bytes()
        assert old in data, data
        return data.replace(old, new.replace(b"SECRET", secret.encode()), 1) if secret else data

    return make


def page_of(markup):
    """Return what makes a web page with some markup, which holds the secret."""

    def make(secret):
        return PAGE.format(markup.replace("SECRET", secret) if secret else "<p>East</p>").encode()

    return make


def lettered(ground, ink, words):
    """Return a small picture of one colour with words, if there are any, in another."""
    made = Image.new("RGB", (160, 40), ground)
    ImageDraw.Draw(made).text((5, 5), words or "", fill=ink)
    return made


def saved(picture, form, **how):
    """Return a picture as a file."""
    out = io.BytesIO()
    picture.save(out, form, **how)
    return out.getvalue()


def named(make, name):
    """Return what makes a file under its name in the list."""
    make.__name__ = name
    return make
