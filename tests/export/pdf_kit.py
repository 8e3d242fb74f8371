"""Looking into PDFs: text by page, sizes of letters, outlines, and how large things are drawn."""

import io
from decimal import Decimal

import pikepdf
from pypdf import PdfReader

MM = 72 / 25.4
FOOT = 1.1 * 40 * MM
"""Below it there is nothing but the footer, in large print as well."""


def pages_of(data):
    return [page.extract_text() for page in PdfReader(io.BytesIO(data)).pages]


def sizes_of(data, foot=FOOT):
    """Give the sizes in points of all letters that stand more than ``foot`` points above the edge."""
    sizes = set()

    def seen(text, page, line, font, size):
        height = line[4] * page[1] + line[5] * page[3] + page[5]
        if text.strip() and height > foot:
            sizes.add(round(size * abs(line[3] * page[3]), 1))

    for page in PdfReader(io.BytesIO(data)).pages:
        page.extract_text(visitor_text=seen)
    return sizes


def bookmarks_of(data):
    """Give the outline: titles with the numbers of their pages, counted from 1."""
    reader = PdfReader(io.BytesIO(data))
    return [(one.title, reader.get_destination_page_number(one) + 1) for one in reader.outline]


def standards_of(data):
    with pikepdf.open(io.BytesIO(data)) as made, made.open_metadata() as metadata:
        return {name: metadata[name] for name in ("pdfuaid:part", "pdfaid:part") if name in metadata}


def strokes_of(data, page=0):
    """Give width and height in millimetres of every path that is stroked on a page."""
    with pikepdf.open(io.BytesIO(data)) as made:
        commands = [
            ([float(one) for one in given if isinstance(one, int | float | Decimal)], str(name))
            for given, name in pikepdf.parse_content_stream(made.pages[page])
        ]
    matrix, kept, points, found = pikepdf.Matrix(), [], [], []
    for given, name in commands:
        match name:
            case "q":
                kept.append(matrix)
            case "Q":
                matrix = kept.pop()
            case "cm":
                matrix = pikepdf.Matrix(*given) @ matrix
            case "m" | "l":
                points.append(matrix.transform(tuple(given)))
            case "re":
                left, low, width, height = given
                points += [matrix.transform(corner) for corner in ((left, low), (left + width, low + height))]
            case "S" | "s":
                across, up = zip(*points, strict=True)
                found.append(((max(across) - min(across)) / MM, (max(up) - min(up)) / MM))
                points = []
            case "n" | "f" | "f*":
                points = []
    return found
