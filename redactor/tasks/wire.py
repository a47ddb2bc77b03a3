"""One message between the window's process and a spare one: a JSON header, then its attachments."""

from __future__ import annotations

import json
from collections.abc import Mapping
from multiprocessing.connection import Connection
from typing import Any, NoReturn

from redactor.tasks.plain import Malformed, packed, unpacked

MOST_HEADER = 64 * 1024 * 1024
"""Bytes: the reading text of some 20 000 pages."""
MOST_ATTACHED = 1024 * 1024 * 1024
"""Bytes of one attachment."""
MOST_ATTACHMENTS = 64
"""The working PDFs of a case of many documents."""


def send(connection: Connection, number: int, thing: object) -> None:
    """Send a dataclass under the number of the order that it is, or answers.

    Raises:
        OSError: the other side is gone.
    """
    body, attached = packed(thing)
    header = [type(thing).__name__, number, [len(each) for each in attached], body]
    # Lone surrogates, which a hostile file can put into a text, must arrive as they left.
    connection.send_bytes(json.dumps(header, ensure_ascii=False).encode("utf-8", "surrogatepass"))
    for each in attached:
        connection.send_bytes(each)


def receive(connection: Connection, kinds: Mapping[str, type]) -> tuple[int, Any]:
    """Wait for a message; give its number and the dataclass, which is one of `kinds`.

    Raises:
        EOFError, OSError: the other side is gone, or sent more than allowed.
        Malformed: the message is not what it says it is.
    """
    untrusted_name, number, sizes, body = _header(connection.recv_bytes(MOST_HEADER))
    kind = kinds.get(untrusted_name)
    if kind is None:
        raise Malformed("an unknown kind of message")
    attached = [connection.recv_bytes(size) for size in sizes]
    if [len(each) for each in attached] != sizes:
        raise Malformed("an attachment cut short")
    return number, unpacked(kind, body, attached)


def _header(untrusted: bytes) -> tuple[str, int, list[int], Any]:
    try:
        name, number, sizes, body = json.loads(
            untrusted.decode("utf-8", "surrogatepass"), parse_constant=_no_constant
        )
    except (ValueError, TypeError, RecursionError) as error:
        raise Malformed("no header") from error
    if not isinstance(name, str) or type(number) is not int or not isinstance(sizes, list):
        raise Malformed("a header of another shape")
    if len(sizes) > MOST_ATTACHMENTS or not all(type(n) is int and 0 <= n <= MOST_ATTACHED for n in sizes):
        raise Malformed("attachments beyond the bounds")
    return name, number, sizes, body


def _no_constant(name: str) -> NoReturn:
    raise ValueError("not a number")
