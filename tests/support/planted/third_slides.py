"""Presentations with a secret in a third set of places, written before any was inspected."""

from pptx.util import Inches

from tests.support.planted.fixtures import MISSED, Listed, edited, members, with_part, zipped
from tests.support.planted.fresh_open import placed
from tests.support.planted.opendocuments import presented
from tests.support.planted.presentations import MAIN, SLIDE, box, slides

THIRD_SLIDES = Listed()
planted = THIRD_SLIDES.planted
ROW = 118
_RUN = "<a:r><a:t>Quill"
_BODY = '<a:bodyPr wrap="none"'


def _box(name, *changes, words=None, is_bare=False):
    """List a slide with a box that says the secret, and of which markup is changed."""

    def make(secret):
        data = slides(lambda _, slide: box(slide, (words or "{}").format(secret or "East")))
        return edited(data, SLIDE, *changes) if secret else data

    make.__name__ = f"slide_{name}"
    planted(MISSED, ROW, is_bare=is_bare)(make)


def _look(name, markup):
    _box(name, (_RUN, f"<a:r><a:rPr>{markup}</a:rPr><a:t>Quill"))


_look("words_of_a_clear_gradient", '<a:gradFill><a:gsLst><a:gs pos="0"><a:srgbClr val="000000"><a:alpha val="0"/></a:srgbClr></a:gs><a:gs pos="100000"><a:srgbClr val="000000"><a:alpha val="0"/></a:srgbClr></a:gs></a:gsLst></a:gradFill>')  # fmt: skip
_look("words_under_a_marker_of_their_colour", '<a:solidFill><a:srgbClr val="000000"/></a:solidFill><a:highlight><a:srgbClr val="000000"/></a:highlight>')  # fmt: skip
_look("words_filled_by_a_group", "<a:grpFill/>")
_look(
    "words_of_a_system_white",
    '<a:solidFill><a:sysClr val="window" lastClr="FFFFFF"/></a:solidFill>',
)
_box("words_between_columns", (_BODY, '<a:bodyPr wrap="none" numCol="2" spcCol="90000000"'))
_box("words_in_the_depth", ("<a:noFill/>", '<a:noFill/><a:scene3d><a:camera prst="perspectiveFront"><a:rot lat="0" lon="0" rev="0"/></a:camera><a:lightRig rig="threePt" dir="t"/></a:scene3d><a:sp3d z="-900000000"/>'))  # fmt: skip
_box("words_seen_from_far_off", ("<a:noFill/>", '<a:noFill/><a:scene3d><a:camera prst="perspectiveFront" zoom="1000"/><a:lightRig rig="threePt" dir="t"/></a:scene3d>'))  # fmt: skip
_box("lines_below_a_box", words="East" + "\n" * 60 + "{}")


def _picture_filled(secret):
    return slides(lambda _, slide: box(slide, secret or "East"))


@planted(MISSED, ROW)
def slide_words_filled_by_a_picture(secret):
    data = _picture_filled(secret)
    return edited(data, SLIDE, (_RUN, '<a:r><a:rPr><a:blipFill><a:blip r:embed="rId1"/><a:stretch/></a:blipFill></a:rPr><a:t>Quill')) if secret else data  # fmt: skip


def _table(name, *changes):
    def make(secret):
        def fill(_, slide):
            frame = slide.shapes.add_table(2, 2, Inches(1), Inches(3), Inches(4), Inches(1))
            frame.table.cell(0, 0).text = secret or "East"

        data = slides(fill)
        return edited(data, SLIDE, *changes) if secret else data

    make.__name__ = f"slide_table_{name}"
    planted(MISSED, ROW)(make)


_table("cell_that_is_all_margin", ("<a:tcPr/>", '<a:tcPr marL="90000000" marR="0"/>'))
_table("white_cell", ("<a:tcPr/>", '<a:tcPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></a:tcPr>'), (_RUN, '<a:r><a:rPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></a:rPr><a:t>Quill'))  # fmt: skip


@planted(MISSED, ROW)
def slide_words_under_a_table(secret):
    def fill(_, slide):
        box(slide, secret or "East")
        if secret:
            frame = slide.shapes.add_table(1, 1, Inches(0.9), Inches(2.9), Inches(4), Inches(2))
            frame.table.cell(0, 0).text = "Bins"

    return slides(fill)


@planted(MISSED, ROW)
def slide_words_under_a_group(secret):
    def fill(_, slide):
        box(slide, secret or "East")
        if secret:
            group = slide.shapes.add_group_shape()
            made = group.shapes.add_shape(1, Inches(0.9), Inches(2.9), Inches(4), Inches(2))
            made.fill.solid()

    return slides(fill)


@planted(MISSED, ROW)
def slide_words_that_move_away(secret):
    data = slides(lambda _, slide: box(slide, secret or "East"))
    timing = '<p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never" nodeType="tmRoot"><p:childTnLst><p:animMotion origin="layout" path="M 0 0 L 9 9" pathEditMode="relative"><p:cBhvr><p:cTn id="2" dur="1" fill="hold"/><p:tgtEl><p:spTgt spid="3"/></p:tgtEl></p:cBhvr></p:animMotion></p:childTnLst></p:cTn></p:par></p:tnLst></p:timing></p:sld>'
    return edited(data, SLIDE, ("</p:sld>", timing)) if secret else data


def _main(name, part, old, new):
    def make(secret):
        data = slides()
        return edited(data, part, (old, new.replace("SECRET", secret))) if secret else data

    make.__name__ = f"slides_{name}"
    planted(MISSED, ROW)(make)


_main("signs_that_begin_no_line", MAIN, "<p:defaultTextStyle>", '<p:kinsoku lang="ja-JP" invalStChars="SECRET" invalEndChars=""/><p:defaultTextStyle>')  # fmt: skip
_main("font_that_is_kept", MAIN, "<p:defaultTextStyle>", '<p:embeddedFontLst><p:embeddedFont><p:font typeface="SECRET"/></p:embeddedFont></p:embeddedFontLst><p:defaultTextStyle>')  # fmt: skip
_main("title_of_a_web_page", "ppt/presProps.xml", "</p:presentationPr>", '<p:htmlPubPr title="SECRET"/></p:presentationPr>')  # fmt: skip
_main("kind_of_a_field", SLIDE, "<a:r><a:t>Bins by ward</a:t></a:r>", '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="SECRET"><a:t>Bins by ward</a:t></a:fld>')  # fmt: skip
_main("titles_of_slides_that_were", "docProps/app.xml", "</Properties>", '<TitlesOfParts xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><vt:vector size="1" baseType="lpstr"><vt:lpstr>SECRET</vt:lpstr></vt:vector></TitlesOfParts></Properties>')  # fmt: skip


@planted(MISSED, ROW)
def slides_white_words_of_a_layout(secret):
    data = slides()
    part = "ppt/slideLayouts/slideLayout6.xml"
    shape = f'<p:sp><p:nvSpPr><p:cNvPr id="77" name="Box 7"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm><a:off x="914400" y="914400"/><a:ext cx="914400" cy="914400"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody><a:bodyPr/><a:p><a:r><a:rPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></a:rPr><a:t>{secret}</a:t></a:r></a:p></p:txBody></p:sp></p:spTree>'
    return edited(data, part, ("</p:spTree>", shape)) if secret else data


@planted(MISSED, ROW)
def slides_captions_of_a_film(secret):
    if not secret:
        return slides()
    held = f"WEBVTT\n\n00:00.000 --> 00:01.000\n{secret}\n".encode()
    return with_part(slides(), "ppt/media/track1.vtt", held, "text/vtt", (SLIDE, "http://schemas.microsoft.com/office/2017/06/relationships/track"))  # fmt: skip


@planted(MISSED, ROW)
def slides_properties_by_another_writer(secret):
    if not secret:
        return slides()
    held = f'<coreProperties xmlns="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"><category>{secret}</category></coreProperties>'.encode()
    return with_part(slides(), "package/services/metadata/core-properties/a.psmdcp", held, "application/vnd.openxmlformats-package.core-properties+xml", ("", ""))  # fmt: skip


for _name, _markup in {
    "box_under_a_table": '<draw:frame svg:x="2cm" svg:y="5cm" svg:width="6cm" svg:height="2cm"><draw:text-box><text:p>SECRET</text:p></draw:text-box></draw:frame><draw:rect svg:x="1cm" svg:y="4cm" svg:width="9cm" svg:height="5cm"/>',
    "picture_beside_words_of_a_frame": '<draw:frame svg:x="2cm" svg:y="5cm" svg:width="6cm" svg:height="2cm"><draw:text-box><text:p>East</text:p></draw:text-box><svg:title>SECRET</svg:title></draw:frame>',
    "words_of_a_shape_turned_flat": '<draw:custom-shape svg:x="2cm" svg:y="5cm" svg:width="6cm" svg:height="2cm" draw:transform="scale (1 0.0001)"><text:p>SECRET</text:p></draw:custom-shape>',
    "place_of_glue": '<draw:rect svg:x="2cm" svg:y="5cm" svg:width="6cm" svg:height="2cm"><draw:glue-point draw:id="4" svg:x="0" svg:y="0" draw:escape-direction="SECRET"/><text:p>East</text:p></draw:rect>',
}.items():  # fmt: skip
    placed(THIRD_SLIDES, "odp", f"odp_{_name}", MISSED, _markup)


def _open(name, part, old, new):
    """List an OpenDocument presentation with markup in another of its parts."""

    def make(secret):
        held = members(presented())
        text = held[part].decode()
        assert old in text, text[:500]
        if secret:
            text = text.replace(old, new.replace("SECRET", secret), 1)
        return zipped({**held, part: text.encode()})

    make.__name__ = f"odp_{name}"
    planted(MISSED, ROW)(make)


_open("path_in_the_list_of_files", "META-INF/manifest.xml", "</manifest:manifest>", '<manifest:file-entry manifest:full-path="SECRET.xml" manifest:media-type="text/xml"/></manifest:manifest>')  # fmt: skip
_open("language_of_all", "meta.xml", "</office:meta>", '<dc:language xmlns:dc="http://purl.org/dc/elements/1.1/">SECRET</dc:language></office:meta>')  # fmt: skip
