"""Starts Redactor from a checkout: the window, or a command."""

import sys

if __name__ == "__main__":  # spare processes load this file too, and need nothing of what follows
    if getattr(sys, "frozen", False):
        from multiprocessing import freeze_support

        freeze_support()
    from redactor.cli import main

    sys.exit(main())
