"""What pictures say in the containers of words that cameras and programs add: XMP, captions, comments, profiles."""

import re

from lxml import etree

from answerable.inspecting.pictures.looked import Picture, letters_in

_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
_PROGRAMS = re.compile(
    r"\s*(?:created|written|made|compressed|edited|optimi[sz]ed) (?:with|by|using) [\w. /\-]{1,40}"
    r"|CREATOR: gd-jpeg v[\w. ()]+, quality = \d+\s*|LEAD Technologies Inc\. V[\d.]+|Lavc[\d.]+|\s*",
    re.IGNORECASE,
)
_TECHNICAL = re.compile(
    r"xmptk|parseType|lang|type|resource|nodeID|li|Seq|Bag|Alt|RDF|xmpmeta|xapmeta|Description|format"
    r"|ColorMode|ICCProfile|LegacyIPTCDigest|Orientation|[XY]Resolution|ResolutionUnit|ColorSpace"
    r"|Pixel[XY]Dimension|ExifVersion|FlashpixVersion|NativeDigest|CreateDate|ModifyDate|MetadataDate"
    r"|DateCreated|DateTime\w*|CreatorTool|Make|Model|Lens\w*|Software|Compression|PhotometricInterpretation"
    r"|SamplesPerPixel|BitsPerSample|ImageWidth|ImageLength|PlanarConfiguration|DocumentID|InstanceID"
    r"|OriginalDocumentID|Rating|History|DerivedFrom|action|when|softwareAgent|changed|parameters|instanceID"
    r"|documentID|originalDocumentID|ExposureTime|FNumber|ExposureProgram|ISOSpeedRatings|ShutterSpeedValue"
    r"|ApertureValue|ExposureBiasValue|MaxApertureValue|MeteringMode|LightSource|Flash|Fired|Return|Mode"
    r"|Function|RedEyeMode|FocalLength\w*|SceneCaptureType|WhiteBalance|DigitalZoomRatio|ExposureMode"
)
_ITSELF = re.compile(r"uuid:[0-9a-fA-F\-]{1,40}")
_PLACES = re.compile(r"GPS\w*|City|State|Location\w*|Country\w*|Sublocation", re.IGNORECASE)
_LATIN = "latin-1"


def look_at_comment(picture: Picture, text: str, what: str) -> None:
    """Find words in a comment; the name of the program that made the picture is no more than that."""
    is_program = _PROGRAMS.fullmatch(text.strip("\0 \r\n\t")) is not None
    picture.add("picture.metadata" if is_program else "picture.words", what, text)


def look_at_xmp(picture: Picture, held: bytes) -> None:
    """Find what stands in XMP: settings of programs, words of people, and places."""
    picture.add("picture.metadata", "XMP")
    try:
        root = etree.fromstring(held.strip(b"\0 \r\n\t\xef\xbb\xbf"), _PARSER)
    except etree.XMLSyntaxError:
        picture.add("picture.words", "XMP", letters_in(held))
        return
    for one in root.iter():
        if not isinstance(one.tag, str):
            _tell_comment(picture, one)
            continue
        _tell(picture, _name(one), (one.text or "") + (one.tail or ""))
        for key, value in one.attrib.items():
            _tell(picture, key.rpartition("}")[2], value)
    for beside in (*root.itersiblings(preceding=True), *root.itersiblings()):
        _tell_comment(picture, beside)


def _tell_comment(picture: Picture, one: etree._Element) -> None:
    is_packet = one.tag is etree.PI and one.target == "xpacket"
    if not is_packet or not re.fullmatch(
        r"begin=.{2,9} id=.{10,60}|end=.{3}|begin=.*", one.text or ""
    ):
        picture.add("picture.words", "XMP", one.text or "")


def _name(one: etree._Element) -> str:
    """Return what an element is about: a list's items are about what the list is."""
    name = str(one.tag).rpartition("}")[2]
    while name in ("li", "Seq", "Bag", "Alt") and (above := one.getparent()) is not None:
        one = above
        name = str(one.tag).rpartition("}")[2]
    return name


def _tell(picture: Picture, name: str, text: str) -> None:
    if not text.strip():
        return
    if name == "about" and _ITSELF.fullmatch(text):
        return
    if _PLACES.fullmatch(name):
        picture.add("picture.place", f"{name} in XMP", text)
    elif not _TECHNICAL.fullmatch(name):
        picture.add("picture.words", f"{name} in XMP" if name.isascii() else "XMP", text)


_IPTC, _DIGEST, _THUMBNAILS, _XMP, _EXIF = (
    0x0404,
    0x0425,
    (0x0409, 0x040C),
    0x0424,
    (0x0422, 0x0423),
)
_SETTINGS = frozenset(
    int(one, 16)
    for one in (
        "03ED 03F3 03F5 03F8 03E9 0406 0408 040A 040D 0411 0414 0416 0417 0419 041A 041E 0421 0425 0426 0428 0429 2710 03FD"
    ).split()
)


def look_at_photoshop(picture: Picture, held: bytes) -> None:
    """Find captions (IPTC), small pictures and paths among what Photoshop keeps beside a picture."""
    held = held.removeprefix(b"Photoshop 3.0\0")
    at = 0
    while held[at : at + 4] == b"8BIM":
        kind = int.from_bytes(held[at + 4 : at + 6], "big")
        name = held[at + 7 : at + 7 + held[at + 6]]
        at += 6 + (held[at + 6] + 2) // 2 * 2
        size = int.from_bytes(held[at : at + 4], "big")
        _look_at_resource(picture, kind, name, held[at + 4 : at + 4 + size])
        at += 4 + (size + 1) // 2 * 2
    if held[at:].strip(b"\0"):
        picture.add("picture.unknown-piece", "Photoshop", letters_in(held[at:]))


def _look_at_resource(picture: Picture, kind: int, name: bytes, held: bytes) -> None:
    if name:
        picture.add("picture.words", "Photoshop", name.decode(_LATIN))
    if kind == _IPTC:
        _look_at_captions(picture, held)
    elif kind == _XMP:
        look_at_xmp(picture, held)
    elif kind in _THUMBNAILS:
        picture.add("picture.thumbnail")
    elif kind in _SETTINGS:
        picture.add("picture.metadata", "Photoshop")
        if words := letters_in(held.replace(b"\0", b"")):
            picture.add(
                "picture.words" if kind not in (0x0421, 0x03E9) else "picture.metadata",
                "Photoshop",
                words,
            )
    else:
        picture.add("picture.words", "Photoshop", letters_in(held))


def _look_at_captions(picture: Picture, held: bytes) -> None:
    """Find each field of IPTC; an office's own text is in them, and who took the picture."""
    at = 0
    while held[at : at + 1] == b"\x1c" and at + 5 <= len(held):
        size = int.from_bytes(held[at + 3 : at + 5], "big")
        text = held[at + 5 : at + 5 + size]
        # Their version and alphabet are no words.
        is_head = (held[at + 1], held[at + 2]) in ((1, 90), (2, 0))
        picture.add(
            "picture.metadata" if is_head else "picture.words",
            "IPTC",
            text.decode("utf-8", "replace"),
        )
        at += 5 + size
    if held[at:].strip(b"\0"):
        picture.add("picture.words", "IPTC", letters_in(held[at:]))


_LARGEST_PROFILE = 4 * 1024 * 1024


def look_at_profile(picture: Picture, held: bytes) -> None:
    """Find a colour profile, which names a device, and bytes behind it."""
    size = int.from_bytes(held[:4], "big")
    picture.add("picture.profile", "", letters_in(held[128:]))
    if len(held) > size or len(held) > _LARGEST_PROFILE or held[36:40] != b"acsp":
        picture.add("picture.unknown-piece", "colour profile", letters_in(held[size:]))
