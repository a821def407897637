"""What a folder of a case says of itself, in both languages."""

from answerable.publishing.case_folder.case_rows import HeldCase

_ENGLISH = """REQUEST {reference}

This folder holds what was said about the request until {day}. Open index.html in a browser: it works
without the internet.

letters/     each letter as it was sent (PDF, web page, text), how it went (headers.txt), its files
messages/    each message as it came, byte for byte, and its words (text.txt)
decisions.json, clock.json, clock.txt
             what was decided about each question, and how each day was counted
SHA256SUMS   the digest of every file. To check that none was changed: sha256sum -c SHA256SUMS
"""
_WELSH = """CAIS {reference}

Mae'r ffolder hon yn cynnwys yr hyn a ddywedwyd am y cais hyd {day}. Agorwch index.html mewn porwr: mae'n
gweithio heb y rhyngrwyd.

letters/     pob llythyr fel yr anfonwyd ef (PDF, tudalen we, testun), sut yr aeth (headers.txt), ei ffeiliau
messages/    pob neges fel y daeth, beit am feit, a'i geiriau (text.txt)
decisions.json, clock.json, clock.txt
             yr hyn a benderfynwyd am bob cwestiwn, a sut y cyfrifwyd pob diwrnod
SHA256SUMS   crynodeb pob ffeil. I wirio na newidiwyd yr un: sha256sum -c SHA256SUMS
"""


def read_me(case: HeldCase) -> str:
    """Return what stands in the folder, and how to check that nothing of it was changed."""
    left_out = [
        f"{letter.number}: {one.name} ({one.size} bytes, SHA-256 {one.sha256}): {one.why_not}\n"
        for letter in case.letters
        for one in letter.files
        if one.data is None
    ]
    about = {"reference": case.reference, "day": case.made_on.isoformat()}
    parts = [_ENGLISH.format(**about), _WELSH.format(**about)]
    if left_out:
        parts.append("".join(["NOT IN THIS FOLDER / NID YN Y FFOLDER HON\n\n", *left_out]))
    return "\n\n".join(parts)
