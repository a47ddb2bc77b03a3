"""No confirmed identifier can be read in the pixels of a page, whatever the file says about its text.

Reading pages takes seconds each, so only what the text does not prove is read, and that is complete:

- everything with ink that is not live text: pictures, line art, shadings, patterns, annotations (`other_ink`);
- live text as drawn, wherever a glyph was not seen to look like the character it is called (`shapes`). Where every
  glyph looks like its character, the text is what the page shows, and text is what the other checks search.

What is read is searched for every wording and its variants, forgiving what recognition confuses (`blurred`). Reading
that fails, or an engine that is missing, is a problem and not a pass.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Sequence

import pikepdf
import pypdfium2

from redactor.publish.blurred import Blurred, worth_reading
from redactor.publish.other_ink import other_ink
from redactor.publish.pile import pile
from redactor.publish.plan import Secret
from redactor.publish.published import Problem, Published, helvetica
from redactor.publish.recognition import SCALE, RecognitionFailed, read_page, reading_scale
from redactor.publish.shapes import pages_unproved
from redactor.publish.sight import Pixels, pixels
from redactor.publish.wordings import Wording, telling

PROMISE = "No confirmed identifier can be read in pictures, drawings or in the shapes of letters."


def problems(published: Published, secrets: Sequence[Secret]) -> list[Problem]:
    """Wordings that can be read where the text does not tell them; or pixels that could not be read."""
    wordings = [wording for wording in telling(secrets, published.page_pile) if worth_reading(wording)]
    if not wordings:
        return []
    try:
        read = _read(published)
    except RecognitionFailed as error:
        sentence = f"The pictures of the pages could not be read ({error}), so nothing is proved about them."
        return [Problem("pixels", 0, "unread pictures", sentence)]
    exact = pile("\n".join(lines) for lines in read.values())
    blurred = {page: Blurred(lines) for page, lines in read.items()}
    out = []
    for wording in wordings:
        found = [list(read)[number] for number in exact.holding(wording.needle)]
        pages = set(found) if len(found) > wording.secret.kept else set()
        if not wording.secret.kept:
            pages |= {page for page, text in blurred.items() if text.holds(wording, published.page_pile)}
        out += [_problem(wording, page) for page in sorted(pages)]
    return out


def spoil(published: Published, secrets: Sequence[Secret]) -> bytes:
    """Draw the longest secret as a picture on the first page."""
    words = max((secret.text for secret in secrets), key=len)
    drawn = _drawn(words)
    picture = published.pdf.make_stream(
        drawn.tobytes(),
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=drawn.shape[1],
        Height=drawn.shape[0],
        ColorSpace=pikepdf.Name.DeviceRGB,
        BitsPerComponent=8,
    )
    page = published.pdf.pages[0]
    name = page.add_resource(picture, pikepdf.Name.XObject)
    page.contents_add(f"q 300 0 0 30 72 20 cm {name} Do Q".encode())
    return published.saved()


def _drawn(words: str) -> Pixels:
    """The words as pixels, 300 × 30 points."""
    sheet = pikepdf.new()
    page = sheet.add_blank_page(page_size=(300, 30))
    name = helvetica(page)
    text = words.encode("cp1252", "replace").hex()
    page.contents_add(f"BT {name} 14 Tf 1 0 0 1 8 10 Tm <{text}> Tj ET".encode())
    out = io.BytesIO()
    sheet.save(out)
    return pixels(pypdfium2.PdfDocument(out.getvalue())[0], SCALE)


def _read(published: Published) -> dict[int, list[str]]:
    """The lines read, by page (0-based), where there is anything to read."""
    unproved = pages_unproved(published)
    pages = len(published.drawn)
    known: dict[bytes, list[str]] = {}  # a letterhead is the same on every page
    out = {}
    for number in range(pages):
        published.tick(number, pages, f"Reading pictures: page {number + 1}")
        picture = _whole(published, number) if number in unproved else other_ink(published, number)
        if picture is None:
            continue
        key = hashlib.sha256(picture.tobytes()).digest()
        if key not in known:
            known[key] = read_page(picture)
        out[number] = known[key]
    return out


def _whole(published: Published, number: int) -> Pixels:
    page = published.page(number)
    return pixels(page, reading_scale(page), annotations=True)


def _problem(wording: Wording, page: int) -> Problem:
    sentence = f"{wording.sentence} can be read in the pixels of page {page + 1}."
    return Problem("pixels", page + 1, "pixels", sentence)
