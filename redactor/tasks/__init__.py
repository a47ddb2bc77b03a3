"""The slow things, each in a spare process: reading, finding, drawing, publishing.

Hostile files are parsed in the spare processes, never in the window's. What crosses is plain data, checked on
arrival: `orders` says what may be asked and answered, `endings` how it ends, `plain` turns it into JSON and attached
bytes, `wire` frames it, `drafts` cuts a read draft into pages for the way.

In the window's process: `desk` is what others use; a `courier` takes each `errand` to one `process` and back.
In the spare process: `spare` is where it begins, `worker` its loop, `jobs` and `drawing` do the work.
"""
