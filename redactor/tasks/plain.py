"""Frozen dataclasses become plain data (JSON values and attached bytes) and come back checked, type by type."""

from __future__ import annotations

import math
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Generic, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

_Item = TypeVar("_Item")


class _Array(Generic[_Item]):
    """Stands for array[float] and array[int] where annotations are read; `array` itself takes no item type there."""


class Malformed(Exception):
    """What came is not what its type says. Its message names the place, never a value."""


def packed(value: object) -> tuple[Any, list[bytes | memoryview]]:
    """The JSON form of a dataclass, and the bytes attached to it.

    A dataclass becomes the list of its fields, bytes and arrays become the number of an attachment.
    """
    attached: list[bytes | memoryview] = []
    return _pack(value, attached), attached


def _pack(value: Any, attached: list[bytes | memoryview]) -> Any:
    if isinstance(value, bytes | memoryview):
        attached.append(value)
        return len(attached) - 1
    if isinstance(value, array):
        attached.append(memoryview(value).cast("B") if value else b"")
        return len(attached) - 1
    if is_dataclass(value):
        return [_pack(getattr(value, field.name), attached) for field in fields(value)]
    if isinstance(value, tuple):
        return [_pack(item, attached) for item in value]
    return str(value) if isinstance(value, Path) else value


def unpacked(kind: Any, plain: object, attached: Sequence[bytes]) -> Any:
    """Make a value of the type `kind` from its JSON form.

    Raises:
        Malformed: the data do not fit the type, or the dataclass refuses them.
    """
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return _unpack_optional(kind, plain, attached)
    if is_dataclass(kind):
        return _unpack_dataclass(kind, plain, attached)
    if origin in _CONTAINERS:
        return _CONTAINERS[origin](kind, plain, attached)
    if kind in (bytes, Path):
        return _attachment(plain, attached) if kind is bytes else Path(_simple(str, plain))
    return _simple(kind, plain)


def _attachment(plain: object, attached: Sequence[bytes]) -> bytes:
    """The attachment that a number refers to; raises Malformed."""
    number: int = _simple(int, plain)
    if not 0 <= number < len(attached):
        raise Malformed("no such attachment")
    return attached[number]


def _simple(kind: Any, plain: object) -> Any:
    if kind is float and type(plain) in (int, float) and math.isfinite(plain):  # type: ignore[arg-type]  # a number
        return float(plain)  # type: ignore[arg-type]  # a number
    if kind in (str, int, bool) and type(plain) is kind:
        return plain
    raise Malformed(f"not a {getattr(kind, '__name__', kind)}")


def _unpack_optional(kind: Any, plain: object, attached: Sequence[bytes]) -> Any:
    (inner,) = (option for option in get_args(kind) if option is not NoneType)
    return None if plain is None else unpacked(inner, plain, attached)


def _unpack_dataclass(kind: Any, plain: object, attached: Sequence[bytes]) -> Any:
    types = _field_types(kind)
    if not isinstance(plain, list) or len(plain) != len(types):
        raise Malformed(f"not a {kind.__name__}")
    try:
        return kind(*(unpacked(each, item, attached) for each, item in zip(types, plain, strict=True)))
    except (ValueError, TypeError) as error:
        raise Malformed(f"refused by {kind.__name__}") from error


def _unpack_tuple(kind: Any, plain: object, attached: Sequence[bytes]) -> tuple[Any, ...]:
    options = get_args(kind)
    if not isinstance(plain, list):
        raise Malformed("not a list")
    if options[-1] is Ellipsis:
        return tuple(unpacked(options[0], item, attached) for item in plain)
    if len(plain) != len(options):
        raise Malformed("a list of the wrong length")
    return tuple(unpacked(each, item, attached) for each, item in zip(options, plain, strict=True))


def _unpack_array(kind: Any, plain: object, attached: Sequence[bytes]) -> array[Any]:
    (item,) = get_args(kind)
    values: array[Any] = array("f" if item is float else "i")
    try:
        values.frombytes(_attachment(plain, attached))
    except ValueError as error:
        raise Malformed("an array cut short") from error
    if item is float and not math.isfinite(sum(values)):
        raise Malformed("an array with what is no number")
    return values


def _unpack_mapping(kind: Any, plain: object, attached: Sequence[bytes]) -> dict[str, Any]:
    _, item = get_args(kind)
    if not isinstance(plain, dict):
        raise Malformed("not a mapping")
    return {_simple(str, key): unpacked(item, value, attached) for key, value in plain.items()}


def _unpack_choice(kind: Any, plain: object, attached: Sequence[bytes]) -> Any:
    if not isinstance(plain, str) or plain not in get_args(kind):
        raise Malformed("not one of the words allowed")
    return plain


_CONTAINERS = {
    tuple: _unpack_tuple,
    _Array: _unpack_array,
    dict: _unpack_mapping,
    Mapping: _unpack_mapping,
    Literal: _unpack_choice,
}


@cache
def _field_types(kind: Any) -> tuple[Any, ...]:
    hints = get_type_hints(kind, localns={"array": _Array})
    return tuple(hints[field.name] for field in fields(kind))
