"""A small writer of PDF for tests: pages of content as it is given, with fonts and drawings by name."""

import io

import pikepdf
from pikepdf import Array, Dictionary, Name

SECRET = "Quillfeather"
BEFORE, AFTER = "Complaint about", "was upheld"
LINE = f"{BEFORE} {SECRET} {AFTER}"
SIGNS = "".join(sorted(set(LINE + "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ .,")))


class Made:
    """A PDF in the making."""

    def __init__(self):
        self.pdf = pikepdf.new()

    def page(self, content, *, size=(400, 300), fonts=None, drawings=None, **more):
        """Add a page of this content, and return it."""
        page = self.pdf.add_blank_page(page_size=size)
        page.obj.Resources = resources(fonts, drawings, **more.pop("resources", {}))
        parts = content if isinstance(content, list) else [content]
        streams = [self.pdf.make_stream(part) for part in parts]
        page.obj.Contents = Array(streams) if len(streams) > 1 else streams[0]
        for name, value in more.items():
            page.obj["/" + name] = value
        return page

    def form(self, content, *, fonts=None, drawings=None, box=(0, 0, 400, 300), **more):
        """Return a form of this content."""
        return self.pdf.make_stream(
            content,
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=Array(box),
            Resources=resources(fonts, drawings),
            **more,
        )

    def picture(self, image, **more):
        """Return a picture without loss: in grey, in colours, or of one bit."""
        colours = Name.DeviceRGB if image.mode == "RGB" else Name.DeviceGray
        return self.pdf.make_stream(
            image.tobytes(),
            Type=Name.XObject,
            Subtype=Name.Image,
            Width=image.width,
            Height=image.height,
            **{
                "ColorSpace": colours,
                "BitsPerComponent": 1 if image.mode == "1" else 8,
                **more,
            },
        )

    def data(self):
        """Return the file."""
        out = io.BytesIO()
        self.pdf.save(out)
        return out.getvalue()


def resources(fonts, drawings, **more):
    """Return resources with fonts and drawings by their names."""
    made = Dictionary()
    if fonts:
        made.Font = Dictionary({"/" + name: one for name, one in fonts.items()})
    if drawings:
        made.XObject = Dictionary({"/" + name: one for name, one in drawings.items()})
    for name, value in more.items():
        made["/" + name] = value
    return made
