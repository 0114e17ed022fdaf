"""Editions: the record of a briefing as plain data, comparing two, released ones, and what a paper carries."""
