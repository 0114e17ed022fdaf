"""Markdown to a tree of tokens that know their lines, and the keys at the head of a fenced block."""
