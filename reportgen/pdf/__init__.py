"""The paper as a PDF: layout, footnotes, tagging and the finished file.

The way in is `write`; `lay_out` and `paint` are its two halves.

In the order of the work: `theme` and `story` (with `figures`, `tables`, `contents`, `cover`) make parts and the
structure tree from blocks; `pages`, `floats` and `notes` fill pages with them; they are painted on a `canvas` that
marks its content; `finish` writes the file.
"""

from reportgen.pdf.whereabouts import Whereabouts
from reportgen.pdf.write import Laid, lay_out, paint, write

__all__ = ["Laid", "Whereabouts", "lay_out", "paint", "write"]
