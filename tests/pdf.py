"""Reading the PDFs that the tests made."""

import io

from pypdf import PdfReader


def reader_of(pdf):
    return PdfReader(io.BytesIO(pdf))


def text_of(pdf):
    """The words of all pages, single spaces between them."""
    return " ".join(" ".join(page.extract_text() for page in reader_of(pdf).pages).split())


def elements_of(pdf):
    """Every element of the structure tree as (tag, dictionary), in reading order."""
    return list(walk(reader_of(pdf).trailer["/Root"]["/StructTreeRoot"]))


def walk(node):
    node = node.get_object()
    if not hasattr(node, "get"):
        return
    if "/S" in node:
        yield node["/S"], node
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        if hasattr(kid, "get_object"):
            yield from walk(kid)
