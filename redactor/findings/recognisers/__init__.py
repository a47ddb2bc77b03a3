"""The recognisers: one kind of identifier per file, found by listing this folder.

A recogniser's module offers `find(text) -> Iterator[Finding]`, `FINDS` (examples in which what must be found stands
between « and ») and `IGNORES` (examples in which it must find nothing). In `text` a paragraph stands on one line.
"""

import importlib
import pkgutil
from functools import cache
from types import ModuleType


@cache
def all_recognisers() -> tuple[ModuleType, ...]:
    """Return the recognisers' modules in alphabetical order."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return tuple(importlib.import_module(f"{__name__}.{name}") for name in names)
