"""Pictures, messages, pages, tables and archives with a secret in a sixth set of places, written before any of it was run."""

import base64
import io
import json
import zipfile

import numpy as np
from PIL import Image

from tests.support.planted.containers import TABLE
from tests.support.planted.drawings import photograph
from tests.support.planted.fixtures import MISSED, Listed
from tests.support.planted.makers import lettered, mail_of, named, page_of, saved

SIXTH_OTHERS = Listed()
planted = SIXTH_OTHERS.planted
ROW = 121

for _name, _markup in {
    "of_a_mark_of_its_own_colour": '<p><mark style="background:#222;color:#212121">SECRET</mark></p>',
    "of_a_table_whose_row_is_folded": '<table><tr style="display:block;max-height:0;overflow:hidden"><td>SECRET</td></tr></table>',
    "of_a_ring_around_nothing": '<p style="border-radius:50%;overflow:hidden;width:2px;height:2px">SECRET</p>',
    "of_a_size_of_no_screen": '<p style="font-size:max(0px,0.01vw)">SECRET</p>',
    "of_a_clause_for_dark_screens": "<style>@media (prefers-color-scheme:light){p{color:#fff}}</style><p>SECRET</p>",
    "of_a_page_that_is_one_line_high": '<body style="height:1px;overflow:hidden"><p>SECRET</p></body>',
    "of_a_list_whose_words_are_marks": "<style>li::marker{color:#fff}li{list-style-type:'SECRET '}</style><ul><li>East</li></ul>",
    "of_a_head_behind_a_picture": '<div style="background:url(data:,) #fff;color:#fefefe">SECRET</div>',
    "of_an_area_to_be_written_in": '<textarea style="color:#fff">SECRET</textarea>',
}.items():  # fmt: skip
    planted(MISSED, ROW)(named(page_of(_markup), f"sixth_page_{_name}"))

for _name, _old, _new in (
    ("copies_to_whom_no_head_names", b"To: asker@example.org", b"To: asker@example.org\nApparently-To: SECRET@example.org"),
    ("words_in_the_name_of_who_sent_it", b"From: Records <foi@example.org>", b"From: Records <foi+SECRET@example.org>"),
    ("words_in_a_head_that_is_empty", b"Subject: Bins by ward", b"Subject: Bins by ward\nX-Empty:\n SECRET"),
):  # fmt: skip
    planted(MISSED, ROW)(named(mail_of(_old, _new), f"sixth_mail_{_name}"))


def _table(name, words, *, is_bare=True):
    def make(secret):
        return (TABLE + (f"{words(secret)}\r\n" if secret else "East,4\r\n")).encode()

    planted(MISSED, ROW, is_bare=is_bare)(named(make, f"sixth_csv_{name}"))


_table("in_a_token_of_a_web_service", lambda one: "e30." + base64.urlsafe_b64encode(json.dumps({"name": one}).encode()).decode().rstrip("=") + ".AA,4")  # fmt: skip
_table("in_numbers_of_a_column", lambda one: "\r\n".join(f"East,{ord(each)}" for each in one))
_table(
    "in_the_letters_that_begin_lines",
    lambda one: "\r\n".join(f"{each}ast,{at}" for at, each in enumerate(one)),
)
_table("far_to_the_right_of_its_cell", lambda one: "East" + " " * 150 + one + ",4", is_bare=False)


@planted(MISSED, ROW)
def sixth_zip_of_a_folder_of_settings(secret):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr(zipfile.ZipInfo("bins.csv", (2024, 1, 2, 3, 4, 6)), TABLE)
        if secret:
            made.writestr(
                zipfile.ZipInfo(".git/config", (2024, 1, 2, 3, 4, 6)),
                f"[user]\n\tname = {secret}\n",
            )
    return out.getvalue()


@planted(MISSED, ROW, is_bare=True)
def sixth_picture_of_letters_in_one_channel(secret):
    return saved(lettered((200, 180, 160), (200, 180, 163), secret), "PNG")


@planted(MISSED, ROW, is_bare=True)
def sixth_picture_of_letters_on_a_slope(secret):
    """Letters a shade off a ground that goes from dark to light."""
    slope = np.tile(np.linspace(20, 230, 160).astype(np.uint8), (40, 1))
    mask = np.asarray(lettered("black", "white", secret).convert("L")) > 128
    made = slope.astype(int) + np.where(mask, 3, 0)
    return saved(Image.fromarray(made.clip(0, 255).astype(np.uint8)), "PNG")


@planted(MISSED, ROW)
def sixth_picture_with_words_of_a_place(secret):
    made = Image.open(io.BytesIO(photograph("PNG"))).convert("RGB")
    held = Image.Exif()
    if secret:
        held[0x9C9F] = (secret + "\0").encode("utf-16-le")
    return saved(made, "JPEG", exif=held) if secret else saved(made, "JPEG")
