"""Redactor: takes every identifier out of an overview report, and proves it before publishing. READ ME FIRST.

What happens to a document, which is also the order of the folders and of who may import whom:

1. `document/`   a file becomes pages of text whose every character has a place
2. `findings/`   pages become findings: "this looks like …, because …": found (`recognisers/`, `names`), spared (`public/`),
                 found again (`passes/`), linked (`people/`)
3. `marks/`      findings become marks; people decide; every decision is kept in the case file
4. `publish/`    the decided case becomes a file that is safe to hand over, verified by other readers
5. `tasks/`      the slow things, each in a spare process
6. `ui/`         Qt, and only here; `cli.py` does the same without a window

Import rule: a package imports those above it, never one below; `errors` is for all; `cli` may import all but `ui`
(the window itself is started by name). `tests/test_architecture.py` holds it.

Glossary (in brackets: words to avoid)
- draft: the file as it came. Working PDF: the draft itself, or the Word or text draft typeset.
- reading text: the whole draft as one text in reading order; offsets count its characters.
- quad: the four corners of a piece of a line, points, from the page's top left (bounding box).
- finding: what a recogniser found, with a type, a score and a reason in words (hit, result, detection).
- mark: a place to decide on: undecided, redact or keep (annotation, highlight).
- entity: the same for every mention of one person or thing; on screen "person" or its name (cluster).
- label: what is published in its place: "Mother", "Social Worker 2" (placeholder, alias).
- case: drafts, marks, labels and all decisions in one encrypted file (project, session).
- part: one draft of a case that has several; all are read as one text. On screen "document".
- secret: a confirmed wording that must not stand in the published file.
"""

import logging
import os
import sys
from types import ModuleType
from typing import cast

__version__ = "0.1.0"

# onnxruntime sends Microsoft word of its use from version 1.29 on, and keeps a number of the machine and a file of events
# on disk, unless one of these stands in the environment before it is imported. Spare processes inherit them.
os.environ["ORT_DISABLE_TELEMETRY"] = os.environ["ORT_TELEMETRY_DISABLED"] = "1"

# Without this, what libraries warn of goes to the terminal and into logs kept of it, and may quote the draft.
logging.lastResort = logging.NullHandler()

# PyMuPDF loads a page layout model when it is imported, with onnxruntime: half a second and 90 MB for what nothing
# here uses. A module set to None cannot be imported, and PyMuPDF does without.
for _unused in ("pymupdf.layout", "pymupdf4llm"):
    sys.modules.setdefault(_unused, cast(ModuleType, None))
