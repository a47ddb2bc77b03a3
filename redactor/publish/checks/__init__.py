"""One promise of a published file for each module; they are found by listing this folder.

A check has `PROMISE`, the sentence that a release statement prints; `problems(published, secrets)`, which returns
what breaks it; and `spoil(published, secrets)`, which returns the file's bytes with the promise broken on purpose,
so that a test can show that the check notices.
"""
