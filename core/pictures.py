"""Photos and scans from outside: recognized by their content, read, and written anew.

What is kept is a JPEG of our own writing. It says nothing of the place, the time and the camera,
and there is nothing in it that a browser could run.
"""

import threading
from io import BytesIO

import pypdfium2
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageFile, ImageOps

from core.problems import Problem, add_to_catalogue

LARGEST_FILE = 16 * 1024 * 1024  # bytes
LONGEST_SIDE = 2400  # pixels; a sheet of paper at 200 to the inch
MOST_PIXELS = 100_000_000
MOST_PAGES = 10
QUALITY = 85
PDF_SCALE = 200 / 72  # pixels for each of a PDF's points
HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}

# PDFium keeps its state in the process and knows no threads.
pdfium_at_work = threading.Lock()

add_to_catalogue(
    {
        "picture_too_large": _(
            "“%(file)s” is larger than %(limit)s MB, so it was not kept. Take the photo in a lower "
            "quality, or scan the pages one by one, and send it again."
        ),
        "picture_too_fine": _(
            "“%(file)s” has more than %(limit)s million pixels, so it was not kept. Take the photo "
            "in a lower quality and send it again."
        ),
        "picture_heic": _(
            "“%(file)s” is an HEIC picture, which most browsers cannot show, so it was not kept. "
            "Send it as JPEG: on an iPhone choose Settings, Camera, Formats, Most Compatible, and "
            "take it again, or take a screenshot of it."
        ),
        "picture_unknown": _(
            "“%(file)s” is neither a JPEG or PNG picture nor a PDF, so it was not kept. Take a "
            "photo of the paper, or scan it, and send that."
        ),
        "picture_broken": _(
            "“%(file)s” cannot be read: it is damaged, did not arrive whole, or has a password. It "
            "was not kept. Take the photo again, or save the file anew, and send it again."
        ),
        "picture_many_pages": _(
            "“%(file)s” has %(pages)s pages; at most %(most)s are kept at once. Nothing of it was "
            "kept. Split it and send the parts."
        ),
    }
)


def pages_of(file):
    """The pages of a picture or PDF as JPEG: [bytes], one for a picture.

    `file` is an uploaded file: `name`, `size`, and seekable bytes. A side has LONGEST_SIDE pixels
    at most. Raises Problem `picture_too_large`, `picture_too_fine`, `picture_heic`,
    `picture_unknown`, `picture_broken` or `picture_many_pages`.
    """
    if file.size > LARGEST_FILE:
        raise Problem("picture_too_large", file=file.name, limit=LARGEST_FILE // (1024 * 1024))
    file.seek(0)
    read = reader_of(file.read(1024), file.name)
    file.seek(0)
    try:
        return read(file)
    except Problem:
        raise
    except Exception:  # noqa: BLE001 (what others' decoders make of foreign bytes has no common name)
        raise Problem("picture_broken", file=file.name) from None


def reader_of(head, name):
    """The function that reads a file which begins with `head`."""
    if head.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")):
        return picture
    if b"%PDF-" in head:
        return pdf_pages
    is_heic = head[4:8] == b"ftyp" and head[8:12] in HEIC_BRANDS
    raise Problem("picture_heic" if is_heic else "picture_unknown", file=name)


def picture(file):
    # WeasyPrint lets Pillow pass over what is missing, in the whole process that has loaded it.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        image = Image.open(file, formats=["JPEG", "PNG"])
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise too_fine(file) from None
    if image.width * image.height > MOST_PIXELS:
        raise too_fine(file)
    image.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))  # a large JPEG is read at a fraction
    return [anew(ImageOps.exif_transpose(image))]


def too_fine(file):
    return Problem("picture_too_fine", file=file.name, limit=MOST_PIXELS // 1_000_000)


def pdf_pages(file):
    with pdfium_at_work, pypdfium2.PdfDocument(file.read()) as pdf:
        if not 1 <= len(pdf) <= MOST_PAGES:
            raise Problem("picture_many_pages", file=file.name, pages=len(pdf), most=MOST_PAGES)
        return [anew(drawn(page)) for page in pdf]


def drawn(page):
    longest = max(page.get_size())
    return page.render(scale=min(PDF_SCALE, LONGEST_SIDE / longest)).to_pil()


def anew(image):
    """A JPEG of the pixels alone, on white."""
    image.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    has_holes = image.has_transparency_data
    image = image.convert("RGBA" if has_holes else "RGB")
    clean = Image.new("RGB", image.size, "white")
    clean.paste(image, mask=image if has_holes else None)
    written = BytesIO()
    clean.save(written, "JPEG", quality=QUALITY)
    return written.getvalue()
