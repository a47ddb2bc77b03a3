"""One message on a pipe, and what a process that was taken over could send instead."""

from __future__ import annotations

import json
import multiprocessing
from collections.abc import Iterator
from multiprocessing.connection import Connection

import pytest

from redactor.tasks import wire
from redactor.tasks.orders import LoadPdf, Progress, Suggest
from redactor.tasks.plain import Malformed

Pipe = tuple[Connection, Connection]
KINDS: dict[str, type] = {kind.__name__: kind for kind in (LoadPdf, Progress, Suggest)}


@pytest.fixture
def pipe() -> Iterator[Pipe]:
    here, there = multiprocessing.Pipe()
    yield here, there
    here.close()
    there.close()


def test_a_message_arrives_with_its_number_and_attachments(pipe: Pipe) -> None:
    wire.send(pipe[0], 7, LoadPdf(b"%PDF-1.7", "preview"))

    assert wire.receive(pipe[1], KINDS) == (7, LoadPdf(b"%PDF-1.7", "preview"))


def test_lone_surrogates_arrive_as_they_left(pipe: Pipe) -> None:
    wire.send(pipe[0], 1, Suggest("a\ud83d\ude00b\udfff"))

    assert wire.receive(pipe[1], KINDS)[1].text == "a\ud83d\ude00b\udfff"


@pytest.mark.parametrize(
    "header",
    [
        b"",
        b"no JSON",
        b"\xff\xfe",
        b"[" * 100_000,
        json.dumps(["Progress", 1, []]).encode(),
        json.dumps([7, 1, [], []]).encode(),
        json.dumps(["Progress", "1", [], [1, 2, ""]]).encode(),
        json.dumps(["Unknown", 1, [], []]).encode(),
        json.dumps(["Progress", 1, "many", [1, 2, ""]]).encode(),
        json.dumps(["Progress", 1, [0] * (wire.MOST_ATTACHMENTS + 1), [1, 2, ""]]).encode(),
        json.dumps(["LoadPdf", 1, [-1], [0, "draft"]]).encode(),
        json.dumps(["LoadPdf", 1, [2**40], [0, "draft"]]).encode(),
        b'["Progress", 1, [], [NaN, 2, ""]]',
    ],
)
def test_a_header_that_is_none_is_refused(pipe: Pipe, header: bytes) -> None:
    pipe[0].send_bytes(header)

    with pytest.raises(Malformed):
        wire.receive(pipe[1], KINDS)


def test_an_attachment_shorter_than_announced_is_refused(pipe: Pipe) -> None:
    pipe[0].send_bytes(json.dumps(["LoadPdf", 1, [5], [0, "draft"]]).encode())
    pipe[0].send_bytes(b"four")

    with pytest.raises(Malformed):
        wire.receive(pipe[1], KINDS)


def test_an_attachment_longer_than_announced_is_refused(pipe: Pipe) -> None:
    pipe[0].send_bytes(json.dumps(["LoadPdf", 1, [3], [0, "draft"]]).encode())
    pipe[0].send_bytes(b"four")

    with pytest.raises(OSError, match="bad message length"):
        wire.receive(pipe[1], KINDS)
