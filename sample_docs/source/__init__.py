"""Builders of the fictional sample drafts, one module for each thing that is made."""
