"""Every sentence about locking the window."""

LOCKED = "Locked"
TEXT = "Everything is kept. Type the passphrase of the case to go on where you were."
UNLOCK = "Go on"
WRONG = "That is not the passphrase of this case. Type it again."
KEEP_FIRST = (
    "This work is not kept yet, so there is no passphrase to lock it with. Keep it, and it is locked then."
)
NOTHING_OPEN = "There is nothing to lock: no case is open."
NOT_LOCKED_UNKEPT = "Nobody worked here for a while. This work is not kept, so it could not be locked."
AFTER = "Lock this window"
MINUTES = {
    "5": "after 5 minutes without key or mouse",
    "10": "after 10 minutes",
    "30": "after 30 minutes",
    "0": "never by itself",
}
