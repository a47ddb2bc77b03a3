"""What a board does in every case: how many people sign, and the terms it always or never marks.

Kept in one file of the user's, apart from any case. A new case begins with it and from then on has its own lists and
settings, so that it is decided alike on every machine.
"""

from __future__ import annotations

import json
import os
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

from redactor.errors import UnusableInput
from redactor.marks.settings import SIGNATURES


@dataclass(frozen=True, slots=True)
class Board:
    """The board's own rules.

    Args:
        signatures: one of `settings.SIGNATURES`.
        always, never: terms marked wherever they stand, and never marked.
    """

    signatures: str = "both"
    always: tuple[str, ...] = ()
    never: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.signatures not in SIGNATURES:
            raise ValueError("no such number of signatures")


def where() -> Path:
    """Where the rules are kept: with the user's other settings of programs."""
    if sys.platform == "win32":
        base = Path(os.environ.get("APPDATA") or Path.home() / "AppData" / "Roaming")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    return base / "Redactor" / "board.json"


def load_board() -> Board:
    """The rules of this machine's board; the strictest where none were kept.

    Raises:
        UnusableInput: the file is there but cannot be understood: what a board forbids must not be passed over.
    """
    try:
        values = json.loads(where().read_text(encoding="utf-8"))
        return Board(
            str(values["signatures"]), tuple(map(str, values["always"])), tuple(map(str, values["never"]))
        )
    except FileNotFoundError:
        return Board()
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise UnusableInput(
            "The board’s settings cannot be read.",
            f"Choose them again, or delete “{where()}”.",
            type(error).__name__,
        ) from error


def keep_board(board: Board) -> None:
    """Keep the rules; raises UnusableInput where that is not possible."""
    path = where()
    part = path.with_suffix(".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(json.dumps(asdict(board), ensure_ascii=False, indent=1), encoding="utf-8")
        part.replace(path)
    except OSError as error:
        raise UnusableInput(
            "The board’s settings cannot be kept.",
            "Check that you may write to your own settings.",
            type(error).__name__,
        ) from error
