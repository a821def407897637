"""A zip packed anew from what each of its files shows, with names and nothing else that was said of them."""

import io
import posixpath
import re
import stat
import zipfile

from answerable.inspecting.archive import Archive, is_left_by_a_desktop
from answerable.inspecting.rebuilding.left_out import LeftOut
from answerable.inspecting.rebuilding.names import plain_name, stem_of
from answerable.inspecting.rebuilding.rebuilt import (
    CannotRebuild,
    Rebuild,
    Rebuilt,
    RebuiltFile,
)

_LARGEST_MEMBER = 256 * 1024 * 1024
_NO_MOMENT = (1980, 1, 1, 0, 0, 0)


def rebuilt_zip(archive: Archive, name: str, rebuild: Rebuild) -> Rebuilt:
    """Return a zip of the files that are made of a zip's files.

    :raises CannotRebuild: if one of them cannot be rebuilt: which, and why.
    :raises CannotSay: if one of them cannot be unpacked.
    """
    left = LeftOut()
    out = io.BytesIO()
    taken: set[str] = set()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for member in sorted(archive.members):
            if why := _why_left_out(archive, member):
                left.add(why)
                continue
            data = archive.unpacked(member, most=_LARGEST_MEMBER)
            for one in _rebuilt_member(data, member, rebuild, left):
                path = _free(posixpath.join(_folder(member), one.name), taken)
                info = zipfile.ZipInfo(path, _NO_MOMENT)
                info.external_attr = 0o644 << 16
                made.writestr(info, one.data, zipfile.ZIP_DEFLATED)
    if not taken:
        raise CannotRebuild("It holds no file of which anything can be released")
    return Rebuilt((RebuiltFile(f"{stem_of(name)}.zip", out.getvalue()),), left.told())


def _rebuilt_member(
    data: bytes, member: str, rebuild: Rebuild, left: LeftOut
) -> tuple[RebuiltFile, ...]:
    archive_name = posixpath.basename(member.replace("\\", "/"))
    try:
        rebuilt = rebuild(data, plain_name(archive_name))
    except CannotRebuild as refusal:
        raise CannotRebuild(f"{member} in it: {refusal}") from None
    for sentence in rebuilt.left_out:
        left.say(f"{member}: {sentence}")
    return rebuilt.files


def _why_left_out(archive: Archive, member: str) -> str:
    if is_left_by_a_desktop(member):
        return "desktop"
    info = archive.members[member]
    if stat.S_ISLNK(info.external_attr >> 16):
        return "symbolic-links"
    return ""


def _folder(member: str) -> str:
    """Return the folder of a file inside a zip, which never leads out of it."""
    parts = re.split(r"[\\/]", member)[:-1]
    return "/".join(plain_name(one) for one in parts if one.strip(" ."))


def _free(path: str, taken: set[str]) -> str:
    stem, dot, ending = path.rpartition(".")
    tried, number = path, 1
    while tried.lower() in taken:
        number += 1
        tried = f"{stem} ({number}){dot}{ending}"
    taken.add(tried.lower())
    return tried
