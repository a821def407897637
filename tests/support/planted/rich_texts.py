"""Documents in RTF with a secret that is not seen (row 110)."""

from tests.support.planted.drawings import photograph
from tests.support.planted.fixtures import Listed

RICH_TEXTS = Listed()
planted = RICH_TEXTS.planted
HEAD = (
    "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fswiss\\fcharset0 Arial;}}"
    "{\\colortbl;\\red0\\green0\\blue0;\\red255\\green255\\blue255;\\red29\\green112\\blue184;}\n"
)
TEXT = "\\pard\\plain\\f0\\fs24 There were 31 bins.\\par\n"


def rich(markup="", end="}"):
    """Return a document with one more piece."""
    return f"{HEAD}{TEXT}{markup}{end}".encode("latin-1")


def _piece(markup):
    def make(secret):
        return rich(markup.replace("SECRET", secret) if secret else "")

    return make


PIECES = {
    "hidden_run": ("rtf.hidden-text", "{\\v SECRET}"),
    "hidden_run_that_goes_on": ("rtf.hidden-text", "\\v SECRET\\v0 "),
    "deleted_run": ("rtf.tracked-deletion", "{\\deleted\\revauthdel1 SECRET}"),
    "inserted_run": ("rtf.tracked-change", "{\\revised\\revauth1 SECRET}"),
    "list_of_reviewers": ("rtf.reviewer", "{\\*\\revtbl{Unknown;}{SECRET;}}"),
    "comment": ("rtf.comment", "{\\*\\annotation{\\*\\atnref 1}SECRET}"),
    "author_of_a_comment": ("rtf.comment", "{\\*\\atnauthor SECRET}"),
    "white_run": ("rtf.invisible-text", "{\\cf2 SECRET}"),
    "blue_run_on_blue": ("rtf.invisible-text", "{\\cf3\\chcbpat3 SECRET}"),
    "black_run_on_black": ("rtf.black-box", "{\\cf1\\chcbpat1 SECRET}"),
    "run_under_a_black_marker": ("rtf.black-box", "{\\highlight1 SECRET}"),
    "run_on_black_shading": ("rtf.dark-ground", "{\\chcbpat1 SECRET}"),
    "tiny_run": ("rtf.tiny-text", "{\\fs2 SECRET}"),
    "squeezed_run": ("rtf.tiny-text", "{\\charscalex1 SECRET}"),
    "paragraph_beyond_the_page": ("rtf.off-page", "\\pard\\li50000 SECRET\\par"),
    "frame_beyond_the_page": ("rtf.off-page", "\\pard\\posnegx-60000 SECRET\\par"),
    "unknown_destination": ("rtf.unknown-piece", "{\\*\\quill SECRET}"),
    "group_in_an_unknown_destination": ("rtf.unknown-piece", "{\\*\\quill{\\b SECRET}}"),
    "variable": ("rtf.variable", "{\\*\\docvar {officer}{SECRET}}"),
    "title_of_a_document": ("rtf.property", "{\\info{\\title SECRET}}"),
    "author_of_a_document": ("rtf.person", "{\\info{\\author SECRET}}"),
    "property_of_an_office": (
        "rtf.property",
        "{\\*\\userprops{\\propname Officer}\\proptype30{\\staticval SECRET}}",
    ),
    "bookmark": ("rtf.bookmark", "{\\*\\bkmkstart SECRET}{\\*\\bkmkend SECRET}"),
    "field_with_a_text": ("rtf.field", '{\\field{\\*\\fldinst QUOTE "SECRET"}{\\fldrslt East}}'),
    "field_of_a_file": (
        "rtf.field",
        '{\\field{\\*\\fldinst INCLUDETEXT "C:\\\\\\\\SECRET.doc"}{\\fldrslt East}}',
    ),
    "words_behind_an_address": (
        "rtf.field",
        '{\\field{\\*\\fldinst HYPERLINK "https://example.org/" about "my SECRET here"}{\\fldrslt East}}',
    ),
    "link_to_a_mailbox": (
        "rtf.telling-link",
        '{\\field{\\*\\fldinst HYPERLINK "mailto:SECRET@example.org"}{\\fldrslt Ask}}',
    ),
    "entry_of_an_index": ("rtf.index-entry", "{\\xe SECRET}"),
    "help_of_a_form_field": ("rtf.form-field", "{\\*\\formfield{\\*\\ffhelptext SECRET}}"),
    "description_of_a_shape": (
        "rtf.shape",
        "{\\shp{\\*\\shpinst{\\sp{\\sn wzDescription}{\\sv SECRET}}}}",
    ),
    "object_in_a_document": (
        "rtf.object",
        "{\\object\\objemb{\\*\\objclass SECRET}{\\*\\objdata 00}{\\result East}}",
    ),
    "letters_for_older_programs": ("rtf.fallback-text", "\\uc12\\u8364 SECRET\\uc1 "),
    "text_for_programs_without_tables": ("rtf.other-text", "{\\nonesttables SECRET}"),
    "text_in_two_ways": ("rtf.other-text", "{\\upr{SECRET}{\\*\\ud{East}}}"),
    "name_of_a_font": ("rtf.style-name", "{\\fonttbl{\\f1 SECRET;}}"),
    "data_of_a_form": (
        "rtf.hidden-data",
        "{\\field{\\*\\fldinst PAGE {\\*\\datafield SECRET}}{\\fldrslt 1}}",
    ),
    "name_in_a_theme": ("rtf.theme", "{\\*\\themedata SECRET}"),
    "protected_words": ("rtf.person", "{\\*\\protusertbl{SECRET}}"),
    "words_among_settings": (
        "rtf.free-text",
        "{\\*\\listtable{\\list{\\listlevel{\\leveltext SECRET;}}}}",
    ),
    "element_of_xml": ("rtf.data", "{\\*\\xmlopen\\xmlns1{\\xmlname SECRET}}"),
}
for _name, (_code, _markup) in PIECES.items():
    _make = _piece(_markup)
    _make.__name__ = f"rtf_{_name}"
    planted(_code, 110)(_make)


@planted("rtf.hidden-text", 110, is_bare=True)
def rtf_hidden_letters_as_numbers(secret):
    return rich("{\\v " + "".join(f"\\'{ord(one):02x}" for one in secret) + "}" if secret else "")


@planted("rtf.hidden-text", 110)
def rtf_hidden_shape(secret):
    shape = "{\\shp{\\*\\shpinst{\\sp{\\sn fHidden}{\\sv HIDES}}{\\shptxt \\pard SECRET\\par}}}"
    return rich(shape.replace("HIDES", "1" if secret else "0").replace("SECRET", secret or "East"))


@planted("rtf.behind-the-end", 110)
def rtf_text_behind_the_end(secret):
    return rich(end="}" + secret)


@planted("rtf.unknown-piece", 110)
def rtf_bytes_in_a_document(secret):
    return rich(f"\\bin{len(secret)} {secret}" if secret else "")


def _pict(data, more=""):
    return "{\\pict\\jpegblip\\picw64\\pich48" + more + "\n" + data.hex() + "}"


@planted("picture.words", 110, is_bare=True)
def rtf_words_in_a_picture(secret):
    data = photograph("JPEG")
    held = (
        data[:2] + b"\xff\xfe" + (len(secret) + 2).to_bytes(2, "big") + secret.encode() + data[2:]
    )
    return rich(_pict(held if secret else data))


@planted("picture.bytes-behind", 110, is_bare=True)
def rtf_bytes_behind_a_picture(secret):
    return rich(_pict(photograph("JPEG") + secret.encode()))


@planted("rtf.cropped-picture", 110, is_bare=True)
def rtf_cut_picture(secret):
    return rich(_pict(photograph("JPEG"), "\\piccropr400" if secret else ""))


@planted("rtf.unknown-piece", 110)
def rtf_words_among_the_digits_of_a_picture(secret):
    return rich(_pict(photograph("JPEG")).replace("}", f"{secret}}}"))


@planted("csv.unseen-signs", 110, is_bare=True)
def rtf_signs_without_a_width(secret):
    return rich("".join(f"\\u{8203 + int(bit)}?" for sign in secret for bit in f"{ord(sign):08b}"))
