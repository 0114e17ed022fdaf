"""Finished charts are inspected as drawn: what a kind painted, not what it meant to paint.

`scene` reads a recorded picture as it is seen; the other modules each hold one idea of what a reader stumbles over and
give `Finding`s; `inspect` asks them all. A finding names no place: it is kept with the picture, and is told at the
chart's block. Only `axes` knows of matplotlib.
"""
