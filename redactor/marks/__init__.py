"""Findings become marks; people decide; every decision is kept."""
