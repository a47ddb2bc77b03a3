"""Lines of scans with marks are set again, word by word, as pixels: no gap tells how wide the removed wording was."""
