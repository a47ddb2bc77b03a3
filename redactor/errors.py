"""What can go wrong, in words for the user; and how long work tells its progress."""

from __future__ import annotations

from collections.abc import Callable

Tick = Callable[[int, int, str], None]
"""`tick(done, total, note)` is called at each step of long work; it may raise `Cancelled`."""


def no_tick(done: int, total: int, note: str) -> None:
    """Progress for nobody."""


class Cancelled(Exception):
    """The user asked to stop. Not an error: nothing is shown."""


class RedactorError(Exception):
    """A failure that the user is told about.

    Args:
        sentence: what happened, one sentence, shown to the user.
        advice: what to do about it, shown below the sentence.
        detail: for whoever helps the user; never holds text of a draft.
    """

    exit_status = 2

    def __init__(self, sentence: str, advice: str = "", detail: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.advice = advice
        self.detail = detail


class UnusableInput(RedactorError):
    """The input, the passphrase or the destination cannot be used: damaged, encrypted, empty, of the wrong type."""


class NotReady(RedactorError):
    """Something was checked and found wanting; nothing was done.

    Args:
        problems: one sentence for each thing found.
    """

    exit_status = 1

    def __init__(self, sentence: str, problems: tuple[str, ...] = (), advice: str = "") -> None:
        super().__init__(sentence, advice)
        self.problems = problems


class NotSafeToPublish(NotReady):
    """The draft was checked and found wanting; nothing was written."""
