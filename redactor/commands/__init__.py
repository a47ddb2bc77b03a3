"""What each command does; `cli` says how it is called."""

DONE, WANTING, UNUSABLE = 0, 1, 2
"""Exit statuses: done; checked and found wanting; wrong use or unusable input."""
