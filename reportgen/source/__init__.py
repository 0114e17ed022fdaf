"""Reading what the author wrote: files to a typed, validated `Briefing`, every fault with its place.

`read_header` and `read_options` are for the rooms that read YAML elsewhere: block headers and chart options.
"""

from reportgen.source.briefing import find, load
from reportgen.source.fields import docs_of, keys_of, text_keys
from reportgen.source.scalars import Reader, ScalarError
from reportgen.source.schema import read, read_header, read_options
from reportgen.source.yaml_nodes import Entries, Items, Leaf, Node, node_of, parse, plain

__all__ = [
    "Entries",
    "Items",
    "Leaf",
    "Node",
    "Reader",
    "ScalarError",
    "docs_of",
    "find",
    "keys_of",
    "load",
    "node_of",
    "parse",
    "plain",
    "read",
    "read_header",
    "read_options",
    "text_keys",
]
