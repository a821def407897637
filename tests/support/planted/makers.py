"""What makes planted files of one form: a workbook, a message or a web page that holds what is changed of an ordinary one."""

from tests.support.planted.cells import written
from tests.support.planted.containers import PAGE
from tests.support.planted.fixtures import edited
from tests.support.planted.messages import mail


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


def named(make, name):
    """Return what makes a file under its name in the list."""
    make.__name__ = name
    return make
