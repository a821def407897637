"""Web pages, tables of text and JSON with a secret in a way that is less usual (rows 108 and 109)."""

import base64
import json

from tests.support.planted.containers import PAGE, TABLE
from tests.support.planted.drawings import photograph
from tests.support.planted.fixtures import Listed

WEBTRICKS = Listed()
planted = WEBTRICKS.planted
INSIDE = {
    "hidden_attribute": ("html.hidden-text", "<p hidden>SECRET</p>"),
    "hidden_ancestor": ("html.hidden-text", '<div style="display:none"><p>SECRET</p></div>'),
    "visibility": ("html.hidden-text", '<p style="visibility:hidden">SECRET</p>'),
    "opacity": ("html.hidden-text", '<p style="opacity:0.01">SECRET</p>'),
    "letters_of_one_pixel": ("html.hidden-text", '<p style="font-size:1px">SECRET</p>'),
    "letters_of_a_hundredth": ("html.hidden-text", '<p style="font-size:0.01em">SECRET</p>'),
    "letters_of_one_in_a_hundred": ("html.hidden-text", '<p style="font-size:1%">SECRET</p>'),
    "short_font": ("html.hidden-text", '<p style="font:0/0 a">SECRET</p>'),
    "indent": ("html.hidden-text", '<p style="text-indent:-9999px">SECRET</p>'),
    "margin": ("html.hidden-text", '<p style="margin-left:-9999px">SECRET</p>'),
    "far_below": ("html.hidden-text", '<p style="position:absolute;top:99999px">SECRET</p>'),
    "percent_off": ("html.hidden-text", '<p style="position:absolute;left:-200%">SECRET</p>'),
    "clip": ("html.hidden-text", '<p style="position:absolute;clip:rect(0,0,0,0)">SECRET</p>'),
    "clip_path": ("html.hidden-text", '<p style="clip-path:inset(50%)">SECRET</p>'),
    "scaled_to_nothing": ("html.hidden-text", '<p style="transform:scale(0)">SECRET</p>'),
    "one_pixel_box": (
        "html.hidden-text",
        '<p style="width:1px;height:1px;overflow:hidden">SECRET</p>',
    ),
    "no_height": ("html.hidden-text", '<p style="max-height:0;overflow:hidden">SECRET</p>'),
    "behind": ("html.hidden-text", '<p style="position:relative;z-index:-1">SECRET</p>'),
    "transparent": ("html.hidden-text", '<p style="color:transparent">SECRET</p>'),
    "nearly_transparent": ("html.hidden-text", '<p style="color:rgba(0,0,0,0)">SECRET</p>'),
    "blue_on_blue": (
        "html.invisible-text",
        '<p style="color:#1d70b8;background:#1d70b8">SECRET</p>',
    ),
    "black_on_black": ("html.invisible-text", '<p style="background:#000">SECRET</p>'),
    "named_colours": (
        "html.invisible-text",
        '<p style="color:white;background-color:snow">SECRET</p>',
    ),
    "ground_above": (
        "html.invisible-text",
        '<div style="background:#eee"><p style="color:#eeeeee">SECRET</p></div>',
    ),
    "old_attributes": (
        "html.invisible-text",
        '<table bgcolor="#ffffff"><tr><td><font color="#ffffff">SECRET</font></td></tr></table>',
    ),
    "class_of_a_style": (
        "html.hidden-text",
        "<style>.aside { display: none }</style><p class='aside'>SECRET</p>",
    ),
    "id_of_a_style": (
        "html.hidden-text",
        "<style>#aside { opacity: 0 }</style><p id='aside'>SECRET</p>",
    ),
    "element_of_a_style": (
        "html.hidden-text",
        "<style>aside { font-size: 0 }</style><aside>SECRET</aside>",
    ),
    "style_for_screens": (
        "html.hidden-text",
        "<style>@media screen { p.aside { display:none } }</style><p class='aside'>SECRET</p>",
    ),
    "colours_of_a_style": (
        "html.invisible-text",
        "<style>.aside { color:#fff; background:#fff }</style><p class='aside'>SECRET</p>",
    ),
    "comment_of_a_style": ("html.comment", "<style>p { margin: 0 } /* SECRET */</style>"),
    "setting_of_a_style": ("html.hiding-style", "<style>p { --officer: SECRET }</style>"),
    "noscript": ("html.not-shown", "<noscript><p>SECRET</p></noscript>"),
    "closed_details": ("html.not-shown", "<details><summary>East</summary>SECRET</details>"),
    "dialog": ("html.not-shown", "<dialog>SECRET</dialog>"),
    "drawing": ("html.not-shown", "<svg><desc>SECRET</desc></svg>"),
    "fallback_of_a_film": ("html.not-shown", "<video>SECRET</video>"),
    "list_of_choices": (
        "html.not-shown",
        "<select><option>East</option><option>SECRET</option></select>",
    ),
    "strange_element": ("html.unknown-element", "<quill-feather>SECRET</quill-feather>"),
    "title": ("html.attribute", '<p title="SECRET">East</p>'),
    "alternative": ("html.attribute", '<img alt="SECRET" width="9" height="9">'),
    "label": ("html.attribute", '<p aria-label="SECRET">East</p>'),
    "value_of_a_box": ("html.attribute", '<input type="checkbox" value="SECRET">'),
    "document_in_a_frame": ("html.attribute", '<iframe srcdoc="SECRET"></iframe>'),
    "strange_style": ("html.attribute", '<p style="officer:SECRET">East</p>'),
    "id": ("html.name", '<p id="SECRET">East</p>'),
    "class": ("html.name", '<p class="SECRET">East</p>'),
    "font": ("html.name", "<p style=\"font-family:'SECRET'\">East</p>"),
    "address": ("html.web-link", '<a href="https://example.org/SECRET">East</a>'),
    "picture_from_elsewhere": ("html.fetched", '<img src="https://example.org/SECRET.png">'),
    "end_of_an_element": ("html.unread", "<p>East</p SECRET>"),
    "attribute_twice": ("html.unread", '<p lang="en" lang="SECRET">East</p>'),
    "meta": ("html.metadata", '<meta name="description" content="SECRET">'),
    "handler": ("html.script", '<p onclick="SECRET()">East</p>'),
    "far_in_a_line": ("csv.far-text", "<pre>East" + " " * 300 + "SECRET</pre>"),
    "instruction": ("html.comment", "<?php SECRET ?>"),
    "data_section": ("html.comment", "<![CDATA[SECRET]]>"),
}
for _name, (_code, _markup) in INSIDE.items():

    def _make_page(secret, _markup=_markup):
        return PAGE.replace(
            "{}", _markup.replace("SECRET", secret) if secret else "<p>East</p>"
        ).encode()

    _make_page.__name__ = f"page_{_name}"
    planted(_code, 109)(_make_page)


@planted("html.unread", 109)
def page_words_of_its_kind(secret):
    page = PAGE.replace("{}", "").encode()
    return (
        page.replace(b"<!DOCTYPE html>", f'<!DOCTYPE html SYSTEM "{secret}">'.encode())
        if secret
        else page
    )


@planted("picture.words", 109, is_bare=True)
def page_words_in_a_picture_in_an_address(secret):
    data = photograph("JPEG")
    held = (
        data[:2] + b"\xff\xfe" + (len(secret) + 2).to_bytes(2, "big") + secret.encode() + data[2:]
        if secret
        else data
    )
    address = "data:image/jpeg;base64," + base64.b64encode(held).decode()
    return PAGE.replace("{}", f'<img src="{address}">').encode()


@planted("csv.far-text", 108)
def many_lines_in_a_cell(secret):
    lines = "\n" * 60
    return (TABLE + (f'"East{lines}{secret}",5\r\n' if secret else "East,5\r\n")).encode()


@planted("csv.far-text", 108)
def blanks_that_are_wide(secret):
    return TABLE.replace("North", "North" + ("\u3000" * 250 + secret if secret else "")).encode()


@planted("csv.beyond-the-head", 108)
def cells_beyond_the_head_in_another_alphabet(secret):
    text = TABLE + (f"East,5,,{secret}\r\n" if secret else "East,5\r\n")
    return b"\xff\xfe" + text.encode("utf-16-le")


@planted("csv.unseen-signs", 108, is_bare=True)
def blank_letters(secret):
    marks = "".join("\u3164\u115f"[int(bit)] for sign in secret for bit in f"{ord(sign):08b}")
    return TABLE.replace("North", f"North{marks}").encode()


@planted("csv.unseen-signs", 108, is_bare=True)
def marks_of_variation(secret):
    marks = "".join(chr(0xFE00 + ord(sign) % 16) for sign in secret)
    return TABLE.replace("North", f"North{marks}").encode()


def _json(text):
    return text.encode()


@planted("json.duplicate-key", 108)
def key_that_stands_twice(secret):
    return _json(f'{{"ward": "{secret}", "ward": "North"}}' if secret else '{"ward": "North"}')


@planted("json.encoded", 108, is_bare=True)
def file_in_a_text(secret):
    held = base64.b64encode((f"{secret} was here. " * 20).encode()).decode()
    return _json(json.dumps({"ward": held if secret else "North"}))


@planted("json.escaped", 108, is_bare=True)
def letters_as_numbers(secret):
    return _json('{"ward": "%s"}' % ("".join(f"\\u{ord(one):04x}" for one in secret) or "North"))


@planted("json.markup", 108)
def comment_in_a_text(secret):
    return _json(json.dumps({"ward": f"North<!-- {secret} -->" if secret else "North"}))


@planted("csv.personal-column", 108)
def key_for_a_person(secret):
    return _json(json.dumps({"surname": secret} if secret else {"ward": "North"}))


@planted("csv.far-text", 108)
def far_in_json(secret):
    return _json(
        '{"ward": "North"' + (" " * 400 + f', "officer": "{secret}"' if secret else "") + "}"
    )
