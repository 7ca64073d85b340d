"""Photos and scans as people send them."""

from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image


def photo(color="red", kind="JPEG", name="IMG_2034.jpg", pages=1):
    """An uploaded picture of one color; as a PDF it may have several pages."""
    images = [Image.new("RGB", (60, 40), color) for _page in range(pages)]
    more = {"save_all": True, "append_images": images[1:]} if kind == "PDF" else {}
    content = BytesIO()
    images[0].save(content, kind, **more)
    return SimpleUploadedFile(name, content.getvalue())
