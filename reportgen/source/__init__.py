"""Reading what the author wrote: files to a typed, validated `Briefing`, every fault with its place.

`schema` and `yaml_nodes` also serve the rooms that read YAML elsewhere: block headers and chart options.
"""

from reportgen.source.briefing import load, loaded

__all__ = ["load", "loaded"]
