"""The command by which somebody answers for a case."""

from __future__ import annotations

from argparse import Namespace

from redactor.commands import DONE
from redactor.commands.opening import opened_case


def sign(options: Namespace) -> int:
    """Sign a case as preparer or as legal reviewer."""
    from redactor.marks import signing

    case = opened_case(options)
    try:
        case.sign(options.role, by=options.by, read_elsewhere=options.read_all)
        missing = signing.missing(case)
    finally:
        case.close()
    elsewhere = "; it is recorded that the pages were read elsewhere" if options.read_all else ""
    print(f"Signed by {options.by} as {signing.TITLES[options.role]}{elsewhere}.")
    print("\n".join(missing) or "It may be published.")
    return DONE
