"""Charts: the contract with chart kinds, finding and drawing them, the recorded picture, its
inspection, and the cache.

The kinds themselves are files in `charts/`; setting a picture on a page is `reportgen.pdf`'s. matplotlib is imported
only when a chart must be drawn.
"""

from reportgen.figures.drawn import Drawn, Plan
from reportgen.figures.studio import ChartOrder, Studio, draw, warnings_of

__all__ = ["ChartOrder", "Drawn", "Plan", "Studio", "draw", "warnings_of"]
