"""What may be asked of the spare processes, and what they may answer: frozen dataclasses of plain data."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar, Literal

from redactor.document.page import Page
from redactor.document.source import Opened
from redactor.findings.finding import Finding
from redactor.marks.entries import Record
from redactor.publish.plan import Plan

Slot = Literal["draft", "preview"]
"""Which loaded PDF a picture is of."""
Clip = tuple[float, float, float, float]
"""Left, top, right, bottom of a part of a page; points from its top left as displayed."""

MOST_PAGES = 20_000
MOST_PIXELS = 64_000_000
MOST_SCALE = 64.0


@dataclass(frozen=True)
class OpenDraft:
    """Read a draft. Answered by Progress, a PageRead for each page, DraftRead."""

    process: ClassVar[str] = "work"
    stopped: ClassVar[str] = "The draft could not be read: it made the reader stop."
    path: Path


@dataclass(frozen=True)
class Suggest:
    """Find identifiers in a reading text. Answered by Progress and Found, the last of which is final.

    Args:
        text: the reading text.
        always, never: terms to be found wherever they stand, or never.
        own: a folder with a name model to be used beside ours.
        whos_who: a person on each line, as `marks.whos_who` reads them; everybody is found under each of their names.
    """

    process: ClassVar[str] = "work"
    stopped: ClassVar[str] = "No suggestions could be made: the search stopped half-way."
    text: str
    always: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    own: Path | None = None
    whos_who: tuple[str, ...] = ()


@dataclass(frozen=True)
class LookAtModel:
    """Load the name model in a folder, to see whether it can be used. Answered by ModelSeen."""

    process: ClassVar[str] = "work"
    stopped: ClassVar[str] = "The model in this folder cannot be used: it made Redactor’s check stop."
    folder: Path


@dataclass(frozen=True)
class Preview:
    """Make what would be published, unverified. Answered by Progress, Previewed."""

    process: ClassVar[str] = "work"
    stopped: ClassVar[str] = "The preview could not be made: the work stopped half-way."
    pdf: bytes = field(repr=False)
    plan: Plan = field(repr=False)


@dataclass(frozen=True)
class Publish:
    """Publish to `destination`, once verified. Answered by Progress, Published."""

    process: ClassVar[str] = "work"
    stopped: ClassVar[str] = "Nothing was published: the work stopped half-way."
    pdf: bytes = field(repr=False)
    plan: Plan = field(repr=False)
    destination: Path


@dataclass(frozen=True)
class MakeHistory:
    """Set the history of a case as a PDF. Answered by Progress, HistoryMade."""

    process: ClassVar[str] = "work"
    stopped: ClassVar[str] = "The history was not written: the work stopped half-way."
    record: Record = field(repr=False)


@dataclass(frozen=True)
class LoadPdf:
    """Get a PDF ready to be drawn, in place of what was in the slot, and `further` ones whose pages count on from its.

    Answered by Loaded.
    """

    process: ClassVar[str] = "pictures"
    stopped: ClassVar[str] = "The pages cannot be shown: the file made the drawing stop."
    pdf: bytes = field(repr=False)
    slot: Slot = "draft"
    further: tuple[bytes, ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class LoadFile:
    """As LoadPdf, from a file: its first page can be drawn long before the draft has been read."""

    process: ClassVar[str] = "pictures"
    stopped: ClassVar[str] = LoadPdf.stopped
    path: Path
    slot: Slot = "draft"


@dataclass(frozen=True)
class Picture:
    """Draw a page. Answered by Drawn.

    Args:
        page: 1-based.
        scale: pixels per point.
        clip: the part to be drawn; None is the whole page.
        slot: of which PDF.
    """

    process: ClassVar[str] = "pictures"
    stopped: ClassVar[str] = "This page cannot be shown: it made the drawing stop."
    page: int
    scale: float
    clip: Clip | None = None
    slot: Slot = "draft"

    def __post_init__(self) -> None:
        if not (1 <= self.page <= MOST_PAGES and 0 < self.scale <= MOST_SCALE):
            raise ValueError("no such picture")
        if self.clip is not None and not (self.clip[0] < self.clip[2] and self.clip[1] < self.clip[3]):
            raise ValueError("an empty part of a page")


@dataclass(frozen=True)
class Progress:
    """How far the work is. `total` 0: not known."""

    done: int
    total: int
    note: str

    def __post_init__(self) -> None:
        if self.done < 0 or self.total < 0 or len(self.note) > 1000:
            raise ValueError("no such progress")


@dataclass(frozen=True)
class PageRead:
    """One page of a draft was read, of `of` pages."""

    page: Page
    of: int

    def __post_init__(self) -> None:
        if not 1 <= self.page.number <= self.of <= MOST_PAGES:
            raise ValueError("no such page")
        if not (0 < self.page.width < 1e6 and 0 < self.page.height < 1e6):
            raise ValueError("no page has this size")


@dataclass(frozen=True)
class DraftRead:
    """The whole draft was read."""

    opened: Opened


@dataclass(frozen=True)
class Found:
    """Findings, sorted by start.

    Args:
        findings: all of them where `final`, otherwise those of one further piece of the text.
        final: nothing follows; entities and labels are settled.
        labels: the pseudonym of each entity.
        roles: who each person is in the case, where the draft says so.
    """

    findings: tuple[Finding, ...]
    final: bool
    labels: dict[str, str]
    roles: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class ModelSeen:
    """A name model that can be used: its make, and the types of what it finds, each once."""

    make: Literal["spaCy", "Hugging Face"]
    finds: tuple[Literal["PERSON", "PLACE", "ORG", "NORP"], ...]


@dataclass(frozen=True)
class Previewed:
    """What would be published; `rasterised`: the pages (1-based) that became pictures, each with the reason."""

    pdf: bytes = field(repr=False)
    rasterised: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class Published:
    """A verified file stands at its destination.

    Args:
        path: where it lies.
        sha256: of its bytes, hexadecimal.
        size: bytes.
        pages: how many.
        removed: how many places were emptied.
        rasterised: the pages (1-based) that had to become pictures, each with the reason.
        promises: what was checked and holds, one sentence each.
        widths: the pages with a box as wide as what was removed, each with the reason.
        tight: the pages with labels that had no room, shortened or black boxes now, each with their number.
    """

    path: Path
    sha256: str
    size: int
    pages: int
    removed: int
    rasterised: tuple[tuple[int, str], ...]
    promises: tuple[str, ...]
    widths: tuple[tuple[int, str], ...] = ()
    tight: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class HistoryMade:
    """The history of a case as a PDF; it holds real names."""

    pdf: bytes = field(repr=False)


@dataclass(frozen=True)
class Loaded:
    """A PDF is ready to be drawn; `sizes` holds width and height of each page as displayed, points."""

    sizes: tuple[tuple[float, float], ...]
    slot: Slot


@dataclass(frozen=True)
class Drawn:
    """A picture of a page, or of a part of it.

    Args:
        page, scale, clip: as asked for.
        left, top: where the picture's first pixel stands on the page, in pixels at this scale.
        width, height: pixels.
        samples: rows of RGB888.
        stride: bytes from row to row.
    """

    page: int
    scale: float
    clip: Clip | None
    left: int
    top: int
    width: int
    height: int
    samples: bytes = field(repr=False)
    stride: int

    def __post_init__(self) -> None:
        if not (self.width > 0 and self.height > 0 and self.width * self.height <= MOST_PIXELS):
            raise ValueError("no picture has this size")
        if self.stride < 3 * self.width or len(self.samples) != self.stride * self.height:
            raise ValueError("a picture cut short")


Order = OpenDraft | Suggest | LookAtModel | Preview | Publish | MakeHistory | LoadPdf | LoadFile | Picture
Answer = (
    Progress | PageRead | DraftRead | Found | ModelSeen | Previewed | Published | HistoryMade | Loaded | Drawn
)

_ANSWERED_BY: dict[type, tuple[type, ...]] = {
    OpenDraft: (PageRead, DraftRead),
    LookAtModel: (ModelSeen,),
    Preview: (Previewed,),
    Publish: (Published,),
    MakeHistory: (HistoryMade,),
}


def fits(order: Order, answer: Answer) -> bool:
    """Whether an answer is one that this order can have; what comes from a spare process is not taken on trust."""
    if isinstance(answer, Progress):
        return True
    if isinstance(order, Suggest):
        return isinstance(answer, Found) and all(found.end <= len(order.text) for found in answer.findings)
    if isinstance(order, Picture):
        asked = (order.page, order.scale, order.clip)
        return isinstance(answer, Drawn) and (answer.page, answer.scale, answer.clip) == asked
    if isinstance(order, LoadPdf | LoadFile):
        return isinstance(answer, Loaded) and answer.slot == order.slot
    return isinstance(answer, _ANSWERED_BY[type(order)])
