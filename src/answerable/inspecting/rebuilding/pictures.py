"""Pictures, made anew from their pixels alone: what is seen of the first frame, and nothing that goes with it."""

import io
import warnings

# What opens pictures of each kind is imported before the process is confined.
from PIL import (
    BmpImagePlugin,
    GifImagePlugin,
    Image,
    ImageCms,
    ImageOps,
    JpegImagePlugin,
    MpoImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    WebPImagePlugin,
)

from answerable.inspecting.pictures.faint import without_what_is_faint
from answerable.inspecting.rebuilding.left_out import LeftOut
from answerable.inspecting.rebuilding.names import stem_of
from answerable.inspecting.rebuilding.rebuilt import CannotRebuild, Rebuilt, RebuiltFile

OPENED_BY = (
    BmpImagePlugin,
    GifImagePlugin,
    JpegImagePlugin,
    MpoImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    WebPImagePlugin,
)
"""What opens pictures; no others are tried."""

MOST_PIXELS = 40_000_000
_TOO_LARGE = f"It is a picture of more than {MOST_PIXELS // 10**6} million pixels: make it smaller"
_FORMATS = ("JPEG", "PNG", "GIF", "BMP", "TIFF", "WEBP")
_QUALITY = 92
_LEAST_ALPHA = 8
_BITS = 8
_DEEP = ("I", "I;16", "I;16L", "I;16B", "I;16N", "F")
_DAMAGED = (OSError, ValueError, SyntaxError, EOFError, TypeError, IndexError, KeyError)


def rebuilt_picture(data: bytes, name: str) -> Rebuilt:
    """Return the pixels of a picture as PNG, or as JPEG if they came as JPEG.

    :raises CannotRebuild: if it is damaged, or larger than what can be decoded.
    """
    left = LeftOut()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            seen, is_photograph = _decoded(data, left)
            made, ending = _encoded(seen, is_photograph=is_photograph)
    except Image.DecompressionBombError:
        raise CannotRebuild(_TOO_LARGE) from None
    except _DAMAGED:
        raise CannotRebuild(
            "It is a picture that is damaged or of an odd kind: open it in its program, and save it as PNG"
        ) from None
    return Rebuilt((RebuiltFile(f"{stem_of(name)}.{ending}", made),), left.told())


def _decoded(data: bytes, left: LeftOut) -> tuple[Image.Image, bool]:
    with Image.open(io.BytesIO(data), formats=_FORMATS) as opened:
        width, height = opened.size
        if width * height > MOST_PIXELS:
            raise CannotRebuild(_TOO_LARGE)
        opened.load()
        left.add("frames", count=getattr(opened, "n_frames", 1) - 1)
        is_photograph = opened.format in ("JPEG", "MPO")
        turned = ImageOps.exif_transpose(opened)
        return _plain(turned), is_photograph


def _plain(picture: Image.Image) -> Image.Image:
    """Return a picture in grey or sRGB, with or without transparency, and nothing else that it carried."""
    profile = picture.info.get("icc_profile")
    if picture.mode in _DEEP:
        picture = _shallow(picture)
    if picture.mode in ("P", "PA") or "transparency" in picture.info:
        picture = picture.convert("RGBA" if _has_alpha(picture) else "RGB")
    if picture.mode == "1":
        picture = picture.convert("L")
    if profile:
        picture = _in_srgb(picture, profile)
    if picture.mode not in ("L", "LA", "RGB", "RGBA"):
        picture = picture.convert("RGBA" if picture.mode in ("RGBa", "La") else "RGB")
    if picture.mode in ("LA", "RGBA"):
        picture = _without_what_is_transparent(picture)
    picture = without_what_is_faint(picture)
    return Image.frombytes(picture.mode, picture.size, picture.tobytes())


def _has_alpha(picture: Image.Image) -> bool:
    return picture.mode == "PA" or "transparency" in picture.info


def _shallow(picture: Image.Image) -> Image.Image:
    """Return a picture of 16 bits or more with eight, as bright as its brightest pixel allows."""
    if picture.mode.startswith("I;16"):
        return picture.point(lambda one: one / 256).convert("L")
    _, most = picture.getextrema()
    scale = 255 / float(most) if isinstance(most, int | float) and most > 255 else 1  # noqa: PLR2004 eight bits
    return picture.point(lambda one: one * scale + 0).convert("L")


def _in_srgb(picture: Image.Image, profile: bytes) -> Image.Image:
    """Return a picture as it looks by its own colours; one whose colours are damaged as it is."""
    alpha = picture.getchannel("A") if picture.mode in ("LA", "RGBA") else None
    plain = picture.convert({"LA": "L", "RGBA": "RGB"}[picture.mode]) if alpha else picture
    if plain.mode not in ("L", "RGB", "CMYK"):
        return picture
    try:
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        srgb = ImageCms.createProfile("sRGB")
        made = ImageCms.profileToProfile(plain, own, srgb, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return picture
    if made is None:
        return picture
    if alpha:
        made.putalpha(alpha)
    return made


def _without_what_is_transparent(picture: Image.Image) -> Image.Image:
    alpha = picture.getchannel("A").point([0 if one < _LEAST_ALPHA else one for one in range(256)])
    mask = alpha.point([0 if one == 0 else 255 for one in range(256)])
    nothing = Image.new(picture.mode, picture.size, 0)
    picture.putalpha(alpha)
    return Image.composite(picture, nothing, mask)


def _encoded(picture: Image.Image, *, is_photograph: bool) -> tuple[bytes, str]:
    out = io.BytesIO()
    if is_photograph and picture.mode in ("L", "RGB"):
        picture.save(out, "JPEG", quality=_QUALITY, subsampling=0, optimize=True)
        return out.getvalue(), "jpg"
    picture.save(out, "PNG", optimize=picture.width * picture.height < 10**6)
    return out.getvalue(), "png"
