"""The house rules: who may import whom, and what may be used nowhere."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ORDER = ["document", "findings", "marks", "publish", "tasks", "ui"]
LEAVES = {"errors", "shipped"}
NOWHERE = {"pickle", "socket", "urllib", "requests", "http", "ftplib", "smtplib", "marshal", "shelve"}
ONLY_IN = {"sqlcipher3": {"marks/sealing.py"}, "argon2": {"marks/sealing.py"}}
HEAVY = {"pymupdf", "numpy", "presidio_analyzer", "presidio_anonymizer", "spacy", "onnxruntime", "tokenizers"}
MODULES = sorted((ROOT / "redactor").rglob("*.py"))


def imports(path: Path) -> Iterator[str]:
    """Every module that a file imports, wherever in it, by its full name."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def place(path: Path) -> str:
    return path.relative_to(ROOT / "redactor").as_posix()


def package_of(module: str) -> str | None:
    parts = module.split(".")
    return parts[1] if parts[0] == "redactor" and len(parts) > 1 else None


@pytest.mark.parametrize("path", MODULES, ids=place)
def test_a_package_imports_only_those_before_it(path: Path) -> None:
    own = place(path).split("/")[0]
    if own not in ORDER:
        return
    allowed = {*ORDER[: ORDER.index(own) + 1], *LEAVES}

    used = {package_of(module) for module in imports(path)} - {None}

    assert used <= allowed | {"__version__"}


def test_leaves_import_nothing_of_ours() -> None:
    for leaf in LEAVES:
        used = set(imports(ROOT / "redactor" / f"{leaf}.py"))

        assert not [module for module in used if module.startswith("redactor")]


def test_only_the_window_is_started_from_the_commands() -> None:
    paths = [path for path in MODULES if place(path) == "cli.py" or place(path).startswith("commands/")]

    used = {module for path in paths for module in imports(path)}

    assert {module for module in used if module.startswith("redactor.ui")} <= {
        "redactor.ui",
        "redactor.ui.app",
    }


@pytest.mark.parametrize("path", MODULES, ids=place)
def test_qt_is_used_only_in_ui(path: Path) -> None:
    uses = any(module.split(".")[0] in {"PySide6", "shiboken6"} for module in imports(path))

    assert not uses or place(path).startswith("ui/")


@pytest.mark.parametrize("path", MODULES, ids=place)
def test_what_opens_doors_is_used_nowhere(path: Path) -> None:
    roots = {module.split(".")[0] for module in imports(path)}
    calls = {
        node.func.id
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }

    assert not roots & NOWHERE
    assert not calls & {"eval", "exec"}


@pytest.mark.parametrize("path", MODULES, ids=place)
def test_spare_processes_and_encryption_have_one_home(path: Path) -> None:
    roots = {module.split(".")[0] for module in imports(path)}

    for library, homes in ONLY_IN.items():
        assert library not in roots or place(path) in homes
    assert "multiprocessing" not in roots or place(path).startswith("tasks/")
    assert "subprocess" not in roots or place(path).startswith("tasks/")


def test_the_window_process_loads_nothing_heavy() -> None:
    program = (
        "import sys; import redactor.ui.window, redactor.ui.app, redactor.marks.casefile, redactor.tasks.desk;"
        f"print(*sorted({HEAVY!r} & set(sys.modules)))"
    )

    loaded = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout

    assert loaded.split() == []


def test_no_file_and_no_function_is_too_long() -> None:
    long = []
    for path in MODULES:
        text = path.read_text(encoding="utf-8")
        if text.count("\n") > 400:
            long.append(f"{place(path)}: {text.count(chr(10))} lines")
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno > 50:
                long.append(f"{place(path)}: {node.name}")

    assert long == []


def test_every_module_and_public_function_says_what_it_is() -> None:
    silent = []
    for path in MODULES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        if path.stat().st_size and not ast.get_docstring(tree):
            silent.append(place(path))
        if place(path).startswith("ui/"):
            continue
        silent += [
            f"{place(path)}: {node.name}"
            for node in tree.body
            if isinstance(node, ast.FunctionDef | ast.ClassDef)
            and not node.name.startswith("_")
            and not ast.get_docstring(node)
        ]

    assert silent == []
