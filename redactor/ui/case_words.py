"""Every sentence about the case file: its passphrase, its size, a copy of it."""

PASSPHRASE_TITLE = "Change the passphrase"
PASSPHRASE_HEADING = "Choose another passphrase for this case"
PASSPHRASE_TEXT = "The whole file is encrypted anew. The present passphrase opens it no longer; copies made before keep theirs."
PRESENT = "Present passphrase"
NEW = "New passphrase"
CHANGE = "Change the passphrase"
CHANGING = "Encrypting the case anew…"
CHANGED = "The passphrase is changed."

COPY_TITLE = "Copy for the legal reviewer"
COPY_HEADING = "Copy this case for the legal reviewer"
COPY_TEXT = (
    "The copy holds the draft, every decision and their history. Tell the reviewer its passphrase on another way than "
    "the file. What is decided in the copy does not come back into this case by itself."
)
COPY_PLACE = "The copy goes to"
COPY = "Write the copy"
COPYING = "Writing the copy and reading it back…"
COPIED = "The copy is written: {name}"
COPY_NAME = "{stem} for the legal reviewer"

COMPACT_TITLE = "Make the case file smaller"
COMPACT_HEADING = "Make the case file smaller"
COMPACT_TEXT = (
    "The file is written anew without the room that it no longer needs, and read back before it takes the place of the "
    "old one. Nothing of the case is lost."
)
COMPACT = "Write it anew"
COMPACTING = "Writing the case anew…"
COMPACTED = "The case file is written anew: it went from {before} to {after}."

KEEP_FIRST = "Keep this work in a file first."
STILL_LOOKING = "The draft is still being looked through. Do this when that is done."


def size(bytes_: int) -> str:
    """How large a file is."""
    return f"{bytes_ / 1_000_000:,.1f} MB"
