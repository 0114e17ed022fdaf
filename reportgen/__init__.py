"""reportgen turns structured briefing data into printable, accessible briefing papers."""

__version__ = "0.2.0"

__all__ = ["__version__"]
