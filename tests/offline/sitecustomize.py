"""Refuses the network in every Python process of the tests: this one, spare processes, commands.

Python imports a module of this name at its start, and the tests put this folder on the path of all their processes.
"""

import sys


class NetworkUsed(BaseException):
    """Something asked for the network. No `except Exception` hides it."""


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event in ("socket.getaddrinfo", "socket.gethostbyname", "urllib.Request"):
        raise NetworkUsed(f"{event}: {arguments[0]}")
    if event in ("socket.connect", "socket.sendto") and isinstance(arguments[1], tuple):
        raise NetworkUsed(f"{event}: {arguments[1]}")


sys.addaudithook(_refuse)
