"""A made-up draft of a hundred pages, for the benchmarks: many people, places, dates and numbers, no two pages alike."""

from __future__ import annotations

import io
import random
from html import escape

_FIRST = [
    "Keziah",
    "Marlon",
    "Aoife",
    "Tariq",
    "Bronwen",
    "Delroy",
    "Saskia",
    "Imran",
    "Niamh",
    "Callum",
    "Priya",
    "Osian",
    "Jolanta",
    "Winston",
    "Farida",
]
_LAST = [
    "Bramwell",
    "Okonjo",
    "Fairclough",
    "Hussain",
    "Penhaligon",
    "Adeyemi",
    "Thistlewood",
    "Kowalska",
    "Rutherford",
    "Nwosu",
    "Applegarth",
]
_ROLES = [
    "social worker",
    "health visitor",
    "head teacher",
    "police officer",
    "midwife",
    "family support worker",
    "GP",
]
_STREETS = [
    "Larkhill Road",
    "Mill Lane",
    "Chapel Street",
    "Harrow Close",
    "Station Approach",
    "Victoria Terrace",
]
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_SENTENCES = (
    "{name} told the {role}, {other}, that the family had moved to {number} {street} in {month} {year}.",
    "On {day} {month} {year} {other} visited the home and saw {first} with an older sibling; no injury was noted.",
    "The school recorded that {first} had been absent on nine occasions and that calls to {phone} went unanswered.",
    "A strategy discussion was held at which {name}, {role}, argued that the threshold had been met.",
    "The chronology shows that information was shared late, and that nobody asked what life was like for {first}.",
    "{other} wrote to {first}’s mother, aged {age}, and offered a place in the parenting group at the centre.",
    "The panel heard that supervision was irregular and that the case had changed hands four times in a year.",
    "An email from {first}.{last}@example.org, found later, described bruising seen on {day} {month}.",
)


def long_draft(pages: int = 100) -> bytes:
    """The PDF; the same on every run."""
    import pymupdf

    chance = random.Random(2)
    output = io.BytesIO()
    writer = pymupdf.DocumentWriter(output)
    story, done = None, 0
    while done < pages:
        story = story or pymupdf.Story(_section(chance, done))
        device = writer.begin_page(pymupdf.paper_rect("a4"))
        more, _ = story.place(pymupdf.Rect(64, 64, 531, 778))
        story.draw(device)
        writer.end_page()
        story = story if more else None
        done += 1
    writer.close()
    return output.getvalue()


def _section(chance: random.Random, number: int) -> str:
    paragraphs = (" ".join(_sentence(chance) for _ in range(chance.randint(4, 7))) for _ in range(12))
    body = "".join(f"<p>{number}.{at} {escape(text)}</p>" for at, text in enumerate(paragraphs, 1))
    return f"<h2>{number}. What happened next</h2>{body}"


def _sentence(chance: random.Random) -> str:
    first, last = chance.choice(_FIRST), chance.choice(_LAST)
    return chance.choice(_SENTENCES).format(
        first=first,
        last=last,
        name=f"{first} {last}",
        other=f"{chance.choice(_FIRST)} {chance.choice(_LAST)}",
        role=chance.choice(_ROLES),
        street=chance.choice(_STREETS),
        number=chance.randint(1, 190),
        day=chance.randint(1, 28),
        month=chance.choice(_MONTHS),
        year=chance.randint(2014, 2023),
        age=chance.randint(19, 44),
        phone=f"07700 900{chance.randint(100, 999)}",
    )
