"""Opening the window, or a case for the other commands."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING

from redactor.commands import UNUSABLE
from redactor.errors import UnusableInput
from redactor.terminal import passphrase_of

if TYPE_CHECKING:  # loaded by the command that needs it, so that --help is quick
    from redactor.marks.case import Case


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


def has_screen() -> bool:
    """Whether there is one to open a window on."""
    return not sys.platform.startswith("linux") or bool(
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )


def opened_case(options: Namespace) -> Case:
    """The case that a command names, unlocked.

    Raises:
        UnusableInput: as `casefile.open_case`, or it is not there.
    """
    from redactor.marks.casefile import open_case

    if not options.case.is_file():
        raise UnusableInput(
            f"“{options.case.name}” cannot be opened.",
            "Check that the file is there and that you may read it.",
        )
    return open_case(options.case, passphrase_of(options, new=False))
