"""Office files with a secret in a namespace that is declared and used by nothing (row 31 of the table of leaks)."""

from tests.support.planted import documents, opendocuments
from tests.support.planted.cells import written
from tests.support.planted.fixtures import Listed, edited
from tests.support.planted.workbooks import SHEET

NAMESPACES = Listed()
planted = NAMESPACES.planted
_KNOWN = "urn:schemas-microsoft-com:vml"


def _declared(data, part, begun, prefix, address):
    return edited(data, part, (begun, f'{begun} xmlns:{prefix}="{address}"'))


@planted("office.foreign-markup", 31)
def address_of_a_namespace_of_a_sheet(secret):
    return _declared(written(), SHEET, "<sheetData", "q", f"urn:{secret}" if secret else _KNOWN)


@planted("office.foreign-markup", 31)
def prefix_of_a_namespace_of_a_document(secret):
    data = documents.document()
    return _declared(data, documents.TEXT, "<w:body", secret or "v", _KNOWN)


@planted("office.foreign-markup", 112)
def address_of_a_namespace_of_ods(secret):
    data = opendocuments.workbook()
    address = f"http://openoffice.org/{secret}" if secret else "http://openoffice.org/2004/calc"
    return _declared(data, opendocuments.CONTENT, "<office:body", "oooc", address)


@planted("office.foreign-markup", 112)
def prefix_of_a_namespace_of_odt(secret):
    data = opendocuments.document()
    address = "http://openoffice.org/2004/writer"
    return _declared(data, opendocuments.CONTENT, "<office:body", secret or "ooow", address)
