"""Nothing ever asks for the network; the rest of the tests run under the same refusal."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest


def test_this_process_has_no_network(network_used: type[BaseException]) -> None:
    with pytest.raises(network_used):
        socket.create_connection(("127.0.0.1", 9), timeout=1)


def test_processes_that_tests_start_have_none_either() -> None:
    program = "import socket; socket.create_connection(('127.0.0.1', 9), timeout=1)"

    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)

    assert "NetworkUsed" in ran.stderr


LOADS_EVERYTHING = """
from redactor.findings.detect import detect
from redactor.document.readers import scan
import os
import pymupdf, rapidocr
detect("Keziah Thornbury was seen on 14 March 2012.")
handles = "/proc/self/fd"
links = [os.readlink(f"{handles}/{n}") for n in os.listdir(handles) if os.path.islink(f"{handles}/{n}")]
print([link for link in links if link.startswith("socket:")])
"""


@pytest.mark.skipif(
    not Path("/proc/self/fd").exists(), reason="the system does not list what a process has open"
)
def test_libraries_keep_no_file_of_their_use_and_open_no_socket(tmp_path: Path) -> None:
    places = dict.fromkeys(
        ("HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"), str(tmp_path)
    )

    ran = subprocess.run(
        [sys.executable, "-B", "-c", LOADS_EVERYTHING],
        env={**os.environ, **places},
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[1],
    )

    assert ran.stdout.strip() == "[]", ran.stderr
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
