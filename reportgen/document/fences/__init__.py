"""Fenced blocks (`::: kind id`) and tables: one small function a kind."""
