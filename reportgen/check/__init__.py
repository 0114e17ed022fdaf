"""Rules that sources and finished papers are held against: one small rule a function, in tables by what they read."""
