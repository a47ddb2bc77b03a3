"""Every finding gets its entity: one for all mentions of the same person, place, body, date or number."""

from collections.abc import Sequence
from dataclasses import replace

from redactor.findings.finding import Finding
from redactor.findings.people.known import Known
from redactor.findings.people.people import link_people
from redactor.findings.people.things import same, shortened

_PREFIX = {"ADDRESS": "address", "POSTCODE": "postcode", "ID": "number", "ORG": "body", "NORP": "background"}


def link(findings: Sequence[Finding], text: str, known: Sequence[Known] = ()) -> list[Finding]:
    """Return the findings, each with its entity ("p1", "place3", "date12"; "who2" of the second who is `known`)."""
    people = link_people(findings, text, known)
    short = shortened(dict.fromkeys(text[f.start : f.end] for f in findings if f.type == "ORG"))
    names: dict[tuple[str, str], str] = {}
    counts: dict[str, int] = {}
    linked: list[Finding] = []
    for finding in findings:
        entity = people.get((finding.start, finding.end), "")
        if not entity:
            thing = same(text[finding.start : finding.end], finding.type)
            key = (finding.type, short.get(thing, thing) if finding.type == "ORG" else thing)
            if key not in names:
                counts[finding.type] = counts.get(finding.type, 0) + 1
                names[key] = f"{_PREFIX.get(finding.type, finding.type.lower())}{counts[finding.type]}"
            entity = names[key]
        linked.append(replace(finding, entity=entity))
    return linked
