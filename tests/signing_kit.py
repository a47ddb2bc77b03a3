"""Both signatures on a case, for tests that are about what comes after them."""

from __future__ import annotations

from redactor.marks.case import Case
from redactor.marks.signing import ROLES

SIGNERS = dict(zip(ROLES, ("A. Preparer", "B. Lawyer"), strict=True))


def signed(case: Case) -> Case:
    """The same case, signed by both, who declare that they read its pages elsewhere."""
    for role in ROLES:
        case.sign(role, by=SIGNERS[role], read_elsewhere=True)
    return case


def sign_commands(case: str, *secret: str) -> list[list[str]]:
    """The two commands that do the same to a case file; `secret`: the options that give its passphrase."""
    return [["sign", case, "--role", role, "--by", SIGNERS[role], "--read-all", *secret] for role in ROLES]
