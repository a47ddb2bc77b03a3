"""Fixtures for all tests: no screen, no network, the workplace's marked-up drafts where they are there."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def shared() -> Path:
    """The folder of marked-up drafts and leak cases beside the checkout; skips where it is not there."""
    folder = ROOT.parent / "shared"
    if not (folder / "eval").is_dir():
        pytest.skip("the marked-up drafts are not here")
    return folder


@pytest.fixture
def sample_docs() -> Path:
    """The made-up drafts that come with the product."""
    return ROOT / "sample_docs"


class NetworkUsed(AssertionError):
    """Something asked for the network."""


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every socket that is not local to the machine's own processes."""
    real = socket.socket.connect

    def connect(self: socket.socket, address: object) -> None:
        if self.family != getattr(socket, "AF_UNIX", None):
            raise NetworkUsed(f"a connection to {address} was asked for")
        real(self, address)  # type: ignore[arg-type]  # as given

    def lookup(*arguments: object, **_: object) -> None:
        raise NetworkUsed(f"the name {arguments[0]} was looked up")

    monkeypatch.setattr(socket.socket, "connect", connect)
    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    return
