"""Documents with a secret that has no width on the page (row 40 of the table of leaks)."""

from tests.support.planted.documents import TEXT, document
from tests.support.planted.fixtures import Listed, edited

NARROW_TEXTS = Listed()
planted = NARROW_TEXTS.planted


def _with(markup):
    return edited(document(), TEXT, ("<w:sectPr", f"{markup}<w:sectPr"))


def _table(words, *, column, cell=""):
    """Return a table of two columns, the first of which is so wide (twentieths of a point)."""
    return _with(
        f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="{column}"/><w:gridCol w:w="4000"/></w:tblGrid>'
        f"<w:tr><w:tc><w:tcPr>{cell}</w:tcPr><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>"
        "<w:tc><w:p><w:r><w:t>North</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/>"
    )


@planted("docx.tiny-text", 40)
def column_without_width(secret):
    return _table(secret or "East", column=200 if secret else 0)


@planted("docx.tiny-text", 40)
def cell_that_is_all_margin(secret):
    margin = '<w:tcMar><w:left w:w="{0}" w:type="dxa"/><w:right w:w="{0}" w:type="dxa"/></w:tcMar>'
    cell = margin.format(1000 if secret else 0)
    return _table(secret or "31", column=2000 if secret else 200, cell=cell)


@planted("docx.tiny-text", 40)
def run_fitted_into_half_a_point(secret):
    fit = f'<w:fitText w:val="{10 if secret else 600}" w:id="7"/>'
    words = secret or "East"
    runs = "".join(
        f"<w:r><w:rPr>{fit}</w:rPr><w:t>{one}</w:t></w:r>" for one in (words, " and more")
    )
    return _with(f"<w:p>{runs}</w:p>")


@planted("docx.tiny-text", 40)
def ruby_of_one_point(secret):
    base = "<w:r><w:t>Year</w:t></w:r>"
    ruby = (
        f'<w:r><w:ruby><w:rubyPr><w:hps w:val="2"/></w:rubyPr><w:rt><w:r><w:t>{secret}</w:t></w:r></w:rt>'
        f"<w:rubyBase>{base}</w:rubyBase></w:ruby></w:r>"
    )
    return _with(f"<w:p>{ruby if secret else base}</w:p>")
