"""The commands that look for identifiers in a draft."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from redactor.commands import DONE
from redactor.commands.documents import opened_together
from redactor.commands.places import plain_places
from redactor.errors import UnusableInput
from redactor.terminal import passphrase_of, progress_line, require_writable, terms_of, write_whole

if TYPE_CHECKING:  # loaded by the command that needs it, so that --help is quick
    from redactor.document.source import Opened
    from redactor.marks.case import Case


def suggest(options: Namespace) -> int:
    """Write the suggestions for a draft as JSON."""
    from redactor.document.source import open_document
    from redactor.findings.detect import detect
    from redactor.findings.people.roles import roles

    require_writable(options.output)
    document = open_document(options.draft, progress_line()).document
    findings = detect(document.text, tick=progress_line(), own=options.model)
    told = roles(findings, document.text)
    suggestions = [
        {
            "start": finding.start,
            "end": finding.end,
            "text": document.text[finding.start : finding.end],
            "type": finding.type,
            "entity": finding.entity,
            **({"role": told[finding.entity]} if finding.entity in told else {}),
            "score": round(finding.score, 3),
            "why": finding.because,
            "places": plain_places(document.places(finding.start, finding.end)),
        }
        for finding in findings
    ]
    about = {"name": document.name, "sha256": document.sha256, "pages": len(document.pages)}
    content = json.dumps(
        {"document": about, "text": document.text, "suggestions": suggestions}, ensure_ascii=False, indent=1
    )
    write_whole(options.output, content)
    print(f"{len(suggestions)} suggestions written to {options.output}")
    return DONE


def prepare(options: Namespace) -> int:
    """Make a case file with the suggestions for a draft, or for several that share people and labels."""
    from redactor.marks.casefile import keep_case

    always, never = terms_of(options.always), terms_of(options.never)
    if options.output.exists():
        raise UnusableInput(f"“{options.output.name}” is there already.", "Choose another name for the case.")
    require_writable(options.output)
    passphrase = passphrase_of(options, new=True)
    case = suggested_case(opened_together(options.drafts), always, never, own=options.model)
    keep_case(case, options.output, passphrase)
    case.close()
    print(f"{len(case.marks)} suggestions to decide are in {options.output}")
    return DONE


def suggested_case(
    opened: Opened, always: Sequence[str] = (), never: Sequence[str] = (), *, own: Path | None = None
) -> Case:
    """A case in memory with the suggestions for a draft; the lists hold terms to mark, and never to mark."""
    from redactor.marks.board import load_board
    from redactor.marks.case import Case
    from redactor.marks.looking import look_through
    from redactor.marks.user import user_name

    case = Case(opened)
    case.begin(load_board(), always=always, never=never, by=user_name())
    case.suggest(*look_through(opened.document.text, case.lists, tick=progress_line(), own=own))
    return case
