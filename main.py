"""Starts Redactor from a checkout: the window, or a command."""

import sys

from redactor.cli import main

if __name__ == "__main__":
    sys.exit(main())
