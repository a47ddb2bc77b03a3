"""Check a PDF, ours or another's, for what a redaction must not leave: every check in `checks`, none left out."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Sequence
from types import ModuleType

from redactor.errors import RedactorError, Tick, no_tick
from redactor.publish import checks
from redactor.publish.plan import Secret
from redactor.publish.published import Problem, Published

__all__ = ["EXPECTED", "Problem", "all_checks", "promises", "verify"]

EXPECTED = frozenset(
    (
        "actions",
        "annotations",
        "attachments",
        "content_text",
        "covered_text",
        "forms",
        "hidden_text",
        "layers",
        "metadata",
        "objects",
        "page_text",
        "pixels",
        "private_data",
        "revisions",
        "second_reading",
        "streams",
        "structure",
        "unreferenced",
    )
)
"""The checks that must be there. A check that has gone missing must not pass for one that found nothing."""


def all_checks() -> dict[str, ModuleType]:
    """The checks by name, found by listing their folder; raises RedactorError if one is missing."""
    names = sorted(module.name for module in pkgutil.iter_modules(checks.__path__))
    missing = EXPECTED.difference(names)
    if missing:
        raise RedactorError(
            "Redactor is incomplete: not all checks are there.", "Install it again.", ", ".join(missing)
        )
    return {name: importlib.import_module(f"{checks.__name__}.{name}") for name in names}


def promises() -> tuple[str, ...]:
    """What a verified file keeps, one sentence for each check."""
    return tuple(str(check.PROMISE) for check in all_checks().values())


def verify(pdf: bytes, secrets: Sequence[Secret] = (), tick: Tick = no_tick) -> list[Problem]:
    """Everything found in the file, by page.

    Without `secrets` only what any redaction must not leave is looked for. Raises UnusableInput where the file
    cannot be read, Cancelled from `tick`.
    """
    published = Published(pdf, tick)
    found: list[Problem] = []
    to_run = all_checks()
    for done, (name, check) in enumerate(to_run.items()):
        tick(done, len(to_run), f"Checking: {name.replace('_', ' ')}")
        found += check.problems(published, secrets)
    tick(len(to_run), len(to_run), "Checked")
    return sorted(found, key=lambda problem: problem.page)
