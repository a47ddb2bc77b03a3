"""The slow things, each in a spare process: reading, finding, drawing, publishing.

Hostile files are parsed in the spare processes, never in the window's. What crosses is plain data, checked on
arrival: `orders` says what may be asked and answered, `plain` turns it into JSON and attachments, `wire` frames it.
`desk` is what others use; `courier` looks after one spare process, `worker` runs inside it, `jobs` does the work.
"""
