"""What the commands ask of a terminal and of files: passphrases, lists of terms, destinations, progress."""

from __future__ import annotations

import getpass
import os
import sys
from argparse import Namespace
from pathlib import Path

from redactor.errors import Tick, UnusableInput


def passphrase_of(options: Namespace, *, new: bool) -> str:
    """The passphrase of a case, from the file named or asked for at the prompt, twice for a new case.

    Raises:
        UnusableInput: there is none.
    """
    if options.passphrase_file:
        try:
            passphrase: str = options.passphrase_file.read_text(encoding="utf-8").rstrip("\r\n")
        except (OSError, UnicodeDecodeError) as error:
            raise UnusableInput(
                "The passphrase file cannot be read.", "Name a UTF-8 text file with the passphrase in it."
            ) from error
    else:
        if not sys.stdin.isatty():
            raise UnusableInput(
                "A passphrase is needed.", "Name a file with --passphrase-file, or run this in a terminal."
            )
        passphrase = getpass.getpass("Passphrase: ")
        if new and getpass.getpass("The same again: ") != passphrase:
            raise UnusableInput("The two passphrases differ.", "Try again.")
    if not passphrase:
        raise UnusableInput("The passphrase is empty.", "Choose one that others cannot guess.")
    return passphrase


def terms_of(path: Path | None) -> list[str]:
    """One term a line; blank lines left out."""
    if path is None:
        return []
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UnusableInput(
            f"“{path.name}” cannot be read.", "It must be a UTF-8 text file with one term a line."
        ) from error
    return [line.strip() for line in lines if line.strip()]


def require_writable(path: Path) -> None:
    """Say at once, before long work, that a destination cannot be written.

    Raises:
        UnusableInput
    """
    folder = path.parent
    if not folder.is_dir():
        raise UnusableInput(f"The folder “{folder}” is not there.", "Choose another place.")
    if path.is_dir() or not os.access(path if path.exists() else folder, os.W_OK):
        raise UnusableInput(
            f"“{path.name}” cannot be written there.", "Choose a folder that you may write to."
        )


def write_whole(path: Path, content: str) -> None:
    """Write a file whole or not at all."""
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_text(content, encoding="utf-8")
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise UnusableInput(
            f"“{path.name}” cannot be written there.", "Choose a folder that you may write to."
        ) from error


def progress_line() -> Tick:
    """Progress on one line of a terminal; nothing where nobody watches."""

    def tick(done: int, total: int, note: str) -> None:
        if sys.stderr.isatty():
            print(
                f"\r\033[K{note} ({done}/{total})" if done < total else "\r\033[K",
                end="",
                file=sys.stderr,
                flush=True,
            )

    return tick
