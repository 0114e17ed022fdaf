"""The paper as a PDF: layout, footnotes, tagging and the finished file. The way in is `write`.

In the order of the work: `theme` and `story` (with `figures`, `tables`, `contents`, `cover`) make parts and the
structure tree from blocks; `pages`, `floats` and `notes` fill pages with them on a `canvas` that marks its content;
`finish` writes the file.
"""

from reportgen.pdf.write import write

__all__ = ["write"]
