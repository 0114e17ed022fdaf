"""Editions: the record of a briefing as plain data, comparing two, released ones, and what a paper carries."""

FOLDER = "editions"
"""Where a briefing has those that were released. Most have none, and load little of what stands here."""
