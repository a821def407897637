"""The text of a PDF's pages, through its fonts' own tables of characters, and its tags."""

import re
from collections import Counter

import pikepdf

CHARACTERS = re.compile(r"beginbfchar(.*?)endbfchar", re.DOTALL)
RANGES = re.compile(r"beginbfrange(.*?)endbfrange", re.DOTALL)


def words(document):
    """Return what the pages show, in the order in which it is drawn."""
    return "".join(_page_text(page) for page in document.pages)


def tags(document):
    """Return how often each tag stands in a document, and how many headings of columns are scoped."""
    found, waiting = Counter(), [document.Root.StructTreeRoot.K]
    while waiting:
        node = waiting.pop()
        if isinstance(node, pikepdf.Array):
            waiting += list(node)
        elif isinstance(node, pikepdf.Dictionary):
            if "/S" in node:
                found[str(node.S)] += 1
                found["scoped"] += str(node.S) == "/TH" and "/Column" in repr(node.get("/A"))
            if "/K" in node:
                waiting.append(node.K)
    return found


def _page_text(page):
    tables = {str(name): _table(font) for name, font in page.Resources.Font.items()}
    current, text = {}, []
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) == "Tf":
            current = tables[str(operands[0])]
        elif str(operator) in ("Tj", "TJ"):
            parts = operands[0] if str(operator) == "TJ" else operands
            text += [
                _shown(bytes(one), current) for one in parts if isinstance(one, pikepdf.String)
            ]
    return "".join(text)


def _shown(codes, table):
    pairs = (codes[at : at + 2] for at in range(0, len(codes), 2))
    return "".join(table.get(int.from_bytes(pair, "big"), "") for pair in pairs)


def _table(font):
    cmap = font.ToUnicode.read_bytes().decode("latin-1")
    table = {}
    for block in CHARACTERS.findall(cmap):
        for code, value in re.findall(r"<(\w+)>\s*<(\w+)>", block):
            table[int(code, 16)] = bytes.fromhex(value).decode("utf-16-be")
    for block in RANGES.findall(cmap):
        for low, high, value in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
            for code in range(int(low, 16), int(high, 16) + 1):
                start = int(value, 16) + code - int(low, 16)
                table[code] = start.to_bytes(len(value) // 2, "big").decode("utf-16-be")
    return table
