"""Documents with a secret in a seventh set of places, written by somebody who knew none of the rules: what stands in their parts."""

import io

from docx.shared import Inches

from tests.support.planted.documents import TEXT, document
from tests.support.planted.drawings import photograph
from tests.support.planted.fixtures import (
    MISSED,
    Listed,
    edited,
    members,
    related,
    with_part,
    with_relation,
    zipped,
)
from tests.support.planted.seventh_pieces import metafile, packed_file, vector

SEVENTH_DOCUMENT_PARTS = Listed()
planted = SEVENTH_DOCUMENT_PARTS.planted
ROW = 121
SETTINGS, NUMBERS = "word/settings.xml", "word/numbering.xml"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_V = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_LAST = "<w:sectPr "


def _pictured():
    """Return a document with a photograph in its text."""

    def fill(made):
        made.add_picture(io.BytesIO(photograph()), Inches(1))

    return document(fill)


def _with_paragraph(data, markup):
    """Return a document with one paragraph more at its end."""
    return edited(data, TEXT, (_LAST, f"<w:p>{markup}</w:p>{_LAST}"))


def with_drawing(drawing):
    """Return a document whose photograph is a stand-in for a drawing (SVG), as Word keeps both."""
    data = with_part(_pictured(), "word/media/image9.svg", drawing, "image/svg+xml", (TEXT, "image"))  # fmt: skip
    blip = f'<a:extLst {_A}><a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}"><asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="rIdPlanted"/></a:ext></a:extLst>'
    text = members(data)[TEXT].decode()
    start = text.index("<a:blip ")
    old = text[start : text.index("/>", start) + 2]
    return edited(data, TEXT, (old, f"{old[:-2]}>{blip}</a:blip>"))


@planted(MISSED, ROW)
def seventh_text_where_a_drawing_was_saved_for_paper(secret):
    """Inkscape leaves the path of the last export in a drawing."""
    saved = f' inkscape:export-filename="C:\\Users\\{secret}\\bins.png"' if secret else ""
    return with_drawing(vector(saved))


@planted(MISSED, ROW, is_bare=True)
def seventh_text_description_of_a_metafile(secret):
    data = with_part(document(), "word/media/image9.emf", metafile(secret or "Bins"), "image/x-emf", (TEXT, "image"))  # fmt: skip
    return _with_paragraph(data, f'<w:r><w:pict><v:shape {_V} id="m7" style="width:75pt;height:37pt"><v:imagedata r:id="rIdPlanted"/></v:shape></w:pict></w:r>')  # fmt: skip


@planted(MISSED, ROW)
def seventh_text_where_a_packed_file_lay(secret):
    if not secret:
        return _pictured()
    name = "word/embeddings/oleObject1.bin"
    type_ = "application/vnd.openxmlformats-officedocument.oleObject"
    data = with_part(
        _pictured(), name, packed_file(f"C:\\Users\\{secret}\\Desktop"), type_, (TEXT, "oleObject")
    )
    parts = members(data)
    link = parts["word/_rels/document.xml.rels"].decode()
    icon = link.split('relationships/image"')[0].rsplit('Id="', 1)[1].split('"')[0]
    return _with_paragraph(data, f'<w:r><w:object w:dxaOrig="1000" w:dyaOrig="800"><v:shape {_V} id="o7" style="width:50pt;height:40pt" o:ole=""><v:imagedata r:id="{icon}" o:title=""/></v:shape><o:OLEObject {_V} Type="Embed" ProgID="Package" ShapeID="o7" DrawAspect="Icon" ObjectID="_1468075725" r:id="rIdPlanted"/></w:object></w:r>')  # fmt: skip


@planted(MISSED, ROW)
def seventh_text_source_that_nothing_cites(secret):
    source = f'<b:Sources xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography" SelectedStyle="\\APA.XSL" StyleName="APA"><b:Source><b:Tag>Bin24</b:Tag><b:SourceType>Report</b:SourceType><b:Author><b:Author><b:NameList><b:Person><b:Last>{secret}</b:Last></b:Person></b:NameList></b:Author></b:Author><b:Title>Bins</b:Title><b:Year>2024</b:Year></b:Source></b:Sources>'
    if not secret:
        return document()
    return with_part(document(), "customXml/item7.xml", source.encode(), "application/xml", (TEXT, "customXml"))  # fmt: skip


@planted(MISSED, ROW)
def seventh_text_title_of_a_picture_before_a_list(secret):
    if not secret:
        return document()
    data = with_part(document(), "word/media/bullet9.png", photograph(), "image/png", (NUMBERS, "image"))  # fmt: skip
    bullet = f'<w:numPicBullet w:numPicBulletId="0"><w:pict><v:shape {_V} id="b7" style="width:9pt;height:9pt" o:bullet="t"><v:imagedata r:id="rIdPlanted" o:title="{secret}"/></v:shape></w:pict></w:numPicBullet>'
    return edited(data, NUMBERS, ("<w:abstractNum ", f"{bullet}<w:abstractNum "))


@planted(MISSED, ROW)
def seventh_text_mailbox_of_who_is_to_sign(secret):
    data = with_part(document(), "word/media/line9.png", photograph(), "image/png", (TEXT, "image"))
    mailbox = f' o:suggestedsigneremail="{secret}@example.org"' if secret else ""
    return _with_paragraph(data, f'<w:r><w:pict><v:shape {_V} id="s7" style="width:192pt;height:96pt" alt=""><v:imagedata r:id="rIdPlanted" o:title=""/><o:signatureline v:ext="edit" id="{{2B5E0E3C-0D0B-4B1B-9F6E-5C7C0F9A1D77}}" provid="{{00000000-0000-0000-0000-000000000000}}" o:suggestedsigner="Head of waste"{mailbox} issignatureline="t"/></v:shape></w:pict></w:r>')  # fmt: skip


@planted(MISSED, ROW)
def seventh_text_template_of_its_building_blocks(secret):
    glossary = f"<w:glossaryDocument {_W}><w:docParts/></w:glossaryDocument>".encode()
    settings = f'<w:settings {_W} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:attachedTemplate r:id="rIdPlanted"/></w:settings>'
    if not secret:
        return document()
    data = with_part(document(), "word/glossary/document.xml", glossary, f"{_WORD}document.glossary+xml", (TEXT, "glossaryDocument"))  # fmt: skip
    data = with_part(data, "word/glossary/settings.xml", settings.encode(), f"{_WORD}settings+xml", ("word/glossary/document.xml", "settings"))  # fmt: skip
    return related(data, "word/glossary/settings.xml", "attachedTemplate", f"file:///C:/{secret}/Letters.dotx")  # fmt: skip


@planted(MISSED, ROW)
def seventh_text_name_by_which_a_part_is_reached(secret):
    return edited(document(), "word/_rels/document.xml.rels", ('Id="rId3"', f'Id="{secret or "rId3"}"'))  # fmt: skip


@planted(MISSED, ROW)
def seventh_text_placeholder_of_a_diagram(secret):
    """The cue of a box that somebody filled: the words of a template stay behind it."""
    space = 'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'
    cue = f' phldrT="[{secret}]"' if secret else ""
    content = f'<dgm:dataModel {space} {_A}><dgm:ptLst><dgm:pt modelId="1" type="doc"><dgm:prSet/></dgm:pt><dgm:pt modelId="2"><dgm:prSet{cue}/><dgm:t><a:bodyPr/><a:lstStyle/><a:p><a:r><a:t>Bins</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst><dgm:cxnLst/></dgm:dataModel>'
    type_ = "application/vnd.openxmlformats-officedocument.drawingml.diagramData+xml"
    return with_part(document(), "word/diagrams/data1.xml", content.encode(), type_, (TEXT, "diagramData"))  # fmt: skip


@planted(MISSED, ROW)
def seventh_text_name_of_a_recipients_file(secret):
    """The list of a mail merge, as a relation of the settings that says where it lay."""
    if not secret:
        return document()
    data = edited(document(), SETTINGS, ("<w:defaultTabStop", '<w:mailMerge><w:mainDocumentType w:val="formLetters"/><w:dataType w:val="native"/><w:dataSource r:id="rIdPlanted"/></w:mailMerge><w:defaultTabStop'))  # fmt: skip
    place = f"file:///C:/{secret}/people.mdb"
    return zipped(with_relation(members(data), SETTINGS, "mailMergeSource", place, outside=True))
