"""What each command does; `cli` says how it is called."""

from __future__ import annotations

import json
import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from redactor.errors import UnusableInput
from redactor.terminal import passphrase_of, progress_line, require_writable, terms_of, write_whole

if TYPE_CHECKING:  # loaded by the command that needs it, so that --help is quick
    from redactor.document.page import Place
    from redactor.document.source import Opened
    from redactor.marks.case import Case
    from redactor.marks.mark import Mark
    from redactor.marks.settings import Settings
    from redactor.publish.plan import Secret

DONE, WANTING, UNUSABLE = 0, 1, 2
"""Exit statuses: done; checked and found wanting; wrong use or unusable input."""


def open_window(given: Sequence[str]) -> int:
    """Open the window, on a draft or a case where one is given."""
    if len(given) > 1:
        print(f"redactor: cannot open {len(given)} files at once; try redactor --help", file=sys.stderr)
        return UNUSABLE
    try:
        from redactor.ui import app
    except ImportError as error:
        print(
            f"redactor: the window needs a system library that is missing ({error}); the commands work without it.",
            file=sys.stderr,
        )
        return UNUSABLE
    return app.main(list(given))


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
            "places": _plain_places(document.places(finding.start, finding.end)),
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
    """Make a case file with the suggestions for a draft."""
    from redactor.document.source import open_document
    from redactor.marks.casefile import keep_case

    always, never = terms_of(options.always), terms_of(options.never)
    if options.output.exists():
        raise UnusableInput(f"“{options.output.name}” is there already.", "Choose another name for the case.")
    require_writable(options.output)
    passphrase = passphrase_of(options, new=True)
    opened = open_document(options.draft, progress_line())
    case = _suggested_case(opened, always, never, own=options.model)
    keep_case(case, options.output, passphrase)
    case.close()
    print(f"{len(case.marks)} suggestions to decide are in {options.output}")
    return DONE


def _suggested_case(
    opened: Opened, always: Sequence[str] = (), never: Sequence[str] = (), *, own: Path | None = None
) -> Case:
    from redactor.findings.detect import detect
    from redactor.findings.people.roles import labels
    from redactor.marks.case import Case

    findings = detect(opened.document.text, always=always, never=never, tick=progress_line(), own=own)
    case = Case(opened)
    case.suggest(findings, labels(findings, opened.document.text))
    return case


def decide(options: Namespace) -> int:
    """Confirm or reject marks of a case."""
    case = _open(options)
    try:
        ids = [mark.id for mark in _chosen(case, options)]
        if not ids and not options.all:
            print("redactor: no mark matches; see the marks command.", file=sys.stderr)
            return WANTING
        decide = case.confirm if options.confirm else case.keep
        changed = decide(ids, by=options.by, reason=options.reason)
        left = sum(mark.verdict == "undecided" for mark in case.marks.values())
    finally:
        case.close()
    print(
        f"{len(changed)} marks {'confirmed' if options.confirm else 'kept as they are'}; {left} still to decide"
    )
    return DONE


def _chosen(case: Case, options: Namespace) -> list[Mark]:
    from redactor.marks import choose

    if options.all:
        return choose.undecided(case)
    if options.type:
        return choose.of_type(case, options.type)
    if options.entity:
        by_label = [
            entity for entity, label in case.labels.items() if label.lower() == options.entity.lower()
        ]
        return [mark for entity in {options.entity, *by_label} for mark in choose.of_entity(case, entity)]
    if options.match:
        return choose.of_wording(case, options.match)
    return [case.marks[options.mark]] if options.mark in case.marks else []


def marks(options: Namespace) -> int:
    """List the marks of a case."""
    case = _open(options)
    rows = [_plain_mark(case, mark) for mark in case.marks.values()]
    shown = [case.labels.get(mark.entity, "") for mark in case.marks.values()]
    case.close()
    if options.json:
        print(json.dumps(rows, ensure_ascii=False, indent=1))
        return DONE
    for row, label in zip(rows, shown, strict=True):
        pages = ",".join(str(place["page"]) for place in row["places"])
        text = " ".join(row["text"].split())
        print(f"{row['id']:>6}  {row['state']:9}  {row['type']:8}  p.{pages:6}  {text}  →  {label}")
    undecided = sum(row["state"] == "undecided" for row in rows)
    print(f"{len(rows)} marks, {undecided} to decide")
    return DONE


def _plain_mark(case: Case, mark: Mark) -> dict[str, Any]:
    """A mark without its pseudonym: who is called what stands in no file but the case."""
    return {
        "id": mark.id,
        "state": str(mark.verdict),
        "type": mark.type,
        "entity": mark.entity,
        "text": mark.text,
        "start": mark.start,
        "end": mark.end,
        "score": round(mark.score, 3),
        "why": mark.because,
        "reason": mark.reason,
        "places": _plain_places(case.mark_places(mark)),
    }


def publish(options: Namespace) -> int:
    """Publish a decided case."""
    from redactor.marks.user import user_name
    from redactor.publish.decided import plan_of
    from redactor.publish.release import publish as release_of

    case = _open(options)
    try:
        case.choose_settings(_chosen_settings(case.settings, options), by=options.by or user_name())
        release = release_of(case.pdf, plan_of(case, options.style), options.output, progress_line())
    finally:
        case.close()
    print(release.summary())
    return DONE


def _chosen_settings(settings: Settings, options: Namespace) -> Settings:
    """The settings of a case with those that were asked for; they are kept in the case, as any decision."""
    if options.dates:
        settings = settings.with_dates(options.dates)
    if options.ages:
        settings = replace(settings, ages=options.ages)
    return settings if options.reason_codes is None else replace(settings, codes=options.reason_codes)


def verify(options: Namespace) -> int:
    """Check any PDF for what a redaction must not leave."""
    from redactor.publish.decided import secrets_of
    from redactor.publish.verify import verify as problems_of

    secrets: Sequence[Secret] = ()
    if options.case:
        case = _open(options)
        secrets = secrets_of(case)
        case.close()
    try:
        published = options.pdf.read_bytes()
    except OSError as error:
        raise UnusableInput(
            f"“{options.pdf.name}” cannot be opened.", "Check that the file exists and that you may read it."
        ) from error
    problems = problems_of(published, secrets, progress_line())
    for problem in problems:
        where = f"page {problem.page}" if problem.page else "whole file"
        print(f"{where}: {problem.vector}: {problem.sentence}")
    print(f"{len(problems)} problems found" if problems else "No problem found")
    return WANTING if problems else DONE


def sample(options: Namespace) -> int:
    """The main job on the sample draft: in the window, or without a screen from draft to published report."""
    from redactor.shipped import SAMPLES

    draft = SAMPLES / "child-d-overview-report.pdf"
    if _has_screen():
        return open_window([str(draft)])
    from redactor.document.source import open_document
    from redactor.marks import choose
    from redactor.publish.decided import plan_of
    from redactor.publish.release import publish as release_of

    require_writable(options.output)
    case = _suggested_case(open_document(draft, progress_line()))
    case.confirm([mark.id for mark in choose.undecided(case)], by="Sample")
    release = release_of(case.pdf, plan_of(case, "pseudonym"), options.output.resolve(), progress_line())
    print("There is no screen, so the sample was published without a window, every suggestion confirmed.")
    print(release.summary())
    return DONE


def _has_screen() -> bool:
    return not sys.platform.startswith("linux") or bool(
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )


# What the commands share


def _plain_places(places: Sequence[Place]) -> list[dict[str, object]]:
    return [{"page": p.page, "quads": [[round(v, 2) for v in quad] for quad in p.quads]} for p in places]


def _open(options: Namespace) -> Case:
    from redactor.marks.casefile import open_case

    if not options.case.is_file():
        raise UnusableInput(
            f"“{options.case.name}” cannot be opened.",
            "Check that the file is there and that you may read it.",
        )
    return open_case(options.case, passphrase_of(options, new=False))
