"""The structure tree (ISO 32000-1 14.7): what a screen reader goes by, read from the draft and built anew.

`tree` reads the draft's by an allow-list; `notes` tell in its content, through all that removes and sets again, what
belongs to which leaf of the tree; `settled` turns them into marked content when the file is finished; `grown` leaves
out what lost its content, and `writing` writes the rest. `spoken` is what is said where nothing can be read.
"""
