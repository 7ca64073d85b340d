"""Photos and scans as people send them: what is kept is the picture and nothing beside it."""

from io import BytesIO

import pypdfium2
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageFile

from core import pictures
from tests.refusals import refused

GPS = 0x8825
ORIENTATION = 0x0112


def drawn(size=(60, 40), color="red", mode="RGB"):
    return Image.new(mode, size, color)


def saved(image, kind, **more):
    file = BytesIO()
    image.save(file, kind, **more)
    return file.getvalue()


def sent(content, name="IMG_2034.jpg"):
    return SimpleUploadedFile(name, content)


def page_of(content):
    (page,) = pictures.pages_of(sent(content))
    return Image.open(BytesIO(page))


def taken_with_a_phone(**more):
    """A photo that says where it was taken, by what and of what."""
    exif = Image.Exif()
    exif[ORIENTATION] = 6  # the phone was held upright
    exif[0x010F] = "Example Phones"
    exif.get_ifd(GPS).update({1: "N", 2: (39.0, 57.0, 40.0), 3: "W", 4: (83.0, 0.0, 2.0)})
    return saved(drawn(), "JPEG", exif=exif, comment=b"of my kitchen", dpi=(72, 72), **more)


def test_a_photo_tells_nothing_of_the_place_and_the_camera():
    content = taken_with_a_phone()
    assert Image.open(BytesIO(content)).getexif().get_ifd(GPS)

    (page,) = pictures.pages_of(sent(content))

    kept = Image.open(BytesIO(page))
    assert (kept.format, kept.size) == ("JPEG", (40, 60))  # turned as it was seen
    assert dict(kept.getexif()) == {}
    assert set(kept.info) == {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    assert b"Example Phones" not in page
    assert b"kitchen" not in page
    assert b"Exif" not in page


def test_what_hides_behind_a_picture_is_cut_off():
    content = saved(drawn(), "JPEG") + b"<script>alert(1)</script>"
    (page,) = pictures.pages_of(sent(content, "card.html"))
    assert b"script" not in page


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "LA", "I;16"])
def test_every_kind_of_png_is_kept_on_white(mode):
    kept = page_of(saved(Image.new(mode, (60, 40)), "PNG"))
    assert (kept.format, kept.mode, kept.size) == ("JPEG", "RGB", (60, 40))
    is_clear = mode in ("RGBA", "LA")
    assert kept.getpixel((5, 5)) == ((255, 255, 255) if is_clear else (0, 0, 0))


def test_a_print_in_four_colors_is_kept_too():
    assert page_of(saved(drawn(mode="CMYK", color=0), "JPEG")).mode == "RGB"


def test_a_large_photo_is_kept_as_large_as_paper_is_read():
    assert page_of(saved(drawn((6000, 3000)), "JPEG")).size == (2400, 1200)
    assert page_of(saved(drawn((3000, 6000)), "PNG")).size == (1200, 2400)


def test_a_pdf_becomes_one_picture_for_each_page():
    sheets = [drawn((600, 800), color) for color in ("red", "lime", "blue")]
    content = saved(sheets[0], "PDF", save_all=True, append_images=sheets[1:], title="Of Ada")

    pages = pictures.pages_of(sent(content, "scan.pdf"))

    middles = [Image.open(BytesIO(page)).getpixel((300, 400)) for page in pages]
    assert [max(range(3), key=middle.__getitem__) for middle in middles] == [0, 1, 2]
    assert not any(b"PDF" in page or b"Ada" in page for page in pages)


@pytest.mark.parametrize(("size", "kept"), [((612, 792), (1700, 2200)), ((5000, 50), (2400, 24))])
def test_a_page_is_drawn_so_that_it_can_be_read(size, kept):
    pdf = pypdfium2.PdfDocument.new()
    pdf.new_page(*size)
    content = BytesIO()
    pdf.save(content)
    assert page_of(content.getvalue()).size == kept


def pdf_of(pages):
    pdf = pypdfium2.PdfDocument.new()
    for _page in range(pages):
        pdf.new_page(100, 100)
    content = BytesIO()
    pdf.save(content)
    return content.getvalue()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "picture_unknown"),
        (b"<html><script>alert(1)</script></html>", "picture_unknown"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "picture_unknown"),
        (b"GIF89a" + bytes(40), "picture_unknown"),
        (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic", "picture_heic"),
        (b"\x00\x00\x00\x18ftypmp42" + bytes(40), "picture_unknown"),
        (b"\xff\xd8\xff" + bytes(400), "picture_broken"),
        (b"\x89PNG\r\n\x1a\n" + bytes(400), "picture_broken"),
        (b"%PDF-1.7\n" + bytes(400), "picture_broken"),
        (pdf_of(11), "picture_many_pages"),
    ],
)
def test_what_is_no_picture_of_paper_is_refused_in_words(content, code):
    with refused(code):
        pictures.pages_of(sent(content))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "PDF"])
def test_a_file_that_did_not_arrive_whole_is_refused(kind, monkeypatch):
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)  # as WeasyPrint leaves it
    noise = Image.effect_noise((200, 200), 90).convert("RGB")
    content = saved(noise, kind)
    with refused("picture_broken"):
        pictures.pages_of(sent(content[: len(content) // 3]))


def test_a_file_that_is_too_large_is_not_even_read(monkeypatch):
    monkeypatch.setattr(pictures, "LARGEST_FILE", 100)
    with refused("picture_too_large"):
        pictures.pages_of(sent(taken_with_a_phone()))


def test_a_small_file_with_more_pixels_than_the_server_has_room_for_is_refused():
    content = saved(Image.new("1", (12_000, 9_000)), "PNG")
    assert len(content) < 100_000
    with refused("picture_too_fine"):
        pictures.pages_of(sent(content))
    with refused("picture_too_fine"):
        pictures.pages_of(sent(saved(Image.new("1", (20_000, 18_000)), "PNG")))
