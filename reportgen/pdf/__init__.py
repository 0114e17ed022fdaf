"""The paper as a PDF: layout, footnotes, tagging and the finished file.

The ways in are `write`, and `lay_out`, which tells the pages of the values too.

In the order of the work: `theme` and `story` (with `figures`, `tables`, `contents`, `cover`) make parts and the
structure tree from blocks; `pages`, `floats` and `notes` fill pages with them on a `canvas` that marks its content;
`finish` writes the file.
"""

from reportgen.pdf.whereabouts import Whereabouts
from reportgen.pdf.write import Written, lay_out, write

__all__ = ["Whereabouts", "Written", "lay_out", "write"]
