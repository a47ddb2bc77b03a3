"""The commands that publish a decided case, and prove what was published."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from redactor.commands import DONE, WANTING
from redactor.commands.documents import listed
from redactor.commands.opening import has_screen, open_window, opened_case
from redactor.commands.suggesting import suggested_case
from redactor.errors import UnusableInput
from redactor.terminal import progress_line, require_writable

if TYPE_CHECKING:  # loaded by the command that needs it, so that --help is quick
    from redactor.marks.settings import Settings
    from redactor.publish.plan import Secret


_SAMPLE = "Sample (a demonstration that nobody read)"
"""Who decides on and signs the sample where there is no screen: no two people are made up."""


def publish(options: Namespace) -> int:
    """Publish a decided and signed case, or one document of several."""
    from redactor.marks.user import user_name
    from redactor.publish.decided import plan_of
    from redactor.publish.release import publish as release_of

    case, number = opened_case(options), options.document
    try:
        case.document.part(number)  # before anything is decided
        case.choose_settings(_chosen_settings(case.settings, options), by=options.by or user_name())
        plan = plan_of(case, options.style, number)
        release = release_of(case.opened.pdfs[number - 1], plan, options.output, progress_line())
    finally:
        case.close()
    print(release.summary())
    if len(documents := listed(case.document)) > 1:
        print(f"This is document {number} of the case. Each is published by itself, with --document:")
        print("\n".join(documents))
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
        case = opened_case(options)
        secrets = secrets_of(case, document=options.document)
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
    if has_screen():
        return open_window([str(draft)])
    from redactor.document.source import open_document
    from redactor.marks import choose
    from redactor.publish.decided import plan_of
    from redactor.publish.release import publish as release_of

    require_writable(options.output)
    case = suggested_case(open_document(draft, progress_line()))
    case.choose_settings(replace(case.settings, signatures="one"), by=_SAMPLE)
    case.confirm([mark.id for mark in choose.undecided(case)], by=_SAMPLE)
    case.sign("preparer", by=_SAMPLE, read_elsewhere=True)
    release = release_of(case.pdf, plan_of(case, "pseudonym"), options.output.resolve(), progress_line())
    print(
        "There is no screen, so the sample was published without a window: every suggestion was confirmed, and the "
        "case set to one signature, made by the program, to show how it goes. Nobody read it. "
        "A real case waits for two people."
    )
    print(release.summary())
    return DONE
