"""ZIP archives: each member is a file of its own, imported, passed over or refused by itself."""

import contextlib
import zipfile
import zlib
from functools import partial

from analytics import warehouse
from analytics.importer.files import import_file
from analytics.importer.recognition import Unrecognised
from analytics.importer.room import room_for
from core.problems import Problem

PIECE = 1 << 20  # bytes
MOST_MEMBERS = 10_000
# Statistics shrink to a tenth or a twentieth; what shrinks further than this was made to burst.
MOST_GROWTH = 200
SPREADSHEET = "[Content_Types].xml"
ENCRYPTED = 1  # a bit of a member's flags
BEGINNINGS = (b"PK\x03\x04", b"PK\x05\x06")
# What the zipfile module raises on archives that are damaged or packed in a way it does not know.
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)


def is_archive(path):
    """True for a ZIP archive, known by its content, that is no spreadsheet or other document."""
    with path.open("rb") as file:
        if not file.read(4).startswith(BEGINNINGS):
            return False
    try:
        with zipfile.ZipFile(path) as archive:
            return SPREADSHEET not in archive.namelist()
    except BROKEN:
        return True


def import_each(path, *, file_name="", limit=None, report=lambda percent, step: None, **rules):
    """Import a file, or what can be imported of an archive: yields (name, Outcome or Problem).

    `limit` is how many bytes the members of an archive may have together; the rest is as for
    `import_file`. Of an archive that is refused as a whole nothing is stored.
    """
    file_name = file_name or path.name
    try:
        if is_archive(path):
            yield from import_members(path, file_name, limit, report, rules)
        else:
            yield file_name, import_file(path, file_name=file_name, report=report, **rules)
    except Problem as problem:
        yield file_name, problem


def import_members(path, file_name, limit, report, rules):
    """Import member by member: yields (name, Outcome or Problem). Raises Problem."""
    with opened(path, file_name) as archive:
        members = [member for member in archive.infolist() if not member.is_dir()]
        refuse_at_sight(members, path, file_name, limit)
        for done, member in enumerate(members):
            name = f"{file_name}/{member.filename}"
            part = partial(report_part, report, done, len(members))
            yield name, take_member(archive, member, name, rules | {"report": part})


def report_part(report, done, members, percent, step):
    report((100 * done + percent) // members, step)


@contextlib.contextmanager
def opened(path, file_name):
    try:
        with zipfile.ZipFile(path) as archive:
            yield archive
    except BROKEN:
        raise Problem("archive_broken", file=file_name) from None


def refuse_at_sight(members, path, file_name, limit):
    """Raises Problem on what the archive's own list of members tells."""
    size = sum(member.file_size for member in members)
    if any(member.flag_bits & ENCRYPTED for member in members):
        raise Problem("archive_encrypted", file=file_name)
    if not members:
        raise Unrecognised("archive_empty", file=file_name)
    if len(members) > MOST_MEMBERS or size > MOST_GROWTH * path.stat().st_size:
        raise Problem("archive_bursts", file=file_name)
    if limit is not None and size > limit:
        raise Problem("archive_too_large", file=file_name, limit=limit // 1024**2)


def take_member(archive, member, name, rules):
    """The Outcome of one member, or the Problem that stopped it."""
    try:
        with room_for(name), unpacked(archive, member, name) as path:
            return import_file(path, file_name=name, **rules)
    except Problem as problem:
        return problem


@contextlib.contextmanager
def unpacked(archive, member, name):
    """A member as a file aside; it never grows beyond the size that was looked at before."""
    with warehouse.written_aside() as path:
        try:
            with archive.open(member) as packed, path.open("wb") as file:
                copy(packed, file, member.file_size)
        except BROKEN:
            raise Unrecognised("member_broken", file=name) from None
        yield path
        path.unlink()


def copy(packed, file, size):
    """Copy at most `size` bytes. Raises BadZipFile where there are more."""
    left = size
    while piece := packed.read(PIECE):
        left -= len(piece)
        if left < 0:
            raise zipfile.BadZipFile
        file.write(piece)
