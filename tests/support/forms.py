"""What a browser would send of a form, read from its page."""

from html.parser import HTMLParser


class _Fields(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = {}
        self.area = self.select = None

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        name = given.get("name")
        if tag == "textarea":
            self.area = name
            self.found[name] = [""]
        elif tag == "select":
            self.select = name
        elif tag == "option" and self.select and "selected" in given:
            self.found.setdefault(self.select, []).append(given.get("value", ""))
        elif tag == "input" and name and _is_sent(given):
            self.found.setdefault(name, []).append(given.get("value", ""))

    def handle_data(self, data):
        if self.area:
            self.found[self.area][0] += data

    def handle_endtag(self, tag):
        if tag == "textarea":
            # A browser leaves out the line break behind the tag.
            self.found[self.area][0] = self.found[self.area][0].replace("\r", "").removeprefix("\n")
            self.area = None
        elif tag == "select":
            self.select = None


def _is_sent(given):
    return given.get("type") not in ("checkbox", "radio") or "checked" in given


def typed_in(page, mark):
    """Return the values of the form of a page that has a mark in its tag, by the names of its fields."""
    parser = _Fields()
    parser.feed(page[page.index(mark) :].split("</form>")[0])
    return parser.found
