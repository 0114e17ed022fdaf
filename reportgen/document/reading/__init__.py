"""A whole briefing to a draft: blocks, sections, cover, standing texts."""
