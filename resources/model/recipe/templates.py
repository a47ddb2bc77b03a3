"""Fills the templates with a cast, places and bodies: sentences, tables, e-mails and lists as such reports hold them.

templates/*.txt: blocks parted by blank lines. `{slot}` and `{slot.form}` are filled, and marked by KINDS;
`[[TYPE:text]]` is a marked text, which may hold slots that bear no mark; `<one|other>` is drawn from.
"""

import random
import re
from functools import cache
from pathlib import Path

from cast import Cast
from passages import UNTAUGHT, Passage, Span, joined
from wordings import Wordings

FOLDER = Path(__file__).parent / "templates"
SHARES = {"narrative": 0.4, "structured": 0.17, "spoken": 0.15, "public_and_plain": 0.28}
PEOPLE = frozenset(
    [
        "child",
        "child2",
        "child3",
        "mother",
        "father",
        "partner",
        "gran",
        "grandad",
        "aunt",
        "uncle",
        "sibling",
        "neighbour",
        "friend",
        "carer",
        "pro1",
        "pro2",
        "pro3",
        "pro4",
        "pro5",
        "author",
        "chair",
    ]
)
KINDS = {
    **dict.fromkeys(PEOPLE, "PERSON"),
    **dict.fromkeys(["town", "town2", "village", "area", "street", "county", "country", "park"], "PLACE"),
    **dict.fromkeys(
        ["school", "school2", "nursery", "surgery", "hospital", "trust", "council", "police", "board", "charity", "housing", "church", "employer", "prison", "court", "solicitors", "centre", "ward", "pub", "project"],
        "ORG",
    ),
    **dict.fromkeys(["nationality", "ethnicity", "religion", "language"], "NORP"),
    **dict.fromkeys(["postcode", "phone", "email", "id", "url"], UNTAUGHT),
    **dict.fromkeys(["cited", "cited2", "citedfull"], "PUBLIC"),
    "address": "ADDRESS", "date": "DATE", "month": "DATE",
}  # fmt: skip
NUMBERS = {"n": (1, 30), "nn": (10, 99), "nnn": (100, 999), "year": (1988, 2023)}
_CHOICE = re.compile(r"<([^<>]*)>")
_MARK = re.compile(r"\[\[([A-Z]+):(.*?)\]\]|\{([^{}]+)\}")
_SLOT = re.compile(r"\{([^{}]+)\}")


@cache
def blocks(name: str) -> tuple[str, ...]:
    """Return the blocks of templates/<name>.txt; raises FileNotFoundError."""
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    text = re.sub(r"\A(# .*\n)+", "", text)
    return tuple(block.strip("\n") for block in re.split(r"\n[ \t]*\n", text) if block.strip())


def made_up(draw: random.Random) -> Passage:
    """Return a passage of one to five blocks about one cast."""
    cast = Cast(draw)
    wordings = Wordings(draw, cast)
    kinds = draw.choices(tuple(SHARES), tuple(SHARES.values()), k=draw.choice((1, 1, 2, 3, 4, 5)))
    if draw.random() < 0.5:  # half of the passages keep to one register
        kinds = kinds[:1] * len(kinds)
    filled = [fill(draw.choice(blocks(kind)), draw, cast, wordings) for kind in kinds]
    return joined(filled, [_separator(passage, draw) for passage in filled])


def _separator(before: Passage, draw: random.Random) -> str:
    return (
        "\n"
        if "\n" in before.text or before.text[-1:] not in ".!?\"'"
        else draw.choice((" ", " ", " ", "\n"))
    )


def fill(block: str, draw: random.Random, cast: Cast, wordings: Wordings) -> Passage:
    """Return one block, filled."""
    block = _CHOICE.sub(lambda choice: draw.choice(choice[1].split("|")), block)
    text = ""
    spans: list[Span] = []
    at = 0
    for mark in _MARK.finditer(block):
        text += block[at : mark.start()]
        kind, literal, slot = mark.groups()
        filling = _plain(literal, draw) if kind else _filling(slot, draw, cast, wordings)
        kind = kind or KINDS.get(slot.partition(".")[0], "")
        if kind and filling:
            article = 4 if slot and kind in ("ORG", "PLACE") and filling[:4].lower() == "the " else 0
            spans.append((len(text) + article, len(text) + len(filling), kind))
        text += filling
        at = mark.end()
    return Passage(text + block[at:], tuple(spans), complete=True)


def _plain(text: str, draw: random.Random) -> str:
    return _SLOT.sub(lambda slot: _unmarked(slot[1], draw), text)


def _unmarked(slot: str, draw: random.Random) -> str:
    return draw.choice("ABCDEFGHJKLMNPRSTW") if slot == "letter" else str(draw.randint(*NUMBERS[slot]))


def _filling(slot: str, draw: random.Random, cast: Cast, wordings: Wordings) -> str:
    name, _, form = slot.partition(".")
    if name in PEOPLE:
        return cast.name(name, form or "full")
    if name in NUMBERS or name == "letter":
        return _unmarked(name, draw)
    return wordings.shortened(name) if form == "short" else wordings.get(name)
