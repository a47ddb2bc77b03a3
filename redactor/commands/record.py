"""The command that shows the history of a case."""

from __future__ import annotations

import sys
from argparse import Namespace
from typing import TYPE_CHECKING

from redactor.commands import DONE, WANTING
from redactor.commands.opening import opened_case

if TYPE_CHECKING:  # loaded by the command that needs it, so that --help is quick
    from redactor.marks.entries import Entry

_SHORT = 8
"""Characters of a hash that are shown."""


def log(options: Namespace) -> int:
    """Show who decided what, when and why, and whether the chain of decisions holds."""
    from redactor.marks.record import as_csv, assurance, record_of

    case = opened_case(options)
    record = record_of(case)
    case.close()
    if options.csv:
        sys.stdout.buffer.write(as_csv(record).encode())
        sys.stdout.buffer.flush()
    else:
        for entry in record.entries:
            print(_line(entry))
    print(assurance(record), file=sys.stderr if options.csv else sys.stdout)
    return DONE if record.holds else WANTING


def _line(entry: Entry) -> str:
    from redactor.marks.record import local_time, one_line

    why = f" — {one_line(entry.reason)}" if entry.reason else ""
    who_what = one_line(f"{entry.who} {entry.what}")
    return f"{entry.number:>6}  {local_time(entry.when)}  {entry.hash[:_SHORT]}  {who_what}{why}"
