"""Pictures keep their pixels, as they are to be seen, and nothing that goes with them."""

import io
import struct
import zlib

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from answerable.inspecting.rebuilding.rebuilding import rebuilt_here
from answerable.inspecting.rebuilding.rebuilt import CannotRebuild
from answerable.inspecting.sweeping.sweeping import traces_here
from tests.support.planted.fixtures import SECRET

SIZE = (24, 16)
ORIENTATION, MAKER = 0x0112, 0x010F


def saved(picture, format_, **options):
    """Return a picture as a file of a format."""
    out = io.BytesIO()
    picture.save(out, format_, **options)
    return out.getvalue()


def half_red(mode="RGB"):
    """Return a picture of which the left half is red, the right half blue."""
    made = Image.new("RGB", SIZE, (0, 0, 255))
    made.paste((255, 0, 0), (0, 0, SIZE[0] // 2, SIZE[1]))
    return made.convert(mode)


def exif():
    """Return what a camera notes: a maker, and that the picture lies on its side."""
    noted = Image.Exif()
    noted[MAKER] = SECRET
    noted[ORIENTATION] = 6
    return noted


def words_in_png():
    """Return text as PNG keeps it."""
    words = PngImagePlugin.PngInfo()
    words.add_text("Comment", SECRET)
    return words


def frames():
    """Return a second frame with a secret as its comment."""
    return {"save_all": True, "append_images": [Image.new("RGB", SIZE, (0, 255, 0))]}


PLANTED = {
    "exif.jpg": (saved(half_red(), "JPEG", exif=exif(), quality=95), "jpg", (16, 24)),
    "comment.jpg": (saved(half_red(), "JPEG", comment=SECRET.encode()), "jpg", SIZE),
    "behind.jpg": (saved(half_red(), "JPEG") + SECRET.encode(), "jpg", SIZE),
    "cmyk.jpg": (saved(half_red("CMYK"), "JPEG", comment=SECRET.encode()), "jpg", SIZE),
    "words.png": (saved(half_red(), "PNG", pnginfo=words_in_png()), "png", SIZE),
    "exif.png": (saved(half_red(), "PNG", exif=exif()), "png", (16, 24)),
    "palette.png": (saved(half_red("P"), "PNG", pnginfo=words_in_png()), "png", SIZE),
    "comment.gif": (saved(half_red("P"), "GIF", comment=SECRET.encode()), "png", SIZE),
    "behind.bmp": (saved(half_red(), "BMP") + SECRET.encode(), "png", SIZE),
    "tags.tif": (saved(half_red(), "TIFF", tiffinfo={270: SECRET}), "png", SIZE),
    "exif.webp": (saved(half_red(), "WEBP", exif=exif(), lossless=True), "png", (16, 24)),
}


@pytest.mark.parametrize("name", PLANTED)
def test_nothing_but_the_pixels_stays(name):
    data, ending, size = PLANTED[name]

    (made,) = rebuilt_here(data, name).files

    assert made.name == f"{name.partition('.')[0]}.{ending}"
    assert SECRET.encode() in data
    assert traces_here(made.data, [SECRET], name=made.name) == ()
    with Image.open(io.BytesIO(made.data)) as opened:
        assert opened.size == size
        assert not opened.getexif()
        assert {"comment", "exif", "xmp", "icc_profile", "Comment"}.isdisjoint(opened.info)
        corners = [
            opened.convert("RGB").getpixel(at) for at in ((1, 1), (size[0] - 2, size[1] - 2))
        ]
    assert [max(one) > 200 for one in corners] == [True, True]


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (saved(half_red(), "GIF", **frames()), "a.gif"),
        (saved(half_red(), "TIFF", **frames()), "a.tif"),
        (saved(half_red(), "PNG", **frames()), "a.png"),
        (saved(half_red(), "WEBP", **frames()), "a.webp"),
        (saved(half_red(), "MPO", **frames()), "a.jpg"),
    ],
)
def test_the_first_frame_stays_and_the_others_are_told(data, name):
    made = rebuilt_here(data, name)

    assert made.left_out == ("1 further frame or page of a picture was left out.",)
    with Image.open(io.BytesIO(made.files[0].data)) as opened:
        assert getattr(opened, "n_frames", 1) == 1
        assert opened.convert("RGB").getpixel((1, 1))[0] > 200


def test_what_is_transparent_has_no_colour():
    made = Image.new("RGBA", SIZE, (200, 10, 10, 0))
    made.putpixel((3, 3), (10, 200, 10, 255))
    made.putpixel((4, 4), (10, 200, 10, 2))

    (file,) = rebuilt_here(saved(made, "PNG"), "a.png").files

    with Image.open(io.BytesIO(file.data)) as opened:
        seen = [opened.getpixel(at) for at in ((0, 0), (3, 3), (4, 4))]
    assert seen == [(0, 0, 0, 0), (10, 200, 10, 255), (0, 0, 0, 0)]


def test_sixteen_bits_become_eight_of_the_same_brightness():
    deep = Image.new("I;16", SIZE, 0x8000)

    (file,) = rebuilt_here(saved(deep, "PNG"), "a.png").files

    with Image.open(io.BytesIO(file.data)) as opened:
        assert (opened.mode, opened.getpixel((0, 0))) == ("L", 128)


def test_own_colours_are_turned_into_those_that_are_seen():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()

    (file,) = rebuilt_here(saved(half_red(), "PNG", icc_profile=profile), "a.png").files

    with Image.open(io.BytesIO(file.data)) as opened:
        assert opened.getpixel((1, 1)) == (255, 0, 0)
        assert "icc_profile" not in opened.info


def huge():
    """Return a PNG that says that it is a hundred thousand pixels high and wide."""
    head = struct.pack(">II5B", 100_000, 100_000, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(1000))), (b"IEND", b""))
    body = b"".join(
        struct.pack(">I", len(held)) + name + held + struct.pack(">I", zlib.crc32(name + held))
        for name, held in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + body


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (huge(), "more than 40 million pixels"),
        (saved(half_red(), "PNG")[:60], "damaged"),
        (saved(half_red(), "JPEG")[:200], "damaged"),
        (b"GIF89a" + bytes(3), "damaged"),
        (b"II*\0" + bytes(20), "damaged"),
    ],
)
def test_what_cannot_be_decoded_is_refused(data, words):
    with pytest.raises(CannotRebuild, match=words):
        rebuilt_here(data, "a.png")
