"""The command that goes on with a new draft of a case."""

from __future__ import annotations

from argparse import Namespace

from redactor.commands import DONE
from redactor.errors import UnusableInput
from redactor.terminal import passphrase_of, progress_line, require_writable


def carry(options: Namespace) -> int:
    """Make a case file of a new draft, with the decisions of the former case and under the same passphrase."""
    from redactor.document.several import with_part
    from redactor.document.source import open_document
    from redactor.marks.casefile import keep_case, open_case
    from redactor.marks.looking import look_through
    from redactor.marks.new_draft import new_case
    from redactor.marks.user import user_name

    if options.output.exists():
        raise UnusableInput(f"“{options.output.name}” is there already.", "Choose another name for the case.")
    require_writable(options.output)
    passphrase = passphrase_of(options, new=False)
    former = open_case(options.case, passphrase)
    try:
        former.document.part(options.document)
        draft = open_document(options.draft, progress_line())
        opened = with_part(former.opened, options.document, draft)
        looked = look_through(opened.document.text, former.lists, tick=progress_line())
        case, carried = new_case(former, opened, looked, by=options.by or user_name())
    finally:
        former.close()
    keep_case(case, options.output, passphrase)
    case.close()
    print(f"{carried.counts()}, in {options.output}")
    return DONE
