"""Nothing ever asks for the network; the rest of the tests run under the same refusal."""

from __future__ import annotations

import socket
import subprocess
import sys

import pytest


def test_this_process_has_no_network(network_used: type[BaseException]) -> None:
    with pytest.raises(network_used):
        socket.create_connection(("127.0.0.1", 9), timeout=1)


def test_processes_that_tests_start_have_none_either() -> None:
    program = "import socket; socket.create_connection(('127.0.0.1', 9), timeout=1)"

    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)

    assert "NetworkUsed" in ran.stderr
