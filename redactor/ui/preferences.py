"""What the window remembers between starts: paths of recent cases and of another name model, the reviewer's name,
the colours, when the window locks itself. Never text.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings

from redactor.marks.user import user_name
from redactor.ui import theme

_MOST_RECENT = 6
_LOCK_AFTER = 10


class Preferences:
    """Kept by QSettings where the system keeps such things."""

    def __init__(self) -> None:
        where = QSettings.defaultFormat(), QSettings.Scope.UserScope
        self._kept = QSettings(*where, "Redactor", "Redactor")

    @property
    def name(self) -> str:
        """Who decides; the system user's name until the user says otherwise."""
        return str(self._kept.value("name", "")) or user_name()

    @name.setter
    def name(self, name: str) -> None:
        self._kept.setValue("name", name.strip())

    @property
    def theme(self) -> str:
        return str(self._kept.value("theme", theme.SYSTEM))

    @theme.setter
    def theme(self, name: str) -> None:
        self._kept.setValue("theme", name)

    @property
    def own_model(self) -> Path | None:
        """The folder of a name model that is used beside ours; whether it is still there is seen when it is used."""
        kept = str(self._kept.value("own_model", ""))
        return Path(kept) if kept else None

    @own_model.setter
    def own_model(self, folder: Path | None) -> None:
        self._kept.setValue("own_model", str(folder or ""))

    @property
    def lock_after(self) -> int:
        """Minutes without key or mouse after which the window is locked; 0: never."""
        try:
            return max(0, int(str(self._kept.value("lock_after", _LOCK_AFTER))))
        except ValueError:
            return _LOCK_AFTER

    @lock_after.setter
    def lock_after(self, minutes: int) -> None:
        self._kept.setValue("lock_after", minutes)

    def recent(self) -> list[Path]:
        """Case files that still exist, the last used first."""
        return [path for path in map(Path, self._paths()) if path.exists()]

    def remember(self, case: Path) -> None:
        """Put a case first among the recent ones."""
        paths = [str(case), *(path for path in self._paths() if path != str(case))]
        self._kept.setValue("recent", paths[:_MOST_RECENT])

    def forget_recent(self) -> None:
        self._kept.remove("recent")

    def _paths(self) -> list[str]:
        kept = self._kept.value("recent", [])
        if isinstance(kept, str):  # one entry comes back as a plain string
            return [kept]
        return [str(path) for path in kept] if isinstance(kept, list) else []
