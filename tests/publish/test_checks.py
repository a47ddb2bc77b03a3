"""Every check passes a clean file and notices when its promise is broken on purpose."""

from __future__ import annotations

import pytest
from draft_kit import CHILD, draft, plan

from redactor.errors import RedactorError
from redactor.publish import checks, release, verify
from redactor.publish.plan import Secret
from redactor.publish.published import Published

NAMES = [
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
]
SECRETS = (Secret(CHILD, "PERSON"),)


@pytest.fixture(scope="module")
def published() -> bytes:
    pdf = draft()
    return release.make(pdf, plan(pdf, style="pseudonym"))[0]


def test_the_checks_are_these() -> None:
    assert sorted(verify.all_checks()) == NAMES == sorted(verify.EXPECTED)


def test_a_missing_check_is_an_error_and_not_a_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "__path__", [])

    with pytest.raises(RedactorError, match="incomplete"):
        verify.verify(draft())


@pytest.mark.parametrize("name", NAMES)
def test_a_check_passes_a_clean_file(name: str, published: bytes) -> None:
    check = verify.all_checks()[name]

    assert check.problems(Published(published), SECRETS) == []


@pytest.mark.parametrize("name", NAMES)
def test_a_check_notices_a_spoilt_file(name: str, published: bytes) -> None:
    check = verify.all_checks()[name]

    spoilt = check.spoil(Published(published), SECRETS)

    found = check.problems(Published(spoilt), SECRETS)
    assert found
    assert all(problem.check == name and problem.sentence.endswith(".") for problem in found)


@pytest.mark.parametrize("name", NAMES)
def test_a_check_states_its_promise_in_a_sentence(name: str) -> None:
    promise = verify.all_checks()[name].PROMISE

    assert promise[0].isupper()
    assert promise.endswith(".")
