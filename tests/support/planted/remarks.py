"""Files with a secret in what somebody remarks on them, among the properties that their programs keep (row 25)."""

from pikepdf import Dictionary, String

from tests.support.planted.cells import written
from tests.support.planted.documents import document
from tests.support.planted.fixtures import Listed, edited
from tests.support.planted.opendocuments import document as open_document
from tests.support.planted.pdf_made import pdf_of
from tests.support.planted.rich_texts import rich

REMARKS = Listed()
planted = REMARKS.planted


@planted("office.remark", 25)
def comments_on_a_document(secret):
    return document(lambda made: setattr(made.core_properties, "comments", secret))


@planted("office.remark", 25)
def property_that_is_called_a_note(secret):
    def fill(book, _):
        book.set_custom_property("Case notes", secret or "-")

    return written(fill) if secret else written()


@planted("office.remark", 25)
def description_of_an_odt(secret):
    data = open_document()
    said = f'<dc:description xmlns:dc="http://purl.org/dc/elements/1.1/">Ask {secret}</dc:description></office:meta>'
    return edited(data, "meta.xml", ("</office:meta>", said)) if secret else data


@planted("office.remark", 25)
def comments_on_an_rtf(secret):
    return rich("{\\info{\\doccomm " + secret + "}}" if secret else "")


@planted("office.remark", 25)
def comments_on_a_pdf(secret):
    def change(pdf):
        pdf.trailer.Info = pdf.make_indirect(Dictionary(Comments=String(f"Ask {secret}")))

    return pdf_of(change=change if secret else None)
