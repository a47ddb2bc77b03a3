"""The decided case becomes a file that is safe to hand over: removed, rebuilt, proved, written.

`release.publish` reads as the contents page. `typeset` sets lines with marks again, so that no gap tells how wide the
removed wording was. The remover (`apply`, `hidden`, `typeset`, `scrub`) uses PyMuPDF alone; the
proof (`published`, `verify`, `checks`) uses pikepdf, pypdfium2 and pdfminer.six and shares no reader with it.
"""
