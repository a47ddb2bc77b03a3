"""Who decides where nobody gave a name."""

from __future__ import annotations

import getpass
from functools import cache


@cache
def user_name() -> str:
    """The name of the system's user, who decides until somebody says otherwise."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "Reviewer"
