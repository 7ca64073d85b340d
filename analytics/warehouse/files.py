"""Where the files are, and how one appears: whole, or not at all."""

import contextlib
import hashlib
import os
import shutil
import time
import uuid
from concurrent.futures import ThreadPoolExecutor

from django.conf import settings

ABANDONED_AFTER = 24 * 3600  # seconds; longer than any import takes


def tidy_path(key):
    return settings.WAREHOUSE_DIR / "tidy" / f"{key}.parquet"


def raw_path(sha256):
    return settings.WAREHOUSE_DIR / "raw" / sha256


@contextlib.contextmanager
def written_aside():
    """A path to write a file to before it is swapped in; a failure leaves nothing there."""
    aside = aside_path()
    try:
        yield aside
    except BaseException:
        aside.unlink(missing_ok=True)
        raise


def aside_path():
    folder = settings.WAREHOUSE_DIR / "aside"
    folder.mkdir(parents=True, exist_ok=True)
    return folder / str(uuid.uuid4())


def take_in(chunks):
    """Keep an uploaded file until its job has imported it; returns (token, SHA-256)."""
    token, digest = str(uuid.uuid4()), hashlib.sha256()
    with written_aside() as aside:
        with aside.open("wb") as file:
            for chunk in chunks:
                digest.update(chunk)
                file.write(chunk)
        swap_in(aside, upload_path(token))
    return token, digest.hexdigest()


def upload_path(token):
    return settings.WAREHOUSE_DIR / "uploads" / str(token)


def swap_in(aside, path):
    """Move a finished file to its place; a reader sees the whole file or none."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside.replace(path)


def keep_raw(path, sha256):
    """Keep the raw file untouched under its hash; the same bytes are kept once."""
    with keeping_raw(path, sha256):
        pass


@contextlib.contextmanager
def keeping_raw(path, sha256):
    """As `keep_raw`: the copy is made beside what the block does, and kept if that succeeds."""
    if is_kept(sha256):
        yield
        return
    with written_aside() as aside, ThreadPoolExecutor(1) as beside:
        copied = beside.submit(shutil.copyfile, path, aside)
        yield
        copied.result()
        swap_in(aside, raw_path(sha256))


def is_kept(sha256):
    """Whether a raw file is there, which makes it as good as new for any sweep."""
    try:
        os.utime(raw_path(sha256))
    except FileNotFoundError:
        return False
    return True


def raw_is_whole(sha256):
    """True if the raw file stands there with the bytes that its hash names."""
    try:
        return digest_of(raw_path(sha256)) == sha256
    except FileNotFoundError:
        return False


def digest_of(path):
    """The SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def discard(key):
    tidy_path(key).unlink(missing_ok=True)


def discard_raw(sha256):
    raw_path(sha256).unlink(missing_ok=True)


def sweep(keys, hashes):
    """Remove what an import or a freezing that was killed has left: old files of nobody.

    `keys` are those of data sets and frozen tables, `hashes` the SHA-256 of raw files that data
    sets rest on; both are read before the files are looked at.
    """
    known = {*(f"{key}.parquet" for key in keys), *hashes}
    long_ago = time.time() - ABANDONED_AFTER
    for folder in ("aside", "tidy", "raw", "snapshots", "uploads"):
        for path in (settings.WAREHOUSE_DIR / folder).glob("*"):
            if path.name not in known and path.stat().st_mtime < long_ago:
                path.unlink(missing_ok=True)
