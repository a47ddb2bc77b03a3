"""Findings become marks; people decide; every decision is kept."""

CASE_SUFFIX = ".redactor"
"""How the name of a case file ends."""
