"""What cannot be taken apart on a page, so that the page is drawn instead."""


class Unsupported(Exception):
    """A page holds what cannot be rewritten safely: it has to be drawn as a picture."""


class TooMuch(Exception):
    """A page takes more steps than are spent on one file."""
