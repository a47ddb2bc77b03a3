"""How an order ends, and what else passes between courier and worker that nobody else sees."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from redactor.errors import NotSafeToPublish, RedactorError, UnusableInput
from redactor.tasks.orders import Answer, Order


@dataclass(frozen=True)
class Done:
    """The order was carried out; nothing more follows."""


@dataclass(frozen=True)
class Stopped:
    """The order was cancelled; nothing more follows."""


@dataclass(frozen=True)
class Failed:
    """The order failed; nothing more follows. An error crosses as words, never as an object."""

    kind: Literal["RedactorError", "UnusableInput", "NotSafeToPublish"]
    sentence: str
    advice: str = ""
    detail: str = ""
    problems: tuple[str, ...] = ()

    @staticmethod
    def of(error: RedactorError) -> Failed:
        """The words of an error."""
        if isinstance(error, NotSafeToPublish):
            return Failed("NotSafeToPublish", error.sentence, error.advice, error.detail, error.problems)
        kind: Literal["UnusableInput", "RedactorError"] = "RedactorError"
        if isinstance(error, UnusableInput):
            kind = "UnusableInput"
        return Failed(kind, error.sentence, error.advice, error.detail)

    def error(self) -> RedactorError:
        """The error of these words."""
        if self.kind == "NotSafeToPublish":
            return NotSafeToPublish(self.sentence, self.problems, self.advice)
        kind = UnusableInput if self.kind == "UnusableInput" else RedactorError
        return kind(self.sentence, self.advice, self.detail)


@dataclass(frozen=True)
class Cancel:
    """Stop the order of this number. Sent by the courier alone; answered by Stopped, if it was not done already."""


Ending = Done | Stopped | Failed

TO_WORKER: dict[str, type] = {kind.__name__: kind for kind in (*get_args(Order), Cancel)}
FROM_WORKER: dict[str, type] = {kind.__name__: kind for kind in (*get_args(Answer), *get_args(Ending))}
